//! Many commands by one process: JSON Lines in, an answer a line out, each as soon as its act is durable. Whoever writes
//! the next line may have read the answer to the last.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_cli::counts::counted;
use assize_domain::Actor;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Said, listed, say};
use assize_store::Store;
use serde_json::{Map, Value, json};

use super::open;
use super::store::{BODY_BYTES_MAX, give_to, operator, read};
use crate::args::ActArgs;
use crate::out::{Answer, malformed};
use crate::settings::Settings;

/// The fields of a line.
const FIELDS: [&str; 3] = ["name", "body", "as"];

/// `act --batch`.
pub(crate) async fn run(
    settings: &Settings,
    args: &ActArgs,
    file: &Path,
    as_json: bool,
) -> anyhow::Result<Answer> {
    let actor = operator(args.person.as_deref())?;
    let mut lines: Box<dyn BufRead> = if file == Path::new("-") {
        Box::new(BufReader::new(io::stdin()))
    } else {
        let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
        Box::new(BufReader::new(opened))
    };
    let store = open(settings).await?;
    let (mut number, mut done, mut refused) = (0_u64, 0_u64, 0_u64);
    while let Some(line) = next_line(&mut lines, number + 1)? {
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let mut answer = one(&store, &actor, &line).await.with_context(|| format!("line {number}"))?;
        set(&mut answer.json, "line", number);
        if answer.is_no {
            refused += 1;
            answer.words = format!("line {number}: {}", answer.words);
        } else {
            done += 1;
        }
        answer.print(as_json)?;
        if answer.is_no && !args.keep_going {
            break;
        }
    }
    store.close().await;
    if as_json {
        return Ok(Answer { is_no: refused > 0, ..Answer::silent() });
    }
    let words = format!(
        "{}, {}.",
        counted(done, "command was done", "commands were done"),
        counted(refused, "was not", "were not")
    );
    Ok(Answer { is_no: refused > 0, ..Answer::done(Value::Null, words) })
}

/// The next line, without its end; nothing after the last.
fn next_line(lines: &mut dyn BufRead, number: u64) -> anyhow::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let read = lines.take(BODY_BYTES_MAX + 1).read_until(b'\n', &mut line);
    read.with_context(|| format!("line {number} cannot be read"))?;
    if line.len() as u64 > BODY_BYTES_MAX {
        bail!("line {number} is longer than {BODY_BYTES_MAX} bytes; give that command by itself");
    }
    Ok(Some(line).filter(|line| !line.is_empty()))
}

/// What became of a line: done, refused by the law, or not understood.
async fn one(store: &Store, actor: &Actor, line: &[u8]) -> anyhow::Result<Answer> {
    match command_of(actor, line) {
        Ok((actor, name, body)) => match read(&name, &body) {
            Ok(command) => give_to(store, actor, command).await,
            Err(problems) => Ok(malformed(&problems)),
        },
        Err(problems) => Ok(malformed(&problems)),
    }
}

fn command_of(actor: &Actor, line: &[u8]) -> Result<(Actor, String, Value), Vec<Problem>> {
    let line: Map<String, Value> = serde_json::from_slice(line).map_err(|error| {
        let what = Said::data(format!("the line is not a JSON object: {error}"));
        vec![Problem::new(
            format!("column {}", error.column()),
            what,
            "write {\"name\": ..., \"body\": {...}}",
        )]
    })?;
    let mut problems: Vec<Problem> = line
        .keys()
        .filter(|key| !FIELDS.contains(&key.as_str()))
        .map(|key| {
            let hint = say!("use only {known}", known = listed(FIELDS));
            Problem::new(format!("/{key}"), say!("`{key}` is not known here", key), hint)
        })
        .collect();
    let name = line.get("name").and_then(Value::as_str);
    if name.is_none() {
        problems.push(Problem::new("/name", "`name` is missing, or no text", "give the command's name"));
    }
    let actor = match line.get("as") {
        None | Some(Value::Null) => Some(actor.clone()),
        Some(person) => person.as_str().and_then(|person| operator(Some(person)).ok()),
    };
    if actor.is_none() {
        problems.push(Problem::new(
            "/as",
            "`as` is not the id of a person",
            "give the id of somebody registered",
        ));
    }
    match (actor, name) {
        (Some(actor), Some(name)) if problems.is_empty() => {
            let body = line.get("body").cloned().unwrap_or_else(|| json!({}));
            Ok((actor, name.to_owned(), body))
        }
        _ => Err(problems),
    }
}
