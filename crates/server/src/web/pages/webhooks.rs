//! Endpoints that are told of what happens, for who looks after the installation.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{Event, Key, Kind};
use assize_store::{
    AuditGlance, Delivery, SecurityKind, WEBHOOK_DELIVERIES_KEPT_DAYS, WEBHOOK_FAILING_DAYS, Webhook,
    WebhookContent,
};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};

use super::shown::names;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::Fault;
use crate::web::form::{Choice, Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;
use crate::webhooks::Said;

/// The page's address.
const HERE: &str = "/settings/webhooks";
/// How many deliveries a page shows.
const LINES: usize = 50;
/// How many audits a form offers. Where there are more, the one is given by its id.
const AUDITS_MAX: usize = 200;

/// An endpoint in the list.
struct HookLine {
    id: String,
    label: String,
    url: String,
    state: String,
}

#[derive(Template)]
#[template(path = "webhooks.html")]
struct WebhooksPage {
    frame: Frame,
    words: Words,
    lines: Vec<HookLine>,
    secret: Option<String>,
    wrong: Vec<Wrong>,
    url: String,
    label: String,
    /// The kinds of events, by what they are about.
    kinds: Vec<KindGroup>,
    /// The audits, unless there are too many to choose from.
    audits: Option<Vec<Choice>>,
    audit: String,
    content: String,
    fields_allowed: bool,
}

impl WebhooksPage {
    fn wrong_at(&self, at: &str) -> Vec<String> {
        self.wrong.iter().filter(|wrong| wrong.at == at).map(|wrong| wrong.said(&self.words)).collect()
    }
}

/// A delivery in the list.
struct DeliveryLine {
    id: String,
    seq: i64,
    kind: String,
    state: String,
    tries: i64,
    answer: String,
}

#[derive(Template)]
#[template(path = "webhook.html")]
struct WebhookPage {
    frame: Frame,
    words: Words,
    id: String,
    facts: Vec<(String, String)>,
    is_disabled: bool,
    secret: Option<String>,
    lines: Vec<DeliveryLine>,
    next: Option<String>,
    kept_days: i64,
    since: String,
    wrong_since: bool,
}

/// `GET /settings/webhooks`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    Ok(html(&list(&app, &visitor, &Posted::default(), None, Vec::new()).await?))
}

/// `POST /settings/webhooks`: the secret is in this answer and nowhere else.
pub(crate) async fn make(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let kinds = chosen_kinds(&posted);
    let said = Said {
        url: posted.one("url").unwrap_or_default(),
        label: posted.one("label").unwrap_or_default(),
        kinds,
        audit: posted.one("audit").unwrap_or_default(),
        content: posted.one("content").unwrap_or_default(),
    };
    let problems = match app.webhooks.wanted(&said, visitor.person()) {
        Ok(wanted) => {
            let (made, secret) = app.store.make_webhook(&wanted).await?;
            noted(&visitor, &made.id, "made").await?;
            let page = list(&app, &visitor, &Posted::default(), Some(secret), Vec::new()).await?;
            return Ok(html(&page));
        }
        Err(problems) => problems,
    };
    let wrong = |problem: Problem| Wrong::of(&visitor.words, problem);
    let page = list(&app, &visitor, &posted, None, problems.into_iter().map(wrong).collect()).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
}

async fn noted(visitor: &Visitor, id: &str, what: &str) -> Result<(), Fault> {
    Ok(visitor.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} {what}")).await?)
}

async fn list(
    app: &App,
    visitor: &Visitor,
    posted: &Posted,
    secret: Option<String>,
    wrong: Vec<Wrong>,
) -> Result<WebhooksPage, Fault> {
    let words = &visitor.words;
    let lines = app.store.webhooks().await?;
    let lines = lines.into_iter().map(|webhook| HookLine {
        state: state(words, &webhook),
        id: webhook.id,
        label: webhook.wanted.label,
        url: webhook.wanted.url,
    });
    let reach = visitor.asker.reach(Kind::Audit).await?;
    let rows = i64::try_from(AUDITS_MAX + 1).unwrap_or(i64::MAX);
    let glances = app.store.audit_glances(&reach, None, None, rows).await?;
    let audits = (glances.len() <= AUDITS_MAX).then(|| {
        let choice = |audit: &AuditGlance| Choice::new(audit.id.to_string(), audit.title.to_string());
        let mut audits: Vec<Choice> = glances.iter().map(choice).collect();
        Words::sort(&mut audits, |choice| &choice.label);
        audits
    });
    let typed = |name: &str| posted.one(name).unwrap_or_default().to_owned();
    let mut frame =
        Frame::of(visitor, "/settings", words.say("webhooks")).under(words.say("settings"), "/settings");
    frame.here = HERE.to_owned();
    Ok(WebhooksPage {
        frame,
        words: words.clone(),
        lines: lines.collect(),
        secret,
        wrong,
        url: typed("url"),
        label: typed("label"),
        kinds: kinds(words, &chosen_kinds(posted)),
        audits,
        audit: typed("audit"),
        content: typed("content"),
        fields_allowed: app.webhooks.fields_allowed,
    })
}

fn chosen_kinds(posted: &Posted) -> Vec<String> {
    posted.all("kinds").iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
}

/// Of what kind of record events are that are not called after it, by the first word of their kinds.
const ABOUT: [(&str, Kind); 20] = [
    ("absence", Kind::Person),
    ("access", Kind::AccessGrant),
    ("claims", Kind::ClaimSet),
    ("code", Kind::Person),
    ("credential", Kind::Person),
    ("criteria", Kind::CriteriaSet),
    ("development", Kind::Person),
    ("field", Kind::Loan),
    ("interests", Kind::Person),
    ("list_in", Kind::Organization),
    ("method", Kind::MethodUse),
    ("papers", Kind::Paper),
    ("passkey", Kind::Person),
    ("record", Kind::Erasure),
    ("request", Kind::InfoRequest),
    ("table", Kind::MethodTable),
    ("table_in", Kind::Audit),
    ("test", Kind::AuditTest),
    ("text", Kind::HouseText),
    ("trail", Kind::AuditTrail),
];

/// The first word of a kind of event.
fn first_word(kind: &str) -> &str {
    kind.split('.').next().unwrap_or_default()
}

/// The kind of record that events of a kind are about.
fn about(kind: &str) -> Option<Kind> {
    let first = first_word(kind);
    let named = || ABOUT.iter().find(|(word, _)| *word == first).map(|(_, about)| *about);
    first.parse().ok().or_else(named)
}

/// Kinds of events that are about records of one kind.
struct KindGroup {
    label: String,
    /// How many of them are ticked, and how many there are.
    ticked: (usize, usize),
    /// Each with whether it is ticked; before them one that stands for all of them, where they are several.
    choices: Vec<(Choice, bool)>,
}

impl KindGroup {
    fn of(words: &Words, about: Kind, kinds: &[&str], chosen: &[String]) -> Self {
        let is_chosen = |kind: &str| chosen.iter().any(|one| one == kind);
        let each = kinds.iter().map(|kind| (Choice::new(*kind, words.event(kind)), is_chosen(kind)));
        let mut choices: Vec<(Choice, bool)> = each.collect();
        let mut ticked = choices.iter().filter(|(_, ticked)| *ticked).count();
        let label = words.kinds(about);
        if kinds.len() > 1 {
            let whole: BTreeSet<String> =
                kinds.iter().map(|kind| format!("{}.*", first_word(kind))).collect();
            let is_whole = whole.iter().all(|pattern| is_chosen(pattern));
            if is_whole {
                ticked = kinds.len();
            }
            let value = whole.into_iter().collect::<Vec<_>>().join(" ");
            let all = Choice::new(value, words.with("webhook-kinds-all", "kinds", label.as_str()));
            choices.insert(0, (all, is_whole));
        }
        Self { label, ticked: (ticked, kinds.len()), choices }
    }
}

/// Every kind of event, by the kind of record that it is about.
fn kinds(words: &Words, chosen: &[String]) -> Vec<KindGroup> {
    let mut of: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for (kind, _) in Event::KINDS {
        of.entry(about(kind).unwrap_or(Kind::Organization)).or_default().push(kind);
    }
    let mut groups: Vec<KindGroup> =
        of.iter().map(|(about, kinds)| KindGroup::of(words, *about, kinds, chosen)).collect();
    Words::sort(&mut groups, |group| &group.label);
    groups
}

/// What a kind of event is called; of `finding.*`, what it stands for.
fn kind_said(words: &Words, kind: &str) -> String {
    let Some(begins) = kind.strip_suffix('*') else { return words.event(kind) };
    match words.maybe(&format!("Kinds-{}", first_word(kind))) {
        Some(kinds) => words.with("webhook-kinds-all", "kinds", kinds),
        None => {
            let those = Event::KINDS.iter().filter(|(kind, _)| kind.starts_with(begins));
            those.map(|(kind, _)| words.event(kind)).collect::<Vec<_>>().join(", ")
        }
    }
}

fn at(words: &Words, millis: i64) -> String {
    Timestamp::from_millis(millis).map(|at| words.time(at)).unwrap_or_default()
}

fn state(words: &Words, webhook: &Webhook) -> String {
    match (webhook.disabled_at, webhook.disabled_why.as_deref(), webhook.failing_since) {
        (Some(_), Some("gone"), _) => words.say("webhook-gone"),
        (Some(_), Some("failing"), _) => words.with("webhook-failed", "days", WEBHOOK_FAILING_DAYS),
        (Some(_), _, _) => words.say("webhook-off"),
        (None, _, Some(since)) => words.with("webhook-failing", "since", at(words, since)),
        (None, _, None) => words.say("webhook-well"),
    }
}

/// `GET /settings/webhooks/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let before = query.filled("before").and_then(|before| before.parse().ok());
    Ok(html(&shown(&app, &visitor, &id, before, None, None).await?))
}

async fn shown(
    app: &App,
    visitor: &Visitor,
    id: &str,
    before: Option<i64>,
    secret: Option<String>,
    wrong_since: Option<&str>,
) -> Result<WebhookPage, Fault> {
    let words = &visitor.words;
    let webhook = app.store.webhook(id).await?.ok_or_else(none)?;
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let mut deliveries = app.store.deliveries(id, before, rows).await?;
    let more = deliveries.len() > LINES;
    deliveries.truncate(LINES);
    let next = deliveries.last().filter(|_| more).map(|last| format!("{HERE}/{id}?before={}", last.seq));
    let wanted = &webhook.wanted;
    let kinds: Vec<String> = wanted.kinds.iter().map(|kind| kind_said(words, kind)).collect();
    let kinds = if kinds.is_empty() { words.say("webhook-all-kinds") } else { kinds.join(", ") };
    let named = names(app, visitor, wanted.audit.map(Key::of)).await?;
    let audit = match wanted.audit {
        Some(audit) => named.get(&Key::of(audit)).cloned().unwrap_or_else(|| audit.to_string()),
        None => words.say("webhook-all-audits"),
    };
    let content = words.say(match wanted.content {
        WebhookContent::Ids => "webhook-ids",
        WebhookContent::Fields => "webhook-fields",
    });
    let mut facts = vec![
        (words.say("webhook-url"), wanted.url.clone()),
        (words.say("webhook-state"), state(words, &webhook)),
        (words.say("webhook-kinds"), kinds),
        (words.say("webhook-audit"), audit),
        (words.say("webhook-content"), content),
        (words.say("webhook-made"), at(words, webhook.made_at)),
    ];
    if let Some(until) = webhook.before_until.filter(|until| *until > app.store.clock().millis()) {
        facts.push((words.say("webhook-before"), at(words, until)));
    }
    let mut frame = Frame::of(visitor, "/settings", wanted.label.clone())
        .under(words.say("settings"), "/settings")
        .under(words.say("webhooks"), HERE);
    frame.here = format!("{HERE}/{id}");
    Ok(WebhookPage {
        frame,
        words: words.clone(),
        id: webhook.id.clone(),
        facts,
        is_disabled: webhook.disabled_at.is_some(),
        secret,
        lines: deliveries.into_iter().map(|delivery| line(words, delivery)).collect(),
        next,
        kept_days: WEBHOOK_DELIVERIES_KEPT_DAYS,
        since: wrong_since.unwrap_or_default().to_owned(),
        wrong_since: wrong_since.is_some(),
    })
}

fn line(words: &Words, delivery: Delivery) -> DeliveryLine {
    let said = words.say(&format!("webhook-delivery-{}", delivery.state.word()));
    let when = delivery.ended_at.unwrap_or(delivery.due_at);
    let status = delivery.status.map(|status| format!("{status} ")).unwrap_or_default();
    DeliveryLine {
        id: delivery.id,
        seq: delivery.seq,
        kind: delivery.kind,
        state: format!("{said}, {}", at(words, when)),
        tries: delivery.tries,
        answer: format!("{status}{}", delivery.answer.unwrap_or_default()),
    }
}

fn none() -> Fault {
    Fault::not_found("there is no such endpoint")
}

fn back(id: &str) -> Response {
    Redirect::to(&format!("{HERE}/{id}")).into_response()
}

/// `POST /settings/webhooks/{id}/renew`: the new secret is in this answer and nowhere else.
pub(crate) async fn renew(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let secret = app.store.renew_webhook(&id).await?.ok_or_else(none)?;
    noted(&visitor, &id, "secret renewed").await?;
    Ok(html(&shown(&app, &visitor, &id, None, Some(secret), None).await?))
}

/// `POST /settings/webhooks/{id}/enable`.
pub(crate) async fn enable(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.enable_webhook(&id).await? {
        return Err(none());
    }
    app.store.hasten_deliveries(&id).await?;
    noted(&visitor, &id, "enabled").await?;
    Ok(back(&id))
}

/// `POST /settings/webhooks/{id}/disable`.
pub(crate) async fn disable(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    app.store.webhook(&id).await?.ok_or_else(none)?;
    app.store.disable_webhook(&id, "by_hand").await?;
    noted(&visitor, &id, "disabled").await?;
    Ok(back(&id))
}

/// `POST /settings/webhooks/{id}/remove`.
pub(crate) async fn remove(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.remove_webhook(&id).await? {
        return Err(none());
    }
    noted(&visitor, &id, "removed").await?;
    Ok(Redirect::to(HERE).into_response())
}

/// `POST /settings/webhooks/{id}/replay`: one message, or everything since the beginning of a day (UTC).
pub(crate) async fn replay(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    app.store.webhook(&id).await?.ok_or_else(none)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    if let Some(message) = posted.filled("message") {
        if !app.store.replay_delivery(&id, message).await? {
            return Err(Fault::not_found("there is no such delivery to replay"));
        }
        noted(&visitor, &id, "replayed").await?;
        return Ok(back(&id));
    }
    let typed = posted.one("since").unwrap_or_default();
    let since: Option<Timestamp> =
        typed.parse::<Date>().ok().and_then(|day| format!("{day}T00:00:00Z").parse().ok());
    let Some(since) = since else {
        let page = shown(&app, &visitor, &id, None, None, Some(typed)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response());
    };
    app.store.replay_since(&id, since).await?;
    noted(&visitor, &id, "replayed").await?;
    Ok(back(&id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn every_kind_of_event_is_offered_once_among_those_of_its_record() {
        for (kind, _) in Event::KINDS {
            assert!(about(kind).is_some(), "of what record is `{kind}`?");
        }
        let words = Words::new(Language::English, "UTC");
        let groups = kinds(&words, &[]);
        let values = |group: &KindGroup| -> Vec<String> {
            group.choices.iter().map(|(choice, _)| choice.value.clone()).collect()
        };
        let offered: Vec<Vec<String>> = groups.iter().map(values).collect();
        let mut each: Vec<&str> =
            offered.iter().flatten().map(String::as_str).filter(|kind| !kind.contains('*')).collect();
        let mut law: Vec<&str> = Event::KINDS.iter().map(|(kind, _)| *kind).collect();
        each.sort_unstable();
        law.sort_unstable();
        assert_eq!(each, law);
        assert!(groups.iter().all(|group| group.ticked.0 == 0 && group.ticked.1 > 0));
    }

    #[test]
    fn what_stands_for_all_of_a_group_is_ticked_with_all_that_it_says() {
        let words = Words::new(Language::English, "UTC");
        let people = |chosen: &[&str]| {
            let chosen: Vec<String> = chosen.iter().map(|kind| (*kind).to_owned()).collect();
            kinds(&words, &chosen).into_iter().find(|group| group.label == words.kinds(Kind::Person)).unwrap()
        };
        let none = people(&[]);
        let all = &none.choices[0].0.value;
        assert!(
            all.split(' ').any(|kind| kind == "absence.*") && all.split(' ').any(|kind| kind == "person.*")
        );
        let whole: Vec<&str> = all.split(' ').collect();
        let ticked = people(&whole);
        assert!(ticked.choices[0].1 && ticked.ticked.0 == ticked.ticked.1);
        let some = people(&["person.registered", "finding.raised"]);
        assert_eq!((some.ticked.0, some.choices[0].1), (1, false));
        assert_eq!(kind_said(&words, "absence.*"), "Absence noted, Absence struck out");
        assert_eq!(kind_said(&words, "finding.*"), "Everything of: Audit findings");
    }
}
