//! Technical evidence: what scanners of vulnerabilities and of configuration report, read for its summary.
//!
//! What a tool reports is evidence or a claim, never the auditor's verdict: nothing here evaluates anything. Each tool's own word for how
//! much something weighs is kept beside ours, so that a reader can redo the translation:
//!
//! | format | weight | since |
//! |---|---|---|
//! | SARIF 2.1 | `security-severity` of the rule as CVSS rates it (9, 7, 4 and more than 0); else `error` high, `warning` medium, `note` low, `none` information | `firstDetectionTimeUtc` |
//! | Nessus, version 2 | 4 critical to 0 information | the vulnerability's publication |
//! | XCCDF 1.1 and 1.2, in ARF too | `high`, `medium`, `low`, `info` of the rule | |
//! | OCSF findings | `severity_id`: 5 and 6 critical to 1 information | `first_seen_time`, else `created_time` |
//! | Prowler, JSON and CSV | its words | |
//! | `DefectDojo`, JSON | its words | `date` |

mod dojo;
mod nessus;
mod ocsf;
mod prowler;
mod sarif;
mod when;
mod xccdf;

use std::collections::BTreeMap;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::decode::decode;
use crate::{DocumentKind, Limits, Row, Sheet, Table, Unreadable};

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TechnicalFormat {
    /// SARIF, of static analysis.
    Sarif,
    /// Nessus, version 2 of its XML.
    Nessus,
    /// XCCDF results, by themselves or in ARF.
    Xccdf,
    /// Findings of the Open Cybersecurity Schema Framework, a list or one a line.
    Ocsf,
    /// Prowler's own JSON or CSV.
    Prowler,
    /// Findings of `DefectDojo`, as its API gives them or its generic import takes them.
    DefectDojo,
}

/// How much something weighs, by the tool's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Critical.
    Critical,
    /// High.
    High,
    /// Medium.
    Medium,
    /// Low.
    Low,
    /// Told for information.
    Information,
    /// The tool says nothing, or what is not known here.
    Unknown,
}

impl Weight {
    /// Every weight, the heaviest first.
    pub const ALL: [Self; 6] =
        [Self::Critical, Self::High, Self::Medium, Self::Low, Self::Information, Self::Unknown];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Information => "information",
            Self::Unknown => "unknown",
        }
    }

    /// The weight that most tools mean by a word.
    fn of_word(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "critical" | "fatal" => Self::Critical,
            "high" => Self::High,
            "medium" | "moderate" => Self::Medium,
            "low" => Self::Low,
            "info" | "information" | "informational" | "none" => Self::Information,
            _ => Self::Unknown,
        }
    }
}

/// What the tool says became of its check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It found something, or the check failed.
    Failed,
    /// The check passed.
    Passed,
    /// Neither: not applicable, not checked, suppressed, mitigated, to be looked at by a person.
    Neither,
}

impl Came {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Failed => "failed",
            Self::Passed => "passed",
            Self::Neither => "neither",
        }
    }
}

/// One thing that a tool reports of one target. Its texts are the tool's own, cut to [`TEXT_CHARS_MAX`] characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The rule, plugin or check.
    pub check: String,
    /// What it is called.
    pub title: String,
    /// How much it weighs.
    pub weight: Weight,
    /// How the tool says that.
    pub said: String,
    /// What became of it.
    pub came: Came,
    /// The host, file or resource it is about.
    pub target: String,
    /// Where in it: a line, a port.
    pub place: String,
    /// Since when, as far as the file says: a date like `2026-09-15`, or nothing.
    pub since: Option<String>,
}

/// The characters that are kept of a text of a tool.
pub const TEXT_CHARS_MAX: usize = 300;

/// A report of a tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Technical {
    /// What it was read as.
    pub format: TechnicalFormat,
    /// The tools, with their versions where the file says.
    pub tools: Vec<String>,
    /// When the tool worked, as the file says it.
    pub made: Option<String>,
    /// What it reports, in the order of the file.
    pub reported: Vec<Reported>,
    /// How many were left out beyond [`Limits::sheet_rows_max`].
    pub left_out: usize,
}

/// How many there are of a weight, by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Failed.
    pub failed: usize,
    /// Passed.
    pub passed: usize,
    /// Neither.
    pub neither: usize,
}

impl Technical {
    /// How many there are of each weight that occurs, the heaviest first.
    #[must_use]
    pub fn tallies(&self) -> BTreeMap<Weight, Tally> {
        let mut tallies: BTreeMap<Weight, Tally> = BTreeMap::new();
        for reported in &self.reported {
            let tally = tallies.entry(reported.weight).or_default();
            match reported.came {
                Came::Failed => tally.failed += 1,
                Came::Passed => tally.passed += 1,
                Came::Neither => tally.neither += 1,
            }
        }
        tallies
    }

    /// The same as a table, one line for each: the population that a sample is drawn from. `number` tells them apart.
    #[must_use]
    pub fn table(&self) -> Table {
        let header = ["number", "check", "title", "weight", "said", "came", "target", "place", "since"];
        let mut rows = vec![Row { number: 1, cells: header.map(str::to_owned).to_vec() }];
        for (number, one) in (1u32..).zip(&self.reported) {
            let cells = vec![
                number.to_string(),
                one.check.clone(),
                one.title.clone(),
                one.weight.word().to_owned(),
                one.said.clone(),
                one.came.word().to_owned(),
                one.target.clone(),
                one.place.clone(),
                one.since.clone().unwrap_or_default(),
            ];
            rows.push(Row { number: number.saturating_add(1), cells });
        }
        Table { sheets: vec![Sheet { name: String::new(), rows }] }
    }
}

/// Takes what a tool reports, within bounds.
struct Taker {
    taken: Technical,
    max: usize,
}

impl Taker {
    fn new(format: TechnicalFormat, limits: &Limits) -> Self {
        let taken = Technical { format, tools: Vec::new(), made: None, reported: Vec::new(), left_out: 0 };
        // One row of the sheet is its head.
        let max = usize::try_from(limits.sheet_rows_max.saturating_sub(1)).unwrap_or(usize::MAX);
        Self { taken, max }
    }

    fn tool(&mut self, name: &str, version: Option<&str>) {
        let name = match version.map(str::trim).filter(|version| !version.is_empty()) {
            Some(version) => format!("{} {version}", name.trim()),
            None => name.trim().to_owned(),
        };
        let name = cut(&name);
        if !name.is_empty() && self.taken.tools.len() < TOOLS_MAX && !self.taken.tools.contains(&name) {
            self.taken.tools.push(name);
        }
    }

    /// When the tool worked; the first that is said stands.
    fn made(&mut self, when: Option<&str>) {
        if self.taken.made.is_none() {
            self.taken.made = when.map(cut).filter(|when| !when.is_empty());
        }
    }

    fn take(&mut self, mut reported: Reported) {
        if self.taken.reported.len() >= self.max {
            self.taken.left_out = self.taken.left_out.saturating_add(1);
            return;
        }
        for text in [
            &mut reported.check,
            &mut reported.title,
            &mut reported.said,
            &mut reported.target,
            &mut reported.place,
        ] {
            *text = cut(text);
        }
        self.taken.reported.push(reported);
    }
}

/// The tools that are named of one file.
const TOOLS_MAX: usize = 20;

/// A text on one line, cut to its length.
fn cut(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        if out.len() > TEXT_CHARS_MAX * 4 {
            break;
        }
    }
    match out.char_indices().nth(TEXT_CHARS_MAX) {
        Some((at, _)) => {
            out.truncate(at);
            out.push('…');
            out
        }
        None => out,
    }
}

/// What the outermost of a JSON file names, by which formats are told apart.
#[derive(Deserialize)]
struct Shape {
    runs: Option<IgnoredAny>,
    results: Option<IgnoredAny>,
    findings: Option<IgnoredAny>,
    class_uid: Option<IgnoredAny>,
    #[serde(rename = "CheckID")]
    check_id: Option<IgnoredAny>,
}

impl Shape {
    const fn format(&self) -> Option<TechnicalFormat> {
        if self.runs.is_some() {
            Some(TechnicalFormat::Sarif)
        } else if self.class_uid.is_some() {
            Some(TechnicalFormat::Ocsf)
        } else if self.check_id.is_some() {
            Some(TechnicalFormat::Prowler)
        } else if self.results.is_some() || self.findings.is_some() {
            Some(TechnicalFormat::DefectDojo)
        } else {
            None
        }
    }
}

/// The format of a file, by what stands at its beginning.
fn format_of(kind: DocumentKind, text: &str) -> Option<TechnicalFormat> {
    let text = text.trim_start();
    match text.as_bytes().first() {
        Some(b'{') => {
            // One object, or one a line.
            let line = text.lines().next().unwrap_or_default();
            let shape = serde_json::from_str::<Shape>(line).or_else(|_| serde_json::from_str(text));
            shape.ok()?.format()
        }
        Some(b'[') => {
            let mut first = serde_json::Deserializer::from_str(text.get(1..)?).into_iter::<Shape>();
            first.next()?.ok()?.format()
        }
        Some(b'<') => {
            let root = text.split('<').find(|tag| tag.starts_with(|c: char| c.is_alphabetic()))?;
            let name = root.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
            match name.rsplit(':').next()? {
                "NessusClientData_v2" => Some(TechnicalFormat::Nessus),
                "TestResult" | "Benchmark" | "asset-report-collection" | "data-stream-collection" => {
                    Some(TechnicalFormat::Xccdf)
                }
                _ => None,
            }
        }
        _ if kind == DocumentKind::Csv || kind == DocumentKind::PlainText => {
            let header = text.lines().next()?.to_ascii_uppercase();
            let has = |name: &str| header.split([';', ',', '\t']).any(|cell| cell.trim_matches('"') == name);
            (has("CHECK_ID") && has("STATUS") && has("SEVERITY")).then_some(TechnicalFormat::Prowler)
        }
        _ => None,
    }
}

/// Reads a report of a tool; nothing where the file is none of the formats that are known.
///
/// # Errors
/// [`Unreadable`] where it begins as one and is damaged, or uses more than `limits`. Call it only in a worker.
pub fn technical(kind: DocumentKind, bytes: &[u8], limits: &Limits) -> Result<Option<Technical>, Unreadable> {
    use DocumentKind::{Csv, Html, Markdown, Other, PlainText};
    limits.check_input(bytes)?;
    if !matches!(kind, Csv | Html | Markdown | Other | PlainText) {
        return Ok(None);
    }
    let text = decode(bytes).text;
    let Some(format) = format_of(kind, &text) else { return Ok(None) };
    let mut taker = Taker::new(format, limits);
    match format {
        TechnicalFormat::Sarif => sarif::read(&text, &mut taker)?,
        TechnicalFormat::Nessus => nessus::read(&text, limits, &mut taker)?,
        TechnicalFormat::Xccdf => xccdf::read(&text, limits, &mut taker)?,
        TechnicalFormat::Ocsf => ocsf::read(&text, &mut taker)?,
        TechnicalFormat::Prowler => prowler::read(&text, bytes, limits, &mut taker)?,
        TechnicalFormat::DefectDojo => dojo::read(&text, &mut taker)?,
    }
    Ok(Some(taker.taken))
}

/// A JSON file, or why it is none.
fn json<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Unreadable> {
    serde_json::from_str(text).map_err(|error| Unreadable::damaged("the JSON file", error))
}

#[cfg(test)]
mod tests;
