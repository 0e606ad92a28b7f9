//! Giving a command from a page: its form, and what becomes of it.

use askama::Template;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::said::say;
use assize_domain::signing::must_sign;
use assize_domain::{Command, Key, Kind};
use assize_store::{Act, Done, Once};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::choices::{Around, UNIT_PARENT, goes_on, prefilled, units};
use super::code::{self, Pledge};
use super::form::{Making, Node, Posted, Reader, Shape, Wrong};
use super::frame::Frame;
use super::guard::html;
use super::pages::findings::composer;
use super::pages::{href, texts};
use super::sign_in::Coming;
use super::signing::{Signing, Step};
use super::visitor::{Visitor, own_path};
use super::words::Words;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::commands::{execute, reproducible};
use crate::problem::{Fault, KEY_REUSED, VERSION};

/// What else than fields a form sends along.
const BACK: &str = "back";
/// The place at which a command names evidence that files can be given for.
pub(super) const EVIDENCE: &str = "/evidence";
/// The command that accepts the code of conduct, whose text is read where it is accepted.
const ACCEPTS: &str = "code.accept";
/// The command that reviews the documents of an audit.
const REVIEWS: &str = "audit.review_documents";
/// The place of the reason for a change.
const REASON: &str = "/reason";

/// The page of a command's form.
#[derive(Template)]
#[template(path = "act.html")]
struct ActPage {
    frame: Frame,
    words: Words,
    name: String,
    about: Option<String>,
    nodes: Vec<Node>,
    /// Whether files can be given with it.
    files: bool,
    /// What is wrong with the command as a whole.
    wrong: Vec<Wrong>,
    /// How much is wrong in all.
    wrongs: usize,
    fixed: Vec<String>,
    back: String,
    version: Option<i64>,
    once: String,
    /// Whether it is signed before it is given.
    signs: bool,
    /// The text that is accepted, where it is one.
    pledges: Vec<Pledge>,
    /// Where the record changed meanwhile: what stands there now, by label.
    meanwhile: Vec<(String, String)>,
}

/// A form being filled in.
struct Filling<'f> {
    app: &'f App,
    visitor: &'f Visitor,
    name: &'f str,
    fixed: Vec<String>,
    back: Option<String>,
    version: Option<i64>,
    once: String,
    /// The row of a long list that is to be changed.
    open: Option<String>,
}

/// `GET /do/{name}`: the form, with the fields of the query filled in and not asked again.
pub(crate) async fn form(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let schema = schema(&name)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let mut given = Posted::default();
    let mut fixed = Vec::new();
    for (field, values) in query.fields() {
        let pointer = format!("/{field}");
        values.iter().for_each(|value| given.add(pointer.clone(), value));
        fixed.push(pointer);
    }
    let reader = reader(&visitor, &given);
    let value = reader.value(&schema, "").unwrap_or_default();
    visitor.asker.demand_form(&name, &value).await?;
    if let (REVIEWS, Some(audit)) = (name.as_str(), named(&schema, &value, "/audit")) {
        // It has a page of its own, with a line for each thing that the criteria demand.
        return Ok(Redirect::to(&format!("{}/documents/review", href(audit))).into_response());
    }
    let around = Around::of(&app, &visitor.asker, &name, &value).await?;
    let subject = around.subject.as_ref();
    let held = subject.filter(|_| goes_on(&name)).map(|found| prefilled(&name, &found.record));
    let version = held.as_ref().and(subject).map(|found| found.version);
    let under = match held {
        Some(held) => Some(held),
        None => around.begun(&app, &name).await?,
    };
    let value = under.map_or_else(|| value.clone(), |under| laid_over(under, &value));
    let back = query.one(BACK).and_then(own_path).map(str::to_owned);
    let (app, visitor, name) = (&app, &visitor, name.as_str());
    let filling = Filling { app, visitor, name, fixed, back, version, once: nonce(), open: None };
    filling.page(&value, &around, Vec::new()).await
}

/// `POST /do/{name}`: gives the command; or adds a row to its form, or takes one away.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    coming: Coming,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    schema(&name)?;
    // Whoever has no business here is told so before what they sent is read.
    visitor.asker.demand_form(&name, &Value::Null).await?;
    let bytes = read(&headers, body, JSON_BYTES_MAX).await?;
    let posted = Posted::read(&bytes).without_spare();
    received(&app, &visitor, &coming, (&name, &headers), &posted, Vec::new()).await
}

/// Gives a command of which the form was received; where something about it is `wrong` already, shows the form with that.
pub(super) async fn received(
    app: &App,
    visitor: &Visitor,
    coming: &Coming,
    (name, headers): (&str, &HeaderMap),
    posted: &Posted,
    wrong: Vec<Wrong>,
) -> Result<Response, Fault> {
    let schema = schema(name)?;
    let value = reader(visitor, posted).value(&schema, "").unwrap_or_default();
    visitor.asker.demand_form(name, &value).await?;
    let mut filling = Filling {
        app,
        visitor,
        name,
        fixed: posted.all("fixed").to_vec(),
        back: posted.one(BACK).and_then(own_path).map(str::to_owned),
        version: posted.filled("version").and_then(|version| version.parse().ok()),
        once: posted.filled("once").map_or_else(nonce, str::to_owned),
        open: posted.opened().map(str::to_owned),
    };
    if let Some(at) = posted.filled("text") {
        let around = Around::of(app, &visitor.asker, name, &value).await?;
        let (value, wrong) = filling.with_text(value, &around, at).await?;
        return filling.page(&value, &around, wrong).await;
    }
    if let Some(rows) = posted.filled("rows") {
        let value = if has_rows(&schema, rows) { with_rows(value, rows) } else { value };
        let around = Around::of(app, &visitor.asker, name, &value).await?;
        return filling.page(&value, &around, Vec::new()).await;
    }
    let value = composer::tidied(name, value);
    let given = if wrong.is_empty() {
        match filling.signed(coming, &value, posted).await {
            Ok(Step::Sign(page)) => return Ok(*page),
            Ok(Step::Go(grant)) => filling.give(&value, grant).await,
            Err(not_done) => Err(not_done),
        }
    } else {
        Err(NotDone::Wrong(wrong))
    };
    let wrong = match given {
        Ok(done) => {
            if let (None, "person.register", Some(key)) = (visitor.person(), name, done.subject()) {
                // The first person of a store registers themselves, and goes on as who they are.
                super::first::enter(app, visitor, key.id.into()).await?;
            }
            return Ok(if wants_json(headers) { done_json(&done) } else { filling.done(&done) });
        }
        Err(NotDone::Wrong(wrong)) => wrong,
        Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
            // It was sent before and then changed, as after going back: it is shown again, and is another act when it is sent once more.
            filling.once = nonce();
            vec![Wrong::whole(visitor.words.say("form-sent-before"))]
        }
        Err(NotDone::Fault(fault)) => return Err(fault),
    };
    if wants_json(headers) {
        return Ok(wrong_json(&visitor.words, &wrong));
    }
    let around = Around::of(app, &visitor.asker, name, &value).await?;
    let mut response = filling.page(&value, &around, wrong).await?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Why a command did not come about.
pub(crate) enum NotDone {
    /// What was given is wrong, or the law refuses.
    Wrong(Vec<Wrong>),
    /// A fault.
    Fault(Fault),
}

/// Gives a command that a page has made, on the version of its record that was seen. What is sent twice under one key and
/// says the same is one act.
pub(crate) async fn given(
    app: &App,
    visitor: &Visitor,
    name: &str,
    value: &Value,
    version: Option<i64>,
    (key, said): (&str, &str),
) -> Result<Done, NotDone> {
    let command = command_of(visitor, name, value)?;
    // What is said to be a method's result is held to what the method gives, as at every other door.
    let command = reproducible(app, command).await.map_err(|fault| not_done(visitor, fault))?;
    sent(app, visitor, command, (version, None), (key, said)).await
}

/// Gives a command with a sample that the page itself has drawn, which is not drawn once more: the law takes it at this door alone.
pub(crate) async fn drawn(
    app: &App,
    visitor: &Visitor,
    name: &str,
    value: &Value,
    key: &str,
) -> Result<Done, NotDone> {
    let command = command_of(visitor, name, value)?;
    sent(app, visitor, command, (None, None), (key, &value.to_string())).await
}

fn command_of(visitor: &Visitor, name: &str, value: &Value) -> Result<Command, NotDone> {
    let read = Command::read(name, value).ok_or_else(|| NotDone::Fault(unknown(name)))?;
    read.map_err(|problems| {
        NotDone::Wrong(problems.into_iter().map(|problem| Wrong::of(&visitor.words, problem)).collect())
    })
}

fn not_done(visitor: &Visitor, fault: Fault) -> NotDone {
    match fault.refusals() {
        [] => NotDone::Fault(fault),
        refusals => {
            NotDone::Wrong(refusals.iter().map(|refusal| Wrong::refused(&visitor.words, refusal)).collect())
        }
    }
}

async fn sent(
    app: &App,
    visitor: &Visitor,
    command: Command,
    (version, grant): (Option<i64>, Option<String>),
    (key, said): (&str, &str),
) -> Result<Done, NotDone> {
    let name = command.name();
    let once = Once {
        principal: visitor.actor.to_string(),
        route: format!("POST /do/{name}"),
        key: key.to_owned(),
        body: hex(&Sha256::digest(said.as_bytes())),
    };
    // A version that the command cannot carry would be refused; forms of such commands do not ask for one.
    let expected = version.filter(|_| command.subject().is_some());
    let act = Act {
        actor: visitor.actor.clone(),
        command,
        expected,
        once: Some(once),
        grant,
        door: None,
        field: None,
        received: None,
    };
    execute(app, &visitor.asker, act).await.map_err(|fault| not_done(visitor, fault))
}

/// Back to a page, which says what was done.
pub(crate) fn back_from(back: &str, name: &str, done: &Done) -> Response {
    let seq = done.events.last().map(|event| event.seq.to_string()).unwrap_or_default();
    let (path, fragment) = match back.split_once('#') {
        Some((path, fragment)) => (path, format!("#{fragment}")),
        None => (back, String::new()),
    };
    let more = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{path}{more}done={name}&seq={seq}{fragment}")).into_response()
}

impl Filling<'_> {
    async fn give(&self, value: &Value, grant: Option<String>) -> Result<Done, NotDone> {
        let said = format!("{} {value}", self.version.unwrap_or_default());
        if grant.is_none() {
            return given(self.app, self.visitor, self.name, value, self.version, (&self.once, &said)).await;
        }
        let command = command_of(self.visitor, self.name, value)?;
        sent(self.app, self.visitor, command, (self.version, grant), (&self.once, &said)).await
    }

    /// Sees that an act that binds is signed: by what was sent, or on a page that asks for it.
    async fn signed(&self, coming: &Coming, value: &Value, posted: &Posted) -> Result<Step, NotDone> {
        if must_sign(self.name, &self.visitor.actor, self.visitor.door().is_some()).is_none() {
            return Ok(Step::Go(None));
        }
        let command = command_of(self.visitor, self.name, value)?;
        let signing = Signing {
            app: self.app,
            visitor: self.visitor,
            coming,
            command: &command,
            version: self.version.filter(|_| command.subject().is_some()),
            posted,
            action: &format!("/do/{}", self.name),
            back: self.back.as_deref().unwrap_or_default(),
        };
        signing.step().await.map_err(|fault| not_done(self.visitor, fault))
    }

    fn done(&self, done: &Done) -> Response {
        let own = || done.subject().map_or_else(|| "/".to_owned(), href);
        back_from(&self.back.clone().unwrap_or_else(own), self.name, done)
    }

    async fn page(&self, value: &Value, around: &Around, wrong: Vec<Wrong>) -> Result<Response, Fault> {
        let words = &self.visitor.words;
        let stale = wrong.iter().any(|wrong| wrong.rule == Some(assize_domain::kernel::act::STALE.id));
        if !stale && let Some(page) = self.own_page(value, self.version, &wrong, &[]).await? {
            return Ok(page);
        }
        let schema = schema(self.name)?;
        // What was chosen on another page is named here too, where the form by itself would not offer it.
        let chosen = value.as_object().into_iter().flatten().map(|(name, _)| format!("/{name}"));
        let places = self.fixed.iter().cloned().chain(chosen);
        let given: Vec<Key> = places.filter_map(|pointer| named(&schema, value, &pointer)).collect();
        let mut choices = around.choices(self.app, self.visitor, self.name, &given).await?;
        choices.places.insert(UNIT_PARENT.to_owned(), units(value));
        let making = Making {
            words,
            choices: &choices,
            fixed: &self.fixed,
            wrong: &wrong,
            open: self.open.as_deref(),
            fresh: fresh_key,
        };
        let mut nodes = making.nodes(&schema, value);
        let files = takes_files(&schema) && around.audit().is_some();
        if files {
            // Where there is nothing yet to choose from, files alone are asked for.
            nodes.retain(|node| !(node.pointer == EVIDENCE && node.offers_nothing()));
        }
        match around.asks_reason(self.name) {
            Some(true) => {
                nodes.iter_mut().filter(|node| node.pointer == REASON).for_each(|node| node.required = true);
            }
            Some(false) => nodes.retain(|node| node.pointer != REASON || node.is_touched()),
            None => {}
        }
        self.offer(&mut nodes, value, around).await?;
        let elsewhere = making.elsewhere(&nodes);
        let mut version = self.version;
        let mut meanwhile = Vec::new();
        if let (true, Some(subject)) = (stale, &around.subject) {
            // Sent once more, it is sent on what stands now, which is shown beside it.
            version = Some(subject.version);
            let now = prefilled(self.name, &subject.record);
            meanwhile = differing(&making.nodes(&schema, &now), &nodes);
        }
        if let Some(page) = self.own_page(value, version, &wrong, &meanwhile).await? {
            return Ok(page);
        }
        let title = words.command(self.name);
        let back = self.back.clone().unwrap_or_default();
        let mut frame = Frame::of(self.visitor, "", title);
        if let Some(key) = around.subject.as_ref().map(|found| &found.record).and_then(key_of) {
            let found = around.subject.as_ref().map(|found| super::choices::label(words, &found.record));
            frame = frame.under(words.kind(key.kind), super::pages::list_href(key.kind));
            frame = frame.under(found.unwrap_or_default(), href(key));
        }
        Ok(html(&ActPage {
            frame,
            words: words.clone(),
            name: self.name.to_owned(),
            about: words.command_about(self.name),
            nodes,
            files,
            wrongs: wrong.len(),
            wrong: elsewhere,
            fixed: self.fixed.clone(),
            back,
            version,
            once: self.once.clone(),
            signs: must_sign(self.name, &self.visitor.actor, self.visitor.door().is_some()).is_some(),
            pledges: if self.name == ACCEPTS { code::pledges(words) } else { Vec::new() },
            meanwhile,
        }))
    }
}

impl Filling<'_> {
    /// The value with the organization's text at a place, taken into the audit as it says.
    async fn with_text(
        &self,
        mut value: Value,
        around: &Around,
        at: &str,
    ) -> Result<(Value, Vec<Wrong>), Fault> {
        let (Some(audit), Some(place)) = (around.audit(), texts::place_of(self.name, &value, at)) else {
            return Ok((value, Vec::new()));
        };
        match texts::taken(self.app, self.visitor, audit, &place).await {
            Ok(text) => {
                texts::put(&mut value, at, &text);
                Ok((value, Vec::new()))
            }
            Err(NotDone::Wrong(wrong)) => Ok((value, wrong)),
            Err(NotDone::Fault(fault)) => Err(fault),
        }
    }

    /// Offers the organization's texts where they fit and there are some.
    async fn offer(&self, nodes: &mut [Node], value: &Value, around: &Around) -> Result<(), Fault> {
        if around.audit().is_none() || !texts::is_of(self.name) {
            return Ok(());
        }
        let there = texts::kinds_in_use(&self.app.store).await?;
        let fits = |at: &str| {
            let place = texts::place_of(self.name, value, at)?;
            texts::fitting(&place).filter(|kind| there.contains(kind))
        };
        nodes.iter_mut().for_each(|node| node.offered(&fits));
        Ok(())
    }
}

impl Filling<'_> {
    /// The page of a command that has its form set by hand; none where it has not.
    async fn own_page(
        &self,
        value: &Value,
        version: Option<i64>,
        wrong: &[Wrong],
        meanwhile: &[(String, String)],
    ) -> Result<Option<Response>, Fault> {
        if !composer::is_for(self.name) {
            return Ok(None);
        }
        let given = composer::Given {
            name: self.name,
            value,
            wrong: wrong.to_vec(),
            back: self.back.clone().unwrap_or_default(),
            version,
            once: self.once.clone(),
            meanwhile: meanwhile.to_vec(),
        };
        composer::page(self.app, self.visitor, given).await
    }
}

/// The fields whose values differ: their labels, and what the first holds.
pub(crate) fn differing(now: &[Node], typed: &[Node]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut before = Vec::new();
    now.iter().for_each(|node| node.texts(&mut all));
    typed.iter().for_each(|node| node.texts(&mut before));
    let same = |(pointer, _, text): &(String, String, String)| {
        before.iter().any(|(other, _, typed)| other == pointer && typed == text)
    };
    all.into_iter().filter(|one| !same(one)).map(|(_, label, text)| (label, text)).collect()
}

/// The schema of what stands at a place.
fn schema_at<'s>(schema: &'s Value, pointer: &str) -> Option<&'s Value> {
    pointer.split('/').skip(1).try_fold(schema, |at, part| match Shape::of(at).present().0 {
        Shape::Fields { fields, .. } => {
            fields.each().find(|(name, _, _)| *name == part).map(|(_, schema, _)| schema)
        }
        Shape::List { items, .. } => part.parse::<usize>().is_ok().then_some(items),
        Shape::OneOf { choices, .. } => choices.iter().find_map(|choice| match Shape::of(choice) {
            Shape::Fields { fields, .. } => {
                fields.each().find(|(name, _, _)| *name == part).map(|(_, schema, _)| schema)
            }
            _ => None,
        }),
        _ => None,
    })
}

/// Whether files can be given with a command: it names evidence as a whole.
pub(super) fn takes_files(schema: &Value) -> bool {
    let Some(Shape::List { items, .. }) = schema_at(schema, EVIDENCE).map(|at| Shape::of(at).present().0)
    else {
        return false;
    };
    matches!(Shape::of(items), Shape::Record { kind: Kind::Evidence })
}

/// The record that a value names at a place.
fn named(schema: &Value, value: &Value, pointer: &str) -> Option<Key> {
    match Shape::of(schema_at(schema, pointer)?).present().0 {
        Shape::Record { kind } => Some(Key { kind, id: value.pointer(pointer)?.as_str()?.parse().ok()? }),
        _ => None,
    }
}

fn key_of(record: &assize_domain::AnyRecord) -> Option<Key> {
    let id = record.to_json().get("id")?.as_str()?.parse().ok()?;
    Some(Key { kind: record.kind(), id })
}

pub(super) fn schema(name: &str) -> Result<Value, Fault> {
    Command::schema(name).ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> Fault {
    Fault::not_found(say!("there is no command `{name}`", name = crate::query::short(name)))
}

pub(super) fn reader<'p>(visitor: &Visitor, posted: &'p Posted) -> Reader<'p> {
    Reader { posted, language: visitor.words.language, zone: visitor.words.zone().clone() }
}

/// One value with another laid over it, field by field.
fn laid_over(under: Value, over: &Value) -> Value {
    match (under, over) {
        (Value::Object(mut under), Value::Object(over)) => {
            for (name, value) in over {
                let below = under.remove(name).unwrap_or_default();
                under.insert(name.clone(), laid_over(below, value));
            }
            Value::Object(under)
        }
        (under, Value::Null) => under,
        (_, over) => over.clone(),
    }
}

/// Whether what is to be added or taken away is a row of a list that the schema has; the depth of a value is that of its schema.
fn has_rows(schema: &Value, what: &str) -> bool {
    let Some((verb, pointer)) = what.split_once(':') else { return false };
    // What is opened is no list, and neither more nor less.
    let list = if verb == "add" { Some(pointer) } else { pointer.rsplit_once('/').map(|(list, _)| list) };
    let shape = list.and_then(|list| schema_at(schema, list)).map(|schema| Shape::of(schema).present().0);
    matches!(shape, Some(Shape::List { .. }))
}

/// The value with a row more (`add:/sessions`) or a row less (`drop:/sessions/2`).
pub(crate) fn with_rows(mut value: Value, what: &str) -> Value {
    match what.split_once(':') {
        Some(("add", pointer)) => {
            if let Some(list) = made_list(&mut value, pointer) {
                list.push(json!({}));
            }
        }
        Some(("drop", pointer)) => {
            if let Some((list, row)) = pointer.rsplit_once('/')
                && let (Some(Value::Array(list)), Ok(row)) = (value.pointer_mut(list), row.parse::<usize>())
                && row < list.len()
            {
                list.remove(row);
            }
        }
        _ => {}
    }
    value
}

/// The list at a place, made where there is none yet.
fn made_list<'v>(value: &'v mut Value, pointer: &str) -> Option<&'v mut Vec<Value>> {
    let mut at = value;
    for part in pointer.split('/').skip(1) {
        at = match at {
            Value::Array(rows) => rows.get_mut(part.parse::<usize>().ok()?)?,
            Value::Null | Value::Object(_) => {
                if at.is_null() {
                    *at = json!({});
                }
                at.as_object_mut()?.entry(part.to_owned()).or_insert(Value::Null)
            }
            _ => return None,
        };
    }
    if at.is_null() {
        *at = json!([]);
    }
    at.as_array_mut()
}

/// A key that no other row has.
pub(crate) fn fresh_key() -> String {
    nonce().chars().take(8).collect()
}

/// What makes a form sent twice one act.
pub(crate) fn nonce() -> String {
    let mut random = [0_u8; 16];
    // Without randomness two forms would share a key; the store then answers that it was used for another request.
    let _ = getrandom::fill(&mut random);
    hex(&random)
}

pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"))
}

fn done_json(done: &Done) -> Response {
    let last = done.events.last();
    let subject = done.subject();
    crate::body::json(
        StatusCode::OK,
        &json!({ "at": done.at.to_string(), "seq": last.map(|event| event.seq), "version": last.map(|event| event.version),
            "kind": subject.map(|key| key.kind.word()), "id": subject.map(|key| key.id.hyphenated().to_string()) }),
    )
}

fn wrong_json(words: &Words, wrong: &[Wrong]) -> Response {
    let stale = wrong.iter().any(|wrong| wrong.rule == Some(assize_domain::kernel::act::STALE.id));
    let status = if stale { StatusCode::PRECONDITION_FAILED } else { StatusCode::UNPROCESSABLE_ENTITY };
    let wrong: Vec<Value> = wrong
        .iter()
        .map(|wrong| json!({ "at": wrong.at, "what": wrong.said(words), "clause": wrong.clause }))
        .collect();
    let kind = if stale { VERSION.name } else { "refused" };
    crate::body::json(status, &json!({ "kind": kind, "wrong": wrong }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_added_and_taken_away_where_they_stand() {
        let value = with_rows(json!({ "text": {} }), "add:/text/objectives");
        assert_eq!(value, json!({ "text": { "objectives": [{}] } }));
        let value = with_rows(json!({ "rows": [{ "a": [1] }, { "a": [2] }] }), "add:/rows/1/b");
        assert_eq!(value, json!({ "rows": [{ "a": [1] }, { "a": [2], "b": [{}] }] }));
        let value = with_rows(value, "drop:/rows/0");
        assert_eq!(value, json!({ "rows": [{ "a": [2], "b": [{}] }] }));
        for bad in ["drop:/rows/7", "drop:/rows/x", "add:/rows/9/b", "turn:/rows", "add:/rows/0/a/0/c"] {
            assert_eq!(with_rows(value.clone(), bad), value, "{bad}");
        }
    }

    #[test]
    fn rows_are_those_of_the_schema_alone() {
        let schema = Command::schema("plan.draft").unwrap();
        assert!(has_rows(&schema, "add:/sessions") && has_rows(&schema, "drop:/sessions/3"));
        assert!(has_rows(&schema, "add:/sessions/0/auditors"));
        let deep = format!("add:{}", "/sessions/0".repeat(100_000));
        for other in ["add:/audit", "add:/nothing", "drop:/sessions", "add:", "sessions", deep.as_str()] {
            assert!(!has_rows(&schema, other), "{}", &other[..other.len().min(40)]);
        }
    }

    #[test]
    fn files_can_be_given_with_what_names_evidence() {
        for (name, takes) in [
            ("finding.correct", true),
            ("finding.implement", true),
            ("request.answer", true),
            ("finding.plan_action", false),
            ("finding.draft", false),
            ("paper.attach", false),
        ] {
            assert_eq!(takes_files(&Command::schema(name).unwrap()), takes, "{name}");
        }
    }

    #[test]
    fn what_was_asked_for_is_laid_over_what_is_held() {
        let held = json!({ "text": { "title": "A", "kind": "x" }, "papers": ["1"] });
        let over = json!({ "text": { "title": "B" } });
        let both = json!({ "text": { "title": "B", "kind": "x" }, "papers": ["1"] });
        assert_eq!(laid_over(held, &over), both);
    }
}
