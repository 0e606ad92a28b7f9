//! Signing on the spot: with a pen, by name, and after the minutes were corrected.

use serde_json::{Value, json};

use crate::browser::{Browser, NARROW};
use crate::under_way::{GUIDE, LEADER};
use crate::world::{World, assize};

/// Draws a line on the box to sign in.
fn draw(browser: &Browser) {
    let place = browser.session.evaluate(
        "(() => { const pad = document.querySelector('svg.pad'); pad.scrollIntoView({ block: 'center' }); \
         const box = pad.getBoundingClientRect(); return [box.left, box.top, box.width, box.height]; })()",
    );
    let [left, top, width, height] =
        [0, 1, 2, 3].map(|part| place[part].as_f64().unwrap_or_else(|| panic!("{place}")));
    let mouse = |kind: &str, across: f64, down: f64| {
        let (x, y) = (left + width * across, top + height * down);
        let held = i32::from(kind != "mouseReleased");
        let body =
            json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": held, "clickCount": 1 });
        browser.session.devtools("Input.dispatchMouseEvent", body);
    };
    mouse("mousePressed", 0.1, 0.7);
    for step in 1..=8 {
        let across = 0.1 + 0.1 * f64::from(step);
        mouse("mouseMoved", across, if step % 2 == 0 { 0.7 } else { 0.3 });
    }
    mouse("mouseReleased", 0.9, 0.7);
    browser.until("the line", || {
        let drawn = browser.session.evaluate("document.querySelector('[name=\"/drawing\"]').value");
        drawn.as_str().is_some_and(|drawn| drawn.starts_with("M ") && drawn.contains(" L ")).then_some(())
    });
}

#[test]
fn people_without_an_account_sign_a_meeting_on_the_spot() {
    let world = World::served();
    let work = world.under_way();
    let Some(browser) = world.sign_in_by_name(LEADER) else { return };
    let meetings = format!("/audits/{}/meetings", work.audit);
    browser.open(&meetings);
    let sign = browser.session.evaluate("document.querySelector('a[href$=\"/sign\"]').getAttribute('href')");
    let sign = sign.as_str().unwrap().to_owned();

    browser.open(&sign);
    browser.expect_text("I was at this meeting");
    browser.expect_clean("spot-sign");
    browser.choose("Who signs, of the attendance", &format!("{GUIDE}, guide"));
    draw(&browser);
    browser.press("Sign");
    browser.until("the signature, drawn", || (browser.all("svg.signature").len() == 1).then_some(()));
    browser.expect_text("The signature is in the record.");

    // Who stands in no attendance, and does not draw: by name, also without scripts and on a telephone.
    browser.set_size(NARROW);
    browser.scripts_off();
    browser.open(&sign);
    browser.press("Sign");
    browser.expect_text("nobody says who signs");
    browser.open(&sign);
    browser.fill("Name of whoever signs", "Rosa Field");
    browser.fill("Their function", "shift leader");
    browser.press("Sign");
    browser.until("both signatures", || (browser.all(".signed-list li").len() == 2).then_some(()));
    browser.expect_clean("spot-signed");
    browser.scripts_on();

    // By a passkey of their own, which is made for this signature.
    browser.plug_in("usb");
    browser.open(&sign);
    browser.press("Sign with a passkey");
    browser.expect_text("Choose who signs, or give their name and function first.");
    browser.fill("Name of whoever signs", "Ines Ward");
    browser.fill("Their function", "site security");
    browser.expect_clean("spot-passkey");
    browser.press("Sign with a passkey");
    browser.until("the third signature", || (browser.all(".signed-list li").len() == 3).then_some(()));
    browser.expect_text("Signed with a passkey");
    let verified = assize(world.folder(), &["verify", "--json"]).output().unwrap();
    let verified: Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!(verified["signatures"]["spot"], 1, "{verified}");

    browser.open(&meetings);
    browser.expect_text("Rosa Field");
    let correct = browser.session.evaluate(
        "[...document.querySelectorAll('a.button')].find((link) => link.href.includes('correct_minutes')).getAttribute('href')",
    );
    browser.open(correct.as_str().unwrap());
    browser.fill("Minutes as they are to be", "The lift is out of use until noon.");
    browser.fill("Why they are corrected", "It was left out.");
    browser.press("Correct the minutes");
    browser.expect_text("the minutes were corrected once since");
    browser.expect_clean("spot-meetings");
    assert_eq!(world.records("spot_signature", &[]).len(), 3);
}
