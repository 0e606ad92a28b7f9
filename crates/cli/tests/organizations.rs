//! The organizations of an installation by the command line: made, served, moved while they are served, closed and removed; and each command
//! given again where it was interrupted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use assize_store::{Clock, Organization, OrganizationState, Placement, Registry, Store};
use serde_json::{Value, json};
use shell::{BINARY, json_of, said};

/// How long what has to come about may take; it is looked at again and again until then.
const PATIENCE: Duration = Duration::from_secs(60);
const REGISTRY: &str = "sqlite:installation.db";

/// Runs a command on the installation of a folder.
fn on(folder: &Path, args: &[&str]) -> (i32, Value) {
    json_of(folder, &[args, &["--installation", REGISTRY]].concat())
}

fn create(folder: &Path, name: &str) -> (i32, Value) {
    on(folder, &["organization", "create", name, "--host", &format!("{name}.example")])
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
}

/// The registry of a folder, and an organization as it is in it.
async fn registered(folder: &Path, name: &str) -> (Registry, Organization) {
    let registry =
        Registry::open(&format!("sqlite:{}", folder.join("installation.db").display())).await.unwrap();
    let found = registry.organization(&name.parse().unwrap()).await.unwrap().unwrap();
    (registry, found)
}

/// A server of the installation of a folder.
struct Server {
    child: Child,
    address: String,
    metrics: String,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut child = Command::new(BINARY)
            .args(["serve", "--installation", REGISTRY, "--listen", "127.0.0.1:0", "--json"])
            .current_dir(folder)
            .env_clear()
            .env("ASSIZE_METRICS_LISTEN", "127.0.0.1:0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("`{line}`"));
        let of = |name: &str| said[name].as_str().unwrap().trim_start_matches("http://").to_owned();
        Self { address: of("listening"), metrics: of("metrics"), child }
    }

    /// Sends a request with a host of its own; the status and the body.
    fn send(&self, method: &str, host: &str, path: &str, token: &str, body: &str) -> (u16, String) {
        ask(&self.address, method, host, path, token, body)
    }

    fn register(&self, name: &str, token: &str) -> (u16, String) {
        let body =
            json!({ "name": "Ines", "employer": "Us", "languages": ["en"], "zone": "UTC" }).to_string();
        self.send("POST", &format!("{name}.example"), "/api/v1/commands/person.register", token, &body)
    }

    fn people(&self, name: &str, token: &str) -> usize {
        let (status, body) =
            self.send("GET", &format!("{name}.example"), "/api/v1/records/person", token, "");
        assert_eq!(status, 200, "{body}");
        serde_json::from_str::<Value>(&body).unwrap()["items"].as_array().unwrap().len()
    }

    /// Asks for the organization's API again and again until it answers with a status.
    fn until(&self, name: &str, token: &str, wanted: u16) {
        let begun = Instant::now();
        loop {
            let (status, body) =
                self.send("GET", &format!("{name}.example"), "/api/v1/records/person", token, "");
            if status == wanted {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{name}: {status} {body}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ask(address: &str, method: &str, host: &str, path: &str, token: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap_or_else(|| panic!("`{answer}`")).parse().unwrap();
    (status, answer.split_once("\r\n\r\n").unwrap().1.to_owned())
}

fn token(folder: &Path, name: &str) -> String {
    let (code, made) = on(folder, &["--organization", name, "token", "new", "--label", "test"]);
    assert_eq!(code, 0, "{made}");
    made["token"].as_str().unwrap().to_owned()
}

#[test]
fn organizations_are_made_served_closed_and_removed_each_for_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let (code, why) = said(at, &["organization", "list"]);
    assert!(code == 2 && why.contains("ASSIZE_INSTALLATION"), "{why}");
    let (code, made) = create(at, "fernhill");
    assert_eq!((code, made["made"].as_bool()), (0, Some(true)), "{made}");
    assert!(made["link"].as_str().unwrap().starts_with("http://fernhill.example:27007/"), "{made}");
    let (code, again) = create(at, "fernhill");
    assert_eq!((code, again["made"].as_bool()), (0, Some(false)), "{again}");
    let (code, taken) = on(at, &["organization", "create", "other", "--host", "fernhill.example"]);
    assert_eq!(code, 1, "{taken}");
    assert_eq!(create(at, "shorebird").0, 0);
    for (one, other) in [("fernhill", "shorebird"), ("shorebird", "fernhill")] {
        let file =
            |name: &str, file: &str| std::fs::read(at.join("organizations").join(name).join(file)).unwrap();
        assert_ne!(file(one, "log.key"), file(other, "log.key"));
        assert_ne!(file(one, "secret.key"), file(other, "secret.key"));
    }
    let (_, listed) = on(at, &["organization", "list"]);
    let names: Vec<&str> =
        listed["organizations"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["fernhill", "shorebird"]);
    // A command that is about one of them says which.
    let (code, why) = said(at, &["token", "list", "--installation", REGISTRY]);
    assert!(code == 2 && why.contains("--organization"), "{why}");

    let server = Server::start(at);
    let (a, b) = (token(at, "fernhill"), token(at, "shorebird"));
    assert_eq!(server.register("fernhill", &a).0, 200);
    assert_eq!((server.people("fernhill", &a), server.people("shorebird", &b)), (1, 0));
    assert_eq!(server.register("shorebird", &a).0, 401, "a token is of one of them");
    assert_eq!(server.send("GET", "nobody.example", "/", &a, "").0, 421);
    assert_eq!(server.send("GET", "fernhill.example", "/metrics", &a, "").0, 404);
    let counted = ask(&server.metrics, "GET", "localhost", "/metrics", "", "").1;
    assert!(counted.contains("assize_organization_requests_total{organization=\"fernhill\""), "{counted}");
    // One that is made now is served, and one that is closed is not, by the server that runs.
    assert_eq!(create(at, "newcomer").0, 0);
    server.until("newcomer", &token(at, "newcomer"), 200);
    let (code, looked) = on(at, &["doctor"]);
    let well: Vec<&Value> =
        looked["looked_at"].as_array().unwrap().iter().filter(|one| one["what"] == "organization").collect();
    assert_eq!(well.len(), 3, "{looked}");
    assert!(well.iter().all(|one| one["state"] == "well"), "{looked}");
    assert_eq!(code, 1, "no backup was written yet: {looked}");

    for _ in 0..2 {
        assert_eq!(on(at, &["organization", "close", "shorebird"]).0, 0);
    }
    server.until("shorebird", &b, 421);
    assert!(at.join("organizations/shorebird/assize.db").exists(), "its store is kept");
    assert_eq!(on(at, &["organization", "open", "shorebird"]).0, 0);
    server.until("shorebird", &b, 200);
    let remove = ["organization", "remove", "shorebird", "--confirm", "shorebird"];
    assert_eq!(on(at, &remove).0, 1, "one that is served is not removed");
    assert_eq!(on(at, &["organization", "close", "shorebird"]).0, 0);
    assert_eq!(
        said(
            at,
            &["organization", "remove", "shorebird", "--confirm", "fernhill", "--installation", REGISTRY]
        )
        .0,
        2
    );
    for _ in 0..2 {
        assert_eq!(on(at, &remove).0, 0);
    }
    // Two logs are never signed by one key: where that of the removed one is, no other is made.
    let again =
        ["organization", "create", "shorebird", "--host", "shorebird.example", "--installation", REGISTRY];
    let (code, why) = said(at, &again);
    assert!(code == 2 && why.contains("another name") && why.contains("organizations/shorebird"), "{why}");
    let (_, listed) = on(at, &["organization", "list"]);
    assert_eq!(listed["organizations"].as_array().unwrap().len(), 2, "nothing was noted: {listed}");
    let left = at.join("organizations/shorebird");
    assert!(
        !left.join("assize.db").exists() && !left.join("evidence").exists() && left.join("log.key").exists()
    );
    assert_eq!(server.people("fernhill", &a), 1, "nothing of another is touched");
    let kept = at.join("shorebird-as-it-was");
    std::fs::rename(&left, &kept).unwrap();
    assert_eq!(create(at, "shorebird").0, 0);
    let key = |folder: &Path| std::fs::read(folder.join("log.key")).unwrap();
    assert_ne!(key(&left), key(&kept));
}

#[test]
fn an_installation_is_found_from_any_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (above, at, elsewhere) = (folder.path(), folder.path().join("here"), folder.path().join("there"));
    for folder in [&at, &elsewhere] {
        std::fs::create_dir(folder).unwrap();
    }
    assert_eq!(create(&at, "fernhill").0, 0);
    // Made from above, the places are noted as they are called from there.
    let from_above = ["--host", "rye.example", "--installation", "sqlite:here/installation.db"];
    let (code, made) = json_of(above, &[&["organization", "create", "rye"], &from_above[..]].concat());
    assert_eq!(code, 0, "{made}");
    let kept = ["--host", "kept.example", "--at", "sqlite:kept/kept.db"];
    assert_eq!(on(&at, &[&["organization", "create", "kept"], &kept[..]].concat()).0, 0);
    assert!(at.join("organizations/rye/assize.db").exists() && at.join("kept/kept.db").exists());

    let whole = format!("sqlite:{}", at.join("installation.db").display());
    for (from, registry) in
        [(&*at, REGISTRY), (above, "sqlite:here/installation.db"), (&*elsewhere, whole.as_str())]
    {
        for name in ["fernhill", "rye", "kept"] {
            let args = ["verify", "--organization", name, "--installation", registry];
            let (code, verdict) = json_of(from, &args);
            assert_eq!(code, 0, "{name} by {registry}: {verdict}");
        }
        let (_, looked) = json_of(from, &["doctor", "--installation", registry]);
        let looked = looked["looked_at"].as_array().unwrap();
        assert!(looked.iter().all(|one| one["what"] != "store"), "{looked:?}");
    }
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 0, "nothing is made where it is asked from");
    std::fs::remove_file(at.join("kept/kept.db")).unwrap();
    let (_, looked) = json_of(&elsewhere, &["doctor", "--installation", &whole]);
    let looked = looked["looked_at"].as_array().unwrap();
    let store = looked.iter().find(|one| one["what"] == "store").unwrap();
    assert!(store["do"].as_str().unwrap().contains("where the registry says"), "{store}");
}

#[test]
fn an_organization_that_was_not_made_to_its_end_is_made_by_giving_the_command_again() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert_eq!(create(at, "fernhill").0, 0);
    for step in 0..3 {
        let name = format!("org-{step}");
        let own = at.join("organizations").join(&name);
        let part = |part: &str| format!("organizations/{name}/{part}");
        let placement = Placement {
            store: format!("sqlite:{}", part("assize.db")),
            evidence: part("evidence"),
            log: part("log"),
        };
        runtime().block_on(async {
            let (registry, _) = registered(at, "fernhill").await;
            let hosts = [format!("{name}.example").parse().unwrap()];
            registry.begin(&name.parse().unwrap(), &hosts, &placement).await.unwrap();
            registry.close().await;
        });
        // As far as an earlier try had come: noted; with a key; with a database that has no head yet.
        if step > 0 {
            std::fs::create_dir_all(&own).unwrap();
            std::fs::copy(at.join("organizations/fernhill/log.key"), own.join("log.key")).unwrap();
        }
        if step > 1 {
            std::fs::write(own.join("assize.db"), b"").unwrap();
        }
        assert_eq!(on(at, &["organization", "open", &name]).0, 2, "it is not served half made");
        let (code, made) = create(at, &name);
        assert_eq!((code, made["made"].as_bool()), (0, Some(true)), "{made}");
        let (code, _) = on(at, &["--organization", &name, "verify"]);
        assert_eq!(code, 0);
    }
}

/// Where organizations are moved to: another file, and a schema where there is a PostgreSQL.
fn elsewhere(at: &Path, name: &str) -> Vec<String> {
    let mut places = vec![format!("sqlite:{}", at.join(format!("elsewhere/{name}.db")).display())];
    match std::env::var("ASSIZE_TEST_POSTGRES") {
        Ok(server) => places.push(format!("{server}/{}?schema=org_{name}", database(&server))),
        Err(_) => eprintln!("ASSIZE_TEST_POSTGRES is not set: not moved to PostgreSQL"),
    }
    places
}

fn database(server: &str) -> String {
    use sqlx::{AssertSqlSafe, Connection as _};
    let mut bytes = [0_u8; 8];
    std::fs::File::open("/dev/urandom").unwrap().read_exact(&mut bytes).unwrap();
    let name = format!("assize_test_{:016x}", u64::from_be_bytes(bytes));
    runtime().block_on(async {
        let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
    });
    name
}

#[test]
fn an_organization_is_moved_while_it_is_served_and_nothing_of_it_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert_eq!(create(at, "fernhill").0, 0);
    let server = Server::start(at);
    let key = token(at, "fernhill");
    let mut acts = 0;
    for to in elsewhere(at, "fernhill") {
        // Somebody goes on acting all the time: what is answered is there afterwards, and nothing else.
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let (address, bearer) = (server.address.clone(), key.clone());
        let acting = std::thread::spawn(move || {
            let body =
                json!({ "name": "Ines", "employer": "Us", "languages": ["en"], "zone": "UTC" }).to_string();
            let (mut done, mut refused) = (0, 0);
            while stopped.try_recv() == Err(std::sync::mpsc::TryRecvError::Empty) {
                match ask(
                    &address,
                    "POST",
                    "fernhill.example",
                    "/api/v1/commands/person.register",
                    &bearer,
                    &body,
                ) {
                    (200, _) => done += 1,
                    (503, _) => refused += 1,
                    (status, body) => panic!("{status} {body}"),
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            (done, refused)
        });
        let (code, moved) = on(at, &["organization", "move", "fernhill", "--to", &to]);
        assert_eq!(code, 0, "{moved}");
        let begun = Instant::now();
        while server.register("fernhill", &key).0 != 200 {
            assert!(begun.elapsed() < PATIENCE, "it does not act again");
            std::thread::sleep(Duration::from_millis(50));
        }
        stop.send(()).unwrap();
        let (done, refused) = acting.join().unwrap();
        assert!(refused > 0, "it took no act while it was moved");
        acts += done + 1;
        let people = runtime().block_on(async {
            let (registry, found) = registered(at, "fernhill").await;
            assert_eq!((found.state, found.at.store.as_str()), (OrganizationState::Open, to.as_str()));
            registry.close().await;
            found.old.unwrap()
        });
        // Where it stood takes no act, whoever opens it.
        let old = people.store.clone();
        if let Some(path) = old.strip_prefix("sqlite:") {
            assert!(at.join(path).exists());
        }
        let (code, again) = on(at, &["organization", "move", "fernhill", "--to", &to]);
        assert_eq!(code, 0, "given again it changes nothing: {again}");
        let (code, shown) = on(at, &["--organization", "fernhill", "show", "person"]);
        assert_eq!((code, shown["items"].as_array().unwrap().len()), (0, acts), "{to}");
        let (code, verdict) = on(at, &["--organization", "fernhill", "verify"]);
        assert_eq!(code, 0, "{verdict}");
        for _ in 0..2 {
            assert_eq!(on(at, &["organization", "move", "fernhill", "--forget"]).0, 0);
        }
        if let Some(path) = old.strip_prefix("sqlite:") {
            assert!(!at.join(path).exists());
        }
        assert_eq!(server.register("fernhill", &key).0, 200);
        acts += 1;
    }
    let lock = at.join("organizations/fernhill/moving.lock");
    assert_eq!(on(at, &["organization", "close", "fernhill"]).0, 0);
    assert_eq!(on(at, &["organization", "remove", "fernhill", "--confirm", "fernhill"]).0, 0);
    assert!(!lock.exists(), "nothing is left of the way");
}

#[test]
fn a_move_that_was_interrupted_goes_on_or_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for step in 0..4 {
        let name = format!("org-{step}");
        assert_eq!(create(at, &name).0, 0);
        let place = |part: &str| format!("sqlite:{}", at.join(part).join(format!("{name}.db")).display());
        let (to, other) = (place("to"), place("other"));
        let all_work = at.join("organizations").join(&name).join("moving");
        runtime().block_on(async {
            let (registry, found) = registered(at, &name).await;
            let placement = Placement { store: to.clone(), ..found.at.clone() };
            let moving = registry.begin_move(&found.name, &placement).await.unwrap();
            registry.close().await;
            let work = all_work.join(moving.changed.to_string());
            let addresses = addresses(at, &found.at);
            let store = Store::open(&addresses, Clock::System).await.unwrap();
            // As far as it had come: noted; fenced, with an export that is not whole; with a whole one; with everything taken in.
            if step > 0 {
                store.fence("it is being moved").await.unwrap();
                std::fs::create_dir_all(&work).unwrap();
                std::fs::write(work.join("journal.jsonl"), "{").unwrap();
            }
            if step > 1 {
                std::fs::remove_dir_all(&work).unwrap();
                let to = if step == 2 {
                    assize_store::ExportTo::Folder(work.clone())
                } else {
                    assize_store::ExportTo::Beside(work.clone())
                };
                store.export_store(to, |_, _| {}).await.unwrap();
            }
            if step > 2 {
                let there = assize_store::Addresses { database: to.clone(), ..addresses };
                let taken = Store::import_store(&work, &there, Clock::System, |_, _| {}).await.unwrap();
                taken.store.close().await;
            }
            store.close().await;
        });
        let (code, why) = on(at, &["organization", "move", &name, "--to", &other]);
        assert_eq!(code, 1, "it is being moved to another place: {why}");
        // What is no act is not carried, so it is not done either.
        for (command, wanted) in [("token new --label late", 2), ("link", 2), ("token list", 0)] {
            let named = ["--installation", REGISTRY, "--organization", &name];
            let args: Vec<&str> = named.into_iter().chain(command.split(' ')).collect();
            assert_eq!(said(at, &args).0, wanted, "{args:?}");
        }
        if step == 1 {
            for _ in 0..2 {
                assert_eq!(on(at, &["organization", "move", &name, "--give-up"]).0, 0);
            }
            let (code, done) =
                on(at, &["--organization", &name, "act", "person.register", "--body", &body(at)]);
            assert_eq!(code, 0, "it takes acts again: {done}");
        }
        let (code, moved) = on(at, &["organization", "move", &name, "--to", &to]);
        assert_eq!(code, 0, "{moved}");
        assert!(!all_work.exists(), "nothing is left of the way");
        let (code, done) = on(at, &["--organization", &name, "act", "person.register", "--body", &body(at)]);
        assert_eq!(code, 0, "{done}");
        assert_eq!(on(at, &["--organization", &name, "verify"]).0, 0);
    }
}

/// Where an organization of a folder stands, for whoever is not in it.
fn addresses(at: &Path, placed: &Placement) -> assize_store::Addresses {
    assize_store::Addresses {
        database: format!("sqlite:{}", at.join(placed.store.strip_prefix("sqlite:").unwrap()).display()),
        evidence: at.join(&placed.evidence).display().to_string(),
        log: at.join(&placed.log).display().to_string(),
        bucket: assize_store::Bucket::default(),
    }
}

#[test]
fn a_copy_that_a_move_left_which_was_given_up_is_not_taken_for_what_is_moved_later() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert_eq!(create(at, "fernhill").0, 0);
    let (code, made) = on(at, &["--organization", "fernhill", "token", "new", "--label", "lost"]);
    assert_eq!(code, 0, "{made}");
    let place = |name: &str| format!("sqlite:{}", at.join("to").join(name).display());
    let (to, other) = (place("first.db"), place("second.db"));
    // As a move had come that had everything taken in, and was then given up.
    runtime().block_on(async {
        let (registry, found) = registered(at, "fernhill").await;
        let placement = Placement { store: to.clone(), ..found.at.clone() };
        registry.begin_move(&found.name, &placement).await.unwrap();
        registry.close().await;
        let from = addresses(at, &found.at);
        let store = Store::open(&from, Clock::System).await.unwrap();
        store.fence("it is being moved").await.unwrap();
        let work = at.join("earlier");
        store.export_store(assize_store::ExportTo::Beside(work.clone()), |_, _| {}).await.unwrap();
        store.close().await;
        let there = assize_store::Addresses { database: to.clone(), ..from };
        let taken = Store::import_store(&work, &there, Clock::System, |_, _| {}).await.unwrap();
        taken.store.close().await;
    });
    assert_eq!(on(at, &["organization", "move", "fernhill", "--give-up"]).0, 0);
    // In the copy the token still holds, and as many entries are there as here.
    let id = made["id"].as_str().unwrap();
    assert_eq!(on(at, &["--organization", "fernhill", "token", "revoke", id]).0, 0);
    let again = ["organization", "move", "fernhill", "--to", &to, "--installation", REGISTRY];
    let (code, why) = said(at, &again);
    assert!(code == 2 && why.contains("was not made of what is moved now"), "{why}");
    assert_eq!(on(at, &["organization", "move", "fernhill", "--give-up"]).0, 0);
    let (code, moved) = on(at, &["organization", "move", "fernhill", "--to", &other]);
    assert_eq!(code, 0, "{moved}");
    let (_, listed) = on(at, &["--organization", "fernhill", "token", "list"]);
    assert!(!listed["tokens"][0]["revoked_at"].is_null(), "{listed}");
}

#[test]
fn evidence_that_is_in_use_is_not_removed_with_where_an_organization_stood() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for name in ["fernhill", "shorebird"] {
        assert_eq!(create(at, name).0, 0);
    }
    let evidence = at.join("organizations/fernhill/evidence");
    let (kept, stood) = runtime().block_on(async {
        let (registry, found) = registered(at, "fernhill").await;
        registry.close().await;
        let store = Store::open(&addresses(at, &found.at), Clock::System).await.unwrap();
        let file = store.blobs().put("evidence".into()).await.unwrap().sha256;
        store.close().await;
        let kept = evidence.join(&file[..2]).join(&file[2..4]).join(&file);
        (kept, at.join(found.at.store.strip_prefix("sqlite:").unwrap()))
    });
    assert!(kept.is_file());
    let moved_to = |evidence: &Path, to: &str| {
        let evidence = evidence.display().to_string();
        on(at, &["organization", "move", "fernhill", "--to", to, "--evidence-to", &evidence])
    };
    for taken in [at.join("organizations/shorebird/evidence"), evidence.join("below"), at.to_owned()] {
        let (code, why) = moved_to(&taken, "sqlite:to/fernhill.db");
        assert_eq!(code, 1, "{why}");
    }
    // The place that it has, written in another way, is that place.
    let (code, moved) = moved_to(&evidence.join(""), "sqlite:to/fernhill.db");
    assert_eq!(code, 0, "{moved}");
    assert_eq!(on(at, &["organization", "move", "fernhill", "--forget"]).0, 0);
    assert!(kept.is_file() && !stood.exists());
    // Elsewhere it goes along, and what stood there goes when that is forgotten.
    let (code, moved) = moved_to(&at.join("elsewhere"), "sqlite:to/again.db");
    assert_eq!(code, 0, "{moved}");
    assert_eq!(on(at, &["organization", "move", "fernhill", "--forget"]).0, 0);
    assert!(!kept.exists());
    assert_eq!(on(at, &["--organization", "fernhill", "verify"]).0, 0);
}

fn body(at: &Path) -> String {
    let body = json!({ "name": "Ines", "employer": "Us", "languages": ["en"], "zone": "UTC" });
    let file = at.join("body.json");
    std::fs::write(&file, body.to_string()).unwrap();
    file.display().to_string()
}
