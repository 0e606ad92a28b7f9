//! Complaints and appeals: handled by somebody who was not involved (ISO/IEC 17021-1:2015 9.7, 9.8).

use super::decide::took_part;
use super::{Certification, Complaint, ComplaintState};
use crate::audit::Audit;
use crate::auditee::{Organization, organization_id};
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, ComplaintId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Text};
use crate::kernel::time::Date;
use crate::policy::Policy;
use crate::registry::Event;
use crate::words::ComplaintKind;

rules! {
    COMPLAINT_RECEIVED = "complaint.received", "ISO/IEC 17021-1:2015 9.8", "a day of receipt that is not yet to come";
    COMPLAINT_HANDLER = "complaint.handler", "ISO/IEC 17021-1:2015 9.8", "complaints and appeals handled by somebody who was involved in neither the audit nor the decision on it";
    COMPLAINT_ACKNOWLEDGED = "complaint.acknowledged", "ISO/IEC 17021-1:2015 9.8", "the receipt acknowledged once, to whoever complained or appealed";
    COMPLAINT_STATE = "complaint.state", "ISO/IEC 17021-1:2015 9.8", "a complaint received, then assigned, then decided, then answered";
    COMPLAINT_DECIDER = "complaint.decider", "ISO/IEC 17021-1:2015 9.7.5", "a decision made by whoever was given the complaint or appeal";
}

command! {
    /// Enters a complaint or an appeal.
    pub struct ReceiveComplaint("complaint.receive") {
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
    }

    /// Records that whoever complained was told that it was received.
    pub struct AcknowledgeComplaint("complaint.acknowledge" on complaint) {
        /// The complaint.
        complaint: ComplaintId,
    }

    /// Gives a complaint to somebody who was not involved.
    pub struct AssignComplaint("complaint.assign" on complaint) {
        /// The complaint.
        complaint: ComplaintId,
        /// To whom.
        handler: PersonId,
    }

    /// Decides on a complaint.
    pub struct DecideComplaint("complaint.decide" on complaint) {
        /// The complaint.
        complaint: ComplaintId,
        /// The decision and its reasons.
        decision: Text,
        /// Whether it is upheld.
        upheld: bool,
    }

    /// Records that whoever complained was told of the outcome.
    pub struct TellComplainant("complaint.tell" on complaint) {
        /// The complaint.
        complaint: ComplaintId,
    }
}

event! {
    /// A complaint or an appeal was entered.
    pub struct ComplaintReceived("complaint.received" v 1, complaint in audit) {
        /// The complaint.
        complaint: ComplaintId,
        /// Complaint or appeal.
        kind: ComplaintKind,
        /// The audit it is about.
        audit: Option<AuditId>,
        /// From whom.
        from: Line,
        /// What it says.
        text: Text,
        /// When it was received.
        received: Date,
        /// When it must be decided by.
        decide_by: Date,
        /// When its receipt must be acknowledged by; journals from before this was kept do not say.
        acknowledge_by: Option<Date>,
    }

    /// The receipt was acknowledged.
    pub struct ComplaintAcknowledged("complaint.acknowledged" v 1, complaint in audit) {
        /// The complaint.
        complaint: ComplaintId,
        /// The audit it is about.
        audit: Option<AuditId>,
    }

    /// A complaint was given to somebody.
    pub struct ComplaintAssigned("complaint.assigned" v 1, complaint in audit) {
        /// The complaint.
        complaint: ComplaintId,
        /// The audit it is about.
        audit: Option<AuditId>,
        /// To whom.
        handler: PersonId,
    }

    /// A complaint was decided.
    pub struct ComplaintDecided("complaint.decided" v 1, complaint in audit) {
        /// The complaint.
        complaint: ComplaintId,
        /// The audit it is about.
        audit: Option<AuditId>,
        /// By whom it was handled.
        handler: PersonId,
        /// The decision.
        decision: Text,
        /// Whether it is upheld.
        upheld: bool,
    }

    /// Whoever complained was told of the outcome.
    pub struct ComplainantTold("complaint.told" v 1, complaint in audit) {
        /// The complaint.
        complaint: ComplaintId,
        /// The audit it is about.
        audit: Option<AuditId>,
    }
}

impl Decide for ReceiveComplaint {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        if let Some(audit) = self.audit {
            named::<Audit>(world, audit, "/audit")?;
        }
        let organization = world.find::<Organization>(organization_id())?;
        let days = |policy: &Policy| (policy.complaint_acknowledge_days, policy.complaint_decide_days);
        let (acknowledge, decide) =
            organization.map_or_else(|| days(&Policy::default()), |organization| days(&organization.policy));
        let mut check = Check::new();
        check.that(
            self.received <= ctx.today(),
            &COMPLAINT_RECEIVED,
            "/received",
            say!("`{when}` is yet to come", when = &self.received),
            "give the day on which it was received",
        );
        check.done()?;
        Ok(vec![
            ComplaintReceived {
                complaint: ctx.id()?,
                kind: self.kind,
                audit: self.audit,
                from: self.from.clone(),
                text: self.text.clone(),
                received: self.received,
                decide_by: self.received.plus_days(decide),
                acknowledge_by: Some(self.received.plus_days(acknowledge)),
            }
            .into(),
        ])
    }
}

impl Apply for ComplaintReceived {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Complaint {
            id: self.complaint,
            kind: self.kind,
            audit: self.audit,
            from: self.from.clone(),
            text: self.text.clone(),
            received: self.received,
            decide_by: self.decide_by,
            stamp: stamp.clone(),
            state: ComplaintState::Received,
            told: None,
            acknowledge_by: self.acknowledge_by,
            acknowledged: None,
        })
    }
}

impl Decide for AcknowledgeComplaint {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let complaint = world.get::<Complaint>(self.complaint)?;
        let mut check = Check::new();
        check.that(
            complaint.acknowledged.is_none(),
            &COMPLAINT_ACKNOWLEDGED,
            "",
            "the receipt was acknowledged already",
            "nothing more is needed",
        );
        check.done()?;
        Ok(vec![ComplaintAcknowledged { complaint: self.complaint, audit: complaint.audit }.into()])
    }
}

impl Apply for ComplaintAcknowledged {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Complaint>(self.complaint, |complaint| complaint.acknowledged = Some(stamp.clone()))
    }
}

/// Whether somebody has reviewed the audit technically or decided on certification by it.
fn judged(world: &World, audit: &Audit, person: PersonId) -> Result<bool, Stop> {
    let by = |stamp: &Stamp| stamp.by.person() == Some(person);
    Ok(world.list::<Certification>("auditee", audit.auditee)?.into_iter().any(|certification| {
        certification.reviews.iter().any(|review| review.audit == audit.id && by(&review.stamp))
            || certification.decisions.iter().any(|made| made.audit == Some(audit.id) && by(&made.stamp))
    }))
}

impl Decide for AssignComplaint {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let complaint = world.get::<Complaint>(self.complaint)?;
        named::<Person>(world, self.handler, "/handler")?;
        let mut check = Check::new();
        check.that(
            matches!(complaint.state, ComplaintState::Received | ComplaintState::Assigned { .. }),
            &COMPLAINT_STATE,
            "",
            say!("the complaint is `{state}`", state = &complaint.state),
            "a decided complaint stands; enter an appeal against the decision instead",
        );
        let audit = complaint.audit.map(|audit| world.find::<Audit>(audit)).transpose()?.flatten();
        if let Some(audit) = audit {
            check.that(
                !took_part(world, audit, self.handler)? && !judged(world, audit, self.handler)?,
                &COMPLAINT_HANDLER,
                "/handler",
                "whoever is to handle it took part in the audit it is about, or in the decision on it",
                "give it to somebody who was not involved",
            );
        }
        check.done()?;
        let (complaint, audit) = (self.complaint, complaint.audit);
        Ok(vec![ComplaintAssigned { complaint, audit, handler: self.handler }.into()])
    }
}

impl Apply for ComplaintAssigned {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Complaint>(self.complaint, |complaint| {
            complaint.state = ComplaintState::Assigned { handler: self.handler, assigned: stamp.clone() };
        })
    }
}

impl Decide for DecideComplaint {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let complaint = world.get::<Complaint>(self.complaint)?;
        let person = ctx.person()?;
        let mut check = Check::new();
        let handler = match &complaint.state {
            ComplaintState::Assigned { handler, .. } => *handler,
            ComplaintState::Received | ComplaintState::Decided { .. } => {
                check.that(
                    false,
                    &COMPLAINT_STATE,
                    "",
                    say!("the complaint is `{state}`, not `assigned`", state = &complaint.state),
                    "give it to somebody first with `complaint.assign`",
                );
                person
            }
        };
        check.that(
            handler == person,
            &COMPLAINT_DECIDER,
            "",
            "who decides is not whoever was given it",
            "let the handler decide, or give it to somebody else with `complaint.assign`",
        );
        check.done()?;
        Ok(vec![
            ComplaintDecided {
                complaint: self.complaint,
                audit: complaint.audit,
                handler,
                decision: self.decision.clone(),
                upheld: self.upheld,
            }
            .into(),
        ])
    }
}

impl Apply for ComplaintDecided {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Complaint>(self.complaint, |complaint| {
            complaint.state = ComplaintState::Decided {
                handled_by: self.handler,
                decision: self.decision.clone(),
                upheld: self.upheld,
                decided: stamp.clone(),
            };
        })
    }
}

impl Decide for TellComplainant {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let complaint = world.get::<Complaint>(self.complaint)?;
        let mut check = Check::new();
        check.that(
            matches!(complaint.state, ComplaintState::Decided { .. }),
            &COMPLAINT_STATE,
            "",
            say!("the complaint is `{state}`, not `decided`", state = &complaint.state),
            "decide it first with `complaint.decide`",
        );
        check.done()?;
        if complaint.told.is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![ComplainantTold { complaint: self.complaint, audit: complaint.audit }.into()])
    }
}

impl Apply for ComplainantTold {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Complaint>(self.complaint, |complaint| complaint.told = Some(stamp.clone()))
    }
}
