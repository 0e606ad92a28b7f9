//! The audit report (ISO 19011:2018 6.5).

mod records;

pub use records::*;
