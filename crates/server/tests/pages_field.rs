//! Work in the field over the pages: an audit is lent, opened on a laptop, locked, and what was done comes home.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;
mod house;

use std::sync::Arc;
use std::time::Duration;

use assize_server::{Entrance, FieldDesk, field_router};
use assize_store::Clock;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use harness::Quick;
use harness::visitor::{Page, Visitor, WITH_FILE, form_with};
use house::House;
use tower::ServiceExt as _;

const PASSPHRASE: &str = "otter lamp quarry seven dusk";

/// The laptop's pages, as one browser gets them.
struct Laptop {
    pages: Router,
    cookie: String,
}

impl Laptop {
    fn of(file: std::path::PathBuf, idle: Duration) -> Self {
        let pages = field_router(FieldDesk {
            file,
            zone_minutes: 60,
            idle,
            clock: Clock::System,
            entrance: Arc::new(Entrance::default()),
            workers: Arc::new(Quick),
        });
        Self { pages, cookie: String::new() }
    }

    async fn send(&self, method: &str, path: &str, fields: &[(&str, &str)], site: &str) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [("sec-fetch-site", site), ("content-type", "application/x-www-form-urlencoded")];
        self.ask(method, path, &headers, body).await
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Page {
        let mut request = Request::builder().method(method).uri(path).header("cookie", &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.pages.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (status, headers): (u16, HeaderMap) = (response.status().as_u16(), response.headers().clone());
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap().to_vec();
        Page { status, headers, text: String::from_utf8_lossy(&bytes).into_owned(), bytes }
    }

    async fn get(&self, path: &str) -> Page {
        self.send("GET", path, &[], "none").await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send("POST", path, fields, "same-origin").await
    }

    /// As a page asks by itself.
    async fn ask_quietly(&self, path: &str) -> Page {
        self.ask("GET", path, &[("sec-fetch-site", "same-origin"), ("assize-quiet", "1")], "").await
    }

    /// Opens the file: whoever has the passphrase is in, and asked nothing more.
    async fn open(&mut self) {
        // On a machine that much else runs on it may be locked again before somebody is in.
        for _ in 0..20 {
            let opened = self.post("/field/open", &[("key", PASSPHRASE)]).await;
            if opened.status == 303 && opened.to().starts_with("/audits/") {
                self.cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
                return;
            }
        }
        panic!("it is locked each time before somebody is in");
    }
}

/// Lends the audit of a house to its leader; the file.
async fn lent(house: &House, folder: &std::path::Path) -> std::path::PathBuf {
    let leader = Visitor::enter(&house.served, Some(&house.people["leader"])).await;
    let out = format!("/audits/{}/field/out", house.own["audit"]);
    let fields = |passphrase, again| {
        [
            ("borrower", house.people["leader"].as_str()),
            ("passphrase", passphrase),
            ("again", again),
            ("files", "all"),
        ]
    };
    let short = leader.post(&out, &fields("short", "short")).await;
    assert_eq!(short.status, 422);
    short.says(&["at least 14 characters"]);
    assert_eq!(leader.post(&out, &fields(PASSPHRASE, "other words")).await.status, 422);
    let file = leader.post(&out, &fields(PASSPHRASE, PASSPHRASE)).await;
    assert_eq!(
        (file.status, file.header("content-type")),
        (200, "application/octet-stream"),
        "{}",
        file.text
    );
    let path = folder.join("a.assize-field");
    std::fs::write(&path, &file.bytes).unwrap();
    path
}

#[tokio::test(flavor = "multi_thread")]
async fn an_audit_is_lent_worked_on_and_brought_home_over_the_pages() {
    let house = House::built().await;
    let folder = tempfile::tempdir().unwrap();
    let audit = &house.own["audit"];
    let file = lent(&house, folder.path()).await;
    let leader = Visitor::enter(&house.served, Some(&house.people["leader"])).await;
    leader.get(&format!("/audits/{audit}")).await.expect(&["In the field: lent to leader of the first"]);
    let german =
        leader.send("GET", &format!("/audits/{audit}/field"), &[("accept-language", "de")], "").await;
    german.expect(&["Wer es mitgenommen hat"]);

    let mut laptop = Laptop::of(file, Duration::from_secs(600));
    laptop.get("/").await.expect(&["This audit is locked"]);
    laptop.get(&format!("/audits/{audit}")).await.expect(&["This audit is locked"]);
    assert_eq!(laptop.post("/field/open", &[("key", "some other passphrase")]).await.status, 422);
    assert_eq!(laptop.send("POST", "/field/open", &[("key", PASSPHRASE)], "cross-site").await.status, 403);
    laptop.open().await;
    laptop.get(&format!("/audits/{audit}")).await.expect(&["In the field", house.own["audit"].as_str()]);
    laptop.ask_quietly(&format!("/audits/{audit}")).await.expect(&["In the field"]);
    // What the house has at this address is no affair of the field.
    assert_eq!(laptop.get(&format!("/audits/{audit}/field")).await.to(), "/field");
    laptop.get("/field").await.expect(&["You work on this laptop alone"]);
    // Its pages keep no drafts on the disk, which would be there in the clear.
    let page = laptop.get(&format!("/audits/{audit}")).await;
    page.expect(&[" data-in-field>"]);
    assert!(!page.text.contains("/doors\""), "there is no door to a laptop");
    // Another user of the machine has no session: to them it is locked, and stays so without the passphrase.
    let cookie = std::mem::take(&mut laptop.cookie);
    laptop.get(&format!("/audits/{audit}")).await.expect(&["This audit is locked"]);
    assert_eq!(laptop.post("/field/home", &[]).await.to(), "/field");
    assert_eq!(laptop.post("/field/lock", &[]).await.to(), "/field");
    assert_eq!(laptop.post("/field/open", &[("key", "some other passphrase")]).await.status, 422);
    laptop.open().await;
    laptop.cookie = cookie;
    let form = laptop.get(&format!("/do/message.log?audit={audit}")).await;
    let once = form.hidden("once");
    let told = house.people["leader"].as_str();
    let fields = [
        ("once", once.as_str()),
        ("/audit", audit),
        ("/kind", "progress"),
        ("/text", "Zqraven from the field"),
        ("/told", told),
    ];
    let sent = laptop.post("/do/message.log", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text);
    laptop.get("/field").await.expect(&["1 act"]);
    let home = laptop.post("/field/home", &[]).await;
    assert_eq!(home.status, 200);
    assert!(!home.bytes.windows(7).any(|part| part == b"Zqraven"));

    let page =
        leader.upload(&format!("/audits/{audit}/field/home"), &[], ("a.assize-home", &home.bytes)).await;
    page.expect(&["1 act came home.", "1 was carried out.", "Nothing waits."]);
    leader.get(&format!("/audits/{audit}/meetings")).await.expect(&["Zqraven from the field"]);
    let again =
        leader.upload(&format!("/audits/{audit}/field/home"), &[], ("a.assize-home", &home.bytes)).await;
    again.expect(&["1 had been taken in before."]);
    let cut = &home.bytes[..home.bytes.len() - 5];
    let cut = leader.upload(&format!("/audits/{audit}/field/home"), &[], ("a.assize-home", cut)).await;
    assert_eq!(cut.status, 422);
    cut.says(&["damaged or was cut off"]);
    // It is of this audit, and of no other.
    let other = Visitor::enter(&house.served, Some(&house.others["leader"])).await;
    let elsewhere = format!("/audits/{}/field/home", house.other["audit"]);
    let wrong = other.upload(&elsewhere, &[], ("a.assize-home", &home.bytes)).await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["no loan of this store"]);

    let revoke = leader.get(&format!("/audits/{audit}/field")).await;
    revoke.expect(&["/do/field.revoke?loan="]);

    // Nothing is kept in a browser in the clear.
    let desk = laptop.get(&format!("/audits/{audit}/desk")).await;
    assert_eq!((desk.status, desk.header("assize-keep")), (200, ""));
    assert!(!desk.text.contains("queue-words") && !desk.text.contains("data-desk=\"kept\""));

    // A loan that was revoked: what it brings waits, which its leader is told in their language.
    let form = laptop.get(&format!("/do/message.log?audit={audit}")).await;
    let once = form.hidden("once");
    let fields =
        [("once", once.as_str()), ("/text", "Zqowl, after it was lost"), fields[1], fields[2], fields[4]];
    assert_eq!(laptop.post("/do/message.log", &fields).await.status, 303);
    let home = laptop.post("/field/home", &[]).await;
    let loan = revoke.text.split("/do/field.revoke?loan=").nth(1).unwrap().split(['&', '"']).next().unwrap();
    let why = [("/loan", loan), ("/why", "The laptop was lost.")];
    assert_eq!(leader.post("/do/field.revoke", &why).await.status, 303);
    let page =
        leader.upload(&format!("/audits/{audit}/field/home"), &[], ("a.assize-home", &home.bytes)).await;
    page.expect(&["1 waits for a decision.", "the loan was revoked before this came home"]);
    assert_eq!(leader.post("/language", &[("language", "de"), ("back", "/")]).await.to(), "/");
    leader.get("/").await.expect(&["Ein Schritt aus dem Feld wartet auf eine Entscheidung"]);
    let page = leader.get(&format!("/audits/{audit}/field")).await;
    page.expect(&["die Leihe wurde widerrufen, bevor dies zurückkam"]);
    assert!(!page.text.contains("the loan was revoked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_is_locked_until_it_is_opened_and_after_nobody_used_it() {
    let house = House::built().await;
    let folder = tempfile::tempdir().unwrap();
    let file = lent(&house, folder.path()).await;
    let idle = Duration::from_secs(2);
    let mut laptop = Laptop::of(file, idle);
    laptop.open().await;
    let mut is_locked = false;
    for times in 2..8 {
        // Whoever looks uses it, and it stays open: it is left alone for longer each time.
        tokio::time::sleep(idle * times).await;
        is_locked = laptop.get("/field").await.text.contains("This audit is locked");
        if is_locked {
            break;
        }
    }
    assert!(is_locked);
    // The session that was there is gone with the store; it is opened anew.
    laptop.get("/audits").await.expect(&["This audit is locked"]);
    laptop.open().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_locks_though_a_page_in_sight_goes_on_asking() {
    let house = House::built().await;
    let folder = tempfile::tempdir().unwrap();
    let file = lent(&house, folder.path()).await;
    let desk = format!("/audits/{}/desk", house.own["audit"]);
    let mut laptop = Laptop::of(file, Duration::from_secs(2));
    laptop.open().await;
    let mut is_locked = false;
    for _ in 0..600 {
        is_locked = laptop.ask_quietly(&desk).await.text.contains("This audit is locked");
        if is_locked {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert!(is_locked);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_not_leave_is_one_piece_though_its_form_comes_twice() {
    let house = House::built().await;
    let folder = tempfile::tempdir().unwrap();
    let file = lent(&house, folder.path()).await;
    let mut laptop = Laptop::of(file, Duration::from_secs(600));
    laptop.open().await;
    let audit = &house.own["audit"];
    let send = async |name: &str, text: &str| {
        let fields =
            [("classification", "confidential"), ("once", "a-key-of-a-form"), ("stays", "Their vault")];
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", WITH_FILE)];
        let path = format!("/audits/{audit}/evidence");
        let sent = laptop.ask("POST", &path, &headers, form_with(&fields, (name, text.as_bytes()))).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
    };
    send("keys.csv", "Zqkeys of the vault").await;
    laptop.get("/field").await.expect(&["1 act"]);
    send("keys.csv", "Zqkeys of the vault").await;
    laptop.get("/field").await.expect(&["1 act"]);
    // Another file of the same form is another piece.
    send("guards.csv", "Zqguards of the vault").await;
    laptop.get("/field").await.expect(&["2 acts"]);
}
