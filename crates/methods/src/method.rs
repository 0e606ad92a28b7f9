//! What every method is: a name, inputs with a schema, a result, and the sheet that shows how it came about.

use assize_domain::kernel::datum::{Datum, Problem, read_json};
use serde_json::{Value, json};

use crate::audit_time::integrated::{IntegratedTime, audit_time_integrated};
use crate::audit_time::internal::{InternalTime, audit_time_internal};
use crate::audit_time::single::{AuditTime, audit_time};
use crate::audit_time::sites::{SitesTime, audit_time_sites};
use crate::extent::audit_extent;
use crate::extent::inputs::Extent;

/// A method of the auditor.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name on the command line and in the API: `sample-size`.
    pub name: &'static str,
    /// What it reckons, in one line.
    pub about: &'static str,
    /// Where it comes from: standard with its edition and clause, or paper.
    pub source: &'static str,
    /// The JSON Schema of its inputs.
    pub schema: fn() -> Value,
    run: fn(&Value) -> Result<Outcome, Vec<Problem>>,
}

impl Method {
    /// Carries the method out.
    ///
    /// # Errors
    /// Every problem of the inputs, each at its place (a JSON pointer), with what to do.
    pub fn run(&self, inputs: &Value) -> Result<Outcome, Vec<Problem>> {
        (self.run)(inputs)
    }

    /// The method of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        METHODS.iter().find(|method| method.name == name)
    }
}

/// What a method gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The result: an object.
    pub result: Value,
    /// How it came about.
    pub sheet: Sheet,
}

/// The working of a method, in the order in which it is reckoned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What is reckoned.
    pub title: String,
    /// The steps.
    pub steps: Vec<Step>,
    /// The result, in a sentence or a few.
    pub conclusion: String,
}

/// One step of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What this step reckons, in words: `effective persons`.
    pub what: String,
    /// How: `ceil(sqrt(49)) = 7, twice`.
    pub working: String,
    /// What came out: `14`.
    pub value: String,
    /// Standard, table or reason that the step rests on; empty where it is plain arithmetic.
    pub source: String,
}

impl Step {
    /// A step of plain arithmetic.
    pub fn new(what: impl Into<String>, working: impl Into<String>, value: impl ToString) -> Self {
        Self { what: what.into(), working: working.into(), value: value.to_string(), source: String::new() }
    }

    /// The same, resting on a source.
    #[must_use]
    pub fn after(self, source: impl Into<String>) -> Self {
        Self { source: source.into(), ..self }
    }
}

impl Sheet {
    /// The sheet as JSON.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let steps: Vec<Value> = self
            .steps
            .iter()
            .map(|step| {
                json!({ "what": step.what, "working": step.working, "value": step.value, "source": step.source })
            })
            .collect();
        json!({ "title": self.title, "steps": steps, "conclusion": self.conclusion })
    }
}

/// Reads a method's inputs and carries it out; for the entries of [`METHODS`].
fn of<I: Datum>(
    inputs: &Value,
    run: fn(I) -> Result<Outcome, Vec<Problem>>,
) -> Result<Outcome, Vec<Problem>> {
    read_json::<I>(inputs).and_then(run)
}

/// Every method, once.
pub const METHODS: &[Method] = &[
    Method {
        name: "audit-time",
        about: "days of an ISMS audit at one place, from persons, complexity and changes",
        source: "ISO/IEC 27006-1:2024 Annexes C and D; ISO/IEC 27006:2015 Annexes B and C",
        schema: AuditTime::schema,
        run: |inputs| of(inputs, audit_time),
    },
    Method {
        name: "audit-time-sites",
        about: "days of an ISMS audit at several sites, never below the single site's",
        source: "ISO/IEC 27006-1:2024 Annex C; IAF MD 1:2018 7.3",
        schema: SitesTime::schema,
        run: |inputs| of(inputs, audit_time_sites),
    },
    Method {
        name: "audit-time-integrated",
        about: "days of an audit of several management systems as one",
        source: "IAF MD 11:2019 2.2; IAF MD 5:2019; ISO/IEC 27006-1:2024 Annex C",
        schema: IntegratedTime::schema,
        run: |inputs| of(inputs, audit_time_integrated),
    },
    Method {
        name: "audit-time-internal",
        about: "days of an internal audit, from the minutes of its tests, samples, sites and ways",
        source: "ISO 19011:2018 5.5.5 and 6.3.2",
        schema: InternalTime::schema,
        run: |inputs| of(inputs, audit_time_internal),
    },
    Method {
        name: "audit-extent",
        about: "what to audit in which year of a programme, by risk, and what each cut gives up",
        source: "ISO 19011:2018 5.4; ISO/IEC 27007:2020 5.4; weights of the auditing organization",
        schema: Extent::schema,
        run: |inputs| of(inputs, audit_extent),
    },
];
