//! The end of fieldwork, and the audit conclusions (ISO 19011:2018 6.4.9, 6.4.10).

use super::conduct::was_held;
use super::people::{by_leader, in_state};
use super::scope::SCOPE_CHANGE_TOLD;
use super::{Audit, AuditState, Conclusions, ObjectiveOutcome};
use crate::evidence::PaperStanding;
use crate::finding::{Finding, FindingStage, FindingState};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::AuditId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::Text;
use crate::programme::Programme;
use crate::programme::briefs::FindingBrief;
use crate::registry::Event;
use crate::words::{AuditType, FindingKind, MeetingKind, Recommendation};

rules! {
    FIELDWORK_PAPERS = "fieldwork.papers", "ISO 19011:2018 6.4.7", "every working paper evaluated before fieldwork ends";
    FIELDWORK_FINDINGS = "fieldwork.findings", "ISO 19011:2018 6.4.8", "every finding raised or withdrawn before fieldwork ends";
    FIELDWORK_CLOSED = "fieldwork.closed", "ISO 19011:2018 6.4.10", "a closing meeting before fieldwork ends";
    CONCLUSIONS_OBJECTIVES = "conclusions.objectives", "ISO 19011:2018 6.4.9.2", "an outcome for each objective of the audit";
    CONCLUSIONS_RECOMMENDATION = "conclusions.recommendation", "ISO/IEC 17021-1:2015 9.4.8.2", "a recommendation that the type of audit asks for, with its reason";
    CONCLUSIONS_GRAVE = "conclusions.grave", "ISO/IEC 17021-1:2015 9.5.2", "no favourable recommendation over nonconformities that must be verified first";
}

command! {
    /// Ends fieldwork, after the closing meeting.
    pub struct EndFieldwork("audit.end_fieldwork" on audit) {
        /// The audit.
        audit: AuditId,
    }

    /// Records the audit conclusions; later ones replace them until the report is issued.
    pub struct ConcludeAudit("audit.conclude" on audit) {
        /// The audit.
        audit: AuditId,
        /// The extent of conformity, and how strong the management system is.
        conformity: Text,
        /// Whether it is effectively implemented, kept up and improved.
        effectiveness: Text,
        /// Objective by objective.
        objectives: Vec<ObjectiveOutcome>,
        /// Trends and similar findings across areas.
        trends: Text,
        /// The recommendation.
        recommendation: Recommendation,
        /// Its reason.
        recommendation_reason: Option<Text>,
    }
}

event! {
    /// Fieldwork ended.
    pub struct FieldworkEnded("audit.fieldwork_ended" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
    }

    /// Conclusions were drawn.
    pub struct AuditConcluded("audit.concluded" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The extent of conformity.
        conformity: Text,
        /// Effectiveness.
        effectiveness: Text,
        /// Objective by objective.
        objectives: Vec<ObjectiveOutcome>,
        /// Trends.
        trends: Text,
        /// The recommendation.
        recommendation: Recommendation,
        /// Its reason.
        recommendation_reason: Option<Text>,
    }
}

fn check_papers(world: &World, audit: &Audit, check: &mut Check) -> Result<(), Stop> {
    let open = world
        .briefs::<PaperStanding>("audit", audit.id)?
        .iter()
        .filter(|paper| paper.state.is_open())
        .count();
    check.that(
        open == 0,
        &FIELDWORK_PAPERS,
        "",
        format!("{open} working papers have no evaluation"),
        "evaluate each with `paper.evaluate`; what was not audited says so with the reason",
    );
    Ok(())
}

impl Decide for EndFieldwork {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["conducting"], "fieldwork ends once, after `audit.begin`")?;
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        check.that(
            was_held(world, audit, MeetingKind::Closing)?,
            &FIELDWORK_CLOSED,
            "",
            "no closing meeting was held",
            "hold it and record it with `meeting.record`",
        );
        check_papers(world, audit, &mut check)?;
        let drafted = world
            .briefs::<FindingBrief>("audit", audit.id)?
            .iter()
            .filter(|finding| finding.state == FindingStage::Drafted)
            .count();
        check.that(
            drafted == 0,
            &FIELDWORK_FINDINGS,
            "",
            format!("{drafted} findings are drafts"),
            "raise each with `finding.raise`, or withdraw it with the reason",
        );
        for change in audit.scope_changes.iter().filter(|change| change.told.is_none()) {
            let accepted = change.manager.is_some() && change.client.is_some();
            check.that(
                !accepted,
                &SCOPE_CHANGE_TOLD,
                "",
                format!("the auditee was not told of the change of scope `{}`", change.key),
                "tell them, and record it with `audit.tell_scope_change`",
            );
        }
        check.done()?;
        Ok(vec![FieldworkEnded { audit: self.audit }.into()])
    }
}

impl Apply for FieldworkEnded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| audit.state = AuditState::Reporting { ended: stamp.clone() })
    }
}

/// What may be recommended in a type of audit.
#[must_use]
pub const fn recommendations(audit_type: AuditType) -> &'static [Recommendation] {
    use Recommendation::{
        Favourable, FavourableOnceCorrected, None, NotReadyForStage2, ReadyForStage2, Unfavourable,
    };
    match audit_type {
        AuditType::Internal => &[None],
        AuditType::Supplier => &[None, Favourable, FavourableOnceCorrected, Unfavourable],
        AuditType::Stage1 => &[ReadyForStage2, NotReadyForStage2],
        AuditType::Stage2 | AuditType::Surveillance | AuditType::Recertification | AuditType::Special => {
            &[Favourable, FavourableOnceCorrected, Unfavourable]
        }
    }
}

impl ConcludeAudit {
    fn check_recommendation(&self, world: &World, audit: &Audit, check: &mut Check) -> Result<(), Stop> {
        let allowed = recommendations(audit.audit_type);
        let words: Vec<&str> = allowed.iter().map(|allowed| allowed.word()).collect();
        check.that(
            allowed.contains(&self.recommendation),
            &CONCLUSIONS_RECOMMENDATION,
            "/recommendation",
            format!("a {} audit does not recommend `{}`", audit.audit_type, self.recommendation),
            format!("give one of: {}", words.join(", ")),
        );
        check.that(
            self.recommendation == Recommendation::None || self.recommendation_reason.is_some(),
            &CONCLUSIONS_RECOMMENDATION,
            "/recommendation_reason",
            "the recommendation has no reason",
            "give the reason",
        );
        if self.recommendation != Recommendation::Favourable {
            return Ok(());
        }
        let policy = &world.get::<Programme>(audit.programme)?.policy;
        let grave = world
            .list::<Finding>("audit", audit.id)?
            .into_iter()
            .filter(|finding| finding.text.kind == FindingKind::Nonconformity)
            // The state says it, not that there is a verification: one whose action did not work was sent back.
            .filter(|finding| {
                !matches!(
                    finding.state,
                    FindingState::Verified
                        | FindingState::EffectivenessChecked
                        | FindingState::Withdrawn { .. }
                        | FindingState::Closed { .. }
                )
            })
            .filter(|finding| {
                let grade = finding.text.grade.as_ref().and_then(|grade| policy.grade(grade));
                grade.is_none_or(|grade| grade.verified_before_decision)
            })
            .count();
        check.that(
            grave == 0,
            &CONCLUSIONS_GRAVE,
            "/recommendation",
            format!("{grave} nonconformities must be verified before a favourable decision"),
            "recommend `favourable_once_corrected`, or `unfavourable`",
        );
        Ok(())
    }
}

impl Decide for ConcludeAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["conducting", "reporting"],
            "conclusions are drawn from fieldwork, before the audit is completed",
        )?;
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        check_papers(world, audit, &mut check)?;
        let asked =
            audit.initiation.as_ref().map(|initiation| initiation.objectives.as_slice()).unwrap_or_default();
        for objective in asked {
            let outcomes =
                self.objectives.iter().filter(|outcome| outcome.objective == objective.key).count();
            check.that(
                outcomes == 1,
                &CONCLUSIONS_OBJECTIVES,
                "/objectives",
                format!("the objective `{}` has {outcomes} outcomes", objective.key),
                "say once whether it was met, and why",
            );
        }
        for (n, outcome) in self.objectives.iter().enumerate() {
            check.that(
                asked.iter().any(|objective| objective.key == outcome.objective),
                &CONCLUSIONS_OBJECTIVES,
                format!("/objectives/{n}/objective"),
                format!("the audit has no objective `{}`", outcome.objective),
                "give the key of one of the audit's objectives",
            );
        }
        self.check_recommendation(world, audit, &mut check)?;
        if audit.report.is_some() {
            check.refuse(Refusal::new(
                &CONCLUSIONS_OBJECTIVES,
                "the report with the conclusions has been issued",
                "amend the report by a new version with `report.draft`",
            ));
        }
        check.done()?;
        Ok(vec![
            AuditConcluded {
                audit: self.audit,
                conformity: self.conformity.clone(),
                effectiveness: self.effectiveness.clone(),
                objectives: self.objectives.clone(),
                trends: self.trends.clone(),
                recommendation: self.recommendation,
                recommendation_reason: self.recommendation_reason.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for AuditConcluded {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.conclusions = Some(Conclusions {
                conformity: self.conformity.clone(),
                effectiveness: self.effectiveness.clone(),
                objectives: self.objectives.clone(),
                trends: self.trends.clone(),
                recommendation: self.recommendation,
                recommendation_reason: self.recommendation_reason.clone(),
                stamp: stamp.clone(),
            });
        })
    }
}
