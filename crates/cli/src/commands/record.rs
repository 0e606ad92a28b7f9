//! Commands on the record: reports, dossiers, verification, the log.

use std::collections::BTreeSet;
use std::fs::File;

use anyhow::{Context as _, bail};
use assize_cli::work::Processes;
use assize_domain::Kind;
use assize_domain::kernel::id::{AuditId, ReportId};
use assize_domain::kernel::time::Timestamp;
use assize_domain::report::{ReportState, content, document_review};
use assize_domain::{AnyRecord, Key};
use assize_server::{Marking, WorkError, Workers as _};
use assize_store::{ActError, Against, Store, Verdict, Withhold, verify_dossier};
use assize_tlog::VerifierKey;
use serde_json::{Value, json};

use super::open;
use super::store::new_file;
use crate::args::{ExportCommands, LogCommands, ReportArgs, VerifyArgs};
use crate::key;
use crate::out::{Answer, refused};
use crate::settings::Settings;

/// `report`.
pub(crate) async fn report(settings: &Settings, args: &ReportArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let id = uuid::Uuid::parse_str(&args.id).with_context(|| format!("`{}` is not an id", args.id))?;
    let audit = AuditId::from(id);
    let (pdf, what) = if args.review {
        match review_pdf(&store, audit, Vec::new()).await {
            Ok(pdf) => (pdf, "the review of documents"),
            Err(Stopped::Law(error)) => return refused(error),
            Err(Stopped::Fault(error)) => return Err(error),
        }
    } else {
        let Some((report, state)) = latest(&store, id).await? else {
            bail!("`{id}` is neither a report nor an audit with one")
        };
        match issued(&state) {
            Some(sha256) => match store.blobs().get(sha256).await? {
                Some(pdf) => (pdf, "the report as it was issued"),
                None => bail!("the issued report {sha256} is missing: run `assize verify`"),
            },
            None => match draft_pdf(&store, report).await {
                Ok(pdf) => (pdf, "the report as a draft"),
                Err(Stopped::Law(error)) => return refused(error),
                Err(Stopped::Fault(error)) => return Err(error),
            },
        }
    };
    use std::io::Write as _;
    let mut file = new_file(&args.output)?;
    file.write_all(&pdf)?;
    file.sync_all()?;
    let words = format!("{} holds {what}.", args.output.display());
    Ok(Answer::done(json!({ "file": args.output.display().to_string(), "bytes": pdf.len() }), words))
}

/// Why something was not made.
pub(crate) enum Stopped {
    /// The law.
    Law(ActError),
    /// A fault.
    Fault(anyhow::Error),
}

fn failed(error: WorkError) -> Stopped {
    let (WorkError::Unfit(why) | WorkError::Failed(why)) = error;
    Stopped::Fault(anyhow::anyhow!("the report could not be rendered: {why}"))
}

fn now(store: &Store) -> Result<Timestamp, Stopped> {
    Timestamp::from_millis(store.clock().millis())
        .map_err(|error| Stopped::Fault(anyhow::anyhow!("the time {error}")))
}

/// The review of an audit's documents as PDF.
pub(crate) async fn review_pdf(
    store: &Store,
    audit: AuditId,
    unread: Vec<assize_domain::report_content::UnreadFile>,
) -> Result<bytes::Bytes, Stopped> {
    let content =
        store.ask(|world| document_review(world, audit, unread.clone())).await.map_err(Stopped::Law)?;
    render(store, &content, Marking::Final).await
}

async fn draft_pdf(store: &Store, report: ReportId) -> Result<bytes::Bytes, Stopped> {
    let content = store.ask(|world| content(world, report)).await.map_err(Stopped::Law)?;
    render(store, &content, Marking::Draft).await
}

async fn render(
    store: &Store,
    content: &assize_domain::report_content::ReportContent,
    marking: Marking,
) -> Result<bytes::Bytes, Stopped> {
    let json = serde_json::to_value(content).map_err(|error| Stopped::Fault(error.into()))?;
    let workers = Processes::own().map_err(|error| Stopped::Fault(error.into()))?;
    workers.render_report(json, marking, now(store)?).await.map_err(failed)
}

/// The report of an id, or the latest of an audit.
async fn latest(store: &Store, id: uuid::Uuid) -> anyhow::Result<Option<(ReportId, ReportState)>> {
    let found = match store.record(Key { kind: Kind::Report, id }).await? {
        Some(found) => Some(found.record),
        None => store
            .linked_page(Kind::Report, "audit", id, None, 500)
            .await?
            .pop()
            .map(|(_, found)| found.record),
    };
    Ok(found.and_then(|record| match record {
        AnyRecord::Report(report) => Some((report.id(), report.state().clone())),
        _ => None,
    }))
}

fn issued(state: &ReportState) -> Option<&str> {
    match state {
        ReportState::Issued { pdf, .. } => Some(pdf.as_str()),
        ReportState::Replaced { replaced_pdf, .. } => Some(replaced_pdf.as_str()),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => None,
    }
}

/// `export`.
pub(crate) async fn export(settings: &Settings, args: &ExportCommands) -> anyhow::Result<Answer> {
    let ExportCommands::Audit { audit, output, withhold, withhold_evidence } = args;
    let audit: AuditId = audit.parse().map_err(|error| anyhow::anyhow!("`{audit}` {error}"))?;
    let fields: Option<BTreeSet<_>> = withhold.iter().map(|text| Withhold::field(text)).collect();
    let Some(fields) = fields else {
        bail!("--withhold takes KIND:FIELD or SEQ:FIELD, such as `note.written:text`")
    };
    let evidence: Result<BTreeSet<_>, _> =
        withhold_evidence.iter().map(|id| uuid::Uuid::parse_str(id)).collect();
    let withhold = Withhold { evidence: evidence.context("--withhold-evidence takes ids")?, fields };
    let store = open(settings).await?;
    let signer = key::read(&settings.key_file)?;
    store.publish(&signer).await?;
    let file = new_file(output)?;
    let done = store.export_audit(audit, signer.verifier_key(), &withhold, &file).await?;
    file.sync_all()?;
    let words = format!(
        "{} holds {} entries, {} records and {} files; {} fields and files are withheld.\nWhoever has it can check it with: assize verify {}",
        output.display(),
        done.entries,
        done.records,
        done.evidence,
        done.withheld,
        output.display()
    );
    let json = json!({ "file": output.display().to_string(), "entries": done.entries, "records": done.records,
        "evidence": done.evidence, "withheld": done.withheld });
    Ok(Answer::done(json, words))
}

/// `verify`.
pub(crate) async fn verify(settings: &Settings, args: &VerifyArgs) -> anyhow::Result<Answer> {
    let key: Option<VerifierKey> = args.key.as_deref().map(key_of).transpose()?;
    let since =
        args.since.as_ref().map(std::fs::read_to_string).transpose().context("--since cannot be read")?;
    let verdict = match &args.dossier {
        Some(file) => {
            if since.is_some() {
                bail!("--since is for a store; a dossier is checked against its own checkpoint");
            }
            let file = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
            verify_dossier(file, key.as_ref())?
        }
        None => {
            let bar = bar();
            let step = |done, of| {
                if let Some(bar) = &bar {
                    bar.set_length(of);
                    bar.set_position(done);
                }
            };
            let verdict = assize_store::verify(&settings.addresses, &Against { key, since }, step).await?;
            if let Some(bar) = &bar {
                bar.finish_and_clear();
            }
            verdict
        }
    };
    Ok(judged(&verdict))
}

fn bar() -> Option<indicatif::ProgressBar> {
    use std::io::IsTerminal as _;
    std::io::stderr().is_terminal().then(|| indicatif::ProgressBar::new(0))
}

fn key_of(text: &str) -> anyhow::Result<VerifierKey> {
    let text = std::fs::read_to_string(text).unwrap_or_else(|_| text.to_owned());
    text.trim().parse().with_context(|| "--key is neither a key nor a file that holds one")
}

fn judged(verdict: &Verdict) -> Answer {
    let pinned = if verdict.key_pinned { "pinned" } else { "unpinned" };
    if !verdict.is_ok() {
        let list: Vec<Value> = verdict
            .problems
            .iter()
            .map(|trouble| json!({ "where": trouble.place, "what": trouble.what }))
            .collect();
        let words: Vec<String> =
            verdict.problems.iter().map(|trouble| format!("{}: {}", trouble.place, trouble.what)).collect();
        let words = format!("It does not hold.\n{}", words.join("\n"));
        return Answer { json: json!({ "ok": false, "problems": list, "key": pinned }), words, is_no: true };
    }
    let mut words = format!(
        "It holds: {} entries, {} files of evidence, {} records.",
        verdict.entries, verdict.evidence, verdict.records
    );
    if verdict.unsigned > 0 {
        words.push_str(&format!(" {} entries are younger than the checkpoint.", verdict.unsigned));
    }
    if verdict.withheld + verdict.erased > 0 {
        words.push_str(&format!(
            " {} fields and files are withheld, {} entries erased.",
            verdict.withheld, verdict.erased
        ));
    }
    if !verdict.key_pinned {
        words.push_str("\nThe key was taken from beside the log: this shows that it agrees with itself. Give --key to know whose it is.");
    }
    let json = json!({ "ok": true, "entries": verdict.entries, "evidence": verdict.evidence, "checkpoint": verdict.checkpoint,
        "key": pinned, "withheld": verdict.withheld, "erased": verdict.erased, "unsigned": verdict.unsigned, "records": verdict.records });
    Answer::done(json, words)
}

/// `log`.
pub(crate) async fn log(settings: &Settings, args: &LogCommands) -> anyhow::Result<Answer> {
    match args {
        LogCommands::Key => {
            let key = public_key(settings).await?.to_string();
            Ok(Answer::done(json!({ "key": key }), key))
        }
        LogCommands::Publish => {
            let store = open(settings).await?;
            let published = store.publish(&key::read(&settings.key_file)?).await?;
            let Some(published) = published else { bail!("the store has no entry yet") };
            Ok(Answer::done(json!({ "size": published.size, "checkpoint": published.note }), published.note))
        }
        LogCommands::Checkpoint => {
            let Some(note) = open(settings).await?.checkpoint_note().await? else {
                bail!("nothing was published yet")
            };
            Ok(Answer::done(json!({ "checkpoint": note }), note))
        }
        LogCommands::Proof { seq } => {
            let store = open(settings).await?;
            let proof = store.proof(*seq, &public_key(settings).await?).await?;
            let Some(proof) = proof else {
                bail!("entry {seq} is not in the checkpoint that was published last")
            };
            let path: Vec<String> = proof.path.iter().map(ToString::to_string).collect();
            let words = format!(
                "leaf {}\nindex {}\nsize {}\n{}\n\n{}",
                proof.leaf,
                proof.index,
                proof.size,
                path.join("\n"),
                proof.note
            );
            let json = json!({ "leaf_hash": proof.leaf.to_string(), "index": proof.index, "size": proof.size, "path": path, "checkpoint": proof.note });
            Ok(Answer::done(json, words))
        }
    }
}

/// The key that verifies the log: of the signing key where it is there, else the one that stands beside the log.
async fn public_key(settings: &Settings) -> anyhow::Result<VerifierKey> {
    if let Ok(signer) = key::read(&settings.key_file) {
        return Ok(signer.verifier_key().clone());
    }
    let place = assize_store::Place::open(&settings.addresses.log, &settings.addresses.bucket)?;
    let beside = place.get(assize_store::VERIFIER_KEY).await?;
    let text = beside.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    text.and_then(|text| text.trim().parse().ok())
        .context("there is neither a signing key nor a key beside the log")
}
