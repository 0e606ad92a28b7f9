//! Judgement-based sampling: what is chosen, by which criteria, and why.

use std::collections::BTreeSet;

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, say};
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
                say!("criterion `{key}`", key = &criterion.key),
                criterion.why.to_string(),
                say!("{count} items", count),
            )
            .after(SOURCE),
        );
        counted.push(json!({ "criterion": criterion.key.as_str(), "items": count }));
    }
    for choice in &inputs.choices {
        steps.push(Step::new(
            say!("choice of `{item}`", item = &choice.item),
            choice.reason.to_string(),
            choice.criterion.as_str(),
        ));
    }
    let of =
        inputs.population.map_or_else(|| Said::data(""), |population| say!(" of {population}", population));
    let conclusion = say!(
        "{chosen_by} chose {count}{of} items of {subject} by {criteria} criteria. What is found in them is evidence of these items; no rate, limit or confidence can be stated for the others.",
        chosen_by = &inputs.chosen_by,
        count = inputs.choices.len(),
        of,
        subject = &inputs.subject,
        criteria = inputs.criteria.len()
    );
    let result = json!({
        "size": inputs.choices.len(), "statistical": false, "criteria": counted,
        "selected": inputs.choices.iter().map(|choice| choice.item.as_str()).collect::<Vec<_>>(),
    });
    let title = say!("Judgement-based sample of {subject}", subject = &inputs.subject);
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
