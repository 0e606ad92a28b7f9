//! Tells endpoints of what happens. Several processes may do so at a time; each delivery is one's.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use assize_domain::AnyRecord;
use assize_domain::Key;
use assize_domain::kernel::act::Actor;
use assize_domain::kernel::entry::{Content, hex};
use assize_store::{DeliveryEnd, Letter, StoredEntry, TakenDelivery, Webhook, WebhookContent, Which};
use serde_json::{Map, Value, json};

use super::Webhooks;
use super::guard::{Guard, Resolver};
use crate::access::{Asker, Origin};
use crate::app::App;
use crate::problem::{Fault, causes};

/// How often it is looked for what happened.
const PERIOD: Duration = Duration::from_secs(2);
/// How long an endpoint may take to be reached, and to answer: less than the lease of whoever tells it.
const CONNECT_TIME_MAX: Duration = Duration::from_secs(5);
const ANSWER_TIME_MAX: Duration = Duration::from_secs(20);
/// How much of an answer is read, in bytes.
const ANSWER_BYTES_MAX: usize = 2 * 1024;
/// How many deliveries are carried out at a time, and in one round.
const AT_A_TIME: usize = 8;
const ROUND_MAX: usize = 500;
/// What an endpoint answers that is no more.
const GONE: u16 = 410;
/// Who says that it is us.
const AGENT: &str = concat!("assize/", env!("CARGO_PKG_VERSION"));

/// A client of HTTP that follows no redirect, knows no proxy, and speaks to nobody that the guard does not let it.
pub(super) fn client(guard: Arc<Guard>) -> Result<reqwest::Client, String> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .connect_timeout(CONNECT_TIME_MAX)
        .timeout(ANSWER_TIME_MAX)
        .user_agent(AGENT)
        .dns_resolver(Resolver(guard))
        .build()
        .map_err(|error| causes(&error))
}

/// Tells endpoints until `ended` is done; what is being sent then is sent first.
pub async fn deliver_webhooks(app: App, ended: impl Future<Output = ()> + Send) {
    let mut ended = pin!(ended);
    loop {
        round(&app).await;
        tokio::select! {
            () = &mut ended => return,
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

/// Does once what [`deliver_webhooks`] does again and again: how many deliveries were tried.
pub async fn deliver_webhooks_now(app: &App) -> usize {
    round(app).await
}

async fn round(app: &App) -> usize {
    if app.webhooks.client.is_none() {
        return 0;
    }
    if let Err(error) = app.store.queue_deliveries().await {
        tracing::warn!(
            cause = causes(&error),
            "what happened could not be queued for endpoints; tried again"
        );
    }
    let hands = (0..AT_A_TIME).map(|_| hand(app));
    futures::future::join_all(hands).await.into_iter().sum()
}

/// One after the other, until there is none.
async fn hand(app: &App) -> usize {
    let mut by = [0_u8; 16];
    if getrandom::fill(&mut by).is_err() {
        return 0;
    }
    let by = hex(&by);
    for count in 0..ROUND_MAX {
        if app.ending.load(Ordering::SeqCst) {
            return count;
        }
        match app.store.take_delivery(&by).await {
            Ok(Some(taken)) => {
                if let Err(fault) = one(app, &taken).await {
                    let cause = fault.cause.as_deref();
                    tracing::warn!(
                        cause,
                        delivery = taken.id,
                        "a delivery could not be made; its lease runs out, and it is tried again"
                    );
                }
            }
            Ok(None) => return count,
            Err(error) => {
                tracing::warn!(cause = causes(&error), "deliveries could not be read; tried again");
                return count;
            }
        }
    }
    ROUND_MAX
}

/// What came of a try.
struct Came {
    end: DeliveryEnd,
    status: Option<u16>,
    answer: String,
}

impl Came {
    fn never(why: &str) -> Self {
        Self { end: DeliveryEnd::Never, status: None, answer: why.to_owned() }
    }
}

async fn one(app: &App, taken: &TakenDelivery) -> Result<(), Fault> {
    let webhook = app.store.webhook(&taken.webhook).await?;
    let Some(webhook) = webhook else {
        app.store.end_delivery(taken, &DeliveryEnd::Never, None, "the endpoint was removed").await?;
        return Ok(());
    };
    if webhook.disabled_at.is_some() {
        return Ok(app.store.put_delivery_back(taken).await?);
    }
    let came = match message(app, &webhook, taken.seq).await? {
        Ok(body) => sent(app, &webhook, taken, &body).await?,
        Err(why) => Came::never(why),
    };
    tracing::info!(
        webhook = webhook.id,
        delivery = taken.id,
        seq = taken.seq,
        status = came.status,
        "an endpoint was told"
    );
    let failing = app.store.end_delivery(taken, &came.end, came.status, &came.answer).await?;
    let gone = came.status == Some(GONE) && app.store.disable_webhook(&webhook.id, "gone").await?;
    if failing || gone {
        tracing::warn!(webhook = webhook.id, "an endpoint was disabled");
        notice(app, &webhook).await?;
    }
    Ok(())
}

/// What an endpoint is told of an entry; or why nothing.
async fn message(app: &App, webhook: &Webhook, seq: i64) -> Result<Result<String, &'static str>, Fault> {
    if let Some(person) = webhook.wanted.person {
        let account = app.store.account(person).await?;
        if account.is_some_and(|account| account.locked_at.is_some()) {
            return Ok(Err("the account of its owner is locked"));
        }
    }
    let found = app.store.entries(Which::All, seq - 1, 1).await?.into_iter().next();
    let Some(Ok(stored)) = found.filter(|found| found.as_ref().is_ok_and(|stored| stored.entry.seq == seq))
    else {
        return Ok(Err("the entry cannot be read"));
    };
    let Ok((event, _)) = stored.entry.event() else { return Ok(Err("what happened was erased")) };
    let actor = match webhook.wanted.person {
        Some(person) => Actor::Person { person },
        None => Actor::Operator { on_behalf_of: None },
    };
    let asker = Asker::of(app, &actor, Origin::default()).await?;
    if asker.readable(vec![Ok(stored.clone())]).await?.is_empty() {
        return Ok(Err("its owner may not see this"));
    }
    let with_fields = webhook.wanted.content == WebhookContent::Fields && app.webhooks.fields_allowed;
    let subject = event.subject();
    let mut data = json!({ "seq": seq, "subject": { "kind": subject.kind.word(), "id": subject.id.hyphenated().to_string() },
        "audit": event.audit().map(|audit| audit.to_string()) });
    if with_fields && let Some(data) = data.as_object_mut() {
        data.insert("fields".to_owned(), fields(&stored));
    }
    Ok(Ok(json!({ "type": stored.entry.kind, "timestamp": stored.entry.at.to_string(), "data": data })
        .to_string()))
}

/// The fields of an event, as they stand in the journal.
fn fields(stored: &StoredEntry) -> Value {
    let open = stored.entry.fields.iter().filter_map(|field| match &field.content {
        Content::Open { value, .. } => Some((field.name.strip_prefix("p.")?.to_owned(), value.clone())),
        Content::Closed { .. } => None,
    });
    Value::Object(open.collect::<Map<_, _>>())
}

async fn sent(app: &App, webhook: &Webhook, taken: &TakenDelivery, body: &str) -> Result<Came, Fault> {
    let Webhooks { client: Some(client), guard, .. } = app.webhooks.as_ref() else {
        return Ok(Came {
            end: DeliveryEnd::Later { asked_seconds: None },
            status: None,
            answer: "nothing is sent from here".to_owned(),
        });
    };
    let Ok(url) = guard.address(&webhook.wanted.url) else {
        return Ok(Came {
            end: DeliveryEnd::Later { asked_seconds: None },
            status: None,
            answer: "the address may not be spoken to".to_owned(),
        });
    };
    let timestamp = app.store.now() / 1_000;
    let signature = app.store.webhook_signature(&webhook.id, &taken.id, timestamp, body).await?;
    let asked = client
        .post(url)
        .header("content-type", "application/json")
        .header("webhook-id", &taken.id)
        .header("webhook-timestamp", timestamp.to_string())
        .header("webhook-signature", signature)
        .body(body.to_owned());
    Ok(match answered(asked).await {
        Ok(Answered { status, asked_seconds, text }) => {
            let end = match status {
                200..=299 => DeliveryEnd::Delivered,
                GONE => DeliveryEnd::Never,
                _ => DeliveryEnd::Later { asked_seconds },
            };
            Came { end, status: Some(status), answer: text }
        }
        Err(why) => Came { end: DeliveryEnd::Later { asked_seconds: None }, status: None, answer: why },
    })
}

/// What an endpoint answered.
struct Answered {
    status: u16,
    /// For how many seconds it asks to be left alone.
    asked_seconds: Option<i64>,
    /// How its answer begins.
    text: String,
}

async fn answered(request: reqwest::RequestBuilder) -> Result<Answered, String> {
    let mut answer = request.send().await.map_err(|error| causes(&error.without_url()))?;
    let status = answer.status().as_u16();
    let asked = answer.headers().get(reqwest::header::RETRY_AFTER).and_then(|value| value.to_str().ok());
    let asked_seconds = asked.and_then(|asked| retry_after(asked, jiff::Timestamp::now()));
    let mut all = Vec::new();
    // What comes of an answer after its beginning changes nothing.
    while all.len() < ANSWER_BYTES_MAX
        && let Ok(Some(chunk)) = answer.chunk().await
    {
        all.extend_from_slice(&chunk);
    }
    all.truncate(ANSWER_BYTES_MAX);
    Ok(Answered { status, asked_seconds, text: String::from_utf8_lossy(&all).into_owned() })
}

/// The seconds that `Retry-After` says from now on: a number of them, or a date (RFC 9110 10.2.3). What is neither says nothing.
fn retry_after(text: &str, now: jiff::Timestamp) -> Option<i64> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let until = jiff::fmt::rfc2822::parse(text).ok()?.timestamp();
    Some((until.as_second() - now.as_second()).max(0))
}

/// Writes to an endpoint's owner that it was disabled.
async fn notice(app: &App, webhook: &Webhook) -> Result<(), Fault> {
    let Some(id) = webhook.wanted.person else { return Ok(()) };
    let Some(AnyRecord::Person(person)) = app.store.record(Key::of(id)).await?.map(|found| found.record)
    else {
        return Ok(());
    };
    let Some(letter) = crate::mail::about_webhook(app, &person, &webhook.wanted.label, &webhook.id).await?
    else {
        return Ok(());
    };
    let _: &Letter = &letter;
    app.store.post(&letter).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_asks_to_be_left_alone_by_seconds_or_until_a_date() {
        let now = "2026-11-30T20:00:00Z".parse().unwrap();
        for (text, expected) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("Mon, 30 Nov 2026 20:02:00 GMT", Some(120)),
            ("Mon, 30 Nov 2026 19:00:00 GMT", Some(0)),
            ("-5", None),
            ("99999999999999999999999", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(retry_after(text, now), expected, "{text}");
        }
    }
}
