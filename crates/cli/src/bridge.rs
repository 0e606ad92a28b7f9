//! What one room hands to another: rows that were read become rows of the law, what a catalogue holds is adopted.

use assize_domain::auditee;
use assize_domain::kernel::datum::{Problem, read_json};
use assize_domain::kernel::said::say;
use assize_intake::soa::{Implementation, SoaRow};
use serde_json::{Value, json};

use crate::counts::counted;

pub use assize_catalogue::adoption::{adopted, adopted_set, adoptions, builtin_adoptions};

/// Sets a field of an object; what is no object stays as it is.
pub fn set(table: &mut Value, key: &str, value: impl Into<Value>) {
    if let Some(table) = table.as_object_mut() {
        table.insert(key.to_owned(), value.into());
    }
}

/// Rows of a Statement of Applicability, as `soa.enter` takes them.
#[must_use]
pub fn soa_rows(rows: &[SoaRow]) -> Value {
    Value::Array(rows.iter().map(soa_row).collect())
}

fn soa_row(row: &SoaRow) -> Value {
    let said = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let implemented = match row.implemented {
        Implementation::Yes => "implemented",
        Implementation::Partly => "partly",
        Implementation::Planned => "planned",
        Implementation::No => "not_implemented",
        Implementation::NotStated => "unstated",
    };
    json!({
        "control": row.control,
        "title": said(&row.title),
        "necessary": row.necessary,
        "why": said(&row.why),
        "implemented": implemented,
        "why_excluded": said(&row.why_excluded),
    })
}

/// What the law's forms have against the texts of rows, each at its place in the file: a reason that is too long, a control
/// that is no identifier.
#[must_use]
pub fn soa_problems(rows: &[SoaRow]) -> Vec<Problem> {
    let of_row = |row: &SoaRow| {
        let sheet = row.sheet.iter().map(|sheet| format!("sheet {sheet}, ")).collect::<String>();
        let problems = read_json::<auditee::SoaRow>(&soa_row(row)).err().unwrap_or_default();
        let row = row.row;
        problems.into_iter().map(move |problem| {
            let field = problem.at.trim_start_matches('/').to_owned();
            Problem::new(
                format!("{sheet}row {row}"),
                say!("`{name}` {what}", name = field, what = problem.what),
                problem.hint,
            )
        })
    };
    rows.iter().flat_map(of_row).collect()
}

/// The media type that a file's name suggests.
#[must_use]
pub fn media_of(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "mdx" | "markdown") => "text/markdown",
        Some("txt") => "text/plain",
        Some("csv" | "tsv") => "text/csv",
        Some("html" | "htm") => "text/html",
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "application/octet-stream",
    }
}

/// What came of adopting a catalogue.
#[derive(Debug, Default)]
pub struct Adopted {
    /// Sets of criteria.
    pub sets: usize,
    /// Audit tests.
    pub tests: usize,
    /// Mappings between sets.
    pub mappings: usize,
    /// Audit trails.
    pub trails: usize,
    /// Older versions of tests, mappings and trails that were retired.
    pub retired: usize,
}

impl Adopted {
    /// Counts what the answer to a command tells of.
    pub fn count(&mut self, answer: &Value) {
        let happened = |kind| happened(answer, kind);
        self.sets += happened("criteria.adopted");
        self.tests += happened("test.adopted");
        self.mappings += happened("mapping.adopted");
        self.trails += happened("trail.adopted");
        self.retired += happened("test.retired") + happened("mapping.retired") + happened("trail.retired");
    }
}

impl std::fmt::Display for Adopted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { sets, tests, mappings, trails, retired } = self;
        writeln!(
            f,
            "{}, {}, {} and {} were adopted; what was adopted before is left as it is.",
            counted(sets, "set of criteria", "sets of criteria"),
            counted(tests, "audit test", "audit tests"),
            counted(mappings, "mapping", "mappings"),
            counted(trails, "trail", "trails")
        )?;
        writeln!(f, "{} retired.", counted(retired, "older version was", "older versions were"))
    }
}

/// How many events of a kind an answer to commands tells of.
#[must_use]
pub fn happened(answer: &Value, kind: &str) -> usize {
    let events = answer.get("events").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    events.iter().filter(|event| event.get("kind").and_then(Value::as_str) == Some(kind)).count()
}
