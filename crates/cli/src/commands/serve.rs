//! Serving the pages and the JSON API.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context as _;
use assize_cli::work::Processes;
use assize_server::App;
use assize_server::beyond::{ask_authority, ask_witness};
use assize_store::Store;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::open;
use crate::key;
use crate::out::{Answer, print};
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

/// `serve`.
pub(crate) async fn run(settings: &Settings, listen: Option<&str>, as_json: bool) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let listener = bind(listen.unwrap_or(&settings.listen)).await?;
    let scheme = if settings.door.tls()?.is_some() { "https" } else { "http" };
    let announce = |address: SocketAddr| {
        match as_json {
        true => print(
            &json!({ "listening": format!("{scheme}://{address}"), "api": format!("{scheme}://{address}/api/v1") })
                .to_string(),
        ),
        false => Ok(()),
    }
    };
    serve(settings, store, listener, announce).await
}

/// Listens on an address.
pub(crate) async fn bind(listen: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen} cannot be listened on: give another --listen, like 127.0.0.1:0"))
}

/// Serves a store until the process is told to end; `announce` is called when it is ready.
pub(crate) async fn serve(
    settings: &Settings,
    store: Store,
    listener: TcpListener,
    announce: impl FnOnce(SocketAddr) -> std::io::Result<()>,
) -> anyhow::Result<Answer> {
    logs(&settings.log_level)?;
    let signer = key::read(&settings.key_file)?;
    if let Some(note) = store.checkpoint_note().await? {
        key::signs_on(&signer, &note)?;
    }
    key::give_secret(&store, &settings.secret_file).await?;
    if !key::give_evidence_keys(&store, settings).await? {
        eprintln!(
            "The evidence of this store is encrypted, and its key is neither in ASSIZE_EVIDENCE_KEY nor at {}: nobody can open a file or add one.",
            settings.evidence_key_file.display()
        );
    }
    let address = listener.local_addr()?;
    settings.door.is_covered(address)?;
    let tls = settings.door.tls()?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let ended = ended()?;
    announce(address)?;
    eprintln!("Serving {scheme}://{address} (the JSON API: /api/v1/openapi.json).");
    eprintln!(
        "Sign in with `assize link --for NAME`; a token: `assize token new --label NAME`. End with Ctrl-C."
    );
    let publishing = store.start_publishing(signer);
    let following = tokio::spawn(follow(store.clone()));
    let tidying = tokio::spawn(tidy(store.clone()));
    let mut app = App::new(store.clone(), Arc::new(Processes::own()?));
    app.entrance = Arc::new(settings.door.entrance(address)?);
    app.tls = tls;
    let vouching = tokio::spawn(vouch(store.clone(), settings.beyond.clone()));
    app.mail = Arc::new(settings.post.mail()?);
    app.webhooks = Arc::new(settings.hooks.webhooks()?);
    // What is being sent when the process is told to end is noted as sent before it ends, or it would be sent again: a letter under the same
    // `Message-ID`, a delivery under the same id. Nothing more is taken then.
    let (end_sending, sending_ended) = watch::channel(());
    let until_ended = |mut ended: watch::Receiver<()>| async move {
        let _ = ended.changed().await;
    };
    let telling = assize_server::webhooks::deliver_webhooks(app.clone(), until_ended(sending_ended.clone()));
    let posting = assize_server::mail::deliver(app.clone(), until_ended(sending_ended));
    let mut sending = tokio::spawn(async move { tokio::join!(telling, posting) });
    let (ending, notice) = (Arc::clone(&app.ending), settings.stop_notice);
    let reading = tokio::spawn(assize_server::read_rest(app.clone()));
    let shutdown = async move {
        let told = ended.await;
        // Whoever asks whether this process is ready hears now that it is not, and what comes meanwhile is answered still.
        ending.store(true, Ordering::SeqCst);
        drop(end_sending);
        if told == Told::Terminated {
            tokio::time::sleep(notice).await;
        }
    };
    assize_server::serve(listener, app, shutdown).await?;
    for task in [publishing, vouching, tidying, following, reading] {
        task.abort();
    }
    if tokio::time::timeout(SENDING_TIME_MAX, &mut sending).await.is_err() {
        sending.abort();
    }
    // What was committed last is published before the process ends; where that cannot be, another replica or the next start does.
    match tokio::time::timeout(PUBLISH_TIME_MAX, store.publish(&key::read(&settings.key_file)?)).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::warn!(%error, "what was committed last is not published yet"),
        Err(_) => {
            tracing::warn!("what was committed last is not published yet: the place of the log is slow")
        }
    }
    // A database that is away is not waited for.
    let _ = tokio::time::timeout(CLOSE_TIME_MAX, store.close()).await;
    Ok(Answer::silent())
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
        if !turn(&store, &format!("vouch {}", beyond.names()), VOUCH_PERIOD).await {
            continue;
        }
        for witness in &beyond.witnesses {
            if let Err(why) = ask_witness(&store, witness).await {
                tracing::warn!(witness = %witness.key().name(), why, "a witness did not sign the checkpoint; it is asked again later");
            }
        }
        if let Some(authority) = &beyond.authority
            && let Err(why) = ask_authority(&store, authority).await
        {
            tracing::warn!(why, "the checkpoint was not timestamped; it is asked for again later");
        }
    }
}

/// Forgets remembered replies that are past their day, now and every hour.
async fn tidy(store: Store) {
    let mut hours = tokio::time::interval(TIDY_PERIOD);
    loop {
        hours.tick().await;
        if !turn(&store, "tidy", TIDY_PERIOD).await {
            continue;
        }
        if let Err(error) = store.forget_old_replies().await {
            tracing::warn!(%error, "old replies could not be forgotten; tried again in an hour");
        }
        if let Err(error) = store.forget_old_security().await {
            tracing::warn!(%error, "the old security log could not be forgotten; tried again in an hour");
        }
        if let Err(error) = store.forget_old_sessions().await {
            tracing::warn!(%error, "old sessions could not be forgotten; tried again in an hour");
        }
        if let Err(error) = store.forget_old_deliveries().await {
            tracing::warn!(%error, "old deliveries could not be forgotten; tried again in an hour");
        }
        if let Err(error) = store.forget_old_unread().await {
            tracing::warn!(%error, "old readings could not be forgotten; tried again in an hour");
        }
        if let Err(error) = store.forget_old_letters().await {
            tracing::warn!(%error, "old letters could not be forgotten; tried again in an hour");
        }
    }
}

pub(super) fn logs(level: &str) -> anyhow::Result<()> {
    use std::io::IsTerminal as _;
    let filter = tracing_subscriber::EnvFilter::try_new(level).with_context(|| {
        format!("log_level `{level}` is none: give one like `info` or `warn,assize_server=debug`")
    })?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Whoever has set another subscriber keeps it.
    let _ = if std::io::stderr().is_terminal() { builder.try_init() } else { builder.json().try_init() };
    Ok(())
}

/// How a process is told to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// By whoever sits before it: at once.
    Interrupted,
    /// By what looks after it, which may have to tell a proxy too.
    Terminated,
}

/// Waits for SIGTERM or SIGINT. They are listened to from now on, not from the first wait.
#[cfg(unix)]
pub(super) fn ended() -> std::io::Result<impl Future<Output = Told> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut terminated) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => Told::Interrupted,
            _ = terminated.recv() => Told::Terminated,
        }
    })
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
pub(super) fn ended() -> std::io::Result<impl Future<Output = Told> + Send> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
        Told::Interrupted
    })
}
