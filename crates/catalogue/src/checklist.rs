//! Checklists that the law of an audit leans on: what a plan says, what a report says, what meetings go through.

use serde::Serialize;

use crate::criteria::RequirementRef;
use crate::id::Key;
use crate::words::{AuditType, Certainty, Need};

/// One item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChecklistItem {
    /// Its id, stable for ever: `audit_plan.objectives`.
    pub id: Key,
    /// What it asks, in our own words.
    pub text: String,
    /// Whether it must be there.
    pub need: Need,
    /// Where it comes from: the clause with its edition.
    pub source: String,
    /// How sure that is.
    pub certainty: Certainty,
    /// What a reader should know.
    pub note: Option<String>,
    /// The requirement that demands it, for documented information.
    pub requirement: Option<RequirementRef>,
    /// The types of audit it is for; none for all.
    pub audit_types: Vec<AuditType>,
}

impl ChecklistItem {
    /// Whether it is for this type of audit.
    #[must_use]
    pub fn is_for(&self, audit_type: AuditType) -> bool {
        self.audit_types.is_empty() || self.audit_types.contains(&audit_type)
    }
}

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checklist {
    /// Its id: `audit_plan`.
    pub id: Key,
    /// Its title.
    pub title: String,
    /// Its items, in the order of the file, which is the order of the agenda or of the document.
    pub items: Vec<ChecklistItem>,
}

impl Checklist {
    /// One item.
    #[must_use]
    pub fn item(&self, id: &Key) -> Option<&ChecklistItem> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The items for one type of audit.
    pub fn items_for(&self, audit_type: AuditType) -> impl Iterator<Item = &ChecklistItem> {
        self.items.iter().filter(move |item| item.is_for(audit_type))
    }
}
