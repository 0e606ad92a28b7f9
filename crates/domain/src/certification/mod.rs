//! Certification, complaints and appeals, erasure (ISO/IEC 17021-1:2015 9.5 to 9.8).

mod records;

pub use records::*;
