//! Where organizations stand, and when two places are one, or one is within the other.
//!
//! A place can be written in more than one way: with a stroke at its end, from where a command is given, over a link. Whoever removes what stands
//! at a place has to know what else stands there. So places are compared by where they lead, and never by how they are written.

use std::path::{Component, Path, PathBuf};

use url::Url;

use super::{Organization, Placement};

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
struct Spot {
    /// What it is part of: the folders of this machine, the buckets, a server of databases.
    within: String,
    /// The way to it in there, from the outermost part.
    way: Vec<String>,
    /// The end of the way, where no more was said: from which folder, whoever noted it knew.
    end: Option<Vec<String>>,
}

impl Spot {
    fn of(address: &str) -> Self {
        if let Some(bucket) = address.strip_prefix("s3://") {
            let parts = bucket.split('/').filter(|part| !part.is_empty() && *part != ".");
            return Self { within: "s3".to_owned(), way: parts.map(str::to_owned).collect(), end: None };
        }
        if let Some(spot) = Self::of_postgres(address) {
            return spot;
        }
        let file = address.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        let path = Path::new(file.unwrap_or(address));
        let parts = |path: &Path| -> Vec<String> {
            path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
        };
        let named = |path: &Path| {
            path.components().filter(|part| matches!(part, Component::Normal(_))).collect::<PathBuf>()
        };
        let end = path.is_relative().then(|| parts(&named(path)));
        Self { within: "folders".to_owned(), way: parts(&real(path)), end }
    }

    /// A schema of PostgreSQL; whose user it is reached as says nothing of where it is.
    fn of_postgres(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "postgres" | "postgresql"))?;
        let said = |wanted: &str| {
            url.query_pairs().find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
        };
        let host = said("host").or_else(|| url.host_str().map(str::to_owned)).unwrap_or_default();
        let port = said("port").unwrap_or_else(|| url.port().unwrap_or(5432).to_string());
        let database = said("dbname").unwrap_or_else(|| url.path().trim_matches('/').to_owned());
        let schema = said("schema").unwrap_or_else(|| "public".to_owned());
        Some(Self {
            within: format!("postgres {}:{port}", host.to_ascii_lowercase()),
            way: vec![database, schema],
            end: None,
        })
    }

    /// Whether it is the other, or one of both is within the other; also where that may be, since of one of them the end is known alone.
    fn overlaps(&self, other: &Self) -> bool {
        let may_be = |one: &Self, other: &Self| match (&one.end, &other.end) {
            (Some(end), None) => other.way.ends_with(end),
            _ => false,
        };
        self.within == other.within
            && (self.way.iter().zip(&other.way).all(|(one, other)| one == other)
                || may_be(self, other)
                || may_be(other, self))
    }
}

/// A path from the root and over no link, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let found = whole.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    let Some((above, mut real)) = found else { return whole };
    for part in whole.strip_prefix(above).unwrap_or(&whole).components() {
        match part {
            Component::Normal(part) => real.push(part),
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    real
}

/// Whether two addresses lead to one place.
#[must_use]
pub fn is_same_place(one: &str, other: &str) -> bool {
    let (one, other) = (Spot::of(one), Spot::of(other));
    one.within == other.within && one.way == other.way
}

/// Whether two addresses lead to one place, or one to a place within the other: whoever removes what is at one may meet what is at the other.
#[must_use]
pub fn places_overlap(one: &str, other: &str) -> bool {
    Spot::of(one).overlaps(&Spot::of(other))
}

impl Placement {
    /// Its places.
    #[must_use]
    pub fn places(&self) -> [&str; 3] {
        [&self.store, &self.evidence, &self.log]
    }

    /// Those of its places that are not where the same is now.
    pub(super) fn new_after(&self, now: &Self) -> Vec<&str> {
        let pairs = self.places().into_iter().zip(now.places());
        pairs.filter(|(place, now)| !is_same_place(place, now)).map(|(place, _)| place).collect()
    }
}

/// What is said of two places of which one is in the way of the other.
const ONE: &str = "are one place, or one of them is within the other";

/// Says which of some places is in the way of where organizations stand, are moved to, or stood and are kept; nothing where none is.
pub(super) fn in_the_way<'o>(
    places: &[&str],
    organizations: impl IntoIterator<Item = &'o Organization>,
) -> Option<String> {
    let wanted: Vec<(&str, Spot)> = places.iter().map(|place| (*place, Spot::of(place))).collect();
    for organization in organizations {
        let all = [Some(&organization.at), organization.to.as_ref(), organization.old.as_ref()];
        for (there, what) in all
            .into_iter()
            .flatten()
            .flat_map(|at| at.places().into_iter().zip(["database", "evidence", "log"]))
        {
            let spot = Spot::of(there);
            if let Some((place, _)) = wanted.iter().find(|(_, wanted)| wanted.overlaps(&spot)) {
                return Some(format!(
                    "`{place}` and `{there}`, which is for the {what} of `{}`, {ONE}",
                    organization.name
                ));
            }
        }
    }
    None
}

/// Says which of some places are in the way of each other; nothing where none is.
pub(super) fn in_each_others_way(places: &[&str]) -> Option<String> {
    let mut before: Vec<(&str, Spot)> = Vec::new();
    for place in places {
        let spot = Spot::of(place);
        if let Some((other, _)) = before.iter().find(|(_, before)| before.overlaps(&spot)) {
            return Some(format!("`{other}` and `{place}` {ONE}"));
        }
        before.push((*place, spot));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display().to_string();
        std::fs::create_dir(folder.path().join("there")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("there"), folder.path().join("link")).unwrap();
        let absolute = std::path::absolute("own/evidence").unwrap().display().to_string();
        let in_folder = |way: &str| format!("{at}/{way}");
        for (one, other) in [
            ("s3://b/x".to_owned(), "s3://b/x/".to_owned()),
            ("s3://b".to_owned(), "s3://b/".to_owned()),
            ("own/evidence".to_owned(), format!("{absolute}/")),
            ("./own//evidence".to_owned(), "own/evidence".to_owned()),
            (in_folder("there/new"), in_folder("link/new")),
            (in_folder("there/new"), in_folder("none/../there/./new")),
            ("sqlite:a.db".to_owned(), "sqlite://./a.db".to_owned()),
            (
                "postgres://ann@DB.example/a?schema=x".to_owned(),
                "postgresql://bob@db.example:5432/a?sslmode=require&schema=x".to_owned(),
            ),
        ] {
            assert!(is_same_place(&one, &other), "{one} {other}");
            assert!(places_overlap(&one, &other), "{one} {other}");
        }
        for (one, other) in [
            ("s3://b", "s3://b/acme"),
            ("own", "own/evidence"),
            ("own", "sqlite:own/a.db"),
            // From which folder the one was noted is not known.
            ("./own/evidence", "/elsewhere/own/evidence"),
            ("sqlite:own/a.db", "sqlite:/elsewhere/own/a.db"),
        ] {
            assert!(!is_same_place(one, other), "{one} {other}");
            assert!(places_overlap(one, other) && places_overlap(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("s3://b/acme", "s3://b/acme-2"),
            ("s3://b", "s3://c"),
            ("own/evidence", "own/log"),
            ("own/evidence", "/elsewhere/evidence"),
            ("s3://b/x", "b/x"),
            ("postgres://db/a?schema=x", "postgres://db/a?schema=y"),
            ("postgres://db/a?schema=x", "postgres://db/b?schema=x"),
            ("postgres://db/a?schema=x", "postgres://db:5433/a?schema=x"),
        ] {
            assert!(!places_overlap(one, other), "{one} {other}");
        }
    }
}
