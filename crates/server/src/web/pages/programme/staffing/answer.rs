//! The plan that came out: teams and dates by name, what stands in the way of the others, and why somebody is not in a team.

use std::collections::BTreeMap;

use assize_domain::kernel::said::Said;
use assize_domain::kernel::time::Date;
use assize_methods::assign::Answer;
use assize_methods::{Outcome, Step};
use serde_json::Value;

use super::{rows, text};
use crate::gathered::with_names;
use crate::web::form::spoken;
use crate::web::pages::methods::SaidStep;
use crate::web::words::Words;

/// How many people are named who are not in a team, each audit.
const REJECTED_MAX: usize = 12;
/// How many steps of the working are shown; the record has all.
const STEPS_MAX: usize = 120;

/// An audit with its team and its dates.
pub(super) struct Assigned {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) from: String,
    pub(super) to: String,
    /// Names with their roles.
    pub(super) members: Vec<(String, String)>,
    /// Who is not in it, and why.
    pub(super) rejected: Vec<(String, String)>,
    pub(super) rejected_more: usize,
}

/// Rules and facts that no plan keeps together.
pub(super) struct Clash {
    pub(super) audits: String,
    /// A fact, and what would free it.
    pub(super) facts: Vec<(String, String)>,
}

/// What came out.
pub(super) struct Planned {
    pub(super) is_whole: bool,
    pub(super) status: String,
    pub(super) cost: Option<String>,
    pub(super) assigned: Vec<Assigned>,
    pub(super) unplaced: Vec<String>,
    pub(super) clashes: Vec<Clash>,
    pub(super) steps: Vec<SaidStep>,
    pub(super) steps_more: usize,
}

/// What the method says in its result, by its English: the record keeps that, and pages say it in the language of their readers.
pub(super) type Texts = BTreeMap<String, Said>;

/// Every text of an answer.
pub(super) fn texts(answer: &Answer) -> Texts {
    let reasons = answer.rejected.iter().map(|rejection| &rejection.reason);
    let facts = answer.clashes.iter().flat_map(|clash| &clash.facts);
    let all = reasons.chain(facts.flat_map(|fact| [&fact.what, &fact.freed_by]));
    all.map(|said| (said.to_string(), said.clone())).collect()
}

/// A text of the result, in the language of the reader and with names in place of ids.
fn said(words: &Words, english: &str, texts: &Texts, names: &BTreeMap<String, String>) -> String {
    let said = texts.get(english).map_or_else(|| english.to_owned(), |said| spoken(words, said));
    with_names(&said, names)
}

impl Planned {
    /// The outcome of the method, by the names of audits and people.
    pub(super) fn of(
        words: &Words,
        outcome: &Outcome,
        names: &BTreeMap<String, String>,
        texts: &Texts,
    ) -> Self {
        let result = &outcome.result;
        let name = |id: &str| names.get(id).cloned().unwrap_or_else(|| id.to_owned());
        let status = text(result, "status");
        let named = |step: &Step| {
            let said = SaidStep::of(words, step);
            SaidStep {
                what: with_names(&said.what, names),
                working: with_names(&said.working, names),
                ..said
            }
        };
        let unplaced = rows(result, "unplaced").iter().filter_map(Value::as_str).map(name);
        Self {
            is_whole: matches!(status.as_str(), "optimal" | "feasible"),
            status: words.word("Assignment", &status),
            // Without daily rates the figures weigh workload alone, and are no cost.
            cost: result
                .pointer("/costs/fees")
                .and_then(Value::as_i64)
                .filter(|fees| *fees > 0)
                .map(|fees| words.number(format!("{}.{:02}", fees / 100, fees % 100))),
            assigned: rows(result, "assignments")
                .iter()
                .map(|one| assigned(words, result, one, names, texts))
                .collect(),
            unplaced: unplaced.collect(),
            clashes: rows(result, "clashes")
                .iter()
                .map(|clash| clash_of(words, clash, names, texts))
                .collect(),
            steps: outcome.sheet.steps.iter().take(STEPS_MAX).map(named).collect(),
            steps_more: outcome.sheet.steps.len().saturating_sub(STEPS_MAX),
        }
    }
}

fn assigned(
    words: &Words,
    result: &Value,
    one: &Value,
    names: &BTreeMap<String, String>,
    texts: &Texts,
) -> Assigned {
    let name = |id: &str| names.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let audit = text(one, "audit");
    let date = |field: &str| {
        text(one, field).parse().map_or_else(|_| text(one, field), |date: Date| words.date(date))
    };
    let of_audit = rows(result, "rejected").iter().filter(|no| text(no, "audit") == audit);
    let rejected: Vec<(String, String)> = of_audit
        .map(|no| (name(&text(no, "auditor")), said(words, &text(no, "reason"), texts, names)))
        .collect();
    Assigned {
        title: name(&audit),
        href: format!("/records/planned_audit/{audit}"),
        from: date("start"),
        to: date("end"),
        members: rows(one, "members")
            .iter()
            .map(|seat| (name(&text(seat, "auditor")), words.word("TeamRole", &text(seat, "role"))))
            .collect(),
        rejected_more: rejected.len().saturating_sub(REJECTED_MAX),
        rejected: rejected.into_iter().take(REJECTED_MAX).collect(),
    }
}

fn clash_of(words: &Words, clash: &Value, names: &BTreeMap<String, String>, texts: &Texts) -> Clash {
    let audits = rows(clash, "audits").iter().filter_map(Value::as_str);
    let audits: Vec<String> =
        audits.map(|id| names.get(id).cloned().unwrap_or_else(|| id.to_owned())).collect();
    let fact = |fact: &Value| {
        let said = |field: &str| said(words, &text(fact, field), texts, names);
        (said("what"), said("freed_by"))
    };
    Clash { audits: audits.join(", "), facts: rows(clash, "facts").iter().map(fact).collect() }
}
