//! Why not everything can be staffed: a smallest set of rules and facts that no plan keeps together.
//!
//! For an audit left without a team the audits that clash are looked for first: itself alone, then with those that hold its people. Each
//! rule and fact about them is then taken away for good if the rest still clashes; what remains is needed for the clash, one and
//! all, and taking any one away frees it.

use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Slug;
use assize_domain::words::TeamRole;

use super::answer::{Clash, Fact};
use super::bound::{self, Bound};
use super::exact::{self, Aim};
use super::loosen::{self, Element};
use super::model::Model;
use super::plan::Plan;
use super::problem::{AssignmentProblem, Competence};
use super::search;
use super::table::Chance;

/// Clashes said at the most.
const CLASHES_MAX: usize = 10;
/// Audits that one clash is looked for in.
const CLASH_AUDITS_MAX: usize = 8;
/// Working days around a window in which a journey may still be in the way.
const NEAR_DAYS: usize = 10;
/// Nodes of one question whether a set of audits can be staffed.
const QUESTION_NODES: u64 = 50_000;
/// Steps of the search before such a question is put to the proof.
const QUESTION_STEPS: u32 = 60;
/// People named who would free a clash by learning.
const NAMED_MAX: usize = 3;

/// Whether a set of audits can be staffed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Fits,
    Clashes,
    Undecided,
}

/// The clashes behind the audits without a team.
pub(super) fn clashes(problem: &AssignmentProblem, plan: &Plan<'_>) -> Vec<Clash> {
    let open: Vec<usize> =
        (0..plan.model.audits.len()).filter(|audit| plan.chosen[*audit].is_none()).collect();
    let mut clashes: Vec<Clash> = Vec::new();
    for audit in open {
        let id = problem.audits.get(audit).map(|audit| &audit.id);
        let is_said = clashes.iter().any(|clash| clash.audits.iter().any(|said| Some(said) == id));
        if clashes.len() < CLASHES_MAX && !is_said {
            clashes.extend(clash_of(problem, plan, audit));
        }
    }
    clashes
}

fn clash_of(problem: &AssignmentProblem, plan: &Plan<'_>, audit: usize) -> Option<Clash> {
    let mut audits = vec![audit];
    let mut holders = holders(plan, audit).into_iter();
    while verdict(&only(problem, &audits), &[]) != Verdict::Clashes {
        if audits.len() >= CLASH_AUDITS_MAX {
            return None;
        }
        audits.push(holders.next()?);
    }
    let mut at = 0;
    while let Some(left_out) = (audits.len() > 1).then(|| audits.get(at).copied()).flatten() {
        let fewer: Vec<usize> = audits.iter().copied().filter(|audit| *audit != left_out).collect();
        if verdict(&only(problem, &fewer), &[]) == Verdict::Clashes { audits = fewer } else { at += 1 }
    }
    Some(shrink(&only(problem, &audits)))
}

/// The other audits in the order in which they are likely to be in the way: those that hold most of this one's people, within its window
/// before those outside, which can only use up what these people may work.
fn holders(plan: &Plan<'_>, audit: usize) -> Vec<usize> {
    let numbers = &plan.model.audits[audit];
    let (first, last) =
        (numbers.starts.first().copied().unwrap_or(0), numbers.starts.last().copied().unwrap_or(0));
    let (first, last) = (first.saturating_sub(NEAR_DAYS), last + numbers.days + NEAR_DAYS);
    let mut holders = Vec::new();
    for (other, chosen) in plan.chosen.iter().enumerate().filter(|(other, _)| *other != audit) {
        let held = &plan.model.audits[other];
        let start = chosen.as_ref().map_or(0, |chosen| held.starts[chosen.start]);
        let people =
            chosen.iter().flat_map(|chosen| chosen.items.iter()).map(|item| held.items[*item].person);
        let shared = people.filter(|person| numbers.items.iter().any(|item| item.person == *person)).count();
        let is_near = shared > 0 && first <= start + held.days && start <= last;
        holders.push((!is_near, std::cmp::Reverse(shared), other));
    }
    holders.sort_unstable();
    holders.into_iter().map(|(_, _, other)| other).collect()
}

/// The problem of these audits alone, staffed anew.
fn only(problem: &AssignmentProblem, audits: &[usize]) -> AssignmentProblem {
    let mut small = problem.clone();
    small.audits = audits.iter().filter_map(|at| problem.audits.get(*at)).cloned().collect();
    for audit in &mut small.audits {
        audit.current = None;
    }
    small
}

fn verdict(problem: &AssignmentProblem, loosened: &[Element]) -> Verdict {
    let loose = loosen::without(problem, loosened);
    let Ok(model) = Model::of(&loose) else { return Verdict::Undecided };
    let sizes: Vec<usize> = loosened
        .iter()
        .filter_map(|element| match element {
            Element::TeamSize(at) => Some(*at),
            _ => None,
        })
        .collect();
    let model = model.with_free_sizes(&sizes);
    let (mut plan, mut chance) = (Plan::empty(&model), Chance::new(1));
    let Some(bound) = bound::raise(&model, bound::prices_of(&plan), None, 0, &mut || true) else {
        return Verdict::Clashes;
    };
    search::fill(&mut plan, &mut chance);
    if plan.open > 0 && model.audits.len() > 1 {
        search::improve(&mut plan, QUESTION_STEPS, &mut chance, &mut || true);
    }
    if plan.open == 0 {
        return Verdict::Fits;
    }
    proven(&model, &bound)
}

fn proven(model: &Model<'_>, bound: &Bound) -> Verdict {
    let proof = exact::prove(model, bound, i64::MAX / 2, Aim::Any, QUESTION_NODES, &mut || true);
    match (proof.better, proof.is_complete) {
        (Some(_), _) => Verdict::Fits,
        (None, true) => Verdict::Clashes,
        (None, false) => Verdict::Undecided,
    }
}

/// Takes away what the clash does not need.
fn shrink(problem: &AssignmentProblem) -> Clash {
    let mut deletion = Deletion { problem, loosened: Vec::new(), kept: Vec::new(), is_minimal: true };
    deletion.without(&loosen::elements(problem));
    let Deletion { kept, is_minimal, .. } = deletion;
    let mut facts: Vec<Fact> = kept
        .iter()
        .filter_map(|element| loosen::fact(problem, *element, &who_could(problem, *element)))
        .collect();
    if problem.audits.len() > 1 {
        facts.push(Fact {
            rule: "double_booking",
            what: say!("nobody is in two audits at a time, journeys counted; ISO 19011:2018 5.4.4"),
            freed_by: say!("move the window of one of the audits"),
        });
    }
    Clash { audits: problem.audits.iter().map(|audit| audit.id.clone()).collect(), facts, is_minimal }
}

struct Deletion<'p> {
    problem: &'p AssignmentProblem,
    loosened: Vec<Element>,
    kept: Vec<Element>,
    is_minimal: bool,
}

impl Deletion<'_> {
    /// Takes away as much of the elements as the clash allows: all at once, or each half by itself.
    fn without(&mut self, elements: &[Element]) {
        if elements.is_empty() {
            return;
        }
        let before = self.loosened.len();
        self.loosened.extend(elements);
        let verdict = verdict(self.problem, &self.loosened);
        if verdict == Verdict::Clashes {
            return;
        }
        self.loosened.truncate(before);
        if let [element] = elements {
            self.kept.push(*element);
            self.is_minimal &= verdict == Verdict::Fits;
            return;
        }
        let (left, right) = elements.split_at(elements.len() / 2);
        self.without(left);
        self.without(right);
    }
}

/// Whom it would help to train or qualify: each of them alone would free the clash.
fn who_could(problem: &AssignmentProblem, element: Element) -> Vec<Slug> {
    let mut could = Vec::new();
    for at in 0..problem.auditors.len() {
        let mut trained = problem.clone();
        let Some(auditor) = trained.auditors.get_mut(at) else { continue };
        let is_new = match element {
            Element::Leading => {
                let is_new =
                    auditor.roles.contains(&TeamRole::Auditor) && !auditor.roles.contains(&TeamRole::Leader);
                auditor.roles.push(TeamRole::Leader);
                is_new
            }
            Element::Area(audit, nth) => {
                let area = problem.audits.get(audit).and_then(|audit| audit.competences.get(nth));
                let is_new =
                    area.is_some_and(|area| auditor.competences.iter().all(|shown| shown.area != *area));
                auditor.competences.extend(area.map(|area| Competence {
                    area: area.clone(),
                    from: None,
                    to: None,
                }));
                is_new
            }
            _ => return could,
        };
        if is_new && could.len() < NAMED_MAX && verdict(&trained, &[]) == Verdict::Fits {
            could.extend(problem.auditors.get(at).map(|auditor| auditor.id.clone()));
        }
    }
    could
}
