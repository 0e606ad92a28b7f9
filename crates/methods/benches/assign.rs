//! How long the assignment of teams takes, and how good its answers are, at three sizes.
//!
//! `cargo bench -p assize-methods --bench assign` solves all; `-- 200x40` one of them; `-- 200x40 --write FILE` writes the problem for
//! `benches/cp_sat.py`; `--seed N` takes another programme, `--seconds N` another limit, `--steps N` another search, `--spread-days N`
//! crowds the windows together.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark ends where something is wrong"
)]

mod programme;

use std::time::{Duration, Instant};

use assize_domain::kernel::datum::read_json;
use assize_methods::assign::{AssignmentProblem, solve};
use programme::Size;

/// Name, audits, auditors, seconds, steps, nodes.
const SIZES: [(&str, usize, usize, u64, u32, u32); 3] = [
    ("12x8", 12, 8, 10, 20_000, 20_000_000),
    ("200x40", 200, 40, 60, 30_000, 1_000_000),
    ("2000x300", 2_000, 300, 240, 100_000, 0),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let after = |name: &str| words.iter().position(|word| word == name).and_then(|at| words.get(at + 1));
    let seed = after("--seed").map_or(1, |seed| seed.parse().unwrap());
    for (name, audits, auditors, seconds, steps, nodes) in SIZES {
        if words.iter().any(|word| SIZES.iter().any(|size| size.0 == word))
            && !words.iter().any(|word| word == name)
        {
            continue;
        }
        let seconds = after("--seconds").map_or(seconds, |seconds| seconds.parse().unwrap());
        let spread_days = after("--spread-days").map_or(280, |days| days.parse().unwrap());
        let steps = after("--steps").map_or(steps, |steps| steps.parse().unwrap());
        let value = programme::problem(Size { audits, auditors, spread_days, seed }, steps, nodes, "nothing");
        if let Some(file) = after("--write") {
            std::fs::write(file, value.to_string()).unwrap();
            continue;
        }
        let problem: AssignmentProblem = read_json(&value).unwrap();
        let begun = Instant::now();
        let end = begun + Duration::from_secs(seconds);
        let answer = solve(&problem, &mut || Instant::now() < end).unwrap();
        let json = answer.to_json();
        println!(
            "{name} seed {seed}: {} in {:.2} s, objective {}, bound {}, gap {} %, {} without a team, {} steps, {} nodes",
            answer.status.word(),
            begun.elapsed().as_secs_f64(),
            json["objective"],
            json["bound"],
            json["gap_percent"],
            answer.unplaced.len(),
            answer.effort.0,
            answer.effort.1,
        );
        for fact in answer.clashes.iter().flat_map(|clash| &clash.facts) {
            println!("  {}: {} -> {}", fact.rule, fact.what, fact.freed_by);
        }
    }
}
