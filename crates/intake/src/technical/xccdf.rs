//! XCCDF results, by themselves, in a benchmark, or in ARF.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{Came, Reported, Taker, Weight};
use crate::xml::{Xml, attribute, referenced};
use crate::{Limits, Unreadable};

/// What a rule of the benchmark says of itself.
#[derive(Default)]
struct Rule {
    title: String,
    severity: String,
}

/// A result as it stands, before the rules are known.
#[derive(Default)]
struct Outcome {
    rule: String,
    severity: String,
    result: String,
    target: String,
}

/// Outcomes that are held until the rules are known, at most.
const HELD_MAX: usize = 1_000_000;

pub(super) fn read(text: &str, limits: &Limits, taker: &mut Taker) -> Result<(), Unreadable> {
    let mut xml = Xml::new(text, "the XCCDF file", limits);
    let mut rules: HashMap<String, Rule> = HashMap::new();
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut rule: Option<(String, Rule)> = None;
    let mut outcome: Option<Outcome> = None;
    let mut target = String::new();
    let mut in_results = false;
    let mut open = "";
    let mut words = String::new();
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let of = |name: &str| attribute(&element, name).unwrap_or_default();
                words.clear();
                open = "";
                match element.local_name().as_ref() {
                    "Rule" => rule = Some((of("id"), Rule { severity: of("severity"), ..Rule::default() })),
                    "TestResult" => {
                        in_results = true;
                        target.clear();
                        taker.tool(&of("test-system"), None);
                        let (end, start) = (of("end-time"), of("start-time"));
                        taker.made(Some(if end.is_empty() { &start } else { &end }));
                    }
                    "rule-result" => {
                        outcome = Some(Outcome {
                            rule: of("idref"),
                            severity: of("severity"),
                            target: target.clone(),
                            ..Outcome::default()
                        });
                    }
                    "title" if rule.is_some() => open = "title",
                    "target" if in_results && outcome.is_none() => open = "target",
                    "result" if outcome.is_some() => open = "result",
                    _ => {}
                }
            }
            Event::Text(more) if !open.is_empty() => words.push_str(&more),
            Event::CData(more) if !open.is_empty() => words.push_str(&more),
            Event::GeneralRef(reference) if !open.is_empty() => words.extend(referenced(&reference)),
            Event::End(element) => {
                let said = words.trim();
                match (open, rule.as_mut(), outcome.as_mut()) {
                    // The first is the title of the rule; what is nested in it may have others.
                    ("title", Some((_, rule)), _) if rule.title.is_empty() => {
                        said.clone_into(&mut rule.title)
                    }
                    ("target", ..) => said.clone_into(&mut target),
                    ("result", _, Some(outcome)) => said.clone_into(&mut outcome.result),
                    _ => {}
                }
                open = "";
                match element.local_name().as_ref() {
                    "Rule" => rules.extend(rule.take()),
                    "rule-result" if outcomes.len() < HELD_MAX => outcomes.extend(outcome.take()),
                    "TestResult" => in_results = false,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    for outcome in outcomes {
        // What the profile left out was not tested and says nothing.
        if outcome.result != "notselected" {
            taker.take(outcome.reported(&rules));
        }
    }
    Ok(())
}

impl Outcome {
    fn reported(self, rules: &HashMap<String, Rule>) -> Reported {
        let rule = rules.get(&self.rule);
        let severity = if self.severity.is_empty() {
            rule.map(|rule| rule.severity.clone()).unwrap_or_default()
        } else {
            self.severity
        };
        let came = match self.result.as_str() {
            "pass" | "fixed" => Came::Passed,
            "fail" => Came::Failed,
            _ => Came::Neither,
        };
        Reported {
            title: rule.map(|rule| rule.title.clone()).unwrap_or_default(),
            check: self.rule,
            weight: Weight::of_word(&severity),
            said: format!("{severity}, {}", self.result).trim_start_matches(", ").to_owned(),
            came,
            target: self.target,
            place: String::new(),
            since: None,
        }
    }
}
