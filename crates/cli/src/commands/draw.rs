//! Samples drawn for an audit: declared, seeded, drawn, drawn again.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_cli::work::Processes;
use assize_domain::method::Draw;
use assize_domain::{AnyRecord, Command, Key};
use assize_server::WorkError;
use assize_server::draws::{
    Declared, POPULATION_BYTES_MAX, declaration, population, redo, replaced, replacement, sample,
};
use assize_store::{Act, Store};
use serde_json::{Value, json};

use super::open;
use super::store::operator;
use crate::args::{DeclareArgs, DrawCommands};
use crate::files::read_bounded;
use crate::out::{Answer, happened, malformed, refused};
use crate::settings::Settings;

/// `draw`.
pub(crate) async fn run(settings: &Settings, command: &DrawCommands) -> anyhow::Result<Answer> {
    match command {
        DrawCommands::Declare(args) => declare(settings, args).await,
        DrawCommands::Seed { draw, person } => {
            super::store::give(settings, person.as_deref(), "draw.seed", &json!({ "draw": draw })).await
        }
        DrawCommands::Sample { draw, file, person } => {
            let (store, found) = draw_of(settings, draw).await?;
            let population = match read(file).await? {
                Ok(population) => population,
                Err(no) => return Ok(no),
            };
            match sample(&found, &population, &[]) {
                Err(problems) => Ok(malformed(&problems)),
                Ok(result) => {
                    let body = json!({ "draw": draw, "selected": result.get("selected"), "algorithm": result.get("algorithm") });
                    let answer = give(&store, person.as_deref(), "draw.record", &body).await?;
                    Ok(with_keys(answer, &result, "selected"))
                }
            }
        }
        DrawCommands::Replace { draw, file, item, reason, person } => {
            let item = item.parse().map_err(|error| anyhow::anyhow!("--item: the text {error}"))?;
            let reason = reason.parse().map_err(|error| anyhow::anyhow!("--reason: the text {error}"))?;
            let (store, found) = draw_of(settings, draw).await?;
            let population = match read(file).await? {
                Ok(population) => population,
                Err(no) => return Ok(no),
            };
            let all = replaced(&found, Some((assize_domain::kernel::text::Line::clone(&item), reason)));
            match sample(&found, &population, &all) {
                Err(problems) => Ok(malformed(&problems)),
                Ok(result) => {
                    let reason =
                        all.last().map(|(_, reason)| reason.clone()).context("a reason is missing")?;
                    let body = replacement(found.id(), &item, &reason, &result);
                    let answer = give(&store, person.as_deref(), "draw.replace", &body).await?;
                    Ok(with_keys(answer, &result, "replacements"))
                }
            }
        }
        DrawCommands::Redo { draw, file } => {
            let (_, found) = draw_of(settings, draw).await?;
            match read(file).await? {
                Err(no) => Ok(no),
                Ok(population) => match redo(&found, &population) {
                    Err(problems) => Ok(malformed(&problems)),
                    Ok(again) if again.get("agrees") == Some(&Value::Bool(true)) => {
                        Ok(Answer::done(again, "The same sample comes out."))
                    }
                    Ok(again) => {
                        Ok(Answer::no(again, "Another sample comes out than the one that is recorded."))
                    }
                },
            }
        }
    }
}

async fn declare(settings: &Settings, args: &DeclareArgs) -> anyhow::Result<Answer> {
    let said = |flag: &'static str| move |error| anyhow::anyhow!("{flag}: the text {error}");
    let name = args.name.clone().unwrap_or_else(|| {
        args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    });
    let declared = Declared {
        audit: args.audit.parse().map_err(said("--audit"))?,
        paper: args.paper.as_deref().map(str::parse).transpose().map_err(said("--paper"))?,
        name: name.parse().map_err(said("--name"))?,
        key: args.key.parse().map_err(said("--key"))?,
        value: args.value.as_deref().map(str::parse).transpose().map_err(said("--value"))?,
        stratum: args.stratum.as_deref().map(str::parse).transpose().map_err(said("--stratum"))?,
        completeness: args.completeness.parse().map_err(said("--completeness"))?,
        method: args.method.parse().map_err(said("--method"))?,
        size: args.size,
        basis: args.basis.parse().map_err(said("--basis"))?,
    };
    let population = match read(&args.file).await? {
        Ok(population) => population,
        Err(no) => return Ok(no),
    };
    match declaration(&declared, &population) {
        Err(problems) => Ok(malformed(&problems)),
        Ok(body) => give(&open(settings).await?, args.person.as_deref(), "draw.declare", &body).await,
    }
}

/// A population's file, as the method `draw` takes it; or what is wrong with it.
pub(crate) async fn read(file: &Path) -> anyhow::Result<Result<Value, Answer>> {
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let bytes = read_bounded(opened, &file.display().to_string(), POPULATION_BYTES_MAX)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match population(&Processes::own()?, bytes.into(), &name).await {
        Ok(Ok(population)) => Ok(Ok(population)),
        Ok(Err(problems)) => Ok(Err(malformed(&problems))),
        Err(WorkError::Unfit(why)) => bail!("{} cannot be drawn from: {why}", file.display()),
        Err(WorkError::Failed(why)) => bail!("the worker that reads {} failed: {why}", file.display()),
    }
}

async fn draw_of(settings: &Settings, draw: &str) -> anyhow::Result<(Store, Draw)> {
    let id: assize_domain::kernel::id::DrawId =
        draw.parse().map_err(|error| anyhow::anyhow!("the draw's id {error}"))?;
    let store = open(settings).await?;
    match store.record(Key::of(id)).await?.map(|found| found.record) {
        Some(AnyRecord::Draw(found)) => Ok((store, *found)),
        _ => bail!("no draw has the id {draw}"),
    }
}

async fn give(store: &Store, person: Option<&str>, name: &str, body: &Value) -> anyhow::Result<Answer> {
    let command = match Command::read(name, body) {
        None => bail!("there is no command `{name}`"),
        Some(Err(problems)) => return Ok(malformed(&problems)),
        Some(Ok(command)) => command,
    };
    match store.execute(Act::new(operator(person)?, command)).await {
        Ok(done) => Ok(happened(&done)),
        Err(error) => refused(error),
    }
}

/// The answer with what was drawn beside it.
fn with_keys(mut answer: Answer, result: &Value, key: &str) -> Answer {
    if !answer.is_no {
        let items = result.get(key).and_then(Value::as_array).into_iter().flatten();
        for item in items {
            let line = item.as_str().map_or_else(|| item.to_string(), str::to_owned);
            answer.words.push_str(&format!("\n  {line}"));
        }
        set(&mut answer.json, key, result.get(key).cloned().unwrap_or_default());
    }
    answer
}
