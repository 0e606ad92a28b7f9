//! What one room hands to another: rows that were read become rows of the law, what a catalogue holds is adopted.

use assize_domain::auditee;
use assize_domain::kernel::datum::{Problem, read_json};
use assize_intake::soa::{Implementation, SoaRow};
use serde_json::{Value, json};

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
            Problem::new(format!("{sheet}row {row}"), format!("`{field}` {}", problem.what), problem.hint)
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

/// The commands that adopt the built-in catalogue.
///
/// # Errors
/// Every problem of the catalogue; the built-in one has none.
pub fn builtin_adoptions() -> Result<Vec<(&'static str, Value)>, Vec<assize_catalogue::Problem>> {
    Ok(adoptions(&assize_catalogue::Catalogue::builtin()?))
}

/// How many audit tests are adopted in one act.
const TESTS_AT_ONCE: usize = 100;

/// The commands that adopt the tests, mappings and trails of a catalogue, each with its name. Trails come last, because they name tests.
#[must_use]
pub fn adoptions(catalogue: &assize_catalogue::Catalogue) -> Vec<(&'static str, Value)> {
    let tests: Vec<Value> = catalogue.tests().map(adopted).collect();
    let mut commands: Vec<(&str, Value)> =
        tests.chunks(TESTS_AT_ONCE).map(|part| ("test.adopt", json!({ "tests": part }))).collect();
    commands.extend(catalogue.mappings().map(|mapping| ("mapping.adopt", adopted_mapping(mapping))));
    let trails: Vec<Value> = catalogue.trails().map(adopted_trail).collect();
    if !trails.is_empty() {
        commands.push(("trail.adopt", json!({ "trails": trails })));
    }
    commands
}

fn adopted_mapping(mapping: &assize_catalogue::Mapping) -> Value {
    let pair = |pair: &assize_catalogue::Pair| {
        json!({
            "from": pair.from.as_ref().map(|id| id.as_str()),
            "to": pair.to.as_ref().map(|id| id.as_str()),
            "relation": pair.relation.as_str(),
            "note": pair.note,
        })
    };
    let pairs: Vec<Value> = mapping.pairs.iter().map(pair).collect();
    json!({ "mapping": {
        "from": mapping.from.as_str(), "to": mapping.to.as_str(), "source": mapping.source, "pairs": pairs,
    } })
}

fn adopted_trail(trail: &assize_catalogue::Trail) -> Value {
    let step =
        |step: &assize_catalogue::TrailStep| json!({ "test": step.test.as_str(), "carry": step.carry });
    json!({
        "trail": trail.id.as_str(),
        "title": trail.title,
        "case": trail.case,
        "about": trail.about,
        "steps": trail.steps.iter().map(step).collect::<Vec<_>>(),
    })
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
            "{sets} sets of criteria, {tests} audit tests, {mappings} mappings and {trails} trails were adopted; what was adopted before is left as it is."
        )?;
        writeln!(f, "{retired} older versions were retired.")
    }
}

/// A set of criteria of a catalogue, as `criteria.adopt` takes it; `auditee` is the one whose own criteria they are.
#[must_use]
pub fn adopted_set(set: &assize_catalogue::CriteriaSet, auditee: Option<&str>) -> Value {
    let requirement = |requirement: &assize_catalogue::Requirement| {
        json!({
            "id": requirement.id.as_str(),
            "title": requirement.title,
            "parent": requirement.parent.as_ref().map(|parent| parent.as_str()),
            "kind": requirement.kind.as_str(),
            "documented_information": requirement.documented_information,
            "attributes": requirement
                .attributes
                .iter()
                .map(|(name, values)| json!({ "name": name, "values": values }))
                .collect::<Vec<_>>(),
        })
    };
    let requirements: Vec<Value> = set.requirements().map(requirement).collect();
    json!({
        "auditee": auditee,
        "set": {
            "criteria": set.id.as_str(),
            "title": set.title,
            "publisher": set.publisher,
            "edition": set.edition,
            "source": set.source,
            "requirements": requirements,
        },
    })
}

/// How many events of a kind an answer to commands tells of.
#[must_use]
pub fn happened(answer: &Value, kind: &str) -> usize {
    let events = answer.get("events").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    events.iter().filter(|event| event.get("kind").and_then(Value::as_str) == Some(kind)).count()
}

/// An audit test of a catalogue, as `test.adopt` takes it.
#[must_use]
pub fn adopted(test: &assize_catalogue::AuditTest) -> Value {
    let requirements: Vec<Value> = test
        .requirements
        .iter()
        .map(
            |requirement| json!({ "criteria": requirement.criteria.as_str(), "id": requirement.id.as_str() }),
        )
        .collect();
    let breaches: Vec<&str> = test.breaches().into_iter().map(|id| id.as_str()).collect();
    let audit_types: Vec<&str> = test.audit_types.iter().map(|audit_type| audit_type.as_str()).collect();
    json!({
        "test": test.id.as_str(),
        "digest": test.version().to_string(),
        "title": test.title,
        "objective": test.objective,
        "guidance": test.guidance(),
        "requirements": requirements,
        "breaches": breaches,
        "audit_types": audit_types,
        "minutes": test.minutes,
    })
}
