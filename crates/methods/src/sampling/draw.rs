//! Drawing: which items of a population are examined, so that anybody draws the same again from the record.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::{Line, Text};
use serde_json::{Value, json};

use super::allocation::proportional;
use super::checks::{Checks, refused};
use super::generator::{ALGORITHM, Generator};
use super::population::{Expectation, Items, Population};
use crate::{Outcome, Ratio, Sheet, Step};

/// Where the working rests on.
const SOURCE: &str = "Assize's published method of drawing";

words! {
    /// How items are chosen.
    pub enum DrawMethod {
        /// Every item as likely as every other.
        Simple = "simple",
        /// Every so many-th item from a random start.
        Systematic = "systematic",
        /// From each stratum in proportion to its size.
        Stratified = "stratified",
        /// In proportion to the items' values.
        Pps = "pps",
    }
}

data! {
    /// An item of the sample that cannot be examined, and why.
    pub struct Replacement {
        /// The item's key; the row's number where no key column is named.
        key: Line,
        /// Why it cannot be examined.
        reason: Text,
    }

    /// Inputs of `draw`.
    pub struct DrawInputs {
        /// What is drawn from.
        population: Population,
        /// How many items are drawn.
        size: u32,
        /// The seed: any line of text, made after the population was fixed.
        seed: Line,
        /// How; simple where it is not given.
        method: Option<DrawMethod>,
        /// The column that identifies an item; the row's number where it is not given.
        key: Option<Line>,
        /// The column of values, for pps; decimals, not negative.
        value: Option<Line>,
        /// The column of strata, for stratified.
        stratum: Option<Line>,
        /// How many rows the population should have, from another source.
        expected_rows: Option<u32>,
        /// What the values should add up to, from another source.
        expected_total: Option<Ratio>,
        /// Items to be replaced, in this order; each by the next of the draw.
        replace: Vec<Replacement>,
    }
}

/// One item that was drawn, in the order of drawing.
pub(super) struct Drawn {
    pub(super) row: usize,
    /// How it was found, for the sheet.
    pub(super) working: Said,
    /// Which replacement it is of.
    replaces: Option<usize>,
    /// Why it is itself replaced.
    replaced: Option<String>,
}

impl Drawn {
    fn new(row: usize, working: Said) -> Self {
        Self { row, working, replaces: None, replaced: None }
    }
}

/// Items of which each is as likely as each other, drawn without putting back: the first `taken` of `rows` are drawn.
pub(super) struct Pool {
    rows: Vec<usize>,
    taken: usize,
}

impl Pool {
    pub(super) fn new(rows: Vec<usize>) -> Self {
        Self { rows, taken: 0 }
    }

    /// The next item: place `taken` changes places with a random one that is not before it.
    pub(super) fn next(&mut self, generator: &mut Generator) -> Option<Drawn> {
        let left = self.rows.len() - self.taken;
        if left == 0 {
            return None;
        }
        let number = generator.below(left as u128);
        let place = self.taken + usize::try_from(number).unwrap_or(0);
        self.rows.swap(self.taken, place);
        let row = *self.rows.get(self.taken)?;
        self.taken += 1;
        Some(Drawn::new(row, say!("number {number} below {left}", number, left)))
    }
}

/// A draw under way: it can always give one more item.
struct Draw {
    generator: Generator,
    drawn: Vec<Drawn>,
    steps: Vec<Step>,
    rest: Rest,
}

/// Where replacements come from.
enum Rest {
    /// From all that is not drawn.
    Pool(Pool),
    /// From the stratum of what is replaced.
    Strata { pools: BTreeMap<String, Pool>, strata: Vec<String> },
    /// In proportion to value, from all that is not drawn.
    Values { units: Vec<u128>, drawn: BTreeSet<usize> },
}

impl Draw {
    fn begin(inputs: &DrawInputs, items: Items, generator: Generator) -> Result<Self, Vec<Problem>> {
        let (rows, size) = (items.keys.len(), inputs.size as usize);
        let draw =
            Self { generator, drawn: Vec::new(), steps: Vec::new(), rest: Rest::Pool(Pool::new(Vec::new())) };
        match (inputs.method.unwrap_or(DrawMethod::Simple), items.strata, items.units) {
            (DrawMethod::Stratified, Some(strata), _) => Ok(draw.stratified(strata, inputs.size)),
            (DrawMethod::Pps, _, Some(units)) => draw.by_value(units, size),
            (DrawMethod::Systematic, ..) => Ok(draw.systematic(rows, size)),
            _ => Ok(draw.simple(rows, size)),
        }
    }

    fn simple(mut self, rows: usize, size: usize) -> Self {
        let mut pool = Pool::new((0..rows).collect());
        self.drawn = (0..size).map_while(|_| pool.next(&mut self.generator)).collect();
        self.rest = Rest::Pool(pool);
        self
    }

    fn systematic(mut self, rows: usize, size: usize) -> Self {
        let start = self.generator.below(rows as u128);
        self.steps.push(Step::new("random start", say!("number below {rows}", rows), start).after(SOURCE));
        for index in 0..size {
            let place = (start + index as u128 * rows as u128) / size.max(1) as u128;
            let row = usize::try_from(place).unwrap_or(0);
            self.drawn.push(Drawn::new(
                row,
                say!(
                    "floor(({start} + {index} x {rows}) / {size}), counted from 0",
                    start,
                    index,
                    rows,
                    size
                ),
            ));
        }
        let drawn: BTreeSet<usize> = self.drawn.iter().map(|drawn| drawn.row).collect();
        self.rest = Rest::Pool(Pool::new((0..rows).filter(|row| !drawn.contains(row)).collect()));
        self
    }

    fn stratified(mut self, strata: Vec<String>, size: u32) -> Self {
        let mut members: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (row, stratum) in strata.iter().enumerate() {
            members.entry(stratum.clone()).or_default().push(row);
        }
        let sizes: Vec<u32> =
            members.values().map(|rows| u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect();
        let mut pools = BTreeMap::new();
        for ((name, rows), share) in members.into_iter().zip(proportional(size, &sizes)) {
            self.steps.push(
                Step::new(
                    say!("share of stratum `{name}`", name),
                    say!(
                        "{size} x {rows} / {all}, by largest remainder",
                        size,
                        rows = rows.len(),
                        all = strata.len()
                    ),
                    share,
                )
                .after(SOURCE),
            );
            let mut pool = Pool::new(rows);
            let (generator, drawn) = (&mut self.generator, &mut self.drawn);
            drawn.extend((0..share).map_while(|_| pool.next(generator)));
            pools.insert(name, pool);
        }
        self.rest = Rest::Strata { pools, strata };
        self
    }

    /// Items of at least an interval are taken for certain, again and again as the interval shrinks; the others are hit by a grid over their values.
    fn by_value(mut self, units: Vec<u128>, size: usize) -> Result<Self, Vec<Problem>> {
        let positive = units.iter().filter(|units| **units > 0).count();
        if positive < size {
            return refused(
                "/size",
                say!("`{size}` items are wanted, and only {positive} have a value above 0", size, positive),
                "draw fewer items, or examine those without value apart",
            );
        }
        let mut left: Vec<(usize, u128)> =
            units.iter().copied().enumerate().filter(|(_, units)| *units > 0).collect();
        let mut wanted = size as u128;
        loop {
            let total: u128 = left.iter().map(|(_, units)| units).sum();
            let (certain, others): (Vec<_>, Vec<_>) = left
                .iter()
                .copied()
                .partition(|(_, units)| wanted > 0 && *units >= total.div_ceil(wanted.max(1)));
            if certain.is_empty() {
                self.grid(&left, total, wanted);
                break;
            }
            for (row, units) in certain {
                self.drawn.push(Drawn::new(
                    row,
                    say!(
                        "taken for certain: {units} units are at least {total} / {wanted}",
                        units,
                        total,
                        wanted
                    ),
                ));
            }
            wanted = (size - self.drawn.len()) as u128;
            left = others;
        }
        let drawn = self.drawn.iter().map(|drawn| drawn.row).collect();
        self.rest = Rest::Values { units, drawn };
        Ok(self)
    }

    fn grid(&mut self, left: &[(usize, u128)], total: u128, wanted: u128) {
        if wanted == 0 {
            return;
        }
        let start = self.generator.below(total);
        self.steps.push(
            Step::new(
                "random start",
                say!("number below {total}, the units of the items not taken for certain", total),
                start,
            )
            .after(SOURCE),
        );
        let mut hit = 0;
        let mut passed = 0;
        for (row, units) in left {
            let place = (start + hit * total) / wanted;
            if hit < wanted && place < passed + units {
                self.drawn.push(Drawn::new(
                    *row,
                    say!(
                        "unit floor(({start} + {hit} x {total}) / {wanted}) = {place}, counted from 0",
                        start,
                        hit,
                        total,
                        wanted,
                        place
                    ),
                ));
                hit += 1;
            }
            passed += units;
        }
    }

    /// One more item, to replace that of `row`.
    fn next(&mut self, row: usize) -> Option<Drawn> {
        match &mut self.rest {
            Rest::Pool(pool) => pool.next(&mut self.generator),
            Rest::Strata { pools, strata } => pools.get_mut(strata.get(row)?)?.next(&mut self.generator),
            Rest::Values { units, drawn } => {
                let left: Vec<(usize, u128)> =
                    units.iter().copied().enumerate().filter(|(row, _)| !drawn.contains(row)).collect();
                let total: u128 = left.iter().map(|(_, units)| units).sum();
                if total == 0 {
                    return None;
                }
                let unit = self.generator.below(total);
                let mut passed = 0;
                let (row, _) = left.into_iter().find(|(_, units)| {
                    passed += units;
                    unit < passed
                })?;
                drawn.insert(row);
                Some(Drawn::new(
                    row,
                    say!("unit {unit} below {total}, of the items not drawn yet", unit, total),
                ))
            }
        }
    }
}

fn checked(inputs: &DrawInputs) -> Result<Items, Vec<Problem>> {
    let mut checks = Checks::default();
    let method = inputs.method.unwrap_or(DrawMethod::Simple);
    let rows = inputs.population.rows.0.len();
    checks.positive("/size", inputs.size);
    checks.require(
        inputs.size as usize <= rows,
        "/size",
        say!("`{size}` is more than the {rows} items of the population", size = &inputs.size, rows),
        "draw at most all items",
    );
    if method == DrawMethod::Stratified && inputs.stratum.is_none() {
        checks.problem("/stratum", "is missing", "name the column of strata");
    }
    if method == DrawMethod::Pps && inputs.value.is_none() {
        checks.problem("/value", "is missing", "name the column of values");
    }
    let expectation = Expectation {
        key: inputs.key.as_ref(),
        value: inputs.value.as_ref(),
        stratum: inputs.stratum.as_ref(),
        rows: inputs.expected_rows,
        total: inputs.expected_total.as_ref(),
    };
    let items = inputs.population.checked(&expectation, &mut checks);
    checks.done()?;
    Ok(items)
}

/// `draw`: the items to examine, and how each was found.
pub(crate) fn draw(inputs: DrawInputs) -> Result<Outcome, Vec<Problem>> {
    let items = checked(&inputs)?;
    let keys = items.keys.clone();
    let units_per_value = items.units_per_value;
    let generator = Generator::new(inputs.population.sha256.as_str(), inputs.seed.as_str());
    let mut draw = Draw::begin(&inputs, items, generator)?;
    replace(&inputs, &keys, &mut draw)?;
    Ok(outcome(&inputs, &keys, units_per_value, &draw))
}

fn replace(inputs: &DrawInputs, keys: &[String], draw: &mut Draw) -> Result<(), Vec<Problem>> {
    for (index, replacement) in inputs.replace.iter().enumerate() {
        let at = format!("/replace/{index}/key");
        let is_key = |drawn: &&mut Drawn| {
            drawn.replaced.is_none()
                && keys.get(drawn.row).map(String::as_str) == Some(replacement.key.as_str())
        };
        let Some(replaced) = draw.drawn.iter_mut().find(is_key) else {
            return refused(
                &at,
                say!("`{key}` is not in the sample, or is replaced already", key = &replacement.key),
                "give the key of an item of the sample",
            );
        };
        replaced.replaced = Some(replacement.reason.to_string());
        let row = replaced.row;
        let Some(next) = draw.next(row) else {
            return refused(
                &at,
                say!("there is no item left to replace `{key}`", key = &replacement.key),
                "examine it after all, or say in the report that it could not be examined",
            );
        };
        draw.drawn.push(Drawn { replaces: Some(row), ..next });
    }
    Ok(())
}

fn outcome(inputs: &DrawInputs, keys: &[String], units_per_value: u128, draw: &Draw) -> Outcome {
    let method = inputs.method.unwrap_or(DrawMethod::Simple);
    let name = |row: usize| match (&inputs.key, keys.get(row)) {
        (Some(_), Some(key)) => json!(key),
        _ => json!(row + 1),
    };
    let kept = || draw.drawn.iter().filter(|drawn| drawn.replaced.is_none());
    let replacements: Vec<Value> = draw
        .drawn
        .iter()
        .filter_map(|drawn| {
            let row = drawn.replaces?;
            let reason = draw.drawn.iter().find(|other| other.row == row)?.replaced.as_deref();
            Some(json!({ "replaced": name(row), "by": name(drawn.row), "reason": reason }))
        })
        .collect();
    let result = json!({
        "population_sha256": inputs.population.sha256.as_str(), "rows": keys.len(), "size": inputs.size,
        "method": method.word(), "seed": inputs.seed.as_str(), "algorithm": format!("{ALGORITHM}/{method}"),
        "selected": kept().map(|drawn| name(drawn.row)).collect::<Vec<_>>(),
        "selected_rows": kept().map(|drawn| drawn.row + 1).collect::<Vec<_>>(),
        "replacements": replacements, "blocks": draw.generator.counter(),
    });
    let mut steps = vec![
        Step::new("population", say!("file with SHA-256 {sha256}", sha256 = &inputs.population.sha256), say!("{count} rows", count = keys.len())),
        Step::new("checks", checks_said(inputs), say!("no problem")),
        Step::new("generator", say!("SHA-256 of the lines `{algorithm}`, the population's hash, the seed and a counter from 0; its first 16 bytes", algorithm = ALGORITHM), inputs.seed.as_str()).after(SOURCE),
    ];
    if method == DrawMethod::Pps {
        steps.push(Step::new(
            "units",
            "whole units of the values",
            say!("{units_per_value} to a value of 1", units_per_value),
        ));
    }
    steps.extend(draw.steps.iter().cloned());
    for (order, drawn) in (1..).zip(&draw.drawn) {
        let replaces = drawn
            .replaces
            .map_or_else(|| Said::data(""), |row| say!(", in place of {item}", item = shown(&name(row))));
        let replaced = drawn
            .replaced
            .as_ref()
            .map_or_else(|| Said::data(""), |reason| say!("; replaced: {reason}", reason));
        steps.push(Step::new(
            say!("draw {order}{replaces}", order, replaces),
            drawn.working.clone(),
            say!(
                "row {row}: {item}{replaced}",
                row = drawn.row + 1,
                item = shown(&name(drawn.row)),
                replaced
            ),
        ));
    }
    let replaced = draw.drawn.iter().filter(|drawn| drawn.replaced.is_some()).count();
    let conclusion = say!(
        "{count} of {rows} items are drawn ({method}); {replaced} items were replaced, each by the next of the draw. Population, seed and these rules give the same sample again.",
        count = kept().count(),
        rows = keys.len(),
        method,
        replaced
    );
    let title = say!("Draw of {size} items, {method}", size = &inputs.size, method);
    Outcome { result, sheet: Sheet { title, steps, conclusion } }
}

fn shown(name: &Value) -> String {
    name.as_str().map_or_else(|| name.to_string(), |key| format!("`{key}`"))
}

fn checks_said(inputs: &DrawInputs) -> Said {
    let mut said = vec![say!("there are rows, none longer than the header")];
    let column = |name: &Option<Line>, what: Said| {
        name.as_ref().map(|name| say!("column `{name}`: {what}", name, what))
    };
    said.extend(column(&inputs.key, say!("every key is there and unique")));
    said.extend(column(&inputs.stratum, say!("every stratum is there")));
    said.extend(column(&inputs.value, say!("every value is a decimal and not negative")));
    said.push(inputs.expected_rows.map_or_else(
        || say!("the number of rows was not compared with another source"),
        |rows| say!("{rows} rows as expected", rows),
    ));
    if let Some(total) = &inputs.expected_total {
        said.push(say!("the values add up to {total} as expected", total));
    }
    Said::joined(said)
}
