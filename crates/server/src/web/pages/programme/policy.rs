//! The policy of a programme in its parts: what each figure is, what a house begins with, the clause that asks for it, and a form for
//! each part. A change is a revision of the programme with its reason, once it is established.

use askama::Template;
use assize_domain::Command;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::said::say;
use assize_domain::policy::{Bar, CompetenceCriterion, Grade, Policy, Rotation};
use assize_domain::programme::{Programme, ProgrammeState};
use assize_domain::words::{AuditType, CredentialKind};
use assize_domain::{AnyRecord, Key};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};

use super::{Head, edit_command, frame};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::problem::{Fault, KEY_REUSED};
use crate::query::{id, short};
use crate::web::act::{NotDone, back_from, fresh_key, given, nonce, with_rows};
use crate::web::choices::prefilled;
use crate::web::form::{Choices, Control, Making, Node, Posted, Reader, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::findings::{grade_label, grade_meaning};
use crate::web::visitor::Visitor;
use crate::web::words::{IntoWord as _, Words};

/// A part of the policy.
struct Part {
    /// Its name in the address and in the key of its words.
    name: &'static str,
    /// The fields of the policy that are in it.
    fields: &'static [&'static str],
    /// The clause that asks for it.
    clause: &'static str,
}

/// The parts, in the order of an audit's life.
const PARTS: [Part; 7] = [
    Part {
        name: "grades",
        fields: &["grades"],
        clause: "ISO 19011:2018 6.4.8, 6.7; ISO/IEC 17021-1:2015 3.12, 3.13, 9.5.2",
    },
    Part {
        name: "times",
        fields: &["report_due_days", "retention_days", "short_notice"],
        clause: "ISO 19011:2018 6.5.2, 6.6; ISO/IEC 17021-1:2015 9.9.4, 9.6.4.2",
    },
    Part {
        name: "competence",
        fields: &["competence"],
        clause: "ISO 19011:2018 7.2; ISO/IEC 27007:2020 7.2",
    },
    Part { name: "cooling", fields: &["bars"], clause: "ISO 19011:2018 4 e); ISO/IEC 17021-1:2015 5.2" },
    Part { name: "rotation", fields: &["rotation"], clause: "ISO 19011:2018 5.5.4" },
    Part {
        name: "complaints",
        fields: &["complaint_acknowledge_days", "complaint_decide_days"],
        clause: "ISO/IEC 17021-1:2015 9.7, 9.8",
    },
    Part { name: "cycle", fields: &["cycle"], clause: "ISO/IEC 17021-1:2015 9.1.3, 9.5.3.2, 9.6" },
];

/// The fields that may be empty.
const MAY_BE_EMPTY: [&str; 3] = ["short_notice", "rotation", "competence"];
/// The fields whose rows are added and taken away in their forms.
const ROWS: [&str; 3] = ["grades", "rotation", "competence"];

/// The clause of a single figure, where it is one of its own.
const CLAUSES: [(&str, &str); 9] = [
    ("report_due_days", "ISO 19011:2018 6.5.2"),
    ("retention_days", "ISO 19011:2018 6.6; ISO/IEC 17021-1:2015 9.9.4"),
    ("complaint_acknowledge_days", "ISO/IEC 17021-1:2015 9.8"),
    ("complaint_decide_days", "ISO/IEC 17021-1:2015 9.8"),
    ("cycle_months", "ISO/IEC 17021-1:2015 9.1.3"),
    ("first_surveillance_months", "ISO/IEC 17021-1:2015 9.6.2.2"),
    ("restore_months", "ISO/IEC 17021-1:2015 9.6.3.2.5"),
    ("suspension_months", "ISO/IEC 17021-1:2015 9.6.5"),
    ("major_verification_months", "ISO/IEC 17021-1:2015 9.5.3.2"),
];

/// The sources of the bars that a house begins with, as the law has them, each with the message that says it.
const SOURCES: [(&str, &str); 6] = [
    ("ISO/IEC 17021-1:2015 5.2: two years after consultancy and internal audits", "policy-source-two-years"),
    (
        "ISO/IEC 17021-1:2015 5.2; two years by house policy, as after consultancy",
        "policy-source-as-two-years",
    ),
    ("ISO 19011:2018 4 e); two years by house policy, as in certification", "policy-source-second-party"),
    ("ISO 19011:2018 4 e), ISO/IEC 27001:2022 9.2.2; one year by house policy", "policy-source-first-party"),
    ("ISO 19011:2018 4 e): nobody audits their own work; one year by house policy", "policy-source-own-work"),
    ("ISO 19011:2018 4 e); while it lasts, by house policy", "policy-source-while-it-lasts"),
];

fn clause_of(field: &str) -> Option<&'static str> {
    CLAUSES.iter().find(|(name, _)| *name == field).map(|(_, clause)| *clause)
}

/// A figure beside what a house begins with.
struct Figure {
    label: String,
    value: String,
    /// What a house begins with, where it differs.
    usual: Option<String>,
    clause: String,
}

/// A part as it is shown.
struct Shown {
    name: &'static str,
    title: String,
    about: String,
    clause: &'static str,
    figures: Vec<Figure>,
}

#[derive(Template)]
#[template(path = "programme_policy.html")]
struct PolicyPage {
    frame: Frame,
    words: Words,
    head: Head,
    id: ProgrammeId,
    parts: Vec<Shown>,
    /// Whether it can be changed: a closed programme cannot.
    is_open: bool,
    whole: Option<String>,
}

impl PolicyPage {
    /// The heading of the last column: where a rule comes from, or what a grade means.
    fn head_source(&self, part: &str) -> String {
        if part == "grades" { self.words.field("Grade", "meaning") } else { self.words.say("policy-source") }
    }
}

#[derive(Template)]
#[template(path = "programme_policy_part.html")]
struct PartPage {
    frame: Frame,
    words: Words,
    head: Head,
    id: ProgrammeId,
    part: &'static str,
    about: String,
    clause: &'static str,
    nodes: Vec<Node>,
    wrongs: usize,
    wrong: Vec<Wrong>,
    version: i64,
    once: String,
}

impl PartPage {
    fn title_key(&self) -> String {
        format!("policy-{}", self.part)
    }
}

/// `GET /programmes/{id}/policy`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    let (programme, _) = programme_of(&app, &programme).await?;
    let words = &visitor.words;
    let id = programme.id();
    let edit = edit_command(programme.state());
    let back = format!("/programmes/{id}/policy");
    let mut head = Head::of(words, &programme, "/policy", &back);
    head.open_to(&visitor.asker).await?;
    let whole =
        edit.map(|command| crate::web::pages::act_href(command, &[("programme", &id.to_string())], &back));
    let whole = visitor.asker.open_way(whole).await?;
    Ok(html(&PolicyPage {
        frame: frame(&visitor, &programme, Some("policy")),
        head,
        id,
        parts: PARTS.iter().map(|part| shown(words, part, programme.policy())).collect(),
        is_open: whole.is_some(),
        whole,
        words: words.clone(),
    }))
}

/// `GET /programmes/{id}/policy/{part}`.
pub(crate) async fn part(
    State(app): State<App>,
    visitor: Visitor,
    Path((programme, part)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let part = part_named(&part)?;
    let (programme, version) = programme_of(&app, &programme).await?;
    let filling =
        Filling { visitor: &visitor, part, programme: &programme, version, once: nonce(), open: None };
    Ok(html(&filling.page(&part.value(programme.policy()), Vec::new())))
}

/// `POST /programmes/{id}/policy/{part}`.
pub(crate) async fn change(
    State(app): State<App>,
    visitor: Visitor,
    Path((programme, part)): Path<(String, String)>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let part = part_named(&part)?;
    let (programme, now) = programme_of(&app, &programme).await?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let words = &visitor.words;
    let version = posted.filled("version").and_then(|version| version.parse().ok()).unwrap_or(now);
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    let open = posted.opened().map(str::to_owned);
    let mut filling = Filling { visitor: &visitor, part, programme: &programme, version, once, open };
    let reader = Reader { posted: &posted, language: words.language, zone: words.zone().clone() };
    let typed = reader.value(&filling.schema(), "").unwrap_or_else(|| json!({}));
    if let Some(rows) = posted.filled("rows").filter(|rows| is_row(rows)) {
        return Ok(html(&filling.page(&with_rows(typed, rows), Vec::new())));
    }
    let (name, body) = filling.command(&typed)?;
    let said = format!("{version} {body}");
    let wrong = match given(&app, &visitor, name, &body, Some(version), (&filling.once, &said)).await {
        Ok(done) => {
            return Ok(back_from(&format!("/programmes/{}/policy", programme.id()), name, &done));
        }
        Err(NotDone::Wrong(wrong)) => wrong,
        Err(NotDone::Fault(fault)) if fault.kind == &KEY_REUSED => {
            filling.once = nonce();
            vec![Wrong::whole(words.say("form-sent-before"))]
        }
        Err(NotDone::Fault(fault)) => return Err(fault),
    };
    // Sent once more, it is sent on what stands now.
    filling.version = now;
    let wrong = wrong.into_iter().map(|wrong| Wrong { at: part.within(&wrong.at), ..wrong }).collect();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&filling.page(&typed, wrong))).into_response())
}

/// Whether a row of one of the lists is added, taken away or opened.
fn is_row(what: &str) -> bool {
    ROWS.iter().any(|list| {
        let dropped = ["drop:/", "open:/"]
            .iter()
            .find_map(|verb| what.strip_prefix(verb))
            .and_then(|rest| rest.strip_prefix(list)?.strip_prefix('/'));
        what == format!("add:/{list}") || dropped.is_some_and(|row| row.parse::<usize>().is_ok())
    })
}

fn part_named(name: &str) -> Result<&'static Part, Fault> {
    let found = PARTS.iter().find(|part| part.name == name);
    found.ok_or_else(|| Fault::not_found(say!("a policy has no part `{name}`", name = short(name))))
}

async fn programme_of(app: &App, text: &str) -> Result<(Programme, i64), Fault> {
    let programme: ProgrammeId = id(text)?;
    let missing = || Fault::not_found(say!("no programme has the id `{programme}`", programme));
    let found = app.store.record(Key::of(programme)).await?.ok_or_else(missing)?;
    match found.record {
        AnyRecord::Programme(record) => Ok((*record, found.version)),
        _ => Err(missing()),
    }
}

impl Part {
    /// What the form of the part holds. Of the bars, the months alone: by their places in the policy.
    fn value(&self, policy: &Policy) -> Value {
        if self.name == "cooling" {
            let months = policy.bars.iter().enumerate();
            return Value::Object(
                months.map(|(n, bar)| (n.to_string(), json!(bar.cooling_months))).collect(),
            );
        }
        let whole = policy.to_json();
        let held =
            self.fields.iter().filter_map(|field| Some(((*field).to_owned(), whole.get(*field)?.clone())));
        Value::Object(held.collect())
    }

    /// The policy with what the form says of the part.
    fn laid_into(&self, policy: &Policy, typed: &Value) -> Value {
        let mut whole = policy.to_json();
        if self.name == "cooling" {
            for (n, bar) in
                whole.get_mut("bars").and_then(Value::as_array_mut).into_iter().flatten().enumerate()
            {
                if let (Some(bar), Some(months)) = (bar.as_object_mut(), typed.get(n.to_string())) {
                    bar.insert("cooling_months".to_owned(), months.clone());
                }
            }
            return whole;
        }
        if let Some(whole) = whole.as_object_mut() {
            for field in self.fields {
                // What was emptied is missing, and said to be.
                match typed.get(*field) {
                    Some(value) => whole.insert((*field).to_owned(), value.clone()),
                    None if MAY_BE_EMPTY.contains(field) => whole.insert((*field).to_owned(), json!([])),
                    None => whole.remove(*field),
                };
            }
        }
        whole
    }

    /// A place in the command as a place in the form of the part.
    fn within(&self, at: &str) -> String {
        let Some(inner) = at.strip_prefix("/text/policy") else {
            return if at == "/reason" || at == "/what" { at.to_owned() } else { String::new() };
        };
        match inner.strip_prefix("/bars/").and_then(|rest| rest.split('/').next()) {
            Some(bar) if self.name == "cooling" => format!("/{bar}"),
            _ => inner.to_owned(),
        }
    }
}

struct Filling<'f> {
    visitor: &'f Visitor,
    part: &'static Part,
    programme: &'f Programme,
    version: i64,
    once: String,
    /// The row of a long list that is to be changed.
    open: Option<String>,
}

impl Filling<'_> {
    /// What the form asks for: the fields of the part, and what changed and why where the programme is established.
    fn schema(&self) -> Value {
        let of = |command: &str, pointer: &str| {
            Command::schema(command).and_then(|schema| schema.pointer(pointer).cloned()).unwrap_or_default()
        };
        let policy = of("programme.edit", "/properties/text/properties/policy");
        let mut properties = Map::new();
        let mut order: Vec<Value> = Vec::new();
        let fields: Vec<(String, Value)> = if self.part.name == "cooling" {
            let bars = self.programme.policy().bars.len();
            let months = policy.pointer("/properties/bars/items/properties/cooling_months").cloned();
            let months = months.unwrap_or_default();
            (0..bars).map(|n| (n.to_string(), months.clone())).collect()
        } else {
            let field = |name: &&str| {
                (
                    (*name).to_owned(),
                    policy.pointer(&format!("/properties/{name}")).cloned().unwrap_or_default(),
                )
            };
            self.part.fields.iter().map(field).collect()
        };
        for (name, schema) in fields {
            order.push(json!(name));
            properties.insert(name, schema);
        }
        let mut required = order.clone();
        required.retain(|name| !MAY_BE_EMPTY.iter().any(|empty| name == empty));
        if !matches!(self.programme.state(), ProgrammeState::Draft) {
            for name in ["what", "reason"] {
                properties.insert(name.to_owned(), of("programme.revise", &format!("/properties/{name}")));
                order.push(json!(name));
                required.push(json!(name));
            }
        }
        json!({ "type": "object", "title": "Policy", "properties": properties, "required": required, "x-order": order })
    }

    /// The command that follows: a draft is written anew, and what is established revised.
    fn command(&self, typed: &Value) -> Result<(&'static str, Value), Fault> {
        let Some(name) = edit_command(self.programme.state()) else {
            return Err(Fault::not_found("the programme is closed; its policy changes no more"));
        };
        let record = AnyRecord::Programme(Box::new(self.programme.clone()));
        let mut body = prefilled("programme.edit", &record);
        if let Some(text) = body.get_mut("text").and_then(Value::as_object_mut) {
            text.insert("policy".to_owned(), self.part.laid_into(self.programme.policy(), typed));
        }
        if let Some(body) = body.as_object_mut() {
            body.insert("programme".to_owned(), self.programme.id().to_json());
            if name == "programme.revise" {
                for field in ["what", "reason"] {
                    body.extend(typed.get(field).map(|value| (field.to_owned(), value.clone())));
                }
            }
        }
        Ok((name, body))
    }

    fn page(&self, value: &Value, wrong: Vec<Wrong>) -> PartPage {
        let words = &self.visitor.words;
        let id = self.programme.id();
        let choices = Choices::default();
        let making = Making {
            words,
            choices: &choices,
            fixed: &[],
            wrong: &wrong,
            open: self.open.as_deref(),
            fresh: fresh_key,
        };
        let mut nodes = making.nodes(&self.schema(), value);
        let elsewhere = making.elsewhere(&nodes);
        nodes.iter_mut().for_each(|node| self.explained(node));
        let policy = format!("/programmes/{id}/policy");
        PartPage {
            frame: frame(self.visitor, self.programme, Some(&format!("policy-{}", self.part.name)))
                .under(words.say("policy"), policy.as_str()),
            head: Head::of(words, self.programme, "/policy", &policy),
            id,
            part: self.part.name,
            about: words.say(&format!("policy-{}-about", self.part.name)),
            clause: self.part.clause,
            nodes,
            wrongs: wrong.len(),
            wrong: elsewhere,
            version: self.version,
            once: self.once.clone(),
            words: words.clone(),
        }
    }

    /// Says beside a figure what a house begins with and which clause asks for it; a bar is called what it bars.
    fn explained(&self, node: &mut Node) {
        let words = &self.visitor.words;
        let name = node.pointer.rsplit('/').next().unwrap_or_default().to_owned();
        if let Control::Group { nodes } = &mut node.control {
            nodes.iter_mut().for_each(|node| self.explained(node));
            return;
        }
        // What changed and why are asked by the revision, not by the policy.
        if matches!(node.pointer.as_str(), "/what" | "/reason") {
            node.label = words.field("ReviseProgramme", &name);
            node.help = words.field_help("ReviseProgramme", &name);
            return;
        }
        if self.part.name == "cooling"
            && let Some(bar) = name.parse::<usize>().ok().and_then(|n| self.programme.policy().bars.get(n))
        {
            node.label = bar_name(words, bar);
            let usual =
                usual_months(bar).map(|months| words.with("policy-usual", "value", months.to_string()));
            node.help = Some(
                usual
                    .into_iter()
                    .chain([source_said(words, bar.source.as_str())])
                    .collect::<Vec<_>>()
                    .join(" · "),
            );
            return;
        }
        let usual = Policy::default().to_json();
        let usual =
            usual.get(&name).or_else(|| usual.pointer(&format!("/cycle/{name}"))).and_then(Value::as_u64);
        let usual = usual.map(|usual| words.with("policy-usual", "value", usual.to_string()));
        let more: Vec<String> = usual.into_iter().chain(clause_of(&name).map(str::to_owned)).collect();
        if !more.is_empty() {
            let help = node.help.take().into_iter().chain([more.join(" · ")]);
            node.help = Some(help.collect::<Vec<_>>().join(" "));
        }
    }
}

/// What a bar bars, and in which audits; those of certification together, where it bars in all of them.
fn bar_name(words: &Words, bar: &Bar) -> String {
    let certification = || AuditType::ALL.iter().filter(|one| one.is_certification());
    let all = certification().all(|one| bar.audit_types.contains(one));
    let single = bar.audit_types.iter().filter(|one| !(all && one.is_certification()));
    let mut types: Vec<String> = single.map(|one| words.word("AuditType", one.word())).collect();
    if all {
        types.push(words.say("policy-certification"));
    }
    let relation = words.word("RelationKind", bar.relation.word());
    words.with2("policy-bar", "relation", relation, "types", types.join(", "))
}

/// The source of a bar. Those that a house begins with have their words in each language; others are as the house wrote them.
pub(crate) fn source_said(words: &Words, source: &str) -> String {
    let of_house = SOURCES.iter().find(|(text, _)| *text == source);
    of_house.map_or_else(|| source.to_owned(), |(_, key)| words.say(key))
}

/// The months that a house begins with for the same bar.
fn usual_months(bar: &Bar) -> Option<u32> {
    let usual = Policy::default().bars;
    let same = usual.iter().find(|one| one.relation == bar.relation && one.audit_types == bar.audit_types);
    same.map(|one| one.cooling_months)
}

fn shown(words: &Words, part: &Part, policy: &Policy) -> Shown {
    let usual = Policy::default();
    let figures = match part.name {
        "grades" => grades(words, policy, &usual),
        "cooling" => policy.bars.iter().map(|bar| cooling(words, bar)).collect(),
        "rotation" => rotation(words, policy),
        "competence" => competence(words, policy, &usual),
        _ => numbers(words, part, policy, &usual),
    };
    Shown {
        name: part.name,
        title: words.say(&format!("policy-{}", part.name)),
        about: words.say(&format!("policy-{}-about", part.name)),
        clause: part.clause,
        figures,
    }
}

fn differing(value: &str, usual: Option<String>) -> Option<String> {
    usual.filter(|usual| usual != value)
}

fn grades(words: &Words, policy: &Policy, usual: &Policy) -> Vec<Figure> {
    let days = |grade: &Grade| {
        let days = [grade.acknowledge_days, grade.plan_days, grade.implement_days, grade.effectiveness_days];
        let [acknowledge, plan, implement, effectiveness] = days.map(i64::from);
        words.with_all(
            "policy-grade-days",
            &[
                ("acknowledge", acknowledge.into_word()),
                ("plan", plan.into_word()),
                ("implement", implement.into_word()),
                ("effectiveness", effectiveness.into_word()),
            ],
        )
    };
    let figure = |grade: &Grade| {
        let value = days(grade);
        let usual = usual.grades.iter().find(|one| one.key == grade.key).map(days);
        Figure {
            label: grade_label(words, grade.label.as_str()),
            usual: differing(&value, usual),
            value,
            clause: grade_meaning(words, grade),
        }
    };
    policy.grades.iter().map(figure).collect()
}

fn cooling(words: &Words, bar: &Bar) -> Figure {
    let months = |months: u32| words.with("settings-months", "count", i64::from(months));
    let value = months(bar.cooling_months);
    Figure {
        label: bar_name(words, bar),
        usual: differing(&value, usual_months(bar).map(months)),
        value,
        clause: source_said(words, bar.source.as_str()),
    }
}

/// The rules of rotation; a house begins with none.
fn rotation(words: &Words, policy: &Policy) -> Vec<Figure> {
    let list = |texts: Vec<String>| texts.join(", ");
    let figure = |rule: &Rotation| {
        let roles = rule.roles.iter().map(|role| words.word("TeamRole", role.word())).collect();
        let types = rule.audit_types.iter().map(|one| words.word("AuditType", one.word())).collect();
        Figure {
            label: words.with2("policy-rotation-rule", "roles", list(roles), "types", list(types)),
            value: words.with("policy-rotation-most", "count", i64::from(rule.consecutive_max)),
            usual: Some(words.say("policy-none")),
            clause: rule.source.to_string(),
        }
    };
    if policy.rotation.is_empty() {
        return vec![Figure {
            label: words.field("Policy", "rotation"),
            value: words.say("policy-none"),
            usual: None,
            clause: String::new(),
        }];
    }
    policy.rotation.iter().map(figure).collect()
}

/// What each role must show, area by area; beside it what a house begins with, where that differs.
fn competence(words: &Words, policy: &Policy, usual: &Policy) -> Vec<Figure> {
    let said = |criterion: &CompetenceCriterion| {
        let by = words.word("CredentialKind", criterion.by.word());
        let amount = i64::from(criterion.amount_min);
        match criterion.by {
            CredentialKind::Training => {
                format!("{by}, {}", words.with("settings-hours-least", "count", amount))
            }
            CredentialKind::Experience => {
                format!("{by}, {}", words.with("settings-months-least", "count", amount))
            }
            // Having it is enough.
            CredentialKind::Education | CredentialKind::Qualification | CredentialKind::Skill => by,
        }
    };
    let figure = |criterion: &CompetenceCriterion| {
        let same = |other: &&CompetenceCriterion| {
            other.role == criterion.role && other.area == criterion.area && other.by == criterion.by
        };
        let (value, first) = (said(criterion), usual.competence.iter().find(same));
        let none = || words.say("policy-none");
        Figure {
            label: format!(
                "{} · {}",
                words.word("TeamRole", criterion.role.word()),
                words.area(criterion.area.as_str())
            ),
            usual: differing(&value, Some(first.map_or_else(none, said))),
            value,
            clause: String::new(),
        }
    };
    policy.competence.iter().map(figure).collect()
}

fn numbers(words: &Words, part: &Part, policy: &Policy, usual: &Policy) -> Vec<Figure> {
    let (policy, usual) = (policy.to_json(), usual.to_json());
    let mut figures = Vec::new();
    for field in part.fields {
        let held = policy.get(*field).cloned().unwrap_or_default();
        let first = usual.get(*field).cloned().unwrap_or_default();
        match &held {
            // The cycle has figures of its own.
            Value::Object(inner) => figures.extend(inner.iter().map(|(name, value)| {
                number(words, ("CyclePolicy", name), value, first.get(name).unwrap_or(&Value::Null))
            })),
            _ => figures.push(number(words, ("Policy", field), &held, &first)),
        }
    }
    figures
}

fn number(words: &Words, (of, name): (&str, &str), value: &Value, usual: &Value) -> Figure {
    let said = |value: &Value| match value {
        Value::Array(types) => {
            let types: Vec<String> =
                types.iter().filter_map(Value::as_str).map(|word| words.word("AuditType", word)).collect();
            if types.is_empty() { words.say("policy-none") } else { types.join(", ") }
        }
        other => {
            let unit = if name.ends_with("_months") { "settings-months" } else { "settings-days" };
            words.with(unit, "count", other.as_i64().unwrap_or_default())
        }
    };
    let value = said(value);
    Figure {
        label: words.field(of, name),
        usual: differing(&value, Some(said(usual))),
        value,
        clause: clause_of(name).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> &'static Part {
        part_named(name).unwrap_or_else(|_| panic!("no part {name}"))
    }

    #[test]
    fn a_part_that_is_sent_as_it_stands_changes_nothing() {
        let policy = Policy::default();
        for part in &PARTS {
            assert_eq!(part.laid_into(&policy, &part.value(&policy)), policy.to_json(), "{}", part.name);
        }
    }

    #[test]
    fn one_figure_changes_and_the_others_stay() {
        let policy = Policy::default();
        let mut months = part("cooling").value(&policy);
        months["3"] = json!(36);
        let changed = part("cooling").laid_into(&policy, &months);
        assert_eq!(
            (&changed["bars"][3]["cooling_months"], &changed["bars"][2]["cooling_months"]),
            (&json!(36), &json!(24))
        );
        let times =
            part("times").laid_into(&policy, &json!({ "report_due_days": 10, "retention_days": 3_650 }));
        assert_eq!((&times["report_due_days"], &times["short_notice"]), (&json!(10), &json!([])));
        assert_eq!(times["cycle"], policy.to_json()["cycle"]);
        let emptied = part("complaints").laid_into(&policy, &json!({ "complaint_decide_days": 60 }));
        assert!(emptied.get("complaint_acknowledge_days").is_none(), "what was emptied is missing");
    }

    #[test]
    fn what_the_law_finds_wrong_stands_at_its_field() {
        assert_eq!(part("cooling").within("/text/policy/bars/3/cooling_months"), "/3");
        assert_eq!(part("grades").within("/text/policy/grades/1/plan_days"), "/grades/1/plan_days");
        assert_eq!(part("cycle").within("/text/policy/cycle/cycle_months"), "/cycle/cycle_months");
        assert_eq!(
            (part("cycle").within("/reason"), part("cycle").within("/text/days")),
            ("/reason".to_owned(), String::new())
        );
    }

    #[test]
    fn rows_are_those_of_the_lists_alone() {
        assert!(is_row("add:/grades") && is_row("drop:/grades/1"));
        assert!(is_row("add:/rotation") && is_row("drop:/rotation/0") && !is_row("drop:/rotation/0/roles"));
        assert!(is_row("add:/competence") && is_row("open:/competence/12"));
        assert!(!is_row("add:/cycle") && !is_row("drop:/grades/x") && !is_row("drop:/grades/1/key"));
    }

    #[test]
    fn every_source_that_a_house_begins_with_has_its_words() {
        for bar in Policy::default().bars {
            assert!(SOURCES.iter().any(|(text, _)| *text == bar.source.as_str()), "{}", bar.source);
        }
    }

    #[test]
    fn every_figure_of_the_policy_is_in_a_part() {
        let policy = Policy::default().to_json();
        let in_parts: Vec<&str> = PARTS.iter().flat_map(|part| part.fields).copied().collect();
        for field in policy.as_object().unwrap().keys() {
            assert!(in_parts.contains(&field.as_str()), "{field}");
        }
    }
}
