//! Programmes made up from a seed, for tests and benchmarks: cities on a map, auditors living in them, audits spread over a year.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "made-up programmes of fixed lists")]

use serde_json::{Value, json};

/// How large a programme is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Audits.
    pub(crate) audits: usize,
    /// Auditors.
    pub(crate) auditors: usize,
    /// The days from 1 January over which windows begin: the fewer, the fuller everybody's calendar.
    pub(crate) spread_days: usize,
    /// The seed that everything follows from.
    pub(crate) seed: u64,
}

const AREAS: [&str; 10] = [
    "isms",
    "cloud",
    "network",
    "privacy",
    "ot",
    "health",
    "finance",
    "development",
    "continuity",
    "physical",
];
const LANGUAGES: [&str; 3] = ["en", "de", "fr"];
const TYPES: [&str; 4] = ["stage_2", "surveillance", "recertification", "internal"];
const KINDS: [&str; 3] = ["consulted", "employed", "internal_audit"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The day of 2026 and 2027, counted from 1 January 2026.
fn date(day: usize) -> String {
    let first: assize_domain::kernel::time::Date = "2026-01-01".parse().expect("a date");
    first.plus_days(day as u32).to_string()
}

/// The problem as the method reads it.
pub(crate) fn problem(size: Size, steps: u32, nodes: u32, explain: &str) -> Value {
    let mut dice = Dice(size.seed.wrapping_mul(977).wrapping_add(12_345));
    let cities: Vec<(usize, usize)> = (0..12).map(|_| (dice.below(900), dice.below(900))).collect();
    let auditees = (size.audits * 2 / 3).max(1);
    json!({
        "audits": (0..size.audits).map(|n| audit(n, auditees, size, &mut dice)).collect::<Vec<_>>(),
        "auditors": (0..size.auditors).map(|n| auditor(n, auditees, size, &mut dice)).collect::<Vec<_>>(),
        "policy": {
            "rotation": [{ "audit_types": TYPES, "roles": ["leader"], "consecutive_max": 2, "source": "house policy 7: two audits in a row" }],
            "weights": { "travel_percent": 100, "fee_percent": 100, "travel_day_cents": 10_000, "even_cents": 800,
                "faces": "continuity", "faces_cents": 8_000, "learning_cents": 90_000 },
            "holidays": ["2026-01-01", "2026-05-01", "2026-12-25"],
        },
        "travel": travel(&cities),
        "search": { "seed": 7, "steps": steps, "nodes": nodes, "explain": explain },
    })
}

fn audit(n: usize, auditees: usize, size: Size, dice: &mut Dice) -> Value {
    let days = 1 + dice.below(4);
    let from = dice.below(size.spread_days);
    let to = from + days * 2 + 14 + dice.below(40);
    let mut areas = vec!["isms"];
    for _ in 0..1 + dice.below(2) {
        let area = dice.of(&AREAS);
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    let is_remote = dice.below(5) == 0;
    let mut before: Vec<Value> = Vec::new();
    for round in 0..dice.below(3) {
        let (leader, member) = (dice.below(size.auditors), dice.below(size.auditors));
        let mut members = vec![json!({ "auditor": format!("P{leader}"), "role": "leader" })];
        if member != leader {
            members.push(json!({ "auditor": format!("P{member}"), "role": "auditor" }));
        }
        before.push(json!({ "date": format!("{}-06-30", 2025 - round), "members": members }));
    }
    json!({
        "id": format!("A{n}"),
        "auditee": format!("C{}", n % auditees),
        "audit_type": dice.of(&TYPES),
        "window": { "from": date(from), "to": date(to) },
        "days": days,
        "method": if is_remote { "remote" } else { "on_site" },
        "sites": [{ "place": format!("city{}", dice.below(12)) }],
        "competences": areas,
        "languages": [dice.of(&LANGUAGES), "en"],
        "team_size": 2 + dice.below(2) + usize::from(days > 3),
        "experts_max": dice.below(2),
        "learning_places": dice.below(2),
        "previous_teams": before,
    })
}

fn auditor(n: usize, auditees: usize, size: Size, dice: &mut Dice) -> Value {
    let roles: &[&str] = match n % 8 {
        0..=2 => &["leader", "auditor"],
        3..=5 => &["auditor"],
        6 => &["leader", "auditor", "technical_expert"],
        _ => &["trainee"],
    };
    let chance = if size.auditors < 20 { 6 } else { 4 };
    let mut competences = Vec::new();
    for area in AREAS {
        if area == "isms" && dice.below(10) < 9 || dice.below(10) < chance {
            let to = (dice.below(6) == 0).then(|| date(150 + dice.below(250)));
            competences.push(json!({ "area": area, "to": to }));
        }
    }
    let mut languages = vec!["en"];
    if dice.below(2) == 0 {
        languages.push(dice.of(&LANGUAGES[1..]));
    }
    let away: Vec<Value> = (0..2 + dice.below(3))
        .map(|_| {
            let from = dice.below(340);
            json!({ "from": date(from), "to": date(from + 2 + dice.below(14)) })
        })
        .collect();
    let relations: Vec<Value> = (0..dice.below(4))
        .map(|_| {
            let ended = 2024 + dice.below(2);
            json!({ "auditee": format!("C{}", dice.below(auditees)), "kind": dice.of(&KINDS),
                "period": { "from": "2020-01-01", "to": format!("{ended}-{:02}-15", 1 + dice.below(12)) } })
        })
        .collect();
    json!({
        "id": format!("P{n}"),
        "roles": roles,
        "competences": competences,
        "languages": languages,
        "away": away,
        "home": format!("city{}", dice.below(12)),
        "day_rate_cents": if n % 8 == 7 { 35_000 } else { 60_000 + 2_500 * dice.below(24) },
        "days_max": 130,
        "relations": relations,
    })
}

fn travel(cities: &[(usize, usize)]) -> Vec<Value> {
    let far =
        |(left, right): ((usize, usize), (usize, usize))| left.0.abs_diff(right.0) + left.1.abs_diff(right.1);
    let from = cities.iter().enumerate().map(|(n, from)| {
        let to = cities.iter().enumerate().skip(n + 1).map(|(m, to)| {
            let km = far((*from, *to));
            json!({ "place": format!("city{m}"), "cents": 2_000 + km * 30, "days": usize::from(km > 500) })
        });
        json!({ "from": format!("city{n}"), "to": to.collect::<Vec<_>>() })
    });
    from.collect()
}
