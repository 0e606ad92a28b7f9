//! Ids: one type a record, so that none is taken for another. Each is a UUID (version 7, so that it sorts by time).

use std::fmt;
use std::str::FromStr;

use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::datum::text_datum;
use super::record::Kind;
use super::said::{Arg, Tell, say};
use super::text::BadValue;

/// An id of a kind of record.
pub trait Id: Copy + Eq + Ord + fmt::Debug + fmt::Display + From<Uuid> {
    /// The kind of record it names.
    const KIND: Kind;
    /// The id as a UUID.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident => $kind:ident; )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl Id for $name {
            const KIND: Kind = Kind::$kind;
            fn uuid(self) -> Uuid { self.0 }
        }
        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self { Self(uuid) }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", self.0.hyphenated()) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", self.0.hyphenated()) }
        }
        impl FromStr for $name {
            type Err = BadValue;
            fn from_str(text: &str) -> Result<Self, BadValue> { parse(text).map(Self) }
        }
        text_datum!($name, json!({ "type": "string", "format": "uuid", "x-record": Kind::$kind.word() }), say!("give an id as the system prints it"));
        impl Tell for $name {
            fn tell(&self) -> Arg { Arg::Text(self.to_string()) }
        }
    )+ };
}

ids! {
    /// The auditing organization itself: one to a store.
    OrganizationId => Organization;
    /// A person: an auditor, a programme manager, a contact of an auditee.
    PersonId => Person;
    /// An organization that is audited.
    AuditeeId => Auditee;
    /// A version of an auditee's Statement of Applicability.
    SoaId => Soa;
    /// A relation of a person to an auditee that bears on impartiality.
    RelationId => Relation;
    /// An audit programme.
    ProgrammeId => Programme;
    /// An audit; the same id from its planning in the programme on.
    AuditId => Audit;
    /// A version of an audit's plan.
    PlanId => Plan;
    /// A request for information to the auditee.
    RequestId => InfoRequest;
    /// A meeting of an audit: opening, closing, or another.
    MeetingId => Meeting;
    /// An entry in an audit's log of communication.
    MessageId => Message;
    /// A working paper.
    PaperId => Paper;
    /// A note on a working paper.
    NoteId => Note;
    /// A piece of audit evidence.
    EvidenceId => Evidence;
    /// An audit finding.
    FindingId => Finding;
    /// A version of an audit report.
    ReportId => Report;
    /// A complaint or an appeal.
    ComplaintId => Complaint;
    /// A certification and its cycle.
    CertificationId => Certification;
    /// An audit test, as adopted from a catalogue: one id a version.
    AuditTestId => AuditTest;
    /// An evaluation of an auditor (ISO 19011:2018 7.5).
    AppraisalId => Appraisal;
    /// The record that something was erased.
    ErasureId => Erasure;
    /// A planned audit: the entry in the programme that says what, when and why.
    PlannedAuditId => PlannedAudit;
    /// A use of a method.
    MethodUseId => MethodUse;
    /// A sample drawn by lot.
    DrawId => Draw;
    /// A table of the auditing organization's own: one id a version.
    MethodTableId => MethodTable;
    /// A set of criteria, as adopted: one id a set.
    CriteriaSetId => CriteriaSet;
    /// The wording of a requirement.
    WordingId => Wording;
    /// A mapping between two sets of criteria, as adopted: one id a version.
    MappingId => Mapping;
    /// An audit trail, as adopted from a catalogue: one id a version.
    AuditTrailId => AuditTrail;
    /// A case that is followed along an audit trail in an audit.
    TrailCaseId => TrailCase;
    /// A right that somebody was given.
    GrantId => AccessGrant;
    /// Claims that were read from one file.
    ClaimSetId => ClaimSet;
    /// A text of the auditing organization's own: one id a version.
    HouseTextId => HouseText;
    /// A Word file of the auditing organization's own as a template: one id a version.
    TemplateId => Template;
    /// The template that an audit has chosen for a kind of document.
    TemplateChoiceId => TemplateChoice;
    /// That a text of the organization was taken into an audit.
    TextUseId => TextUse;
    /// An audit lent for work in the field.
    LoanId => Loan;
    /// An act from the field that waits: one id a loan and number.
    FieldActId => FieldAct;
    /// A signature that was given on the spot.
    SpotSignatureId => SpotSignature;
}

impl From<PlannedAuditId> for AuditId {
    fn from(planned: PlannedAuditId) -> Self {
        Self(planned.0)
    }
}

impl From<AuditId> for PlannedAuditId {
    fn from(audit: AuditId) -> Self {
        Self(audit.0)
    }
}

/// A UUID made from what it names, after a word that keeps the kinds apart: the same names give the same id.
pub(crate) fn digest_uuid(kind: &str, names: &[&str]) -> Uuid {
    let mut text = kind.to_owned();
    for name in names {
        text.push('\n');
        text.push_str(name);
    }
    let mut bytes = [0; 16];
    for (byte, from) in bytes.iter_mut().zip(Sha256::digest(text)) {
        *byte = from;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

fn parse(text: &str) -> Result<Uuid, BadValue> {
    if text.len() != 36 || text.bytes().any(|b| b.is_ascii_uppercase()) {
        return Err(BadValue::new("is not an id"));
    }
    Uuid::parse_str(text).map_err(|_| BadValue::new("is not an id"))
}
