//! Tables that come back, lists, calendars and claims: looked at, and taken in.

use std::path::Path;

use anyhow::anyhow;
use assize_cli::counts::counted;
use assize_cli::work::Processes;
use assize_domain::Actor;
use assize_intake::Limits;
use assize_server::claims::ClaimsIn;
use assize_server::tables::{TableIn, TableOver};
use bytes::Bytes;
use serde_json::{Value, json};

use super::open;
use crate::args::TableArgs;
use crate::files;
use crate::out::Answer;
use crate::settings::Settings;

/// `import table`.
pub(crate) async fn table(settings: &Settings, args: &TableArgs) -> anyhow::Result<Answer> {
    let over = over(args)?;
    let (name, bytes) = file(&args.file)?;
    let table = TableIn {
        over,
        name,
        bytes,
        reason: args.reason.clone(),
        label: args.label.clone(),
        dated: args.dated.clone(),
        employer: args.employer.clone(),
        zone: args.zone.clone(),
        is_dry_run: args.dry_run,
    };
    taken(settings, table, args.person.as_deref()).await
}

/// `import calendar`.
pub(crate) async fn calendar(
    settings: &Settings,
    path: &Path,
    person: &str,
    dry_run: bool,
    behalf: Option<&str>,
) -> anyhow::Result<Answer> {
    let (name, bytes) = file(path)?;
    let table = TableIn {
        over: TableOver::Person(id(person)?),
        name,
        bytes,
        reason: String::new(),
        label: String::new(),
        dated: String::new(),
        employer: String::new(),
        zone: String::new(),
        is_dry_run: dry_run,
    };
    taken(settings, table, behalf).await
}

/// What is said of a file of claims.
pub(crate) struct SaidOfClaims<'s> {
    pub(crate) audit: &'s str,
    pub(crate) title: &'s str,
    pub(crate) source: &'s str,
    pub(crate) classification: &'s str,
    pub(crate) dry_run: bool,
}

/// `import claims`.
pub(crate) async fn claims(
    settings: &Settings,
    path: &Path,
    said: &SaidOfClaims<'_>,
    person: Option<&str>,
) -> anyhow::Result<Answer> {
    let (name, bytes) = file(path)?;
    let store = open(settings).await?;
    let workers = Processes::own()?;
    let claims = ClaimsIn {
        audit: id(said.audit)?,
        name,
        bytes,
        title: said.title.to_owned(),
        source: said.source.to_owned(),
        classification: said.classification.to_owned(),
        is_dry_run: said.dry_run,
    };
    let read = assize_server::claims::take_in(&store, &workers, actor(person)?, claims).await;
    let json = read.map_err(anyhow::Error::msg)?;
    let count = json.get("claims").and_then(Value::as_array).map_or(0, Vec::len);
    let placed = json.get("placed").and_then(Value::as_u64).unwrap_or_default();
    let verb = if said.dry_run { "would be taken" } else { "were taken" };
    let mut words = format!("{count} claims {verb}; {placed} are about a requirement of the audit.");
    for puzzle in json.get("not_understood").and_then(Value::as_array).into_iter().flatten() {
        let part = |name: &str| puzzle.get(name).and_then(Value::as_str).unwrap_or_default();
        words.push_str(&format!("\n  {}: {} {}", part("place"), part("what"), part("said")));
    }
    Ok(Answer::done(json, words))
}

async fn taken(settings: &Settings, table: TableIn, person: Option<&str>) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let workers = Processes::own()?;
    let (name, dry_run) = (table.name.clone(), table.is_dry_run);
    let came = assize_server::tables::take_in(&store, &workers, actor(person)?, table).await;
    let (json, is_fine) = came.map_err(anyhow::Error::msg)?;
    let words = told(&json, &name, dry_run);
    Ok(if is_fine { Answer::done(json, words) } else { Answer::no(json, words) })
}

/// What would change or did, row by row.
fn told(json: &Value, name: &str, dry_run: bool) -> String {
    let text = |value: &Value, name: &str| {
        value.get(name).and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
    };
    let list = |value: &Value, name: &str| -> Vec<Value> {
        value.get(name).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    if let Some(reason) = json.get("unfit").and_then(Value::as_str) {
        return format!("{name}: {reason}");
    }
    let mut words = String::new();
    for row in list(json, "rows") {
        let number = row.get("row").and_then(Value::as_u64).unwrap_or_default();
        let sheet = text(&row, "sheet");
        let place = if sheet.is_empty() { format!("row {number}") } else { format!("{sheet}, row {number}") };
        words.push_str(&format!("{place}: {}\n", text(&row, "title")));
        for cell in list(&row, "cells") {
            let left = if cell.get("taken") == Some(&json!(false)) { "  (not taken)" } else { "" };
            let (column, from, to) = (text(&cell, "column"), text(&cell, "from"), text(&cell, "to"));
            words.push_str(&format!("  {column}: {from:?} -> {to:?}{left}\n"));
        }
        for wrong in list(&row, "wrong") {
            words.push_str(&format!("  ! {} {}\n", text(&wrong, "column"), text(&wrong, "what")));
        }
    }
    for wrong in list(json, "wrong") {
        words.push_str(&format!("! {}\n", text(&wrong, "what")));
    }
    let count = json.get("taken").and_then(Value::as_u64).unwrap_or_default();
    let is_taken = json.get("at").is_some();
    words.push_str(&match (count, is_taken, json.get("can_be_taken") == Some(&json!(true))) {
        (0, ..) => "Nothing differs that could be taken.".to_owned(),
        (_, true, _) => format!("{} taken.", counted(count, "row was", "rows were")),
        (_, false, true) if dry_run => format!("{} would be taken.", counted(count, "row", "rows")),
        _ => format!(
            "Nothing was taken: {}.",
            counted(
                count,
                "row differs, and something is wrong with it",
                "rows differ, and something is wrong with them"
            )
        ),
    });
    words
}

fn over(args: &TableArgs) -> anyhow::Result<TableOver> {
    Ok(match (&args.audit, &args.programme, &args.statement, &args.auditee) {
        (Some(audit), ..) => TableOver::Audit(id(audit)?),
        (_, Some(programme), ..) => TableOver::Programme(id(programme)?),
        (_, _, Some(statement), _) => TableOver::Statement(id(statement)?),
        (.., Some(auditee)) => TableOver::Auditee(id(auditee)?),
        _ => TableOver::People,
    })
}

fn id<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> anyhow::Result<T> {
    text.parse().map_err(|error| anyhow!("`{text}` {error}"))
}

fn actor(person: Option<&str>) -> anyhow::Result<Actor> {
    Ok(Actor::Operator { on_behalf_of: person.map(id).transpose()? })
}

fn file(path: &Path) -> anyhow::Result<(String, Bytes)> {
    let bytes = Bytes::from(files::read(path, Limits::INPUT_BYTES_MAX)?);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("file").to_owned();
    Ok((name, bytes))
}
