//! What came home from the field: that the journal which the loan's key signed is the one that is kept, that each of its acts is in the record,
//! and that nothing in the record says that it comes from a field whose journal does not have it.

use std::collections::BTreeMap;

use assize_domain::field::{FieldAct, FieldActState, Loan, waiting_id};
use assize_domain::kernel::entry::Entry;
use assize_domain::kernel::id::LoanId;
use assize_domain::kernel::record::Record as _;
use assize_domain::{Key, World};

use super::Pass;
use crate::blobs::Blobs;
use crate::error::StoreError;
use crate::field::{Brought, signed_head};

/// What an entry says of the field that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FromField {
    loan: LoanId,
    number: i64,
    leaf: String,
}

impl FromField {
    /// What stands beside an entry; nothing where it was done in the house, or that was erased.
    pub(super) fn of(entry: &Entry) -> Option<Self> {
        let field = entry.field()?;
        let text = |name: &str| field.get(name).and_then(serde_json::Value::as_str);
        Some(Self {
            loan: text("loan")?.parse().ok()?,
            number: field.get("number")?.as_i64()?,
            leaf: text("leaf")?.to_owned(),
        })
    }
}

/// The acts of fields that entries say they are, with the entries.
#[derive(Debug, Default)]
pub(super) struct Homes(BTreeMap<(LoanId, i64), (String, i64)>);

impl Homes {
    pub(super) fn entry(&mut self, seq: i64, from: FromField) {
        self.0.entry((from.loan, from.number)).or_insert((from.leaf, seq));
    }
}

impl Pass {
    /// Checks what came home against what is in the record.
    pub(super) async fn homes(&mut self, blobs: &Blobs, world: &World) -> Result<(), StoreError> {
        let mut homes = std::mem::take(&mut self.homes).0;
        let mut loans: Vec<&Loan> =
            world.all().filter_map(|(_, found)| Loan::unwrap(&found.record)).collect();
        loans.sort_by_key(|loan| loan.id());
        for loan in loans {
            let Some(last) = loan.returns().last() else { continue };
            let place = format!("loan {}", loan.id());
            // Where the file is missing, or cannot be opened here, that is said with the other files.
            let Ok(Some(journal)) = blobs.get(last.journal.as_str()).await else { continue };
            let Ok(brought) = Brought::read(&journal, loan) else {
                self.verdict.trouble(place, "the journal of the field that is kept cannot be read");
                continue;
            };
            for home in loan.returns() {
                let signed = signed_head(home.checkpoint.as_str(), loan).ok();
                if signed.is_none() || brought.head_at(signed.map_or(0, |head| head.size)) != signed {
                    let what = format!(
                        "the journal of the field is not what its checkpoint of {} acts signs",
                        home.acts
                    );
                    self.verdict.trouble(&place, what);
                }
            }
            for act in &brought.acts {
                let number = act.field.number;
                let waits = world.held(Key::of(waiting_id(loan.id(), number)));
                let waits = waits.and_then(|found| FieldAct::unwrap(&found.record));
                let done = homes.remove(&(loan.id(), number));
                self.verdict.from_field += 1;
                let leaf = act.field.leaf.as_str();
                let what = match (done, waits) {
                    (None, None) => format!("act {number} of the field is neither carried out nor waits"),
                    (None, Some(waits)) if waits.leaf().as_str() != leaf => {
                        format!("act {number} waits as another than it was in the field")
                    }
                    (Some((of, seq)), _) if of != leaf => {
                        format!("entry {seq} says that it is act {number} of the field, and is of another")
                    }
                    (Some((_, seq)), Some(waits))
                        if !matches!(waits.state(), FieldActState::Taken { .. }) =>
                    {
                        format!(
                            "entry {seq} carried act {number} of the field out, on which nobody has decided"
                        )
                    }
                    _ => continue,
                };
                self.verdict.trouble(&place, what);
            }
        }
        for ((loan, number), (_, seq)) in homes {
            let what = format!("says that it is act {number} of loan {loan}, whose journal does not have it");
            // The loan of an erased audit is gone with its journal.
            if world.held(Key::of(loan)).is_some() {
                self.verdict.trouble(format!("journal entry {seq}"), what);
            }
        }
        Ok(())
    }
}
