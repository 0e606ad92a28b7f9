//! Many auditing organizations behind one server: each has a store, sessions and limits of its own and is chosen by the host that a request is
//! for. `docs/adr/0023` says why so.
//!
//! INVARIANT (one organization): a request is of the organization of its host or of none, before anything of it is looked at. Which there are
//! besides is not said: a host that nobody has, and that of one that is closed, are answered alike.

mod fair;
mod hosts;
mod opened;
mod rounds;
mod workers;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use assize_store::{Organization, OrganizationState, Registry, RegistryView};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures::future::BoxFuture;
use hyper::body::{Frame, SizeHint};
use serde_json::json;
use tokio::net::TcpListener;
use tower::ServiceExt as _;
use tracing::Instrument as _;

pub use self::fair::{Fair, Full, Place, Shares};
use self::opened::{OpenOnes, Shut, Slot};
use self::rounds::Presence;
use crate::app::App;
use crate::around::{nothing_here, refused, request_id};
use crate::body::json;
use crate::conditions::value;
use crate::entrance::{Network, Peer};
use crate::metrics::Metrics;
use crate::problem::{Fault, MISDIRECTED};
use crate::serve::serve_router;
use crate::tls::Tls;
use crate::web::assets;
use crate::web::visitor::accepted;
use crate::workers::Workers;

/// How requests are shared out, unless it is said otherwise.
pub const REQUEST_SHARES: Shares = Shares { places: 64, each: 16, waiting: 64 };
/// How the jobs of workers are: no organization has all of them, and all that a server has asked for may wait.
pub const JOB_SHARES: Shares = Shares { places: 4, each: 2, waiting: 256 };
/// How many organizations are open in a server at the most, unless it is configured otherwise.
pub const OPEN_MAX: usize = 16;
/// For how long an organization stays open that nobody uses.
const IDLE: Duration = Duration::from_secs(10 * 60);
/// How long a request may wait for its turn.
const TURN_TIME_MAX: Duration = Duration::from_secs(30);
/// How old what is known of the registry may be for requests to be answered by it.
pub const VIEW_AGE_MAX: Duration = Duration::from_secs(30);
/// And for the server to be ready.
const READY_AGE_MAX: Duration = Duration::from_secs(10);
/// How long a store may take to say how it stands.
const HEALTH_TIME_MAX: Duration = Duration::from_secs(5);
/// How long organizations may take to be let go when the server ends.
const END_TIME_MAX: Duration = Duration::from_secs(40);

/// Ends what was opened: its work comes to an end, its log is published, its store closed.
pub type Ending = Box<dyn FnOnce() -> BoxFuture<'static, ()> + Send>;

/// An organization that was opened.
pub struct OpenedOrganization {
    /// The application over its store.
    pub app: App,
    /// What is done when it is let go.
    pub ending: Ending,
}

/// Opens organizations. Whoever runs the process knows their settings and keys.
pub trait Opener: Send + Sync {
    /// Opens the store of an organization, to be served. One that is being moved is opened to be read: nothing is begun that writes to it.
    ///
    /// # Errors
    /// Why it cannot be opened, for the log.
    fn open<'o>(
        &'o self,
        organization: &'o Organization,
    ) -> BoxFuture<'o, Result<OpenedOrganization, String>>;

    /// Does once what is done again and again while an organization is open, and lets it go: letters, webhooks, publishing, tidying.
    ///
    /// # Errors
    /// Why it was not done, for the log.
    fn look_round<'o>(&'o self, organization: &'o Organization) -> BoxFuture<'o, Result<(), String>>;
}

/// How an installation is served.
#[derive(Clone, Debug)]
pub struct InstallationSettings {
    /// The proxies whose word on the host is taken.
    pub proxies: Vec<Network>,
    /// How requests are shared out.
    pub requests: Shares,
    /// How many organizations are open at the most.
    pub open_max: usize,
    /// How often an organization that nobody uses is looked after.
    pub look_round: Duration,
}

/// What the organizations of a server share: places for the jobs of workers, and counts.
#[derive(Clone)]
pub struct Common {
    workers: Arc<dyn Workers>,
    jobs: Fair,
    metrics: Arc<Metrics>,
}

impl Common {
    /// What is shared, over workers.
    #[must_use]
    pub fn new(workers: Arc<dyn Workers>, jobs: Shares) -> Self {
        Self { workers, jobs: Fair::new(jobs), metrics: Arc::default() }
    }

    /// The application of an organization.
    #[must_use]
    pub fn app(&self, organization: &Organization, store: assize_store::Store) -> App {
        let workers = workers::Shared {
            workers: Arc::clone(&self.workers),
            fair: self.jobs.clone(),
            organization: organization.name.to_string(),
        };
        let mut app = App::new(store, Arc::new(workers));
        app.metrics = Arc::clone(&self.metrics);
        app
    }
}

/// An installation that is served.
#[derive(Clone)]
pub struct Installation(Arc<Inner>);

struct Inner {
    settings: InstallationSettings,
    registry: Registry,
    common: Common,
    opener: Arc<dyn Opener>,
    requests: Fair,
    open: OpenOnes,
    seen: RwLock<Seen>,
    presence: Presence,
    /// Set when the server is told to end: it is ready for nothing new then.
    ending: Arc<AtomicBool>,
}

/// What is known of the registry, and since when.
struct Seen {
    generation: i64,
    by_host: BTreeMap<String, Arc<Organization>>,
    by_name: BTreeMap<String, Arc<Organization>>,
    at: Instant,
}

impl Seen {
    fn of(view: RegistryView, at: Instant) -> Self {
        let mut seen =
            Self { generation: view.generation, by_host: BTreeMap::new(), by_name: BTreeMap::new(), at };
        for organization in view.organizations {
            let organization = Arc::new(organization);
            if organization.state.is_served() {
                for host in &organization.hosts {
                    seen.by_host.insert(host.to_string(), Arc::clone(&organization));
                }
            }
            seen.by_name.insert(organization.name.to_string(), organization);
        }
        seen
    }
}

impl Installation {
    /// Reads the registry, and looks after it from now on until the installation is dropped.
    ///
    /// # Errors
    /// [`assize_store::StoreError`] where the registry cannot be read.
    pub async fn begin(
        registry: Registry,
        settings: InstallationSettings,
        common: Common,
        opener: Arc<dyn Opener>,
    ) -> Result<Self, assize_store::StoreError> {
        let at = Instant::now();
        let seen = RwLock::new(Seen::of(registry.view().await?, at));
        let open = OpenOnes::new(Arc::clone(&opener), settings.open_max);
        let requests = Fair::new(settings.requests);
        let presence = Presence::new()?;
        let ending = Arc::default();
        let inner =
            Arc::new(Inner { settings, registry, common, opener, requests, open, seen, presence, ending });
        rounds::start(&inner);
        Ok(Self(inner))
    }

    /// Set it when the server is told to end: whoever asks whether it is ready hears that it is not.
    #[must_use]
    pub fn ending(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0.ending)
    }

    /// Its pages and API.
    pub fn router(&self) -> Router {
        Router::new()
            .route("/healthz", get(crate::probes::health))
            .route("/readyz", get(ready))
            // What is counted names the organizations: it is told at an address of its own.
            .route("/metrics", get(nothing_here))
            .route("/assets/{version}/{name}", get(assets::serve))
            .fallback(answer)
            .with_state(self.clone())
    }

    /// What is counted, for whoever runs the server.
    pub fn metrics_router(&self) -> Router {
        Router::new()
            .route("/healthz", get(crate::probes::health))
            .route("/readyz", get(ready))
            .route("/metrics", get(metrics))
            .with_state(self.clone())
    }

    /// Serves it until `shutdown` is done; then requests under way come to their end, and what is open is let go.
    ///
    /// # Errors
    /// None at present; whatever befalls one connection ends that one.
    pub async fn serve(
        self,
        listener: TcpListener,
        tls: Option<Tls>,
        shutdown: impl Future<Output = ()> + Send,
    ) -> std::io::Result<()> {
        serve_router(listener, self.router(), tls, shutdown).await?;
        self.end().await;
        Ok(())
    }

    /// Lets go of what is open, and says so in the registry.
    pub async fn end(&self) {
        self.0.open.end(END_TIME_MAX).await;
        self.0.gone().await;
    }

    /// Serves what is counted, until the task is aborted.
    ///
    /// # Errors
    /// None at present.
    pub async fn serve_metrics(self, listener: TcpListener) -> std::io::Result<()> {
        serve_router(listener, self.metrics_router(), None, std::future::pending()).await
    }

    /// Whether somebody of an organization has a place or waits for one.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        self.0.requests.is_empty()
    }
}

impl Inner {
    /// The organization of a host, where one is served there that takes such a request now. Where what is known of the registry is too old,
    /// nobody knows.
    fn at(&self, host: &str, method: &Method) -> Result<Arc<Organization>, Fault> {
        let seen = self.seen.read().unwrap_or_else(PoisonError::into_inner);
        if seen.at.elapsed() > VIEW_AGE_MAX {
            let detail = "the registry of the installation cannot be reached; try again in a moment";
            return Err(Fault::unavailable(detail, "the registry was not read for too long"));
        }
        let organization = seen.by_host.get(host).map(Arc::clone).ok_or_else(nobodys)?;
        if organization.state == OrganizationState::Moving && !matches!(*method, Method::GET | Method::HEAD) {
            let detail = "the organization is being moved to another place, and can only be read meanwhile; try again in a few minutes";
            return Err(Fault::unavailable(detail, "it is being moved"));
        }
        Ok(organization)
    }

    /// Answers a request, as the organization that it is for.
    async fn answered(&self, mut request: Request) -> Result<Response, Fault> {
        let peer = request.extensions().get::<Peer>().copied();
        let host = hosts::host_of(request.uri(), request.headers(), peer, &self.settings.proxies);
        let host = host.ok_or_else(nobodys)?;
        let in_line = self.at(host.as_str(), request.method())?;
        // What is behind compares with the host that was asked for, and a proxy may have put its own name there.
        if request.headers().contains_key("x-forwarded-host") {
            request.headers_mut().insert(header::HOST, value(host.as_str()));
        }
        let name = in_line.name.as_str();
        let turn = tokio::time::timeout(TURN_TIME_MAX, self.requests.enter(name)).await;
        let Ok(Ok(place)) = turn else {
            self.common.metrics.turned_away(name);
            let detail = "your organization asks for more than it has room for here; try again in a moment";
            return Err(Fault::unavailable(detail, format!("the line of `{name}` is full")));
        };
        // While it stood in line, the organization may have been closed, moved, or given its host to another.
        let organization = self.at(host.as_str(), request.method())?;
        if organization.name != in_line.name {
            return Err(changed());
        }
        let slot = self.open.get(&organization).await.map_err(|shut| match shut {
            Shut::Changed => changed(),
            Shut::Busy => {
                let detail = "the server has too many organizations to look after now; try again in a moment";
                Fault::unavailable(detail, "as many organizations as may be are open")
            }
            Shut::Failed(why) => {
                let detail =
                    "the organization cannot be opened now; whoever runs the server finds why in its log";
                Fault::unavailable(detail, format!("`{name}` cannot be opened: {why}"))
            }
        })?;
        let router =
            slot.router().ok_or_else(|| Fault::internal("an organization is open and has no pages"))?;
        self.common.metrics.of_organization(name);
        let span = tracing::info_span!("organization", name);
        let answer = match router.oneshot(request).instrument(span).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        };
        drop(place);
        Ok(answer.map(|body| Body::new(InUse { body, _slot: slot })))
    }
}

/// What is said of a host that nobody here has.
fn nobodys() -> Fault {
    Fault::new(&MISDIRECTED, "nobody is served at this address here; see that it is written right")
}

/// What is said where an organization was changed while a request of it was on its way.
fn changed() -> Fault {
    Fault::unavailable(
        "the organization was changed just now; try again in a moment",
        "it was changed while the request was on its way",
    )
}

/// A body by which the organization that it is of stays open until it is sent.
struct InUse {
    body: Body,
    _slot: Arc<Slot>,
}

impl HttpBody for InUse {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        std::pin::Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Every other address: that of an organization.
async fn answer(State(installation): State<Installation>, request: Request) -> Response {
    let (language, id) = (accepted(request.headers()), request_id(request.headers()));
    let is_page = !request.uri().path().starts_with("/api/");
    match installation.0.answered(request).await {
        Ok(answer) => answer,
        Err(fault) => {
            tracing::info!(cause = fault.cause.as_deref(), status = fault.status().as_u16(), "not answered");
            refused(fault, &id, language, is_page).await
        }
    }
}

/// `GET /readyz`: the registry answers, and the server is not about to end.
async fn ready(State(installation): State<Installation>) -> Response {
    let seen = installation.0.seen.read().unwrap_or_else(PoisonError::into_inner);
    if seen.at.elapsed() > READY_AGE_MAX || installation.0.ending.load(Ordering::SeqCst) {
        return json(StatusCode::SERVICE_UNAVAILABLE, &json!({ "ready": false }));
    }
    json(StatusCode::OK, &json!({ "ready": true }))
}

/// `GET /metrics`, at an address of its own.
async fn metrics(State(installation): State<Installation>) -> Response {
    let inner = &installation.0;
    let healths = inner.open.healths(HEALTH_TIME_MAX).await;
    let text = inner.common.metrics.text_of_many(&inner.requests.counts(), &healths);
    ([(header::CONTENT_TYPE, value("text/plain; version=0.0.4; charset=utf-8"))], text).into_response()
}
