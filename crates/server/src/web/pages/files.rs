//! What can be taken out of a record as files of other programs, and the files.

use askama::Template;
use assize_access::Action;
use assize_domain::Key;
use assize_domain::kernel::said::say;
use assize_store::SecurityKind;
use axum::extract::{Path, State};
use axum::response::Response;

use super::href;
use crate::app::App;
use crate::exports::{CALENDAR, Of, answer};
use crate::problem::Fault;
use crate::query::id;
use crate::web::choices::label;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A file that can be had.
struct Listed {
    what: String,
    for_: String,
    name: &'static str,
    href: String,
}

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    frame: Frame,
    words: Words,
    files: Vec<Listed>,
    /// Where the dossier is, of an audit.
    dossier: Option<String>,
    /// Where a table that was edited is taken in.
    take_in: Option<String>,
}

/// `GET /audits/{id}/files`.
pub(crate) async fn audit(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    page(&app, &visitor, Of::Audit(id(&audit)?)).await
}

/// `GET /programmes/{id}/files`.
pub(crate) async fn programme(
    State(app): State<App>,
    visitor: Visitor,
    Path(programme): Path<String>,
) -> Result<Response, Fault> {
    page(&app, &visitor, Of::Programme(id(&programme)?)).await
}

/// `GET /people/files`.
pub(crate) async fn people(visitor: Visitor) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let frame = Frame::of(&visitor, "/people", words.say("files")).under(words.say("nav-people"), "/people");
    let files = Of::People.names().iter().map(|name| listed(&words, name, "/people")).collect();
    let take_in = visitor.asker.open_way(Some("/people/tables".to_owned())).await?;
    Ok(html(&FilesPage { frame, words, files, dossier: None, take_in }))
}

/// `GET /people/files/{name}`.
pub(crate) async fn of_people(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
) -> Result<Response, Fault> {
    // Personal data of everybody goes out: that is noted first.
    visitor.asker.note(SecurityKind::Exported, None, &name).await?;
    answer(&app, Of::People, &name, &visitor.words).await
}

fn listed(words: &Words, name: &'static str, base: &str) -> Listed {
    Listed {
        what: words.say(&format!("file-{}", name.replace('.', "-"))),
        for_: words.say(&format!("file-for-{}", name.rsplit('.').next().unwrap_or_default())),
        name,
        href: format!("{base}/files/{name}"),
    }
}

/// `GET /statements/{id}/files`.
pub(crate) async fn statement(
    State(app): State<App>,
    visitor: Visitor,
    Path(soa): Path<String>,
) -> Result<Response, Fault> {
    page(&app, &visitor, Of::Statement(id(&soa)?)).await
}

async fn page(app: &App, visitor: &Visitor, of: Of) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let (key, place, places, base) = match of {
        Of::Audit(audit) => (Key::of(audit), "/audits", "nav-audits", format!("/audits/{audit}")),
        Of::Programme(programme) => {
            (Key::of(programme), "/programmes", "nav-programmes", format!("/programmes/{programme}"))
        }
        Of::Statement(soa) => (Key::of(soa), "/auditees", "nav-auditees", format!("/statements/{soa}")),
        Of::People => return Err(Fault::not_found("the register of people has a page of its own")),
    };
    let found = app.store.record(key).await?;
    let found = found.ok_or_else(|| {
        Fault::not_found(say!(
            "no {kind} has the id `{id}`",
            kind = &key.kind,
            id = key.id.hyphenated().to_string()
        ))
    })?;
    let frame = Frame::of(visitor, place, words.say("files"))
        .under(words.say(places), place)
        .under(label(&words, &found.record), href(key));
    // Whoever does an audit's work takes its calendar out, and nothing else.
    let exports = visitor.asker.may(Action::Export, key).await?;
    let names = of.names().iter().filter(|name| exports || **name == CALENDAR);
    let files = names.map(|name| listed(&words, name, &base)).collect();
    let take_in = visitor.asker.open_way(Some(format!("{base}/tables"))).await?;
    let dossier = (exports && matches!(of, Of::Audit(_))).then(|| format!("{base}/dossier"));
    Ok(html(&FilesPage { frame, words, files, dossier, take_in }))
}

/// `GET /audits/{id}/files/{name}`.
pub(crate) async fn of_audit(
    State(app): State<App>,
    visitor: Visitor,
    Path((audit, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    answer(&app, Of::Audit(id(&audit)?), &name, &visitor.words).await
}

/// `GET /programmes/{id}/files/{name}`.
pub(crate) async fn of_programme(
    State(app): State<App>,
    visitor: Visitor,
    Path((programme, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    answer(&app, Of::Programme(id(&programme)?), &name, &visitor.words).await
}

/// `GET /statements/{id}/files/{name}`.
pub(crate) async fn of_statement(
    State(app): State<App>,
    visitor: Visitor,
    Path((soa, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    answer(&app, Of::Statement(id(&soa)?), &name, &visitor.words).await
}
