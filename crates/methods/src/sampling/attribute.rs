//! Attribute sampling and discovery sampling: how many items to examine.

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Arg, say};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};
use serde_json::json;

use super::checks::{Checks, refused};
use super::law::Law;
use super::walk::least_sample;
use crate::method::Told;
use crate::{Outcome, Ratio, Sheet, Step};

/// The largest sample that is looked for where deviations are expected or the population is large.
pub const SAMPLE_ITEMS_MAX: u32 = 200_000;
/// How many of the smaller plans the working lists.
const PLANS_SHOWN_MAX: u32 = 8;
/// Where the working rests on.
pub(crate) const SOURCE: &str = "ISO 19011:2018 A.6.3; AICPA Audit Guide Audit Sampling, attribute sampling";

words! {
    /// How a rate becomes a whole number of deviations in a finite population.
    pub enum DeviationRounding {
        /// The least number that is not below the rate.
        Ceil = "ceil",
        /// The greatest number that is not above the rate.
        Floor = "floor",
    }
}

data! {
    /// Inputs of `sample-size`.
    pub struct SampleSizeInputs {
        /// The risk of accepting a population that deviates at the tolerable rate; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The rate of deviation that is just no longer acceptable; between 0 and 1.
        tolerable: Ratio,
        /// The rate that is expected, below the tolerable one; 0 where it is not given.
        expected: Option<Ratio>,
        /// How many items there are; a large population where it is not given.
        population: Option<u32>,
        /// How rate x population becomes a number of deviations (never less than 1); up where it is not given.
        deviations_rounded: Option<DeviationRounding>,
    }

    /// Inputs of `discovery-size`.
    pub struct DiscoverySizeInputs {
        /// How many items there are.
        population: u32,
        /// The rate of deviation that has to be discovered; between 0 and 1.
        rate: Ratio,
        /// The probability of finding at least one deviation.
        confidence: Option<Ratio>,
        /// 1 - confidence, instead of it.
        risk: Option<Ratio>,
        /// How rate x population becomes a number of deviations (never less than 1); up where it is not given.
        deviations_rounded: Option<DeviationRounding>,
    }
}

/// What a size is reckoned from, once it was looked at.
pub(crate) struct Plan {
    pub(crate) risk: Ratio,
    pub(crate) tolerable: Ratio,
    pub(crate) expected: Ratio,
    pub(crate) population: Option<u32>,
    pub(crate) rounding: DeviationRounding,
}

impl Plan {
    /// The law of the deviations in the sample where the population deviates at the tolerable rate.
    pub(crate) fn law(&self) -> Law {
        match self.population {
            None => Law::Binomial { rate: self.tolerable.0.clone() },
            Some(population) => {
                let deviations = deviations_at(&self.tolerable, population, self.rounding);
                Law::Hypergeometric { population, deviations }
            }
        }
    }

    /// The deviations that a sample of that size allows: the expected rate of it, rounded up.
    pub(crate) fn allowed(&self, sample: u32) -> u32 {
        whole(&(&self.expected.0 * BigRational::from_integer(sample.into())).ceil().to_integer())
    }

    /// The least size and the deviations it allows.
    pub(crate) fn solve(&self) -> Option<(u32, u32)> {
        let most = match self.population {
            Some(population) if self.expected.0.is_zero() => population,
            population => population.unwrap_or(SAMPLE_ITEMS_MAX).min(SAMPLE_ITEMS_MAX),
        };
        least_sample(&self.law(), &self.expected.0, &self.risk.0, most)
    }

    fn working(&self, size: u32, allowed: u32) -> Vec<Step> {
        let law = self.law();
        let mut steps = vec![law_step(&law, &self.tolerable, self.rounding)];
        // The best plan with fewer deviations is the largest sample that allows just these.
        let first = allowed.saturating_sub(PLANS_SHOWN_MAX);
        for fewer in first..allowed {
            let largest =
                whole(&(BigRational::from_integer(fewer.into()) / &self.expected.0).floor().to_integer());
            if largest > 0 {
                steps.push(risk_step("the largest sample that allows", &law, largest, fewer));
            }
        }
        if first > 0 {
            steps.push(Step::new(
                "plans with fewer deviations",
                say!("0 to {first} deviations were tried too", first = first - 1),
                say!("none meets the risk"),
            ));
        }
        if size > 1 {
            let before = self.allowed(size - 1);
            steps.push(risk_step("one item fewer, which allows", &law, size - 1, before));
        }
        let k = say!("ceil({size} x {expected})", size, expected = &self.expected);
        steps.push(Step::new("deviations allowed", k, allowed));
        steps.push(risk_step("the sample, which allows", &law, size, allowed));
        steps
    }
}

/// The number of deviations in a population at a rate: never less than 1, never more than there are items.
pub(crate) fn deviations_at(rate: &Ratio, population: u32, rounding: DeviationRounding) -> u32 {
    let product = &rate.0 * BigRational::from_integer(population.into());
    let rounded = match rounding {
        DeviationRounding::Ceil => product.ceil(),
        DeviationRounding::Floor => product.floor(),
    };
    whole(&rounded.to_integer()).clamp(1, population.max(1))
}

fn whole(number: &BigInt) -> u32 {
    number.to_u32().unwrap_or(u32::MAX)
}

/// The step that names the law.
pub(crate) fn law_step(law: &Law, tolerable: &Ratio, rounding: DeviationRounding) -> Step {
    match law {
        Law::Binomial { rate } => Step::new(
            "law of the deviations in the sample",
            say!("binomial with rate {rate}: P(at most k of n) = sum over i = 0..k of C(n, i) p^i (1 - p)^(n - i)", rate = Ratio(rate.clone())),
            say!("binomial"),
        ),
        Law::Hypergeometric { population, deviations } => Step::new(
            "deviations in the population",
            say!("max(1, {rounding}({tolerable} x {population})); hypergeometric: P(at most k of n) = sum over i = 0..k of C(D, i) C(N - D, n - i) / C(N, n)", rounding = rounding.word(), tolerable, population),
            deviations,
        ),
    }
    .after(SOURCE)
}

/// A step that gives the probability of so few deviations, rounded up to six places.
pub(crate) fn risk_step(what: impl Told, law: &Law, sample: u32, deviations: u32) -> Step {
    Step::new(
        say!("risk of {what} {deviations}", what = what.told(), deviations),
        say!("P(at most {deviations} of {sample}), rounded up to 0.000001", deviations, sample),
        Arg::Decimal(tail_text(law, sample, deviations)),
    )
}

/// The probability of so few deviations, rounded up to six places.
pub(crate) fn tail_text(law: &Law, sample: u32, deviations: u32) -> String {
    const MILLION: u32 = 1_000_000;
    Ratio::new(law.tail_units(sample, deviations, MILLION), MILLION).rounded_up(6)
}

pub(crate) fn plan_of(inputs: &SampleSizeInputs, checks: &mut Checks) -> Plan {
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    checks.share("/tolerable", &inputs.tolerable);
    let expected = inputs.expected.clone().unwrap_or_else(|| Ratio::new(0, 1));
    if expected.0.is_negative() {
        checks.problem("/expected", "is negative", "give the expected rate, 0 or more");
    } else {
        checks.require(
            expected < inputs.tolerable,
            "/expected",
            say!(
                "`{expected}` is not below the tolerable rate `{tolerable}`",
                expected,
                tolerable = &inputs.tolerable
            ),
            "lower it, or do not rely on this control: no sample can tell the two rates apart",
        );
    }
    if let Some(population) = inputs.population {
        checks.positive("/population", population);
    }
    let rounding = inputs.deviations_rounded.unwrap_or(DeviationRounding::Ceil);
    Plan { risk, tolerable: inputs.tolerable.clone(), expected, population: inputs.population, rounding }
}

/// What to say where no sample does it.
pub(crate) fn no_sample<T>(plan: &Plan) -> Result<T, Vec<Problem>> {
    // Where no deviation is expected, it is the tolerable rate that asks for too much.
    let expects = plan.expected > Ratio::new(0, 1);
    let at = if expects { "/expected" } else { "/tolerable" };
    match plan.population {
        Some(population) if population <= SAMPLE_ITEMS_MAX => refused(
            at,
            say!(
                "in {population} items, expected and tolerable rate are too close: not even all items meet the risk",
                population
            ),
            "lower the expected rate or raise the tolerable one, or examine every item and compare the rate found",
        ),
        _ => refused(
            at,
            say!("no sample of up to {most} items meets the risk", most = SAMPLE_ITEMS_MAX),
            if expects {
                "lower the expected rate, or raise the tolerable rate or the risk"
            } else {
                "raise the tolerable rate or the risk"
            },
        ),
    }
}

/// `sample-size`: the least sample whose risk is met.
pub(crate) fn size(inputs: SampleSizeInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let plan = plan_of(&inputs, &mut checks);
    checks.done()?;
    let Some((size, allowed)) = plan.solve() else { return no_sample(&plan) };
    let law = plan.law();
    let mut result = json!({
        "size": size, "deviations": allowed, "risk_reached": tail_text(&law, size, allowed),
        "law": match law { Law::Binomial { .. } => "binomial", Law::Hypergeometric { .. } => "hypergeometric" },
    });
    if let (Law::Hypergeometric { deviations, .. }, Some(map)) = (&law, result.as_object_mut()) {
        map.insert("population_deviations".to_owned(), json!(deviations));
        map.insert("deviations_rounded".to_owned(), json!(plan.rounding.word()));
    }
    let conclusion = say!(
        "Examine {size} items. If at most {allowed} of them deviate, a rate of deviation of {tolerable} or more is excluded at a risk of {risk}.",
        size,
        allowed,
        tolerable = &plan.tolerable,
        risk = &plan.risk
    );
    let title = say!(
        "Size of an attribute sample: risk {risk}, tolerable rate {tolerable}, expected rate {expected}",
        risk = &plan.risk,
        tolerable = &plan.tolerable,
        expected = &plan.expected
    );
    Ok(Outcome { result, sheet: Sheet { title, steps: plan.working(size, allowed), conclusion } })
}

/// `discovery-size`: the least sample that finds at least one deviation.
pub(crate) fn discovery(inputs: DiscoverySizeInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    checks.share("/rate", &inputs.rate);
    checks.positive("/population", inputs.population);
    checks.done()?;
    let plan = Plan {
        risk,
        tolerable: inputs.rate,
        expected: Ratio::new(0, 1),
        population: Some(inputs.population),
        rounding: inputs.deviations_rounded.unwrap_or(DeviationRounding::Ceil),
    };
    let Some((size, _none)) = plan.solve() else { return no_sample(&plan) };
    let law = plan.law();
    let deviations = deviations_at(&plan.tolerable, inputs.population, plan.rounding);
    let result = json!({
        "size": size, "deviations": 0, "population_deviations": deviations,
        "deviations_rounded": plan.rounding.word(), "risk_reached": tail_text(&law, size, 0),
    });
    let conclusion = say!(
        "Examine {size} of {population} items. If {deviations} of them deviate, at least one is found with a probability of at least 1 - {risk}.",
        size,
        population = &inputs.population,
        deviations,
        risk = &plan.risk
    );
    let title = say!(
        "Size of a discovery sample: rate {tolerable}, risk {risk}",
        tolerable = &plan.tolerable,
        risk = &plan.risk
    );
    Ok(Outcome { result, sheet: Sheet { title, steps: plan.working(size, 0), conclusion } })
}
