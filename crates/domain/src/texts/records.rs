//! The records of texts: their versions, and where each was taken.

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, HouseTextId, OrganizationId, TextUseId};
use crate::kernel::macros::{record, states, words};
use crate::kernel::text::{Language, Slug, Text};

words! {
    /// What a text of the organization is for.
    pub enum TextKind {
        /// What the team says of confidentiality and information security.
        Confidentiality = "confidentiality",
        /// What the opening meeting goes through.
        OpeningAgenda = "opening_agenda",
        /// What the closing meeting goes through.
        ClosingAgenda = "closing_agenda",
        /// How a plan begins.
        PlanIntroduction = "plan_introduction",
        /// How a report begins.
        ReportIntroduction = "report_introduction",
        /// What sampling can show and what it cannot.
        SamplingLimits = "sampling_limits",
        /// What goes with the distribution list.
        Distribution = "distribution",
        /// The mail by which the auditee is invited.
        Invitation = "invitation",
    }
}

states! {
    /// Whether a version of a text is in use.
    pub enum HouseTextState {
        /// It is put into audits.
        InUse = "in_use",
        /// It is not any more. Where it was taken it stays.
        Retired = "retired" {
            /// Why; none where another version has taken its place.
            reason: Option<Text>,
            /// When and by whom.
            retired: Stamp,
        },
    }
}

record! {
    /// A text of the auditing organization, in one of its versions.
    pub struct HouseText(HouseTextId, links: [organization]) {
        /// The organization.
        organization: OrganizationId,
        /// What it is for.
        kind: TextKind,
        /// Its language.
        language: Language,
        /// Which version it is of its kind and language, counted from 1.
        revision: u32,
        /// The text, with placeholders.
        text: Text,
        /// When it was adopted and by whom.
        stamp: Stamp,
        /// Whether it is in use.
        state: HouseTextState,
    }

    /// That a text of the organization was taken into an audit as a start.
    pub struct TextUse(TextUseId, links: [audit, house_text]) {
        /// The audit.
        audit: AuditId,
        /// The version that was taken.
        house_text: HouseTextId,
        /// Which version of its kind and language that is.
        revision: u32,
        /// For what: an item of a checklist, or a field of an act.
        place: Slug,
        /// The text with its placeholders filled.
        text: Text,
        /// When and by whom.
        stamp: Stamp,
    }
}
