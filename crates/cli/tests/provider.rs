//! Signing in at a provider of identities, with a real one (OpenID Connect), and the built binary.
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

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use serde_json::{Value, json};

const BINARY: &str = env!("CARGO_BIN_EXE_assize");

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A provider and a server that knows it.
struct World {
    provider: String,
    base: String,
    folder: tempfile::TempDir,
    _running: [Running; 2],
}

fn assize(folder: &Path, arguments: &[&str]) -> Value {
    let output =
        Command::new(BINARY).env_clear().current_dir(folder).args(arguments).arg("--json").output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

fn world(just_in_time: &str) -> Option<World> {
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
    for _ in 0..300 {
        if agent().get(format!("{provider}/jwks")).call().is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let folder = tempfile::tempdir().unwrap();
    assize(
        folder.path(),
        &["init", "--name", "Fernhill", "--administrator", "Ann Archer", "--email", "ann@fernhill.example"],
    );
    let mut server = Command::new(BINARY)
        .env_clear()
        .envs([("ASSIZE_OIDC_ISSUER", provider.as_str()), ("ASSIZE_OIDC_CLIENT_ID", "assize")])
        .envs([("ASSIZE_OIDC_CLIENT_SECRET", "of the tests"), ("ASSIZE_OIDC_NAME", "Fernhill ID")])
        .envs([("ASSIZE_OIDC_JUST_IN_TIME", just_in_time), ("ASSIZE_OIDC_ROLES", "isms=reader")])
        .current_dir(folder.path())
        .args(["serve", "--listen", "127.0.0.1:0", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let said: Value = serde_json::from_str(&line).expect("the server says where it listens");
    let base = said["listening"].as_str().unwrap().to_owned();
    Some(World { provider, base, folder, _running: [running, Running(server)] })
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(Duration::from_secs(30)))
        .build()
        .into()
}

struct Page {
    status: u16,
    location: String,
    text: String,
}

/// A browser with its cookies for our server.
struct Browser<'w> {
    world: &'w World,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl<'w> Browser<'w> {
    fn new(world: &'w World) -> Self {
        Self { world, cookies: Mutex::default() }
    }

    fn ask(&self, method: &str, path: &str) -> Page {
        let cookies: Vec<String> =
            self.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let address = format!("{}{path}", self.world.base);
        let answer = match method {
            "GET" => agent().get(address).header("cookie", cookies.join("; ")).call(),
            _ => agent()
                .post(address)
                .header("cookie", cookies.join("; "))
                .header("sec-fetch-site", "same-origin")
                .send_empty(),
        };
        let mut answer = answer.unwrap();
        for set in answer.headers().get_all("set-cookie") {
            let (name, rest) = set.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
        }
        let location =
            answer.headers().get("location").map_or("", |value| value.to_str().unwrap()).to_owned();
        Page { status: answer.status().as_u16(), location, text: answer.body_mut().read_to_string().unwrap() }
    }

    /// Goes to the provider and signs in there as somebody; the path that the provider sends back to.
    fn at_provider(&self, subject: &str) -> String {
        let sent = self.ask("GET", "/sign-in/provider?next=/records");
        assert_eq!(sent.status, 303, "{}", sent.text);
        assert!(sent.location.starts_with(&self.world.provider), "{}", sent.location);
        for part in ["code_challenge_method=S256", "response_type=code", "&nonce=", "&state="] {
            assert!(sent.location.contains(part), "{}", sent.location);
        }
        let answer = agent().post(&sent.location).send_form([("sub", subject)]).unwrap();
        let back = answer.headers()["location"].to_str().unwrap();
        back[back.find("/sign-in/provider/back").unwrap()..].to_owned()
    }

    fn is_in(&self) -> bool {
        self.ask("GET", "/records").status == 200
    }
}

impl World {
    /// What the provider says of somebody.
    fn say(&self, subject: &str, claims: &Value) {
        let answer = agent().put(format!("{}/users/{subject}", self.provider)).send_json(claims).unwrap();
        assert_eq!(answer.status().as_u16(), 204);
    }
}

#[test]
fn who_has_an_account_signs_in_at_the_provider_and_out_of_it() {
    let Some(world) = world("no") else { return };
    world.say(
        "ann-1",
        &json!({ "email": "Ann@Fernhill.example", "email_verified": true, "groups": ["isms", "others"] }),
    );
    let browser = Browser::new(&world);
    assert!(browser.ask("GET", "/sign-in").text.contains("Sign in with Fernhill ID"));
    let back = browser.at_provider("ann-1");
    // Whoever else brings the answer is not taken for who has asked.
    let thief = Browser::new(&world);
    assert_eq!(thief.ask("GET", &back).status, 422);
    assert!(!thief.is_in());
    let page = browser.ask("GET", &back);
    assert_eq!((page.status, page.location.as_str()), (303, "/records"), "{}", page.text);
    assert!(browser.is_in());
    assert!(browser.ask("GET", "/settings/sign-in").text.contains("account of the organization"));
    // Just signed in there counts for what binds: erasing is looked at, and refused for another reason than that.
    assert_eq!(browser.ask("POST", "/do/record.erase").status, 422);
    let anew = browser.ask("GET", "/sign-in/provider?again=1");
    assert!(anew.location.contains("&prompt=login&max_age=0"), "{}", anew.location);
    // An answer is taken once.
    let again = Browser::new(&world);
    *again.cookies.lock().unwrap() = browser.cookies.lock().unwrap().clone();
    again.cookies.lock().unwrap().remove("assize_session");
    assert_eq!(again.ask("GET", &back).status, 422);
    // They are known by the subject from then on, whatever their address there becomes.
    world.say("ann-1", &json!({ "email": "archer@fernhill.example", "email_verified": true }));
    let later = Browser::new(&world);
    let back = later.at_provider("ann-1");
    assert_eq!(later.ask("GET", &back).status, 303);
    assert!(later.is_in());
    // And whoever has their address now is somebody else.
    world.say("bob-1", &json!({ "email": "ann@fernhill.example", "email_verified": true }));
    let bob = Browser::new(&world);
    let back = bob.at_provider("bob-1");
    assert_eq!(bob.ask("GET", &back).status, 403);

    let out = browser.ask("POST", "/sign-out");
    assert_eq!(out.location, "/sign-in?out=1");
    let page = browser.ask("GET", &out.location);
    assert!(
        page.text.contains(&format!("{}/oauth2/end_session?client_id=assize", world.provider)),
        "{}",
        page.text
    );
    assert!(!browser.is_in());
    // A locked account stays locked.
    assize(world.folder.path(), &["account", "lock", "Ann Archer"]);
    assert!(!later.is_in());
    let back = later.at_provider("ann-1");
    assert_eq!(later.ask("GET", &back).status, 422);
}

#[test]
fn who_has_none_gets_one_only_where_that_is_configured_and_the_address_is_verified() {
    for just_in_time in ["no", "yes"] {
        let Some(world) = world(just_in_time) else { return };
        let body = json!({ "name": "Carl Cook", "email": "carl@fernhill.example", "employer": "Fernhill", "languages": ["en"], "zone": "UTC" });
        std::fs::write(world.folder.path().join("carl.json"), body.to_string()).unwrap();
        assize(world.folder.path(), &["act", "person.register", "--body", "carl.json"]);
        for (subject, email, verified, status) in [
            ("carl-1", "carl@fernhill.example", false, 403),
            ("nobody-1", "nobody@fernhill.example", true, 403),
            ("carl-2", "carl@fernhill.example", true, if just_in_time == "yes" { 303 } else { 403 }),
        ] {
            world.say(subject, &json!({ "email": email, "email_verified": verified }));
            let browser = Browser::new(&world);
            let back = browser.at_provider(subject);
            assert_eq!(browser.ask("GET", &back).status, status, "{just_in_time} {subject}");
            assert_eq!(browser.is_in(), status == 303);
        }
    }
}
