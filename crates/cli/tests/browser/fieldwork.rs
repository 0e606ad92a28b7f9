//! The preparation and the conduct of an audit, on the pages that are for them.

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
    let audit = world.initiated_audit();
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
    browser.fill("What the plan says", "The suppliers of the platform.");
    browser.press("Save");
    browser.expect_text("The suppliers of the platform.");
    browser.open(&at("work"));
    browser.expect_text("Nobody yet");
    browser.expect_clean("work-unassigned");
    browser.open(&at("meetings"));
    browser.expect_text("No meeting was recorded yet");
    browser.expect_clean("meetings-empty");
}
