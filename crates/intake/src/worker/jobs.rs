//! The jobs of this crate.

use serde::{Deserialize, Serialize};

use super::Job;
use crate::soa::SoaRow;
use crate::{
    Busy, CalendarWindow, DocumentKind, Extracted, Limits, Logo, LogoFlaw, Problem, Table, Technical,
    Unreadable, calendar, extract, logo, sniff, soa, table, technical,
};

/// The job of reading a file's text; its answer is an [`ExtractAnswer`].
pub const JOB_EXTRACT: &str = "extract";

/// The job of reading a Statement of Applicability; its answer is an [`SoaAnswer`].
pub const JOB_SOA: &str = "soa";

/// The job of reading a file's rows; its answer is a [`TableAnswer`].
pub const JOB_TABLE: &str = "table";

/// The job of reading what a scanner reports; its answer is a [`TechnicalAnswer`].
pub const JOB_TECHNICAL: &str = "technical";

/// The job of reading when somebody is busy by their calendar; its input is a [`CalendarWindow`] as JSON on the first line and the file after
/// it, its answer a [`CalendarAnswer`].
pub const JOB_CALENDAR: &str = "calendar";

/// The job of looking at the file of a logo; its answer is a [`LogoAnswer`].
pub const JOB_LOGO: &str = "logo";

/// The answer to [`JOB_LOGO`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoAnswer {
    /// It can stand as a logo.
    Fit(Logo),
    /// It cannot.
    Unfit(LogoFlaw),
}

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome<T> {
    /// It was read.
    Read(T),
    /// It was not, and this is why.
    Unreadable(Unreadable),
}

/// The answer to [`JOB_EXTRACT`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtractAnswer {
    /// What the file was taken for.
    pub kind: DocumentKind,
    /// Problems of name and content; those of the text are in the outcome.
    pub problems: Vec<Problem>,
    /// The text, or why there is none.
    pub outcome: Outcome<Extracted>,
}

/// The answer to [`JOB_SOA`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoaAnswer {
    /// What the file was taken for.
    pub kind: DocumentKind,
    /// Every problem found; with one of severity error an import should be refused.
    pub problems: Vec<Problem>,
    /// The rows, or why there are none.
    pub outcome: Outcome<Vec<SoaRow>>,
}

/// The answer to [`JOB_TABLE`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAnswer {
    /// What the file was taken for.
    pub kind: DocumentKind,
    /// Every problem found; with one of severity error an import should be refused.
    pub problems: Vec<Problem>,
    /// The sheets with their rows, or why there are none.
    pub outcome: Outcome<Table>,
}

/// The answer to [`JOB_TECHNICAL`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TechnicalAnswer {
    /// What the file was taken for.
    pub kind: DocumentKind,
    /// What the tool reports; nothing where the file is none of the formats that are known.
    pub outcome: Outcome<Option<Technical>>,
}

/// The answer to [`JOB_CALENDAR`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarAnswer {
    /// When they are busy, or why that cannot be read.
    pub outcome: Outcome<Busy>,
}

/// Does a job of this crate under [`Limits::default`]; a binary with jobs of its own asks here for the others.
///
/// # Errors
/// The reason, for a job of another name.
pub fn answer(job: &Job, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let limits = Limits::default();
    let (kind, problems) = match job.kind {
        Some(kind) => (kind, Vec::new()),
        None => sniff(&job.name, bytes),
    };
    let json = match job.job.as_str() {
        JOB_EXTRACT => serde_json::to_vec(&extract_answer(kind, problems, bytes, &limits)),
        JOB_SOA => serde_json::to_vec(&soa_answer(kind, problems, bytes, &limits)),
        JOB_TABLE => serde_json::to_vec(&table_answer(kind, problems, bytes, &limits)),
        JOB_TECHNICAL => serde_json::to_vec(&technical_answer(kind, bytes, &limits)),
        JOB_CALENDAR => serde_json::to_vec(&calendar_answer(bytes, &limits)?),
        JOB_LOGO => serde_json::to_vec(&logo_answer(bytes, &limits)),
        other => {
            return Err(format!("there is no job `{other}`; the program and its worker differ in version"));
        }
    };
    json.map_err(|error| format!("the result could not be written as JSON: {error}"))
}

fn extract_answer(
    kind: DocumentKind,
    problems: Vec<Problem>,
    bytes: &[u8],
    limits: &Limits,
) -> ExtractAnswer {
    let outcome = match extract(kind, bytes, limits) {
        Ok(extracted) => Outcome::Read(extracted),
        Err(unreadable) => Outcome::Unreadable(unreadable),
    };
    ExtractAnswer { kind, problems, outcome }
}

fn calendar_answer(bytes: &[u8], limits: &Limits) -> Result<CalendarAnswer, String> {
    let cut = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (window, file) = bytes.split_at(cut);
    let window: CalendarWindow =
        serde_json::from_slice(window).map_err(|error| format!("the days that are asked for: {error}"))?;
    let outcome = match calendar(file, &window, limits) {
        Ok(busy) => Outcome::Read(busy),
        Err(unreadable) => Outcome::Unreadable(unreadable),
    };
    Ok(CalendarAnswer { outcome })
}

fn logo_answer(bytes: &[u8], limits: &Limits) -> LogoAnswer {
    match logo(bytes, limits) {
        Ok(seen) => LogoAnswer::Fit(seen),
        Err(flaw) => LogoAnswer::Unfit(flaw),
    }
}

fn table_answer(
    kind: DocumentKind,
    mut problems: Vec<Problem>,
    bytes: &[u8],
    limits: &Limits,
) -> TableAnswer {
    let outcome = match table(kind, bytes, limits) {
        Ok((table, of_table)) => {
            problems.extend(of_table);
            Outcome::Read(table)
        }
        Err(unreadable) => Outcome::Unreadable(unreadable),
    };
    TableAnswer { kind, problems, outcome }
}

fn technical_answer(kind: DocumentKind, bytes: &[u8], limits: &Limits) -> TechnicalAnswer {
    let outcome = match technical(kind, bytes, limits) {
        Ok(technical) => Outcome::Read(technical),
        Err(unreadable) => Outcome::Unreadable(unreadable),
    };
    TechnicalAnswer { kind, outcome }
}

fn soa_answer(kind: DocumentKind, mut problems: Vec<Problem>, bytes: &[u8], limits: &Limits) -> SoaAnswer {
    let outcome = match table(kind, bytes, limits) {
        Ok((table, of_table)) => {
            let (rows, of_rows) = soa::read(&table);
            problems.extend(of_table);
            problems.extend(of_rows);
            Outcome::Read(rows)
        }
        Err(unreadable) => Outcome::Unreadable(unreadable),
    };
    SoaAnswer { kind, problems, outcome }
}
