//! The pages, and the address of each record.

pub(crate) mod access;
pub(crate) mod accounts;
pub(crate) mod audit;
pub(crate) mod auditee;
pub(crate) mod away;
pub(crate) mod catalogue;
pub(crate) mod catalogue_edit;
pub(crate) mod catalogue_import;
pub(crate) mod checklist;
pub(crate) mod claims;
pub(crate) mod desk;
pub(crate) mod documents;
pub(crate) mod documents_review;
pub(crate) mod door;
pub(crate) mod doors;
pub(crate) mod dossier;
pub(crate) mod draws;
pub(crate) mod feeds;
pub(crate) mod field;
mod fieldwork;
pub(crate) mod files;
pub(crate) mod findings;
pub(crate) mod help;
pub(crate) mod letterhead;
pub(crate) mod mail;
pub(crate) mod meetings;
pub(crate) mod methods;
pub(crate) mod own;
pub(crate) mod people;
pub(crate) mod plan;
pub(crate) mod plan_change;
pub(crate) mod plan_print;
pub(crate) mod programme;
pub(crate) mod records;
mod released;
pub(crate) mod report;
pub(crate) mod search;
pub(crate) mod security;
pub(crate) mod settings;
pub(crate) mod setup;
mod shown;
pub(crate) mod spot;
pub(crate) mod tables;
pub(crate) mod team;
pub(crate) mod technical;
pub(crate) mod templates;
pub(crate) mod texts;
pub(crate) mod today;
mod trails;
pub(crate) mod verify;
pub(crate) mod webhooks;
pub(crate) mod work;

use assize_domain::{Key, Kind};

/// The page of a record.
pub(crate) fn href(key: Key) -> String {
    let id = key.id.hyphenated();
    match key.kind {
        Kind::Audit => format!("/audits/{id}"),
        // Their pages are found by what they call themselves, and lead there from the record.
        Kind::AuditTest => format!("/catalogue/tests/{id}"),
        Kind::AuditTrail => format!("/catalogue?trail={id}"),
        Kind::CriteriaSet => format!("/catalogue?set={id}"),
        Kind::Auditee => format!("/auditees/{id}"),
        Kind::Draw => format!("/draws/{id}"),
        Kind::Finding => format!("/findings/{id}"),
        Kind::Paper => format!("/papers/{id}"),
        Kind::Person => format!("/people/{id}"),
        Kind::Programme => format!("/programmes/{id}"),
        Kind::Report => format!("/reports/{id}"),
        _ => record_href(key),
    }
}

/// A record as it is, with its history.
pub(crate) fn record_href(key: Key) -> String {
    format!("/records/{}/{}", key.kind, key.id.hyphenated())
}

/// The page that lists the records of a kind.
pub(crate) fn list_href(kind: Kind) -> String {
    match kind {
        Kind::Audit => "/audits".to_owned(),
        Kind::Auditee => "/auditees".to_owned(),
        Kind::Person => "/people".to_owned(),
        Kind::Finding => "/findings".to_owned(),
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
