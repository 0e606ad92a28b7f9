//! Who may see and do what: the policies as sentences, the rights that were given, and the rights of one person and why.

use askama::Template;
use assize_access::{GROUPS, POLICIES, Sentence, bearing_on, bearing_on_everyone, sentences};
use assize_domain::access::{AccessGrant, GrantState, Role};
use assize_domain::auditor::Person;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Date;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::PAGE_ROWS_MAX;
use axum::extract::{Path, State};
use axum::response::Response;

use super::people::Link;
use super::shown::{Names, names};
use super::{act_href, href, list_href, record_href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::rights::{NAMED_MAX, Rights, rights_seen};
use crate::web::choices::label;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A right that was given.
struct Given {
    person: Link,
    role: String,
    over: String,
    over_href: Option<String>,
    period: String,
    reason: String,
    by: String,
    /// Why it is not in force, where it is not.
    idle: Option<String>,
    record: String,
    /// The form that withdraws it, where it stands.
    withdraw: Option<String>,
}

/// A policy, in a sentence.
struct Said {
    title: String,
    permits: bool,
}

/// What a role comes to.
struct RoleSaid {
    role: String,
    said: Vec<Said>,
}

#[derive(Template)]
#[template(path = "access.html")]
struct AccessPage {
    frame: Frame,
    words: Words,
    given: Vec<Given>,
    /// Whether there are more rights than are shown.
    more: bool,
    give: String,
    all: String,
    everyone: Vec<Said>,
    roles: Vec<RoleSaid>,
    groups: Vec<(&'static str, String)>,
    text: &'static str,
}

/// `GET /access`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = &visitor.words;
    let today = now(&app)?.date();
    let page = app.store.record_page(Kind::AccessGrant, None, PAGE_ROWS_MAX).await?;
    let page = visitor.asker.seen(page).await?;
    let more = i64::try_from(page.len()).is_ok_and(|len| len >= PAGE_ROWS_MAX);
    let grants: Vec<AccessGrant> =
        page.into_iter().rev().filter_map(|(_, found)| grant(found.record)).collect();
    let standing: Vec<&AccessGrant> =
        grants.iter().filter(|grant| matches!(grant.state(), GrantState::Given)).collect();
    let given = given(&app, &visitor, &standing, today, "/access").await?;
    let group = |(name, roles): &(&'static str, &[&str])| {
        let roles: Vec<String> = roles.iter().map(|role| words.word("Role", role)).collect();
        (*name, roles.join(", "))
    };
    Ok(html(&AccessPage {
        frame: Frame::of(&visitor, "/settings", words.say("access"))
            .under(words.say("settings"), "/settings"),
        words: words.clone(),
        given: given.into_iter().filter(|one| one.idle.is_none()).collect(),
        more,
        give: act_href("access.grant", &[], "/access"),
        all: list_href(Kind::AccessGrant),
        everyone: said(words, &bearing_on_everyone()),
        roles: Role::ALL.iter().map(|role| role_said(words, *role)).collect(),
        groups: GROUPS.iter().map(group).collect(),
        text: POLICIES,
    }))
}

fn grant(record: AnyRecord) -> Option<AccessGrant> {
    match record {
        AnyRecord::AccessGrant(grant) => Some(*grant),
        _ => None,
    }
}

fn role_said(words: &Words, role: Role) -> RoleSaid {
    RoleSaid { role: words.word("Role", role.word()), said: said(words, &bearing_on(role)) }
}

fn said(words: &Words, sentences: &[&Sentence]) -> Vec<Said> {
    let said = |one: &&Sentence| Said { title: policy_said(words, &one.title), permits: one.permits };
    sentences.iter().map(said).collect()
}

/// The sentence of a policy in the reader's language, by its title.
pub(crate) fn policy_said(words: &Words, title: &str) -> String {
    let named = sentences().iter().find(|one| one.title == title);
    let found = named.and_then(|one| words.maybe(&format!("policy-{}", one.id)));
    found.unwrap_or_else(|| title.to_owned())
}

async fn given(
    app: &App,
    visitor: &Visitor,
    grants: &[&AccessGrant],
    today: Date,
    back: &str,
) -> Result<Vec<Given>, Fault> {
    let keys = grants.iter().flat_map(|grant| {
        let by = grant.stamp().by.person().map(Key::of);
        [Some(Key::of(*grant.person())), grant.over().key(), by].into_iter().flatten()
    });
    let names = names(app, visitor, keys.collect::<Vec<Key>>()).await?;
    let words = &visitor.words;
    Ok(grants.iter().map(|grant| line(words, &names, grant, today, back)).collect())
}

fn line(words: &Words, names: &Names, grant: &AccessGrant, today: Date, back: &str) -> Given {
    let named = |key: Key| names.get(&key).cloned().unwrap_or_else(|| words.say("person-erased"));
    let over = grant.over().key();
    let idle = match grant.state() {
        GrantState::Withdrawn { withdrawn, why } => {
            Some(words.with2("access-withdrawn", "when", words.time(withdrawn.at), "why", why.to_string()))
        }
        GrantState::Given if grant.in_force(today) => None,
        GrantState::Given if grant.period().from > today => Some(words.say("access-to-come")),
        GrantState::Given => Some(words.say("access-over")),
    };
    let key = Key::of(grant.id());
    let withdraw = matches!(grant.state(), GrantState::Given)
        .then(|| act_href("access.withdraw", &[("access_grant", &key.id.to_string())], back));
    Given {
        person: (named(Key::of(*grant.person())), rights_href(*grant.person())),
        role: words.word("GrantedRole", grant.role().word()),
        over: over.map_or_else(
            || words.word("GrantedOver", "organization"),
            |key| names.get(&key).cloned().unwrap_or_else(|| words.kind(key.kind)),
        ),
        over_href: over.map(href),
        period: words.period(grant.period()),
        reason: grant.reason().to_string(),
        by: grant.stamp().by.person().map_or_else(|| words.say("operator"), |by| named(Key::of(by))),
        idle,
        record: record_href(key),
        withdraw,
    }
}

/// The address of the rights of a person.
pub(crate) fn rights_href(person: PersonId) -> String {
    format!("/people/{person}/rights")
}

/// A record that names the person, and as what.
struct NamedIn {
    kind: String,
    name: String,
    href: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "rights.html")]
struct RightsPage {
    frame: Frame,
    words: Words,
    name: String,
    on: String,
    named: Vec<NamedIn>,
    more: bool,
    given: Vec<Given>,
    give: String,
    roles: Vec<RoleSaid>,
    everyone: Vec<Said>,
}

/// `GET /people/{id}/rights`.
pub(crate) async fn of_person(
    State(app): State<App>,
    visitor: Visitor,
    Path(person): Path<String>,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    let words = &visitor.words;
    let Some(AnyRecord::Person(found)) = app.store.record(Key::of(person)).await?.map(|found| found.record)
    else {
        return Err(Fault::not_found("no person has this id"));
    };
    let today = now(&app)?.date();
    let rights = rights_seen(&app.store, &visitor.asker, person, today).await?;
    let back = rights_href(person);
    let grants: Vec<&AccessGrant> = rights.grants.iter().collect();
    Ok(html(&RightsPage {
        frame: frame(&visitor, &found),
        words: words.clone(),
        name: found.name().to_string(),
        on: words.date(today),
        more: i64::try_from(rights.named.len()).is_ok_and(|len| len >= NAMED_MAX),
        named: named_in(words, &rights),
        given: given(&app, &visitor, &grants, today, &back).await?,
        give: act_href("access.grant", &[("person", &person.to_string())], &back),
        roles: rights.roles().into_iter().map(|role| role_said(words, role)).collect(),
        everyone: said(words, &bearing_on_everyone()),
    }))
}

fn frame(visitor: &Visitor, person: &Person) -> Frame {
    let words = &visitor.words;
    Frame::of(visitor, "/people", words.with("rights-of", "name", person.name().to_string()))
        .under(words.say("nav-people"), "/people")
        .under(person.name().to_string(), href(Key::of(person.id())))
}

fn named_in(words: &Words, rights: &Rights) -> Vec<NamedIn> {
    let line = |(key, record, roles): &(Key, AnyRecord, Vec<Role>)| {
        let roles: Vec<String> = roles.iter().map(|role| words.word("Role", role.word())).collect();
        NamedIn {
            kind: words.kind(key.kind),
            name: if rights.unnamed.contains(key) { words.kind(key.kind) } else { label(words, record) },
            href: href(*key),
            roles: roles.join(", "),
        }
    };
    rights.named.iter().map(line).collect()
}
