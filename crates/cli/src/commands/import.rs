//! Documents, Statements of Applicability and audit tests in.

use std::path::Path;

use anyhow::bail;
use assize_cli::bridge::{Adopted, adoptions, builtin_adoptions, set};
use assize_cli::counts::counted;
use assize_cli::work::Processes;
use assize_intake::Limits;
use assize_server::{SoaRead, WorkError, Workers as _};
use bytes::Bytes;
use serde_json::{Value, json};

use super::store::{give, read};
use super::{documents, tables};
use crate::args::ImportCommands;
use crate::files;
use crate::out::{Answer, malformed};
use crate::settings::Settings;

/// `import`.
pub(crate) async fn run(settings: &Settings, args: &ImportCommands) -> anyhow::Result<Answer> {
    match args {
        ImportCommands::Documents { folder, audit, person } => {
            documents::import(settings, folder, audit, person.as_deref()).await
        }
        ImportCommands::Soa { file, auditee, label, dated, source, criteria, person } => {
            let body = json!({ "auditee": auditee, "label": label, "dated": dated, "criteria": criteria, "source": source });
            soa(settings, file, body, person.as_deref()).await
        }
        ImportCommands::Store { from, check } => super::whole::import(settings, from, *check).await,
        ImportCommands::Tests => tests(settings).await,
        ImportCommands::Table(args) => tables::table(settings, args).await,
        ImportCommands::Calendar { file, person, dry_run, behalf } => {
            tables::calendar(settings, file, person, *dry_run, behalf.as_deref()).await
        }
        ImportCommands::Claims { file, audit, title, source, classification, dry_run, person } => {
            let said = tables::SaidOfClaims { audit, title, source, classification, dry_run: *dry_run };
            tables::claims(settings, file, &said, person.as_deref()).await
        }
    }
}

/// The commands that adopt the built-in catalogue.
pub(crate) fn builtin() -> anyhow::Result<Vec<(&'static str, Value)>> {
    builtin_adoptions().map_err(faults)
}

fn faults(problems: Vec<assize_catalogue::Problem>) -> anyhow::Error {
    let list: Vec<String> = problems.iter().map(|problem| format!("  {problem}")).collect();
    anyhow::anyhow!("the built-in catalogue has faults:\n{}", list.join("\n"))
}

async fn tests(settings: &Settings) -> anyhow::Result<Answer> {
    let catalogue = assize_catalogue::Catalogue::builtin().map_err(faults)?;
    let mut counts = Adopted::default();
    for (name, body) in adoptions(&catalogue) {
        let answer = give(settings, None, name, &body).await?;
        if answer.is_no {
            return Ok(answer);
        }
        counts.count(&answer.json);
    }
    let Adopted { sets: _, tests, mappings, trails, retired } = counts;
    let already = catalogue.tests().len() - tests;
    let words = format!(
        "{}, {} and {} were adopted, {} before; {} retired.",
        counted(tests, "audit test", "audit tests"),
        counted(mappings, "mapping", "mappings"),
        counted(trails, "trail", "trails"),
        counted(already, "test was", "tests were"),
        counted(retired, "older version was", "older versions were")
    );
    let json = json!({ "adopted": tests, "already": already, "mappings": mappings, "trails": trails, "retired": retired });
    Ok(Answer::done(json, words))
}

async fn soa(
    settings: &Settings,
    file: &Path,
    mut body: Value,
    person: Option<&str>,
) -> anyhow::Result<Answer> {
    let bytes = Bytes::from(files::read(file, Limits::INPUT_BYTES_MAX)?);
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or("file");
    match Processes::own()?.read_soa(bytes, name).await {
        Ok(SoaRead::Rows(rows)) => set(&mut body, "rows", rows),
        Ok(SoaRead::Problems(problems)) => {
            // What is said of the file is read all the same, so that everything is named at once.
            set(&mut body, "rows", json!([]));
            let said = read("soa.enter", &body).err().unwrap_or_default();
            return Ok(malformed(&[said, problems].concat()));
        }
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => bail!("{}: {why}", file.display()),
    }
    give(settings, person, "soa.enter", &body).await
}
