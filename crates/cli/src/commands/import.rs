//! Documents, Statements of Applicability and audit tests in.

use std::path::Path;

use anyhow::bail;
use assize_cli::bridge::{builtin_tests, happened, set};
use assize_cli::work::Processes;
use assize_intake::Limits;
use assize_server::{SoaRead, WorkError, Workers as _};
use bytes::Bytes;
use serde_json::{Value, json};

use super::documents;
use super::store::{give, read};
use crate::args::ImportCommands;
use crate::files;
use crate::out::{Answer, malformed};
use crate::settings::Settings;

/// How many audit tests are adopted in one act.
const TESTS_AT_ONCE: usize = 100;

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
        ImportCommands::Tests => tests(settings).await,
    }
}

/// The tests of the built-in catalogue, as they are adopted.
pub(crate) fn audit_tests() -> anyhow::Result<Value> {
    builtin_tests().map_err(|problems| {
        let list: Vec<String> = problems.iter().map(|problem| format!("  {problem}")).collect();
        anyhow::anyhow!("the built-in catalogue has faults:\n{}", list.join("\n"))
    })
}

async fn tests(settings: &Settings) -> anyhow::Result<Answer> {
    let tests = audit_tests()?;
    let tests = tests.as_array().map(Vec::as_slice).unwrap_or_default();
    let (mut adopted, mut retired) = (0, 0);
    for part in tests.chunks(TESTS_AT_ONCE) {
        let answer = give(settings, None, "test.adopt", &json!({ "tests": part })).await?;
        if answer.is_no {
            return Ok(answer);
        }
        adopted += happened(&answer.json, "test.adopted");
        retired += happened(&answer.json, "test.retired");
    }
    let already = tests.len() - adopted;
    let words = format!(
        "{adopted} audit tests were adopted, {already} were before; {retired} older versions were retired."
    );
    Ok(Answer::done(json!({ "adopted": adopted, "already": already, "retired": retired }), words))
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
