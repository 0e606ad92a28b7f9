//! What goes on a working paper: notes by method, samples, evidence (ISO 19011:2018 6.4.7).

use super::{Evidence, Note, Paper, PaperState, Sample, auditing_member, not_over};
use crate::audit::Audit;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, EvidenceId, NoteId, PaperId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Text};
use crate::registry::Event;
use crate::words::NoteMethod;

rules! {
    NOTE_ROLE = "note.role", "ISO 19011:2018 6.4.7", "the role of whoever was interviewed";
    NOTE_AUTHOR = "note.author", "ISO 19011:2018 4 b)", "notes changed by their author alone";
    PAPER_STANDS = "paper.stands", "ISO 19011:2018 6.4.7", "a paper that has not been reviewed";
    SAMPLE_SIZE = "sample.size", "ISO 19011:2018 A.6", "a sample within its population, and deviations within the sample";
    EVIDENCE_OF_AUDIT = "evidence.of_audit", "ISO 19011:2018 6.4.7", "evidence of the same audit";
}

command! {
    /// Writes a note on a paper.
    pub struct WriteNote("note.write") {
        /// The paper.
        paper: PaperId,
        /// How the information was collected.
        method: NoteMethod,
        /// The role of who was interviewed; asked for at interviews.
        role: Option<Line>,
        /// The note.
        text: Text,
    }

    /// Changes a note of one's own.
    pub struct EditNote("note.edit" on note) {
        /// The note.
        note: NoteId,
        /// The role of who was interviewed.
        role: Option<Line>,
        /// The note as it reads now.
        text: Text,
    }

    /// Records a sample that was examined.
    pub struct RecordSample("paper.record_sample") {
        /// The paper.
        paper: PaperId,
        /// The sample.
        sample: Sample,
    }

    /// Attaches evidence to a paper.
    pub struct AttachEvidence("paper.attach") {
        /// The paper.
        paper: PaperId,
        /// The evidence.
        evidence: EvidenceId,
    }

    /// Takes evidence off a paper. The evidence itself stays.
    pub struct DetachEvidence("paper.detach") {
        /// The paper.
        paper: PaperId,
        /// The evidence.
        evidence: EvidenceId,
    }
}

event! {
    /// A note was written.
    pub struct NoteWritten("note.written" v 1, note in audit) {
        /// The note.
        note: NoteId,
        /// The audit.
        audit: AuditId,
        /// The paper.
        paper: PaperId,
        /// Who wrote it.
        author: PersonId,
        /// How the information was collected.
        method: NoteMethod,
        /// The role of who was interviewed.
        role: Option<Line>,
        /// The note.
        text: Text,
    }

    /// A note was changed by its author.
    pub struct NoteEdited("note.edited" v 1, note in audit) {
        /// The note.
        note: NoteId,
        /// The audit.
        audit: AuditId,
        /// The role of who was interviewed.
        role: Option<Line>,
        /// The note as it reads now.
        text: Text,
    }

    /// A sample was recorded.
    pub struct SampleRecorded("paper.sample_recorded" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// The sample.
        sample: Sample,
    }

    /// Evidence was attached to a paper.
    pub struct EvidenceAttached("paper.evidence_attached" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// The evidence.
        evidence: EvidenceId,
    }

    /// Evidence was taken off a paper.
    pub struct EvidenceDetached("paper.evidence_detached" v 1, paper in audit) {
        /// The paper.
        paper: PaperId,
        /// The audit.
        audit: AuditId,
        /// The evidence.
        evidence: EvidenceId,
    }
}

/// The paper and its audit, where the acting person may work on it.
fn open_paper<'w>(
    world: &'w World,
    ctx: &Ctx,
    paper: PaperId,
) -> Result<(&'w Paper, &'w Audit, PersonId), Stop> {
    let paper = world.get::<Paper>(paper)?;
    let audit = world.get::<Audit>(paper.audit)?;
    not_over(audit)?;
    let person = auditing_member(audit, ctx)?;
    match paper.state {
        PaperState::Open | PaperState::Evaluated { .. } => Ok((paper, audit, person)),
        PaperState::Reviewed { .. } => Err(Refusal::new(
            &PAPER_STANDS,
            "the paper has been reviewed",
            "reopen it first with `paper.reopen`, with the reason",
        )
        .into()),
    }
}

fn check_role(check: &mut Check, method: NoteMethod, role: Option<&Line>) {
    check.that(
        method != NoteMethod::Interview || role.is_some(),
        &NOTE_ROLE,
        "/role",
        "a note of an interview does not say whom",
        "give the role of whoever was interviewed, such as `risk owner`; a role, not a name",
    );
}

impl Decide for WriteNote {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let (_, audit, author) = open_paper(world, ctx, self.paper)?;
        let mut check = Check::new();
        check_role(&mut check, self.method, self.role.as_ref());
        check.done()?;
        Ok(vec![
            NoteWritten {
                note: ctx.id()?,
                audit: audit.id,
                paper: self.paper,
                author,
                method: self.method,
                role: self.role.clone(),
                text: self.text.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for NoteWritten {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Note {
            id: self.note,
            audit: self.audit,
            paper: self.paper,
            author: self.author,
            method: self.method,
            role: self.role.clone(),
            text: self.text.clone(),
            stamp: stamp.clone(),
        })?;
        world.edit::<Paper>(self.paper, |paper| paper.notes += 1)
    }
}

impl Decide for EditNote {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let note = world.get::<Note>(self.note)?;
        let (_, audit, person) = open_paper(world, ctx, note.paper)?;
        let mut check = Check::new();
        check_role(&mut check, note.method, self.role.as_ref());
        check.that(
            note.author == person,
            &NOTE_AUTHOR,
            "/note",
            "the note is somebody else's",
            "write a note of your own beside it with `note.write`",
        );
        check.done()?;
        if note.text == self.text && note.role == self.role {
            return Ok(Vec::new());
        }
        let (role, text) = (self.role.clone(), self.text.clone());
        Ok(vec![NoteEdited { note: self.note, audit: audit.id, role, text }.into()])
    }
}

impl Apply for NoteEdited {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Note>(self.note, |note| {
            note.role.clone_from(&self.role);
            note.text = self.text.clone();
            note.stamp = stamp.clone();
        })
    }
}

impl Decide for RecordSample {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let (_, audit, _) = open_paper(world, ctx, self.paper)?;
        let sample = &self.sample;
        let mut check = Check::new();
        check.that(
            (1..=sample.population_size).contains(&sample.size),
            &SAMPLE_SIZE,
            "/sample/size",
            say!(
                "a sample of {size} cannot come from a population of {population_size}",
                size = &sample.size,
                population_size = &sample.population_size
            ),
            "give a size from 1 to the size of the population",
        );
        check.that(
            sample.deviations <= sample.size,
            &SAMPLE_SIZE,
            "/sample/deviations",
            say!(
                "{deviations} deviations cannot be among {size} examined",
                deviations = &sample.deviations,
                size = &sample.size
            ),
            "give at most as many deviations as were examined",
        );
        check.done()?;
        Ok(vec![SampleRecorded { paper: self.paper, audit: audit.id, sample: sample.clone() }.into()])
    }
}

impl Apply for SampleRecorded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| paper.samples.push(self.sample.clone()))
    }
}

impl Decide for AttachEvidence {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let (paper, audit, _) = open_paper(world, ctx, self.paper)?;
        let evidence = world.get::<Evidence>(self.evidence)?;
        let mut check = Check::new();
        check.that(
            evidence.audit == audit.id,
            &EVIDENCE_OF_AUDIT,
            "/evidence",
            "the evidence belongs to another audit",
            "take it in for this audit first",
        );
        check.done()?;
        if paper.evidence.contains(&self.evidence) {
            return Ok(Vec::new());
        }
        Ok(vec![EvidenceAttached { paper: self.paper, audit: audit.id, evidence: self.evidence }.into()])
    }
}

impl Apply for EvidenceAttached {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| paper.evidence.push(self.evidence))
    }
}

impl Decide for DetachEvidence {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let (paper, audit, _) = open_paper(world, ctx, self.paper)?;
        if !matches!(paper.state, PaperState::Open) {
            return Err(Refusal::new(
                &PAPER_STANDS,
                "the paper's evaluation rests on its evidence",
                "reopen the paper first with `paper.reopen`, with the reason",
            )
            .into());
        }
        if !paper.evidence.contains(&self.evidence) {
            return Ok(Vec::new());
        }
        Ok(vec![EvidenceDetached { paper: self.paper, audit: audit.id, evidence: self.evidence }.into()])
    }
}

impl Apply for EvidenceDetached {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Paper>(self.paper, |paper| paper.evidence.retain(|evidence| *evidence != self.evidence))
    }
}
