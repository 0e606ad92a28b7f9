//! What the auditee says of a finding: acknowledged, or disputed with the diverging opinion kept (ISO 19011:2018 6.4.8, 6.4.10).

use super::{Finding, FindingState, Response, Ruling};
use crate::audit::Audit;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, FindingId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Text;
use crate::registry::Event;
use crate::words::TeamRole;

rules! {
    RESPONSE_RAISED = "finding.response.raised", "ISO 19011:2018 6.4.8", "an answer to a finding that was raised and not answered";
    RESPONSE_TEAM = "finding.response.team", "ISO 19011:2018 6.4.8", "an answer by the auditee, not by the team";
    UPHELD_DISPUTED = "finding.upheld.disputed", "ISO 19011:2018 6.4.10", "a ruling on a finding that is disputed";
    UPHELD_BY = "finding.upheld.by", "ISO 19011:2018 6.4.10", "a ruling by the audit team leader";
}

command! {
    /// Acknowledges a finding for the auditee.
    pub struct AcknowledgeFinding("finding.acknowledge" on finding) {
        /// The finding.
        finding: FindingId,
    }

    /// Disputes a finding for the auditee. The diverging opinion is kept, whatever comes of it.
    pub struct DisputeFinding("finding.dispute" on finding) {
        /// The finding.
        finding: FindingId,
        /// The diverging opinion.
        opinion: Text,
    }

    /// Upholds a disputed finding, with the reason. It goes on to follow-up; the report prints the diverging opinion.
    pub struct UpholdFinding("finding.uphold" on finding) {
        /// The finding.
        finding: FindingId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A finding was acknowledged.
    pub struct FindingAcknowledged("finding.acknowledged" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
    }

    /// A finding was disputed.
    pub struct FindingDisputed("finding.disputed" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// The diverging opinion.
        opinion: Text,
    }

    /// A disputed finding was upheld.
    pub struct FindingUpheld("finding.upheld" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }
}

/// Whether the person judges in this audit: leads it, audits in it, or learns to.
pub(super) fn judges(audit: &Audit, person: PersonId) -> bool {
    audit.team.iter().any(|member| {
        member.person == person
            && matches!(member.role, TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee)
    })
}

fn check_answer(audit: &Audit, finding: &Finding, person: PersonId, check: &mut Check) {
    check.that(
        finding.state == FindingState::Raised && finding.response == Response::None,
        &RESPONSE_RAISED,
        "",
        say!(
            "the finding is `{state}` and its answer `{response}`",
            state = &finding.state,
            response = &finding.response
        ),
        "a finding is answered once, after it was raised",
    );
    check.that(
        !judges(audit, person),
        &RESPONSE_TEAM,
        "",
        "who answers for the auditee is an auditor of the team",
        "let the auditee answer, or whoever manages the programme and is not in the team record it for them",
    );
}

impl Decide for AcknowledgeFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let mut check = Check::new();
        check_answer(audit, finding, ctx.person()?, &mut check);
        check.done()?;
        Ok(vec![FindingAcknowledged { finding: self.finding, audit: audit.id }.into()])
    }
}

impl Apply for FindingAcknowledged {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Acknowledged;
            finding.response = Response::Acknowledged { acknowledged: stamp.clone() };
        })
    }
}

impl Decide for DisputeFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let mut check = Check::new();
        check_answer(audit, finding, ctx.person()?, &mut check);
        check.done()?;
        let opinion = self.opinion.clone();
        Ok(vec![FindingDisputed { finding: self.finding, audit: audit.id, opinion }.into()])
    }
}

impl Apply for FindingDisputed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.response = Response::Disputed { disputed: stamp.clone(), opinion: self.opinion.clone() };
        })
    }
}

impl Decide for UpholdFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            finding.state == FindingState::Raised && matches!(finding.response, Response::Disputed { .. }),
            &UPHELD_DISPUTED,
            "",
            say!(
                "the finding is `{state}` and its answer `{response}`",
                state = &finding.state,
                response = &finding.response
            ),
            "rule on findings that the auditee disputes",
        );
        let leads =
            audit.team.iter().any(|member| member.person == person && member.role == TeamRole::Leader);
        check.that(
            leads,
            &UPHELD_BY,
            "",
            "who rules on the finding does not lead the audit",
            "let the audit team leader rule; the auditee may appeal",
        );
        check.done()?;
        let reason = self.reason.clone();
        Ok(vec![FindingUpheld { finding: self.finding, audit: audit.id, reason }.into()])
    }
}

impl Apply for FindingUpheld {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Acknowledged;
            finding.upheld = Some(Ruling { reason: self.reason.clone(), stamp: stamp.clone() });
        })
    }
}
