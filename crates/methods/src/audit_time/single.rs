//! `audit-time`: an ISMS at one place, after ISO/IEC 27006-1 Annex C, or Annex B of its edition of 2015.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::say;
use num_rational::BigRational;
use serde_json::{Map, Value, json};

use super::adjust::{Adjusted, Adjustment};
use super::factors::{self, Factors};
use super::persons::{Group, Heads, Part};
use super::rounding::{Policy, Rounding};
use super::shares::{Initial, Remote, Wanted};
use super::shorthand::Short;
use super::tables::{Chosen, Edition, OwnTables, named};
use super::working::{Working, change, days, printed, whole};
use crate::{Outcome, Ratio, Sheet};

data! {
    /// The inputs of `audit-time`.
    pub struct AuditTime {
        /// Everybody who does work under the auditee's control in the scope, on all shifts, groups and parts among them.
        persons: u32,
        /// Those with identical activities, in groups: how many persons each has.
        groups: Vec<Short<Group>>,
        /// Part-time workers, shifts, contractors.
        parts: Vec<Part>,
        /// The six factors; no change by complexity unless they are graded.
        factors: Option<Factors>,
        /// Every other increase and decrease, as shares: -0.2 takes a fifth off.
        adjust: Vec<Short<Adjustment>>,
        /// `2024` unless given.
        edition: Option<Short<Edition>>,
        /// `exact` unless given.
        round: Option<Rounding>,
        /// The step to round to, in days; 0.5 unless given.
        step: Option<Ratio>,
        /// The share of stage 1, if the stages are to be divided.
        stage_1_share: Option<Ratio>,
        /// The share of the time spent auditing; the scheme's least unless given.
        auditing_share: Option<Ratio>,
        /// Auditing from afar.
        remote: Option<Remote>,
        /// The organization's own tables.
        tables: Option<OwnTables>,
    }
}

/// Reckons the audit time of an ISMS.
///
/// # Errors
/// Every problem of the inputs at its place; persons beyond the table, with the row to add.
pub fn audit_time(inputs: AuditTime) -> Result<Outcome, Vec<Problem>> {
    let mut working = Working::default();
    let edition = inputs.edition.as_ref().map_or(Edition::Of2024, |edition| edition.0);
    let tables = Chosen::of(inputs.tables.as_ref(), edition, &mut working)?;
    let policy = Policy::read(inputs.round, inputs.step.as_ref(), &mut working);
    let wanted = Wanted {
        stage_1: inputs.stage_1_share.as_ref(),
        auditing: inputs.auditing_share.as_ref(),
        remote: inputs.remote.as_ref(),
    };
    wanted.check(tables.shares, &mut working);
    let heads = Heads { at: "", persons: inputs.persons, groups: &inputs.groups, parts: &inputs.parts };
    let effective = heads.effective(&mut working);
    let base = effective
        .and_then(|effective| tables.days.look_up("days by the table", effective, "/persons", &mut working));
    let picked = factors::picked(inputs.factors.as_ref(), tables.factors, &mut working);
    let reduction_most = &tables.shares.reduction_most.0;
    let adjusted =
        Adjusted::of("", picked, &inputs.adjust, reduction_most, &tables.shares.cited(), &mut working);
    working.checked()?;
    let (effective, base) = (effective.unwrap_or(0), base.unwrap_or_else(|| whole(0)));

    let exact = adjusted.apply(&base, &mut working);
    let least = &base * (whole(1) - reduction_most);
    let initial = Initial::of(exact, &least, &policy, &mut working);
    let mut result = figures(edition, effective, &base, &adjusted, &initial);
    initial.later_audits(tables.shares, &policy, &mut working, &mut result);
    initial.within(wanted, tables.shares, &policy, &mut working, &mut result);
    result.insert("table".to_owned(), named(tables.days));
    result.insert("reasons_missing".to_owned(), json!(working.reasons_missing));
    let conclusion = say!(
        "The initial audit of {effective} effective persons takes {rounded}: {base} by the table, changed by {capped}.{reasons}",
        effective,
        rounded = days(&initial.rounded),
        base = days(&base),
        capped = change(&adjusted.capped),
        reasons = working.on_reasons()
    );
    let title = say!(
        "Audit time of an information security management system, {edition}",
        edition = &tables.days.edition
    );
    Ok(Outcome { result: Value::Object(result), sheet: Sheet { title, steps: working.steps, conclusion } })
}

fn figures(
    edition: Edition,
    effective: u64,
    base: &BigRational,
    adjusted: &Adjusted,
    initial: &Initial,
) -> Map<String, Value> {
    let mut result = Map::new();
    result.insert("edition".to_owned(), json!(edition.word()));
    result.insert("effective_persons".to_owned(), json!(effective));
    result.insert("base_days".to_owned(), printed(base));
    result.insert("raw_adjustment".to_owned(), printed(&adjusted.raw));
    result.insert("capped_adjustment".to_owned(), printed(&adjusted.capped));
    result.insert("days".to_owned(), printed(&initial.rounded));
    result.insert("exact_days".to_owned(), printed(&initial.exact));
    result
}
