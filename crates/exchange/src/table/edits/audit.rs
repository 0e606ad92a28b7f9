//! The tables of an audit: working papers, findings in draft, and what the auditee does about nonconformities.

use assize_domain::World;
use assize_domain::audit::Audit;
use assize_domain::auditee::Auditee;
use assize_domain::evidence::{Evidence, Paper};
use assize_domain::finding::Finding;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::{AuditId, FindingId, PaperId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::CriteriaId;
use assize_domain::words::{Evaluation, FindingKind, NoteMethod};
use serde_json::{Value, json};

use super::{Deed, RowPlan, Speech, Wrong, cut, day, needed, person, requirements, some};
use crate::table::Wording;
use crate::table::came::{Came, CameRow};
use crate::table::registers::references;

/// Working papers: evaluated, given to somebody, a note written.
///
/// # Errors
/// [`Stop::Need`].
pub fn papers<W: Wording>(
    world: &World,
    audit: AuditId,
    came: &Came,
    speech: &Speech<'_, W>,
) -> Result<Vec<RowPlan>, Stop> {
    let team: Vec<PersonId> = world.get::<Audit>(audit)?.team().iter().map(|member| member.person).collect();
    world.want(came.differing.iter().filter_map(|row| row.id.parse::<PaperId>().ok()))?;
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let paper = match row.id.parse::<PaperId>() {
            Ok(id) => world.find::<Paper>(id)?,
            Err(_) => None,
        };
        let mut plan = RowPlan::of(came, row, paper.map_or("", |paper| paper.title().as_str()));
        match paper {
            Some(paper) => {
                evaluated(row, paper, speech, &mut plan);
                assigned(world, audit, (&team, row, paper), &mut plan)?;
                noted(row, paper, speech, &mut plan);
            }
            None if plan.is_new => plan.flaw(None, Wrong::New),
            None => {}
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn evaluated<W: Wording>(row: &CameRow, paper: &Paper, speech: &Speech<'_, W>, plan: &mut RowPlan) {
    if !plan.changes(&["evaluation", "reason"]) {
        return;
    }
    let present = paper.state().evaluation();
    let evaluation = match (row.to("evaluation"), present) {
        (Some(""), _) => Err(("evaluation", Wrong::Cleared)),
        (Some(text), _) => {
            speech.word("Evaluation", Evaluation::WORDS, text).map_err(|wrong| ("evaluation", wrong))
        }
        // A reason alone is one of nothing, or would change what was judged.
        (None, _) => Err(("reason", Wrong::Alone)),
    };
    match evaluation {
        Ok(evaluation) => {
            let present = present.and_then(|(_, reason, _)| reason.map(ToString::to_string));
            let reason = row.to("reason").map_or(present.unwrap_or_default(), str::to_owned);
            let body =
                json!({ "paper": paper.id().to_string(), "evaluation": evaluation, "reason": some(&reason) });
            plan.deeds.push(Deed { expected: row.version, ..Deed::new("paper.evaluate", body) });
        }
        Err((column, wrong)) => plan.flaw(Some(column), wrong),
    }
}

fn assigned(
    world: &World,
    audit: AuditId,
    (team, row, paper): (&[PersonId], &CameRow, &Paper),
    plan: &mut RowPlan,
) -> Result<(), Stop> {
    let Some(text) = row.to("assignee") else { return Ok(()) };
    let assignee = if text.is_empty() {
        Some(Value::Null)
    } else {
        let found = person(world, team, text)?;
        plan.read("assignee", found).map(|person| json!(person.to_string()))
    };
    if let Some(assignee) = assignee {
        let body =
            json!({ "audit": audit.to_string(), "papers": [paper.id().to_string()], "assignee": assignee });
        plan.deeds.push(Deed::new("papers.assign", body));
    }
    Ok(())
}

fn noted<W: Wording>(row: &CameRow, paper: &Paper, speech: &Speech<'_, W>, plan: &mut RowPlan) {
    let said = |column: &str| row.to(column).unwrap_or_default();
    let (method, role, note) = (said("new_note_method"), said("new_note_role"), said("new_note"));
    if note.is_empty() {
        if !method.is_empty() {
            plan.flaw(Some("new_note_method"), Wrong::Alone);
        }
        if !role.is_empty() {
            plan.flaw(Some("new_note_role"), Wrong::Alone);
        }
        return;
    }
    let method = if method.is_empty() {
        Err(Wrong::Needed)
    } else {
        speech.word("NoteMethod", NoteMethod::WORDS, method)
    };
    if let Some(method) = plan.read("new_note_method", method) {
        let body =
            json!({ "paper": paper.id().to_string(), "method": method, "role": some(role), "text": note });
        plan.deeds.push(Deed::new("note.write", body));
    }
}

fn finding_of<'w>(world: &'w World, row: &CameRow) -> Result<Option<&'w Finding>, Stop> {
    match row.id.parse::<FindingId>() {
        Ok(id) => world.find::<Finding>(id),
        Err(_) => Ok(None),
    }
}

/// Findings in draft: what they say.
///
/// # Errors
/// [`Stop::Need`].
pub fn findings<W: Wording>(
    world: &World,
    audit: AuditId,
    came: &Came,
    speech: &Speech<'_, W>,
) -> Result<Vec<RowPlan>, Stop> {
    let held = world.get::<Audit>(audit)?;
    let sets: Vec<CriteriaId> =
        held.initiation().as_ref().map(|initiation| initiation.criteria.clone()).unwrap_or_default();
    let evidence = references(&world.list::<Evidence>("audit", audit)?);
    world.want(came.differing.iter().filter_map(|row| row.id.parse::<FindingId>().ok()))?;
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let finding = finding_of(world, row)?;
        let mut plan = RowPlan::of(came, row, finding.map_or("", |finding| finding.text().title.as_str()));
        if finding.is_none() && plan.is_new {
            plan.flaw(None, Wrong::New);
        }
        if let Some(finding) = finding {
            let text = finding.text();
            // Where the finding names one set, or the audit has one, an id alone is of that.
            let of_finding = text.requirements.first().map(|one| &one.criteria);
            let one_set = text.requirements.iter().all(|one| Some(&one.criteria) == of_finding);
            let usual = of_finding.filter(|_| one_set).or(sets.first().filter(|_| sets.len() == 1));
            let mut body = text.to_json();
            let mut changed = false;
            for cell in row.cells.iter().filter(|cell| cell.edit == crate::table::Edit::Open) {
                let value = match cell.column {
                    "kind" => {
                        speech.word("FindingKind", FindingKind::WORDS, &cell.to).map(|word| json!(word))
                    }
                    "grade" | "objective_evidence" => Ok(some(&cell.to)),
                    "requirements" => requirements(&cell.to, &sets, usual)
                        .map(|all| all.iter().map(assize_domain::kernel::datum::Datum::to_json).collect()),
                    "breaches" => Ok(parts(&cell.to).map(Value::from).collect()),
                    "evidence" => parts(&cell.to.replace(',', ";"))
                        .map(|part| {
                            let found = evidence.iter().find(|(_, name)| *name == part);
                            found
                                .map(|(id, _)| json!(id.to_string()))
                                .ok_or_else(|| Wrong::NoEvidence(cut(part)))
                        })
                        .collect(),
                    _ => needed(&cell.to),
                };
                if let (Some(value), Some(object)) = (plan.read(cell.column, value), body.as_object_mut()) {
                    object.insert(cell.column.to_owned(), value);
                    changed = true;
                }
            }
            if changed {
                let body = json!({ "finding": finding.id().to_string(), "text": body });
                plan.deeds.push(Deed { expected: row.version, ..Deed::new("finding.edit", body) });
            }
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Nonconformities: correction, root cause and plan, as the auditee gives them.
///
/// # Errors
/// [`Stop::Need`].
pub fn nonconformities(world: &World, audit: AuditId, came: &Came) -> Result<Vec<RowPlan>, Stop> {
    let auditee = *world.get::<Audit>(audit)?.auditee();
    let contacts: Vec<PersonId> =
        world.get::<Auditee>(auditee)?.contacts().iter().map(|contact| contact.person).collect();
    world.want(came.differing.iter().filter_map(|row| row.id.parse::<FindingId>().ok()))?;
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let finding = finding_of(world, row)?;
        let mut plan = RowPlan::of(came, row, finding.map_or("", |finding| finding.text().title.as_str()));
        match finding {
            Some(finding) => follow(world, (&contacts, row, finding), &mut plan)?,
            None if plan.is_new => plan.flaw(None, Wrong::New),
            None => {}
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn follow(
    world: &World,
    (contacts, row, finding): (&[PersonId], &CameRow, &Finding),
    plan: &mut RowPlan,
) -> Result<(), Stop> {
    let id = finding.id().to_string();
    for (column, command) in [("correction", "finding.correct"), ("cause", "finding.give_cause")] {
        let Some(text) = row.to(column) else { continue };
        let said = if text.is_empty() { Err(Wrong::Cleared) } else { Ok(json!(text)) };
        if let Some(text) = plan.read(column, said) {
            plan.deeds.push(Deed::new(command, json!({ "finding": id, "text": text, "evidence": [] })));
        }
    }
    if plan.changes(&["action", "owner", "action_due"]) {
        let held = finding.action().as_ref();
        let text = match row.to("action") {
            Some(text) => needed(text),
            None => held.map(|action| json!(action.text.as_str())).ok_or(Wrong::Needed),
        };
        let owner = match row.to("owner") {
            Some("") => Err(Wrong::Needed),
            Some(name) => person(world, contacts, name)?,
            None => held.map(|action| action.owner).ok_or(Wrong::Needed),
        };
        let due = match row.to("action_due") {
            Some(text) => day(text),
            None => held.map(|action| action.due.to_string()).ok_or(Wrong::Needed),
        };
        let (text, owner, due) =
            (plan.read("action", text), plan.read("owner", owner), plan.read("action_due", due));
        if let (Some(text), Some(owner), Some(due)) = (text, owner, due) {
            let body = json!({ "finding": id, "text": text, "owner": owner.to_string(), "due": due });
            plan.deeds.push(Deed::new("finding.plan_action", body));
        }
    }
    // The first of them is given on what the table was written from; those after it, on what that came to.
    if let Some(first) = plan.deeds.first_mut() {
        first.expected = row.version;
    }
    Ok(())
}
