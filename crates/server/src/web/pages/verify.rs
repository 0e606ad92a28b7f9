//! The record as a whole: verifying it, and what may be erased when.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use askama::Template;
use assize_domain::Kind;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_store::{Store, Verdict};
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::{Value, json};

use super::act_href;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The fact of the store that holds what came of its last verification.
const VERIFIED: &str = "verified";
/// How long a page waits for a verification; a longer one goes on beside it.
const WAIT_MAX: Duration = Duration::from_secs(20);
/// How many problems a page names.
const TROUBLES_MAX: usize = 100;
/// How many audits a page of what is retained has.
const RETAINED_MAX: i64 = 200;

/// A verification under way in this process.
#[derive(Debug, Default)]
pub(crate) struct Verifying {
    runs: AtomicBool,
    done: AtomicU64,
    of: AtomicU64,
}

/// What came of a verification.
struct Outcome {
    at: String,
    by: String,
    is_ok: bool,
    counts: Vec<(String, String)>,
    troubles: Vec<(String, String)>,
    troubles_more: u64,
}

#[derive(Template)]
#[template(path = "verify.html")]
struct VerifyPage {
    frame: Frame,
    words: Words,
    entries: i64,
    signed: Option<u64>,
    unsigned: u64,
    note: Option<String>,
    key: Option<String>,
    /// How far a verification is that runs now.
    running: Option<(u64, u64)>,
    outcome: Option<Outcome>,
}

/// `GET /records/verify`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = &visitor.words;
    let entries = app.store.head_seq().await?;
    let signed = app.store.published_size().await.unwrap_or_else(|error| {
        tracing::error!(%error, "the checkpoint is not signed with the store's key");
        None
    });
    let outcome = app.store.meta(VERIFIED).await?.and_then(|text| serde_json::from_str::<Value>(&text).ok());
    let at = &app.verifying;
    let running = at.runs.load(Ordering::SeqCst);
    let unsigned = u64::try_from(entries).unwrap_or_default().saturating_sub(signed.unwrap_or_default());
    Ok(html(&VerifyPage {
        frame: Frame::of(&visitor, "/records", words.say("verify"))
            .under(words.say("nav-records"), "/records"),
        words: words.clone(),
        entries,
        signed,
        unsigned,
        note: app.store.checkpoint_note().await?,
        key: app.store.published_key().await?.map(|key| key.to_string()),
        running: running.then(|| (at.done.load(Ordering::SeqCst), at.of.load(Ordering::SeqCst))),
        outcome: outcome.as_ref().map(|found| outcome_of(words, found)),
    }))
}

fn outcome_of(words: &Words, found: &Value) -> Outcome {
    let number = |name: &str| found.get(name).and_then(Value::as_u64).unwrap_or_default();
    let text = |name: &str| found.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let at = text("at");
    let counts = [
        ("verify-entries", number("entries")),
        ("verify-unsigned", number("unsigned")),
        ("verify-records", number("records")),
        ("verify-evidence", number("evidence")),
        ("verify-encrypted", number("encrypted")),
        ("verify-unopened", number("unopened")),
        ("verify-erased", number("erased")),
        ("verify-by-passkey", number("signed_by_passkey")),
        ("verify-by-spot", number("signed_on_the_spot")),
        ("verify-by-server", number("attested_by_server")),
        ("verify-by-operator", number("unsigned_by_operator")),
    ];
    let mut counts: Vec<(String, String)> =
        counts.iter().map(|(key, count)| (words.say(key), count.to_string())).collect();
    let seconds = format!("{}.{}", number("millis") / 1_000, number("millis") % 1_000 / 100);
    counts.push((words.say("verify-took"), words.with("verify-seconds", "count", words.number(seconds))));
    let troubles = found.get("problems").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let part = |trouble: &Value, name: &str| {
        trouble.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    Outcome {
        at: at.parse::<Timestamp>().map_or(at, |at| words.time(at)),
        by: text("by"),
        is_ok: found.get("ok") == Some(&Value::Bool(true)),
        counts,
        troubles: troubles.iter().map(|one| (part(one, "where"), part(one, "what"))).collect(),
        troubles_more: number("problems_more"),
    }
}

/// `POST /records/verify`: verifies the store, beside the request where it takes long.
pub(crate) async fn run(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let by = visitor.name.clone().unwrap_or_else(|| visitor.words.say("operator"));
    let began = now(&app)?;
    if let Some(running) = Running::begin(&app.verifying) {
        let verifying = tokio::spawn(verified(app.store.clone(), running, began, by));
        // One that takes longer goes on; the page then says how far it is.
        let _ = tokio::time::timeout(WAIT_MAX, verifying).await;
    }
    Ok(Redirect::to("/records/verify").into_response())
}

/// The one verification that runs: however it ends, another may begin after it.
struct Running(Arc<Verifying>);

impl Running {
    fn begin(verifying: &Arc<Verifying>) -> Option<Self> {
        (!verifying.runs.swap(true, Ordering::SeqCst)).then(|| Self(Arc::clone(verifying)))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.runs.store(false, Ordering::SeqCst);
    }
}

async fn verified(store: Store, running: Running, began: Timestamp, by: String) {
    let started = Instant::now();
    let at = &running.0;
    at.done.store(0, Ordering::SeqCst);
    let step = |done, of| {
        at.done.store(done, Ordering::SeqCst);
        at.of.store(of, Ordering::SeqCst);
    };
    let found = match store.verify(step).await {
        Ok(verdict) => verdict_json(&verdict),
        Err(error) => {
            tracing::error!(%error, "the store could not be verified");
            json!({ "ok": false, "problems": [{ "where": "", "what": error.to_string() }] })
        }
    };
    let millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
    let found = crate::people::with(
        found,
        [("at", began.to_string().into()), ("by", by.into()), ("millis", millis.into())],
    );
    if let Err(error) = store.set_meta(VERIFIED, &found.to_string()).await {
        tracing::error!(%error, "what came of a verification could not be kept");
    }
}

fn verdict_json(verdict: &Verdict) -> Value {
    let problems = verdict.problems.iter().take(TROUBLES_MAX);
    let problems = problems.map(|trouble| json!({ "where": trouble.place, "what": trouble.what }));
    json!({ "ok": verdict.is_ok(), "entries": verdict.entries, "unsigned": verdict.unsigned,
        "records": verdict.records, "evidence": verdict.evidence, "encrypted": verdict.encrypted, "unopened": verdict.unopened, "erased": verdict.erased,
        "signed_by_passkey": verdict.signatures.passkey, "signed_on_the_spot": verdict.signatures.spot, "attested_by_server": verdict.signatures.server,
        "unsigned_by_operator": verdict.signatures.operator,
        "problems": problems.collect::<Vec<_>>(),
        "problems_more": verdict.problems.len().saturating_sub(TROUBLES_MAX) })
}

/// An audit whose records are kept until a day.
struct Kept {
    title: String,
    href: String,
    auditee: String,
    state: String,
    until: String,
    holds: i64,
    /// The way to the act that erases it.
    erase: Option<String>,
}

#[derive(Template)]
#[template(path = "retention.html")]
struct RetentionPage {
    frame: Frame,
    words: Words,
    due: Vec<Kept>,
    later: Vec<Kept>,
    is_cut: bool,
}

/// `GET /records/retention`: audits whose retention is over, and those whose will be next.
pub(crate) async fn retention(State(app): State<App>, visitor: Visitor) -> Result<Response, Fault> {
    let words = &visitor.words;
    let today: Date = now(&app)?.date();
    let reach = visitor.asker.reach(Kind::Audit).await?.whole();
    let retained = app.store.retained(&reach, RETAINED_MAX).await?;
    let is_cut = i64::try_from(retained.len()).is_ok_and(|len| len == RETAINED_MAX);
    let (mut due, mut later) = (Vec::new(), Vec::new());
    for one in retained {
        let is_due = one.until < today;
        let fields = [("scope/is", "audit"), ("scope/audit", one.audit.as_str())];
        let kept = Kept {
            href: format!("/audits/{}", one.audit),
            erase: (is_due && one.holds == 0)
                .then(|| act_href("record.erase", &fields, "/records/retention")),
            title: one.title,
            auditee: one.auditee,
            state: words.word("AuditState", &one.state),
            until: words.date(one.until),
            holds: one.holds,
        };
        if is_due { due.push(kept) } else { later.push(kept) }
    }
    let frame =
        Frame::of(&visitor, "/records", words.say("retention")).under(words.say("nav-records"), "/records");
    Ok(html(&RetentionPage { frame, words: words.clone(), due, later, is_cut }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_verification_runs_at_a_time_and_another_may_follow_whatever_became_of_it() {
        let verifying = Arc::default();
        let first = Running::begin(&verifying).unwrap();
        assert!(Running::begin(&verifying).is_none());
        let fallen = std::thread::spawn(move || {
            let _first = first;
            panic!("the verification falls");
        });
        assert!(fallen.join().is_err());
        assert!(Running::begin(&verifying).is_some());
    }
}
