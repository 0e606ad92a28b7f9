//! What a document says. Texts stand in the language of the audit; dates are `YYYY-MM-DD`, times of day `HH:MM` in the zone beside them.

use serde::{Deserialize, Serialize};

use super::DocumentKind;
use crate::report_content::{EvidenceRef, Location, Period, Response, Session};

macro_rules! plain {
    ($( $(#[$meta:meta])* struct $name:ident { $( $(#[$fmeta:meta])* $field:ident : $type:ty, )* } )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $( $(#[$fmeta])* pub $field: $type, )* }
    )+ };
}

plain! {
    /// A document: what it is of, how far it has come, and what it says.
    struct DocumentContent {
        /// Which kind of document it is.
        kind: DocumentKind,
        /// The language, as a BCP 47 tag.
        language: String,
        /// The auditing organization.
        organization: String,
        /// The title of the audit, or the name of the person.
        title: String,
        /// The auditee, or where the person works.
        about: String,
        /// The id of the record that it is made from.
        id: String,
        /// The version of that record, where it has versions.
        version: Option<u32>,
        /// Whether each page says that it is a draft.
        is_draft: bool,
        /// How far it has come, in words.
        status: String,
        /// When and by whom it came so far.
        stamped: Option<Stamped>,
        /// How confidential it is, in words.
        mark: String,
        /// What it says.
        says: Says,
    }

    /// Who did something, and when.
    struct Stamped {
        /// Who.
        by: String,
        /// The day.
        on: String,
    }

    /// What every document of an audit says of it.
    struct AuditFacts {
        /// The type of audit, in words.
        audit_type: String,
        /// The audit client.
        client: String,
        /// From its first day to its last.
        period: Period,
        /// The scope.
        scope: String,
        /// The method, in words.
        method: String,
        /// Auditor days, in words.
        days: String,
        /// The objectives.
        objectives: Vec<String>,
        /// The criteria.
        criteria: Vec<String>,
        /// The Statement of Applicability, where there is one.
        statement_of_applicability: Option<String>,
        /// The locations in scope.
        locations: Vec<Location>,
        /// The audit team and who goes with it.
        team: Vec<Member>,
        /// Who stands for the auditee.
        contacts: Vec<Named>,
    }

    /// Somebody in the audit.
    struct Member {
        /// Their name.
        name: String,
        /// Their role, in words.
        role: String,
        /// The areas of competence they bring.
        areas: Vec<String>,
    }

    /// Somebody, and their function.
    struct Named {
        /// Their name.
        name: String,
        /// Their function.
        function: String,
    }

    /// The audit plan (ISO 19011:2018 6.3.2.2).
    struct PlanSaid {
        /// The audit.
        audit: AuditFacts,
        /// The sessions, in order of time.
        sessions: Vec<Session>,
        /// Every item of the checklist.
        items: Vec<Item>,
        /// Why this version replaces the one before.
        reason: Option<String>,
    }

    /// An item of a checklist.
    struct Item {
        /// Its id: `audit_plan.objectives`.
        item: String,
        /// What is said of it.
        text: Option<String>,
        /// Why nothing is.
        omitted: Option<String>,
    }

    /// A meeting: what it goes through, and who is there (ISO 19011:2018 6.4.3, 6.4.10).
    struct MeetingSaid {
        /// The audit.
        audit: AuditFacts,
        /// The day; none while it has not been held.
        on: Option<String>,
        /// The time of day.
        at: Option<String>,
        /// Where.
        place: Option<String>,
        /// The agenda.
        agenda: Vec<Point>,
        /// Who was there, or is expected.
        attendance: Vec<Attendee>,
        /// The minutes.
        minutes: Option<String>,
        /// Signatures that were given on the spot.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        signatures: Vec<SpotSaid>,
    }

    /// A signature that was given on the spot.
    struct SpotSaid {
        /// The name of whoever signed.
        name: String,
        /// Their function.
        function: String,
        /// The day, and who attests it.
        stamped: Stamped,
        /// What they drew, as the data of an SVG path; none where their name stands for them.
        drawing: Option<String>,
        /// The digest of the text that they were shown.
        shown: String,
        /// Whether a passkey of theirs signed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        by_passkey: bool,
        /// Whether the minutes were corrected since, so that it is a signature of an earlier text.
        is_earlier: bool,
    }

    /// A point of an agenda.
    struct Point {
        /// The checklist's id, or the team's own key.
        item: String,
        /// Whether it was covered; none while the meeting has not been held.
        covered: Option<bool>,
        /// What was said.
        note: Option<String>,
    }

    /// Somebody at a meeting.
    struct Attendee {
        /// Their name.
        name: String,
        /// Their function.
        function: String,
        /// The day on which they signed, where they have.
        signed: Option<String>,
    }

    /// Nonconformities with their follow-up (ISO 19011:2018 6.4.8, 6.7).
    struct Followed {
        /// The audit.
        audit: AuditFacts,
        /// The nonconformities, by their numbers.
        nonconformities: Vec<Nonconformity>,
    }

    /// A nonconformity with its follow-up.
    struct Nonconformity {
        /// Its number in the audit.
        number: u32,
        /// Its title.
        title: String,
        /// Its grade, in words.
        grade: Option<String>,
        /// Where it stands, in words.
        state: String,
        /// The requirements, each with its set.
        requirements: Vec<String>,
        /// The clauses breached besides.
        breaches: Vec<String>,
        /// The statement.
        statement: String,
        /// The objective evidence.
        objective_evidence: Option<String>,
        /// The evidence it rests on.
        evidence: Vec<EvidenceRef>,
        /// Who wrote it, and when.
        written: Stamped,
        /// What the auditee says.
        response: Response,
        /// By when each step is due.
        due: Option<DueDays>,
        /// The correction.
        correction: Option<Step>,
        /// The root cause.
        cause: Option<Step>,
        /// The corrective action.
        action: Option<Action>,
        /// When and by whom the plan was accepted.
        accepted: Option<Stamped>,
        /// What was implemented.
        implementation: Option<Step>,
        /// What the verification found.
        verification: Option<Step>,
        /// What the check of effectiveness found.
        effectiveness: Option<Step>,
        /// When and by whom it was closed.
        closed: Option<Stamped>,
    }

    /// By when the steps are due.
    struct DueDays {
        /// Acknowledgement.
        acknowledge: String,
        /// Correction, root cause and plan.
        plan: String,
        /// Implementation.
        implement: String,
        /// The check of effectiveness.
        effectiveness: Option<String>,
    }

    /// A step that was taken.
    struct Step {
        /// What was found out or done.
        text: String,
        /// By whom, and when.
        stamped: Stamped,
    }

    /// A corrective action.
    struct Action {
        /// What will be done.
        text: String,
        /// Who answers for it.
        owner: String,
        /// By when.
        due: String,
        /// Who gave the plan, and when.
        stamped: Stamped,
    }

    /// What the register holds of an auditor (ISO 19011:2018 7).
    struct Profile {
        /// Languages, as tags.
        languages: Vec<String>,
        /// The code of conduct accepted, and the day.
        code: Option<(String, String)>,
        /// What shows competence.
        credentials: Vec<Credential>,
        /// Continual professional development.
        development: Vec<Development>,
        /// Audits taken part in, the latest first.
        audits: Vec<Audited>,
        /// Evaluations, the latest first.
        evaluations: Vec<Evaluated>,
    }

    /// What shows competence.
    struct Credential {
        /// What it is, in words.
        kind: String,
        /// The area of competence.
        area: String,
        /// Its title.
        title: String,
        /// Who gave or confirmed it.
        issuer: String,
        /// The first day.
        from: String,
        /// The last day, where it has one.
        to: Option<String>,
        /// How much of it, in words.
        amount: Option<String>,
    }

    /// Something done to stay competent.
    struct Development {
        /// The day.
        on: String,
        /// The area of competence.
        area: String,
        /// What was done.
        what: String,
        /// Hours.
        hours: u32,
    }

    /// An audit that somebody took part in.
    struct Audited {
        /// The audit's id, by which it is known whether a reader may know of it.
        id: String,
        /// Its title.
        title: String,
        /// The auditee.
        auditee: String,
        /// The type of audit, in words.
        audit_type: String,
        /// The role, in words.
        role: String,
        /// The criteria.
        criteria: Vec<String>,
        /// The last day at the auditee; none while it is yet to come.
        last_day: Option<String>,
        /// Auditor days of the whole team, in words.
        days: String,
    }

    /// An evaluation of an auditor.
    struct Evaluated {
        /// The evaluation's id, by which it is known whether a reader may know of it.
        id: String,
        /// The day.
        on: String,
        /// By whom.
        by: String,
        /// For which role, in words.
        role: String,
        /// By which method, in words.
        method: String,
        /// The result, in words.
        result: String,
        /// Why.
        reasons: String,
        /// Behaviours that were looked for: each in words, and whether it was shown.
        behaviours: Vec<(String, bool)>,
        /// What followed.
        followed: Option<String>,
    }
}

/// What a document says, by its kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// The audit plan.
    Plan(PlanSaid),
    /// A meeting's agenda and attendance.
    Meeting(MeetingSaid),
    /// Nonconformities, as forms or as a plan of corrective actions.
    Followed(Followed),
    /// The profile of an auditor.
    Profile(Profile),
}

impl DocumentContent {
    /// The audit that it is of; none for a profile.
    #[must_use]
    pub const fn audit(&self) -> Option<&AuditFacts> {
        match &self.says {
            Says::Plan(plan) => Some(&plan.audit),
            Says::Meeting(meeting) => Some(&meeting.audit),
            Says::Followed(followed) => Some(&followed.audit),
            Says::Profile(_) => None,
        }
    }

    /// The bytes that are attached to the document, so that other programs can read what it says.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        // No map here has keys other than strings and no type serializes by hand, so serialization cannot fail.
        crate::kernel::entry::canonical(&serde_json::to_value(self).unwrap_or_default()).into_bytes()
    }
}
