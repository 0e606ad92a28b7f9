//! Criteria sets and audit tests: loaded, checked, extended.
//!
//! The catalogue is data. This crate knows its shape, reads it from TOML, finds every fault in it and answers questions of
//! it: which requirements a standard has, which tests cover them, what a checklist asks, where a requirement went in a later
//! edition. It does no I/O: texts come in as `(name, text)`, the catalogue of the house itself is compiled in.
//!
//! ```
//! use assize_catalogue::{AuditType, Catalogue, Scope};
//!
//! let catalogue = Catalogue::builtin().expect("the built-in catalogue is clean");
//! let isms = "ISO/IEC 27001:2022+A1:2024".parse().expect("an id");
//! let clause = "6.1.2".parse().expect("an id");
//! let tests = catalogue.tests_for(&[AuditType::Internal], &[Scope::part(isms, [clause])]);
//! assert!(tests.len() >= 5);
//! ```

pub mod adoption;
mod builtin;
mod catalogue;
mod check;
mod checklist;
mod criteria;
pub mod format;
mod id;
pub mod limits;
mod mapping;
mod node;
mod problem;
mod read;
mod search;
mod test;
mod trail;
mod words;

pub use builtin::BUILTIN;
pub use catalogue::{Catalogue, Coverage, Covered, Scope};
pub use check::{Examined, Released, Rules, Sentences, WordList};
pub use checklist::{Checklist, ChecklistItem};
pub use criteria::{CriteriaSet, Requirement, RequirementRef};
pub use id::{CriteriaId, Key, Malformed, Related, RequirementId, TestId, TrailId};
pub use mapping::{Mapping, Pair};
pub use problem::Problem;
pub use search::{Hit, has_words};
pub use test::{AuditTest, Evidence, How, Nonconformity, Question, Sampling, Version};
pub use trail::{Trail, TrailStep};
pub use words::{AuditType, Certainty, EvidenceKind, Need, Relation, RequirementKind};
