//! Who is let in, and how: where the site is, which proxies stand before it, how long sessions last, of whom a second factor is required.

use std::net::SocketAddr;
use std::path::PathBuf;

use std::sync::Arc;

use anyhow::{Context as _, anyhow, bail};
use assize_domain::access::GrantedRole;
use assize_server::{Entrance, Network, Provider, ProviderSettings, RECENT_MINUTES, Site, Tls};
use assize_store::{SecondFactor, SessionLimits};

/// The longest that a session can be made to last, in minutes: thirty days.
const MINUTES_MAX: i64 = 30 * 24 * 60;

/// What is configured of the way in.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    /// Where people reach the site; at the address it listens on where that is not said.
    site: Option<Site>,
    proxies: Vec<Network>,
    limits: SessionLimits,
    recent_minutes: i64,
    second_factor: SecondFactor,
    provider: Option<ProviderSettings>,
    /// The files of the server's own certificates and their key.
    tls: Option<(PathBuf, PathBuf)>,
}

impl Default for Door {
    fn default() -> Self {
        Self {
            site: None,
            proxies: Vec::new(),
            limits: SessionLimits::default(),
            recent_minutes: RECENT_MINUTES,
            second_factor: SecondFactor::default(),
            provider: None,
            tls: None,
        }
    }
}

impl Door {
    /// Reads it, key by key.
    pub(crate) fn read(said: impl Fn(&str) -> anyhow::Result<Option<String>>) -> anyhow::Result<Self> {
        let default = Self::default();
        let minutes = |key: &str, most: i64| -> anyhow::Result<Option<i64>> {
            let Some(text) = said(key)? else { return Ok(None) };
            match text.trim().parse::<i64>() {
                Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
                _ => bail!("{key} `{text}` is none: give a whole number from 1 to {most}"),
            }
        };
        let site = match said("public_url")? {
            None => None,
            Some(url) => Some(Site::read(&url).with_context(|| {
                format!("public_url `{url}` is none: give the address that people open, like https://audits.example.com")
            })?),
        };
        let proxies = said("trusted_proxies")?.unwrap_or_default();
        let proxies = proxies.split(',').map(str::trim).filter(|text| !text.is_empty()).map(|text| {
            Network::read(text).with_context(|| {
                format!("trusted_proxies: `{text}` is no address or network, like 10.0.0.2 or 10.0.0.0/8")
            })
        });
        let idle = minutes("session_idle_minutes", MINUTES_MAX)?.map(|minutes| minutes * 60_000);
        let most = minutes("session_hours_max", MINUTES_MAX / 60)?.map(|hours| hours * 3_600_000);
        let second_factor = said("second_factor_required_for")?.unwrap_or_default();
        let second_factor = SecondFactor::read(&second_factor).map_err(|word| {
            anyhow::anyhow!(
                "second_factor_required_for: `{word}` is no role: give `everyone`, or some of {}",
                SecondFactor::words().join(", ")
            )
        })?;
        Ok(Self {
            site,
            proxies: proxies.collect::<anyhow::Result<_>>()?,
            limits: SessionLimits {
                idle_millis: idle.unwrap_or(default.limits.idle_millis),
                millis: most.unwrap_or(default.limits.millis),
            },
            recent_minutes: minutes("recent_minutes", MINUTES_MAX)?.unwrap_or(default.recent_minutes),
            second_factor,
            provider: provider(&said)?,
            tls: match (said("tls_certificates")?, said("tls_key")?) {
                (Some(certificates), Some(key)) => Some((certificates.into(), key.into())),
                (None, None) => None,
                _ => bail!("tls_certificates and tls_key belong together: give both or neither"),
            },
        })
    }

    /// What the server shows of itself over TLS, where it does.
    pub(crate) fn tls(&self) -> anyhow::Result<Option<Tls>> {
        let Some((certificates, key)) = &self.tls else { return Ok(None) };
        let read = |file: &PathBuf| {
            std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))
        };
        let tls = Tls::read(&read(certificates)?, &read(key)?);
        tls.map(Some)
            .map_err(|why| anyhow::anyhow!("{} and {}: {why}", certificates.display(), key.display()))
    }

    /// Whether people come over TLS: to the server itself, or to a proxy before it.
    pub(crate) const fn is_behind_tls(&self) -> bool {
        self.tls.is_some() || !self.proxies.is_empty()
    }

    /// The proxies before it.
    pub(crate) fn proxies(&self) -> &[Network] {
        &self.proxies
    }

    /// Sees that nothing goes over a network in the clear: that the server is reached on this machine alone, has certificates, or stands behind a
    /// proxy that is named.
    pub(crate) fn is_covered(&self, address: SocketAddr) -> anyhow::Result<()> {
        if address.ip().is_loopback() || self.tls.is_some() || !self.proxies.is_empty() {
            return Ok(());
        }
        bail!(
            "{address} is reached over the network, and passphrases and evidence would go over it in the clear: give tls_certificates and tls_key, or name the proxy before it in trusted_proxies, or listen on 127.0.0.1"
        )
    }

    /// The way in to a server that listens on an address.
    ///
    /// # Errors
    /// Why a provider cannot be asked.
    pub(crate) fn entrance(&self, address: SocketAddr) -> anyhow::Result<Entrance> {
        let provider = self.provider.clone().map(Provider::new).transpose();
        let provider =
            provider.map_err(|why| anyhow::anyhow!("the provider of identities cannot be asked: {why}"))?;
        Ok(Entrance {
            site: match (&self.site, &self.tls) {
                (Some(site), _) => site.clone(),
                (None, None) => Site::of_listener(address),
                (None, Some(_)) => Site::of_listener(address).over_tls(),
            },
            proxies: self.proxies.clone(),
            limits: self.limits,
            recent_minutes: self.recent_minutes,
            second_factor: self.second_factor.clone(),
            provider: provider.map(Arc::new),
        })
    }

    /// Where people reach the site, where that is said; else at the address that is to be listened on.
    pub(crate) fn origin(&self, listen: &str) -> String {
        match &self.site {
            Some(site) => site.origin().to_owned(),
            None if self.tls.is_some() => format!("https://{listen}"),
            None => format!("http://{listen}"),
        }
    }
}

/// The provider of identities, where one is named.
fn provider(
    said: &impl Fn(&str) -> anyhow::Result<Option<String>>,
) -> anyhow::Result<Option<ProviderSettings>> {
    let Some(issuer) = said("oidc_issuer")? else { return Ok(None) };
    let near = ["http://127.0.0.1:", "http://localhost:"].iter().any(|near| issuer.starts_with(near));
    if !near && !issuer.starts_with("https://") {
        bail!("oidc_issuer `{issuer}` is none: give the address of the issuer, which begins with https://");
    }
    let client = said("oidc_client_id")?
        .context("oidc_client_id is missing: the name that the provider knows this server by")?;
    let just_in_time = match said("oidc_just_in_time")?.as_deref() {
        None | Some("no") => false,
        Some("yes") => true,
        Some(other) => bail!("oidc_just_in_time `{other}` is none: give yes or no"),
    };
    let mut roles = Vec::new();
    for pair in
        said("oidc_roles")?.unwrap_or_default().split(',').map(str::trim).filter(|pair| !pair.is_empty())
    {
        let (group, role) = pair
            .split_once('=')
            .with_context(|| format!("oidc_roles: `{pair}` is not GROUP=ROLE, like isms-auditors=reader"))?;
        let role = role.trim().parse::<GrantedRole>().map_err(|_| {
            anyhow!(
                "oidc_roles: `{}` is no right that a group can give: give one of {}; all other roles follow from being named in a programme or an audit",
                role.trim(),
                GrantedRole::WORDS.join(", ")
            )
        })?;
        roles.push((group.trim().to_owned(), role));
    }
    Ok(Some(ProviderSettings {
        issuer,
        client,
        secret: said("oidc_client_secret")?,
        name: said("oidc_name")?.unwrap_or_else(|| "OpenID Connect".to_owned()),
        just_in_time,
        groups: said("oidc_groups")?.unwrap_or_else(|| "groups".to_owned()),
        roles,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> anyhow::Result<Door> {
        Door::read(|key| {
            Ok(pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned()))
        })
    }

    #[test]
    fn what_is_said_is_read_and_the_rest_is_as_ever() {
        let door = read(&[
            ("public_url", "https://audits.example.com/"),
            ("trusted_proxies", "10.0.0.2, 192.0.2.0/24"),
            ("session_idle_minutes", "30"),
            ("session_hours_max", "12"),
            ("recent_minutes", "5"),
            ("second_factor_required_for", "leader, administrator"),
        ])
        .unwrap();
        let entrance = door.entrance("127.0.0.1:1".parse().unwrap()).unwrap();
        assert_eq!(entrance.site.origin(), "https://audits.example.com");
        assert_eq!((entrance.limits.idle_millis, entrance.limits.millis), (1_800_000, 43_200_000));
        assert_eq!((entrance.recent_minutes, entrance.proxies.len()), (5, 2));
        let plain = read(&[]).unwrap();
        assert_eq!(
            plain.entrance("127.0.0.1:27007".parse().unwrap()).unwrap().site.origin(),
            "http://localhost:27007"
        );
        assert_eq!(plain.origin("127.0.0.1:27007"), "http://127.0.0.1:27007");
        assert_eq!(door.origin("127.0.0.1:27007"), "https://audits.example.com");
    }

    #[test]
    fn what_is_none_is_named_with_what_to_give() {
        for (key, value, named) in [
            ("public_url", "audits.example.com", "https://audits.example.com"),
            ("trusted_proxies", "10.0.0.2, proxy", "`proxy`"),
            ("session_idle_minutes", "0", "from 1 to"),
            ("session_hours_max", "long", "`long`"),
            ("recent_minutes", "-5", "from 1 to"),
            ("second_factor_required_for", "leader,boss", "`boss`"),
            ("oidc_issuer", "http://id.example.com", "https://"),
            ("oidc_client_id", "", "is missing"),
            ("oidc_just_in_time", "perhaps", "yes or no"),
            ("oidc_roles", "auditors", "GROUP=ROLE"),
            ("oidc_roles", "auditors=boss", "`boss`"),
            ("oidc_roles", "auditors=leader", "named in a programme"),
        ] {
            let others = [("oidc_issuer", "https://id.example.com"), ("oidc_client_id", "assize")];
            let others = others.iter().filter(|(other, _)| key.starts_with("oidc_") && *other != key);
            let pairs: Vec<(&str, &str)> = others
                .copied()
                .chain([(key, value)].into_iter().filter(|(_, value)| !value.is_empty()))
                .collect();
            let error = read(&pairs).unwrap_err().to_string();
            assert!(error.contains(key) && error.contains(named), "{error}");
        }
    }
}
