//! `audit-time-integrated`: several management systems in one audit, after IAF MD 11.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{added, listed, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::{One as _, Zero as _};
use serde_json::{Map, Value, json};

use super::adjust::{Adjusted, Adjustment};
use super::factors::{self, Factors};
use super::persons::{Group, Heads, Part};
use super::rounding::{Policy, Rounding};
use super::shares::{Initial, Later};
use super::shorthand::Short;
use super::tables::{
    Complexity, DayTable, Edition, OwnTables, ShareTable, System, days_of, factors_of, named, shares_of,
};
use super::working::{Working, change, days, fraction, percent, printed, whole};
use crate::{Outcome, Ratio, Sheet, Step};

/// The greatest reduction for integration, as a share of the sum: a fifth.
const REDUCTION_MOST: (i64, i64) = (1, 5);
/// What integration rests on.
const INTEGRATED: &str = "IAF MD 11:2019 2.2: each system by itself, their sum, then a change by how far the systems are integrated and \
                          what the team can do, 20 % less at most";

data! {
    /// A management system in the audit.
    pub struct SystemTime {
        /// Which.
        system: System,
        /// Its complexity: for the environment, and for occupational health and safety.
        complexity: Option<Complexity>,
        /// The persons in its scope.
        persons: u32,
        /// Those with identical activities, in groups: how many persons each has.
        groups: Vec<Short<Group>>,
        /// Part-time workers, shifts, contractors.
        parts: Vec<Part>,
        /// The six factors; for information security alone.
        factors: Option<Factors>,
        /// Increases and decreases; integration is not among them.
        adjust: Vec<Short<Adjustment>>,
        /// The organization's own table of days; short for that of `tables`.
        table: Option<DayTable>,
        /// The organization's own tables; that of factors for information security alone.
        tables: Option<OwnTables>,
    }
    /// An auditor of the team, and for how many of the audited standards he or she is qualified.
    pub struct Qualified {
        /// Who.
        name: Line,
        /// How many of the standards.
        standards: u32,
    }
    /// How far the audit is integrated.
    pub struct Integration {
        /// How far the management systems are integrated, 0 to 1.
        level: Ratio,
        /// The auditors of the team.
        auditors: Vec<Qualified>,
        /// The change of the sum, as a share: -0.2 at least.
        change: Ratio,
        /// Why that one.
        reason: Line,
    }
    /// The inputs of `audit-time-integrated`.
    pub struct IntegratedTime {
        /// The management systems, two at least, each once.
        systems: Vec<SystemTime>,
        /// How far they are audited as one.
        integration: Integration,
        /// Of ISO/IEC 27006; `2024` unless given.
        edition: Option<Short<Edition>>,
        /// `exact` unless given.
        round: Option<Rounding>,
        /// The step to round to, in days; 0.5 unless given.
        step: Option<Ratio>,
    }
}

/// The days of one system.
struct SystemDays {
    system: System,
    effective: u64,
    base: BigRational,
    adjusted: Adjusted,
    days: BigRational,
    least: BigRational,
    table: Value,
    surveillance: BigRational,
    recertification: BigRational,
}

/// Reckons the audit time of several management systems audited as one.
///
/// # Errors
/// Every problem of the inputs at its place.
pub fn audit_time_integrated(inputs: IntegratedTime) -> Result<Outcome, Vec<Problem>> {
    let mut working = Working::default();
    let edition = inputs.edition.as_ref().map_or(Edition::Of2024, |edition| edition.0);
    let policy = Policy::read(inputs.round, inputs.step.as_ref(), &mut working);
    check(&inputs.systems, &mut working);
    let mut systems = Vec::new();
    for (index, system) in inputs.systems.iter().enumerate() {
        match system.reckon(&format!("/systems/{index}"), edition, &mut working) {
            Ok(reckoned) => systems.extend(reckoned),
            Err(problems) => working.problems.extend(problems),
        }
    }
    let ability = inputs.integration.ability(inputs.systems.len(), &mut working);
    inputs.integration.check(&ability, &mut working);
    working.checked()?;

    let sum: BigRational = systems.iter().map(|system| system.days.clone()).sum();
    let each = systems
        .iter()
        .map(|system| say!("{system} {days}", system = &system.system, days = days(&system.days)));
    working.step(Step::new("starting point", added(each), days(&sum)).after(INTEGRATED));
    let factor = whole(1) + &inputs.integration.change.0;
    let exact = &sum * &factor;
    working.step(
        Step::new(
            "after integration",
            say!(
                "{sum} changed by {change}; reason: {reason}",
                sum = days(&sum),
                change = change(&inputs.integration.change.0),
                reason = &inputs.integration.reason
            ),
            days(&exact),
        )
        .after(INTEGRATED),
    );
    let least: BigRational =
        systems.iter().map(|system| system.least.clone()).sum::<BigRational>() * (whole(1) - most());
    let initial = Initial::of(exact, &least, &policy, &mut working);

    let mut result = Map::new();
    result.insert("systems".to_owned(), systems.iter().map(SystemDays::to_json).collect());
    result.insert("sum_days".to_owned(), printed(&sum));
    result.insert("ability".to_owned(), printed(&ability));
    result.insert("integration_change".to_owned(), printed(&inputs.integration.change.0));
    result.insert("days".to_owned(), printed(&initial.rounded));
    result.insert("exact_days".to_owned(), printed(&initial.exact));
    let later = if inputs.systems.iter().any(SystemTime::has_own_shares) {
        weighted(&systems)
    } else {
        Later::of(shares_of(System::Qms, edition)?)
    };
    initial.later(&later, &policy, &mut working, &mut result);
    result.insert("reasons_missing".to_owned(), json!(working.reasons_missing));
    let conclusion = say!(
        "Audited as one, the {count} management systems take {rounded} instead of {sum} one by one.{reasons}",
        count = systems.len(),
        rounded = days(&initial.rounded),
        sum = days(&sum),
        reasons = working.on_reasons()
    );
    let title = say!("Audit time of an integrated audit, IAF MD 11:2019");
    Ok(Outcome { result: Value::Object(result), sheet: Sheet { title, steps: working.steps, conclusion } })
}

/// The shares of later audits where the systems have shares of their own: each system's share, weighted by its days.
fn weighted(systems: &[SystemDays]) -> Later {
    let sum: BigRational = systems.iter().map(|system| system.days.clone()).sum();
    let mean = |share: fn(&SystemDays) -> &BigRational| {
        let parts: BigRational = systems.iter().map(|system| share(system) * &system.days).sum();
        if sum.is_zero() { parts } else { parts / &sum }
    };
    let listed = |share: fn(&SystemDays) -> &BigRational| {
        let of = |system: &SystemDays| format!("{} {}", system.system, Ratio(share(system).clone()));
        systems.iter().map(of).collect::<Vec<_>>().join(", ")
    };
    let source = format!(
        "each system's share, weighted by its days; surveillance: {}; recertification: {}",
        listed(|system| &system.surveillance),
        listed(|system| &system.recertification)
    );
    Later {
        surveillance: Ratio(mean(|system| &system.surveillance)),
        recertification: Ratio(mean(|system| &system.recertification)),
        source,
    }
}

fn most() -> BigRational {
    fraction(REDUCTION_MOST.0, REDUCTION_MOST.1)
}

fn check(systems: &[SystemTime], working: &mut Working) {
    if systems.len() < 2 {
        working.problem("/systems", "are fewer than two", "use `audit-time` for a single system");
    }
    for (index, system) in systems.iter().enumerate() {
        if systems.iter().take(index).any(|other| other.system == system.system) {
            working.problem(
                format!("/systems/{index}/system"),
                say!("`{id}` stands twice", id = &system.system),
                "list each management system once",
            );
        }
    }
}

impl SystemTime {
    fn reckon(
        &self,
        at: &str,
        edition: Edition,
        working: &mut Working,
    ) -> Result<Option<SystemDays>, Vec<Problem>> {
        let steps_before = working.steps.len();
        let shares = self.shares(at, edition, working)?;
        if let Some(table) = &self.table {
            table.check(&format!("{at}/table"), working);
        }
        let Some(table) = self.table(at, edition, working)? else { return Ok(None) };
        let heads = Heads { at, persons: self.persons, groups: &self.groups, parts: &self.parts };
        let effective = heads.effective(working);
        let base = effective.and_then(|effective| {
            table.look_up("days by the table", effective, &format!("{at}/persons"), working)
        });
        let picked = self.picked(at, edition, working)?;
        let cap = &shares.reduction_most.0;
        let adjusted = Adjusted::of(at, picked, &self.adjust, cap, &shares.cited(), working);
        let (Some(effective), Some(base)) = (effective, base) else { return Ok(None) };
        let days = adjusted.apply(&base, working);
        for step in working.steps.iter_mut().skip(steps_before) {
            step.what = say!("{system}: {what}", system = &self.system, what = &step.what);
        }
        let least = &base * (whole(1) - cap);
        Ok(Some(SystemDays {
            system: self.system,
            effective,
            adjusted,
            days,
            least,
            table: named(table),
            base,
            surveillance: shares.surveillance.0.clone(),
            recertification: shares.recertification.0.clone(),
        }))
    }

    fn has_own_shares(&self) -> bool {
        self.tables.as_ref().is_some_and(|tables| tables.shares.is_some())
    }

    fn shares<'a>(
        &'a self,
        at: &str,
        edition: Edition,
        working: &mut Working,
    ) -> Result<&'a ShareTable, Vec<Problem>> {
        match self.tables.as_ref().and_then(|tables| tables.shares.as_ref()) {
            Some(own) => {
                own.check(&format!("{at}/tables/shares"), working);
                Ok(own)
            }
            None => shares_of(self.system, edition),
        }
    }

    fn table<'a>(
        &'a self,
        at: &str,
        edition: Edition,
        working: &mut Working,
    ) -> Result<Option<&'a DayTable>, Vec<Problem>> {
        let wanted: &[Complexity] = match self.system {
            System::Isms | System::Qms => &[],
            System::Ems => Complexity::ALL,
            System::Ohsms => &[Complexity::High, Complexity::Medium, Complexity::Low],
        };
        let fits = match self.complexity {
            Some(complexity) => wanted.contains(&complexity),
            None => wanted.is_empty(),
        };
        if !fits {
            let hint = if wanted.is_empty() {
                say!("leave it out")
            } else {
                say!("give one of {words}", words = listed(wanted))
            };
            working.problem(
                format!("{at}/complexity"),
                say!("does not fit `{system}`", system = &self.system),
                hint,
            );
            return Ok(None);
        }
        let own = self.tables.as_ref().and_then(|tables| tables.days.as_ref());
        if let Some(own) = own {
            own.check(&format!("{at}/tables/days"), working);
            if self.table.is_some() {
                working.problem(
                    format!("{at}/tables/days"),
                    "stands besides `table`, which is one of days too",
                    "give one of the two",
                );
            }
        }
        match own.or(self.table.as_ref()) {
            Some(table) => Ok(Some(table)),
            None => days_of(self.system, self.complexity, edition).map(Some),
        }
    }

    fn picked(&self, at: &str, edition: Edition, working: &mut Working) -> Result<BigRational, Vec<Problem>> {
        if self.factors.is_some() && self.system != System::Isms {
            working.problem(
                format!("{at}/factors"),
                say!("are not graded for `{system}`", system = &self.system),
                "give increases and decreases with their reasons under `adjust`",
            );
            return Ok(BigRational::zero());
        }
        let own = self.tables.as_ref().and_then(|tables| tables.factors.as_ref());
        if let Some(own) = own {
            own.check(&format!("{at}/tables/factors"), working);
        }
        if own.is_some() && self.system != System::Isms {
            working.problem(
                format!("{at}/tables/factors"),
                say!("is of no use for `{system}`, whose factors are not graded", system = &self.system),
                "leave it out",
            );
        }
        let problems_before = working.problems.len();
        let reasons_before = working.reasons_missing.len();
        let picked =
            factors::picked(self.factors.as_ref(), own.map_or_else(|| factors_of(edition), Ok)?, working);
        for problem in working.problems.iter_mut().skip(problems_before) {
            problem.at = format!("{at}{}", problem.at);
        }
        for reason in working.reasons_missing.iter_mut().skip(reasons_before) {
            *reason = format!("{at}{reason}");
        }
        Ok(picked)
    }
}

impl Integration {
    /// The sum of (standards of an auditor - 1) over (auditors x (standards of the audit - 1)).
    fn ability(&self, standards: usize, working: &mut Working) -> BigRational {
        if self.auditors.is_empty() {
            working.problem("/integration/auditors", "is empty", "list the auditors of the team");
        }
        for (index, auditor) in self.auditors.iter().enumerate() {
            let most = u32::try_from(standards).unwrap_or(u32::MAX);
            if auditor.standards == 0 || auditor.standards > most {
                working.problem(
                    format!("/integration/auditors/{index}/standards"),
                    say!("is {standards}", standards = &auditor.standards),
                    say!(
                        "give for how many of the {standards} standards {name} is qualified, from 1",
                        standards,
                        name = &auditor.name
                    ),
                );
            }
        }
        let above: u64 =
            self.auditors.iter().map(|auditor| u64::from(auditor.standards.saturating_sub(1))).sum();
        let below = self.auditors.len() * standards.saturating_sub(1);
        let ability = Ratio::new(above, below).0;
        let each = added(self.auditors.iter().map(|auditor| format!("({} - 1)", auditor.standards)));
        working.step(
            Step::new(
                "what the team can do",
                say!(
                    "({each}) / ({count} x ({standards} - 1))",
                    each,
                    count = self.auditors.len(),
                    standards
                ),
                percent(&ability),
            )
            .after("IAF MD 11:2019 Annex 1"),
        );
        ability
    }

    fn check(&self, ability: &BigRational, working: &mut Working) {
        if self.level.0 < BigRational::zero() || self.level.0 > BigRational::one() {
            working.problem(
                "/integration/level",
                say!("`{level}` is not a share", level = &self.level),
                "give a number from 0 to 1",
            );
        }
        working.step(Step::new("how far the systems are integrated", "as judged", percent(&self.level.0)));
        let least = -most();
        if self.change.0 < least || self.change.0 > whole(1) {
            working.problem(
                "/integration/change",
                say!("`{change}` is outside {least} to 1", change = &self.change, least = Ratio(least)),
                "integration takes away a fifth at most",
            );
        }
        let nothing = self.level.0.is_zero() || ability.is_zero();
        if nothing && self.change.0 < BigRational::zero() {
            working.problem(
                "/integration/change",
                "takes time away though nothing is integrated, or no auditor is qualified for two standards",
                "give 0 or more, or a team that can audit them together",
            );
        }
    }
}

impl SystemDays {
    fn to_json(&self) -> Value {
        json!({ "system": self.system.word(), "effective_persons": self.effective, "base_days": printed(&self.base),
            "raw_adjustment": printed(&self.adjusted.raw), "capped_adjustment": printed(&self.adjusted.capped),
            "days": printed(&self.days), "table": self.table })
    }
}
