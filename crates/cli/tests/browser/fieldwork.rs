//! The preparation and the conduct of an audit, on the pages that are for them.

use serde_json::json;

use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const AUDIT: &str = "Internal audit of the ISMS, September 2026";

#[test]
fn the_pages_of_fieldwork_are_clean() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.open("/audits");
    browser.follow(AUDIT);
    browser.expect_text("How far the audit is");
    browser.expect_clean("audit-progress");
    for (tab, text) in [
        ("Team", "Competence the audit needs"),
        ("Documents", "What the criteria demand"),
        ("Plan", "What the plan says"),
        ("Work", "Who does what"),
        ("Meetings", "Communication log"),
    ] {
        browser.follow(tab);
        browser.expect_text(text);
        browser.expect_clean(&format!("fieldwork-{}", tab.to_lowercase()));
    }
    browser.follow("Documents");
    browser.fill("Words", "recovery share");
    browser.press("Search");
    browser.until("the search", || {
        (browser.text().contains("recovery") && !browser.all(".hits a").is_empty()).then_some(())
    });
    browser.expect_clean("fieldwork-documents-found");
    browser.follow("Plan");
    browser.follow("Print");
    browser.expect_text("Back to the plan");
    browser.expect_clean("fieldwork-plan-print");
}

#[test]
fn an_audit_is_prepared_on_its_pages() {
    let world = World::served();
    let audit = initiated(&world);
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    let at = |tab: &str| format!("/audits/{audit}/{tab}");
    browser.open(&at("team"));
    browser.expect_text("Who else could be appointed");
    browser.expect_text("Fits as: Auditor");
    browser.expect_clean("team-open");
    browser.open(&at("documents"));
    browser.expect_text("not looked for yet");
    browser.follow("Review documented information");
    browser.until("the form", || (!browser.all("#outcome").is_empty()).then_some(()));
    browser.expect_clean("documents-review");
    // Nothing is lost, with scripts and without.
    for scripts in [true, false] {
        if !scripts {
            browser.scripts_off();
        }
        browser.open(&at("plan/session"));
        browser.fill("Subject", "Supplier register");
        browser.press("Save");
        browser.expect_text("what you typed is still here");
        browser.expect_clean(if scripts {
            "plan-session-refused"
        } else {
            "plan-session-refused-without-scripts"
        });
    }
    browser.scripts_on();
    browser.open(&at("plan"));
    browser.expect_text("Begin the plan");
    browser.open(&at("plan/session"));
    browser.session.evaluate(
        "document.querySelector('[name=\"/start\"]').value = '2026-12-08T09:00'; \
         document.querySelector('[name=\"/end\"]').value = '2026-12-08T11:00';",
    );
    browser.fill("Subject", "Supplier register");
    browser.fill("Room or link", "Room Lee");
    browser.choose("Audit method", "Remote");
    browser.tick("Adaeze Nwosu – Audit team leader");
    browser.press("Save");
    browser.until("the plan", || browser.text().contains("Supplier register").then_some(()));
    browser.expect_text("What the plan says");
    browser.expect_clean("plan-draft");
    browser.open(&at("plan/item?n=audit_plan.scope"));
    browser.fill("What the plan says (optional)", "The suppliers of the platform.");
    browser.press("Save");
    browser.expect_text("The suppliers of the platform.");
    browser.open(&at("work"));
    browser.expect_text("Nobody yet");
    browser.expect_clean("work-unassigned");
    browser.open(&at("meetings"));
    browser.expect_text("No meeting was recorded yet");
    browser.expect_clean("meetings-empty");
}

/// Another audit of the demonstration's programme, opened and initiated, with the papers of two controls; its id.
fn initiated(world: &World) -> String {
    let named = |kind: &str, pointer: &str, name: &str| {
        let mut records = world.records(kind, &[]).into_iter();
        records.find(|(_, record)| record.pointer(pointer) == Some(&json!(name))).unwrap().0
    };
    let manager = named("person", "/name", "Moira Tandy");
    let leader = named("person", "/name", TEAM_LEADER);
    let contact = named("person", "/name", "Declan Furey");
    let auditee = named("auditee", "/name", "Lindmoor Laboratory Systems DAC");
    let audit = named("planned_audit", "/outline/title", "Supplier and cloud service management in depth");
    let enough = json!({ "enough": true, "remark": "There is." });
    let contacted = json!({ "audit": audit, "with": contact, "at": "2026-10-01T09:00:00Z", "channel": "Mail", "note": "Agreed." });
    let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
    let initiation = json!({ "client": manager, "objectives": [{ "key": "all", "text": "Whether suppliers are managed." }],
        "scope": "Suppliers", "part": { "auditee": auditee, "units": ["platform"], "sites": [], "processes": [] },
        "criteria": ["ISO/IEC 27001:2022+A1:2024"], "method": "remote", "language": "en", "areas": ["isms", "cloud"] });
    for (name, body) in [
        ("audit.open", json!({ "planned": audit })),
        ("audit.contact", contacted),
        ("audit.judge_feasibility", feasible),
        ("audit.appoint", json!({ "audit": audit, "person": leader, "role": "leader" })),
        ("audit.initiate", json!({ "audit": audit, "initiation": initiation })),
    ] {
        world.act(&manager, name, &body);
    }
    world.act(&leader, "papers.make", &json!({ "audit": audit, "only": ["A.5.19", "A.5.20"] }));
    audit
}
