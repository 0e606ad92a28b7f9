//! An audit that was opened in a programme under way, and its leader.

#![allow(dead_code, reason = "each test file uses its own part")]

use serde_json::json;

use crate::harness::Served;

/// The audit and its people.
pub(crate) struct Opened {
    pub(crate) audit: String,
    pub(crate) programme: String,
    pub(crate) manager: String,
    pub(crate) leader: String,
}

impl Opened {
    /// A store with an organization, a programme that asks nothing of leaders, and one audit of it.
    pub(crate) async fn in_store(served: &Served) -> Self {
        served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
        let manager = served.person("Moira Tandy").await;
        let leader = served.person("Adaeze Nwosu").await;
        let by = [("x-on-behalf-of", manager.as_str())];
        let auditee = json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [],
            "contacts": [{ "person": manager, "function": "Head" }] });
        let auditee = served.act("auditee.register", &auditee, &by).await.subject();
        let mut text = json!({ "title": "Programme 2026", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "40" });
        let programme = served.act("programme.draft", &text, &by).await.subject();
        let part = json!({ "auditee": auditee, "units": [], "sites": [], "processes": [] });
        text["objectives"] =
            json!([{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }]);
        text["extent"] =
            json!({ "text": "all", "criteria": ["ISO/IEC 27001:2022+A1:2024"], "auditees": [part] });
        text["risks"] = json!([{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2,
            "consequence": 2, "treatment": "begin early", "owner": manager }]);
        text["roles"] = json!([{ "person": manager, "role": "manager", "competence": "ten years" },
            { "person": manager, "role": "approver", "competence": "ten years" }]);
        text["policy"] =
            assize_domain::kernel::datum::Datum::to_json(&assize_domain::policy::Policy::default());
        text["policy"]["competence"] = json!([
            { "role": "leader", "area": "isms", "by": "training", "amount_min": 16 },
            { "role": "auditor", "area": "isms", "by": "training", "amount_min": 16 }]);
        served.act("programme.edit", &json!({ "programme": programme, "text": text }), &by).await.subject();
        let outline = json!({ "title": "Audit of the works", "audit_type": "internal", "part": part,
            "criteria": ["ISO/IEC 27001:2022+A1:2024"], "window": { "from": "2026-10-05", "to": "2026-12-18" }, "days": "5",
            "methods": ["remote"], "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
        let planned = json!({ "programme": programme, "outline": outline });
        let planned = served.act("planned_audit.plan", &planned, &by).await.subject();
        served.act("programme.establish", &json!({ "programme": programme }), &by).await.subject();
        served.act("programme.begin", &json!({ "programme": programme }), &by).await.subject();
        let audit = served.act("audit.open", &json!({ "planned": planned }), &by).await.subject();
        let own = [("x-on-behalf-of", leader.as_str())];
        let course = json!({ "person": leader, "credential": { "key": "course", "kind": "training", "area": "isms", "title": "Lead auditor",
            "issuer": "A school", "period": { "from": "2020-01-01", "to": null }, "amount": 40 } });
        served.act("credential.add", &course, &[]).await.subject();
        served
            .act("code.accept", &json!({ "person": leader, "code": "assize code 1" }), &own)
            .await
            .subject();
        let interests = json!({ "person": leader, "auditee": null, "text": "None.", "interests": false });
        served.act("interests.declare", &interests, &own).await.subject();
        let appoint = json!({ "audit": audit, "person": leader, "role": "leader" });
        served.act("audit.appoint", &appoint, &by).await.subject();
        Self { audit, programme, manager, leader }
    }
}
