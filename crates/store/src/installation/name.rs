//! By what organizations are known, and the hosts that they are served at.

use std::fmt;
use std::str::FromStr;

/// The longest name of an organization, in characters: `org_` and it make the name of a schema.
const NAME_CHARS_MAX: usize = 40;
/// The longest name of a host, in characters (RFC 1035 2.3.4).
const HOST_CHARS_MAX: usize = 253;
/// The longest part of it between dots.
const LABEL_CHARS_MAX: usize = 63;

/// A text that is no such name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadName(&'static str);

/// The name by which an installation knows an organization: lower-case letters, digits and hyphens, a letter first, 40 at the most. It is part
/// of the names of its folder, its schema and its prefix in a bucket, and of no address that people see.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizationName(String);

impl OrganizationName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of its schema on PostgreSQL.
    #[must_use]
    pub fn schema(&self) -> String {
        format!("org_{}", self.0.replace('-', "_"))
    }
}

impl fmt::Display for OrganizationName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for OrganizationName {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let begins = text.bytes().next().is_some_and(|first| first.is_ascii_lowercase());
        if !begins || text.len() > NAME_CHARS_MAX || text.ends_with('-') || !text.bytes().all(plain) {
            return Err(BadName(
                "it is not made of lower-case letters, digits and hyphens, a letter first, 40 at the most",
            ));
        }
        Ok(Self(text.to_owned()))
    }
}

/// A host by its name or address of IPv4, without a port, in lower case, without a dot at its end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostName(String);

impl HostName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HostName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for HostName {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        let lower = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
        let is_label = |label: &str| {
            !label.is_empty()
                && label.len() <= LABEL_CHARS_MAX
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        if lower.len() > HOST_CHARS_MAX || !lower.split('.').all(is_label) {
            return Err(BadName("it is no name of a host, like audits.example.com, without a port"));
        }
        Ok(Self(lower))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_hosts_are_hosts() {
        for good in ["fernhill", "a", "fernhill-audits-2"] {
            assert!(good.parse::<OrganizationName>().is_ok(), "{good}");
        }
        for bad in ["", "2fern", "Fern", "fern_hill", "fern/hill", "../x", "fern-", "a b", &"a".repeat(41)] {
            assert!(bad.parse::<OrganizationName>().is_err(), "{bad}");
        }
        assert_eq!("a-b".parse::<OrganizationName>().unwrap().schema(), "org_a_b");
        assert_eq!("Audits.Example.COM.".parse::<HostName>().unwrap().as_str(), "audits.example.com");
        for bad in ["", ".", "a..b", "a:80", "-a.b", "a_b", "a/b", "[::1]", "ä.example", &"a".repeat(64)] {
            assert!(bad.parse::<HostName>().is_err(), "{bad}");
        }
    }
}
