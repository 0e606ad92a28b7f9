//! The pictures of a report, drawn for print, with what the template says of each.

use assize_domain::report_content::{Finding, FindingKind, ReportContent, ReportKind};
use assize_pictures::ageing::{AgeingWords, OpenNonconformity};
use assize_pictures::evaluations::{EvaluationsWords, SectionEvaluations};
use assize_pictures::pareto::{ParetoClause, ParetoWords};
use assize_pictures::{
    Ageing, Caption, Dates, Day, Evaluations, Figure, Grade, GradeWords, Ink, Page, Pareto,
};
use serde_json::{Map, Value, json};

use crate::figures::{EvaluationRow, Figures};
use crate::words::{Tongue, Words};

/// A picture of a report.
pub(crate) struct Picture {
    /// Its name: the template reads it from a file of this name.
    pub(crate) name: &'static str,
    figure: Figure,
    /// What it shows, in a sentence.
    what: String,
}

impl Picture {
    /// The SVG.
    pub(crate) fn svg(&self) -> &str {
        &self.figure.svg
    }
}

/// What the template says of pictures, by their names: the title, what stands in for the picture where it cannot be seen, and the
/// table.
pub(crate) fn said(pictures: &[Picture]) -> Value {
    let said = pictures.iter().map(|picture| {
        let table = &picture.figure.table;
        let alt = format!("{}. {}", table.caption, picture.what);
        let value = json!({ "title": table.caption, "alt": alt, "head": table.head, "rows": table.rows });
        (picture.name.to_owned(), value)
    });
    Value::Object(said.collect::<Map<_, _>>())
}

/// Draws the pictures that a report has something to show in. `legible` makes a label fit to be set.
pub(crate) fn pictures(
    content: &ReportContent,
    figures: &Figures,
    today: Option<Day>,
    words: &Words,
    legible: &dyn Fn(&str) -> String,
) -> Vec<Picture> {
    if content.kind == ReportKind::DocumentReview {
        return Vec::new();
    }
    let drawing = Drawing { content, words, legible };
    let pareto = drawing.pareto();
    let evaluations = drawing.evaluations(figures);
    let ageing = today.and_then(|today| drawing.ageing(today));
    [pareto, evaluations, ageing].into_iter().flatten().collect()
}

struct Drawing<'d> {
    content: &'d ReportContent,
    words: &'d Words,
    legible: &'d dyn Fn(&str) -> String,
}

impl Drawing<'_> {
    fn caption(&self, title: &str, what: &str, empty: &str) -> Caption {
        Caption {
            title: self.words.say(title),
            description: self.words.say(what),
            empty: self.words.say(empty),
            left_out: self.words.say("picture-left-out"),
        }
    }

    fn page(name: &str) -> Page {
        Page { ink: Ink::Print, prefix: name.to_owned() }
    }

    fn pareto(&self) -> Option<Picture> {
        let mut clauses: Vec<ParetoClause> = Vec::new();
        for finding in &self.content.findings {
            for requirement in &finding.requirements {
                let label = (self.legible)(&requirement.id);
                let place = clauses.iter().position(|clause| clause.label == label);
                let place = place.unwrap_or_else(|| {
                    clauses.push(ParetoClause {
                        label,
                        major: 0,
                        minor: 0,
                        improvement: 0,
                        good: 0,
                        href: None,
                    });
                    clauses.len() - 1
                });
                let Some(clause) = clauses.get_mut(place) else { continue };
                let count = match grade_of(finding.kind, finding.grade.as_ref().map(|grade| grade.rank)) {
                    Grade::Major => &mut clause.major,
                    Grade::Minor => &mut clause.minor,
                    Grade::Improvement => &mut clause.improvement,
                    Grade::Good => &mut clause.good,
                };
                *count = count.saturating_add(1);
            }
        }
        if clauses.is_empty() {
            return None;
        }
        let words = ParetoWords {
            clause: self.words.say("picture-clause"),
            grades: self.grades(),
            total: self.words.say("picture-total"),
            cumulative: self.words.say("picture-cumulative"),
        };
        let caption = self.caption("picture-pareto", "picture-pareto-what", "picture-pareto-none");
        let what = caption.description.clone();
        let figure = Pareto { caption, words, clauses }.figure(&Self::page("pareto"));
        Some(Picture { name: "pareto", figure, what })
    }

    fn evaluations(&self, figures: &Figures) -> Option<Picture> {
        if figures.evaluated.total == 0 {
            return None;
        }
        let words = EvaluationsWords {
            section: self.words.say("picture-section"),
            conform: self.words.say("evaluation-conforms"),
            fail: self.words.say("evaluation-does_not_conform"),
            not_applicable: self.words.say("evaluation-not_applicable"),
            not_audited: self.words.say("evaluation-not_audited"),
            open: self.words.say("picture-open"),
            total: self.words.say("picture-total"),
        };
        let section = |row: &EvaluationRow| SectionEvaluations {
            label: self.section(row),
            conform: row.conforms,
            fail: row.does_not_conform,
            not_applicable: row.not_applicable,
            not_audited: row.not_audited,
            open: row.open,
            href: None,
        };
        let caption =
            self.caption("picture-evaluations", "picture-evaluations-what", "picture-evaluations-none");
        let what = caption.description.clone();
        let sections = figures.evaluations.iter().map(section).collect();
        let figure = Evaluations { caption, words, sections }.figure(&Self::page("evaluations"));
        Some(Picture { name: "evaluations", figure, what })
    }

    /// A section's number and our short name for it.
    fn section(&self, row: &EvaluationRow) -> String {
        let number = match &row.section {
            None => self.words.say("other"),
            Some(section) => (self.legible)(section),
        };
        match row.label {
            Some(key) => format!("{number} {}", self.words.say(key)),
            None => number,
        }
    }

    fn ageing(&self, today: Day) -> Option<Picture> {
        let previous = self.content.previous.iter().flatten();
        let open: Vec<OpenNonconformity> = previous
            .filter_map(|earlier| {
                Some(OpenNonconformity {
                    label: (self.legible)(&format!("{} {}", earlier.reference, earlier.title)),
                    grade: grade_of(FindingKind::Nonconformity, earlier.rank),
                    opened: day(earlier.opened.as_deref()?)?,
                    due: earlier.due.as_deref().and_then(day),
                    href: None,
                })
            })
            .collect();
        if open.is_empty() {
            return None;
        }
        let words = AgeingWords {
            nonconformity: self.words.say("picture-nonconformity"),
            grade: self.words.say("picture-grade"),
            grades: self.grades(),
            opened: self.words.say("picture-opened"),
            due: self.words.say("picture-due"),
            days: self.words.say("picture-days"),
            overdue: self.words.say("picture-overdue"),
            dates: self.dates(),
        };
        let caption = self.caption("picture-ageing", "picture-ageing-what", "picture-ageing-none");
        let what = caption.description.clone();
        let figure = Ageing { caption, words, today, open }.figure(&Self::page("ageing"));
        Some(Picture { name: "ageing", figure, what })
    }

    /// How days are written: in short, in the language of the report.
    fn dates(&self) -> Dates {
        match Tongue::of(&self.content.language) {
            Tongue::English => {
                let short = |month: u8| self.words.say(&format!("month-short-{month}"));
                Dates::Named((1..=12).map(short).collect())
            }
            Tongue::German => Dates::Numbered,
        }
    }

    /// The words of the grades: the scheme's own, where the findings have one for all of a kind.
    fn grades(&self) -> GradeWords {
        let label = |wanted: Grade, otherwise: &str| {
            let of_grade = |finding: &&Finding| {
                grade_of(finding.kind, finding.grade.as_ref().map(|grade| grade.rank)) == wanted
            };
            let labels = self.content.findings.iter().filter(of_grade);
            let mut labels: Vec<&str> = labels
                .filter_map(|finding| finding.grade.as_ref())
                .map(|grade| grade.label.as_str())
                .collect();
            labels.dedup();
            match labels.as_slice() {
                [one] => (self.legible)(one),
                _ => self.words.say(otherwise),
            }
        };
        GradeWords {
            major: label(Grade::Major, "picture-major"),
            minor: label(Grade::Minor, "picture-minor"),
            improvement: self.words.say("opportunity_for_improvement"),
            good: self.words.say("good_practice"),
        }
    }
}

/// The gravest grade of any scheme is the first; all below it are drawn alike.
fn grade_of(kind: FindingKind, rank: Option<u8>) -> Grade {
    match kind {
        FindingKind::Nonconformity if rank == Some(1) => Grade::Major,
        FindingKind::Nonconformity => Grade::Minor,
        FindingKind::OpportunityForImprovement => Grade::Improvement,
        FindingKind::GoodPractice => Grade::Good,
    }
}

/// A day written as `YYYY-MM-DD`.
fn day(text: &str) -> Option<Day> {
    let date: jiff::civil::Date = text.parse().ok()?;
    day_of(date)
}

/// A date as pictures take it.
pub(crate) fn day_of(date: jiff::civil::Date) -> Option<Day> {
    Day::new(
        u16::try_from(date.year()).ok()?,
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    )
}
