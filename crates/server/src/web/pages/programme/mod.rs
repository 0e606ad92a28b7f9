//! The audit programme (ISO 19011:2018 clause 5): the list of programmes, and what the pages of one have in common.

pub(crate) mod cell;
pub(crate) mod coverage;
pub(crate) mod figures;
pub(crate) mod overview;
pub(crate) mod plan;
pub(crate) mod policy;
pub(crate) mod review;
pub(crate) mod risks;
pub(crate) mod staffing;

use std::collections::BTreeMap;

use askama::Template;
use assize_access::Action;
use assize_domain::auditor::Person;
use assize_domain::kernel::act::{Actor, Stamp};
use assize_domain::kernel::id::{PersonId, ProgrammeId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::programme::{Programme, ProgrammeState};
use assize_domain::{Key, World};
use assize_store::{ProgrammeGlance, Programmes, StoreError};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::audit::Tab;
use super::{act_href, href};
use crate::access::Asker;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many programmes a page of their list has.
const LINES: usize = 30;
/// How many programmes in one's charge are shown at a glance.
const CHARGE_MAX: i64 = 12;

/// A programme in a list.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: ProgrammeId,
    pub(crate) title: String,
    pub(crate) href: String,
    pub(crate) period: String,
    pub(crate) state: String,
    pub(crate) planned: i64,
    pub(crate) held: i64,
    pub(crate) late: i64,
    /// Audits whose window has begun and that were not opened.
    pub(crate) to_open: i64,
}

impl Line {
    fn of(words: &Words, glance: &ProgrammeGlance) -> Self {
        Self {
            id: glance.id,
            title: glance.title.to_string(),
            href: href(Key::of(glance.id)),
            period: words.period(&glance.period),
            state: words.word("ProgrammeState", &glance.state),
            planned: glance.planned,
            held: glance.held,
            late: glance.late,
            to_open: glance.to_open,
        }
    }
}

#[derive(Template)]
#[template(path = "programmes.html")]
struct ListPage {
    frame: Frame,
    words: Words,
    lines: Vec<Line>,
    next: Option<String>,
    draft: String,
}

/// `GET /programmes`.
pub(crate) async fn list(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: Option<Uuid> = query.one("after").and_then(|after| after.parse().ok());
    let rows_max = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let ids = app.store.programme_ids(after, rows_max).await?;
    let more = ids.len() > LINES;
    let last = ids.get(LINES - 1).filter(|_| more).copied();
    let ids: Vec<ProgrammeId> = ids.into_iter().take(LINES).collect();
    // What is counted in a programme is counted for who may see it alone.
    let ids = visitor.asker.only(Action::See, ids, |id| Key::of(*id)).await?;
    let on = now(&app)?.date();
    let glances = app.store.programme_glances(Programmes::These(&ids), on, None, rows_max).await?;
    // Where some are left out, whether there are more that may be seen is not said before it is asked.
    let next = last.map(|last| last.to_string());
    let lines = glances.iter().map(|glance| Line::of(&words, glance)).collect();
    let title = words.kinds(assize_domain::Kind::Programme);
    let frame = Frame::of(&visitor, "/programmes", title);
    Ok(html(&ListPage { frame, words, lines, next, draft: act_href("programme.draft", &[], "") }))
}

/// The programmes that a person manages, at a glance; and whether there are more.
pub(crate) async fn in_charge(
    app: &App,
    words: &Words,
    person: PersonId,
    on: Date,
) -> Result<(Vec<Line>, bool), StoreError> {
    let glances =
        app.store.programme_glances(Programmes::ManagedBy(person), on, None, CHARGE_MAX + 1).await?;
    let shown = usize::try_from(CHARGE_MAX).unwrap_or(usize::MAX);
    let lines = glances.iter().take(shown).map(|glance| Line::of(words, glance)).collect();
    Ok((lines, glances.len() > shown))
}

/// What stands above every page of a programme.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) state: String,
    pub(super) period: String,
    /// The record itself, with its history.
    pub(super) record: String,
    /// Its policy.
    pub(super) policy: String,
    pub(super) tabs: Vec<Tab>,
    /// How a draft is edited, and an established programme revised; nothing once it is closed.
    pub(super) edit: Option<(String, String)>,
}

impl Head {
    fn of(words: &Words, programme: &Programme, tab: &str, back: &str) -> Self {
        let id = programme.id();
        Self {
            title: programme.title().to_string(),
            state: words.word("ProgrammeState", programme.state().word()),
            period: words.period(programme.period()),
            record: format!("/records/programme/{id}"),
            policy: format!("/programmes/{id}/policy"),
            tabs: tabs(words, id, tab),
            edit: edit_command(programme.state()).map(|command| {
                (words.command(command), act_href(command, &[("programme", &id.to_string())], back))
            }),
        }
    }
}

impl Head {
    /// Leaves the ways that are open to who looks.
    async fn open_to(&mut self, asker: &Asker) -> Result<(), StoreError> {
        self.tabs = asker.open_ways(std::mem::take(&mut self.tabs), |tab| &tab.href).await?;
        self.edit = match self.edit.take() {
            Some(edit) if asker.opens(&edit.1).await? => Some(edit),
            _ => None,
        };
        Ok(())
    }
}

/// The command by which the text of a programme changes.
const fn edit_command(state: &ProgrammeState) -> Option<&'static str> {
    match state {
        ProgrammeState::Draft => Some("programme.edit"),
        ProgrammeState::Established { .. } | ProgrammeState::Implementing { .. } => Some("programme.revise"),
        ProgrammeState::Closed { .. } => None,
    }
}

/// The pages of a programme: what is after its address, and the key of its words.
const TABS: [(&str, &str); 5] = [
    ("", "programme-tab-overview"),
    ("/plan", "programme-tab-plan"),
    ("/coverage", "programme-tab-coverage"),
    ("/risks", "programme-tab-risks"),
    ("/review", "programme-tab-review"),
];

fn tabs(words: &Words, id: ProgrammeId, current: &str) -> Vec<Tab> {
    TABS.iter()
        .map(|(path, key)| Tab {
            label: words.say(key),
            href: format!("/programmes/{id}{path}"),
            current: *path == current,
        })
        .collect()
}

/// The frame of a page of a programme: `key` is that of the page's own words.
fn frame(visitor: &Visitor, programme: &Programme, key: Option<&str>) -> Frame {
    let words = &visitor.words;
    let title = programme.title().to_string();
    let under = |frame: Frame| frame.under(words.say("nav-programmes"), "/programmes");
    match key {
        None => under(Frame::of(visitor, "/programmes", title)),
        Some(key) => under(Frame::of(visitor, "/programmes", format!("{} · {title}", words.say(key))))
            .under(title, href(Key::of(programme.id()))),
    }
}

/// People by name, with their pages.
struct People<'p> {
    words: &'p Words,
    names: BTreeMap<PersonId, String>,
}

/// Somebody: their name, and their page.
type Somebody = (String, String);

impl<'p> People<'p> {
    fn of(world: &World, words: &'p Words, ids: impl IntoIterator<Item = PersonId>) -> Result<Self, Stop> {
        let ids: Vec<PersonId> = ids.into_iter().collect();
        world.want(ids.iter().copied())?;
        let mut names = BTreeMap::new();
        for id in ids {
            if let Some(person) = world.find::<Person>(id)? {
                names.insert(id, person.name().to_string());
            }
        }
        Ok(Self { words, names })
    }

    fn name(&self, id: PersonId) -> Somebody {
        let name = self.names.get(&id).cloned();
        (name.unwrap_or_else(|| self.words.say("person-erased")), href(Key::of(id)))
    }

    /// Who did something.
    fn by(&self, stamp: &Stamp) -> String {
        match &stamp.by {
            Actor::Person { person } => self.name(*person).0,
            Actor::Operator { on_behalf_of: None } => self.words.say("operator"),
            Actor::Operator { on_behalf_of: Some(person) } => {
                self.words.with("operator-for", "name", self.name(*person).0)
            }
        }
    }
}

/// Whoever a stamp names.
fn person_of(stamp: &Stamp) -> Option<PersonId> {
    stamp.by.person()
}
