//! What is done for a store while it is served: publishing, letters, webhooks, tidying, asking those who vouch.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use assize_server::App;
use assize_server::beyond::{ask_authority, ask_witness};
use assize_server::mail::{deliver, deliver_now};
use assize_server::webhooks::{deliver_webhooks, deliver_webhooks_now};
use assize_store::Store;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::key;
use crate::settings::{Beyond, Settings};

/// How often those who vouch for the log are asked.
const VOUCH_PERIOD: Duration = Duration::from_secs(60 * 60);
/// How long what is being sent may take when the server ends, after the requests that were under way.
const SENDING_TIME_MAX: Duration = Duration::from_secs(10);
/// How long publishing may take then, and closing. With 5 s of notice and 20 s for requests this is less than the minute that whoever ends it waits.
const PUBLISH_TIME_MAX: Duration = Duration::from_secs(15);
const CLOSE_TIME_MAX: Duration = Duration::from_secs(5);
/// How often the database's clock is looked at.
const FOLLOW_PERIOD: Duration = Duration::from_secs(60);
/// How often what is remembered for a time is looked through.
const TIDY_PERIOD: Duration = Duration::from_secs(60 * 60);

/// Gives a store its keys, and answers whether it has that of its evidence.
///
/// # Errors
/// Where one is missing or another.
pub(super) async fn keyed(settings: &Settings, store: &Store) -> anyhow::Result<bool> {
    let signer = key::read(&settings.key_file)?;
    if let Some(note) = store.checkpoint_note().await? {
        key::signs_on(&signer, &note)?;
    }
    key::give_secret(store, &settings.secret_file).await?;
    key::give_evidence_keys(store, settings).await
}

/// What is done for a store, until it is ended.
pub(super) struct Tending {
    store: Store,
    key_file: PathBuf,
    beyond: Beyond,
    tasks: Vec<JoinHandle<()>>,
    hush: Hush,
    /// What is being sent: it is noted as sent before the end, or it would be sent again, a letter under the same `Message-ID`, a delivery under
    /// the same id.
    sending: JoinHandle<()>,
}

/// Ends the sending: what is under way is sent, and nothing more is taken.
#[derive(Clone)]
pub(super) struct Hush(Arc<watch::Sender<bool>>);

impl Hush {
    pub(super) fn now(&self) {
        let _ = self.0.send(true);
    }
}

impl Tending {
    /// Begins.
    ///
    /// # Errors
    /// Where the log's key cannot be read.
    pub(super) fn begin(app: &App, settings: &Settings) -> anyhow::Result<Self> {
        let store = app.store.clone();
        let (beyond, key_file) = (settings.beyond.clone(), settings.key_file.clone());
        let tasks = vec![
            store.start_publishing(key::read(&key_file)?),
            tokio::spawn(follow(store.clone())),
            tokio::spawn(tidy(store.clone())),
            tokio::spawn(vouch(store.clone(), beyond.clone())),
            tokio::spawn(assize_server::read_rest(app.clone())),
        ];
        let (hush, hushed) = watch::channel(false);
        let until_hushed = |mut hushed: watch::Receiver<bool>| async move {
            let _ = hushed.wait_for(|is| *is).await;
        };
        let telling = deliver_webhooks(app.clone(), until_hushed(hushed.clone()));
        let posting = deliver(app.clone(), until_hushed(hushed));
        let sending = tokio::spawn(async move {
            tokio::join!(telling, posting);
        });
        Ok(Self { store, key_file, beyond, tasks, hush: Hush(Arc::new(hush)), sending })
    }

    /// What ends the sending before the rest.
    pub(super) fn hush(&self) -> Hush {
        self.hush.clone()
    }

    /// Comes to its end: what is being sent is sent and noted, what was committed is published, the store closed. What cannot be published then,
    /// another replica publishes, or the next start.
    pub(super) async fn end(mut self) {
        for task in &self.tasks {
            task.abort();
        }
        self.hush.now();
        if tokio::time::timeout(SENDING_TIME_MAX, &mut self.sending).await.is_err() {
            self.sending.abort();
        }
        match tokio::time::timeout(PUBLISH_TIME_MAX, published(&self.store, &self.key_file)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(error = format!("{error:#}"), "what was committed last is not published yet");
            }
            Err(_) => {
                tracing::warn!("what was committed last is not published yet: the place of the log is slow");
            }
        }
        // A database that is away is not waited for.
        let _ = tokio::time::timeout(CLOSE_TIME_MAX, self.store.close()).await;
    }

    /// Those who vouch are asked once more, since nobody may ask them for a while.
    pub(super) async fn end_for_a_while(self) {
        if published(&self.store, &self.key_file).await.is_ok() {
            asked(&self.store, &self.beyond).await;
        }
        self.end().await;
    }
}

/// Does once what is done again and again.
///
/// # Errors
/// Where the log cannot be published.
pub(super) async fn once(app: &App, settings: &Settings) -> anyhow::Result<()> {
    deliver_now(app).await;
    deliver_webhooks_now(app).await;
    assize_server::read_rest_now(app).await;
    forget(&app.store).await;
    published(&app.store, &settings.key_file).await
}

async fn published(store: &Store, key_file: &std::path::Path) -> anyhow::Result<()> {
    store.publish(&key::read(key_file)?).await?;
    Ok(())
}

/// Looks now and then what the database's clock says, for as long as nobody acts.
async fn follow(store: Store) {
    let mut times = tokio::time::interval(FOLLOW_PERIOD);
    loop {
        times.tick().await;
        if let Err(error) = store.follow_clock().await {
            tracing::debug!(%error, "the database's clock could not be read");
        }
    }
}

/// Whether what is done each `period` by one of however many processes is this one's to do.
async fn turn(store: &Store, what: &str, period: Duration) -> bool {
    // Processes do not tick together: who comes a little early takes it too.
    let millis = i64::try_from((period * 9 / 10).as_millis()).unwrap_or(i64::MAX);
    store.take_turn(what, millis).await.unwrap_or_else(|error| {
        tracing::warn!(%error, what, "whose turn it is could not be found out; tried again later");
        false
    })
}

/// Asks those who vouch for the log, now and from time to time, where there are any.
async fn vouch(store: Store, beyond: Beyond) {
    if !beyond.is_anybody() {
        return;
    }
    let mut times = tokio::time::interval(VOUCH_PERIOD);
    loop {
        times.tick().await;
        if turn(&store, &format!("vouch {}", beyond.names()), VOUCH_PERIOD).await {
            asked(&store, &beyond).await;
        }
    }
}

async fn asked(store: &Store, beyond: &Beyond) {
    for witness in &beyond.witnesses {
        if let Err(why) = ask_witness(store, witness).await {
            tracing::warn!(witness = %witness.key().name(), why, "a witness did not sign the checkpoint; it is asked again later");
        }
    }
    if let Some(authority) = &beyond.authority
        && let Err(why) = ask_authority(store, authority).await
    {
        tracing::warn!(why, "the checkpoint was not timestamped; it is asked for again later");
    }
}

/// Forgets what is past its day, now and every hour.
async fn tidy(store: Store) {
    let mut hours = tokio::time::interval(TIDY_PERIOD);
    loop {
        hours.tick().await;
        if turn(&store, "tidy", TIDY_PERIOD).await {
            forget(&store).await;
        }
    }
}

async fn forget(store: &Store) {
    let tried = [
        ("replies", store.forget_old_replies().await.map(drop)),
        ("notes of the security log", store.forget_old_security().await.map(drop)),
        ("sessions", store.forget_old_sessions().await.map(drop)),
        ("deliveries", store.forget_old_deliveries().await.map(drop)),
        ("readings", store.forget_old_unread().await.map(drop)),
        ("letters", store.forget_old_letters().await.map(drop)),
    ];
    for (what, done) in tried {
        if let Err(error) = done {
            tracing::warn!(%error, what, "what is old could not be forgotten; tried again in an hour");
        }
    }
}
