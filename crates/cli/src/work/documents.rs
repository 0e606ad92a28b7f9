//! Documents beside the report, and templates: the jobs as a worker does them.

use assize_domain::document::{DocumentContent, DocumentKind};
use assize_domain::report_content::ReportContent;
use assize_report::{
    AtPlace, FillError, Marking, RenderContext, RenderError, SignedBy, check_template, fill_document,
    fill_report,
};
use assize_server::{TemplatePlace, WorkError};
use serde::Deserialize;
use serde_json::Value;

use super::{LookJob, TemplateFlaw, bytes_of, context};

/// A document, and when and how it is made.
#[derive(Deserialize)]
struct MadeJob {
    content: Value,
    millis: i64,
    draft: bool,
    #[serde(default)]
    signatures: Vec<SignedBy>,
    look: Option<LookJob>,
    /// What the content is of, where a template is filled: `document` or `report`.
    #[serde(default)]
    of: String,
    /// The template, in hexadecimal.
    #[serde(default)]
    file: String,
}

impl MadeJob {
    fn context(&mut self) -> Result<RenderContext, String> {
        let marking = if self.draft { Marking::Draft } else { Marking::Final };
        let signatures = std::mem::take(&mut self.signatures);
        Ok(RenderContext { signatures, ..context(self.millis, marking, self.look.take())? })
    }
}

/// A file that is to be a template.
#[derive(Deserialize)]
struct CheckJob {
    file: String,
    kind: DocumentKind,
}

/// Makes a document by `make`.
pub(super) fn made(
    bytes: &[u8],
    make: fn(&DocumentContent, &RenderContext) -> Result<Vec<u8>, RenderError>,
) -> Result<Vec<u8>, String> {
    let mut job: MadeJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let context = job.context()?;
    let content = serde_json::from_value(job.content).map_err(|error| error.to_string())?;
    make(&content, &context).map_err(|error| error.to_string())
}

/// Fills a template.
pub(super) fn filled(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut job: MadeJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let context = job.context()?;
    let file = bytes_of(&job.file).ok_or("the template cannot be read")?;
    let said = |error: serde_json::Error| error.to_string();
    let filled: Result<Vec<u8>, FillError> = if job.of == "report" {
        let content: ReportContent = serde_json::from_value(job.content).map_err(said)?;
        fill_report(&file, &content, &context)
    } else {
        let content: DocumentContent = serde_json::from_value(job.content).map_err(said)?;
        fill_document(&file, &content, &context)
    };
    filled.map_err(|error| error.to_string())
}

/// Looks at a template: the list of what is wrong with it.
pub(super) fn checked(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let job: CheckJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let file = bytes_of(&job.file).ok_or("the template cannot be read")?;
    let flaws = check_template(&file, job.kind).err().unwrap_or_default();
    serde_json::to_vec(&flaws).map_err(|error| error.to_string())
}

/// The list of what is wrong with a template, as a worker gave it.
pub(super) fn flaws(answer: &[u8]) -> Result<Vec<TemplateFlaw>, WorkError> {
    let flaws: Vec<assize_report::TemplateFlaw> =
        serde_json::from_slice(answer).map_err(|error| WorkError::Failed(error.to_string()))?;
    Ok(flaws.into_iter().map(flaw).collect())
}

fn flaw(flaw: assize_report::TemplateFlaw) -> TemplateFlaw {
    use assize_report::TemplateFlaw as Found;
    match flaw {
        Found::NoWordFile => TemplateFlaw::NoWordFile,
        Found::Damaged { part } => TemplateFlaw::Damaged(part),
        Found::TooLarge => TemplateFlaw::TooLarge,
        Found::Active { what } => TemplateFlaw::Active(what),
        Found::Outside { target } => TemplateFlaw::Outside(target),
        Found::Declares { part } => TemplateFlaw::Declares(part),
        Found::Unknown(at) => TemplateFlaw::Unknown(place(at)),
        Found::Unclosed(at) => TemplateFlaw::Unclosed(place(at)),
        Found::Unopened(at) => TemplateFlaw::Unopened(place(at)),
        Found::Crossed(at) => TemplateFlaw::Crossed(place(at)),
    }
}

fn place(at: AtPlace) -> TemplatePlace {
    TemplatePlace { token: at.token, part: at.part, paragraph: at.paragraph, meant: at.meant }
}

/// What may stand in a template of a kind of document, and what it stands for; what is within a list between its ends.
#[must_use]
pub fn placeholders(kind: DocumentKind) -> Vec<(String, &'static str)> {
    let mut all = Vec::new();
    listed(&assize_report::placeholders(kind), "", &mut all);
    all
}

fn listed(names: &[assize_report::Placeholder], within: &str, all: &mut Vec<(String, &'static str)>) {
    for one in names {
        if one.of.is_empty() {
            all.push((format!("{within}{{{{{}}}}}", one.name), one.about));
        } else {
            all.push((format!("{within}{{{{#{}}}}}", one.name), one.about));
            listed(one.of, &format!("{within}  "), all);
            all.push((format!("{within}{{{{/{}}}}}", one.name), ""));
        }
    }
}
