//! Records as they are, and the journal as their history.

use std::str::FromStr as _;

use askama::Template;
use assize_access::Action;
use assize_domain::evidence::EvidenceForm;
use assize_domain::foreseen::refused_by_state;
use assize_domain::kernel::act::{Actor, SEED_BYTES};
use assize_domain::kernel::entry::Entry;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::record::Versioned;
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::Classification;
use assize_domain::{AnyRecord, Command, Ctx, Key, Kind, World};
use assize_store::{PAGE_ROWS_MAX, SecurityEvent, StoredEntry, Towards, Which};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use uuid::Uuid;

use super::audit::{Tab, tabs};
use super::shown::{Names, Shown, names, shown};
use super::{act_href, href, list_href};
use crate::access::asker::seq;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::short;
use crate::security::openings_of;
use crate::web::choices::label;
use crate::web::form::{Posted, Shape, Spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::signing::signatures_of;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many lines a page of a list has.
const LINES: usize = 50;
/// How many entries a page of history has.
const ENTRIES: i64 = 60;

/// A record in a list.
struct Line {
    label: String,
    href: String,
    version: i64,
}

/// An entry of the journal, as a line of history.
pub(crate) struct Happened {
    pub(crate) seq: i64,
    pub(crate) at: String,
    pub(crate) who: String,
    pub(crate) what: String,
    /// The record it happened to.
    pub(crate) href: Option<String>,
    /// The hash of its leaf in the log.
    pub(crate) leaf: String,
    /// What it says, field by field: its name and its text.
    pub(crate) fields: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "records.html")]
struct RecordsPage {
    frame: Frame,
    words: Words,
    kinds: Vec<(String, String)>,
    history: Vec<Happened>,
    older: Option<i64>,
    newer: Option<i64>,
    head: i64,
}

#[derive(Template)]
#[template(path = "record_list.html")]
struct ListPage {
    frame: Frame,
    words: Words,
    lines: Vec<Line>,
    next: Option<String>,
    /// The acts that make one.
    acts: Vec<Deed>,
}

/// An act on a record: its words, and the way to its form.
type Deed = (String, String);

/// An act that the state of a record refuses, with what the law says of it.
struct Refused {
    act: String,
    why: String,
    clause: &'static str,
}

/// The acts on a record: those that its state lets be, and those that it refuses.
#[derive(Default)]
struct Deeds {
    open: Vec<Deed>,
    refused: Vec<Refused>,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    frame: Frame,
    words: Words,
    kind: String,
    version: i64,
    acts: Vec<Deed>,
    refused: Vec<Refused>,
    /// Where its file is, for evidence that has one.
    file: Option<String>,
    /// Where what a scanner reports in it is summed up, likewise.
    technical: Option<String>,
    /// Where claims are read from it, likewise.
    claims: Option<String>,
    fields: Vec<Shown>,
    /// The signatures on it, as a part of the page.
    signatures: String,
    /// Who opened its file, or took it out with its audit, for those who answer for it; nothing for others.
    openings: Option<Vec<Opening>>,
    history: Vec<Happened>,
    /// Where the next page of history begins.
    later: Option<i64>,
}

fn file_href(record: &AnyRecord) -> Option<String> {
    match record {
        AnyRecord::Evidence(evidence) => {
            let taken = matches!(evidence.form(), EvidenceForm::Taken { .. });
            taken.then(|| format!("/evidence/{}/file", evidence.id()))
        }
        AnyRecord::MethodUse(used) => Some(format!("/method-uses/{}/pdf", used.id())),
        _ => None,
    }
}

/// Where the next page of history begins: after the last entry of a full page.
fn later(history: &[Happened]) -> Option<i64> {
    let full = i64::try_from(history.len()).is_ok_and(|len| len == ENTRIES);
    history.last().filter(|_| full).map(|last| last.seq)
}

/// `GET /records`: the kinds of records, and the journal, the newest entry first.
pub(crate) async fn index(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = &visitor.words;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let head = app.store.head_seq().await?;
    let page: i64 = i64::try_from(LINES).unwrap_or(i64::MAX);
    let before = query.one("before").and_then(|before| before.parse().ok()).unwrap_or(head + 1).min(head + 1);
    let (entries, last) = visitor.asker.entries(Towards::Earlier(before), LINES).await?;
    let history = history(&app, &visitor, entries).await?;
    let mut kinds: Vec<(String, String)> =
        Kind::ALL.iter().map(|kind| (words.kinds(*kind), list_href(*kind))).collect();
    Words::sort(&mut kinds, |(name, _)| name);
    Ok(html(&RecordsPage {
        frame: Frame::of(&visitor, "/records", words.say("nav-records")),
        words: words.clone(),
        kinds,
        history,
        older: last,
        newer: (before <= head).then_some((before + page).min(head + 1)),
        head,
    }))
}

/// `GET /records/{kind}`.
pub(crate) async fn list(visitor: Visitor, Path(kind): Path<String>, uri: Uri) -> Result<Response, Fault> {
    let kind = kind_of(&kind)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: Option<Uuid> = query.one("after").and_then(|after| after.parse().ok());
    let (page, next) = visitor.asker.records(kind, None, after, LINES).await?;
    let next = next.map(|next| next.hyphenated().to_string());
    let lines = page.iter().map(|(key, found)| Line {
        label: label(&visitor.words, &found.record),
        href: href(*key),
        version: found.version,
    });
    let lines = lines.collect();
    let words = visitor.words.clone();
    let frame =
        Frame::of(&visitor, "/records", words.kinds(kind)).under(words.say("nav-records"), "/records");
    let first = |name: &&&str| {
        let verb = name.strip_prefix(kind.word()).and_then(|rest| rest.strip_prefix('.'));
        verb.is_some_and(|verb| {
            matches!(verb, "register" | "draft" | "plan" | "receive" | "declare" | "apply" | "adopt")
        }) && first_record(name).is_none_or(|(_, other)| other != kind)
    };
    let acts = Command::NAMES.iter().filter(first);
    let acts = acts.map(|name| (words.command(name), act_href(name, &[], ""))).collect();
    Ok(html(&ListPage { frame, words, lines, next, acts }))
}

/// `GET /records/{kind}/{id}`.
pub(crate) async fn one(
    State(app): State<App>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Fault> {
    let kind = kind_of(&kind)?;
    let missing = || Fault::not_found(say!("no {kind} has the id `{id}`", kind, id = short(&id)));
    let key = Key { kind, id: id.parse().map_err(|_| missing())? };
    let found = app.store.record(key).await?.ok_or_else(missing)?;
    let words = visitor.words.clone();
    let told = visitor.asker.told(key, found.record.to_json()).await?;
    let fields = shown(&app, &visitor, &kind.schema(), &told).await?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: i64 = query.one("after").and_then(|after| after.parse().ok()).unwrap_or_default();
    // What a record says now may be released where what it said before was not.
    let entries = if visitor.asker.reads_history(key).await? {
        app.store.entries(Which::Subject(key), after, ENTRIES).await?
    } else {
        Vec::new()
    };
    let history = history(&app, &visitor, entries).await?;
    let signatures = signatures_of(&app, &words, key).await?;
    let later = later(&history);
    let frame = Frame::of(&visitor, "/records", label(&words, &found.record))
        .under(words.say("nav-records"), "/records")
        .under(words.kinds(kind), list_href(kind));
    let beside_file = |what: &str| match &found.record {
        AnyRecord::Evidence(evidence) if matches!(evidence.form(), EvidenceForm::Taken { .. }) => {
            Some(format!("/evidence/{}/{what}", evidence.id()))
        }
        _ => None,
    };
    let deeds = deeds(&app, &visitor, key, &found).await?;
    Ok(html(&RecordPage {
        frame,
        kind: words.kind(kind),
        acts: deeds.open,
        refused: deeds.refused,
        technical: beside_file("technical"),
        claims: beside_file("claims"),
        file: file_href(&found.record),
        words,
        version: found.version,
        fields,
        signatures,
        openings: openings(&app, &visitor, key, &found.record).await?,
        history,
        later,
    }))
}

/// Somebody who opened a file.
struct Opening {
    at: String,
    who: String,
    what: String,
}

/// Who opened a confidential or restricted file, the latest first, for whoever leads the audit or manages its programme.
async fn openings(
    app: &App,
    visitor: &Visitor,
    key: Key,
    record: &AnyRecord,
) -> Result<Option<Vec<Opening>>, Fault> {
    let AnyRecord::Evidence(evidence) = record else { return Ok(None) };
    let is_noted =
        matches!(evidence.classification(), Classification::Confidential | Classification::Restricted);
    if !is_noted || !visitor.asker.may(Action::Export, key).await? {
        return Ok(None);
    }
    let events = openings_of(app, evidence).await?;
    let people = events.iter().filter_map(|event| event.note.person.map(Key::of));
    let known = names(app, visitor, people.collect::<Vec<_>>()).await?;
    let words = &visitor.words;
    let opening = |event: SecurityEvent| {
        let name = event.note.person.and_then(|person| known.get(&Key::of(person)).cloned());
        Opening {
            at: Timestamp::from_millis(event.at).map(|at| words.time(at)).unwrap_or_default(),
            who: name.unwrap_or(event.note.who),
            what: words.say(&format!("security-{}", event.note.kind.word())),
        }
    };
    Ok(Some(events.into_iter().map(opening).collect()))
}

/// `GET /evidence/{id}/file`: the file, to be saved.
pub(crate) async fn file(
    State(app): State<App>,
    _visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    crate::evidence::file(&app, &id, &headers).await
}

/// The acts on a record: the commands that name it first, and that whoever looks may give on it. Those that its state refuses are told apart by
/// the law itself; what it asks for besides, it says when they are tried.
async fn deeds(app: &App, visitor: &Visitor, key: Key, found: &Versioned) -> Result<Deeds, Fault> {
    let words = &visitor.words;
    let id = key.id.hyphenated().to_string();
    let back = visitor.here.split('?').next().unwrap_or_default();
    let mut world = World::complete();
    world.load(key, Some(found.clone()));
    let record = found.record.to_json();
    // What the law reads besides, before it says whether the state lets something be.
    let around = [("/audit", Kind::Audit), ("/programme", Kind::Programme), ("/initiation/soa", Kind::Soa)];
    for (place, kind) in around {
        let named = record.pointer(place).and_then(serde_json::Value::as_str);
        if let Some(id) = named.and_then(|id| id.parse().ok()) {
            let around = Key { kind, id };
            world.load(around, app.store.record(around).await?);
        }
    }
    let ctx = Ctx::new(now(app)?, visitor.actor.clone(), [0; SEED_BYTES]);
    let named = Command::NAMES.iter().filter_map(|name| Some((name, first_record(name)?)));
    // A passkey is bound where it is made.
    let on = named.filter(|(name, (_, kind))| *kind == key.kind && **name != "passkey.bind");
    let mut deeds = Deeds::default();
    for (name, (field, _)) in on {
        if !visitor.asker.may_give(name, key).await? {
            continue;
        }
        match refused_by_state(name, key, &world, &ctx) {
            None => deeds.open.push((words.command(name), act_href(name, &[(&field, &id)], back))),
            Some(refusal) => deeds.refused.push(Refused {
                act: words.command(name),
                why: Spoken::refused(words, &refusal),
                clause: refusal.rule.clause,
            }),
        }
    }
    Words::sort(&mut deeds.open, |(name, _)| name);
    Words::sort(&mut deeds.refused, |refused| &refused.act);
    Ok(deeds)
}

/// The first record that a command names: the field and its kind.
fn first_record(name: &str) -> Option<(String, Kind)> {
    let schema = Command::schema(name)?;
    let Shape::Fields { fields, .. } = Shape::of(&schema) else { return None };
    fields.each().find_map(|(field, schema, _)| match Shape::of(schema) {
        Shape::Record { kind } => Some((field.to_owned(), kind)),
        _ => None,
    })
}

#[derive(Template)]
#[template(path = "audit_records.html")]
struct OfAuditPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    acts: Vec<Deed>,
    refused: Vec<Refused>,
    /// The page of its dossier.
    dossier: String,
    /// Each kind with its records.
    groups: Vec<(String, Vec<Line>)>,
}

/// `GET /audits/{id}/records`: everything that belongs to an audit, but for what the desk shows, and the acts on it.
pub(crate) async fn all_of_audit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = crate::query::id(&id)?;
    let key = Key::of(audit);
    let found = app.store.record(key).await?;
    let found = found.ok_or_else(|| Fault::not_found(say!("no audit has the id `{audit}`", audit)))?;
    let words = visitor.words.clone();
    let mut groups = Vec::new();
    let of_audit = |kind: &Kind| kind.links().contains(&"audit") && !matches!(kind, Kind::Paper | Kind::Note);
    for kind in Kind::ALL.iter().copied().filter(of_audit) {
        let page = app.store.linked_page(kind, "audit", key.id, None, PAGE_ROWS_MAX).await?;
        let page = visitor.asker.seen(page).await?;
        let lines = page.iter().map(|(key, found)| Line {
            label: label(&words, &found.record),
            href: href(*key),
            version: found.version,
        });
        groups.push((words.kinds(kind), lines.collect::<Vec<_>>()));
    }
    groups.retain(|(_, lines)| !lines.is_empty());
    let frame = Frame::of(&visitor, "/audits", words.say("records-of-audit"))
        .under(words.say("nav-audits"), "/audits")
        .under(label(&words, &found.record), href(key));
    let Deeds { open: acts, refused } = deeds(&app, &visitor, key, &found).await?;
    let tabs = tabs(&words, audit, "records");
    let dossier = format!("/audits/{audit}/dossier");
    Ok(html(&OfAuditPage { frame, tabs, words, acts, refused, dossier, groups }))
}

/// `GET /audits/{id}/journal`.
pub(crate) async fn of_audit(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = crate::query::id(&id)?;
    let key = Key::of(audit);
    let found = app.store.record(key).await?;
    let found = found.ok_or_else(|| Fault::not_found(say!("no audit has the id `{audit}`", audit)))?;
    let words = visitor.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: i64 = query.one("after").and_then(|after| after.parse().ok()).unwrap_or_default();
    let entries = app.store.entries(Which::Audit(audit), after, ENTRIES).await?;
    let full = i64::try_from(entries.len()).is_ok_and(|len| len == ENTRIES);
    let later = entries.last().filter(|_| full).map(seq);
    let history = history(&app, &visitor, visitor.asker.readable(entries).await?).await?;
    let frame = Frame::of(&visitor, "/audits", words.say("audit-journal"))
        .under(words.say("nav-audits"), "/audits")
        .under(label(&words, &found.record), href(key));
    Ok(html(&RecordPage {
        frame,
        kind: words.kind(Kind::Audit),
        words,
        version: found.version,
        acts: Vec::new(),
        refused: Vec::new(),
        file: None,
        technical: None,
        claims: None,
        fields: Vec::new(),
        signatures: String::new(),
        openings: None,
        history,
        later,
    }))
}

fn kind_of(word: &str) -> Result<Kind, Fault> {
    Kind::from_str(word)
        .map_err(|_| Fault::not_found(say!("there is no kind of record `{word}`", word = short(word))))
}

/// Entries as lines of history. One that cannot be read is a line that says so.
pub(crate) async fn history(
    app: &App,
    visitor: &Visitor,
    entries: Vec<Result<StoredEntry, (i64, assize_domain::kernel::datum::Corrupt)>>,
) -> Result<Vec<Happened>, Fault> {
    let events: Vec<_> = entries.iter().flatten().map(|stored| stored.entry.event().ok()).collect();
    let mut keys: Vec<Key> = Vec::new();
    for (_, stamp) in events.iter().flatten() {
        keys.extend(stamp.by.person().map(Key::of));
    }
    let words = &visitor.words;
    let known = names(app, visitor, keys).await?;
    let mut events = events.into_iter();
    let lines = entries.into_iter().map(|read| match read {
        Ok(stored) => happened(words, &known, stored, events.next().flatten()),
        Err((seq, corrupt)) => {
            tracing::error!(seq, %corrupt, "an entry of the journal cannot be read");
            Happened {
                seq,
                at: String::new(),
                who: String::new(),
                what: words.say("entry-unreadable"),
                href: None,
                leaf: String::new(),
                fields: Vec::new(),
            }
        }
    });
    Ok(lines.collect())
}

fn happened(
    words: &Words,
    names: &Names,
    stored: StoredEntry,
    event: Option<(assize_domain::Event, assize_domain::kernel::act::Stamp)>,
) -> Happened {
    let StoredEntry { entry, leaf } = stored;
    let who = match event.as_ref().map(|(_, stamp)| &stamp.by) {
        None => words.say("entry-withheld"),
        Some(Actor::Person { person }) => {
            names.get(&Key::of(*person)).cloned().unwrap_or_else(|| words.say("person-erased"))
        }
        Some(Actor::Operator { on_behalf_of: None }) => words.say("operator"),
        Some(Actor::Operator { on_behalf_of: Some(person) }) => {
            let name = names.get(&Key::of(*person)).cloned().unwrap_or_else(|| words.say("person-erased"));
            words.with("operator-for", "name", name)
        }
    };
    let who = if entry.door().is_some() { words.with("by-door", "name", who) } else { who };
    Happened {
        seq: entry.seq,
        at: words.time(entry.at),
        who,
        what: words.event(&entry.kind),
        href: event.map(|(event, _)| href(event.subject())),
        leaf,
        fields: said(words, &entry),
    }
}

/// What an entry says of itself, as far as it is text that tells something.
fn said(words: &Words, entry: &Entry) -> Vec<(String, String)> {
    const CHARS_MAX: usize = 400;
    let mut texts = Vec::new();
    for field in &entry.fields {
        let name = field.name.strip_prefix("p.").unwrap_or(&field.name);
        match entry.value(&field.name) {
            Some(value) => collect(words, name, value, &mut texts),
            None => texts.push((words.field("", name), words.say("entry-withheld"))),
        }
    }
    for (_, text) in &mut texts {
        if text.chars().count() > CHARS_MAX {
            *text = text.chars().take(CHARS_MAX).chain("…".chars()).collect();
        }
    }
    texts
}

/// The texts in a value; ids say nothing to a reader and are left to the record.
fn collect(words: &Words, name: &str, value: &serde_json::Value, out: &mut Vec<(String, String)>) {
    use serde_json::Value;
    const TEXTS_MAX: usize = 40;
    let is_told_elsewhere = matches!(name, "actor" | "subject" | "audit" | "door" | "assertion" | "nonce");
    if out.len() >= TEXTS_MAX || is_told_elsewhere {
        return;
    }
    match value {
        Value::String(text) if text.parse::<Uuid>().is_err() => {
            out.push((words.field("", name), text.clone()));
        }
        Value::Number(number) => out.push((words.field("", name), words.number_in(name, number))),
        Value::Bool(truth) => out.push((words.field("", name), words.say(if *truth { "yes" } else { "no" }))),
        Value::Array(values) => values.iter().for_each(|value| collect(words, name, value, out)),
        Value::Object(object) => object.iter().for_each(|(name, value)| collect(words, name, value, out)),
        Value::String(_) | Value::Null => {}
    }
}
