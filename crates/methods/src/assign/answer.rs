//! The answer, as data, as JSON and as the sheet of its working.

use assize_domain::kernel::said::{Arg, Said, Tell as _, listed, say};
use assize_domain::kernel::text::Slug;
use assize_domain::words::TeamRole;
use serde_json::{Value, json};

use super::Findings;
use super::check::{self, Assignment, Costs};
use super::explain::Rejections;
use super::model::Model;
use super::plan::{Chosen, Plan};
use super::problem::{AssignmentProblem, PlannedAudit, Seat};
use crate::method::{Outcome, Sheet, Step};

/// What has been shown of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing costs less; proven.
    Optimal,
    /// Every rule is kept; something cheaper, no cheaper than the bound, may exist.
    Feasible,
    /// No plan keeps every rule; proven. The assignments cover a part of the audits.
    Infeasible,
    /// No plan of all audits was found, nor shown not to exist. The assignments cover a part of the audits.
    Unknown,
}

impl Status {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Feasible => "feasible",
            Self::Infeasible => "infeasible",
            Self::Unknown => "unknown",
        }
    }
}

/// Why somebody is not in a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The person.
    pub auditor: Slug,
    /// The audit.
    pub audit: Slug,
    /// The key of the rule or wish.
    pub rule: &'static str,
    /// The reason, with dates and clause.
    pub reason: Said,
}

/// A rule or fact that takes part in a clash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The rule's key.
    pub rule: &'static str,
    /// The fact.
    pub what: Said,
    /// What would take it out of the clash, and with it the clash away.
    pub freed_by: Said,
}

/// Rules and facts that no plan can keep together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The audits in it.
    pub audits: Vec<Slug>,
    /// The rules and facts.
    pub facts: Vec<Fact>,
    /// Whether it is shown that without any one of them the rest can be kept.
    pub is_minimal: bool,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What has been shown.
    pub status: Status,
    /// What the plan costs, in cents, changes left aside; none without a plan of all audits.
    pub objective: Option<i64>,
    /// What every plan costs at least, in cents; where a plan is re-planned, every plan with as few changes, and none where the changes
    /// are not proven to be the fewest.
    pub bound: Option<i64>,
    /// The fewest changes that every plan needs; 0 where nothing is re-planned.
    pub changes_bound: i64,
    /// The teams and dates, in the order of the audits.
    pub assignments: Vec<Assignment>,
    /// Audits without a team.
    pub unplaced: Vec<Slug>,
    /// Why the others are not in the teams.
    pub rejected: Vec<Rejection>,
    /// Reasons that were left out, past a hundred thousand.
    pub rejected_left_out: usize,
    /// Why no plan of all audits exists.
    pub clashes: Vec<Clash>,
    /// What the assignments cost, by kind.
    pub costs: Costs,
    /// Steps of the search, and nodes of the proof, that were allowed and used.
    pub effort: (u32, u64),
}

impl Answer {
    pub(super) fn of(found: &Findings<'_>, rejected: Rejections, clashes: Vec<Clash>) -> Self {
        let plan = &found.plan;
        let model = plan.model;
        let assignments: Vec<Assignment> = plan
            .chosen
            .iter()
            .zip(&model.problem.audits)
            .enumerate()
            .filter_map(|(at, (chosen, audit))| {
                chosen.as_ref().map(|chosen| assignment(model, at, audit, chosen))
            })
            .collect();
        let is_whole = plan.open == 0;
        let is_clash_proven = clashes.iter().any(|clash| !clash.facts.is_empty());
        let status = match (is_whole, found.is_proven || !is_whole && is_clash_proven) {
            (true, true) => Status::Optimal,
            (true, false) => Status::Feasible,
            (false, true) => Status::Infeasible,
            (false, false) => Status::Unknown,
        };
        let costs = check::costs(model.problem, &assignments);
        let bound = found.bound.filter(|_| status != Status::Infeasible);
        let (changes_bound, bound) = split(model.change, bound, costs.changes);
        Self {
            status,
            objective: is_whole.then(|| costs.sum()),
            bound,
            changes_bound,
            assignments,
            unplaced: unplaced(plan),
            rejected: rejected.said,
            rejected_left_out: rejected.left_out,
            clashes,
            costs,
            effort: (found.steps, found.nodes),
        }
    }

    /// How far the plan may be from the best, in hundredths of a per cent of its cost, rounded up.
    #[must_use]
    pub fn gap(&self) -> Option<i64> {
        let (objective, bound) = (self.objective?, self.bound?);
        let share = i128::from(objective - bound) * 10_000;
        let gap = if objective <= 0 {
            i128::from(objective > bound) * 10_000
        } else {
            (share + i128::from(objective) - 1) / i128::from(objective)
        };
        i64::try_from(gap).ok()
    }

    /// The answer as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let assignments: Vec<Value> = self.assignments.iter().map(assignment_json).collect();
        let rejected: Vec<Value> = self
            .rejected
            .iter()
            .map(|no| json!({ "auditor": no.auditor.as_str(), "audit": no.audit.as_str(), "rule": no.rule, "reason": no.reason.to_string() }))
            .collect();
        let clashes: Vec<Value> = self.clashes.iter().map(clash_json).collect();
        let costs = &self.costs;
        json!({
            "status": self.status.word(),
            "objective": self.objective,
            "bound": self.bound,
            "gap_percent": self.gap().map(percent),
            "changes": costs.changes,
            "changes_bound": self.changes_bound,
            "assignments": assignments,
            "unplaced": self.unplaced.iter().map(Slug::as_str).collect::<Vec<_>>(),
            "rejected": rejected,
            "rejected_left_out": self.rejected_left_out,
            "clashes": clashes,
            "costs": { "fees": costs.fees, "travel": costs.travel, "travel_days": costs.travel_days, "faces": costs.faces,
                "learning": costs.learning, "evenness": costs.evenness },
            "effort": { "steps": self.effort.0, "nodes": self.effort.1 },
        })
    }

    /// The answer with the sheet of its working.
    #[must_use]
    pub fn to_outcome(&self, problem: &AssignmentProblem) -> Outcome {
        Outcome { result: self.to_json(), sheet: self.sheet(problem) }
    }

    fn sheet(&self, problem: &AssignmentProblem) -> Sheet {
        let mut steps = Vec::new();
        for assignment in &self.assignments {
            let one = check::costs(problem, std::slice::from_ref(assignment));
            let working = assignment
                .members
                .iter()
                .map(|seat| say!("{auditor} ({role})", auditor = &seat.auditor, role = &seat.role));
            let value = say!(
                "{start} to {end}, {cost} without evenness",
                start = &assignment.start,
                end = &assignment.end,
                cost = money(one.sum() - one.evenness)
            );
            steps.push(
                Step::new(say!("audit {audit}", audit = &assignment.audit), listed(working), value)
                    .after("ISO 19011:2018 5.5.4"),
            );
        }
        let costs = &self.costs;
        for (what, working, cents) in [
            (
                say!("fees"),
                say!(
                    "daily rate x (audit days + travel days) x weight, each person and audit rounded down to the cent"
                ),
                costs.fees,
            ),
            (
                say!("travel"),
                say!(
                    "home, sites in their order, home x weight, each person and audit rounded down to the cent"
                ),
                costs.travel,
            ),
            (say!("travel days"), say!("travel days x price of a travel day"), costs.travel_days),
            (say!("faces"), say!("leaders and auditors against the wish x its price"), costs.faces),
            (say!("learning"), say!("learning places left empty x their price"), costs.learning),
            (
                say!("evenness"),
                say!("for each person the days before each of their days x the price, added up"),
                costs.evenness,
            ),
        ] {
            steps.push(Step::new(what, working, money(cents)));
        }
        if problem.audits.iter().any(PlannedAudit::is_replanned) {
            let working = say!(
                "people added, left out or given another role, first days moved; at least {least} are needed",
                least = self.changes_bound
            );
            steps.push(Step::new("changes", working, costs.changes));
        }
        let search = problem.search.clone().unwrap_or_default();
        let working = say!(
            "seed {seed}, {steps} steps, {nodes} nodes of the proof",
            seed = &search.seed,
            steps = self.effort.0,
            nodes = self.effort.1
        );
        steps.push(Step::new("search", working, self.status.word()));
        Sheet { title: say!("who audits what, and when"), steps, conclusion: self.conclusion() }
    }

    fn conclusion(&self) -> Said {
        let figures = |cents: Option<i64>| cents.map_or_else(|| say!("unknown").tell(), money);
        let (cost, bound) = (figures(self.objective), figures(self.bound));
        match self.status {
            Status::Optimal => say!("the plan costs {cost}, and no plan costs less", cost),
            Status::Feasible => say!("the plan costs {cost}; every plan costs at least {bound}", cost, bound),
            Status::Infeasible => {
                say!("no plan keeps every rule; without a team: {audits}", audits = listed(&self.unplaced))
            }
            Status::Unknown => say!(
                "{count} audits are without a team, and it is not shown that none exists; give the search more steps and nodes",
                count = self.unplaced.len()
            ),
        }
    }
}

/// The bound on the changes and, where the plan has no more of them, the bound on the rest.
fn split(change: i64, bound: Option<i64>, changes: i64) -> (i64, Option<i64>) {
    if change == 0 {
        return (0, bound);
    }
    let fewest = bound.map_or(0, |bound| bound.max(0) / change);
    let rest = bound.and_then(|bound| {
        let rest = bound - change * changes;
        (rest >= 0).then_some(rest)
    });
    (if rest.is_some() { changes } else { fewest.min(changes) }, rest)
}

fn assignment(model: &Model<'_>, at: usize, planned: &PlannedAudit, chosen: &Chosen) -> Assignment {
    let audit = &model.audits[at];
    let first = audit.starts[chosen.start];
    let day = |at: usize| model.calendar.days[at];
    let mut members: Vec<Seat> = chosen
        .items
        .iter()
        .map(|item| &audit.items[*item])
        .filter_map(|item| {
            let auditor = model.problem.auditors.get(item.person)?;
            Some(Seat { auditor: auditor.id.clone(), role: item.role })
        })
        .collect();
    members.sort_by_key(|seat| (place(seat.role), seat.auditor.clone()));
    Assignment { audit: planned.id.clone(), start: day(first), end: day(first + audit.days - 1), members }
}

/// The order of roles in a team.
fn place(role: TeamRole) -> usize {
    super::sound::ROLES.iter().position(|known| *known == role).unwrap_or(usize::MAX)
}

fn unplaced(plan: &Plan<'_>) -> Vec<Slug> {
    let audits = plan.chosen.iter().zip(&plan.model.problem.audits);
    audits.filter(|(chosen, _)| chosen.is_none()).map(|(_, audit)| audit.id.clone()).collect()
}

fn assignment_json(assignment: &Assignment) -> Value {
    let members = assignment
        .members
        .iter()
        .map(|seat| json!({ "auditor": seat.auditor.as_str(), "role": seat.role.word() }));
    json!({
        "audit": assignment.audit.as_str(),
        "start": assignment.start.to_string(),
        "end": assignment.end.to_string(),
        "members": members.collect::<Vec<_>>(),
    })
}

fn clash_json(clash: &Clash) -> Value {
    let facts = clash
        .facts
        .iter()
        .map(|fact| json!({ "rule": fact.rule, "what": fact.what.to_string(), "freed_by": fact.freed_by.to_string() }));
    json!({
        "audits": clash.audits.iter().map(Slug::as_str).collect::<Vec<_>>(),
        "facts": facts.collect::<Vec<_>>(),
        "minimal": clash.is_minimal,
    })
}

/// Hundredths of a per cent as a decimal: `2.05`.
fn percent(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Cents as they are read: with two places, in the currency that the rates are in.
pub(super) fn money(cents: i64) -> Arg {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    Arg::Decimal(format!("{sign}{}.{:02}", cents / 100, cents % 100))
}
