//! Which host a request is for: what its head says, or a proxy of ours. Where that is not clear, none.

use assize_store::HostName;
use axum::http::{HeaderMap, Uri, header};

use crate::entrance::{Network, Peer, plain};

/// The header in which a proxy says which host it was asked for.
const FORWARDED_HOST: &str = "x-forwarded-host";

/// The host that a request is for; nothing where it names none, more than one, or what is none.
pub(super) fn host_of(
    uri: &Uri,
    headers: &HeaderMap,
    peer: Option<Peer>,
    proxies: &[Network],
) -> Option<HostName> {
    let is_proxy = peer.is_some_and(|peer| {
        let address = plain(peer.0.ip());
        proxies.iter().any(|network| network.holds(address))
    });
    if is_proxy && headers.contains_key(FORWARDED_HOST) {
        // Of several nobody knows which is a proxy's own word.
        return only(headers, FORWARDED_HOST);
    }
    let said = only(headers, header::HOST.as_str());
    match uri.host() {
        // A request line that names a host outweighs the header (RFC 9112 3.2.2); two that differ are for neither.
        Some(host) => host.parse().ok().filter(|host| said.as_ref().is_none_or(|said| said == host)),
        None => said,
    }
}

fn only(headers: &HeaderMap, name: &str) -> Option<HostName> {
    let mut values = headers.get_all(name).iter();
    let (value, None) = (values.next()?.to_str().ok()?, values.next()) else { return None };
    let host = match value.trim().rsplit_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        Some(_) => return None,
        None => value.trim(),
    };
    host.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(uri: &str, pairs: &[(&'static str, &'static str)], peer: &str) -> Option<String> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        let peer = Some(Peer(std::net::SocketAddr::new(peer.parse().unwrap(), 4_000)));
        let proxies = [Network::read("10.0.0.0/8").unwrap()];
        host_of(&uri.parse().unwrap(), &headers, peer, &proxies).map(|host| host.to_string())
    }

    #[test]
    fn the_host_is_what_the_head_says_or_a_proxy_of_ours() {
        let (client, proxy) = ("192.0.2.7", "10.0.0.2");
        let a = Some("a.example".to_owned());
        assert_eq!(asked("/x", &[("host", "A.example:8443")], client), a);
        assert_eq!(asked("http://a.example/x", &[("host", "a.example")], client), a);
        assert_eq!(asked("/", &[("host", "in.local"), ("x-forwarded-host", "a.example")], proxy), a);
        // Nobody else's word is taken for it.
        assert_eq!(asked("/", &[("host", "a.example"), ("x-forwarded-host", "b.example")], client), a);
        for (uri, pairs, peer) in [
            ("/", &[][..], client),
            ("/", &[("host", "a.example"), ("host", "b.example")][..], client),
            ("http://a.example/", &[("host", "b.example")][..], client),
            ("/", &[("host", "a.example:x")][..], client),
            ("/", &[("host", "a.example, b.example")][..], client),
            ("/", &[("host", "a"), ("x-forwarded-host", "a.example, b.example")][..], proxy),
            ("/", &[("x-forwarded-host", "b.example"), ("x-forwarded-host", "a.example")][..], proxy),
        ] {
            assert_eq!(asked(uri, pairs, peer), None, "{uri} {pairs:?}");
        }
    }
}
