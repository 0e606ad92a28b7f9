//! Restricted evidence: it shows that it is there and to whom to turn, who opened it is seen by those who answer for it, and its text is
//! kept only where the organization says so.

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

use axum::body::Body;
use axum::http::Request;
use house::{House, RESTRICTED};
use serde_json::{Value, json};
use tower::ServiceExt as _;

async fn sent(house: &House, method: &str, path: &str, header: (&str, &str), body: &str) -> (u16, String) {
    let request = Request::builder().method(method).uri(path).header(header.0, header.1);
    let request = request.header("sec-fetch-site", "same-origin").header("accept-language", "en");
    let response =
        house.served.router().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 22).await.unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

async fn api(house: &House, who: &str, path: &str) -> (u16, Value) {
    let bearer = house.bearer(&house.people[who]).await;
    let (status, text) = sent(house, "GET", &format!("/api/v1{path}"), ("authorization", &bearer), "").await;
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_open_it_sees_that_it_is_there_and_who_opened_it_is_seen_by_who_answers_for_it() {
    let house = House::built().await;
    let id = house.own["restricted"].clone();
    let (content, openings) = (format!("/evidence/{id}/content"), format!("/evidence/{id}/openings"));
    let (status, record) = api(&house, "auditor", &format!("/records/evidence/{id}")).await;
    assert_eq!((status, &record["record"]["classification"]), (200, &json!("restricted")), "{record:#}");
    let (status, barred) = api(&house, "auditor", &content).await;
    assert_eq!((status, &barred["turn_to"][0]["role"]), (403, &json!("leader")), "{barred:#}");
    assert!(!barred.to_string().contains(RESTRICTED));
    assert_eq!(api(&house, "leader", &openings).await.1["items"], json!([]));

    assert_eq!(api(&house, "leader", &content).await.0, 200);
    assert_eq!(api(&house, "manager", &content).await.0, 200);
    for who in ["leader", "manager"] {
        let (status, found) = api(&house, who, &openings).await;
        let people: Vec<&str> =
            found["items"].as_array().unwrap().iter().map(|one| one["person"].as_str().unwrap()).collect();
        assert_eq!(
            (status, people),
            (200, vec![house.people["manager"].as_str(), house.people["leader"].as_str()])
        );
    }
    for who in
        ["auditor", "technical_expert", "observer", "reader", "auditee_contact", "administrator", "nothing"]
    {
        let (status, answer) = api(&house, who, &openings).await;
        assert!(matches!(status, 403 | 404), "{who}: {status} {answer:#}");
    }
    let page = format!("/records/evidence/{id}");
    for (who, sees) in [("leader", true), ("manager", true), ("auditor", false)] {
        let cookie = house.cookie(&house.people[who]).await;
        let (status, text) = sent(&house, "GET", &page, ("cookie", &cookie), "").await;
        assert_eq!((status, text.contains("Who has opened it")), (200, sees), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn its_text_is_kept_only_where_the_organization_says_so() {
    let house = House::built().await;
    let (audit, id) = (house.own["audit"].clone(), house.own["restricted"].clone());
    let search = format!("/audits/{audit}/documents?q={RESTRICTED}");
    // Read for whoever may open it, and not found by its words.
    assert_eq!(api(&house, "leader", &format!("/evidence/{id}/text")).await.1["state"], json!("text"));
    assert_eq!(api(&house, "leader", &search).await.1["items"], json!([]));
    let settings = "/settings/security";
    let cookie = house.cookie(&house.people["administrator"]).await;
    let (status, text) = sent(&house, "GET", settings, ("cookie", &cookie), "").await;
    assert!(
        status == 200 && text.contains("The text of restricted evidence is neither kept nor searched."),
        "{text}"
    );
    let stranger = house.cookie(&house.people["leader"]).await;
    assert_eq!(sent(&house, "POST", settings, ("cookie", &stranger), "restricted=yes").await.0, 403);
    assert_eq!(sent(&house, "POST", settings, ("cookie", &cookie), "restricted=yes").await.0, 303);
    api(&house, "leader", &format!("/evidence/{id}/text")).await;
    assert_eq!(api(&house, "leader", &search).await.1["items"][0]["evidence"], json!(id));
    assert_eq!(api(&house, "auditor", &search).await.1["items"], json!([]));
    assert_eq!(sent(&house, "POST", settings, ("cookie", &cookie), "restricted=no").await.0, 303);
    assert_eq!(api(&house, "leader", &search).await.1["items"], json!([]));
    let (_, text) = sent(&house, "GET", settings, ("cookie", &cookie), "").await;
    assert!(text.contains("text of restricted evidence not kept"), "it is noted: {text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_gets_nobody_a_file_that_they_may_not_open() {
    let house = House::built().await;
    let audit = house.own["audit"].clone();
    let digest = async |name: &str| {
        let (_, found) = api(&house, "leader", &format!("/records/evidence/{}", house.own[name])).await;
        found["record"]["form"]["sha256"].as_str().unwrap_or_else(|| panic!("{found:#}")).to_owned()
    };
    let (restricted, confidential) = (digest("restricted").await, digest("evidence").await);
    let unknown = "ab".repeat(32);
    let take = async |who: &str, sha256: &str| {
        let bearer = house.bearer(&house.people[who]).await;
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let body = json!({ "audit": audit, "name": "x.txt", "sha256": sha256, "bytes": 3, "media": "text/plain",
            "classification": "restricted" });
        house.served.send("POST", "/api/v1/commands/evidence.take", &headers, body.to_string()).await
    };
    // What is there and not theirs is refused in the words of what is not there.
    for (who, theirs_not) in
        [("auditor", &restricted), ("auditee_contact", &restricted), ("auditee_contact", &confidential)]
    {
        let (known, none) = (take(who, theirs_not).await, take(who, &unknown).await);
        assert_eq!(known.json["refusals"][0]["rule"], "evidence.there", "{who}: {:#}", known.json);
        let said = known.json["refusals"].to_string().replace(theirs_not.as_str(), &unknown);
        assert_eq!((known.status, said), (none.status, none.json["refusals"].to_string()), "{who}");
    }
    // Whoever may open a piece of evidence with it takes it by its digest.
    assert_eq!(take("auditor", &confidential).await.status, 200);
    assert_eq!(take("leader", &restricted).await.status, 200);
    assert_ne!(take("auditor", &restricted).await.status, 200, "of the leader's two pieces none is theirs");

    // Whoever sends the file has it.
    let bytes = house.served.store.blobs().get(&restricted).await.unwrap().unwrap();
    let bearer = house.bearer(&house.people["auditor"]).await;
    let headers = [("authorization", bearer.as_str()), ("content-type", "text/plain")];
    let path = format!("/api/v1/audits/{audit}/evidence?name=own.txt&classification=restricted");
    let sent = house.served.send("POST", &path, &headers, bytes).await;
    assert_eq!(sent.status, 200, "{:#}", sent.json);
    let own = sent.json["events"][0]["subject"]["id"].as_str().unwrap();
    assert_eq!(api(&house, "auditor", &format!("/evidence/{own}/content")).await.0, 200);
    assert_eq!(take("auditor", &restricted).await.status, 200);
}
