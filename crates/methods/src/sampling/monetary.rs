//! Monetary-unit sampling: every unit of value is an item; how many to draw, and what the misstatements found say.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Arg, say};
use assize_domain::kernel::text::Line;
use num_rational::BigRational;
use num_traits::{Signed as _, Zero as _};
use serde_json::json;

use super::attribute::SAMPLE_ITEMS_MAX;
use super::checks::{Checks, refused};
use super::gamma;
use super::law::poisson_at_most;
use crate::{Outcome, Ratio, Sheet, Step};

/// Where the planning model comes from.
const SIZE_SOURCE: &str = "AICPA Audit Guide Audit Sampling, monetary unit sampling: confidence factors from the gamma distribution";
/// Where the evaluation comes from.
const BOUND_SOURCE: &str = "Stringer (1963); AICPA Audit Guide Audit Sampling, monetary unit sampling";
/// The largest sample x tolerable misstatement that is reckoned.
const MEAN_MAX: u32 = 4_000;
/// The most misstatements that are evaluated; with so many, the population is misstated.
pub const MISSTATEMENTS_MAX: usize = 200;
/// The most places of the confidence factors.
pub const FACTOR_PLACES_MAX: u8 = 6;

data! {
    /// Inputs of `mus-size`.
    pub struct MusSizeInputs {
        /// The risk of accepting a population misstated by the tolerable amount; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The tolerable misstatement as a share of the population's value; between 0 and 1.
        tolerable: Ratio,
        /// The expected misstatement divided by the tolerable one, from 0 to below 1; 0 where it is not given.
        expected_ratio: Option<Ratio>,
    }

    /// An item whose value was found to be misstated.
    pub struct Misstatement {
        /// Which item.
        item: Line,
        /// Its value in the books, above 0.
        book: Ratio,
        /// Its value as audited, from 0 to the value in the books.
        audited: Ratio,
    }

    /// Inputs of `mus-evaluate`.
    pub struct MusEvaluateInputs {
        /// The risk that the misstatement is above the limit; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The value of the population that was sampled, above 0.
        population_value: Ratio,
        /// How many units of value were drawn.
        sample: u32,
        /// The tolerable misstatement, as an amount above 0.
        tolerable: Ratio,
        /// The overstatements found; none where it is not given.
        misstatements: Vec<Misstatement>,
        /// The places to which confidence factors are rounded up; 2 where it is not given, as printed tables do.
        factor_places: Option<u8>,
    }
}

/// `mus-size`: how many units of value to draw.
pub(crate) fn size(inputs: MusSizeInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    checks.share("/tolerable", &inputs.tolerable);
    let ratio = inputs.expected_ratio.unwrap_or_else(|| Ratio::new(0, 1));
    checks.require(
        !ratio.0.is_negative() && ratio < Ratio::new(1, 1),
        "/expected_ratio",
        say!("`{ratio}` is not from 0 to below 1", ratio),
        "give expected misstatement / tolerable misstatement, like 0.2",
    );
    checks.done()?;
    let met = |units: u32, unit: &Ratio| gamma::met(&(&unit.0 * whole(units)), &ratio.0, &risk.0);
    let most = Ratio(whole(MEAN_MAX) / &inputs.tolerable.0).ceil();
    let most = u32::try_from(most).unwrap_or(SAMPLE_ITEMS_MAX).min(SAMPLE_ITEMS_MAX);
    let Some(size) = least(one_over(&inputs.tolerable), most, |size| met(size, &inputs.tolerable)) else {
        let expects = ratio > Ratio::new(0, 1);
        return refused(
            if expects { "/expected_ratio" } else { "/tolerable" },
            say!("no sample of up to {most} units of value meets the risk", most),
            if expects {
                "lower the expected misstatement, or raise the tolerable one or the risk"
            } else {
                "raise the tolerable misstatement or the risk"
            },
        );
    };
    // The factor lies between what one unit fewer and what the size reaches.
    let hundredths = |size: u32| Ratio(&inputs.tolerable.0 * whole(size) * whole(100)).ceil();
    let top = u32::try_from(hundredths(size)).unwrap_or(MEAN_MAX * 100);
    let bottom = u32::try_from(hundredths(size - 1)).unwrap_or(0).saturating_sub(1);
    let factor = halved(bottom, top, |units| met(units, &Ratio::new(1, 100)));
    let factor = Ratio::new(factor, 100).rounded_up(2);
    let mean = |size: u32| Ratio(&inputs.tolerable.0 * whole(size));
    let mut steps = vec![
        Step::new(
            "confidence factor",
            say!("the least x, in steps of 0.01, with P(G > x) <= {risk}, G gamma distributed with shape 1 + {ratio} x and scale 1", risk, ratio),
            Arg::Decimal(factor.clone()),
        )
        .after(SIZE_SOURCE),
    ];
    for (what, units) in [(say!("risk of one unit fewer"), size - 1), (say!("risk of the sample"), size)] {
        let verdict = if units > 0 && met(units, &inputs.tolerable) { say!("met") } else { say!("not met") };
        let working = say!(
            "x = {units} x {tolerable} = {mean}, shape 1 + {ratio} x: P(G > x) <= {risk}",
            units,
            tolerable = &inputs.tolerable,
            mean = mean(units),
            ratio,
            risk
        );
        steps.push(Step::new(what, working, verdict));
    }
    steps.push(Step::new(
        "size",
        "the least number of units whose risk is met; about the factor / tolerable share, rounded up",
        size,
    ));
    steps.push(Step::new(
        "sampling interval",
        say!("population's value / {size}", size),
        say!("{share} of the value", share = Ratio::new(1, size.max(1))),
    ));
    let conclusion = say!(
        "Draw {size} units of value. Items above the sampling interval are drawn more than once and are examined once; fewer items than {size} may come out.",
        size
    );
    let title = say!(
        "Size of a monetary-unit sample: risk {risk}, tolerable share {tolerable}, expected ratio {ratio}",
        risk,
        tolerable = &inputs.tolerable,
        ratio
    );
    Ok(Outcome {
        result: json!({ "size": size, "confidence_factor": factor }),
        sheet: Sheet { title, steps, conclusion },
    })
}

/// The least number from 1 to `most` that is met, doubling from `first` on and halving then.
fn least(first: u32, most: u32, met: impl Fn(u32) -> bool) -> Option<u32> {
    let (mut low, mut high) = (0, first.clamp(1, most.max(1)));
    while !met(high) {
        if high >= most {
            return None;
        }
        low = high;
        high = high.saturating_mul(2).min(most);
    }
    Some(halved(low, high, met))
}

/// The least number above `low` that is met, where `low` is not and `high` is.
fn halved(mut low: u32, mut high: u32, met: impl Fn(u32) -> bool) -> u32 {
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if met(middle) { high = middle } else { low = middle }
    }
    high
}

/// Where the search for a size begins: a mean of 1.
fn one_over(tolerable: &Ratio) -> u32 {
    u32::try_from(Ratio(tolerable.0.recip()).ceil()).unwrap_or(SAMPLE_ITEMS_MAX)
}

fn whole(number: u32) -> BigRational {
    BigRational::from_integer(number.into())
}

/// The Poisson confidence factor for so many misstatements, rounded up to `places`: the mean at which so few are as likely as the risk.
fn factor(misstatements: u32, risk: &Ratio, places: u8) -> Option<Ratio> {
    let scale = 10u32.pow(u32::from(places));
    let most = MEAN_MAX.saturating_mul(scale);
    let met =
        |units: u32| poisson_at_most(&BigRational::new(units.into(), scale.into()), misstatements, &risk.0);
    least(scale, most, met).map(|units| Ratio::new(units, scale))
}

fn evaluation_checks(checks: &mut Checks, inputs: &MusEvaluateInputs) {
    checks.positive("/sample", inputs.sample);
    for (at, amount) in [("/population_value", &inputs.population_value), ("/tolerable", &inputs.tolerable)] {
        checks.require(
            amount.0.is_positive(),
            at,
            say!("`{amount}` is not above 0", amount),
            "give an amount above 0",
        );
    }
    for (index, found) in inputs.misstatements.iter().enumerate() {
        checks.require(
            found.book.0.is_positive(),
            &format!("/misstatements/{index}/book"),
            say!("`{book}` is not above 0", book = &found.book),
            "give the value in the books; items of no value are examined outside this sample",
        );
        checks.require(
            !found.audited.0.is_negative() && found.audited <= found.book,
            &format!("/misstatements/{index}/audited"),
            say!(
                "`{audited}` is not from 0 to the value in the books, `{book}`",
                audited = &found.audited,
                book = &found.book
            ),
            "evaluate understatements apart: this limit is one of overstatement",
        );
        let repeated = inputs.misstatements.iter().take(index).any(|other| other.item == found.item);
        checks.require(
            !repeated,
            &format!("/misstatements/{index}/item"),
            say!("`{id}` is there twice", id = &found.item),
            "give each item once",
        );
    }
    let places = inputs.factor_places.unwrap_or(2);
    checks.require(
        places <= FACTOR_PLACES_MAX,
        "/factor_places",
        say!("`{places}` is more than {most}", places, most = FACTOR_PLACES_MAX),
        say!("give 0 to {most}", most = FACTOR_PLACES_MAX),
    );
    checks.require(
        inputs.misstatements.len() <= MISSTATEMENTS_MAX,
        "/misstatements",
        say!("are {count}", count = inputs.misstatements.len()),
        say!(
            "give at most {most}; with more, have the population corrected and sample it again",
            most = MISSTATEMENTS_MAX
        ),
    );
    let sampled = usize::try_from(inputs.sample).unwrap_or(usize::MAX);
    checks.require(
        inputs.misstatements.len() <= sampled,
        "/misstatements",
        "are more than the sample has units",
        "give the items of the sample only",
    );
}

/// `mus-evaluate`: projected misstatement and its upper limit.
pub(crate) fn evaluate(inputs: MusEvaluateInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    evaluation_checks(&mut checks, &inputs);
    checks.done()?;
    let places = inputs.factor_places.unwrap_or(2);
    let interval = Ratio(&inputs.population_value.0 / whole(inputs.sample));
    let mut steps = vec![Step::new(
        "sampling interval",
        say!(
            "{population_value} / {sample}",
            population_value = &inputs.population_value,
            sample = &inputs.sample
        ),
        &interval,
    )];
    // Items of at least an interval are surely in the sample: what is wrong with them is known and needs no projection.
    let (certain, sampled): (Vec<_>, Vec<_>) =
        inputs.misstatements.iter().partition(|found| found.book >= interval);
    let mut known = BigRational::zero();
    for found in certain {
        let wrong = &found.book.0 - &found.audited.0;
        steps.push(Step::new(
            say!("known misstatement of `{item}`", item = &found.item),
            say!(
                "{book} - {audited}; its value is at least the interval",
                book = &found.book,
                audited = &found.audited
            ),
            Ratio(wrong.clone()),
        ));
        known += wrong;
    }
    let mut taints: Vec<(Ratio, &Line)> = sampled
        .into_iter()
        .map(|found| (Ratio((&found.book.0 - &found.audited.0) / &found.book.0), &found.item))
        .filter(|(taint, _)| taint.0.is_positive())
        .collect();
    taints.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(right.1)));
    let Some(basic_factor) = factor(0, &risk, places) else { return factor_out_of_reach() };
    let basic = &basic_factor.0 * &interval.0;
    steps.push(
        Step::new(
            "basic precision",
            say!("confidence factor {basic_factor} for no misstatement x {interval}", basic_factor, interval),
            Ratio(basic.clone()),
        )
        .after(BOUND_SOURCE),
    );
    let (mut projected, mut limit) = (known.clone(), &known + &basic);
    let mut before = basic_factor;
    for ((taint, item), rank) in taints.iter().zip(1u32..) {
        let Some(next) = factor(rank, &risk, places) else { return factor_out_of_reach() };
        let share = Ratio(&next.0 - &before.0);
        let projection = &taint.0 * &interval.0;
        let added = &projection * &share.0;
        steps.push(
            Step::new(
                say!("misstatement {rank}, `{item}`", rank, item),
                say!(
                    "taint {taint} x interval = {projection}; x ({next} - {before})",
                    taint,
                    projection = Ratio(projection.clone()),
                    next,
                    before
                ),
                Ratio(added.clone()),
            )
            .after(BOUND_SOURCE),
        );
        projected += projection;
        limit += added;
        before = next;
    }
    let (limit, projected) = (Ratio(limit), Ratio(projected));
    let supported = limit <= inputs.tolerable;
    steps.push(Step::new(
        "upper limit of misstatement",
        "known + basic precision + each misstatement by its factor",
        &limit,
    ));
    let (shown, most) = (Arg::Decimal(projected.rounded_up(2)), Arg::Decimal(limit.rounded_up(2)));
    let tolerable = &inputs.tolerable;
    let conclusion = if supported {
        say!(
            "The projected misstatement is {shown}. At a risk of {risk} the misstatement is at most {most}, which is at most the tolerable {tolerable}: the sample supports the value in the books.",
            shown,
            risk,
            most,
            tolerable
        )
    } else {
        say!(
            "The projected misstatement is {shown}. At a risk of {risk} the misstatement is at most {most}, which is above the tolerable {tolerable}: the sample does not support the value in the books.",
            shown,
            risk,
            most,
            tolerable
        )
    };
    let result = json!({
        "projected": projected.to_string(), "basic_precision": Ratio(basic).to_string(), "known": Ratio(known).to_string(),
        "upper_limit": limit.to_string(), "upper_limit_rounded": limit.rounded_up(2), "supported": supported, "conclusion": conclusion.to_string(),
    });
    let title = say!(
        "Evaluation of a monetary-unit sample: {sample} units of {population_value}, risk {risk}",
        sample = &inputs.sample,
        population_value = &inputs.population_value,
        risk
    );
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}

fn factor_out_of_reach<T>() -> Result<T, Vec<Problem>> {
    refused(
        "/risk",
        say!("a confidence factor would be more than {most}", most = MEAN_MAX),
        "raise the risk, or give fewer misstatements",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_factors_are_those_of_the_tables() {
        let printed = |risk: &str, factors: &[&str]| {
            let risk: Ratio = risk.parse().unwrap();
            for (count, printed) in (0u32..).zip(factors) {
                assert_eq!(factor(count, &risk, 2).unwrap().rounded_up(2), **printed, "{risk} {count}");
            }
        };
        printed(
            "0.05",
            &["3.00", "4.75", "6.30", "7.76", "9.16", "10.52", "11.85", "13.15", "14.44", "15.71", "16.97"],
        );
        printed(
            "0.10",
            &["2.31", "3.89", "5.33", "6.69", "8.00", "9.28", "10.54", "11.78", "13.00", "14.21", "15.41"],
        );
        printed(
            "0.01",
            &["4.61", "6.64", "8.41", "10.05", "11.61", "13.11", "14.58", "16.00", "17.41", "18.79", "20.15"],
        );
    }
}
