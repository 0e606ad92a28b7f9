//! People: what the record holds of their competence, behaviour and independence (ISO 19011:2018 7).

use crate::kernel::act::Stamp;
use crate::kernel::id::{AppraisalId, AuditId, AuditeeId, EvidenceId, PersonId, RelationId};
use crate::kernel::macros::{data, record};
use crate::kernel::text::{Email, Language, Line, Slug, Text, Zone};
use crate::kernel::time::{Date, Period, Timestamp};
use crate::words::{AppraisalResult, Behaviour, CredentialKind, EvaluationMethod, RelationKind, TeamRole};

data! {
    /// What shows competence: education, experience, training, a qualification, a skill.
    pub struct Credential {
        /// The key by which it is named among the person's.
        key: Slug,
        /// What it is.
        kind: CredentialKind,
        /// The area of competence: `isms`, `audit`, `cloud`.
        area: Slug,
        /// Its title.
        title: Line,
        /// Who gave or confirmed it.
        issuer: Line,
        /// When it was had, or from when to when it is valid.
        period: Period,
        /// How much of it: months of experience, hours of training; nothing where having it is enough.
        amount: Option<u32>,
        /// The document that shows it.
        evidence: Option<EvidenceId>,
    }

    /// Continual professional development (ISO 19011:2018 7.6).
    pub struct Development {
        /// When.
        on: Date,
        /// The area of competence.
        area: Slug,
        /// What was done.
        what: Line,
        /// Hours.
        hours: u32,
    }

    /// A declaration of interests by the person.
    pub struct Declaration {
        /// When and by whom.
        stamp: Stamp,
        /// The auditee it is about; none for a general one.
        auditee: Option<AuditeeId>,
        /// What is declared.
        text: Text,
        /// Whether there is anything to declare.
        interests: bool,
    }

    /// A time in which the person is not available.
    pub struct Absence {
        /// From when to when.
        period: Period,
        /// Why, as far as the record should know.
        reason: Option<Line>,
    }

    /// The person's acceptance of the code of conduct: the principles of ISO 19011:2018 4.
    pub struct CodeAcceptance {
        /// The version of the code.
        code: Line,
        /// When.
        at: Timestamp,
    }

    /// An impression of a personal behaviour in an appraisal.
    pub struct BehaviourNote {
        /// Which behaviour.
        behaviour: Behaviour,
        /// Whether it was shown.
        shown: bool,
        /// In which way.
        remark: Option<Text>,
    }
}

record! {
    /// A person in the register.
    pub struct Person(PersonId, links: []) {
        /// Name.
        name: Line,
        /// Mail address.
        email: Option<Email>,
        /// The organization they work for.
        employer: Line,
        /// Languages they can audit in or speak.
        languages: Vec<Language>,
        /// Their time zone.
        zone: Zone,
        /// Where their journeys begin and end, as a table of journeys names the place.
        home: Option<Slug>,
        /// What a day of theirs costs, auditing or travelling, in cents.
        day_rate_cents: Option<u32>,
        /// What shows their competence.
        credentials: Vec<Credential>,
        /// Continual professional development.
        development: Vec<Development>,
        /// Declarations of interests.
        declarations: Vec<Declaration>,
        /// When they are not available.
        absences: Vec<Absence>,
        /// The code of conduct they accepted last.
        code: Option<CodeAcceptance>,
    }

    /// An evaluation of an auditor, by one of six methods, with its result and what followed (ISO 19011:2018 7.4, 7.5).
    pub struct Appraisal(AppraisalId, links: [person, audit]) {
        /// Who was evaluated.
        person: PersonId,
        /// In which audit, if in one.
        audit: Option<AuditId>,
        /// For which role.
        role: TeamRole,
        /// By which method.
        method: EvaluationMethod,
        /// When and by whom.
        stamp: Stamp,
        /// Behaviours seen.
        behaviours: Vec<BehaviourNote>,
        /// The result.
        result: AppraisalResult,
        /// Why.
        reasons: Text,
        /// What followed: training, direction, another evaluation.
        followed: Option<Text>,
    }

    /// A relation of a person to an auditee that bears on impartiality.
    pub struct Relation(RelationId, links: [person, auditee]) {
        /// The person.
        person: PersonId,
        /// The auditee.
        auditee: AuditeeId,
        /// The kind.
        kind: RelationKind,
        /// The part of the auditee it is about; none for the whole.
        part: Option<Line>,
        /// From when to when.
        period: Period,
        /// Remark.
        remark: Option<Text>,
        /// When and by whom it was declared.
        stamp: Stamp,
        /// Whether the entry was withdrawn as a mistake, and why.
        withdrawn: Option<Text>,
    }
}
