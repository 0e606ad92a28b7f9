//! The sheet of a method as PDF: what was reckoned from what, step by step, so that it can be redone by hand.

use assize_domain::kernel::entry::canonical;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::render::{Job, RenderContext, RenderError, context_of, set};
use crate::words::{Tongue, Words};

/// The largest sheet that is rendered, in bytes of its canonical form.
pub const SHEET_BYTES_MAX: usize = 4 * 1024 * 1024;

/// What the sheet of a method says, as plain data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodSheet {
    /// The document's id, by which it is kept.
    pub document_id: String,
    /// The method's name: `audit-time`.
    pub method: String,
    /// Standard with its edition, or paper, that the method comes from.
    pub source: String,
    /// What is reckoned.
    pub title: String,
    /// The audit or audit programme it was reckoned for.
    pub subject: String,
    /// The auditing organization.
    pub organization: String,
    /// Who carried it out.
    pub by: String,
    /// When, as `YYYY-MM-DD`.
    pub on: String,
    /// How confidential it is, as the organization marks it.
    pub confidentiality_mark: String,
    /// The language of its texts, a BCP 47 tag.
    pub language: String,
    /// The inputs, as the method read them.
    pub inputs: Value,
    /// The result, as the method gave it.
    pub result: Value,
    /// The steps, in the order in which they are reckoned.
    pub steps: Vec<SheetStep>,
    /// The result, in a sentence or a few.
    pub conclusion: String,
}

/// One step of the working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetStep {
    /// What it reckons.
    pub what: String,
    /// How.
    pub working: String,
    /// What came out.
    pub value: String,
    /// What it rests on; empty for plain arithmetic.
    pub source: String,
}

impl MethodSheet {
    /// The canonical form, which is attached to the PDF: [canonical JSON](canonical) of every field.
    #[must_use]
    pub fn canonical_bytes(&self) -> Vec<u8> {
        // Every field is a text, a list, or JSON already: this cannot fail.
        canonical(&serde_json::to_value(self).unwrap_or(Value::Null)).into_bytes()
    }

    /// SHA-256 of the [canonical form](Self::canonical_bytes), in 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> String {
        Sha256::digest(self.canonical_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Renders the sheet as PDF (PDF/A-3a and PDF/UA-1, tagged, fonts embedded, the canonical form attached).
///
/// The same sheet and context give the same bytes. What is said of the costs of
/// [`render_pdf`](crate::render_pdf) holds here too.
///
/// # Errors
/// [`RenderError`] where the sheet is too large, or a font is none.
pub fn render_sheet(sheet: &MethodSheet, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    let canonical = sheet.canonical_bytes();
    if canonical.len() > SHEET_BYTES_MAX {
        return Err(RenderError::SheetTooLarge { bytes: canonical.len() });
    }
    let digest = sheet.digest();
    let tongue = Tongue::of(&sheet.language);
    let job = Job {
        main: "/sheet.typ",
        data: data(sheet, context, &digest, &Words::new(tongue)),
        attached: &canonical,
        beside: &[],
        ident: format!("{} {digest}", sheet.document_id),
        report: None,
        tongue,
    };
    set(&job, context)
}

fn data(sheet: &MethodSheet, context: &RenderContext, digest: &str, said: &Words) -> Value {
    let mut sources: Vec<&str> = Vec::new();
    let steps: Vec<Value> = sheet
        .steps
        .iter()
        .map(|step| {
            json!({ "what": step.what, "working": step.working, "value": step.value, "rests_on": numbered(&step.source, &mut sources) })
        })
        .collect();
    let mut inputs = Vec::new();
    rows("", &sheet.inputs, said, &mut inputs);
    let title = format!("{}, {}", sheet.title, sheet.subject);
    json!({
        "content": {
            "kind": "method_sheet", "document_id": sheet.document_id, "method": sheet.method, "source": sheet.source,
            "title": sheet.title, "subject": sheet.subject, "organization": sheet.organization, "by": sheet.by, "on": sheet.on,
            "confidentiality_mark": sheet.confidentiality_mark, "conclusion": sheet.conclusion,
            "steps": steps, "sources": sources, "inputs": inputs, "result": plain(&sheet.result, said),
        },
        "figures": {},
        "context": context_of(context, &sheet.language, digest, &title, &sheet.organization),
    })
}

/// The number under which a source is listed, from 1; none where there is no source.
fn numbered<'a>(source: &'a str, sources: &mut Vec<&'a str>) -> Option<usize> {
    if source.is_empty() {
        return None;
    }
    let place = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
        sources.push(source);
        sources.len() - 1
    });
    Some(place + 1)
}

/// Every value that is given, with the way to it; what holds plain values alone is one row. Entries of lists are counted from 1.
fn rows(way: &str, value: &Value, said: &Words, out: &mut Vec<Value>) {
    let below = |name: &str| if way.is_empty() { words(name) } else { format!("{way}, {}", words(name)) };
    match value {
        Value::Null => {}
        Value::Object(object) if way.is_empty() || !object.values().all(is_flat) => {
            // In an order of their own, however the inputs were written.
            let mut members: Vec<_> = object.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            members.into_iter().for_each(|(name, value)| rows(&below(name), value, said, out));
        }
        Value::Array(items) if !items.iter().all(is_plain) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| rows(&format!("{way} {}", index + 1), item, said, out));
        }
        value => out.push(json!({ "name": way, "value": text(value, said) })),
    }
}

fn is_plain(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

/// Plain, or a list of what is.
fn is_flat(value: &Value) -> bool {
    is_plain(value) || value.as_array().is_some_and(|items| items.iter().all(is_plain))
}

/// The plain values of a result; what is nested stands in the steps.
fn plain(result: &Value, said: &Words) -> Vec<Value> {
    let empty = Map::new();
    let object = result.as_object().unwrap_or(&empty);
    let plain =
        object.iter().filter(|(_, value)| value.is_string() || value.is_number() || value.is_boolean());
    plain.map(|(name, value)| json!({ "name": words(name), "value": text(value, said) })).collect()
}

fn words(name: &str) -> String {
    name.replace('_', " ")
}

fn text(value: &Value, said: &Words) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => said.say("yes"),
        Value::Bool(false) => said.say("no"),
        Value::Array(items) => items.iter().map(|item| text(item, said)).collect::<Vec<String>>().join(", "),
        Value::Object(object) => {
            let given = object.iter().filter(|(_, value)| !value.is_null());
            given
                .map(|(name, value)| format!("{}: {}", words(name), text(value, said)))
                .collect::<Vec<String>>()
                .join("; ")
        }
        value => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_become_rows() {
        let inputs = json!({ "persons": 9, "none": null, "groups": [4, 2], "remote": { "share": "0.5", "approval": null },
            "parts": [{ "is": "shifts", "shifts": [1, 2] }, { "deep": [{ "x": true }] }] });
        let mut out = Vec::new();
        rows("", &inputs, &Words::new(Tongue::English), &mut out);
        let found: Vec<(&str, &str)> =
            out.iter().map(|row| (row["name"].as_str().unwrap(), row["value"].as_str().unwrap())).collect();
        assert_eq!(
            found,
            [
                ("groups", "4, 2"),
                ("parts 1", "is: shifts; shifts: 1, 2"),
                ("parts 2, deep 1", "x: yes"),
                ("persons", "9"),
                ("remote", "share: 0.5")
            ]
        );
    }

    #[test]
    fn a_source_is_listed_once() {
        let mut sources = Vec::new();
        let numbers: Vec<Option<usize>> =
            ["a", "", "b", "a"].into_iter().map(|source| numbered(source, &mut sources)).collect();
        assert_eq!(numbers, [Some(1), None, Some(2), Some(1)]);
        assert_eq!(sources, ["a", "b"]);
    }
}
