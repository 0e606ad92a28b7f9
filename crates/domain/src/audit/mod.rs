//! An audit from its initiation to its completion (ISO 19011:2018 6).

mod records;

pub use records::*;
