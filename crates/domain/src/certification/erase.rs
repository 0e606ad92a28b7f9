//! Erasing after retention: values go, the proof that they were there stays (ISO 19011:2018 5.5.7, 6.6).

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{Complaint, Erasure};
use crate::audit::{Audit, AuditState, InfoRequest, Meeting, Message, Plan, SpotSignature};
use crate::auditor::{Appraisal, Person, Relation};
use crate::claim::ClaimSet;
use crate::criteria::Wording;
use crate::document::TemplateChoice;
use crate::evidence::{Evidence, EvidenceForm, Note, Paper, TrailCase};
use crate::field::{FieldAct, Loan, taken_by};
use crate::finding::Finding;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, ErasureId, EvidenceId, PersonId, WordingId};
use crate::kernel::macros::{command, data, event, states};
use crate::kernel::record::{Key, Record, World};
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Sha256, Text};
use crate::method::{Draw, MethodUse};
use crate::programme::Programme;
use crate::registry::Event;
use crate::report::{Report, ReportState};
use crate::texts::TextUse;

rules! {
    ERASE_RETENTION = "erase.retention", "ISO 19011:2018 5.5.7", "records kept until their retention is over";
    ERASE_HOLD = "erase.hold", "house rule", "no erasure while a legal hold lasts";
    ERASE_OVER = "erase.over", "ISO 19011:2018 6.6", "erasure of an audit that is over";
    ERASE_IN_USE = "erase.in_use", "ISO 19011:2018 5.5.7", "erasure of a person who is in no audit that goes on";
}

states! {
    /// What is erased.
    pub enum Scope {
        /// A whole audit: its record and everything that belongs to it.
        Audit = "audit" {
            /// The audit.
            audit: AuditId,
        },
        /// A person, their appraisals, relations and signatures on the spot. Records of others go on naming the id.
        Person = "person" {
            /// The person.
            person: PersonId,
        },
        /// One piece of evidence, also before the audit's retention is over: the auditee may demand it back.
        Evidence = "evidence" {
            /// The evidence.
            evidence: EvidenceId,
        },
        /// The wording of a requirement, attached or removed: a licence that has ended may demand it.
        Wording = "wording" {
            /// The wording.
            wording: WordingId,
        },
    }
}

data! {
    /// The key of a record that is erased.
    pub struct ErasedRecord {
        /// Its kind, as its table is named.
        kind: Line,
        /// Its id.
        id: Line,
    }
}

command! {
    /// Erases on a named authority. The values, their salts, the rows, the extracted text and the blobs that nothing
    /// else refers to go; the entries of the journal stay provable.
    pub struct Erase("record.erase") {
        /// What.
        scope: Scope,
        /// On whose authority.
        authority: Line,
        /// Why.
        reason: Text,
    }
}

event! {
    /// Something was erased.
    pub struct Erased("record.erased" v 1, erasure) {
        /// The erasure.
        erasure: ErasureId,
        /// What.
        scope: Scope,
        /// The records that went.
        records: Vec<ErasedRecord>,
        /// The digests of the files that went, as far as nothing else refers to them.
        blobs: Vec<Sha256>,
        /// On whose authority.
        authority: Line,
        /// Why.
        reason: Text,
    }
}

/// The kinds of record that belong to one audit by a link named `audit`.
#[cfg(test)]
const OF_AUDIT: &[crate::kernel::record::Kind] = &[
    crate::kernel::record::Kind::Plan,
    crate::kernel::record::Kind::InfoRequest,
    crate::kernel::record::Kind::Meeting,
    crate::kernel::record::Kind::Message,
    crate::kernel::record::Kind::Paper,
    crate::kernel::record::Kind::Note,
    crate::kernel::record::Kind::Evidence,
    crate::kernel::record::Kind::Finding,
    crate::kernel::record::Kind::Report,
    crate::kernel::record::Kind::Complaint,
    crate::kernel::record::Kind::Appraisal,
    crate::kernel::record::Kind::MethodUse,
    crate::kernel::record::Kind::Draw,
    crate::kernel::record::Kind::ClaimSet,
    crate::kernel::record::Kind::TrailCase,
    crate::kernel::record::Kind::TextUse,
    crate::kernel::record::Kind::TemplateChoice,
    crate::kernel::record::Kind::Loan,
    crate::kernel::record::Kind::FieldAct,
    crate::kernel::record::Kind::SpotSignature,
];

fn keys<R: Record>(
    world: &World,
    name: &'static str,
    target: impl crate::kernel::id::Id,
) -> Result<Vec<Key>, Stop> {
    Ok(world.list::<R>(name, target)?.into_iter().map(|record| Key::of(record.id())).collect())
}

fn audit_keys(world: &World, audit: AuditId) -> Result<Vec<Key>, Stop> {
    let mut all = vec![Key::of(audit)];
    all.extend(keys::<Plan>(world, "audit", audit)?);
    all.extend(keys::<InfoRequest>(world, "audit", audit)?);
    all.extend(keys::<Meeting>(world, "audit", audit)?);
    all.extend(keys::<Message>(world, "audit", audit)?);
    all.extend(keys::<Paper>(world, "audit", audit)?);
    all.extend(keys::<Note>(world, "audit", audit)?);
    all.extend(keys::<Evidence>(world, "audit", audit)?);
    all.extend(keys::<Finding>(world, "audit", audit)?);
    all.extend(keys::<Report>(world, "audit", audit)?);
    all.extend(keys::<Complaint>(world, "audit", audit)?);
    all.extend(keys::<Appraisal>(world, "audit", audit)?);
    all.extend(keys::<MethodUse>(world, "audit", audit)?);
    all.extend(keys::<Draw>(world, "audit", audit)?);
    all.extend(keys::<ClaimSet>(world, "audit", audit)?);
    all.extend(keys::<TrailCase>(world, "audit", audit)?);
    all.extend(keys::<TextUse>(world, "audit", audit)?);
    all.extend(keys::<TemplateChoice>(world, "audit", audit)?);
    all.extend(keys::<Loan>(world, "audit", audit)?);
    all.extend(keys::<FieldAct>(world, "audit", audit)?);
    all.extend(keys::<SpotSignature>(world, "audit", audit)?);
    Ok(all)
}

fn audit_blobs(world: &World, audit: AuditId) -> Result<BTreeSet<Sha256>, Stop> {
    let mut blobs = BTreeSet::new();
    for evidence in world.list::<Evidence>("audit", audit)? {
        if let EvidenceForm::Taken { sha256, .. } = &evidence.form {
            blobs.insert(sha256.clone());
        }
    }
    for report in world.list::<Report>("audit", audit)? {
        match &report.state {
            ReportState::Issued { pdf, .. } => blobs.insert(pdf.clone()),
            ReportState::Replaced { replaced_pdf, .. } => blobs.insert(replaced_pdf.clone()),
            ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => false,
        };
    }
    for loan in world.list::<Loan>("audit", audit)? {
        blobs.extend(loan.returns.iter().map(|home| home.journal.clone()));
    }
    // Of one that was settled too: its file lies where it came.
    let acts = world.list::<FieldAct>("audit", audit)?;
    blobs.extend(acts.into_iter().filter_map(taken_by).map(|take| take.sha256));
    Ok(blobs)
}

fn no_hold(audit: &Audit, check: &mut Check) {
    for hold in audit.holds.iter().filter(|hold| hold.lifted.is_none()) {
        check.refuse(
            Refusal::new(
                &ERASE_HOLD,
                say!("the legal hold `{key}` lasts: {reason}", key = &hold.key, reason = &hold.reason),
                "have it lifted first with `audit.lift_hold`",
            )
            .at("/scope"),
        );
    }
}

fn audit_over(world: &World, audit: &Audit, ctx: &Ctx, check: &mut Check) -> Result<(), Stop> {
    no_hold(audit, check);
    let days = world.get::<Programme>(audit.programme)?.policy.retention_days;
    let retained = match &audit.state {
        AuditState::Completed { .. } => audit.completion.as_ref().map(|completion| completion.retain_until),
        // Nobody has set a day for an audit that was stopped: the policy's time runs from the stop.
        AuditState::Cancelled { cancelled: stopped, .. }
        | AuditState::Terminated { terminated: stopped, .. }
        | AuditState::NotFeasible { stopped } => Some(stopped.at.date().plus_days(days)),
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. } => {
            check.refuse(
                Refusal::new(
                    &ERASE_OVER,
                    say!("the audit is `{state}`", state = &audit.state),
                    "complete, cancel or terminate it first",
                )
                .at("/scope"),
            );
            None
        }
    };
    if let Some(until) = retained {
        check.that(
            until < ctx.today(),
            &ERASE_RETENTION,
            "/scope",
            say!("the records are kept until {until}", until),
            "wait until retention is over",
        );
    }
    Ok(())
}

impl Decide for Erase {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let mut check = Check::new();
        let (keys, blobs) = match &self.scope {
            Scope::Audit { audit } => {
                audit_over(world, world.get::<Audit>(*audit)?, ctx, &mut check)?;
                (audit_keys(world, *audit)?, audit_blobs(world, *audit)?)
            }
            Scope::Person { person } => {
                world.get::<Person>(*person)?;
                for audit in world.list::<Audit>("people", *person)? {
                    no_hold(audit, &mut check);
                    let running = !matches!(
                        audit.state,
                        AuditState::Completed { .. }
                            | AuditState::Cancelled { .. }
                            | AuditState::Terminated { .. }
                            | AuditState::NotFeasible { .. }
                    );
                    check.that(
                        !running,
                        &ERASE_IN_USE,
                        "/scope",
                        say!(
                            "the person is in the audit `{title}`, which is `{state}`",
                            title = &audit.title,
                            state = &audit.state
                        ),
                        "dismiss them from it, or complete it first",
                    );
                }
                let mut all = vec![Key::of(*person)];
                all.extend(self::keys::<Appraisal>(world, "person", *person)?);
                all.extend(self::keys::<Relation>(world, "person", *person)?);
                // What a hand drew is the person's, wherever it stands.
                all.extend(self::keys::<SpotSignature>(world, "person", *person)?);
                (all, BTreeSet::new())
            }
            Scope::Evidence { evidence } => {
                let evidence = world.get::<Evidence>(*evidence)?;
                if let Some(audit) = world.find::<Audit>(evidence.audit)? {
                    no_hold(audit, &mut check);
                }
                let blob = match &evidence.form {
                    EvidenceForm::Taken { sha256, .. } => Some(sha256.clone()),
                    EvidenceForm::Seen { .. } => None,
                };
                (vec![Key::of(evidence.id)], blob.into_iter().collect())
            }
            Scope::Wording { wording } => {
                (vec![Key::of(world.get::<Wording>(*wording)?.id)], BTreeSet::new())
            }
        };
        check.done()?;
        Ok(vec![
            Erased {
                erasure: ctx.id()?,
                scope: self.scope.clone(),
                records: keys.iter().filter_map(erased_record).collect(),
                blobs: blobs.into_iter().collect(),
                authority: self.authority.clone(),
                reason: self.reason.clone(),
            }
            .into(),
        ])
    }
}

fn erased_record(key: &Key) -> Option<ErasedRecord> {
    Some(ErasedRecord {
        kind: key.kind.word().parse().ok()?,
        id: key.id.hyphenated().to_string().parse().ok()?,
    })
}

impl ErasedRecord {
    /// The key it names.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        Some(Key { kind: self.kind.as_str().parse().ok()?, id: Uuid::parse_str(self.id.as_str()).ok()? })
    }
}

impl Apply for Erased {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        for record in &self.records {
            let key = record.key().ok_or_else(|| Corrupt::new("an erasure names no record"))?;
            world.remove(key);
        }
        let what = match &self.scope {
            Scope::Audit { audit } => format!("audit {audit}"),
            Scope::Person { person } => format!("person {person}"),
            Scope::Evidence { evidence } => format!("evidence {evidence}"),
            Scope::Wording { wording } => format!("wording {wording}"),
        };
        world.add(Erasure {
            id: self.erasure,
            what: what.parse().map_err(|_| Corrupt::new("an erasure has no name"))?,
            authority: self.authority.clone(),
            reason: self.reason.clone(),
            stamp: stamp.clone(),
        })
    }
}

impl Scope {
    /// The record that is erased, whose entries lose their values.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Audit { audit } => Key::of(*audit),
            Self::Person { person } => Key::of(*person),
            Self::Evidence { evidence } => Key::of(*evidence),
            Self::Wording { wording } => Key::of(*wording),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::record::Kind;

    #[test]
    fn every_kind_that_belongs_to_an_audit_is_erased_with_it() {
        for kind in Kind::ALL {
            let belongs = kind.links().contains(&"audit");
            assert_eq!(OF_AUDIT.contains(kind), belongs, "{kind}");
        }
    }
}
