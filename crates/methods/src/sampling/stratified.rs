//! Plans over strata and in two stages.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::Signed as _;
use serde_json::{Value, json};

use super::allocation::proportional;
use super::attribute::{SOURCE, SampleSizeInputs, no_sample, plan_of, risk_step};
use super::checks::{Checks, refused};
use crate::{Outcome, Ratio, Sheet, Step};

words! {
    /// Of what a stratified sample shall say something.
    pub enum Concludes {
        /// Of the whole population: one size, shared out in proportion.
        Whole = "whole",
        /// Of each stratum by itself: a size for each.
        Each = "each",
    }
}

data! {
    /// A part of the population that is sampled apart from the others.
    pub struct Stratum {
        /// Its name.
        name: Line,
        /// How many items it has.
        items: u32,
    }

    /// Inputs of `stratified-size`.
    pub struct StratifiedSizeInputs {
        /// The risk of accepting a population that deviates at the tolerable rate; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The rate of deviation that is just no longer acceptable; between 0 and 1.
        tolerable: Ratio,
        /// The rate that is expected, below the tolerable one; 0 where it is not given.
        expected: Option<Ratio>,
        /// The strata.
        strata: Vec<Stratum>,
        /// Of what the sample shall say something; of the whole where it is not given.
        concludes: Option<Concludes>,
        /// How many items each stratum gives at least, as far as it has them; 1 where it is not given.
        at_least: Option<u32>,
    }

    /// Inputs of `two-stage`.
    pub struct TwoStageInputs {
        /// The risk of accepting a population that deviates at the tolerable rate; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The rate of deviation that is just no longer acceptable; between 0 and 1.
        tolerable: Ratio,
        /// The rate that is expected, below the tolerable one; 0 where it is not given.
        expected: Option<Ratio>,
        /// How many units there are in the first stage: sites, teams, systems.
        units: u32,
        /// How many items are examined in each chosen unit.
        items_per_unit: u32,
        /// How alike items of a unit are, from 0 (like any other items) to 1 (all the same): the intraclass correlation, a judgement or
        /// from previous audits.
        likeness: Ratio,
    }
}

/// `stratified-size`: how many items of each stratum.
pub(crate) fn size(inputs: StratifiedSizeInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    checks.require(
        !inputs.strata.is_empty(),
        "/strata",
        "are none",
        "give at least one stratum with its name and items",
    );
    for (index, stratum) in inputs.strata.iter().enumerate() {
        checks.positive(&format!("/strata/{index}/items"), stratum.items);
        let repeated = inputs.strata.iter().take(index).any(|other| other.name == stratum.name);
        checks.require(
            !repeated,
            &format!("/strata/{index}/name"),
            say!("`{id}` is there twice", id = &stratum.name),
            "give each stratum a name of its own",
        );
    }
    let total: u64 = inputs.strata.iter().map(|stratum| u64::from(stratum.items)).sum();
    let population = u32::try_from(total).unwrap_or(u32::MAX);
    checks.require(
        u64::from(population) == total,
        "/strata",
        say!("have {total} items together", total),
        say!("give at most {most}", most = u32::MAX),
    );
    // Without strata a population of 0 would be refused once more, at a field that was not given.
    let plain = simple(&inputs, if checks.fine() { population } else { 1 });
    plan_of(&plain, &mut checks);
    checks.done()?;
    match inputs.concludes.unwrap_or(Concludes::Whole) {
        Concludes::Whole => whole(&inputs, population),
        Concludes::Each => each(&inputs),
    }
}

fn simple(inputs: &StratifiedSizeInputs, population: u32) -> SampleSizeInputs {
    SampleSizeInputs {
        risk: inputs.risk.clone(),
        confidence: inputs.confidence.clone(),
        tolerable: inputs.tolerable.clone(),
        expected: inputs.expected.clone(),
        population: Some(population),
        deviations_rounded: None,
    }
}

fn whole(inputs: &StratifiedSizeInputs, population: u32) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let plan = plan_of(&simple(inputs, population), &mut checks);
    let Some((size, allowed)) = plan.solve() else { return no_sample(&plan) };
    let mut steps = vec![
        Step::new("items", "the sum of the strata", population),
        risk_step("the sample of the whole, which allows", &plan.law(), size, allowed),
        Step::new("size for the whole", "as sample-size reckons it, as if drawn without strata", size)
            .after(SOURCE),
    ];
    let at_least = inputs.at_least.unwrap_or(1);
    let items: Vec<u32> = inputs.strata.iter().map(|stratum| stratum.items).collect();
    let mut shares: Vec<Value> = Vec::new();
    let mut total = 0u32;
    for (stratum, share) in inputs.strata.iter().zip(proportional(size, &items)) {
        let raised = share.max(at_least).min(stratum.items);
        let working = say!(
            "{size} x {items} / {population} by largest remainder = {share}; at least {at_least}, at most all",
            size,
            items = &stratum.items,
            population,
            share,
            at_least
        );
        steps.push(Step::new(say!("share of `{name}`", name = &stratum.name), working, raised));
        shares.push(json!({ "stratum": stratum.name.as_str(), "items": stratum.items, "size": raised }));
        total += raised;
    }
    steps.push(Step::new("size", "the sum of the shares", total));
    let conclusion = say!(
        "Examine {total} items in {count} strata. If at most {allowed} of them deviate, the sample speaks for the whole population as a simple sample of {size} does, as far as the strata are drawn in proportion; it says nothing of one stratum by itself.",
        total,
        count = inputs.strata.len(),
        allowed,
        size
    );
    let result = json!({ "size": total, "deviations": allowed, "simple_size": size, "strata": shares });
    Ok(Outcome { result, sheet: Sheet { title: title(inputs), steps, conclusion } })
}

fn each(inputs: &StratifiedSizeInputs) -> Result<Outcome, Vec<Problem>> {
    let (mut steps, mut sizes, mut problems, mut total) = (Vec::new(), Vec::new(), Vec::new(), 0u64);
    for (index, stratum) in inputs.strata.iter().enumerate() {
        let mut checks = Checks::default();
        let plan = plan_of(&simple(inputs, stratum.items), &mut checks);
        let Some((size, allowed)) = plan.solve() else {
            problems.push(Problem::new(
                format!("/strata/{index}/items"),
                say!("in the {items} items of `{name}`, expected and tolerable rate are too close for any sample", items = &stratum.items, name = &stratum.name),
                "lower the expected rate or raise the tolerable one, or examine every item of it",
            ));
            continue;
        };
        let size = size.max(inputs.at_least.unwrap_or(1)).min(stratum.items);
        steps.push(risk_step(
            say!(
                "`{name}` with {size} of {items} items, which allows",
                name = &stratum.name,
                size,
                items = &stratum.items
            ),
            &plan.law(),
            size,
            allowed,
        ));
        steps.push(
            Step::new(say!("size of `{name}`", name = &stratum.name), "as sample-size reckons it", size)
                .after(SOURCE),
        );
        sizes.push(json!({ "stratum": stratum.name.as_str(), "items": stratum.items, "size": size, "deviations": allowed }));
        total += u64::from(size);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    steps.push(Step::new("size", "the sum of the strata", total));
    let conclusion = say!(
        "Examine {total} items in {count} strata. Each stratum is concluded on by itself, at the risk given for each of them.",
        total,
        count = inputs.strata.len()
    );
    let result = json!({ "size": total, "strata": sizes });
    Ok(Outcome { result, sheet: Sheet { title: title(inputs), steps, conclusion } })
}

fn title(inputs: &StratifiedSizeInputs) -> Said {
    say!(
        "Size of a stratified sample: {count} strata, tolerable rate {tolerable}, concluding on {concludes}",
        count = inputs.strata.len(),
        tolerable = &inputs.tolerable,
        concludes = inputs.concludes.unwrap_or(Concludes::Whole)
    )
}

/// `two-stage`: how many units, and how many items in each.
pub(crate) fn two_stage(inputs: TwoStageInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let simple = SampleSizeInputs {
        risk: inputs.risk.clone(),
        confidence: inputs.confidence.clone(),
        tolerable: inputs.tolerable.clone(),
        expected: inputs.expected.clone(),
        population: None,
        deviations_rounded: None,
    };
    let plan = plan_of(&simple, &mut checks);
    checks.positive("/units", inputs.units);
    checks.positive("/items_per_unit", inputs.items_per_unit);
    let within = !inputs.likeness.0.is_negative() && inputs.likeness <= Ratio::new(1, 1);
    checks.require(
        within,
        "/likeness",
        say!("`{likeness}` is not from 0 to 1", likeness = &inputs.likeness),
        "give 0 where items of a unit are like any others, 1 where they are all the same",
    );
    checks.done()?;
    let Some((size, allowed)) = plan.solve() else { return no_sample(&plan) };
    let whole = |number: u32| BigRational::from_integer(number.into());
    let effect = Ratio(whole(1) + whole(inputs.items_per_unit - 1) * &inputs.likeness.0);
    let needed = Ratio(whole(size) * &effect.0).ceil();
    let units = Ratio(BigRational::from_integer(needed.clone()) / whole(inputs.items_per_unit)).ceil();
    let Some(units) = u32::try_from(&units).ok().filter(|units| *units <= inputs.units) else {
        return refused(
            "/items_per_unit",
            say!(
                "{needed} items are needed, in {units} units, and there are {there}",
                needed,
                units,
                there = &inputs.units
            ),
            "examine more items in each unit, or, where they are too alike for that to help, plan a sample in every unit",
        );
    };
    let total = u64::from(units) * u64::from(inputs.items_per_unit);
    let source = "Kish, Survey Sampling (1965), design effect";
    let steps = vec![
        risk_step("a simple sample, which allows", &plan.law(), size, allowed),
        Step::new("size of a simple sample", "as sample-size reckons it for a large population", size)
            .after(SOURCE),
        Step::new(
            "design effect",
            say!(
                "1 + ({items_per_unit} - 1) x {likeness}",
                items_per_unit = &inputs.items_per_unit,
                likeness = &inputs.likeness
            ),
            &effect,
        )
        .after(source),
        Step::new("items needed", say!("ceil({size} x {effect})", size, effect), &needed).after(source),
        Step::new(
            "units",
            say!("ceil({needed} / {items_per_unit})", needed, items_per_unit = &inputs.items_per_unit),
            units,
        ),
        Step::new(
            "items",
            say!("{units} x {items_per_unit}", units, items_per_unit = &inputs.items_per_unit),
            total,
        ),
    ];
    let conclusion = say!(
        "Choose {units} of {all} units at random, in proportion to their items, and {items_per_unit} items in each: {total} items, which say as much as {size} items chosen one by one as far as the likeness of {likeness} holds.",
        units,
        all = inputs.units,
        items_per_unit = &inputs.items_per_unit,
        total,
        size,
        likeness = &inputs.likeness
    );
    let result = json!({ "units": units, "items_per_unit": inputs.items_per_unit, "size": total, "simple_size": size, "deviations_of_simple": allowed, "design_effect": effect.to_string() });
    let title = say!(
        "Sample in two stages: {units} units, {items_per_unit} items in each",
        units = &inputs.units,
        items_per_unit = &inputs.items_per_unit
    );
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}
