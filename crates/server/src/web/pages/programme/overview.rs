//! A programme at once: where it stands, what is missing before its next step, how its objectives are met.

use askama::Template;
use assize_domain::audit::OpenAudit;
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Days;
use assize_domain::programme::indicators::Indicators;
use assize_domain::programme::{BeginProgramme, EstablishProgramme, Programme, ProgrammeState};
use assize_domain::{Command, Ctx, Key, World};
use assize_store::{PlannedGlance, PlannedWhich};
use axum::extract::{Path, State};
use axum::response::Response;

use super::figures::{Measured, all, measured};
use super::{Head, People, Somebody, frame, person_of};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::{act_href, href};
use crate::web::signing::signatures_of;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many revisions are shown; the record has them all.
const REVISIONS_MAX: usize = 10;

/// The next step, and what stands before it.
struct Next {
    title: String,
    clause: &'static str,
    said: Option<String>,
    /// What the law would refuse, were it taken now.
    gate: Vec<Wrong>,
    href: String,
    act: String,
}

/// Somebody's responsibility.
struct Role {
    person: Somebody,
    role: String,
    competence: String,
}

/// A change of the established programme.
struct Revised {
    number: u32,
    at: String,
    by: String,
    what: String,
    reason: String,
}

/// An auditee of the extent, with the parts that it names.
struct Part {
    name: String,
    href: String,
    units: Vec<String>,
}

/// What a programme covers.
struct Extent {
    text: String,
    parts: Vec<Part>,
    criteria: Vec<String>,
}

#[derive(Template)]
#[template(path = "programme.html")]
struct ProgrammePage {
    frame: Frame,
    words: Words,
    head: Head,
    next: Option<Next>,
    objectives: Vec<Measured>,
    indicators: Vec<(String, String, bool)>,
    days: Vec<(String, String)>,
    short: bool,
    shortfall: Option<String>,
    resources: Option<String>,
    roles: Vec<Role>,
    extent: Option<Extent>,
    revisions: Vec<Revised>,
    /// How many revisions are older than those shown.
    older: usize,
    /// The signatures on it, as a part of the page.
    signatures: String,
}

/// What the page is made from, beside the records of the law.
struct Around {
    found: Indicators,
    /// The earliest planned audit that was not opened.
    to_open: Option<PlannedGlance>,
    /// The earliest that was opened and is not over.
    running: Option<PlannedGlance>,
}

/// `GET /programmes/{id}`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let at = now(&app)?;
    let found = app.store.indicators(programme, at.date()).await.map_err(Fault::unanswered)?;
    let mut first = Vec::new();
    for which in [PlannedWhich::NotOpened, PlannedWhich::Running] {
        first.push(app.store.planned_glances(programme, which, 1).await?.pop());
    }
    let around = Around { found, running: first.pop().flatten(), to_open: first.pop().flatten() };
    let page = app.store.ask(|world| {
        let ctx = Ctx::new(at, visitor.actor.clone(), [0; 8]);
        view(world, &ctx, &visitor, programme, &around)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    page.head.open_to(&visitor.asker).await?;
    if let Some(next) = &mut page.next
        && !visitor.asker.opens(&next.href).await?
    {
        next.href.clear();
    }
    page.signatures = signatures_of(&app, &visitor.words, Key::of(programme)).await?;
    Ok(html(&page))
}

fn view(
    world: &World,
    ctx: &Ctx,
    visitor: &Visitor,
    id: ProgrammeId,
    around: &Around,
) -> Result<ProgrammePage, Stop> {
    let words = &visitor.words;
    let programme = world.get::<Programme>(id)?;
    let found = &around.found;
    let shown = programme.revisions().iter().rev().take(REVISIONS_MAX);
    let people = People::of(
        world,
        words,
        programme
            .roles()
            .iter()
            .map(|role| role.person)
            .chain(shown.clone().filter_map(|revision| person_of(&revision.stamp))),
    )?;
    let roles = programme.roles().iter().map(|role| Role {
        person: people.name(role.person),
        role: words.word("ProgrammeRoleKind", role.role.word()),
        competence: role.competence.to_string(),
    });
    let revisions = shown.map(|revision| Revised {
        number: revision.number,
        at: words.time(revision.stamp.at),
        by: people.by(&revision.stamp),
        what: revision.what.to_string(),
        reason: revision.reason.to_string(),
    });
    Ok(ProgrammePage {
        frame: frame(visitor, programme, None),
        words: words.clone(),
        head: Head::of(words, programme, "", &href(Key::of(id))),
        next: Taking { world, ctx, words, programme, around }.next()?,
        objectives: programme
            .objectives()
            .iter()
            .map(|objective| measured(words, programme.period(), objective, found))
            .collect(),
        indicators: all(words, found),
        days: days(words, found),
        short: found.days_planned > *programme.days(),
        shortfall: programme.shortfall().as_ref().map(ToString::to_string),
        resources: programme.resources().as_ref().map(ToString::to_string),
        roles: roles.collect(),
        extent: extent(world, programme)?,
        revisions: revisions.collect(),
        older: programme.revisions().len().saturating_sub(REVISIONS_MAX),
        signatures: String::new(),
    })
}

fn days(words: &Words, found: &Indicators) -> Vec<(String, String)> {
    let said = |days: Days| words.number(days);
    vec![
        (words.say("days-available"), said(found.days_available)),
        (words.say("days-planned"), said(found.days_planned)),
        (
            words.say("days-used"),
            words.with2(
                "days-used-of",
                "used",
                said(found.days_used),
                "planned",
                said(found.days_planned_completed),
            ),
        ),
    ]
}

fn extent(world: &World, programme: &Programme) -> Result<Option<Extent>, Stop> {
    let Some(extent) = programme.extent() else { return Ok(None) };
    world.want(extent.auditees.iter().map(|part| part.auditee))?;
    let mut parts = Vec::new();
    for part in &extent.auditees {
        let auditee = world.find::<Auditee>(part.auditee)?;
        let units = auditee.map_or(&[][..], |auditee| auditee.units().as_slice());
        let named = units.iter().filter(|unit| part.units.is_empty() || part.units.contains(&unit.key));
        parts.push(Part {
            name: auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default(),
            href: href(Key::of(part.auditee)),
            units: named.map(|unit| unit.name.to_string()).collect(),
        });
    }
    Ok(Some(Extent {
        text: extent.text.to_string(),
        parts,
        criteria: extent.criteria.iter().map(ToString::to_string).collect(),
    }))
}

/// Finding the next step.
struct Taking<'t> {
    world: &'t World,
    ctx: &'t Ctx,
    words: &'t Words,
    programme: &'t Programme,
    around: &'t Around,
}

impl Taking<'_> {
    fn next(&self) -> Result<Option<Next>, Stop> {
        Ok(match self.programme.state() {
            ProgrammeState::Draft => Some(self.establishing()?),
            ProgrammeState::Established { .. } => {
                let begin = BeginProgramme { programme: self.programme.id() };
                Some(self.step(
                    "programme-next-begin",
                    "ISO 19011:2018 5.5.1",
                    begin.into(),
                    "programme.begin",
                )?)
            }
            ProgrammeState::Implementing { .. } => Some(self.implementing()?),
            ProgrammeState::Closed { .. } => None,
        })
    }

    /// A draft is completed, then established.
    fn establishing(&self) -> Result<Next, Stop> {
        let programme = self.programme;
        let establish = EstablishProgramme { programme: programme.id() };
        let mut next = self.step(
            "programme-next-establish",
            "ISO 19011:2018 5.5.1",
            establish.into(),
            "programme.establish",
        )?;
        let no_days = programme.days().hundredths() == 0;
        let unwritten = programme.objectives().is_empty()
            || programme.extent().is_none()
            || programme.risks().is_empty()
            || programme.roles().is_empty()
            || no_days;
        let instead = match (unwritten, self.around.found.audits_planned) {
            (true, _) => Some("programme.edit"),
            (false, 0) => Some("planned_audit.plan"),
            (false, _) => None,
        };
        if let Some(command) = instead {
            next.act = self.words.command(command);
            next.href = self.act(command);
        }
        Ok(next)
    }

    /// Planned audits are opened one after the other and carried out; then the programme is reviewed and closed.
    fn implementing(&self) -> Result<Next, Stop> {
        let Around { to_open, running, .. } = self.around;
        if let Some(planned) = to_open.as_ref().filter(|planned| self.is_next(planned)) {
            let id = planned.id.to_string();
            let open = OpenAudit { planned: planned.id };
            let said = format!("{} · {}", planned.title, self.words.period(&planned.window));
            return Ok(Next {
                said: Some(said),
                href: act_href("audit.open", &[("planned", &id)], ""),
                ..self.step("programme-next-open", "ISO 19011:2018 5.5.1", open.into(), "audit.open")?
            });
        }
        if let Some(audit) = running {
            return Ok(Next {
                title: self.words.say("programme-next-audit"),
                clause: "ISO 19011:2018 5.5.1",
                said: Some(format!("{} · {}", audit.title, self.words.period(&audit.window))),
                gate: Vec::new(),
                href: format!("/audits/{}", audit.id),
                act: self.words.say("programme-to-audit"),
            });
        }
        let (key, clause, command) = if self.programme.reviews().is_empty() {
            ("programme-next-review", "ISO 19011:2018 5.7", "programme.review")
        } else {
            ("programme-next-close", "ISO 19011:2018 5.6", "programme.close")
        };
        Ok(Next {
            title: self.words.say(key),
            clause,
            said: None,
            gate: Vec::new(),
            href: self.act(command),
            act: self.words.command(command),
        })
    }

    /// Whether an audit that was not opened comes before the one that is being carried out.
    fn is_next(&self, planned: &PlannedGlance) -> bool {
        let running = self.around.running.as_ref();
        running.is_none_or(|running| {
            planned.window.from <= self.around.found.on || planned.window.from < running.window.from
        })
    }

    fn step(&self, key: &str, clause: &'static str, command: Command, name: &str) -> Result<Next, Stop> {
        let gate = match command.decide(self.world, self.ctx) {
            Ok(_) => Vec::new(),
            Err(Stop::Refused(refusals)) => {
                refusals.iter().map(|refusal| Wrong::refused(self.words, refusal)).collect()
            }
            Err(need @ Stop::Need(_)) => return Err(need),
        };
        let (href, act) = (self.act(name), self.words.command(name));
        Ok(Next { title: self.words.say(key), clause, said: None, gate, href, act })
    }

    fn act(&self, command: &str) -> String {
        let id = self.programme.id();
        act_href(command, &[("programme", &id.to_string())], &href(Key::of(id)))
    }
}
