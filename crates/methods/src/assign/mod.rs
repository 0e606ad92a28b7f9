//! Who audits what, and when: teams and dates for the audits of a programme (ISO 19011:2018 5.4.4, 5.5.4; ISO/IEC 17021-1:2015 9.2.2).
//!
//! Hard rules hold in every answer: competence covered by the team together on all days of the audit, one leader, impartiality with
//! cooling-off, rotation, language, method, availability, workload, nobody in two audits at a time with journeys counted. Wishes are weighed
//! against each other in cents. A heuristic gives a plan ([`search`]), a relaxation a bound below every plan ([`bound`]), a branch and
//! bound the proof where the programme is small enough ([`exact`]); `optimal` is said only of what is proven.
//! [`check`] looks at every answer anew before it leaves.
//!
//! Two simplifications, said here because they are part of the answer: everybody travels from home and home again for each audit, and the
//! rotation counts audits carried out before, not those planned in the same problem.

mod answer;
pub mod check;
pub mod gather;
pub mod problem;
pub mod sound;

mod bound;
mod calendar;
mod clash;
mod exact;
mod explain;
mod loosen;
mod model;
mod plan;
mod rules;
mod search;
mod table;
mod team;
mod travel;

use assize_domain::kernel::datum::{Datum as _, Problem};
use assize_domain::kernel::said::say;
use serde_json::Value;

pub use answer::{Answer, Clash, Fact, Rejection, Status};
pub use problem::AssignmentProblem;

use self::exact::Aim;
use self::model::Model;
use self::plan::Plan;
use self::problem::{Explain, Search};
use self::table::Chance;
use crate::method::Outcome;

/// The JSON Schema of the problem.
#[must_use]
pub fn schema() -> Value {
    AssignmentProblem::schema()
}

/// Carries the method out, with the search that the problem asks for.
///
/// # Errors
/// Every problem of the inputs, each at its place.
pub fn run(problem: &AssignmentProblem) -> Result<Outcome, Vec<Problem>> {
    solve(problem, &mut || true).map(|answer| answer.to_outcome(problem))
}

/// Solves the problem for as long as `go_on` says so, and no longer than its search says.
///
/// Without a limit by `go_on` the same problem gives the same answer everywhere.
///
/// # Errors
/// Every problem of the inputs, each at its place; and an answer that does not pass [`check`], which is a fault of this method.
pub fn solve(problem: &AssignmentProblem, go_on: &mut dyn FnMut() -> bool) -> Result<Answer, Vec<Problem>> {
    let problems = sound::problems(problem);
    if !problems.is_empty() {
        return Err(problems);
    }
    let model = Model::of(problem)?;
    let search = problem.search.clone().unwrap_or_default();
    let mut found = look(&model, &search, go_on);
    search::settle(&mut found.plan);
    let rejected = match search.explain {
        Explain::Full => explain::rejections(&found.plan),
        Explain::Nothing => explain::Rejections::default(),
    };
    let clashes = if found.plan.open == 0 { Vec::new() } else { clash::clashes(problem, &found.plan) };
    let answer = Answer::of(&found, rejected, clashes);
    let broken = check::violations(problem, &answer.assignments);
    let sums = answer.costs.sum() + model.change * answer.costs.changes;
    if broken.is_empty() && (found.plan.open > 0 || sums == found.plan.cost) {
        return Ok(answer);
    }
    let mut faults: Vec<String> = broken.iter().map(ToString::to_string).collect();
    if faults.is_empty() {
        faults.push(format!("the plan was reckoned at {} and costs {sums}", found.plan.cost));
    }
    Err(faults
        .into_iter()
        .map(|fault| {
            Problem::new(
                "",
                say!("the answer did not pass its check: {fault}", fault = fault.to_string()),
                "report this as a fault of Assize, with the problem",
            )
        })
        .collect())
}

/// What the search found.
struct Findings<'m> {
    plan: Plan<'m>,
    /// No plan costs less, if there is any.
    bound: Option<i64>,
    /// Whether nothing better is left; without a plan of all audits: whether none exists.
    is_proven: bool,
    steps: u32,
    nodes: u64,
}

/// Steps of a first round for each audit, before the bound is asked.
const FIRST_STEPS_EACH: u32 = 20;
/// Rounds of the bound.
const BOUND_ROUNDS: u32 = 400;
/// Share of the nodes that a first attempt at the proof may use.
const FIRST_NODES_SHARE: u64 = 4;

fn look<'m>(model: &'m Model<'m>, search: &Search, go_on: &mut dyn FnMut() -> bool) -> Findings<'m> {
    let mut chance = Chance::new(search.seed);
    let mut plan = Plan::empty(model);
    search::fill(&mut plan, &mut chance);
    let audits = u32::try_from(model.audits.len()).unwrap_or(u32::MAX);
    let first_steps = search.steps.min(audits.saturating_mul(FIRST_STEPS_EACH));
    let steps = search::improve(&mut plan, first_steps, &mut chance, go_on);
    let mut found = Findings { plan, bound: None, is_proven: false, steps, nodes: 0 };
    let target = (found.plan.open == 0).then_some(found.plan.cost);
    let Some(bound) = bound::raise(model, bound::prices_of(&found.plan), target, BOUND_ROUNDS, go_on) else {
        found.is_proven = true;
        return found;
    };
    found.bound = Some(bound.value);
    let nodes = u64::from(search.nodes);
    prove(model, &bound, &mut found, nodes / FIRST_NODES_SHARE, go_on);
    if found.is_proven {
        return found;
    }
    found.steps += search::improve(&mut found.plan, search.steps - first_steps, &mut chance, go_on);
    search::polish(&mut found.plan, go_on);
    let left = nodes.saturating_sub(found.nodes);
    prove(model, &bound, &mut found, left, go_on);
    found
}

/// Tries to prove the plan, or to find a better one on the way.
fn prove<'m>(
    model: &'m Model<'m>,
    bound: &bound::Bound,
    found: &mut Findings<'m>,
    nodes: u64,
    go_on: &mut dyn FnMut() -> bool,
) {
    let has_plan = found.plan.open == 0;
    let limit = if has_plan { found.plan.cost } else { i64::MAX / 2 };
    if has_plan && limit <= bound.value {
        found.is_proven = true;
        return;
    }
    let proof = exact::prove(model, bound, limit, Aim::Best, nodes, go_on);
    found.nodes += proof.nodes;
    if let Some(better) = proof.better {
        found.plan = Plan::of(model, better.into_iter().map(Some));
    }
    if proof.is_complete {
        found.is_proven = true;
        found.bound = (found.plan.open == 0).then_some(found.plan.cost);
    }
}
