//! Signing in at a provider of identities, with a real one (OpenID Connect).
//!
//! `ASSIZE_TEST_OIDC` names its program, oidc-provider-mock of PyPI; the project's test command sets it.

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
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use assize_domain::access::{AccessGrant, GrantState, GrantedRole, Role};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Date;
use assize_server::{Entrance, Provider, ProviderSettings};
use assize_store::GROUP_RIGHT_DAYS;
use axum::body::Body;
use axum::http::Request;
use harness::{Served, served_with};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// The provider's process, which ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A provider, and a store behind pages that know it.
struct World {
    provider: String,
    served: Served,
    http: reqwest::Client,
    _running: Running,
}

async fn world(just_in_time: bool) -> Option<World> {
    let Ok(program) = std::env::var("ASSIZE_TEST_OIDC") else {
        eprintln!("ASSIZE_TEST_OIDC is not set: not tried with a provider");
        return None;
    };
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let provider = format!("http://127.0.0.1:{port}");
    let child = Command::new(program)
        .args(["--port", &port.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let running = Running(child);
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    for _ in 0..600 {
        if http.get(format!("{provider}/jwks")).send().await.is_ok() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let settings = ProviderSettings {
        issuer: provider.clone(),
        client: "assize".to_owned(),
        secret: Some("of the tests".to_owned()),
        name: "Fernhill ID".to_owned(),
        just_in_time,
        groups: "groups".to_owned(),
        roles: vec![
            ("isms".to_owned(), GrantedRole::Reader),
            ("keepers".to_owned(), GrantedRole::Administrator),
            ("planners".to_owned(), GrantedRole::ProgrammeManager),
        ],
    };
    let known = Arc::new(Provider::new(settings).unwrap());
    let served = served_with(|mut app| {
        app.entrance = Arc::new(Entrance { provider: Some(known), ..Entrance::default() });
        app
    })
    .await;
    Some(World { provider, served, http, _running: running })
}

impl World {
    /// What the provider says of somebody.
    async fn say(&self, subject: &str, claims: Value) {
        let request = self.http.put(format!("{}/users/{subject}", self.provider));
        let request = request.header("content-type", "application/json").body(claims.to_string());
        assert_eq!(request.send().await.unwrap().status().as_u16(), 204);
    }

    /// Registers somebody; their id.
    async fn register(&self, name: &str, email: &str) -> String {
        let mut body = harness::person(name);
        body["email"] = email.into();
        self.served.act("person.register", &body, &[]).await.subject()
    }
}

struct Page {
    status: u16,
    location: String,
    text: String,
}

/// A browser with its cookies.
struct Browser<'w> {
    world: &'w World,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'w> Browser<'w> {
    fn new(world: &'w World) -> Self {
        Self { world, cookies: Mutex::default() }
    }

    async fn ask(&self, method: &str, path: &str) -> Page {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", cookies.join("; "))
            .header("sec-fetch-site", "same-origin")
            .body(Body::empty())
            .unwrap();
        let response = self.world.served.router().oneshot(request).await.unwrap();
        for set in response.headers().get_all("set-cookie") {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        let location =
            response.headers().get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        let status = response.status().as_u16();
        let bytes = axum::body::to_bytes(response.into_body(), 4 << 20).await.unwrap();
        Page { status, location, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// Goes to the provider and signs in there as somebody; the path that the provider sends back to.
    async fn at_provider(&self, subject: &str) -> String {
        let sent = self.ask("GET", "/sign-in/provider?next=/records").await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        assert!(sent.location.starts_with(&self.world.provider), "{}", sent.location);
        for part in ["code_challenge_method=S256", "response_type=code", "&nonce=", "&state="] {
            assert!(sent.location.contains(part), "{}", sent.location);
        }
        let request = self.world.http.post(&sent.location);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let answer = request.body(format!("sub={subject}")).send().await.unwrap();
        let back = answer.headers()["location"].to_str().unwrap();
        back[back.find("/sign-in/provider/back").unwrap()..].to_owned()
    }

    async fn is_in(&self) -> bool {
        self.ask("GET", "/records").await.status == 200
    }
}

#[tokio::test]
async fn who_has_an_account_signs_in_at_the_provider_and_out_of_it() {
    let Some(world) = world(false).await else { return };
    let ann = world.register("Ann Archer", "ann@fernhill.example").await.parse().unwrap();
    world.served.store.invite(ann, None).await.unwrap();
    world
        .say(
            "ann-1",
            json!({ "email": "Ann@Fernhill.example", "email_verified": true, "groups": ["isms", "others"] }),
        )
        .await;
    let browser = Browser::new(&world);
    assert!(browser.ask("GET", "/sign-in").await.text.contains("Sign in with Fernhill ID"));
    let back = browser.at_provider("ann-1").await;
    // Whoever else brings the answer is not taken for who has asked.
    let thief = Browser::new(&world);
    assert_eq!(thief.ask("GET", &back).await.status, 422);
    assert!(!thief.is_in().await);
    let page = browser.ask("GET", &back).await;
    assert_eq!((page.status, page.location.as_str()), (303, "/records"), "{}", page.text);
    assert!(browser.is_in().await);
    assert!(browser.ask("GET", "/settings/sign-in").await.text.contains("account of the organization"));
    let anew = browser.ask("GET", "/sign-in/provider?again=1").await;
    assert!(anew.location.contains("&prompt=login&max_age=0"), "{}", anew.location);
    // An answer is taken once.
    let again = Browser::new(&world);
    let back = again.at_provider("ann-1").await;
    let cookies = again.cookies.lock().unwrap().clone();
    assert_eq!(again.ask("GET", &back).await.status, 303);
    *again.cookies.lock().unwrap() = cookies;
    assert_eq!(again.ask("GET", &back).await.status, 422);
    // They are known by the subject from then on, whatever their address there becomes.
    world.say("ann-1", json!({ "email": "archer@fernhill.example", "email_verified": true })).await;
    let later = Browser::new(&world);
    let back = later.at_provider("ann-1").await;
    assert_eq!(later.ask("GET", &back).await.status, 303);
    assert!(later.is_in().await);
    // And whoever has their address now is somebody else.
    world.say("bob-1", json!({ "email": "ann@fernhill.example", "email_verified": true })).await;
    let bob = Browser::new(&world);
    let back = bob.at_provider("bob-1").await;
    assert_eq!(bob.ask("GET", &back).await.status, 403);

    let out = browser.ask("POST", "/sign-out").await;
    assert_eq!(out.location, "/sign-in?out=1");
    let page = browser.ask("GET", &out.location).await;
    assert!(
        page.text.contains(&format!("{}/oauth2/end_session?client_id=assize", world.provider)),
        "{}",
        page.text
    );
    assert!(!browser.is_in().await);
    // A locked account stays locked.
    world.served.store.lock_account(ann).await.unwrap();
    assert!(!later.is_in().await);
    let back = later.at_provider("ann-1").await;
    assert_eq!(later.ask("GET", &back).await.status, 422);
}

#[tokio::test]
async fn who_has_none_gets_one_only_where_that_is_configured_and_the_address_is_verified() {
    for just_in_time in [false, true] {
        let Some(world) = world(just_in_time).await else { return };
        world.register("Carl Cook", "carl@fernhill.example").await;
        for (subject, email, verified, status) in [
            ("carl-1", "carl@fernhill.example", false, 403),
            ("nobody-1", "nobody@fernhill.example", true, 403),
            ("carl-2", "carl@fernhill.example", true, if just_in_time { 303 } else { 403 }),
        ] {
            world.say(subject, json!({ "email": email, "email_verified": verified })).await;
            let browser = Browser::new(&world);
            let back = browser.at_provider(subject).await;
            assert_eq!(browser.ask("GET", &back).await.status, status, "{just_in_time} {subject}");
            assert_eq!(browser.is_in().await, status == 303);
        }
    }
}

impl World {
    /// Somebody with groups signs in; the rights that stand afterwards, each with its first and its last day.
    async fn rights_after(
        &self,
        subject: &str,
        person: PersonId,
        groups: &[&str],
    ) -> Vec<(GrantedRole, Date, Option<Date>)> {
        let email = format!("{subject}@fernhill.example");
        self.say(subject, json!({ "email": email, "email_verified": true, "groups": groups })).await;
        let browser = Browser::new(self);
        let back = browser.at_provider(subject).await;
        assert_eq!(browser.ask("GET", &back).await.status, 303);
        let ask = |world: &assize_domain::kernel::record::World| {
            let grants = world.list::<AccessGrant>("person", person)?.into_iter();
            let stand = grants.filter(|grant| matches!(grant.state(), GrantState::Given));
            Ok(stand.map(|grant| (*grant.role(), grant.period().from, grant.period().to)).collect())
        };
        let mut rights: Vec<_> = self.served.store.ask(ask).await.unwrap();
        rights.sort();
        rights
    }
}

#[tokio::test]
async fn what_groups_stand_for_is_given_and_withdrawn_with_them() {
    use GrantedRole::{Administrator, ProgrammeManager, Reader};
    let Some(world) = world(true).await else { return };
    let id = world.register("Ann Archer", "ann@fernhill.example").await;
    let ann: PersonId = id.parse().unwrap();
    let rights = world.rights_after("ann", ann, &["isms", "planners", "others"]).await;
    let (today, end) = (rights[0].1, rights[0].2.unwrap());
    assert_eq!(end, today.plus_days(GROUP_RIGHT_DAYS));
    assert_eq!(rights, [(ProgrammeManager, today, Some(end)), (Reader, today, Some(end))]);
    // Signing in again gives nothing anew as long as there is time.
    let head = world.served.store.head_seq().await.unwrap();
    assert_eq!(world.rights_after("ann", ann, &["planners", "isms"]).await, rights);
    assert_eq!(world.served.store.head_seq().await.unwrap(), head);
    // Later, what ends soon is followed by more of it.
    world.served.later(20 * harness::DAY);
    let later = world.rights_after("ann", ann, &["planners", "isms"]).await;
    let more = today.plus_days(20 + GROUP_RIGHT_DAYS);
    assert_eq!(later.len(), 4);
    assert!(later.contains(&(Reader, end.plus_days(1), Some(more))), "{later:?}");
    // What no group gives is withdrawn, also what would begin later; what was given by hand stays, and is not given twice.
    let by_hand = json!({ "person": id, "role": "administrator", "over": { "is": "organization" },
        "period": { "from": today.plus_days(20).to_string(), "to": null }, "reason": "She looks after it." });
    world.served.act("access.grant", &by_hand, &[]).await;
    let kept = world.rights_after("ann", ann, &["planners", "keepers"]).await;
    let roles: Vec<GrantedRole> = kept.iter().map(|(role, _, _)| *role).collect();
    assert_eq!(roles, [Administrator, ProgrammeManager, ProgrammeManager], "{kept:?}");
    let kept = world.rights_after("ann", ann, &[]).await;
    assert_eq!(kept, [(Administrator, today.plus_days(20), None)]);
    // Who stays away loses it by the end of its time.
    world.rights_after("ann", ann, &["isms"]).await;
    let after = today.plus_days(20 + GROUP_RIGHT_DAYS + 1);
    let standing = world.served.store.standing(Some(ann), false, after).await.unwrap();
    assert!(standing.grants.iter().all(|(role, _)| *role == Role::Administrator), "{standing:?}");
}

#[tokio::test]
async fn the_last_administrator_stays_one_whatever_the_groups_say() {
    let Some(world) = world(true).await else { return };
    let ann: PersonId = world.register("Ann Archer", "ann@fernhill.example").await.parse().unwrap();
    assert_eq!(world.rights_after("ann", ann, &["keepers"]).await.len(), 1);
    assert_eq!(world.rights_after("ann", ann, &[]).await.len(), 1, "and signs in");
    let ben: PersonId = world.register("Ben Baker", "ben@fernhill.example").await.parse().unwrap();
    assert_eq!(world.rights_after("ben", ben, &["keepers"]).await.len(), 1);
    assert_eq!(world.rights_after("ann", ann, &[]).await, []);
}
