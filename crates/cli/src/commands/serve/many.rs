//! Serving an installation: many organizations, each opened when somebody asks for it.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;

use assize_cli::work::Processes;
use assize_server::App;
use assize_server::installation::{
    Common, Installation as Served, InstallationSettings, JOB_SHARES, OpenedOrganization, Opener,
    REQUEST_SHARES,
};
use assize_store::{Clock, Organization, OrganizationState, Store};
use serde_json::json;

use super::tend::{Tending, keyed, once};
use super::{bind, ended, logs, told_first};
use crate::args::PlaceArgs;
use crate::commands::organization::opened;
use crate::out::{Answer, print};
use crate::settings::{Installation, Settings};

/// `serve --installation`.
pub(crate) async fn run(
    installation: Installation,
    place: &PlaceArgs,
    listen: Option<&str>,
    as_json: bool,
) -> anyhow::Result<Answer> {
    logs(&installation.log_level)?;
    let registry = opened(&installation).await?;
    let listener = bind(listen.unwrap_or(&installation.listen)).await?;
    let address = listener.local_addr()?;
    installation.door.is_covered(address)?;
    let tls = installation.door.tls()?;
    let counting = match &installation.metrics_listen {
        Some(listen) => Some(bind(listen).await?),
        None => None,
    };
    let settings = InstallationSettings {
        proxies: installation.door.proxies().to_vec(),
        requests: REQUEST_SHARES,
        open_max: installation.open_max,
        look_round: installation.look_round,
    };
    let common = Common::new(Arc::new(Processes::own()?), JOB_SHARES);
    let notice = installation.stop_notice;
    let again = place.again();
    let is_known =
        installation.door.is_behind_tls() || installation.listen.ends_with(&format!(":{}", address.port()));
    let at = if is_known { String::new() } else { format!(" --at http://HOST:{}", address.port()) };
    let houses = Houses { installation, common: common.clone(), address };
    let ended = ended()?;
    let served = Served::begin(registry.clone(), settings, common, Arc::new(houses)).await?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    if as_json {
        let metrics = match &counting {
            Some(listener) => Some(format!("http://{}", listener.local_addr()?)),
            None => None,
        };
        print(&json!({ "listening": format!("{scheme}://{address}"), "metrics": metrics }).to_string())?;
    }
    eprintln!(
        "Serving the organizations of the installation at {scheme}://{address}, each at its hosts. End with Ctrl-C.\nSign in to one with `assize link --for NAME --organization ORGANIZATION{again}{at}`."
    );
    let counting = counting.map(|listener| tokio::spawn(served.clone().serve_metrics(listener)));
    // What organizations send is sent to its end when they are let go.
    let shutdown = told_first(served.ending(), || (), ended, notice);
    served.serve(listener, tls, shutdown).await?;
    if let Some(counting) = counting {
        counting.abort();
    }
    Ok(Answer::silent())
}

/// Opens organizations with their own settings and keys.
struct Houses {
    installation: Installation,
    common: Common,
    address: SocketAddr,
}

type Opening<'o, T> = Pin<Box<dyn Future<Output = Result<T, String>> + Send + 'o>>;

impl Opener for Houses {
    fn open<'o>(&'o self, organization: &'o Organization) -> Opening<'o, OpenedOrganization> {
        Box::pin(async move { self.opened(organization).await.map_err(|error| format!("{error:#}")) })
    }

    fn look_round<'o>(&'o self, organization: &'o Organization) -> Opening<'o, ()> {
        Box::pin(async move { self.looked_after(organization).await.map_err(|error| format!("{error:#}")) })
    }
}

impl Houses {
    async fn app(&self, organization: &Organization) -> anyhow::Result<(App, Settings)> {
        let settings = self.installation.settings_of(organization, Some(self.address))?;
        let store = Store::open_as_one_of_many(&settings.addresses, Clock::System).await?;
        if !keyed(&settings, &store).await? {
            tracing::warn!(
                organization = organization.name.as_str(),
                "the evidence is encrypted, and its key is not at hand: nobody can open a file or add one"
            );
        }
        let mut app = self.common.app(organization, store);
        app.entrance = Arc::new(settings.door.entrance(self.address)?);
        app.tls = settings.door.tls()?;
        app.mail = Arc::new(settings.post.mail()?);
        app.webhooks = Arc::new(settings.hooks.webhooks()?);
        Ok((app, settings))
    }

    async fn opened(&self, organization: &Organization) -> anyhow::Result<OpenedOrganization> {
        let (app, settings) = self.app(organization).await?;
        if organization.state == OrganizationState::Moving {
            let store = app.store.clone();
            return Ok(OpenedOrganization {
                app,
                ending: Box::new(|| Box::pin(async move { store.close().await })),
            });
        }
        let tending = Tending::begin(&app, &settings)?;
        let ending =
            move || -> Pin<Box<dyn Future<Output = ()> + Send>> { Box::pin(tending.end_for_a_while()) };
        Ok(OpenedOrganization { app, ending: Box::new(ending) })
    }

    async fn looked_after(&self, organization: &Organization) -> anyhow::Result<()> {
        let (app, settings) = self.app(organization).await?;
        let done = once(&app, &settings).await;
        app.store.close().await;
        done
    }
}
