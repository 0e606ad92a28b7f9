//! Ageing and trends of findings: what is open by its age, where findings gather, and how many there were each year.

use std::collections::BTreeMap;

use askama::Template;
use assize_domain::Kind;
use assize_domain::finding::{FindingStage, awaited_at};
use assize_domain::kernel::time::Date;
use assize_domain::words::FindingKind;
use assize_pictures::ageing::{AgeingWords, OpenNonconformity};
use assize_pictures::pareto::{ParetoClause, ParetoWords};
use assize_pictures::{Ageing, Caption, Grade, GradeWords, Pareto};
use assize_store::{FINDINGS_COUNTED_MAX, FindingFilter, FindingGlance, FindingOrder, FindingTally, TallyBy};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::day;
use super::register::{Asked, Filters};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::{self, Picture};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many open nonconformities are looked at, the oldest first.
const OPEN_MAX: i64 = 120;
/// To how many clauses a way leads.
const CLAUSES_LINKED: usize = 16;

/// The findings of a year, from the gravest.
struct Year {
    year: String,
    counts: [i64; 4],
    all: i64,
}

#[derive(Template)]
#[template(path = "findings/trends.html")]
struct TrendsPage {
    frame: Frame,
    words: Words,
    filters: Filters,
    ageing: Picture,
    pareto: Picture,
    /// The clauses with the most findings, and the ways to them.
    clauses: Vec<(String, String)>,
    /// The open nonconformities in the register.
    open: String,
    grades: Vec<String>,
    years: Vec<Year>,
    /// Up to how many findings are counted.
    counted: String,
}

/// `GET /findings/trends`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked = Asked::of(&query);
    let today = now(&app)?.date();
    let filter = asked.filter(today);
    let reach = visitor.asker.reach(Kind::Finding).await?;
    let open =
        app.store.finding_glances(&reach, &followed(&filter), FindingOrder::Oldest, None, OPEN_MAX).await?;
    let by_requirement = app.store.finding_tallies(&reach, &filter, TallyBy::Requirement).await?;
    let by_year = app.store.finding_tallies(&reach, &filter, TallyBy::Year).await?;
    let grades = grade_words(&words);
    let clauses = by_clause(&by_requirement);
    Ok(html(&TrendsPage {
        frame: Frame::of(&visitor, "/findings", words.say("findings-trends"))
            .under(words.say("nav-findings"), "/findings"),
        filters: Filters::of(&app, &visitor, asked.clone(), "/findings/trends").await?,
        ageing: ageing(&words, &open, today),
        pareto: pareto(&words, &clauses),
        clauses: most(&asked, &clauses),
        open: format!("/findings?{}", Asked { state: "open".to_owned(), ..asked.clone() }.query()),
        grades: Grade::ALL.iter().map(|grade| grades.of(*grade).clone()).collect(),
        years: years(&by_year),
        counted: words.with("findings-counted", "count", FINDINGS_COUNTED_MAX),
        words,
    }))
}

/// The nonconformities of a filter that are followed up, whatever else it asks of where they stand.
fn followed(filter: &FindingFilter) -> FindingFilter {
    let mut filter = filter.clone();
    filter.kind = Some(FindingKind::Nonconformity);
    let open = |stage: &FindingStage| stage.is_open();
    if !filter.stages.iter().any(open) {
        filter.stages = FindingStage::ALL.iter().copied().filter(open).collect();
    }
    filter
}

/// The four of the pictures: a nonconformity that is not of the gravest grade is drawn as a minor one.
const fn grade_of(kind: FindingKind, rank: Option<i64>) -> Grade {
    match (kind, rank) {
        (FindingKind::Nonconformity, Some(1)) => Grade::Major,
        (FindingKind::Nonconformity, _) => Grade::Minor,
        (FindingKind::OpportunityForImprovement, _) => Grade::Improvement,
        (FindingKind::GoodPractice, _) => Grade::Good,
    }
}

fn grade_words(words: &Words) -> GradeWords {
    GradeWords {
        major: words.say("grade-label-major"),
        minor: words.say("grade-label-minor"),
        improvement: words.say("grade-label-improvement"),
        good: words.word("FindingKind", FindingKind::GoodPractice.word()),
    }
}

fn ageing(words: &Words, open: &[FindingGlance], today: Date) -> Picture {
    let drawn = open.iter().filter_map(|finding| {
        let due = finding.due.as_ref().and_then(|due| awaited_at(finding.stage, due));
        Some(OpenNonconformity {
            label: format!("{} · {}", finding.number, finding.title),
            grade: grade_of(finding.kind, finding.grade_rank),
            opened: day(finding.written.date())?,
            due: due.and_then(|(_, by)| day(by)),
            // The register has the ways to them: a name drawn in several pieces is no name of a link.
            href: None,
        })
    });
    let Some(day) = day(today) else { return empty(words) };
    let ageing = Ageing {
        caption: Caption {
            title: words.say("ageing-title"),
            description: words.say("ageing-about"),
            empty: words.say("ageing-empty"),
            left_out: words.say("ageing-left-out"),
        },
        words: AgeingWords {
            nonconformity: words.word("FindingKind", FindingKind::Nonconformity.word()),
            grade: words.field("FindingText", "grade"),
            grades: grade_words(words),
            opened: words.say("ageing-opened"),
            due: words.say("ageing-due"),
            days: words.say("ageing-days"),
            overdue: words.say("ageing-overdue"),
            dates: picture::dates(words),
        },
        today: day,
        open: drawn.collect(),
    };
    Picture::of(words, ageing.figure(&Picture::page("ageing")))
}

fn empty(words: &Words) -> Picture {
    let nothing = Pareto { caption: Caption::default(), words: ParetoWords::default(), clauses: Vec::new() };
    Picture::of(words, nothing.figure(&Picture::page("ageing")))
}

/// The clause that a requirement's findings are gathered under: `6.1.2` of `6.1.2 c) 1)`.
fn clause_of(requirement: &str) -> &str {
    requirement.split_once(' ').map_or(requirement, |(clause, _)| clause)
}

/// The findings by clause, from the gravest grade.
fn by_clause(tallies: &[FindingTally]) -> BTreeMap<&str, [u32; 4]> {
    let mut clauses: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for tally in tallies {
        let counts = clauses.entry(clause_of(&tally.of)).or_default();
        let grade = grade_of(tally.kind, tally.grade_rank);
        for (count, _) in counts.iter_mut().zip(Grade::ALL).filter(|(_, other)| *other == grade) {
            *count = count.saturating_add(u32::try_from(tally.count).unwrap_or(u32::MAX));
        }
    }
    clauses
}

/// The clauses with the most findings, each with the way to them.
fn most(asked: &Asked, clauses: &BTreeMap<&str, [u32; 4]>) -> Vec<(String, String)> {
    let mut most: Vec<(&str, u32)> =
        clauses.iter().map(|(clause, counts)| (*clause, counts.iter().sum())).collect();
    most.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let link = |(clause, count): (&str, u32)| {
        let narrowed = Asked { requirement: clause.to_owned(), ..asked.clone() };
        (format!("{clause} · {count}"), format!("/findings?{}", narrowed.query()))
    };
    most.into_iter().take(CLAUSES_LINKED).map(link).collect()
}

fn pareto(words: &Words, clauses: &BTreeMap<&str, [u32; 4]>) -> Picture {
    let clauses = clauses.iter().map(|(clause, [major, minor, improvement, good])| ParetoClause {
        label: (*clause).to_owned(),
        major: *major,
        minor: *minor,
        improvement: *improvement,
        good: *good,
        href: None,
    });
    let pareto = Pareto {
        caption: Caption {
            title: words.say("pareto-title"),
            description: words.say("pareto-about"),
            empty: words.say("pareto-empty"),
            left_out: words.say("pareto-left-out"),
        },
        words: ParetoWords {
            clause: words.say("pareto-clause"),
            grades: grade_words(words),
            total: words.say("findings-all"),
            cumulative: words.say("pareto-cumulative"),
        },
        clauses: clauses.collect(),
    };
    Picture::of(words, pareto.figure(&Picture::page("pareto")))
}

fn years(tallies: &[FindingTally]) -> Vec<Year> {
    let mut years: BTreeMap<&str, [i64; 4]> = BTreeMap::new();
    for tally in tallies {
        let grade = grade_of(tally.kind, tally.grade_rank);
        let counts = years.entry(&tally.of).or_default();
        for (count, _) in counts.iter_mut().zip(Grade::ALL).filter(|(_, other)| *other == grade) {
            *count += tally.count;
        }
    }
    let year =
        |(year, counts): (&str, [i64; 4])| Year { year: year.to_owned(), all: counts.iter().sum(), counts };
    years.into_iter().rev().map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_gathered_under_their_clauses() {
        assert_eq!(clause_of("6.1.2 c) 1)"), "6.1.2");
        assert_eq!(clause_of("A.5.18"), "A.5.18");
    }

    #[test]
    fn a_year_counts_each_grade() {
        let tally = |year: &str, rank, count| FindingTally {
            of: year.to_owned(),
            kind: FindingKind::Nonconformity,
            grade_rank: rank,
            count,
        };
        let years = years(&[tally("2025", Some(1), 2), tally("2026", Some(2), 3), tally("2026", Some(3), 1)]);
        let said: Vec<(&str, [i64; 4])> =
            years.iter().map(|year| (year.year.as_str(), year.counts)).collect();
        assert_eq!(said, [("2026", [0, 4, 0, 0]), ("2025", [2, 0, 0, 0])]);
    }
}
