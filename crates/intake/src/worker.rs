//! One job in one confined process, and its parent.
//!
//! The parent ([`Spawner`]) starts the program with its hidden worker command, writes one frame with the job to its
//! standard input and reads one frame with the answer from its standard output. The worker first gives up what it
//! does not need ([`confine`]), then reads the job, answers and ends. A worker that is killed is a named
//! [`WorkerFailure`], never a fault of the parent.
//!
//! # Frames
//!
//! Both directions use the same frame; the numbers are big-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `AZW1` |
//! | 4 | length of the header, [`HEADER_BYTES_MAX`] at most |
//! | 8 | length of the body |
//! | … | the header, JSON: a [`Job`] or a [`Reply`] |
//! | … | the body: the bytes of the file, or the result |
//!
//! Nothing follows the frame. The body of an answer to [`JOB_EXTRACT`] is an [`ExtractAnswer`] and to [`JOB_SOA`] an
//! [`SoaAnswer`], to [`JOB_TABLE`] a [`TableAnswer`], to [`JOB_TECHNICAL`] a [`TechnicalAnswer`], to [`JOB_CALENDAR`] a [`CalendarAnswer`] and to [`JOB_LOGO`] a [`LogoAnswer`], all JSON;
//! other jobs are the binary's own.

mod confine;
mod frame;
mod jobs;
mod serve;
mod spawn;

pub use confine::{Confinement, ConfinementReport, Held, Layer, Threads, confine};
pub use frame::{FrameError, HEADER_BYTES_MAX, Job, Reply, Status, read_frame, write_frame};
pub use jobs::{
    CalendarAnswer, ExtractAnswer, JOB_CALENDAR, JOB_EXTRACT, JOB_LOGO, JOB_SOA, JOB_TABLE, JOB_TECHNICAL,
    LogoAnswer, Outcome, SoaAnswer, TableAnswer, TechnicalAnswer, answer,
};
pub use serve::{ServeError, run, serve};
pub use spawn::{Answer, SpawnLimits, Spawner, WorkerFailure};
