//! The law of auditing: what ISO/IEC 27007, on top of ISO 19011, asks an auditing organization to do, as records,
//! commands, rules and events.
//!
//! A command is *decided* on the world as it stands: into events, or a refusal that names its clause. Events are
//! *applied* to the world, now and on every replay. This crate does no input or output, is not async, and knows
//! neither databases nor HTTP nor the Merkle log; clock, actor and fresh ids come in with the
//! [`Ctx`](kernel::act::Ctx).

pub mod kernel;

pub mod words;

pub mod policy;

pub mod auditor;

pub mod auditee;

pub mod programme;

pub mod audit;

pub mod evidence;

pub mod finding;

pub mod report;

pub mod report_content;

pub mod certification;

pub mod method;

pub mod claim;
pub mod criteria;

pub mod access;

pub mod document;
pub mod field;
pub mod foreseen;
pub mod signing;
pub mod tables;
pub mod texts;

pub mod registry;

#[cfg(test)]
pub(crate) mod testing;

pub use kernel::act::{Actor, Ctx, Stamp};
pub use kernel::record::{Key, World};
pub use registry::{AnyRecord, Command, Event, Kind};
