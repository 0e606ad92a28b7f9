//! Signing in, as people do it: from the invitation to the passkey, and in the middle of a note.

use std::time::{SystemTime, UNIX_EPOCH};

use assize_store::totp_at;
use serde_json::{Value, json};

use crate::browser::{Browser, NARROW};
use crate::under_way::{LEADER, UnderWay};
use crate::world::{World, assize};

const TAB: &str = "\u{E004}";
const METHOD: &str = "How the information was collected";
const DOCUMENTS: &str = "Review of documented information";
const MAIL: &str = "adaeze.nwosu@fernhill.example";
const PASSPHRASE: &str = "walrus under the tram";

/// What a command of `assize account` answers.
fn account(world: &World, arguments: &[&str]) -> Value {
    let arguments = [&["account"], arguments, &["--json"]].concat();
    let output = assize(world.folder(), &arguments).output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{arguments:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Runs SQL behind the server's back, as time would pass.
fn sql(world: &World, sql: &'static str) {
    use sqlx::{Connection as _, Executor as _};
    let file = world.folder().join("assize.db");
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
        conn.execute(sql).await.unwrap();
    });
}

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// Sets a passphrase by an invitation; the browser is signed in then.
fn invited(world: &World, browser: &Browser) {
    let link =
        account(world, &["invite", LEADER, "--at", &browser.base])["link"].as_str().unwrap().to_owned();
    browser.open_address(&link);
    browser.expect_text(&format!("Welcome, {LEADER}"));
    browser.press("Set up how I sign in");
    browser.expect_text("One step before you begin");
    browser.fill("New passphrase", PASSPHRASE);
    browser.fill("New passphrase, again", PASSPHRASE);
    browser.press("Set the passphrase");
    browser.expect_text("The passphrase is set");
}

fn sign_out(browser: &Browser) {
    browser.press(LEADER);
    browser.press("Sign out");
    browser.until("the way in", || (browser.heading() == "Sign in").then_some(()));
}

fn open_desk(browser: &Browser, work: &UnderWay, paper: usize) {
    browser.open(&format!("/audits/{}/desk?paper={}", work.audit, work.papers[paper]));
}

#[test]
fn accounts_from_the_invitation_to_the_passkey() {
    let world = World::served();
    let Some(browser) = world.browser_by_name() else { return };
    browser.plug_in("internal");
    let link =
        account(&world, &["invite", LEADER, "--at", &browser.base])["link"].as_str().unwrap().to_owned();
    browser.open_address(&link);
    browser.expect_text(&format!("Welcome, {LEADER}"));
    browser.expect_clean("welcome");
    browser.press("Set up how I sign in");
    browser.expect_text("One step before you begin");
    browser.expect_clean("own-sign-in-first");
    browser.fill("New passphrase", "qwertyuiop123");
    browser.fill("New passphrase, again", "qwertyuiop123");
    browser.press("Set the passphrase");
    browser.expect_text("among the first that are tried");
    browser.fill("New passphrase", PASSPHRASE);
    browser.fill("New passphrase, again", PASSPHRASE);
    browser.press("Set the passphrase");
    browser.expect_text("The passphrase is set");

    browser.press("Set up codes");
    browser.expect_text("Read the picture with your app");
    // From the top: what is half under the head of the page is no smaller for it.
    browser.open("/settings/sign-in");
    browser.expect_clean("own-sign-in-codes");
    let secret = browser.session.evaluate("document.querySelector('code.secret').textContent");
    let secret = secret.as_str().unwrap().to_owned();
    browser.fill("The code that the app shows now", &totp_at(&secret, now()));
    browser.press("Confirm");
    browser.expect_text("Your recovery codes");
    browser.expect_clean("recovery-codes");
    browser.follow("I have kept them");
    browser.expect_text("10 recovery codes are left");
    sign_out(&browser);
    browser.expect_clean("sign-in");

    browser.fill("Email address or name", LEADER);
    browser.fill("Passphrase", "a guess that fails");
    browser.press("Sign in");
    browser.expect_text("That is not right");
    browser.fill("Passphrase", PASSPHRASE);
    browser.press("Sign in");
    browser.expect_text("Your second factor");
    browser.expect_clean("sign-in-second");
    browser.fill("Code", &totp_at(&secret, now() + 30_000));
    browser.press("Sign in");
    browser.expect_text("Good day");

    browser.open("/settings/sign-in");
    browser.fill("What you call it", "Laptop at the office");
    browser.press("Make a passkey");
    browser.expect_text("The passkey is kept");
    browser.expect_text("passphrase + code");
    browser.expect_clean("own-sign-in");
    sign_out(&browser);
    browser.press("Sign in with a passkey");
    browser.expect_text("Good day");
    // By it one also shows again who one is, and what was wanted goes on.
    sql(&world, "UPDATE web_session SET authenticated_at = 0");
    browser.open("/do/record.erase?back=/records/retention");
    browser.fill("Authority for the erasure", "The data protection officer");
    browser.press("Erase a record");
    browser.expect_text("Is it you?");
    browser.expect_clean("sign-in-again");
    browser.press("Go on with a passkey");
    browser.expect_text("what you typed is still here");
    assert_eq!(browser.value("Authority for the erasure"), "The data protection officer");
    browser.open("/settings/sign-in");
    browser.press("Remove Laptop at the office");
    browser.expect_text("It is removed");

    let listed = account(&world, &["list"]);
    assert_eq!(listed["accounts"][0]["factors"], json!(["passphrase", "codes"]));
    account(&world, &["lock", LEADER]);
    browser.open("/");
    browser.until("the way in", || (browser.heading() == "Sign in").then_some(()));
}

#[test]
fn accounts_a_session_that_ends_in_the_middle_of_a_note_loses_nothing() {
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.browser_by_name() else { return };
    invited(&world, &browser);
    open_desk(&browser, &work, 0);
    browser.choose(METHOD, DOCUMENTS);
    sql(&world, "UPDATE web_session SET used_at = 0");
    browser.fill("Note", "Fifteen suppliers in the register.");
    browser.keys(TAB);
    browser.expect_text("Nothing you typed is lost");
    browser.expect_clean("sign-in-over");
    browser.fill("Email address or name", LEADER);
    browser.fill("Passphrase", "a guess that fails");
    browser.press("Sign in");
    browser.expect_text("That is not right");
    browser.fill("Passphrase", PASSPHRASE);
    browser.press("Sign in");
    browser.expect_text("of the journal");
    assert_eq!(browser.value("Note"), "Fifteen suppliers in the register.");
    let notes = || world.records("note", &["--link", &format!("paper={}", work.papers[0])]);
    assert_eq!(notes().len(), 1);

    // Without scripts the form is carried along.
    browser.scripts_off();
    open_desk(&browser, &work, 1);
    browser.choose(METHOD, DOCUMENTS);
    browser.fill("Note", "Read the register without scripts; \"quoted\" & <marked>.");
    sql(&world, "UPDATE web_session SET used_at = 0");
    browser.press("Write the note");
    browser.expect_text("Your session has ended");
    browser.expect_clean("sign-in-carried");
    browser.fill("Email address or name", LEADER);
    browser.fill("Passphrase", PASSPHRASE);
    browser.press("Sign in");
    browser.expect_text("Read the register without scripts; \"quoted\" & <marked>.");
    assert_eq!(world.records("note", &["--link", &format!("paper={}", work.papers[1])]).len(), 1);
}

#[test]
fn accounts_are_looked_after_on_a_telephone_and_in_german() {
    let world = World::served();
    let Some(browser) = world.browser_by_name() else { return };
    browser.set_size(NARROW);
    let output = assize(world.folder(), &["link", "--at", &browser.base, "--json"]).output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    browser.open_address(said["link"].as_str().unwrap());
    browser.press("Sign in");
    browser.expect_text("Welcome to Assize");
    browser.open("/settings/accounts");
    browser.expect_text("Nobody has an account yet");
    browser.choose("Person", LEADER);
    browser.press("Invite somebody");
    browser.expect_text(&format!("The invitation of {LEADER}"));
    browser.expect_clean("accounts-invited");
    browser.press("Operator of the store");
    browser.press("Deutsch");
    browser.open("/settings/accounts");
    browser.expect_text("Wer sich anmelden kann, und womit.");
    browser.press(&format!("Konto von {LEADER} ändern"));
    browser.press("Sperren");
    browser.expect_text("gesperrt seit");
    browser.expect_clean("accounts-german");
    browser.open("/settings/mail");
    browser.expect_text("Mail ist nicht eingerichtet");
    browser.fill("Adresse", "ines@fernhill.example");
    browser.press("Einen Testbrief senden");
    browser.expect_text("Testbrief");
    browser.expect_clean("mail-german");
    browser.open("/settings/security");
    browser.expect_text("Angemeldet");
}
