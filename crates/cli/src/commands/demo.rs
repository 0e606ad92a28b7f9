//! The demonstration: a whole internal audit of an invented company, or the review of a folder of documents.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use anyhow::{Context as _, bail};
use assize_catalogue::Catalogue;
use assize_cli::bridge::set;
use assize_cli::counts::counted;
use assize_cli::review::{Document, review};
use assize_cli::store_door::StoreDoor;
use assize_cli::story::{Played, Step, play, prepare, read};
use assize_cli::work::Processes;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::report_content::UnreadFile;
use assize_domain::{AnyRecord, Key};
use assize_server::Workers;
use assize_store::{Clock, DocumentText, Seal, Store, Withhold};
use assize_tlog::SignerKey;
use bytes::Bytes;
use serde_json::{Value, json};

use super::documents::{FILE_BYTES_MAX, Listed, files, text_of};
use super::import::builtin;
use super::report::{Stopped, review_pdf};
use super::{progress, serve};
use crate::args::{DemoArgs, PlaceArgs};
use crate::files::{NewFile, read_plain};
use crate::key;
use crate::out::{Answer, refused};
use crate::settings::Settings;

/// The story, and the frame of a review.
const STORY: &str = include_str!("../../../../demo/audit.toml");
const REVIEW: &str = include_str!("../../../../demo/review.toml");

macro_rules! documents {
    ($( $name:literal ),+ $(,)?) => {
        /// The documents of the invented company.
        const DOCUMENTS: &[(&str, &[u8])] = &[ $( ($name, include_bytes!(concat!("../../../../demo/documents/", $name))) ),+ ];
    };
}

documents! {
    "access-control-policy.md", "access-review-log.csv", "asset-inventory.csv", "backup-procedure.md",
    "business-continuity-plan.md", "corrective-action-log.csv", "cryptography-and-key-management.md",
    "detection-logging-and-incident-response.md", "document-control.md", "incident-register.csv",
    "information-security-objectives.md", "information-security-policy.md", "internal-audit-procedure.md",
    "isms-scope-and-context.md", "leavers.csv", "management-review-2026-06-11.txt",
    "people-security-and-competence.md", "physical-security.html", "risk-assessment-and-treatment-method.md",
    "risk-register.csv", "risk-treatment-plan.md", "secure-development-and-change.md",
    "statement-of-applicability.csv", "supplier-policy.md", "supplier-register.csv", "training-record.csv",
}

/// `demo`.
pub(crate) async fn run(args: &DemoArgs, as_json: bool) -> anyhow::Result<Answer> {
    let settings = Settings::in_folder(&args.dir);
    let clock = Arc::new(AtomicI64::new(0));
    std::fs::create_dir_all(&args.dir).with_context(|| format!("{} cannot be made", args.dir.display()))?;
    let (pdf_file, dossier_file) = (args.dir.join("report.pdf"), args.dir.join("dossier.zip"));
    if let Some(there) = [&pdf_file, &dossier_file, &settings.key_file].into_iter().find(|file| file.exists())
    {
        bail!(
            "{} is there already; nothing is overwritten: give another --dir, or remove the folder",
            there.display()
        );
    }
    // Whether it can be served is seen before it is made.
    let listener = if args.no_serve { None } else { Some(serve::bind(&args.listen).await?) };
    let store = Store::make(&settings.addresses, Clock::Set(Arc::clone(&clock))).await?;
    let signer = key::make(&settings.key_file, &key::origin("Fernhill Audit Practice"))?;
    let made = Made { args, store: &store, clock, signer: &signer };
    let made = match &args.documents {
        None => made.audit().await?,
        Some(folder) => made.review(folder).await?,
    };
    let (played, unread) = match made {
        Outcome::Played(played, unread) => (played, unread),
        Outcome::Refused(answer) => return Ok(answer),
    };
    let answer = told(args, &settings, &played, &unread, signer.verifier_key().to_string());
    store.close().await;
    let Some(listener) = listener else { return Ok(answer) };
    let store = Store::open(&settings.addresses, Clock::System).await?;
    let at = format!("http://{}", listener.local_addr()?);
    let link = super::link::made(&store, leader(&store, &played).await?, &at).await?;
    let place = PlaceArgs { store: Some(settings.addresses.database.clone()), ..PlaceArgs::default() };
    serve::serve(&settings, &place, store, listener, |_| {
        answer.print(as_json)?;
        // The answer is one object for scripts; what a person at the screen wants next goes beside it.
        eprintln!("Sign in, once, within 15 minutes:\n  {link}");
        Ok(())
    })
    .await
}

/// Who leads the demonstration's audit.
async fn leader(store: &Store, played: &Played) -> anyhow::Result<Option<PersonId>> {
    let Some(audit) = played.ids.get("audit").and_then(|audit| audit.parse::<AuditId>().ok()) else {
        return Ok(None);
    };
    let found = store.record(Key::of(audit)).await?.map(|found| found.record);
    Ok(match found {
        Some(AnyRecord::Audit(audit)) => assize_domain::audit::leader(&audit),
        _ => None,
    })
}

enum Outcome {
    Played(Box<Played>, Vec<(String, String)>),
    Refused(Answer),
}

struct Made<'a> {
    args: &'a DemoArgs,
    store: &'a Store,
    clock: Arc<AtomicI64>,
    signer: &'a SignerKey,
}

impl Made<'_> {
    fn door(&self) -> anyhow::Result<StoreDoor> {
        let workers: Arc<dyn Workers> = Arc::new(Processes::own()?);
        Ok(StoreDoor::new(self.store.clone(), workers, Arc::clone(&self.clock)))
    }

    /// The whole audit.
    async fn audit(&self) -> anyhow::Result<Outcome> {
        let folder = self.args.dir.join("documents");
        std::fs::create_dir_all(&folder)?;
        for (name, bytes) in DOCUMENTS {
            std::fs::write(folder.join(name), bytes)?;
        }
        let names: Vec<String> = DOCUMENTS.iter().map(|(name, _)| (*name).to_owned()).collect();
        let story = read(STORY)?;
        let mut door = self.door()?;
        let bar = progress("carrying the audit through");
        let played = play(&story, &folder, &names, &builtin()?, &mut door, watching(bar.as_ref())).await?;
        finished(bar);
        let pdf = door.pdf.take().context("the story has issued no report")?;
        self.write(&played, &pdf).await?;
        Ok(Outcome::Played(Box::new(played), door.unread))
    }

    /// The review of a folder's documents.
    async fn review(&self, folder: &Path) -> anyhow::Result<Outcome> {
        let Listed { names, mut left } = files(folder)?;
        if names.is_empty() {
            bail!("{} holds no files", folder.display());
        }
        let workers = Processes::own()?;
        let bar = progress("reading the documents");
        let mut documents = Vec::new();
        for name in &names {
            let bytes = read_plain(&folder.join(name), FILE_BYTES_MAX).with_context(|| name.clone())?;
            let text = text_of(&workers, Bytes::from(bytes), name).await?;
            if let DocumentText::Unreadable { reason } = &text {
                left.push((name.clone(), reason.clone()));
            }
            documents.push(Document { name: name.clone(), text });
            if let Some(bar) = &bar {
                bar.set_length(names.len() as u64);
                bar.inc(1);
            }
        }
        finished(bar);
        let catalogue = Catalogue::builtin()
            .map_err(|problems| anyhow::anyhow!("the catalogue has {} problems", problems.len()))?;
        let mut story = read(REVIEW)?;
        let found = review(&catalogue, &documents);
        if let Some(table) = story.get_mut("document_review") {
            for key in ["items", "outcome", "summary", "concerns"] {
                set(table, key, found.get(key).cloned().unwrap_or_default());
            }
        }
        if let Some(name) = folder.canonicalize()?.file_name().and_then(|name| name.to_str())
            && let Some(table) = story.get_mut("auditee")
        {
            set(table, "name", json!(format!("The organization of the folder {name}")));
        }
        let mut door = self.door()?;
        let played = prepare(&story, folder, &names, &builtin()?, &mut door, |_| ()).await?;
        let audit: AuditId =
            id(&played, "audit")?.parse().map_err(|error| anyhow::anyhow!("the audit's id {error}"))?;
        let unread = left
            .iter()
            .map(|(name, reason)| UnreadFile { path: name.clone(), reason: reason.clone() })
            .collect();
        match review_pdf(self.store, audit, unread).await {
            Ok(pdf) => self.write(&played, &pdf).await?,
            Err(Stopped::Law(error)) => return refused(error).map(Outcome::Refused),
            Err(Stopped::Fault(error)) => return Err(error),
        }
        Ok(Outcome::Played(Box::new(played), left))
    }

    async fn write(&self, played: &Played, pdf: &[u8]) -> anyhow::Result<()> {
        self.store.publish(self.signer).await?;
        NewFile::whole(&self.args.dir.join("report.pdf"), pdf)?;
        let audit =
            id(played, "audit")?.parse().map_err(|error| anyhow::anyhow!("the audit's id {error}"))?;
        let file = NewFile::make(&self.args.dir.join("dossier.zip"))?;
        self.store.export_audit(audit, Seal::Signed(self.signer), &Withhold::default(), file.file()).await?;
        file.keep()
    }
}

fn id<'p>(played: &'p Played, key: &str) -> anyhow::Result<&'p str> {
    played.ids.get(key).map(String::as_str).with_context(|| format!("the story has made no {key}"))
}

fn watching(bar: Option<&indicatif::ProgressBar>) -> impl FnMut(Step<'_>) {
    move |step| {
        if let Some(bar) = bar {
            bar.set_length(step.of as u64);
            bar.set_position(step.done as u64);
        }
    }
}

fn finished(bar: Option<indicatif::ProgressBar>) {
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
}

fn told(
    args: &DemoArgs,
    settings: &Settings,
    played: &Played,
    unread: &[(String, String)],
    key: String,
) -> Answer {
    let at = |name: &str| args.dir.join(name).display().to_string();
    let audit = played.ids.get("audit").cloned().unwrap_or_default();
    let mut words = format!(
        "{} done, each by its person, through the commands that the API offers.\n\n  store     {}\n  evidence  {}\n  log       {}\n  key       {} (made now; mode 0600; keep a copy elsewhere)\n  report    {}\n  dossier   {}\n\n",
        counted(played.deeds, "act was", "acts were"),
        settings.addresses.database,
        at("evidence"),
        at("log"),
        settings.key_file.display(),
        at("report.pdf"),
        at("dossier.zip"),
    );
    for (rule, clause) in &played.refused {
        words.push_str(&format!("One appointment was refused on the way, by {clause} ({rule}).\n"));
    }
    for (name, reason) in unread {
        words.push_str(&format!("Not read: {name}: {reason}\n"));
    }
    words.push_str(&format!(
        "Verify them with the key that the log is signed with:\n  assize verify --key '{key}' {}\n  assize verify --key '{key}' --store {} --evidence {} --log {}\n",
        at("dossier.zip"),
        settings.addresses.database,
        at("evidence"),
        at("log")
    ));
    let unread: Vec<Value> =
        unread.iter().map(|(name, reason)| json!({ "name": name, "reason": reason })).collect();
    let json = json!({ "dir": args.dir.display().to_string(), "audit": audit, "acts": played.deeds, "key": key,
        "report": at("report.pdf"), "dossier": at("dossier.zip"), "unread": unread });
    Answer::done(json, words)
}
