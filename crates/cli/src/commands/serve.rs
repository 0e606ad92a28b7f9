//! Serving the JSON API.

use std::sync::Arc;

use anyhow::Context as _;
use assize_cli::work::Processes;
use assize_server::App;
use assize_store::Store;
use serde_json::json;
use tokio::net::TcpListener;

use super::open;
use crate::key;
use crate::out::Answer;
use crate::settings::Settings;

/// `serve`.
pub(crate) async fn run(settings: &Settings, listen: &str) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    serve(settings, store, listen).await
}

/// Serves a store until the process is told to end.
pub(crate) async fn serve(settings: &Settings, store: Store, listen: &str) -> anyhow::Result<Answer> {
    logs();
    let signer = key::read(&settings.key_file)?;
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("{listen} cannot be listened on"))?;
    let address = listener.local_addr()?;
    eprintln!("Serving http://{address}/api/v1 (its description: /api/v1/openapi.json).");
    eprintln!("Make a token with `assize token new --label NAME`. End with Ctrl-C.");
    let publishing = store.start_publishing(signer);
    let app = App::new(store.clone(), Arc::new(Processes::own()?));
    assize_server::serve(listener, app, ended()).await?;
    publishing.abort();
    // What was committed last is published before the process ends.
    store.publish(&key::read(&settings.key_file)?).await?;
    store.close().await;
    Ok(Answer::done(json!({ "ended": true }), ""))
}

fn logs() {
    use std::io::IsTerminal as _;
    let filter = tracing_subscriber::EnvFilter::try_from_env("ASSIZE_LOG_LEVEL")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Whoever has set another subscriber keeps it.
    let _ = if std::io::stderr().is_terminal() { builder.try_init() } else { builder.json().try_init() };
}

async fn ended() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
