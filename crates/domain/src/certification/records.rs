//! Certification, complaints and appeals, and erasure (ISO/IEC 17021-1:2015 9.5 to 9.8).

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, AuditeeId, CertificationId, ComplaintId, ErasureId, PersonId};
use crate::kernel::macros::{data, record, states};
use crate::kernel::text::{CriteriaId, Line, Text};
use crate::kernel::time::Date;
use crate::policy::CyclePolicy;
use crate::words::{ComplaintKind, DecisionKind};

data! {
    /// A technical review of an audit before the decision (ISO/IEC 17021-1:2015 9.5.1).
    pub struct TechnicalReview {
        /// The audit.
        audit: AuditId,
        /// Whether the information is enough for a decision.
        sufficient: bool,
        /// Remarks.
        remarks: Text,
        /// When and by whom.
        stamp: Stamp,
    }

    /// A decision on certification.
    pub struct Decision {
        /// The decision.
        kind: DecisionKind,
        /// The audit it rests on, if on one.
        audit: Option<AuditId>,
        /// Why.
        reason: Text,
        /// The day on which it takes effect.
        on: Date,
        /// When and by whom.
        stamp: Stamp,
    }
}

states! {
    /// The life of a certification.
    pub enum CertificationState {
        /// Applied for, not yet decided.
        Applied = "applied",
        /// Certified.
        Certified = "certified" {
            /// Since the decision of this cycle.
            since: Date,
            /// Until.
            expires: Date,
        },
        /// Suspended.
        Suspended = "suspended" {
            /// Since.
            suspended_since: Date,
            /// When it would expire.
            would_expire: Date,
        },
        /// Withdrawn.
        Withdrawn = "withdrawn" {
            /// Since.
            withdrawn_since: Date,
        },
        /// Refused.
        Refused = "refused" {
            /// Since.
            refused_on: Date,
        },
    }

    /// The life of a complaint or an appeal.
    pub enum ComplaintState {
        /// Received.
        Received = "received",
        /// Given to somebody who was not involved.
        Assigned = "assigned" {
            /// To whom.
            handler: PersonId,
            /// When and by whom.
            assigned: Stamp,
        },
        /// Decided.
        Decided = "decided" {
            /// By whom it was handled.
            handled_by: PersonId,
            /// The decision.
            decision: Text,
            /// Whether it was upheld.
            upheld: bool,
            /// When and by whom it was recorded.
            decided: Stamp,
        },
    }
}

record! {
    /// A certification of a client and its cycle.
    pub struct Certification(CertificationId, links: [auditee]) {
        /// The client.
        auditee: AuditeeId,
        /// Against which set.
        criteria: CriteriaId,
        /// The scope of certification.
        scope: Text,
        /// The lengths of the cycle.
        cycle: CyclePolicy,
        /// Where it stands.
        state: CertificationState,
        /// Technical reviews.
        reviews: Vec<TechnicalReview>,
        /// Decisions.
        decisions: Vec<Decision>,
    }

    /// A complaint or an appeal.
    pub struct Complaint(ComplaintId, links: [audit]) {
        /// Complaint or appeal.
        kind: ComplaintKind,
        /// The audit it is about, if about one.
        audit: Option<AuditId>,
        /// From whom.
        from: Line,
        /// What it says.
        text: Text,
        /// When it was received.
        received: Date,
        /// When it must be decided by.
        decide_by: Date,
        /// When and by whom it was entered.
        stamp: Stamp,
        /// Where it stands.
        state: ComplaintState,
        /// When and by whom the sender was told of the outcome.
        told: Option<Stamp>,
        /// When its receipt must be acknowledged by.
        acknowledge_by: Option<Date>,
        /// When and by whom its receipt was acknowledged.
        acknowledged: Option<Stamp>,
    }

    /// That something was erased.
    pub struct Erasure(ErasureId, links: []) {
        /// What: the kind and the id of the record.
        what: Line,
        /// On whose authority.
        authority: Line,
        /// Why.
        reason: Text,
        /// When and by whom.
        stamp: Stamp,
    }
}
