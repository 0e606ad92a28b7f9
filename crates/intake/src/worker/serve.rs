//! The worker's side of the pipe.

use std::io::{Read, Write};

use thiserror::Error;

use super::{
    Confinement, ConfinementReport, FrameError, Job, Reply, Status, answer, confine, read_frame, write_frame,
};

/// Why a worker could not serve its job. Its parent sees it as a crash; these words go to standard error.
#[derive(Debug, Error)]
pub enum ServeError {
    /// Memory or processor time could not be bounded, so nothing hostile may be read.
    #[error("the worker could not bound its {layer}: {why}; it reads nothing unbounded")]
    Unbounded {
        /// The layer that does not hold.
        layer: String,
        /// What the system said.
        why: String,
    },
    /// The job could not be read.
    #[error("the job could not be read")]
    Job(#[source] FrameError),
    /// The answer could not be written.
    #[error("the answer could not be written")]
    Answer(#[source] FrameError),
}

/// Confines the process, then serves one job of this crate. The first thing a worker command calls, before any thread.
///
/// # Errors
/// [`ServeError`]; the process should then end with a code other than zero.
pub fn run(confinement: &Confinement, reader: impl Read, writer: impl Write) -> Result<(), ServeError> {
    let report = confine(confinement);
    serve(confinement, report, reader, writer, |job, bytes| answer(job, &bytes))
}

/// Serves one job in a process that [`confine`] has confined with this report, by a closure of the binary's own.
///
/// # Errors
/// [`ServeError::Unbounded`] where an essential layer does not hold, before anything is read; else what the pipes say.
pub fn serve(
    confinement: &Confinement,
    report: ConfinementReport,
    reader: impl Read,
    writer: impl Write,
    handler: impl FnOnce(&Job, Vec<u8>) -> Result<Vec<u8>, String>,
) -> Result<(), ServeError> {
    if let Some(layer) = report.essential_missing() {
        return Err(ServeError::Unbounded { layer: layer.name.clone(), why: layer.held.to_string() });
    }
    let (job, bytes): (Job, _) = read_frame(reader, confinement.input_bytes_max).map_err(ServeError::Job)?;
    let (status, body) = match handler(&job, bytes) {
        Ok(body) => (Status::Done, body),
        Err(reason) => (Status::Refused { reason }, Vec::new()),
    };
    write_frame(writer, &Reply { status, confinement: report }, &body).map_err(ServeError::Answer)
}
