//! What the handlers are given.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use assize_store::{BLOB_BYTES_MAX, Store};
use tokio::sync::Semaphore;

use crate::access::Rights;
use crate::dossiers::DOSSIERS_MAX;
use crate::entrance::Entrance;
use crate::mail::Mail;
use crate::metrics::Metrics;
use crate::previews::Previews;
use crate::tls::Tls;
use crate::web::Verifying;
use crate::webhooks::Webhooks;
use crate::workers::Workers;

/// The longest upload of evidence unless [`App::upload_bytes_max`] says otherwise, in bytes: the longest blob.
pub const UPLOAD_BYTES_MAX: u64 = BLOB_BYTES_MAX;
/// How many documents are read, or reports rendered, at a time.
const WORKERS_MAX: usize = 2;

/// The application: a store, and the workers that read and render.
#[derive(Clone)]
pub struct App {
    /// The store.
    pub store: Store,
    /// The workers.
    pub workers: Arc<dyn Workers>,
    /// The longest upload of evidence, in bytes.
    pub upload_bytes_max: u64,
    /// The way in.
    pub entrance: Arc<Entrance>,
    /// Mail.
    pub mail: Arc<Mail>,
    /// Webhooks.
    pub webhooks: Arc<Webhooks>,
    /// What the server shows of itself over TLS; none where it is served in the clear, to this machine or a proxy.
    pub tls: Option<Tls>,
    /// Whether the store is a field: an audit that was lent, on a laptop.
    pub in_field: bool,
    /// Whether the server was told to end: it answers what comes, and asks to be sent nothing more.
    pub ending: Arc<AtomicBool>,
    pub(crate) metrics: Arc<Metrics>,
    pub(crate) working: Arc<Semaphore>,
    /// Places for writing dossiers.
    pub(crate) dossiers: Arc<Semaphore>,
    pub(crate) verifying: Arc<Verifying>,
    pub(crate) previews: Arc<Previews>,
    /// What is known of who is what to which record.
    pub(crate) rights: Arc<Rights>,
}

impl App {
    /// The application over a store.
    #[must_use]
    pub fn new(store: Store, workers: Arc<dyn Workers>) -> Self {
        Self {
            store,
            workers,
            upload_bytes_max: UPLOAD_BYTES_MAX,
            entrance: Arc::default(),
            mail: Arc::default(),
            webhooks: Arc::default(),
            tls: None,
            in_field: false,
            ending: Arc::default(),
            metrics: Arc::default(),
            working: Arc::new(Semaphore::new(WORKERS_MAX)),
            dossiers: Arc::new(Semaphore::new(DOSSIERS_MAX)),
            verifying: Arc::default(),
            previews: Arc::default(),
            rights: Arc::default(),
        }
    }
}
