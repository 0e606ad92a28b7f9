//! Documents of an audit beside its report, and the profile of an auditor: which there are, and each as a file.

use assize_access::Action;
use assize_domain::document::{
    self, DocumentContent, DocumentKind, Says, corrective_actions, meeting, nonconformities, plan, profile,
};
use assize_domain::kernel::id::{AppraisalId, AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::said::{listed, say};
use assize_domain::kernel::text::Language as Tag;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Key, Kind, World};
use assize_store::{Store, StoreError};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use bytes::Bytes;
use serde_json::Value;

use crate::access::Asker;
use crate::app::App;
use crate::caller::Caller;
use crate::conditions::value;
use crate::exports;
use crate::letterhead::look_of;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::reports::work_fault;
use crate::web::accepted;
use crate::workers::{Form, Made, Marking, Workers};

/// The documents of an audit. `nonconformity-3.pdf` and its like are those of one nonconformity, by its number.
pub const DOCUMENTS_OF_AUDIT: &[&str] = &[
    "plan.pdf",
    "plan.docx",
    "opening-meeting.pdf",
    "opening-meeting.docx",
    "closing-meeting.pdf",
    "closing-meeting.docx",
    "nonconformities.pdf",
    "nonconformities.docx",
    "corrective-actions.pdf",
    "corrective-actions.docx",
];
/// The documents of a person.
pub const DOCUMENTS_OF_PERSON: &[&str] = &["profile.pdf", "profile.docx"];
/// What the name of a form of one nonconformity begins with.
const ONE: &str = "nonconformity-";

/// Whose documents they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// An audit's.
    Audit(AuditId),
    /// A person's, in a language.
    Person(PersonId, Tag),
}

/// What a name asks for: the kind of document, and the number of one nonconformity.
fn asked(of: &Of, name: &str) -> Option<(DocumentKind, Option<u32>)> {
    let (stem, ending) = name.split_once('.')?;
    if !matches!(ending, "pdf" | "docx") {
        return None;
    }
    let kind = match (of, stem) {
        (Of::Audit(_), "plan") => DocumentKind::Plan,
        (Of::Audit(_), "opening-meeting") => DocumentKind::OpeningMeeting,
        (Of::Audit(_), "closing-meeting") => DocumentKind::ClosingMeeting,
        (Of::Audit(_), "nonconformities") => DocumentKind::Nonconformities,
        (Of::Audit(_), "corrective-actions") => DocumentKind::CorrectiveActions,
        (Of::Person(..), "profile") => DocumentKind::Profile,
        (Of::Audit(_), stem) => {
            let number = stem.strip_prefix(ONE)?.parse().ok()?;
            return Some((DocumentKind::Nonconformities, Some(number)));
        }
        (Of::Person(..), _) => return None,
    };
    Some((kind, None))
}

/// A name that is none is answered by those that there are.
pub(crate) fn no_file(name: &str, names: &[&str]) -> Fault {
    Fault::not_found(say!("there is no file `{name}`; there are {names}", name, names = listed(names)))
}

/// Whether a name is that of a document of an audit, and not that of a file for another program.
#[must_use]
pub fn is_document(name: &str) -> bool {
    name.ends_with(".pdf") || name.ends_with(".docx")
}

/// The name of a document that whoever does an audit's work takes out, whether or not they may export: the plan and the agendas.
pub(crate) fn of_team(name: &str) -> Option<&'static str> {
    let of_team = |known: &&&str| {
        ["plan.", "opening-meeting.", "closing-meeting."].iter().any(|stem| known.starts_with(stem))
    };
    DOCUMENTS_OF_AUDIT.iter().filter(of_team).find(|known| **known == name).copied()
}

/// The file of the template that a document is made of, where the organization has one for it.
///
/// # Errors
/// What the store says when it cannot be read, or the file is not there.
pub(crate) async fn template_of(
    store: &Store,
    audit: Option<AuditId>,
    kind: DocumentKind,
) -> Result<Option<Bytes>, StoreError> {
    let chosen = store
        .ask(|world| Ok(document::chosen(world, audit, kind)?.map(|template| template.sha256().to_string())));
    let chosen: Option<String> = chosen.await.map_err(|error| StoreError::Limit(error.to_string()))?;
    let Some(sha256) = chosen else { return Ok(None) };
    let bytes = store.blobs().get(&sha256).await?;
    bytes.map(Some).ok_or_else(|| {
        StoreError::Limit(format!("the file {sha256} of a template is missing: run `assize verify`"))
    })
}

/// A document, made at a time. Who asks sees of a profile what they may; without anybody, the operator sees all.
///
/// # Errors
/// A fault where there is no such record, no document of that name, or none can be made.
pub(crate) async fn file(
    store: &Store,
    workers: &dyn Workers,
    asker: Option<&Asker>,
    of: &Of,
    name: &str,
    at: Timestamp,
) -> Result<Bytes, Fault> {
    let Some((kind, number)) = asked(of, name) else {
        return Err(match of {
            Of::Audit(audit) => no_file(name, &exports::Of::Audit(*audit).all_names()),
            Of::Person(..) => no_file(name, DOCUMENTS_OF_PERSON),
        });
    };
    let said = store.ask(|world| content(world, of, kind, number)).await;
    let mut said = said.map_err(Fault::unanswered)?;
    if let (Some(asker), Says::Profile(_)) = (asker, &said.says) {
        only_seen(asker, &mut said).await?;
    }
    let audit = match of {
        Of::Audit(audit) => Some(*audit),
        Of::Person(..) => None,
    };
    let form = match name.ends_with(".pdf") {
        true => Form::Pdf,
        false => template_of(store, audit, kind).await?.map_or(Form::Word, Form::Filled),
    };
    let made = Made {
        content: serde_json::to_value(&said).map_err(Fault::internal)?,
        signatures: Value::Array(Vec::new()),
        marking: if said.is_draft { Marking::Draft } else { Marking::Final },
        look: look_of(store).await?,
        form,
    };
    workers.make_document(made, at).await.map_err(work_fault)
}

fn content(world: &World, of: &Of, kind: DocumentKind, number: Option<u32>) -> Result<DocumentContent, Stop> {
    match of {
        Of::Person(person, language) => profile(world, *person, language),
        Of::Audit(audit) => match kind {
            DocumentKind::Plan => plan(world, *audit),
            DocumentKind::CorrectiveActions => corrective_actions(world, *audit),
            DocumentKind::OpeningMeeting | DocumentKind::ClosingMeeting => meeting(world, *audit, kind),
            DocumentKind::Nonconformities | DocumentKind::Report | DocumentKind::Profile => {
                nonconformities(world, *audit, number)
            }
        },
    }
}

/// Takes away of a profile what who asks may not know of: audits that they may not see, evaluations that they may not open.
async fn only_seen(asker: &Asker, content: &mut DocumentContent) -> Result<(), Fault> {
    let Says::Profile(profile) = &mut content.says else { return Ok(()) };
    let mut audits = Vec::new();
    for one in std::mem::take(&mut profile.audits) {
        let audit: AuditId = one.id.parse().map_err(Fault::internal)?;
        if asker.may(Action::See, Key::of(audit)).await? {
            audits.push(one);
        }
    }
    profile.audits = audits;
    let mut evaluations = Vec::new();
    for one in std::mem::take(&mut profile.evaluations) {
        let evaluation: AppraisalId = one.id.parse().map_err(Fault::internal)?;
        if asker.may(Action::Open, Key::of(evaluation)).await? {
            evaluations.push(one);
        }
    }
    profile.evaluations = evaluations;
    Ok(())
}

/// A document as an answer: saved under its name.
pub(crate) async fn answer(app: &App, asker: &Asker, of: &Of, name: &str) -> Result<Response, Fault> {
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let bytes = file(&app.store, app.workers.as_ref(), Some(asker), of, name, now(app)?).await?;
    let media = if name.ends_with(".pdf") {
        "application/pdf"
    } else {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    };
    let headers = [
        (header::CONTENT_TYPE, value(media)),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
    ];
    Ok((headers, bytes).into_response())
}

/// `GET /people/{id}/files/{name}`.
pub(crate) async fn of_person(
    State(app): State<App>,
    caller: Caller,
    Path((person, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let of = Of::Person(id(&person)?, tag(accepted(&headers).tag())?);
    answer(&app, &caller.asker, &of, &name).await
}

/// A tag of ours as the law has languages.
pub(crate) fn tag(tag: &str) -> Result<Tag, Fault> {
    tag.parse().map_err(Fault::internal)
}

/// A document of an audit or a person, for the command line. `language` is the tag of the language of a profile; documents of an audit are
/// in the audit's.
///
/// # Errors
/// In words: what is wrong with what was asked for, or that the store or the work failed.
pub async fn document_file(
    store: &Store,
    workers: &dyn Workers,
    key: Key,
    name: &str,
    language: &str,
) -> Result<Bytes, String> {
    let of = match key.kind {
        Kind::Audit => Of::Audit(key.id.into()),
        Kind::Person => {
            Of::Person(key.id.into(), language.parse().map_err(|error| format!("`{language}` {error}"))?)
        }
        _ => {
            let of = exports::of_key(key)?;
            return Err(no_file(name, &of.all_names()).detail().to_string());
        }
    };
    let at = Timestamp::from_millis(store.clock().millis()).map_err(|error| format!("the clock: {error}"))?;
    let made = file(store, workers, None, &of, name, at).await;
    made.map_err(|fault| fault.detail().to_string())
}
