//! Collecting evidence: files taken, things seen but not taken, custody, classification (ISO 19011:2018 6.4.7).

use super::{Custody, Evidence, EvidenceForm, not_over};
use crate::audit::people::is_contact;
use crate::audit::{Audit, AuditState};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditeeId, EvidenceId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Sha256, Text};
use crate::kernel::time::Timestamp;
use crate::registry::Event;
use crate::words::{Classification, TeamRole};

rules! {
    EVIDENCE_SEEN_BY = "evidence.seen_by", "ISO 19011:2018 6.4.7", "evidence seen by somebody of the audit's team";
    EVIDENCE_SEEN_AT = "evidence.seen_at", "ISO 19011:2018 4 b)", "evidence that was seen before it is recorded";
    EVIDENCE_LENGTH = "evidence.length", "house rule", "files of a length that can be";
    EVIDENCE_SEALED = "evidence.sealed", "ISO 19011:2018 4 d)", "an encrypted file before the record says that there is one";
    EVIDENCE_LOWERED = "evidence.lowered", "ISO 19011:2018 4 d)", "a reason for treating evidence as less sensitive";
}

command! {
    /// Takes a file in as evidence. Its bytes are kept under their digest before this is asked.
    pub struct TakeEvidence("evidence.take") {
        /// The audit.
        audit: AuditId,
        /// Its name: a path, a title.
        name: Line,
        /// The SHA-256 of its bytes.
        sha256: Sha256,
        /// Its length in bytes.
        bytes: i64,
        /// Its media type, as far as it is known.
        media: Line,
        /// How sensitive it is.
        classification: Classification,
        /// Where it came from.
        source: Option<Line>,
    }

    /// Records evidence that was seen but not taken.
    pub struct RecordSeen("evidence.record_seen") {
        /// The audit.
        audit: AuditId,
        /// Its name.
        name: Line,
        /// What was seen.
        what: Text,
        /// Where.
        place: Line,
        /// When.
        seen_at: Timestamp,
        /// By whom.
        seen_by: PersonId,
        /// Its SHA-256, if that could be taken.
        sha256: Option<Sha256>,
        /// How sensitive it is.
        classification: Classification,
        /// Where it came from.
        source: Option<Line>,
    }

    /// Records a step in the chain of custody.
    pub struct RecordCustody("evidence.record_custody") {
        /// The evidence.
        evidence: EvidenceId,
        /// What was done: received, handed over, returned, inspected, sealed.
        what: Line,
        /// Remark.
        remark: Option<Text>,
    }

    /// Changes how sensitive a piece of evidence is.
    pub struct ClassifyEvidence("evidence.classify" on evidence) {
        /// The evidence.
        evidence: EvidenceId,
        /// How sensitive it is.
        classification: Classification,
        /// Why; demanded where it becomes less sensitive.
        reason: Option<Text>,
    }

    /// Records that the file of a piece of evidence is kept encrypted now, and the digest of the encrypted file, which the store says.
    pub struct SealEvidence("evidence.seal" on evidence) {
        /// The evidence.
        evidence: EvidenceId,
    }
}

event! {
    /// Evidence was recorded.
    pub struct EvidenceRecorded("evidence.recorded" v 1, evidence in audit) {
        /// The evidence.
        evidence: EvidenceId,
        /// The audit.
        audit: AuditId,
        /// The auditee.
        auditee: AuditeeId,
        /// Its name.
        name: Line,
        /// File, or seen but not taken.
        form: EvidenceForm,
        /// How sensitive it is.
        classification: Classification,
        /// Where it came from.
        source: Option<Line>,
        /// Who of the auditee gave it as the auditee's own.
        given_by: Option<PersonId>,
        /// The SHA-256 of the encrypted file that its bytes are kept in; none where they are kept as they are.
        cipher: Option<Sha256>,
    }

    /// The file was encrypted where it is kept, or encrypted anew.
    pub struct EvidenceSealed("evidence.sealed" v 1, evidence in audit) {
        /// The evidence.
        evidence: EvidenceId,
        /// The audit.
        audit: AuditId,
        /// The SHA-256 of the encrypted file.
        cipher: Sha256,
    }

    /// A step in the chain of custody was recorded.
    pub struct CustodyRecorded("evidence.custody_recorded" v 1, evidence in audit) {
        /// The evidence.
        evidence: EvidenceId,
        /// The audit.
        audit: AuditId,
        /// What was done.
        what: Line,
        /// Remark.
        remark: Option<Text>,
    }

    /// Evidence was classified anew.
    pub struct EvidenceClassified("evidence.classified" v 1, evidence in audit) {
        /// The evidence.
        evidence: EvidenceId,
        /// The audit.
        audit: AuditId,
        /// How sensitive it is.
        classification: Classification,
        /// Why.
        reason: Option<Text>,
    }
}

/// The longest file that can be evidence, in bytes: 8 GiB.
pub const EVIDENCE_BYTES_MAX: i64 = 8 * 1024 * 1024 * 1024;

/// Refuses where no evidence is collected any more. After completion it still is: for the follow-up of nonconformities
/// (ISO 19011:2018 6.7).
fn still_collecting(audit: &Audit) -> Result<(), Stop> {
    if matches!(audit.state, AuditState::Completed { .. }) { Ok(()) } else { not_over(audit) }
}

/// Who acts, where they give evidence for the auditee: a contact of it, or the audit client, who is not in the team.
fn given_by(world: &World, audit: &Audit, ctx: &Ctx) -> Result<Option<PersonId>, Stop> {
    let Some(person) = ctx.actor.person() else { return Ok(None) };
    let in_team = audit.team.iter().any(|member| member.person == person && member.role != TeamRole::Guide);
    let is_client = audit.initiation.as_ref().is_some_and(|initiation| initiation.client == person);
    let answers = !in_team && (is_client || is_contact(world, audit, person)?);
    Ok(answers.then_some(person))
}

impl Decide for TakeEvidence {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        still_collecting(audit)?;
        let mut check = Check::new();
        check.that(
            (0..=EVIDENCE_BYTES_MAX).contains(&self.bytes),
            &EVIDENCE_LENGTH,
            "/bytes",
            say!("a file cannot have {bytes} bytes here", bytes = &self.bytes),
            say!("give a length from 0 to {most}", most = EVIDENCE_BYTES_MAX),
        );
        check.done()?;
        let form =
            EvidenceForm::Taken { sha256: self.sha256.clone(), bytes: self.bytes, media: self.media.clone() };
        Ok(vec![
            EvidenceRecorded {
                evidence: ctx.id()?,
                audit: audit.id,
                auditee: audit.auditee,
                name: self.name.clone(),
                form,
                classification: self.classification,
                source: self.source.clone(),
                given_by: given_by(world, audit, ctx)?,
                cipher: ctx.cipher.clone(),
            }
            .into(),
        ])
    }
}

impl Decide for RecordSeen {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        still_collecting(audit)?;
        let mut check = Check::new();
        check.that(
            audit.team.iter().any(|member| member.person == self.seen_by),
            &EVIDENCE_SEEN_BY,
            "/seen_by",
            "whoever saw it is not in the audit's team",
            "name somebody of the team who saw it, or take a statement as evidence instead",
        );
        check.that(
            self.seen_at <= ctx.now,
            &EVIDENCE_SEEN_AT,
            "/seen_at",
            say!("`{when}` is yet to come", when = &self.seen_at),
            "give the time at which it was seen",
        );
        check.done()?;
        let form = EvidenceForm::Seen {
            what: self.what.clone(),
            at_place: self.place.clone(),
            seen_at: self.seen_at,
            seen_by: self.seen_by,
            seen_sha256: self.sha256.clone(),
        };
        Ok(vec![
            EvidenceRecorded {
                evidence: ctx.id()?,
                audit: audit.id,
                auditee: audit.auditee,
                name: self.name.clone(),
                form,
                classification: self.classification,
                source: self.source.clone(),
                given_by: None,
                cipher: None,
            }
            .into(),
        ])
    }
}

impl Apply for EvidenceRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let step = match self.form {
            EvidenceForm::Taken { .. } => "taken",
            EvidenceForm::Seen { .. } => "seen",
        };
        let step = step.parse().map_err(|_| Corrupt::new("a step of custody has no name"))?;
        world.add(Evidence {
            id: self.evidence,
            audit: self.audit,
            auditee: self.auditee,
            name: self.name.clone(),
            form: self.form.clone(),
            classification: self.classification,
            source: self.source.clone(),
            given_by: self.given_by,
            cipher: self.cipher.clone(),
            custody: vec![Custody { stamp: stamp.clone(), what: step, remark: None }],
        })
    }
}

impl Decide for RecordCustody {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let evidence = world.get::<Evidence>(self.evidence)?;
        let (what, remark) = (self.what.clone(), self.remark.clone());
        Ok(vec![CustodyRecorded { evidence: self.evidence, audit: evidence.audit, what, remark }.into()])
    }
}

impl Apply for CustodyRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Evidence>(self.evidence, |evidence| {
            evidence.custody.push(Custody {
                stamp: stamp.clone(),
                what: self.what.clone(),
                remark: self.remark.clone(),
            });
        })
    }
}

impl Decide for ClassifyEvidence {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let evidence = world.get::<Evidence>(self.evidence)?;
        if evidence.classification == self.classification {
            return Ok(Vec::new());
        }
        if self.classification < evidence.classification && self.reason.is_none() {
            return Err(Refusal::new(
                &EVIDENCE_LOWERED,
                say!(
                    "`{classification}` is less than `{present}`",
                    classification = &self.classification,
                    present = &evidence.classification
                ),
                "say why it is less sensitive than it was taken for",
            )
            .at("/reason")
            .into());
        }
        Ok(vec![
            EvidenceClassified {
                evidence: self.evidence,
                audit: evidence.audit,
                classification: self.classification,
                reason: self.reason.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for EvidenceClassified {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Evidence>(self.evidence, |evidence| evidence.classification = self.classification)
    }
}

impl Decide for SealEvidence {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let evidence = world.get::<Evidence>(self.evidence)?;
        let Some(cipher) = ctx.cipher.clone() else {
            return Err(Refusal::new(
                &EVIDENCE_SEALED,
                "the store keeps no encrypted file of it",
                "have the store encrypt its files first with `assize evidence encrypt`",
            )
            .into());
        };
        if evidence.cipher.as_ref() == Some(&cipher) {
            return Ok(Vec::new());
        }
        Ok(vec![EvidenceSealed { evidence: self.evidence, audit: evidence.audit, cipher }.into()])
    }
}

impl Apply for EvidenceSealed {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Evidence>(self.evidence, |evidence| evidence.cipher = Some(self.cipher.clone()))
    }
}
