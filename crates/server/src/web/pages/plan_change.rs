//! One change of the plan: a session added, changed or dropped, or what the plan says on one item of its checklist.
//!
//! The form holds the one thing; the command that follows from it is the whole plan as it stands when the form is sent,
//! with the one change. Two people who change different sessions do not clash; two who change the same one do, and are told.

use askama::Template;
use assize_domain::audit::{Audit, Plan, PlanState};
use assize_domain::auditee::Auditee;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, PlanId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::said::say;
use assize_domain::{Command, Key, World};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::audit::{Tab, tabs};
use super::checklist;
use super::fieldwork::{frame, name};
use super::texts;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::{id, short};
use crate::web::act::{NotDone, back_from, differing, fresh_key, given, nonce};
use crate::web::form::{Choice, Choices, Making, Node, Posted, Reader, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// What of the plan is changed.
#[derive(Clone, Debug)]
enum Part {
    /// A session, by its key; a new one where there is none.
    Session(Option<String>),
    /// An item of the checklist.
    Item(String),
}

impl Part {
    /// The field of the plan that holds its like.
    const fn list(&self) -> &'static str {
        match self {
            Self::Session(_) => "sessions",
            Self::Item(_) => "items",
        }
    }

    /// The field by which it is named among its like.
    const fn named_by(&self) -> &'static str {
        match self {
            Self::Session(_) => "key",
            Self::Item(_) => "item",
        }
    }

    fn name(&self) -> Option<&str> {
        match self {
            Self::Session(key) => key.as_deref(),
            Self::Item(item) => Some(item),
        }
    }

    /// Its page.
    const fn page(&self) -> &'static str {
        match self {
            Self::Session(_) => "session",
            Self::Item(_) => "item",
        }
    }
}

/// The plan as it stands, and what a form of one part needs of it.
struct Standing {
    frame: Frame,
    plan: Option<PlanId>,
    version: i64,
    /// Whether it is a draft, which is edited; otherwise a new version is written.
    is_draft: bool,
    /// Its items and sessions.
    whole: Value,
    choices: Choices,
    /// The zone in which times are typed.
    zone: String,
}

impl Standing {
    /// Where the part is among its like, and what it holds.
    fn found(&self, part: &Part) -> Option<(usize, &Value)> {
        let list = self.whole.get(part.list())?.as_array()?;
        let named = |one: &&Value| one.get(part.named_by()).and_then(Value::as_str) == part.name();
        list.iter().enumerate().find(|(_, one)| named(one))
    }
}

#[derive(Template)]
#[template(path = "plan_change.html")]
struct ChangePage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    audit: AuditId,
    page: &'static str,
    n: String,
    about: String,
    nodes: Vec<Node>,
    wrongs: usize,
    wrong: Vec<Wrong>,
    fixed: Vec<String>,
    /// The digest of the part as the form showed it.
    seen: String,
    once: String,
    can_drop: bool,
    meanwhile: Vec<(String, String)>,
}

/// `GET /audits/{id}/plan/session`.
pub(crate) async fn session(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let part = Part::Session(query.filled("n").map(str::to_owned));
    form(&app, &visitor, id(&audit)?, part).await
}

/// `GET /audits/{id}/plan/item`.
pub(crate) async fn item(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    form(&app, &visitor, id(&audit)?, item_named(query.filled("n"))?).await
}

/// `POST /audits/{id}/plan/session`.
pub(crate) async fn change_session(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let part = Part::Session(posted.filled("n").map(str::to_owned));
    change(&app, &visitor, id(&audit)?, part, &posted).await
}

/// `POST /audits/{id}/plan/item`.
pub(crate) async fn change_item(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let part = item_named(posted.filled("n"))?;
    change(&app, &visitor, id(&audit)?, part, &posted).await
}

fn item_named(name: Option<&str>) -> Result<Part, Fault> {
    let name = name.unwrap_or_default();
    let known = assize_domain::audit::checklists::PLAN.iter().any(|item| item.id == name);
    let missing = || Fault::not_found(say!("the plan's checklist has no item `{name}`", name = short(name)));
    known.then(|| Part::Item(name.to_owned())).ok_or_else(missing)
}

async fn form(app: &App, visitor: &Visitor, audit: AuditId, part: Part) -> Result<Response, Fault> {
    let standing = standing(app, visitor, audit).await?;
    let held = match (&part, standing.found(&part)) {
        (_, Some((_, held))) => held.clone(),
        (Part::Session(Some(key)), None) => {
            return Err(Fault::not_found(say!("the plan has no session `{key}`", key = short(key))));
        }
        (Part::Session(None), None) => json!({ "zone": standing.zone }),
        (Part::Item(item), None) => json!({ "item": item }),
    };
    let offer = offers(app, &part).await?;
    let filling = Filling { visitor, audit, part, once: nonce(), offer };
    Ok(html(&filling.page(&standing, &held, Vec::new(), Vec::new())))
}

/// Whether a text of the organization fits the part, and there is one.
async fn offers(app: &App, part: &Part) -> Result<bool, Fault> {
    let Part::Item(item) = part else { return Ok(false) };
    let Some(kind) = texts::fitting(item) else { return Ok(false) };
    Ok(texts::kinds_in_use(&app.store).await?.contains(&kind))
}

async fn change(
    app: &App,
    visitor: &Visitor,
    audit: AuditId,
    part: Part,
    posted: &Posted,
) -> Result<Response, Fault> {
    let standing = standing(app, visitor, audit).await?;
    let plan = format!("/audits/{audit}/plan");
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let offer = offers(app, &part).await?;
    let mut filling = Filling { visitor, audit, part, once, offer };
    let reader = Reader { posted, language: visitor.words.language, zone: visitor.words.zone().clone() };
    let mut typed = reader.value(&schema(&filling.part, standing.is_draft), "").unwrap_or_default();
    let drops = posted.filled("drop").is_some();
    let found = standing.found(&filling.part);
    if drops && found.is_none() {
        // Sent twice, or dropped by somebody else: it is gone either way.
        return Ok(Redirect::to(&plan).into_response());
    }
    let seen = posted.filled("seen").unwrap_or_default();
    let now = found.map(|(_, now)| now.clone());
    if seen != digest(now.as_ref()) {
        if now.as_ref().is_some_and(|now| filled(now) == filled(&typed)) {
            return Ok(Redirect::to(&plan).into_response());
        }
        return Ok(filling.refused(&standing, &typed, vec![], now.unwrap_or_default()));
    }
    if let (Some(at), Part::Item(item)) = (posted.filled("text"), &filling.part) {
        let wrong = match texts::taken(app, visitor, audit, item).await {
            Ok(text) => {
                texts::put(&mut typed, at, &text);
                Vec::new()
            }
            Err(NotDone::Wrong(wrong)) => wrong,
            Err(NotDone::Fault(fault)) => return Err(fault),
        };
        return Ok(html(&filling.page(&standing, &typed, wrong, Vec::new())));
    }
    let reason = typed.as_object_mut().and_then(|typed| typed.remove("reason"));
    let (whole, place) = changed(&standing, &filling.part, (!drops).then_some(&typed));
    let (name, body, version) = command(audit, &standing, whole, reason.as_ref());
    let said = format!("{typed} {reason:?} {drops}");
    let wrong = match given(app, visitor, name, &body, version, (&filling.once, &said)).await {
        Ok(done) => return Ok(back_from(&plan, name, &done)),
        Err(NotDone::Wrong(wrong)) => wrong,
        Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
            filling.once = nonce();
            vec![Wrong::whole(visitor.words.say("form-sent-before"))]
        }
        Err(NotDone::Fault(fault)) => return Err(fault),
    };
    let own = format!("/{}/{place}", filling.part.list());
    let wrong = wrong.into_iter().map(|wrong| Wrong { at: within(&wrong.at, &own), ..wrong }).collect();
    if let (Some(object), Some(reason)) = (typed.as_object_mut(), reason) {
        object.insert("reason".to_owned(), reason);
    }
    Ok(filling.refused(&standing, &typed, wrong, Value::Null))
}

/// The whole of the plan with the part changed, or without it; and where the part stands in it.
fn changed(standing: &Standing, part: &Part, typed: Option<&Value>) -> (Value, usize) {
    let mut whole = standing.whole.clone();
    let found = standing.found(part).map(|(place, _)| place);
    let Some(list) = whole.get_mut(part.list()).and_then(Value::as_array_mut) else { return (whole, 0) };
    let place = found.unwrap_or(list.len());
    match typed {
        Some(typed) => {
            let mut typed = typed.clone();
            // What a part is called is not changed by a form.
            if let (Some(object), Some(name)) = (typed.as_object_mut(), part.name()) {
                object.insert(part.named_by().to_owned(), json!(name));
            }
            match list.get_mut(place) {
                Some(held) => *held = typed,
                None => list.push(typed),
            }
        }
        None if place < list.len() => drop(list.remove(place)),
        None => {}
    }
    (whole, place)
}

/// The command that follows: the draft is edited, and what is no draft any more gets a new version.
fn command(
    audit: AuditId,
    standing: &Standing,
    mut whole: Value,
    reason: Option<&Value>,
) -> (&'static str, Value, Option<i64>) {
    let mut put = |name: &str, value: Value| {
        if let Some(object) = whole.as_object_mut() {
            object.insert(name.to_owned(), value);
        }
    };
    match standing.plan {
        Some(plan) if standing.is_draft => {
            put("plan", json!(plan.to_string()));
            ("plan.edit", whole, Some(standing.version))
        }
        _ => {
            put("audit", json!(audit.to_string()));
            put("reason", reason.cloned().unwrap_or_default());
            ("plan.draft", whole, None)
        }
    }
}

/// A place in the plan as a place in the form of one part; what is about another part is about the whole.
fn within(at: &str, own: &str) -> String {
    match at.strip_prefix(own) {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => rest.to_owned(),
        _ if at == "/reason" => at.to_owned(),
        _ => String::new(),
    }
}

/// The fields of a part that say something.
fn filled(part: &Value) -> Vec<(&String, &Value)> {
    let says = |value: &Value| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty());
    part.as_object().into_iter().flatten().filter(|(_, value)| says(value)).collect()
}

fn digest(part: Option<&Value>) -> String {
    part.map(|part| hex(&Sha256::digest(part.to_string().as_bytes()))).unwrap_or_default()
}

/// What the form asks for: the part, and the reason where a new version follows.
fn schema(part: &Part, is_draft: bool) -> Value {
    let of = |command: &str, pointer: &str| {
        Command::schema(command).and_then(|schema| schema.pointer(pointer).cloned()).unwrap_or_default()
    };
    let mut schema = of("plan.draft", &format!("/properties/{}/items", part.list()));
    if is_draft {
        return schema;
    }
    let reason = of("plan.draft", "/properties/reason/anyOf/0");
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("reason".to_owned(), reason);
    }
    for list in ["required", "x-order"] {
        if let Some(list) = schema.get_mut(list).and_then(Value::as_array_mut) {
            list.push(json!("reason"));
        }
    }
    schema
}

async fn standing(app: &App, visitor: &Visitor, audit: AuditId) -> Result<Standing, Fault> {
    app.store.ask(|world| stands(world, visitor, audit)).await.map_err(Fault::unanswered)
}

fn stands(world: &World, visitor: &Visitor, id: AuditId) -> Result<Standing, Stop> {
    let words = &visitor.words;
    let audit = world.get::<Audit>(id)?;
    let plan = match *audit.plan() {
        Some(plan) => Some(world.get::<Plan>(plan)?),
        None => None,
    };
    let auditee = world.find::<Auditee>(*audit.auditee())?;
    let contacts = auditee.map(|auditee| auditee.contacts().as_slice()).unwrap_or_default();
    let sites = auditee.map(|auditee| auditee.sites().as_slice()).unwrap_or_default();
    world.want(audit.team().iter().map(|member| member.person))?;
    world.want(contacts.iter().map(|contact| contact.person))?;
    let team = audit.team().iter().map(|member| {
        let label = format!(
            "{} – {}",
            name(world, words, member.person)?,
            words.word("TeamRole", member.role.word())
        );
        Ok(Choice::new(member.person.to_string(), label))
    });
    let team: Vec<Choice> = team.collect::<Result<_, Stop>>()?;
    let known = contacts.iter().map(|contact| {
        let label = format!("{} – {}", name(world, words, contact.person)?, contact.function);
        Ok(Choice::new(contact.person.to_string(), label))
    });
    let known: Vec<Choice> = known.collect::<Result<_, Stop>>()?;
    let of_sites = sites.iter().map(|site| Choice::new(site.key.as_str(), site.name.as_str())).collect();
    let mut zones: Vec<&str> = sites.iter().map(|site| site.zone.as_str()).chain(["UTC"]).collect();
    zones.sort_unstable();
    zones.dedup();
    let mut choices = Choices::default();
    for (place, options) in [
        ("/auditors", team),
        ("/contacts", known),
        ("/site", of_sites),
        ("/zone", zones.iter().map(|zone| Choice::new(*zone, *zone)).collect()),
    ] {
        choices.places.insert(place.to_owned(), options);
    }
    let held = plan.map(|plan| plan.sessions().as_slice()).unwrap_or_default();
    let zone = held.last().map(|session| session.zone.as_str()).or_else(|| zones.first().copied());
    Ok(Standing {
        frame: frame(visitor, audit, "plan").under(words.say("audit-tab-plan"), format!("/audits/{id}/plan")),
        plan: plan.map(Plan::id),
        version: plan.map_or(Ok(0), |plan| world.version(Key::of(plan.id())))?,
        // The first version replaces nothing, so that it asks for no reason either.
        is_draft: plan.is_none_or(|plan| matches!(plan.state(), PlanState::Draft)),
        whole: match plan {
            Some(plan) => json!({ "items": plan.items().to_json(), "sessions": plan.sessions().to_json() }),
            None => json!({ "items": [], "sessions": [] }),
        },
        choices,
        zone: zone.unwrap_or("UTC").to_owned(),
    })
}

/// A form being filled in.
struct Filling<'f> {
    visitor: &'f Visitor,
    audit: AuditId,
    part: Part,
    once: String,
    /// Whether a text of the organization fits.
    offer: bool,
}

impl Filling<'_> {
    /// The form again, with what is wrong; `now` is what stands there where it changed meanwhile.
    fn refused(&self, standing: &Standing, typed: &Value, wrong: Vec<Wrong>, now: Value) -> Response {
        let words = &self.visitor.words;
        let mut meanwhile = Vec::new();
        let mut wrong = wrong;
        if !now.is_null() {
            wrong.push(Wrong::whole(words.say("form-meanwhile")));
            let schema = schema(&self.part, standing.is_draft);
            let making = self.making(standing, &[], &[]);
            meanwhile = differing(&making.nodes(&schema, &now), &making.nodes(&schema, typed));
        } else if wrong.is_empty() {
            wrong.push(Wrong::whole(words.say("plan-part-gone")));
        }
        let mut response = html(&self.page(standing, typed, wrong, meanwhile));
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        response
    }

    fn making<'m>(&'m self, standing: &'m Standing, fixed: &'m [String], wrong: &'m [Wrong]) -> Making<'m> {
        Making {
            words: &self.visitor.words,
            choices: &standing.choices,
            fixed,
            wrong,
            open: None,
            fresh: fresh_key,
        }
    }

    fn page(
        &self,
        standing: &Standing,
        value: &Value,
        wrong: Vec<Wrong>,
        meanwhile: Vec<(String, String)>,
    ) -> ChangePage {
        let words = &self.visitor.words;
        let fixed: Vec<String> = match self.part {
            Part::Session(_) => Vec::new(),
            Part::Item(_) => vec!["/item".to_owned()],
        };
        let making = self.making(standing, &fixed, &wrong);
        let mut nodes = making.nodes(&schema(&self.part, standing.is_draft), value);
        if self.offer {
            nodes.iter_mut().for_each(|node| node.offered(&|at| (at == "/text").then_some(())));
        }
        let elsewhere = making.elsewhere(&nodes);
        let found = standing.found(&self.part);
        let title = match &self.part {
            Part::Session(None) => words.say("plan-add-session"),
            Part::Session(Some(_)) => words.say("plan-change-session"),
            Part::Item(item) => checklist::named(words, item),
        };
        let about = match (&self.part, standing.is_draft) {
            (Part::Session(_), true) => words.say("plan-session-about"),
            (Part::Item(_), true) => words.say("plan-item-about"),
            (_, false) => words.say("plan-anew-about"),
        };
        ChangePage {
            frame: Frame { title, ..standing.frame.clone() },
            tabs: tabs(words, self.audit, "plan"),
            audit: self.audit,
            page: self.part.page(),
            n: self.part.name().unwrap_or_default().to_owned(),
            about,
            wrongs: wrong.len(),
            wrong: elsewhere,
            seen: digest(found.map(|(_, now)| now)),
            once: self.once.clone(),
            can_drop: found.is_some() && matches!(self.part, Part::Session(_)),
            nodes,
            fixed,
            meanwhile,
            words: words.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing() -> Standing {
        let words = Words::new(crate::web::words::Language::English, "UTC");
        Standing {
            frame: Frame::outside(&words, ""),
            plan: None,
            version: 3,
            is_draft: true,
            whole: json!({ "items": [], "sessions": [{ "key": "a", "place": "1" }, { "key": "b", "place": "2" }] }),
            choices: Choices::default(),
            zone: "UTC".to_owned(),
        }
    }

    #[test]
    fn one_session_changes_and_the_others_stay() {
        let standing = standing();
        let part = |key: Option<&str>| Part::Session(key.map(str::to_owned));
        let (whole, place) = changed(&standing, &part(Some("b")), Some(&json!({ "key": "z", "place": "3" })));
        assert_eq!((whole["sessions"][1].clone(), place), (json!({ "key": "b", "place": "3" }), 1));
        let (whole, place) = changed(&standing, &part(None), Some(&json!({ "key": "c" })));
        assert_eq!((whole["sessions"][2].clone(), place), (json!({ "key": "c" }), 2));
        let (whole, _) = changed(&standing, &part(Some("a")), None);
        assert_eq!(whole["sessions"], json!([{ "key": "b", "place": "2" }]));
        let (whole, _) = changed(&standing, &part(Some("gone")), None);
        assert_eq!(whole["sessions"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn what_is_wrong_with_the_part_stands_beside_its_field() {
        assert_eq!(within("/sessions/3/end", "/sessions/3"), "/end");
        assert_eq!(within("/sessions/3", "/sessions/3"), "");
        assert_eq!(within("/sessions/33/end", "/sessions/3"), "");
        assert_eq!(within("/reason", "/sessions/3"), "/reason");
    }

    #[test]
    fn a_new_version_asks_for_its_reason() {
        let part = Part::Session(None);
        assert!(schema(&part, true).pointer("/properties/reason").is_none());
        let schema = schema(&part, false);
        assert_eq!(schema.pointer("/properties/reason/type"), Some(&json!("string")));
        assert!(schema["required"].as_array().unwrap().contains(&json!("reason")));
    }
}
