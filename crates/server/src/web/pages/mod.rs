//! The pages, and the address of each record.

pub(crate) mod audit;
pub(crate) mod desk;
pub(crate) mod programme;
pub(crate) mod records;
pub(crate) mod setup;
mod shown;
pub(crate) mod today;

use assize_domain::{Key, Kind};

/// The page of a record.
pub(crate) fn href(key: Key) -> String {
    let id = key.id.hyphenated();
    match key.kind {
        Kind::Audit => format!("/audits/{id}"),
        Kind::Paper => format!("/papers/{id}"),
        Kind::Programme => format!("/programmes/{id}"),
        other => format!("/records/{other}/{id}"),
    }
}

/// The page that lists the records of a kind.
pub(crate) fn list_href(kind: Kind) -> String {
    match kind {
        Kind::Audit => "/audits".to_owned(),
        Kind::Programme => "/programmes".to_owned(),
        other => format!("/records/{other}"),
    }
}

/// The address of a command's form: with the fields that are known, and the page to come back to.
pub(crate) fn act_href(command: &str, fields: &[(&str, &str)], back: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields);
    if !back.is_empty() {
        query.append_pair("back", back);
    }
    format!("/do/{command}?{}", query.finish())
}
