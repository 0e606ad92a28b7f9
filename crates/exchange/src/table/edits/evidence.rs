//! The evidence of an audit: how sensitive it is, and a step in its chain of custody.
//!
//! All else is what the evidence was when it was taken or seen, and stays that (ISO 19011:2018 6.4.7): a changed cell is refused, and not left
//! aside as in other tables, so that nobody believes that a file has another name, digest or source now.

use assize_domain::World;
use assize_domain::evidence::Evidence;
use assize_domain::kernel::id::EvidenceId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::words::Classification;
use serde_json::json;

use super::{Deed, RowPlan, Speech, Wrong, some};
use crate::table::came::{Came, CameRow, Stands};
use crate::table::{Edit, Wording};

/// Evidence: classified anew, and what was done with it.
///
/// # Errors
/// [`Stop::Need`].
pub fn evidence<W: Wording>(
    world: &World,
    came: &Came,
    speech: &Speech<'_, W>,
) -> Result<Vec<RowPlan>, Stop> {
    world.want(came.differing.iter().filter_map(|row| row.id.parse::<EvidenceId>().ok()))?;
    let mut plans = Vec::with_capacity(came.differing.len());
    for row in &came.differing {
        let evidence = match row.id.parse::<EvidenceId>() {
            Ok(id) => world.find::<Evidence>(id)?,
            Err(_) => None,
        };
        let mut plan = RowPlan::of(came, row, evidence.map_or("", |evidence| evidence.name().as_str()));
        match (evidence, &row.stands) {
            (_, Stands::New) => plan.flaw(None, Wrong::New),
            (Some(evidence), Stands::Present { .. } | Stands::Stale { .. } | Stands::Unversioned { .. }) => {
                for cell in row.cells.iter().filter(|cell| cell.edit == Edit::Fixed) {
                    plan.flaw(Some(cell.column), Wrong::Fact);
                }
                classified(row, evidence, speech, &mut plan);
                in_custody(row, evidence, &mut plan);
            }
            (_, Stands::Twice | Stands::Unknown) | (None, _) => {}
        }
        plans.push(plan);
    }
    Ok(plans)
}

fn classified<W: Wording>(row: &CameRow, evidence: &Evidence, speech: &Speech<'_, W>, plan: &mut RowPlan) {
    let reason = row.to("classification_reason").unwrap_or_default();
    let Some(text) = row.to("classification") else {
        if !reason.is_empty() {
            plan.flaw(Some("classification_reason"), Wrong::Alone);
        }
        return;
    };
    let word = match text {
        "" => Err(Wrong::Cleared),
        text => speech.word("Classification", Classification::WORDS, text),
    };
    if let Some(word) = plan.read("classification", word) {
        let body =
            json!({ "evidence": evidence.id().to_string(), "classification": word, "reason": some(reason) });
        plan.deeds.push(Deed { expected: row.version, ..Deed::new("evidence.classify", body) });
    }
}

fn in_custody(row: &CameRow, evidence: &Evidence, plan: &mut RowPlan) {
    let said = |column: &str| row.to(column).unwrap_or_default();
    let (what, remark) = (said("new_custody"), said("new_custody_remark"));
    if what.is_empty() {
        if !remark.is_empty() {
            plan.flaw(Some("new_custody_remark"), Wrong::Alone);
        }
        return;
    }
    let body = json!({ "evidence": evidence.id().to_string(), "what": what, "remark": some(remark) });
    plan.deeds.push(Deed::new("evidence.record_custody", body));
}
