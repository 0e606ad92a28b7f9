//! The desk while an audit is under way: two auditors, a cut network, a browser that falls, a telephone.

use crate::browser::{Browser, NARROW};
use crate::under_way::{AUDITOR, LEADER, UnderWay};
use crate::world::World;

const TAB: &str = "\u{E004}";
const METHOD: &str = "How the information was collected";
const DOCUMENTS: &str = "Review of documented information";

fn open(browser: &Browser, work: &UnderWay, paper: usize) {
    browser.open(&format!("/audits/{}/desk?paper={}", work.audit, work.papers[paper]));
}

/// Writes a note and leaves its field.
fn note(browser: &Browser, text: &str) {
    browser.choose(METHOD, DOCUMENTS);
    browser.fill("Note", text);
    browser.keys(TAB);
}

#[test]
fn two_auditors_write_on_one_paper_and_see_each_other() {
    let world = World::served();
    let work = world.under_way();
    let (Some(leader), Some(auditor)) = (world.sign_in(LEADER), world.sign_in(AUDITOR)) else { return };
    open(&leader, &work, 0);
    open(&auditor, &work, 0);
    leader.expect_clean("desk-under-way");
    note(&leader, "Fifteen suppliers in the register; one pays no tax here.");
    leader.expect_text("of the journal");
    // The page asks every ten seconds whether somebody else wrote.
    auditor.expect_text("Fifteen suppliers in the register");
    note(&auditor, "Accounts payable names a sixteenth.");
    auditor.expect_text("of the journal");
    leader.expect_text("Accounts payable names a sixteenth.");
    let notes = world.records("note", &["--link", &format!("paper={}", work.papers[0])]);
    assert_eq!(notes.len(), 2, "a note that saves itself is one note: {notes:#?}");

    // Writing on makes the same note longer.
    leader.fill("Note", "Fifteen suppliers in the register; all were asked.");
    leader.keys(TAB);
    leader.until("the note as it is now", || {
        let notes = world.records("note", &["--link", &format!("paper={}", work.papers[0])]);
        let now = notes.iter().any(|(_, note)| note["text"].as_str().unwrap().ends_with("all were asked."));
        (notes.len() == 2 && now).then_some(())
    });
}

#[test]
fn evidence_comes_first_and_the_evaluation_after_it() {
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 0);
    browser.tick("Conformity");
    browser.fill("Reason for the evaluation (optional)", "The register is whole.");
    browser.press("Evaluate the paper");
    browser.expect_text("what you typed is still here");
    assert_eq!(browser.value("Reason for the evaluation (optional)"), "The register is whole.");
    browser.expect_clean("evaluation-refused");

    open(&browser, &work, 0);
    let file = world.folder().join("register.csv");
    std::fs::write(&file, "supplier,tier\nTillbird,A\n").unwrap();
    // Nothing is taken before the button says so, and then as the form stands.
    browser.press("Take");
    browser.upload("Take files as evidence", &file);
    browser.choose("Classification", "Public");
    browser.press("Take");
    browser.until("the file among the evidence", || {
        let evidence = browser.all("#evidence li");
        (evidence.len() == 1).then_some(())
    });
    browser.expect_text("register.csv");
    let taken = world.records("evidence", &["--link", &format!("audit={}", work.audit)]);
    let taken: Vec<_> = taken.iter().filter(|(_, one)| one["name"] == "register.csv").collect();
    assert_eq!(taken.len(), 1, "{taken:#?}");
    assert_eq!(taken[0].1["classification"], "public");
    note(&browser, "Each supplier has a tier and an owner.");
    browser.expect_text("of the journal");
    browser.tick("Conformity");
    browser.press("Evaluate the paper");
    browser.until("the evaluation", || (browser.all(".state.is-conforms").len() == 1).then_some(()));
}

#[test]
fn a_cut_network_and_a_fallen_browser_lose_no_note() {
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    browser.network_off();
    note(&browser, "The contract of Tillbird names no right to audit.");
    browser.expect_text("Not saved yet: the server cannot be reached");
    browser.network_on();
    browser.expect_text("of the journal");
    let notes = || world.records("note", &["--link", &format!("paper={}", work.papers[1])]);
    assert_eq!(notes().len(), 1);

    // Typed, and not left: the browser falls.
    open(&browser, &work, 2);
    browser.choose(METHOD, DOCUMENTS);
    browser.fill("Note", "Half a sentence about");
    browser.open("/");
    open(&browser, &work, 2);
    browser.expect_text("it was not saved");
    assert_eq!(browser.value("Note"), "Half a sentence about");
}

#[test]
fn on_a_telephone_and_without_scripts_the_desk_works() {
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    browser.set_size(NARROW);
    browser.scripts_off();
    open(&browser, &work, 0);
    browser.choose(METHOD, DOCUMENTS);
    browser.fill("Note", "Read the register on the telephone.");
    browser.press("Write the note");
    browser.expect_text("Read the register on the telephone.");
    assert_eq!(world.records("note", &["--link", &format!("paper={}", work.papers[0])]).len(), 1);
    browser.expect_clean("desk-telephone");
}
