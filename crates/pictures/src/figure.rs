//! What a picture is drawn into, and what comes out.

use crate::canvas::Canvas;
use crate::paint::Paint;

/// A picture and the table that says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The picture: one `<svg>` element, without an XML declaration, to stand in a page or in a file.
    pub svg: String,
    /// Everything that the picture shows, and what its limits left out.
    pub table: Table,
}

/// A table in plain text; escaping is for whoever sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The title of the picture.
    pub caption: String,
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The rows, each with as many cells as there are heads.
    pub rows: Vec<Vec<String>>,
}

/// Where a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// On a web page: classes for the [`stylesheet`](crate::stylesheet), and links.
    Web,
    /// In a document: colours as attributes, and no links.
    Print,
}

/// The page a picture is drawn for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it is drawn.
    pub ink: Ink,
    /// What makes the ids of this picture unique on its page: ASCII letters, digits, `-` and `_`; other signs are left out.
    pub prefix: String,
}

/// The words that every picture has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// The name of the picture.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// What stands in its place if there is nothing to show.
    pub empty: String,
    /// "not shown", before the number of things that the limits left out.
    pub left_out: String,
}

/// A picture of nothing: its words for that, and the heads of its table.
pub(crate) fn empty(kind: &str, caption: &Caption, head: Vec<String>, page: &Page) -> Figure {
    let mut canvas = Canvas::new(page);
    canvas.label((0.0, 20.0), crate::canvas::WIDTH, Paint::Soft, &caption.empty);
    figure(canvas, kind, caption, 32.0, Table { caption: caption.title.clone(), head, rows: Vec::new() })
}

/// Puts picture and table together.
pub(crate) fn figure(canvas: Canvas, kind: &str, caption: &Caption, height: f64, table: Table) -> Figure {
    Figure { svg: canvas.finish(kind, caption, height), table }
}

/// Says at `top` how many things the limits left out, if any; gives the height that this takes.
pub(crate) fn left_out(canvas: &mut Canvas, top: f64, caption: &Caption, number: usize) -> f64 {
    if number == 0 {
        return 0.0;
    }
    canvas.label(
        (0.0, top + 16.0),
        crate::canvas::WIDTH,
        Paint::Soft,
        &format!("{}: {number}", caption.left_out),
    );
    22.0
}

/// The words as owned heads of a table.
pub(crate) fn heads(words: &[&String]) -> Vec<String> {
    words.iter().map(|word| (*word).clone()).collect()
}
