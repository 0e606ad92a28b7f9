//! Who vouches for the log: nobody, unless it is configured.

use anyhow::anyhow;
use assize_server::beyond::{Authority, Witness};

/// Who is asked to vouch for the log's checkpoints.
#[derive(Clone, Debug, Default)]
pub(crate) struct Beyond {
    /// The witnesses.
    pub(crate) witnesses: Vec<Witness>,
    /// The authority that timestamps.
    pub(crate) authority: Option<Authority>,
}

impl Beyond {
    /// Reads it, key by key.
    pub(crate) fn read(said: impl Fn(&str) -> anyhow::Result<Option<String>>) -> anyhow::Result<Self> {
        let witnesses = said("witnesses")?.unwrap_or_default();
        let witnesses = witnesses.split(',').map(str::trim).filter(|text| !text.is_empty()).map(|text| {
            Witness::read(text).map_err(|why| {
                anyhow!("witnesses: `{text}`: {why}; give an address and a key, like https://witness.example/ witness.example/w+1a2b3c4d+BA..., parted by commas")
            })
        });
        let authority = said("tsa_url")?.map(|url| Authority::read(&url)).transpose();
        Ok(Self {
            witnesses: witnesses.collect::<anyhow::Result<_>>()?,
            authority: authority.map_err(|why| anyhow!("tsa_url: {why}"))?,
        })
    }

    /// Who they are, in a line.
    pub(crate) fn names(&self) -> String {
        let witnesses = self.witnesses.iter().map(|witness| witness.key().name().to_string());
        let authority = self.authority.as_ref().map(|_| "timestamps".to_owned());
        witnesses.chain(authority).collect::<Vec<_>>().join(" ")
    }

    /// Whether anybody is to be asked.
    pub(crate) const fn is_anybody(&self) -> bool {
        !self.witnesses.is_empty() || self.authority.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_who_is_not_named_and_what_is_none_is_said() {
        let read = |pairs: &[(&str, &str)]| {
            Beyond::read(|key| {
                Ok(pairs.iter().find(|(name, _)| *name == key).map(|(_, value)| (*value).to_owned()))
            })
        };
        assert!(!read(&[]).unwrap().is_anybody());
        assert!(read(&[("tsa_url", "https://tsa.example/")]).unwrap().is_anybody());
        for (key, value) in
            [("witnesses", "https://w.example/"), ("witnesses", "x y"), ("tsa_url", "tsa.example")]
        {
            let error = read(&[(key, value)]).unwrap_err().to_string();
            assert!(error.starts_with(key), "{error}");
        }
    }
}
