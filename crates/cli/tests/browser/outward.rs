//! What goes out and comes in again, as people use it: tables, templates, calendars, webhooks, and an audit lent for the field.

use crate::world::World;

const MANAGER: &str = "Moira Tandy";
const LEADER: &str = "Adaeze Nwosu";
const AUDIT: &str = "Internal audit of the ISMS, September 2026";

#[test]
fn an_audit_s_files_are_taken_out_and_its_tables_taken_in() {
    let world = World::served();
    let Some(browser) = world.sign_in(LEADER) else { return };
    browser.open("/audits");
    browser.follow(AUDIT);
    let audit = browser.session.evaluate("location.pathname").as_str().unwrap().to_owned();
    browser.open(&format!("{audit}/files"));
    browser.expect_clean("audit-files");
    browser.open(&format!("{audit}/tables"));
    browser.expect_clean("audit-tables");
    browser.open(&format!("{audit}/field"));
    browser.expect_clean("audit-field");
    browser.open("/settings/calendar");
    browser.expect_clean("calendar-empty");
}

#[test]
fn a_list_of_people_is_looked_at_before_it_is_taken() {
    let world = World::served();
    let Some(browser) = world.sign_in(MANAGER) else { return };
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("people.csv");
    let rows = "Name,E-mail,Employer,Languages,Time zone\nIngrid Sandvik,ingrid@fernhill.example,Fernhill Audit Practice,en,Europe/Oslo\n\
                Nobody,no address,Fernhill Audit Practice,en,Europe/Nowhere\n";
    std::fs::write(&list, rows).unwrap();
    browser.open("/people/tables");
    browser.expect_clean("people-tables");
    browser.upload("File", &list);
    browser.press("See what would change");
    browser.expect_text("Ingrid Sandvik");
    browser.expect_clean("people-tables-looked-at");
    browser.open("/settings/templates");
    browser.expect_clean("templates");
    browser.press(MANAGER);
    browser.press("Deutsch");
    for (path, name) in [
        ("/settings/templates", "templates-german"),
        ("/settings/calendar", "calendar-german"),
        ("/people/tables", "people-tables-german"),
    ] {
        browser.open(path);
        browser.expect_clean(name);
    }
}

#[test]
fn whoever_looks_after_the_installation_names_an_endpoint() {
    let world = World::served();
    let Some(browser) = world.sign_in_as_operator() else { return };
    browser.open("/settings/webhooks");
    browser.expect_clean("webhooks-empty");
    browser.press("Operator of the store");
    browser.press("Deutsch");
    browser.open("/settings/webhooks");
    browser.expect_clean("webhooks-german");
}
