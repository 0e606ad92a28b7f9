//! Which addresses are spoken to: public ones, and what is configured besides. Names are resolved here, and what they lead to is looked at each
//! time, so that a name cannot lead into the house once it was looked at.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::entrance::Network;

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is none.
    None,
    /// It holds a name or a password.
    Credentials,
    /// It has a fragment, which is not sent.
    Fragment,
    /// It is not of `https`.
    Clear,
    /// It leads into the house.
    Private,
}

/// Who may be spoken to.
#[derive(Debug)]
pub(super) struct Guard {
    networks: Vec<Network>,
}

impl Guard {
    pub(super) const fn new(networks: Vec<Network>) -> Self {
        Self { networks }
    }

    /// Whether an address may be spoken to.
    pub(super) fn allows(&self, address: IpAddr) -> bool {
        is_public(address) || self.networks.iter().any(|network| network.holds(address))
    }

    /// Whether a URL is one that may be spoken to, as far as it says so itself; or what is wrong with it.
    pub(super) fn address(&self, text: &str) -> Result<Url, Flaw> {
        let url = Url::parse(text).map_err(|_| Flaw::None)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Flaw::Credentials);
        }
        if url.fragment().is_some() {
            return Err(Flaw::Fragment);
        }
        let literal = match url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            Some(Host::Domain(name)) if name == "localhost" || name.ends_with(".localhost") => {
                Some(IpAddr::V4(Ipv4Addr::LOCALHOST))
            }
            Some(Host::Domain(_)) => None,
            None => return Err(Flaw::None),
        };
        let is_near = literal.is_some_and(|address| address.is_loopback());
        if url.scheme() != "https" && !(url.scheme() == "http" && is_near) {
            return Err(Flaw::Clear);
        }
        if literal.is_some_and(|address| !self.allows(address)) {
            return Err(Flaw::Private);
        }
        Ok(url)
    }
}

/// Names, resolved to addresses that may be spoken to; a name that leads to another is not spoken to at all.
#[derive(Clone, Debug)]
pub(super) struct Resolver(pub(super) Arc<Guard>);

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = Arc::clone(&self.0);
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            if found.iter().any(|address| !guard.allows(address.ip())) {
                return Err("the name leads to a private address".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is one of the public Internet, by IANA's registries of special-purpose addresses.
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, c, _] = v4.octets();
    let special = a == 0
        || a >= 224
        || v4.is_private()
        || v4.is_loopback()
        || v4.is_link_local()
        || v4.is_documentation()
        // Shared addresses, IETF's protocols, 6to4's relays, and benchmarks.
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !special
}

fn is_public_v6(v6: Ipv6Addr) -> bool {
    if let Some(v4) = v6.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    let [a, b, ..] = v6.segments();
    // All that is given out so far is 2000::/3; in it, documentation, and what holds an address of IPv4 or may.
    let given_out = a & 0xe000 == 0x2000;
    let special = (a == 0x2001 && (b < 0x200 || b == 0xdb8)) || a == 0x2002 || (a == 0x3fff && b < 0x1000);
    given_out && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_internet_is_spoken_to_and_nothing_else_unless_it_is_configured() {
        let guard = Guard::new(vec![Network::read("10.1.0.0/16").unwrap()]);
        for public in [
            "93.184.215.14",
            "8.8.8.8",
            "172.32.0.1",
            "100.128.0.1",
            "2606:4700::1111",
            "::ffff:8.8.8.8",
            "10.1.2.3",
        ] {
            assert!(guard.allows(public.parse().unwrap()), "{public}");
        }
        for private in [
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "127.0.0.1",
            "0.0.0.0",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "203.0.113.7",
            "::",
            "::1",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
        ] {
            assert!(!guard.allows(private.parse().unwrap()), "{private}");
        }
    }

    #[test]
    fn an_address_is_of_https_and_leads_out_of_the_house() {
        let guard = Guard::new(Vec::new());
        assert!(guard.address("https://hooks.example.com/a").is_ok());
        for bad in [
            "",
            "hooks.example.com",
            "http://hooks.example.com/",
            "https://user:pass@hooks.example.com/",
            "https://hooks.example.com/#x",
            "https://127.0.0.1/",
            "https://localhost/",
            "https://[::1]/",
            "https://0x7f000001/",
            "https://2130706433/",
            "https://169.254.169.254/latest/meta-data",
            "http://127.0.0.1/",
            "file:///etc/passwd",
        ] {
            assert!(guard.address(bad).is_err(), "{bad}");
        }
        let near = Guard::new(vec![Network::read("127.0.0.1").unwrap()]);
        assert!(near.address("http://127.0.0.1:8080/hook").is_ok());
        assert!(near.address("http://localhost:8080/hook").is_ok());
        let inside = Guard::new(vec![Network::read("10.0.0.0/8").unwrap()]);
        assert!(inside.address("https://10.0.0.7/hook").is_ok());
        assert!(
            inside.address("http://10.0.0.7/hook").is_err(),
            "in the clear it goes to this machine alone"
        );
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_house_is_not_spoken_to() {
        let resolver = Resolver(Arc::new(Guard::new(Vec::new())));
        assert!(resolver.resolve("localhost".parse().unwrap()).await.is_err());
    }
}
