//! The organizations of an installation: made, listed, moved, exported, closed, removed. Each command may be given again after an interruption.

mod create;
mod moved;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use assize_server::installation::VIEW_AGE_MAX;
use assize_store::{
    HostName, Organization, OrganizationName, OrganizationState, Placement, Registry, Removed, Store,
    StoreError,
};
use serde_json::{Value, json};

use super::whole;
use crate::args::{Commands, OrganizationCommands, PlaceArgs, TokenCommands};
use crate::out::Answer;
use crate::settings::{Installation, Settings, shown};

/// How often servers are looked at that are to let go of an organization.
const LOOK_PAUSE: Duration = Duration::from_millis(200);
/// How long they are waited for: longer than a request may take. What an upload that lasts longer comes to is refused by the store itself.
const PATIENCE: Duration = Duration::from_secs(90);

/// `organization`.
pub(super) async fn run(args: &PlaceArgs, command: &OrganizationCommands) -> anyhow::Result<Answer> {
    let installation = Installation::needed(args)?;
    let registry = match command {
        // The first organization makes the registry.
        OrganizationCommands::Create(_) => Registry::make(&installation.registry).await?,
        _ => opened(&installation).await?,
    };
    let answer = match command {
        OrganizationCommands::Create(what) => create::run(&installation, &registry, args, what).await,
        OrganizationCommands::List => list(&registry).await,
        OrganizationCommands::Host { name, add, remove } => {
            host(&registry, name, add.as_deref(), remove.as_deref()).await
        }
        OrganizationCommands::Move(args) => moved::run(&installation, &registry, args).await,
        OrganizationCommands::Export { name, output } => export(&installation, &registry, name, output).await,
        OrganizationCommands::Close { name } => close(&registry, name).await,
        OrganizationCommands::Open { name } => open(&registry, name).await,
        OrganizationCommands::Remove { name, confirm } => {
            remove(&installation, &registry, name, confirm).await
        }
    };
    registry.close().await;
    match answer {
        // What the registry says no to is an answer.
        Err(error) => match error.downcast::<StoreError>() {
            Ok(StoreError::Organization(why)) => Ok(Answer::no(json!({ "ok": false, "why": why }), why)),
            Ok(other) => Err(other.into()),
            Err(other) => Err(other),
        },
        answer => answer,
    }
}

/// The registry of an installation.
pub(super) async fn opened(installation: &Installation) -> anyhow::Result<Registry> {
    let registry = Registry::open(&installation.registry).await;
    registry.with_context(|| {
        format!(
            "the registry of the installation cannot be opened at {}; `assize organization create` makes it",
            shown(&installation.registry)
        )
    })
}

/// The settings of the organization that a command is about. Of one that is being moved nothing is changed, no act either: what is none, as
/// that a token is revoked, would not be where it is served from afterwards.
pub(super) async fn settings_of(
    args: &PlaceArgs,
    name: &str,
    command: &Commands,
) -> anyhow::Result<Settings> {
    let installation = Installation::needed(args)?;
    let registry = opened(&installation).await?;
    let found = one(&registry, name).await?;
    registry.close().await;
    if found.state == OrganizationState::Moving && !only_reads(command) {
        bail!(
            "`{name}` is being moved to another place, and can only be read meanwhile: see the move to its end with `assize organization move`, or give it up with --give-up, and give this again"
        );
    }
    installation.settings_of(&found, None)
}

/// Whether a command changes nothing in a store.
const fn only_reads(command: &Commands) -> bool {
    matches!(
        command,
        Commands::Show(_)
            | Commands::Verify(_)
            | Commands::Export(_)
            | Commands::Doctor
            | Commands::Backup(_)
            | Commands::Catalogue(_)
            | Commands::Method(_)
            | Commands::Token(TokenCommands::List)
    )
}

fn named(name: &str) -> anyhow::Result<OrganizationName> {
    name.parse().map_err(|why| anyhow::anyhow!("`{name}` names no organization: {why}"))
}

fn host_named(host: &str) -> anyhow::Result<HostName> {
    host.parse().map_err(|why| anyhow::anyhow!("`{host}`: {why}"))
}

async fn one(registry: &Registry, name: &str) -> anyhow::Result<Organization> {
    let name = named(name)?;
    registry
        .organization(&name)
        .await?
        .with_context(|| format!("there is no organization `{name}`; `assize organization list` lists them"))
}

async fn list(registry: &Registry) -> anyhow::Result<Answer> {
    let all = registry.view().await?.organizations;
    let hosts = |one: &Organization| one.hosts.iter().map(ToString::to_string).collect::<Vec<_>>();
    let line = |one: &Organization| {
        let to = one.to.as_ref().map(|to| format!(" -> {}", shown(&to.store))).unwrap_or_default();
        let old = one.old.as_ref().map(|old| format!(" (kept: {})", shown(&old.store))).unwrap_or_default();
        format!(
            "{:<24} {:<8} {} {}{to}{old}",
            one.name.as_str(),
            one.state.word(),
            hosts(one).join(","),
            shown(&one.at.store)
        )
    };
    let words: Vec<String> = all.iter().map(line).collect();
    let listed: Value = all
        .iter()
        .map(|one| {
            json!({ "name": one.name.as_str(), "state": one.state.word(), "hosts": hosts(one), "store": shown(&one.at.store),
                "evidence": one.at.evidence, "log": one.at.log, "moving_to": one.to.as_ref().map(|to| shown(&to.store)),
                "kept": one.old.as_ref().map(|old| shown(&old.store)) })
        })
        .collect();
    let words = if words.is_empty() { "there is no organization yet".to_owned() } else { words.join("\n") };
    Ok(Answer::done(json!({ "organizations": listed }), words))
}

async fn host(
    registry: &Registry,
    name: &str,
    add: Option<&str>,
    remove: Option<&str>,
) -> anyhow::Result<Answer> {
    let name = named(name)?;
    if let Some(host) = add {
        registry.add_host(&name, &host_named(host)?).await?;
    }
    if let Some(host) = remove {
        registry.remove_host(&name, &host_named(host)?).await?;
    }
    let hosts: Vec<String> =
        one(registry, name.as_str()).await?.hosts.iter().map(ToString::to_string).collect();
    let words = format!("{name} is served at {}.", hosts.join(", "));
    Ok(Answer::done(json!({ "name": name.as_str(), "hosts": hosts }), words))
}

async fn export(
    installation: &Installation,
    registry: &Registry,
    name: &str,
    output: &Path,
) -> anyhow::Result<Answer> {
    let settings = installation.settings_of(&one(registry, name).await?, None)?;
    whole::export(&settings, output).await
}

async fn close(registry: &Registry, name: &str) -> anyhow::Result<Answer> {
    let name = named(name)?;
    registry.close_organization(&name).await?;
    settled(registry, one(registry, name.as_str()).await?.changed).await?;
    let words = format!(
        "{name} is served no more. Its store and its keys are kept: `assize organization open {name}` serves it again, `assize organization remove {name} --confirm {name}` removes the store for good."
    );
    Ok(Answer::done(json!({ "name": name.as_str(), "state": "closed" }), words))
}

async fn open(registry: &Registry, name: &str) -> anyhow::Result<Answer> {
    let found = one(registry, name).await?;
    if found.state == OrganizationState::Making {
        bail!("`{name}` was not made to its end: give `assize organization create` again");
    }
    registry.open_organization(&found.name).await?;
    Ok(Answer::done(json!({ "name": name, "state": "open" }), format!("{name} is served again.")))
}

async fn remove(
    installation: &Installation,
    registry: &Registry,
    name: &str,
    confirm: &str,
) -> anyhow::Result<Answer> {
    let name = named(name)?;
    if confirm != name.as_str() {
        bail!("--confirm `{confirm}` is another name: nothing was removed");
    }
    let Some(found) = registry.organization(&name).await? else {
        let words = format!("there is no organization `{name}`, or no more");
        return Ok(Answer::done(json!({ "name": name.as_str(), "state": "removed" }), words));
    };
    registry.begin_removal(&name).await?;
    settled(registry, one(registry, name.as_str()).await?.changed).await?;
    let places = || std::iter::once(&found.at).chain(&found.old);
    registry.may_clear(&name, &places().flat_map(Placement::places).collect::<Vec<_>>()).await?;
    for at in places() {
        let settings = installation.settings_at(&found, at, None)?;
        Store::remove(&settings.addresses, Removed { evidence: true, log: true }).await?;
    }
    let folder = installation.folder_of(&name);
    match std::fs::remove_file(folder.join(moved::LOCK)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    registry.end_removal(&name).await?;
    let words = format!(
        "The store of {name} is removed: database, evidence and log. Its keys are still in {}: keep the log's key where checkpoints of it are kept, and remove the rest. No other is made under the name {name} until that is done.",
        folder.display()
    );
    Ok(Answer::done(json!({ "name": name.as_str(), "state": "removed" }), words))
}

/// Waits until no server acts any more in what was changed before a generation. A server that says nothing for so long that it would answer
/// nothing by what it knows is waited for no longer.
async fn settled(registry: &Registry, generation: i64) -> anyhow::Result<()> {
    let begun = Instant::now();
    let mut heard: BTreeMap<String, (i64, Instant)> = BTreeMap::new();
    while begun.elapsed() < PATIENCE {
        let mut waits = false;
        for replica in registry.replicas().await? {
            let (beat, at) = heard.entry(replica.id).or_insert((replica.beat, Instant::now()));
            if *beat != replica.beat {
                (*beat, *at) = (replica.beat, Instant::now());
            }
            waits |= replica.settled < generation && at.elapsed() < VIEW_AGE_MAX;
        }
        if !waits {
            return Ok(());
        }
        tokio::time::sleep(LOOK_PAUSE).await;
    }
    eprintln!(
        "A server has not let go yet, as of a long upload: what it still does is refused by the store itself."
    );
    Ok(())
}
