//! The report: amended, reviewed, approved, issued and compared on its pages.

use crate::signing::{Codes, set_up_passkey, sign_by_passkey};
use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const REVIEWER: &str = "Yusuf Demir";
const AUDIT: &str = "Internal audit of the ISMS, September 2026";

#[test]
fn a_report_is_amended_and_issued_on_its_pages() {
    let world = World::served();
    let Some(leader) = world.sign_in_by_name(TEAM_LEADER) else { return };
    set_up_passkey(&leader);
    leader.open("/audits");
    leader.follow(AUDIT);
    leader.follow("Report");
    leader.expect_text("5 of 6 have acknowledged the report.");
    leader.expect_text("As it was issued");
    leader.expect_clean("report-issued");

    leader.follow("Amend the report");
    leader.fill("Reason for the amendment", "The client's address was wrong.");
    leader.expect_clean("report-write");
    leader.press("Save the draft");
    leader.expect_text("The report is drafted.");
    leader.expect_text("Every item is there");
    leader.expect_clean("report-draft");

    // Whoever wrote it does not review it: the law says so before anybody tries.
    leader.expect_text("who reviews the report has written it");
    let Some(reviewer) = world.sign_in(REVIEWER) else { return };
    let codes = Codes::set_up(&reviewer);
    reviewer.open("/audits");
    reviewer.follow(AUDIT);
    reviewer.follow("Report");
    reviewer.follow("Review the report");
    reviewer.fill("Remarks (optional)", "The reason is plain.");
    reviewer.press("Review the report");
    codes.sign(&world, &reviewer);
    reviewer.expect_text("The report is reviewed.");
    reviewer.expect_text("The reason is plain.");

    leader.open("/audits");
    leader.follow(AUDIT);
    leader.follow("Report");
    leader.follow("Approve the report");
    leader.press("Approve the report");
    sign_by_passkey(&leader);
    leader.expect_text("The report is approved.");
    leader.follow("Issue the report");
    leader.expect_text("Version 1 is marked as replaced");
    leader.expect_clean("report-issue");
    leader.press("Issue the report");
    sign_by_passkey(&leader);
    leader.expect_text("The report is issued.");
    leader.expect_text("0 of 6 have acknowledged the report.");

    leader.follow("Compare with the version before");
    leader.expect_text("The client's address was wrong.");
    leader.expect_clean("report-compare");
}

#[test]
fn the_report_speaks_german_too() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.press(TEAM_LEADER);
    browser.press("Deutsch");
    browser.follow("Audits");
    browser.follow(AUDIT);
    browser.follow("Bericht");
    browser.expect_text("5 von 6 haben den Empfang bestätigt.");
    browser.expect_clean("report-german");
}
