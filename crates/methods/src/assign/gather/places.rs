//! Whom other audits keep, and which places beside the auditors these audits have.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::Period;
use assize_domain::words::TeamRole;

use super::super::problem::{Auditor, PlannedAudit, Weights};
use super::super::sound::{EXTRAS_MAX, ROLES};
use super::{Lack, Promise, Records, SHARING};

/// What an empty learning place counts where there is somebody in training: more than a week of theirs costs in most houses.
const LEARNING_CENTS: u32 = 1_000_000;

/// Counts the days that people are promised to other audits in the time of these: those of a plan are kept free, and without a
/// plan the share of the auditor days counts as worked before.
pub(super) fn promised(
    records: &Records<'_>,
    audits: &[PlannedAudit],
    auditors: &mut [Auditor],
    lacking: &mut Vec<Lack>,
) {
    let Some(from) = audits.iter().map(|audit| audit.window.from).min() else { return };
    let to = audits.iter().map(PlannedAudit::window_end).max().unwrap_or(from);
    let staffed: BTreeSet<&str> = audits.iter().map(|audit| audit.id.as_str()).collect();
    let mut elsewhere: BTreeMap<String, Vec<&Promise>> = BTreeMap::new();
    for promise in records.promises {
        let meets = promise.window.from <= to && promise.window.to.is_none_or(|last| last >= from);
        if meets && ROLES.contains(&promise.role) && !staffed.contains(promise.audit.to_string().as_str()) {
            elsewhere.entry(promise.person.to_string()).or_default().push(promise);
        }
    }
    let (mut kept, mut shared) = (Vec::new(), Vec::new());
    for auditor in auditors {
        let mut days = 0_u32;
        for promise in elsewhere.get(auditor.id.as_str()).into_iter().flatten() {
            let note = if promise.on.is_empty() { &mut shared } else { &mut kept };
            note.push(auditor.id.to_string());
            days += match u32::try_from(promise.on.len()) {
                Ok(dated) if dated > 0 => dated,
                _ => share(records, promise),
            };
            auditor.away.extend(promise.on.iter().map(|day| Period { from: *day, to: Some(*day) }));
        }
        auditor.days_before = (days > 0).then(|| u16::try_from(days).unwrap_or(u16::MAX));
    }
    let notes = [
        (
            kept,
            say!("people in the plans of other audits"),
            say!("they are kept free on the days of those plans"),
        ),
        (
            shared,
            say!("people in the teams of other audits that have no plan"),
            say!("their share of the auditor days counts as worked before; no day is kept free for it"),
        ),
    ];
    for (mut of, what, taken) in notes.into_iter().filter(|(of, ..)| !of.is_empty()) {
        of.dedup();
        lacking.push(Lack { field: "days_before", what, taken, of });
    }
}

/// The days of somebody in an audit without a plan: the auditor days, shared by leader and auditors, a begun day as a whole one.
/// Whoever accompanies them is there as long.
fn share(records: &Records<'_>, promise: &Promise) -> u32 {
    let sharing = records
        .promises
        .iter()
        .filter(|other| other.audit == promise.audit && SHARING.contains(&other.role))
        .count();
    let sharing = u32::try_from(sharing).unwrap_or(u32::MAX).max(1);
    promise.days_planned.hundredths().div_ceil(100).div_ceil(sharing)
}

/// Opens places for technical experts whose areas an audit asks for, and a learning place where somebody is in training; answers
/// the weights by which such places are filled.
pub(super) fn open(
    audits: &mut [PlannedAudit],
    auditors: &[Auditor],
    lacking: &mut Vec<Lack>,
) -> Option<Weights> {
    let experts = auditors.iter().filter(|auditor| auditor.roles.contains(&TeamRole::TechnicalExpert));
    let brought: BTreeSet<&Slug> =
        experts.flat_map(|expert| &expert.competences).map(|competence| &competence.area).collect();
    let by_auditors: BTreeSet<&Slug> = auditors
        .iter()
        .filter(|auditor| auditor.roles.iter().any(|role| SHARING.contains(role)))
        .flat_map(|auditor| &auditor.competences)
        .map(|competence| &competence.area)
        .collect();
    let learns = auditors.iter().any(|auditor| auditor.roles.contains(&TeamRole::Trainee));
    let mut called = Vec::new();
    for audit in audits.iter_mut() {
        let alone = audit
            .competences
            .iter()
            .filter(|area| brought.contains(area) && !by_auditors.contains(area))
            .count();
        let any = usize::from(audit.competences.iter().any(|area| brought.contains(area)));
        let wanted = u8::try_from(alone.max(any)).unwrap_or(EXTRAS_MAX).min(EXTRAS_MAX);
        if wanted > audit.experts_max.unwrap_or(0) {
            audit.experts_max = Some(wanted);
            called.push(audit.id.to_string());
        }
        audit.learning_places = audit.learning_places.map(|places| places.max(u8::from(learns)));
    }
    if !called.is_empty() {
        lacking.push(Lack {
            field: "experts_max",
            what: say!("how many technical experts may come"),
            taken: say!("as many as bring areas that no auditor brings, and one where any does"),
            of: called,
        });
    }
    if !learns {
        return None;
    }
    lacking.push(Lack {
        field: "learning_places",
        what: say!("places for auditors in training"),
        taken: say!("one in each audit"),
        of: audits.iter().map(|audit| audit.id.to_string()).collect(),
    });
    lacking.push(Lack {
        field: "weights",
        what: say!("what the wishes weigh"),
        taken: say!(
            "the method's own weights, and {cents} cents for an empty learning place",
            cents = LEARNING_CENTS
        ),
        of: Vec::new(),
    });
    Some(Weights { learning_cents: LEARNING_CENTS, ..Weights::default() })
}
