//! Endpoints that are told of what happens.

use super::{near, served, sql};
use crate::harness::visitor::Visitor;
use crate::harness::{self, Quick, Served, served_with};
use crate::house::House;
use assize_server::webhooks::{Webhooks, deliver_webhooks_now};
use assize_server::{App, Network};
use assize_store::{Clock, DeliveryState, Store};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// A request that a receiver was sent.
#[derive(Clone, Debug)]
struct Told {
    path: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// A server of HTTP that notes what it is sent, and answers as the path says: `/200`, `/500`; `/302` leads to `/200`; `/never` not at all.
#[derive(Clone)]
struct Receiver {
    port: u16,
    told: Arc<Mutex<Vec<Told>>>,
}

impl Receiver {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let receiver = Self { port: listener.local_addr().unwrap().port(), told: Arc::default() };
        let told = Arc::clone(&receiver.told);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(one(stream, Arc::clone(&told)));
            }
        });
        receiver
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn told(&self) -> Vec<Told> {
        self.told.lock().unwrap().clone()
    }

    fn forget(&self) {
        self.told.lock().unwrap().clear();
    }
}

async fn one(mut stream: tokio::net::TcpStream, told: Arc<Mutex<Vec<Told>>>) {
    let mut bytes = Vec::new();
    let end = loop {
        let mut part = [0; 4096];
        let Ok(read) = stream.read(&mut part).await else { return };
        if read == 0 {
            return;
        }
        bytes.extend_from_slice(&part[..read]);
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.lines();
    let path = lines.next().unwrap().split(' ').nth(1).unwrap().to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = bytes[end + 4..].to_vec();
    while body.len() < length {
        let mut part = [0; 4096];
        let read = stream.read(&mut part).await.unwrap();
        body.extend_from_slice(&part[..read]);
    }
    told.lock().unwrap().push(Told { path: path.clone(), headers, body: String::from_utf8(body).unwrap() });
    let status = path.trim_start_matches('/').split('?').next().unwrap();
    // `/503?120` asks to be left alone for so long.
    let asked =
        path.split_once('?').map(|(_, asked)| format!("Retry-After: {asked}\r\n")).unwrap_or_default();
    if status == "never" {
        let mut part = [0; 64];
        // It says nothing until the other end has had enough.
        let _ = stream.read(&mut part).await;
        return;
    }
    let answer = format!(
        "HTTP/1.1 {status} As asked\r\nLocation: /200\r\n{asked}Content-Length: 5\r\nConnection: close\r\n\r\nhello"
    );
    let _ = stream.write_all(answer.as_bytes()).await;
}

/// HMAC-SHA256 (RFC 2104), as somebody else would write it.
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key);
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().to_vec()
}

/// Whether a message is signed with a secret, by the recipe of the Standard Webhooks.
fn is_signed(told: &Told, secret: &str) -> bool {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let content =
        format!("{}.{}.{}", told.headers["webhook-id"], told.headers["webhook-timestamp"], told.body);
    let expected = format!("v1,{}", STANDARD.encode(hmac(&key, content.as_bytes())));
    told.headers["webhook-signature"].split(' ').any(|signature| signature == expected)
}

/// Makes an endpoint over the API: its id and its secret.
async fn endpoint(served: &Served, body: &Value) -> (String, String) {
    let made = served.post("/webhooks", "application/json", &[], body.to_string()).await;
    assert_eq!(made.status, 201, "{:#}", made.json);
    let text = |pointer: &str| made.json.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    (text("/webhook/id"), text("/secret"))
}

/// Rounds until nothing waits that is due; a round of another may hold something for a moment.
async fn settled(app: &App) {
    while deliver_webhooks_now(app).await > 0 {}
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_is_told_signed_and_thinly_of_what_it_asked_for() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let body = json!({ "url": receiver.url("/200"), "label": "Tickets", "kinds": ["person.*"] });
    let (id, secret) = endpoint(&served, &body).await;
    let ada = served.person("Ada Zqlovelace").await;
    served.act("organization.name", &json!({ "name": "Fernhill again" }), &[]).await;
    settled(&served.app).await;
    let told = receiver.told();
    let [told] = told.as_slice() else { panic!("{told:?}") };
    assert!(is_signed(told, &secret), "{told:?}");
    assert!(!is_signed(&Told { body: told.body.replace("person", "nobody"), ..told.clone() }, &secret));
    assert_eq!(told.headers["content-type"], "application/json");
    let said: Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!((&said["type"], &said["data"]["subject"]["id"]), (&json!("person.registered"), &json!(ada)));
    assert!(said["timestamp"].as_str().unwrap().ends_with('Z') && said["data"]["seq"].as_i64().unwrap() > 1);
    assert!(!told.body.contains("Zqlovelace"), "ids alone: {}", told.body);
    let listed = served.get(&format!("/webhooks/{id}/deliveries")).await;
    assert_eq!(listed.json["items"][0]["state"], "delivered");
    assert_eq!(
        (&listed.json["items"][0]["status"], &listed.json["items"][0]["answer"]),
        (&json!(200), &json!("hello"))
    );
    // The secret is nowhere but in the answer to who made it.
    let all = served.get("/webhooks").await;
    assert!(!String::from_utf8_lossy(&all.bytes).contains(&secret));
    let raw = STANDARD.decode(&secret[6..]).unwrap();
    let hexed: String = raw.iter().map(|byte| format!("{byte:02x}")).collect();
    for file in ["assize.db", "assize.db-wal"] {
        let bytes = std::fs::read(served.folder.path().join(file)).unwrap_or_default();
        let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(!holds(secret.as_bytes()) && !holds(&raw) && !holds(hexed.as_bytes()), "{file}");
    }
    // With the fields, where the installation allows it.
    let refused = json!({ "url": receiver.url("/200"), "label": "All", "content": "fields" });
    let refused = served.post("/webhooks", "application/json", &[], refused.to_string()).await;
    assert_eq!(
        (refused.status, refused.json["problems"][0]["at"].as_str()),
        (422, Some("/content")),
        "{:#}",
        refused.json
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_fields_go_out_where_the_installation_allows_it_and_the_endpoint_asks_for_them() {
    let served = served_with(|mut app| {
        let near = vec![Network::read("127.0.0.0/8").unwrap()];
        app.webhooks = Arc::new(Webhooks::new(true, near).unwrap());
        app
    })
    .await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let receiver = Receiver::start().await;
    for (path, content) in [("/200?fields", "fields"), ("/200?ids", "ids")] {
        let body =
            json!({ "url": receiver.url(path), "label": content, "content": content, "kinds": ["person.*"] });
        endpoint(&served, &body).await;
    }
    served.person("Ada Zqlovelace").await;
    settled(&served.app).await;
    let told = receiver.told();
    let of = |path: &str| -> Value {
        let one = told.iter().find(|told| told.path == path).unwrap();
        serde_json::from_str(&one.body).unwrap()
    };
    assert_eq!(told.len(), 2, "{told:?}");
    let (fields, ids) = (of("/200?fields"), of("/200?ids"));
    assert_eq!(fields["data"]["fields"]["name"], "Ada Zqlovelace", "{fields:#}");
    assert_eq!(fields["data"]["seq"], ids["data"]["seq"]);
    assert!(ids["data"].get("fields").is_none() && !ids.to_string().contains("Zqlovelace"), "{ids:#}");
    // Where it is allowed no more, an endpoint that was made before is told ids alone.
    receiver.forget();
    let mut stricter = served.app.clone();
    stricter.webhooks = Arc::new(near());
    served.person("Bo Zqlovelace").await;
    settled(&stricter).await;
    assert_eq!(receiver.told().len(), 2);
    assert!(receiver.told().iter().all(|told| !told.body.contains("Zqlovelace")), "{:?}", receiver.told());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_asks_to_be_left_alone_is_for_a_day_at_the_most() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let hour = 60 * 60 * 1_000_i64;
    for (path, least, most) in [
        ("/503?7200", 2 * hour, 2 * hour + hour / 2),
        ("/429?99999999", 24 * hour, 25 * hour),
        ("/503?soon", 0, hour),
    ] {
        receiver.forget();
        let (id, _) = endpoint(&served, &json!({ "url": receiver.url(path), "label": path })).await;
        let before = assize_store::Clock::System.millis();
        for name in ["Ada", "Bo", "Cy"] {
            served.person(name).await;
        }
        settled(&served.app).await;
        let all = served.store.deliveries(&id, None, 10).await.unwrap();
        let tried: Vec<_> = all.iter().filter(|one| one.tries > 0).collect();
        assert!(!tried.is_empty(), "{all:?}");
        let now = assize_store::Clock::System.millis();
        for one in tried {
            assert!(one.due_at >= before + least && one.due_at <= now + most, "{path}: {one:?}");
        }
        // What else waits for it is left too.
        assert!(least == 0 || all.iter().all(|one| one.due_at >= before + least), "{path}: {all:?}");
        served.store.remove_webhook(&id).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_of_an_endpoint_that_is_gone_is_written_to() {
    let mut house = House::built().await;
    house.served.app.webhooks = Arc::new(near());
    let receiver = Receiver::start().await;
    let administrator = house.people["administrator"].clone();
    let mut person =
        house.served.get(&format!("/records/person/{administrator}")).await.json["record"].clone();
    let fields = person.as_object_mut().unwrap();
    for field in ["id", "credentials", "development", "declarations", "absences", "code"] {
        fields.remove(field);
    }
    fields.insert("person".to_owned(), json!(administrator));
    fields.insert("email".to_owned(), json!("admin@fernhill.example"));
    let bearer = house.bearer(&administrator).await;
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let wanted = json!({ "url": receiver.url("/410"), "label": "Tickets" }).to_string();
    let made = house.served.send("POST", "/api/v1/webhooks", &headers, wanted).await;
    assert_eq!(made.status, 201, "{:#}", made.json);
    let id = made.json["webhook"]["id"].as_str().unwrap().to_owned();
    // What happens to themselves they may see.
    house.served.act("person.update", &person, &[]).await.subject();
    settled(&house.served.app).await;
    let webhook = house.served.store.webhook(&id).await.unwrap().unwrap();
    assert_eq!(webhook.disabled_why.as_deref(), Some("gone"));
    let mut letters = Vec::new();
    while let Some(taken) = house.served.store.take_letter("test").await.unwrap() {
        letters.push((taken.kind.clone(), taken.address.clone()));
    }
    let wanted = ("webhook".to_owned(), "admin@fernhill.example".to_owned());
    assert_eq!(letters.iter().filter(|letter| **letter == wanted).count(), 1, "{letters:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_secret_signs_beside_the_one_before_until_that_is_old() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let (id, before) = endpoint(&served, &json!({ "url": receiver.url("/200"), "label": "Tickets" })).await;
    let renewed = served.post(&format!("/webhooks/{id}/secret"), "application/json", &[], "").await;
    let secret = renewed.json["secret"].as_str().unwrap().to_owned();
    assert_ne!(before, secret);
    served.person("Ada").await;
    settled(&served.app).await;
    let told = receiver.told().pop().unwrap();
    assert!(is_signed(&told, &before) && is_signed(&told, &secret), "{told:?}");
    sql(&served, "UPDATE webhook SET before_until = 1").await;
    served.person("Bo").await;
    settled(&served.app).await;
    let told = receiver.told().pop().unwrap();
    assert!(!is_signed(&told, &before) && is_signed(&told, &secret), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_is_tried_again_and_no_redirect_is_followed() {
    let served = served().await;
    let receiver = Receiver::start().await;
    // A port that nobody listens at.
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let mut ids = Vec::new();
    for url in [receiver.url("/500"), receiver.url("/302"), format!("http://127.0.0.1:{closed}/")] {
        ids.push(endpoint(&served, &json!({ "url": url, "label": "Tickets" })).await.0);
    }
    served.person("Ada").await;
    settled(&served.app).await;
    let statuses = [Some(500), Some(302), None];
    for (id, status) in ids.iter().zip(statuses) {
        let all = served.store.deliveries(id, None, 10).await.unwrap();
        let [one] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!((one.state, one.status, one.tries), (DeliveryState::Waiting, status, 1), "{one:?}");
        assert!(one.due_at > one.made_at, "{one:?}");
        assert!(served.store.webhook(id).await.unwrap().unwrap().failing_since.is_some());
    }
    let paths: BTreeSet<String> = receiver.told().into_iter().map(|told| told.path).collect();
    assert_eq!(paths, BTreeSet::from(["/302".to_owned(), "/500".to_owned()]), "no redirect was followed");
    // It is back: what waited is delivered under the id that it had.
    let first = receiver.told().into_iter().find(|told| told.path == "/500").unwrap();
    receiver.forget();
    sql(&served, &format!("UPDATE webhook SET url = '{}'", receiver.url("/200"))).await;
    served.store.hasten_deliveries(&ids[0]).await.unwrap();
    settled(&served.app).await;
    let again = receiver.told().pop().unwrap();
    assert_eq!(again.headers["webhook-id"], first.headers["webhook-id"]);
    assert_eq!(again.body, first.body);
    assert!(served.store.webhook(&ids[0]).await.unwrap().unwrap().failing_since.is_none());
    // After the last try it is given up.
    served.person("Bo").await;
    sql(&served, &format!("UPDATE webhook SET url = '{}'", receiver.url("/500"))).await;
    for _ in 0..12 {
        sql(&served, "UPDATE webhook_delivery SET due_at = 0").await;
        settled(&served.app).await;
    }
    let all = served.store.deliveries(&ids[0], None, 10).await.unwrap();
    assert_eq!((all[0].state, all[0].tries), (DeliveryState::GivenUp, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_never_answers_is_left_and_what_waits_for_others_is_delivered() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let (slow, _) = endpoint(&served, &json!({ "url": receiver.url("/never"), "label": "Slow" })).await;
    let (well, _) = endpoint(&served, &json!({ "url": receiver.url("/200"), "label": "Well" })).await;
    served.person("Ada").await;
    settled(&served.app).await;
    let one = served.store.deliveries(&slow, None, 10).await.unwrap().pop().unwrap();
    assert_eq!((one.state, one.status), (DeliveryState::Waiting, None), "{one:?}");
    let one = served.store.deliveries(&well, None, 10).await.unwrap().pop().unwrap();
    assert_eq!(one.state, DeliveryState::Delivered);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_is_gone_or_fails_for_days_is_disabled_and_what_happens_waits() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let (gone, _) = endpoint(&served, &json!({ "url": receiver.url("/410"), "label": "Gone" })).await;
    let (fails, _) = endpoint(&served, &json!({ "url": receiver.url("/503"), "label": "Fails" })).await;
    served.person("Ada").await;
    settled(&served.app).await;
    let why = async |id: &str| served.store.webhook(id).await.unwrap().unwrap().disabled_why;
    assert_eq!((why(&gone).await.as_deref(), why(&fails).await), (Some("gone"), None));
    let days = 6 * 24 * 60 * 60 * 1_000_i64;
    sql(&served, &format!("UPDATE webhook SET failing_since = failing_since - {days}")).await;
    sql(&served, "UPDATE webhook_delivery SET due_at = 0").await;
    settled(&served.app).await;
    assert_eq!(why(&fails).await.as_deref(), Some("failing"));
    receiver.forget();
    served.person("Bo").await;
    settled(&served.app).await;
    assert!(receiver.told().is_empty(), "nothing goes to who is disabled");
    sql(&served, &format!("UPDATE webhook SET url = '{}'", receiver.url("/200"))).await;
    let enabled = served.post(&format!("/webhooks/{fails}/enable"), "application/json", &[], "").await;
    assert_eq!(enabled.json["disabled_at"], Value::Null);
    settled(&served.app).await;
    assert_eq!(receiver.told().len(), 2, "Ada, who waited, and Bo, who came meanwhile");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_processes_each_message_is_sent_by_one_and_can_be_replayed() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let (id, _) = endpoint(&served, &json!({ "url": receiver.url("/200"), "label": "Tickets" })).await;
    let before = served.store.head_seq().await.unwrap();
    for n in 0..20 {
        served.person(&format!("Person {n}")).await;
    }
    let folder = served.folder.path();
    let part = |name: &str| folder.join(name).display().to_string();
    let addresses = assize_store::Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: assize_store::Bucket::default(),
    };
    let other = Store::open(&addresses, Clock::System).await.unwrap();
    // Its key seals and opens; the file of a real installation has it.
    let mut second = App::new(served.store.clone(), Arc::new(Quick));
    second.webhooks = Arc::new(near());
    assert_eq!(other.head_seq().await.unwrap(), before + 20);
    tokio::join!(settled(&served.app), settled(&second));
    settled(&served.app).await;
    let ids: Vec<String> = receiver.told().iter().map(|told| told.headers["webhook-id"].clone()).collect();
    assert_eq!((ids.len(), ids.iter().collect::<BTreeSet<_>>().len()), (20, 20), "{ids:?}");
    receiver.forget();
    let one = json!({ "delivery": ids[3] }).to_string();
    served.post(&format!("/webhooks/{id}/replay"), "application/json", &[], one).await;
    settled(&served.app).await;
    let again: Vec<String> = receiver.told().iter().map(|told| told.headers["webhook-id"].clone()).collect();
    assert_eq!(again, [ids[3].clone()]);
    receiver.forget();
    let since = json!({ "since": "2026-01-01T00:00:00Z" }).to_string();
    let replayed = served.post(&format!("/webhooks/{id}/replay"), "application/json", &[], since).await;
    assert_eq!(replayed.json["from"], 1, "{:#}", replayed.json);
    settled(&served.app).await;
    let all: BTreeSet<String> =
        receiver.told().iter().map(|told| told.headers["webhook-id"].clone()).collect();
    assert!(ids.iter().all(|id| all.contains(id)), "each under the id that it had");
    assert_eq!(i64::try_from(receiver.told().len()).unwrap(), served.store.head_seq().await.unwrap());
    let none = json!({ "since": "2999-01-01T00:00:00Z" }).to_string();
    let none = served.post(&format!("/webhooks/{id}/replay"), "application/json", &[], none).await;
    assert_eq!(none.json["from"], Value::Null);
    let neither = served.post(&format!("/webhooks/{id}/replay"), "application/json", &[], "{}").await;
    assert_eq!(neither.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_is_told_what_its_owner_may_see_and_administrators_alone_make_any() {
    let mut house = House::built().await;
    house.served.app.webhooks = Arc::new(near());
    let served = &house.served;
    let receiver = Receiver::start().await;
    let wanted =
        json!({ "url": receiver.url("/200"), "label": "Own", "kinds": ["person.*", "finding.*", "note.*"] })
            .to_string();
    for who in ["leader", "manager", "auditee_contact", "nothing"] {
        let bearer = house.bearer(&house.people[who]).await;
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let refused = served.send("POST", "/api/v1/webhooks", &headers, wanted.clone()).await;
        assert_eq!(refused.status, 403, "{who}: {:#}", refused.json);
        assert_eq!(served.send("GET", "/api/v1/webhooks", &headers, "").await.status, 403, "{who}");
    }
    let bearer = house.bearer(&house.people["administrator"]).await;
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let made = served.send("POST", "/api/v1/webhooks", &headers, wanted).await;
    assert_eq!(made.status, 201, "{:#}", made.json);
    let id = made.json["webhook"]["id"].as_str().unwrap().to_owned();
    // All that happened before, which an administrator has nothing to do with.
    served.store.replay_since(&id, "2026-01-01T00:00:00Z".parse().unwrap()).await.unwrap();
    settled(&served.app).await;
    for told in receiver.told() {
        assert!(!told.body.contains("finding.") && !told.body.contains("note."), "{}", told.body);
    }
    let all = served.store.deliveries(&id, None, 500).await.unwrap();
    let unseen = all.iter().filter(|one| one.answer.as_deref() == Some("its owner may not see this"));
    assert!(unseen.count() > 0, "{all:?}");
    // Whoever is locked is told nothing.
    receiver.forget();
    let administrator = house.people["administrator"].parse().unwrap();
    served.store.invite(administrator, None).await.unwrap();
    assert!(served.store.lock_account(administrator).await.unwrap());
    served.person("After the lock").await;
    settled(&served.app).await;
    assert!(receiver.told().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_endpoint_stands_inside_the_house_unless_it_is_configured() {
    let served = harness::served().await;
    for url in [
        "https://127.0.0.1/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "http://hooks.example/",
    ] {
        let body = json!({ "url": url, "label": "Inside" }).to_string();
        let refused = served.post("/webhooks", "application/json", &[], body).await;
        assert_eq!(
            (refused.status, refused.json["problems"][0]["at"].as_str()),
            (422, Some("/url")),
            "{url}"
        );
    }
    let body = json!({ "url": "https://hooks.example/", "label": "Outside", "colour": "red" }).to_string();
    assert_eq!(served.post("/webhooks", "application/json", &[], body).await.status, 422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_endpoints_do_what_the_api_does() {
    let served = served().await;
    let receiver = Receiver::start().await;
    let visitor = Visitor::operator(&served).await;
    visitor.get("/settings/webhooks").await.expect(&["Make an endpoint"]);
    let wrong = visitor
        .post("/settings/webhooks", &[("url", "http://a.example/"), ("label", ""), ("kinds", "nothing")])
        .await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["begin with", "http://a.example/", "no kind of event"]);
    let wrong = visitor
        .post(
            "/settings/webhooks",
            &[("url", "http://a.example/"), ("label", "A"), ("kinds", "report.issued")],
        )
        .await;
    // The kinds stand folded, each group with how many of it are ticked.
    wrong.says(&["Audit reports <span class=\"quiet\">1 of ", "value=\"report.issued\" checked"]);
    wrong.says(&["Audit findings <span class=\"quiet\">0 of ", "value=\"finding.*\""]);
    let url = receiver.url("/200");
    let made = visitor
        .post("/settings/webhooks", &[("url", &url), ("label", "Tickets"), ("kinds", "person.registered")])
        .await;
    made.expect(&["whsec_", "Tickets"]);
    served.person("Ada").await;
    settled(&served.app).await;
    assert_eq!(receiver.told().len(), 1);
    let id = served.store.webhooks().await.unwrap()[0].id.clone();
    let here = format!("/settings/webhooks/{id}");
    visitor.get(&here).await.expect(&["person.registered", "delivered", "200 hello"]);
    visitor.post(&format!("{here}/renew"), &[]).await.expect(&["whsec_"]);
    assert_eq!(visitor.post(&format!("{here}/replay"), &[("since", "2026-01-01")]).await.to(), here);
    settled(&served.app).await;
    assert_eq!(receiver.told().len(), 2);
    assert_eq!(visitor.post(&format!("{here}/replay"), &[("since", "never")]).await.status, 422);
    assert_eq!(visitor.post(&format!("{here}/disable"), &[]).await.to(), here);
    visitor.get(&here).await.expect(&["disabled"]);
    assert_eq!(visitor.post(&format!("{here}/enable"), &[]).await.to(), here);
    assert_eq!(visitor.post(&format!("{here}/remove"), &[]).await.to(), "/settings/webhooks");
    assert_eq!(visitor.get(&here).await.status, 404);
}
