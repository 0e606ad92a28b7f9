//! The record of claims.

use crate::evidence::Requirement;
use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, ClaimSetId, EvidenceId};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{Line, Slug, Text};
use crate::kernel::time::Date;

words! {
    /// What kind of thing the claims are.
    pub enum ClaimKind {
        /// Answers to a checklist: how somebody sees their own conformity, or a supplier's.
        Checklist = "checklist",
        /// Findings of others: of another audit, an assessment, a tool, a ticket.
        Findings = "findings",
    }
}

data! {
    /// One claim, in the words of its source.
    pub struct Claim {
        /// Where it stands in the file: a sheet and row, an id.
        place: Line,
        /// The requirement it is about, where that was understood.
        requirement: Option<Requirement>,
        /// How the source names what it is about.
        reference: Option<Line>,
        /// What it says, in a line.
        title: Line,
        /// What it says, at length.
        text: Option<Text>,
        /// The source's word for how it stands: `Compliant`, `Open`.
        says: Option<Line>,
        /// The source's word for how much it weighs.
        weight: Option<Line>,
        /// Who is to do something, as the source names them.
        owner: Option<Line>,
        /// Until when.
        due: Option<Date>,
    }
}

states! {
    /// Whether claims stand.
    pub enum ClaimsState {
        /// They stand beside the papers.
        Standing = "standing",
        /// They were taken by mistake, or the source took them back. They stay visible here, and nowhere else.
        Withdrawn = "withdrawn" {
            /// Why.
            reason: Text,
            /// When and by whom.
            withdrawn: Stamp,
        },
    }
}

record! {
    /// Claims that were read from one file.
    pub struct ClaimSet(ClaimSetId, links: [audit, evidence]) {
        /// The audit.
        audit: AuditId,
        /// The file they were read from, as it was taken.
        evidence: EvidenceId,
        /// What they are.
        kind: ClaimKind,
        /// What the set is: "Self-assessment of the first quarter".
        title: Line,
        /// Who says it.
        source: Line,
        /// The layout it was read by: `columns`, `jira`, `oscal-results`.
        layout: Slug,
        /// The claims, in the order of the file.
        claims: Vec<Claim>,
        /// When and by whom they were taken.
        taken: Stamp,
        /// Whether they stand.
        state: ClaimsState,
    }
}
