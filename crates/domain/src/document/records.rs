//! The records of templates: their versions, and which one an audit has chosen.

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, OrganizationId, TemplateChoiceId, TemplateId};
use crate::kernel::macros::{record, states, words};
use crate::kernel::text::{Line, Sha256, Text};

words! {
    /// A kind of document that is given out.
    #[derive(serde::Serialize, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum DocumentKind {
        /// The audit report.
        Report = "report",
        /// The audit plan.
        Plan = "plan",
        /// Nonconformity forms.
        Nonconformities = "nonconformities",
        /// The plan of corrective actions.
        CorrectiveActions = "corrective_actions",
        /// The opening meeting: agenda and attendance.
        OpeningMeeting = "opening_meeting",
        /// The closing meeting: agenda and attendance.
        ClosingMeeting = "closing_meeting",
        /// The profile of an auditor.
        Profile = "profile",
    }
}

states! {
    /// Whether a version of a template is offered.
    pub enum TemplateState {
        /// It can be chosen.
        InUse = "in_use",
        /// It cannot any more. Audits that chose it keep it.
        Retired = "retired" {
            /// Why; none where another version has taken its place.
            reason: Option<Text>,
            /// When and by whom.
            retired: Stamp,
        },
    }
}

record! {
    /// A Word file of the auditing organization's own, as the template of a kind of document, in one of its versions.
    pub struct Template(TemplateId, links: [organization]) {
        /// The organization.
        organization: OrganizationId,
        /// The kind of document that is made of it.
        kind: DocumentKind,
        /// What it is called: versions of one template have one name.
        name: Line,
        /// Which version it is of its kind and name, counted from 1.
        revision: u32,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// Its length in bytes.
        bytes: u32,
        /// When it was adopted and by whom.
        stamp: Stamp,
        /// Whether it is offered.
        state: TemplateState,
    }

    /// The template that an audit has chosen for a kind of document.
    pub struct TemplateChoice(TemplateChoiceId, links: [audit, template]) {
        /// The audit.
        audit: AuditId,
        /// The kind of document.
        kind: DocumentKind,
        /// The version of the template; none where the document is to look like ours again.
        template: Option<TemplateId>,
        /// When and by whom.
        stamp: Stamp,
    }
}
