//! Six factors graded 1 to 3 on two axes, and the range of change that their sums open.

use assize_domain::kernel::macros::data;
use assize_domain::kernel::said::{Arg, Said, listed, say};
use assize_domain::kernel::text::Line;
use assize_domain::method::tables::factor_problems;
pub use assize_domain::method::tables::{Band, FactorCell};
use num_rational::BigRational;
use num_traits::Zero as _;

use super::tables::cited;
use super::working::{Working, change};
use crate::{Ratio, Step};

data! {
    /// The matrix of the two axes.
    pub struct FactorTable {
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// The greatest sum of an axis that is low.
        low_most: u8,
        /// The greatest that is medium.
        medium_most: u8,
        /// Its cells, each pair of bands once.
        cells: Vec<FactorCell>,
    }
    /// The grades, each 1 (little) to 3 (much), and what the auditor picks.
    pub struct Factors {
        /// Type of business, and the law it stands under.
        business_and_regulation: u8,
        /// Process and tasks: from few and repeated to many and complex.
        process_and_tasks: u8,
        /// How far the management system is established: 1 well, 3 new.
        establishment: u8,
        /// Complexity of the IT infrastructure.
        infrastructure: u8,
        /// Dependency on outsourcing and suppliers, the cloud too.
        suppliers: u8,
        /// Development of information systems.
        development: u8,
        /// The change picked within the range, as a share; may be left out where the range is one value.
        pick: Option<Ratio>,
        /// Why that one.
        reason: Option<Line>,
    }
}

impl FactorTable {
    pub(crate) fn band(&self, sum: u8) -> Band {
        if sum <= self.low_most {
            Band::Low
        } else if sum <= self.medium_most {
            Band::Medium
        } else {
            Band::High
        }
    }

    /// Notes every pair of bands that is not there once, every range that is none, bounds that do not rise.
    pub(crate) fn check(&self, at: &str, working: &mut Working) {
        working.problems.extend(factor_problems(self.low_most, self.medium_most, &self.cells, at));
    }
}

impl Factors {
    /// The change picked, checked against the range, with the range shown.
    pub(crate) fn picked(&self, table: &FactorTable, working: &mut Working) -> Option<BigRational> {
        let business = self.axis(
            say!("business axis"),
            [
                ("business_and_regulation", self.business_and_regulation),
                ("process_and_tasks", self.process_and_tasks),
                ("establishment", self.establishment),
            ],
            table,
            working,
        );
        let it = self.axis(
            say!("IT axis"),
            [
                ("infrastructure", self.infrastructure),
                ("suppliers", self.suppliers),
                ("development", self.development),
            ],
            table,
            working,
        );
        let (business, it) = (business?, it?);
        let cell = table.cells.iter().find(|cell| cell.business == business && cell.it == it)?;
        let single = cell.least == cell.most;
        let range = if single {
            change(&cell.least.0)
        } else {
            say!("{least} to {most}", least = change(&cell.least.0), most = change(&cell.most.0))
        };
        let pick = self.pick.clone().or_else(|| single.then(|| cell.least.clone()));
        let Some(pick) = pick else {
            working.problem(
                "/factors/pick",
                "is missing",
                say!(
                    "pick within {range} for business {business} and IT {it}, and say why under `reason`",
                    range,
                    business,
                    it
                ),
            );
            return None;
        };
        if pick < cell.least || pick > cell.most {
            working.problem(
                "/factors/pick",
                say!(
                    "`{pick}` is outside {range}, the range for business {business} and IT {it}",
                    pick,
                    range,
                    business,
                    it
                ),
                "pick within the range; what else weighs goes under `adjust`, with its reason",
            );
            return None;
        }
        let reason = self.reason.as_ref().map_or_else(
            || {
                if single { say!("there is nothing to choose") } else { say!("no reason is recorded") }
            },
            |reason| say!("reason: {reason}", reason),
        );
        if self.reason.is_none() && !single {
            working.reasons_missing.push("/factors/reason".to_owned());
        }
        working.step(
            Step::new(
                "change by complexity",
                say!("business {business} and IT {it} open {range}; {reason}", business, it, range, reason),
                change(&pick.0),
            )
            .after(cited(&table.source, &table.edition, &table.certainty)),
        );
        Some(pick.0)
    }

    fn axis(
        &self,
        name: Said,
        grades: [(&'static str, u8); 3],
        table: &FactorTable,
        working: &mut Working,
    ) -> Option<Band> {
        let wrong: Vec<&(&str, u8)> = grades.iter().filter(|(_, grade)| !(1..=3).contains(grade)).collect();
        for (field, grade) in &wrong {
            working.problem(format!("/factors/{field}"), say!("is {grade}", grade), "grade from 1 to 3");
        }
        if !wrong.is_empty() {
            return None;
        }
        let sum = grades.iter().map(|(_, grade)| grade).sum();
        let band = table.band(sum);
        let grades = listed(grades.iter().map(|(field, grade)| {
            say!("{field} {grade}", field = Arg::Word { of: "Factors", word: field }, grade)
        }));
        working.step(Step::new(name, Said::bare(grades), say!("{sum}, {band}", sum, band)));
        Some(band)
    }
}

/// The change by factors, none where they are not graded.
pub(crate) fn picked(factors: Option<&Factors>, table: &FactorTable, working: &mut Working) -> BigRational {
    factors.and_then(|factors| factors.picked(table, working)).unwrap_or_else(BigRational::zero)
}
