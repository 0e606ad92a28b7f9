//! Tables of days, factors and shares: data with source, edition and certainty, ours or the auditing organization's own.

use std::sync::OnceLock;

use assize_domain::kernel::datum::{Datum, Intake, Problem, read_json};
use assize_domain::kernel::macros::{data, words};
use assize_domain::kernel::said::{Said, say};
use assize_domain::kernel::text::Line;
pub use assize_domain::method::tables::DayRow;
use assize_domain::method::tables::{day_problems, share_problems};
use num_rational::BigRational;
use serde_json::{Value, json};

use super::factors::FactorTable;
use super::shorthand::Shorthand;
use super::working::{Working, days};
use crate::method::Told;
use crate::{Ratio, Step};

words! {
    /// A management system that is audited.
    pub enum System {
        /// Information security, ISO/IEC 27001.
        Isms = "isms",
        /// Quality, ISO 9001.
        Qms = "qms",
        /// Environment, ISO 14001.
        Ems = "ems",
        /// Occupational health and safety, ISO 45001.
        Ohsms = "ohsms",
    }
    /// The complexity of environmental aspects, or of risks to occupational health and safety.
    pub enum Complexity {
        /// High.
        High = "high",
        /// Medium.
        Medium = "medium",
        /// Low.
        Low = "low",
        /// Limited; for the environment alone.
        Limited = "limited",
    }
    /// The edition of ISO/IEC 27006 after which time is reckoned.
    pub enum Edition {
        /// ISO/IEC 27006-1:2024.
        Of2024 = "2024",
        /// ISO/IEC 27006:2015.
        Of2015 = "2015",
    }
}

/// `2024` as a number is `"2024"`.
impl Shorthand for Edition {
    fn is_short(value: &Value) -> bool {
        value.is_number()
    }
    fn from_short(value: &Value, intake: &mut Intake) -> Option<Self> {
        Self::from_json(&Value::String(value.to_string()), intake)
    }
    fn short_schema() -> Value {
        json!({ "enum": [2024, 2015] })
    }
}

data! {
    /// A table from persons to days.
    pub struct DayTable {
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// Its rows, from 1 person on, without a gap.
        rows: Vec<DayRow>,
    }
    /// The shares and bounds that a scheme sets.
    pub struct ShareTable {
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// The greatest reduction of the table's days, as a share: 0.3.
        reduction_most: Ratio,
        /// A surveillance audit, as a share of the initial one.
        surveillance: Ratio,
        /// A recertification audit, as a share of the initial one.
        recertification: Ratio,
        /// The least share of audit time that is spent auditing, rather than planning and reporting.
        auditing_least: Ratio,
        /// The remote share above which the accreditation body must approve, if there is one.
        remote_approval_above: Option<Ratio>,
    }
    /// A table of days as this build lists it.
    pub struct ListedDays {
        /// Of which management system.
        system: System,
        /// Of which complexity, where the system knows any.
        risk: Option<Complexity>,
        /// Of which edition of ISO/IEC 27006, where it is one of that.
        isms_edition: Option<Edition>,
        /// The table.
        table: DayTable,
    }
    /// A table of factors as this build lists it.
    pub struct ListedFactors {
        /// Of which edition of ISO/IEC 27006.
        isms_edition: Edition,
        /// The table.
        table: FactorTable,
    }
    /// A table of shares as this build lists it.
    pub struct ListedShares {
        /// Of which management system.
        system: System,
        /// Of which edition of ISO/IEC 27006, where it is one of that.
        isms_edition: Option<Edition>,
        /// The table.
        table: ShareTable,
    }
    /// Every table of this build.
    pub struct BuiltIn {
        /// From persons to days.
        days: Vec<ListedDays>,
        /// From grades to ranges.
        factors: Vec<ListedFactors>,
        /// Caps and shares.
        shares: Vec<ListedShares>,
    }
    /// Tables that the auditing organization gives in place of the built-in ones.
    pub struct OwnTables {
        /// From persons to days.
        days: Option<DayTable>,
        /// From grades to ranges.
        factors: Option<FactorTable>,
        /// Caps and shares.
        shares: Option<ShareTable>,
    }
}

/// The built-in tables.
///
/// # Errors
/// Never in a build whose tests pass; the problems of the data otherwise.
pub fn built_in() -> Result<&'static BuiltIn, Vec<Problem>> {
    static READ: OnceLock<Result<BuiltIn, Vec<Problem>>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let value: Value = toml::from_str(include_str!("../../data/audit_time.toml"))
            .map_err(|error| vec![absent(Said::data(error.to_string()))])?;
        read_json(&value)
    });
    read.as_ref().map_err(Clone::clone)
}

fn absent(what: impl Into<Said>) -> Problem {
    Problem::new("/tables", what, "give a table of your own under `tables`")
}

/// The built-in table of days.
pub(crate) fn days_of(
    system: System,
    risk: Option<Complexity>,
    edition: Edition,
) -> Result<&'static DayTable, Vec<Problem>> {
    let of = |listed: &&ListedDays| {
        listed.system == system
            && listed.risk == risk
            && listed.isms_edition.is_none_or(|listed| listed == edition)
    };
    let found = built_in()?.days.iter().find(of);
    found.map(|listed| &listed.table).ok_or_else(|| vec![absent("no table of days is built in for this")])
}

/// The built-in caps and shares.
pub(crate) fn shares_of(system: System, edition: Edition) -> Result<&'static ShareTable, Vec<Problem>> {
    let of = |listed: &&ListedShares| {
        listed.system == system && listed.isms_edition.is_none_or(|listed| listed == edition)
    };
    let found = built_in()?.shares.iter().find(of);
    found.map(|listed| &listed.table).ok_or_else(|| vec![absent("no table of shares is built in for this")])
}

/// The built-in table of factors.
pub(crate) fn factors_of(edition: Edition) -> Result<&'static FactorTable, Vec<Problem>> {
    let found = built_in()?.factors.iter().find(|listed| listed.isms_edition == edition);
    found.map(|listed| &listed.table).ok_or_else(|| vec![absent("no table of factors is built in for this")])
}

impl DayTable {
    /// Notes every fault of the table: gaps, overlaps, days that fall or are not positive.
    pub(crate) fn check(&self, at: &str, working: &mut Working) {
        working.problems.extend(day_problems(&self.rows, &format!("{at}/rows")));
    }

    /// The row for so many persons; where there is none, a problem that names the row to add.
    pub(crate) fn row(&self, persons: u64, at: &str) -> Result<&DayRow, Problem> {
        let holds = |row: &&DayRow| u64::from(row.from) <= persons && persons <= u64::from(row.to);
        self.rows.iter().find(holds).ok_or_else(|| {
            let last = self.rows.last();
            Problem::new(
                at,
                say!("{persons} effective persons are beyond the table {source} ({edition}), whose last row ends at {to}", persons, source = &self.source, edition = &self.edition, to = last.map_or(0, |row| row.to)),
                say!("the scheme asks to follow the progression: decide on a row from {to}, with its reason, and give the table with it \
                     under `tables`", to = last.map_or(1, |row| u64::from(row.to) + 1)),
            )
        })
    }

    /// Looks the days up and shows the row.
    pub(crate) fn look_up(
        &self,
        what: impl Told,
        persons: u64,
        at: &str,
        working: &mut Working,
    ) -> Option<BigRational> {
        match self.row(persons, at) {
            Ok(row) => {
                let value = row.days.0.clone();
                working.step(
                    Step::new(
                        what,
                        say!(
                            "the row from {from} to {to} persons, where {persons} fall",
                            from = &row.from,
                            to = &row.to,
                            persons
                        ),
                        days(&value),
                    )
                    .after(cited(&self.source, &self.edition, &self.certainty)),
                );
                Some(value)
            }
            Err(problem) => {
                working.problems.push(problem);
                None
            }
        }
    }
}

impl ShareTable {
    /// Notes every share that is none.
    pub(crate) fn check(&self, at: &str, working: &mut Working) {
        let shares = [
            ("reduction_most", Some(&self.reduction_most)),
            ("surveillance", Some(&self.surveillance)),
            ("recertification", Some(&self.recertification)),
            ("auditing_least", Some(&self.auditing_least)),
            ("remote_approval_above", self.remote_approval_above.as_ref()),
        ];
        working.problems.extend(share_problems(&shares, at));
    }

    /// The table as a source.
    pub(crate) fn cited(&self) -> String {
        cited(&self.source, &self.edition, &self.certainty)
    }
}

/// A table as the source of a step.
pub(crate) fn cited(source: &Line, edition: &Line, certainty: &Line) -> String {
    format!("{source} ({edition}); certainty: {certainty}")
}

/// Which table was used, for a result.
pub(crate) fn named(table: &DayTable) -> Value {
    json!({ "title": table.title.as_str(), "source": table.source.as_str(), "edition": table.edition.as_str(),
        "certainty": table.certainty.as_str() })
}

/// The tables one reckoning uses.
pub(crate) struct Chosen<'a> {
    pub(crate) days: &'a DayTable,
    pub(crate) factors: &'a FactorTable,
    pub(crate) shares: &'a ShareTable,
}

impl<'a> Chosen<'a> {
    /// The organization's own tables where it gives them, checked, and the built-in ones of the edition elsewhere.
    pub(crate) fn of(
        own: Option<&'a OwnTables>,
        edition: Edition,
        working: &mut Working,
    ) -> Result<Self, Vec<Problem>> {
        if let Some(table) = own.and_then(|own| own.days.as_ref()) {
            table.check("/tables/days", working);
        }
        if let Some(table) = own.and_then(|own| own.factors.as_ref()) {
            table.check("/tables/factors", working);
        }
        if let Some(table) = own.and_then(|own| own.shares.as_ref()) {
            table.check("/tables/shares", working);
        }
        Ok(Self {
            days: own
                .and_then(|own| own.days.as_ref())
                .map_or_else(|| days_of(System::Isms, None, edition), Ok)?,
            factors: own.and_then(|own| own.factors.as_ref()).map_or_else(|| factors_of(edition), Ok)?,
            shares: own
                .and_then(|own| own.shares.as_ref())
                .map_or_else(|| shares_of(System::Isms, edition), Ok)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::factors::Band;
    use super::*;

    #[test]
    fn the_built_in_tables_are_whole() {
        let all = built_in().unwrap();
        assert_eq!(all.days.len(), 2 + 1 + 4 + 3);
        let mut working = Working::default();
        for listed in &all.days {
            listed.table.check(listed.system.word(), &mut working);
        }
        for listed in &all.factors {
            listed.table.check("factors", &mut working);
            assert_eq!(listed.table.cells.len(), Band::ALL.len() * Band::ALL.len());
        }
        for listed in &all.shares {
            listed.table.check("shares", &mut working);
        }
        assert_eq!(working.problems, []);
    }

    #[test]
    fn known_cells_stand_where_they_should() {
        let cell = |system, risk, persons| {
            let row = days_of(system, risk, Edition::Of2024).unwrap().row(persons, "/persons").unwrap();
            row.days.to_string()
        };
        for (persons, days) in [
            (1, "5"),
            (10, "5"),
            (11, "6"),
            (45, "8.5"),
            (125, "12"),
            (144, "13"),
            (425, "15"),
            (10_700, "28"),
        ] {
            assert_eq!(cell(System::Isms, None, persons), days, "{persons}");
        }
        assert_eq!(cell(System::Qms, None, 55), "5");
        assert_eq!(cell(System::Ems, Some(Complexity::High), 100), "11");
        assert_eq!(cell(System::Ems, Some(Complexity::Limited), 100), "4");
        assert_eq!(cell(System::Ohsms, Some(Complexity::Low), 10_000), "20");
        assert!(days_of(System::Ohsms, Some(Complexity::Limited), Edition::Of2024).is_err());
    }

    #[test]
    fn a_table_with_faults_has_each_named() {
        let table: DayTable = read_json(&json!({
            "title": "t", "source": "s", "edition": "e", "certainty": "c",
            "rows": [{ "from": 1, "to": 10, "days": "5" }, { "from": 12, "to": 11, "days": "4" }],
        }))
        .unwrap();
        let mut working = Working::default();
        table.check("/tables/days", &mut working);
        let places: Vec<&str> = working.problems.iter().map(|problem| problem.at.as_str()).collect();
        assert_eq!(
            places,
            ["/tables/days/rows/1/from", "/tables/days/rows/1/to", "/tables/days/rows/1/days"]
        );
    }
}
