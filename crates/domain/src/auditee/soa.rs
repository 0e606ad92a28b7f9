//! Statements of Applicability, in versions (ISO/IEC 27001:2022 6.1.3 d)).

use std::collections::BTreeSet;

use super::{Auditee, Soa, SoaRow};
use crate::evidence::Evidence;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditeeId, EvidenceId, SoaId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{CriteriaId, Line};
use crate::kernel::time::Date;
use crate::registry::Event;

rules! {
    SOA_ROWS = "soa.rows", "ISO/IEC 27001:2022 6.1.3 d)", "a Statement of Applicability that names each control once";
    SOA_REASONS = "soa.reasons", "ISO/IEC 27001:2022 6.1.3 d)", "why a control is included, or why it is excluded, and not both";
    SOA_VERSION = "soa.version", "ISO/IEC 27001:2022 7.5.2", "each version under a name of its own, with a date that is not yet to come";
    SOA_SOURCE = "soa.source", "ISO 19011:2018 6.4.7", "the auditee's own document as the source";
}

/// The most controls of one statement: Annex A's 93, and room for an organization's own.
pub const SOA_ROWS_MAX: usize = 500;

command! {
    /// Enters a version of an auditee's Statement of Applicability, as the auditee wrote it.
    pub struct EnterSoa("soa.enter") {
        /// Whose.
        auditee: AuditeeId,
        /// The auditee's own name of the version.
        label: Line,
        /// Its date.
        dated: Date,
        /// The set that the controls come from.
        criteria: CriteriaId,
        /// The document it was read from.
        source: Option<EvidenceId>,
        /// One row a control.
        rows: Vec<SoaRow>,
    }
}

event! {
    /// A Statement of Applicability was entered.
    pub struct SoaEntered("soa.entered" v 1, soa) {
        /// The statement.
        soa: SoaId,
        /// Whose.
        auditee: AuditeeId,
        /// The auditee's own name of the version.
        label: Line,
        /// Its date.
        dated: Date,
        /// The set that the controls come from.
        criteria: CriteriaId,
        /// The document it was read from.
        source: Option<EvidenceId>,
        /// One row a control.
        rows: Vec<SoaRow>,
    }
}

impl EnterSoa {
    fn check_rows(&self, check: &mut Check) {
        check.that(
            (1..=SOA_ROWS_MAX).contains(&self.rows.len()),
            &SOA_ROWS,
            "/rows",
            say!("a statement of {count} rows cannot be one", count = self.rows.len()),
            say!("give 1 to {most} rows, one a control", most = SOA_ROWS_MAX),
        );
        let mut seen = BTreeSet::new();
        for (n, row) in self.rows.iter().enumerate() {
            check.that(
                seen.insert(&row.control),
                &SOA_ROWS,
                format!("/rows/{n}/control"),
                say!("the control `{control}` stands twice", control = &row.control),
                "keep one row for it",
            );
            let (reason, other, field) = if row.necessary {
                (&row.why, &row.why_excluded, "why")
            } else {
                (&row.why_excluded, &row.why, "why_excluded")
            };
            check.that(
                reason.is_some(),
                &SOA_REASONS,
                format!("/rows/{n}/{field}"),
                if row.necessary {
                    say!("the control `{control}` is necessary and nothing says why", control = &row.control)
                } else {
                    say!("the control `{control}` is excluded and nothing says why", control = &row.control)
                },
                "give the reason as the auditee does; where they give none, say so in this place",
            );
            check.that(
                row.necessary || other.is_none(),
                &SOA_REASONS,
                format!("/rows/{n}/why"),
                say!(
                    "the control `{control}` is excluded and has a reason for being included",
                    control = &row.control
                ),
                "leave out the reason that does not apply",
            );
        }
    }
}

impl Decide for EnterSoa {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Auditee>(world, self.auditee, "/auditee")?;
        let mut check = Check::new();
        self.check_rows(&mut check);
        let before = world.list::<Soa>("auditee", self.auditee)?;
        check.that(
            before.iter().all(|soa| soa.label != self.label),
            &SOA_VERSION,
            "/label",
            say!("there is a version `{label}` already", label = &self.label),
            "give the auditee's name of this version",
        );
        check.that(
            self.dated <= ctx.today(),
            &SOA_VERSION,
            "/dated",
            say!("`{when}` is yet to come", when = &self.dated),
            "give the date of the version",
        );
        if let Some(source) = self.source {
            let source = named::<Evidence>(world, source, "/source")?;
            check.that(
                source.auditee == self.auditee,
                &SOA_SOURCE,
                "/source",
                "the document is another auditee's",
                "name a document of this auditee, or none",
            );
        }
        check.done()?;
        Ok(vec![
            SoaEntered {
                soa: ctx.id()?,
                auditee: self.auditee,
                label: self.label.clone(),
                dated: self.dated,
                criteria: self.criteria.clone(),
                source: self.source,
                rows: self.rows.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for SoaEntered {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Soa {
            id: self.soa,
            auditee: self.auditee,
            label: self.label.clone(),
            dated: self.dated,
            criteria: self.criteria.clone(),
            source: self.source,
            rows: self.rows.clone(),
            stamp: stamp.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::kernel::refusal::Rule;
    use crate::registry::Command;
    use crate::testing::carry::Carried;
    use crate::testing::{Bench, CRITERIA, id, refused_at};

    fn body(bench: &Bench) -> Value {
        json!({ "auditee": bench.cast.auditee.to_string(), "label": "2.0", "dated": "2026-09-01", "criteria": CRITERIA, "rows": [
            { "control": "A.5.1", "necessary": true, "why": "risk 1", "implemented": "implemented" },
            { "control": "A.7.4", "necessary": false, "implemented": "not_implemented", "why_excluded": "no premises" },
        ] })
    }

    #[test]
    fn a_statement_names_each_control_once_with_its_reason() {
        let mut bench = Bench::standing();
        let manager = bench.cast.manager;
        let good = body(&bench);
        let cases: [(&str, Value, &'static Rule, &str); 7] = [
            ("/rows", json!([]), &SOA_ROWS, "/rows"),
            ("/rows/1/control", json!("A.5.1"), &SOA_ROWS, "/rows/1/control"),
            ("/rows/0/why", Value::Null, &SOA_REASONS, "/rows/0/why"),
            ("/rows/1/why_excluded", Value::Null, &SOA_REASONS, "/rows/1/why_excluded"),
            (
                "/rows/1",
                json!({ "control": "A.7.4", "necessary": false, "why": "x", "implemented": "unstated", "why_excluded": "y" }),
                &SOA_REASONS,
                "/rows/1/why",
            ),
            ("/label", json!("1.0"), &SOA_VERSION, "/label"),
            ("/dated", json!("2026-09-02"), &SOA_VERSION, "/dated"),
        ];
        for (at, value, rule, place) in cases {
            let mut bad = good.clone();
            *bad.pointer_mut(at).unwrap() = value;
            refused_at(bench.act(manager, Command::read("soa.enter", &bad).unwrap().unwrap()), rule, place);
        }
        bench.done(manager, Command::read("soa.enter", &good).unwrap().unwrap());
    }

    #[test]
    fn the_source_is_the_auditees_own() {
        let mut carried = Carried::ready_to_prepare();
        let (manager, evidence) = (carried.bench.cast.manager, carried.evidence.unwrap());
        let mut good = body(&carried.bench);
        good["source"] = json!(evidence.to_string());
        let auditee = carried.bench.cast.auditee;
        carried.bench.change::<Evidence>(evidence, |evidence| evidence.auditee = id(999));
        refused_at(carried.give(manager, "soa.enter", good.clone()), &SOA_SOURCE, "/source");
        carried.bench.change::<Evidence>(evidence, |evidence| evidence.auditee = auditee);
        carried.done(manager, "soa.enter", good);
    }
}
