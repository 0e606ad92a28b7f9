//! An auditing organization's pictures, made up, one of each kind.

use assize_pictures::ageing::{AgeingWords, OpenNonconformity};
use assize_pictures::calendar::{CalendarDay, CalendarSession, CalendarWords, TimeOfDay};
use assize_pictures::competence::{CompetenceCell, CompetencePerson, CompetenceState, CompetenceWords};
use assize_pictures::coverage::{CoverageCell, CoverageState, CoverageWords, CoverageYear};
use assize_pictures::pareto::{ParetoClause, ParetoWords};
use assize_pictures::progress::ProgressWords;
use assize_pictures::risk::{RiskItem, RiskKind, RiskWords};
use assize_pictures::sites::{SiteMark, SiteMarkKind, SiteWords, SiteZone};
use assize_pictures::timeline::{TimelineAudit, TimelineState, TimelineWords};
use assize_pictures::validity::{ValidityRow, ValidityState, ValidityWords};
use assize_pictures::{
    Ageing, Calendar, Caption, CompetenceMatrix, Coverage, Day, Figure, Grade, GradeWords, Page, Pareto,
    Progress, RiskMatrix, SiteMap, Timeline, Validity,
};

/// Every picture with its name.
pub(crate) fn figures(page: impl Fn(&str) -> Page) -> Vec<(&'static str, Figure)> {
    vec![
        ("coverage", coverage().figure(&page("coverage"))),
        ("timeline", timeline().figure(&page("timeline"))),
        ("pareto", pareto().figure(&page("pareto"))),
        ("ageing", ageing().figure(&page("ageing"))),
        ("competence", competence().figure(&page("competence"))),
        ("validity", validity().figure(&page("validity"))),
        ("sites", sites().figure(&page("sites"))),
        ("risks", risks().figure(&page("risks"))),
        ("progress", progress().figure(&page("progress"))),
        ("calendar", calendar().figure(&page("calendar"))),
    ]
}

fn caption(title: &str, description: &str) -> Caption {
    Caption {
        title: title.into(),
        description: description.into(),
        empty: "nothing to show yet".into(),
        left_out: "not shown".into(),
    }
}

fn day(year: u16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).unwrap()
}

fn grades() -> GradeWords {
    GradeWords {
        major: "major nonconformity".into(),
        minor: "minor nonconformity".into(),
        improvement: "opportunity for improvement".into(),
        good: "good practice".into(),
    }
}

fn list<const N: usize>(words: [&str; N]) -> [String; N] {
    words.map(str::to_owned)
}

pub(crate) fn coverage() -> Coverage {
    let clauses = list([
        "4.1 Context",
        "4.2 Interested parties",
        "4.3 Scope",
        "4.4 ISMS",
        "5.1 Leadership",
        "5.2 Policy",
        "5.3 Roles",
        "6.1 Risks and opportunities",
        "6.2 Objectives",
        "6.3 Changes",
        "7.1 Resources",
        "7.2 Competence",
        "7.3 Awareness",
        "7.4 Communication",
        "7.5 Documented information",
        "8.1 Operation",
        "8.2 Risk assessment",
        "8.3 Risk treatment",
        "9.1 Monitoring",
        "9.2 Internal audit",
        "9.3 Management review",
        "10.1 Improvement",
        "10.2 Nonconformity",
    ]);
    let cell = |year: usize, row: usize, column: usize| {
        let number = row * 7 + column * 5 + year * 11;
        let state = match number % 9 {
            0 | 4 => CoverageState::NotPlanned,
            1 if year == 2 => CoverageState::Planned,
            2 => CoverageState::Findings,
            _ if year == 2 && row > 13 => CoverageState::Planned,
            _ => CoverageState::Tested,
        };
        let done = matches!(state, CoverageState::Tested | CoverageState::Findings);
        CoverageCell {
            state,
            level: if done { 1 + u8::try_from(number % 4).unwrap() } else { 0 },
            count: if done { 1 + u32::try_from(number % 13).unwrap() } else { 0 },
            href: done.then(|| format!("/coverage?clause={row}&unit={column}")),
        }
    };
    let year = |year: usize, label: &str| CoverageYear {
        label: label.into(),
        cells: (0..clauses.len()).map(|row| (0..6).map(|column| cell(year, row, column)).collect()).collect(),
    };
    Coverage {
        caption: caption("Coverage of ISO/IEC 27001:2022", "Clauses against units in three years."),
        words: CoverageWords {
            clause: "clause".into(),
            year: "year".into(),
            level: "depth".into(),
            count: "tests".into(),
            not_planned: "not planned".into(),
            planned: "planned".into(),
            tested: "tested".into(),
            findings: "tested, with findings".into(),
        },
        years: vec![year(0, "2024"), year(1, "2025"), year(2, "2026")],
        clauses: clauses.to_vec(),
        units: list([
            "Head office",
            "Data centre",
            "Development",
            "Service desk",
            "Sales",
            "Human resources",
        ])
        .to_vec(),
    }
}

pub(crate) fn timeline() -> Timeline {
    let audit = |name: &str, kind: &str, state, from: (u8, u8), to: (u8, u8)| TimelineAudit {
        name: name.into(),
        kind: kind.into(),
        state,
        from: day(2026, from.0, from.1),
        to: day(2026, to.0, to.1),
        href: Some("/audits/1".into()),
    };
    Timeline {
        caption: caption("Audit programme 2026", "The audits of the programme in time."),
        words: TimelineWords {
            months: list([
                "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
            ]),
            today: "today".into(),
            audit: "audit".into(),
            kind: "type".into(),
            state: "state".into(),
            from: "from".into(),
            to: "to".into(),
            planned: "planned".into(),
            running: "being carried out".into(),
            completed: "completed".into(),
            cancelled: "cancelled".into(),
            dates: assize_pictures::Dates::Iso,
        },
        from: day(2026, 1, 1),
        to: day(2027, 3, 31),
        today: Some(day(2026, 6, 10)),
        audits: vec![
            audit("Head office", "internal", TimelineState::Completed, (1, 19), (1, 30)),
            audit("Data centre Leipzig", "internal", TimelineState::Completed, (2, 9), (2, 12)),
            audit("Northgate Hosting", "supplier", TimelineState::Completed, (3, 2), (3, 3)),
            audit("Development", "internal", TimelineState::Completed, (4, 13), (4, 24)),
            audit("Payroll bureau", "supplier", TimelineState::Cancelled, (5, 4), (5, 5)),
            audit("Service desk", "internal", TimelineState::Running, (6, 8), (6, 19)),
            audit("Surveillance", "surveillance", TimelineState::Planned, (7, 6), (7, 9)),
            audit("Sales", "internal", TimelineState::Planned, (9, 7), (9, 11)),
            audit("Human resources", "internal", TimelineState::Planned, (10, 5), (10, 9)),
            audit(
                "Cloud platform and its operation by partners abroad",
                "supplier",
                TimelineState::Planned,
                (12, 1),
                (12, 4),
            ),
        ],
    }
}

pub(crate) fn pareto() -> Pareto {
    let clause = |label: &str, [major, minor, improvement, good]: [u32; 4]| ParetoClause {
        label: label.into(),
        major,
        minor,
        improvement,
        good,
        href: Some(format!("/findings?clause={label}")),
    };
    Pareto {
        caption: caption("Findings by clause", "Findings of the programme, the most first."),
        words: ParetoWords {
            clause: "clause".into(),
            grades: grades(),
            total: "all".into(),
            cumulative: "cumulative".into(),
        },
        clauses: vec![
            clause("A.8.9", [2, 5, 3, 0]),
            clause("A.5.18", [1, 4, 2, 1]),
            clause("6.1.3", [1, 2, 1, 0]),
            clause("A.8.15", [0, 3, 2, 0]),
            clause("9.2.2", [0, 2, 1, 1]),
            clause("A.5.23", [0, 1, 2, 0]),
            clause("7.5.3", [0, 2, 0, 0]),
            clause("A.6.3", [0, 0, 1, 2]),
            clause("A.8.32", [0, 1, 0, 0]),
            clause("5.3", [0, 0, 1, 0]),
        ],
    }
}

pub(crate) fn ageing() -> Ageing {
    let open = |label: &str, grade, opened, due| OpenNonconformity {
        label: label.into(),
        grade,
        opened,
        due,
        href: Some("/findings/1".into()),
    };
    Ageing {
        caption: caption("Open nonconformities", "Their age in days against their due dates."),
        words: AgeingWords {
            nonconformity: "nonconformity".into(),
            grade: "grade".into(),
            grades: grades(),
            opened: "opened".into(),
            due: "due".into(),
            days: "age, days".into(),
            overdue: "overdue, days".into(),
            dates: assize_pictures::Dates::Iso,
        },
        today: day(2026, 6, 10),
        open: vec![
            open("NC-12 Baselines of servers", Grade::Major, day(2026, 2, 12), Some(day(2026, 5, 13))),
            open("NC-14 Leavers keep access", Grade::Minor, day(2026, 2, 12), Some(day(2026, 6, 30))),
            open("NC-15 Logs are not reviewed", Grade::Minor, day(2026, 3, 3), Some(day(2026, 6, 1))),
            open(
                "NC-19 Treatment plan without owners",
                Grade::Major,
                day(2026, 4, 24),
                Some(day(2026, 7, 23)),
            ),
            open("NC-21 Scope of the internal audit", Grade::Minor, day(2026, 4, 24), None),
            open("NC-22 Cloud contract", Grade::Minor, day(2026, 6, 9), Some(day(2026, 9, 7))),
        ],
    }
}

pub(crate) fn competence() -> CompetenceMatrix {
    use CompetenceState::{Competent, EndsSoon, InDevelopment, Lapsed, Missing};
    let person = |name: &str, states: [CompetenceState; 7]| CompetencePerson {
        name: name.into(),
        cells: states
            .iter()
            .enumerate()
            .map(|(place, state)| CompetenceCell {
                state: *state,
                date: match state {
                    Competent => (place % 2 == 0).then(|| day(2028, 4, 30)),
                    EndsSoon => Some(day(2026, 7, 31)),
                    InDevelopment => Some(day(2026, 12, 31)),
                    Lapsed => Some(day(2026, 3, 31)),
                    Missing => None,
                },
            })
            .collect(),
        href: Some("/people/1".into()),
    };
    CompetenceMatrix {
        caption: caption("Competence of the pool", "People against areas and roles."),
        words: CompetenceWords {
            person: "person".into(),
            competent: "competent".into(),
            ends_soon: "ends soon".into(),
            lapsed: "lapsed".into(),
            missing: "missing".into(),
            in_development: "in development".into(),
            dates: assize_pictures::Dates::Iso,
        },
        areas: list([
            "Team leader",
            "ISO/IEC 27001",
            "Cloud",
            "Software development",
            "Physical security",
            "Privacy",
            "Health care",
        ])
        .to_vec(),
        people: vec![
            person("Ada Brandt", [Competent, Competent, Competent, Missing, Competent, EndsSoon, Missing]),
            person(
                "Benedikt Osei",
                [InDevelopment, Competent, Competent, Competent, Missing, Missing, Lapsed],
            ),
            person(
                "Chiara Lindqvist",
                [EndsSoon, Competent, Missing, Missing, Competent, Competent, InDevelopment],
            ),
            person(
                "Dmitri Varga",
                [Missing, Competent, InDevelopment, Competent, Missing, Missing, Competent],
            ),
            person(
                "Elizabeth Montgomery-Hale",
                [Missing, InDevelopment, Missing, Missing, EndsSoon, Missing, Missing],
            ),
        ],
    }
}

pub(crate) fn risks() -> RiskMatrix {
    let item = |number, label: &str, kind, likelihood, consequence| RiskItem {
        number,
        label: label.into(),
        kind,
        likelihood,
        consequence,
        href: Some("/programme/risks".into()),
    };
    use RiskKind::{Opportunity, Risk};
    RiskMatrix {
        caption: caption("Risks of the programme", "Risks and opportunities by likelihood and consequence."),
        words: RiskWords {
            number: "no.".into(),
            kind: "kind".into(),
            item: "what might happen".into(),
            risk: "Risks".into(),
            opportunity: "Opportunities".into(),
            likelihood: "likelihood".into(),
            consequence: "consequence".into(),
            likelihoods: list(["rare", "unlikely", "possible", "likely", "almost certain"]),
            consequences: list(["slight", "minor", "moderate", "serious", "grave"]),
        },
        items: vec![
            item(1, "The only cloud auditor is away in autumn", Risk, 4, 4),
            item(2, "Evidence sent by unprotected mail", Risk, 2, 5),
            item(3, "Sites moved after the extent was agreed", Risk, 3, 2),
            item(4, "Remote interviews recorded without consent", Risk, 2, 5),
            item(5, "Too little time for the data centre", Risk, 3, 4),
            item(6, "Supplier refuses the audit", Risk, 2, 5),
            item(7, "Leader knows the auditee's management", Risk, 2, 5),
            item(8, "Travel stopped at short notice", Risk, 2, 5),
            item(9, "Two audits of one site on one trip", Opportunity, 4, 2),
            item(10, "Reports of the customer's own auditors used", Opportunity, 3, 3),
            item(11, "New auditors learn in the team", Opportunity, 5, 3),
        ],
    }
}

pub(crate) fn progress() -> Progress {
    Progress {
        caption: caption("Progress", "Working papers by state, and minutes used."),
        words: ProgressWords {
            what: "what".into(),
            number: "number".into(),
            papers: "working papers".into(),
            open: "open".into(),
            evaluated: "evaluated".into(),
            reviewed: "reviewed".into(),
            set_aside: "not audited".into(),
            minutes: "minutes".into(),
            used: "used".into(),
            planned: "planned".into(),
            beyond: "beyond the plan".into(),
        },
        papers_open: 18,
        papers_evaluated: 23,
        papers_reviewed: 41,
        papers_set_aside: 4,
        used_minutes: 1260,
        planned_minutes: 1920,
        href: Some("/audits/1/papers".into()),
    }
}

pub(crate) fn calendar() -> Calendar {
    let at = |hour: u16, minute: u16| TimeOfDay::from_minutes(hour * 60 + minute).unwrap();
    let session = |label: &str, auditors: &[usize], from: (u16, u16), to: (u16, u16)| CalendarSession {
        label: label.into(),
        auditors: auditors.to_vec(),
        from: at(from.0, from.1),
        to: at(to.0, to.1),
        href: Some("/sessions/1".into()),
    };
    Calendar {
        caption: caption("Audit plan", "Sessions by day and auditor."),
        words: CalendarWords {
            day: "day".into(),
            from: "from".into(),
            to: "to".into(),
            session: "session".into(),
            auditors: "auditors".into(),
            clash: "clash".into(),
            dates: assize_pictures::Dates::Iso,
        },
        auditors: list(["Ada Brandt", "Benedikt Osei", "Chiara Lindqvist"]).to_vec(),
        days: vec![
            CalendarDay {
                day: day(2026, 6, 8),
                label: "Monday".into(),
                sessions: vec![
                    session("Opening meeting", &[0, 1, 2], (9, 0), (9, 30)),
                    session("Context, scope and leadership: managing director", &[0], (9, 45), (11, 30)),
                    session("Access control: service desk", &[1], (9, 45), (12, 0)),
                    session("Physical security: tour of the data centre", &[2], (10, 0), (12, 0)),
                    session("Risk treatment: security officer", &[0], (13, 0), (15, 0)),
                    session("Logging and monitoring", &[1], (13, 0), (14, 30)),
                    session("Backups", &[1], (14, 0), (15, 0)),
                    session("Suppliers: procurement", &[2], (13, 0), (14, 0)),
                    session("Meeting of the team", &[0, 1, 2], (16, 0), (16, 30)),
                ],
            },
            CalendarDay {
                day: day(2026, 6, 9),
                label: "Tuesday".into(),
                sessions: vec![
                    session("Internal audit and management review", &[0], (9, 0), (10, 30)),
                    session("Secure development", &[1, 2], (9, 0), (11, 0)),
                    session("Closing meeting", &[0, 1, 2], (12, 0), (12, 30)),
                ],
            },
        ],
    }
}

pub(crate) fn validity() -> Validity {
    let row = |group: &str, name: &str, state, from, to| ValidityRow {
        group: group.into(),
        name: name.into(),
        kind: "training".into(),
        state,
        from,
        to,
        href: Some("/evidence/1".into()),
    };
    Validity {
        caption: caption(
            "What shows the competence",
            "Evidence of competence and from when to when it counts.",
        ),
        words: ValidityWords {
            group: "area".into(),
            what: "evidence".into(),
            kind: "kind".into(),
            state: "state".into(),
            from: "from".into(),
            to: "to".into(),
            today: "today".into(),
            lasting: "had for good".into(),
            dates: assize_pictures::Dates::Iso,
            valid: "valid".into(),
            ends_soon: "ends soon".into(),
            lapsed: "lapsed".into(),
        },
        today: Some(day(2026, 6, 30)),
        rows: vec![
            row("audit", "Lead auditor course", ValidityState::Lasting, day(2018, 3, 5), None),
            row(
                "audit",
                "Certified auditor",
                ValidityState::EndsSoon,
                day(2023, 8, 1),
                Some(day(2026, 7, 31)),
            ),
            row("isms", "ISO/IEC 27001:2022", ValidityState::Valid, day(2024, 10, 7), Some(day(2027, 10, 6))),
            row("isms", "ISO/IEC 27001:2013", ValidityState::Lapsed, day(2019, 1, 7), Some(day(2022, 1, 6))),
        ],
    }
}

pub(crate) fn sites() -> SiteMap {
    let site = |name: &str, place: &str, kind| SiteMark {
        name: name.into(),
        place: place.into(),
        kind,
        href: Some("/auditees/1#site".into()),
    };
    let zone = |name: &str, offset: &str, sites: Vec<SiteMark>| SiteZone {
        name: name.into(),
        offset: offset.into(),
        sites,
    };
    SiteMap {
        caption: caption("Sites", "The sites from west to east by the clock they keep."),
        words: SiteWords {
            zone: "time zone".into(),
            site: "site".into(),
            place: "place".into(),
            kind: "kind".into(),
            physical: "physical location".into(),
            virtual_place: "virtual location".into(),
        },
        zones: vec![
            zone(
                "Europe/Dublin",
                "UTC+1",
                vec![site("Cork", "12 Quay Street, Cork", SiteMarkKind::Physical)],
            ),
            zone(
                "Europe/Prague",
                "UTC+2",
                vec![
                    site("Brno", "Nová 8, Brno", SiteMarkKind::Physical),
                    site("Build farm", "build.example", SiteMarkKind::Virtual),
                ],
            ),
        ],
    }
}
