//! The dossier of an audit: what it is, what may be left out of it, and the way to it.

use std::collections::BTreeSet;

use askama::Template;
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::id::{AuditId, Id as _};
use assize_domain::kernel::said::say;
use assize_domain::{AnyRecord, Key, Kind};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::href;
use crate::app::App;
use crate::dossiers::{streamed, withhold};
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many files are offered to be left out; others are named by their ids.
const FILES_MAX: i64 = 200;

/// The fields that are left out most: what people wrote in their own words, and who was asked. By the kind of entry that has them,
/// and the structure whose words name them.
const OFFERED: [(&str, &str, &str); 12] = [
    ("note.written", "Note", "text"),
    ("note.written", "Note", "role"),
    ("note.edited", "Note", "text"),
    ("message.logged", "Message", "text"),
    ("request.asked", "InfoRequest", "question"),
    ("request.answered", "Answer", "text"),
    ("meeting.recorded", "Meeting", "attendance"),
    ("meeting.recorded", "Meeting", "minutes"),
    ("evidence.recorded", "Evidence", "name"),
    ("evidence.recorded", "Evidence", "source"),
    ("audit.feedback_given", "Feedback", "text"),
    ("plan.objected", "Objection", "text"),
];

/// A field that may be left out.
struct Field {
    value: String,
    label: String,
}

/// A file that may be left out.
struct File {
    id: String,
    name: String,
    classification: String,
}

#[derive(Template)]
#[template(path = "dossier.html")]
struct DossierPage {
    frame: Frame,
    words: Words,
    file: String,
    key: Option<String>,
    /// Whether nothing was published yet, so that there is nothing that could prove itself.
    unpublished: bool,
    files: Vec<File>,
    is_cut: bool,
    fields: Vec<Field>,
}

/// `GET /audits/{id}/dossier`: what a dossier is, and the way to it.
pub(crate) async fn about(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let title = title(&app, &visitor, audit).await?;
    let words = &visitor.words;
    let frame = Frame::of(&visitor, "/audits", words.say("dossier"))
        .under(words.say("nav-audits"), "/audits")
        .under(title, href(Key::of(audit)));
    let documents = app.store.linked_page(Kind::Evidence, "audit", audit.uuid(), None, FILES_MAX).await?;
    let is_cut = i64::try_from(documents.len()).is_ok_and(|len| len == FILES_MAX);
    let files = documents.iter().filter_map(|(_, found)| match &found.record {
        AnyRecord::Evidence(evidence) => file(words, evidence),
        _ => None,
    });
    let kinds = app.store.audit_entry_kinds(audit).await?;
    Ok(html(&DossierPage {
        frame,
        file: format!("/audits/{audit}/dossier.zip"),
        key: app.store.published_key().await?.map(|key| key.to_string()),
        unpublished: app.store.checkpoint_note().await?.is_none(),
        files: files.collect(),
        is_cut,
        fields: fields(words, &kinds),
        words: words.clone(),
    }))
}

/// Evidence whose file can be left out; what was seen and not taken has none.
fn file(words: &Words, evidence: &Evidence) -> Option<File> {
    matches!(evidence.form(), EvidenceForm::Taken { .. }).then(|| File {
        id: evidence.id().to_string(),
        name: evidence.name().to_string(),
        classification: words.word("Classification", evidence.classification().word()),
    })
}

/// The fields that are offered, of kinds that the audit has entries of.
fn fields(words: &Words, kinds: &BTreeSet<String>) -> Vec<Field> {
    let there = OFFERED.iter().filter(|(kind, _, _)| kinds.contains(*kind));
    let field = |(kind, of, name): &(&str, &str, &str)| Field {
        value: format!("{kind}:{name}"),
        label: words.with2("dossier-field", "kind", words.event(kind), "field", words.field(of, name)),
    };
    there.map(field).collect()
}

/// `GET /audits/{id}/dossier.zip?field=&evidence=`: the dossier, as it is written.
pub(crate) async fn dossier(
    State(app): State<App>,
    _visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let withhold = withhold(query.all("field"), query.all("evidence")).map_err(Fault::invalid)?;
    streamed(&app, &audit, withhold).await
}

async fn title(app: &App, visitor: &Visitor, audit: AuditId) -> Result<String, Fault> {
    let found = app.store.record(Key::of(audit)).await?;
    let found = found.ok_or_else(|| Fault::not_found(say!("no audit has the id `{audit}`", audit)))?;
    Ok(crate::web::choices::label(&visitor.words, &found.record))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn what_is_offered_is_a_field_that_the_law_writes() {
        let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/../domain/fixtures/journal-v1.jsonl");
        let golden = std::fs::read_to_string(golden).unwrap();
        let entries: Vec<serde_json::Value> =
            golden.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        for (kind, _, name) in OFFERED {
            let has = |entry: &&serde_json::Value| {
                let fields = entry["fields"].as_array().unwrap();
                entry["kind"] == kind && fields.iter().any(|field| field["n"] == format!("p.{name}"))
            };
            assert!(entries.iter().find(has).is_some(), "{kind}:{name}");
        }
    }

    #[test]
    fn only_fields_of_entries_that_are_there_are_offered() {
        let words = Words::new(Language::English, "UTC");
        let kinds = ["note.written".to_owned()].into();
        let offered: Vec<String> = fields(&words, &kinds).into_iter().map(|field| field.value).collect();
        assert_eq!(offered, ["note.written:text", "note.written:role"]);
    }
}
