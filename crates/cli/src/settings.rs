//! Settings: a flag wins over the environment, that over the configuration file, that over the default. Only this file
//! reads the environment.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use assize_store::{Addresses, Bucket};
use serde::Deserialize;

use crate::args::PlaceArgs;

/// The configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    store: Option<String>,
    evidence: Option<String>,
    log: Option<String>,
    key_file: Option<PathBuf>,
    #[serde(default)]
    bucket: FileBucket,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileBucket {
    endpoint: Option<String>,
    region: Option<String>,
    access_key_id: Option<String>,
    secret_access_key: Option<String>,
}

/// Where everything is.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The store.
    pub(crate) addresses: Addresses,
    /// The file of the signing key.
    pub(crate) key_file: PathBuf,
}

/// The default configuration file.
const CONFIG: &str = "assize.toml";

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Settings {
    /// The settings, from flags, environment, file and defaults.
    pub(crate) fn of(args: &PlaceArgs) -> anyhow::Result<Self> {
        let named = args.config.clone().or_else(|| variable("ASSIZE_CONFIG").map(PathBuf::from));
        let file = match named {
            Some(path) => read(&path)?,
            None if std::path::Path::new(CONFIG).is_file() => read(std::path::Path::new(CONFIG))?,
            None => File::default(),
        };
        let pick = |flag: &Option<String>, name: &str, file: Option<String>, default: &str| {
            flag.clone().or_else(|| variable(name)).or(file).unwrap_or_else(|| default.to_owned())
        };
        let database = pick(&args.store, "ASSIZE_STORE", file.store, "sqlite:assize.db");
        let beside = folder_of(&database);
        let part = |name: &str| beside.join(name).display().to_string();
        let addresses = Addresses {
            evidence: pick(&args.evidence, "ASSIZE_EVIDENCE", file.evidence, &part("evidence")),
            log: pick(&args.log, "ASSIZE_LOG", file.log, &part("log")),
            database,
            bucket: Bucket {
                endpoint: variable("ASSIZE_BUCKET_ENDPOINT").or(file.bucket.endpoint),
                region: variable("ASSIZE_BUCKET_REGION").or(file.bucket.region),
                access_key_id: variable("ASSIZE_BUCKET_ACCESS_KEY_ID").or(file.bucket.access_key_id),
                secret_access_key: variable("ASSIZE_BUCKET_SECRET_ACCESS_KEY")
                    .or(file.bucket.secret_access_key),
            },
        };
        let key_file = args.key_file.clone().or_else(|| variable("ASSIZE_KEY_FILE").map(PathBuf::from));
        Ok(Self { addresses, key_file: key_file.or(file.key_file).unwrap_or_else(|| beside.join("log.key")) })
    }

    /// The settings of a store whose parts stand together in a folder.
    pub(crate) fn in_folder(folder: &std::path::Path) -> Self {
        let part = |name: &str| folder.join(name).display().to_string();
        Self {
            addresses: Addresses {
                database: format!("sqlite:{}", part("assize.db")),
                evidence: part("evidence"),
                log: part("log"),
                bucket: Bucket::default(),
            },
            key_file: folder.join("log.key"),
        }
    }
}

/// The folder that a database's file stands in; the present one where it is a server's.
fn folder_of(database: &str) -> PathBuf {
    let file = database.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
    file.and_then(|file| std::path::Path::new(file).parent()).map(PathBuf::from).unwrap_or_default()
}

fn read(path: &std::path::Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    match toml::from_str(&text) {
        Ok(file) => Ok(file),
        Err(error) => bail!("{} is not a configuration: {error}", path.display()),
    }
}
