//! Work in confined processes: this binary's hidden `worker` command, and its parent.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use assize_catalogue::format::{Sheet, SheetRow};
use assize_domain::auditee::letterhead::LOGO_SIDE_MAX;
use assize_domain::auditee::{Letterhead, Logo, LogoMedia};
use assize_domain::document::DocumentKind;
use assize_domain::kernel::datum::{Datum as _, Problem, read_json};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::report_content::ReportContent;
use assize_intake::worker::{
    Confinement, ExtractAnswer, Job, LogoAnswer, Outcome, SoaAnswer, Spawner, TableAnswer, WorkerFailure,
    answer, confine, serve,
};
use assize_intake::{LogoKind, Severity, Table, Unreadable};
use assize_report::{
    Attachment, MethodSheet, RenderContext, RenderError, SignedBy, document_docx, document_pdf, render_docx,
    render_pdf, render_sheet, try_look,
};
use assize_server::{
    CalendarRead, CalendarWindow, Form, LogoFlaw, LogoSeen, Look, Made, Marking, Printed, SheetNote,
    SheetsRead, SoaRead, TableRead, TechnicalFound, TechnicalRead, TemplateFlaw, Work, WorkError, Workers,
};
use assize_store::DocumentText;
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Value;

mod documents;

pub use documents::placeholders;

/// The hidden command's name.
pub const WORKER: &str = "worker";
/// The class of jobs that read files of others.
pub const EXTRACT: &str = "extract";
/// The class of jobs that render reports.
pub const RENDER: &str = "render";
/// The job of rendering the sheet of a method, of the same class.
const SHEET: &str = "sheet";
/// The job of writing a report as a Word file, of the same class.
const WORD: &str = "word";
/// The jobs of making a document beside the report, of the same class.
const MADE_PDF: &str = "document";
const MADE_WORD: &str = "document-word";
/// The jobs of looking at a template and of filling it, of the class that reads files of others.
const CHECKED: &str = "template";
const FILLED: &str = "fill";
/// The job of trying whether documents can be made with a logo, of the same class.
const TRIAL: &str = "trial";
/// How long a file may be read, and a report rendered.
const READ_TIME: Duration = Duration::from_secs(60);
const RENDER_TIME: Duration = Duration::from_secs(120);
/// What stands in a report as its maker.
const PRODUCER: &str = concat!("Assize ", env!("CARGO_PKG_VERSION"));

/// What is rendered, and when and how.
#[derive(Serialize, Deserialize)]
struct RenderJob {
    content: ReportContent,
    millis: i64,
    draft: bool,
    #[serde(default)]
    signatures: Vec<SignedBy>,
    look: Option<LookJob>,
    #[serde(default)]
    attached: Vec<Attachment>,
}

/// What documents look like, with the logo's file in hexadecimal.
#[derive(Serialize, Deserialize)]
struct LookJob {
    letterhead: Value,
    logo: String,
}

impl LookJob {
    fn of(look: &Look) -> Self {
        Self { letterhead: look.letterhead.to_json(), logo: hex(&look.logo) }
    }

    fn read(self) -> Result<assize_report::Look, String> {
        let letterhead =
            read_json(&self.letterhead).map_err(|_| "the letterhead cannot be read".to_owned())?;
        Ok(assize_report::Look { letterhead, logo: bytes_of(&self.logo).ok_or("the logo cannot be read")? })
    }
}

/// The bytes that hexadecimal digits stand for.
fn bytes_of(digits: &str) -> Option<Vec<u8>> {
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// A logo to be tried.
#[derive(Serialize, Deserialize)]
struct TryJob {
    look: LookJob,
    millis: i64,
}

fn try_logo(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let job: TryJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let context = context(job.millis, assize_report::Marking::Final, None)?;
    try_look(&job.look.read()?, &context).map(|()| Vec::new()).map_err(|error| error.to_string())
}

/// Serves one job of a class in this process, which is confined first. The first thing that `main` does for a worker.
///
/// # Errors
/// Why no answer could be given; the parent sees a worker that ended by a fault.
pub fn work(class: &str) -> Result<(), String> {
    let confinement = match class {
        EXTRACT => Confinement::extraction(),
        RENDER => Confinement::rendering(),
        other => return Err(format!("there is no class of jobs `{other}`")),
    };
    let report = confine(&confinement);
    let (reader, writer) = (std::io::stdin().lock(), std::io::stdout().lock());
    // Each class of worker does its own jobs alone: what reads files of others never renders.
    let served = serve(&confinement, report, reader, writer, |job, bytes| match class {
        RENDER if job.job == RENDER => render(&bytes, render_pdf),
        RENDER if job.job == WORD => render(&bytes, render_docx),
        RENDER if job.job == TRIAL => try_logo(&bytes),
        RENDER if job.job == SHEET => render_of_sheet(&bytes),
        RENDER if job.job == MADE_PDF => documents::made(&bytes, document_pdf),
        RENDER if job.job == MADE_WORD => documents::made(&bytes, document_docx),
        RENDER => Err(format!("this worker does no job `{}`", job.job)),
        _ if job.job == CHECKED => documents::checked(&bytes),
        _ if job.job == FILLED => documents::filled(&bytes),
        _ => answer(job, &bytes),
    });
    served.map_err(|error| error.to_string())
}

/// The sheet of a method, and when it was made.
#[derive(Serialize, Deserialize)]
struct SheetJob {
    sheet: MethodSheet,
    millis: i64,
    #[serde(default)]
    look: Option<LookJob>,
}

fn render_of_sheet(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let job: SheetJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    render_sheet(&job.sheet, &context(job.millis, assize_report::Marking::Final, job.look)?)
        .map_err(|error| error.to_string())
}

fn context(
    millis: i64,
    marking: assize_report::Marking,
    look: Option<LookJob>,
) -> Result<RenderContext, String> {
    Ok(RenderContext {
        generated_at: jiff::Timestamp::from_millisecond(millis).map_err(|error| error.to_string())?,
        marking,
        producer: PRODUCER.to_owned(),
        look: look.map(LookJob::read).transpose()?,
        fonts: Vec::new(),
        signatures: Vec::new(),
        attachments: Vec::new(),
    })
}

/// Makes a document of the content by `make`.
fn render(
    bytes: &[u8],
    make: fn(&ReportContent, &RenderContext) -> Result<Vec<u8>, RenderError>,
) -> Result<Vec<u8>, String> {
    let job: RenderJob = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let marking = if job.draft { assize_report::Marking::Draft } else { assize_report::Marking::Final };
    let context = RenderContext {
        signatures: job.signatures,
        attachments: job.attached,
        ..context(job.millis, marking, job.look)?
    };
    make(&job.content, &context).map_err(|error| error.to_string())
}

/// Starts workers of a binary.
#[derive(Clone, Debug)]
pub struct Processes {
    read: Arc<Spawner>,
    render: Arc<Spawner>,
}

impl Processes {
    /// Workers of the binary at `program`, an absolute path.
    #[must_use]
    pub fn of(program: PathBuf) -> Self {
        let spawner = |class: &str| {
            let args = vec![OsString::from(WORKER), OsString::from(class)];
            Arc::new(Spawner {
                program: program.clone(),
                args,
                limits: assize_intake::worker::SpawnLimits::default(),
            })
        };
        Self { read: spawner(EXTRACT), render: spawner(RENDER) }
    }

    /// Workers of the binary that runs.
    ///
    /// # Errors
    /// What the system says when it does not know the binary's path.
    pub fn own() -> std::io::Result<Self> {
        std::env::current_exe().map(Self::of)
    }
}

impl Processes {
    /// A document rendered by a worker of its own.
    fn rendered(&self, job: &'static str, name: &'static str, said: Value) -> Work<'_, Bytes> {
        let spawner = Arc::clone(&self.render);
        Box::pin(async move {
            let bytes = serde_json::to_vec(&said).map_err(|error| WorkError::Failed(error.to_string()))?;
            let job = Job { job: job.to_owned(), name: name.to_owned(), kind: None };
            let answer = aside(move || spawner.run(&job, bytes, RENDER_TIME)).await?;
            Ok(Bytes::from(answer.body))
        })
    }
}

impl Processes {
    /// The answer of a worker of the class that reads files of others.
    fn read_by(&self, job: &'static str, said: Value) -> Work<'_, Bytes> {
        let spawner = Arc::clone(&self.read);
        Box::pin(async move {
            let bytes = serde_json::to_vec(&said).map_err(|error| WorkError::Failed(error.to_string()))?;
            let job = Job { job: job.to_owned(), name: "template".to_owned(), kind: None };
            let answer = aside(move || match spawner.run(&job, bytes, READ_TIME) {
                // A file that ends its reader is a file that cannot be used.
                Err(crash @ WorkerFailure::Crashed { .. }) => {
                    Err(WorkerFailure::Refused { reason: crash.to_string() })
                }
                answer => answer,
            });
            Ok(Bytes::from(answer.await?.body))
        })
    }
}

/// Does blocking work beside the runtime.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, WorkerFailure> + Send + 'static,
) -> Result<T, WorkError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(failure)) => Err(said(&failure)),
        Err(error) => Err(WorkError::Failed(error.to_string())),
    }
}

fn said(failure: &WorkerFailure) -> WorkError {
    match failure {
        WorkerFailure::Refused { reason } => WorkError::Unfit(reason.clone()),
        WorkerFailure::Memory | WorkerFailure::ProcessorTime | WorkerFailure::WallClock { .. } => {
            WorkError::Unfit(failure.to_string())
        }
        other => WorkError::Failed(other.to_string()),
    }
}

impl Workers for Processes {
    fn read_text(&self, bytes: Bytes, name: &str) -> Work<'_, DocumentText> {
        let (spawner, name) = (Arc::clone(&self.read), name.to_owned());
        Box::pin(async move {
            let read = move || match spawner.extract(&name, bytes.to_vec(), READ_TIME) {
                // A file that ends its reader is a file that cannot be read. A reader that does not start is our fault.
                Err(crash @ WorkerFailure::Crashed { .. }) => {
                    Err(WorkerFailure::Refused { reason: crash.to_string() })
                }
                read => read,
            };
            match aside(read).await {
                Ok(answer) => Ok(text_of(answer)),
                Err(WorkError::Unfit(reason)) => Ok(DocumentText::Unreadable { reason }),
                Err(error) => Err(error),
            }
        })
    }

    fn read_soa(&self, bytes: Bytes, name: &str) -> Work<'_, SoaRead> {
        let (spawner, name) = (Arc::clone(&self.read), name.to_owned());
        Box::pin(async move { soa_of(aside(move || spawner.soa(&name, bytes.to_vec(), READ_TIME)).await?) })
    }

    fn read_table(&self, bytes: Bytes, name: &str) -> Work<'_, TableRead> {
        let (spawner, name) = (Arc::clone(&self.read), name.to_owned());
        Box::pin(
            async move { table_of(aside(move || spawner.table(&name, bytes.to_vec(), READ_TIME)).await?) },
        )
    }

    fn read_technical(&self, bytes: Bytes, name: &str) -> Work<'_, Option<TechnicalRead>> {
        let (spawner, name) = (Arc::clone(&self.read), name.to_owned());
        Box::pin(async move {
            let answer = aside(move || spawner.technical(&name, bytes.to_vec(), READ_TIME)).await?;
            match answer.outcome {
                Outcome::Unreadable(why) => Err(WorkError::Unfit(why.to_string())),
                Outcome::Read(technical) => technical.map(technical_of).transpose(),
            }
        })
    }

    fn read_sheets(&self, bytes: Bytes, name: &str) -> Work<'_, SheetsRead> {
        let (spawner, name) = (Arc::clone(&self.read), name.to_owned());
        Box::pin(async move {
            let answer = aside(move || spawner.table(&name, bytes.to_vec(), READ_TIME)).await?;
            match answer.outcome {
                Outcome::Read(table) => Ok(SheetsRead {
                    sheets: sheets_of(table),
                    notes: answer.problems.into_iter().map(note_of).collect(),
                }),
                Outcome::Unreadable(why) => Err(WorkError::Unfit(why.to_string())),
            }
        })
    }

    fn read_calendar(&self, bytes: Bytes, window: CalendarWindow) -> Work<'_, CalendarRead> {
        let spawner = Arc::clone(&self.read);
        Box::pin(async move {
            let window =
                assize_intake::CalendarWindow { from: window.from, to: window.to, zone: window.zone };
            let answer = aside(move || spawner.calendar(&window, &bytes, READ_TIME)).await?;
            match answer.outcome {
                Outcome::Read(read) => Ok(CalendarRead {
                    busy: read.busy,
                    free: read.free,
                    days: read.days,
                    unread: read.unread.into_iter().map(|one| (one.what, one.about)).collect(),
                }),
                Outcome::Unreadable(why) => Err(WorkError::Unfit(why.to_string())),
            }
        })
    }

    fn look_at_logo(&self, bytes: Bytes) -> Work<'_, LogoSeen> {
        let reader = Arc::clone(&self.read);
        Box::pin(async move {
            let file = bytes.to_vec();
            let seen = match aside(move || reader.logo(file, READ_TIME)).await {
                Ok(LogoAnswer::Fit(seen)) => seen,
                Ok(LogoAnswer::Unfit(flaw)) => return Ok(LogoSeen::Unfit(flaw_of(flaw))),
                Err(WorkError::Unfit(_)) => return Ok(LogoSeen::Unfit(LogoFlaw::Damaged)),
                Err(failed) => return Err(failed),
            };
            let (width, height) = (seen.width, seen.height);
            if width.max(height) > LOGO_SIDE_MAX {
                return Ok(LogoSeen::Unfit(LogoFlaw::TooLarge { width, height }));
            }
            let media = match seen.kind {
                LogoKind::Png => LogoMedia::Png,
                LogoKind::Jpeg => LogoMedia::Jpeg,
                LogoKind::Svg => LogoMedia::Svg,
            };
            let logo = Logo { sha256: no_digest()?, media, bytes: 1, width, height };
            let letterhead = Letterhead { logo: Some(logo), ..Letterhead::NONE };
            let job = TryJob { look: LookJob::of(&Look { letterhead, logo: bytes }), millis: 0 };
            let job = serde_json::to_value(job).map_err(|error| WorkError::Failed(error.to_string()))?;
            match self.rendered(TRIAL, "logo", job).await {
                Ok(_) => Ok(LogoSeen::Fit { media, width, height }),
                Err(WorkError::Unfit(_)) => Ok(LogoSeen::Unfit(LogoFlaw::Damaged)),
                Err(failed) => Err(failed),
            }
        })
    }

    fn render_sheet(&self, sheet: Value, look: Option<Look>, at: Timestamp) -> Work<'_, Bytes> {
        let look = look.as_ref().map(LookJob::of);
        self.rendered(
            SHEET,
            "sheet",
            serde_json::json!({ "sheet": sheet, "millis": at.millis(), "look": look }),
        )
    }

    fn make_document(&self, made: Made, at: Timestamp) -> Work<'_, Bytes> {
        let (of, template) = match &made.form {
            Form::Pdf => (MADE_PDF, None),
            Form::Word => (MADE_WORD, None),
            Form::Filled(file) => (FILLED, Some(("document", file))),
            Form::FilledReport(file) => (FILLED, Some(("report", file))),
        };
        let mut job = serde_json::json!({ "content": made.content, "signatures": made.signatures, "millis": at.millis(),
            "draft": made.marking == Marking::Draft, "look": made.look.as_ref().map(LookJob::of) });
        match template {
            None => self.rendered(of, "document", job),
            Some((name, file)) => {
                crate::bridge::set(&mut job, "of", name);
                crate::bridge::set(&mut job, "file", hex(file));
                self.read_by(of, job)
            }
        }
    }

    fn look_at_template(&self, bytes: Bytes, kind: DocumentKind) -> Work<'_, Vec<TemplateFlaw>> {
        let job = serde_json::json!({ "file": hex(&bytes), "kind": kind });
        Box::pin(async move {
            match self.read_by(CHECKED, job).await {
                Ok(answer) => documents::flaws(&answer),
                // A file that its reader cannot bear is none to be used.
                Err(WorkError::Unfit(_)) => Ok(vec![TemplateFlaw::TooLarge]),
                Err(failed) => Err(failed),
            }
        })
    }

    fn render_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes> {
        self.rendered(RENDER, "report", report_job(&printed, marking, at))
    }

    fn write_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes> {
        self.rendered(WORD, "report", report_job(&printed, marking, at))
    }
}

fn report_job(printed: &Printed, marking: Marking, at: Timestamp) -> Value {
    let attached: Vec<Value> = printed
        .attached
        .iter()
        .map(|file| serde_json::json!({ "name": file.name, "media": file.media, "text": file.text }))
        .collect();
    serde_json::json!({ "content": printed.content, "signatures": printed.signatures, "millis": at.millis(),
        "draft": marking == Marking::Draft, "look": printed.look.as_ref().map(LookJob::of), "attached": attached })
}

/// A digest of nothing: a logo that is tried is not kept yet.
fn no_digest() -> Result<Sha256, WorkError> {
    "0".repeat(64).parse().map_err(|_| WorkError::Failed("no digest".to_owned()))
}

fn flaw_of(flaw: assize_intake::LogoFlaw) -> LogoFlaw {
    match flaw {
        assize_intake::LogoFlaw::NoPicture => LogoFlaw::NoPicture,
        assize_intake::LogoFlaw::Damaged => LogoFlaw::Damaged,
        assize_intake::LogoFlaw::NoSize => LogoFlaw::NoSize,
        assize_intake::LogoFlaw::Element(name) => LogoFlaw::Element(name),
        assize_intake::LogoFlaw::Script(name) => LogoFlaw::Script(name),
        assize_intake::LogoFlaw::Outside(name) => LogoFlaw::Outside(name),
    }
}

fn text_of(answer: ExtractAnswer) -> DocumentText {
    match answer.outcome {
        Outcome::Read(read) => {
            let headings: Vec<String> = read.headings.into_iter().map(|heading| heading.title).collect();
            DocumentText::Text { title: read.title, headings: headings.join("\n"), text: read.text }
        }
        Outcome::Unreadable(Unreadable::Unsupported { .. }) => DocumentText::Unsupported,
        Outcome::Unreadable(why) => DocumentText::Unreadable { reason: why.to_string() },
    }
}

/// Every sheet, as the catalogue reads them.
fn sheets_of(table: Table) -> Vec<Sheet> {
    let row = |row: assize_intake::Row| SheetRow { number: row.number, cells: row.cells };
    let sheet = |sheet: assize_intake::Sheet| Sheet {
        name: sheet.name,
        rows: sheet.rows.into_iter().map(row).collect(),
    };
    table.sheets.into_iter().map(sheet).collect()
}

/// What the reader says of a file.
fn note_of(problem: assize_intake::Problem) -> SheetNote {
    SheetNote {
        sheet: problem.sheet,
        row: problem.row,
        column: problem.column,
        what: problem.what,
        hint: problem.hint,
        is_grave: problem.severity == Severity::Error,
    }
}

/// What a scanner reports, as far as it is summed up.
fn technical_of(technical: assize_intake::Technical) -> Result<TechnicalRead, WorkError> {
    let found = |one: assize_intake::Reported| TechnicalFound {
        weight: one.weight.word().to_owned(),
        came: one.came.word().to_owned(),
        since: one.since,
    };
    let format = match serde_json::to_value(technical.format) {
        Ok(Value::String(format)) => format,
        _ => return Err(WorkError::Failed("the format has no word".to_owned())),
    };
    Ok(TechnicalRead {
        format,
        tools: technical.tools,
        made: technical.made,
        left_out: technical.left_out,
        reported: technical.reported.into_iter().map(found).collect(),
    })
}

/// The first sheet that holds anything, its first row as the head of the columns.
fn table_of(answer: TableAnswer) -> Result<TableRead, WorkError> {
    let problems = errors(&answer.problems);
    let table = match answer.outcome {
        Outcome::Unreadable(why) => return Err(WorkError::Unfit(why.to_string())),
        Outcome::Read(_) if !problems.is_empty() => return Ok(TableRead::Problems(problems)),
        Outcome::Read(table) => table,
    };
    let mut sheets = table.sheets.into_iter().filter(|sheet| !sheet.rows.is_empty());
    let Some(sheet) = sheets.next() else {
        return Err(WorkError::Unfit("the file has no rows".to_owned()));
    };
    if sheets.next().is_some() {
        return Err(WorkError::Unfit(
            "the file has more than one sheet with rows; save the one that is meant by itself".to_owned(),
        ));
    }
    let mut rows = sheet.rows.into_iter();
    let header = rows.next().map(|row| row.cells).unwrap_or_default();
    let columns = header.len();
    let mut problems = Vec::new();
    let rows: Vec<Vec<String>> = rows
        .map(|row| {
            let mut cells = row.cells;
            if cells.len() > columns {
                problems.push(Problem::new(
                    format!("row {}", row.number),
                    say!(
                        "has {cells} cells, and the first row names {columns} columns",
                        cells = cells.len(),
                        columns
                    ),
                    "name every column in the first row",
                ));
            }
            cells.resize(columns, String::new());
            cells
        })
        .collect();
    Ok(if problems.is_empty() { TableRead::Rows { header, rows } } else { TableRead::Problems(problems) })
}

/// The problems that are errors, as the user is told them.
fn errors(problems: &[assize_intake::Problem]) -> Vec<Problem> {
    problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| Problem::new(place_of(problem), Said::data(&problem.what), Said::data(&problem.hint)))
        .collect()
}

fn soa_of(answer: SoaAnswer) -> Result<SoaRead, WorkError> {
    let mut problems = errors(&answer.problems);
    if let Outcome::Read(rows) = &answer.outcome {
        problems.extend(crate::bridge::soa_problems(rows));
    }
    match answer.outcome {
        Outcome::Unreadable(why) => Err(WorkError::Unfit(why.to_string())),
        Outcome::Read(_) if !problems.is_empty() => Ok(SoaRead::Problems(problems)),
        Outcome::Read(rows) => match crate::bridge::soa_rows(&rows) {
            Value::Array(rows) => Ok(SoaRead::Rows(rows)),
            _ => Err(WorkError::Failed("the rows are no list".to_owned())),
        },
    }
}

/// Sheet, row and column of a problem, as far as they are known.
fn place_of(problem: &assize_intake::Problem) -> String {
    let sheet = problem.sheet.iter().map(|sheet| format!("sheet {sheet}"));
    let row = problem.row.iter().map(|row| format!("row {row}"));
    let column = problem.column.iter().map(|column| format!("column {column}"));
    sheet.chain(row).chain(column).collect::<Vec<_>>().join(", ")
}
