//! The audit report as a Word file, to go on editing in: the same content and the same words as the PDF, in styles of Word's own.
//!
//! It is no record: what is approved and issued is the PDF. The pictures are not in it, the tables that say the same are.

mod body;
pub(crate) mod document;
mod package;
mod report;

use assize_domain::kernel::text::Line;
use assize_domain::report_content::ReportContent;
use jiff::tz::Offset;

use crate::look::Look;
use crate::render::{Marking, RenderContext, RenderError, refuse};
use crate::said::{self, Said};
use crate::words::{Tongue, Words};
use body::Body;
pub(crate) use body::escaped;
use package::{About, Layout, packed};

/// Our own accent.
const ACCENT: &str = "1F5D6B";

/// Writes the content as a Word file (ECMA-376). The same content and context give the same bytes.
///
/// # Errors
/// [`RenderError`] where the content is too large or contradicts its kind.
pub fn render_docx(content: &ReportContent, context: &RenderContext) -> Result<Vec<u8>, RenderError> {
    refuse(content, content.canonical_bytes().len())?;
    let tongue = Tongue::of(&content.language);
    let said = Said::new(Words::new(tongue));
    let mut body = Body::default();
    let look = context.look.as_ref();
    let logo = look.and_then(Look::points);
    report::write(&mut body, content, context, &said, logo.as_ref());
    let kind = said.say(report::kind_of(content));
    let draft = (context.marking == Marking::Draft).then(|| said.say("draft"));
    let watermark = draft.as_ref().map(|_| said.say("watermark"));
    let page = page_words(&said);
    packed(
        &About {
            title: &format!("{}, {}", content.title, content.auditee.organization),
            author: &content.auditing_organization.name,
            made: &made_at(context),
            language: tongue.word_tag(),
            header: (
                &format!("{} · {kind}", content.auditing_organization.name),
                &content.confidentiality_mark,
            ),
            draft: draft.as_deref(),
            watermark: watermark.as_deref(),
            layout: Layout::Report,
            lists: 0,
            accent: &accent_of(look),
            logo: logo.as_ref(),
            below: look.and_then(|look| look.letterhead.footer.as_ref()).map(Line::as_str),
            footer: (&said.footer(content), page.each_ref().map(String::as_str)),
        },
        &body.into_xml(2),
    )
}

/// When the file is made, as its properties say it.
fn made_at(context: &RenderContext) -> String {
    let at = Offset::UTC.to_datetime(context.generated_at);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    )
}

/// The words around a page's number and their number: these are fields, so the words are taken apart.
fn page_words(said: &Said) -> [String; 3] {
    let page = said.with("page", &[("page", "\u{1}"), ("pages", "\u{1}")]);
    let mut around = page.split('\u{1}').map(str::to_owned);
    let mut next = || around.next().unwrap_or_default();
    [next(), next(), next()]
}

/// The accent, as six hexadecimal digits.
fn accent_of(look: Option<&Look>) -> String {
    look.and_then(|look| look.letterhead.accent.as_ref())
        .map_or_else(|| ACCENT.to_owned(), |accent| accent.as_str().trim_start_matches('#').to_uppercase())
}
