//! Small pictures, as exactly as they are drawn: `tests/exact/*.svg`, one element a line, and the table after them.
//! `ASSIZE_RENEW=1` writes them anew.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod support;

use std::fmt::Write;
use std::path::Path;

use assize_pictures::{Figure, Ink};
use support::{checked, page, samples};

fn check(name: &str, ink: Ink, figure: &Figure) {
    checked(figure, ink);
    let mut found = figure.svg.replace("><", ">\n<");
    let _ = write!(found, "\n\n{}\n{}\n", figure.table.caption, figure.table.head.join(" | "));
    for row in &figure.table.rows {
        let _ = writeln!(found, "{}", row.join(" | "));
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exact").join(name).with_extension("svg.txt");
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    assert_eq!(found, std::fs::read_to_string(&path).unwrap(), "{name}");
}

#[test]
fn a_coverage() {
    let mut coverage = samples::coverage();
    coverage.clauses.truncate(2);
    coverage.units.truncate(2);
    coverage.years.truncate(1);
    check("coverage", Ink::Web, &coverage.figure(&page(Ink::Web)));
}

#[test]
fn a_timeline() {
    let mut timeline = samples::timeline();
    timeline.audits.truncate(2);
    check("timeline", Ink::Print, &timeline.figure(&page(Ink::Print)));
}

#[test]
fn a_pareto() {
    let mut pareto = samples::pareto();
    pareto.clauses.truncate(3);
    check("pareto", Ink::Web, &pareto.figure(&page(Ink::Web)));
}

#[test]
fn an_ageing() {
    let mut ageing = samples::ageing();
    ageing.open.truncate(2);
    check("ageing", Ink::Print, &ageing.figure(&page(Ink::Print)));
}

#[test]
fn a_competence_matrix() {
    let mut competence = samples::competence();
    competence.people.truncate(1);
    check("competence", Ink::Web, &competence.figure(&page(Ink::Web)));
}

#[test]
fn a_risk_matrix() {
    let mut risks = samples::risks();
    risks.items.truncate(2);
    check("risks", Ink::Print, &risks.figure(&page(Ink::Print)));
}

#[test]
fn a_progress() {
    check("progress", Ink::Web, &samples::progress().figure(&page(Ink::Web)));
}

#[test]
fn a_calendar() {
    let mut calendar = samples::calendar();
    calendar.days.truncate(1);
    calendar.days[0].sessions.drain(..5);
    check("calendar", Ink::Print, &calendar.figure(&page(Ink::Print)));
}

#[test]
fn a_validity() {
    let mut validity = samples::validity();
    validity.rows.truncate(3);
    check("validity", Ink::Web, &validity.figure(&page(Ink::Web)));
}

#[test]
fn a_map_of_sites() {
    check("sites", Ink::Print, &samples::sites().figure(&page(Ink::Print)));
}
