//! Documents, Statements of Applicability and audit tests in.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use assize_cli::bridge::{builtin_tests, media_of, set};
use assize_cli::work::Processes;
use assize_domain::Command;
use assize_server::{SoaRead, WorkError, Workers as _};
use assize_store::{Act, DocumentText, Store};
use bytes::Bytes;
use serde_json::{Value, json};

use super::open;
use super::store::{give, operator};
use crate::args::ImportCommands;
use crate::out::{Answer, refused};
use crate::settings::Settings;

/// The largest file that is taken in whole from a folder, in bytes: 512 MiB.
const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// The most files of one import.
const FILES_MAX: usize = 20_000;
/// How deep folders are followed.
const DEPTH_MAX: usize = 32;

/// `import`.
pub(crate) async fn run(settings: &Settings, args: &ImportCommands) -> anyhow::Result<Answer> {
    match args {
        ImportCommands::Documents { folder, audit, person } => {
            documents(settings, folder, audit, person.as_deref()).await
        }
        ImportCommands::Soa { file, auditee, label, dated, criteria, person } => {
            let body = json!({ "auditee": auditee, "label": label, "dated": dated, "criteria": criteria, "source": null });
            soa(settings, file, body, person.as_deref()).await
        }
        ImportCommands::Tests => tests(settings).await,
    }
}

async fn tests(settings: &Settings) -> anyhow::Result<Answer> {
    let tests = builtin_tests()
        .map_err(|problems| anyhow::anyhow!("the catalogue has {} problems", problems.len()))?;
    let mut adopted = 0;
    for part in tests.as_array().map(Vec::as_slice).unwrap_or_default().chunks(100) {
        let answer = give(settings, None, "test.adopt", &json!({ "tests": part })).await?;
        if answer.is_no {
            return Ok(answer);
        }
        adopted += answer.json.get("events").and_then(Value::as_array).map_or(0, Vec::len);
    }
    Ok(Answer::done(json!({ "adopted": adopted }), format!("{adopted} audit tests were adopted.")))
}

async fn soa(
    settings: &Settings,
    file: &Path,
    mut body: Value,
    person: Option<&str>,
) -> anyhow::Result<Answer> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    match Processes::own()?.read_soa(Bytes::from(bytes), name).await {
        Ok(SoaRead::Rows(rows)) => set(&mut body, "rows", Value::Array(rows)),
        Ok(SoaRead::Problems(problems)) => {
            let words: Vec<String> = problems
                .iter()
                .map(|problem| format!("{}: {}; {}", problem.at, problem.what, problem.hint))
                .collect();
            let list: Vec<Value> = problems
                .iter()
                .map(|problem| json!({ "at": problem.at, "what": problem.what, "hint": problem.hint }))
                .collect();
            return Ok(Answer { json: json!({ "problems": list }), words: words.join("\n"), is_no: true });
        }
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => bail!("{}: {why}", file.display()),
    }
    give(settings, person, "soa.enter", &body).await
}

/// A path that was not taken, and why.
pub(crate) type LeftOut = (String, String);

/// The files of a folder by their paths in it, in order. What is not a plain file is not followed, and said.
pub(crate) fn files(folder: &Path) -> anyhow::Result<(Vec<String>, Vec<LeftOut>)> {
    let (mut found, mut left) = (Vec::new(), Vec::new());
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((at, depth)) = folders.pop() {
        let entries = std::fs::read_dir(&at).with_context(|| format!("{} cannot be read", at.display()))?;
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let Some(name) = path.strip_prefix(folder).ok().and_then(Path::to_str).map(str::to_owned) else {
                left.push((path.display().to_string(), "its name is not text".to_owned()));
                continue;
            };
            let kind = entry.file_type()?;
            if kind.is_dir() && depth < DEPTH_MAX {
                folders.push((path, depth + 1));
            } else if !kind.is_file() {
                left.push((name, "it is no plain file; links are not followed".to_owned()));
            } else if entry.metadata()?.len() > FILE_BYTES_MAX {
                left.push((name, "it is larger than 512 MiB; upload it by itself".to_owned()));
            } else if name.chars().any(char::is_control) || name.chars().count() > 300 || name.trim() != name
            {
                left.push((name.escape_debug().to_string(), "its name cannot be kept; rename it".to_owned()));
            } else if found.len() == FILES_MAX {
                bail!("{} has more than {FILES_MAX} files; import its folders one by one", folder.display());
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok((found, left))
}

async fn documents(
    settings: &Settings,
    folder: &Path,
    audit: &str,
    person: Option<&str>,
) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let workers = Processes::own()?;
    let (names, mut left) = files(folder)?;
    let bar = {
        use std::io::IsTerminal as _;
        std::io::stderr().is_terminal().then(|| indicatif::ProgressBar::new(names.len() as u64))
    };
    let mut taken = Vec::new();
    for name in &names {
        match take(&store, &workers, &folder.join(name), name, audit, person).await? {
            Taken::Kept { id, unread } => {
                taken.push(json!({ "evidence": id, "name": name }));
                left.extend(unread.map(|reason| (name.clone(), reason)));
            }
            Taken::Refused(answer) => return Ok(answer),
        }
        if let Some(bar) = &bar {
            bar.inc(1);
        }
    }
    let mut words = format!("{} files were taken as evidence.", taken.len());
    for (name, reason) in &left {
        words.push_str(&format!("\n{name}: {reason}"));
    }
    let unread: Vec<Value> =
        left.iter().map(|(name, reason)| json!({ "name": name, "reason": reason })).collect();
    Ok(Answer::done(json!({ "evidence": taken, "unread": unread }), words))
}

enum Taken {
    Kept { id: String, unread: Option<String> },
    Refused(Answer),
}

async fn take(
    store: &Store,
    workers: &Processes,
    path: &PathBuf,
    name: &str,
    audit: &str,
    person: Option<&str>,
) -> anyhow::Result<Taken> {
    let bytes =
        Bytes::from(std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?);
    let text = match workers.read_text(bytes.clone(), name).await {
        Ok(text) => text,
        Err(WorkError::Unfit(reason) | WorkError::Failed(reason)) => DocumentText::Unreadable { reason },
    };
    let stored = store.blobs().put(bytes).await?;
    let body = json!({ "audit": audit, "name": name, "sha256": stored.sha256, "bytes": stored.bytes,
        "media": media_of(name), "classification": "confidential", "source": null });
    let command = Command::read("evidence.take", &body)
        .and_then(Result::ok)
        .context("the audit's id cannot be read")?;
    let done = match store.execute(Act::new(operator(person)?, command)).await {
        Ok(done) => done,
        Err(error) => return refused(error).map(Taken::Refused),
    };
    let id = done.subject().map(|key| key.id.to_string()).unwrap_or_default();
    let (Ok(evidence), Ok(audit)) = (id.parse(), audit.parse()) else { bail!("the evidence has no id") };
    store.keep_text(evidence, audit, &text).await?;
    let unread = match text {
        DocumentText::Unreadable { reason } => Some(reason),
        DocumentText::Text { .. } | DocumentText::Unsupported => None,
    };
    Ok(Taken::Kept { id, unread })
}
