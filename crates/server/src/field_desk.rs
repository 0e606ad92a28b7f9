//! A field file, served: locked until somebody opens it, and again when nobody has used it for a while.
//!
//! Locked there is no store in this process, and no key. What is done is on the disk already, sealed; opening applies it anew.

use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use assize_store::{Clock, Field, FieldBad, FieldKey, StoreError};
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tokio::sync::RwLock;
use tower::ServiceExt as _;

use crate::app::App;
use crate::body::read;
use crate::conditions::value;
use crate::entrance::Entrance;
use crate::problem::Fault;
use crate::router::router;
use crate::serve::serve_router;
use crate::web::{Posted, Words, accepted, assets, bare, field_here, field_locked, is_quiet, session_of};
use crate::workers::Workers;

/// How long the form that opens a file may be, in bytes.
const FORM_BYTES_MAX: u64 = 16 * 1024;
/// How often it is looked whether anybody still uses what is open.
const LOOK_PERIOD: Duration = Duration::from_secs(1);
/// How long to wait for what was open to be let go of, before it is opened again.
const LET_GO: Duration = Duration::from_secs(5);

/// How a field is served.
pub struct FieldDesk {
    /// The field file.
    pub file: PathBuf,
    /// What the clock's time zone is ahead of UTC, in minutes.
    pub zone_minutes: i64,
    /// After how long without use it is locked.
    pub idle: Duration,
    /// The clock.
    pub clock: Clock,
    /// The way in.
    pub entrance: Arc<Entrance>,
    /// The workers.
    pub workers: Arc<dyn Workers>,
}

impl fmt::Debug for FieldDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldDesk({})", self.file.display())
    }
}

/// What is open.
struct Opened {
    field: Arc<Field>,
    pages: Router,
    /// When it was used last, in milliseconds after the desk was set up.
    used: AtomicI64,
}

impl Opened {
    /// Lets the borrower in, who has just shown the key in a form of ours. A page that asks them to sign in would ask for nothing more: a
    /// link of one use is made and used here.
    async fn enter(&self, headers: HeaderMap) -> Result<Response, Fault> {
        let link = self.field.store.make_link(Some(self.field.borrower())).await?;
        let mut request = Request::new(Body::from(format!("next=/audits/{}", self.field.audit())));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = format!("/sign-in/{link}").parse::<Uri>().map_err(Fault::internal)?;
        *request.headers_mut() = headers;
        // It was that of the form with the key.
        request.headers_mut().remove(header::CONTENT_LENGTH);
        Ok(self.answer(request).await)
    }

    /// What the pages of the application answer.
    async fn answer(&self, request: Request) -> Response {
        match self.pages.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        }
    }

    /// Whether a request comes from a session that holds.
    async fn knows(&self, set: &FieldDesk, headers: &HeaderMap) -> Result<bool, StoreError> {
        match set.entrance.session(headers, None) {
            Some(secret) => Ok(session_of(&self.field.store, &secret, headers).await?.is_some()),
            None => Ok(false),
        }
    }
}

#[derive(Clone)]
struct Desk(Arc<Inner>);

struct Inner {
    set: FieldDesk,
    since: Instant,
    opened: RwLock<Option<Arc<Opened>>>,
}

/// Serves a field until `shutdown` is done.
///
/// # Errors
/// None at present.
pub async fn serve_field(
    listener: TcpListener,
    set: FieldDesk,
    shutdown: impl Future<Output = ()> + Send,
) -> std::io::Result<()> {
    serve_router(listener, field_router(set), None, shutdown).await
}

/// The pages of a field: those of the application where it is open.
pub fn field_router(set: FieldDesk) -> Router {
    let desk = Desk(Arc::new(Inner { set, since: Instant::now(), opened: RwLock::new(None) }));
    tokio::spawn(watch(Arc::downgrade(&desk.0)));
    Router::new()
        .route("/field", get(here))
        .route("/field/open", post(open))
        .route("/field/lock", post(lock))
        .route("/field/home", post(home))
        .route("/assets/{version}/{name}", get(asset))
        .fallback(page)
        .layer(middleware::from_fn(bare))
        .with_state(desk)
}

/// Locks what nobody has used for a while.
async fn watch(inner: Weak<Inner>) {
    let mut looks = tokio::time::interval(LOOK_PERIOD);
    loop {
        looks.tick().await;
        let Some(inner) = inner.upgrade() else { return };
        let desk = Desk(inner);
        let idle = match desk.0.opened.read().await.as_deref() {
            Some(opened) => desk.now() - opened.used.load(Ordering::SeqCst),
            None => 0,
        };
        if idle > i64::try_from(desk.0.set.idle.as_millis()).unwrap_or(i64::MAX) {
            desk.lock().await;
        }
    }
}

impl Desk {
    fn now(&self) -> i64 {
        i64::try_from(self.0.since.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    /// What is open, for whoever has a session there: it is then in use, unless a page asks by itself.
    async fn in_use(&self, headers: &HeaderMap) -> Result<Option<Arc<Opened>>, StoreError> {
        let Some(opened) = self.0.opened.read().await.clone() else { return Ok(None) };
        if !opened.knows(&self.0.set, headers).await? {
            return Ok(None);
        }
        if !is_quiet(headers) {
            opened.used.store(self.now(), Ordering::SeqCst);
        }
        Ok(Some(opened))
    }

    async fn lock(&self) {
        let Some(opened) = self.0.opened.write().await.take() else { return };
        opened.field.store.close().await;
    }

    /// Opens the file, where the key does.
    async fn open(&self, key: FieldKey) -> Result<Arc<Opened>, StoreError> {
        let mut place = self.0.opened.write().await;
        let set = &self.0.set;
        if let Some(opened) = place.as_ref() {
            // Whoever has no session yet shows the key all the same.
            let file = set.file.clone();
            let shown = tokio::task::spawn_blocking(move || Field::opens(&file, &key)).await;
            shown.map_err(|_| StoreError::Closed)??;
            opened.used.store(self.now(), Ordering::SeqCst);
            return Ok(Arc::clone(opened));
        }
        let until = Instant::now() + LET_GO;
        let field = loop {
            // What was just locked may still be answering somebody.
            match open_apart(set.file.clone(), key.clone(), set.clock.clone(), set.zone_minutes).await {
                Err(StoreError::Field(FieldBad::Open)) if Instant::now() < until => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                opened => break opened?,
            }
        };
        let mut app = App::new(field.store.clone(), Arc::clone(&set.workers));
        app.entrance = Arc::clone(&set.entrance);
        app.in_field = true;
        let (pages, used) = (router(app), AtomicI64::new(self.now()));
        let opened = Arc::new(Opened { field: Arc::new(field), pages, used });
        *place = Some(Arc::clone(&opened));
        Ok(opened)
    }
}

/// Opening works the passphrase for a second, and reads files: on a thread of its own.
async fn open_apart(file: PathBuf, key: FieldKey, clock: Clock, zone: i64) -> Result<Field, StoreError> {
    let runtime = tokio::runtime::Handle::current();
    let opening =
        tokio::task::spawn_blocking(move || runtime.block_on(Field::open(&file, &key, clock, zone)));
    opening.await.map_err(|_| StoreError::Closed)?
}

/// Every page of the application, where the file is open; to whoever has no session there, it is as if it were locked.
async fn page(State(desk): State<Desk>, request: Request) -> Result<Response, Fault> {
    let opened = desk.in_use(request.headers()).await?;
    Ok(match opened {
        Some(opened) => opened.answer(request).await,
        None => field_locked(&words(request.headers()), None),
    })
}

/// `GET /field`: what was done, and what there is to do with it.
async fn here(State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, Fault> {
    let words = words(&headers);
    let Some(opened) = desk.in_use(&headers).await? else { return Ok(field_locked(&words, None)) };
    let acts = opened.field.acts().await?;
    Ok(field_here(&words, opened.field.audit(), acts, opened.field.lent(), desk.0.set.idle))
}

/// `POST /field/open`.
async fn open(State(desk): State<Desk>, headers: HeaderMap, body: Body) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, FORM_BYTES_MAX).await?);
    let text = posted.one("key").unwrap_or_default();
    let key = FieldKey::identity(text).unwrap_or_else(|| FieldKey::passphrase(text));
    match desk.open(key).await {
        Ok(opened) => opened.enter(headers).await,
        Err(StoreError::Field(bad)) => {
            let mut response = field_locked(&words(&headers), Some(bad));
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /field/lock`.
async fn lock(State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, Fault> {
    if desk.in_use(&headers).await?.is_some() {
        desk.lock().await;
    }
    Ok(Redirect::to("/field").into_response())
}

/// `POST /field/home`: the file that goes home. It is encrypted to the house, and to nobody else.
async fn home(State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, Fault> {
    let Some(opened) = desk.in_use(&headers).await? else {
        return Ok(Redirect::to("/field").into_response());
    };
    let name = format!("{}.assize-home", opened.field.loan());
    let headers = [
        (header::CONTENT_TYPE, value("application/octet-stream")),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
    ];
    let stream = Arc::clone(&opened.field).home_streamed();
    Ok((headers, Body::from_stream(stream)).into_response())
}

async fn asset(path: Path<(String, String)>) -> Response {
    assets::serve(path).await
}

fn words(headers: &HeaderMap) -> Words {
    Words::new(accepted(headers), "UTC")
}
