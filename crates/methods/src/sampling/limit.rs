//! What was found in a sample says about the population: the upper limit of the rate of deviation, and the evaluation against a tolerable rate.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Arg, Said, say};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::{Value, json};

use super::attribute::{DeviationRounding, SAMPLE_ITEMS_MAX, deviations_at, law_step, risk_step};
use super::checks::Checks;
use super::law::Law;
use crate::{Outcome, Ratio, Sheet, Step};

/// Where the limits come from.
const SOURCE: &str = "Clopper and Pearson, Biometrika 26 (1934), one-sided; Buonaccorsi, The American Statistician 41 (1987) for a finite population";
/// The places of the printed limit, as in the tables of audit guides.
const PLACES: u32 = 3;
/// The further places of `exact`.
const FURTHER_PLACES: u32 = 12;

data! {
    /// Inputs of `upper-limit`.
    pub struct UpperLimitInputs {
        /// How many items were examined.
        sample: u32,
        /// How many of them deviate.
        deviations: u32,
        /// The risk that the true rate is above the limit; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// How many items there are; a large population where it is not given.
        population: Option<u32>,
    }

    /// Inputs of `evaluate-sample`.
    pub struct EvaluateSampleInputs {
        /// How many items were examined.
        sample: u32,
        /// How many of them deviate.
        deviations: u32,
        /// The risk of accepting a population that deviates at the tolerable rate; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The rate of deviation that is just no longer acceptable; between 0 and 1.
        tolerable: Ratio,
        /// How many items there are; a large population where it is not given.
        population: Option<u32>,
        /// How rate x population becomes a number of deviations (never less than 1); up where it is not given.
        deviations_rounded: Option<DeviationRounding>,
    }
}

/// What was seen.
struct Seen {
    sample: u32,
    deviations: u32,
    population: Option<u32>,
    risk: Ratio,
}

/// An upper limit, between two fractions that are equal where it is known outright.
struct Limit {
    above: Ratio,
    not_above: Ratio,
    /// The deviations in a finite population.
    deviations: Option<u32>,
}

impl Seen {
    fn checked(
        checks: &mut Checks,
        sample: u32,
        deviations: u32,
        population: Option<u32>,
        risk: Ratio,
    ) -> Self {
        checks.positive("/sample", sample);
        checks.require(
            sample <= SAMPLE_ITEMS_MAX,
            "/sample",
            say!("`{sample}` is more than {most}", sample, most = SAMPLE_ITEMS_MAX),
            say!("give at most {most} items", most = SAMPLE_ITEMS_MAX),
        );
        checks.require(
            deviations <= sample,
            "/deviations",
            say!("`{deviations}` is more than the {sample} items of the sample", deviations, sample),
            "count each item that deviates once",
        );
        if let Some(population) = population {
            checks.require(
                sample <= population,
                "/sample",
                say!("`{sample}` is more than the {population} items of the population", sample, population),
                "give the number of items drawn without repeats, or correct the population",
            );
        }
        Self { sample, deviations, population, risk }
    }

    fn met(&self, law: &Law) -> bool {
        law.at_most(self.sample, self.deviations, &self.risk.0)
    }

    fn limit(&self) -> Limit {
        match self.population {
            Some(population) => self.finite_limit(population),
            None => self.rate_limit(),
        }
    }

    /// The probability of so few deviations falls as the rate rises, and the limit is where it is the risk. So whether the limit is at most a
    /// decimal is decided by the probability at that decimal; two searches by halves, the second within a step of the first.
    fn rate_limit(&self) -> Limit {
        if self.deviations == self.sample {
            return Limit { above: Ratio::new(1, 1), not_above: Ratio::new(1, 1), deviations: None };
        }
        let coarse = 10u64.pow(PLACES);
        let fine = coarse * 10u64.pow(FURTHER_PLACES);
        let met = |units: u64, scale: u64| {
            self.met(&Law::Binomial { rate: BigRational::new(units.into(), scale.into()) })
        };
        let thousandths = least(0, coarse, |units| met(units, coarse));
        let step = fine / coarse;
        let units = least((thousandths - 1) * step, thousandths * step, |units| met(units, fine));
        Limit { above: Ratio::new(units - 1, fine), not_above: Ratio::new(units, fine), deviations: None }
    }

    /// The most deviations in the population that the risk does not exclude.
    fn finite_limit(&self, population: u32) -> Limit {
        let met = |deviations: u64| {
            let deviations = u32::try_from(deviations).unwrap_or(u32::MAX).min(population);
            self.met(&Law::Hypergeometric { population, deviations })
        };
        // All that was not examined may deviate, besides what was found; with one more, so few could not have been found.
        let most = u64::from(population - (self.sample - self.deviations));
        let excluded = least(u64::from(self.deviations), most + 1, met);
        let limit = excluded - 1;
        let ratio = Ratio::new(limit, population);
        Limit { above: ratio.clone(), not_above: ratio, deviations: u32::try_from(limit).ok() }
    }

    fn law_at(&self, limit: &Ratio, deviations: Option<u32>) -> Law {
        match (self.population, deviations) {
            (Some(population), Some(deviations)) => Law::Hypergeometric { population, deviations },
            _ => Law::Binomial { rate: limit.0.clone() },
        }
    }

    fn working(&self, limit: &Limit) -> Vec<Step> {
        let found = Ratio::new(self.deviations, self.sample);
        let mut steps = vec![Step::new(
            "rate of deviation in the sample",
            say!("{deviations} / {sample}", deviations = &self.deviations, sample = &self.sample),
            Arg::Decimal(found.rounded_up(PLACES)),
        )];
        let printed = Arg::Decimal(limit.not_above.rounded_up(PLACES));
        if let (Some(population), Some(deviations)) = (self.population, limit.deviations) {
            let law = |deviations| Law::Hypergeometric { population, deviations };
            steps.push(risk_step(
                say!(
                    "{deviations} deviations among {population} items giving at most",
                    deviations,
                    population
                ),
                &law(deviations),
                self.sample,
                self.deviations,
            ));
            if u64::from(deviations) < u64::from(population - (self.sample - self.deviations)) {
                let next = law(deviations + 1);
                steps.push(risk_step(
                    say!(
                        "{deviations} deviations among {population} items giving at most",
                        deviations = deviations + 1,
                        population
                    ),
                    &next,
                    self.sample,
                    self.deviations,
                ));
            }
            steps.push(
                Step::new(
                    "most deviations not excluded",
                    say!("the last number whose risk is more than {risk}", risk = &self.risk),
                    deviations,
                )
                .after(SOURCE),
            );
            steps.push(Step::new(
                "upper limit",
                say!("{deviations} / {population}, rounded up to 0.001", deviations, population),
                printed,
            ));
        } else if self.deviations == self.sample {
            steps.push(Step::new("upper limit", "every item of the sample deviates", printed).after(SOURCE));
        } else {
            for rate in [&limit.above, &limit.not_above] {
                let law = self.law_at(rate, None);
                steps.push(risk_step(
                    say!("a rate of {rate} giving at most", rate),
                    &law,
                    self.sample,
                    self.deviations,
                ));
            }
            steps.push(
                Step::new(
                    "upper limit, enclosed",
                    say!("the rate at which the risk is {risk}, by halving", risk = &self.risk),
                    say!("{above} to {not_above}", above = &limit.above, not_above = &limit.not_above),
                )
                .after(SOURCE),
            );
            steps.push(Step::new("upper limit", "rounded up to 0.001", printed));
        }
        steps
    }
}

/// The least number above `low`, up to `high`, that is met; it is known that `low` is not and `high` is.
fn least(mut low: u64, mut high: u64, met: impl Fn(u64) -> bool) -> u64 {
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if met(middle) { high = middle } else { low = middle }
    }
    high
}

fn limit_json(limit: &Limit) -> Value {
    let places = PLACES + FURTHER_PLACES;
    let mut result = json!({
        "upper_limit": limit.not_above.rounded_up(PLACES),
        "exact": limit.not_above.rounded_up(places),
        "exact_above": rounded_down(&limit.above, places),
    });
    if let (Some(deviations), Some(map)) = (limit.deviations, result.as_object_mut()) {
        map.insert("population_deviations".to_owned(), json!(deviations));
        map.insert("exact_ratio".to_owned(), json!(limit.not_above.to_string()));
    }
    result
}

fn rounded_down(ratio: &Ratio, places: u32) -> String {
    let scale = BigInt::from(10).pow(places);
    let units = (&ratio.0 * BigRational::from_integer(scale.clone())).floor().to_integer();
    Ratio::new(units, scale).rounded_up(places)
}

/// `upper-limit`: the one-sided upper limit of the rate of deviation.
pub(crate) fn upper(inputs: UpperLimitInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    let seen = Seen::checked(&mut checks, inputs.sample, inputs.deviations, inputs.population, risk);
    checks.done()?;
    let limit = seen.limit();
    let conclusion = say!(
        "{deviations} of {sample} items deviate. The rate of deviation in the population is at most {limit}, at a risk of {risk}.",
        deviations = &seen.deviations,
        sample = &seen.sample,
        limit = Arg::Decimal(limit.not_above.rounded_up(PLACES)),
        risk = &seen.risk
    );
    let title = say!(
        "Upper limit of the rate of deviation: {deviations} of {sample}, risk {risk}",
        deviations = &seen.deviations,
        sample = &seen.sample,
        risk = &seen.risk
    );
    Ok(Outcome {
        result: limit_json(&limit),
        sheet: Sheet { title, steps: seen.working(&limit), conclusion },
    })
}

/// `evaluate-sample`: limit, confidence reached, and what may be concluded.
pub(crate) fn evaluate(inputs: EvaluateSampleInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    let seen = Seen::checked(&mut checks, inputs.sample, inputs.deviations, inputs.population, risk);
    checks.share("/tolerable", &inputs.tolerable);
    checks.done()?;
    let rounding = inputs.deviations_rounded.unwrap_or(DeviationRounding::Ceil);
    let law = match seen.population {
        None => Law::Binomial { rate: inputs.tolerable.0.clone() },
        Some(population) => {
            let deviations = deviations_at(&inputs.tolerable, population, rounding);
            Law::Hypergeometric { population, deviations }
        }
    };
    let limit = seen.limit();
    let supported = seen.met(&law);
    const MILLION: u32 = 1_000_000;
    let risk_units = law.tail_units(seen.sample, seen.deviations, MILLION);
    let confidence = Ratio::new(MILLION - risk_units, MILLION).rounded_up(6);
    let mut steps = seen.working(&limit);
    steps.push(law_step(&law, &inputs.tolerable, rounding));
    steps.push(risk_step(
        "accepting the tolerable rate, by finding at most",
        &law,
        seen.sample,
        seen.deviations,
    ));
    steps.push(Step::new(
        "confidence reached",
        "1 - that risk, rounded down to 0.000001",
        Arg::Decimal(confidence.clone()),
    ));
    let conclusion = conclusion(&seen, &limit, &inputs.tolerable, &confidence, supported);
    let mut result = limit_json(&limit);
    if let Some(map) = result.as_object_mut() {
        map.insert("sample_rate".to_owned(), json!(Ratio::new(seen.deviations, seen.sample).to_string()));
        map.insert("achieved_confidence".to_owned(), json!(confidence));
        map.insert("supported".to_owned(), json!(supported));
        map.insert("conclusion".to_owned(), json!(conclusion.to_string()));
    }
    let title = say!(
        "Evaluation of a sample: {deviations} of {sample}, tolerable rate {tolerable}, risk {risk}",
        deviations = &seen.deviations,
        sample = &seen.sample,
        tolerable = &inputs.tolerable,
        risk = &seen.risk
    );
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}

fn conclusion(seen: &Seen, limit: &Limit, tolerable: &Ratio, confidence: &str, supported: bool) -> Said {
    let found = say!(
        "{deviations} of {sample} items deviate; at a risk of {risk} the rate in the population is at most {limit}.",
        deviations = &seen.deviations,
        sample = &seen.sample,
        risk = &seen.risk,
        limit = Arg::Decimal(limit.not_above.rounded_up(PLACES))
    );
    let confidence = Arg::Decimal(confidence.to_owned());
    let meaning = if supported {
        say!(
            "That is below the tolerable rate of {tolerable}, with a confidence of {confidence}: the sample supports relying on the control.",
            tolerable,
            confidence
        )
    } else if Ratio::new(seen.deviations, seen.sample) >= *tolerable {
        say!(
            "The sample itself deviates at the tolerable rate of {tolerable} or more: it does not support relying on the control.",
            tolerable
        )
    } else {
        say!(
            "A tolerable rate of {tolerable} is excluded only with a confidence of {confidence}: the sample does not support relying on the control. Examine more items, find the cause of the deviations, or rely on something else.",
            tolerable,
            confidence
        )
    };
    say!(
        "{found} {meaning} Each deviation is looked at for its nature and cause, whatever the numbers say.",
        found,
        meaning
    )
}
