//! Preparing an audit: the review of documented information, and the gate before fieldwork (ISO 19011:2018 6.3).

use super::people::{by_leader, in_state};
use super::team::check_team;
use super::{Audit, AuditState, DemandedDocument, DocumentConcern, DocumentReview, Plan, PlanState};
use crate::evidence::{Evidence, FIELDWORK_MEMBER, PaperStanding};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::AuditId;
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::{CriteriaId, Text};
use crate::programme::Programme;
use crate::registry::Event;
use crate::words::{Extent, Readiness};

rules! {
    DOCUMENTS_ITEMS = "documents.items", "ISO 19011:2018 6.3.1", "what the audit's criteria demand, item by item, each found by evidence of this audit";
    DOCUMENTS_CONCERNS = "documents.concerns", "ISO 19011:2018 6.3.1", "each concern about a requirement or a document, and concerns exactly where the outcome is not plainly ready";
    DOCUMENTS_OUTCOME = "documents.outcome", "ISO 19011:2018 6.3.1", "an outcome that fits what was found";
    PREPARE_DOCUMENTS = "prepare.documents", "ISO 19011:2018 6.3.1", "documented information reviewed, and ready for the audit";
    PREPARE_PLAN = "prepare.plan", "ISO 19011:2018 6.3.2.2", "a plan agreed with the auditee, except where the policy lets this type be audited at short notice";
    PREPARE_WORK = "prepare.work", "ISO 19011:2018 6.3.3", "every working paper given to an auditor";
}

command! {
    /// Records the review of documented information before the audit; a later one replaces it.
    pub struct ReviewDocuments("audit.review_documents" on audit) {
        /// The audit.
        audit: AuditId,
        /// Item by item.
        items: Vec<DemandedDocument>,
        /// The outcome.
        outcome: Readiness,
        /// Why.
        summary: Text,
        /// Concerns to follow up in the audit.
        concerns: Vec<DocumentConcern>,
    }

    /// Says that the audit is prepared: documents reviewed, plan agreed, team complete, work assigned.
    pub struct PrepareAudit("audit.prepare" on audit) {
        /// The audit.
        audit: AuditId,
    }
}

event! {
    /// Documented information was reviewed.
    pub struct DocumentsReviewed("audit.documents_reviewed" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Item by item.
        items: Vec<DemandedDocument>,
        /// The outcome.
        outcome: Readiness,
        /// Why.
        summary: Text,
        /// Concerns to follow up in the audit; journals from before there were such records name none.
        concerns: Vec<DocumentConcern>,
    }

    /// The audit is prepared.
    pub struct AuditPrepared("audit.prepared" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
    }
}

impl Decide for ReviewDocuments {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(
            audit,
            &["initiated", "prepared"],
            "review documents once the audit is initiated, before it begins",
        )?;
        let person = ctx.person()?;
        if !audit.team.iter().any(|member| member.person == person && super::people::audits(member.role)) {
            return Err(Refusal::new(
                &FIELDWORK_MEMBER,
                "who acts is no auditor of the team",
                "let the leader or an auditor of the team review the documents",
            )
            .into());
        }
        let criteria =
            audit.initiation.as_ref().map(|initiation| initiation.criteria.as_slice()).unwrap_or_default();
        let mut check = Check::new();
        check.that(
            !self.items.is_empty(),
            &DOCUMENTS_ITEMS,
            "/items",
            "nothing that the criteria demand was looked for",
            "go through what the criteria demand as documented information",
        );
        world.want(self.items.iter().flat_map(|item| item.evidence.iter().copied()))?;
        for (n, item) in self.items.iter().enumerate() {
            let at = format!("/items/{n}");
            check.that(
                criteria.contains(&item.criteria),
                &DOCUMENTS_ITEMS,
                format!("{at}/criteria"),
                format!("the audit has no criteria `{}`", item.criteria),
                "name one of the audit's sets of criteria",
            );
            let found = match item.found {
                Extent::Yes | Extent::Partly => true,
                Extent::No => false,
            };
            check.that(
                found != item.evidence.is_empty(),
                &DOCUMENTS_ITEMS,
                format!("{at}/evidence"),
                if found {
                    "it was found, and no document is named"
                } else {
                    "it was not found, and a document is named"
                },
                "name the documents by which it was found, and none where it was not",
            );
            for (i, evidence) in item.evidence.iter().enumerate() {
                let at = format!("{at}/evidence/{i}");
                let known = named::<Evidence>(world, *evidence, &at)?;
                check.that(
                    known.audit == self.audit,
                    &DOCUMENTS_ITEMS,
                    at,
                    "the evidence is another audit's",
                    "name evidence of this audit",
                );
            }
        }
        let lacking = self.items.iter().any(|item| item.found == Extent::No);
        check.that(
            !(lacking && self.outcome == Readiness::Ready),
            &DOCUMENTS_OUTCOME,
            "/outcome",
            "something demanded was not found, and the outcome is `ready`",
            "say `ready_with_concerns` and name the concerns, or say `not_ready`",
        );
        self.check_concerns(world, criteria, &mut check)?;
        check.done()?;
        Ok(vec![
            DocumentsReviewed {
                audit: self.audit,
                items: self.items.clone(),
                outcome: self.outcome,
                summary: self.summary.clone(),
                concerns: self.concerns.clone(),
            }
            .into(),
        ])
    }
}

impl ReviewDocuments {
    fn check_concerns(&self, world: &World, criteria: &[CriteriaId], check: &mut Check) -> Result<(), Stop> {
        check.that(
            (self.outcome == Readiness::Ready) == self.concerns.is_empty(),
            &DOCUMENTS_CONCERNS,
            "/concerns",
            format!("the outcome is `{}`, and {} concerns are named", self.outcome, self.concerns.len()),
            "name at least one concern where the documents are not plainly ready, and none where they are",
        );
        world.want(self.concerns.iter().filter_map(|concern| concern.document))?;
        for (n, concern) in self.concerns.iter().enumerate() {
            let at = format!("/concerns/{n}");
            check.that(
                concern.requirement.is_some() || concern.document.is_some(),
                &DOCUMENTS_CONCERNS,
                &at,
                "the concern is about no requirement and no document",
                "name the requirement that demands what is missing, or the document that it is missing in",
            );
            check.that(
                concern.requirement.as_ref().is_none_or(|about| criteria.contains(&about.criteria)),
                &DOCUMENTS_CONCERNS,
                format!("{at}/requirement/criteria"),
                "the audit has no such criteria",
                "name one of the audit's sets of criteria",
            );
            if let Some(document) = concern.document {
                let at = format!("{at}/document");
                let known = named::<Evidence>(world, document, &at)?;
                check.that(
                    known.audit == self.audit,
                    &DOCUMENTS_CONCERNS,
                    at,
                    "the document is another audit's",
                    "name a document of this audit",
                );
            }
        }
        Ok(())
    }
}

impl Apply for DocumentsReviewed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Audit>(self.audit, |audit| {
            audit.document_review = Some(DocumentReview {
                items: self.items.clone(),
                outcome: self.outcome,
                summary: self.summary.clone(),
                stamp: stamp.clone(),
                concerns: self.concerns.clone(),
            });
        })
    }
}

/// Whether the present plan was agreed.
pub(super) fn plan_is_agreed(world: &World, audit: &Audit) -> Result<bool, Stop> {
    let Some(plan) = audit.plan else { return Ok(false) };
    Ok(matches!(world.get::<Plan>(plan)?.state, PlanState::Agreed { .. }))
}

/// Whether the policy lets the audit's type be carried out without an agreed plan.
pub(super) fn may_be_at_short_notice(world: &World, audit: &Audit) -> Result<bool, Stop> {
    Ok(world.get::<Programme>(audit.programme)?.policy.short_notice.contains(&audit.audit_type))
}

impl Decide for PrepareAudit {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        in_state(audit, &["initiated"], "an audit is prepared once, after `audit.initiate`")?;
        by_leader(audit, ctx)?;
        let mut check = Check::new();
        match &audit.document_review {
            None => check.refuse(Refusal::new(
                &PREPARE_DOCUMENTS,
                "the auditee's documented information was not reviewed",
                "review it with `audit.review_documents`",
            )),
            Some(review) => check.that(
                review.outcome != Readiness::NotReady,
                &PREPARE_DOCUMENTS,
                "",
                "the review found the documented information not ready",
                "let the auditee complete it and review it again, or cancel the audit",
            ),
        }
        check.that(
            plan_is_agreed(world, audit)? || may_be_at_short_notice(world, audit)?,
            &PREPARE_PLAN,
            "",
            "the present version of the plan is not agreed",
            "present it with `plan.present`, resolve objections, and record the agreement with `plan.agree`",
        );
        check_team(world, audit, ctx.today(), &mut check)?;
        check_work(world, audit, &mut check)?;
        check.done()?;
        Ok(vec![AuditPrepared { audit: self.audit }.into()])
    }
}

/// How many papers without an auditor a refusal names.
const UNASSIGNED_NAMED_MAX: usize = 20;

fn check_work(world: &World, audit: &Audit, check: &mut Check) -> Result<(), Stop> {
    let papers = world.briefs::<PaperStanding>("audit", audit.id)?;
    check.that(
        !papers.is_empty(),
        &PREPARE_WORK,
        "",
        "the audit has no working papers",
        "make them from the audit tests with `papers.make`",
    );
    let unassigned: Vec<String> = papers
        .iter()
        .filter(|paper| paper.assignee.is_none())
        .map(|paper| format!("\"{}\"", paper.title))
        .collect();
    let more = unassigned.len().saturating_sub(UNASSIGNED_NAMED_MAX);
    let named = unassigned.iter().take(UNASSIGNED_NAMED_MAX).cloned().collect::<Vec<_>>().join(", ");
    check.that(
        unassigned.is_empty(),
        &PREPARE_WORK,
        "",
        format!(
            "{} working papers are given to nobody: {named}{}",
            unassigned.len(),
            if more == 0 { String::new() } else { format!(" and {more} more") }
        ),
        "give each to an auditor of the team with `papers.assign`",
    );
    Ok(())
}

impl Apply for AuditPrepared {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world
            .edit::<Audit>(self.audit, |audit| audit.state = AuditState::Prepared { prepared: stamp.clone() })
    }
}
