//! `organization create`: noted first, then made, then served; each step looks whether it was done before.

use anyhow::{Context as _, bail};
use assize_domain::auditee::NameOrganization;
use assize_store::{
    Act, Clock, Organization, OrganizationName, OrganizationState, Placement, Registry, Store,
};
use assize_tlog::SignerKey;
use serde_json::json;

use super::{host_named, named};
use crate::args::{InitArgs, OrganizationCreateArgs, PlaceArgs};
use crate::commands::store::{Again, WayIn, first_link, operator};
use crate::key;
use crate::out::{Answer, refused};
use crate::settings::{Installation, Settings};

pub(super) async fn run(
    installation: &Installation,
    registry: &Registry,
    place: &PlaceArgs,
    args: &OrganizationCreateArgs,
) -> anyhow::Result<Answer> {
    let name = named(&args.name)?;
    let hosts = args.host.iter().map(|host| host_named(host)).collect::<anyhow::Result<Vec<_>>>()?;
    let at = installation.placement(
        &name,
        args.at.as_deref(),
        args.evidence_at.as_deref(),
        args.log_at.as_deref(),
    );
    if registry.organization(&name).await?.is_none() {
        free(installation, &name, &at)?;
    }
    let organization = registry.begin(&name, &hosts, &at).await?;
    if organization.state != OrganizationState::Making {
        let state = organization.state.word();
        let words = format!(
            "{name} is there already, and {state}. A way in: `assize link{} --organization {name}`.",
            place.again()
        );
        return Ok(Answer::done(json!({ "name": name.as_str(), "state": state, "made": false }), words));
    }
    let settings = installation.settings_of(&organization, None)?;
    let as_init = InitArgs {
        name: args.full_name.clone().unwrap_or_else(|| args.name.clone()),
        origin: None,
        administrator: args.administrator.clone(),
        email: args.email.clone(),
        encrypt_evidence: args.encrypt_evidence,
    };
    let signer = signer_of(&settings, &organization)?;
    let store = Store::make_or_open(&settings.addresses, Clock::System).await?;
    let again = place.again();
    let again = Again { link: format!("{again} --organization {name}"), serve: again };
    let way_in = match filled(&settings, &as_init, &again, &store).await? {
        Ok(way_in) => way_in,
        Err(answer) => return Ok(answer),
    };
    store.publish(&signer).await?;
    store.close().await;
    registry.open_organization(&name).await?;
    let key = signer.verifier_key().to_string();
    let host = hosts.first().context("an organization has a host")?;
    let words = format!(
        "{name} is made, and served at {host} by every server of the installation that has its keys.\nIts store: {}\nIts keys: {} (mode 0600: bring them to where every server finds them, and keep a copy elsewhere; they are in no backup)\nGive this half of its log's key to whoever shall verify it:\n  {key}\n{}",
        settings.database_shown(),
        installation.folder_of(&name).display(),
        way_in.words
    );
    let json = json!({ "name": name.as_str(), "state": "open", "made": true, "host": host.as_str(), "store": settings.database_shown(),
        "folder": installation.folder_of(&name).display().to_string(), "key": key, "link": way_in.link, "administrator": way_in.person });
    Ok(Answer::done(json, words))
}

/// Sees that no key is where that of a new organization is to be. One that was noted before goes on under the key that it made.
fn free(installation: &Installation, name: &OrganizationName, at: &Placement) -> anyhow::Result<()> {
    let new = Organization {
        name: name.clone(),
        state: OrganizationState::Making,
        hosts: Vec::new(),
        at: at.clone(),
        to: None,
        old: None,
        changed: 0,
    };
    let key_file = installation.settings_of(&new, None)?.key_file;
    if key_file.exists() {
        bail!(
            "there is a log's key at {} already, as an organization leaves it that was removed, and two logs are never signed by one key: move the folder {} away and keep it, or make `{name}` under another name",
            key_file.display(),
            installation.folder_of(name).display()
        );
    }
    Ok(())
}

/// The key of its log: made, or that of an earlier try.
fn signer_of(settings: &Settings, organization: &Organization) -> anyhow::Result<SignerKey> {
    if settings.key_file.exists() {
        return key::read(&settings.key_file);
    }
    let host = organization.hosts.first().context("an organization has a host")?;
    key::make(&settings.key_file, &format!("{host}/assize"))
}

/// Names the organization, gives the store its keys, and makes a way in, as far as an earlier try has not.
async fn filled(
    settings: &Settings,
    args: &InitArgs,
    again: &Again,
    store: &Store,
) -> anyhow::Result<Result<WayIn, Answer>> {
    let before = store.head_seq().await?;
    if before == 0 {
        let name = args.name.parse().map_err(|error| anyhow::anyhow!("--name: the text {error}"))?;
        if let Err(error) =
            store.execute(Act::new(operator(None)?, NameOrganization { name, policy: None })).await
        {
            return refused(error).map(Err);
        }
    }
    key::give_secret(store, &settings.secret_file).await?;
    if args.encrypt_evidence && !settings.evidence_key_file.exists() {
        key::make_evidence_key(settings)?;
    }
    key::give_evidence_keys(store, settings).await?;
    // Whoever was registered by an earlier try is not registered again: the operator invites them.
    let nobody = InitArgs {
        administrator: None,
        email: None,
        name: args.name.clone(),
        origin: None,
        encrypt_evidence: false,
    };
    first_link(settings, if before > 1 { &nobody } else { args }, again, store).await
}
