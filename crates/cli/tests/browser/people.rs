//! Auditors, auditees and the search, as people use them.

use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const MANAGER: &str = "Moira Tandy";

#[test]
fn people_the_manager_sees_who_may_audit_and_asks_for_a_day() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Auditors");
    browser.until("the auditors", || (browser.heading() == "Auditors").then_some(()));
    browser.expect_text("Competence as: Auditor");
    browser.expect_clean("people");
    browser.follow("Audit team leader");
    browser.expect_text("Competence as: Audit team leader");
    browser.follow("Priya Raman");
    browser.until("the person", || (browser.heading() == "Priya Raman").then_some(()));
    browser.expect_text("Yes. On");
    browser.choose("Role", "Audit team leader");
    browser.press("Ask the record");
    browser.expect_text("ISO 19011:2018 7.2.3.4");
    browser.expect_text("No. On");
    browser.expect_clean("person-asked");
    browser.follow("Record an absence");
    browser.expect_text("No audit plan can give them a session then");
}

#[test]
fn people_an_auditee_shows_its_sites_and_what_is_open() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Auditees");
    browser.until("the auditees", || (browser.heading() == "Auditees").then_some(()));
    browser.expect_clean("auditees");
    browser.follow("Lindmoor Laboratory Systems DAC");
    browser.expect_text("Open nonconformities");
    browser.expect_text("from west to east");
    browser.expect_clean("auditee");
}

#[test]
fn people_search_is_one_key_away_and_needs_no_script() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.open("/search");
    browser.expect_clean("search-empty");
    browser.open("/audits");
    browser.keys("/restore");
    browser.keys("\u{e007}");
    browser.until("what was found", || (browser.heading() == "Search: restore").then_some(()));
    browser.expect_text("Ability to restore from backup");
    browser.expect_clean("search");
    browser.scripts_off();
    browser.open("/search");
    browser.fill("What are you looking for?", "xylophone");
    browser.press("Search");
    browser.expect_text("Nothing in the record holds");
    browser.expect_clean("search-nothing");
}
