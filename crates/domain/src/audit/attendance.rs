//! Attendance of meetings, signed by whoever was there (ISO 19011:2018 6.4.3).

use super::Meeting;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, MeetingId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::registry::Event;

rules! {
    MEETING_SIGNED = "meeting.signed", "ISO 19011:2018 6.4.3", "attendance signed by whoever stands in it as having been there";
}

command! {
    /// Signs that one was at a meeting, as its attendance says. Signed once, it stands; when it was signed, it says.
    pub struct SignAttendance("meeting.sign_attendance") {
        /// The meeting.
        meeting: MeetingId,
    }
}

event! {
    /// Somebody signed that they were at a meeting.
    pub struct AttendanceSigned("meeting.attendance_signed" v 1, meeting in audit) {
        /// The meeting.
        meeting: MeetingId,
        /// The audit.
        audit: AuditId,
    }
}

impl Decide for SignAttendance {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let meeting = world.get::<Meeting>(self.meeting)?;
        let person = ctx.person()?;
        if !meeting.attendance.iter().any(|there| there.person == person) {
            return Err(Refusal::new(
                &MEETING_SIGNED,
                "who acts does not stand in the attendance of the meeting",
                "tell the audit team leader, if you were there",
            )
            .into());
        }
        if meeting.signed.iter().any(|signed| signed.by.person() == Some(person)) {
            return Ok(Vec::new());
        }
        Ok(vec![AttendanceSigned { meeting: self.meeting, audit: meeting.audit }.into()])
    }
}

impl Apply for AttendanceSigned {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Meeting>(self.meeting, |meeting| meeting.signed.push(stamp.clone()))
    }
}
