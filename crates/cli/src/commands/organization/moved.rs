//! `organization move`: fenced, let go by every server, out as an export, in through the law, verified, then served from there.
//!
//! Nothing of it rests on what a step remembers: each looks at what is there, so that the command goes on wherever it was interrupted.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_store::{
    Against, Clock, ExportTo, Organization, OrganizationState, Placement, Registry, Removed, Store,
    StoreError, verify,
};
use serde_json::json;

use super::{one, settled};
use crate::args::OrganizationMoveArgs;
use crate::key;
use crate::out::Answer;
use crate::settings::{Installation, Settings, shown};

/// Why a store that is moved takes no act.
const MOVING: &str = "the organization is being moved to another place, or was";
/// The folder of an organization in which its export stands while it is moved, and the file that whoever moves it locks.
const WORK: &str = "moving";
const LOCK: &str = "moving.lock";

pub(super) async fn run(
    installation: &Installation,
    registry: &Registry,
    args: &OrganizationMoveArgs,
) -> anyhow::Result<Answer> {
    let found = one(registry, &args.name).await?;
    let _alone = alone(&installation.folder_of(&found.name))?;
    if args.give_up {
        return give_up(installation, registry, &found).await;
    }
    if args.forget {
        return forget(installation, registry, &found).await;
    }
    let store = args.to.clone().context("--to says where")?;
    let to = Placement {
        store,
        evidence: args.evidence_to.clone().unwrap_or_else(|| found.at.evidence.clone()),
        log: args.log_to.clone().unwrap_or_else(|| found.at.log.clone()),
    };
    if found.state == OrganizationState::Open && found.at == to && found.old.is_some() {
        return Ok(done(&found, &to, None));
    }
    let moving = registry.begin_move(&found.name, &to).await?;
    let entries = carried(installation, registry, &moving, &to).await?;
    registry.end_move(&moving.name, &to).await?;
    cleared(&installation.folder_of(&moving.name).join(WORK))?;
    Ok(done(&moving, &to, Some(entries)))
}

fn done(organization: &Organization, to: &Placement, entries: Option<i64>) -> Answer {
    let name = &organization.name;
    let seen = match entries {
        Some(entries) => {
            let entries = counted(
                entries,
                "entry went through the law again, and was",
                "entries went through the law again, and were",
            );
            format!("{entries} verified.")
        }
        None => "It was moved before.".to_owned(),
    };
    let words = format!(
        "{name} is served from {}. {seen} People sign in anew.\nWhere it stood is kept and takes no act: when all is well, `assize organization move {name} --forget` removes it.",
        shown(&to.store)
    );
    Answer::done(json!({ "name": name.as_str(), "store": shown(&to.store), "entries": entries }), words)
}

/// Whoever moves an organization does so alone, as long as the answer is held.
fn alone(folder: &Path) -> anyhow::Result<File> {
    std::fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    if file.try_lock().is_err() {
        bail!("the organization is being moved by another command now");
    }
    Ok(file)
}

/// Removes an export.
fn cleared(work: &Path) -> anyhow::Result<()> {
    match std::fs::remove_dir_all(work) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", work.display()))
        }
        _ => Ok(()),
    }
}

/// Carries the store over; how many entries it has.
async fn carried(
    installation: &Installation,
    registry: &Registry,
    moving: &Organization,
    to: &Placement,
) -> anyhow::Result<i64> {
    let (from, there) =
        (installation.settings_at(moving, &moving.at, None)?, installation.settings_at(moving, to, None)?);
    let old = Store::open(&from.addresses, Clock::System).await?;
    key::give_evidence_keys(&old, &from).await?;
    old.fence(MOVING).await?;
    settled(registry, moving.changed).await?;
    let signer = key::read(&from.key_file)?;
    old.publish(&signer).await?;
    let (entries, since) = (old.head_seq().await?, old.checkpoint_note().await?);
    let files_stay = moving.at.evidence == to.evidence;
    let work = exported(&old, &installation.folder_of(&moving.name), entries, files_stay).await?;
    old.close().await;
    taken_in(&work, &there, entries).await?;
    let key = Some(signer.verifier_key().clone());
    let evidence_keys = key::evidence_keys(&there)?;
    let against = Against { key, since, evidence_keys, ..Against::default() };
    let verdict = verify(&there.addresses, &against, |_, _| {}).await?;
    if !verdict.is_ok() || verdict.entries != u64::try_from(entries)? {
        let problems: Vec<String> =
            verdict.problems.iter().take(10).map(|one| format!("  {}: {}", one.place, one.what)).collect();
        bail!(
            "what was made at {} does not verify, and nobody is served from there:\n{}\ngive the move up with --give-up",
            there.database_shown(),
            problems.join("\n")
        );
    }
    Ok(entries)
}

/// The export of a store that takes no act: that of an earlier try where it is whole. Files that stay where they are, are not in it.
async fn exported(store: &Store, folder: &Path, entries: i64, files_stay: bool) -> anyhow::Result<PathBuf> {
    let work = folder.join(WORK);
    if Store::check_export(&work, |_, _| {}).is_ok_and(|found| found == entries) {
        return Ok(work);
    }
    cleared(&work)?;
    let to = if files_stay { ExportTo::Beside(work.clone()) } else { ExportTo::Folder(work.clone()) };
    store.export_store(to, |_, _| {}).await?;
    Ok(work)
}

/// Takes the export in, or goes on with it, or finds that it was taken in.
async fn taken_in(work: &Path, there: &Settings, entries: i64) -> anyhow::Result<()> {
    match Store::import_store(work, &there.addresses, Clock::System, |_, _| {}).await {
        Ok(taken) => {
            key::give_evidence_keys(&taken.store, there).await?;
            taken.store.close().await;
            Ok(())
        }
        Err(exists @ StoreError::Exists(_)) => {
            let store = Store::open(&there.addresses, Clock::System).await?;
            let found = store.head_seq().await?;
            store.close().await;
            // Whether it is the same is for the verification to say.
            if found == entries { Ok(()) } else { Err(exists.into()) }
        }
        Err(error) => Err(error.into()),
    }
}

async fn give_up(
    installation: &Installation,
    registry: &Registry,
    found: &Organization,
) -> anyhow::Result<Answer> {
    registry.give_up_move(&found.name).await?;
    cleared(&installation.folder_of(&found.name).join(WORK))?;
    let from = installation.settings_of(found, None)?;
    let store = Store::open(&from.addresses, Clock::System).await?;
    store.lift_fence().await?;
    store.close().await;
    let name = &found.name;
    let words = format!(
        "{name} is served from {} as before. What was made elsewhere is left as it is.",
        from.database_shown()
    );
    Ok(Answer::done(json!({ "name": name.as_str(), "store": from.database_shown() }), words))
}

async fn forget(
    installation: &Installation,
    registry: &Registry,
    found: &Organization,
) -> anyhow::Result<Answer> {
    let name = &found.name;
    let Some(old) = &found.old else {
        let words = format!("Nothing is kept of where {name} stood before.");
        return Ok(Answer::done(json!({ "name": name.as_str(), "forgotten": false }), words));
    };
    let settings = installation.settings_at(found, old, None)?;
    let apart = Removed { evidence: old.evidence != found.at.evidence, log: old.log != found.at.log };
    Store::remove(&settings.addresses, apart).await?;
    registry.forget_old(name).await?;
    let words = format!("Where {name} stood before is removed: {}.", settings.database_shown());
    Ok(Answer::done(json!({ "name": name.as_str(), "forgotten": true }), words))
}
