//! Where a request came from, for the security log.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, MatchedPath};
use axum::http::request::Parts;

use crate::around::RequestId;

/// Where a request came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The address of who is connected, where it is known.
    pub(crate) address: String,
    /// The method and the template of the route.
    pub(crate) route: String,
    /// The id of the request.
    pub(crate) request: String,
}

impl Origin {
    pub(crate) fn of(parts: &Parts) -> Self {
        let address = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let route = parts.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let request = parts.extensions.get::<RequestId>();
        Self {
            address: address.map(|ConnectInfo(address)| address.ip().to_string()).unwrap_or_default(),
            route: format!("{} {route}", parts.method),
            request: request.map(|RequestId(id)| id.clone()).unwrap_or_default(),
        }
    }
}
