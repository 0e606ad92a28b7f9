//! Signing acts that bind, as people do it: with a passkey, with passphrase and code and no script, and by somebody who has neither yet.

use std::time::{SystemTime, UNIX_EPOCH};

use assize_store::totp_at;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::world::{World, assize};

const TEAM_LEADER: &str = "Adaeze Nwosu";
const REVIEWER: &str = "Yusuf Demir";
const AUDIT: &str = "Internal audit of the ISMS, September 2026";
const PASSPHRASE: &str = "walrus under the tram";

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

/// What somebody signs with who has a passphrase and codes.
pub struct Codes {
    secret: String,
}

impl Codes {
    /// Sets both up on the page for it, in a browser that has just signed in.
    pub fn set_up(browser: &Browser) -> Self {
        browser.open("/settings/sign-in");
        browser.fill("New passphrase", PASSPHRASE);
        browser.fill("New passphrase, again", PASSPHRASE);
        browser.press("Set the passphrase");
        browser.expect_text("The passphrase is set");
        browser.press("Set up codes");
        browser.expect_text("Read the picture with your app");
        let secret = browser.session.evaluate("document.querySelector('code.secret').textContent");
        let secret = secret.as_str().unwrap().to_owned();
        browser.fill("The code that the app shows now", &totp_at(&secret, now()));
        browser.press("Confirm");
        browser.expect_text("Your recovery codes");
        browser.follow("I have kept them");
        browser.expect_text("10 recovery codes are left");
        Self { secret }
    }

    /// Signs what the page asks to be signed.
    pub fn sign(&self, world: &World, browser: &Browser) {
        browser.expect_text("What you sign");
        // A code is good once; half a minute passes in the store.
        sql(world, "UPDATE account SET totp_step = 0");
        browser.fill("Passphrase", PASSPHRASE);
        browser.fill("Code of now", &totp_at(&self.secret, now()));
        browser.press("Sign with passphrase and code");
    }
}

/// Makes a passkey on the page for it, in a browser that has just signed in under a name.
pub fn set_up_passkey(browser: &Browser) {
    browser.plug_in("internal");
    browser.open("/settings/sign-in");
    browser.fill("What you call it", "Laptop");
    browser.press("Make a passkey");
    browser.expect_text("The passkey is kept");
}

/// Signs with it.
pub fn sign_by_passkey(browser: &Browser) {
    browser.expect_text("What you sign");
    browser.press("Sign with a passkey");
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

/// What a person has in hand on a report that the leader has drafted anew.
fn at_the_report(browser: &Browser) {
    browser.open("/audits");
    browser.follow(AUDIT);
    browser.follow("Report");
}

/// What is set up beside a page, in a window of its own that is closed after it.
fn beside<T>(browser: &Browser, act: impl FnOnce() -> T) -> T {
    let here = browser.session.get("/window");
    let made = browser.session.post("/window/new", &json!({ "type": "tab" }));
    browser.session.post("/window", &json!({ "handle": made["handle"] }));
    let done = act();
    browser.session.post("/window", &json!({ "handle": here }));
    done
}

#[test]
fn a_report_is_signed_by_whoever_it_binds() {
    let world = World::served();
    let Some(leader) = world.sign_in_by_name(TEAM_LEADER) else { return };
    set_up_passkey(&leader);
    at_the_report(&leader);
    leader.follow("Amend the report");
    leader.fill("Reason for the amendment", "The client's address was wrong.");
    leader.press("Save the draft");
    leader.expect_text("The report is drafted.");

    // The reviewer came by a link and has nothing to sign with: they set it up beside the page, and what they typed is still there.
    let Some(reviewer) = world.sign_in_by_name(REVIEWER) else { return };
    at_the_report(&reviewer);
    reviewer.follow("Review the report");
    reviewer.fill("Remarks (optional)", "The reason is \"plain\" & short.\nNothing else.");
    reviewer.press("Review the report");
    reviewer.expect_text("You have nothing to sign with yet");
    reviewer.expect_text("I have reviewed the audit report with this content.");
    reviewer.expect_clean("sign-none");
    let codes = beside(&reviewer, || Codes::set_up(&reviewer));
    reviewer.press("I have set it up: go on");
    reviewer.expect_text("The reason is \"plain\" & short.");
    reviewer.expect_clean("sign-by-codes");
    reviewer.fill("Passphrase", "a guess that fails");
    reviewer.fill("Code of now", "000000");
    reviewer.press("Sign with passphrase and code");
    reviewer.expect_text("That does not show that it is you");
    codes.sign(&world, &reviewer);
    reviewer.expect_text("The report is reviewed.");
    reviewer.expect_text("Signed with passphrase and one-time code; attested by the server.");

    at_the_report(&leader);
    leader.follow("Approve the report");
    leader.press("Approve the report");
    leader.expect_text("I approve the audit report with this content.");
    leader.expect_clean("sign");
    sign_by_passkey(&leader);
    leader.expect_text("The report is approved.");
    leader.expect_text("Signed with a passkey.");
    leader.follow("Issue the report");
    leader.press("Issue the report");
    sign_by_passkey(&leader);
    leader.expect_text("The report is issued.");
    leader.expect_text("Signatures");
    leader.expect_clean("report-signed");
    leader.press(TEAM_LEADER);
    leader.press("Deutsch");
    leader.expect_text("Mit einem Passkey unterschrieben.");
    leader.expect_clean("report-signed-german");

    let output = assize(world.folder(), &["verify", "--json"]).output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["ok"], true, "{said:#}");
    assert_eq!((&said["signatures"]["passkey"], &said["signatures"]["server"]), (&json!(2), &json!(1)));
}

#[test]
fn a_report_is_reviewed_and_signed_without_scripts_on_a_telephone_in_german() {
    let world = World::served();
    let Some(leader) = world.sign_in(TEAM_LEADER) else { return };
    at_the_report(&leader);
    leader.follow("Amend the report");
    leader.fill("Reason for the amendment", "The client's address was wrong.");
    leader.press("Save the draft");
    leader.expect_text("The report is drafted.");
    let Some(reviewer) = world.sign_in(REVIEWER) else { return };
    let codes = Codes::set_up(&reviewer);
    reviewer.scripts_off();
    reviewer.set_size(crate::browser::NARROW);
    at_the_report(&reviewer);
    reviewer.follow("Review the report");
    reviewer.press("Review the report");
    codes.sign(&world, &reviewer);
    reviewer.expect_text("The report is reviewed.");
    // In German the leader is told the same.
    leader.press(TEAM_LEADER);
    leader.press("Deutsch");
    leader.open("/audits");
    leader.follow(AUDIT);
    leader.follow("Bericht");
    leader.follow("Auditbericht freigeben");
    leader.press("Auditbericht freigeben");
    leader.expect_text("Ich gebe den Auditbericht mit diesem Inhalt frei.");
    leader.expect_text("Sie haben noch nichts, womit Sie unterschreiben können");
    leader.expect_clean("sign-none-german");
}
