//! What people do with the pages, from signing in on.

use crate::world::World;

const TEAM_LEADER: &str = "Adaeze Nwosu";
const MANAGER: &str = "Moira Tandy";

#[test]
fn every_page_is_clean() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.expect_text("Good day");
    browser.expect_clean("today");
    for (place, heading) in [("Auditors", "Auditors"), ("Auditees", "Auditees")] {
        browser.follow(place);
        browser.until(heading, || (browser.heading() == heading).then_some(()));
        browser.expect_clean(&heading.to_lowercase().replace(' ', "-"));
    }
    browser.open("/records");
    browser.expect_text("none can be changed without being found out");
    browser.expect_clean("records");
    browser.open("/audits");
    browser.expect_clean("audits");
    browser.follow("Internal audit of the ISMS, September 2026");
    browser.expect_text("The way of this audit");
    browser.expect_clean("audit");
    browser.follow("Desk");
    browser.expect_text("204 of 204 papers");
    browser.expect_clean("desk");
    browser.follow("Records of the audit");
    browser.expect_clean("audit-records");
    // Its state takes no finding any more, and is asked for the auditee's view.
    browser.follow("Record feedback of the auditee");
    browser.expect_text("Records what a contact of the auditee or the client says of ");
    browser.expect_clean("act");
    browser.open("/nowhere");
    browser.expect_text("There is nothing here");
}

#[test]
fn what_is_wrong_stands_beside_its_field_and_nothing_is_lost() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    // Without scripts the core works the same.
    for scripts in [true, false] {
        if !scripts {
            browser.scripts_off();
        }
        browser.open("/records/person");
        browser.follow("Register a person");
        browser.fill("Name", "Ingrid Sandvik");
        browser.press("Register a person");
        browser.expect_text("what you typed is still here");
        browser.expect_text("Please fill this in");
        browser.expect_clean(if scripts { "act-refused" } else { "act-refused-without-scripts" });
        browser.fill("Employer", "Fernhill Audit Practice");
        browser.fill("Time zone", "Europe/Oslo");
        browser.press("Register a person");
        browser.expect_text("The person is registered.");
        browser.until("the person", || (browser.heading() == "Ingrid Sandvik").then_some(()));
    }
    browser.expect_clean("person");
}

#[test]
fn what_was_typed_outlives_a_cut_network() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    browser.open("/do/person.register");
    browser.fill("Name", "Ingrid Sandvik");
    browser.until("what was typed, kept", || {
        let kept = browser.session.evaluate("JSON.stringify(localStorage)");
        kept.as_str().is_some_and(|kept| kept.contains("Ingrid Sandvik")).then_some(())
    });
    browser.network_off();
    browser.press("Register a person");
    browser.until("the browser's own page, that there is no network", || {
        (browser.session.evaluate("location.protocol") == "chrome-error:").then_some(())
    });
    browser.network_on();
    browser.open("/do/person.register");
    browser.expect_text("This browser has kept it");
    browser.press("Take it back into the form");
    browser.fill("Employer", "Fernhill Audit Practice");
    browser.fill("Time zone", "Europe/Oslo");
    browser.press("Register a person");
    browser.until("the person", || (browser.heading() == "Ingrid Sandvik").then_some(()));
}

#[test]
fn a_row_more_is_nothing_unsent_and_comes_back_with_the_rest() {
    const KEPT: &str = "This browser has kept it";
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    let typed = |place: &str| {
        let value = browser.session.evaluate(&format!("document.querySelector(`[name='{place}']`)?.value"));
        value.as_str().unwrap_or_default().to_owned()
    };
    browser.open("/do/auditee.register");
    browser.put("/name", "Fernhill Ferries");
    browser.add_row("/sites", 0);
    assert_eq!(typed("/name"), "Fernhill Ferries");
    browser.put("/sites/0/name", "Harbour office");
    assert!(!browser.text().contains(KEPT), "what an Add button sent was called unsent");

    // It was not sent, and is left: then it is offered, with the row that this page does not have.
    browser.open("/");
    browser.open("/do/auditee.register");
    browser.expect_text(KEPT);
    browser.press("Take it back into the form");
    browser.until("the row", || (typed("/sites/0/name") == "Harbour office").then_some(()));
    assert_eq!(typed("/name"), "Fernhill Ferries");
    assert!(!browser.text().contains(KEPT));
}

#[test]
fn the_pages_speak_german_too() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.press(TEAM_LEADER);
    browser.press("Deutsch");
    browser.expect_text("Was auf Sie wartet");
    browser.follow("Audits");
    browser.follow("Internal audit of the ISMS, September 2026");
    browser.expect_text("Der Weg dieses Audits");
    browser.expect_clean("audit-german");
}

#[test]
fn a_link_signs_in_once() {
    let world = World::served();
    let Some(browser) = world.sign_in(TEAM_LEADER) else { return };
    browser.press(TEAM_LEADER);
    browser.press("Sign out");
    browser.expect_text("Email address or name");
    browser.expect_clean("sign-in-by-address");
    browser.open("/audits");
    browser.until("the way in", || (browser.heading() == "Sign in").then_some(()));
}
