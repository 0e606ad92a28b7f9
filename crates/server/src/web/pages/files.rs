//! What can be taken out of a record as files of other programs, and the files.

use askama::Template;
use assize_access::Action;
use assize_domain::Key;
use assize_domain::document::{DocumentKind, chosen};
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::said::say;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{act_href, href};
use crate::app::App;
use crate::documents;
use crate::exports::{self, Of, answer};
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

/// A document that can be had.
struct Offered {
    what: String,
    pdf: String,
    word: String,
    /// The template that is chosen for it, and where another is chosen.
    template: Option<String>,
    choose: Option<String>,
}

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    frame: Frame,
    words: Words,
    files: Vec<Listed>,
    /// Documents to be read and signed, of an audit, each as PDF and as a Word file.
    documents: Vec<Offered>,
    /// Where the dossier is, of an audit.
    dossier: Option<String>,
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
    let names = of.names().iter().filter(|name| exports || exports::of_team(name).is_some());
    let files = names.map(|name| Listed {
        what: words.say(&format!("file-{}", name.replace('.', "-"))),
        for_: words.say(&format!("file-for-{}", name.rsplit('.').next().unwrap_or_default())),
        name,
        href: format!("{base}/files/{name}"),
    });
    let files = files.collect();
    let dossier = (exports && matches!(of, Of::Audit(_))).then(|| format!("{base}/dossier"));
    let documents = match of {
        Of::Audit(audit) => offered(app, visitor, audit, exports).await?,
        Of::Programme(_) | Of::Statement(_) => Vec::new(),
    };
    Ok(html(&FilesPage { frame, words, files, documents, dossier }))
}

/// The documents of an audit, with the templates that are chosen for them.
async fn offered(app: &App, visitor: &Visitor, audit: AuditId, exports: bool) -> Result<Vec<Offered>, Fault> {
    let words = &visitor.words;
    let kinds = [
        (DocumentKind::Plan, "plan"),
        (DocumentKind::OpeningMeeting, "opening-meeting"),
        (DocumentKind::ClosingMeeting, "closing-meeting"),
        (DocumentKind::Nonconformities, "nonconformities"),
        (DocumentKind::CorrectiveActions, "corrective-actions"),
    ];
    let chosen = app.store.ask(|world| {
        let of = |(kind, _): &(DocumentKind, &str)| {
            let template = chosen(world, Some(audit), *kind)?;
            Ok(template.map(|template| format!("{} {}", template.name(), template.revision())))
        };
        kinds.iter().map(of).collect::<Result<Vec<Option<String>>, Stop>>()
    });
    let chosen = chosen.await.map_err(Fault::unanswered)?;
    let may_choose = visitor.asker.may_give("template.choose", Key::of(audit)).await?;
    let base = format!("/audits/{audit}/files");
    let offered = kinds.into_iter().zip(chosen);
    let offered =
        offered.filter(|((_, stem), _)| exports || documents::of_team(&format!("{stem}.pdf")).is_some());
    let offered = offered.map(|((kind, stem), template)| Offered {
        what: words.word("DocumentKind", kind.word()),
        pdf: format!("{base}/{stem}.pdf"),
        word: format!("{base}/{stem}.docx"),
        template,
        choose: may_choose.then(|| {
            let fields = [("audit", &*audit.to_string()), ("kind", kind.word())];
            act_href("template.choose", &fields, &base)
        }),
    });
    Ok(offered.collect())
}

/// `GET /people/{id}/files/{name}`.
pub(crate) async fn of_person(
    State(app): State<App>,
    visitor: Visitor,
    Path((person, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let of = documents::Of::Person(id(&person)?, documents::tag(visitor.words.language.tag())?);
    documents::answer(&app, &visitor.asker, &of, &name).await
}

/// `GET /audits/{id}/files/{name}`.
pub(crate) async fn of_audit(
    State(app): State<App>,
    visitor: Visitor,
    Path((audit, name)): Path<(String, String)>,
) -> Result<Response, Fault> {
    if documents::is_document(&name) {
        let of = documents::Of::Audit(id(&audit)?);
        return documents::answer(&app, &visitor.asker, &of, &name).await;
    }
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
