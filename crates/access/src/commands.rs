//! What each command is an instance of, and the record that it acts on: so that who has no business with a record can give
//! no command on it. Which of those who have may take which step of an audit, and when, the law says itself.

use assize_domain::Kind;
use assize_domain::kernel::record::Key;
use serde_json::Value;
use uuid::Uuid;

use crate::Action;
use crate::Action::{Administer, Answer, Audit, Decide, Keep, Lead, Manage, Own};

/// A command: what it is an instance of, and on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The command's name.
    pub name: &'static str,
    /// Whoever may do one of these with the record may give the command.
    pub actions: &'static [Action],
    /// Where the command names its record, as a JSON pointer into its body, and of which kind that is: the first that is
    /// given. Where none is, or none is listed, it acts on the organization.
    pub on: &'static [(&'static str, Kind)],
}

/// What a command acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A record.
    Record(Key),
    /// The organization as a whole.
    Organization,
    /// What should name the record names none: at this place, a record of this kind.
    Unreadable(&'static str, Kind),
}

impl Deed {
    /// What the command acts on, by its body.
    #[must_use]
    pub fn named(&self, body: &Value) -> Named {
        for (at, kind) in self.on {
            match body.pointer(at) {
                None | Some(Value::Null) => {}
                Some(Value::String(id)) => {
                    return match Uuid::parse_str(id) {
                        Ok(id) => Named::Record(Key { kind: *kind, id }),
                        Err(_) => Named::Unreadable(at, *kind),
                    };
                }
                Some(_) => return Named::Unreadable(at, *kind),
            }
        }
        Named::Organization
    }
}

/// The deed of a command; nothing where there is no such command.
#[must_use]
pub fn deed_of(name: &str) -> Option<&'static Deed> {
    DEEDS.iter().find(|deed| deed.name == name)
}

const fn deed(name: &'static str, actions: &'static [Action], on: &'static [(&'static str, Kind)]) -> Deed {
    Deed { name, actions, on }
}

/// Every command. A test holds it against the law's own list.
#[rustfmt::skip]
pub const DEEDS: &[Deed] = &[
    deed("access.grant", &[Administer, Manage], &[("/over/audit", Kind::Audit), ("/over/programme", Kind::Programme)]),
    deed("access.withdraw", &[Own, Administer, Manage], &[("/access_grant", Kind::AccessGrant)]),
    deed("criteria.adopt", &[Keep], &[("/auditee", Kind::Auditee)]),
    deed("criteria.retire", &[Keep], &[("/criteria_set", Kind::CriteriaSet)]),
    deed("mapping.adopt", &[Keep], &[]),
    deed("mapping.retire", &[Keep], &[("/mapping", Kind::Mapping)]),
    deed("wording.attach", &[Keep], &[]),
    deed("wording.remove", &[Keep], &[("/wording", Kind::Wording)]),
    deed("method.record", &[Audit, Manage], &[("/audit", Kind::Audit), ("/programme", Kind::Programme)]),
    deed("draw.declare", &[Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("draw.seed", &[Audit, Manage], &[("/draw", Kind::Draw)]),
    deed("draw.record", &[Audit, Manage], &[("/draw", Kind::Draw)]),
    deed("draw.replace", &[Audit, Manage], &[("/draw", Kind::Draw)]),
    deed("draw.abandon", &[Audit, Manage], &[("/draw", Kind::Draw)]),
    deed("claims.take", &[Audit], &[("/audit", Kind::Audit)]),
    deed("claims.withdraw", &[Audit], &[("/claim_set", Kind::ClaimSet)]),
    deed("table_in.take", &[Audit, Answer, Manage], &[("/audit", Kind::Audit)]),
    deed("list_in.take", &[Own, Keep, Manage, Audit], &[("/programme", Kind::Programme), ("/auditee", Kind::Auditee), ("/person", Kind::Person)]),
    deed("table.adopt", &[Keep], &[]),
    deed("table.retire", &[Keep], &[("/method_table", Kind::MethodTable)]),
    deed("text.adopt", &[Keep], &[]),
    deed("text.retire", &[Keep], &[("/house_text", Kind::HouseText)]),
    deed("text.take", &[Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("template.adopt", &[Keep], &[]),
    deed("template.retire", &[Keep], &[("/template", Kind::Template)]),
    deed("template.choose", &[Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("field.lend", &[Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("field.revoke", &[Lead, Manage], &[("/loan", Kind::Loan)]),
    deed("field.bring", &[Audit, Manage], &[("/loan", Kind::Loan)]),
    deed("field.wait", &[Audit, Manage], &[("/loan", Kind::Loan)]),
    deed("field.take", &[Lead, Manage], &[("/field_act", Kind::FieldAct)]),
    deed("field.settle", &[Lead, Manage], &[("/field_act", Kind::FieldAct)]),
    deed("complaint.receive", &[Own, Answer, Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("complaint.acknowledge", &[Decide, Manage], &[("/complaint", Kind::Complaint)]),
    deed("complaint.assign", &[Decide, Manage], &[("/complaint", Kind::Complaint)]),
    deed("complaint.decide", &[Decide], &[("/complaint", Kind::Complaint)]),
    deed("complaint.tell", &[Decide, Manage], &[("/complaint", Kind::Complaint)]),
    deed("certification.apply", &[Keep], &[("/auditee", Kind::Auditee)]),
    deed("certification.review", &[Decide], &[("/certification", Kind::Certification)]),
    deed("certification.decide", &[Decide], &[("/certification", Kind::Certification)]),
    deed("record.erase", &[Keep, Manage], &[("/scope/audit", Kind::Audit), ("/scope/person", Kind::Person), ("/scope/evidence", Kind::Evidence), ("/scope/wording", Kind::Wording)]),
    deed("report.draft", &[Audit], &[("/audit", Kind::Audit)]),
    deed("report.edit", &[Audit], &[("/report", Kind::Report)]),
    deed("report.review", &[Audit, Decide, Manage], &[("/report", Kind::Report)]),
    deed("report.approve", &[Lead], &[("/report", Kind::Report)]),
    deed("report.issue", &[Audit], &[("/report", Kind::Report)]),
    deed("report.acknowledge", &[Answer], &[("/report", Kind::Report)]),
    deed("report.seal", &[Manage], &[("/report", Kind::Report)]),
    deed("finding.draft", &[Audit], &[("/audit", Kind::Audit)]),
    deed("finding.edit", &[Audit], &[("/finding", Kind::Finding)]),
    deed("finding.raise", &[Audit], &[("/finding", Kind::Finding)]),
    deed("finding.withdraw", &[Audit], &[("/finding", Kind::Finding)]),
    deed("finding.acknowledge", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.dispute", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.uphold", &[Lead], &[("/finding", Kind::Finding)]),
    deed("finding.correct", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.give_cause", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.plan_action", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.accept_plan", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("finding.reject_step", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("finding.implement", &[Answer], &[("/finding", Kind::Finding)]),
    deed("finding.verify", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("finding.check_effectiveness", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("finding.close", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("finding.escalate", &[Audit, Manage], &[("/finding", Kind::Finding)]),
    deed("test.adopt", &[Keep], &[]),
    deed("test.retire", &[Keep], &[("/audit_test", Kind::AuditTest)]),
    deed("papers.make", &[Audit], &[("/audit", Kind::Audit)]),
    deed("papers.assign", &[Audit], &[("/audit", Kind::Audit)]),
    deed("note.write", &[Audit], &[("/paper", Kind::Paper)]),
    deed("note.edit", &[Audit], &[("/note", Kind::Note)]),
    deed("paper.record_sample", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.attach", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.detach", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.evaluate", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.review", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.reopen", &[Audit], &[("/paper", Kind::Paper)]),
    deed("paper.move_test_version", &[Audit], &[("/paper", Kind::Paper)]),
    deed("evidence.take", &[Audit, Answer, Manage], &[("/audit", Kind::Audit)]),
    deed("evidence.record_seen", &[Audit, Manage], &[("/audit", Kind::Audit)]),
    deed("evidence.record_custody", &[Audit, Manage], &[("/evidence", Kind::Evidence)]),
    deed("evidence.classify", &[Audit, Manage], &[("/evidence", Kind::Evidence)]),
    deed("evidence.seal", &[Manage], &[("/evidence", Kind::Evidence)]),
    deed("trail.adopt", &[Keep], &[]),
    deed("trail.retire", &[Keep], &[("/audit_trail", Kind::AuditTrail)]),
    deed("trail.follow", &[Audit], &[("/audit", Kind::Audit)]),
    deed("trail.record_step", &[Audit], &[("/trail_case", Kind::TrailCase)]),
    deed("audit.open", &[Manage], &[("/planned", Kind::PlannedAudit)]),
    deed("audit.contact", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.judge_feasibility", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.initiate", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.appoint", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.dismiss", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.review_documents", &[Audit], &[("/audit", Kind::Audit)]),
    deed("audit.prepare", &[Lead], &[("/audit", Kind::Audit)]),
    deed("plan.draft", &[Audit], &[("/audit", Kind::Audit)]),
    deed("plan.edit", &[Audit], &[("/plan", Kind::Plan)]),
    deed("plan.present", &[Lead], &[("/plan", Kind::Plan)]),
    deed("plan.object", &[Answer], &[("/plan", Kind::Plan)]),
    deed("plan.resolve_objection", &[Lead], &[("/plan", Kind::Plan)]),
    deed("plan.overrule_objection", &[Manage], &[("/plan", Kind::Plan)]),
    deed("plan.agree", &[Lead, Answer], &[("/plan", Kind::Plan)]),
    deed("request.ask", &[Audit], &[("/audit", Kind::Audit)]),
    deed("request.answer", &[Answer], &[("/request", Kind::InfoRequest)]),
    deed("request.accept", &[Audit], &[("/request", Kind::InfoRequest)]),
    deed("request.return", &[Audit], &[("/request", Kind::InfoRequest)]),
    deed("audit.begin", &[Lead], &[("/audit", Kind::Audit)]),
    deed("meeting.record", &[Lead], &[("/audit", Kind::Audit)]),
    deed("meeting.sign_attendance", &[Answer, Audit], &[("/meeting", Kind::Meeting)]),
    deed("meeting.sign_on_the_spot", &[Audit], &[("/meeting", Kind::Meeting)]),
    deed("meeting.correct_minutes", &[Lead], &[("/meeting", Kind::Meeting)]),
    deed("message.log", &[Audit], &[("/audit", Kind::Audit)]),
    deed("audit.propose_scope_change", &[Lead], &[("/audit", Kind::Audit)]),
    deed("audit.accept_scope_change", &[Answer, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.tell_scope_change", &[Lead], &[("/audit", Kind::Audit)]),
    deed("audit.end_fieldwork", &[Lead], &[("/audit", Kind::Audit)]),
    deed("audit.conclude", &[Lead], &[("/audit", Kind::Audit)]),
    deed("audit.complete", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.cancel", &[Manage], &[("/audit", Kind::Audit)]),
    deed("audit.terminate", &[Lead, Manage], &[("/audit", Kind::Audit)]),
    deed("audit.give_feedback", &[Answer], &[("/audit", Kind::Audit)]),
    deed("audit.hold", &[Manage], &[("/audit", Kind::Audit)]),
    deed("audit.lift_hold", &[Manage], &[("/audit", Kind::Audit)]),
    deed("organization.name", &[Administer], &[]),
    deed("organization.set_letterhead", &[Administer, Keep], &[("/organization", Kind::Organization)]),
    deed("auditee.register", &[Keep], &[]),
    deed("auditee.update", &[Keep], &[("/auditee", Kind::Auditee)]),
    deed("soa.enter", &[Keep, Audit], &[("/auditee", Kind::Auditee)]),
    deed("programme.draft", &[Manage], &[]),
    deed("programme.edit", &[Manage], &[("/programme", Kind::Programme)]),
    deed("programme.revise", &[Manage], &[("/programme", Kind::Programme)]),
    deed("programme.establish", &[Decide], &[("/programme", Kind::Programme)]),
    deed("programme.begin", &[Manage], &[("/programme", Kind::Programme)]),
    deed("programme.close", &[Manage], &[("/programme", Kind::Programme)]),
    deed("planned_audit.plan", &[Manage], &[("/programme", Kind::Programme)]),
    deed("planned_audit.change", &[Manage], &[("/planned", Kind::PlannedAudit)]),
    deed("planned_audit.withdraw", &[Manage], &[("/planned", Kind::PlannedAudit)]),
    deed("programme.review", &[Manage], &[("/programme", Kind::Programme)]),
    deed("programme.finish_action", &[Manage, Own], &[("/programme", Kind::Programme)]),
    deed("person.register", &[Keep, Administer], &[]),
    deed("person.update", &[Keep], &[("/person", Kind::Person)]),
    deed("absence.add", &[Keep, Own], &[("/person", Kind::Person)]),
    deed("absence.remove", &[Keep, Own], &[("/person", Kind::Person)]),
    deed("credential.add", &[Keep], &[("/person", Kind::Person)]),
    deed("credential.withdraw", &[Keep], &[("/person", Kind::Person)]),
    deed("development.record", &[Keep, Own], &[("/person", Kind::Person)]),
    deed("interests.declare", &[Own], &[("/person", Kind::Person)]),
    deed("relation.declare", &[Own], &[]),
    deed("relation.end", &[Keep, Own], &[("/relation", Kind::Relation)]),
    deed("relation.withdraw", &[Keep, Own], &[("/relation", Kind::Relation)]),
    deed("appraisal.record", &[Lead, Manage, Keep], &[("/audit", Kind::Audit), ("/person", Kind::Person)]),
    deed("appraisal.follow_up", &[Keep, Own], &[("/appraisal", Kind::Appraisal)]),
    deed("code.accept", &[Own], &[("/person", Kind::Person)]),
    deed("passkey.bind", &[Own], &[("/person", Kind::Person)]),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use assize_domain::Command;
    use assize_domain::kernel::id::PaperId;
    use serde_json::json;

    use super::*;

    #[test]
    fn every_command_of_the_law_is_here_once_and_no_other() {
        let here: Vec<&str> = DEEDS.iter().map(|deed| deed.name).collect();
        let once: BTreeSet<&str> = here.iter().copied().collect();
        assert_eq!(here.len(), once.len());
        assert_eq!(once, Command::NAMES.iter().copied().collect());
    }

    #[test]
    fn every_place_is_a_field_that_names_a_record_of_that_kind() {
        for deed in DEEDS {
            let schema = Command::schema(deed.name).unwrap();
            for (at, kind) in deed.on {
                let found = named_at(&schema, at).unwrap_or_else(|| panic!("`{}` has no {at}", deed.name));
                assert_eq!(found, kind.word(), "`{}` {at}", deed.name);
            }
            assert!(!deed.actions.is_empty(), "{}", deed.name);
        }
    }

    /// The kind of record that a schema says a place names, through alternatives.
    fn named_at(schema: &Value, at: &str) -> Option<String> {
        if at.is_empty() {
            let own = schema["x-record"].as_str().map(str::to_owned);
            return own.or_else(|| schema["anyOf"].as_array()?.iter().find_map(|one| named_at(one, at)));
        }
        let ways = ["oneOf", "anyOf"].into_iter().filter_map(|key| schema[key].as_array()).flatten();
        let (step, rest) = match at[1..].split_once('/') {
            Some((step, rest)) => (step, format!("/{rest}")),
            None => (&at[1..], String::new()),
        };
        let here = schema["properties"].get(step).and_then(|inner| named_at(inner, &rest));
        here.or_else(|| ways.into_iter().find_map(|way| named_at(way, at)))
    }

    #[test]
    fn what_a_command_acts_on_is_the_first_record_that_it_names() {
        let (paper, id) = (PaperId::from(Uuid::from_u128(7)), Uuid::from_u128(7).to_string());
        let note = deed_of("note.write").unwrap();
        assert_eq!(note.named(&json!({ "paper": id })), Named::Record(Key::of(paper)));
        assert_eq!(note.named(&json!({ "paper": "none" })), Named::Unreadable("/paper", Kind::Paper));
        assert_eq!(note.named(&json!({ "paper": 7 })), Named::Unreadable("/paper", Kind::Paper));
        let complaint = deed_of("complaint.receive").unwrap();
        assert_eq!(complaint.named(&json!({ "audit": null })), Named::Organization);
        assert_eq!(complaint.named(&json!({})), Named::Organization);
        assert!(
            matches!(complaint.named(&json!({ "audit": id })), Named::Record(key) if key.kind == Kind::Audit)
        );
        assert!(deed_of("note.invent").is_none());
    }
}
