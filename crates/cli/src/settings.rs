//! Settings: a flag wins over the environment, that over the configuration file, that over the default. Only this file
//! reads the environment.

mod beyond;
mod entrance;
mod file;
mod hooks;
mod mail;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use assize_store::{Addresses, Bucket};

use crate::args::PlaceArgs;
pub(crate) use beyond::Beyond;
pub(crate) use entrance::Door;
use file::File;
pub(crate) use hooks::Hooks;
pub(crate) use mail::Post;

/// Where everything is, and how it is served.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The store.
    pub(crate) addresses: Addresses,
    /// The file of the signing key.
    pub(crate) key_file: PathBuf,
    /// Where the API is served, unless a flag says otherwise.
    pub(crate) listen: String,
    /// What is logged, as directives of `tracing`.
    pub(crate) log_level: String,
    /// For how long a server that is told to end goes on to take requests while it says that it is not ready.
    pub(crate) stop_notice: Duration,
    /// The file of the key that seals what has to be read again.
    pub(crate) secret_file: PathBuf,
    /// The file of the keys that evidence is encrypted with, where it is.
    pub(crate) evidence_key_file: PathBuf,
    /// These keys themselves, where the environment has them.
    pub(crate) evidence_key: Option<EvidenceKeyText>,
    /// Who is let in, and how.
    pub(crate) door: Door,
    /// Who vouches for the log.
    pub(crate) beyond: Beyond,
    /// Mail.
    pub(crate) post: Post,
    /// Webhooks.
    pub(crate) hooks: Hooks,
}

/// The text of keys: shown to nobody.
#[derive(Clone)]
pub(crate) struct EvidenceKeyText(pub(crate) String);

impl std::fmt::Debug for EvidenceKeyText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EvidenceKeyText")
    }
}

/// The default configuration file.
const CONFIG: &str = "assize.toml";
/// Where the API is served by default.
const LISTEN: &str = "127.0.0.1:27007";
/// The file of the key that seals what has to be read again, by default.
const SECRET: &str = "secret.key";
/// The file of the keys that evidence is encrypted with, by default.
const EVIDENCE_KEY: &str = "evidence.key";
/// For how long a server that ends says so beforehand, by default and at the most, in seconds: longer than a proxy asks whether it is ready.
const STOP_NOTICE_SECONDS: u64 = 5;
const STOP_NOTICE_SECONDS_MAX: u64 = 30;
/// What is logged by default.
const LOG_LEVEL: &str = "info,sqlx=warn";

/// The variable of a key: `ASSIZE_BUCKET_REGION` of `bucket.region`.
fn variable(key: &str) -> anyhow::Result<Option<String>> {
    let name = format!("ASSIZE_{}", key.replace('.', "_").to_ascii_uppercase());
    match std::env::var(&name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => bail!("the variable {name} is not text"),
    }
}

impl Settings {
    /// The settings, from flags, environment, file and defaults.
    pub(crate) fn of(args: &PlaceArgs) -> anyhow::Result<Self> {
        let named = match &args.config {
            Some(path) => Some(path.clone()),
            None => variable("config")?.map(PathBuf::from),
        };
        let file = match named {
            Some(path) => File::read(&path)?,
            None if Path::new(CONFIG).is_file() => File::read(Path::new(CONFIG))?,
            None => File::default(),
        };
        let said = |flag: Option<&String>, key: &str| -> anyhow::Result<Option<String>> {
            Ok(match flag {
                Some(flag) => Some(flag.clone()),
                None => variable(key)?.or_else(|| file.get(key)),
            })
        };
        let database = said(args.store.as_ref(), "store")?.unwrap_or_else(|| "sqlite:assize.db".to_owned());
        let beside = folder_of(&database);
        let part = |name: &str| beside.join(name).display().to_string();
        let addresses = Addresses {
            evidence: said(args.evidence.as_ref(), "evidence")?.unwrap_or_else(|| part("evidence")),
            log: said(args.log.as_ref(), "log")?.unwrap_or_else(|| part("log")),
            database,
            bucket: Bucket {
                endpoint: said(None, "bucket.endpoint")?,
                region: said(None, "bucket.region")?,
                access_key_id: said(None, "bucket.access_key_id")?,
                secret_access_key: said(None, "bucket.secret_access_key")?,
            },
        };
        if addresses.bucket.access_key_id.is_some() != addresses.bucket.secret_access_key.is_some() {
            bail!("bucket.access_key_id and bucket.secret_access_key belong together: give both or neither");
        }
        let key_file = match &args.key_file {
            Some(path) => Some(path.clone()),
            None => said(None, "key_file")?.map(PathBuf::from),
        };
        Ok(Self {
            addresses,
            key_file: key_file.unwrap_or_else(|| beside.join("log.key")),
            listen: said(None, "listen")?.unwrap_or_else(|| LISTEN.to_owned()),
            log_level: said(None, "log_level")?.unwrap_or_else(|| LOG_LEVEL.to_owned()),
            stop_notice: stop_notice(said(None, "stop_notice_seconds")?)?,
            secret_file: said(None, "secret_file")?.map_or_else(|| beside.join(SECRET), PathBuf::from),
            evidence_key_file: said(None, "evidence_key_file")?
                .map_or_else(|| beside.join(EVIDENCE_KEY), PathBuf::from),
            // In the configuration file it would be read by whoever reads that.
            evidence_key: variable("evidence_key")?.map(EvidenceKeyText),
            door: Door::read(|key| said(None, key))?,
            beyond: Beyond::read(|key| said(None, key))?,
            post: Post::read(|key| said(None, key))?,
            hooks: Hooks::read(|key| said(None, key))?,
        })
    }

    /// The settings of a store whose parts stand together in a folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        let part = |name: &str| folder.join(name).display().to_string();
        Self {
            addresses: Addresses {
                database: format!("sqlite:{}", part("assize.db")),
                evidence: part("evidence"),
                log: part("log"),
                bucket: Bucket::default(),
            },
            key_file: folder.join("log.key"),
            listen: LISTEN.to_owned(),
            log_level: LOG_LEVEL.to_owned(),
            stop_notice: Duration::from_secs(STOP_NOTICE_SECONDS),
            secret_file: folder.join(SECRET),
            evidence_key_file: folder.join(EVIDENCE_KEY),
            evidence_key: None,
            door: Door::default(),
            beyond: Beyond::default(),
            post: Post::default(),
            hooks: Hooks::default(),
        }
    }

    /// The checkpoint that is published at the log's place, unverified; nothing where none is.
    pub(crate) async fn published(&self) -> anyhow::Result<Option<String>> {
        let place = assize_store::Place::open(&self.addresses.log, &self.addresses.bucket)?;
        let note = place.get(assize_store::CHECKPOINT).await?;
        note.map(|note| String::from_utf8(note.to_vec()))
            .transpose()
            .context("the published checkpoint is not text")
    }

    /// The database's address as it may be shown: without a password.
    pub(crate) fn database_shown(&self) -> String {
        shown(&self.addresses.database)
    }
}

fn stop_notice(said: Option<String>) -> anyhow::Result<Duration> {
    let Some(said) = said else { return Ok(Duration::from_secs(STOP_NOTICE_SECONDS)) };
    let seconds = said.parse().ok().filter(|seconds| *seconds <= STOP_NOTICE_SECONDS_MAX);
    let seconds = seconds.with_context(|| {
        format!("stop_notice_seconds: `{said}` is no number from 0 to {STOP_NOTICE_SECONDS_MAX}")
    })?;
    Ok(Duration::from_secs(seconds))
}

fn shown(database: &str) -> String {
    let Some((scheme, rest)) = database.split_once("://") else { return database.to_owned() };
    let (who, at) = rest.rsplit_once('@').unwrap_or(("", rest));
    let at = at.split('?').next().unwrap_or(at);
    match who.split(':').next() {
        Some(user) if !user.is_empty() => format!("{scheme}://{user}@{at}"),
        _ => format!("{scheme}://{at}"),
    }
}

/// The folder that a database's file stands in; the present one where it is a server's.
fn folder_of(database: &str) -> PathBuf {
    let file = database.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
    file.and_then(|file| Path::new(file).parent()).map(PathBuf::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_shown() {
        for (address, expected) in [
            ("sqlite:a/assize.db", "sqlite:a/assize.db"),
            ("postgres://ann@db/assize", "postgres://ann@db/assize"),
            ("postgres://ann:s3cret@db:5432/assize", "postgres://ann@db:5432/assize"),
            ("postgres://ann:s3@cr?t/x@db/assize", "postgres://ann@db/assize"),
            ("postgres://db/assize?user=ann&password=s3cret", "postgres://db/assize"),
        ] {
            assert_eq!(shown(address), expected);
        }
    }

    #[test]
    fn a_server_gives_notice_for_some_seconds() {
        assert_eq!(stop_notice(None).unwrap(), Duration::from_secs(5));
        assert_eq!(stop_notice(Some("0".to_owned())).unwrap(), Duration::ZERO);
        for bad in ["31", "-1", "soon"] {
            assert!(stop_notice(Some(bad.to_owned())).unwrap_err().to_string().contains(bad));
        }
    }

    #[test]
    fn the_parts_stand_beside_an_sqlite_file() {
        assert_eq!(folder_of("sqlite:a/b/assize.db"), PathBuf::from("a/b"));
        assert_eq!(folder_of("sqlite:///srv/assize.db"), PathBuf::from("/srv"));
        assert_eq!(folder_of("postgres://db/assize"), PathBuf::new());
    }
}
