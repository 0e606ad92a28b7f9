//! The pages of the audit programme, and setting one up.

use crate::browser::Browser;
use crate::world::World;

const MANAGER: &str = "Moira Tandy";
const PROGRAMME: &str = "Internal ISMS audit programme 2026 of Lindmoor Laboratory Systems";

#[test]
fn every_page_of_a_programme_is_clean() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.expect_text("Programmes in your charge");
    browser.expect_clean("today-manager");
    browser.follow("Programmes");
    browser.expect_text("of 5");
    browser.expect_clean("programmes");
    browser.follow(PROGRAMME);
    browser.expect_text("Roles and responsibilities");
    browser.expect_clean("programme");
    for (tab, text) in [
        ("Plan", "Why it is planned so"),
        ("Coverage", "The figure counts requirements"),
        ("Risks", "Only one expert for database recovery"),
        ("Review", "Cross-reading of registers"),
    ] {
        browser.follow(tab);
        browser.expect_text(text);
        browser.expect_clean(&format!("programme-{}", tab.to_lowercase()));
    }
    browser.follow("Coverage");
    browser.expect_text("All clauses");
    browser.follow("A.5");
    browser.until("the requirements of A.5", || browser.text().contains("A.5.1").then_some(()));
    browser.expect_clean("programme-coverage-group");
    let here = browser.session.get("/url");
    let programme = here.as_str().unwrap().split("/coverage").next().unwrap().to_owned();
    let cell = format!("{programme}/coverage/cell?year=2026&of=A.5&unit=platform");
    browser.open_address(&cell);
    browser.expect_text("What the working papers of each audit say here");
    browser.expect_clean("programme-coverage-cell");
}

#[test]
fn a_programme_is_set_up_in_ten_minutes_with_scripts_and_without() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    for scripts in [true, false] {
        if !scripts {
            browser.scripts_off();
        }
        set_up(&browser, scripts);
    }
}

fn set_up(browser: &Browser, scripts: bool) {
    browser.open("/programmes");
    browser.follow("Set up another programme");
    browser.expect_text("From your answers come");
    if scripts {
        browser.expect_clean("setup");
    }
    browser.choose("Which organization is audited?", "One that is not in the list");
    browser.fill("Name of what is audited (optional)", "Fernhill Audit Practice");
    browser.fill("Units (optional)", "Audits\nOffice");
    browser.tick("Identities and access");
    browser.fill("Auditor days a year", "none");
    browser.press("Show what comes of it");
    browser.expect_text("One thing has to be put right");
    browser.expect_text("greater than 0");
    if scripts {
        browser.expect_clean("setup-refused");
    }
    browser.fill("Auditor days a year", "4.5");
    browser.press("Show what comes of it");
    browser.expect_text("This will be entered as a draft");
    browser.expect_text("Audits, Office");
    if scripts {
        browser.expect_clean("setup-look");
    }
    browser.press("Enter all of this");
    browser.expect_text("The programme is drafted.");
    browser.expect_text("Next: Establish the programme");
    if scripts {
        browser.expect_clean("programme-drafted");
    }
}
