//! A finding behind the door: what was found, what is asked for now with the form for it, and what was said before.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::Audit;
use assize_domain::finding::{Finding, FindingStage, Response, Turn, awaited_at};
use assize_domain::kernel::id::FindingId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::Programme;
use assize_domain::words::FindingKind;
use assize_domain::{Key, World};
use axum::extract::{Path, State};

use super::{Answer, Given, Guest, given};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::findings::path::{self, Piece, Rejected};
use crate::web::pages::findings::{Graded, edition_of, title_of};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// What is asked for now.
enum Asked {
    /// Acknowledge or dispute.
    Response,
    /// A text, with files.
    Text(TextAsked),
    /// The corrective action, and by when.
    Action,
}

/// A text that is asked for.
struct TextAsked {
    command: &'static str,
    title: String,
    about: String,
    /// Whether it is shown by a file.
    needs_file: bool,
}

impl Asked {
    fn at(words: &Words, stage: FindingStage) -> Option<Self> {
        let text = |command, title: &str, about: &str, needs_file| {
            Self::Text(TextAsked { command, title: words.say(title), about: words.say(about), needs_file })
        };
        match stage {
            FindingStage::Raised => Some(Self::Response),
            FindingStage::Acknowledged => {
                Some(text("finding.correct", "door-correct", "door-correct-about", false))
            }
            FindingStage::Corrected => {
                Some(text("finding.give_cause", "door-cause", "door-cause-about", false))
            }
            FindingStage::CauseFound => Some(Self::Action),
            FindingStage::PlanAccepted => {
                Some(text("finding.implement", "door-implement", "door-implement-about", true))
            }
            FindingStage::Drafted
            | FindingStage::ActionPlanned
            | FindingStage::Implemented
            | FindingStage::Verified
            | FindingStage::EffectivenessChecked
            | FindingStage::Closed
            | FindingStage::Withdrawn => None,
        }
    }
}

/// What was said at a step.
struct Said {
    name: String,
    /// Whether it is the step that waits.
    is_next: bool,
    when: Option<String>,
    who: Option<String>,
    text: Option<String>,
    facts: Vec<(String, String)>,
    evidence: Vec<Given>,
    rejected: Vec<Rejected>,
}

#[derive(Template)]
#[template(path = "door/finding.html")]
struct FindingPage {
    frame: Frame,
    words: Words,
    id: String,
    person: String,
    once: String,
    graded: Graded,
    state: String,
    statement: String,
    objective_evidence: Option<String>,
    requirements: Vec<(String, String)>,
    asked: Option<Asked>,
    due: Option<(String, bool)>,
    /// Who is at turn, where it is not the auditee.
    waits: Option<String>,
    /// Why the last step was sent back, where it was.
    sent_back: Option<String>,
    said: Vec<Said>,
    today: String,
}

/// `GET /door/findings/{id}`.
pub(crate) async fn finding(State(app): State<App>, visitor: Visitor, Path(finding): Path<String>) -> Answer {
    let guest = Guest::of(&visitor)?;
    let finding: FindingId = id(&finding)?;
    let today = now(&app)?.date();
    let seen = app.store.ask(|world| {
        let found = world.get::<Finding>(finding)?;
        Ok((*found.audit(), View { world, visitor: &visitor, finding: found, today }.page()?))
    });
    let (audit, (mut page, steps)) = seen.await.map_err(Fault::unanswered)?;
    guest.only_of(audit)?;
    for (mut said, pieces) in steps {
        said.evidence = given(&visitor, pieces).await?;
        page.said.push(said);
    }
    let next = page.said.iter().find(|said| said.is_next);
    page.sent_back = next.and_then(|said| said.rejected.last()).map(|rejected| rejected.reason.clone());
    if !visitor.asker.may(Action::Answer, Key::of(finding)).await? {
        page.asked = None;
    }
    Ok(html(&page))
}

struct View<'v> {
    world: &'v World,
    visitor: &'v Visitor,
    finding: &'v Finding,
    today: Date,
}

/// What was said, with the evidence that came with it.
type Answered = (Said, Vec<Piece>);

impl View<'_> {
    fn page(&self) -> Result<(FindingPage, Vec<Answered>), Stop> {
        let (world, words, finding) = (self.world, &self.visitor.words, self.finding);
        let audit = world.get::<Audit>(*finding.audit())?;
        let programme = world.get::<Programme>(*audit.programme())?;
        let text = finding.text();
        let stage = finding.state().stage();
        let disputed = matches!(finding.response(), Response::Disputed { .. });
        let turn = stage.turn(text.kind, disputed);
        let due = finding.due().as_ref().and_then(|due| awaited_at(stage, due)).map(|(_, by)| by);
        let title = format!("{} · {}", finding.number(), text.title);
        // What is no nonconformity can be acknowledged or disputed, and asks for nothing.
        let answers = turn == Some(Turn::Auditee)
            || (stage == FindingStage::Raised
                && text.kind != FindingKind::Nonconformity
                && *finding.response() == Response::None);
        let page = FindingPage {
            frame: Frame::of(self.visitor, "", title),
            words: words.clone(),
            id: finding.id().to_string(),
            person: self.visitor.person().map(|person| person.to_string()).unwrap_or_default(),
            once: nonce(),
            graded: Graded::of_finding(words, programme.policy(), finding),
            state: words.word("FindingStage", stage.word()),
            statement: text.statement.to_string(),
            objective_evidence: text.objective_evidence.as_ref().map(ToString::to_string),
            requirements: self.requirements()?,
            asked: if answers { Asked::at(words, stage) } else { None },
            due: due.map(|due| (words.date(due), due < self.today)),
            waits: turn.filter(|_| !answers).map(|turn| words.word("Turn", turn.word())),
            sent_back: None,
            said: Vec::new(),
            today: self.today.to_string(),
        };
        Ok((page, self.said()?))
    }

    fn requirements(&self) -> Result<Vec<(String, String)>, Stop> {
        let mut shown = Vec::new();
        for one in &self.finding.text().requirements {
            let title = title_of(self.world, &one.criteria, &one.id)?.unwrap_or_default();
            let edition = edition_of(self.world, &one.criteria)?;
            shown.push((format!("{} {title}", one.id), edition));
        }
        Ok(shown)
    }

    /// The steps at which something was said, or sent back.
    fn said(&self) -> Result<Vec<(Said, Vec<Piece>)>, Stop> {
        let path = path::Path {
            world: self.world,
            words: &self.visitor.words,
            finding: self.finding,
            today: self.today,
        };
        let steps = path.steps()?.into_iter().filter(|step| {
            let told = step.text.is_some() || !step.facts.is_empty() || step.when.is_some();
            (step.state == "done" && told) || !step.rejected.is_empty()
        });
        let drafted = self.visitor.words.word("FindingStage", FindingStage::Drafted.word());
        // When the team wrote it is the team's own affair.
        let steps = steps.filter(|step| step.name != drafted);
        let said = steps.map(|step| {
            let said = Said {
                name: step.name,
                is_next: step.state == "now",
                when: step.when,
                who: step.who,
                text: step.text,
                facts: step.facts,
                evidence: Vec::new(),
                rejected: step.rejected,
            };
            (said, step.evidence)
        });
        Ok(said.collect())
    }
}
