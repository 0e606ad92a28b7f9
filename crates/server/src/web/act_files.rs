//! A form with files: what is given with an answer is taken in first, and is then evidence of the answer.

use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::said::say;
use axum::extract::{Multipart, Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::Value;

use super::act::{EVIDENCE, reader, received, schema, takes_files};
use super::choices::Around;
use super::form::{Posted, Wrong};
use super::sign_in::Coming;
use super::upload::{CONTROL_BYTES_MAX, CONTROLS_MAX, take_in, text, unreadable};
use super::visitor::Visitor;
use crate::app::App;
use crate::problem::{Fault, MALFORMED};

/// How sensitive a file that is given with an answer is taken to be, until somebody classifies it.
const CLASSIFICATION: &str = "confidential";
/// The most files of a form.
const FILES_MAX: usize = 50;

/// `POST /do/{name}/files`: takes the files in and gives the command with them. Where the command is refused, its form comes back with
/// what was taken.
pub(crate) async fn give(
    State(app): State<App>,
    visitor: Visitor,
    coming: Coming,
    Path(name): Path<String>,
    headers: HeaderMap,
    mut form: Multipart,
) -> Result<Response, Fault> {
    let schema = schema(&name)?;
    if !takes_files(&schema) {
        return Err(Fault::not_found(say!("no files are given with `{name}`", name)));
    }
    // Whoever has no business here is told so before what they sent is read.
    visitor.asker.demand_form(&name, &Value::Null).await?;
    let mut posted = Posted::default();
    let mut wrong = Vec::new();
    let (mut controls, mut files) = (0_usize, 0_usize);
    let mut audit: Option<AuditId> = None;
    while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
        controls += 1;
        if controls > CONTROLS_MAX || files > FILES_MAX {
            return Err(Fault::new(&MALFORMED, "the form has too many controls"));
        }
        let control = field.name().unwrap_or_default().to_owned();
        let file = match field.file_name() {
            None => {
                posted.add(control, text(field, CONTROL_BYTES_MAX).await?.replace("\r\n", "\n"));
                continue;
            }
            // A form that is sent without a file sends one without a name.
            Some("") => continue,
            Some(file) => file.to_owned(),
        };
        files += 1;
        // What files are given with stands before them in the form, so that who may not is told so before a file is kept.
        let of = match audit {
            Some(audit) => audit,
            None => audit_of(&app, &visitor, &name, &schema, &posted).await?,
        };
        audit = Some(of);
        let once = posted.filled("once");
        match take_in(&app, &visitor, of, (&file, CLASSIFICATION), once, field).await {
            Ok(evidence) => {
                let evidence = evidence.to_string();
                if !posted.all(EVIDENCE).contains(&evidence) {
                    posted.add(EVIDENCE, evidence);
                }
            }
            Err(fault) if !fault.refusals().is_empty() => {
                wrong.extend(fault.refusals().iter().map(|refusal| Wrong::refused(&visitor.words, refusal)));
            }
            Err(fault) => return Err(fault),
        }
    }
    received(&app, &visitor, &coming, (&name, &headers), &posted.without_spare(), wrong).await
}

/// The audit that the command is given in.
async fn audit_of(
    app: &App,
    visitor: &Visitor,
    name: &str,
    schema: &Value,
    posted: &Posted,
) -> Result<AuditId, Fault> {
    let value = reader(visitor, posted).value(schema, "").unwrap_or_default();
    visitor.asker.demand_form(name, &value).await?;
    let around = Around::of(app, &visitor.asker, name, &value).await?;
    around.audit().ok_or_else(|| {
        Fault::new(&MALFORMED, "the form gives files before what they are given with; send that first")
    })
}
