//! Serving: connections in, each with limits on its head, until the server is told to end.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::app::App;
use crate::entrance::Peer;
use crate::router::router;
use crate::tls::Tls;

/// How many connections are served at a time; the next wait to be accepted.
const CONNECTIONS_MAX: usize = 1_024;
/// How long the head of a request may take to arrive, and how long a connection may be idle.
const HEAD_TIME_MAX: Duration = Duration::from_secs(15);
/// The most header fields of a request.
const HEADERS_MAX: usize = 64;
/// The most bytes of a request's head.
const HEAD_BYTES_MAX: usize = 64 * 1024;
/// How long requests under way may take after the server was told to end.
const END_TIME_MAX: Duration = Duration::from_secs(20);
/// How long to wait after a connection could not be accepted, as when there are no file descriptors left.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Serves HTTP/1.1 on the listener until `shutdown` is done; then lets requests under way come to their end.
///
/// Over TLS where the application has certificates; otherwise that is for the proxy in front.
///
/// # Errors
/// None at present; whatever befalls one connection ends that one.
pub async fn serve(
    listener: TcpListener,
    app: App,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let tls = app.tls.clone();
    serve_router(listener, router(app), tls, shutdown).await
}

/// The same of any router.
pub(crate) async fn serve_router(
    listener: TcpListener,
    router: Router,
    tls: Option<Tls>,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let service = TowerToHyperService::new(router);
    // The built-in catalogue is read before anybody asks for it.
    tokio::task::spawn_blocking(crate::web::read_library);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME_MAX)
        .max_headers(HEADERS_MAX)
        .max_buf_size(HEAD_BYTES_MAX);
    let mut shutdown = pin!(shutdown);
    loop {
        let accepting = async {
            let place = Arc::clone(&places).acquire_owned().await.map_err(io::Error::other)?;
            listener.accept().await.map(|(stream, peer)| (stream, peer, place))
        };
        let (stream, peer, place) = tokio::select! {
            () = &mut shutdown => break,
            accepted = accepting => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                    continue;
                }
            },
        };
        let service = service.clone();
        let answering = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(Peer(peer));
            service.call(request)
        });
        let Some(tls) = tls.clone() else {
            let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), answering));
            tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::debug!(%error, "a connection ended early");
                }
                drop(place);
            });
            continue;
        };
        let (http, watcher) = (http.clone(), graceful.watcher());
        tokio::spawn(async move {
            // Who greets and says no more holds a place for as long as a head may take.
            match tokio::time::timeout(HEAD_TIME_MAX, tls.acceptor().accept(stream)).await {
                Ok(Ok(stream)) => {
                    let connection = watcher.watch(http.serve_connection(TokioIo::new(stream), answering));
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection ended early");
                    }
                }
                Ok(Err(error)) => tracing::debug!(%error, "a connection came to no TLS"),
                Err(_) => tracing::debug!("a connection took too long to come to TLS"),
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(END_TIME_MAX, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests were still under way when the server ended");
    }
    Ok(())
}
