//! Placeholders: what stands for what the records of an audit say.

use crate::audit::{Audit, leader};
use crate::auditee::{Auditee, Organization, organization_id};
use crate::auditor::Person;
use crate::kernel::id::PersonId;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Language;
use crate::kernel::time::{Date, Period};

/// The names of the placeholders, as they stand between braces.
pub const PLACEHOLDERS: [&str; 8] =
    ["audit", "auditee", "organization", "leader", "client", "period", "criteria", "scope"];

/// The placeholders of a text in its order: what stands between braces and looks like a name. Other braces are just signs.
pub(super) fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| is_name(name))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
}

/// The text with its placeholders filled from the records. What the records do not say yet stays as it stands, for whoever goes on
/// writing to see.
pub(super) fn filled(world: &World, audit: &Audit, language: &Language, text: &str) -> Result<String, Stop> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        out.push_str(before);
        match from.split_once('}') {
            Some((name, after)) if is_name(name) => {
                match value(world, audit, language, name)? {
                    Some(value) => out.push_str(&value),
                    None => out.push_str(&format!("{{{name}}}")),
                }
                rest = after;
            }
            _ => {
                out.push('{');
                rest = from;
            }
        }
    }
    out.push_str(rest);
    Ok(out)
}

fn value(world: &World, audit: &Audit, language: &Language, name: &str) -> Result<Option<String>, Stop> {
    let initiation = audit.initiation.as_ref();
    Ok(match name {
        "audit" => Some(audit.title.to_string()),
        "auditee" => world.find::<Auditee>(audit.auditee)?.map(|auditee| auditee.name.to_string()),
        "organization" => {
            world.find::<Organization>(organization_id())?.map(|organization| organization.name.to_string())
        }
        "leader" => person(world, leader(audit))?,
        "client" => person(world, initiation.map(|initiation| initiation.client))?,
        "period" => Some(period(language, &audit.window)),
        "criteria" => initiation.map(|initiation| {
            initiation.criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }),
        "scope" => initiation.map(|initiation| initiation.scope.to_string()),
        _ => None,
    })
}

fn person(world: &World, person: Option<PersonId>) -> Result<Option<String>, Stop> {
    match person {
        Some(person) => Ok(world.find::<Person>(person)?.map(|person| person.name.to_string())),
        None => Ok(None),
    }
}

fn period(language: &Language, period: &Period) -> String {
    let day = |date: Date| match language.as_str().split('-').next() {
        Some("de") => {
            let text = date.to_string();
            let mut parts = text.split('-').map(|part| part.trim_start_matches('0'));
            let [year, month, day] =
                [parts.next(), parts.next(), parts.next()].map(Option::unwrap_or_default);
            format!("{day}.{month}.{year}")
        }
        _ => date.to_string(),
    };
    match period.to {
        Some(to) if to != period.from => format!("{} – {}", day(period.from), day(to)),
        _ => day(period.from),
    }
}
