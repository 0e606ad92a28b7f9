//! The catalogue, the methods, settings and the record as a whole, as people use them.

use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const MANAGER: &str = "Moira Tandy";
const SET: &str = "/catalogue?set=ISO%2FIEC+27001%3A2022%2BA1%3A2024";

#[test]
fn the_library_is_clean() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Catalogue");
    browser.expect_text("Sets of criteria and their coverage");
    browser.expect_clean("catalogue");
    browser.fill("Search the audit tests", "leaver access");
    browser.press("Search");
    browser.expect_text("Do the rights");
    browser.expect_clean("catalogue-search");
    browser.open(SET);
    browser.expect_text("Adopt this set");
    browser.expect_clean("catalogue-set");
    browser.open(&format!("{SET}&under=A.5.18"));
    browser.expect_clean("catalogue-requirement");
    browser.open("/catalogue/tests/T-A.5.1-01");
    browser.expect_text("Typical nonconformities");
    browser.expect_clean("catalogue-test");
    browser.follow("Write a new version");
    browser.expect_text("becomes a version of its own");
    browser.expect_clean("catalogue-edit");
    browser.open("/catalogue");
    browser.follow("Would what the business cannot lose come back, whole and in time?");
    browser.expect_text("Take to this step");
    browser.expect_clean("catalogue-trail");
    browser.open("/settings");
    browser.expect_clean("settings");
    browser.follow("Tokens for the API");
    browser.fill("What it is for", "Reports");
    browser.press("Make a token");
    browser.expect_text("Copy the token now");
    browser.expect_clean("settings-tokens");
}

#[test]
fn a_sample_is_reckoned_and_put_on_record() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Methods");
    browser.expect_clean("methods");
    browser.follow("Sample size");
    browser.expect_clean("method-empty");
    browser.fill("Risk of accepting wrongly (optional)", "0.05");
    browser.fill("Tolerable rate", "7");
    browser.press("Reckon");
    browser.expect_text("One thing has to be put right");
    browser.expect_clean("method-wrong");
    browser.fill("Tolerable rate", "0.06");
    browser.fill("Expected rate (optional)", "0.01");
    browser.press("Reckon");
    browser.expect_text("Examine 78 items");
    browser.expect_clean("method-result");
    browser
        .choose("Or for the programme", "Internal ISMS audit programme 2026 of Lindmoor Laboratory Systems");
    browser.press("Record the use of a method");
    browser.expect_text("Save the file");
    browser.expect_clean("method-recorded");
    browser.open("/methods/audit-time");
    browser.expect_clean("method-audit-time");
    browser.follow("Fill in an example");
    browser.expect_clean("method-audit-time-result");
    browser.open("/methods/assign");
    browser.press("Reckon from JSON");
    browser.expect_text("Put it on record");
    browser.expect_clean("method-assign");
}

#[test]
fn the_record_is_verified_on_its_page() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.open("/records/verify");
    browser.expect_clean("verify");
    browser.press("Verify now");
    browser.expect_text("The record holds.");
    browser.expect_clean("verified");
    browser.open("/records/retention");
    browser.expect_text("Kept for now");
    browser.expect_clean("retention");
    browser.open("/audits");
    browser.follow("Internal audit of the ISMS, September 2026");
    browser.follow("Records of the audit");
    browser.follow("Dossier");
    browser.expect_text("one file that proves itself");
    browser.expect_clean("dossier");
}

#[test]
fn a_table_of_rules_is_imported_without_scripts() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("yard.csv");
    std::fs::write(&file, "Nr,Rule,Colour\n1,Gates are shut at night,red\n2,Visitors sign the book,blue\n")
        .unwrap();
    browser.scripts_off();
    browser.open("/catalogue/import");
    browser.expect_clean("import");
    browser.upload("File", &file);
    browser.press("Look into the file");
    browser.expect_text("Gates are shut at night");
    browser.expect_clean("import-columns");
    browser.press("Check it");
    browser.expect_text("nothing was adopted");
    browser.expect_clean("import-problems");
    browser.fill("Identifier of the set", "Yard rules:2026");
    browser.fill("Title", "Yard rules");
    browser.fill("Publisher", "Works");
    browser.fill("Edition", "2026");
    browser.fill("Source", "the yard itself");
    browser.press("Check it");
    browser.expect_text("There is no problem");
    browser.expect_clean("import-ready");
    browser.press("Adopt it");
    browser.until("the set", || (browser.heading() == "Yard rules").then_some(()));
    browser.expect_clean("import-adopted");
}

#[test]
fn the_library_speaks_german() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.press(TEAM_LEADER);
    browser.press("Deutsch");
    browser.expect_text("Was auf Sie wartet");
    browser.open("/methods/sample-size");
    browser.expect_text("Stichprobenumfang");
    browser.fill("Risiko irrtümlicher Annahme (optional)", "0,05");
    browser.fill("Tolerierbare Rate", "0,06");
    browser.fill("Erwartete Rate (optional)", "0,01");
    browser.press("Berechnen");
    browser.expect_text("78 Elemente untersuchen");
    browser.expect_clean("methode");
    browser.open("/catalogue");
    browser.expect_text("Auditkriterien und ihre Abdeckung");
    browser.expect_clean("katalog");
}
