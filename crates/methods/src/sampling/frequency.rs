//! How many operations of a control are examined by convention, by how often it operates.

use assize_domain::kernel::datum::{Datum, Problem, read_json};
use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Said, listed, say};
use assize_domain::kernel::text::{Slug, Text};
pub use assize_domain::method::tables::FrequencyRow;
use assize_domain::method::tables::frequency_problems;
use serde_json::{Value, json};

use super::checks::{Checks, refused};
use crate::{Outcome, Sheet, Step};

/// The table that Assize brings.
const TABLE: &str = include_str!("../../data/control-frequency.toml");

data! {
    /// Inputs of `control-frequency`.
    pub struct ControlFrequencyInputs {
        /// The row of the table by its name, such as `monthly`; without it, the occurrences choose the row.
        frequency: Option<Slug>,
        /// How many times the control operated in the period; picks the first row that reaches so far.
        occurrences: Option<u32>,
        /// How many to examine, where not the usual number; not below the row's least.
        choose: Option<u32>,
        /// Why not the usual number.
        reason: Option<Text>,
        /// The auditing organization's own table, its rows from rare to frequent; ours where it is not given.
        table: Vec<FrequencyRow>,
    }
}

/// The rows of the table that Assize brings.
///
/// # Errors
/// Every fault of the table; a test sees to it that there is none.
pub fn standard_table() -> Result<Vec<FrequencyRow>, Vec<Problem>> {
    let fault =
        |what: String| vec![Problem::new("/table", Said::data(what), "correct data/control-frequency.toml")];
    let table: toml::Table = TABLE.parse().map_err(|error: toml::de::Error| fault(error.to_string()))?;
    let rows = table.get("frequency").cloned().ok_or_else(|| fault("has no rows".to_owned()))?;
    let rows: Value = rows.try_into().map_err(|error: toml::de::Error| fault(error.to_string()))?;
    read_json::<Vec<FrequencyRow>>(&rows)
}

fn row<'a>(
    inputs: &ControlFrequencyInputs,
    table: &'a [FrequencyRow],
) -> Result<&'a FrequencyRow, Vec<Problem>> {
    let found = match (&inputs.frequency, inputs.occurrences) {
        (Some(name), _) => table.iter().find(|row| row.frequency == *name),
        (None, Some(0)) => {
            return refused(
                "/occurrences",
                "is 0",
                "a control that did not operate cannot be sampled; say so in the working paper",
            );
        }
        (None, Some(occurrences)) => {
            table.iter().find(|row| row.occurrences_most.is_none_or(|most| occurrences <= most))
        }
        (None, None) => {
            return refused(
                "/frequency",
                "is missing",
                "give `frequency`, like weekly, or `occurrences`, like 52",
            );
        }
    };
    let names: Vec<&str> = table.iter().map(|row| row.frequency.as_str()).collect();
    let at = if inputs.frequency.is_some() { "/frequency" } else { "/occurrences" };
    found.map_or_else(
        || {
            refused(
                at,
                "is not in the table",
                say!("give one of {names}, or add a row", names = listed(&names)),
            )
        },
        Ok,
    )
}

fn table_checks(inputs: &ControlFrequencyInputs) -> Result<(), Vec<Problem>> {
    let problems = frequency_problems(&inputs.table, "/table");
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// `control-frequency`: how many operations are examined by convention.
pub(crate) fn size(inputs: ControlFrequencyInputs) -> Result<Outcome, Vec<Problem>> {
    table_checks(&inputs)?;
    let table = if inputs.table.is_empty() { standard_table()? } else { inputs.table.clone() };
    let row = row(&inputs, &table)?;
    let there = inputs.occurrences.unwrap_or(u32::MAX);
    let usual = row.usual.min(there);
    let mut checks = Checks::default();
    if let Some(chosen) = inputs.choose {
        checks.require(
            chosen >= row.least.min(there),
            "/choose",
            say!("`{chosen}` is below the least of the row, {there}", chosen, there = row.least.min(there)),
            "choose more, or record a judgement-based sample",
        );
        checks.require(
            chosen <= there,
            "/choose",
            say!("`{chosen}` is more than the {there} occurrences", chosen, there),
            "choose at most all of them",
        );
        checks.require(
            chosen == usual || inputs.reason.is_some(),
            "/reason",
            "is missing",
            say!("say why {chosen} and not the usual {usual}", chosen, usual),
        );
    }
    checks.done()?;
    let size = inputs.choose.unwrap_or(usual);
    let mut steps = vec![
        Step::new(
            "row of the table",
            say!(
                "{least} to {most} customary, {usual} usual ({certainty})",
                least = &row.least,
                most = &row.most,
                usual = &row.usual,
                certainty = &row.certainty
            ),
            row.frequency.as_str(),
        )
        .after(row.source.as_str()),
        Step::new("usual number", "the row's, but not more than there are", usual),
    ];
    if let Some(reason) = inputs.reason.as_ref().filter(|_| size != usual) {
        steps.push(Step::new("chosen instead", reason.to_string(), size));
    }
    let conclusion = say!(
        "Examine {size} operations of the control. That is a convention: it states no risk and no confidence. Where these are needed, use sample-size or discovery-size.",
        size
    );
    let result = json!({ "size": size, "frequency": row.frequency.as_str(), "usual": usual, "range": [row.least, row.most], "statistical": false, "row": row.to_json() });
    let title =
        say!("Size by convention for a control that operates {frequency}", frequency = &row.frequency);
    Ok(Outcome { result, sheet: Sheet { title, steps, conclusion } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_table_is_fine() {
        let table = standard_table().unwrap();
        assert_eq!(table.len(), 7);
        let inputs =
            ControlFrequencyInputs { frequency: None, occurrences: None, choose: None, reason: None, table };
        assert_eq!(table_checks(&inputs), Ok(()));
    }
}
