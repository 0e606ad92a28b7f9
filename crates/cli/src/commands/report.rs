//! Reports: written as PDF, and issued.

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_cli::work::Processes;
use assize_domain::kernel::id::{AuditId, ReportId};
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::report::{IssueReport, ReportState, content, document_review};
use assize_domain::report_content::{ReportContent, UnreadFile};
use assize_domain::{Actor, AnyRecord, Command, Ctx, Key, Kind};
use assize_server::{Marking, Printed, WorkError, Workers as _, look_of, printed_signatures};
use assize_store::{Act, ActError, Store};
use bytes::Bytes;
use serde_json::json;
use uuid::Uuid;

use super::open;
use super::store::operator;
use crate::args::{ReportArgs, ReportCommands, WrittenArgs};
use crate::files::NewFile;
use crate::out::{Answer, happened, refused};
use crate::settings::Settings;

/// `report`.
pub(crate) async fn run(settings: &Settings, args: &ReportArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let done = match (&args.command, &args.written) {
        (Some(ReportCommands::Issue { report, person }), _) => {
            issue(&store, id(report)?, operator(person.as_deref())?).await
        }
        (None, Some(args)) => write(&store, args).await,
        (None, None) => bail!("name a report or an audit"),
    };
    match done {
        Ok(answer) => Ok(answer),
        Err(Stopped::Law(error)) => refused(error),
        Err(Stopped::Fault(error)) => Err(error),
    }
}

/// Why something was not made.
pub(crate) enum Stopped {
    /// The law.
    Law(ActError),
    /// A fault.
    Fault(anyhow::Error),
}

impl From<ActError> for Stopped {
    fn from(error: ActError) -> Self {
        Self::Law(error)
    }
}

impl From<anyhow::Error> for Stopped {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error)
    }
}

impl From<assize_store::StoreError> for Stopped {
    fn from(error: assize_store::StoreError) -> Self {
        Self::Fault(error.into())
    }
}

fn id(text: &str) -> anyhow::Result<Uuid> {
    Uuid::parse_str(text).with_context(|| format!("`{text}` is not an id"))
}

async fn write(store: &Store, args: &WrittenArgs) -> Result<Answer, Stopped> {
    let id = id(&args.id)?;
    if args.review {
        let pdf = review_pdf(store, AuditId::from(id), Vec::new()).await?;
        return Ok(written(args, &pdf, "the review of documents")?);
    }
    let Some(found) = latest(store, id).await? else {
        return Err(anyhow::anyhow!("`{id}` is neither a report nor an audit with one").into());
    };
    if args.output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx")) {
        let content = content_of(store, found.report).await?;
        let as_issued = !args.draft && assize_server::is_as_issued(&found.state, &content);
        let marking = if as_issued { Marking::Final } else { Marking::Draft };
        let printed = printed(store, Some(found.report), &content).await?;
        let workers = Processes::own().map_err(anyhow::Error::from)?;
        let file =
            assize_server::written(store, &workers, found.report, printed, marking, now(store)?).await?;
        let mut answer = written(args, &rendered(file)?, "the report as a Word file to go on editing in")?;
        set(&mut answer.json, "report", found.report.to_string());
        return Ok(answer);
    }
    let mut answer = match issued(&found.state).filter(|_| !args.draft) {
        Some(sha256) => {
            let pdf = store.blobs().get(sha256.as_str()).await?;
            let pdf =
                pdf.with_context(|| format!("the issued report {sha256} is missing: run `assize verify`"))?;
            written(args, &pdf, "the report as it was issued")?
        }
        None => {
            let content = content_of(store, found.report).await?;
            let pdf = render(store, Some(found.report), &content, Marking::Draft).await?;
            as_it_stands(written(args, &pdf, "the report as a draft")?, &content)
        }
    };
    set(&mut answer.json, "report", found.report.to_string());
    Ok(answer)
}

fn written(args: &WrittenArgs, pdf: &[u8], what: &str) -> anyhow::Result<Answer> {
    NewFile::whole(&args.output, pdf)?;
    let words = format!("{} holds {what}.", args.output.display());
    let json = json!({ "file": args.output.display().to_string(), "bytes": pdf.len(), "what": what });
    Ok(Answer::done(json, words))
}

/// What a draft needs next: the digest that its review and its approval name, and what its checklist lacks.
fn as_it_stands(mut answer: Answer, content: &ReportContent) -> Answer {
    let digest = content.digest();
    answer
        .words
        .push_str(&format!("\nIts content, as `report.review` and `report.approve` name it: {digest}"));
    let mut lacks = Vec::new();
    for item in content.checklist() {
        answer.words.push_str(&format!("\nIt lacks {} ({}): {}", item.words, item.source, item.hint));
        lacks.push(json!({ "item": item.id, "what": item.words, "clause": item.source, "hint": item.hint }));
    }
    set(&mut answer.json, "content", digest);
    set(&mut answer.json, "lacks", lacks);
    answer
}

/// Issues a report as the API does: the approved content is rendered, kept under its digest, and named in the act.
async fn issue(store: &Store, report: Uuid, actor: Actor) -> Result<Answer, Stopped> {
    let report = ReportId::from(report);
    let Some(found) = latest(store, Key::of(report).id).await?.filter(|found| found.report == report) else {
        return Err(anyhow::anyhow!("no report has the id `{report}`").into());
    };
    may_issue(store, report, &actor).await?;
    let content = content_of(store, report).await?;
    let mut printed = printed(store, Some(report), &content).await?;
    printed.attached = assize_server::attached(store, report, &content).await?;
    let workers = Processes::own().map_err(anyhow::Error::from)?;
    let pdf = rendered(workers.render_report(printed, Marking::Final, now(store)?).await)?;
    let stored = store.blobs().put(pdf).await?;
    let pdf = digest(&stored.sha256)?;
    let mut act = Act::new(actor, IssueReport { report, pdf });
    // What was rendered is what stood at this version.
    act.expected = Some(found.version);
    let done = store.execute(act).await?;
    let mut answer = happened(&done);
    answer.words.push_str(&format!(
        "\nThe report is issued as {}. Write it with: assize report {report} -o report.pdf",
        stored.sha256
    ));
    set(&mut answer.json, "pdf", stored.sha256);
    Ok(answer)
}

/// Asks the law before anything is rendered: its refusal says what is to come first.
async fn may_issue(store: &Store, report: ReportId, actor: &Actor) -> Result<(), Stopped> {
    let command = Command::from(IssueReport { report, pdf: digest(&"0".repeat(64))? });
    let ctx = Ctx::new(now(store)?, actor.clone(), [0; 8]);
    store.ask(|world| command.decide(world, &ctx)).await?;
    Ok(())
}

fn digest(text: &str) -> anyhow::Result<Sha256> {
    text.parse().map_err(|error| anyhow::anyhow!("the digest {error}"))
}

fn now(store: &Store) -> anyhow::Result<Timestamp> {
    Timestamp::from_millis(store.clock().millis()).map_err(|error| anyhow::anyhow!("the time {error}"))
}

/// The review of an audit's documents as PDF.
pub(crate) async fn review_pdf(
    store: &Store,
    audit: AuditId,
    unread: Vec<UnreadFile>,
) -> Result<Bytes, Stopped> {
    let content = store.ask(|world| document_review(world, audit, unread.clone())).await?;
    Ok(render(store, None, &content, Marking::Final).await?)
}

async fn content_of(store: &Store, report: ReportId) -> Result<ReportContent, ActError> {
    store.ask(|world| content(world, report)).await
}

async fn render(
    store: &Store,
    report: Option<ReportId>,
    content: &ReportContent,
    marking: Marking,
) -> anyhow::Result<Bytes> {
    let printed = printed(store, report, content).await?;
    rendered(Processes::own()?.render_report(printed, marking, now(store)?).await)
}

/// A content as it is printed, with the signatures on its report where it is that of one.
async fn printed(
    store: &Store,
    report: Option<ReportId>,
    content: &ReportContent,
) -> anyhow::Result<Printed> {
    let mut printed = Printed::from(serde_json::to_value(content)?);
    printed.look = look_of(store).await?;
    if let Some(report) = report {
        printed.signatures = printed_signatures(store, report, &content.digest()).await?;
    }
    Ok(printed)
}

fn rendered(answer: Result<Bytes, WorkError>) -> anyhow::Result<Bytes> {
    answer.map_err(|error| match error {
        WorkError::Unfit(why) | WorkError::Failed(why) => {
            anyhow::anyhow!("the report could not be rendered: {why}")
        }
    })
}

/// A report, and how far it has come.
struct Found {
    report: ReportId,
    state: ReportState,
    version: i64,
}

/// The report of an id, or the latest of an audit.
async fn latest(store: &Store, id: Uuid) -> anyhow::Result<Option<Found>> {
    let found = match store.record(Key { kind: Kind::Report, id }).await? {
        Some(found) => Some(found),
        None => store.linked_page(Kind::Report, "audit", id, None, 500).await?.pop().map(|(_, found)| found),
    };
    Ok(found.and_then(|found| match found.record {
        AnyRecord::Report(report) => {
            Some(Found { report: report.id(), state: report.state().clone(), version: found.version })
        }
        _ => None,
    }))
}

const fn issued(state: &ReportState) -> Option<&Sha256> {
    match state {
        ReportState::Issued { pdf, .. } | ReportState::Replaced { replaced_pdf: pdf, .. } => Some(pdf),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => None,
    }
}
