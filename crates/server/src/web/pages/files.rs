//! What can be taken out of a record as files of other programs, and the files.

use askama::Template as Page;
use assize_access::Action;
use assize_domain::Key;
use assize_domain::auditee::organization_id;
use assize_domain::document::{DocumentKind, Template, chosen};
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::said::say;
use assize_store::SecurityKind;
use axum::extract::{Path, State};
use axum::response::Response;

use super::href;
use crate::app::App;
use crate::documents;
use crate::exports::{self, Of, answer};
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
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
    /// The kind of document, as the law names it.
    kind: &'static str,
    /// As what it can be had, and where; a report, on its own page.
    links: Vec<(String, String)>,
    /// The template that is chosen for it.
    template: Option<String>,
    /// The templates that can be chosen instead: id, name with version, whether it is the chosen one. Empty where nothing can be chosen.
    choices: Vec<(String, String, bool)>,
}

#[derive(Page)]
#[template(path = "files.html")]
struct FilesPage {
    frame: Frame,
    words: Words,
    files: Vec<Listed>,
    /// Documents to be read and signed, of an audit, each as PDF and as a Word file.
    documents: Vec<Offered>,
    /// The audit, of an audit; and the key of a form, so that it is taken once.
    audit: String,
    once: String,
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
    Ok(html(&FilesPage {
        frame,
        words,
        files,
        documents: Vec::new(),
        audit: String::new(),
        once: String::new(),
        dossier: None,
        take_in,
    }))
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
    let names = of.names().iter().filter(|name| exports || exports::of_team(name).is_some());
    let files = names.map(|name| listed(&words, name, &base)).collect();
    let take_in = visitor.asker.open_way(Some(format!("{base}/tables"))).await?;
    let dossier = (exports && matches!(of, Of::Audit(_))).then(|| format!("{base}/dossier"));
    let (documents, audit) = match of {
        Of::Audit(audit) => (offered(app, visitor, audit, exports).await?, audit.to_string()),
        _ => (Vec::new(), String::new()),
    };
    Ok(html(&FilesPage { frame, words, files, documents, audit, once: nonce(), dossier, take_in }))
}

/// The documents of an audit, with the templates that are chosen for them.
async fn offered(app: &App, visitor: &Visitor, audit: AuditId, exports: bool) -> Result<Vec<Offered>, Fault> {
    let words = &visitor.words;
    let kinds = [
        (DocumentKind::Report, "report"),
        (DocumentKind::Plan, "plan"),
        (DocumentKind::OpeningMeeting, "opening-meeting"),
        (DocumentKind::ClosingMeeting, "closing-meeting"),
        (DocumentKind::Nonconformities, "nonconformities"),
        (DocumentKind::CorrectiveActions, "corrective-actions"),
    ];
    let named = |template: &Template| {
        words.with2(
            "files-template-version",
            "name",
            template.name().to_string(),
            "number",
            template.revision().to_string(),
        )
    };
    // Of each kind, the template that is chosen, and those that can be.
    let read = app.store.ask(|world| {
        let all = world.list::<Template>("organization", organization_id())?;
        let of = |(kind, _): &(DocumentKind, &str)| {
            let held = chosen(world, Some(audit), *kind)?;
            let offered = all.iter().filter(|one| one.kind() == kind && one.is_in_use());
            let offered = offered.map(|one| {
                let is_held = held.is_some_and(|held| held.id() == one.id());
                (one.id().to_string(), named(one), is_held)
            });
            Ok((held.map(named), offered.collect::<Vec<_>>()))
        };
        kinds.iter().map(of).collect::<Result<Vec<_>, Stop>>()
    });
    let read = read.await.map_err(Fault::unanswered)?;
    let may_choose = visitor.asker.may_give("template.choose", Key::of(audit)).await?;
    let base = format!("/audits/{audit}/files");
    let offered = kinds.into_iter().zip(read);
    let offered =
        offered.filter(|((_, stem), _)| exports || documents::of_team(&format!("{stem}.pdf")).is_some());
    let offered = offered.map(|((kind, stem), (template, choices))| Offered {
        what: words.word("DocumentKind", kind.word()),
        kind: kind.word(),
        links: match kind {
            DocumentKind::Report => vec![(words.say("files-report"), format!("/audits/{audit}/report"))],
            _ => vec![
                (words.say("files-pdf"), format!("{base}/{stem}.pdf")),
                (words.say("files-word"), format!("{base}/{stem}.docx")),
            ],
        },
        choices: if may_choose && (template.is_some() || !choices.is_empty()) { choices } else { Vec::new() },
        template,
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
