//! Versions of the audit report (ISO 19011:2018 6.5).

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, PersonId, ReportId};
use crate::kernel::macros::{data, record, states};
use crate::kernel::text::{Line, Sha256, Slug, Text};

data! {
    /// What the leader adds to an item of the report's checklist, or why it is left out.
    pub struct ReportItem {
        /// The item: `audit_report.confidentiality`.
        item: Slug,
        /// The text.
        text: Option<Text>,
        /// Why there is none.
        omitted: Option<Text>,
    }

    /// Somebody on the distribution list.
    pub struct Recipient {
        /// Who.
        person: PersonId,
        /// In which function.
        function: Line,
    }

    /// That a recipient has acknowledged the report.
    pub struct Acknowledgement {
        /// Who.
        person: PersonId,
        /// When and by whom it was recorded.
        stamp: Stamp,
    }
}

states! {
    /// The life of a version of the report.
    pub enum ReportState {
        /// Being written.
        Draft = "draft",
        /// Reviewed.
        Reviewed = "reviewed" {
            /// When and by whom.
            reviewed: Stamp,
            /// The digest of the content that was reviewed.
            reviewed_content: Sha256,
            /// Remarks of the reviewer.
            remarks: Option<Text>,
        },
        /// Approved: its content stands.
        Approved = "approved" {
            /// When and by whom it was reviewed.
            reviewed_before: Stamp,
            /// When and by whom it was approved.
            approved: Stamp,
            /// The digest of the canonical content.
            content: Sha256,
        },
        /// Issued to the distribution list.
        Issued = "issued" {
            /// When and by whom it was approved.
            approved_before: Stamp,
            /// The digest of the canonical content.
            issued_content: Sha256,
            /// When and by whom it was issued.
            issued: Stamp,
            /// The digest of the PDF that was issued.
            pdf: Sha256,
        },
        /// Replaced by a later version.
        Replaced = "replaced" {
            /// The digest of the content as issued.
            replaced_content: Sha256,
            /// The digest of the PDF as issued.
            replaced_pdf: Sha256,
            /// When and by whom it was issued.
            issued_before: Stamp,
        },
    }
}

record! {
    /// A version of the audit report.
    pub struct Report(ReportId, links: [audit]) {
        /// The audit.
        audit: AuditId,
        /// 1 is the first.
        number: u32,
        /// Why this version amends the one before.
        amends_why: Option<Text>,
        /// What the leader adds, item by item.
        items: Vec<ReportItem>,
        /// The distribution list.
        distribution: Vec<Recipient>,
        /// Whether the working papers are annexed whole.
        whole_papers: bool,
        /// When and by whom it was begun.
        stamp: Stamp,
        /// Where it stands.
        state: ReportState,
        /// Who has acknowledged it.
        acknowledgements: Vec<Acknowledgement>,
        /// When and by whom it was changed last, if it was.
        edited: Option<Stamp>,
        /// The SHA-256 of the encrypted file that its PDF is kept in; none where it is kept as it is.
        cipher: Option<Sha256>,
    }
}
