//! A folder of somebody else's documents, taken in as evidence.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::{media_of, set};
use assize_cli::counts::counted;
use assize_cli::work::Processes;
use assize_domain::evidence::EvidenceForm;
use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_domain::kernel::text::Line;
use assize_domain::{Actor, AnyRecord, Command, Kind};
use assize_intake::Limits;
use assize_server::{WorkError, Workers as _};
use assize_store::{Act, ActError, DocumentText, Store};
use bytes::Bytes;
use serde_json::{Value, json};

use super::store::operator;
use super::{open, progress};
use crate::files::read_plain;
use crate::out::{Answer, refused};
use crate::settings::Settings;

/// The largest file that is taken in whole from a folder, in bytes: 512 MiB.
pub(crate) const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// The most entries of one folder with all that is below it: files, links, folders.
const ENTRIES_MAX: usize = 20_000;
/// How deep folders are followed.
const DEPTH_MAX: usize = 32;

/// `import documents`.
pub(crate) async fn import(
    settings: &Settings,
    folder: &Path,
    audit: &str,
    person: Option<&str>,
) -> anyhow::Result<Answer> {
    let audit: AuditId = audit.parse().map_err(|error| anyhow::anyhow!("--audit: the text {error}"))?;
    let actor = operator(person)?;
    let store = open(settings).await?;
    let listed = files(folder)?;
    let known = known(&store, audit).await?;
    let mut import = Import {
        store,
        workers: Processes::own()?,
        audit,
        actor,
        known,
        taken: Vec::new(),
        already: 0,
        left: listed.left,
    };
    let bar = progress("taking in documents");
    if let Some(bar) = &bar {
        bar.set_length(listed.names.len() as u64);
    }
    let mut stopped = None;
    for name in &listed.names {
        if let Some(answer) = import.take(folder, name).await? {
            stopped = Some(answer);
            break;
        }
        if let Some(bar) = &bar {
            bar.inc(1);
        }
    }
    if let Some(bar) = &bar {
        bar.finish_and_clear();
    }
    Ok(import.told(stopped))
}

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct Listed {
    /// Plain files by their paths in the folder, in order.
    pub(crate) names: Vec<String>,
    /// What is left out, with the reason.
    pub(crate) left: Vec<(String, String)>,
}

/// The files of a folder. What is not a plain file is not followed, and said.
pub(crate) fn files(folder: &Path) -> anyhow::Result<Listed> {
    let mut listed = Listed::default();
    let mut folders = vec![(folder.to_owned(), 0)];
    let mut entries = 0;
    while let Some((at, depth)) = folders.pop() {
        let inside = match std::fs::read_dir(&at) {
            Ok(inside) => inside,
            Err(error) if depth > 0 => {
                listed.leave(folder, &at, format!("the folder cannot be read: {error}"));
                continue;
            }
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", at.display())),
        };
        for entry in inside {
            entries += 1;
            if entries > ENTRIES_MAX {
                bail!(
                    "{} has more than {ENTRIES_MAX} entries; import its folders one by one",
                    folder.display()
                );
            }
            let path = entry.with_context(|| format!("{} cannot be read", at.display()))?.path();
            match std::fs::symlink_metadata(&path) {
                Err(error) => listed.leave(folder, &path, format!("it cannot be looked at: {error}")),
                Ok(seen) if seen.is_dir() && depth == DEPTH_MAX => {
                    listed.leave(folder, &path, format!("it lies more than {DEPTH_MAX} folders deep"));
                }
                Ok(seen) if seen.is_dir() => folders.push((path, depth + 1)),
                Ok(seen) if !seen.is_file() => {
                    listed.leave(folder, &path, "it is no plain file; links are not followed".to_owned());
                }
                Ok(seen) if seen.len() > FILE_BYTES_MAX => {
                    listed.leave(folder, &path, "it is larger than 512 MiB; upload it by itself".to_owned());
                }
                Ok(_) => listed.find(folder, &path),
            }
        }
    }
    listed.names.sort();
    listed.left.sort();
    Ok(listed)
}

impl Listed {
    fn find(&mut self, folder: &Path, path: &Path) {
        match path.strip_prefix(folder).ok().and_then(Path::to_str) {
            None => self.leave(folder, path, "its name is not text; rename it".to_owned()),
            Some(name) => match name.parse::<Line>() {
                Ok(_) => self.names.push(name.to_owned()),
                Err(error) => self.leave(folder, path, format!("its path {error}; rename it")),
            },
        }
    }

    /// Leaves something out; its name is shown without whatever could steer a terminal.
    fn leave(&mut self, folder: &Path, path: &Path, reason: String) {
        let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
        self.left.push((name.escape_debug().to_string(), reason));
    }
}

/// The evidence that an audit has, by name and digest, so that nothing is taken in twice.
async fn known(store: &Store, audit: AuditId) -> anyhow::Result<BTreeMap<(String, String), EvidenceId>> {
    let mut known = BTreeMap::new();
    let mut after = None;
    loop {
        let page =
            store.linked_page(Kind::Evidence, "audit", assize_store::key_of(audit).id, after, 500).await?;
        let Some((last, _)) = page.last() else { return Ok(known) };
        after = Some(last.id);
        for (_, found) in &page {
            if let AnyRecord::Evidence(evidence) = &found.record
                && let EvidenceForm::Taken { sha256, .. } = evidence.form()
            {
                known.insert((evidence.name().to_string(), sha256.to_string()), evidence.id());
            }
        }
    }
}

/// An import under way.
struct Import {
    store: Store,
    workers: Processes,
    audit: AuditId,
    actor: Actor,
    known: BTreeMap<(String, String), EvidenceId>,
    taken: Vec<Value>,
    already: usize,
    left: Vec<(String, String)>,
}

impl Import {
    /// Takes a file in: its bytes, the act, its text. A file that cannot be read is left; an answer of the law ends the
    /// import.
    async fn take(&mut self, folder: &Path, name: &str) -> anyhow::Result<Option<Answer>> {
        let bytes = match read_plain(&folder.join(name), FILE_BYTES_MAX) {
            Ok(bytes) => Bytes::from(bytes),
            Err(error) => {
                self.left.push((name.to_owned(), format!("{error:#}")));
                return Ok(None);
            }
        };
        let stored = self.store.blobs().put(bytes.clone()).await?;
        if let Some(id) = self.known.get(&(name.to_owned(), stored.sha256.clone())).copied() {
            self.already += 1;
            // An import that was cut off may have left a file without its text.
            if self.store.text_of(id).await?.is_none() {
                self.keep_text(id, name, bytes).await?;
            }
            return Ok(None);
        }
        let body = json!({ "audit": self.audit.to_string(), "name": name, "sha256": stored.sha256, "bytes": stored.bytes,
            "media": media_of(name), "classification": "confidential", "source": null });
        let command = Command::read("evidence.take", &body)
            .and_then(Result::ok)
            .with_context(|| format!("{name} cannot be described as evidence"))?;
        let done = match self.store.execute(Act::new(self.actor.clone(), command)).await {
            Ok(done) => done,
            Err(error @ ActError::Refused(_)) => return refused(error).map(Some),
            Err(error) => return Err(error.into()),
        };
        let subject = done.subject().context("the evidence has no id")?;
        let id = EvidenceId::from(subject.id);
        self.taken.push(json!({ "evidence": id.to_string(), "name": name, "sha256": stored.sha256 }));
        self.keep_text(id, name, bytes).await?;
        Ok(None)
    }

    async fn keep_text(&mut self, id: EvidenceId, name: &str, bytes: Bytes) -> anyhow::Result<()> {
        let text = text_of(&self.workers, bytes, name).await?;
        self.store.keep_text(id, self.audit, &text).await?;
        if let DocumentText::Unreadable { reason } = text {
            self.left.push((name.to_owned(), reason));
        }
        Ok(())
    }

    fn told(self, stopped: Option<Answer>) -> Answer {
        let mut words = format!("{} taken as evidence.", counted(self.taken.len(), "file was", "files were"));
        if self.already > 0 {
            words.push_str(&format!(" {} there already.", counted(self.already, "was", "were")));
        }
        for (name, reason) in &self.left {
            words.push_str(&format!("\nnot read: {name}: {reason}"));
        }
        let unread: Vec<Value> =
            self.left.iter().map(|(name, reason)| json!({ "name": name, "reason": reason })).collect();
        let mut json = json!({ "evidence": self.taken, "already": self.already, "unread": unread });
        match stopped {
            None => Answer::done(json, words),
            Some(refused) => {
                let refusals = refused.json.get("refusals").cloned().unwrap_or_default();
                set(&mut json, "refusals", refusals);
                Answer::no(json, format!("{}\n{words}", refused.words))
            }
        }
    }
}

/// The text of a document. What is too large for the reader is kept and not read.
pub(crate) async fn text_of(workers: &Processes, bytes: Bytes, name: &str) -> anyhow::Result<DocumentText> {
    if bytes.len() as u64 > Limits::INPUT_BYTES_MAX {
        let reason = format!(
            "it is larger than the {} MiB that are read for their text; it is kept as it is",
            Limits::INPUT_BYTES_MAX / (1024 * 1024)
        );
        return Ok(DocumentText::Unreadable { reason });
    }
    match workers.read_text(bytes, name).await {
        Ok(text) => Ok(text),
        Err(WorkError::Unfit(reason)) => Ok(DocumentText::Unreadable { reason }),
        Err(WorkError::Failed(why)) => bail!("documents cannot be read: {why}"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt as _;

    use super::*;

    #[test]
    fn a_folder_is_listed_and_nothing_of_it_is_followed() {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret"), "x").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("b/c")).unwrap();
        fs::write(at("b/c/policy.md"), "x").unwrap();
        fs::write(at("a.txt"), "x").unwrap();
        fs::write(at("bell\u{7}.txt"), "x").unwrap();
        fs::write(folder.path().join(OsStr::from_bytes(b"\xff.txt")), "x").unwrap();
        std::os::unix::fs::symlink(outside.path(), at("away")).unwrap();
        std::os::unix::fs::symlink(outside.path().join("secret"), at("secret.txt")).unwrap();
        let deep = vec!["d"; DEPTH_MAX + 1].join("/");
        fs::create_dir_all(at(&deep)).unwrap();
        fs::write(at(&format!("{deep}/below.txt")), "x").unwrap();
        fs::File::create(at("huge.bin")).unwrap().set_len(FILE_BYTES_MAX + 1).unwrap();

        let listed = files(folder.path()).unwrap();
        assert_eq!(listed.names, ["a.txt", "b/c/policy.md"]);
        let left: Vec<&str> = listed.left.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(left.len(), 6, "{left:?}");
        for name in ["away", "secret.txt", "huge.bin", "bell\\u{7}.txt", deep.as_str()] {
            assert!(left.contains(&name), "{name}: {left:?}");
        }
        assert!(files(&at("missing")).is_err());
    }
}
