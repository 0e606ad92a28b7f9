//! Settings: a flag wins over the environment, that over the configuration file, that over the default. Only this file
//! reads the environment.

mod beyond;
mod entrance;
mod file;
mod hooks;
mod installation;
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
pub(crate) use installation::Installation;
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
/// The file of the key that signs the log, by default.
const LOG_KEY: &str = "log.key";
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

/// The configuration file: the one that is named, or that of the folder.
fn file_of(args: &PlaceArgs) -> anyhow::Result<File> {
    let named = match &args.config {
        Some(path) => Some(path.clone()),
        None => variable("config")?.map(PathBuf::from),
    };
    match named {
        Some(path) => File::read(&path),
        None if Path::new(CONFIG).is_file() => File::read(Path::new(CONFIG)),
        None => Ok(File::default()),
    }
}

impl Settings {
    /// The settings, from flags, environment, file and defaults.
    pub(crate) fn of(args: &PlaceArgs) -> anyhow::Result<Self> {
        let file = file_of(args)?;
        let flag = |key: &str| match key {
            "store" => args.store.clone(),
            "evidence" => args.evidence.clone(),
            "log" => args.log.clone(),
            _ => None,
        };
        let said = |key: &str| -> anyhow::Result<Option<String>> {
            Ok(match flag(key) {
                Some(flag) => Some(flag),
                None => variable(key)?.or_else(|| file.get(key)),
            })
        };
        // In the configuration file it would be read by whoever reads that.
        let settings = Self::read(&said, variable("evidence_key")?)?;
        Ok(match &args.key_file {
            Some(key_file) => Self { key_file: key_file.clone(), ..settings },
            None => settings,
        })
    }

    /// Reads them, key by key.
    fn read(
        said: &dyn Fn(&str) -> anyhow::Result<Option<String>>,
        evidence_key: Option<String>,
    ) -> anyhow::Result<Self> {
        let database = said("store")?.unwrap_or_else(|| "sqlite:assize.db".to_owned());
        let beside = folder_of(&database);
        let part = |name: &str| beside.join(name).display().to_string();
        let addresses = Addresses {
            evidence: said("evidence")?.unwrap_or_else(|| part("evidence")),
            log: said("log")?.unwrap_or_else(|| part("log")),
            database,
            bucket: Bucket {
                endpoint: said("bucket.endpoint")?,
                region: said("bucket.region")?,
                access_key_id: said("bucket.access_key_id")?,
                secret_access_key: said("bucket.secret_access_key")?,
            },
        };
        if addresses.bucket.access_key_id.is_some() != addresses.bucket.secret_access_key.is_some() {
            bail!("bucket.access_key_id and bucket.secret_access_key belong together: give both or neither");
        }
        let file = |key: &str, name: &str| {
            Ok::<_, anyhow::Error>(said(key)?.map_or_else(|| beside.join(name), PathBuf::from))
        };
        Ok(Self {
            addresses,
            key_file: file("key_file", LOG_KEY)?,
            listen: said("listen")?.unwrap_or_else(|| LISTEN.to_owned()),
            log_level: said("log_level")?.unwrap_or_else(|| LOG_LEVEL.to_owned()),
            stop_notice: stop_notice(said("stop_notice_seconds")?)?,
            secret_file: file("secret_file", SECRET)?,
            evidence_key_file: file("evidence_key_file", EVIDENCE_KEY)?,
            evidence_key: evidence_key.map(EvidenceKeyText),
            door: Door::read(said)?,
            beyond: Beyond::read(said)?,
            post: Post::read(said)?,
            hooks: Hooks::read(said)?,
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
            key_file: folder.join(LOG_KEY),
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

/// The address of a database as it may be shown: without a password.
pub(crate) fn shown(database: &str) -> String {
    let Some((scheme, rest)) = database.split_once("://") else { return database.to_owned() };
    let (who, at) = rest.rsplit_once('@').unwrap_or(("", rest));
    let (at, query) = at.split_once('?').unwrap_or((at, ""));
    // Of what follows, the schema says where the store is.
    let schema = query.split('&').find(|pair| pair.starts_with("schema="));
    let at = schema.map_or_else(|| at.to_owned(), |schema| format!("{at}?{schema}"));
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
            (
                "postgres://ann:s3@db/assize?sslmode=require&schema=org_a",
                "postgres://ann@db/assize?schema=org_a",
            ),
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
