//! Webhooks, as the operator of the host looks after them.

use anyhow::{Context as _, bail};
use assize_domain::kernel::time::Timestamp;
use assize_server::webhooks::Said;
use assize_store::{PAGE_ROWS_MAX, Store, Webhook};
use serde_json::{Value, json};

use super::open;
use crate::args::{WebhookCommands, WebhookNewArgs};
use crate::key;
use crate::out::{Answer, malformed};
use crate::settings::Settings;

/// `webhook`.
pub(crate) async fn run(settings: &Settings, args: &WebhookCommands) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    match args {
        WebhookCommands::New(args) => new(settings, &store, args).await,
        WebhookCommands::List => list(&store).await,
        WebhookCommands::Deliveries { id } => deliveries(&store, id).await,
        WebhookCommands::Renew { id } => {
            key::give_secret(&store, &settings.secret_file).await?;
            let secret = store.renew_webhook(id).await?.with_context(|| none(id))?;
            Ok(Answer::done(json!({ "id": id, "secret": secret }), shown(id, &secret)))
        }
        WebhookCommands::Replay { id, since, message } => {
            replay(&store, id, since.as_deref(), message.as_deref()).await
        }
        WebhookCommands::Enable { id } => {
            if !store.enable_webhook(id).await? {
                bail!("{}", none(id));
            }
            store.hasten_deliveries(id).await?;
            Ok(Answer::done(
                json!({ "id": id, "enabled": true }),
                "It is enabled. A running server sends what waits.",
            ))
        }
        WebhookCommands::Remove { id } => {
            if !store.remove_webhook(id).await? {
                bail!("{}", none(id));
            }
            Ok(Answer::done(json!({ "id": id, "removed": true }), "It is removed, with its secret."))
        }
    }
}

fn none(id: &str) -> String {
    format!("there is no endpoint `{id}`; `assize webhook list` lists them")
}

fn shown(id: &str, secret: &str) -> String {
    format!("The secret of endpoint {id} is shown this once:\n  {secret}")
}

async fn new(settings: &Settings, store: &Store, args: &WebhookNewArgs) -> anyhow::Result<Answer> {
    let said = Said {
        url: &args.url,
        label: &args.label,
        kinds: args.kinds.clone(),
        audit: args.audit.as_deref().unwrap_or_default(),
        content: &args.content,
    };
    let wanted = match settings.hooks.webhooks()?.wanted(&said, None) {
        Ok(wanted) => wanted,
        Err(problems) => return Ok(malformed(&problems)),
    };
    key::give_secret(store, &settings.secret_file).await?;
    let (made, secret) = store.make_webhook(&wanted).await?;
    Ok(Answer::done(json!({ "id": made.id, "secret": secret }), shown(&made.id, &secret)))
}

fn at(millis: i64) -> Option<String> {
    Timestamp::from_millis(millis).map(|at| at.to_string()).ok()
}

fn state(webhook: &Webhook) -> String {
    match (&webhook.disabled_why, webhook.failing_since.and_then(at)) {
        (Some(why), _) => format!("disabled: {why}"),
        (None, Some(since)) => format!("failing since {since}"),
        (None, None) => "well".to_owned(),
    }
}

async fn list(store: &Store) -> anyhow::Result<Answer> {
    let all = store.webhooks().await?;
    let words = all.iter().map(|webhook| {
        let wanted = &webhook.wanted;
        let kinds = if wanted.kinds.is_empty() { "all".to_owned() } else { wanted.kinds.join(" ") };
        format!("{} {:24} {} [{kinds}] {}", webhook.id, wanted.label, wanted.url, state(webhook))
    });
    let words: Vec<String> = words.collect();
    let words = if words.is_empty() { "There is no endpoint.".to_owned() } else { words.join("\n") };
    let json: Value = all
        .iter()
        .map(|webhook| {
            let wanted = &webhook.wanted;
            json!({ "id": webhook.id, "label": wanted.label, "url": wanted.url, "kinds": wanted.kinds, "content": wanted.content.word(),
                "audit": wanted.audit.map(|audit| audit.to_string()), "person": wanted.person.map(|person| person.to_string()),
                "failing_since": webhook.failing_since.and_then(at), "disabled_at": webhook.disabled_at.and_then(at), "disabled_why": webhook.disabled_why })
        })
        .collect();
    Ok(Answer::done(json!({ "webhooks": json }), words))
}

async fn deliveries(store: &Store, id: &str) -> anyhow::Result<Answer> {
    store.webhook(id).await?.with_context(|| none(id))?;
    let all = store.deliveries(id, None, PAGE_ROWS_MAX).await?;
    let words = all.iter().map(|one| {
        let answer = one.answer.as_deref().unwrap_or_default();
        let status = one.status.map(|status| status.to_string()).unwrap_or_default();
        let line = format!(
            "{} {:>8} {:28} {:9} {} {status} {answer}",
            one.id,
            one.seq,
            one.kind,
            one.state.word(),
            one.tries
        );
        line.trim_end().to_owned()
    });
    let words: Vec<String> = words.collect();
    let words = if words.is_empty() { "Nothing was delivered yet.".to_owned() } else { words.join("\n") };
    let json: Value = all
        .iter()
        .map(|one| {
            json!({ "id": one.id, "seq": one.seq, "kind": one.kind, "state": one.state.word(), "tries": one.tries, "due_at": at(one.due_at),
                "ended_at": one.ended_at.and_then(at), "status": one.status, "answer": one.answer })
        })
        .collect();
    Ok(Answer::done(json!({ "deliveries": json }), words))
}

async fn replay(
    store: &Store,
    id: &str,
    since: Option<&str>,
    message: Option<&str>,
) -> anyhow::Result<Answer> {
    store.webhook(id).await?.with_context(|| none(id))?;
    let Some(since) = since else {
        let message = message.unwrap_or_default();
        if !store.replay_delivery(id, message).await? {
            bail!("there is no message `{message}` to that endpoint");
        }
        return Ok(Answer::done(json!({ "message": message }), "A running server sends it now."));
    };
    let since: Timestamp = since
        .parse()
        .map_err(|_| anyhow::anyhow!("--since: `{since}` is no time like 2026-09-15T00:00:00Z"))?;
    let from = store.replay_since(id, since).await?;
    let words = match from {
        Some(from) => {
            format!("Everything from entry {from} on is sent again, each message under the id that it had.")
        }
        None => "Nothing happened since then.".to_owned(),
    };
    Ok(Answer::done(json!({ "from": from }), words))
}
