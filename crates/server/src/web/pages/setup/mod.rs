//! Setting up a first audit programme: plain questions, then what comes of the answers, then the ordinary commands one after the other.
//!
//! The commands are tried on paper first, so that what the law refuses is said before anything is done. Each is then given under a key
//! made of the form's own and of its step: whoever sends the form again after a break goes on where it stopped.

mod questions;
mod steps;

use askama::Template;
use assize_domain::kernel::entry::hex;
use assize_domain::{Command, Ctx, Key};
use assize_store::{Act, Done, Once};
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use sha2::{Digest, Sha256};

use self::questions::{Answers, Standing};
use self::steps::{Known, Setup, Step};
use super::href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::commands::execute;
use crate::people::now;
use crate::problem::{Fault, KEY_REUSED};
use crate::web::act::nonce;
use crate::web::form::{Node, Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

#[derive(Template)]
#[template(path = "setup_ask.html")]
struct AskPage {
    frame: Frame,
    words: Words,
    /// The questions, in parts: the key of each part's heading, and its questions.
    parts: Vec<(&'static str, Vec<Node>)>,
    wrong: Vec<Wrong>,
    wrongs: usize,
}

#[derive(Template)]
#[template(path = "setup_look.html")]
struct LookPage {
    frame: Frame,
    words: Words,
    setup: Setup,
    /// The answers, to be sent along.
    kept: Vec<(String, String)>,
    once: String,
    wrong: Vec<Wrong>,
    /// What was done before it stopped.
    made: Vec<(String, String)>,
}

/// `GET /programmes/new`: the questions.
pub(crate) async fn ask(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let standing = Standing::of(&app, &visitor).await?;
    let answers = Answers::first(&visitor.words, &standing, now(&app)?.date());
    Ok(html(&ask_page(&visitor, &standing, &answers, Vec::new())))
}

/// `POST /programmes/new`: looks at the answers, goes back to them, or does what comes of them.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let standing = Standing::of(&app, &visitor).await?;
    let answers = Answers::sent(&posted);
    let step = posted.filled("step").unwrap_or("look");
    if step == "ask" {
        return Ok(html(&ask_page(&visitor, &standing, &answers, Vec::new())));
    }
    let setup = match Setup::of(&visitor.words, &standing, &answers) {
        Ok(setup) => setup,
        Err(wrong) => return Ok(unprocessable(&ask_page(&visitor, &standing, &answers, wrong))),
    };
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let making = Making { app: &app, visitor: &visitor, setup: &setup, once: &once };
    let wrong = making.try_on_paper().await?;
    if !wrong.is_empty() {
        return Ok(unprocessable(&ask_page(&visitor, &standing, &answers, wrong)));
    }
    if step != "make" {
        return Ok(html(&look_page(&visitor, setup.clone(), &answers, once.clone(), Stopped::default())));
    }
    match making.make().await? {
        Made::All(done) => Ok(Redirect::to(&done).into_response()),
        Made::Part(stopped) => {
            Ok(unprocessable(&look_page(&visitor, setup.clone(), &answers, once.clone(), stopped)))
        }
    }
}

fn unprocessable(page: &impl Template) -> Response {
    let mut response = html(page);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

fn frame(visitor: &Visitor) -> Frame {
    let words = &visitor.words;
    Frame::of(visitor, "/programmes", words.say("setup-title"))
        .under(words.say("nav-programmes"), "/programmes")
}

fn ask_page(visitor: &Visitor, standing: &Standing, answers: &Answers, wrong: Vec<Wrong>) -> AskPage {
    let words = &visitor.words;
    let parts = questions::parts(words, standing, answers, &wrong);
    let is_asked =
        |wrong: &Wrong| parts.iter().flat_map(|(_, nodes)| nodes).any(|node| node.pointer == wrong.at);
    let wrongs = wrong.len();
    let elsewhere = wrong.into_iter().filter(|wrong| !is_asked(wrong)).collect();
    AskPage { frame: frame(visitor), words: words.clone(), parts, wrong: elsewhere, wrongs }
}

/// Where making stopped, and what was made until then.
#[derive(Default)]
struct Stopped {
    wrong: Vec<Wrong>,
    made: Vec<(String, String)>,
}

fn look_page(visitor: &Visitor, setup: Setup, answers: &Answers, once: String, stopped: Stopped) -> LookPage {
    LookPage {
        frame: frame(visitor),
        words: visitor.words.clone(),
        setup,
        kept: answers.all(),
        once,
        wrong: stopped.wrong,
        made: stopped.made,
    }
}

/// What became of it.
enum Made {
    /// All was done; the page to go on to.
    All(String),
    /// It stopped.
    Part(Stopped),
}

/// The commands of a set-up being given.
struct Making<'m> {
    app: &'m App,
    visitor: &'m Visitor,
    setup: &'m Setup,
    once: &'m str,
}

impl Making<'_> {
    /// What the law would refuse of all the commands, one after the other.
    async fn try_on_paper(&self) -> Result<Vec<Wrong>, Fault> {
        let at = now(self.app)?;
        let ctx = |n: u8| Ctx::new(at, self.visitor.actor.clone(), [n; 8]);
        let tried = self.app.store.ask(|world| steps::on_paper(self.setup, world, ctx));
        let refused = tried.await.map_err(Fault::unanswered)?;
        Ok(refused
            .into_iter()
            .map(|(step, refusal)| Wrong {
                at: step.question(&refusal.at).to_owned(),
                ..Wrong::refused(&self.visitor.words, &refusal)
            })
            .collect())
    }

    async fn make(&self) -> Result<Made, Fault> {
        let mut known = self.setup.known();
        let mut stopped = Stopped::default();
        let mut last: Option<Done> = None;
        for step in self.setup.steps() {
            let command = self.setup.command(step, &known);
            let command = command.ok_or_else(|| Fault::internal("a step of setting up has no subject"))?;
            let name = command.name();
            match self.give(step, command).await {
                Ok(done) => {
                    if let Some(key) = done.subject() {
                        known.learn(step, key);
                        stopped.made.push((self.visitor.words.command_done(name), href(key)));
                    }
                    last = Some(done);
                }
                Err(wrong) => {
                    stopped.wrong = wrong?;
                    return Ok(Made::Part(stopped));
                }
            }
        }
        self.sign_in(&known).await?;
        let seq = last.and_then(|done| done.events.last().map(|event| event.seq)).unwrap_or_default();
        let programme = known.programme.map_or_else(|| "/programmes".to_owned(), |id| href(Key::of(id)));
        Ok(Made::All(format!("{programme}?done=programme.draft&seq={seq}")))
    }

    /// Gives the command of a step. What the law refuses is given back; a fault is one.
    async fn give(&self, step: Step, command: Command) -> Result<Done, Result<Vec<Wrong>, Fault>> {
        let said = format!("{} {}", command.name(), command.to_json());
        let once = Once {
            principal: self.principal(),
            route: "POST /programmes/new".to_owned(),
            key: format!("{}-{}", self.once, step.key()),
            body: hex(&Sha256::digest(said.as_bytes())),
        };
        let act = Act {
            actor: self.visitor.actor.clone(),
            command,
            expected: None,
            once: Some(once),
            grant: None,
            door: None,
            field: None,
            received: None,
        };
        execute(self.app, &self.visitor.asker, act).await.map_err(|fault| match fault.refusals() {
            [] if fault.kind == &KEY_REUSED => {
                Ok(vec![Wrong::whole(self.visitor.words.say("setup-changed"))])
            }
            [] => Err(fault),
            refusals => {
                Ok(refusals.iter().map(|refusal| Wrong::refused(&self.visitor.words, refusal)).collect())
            }
        })
    }

    /// Whose keys they are. The operator becomes somebody on the way, and the session stays the same.
    fn principal(&self) -> String {
        let digest = hex(&Sha256::digest(self.visitor.session.as_bytes()));
        format!("session {}", digest.chars().take(32).collect::<String>())
    }

    /// The operator who has entered themselves goes on as who they are.
    async fn sign_in(&self, known: &Known) -> Result<(), Fault> {
        if let (None, true, Some(person)) = (self.visitor.person(), self.setup.is_me, known.manager) {
            crate::web::first::enter(self.app, self.visitor, person).await?;
        }
        Ok(())
    }
}

impl Step {
    /// What tells it from the other steps of its form.
    fn key(self) -> String {
        format!("{self:?}").to_ascii_lowercase()
    }

    /// The question that an answer of the law is about.
    fn question(self, at: &str) -> &'static str {
        match self {
            Self::Organization => "/organization",
            Self::Manager if at == "/zone" => "/zone",
            Self::Manager => "/manager_name",
            Self::Approver => "/approver_name",
            Self::Auditee if at.contains("/zone") => "/zone",
            Self::Auditee => "/auditee_name",
            Self::Draft | Self::Edit if at.contains("period") => "/from",
            Self::Draft | Self::Edit => "",
            Self::Plan(_) if at.contains("days") => "/days",
            Self::Plan(_) => "",
        }
    }
}
