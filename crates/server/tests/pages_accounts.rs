//! Signing in by the pages: invitations, passphrases, codes, sessions that end in the middle of something, and what needs showing again who one is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use assize_domain::kernel::act::Scope;
use assize_server::{Entrance, Site};
use assize_store::{Letter, SecondFactor, totp_at};
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use harness::{Served, served, served_with};
use serde_json::{Value, json};
use tower::ServiceExt as _;

const PASSPHRASE: &str = "walrus under the tram";

/// A page as a browser gets it.
struct Page {
    status: u16,
    headers: HeaderMap,
    text: String,
}

impl Page {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn location(&self) -> &str {
        self.header("location")
    }

    #[track_caller]
    fn is(&self, status: u16, text: &str) {
        assert_eq!(self.status, status, "{}", self.text);
        assert!(self.text.contains(text), "no `{text}` in {}", self.text);
    }

    /// What stands between two signs.
    #[track_caller]
    fn between(&self, from: &str, to: &str) -> String {
        let at = self.text.find(from).unwrap_or_else(|| panic!("no `{from}` in {}", self.text)) + from.len();
        let text = self.text[at..].split(to).next().unwrap();
        text.replace("&#38;", "&")
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
            .replace("&#60;", "<")
            .replace("&#62;", ">")
    }

    /// The value of the hidden control of a name.
    #[track_caller]
    fn hidden(&self, name: &str) -> String {
        self.between(&format!("name=\"{name}\" value=\""), "\"")
    }
}

/// Somebody with a browser.
struct Browser<'s> {
    served: &'s Served,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'s> Browser<'s> {
    fn new(served: &'s Served) -> Self {
        Self { served, cookies: Mutex::default() }
    }

    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: String) -> Page {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(path).header("cookie", cookies.join("; "));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.served.router().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        for set in headers.get_all("set-cookie") {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            let mut cookies = self.cookies.lock().unwrap();
            match rest.contains("Max-Age=0") {
                true => cookies.remove(name),
                false => cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
        let bytes = axum::body::to_bytes(response.into_body(), 8 << 20).await.unwrap();
        Page { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Page {
        self.send("GET", path, &[], String::new()).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, &[("sec-fetch-site", "same-origin")], body).await
    }

    /// As a script does it.
    async fn fetch(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let headers = [("sec-fetch-site", "same-origin"), ("accept", "application/json")];
        self.send("POST", path, &headers, body).await
    }

    async fn sign_in(&self) -> Page {
        self.post(
            "/sign-in",
            &[("who", "ann@fernhill.example"), ("passphrase", PASSPHRASE), ("next", "/records")],
        )
        .await
    }

    /// Whether somebody is signed in.
    async fn is_in(&self) -> bool {
        self.get("/records").await.status == 200
    }
}

/// Ann, with a passphrase; her id.
async fn ann(served: &Served) -> String {
    let mut body = harness::person("Ann Archer");
    body["email"] = "ann@fernhill.example".into();
    let id = served.act("person.register", &body, &[]).await.subject();
    served.store.set_passphrase(id.parse().unwrap(), PASSPHRASE).await.unwrap().unwrap();
    // She looks after the registers, so that there is something that she may send.
    may(served, &id, "programme_manager").await;
    id
}

/// Gives somebody a right over the whole organization.
async fn may(served: &Served, person: &str, role: &str) {
    let body = serde_json::json!({ "person": person, "role": role, "over": { "is": "organization" },
        "period": { "from": "2026-01-01" }, "reason": "As agreed" });
    served.act("access.grant", &body, &[]).await.subject();
}

/// A browser of the operator's, signed in by a link.
async fn operator(served: &Served) -> Browser<'_> {
    let browser = Browser::new(served);
    let link = served.store.make_link(None).await.unwrap();
    assert_eq!(browser.post(&format!("/sign-in/{link}"), &[]).await.status, 303);
    browser
}

fn now() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis()).unwrap()
}

#[tokio::test]
async fn who_is_invited_chooses_a_passphrase_and_is_in() {
    let served = served().await;
    let id = served.person("Ann Archer").await;
    let operator = operator(&served).await;
    operator.get("/settings/accounts").await.is(200, "Nobody has an account yet");
    operator
        .post("/settings/accounts/invite", &[("person", "nobody")])
        .await
        .is(200, "Choose whom to invite");
    let made = operator.post("/settings/accounts/invite", &[("person", &id)]).await;
    made.is(200, "The invitation of Ann Archer");
    let link = made.between("<pre class=\"secret\">http://localhost", "</pre>");
    assert!(!operator.get("/settings/accounts").await.text.contains(&link), "it is shown once");

    let ann = Browser::new(&served);
    ann.get(&link).await.is(200, "Welcome, Ann Archer");
    ann.get(&link).await.is(200, "Welcome, Ann Archer");
    assert_eq!(ann.post(&link, &[]).await.location(), "/settings/sign-in");
    // Nothing else is open before it is done.
    for path in ["/", "/records", "/audits", "/do/person.register", "/settings/accounts"] {
        assert_eq!(ann.get(path).await.location(), "/settings/sign-in", "{path}");
    }
    ann.get("/settings/sign-in").await.is(200, "One step before you begin");
    for (new, again, said) in [
        ("walrus under the tram", "walrus under the train", "The two differ"),
        ("short", "short", "Too short: at least 12 characters"),
        ("archer fernhill", "archer fernhill", "mostly your name"),
        ("qwertyuiop123", "qwertyuiop123", "among the first that are tried"),
    ] {
        ann.post("/settings/sign-in/passphrase", &[("new", new), ("again", again)]).await.is(422, said);
    }
    let set = ann.post("/settings/sign-in/passphrase", &[("new", PASSPHRASE), ("again", PASSPHRASE)]).await;
    assert_eq!((set.status, set.location()), (303, "/settings/sign-in?said=passphrase"));
    assert!(ann.is_in().await);
    Browser::new(&served).get(&link).await.is(410, "This invitation was used before");
    operator.post("/settings/accounts/invite", &[("person", &id)]).await.is(200, "They have an account");
    // The old passphrase is asked for before it is changed.
    let next = "kettle on a glacier";
    let change = |old: &'static str| [("old", old), ("new", next), ("again", next)];
    ann.post("/settings/sign-in/passphrase", &change("a guess that fails"))
        .await
        .is(422, "The passphrase until now is another");
    assert_eq!(ann.post("/settings/sign-in/passphrase", &change(PASSPHRASE)).await.status, 303);
}

#[tokio::test]
async fn a_passphrase_signs_in_and_what_is_wrong_is_not_told() {
    let served = served().await;
    ann(&served).await;
    let browser = Browser::new(&served);
    browser.get("/sign-in").await.is(200, "Email address or name");
    let wrong = browser
        .post("/sign-in", &[("who", "ann@fernhill.example"), ("passphrase", "a guess that fails")])
        .await;
    wrong.is(422, "That is not right");
    let unknown = browser
        .post("/sign-in", &[("who", "nobody@fernhill.example"), ("passphrase", "a guess that fails")])
        .await;
    assert_eq!(
        unknown.text.replace("nobody@", "ann@"),
        wrong.text,
        "whoever is unknown gets the same answer"
    );
    assert!(!browser.is_in().await);
    let page = browser.sign_in().await;
    assert_eq!((page.status, page.location()), (303, "/records"));
    assert!(browser.is_in().await);
    let sets: Vec<&str> =
        page.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap()).collect();
    assert_eq!(sets.len(), 2, "{sets:?}");
    assert!(
        sets.iter().all(|line| line.contains("HttpOnly")
            && line.contains("SameSite=Lax")
            && line.contains("Path=/"))
    );
    // A form of another site signs nobody in.
    let body = "who=ann%40fernhill.example&passphrase=walrus+under+the+tram".to_owned();
    let foreign =
        Browser::new(&served).send("POST", "/sign-in", &[("sec-fetch-site", "cross-site")], body).await;
    assert_eq!((foreign.status, foreign.headers.contains_key("set-cookie")), (403, false));
    let out = browser.post("/sign-out", &[]).await;
    assert_eq!((out.status, out.location()), (303, "/sign-in"));
    assert!(!browser.is_in().await);
}

#[tokio::test]
async fn too_many_tries_wait() {
    let served = served().await;
    ann(&served).await;
    let browser = Browser::new(&served);
    let guess = [("who", "ann archer"), ("passphrase", "a guess that fails")];
    for _ in 0..6 {
        assert_eq!(browser.post("/sign-in", &guess).await.status, 422);
    }
    served.sql("UPDATE sign_in_try SET until = until + 99000 WHERE until > 0").await;
    let page = browser.post("/sign-in", &guess).await;
    page.is(429, "Too many tries have failed");
}

#[tokio::test]
async fn over_tls_the_cookie_is_for_this_host_alone() {
    let entrance =
        Entrance { site: Site::read("https://audits.example.com").unwrap(), ..Entrance::default() };
    let served = served_with(|mut app| {
        app.entrance = Arc::new(entrance);
        app
    })
    .await;
    ann(&served).await;
    let browser = Browser::new(&served);
    let page = browser.sign_in().await;
    let sets: Vec<&str> =
        page.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap()).collect();
    assert!(
        sets.iter().all(|line| line.starts_with("__Host-assize_") && line.ends_with("; Secure")),
        "{sets:?}"
    );
    assert!(browser.is_in().await);
    // The same secret under a name that another host can set is none.
    let mut cookies = browser.cookies.lock().unwrap().clone();
    let secret = cookies.remove("__Host-assize_session").unwrap();
    let other = Browser::new(&served);
    other.cookies.lock().unwrap().insert("assize_session".to_owned(), secret);
    assert!(!other.is_in().await);
}

#[tokio::test]
async fn a_form_of_a_session_that_has_ended_is_given_after_signing_in() {
    let served = served().await;
    ann(&served).await;
    let browser = Browser::new(&served);
    browser.sign_in().await;
    let once = browser.get("/do/person.register").await.hidden("once");
    let fields =
        [("once", once.as_str()), ("/name", "Grace \"<b>\" & Söhne"), ("/employer", "Us"), ("/zone", "UTC")];
    let before = served.store.head_seq().await.unwrap();
    served.sql("UPDATE web_session SET used_at = 0").await;
    let page = browser.post("/do/person.register", &fields).await;
    page.is(401, "Your session has ended");
    assert!(!page.text.contains("<b>"), "what was typed is escaped");
    let (to, form) = (page.hidden("to"), page.hidden("form"));
    assert_eq!(to, "/do/person.register");
    // A wrong passphrase loses nothing.
    let wrong = [("who", "ann archer"), ("passphrase", "a guess that fails"), ("to", &to), ("form", &form)];
    let page = browser.post("/sign-in", &wrong).await;
    page.is(422, "That is not right");
    assert_eq!((page.hidden("to"), page.hidden("form")), (to.clone(), form.clone()));
    assert_eq!(served.store.head_seq().await.unwrap(), before);
    let right = [("who", "ann archer"), ("passphrase", PASSPHRASE), ("to", &to), ("form", &form)];
    let page = browser.post("/sign-in", &right).await;
    assert_eq!(page.status, 303, "{}", page.text);
    assert!(page.location().contains("done=person.register"), "{}", page.location());
    assert_eq!(served.store.head_seq().await.unwrap(), before + 1);
    browser.get(page.location()).await.is(200, "Grace &#34;&#60;b&#62;&#34; &#38; Söhne");
    // Sent once more it is the same act.
    let again = browser.post("/sign-in/resume", &[("to", &to), ("form", &form)]).await;
    assert_eq!((again.status, served.store.head_seq().await.unwrap()), (303, before + 1));
    // What leads elsewhere is not followed.
    for to in ["https://evil.example/", "//evil.example", "/sign-out", "/sign-in/resume"] {
        let page = browser.post("/sign-in/resume", &[("to", to), ("form", "a=b")]).await;
        assert_eq!((page.status, page.location()), (303, "/"), "{to}");
    }
    assert!(browser.is_in().await);
}

#[tokio::test]
async fn what_is_longer_than_can_be_carried_is_not_and_a_script_is_told() {
    let served = served().await;
    ann(&served).await;
    let nobody = Browser::new(&served);
    let long = "x".repeat(1_100_000);
    let page = nobody.post("/do/person.register", &[("/name", &long)]).await;
    assert_eq!(page.status, 303);
    assert!(page.location().starts_with("/sign-in?next="));
    let page = nobody.fetch("/do/note.write", &[("/text", "typed")]).await;
    assert_eq!((page.status, page.text.as_str()), (401, "{\"kind\":\"sign_in\"}"));
    nobody.get("/sign-in/over?language=de").await.is(200, "Wieder anmelden");
    let page = nobody.fetch("/sign-in", &[("who", "ann archer"), ("passphrase", "a guess that fails")]).await;
    page.is(422, "\"wrong\":\"That is not right");
    // Whose page it is stays who it is.
    let other = served.person("Bob Baker").await;
    let of_ann = [("who", "ann archer"), ("passphrase", PASSPHRASE), ("as", &other)];
    nobody.fetch("/sign-in", &of_ann).await.is(422, "This page is somebody else");
    assert!(!nobody.is_in().await);
    let page = nobody.fetch("/sign-in", &of_ann[..2]).await;
    assert_eq!((page.status, page.text.as_str()), (200, "{\"state\":\"whole\"}"));
    assert!(nobody.is_in().await);
}

#[tokio::test]
async fn what_cannot_be_undone_needs_showing_again_who_one_is() {
    let served = served().await;
    ann(&served).await;
    let browser = Browser::new(&served);
    browser.sign_in().await;
    let erase =
        [("/authority", "The officer"), ("/reason", "A reason of its own"), ("back", "/records/retention")];
    assert_eq!(browser.post("/do/record.erase", &erase).await.status, 422, "just signed in: the law answers");
    let old = browser.cookies.lock().unwrap()["assize_session"].clone();
    served.sql("UPDATE web_session SET authenticated_at = authenticated_at - 901000").await;
    let page = browser.post("/do/record.erase", &erase).await;
    page.is(401, "Is it you?");
    let (to, form) = (page.hidden("to"), page.hidden("form"));
    let give =
        |passphrase: &'static str| [("passphrase", passphrase), ("to", to.as_str()), ("form", form.as_str())];
    browser.post("/sign-in/again", &give("a guess that fails")).await.is(422, "That is not right");
    let page = browser.post("/sign-in/again", &give(PASSPHRASE)).await;
    page.is(422, "value=\"The officer\"");
    assert!(page.text.contains("A reason of its own"), "what was typed is all there");
    let new = browser.cookies.lock().unwrap()["assize_session"].clone();
    assert_ne!(old, new, "the session has a new secret");
    assert_eq!(browser.post("/do/record.erase", &erase).await.status, 422);
    // A page that is asked for comes after it, and a script is told.
    served.sql("UPDATE web_session SET authenticated_at = 0").await;
    let page = browser.get("/audits/0198aaaa-0000-7000-8000-000000000000/dossier.zip").await;
    assert_eq!(
        page.location(),
        "/sign-in/again?next=%2Faudits%2F0198aaaa-0000-7000-8000-000000000000%2Fdossier.zip"
    );
    let page = browser.post("/sign-in/again", &[("passphrase", PASSPHRASE), ("next", "/audits")]).await;
    assert_eq!((page.status, page.location()), (303, "/audits"));
    served.sql("UPDATE web_session SET authenticated_at = 0").await;
    let page = browser.fetch("/do/record.erase", &erase).await;
    assert_eq!((page.status, page.text.as_str()), (401, "{\"kind\":\"again\"}"));
    // How one signs in is changed after it alone; reading goes on as ever.
    browser
        .post("/settings/sign-in/passphrase", &[("old", PASSPHRASE), ("new", "x"), ("again", "x")])
        .await
        .is(401, "Is it you?");
    browser.post("/settings/sign-in/codes", &[]).await;
    assert!(browser.is_in().await);
    assert!(!browser.get("/settings/sign-in").await.text.contains("class=\"qr\""), "nothing was begun");
}

#[tokio::test]
async fn who_came_by_a_link_comes_by_another() {
    let served = served().await;
    let browser = operator(&served).await;
    served.sql("UPDATE web_session SET authenticated_at = 0").await;
    let page = browser.post("/do/record.erase", &[("/authority", "The officer")]).await;
    page.is(401, "Have whoever runs this server make you another link");
    let carried = [("to", page.hidden("to")), ("form", page.hidden("form"))];
    let carried: Vec<(&str, &str)> = carried.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser
        .post("/sign-in/resume", &carried)
        .await
        .is(401, "Have whoever runs this server make you another link");
    let link = served.store.make_link(None).await.unwrap();
    browser.post(&format!("/sign-in/{link}"), &[]).await;
    browser.post("/sign-in/resume", &carried).await.is(422, "value=\"The officer\"");
}

#[tokio::test]
async fn codes_are_set_up_and_asked_for() {
    let served = served().await;
    ann(&served).await;
    let browser = Browser::new(&served);
    browser.sign_in().await;
    assert_eq!(browser.post("/settings/sign-in/codes", &[]).await.status, 303);
    let page = browser.get("/settings/sign-in").await;
    page.is(200, "class=\"qr\"");
    let secret = page.between("<code class=\"secret\">", "</code>");
    browser
        .post("/settings/sign-in/codes/confirm", &[("code", "000000")])
        .await
        .is(422, "That is not the code of now");
    let made = browser.post("/settings/sign-in/codes/confirm", &[("code", &totp_at(&secret, now()))]).await;
    made.is(200, "Your recovery codes");
    assert_eq!(made.text.matches("<li><code>").count(), 10);
    assert!(!browser.get("/settings/sign-in").await.text.contains(&secret), "it is not shown again");
    browser.post("/sign-out", &[]).await;

    browser.sign_in().await.is(200, "Your second factor");
    for path in ["/", "/settings/sign-in"] {
        assert_eq!(browser.get(path).await.location(), "/sign-in/second", "{path}");
    }
    browser.post("/sign-in/second", &[("code", "000000")]).await.is(422, "That is not the code of now");
    let code = totp_at(&secret, now() + 30_000);
    let page = browser.post("/sign-in/second", &[("code", &code), ("next", "/records")]).await;
    assert_eq!((page.status, page.location()), (303, "/records"));
    assert!(browser.is_in().await);
    // By a recovery code, with a form carried along.
    browser.post("/sign-out", &[]).await;
    let page = browser
        .post("/do/person.register", &[("/name", "Grace"), ("/employer", "Us"), ("/zone", "UTC")])
        .await;
    let (to, form) = (page.hidden("to"), page.hidden("form"));
    let first = [("who", "ann archer"), ("passphrase", PASSPHRASE), ("to", &to), ("form", &form)];
    let page = browser.post("/sign-in", &first).await;
    page.is(200, "Your second factor");
    let recovery = made.between("<li><code>", "</code>");
    let second = [("code", recovery.as_str()), ("to", &page.hidden("to")), ("form", &page.hidden("form"))];
    let page = browser.post("/sign-in/second", &second).await;
    assert!(page.location().contains("done=person.register"), "{} {}", page.status, page.text);
    browser.get("/settings/sign-in").await.is(200, "9 recovery codes are left");
}

#[tokio::test]
async fn a_second_factor_that_is_required_comes_first_and_is_not_taken_away() {
    let entrance = Entrance { second_factor: SecondFactor::read("everyone").unwrap(), ..Entrance::default() };
    let served = served_with(|mut app| {
        app.entrance = Arc::new(entrance);
        app
    })
    .await;
    ann(&served).await;
    let browser = Browser::new(&served);
    assert_eq!(browser.sign_in().await.location(), "/settings/sign-in");
    assert!(!browser.is_in().await);
    browser.get("/settings/sign-in").await.is(200, "your account needs two factors");
    browser.post("/settings/sign-in/codes", &[]).await;
    let secret = browser.get("/settings/sign-in").await.between("<code class=\"secret\">", "</code>");
    browser
        .post("/settings/sign-in/codes/confirm", &[("code", &totp_at(&secret, now()))])
        .await
        .is(200, "Your recovery codes");
    assert!(browser.is_in().await);
    browser.post("/settings/sign-in/codes/end", &[]).await.is(422, "Set up another way first");
}

#[tokio::test]
async fn sessions_are_seen_and_ended() {
    let served = served().await;
    ann(&served).await;
    let (here, there) = (Browser::new(&served), Browser::new(&served));
    here.sign_in().await;
    let agent = [
        ("sec-fetch-site", "same-origin"),
        ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0"),
    ];
    let body = "who=ann%20archer&passphrase=walrus%20under%20the%20tram".to_owned();
    assert_eq!(there.send("POST", "/sign-in", &agent, body).await.status, 303);
    let page = here.get("/settings/sign-in").await;
    page.is(200, "Firefox, Linux");
    assert_eq!(page.text.matches("this one").count(), 1);
    let id = page.between("/settings/sign-in/sessions/", "/end");
    assert_eq!(here.post(&format!("/settings/sign-in/sessions/{id}/end"), &[]).await.status, 303);
    assert!(here.is_in().await && !there.is_in().await);
    assert_eq!(here.post(&format!("/settings/sign-in/sessions/{id}/end"), &[]).await.status, 404);
    there.sign_in().await;
    assert_eq!(here.post("/settings/sign-in/sessions/others/end", &[]).await.status, 303);
    assert!(here.is_in().await && !there.is_in().await);
}

#[tokio::test]
async fn accounts_are_looked_after_by_who_may() {
    let served = served().await;
    let id = ann(&served).await;
    let ann = Browser::new(&served);
    ann.sign_in().await;
    for path in ["lock", "unlock", "reset"] {
        assert_eq!(ann.post(&format!("/settings/accounts/{id}/{path}"), &[]).await.status, 403, "{path}");
    }
    assert_eq!(ann.get("/settings/accounts").await.status, 403);
    assert_eq!(ann.post("/settings/accounts/invite", &[("person", &id)]).await.status, 403);
    let operator = operator(&served).await;
    let page = operator.get("/settings/accounts").await;
    page.is(200, "Ann Archer");
    assert_eq!(operator.post(&format!("/settings/accounts/{id}/lock"), &[]).await.status, 303);
    assert!(!ann.is_in().await);
    ann.sign_in().await.is(422, "This account is locked");
    operator.get("/settings/accounts").await.is(200, "locked since");
    operator.post(&format!("/settings/accounts/{id}/unlock"), &[]).await;
    assert_eq!(ann.sign_in().await.status, 303);
    operator.post(&format!("/settings/accounts/{id}/reset"), &[]).await;
    assert!(!ann.is_in().await);
    ann.sign_in().await.is(422, "That is not right");
    // The operator has no account of their own.
    assert_eq!(operator.get("/settings/sign-in").await.status, 403);
    // An administrator looks after accounts; a programme manager does not.
    served.store.set_passphrase(id.parse().unwrap(), PASSPHRASE).await.unwrap().unwrap();
    ann.sign_in().await;
    assert_eq!(ann.get("/settings/accounts").await.status, 403);
    may(&served, &id, "administrator").await;
    assert_eq!(ann.get("/settings/accounts").await.status, 200);
}

#[tokio::test]
async fn a_program_lists_accounts_and_letters_and_locks_and_lets_nobody_in() {
    let served = served().await;
    let ada = served.person("Ada Lind").await;
    let bo = served.person("Bo Vik").await;
    may(&served, &ada, "administrator").await;
    served.store.invite(bo.parse().unwrap(), None).await.unwrap();
    let bearer = async |person: &str| {
        let made = served.store.make_token("a program", Some(person.parse().unwrap()), Scope::Act, 1).await;
        format!("Bearer {}", made.unwrap().1)
    };
    let (theirs, others) = (bearer(&ada).await, bearer(&bo).await);
    let ask = async |method: &str, path: &str, bearer: &str| {
        served.send(method, path, &[("authorization", bearer)], "").await
    };
    for path in ["/api/v1/accounts", "/api/v1/letters"] {
        assert_eq!(ask("GET", path, &others).await.status, 403, "{path}");
    }
    let listed = ask("GET", "/api/v1/accounts", &theirs).await.json;
    let account =
        listed["items"].as_array().unwrap().iter().find(|account| account["person"] == bo).unwrap().clone();
    assert_eq!((&account["locked_at"], &account["passkeys"]), (&Value::Null, &json!(0)), "{account}");
    assert!(account["invited_until"].is_string(), "{account}");
    let lock = format!("/api/v1/accounts/{bo}/lock");
    assert_eq!(ask("POST", &lock, &others).await.status, 403);
    assert_eq!(ask("POST", &lock, &theirs).await.status, 204);
    assert_eq!(ask("POST", &lock, &theirs).await.status, 404, "it is locked already");
    for way in ["unlock", "reset", "invite"] {
        let path = format!("/api/v1/accounts/{bo}/{way}");
        assert_eq!(ask("POST", &path, &theirs).await.status, 404, "{way} lets somebody in");
    }
    // A letter that was given up is tried again.
    let letter = Letter {
        kind: "test",
        person: None,
        address: "bo@fernhill.example".to_owned(),
        language: "en".to_owned(),
        subject: "A test".to_owned(),
        body: "Of a letter".to_owned(),
    };
    served.store.post(&letter).await.unwrap();
    let listed = ask("GET", "/api/v1/letters?state=waiting", &theirs).await.json;
    assert!(!listed.to_string().contains("Of a letter"), "what it says is nobody's");
    let id = listed["items"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(ask("POST", &format!("/api/v1/letters/{id}/retry"), &theirs).await.status, 204);
    assert_eq!(ask("POST", "/api/v1/letters/none/retry", &theirs).await.status, 404);
    assert_eq!(ask("GET", "/api/v1/letters?state=lost", &theirs).await.status, 422);
}
