//! What the API refuses, and how it says so: one shape for every error, nothing of the inside in any.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use assize_domain::kernel::act::Scope;
use axum::body::Body;
use bytes::Bytes;
use harness::{DAY, Served, person, served};
use serde_json::{Value, json};

const KEY: (&str, &str) = ("idempotency-key", "k-1");

async fn head(served: &Served) -> i64 {
    served.store.head_seq().await.unwrap()
}

#[tokio::test]
async fn the_same_key_with_the_same_body_is_the_same_act_for_a_day() {
    let served = served().await;
    let first = served.act("person.register", &person("Ada"), &[KEY]).await;
    assert_eq!((first.status, first.header("idempotency-replayed")), (200, None));
    // The same JSON in another order and with other spaces is the same body.
    let again = r#" {"zone":"UTC", "languages":["en"], "employer":"Fernhill", "name":"Ada"} "#;
    served.later(DAY);
    let again = served.post("/commands/person.register", "application/json", &[KEY], again).await;
    assert_eq!((again.status, &again.json), (200, &first.json));
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!((again.header("etag"), head(&served).await), (first.header("etag"), 1));

    let other = served.act("person.register", &person("Bo"), &[KEY]).await;
    assert_eq!((other.status, other.kind(), head(&served).await), (422, "key_reused", 1));
    served.later(1);
    let next_day = served.act("person.register", &person("Bo"), &[KEY]).await;
    assert_eq!((next_day.status, head(&served).await), (200, 2));
}

#[tokio::test]
async fn a_key_is_one_principals_on_one_route_and_its_condition_is_part_of_the_request() {
    let served = served().await;
    let ada = served.act("person.register", &person("Ada"), &[KEY]).await.subject();
    let auditee =
        json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [], "contacts": [] });
    let behalf = ("x-on-behalf-of", ada.as_str());
    assert_eq!(served.act("auditee.register", &auditee, &[KEY, behalf]).await.status, 200, "another route");
    assert_eq!(
        served.act("person.register", &person("Bo"), &[KEY, behalf]).await.status,
        200,
        "another principal"
    );
    let mut update = person("Ada Stone");
    update["person"] = json!(ada);
    assert_eq!(served.act("person.update", &update, &[KEY, ("if-match", "\"1\"")]).await.status, 200);
    let other = served.act("person.update", &update, &[KEY, ("if-match", "\"2\"")]).await;
    assert_eq!((other.status, other.kind()), (422, "key_reused"));
    let long = "k".repeat(201);
    for key in ["", "two words", "t\u{e4}", &long] {
        let bad = served.act("person.register", &person("Cy"), &[("idempotency-key", key)]).await;
        assert_eq!((bad.status, bad.kind()), (400, "malformed"), "{key}");
    }
    let twice = served.act("person.register", &person("Cy"), &[KEY, ("idempotency-key", "k-2")]).await;
    assert_eq!(twice.status, 400);
    assert_eq!(head(&served).await, 4);
}

#[tokio::test]
async fn a_refusal_says_rule_clause_and_hint_and_is_not_remembered() {
    let served = served().await;
    let name = json!({ "name": "Fernhill" });
    assert_eq!(served.act("organization.name", &name, &[]).await.status, 200);
    for _ in 0..2 {
        let refused = served.act("organization.name", &name, &[KEY]).await;
        assert_eq!((refused.status, refused.kind()), (409, "refused"));
        assert_eq!(refused.header("content-type"), Some("application/problem+json"));
        let refusal = &refused.json["refusals"][0];
        assert_eq!(refusal["rule"], "organization.once");
        for part in ["clause", "what", "hint"] {
            assert!(!refusal[part].as_str().unwrap().is_empty(), "{refusal:#}");
        }
    }
    // The key is free: what comes with it now is an act.
    let named = served.act("person.register", &person("Ada"), &[KEY]).await;
    assert_eq!((named.status, named.header("idempotency-replayed")), (200, None));
    let mut twice = person("Bo");
    twice["languages"] = json!(["en", "en"]);
    let fresh = ("idempotency-key", "k-2");
    assert_eq!(served.act("person.register", &twice, &[fresh]).await.status, 409);
    assert_eq!(served.act("person.register", &person("Bo"), &[fresh]).await.status, 200);
}

#[tokio::test]
async fn a_problem_is_said_in_the_language_that_is_asked_for() {
    let served = served().await;
    let name = json!({ "name": "Fernhill" });
    assert_eq!(served.act("organization.name", &name, &[]).await.status, 200);
    let ask = |language| [("accept-language", language)];
    let english = served.act("organization.name", &name, &[]).await;
    for other in ["en", "fr", "fr, en;q=0.5", ""] {
        let same = served.act("organization.name", &name, &ask(other)).await;
        assert_eq!(same.json["refusals"], english.json["refusals"], "{other}");
        assert_eq!(same.header("content-language"), Some("en"));
    }
    assert_eq!(english.json["title"], "the law refuses");
    assert_eq!(english.json["refusals"][0]["what"], "this store belongs to an auditing organization already");
    let german = served.act("organization.name", &name, &ask("de-AT, en;q=0.4")).await;
    assert_eq!(
        (german.status, german.kind(), german.header("content-language")),
        (409, "refused", Some("de"))
    );
    assert_eq!(german.header("vary"), Some("accept-language"));
    assert_eq!(german.json["title"], "Die Regeln lassen das nicht zu");
    let refusal = &german.json["refusals"][0];
    assert_eq!(refusal["what"], "dieser Speicher gehört schon zu einer auditierenden Organisation");
    assert_eq!(german.json["detail"], refusal["what"]);
    assert_eq!(refusal["hint"], "mit `assize init` einen anderen Speicher anlegen");
    for part in ["rule", "clause", "at"] {
        assert_eq!(refusal[part], english.json["refusals"][0][part], "{part}");
    }
    let unread = served.act("person.register", &json!({ "name": "", "shoe": 42 }), &ask("de")).await;
    assert_eq!((unread.status, unread.kind()), (422, "invalid"));
    let problems = unread.json["problems"].as_array().unwrap();
    let said = |at: &str| problems.iter().find(|one| one["at"] == at).map(|one| one["what"].clone());
    assert_eq!(said("/name"), Some(json!("`` ist leer")));
    assert_eq!(said("/shoe"), Some(json!("`shoe` ist hier nicht bekannt")));
    assert_eq!(said("/employer"), Some(json!("fehlt")));
    let nothing = served.send("GET", "/api/v1/nothing", &[("accept-language", "de")], "").await;
    assert_eq!(
        nothing.json["detail"],
        "diesen Pfad gibt es nicht; `/api/v1/openapi.json` beschreibt die vorhandenen"
    );
}

#[tokio::test]
async fn an_act_on_a_version_that_is_past_is_412_and_a_read_of_the_present_one_304() {
    let served = served().await;
    let made = served.act("person.register", &person("Ada"), &[]).await;
    let ada = made.subject();
    assert_eq!(made.header("etag"), Some("\"1\""));
    let mut update = person("Ada Stone");
    update["person"] = json!(ada);
    let changed = served.act("person.update", &update, &[("if-match", "\"1\"")]).await;
    assert_eq!((changed.status, changed.header("etag")), (200, Some("\"2\"")));
    update["name"] = json!("Ada Vega");
    let stale = served.act("person.update", &update, &[("if-match", "\"1\"")]).await;
    assert_eq!((stale.status, stale.kind()), (412, "version"));
    assert_eq!(stale.json["refusals"][0]["rule"], "record.version");
    assert_eq!(served.act("person.update", &update, &[("if-match", "*")]).await.status, 200);
    for bad in ["3", "\"x\"", "W/\"3\"", "\"1\", \"2\"", "\"0\"", "\"-1\"", ""] {
        assert_eq!(served.act("person.update", &update, &[("if-match", bad)]).await.status, 400, "{bad}");
    }
    let nothing_to_match = served.act("person.register", &person("Bo"), &[("if-match", "\"1\"")]).await;
    assert_eq!(nothing_to_match.status, 400);

    let path = format!("/api/v1/records/person/{ada}");
    let bearer = format!("Bearer {}", served.token);
    for (tag, status) in [("\"3\"", 304), ("W/\"3\"", 304), ("\"1\", \"3\"", 304), ("*", 304), ("\"2\"", 200)]
    {
        let read = served.send("GET", &path, &[("authorization", &bearer), ("if-none-match", tag)], "").await;
        assert_eq!((read.status, read.header("etag")), (status, Some("\"3\"")), "{tag}");
    }
}

#[tokio::test]
async fn without_a_token_that_holds_nothing_is_answered() {
    let served = served().await;
    let (read_only, reading) = served.store.make_token("r", None, Scope::Read, 1).await.unwrap();
    let (revoked, past) = served.store.make_token("x", None, Scope::Act, 1).await.unwrap();
    assert!(served.store.revoke_token(&revoked.id).await.unwrap());
    let (expired, old) = served.store.make_token("o", None, Scope::Act, 1).await.unwrap();
    expire(&served, &expired.id).await;
    let unknown = format!("assize_{}", "0".repeat(64));
    let bearers: Vec<String> =
        [&unknown, &past, &old, "nonsense"].iter().map(|secret| format!("Bearer {secret}")).collect();
    let basic = format!("Basic {}", served.token);
    let mut headers: Vec<Vec<(&str, &str)>> =
        vec![vec![], vec![("authorization", "Bearer")], vec![("authorization", &basic)]];
    headers.extend(bearers.iter().map(|bearer| vec![("authorization", bearer.as_str())]));
    for headers in &headers {
        for (method, path) in [
            ("GET", "/api/v1/records/person"),
            ("POST", "/api/v1/commands/person.register"),
            ("POST", "/api/v1/tokens"),
        ] {
            let refused = served.send(method, path, headers, person("Ada").to_string()).await;
            assert_eq!(
                (refused.status, refused.kind()),
                (401, "unauthorized"),
                "{method} {path} {headers:?}"
            );
            assert!(refused.header("www-authenticate").unwrap().starts_with("Bearer"));
        }
    }
    assert_eq!(head(&served).await, 0);

    let reading = format!("Bearer {reading}");
    let auth = [("authorization", reading.as_str()), ("content-type", "application/json")];
    assert_eq!(served.send("GET", "/api/v1/records/person", &auth, "").await.status, 200);
    let delete = format!("/api/v1/tokens/{}", read_only.id);
    for (method, path) in
        [("POST", "/api/v1/commands/person.register"), ("POST", "/api/v1/tokens"), ("DELETE", &delete)]
    {
        let refused = served.send(method, path, &auth, person("Ada").to_string()).await;
        assert_eq!((refused.status, refused.kind()), (403, "forbidden"), "{method} {path}");
    }
    assert_eq!(head(&served).await, 0);
}

/// Lets a token be past its time.
async fn expire(served: &Served, id: &str) {
    use sqlx::Connection as _;
    let path = served.folder.path().join("assize.db").display().to_string();
    let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{path}")).await.unwrap();
    let done = sqlx::query("UPDATE token SET expires_at = 1 WHERE id = $1")
        .bind(id)
        .execute(&mut conn)
        .await
        .unwrap();
    assert_eq!(done.rows_affected(), 1);
}

#[tokio::test]
async fn a_person_acts_as_themselves_and_sees_their_own_tokens_alone() {
    let served = served().await;
    let ada = served.person("Ada").await;
    let bo = served.person("Bo").await;
    let (_, secret) =
        served.store.make_token("ada", Some(ada.parse().unwrap()), Scope::Act, 1).await.unwrap();
    let bearer = format!("Bearer {secret}");
    let json_type = ("content-type", "application/json");
    let auth = [("authorization", bearer.as_str()), json_type];
    let behalf = [auth[0], json_type, ("x-on-behalf-of", bo.as_str())];
    let refused =
        served.send("POST", "/api/v1/commands/person.register", &behalf, person("Cy").to_string()).await;
    assert_eq!((refused.status, refused.kind()), (403, "forbidden"));
    for bad in ["nobody", "0198c0de-0000-7000-8000-000000000000"] {
        assert_eq!(
            served.act("person.register", &person("Cy"), &[("x-on-behalf-of", bad)]).await.status,
            400
        );
    }
    let wanted =
        |person: &str| json!({ "label": "x", "person": person, "scope": "read", "days": 1 }).to_string();
    assert_eq!(served.send("POST", "/api/v1/tokens", &auth, wanted(&bo)).await.status, 403);
    let made = served.send("POST", "/api/v1/tokens", &auth, wanted(&ada)).await;
    assert_eq!(made.status, 201);
    let list = served.send("GET", "/api/v1/tokens", &auth, "").await;
    assert_eq!(list.json["items"].as_array().unwrap().len(), 2, "{:#}", list.json);
    let secret = made.json["secret"].as_str().unwrap();
    assert!(!list.json.to_string().contains(secret), "a secret is shown once");
    let others = served.get("/tokens").await.json["items"].as_array().unwrap().len();
    assert_eq!(others, 3);
    let operators = served.get("/tokens").await.json["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|token| token["person"].is_null())
        .unwrap()["id"]
        .clone();
    let delete = format!("/api/v1/tokens/{}", operators.as_str().unwrap());
    assert_eq!(served.send("DELETE", &delete, &auth, "").await.status, 404);
    let delete = format!("/api/v1/tokens/{}", made.json["token"]["id"].as_str().unwrap());
    assert_eq!(served.send("DELETE", &delete, &auth, "").await.status, 204);
    assert_eq!(served.send("DELETE", &delete, &auth, "").await.status, 404);
}

#[tokio::test]
async fn a_secret_cannot_be_asked_for_again_and_every_fault_of_a_wanted_token_is_said() {
    let served = served().await;
    let wanted = json!({ "label": "x", "scope": "act", "days": 1 });
    let keyed = served.post("/tokens", "application/json", &[KEY], wanted.to_string()).await;
    assert_eq!((keyed.status, keyed.kind()), (400, "malformed"));
    let bad = json!({ "label": "", "scope": "all", "days": 0, "person": 3, "more": true });
    let bad = served.post("/tokens", "application/json", &[], bad.to_string()).await;
    let places: Vec<&str> = bad.json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["at"].as_str().unwrap())
        .collect();
    for place in ["/label", "/scope", "/days", "/person", "/more"] {
        assert!(places.contains(&place), "{place}: {places:?}");
    }
    for bad in [
        json!([]),
        json!({ "label": "x", "scope": "act", "days": 367 }),
        json!({ "label": "x", "scope": "act", "days": 1, "person": "0198c0de-0000-7000-8000-000000000000" }),
    ] {
        assert_eq!(
            served.post("/tokens", "application/json", &[], bad.to_string()).await.status,
            422,
            "{bad}"
        );
    }
    assert_eq!(served.store.tokens().await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_nowhere_or_asked_in_another_way_is_said() {
    let served = served().await;
    let missing = "0198c0de-0000-7000-8000-000000000000";
    let long = "x".repeat(5_000);
    for path in [
        "/nothing",
        "/records/nothing",
        "/records/person/x",
        "/records/person/..%2f..%2fetc%2fpasswd",
        &format!("/records/person/{missing}"),
        &format!("/records/person/{long}"),
        &format!("/evidence/{missing}/content"),
        &format!("/evidence/{missing}/text"),
        &format!("/audits/{missing}/documents?q=a"),
        &format!("/reports/{missing}/content"),
        &format!("/reports/{missing}/pdf"),
        &format!("/programmes/{missing}/indicators"),
        &format!("/people/{missing}/competence?role=leader"),
    ] {
        let no = served.get(path).await;
        assert_eq!((no.status, no.kind()), (404, "not_found"), "{path}");
        assert!(no.bytes.len() < 2_000, "{path} is said back at length");
    }
    assert_eq!(served.act("no.such", &json!({}), &[]).await.status, 404);
    assert_eq!(served.post(&format!("/reports/{missing}/issue"), "text/plain", &[], "").await.status, 404);
    let outside = served.send("GET", "/api/v1/nowhere/at/all", &[], "").await;
    assert_eq!((outside.status, outside.kind()), (404, "not_found"));

    let bearer = format!("Bearer {}", served.token);
    for (method, path, allowed) in [
        ("PUT", "/api/v1/records/person", "GET"),
        ("DELETE", "/api/v1/journal", "GET"),
        ("GET", "/api/v1/commands/person.register", "POST"),
        ("POST", "/healthz", "GET"),
        ("PATCH", "/api/v1/tokens", "POST"),
        ("BREW", "/api/v1/audits", "GET"),
    ] {
        let no = served.send(method, path, &[("authorization", &bearer)], "").await;
        assert_eq!((no.status, no.kind()), (405, "method"), "{method} {path}");
        assert!(no.header("allow").unwrap().contains(allowed), "{method} {path}");
    }
}

#[tokio::test]
async fn a_body_is_bounded_json_and_every_problem_in_it_has_its_place() {
    let served = served().await;
    let path = "/commands/person.register";
    for media in ["text/plain", "application/xml", "", "application/jsonx"] {
        let no = served.post(path, media, &[], person("Ada").to_string()).await;
        assert_eq!((no.status, no.kind()), (415, "media"), "{media}");
    }
    assert_eq!(
        served.post(path, "Application/JSON; charset=utf-8", &[], person("Ada").to_string()).await.status,
        200
    );
    let deep = "[".repeat(200) + &"]".repeat(200);
    for (body, at) in [
        (&b"{"[..], "line 1 column 1"),
        (b"", "line 1 column 0"),
        (b"{\"a\":\n1,}", "line 2"),
        (b"\xff", "line 1"),
        (deep.as_bytes(), "line 1"),
        (b"1 2", "line 1"),
    ] {
        let no = served.post(path, "application/json", &[], body.to_vec()).await;
        assert_eq!((no.status, no.kind()), (422, "invalid"), "{body:?}");
        assert!(no.json["problems"][0]["at"].as_str().unwrap().starts_with(at), "{:#}", no.json);
    }
    let bad = served.act("person.register", &json!({ "name": "", "languages": "en", "more": 1 }), &[]).await;
    let problems = bad.json["problems"].as_array().unwrap();
    assert!(bad.status == 422 && problems.len() >= 4, "{:#}", bad.json);
    assert!(problems.iter().all(|problem| problem["hint"].as_str().is_some_and(|hint| !hint.is_empty())));

    // Said to be too long, it is refused before any of it is read; not said, as soon as it is too long.
    let unread =
        Body::from_stream(futures::stream::poll_fn(|_| -> std::task::Poll<Option<std::io::Result<Bytes>>> {
            panic!("a body that is too long by its own account is read")
        }));
    let no = served.post(path, "application/json", &[("content-length", "10737418240")], unread).await;
    assert_eq!((no.status, no.kind()), (413, "too_large"));
    let endless = Body::from_stream(futures::stream::repeat_with(|| {
        Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 65_536]))
    }));
    let no = served.post(path, "application/json", &[], endless).await;
    assert_eq!((no.status, no.kind()), (413, "too_large"));
    let cut = futures::stream::iter([Ok(Bytes::from_static(b"{")), Err(std::io::Error::other("gone"))]);
    let no = served.post(path, "application/json", &[], Body::from_stream(cut)).await;
    assert_eq!((no.status, no.kind()), (400, "malformed"));
    assert_eq!(head(&served).await, 1);
}

#[tokio::test]
async fn a_list_in_pages_is_the_list_and_a_cursor_that_is_none_is_refused() {
    let served = served().await;
    for n in 0..23 {
        served.person(&format!("Person {n:02}")).await;
    }
    let all = served.get("/records/person?limit=200").await.json;
    assert!(all["next"].is_null() && all["items"].as_array().unwrap().len() == 23);
    for (path, key) in [("/records/person", "id"), ("/journal", "seq")] {
        let whole = served.get(&format!("{path}?limit=200")).await.json;
        for limit in [1, 7, 23] {
            let (mut items, mut after, mut pages) = (Vec::new(), String::new(), 0);
            loop {
                let page = served.get(&format!("{path}?limit={limit}{after}")).await.json;
                items.extend(page["items"].as_array().unwrap().iter().cloned());
                pages += 1;
                let next = &page["next"];
                if next.is_null() {
                    break;
                }
                assert_eq!(&items.last().unwrap()[key], next);
                after = format!("&after={}", next.as_str().map_or_else(|| next.to_string(), str::to_owned));
            }
            assert_eq!(Value::from(items), whole["items"], "{path} by {limit}");
            assert_eq!(pages, 23_usize.div_ceil(limit), "no page is empty");
        }
    }
    for bad in [
        "after=x",
        "after=' OR 1=1",
        "limit=0",
        "limit=201",
        "limit=x",
        "limit=-1",
        "limit=1&limit=2",
        "nothing=1",
        "after=",
    ] {
        for path in ["/records/person", "/journal", "/audits"] {
            let no = served.get(&format!("{path}?{}", bad.replace(' ', "%20"))).await;
            assert_eq!((no.status, no.kind()), (422, "invalid"), "{path}?{bad}");
            assert!(no.json["problems"][0]["at"].as_str().unwrap().starts_with('?'));
        }
    }
    let two = served.get("/records/person?after=x&limit=0&more=1").await.json;
    assert_eq!(two["problems"].as_array().unwrap().len(), 3, "every problem is said: {two:#}");
}
