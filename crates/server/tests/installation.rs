//! Many organizations behind one server, on SQLite (a folder each) and PostgreSQL (a schema each): nothing of one is there for another, by
//! whatever it is asked for, and one that asks for too much makes the others wait no longer.

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
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use assize_domain::Command;
use assize_domain::kernel::act::{Actor, Scope};
use assize_server::Site;
use assize_server::installation::{
    Common, Installation, InstallationSettings, JOB_SHARES, OpenedOrganization, Opener, Shares,
};
use assize_store::{
    Act, Addresses, Bucket, Clock, Organization, OrganizationName, OrganizationState, Placement, Registry,
    SecretKey, Store,
};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use futures::future::BoxFuture;
use harness::{BEGUN, HELD, Quick, person};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Semaphore;
use tower::ServiceExt as _;

/// How long what has to come about may take; it is looked at again and again until then.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is known of whoever was opened.
#[derive(Default)]
struct Seen {
    /// How many are open now, and how many were at a time at the most.
    open: (usize, usize),
    /// Who was opened, in order.
    order: Vec<String>,
}

/// Opens the stores of a test. One whose name is held is opened when that is let go.
struct Houses {
    common: Common,
    seen: Arc<Mutex<Seen>>,
    held: Option<(&'static str, Arc<Semaphore>)>,
}

fn addresses(at: &Placement) -> Addresses {
    Addresses {
        database: at.store.clone(),
        evidence: at.evidence.clone(),
        log: at.log.clone(),
        bucket: Bucket::default(),
    }
}

impl Opener for Houses {
    fn open<'o>(
        &'o self,
        organization: &'o Organization,
    ) -> BoxFuture<'o, Result<OpenedOrganization, String>> {
        Box::pin(async move {
            if let Some((name, held)) = &self.held
                && *name == organization.name.as_str()
            {
                held.acquire().await.unwrap().forget();
                held.add_permits(1);
            }
            let store = Store::open_as_one_of_many(&addresses(&organization.at), Clock::System).await;
            let store = store.map_err(|error| error.to_string())?;
            let mut app = self.common.app(organization, store.clone());
            let site = Site::read(&format!("http://{}", organization.hosts[0])).unwrap();
            app.entrance = Arc::new(assize_server::Entrance { site, ..assize_server::Entrance::default() });
            let seen = Arc::clone(&self.seen);
            {
                let mut seen = seen.lock().unwrap();
                seen.open.0 += 1;
                seen.open.1 = seen.open.1.max(seen.open.0);
                seen.order.push(organization.name.to_string());
            }
            let ending = move || -> BoxFuture<'static, ()> {
                Box::pin(async move {
                    store.close().await;
                    seen.lock().unwrap().open.0 -= 1;
                })
            };
            Ok(OpenedOrganization { app, ending: Box::new(ending) })
        })
    }

    fn look_round<'o>(&'o self, organization: &'o Organization) -> BoxFuture<'o, Result<(), String>> {
        Box::pin(async move {
            self.seen.lock().unwrap().order.push(format!("round {}", organization.name));
            Ok(())
        })
    }
}

/// A place for an installation.
struct Base {
    registry: String,
    folder: TempDir,
}

async fn each_database() -> Vec<Base> {
    let folder = tempfile::tempdir().unwrap();
    let registry = format!("sqlite:{}", folder.path().join("installation.db").display());
    let mut bases = vec![Base { registry, folder }];
    match std::env::var("ASSIZE_TEST_POSTGRES") {
        Ok(server) => {
            use sqlx::{AssertSqlSafe, Connection as _};
            let mut bytes = [0_u8; 8];
            std::io::Read::read_exact(&mut std::fs::File::open("/dev/urandom").unwrap(), &mut bytes).unwrap();
            let name = format!("assize_test_{:016x}", u64::from_be_bytes(bytes));
            let mut conn = sqlx::PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
            sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut conn).await.unwrap();
            bases.push(Base { registry: format!("{server}/{name}"), folder: tempfile::tempdir().unwrap() });
        }
        Err(_) => eprintln!("ASSIZE_TEST_POSTGRES is not set: not tried on PostgreSQL"),
    }
    bases
}

/// An organization of a test.
struct House {
    name: OrganizationName,
    host: String,
    /// A token of its operator.
    token: String,
    /// The id of a person of its register.
    person: String,
    /// The digest of a file that it has.
    file: String,
    /// A link that signs its operator in.
    link: String,
}

impl Base {
    async fn house(&self, registry: &Registry, name: &str) -> House {
        let name: OrganizationName = name.parse().unwrap();
        let folder: PathBuf = self.folder.path().join(name.as_str());
        let part = |part: &str| folder.join(part).display().to_string();
        let store = match self.registry.starts_with("sqlite:") {
            true => format!("sqlite:{}", part("assize.db")),
            false => format!("{}?schema={}", self.registry, name.schema()),
        };
        let at = Placement { store, evidence: part("evidence"), log: part("log") };
        let host = format!("{name}.example");
        registry.begin(&name, &[host.parse().unwrap()], &at).await.unwrap();
        let store = Store::make_or_open(&addresses(&at), Clock::System).await.unwrap();
        store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
        let give = |command: &str, body: Value| {
            let command = Command::read(command, &body).unwrap().unwrap();
            store.execute(Act::new(Actor::Operator { on_behalf_of: None }, command))
        };
        give("organization.name", json!({ "name": name.as_str() })).await.unwrap();
        let done = give("person.register", person(&format!("Somebody of {name}"))).await.unwrap();
        let person = done.subject().unwrap().id.to_string();
        let file = store.blobs().put(format!("a file of {name}").into()).await.unwrap().sha256;
        let (_, token) = store.make_token("test", None, Scope::Act, 1).await.unwrap();
        let link = store.make_link(None).await.unwrap();
        store.close().await;
        registry.open_organization(&name).await.unwrap();
        House { name, host, token, person, file, link }
    }
}

struct Served {
    installation: Installation,
    router: Router,
    registry: Registry,
    seen: Arc<Mutex<Seen>>,
}

const SHARES: Shares = Shares { places: 4, each: 2, waiting: 3 };

async fn served(base: &Base, open_max: usize, held: Option<(&'static str, Arc<Semaphore>)>) -> Served {
    let registry = Registry::make(&base.registry).await.unwrap();
    let settings = InstallationSettings {
        proxies: Vec::new(),
        requests: SHARES,
        open_max,
        look_round: Duration::from_secs(3_600),
    };
    let common = Common::new(Arc::new(Quick), JOB_SHARES);
    let seen = Arc::new(Mutex::new(Seen::default()));
    let houses = Houses { common: common.clone(), seen: Arc::clone(&seen), held };
    let installation =
        Installation::begin(registry.clone(), settings, common, Arc::new(houses)).await.unwrap();
    Served { router: installation.router(), installation, registry, seen }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    headers: HeaderMap,
    text: String,
}

async fn sent(
    router: &Router,
    method: &str,
    host: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header("host", host);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 24).await.unwrap();
    Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
}

impl Served {
    async fn send(
        &self,
        method: &str,
        host: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        sent(&self.router, method, host, path, headers, body).await
    }

    async fn get(&self, host: &str, path: &str, token: &str) -> Answer {
        self.send("GET", host, path, &[("authorization", &format!("Bearer {token}"))], "").await
    }

    async fn act(&self, house: &House, command: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {}", house.token);
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        self.send("POST", &house.host, &format!("/api/v1/commands/{command}"), &headers, &body.to_string())
            .await
    }

    async fn counted(&self) -> String {
        let router = self.installation.metrics_router();
        sent(&router, "GET", "127.0.0.1", "/metrics", &[], "").await.text
    }

    /// Looks again and again until something is so.
    async fn until<T>(&self, what: &str, look: impl AsyncFn(&Self) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look(self).await {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "{what} does not come about");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// An answer without what differs from request to request.
fn alike(answer: &Answer) -> (u16, String, BTreeMap<String, String>) {
    let mut body: Value = serde_json::from_str(&answer.text).unwrap_or(Value::String(answer.text.clone()));
    if let Some(body) = body.as_object_mut() {
        body.remove("request_id");
    }
    let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
    (answer.status, body.to_string(), headers.collect())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_one_organization_is_there_for_another() {
    for base in each_database().await {
        let registry = Registry::make(&base.registry).await.unwrap();
        let (a, b) = (base.house(&registry, "fernhill").await, base.house(&registry, "shorebird").await);
        let served = served(&base, 8, None).await;
        for (own, other) in [(&a, &b), (&b, &a)] {
            let path = format!("/api/v1/records/person/{}", own.person);
            let found = served.get(&own.host, &path, &own.token).await;
            assert_eq!(found.status, 200, "{}", found.text);
            assert!(found.text.contains(&format!("Somebody of {}", own.name)));
            // The same id at the other's host, by whoever may everything there.
            let there = served.get(&other.host, &path, &other.token).await;
            assert_eq!(there.status, 404, "{}", there.text);
            // Its own token at the other's host.
            for path in [path.as_str(), "/api/v1/records/person", "/api/v1/journal"] {
                assert_eq!(served.get(&other.host, path, &own.token).await.status, 401, "{path}");
            }
            let all = served.get(&other.host, "/api/v1/records/person", &other.token).await;
            assert!(!all.text.contains(own.name.as_str()), "{}", all.text);
            // A file by its digest.
            let store = opened(&served.registry, &other.name).await;
            assert!(store.blobs().get(&own.file).await.unwrap().is_none());
            assert!(store.blobs().get(&other.file).await.unwrap().is_some());
            store.close().await;
        }
        sessions_are_of_one_host(&served, &a, &b).await;
        let counted = served.counted().await;
        for house in [&a, &b] {
            let line = format!("assize_journal_entries{{organization=\"{}\"}} 2\n", house.name);
            assert!(counted.contains(&line), "{counted}");
        }
        assert_eq!(counted.matches("# TYPE assize_journal_entries gauge").count(), 1, "said once");
        served.installation.end().await;
        assert_eq!(served.seen.lock().unwrap().open, (0, 2), "what was opened is let go");
    }
}

async fn opened(registry: &Registry, name: &OrganizationName) -> Store {
    let found = registry.organization(name).await.unwrap().unwrap();
    Store::open(&addresses(&found.at), Clock::System).await.unwrap()
}

async fn sessions_are_of_one_host(served: &Served, a: &House, b: &House) {
    let form = |host: &str| {
        vec![
            ("origin".to_owned(), format!("http://{host}")),
            ("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned()),
        ]
    };
    let sign_in = async |house: &House, link: &str| {
        let headers = form(&house.host);
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        served.send("POST", &house.host, &format!("/sign-in/{link}"), &headers, "next=%2Frecords").await
    };
    let elsewhere = sign_in(b, &a.link).await;
    assert!(!elsewhere.headers.contains_key("set-cookie") || elsewhere.status != 303, "{elsewhere:?}");
    let here = sign_in(a, &a.link).await;
    assert_eq!(here.status, 303, "{}", here.text);
    let set = here.headers["set-cookie"].to_str().unwrap();
    assert!(!set.to_ascii_lowercase().contains("domain="), "it goes to no other host: {set}");
    let cookie = set.split(';').next().unwrap();
    let page = served.send("GET", &a.host, "/records", &[("cookie", cookie)], "").await;
    assert_eq!(page.status, 200, "{}", page.text);
    let page = served.send("GET", &b.host, "/records", &[("cookie", cookie)], "").await;
    assert_eq!(page.status, 303, "whoever is signed in at one is nobody at the other: {}", page.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_served_here_is_answered_alike_whether_there_is_such_an_organization_or_not() {
    for base in each_database().await {
        let registry = Registry::make(&base.registry).await.unwrap();
        let (open, closed) =
            (base.house(&registry, "fernhill").await, base.house(&registry, "shorebird").await);
        registry.close_organization(&closed.name).await.unwrap();
        let served = served(&base, 8, None).await;
        for path in ["/api/v1/records/person", "/", "/sign-in", "/calendar/abc.ics"] {
            let nobody = served.get("nobody.example", path, &closed.token).await;
            assert_eq!(nobody.status, 421, "{}", nobody.text);
            assert_eq!(alike(&nobody), alike(&served.get(&closed.host, path, &closed.token).await), "{path}");
            assert!(!nobody.text.contains("fernhill") && !nobody.text.contains("shorebird"));
        }
        let german = served.send("GET", "nobody.example", "/", &[("accept-language", "de")], "").await;
        assert!(german.text.contains("Unter dieser Adresse"), "{}", german.text);
        assert!(german.headers.contains_key("content-security-policy"));
        // What is counted names organizations, and is told at no host of theirs.
        for host in [open.host.as_str(), "nobody.example"] {
            let answer = served.get(host, "/metrics", &open.token).await;
            assert_eq!(answer.status, 404, "{}", answer.text);
            assert_eq!(served.get(host, "/readyz", "").await.status, 200);
        }
        // Whoever sends requests hears first that the server is about to end, and what comes meanwhile is answered still.
        served.installation.ending().store(true, std::sync::atomic::Ordering::SeqCst);
        assert_eq!(served.get(open.host.as_str(), "/readyz", "").await.status, 503);
        assert_eq!(served.get(open.host.as_str(), "/api/v1/records/person", &open.token).await.status, 200);
        served.installation.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_is_made_opened_closed_or_moved_is_so_without_a_restart() {
    for base in each_database().await {
        let served = served(&base, 8, None).await;
        let house = base.house(&served.registry, "fernhill").await;
        let path = "/api/v1/records/person";
        let status = async |served: &Served| served.get(&house.host, path, &house.token).await.status;
        served.until("that it is served", async |served| (status(served).await == 200).then_some(())).await;
        // Being moved, it is read, and nothing is taken.
        let found = served.registry.organization(&house.name).await.unwrap().unwrap();
        let to = Placement { store: "sqlite:nowhere/else.db".to_owned(), ..found.at };
        let moving = served.registry.begin_move(&house.name, &to).await.unwrap();
        let settled = async |served: &Served, generation: i64| {
            served
                .until("that the server has let go", async |served| {
                    let all = served.registry.replicas().await.unwrap();
                    (all.len() == 1 && all[0].settled >= generation).then_some(())
                })
                .await;
        };
        settled(&served, moving.changed).await;
        let refused = served.act(&house, "person.register", &person("Late")).await;
        assert_eq!(
            (refused.status, refused.headers["retry-after"].to_str().unwrap()),
            (503, "5"),
            "{}",
            refused.text
        );
        assert_eq!(status(&served).await, 200);
        served.registry.give_up_move(&house.name).await.unwrap();
        served
            .until("that it acts again", async |served| {
                (served.act(&house, "person.register", &person("Late")).await.status == 200).then_some(())
            })
            .await;
        served.registry.close_organization(&house.name).await.unwrap();
        let closed = served.registry.organization(&house.name).await.unwrap().unwrap();
        assert_eq!(closed.state, OrganizationState::Closed);
        settled(&served, closed.changed).await;
        assert_eq!(
            (status(&served).await, served.seen.lock().unwrap().open.0),
            (421, 0),
            "and its store is let go"
        );
        served.installation.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_are_open_than_may_be_and_who_was_used_longest_ago_makes_way() {
    for base in each_database().await {
        let registry = Registry::make(&base.registry).await.unwrap();
        let mut houses = Vec::new();
        for name in ["one", "two", "three"] {
            houses.push(base.house(&registry, name).await);
        }
        let served = served(&base, 2, None).await;
        for at in [0, 1, 0, 2, 0, 1] {
            let answer = served.get(&houses[at].host, "/api/v1/records/person", &houses[at].token).await;
            assert_eq!(answer.status, 200, "{}", answer.text);
        }
        let seen: Vec<String> = served
            .seen
            .lock()
            .unwrap()
            .order
            .iter()
            .filter(|one| !one.starts_with("round"))
            .cloned()
            .collect();
        assert_eq!(seen, ["one", "two", "three", "two"], "the first was in use all the time");
        assert!(served.seen.lock().unwrap().open.1 <= 2, "and never a third beside two");
        // As many as may be are in use: an answer that nobody has read to its end keeps its organization open.
        let mut unread = Vec::new();
        for at in [0, 1] {
            let request = Request::builder().uri("/api/v1/records/person").header("host", &houses[at].host);
            let request = request.header("authorization", format!("Bearer {}", houses[at].token));
            let answer = served.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status(), 200);
            unread.push(answer);
        }
        let refused = served.get(&houses[2].host, "/api/v1/records/person", &houses[2].token).await;
        assert_eq!(refused.status, 503, "{}", refused.text);
        drop(unread);
        let answer = served.get(&houses[2].host, "/api/v1/records/person", &houses[2].token).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        served.installation.end().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_of_one_organization_is_turned_away_and_the_others_get_through() {
    let base = each_database().await.swap_remove(0);
    let registry = Registry::make(&base.registry).await.unwrap();
    let (flood, calm) = (base.house(&registry, "flood").await, base.house(&registry, "calm").await);
    let held = Arc::new(Semaphore::new(0));
    let served = Arc::new(served(&base, 8, Some(("flood", Arc::clone(&held)))).await);
    // Every request of the flood takes its place and is held up there, as by a slow database.
    let mut requests = Vec::new();
    let most = SHARES.each + SHARES.waiting;
    for _ in 0..most {
        let (served, host, token) = (Arc::clone(&served), flood.host.clone(), flood.token.clone());
        requests.push(tokio::spawn(async move { served.get(&host, "/api/v1/records/person", &token).await }));
    }
    served
        .until("that the line is full", async |served| {
            let counted = served.counted().await;
            let places = |state: &str, count: usize| {
                counted.contains(&format!("places{{organization=\"flood\",state=\"{state}\"}} {count}\n"))
            };
            (places("taken", SHARES.each) && places("waiting", SHARES.waiting)).then_some(())
        })
        .await;
    for _ in 0..5 {
        let refused = served.get(&flood.host, "/api/v1/records/person", &flood.token).await;
        assert_eq!((refused.status, refused.headers["retry-after"].to_str().unwrap()), (503, "5"));
        assert!(refused.text.contains("asks for more than it has room for"), "{}", refused.text);
    }
    // Meanwhile twenty of the other, two at a time.
    for _ in 0..10 {
        let get = || served.get(&calm.host, "/api/v1/records/person", &calm.token);
        let (one, two) = tokio::join!(get(), get());
        assert_eq!((one.status, two.status), (200, 200), "{} {}", one.text, two.text);
    }
    assert!(requests.iter().all(|request| !request.is_finished()), "the flood stands where it stood");
    held.add_permits(1);
    for request in requests {
        assert_eq!(request.await.unwrap().status, 200, "and is answered in its turn");
    }
    let counted = served.counted().await;
    for line in [
        "requests_total{organization=\"flood\",outcome=\"turned_away\"} 5\n",
        "requests_total{organization=\"calm\",outcome=\"answered\"} 20\n",
    ] {
        assert!(counted.contains(line), "{counted}");
    }
    served
        .until("that all places are given back", async |served| {
            served.installation.is_at_rest().then_some(())
        })
        .await;
    served.installation.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stood_in_line_while_the_organization_was_closed_does_not_open_it_again() {
    let base = each_database().await.swap_remove(0);
    let registry = Registry::make(&base.registry).await.unwrap();
    let house = base.house(&registry, "fernhill").await;
    let held = Arc::new(Semaphore::new(0));
    let served = Arc::new(served(&base, 8, Some(("fernhill", Arc::clone(&held)))).await);
    let counted = async |state: &str, count: usize| {
        let line = format!("places{{organization=\"fernhill\",state=\"{state}\"}} {count}\n");
        served.until(&line, async |served| served.counted().await.contains(&line).then_some(())).await;
    };
    let get = || {
        let (served, host, token) = (Arc::clone(&served), house.host.clone(), house.token.clone());
        tokio::spawn(async move { served.get(&host, "/api/v1/records/person", &token).await.status })
    };
    // As many as may be wait for the store to open, and one stands behind them.
    let before: Vec<_> = (0..SHARES.each).map(|_| get()).collect();
    counted("taken", SHARES.each).await;
    let behind = get();
    counted("waiting", 1).await;
    registry.close_organization(&house.name).await.unwrap();
    // Once the server has begun to look twice since, it has looked to the end once.
    let beat = async || registry.replicas().await.unwrap().first().map_or(0, |one| one.beat);
    let closed_at = beat().await;
    served.until("that the server knows", async |_| (beat().await >= closed_at + 2).then_some(())).await;
    held.add_permits(1);
    for request in before {
        assert_eq!(request.await.unwrap(), 200, "who was in is answered");
    }
    assert_eq!(behind.await.unwrap(), 421, "as whoever comes now");
    let opened = served.seen.lock().unwrap().order.iter().filter(|one| *one == "fernhill").count();
    assert_eq!(opened, 1, "it is not opened again");
    served.installation.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_one_organization_leave_workers_to_the_others() {
    let base = each_database().await.swap_remove(0);
    let registry = Registry::make(&base.registry).await.unwrap();
    let common = Common::new(Arc::new(Quick), Shares { places: 2, each: 1, waiting: 9 });
    let mut apps = Vec::new();
    for name in ["flood", "calm"] {
        let house = base.house(&registry, name).await;
        let organization = registry.organization(&house.name).await.unwrap().unwrap();
        apps.push(common.app(&organization, opened(&registry, &house.name).await));
    }
    let job = |app: usize, name: &'static str| {
        let workers = Arc::clone(&apps[app].workers);
        tokio::spawn(async move { workers.read_text("text".into(), name).await })
    };
    let begun = async |many: usize| {
        let since = Instant::now();
        while BEGUN.lock().unwrap().len() < many {
            assert!(since.elapsed() < PATIENCE, "{:?}", BEGUN.lock().unwrap());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let mut jobs: Vec<_> = (0..6).map(|_| job(0, "waits-for-flood")).collect();
    begun(1).await;
    jobs.push(job(1, "waits-for-calm"));
    begun(2).await;
    assert_eq!(
        *BEGUN.lock().unwrap(),
        ["waits-for-flood", "waits-for-calm"],
        "whoever came last is not behind six"
    );
    HELD.close();
    for job in jobs {
        job.await.unwrap().unwrap();
    }
    for app in apps {
        app.store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn organizations_that_nobody_uses_are_looked_after_each_once() {
    for base in each_database().await {
        let registry = Registry::make(&base.registry).await.unwrap();
        let mut names = Vec::new();
        for name in ["one", "two", "three"] {
            base.house(&registry, name).await;
            names.push(format!("round {name}"));
        }
        names.sort();
        // Two servers over one registry.
        let (first, second) = (served(&base, 4, None).await, served(&base, 4, None).await);
        let rounds = |served: &Served| {
            let seen = served.seen.lock().unwrap();
            seen.order.iter().filter(|one| one.starts_with("round")).cloned().collect::<Vec<_>>()
        };
        let all = first
            .until("that all were looked after", async |first| {
                let mut all = [rounds(first), rounds(&second)].concat();
                all.sort();
                (all.len() >= names.len()).then_some(all)
            })
            .await;
        assert_eq!(all, names, "by one of them");
        first.installation.end().await;
        second.installation.end().await;
    }
}
