//! Writing findings: what a nonconformity must have, and what may not be called something else (ISO 19011:2018 6.4.8).

use super::warnings::{Warning, unknown_requirements, warnings};
use super::{DueDates, Finding, FindingState, FindingText, Response};
use crate::audit::{Audit, AuditState};
use crate::auditee::Soa;
use crate::auditor::Person;
use crate::evidence::{Evidence, Paper};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditeeId, FindingId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{listed, say};
use crate::kernel::text::{Line, RequirementId, Text};
use crate::policy::Grade;
use crate::programme::Programme;
use crate::registry::Event;
use crate::words::{Evaluation, FindingKind, TeamRole};

rules! {
    FINDING_STATE = "finding.state", "ISO 19011:2018 6.4.8", "findings made while the audit is conducted or reported";
    FINDING_AUTHOR = "finding.author", "ISO 19011:2018 5.5.4", "findings written by the leader, the auditors and auditors in training";
    FINDING_PAPER = "finding.paper", "ISO 19011:2018 6.4.8", "at least one working paper of the audit behind each finding";
    FINDING_EVIDENCE = "finding.evidence", "ISO 19011:2018 6.4.7", "evidence of the same audit";
    NONCONFORMITY_REQUIREMENT = "finding.nonconformity.requirement", "ISO/IEC 17021-1:2015 9.4.5.3", "a nonconformity recorded against a requirement";
    NONCONFORMITY_EVIDENCE = "finding.nonconformity.evidence", "ISO/IEC 17021-1:2015 9.4.5.3", "the objective evidence on which a nonconformity is based";
    NONCONFORMITY_GRADE = "finding.nonconformity.grade", "ISO 19011:2018 6.4.8", "a grade of the programme's scheme for each nonconformity, and for nothing else";
    NONCONFORMITY_PAPER = "finding.nonconformity.paper", "ISO 19011:2018 6.4.8", "a nonconformity where a paper was evaluated as not conforming";
    NONCONFORMITY_DRESSED = "finding.dressed", "ISO/IEC 17021-1:2015 9.4.5.2", "a nonconformity called by its name, not an opportunity for improvement";
    FINDING_CRITERIA = "finding.criteria", "ISO 19011:2018 6.4.8", "requirements of the audit's criteria";
    CONTROL_CLAUSE = "finding.control_clause", "ISO/IEC 27001:2022 6.1.3", "the clause of the management system that a failed control breaches too";
    FINDING_DRAFT = "finding.draft", "ISO 19011:2018 6.4.8", "a finding whose text stands once it is raised";
    FINDING_WITHDRAWN = "finding.withdrawn", "ISO 19011:2018 6.5.2", "findings withdrawn only before the report is issued";
}

command! {
    /// Writes a finding. What is refused and what is warned of is said at once.
    pub struct DraftFinding("finding.draft") {
        /// The audit.
        audit: AuditId,
        /// What it says.
        text: FindingText,
    }

    /// Changes a finding that has not been raised yet.
    pub struct EditFinding("finding.edit" on finding) {
        /// The finding.
        finding: FindingId,
        /// What it says now.
        text: FindingText,
    }

    /// Raises a finding: presents it to the auditee. Its text stands, and the due dates run.
    pub struct RaiseFinding("finding.raise" on finding) {
        /// The finding.
        finding: FindingId,
    }

    /// Withdraws a finding before the report is issued.
    pub struct WithdrawFinding("finding.withdraw" on finding) {
        /// The finding.
        finding: FindingId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A finding was written.
    pub struct FindingDrafted("finding.drafted" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// The auditee.
        auditee: AuditeeId,
        /// Its number in the audit.
        number: u32,
        /// What it says.
        text: FindingText,
        /// The warnings that were shown.
        warnings: Vec<Line>,
    }

    /// A finding was changed.
    pub struct FindingEdited("finding.edited" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// What it says now.
        text: FindingText,
        /// The warnings that were shown.
        warnings: Vec<Line>,
    }

    /// A finding was raised.
    pub struct FindingRaised("finding.raised" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// Due dates, for a nonconformity.
        due: Option<DueDates>,
    }

    /// A finding was withdrawn.
    pub struct FindingWithdrawn("finding.withdrawn" v 1, finding in audit) {
        /// The finding.
        finding: FindingId,
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }
}

fn writing(audit: &Audit, person: PersonId, check: &mut Check) {
    check.that(
        matches!(audit.state, AuditState::Conducting { .. } | AuditState::Reporting { .. }),
        &FINDING_STATE,
        "",
        say!("the audit is `{state}`", state = &audit.state),
        "write findings from the opening meeting until the report is issued",
    );
    let auditor = audit.team.iter().any(|member| {
        member.person == person
            && matches!(member.role, TeamRole::Leader | TeamRole::Auditor | TeamRole::Trainee)
    });
    check.that(
        auditor,
        &FINDING_AUTHOR,
        "",
        "who acts is no auditor of this audit's team",
        "let the leader or an auditor of the team write it",
    );
}

/// The grade with this key in the programme's scheme.
pub(super) fn grade_of<'p>(programme: &'p Programme, text: &FindingText) -> Option<&'p Grade> {
    programme.policy.grades.iter().find(|grade| Some(&grade.key) == text.grade.as_ref())
}

fn check_text(world: &World, audit: &Audit, text: &FindingText, check: &mut Check) -> Result<(), Stop> {
    let programme = world.get::<Programme>(audit.programme)?;
    let mut papers = Vec::new();
    for (index, id) in text.papers.iter().enumerate() {
        match world.find::<Paper>(*id)? {
            Some(paper) if paper.audit == audit.id => papers.push(paper),
            _ => check.refuse(
                Refusal::new(
                    &FINDING_PAPER,
                    say!("`{id}` is no paper of this audit", id),
                    "name papers of this audit",
                )
                .at(format!("/text/papers/{index}")),
            ),
        }
    }
    check.that(
        !text.papers.is_empty(),
        &FINDING_PAPER,
        "/text/papers",
        "the finding rests on no working paper",
        "name the papers that it rests on",
    );
    for (index, id) in text.evidence.iter().enumerate() {
        let fine = world.find::<Evidence>(*id)?.is_some_and(|evidence| evidence.audit == audit.id);
        check.that(
            fine,
            &FINDING_EVIDENCE,
            format!("/text/evidence/{index}"),
            say!("`{id}` is no evidence of this audit", id),
            "take it in for this audit first",
        );
    }
    check_requirements(world, audit, text, check)?;
    let failed = |paper: &&Paper| {
        paper.state.evaluation().is_some_and(|(evaluation, _, _)| evaluation == Evaluation::DoesNotConform)
    };
    match text.kind {
        FindingKind::Nonconformity => {
            check_nonconformity(programme, text, check);
            check.that(
                papers.is_empty() || papers.iter().any(failed),
                &NONCONFORMITY_PAPER,
                "/text/papers",
                "none of the papers was evaluated as `does_not_conform`",
                "evaluate the paper that shows it first, or name it",
            );
        }
        FindingKind::OpportunityForImprovement | FindingKind::GoodPractice => {
            check.that(
                text.grade.is_none(),
                &NONCONFORMITY_GRADE,
                "/text/grade",
                say!("`{kind}` has no grade", kind = &text.kind),
                "leave the grade out",
            );
            for paper in papers.iter().copied().filter(|paper| failed(paper)) {
                let named = world.list::<Finding>("papers", paper.id)?.into_iter().any(|finding| {
                    finding.text.kind == FindingKind::Nonconformity
                        && !matches!(finding.state, FindingState::Withdrawn { .. })
                });
                check.that(
                    named,
                    &NONCONFORMITY_DRESSED,
                    "/text/kind",
                    say!("the paper `{title}` does not conform, and no nonconformity says so", title = &paper.title),
                    "write the nonconformity first; what goes beyond it may be an opportunity for improvement",
                );
            }
        }
    }
    Ok(())
}

/// Whether an id names a control: one of Annex A, or one that the auditee's Statement of Applicability has of its own.
fn is_control(id: &RequirementId, soa: Option<&Soa>) -> bool {
    id.as_str().starts_with("A.") || soa.is_some_and(|soa| soa.rows.iter().any(|row| row.control == *id))
}

fn check_requirements(
    world: &World,
    audit: &Audit,
    text: &FindingText,
    check: &mut Check,
) -> Result<(), Stop> {
    let soa = audit.initiation.as_ref().and_then(|initiation| initiation.soa);
    let soa = soa.map(|soa| world.get::<Soa>(soa)).transpose()?;
    let criteria =
        audit.initiation.as_ref().map(|initiation| initiation.criteria.as_slice()).unwrap_or_default();
    for (index, requirement) in text.requirements.iter().enumerate() {
        check.that(
            criteria.contains(&requirement.criteria),
            &FINDING_CRITERIA,
            format!("/text/requirements/{index}/criteria"),
            say!("`{criteria}` is no criteria of this audit", criteria = &requirement.criteria),
            "name a requirement of the audit's criteria, or have the scope changed",
        );
    }
    let only_controls = !text.requirements.is_empty()
        && text.requirements.iter().all(|requirement| is_control(&requirement.id, soa));
    let names_clause = text.breaches.iter().any(|id| !is_control(id, soa));
    check.that(
        text.kind != FindingKind::Nonconformity || !only_controls || names_clause,
        &CONTROL_CLAUSE,
        "/text/breaches",
        "the nonconformity is on a control alone",
        "name the clause that it breaches too, such as 6.1.3, 8.1 or 8.3: a control demands nothing by itself",
    );
    Ok(())
}

fn check_nonconformity(programme: &Programme, text: &FindingText, check: &mut Check) {
    check.that(
        !text.requirements.is_empty(),
        &NONCONFORMITY_REQUIREMENT,
        "/text/requirements",
        "the nonconformity names no requirement",
        "name the clause and its edition",
    );
    check.that(
        text.objective_evidence.is_some(),
        &NONCONFORMITY_EVIDENCE,
        "/text/objective_evidence",
        "the nonconformity names no objective evidence",
        "say what was seen, where and when, and how many of how many",
    );
    let keys: Vec<&str> = programme.policy.grades.iter().map(|grade| grade.key.as_str()).collect();
    check.that(
        grade_of(programme, text).is_some(),
        &NONCONFORMITY_GRADE,
        "/text/grade",
        match &text.grade {
            Some(grade) => say!("`{grade}` is no grade of the programme's scheme", grade),
            None => say!("the nonconformity has no grade"),
        },
        say!("give one of {words}", words = listed(&keys)),
    );
}

/// The warnings for the text of a finding of an audit, as they are shown while it is being written.
///
/// # Errors
/// [`Stop::Refused`] when there is no such audit; [`Stop::Need`].
pub fn warnings_of(world: &World, audit: AuditId, text: &FindingText) -> Result<Vec<Warning>, Stop> {
    let audit = world.get::<Audit>(audit)?;
    let mut names = Vec::new();
    for id in audit.people.iter().chain(audit.contacts.iter().map(|contact| &contact.with)) {
        if let Some(person) = world.find::<Person>(*id)? {
            names.push(&person.name);
        }
    }
    let mut found = warnings(text, &names);
    found.extend(unknown_requirements(world, audit, text)?);
    Ok(found)
}

/// The same as the record keeps them.
fn warned(world: &World, audit: &Audit, text: &FindingText) -> Result<Vec<Line>, Stop> {
    let found = warnings_of(world, audit.id, text)?;
    Ok(found.iter().filter_map(|warning| warning.to_string().parse().ok()).collect())
}

impl Decide for DraftFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        let mut check = Check::new();
        writing(audit, ctx.person()?, &mut check);
        check_text(world, audit, &self.text, &mut check)?;
        check.done()?;
        Ok(vec![
            FindingDrafted {
                finding: ctx.id()?,
                audit: audit.id,
                auditee: audit.auditee,
                number: audit.findings_numbered + 1,
                text: self.text.clone(),
                warnings: warned(world, audit, &self.text)?,
            }
            .into(),
        ])
    }
}

impl Apply for FindingDrafted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Finding {
            id: self.finding,
            audit: self.audit,
            auditee: self.auditee,
            number: self.number,
            text: self.text.clone(),
            papers: self.text.papers.clone(),
            warnings: self.warnings.clone(),
            stamp: stamp.clone(),
            state: FindingState::Drafted,
            response: Response::None,
            due: None,
            correction: None,
            cause: None,
            action: None,
            plan_accepted: None,
            implementation: None,
            verification: None,
            effectiveness: None,
            rejections: Vec::new(),
            escalations: Vec::new(),
            upheld: None,
        })?;
        world.edit::<Audit>(self.audit, |audit| audit.findings_numbered = self.number)
    }
}

/// Refuses where the finding's text stands.
fn drafted(finding: &Finding) -> Result<(), Stop> {
    if finding.state == FindingState::Drafted {
        return Ok(());
    }
    Err(Refusal::new(
        &FINDING_DRAFT,
        say!("the finding is `{state}`", state = &finding.state),
        "withdraw it with `finding.withdraw`, with the reason, and write another",
    )
    .into())
}

impl Decide for EditFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        drafted(finding)?;
        let mut check = Check::new();
        writing(audit, ctx.person()?, &mut check);
        check_text(world, audit, &self.text, &mut check)?;
        check.done()?;
        if self.text == finding.text {
            return Ok(Vec::new());
        }
        Ok(vec![
            FindingEdited {
                finding: self.finding,
                audit: audit.id,
                text: self.text.clone(),
                warnings: warned(world, audit, &self.text)?,
            }
            .into(),
        ])
    }
}

impl Apply for FindingEdited {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.text = self.text.clone();
            finding.papers.clone_from(&self.text.papers);
            finding.warnings.clone_from(&self.warnings);
        })
    }
}

impl Decide for RaiseFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let programme = world.get::<Programme>(audit.programme)?;
        drafted(finding)?;
        let mut check = Check::new();
        writing(audit, ctx.person()?, &mut check);
        check_text(world, audit, &finding.text, &mut check)?;
        check.done()?;
        let today = ctx.today();
        let due = grade_of(programme, &finding.text).map(|grade| DueDates {
            acknowledge: today.plus_days(grade.acknowledge_days),
            plan: today.plus_days(grade.plan_days),
            implement: today.plus_days(grade.implement_days),
            effectiveness: None,
        });
        Ok(vec![FindingRaised { finding: self.finding, audit: audit.id, due }.into()])
    }
}

impl Apply for FindingRaised {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state = FindingState::Raised;
            finding.due.clone_from(&self.due);
        })
    }
}

impl Decide for WithdrawFinding {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let finding = world.get::<Finding>(self.finding)?;
        let audit = world.get::<Audit>(finding.audit)?;
        let mut check = Check::new();
        writing(audit, ctx.person()?, &mut check);
        check.that(
            audit.report.is_none(),
            &FINDING_WITHDRAWN,
            "",
            "the report with this finding has been issued",
            "amend the report by a new version, and close the finding with the reason",
        );
        check.that(
            !matches!(finding.state, FindingState::Withdrawn { .. } | FindingState::Closed { .. }),
            &FINDING_DRAFT,
            "",
            say!("the finding is `{state}`", state = &finding.state),
            "nothing more is needed",
        );
        check.done()?;
        let reason = self.reason.clone();
        Ok(vec![FindingWithdrawn { finding: self.finding, audit: audit.id, reason }.into()])
    }
}

impl Apply for FindingWithdrawn {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Finding>(self.finding, |finding| {
            finding.state =
                FindingState::Withdrawn { withdrawn: stamp.clone(), withdrawn_why: self.reason.clone() };
        })
    }
}
