//! Who audits what in a programme, and when: what its records say as a form, with what they lack, and the plan that the method `assign`
//! makes of it. Nobody is appointed by it: whoever manages the programme puts the result on record and appoints.

mod answer;
mod more;

use std::collections::BTreeMap;

use askama::Template;
use assize_domain::kernel::datum::{Datum, Problem, read_json};
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::text::Text;
use assize_domain::kernel::time::Date;
use assize_domain::programme::Programme;
use assize_domain::words::AuditMethod;
use assize_methods::assign::gather::{Gathered, Lack};
use assize_methods::assign::{AssignmentProblem, solve};
use assize_methods::{Method, Outcome};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use self::answer::{Planned, Texts, texts};
use super::{Head, frame};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::gathered::gathered;
use crate::methods::{GATHERED, Place, recorded};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::id;
use crate::web::act::{NotDone, back_from, given, nonce};
use crate::web::form::{Choice, Node, Posted, Wrong, spoken};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::href;
use crate::web::visitor::Visitor;
use crate::web::words::{Words, cents_of};

/// How many audits and how many people the form has; a larger programme is assigned from JSON.
const AUDITS_MAX: usize = 60;
const PEOPLE_MAX: usize = 150;
/// How many of those whom something lacks are named.
const NAMED_MAX: usize = 8;

/// An audit to be staffed and dated.
struct AuditRow {
    id: String,
    title: String,
    from: String,
    to: String,
    days: String,
    team: String,
    method: String,
    /// Where it is, as the journeys name it; several places with commas between.
    place: String,
    /// Those who are appointed already.
    fixed: String,
    problems: Vec<String>,
}

/// Somebody who may be assigned.
struct PersonRow {
    id: String,
    name: String,
    roles: String,
    is_in: bool,
    rate: String,
    most: String,
    problems: Vec<String>,
}

/// Something that the records lack, or that was left out.
struct Lacking {
    what: String,
    taken: String,
    of: String,
}

#[derive(Template)]
#[template(path = "programme_staffing.html")]
struct StaffingPage {
    frame: Frame,
    words: Words,
    head: Head,
    id: ProgrammeId,
    /// Why there is nothing to assign.
    nothing: Vec<String>,
    audits: Vec<AuditRow>,
    people: Vec<PersonRow>,
    methods: Vec<Choice>,
    holidays: String,
    /// Journeys, rotation and weights, and whether somebody works on them.
    more: Vec<Node>,
    more_open: bool,
    remark: String,
    lacking: Vec<Lacking>,
    /// Whether there is more than the form holds.
    too_many: bool,
    wrongs: usize,
    wrong: Vec<Wrong>,
    planned: Option<Planned>,
    once: String,
}

/// `GET /programmes/{id}/staffing`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    answer(&app, &visitor, id(&programme)?, None).await
}

/// `POST /programmes/{id}/staffing`: reckons with what was typed, and puts it on record where that was asked.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    answer(&app, &visitor, id(&programme)?, Some(&posted)).await
}

async fn answer(
    app: &App,
    visitor: &Visitor,
    programme: ProgrammeId,
    posted: Option<&Posted>,
) -> Result<Response, Fault> {
    let words = &visitor.words;
    let record = app.store.ask(|world| world.get::<Programme>(programme).cloned()).await;
    let record = record.map_err(Fault::unanswered)?;
    let (mut inputs, mut gathered) = match gathered(&app.store, programme, &json!({})).await? {
        Ok(found) => found,
        Err(problems) => {
            let said = |problem: &Problem| Wrong::of(words, problem.clone()).said(words);
            let nothing = problems.iter().map(said).collect();
            return Ok(html(&Showing { visitor, record: &record, posted }.nothing(nothing)));
        }
    };
    let mut wrong = Vec::new();
    let held = more::held(&gathered.problem, posted, words);
    if let Some(posted) = posted {
        let typed = Typed { posted, words };
        let mut given = typed.given(&inputs, &mut wrong);
        let (travel, policy) = more::given(&gathered.problem, &held);
        lay(&mut given, travel, policy);
        inputs = gathered.with(&given);
        typed.leave_out(&mut inputs);
    }
    // A row more or less is no question yet.
    let is_asked = posted.is_some_and(|posted| posted.filled("rows").is_none());
    let mut once = posted.and_then(|posted| posted.filled("once")).map_or_else(nonce, str::to_owned);
    let mut outcome = None;
    if is_asked && wrong.is_empty() {
        match carried_out(app, inputs.clone()).await? {
            Ok(found) => outcome = Some(found),
            Err(problems) => {
                wrong.extend(problems.into_iter().map(|problem| at_control(words, &inputs, problem)))
            }
        }
    }
    if let (Some((method, outcome, _)), Some(posted)) = (&outcome, posted)
        && posted.filled("record").is_some()
    {
        let remark = posted.filled("remark").and_then(|text| text.parse::<Text>().ok());
        let place = Place { programme: Some(programme), remark, ..Place::default() };
        let said = recorded(method, &inputs, outcome, &place);
        match given(app, visitor, "method.record", &said, None, (&once, &said.to_string())).await {
            Ok(done) => {
                let to = done.subject().map_or_else(|| format!("/programmes/{programme}/plan"), href);
                return Ok(back_from(&to, "method.record", &done));
            }
            Err(NotDone::Wrong(refused)) => wrong.extend(refused),
            Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
                once = nonce();
                wrong.push(Wrong::whole(words.say("form-sent-before")));
            }
            Err(NotDone::Fault(fault)) => return Err(fault),
        }
    }
    let planned = outcome.map(|(_, outcome, texts)| Planned::of(words, &outcome, &gathered.names, &texts));
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let showing = Showing { visitor, record: &record, posted };
    let page = StaffingPage { once, planned, ..showing.form(&inputs, &gathered, &held, wrong) };
    Ok((status, html(&page)).into_response())
}

/// Puts journeys and what the policy gains to what is given besides.
fn lay(given: &mut Value, travel: Option<Value>, policy: Map<String, Value>) {
    let Some(given) = given.as_object_mut() else { return };
    given.extend(travel.map(|travel| ("travel".to_owned(), travel)));
    if !policy.is_empty()
        && let Value::Object(held) = given.entry("policy").or_insert_with(|| json!({}))
    {
        held.extend(policy);
    }
}

/// What came out, and every text in it by its English, so that it can be said in another language.
type Done = (&'static Method, Outcome, Texts);

async fn carried_out(app: &App, inputs: Value) -> Result<Result<Done, Vec<Problem>>, Fault> {
    let method = Method::named(GATHERED).ok_or_else(|| Fault::internal("there is no method to assign by"))?;
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let solved = tokio::task::spawn_blocking(move || {
        let problem: AssignmentProblem = read_json(&inputs)?;
        let answer = solve(&problem, &mut || true)?;
        Ok((answer.to_outcome(&problem), texts(&answer)))
    });
    let done = solved.await.map_err(Fault::internal)?;
    Ok(done.map(|(outcome, texts)| (method, outcome, texts)))
}

/// What was typed over what the records say.
struct Typed<'t> {
    posted: &'t Posted,
    words: &'t Words,
}

impl Typed<'_> {
    /// What differs from what was gathered, as the method takes it.
    fn given(&self, gathered: &Value, wrong: &mut Vec<Wrong>) -> Value {
        let mut audits = Vec::new();
        for audit in rows(gathered, "audits") {
            let id = text(audit, "id");
            let mut row = Map::new();
            let mut window = Map::new();
            for (name, field) in [("from", "from"), ("to", "to")] {
                let held = audit.pointer(&format!("/window/{field}")).cloned().unwrap_or_default();
                let typed = self.typed::<Date>(&format!("audit/{id}/{name}"), wrong);
                let value = typed.map_or_else(|| held.clone(), |date| json!(date.to_string()));
                window.insert(field.to_owned(), value);
            }
            let window = Value::Object(window);
            if audit.get("window") != Some(&window) {
                row.insert("window".to_owned(), window);
            }
            for (name, field) in [("days", "days"), ("team", "team_size")] {
                if let Some(number) = self.typed::<u8>(&format!("audit/{id}/{name}"), wrong) {
                    put_changed(&mut row, audit, field, json!(number));
                }
            }
            let places: Vec<&str> = self
                .posted
                .one(&format!("audit/{id}/place"))
                .into_iter()
                .flat_map(|places| places.split(','))
                .map(str::trim)
                .filter(|place| !place.is_empty())
                .collect();
            if !places.is_empty() {
                let sites: Vec<Value> = places.iter().map(|place| json!({ "place": place })).collect();
                put_changed(&mut row, audit, "sites", json!(sites));
            }
            if let Some(method) = self.typed::<AuditMethod>(&format!("audit/{id}/method"), wrong) {
                put_changed(&mut row, audit, "method", json!(method.word()));
            }
            push_changed(&mut audits, row, &id);
        }
        let mut people = Vec::new();
        for person in rows(gathered, "auditors") {
            let id = text(person, "id");
            let mut row = Map::new();
            if let Some(cents) = self.cents(&format!("person/{id}/rate"), wrong) {
                put_changed(&mut row, person, "day_rate_cents", json!(cents));
            }
            if let Some(days) = self.typed::<u16>(&format!("person/{id}/most"), wrong) {
                put_changed(&mut row, person, "days_max", json!(days));
            }
            push_changed(&mut people, row, &id);
        }
        let mut given = json!({ "audits": audits, "auditors": people });
        let holidays = self.holidays(wrong);
        if let (false, Some(given)) = (holidays.is_empty(), given.as_object_mut()) {
            given.insert("policy".to_owned(), json!({ "holidays": holidays }));
        }
        given
    }

    /// Takes out whoever is not to be assigned.
    fn leave_out(&self, inputs: &mut Value) {
        if let Some(people) = inputs.get_mut("auditors").and_then(Value::as_array_mut) {
            people
                .retain(|person| self.posted.filled(&format!("person/{}/in", text(person, "id"))).is_some());
        }
    }

    /// What was typed in a control, if anything; one that cannot be read is wrong.
    fn typed<T: std::str::FromStr>(&self, control: &str, wrong: &mut Vec<Wrong>) -> Option<T> {
        let text = self.posted.filled(control)?;
        let value = text.parse().ok();
        if value.is_none() {
            wrong.push(self.unread(control, text));
        }
        value
    }

    fn unread(&self, control: &str, text: &str) -> Wrong {
        Wrong { at: control.to_owned(), ..Wrong::whole(self.words.with("staffing-unread", "text", text)) }
    }

    /// An amount of money, in cents.
    fn cents(&self, control: &str, wrong: &mut Vec<Wrong>) -> Option<u32> {
        let text = self.posted.filled(control)?;
        let cents = cents_of(text).and_then(|cents| u32::try_from(cents).ok());
        if cents.is_none() {
            wrong.push(Wrong { hint: self.words.say("form-amount-hint"), ..self.unread(control, text) });
        }
        cents
    }

    fn holidays(&self, wrong: &mut Vec<Wrong>) -> Vec<String> {
        let mut days = Vec::new();
        for line in self.posted.one("holidays").unwrap_or_default().split([',', '\n', ' ']) {
            match line.trim() {
                "" => {}
                day => match day.parse::<Date>() {
                    Ok(date) => days.push(date.to_string()),
                    Err(_) => wrong.push(self.unread("holidays", day)),
                },
            }
        }
        days
    }
}

fn put_changed(row: &mut Map<String, Value>, held: &Value, field: &str, value: Value) {
    if held.get(field) != Some(&value) {
        row.insert(field.to_owned(), value);
    }
}

fn push_changed(rows: &mut Vec<Value>, mut row: Map<String, Value>, id: &str) {
    if !row.is_empty() {
        row.insert("id".to_owned(), json!(id));
        rows.push(Value::Object(row));
    }
}

fn rows<'v>(problem: &'v Value, list: &str) -> &'v [Value] {
    problem.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text(of: &Value, field: &str) -> String {
    of.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A problem that the method finds, at the control whose value it is about.
fn at_control(words: &Words, inputs: &Value, problem: Problem) -> Wrong {
    let parts: Vec<&str> = problem.at.split('/').skip(1).collect();
    let control = match parts.as_slice() {
        [list @ ("audits" | "auditors"), row, field, rest @ ..] => {
            let row = row.parse::<usize>().ok().and_then(|row| rows(inputs, list).get(row));
            row.and_then(|row| control_of(list, &text(row, "id"), field, rest))
        }
        ["policy", "holidays", ..] => Some("holidays".to_owned()),
        _ => more::within(&problem.at),
    };
    Wrong { at: control.unwrap_or_else(|| problem.at.clone()), ..Wrong::of(words, problem) }
}

fn control_of(list: &str, id: &str, field: &str, rest: &[&str]) -> Option<String> {
    let control = match (list, field, rest) {
        ("audits", "window", ["to", ..]) => "to",
        ("audits", "window", _) => "from",
        ("audits", "days", _) => "days",
        ("audits", "team_size", _) => "team",
        ("audits", "method", _) => "method",
        ("audits", "sites", _) => "place",
        ("auditors", "day_rate_cents", _) => "rate",
        ("auditors", "days_max", _) => "most",
        _ => return None,
    };
    let of = if list == "audits" { "audit" } else { "person" };
    Some(format!("{of}/{id}/{control}"))
}

struct Showing<'s> {
    visitor: &'s Visitor,
    record: &'s Programme,
    posted: Option<&'s Posted>,
}

impl Showing<'_> {
    fn words(&self) -> &Words {
        &self.visitor.words
    }

    fn nothing(&self, nothing: Vec<String>) -> StaffingPage {
        let words = self.words();
        let id = self.record.id();
        let back = format!("/programmes/{id}/plan");
        StaffingPage {
            frame: frame(self.visitor, self.record, Some("staffing")),
            words: words.clone(),
            head: Head::of(words, self.record, "/plan", &back),
            id,
            nothing,
            audits: Vec::new(),
            people: Vec::new(),
            methods: AuditMethod::WORDS
                .iter()
                .map(|word| Choice::new(*word, words.word("AuditMethod", word)))
                .collect(),
            holidays: self.typed("holidays").unwrap_or_default(),
            more: Vec::new(),
            more_open: false,
            remark: self.typed("remark").unwrap_or_default(),
            lacking: Vec::new(),
            too_many: false,
            wrongs: 0,
            wrong: Vec::new(),
            planned: None,
            once: String::new(),
        }
    }

    fn form(&self, inputs: &Value, gathered: &Gathered, held: &Value, wrong: Vec<Wrong>) -> StaffingPage {
        let words = self.words();
        let names = &gathered.names;
        let base = self.nothing(Vec::new());
        // Whoever was left out stays in the form, to be taken in again.
        let people: Vec<Value> = gathered.problem.auditors.iter().map(Datum::to_json).collect();
        let audits = rows(inputs, "audits");
        let lack = |lack: &Lack| Lacking {
            what: spoken(words, &lack.what),
            taken: spoken(words, &lack.taken),
            of: named(words, &lack.of, names),
        };
        let more = more::nodes(words, held, &wrong);
        let in_more =
            |at: &str| ["/journeys", "/rotation", "/weights"].iter().any(|field| at.starts_with(field));
        let more_open = wrong.iter().any(|wrong| in_more(&wrong.at))
            || held.get("journeys").is_some()
            || self.posted.is_some_and(|posted| posted.filled("rows").is_some());
        let controls: Vec<String> = wrong.iter().map(|wrong| wrong.at.clone()).collect();
        let has_control = |at: &str| {
            at.starts_with("audit/") || at.starts_with("person/") || at == "holidays" || in_more(at)
        };
        StaffingPage {
            audits: audits.iter().take(AUDITS_MAX).map(|audit| self.audit(audit, names, &wrong)).collect(),
            people: people.iter().take(PEOPLE_MAX).map(|person| self.person(person, names, &wrong)).collect(),
            lacking: gathered.lacking.iter().map(lack).collect(),
            too_many: audits.len() > AUDITS_MAX || people.len() > PEOPLE_MAX,
            more,
            more_open,
            wrongs: controls.len(),
            wrong: wrong
                .into_iter()
                .filter(|wrong| wrong.at == "holidays" || !has_control(&wrong.at))
                .collect(),
            ..base
        }
    }

    /// What was typed in a control.
    fn typed(&self, control: &str) -> Option<String> {
        self.posted.and_then(|posted| posted.one(control)).map(str::to_owned)
    }

    fn audit(&self, audit: &Value, names: &BTreeMap<String, String>, wrong: &[Wrong]) -> AuditRow {
        let words = self.words();
        let id = text(audit, "id");
        let control = |name: &str| format!("audit/{id}/{name}");
        let number = |field: &str| audit.get(field).and_then(Value::as_u64).unwrap_or_default().to_string();
        let window = |field: &str| {
            audit.pointer(&format!("/window/{field}")).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let fixed = audit.pointer("/fixed/members").and_then(Value::as_array);
        let fixed = fixed.into_iter().flatten().map(|seat| {
            let name = names.get(&text(seat, "auditor")).cloned().unwrap_or_default();
            format!("{name} ({})", words.word("TeamRole", &text(seat, "role")))
        });
        AuditRow {
            title: names.get(&id).cloned().unwrap_or_else(|| id.clone()),
            from: self.typed(&control("from")).unwrap_or_else(|| window("from")),
            to: self.typed(&control("to")).unwrap_or_else(|| window("to")),
            days: self.typed(&control("days")).unwrap_or_else(|| number("days")),
            team: self.typed(&control("team")).unwrap_or_else(|| number("team_size")),
            method: self.typed(&control("method")).unwrap_or_else(|| text(audit, "method")),
            place: self.typed(&control("place")).unwrap_or_default(),
            fixed: fixed.collect::<Vec<_>>().join(", "),
            problems: said_at(words, wrong, &format!("audit/{id}/")),
            id,
        }
    }

    fn person(&self, person: &Value, names: &BTreeMap<String, String>, wrong: &[Wrong]) -> PersonRow {
        let words = self.words();
        let id = text(person, "id");
        let control = |name: &str| format!("person/{id}/{name}");
        let roles = rows(person, "roles").iter().filter_map(Value::as_str);
        let roles: Vec<String> = roles.map(|role| words.word("TeamRole", role)).collect();
        PersonRow {
            name: names.get(&id).cloned().unwrap_or_else(|| id.clone()),
            roles: roles.join(", "),
            is_in: self.posted.is_none_or(|posted| posted.filled(&control("in")).is_some()),
            rate: self.typed(&control("rate")).unwrap_or_else(|| money(words, person)),
            most: self.typed(&control("most")).unwrap_or_else(|| days_most(person)),
            problems: said_at(words, wrong, &format!("person/{id}/")),
            id,
        }
    }
}

/// The daily rate that the records have of somebody.
fn money(words: &Words, person: &Value) -> String {
    match person.get("day_rate_cents").and_then(Value::as_u64) {
        None | Some(0) => String::new(),
        Some(cents) => words.amount(cents),
    }
}

/// The most days that the records have of somebody.
fn days_most(person: &Value) -> String {
    person.get("days_max").and_then(Value::as_u64).map(|days| days.to_string()).unwrap_or_default()
}

fn said_at(words: &Words, wrong: &[Wrong], below: &str) -> Vec<String> {
    wrong.iter().filter(|wrong| wrong.at.starts_with(below)).map(|wrong| wrong.said(words)).collect()
}

/// The first of some records by their names, and how many more there are.
fn named(words: &Words, ids: &[String], names: &BTreeMap<String, String>) -> String {
    let name = |id: &String| names.get(id).cloned().unwrap_or_else(|| id.clone());
    let first = ids.iter().take(NAMED_MAX).map(name).collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(NAMED_MAX) {
        0 => first,
        more => words.with2("staffing-and-more", "names", first, "count", more),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    fn given(fields: &[(&str, &str)]) -> (Value, Vec<Wrong>) {
        let mut posted = Posted::default();
        fields.iter().for_each(|(name, value)| posted.add(*name, *value));
        let words = Words::new(Language::German, "UTC");
        let gathered = json!({ "audits": [{ "id": "a", "days": 3, "team_size": 2, "method": "on_site",
            "window": { "from": "2026-03-02", "to": "2026-03-20" } }], "auditors": [{ "id": "p", "day_rate_cents": 0 }] });
        let mut wrong = Vec::new();
        let given = Typed { posted: &posted, words: &words }.given(&gathered, &mut wrong);
        (given, wrong)
    }

    #[test]
    fn only_what_was_changed_is_laid_over_what_was_gathered() {
        let same = [("audit/a/days", "3"), ("audit/a/from", "2026-03-02"), ("audit/a/method", "on_site")];
        assert_eq!(given(&same), (json!({ "audits": [], "auditors": [] }), vec![]));
        let (changed, wrong) = given(&[
            ("audit/a/days", "2"),
            ("audit/a/to", "2026-03-13"),
            ("person/p/rate", "850,5"),
            ("holidays", "2026-03-06\n2026-03-09"),
        ]);
        let audit = json!({ "id": "a", "days": 2, "window": { "from": "2026-03-02", "to": "2026-03-13" } });
        assert_eq!((changed["audits"].clone(), wrong), (json!([audit]), vec![]));
        assert_eq!(changed["auditors"], json!([{ "id": "p", "day_rate_cents": 85_050 }]));
        assert_eq!(changed["policy"]["holidays"], json!(["2026-03-06", "2026-03-09"]));
    }

    #[test]
    fn a_rate_of_the_register_is_shown_as_it_is_typed() {
        let shown = |language, cents: u32| {
            money(&Words::new(language, "UTC"), &json!({ "id": "p", "day_rate_cents": cents }))
        };
        assert_eq!(shown(Language::German, 85_050), "850,50");
        assert_eq!(
            (shown(Language::English, 90_005), shown(Language::English, 0)),
            ("900.05".to_owned(), String::new())
        );
    }

    #[test]
    fn what_cannot_be_read_is_wrong_at_its_control() {
        let fields = [("audit/a/team", "many"), ("person/p/rate", "8.123"), ("holidays", "Easter")];
        let (_, wrong) = given(&fields);
        let places: Vec<&str> = wrong.iter().map(|wrong| wrong.at.as_str()).collect();
        assert_eq!(places, ["audit/a/team", "person/p/rate", "holidays"]);
        assert!(wrong[1].hint.contains("850,50"), "{}", wrong[1].hint);
    }

    #[test]
    fn what_the_method_finds_wrong_stands_at_its_control() {
        let words = Words::new(Language::English, "UTC");
        let inputs = json!({ "audits": [{ "id": "a" }, { "id": "b" }], "auditors": [{ "id": "p" }] });
        let at = |at: &str| at_control(&words, &inputs, Problem::new(at, "wrong", "mend it")).at;
        assert_eq!(at("/audits/1/window/to"), "audit/b/to");
        assert_eq!(at("/audits/0/team_size"), "audit/a/team");
        assert_eq!(at("/auditors/0/days_max"), "person/p/most");
        assert_eq!(at("/auditors/7/days_max"), "/auditors/7/days_max");
        assert_eq!(at("/policy/holidays/3"), "holidays");
    }
}
