//! What is done outside this process: reading files that may be hostile, and rendering reports.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use assize_catalogue::format::Sheet;
use assize_domain::auditee::{Letterhead, LogoMedia};
use assize_domain::document::DocumentKind;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::time::Timestamp;
use assize_store::DocumentText;
use bytes::Bytes;
use serde_json::Value;

/// Work under way.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = Result<T, WorkError>> + Send + 'a>>;

/// Why work did not come to a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkError {
    /// What was given cannot be worked on; the user is told these words.
    Unfit(String),
    /// The worker failed; the words go to the log and not to the user.
    Failed(String),
}

/// Whether a report is marked as a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    /// Each page says that it is a draft.
    Draft,
    /// No mark.
    Final,
}

/// A report as it is printed: its content, and what is no part of that, the signatures on it and the look of the organization.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// `ReportContent` as JSON.
    pub content: Value,
    /// A list of signatures: `act`, `name`, `at`, `method`, `digest`.
    pub signatures: Value,
    /// What it looks like, where the organization has said so.
    pub look: Option<Look>,
    /// Files for other programs that are attached to the PDF: what the report says as data.
    pub attached: Vec<Attached>,
}

/// A file that is attached to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: String,
    /// What it holds.
    pub text: String,
}

/// A document beside the report, as it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// `DocumentContent` as JSON; for a report in a template, `ReportContent`.
    pub content: Value,
    /// A list of signatures, likewise as of [`Printed`]; of a report alone.
    pub signatures: Value,
    /// Whether it is marked as a draft.
    pub marking: Marking,
    /// What it looks like.
    pub look: Option<Look>,
    /// As what it is made.
    pub form: Form,
}

/// As what a document is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// PDF.
    Pdf,
    /// A Word file that looks as our documents do.
    Word,
    /// The organization's own Word file, filled with a document.
    Filled(Bytes),
    /// The organization's own Word file, filled with a report.
    FilledReport(Bytes),
}

/// What is wrong with a file that is to be a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFlaw {
    /// It is no Word file, or one that is protected.
    NoWordFile,
    /// A part of it cannot be read.
    Damaged(String),
    /// It unpacks to too much.
    TooLarge,
    /// It holds a program, a control, or a file of another program.
    Active(String),
    /// It asks for something outside of itself.
    Outside(String),
    /// A part of it declares a type of document.
    Declares(String),
    /// Nothing is known by a name.
    Unknown(TemplatePlace),
    /// Something does not end.
    Unclosed(TemplatePlace),
    /// Something ends that does not begin.
    Unopened(TemplatePlace),
    /// Something begins or ends inside something else.
    Crossed(TemplatePlace),
}

/// A placeholder, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplatePlace {
    /// As it is written.
    pub token: String,
    /// The part of the file: `document`, `header1`.
    pub part: String,
    /// The paragraph, counted from 1 in that part.
    pub paragraph: u32,
    /// What is meant, where that can be guessed.
    pub meant: Option<String>,
}

impl From<Value> for Printed {
    fn from(content: Value) -> Self {
        Self { content, signatures: Value::Array(Vec::new()), look: None, attached: Vec::new() }
    }
}

/// A Statement of Applicability that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum SoaRead {
    /// Every row, each as `soa.enter` takes it in `rows`.
    Rows(Vec<Value>),
    /// What in the file could not be understood, each at its sheet and row. Nothing is entered then.
    Problems(Vec<Problem>),
}

/// The rows of a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRead {
    /// The first row, which names the columns, and those below it.
    Rows {
        /// The names of the columns.
        header: Vec<String>,
        /// The rows, each with as many cells as there are columns.
        rows: Vec<Vec<String>>,
    },
    /// What in the file could not be understood, each at its sheet and row.
    Problems(Vec<Problem>),
}

/// The sheets of a file that was read, with what was seen on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetsRead {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What is to be known of them: what is hidden, merged, computed, or broken.
    pub notes: Vec<SheetNote>,
}

/// Something that was seen while a file was read, in the words of its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetNote {
    /// The sheet, where the file has several.
    pub sheet: Option<String>,
    /// The row, as a spreadsheet numbers it.
    pub row: Option<u32>,
    /// The column, counted from 1.
    pub column: Option<u32>,
    /// What.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// Whether what was read is not what was meant, so that nothing is to be taken of it.
    pub is_grave: bool,
}

impl std::fmt::Display for SheetNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}, ")?;
        }
        if let Some(row) = self.row {
            write!(f, "row {row}, ")?;
        }
        write!(f, "{}; {}", self.what, self.hint)
    }
}

/// What a scanner reports in a file, as far as it is summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnicalRead {
    /// The format it was read as: `sarif`, `nessus`, `xccdf`, `ocsf`, `prowler`, `defect_dojo`.
    pub format: String,
    /// The tools, as they call themselves.
    pub tools: Vec<String>,
    /// When the tool worked, as the file says it.
    pub made: Option<String>,
    /// How many things were left out, since there are too many.
    pub left_out: usize,
    /// What it reports.
    pub reported: Vec<TechnicalFound>,
}

/// One thing that a scanner reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TechnicalFound {
    /// How much it weighs: `critical`, `high`, `medium`, `low`, `information`, `unknown`.
    pub weight: String,
    /// What became of it: `failed`, `passed`, `neither`.
    pub came: String,
    /// Since when, a date, where the file says.
    pub since: Option<String>,
}

/// The days of a calendar that are looked at, and where its owner is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarWindow {
    /// The first day, like `2026-09-15`.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The time zone in which days begin and end, an IANA name.
    pub zone: String,
}

/// When somebody is busy by their calendar; not with what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarRead {
    /// How many events make them busy.
    pub busy: usize,
    /// How many do not: they are transparent, or were cancelled.
    pub free: usize,
    /// The days of the window on which they are busy, each with the minutes between 8 and 18 o'clock.
    pub days: BTreeMap<String, u32>,
    /// What was not understood: a word for it, and what it was about.
    pub unread: Vec<(String, String)>,
}

/// What the documents of the organization look like, with the file of its logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The letterhead.
    pub letterhead: Letterhead,
    /// The file of the logo; empty where it has none.
    pub logo: Bytes,
}

/// A file that is to be a logo, as it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoSeen {
    /// It can stand in documents.
    Fit {
        /// What it is.
        media: LogoMedia,
        /// Its width, in pixels or units of the drawing.
        width: u32,
        /// Its height, likewise.
        height: u32,
    },
    /// It cannot.
    Unfit(LogoFlaw),
}

/// Why a file cannot be a logo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogoFlaw {
    /// It is neither PNG nor JPEG nor SVG.
    NoPicture,
    /// It is broken, or cannot be shown in a document.
    Damaged,
    /// It says nowhere how large it is.
    NoSize,
    /// A side of it is longer than the law allows.
    TooLarge {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// An element of a drawing that does not draw, as `script` or `text`.
    Element(String),
    /// An attribute that runs a script, as `onload`.
    Script(String),
    /// An attribute that asks for something outside the file, as `href`.
    Outside(String),
}

/// The workers. A call returns when the work is done, and gives up by itself after a time of its own; dropping it
/// ends the work. `name` is the file's name as its sender gave it, a hint to its kind and otherwise untrusted.
pub trait Workers: Send + Sync {
    /// Reads the text of a document. What is no document, or cannot be read, is a result too.
    fn read_text(&self, bytes: Bytes, name: &str) -> Work<'_, DocumentText>;

    /// Reads the rows of a Statement of Applicability.
    fn read_soa(&self, bytes: Bytes, name: &str) -> Work<'_, SoaRead>;

    /// Reads the rows of a table in XLSX or CSV.
    fn read_table(&self, bytes: Bytes, name: &str) -> Work<'_, TableRead>;

    /// Reads every sheet of a workbook, or a CSV file as one.
    fn read_sheets(&self, bytes: Bytes, name: &str) -> Work<'_, SheetsRead>;

    /// Reads what a scanner reports; nothing where the file is none of the formats that are known.
    fn read_technical(&self, bytes: Bytes, name: &str) -> Work<'_, Option<TechnicalRead>>;

    /// Reads when somebody is busy out of their calendar, an iCalendar file.
    fn read_calendar(&self, bytes: Bytes, window: CalendarWindow) -> Work<'_, CalendarRead>;

    /// Renders the sheet of a method (its fields as JSON), made at `at`, as PDF.
    fn render_sheet(&self, sheet: Value, look: Option<Look>, at: Timestamp) -> Work<'_, Bytes>;

    /// Looks at a file that is to be a logo, and tries whether documents can be made with it.
    fn look_at_logo(&self, bytes: Bytes) -> Work<'_, LogoSeen>;

    /// Renders a report, made at `at`, as PDF.
    fn render_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes>;

    /// Makes a document beside the report, or fills a template, at a time.
    fn make_document(&self, made: Made, at: Timestamp) -> Work<'_, Bytes>;

    /// Looks at a Word file that is to be the template of a kind of document: everything that is wrong with it.
    fn look_at_template(&self, bytes: Bytes, kind: DocumentKind) -> Work<'_, Vec<TemplateFlaw>>;

    /// Writes a report, made at `at`, as a Word file to go on editing in.
    fn write_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes>;
}
