//! Sets of criteria that users adopt, mappings between them, and the wording that the holder of a licence attaches to them.
//!
//! A set is what an audit compares with: a standard in one edition, a policy of the auditee, rules of the house
//! (ISO 19011:2018 3.7, 5.5.2). It is a record, because an audit must be able to say years later which numbers and titles it was
//! made under. An adopted set never changes: another edition is another set with an id of its own.
//!
//! Numbers and short titles are facts; the sentences of a standard are not ours. Wording is a record apart, which belongs to no
//! audit and to no set's export: nothing hands it out but a question for that record itself.

pub mod adopt;
pub mod mappings;
mod records;
#[cfg(test)]
mod tests;
pub mod wording;

pub(crate) use adopt::for_audit;
pub use adopt::{
    AdoptCriteria, CriteriaAdopted, CriteriaRetired, CriteriaText, RetireCriteria, criteria_set_id,
};
pub use mappings::{AdoptMapping, MappingAdopted, MappingRetired, MappingText, RetireMapping, mapping_id};
pub use records::*;
pub use wording::{AttachWording, RemoveWording, WordingAttached, WordingRemoved};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [adopt::RULES, mappings::RULES, wording::RULES].into_iter().flatten().copied()
}
