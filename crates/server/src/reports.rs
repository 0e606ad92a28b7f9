//! Reports: their content, a draft as PDF, and the PDF that is issued.

use assize_domain::document::DocumentKind;
use assize_domain::kernel::act::check_version;
use assize_domain::kernel::id::ReportId;
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::report::{self, IssueReport, Report, ReportState};
use assize_domain::report_content::ReportContent;
use assize_domain::{Actor, AnyRecord, Command, Ctx, Key};
use assize_exchange::{oscal, table};
use assize_store::{ActError, Store, StoreError, Which};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::commands::{act, answer};
use crate::conditions::{if_match, once, value};
use crate::documents::template_of;
use crate::letterhead::look_of;
use crate::problem::{Fault, INVALID};
use crate::query::id;
use crate::web::{Language, Words};
use crate::workers::{Attached, Form, Made, Marking, Printed, WorkError, Workers};

/// `GET /reports/{id}/content`: the content as the records stand, its digest, and what it lacks.
pub(crate) async fn content(
    State(app): State<App>,
    _caller: Caller,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    let content = content_of(&app, id(&report)?).await?;
    let lacks = content.checklist();
    let lacks = lacks
        .iter()
        .map(|item| json!({ "item": item.id, "what": item.words, "clause": item.source, "hint": item.hint }));
    let answer = json!({ "digest": content.digest(), "lacks": lacks.collect::<Value>(), "content": content_json(&content)? });
    Ok(json(StatusCode::OK, &answer))
}

/// `POST /reports/{id}/pdf`: the content as it stands, marked as a draft.
pub(crate) async fn draft(
    State(app): State<App>,
    _caller: Caller,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    let content = content_of(&app, report).await?;
    let printed = printed(&app, report, &content).await?;
    Ok(pdf(render(&app, printed, Marking::Draft).await?))
}

/// `GET /reports/{id}/pdf`: the PDF that was issued.
pub(crate) async fn issued(
    State(app): State<App>,
    _caller: Caller,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    Ok(pdf(issued_bytes(&app, id(&report)?).await?))
}

/// The PDF of a report as it was issued.
pub(crate) async fn issued_bytes(app: &App, report: ReportId) -> Result<Bytes, Fault> {
    let (_, state) = report_of(app, report).await?;
    let digest = issued_pdf(&state).ok_or_else(|| Fault::not_found("this report has not been issued"))?;
    let bytes = app.store.blobs().get(digest.as_str()).await?;
    bytes.ok_or_else(|| Fault::internal(format!("an issued report has no blob {digest}")))
}

/// `GET /reports/{id}/docx`: the content as a Word file.
pub(crate) async fn docx(
    State(app): State<App>,
    _caller: Caller,
    Path(report): Path<String>,
) -> Result<Response, Fault> {
    word(&app, id(&report)?).await
}

/// A report's content as it stands as a Word file to go on editing in: marked as a draft unless it is what was issued, word for word.
pub(crate) async fn word(app: &App, report: ReportId) -> Result<Response, Fault> {
    let (_, state) = report_of(app, report).await?;
    let content = content_of(app, report).await?;
    let marking = if is_as_issued(&state, &content) { Marking::Final } else { Marking::Draft };
    let printed = printed(app, report, &content).await?;
    let bytes = written(&app.store, app.workers.as_ref(), report, printed, marking, crate::people::now(app)?);
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    let bytes = bytes.await?.map_err(work_fault)?;
    let headers = [
        (
            header::CONTENT_TYPE,
            value("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ),
        (header::CONTENT_DISPOSITION, value("attachment; filename=\"report.docx\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// A report as a Word file: in the template that its audit has chosen, else as our documents look.
///
/// # Errors
/// [`StoreError`]; inside, why no file came of it.
pub async fn written(
    store: &Store,
    workers: &dyn Workers,
    report: ReportId,
    printed: Printed,
    marking: Marking,
    at: Timestamp,
) -> Result<Result<Bytes, WorkError>, StoreError> {
    let audit = match store.record(Key::of(report)).await?.map(|found| found.record) {
        Some(AnyRecord::Report(record)) => Some(*record.audit()),
        _ => None,
    };
    let template = match audit {
        Some(audit) => template_of(store, Some(audit), DocumentKind::Report).await?,
        None => None,
    };
    let Some(template) = template else { return Ok(workers.write_report(printed, marking, at).await) };
    let made = Made {
        content: printed.content,
        signatures: printed.signatures,
        marking,
        look: printed.look,
        form: Form::FilledReport(template),
    };
    Ok(workers.make_document(made, at).await)
}

/// What an issued report says as data, to be attached to its PDF: the results as OSCAL, and the findings line by line.
///
/// # Errors
/// The store's, and those of the law where the audit is gone.
pub async fn attached(
    store: &Store,
    report: ReportId,
    content: &ReportContent,
) -> Result<Vec<Attached>, ActError> {
    let at = Timestamp::from_millis(store.clock().millis())
        .map_err(|error| StoreError::Limit(format!("the clock: {error}")))?;
    let words = Words::new(Language::of_tag(&content.language).unwrap_or(Language::English), "UTC");
    let whole = content.whole_papers;
    let made = store.ask(|world| {
        let audit = *world.get::<Report>(report)?.audit();
        let results = oscal::reported(oscal::assessment_results(world, audit, at)?, whole);
        let findings = table::findings_register(world, audit, at.date(), &words)?;
        Ok((results.to_string(), table::json_lines(&findings)))
    });
    let (results, findings) = made.await?;
    let file = |name: &str, media: &str, text: String| Attached {
        name: name.to_owned(),
        media: media.to_owned(),
        text,
    };
    Ok(vec![
        file("assessment-results.json", "application/json", results),
        file("findings.jsonl", "application/jsonl", findings),
    ])
}

/// `POST /reports/{id}/issue`: renders the approved content, keeps the PDF, and gives `report.issue`.
pub(crate) async fn issue(
    State(app): State<App>,
    caller: Caller,
    Path(report): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    let (command, version) = issuing(&app, &caller.actor, report, if_match(&headers)?).await?;
    let route = format!("/reports/{report}/issue");
    let pdf = command.pdf.to_string();
    let mut act = act(&headers, &caller, &route, command.into())?.with_file(pdf);
    // The PDF holds the minute of its making, so the request is known by its conditions alone.
    let said = act.expected.unwrap_or_default().to_string();
    act.once = once(&headers, &caller, format!("POST {route}"), &said)?;
    // What was rendered is what stood at this version.
    act.expected.get_or_insert(version);
    answer(&app, &caller.asker, act).await
}

/// What a report is issued by: its PDF is rendered and kept, unless it was issued before. With it, the version of the report that
/// was rendered.
pub(crate) async fn issuing(
    app: &App,
    actor: &Actor,
    report: ReportId,
    expected: Option<i64>,
) -> Result<(IssueReport, i64), Fault> {
    let (version, state) = report_of(app, report).await?;
    let pdf = match &state {
        // Issued by the same request before, or refused by the law.
        ReportState::Issued { pdf, .. } | ReportState::Replaced { replaced_pdf: pdf, .. } => pdf.clone(),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => {
            may_issue(app, actor, report, expected).await?;
            let content = content_of(app, report).await?;
            let mut printed = printed(app, report, &content).await?;
            printed.attached = attached(&app.store, report, &content).await?;
            let stored = app.store.blobs().put(render(app, printed, Marking::Final).await?).await?;
            stored.sha256.parse().map_err(Fault::internal)?
        }
    };
    Ok((IssueReport { report, pdf }, version))
}

/// Asks the law before anything is rendered: its refusal says what is to come first.
async fn may_issue(app: &App, actor: &Actor, report: ReportId, expected: Option<i64>) -> Result<(), Fault> {
    let command = Command::from(IssueReport { report, pdf: no_pdf()? });
    let now = crate::people::now(app)?;
    let asked = app.store.ask(|world| {
        let ctx = Ctx::new(now, actor.clone(), [0; 8]);
        check_version(world, command.subject(), expected)?;
        command.decide(world, &ctx)
    });
    asked.await.map(drop).map_err(Fault::from)
}

/// A digest that is of no PDF. The law looks at no digest; the one that is issued is known when the report is rendered.
pub(crate) fn no_pdf() -> Result<Sha256, Fault> {
    "0".repeat(64).parse().map_err(Fault::internal)
}

/// The content of a report as the records stand.
pub(crate) async fn content_of(app: &App, report: ReportId) -> Result<ReportContent, Fault> {
    app.store.ask(|world| report::content(world, report)).await.map_err(Fault::unanswered)
}

/// A report's version and state.
pub(crate) async fn report_of(app: &App, report: ReportId) -> Result<(i64, ReportState), Fault> {
    let found = app.store.record(Key::of(report)).await?;
    found
        .and_then(|found| match found.record {
            AnyRecord::Report(record) => Some((found.version, record.state().clone())),
            _ => None,
        })
        .ok_or_else(|| Fault::not_found(say!("no report has the id `{report}`", report)))
}

/// The digest of the PDF that was issued.
pub(crate) fn issued_pdf(state: &ReportState) -> Option<&Sha256> {
    match state {
        ReportState::Issued { pdf, .. } | ReportState::Replaced { replaced_pdf: pdf, .. } => Some(pdf),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => None,
    }
}

/// Whether the content is the one that was issued: the records have not changed it since.
pub fn is_as_issued(state: &ReportState, content: &ReportContent) -> bool {
    match state {
        ReportState::Issued { issued_content: then, .. }
        | ReportState::Replaced { replaced_content: then, .. } => then.as_str() == content.digest(),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => false,
    }
}

/// Renders a report's content.
pub(crate) async fn render(app: &App, printed: Printed, marking: Marking) -> Result<Bytes, Fault> {
    let at = crate::people::now(app)?;
    let _permit = app.working.acquire().await.map_err(Fault::internal)?;
    app.workers.render_report(printed, marking, at).await.map_err(work_fault)
}

/// A report as it is printed, with the signatures that stand on it.
pub(crate) async fn printed(app: &App, report: ReportId, content: &ReportContent) -> Result<Printed, Fault> {
    let signatures = printed_signatures(&app.store, report, &content.digest()).await?;
    let look = look_of(&app.store).await?;
    Ok(Printed { content: content_json(content)?, signatures, look, attached: Vec::new() })
}

/// The signatures on a report's content, as they are printed with it. Those on what the report said before are not.
///
/// # Errors
/// [`StoreError`].
pub async fn printed_signatures(store: &Store, report: ReportId, digest: &str) -> Result<Value, StoreError> {
    let mut list = Vec::new();
    for signed in store.signatures(Which::Subject(Key::of(report))).await? {
        let Some(signature) = signed.signature else { continue };
        if signed.content.as_deref().is_some_and(|content| content != digest) {
            continue;
        }
        let name = match (signed.signer, signed.by.person()) {
            (Some(signer), _) => signer,
            (None, Some(person)) => match store.record(Key::of(person)).await?.map(|found| found.record) {
                Some(AnyRecord::Person(person)) => person.name().to_string(),
                _ => continue,
            },
            (None, None) => continue,
        };
        list.push(json!({ "act": signature.act, "name": name, "at": signed.at.to_string(), "method": signature.method,
            "digest": signature.digest }));
    }
    Ok(Value::Array(list))
}

/// A report's content as JSON.
pub(crate) fn content_json(content: &ReportContent) -> Result<Value, Fault> {
    serde_json::to_value(content).map_err(Fault::internal)
}

/// A PDF as an answer.
pub(crate) fn pdf(bytes: Bytes) -> Response {
    ([(header::CONTENT_TYPE, value("application/pdf"))], bytes).into_response()
}

/// Why a worker gave no result, as an answer.
pub(crate) fn work_fault(error: WorkError) -> Fault {
    match error {
        WorkError::Unfit(what) => Fault::new(&INVALID, Said::data(what)),
        WorkError::Failed(cause) => Fault::internal(cause),
    }
}
