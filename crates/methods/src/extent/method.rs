//! `audit-extent`: the proposal, the manager's changes, and what each cut gives up.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::said::{Said, all_of, listed, say};
use num_rational::BigRational;
use num_traits::{ToPrimitive as _, Zero as _};
use serde_json::{Value, json};

use super::inputs::{CHOICES_MAX, CUTS_MAX, Change, DAY_PARTS, DAYS_MAX, Extent, ITEMS_MAX, Item, YEARS_MAX};
use super::plan::{Bound, Plan, Task};
use super::weights::{GRADE_MAX, Weights, built_in};
use crate::{Outcome, Ratio, Sheet, Step};

/// The cuts reckoned unless others are given, in days of every year.
const CUTS: [i64; 3] = [1, 2, 5];

/// Proposes what to audit when.
///
/// # Errors
/// Every problem of the inputs at its place. Too few days are no problem but a result, which says what they leave out.
pub fn audit_extent(inputs: Extent) -> Result<Outcome, Vec<Problem>> {
    let weights = match &inputs.weights {
        Some(own) => own,
        None => built_in()?,
    };
    let problems: Vec<Problem> = inputs.problems().into_iter().chain(weights.problems()).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let desk = Desk::new(&inputs, weights);
    desk.check()?;
    let cuts = desk.cuts();
    let own = Plan::of(&desk.tasks, &desk.rooms(&BigRational::zero()));
    // A plan that fits fewer days fits these days too.
    let proposal = cuts.iter().fold(own, |best, cut| best.or_better(cut.plan.clone()));
    let bound = Bound::of(&desk.tasks, &desk.rooms(&BigRational::zero()), &proposal);
    let decided = desk.decide(&proposal);

    let mut steps = desk.item_steps();
    steps.extend(desk.year_steps(&proposal));
    steps.push(bound_step(&proposal, bound));
    steps.extend(desk.change_steps(&proposal));
    steps.extend(cuts.iter().map(|cut| desk.cut_step(cut, &proposal)));
    let proven = proposal.covered == bound.covered && proposal.further == bound.further;
    let result = json!({
        "proposal": desk.items_json(&proposal),
        "plan": desk.items_json(&decided),
        "years": desk.years_json(&decided),
        "covered": decided.count(),
        "items": inputs.items.len(),
        "covers_all": decided.count() == inputs.items.len(),
        "not_covered": desk.names(|index| decided.years.get(index).is_none_or(Vec::is_empty)),
        "score": { "covered": proposal.covered, "covered_bound": bound.covered, "further": proposal.further,
            "further_bound": bound.further, "proven_best": proven },
        "changes": desk.changes_json(&proposal),
        "cuts": cuts.iter().map(|cut| desk.cut_json(cut, &proposal)).collect::<Vec<Value>>(),
        "weights": { "title": weights.title.as_str(), "source": weights.source.as_str(), "edition": weights.edition.as_str(),
            "certainty": weights.certainty.as_str() },
    });
    let conclusion = desk.conclusion(&proposal, &decided, bound);
    let title = say!("What to audit in {count} years", count = inputs.days.len());
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}

fn bound_step(plan: &Plan, bound: Bound) -> Step {
    Step::new(
        "how far from the best",
        say!(
            "covered scores {covered} of {covered_most} at most; further visits score {further} of {further_most} at most, were all days in one year and audits divisible",
            covered = plan.covered,
            covered_most = bound.covered,
            further = plan.further,
            further_most = bound.further
        ),
        if plan.covered == bound.covered && plan.further == bound.further {
            say!("no plan is better")
        } else {
            say!(
                "at most {covered} and {further} better",
                covered = bound.covered - plan.covered,
                further = bound.further.saturating_sub(plan.further)
            )
        },
    )
}

/// The inputs, made whole numbers.
struct Desk<'a> {
    inputs: &'a Extent,
    weights: &'a Weights,
    tasks: Vec<Task>,
    /// How many parts a day has here.
    parts: BigRational,
}

/// The plan for fewer days.
struct Cut {
    days: BigRational,
    plan: Plan,
}

impl<'a> Desk<'a> {
    fn new(inputs: &'a Extent, weights: &'a Weights) -> Self {
        let cycle = inputs.days.len();
        let durations = inputs.items.iter().map(|item| &item.days).chain(&inputs.days).chain(&inputs.cuts);
        let parts = durations.filter_map(|days| days.0.denom().to_i64()).max().unwrap_or(1);
        let parts = Ratio::new(parts, 1).0;
        let tasks = inputs
            .items
            .iter()
            .map(|item| {
                let (score, _) = weights.score(item);
                let interval = weights.interval(score, cycle);
                let waited = item.years_since.map_or(interval, usize::from);
                Task {
                    score,
                    size: units(&item.days.0, &parts),
                    interval,
                    due: interval.saturating_sub(waited),
                }
            })
            .collect();
        Self { inputs, weights, tasks, parts }
    }

    /// Refuses what would take too long to weigh.
    fn check(&self) -> Result<(), Vec<Problem>> {
        let parts: usize = self.rooms(&BigRational::zero()).iter().sum();
        if self.tasks.len().saturating_mul(parts) <= CHOICES_MAX {
            return Ok(());
        }
        Err(vec![Problem::new(
            "/items",
            say!(
                "{count} pairs over {parts} parts of days are too many to weigh",
                count = self.tasks.len(),
                parts
            ),
            "plan in halves of days rather than eighths, or group criteria or units",
        )])
    }

    /// The room of each year, less so many days.
    fn rooms(&self, cut: &BigRational) -> Vec<usize> {
        self.inputs.days.iter().map(|days| units(&(&days.0 - cut), &self.parts)).collect()
    }

    fn days(&self, size: usize) -> Ratio {
        Ratio(Ratio::new(size, 1).0 / &self.parts)
    }

    /// The cuts, the smallest first, none worth more than a smaller one.
    fn cuts(&self) -> Vec<Cut> {
        let mut cuts: Vec<BigRational> = if self.inputs.cuts.is_empty() {
            CUTS.iter().map(|days| Ratio::new(*days, 1).0).collect()
        } else {
            self.inputs.cuts.iter().map(|cut| cut.0.clone()).collect()
        };
        cuts.sort();
        cuts.dedup();
        let mut planned: Vec<Cut> = Vec::with_capacity(cuts.len());
        for days in cuts.into_iter().rev() {
            let own = Plan::of(&self.tasks, &self.rooms(&days));
            let plan = match planned.last() {
                Some(greater) => own.or_better(greater.plan.clone()),
                None => own,
            };
            planned.push(Cut { days, plan });
        }
        planned.reverse();
        planned
    }

    /// The proposal with the manager's changes.
    fn decide(&self, proposal: &Plan) -> Plan {
        let mut years = proposal.years.clone();
        for change in &self.inputs.changes {
            let Some(own) = self.place(change).and_then(|index| years.get_mut(index)) else { continue };
            let year = usize::from(change.year).saturating_sub(1);
            own.retain(|other| *other != year);
            if change.audit {
                own.push(year);
                own.sort_unstable();
            }
        }
        Plan::worth(&self.tasks, years)
    }

    fn place(&self, change: &Change) -> Option<usize> {
        let same = |item: &Item| item.unit == change.unit && item.criterion == change.criterion;
        self.inputs.items.iter().position(same)
    }

    fn names(&self, which: impl Fn(usize) -> bool) -> Vec<Value> {
        let listed = self.inputs.items.iter().enumerate().filter(|(index, _)| which(*index));
        listed
            .map(|(_, item)| json!({ "unit": item.unit.as_str(), "criterion": item.criterion.as_str() }))
            .collect()
    }

    fn reason(&self, item: &Item, task: &Task) -> String {
        format!("score {}: {}", task.score, self.when(item, task))
    }

    /// How often, and from which year on.
    fn when(&self, item: &Item, task: &Task) -> Said {
        let waited = match item.years_since {
            None => say!("never audited, so due at once"),
            Some(1) => say!("last audited the year before, so due in year {due}", due = task.due + 1),
            Some(years) => {
                say!("last audited {years} years before, so due in year {due}", years, due = task.due + 1)
            }
        };
        let often = match task.interval {
            1 => say!("every year"),
            years if years == self.inputs.days.len() => say!("once in the cycle"),
            years => say!("every {years} years", years),
        };
        say!("{often}; {waited}", often, waited)
    }

    fn item_steps(&self) -> Vec<Step> {
        let source = format!("{}; certainty: {}", self.weights.source, self.weights.certainty);
        let listed = self.inputs.items.iter().zip(&self.tasks);
        listed
            .map(|(item, task)| {
                let (score, sum) = self.weights.score(item);
                Step::new(
                    say!("{unit}, {criterion}", unit = &item.unit, criterion = &item.criterion),
                    say!(
                        "{sum} = {score}; {days} days; {when}",
                        sum,
                        score,
                        days = &item.days,
                        when = self.when(item, task)
                    ),
                    say!("score {score}", score),
                )
                .after(source.clone())
            })
            .collect()
    }

    fn year_steps(&self, plan: &Plan) -> Vec<Step> {
        let years = self.inputs.days.iter().enumerate();
        years
            .map(|(year, days)| {
                let visits: Vec<Said> = self
                    .inputs
                    .items
                    .iter()
                    .zip(&plan.years)
                    .filter(|(_, own)| own.contains(&year))
                    .map(|(item, own)| {
                        let (unit, criterion, days) = (&item.unit, &item.criterion, &item.days);
                        if own.first() == Some(&year) {
                            say!("{unit} {criterion} ({days})", unit, criterion, days)
                        } else {
                            say!("{unit} {criterion} again ({days})", unit, criterion, days)
                        }
                    })
                    .collect();
                let visits = if visits.is_empty() { say!("nothing") } else { Said::bare(listed(visits)) };
                let used = self.days(plan.used(&self.tasks, year));
                Step::new(
                    say!("year {year}", year = year + 1),
                    visits,
                    say!("{used} of {days} days", used, days),
                )
            })
            .collect()
    }

    fn change_steps(&self, proposal: &Plan) -> Vec<Step> {
        let changes = self.inputs.changes.iter();
        changes
            .map(|change| {
                Step::new(
                    say!(
                        "changed by the manager: {unit}, {criterion}",
                        unit = &change.unit,
                        criterion = &change.criterion
                    ),
                    if self.proposed(change, proposal) {
                        say!("proposed: audit; reason: {reason}", reason = &change.reason)
                    } else {
                        say!("proposed: do not audit; reason: {reason}", reason = &change.reason)
                    },
                    if change.audit {
                        say!("audit in year {year}", year = change.year)
                    } else {
                        say!("do not audit in year {year}", year = change.year)
                    },
                )
            })
            .collect()
    }

    fn proposed(&self, change: &Change, proposal: &Plan) -> bool {
        let year = usize::from(change.year).saturating_sub(1);
        let own = self.place(change).and_then(|index| proposal.years.get(index));
        own.is_some_and(|own| own.contains(&year))
    }

    fn changes_json(&self, proposal: &Plan) -> Vec<Value> {
        let changes = self.inputs.changes.iter();
        changes
            .map(|change| {
                json!({ "unit": change.unit.as_str(), "criterion": change.criterion.as_str(), "year": change.year,
                    "proposed": self.proposed(change, proposal), "decided": change.audit, "reason": change.reason.as_str() })
            })
            .collect()
    }

    fn items_json(&self, plan: &Plan) -> Vec<Value> {
        let listed = self.inputs.items.iter().zip(&self.tasks).zip(&plan.years);
        listed
            .map(|((item, task), own)| {
                let years: Vec<usize> = own.iter().map(|year| year + 1).collect();
                json!({ "unit": item.unit.as_str(), "criterion": item.criterion.as_str(), "score": task.score,
                    "interval_years": task.interval, "due_year": task.due + 1, "years": years, "reason": self.reason(item, task) })
            })
            .collect()
    }

    fn years_json(&self, plan: &Plan) -> Vec<Value> {
        let years = self.inputs.days.iter().enumerate();
        years
            .map(|(year, days)| {
                let used = self.days(plan.used(&self.tasks, year));
                let over = (&used.0 - &days.0).max(BigRational::zero());
                json!({ "year": year + 1, "days": days.to_string(), "used": used.to_string(), "over": Ratio(over).to_string() })
            })
            .collect()
    }

    /// What a cut gives up: by item, how many visits before and after.
    fn given_up(&self, cut: &Cut, proposal: &Plan) -> Vec<(&Item, usize, usize)> {
        let listed = self.inputs.items.iter().zip(&proposal.years).zip(&cut.plan.years);
        let counted = listed.map(|((item, before), after)| (item, before.len(), after.len()));
        counted.filter(|(_, before, after)| after < before).collect()
    }

    fn cut_step(&self, cut: &Cut, proposal: &Plan) -> Step {
        let lost: Vec<Said> = self
            .given_up(cut, proposal)
            .into_iter()
            .map(|(item, before, after)| {
                say!(
                    "{unit} {criterion}: {after} instead of {before} visits",
                    unit = &item.unit,
                    criterion = &item.criterion,
                    after,
                    before
                )
            })
            .collect();
        let lost = if lost.is_empty() { say!("gives up nothing") } else { Said::joined(lost) };
        Step::new(
            say!("each year less {days} days", days = Ratio(cut.days.clone())),
            lost,
            say!(
                "{covered} of {all} covered, {visits} visits",
                covered = cut.plan.count(),
                all = self.tasks.len(),
                visits = cut.plan.visits()
            ),
        )
    }

    fn cut_json(&self, cut: &Cut, proposal: &Plan) -> Value {
        let lost: Vec<Value> = self
            .given_up(cut, proposal)
            .into_iter()
            .map(|(item, before, after)| {
                json!({ "unit": item.unit.as_str(), "criterion": item.criterion.as_str(), "visits": before, "visits_left": after })
            })
            .collect();
        json!({ "days_less_each_year": Ratio(cut.days.clone()).to_string(), "covered": cut.plan.count(), "visits": cut.plan.visits(),
            "score_covered": cut.plan.covered, "score_further": cut.plan.further, "gives_up": lost })
    }

    fn conclusion(&self, proposal: &Plan, decided: &Plan, bound: Bound) -> Said {
        let all = self.tasks.len();
        let coverage = if decided.count() == all {
            say!(
                "All {all} pairs of unit and criterion are audited within the cycle, in {visits} visits.",
                all,
                visits = decided.visits()
            )
        } else {
            say!(
                "{count} of {all} pairs of unit and criterion are audited within the cycle; the days there are leave out the rest.",
                count = decided.count(),
                all
            )
        };
        let over: Vec<Said> = (0..self.inputs.days.len())
            .filter(|year| {
                self.inputs
                    .days
                    .get(*year)
                    .is_some_and(|days| self.days(decided.used(&self.tasks, *year)) > *days)
            })
            .map(|year| say!("year {year}", year = year + 1))
            .collect();
        let over = if over.is_empty() {
            Said::data("")
        } else {
            say!(" The changes take more days than there are in {years}.", years = all_of(over))
        };
        let best = if proposal.covered == bound.covered && proposal.further == bound.further {
            say!(" No plan within these days scores higher than the proposal.")
        } else {
            Said::data("")
        };
        say!("{coverage}{over}{best}", coverage, over, best)
    }
}

fn units(days: &BigRational, parts: &BigRational) -> usize {
    (days * parts).floor().to_integer().to_usize().unwrap_or(0)
}

impl Extent {
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut problem = |at: String, what: Said, hint: Said| problems.push(Problem::new(at, what, hint));
        if self.days.is_empty() || self.days.len() > YEARS_MAX {
            problem(
                "/days".to_owned(),
                say!("has {count} years", count = self.days.len()),
                say!("give the days of each year, of 1 to {most} years", most = YEARS_MAX),
            );
        }
        if self.items.is_empty() || self.items.len() > ITEMS_MAX {
            problem(
                "/items".to_owned(),
                say!("has {count} entries", count = self.items.len()),
                say!(
                    "give 1 to {most} pairs of unit and criterion; group criteria if there are more",
                    most = ITEMS_MAX
                ),
            );
        }
        if self.cuts.len() > CUTS_MAX {
            problem(
                "/cuts".to_owned(),
                say!("has {count} entries", count = self.cuts.len()),
                say!("give {most} at most", most = CUTS_MAX),
            );
        }
        for (index, days) in self.days.iter().enumerate() {
            if let Some((what, hint)) = bad_days(days, true) {
                problem(format!("/days/{index}"), what, hint);
            }
        }
        for (index, days) in self.cuts.iter().enumerate() {
            if let Some((what, hint)) = bad_days(days, false) {
                problem(format!("/cuts/{index}"), what, hint);
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        for (index, item) in self.items.iter().enumerate() {
            let at = format!("/items/{index}");
            if !seen.insert((&item.unit, &item.criterion)) {
                problem(
                    at.clone(),
                    say!(
                        "`{unit}` and `{criterion}` stand twice",
                        unit = &item.unit,
                        criterion = &item.criterion
                    ),
                    say!("list each pair once"),
                );
            }
            if let Some((what, hint)) = bad_days(&item.days, false) {
                problem(format!("{at}/days"), what, hint);
            }
            for (name, grade) in [
                ("importance", item.importance),
                ("risk", item.risk),
                ("changes", item.changes),
                ("findings", item.findings),
            ] {
                if grade > GRADE_MAX {
                    problem(
                        format!("{at}/{name}"),
                        say!("is {grade}", grade),
                        say!("grade from 0 to {most}", most = GRADE_MAX),
                    );
                }
            }
            if item.years_since == Some(0) {
                problem(
                    format!("{at}/years_since"),
                    say!("is 0"),
                    say!("1 is the year before the programme; leave it out if never"),
                );
            }
        }
        for (index, change) in self.changes.iter().enumerate() {
            let at = format!("/changes/{index}");
            if !seen.contains(&(&change.unit, &change.criterion)) {
                problem(
                    at.clone(),
                    say!(
                        "`{unit}` and `{criterion}` are not among the items",
                        unit = &change.unit,
                        criterion = &change.criterion
                    ),
                    say!("name a pair that is listed"),
                );
            }
            if change.year == 0 || usize::from(change.year) > self.days.len() {
                problem(
                    format!("{at}/year"),
                    say!("is {year}", year = &change.year),
                    say!("give a year from 1 to {count}", count = self.days.len()),
                );
            }
        }
        problems
    }
}

fn bad_days(days: &Ratio, may_be_none: bool) -> Option<(Said, Said)> {
    let zero = BigRational::zero();
    let whole_parts = (&days.0 * Ratio::new(DAY_PARTS, 1).0).is_integer();
    let below = days.0 < zero || (!may_be_none && days.0 == zero);
    let fine = whole_parts && !below && days.0 <= Ratio::new(DAYS_MAX, 1).0;
    (!fine).then(|| {
        (
            say!("`{days}` days cannot be planned with", days),
            say!("give days up to {most}, in eighths at the finest: 0.125, 0.25, 0.5, 1", most = DAYS_MAX),
        )
    })
}
