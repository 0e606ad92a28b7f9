//! A sample drawn by lot on the pages of an audit, a programme's audits staffed, and its policy changed in a part.

use crate::under_way::LEADER;
use crate::world::World;

const MANAGER: &str = "Moira Tandy";
const PROGRAMME: &str = "Internal ISMS audit programme 2026 of Lindmoor Laboratory Systems";

#[test]
fn a_sample_is_drawn_by_lot_without_scripts() {
    let world = World::served();
    let under_way = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("suppliers.csv");
    let rows: String = (1..=30).map(|n| format!("S-{n:03},Supplier {n}\n")).collect();
    std::fs::write(&file, format!("number,name\n{rows}")).unwrap();
    browser.open(&format!("/audits/{}/draws", under_way.audit));
    browser.expect_text("Nothing was drawn for this audit yet");
    browser.expect_clean("draws-empty");
    browser.scripts_off();
    browser.open(&format!("/audits/{}/draws", under_way.audit));
    browser.press("Declare a population");
    browser.expect_text("No file was chosen");
    browser.scripts_on();
    browser.expect_clean("draws-wrong");
    browser.scripts_off();
    browser.upload("File of the population", &file);
    browser.fill("Name of the population", "Suppliers of the platform");
    browser.fill("Column of unique keys", "number");
    browser.fill("Check of completeness", "Compared with the ledger of payments");
    browser.choose("Sampling method", "Simple random sample");
    browser.fill("Sample size", "6");
    browser.fill("Basis of the sample size", "Six of thirty, after the plan of the audit");
    browser.press("Declare a population");
    browser.expect_text("The population is on record");
    browser.expect_clean("draw-declared");
    browser.press("Make the seed");
    browser.expect_text("Give the very file that was declared");
    browser.expect_clean("draw-seeded");
    browser.upload("File of the population", &file);
    browser.press("Draw the sample");
    browser.expect_text("The 6 items of the sample");
    browser.expect_clean("draw-drawn");
    browser.open(&format!("/audits/{}/draws", under_way.audit));
    browser.expect_text("6 of 30");
    browser.expect_clean("draws");
}

#[test]
fn the_audits_of_a_programme_are_staffed() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Programmes");
    browser.follow(PROGRAMME);
    browser.follow("Plan");
    browser.follow("Staff and date the audits");
    browser.expect_text("What the records do not say");
    browser.expect_clean("staffing");
    browser.press("Find a plan");
    browser.expect_text("Put the plan on record");
    browser.expect_clean("staffing-planned");
    browser.press("Put the plan on record");
    browser.expect_text("Save the file");
}

#[test]
fn a_policy_is_read_and_changed_in_a_part() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.follow("Programmes");
    browser.follow(PROGRAMME);
    browser.follow("Policy");
    browser.expect_text("The figures that standards leave to the auditing organization");
    browser.expect_clean("policy");
    let policy = browser.session.get("/url").as_str().unwrap().to_owned();
    browser.open_address(&format!("{policy}/times"));
    browser.expect_text("Default: 15");
    browser.expect_clean("policy-times");
    browser.fill("Days to the issue of the report", "0");
    browser.press("Save");
    browser.expect_text("have to be put right");
    browser.expect_clean("policy-wrong");
    browser.open("/settings");
    browser.press(MANAGER);
    browser.press("Deutsch");
    browser.follow("Programme");
    browser.follow(PROGRAMME);
    browser.follow("Regeln");
    browser.expect_text("Karenzzeiten");
    browser.expect_clean("regeln");
    browser.open_address(&format!("{policy}/cooling"));
    browser.expect_text("Zertifizierungsaudits");
    browser.expect_clean("regeln-karenz");
}

#[test]
fn a_dossier_is_saved_without_what_was_ticked() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.open("/audits");
    browser.follow("Internal audit of the ISMS, September 2026");
    browser.follow("Records of the audit");
    browser.follow("Dossier");
    browser.press("Leave parts out");
    browser.expect_text("Files of evidence");
    browser.expect_clean("dossier-withhold");
}
