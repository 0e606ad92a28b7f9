//! Findings: from the register to the path of each, and the composer with and without scripts.

use crate::browser::Browser;
use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const AUDIT: &str = "Internal audit of the ISMS, September 2026";

#[test]
fn findings_are_found_and_followed() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
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
    browser.expect_text("correction, cause and action by the auditee");
    browser.expect_clean("finding");
    browser.open("/findings?state=closed");
    browser.expect_text("One finding");
    browser.open("/findings?text=nothing+of+the+kind");
    browser.expect_text("No finding fits this filter");
    browser.expect_clean("findings-none");
}

/// Opens the composer on the first paper that lacks its nonconformity.
fn compose(browser: &Browser) {
    browser.open("/audits");
    browser.follow(AUDIT);
    browser.open(&format!("{}/findings", path_of(browser)));
    browser.expect_text("Drafted and not raised");
}

fn path_of(browser: &Browser) -> String {
    let at = browser.until("the audit", || {
        let at = browser.session.get("/url");
        let at = at.as_str().unwrap_or_default().to_owned();
        at.contains("/audits/").then_some(at)
    });
    at.split_once("/audits/").map(|(_, id)| format!("/audits/{}", &id[..36])).unwrap()
}

#[test]
fn a_nonconformity_is_composed_refused_mended_and_raised() {
    let world = World::conducting();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    for scripts in [true, false] {
        if !scripts {
            browser.scripts_off();
        }
        compose(&browser);
        if scripts {
            browser.expect_clean("audit-findings");
        }
        browser.follow("Write the nonconformity");
        browser.expect_text("What this test typically finds");
        browser.expect_clean(if scripts { "composer" } else { "composer-without-scripts" });
        browser.fill("Short title", "A title that stays");
        browser.fill(
            "Statement of the finding",
            "We believe that this is so. The organization should implement a rule.",
        );
        if scripts {
            browser.expect_text("voices an opinion");
            browser.expect_text("prescribes a solution");
        }
        browser.press("Draft a finding");
        browser.expect_text("what you typed is still here");
        browser.expect_text("the nonconformity names no objective evidence");
        browser.expect_clean(if scripts { "composer-refused" } else { "composer-refused-without-scripts" });
        browser.fill("Statement of the finding", "Of 12 cases 3 were not as the rule demands.");
        browser.fill("Objective evidence", "Register of cases, rows 4, 7 and 9, seen on 16 September 2026.");
        let minor = browser.all("input[type=radio][value=minor]");
        browser.click(&minor[0]);
        browser.press("Draft a finding");
        browser.expect_text("The finding is drafted.");
        browser.expect_text("A title that stays");
    }
    browser.scripts_on();
    browser.open("/findings?text=a+title+that+stays&state=drafted");
    browser.expect_text("2 findings");
    browser.open("/");
    browser.expect_text("Raise the finding");
}
