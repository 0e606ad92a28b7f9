//! Templates of documents: looked at, adopted as the operator, and what may stand in them.

use std::path::Path;

use assize_cli::work::{Processes, placeholders};
use assize_domain::document::{DocumentKind, TEMPLATE_BYTES_MAX};
use assize_server::{WorkError, Workers as _, template_refusal};
use assize_store::{Act, ActError};
use bytes::Bytes;
use serde_json::{Value, json};

use super::open;
use super::store::{operator, read};
use crate::args::TemplateCommands;
use crate::files::read as read_file;
use crate::out::{Answer, happened, malformed, refused};
use crate::settings::Settings;

/// `template`.
pub(crate) async fn run(settings: &Settings, args: &TemplateCommands) -> anyhow::Result<Answer> {
    match args {
        TemplateCommands::Names { kind } => Ok(names(kind_of(kind)?)),
        TemplateCommands::Check { file, kind } => match looked_at(file, kind_of(kind)?).await? {
            Ok(_) => Ok(Answer::done(
                json!({ "file": file.display().to_string(), "fits": true }),
                format!("{} can be a template.", file.display()),
            )),
            Err(error) => refused(error),
        },
        TemplateCommands::Adopt { file, kind, name, person } => {
            let kind = kind_of(kind)?;
            let bytes = match looked_at(file, kind).await? {
                Ok(bytes) => bytes,
                Err(error) => return refused(error),
            };
            let store = open(settings).await?;
            let length = bytes.len();
            let stored = store.blobs().put(bytes).await?;
            let body =
                json!({ "kind": kind.word(), "name": name.trim(), "sha256": stored.sha256, "bytes": length });
            let command = match read("template.adopt", &body) {
                Ok(command) => command,
                Err(problems) => return Ok(malformed(&problems)),
            };
            match store.execute(Act::new(operator(person.as_deref())?, command)).await {
                Ok(done) => Ok(happened(&done)),
                Err(error) => refused(error),
            }
        }
    }
}

fn kind_of(kind: &str) -> anyhow::Result<DocumentKind> {
    kind.parse().map_err(|error| anyhow::anyhow!("`{kind}` {error}"))
}

/// The bytes of a file that can be a template; else the refusals.
async fn looked_at(file: &Path, kind: DocumentKind) -> anyhow::Result<Result<Bytes, ActError>> {
    let bytes = Bytes::from(read_file(file, u64::from(TEMPLATE_BYTES_MAX))?);
    match Processes::own()?.look_at_template(bytes.clone(), kind).await {
        Ok(flaws) if flaws.is_empty() => Ok(Ok(bytes)),
        Ok(flaws) => Ok(Err(ActError::Refused(flaws.iter().map(template_refusal).collect()))),
        Err(WorkError::Unfit(why) | WorkError::Failed(why)) => {
            anyhow::bail!("the file could not be looked at: {why}")
        }
    }
}

fn names(kind: DocumentKind) -> Answer {
    let all = placeholders(kind);
    let rows = all.iter().map(|(name, about)| json!({ "name": name, "about": about }));
    let json = json!({ "kind": kind.word(), "placeholders": rows.collect::<Value>() });
    let lines: Vec<String> = all.iter().map(|(name, about)| format!("{name:<40} {about}")).collect();
    Answer::done(json, lines.join("\n"))
}
