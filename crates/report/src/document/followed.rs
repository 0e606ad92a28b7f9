//! Nonconformities: a form for each, and the plan of corrective actions.

use assize_domain::document::{Followed, Nonconformity, Step};
use assize_domain::report_content::Response;

use super::compose::{Page, fact};
use super::model::{Block, Cell, Fact, cell, plain, quiet, strong};
use crate::said::Said;

/// A form for each nonconformity, each on a page of its own.
pub(super) fn nonconformities(page: &mut Page<'_>, followed: &Followed) {
    if followed.nonconformities.is_empty() {
        page.none("doc-no-nonconformities");
    }
    for (index, one) in followed.nonconformities.iter().enumerate() {
        if index > 0 {
            page.blocks.push(Block::Page);
        }
        form(page, one);
    }
}

fn form(page: &mut Page<'_>, one: &Nonconformity) {
    let said = page.said;
    page.heading(
        1,
        said.with("doc-nonconformity", &[("number", &one.number.to_string()), ("title", &one.title)]),
    );
    let mut facts = Vec::new();
    if let Some(grade) = &one.grade {
        facts.push(Fact { name: said.say("grade"), what: vec![vec![strong(grade.clone())]] });
    }
    let lines = |texts: &[String]| texts.iter().map(|text| vec![plain(text.clone())]).collect::<Cell>();
    facts.push(Fact { name: said.say("requirement"), what: lines(&one.requirements) });
    if !one.breaches.is_empty() {
        facts.push(fact(said.say("breaches"), one.breaches.join(", ")));
    }
    facts.push(fact(said.say("doc-raised-by"), by(said, &one.written.by, &one.written.on)));
    facts.push(fact(said.say("status"), &one.state));
    page.blocks.push(Block::Facts(facts));
    page.part(2, "doc-statement");
    page.prose_or(&one.statement, "doc-not-said");
    page.part(2, "objective-evidence");
    page.prose_or(one.objective_evidence.as_deref().unwrap_or_default(), "doc-not-said");
    if !one.evidence.is_empty() {
        page.blocks.push(Block::Items(
            one.evidence.iter().map(|one| format!("{}, {}", one.reference, one.title)).collect(),
        ));
    }
    page.part(2, "answer");
    answer(page, one);
    let due = |of: fn(&assize_domain::document::DueDays) -> &str| one.due.as_ref().map(of);
    step(page, "doc-correction", one.correction.as_ref(), due(|due| &due.plan));
    step(page, "doc-cause", one.cause.as_ref(), due(|due| &due.plan));
    page.part(2, "doc-action");
    match &one.action {
        Some(action) => {
            page.blocks.push(Block::Prose(action.text.clone()));
            let mut facts = vec![
                fact(said.say("owner"), &action.owner),
                fact(said.say("due"), said.day(&action.due)),
                fact(said.say("doc-given-by"), by(said, &action.stamped.by, &action.stamped.on)),
            ];
            facts.extend(
                one.accepted
                    .as_ref()
                    .map(|stamp| fact(said.say("doc-accepted"), by(said, &stamp.by, &stamp.on))),
            );
            page.blocks.push(Block::Facts(facts));
        }
        None => pending(page, due(|due| &due.plan)),
    }
    step(page, "doc-implementation", one.implementation.as_ref(), due(|due| &due.implement));
    step(page, "doc-verification", one.verification.as_ref(), None);
    let effective = one.due.as_ref().and_then(|due| due.effectiveness.as_deref());
    step(page, "doc-effectiveness", one.effectiveness.as_ref(), effective);
    if let Some(closed) = &one.closed {
        let text = said.with("doc-closed", &[("by", &closed.by), ("day", &said.day(&closed.on))]);
        page.blocks.push(Block::Notice(vec![strong(text)]));
    } else {
        page.signatures(&["doc-auditor-signs", "doc-auditee-signs"]);
    }
}

fn answer(page: &mut Page<'_>, one: &Nonconformity) {
    let said = page.said;
    match &one.response {
        Response::None => {
            page.none("unanswered");
            if let Some(due) = &one.due {
                let text = said.with("doc-due", &[("day", &said.day(&due.acknowledge))]);
                page.blocks.push(Block::Para(vec![quiet(text)]));
            }
        }
        Response::Acknowledged { by, on } => {
            let text = said.with("acknowledged", &[("by", by), ("day", &said.day(on))]);
            page.blocks.push(Block::Para(vec![plain(text)]));
        }
        Response::Disputed { by, on, opinion } => {
            let text = said.with("disputed-by", &[("by", by), ("day", &said.day(on))]);
            page.blocks.push(Block::Para(vec![strong(said.say("disputed")), plain(format!(" {text}"))]));
            page.blocks.push(Block::Prose(opinion.clone()));
        }
    }
}

fn step(page: &mut Page<'_>, key: &str, step: Option<&Step>, due: Option<&str>) {
    page.part(2, key);
    match step {
        Some(step) => {
            page.blocks.push(Block::Prose(step.text.clone()));
            page.blocks.push(Block::Para(vec![quiet(by(page.said, &step.stamped.by, &step.stamped.on))]));
        }
        None => pending(page, due),
    }
}

fn pending(page: &mut Page<'_>, due: Option<&str>) {
    let said = page.said;
    let text =
        due.map_or_else(|| said.say("doc-pending"), |day| said.with("doc-due", &[("day", &said.day(day))]));
    page.blocks.push(Block::Para(vec![quiet(text)]));
}

fn by(said: &Said, name: &str, on: &str) -> String {
    format!("{name}, {}", said.day(on))
}

/// One table of all corrective actions, and what stands behind each of them.
pub(super) fn corrective_actions(page: &mut Page<'_>, followed: &Followed) {
    let said = page.said;
    if followed.nonconformities.is_empty() {
        page.none("doc-no-nonconformities");
        return;
    }
    page.part(1, "doc-actions-all");
    let rows = followed.nonconformities.iter().map(|one| {
        let mut title = vec![vec![strong(one.title.clone())]];
        title.extend(one.grade.iter().map(|grade| vec![quiet(grade.clone())]));
        let (action, owner, due) = match &one.action {
            Some(action) => (cell(action.text.clone()), action.owner.clone(), said.day(&action.due)),
            None => {
                let due = one.due.as_ref().map(|due| said.day(&due.plan)).unwrap_or_default();
                (vec![vec![quiet(said.say("doc-pending"))]], String::new(), due)
            }
        };
        vec![cell(one.number.to_string()), title, action, owned(owner, due), cell(one.state.clone())]
    });
    let rows = rows.collect();
    page.table(
        &[("number", 8), ("finding", 26), ("action", 32), ("doc-owner-due", 18), ("status", 16)],
        rows,
    );
    page.part(1, "doc-actions-each");
    for one in &followed.nonconformities {
        page.heading(
            2,
            said.with("doc-nonconformity", &[("number", &one.number.to_string()), ("title", &one.title)]),
        );
        let mut facts = vec![
            fact(said.say("requirement"), one.requirements.join("; ")),
            fact(said.say("doc-statement"), &one.statement),
        ];
        let taken = [("doc-correction", one.correction.as_ref()), ("doc-cause", one.cause.as_ref())];
        let after = [
            ("doc-implementation", one.implementation.as_ref()),
            ("doc-verification", one.verification.as_ref()),
            ("doc-effectiveness", one.effectiveness.as_ref()),
        ];
        facts.extend(taken.into_iter().map(|(key, step)| told(said, key, step)));
        facts.push(match &one.action {
            Some(action) => Fact {
                name: said.say("doc-action"),
                what: vec![
                    vec![plain(action.text.clone())],
                    vec![quiet(format!(
                        "{}, {}",
                        action.owner,
                        said.with("by-day", &[("day", &said.day(&action.due))])
                    ))],
                ],
            },
            None => told(said, "doc-action", None),
        });
        facts.extend(after.into_iter().map(|(key, step)| told(said, key, step)));
        page.blocks.push(Block::Facts(facts));
    }
    page.signatures(&["doc-auditee-signs", "doc-leader-signs"]);
}

/// Who answers for an action, and by when; where nobody does yet, when it is due.
fn owned(owner: String, due: String) -> Cell {
    let owner = (!owner.is_empty()).then(|| vec![plain(owner)]);
    owner.into_iter().chain([vec![quiet(due)]]).collect()
}

fn told(said: &Said, key: &str, step: Option<&Step>) -> Fact {
    let what = match step {
        Some(step) => {
            vec![vec![plain(step.text.clone())], vec![quiet(by(said, &step.stamped.by, &step.stamped.on))]]
        }
        None => vec![vec![quiet(said.say("doc-pending"))]],
    };
    Fact { name: said.say(key), what }
}
