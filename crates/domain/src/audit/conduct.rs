//! Conducting an audit: its beginning, the meetings and the log of communication (ISO 19011:2018 6.4.2 to 6.4.4,
//! 6.4.10).

use super::checklists::{CLOSING_MEETING, Item, OPENING_MEETING, item, missing};
use super::people::{OVER, RUNNING, by_leader, in_state, is_contact, leader, member};
use super::prepare::{PREPARE_PLAN, may_be_at_short_notice, plan_is_agreed};
use super::team::check_team;
use super::{AgendaItem, Attendance, Audit, AuditState, Meeting, Message};
use crate::auditor::Person;
use crate::evidence::FIELDWORK_MEMBER;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, MeetingId, MessageId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Line, Text};
use crate::kernel::time::Timestamp;
use crate::policy::has_twin;
use crate::programme::briefs::MeetingBrief;
use crate::registry::Event;
use crate::words::{MeetingKind, MessageKind};

rules! {
    BEGIN_OPENED = "begin.opened", "ISO 19011:2018 6.4.3", "an opening meeting before fieldwork begins";
    BEGIN_NOTICE = "begin.notice", "ISO 19011:2018 6.3.2.2", "the reason for short notice where there is no agreed plan, and only there";
    MEETING_AGENDA = "meeting.agenda", "ISO 19011:2018 6.4.3", "every item of the meeting's agenda, covered or with the reason why not";
    MEETING_ATTENDANCE = "meeting.attendance", "ISO 19011:2018 6.4.3", "the audit team leader and somebody of the auditee at opening and closing meetings, each named once";
    MEETING_HELD = "meeting.held", "ISO 19011:2018 6.4.3", "one opening and one closing meeting, recorded once they were held";
    MESSAGE_TOLD = "message.told", "ISO 19011:2018 6.4.4", "an immediate and significant risk told at once to the auditee";
}

command! {
    /// Begins fieldwork, after the opening meeting.
    pub struct BeginAudit("audit.begin" on audit) {
        /// The audit.
        audit: AuditId,
        /// Why it is carried out at short notice, where the plan was not agreed.
        short_notice: Option<Text>,
    }

    /// Records a meeting.
    pub struct RecordMeeting("meeting.record") {
        /// The audit.
        audit: AuditId,
        /// Opening, closing or another.
        kind: MeetingKind,
        /// When it was held.
        held: Timestamp,
        /// Where, or by which link.
        place: Line,
        /// The agenda.
        agenda: Vec<AgendaItem>,
        /// Who was there.
        attendance: Vec<Attendance>,
        /// Minutes.
        minutes: Option<Text>,
    }

    /// Logs a communication during the audit.
    pub struct LogMessage("message.log") {
        /// The audit.
        audit: AuditId,
        /// The kind.
        kind: MessageKind,
        /// What was communicated.
        text: Text,
        /// To whom.
        told: Vec<PersonId>,
    }
}

event! {
    /// Fieldwork began.
    pub struct AuditBegun("audit.begun" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Why at short notice.
        short_notice: Option<Text>,
    }

    /// A meeting was recorded.
    pub struct MeetingRecorded("meeting.recorded" v 1, meeting in audit) {
        /// The meeting.
        meeting: MeetingId,
        /// The audit.
        audit: AuditId,
        /// The kind.
        kind: MeetingKind,
        /// When it was held.
        held: Timestamp,
        /// Where.
        place: Line,
        /// The agenda.
        agenda: Vec<AgendaItem>,
        /// Who was there.
        attendance: Vec<Attendance>,
        /// Minutes.
        minutes: Option<Text>,
    }

    /// A communication was logged.
    pub struct MessageLogged("message.logged" v 1, message in audit) {
        /// The message.
        message: MessageId,
        /// The audit.
        audit: AuditId,
        /// The kind.
        kind: MessageKind,
        /// What was communicated.
        text: Text,
        /// To whom.
        told: Vec<PersonId>,
    }
}

/// Whether a meeting of a kind was recorded.
pub(super) fn was_held(world: &World, audit: &Audit, kind: MeetingKind) -> Result<bool, Stop> {
    Ok(world.briefs::<MeetingBrief>("audit", audit.id)?.iter().any(|meeting| meeting.kind == kind))
}

impl Decide for BeginAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["prepared"], "prepare the audit with `audit.prepare`; it begins once")?;
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            was_held(world, audit, MeetingKind::Opening)?,
            &BEGIN_OPENED,
            "",
            "no opening meeting was held",
            "hold it and record it with `meeting.record`",
        );
        check_team(world, audit, ctx.today(), &mut check)?;
        if plan_is_agreed(world, audit)? {
            check.that(
                self.short_notice.is_none(),
                &BEGIN_NOTICE,
                "/short_notice",
                "the plan was agreed, and a reason for short notice is given",
                "leave the reason out",
            );
        } else if may_be_at_short_notice(world, audit)? {
            check.that(
                self.short_notice.is_some(),
                &BEGIN_NOTICE,
                "/short_notice",
                "the plan was not agreed, and there is no reason for short notice",
                "give the reason",
            );
        } else {
            check.refuse(Refusal::new(
                &PREPARE_PLAN,
                "the present version of the plan is not agreed",
                "present it with `plan.present` and record the agreement with `plan.agree`",
            ));
        }
        check.done()?;
        Ok(vec![AuditBegun { audit: self.audit, short_notice: self.short_notice.clone() }.into()])
    }
}

impl Apply for AuditBegun {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.state =
                AuditState::Conducting { begun: stamp.clone(), short_notice: self.short_notice.clone() };
        })
    }
}

impl RecordMeeting {
    fn check_agenda(&self, list: &'static [Item], check: &mut Check) {
        let prefix = list.first().and_then(|item| item.id.split_once('.')).map_or("", |(prefix, _)| prefix);
        for (n, given) in self.agenda.iter().enumerate() {
            let own = given.item.as_str().split_once('.').is_none_or(|(first, _)| first != prefix);
            check.that(
                own || item(list, &given.item).is_some(),
                &MEETING_AGENDA,
                format!("/agenda/{n}/item"),
                say!("the agenda has no item `{item}`", item = &given.item),
                say!(
                    "give an id of the checklist, or a key of your own that does not begin with `{prefix}.`",
                    prefix
                ),
            );
            check.that(
                given.covered || given.note.is_some(),
                &MEETING_AGENDA,
                format!("/agenda/{n}/note"),
                say!("`{item}` was not covered and nothing says why", item = &given.item),
                "say why",
            );
        }
        for absent in missing(list, |item| self.agenda.iter().any(|given| given.item.as_str() == item.id)) {
            check.refuse(
                Refusal::new(
                    &MEETING_AGENDA,
                    say!(
                        "the agenda leaves out: {text} (`{id}`)",
                        text = Said::from(absent.text),
                        id = &absent.id
                    ),
                    "say that it was covered, or why it was not",
                )
                .at("/agenda"),
            );
        }
    }
}

impl Decide for RecordMeeting {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        match self.kind {
            MeetingKind::Opening => in_state(
                audit,
                &["prepared"],
                "the opening meeting is held once the audit is prepared, before it begins",
            )?,
            MeetingKind::Closing => in_state(audit, &["conducting"], "the closing meeting ends fieldwork")?,
            MeetingKind::Other => in_state(audit, RUNNING, OVER)?,
        }
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            self.held <= ctx.now,
            &MEETING_HELD,
            "/held",
            "the meeting is yet to come",
            "record it once it was held",
        );
        let people: Vec<_> = self.attendance.iter().map(|there| there.person).collect();
        for (n, person) in people.iter().enumerate() {
            named::<Person>(world, *person, &format!("/attendance/{n}/person"))?;
        }
        check.that(
            !has_twin(&people),
            &MEETING_ATTENDANCE,
            "/attendance",
            "somebody stands twice in the attendance",
            "name each person once",
        );
        let list = match self.kind {
            MeetingKind::Opening => Some(OPENING_MEETING),
            MeetingKind::Closing => Some(CLOSING_MEETING),
            MeetingKind::Other => None,
        };
        if let Some(list) = list {
            self.check_agenda(list, &mut check);
            check.that(
                !was_held(world, audit, self.kind)?,
                &MEETING_HELD,
                "/kind",
                say!("the {kind} meeting is recorded already", kind = &self.kind),
                "record further meetings as `other`",
            );
            let mut contact = false;
            for person in &people {
                contact = contact || is_contact(world, audit, *person)?;
            }
            check.that(
                contact && leader(audit).is_some_and(|leader| people.contains(&leader)),
                &MEETING_ATTENDANCE,
                "/attendance",
                "the audit team leader, or anybody of the auditee, is missing from the attendance",
                "name everybody who was there",
            );
        }
        check.done()?;
        Ok(vec![
            MeetingRecorded {
                meeting: ctx.id()?,
                audit: self.audit,
                kind: self.kind,
                held: self.held,
                place: self.place.clone(),
                agenda: self.agenda.clone(),
                attendance: self.attendance.clone(),
                minutes: self.minutes.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for MeetingRecorded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Meeting {
            id: self.meeting,
            audit: self.audit,
            kind: self.kind,
            held: self.held,
            place: self.place.clone(),
            agenda: self.agenda.clone(),
            attendance: self.attendance.clone(),
            minutes: self.minutes.clone(),
            stamp: stamp.clone(),
            signed: Vec::new(),
            corrections: Vec::new(),
        })
    }
}

impl Decide for LogMessage {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, RUNNING, OVER)?;
        let person = ctx.person()?;
        if member(audit, person).is_none() {
            return Err(Refusal::new(
                &FIELDWORK_MEMBER,
                "who acts is not in the audit's team",
                "let somebody of the team log it",
            )
            .into());
        }
        let mut check = Check::new();
        check.that(
            !self.told.is_empty() && !has_twin(&self.told),
            &MESSAGE_TOLD,
            "/told",
            "nobody was told, or somebody stands twice",
            "name each person who was told",
        );
        let mut contact = false;
        for (n, told) in self.told.iter().enumerate() {
            named::<Person>(world, *told, &format!("/told/{n}"))?;
            contact = contact || is_contact(world, audit, *told)?;
        }
        check.that(
            self.kind != MessageKind::SignificantRisk || contact || self.told.is_empty(),
            &MESSAGE_TOLD,
            "/told",
            "a significant risk was not told to the auditee",
            "tell a contact of the auditee at once, and name them",
        );
        check.done()?;
        Ok(vec![
            MessageLogged {
                message: ctx.id()?,
                audit: self.audit,
                kind: self.kind,
                text: self.text.clone(),
                told: self.told.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for MessageLogged {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Message {
            id: self.message,
            audit: self.audit,
            kind: self.kind,
            text: self.text.clone(),
            told: self.told.clone(),
            stamp: stamp.clone(),
        })
    }
}
