//! Findings: from the register to the path of each, and the composer with and without scripts.

use serde_json::json;

use crate::under_way::{LEADER, UnderWay};
use crate::world::World;

#[test]
fn findings_are_found_and_followed() {
    let world = World::served();
    let Some(browser) = world.sign_in(LEADER) else { return };
    browser.follow("Findings");
    browser.until("the register", || (browser.heading() == "Findings").then_some(()));
    browser.expect_text("14 findings");
    browser.expect_clean("findings");
    browser.fill("Requirement", "6.1");
    browser.press("Filter");
    browser.expect_text("3 findings");
    browser.follow("Ageing and trends");
    browser.expect_text("Findings by clause");
    browser.expect_clean("findings-trends");
    browser.open("/findings?text=leavers+in+brno");
    browser
        .follow("4 · Accounts of leavers in Brno closed late, and confirmed in reviews after they had left");
    browser.expect_text("From raised to closed");
    browser.expect_text("Sent back");
    browser.expect_text("Correction, cause and action by the auditee");
    browser.expect_clean("finding");
    browser.open("/findings?state=closed");
    browser.expect_text("One finding");
    browser.open("/findings?text=nothing+of+the+kind");
    browser.expect_text("No finding fits this filter");
    browser.expect_clean("findings-none");
}

/// Evaluates the papers of the audit under way as not conforming, with a note and what was seen behind each.
fn failed(world: &World, work: &UnderWay) {
    let of_audit = format!("audit={}", work.audit);
    let (seen, _) = world.records("evidence", &["--link", &of_audit]).pop().unwrap();
    let people = world.records("person", &[]);
    let (leader, _) = people.iter().find(|(_, person)| person["name"] == LEADER).unwrap();
    for paper in &work.papers {
        let note = json!({ "paper": paper, "method": "document_review", "text": "Three of twelve suppliers were never asked." });
        world.act(leader, "note.write", &note);
        world.act(leader, "paper.attach", &json!({ "paper": paper, "evidence": seen }));
        let evaluation =
            json!({ "paper": paper, "evaluation": "does_not_conform", "reason": "Three were not asked." });
        world.act(leader, "paper.evaluate", &evaluation);
    }
}

#[test]
fn a_nonconformity_is_composed_refused_mended_and_raised() {
    let world = World::served();
    let work = world.under_way();
    failed(&world, &work);
    let Some(browser) = world.sign_in(LEADER) else { return };
    for scripts in [true, false] {
        if !scripts {
            browser.scripts_off();
        }
        browser.open(&format!("/audits/{}/findings", work.audit));
        browser.expect_text("and no nonconformity says so");
        browser.follow("Write the nonconformity");
        browser.expect_text("What this test typically finds");
        browser.expect_clean(if scripts { "composer" } else { "composer-without-scripts" });
        browser.fill("Short title", "A title that stays");
        let statement = "We believe that this is so. The organization should implement a rule.";
        browser.fill("Statement of the finding", statement);
        if scripts {
            browser.expect_text("voices an opinion");
            browser.expect_text("prescribes a solution");
        }
        browser.press("Draft a finding");
        browser.expect_text("what you typed is still here");
        browser.expect_text("names no objective evidence");
        browser.expect_clean(if scripts { "composer-refused" } else { "composer-refused-without-scripts" });
        browser.fill("Statement of the finding", "Of 12 suppliers 3 were not asked before the contract.");
        browser
            .fill("Objective evidence", "Register of suppliers, rows 4, 7 and 9, seen on 20 November 2026.");
        for choice in ["[name='/text/grade'][value=minor]", "[name='/text/breaches'][type=checkbox]"] {
            let found = browser.all(choice);
            browser.click(&found[0]);
        }
        browser.press("Draft a finding");
        browser.expect_text("The finding is drafted.");
        browser.expect_text("A title that stays");
        browser.expect_clean(if scripts {
            "audit-findings-drafts"
        } else {
            "audit-findings-without-scripts"
        });
    }
    browser.scripts_on();
    browser.open("/findings?text=a+title+that+stays&state=drafted");
    browser.expect_text("2 findings");
    browser.open("/");
    browser.expect_text("Raise the finding");
    browser.open(&format!("/audits/{}/findings", work.audit));
    browser.follow("1 · A title that stays");
    browser.expect_text("Author of findings");
    browser.follow("Raise the finding");
    browser.press("Raise the finding");
    browser.expect_text("The finding is raised.");
    browser.expect_text("The auditee");
    browser.expect_clean("finding-raised");
}

#[test]
fn every_requirement_of_a_finding_is_taken_back() {
    const TYPED: &str = "JSON.stringify([...document.querySelectorAll(\"[data-rows] input[name$='/id']\")] \
         .map((one) => one.value).filter(Boolean))";
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    let composer = format!("/findings/new?audit={}", work.audit);
    let requirements = ["A.5.19", "A.5.20", "6.1.2", "7.5.3"];
    browser.open(&composer);
    for (row, id) in requirements.iter().enumerate() {
        browser.put(&format!("/text/requirements/{row}/id"), id);
    }
    browser.open("/");
    browser.open(&composer);
    browser.expect_text("This browser has kept it");
    browser.press("Take it back into the form");
    let all = json!(requirements).to_string();
    browser.until("every requirement", || (browser.session.evaluate(TYPED) == all).then_some(()));
}
