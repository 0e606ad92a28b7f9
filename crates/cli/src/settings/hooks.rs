//! Webhooks: what endpoints may be told, and where they may stand.

use anyhow::{Context as _, bail};
use assize_server::Network;
use assize_server::webhooks::Webhooks;

/// What is configured of webhooks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hooks {
    fields_allowed: bool,
    networks: Vec<Network>,
}

impl Hooks {
    /// Reads it, key by key.
    pub(crate) fn read(said: impl Fn(&str) -> anyhow::Result<Option<String>>) -> anyhow::Result<Self> {
        let fields_allowed = match said("webhook_content")?.as_deref() {
            None | Some("ids") => false,
            Some("fields") => true,
            Some(word) => bail!("webhook_content `{word}` is none: give ids or fields"),
        };
        let mut networks = Vec::new();
        for text in
            said("webhook_networks")?.unwrap_or_default().split(',').filter(|text| !text.trim().is_empty())
        {
            let network = Network::read(text);
            networks.push(network.with_context(|| {
                format!("webhook_networks: `{}` is no address and no network like 10.1.0.0/16", text.trim())
            })?);
        }
        Ok(Self { fields_allowed, networks })
    }

    /// Webhooks as they are set up.
    pub(crate) fn webhooks(&self) -> anyhow::Result<Webhooks> {
        Webhooks::new(self.fields_allowed, self.networks.clone())
            .map_err(|why| anyhow::anyhow!("webhooks cannot be set up: {why}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> anyhow::Result<Hooks> {
        Hooks::read(|key| {
            Ok(pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned()))
        })
    }

    #[test]
    fn endpoints_are_told_ids_and_stand_outside_unless_it_is_said() {
        let hooks = read(&[]).unwrap();
        assert!(!hooks.fields_allowed && hooks.networks.is_empty());
        let hooks = read(&[("webhook_content", "fields"), ("webhook_networks", "10.1.0.0/16, ::1")]).unwrap();
        assert_eq!((hooks.fields_allowed, hooks.networks.len()), (true, 2));
        assert!(hooks.webhooks().is_ok());
        for (pairs, named) in
            [([("webhook_content", "all")], "`all`"), ([("webhook_networks", "house")], "`house`")]
        {
            assert!(read(&pairs).unwrap_err().to_string().contains(named));
        }
    }
}
