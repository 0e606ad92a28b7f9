//! Endpoints over the API: for who looks after the organization's installation.

use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::Timestamp;
use assize_store::{Delivery, SecurityKind, Webhook};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::Said;
use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::field_problem;
use crate::problem::Fault;
use crate::query::Query;
use crate::records::page_len;

/// `GET /webhooks`.
pub(crate) async fn list(State(app): State<App>, _caller: Caller) -> Result<Response, Fault> {
    let items: Value = app.store.webhooks().await?.iter().map(webhook_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items })))
}

/// `POST /webhooks`. The secret is in this answer and nowhere else.
pub(crate) async fn make(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let body = read_json(&headers, body).await?;
    let known = ["url", "label", "kinds", "audit", "content"];
    if let Some(unknown) =
        body.as_object().and_then(|all| all.keys().find(|name| !known.contains(&name.as_str())))
    {
        return Err(field_problem(
            &format!("/{unknown}"),
            "there is no such field",
            "give url, label, kinds, audit, content",
        ));
    }
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let kinds = body.get("kinds").and_then(Value::as_array).into_iter().flatten();
    let said = Said {
        url: text("url"),
        label: text("label"),
        kinds: kinds.filter_map(Value::as_str).map(str::to_owned).collect(),
        audit: text("audit"),
        content: text("content"),
    };
    let wanted = app.webhooks.wanted(&said, caller.token.person).map_err(Fault::invalid)?;
    let (made, secret) = app.store.make_webhook(&wanted).await?;
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {} made", made.id)).await?;
    Ok(json(StatusCode::CREATED, &json!({ "webhook": webhook_json(&made), "secret": secret })))
}

/// `DELETE /webhooks/{id}`.
pub(crate) async fn remove(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.remove_webhook(&id).await? {
        return Err(none());
    }
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} removed")).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /webhooks/{id}/secret`: a new secret; the one before signs too for a day.
pub(crate) async fn renew(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let secret = app.store.renew_webhook(&id).await?.ok_or_else(none)?;
    let found = app.store.webhook(&id).await?.ok_or_else(none)?;
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} secret renewed")).await?;
    Ok(json(StatusCode::OK, &json!({ "webhook": webhook_json(&found), "secret": secret })))
}

/// `POST /webhooks/{id}/enable`.
pub(crate) async fn enable(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    if !app.store.enable_webhook(&id).await? {
        return Err(none());
    }
    app.store.hasten_deliveries(&id).await?;
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} enabled")).await?;
    let found = app.store.webhook(&id).await?.ok_or_else(none)?;
    Ok(json(StatusCode::OK, &webhook_json(&found)))
}

/// `POST /webhooks/{id}/disable`.
pub(crate) async fn disable(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    app.store.webhook(&id).await?.ok_or_else(none)?;
    app.store.disable_webhook(&id, "by_hand").await?;
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} disabled")).await?;
    let found = app.store.webhook(&id).await?.ok_or_else(none)?;
    Ok(json(StatusCode::OK, &webhook_json(&found)))
}

/// `GET /webhooks/{id}/deliveries`: of the youngest entries first; `before` is the number of an entry.
pub(crate) async fn deliveries(
    State(app): State<App>,
    _caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    app.store.webhook(&id).await?.ok_or_else(none)?;
    let mut query = Query::of(&uri);
    let before: Option<i64> = query.read("before");
    let len = page_len(&mut query);
    query.done(Some(()))?;
    let rows = i64::try_from(len + 1).unwrap_or(i64::MAX);
    let mut found = app.store.deliveries(&id, before, rows).await?;
    let more = found.len() > len;
    found.truncate(len);
    let next = found.last().filter(|_| more).map(|last| last.seq);
    let items: Value = found.iter().map(delivery_json).collect();
    Ok(json(StatusCode::OK, &json!({ "items": items, "next": next })))
}

/// `POST /webhooks/{id}/replay`: one message by its id, or everything since a time.
pub(crate) async fn replay(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    app.store.webhook(&id).await?.ok_or_else(none)?;
    let body = read_json(&headers, body).await?;
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let from = match (text("delivery"), text("since")) {
        (Some(delivery), None) => {
            if !app.store.replay_delivery(&id, delivery).await? {
                return Err(Fault::not_found("there is no such delivery to replay"));
            }
            None
        }
        (None, Some(since)) => {
            let since: Timestamp = since.parse().map_err(|_| {
                field_problem(
                    "/since",
                    say!("`{since}` is no time", since = crate::query::short(since)),
                    "give one like 2026-09-15T07:55:00Z",
                )
            })?;
            app.store.replay_since(&id, since).await?
        }
        _ => {
            return Err(field_problem(
                "",
                "it is not said what to replay",
                "give either `delivery`, a message's id, or `since`, a time",
            ));
        }
    };
    caller.asker.note(SecurityKind::AccountChanged, None, &format!("webhook {id} replayed")).await?;
    Ok(json(StatusCode::OK, &json!({ "from": from })))
}

fn none() -> Fault {
    Fault::not_found("there is no such endpoint")
}

fn at(millis: i64) -> Option<String> {
    Timestamp::from_millis(millis).map(|at| at.to_string()).ok()
}

fn webhook_json(webhook: &Webhook) -> Value {
    let wanted = &webhook.wanted;
    json!({ "id": webhook.id, "url": wanted.url, "label": wanted.label, "person": wanted.person.to_json(), "kinds": wanted.kinds,
        "audit": wanted.audit.to_json(), "content": wanted.content.word(), "made_at": at(webhook.made_at),
        "before_until": webhook.before_until.and_then(at), "looked_at": webhook.looked_at,
        "failing_since": webhook.failing_since.and_then(at), "disabled_at": webhook.disabled_at.and_then(at),
        "disabled_why": webhook.disabled_why })
}

fn delivery_json(delivery: &Delivery) -> Value {
    json!({ "id": delivery.id, "seq": delivery.seq, "kind": delivery.kind, "made_at": at(delivery.made_at), "due_at": at(delivery.due_at),
        "tries": delivery.tries, "state": delivery.state.word(), "ended_at": delivery.ended_at.and_then(at),
        "status": delivery.status, "answer": delivery.answer })
}
