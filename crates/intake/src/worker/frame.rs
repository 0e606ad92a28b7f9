//! The frames between parent and worker.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ConfinementReport;
use crate::DocumentKind;

/// Bytes of a header at most: 64 KiB.
pub const HEADER_BYTES_MAX: u32 = 64 * 1024;

const MAGIC: [u8; 4] = *b"AZW1";

/// The header of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Which job: [`JOB_EXTRACT`](super::JOB_EXTRACT), [`JOB_SOA`](super::JOB_SOA), or one of the binary's own.
    pub job: String,
    /// The name of the file, by which its kind is guessed; it is never opened.
    pub name: String,
    /// The kind, where the parent knows it better than name and content say.
    pub kind: Option<DocumentKind>,
}

/// How a worker ended its job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Status {
    /// The body is the result.
    Done,
    /// The job could not be done, and this is why; the body is empty.
    Refused {
        /// Why, in words for the user.
        reason: String,
    },
}

/// The header of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// How the job ended.
    pub status: Status,
    /// What confined the worker while it worked.
    pub confinement: ConfinementReport,
}

/// Why a frame could not be read or written.
#[derive(Debug, Error)]
pub enum FrameError {
    /// The pipe failed, or ended before the frame did.
    #[error("the frame ended early or its pipe failed")]
    Pipe(#[source] io::Error),
    /// It does not begin as a frame does.
    #[error("the bytes are no frame of a worker")]
    NotAFrame,
    /// The header is longer than [`HEADER_BYTES_MAX`].
    #[error("the header of the frame has {bytes} bytes, more than {HEADER_BYTES_MAX}")]
    HeaderTooLong {
        /// Its length as declared.
        bytes: u64,
    },
    /// The header is not what it should be.
    #[error("the header of the frame could not be understood")]
    Header(#[source] serde_json::Error),
    /// The body is longer than the reader allows.
    #[error("the body of the frame has {bytes} bytes, more than {bytes_max}")]
    BodyTooLong {
        /// Its length as declared.
        bytes: u64,
        /// The bound.
        bytes_max: u64,
    },
}

/// Reads one frame, with a body of `body_bytes_max` at most. Memory is taken as bytes arrive, not as declared.
///
/// # Errors
/// [`FrameError`]; what follows the frame is left unread.
pub fn read_frame<H: DeserializeOwned>(
    mut reader: impl Read,
    body_bytes_max: u64,
) -> Result<(H, Vec<u8>), FrameError> {
    let magic: [u8; 4] = read_array(&mut reader)?;
    if magic != MAGIC {
        return Err(FrameError::NotAFrame);
    }
    let header_bytes = u32::from_be_bytes(read_array(&mut reader)?);
    let body_bytes = u64::from_be_bytes(read_array(&mut reader)?);
    if header_bytes > HEADER_BYTES_MAX {
        return Err(FrameError::HeaderTooLong { bytes: u64::from(header_bytes) });
    }
    if body_bytes > body_bytes_max {
        return Err(FrameError::BodyTooLong { bytes: body_bytes, bytes_max: body_bytes_max });
    }
    let header = read_bytes(&mut reader, u64::from(header_bytes))?;
    let header = serde_json::from_slice(&header).map_err(FrameError::Header)?;
    Ok((header, read_bytes(&mut reader, body_bytes)?))
}

/// Writes one frame and flushes.
///
/// # Errors
/// [`FrameError::HeaderTooLong`] before anything is written, else [`FrameError::Pipe`].
pub fn write_frame(mut writer: impl Write, header: &impl Serialize, body: &[u8]) -> Result<(), FrameError> {
    let header = serde_json::to_vec(header).map_err(FrameError::Header)?;
    let header_bytes = u32::try_from(header.len()).unwrap_or(u32::MAX);
    if header_bytes > HEADER_BYTES_MAX {
        return Err(FrameError::HeaderTooLong { bytes: header.len() as u64 });
    }
    let mut write = |bytes: &[u8]| writer.write_all(bytes).map_err(FrameError::Pipe);
    write(&MAGIC)?;
    write(&header_bytes.to_be_bytes())?;
    write(&(body.len() as u64).to_be_bytes())?;
    write(&header)?;
    write(body)?;
    writer.flush().map_err(FrameError::Pipe)
}

fn read_array<const N: usize>(reader: &mut impl Read) -> Result<[u8; N], FrameError> {
    let mut array = [0; N];
    reader.read_exact(&mut array).map_err(FrameError::Pipe)?;
    Ok(array)
}

fn read_bytes(reader: &mut impl Read, length: u64) -> Result<Vec<u8>, FrameError> {
    let mut bytes = Vec::new();
    let read = reader.take(length).read_to_end(&mut bytes).map_err(FrameError::Pipe)?;
    if (read as u64) < length {
        return Err(FrameError::Pipe(io::ErrorKind::UnexpectedEof.into()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        Job { job: "extract".into(), name: "a.md".into(), kind: None }
    }

    #[test]
    fn what_is_written_is_read_and_every_cut_is_an_error() {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, &job(), b"body").unwrap();
        let (header, body): (Job, _) = read_frame(bytes.as_slice(), 4).unwrap();
        assert_eq!((header, body.as_slice()), (job(), b"body".as_slice()));
        for cut in 0..bytes.len() {
            assert!(matches!(read_frame::<Job>(&bytes[..cut], 4), Err(FrameError::Pipe(_))), "{cut}");
        }
        assert!(matches!(
            read_frame::<Job>(bytes.as_slice(), 3),
            Err(FrameError::BodyTooLong { bytes: 4, .. })
        ));
    }

    #[test]
    fn hostile_lengths_take_no_memory() {
        let frame =
            |header: u32, body: u64| [&MAGIC[..], &header.to_be_bytes(), &body.to_be_bytes(), b"{}"].concat();
        assert!(matches!(
            read_frame::<Job>(frame(u32::MAX, 0).as_slice(), 9),
            Err(FrameError::HeaderTooLong { .. })
        ));
        assert!(matches!(read_frame::<Job>(frame(2, 0).as_slice(), 9), Err(FrameError::Header(_))));
        assert!(matches!(read_frame::<Job>(frame(9, 0).as_slice(), 9), Err(FrameError::Pipe(_))));
        assert!(matches!(read_frame::<Job>(b"AZW2....".as_slice(), 9), Err(FrameError::NotAFrame)));
        let declared = [&MAGIC[..], &2u32.to_be_bytes(), &u64::MAX.to_be_bytes(), b"{}"].concat();
        assert!(read_frame::<serde_json::Value>(declared.as_slice(), u64::MAX).is_err());
    }

    #[test]
    fn a_header_too_long_is_refused_before_anything_is_written() {
        let mut bytes = Vec::new();
        let long = Job { name: "a".repeat(HEADER_BYTES_MAX as usize), ..job() };
        assert!(matches!(write_frame(&mut bytes, &long, b""), Err(FrameError::HeaderTooLong { .. })));
        assert!(bytes.is_empty());
    }
}
