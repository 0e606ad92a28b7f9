//! OSCAL assessment results and plans of action of others.

use assize_domain::claim::ClaimKind;
use serde_json::Value;

use super::{ClaimsRead, Puzzle, ReadClaim, Requirements};

/// Reads assessment results or a plan of action and milestones. Nothing where the document is neither.
#[must_use]
pub fn read_oscal(document: &Value, requirements: &Requirements) -> Option<ClaimsRead> {
    if let Some(results) = document.get("assessment-results") {
        let mut read = ClaimsRead::new(ClaimKind::Findings, "oscal-results");
        for result in list(results, "results") {
            let risks = list(result, "risks");
            for finding in list(result, "findings") {
                take_finding(&mut read, finding, risks, requirements);
            }
        }
        return Some(read.finished());
    }
    let plan = document.get("plan-of-action-and-milestones")?;
    let mut read = ClaimsRead::new(ClaimKind::Findings, "oscal-poam");
    let risks = list(plan, "risks");
    let findings = list(plan, "findings");
    for item in list(plan, "poam-items") {
        let mut claim = ReadClaim {
            place: text(item, "uuid"),
            title: text(item, "title"),
            text: text(item, "description"),
            ..ReadClaim::default()
        };
        let related = list(item, "related-findings").iter().find_map(|related| {
            let id = text(related, "finding-uuid");
            findings.iter().find(|finding| text(finding, "uuid") == id)
        });
        if let Some(finding) = related {
            place(&mut read, &mut claim, finding, requirements);
        }
        of_risk(&mut claim, item, risks);
        read.take(claim);
    }
    Some(read.finished())
}

fn take_finding(read: &mut ClaimsRead, finding: &Value, risks: &[Value], requirements: &Requirements) {
    let mut claim = ReadClaim {
        place: text(finding, "uuid"),
        title: text(finding, "title"),
        text: text(finding, "description"),
        says: finding.pointer("/target/status/state").and_then(Value::as_str).unwrap_or_default().to_owned(),
        ..ReadClaim::default()
    };
    place(read, &mut claim, finding, requirements);
    of_risk(&mut claim, finding, risks);
    read.take(claim);
}

/// What a finding is about: the target it names, `a.5.1` or `a.5.1_obj`.
fn place(read: &mut ClaimsRead, claim: &mut ReadClaim, finding: &Value, requirements: &Requirements) {
    let target = finding.pointer("/target/target-id").and_then(Value::as_str).unwrap_or_default();
    target.clone_into(&mut claim.reference);
    let plain = target.split(['_', '/']).next().unwrap_or_default();
    let plain = plain.strip_prefix("r-").unwrap_or(plain);
    claim.requirement = requirements.find(plain).cloned();
    if claim.requirement.is_none() && !target.is_empty() {
        read.puzzled(&claim.place, Puzzle::Reference(target.chars().take(80).collect()));
    }
}

/// Status and deadline of the first risk that something is related to.
fn of_risk(claim: &mut ReadClaim, item: &Value, risks: &[Value]) {
    let related =
        list(item, "related-risks").iter().chain(list(item, "associated-risks")).find_map(|related| {
            let id = text(related, "risk-uuid");
            risks.iter().find(|risk| text(risk, "uuid") == id)
        });
    let Some(risk) = related else { return };
    if claim.says.is_empty() {
        claim.says = text(risk, "status");
    }
    let deadline = text(risk, "deadline");
    claim.due = deadline
        .get(..10)
        .filter(|day| day.parse::<assize_domain::kernel::time::Date>().is_ok())
        .map(str::to_owned);
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use assize_domain::kernel::text::CriteriaId;
    use serde_json::json;

    use super::*;

    fn requirements() -> Requirements {
        let iso: CriteriaId = "ISO/IEC 27001:2022".parse().unwrap();
        Requirements::of([(iso, vec!["6.1.2", "6.1.2 a)", "A.5.1"])])
    }

    #[test]
    fn results_and_plans_of_action_are_claims_and_nothing_else_is() {
        let results = json!({ "assessment-results": { "results": [{
            "findings": [
                { "uuid": "f-1", "title": "No baseline", "description": "None was shown", "related-risks": [{ "risk-uuid": "r-1" }],
                  "target": { "type": "objective-id", "target-id": "a.5.1_obj", "status": { "state": "not-satisfied" } } },
                { "uuid": "f-2", "title": "Risk", "description": "", "target": { "target-id": "r-6.1.2-a", "status": { "state": "satisfied" } } },
                { "uuid": "f-3", "title": "Unknown", "target": { "target-id": "ac-2" } },
            ],
            "risks": [{ "uuid": "r-1", "status": "open", "deadline": "2026-09-15T00:00:00Z" }] }] } });
        let read = read_oscal(&results, &requirements()).unwrap();
        let ids: Vec<Option<String>> = read
            .claims
            .iter()
            .map(|claim| claim.requirement.as_ref().map(|one| one.id.to_string()))
            .collect();
        assert_eq!(ids, [Some("A.5.1".to_owned()), Some("6.1.2 a)".to_owned()), None]);
        assert_eq!(
            (read.claims[0].says.as_str(), read.claims[0].due.as_deref()),
            ("not-satisfied", Some("2026-09-15"))
        );
        assert_eq!(read.not_understood[0].what, Puzzle::Reference("ac-2".to_owned()));

        let plan = json!({ "plan-of-action-and-milestones": {
            "findings": [{ "uuid": "f-1", "target": { "target-id": "a.5.1" } }],
            "risks": [{ "uuid": "r-1", "status": "closed" }],
            "poam-items": [{ "uuid": "i-1", "title": "Write one", "description": "By the team",
                "related-findings": [{ "finding-uuid": "f-1" }], "related-risks": [{ "risk-uuid": "r-1" }] }] } });
        let read = read_oscal(&plan, &requirements()).unwrap();
        assert_eq!((read.layout, read.claims[0].says.as_str()), ("oscal-poam", "closed"));
        assert_eq!(read.placed(), 1);
        assert_eq!(read_oscal(&json!({ "catalog": {} }), &requirements()), None);
        assert_eq!(read_oscal(&json!([1]), &requirements()), None);
    }
}
