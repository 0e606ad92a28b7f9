//! Serving the pages and the JSON API.

mod many;
mod tend;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Context as _;
use assize_cli::work::Processes;
use assize_server::App;
use assize_store::Store;
use serde_json::json;
use tokio::net::TcpListener;

pub(crate) use self::many::run as run_many;
use self::tend::Tending;
use super::open;
use crate::args::PlaceArgs;
use crate::out::{Answer, print};
use crate::settings::Settings;

/// `serve`.
pub(crate) async fn run(
    settings: &Settings,
    place: &PlaceArgs,
    listen: Option<&str>,
    as_json: bool,
) -> anyhow::Result<Answer> {
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
    serve(settings, place, store, listener, announce).await
}

/// Listens on an address.
pub(crate) async fn bind(listen: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(listen)
        .await
        .with_context(|| format!("{listen} cannot be listened on: give another --listen, like 127.0.0.1:0"))
}

/// Serves a store until the process is told to end; `announce` is called when it is ready. `place` is by which flags the store is found again.
pub(crate) async fn serve(
    settings: &Settings,
    place: &PlaceArgs,
    store: Store,
    listener: TcpListener,
    announce: impl FnOnce(SocketAddr) -> std::io::Result<()>,
) -> anyhow::Result<Answer> {
    logs(&settings.log_level)?;
    if !tend::keyed(settings, &store).await? {
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
    let entrance = settings.door.entrance(address)?;
    let again = place.again();
    // Where it listens is in the settings, or was said to this process alone.
    let is_known = settings.door.origin(&settings.listen) == settings.door.origin(&address.to_string());
    let at = if is_known { String::new() } else { format!(" --at {}", entrance.site.origin()) };
    eprintln!(
        "Sign in with `assize link --for NAME{again}{at}`; a token: `assize token new --label NAME{again}`. End with Ctrl-C."
    );
    let mut app = App::new(store, Arc::new(Processes::own()?));
    app.entrance = Arc::new(entrance);
    app.tls = tls;
    app.mail = Arc::new(settings.post.mail()?);
    app.webhooks = Arc::new(settings.hooks.webhooks()?);
    let tending = Tending::begin(&app, settings)?;
    let hush = tending.hush();
    let hush = move || hush.now();
    let shutdown = told_first(Arc::clone(&app.ending), hush, ended, settings.stop_notice);
    assize_server::serve(listener, app, shutdown).await?;
    tending.end().await;
    Ok(Answer::silent())
}

/// Ends when the process is told to. Whoever asks whether it is ready hears first that it is not, and what comes meanwhile is answered still;
/// nothing more is sent then.
async fn told_first(
    ending: Arc<AtomicBool>,
    hush: impl FnOnce(),
    ended: impl Future<Output = Told> + Send,
    notice: Duration,
) {
    let told = ended.await;
    ending.store(true, Ordering::SeqCst);
    hush();
    if told == Told::Terminated {
        tokio::time::sleep(notice).await;
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
