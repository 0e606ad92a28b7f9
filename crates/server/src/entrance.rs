//! The way in: where the site is, from where requests come, how long sessions last, of whom a second factor is required.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use assize_store::{RelyingParty, SecondFactor, SessionLimits, Visit};
use axum::http::{HeaderMap, header};

use crate::oidc::Provider;

/// For how long it counts that somebody has shown who they are, in minutes, unless it is configured otherwise.
pub const RECENT_MINUTES: i64 = 15;
/// The cookie of a session, and the one by which a browser is known.
const SESSION: &str = "assize_session";
const DEVICE: &str = "assize_device";
/// The cookie of somebody who was sent to a provider and is to come back, and how long that may take, in seconds.
const ASKED: &str = "assize_asked";
const ASKED_SECONDS: i64 = 10 * 60;
/// What browsers take before the name of a cookie as a promise: it came over TLS, from this host alone, for all of it.
const HOST: &str = "__Host-";

/// The way in, as it is configured.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// Where people reach the site.
    pub site: Site,
    /// The proxies whose word on where a request comes from is taken.
    pub proxies: Vec<Network>,
    /// How long sessions last.
    pub limits: SessionLimits,
    /// For how long it counts that somebody has shown who they are, in minutes.
    pub recent_minutes: i64,
    /// Of whom a second factor is required.
    pub second_factor: SecondFactor,
    /// Where people of the organization have accounts already, if there is such a place.
    pub provider: Option<Arc<Provider>>,
}

impl Default for Entrance {
    fn default() -> Self {
        Self {
            site: Site { origin: "http://localhost".to_owned(), host: "localhost".to_owned() },
            proxies: Vec::new(),
            limits: SessionLimits::default(),
            recent_minutes: RECENT_MINUTES,
            second_factor: SecondFactor::default(),
            provider: None,
        }
    }
}

/// The address that people reach a site at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    origin: String,
    host: String,
}

impl Site {
    /// Reads an address like `https://audits.example.com`; what follows the host and its port is not part of it. Nothing where it is
    /// none.
    #[must_use]
    pub fn read(address: &str) -> Option<Self> {
        let lower = address.trim().to_ascii_lowercase();
        let (scheme, rest) = lower.split_once("://")?;
        let port = match scheme {
            "https" => ":443",
            "http" => ":80",
            _ => return None,
        };
        let authority = rest.split(['/', '?', '#']).next()?;
        let authority = authority.strip_suffix(port).unwrap_or(authority);
        let host = match authority.rsplit_once(':') {
            Some((host, digits)) if !host.ends_with(':') && digits.parse::<u16>().is_ok() => host,
            _ => authority,
        };
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if host.is_empty() || !authority.chars().all(fits) {
            return None;
        }
        Some(Self { origin: format!("{scheme}://{authority}"), host: host.to_owned() })
    }

    /// The site of a server that listens on an address, as whoever sits at the same machine reaches it.
    #[must_use]
    pub fn of_listener(address: SocketAddr) -> Self {
        // Passkeys are made for names: a loopback address has one.
        let local = address.ip().is_loopback() || address.ip().is_unspecified();
        let host = match address.ip() {
            _ if local => "localhost".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        Self { origin: format!("http://{host}:{}", address.port()), host }
    }

    /// The same, by TLS.
    #[must_use]
    pub fn over_tls(self) -> Self {
        let origin = self.origin.replacen("http://", "https://", 1);
        Self { origin, ..self }
    }

    /// The origin: scheme, host, and port where it is not the usual one.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether it is reached by TLS.
    pub(crate) fn is_secure(&self) -> bool {
        self.origin.starts_with("https:")
    }

    /// The site as passkeys know it.
    pub(crate) fn party(&self) -> RelyingParty {
        RelyingParty { id: self.host.clone(), origin: self.origin.clone() }
    }

    /// Whether passkeys can be used on a page that was asked for under this host: they are made for one name and no address.
    pub(crate) fn takes_passkeys(&self, headers: &HeaderMap) -> bool {
        let asked = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let authority = self.origin.split_once("://").map_or("", |(_, authority)| authority);
        let named = self.host.parse::<IpAddr>().is_err() && !self.host.starts_with('[');
        named && asked.eq_ignore_ascii_case(authority)
    }
}

/// An address, or a network of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

impl Network {
    /// Reads `192.0.2.7` or `2001:db8::/32`. Nothing where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (address, bits) = match text.trim().split_once('/') {
            Some((address, bits)) => (address.parse::<IpAddr>().ok()?, Some(bits.parse::<u8>().ok()?)),
            None => (text.trim().parse::<IpAddr>().ok()?, None),
        };
        let most = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        (bits <= most).then_some(Self { address, bits })
    }

    pub(crate) fn holds(&self, address: IpAddr) -> bool {
        match (self.address, plain(address)) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                own.to_bits() & mask == other.to_bits() & mask
            }
            _ => false,
        }
    }
}

/// The other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// An address of IPv4 that came in the clothes of IPv6, as it is.
pub(crate) fn plain(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(_) => address,
    }
}

impl Entrance {
    fn trusts(&self, address: IpAddr) -> bool {
        self.proxies.iter().any(|network| network.holds(address))
    }

    /// From which address a request comes: the other end of the connection; where that is a proxy of ours, what it says, as far back as
    /// each who says it is one.
    pub(crate) fn address(&self, headers: &HeaderMap, peer: Option<Peer>) -> Option<IpAddr> {
        let mut address = plain(peer?.0.ip());
        if !self.trusts(address) {
            return Some(address);
        }
        let lines: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
        let line = lines.join(",");
        for said in line.rsplit(',') {
            let Ok(said) = said.trim().parse::<IpAddr>() else { break };
            address = plain(said);
            if !self.trusts(address) {
                break;
            }
        }
        Some(address)
    }

    /// Whether a request came over TLS: the site is reached by it, or a proxy of ours says so.
    fn over_tls(&self, headers: &HeaderMap, peer: Option<Peer>) -> bool {
        let said = || headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https");
        self.site.is_secure() || peer.is_some_and(|peer| self.trusts(plain(peer.0.ip())) && said())
    }

    /// From where somebody comes.
    pub(crate) fn visit(&self, headers: &HeaderMap, peer: Option<Peer>) -> Visit {
        Visit {
            address: self.address(headers, peer),
            agent: headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).map(str::to_owned),
            device: self.cookie(DEVICE, headers, peer),
            limits: self.limits,
        }
    }

    /// The secret in the session's cookie.
    pub(crate) fn session(&self, headers: &HeaderMap, peer: Option<Peer>) -> Option<String> {
        self.cookie(SESSION, headers, peer)
    }

    /// The value of a cookie of ours. Over TLS only the one with the promise in its name is read: no other host can have set it.
    fn cookie(&self, name: &str, headers: &HeaderMap, peer: Option<Peer>) -> Option<String> {
        let name = self.named(name, headers, peer);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs =
            cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(found, _)| *found == name).map(|(_, secret)| secret.to_owned())
    }

    fn named(&self, name: &str, headers: &HeaderMap, peer: Option<Peer>) -> String {
        if self.over_tls(headers, peer) { format!("{HOST}{name}") } else { name.to_owned() }
    }

    /// The line that sets the session's cookie.
    pub(crate) fn set_session(&self, headers: &HeaderMap, peer: Option<Peer>, secret: &str) -> String {
        self.set(SESSION, headers, peer, secret, self.limits.millis / 1_000)
    }

    /// The line that takes the session's cookie away.
    pub(crate) fn drop_session(&self, headers: &HeaderMap, peer: Option<Peer>) -> String {
        self.set(SESSION, headers, peer, "", 0)
    }

    /// The line that sets the cookie by which the browser is known.
    pub(crate) fn set_device(&self, headers: &HeaderMap, peer: Option<Peer>, secret: &str) -> String {
        self.set(DEVICE, headers, peer, secret, assize_store::DEVICE_MILLIS / 1_000)
    }

    /// What the browser was sent to a provider with.
    pub(crate) fn asked(&self, headers: &HeaderMap, peer: Option<Peer>) -> Option<String> {
        self.cookie(ASKED, headers, peer)
    }

    /// The line that sets the cookie of whoever is sent to a provider.
    pub(crate) fn set_asked(&self, headers: &HeaderMap, peer: Option<Peer>, state: &str) -> String {
        self.set(ASKED, headers, peer, state, ASKED_SECONDS)
    }

    /// The line that takes it away.
    pub(crate) fn drop_asked(&self, headers: &HeaderMap, peer: Option<Peer>) -> String {
        self.set(ASKED, headers, peer, "", 0)
    }

    /// What people call the provider.
    pub(crate) fn provider_name(&self) -> Option<String> {
        self.provider.as_ref().map(|provider| provider.settings.name.clone())
    }

    fn set(&self, name: &str, headers: &HeaderMap, peer: Option<Peer>, secret: &str, seconds: i64) -> String {
        let secure = if self.over_tls(headers, peer) { "; Secure" } else { "" };
        let name = self.named(name, headers, peer);
        format!("{name}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    fn peer(address: &str) -> Option<Peer> {
        Some(Peer(SocketAddr::new(address.parse().unwrap(), 40_000)))
    }

    #[test]
    fn a_site_is_its_scheme_host_and_port() {
        for (address, expected) in [
            ("https://Audits.Example.com/", Some(("https://audits.example.com", "audits.example.com"))),
            (
                "https://audits.example.com:443/x?y",
                Some(("https://audits.example.com", "audits.example.com")),
            ),
            ("http://localhost:27007", Some(("http://localhost:27007", "localhost"))),
            ("http://[::1]:27007", Some(("http://[::1]:27007", "[::1]"))),
            ("ftp://audits.example.com", None),
            ("audits.example.com", None),
            ("https://", None),
            ("https://user@audits.example.com", None),
        ] {
            let site = Site::read(address);
            assert_eq!(
                site.as_ref().map(|site| (site.origin.as_str(), site.host.as_str())),
                expected,
                "{address}"
            );
        }
        let local = Site::of_listener("127.0.0.1:27007".parse().unwrap());
        assert_eq!((local.origin(), local.host.as_str()), ("http://localhost:27007", "localhost"));
        assert!(local.takes_passkeys(&headers(&[("host", "localhost:27007")])));
        assert!(!local.takes_passkeys(&headers(&[("host", "127.0.0.1:27007")])));
        let address = Site::read("http://192.0.2.1:8080").unwrap();
        assert!(!address.takes_passkeys(&headers(&[("host", "192.0.2.1:8080")])));
    }

    #[test]
    fn a_network_holds_its_addresses_alone() {
        for (network, address, holds) in [
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "::ffff:192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("10.0.0.0/8", "10.200.1.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
        ] {
            assert_eq!(
                Network::read(network).unwrap().holds(address.parse().unwrap()),
                holds,
                "{network} {address}"
            );
        }
        for other in ["", "10.0.0.0/33", "::/129", "proxy", "10.0.0.0/x"] {
            assert_eq!(Network::read(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_is_the_peers_unless_a_proxy_of_ours_says_another() {
        let entrance =
            Entrance { proxies: vec![Network::read("10.0.0.0/8").unwrap()], ..Entrance::default() };
        let said =
            headers(&[("x-forwarded-for", "198.51.100.1, 203.0.113.9"), ("x-forwarded-for", "10.0.0.3")]);
        let address = |peer: Option<Peer>, headers: &HeaderMap| {
            entrance.address(headers, peer).map(|address| address.to_string())
        };
        // Whoever is no proxy of ours can say what they like.
        assert_eq!(address(peer("203.0.113.50"), &said).as_deref(), Some("203.0.113.50"));
        // Of what a proxy says, the last that is not ours counts, and what that one says does not.
        assert_eq!(address(peer("10.0.0.2"), &said).as_deref(), Some("203.0.113.9"));
        assert_eq!(address(peer("10.0.0.2"), &headers(&[])).as_deref(), Some("10.0.0.2"));
        assert_eq!(
            address(peer("10.0.0.2"), &headers(&[("x-forwarded-for", "evil")])).as_deref(),
            Some("10.0.0.2")
        );
        assert_eq!(address(None, &said), None);
    }

    #[test]
    fn over_tls_the_cookie_has_the_promise_of_its_host() {
        let plain = Entrance::default();
        let secure =
            Entrance { site: Site::read("https://audits.example.com").unwrap(), ..Entrance::default() };
        let both = headers(&[("cookie", "a=b; assize_session=plain; __Host-assize_session=host ; c=d")]);
        assert_eq!(plain.session(&both, None).as_deref(), Some("plain"));
        assert_eq!(secure.session(&both, None).as_deref(), Some("host"));
        assert_eq!(secure.session(&headers(&[("cookie", "assize_session=plain")]), None), None);
        let line = secure.set_session(&both, None, "s");
        assert!(
            line.starts_with("__Host-assize_session=s; Path=/; HttpOnly; SameSite=Lax;")
                && line.ends_with("; Secure"),
            "{line}"
        );
        assert!(!plain.set_session(&both, None, "s").contains("Secure"));
        // A proxy of ours may say that it serves TLS; nobody else may.
        let proxied = Entrance { proxies: vec![Network::read("10.0.0.2").unwrap()], ..Entrance::default() };
        let said = headers(&[("x-forwarded-proto", "https")]);
        assert!(proxied.set_session(&said, peer("10.0.0.2"), "s").starts_with("__Host-"));
        assert!(!proxied.set_session(&said, peer("10.0.0.3"), "s").starts_with("__Host-"));
    }
}
