//! Findings and their follow-up (ISO 19011:2018 6.4.8, 6.7).

mod records;

pub use records::*;
