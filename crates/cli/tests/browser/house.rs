//! What is the organization's own: its logo on pages and documents, and its texts, as people set and use them.

use crate::browser::Browser;
use crate::world::World;

const MANAGER: &str = "Moira Tandy";
const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80" viewBox="0 0 320 80">
<path d="M10 70 C60 10 100 10 150 70 Z" fill="#1f5d3a"/><path d="M80 70 C130 20 190 20 240 70 Z" fill="#3b8256"/>
<circle cx="275" cy="30" r="18" fill="#c8862a"/></svg>"##;

#[test]
fn a_logo_is_set_without_scripts_and_what_is_no_logo_is_refused() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    browser.scripts_off();
    browser.open("/settings");
    browser.follow("Logo and documents");
    browser.expect_clean("letterhead-empty");
    browser.upload("Logo", &file("bad.svg", &SVG.replace("<circle", "<script>x</script><circle")));
    browser.fill("Address (optional)", "Fern Hill 1, 1010 Vienna");
    browser.press("Save");
    browser.expect_text("stands in the drawing, which is more than lines and areas");
    browser.expect_clean("letterhead-wrong");
    browser.upload("Logo", &file("logo.svg", SVG));
    browser.fill("Accent colour (optional)", "#1f5d3a");
    browser.fill("Footer (optional)", "Fernhill Audit Practice · Registered at the commercial court");
    browser.press("Save");
    browser.expect_text("What documents look like is set.");
    browser.scripts_on();
    browser.open("/settings/letterhead");
    browser.expect_text("SVG, 320 × 80");
    browser.expect_clean("letterhead");
    picture(&browser, "letterhead");
    browser.open("/audits");
    browser.follow("Internal audit of the ISMS, September 2026");
    browser.expect_clean("audit-with-logo");
    browser.follow("Plan");
    browser.follow("Print");
    browser.expect_clean("plan-print-with-logo");
}

#[test]
fn texts_are_written_and_the_report_takes_one() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.open("/settings/texts");
    browser.expect_clean("texts-empty");
    browser.open("/settings/texts/write?kind=confidentiality&language=en");
    browser.fill("Text (English)", "What {customer} shows us stays with us.");
    browser.press("Save");
    browser.expect_text("nothing is known by the name");
    browser.open("/settings/texts/write?kind=confidentiality&language=en");
    browser.fill("Text (English)", "What {auditee} shows us in “{audit}” stays with us.");
    browser.expect_clean("texts-write");
    browser.press("Save");
    browser.expect_text("The text is in use.");
    browser.expect_clean("texts");
}

/// Writes a picture of the guide, where the tests are run for it.
fn picture(browser: &Browser, name: &str) {
    if std::env::var_os("ASSIZE_TEST_GUIDE").is_some() {
        browser.guide_picture(name, 820);
    }
}
