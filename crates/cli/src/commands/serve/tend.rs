//! What is done for a store while it is served: publishing, letters, webhooks, tidying, asking those who vouch.

use std::path::PathBuf;
use std::time::Duration;

use assize_server::App;
use assize_server::beyond::{ask_authority, ask_witness};
use assize_server::mail::{deliver, deliver_now};
use assize_server::webhooks::{deliver_webhooks, deliver_webhooks_now};
use assize_store::Store;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::key;
use crate::settings::{Beyond, Settings};

/// How often those who vouch for the log are asked.
const VOUCH_PERIOD: Duration = Duration::from_secs(60 * 60);
/// How long a letter may take that is being sent when the server ends.
const POST_TIME_MAX: Duration = Duration::from_secs(20);
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
    /// What is being sent is sent first, and noted.
    sending: Vec<(oneshot::Sender<()>, JoinHandle<()>)>,
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
            tokio::spawn(tidy(store.clone())),
            tokio::spawn(vouch(store.clone(), beyond.clone())),
        ];
        let mut sending = Vec::new();
        let (end, ended) = oneshot::channel::<()>();
        let until = async {
            let _ = ended.await;
        };
        sending.push((end, tokio::spawn(deliver_webhooks(app.clone(), until))));
        let (end, ended) = oneshot::channel::<()>();
        let until = async {
            let _ = ended.await;
        };
        sending.push((end, tokio::spawn(deliver(app.clone(), until))));
        Ok(Self { store, key_file, beyond, tasks, sending })
    }

    /// Comes to its end: what is being sent is sent and noted, what was committed is published, the store closed.
    ///
    /// # Errors
    /// Where the log cannot be published.
    pub(super) async fn end(self) -> anyhow::Result<()> {
        for task in &self.tasks {
            task.abort();
        }
        // What is being sent to an endpoint is noted too; at the worst it is sent again, under the same id. A letter that is being sent is noted as
        // sent, or it would be sent again.
        let (ends, mut sending): (Vec<_>, Vec<_>) = self.sending.into_iter().unzip();
        drop(ends);
        for task in &mut sending {
            if tokio::time::timeout(POST_TIME_MAX, &mut *task).await.is_err() {
                task.abort();
            }
        }
        let published = published(&self.store, &self.key_file).await;
        self.store.close().await;
        published
    }

    /// Those who vouch are asked once more, since nobody may ask them for a while.
    pub(super) async fn end_for_a_while(self) -> anyhow::Result<()> {
        let published = published(&self.store, &self.key_file).await;
        if published.is_ok() {
            asked(&self.store, &self.beyond).await;
        }
        self.end().await
    }
}

/// Does once what is done again and again.
///
/// # Errors
/// Where the log cannot be published.
pub(super) async fn once(app: &App, settings: &Settings) -> anyhow::Result<()> {
    deliver_now(app).await;
    deliver_webhooks_now(app).await;
    forget(&app.store).await;
    published(&app.store, &settings.key_file).await
}

async fn published(store: &Store, key_file: &std::path::Path) -> anyhow::Result<()> {
    store.publish(&key::read(key_file)?).await?;
    Ok(())
}

/// Asks those who vouch for the log, now and from time to time, where there are any.
async fn vouch(store: Store, beyond: Beyond) {
    if !beyond.is_anybody() {
        return;
    }
    let mut times = tokio::time::interval(VOUCH_PERIOD);
    loop {
        times.tick().await;
        asked(&store, &beyond).await;
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
        forget(&store).await;
    }
}

async fn forget(store: &Store) {
    let tried = [
        ("replies", store.forget_old_replies().await.map(drop)),
        ("notes of the security log", store.forget_old_security().await.map(drop)),
        ("sessions", store.forget_old_sessions().await.map(drop)),
        ("deliveries", store.forget_old_deliveries().await.map(drop)),
        ("letters", store.forget_old_letters().await.map(drop)),
    ];
    for (what, done) in tried {
        if let Err(error) = done {
            tracing::warn!(%error, what, "what is old could not be forgotten; tried again in an hour");
        }
    }
}
