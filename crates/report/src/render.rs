//! From content to bytes.

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::figures::Figures;
use crate::fonts::Fonts;
use crate::legible::{Legible, Reach};
use crate::look::Look;
use crate::pictures::{day_of, pictures, said};
use crate::words::{Tongue, Words};
use crate::world::Desk;
use assize_domain::report_content::{ReportContent, ReportKind};

/// The largest content that is rendered, in bytes of its canonical form; some 3,000 pages.
pub const CONTENT_BYTES_MAX: usize = 16 * 1024 * 1024;

/// Whether the document is marked as a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// Each page says that it is a draft.
    Draft,
    /// No mark.
    Final,
}

/// A signature on the report, as its page of control shows it. It names the digest of what was signed, which names that of the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedBy {
    /// The act: `report.review`, `report.approve`, `report.issue`.
    pub act: String,
    /// The name of who signed; for an act of the operator, of the person on whose behalf.
    pub name: String,
    /// When, to the second, in UTC: `2026-09-15T07:00:00.000Z`.
    pub at: String,
    /// How: `passkey`, `passphrase_and_code`, `unsigned`.
    pub method: String,
    /// The digest of what was signed, in hexadecimal; nothing where it is not signed.
    pub digest: Option<String>,
}

impl SignedBy {
    /// The key of the words of the act.
    pub(crate) fn act_key(&self) -> String {
        format!("sign-{}", self.act.replace('.', "_"))
    }

    /// The key of the words of how it was signed.
    pub(crate) fn method_key(&self) -> String {
        format!("signed-{}", self.method)
    }

    /// The day and the minute, in UTC.
    pub(crate) fn moment(&self) -> (&str, &str) {
        (self.at.get(..10).unwrap_or_default(), self.at.get(11..16).unwrap_or_default())
    }

    /// The digest, where it is one.
    pub(crate) fn whole_digest(&self) -> Option<&str> {
        let is_whole =
            |digest: &&str| digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.digest.as_deref().filter(is_whole)
    }

    fn data(&self) -> Value {
        let (on, at) = self.moment();
        json!({ "act": self.act_key(), "how": self.method_key(), "name": self.name, "on": on, "at": at, "digest": self.whole_digest() })
    }
}

/// What rendering needs beside the content.
#[derive(Clone, Debug)]
pub struct RenderContext {
    /// When the document is made; printed in it to the minute, in UTC.
    pub generated_at: Timestamp,
    /// Whether it is a draft.
    pub marking: Marking,
    /// The software that makes it, with its version: `Assize 0.1.0`.
    pub producer: String,
    /// What documents of the organization look like; as ours do where it says nothing.
    pub look: Option<Look>,
    /// Fonts beside the embedded ones, each the bytes of a file (TrueType, OpenType or a collection): for scripts that
    /// the embedded ones lack, which are Latin, Greek, Cyrillic and Hebrew, and Arabic in a plain form.
    pub fonts: Vec<Vec<u8>>,
    /// The signatures on the report. They are not part of its content.
    pub signatures: Vec<SignedBy>,
    /// Files for other programs that are attached to the report as PDF, beside its content.
    pub attachments: Vec<Attachment>,
}

/// A file for other programs, attached to a report: what it says as data (PDF/A-3, `AFRelationship` *Data*).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its name: small letters, digits, hyphens and one dot.
    pub name: String,
    /// Its media type: `application/json`.
    pub media: String,
    /// What it holds.
    pub text: String,
}

impl Attachment {
    /// Whether its name is one that no template, picture or content of ours has, and that is safe in every file system.
    fn has_fit_name(&self) -> bool {
        let is_plain =
            |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, b'-' | b'.');
        let taken = ["content.json", "data.json", "logo.png", "logo.jpg", "logo.svg"];
        let ends = [".json", ".jsonl"].iter().any(|end| self.name.ends_with(end));
        self.name.bytes().all(is_plain)
            && ends
            && self.name.len() <= 64
            && !taken.contains(&self.name.as_str())
    }
}

/// Why a document could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The content is larger than [`CONTENT_BYTES_MAX`].
    #[error(
        "the content has {bytes} bytes, more than {CONTENT_BYTES_MAX}; annex fewer papers or shorten the texts"
    )]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// A sheet is larger than [`SHEET_BYTES_MAX`](crate::SHEET_BYTES_MAX).
    #[error("the sheet has {bytes} bytes, more than {}; reckon with fewer inputs", crate::SHEET_BYTES_MAX)]
    SheetTooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// A document review holds evaluations, findings or conclusions.
    #[error("a document review holds an evaluation, a finding or a conclusion; report an audit instead")]
    ReviewJudges,
    /// Working papers are in the content though the leader did not choose to annex them.
    #[error(
        "working paper of test `{test}` is in the content, but whole papers were not chosen; take it out"
    )]
    PaperNotChosen {
        /// The test's id.
        test: String,
    },
    /// What is to be attached cannot be.
    #[error("`{name}` cannot be attached; give files of JSON, each with a name of its own")]
    BadAttachment {
        /// Its name.
        name: String,
    },
    /// A font is none.
    #[error("font {index} of those given is not a font; give TrueType or OpenType files")]
    BadFont {
        /// Its place in [`RenderContext::fonts`], from 0.
        index: usize,
    },
    /// The time cannot be written as a date.
    #[error("the time of generation is out of range; give one in the years 0 to 9999")]
    BadTime,
    /// A file could not be packed: a fault of this crate.
    #[error("the file could not be packed: {what}")]
    Packing {
        /// What the packing says.
        what: String,
    },
    /// The template did not compile: a fault of this crate.
    #[error("the template did not compile: {what}")]
    Template {
        /// What typst says.
        what: String,
    },
}

/// Renders the content as PDF (PDF/A-3a and PDF/UA-1, tagged, fonts embedded, the canonical content attached).
///
/// The same content and context give the same bytes. Takes some tenths of a second for 60 pages and leaves
/// some hundred megabytes with the allocator, so call it where that does no harm.
///
/// # Errors
/// [`RenderError`] where the content is too large, contradicts its kind, or a font is none.
pub fn render_pdf(content: &ReportContent, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    let canonical = content.canonical_bytes();
    let beside: usize = context.attachments.iter().map(|file| file.text.len()).sum();
    refuse(content, canonical.len().saturating_add(beside))?;
    for (index, file) in context.attachments.iter().enumerate() {
        let is_twice = context.attachments.iter().take(index).any(|other| other.name == file.name);
        if is_twice || !file.has_fit_name() {
            return Err(RenderError::BadAttachment { name: file.name.clone() });
        }
    }
    set(
        &Job {
            main: "/main.typ",
            data: data(content, context),
            attached: &canonical,
            beside: &context.attachments,
            ident: format!("{} {}", content.document_id, content.digest()),
            report: Some(content),
            tongue: Tongue::of(&content.language),
        },
        context,
    )
}

/// A document to be set: where typst begins, what the template reads, what is attached, and what tells it from others.
pub(crate) struct Job<'a> {
    pub(crate) main: &'static str,
    pub(crate) data: Value,
    pub(crate) attached: &'a [u8],
    /// What is attached beside that.
    pub(crate) beside: &'a [Attachment],
    pub(crate) ident: String,
    /// The report whose pictures are drawn.
    pub(crate) report: Option<&'a ReportContent>,
    /// The language of the fixed texts.
    pub(crate) tongue: Tongue,
}

/// Sets a document, with every text in its data made legible.
pub(crate) fn set(job: &Job<'_>, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    let made = made_at(context.generated_at)?;
    let fonts = Fonts::with(&context.fonts)?;
    // A cluster of signs can need a font that has all of them; where none has, the second try keeps to the text font.
    let pdf = attempt(job, context, made, &fonts, Reach::AnyFont)
        .or_else(|_| attempt(job, context, made, &fonts, Reach::TextFont));
    typst::comemo::evict(0);
    pdf
}

pub(crate) fn refuse(content: &ReportContent, bytes: usize) -> Result<(), RenderError> {
    if bytes > CONTENT_BYTES_MAX {
        return Err(RenderError::TooLarge { bytes });
    }
    if content.kind == ReportKind::DocumentReview && content.judges() {
        return Err(RenderError::ReviewJudges);
    }
    match content.tests.iter().find(|test| test.paper.is_some() && !content.whole_papers) {
        Some(test) => Err(RenderError::PaperNotChosen { test: test.id.clone() }),
        None => Ok(()),
    }
}

fn made_at(time: Timestamp) -> Result<Datetime, RenderError> {
    let at = Offset::UTC.to_datetime(time);
    let part = |value: i8| u8::try_from(value).map_err(|_| RenderError::BadTime);
    Datetime::from_ymd_hms(
        i32::from(at.year()),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .filter(|_| (0..=9999).contains(&at.year()))
    .ok_or(RenderError::BadTime)
}

fn attempt(
    job: &Job<'_>,
    context: &RenderContext,
    made: Datetime,
    fonts: &Fonts,
    reach: Reach,
) -> Result<Vec<u8>, RenderError> {
    let mut data = job.data.clone();
    let legible = Legible::new(fonts, reach);
    legible.whole(&mut data);
    let words = Words::new(job.tongue);
    let today = day_of(Offset::UTC.to_datetime(context.generated_at).date());
    let drawn = job.report.map(|content| {
        pictures(content, &Figures::of(content), today, &words, &|label| {
            legible.text(label).replace('\n', " ")
        })
    });
    let drawn = drawn.unwrap_or_default();
    if let Value::Object(data) = &mut data {
        data.insert("words".to_owned(), words.for_templates());
        data.insert("said".to_owned(), job.report.map_or(Value::Null, |content| counted(content, &words)));
        let mut tables = said(&drawn);
        legible.whole(&mut tables);
        data.insert("pictures".to_owned(), tables);
    }
    let look = context.look.as_ref();
    let desk = Desk::new(fonts, job.main, &data, job.attached, job.beside, &drawn, look)?;
    let document: PagedDocument = typst::compile(&desk).output.map_err(|errors| template(&errors))?;
    let options = PdfOptions {
        ident: Smart::Custom(job.ident.clone()),
        creator: Smart::Custom(Some(context.producer.clone())),
        timestamp: Some(typst_pdf::Timestamp::new_utc(made)),
        standards: PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| RenderError::Template { what: error.message().to_string() })?,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|errors| template(&errors))
}

/// The sentences that choose their words by numbers.
fn counted(content: &ReportContent, words: &Words) -> Value {
    let figures = Figures::of(content);
    let all = &figures.evaluated;
    let evaluated = [
        ("total", all.total),
        ("conforms", all.conforms),
        ("fails", all.does_not_conform),
        ("not_applicable", all.not_applicable),
        ("not_audited", all.not_audited),
        ("open", all.open),
    ];
    let findings = u32::try_from(content.findings.len()).unwrap_or(u32::MAX);
    json!({
        "evaluated": words.count("count-evaluated", &evaluated),
        "findings": words.count("count-findings", &[("findings", findings)]),
        "nonconformities": words.count("count-nonconformities", &[("nonconformities", figures.nonconformities)]),
        "unreviewed": words.count("count-unreviewed", &[("count", figures.unreviewed)]),
    })
}

fn template(errors: &[SourceDiagnostic]) -> RenderError {
    let what: Vec<String> =
        errors.iter().take(3).map(|error| format!("{} ({:?})", error.message, error.span)).collect();
    RenderError::Template { what: what.join("; ") }
}

/// What the template reads: the content, the figures counted from it, and the context.
fn data(content: &ReportContent, context: &RenderContext) -> Value {
    json!({
        // Every field of the content is a string, number, list or object with string keys: this cannot fail.
        "content": serde_json::to_value(content).unwrap_or(Value::Null),
        "figures": Figures::of(content),
        "context": context_of(
            context,
            &content.language,
            &content.digest(),
            &format!("{}, {}", content.title, content.auditee.organization),
            &content.auditing_organization.name,
        ),
    })
}

/// The context as templates read it.
pub(crate) fn context_of(
    context: &RenderContext,
    tag: &str,
    digest: &str,
    title: &str,
    author: &str,
) -> Value {
    let at = Offset::UTC.to_datetime(context.generated_at);
    let (lang, region) = language(tag);
    let tongue = Tongue::of(tag);
    json!({
        "draft": context.marking == Marking::Draft,
        "producer": context.producer,
        "made_on": format!("{:04}-{:02}-{:02}", at.year(), at.month(), at.day()),
        "made_at": format!("{:02}:{:02}", at.hour(), at.minute()),
        "digest": digest,
        "document_title": title,
        "document_author": author,
        "lang": lang,
        "region": region,
        "tag": tag,
        // Whether the fixed texts are in the language of the content, and which language they are in.
        "has_words": tongue.is_of(tag),
        "own_lang": tongue.lang(),
        "own_region": tongue.region(),
        "signatures": context.signatures.iter().map(SignedBy::data).collect::<Vec<_>>(),
        "look": Look::for_templates(context.look.as_ref()),
        "beside": context
            .attachments
            .iter()
            .map(|file| json!({ "attached_name": file.name, "attached_media": file.media }))
            .collect::<Vec<_>>(),
    })
}

/// Language and region for hyphenation and the marks in the PDF; English where the tag is not understood.
fn language(tag: &str) -> (String, Option<String>) {
    let mut parts = tag.split('-');
    let lang = parts
        .next()
        .filter(|lang| matches!(lang.len(), 2..=3) && lang.bytes().all(|b| b.is_ascii_lowercase()))
        .unwrap_or("en");
    let region = parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    (lang.to_owned(), region.map(str::to_ascii_uppercase))
}
