//! Accounts, as the operator of the host looks after them.

use anyhow::bail;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{AnyRecord, Key};
use assize_store::{Account, INVITATION_MILLIS, PAGE_ROWS_MAX, Store};
use serde_json::{Value, json};

use super::link::find;
use super::open;
use crate::args::AccountCommands;
use crate::out::Answer;
use crate::settings::Settings;

/// `account`.
pub(crate) async fn run(settings: &Settings, args: &AccountCommands) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    match args {
        AccountCommands::Invite { who, at, mail } => {
            let person = find(&store, "WHO", who).await?;
            if *mail && settings.post.mail()?.mailer.is_none() {
                bail!(
                    "mail is not set up: name a mail server by smtp_url and a sender by mail_from, or invite without --mail"
                );
            }
            let Some(secret) = store.invite(person, None).await? else {
                bail!(
                    "`{who}` has an account and can sign in; where that is lost, `assize account reset` first"
                );
            };
            let at = at.clone().unwrap_or_else(|| settings.door.origin(&settings.listen));
            let at = at.trim_end_matches('/');
            let link = format!("{at}/welcome/{secret}");
            let hours = INVITATION_MILLIS / 3_600_000;
            if *mail {
                let Some(letter) = assize_server::mail::invitation(&store, person, &link, at).await? else {
                    bail!("`{who}` has no address of mail in the register; invite without --mail");
                };
                store.post(&letter).await?;
                let words = format!(
                    "The invitation goes by mail. It holds for {hours} hours, or until they have set up how they sign in."
                );
                return Ok(Answer::done(
                    json!({ "person": person.to_string(), "mailed": true, "hours": hours }),
                    words,
                ));
            }
            let words = format!(
                "{link}\nThe link holds for {hours} hours, or until they have set up how they sign in. Give it to them by a way that only they read."
            );
            Ok(Answer::done(json!({ "person": person.to_string(), "link": link, "hours": hours }), words))
        }
        AccountCommands::List => list(&store).await,
        AccountCommands::Lock { who } => {
            let person = known(&store, who).await?;
            let locked = store.lock_account(person).await?;
            let words = if locked {
                "The account is locked; its sessions have ended."
            } else {
                "The account was locked already."
            };
            Ok(Answer::done(json!({ "person": person.to_string(), "locked": true }), words))
        }
        AccountCommands::Unlock { who } => {
            let person = known(&store, who).await?;
            let unlocked = store.unlock_account(person).await?;
            let words = if unlocked { "The account is open again." } else { "The account was not locked." };
            Ok(Answer::done(json!({ "person": person.to_string(), "locked": false }), words))
        }
        AccountCommands::Reset { who } => {
            let person = known(&store, who).await?;
            store.reset_account(person).await?;
            let words = "Passphrase, codes and passkeys are gone, and the sessions have ended. Invite them again with `assize account invite`.";
            Ok(Answer::done(json!({ "person": person.to_string(), "reset": true }), words))
        }
    }
}

/// The person of an account.
async fn known(store: &Store, who: &str) -> anyhow::Result<PersonId> {
    let person = find(store, "WHO", who).await?;
    if store.account(person).await?.is_none() {
        bail!("`{who}` has no account; `assize account list` lists them");
    }
    Ok(person)
}

async fn list(store: &Store) -> anyhow::Result<Answer> {
    let (mut words, mut lines) = (Vec::new(), Vec::new());
    let mut after = None;
    loop {
        let page = store.accounts(after).await?;
        for account in &page {
            let name = match store.record(Key::of(account.person)).await?.map(|found| found.record) {
                Some(AnyRecord::Person(person)) => person.name().to_string(),
                _ => String::new(),
            };
            words.push(format!(
                "{} {:12} {:28} {name}",
                account.person,
                state(account),
                factors(account).join(", ")
            ));
            lines.push(listed(account, &name));
        }
        after = page.last().map(|account| account.person);
        if (page.len() as i64) < PAGE_ROWS_MAX {
            break;
        }
    }
    if words.is_empty() {
        words.push(
            "Nobody has an account yet; `assize account invite WHO` invites somebody of the register."
                .to_owned(),
        );
    }
    Ok(Answer::done(json!({ "accounts": lines }), words.join("\n")))
}

const fn state(account: &Account) -> &'static str {
    match (account.locked_at, account.is_set_up(), account.invited_until) {
        (Some(_), _, _) => "locked",
        (None, true, _) => "open",
        (None, false, Some(_)) => "invited",
        (None, false, None) => "not set up",
    }
}

fn factors(account: &Account) -> Vec<&'static str> {
    let mut factors = Vec::new();
    if account.passphrase_at.is_some() {
        factors.push("passphrase");
    }
    if account.codes_at.is_some() {
        factors.push("codes");
    }
    if account.passkeys > 0 {
        factors.push("passkey");
    }
    factors
}

fn listed(account: &Account, name: &str) -> Value {
    let at = |millis: Option<i64>| {
        millis.and_then(|millis| Timestamp::from_millis(millis).ok()).map(|at| at.to_string())
    };
    json!({ "person": account.person.to_string(), "name": name, "state": state(account), "factors": factors(account),
        "recovery_codes_left": account.recovery_left, "passkeys": account.passkeys, "made_at": at(Some(account.made_at)),
        "locked_at": at(account.locked_at), "used_at": at(account.used_at), "invited_until": at(account.invited_until) })
}
