//! `organization move`: fenced, let go by every server, out as an export, in through the law, verified, then served from there.
//!
//! Nothing of it rests on what a step remembers: each looks at what is there, so that the command goes on wherever it was interrupted.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_store::{
    Against, Clock, ExportTo, Organization, OrganizationName, OrganizationState, Placement, Registry,
    Removed, Store, StoreError, is_same_place, places_overlap, verify,
};
use serde_json::json;

use super::{one, settled};
use crate::args::OrganizationMoveArgs;
use crate::key;
use crate::out::Answer;
use crate::settings::{Installation, Settings, shown};

/// Why a store that is moved takes no act.
const MOVING: &str = "the organization is being moved to another place, or was";
/// The folder of an organization in which its export stands while it is moved, in one of the generation that its move was begun in; and the
/// file that whoever moves it locks.
const WORK: &str = "moving";
pub(super) const LOCK: &str = "moving.lock";

pub(super) async fn run(
    installation: &Installation,
    registry: &Registry,
    args: &OrganizationMoveArgs,
) -> anyhow::Result<Answer> {
    let name = one(registry, &args.name).await?.name;
    let _alone = alone(&installation.folder_of(&name))?;
    // As it is now that no other command here moves it.
    let found = one(registry, name.as_str()).await?;
    if args.give_up {
        return give_up(installation, registry, &name).await;
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
    registry.end_move(&moving.name, &to, moving.changed).await?;
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
    // Nobody gives the move up or begins another between the look and the fence.
    let held = registry.hold(&moving.name).await?;
    if held.organization().changed != moving.changed {
        bail!(
            "`{}` was changed in the registry since this move was begun: look at `assize organization list`, and give the command again",
            moving.name
        );
    }
    old.fence(MOVING).await?;
    held.let_go().await?;
    settled(registry, moving.changed).await?;
    let signer = key::read(&from.key_file)?;
    old.publish(&signer).await?;
    let (entries, since) = (old.head_seq().await?, old.checkpoint_note().await?);
    let to_export = Exporting {
        all: installation.folder_of(&moving.name).join(WORK),
        begun: moving.changed,
        entries,
        files_stay: is_same_place(&from.addresses.evidence, &there.addresses.evidence),
    };
    let work = exported(&old, &to_export).await?;
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

/// What is exported, and where to.
struct Exporting {
    /// The folder of the exports of its moves.
    all: PathBuf,
    /// The generation that the move was begun in.
    begun: i64,
    /// How many entries it has.
    entries: i64,
    /// Whether the files stay where they are, and are not in it.
    files_stay: bool,
}

/// The export of a store that takes no act: that of an earlier try of the same move where it is whole. That of a move that was given up is not
/// what the store is now: a token may have been revoked since, which is no act.
async fn exported(store: &Store, exporting: &Exporting) -> anyhow::Result<PathBuf> {
    let work = exporting.all.join(exporting.begun.to_string());
    if Store::check_export(&work, |_, _| {}).is_ok_and(|found| found == exporting.entries) {
        return Ok(work);
    }
    cleared(&exporting.all)?;
    std::fs::create_dir_all(&exporting.all)?;
    let to =
        if exporting.files_stay { ExportTo::Beside(work.clone()) } else { ExportTo::Folder(work.clone()) };
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
        Err(StoreError::Exists(_)) if was_made_of(work, there, entries).await? => Ok(()),
        // What was made of an earlier export may let somebody in who is let in no more.
        Err(StoreError::Exists(_)) => bail!(
            "there is a store at {} already, and it was not made of what is moved now: remove it there and give the command again, or give the move up with --give-up and move to another place",
            there.database_shown()
        ),
        Err(error) => Err(error.into()),
    }
}

/// Whether the store that is there was made of this export, to the end.
async fn was_made_of(work: &Path, there: &Settings, entries: i64) -> anyhow::Result<bool> {
    let store = match Store::open(&there.addresses, Clock::System).await {
        Err(StoreError::Unfinished(_)) => return Ok(false),
        store => store?,
    };
    let (of, found) = (store.imported_from().await?, store.head_seq().await?);
    store.close().await;
    Ok(of == Some(Store::export_digest(work)?) && found == entries)
}

async fn give_up(
    installation: &Installation,
    registry: &Registry,
    name: &OrganizationName,
) -> anyhow::Result<Answer> {
    registry.give_up_move(name).await?;
    cleared(&installation.folder_of(name).join(WORK))?;
    let now = one(registry, name.as_str()).await?;
    let from = installation.settings_of(&now, None)?;
    let store = Store::open(&from.addresses, Clock::System).await?;
    // The fence of a move that somebody has begun since is not lifted.
    let held = registry.hold(name).await?;
    if held.organization().changed != now.changed || now.state != OrganizationState::Open {
        bail!(
            "`{name}` was changed in the registry meanwhile: look at `assize organization list`, and give the command again"
        );
    }
    store.lift_fence().await?;
    held.let_go().await?;
    store.close().await;
    let words = format!(
        "{name} is served from {} as before. What was made elsewhere is left as it is: remove it before it is moved there again.",
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
    // Where they are, however they are noted.
    let (was, now) = (&settings.addresses, installation.settings_at(found, &found.at, None)?.addresses);
    // What it has now at a place, above or below it.
    let in_use = |place: &str| {
        [&now.database, &now.evidence, &now.log].into_iter().find(|now| places_overlap(place, now))
    };
    if in_use(&was.database).is_some() {
        bail!(
            "nothing was removed: the database at {} is the one that `{name}` has now",
            settings.database_shown()
        );
    }
    let (mut goes, mut left) = (vec![was.database.as_str()], String::new());
    for (place, now) in [(&was.evidence, &now.evidence), (&was.log, &now.log)] {
        match in_use(place) {
            None => goes.push(place),
            Some(_) if is_same_place(place, now) => {}
            Some(now) => left.push_str(&format!(
                "\nWhat is at {place} was left there, since {now} is in use: remove by hand what is of no use any more."
            )),
        }
    }
    registry.may_clear(name, &goes).await?;
    let apart = Removed { evidence: in_use(&was.evidence).is_none(), log: in_use(&was.log).is_none() };
    Store::remove(was, apart).await?;
    registry.forget_old(name).await?;
    let words = format!("Where {name} stood before is removed: {}.{left}", settings.database_shown());
    Ok(Answer::done(json!({ "name": name.as_str(), "forgotten": true }), words))
}
