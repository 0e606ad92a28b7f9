//! The configuration file: texts by their keys, every fault at its line. Lines are not quoted back, since one may hold a
//! secret.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::bail;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::read_text;

/// The longest configuration file, in bytes.
const FILE_BYTES_MAX: u64 = 1024 * 1024;
/// Every key; those of a table with its name before them.
const KEYS: &[&str] = &[
    "store",
    "evidence",
    "log",
    "key_file",
    "listen",
    "log_level",
    "stop_notice_seconds",
    "public_url",
    "trusted_proxies",
    "secret_file",
    "evidence_key_file",
    "witnesses",
    "tsa_url",
    "tls_certificates",
    "tls_key",
    "session_idle_minutes",
    "session_hours_max",
    "recent_minutes",
    "second_factor_required_for",
    "oidc_issuer",
    "oidc_client_id",
    "oidc_client_secret",
    "oidc_name",
    "oidc_just_in_time",
    "oidc_groups",
    "oidc_roles",
    "smtp_url",
    "smtp_password",
    "smtp_password_file",
    "smtp_ca_file",
    "mail_from",
    "mail_content",
    "webhook_content",
    "webhook_networks",
    "installation",
    "organizations",
    "organizations_open_max",
    "look_round_minutes",
    "metrics_listen",
    "bucket.endpoint",
    "bucket.region",
    "bucket.access_key_id",
    "bucket.secret_access_key",
];
/// The one table.
const BUCKET: &str = "bucket";

/// A configuration file that was read.
#[derive(Default)]
pub(super) struct File(BTreeMap<String, String>);

impl File {
    /// Reads a file.
    pub(super) fn read(path: &Path) -> anyhow::Result<Self> {
        let text = read_text(path, FILE_BYTES_MAX)?;
        let (file, problems) = Self::parse(&text);
        if problems.is_empty() {
            return Ok(file);
        }
        let list: Vec<String> = problems
            .iter()
            .map(|problem| format!("  line {}: {}; {}", problem.line, problem.what, problem.hint))
            .collect();
        bail!("{} is not a configuration:\n{}", path.display(), list.join("\n"))
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn parse(text: &str) -> (Self, Vec<Problem>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reading = Reading { text, file: Self::default(), problems: Vec::new() };
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            let what = error.message().lines().next().unwrap_or("it cannot be read").to_owned();
            reading.problem(at, what, "write it as TOML: key = \"value\"");
        }
        // A file that is no TOML is not looked at key by key: what was recovered of it would mislead.
        if reading.problems.is_empty() {
            reading.table("", table.get_ref());
        }
        reading.problems.sort_by_key(|problem| problem.line);
        (reading.file, reading.problems)
    }
}

#[derive(Debug)]
struct Problem {
    line: usize,
    what: String,
    hint: String,
}

struct Reading<'t> {
    text: &'t str,
    file: File,
    problems: Vec<Problem>,
}

impl Reading<'_> {
    fn problem(&mut self, at: usize, what: impl Into<String>, hint: impl Into<String>) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        self.problems.push(Problem { line, what: what.into(), hint: hint.into() });
    }

    fn table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let at = name.span().start;
            let key = format!("{prefix}{}", name.get_ref());
            match value.get_ref() {
                DeValue::Table(inner) if key == BUCKET => self.table("bucket.", inner),
                _ if KEYS.contains(&key.as_str()) => self.value(key, value),
                _ if key == BUCKET => {
                    self.problem(at, "`bucket` is a table", "write [bucket] and its keys below it");
                }
                _ => {
                    let hint = format!("the keys are {}", KEYS.join(", "));
                    self.problem(at, format!("there is no key `{}`", key.escape_debug()), hint);
                }
            }
        }
    }

    fn value(&mut self, key: String, value: &Spanned<DeValue<'_>>) {
        match value.get_ref() {
            DeValue::String(text) if !text.is_empty() => {
                self.file.0.insert(key, text.to_string());
            }
            DeValue::String(_) => {
                self.problem(
                    value.span().start,
                    format!("`{key}` is empty"),
                    "give a value, or leave the line out",
                );
            }
            _ => self.problem(
                value.span().start,
                format!("`{key}` is not a text"),
                "put the value between quotation marks",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read() {
        let (file, problems) = File::parse(
            "store = \"sqlite:x.db\"\n[bucket]\nregion = \"eu-west-1\"\nendpoint = 'http://s3'\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(file.get("store").as_deref(), Some("sqlite:x.db"));
        assert_eq!(file.get("bucket.region").as_deref(), Some("eu-west-1"));
        assert_eq!(file.get("log"), None);
    }

    #[test]
    fn every_fault_is_found_at_its_line_and_no_secret_is_quoted() {
        let text = "# ours\nstores = \"x\"\nevidence = 3\nlog = \"\"\n\n[bucket]\nsecret_access_key = 4711\nzone = \"y\"\n\n[server]\nport = 1\n";
        let (_, problems) = File::parse(text);
        let found: Vec<(usize, bool)> =
            problems.iter().map(|problem| (problem.line, problem.what.contains("there is no key"))).collect();
        assert_eq!(found, [(2, true), (3, false), (4, false), (7, false), (8, true), (10, true)]);
        assert!(!format!("{problems:?}").contains("4711"));
    }

    #[test]
    fn what_is_no_toml_is_said_at_its_line() {
        for (text, line) in
            [("store = \"a\"\nlog = \n", 2), ("[bucket\n", 1), ("a = 1\na = 2\n", 2), ("bucket = 3", 1)]
        {
            let (_, problems) = File::parse(text);
            assert!(problems.iter().any(|problem| problem.line == line), "{text}: {problems:?}");
        }
    }
}
