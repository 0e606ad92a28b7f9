//! Evidence that is kept encrypted: how it is kept, encrypting what is there, changing the key.

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_store::{EvidenceKey, SealedCount, Store};
use serde_json::json;

use super::{open, progress_count};
use crate::args::EvidenceCommands;
use crate::key;
use crate::out::Answer;
use crate::settings::Settings;

/// `evidence`.
pub(crate) async fn run(settings: &Settings, args: &EvidenceCommands) -> anyhow::Result<Answer> {
    match args {
        EvidenceCommands::Show => show(&open(settings).await?).await,
        EvidenceCommands::Encrypt { make_key } => encrypt(settings, *make_key).await,
        EvidenceCommands::Rotate { retire: false } => rotate(settings).await,
        EvidenceCommands::Rotate { retire: true } => retire(settings).await,
    }
}

async fn show(store: &Store) -> anyhow::Result<Answer> {
    let SealedCount { master, by_master, plain } = store.sealed_count().await?;
    let mut words = match &master {
        Some(name) => format!("New files are encrypted with the key `{name}`."),
        None => "New files are kept as they are.".to_owned(),
    };
    for (name, files) in &by_master {
        let files = counted(files, "file is encrypted; its key is", "files are encrypted; their keys are");
        words.push_str(&format!("\n{files} wrapped with `{name}`."));
    }
    let kept = counted(plain, "file is kept as it is", "files are kept as they are");
    words.push_str(&format!("\n{kept}."));
    Ok(Answer::done(json!({ "key": master, "encrypted": by_master, "plain": plain }), words))
}

async fn encrypt(settings: &Settings, make_key: bool) -> anyhow::Result<Answer> {
    let mut words = String::new();
    if make_key && key::evidence_keys(settings)?.is_none() {
        let store = Store::open(&settings.addresses, assize_store::Clock::System).await?;
        if let Some(name) = store.sealed_count().await?.master {
            bail!("this store is encrypted with the key `{name}` already: give that, and make no other");
        }
        let key = key::make_evidence_key(settings)?;
        words = format!("{}\n", key::evidence_key_made(settings, &key));
        store.close().await;
    }
    let store = open(settings).await?;
    let bar = progress_count("encrypting");
    let done = store.encrypt_evidence(|files| bar.set_position(files)).await?;
    bar.finish_and_clear();
    words.push_str(&format!(
        "{} encrypted, and {} encrypted file now.",
        counted(done.files, "file was", "files were"),
        counted(done.recorded, "record knows its", "records know their")
    ));
    for left in &done.left {
        words.push_str(&format!("\nLeft as it is: {left}"));
    }
    let json = json!({ "encrypted": done.files, "recorded": done.recorded, "left": done.left });
    Ok(if done.left.is_empty() { Answer::done(json, words) } else { Answer::no(json, words) })
}

async fn rotate(settings: &Settings) -> anyhow::Result<Answer> {
    let keys = key::evidence_keys(settings)?.context("no key of evidence is at hand")?;
    let store = open(settings).await?;
    let count = store.sealed_count().await?;
    let first = keys.all().first().map(EvidenceKey::name).unwrap_or_default();
    // Where a change was interrupted, it is gone on with; else a new key is made.
    let is_done = count.master.as_deref() == Some(first) && count.by_master.keys().all(|name| name == first);
    let mut words = String::new();
    if is_done {
        if settings.evidence_key.is_some() {
            bail!(
                "the key is in the environment: put a new one before it in ASSIZE_EVIDENCE_KEY, parted by a comma, and give this again"
            );
        }
        let new = EvidenceKey::make()?;
        let all: Vec<EvidenceKey> = std::iter::once(new.clone()).chain(keys.all().iter().cloned()).collect();
        key::replace_evidence_keys(settings, &all)?;
        words = format!("{}\n", key::evidence_key_made(settings, &new));
        key::give_evidence_keys(&store, settings).await?;
    }
    let bar = progress_count("wrapping keys");
    let done = store.rewrap_evidence(|files| bar.set_position(files)).await?;
    bar.finish_and_clear();
    let files = counted(done.files, "file", "files");
    words.push_str(&format!("The keys of {files} are wrapped with `{}` now.", done.name));
    for left in &done.left {
        words.push_str(&format!("\nNot wrapped anew: {left}"));
    }
    if done.left.is_empty() {
        words.push_str(" The keys before are needed for backups made before: keep them elsewhere, and take them out of here with `assize evidence rotate --retire`.");
    }
    let json = json!({ "key": done.name, "wrapped": done.files, "left": done.left });
    Ok(if done.left.is_empty() { Answer::done(json, words) } else { Answer::no(json, words) })
}

async fn retire(settings: &Settings) -> anyhow::Result<Answer> {
    if settings.evidence_key.is_some() {
        bail!("the keys are in the environment: take the old ones out of ASSIZE_EVIDENCE_KEY there");
    }
    let keys = key::evidence_keys(settings)?.context("no key of evidence is at hand")?;
    let store = open(settings).await?;
    let SealedCount { master, by_master, .. } = store.sealed_count().await?;
    let needed =
        |key: &&EvidenceKey| master.as_deref() == Some(key.name()) || by_master.contains_key(key.name());
    let kept: Vec<EvidenceKey> = keys.all().iter().filter(needed).cloned().collect();
    let gone: Vec<&str> = keys.all().iter().filter(|key| !needed(key)).map(EvidenceKey::name).collect();
    if !gone.is_empty() {
        key::replace_evidence_keys(settings, &kept)?;
    }
    let words = match gone.as_slice() {
        [] => "Every key in the file is needed.".to_owned(),
        gone => format!(
            "Taken out of {}: {}. Backups made before the change open with them alone.",
            settings.evidence_key_file.display(),
            gone.join(", ")
        ),
    };
    Ok(Answer::done(json!({ "retired": gone }), words))
}
