//! The audit programme (ISO 19011:2018 5).

mod records;

pub use records::*;
