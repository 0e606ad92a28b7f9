//! Issuing the report: what it will do, to whom it goes, and the one button.

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::ReportId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Sha256 as Digest256;
use assize_domain::report::{IssueReport, Report, ReportState};
use assize_domain::signing::must_sign;
use assize_domain::{Command, Ctx, Key, World};
use assize_store::{Act, Once};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use sha2::{Digest as _, Sha256};

use super::{frame_beside, is_in_work, name, refused, versions};
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::commands::execute;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::reports::{issuing, no_pdf};
use crate::web::act::nonce;
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::sign_in::Coming;
use crate::web::signing::{Signing, Step};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

#[derive(Template)]
#[template(path = "report_issue.html")]
struct IssuePage {
    frame: Frame,
    words: Words,
    id: ReportId,
    back: String,
    number: u32,
    /// The number of the version that is replaced.
    replaces: Option<u32>,
    /// The digest of the content that was approved, if it was.
    digest: Option<String>,
    /// Who gets it: name and function.
    recipients: Vec<(String, String)>,
    /// What the law refuses.
    wrong: Vec<Wrong>,
    version: i64,
    once: String,
    /// Whether it is signed before it is given.
    signs: bool,
}

/// `GET /reports/{id}/issue`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    Ok(html(&view_of(&app, &visitor, id(&report)?).await?))
}

/// `POST /reports/{id}/issue`: renders the PDF, keeps it, and gives `report.issue`.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    coming: Coming,
    Path(report): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let version: Option<i64> = posted.filled("version").and_then(|version| version.parse().ok());
    let once = posted.filled("once").map_or_else(nonce, str::to_owned);
    // What is signed is the content; the PDF is made of it after that.
    let command: Command = IssueReport { report, pdf: no_pdf()? }.into();
    let signing = Signing {
        app: &app,
        visitor: &visitor,
        coming: &coming,
        command: &command,
        version,
        posted: &posted,
        action: &format!("/reports/{report}/issue"),
        back: &format!("/reports/{report}/issue"),
    };
    let done = match signing.step().await {
        Ok(Step::Sign(page)) => return Ok(*page),
        Ok(Step::Go(grant)) => issued(&app, &visitor, report, version, (once, grant)).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(seq) => {
            let seq = seq.map(|seq| seq.to_string()).unwrap_or_default();
            Ok(Redirect::to(&format!("/reports/{report}?done=report.issue&seq={seq}")).into_response())
        }
        Err(fault) if fault.refusals().is_empty() => Err(fault),
        Err(fault) => {
            let mut page = view_of(&app, &visitor, report).await?;
            let refusals = fault.refusals().iter();
            page.wrong = refusals.map(|refusal| Wrong::refused(&visitor.words, refusal)).collect();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html(&page)).into_response())
        }
    }
}

/// The number of the entry that says that the report was issued.
async fn issued(
    app: &App,
    visitor: &Visitor,
    report: ReportId,
    version: Option<i64>,
    (once, grant): (String, Option<String>),
) -> Result<Option<i64>, Fault> {
    let (command, stood) = issuing(app, &visitor.actor, report, version).await?;
    // The PDF holds the minute of its making, so that what is sent again is known by the version alone.
    let said = format!("{report} {}", version.unwrap_or_default());
    let once = Once {
        principal: visitor.actor.to_string(),
        route: "POST /reports/issue".to_owned(),
        key: once,
        body: hex(&Sha256::digest(said.as_bytes())),
    };
    let expected = Some(version.unwrap_or(stood));
    let pdf = command.pdf.to_string();
    let act = Act {
        actor: visitor.actor.clone(),
        command: command.into(),
        expected,
        once: Some(once),
        grant,
        door: None,
        field: None,
        received: Some(pdf),
    };
    Ok(execute(app, &visitor.asker, act).await?.events.last().map(|event| event.seq))
}

async fn view_of(app: &App, visitor: &Visitor, report: ReportId) -> Result<IssuePage, Fault> {
    let at = now(app)?;
    let no_pdf = no_pdf()?;
    let page = app.store.ask(|world| {
        let ctx = Ctx::new(at, visitor.actor.clone(), [0; 8]);
        view(world, &ctx, visitor, report, &no_pdf)
    });
    page.await.map_err(Fault::unanswered)
}

fn view(
    world: &World,
    ctx: &Ctx,
    visitor: &Visitor,
    id: ReportId,
    no_pdf: &Digest256,
) -> Result<IssuePage, Stop> {
    let words = &visitor.words;
    let report = world.get::<Report>(id)?;
    let audit = world.get::<Audit>(*report.audit())?;
    let command = IssueReport { report: id, pdf: no_pdf.clone() }.into();
    let before = versions(world, audit.id())?;
    let before = before.iter().find(|version| !is_in_work(version.state()) && Report::id(version) != id);
    let recipients = report
        .distribution()
        .iter()
        .map(|recipient| Ok((name(world, words, recipient.person)?, recipient.function.to_string())));
    Ok(IssuePage {
        frame: frame_beside(visitor, audit, words.command("report.issue")),
        words: words.clone(),
        id,
        back: format!("/audits/{}/report", audit.id()),
        number: *report.number(),
        replaces: before.map(|version| *version.number()),
        digest: match report.state() {
            ReportState::Approved { content, .. } => Some(content.to_string()),
            ReportState::Issued { issued_content, .. } => Some(issued_content.to_string()),
            ReportState::Replaced { replaced_content, .. } => Some(replaced_content.to_string()),
            ReportState::Draft | ReportState::Reviewed { .. } => None,
        },
        recipients: recipients.collect::<Result<_, Stop>>()?,
        wrong: refused(world, ctx, words, &command)?,
        version: world.version(Key::of(id))?,
        once: nonce(),
        signs: must_sign("report.issue", &visitor.actor, visitor.door().is_some()).is_some(),
    })
}
