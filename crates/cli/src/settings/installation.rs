//! An installation: where its registry is, and what its organizations share of their settings. What each has alone stands in the registry (where its
//! store is) and in a folder of its own (its keys, and an `assize.toml` where it has settings of its own).

use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, bail};
use assize_server::installation::OPEN_MAX;
use assize_store::{HostName, Organization, OrganizationName, Placement, with_password_of};

use super::entrance::Door;
use super::file::File;
use super::{
    CONFIG, EVIDENCE_KEY, LISTEN, LOG_KEY, LOG_LEVEL, SECRET, Settings, file_of, folder_of, stop_notice,
    variable,
};
use crate::args::PlaceArgs;

/// The folder of the organizations, by default.
const ORGANIZATIONS: &str = "organizations";
/// What the address of a database in a file begins with.
const SQLITE: &str = "sqlite:";
/// How often an organization that nobody uses is looked after, by default, in minutes.
const LOOK_ROUND_MINUTES: u64 = 15;
/// And at the least, a day.
const LOOK_ROUND_MINUTES_MAX: u64 = 24 * 60;
/// The most organizations that a server can be told to have open.
const OPEN_MAX_MOST: usize = 4_096;
/// What each organization has alone, and never from the installation: a key, an address or a provider that two shared would make them one.
const OWN: &[&str] = &[
    "public_url",
    "oidc_issuer",
    "oidc_client_id",
    "oidc_client_secret",
    "oidc_name",
    "oidc_just_in_time",
    "oidc_groups",
    "oidc_roles",
];
/// What is the installation's, or stands in its registry: in the file of an organization it would have no effect.
const NOT_OWN: &[&str] = &[
    "store",
    "evidence",
    "log",
    "listen",
    "log_level",
    "stop_notice_seconds",
    "trusted_proxies",
    "tls_certificates",
    "tls_key",
    "installation",
    "organizations",
    "organizations_open_max",
    "look_round_minutes",
    "metrics_listen",
];

/// An installation.
pub(crate) struct Installation {
    /// The address of the registry.
    pub(crate) registry: String,
    /// The folder beneath which each organization has one.
    pub(crate) folder: PathBuf,
    /// Where it is served, unless a flag says otherwise.
    pub(crate) listen: String,
    /// Where what is counted is told, where it is.
    pub(crate) metrics_listen: Option<String>,
    /// What is logged.
    pub(crate) log_level: String,
    /// For how long a server that ends says so beforehand.
    pub(crate) stop_notice: Duration,
    /// How many organizations are open at the most.
    pub(crate) open_max: usize,
    /// How often one that nobody uses is looked after.
    pub(crate) look_round: Duration,
    /// The proxies before it, and its certificates.
    pub(crate) door: Door,
    /// Beneath which place evidence and log of each are, where that is not their folder.
    roots: (Option<String>, Option<String>),
    file: File,
}

impl Installation {
    /// The installation that is named; nothing where none is.
    pub(crate) fn of(args: &PlaceArgs) -> anyhow::Result<Option<Self>> {
        let file = file_of(args)?;
        let said =
            |key: &str| -> anyhow::Result<Option<String>> { Ok(variable(key)?.or_else(|| file.get(key))) };
        let named = match &args.installation {
            Some(address) => Some(address.clone()),
            None => said("installation")?,
        };
        let Some(registry) = named else { return Ok(None) };
        let number = |key: &str, default: u64, most: u64| -> anyhow::Result<u64> {
            let Some(text) = said(key)? else { return Ok(default) };
            match text.trim().parse::<u64>() {
                Ok(number) if (1..=most).contains(&number) => Ok(number),
                _ => bail!("{key} `{text}` is none: give a whole number from 1 to {most}"),
            }
        };
        let minutes = number("look_round_minutes", LOOK_ROUND_MINUTES, LOOK_ROUND_MINUTES_MAX)?;
        let open_max = number("organizations_open_max", OPEN_MAX as u64, OPEN_MAX_MOST as u64)?;
        let folder = said("organizations")?.map(PathBuf::from);
        Ok(Some(Self {
            folder: folder.unwrap_or_else(|| folder_of(&registry).join(ORGANIZATIONS)),
            listen: said("listen")?.unwrap_or_else(|| LISTEN.to_owned()),
            metrics_listen: said("metrics_listen")?,
            log_level: said("log_level")?.unwrap_or_else(|| LOG_LEVEL.to_owned()),
            stop_notice: stop_notice(said("stop_notice_seconds")?)?,
            open_max: usize::try_from(open_max).unwrap_or(OPEN_MAX),
            look_round: Duration::from_secs(minutes * 60),
            door: Door::read(|key| if OWN.contains(&key) { Ok(None) } else { said(key) })?,
            roots: (said("evidence")?, said("log")?),
            registry,
            file,
        }))
    }

    /// The installation, which must be named.
    pub(crate) fn needed(args: &PlaceArgs) -> anyhow::Result<Self> {
        Self::of(args)?.context(
            "no installation is named: give the address of its registry with --installation or ASSIZE_INSTALLATION, like sqlite:installation.db or postgres://assize@db.example/assize",
        )
    }

    /// The folder of an organization: its keys, and its settings where it has any of its own.
    pub(crate) fn folder_of(&self, name: &OrganizationName) -> PathBuf {
        self.folder.join(name.as_str())
    }

    /// Where a new store of an organization stands, as far as that is not said: with the registry on PostgreSQL in a schema of the same
    /// database, else in its folder.
    pub(crate) fn placement(
        &self,
        name: &OrganizationName,
        store: Option<&str>,
        evidence: Option<&str>,
        log: Option<&str>,
    ) -> Placement {
        let folder = self.folder_of(name);
        let part = |name: &str| folder.join(name).display().to_string();
        let store = match store {
            Some(store) => store.to_owned(),
            None if self.registry.starts_with(SQLITE) => format!("{SQLITE}{}", part("assize.db")),
            None => {
                let bare = self.registry.split('?').next().unwrap_or(&self.registry);
                format!("{}?schema={}", without_password(bare), name.schema())
            }
        };
        let beneath = |said: Option<&str>, root: &Option<String>, part_name: &str| match (said, root) {
            (Some(said), _) => said.to_owned(),
            (None, Some(root)) => format!("{}/{name}", root.trim_end_matches('/')),
            (None, None) => part(part_name),
        };
        Placement {
            store,
            evidence: beneath(evidence, &self.roots.0, "evidence"),
            log: beneath(log, &self.roots.1, "log"),
        }
    }

    /// The settings of an organization, where its store is at `at`. `served` is where the server listens, where it does.
    pub(crate) fn settings_at(
        &self,
        organization: &Organization,
        at: &Placement,
        served: Option<SocketAddr>,
    ) -> anyhow::Result<Settings> {
        let folder = self.folder_of(&organization.name);
        let own = own_file(&folder.join(CONFIG))?;
        let site = self.site(organization.hosts.first(), served);
        let said = |key: &str| -> anyhow::Result<Option<String>> {
            let placed = match key {
                "store" => Some(with_password_of(&self.place(&folder, &at.store), &self.registry)),
                "evidence" => Some(self.place(&folder, &at.evidence)),
                "log" => Some(self.place(&folder, &at.log)),
                _ => own.get(key),
            };
            let in_folder = |name: &str| Some(folder.join(name).display().to_string());
            Ok(match (placed, key) {
                (Some(said), _) => Some(said),
                (None, "key_file") => in_folder(LOG_KEY),
                (None, "secret_file") => in_folder(SECRET),
                (None, "evidence_key_file") => in_folder(EVIDENCE_KEY),
                (None, "public_url") => site.clone(),
                (None, own) if OWN.contains(&own) => None,
                (None, shared) => variable(shared)?.or_else(|| self.file.get(shared)),
            })
        };
        // A key in the environment would be that of all of them.
        Settings::read(&said, None).with_context(|| format!("the settings of `{}`", organization.name))
    }

    /// Where a place of an organization is, whose folder is `own`. Where the registry is a file, relative places are taken from the folder of that
    /// file, wherever a command is given. What was noted as standing in the organization's folder, as that was called from there, is found there.
    fn place(&self, own: &Path, said: &str) -> String {
        let (scheme, path) = match said.strip_prefix(SQLITE) {
            Some(path) => (SQLITE, path.strip_prefix("//").unwrap_or(path)),
            None => ("", said),
        };
        let path = Path::new(path);
        if !self.registry.starts_with(SQLITE) || path.is_absolute() || path.to_string_lossy().contains("://")
        {
            return said.to_owned();
        }
        let found = match path.file_name().filter(|_| is_of(own, path)) {
            Some(name) => own.join(name),
            None => folder_of(&self.registry).join(path),
        };
        format!("{scheme}{}", found.display())
    }

    /// The settings of an organization.
    pub(crate) fn settings_of(
        &self,
        organization: &Organization,
        served: Option<SocketAddr>,
    ) -> anyhow::Result<Settings> {
        self.settings_at(organization, &organization.at, served)
    }

    /// Where people reach a host of it: over TLS but where it is served on this machine alone, with nothing before it.
    fn site(&self, host: Option<&HostName>, served: Option<SocketAddr>) -> Option<String> {
        let host = host?;
        if self.door.is_behind_tls() {
            return Some(format!("https://{host}"));
        }
        let port = match served {
            Some(address) => address.port(),
            None => self.listen.rsplit_once(':')?.1.parse().ok()?,
        };
        Some(format!("http://{host}:{port}"))
    }
}

/// Whether a relative path names something in an organization's folder: by the end of the way to it, its own name and that of the folder of them
/// all at the least.
fn is_of(own: &Path, path: &Path) -> bool {
    let is_way = |part: &Component<'_>| matches!(part, Component::CurDir | Component::ParentDir);
    let folder: PathBuf = path.parent().unwrap_or(path).components().skip_while(is_way).collect();
    folder.components().count() > 1 && std::path::absolute(own).is_ok_and(|own| own.ends_with(&folder))
}

/// The configuration file of an organization.
fn own_file(path: &Path) -> anyhow::Result<File> {
    if !path.is_file() {
        return Ok(File::default());
    }
    let file = File::read(path)?;
    if let Some(key) = NOT_OWN.iter().find(|key| file.get(key).is_some()) {
        bail!(
            "{}: `{key}` is not an organization's own: it stands in the registry, or in the settings of the installation",
            path.display()
        );
    }
    Ok(file)
}

/// An address of PostgreSQL without a passphrase, as it was written.
fn without_password(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let Some((who, at)) = rest.rsplit_once('@') else { return address.to_owned() };
    let user = who.split(':').next().unwrap_or(who);
    format!("{scheme}://{user}@{at}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn installation(registry: &str, folder: &Path) -> Installation {
        std::fs::write(
            folder.join("shared.toml"),
            format!(
                "organizations = \"{}\"\nsmtp_url = \"smtps://mail.example\"\nmail_from = \"a@b.example\"\noidc_issuer = \"https://id.example\"\nkey_file = \"shared.key\"\n",
                folder.join("own").display()
            ),
        )
        .unwrap();
        let args = PlaceArgs {
            installation: Some(registry.to_owned()),
            config: Some(folder.join("shared.toml")),
            ..PlaceArgs::default()
        };
        Installation::of(&args).unwrap().unwrap()
    }

    fn organization(installation: &Installation) -> Organization {
        let name: OrganizationName = "fern-hill".parse().unwrap();
        Organization {
            at: installation.placement(&name, None, None, None),
            name,
            state: assize_store::OrganizationState::Open,
            hosts: vec!["fernhill.example".parse().unwrap()],
            to: None,
            old: None,
            changed: 1,
        }
    }

    #[test]
    fn keys_and_ways_in_are_an_organizations_own_and_mail_is_shared() {
        let folder = tempfile::tempdir().unwrap();
        let installation = installation("postgres://ann:s3cret@db.example/assize", folder.path());
        let organization = organization(&installation);
        assert_eq!(organization.at.store, "postgres://ann@db.example/assize?schema=org_fern_hill");
        let settings = installation.settings_of(&organization, None).unwrap();
        let own = folder.path().join("own/fern-hill");
        assert_eq!(settings.key_file, own.join("log.key"), "and not the shared one");
        assert_eq!(settings.addresses.evidence, own.join("evidence").display().to_string());
        assert!(settings.addresses.database.contains("ann:s3cret@"), "as the registry is reached");
        assert!(!settings.database_shown().contains("s3cret"));
        assert!(settings.post.is_set() && settings.evidence_key.is_none());
        let origin = settings.door.origin(&settings.listen);
        assert_eq!(origin, "http://fernhill.example:27007");
        let entrance = settings.door.entrance("127.0.0.1:1".parse().unwrap()).unwrap();
        assert!(entrance.provider.is_none(), "whom one organization believes is not whom all do");
    }

    #[test]
    fn relative_places_are_taken_from_the_folder_of_the_registry() {
        let at = |registry: &str| {
            let args = PlaceArgs { installation: Some(registry.to_owned()), ..PlaceArgs::default() };
            Installation::of(&args).unwrap().unwrap()
        };
        let place = |registry: &str, said: &str| {
            let installation = at(registry);
            installation.place(&installation.folder_of(&"rye".parse().unwrap()), said)
        };
        // As it was noted, and where it is found: beside the registry, from above it, and from a folder beside.
        for noted in ["organizations/rye/assize.db", "srv/organizations/rye/assize.db"] {
            let found = place("sqlite:/srv/installation.db", &format!("sqlite:{noted}"));
            assert_eq!(found, "sqlite:/srv/organizations/rye/assize.db", "{noted}");
        }
        for (registry, noted, found) in [
            (
                "sqlite:installation.db",
                "sqlite:organizations/rye/assize.db",
                "sqlite:organizations/rye/assize.db",
            ),
            ("sqlite:srv/installation.db", "srv/organizations/rye/log", "srv/organizations/rye/log"),
            ("sqlite:../srv/installation.db", "../srv/organizations/rye/log", "../srv/organizations/rye/log"),
            (
                "sqlite:///srv/installation.db",
                "organizations/rye/evidence",
                "/srv/organizations/rye/evidence",
            ),
            ("sqlite:/srv/installation.db", "sqlite:rye/kept.db", "sqlite:/srv/rye/kept.db"),
            ("sqlite:/srv/installation.db", "sqlite:kept.db", "sqlite:/srv/kept.db"),
            ("sqlite:/srv/installation.db", "files/rye", "/srv/files/rye"),
            // What is not relative stands where it is said, and so does what a registry on PostgreSQL says.
            ("sqlite:/srv/installation.db", "sqlite:/elsewhere/rye.db", "sqlite:/elsewhere/rye.db"),
            ("sqlite:/srv/installation.db", "s3://bucket/rye", "s3://bucket/rye"),
            ("sqlite:/srv/installation.db", "postgres://db/a?schema=rye", "postgres://db/a?schema=rye"),
            ("postgres://db/assize", "organizations/rye/log", "organizations/rye/log"),
        ] {
            assert_eq!(place(registry, noted), found, "{noted} in {registry}");
        }
    }

    #[test]
    fn an_organization_has_settings_of_its_own_but_for_what_is_the_installations() {
        let folder = tempfile::tempdir().unwrap();
        let installation = installation("sqlite:installation.db", folder.path());
        let organization = organization(&installation);
        let own = folder.path().join("own/fern-hill");
        std::fs::create_dir_all(&own).unwrap();
        std::fs::write(own.join("assize.toml"), "public_url = \"https://audits.fernhill.example\"\n")
            .unwrap();
        let settings = installation.settings_of(&organization, None).unwrap();
        assert_eq!(settings.door.origin(""), "https://audits.fernhill.example");
        for key in ["store", "trusted_proxies"] {
            std::fs::write(own.join("assize.toml"), format!("{key} = \"x\"\n")).unwrap();
            let error = installation.settings_of(&organization, None).unwrap_err();
            assert!(format!("{error:#}").contains(key), "{error:#}");
        }
    }
}
