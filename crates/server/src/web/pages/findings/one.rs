//! A finding: what it says, what it rests on, and its path from raised to closed.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::Audit;
use assize_domain::auditee::Auditee;
use assize_domain::evidence::Paper;
use assize_domain::finding::{
    AcceptPlan, AcknowledgeFinding, CheckEffectiveness, CloseFinding, CorrectFinding, DisputeFinding,
    EditFinding, EscalateFinding, Finding, FindingStage, FindingState, GiveCause, ImplementAction,
    PlanAction, RaiseFinding, RejectStep, Response, UpholdFinding, VerifyFinding, WithdrawFinding,
    warnings_of,
};
use assize_domain::kernel::id::{FindingId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Text;
use assize_domain::kernel::time::Date;
use assize_domain::policy::Policy;
use assize_domain::programme::Programme;
use assize_domain::words::FindingKind;
use assize_domain::{Command, Ctx, Key, World};
use assize_store::Which;
use axum::extract::{Path, State};
use axum::response::Response as Answer;

use super::path::{self, Piece, Step, pieces};
use super::{Awaited, Graded, by, composer, edition_of, grade_label, grade_meaning, title_of};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::records::{Happened, history};
use crate::web::pages::{act_href, href};
use crate::web::signing::signatures_of;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many entries of its history are shown.
const ENTRIES: i64 = 60;

/// A requirement that a finding is about.
struct Requirement {
    id: String,
    title: Option<String>,
    criteria: String,
}

/// The next act, whoever's it is.
struct Next {
    act: String,
    about: Option<String>,
    href: String,
    missing: Vec<Wrong>,
}

/// A grade, by the programme's scheme.
struct Scheme {
    label: String,
    meaning: String,
    days: String,
}

/// A change of grade.
struct Escalated {
    said: String,
    reason: String,
    when: String,
    who: String,
}

#[derive(Template)]
#[template(path = "findings/one.html")]
struct FindingPage {
    frame: Frame,
    words: Words,
    graded: Graded,
    state: String,
    audit: (String, String),
    auditee: (String, String),
    next: Option<Next>,
    awaited: Awaited,
    statement: String,
    objective_evidence: Option<String>,
    requirements: Vec<Requirement>,
    breaches: Vec<Requirement>,
    scheme: Option<Scheme>,
    evidence: Vec<Piece>,
    papers: Vec<(String, String, String)>,
    warnings: Vec<String>,
    opinion: Option<(String, String)>,
    escalated: Vec<Escalated>,
    path: Vec<Step>,
    deeds: Vec<(String, String)>,
    record: String,
    /// The signatures on it, as a part of the page.
    signatures: String,
    history: Vec<Happened>,
}

/// `GET /findings/{id}`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(finding): Path<String>,
) -> Result<Answer, Fault> {
    let finding: FindingId = id(&finding)?;
    let at = now(&app)?;
    let page = app.store.ask(|world| {
        let ctx = Ctx::new(at, visitor.actor.clone(), [0; 8]);
        Viewing { world, ctx: &ctx, visitor: &visitor }.page(finding)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    let asker = &visitor.asker;
    // Whoever sees what was released sees neither what was written before that, nor what the team keeps for itself.
    let entries = if asker.reads_history(Key::of(finding)).await? {
        app.store.entries(Which::Subject(Key::of(finding)), 0, ENTRIES).await?
    } else {
        page.papers.clear();
        // Theirs is the page of what was released.
        let audit = page.audit.1.trim_end_matches("/findings").to_owned();
        if let Some(crumb) = page.frame.crumbs.last_mut() {
            crumb.href.clone_from(&audit);
        }
        page.audit.1 = audit;
        Vec::new()
    };
    page.evidence = asker.only(Action::See, page.evidence, |piece| piece.key).await?;
    page.deeds = asker.open_ways(page.deeds, |(_, way)| way).await?;
    if let Some(next) = &mut page.next
        && !asker.opens(&next.href).await?
    {
        next.href.clear();
    }
    for step in &mut page.path {
        step.evidence =
            asker.only(Action::See, std::mem::take(&mut step.evidence), |piece| piece.key).await?;
    }
    let raised = entries
        .iter()
        .position(|read| read.as_ref().is_ok_and(|stored| stored.entry.kind == "finding.raised"));
    page.history = history(&app, &visitor, entries).await?;
    page.signatures = signatures_of(&app, &visitor.words, Key::of(finding)).await?;
    if let (Some(raised), Some(step)) =
        (raised.and_then(|at| page.history.get(at)), page.path.get_mut(RAISED_STEP))
    {
        step.when = Some(raised.at.clone());
        step.who = Some(raised.who.clone());
    }
    Ok(html(&page))
}

/// Where in the path a finding is raised: after it was drafted.
const RAISED_STEP: usize = 1;

struct Viewing<'v> {
    world: &'v World,
    ctx: &'v Ctx,
    visitor: &'v Visitor,
}

impl Viewing<'_> {
    fn page(&self, id: FindingId) -> Result<FindingPage, Stop> {
        let (world, words) = (self.world, &self.visitor.words);
        let finding = world.get::<Finding>(id)?;
        let audit = world.get::<Audit>(*finding.audit())?;
        let programme = world.get::<Programme>(*audit.programme())?;
        let auditee = world.find::<Auditee>(*finding.auditee())?;
        let text = finding.text();
        let stage = finding.state().stage();
        let is_disputed = matches!(finding.response(), Response::Disputed { .. });
        let title = format!("{} · {}", finding.number(), text.title);
        let findings = format!("/audits/{}/findings", audit.id());
        let path = path::Path { world, words, finding, today: self.ctx.today() };
        Ok(FindingPage {
            frame: Frame::of(self.visitor, "/findings", title)
                .under(words.say("nav-findings"), "/findings")
                .under(audit.title().to_string(), findings.clone()),
            words: words.clone(),
            graded: Graded::of_finding(words, programme.policy(), finding),
            state: words.word("FindingStage", stage.word()),
            audit: (audit.title().to_string(), findings),
            auditee: (
                auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
                href(Key::of(*finding.auditee())),
            ),
            next: self.next(finding)?,
            awaited: Awaited::of(
                words,
                text.kind,
                stage,
                is_disputed && stage == FindingStage::Raised,
                finding.due().as_ref(),
                self.ctx.today(),
            ),
            statement: text.statement.to_string(),
            objective_evidence: text.objective_evidence.as_ref().map(ToString::to_string),
            requirements: self.requirements(finding)?,
            breaches: self.breaches(finding, audit)?,
            scheme: self.scheme(programme.policy(), finding),
            evidence: pieces(world, words, &text.evidence)?,
            papers: self.papers(finding)?,
            warnings: self.warnings(finding)?,
            opinion: self.opinion(finding)?,
            escalated: self.escalated(programme.policy(), finding)?,
            path: path.steps()?,
            deeds: self.deeds(finding, programme.policy())?,
            record: format!("/records/finding/{id}"),
            signatures: String::new(),
            history: Vec::new(),
        })
    }

    fn requirements(&self, finding: &Finding) -> Result<Vec<Requirement>, Stop> {
        let mut shown = Vec::new();
        for one in &finding.text().requirements {
            shown.push(Requirement {
                id: one.id.to_string(),
                title: title_of(self.world, &one.criteria, &one.id)?,
                criteria: edition_of(self.world, &one.criteria)?,
            });
        }
        Ok(shown)
    }

    /// The clauses that a finding on a control breaches too: of the first set that has them.
    fn breaches(&self, finding: &Finding, audit: &Audit) -> Result<Vec<Requirement>, Stop> {
        let sets = audit.initiation().as_ref().map(|initiation| initiation.criteria.as_slice());
        let mut shown = Vec::new();
        for id in &finding.text().breaches {
            let mut row = Requirement { id: id.to_string(), title: None, criteria: String::new() };
            for criteria in sets.unwrap_or_default() {
                if let Some(title) = title_of(self.world, criteria, id)? {
                    row.title = Some(title);
                    row.criteria = edition_of(self.world, criteria)?;
                    break;
                }
            }
            shown.push(row);
        }
        Ok(shown)
    }

    fn scheme(&self, policy: &Policy, finding: &Finding) -> Option<Scheme> {
        let words = &self.visitor.words;
        let grade = policy.grade(finding.text().grade.as_ref()?)?;
        Some(Scheme {
            label: grade_label(words, grade.label.as_str()),
            meaning: grade_meaning(words, grade),
            days: composer::days(words, grade),
        })
    }

    fn papers(&self, finding: &Finding) -> Result<Vec<(String, String, String)>, Stop> {
        let words = &self.visitor.words;
        self.world.want(finding.papers().iter().copied())?;
        let mut shown = Vec::new();
        for id in finding.papers() {
            let Some(paper) = self.world.find::<Paper>(*id)? else { continue };
            let state = paper.state().evaluation().map_or("open", |(evaluation, _, _)| evaluation.word());
            shown.push((paper.title().to_string(), href(Key::of(*id)), words.word("Evaluation", state)));
        }
        Ok(shown)
    }

    /// The warnings that stand; of a draft those that it has now.
    fn warnings(&self, finding: &Finding) -> Result<Vec<String>, Stop> {
        if finding.state().stage() != FindingStage::Drafted {
            return Ok(Vec::new());
        }
        let found = warnings_of(self.world, *finding.audit(), finding.text())?;
        Ok(found.iter().map(|warning| composer::warning(&self.visitor.words, warning)).collect())
    }

    fn opinion(&self, finding: &Finding) -> Result<Option<(String, String)>, Stop> {
        let words = &self.visitor.words;
        let Response::Disputed { disputed, opinion } = finding.response() else { return Ok(None) };
        let who = by(self.world, words, &disputed.by)?;
        let said = words.with2("finding-by", "when", words.time(disputed.at), "who", who);
        Ok(Some((opinion.to_string(), said)))
    }

    fn escalated(&self, policy: &Policy, finding: &Finding) -> Result<Vec<Escalated>, Stop> {
        let words = &self.visitor.words;
        let label = |key| {
            let grade = policy.grade(key);
            grade.map_or_else(|| key.to_string(), |grade| grade_label(words, grade.label.as_str()))
        };
        let escalations = finding.escalations().iter();
        escalations
            .map(|one| {
                Ok(Escalated {
                    said: words.with2("finding-escalated", "from", label(&one.from), "to", label(&one.to)),
                    reason: one.reason.to_string(),
                    when: words.time(one.stamp.at),
                    who: by(self.world, words, &one.stamp.by)?,
                })
            })
            .collect()
    }

    /// The next act, with what the law still asks for before it.
    fn next(&self, finding: &Finding) -> Result<Option<Next>, Stop> {
        let Some(command) = next_command(finding, self.visitor.person(), self.ctx.today()) else {
            return Ok(None);
        };
        let words = &self.visitor.words;
        let refusals = self.refusals(&command)?;
        let mut name = command.name();
        // A draft that may not be raised as it is written is written first.
        if name == "finding.raise" && refusals.iter().any(|wrong| wrong.at.starts_with("/text")) {
            name = "finding.edit";
        }
        Ok(Some(Next {
            act: words.command(name),
            about: words.command_about(name),
            href: self.href(name, finding),
            missing: refusals,
        }))
    }

    /// What the law says against a command now, but for what its form is going to ask.
    fn refusals(&self, command: &Command) -> Result<Vec<Wrong>, Stop> {
        let asked = ["/evidence", "/early", "/due", "/grade", "/owner"];
        match command.decide(self.world, self.ctx) {
            Ok(_) => Ok(Vec::new()),
            Err(Stop::Refused(refusals)) => Ok(refusals
                .iter()
                .map(|refusal| Wrong::refused(&self.visitor.words, refusal))
                .filter(|wrong| !asked.iter().any(|at| wrong.at.starts_with(at)))
                .collect()),
            Err(need @ Stop::Need(_)) => Err(need),
        }
    }

    fn href(&self, command: &str, finding: &Finding) -> String {
        let id = finding.id().to_string();
        act_href(command, &[("finding", &id)], &href(Key::of(finding.id())))
    }

    /// What else may be done now, by whoever looks.
    fn deeds(&self, finding: &Finding, policy: &Policy) -> Result<Vec<(String, String)>, Stop> {
        let id = finding.id();
        let mut commands: Vec<Command> = vec![
            EditFinding { finding: id, text: finding.text().clone() }.into(),
            RejectStep { finding: id, reason: some_text(finding) }.into(),
            AcknowledgeFinding { finding: id }.into(),
            DisputeFinding { finding: id, opinion: some_text(finding) }.into(),
            WithdrawFinding { finding: id, reason: some_text(finding) }.into(),
        ];
        let gravest = policy.grades.iter().min_by_key(|grade| grade.rank);
        if let Some(gravest) = gravest.filter(|grade| finding.text().grade.as_ref() != Some(&grade.key)) {
            let grade = gravest.key.clone();
            commands.push(EscalateFinding { finding: id, grade, reason: some_text(finding) }.into());
        }
        let next =
            next_command(finding, self.visitor.person(), self.ctx.today()).map(|command| command.name());
        let mut deeds = Vec::new();
        for command in commands {
            if Some(command.name()) != next && self.refusals(&command)?.is_empty() {
                deeds.push((self.visitor.words.command(command.name()), self.href(command.name(), finding)));
            }
        }
        Ok(deeds)
    }
}

/// A text that stands for one that is not written yet, to ask the law what else it would say.
fn some_text(finding: &Finding) -> Text {
    finding.text().statement.clone()
}

/// The command that takes a finding on from where it stands; none where nothing more is asked for.
pub(crate) fn next_command(finding: &Finding, person: Option<PersonId>, today: Date) -> Option<Command> {
    let id = finding.id();
    let nonconformity = finding.text().kind == FindingKind::Nonconformity;
    let evidence = Vec::new();
    let text = some_text(finding);
    Some(match finding.state() {
        FindingState::Drafted => RaiseFinding { finding: id }.into(),
        FindingState::Raised => match finding.response() {
            Response::Disputed { .. } => UpholdFinding { finding: id, reason: text }.into(),
            Response::None | Response::Acknowledged { .. } if nonconformity => {
                AcknowledgeFinding { finding: id }.into()
            }
            Response::None | Response::Acknowledged { .. } => return None,
        },
        FindingState::Acknowledged if !nonconformity => return None,
        FindingState::Acknowledged => CorrectFinding { finding: id, text, evidence }.into(),
        FindingState::Corrected => GiveCause { finding: id, text, evidence }.into(),
        FindingState::CauseFound => {
            PlanAction { finding: id, text, owner: person.or(finding.stamp().by.person())?, due: today }
                .into()
        }
        FindingState::ActionPlanned => AcceptPlan { finding: id }.into(),
        FindingState::PlanAccepted => ImplementAction { finding: id, text, evidence }.into(),
        FindingState::Implemented => VerifyFinding { finding: id, text, evidence }.into(),
        FindingState::Verified => CheckEffectiveness { finding: id, text, evidence, early: None }.into(),
        FindingState::EffectivenessChecked => CloseFinding { finding: id }.into(),
        FindingState::Closed { .. } | FindingState::Withdrawn { .. } => return None,
    })
}
