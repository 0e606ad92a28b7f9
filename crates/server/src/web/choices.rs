//! What may be chosen in the form of a command: the records it may name, and the keys within them.

mod begun;

use assize_domain::auditee::organization_id;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::record::Versioned;
use assize_domain::{AnyRecord, Command, Key, Kind};
use assize_exchange::areas::AREAS;
use assize_store::{PAGE_ROWS_MAX, StoreError};
use serde_json::Value;
use uuid::Uuid;

use super::form::{Choice, Choices, Shape};
use super::pages::programme::figures;
use super::visitor::Visitor;
use super::words::Words;
use crate::access::Asker;
use crate::app::App;

/// The kinds of which a form offers all there are in the store.
const EVERYWHERE: [Kind; 4] = [Kind::Person, Kind::Auditee, Kind::Programme, Kind::CriteriaSet];
/// The kinds of which a form offers those of its audit.
const OF_AUDIT: [Kind; 6] =
    [Kind::Evidence, Kind::Paper, Kind::Finding, Kind::Draw, Kind::Meeting, Kind::InfoRequest];
/// The kinds of which a form offers those of its auditee.
const OF_AUDITEE: [Kind; 3] = [Kind::Soa, Kind::Relation, Kind::Certification];
/// Sets of criteria that the built-in catalogue has tests for.
const CRITERIA: [&str; 4] =
    ["ISO/IEC 27001:2022+A1:2024", "ISO/IEC 27001:2013", "ISO 19011:2018", "ISO/IEC 27007:2020"];
/// Languages offered by their names: those of the European Union, and others that auditors often speak.
const LANGUAGES: [&str; 35] = [
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hi", "hr", "hu", "ig", "it",
    "ja", "ko", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "ta", "tr", "uk",
    "zh",
];
/// Time zones offered first; any other can be typed.
const ZONES: [&str; 8] = [
    "UTC",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Vienna",
    "Europe/Zurich",
    "America/New_York",
    "Asia/Singapore",
    "Asia/Tokyo",
];

/// What a form stands in: the records around it.
#[derive(Debug, Default)]
pub(crate) struct Around {
    /// The record that the command changes.
    pub(crate) subject: Option<Versioned>,
    audit: Option<Value>,
    auditee: Option<Value>,
    programme: Option<Value>,
}

impl Around {
    /// Finds what stands around a command with the fields of `value`.
    pub(crate) async fn of(app: &App, asker: &Asker, name: &str, value: &Value) -> Result<Self, StoreError> {
        let subject = match subject_key(name, value) {
            Some(key) if asker.names(key).await? => app.store.record(key).await?,
            _ => None,
        };
        let subject_json = subject.as_ref().map(|found| found.record.to_json());
        let first = |names: &[&str]| -> Option<Uuid> {
            let pointers = names.iter().map(|name| format!("/{name}"));
            let mut found = pointers.filter_map(|pointer| {
                let id = value.pointer(&pointer).or_else(|| subject_json.as_ref()?.pointer(&pointer))?;
                id.as_str()?.parse().ok()
            });
            found.next()
        };
        let own = |kind: Kind| {
            let record = subject.as_ref().filter(|found| found.record.kind() == kind);
            record.and(subject_json.clone())
        };
        let audit = match own(Kind::Audit) {
            Some(own) => Some(own),
            None => load(app, asker, Kind::Audit, first(&["audit"])).await?,
        };
        let of_audit = |name: &str| audit.as_ref()?.get(name)?.as_str()?.parse().ok();
        let auditee = match own(Kind::Auditee) {
            Some(own) => Some(own),
            None => {
                let named = first(&[
                    "auditee",
                    "outline/part/auditee",
                    "initiation/part/auditee",
                    "part/auditee",
                    "text/extent/auditees/0/auditee",
                    "extent/auditees/0/auditee",
                ]);
                load(app, asker, Kind::Auditee, named.or_else(|| of_audit("auditee"))).await?
            }
        };
        let programme = match own(Kind::Programme) {
            Some(own) => Some(own),
            None => {
                let named = first(&["programme"]).or_else(|| of_audit("programme"));
                // Of its programme whoever works on an audit knows the grades by which they judge.
                match named {
                    Some(_) if audit.is_some() => loaded(app, Kind::Programme, named).await?,
                    _ => load(app, asker, Kind::Programme, named).await?,
                }
            }
        };
        Ok(Self { subject, audit, auditee, programme })
    }

    /// What may be chosen in the form. Of `given`, the records that are named already, each is among them.
    pub(crate) async fn choices(
        &self,
        app: &App,
        visitor: &Visitor,
        name: &str,
        given: &[Key],
    ) -> Result<Choices, StoreError> {
        let (words, asker) = (&visitor.words, &visitor.asker);
        let mut choices = Choices::default();
        let schema = Command::schema(name).unwrap_or_default();
        let mut asked = Asked::default();
        asked.look(&schema, "");
        let id = |record: &Option<Value>| record.as_ref()?.get("id")?.as_str()?.parse::<Uuid>().ok();
        for kind in asked.kinds {
            let page = match kind {
                kind if EVERYWHERE.contains(&kind) => {
                    app.store.record_page(kind, None, PAGE_ROWS_MAX).await?
                }
                kind if OF_AUDIT.contains(&kind) => match id(&self.audit) {
                    Some(audit) => app.store.linked_page(kind, "audit", audit, None, PAGE_ROWS_MAX).await?,
                    None => Vec::new(),
                },
                kind if OF_AUDITEE.contains(&kind) => match id(&self.auditee) {
                    Some(auditee) => {
                        app.store.linked_page(kind, "auditee", auditee, None, PAGE_ROWS_MAX).await?
                    }
                    None => Vec::new(),
                },
                // The others are where a form comes from, and are given with it.
                _ => Vec::new(),
            };
            let page = match kind {
                Kind::Person if asker.appoints(name, &self.places()).await? => page,
                Kind::Person => asker.acquainted(page).await?,
                _ => asker.seen(page).await?,
            };
            let mut options: Vec<Choice> = page
                .iter()
                .map(|(key, found)| Choice::new(key.id.hyphenated().to_string(), label(words, &found.record)))
                .collect();
            Words::sort(&mut options, |choice| &choice.label);
            choices.records.insert(kind, options);
        }
        for key in given {
            let options = choices.records.entry(key.kind).or_default();
            let id = key.id.hyphenated().to_string();
            if !options.iter().any(|choice| choice.value == id)
                && asker.names(*key).await?
                && let Some(found) = app.store.record(*key).await?
            {
                options.push(Choice::new(id, label(words, &found.record)));
            }
        }
        for (pointer, format) in &asked.texts {
            if let Some(options) = self.at(words, pointer, format) {
                choices.places.insert(pointer.clone(), options);
            }
        }
        for (pointer, _) in
            asked.texts.iter().filter(|(pointer, format)| pointer.ends_with("/area") && format == "key")
        {
            choices.places.insert(pointer.clone(), self.areas(app, words).await?);
        }
        if name.starts_with("plan.") {
            self.of_sessions(&mut choices);
        }
        let objectives = "/text/objectives/*/key";
        if asked.texts.iter().any(|(pointer, _)| pointer == objectives) && name.starts_with("programme.") {
            choices.places.insert(objectives.to_owned(), figures::choices(words));
        }
        Ok(choices)
    }

    /// The areas of competence that are known: those with a title, those that the house asks for, and those that the programme does.
    async fn areas(&self, app: &App, words: &Words) -> Result<Vec<Choice>, StoreError> {
        let house = app.store.record(Key::of(organization_id())).await?.map(|found| found.record.to_json());
        let mut keys: Vec<String> = AREAS.iter().map(|area| (*area).to_owned()).collect();
        for policy in [&house, &self.programme].into_iter().flatten() {
            let criteria = policy.pointer("/policy/competence").and_then(Value::as_array);
            for area in criteria.into_iter().flatten().filter_map(|one| one.get("area")?.as_str()) {
                if !keys.iter().any(|key| key == area) {
                    keys.push(area.to_owned());
                }
            }
        }
        Ok(keys.into_iter().map(|key| Choice::new(key.clone(), words.area(&key))).collect())
    }

    /// The audit that it stands in.
    pub(crate) fn audit(&self) -> Option<AuditId> {
        self.audit.as_ref()?.get("id")?.as_str()?.parse().ok()
    }

    /// The records that stand around.
    fn places(&self) -> Vec<Key> {
        let around =
            [(Kind::Audit, &self.audit), (Kind::Programme, &self.programme), (Kind::Auditee, &self.auditee)];
        let key = |(kind, record): (Kind, &Option<Value>)| {
            let id = record.as_ref()?.get("id")?.as_str()?.parse().ok()?;
            Some(Key { kind, id })
        };
        around.into_iter().filter_map(key).collect()
    }

    /// Those whom a session of a plan may name: the team, and the contacts of the auditee. Everybody of the register, once more in each
    /// session, would make a form that nobody reads.
    fn of_sessions(&self, choices: &mut Choices) {
        let people = choices.records.get(&Kind::Person).cloned().unwrap_or_default();
        for (place, of, list) in [
            ("/sessions/*/auditors", &self.audit, "team"),
            ("/sessions/*/contacts", &self.auditee, "contacts"),
        ] {
            let members = of.as_ref().and_then(|of| of.get(list)).and_then(Value::as_array);
            let ids: Vec<&str> =
                members.into_iter().flatten().filter_map(|one| one.get("person")?.as_str()).collect();
            let some = people.iter().filter(|choice| ids.contains(&choice.value.as_str())).cloned().collect();
            if !ids.is_empty() {
                choices.places.insert(place.to_owned(), some);
            }
        }
    }

    /// What may be chosen at a place, by its name and by the kind of its text.
    fn at(&self, words: &Words, pointer: &str, format: &str) -> Option<Vec<Choice>> {
        let named = |record: &Option<Value>, list: &str| keyed(record.as_ref()?.get(list)?, "name");
        let texts = |record: &Option<Value>, list: &str| keyed(record.as_ref()?.get(list)?, "text");
        let subject = self.subject.as_ref().map(|found| found.record.to_json());
        let plain = |values: &[&str]| Some(values.iter().map(|value| Choice::new(*value, *value)).collect());
        let last = pointer.rsplit('/').find(|part| *part != "*").unwrap_or_default();
        match (last, format) {
            ("sites" | "units" | "processes", _) => named(&self.auditee, last),
            ("site", "key") => named(&self.auditee, "sites"),
            ("grade", "key") => keyed(self.programme.as_ref()?.pointer("/policy/grades")?, "label"),
            ("objective", "key") => texts(&self.audit.as_ref()?.get("initiation").cloned(), "objectives"),
            ("objection", _) => texts(&subject, "objections"),
            ("action", _) => texts(&subject, "actions"),
            ("hold", _) => keyed(self.audit.as_ref()?.get("holds")?, "reason"),
            ("change", _) => keyed(self.audit.as_ref()?.get("scope_changes")?, "what"),
            ("criteria", _) | (_, "criteria") => {
                let of_audit =
                    self.audit.as_ref().and_then(|audit| strings(audit.pointer("/initiation/criteria")?));
                let of_programme = self
                    .programme
                    .as_ref()
                    .and_then(|programme| strings(programme.pointer("/extent/criteria")?));
                match of_audit.or(of_programme).filter(|known| !known.is_empty()) {
                    Some(known) => Some(known.into_iter().map(|id| Choice::new(id.clone(), id)).collect()),
                    None => plain(&CRITERIA),
                }
            }
            (_, "time-zone") => plain(&ZONES),
            (_, "language") => {
                let named = |tag: &&str| Choice::new(*tag, words.tongue(tag));
                let mut languages: Vec<Choice> = LANGUAGES.iter().map(named).collect();
                Words::sort(&mut languages, |choice| &choice.label);
                Some(languages)
            }
            _ => None,
        }
    }
}

/// The key of the record that a command changes, by the name of its field.
fn subject_key(name: &str, value: &Value) -> Option<Key> {
    let schema = Command::schema(name)?;
    let Shape::Fields { fields, .. } = Shape::of(&schema) else { return None };
    let prefix = name.split('.').next().unwrap_or_default();
    let mut records = fields.each().filter_map(|(field, schema, _)| match Shape::of(schema) {
        Shape::Record { kind } => Some((field, kind)),
        _ => None,
    });
    let (field, kind) = records.find(|(field, kind)| kind.word() == prefix || *field == prefix)?;
    Some(Key { kind, id: value.get(field)?.as_str()?.parse().ok()? })
}

/// A record that whoever fills in the form may see.
async fn load(app: &App, asker: &Asker, kind: Kind, id: Option<Uuid>) -> Result<Option<Value>, StoreError> {
    match id {
        Some(id) if asker.names(Key { kind, id }).await? => loaded(app, kind, Some(id)).await,
        _ => Ok(None),
    }
}

async fn loaded(app: &App, kind: Kind, id: Option<Uuid>) -> Result<Option<Value>, StoreError> {
    let Some(id) = id else { return Ok(None) };
    Ok(app.store.record(Key { kind, id }).await?.map(|found| found.record.to_json()))
}

/// The kinds of records, and the places of short texts, that a schema asks for.
#[derive(Default)]
struct Asked {
    kinds: Vec<Kind>,
    texts: Vec<(String, String)>,
}

impl Asked {
    fn look(&mut self, schema: &Value, pointer: &str) {
        match Shape::of(schema) {
            Shape::Maybe { of } => self.look(of, pointer),
            Shape::Record { kind } if !self.kinds.contains(&kind) => self.kinds.push(kind),
            Shape::Text { .. } => {
                let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
                // A list of short texts has its choices at the list's own place.
                let place = pointer.strip_suffix("/*").unwrap_or(pointer);
                self.texts.push((place.to_owned(), format.to_owned()));
            }
            Shape::Fields { fields, .. } => {
                for (name, schema, _) in fields.each() {
                    self.look(schema, &format!("{pointer}/{name}"));
                }
            }
            Shape::OneOf { choices, .. } => choices.iter().for_each(|choice| self.look(choice, pointer)),
            Shape::List { items, .. } => self.look(items, &format!("{pointer}/*")),
            Shape::Record { .. } | Shape::Number | Shape::Truth | Shape::Words { .. } => {}
        }
    }
}

/// Where a unit names the one that it is part of.
pub(crate) const UNIT_PARENT: &str = "/units/*/parent";

/// The units that a form holds, by their names.
pub(crate) fn units(value: &Value) -> Vec<Choice> {
    value.get("units").and_then(|units| keyed(units, "name")).unwrap_or_default()
}

fn keyed(list: &Value, label: &str) -> Option<Vec<Choice>> {
    let choice = |row: &Value| {
        let key = row.get("key")?.as_str()?;
        Some(Choice::new(key, row.get(label).and_then(Value::as_str).unwrap_or(key)))
    };
    Some(list.as_array()?.iter().filter_map(choice).collect())
}

fn strings(list: &Value) -> Option<Vec<String>> {
    Some(list.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What a record is called.
pub(crate) fn label(words: &Words, record: &AnyRecord) -> String {
    match record {
        AnyRecord::Person(person) => person.name().to_string(),
        AnyRecord::Auditee(auditee) => auditee.name().to_string(),
        AnyRecord::Organization(organization) => organization.name().to_string(),
        AnyRecord::Audit(audit) => audit.title().to_string(),
        AnyRecord::AuditTest(test) => test.title().to_string(),
        AnyRecord::Evidence(evidence) => evidence.name().to_string(),
        AnyRecord::CriteriaSet(set) => set.criteria().to_string(),
        AnyRecord::Soa(soa) => soa.label().to_string(),
        other => by_fields(words, other),
    }
}

/// The name of a record that has no field of that name: by the fields that say most.
fn by_fields(words: &Words, record: &AnyRecord) -> String {
    let json = record.to_json();
    let text = |pointer: &str| json.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let number = json.get("number").and_then(Value::as_i64);
    let kind = words.kind(record.kind());
    let titled = [
        "/text/title",
        "/title",
        "/outline/title",
        "/label",
        "/name",
        "/population/name",
        "/test",
        "/what",
        "/question",
        "/method",
        "/kind",
    ]
    .iter()
    .find_map(|pointer| Some((*pointer, text(pointer)?)));
    let titled = titled.map(|(pointer, title)| match (pointer, kinds_of(record.kind())) {
        ("/kind", Some(kinds)) => words.word(kinds, &title),
        _ => title,
    });
    match (number, titled) {
        (Some(number), Some(title)) => format!("{number} · {title}"),
        (Some(number), None) => format!("{kind} {number}"),
        (None, Some(title)) => match record {
            AnyRecord::Meeting(meeting) => format!("{title}, {}", words.time(*meeting.held())),
            AnyRecord::Message(message) => format!("{title}, {}", words.time(message.stamp().at)),
            _ => title,
        },
        (None, None) => match record {
            AnyRecord::Programme(programme) => format!("{kind} {}", words.period(programme.period())),
            AnyRecord::Paper(paper) => {
                let ids: Vec<String> = paper.requirements().iter().map(|one| one.id.to_string()).collect();
                format!("{kind} {}", ids.join(", "))
            }
            _ => kind,
        },
    }
}

/// The type of the words by which records of a kind say what they are.
const fn kinds_of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Meeting => Some("MeetingKind"),
        Kind::Message => Some("MessageKind"),
        Kind::Relation => Some("RelationKind"),
        Kind::Complaint => Some("ComplaintKind"),
        Kind::HouseText => Some("TextKind"),
        Kind::Template | Kind::TemplateChoice => Some("DocumentKind"),
        _ => None,
    }
}

/// The fields of a command filled from the record that it changes: those of the same name, and those of a structure that
/// has its fields in the record itself.
pub(crate) fn prefilled(name: &str, subject: &AnyRecord) -> Value {
    let json = subject.to_json();
    let mut filled = serde_json::Map::new();
    let schema = Command::schema(name).unwrap_or_default();
    let Shape::Fields { fields, .. } = Shape::of(&schema) else { return Value::Null };
    for (field, schema, _) in fields.each() {
        if let Some(held) = json.get(field).filter(|held| !held.is_null()) {
            filled.insert(field.to_owned(), held.clone());
        } else if let Shape::Fields { fields, .. } = Shape::of(schema).present().0 {
            let inner =
                fields.each().filter_map(|(name, _, _)| Some((name.to_owned(), json.get(name)?.clone())));
            filled.insert(field.to_owned(), inner.collect());
        }
    }
    Value::Object(filled)
}

/// Whether a command goes on from what its record holds.
pub(crate) fn goes_on(name: &str) -> bool {
    ["edit", "update", "change", "revise", "name", "correct_minutes"]
        .iter()
        .any(|verb| name.rsplit('.').next().is_some_and(|last| last == *verb))
}
