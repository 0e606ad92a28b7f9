//! What must hold for any inputs: more risk or a higher tolerable rate never asks for more, and no input does harm.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

mod support;

use assize_methods::METHODS;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::result;

fn thousandths(number: u32) -> String {
    format!("{}/1000", number)
}

/// The size of an attribute plan; nothing where it is refused.
fn size(inputs: &Value) -> Option<u64> {
    let method = assize_methods::Method::named("sample-size").unwrap();
    method.run(inputs).ok().map(|outcome| outcome.result["size"].as_u64().unwrap())
}

fn plan(risk: u32, tolerable: u32, expected: u32, population: Option<u32>) -> Value {
    json!({ "risk": thousandths(risk), "tolerable": thousandths(tolerable), "expected": thousandths(expected), "population": population })
}

/// Any JSON, with the fields that the methods know and with others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0u32..3).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[ -~]{0,12}".prop_map(Value::from),
        "-?[0-9]{1,4}([./][0-9]{1,4})?".prop_map(Value::from),
        prop_oneof![Just("initial"), Just("pps"), Just("each"), Just("floor"), Just("weekly"), Just("a")]
            .prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "risk",
        "confidence",
        "tolerable",
        "expected",
        "population",
        "sample",
        "deviations",
        "rate",
        "expected_ratio",
        "sites",
        "audit",
        "size",
        "seed",
        "rows",
        "header",
        "sha256",
        "strata",
        "name",
        "items",
        "units",
        "deviations_most",
        "misstatements",
        "item",
        "frequency",
        "table",
        "zzz",
    ]);
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn more_risk_never_asks_for_more(risk in 5u32..400, more in 1u32..200, tolerable in 20u32..300, share in 0u32..70, population in prop::option::of(1u32..2_000)) {
        let expected = tolerable * share / 100;
        if let Some(least) = size(&plan(risk, tolerable, expected, population)) {
            prop_assert!(size(&plan(risk + more, tolerable, expected, population)).unwrap() <= least);
        }
    }

    #[test]
    fn a_higher_tolerable_rate_never_asks_for_more(risk in 5u32..400, tolerable in 20u32..300, more in 1u32..200, share in 0u32..70, population in prop::option::of(1u32..2_000)) {
        let expected = tolerable * share / 100;
        if let Some(least) = size(&plan(risk, tolerable, expected, population)) {
            prop_assert!(size(&plan(risk, tolerable + more, expected, population)).unwrap() <= least);
        }
    }

    /// In the population only for a fixed number of deviations: the rate is chosen so that it is always the same.
    #[test]
    fn with_the_deviations_fixed_a_larger_population_never_asks_for_less(population in 2u32..1_500, more in 1u32..500, deviations in 1u32..20) {
        let deviations = deviations.min(population - 1);
        let discovery = |population: u32| {
            let inputs = json!({ "population": population, "rate": format!("{deviations}/{population}"), "confidence": "0.95" });
            let found = result("discovery-size", &inputs);
            assert_eq!(found["population_deviations"], deviations);
            found["size"].as_u64().unwrap()
        };
        prop_assert!(discovery(population) <= discovery(population + more));
    }

    #[test]
    fn a_finite_limit_holds_what_was_found_and_no_more_than_can_be(population in 1u32..400, share in 1u32..=100, found in 0u32..100, risk in 5u32..400) {
        let sample = (population * share / 100).max(1);
        let deviations = sample * found / 100;
        let inputs = json!({ "sample": sample, "deviations": deviations, "risk": thousandths(risk), "population": population });
        let finite = result("upper-limit", &inputs);
        let most = finite["population_deviations"].as_u64().unwrap();
        prop_assert!(most >= u64::from(deviations) && most <= u64::from(population - (sample - deviations)));
        if sample == population {
            prop_assert_eq!(most, u64::from(deviations));
        }
    }

    #[test]
    fn no_input_does_harm(inputs in any_json()) {
        for method in METHODS {
            if let Err(problems) = method.run(&inputs) {
                prop_assert!(!problems.is_empty());
            }
        }
    }
}

proptest! {
    // Each case reckons several limits or sizes, which takes a while in a build without optimization.
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn limits_rise_with_deviations_and_fall_with_risk_and_sample(sample in 2u32..300, share in 0u32..100, risk in 5u32..400, more in 1u32..200) {
        let deviations = sample * share / 101;
        let limit = |sample: u32, deviations: u32, risk: u32| {
            result("upper-limit", &json!({ "sample": sample, "deviations": deviations, "risk": thousandths(risk) }))["exact"].as_str().unwrap().to_owned()
        };
        let here = limit(sample, deviations, risk);
        prop_assert!(limit(sample, deviations + 1, risk) > here);
        prop_assert!(limit(sample, deviations, risk + more) < here);
        prop_assert!(limit(sample + more, deviations, risk) < here);
    }

    #[test]
    fn monetary_sizes_fall_with_risk_and_tolerable_misstatement(risk in 10u32..400, more in 1u32..100, tolerable in 20u32..300, ratio in 0u32..60) {
        let size = |risk: u32, tolerable: u32, ratio: u32| {
            result("mus-size", &json!({ "risk": thousandths(risk), "tolerable": thousandths(tolerable), "expected_ratio": format!("{ratio}/100") }))["size"].as_u64().unwrap()
        };
        let here = size(risk, tolerable, ratio);
        prop_assert!(size(risk + more, tolerable, ratio) <= here);
        prop_assert!(size(risk, tolerable + more, ratio) <= here);
        prop_assert!(size(risk, tolerable, ratio + 5) >= here);
    }
}
