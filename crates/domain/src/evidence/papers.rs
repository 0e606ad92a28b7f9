//! Working papers: made from the audit tests for the audit's scope and type, and given to auditors.

use std::collections::BTreeSet;

use super::serving::{Served, Serving, is_at_or_below};
use super::{AuditTest, Paper, PaperPurpose, PaperState, Requirement, ServedByMapping, may_audit, not_over};
use crate::audit::{Audit, AuditState};
use crate::auditee::Soa;
use crate::finding::{Finding, FindingState};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditTestId, FindingId, PaperId, PersonId};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, RequirementId};
use crate::registry::Event;
use crate::words::FindingKind;

rules! {
    PAPERS_INITIATED = "papers.initiated", "ISO 19011:2018 6.3.4", "working papers once scope and criteria of the audit are agreed";
    PAPERS_ASSIGNEE = "papers.assignee", "ISO 19011:2018 6.3.3", "work given to auditors of the team";
    PAPERS_OF_AUDIT = "papers.of_audit", "ISO 19011:2018 6.3.3", "papers of the audit that is named";
    PAPERS_NONE = "papers.none", "ISO 19011:2018 6.3.4", "audit tests for the criteria and the type of the audit";
}

/// About how many minutes following an earlier nonconformity up takes.
const PREVIOUS_FINDING_MINUTES: u32 = 20;
/// About how many minutes a control of the auditee's own takes.
const OWN_CONTROL_MINUTES: u32 = 25;

data! {
    /// A paper to be made.
    pub struct NewPaper {
        /// Its id.
        paper: PaperId,
        /// The test.
        test: Option<AuditTestId>,
        /// What it is for.
        purpose: PaperPurpose,
        /// The question.
        title: Line,
        /// The requirements of the audit's criteria that it serves.
        requirements: Vec<Requirement>,
        /// Which of them it serves by a mapping from the set of its test.
        by_mapping: Vec<ServedByMapping>,
        /// The earlier finding it follows up.
        previous: Option<FindingId>,
        /// About how many minutes it takes.
        minutes: u32,
    }
}

command! {
    /// Makes the audit's working papers from the adopted audit tests: those for its criteria and type; for controls as
    /// the Statement of Applicability says (an excluded control gets only the test of its exclusion); for the
    /// auditee's own controls; and for the nonconformities of earlier audits. Papers that are there already stay.
    ///
    /// A test is made one paper, which names every requirement of the audit's criteria that it serves: those it was written for, and
    /// those they correspond to by the adopted mappings. A test of a set that is none of the audit's criteria is used where it
    /// serves a requirement that no test of the criteria themselves is on.
    pub struct MakePapers("papers.make") {
        /// The audit.
        audit: AuditId,
        /// Only for these requirements and what is below them; none for all.
        only: Vec<RequirementId>,
    }

    /// Gives papers to an auditor of the team, or takes them back.
    pub struct AssignPapers("papers.assign") {
        /// The audit.
        audit: AuditId,
        /// The papers.
        papers: Vec<PaperId>,
        /// To whom; nobody takes them back.
        assignee: Option<PersonId>,
    }
}

event! {
    /// Working papers were made.
    pub struct PapersMade("papers.made" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The papers.
        papers: Vec<NewPaper>,
    }

    /// Papers were given to somebody, or taken back.
    pub struct PapersAssigned("papers.assigned" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// The papers.
        papers: Vec<PaperId>,
        /// To whom.
        assignee: Option<PersonId>,
    }
}

impl Decide for MakePapers {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        not_over(audit)?;
        let Some(initiation) = &audit.initiation else {
            return Err(Refusal::new(
                &PAPERS_INITIATED,
                "the audit has no scope and criteria yet",
                "initiate it with `audit.initiate`",
            )
            .into());
        };
        let soa = initiation.soa.map(|soa| world.get::<Soa>(soa)).transpose()?;
        let there = world.list::<Paper>("audit", self.audit)?;
        let tests: BTreeSet<AuditTestId> = there.iter().filter_map(|paper| paper.test).collect();
        let previous: BTreeSet<FindingId> = there.iter().filter_map(|paper| paper.previous).collect();
        let titles: BTreeSet<&Line> = there.iter().map(|paper| &paper.title).collect();
        let mut papers = Vec::new();
        let serving = Serving::of(world, &initiation.criteria)?;
        for (test, served) in serving.tests(world, audit.audit_type)? {
            if !tests.contains(&test.id) && self.asks_for(&served) {
                papers.push(of_test(test, served, soa, ctx)?);
            }
        }
        if self.only.is_empty() {
            for paper in own_controls(soa, ctx)? {
                if !titles.contains(&paper.title) {
                    papers.push(paper);
                }
            }
            for finding in earlier_findings(world, audit)? {
                if !previous.contains(&finding.id) {
                    papers.push(of_finding(finding, ctx)?);
                }
            }
        }
        if papers.is_empty() && there.is_empty() {
            return Err(Refusal::new(
                &PAPERS_NONE,
                "no adopted audit test is for the criteria and the type of this audit",
                "adopt a catalogue that has tests for them, or a mapping to them from a set that has",
            )
            .into());
        }
        Ok(if papers.is_empty() { Vec::new() } else { vec![PapersMade { audit: self.audit, papers }.into()] })
    }
}

impl MakePapers {
    fn asks_for(&self, served: &Served) -> bool {
        let mut requirements = served.requirements.iter();
        self.only.is_empty()
            || requirements
                .any(|requirement| self.only.iter().any(|only| is_at_or_below(&requirement.id, only)))
    }
}

fn of_test(test: &AuditTest, served: Served, soa: Option<&Soa>, ctx: &Ctx) -> Result<NewPaper, Stop> {
    // A control that is not in the Statement is tested: leaving it out is itself what the auditor must look at. What is required by
    // another set cannot be excluded by the Statement.
    let excluded = soa.is_some_and(|soa| {
        served.requirements.iter().all(|requirement| {
            requirement.criteria == soa.criteria
                && soa.rows.iter().any(|row| row.control == requirement.id && !row.necessary)
        })
    });
    Ok(NewPaper {
        paper: ctx.id()?,
        test: Some(test.id),
        purpose: if excluded { PaperPurpose::Exclusion } else { PaperPurpose::Test },
        title: test.title.clone(),
        requirements: served.requirements,
        by_mapping: served.by_mapping,
        previous: None,
        minutes: if excluded { test.minutes.div_ceil(3) } else { test.minutes },
    })
}

fn own_controls(soa: Option<&Soa>, ctx: &Ctx) -> Result<Vec<NewPaper>, Stop> {
    let Some(soa) = soa else { return Ok(Vec::new()) };
    let own = soa.rows.iter().filter(|row| row.necessary && !row.control.as_str().starts_with("A."));
    own.map(|row| {
        let title = row.title.as_ref().map_or_else(String::new, |title| format!(": {title}"));
        let question =
            format!("Is the organization's own control {}{title} implemented and effective?", row.control);
        let title = question.chars().take(crate::kernel::text::LINE_CHARS_MAX).collect::<String>();
        Ok(NewPaper {
            paper: ctx.id()?,
            test: None,
            purpose: PaperPurpose::Test,
            title: title.trim().parse().map_err(|_| {
                Refusal::new(
                    &PAPERS_NONE,
                    say!("control `{control}` has no usable title", control = &row.control),
                    "give it one",
                )
            })?,
            requirements: vec![Requirement { criteria: soa.criteria.clone(), id: row.control.clone() }],
            by_mapping: Vec::new(),
            previous: None,
            minutes: OWN_CONTROL_MINUTES,
        })
    })
    .collect()
}

/// The nonconformities of the auditee's other audits that are open, and those closed in the latest of these audits.
pub(crate) fn earlier_findings<'w>(world: &'w World, audit: &Audit) -> Result<Vec<&'w Finding>, Stop> {
    let mut earlier = world.list::<Finding>("auditee", audit.auditee)?;
    earlier.retain(|finding| finding.audit != audit.id && finding.text.kind == FindingKind::Nonconformity);
    let latest = earlier.iter().map(|finding| finding.audit).max();
    earlier.retain(|finding| match finding.state {
        FindingState::Drafted | FindingState::Withdrawn { .. } => false,
        FindingState::Closed { .. } => Some(finding.audit) == latest,
        FindingState::Raised
        | FindingState::Acknowledged
        | FindingState::Corrected
        | FindingState::CauseFound
        | FindingState::ActionPlanned
        | FindingState::PlanAccepted
        | FindingState::Implemented
        | FindingState::Verified
        | FindingState::EffectivenessChecked => true,
    });
    Ok(earlier)
}

fn of_finding(finding: &Finding, ctx: &Ctx) -> Result<NewPaper, Stop> {
    Ok(NewPaper {
        paper: ctx.id()?,
        test: None,
        purpose: PaperPurpose::PreviousFinding,
        title: finding.text.title.clone(),
        requirements: finding.text.requirements.clone(),
        by_mapping: Vec::new(),
        previous: Some(finding.id),
        minutes: PREVIOUS_FINDING_MINUTES,
    })
}

impl Apply for PapersMade {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        for new in &self.papers {
            world.add(Paper {
                id: new.paper,
                audit: self.audit,
                test: new.test,
                purpose: new.purpose,
                title: new.title.clone(),
                requirements: new.requirements.clone(),
                by_mapping: new.by_mapping.clone(),
                previous: new.previous,
                minutes: new.minutes,
                assignee: None,
                samples: Vec::new(),
                evidence: Vec::new(),
                notes: 0,
                state: PaperState::Open,
            })?;
        }
        Ok(())
    }
}

impl Decide for AssignPapers {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        not_over(audit)?;
        let mut check = Check::new();
        if let Some(assignee) = self.assignee {
            check.that(
                may_audit(audit, assignee),
                &PAPERS_ASSIGNEE,
                "/assignee",
                say!(
                    "`{assignee}` is no leader, auditor or auditor in training of this audit's team",
                    assignee
                ),
                "appoint them first with `audit.appoint`, or give the papers to somebody of the team",
            );
        }
        check.that(
            !matches!(audit.state, AuditState::Planned),
            &PAPERS_INITIATED,
            "",
            "the audit has not been initiated",
            "initiate it with `audit.initiate`",
        );
        let mut changed = Vec::new();
        world.want(self.papers.iter().copied())?;
        for (index, id) in self.papers.iter().enumerate() {
            match world.find::<Paper>(*id)? {
                Some(paper) if paper.audit == self.audit => {
                    if paper.assignee != self.assignee {
                        changed.push(*id);
                    }
                }
                _ => check.refuse(
                    Refusal::new(
                        &PAPERS_OF_AUDIT,
                        say!("`{id}` is no paper of this audit", id),
                        "look the papers up in the audit's list",
                    )
                    .at(format!("/papers/{index}")),
                ),
            }
        }
        check.done()?;
        Ok(if changed.is_empty() {
            Vec::new()
        } else {
            vec![PapersAssigned { audit: self.audit, papers: changed, assignee: self.assignee }.into()]
        })
    }
}

impl Apply for PapersAssigned {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        for paper in &self.papers {
            world.edit::<Paper>(*paper, |paper| paper.assignee = self.assignee)?;
        }
        Ok(())
    }
}
