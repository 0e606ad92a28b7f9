//! Claims: each rule done and refused.

use serde_json::{Value, json};

use super::{ClaimSet, ClaimsState, take};
use crate::evidence;
use crate::kernel::id::{ClaimSetId, PersonId};
use crate::testing::carry::Carried;
use crate::testing::{refused_at, refused_by};

fn claim(place: &str) -> Value {
    json!({ "place": place, "requirement": { "criteria": "ISO/IEC 27001:2022+A1:2024", "id": "6.1.2" }, "reference": "6.1.2",
        "title": "Risks are assessed", "text": "Every quarter", "says": "Compliant", "weight": null, "owner": null, "due": null })
}

fn taking(audit: &str, evidence: &str, claims: Vec<Value>) -> Value {
    json!({ "audit": audit, "evidence": evidence, "kind": "checklist", "title": "Self-assessment", "source": "The auditee",
        "layout": "columns", "claims": claims })
}

fn taken(carried: &mut Carried, who: PersonId) -> String {
    taken_as(carried, who, "internal")
}

fn taken_as(carried: &mut Carried, who: PersonId, classification: &str) -> String {
    let body = json!({ "audit": carried.audit.to_string(), "name": "self.csv", "sha256": "ab".repeat(32), "bytes": 9,
        "media": "text/csv", "source": "The auditee", "classification": classification });
    carried.done(who, "evidence.take", body)
}

#[test]
fn claims_are_taken_from_a_file_of_the_audit_once_and_withdrawn_whole() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let file = taken(&mut carried, cast.auditor);
    let two = || vec![claim("row 2"), claim("row 3")];
    let secret = taken_as(&mut carried, cast.auditor, "restricted");
    refused_at(
        carried.give(cast.auditor, "claims.take", taking(&audit, &secret, two())),
        &take::CLAIMS_OPEN,
        "/evidence",
    );
    refused_by(
        carried.give(cast.observer, "claims.take", taking(&audit, &file, two())),
        &evidence::FIELDWORK_MEMBER,
    );
    refused_at(
        carried.give(cast.auditor, "claims.take", taking(&audit, &file, vec![])),
        &take::CLAIMS_COUNT,
        "/claims",
    );
    let twice = vec![claim("row 2"), claim("row 2")];
    refused_at(
        carried.give(cast.auditor, "claims.take", taking(&audit, &file, twice)),
        &take::CLAIMS_PLACE,
        "/claims/1/place",
    );

    let set: ClaimSetId =
        carried.done(cast.auditor, "claims.take", taking(&audit, &file, two())).parse().unwrap();
    refused_at(
        carried.give(cast.auditor, "claims.take", taking(&audit, &file, two())),
        &take::CLAIMS_ONCE,
        "/evidence",
    );
    let withdraw = json!({ "claim_set": set.to_string(), "reason": "The wrong file" });
    refused_by(carried.give(cast.observer, "claims.withdraw", withdraw.clone()), &evidence::FIELDWORK_MEMBER);
    carried.done(cast.auditor, "claims.withdraw", withdraw.clone());
    refused_by(carried.give(cast.auditor, "claims.withdraw", withdraw), &take::CLAIMS_STANDING);
    let held = carried.bench.world.get::<ClaimSet>(set).unwrap();
    assert_eq!(held.claims.len(), 2, "what was withdrawn stays visible");
    assert!(matches!(held.state, ClaimsState::Withdrawn { .. }));
    carried.done(cast.auditor, "claims.take", taking(&audit, &file, two()));
}

#[test]
fn what_was_only_seen_and_an_audit_that_is_over_take_no_claims() {
    let mut carried = Carried::initiated();
    let (cast, audit) = (carried.bench.cast, carried.audit.to_string());
    let file = taken(&mut carried, cast.auditor);
    let seen = json!({ "audit": audit, "name": "Screen", "what": "A list", "place": "Room 2", "seen_at": "2026-03-02T09:00:00Z",
        "seen_by": cast.auditor.to_string(), "sha256": null, "source": "The auditee", "classification": "internal" });
    let seen = carried.done(cast.auditor, "evidence.record_seen", seen);
    refused_at(
        carried.give(cast.auditor, "claims.take", taking(&audit, &seen, vec![claim("row 2")])),
        &take::CLAIMS_SOURCE,
        "/evidence",
    );
    carried.done(cast.manager, "audit.cancel", json!({ "audit": audit, "reason": "The auditee moved" }));
    refused_by(
        carried.give(cast.auditor, "claims.take", taking(&audit, &file, vec![claim("row 2")])),
        &evidence::AUDIT_OVER,
    );
}
