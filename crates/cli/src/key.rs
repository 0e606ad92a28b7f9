//! The keys: that which signs the log, and that which seals secrets. Each is a file of its own, for its owner alone.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};
use assize_store::{EvidenceKey, EvidenceKeys, KeySource, SecretKey, Store};
use assize_tlog::{Checkpoint, Origin, SignerKey};

use crate::settings::{EvidenceKeyText, Settings};

/// Makes a key and writes its file, which must not be there yet; nobody else may read it.
pub(crate) fn make(file: &Path, origin: &str) -> anyhow::Result<SignerKey> {
    let name = named(origin)?;
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).context("the system gave no random bytes")?;
    let key = SignerKey::from_seed(name, &seed)?;
    write_new(file, key.to_secret_text().as_str())?;
    Ok(key)
}

/// Writes a key's file, which must not be there yet; nobody else may read it.
fn write_new(file: &Path, text: &str) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    let mut out =
        options.open(file).with_context(|| format!("the key cannot be written to {}", file.display()))?;
    writeln!(out, "{text}").and_then(|()| out.sync_all())?;
    Ok(())
}

/// Gives a store the key that seals what has to be read again. The file is made where neither it nor any secret sealed with it is there yet, as for a
/// store from before there were accounts.
pub(crate) async fn give_secret(store: &Store, file: &Path) -> anyhow::Result<()> {
    if !file.exists() {
        if store.knows_secret_key().await? {
            bail!(
                "the key that one-time codes are sealed with is not at {}: give the file that was made with the store as ASSIZE_SECRET_FILE",
                file.display()
            );
        }
        write_new(file, SecretKey::make()?.to_text().as_str())?;
        eprintln!(
            "The key that one-time codes are sealed with was made: {} (mode 0600; keep a copy elsewhere).",
            file.display()
        );
    }
    warn_if_open(file);
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let key = SecretKey::read(&text).with_context(|| format!("{} does not hold a key", file.display()))?;
    Ok(store.use_secret_key(key).await?)
}

/// The keys that evidence is encrypted with, from the environment or from their file; nothing where neither has any.
pub(crate) fn evidence_keys(settings: &Settings) -> anyhow::Result<Option<EvidenceKeys>> {
    if let Some(EvidenceKeyText(text)) = &settings.evidence_key {
        let keys = EvidenceKeys::read(text);
        return keys.context("ASSIZE_EVIDENCE_KEY holds no key, or something else besides").map(Some);
    }
    let file = &settings.evidence_key_file;
    if !file.exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let keys = EvidenceKeys::read(&text);
    keys.with_context(|| format!("{} holds no key of evidence, or something else besides", file.display()))
        .map(Some)
}

/// Gives a store the keys that its evidence is encrypted with, where it is; whether the one that it needs is there.
pub(crate) async fn give_evidence_keys(store: &Store, settings: &Settings) -> anyhow::Result<bool> {
    // What is there and cannot be read is said now, and not when a file is asked for.
    if evidence_keys(settings)?.is_some() && settings.evidence_key.is_none() {
        warn_if_open(&settings.evidence_key_file);
    }
    let from = settings.clone();
    let source: KeySource = Arc::new(move || evidence_keys(&from).ok().flatten());
    Ok(store.use_evidence_keys(source).await?)
}

/// Makes a key that evidence is encrypted with, in a file that must not be there yet.
pub(crate) fn make_evidence_key(settings: &Settings) -> anyhow::Result<EvidenceKey> {
    if settings.evidence_key.is_some() {
        bail!("the key of evidence is in the environment already (ASSIZE_EVIDENCE_KEY)");
    }
    let key = EvidenceKey::make()?;
    write_new(&settings.evidence_key_file, key.to_text().as_str())?;
    Ok(key)
}

/// What is said of a key that was made.
pub(crate) fn evidence_key_made(settings: &Settings, key: &EvidenceKey) -> String {
    format!(
        "The key that evidence is encrypted with was made: `{}`, in {} (mode 0600: for you alone). It is in no database and no backup. Keep a copy elsewhere: whoever loses it has lost the evidence.",
        key.name(),
        settings.evidence_key_file.display()
    )
}

/// Writes these keys in the place of those that are in the file: the whole of them is there, or what was there before.
pub(crate) fn replace_evidence_keys(settings: &Settings, keys: &[EvidenceKey]) -> anyhow::Result<()> {
    let file = &settings.evidence_key_file;
    let mut beside = file.clone().into_os_string();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let lines: Vec<_> = keys.iter().map(EvidenceKey::to_text).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.as_str()).collect();
    write_new(&beside, &lines.join("\n"))?;
    std::fs::rename(&beside, file).with_context(|| format!("{} cannot be replaced", file.display()))?;
    if let Some(folder) = file.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// A name that a log can have: of its key, and of its checkpoints.
pub(crate) fn named(origin: &str) -> anyhow::Result<assize_tlog::KeyName> {
    let name = origin.parse().with_context(|| format!("`{origin}` cannot name a log"))?;
    let _: Origin = origin.parse().with_context(|| format!("`{origin}` cannot name a log"))?;
    Ok(name)
}

/// Whether a key signed what was published, so that it may sign on.
pub(crate) fn signs_on(key: &SignerKey, note: &str) -> anyhow::Result<()> {
    let verifier = key.verifier_key();
    let origin: Origin = verifier.name().as_str().parse()?;
    Checkpoint::open(note.as_bytes(), &origin, std::slice::from_ref(verifier)).map(drop).with_context(|| {
        format!("the published log is not one that {} signs: give its key with --key-file", verifier.name())
    })
}

/// Reads the key.
pub(crate) fn read(file: &Path) -> anyhow::Result<SignerKey> {
    warn_if_open(file);
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => bail!(
            "the log's key cannot be read from {}: {error}; it was made by `assize init`, or give --key-file",
            file.display()
        ),
    };
    text.trim().parse().with_context(|| format!("{} does not hold a key", file.display()))
}

/// Others who can read the key can sign: whoever runs this is told.
fn warn_if_open(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if std::fs::metadata(file).is_ok_and(|seen| seen.permissions().mode() & 0o077 != 0) {
            eprintln!("others can read {}: run `chmod 600` on it", file.display());
        }
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// A name for a log, out of the organization's name.
pub(crate) fn origin(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "assize/log".to_owned() } else { format!("{}/assize", parts.join("-")) }
}
