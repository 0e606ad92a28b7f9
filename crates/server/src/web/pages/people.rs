//! The people of the register: who may do what today and until when, and (in `person`) the page of each (ISO 19011:2018 5.5.4, 7).

mod person;

use askama::Template;
use assize_access::Action;
use assize_domain::auditee::{Organization, organization};
use assize_domain::auditor::Person;
use assize_domain::auditor::competence::{competence, met_last, met_until, shown};
use assize_domain::kernel::id::Id as _;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Date;
use assize_domain::policy::{CompetenceCriterion, Policy};
use assize_domain::words::{CredentialKind, TeamRole};
use assize_domain::{AnyRecord, Key, World};
use assize_pictures::competence::{CompetenceCell, CompetencePerson, CompetenceState, CompetenceWords};
use assize_pictures::{Caption, CompetenceMatrix, Day};
use assize_store::{Ending, PAGE_ROWS_MAX, Register};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::{self, Picture};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

pub(crate) use self::person::{Lack, one};

/// How many people a page of the register has.
const LINES: usize = 40;
/// How many days ahead an end is soon.
const SOON_DAYS: u32 = 90;
/// How many ends are listed.
const ENDINGS: usize = 12;
/// For how many months an evaluation, or development, stands as recent.
const RECENT_MONTHS: u32 = 12;

/// A link with its words.
pub(crate) type Link = (String, String);

/// A choice among several pages: its words, where it leads, and whether one is there.
struct Chip {
    label: String,
    href: String,
    current: bool,
}

/// A person in the list.
struct Line {
    name: String,
    href: String,
    employer: String,
    languages: String,
    /// The roles they are competent for today.
    roles: Vec<String>,
    /// Whether they are away today.
    away: Option<String>,
}

/// Something that ends soon.
struct Soon {
    name: String,
    href: String,
    what: String,
    kind: String,
    area: String,
    until: String,
    left: String,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    frame: Frame,
    words: Words,
    everybody: bool,
    registers: Vec<Chip>,
    soon: Vec<Soon>,
    soon_more: bool,
    roles: Vec<Chip>,
    /// What the matrix is called.
    matrix: String,
    picture: Picture,
    lines: Vec<Line>,
    next: Option<String>,
    register: String,
    /// Where lists of people are taken in.
    tables: Option<String>,
}

/// `GET /people`.
pub(crate) async fn list(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let everybody = query.one("who") == Some("everybody");
    let role: TeamRole = query.one("role").and_then(|role| role.parse().ok()).unwrap_or(TeamRole::Auditor);
    let today = now(&app)?.date();
    let policy = policy(&app).await?;
    let register = if everybody { Register::People } else { Register::Auditors };
    let after = query.one("after").and_then(cursor);
    let (people, more) = visitor.asker.register(register, after, LINES).await?;
    let mut people: Vec<Person> = persons(people);
    let soon = soon(&app, &visitor, today).await?;
    let soon_more = soon.len() > ENDINGS;
    let words = visitor.words.clone();
    let way = |who: &str, role: TeamRole| format!("/people?who={who}&role={}", role.word());
    let who = if everybody { "everybody" } else { "auditors" };
    let chip = |label: String, href: String, current: bool| Chip { label, href, current };
    let next = people.last().filter(|_| more).map(|last| {
        let after = format!("{} {}", last.id().uuid(), last.name());
        let query: String =
            form_urlencoded::Serializer::new(String::new()).extend_pairs([("after", after)]).finish();
        format!("{}&{query}", way(who, role))
    });
    // The next page begins after the last by the database's order; a page itself is in the order of names.
    people.sort_by(|one, other| Words::order(one.name().as_str(), other.name().as_str()));
    Ok(html(&PeoplePage {
        frame: Frame::of(&visitor, "/people", words.say("nav-people")),
        everybody,
        registers: vec![
            chip(words.say("people-auditors"), way("auditors", role), !everybody),
            chip(words.say("people-everybody"), way("everybody", role), everybody),
        ],
        soon: soon.into_iter().take(ENDINGS).collect(),
        soon_more,
        roles: judged_roles(&policy)
            .map(|one| chip(words.word("TeamRole", one.word()), way(who, one), one == role))
            .collect(),
        matrix: matrix_title(&words, role),
        picture: Picture::of(&words, matrix(&words, &policy, &people, role, today)),
        lines: people.iter().map(|person| line(&words, &policy, person, today)).collect(),
        next,
        register: act_href("person.register", &[], ""),
        tables: visitor.asker.open_way(Some("/people/tables".to_owned())).await?,
        words,
    }))
}

/// The last that is shown of a list, where there is more than that.
pub(crate) fn last_shown<T>(list: &[T], shown: usize) -> Option<&T> {
    list.get(shown).and(list.get(shown.saturating_sub(1)))
}

/// Where a page of the register begins: an id and a name.
pub(crate) fn cursor(after: &str) -> Option<(String, Uuid)> {
    let (id, name) = after.split_once(' ')?;
    Some((name.to_owned(), id.parse().ok()?))
}

fn persons(page: Vec<(Key, assize_domain::kernel::record::Versioned)>) -> Vec<Person> {
    let person = |record| match record {
        AnyRecord::Person(person) => Some(Person::clone(&person)),
        _ => None,
    };
    page.into_iter().filter_map(|(_, found)| person(found.record)).collect()
}

async fn policy(app: &App) -> Result<Policy, Fault> {
    app.store.ask(house_policy).await.map_err(Fault::unanswered)
}

/// The policy of the auditing organization; the built-in one where it was not named yet.
fn house_policy(world: &World) -> Result<Policy, Stop> {
    let organization = world.find::<Organization>(organization::organization_id())?;
    Ok(organization.map_or_else(Policy::default, |organization| organization.policy().clone()))
}

/// The roles that the policy asks competence for.
fn judged_roles(policy: &Policy) -> impl Iterator<Item = TeamRole> + '_ {
    let judged = |role: &TeamRole| policy.competence.iter().any(|criterion| criterion.role == *role);
    TeamRole::ALL.iter().copied().filter(judged)
}

/// One more than are shown, so that the page knows whether there are more.
async fn soon(app: &App, visitor: &Visitor, today: Date) -> Result<Vec<Soon>, Fault> {
    let words = &visitor.words;
    let endings = app.store.endings(today, today.plus_days(SOON_DAYS), PAGE_ROWS_MAX).await?;
    let mut endings =
        visitor.asker.only(Action::See, endings, |ending: &Ending| Key::of(ending.person)).await?;
    endings.truncate(ENDINGS + 1);
    let soon = |ending: Ending| Soon {
        name: ending.name.to_string(),
        href: href(Key::of(ending.person)),
        what: ending.title.to_string(),
        kind: words.word("CredentialKind", ending.kind.word()),
        area: words.area(ending.area.as_str()),
        until: words.date(ending.to),
        left: words.with("people-days-left", "count", ending.to.days_since(today)),
    };
    Ok(endings.into_iter().map(soon).collect())
}

fn line(words: &Words, policy: &Policy, person: &Person, today: Date) -> Line {
    let absence = person.absences().iter().find(|absence| absence.period.holds(today));
    Line {
        name: person.name().to_string(),
        href: href(Key::of(person.id())),
        employer: person.employer().to_string(),
        languages: languages(words, person),
        roles: judged_roles(policy)
            .filter(|role| competence(policy, person, *role, today).is_met())
            .map(|role| words.word("TeamRole", role.word()))
            .collect(),
        away: absence.map(|absence| words.with("people-away", "period", words.period(&absence.period))),
    }
}

fn languages(words: &Words, person: &Person) -> String {
    person.languages().iter().map(|tag| words.tongue(tag.as_str())).collect::<Vec<_>>().join(", ")
}

fn matrix_title(words: &Words, role: TeamRole) -> String {
    words.with("people-matrix", "role", words.word("TeamRole", role.word()))
}

/// Who shows what for a role today.
fn matrix(
    words: &Words,
    policy: &Policy,
    people: &[Person],
    role: TeamRole,
    today: Date,
) -> assize_pictures::Figure {
    let criteria: Vec<&CompetenceCriterion> =
        policy.competence.iter().filter(|criterion| criterion.role == role).collect();
    let rows = people.iter().map(|person| CompetencePerson {
        name: person.name().to_string(),
        cells: criteria.iter().map(|criterion| cell(criterion, person, today)).collect(),
        // The register below links to everybody; a name that is cut would make a poor link.
        href: None,
    });
    let title = matrix_title(words, role);
    let matrix = CompetenceMatrix {
        caption: Caption {
            title,
            description: words.say("people-matrix-about"),
            empty: words.say("people-empty"),
            left_out: words.say("people-left-out"),
        },
        words: CompetenceWords {
            person: words.say("people-person"),
            competent: words.say("people-met"),
            ends_soon: words.say("people-ends-soon"),
            lapsed: words.say("people-lapsed"),
            missing: words.say("people-missing"),
            in_development: words.say("people-growing"),
            dates: picture::dates(words),
        },
        areas: criteria.iter().map(|criterion| asked(words, criterion)).collect(),
        people: rows.collect(),
    };
    matrix.figure(&Picture::page("competence"))
}

/// A criterion in a few words.
fn asked(words: &Words, criterion: &CompetenceCriterion) -> String {
    let kind = words.word("CredentialKind", criterion.by.word());
    let amount = amount(words, criterion.by, criterion.amount_min);
    // A column has no room for the whole name of an area.
    let area = criterion.area.as_str();
    let area = words.maybe(&format!("AreaShort-{area}")).unwrap_or_else(|| words.area(area));
    format!("{area}: {kind}, {amount}")
}

/// How much of something, in its unit.
fn amount(words: &Words, kind: CredentialKind, amount: u32) -> String {
    let amount = i64::from(amount);
    match kind {
        CredentialKind::Experience => words.with("people-months", "count", amount),
        CredentialKind::Training => words.with("people-hours", "count", amount),
        CredentialKind::Education | CredentialKind::Qualification | CredentialKind::Skill => {
            words.with("people-pieces", "count", amount)
        }
    }
}

fn cell(criterion: &CompetenceCriterion, person: &Person, today: Date) -> CompetenceCell {
    let standing = Standing::of(criterion, person, today);
    let (state, date) = match standing {
        Standing::Met(until) => (CompetenceState::Competent, until),
        Standing::EndsSoon(until) => (CompetenceState::EndsSoon, Some(until)),
        Standing::Lapsed(last) => (CompetenceState::Lapsed, Some(last)),
        Standing::Growing => (CompetenceState::InDevelopment, None),
        Standing::Missing => (CompetenceState::Missing, None),
    };
    CompetenceCell { state, date: date.and_then(day) }
}

/// How a person stands to a criterion on a day.
enum Standing {
    /// It is met, until then or without end.
    Met(Option<Date>),
    /// It is met, and not for long.
    EndsSoon(Date),
    /// It was met until then.
    Lapsed(Date),
    /// There is something of it, or development in its area of late.
    Growing,
    /// There is nothing of it.
    Missing,
}

impl Standing {
    fn of(criterion: &CompetenceCriterion, person: &Person, today: Date) -> Self {
        let found = shown(criterion, person, today);
        if found.is_met() {
            let until = met_until(criterion, person, today);
            return match until.filter(|until| *until <= today.plus_days(SOON_DAYS)) {
                Some(until) => Self::EndsSoon(until),
                None => Self::Met(until),
            };
        }
        if let Some(last) = met_last(criterion, person, today) {
            return Self::Lapsed(last);
        }
        let developed = person
            .development()
            .iter()
            .any(|one| one.area == criterion.area && one.on.plus_months(RECENT_MONTHS) >= today);
        if found.shown > 0 || developed { Self::Growing } else { Self::Missing }
    }
}

/// A date as the pictures know it.
pub(crate) fn day(date: Date) -> Option<Day> {
    let text = date.to_string();
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
