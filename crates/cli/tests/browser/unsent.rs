//! The desk without a connection: what is done goes on, is shown as not saved, and arrives once.

use serde_json::json;

use crate::browser::Browser;
use crate::under_way::{AUDITOR, LEADER, UnderWay};
use crate::world::World;

const TAB: &str = "\u{E004}";
const METHOD: &str = "How the information was collected";
const DOCUMENTS: &str = "Review of documented information";
const UNSENT: &str = "Not saved yet";

fn desk(work: &UnderWay, paper: usize) -> String {
    format!("/audits/{}/desk?paper={}", work.audit, work.papers[paper])
}

/// Opens a paper, and waits until the browser has kept it.
fn open(browser: &Browser, work: &UnderWay, paper: usize) {
    browser.open(&desk(work, paper));
    let kept = format!(
        "Promise.all([caches.match(location.origin + '{}'), caches.match(location.origin + '/away'), \
         caches.open('assize-parts').then((parts) => parts.keys())]) \
         .then(([page, away, parts]) => Boolean(page && away && navigator.serviceWorker.controller) && parts.length > 4)",
        desk(work, paper)
    );
    browser.until("the paper, kept", || (browser.session.evaluate(&kept) == true).then_some(()));
}

/// Writes a note and leaves its field.
fn note(browser: &Browser, text: &str) {
    browser.choose(METHOD, DOCUMENTS);
    browser.fill("Note", text);
    browser.keys(TAB);
}

/// The notes of a paper: their texts, in order.
fn notes(world: &World, work: &UnderWay, paper: usize) -> Vec<String> {
    let notes = world.records("note", &["--link", &format!("paper={}", work.papers[paper])]);
    let mut texts: Vec<String> =
        notes.iter().map(|(_, note)| note["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

fn expect_sent(browser: &Browser) {
    browser.until("nothing unsent", || browser.all("#unsent").is_empty().then_some(()));
}

#[test]
fn what_is_done_while_the_line_is_cut_arrives_once_also_after_the_page_was_closed() {
    let (world, line) = World::served_by_line();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    let photograph = world.folder().join("server-room.jpg");
    std::fs::write(&photograph, vec![0x5a; 300_000]).unwrap();

    line.cut();
    note(&browser, "The door of the server room stood open.");
    browser.expect_text("Not saved yet: the server cannot be reached");
    browser.press("Write the note");
    browser.until("an empty form", || browser.value("Note").is_empty().then_some(()));
    browser.upload("Take files as evidence", &photograph);
    browser.press("Take");
    browser.until("both, unsent", || (browser.all("#unsent li").len() == 2).then_some(()));
    let text = browser.text();
    for part in ["The door of the server room stood open.", "39 characters", "server-room.jpg", "300 kB"] {
        assert!(text.contains(part), "`{part}` in:\n{text}");
    }
    // What cannot wait is not sent into nothing.
    browser.fill("Reason for the evaluation (optional)", "It was open.");
    browser.press("Evaluate the paper");
    browser.expect_text("This has to wait until the connection is back");
    assert_eq!(browser.value("Reason for the evaluation (optional)"), "It was open.");
    assert_eq!(notes(&world, &work, 1), Vec::<String>::new());

    // The page is closed, and opened again without a connection: it is there, and so is what was done.
    browser.open_address("about:blank");
    browser.open(&desk(&work, 1));
    browser.expect_text("You see this page as it was");
    browser.until("both, unsent", || (browser.all("#unsent li").len() == 2).then_some(()));
    note(&browser, "The lock was found broken.");
    browser.until("three, unsent", || (browser.all("#unsent li").len() == 3).then_some(()));
    // A page that was never open is not there, and the browser says which are.
    browser.open(&desk(&work, 2));
    browser.expect_text("Papers that you had open here");
    browser
        .until("the paper that was open", || (browser.all("[data-kept-papers] a").len() == 1).then_some(()));
    browser.open(&desk(&work, 1));
    browser.until("three, unsent", || (browser.all("#unsent li").len() == 3).then_some(()));

    line.mend();
    expect_sent(&browser);
    let both = ["The door of the server room stood open.", "The lock was found broken."];
    assert_eq!(notes(&world, &work, 1), both);
    let evidence = world.records("evidence", &["--link", &format!("audit={}", work.audit)]);
    let taken: Vec<_> = evidence.iter().filter(|(_, one)| one["name"] == "server-room.jpg").collect();
    assert_eq!(taken.len(), 1, "{evidence:#?}");
    browser.open(&desk(&work, 1));
    browser.expect_text("server-room.jpg");
    assert_eq!(browser.all("#evidence li").len(), 1);
    assert!(!browser.text().contains(UNSENT));
}

#[test]
fn what_arrived_and_was_not_answered_is_there_once() {
    let (world, line) = World::served_by_line();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    let file = world.folder().join("register.csv");
    std::fs::write(&file, "supplier,tier\nTillbird,A\n").unwrap();

    line.one_way();
    note(&browser, "Fifteen suppliers in the register.");
    browser.expect_text("Not saved yet: the server cannot be reached");
    browser.until("the note, in the record", || (notes(&world, &work, 1).len() == 1).then_some(()));
    browser.upload("Take files as evidence", &file);
    browser.press("Take");
    browser.until("both, unsent", || (browser.all("#unsent li").len() == 2).then_some(()));
    // What was typed on becomes the same note, longer.
    note(&browser, "Fifteen suppliers in the register; all were asked.");
    browser.until("three, unsent", || (browser.all("#unsent li").len() == 3).then_some(()));

    line.mend();
    expect_sent(&browser);
    assert_eq!(notes(&world, &work, 1), ["Fifteen suppliers in the register; all were asked."]);
    let evidence = world.records("evidence", &["--link", &format!("audit={}", work.audit)]);
    assert_eq!(evidence.iter().filter(|(_, one)| one["name"] == "register.csv").count(), 1);
}

#[test]
fn what_was_sent_a_day_ago_and_not_answered_is_not_sent_again_by_itself() {
    let (world, _line) = World::served_by_line();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    browser.choose(METHOD, DOCUMENTS);
    // As if the browser had been closed a day ago, before the answer came.
    let draft = "(() => { \
        const form = document.querySelector('form[data-note]'); \
        const typed = { text: 'Seven doors were open.', role: '', method: form.elements['/method'].value }; \
        const sent = { ...typed, once: 'a'.repeat(32), tried: Date.now() - 21 * 60 * 60_000 }; \
        localStorage.setItem(`assize-note ${document.body.dataset.person} ${form.dataset.note}`, \
            JSON.stringify({ ...typed, at: '10:00', saved: false, sent })); })()";
    browser.session.evaluate(draft);
    browser.open(&desk(&work, 1));
    browser.until("the draft", || (browser.value("Note") == "Seven doors were open.").then_some(()));
    note(&browser, "Seven doors were open.");
    browser.expect_text("It may have been saved");
    assert_eq!(notes(&world, &work, 1), Vec::<String>::new());
    // What is typed on waits for it, and is no second note.
    note(&browser, "Seven doors were open; six were shut again.");
    browser.until("both, unsent", || (browser.all("#unsent li").len() == 2).then_some(()));
    assert_eq!(notes(&world, &work, 1), Vec::<String>::new());
    browser.press("Send again");
    expect_sent(&browser);
    assert_eq!(notes(&world, &work, 1), ["Seven doors were open; six were shut again."]);
}

#[test]
fn what_the_server_does_not_take_stays_with_the_reason_until_its_person_decides() {
    let (world, line) = World::served_by_line();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    note(&browser, "Two keys are missing.");
    browser.expect_text("of the journal");

    line.cut();
    note(&browser, "Two keys are missing; one was found.");
    browser.until("the note, unsent", || (browser.all("#unsent li").len() == 1).then_some(()));
    // Meanwhile the same note becomes something else, as from another device.
    let found = world.records("note", &["--link", &format!("paper={}", work.papers[1])]);
    let people = world.records("person", &[]);
    let (leader, _) = people.iter().find(|(_, person)| person["name"] == LEADER).unwrap();
    world.act(leader, "note.edit", &json!({ "note": found[0].0, "text": "Three keys are missing." }));
    line.mend();
    browser
        .until("what was not taken", || (browser.all("#unsent .is-stuck .problem").len() == 1).then_some(()));
    browser.expect_text("It stays here until you decide.");
    // The browser says of itself that nothing came through.
    browser.console_errors();
    browser.expect_clean("desk-unsent");
    assert_eq!(notes(&world, &work, 1), ["Three keys are missing."]);

    browser.press("Send as a note of its own");
    expect_sent(&browser);
    assert_eq!(notes(&world, &work, 1), ["Three keys are missing.", "Two keys are missing; one was found."]);
}

#[test]
fn somebody_else_in_the_same_browser_finds_nothing_of_it() {
    let (world, line) = World::served_by_line();
    let work = world.under_way();
    let Some(browser) = world.sign_in(LEADER) else { return };
    open(&browser, &work, 1);
    line.cut();
    note(&browser, "Between me and the paper.");
    browser.until("the note, unsent", || (browser.all("#unsent li").len() == 1).then_some(()));
    // The session is over before the connection is back.
    browser.session.devtools("Network.clearBrowserCookies", json!({}));
    line.mend();
    browser.expect_text("You are signed out.");

    let browser = world.sign_in_here(browser, AUDITOR);
    browser.until("no kept page", || {
        let kept = browser.session.evaluate("caches.has('assize-papers')");
        (kept == false).then_some(())
    });
    open(&browser, &work, 1);
    assert!(!browser.text().contains("Between me and the paper."));
    assert_eq!(browser.value("Note"), "");
    assert!(browser.all("#unsent").is_empty());
    assert_eq!(notes(&world, &work, 1), Vec::<String>::new());

    // It is sent when its person is back, and leaving is asked about while something waits.
    let browser = world.sign_in_here(browser, LEADER);
    browser.until("the note", || (notes(&world, &work, 1).len() == 1).then_some(()));
    open(&browser, &work, 1);
    line.cut();
    note(&browser, "One thing more.");
    browser.until("the note, unsent", || (browser.all("#unsent li").len() == 1).then_some(()));
    browser.press(LEADER);
    browser.press("Sign out");
    browser.expect_text("Some of what you did is not saved yet");
    browser.press("Stay");
    line.mend();
    expect_sent(&browser);
    browser.press("Sign out");
    browser.until("the way in", || (browser.heading() == "Sign in").then_some(()));
    assert_eq!(browser.session.evaluate("caches.has('assize-papers')"), false);
}
