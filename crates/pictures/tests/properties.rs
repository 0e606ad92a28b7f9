//! What holds of every picture, whatever it is given.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod support;

use assize_pictures::ageing::OpenNonconformity;
use assize_pictures::calendar::{CalendarDay, CalendarSession, TimeOfDay};
use assize_pictures::competence::{CompetenceCell, CompetencePerson, CompetenceState};
use assize_pictures::coverage::{CoverageCell, CoverageState, CoverageYear};
use assize_pictures::pareto::ParetoClause;
use assize_pictures::risk::{RiskItem, RiskKind};
use assize_pictures::sites::{SiteMark, SiteMarkKind, SiteZone};
use assize_pictures::timeline::{TimelineAudit, TimelineState};
use assize_pictures::validity::{ValidityRow, ValidityState};
use assize_pictures::{
    Day, Figure, Grade, Ink, Page, ageing, calendar, competence, coverage, pareto, risk, sites, timeline,
    validity,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use support::{checked, page, samples};

const HOSTILE: &str = "\"><script>alert(1)</script>&amp;]]>\0\u{1b}\u{fffe}\u{202e}'";

fn label() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(HOSTILE.to_owned()),
        Just(String::new()),
        "[a-z ]{1,20}",
        any::<String>(),
        "[一-龠]{1,60}"
    ]
}

fn href() -> impl Strategy<Value = Option<String>> {
    option::of(prop_oneof![
        Just("/audits/1?a=1&b=2".to_owned()),
        Just("javascript:alert(1)".to_owned()),
        Just("//elsewhere.example/".to_owned()),
        any::<String>(),
    ])
}

fn day() -> impl Strategy<Value = Day> {
    let near = (2020_u16..2030, 1_u8..=12, 1_u8..=28);
    let far = (1_u16..=9999, 1_u8..=12, 1_u8..=28);
    prop_oneof![4 => near, 1 => far].prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0_u32..30, any::<u32>()]
}

/// Draws with both inks, checks both, and gives the figure of the web and what the printed one says.
fn drawn(draw: impl Fn(&Page) -> Figure) -> (Figure, String) {
    let print = draw(&page(Ink::Print));
    let said = checked(&print, Ink::Print);
    let web = draw(&page(Ink::Web));
    checked(&web, Ink::Web);
    assert_eq!(web.table, print.table);
    assert!(!web.svg.contains("<script") && !web.svg.contains("javascript:"));
    (web, said)
}

fn cells(figure: &Figure) -> Vec<String> {
    figure.table.rows.iter().flatten().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_coverage_says_every_cell(
        clauses in vec(label(), 0..5),
        units in vec(label(), 0..5),
        numbers in vec((0_usize..4, any::<u8>(), number(), href()), 75),
        years in 0_usize..4,
    ) {
        let states = [CoverageState::NotPlanned, CoverageState::Planned, CoverageState::Tested, CoverageState::Findings];
        let mut numbers = numbers.into_iter().cycle();
        let mut picture = samples::coverage();
        picture.years = (0..years).map(|year| CoverageYear {
            label: format!("year {year}"),
            cells: clauses.iter().map(|_| units.iter().map(|_| {
                let (state, level, count, href) = numbers.next().unwrap();
                CoverageCell { state: states[state], level, count, href }
            }).collect()).collect(),
        }).collect();
        (picture.clauses, picture.units) = (clauses, units);
        let (figure, _) = drawn(|page| picture.figure(page));
        let mut rows = figure.table.rows.iter();
        for year in picture.years.iter().filter(|_| !picture.units.is_empty()) {
            for (clause, cells) in picture.clauses.iter().zip(&year.cells) {
                let row = rows.next().unwrap();
                prop_assert_eq!(&row[..2], &[year.label.clone(), clause.clone()]);
                for (cell, said) in cells.iter().zip(&row[2..]) {
                    let number = format!("tests {}, depth {}", cell.count, cell.level);
                    prop_assert!(said.ends_with(&number) || (cell.count, cell.level) == (0, 0), "{}", said);
                }
            }
        }
    }

    #[test]
    fn a_timeline_says_every_audit(
        audits in vec((label(), label(), 0_usize..4, day(), day(), href()), 0..12),
        (from, to, today) in (day(), day(), option::of(day())),
    ) {
        let states = [TimelineState::Planned, TimelineState::Running, TimelineState::Completed, TimelineState::Cancelled];
        let mut picture = samples::timeline();
        picture.audits = audits.into_iter().map(|(name, kind, state, from, to, href)| {
            TimelineAudit { name, kind, state: states[state], from, to, href }
        }).collect();
        (picture.from, picture.to, picture.today) = (from, to, today);
        let (figure, _) = drawn(|page| picture.figure(page));
        prop_assert_eq!(figure.table.rows.len(), picture.audits.len());
        for audit in &picture.audits {
            let (from, to) = (audit.from.to_string(), audit.to.to_string());
            prop_assert!(figure.table.rows.iter().any(|row| row[0] == audit.name && row[1] == audit.kind && row[3] == from && row[4] == to));
        }
    }

    #[test]
    fn a_pareto_says_every_count(clauses in vec((label(), [number(), number(), number(), number()], href()), 0..12)) {
        let mut picture = samples::pareto();
        picture.clauses = clauses.iter().cloned().map(|(label, [major, minor, improvement, good], href)| {
            ParetoClause { label, major, minor, improvement, good, href }
        }).collect();
        let (figure, _) = drawn(|page| picture.figure(page));
        for (label, counts, _) in &clauses {
            let counts: Vec<String> = counts.iter().map(u32::to_string).collect();
            prop_assert!(figure.table.rows.iter().any(|row| row[0] == *label && row[1..5] == counts));
        }
        let totals: Vec<u64> = figure.table.rows.iter().map(|row| row[5].parse().unwrap()).collect();
        prop_assert!(totals.is_sorted_by(|one, next| one >= next));
        if totals.iter().any(|total| *total > 0) {
            prop_assert_eq!(&figure.table.rows.last().unwrap()[6], "100 %");
        }
    }

    #[test]
    fn an_ageing_says_every_day(
        open in vec((label(), 0_usize..4, day(), option::of(day()), href()), 0..12),
        today in day(),
    ) {
        let mut picture = samples::ageing();
        picture.today = today;
        picture.open = open.into_iter().map(|(label, grade, opened, due, href)| {
            OpenNonconformity { label, grade: Grade::ALL[grade], opened, due, href }
        }).collect();
        let (figure, _) = drawn(|page| picture.figure(page));
        for open in &picture.open {
            let due = open.due.map_or(String::new(), |due| due.to_string());
            let found = figure.table.rows.iter().find(|row| {
                row[0] == open.label && row[2] == open.opened.to_string() && row[4] == due
            }).unwrap();
            prop_assert_eq!(found[5].is_empty(), open.due.is_none_or(|due| due >= today));
        }
    }

    #[test]
    fn a_competence_matrix_says_every_date(
        areas in vec(label(), 0..16),
        people in vec((label(), vec((0_usize..5, option::of(day())), 16), href()), 0..6),
    ) {
        use CompetenceState::{Competent, EndsSoon, InDevelopment, Lapsed, Missing};
        let mut picture = samples::competence();
        picture.people = people.into_iter().map(|(name, cells, href)| CompetencePerson {
            name,
            cells: cells.iter().map(|(state, date)| CompetenceCell {
                state: [Competent, EndsSoon, InDevelopment, Lapsed, Missing][*state],
                date: *date,
            }).collect(),
            href,
        }).collect();
        picture.areas = areas;
        let (figure, _) = drawn(|page| picture.figure(page));
        for (person, row) in picture.people.iter().zip(&figure.table.rows) {
            prop_assert_eq!(&person.name, &row[0]);
            for (cell, said) in person.cells.iter().zip(&row[1..]) {
                prop_assert!(cell.date.is_none_or(|date| said.ends_with(&date.to_string())), "{}", said);
            }
        }
    }

    #[test]
    fn a_picture_of_validity_says_every_row(
        rows in vec((label(), label(), 0_usize..4, day(), option::of(day()), href()), 0..50),
        today in day(),
    ) {
        let mut picture = samples::validity();
        picture.today = Some(today);
        picture.rows = rows.into_iter().map(|(group, name, state, from, to, href)| ValidityRow {
            group, name, kind: "training".to_owned(), state: ValidityState::ALL[state], from, to, href,
        }).collect();
        let (figure, _) = drawn(|page| picture.figure(page));
        for (row, said) in picture.rows.iter().zip(&figure.table.rows) {
            prop_assert_eq!((&row.group, &row.name), (&said[0], &said[1]));
            prop_assert_eq!(&row.from.to_string(), &said[4]);
            prop_assert_eq!(row.to.map_or(String::new(), |to| to.to_string()), said[5].clone());
        }
    }

    #[test]
    fn a_map_of_sites_says_every_site(
        zones in vec((label(), vec((label(), label(), any::<bool>(), href()), 0..30)), 0..12),
    ) {
        let mut picture = samples::sites();
        picture.zones = zones.into_iter().map(|(name, sites)| SiteZone {
            name,
            offset: "UTC".to_owned(),
            sites: sites.into_iter().map(|(name, place, is_virtual, href)| SiteMark {
                name, place, kind: if is_virtual { SiteMarkKind::Virtual } else { SiteMarkKind::Physical }, href,
            }).collect(),
        }).collect();
        let (figure, _) = drawn(|page| picture.figure(page));
        let sites = picture.zones.iter().flat_map(|zone| zone.sites.iter().map(move |site| (zone, site)));
        prop_assert_eq!(sites.clone().count(), figure.table.rows.len());
        for ((zone, site), said) in sites.zip(&figure.table.rows) {
            prop_assert!(said[0].starts_with(&zone.name) && site.name == said[1] && site.place == said[2]);
        }
    }

    #[test]
    fn a_risk_matrix_says_every_item(
        items in vec((any::<u32>(), label(), any::<bool>(), 0_u8..8, 0_u8..8, href()), 0..40),
    ) {
        let mut picture = samples::risks();
        picture.items = items.into_iter().map(|(number, label, risk, likelihood, consequence, href)| RiskItem {
            number, label, kind: if risk { RiskKind::Risk } else { RiskKind::Opportunity }, likelihood, consequence, href,
        }).collect();
        let (figure, said) = drawn(|page| picture.figure(page));
        for item in &picture.items {
            let is_said = figure.table.rows.iter().any(|row| {
                row[1] == item.number.to_string() && row[2] == item.label
                    && row[3].starts_with(&item.likelihood.to_string())
                    && row[4].starts_with(&item.consequence.to_string())
            });
            prop_assert!(is_said);
        }
        let scale = |step: u8| (1..=5).contains(&step);
        let outside = picture.items.iter().filter(|item| !scale(item.likelihood) || !scale(item.consequence)).count();
        prop_assert_eq!(said.contains(&format!("not shown: {outside}")), outside > 0);
    }

    #[test]
    fn a_progress_says_every_number(numbers in [number(), number(), number(), number(), number(), number()], href in href()) {
        let mut picture = samples::progress();
        let [open, evaluated, reviewed, aside, used, planned] = numbers;
        (picture.papers_open, picture.papers_evaluated) = (open, evaluated);
        (picture.papers_reviewed, picture.papers_set_aside) = (reviewed, aside);
        (picture.used_minutes, picture.planned_minutes, picture.href) = (used, planned, href);
        let (figure, _) = drawn(|page| picture.figure(page));
        let cells = cells(&figure);
        for number in [open, evaluated, reviewed, aside] {
            prop_assert!(cells.contains(&number.to_string()));
        }
        for minutes in [used, planned] {
            let lasts = format!("{} h {:02} min", minutes / 60, minutes % 60);
            prop_assert!(cells.contains(&lasts));
        }
    }

    #[test]
    fn a_calendar_says_every_session(
        auditors in vec(label(), 0..10),
        days in vec((day(), label(), vec((label(), vec(0_usize..12, 0..4), 0_u16..=1440, 0_u16..=1440, href()), 0..12)), 0..4),
    ) {
        let at = |minutes| TimeOfDay::from_minutes(minutes).unwrap();
        let mut picture = samples::calendar();
        picture.auditors = auditors;
        picture.days = days.into_iter().map(|(day, label, sessions)| CalendarDay {
            day,
            label,
            sessions: sessions.into_iter().map(|(label, auditors, from, to, href)| {
                CalendarSession { label, auditors, from: at(from), to: at(to), href }
            }).collect(),
        }).collect();
        let (figure, _) = drawn(|page| picture.figure(page));
        for session in picture.days.iter().flat_map(|day| &day.sessions) {
            let is_said = figure.table.rows.iter().any(|row| {
                row[1] == session.from.to_string() && row[2] == session.to.to_string() && row[3] == session.label
            });
            prop_assert!(is_said);
        }
    }
}

#[test]
fn nothing_is_a_picture_too() {
    let mut figures = Vec::new();
    let mut coverage = samples::coverage();
    coverage.years.clear();
    figures.push(drawn(|page| coverage.figure(page)));
    let mut timeline = samples::timeline();
    timeline.audits.clear();
    figures.push(drawn(|page| timeline.figure(page)));
    let mut pareto = samples::pareto();
    pareto.clauses.clear();
    figures.push(drawn(|page| pareto.figure(page)));
    let mut ageing = samples::ageing();
    ageing.open.clear();
    figures.push(drawn(|page| ageing.figure(page)));
    let mut competence = samples::competence();
    competence.people.clear();
    figures.push(drawn(|page| competence.figure(page)));
    let mut risks = samples::risks();
    risks.items.clear();
    figures.push(drawn(|page| risks.figure(page)));
    let mut calendar = samples::calendar();
    calendar.days.clear();
    figures.push(drawn(|page| calendar.figure(page)));
    let mut validity = samples::validity();
    validity.rows.clear();
    figures.push(drawn(|page| validity.figure(page)));
    let mut sites = samples::sites();
    sites.zones.clear();
    figures.push(drawn(|page| sites.figure(page)));
    for (figure, said) in figures {
        assert!(said.ends_with("nothing to show yet"), "{said}");
        assert_eq!(figure.table.rows, Vec::<Vec<String>>::new());
        assert!(!figure.table.head.is_empty());
    }
}

#[test]
fn what_the_limits_leave_out_is_counted_and_in_the_table() {
    let mut coverage = samples::coverage();
    coverage.clauses = (0..=coverage::CLAUSES_MAX).map(|clause| clause.to_string()).collect();
    let (figure, said) = drawn(|page| coverage.figure(page));
    assert!(said.ends_with("not shown: 18"), "{said}");
    assert_eq!(figure.table.rows.len(), 3 * (coverage::CLAUSES_MAX + 1));

    let mut timeline = samples::timeline();
    timeline.audits = vec![timeline.audits[0].clone(); timeline::AUDITS_MAX + 2];
    check_left_out(2, timeline::AUDITS_MAX + 2, drawn(|page| timeline.figure(page)));

    let mut pareto = samples::pareto();
    pareto.clauses = vec![pareto.clauses[0].clone(); pareto::CLAUSES_MAX + 3];
    check_left_out(3, pareto::CLAUSES_MAX + 3, drawn(|page| pareto.figure(page)));

    let mut ageing = samples::ageing();
    ageing.open = vec![ageing.open[0].clone(); ageing::OPEN_MAX + 4];
    check_left_out(4, ageing::OPEN_MAX + 4, drawn(|page| ageing.figure(page)));

    let mut competence = samples::competence();
    competence.people = vec![competence.people[0].clone(); competence::PEOPLE_MAX + 1];
    check_left_out(7, competence::PEOPLE_MAX + 1, drawn(|page| competence.figure(page)));

    let mut risks = samples::risks();
    risks.items = vec![risks.items[0].clone(); risk::ITEMS_MAX + 5];
    check_left_out(5, risk::ITEMS_MAX + 5, drawn(|page| risks.figure(page)));

    let mut validity = samples::validity();
    validity.rows = vec![validity.rows[0].clone(); validity::ROWS_MAX + 2];
    check_left_out(2, validity::ROWS_MAX + 2, drawn(|page| validity.figure(page)));

    let mut sites = samples::sites();
    sites.zones.truncate(1);
    sites.zones[0].sites = vec![sites.zones[0].sites[0].clone(); sites::SITES_MAX + 3];
    check_left_out(3, sites::SITES_MAX + 3, drawn(|page| sites.figure(page)));

    let mut calendar = samples::calendar();
    calendar.days.truncate(1);
    let session = calendar.days[0].sessions[0].clone();
    let at = |minutes: usize| TimeOfDay::from_minutes(u16::try_from(minutes).unwrap()).unwrap();
    let sessions = (0..calendar::SESSIONS_MAX + 6).map(|place| CalendarSession {
        from: at(place * 10),
        to: at(place * 10 + 10),
        ..session.clone()
    });
    calendar.days[0].sessions = sessions.collect();
    check_left_out(6, calendar::SESSIONS_MAX + 6, drawn(|page| calendar.figure(page)));
}

#[test]
fn a_session_that_cannot_be_drawn_for_everybody_in_it_is_left_out() {
    let mut calendar = samples::calendar();
    calendar.days.truncate(1);
    let session = CalendarSession { auditors: vec![0], ..calendar.days[0].sessions[0].clone() };
    calendar.days[0].sessions = vec![session.clone(); calendar::LANES_MAX];
    let (_, said) = drawn(|page| calendar.figure(page));
    assert!(!said.contains("not shown"), "{said}");

    let of = |auditors: &[usize]| CalendarSession { auditors: auditors.to_vec(), ..session.clone() };
    calendar.auditors = (0..=calendar::AUDITORS_MAX).map(|auditor| format!("auditor {auditor}")).collect();
    let last = calendar::AUDITORS_MAX;
    calendar.days[0].sessions.extend([of(&[0]), of(&[]), of(&[99]), of(&[1, last]), of(&[1, 99])]);
    check_left_out(4, calendar::LANES_MAX + 5, drawn(|page| calendar.figure(page)));
}

fn check_left_out(left_out: usize, rows: usize, (figure, said): (Figure, String)) {
    assert!(said.ends_with(&format!("not shown: {left_out}")), "{said}");
    assert_eq!(figure.table.rows.len(), rows);
}

#[test]
fn a_clash_is_named_and_hatched_and_meetings_after_each_other_are_none() {
    let mut calendar = samples::calendar();
    let (figure, said) = drawn(|page| calendar.figure(page));
    let clashing: Vec<&String> =
        figure.table.rows.iter().filter(|row| !row[5].is_empty()).map(|row| &row[3]).collect();
    assert_eq!(clashing, ["Logging and monitoring", "Backups"]);
    assert!(figure.svg.contains("class=\"hatch\"") && said.ends_with("clash"));

    let end = TimeOfDay::from_minutes(14 * 60 + 30).unwrap();
    for session in calendar.days[0].sessions.iter_mut().filter(|session| session.label == "Backups") {
        assert!(session.from < end);
        session.from = end;
    }
    let (figure, _) = drawn(|page| calendar.figure(page));
    assert!(figure.table.rows.iter().all(|row| row[5].is_empty()) && !figure.svg.contains("hatch"));
}

#[test]
fn what_is_overdue_is_hatched_and_said_in_days() {
    let mut ageing = samples::ageing();
    let (figure, _) = drawn(|page| ageing.figure(page));
    let overdue: Vec<&str> = figure.table.rows.iter().map(|row| row[5].as_str()).collect();
    assert_eq!(overdue, ["28", "", "9", "", "", ""]);

    // On its due day it is not overdue yet; the hatching that is left is the key's.
    ageing.today = Day::new(2026, 5, 13).unwrap();
    let (figure, _) = drawn(|page| ageing.figure(page));
    assert!(figure.table.rows.iter().all(|row| row[5].is_empty()));
    assert_eq!(figure.svg.matches("class=\"hatch\"").count(), 1);
}

#[test]
fn links_make_a_group_of_an_image_and_stay_out_of_print() {
    let mut progress = samples::progress();
    let web = progress.figure(&page(Ink::Web)).svg;
    assert!(
        web.contains("role=\"group\"")
            && web.contains("<a href=\"/audits/1/papers\" aria-label=\"reviewed 41\">")
    );
    let print = progress.figure(&page(Ink::Print)).svg;
    assert!(print.contains("role=\"img\"") && !print.contains("<a "));
    progress.href = None;
    assert!(progress.figure(&page(Ink::Web)).svg.contains("role=\"img\""));
}

#[test]
fn a_prefix_makes_ids_and_nothing_else() {
    let at =
        |prefix: &str| samples::progress().figure(&Page { ink: Ink::Web, prefix: prefix.to_owned() }).svg;
    assert!(at("a-1\" onload=\"x").contains("<title id=\"picture-a-1onloadx-title\">"));
    assert!(!at("a").contains("\"picture-b-title\"") && at("b").contains("\"picture-b-title\""));
}

#[test]
fn a_label_that_was_cut_stands_whole_beside_it() {
    let mut ageing = samples::ageing();
    let whole = "NC-12 Baselines of servers and workstations in the data centre were never compared";
    ageing.open.truncate(1);
    ageing.open[0].label = whole.to_owned();
    let svg = ageing.figure(&page(Ink::Print)).svg;
    assert!(svg.contains("…</text>") && svg.contains(&format!("<title>{whole}</title>")));
}
