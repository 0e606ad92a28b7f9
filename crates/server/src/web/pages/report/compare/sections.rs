//! The content of a report as sections of entries, so that two contents can be laid beside each other.

use assize_domain::kernel::time::Date;
use assize_domain::report_content::ReportContent;
use serde_json::{Map, Value};

use super::difference::{Piece, difference};
use crate::web::words::Words;

/// The most changes a page shows.
const CHANGES_MAX: usize = 200;
/// The most signs of changes a page shows.
const CHARS_MAX: usize = 50_000;

/// What differs in a section.
pub(super) struct Section {
    /// Its title.
    pub(super) title: String,
    /// The entries that differ.
    pub(super) changes: Vec<Change>,
    /// How many do not.
    pub(super) same: usize,
}

/// An entry that differs.
pub(super) struct Change {
    /// What it is called, where it is one of several.
    pub(super) name: Option<String>,
    /// The key of what became of it.
    pub(super) what: &'static str,
    /// Its fields that differ.
    pub(super) lines: Vec<Line>,
}

/// A field that differs.
pub(super) struct Line {
    /// Its label, where the entry has more than one field.
    pub(super) label: Option<String>,
    /// Its text.
    pub(super) pieces: Vec<Piece>,
}

/// The sections: the key of each title, and the fields of the content that stand in it. What tells one version from another by its
/// nature (number, history, status) is not compared.
const SECTIONS: &[(&str, &[&str])] = &[
    ("report-item-summary", &["summary"]),
    (
        "report-section-frame",
        &["title", "audit_type", "language", "auditing_organization", "confidentiality_mark"],
    ),
    ("report-item-client", &["audit_client"]),
    ("report-item-objectives", &["objectives"]),
    ("report-item-scope", &["scope", "auditee", "scope_changes"]),
    ("report-item-criteria", &["criteria", "statement_of_applicability"]),
    ("report-section-methods", &["methods"]),
    ("report-item-dates", &["period"]),
    ("report-item-locations", &["locations"]),
    ("report-item-team", &["team", "impartiality", "lone_auditor"]),
    ("report-item-participants", &["participants", "meetings"]),
    ("report-item-plan", &["sessions", "plan_note"]),
    ("report-item-process", &["process_summary"]),
    ("report-item-obstacles", &["obstacles"]),
    ("report-item-not_covered", &["not_covered"]),
    ("report-item-findings", &["findings"]),
    ("report-item-good_practices", &["good_practices"]),
    ("report-section-previous", &["previous"]),
    ("report-item-conclusions", &["conclusions"]),
    ("report-item-diverging_opinions", &["diverging_opinions"]),
    ("report-item-sampling", &["sampling"]),
    ("report-item-follow_up", &["follow_up"]),
    ("report-item-programme_implications", &["programme_implications"]),
    ("report-item-confidentiality", &["confidentiality"]),
    ("report-item-distribution", &["distribution"]),
    ("report-item-complaints", &["complaints"]),
    ("report-section-certification", &["certification"]),
    ("report-section-tests", &["tests", "whole_papers"]),
    ("report-section-documents", &["document_review"]),
    ("report-section-evidence", &["evidence"]),
    ("report-section-leader", &["remarks", "omitted"]),
];

/// The sections in which two contents differ, and how many changes are beyond what a page shows.
pub(super) fn sections(
    words: &Words,
    former: &ReportContent,
    latter: &ReportContent,
) -> (Vec<Section>, usize) {
    let object = |content: &ReportContent| match serde_json::to_value(content) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    };
    let (former, latter) = (object(former), object(latter));
    let reading = Reading { words };
    let (mut chars, mut shown, mut left_out) = (0, 0, 0);
    let mut found = Vec::new();
    for (title, fields) in SECTIONS {
        let (a, b) = (reading.entries(&former, fields), reading.entries(&latter, fields));
        let (mut changes, same) = changes(a, b);
        changes.retain(|change| {
            let fits = shown < CHANGES_MAX && chars < CHARS_MAX;
            if fits {
                shown += 1;
                let pieces = change.lines.iter().flat_map(|line| &line.pieces);
                chars += pieces.map(|piece| piece.text.len()).sum::<usize>();
            } else {
                left_out += 1;
            }
            fits
        });
        if !changes.is_empty() {
            found.push(Section { title: words.say(title), changes, same });
        }
    }
    (found, left_out)
}

/// An entry of a section.
struct Entry {
    /// What it is known by in both contents.
    key: String,
    /// What it is called, where it is one of several.
    name: Option<String>,
    fields: Fields,
}

/// The fields of an entry: the label of each, and its text. One that is a text by itself has no label.
type Fields = Vec<(Option<String>, String)>;

/// Lays the entries beside each other, those of the latter in its order, those removed where they stood.
fn changes(former: Vec<Entry>, latter: Vec<Entry>) -> (Vec<Change>, usize) {
    let mut changes = Vec::new();
    let mut same = 0;
    let of_latter = |key: &str| latter.iter().any(|entry| entry.key == key);
    for entry in &former {
        if !of_latter(&entry.key) {
            let lines = lines(&entry.fields, &Fields::new());
            changes.push(Change { name: entry.name.clone(), what: "report-removed", lines });
        }
    }
    for entry in latter {
        let (what, lines) = match former.iter().find(|before| before.key == entry.key) {
            Some(before) if before.fields == entry.fields => {
                same += 1;
                continue;
            }
            Some(before) => ("report-changed", lines(&before.fields, &entry.fields)),
            None => ("report-added", lines(&Fields::new(), &entry.fields)),
        };
        changes.push(Change { name: entry.name, what, lines });
    }
    (changes, same)
}

/// The fields that differ: those of the latter in its order, and before them those that it no longer has.
fn lines(former: &Fields, latter: &Fields) -> Vec<Line> {
    let text = |fields: &Fields, label: &Option<String>| {
        fields.iter().find(|(known, _)| known == label).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let gone = former.iter().filter(|(label, _)| !latter.iter().any(|(known, _)| known == label));
    let labels = gone.chain(latter).map(|(label, _)| label);
    let differing = labels.filter_map(|label| {
        let (before, after) = (text(former, label), text(latter, label));
        let pieces = difference(&before, &after);
        (before != after).then(|| Line { label: label.clone(), pieces })
    });
    differing.collect()
}

struct Reading<'w> {
    words: &'w Words,
}

impl Reading<'_> {
    fn entries(&self, content: &Map<String, Value>, fields: &[&str]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for field in fields {
            match content.get(*field) {
                None | Some(Value::Null | Value::Bool(false)) => {}
                Some(Value::Array(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        let (known, name) = self.known_by(item, index);
                        // A test that serves two sets stands under each of them.
                        let before =
                            entries.iter().filter(|entry| entry.name.as_ref() == Some(&name)).count();
                        entries.push(Entry {
                            key: format!("{field} {known} {before}"),
                            name: Some(name),
                            fields: self.fields(field, item),
                        });
                    }
                }
                Some(value) => {
                    let name = (fields.len() > 1).then(|| self.words.field("", field));
                    entries.push(Entry { key: (*field).to_owned(), name, fields: self.fields(field, value) });
                }
            }
        }
        entries
    }

    /// By what an item of a list is known, and what it is called.
    fn known_by(&self, item: &Value, index: usize) -> (String, String) {
        let named = ["number", "id", "reference", "name", "item", "title", "subject", "what", "text"];
        let found = named.iter().find_map(|name| match item.get(*name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        });
        let name = found.unwrap_or_else(|| (index + 1).to_string());
        let title = item.get("title").and_then(Value::as_str).filter(|title| *title != name);
        let shown = match title {
            Some(title) => format!("{name} · {title}"),
            None => name.clone(),
        };
        (name, shown.chars().take(120).collect())
    }

    /// The fields of a value; of an object, each by its label.
    fn fields(&self, name: &str, value: &Value) -> Fields {
        let Value::Object(object) = value else { return vec![(None, self.text(name, value))] };
        let held = object.iter().filter(|(_, value)| !is_empty(value));
        held.map(|(field, value)| (Some(self.label(name, field)), self.text(field, value))).collect()
    }

    /// The label of a field. Whether evidence was taken is said by a field that elsewhere says by whom.
    fn label(&self, within: &str, field: &str) -> String {
        if (within, field) == ("evidence", "taken") {
            return self.words.say("report-evidence-taken");
        }
        self.words.field("", field)
    }

    /// A value as text: of an object, each field in a line with its label.
    fn text(&self, name: &str, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(truth) => self.words.say(if *truth { "yes" } else { "no" }),
            Value::Number(number) => self.words.number(number),
            Value::String(text) => self.word(name, text),
            Value::Array(items) => {
                let texts = items.iter().map(|item| self.text(name, item).replace('\n', " · "));
                texts.collect::<Vec<_>>().join("\n")
            }
            Value::Object(object) => {
                let lines = object.iter().filter(|(_, value)| !is_empty(value)).map(|(field, value)| {
                    format!("{}: {}", self.label(name, field), self.text(field, value))
                });
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// A text; the words of choices and dates as the language writes them.
    fn word(&self, name: &str, text: &str) -> String {
        let of = match name {
            "evaluation" => "Evaluation",
            "met" | "found" => "Extent",
            "kind" => "FindingKind",
            _ => return text.parse::<Date>().map_or_else(|_| text.to_owned(), |date| self.words.date(date)),
        };
        self.words.word(of, text)
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
