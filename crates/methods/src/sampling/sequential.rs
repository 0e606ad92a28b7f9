//! Stop-or-go sampling: begin small, and go on only where deviations come up.

use std::collections::BTreeMap;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Arg, Said, say};
use num_bigint::BigUint;
use num_rational::BigRational;
use num_traits::ToPrimitive as _;
use serde_json::{Value, json};

use super::attribute::{DeviationRounding, SAMPLE_ITEMS_MAX, deviations_at, law_step, risk_step};
use super::checks::{Checks, refused};
use super::enclosure::Enclosure;
use super::law::Law;
use super::walk::least_allowing;
use crate::{Outcome, Ratio, Sheet, Step};

/// Where the working rests on.
const SOURCE: &str = "AICPA Audit Guide Audit Sampling, sequential sampling";
/// The most deviations after which a plan still goes on.
pub const DEVIATIONS_MAX: u8 = 20;

words! {
    /// What the risk is the risk of.
    pub enum RiskOf {
        /// Of each stage by itself, as customary; the whole plan then risks more.
        Each = "each",
        /// Of the whole plan: every stage has an equal part of it.
        Plan = "plan",
    }
}

data! {
    /// Inputs of `stop-or-go`.
    pub struct StopOrGoInputs {
        /// The risk of accepting a population that deviates at the tolerable rate; between 0 and 1.
        risk: Option<Ratio>,
        /// 1 - risk, instead of it.
        confidence: Option<Ratio>,
        /// The rate of deviation that is just no longer acceptable; between 0 and 1.
        tolerable: Ratio,
        /// With more deviations than this the sampling stops, and the control is not relied on.
        deviations_most: u8,
        /// What the risk is the risk of; of the whole plan where it is not given.
        risk_of: Option<RiskOf>,
        /// How many items there are; a large population where it is not given.
        population: Option<u32>,
    }
}

/// `stop-or-go`: the stages of a sequential plan, and the risk of all of it.
pub(crate) fn plan(inputs: StopOrGoInputs) -> Result<Outcome, Vec<Problem>> {
    let mut checks = Checks::default();
    let risk = checks.risk(inputs.risk.as_ref(), inputs.confidence.as_ref());
    checks.share("/tolerable", &inputs.tolerable);
    checks.require(
        inputs.deviations_most <= DEVIATIONS_MAX,
        "/deviations_most",
        say!(
            "`{deviations_most}` is more than {most}",
            deviations_most = &inputs.deviations_most,
            most = DEVIATIONS_MAX
        ),
        say!("give at most {most}", most = DEVIATIONS_MAX),
    );
    if let Some(population) = inputs.population {
        checks.positive("/population", population);
    }
    checks.done()?;
    let law = match inputs.population {
        None => Law::Binomial { rate: inputs.tolerable.0.clone() },
        Some(population) => Law::Hypergeometric {
            population,
            deviations: deviations_at(&inputs.tolerable, population, DeviationRounding::Ceil),
        },
    };
    let stages = u32::from(inputs.deviations_most) + 1;
    let stage_risk = match inputs.risk_of.unwrap_or(RiskOf::Plan) {
        RiskOf::Each => risk.clone(),
        RiskOf::Plan => Ratio(&risk.0 / BigRational::from_integer(stages.into())),
    };
    let most = inputs.population.unwrap_or(SAMPLE_ITEMS_MAX).min(SAMPLE_ITEMS_MAX);
    let mut sizes = Vec::new();
    for allowed in 0..stages {
        let Some(size) = least_allowing(&law, allowed, &stage_risk.0, most) else {
            return refused(
                "/deviations_most",
                say!("no sample of up to {most} items allows {allowed} deviations", most, allowed),
                "allow fewer deviations, or raise the tolerable rate or the risk",
            );
        };
        sizes.push(size);
    }
    Ok(outcome(&inputs, &risk, &stage_risk, &law, &sizes))
}

fn outcome(inputs: &StopOrGoInputs, risk: &Ratio, stage_risk: &Ratio, law: &Law, sizes: &[u32]) -> Outcome {
    let mut steps = vec![
        law_step(law, &inputs.tolerable, DeviationRounding::Ceil),
        Step::new(
            "risk of a stage",
            match inputs.risk_of.unwrap_or(RiskOf::Plan) {
                RiskOf::Each => say!("the risk given, for each stage by itself"),
                RiskOf::Plan => say!("{risk} / {count} stages", risk, count = sizes.len()),
            },
            stage_risk,
        ),
    ];
    for (size, allowed) in sizes.iter().zip(0u32..) {
        steps.push(risk_step("the stage that allows", law, *size, allowed).after(SOURCE));
        steps.push(Step::new(
            say!("items examined in all, with {allowed} deviations", allowed),
            say!("the least number whose risk is at most {stage_risk}", stage_risk),
            size,
        ));
    }
    const MILLION: u32 = 1_000_000;
    let units =
        overall(law, sizes).units_above(&BigUint::from(MILLION)).to_u32().unwrap_or(MILLION).min(MILLION);
    let whole = Ratio::new(units, MILLION);
    steps.push(Step::new("risk of the whole plan", "the sum, over the stages, of reaching the stage and stopping there, where the population deviates at the tolerable rate; rounded up to 0.000001", Arg::Decimal(whole.rounded_up(6))));
    let mut before = 0;
    let listed: Vec<Value> = sizes
        .iter()
        .zip(0u32..)
        .map(|(size, allowed)| {
            let further = size - before;
            before = *size;
            json!({ "examined": size, "further": further, "accept_with": allowed })
        })
        .collect();
    let exceeds = if whole > *risk {
        say!(" That is more than the risk given, since every stage is one more chance to accept.")
    } else {
        Said::data("")
    };
    let conclusion = say!(
        "Examine {first} items. With no deviation stop and rely on the control; with d deviations go on to the stage that allows d; with more than {deviations_most} stop and do not rely on it. The whole plan accepts a population that deviates at the tolerable rate with a probability of at most {risk}.{exceeds}",
        first = sizes.first().copied().unwrap_or(0),
        deviations_most = &inputs.deviations_most,
        risk = Arg::Decimal(whole.rounded_up(6)),
        exceeds
    );
    let result =
        json!({ "stages": listed, "stage_risk": stage_risk.to_string(), "plan_risk": whole.rounded_up(6) });
    let title = say!(
        "Stop-or-go plan: risk {risk}, tolerable rate {tolerable}, up to {deviations_most} deviations",
        risk,
        tolerable = &inputs.tolerable,
        deviations_most = &inputs.deviations_most
    );
    Outcome { result, sheet: Sheet { title, steps, conclusion } }
}

/// The probability that the plan accepts. With d deviations it goes on to the stage that allows d, and accepts when nothing more comes up there.
fn overall(law: &Law, sizes: &[u32]) -> Enclosure {
    const BITS: u64 = 192;
    let mut accepted = Enclosure::zero(BITS);
    // For each stage that is still to come: how likely it is reached, by the items examined before it. It is reached with as many deviations as it allows.
    let mut reached: BTreeMap<usize, Vec<(u32, Enclosure)>> = BTreeMap::new();
    reached.insert(0, vec![(0, Enclosure::one(BITS))]);
    while let Some((stage, ways)) = reached.pop_first() {
        let Some(size) = sizes.get(stage).copied() else { continue };
        for (examined, probability) in ways {
            let found = u32::try_from(stage).unwrap_or(u32::MAX);
            let further = size.saturating_sub(examined);
            let rest = left_over(law, examined, found);
            for (more, next) in (0u32..).zip(stage..sizes.len()).take_while(|(more, _)| *more <= further) {
                let here = probability.product(&rest.mass(further, more, BITS));
                if more == 0 {
                    accepted = accepted.plus(&here);
                } else {
                    reached.entry(next).or_default().push((size, here));
                }
            }
        }
    }
    accepted
}

/// The law of the items that are left after some were examined and `found` of them deviate.
fn left_over(law: &Law, examined: u32, found: u32) -> Law {
    match law {
        Law::Binomial { .. } => law.clone(),
        Law::Hypergeometric { population, deviations } => Law::Hypergeometric {
            population: population.saturating_sub(examined),
            deviations: deviations.saturating_sub(found).min(population.saturating_sub(examined)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by following every sequence of items, one item at a time.
    fn by_items(rate: &BigRational, sizes: &[u32]) -> BigRational {
        let one = || BigRational::from_integer(1.into());
        let mut states: BTreeMap<(usize, u32), BigRational> = BTreeMap::from([((0, 0), one())]);
        let mut accepted = BigRational::from_integer(0.into());
        for examined in 0..=*sizes.last().unwrap() {
            let mut next: BTreeMap<(usize, u32), BigRational> = BTreeMap::new();
            for ((mut stage, found), probability) in states {
                let mut stopped = false;
                while sizes[stage] == examined && !stopped {
                    if found as usize == stage {
                        accepted += &probability;
                        stopped = true;
                    } else if found as usize >= sizes.len() {
                        stopped = true;
                    } else {
                        stage = found as usize;
                    }
                }
                if !stopped {
                    *next.entry((stage, found + 1)).or_insert_with(|| one() - one()) += &probability * rate;
                    *next.entry((stage, found)).or_insert_with(|| one() - one()) +=
                        &probability * (one() - rate);
                }
            }
            states = next;
        }
        accepted
    }

    #[test]
    fn the_risk_of_the_plan_is_that_of_every_sequence() {
        let rate = BigRational::new(1.into(), 10.into());
        for sizes in [vec![5], vec![5, 9], vec![5, 9, 12], vec![4, 9, 12, 20]] {
            let exact = by_items(&rate, &sizes);
            let enclosed = overall(&Law::Binomial { rate: rate.clone() }, &sizes);
            let little = BigRational::new(1.into(), 1_000_000_000_000u64.into());
            assert_eq!(enclosed.at_most(&(&exact + &little)), Some(true), "{sizes:?}");
            assert_eq!(enclosed.at_most(&(&exact - &little)), Some(false), "{sizes:?}");
        }
    }
}
