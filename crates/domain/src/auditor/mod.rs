//! Auditors and everybody else in the register: competence, behaviour, independence (ISO 19011:2018 7).

mod records;

pub use records::*;
