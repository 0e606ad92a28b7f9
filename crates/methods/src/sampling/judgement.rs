//! Judgement-based sampling: what is chosen, by which criteria, and why.

use std::collections::BTreeSet;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::{Line, Slug, Text};
use serde_json::{Value, json};

use super::checks::Checks;
use crate::{Outcome, Sheet, Step};

/// Where judgement-based sampling comes from.
const SOURCE: &str = "ISO 19011:2018 A.6.2";

data! {
    /// What the choice is made by: experience, risk, complexity, change, previous findings, interest of others.
    pub struct Criterion {
        /// Its key.
        key: Slug,
        /// What it is, and why it matters in this audit.
        why: Text,
    }

    /// An item that was chosen.
    pub struct Choice {
        /// Which item.
        item: Line,
        /// By which criterion.
        criterion: Slug,
        /// What about this item meets it.
        reason: Text,
    }

    /// Inputs of `judgement-sample`.
    pub struct JudgementSampleInputs {
        /// What is sampled: tickets, contracts, servers.
        subject: Line,
        /// How many items there are, where that is known.
        population: Option<u32>,
        /// The criteria.
        criteria: Vec<Criterion>,
        /// The items chosen.
        choices: Vec<Choice>,
        /// Who chose: the auditor, or the auditee on request.
        chosen_by: Line,
    }
}

/// `judgement-sample`: the record of the choice, each item with its reason.
pub(crate) fn record(inputs: JudgementSampleInputs) -> Result<Outcome, Vec<Problem>> {
    checked(&inputs)?;
    let mut steps = Vec::new();
    let mut counted: Vec<Value> = Vec::new();
    for criterion in &inputs.criteria {
        let count = inputs.choices.iter().filter(|choice| choice.criterion == criterion.key).count();
        steps.push(
            Step::new(
                format!("criterion `{}`", criterion.key),
                criterion.why.to_string(),
                format!("{count} items"),
            )
            .after(SOURCE),
        );
        counted.push(json!({ "criterion": criterion.key.as_str(), "items": count }));
    }
    for choice in &inputs.choices {
        steps.push(Step::new(
            format!("choice of `{}`", choice.item),
            choice.reason.to_string(),
            choice.criterion.as_str(),
        ));
    }
    let of = inputs.population.map_or_else(String::new, |population| format!(" of {population}"));
    let conclusion = format!(
        "{} chose {}{of} items of {} by {} criteria. What is found in them is evidence of these items; no rate, limit or confidence can be stated for the others.",
        inputs.chosen_by,
        inputs.choices.len(),
        inputs.subject,
        inputs.criteria.len()
    );
    let result = json!({
        "size": inputs.choices.len(), "statistical": false, "criteria": counted,
        "selected": inputs.choices.iter().map(|choice| choice.item.as_str()).collect::<Vec<_>>(),
    });
    let title = format!("Judgement-based sample of {}", inputs.subject);
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}

fn checked(inputs: &JudgementSampleInputs) -> Result<(), Vec<Problem>> {
    let mut checks = Checks::default();
    checks.require(!inputs.criteria.is_empty(), "/criteria", "are none", "say by what the items are chosen");
    checks.require(
        !inputs.choices.is_empty(),
        "/choices",
        "are none",
        "give the items chosen, each with its reason",
    );
    if let Some(population) = inputs.population {
        let fits = usize::try_from(population).is_ok_and(|population| inputs.choices.len() <= population);
        checks.require(
            fits,
            "/population",
            say!(
                "`{population}` is less than the {count} items chosen",
                population,
                count = inputs.choices.len()
            ),
            "correct the number of items",
        );
    }
    let mut keys = BTreeSet::new();
    for (index, criterion) in inputs.criteria.iter().enumerate() {
        checks.require(
            keys.insert(&criterion.key),
            &format!("/criteria/{index}/key"),
            say!("`{id}` is there twice", id = &criterion.key),
            "give each criterion a key of its own",
        );
        let used = inputs.choices.iter().any(|choice| choice.criterion == criterion.key);
        checks.require(
            used,
            &format!("/criteria/{index}/key"),
            say!("nothing is chosen by `{key}`", key = &criterion.key),
            "choose an item by it, or leave it out",
        );
    }
    let mut items = BTreeSet::new();
    for (index, choice) in inputs.choices.iter().enumerate() {
        checks.require(
            items.insert(&choice.item),
            &format!("/choices/{index}/item"),
            say!("`{item}` is chosen twice", item = &choice.item),
            "choose each item once",
        );
        checks.require(
            keys.contains(&choice.criterion),
            &format!("/choices/{index}/criterion"),
            say!("`{criterion}` is not one of the criteria", criterion = &choice.criterion),
            "add the criterion with its reason, or name another",
        );
    }
    checks.done()
}
