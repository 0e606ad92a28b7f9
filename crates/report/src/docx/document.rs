//! A document beside the report as a Word file.

use super::body::{Body, Cell, Run, plain, quiet, strong};
use super::package::{About, Layout, packed};
use super::{accent_of, made_at, page_words};
use crate::document::model::{self, Block, Document, Fact, Span, Tone};
use crate::look::Look;
use crate::render::{Marking, RenderContext, RenderError};
use crate::said::Said;
use crate::words::Tongue;
use assize_domain::kernel::text::Line;

/// Writes a document; `author` is the auditing organization.
pub(crate) fn written(
    document: &Document,
    author: &str,
    said: &Said,
    tongue: Tongue,
    context: &RenderContext,
) -> Result<Vec<u8>, RenderError> {
    let look = context.look.as_ref();
    let logo = look.and_then(Look::points);
    let mut body = Body::default();
    if let Some(logo) = &logo {
        body.picture(logo, author, (60, 12));
    }
    body.para(&[strong(author)]);
    if let Some(address) = look.and_then(|look| look.letterhead.address.as_ref()) {
        body.para(&[quiet(address.to_string())]);
    }
    body.styled("Kind", &[plain(document.kind.clone())]);
    body.styled("Title", &[plain(document.title.clone())]);
    body.styled("Subtitle", &[plain(document.about.clone())]);
    facts(&mut body, &document.facts);
    if document.contents {
        body.styled("Unnumbered", &[plain(said.say("contents"))]);
        body.contents();
    }
    for block in &document.blocks {
        written_block(&mut body, block);
    }
    let draft = (context.marking == Marking::Draft).then(|| said.say("draft"));
    let watermark = draft.as_ref().map(|_| said.say("watermark"));
    let page = page_words(said);
    let lists = body.lists();
    packed(
        &About {
            title: &format!("{}: {}", document.kind, document.title),
            author,
            made: &made_at(context),
            language: tongue.word_tag(),
            header: (&format!("{} · {}", document.title, document.kind), &document.mark),
            draft: draft.as_deref(),
            watermark: watermark.as_deref(),
            layout: Layout::Sheet,
            lists,
            accent: &accent_of(look),
            logo: logo.as_ref(),
            below: look.and_then(|look| look.letterhead.footer.as_ref()).map(Line::as_str),
            footer: (&document.foot, page.each_ref().map(String::as_str)),
        },
        &body.into_xml(1),
    )
}

fn written_block(body: &mut Body, block: &Block) {
    match block {
        Block::Heading { level, text } => body.heading(*level, text),
        Block::Para(spans) => body.para(&runs(spans)),
        Block::Prose(text) => body.prose(text),
        Block::Numbered(items) => body.numbered(items.iter().map(String::as_str)),
        Block::Items(items) => body.items(items.iter().map(String::as_str)),
        Block::Facts(all) => facts(body, all),
        Block::Table(table) => {
            let columns: Vec<(&str, usize)> =
                table.columns.iter().map(|column| (column.title.as_str(), column.share)).collect();
            let rows: Vec<Vec<Cell>> = table.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
            if table.tall {
                body.tall_table(&columns, &rows);
            } else {
                body.table(&columns, &rows);
            }
        }
        Block::Notice(spans) => body.styled("Notice", &runs(spans)),
        Block::Signatures(lines) => body.signatures(lines),
        Block::Signed(all) => {
            for one in all {
                match &one.path {
                    Some(path) => body.drawing(path, &one.alt),
                    None => body.para(&[plain(one.name.clone())]),
                }
                for line in &one.below {
                    body.para(&[quiet(line.clone())]);
                }
            }
        }
        Block::Page => body.page(),
    }
}

fn facts(body: &mut Body, facts: &[Fact]) {
    let facts: Vec<(String, Cell)> = facts.iter().map(|fact| (fact.name.clone(), cell(&fact.what))).collect();
    body.facts(&facts);
}

fn cell(cell: &model::Cell) -> Cell {
    cell.iter().map(|spans| runs(spans)).collect()
}

fn runs(spans: &[Span]) -> Vec<Run> {
    let run = |span: &Span| match span.tone {
        Tone::Plain => plain(span.text.clone()),
        Tone::Strong => strong(span.text.clone()),
        Tone::Quiet => quiet(span.text.clone()),
    };
    spans.iter().map(run).collect()
}
