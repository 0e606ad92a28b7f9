//! What every method is: a name, inputs with a schema, a result, and the sheet that shows how it came about.

use assize_domain::kernel::datum::{Datum, Problem, read_json};
use assize_domain::kernel::said::{Arg, Said, Tell};
use serde_json::{Value, json};

use crate::assign::{self, AssignmentProblem};
use crate::audit_time::integrated::{IntegratedTime, audit_time_integrated};
use crate::audit_time::internal::{InternalTime, audit_time_internal};
use crate::audit_time::single::{AuditTime, audit_time};
use crate::audit_time::sites::{SitesTime, audit_time_sites};
use crate::extent::audit_extent;
use crate::extent::inputs::Extent;
use crate::faults;
use crate::sampling::{
    attribute, draw, frequency, judgement, limit, monetary, sequential, sites, stratified,
};

/// A method of the auditor.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name on the command line and in the API: `sample-size`.
    pub name: &'static str,
    /// What it reckons, in one line.
    pub about: &'static str,
    /// Where it comes from: standard with its edition and clause, or paper.
    pub source: &'static str,
    /// A call of it on the command line: `assize method sample-size --risk 0.05 ...`.
    pub example: &'static str,
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

    /// Whether the inputs have a place for a table there: a JSON pointer to one of their fields, or to a field of one.
    #[must_use]
    pub fn takes(&self, place: &str) -> bool {
        let schema = (self.schema)();
        let field = place.split('/').nth(1).unwrap_or_default();
        schema.pointer("/properties").is_some_and(|fields| fields.get(field).is_some())
    }

    /// Whether each management system among the inputs has a place for a table there.
    #[must_use]
    pub fn takes_by_system(&self, place: &str) -> bool {
        let schema = (self.schema)();
        let fields = schema.pointer("/properties/systems/items/properties");
        place.starts_with("/tables/") && fields.is_some_and(|fields| fields.get("tables").is_some())
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
    pub title: Said,
    /// The steps.
    pub steps: Vec<Step>,
    /// The result, in a sentence or a few.
    pub conclusion: Said,
}

/// One step of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What this step reckons, in words: `effective persons`.
    pub what: Said,
    /// How: `ceil(sqrt(49)) = 7, twice`.
    pub working: Said,
    /// What came out: `14`.
    pub value: Arg,
    /// Standard, table or reason that the step rests on; empty where it is plain arithmetic.
    pub source: String,
}

impl Step {
    /// A step of plain arithmetic.
    pub fn new(what: impl Told, working: impl Told, value: impl Tell) -> Self {
        Self { what: what.told(), working: working.told(), value: value.tell(), source: String::new() }
    }

    /// The same, resting on a source.
    #[must_use]
    pub fn after(self, source: impl Into<String>) -> Self {
        Self { source: source.into(), ..self }
    }
}

/// What a step says: a text of the method, which every language has, or words of whoever gave the inputs.
pub trait Told {
    /// As it is said.
    fn told(self) -> Said;
}

impl Told for Said {
    fn told(self) -> Said {
        self
    }
}

impl Told for &'static str {
    fn told(self) -> Said {
        self.into()
    }
}

/// A text that was put together is the same in every language.
impl Told for String {
    fn told(self) -> Said {
        Said::data(self)
    }
}

impl Told for Arg {
    fn told(self) -> Said {
        Said::bare(self)
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
                json!({ "what": step.what.to_string(), "working": step.working.to_string(), "value": step.value.to_string(),
                    "source": step.source })
            })
            .collect();
        json!({ "title": self.title.to_string(), "steps": steps, "conclusion": self.conclusion.to_string() })
    }
}

/// Reads a method's inputs and carries it out; for the entries of [`METHODS`].
fn of<I: Datum>(
    inputs: &Value,
    run: fn(I) -> Result<Outcome, Vec<Problem>>,
) -> Result<Outcome, Vec<Problem>> {
    looked_at(inputs, run, |inputs| run(inputs).err().unwrap_or_default())
}

/// As [`of`], for a method that takes long: `look` says what is wrong with inputs without carrying it out.
fn looked_at<I: Datum>(
    inputs: &Value,
    run: fn(I) -> Result<Outcome, Vec<Problem>>,
    look: impl Fn(I) -> Vec<Problem>,
) -> Result<Outcome, Vec<Problem>> {
    match read_json::<I>(inputs) {
        Ok(inputs) => run(inputs),
        Err(form) => {
            Err(faults::all(form, inputs, &I::schema(), |inputs| read_json::<I>(inputs).ok().map(&look)))
        }
    }
}

/// Every method, once.
pub const METHODS: &[Method] = &[
    Method {
        name: "audit-time",
        about: "Days of an ISMS audit at one place, from persons, complexity and changes",
        source: "ISO/IEC 27006-1:2024 Annexes C and D; ISO/IEC 27006:2015 Annexes B and C",
        example: "assize method audit-time --persons 147 --groups 49,49,49 --adjust=-0.2 --round nearest --step 0.5",
        schema: AuditTime::schema,
        run: |inputs| of(inputs, audit_time),
    },
    Method {
        name: "audit-time-sites",
        about: "Days of an ISMS audit at several sites, never below the single site's",
        source: "ISO/IEC 27006-1:2024 Annex C; IAF MD 1:2018 7.3",
        example: "assize method audit-time-sites sites.json",
        schema: SitesTime::schema,
        run: |inputs| of(inputs, audit_time_sites),
    },
    Method {
        name: "audit-time-integrated",
        about: "Days of an audit of several management systems as one",
        source: "IAF MD 11:2019 2.2; IAF MD 5:2019; ISO/IEC 27006-1:2024 Annex C",
        example: "assize method audit-time-integrated systems.json",
        schema: IntegratedTime::schema,
        run: |inputs| of(inputs, audit_time_integrated),
    },
    Method {
        name: "audit-time-internal",
        about: "Days of an internal audit, from the minutes of its tests, samples, sites and ways",
        source: "ISO 19011:2018 5.5.5 and 6.3.2",
        example: "assize method audit-time-internal tests.json",
        schema: InternalTime::schema,
        run: |inputs| of(inputs, audit_time_internal),
    },
    Method {
        name: "audit-extent",
        about: "What to audit in which year of a programme, by risk, and what each cut gives up",
        source: "ISO 19011:2018 5.4; ISO/IEC 27007:2020 5.4; weights of the auditing organization",
        example: "assize method audit-extent units.json",
        schema: Extent::schema,
        run: |inputs| of(inputs, audit_extent),
    },
    Method {
        name: "sample-size",
        about: "How many items to examine, so that a tolerable rate of deviation is excluded at a risk",
        source: "ISO 19011:2018 A.6.3; AICPA Audit Guide Audit Sampling, attribute sampling",
        example: "assize method sample-size --risk 0.05 --tolerable 0.06 --expected 0.01",
        schema: attribute::SampleSizeInputs::schema,
        run: |inputs| of(inputs, attribute::size),
    },
    Method {
        name: "discovery-size",
        about: "How many items to examine, so that at least one deviation is found with a confidence",
        source: "ISO 19011:2018 A.6.3; AICPA Audit Guide Audit Sampling, discovery sampling",
        example: "assize method discovery-size --population 400 --rate 0.05 --confidence 0.95",
        schema: attribute::DiscoverySizeInputs::schema,
        run: |inputs| of(inputs, attribute::discovery),
    },
    Method {
        name: "upper-limit",
        about: "What rate of deviation a sample does not exclude",
        source: "Clopper and Pearson (1934), one-sided",
        example: "assize method upper-limit --sample 78 --deviations 1 --risk 0.05",
        schema: limit::UpperLimitInputs::schema,
        run: |inputs| of(inputs, limit::upper),
    },
    Method {
        name: "evaluate-sample",
        about: "What the deviations found say: limit, confidence reached, conclusion",
        source: "ISO 19011:2018 A.6.3; Clopper and Pearson (1934), one-sided",
        example: "assize method evaluate-sample --sample 78 --deviations 1 --risk 0.05 --tolerable 0.06",
        schema: limit::EvaluateSampleInputs::schema,
        run: |inputs| of(inputs, limit::evaluate),
    },
    Method {
        name: "stop-or-go",
        about: "A sequential plan: begin small and go on where deviations come up",
        source: "AICPA Audit Guide Audit Sampling, sequential sampling",
        example: "assize method stop-or-go --risk 0.05 --tolerable 0.05 --deviations-most 3",
        schema: sequential::StopOrGoInputs::schema,
        run: |inputs| of(inputs, sequential::plan),
    },
    Method {
        name: "stratified-size",
        about: "How many items of each stratum to examine",
        source: "ISO 19011:2018 A.6.3; proportional allocation",
        example: "assize method stratified-size strata.json --risk 0.05 --tolerable 0.06",
        schema: stratified::StratifiedSizeInputs::schema,
        run: |inputs| of(inputs, stratified::size),
    },
    Method {
        name: "two-stage",
        about: "How many units to visit, and how many items to examine in each",
        source: "Kish, Survey Sampling (1965), design effect",
        example: "assize method two-stage --risk 0.05 --tolerable 0.06 --units 40 --items-per-unit 5 --likeness 0.1",
        schema: stratified::TwoStageInputs::schema,
        run: |inputs| of(inputs, stratified::two_stage),
    },
    Method {
        name: "mus-size",
        about: "How many units of value to draw, so that a tolerable misstatement is excluded at a risk",
        source: "AICPA Audit Guide Audit Sampling, monetary unit sampling",
        example: "assize method mus-size --risk 0.05 --tolerable 0.03 --expected-ratio 0.2",
        schema: monetary::MusSizeInputs::schema,
        run: |inputs| of(inputs, monetary::size),
    },
    Method {
        name: "mus-evaluate",
        about: "What the misstatements found say: projection and upper limit",
        source: "Stringer (1963); AICPA Audit Guide Audit Sampling, monetary unit sampling",
        example: "assize method mus-evaluate misstatements.json --risk 0.05",
        schema: monetary::MusEvaluateInputs::schema,
        run: |inputs| of(inputs, monetary::evaluate),
    },
    Method {
        name: "site-sample",
        about: "How many sites to audit besides the central function, and which of those that are named",
        source: "IAF MD 1:2018 6.1",
        example: "assize method site-sample --sites 25 --audit initial",
        schema: sites::SiteSampleInputs::schema,
        run: |inputs| of(inputs, sites::sample),
    },
    Method {
        name: "control-frequency",
        about: "How many operations of a control to examine by convention",
        source: "conventions of audit practice",
        example: "assize method control-frequency --frequency monthly",
        schema: frequency::ControlFrequencyInputs::schema,
        run: |inputs| of(inputs, frequency::size),
    },
    Method {
        name: "judgement-sample",
        about: "A sample by judgement: its criteria, and the reason for each item",
        source: "ISO 19011:2018 A.6.2",
        example: "assize method judgement-sample choices.json",
        schema: judgement::JudgementSampleInputs::schema,
        run: |inputs| of(inputs, judgement::record),
    },
    Method {
        name: "draw",
        about: "Which items to examine, so that anybody draws the same again",
        source: "Assize's published method of drawing",
        example: "assize method draw --population leavers.csv --size 25 --seed 2026-11-25 --key ticket",
        schema: draw::DrawInputs::schema,
        run: |inputs| of(inputs, draw::draw),
    },
    Method {
        name: "assign",
        about: "Who audits what, and when: teams and dates, with a bound, reasons and clashes",
        source: "ISO 19011:2018 5.4.4, 5.5.4; ISO/IEC 17021-1:2015 5.2, 9.2.2",
        example: "assize method assign problem.json",
        schema: assign::schema,
        run: |inputs| {
            looked_at::<AssignmentProblem>(
                inputs,
                |problem| assign::run(&problem),
                |problem| assign::sound::problems(&problem),
            )
        },
    },
];
