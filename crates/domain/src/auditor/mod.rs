//! Auditors and everybody else in the register: competence, behaviour, independence (ISO 19011:2018 7).

pub mod appraisals;
pub mod code;
pub mod competence;
pub mod credentials;
pub mod impartiality;
pub mod log;
pub mod passkeys;
pub mod people;
mod records;
pub mod relations;

pub use appraisals::{AppraisalFollowedUp, AppraisalRecorded, FollowUpAppraisal, RecordAppraisal};
pub use code::{AcceptCode, CodeAccepted};
pub use credentials::{
    AddCredential, CredentialAdded, CredentialWithdrawn, DevelopmentRecorded, RecordDevelopment,
    WithdrawCredential,
};
pub use log::{LoggedAudit, audit_log};
pub use passkeys::{BindPasskey, PasskeyBound};
pub use people::{
    AbsenceAdded, AbsenceRemoved, AddAbsence, PersonRegistered, PersonUpdated, RegisterPerson, RemoveAbsence,
    UpdatePerson,
};
pub use records::*;
pub use relations::{
    DeclareInterests, DeclareRelation, EndRelation, InterestsDeclared, RelationDeclared, RelationEnded,
    RelationWithdrawn, WithdrawRelation,
};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [appraisals::RULES, code::RULES, credentials::RULES, passkeys::RULES, people::RULES, relations::RULES]
        .into_iter()
        .flatten()
        .copied()
}
