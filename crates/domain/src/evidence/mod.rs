//! Working papers, audit tests, notes, samples and evidence (ISO 19011:2018 6.3.4, 6.4.7).

mod records;

pub use records::*;
