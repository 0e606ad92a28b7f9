//! What a document is made of, before it is written as PDF or as a Word file.

use serde::Serialize;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Document {
    /// What kind of document it is: `Audit plan`.
    pub(crate) kind: String,
    /// Of what: the audit's title, or a name.
    pub(crate) title: String,
    /// Under the title: the auditee, or where somebody works.
    pub(crate) about: String,
    /// How confidential it is.
    pub(crate) mark: String,
    /// Left at the foot of each page.
    pub(crate) foot: String,
    /// What is said at its head.
    pub(crate) facts: Vec<Fact>,
    /// Whether a table of contents stands before the text.
    pub(crate) contents: bool,
    /// The text.
    pub(crate) blocks: Vec<Block>,
}

/// What something is called, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fact {
    pub(crate) name: String,
    pub(crate) what: Cell,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "of", rename_all = "snake_case")]
pub(crate) enum Block {
    /// A heading of level 1 or 2.
    Heading { level: u8, text: String },
    /// A paragraph.
    Para(Vec<Span>),
    /// Text as it was written, its paragraphs parted by empty lines.
    Prose(String),
    /// A list whose order means something.
    Numbered(Vec<String>),
    /// A list whose order means nothing.
    Items(Vec<String>),
    /// Particulars.
    Facts(Vec<Fact>),
    /// A table whose head stands on each page, and whose rows are not torn.
    Table(Table),
    /// What must not be overlooked.
    Notice(Vec<Span>),
    /// Lines to be signed, each with what stands below it.
    Signatures(Vec<String>),
    /// Lines that were signed.
    Signed(Vec<Drawn>),
    /// What follows begins on a new page.
    Page,
}

/// A line that was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Drawn {
    /// Who signed.
    pub(crate) name: String,
    /// What they drew, as the bytes of an SVG, since what is text is changed until every letter of it can be printed; none where their name stands for
    /// them.
    pub(crate) svg: Option<Vec<u8>>,
    /// The data of its path.
    #[serde(skip)]
    pub(crate) path: Option<String>,
    /// What stands in its place where it cannot be seen.
    pub(crate) alt: String,
    /// What stands below it.
    pub(crate) below: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Whether its rows are high enough to be written in by hand.
    pub(crate) tall: bool,
}

/// A column: its title, and its share of the width in hundredths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    pub(crate) title: String,
    pub(crate) share: usize,
}

/// Paragraphs of a cell.
pub(crate) type Cell = Vec<Vec<Span>>;

/// A piece of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) tone: Tone,
}

/// How loud a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Tone {
    Plain,
    Strong,
    Quiet,
}

pub(crate) fn plain(text: impl Into<String>) -> Span {
    Span { text: text.into(), tone: Tone::Plain }
}

pub(crate) fn strong(text: impl Into<String>) -> Span {
    Span { text: text.into(), tone: Tone::Strong }
}

pub(crate) fn quiet(text: impl Into<String>) -> Span {
    Span { text: text.into(), tone: Tone::Quiet }
}

/// A cell of one plain paragraph.
pub(crate) fn cell(text: impl Into<String>) -> Cell {
    vec![vec![plain(text)]]
}
