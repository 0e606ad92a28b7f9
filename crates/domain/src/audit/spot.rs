//! Signatures on the spot: people without an account sign that they were at a meeting, before an auditor who attests it (ISO 19011:2018 6.4.3,
//! 6.4.10).
//!
//! What is signed is the text of the meeting as it was shown, by its digest. Minutes that are corrected later are another text, and the signature
//! stays one of the earlier. A passkey signs who they are with it ([`spot_challenge`]); the store checks that it holds before the act comes about.

use serde_json::json;
use sha2::Digest as _;

use super::people::{OVER, RUNNING, audits, by_leader, in_state, member};
use super::{Attendance, Audit, Correction, Meeting, SpotPasskey, SpotSignature};
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::{Corrupt, Datum as _};
use crate::kernel::entry::canonical;
use crate::kernel::id::{AuditId, MeetingId, PersonId, SpotSignatureId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::text::{Drawing, Line, Sha256, Text};
use crate::registry::Event;

rules! {
    SPOT_WITNESS = "meeting.witness", "ISO 19011:2018 6.4.3", "signatures on the spot before an auditor of the team";
    SPOT_SIGNER = "meeting.signer", "ISO 19011:2018 6.4.3", "signatures on the spot by others than the auditor who attests them: of the attendance, or by name and function";
    SPOT_PASSKEY = "meeting.passkey", "ISO 19011:2018 6.4.3", "signatures by a passkey that hold: of this meeting's text, by whom they name";
    SPOT_SHOWN = "meeting.shown", "ISO 19011:2018 6.4.3", "signatures of the meeting's text as it stands";
    MINUTES_CORRECTED = "meeting.corrected", "ISO 19011:2018 6.4.3", "corrections that say something else, with the reason";
}

command! {
    /// Has somebody sign on the spot that they were at a meeting, as its text says. Whoever gives it attests that they did.
    pub struct SignOnTheSpot("meeting.sign_on_the_spot") {
        /// The meeting.
        meeting: MeetingId,
        /// Who signs, where they stand in the attendance.
        person: Option<PersonId>,
        /// The name of whoever signs, where they do not.
        name: Option<Line>,
        /// Their function, where they do not.
        function: Option<Line>,
        /// What they drew, as the data of an SVG path; without it and a passkey their name stands for them, before the auditor.
        drawing: Option<Drawing>,
        /// What a passkey of theirs signed.
        passkey: Option<SpotPasskey>,
        /// The digest of the text that was shown to them.
        shown: Sha256,
    }

    /// Corrects the minutes of a meeting. What they said before stays; signatures of it are signatures of that.
    pub struct CorrectMinutes("meeting.correct_minutes" on meeting) {
        /// The meeting.
        meeting: MeetingId,
        /// The minutes as they are to be.
        minutes: Text,
        /// Why.
        why: Text,
    }
}

event! {
    /// Somebody signed on the spot that they were at a meeting.
    pub struct SignedOnTheSpot("meeting.signed_on_the_spot" v 1, spot_signature in audit) {
        /// Its record.
        spot_signature: SpotSignatureId,
        /// The audit.
        audit: AuditId,
        /// The meeting.
        meeting: MeetingId,
        /// Who signed, where they stand in the attendance.
        person: Option<PersonId>,
        /// Their name.
        name: Line,
        /// Their function.
        function: Line,
        /// What they drew.
        drawing: Option<Drawing>,
        /// What their passkey signed.
        passkey: Option<SpotPasskey>,
        /// The digest of the text that was shown to them.
        shown: Sha256,
    }

    /// The minutes of a meeting were corrected.
    pub struct MinutesCorrected("meeting.minutes_corrected" v 1, meeting in audit) {
        /// The meeting.
        meeting: MeetingId,
        /// The audit.
        audit: AuditId,
        /// The minutes.
        minutes: Text,
        /// Why.
        why: Text,
    }
}

/// What a passkey signs on the spot: the SHA-256 of the canonical JSON of who signs, as the command has them, and of the text that was shown.
/// `docs/record.md` says of which bytes.
#[must_use]
pub fn spot_challenge(
    person: Option<PersonId>,
    name: Option<&Line>,
    function: Option<&Line>,
    shown: &Sha256,
) -> [u8; 32] {
    let signed = json!({
        "form": "assize-spot/1",
        "function": function.map(Line::as_str),
        "name": name.map(Line::as_str),
        "person": person.map(|person| person.to_string()),
        "shown": shown.as_str(),
    });
    sha2::Sha256::digest(canonical(&signed).as_bytes()).into()
}

impl SignedOnTheSpot {
    /// What its passkey signed: of a person of the attendance, name and function stand there, and were not signed.
    #[must_use]
    pub fn challenge(&self) -> [u8; 32] {
        let own = self.person.is_none();
        spot_challenge(self.person, own.then_some(&self.name), own.then_some(&self.function), &self.shown)
    }
}

/// That what a passkey signed does not hold.
#[must_use]
pub fn spot_unproven() -> Refusal {
    Refusal::new(
        &SPOT_PASSKEY,
        "what the passkey signed is not this, or does not hold",
        "have it signed anew, or have them draw or give their name",
    )
    .at("/passkey")
}

impl Meeting {
    /// The digest of the meeting's text: what whoever signs on the spot was shown. `docs/record.md` says of which bytes.
    #[must_use]
    pub fn digest(&self) -> Sha256 {
        self.digest_with(self.minutes.as_ref())
    }

    /// How many corrections were made after the text of a digest; none where it is no text of this meeting.
    #[must_use]
    pub fn corrections_since(&self, shown: &Sha256) -> Option<usize> {
        if self.digest() == *shown {
            return Some(0);
        }
        let earlier = self.corrections.iter().rev();
        earlier
            .zip(1..)
            .find(|(correction, _)| self.digest_with(correction.before.as_ref()) == *shown)
            .map(|(_, since)| since)
    }

    fn digest_with(&self, minutes: Option<&Text>) -> Sha256 {
        let text = json!({
            "agenda": self.agenda.to_json(),
            "attendance": self.attendance.to_json(),
            "form": "assize-meeting/1",
            "held": self.held.to_string(),
            "kind": self.kind.word(),
            "meeting": self.id.to_string(),
            "minutes": minutes.map(Text::as_str),
            "place": self.place.as_str(),
        });
        Sha256::of(sha2::Sha256::digest(canonical(&text).as_bytes()).into())
    }
}

impl SignOnTheSpot {
    /// Who signs: who they are in the attendance, their name and their function.
    fn signer(&self, world: &World, attendance: &[Attendance]) -> Result<(Line, Line), Stop> {
        match (self.person, &self.name, &self.function) {
            (Some(person), None, None) => {
                let there = attendance.iter().find(|there| there.person == person);
                let there = there.ok_or_else(|| {
                    Refusal::new(
                        &SPOT_SIGNER,
                        "who signs does not stand in the attendance of the meeting",
                        "give their name and function instead",
                    )
                    .at("/person")
                })?;
                Ok((named::<Person>(world, person, "/person")?.name.clone(), there.function.clone()))
            }
            (None, Some(name), Some(function)) => Ok((name.clone(), function.clone())),
            (Some(_), _, _) => Err(Refusal::new(
                &SPOT_SIGNER,
                "a person of the attendance has a name and a function there already",
                "leave name and function empty, or choose nobody",
            )
            .at("/name")
            .into()),
            (None, _, _) => Err(Refusal::new(
                &SPOT_SIGNER,
                "nobody says who signs",
                "choose somebody of the attendance, or give name and function",
            )
            .at("/person")
            .into()),
        }
    }
}

impl Decide for SignOnTheSpot {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let meeting = named::<Meeting>(world, self.meeting, "/meeting")?;
        let audit = world.get::<Audit>(meeting.audit)?;
        in_state(audit, RUNNING, OVER)?;
        let witness = ctx.person()?;
        if !member(audit, witness).is_some_and(|member| audits(member.role)) {
            return Err(Refusal::new(
                &SPOT_WITNESS,
                "who acts is no auditor of the team",
                "let an auditor who is there attest it",
            )
            .into());
        }
        if self.person == Some(witness) {
            return Err(Refusal::new(
                &SPOT_SIGNER,
                "who attests it would sign themselves",
                "sign your own attendance with `meeting.sign_attendance`",
            )
            .at("/person")
            .into());
        }
        let (name, function) = self.signer(world, &meeting.attendance)?;
        if meeting.digest() != self.shown {
            return Err(Refusal::new(
                &SPOT_SHOWN,
                "the text of the meeting is another than was shown",
                "show it as it stands now, and have it signed anew",
            )
            .at("/shown")
            .into());
        }
        let before = world.list::<SpotSignature>("meeting", self.meeting)?;
        let same = |one: &&SpotSignature| {
            one.person == self.person
                && one.name == name
                && one.function == function
                && one.shown == self.shown
        };
        if before.into_iter().any(|one| same(&one)) {
            return Ok(Vec::new());
        }
        Ok(vec![
            SignedOnTheSpot {
                spot_signature: ctx.id()?,
                audit: meeting.audit,
                meeting: self.meeting,
                person: self.person,
                name,
                function,
                drawing: self.drawing.clone(),
                passkey: self.passkey.clone(),
                shown: self.shown.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for SignedOnTheSpot {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(SpotSignature {
            id: self.spot_signature,
            audit: self.audit,
            meeting: self.meeting,
            person: self.person,
            name: self.name.clone(),
            function: self.function.clone(),
            drawing: self.drawing.clone(),
            passkey: self.passkey.clone(),
            shown: self.shown.clone(),
            stamp: stamp.clone(),
        })
    }
}

impl Decide for CorrectMinutes {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let meeting = named::<Meeting>(world, self.meeting, "/meeting")?;
        let audit = world.get::<Audit>(meeting.audit)?;
        in_state(audit, RUNNING, OVER)?;
        by_leader(audit, ctx)?;
        if meeting.minutes.as_ref() == Some(&self.minutes) {
            return Err(Refusal::new(
                &MINUTES_CORRECTED,
                "the minutes say so already",
                "change them, or leave them as they are",
            )
            .at("/minutes")
            .into());
        }
        let (minutes, why) = (self.minutes.clone(), self.why.clone());
        Ok(vec![MinutesCorrected { meeting: meeting.id, audit: meeting.audit, minutes, why }.into()])
    }
}

impl Apply for MinutesCorrected {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Meeting>(self.meeting, |meeting| {
            let before = meeting.minutes.replace(self.minutes.clone());
            meeting.corrections.push(Correction { before, why: self.why.clone(), stamp: stamp.clone() });
        })
    }
}
