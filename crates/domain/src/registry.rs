//! The registry: every kind of record, every event and every command, each in one list.

use std::fmt;

use serde_json::Value;
use uuid::Uuid;

use crate::access::{self, AccessGrant};
use crate::audit::{self, Audit, InfoRequest, Meeting, Message, Plan, SpotSignature};
use crate::auditee::{self, Auditee, Organization, Soa};
use crate::auditor::{self, Appraisal, Person, Relation};
use crate::certification::{self, Certification, Complaint, Erasure};
use crate::claim::{self, ClaimSet};
use crate::criteria::{self, CriteriaSet, Mapping, Wording};
use crate::document::{self, Template, TemplateChoice};
use crate::evidence::{self, AuditTest, AuditTrail, Evidence, Note, Paper, TrailCase};
use crate::field::{self, FieldAct, Loan};
use crate::finding::{self, Finding};
use crate::kernel::act::{self, Apply, Ask, Ctx, Decide, Fact, Stamp, read_event};
use crate::kernel::datum::{Cells, Corrupt, Datum, Problem, Shape, read_json};
use crate::kernel::id::AuditId;
use crate::kernel::macros::words;
use crate::kernel::record::{self, Key, Need, Record, World};
use crate::kernel::refusal::{Rule, Stop};
use crate::kernel::zone;
use crate::method::{self, Draw, MethodTable, MethodUse};
use crate::policy;
use crate::programme::{self, PlannedAudit, Programme};
use crate::report::{self, Report};
use crate::signing;
use crate::tables;
use crate::texts::{self, HouseText, TextUse};

macro_rules! records {
    ($( $(#[$meta:meta])* $name:ident = $word:literal, )+) => {
        words! {
            /// A kind of record. Its word is the name of its table.
            pub enum Kind { $( $(#[$meta])* $name = $word ),+ }
        }

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum AnyRecord { $( $(#[$meta])* $name(Box<$name>) ),+ }

        impl AnyRecord {
            /// The kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $( Self::$name(_) => Kind::$name ),+ }
            }

            /// The record as JSON.
            #[must_use]
            pub fn to_json(&self) -> Value {
                match self { $( Self::$name(record) => record.to_json() ),+ }
            }

            /// Reads a record of a kind from what [`AnyRecord::to_json`] wrote; nothing where it is anything else.
            #[must_use]
            pub fn from_json(kind: Kind, json: &Value) -> Option<Self> {
                match kind { $( Kind::$name => read_json::<$name>(json).ok().map(Record::wrap) ),+ }
            }

            /// Puts a record of a kind together from its cells.
            ///
            /// # Errors
            /// [`Corrupt`] when the cells are not what the law could have produced.
            pub fn from_cells(kind: Kind, cells: Cells) -> Result<Self, Corrupt> {
                match kind { $( Kind::$name => cells.into_datum::<$name>().map(Record::wrap) ),+ }
            }
        }

        impl Kind {
            /// The columns and child tables of this kind of record.
            #[must_use]
            pub fn shape(self) -> Shape {
                match self { $( Self::$name => Shape::of::<$name>() ),+ }
            }

            /// The names of its links.
            #[must_use]
            pub const fn links(self) -> &'static [&'static str] {
                match self { $( Self::$name => <$name as Record>::LINKS ),+ }
            }

            /// The JSON Schema of a record of this kind.
            #[must_use]
            pub fn schema(self) -> Value {
                match self { $( Self::$name => <$name as Datum>::schema() ),+ }
            }
        }

        /// Calls `found` with every link of a record.
        pub(crate) fn links(record: &AnyRecord, found: &mut dyn FnMut(&'static str, Uuid)) {
            match record { $( AnyRecord::$name(record) => record.links(found) ),+ }
        }

        /// The cells of a record.
        pub(crate) fn cells(record: &AnyRecord) -> Cells {
            match record { $( AnyRecord::$name(record) => Cells::of(record.as_ref()) ),+ }
        }
    };
}

records! {
    /// The auditing organization.
    Organization = "organization",
    /// A person.
    Person = "person",
    /// An evaluation of an auditor.
    Appraisal = "appraisal",
    /// A relation that bears on impartiality.
    Relation = "relation",
    /// An auditee.
    Auditee = "auditee",
    /// A version of a Statement of Applicability.
    Soa = "soa",
    /// An audit programme.
    Programme = "programme",
    /// A planned audit.
    PlannedAudit = "planned_audit",
    /// An audit.
    Audit = "audit",
    /// A version of an audit's plan.
    Plan = "plan",
    /// A request for information.
    InfoRequest = "info_request",
    /// A meeting.
    Meeting = "meeting",
    /// An entry in the log of communication.
    Message = "message",
    /// An audit test.
    AuditTest = "audit_test",
    /// A working paper.
    Paper = "paper",
    /// A note on a working paper.
    Note = "note",
    /// A piece of evidence.
    Evidence = "evidence",
    /// A finding.
    Finding = "finding",
    /// A version of the report.
    Report = "report",
    /// A certification.
    Certification = "certification",
    /// A complaint or an appeal.
    Complaint = "complaint",
    /// An erasure.
    Erasure = "erasure",
    /// A use of a method.
    MethodUse = "method_use",
    /// A sample drawn by lot.
    Draw = "draw",
    /// A table of the organization's own, as adopted.
    MethodTable = "method_table",
    /// A set of criteria, as adopted.
    CriteriaSet = "criteria_set",
    /// The wording of a requirement.
    Wording = "wording",
    /// A mapping between two sets of criteria, as adopted.
    Mapping = "mapping",
    /// An audit trail, as adopted.
    AuditTrail = "audit_trail",
    /// A case followed along an audit trail.
    TrailCase = "trail_case",
    /// A right that somebody was given.
    AccessGrant = "access_grant",
    /// Claims that were read from one file.
    ClaimSet = "claim_set",
    /// A text of the organization, in one of its versions.
    HouseText = "house_text",
    /// That a text of the organization was taken into an audit.
    TextUse = "text_use",
    /// A Word file of the organization as a template, in one of its versions.
    Template = "template",
    /// The template that an audit has chosen for a kind of document.
    TemplateChoice = "template_choice",
    /// An audit lent for work in the field.
    Loan = "loan",
    /// An act from the field that waits.
    FieldAct = "field_act",
    /// A signature that was given on the spot.
    SpotSignature = "spot_signature",
}

macro_rules! events {
    ($( $module:ident { $( $name:ident ),* $(,)? } )+) => {
        /// Everything that can have happened.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event { $( $(
            #[doc = concat!("See [`", stringify!($name), "`](crate::", stringify!($module), "::", stringify!($name), ").")]
            $name(Box<crate::$module::$name>),
        )* )+ }

        $( $( impl From<crate::$module::$name> for Event {
            fn from(event: crate::$module::$name) -> Self { Self::$name(Box::new(event)) }
        } )* )+

        impl Event {
            /// Every kind with the version that is written now.
            pub const KINDS: &'static [(&'static str, u16)] =
                &[ $( $( (<crate::$module::$name as Fact>::KIND, <crate::$module::$name as Fact>::V), )* )+ ];

            /// The kind, as the journal names it.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self { $( $( Self::$name(_) => <crate::$module::$name as Fact>::KIND, )* )+ }
            }

            /// The version of the payload's form.
            #[must_use]
            pub fn v(&self) -> u16 {
                match self { $( $( Self::$name(_) => <crate::$module::$name as Fact>::V, )* )+ }
            }

            /// The record it happened to.
            #[must_use]
            pub fn subject(&self) -> Key {
                match self { $( $( Self::$name(event) => event.subject(), )* )+ }
            }

            /// The audit it belongs to, if any.
            #[must_use]
            pub fn audit(&self) -> Option<AuditId> {
                match self { $( $( Self::$name(event) => event.audit(), )* )+ }
            }

            /// What must be loaded before the event can be applied, besides what its decision has read.
            #[must_use]
            pub fn touches(&self) -> Vec<Need> {
                let audit = self.audit().map(|audit| Need::Record(Key::of(audit)));
                std::iter::once(Need::Record(self.subject())).chain(audit).collect()
            }

            /// The payload.
            #[must_use]
            pub fn payload(&self) -> Value {
                match self { $( $( Self::$name(event) => event.to_json(), )* )+ }
            }

            /// Reads an event from its kind, version and payload.
            ///
            /// # Errors
            /// [`Corrupt`] when there is no such kind, or the payload is not one of it.
            pub fn read(kind: &str, v: u16, payload: &Value) -> Result<Self, Corrupt> {
                match (kind, v) {
                    $( $( (<crate::$module::$name as Fact>::KIND, <crate::$module::$name as Fact>::V) =>
                        read_event::<crate::$module::$name>(payload).map(Into::into), )* )+
                    _ => Err(Corrupt::new(format!("no event is of kind `{kind}` version {v}"))),
                }
            }

            /// Changes the world as the event did.
            ///
            /// # Errors
            /// [`Corrupt`] when the world could not have seen this event.
            pub fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
                match self { $( $( Self::$name(event) => event.apply(world, stamp), )* )+ }
            }
        }
    };
}

macro_rules! commands {
    ($( $module:ident { $( $name:ident ),* $(,)? } )+) => {
        /// Everything that can be asked of the law.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Command { $( $(
            #[doc = concat!("See [`", stringify!($name), "`](crate::", stringify!($module), "::", stringify!($name), ").")]
            $name(Box<crate::$module::$name>),
        )* )+ }

        $( $( impl From<crate::$module::$name> for Command {
            fn from(command: crate::$module::$name) -> Self { Self::$name(Box::new(command)) }
        } )* )+

        impl Command {
            /// The names of all commands.
            pub const NAMES: &'static [&'static str] = &[ $( $( <crate::$module::$name as Ask>::NAME, )* )+ ];

            /// The command's name.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self { $( $( Self::$name(_) => <crate::$module::$name as Ask>::NAME, )* )+ }
            }

            /// The record whose version the command may carry.
            #[must_use]
            pub fn subject(&self) -> Option<Key> {
                match self { $( $( Self::$name(command) => command.subject(), )* )+ }
            }

            /// The command as JSON.
            #[must_use]
            pub fn to_json(&self) -> Value {
                match self { $( $( Self::$name(command) => command.to_json(), )* )+ }
            }

            /// Reads a command from its name and body.
            ///
            /// # Errors
            /// `None` when there is no such command; every problem of the body at its place.
            pub fn read(name: &str, body: &Value) -> Option<Result<Self, Vec<Problem>>> {
                match name {
                    $( $( <crate::$module::$name as Ask>::NAME =>
                        Some(read_json::<crate::$module::$name>(body).map(Into::into)), )* )+
                    _ => None,
                }
            }

            /// The JSON Schema of a command's body.
            #[must_use]
            pub fn schema(name: &str) -> Option<Value> {
                match name {
                    $( $( <crate::$module::$name as Ask>::NAME => Some(<crate::$module::$name as Datum>::schema()), )* )+
                    _ => None,
                }
            }

            /// What follows from the command, or why it may not be.
            ///
            /// # Errors
            /// [`Stop::Refused`] with every rule that refuses; [`Stop::Need`] when records must be loaded first.
            pub fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
                ctx.rewind();
                match self { $( $( Self::$name(command) => command.decide(world, ctx), )* )+ }
            }
        }
    };
}

events! {
    access { AccessGiven, AccessWithdrawn }
    claim { ClaimsTaken, ClaimsWithdrawn }
    criteria { CriteriaAdopted, CriteriaRetired, MappingAdopted, MappingRetired, WordingAttached, WordingRemoved }
    method {
        MethodUsed, DrawDeclared, DrawSeeded, DrawRecorded, DrawReplaced, DrawAbandoned, TableAdopted, TableRetired,
    }
    certification {
        ComplaintReceived, ComplaintAcknowledged, ComplaintAssigned, ComplaintDecided, ComplainantTold, CertificationApplied, TechnicallyReviewed,
        CertificationDecided, Erased,
    }
    report {
        ReportDrafted, ReportEdited, ReportReviewed, ReportApproved, ReportIssued, ReportAcknowledged, ReportSealed,
    }
    finding {
        FindingDrafted, FindingEdited, FindingRaised, FindingWithdrawn, FindingAcknowledged, FindingDisputed, FindingUpheld,
        FindingCorrected, CauseGiven, ActionPlanned, PlanAccepted, StepRejection, FindingImplemented, FindingVerified,
        EffectivenessChecked, FindingClosed, FindingEscalated,
    }
    evidence {
        TestAdopted, TestRetired, PapersMade, PapersAssigned, NoteWritten, NoteEdited, SampleRecorded, EvidenceAttached,
        EvidenceDetached, PaperEvaluated, PaperReviewed, PaperReopened, PaperVersionMoved, EvidenceRecorded, CustodyRecorded,
        EvidenceClassified, EvidenceSealed, TrailAdopted, TrailRetired, TrailFollowed, TrailStepRecorded,
    }
    audit {
        AuditOpened, AuditeeContacted, FeasibilityJudged, AuditInitiated, MemberAppointed, MemberDismissed,
        DocumentsReviewed, AuditPrepared, PlanDrafted, PlanEdited, PlanPresented, ObjectionRaised, ObjectionResolved,
        ObjectionOverruled, PlanAgreed, RequestAsked, RequestAnswered, AnswerAccepted, AnswerReturned, AuditBegun,
        MeetingRecorded, AttendanceSigned, MessageLogged, ScopeChangeProposed, ScopeChangeAccepted, ScopeChangeTold, FieldworkEnded,
        AuditConcluded, AuditCompleted, AuditCancelled, AuditTerminated, FeedbackGiven, HoldSet, HoldLifted,
        SignedOnTheSpot, MinutesCorrected,
    }
    texts { TextAdopted, TextRetired, TextTaken }
    tables { TableTaken, ListTaken }
    document { TemplateAdopted, TemplateRetired, TemplateChosen }
    field { FieldLent, LoanRevoked, FieldBrought, ActWaits, ActTaken, ActSettled }
    auditee { OrganizationNamed, LetterheadSet, AuditeeRegistered, AuditeeUpdated, SoaEntered }
    programme {
        ProgrammeDrafted, ProgrammeEdited, ProgrammeRevised, ProgrammeEstablished, ProgrammeBegun, ProgrammeClosed,
        PlannedAuditAdded, PlannedAuditChanged, PlannedAuditWithdrawn, ProgrammeReviewed, ActionFinished,
    }
    auditor {
        PersonRegistered, PersonUpdated, AbsenceAdded, AbsenceRemoved, CredentialAdded, CredentialWithdrawn,
        DevelopmentRecorded, InterestsDeclared, RelationDeclared, RelationEnded, RelationWithdrawn, AppraisalRecorded,
        AppraisalFollowedUp, CodeAccepted, PasskeyBound,
    }
}

commands! {
    access { GiveAccess, WithdrawAccess }
    claim { TakeClaims, WithdrawClaims }
    criteria { AdoptCriteria, RetireCriteria, AdoptMapping, RetireMapping, AttachWording, RemoveWording }
    method { RecordMethod, DeclareDraw, SeedDraw, RecordDraw, ReplaceDrawn, AbandonDraw, AdoptTable, RetireTable }
    certification {
        ReceiveComplaint, AcknowledgeComplaint, AssignComplaint, DecideComplaint, TellComplainant, ApplyForCertification, ReviewTechnically,
        DecideCertification, Erase,
    }
    report {
        DraftReport, EditReport, ReviewReport, ApproveReport, IssueReport, AcknowledgeReport, SealReport,
    }
    finding {
        DraftFinding, EditFinding, RaiseFinding, WithdrawFinding, AcknowledgeFinding, DisputeFinding, UpholdFinding,
        CorrectFinding, GiveCause, PlanAction, AcceptPlan, RejectStep, ImplementAction, VerifyFinding, CheckEffectiveness,
        CloseFinding, EscalateFinding,
    }
    evidence {
        AdoptTests, RetireTest, MakePapers, AssignPapers, WriteNote, EditNote, RecordSample, AttachEvidence,
        DetachEvidence, EvaluatePaper, ReviewPaper, ReopenPaper, MovePaperVersion, TakeEvidence, RecordSeen, RecordCustody,
        ClassifyEvidence, SealEvidence, AdoptTrails, RetireTrail, FollowTrail, RecordTrailStep,
    }
    audit {
        OpenAudit, ContactAuditee, JudgeFeasibility, InitiateAudit, AppointMember, DismissMember, ReviewDocuments,
        PrepareAudit, DraftPlan, EditPlan, PresentPlan, ObjectToPlan, ResolveObjection, OverruleObjection, AgreePlan,
        AskRequest, AnswerRequest, AcceptAnswer, ReturnAnswer, BeginAudit, RecordMeeting, SignAttendance, LogMessage,
        ProposeScopeChange, AcceptScopeChange, TellScopeChange, EndFieldwork, ConcludeAudit, CompleteAudit,
        CancelAudit, TerminateAudit, GiveFeedback, HoldAudit, LiftHold, SignOnTheSpot, CorrectMinutes,
    }
    texts { AdoptText, RetireText, TakeText }
    tables { TakeTable, TakeList }
    document { AdoptTemplate, RetireTemplate, ChooseTemplate }
    field { LendField, RevokeLoan, BringField, WaitField, TakeFieldAct, SettleFieldAct }
    auditee { NameOrganization, SetLetterhead, RegisterAuditee, UpdateAuditee, EnterSoa }
    programme {
        DraftProgramme, EditProgramme, ReviseProgramme, EstablishProgramme, BeginProgramme, CloseProgramme, PlanAudit,
        ChangePlannedAudit, WithdrawPlannedAudit, ReviewProgramme, FinishAction,
    }
    auditor {
        RegisterPerson, UpdatePerson, AddAbsence, RemoveAbsence, AddCredential, WithdrawCredential, RecordDevelopment,
        DeclareInterests, DeclareRelation, EndRelation, WithdrawRelation, RecordAppraisal, FollowUpAppraisal,
        AcceptCode, BindPasskey,
    }
}

/// Every rule of the law.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let kernel: [&'static Rule; 4] = [&act::TOO_MANY, &act::NEEDS_PERSON, &act::STALE, &record::UNKNOWN];
    kernel
        .into_iter()
        .chain(zone::RULES.iter().copied())
        .chain(policy::RULES.iter().copied())
        .chain(auditee::rules())
        .chain(programme::rules())
        .chain(auditor::rules())
        .chain(audit::rules())
        .chain(evidence::rules())
        .chain(finding::rules())
        .chain(report::rules())
        .chain(certification::rules())
        .chain(method::rules())
        .chain(criteria::rules())
        .chain(access::rules())
        .chain(claim::rules())
        .chain(signing::RULES.iter().copied())
        .chain(texts::rules())
        .chain(tables::rules())
        .chain(document::rules())
        .chain(field::rules())
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
