//! Technical review and decision on certification, and the cycle (ISO/IEC 17021-1:2015 9.5, 9.6).

use super::{Certification, CertificationState, Decision, TechnicalReview};
use crate::audit::{Audit, last_day};
use crate::auditee::{Auditee, Organization, organization_id};
use crate::evidence::Paper;
use crate::finding::{Finding, FindingState};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditeeId, CertificationId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{any_of, say};
use crate::kernel::text::{CriteriaId, Text};
use crate::kernel::time::Date;
use crate::policy::{CyclePolicy, Policy};
use crate::programme::{PlannedAudit, Programme};
use crate::registry::Event;
use crate::words::{AuditType, DecisionKind, FindingKind, ProgrammeRoleKind};

rules! {
    CERTIFICATION_ONE = "certification.one", "ISO/IEC 17021-1:2015 9.1", "one certification of a client against a standard at a time";
    DECISION_TEAM = "certification.decision.team", "ISO/IEC 17021-1:2015 9.5.1", "review and decision by people who did not carry out the audit";
    REVIEW_REVIEWER = "certification.review.reviewer", "ISO/IEC 17021-1:2015 9.5.1", "a technical review by whoever reviews for the programme";
    DECISION_MAKER = "certification.decision.maker", "ISO/IEC 17021-1:2015 9.5.1", "a decision by whoever decides for a programme that audits the client";
    REVIEW_AUDIT = "certification.review.audit", "ISO/IEC 17021-1:2015 9.5.2", "the review of an audit of this client whose report was issued";
    DECISION_REVIEW = "certification.decision.review", "ISO/IEC 17021-1:2015 9.5.2", "a technical review that finds the information sufficient before a favourable decision";
    DECISION_MAJORS = "certification.decision.majors", "ISO/IEC 17021-1:2015 9.5.2", "grave nonconformities verified before a favourable decision";
    DECISION_MINORS = "certification.decision.minors", "ISO/IEC 17021-1:2015 9.5.2", "accepted plans for the other nonconformities before a favourable decision";
    DECISION_AUDIT = "certification.decision.audit", "ISO/IEC 17021-1:2015 9.5", "the audit that the decision rests on, of the type that it asks for";
    DECISION_STATE = "certification.decision.state", "ISO/IEC 17021-1:2015 9.6", "a decision that follows from where the certification stands";
    DECISION_STAGE2_AGE = "certification.decision.stage2_age", "ISO/IEC 17021-1:2015 9.5.3.2", "a new stage 2 where grave nonconformities were not verified in time";
    DECISION_EXPIRY = "certification.decision.expiry", "ISO/IEC 17021-1:2015 9.6.3.2", "recertification decided before expiry, restored only for a while after it";
    DECISION_SUSPENSION = "certification.decision.suspension", "ISO/IEC 17021-1:2015 9.6.5", "certification withdrawn or reduced where a suspension lasts too long";
}

command! {
    /// Enters an application for certification.
    pub struct ApplyForCertification("certification.apply") {
        /// The client.
        auditee: AuditeeId,
        /// Against which set.
        criteria: CriteriaId,
        /// The scope applied for.
        scope: Text,
    }

    /// Reviews an audit technically, before the decision.
    pub struct ReviewTechnically("certification.review" on certification) {
        /// The certification.
        certification: CertificationId,
        /// The audit.
        audit: AuditId,
        /// Whether the information is enough for a decision.
        sufficient: bool,
        /// Remarks.
        remarks: Text,
    }

    /// Decides on certification.
    pub struct DecideCertification("certification.decide" on certification) {
        /// The certification.
        certification: CertificationId,
        /// The decision.
        decision: DecisionKind,
        /// The audit it rests on.
        audit: Option<AuditId>,
        /// Why.
        reason: Text,
    }
}

event! {
    /// An application was entered.
    pub struct CertificationApplied("certification.applied" v 1, certification) {
        /// The certification.
        certification: CertificationId,
        /// The client.
        auditee: AuditeeId,
        /// Against which set.
        criteria: CriteriaId,
        /// The scope applied for.
        scope: Text,
        /// The lengths of the cycle.
        cycle: CyclePolicy,
    }

    /// An audit was reviewed technically.
    pub struct TechnicallyReviewed("certification.reviewed" v 1, certification) {
        /// The certification.
        certification: CertificationId,
        /// The audit.
        audit: AuditId,
        /// Whether the information is enough.
        sufficient: bool,
        /// Remarks.
        remarks: Text,
    }

    /// A decision was made.
    pub struct CertificationDecided("certification.decided" v 1, certification) {
        /// The certification.
        certification: CertificationId,
        /// The decision.
        decision: DecisionKind,
        /// The audit it rests on.
        audit: Option<AuditId>,
        /// Why.
        reason: Text,
        /// The day of the decision.
        on: Date,
        /// Until when certification then lasts, where the decision sets it.
        expires: Option<Date>,
    }
}

impl Decide for ApplyForCertification {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Auditee>(world, self.auditee, "/auditee")?;
        let mut check = Check::new();
        for other in world.list::<Certification>("auditee", self.auditee)? {
            let over = matches!(
                other.state,
                CertificationState::Withdrawn { .. } | CertificationState::Refused { .. }
            );
            check.that(
                over || other.criteria != self.criteria,
                &CERTIFICATION_ONE,
                "/criteria",
                say!(
                    "the client's certification against `{criteria}` is `{state}`",
                    criteria = &self.criteria,
                    state = &other.state
                ),
                "go on with that one; its scope is extended by a special audit",
            );
        }
        check.done()?;
        let organization = world.find::<Organization>(organization_id())?;
        let cycle = organization.map_or_else(|| Policy::default().cycle, |o| o.policy.cycle.clone());
        Ok(vec![
            CertificationApplied {
                certification: ctx.id()?,
                auditee: self.auditee,
                criteria: self.criteria.clone(),
                scope: self.scope.clone(),
                cycle,
            }
            .into(),
        ])
    }
}

impl Apply for CertificationApplied {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Certification {
            id: self.certification,
            auditee: self.auditee,
            criteria: self.criteria.clone(),
            scope: self.scope.clone(),
            cycle: self.cycle.clone(),
            state: CertificationState::Applied,
            reviews: Vec::new(),
            decisions: Vec::new(),
        })
    }
}

/// Whether somebody carried the audit out: is in its team, or has evaluated a paper or written a finding before leaving it.
pub(super) fn took_part(world: &World, audit: &Audit, person: PersonId) -> Result<bool, Stop> {
    if audit.people.contains(&person) {
        return Ok(true);
    }
    let prepared = world.list::<Paper>("audit", audit.id)?.into_iter().any(|paper| {
        paper.state.evaluation().is_some_and(|(_, _, evaluated)| evaluated.by.person() == Some(person))
    });
    let wrote = world
        .list::<Finding>("audit", audit.id)?
        .into_iter()
        .any(|finding| finding.stamp.by.person() == Some(person));
    Ok(prepared || wrote)
}

fn not_on_team(world: &World, audit: &Audit, person: PersonId, check: &mut Check) -> Result<(), Stop> {
    check.that(
        !took_part(world, audit, person)?,
        &DECISION_TEAM,
        "",
        "who acts took part in the audit",
        "let somebody competent review and decide who was not in the audit",
    );
    Ok(())
}

/// Whether the person has this responsibility in a programme that plans audits of the client.
fn serves(world: &World, client: AuditeeId, person: PersonId, kind: ProgrammeRoleKind) -> Result<bool, Stop> {
    for planned in world.list::<PlannedAudit>("auditee", client)? {
        if world.get::<Programme>(planned.programme)?.has_role(person, kind) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn of_client(certification: &Certification, audit: &Audit, check: &mut Check) {
    check.that(
        audit.auditee == certification.auditee && audit.report.is_some(),
        &REVIEW_AUDIT,
        "/audit",
        "the audit is not of this client, or its report has not been issued",
        "name an audit of this client whose report was issued",
    );
}

impl Decide for ReviewTechnically {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let certification = world.get::<Certification>(self.certification)?;
        let audit = named::<Audit>(world, self.audit, "/audit")?;
        let mut check = Check::new();
        of_client(certification, audit, &mut check);
        let person = ctx.person()?;
        not_on_team(world, audit, person, &mut check)?;
        check.that(
            world.get::<Programme>(audit.programme)?.has_role(person, ProgrammeRoleKind::TechnicalReviewer),
            &REVIEW_REVIEWER,
            "",
            "who acts does not review for the audit's programme",
            "let somebody do it who has the role `technical_reviewer` in it",
        );
        check.done()?;
        Ok(vec![
            TechnicallyReviewed {
                certification: self.certification,
                audit: self.audit,
                sufficient: self.sufficient,
                remarks: self.remarks.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for TechnicallyReviewed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Certification>(self.certification, |certification| {
            certification.reviews.push(TechnicalReview {
                audit: self.audit,
                sufficient: self.sufficient,
                remarks: self.remarks.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}

/// The types of audit that a decision may rest on; none where it needs no audit.
const fn audits_for(decision: DecisionKind) -> &'static [AuditType] {
    match decision {
        DecisionKind::Grant => &[AuditType::Stage2],
        DecisionKind::Maintain => &[AuditType::Surveillance, AuditType::Special],
        DecisionKind::Renew => &[AuditType::Recertification],
        DecisionKind::Restore => {
            &[AuditType::Special, AuditType::Surveillance, AuditType::Recertification, AuditType::Stage2]
        }
        DecisionKind::Refuse | DecisionKind::Suspend | DecisionKind::Withdraw => &[],
    }
}

impl Decide for DecideCertification {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let certification = world.get::<Certification>(self.certification)?;
        let person = ctx.person()?;
        let today = ctx.today();
        let mut check = Check::new();
        let expires = self.next(certification, today, &mut check);
        let types = audits_for(self.decision);
        let audit = self.audit.map(|audit| named::<Audit>(world, audit, "/audit")).transpose()?;
        if let Some(audit) = audit {
            of_client(certification, audit, &mut check);
            not_on_team(world, audit, person, &mut check)?;
        }
        check.that(
            serves(world, certification.auditee, person, ProgrammeRoleKind::DecisionMaker)?,
            &DECISION_MAKER,
            "",
            "who acts decides for no programme that audits the client",
            "let somebody do it who has the role `decision_maker` in the programme",
        );
        if !types.is_empty() {
            match audit.filter(|audit| types.contains(&audit.audit_type)) {
                Some(audit) => favourable(world, certification, audit, self.decision, today, &mut check)?,
                None => check.refuse(
                    Refusal::new(
                        &DECISION_AUDIT,
                        say!(
                            "`{decision}` rests on no audit of a type that it asks for",
                            decision = &self.decision
                        ),
                        say!("name an audit of type {types}", types = any_of(types)),
                    )
                    .at("/audit"),
                ),
            }
        }
        check.done()?;
        Ok(vec![
            CertificationDecided {
                certification: self.certification,
                decision: self.decision,
                audit: self.audit,
                reason: self.reason.clone(),
                on: today,
                expires,
            }
            .into(),
        ])
    }
}

impl DecideCertification {
    /// Whether the decision follows from where the certification stands, and until when it then lasts.
    fn next(&self, certification: &Certification, today: Date, check: &mut Check) -> Option<Date> {
        let cycle = &certification.cycle;
        let full = today.plus_months(cycle.cycle_months);
        match (&certification.state, self.decision) {
            (CertificationState::Applied, DecisionKind::Grant) => Some(full),
            (CertificationState::Applied, DecisionKind::Refuse)
            | (CertificationState::Certified { .. }, DecisionKind::Suspend | DecisionKind::Withdraw)
            | (CertificationState::Suspended { .. }, DecisionKind::Withdraw) => None,
            (CertificationState::Certified { expires, .. }, DecisionKind::Maintain) => {
                check.that(
                    today <= *expires,
                    &DECISION_EXPIRY,
                    "/decision",
                    say!("certification expired on {expires}", expires),
                    "restore it after a recertification audit, or begin anew with stage 2",
                );
                Some(*expires)
            }
            (CertificationState::Certified { expires, .. }, DecisionKind::Renew) => {
                check.that(
                    today <= *expires,
                    &DECISION_EXPIRY,
                    "/decision",
                    say!("certification expired on {expires}", expires),
                    "restore it within the time the policy allows, or begin anew with stage 2",
                );
                Some(expires.plus_months(cycle.cycle_months))
            }
            (CertificationState::Certified { expires, .. }, DecisionKind::Restore) => {
                let last = expires.plus_months(cycle.restore_months);
                check.that(
                    *expires < today && today <= last,
                    &DECISION_EXPIRY,
                    "/decision",
                    say!(
                        "certification lasts until {expires} and can be restored until {last}",
                        expires,
                        last
                    ),
                    "renew it before expiry; after the last day begin anew with stage 2",
                );
                Some(expires.plus_months(cycle.cycle_months))
            }
            (CertificationState::Suspended { suspended_since, would_expire }, DecisionKind::Restore) => {
                let last = suspended_since.plus_months(cycle.suspension_months);
                check.that(
                    today <= last,
                    &DECISION_SUSPENSION,
                    "/decision",
                    say!("the suspension could last until {last}", last),
                    "withdraw the certification",
                );
                check.that(
                    today <= *would_expire,
                    &DECISION_EXPIRY,
                    "/decision",
                    say!("certification would have lasted until {would_expire}", would_expire),
                    "withdraw it, and begin anew with stage 2",
                );
                Some(*would_expire)
            }
            (state, decision) => {
                check.refuse(
                    Refusal::new(
                        &DECISION_STATE,
                        say!(
                            "`{decision}` does not follow where certification is `{state}`",
                            decision,
                            state
                        ),
                        "look at where the certification stands",
                    )
                    .at("/decision"),
                );
                None
            }
        }
    }
}

/// What must be so before a decision in the client's favour.
fn favourable(
    world: &World,
    certification: &Certification,
    audit: &Audit,
    decision: DecisionKind,
    today: Date,
    check: &mut Check,
) -> Result<(), Stop> {
    let reviewed = certification.reviews.iter().rev().find(|review| review.audit == audit.id);
    check.that(
        reviewed.is_some_and(|review| review.sufficient),
        &DECISION_REVIEW,
        "/audit",
        "no technical review has found the information on this audit sufficient",
        "have it reviewed with `certification.review` by somebody who was not in the audit",
    );
    let programme = world.get::<Programme>(audit.programme)?;
    let mut any_grave = false;
    for finding in world.list::<Finding>("audit", audit.id)? {
        if finding.text.kind == FindingKind::Nonconformity {
            any_grave |=
                is_grave(programme, finding) && !matches!(finding.state, FindingState::Withdrawn { .. });
            settled(programme, finding, check);
        }
    }
    let ended = last_day(world, audit)?;
    if let (DecisionKind::Grant, Some(ended), true) = (decision, ended, any_grave) {
        let last = ended.plus_months(certification.cycle.major_verification_months);
        check.that(
            today <= last,
            &DECISION_STAGE2_AGE,
            "/audit",
            say!(
                "stage 2 ended on {ended}, and its grave nonconformities could be verified until {last}",
                ended,
                last
            ),
            "carry out another stage 2",
        );
    }
    Ok(())
}

/// Whether a nonconformity must be verified before a favourable decision.
fn is_grave(programme: &Programme, finding: &Finding) -> bool {
    let grade = programme.policy.grades.iter().find(|grade| Some(&grade.key) == finding.text.grade.as_ref());
    grade.is_none_or(|grade| grade.verified_before_decision)
}

fn settled(programme: &Programme, finding: &Finding, check: &mut Check) {
    let grave = is_grave(programme, finding);
    let (verified, accepted) = match finding.state {
        FindingState::Verified
        | FindingState::EffectivenessChecked
        | FindingState::Closed { .. }
        | FindingState::Withdrawn { .. } => (true, true),
        FindingState::PlanAccepted | FindingState::Implemented => (false, true),
        FindingState::Drafted
        | FindingState::Raised
        | FindingState::Acknowledged
        | FindingState::Corrected
        | FindingState::CauseFound
        | FindingState::ActionPlanned => (false, false),
    };
    let state = &finding.state;
    if grave {
        check.that(
            verified,
            &DECISION_MAJORS,
            "/audit",
            say!("nonconformity {number} must be verified and is `{state}`", number = &finding.number, state),
            "verify its correction and corrective action with `finding.verify`",
        );
    } else {
        check.that(
            accepted,
            &DECISION_MINORS,
            "/audit",
            say!(
                "the plan for nonconformity {number} must be accepted, and it is `{state}`",
                number = &finding.number,
                state
            ),
            "review the plan and accept it with `finding.accept_plan`",
        );
    }
}

impl Apply for CertificationDecided {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Certification>(self.certification, |certification| {
            certification.state = next_state(&certification.state, self);
            certification.decisions.push(Decision {
                kind: self.decision,
                audit: self.audit,
                reason: self.reason.clone(),
                on: self.on,
                stamp: stamp.clone(),
            });
        })
    }
}

fn next_state(before: &CertificationState, decided: &CertificationDecided) -> CertificationState {
    let since = match before {
        CertificationState::Certified { since, .. } => *since,
        CertificationState::Applied
        | CertificationState::Suspended { .. }
        | CertificationState::Withdrawn { .. }
        | CertificationState::Refused { .. } => decided.on,
    };
    match decided.decision {
        DecisionKind::Grant | DecisionKind::Renew | DecisionKind::Restore => CertificationState::Certified {
            since: decided.on,
            expires: decided.expires.unwrap_or(decided.on),
        },
        DecisionKind::Maintain => {
            CertificationState::Certified { since, expires: decided.expires.unwrap_or(decided.on) }
        }
        DecisionKind::Refuse => CertificationState::Refused { refused_on: decided.on },
        DecisionKind::Suspend => CertificationState::Suspended {
            suspended_since: decided.on,
            would_expire: match before {
                CertificationState::Certified { expires, .. } => *expires,
                CertificationState::Applied
                | CertificationState::Suspended { .. }
                | CertificationState::Withdrawn { .. }
                | CertificationState::Refused { .. } => decided.on,
            },
        },
        DecisionKind::Withdraw => CertificationState::Withdrawn { withdrawn_since: decided.on },
    }
}
