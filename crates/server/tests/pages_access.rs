//! The pages of rights: what was given, what each role comes to, and what one person may and why.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use axum::body::Body;
use axum::http::Request;
use harness::{Served, served};
use serde_json::json;
use tower::ServiceExt as _;

/// The page at a path, as the operator sees it in a language.
async fn page(served: &Served, language: &str, path: &str) -> (u16, String) {
    let link = served.store.make_link(None).await.unwrap();
    let send = async |method: &str, path: &str, cookie: &str| {
        let request = Request::builder().method(method).uri(path).header("cookie", cookie);
        let request = request.header("accept-language", language).header("sec-fetch-site", "same-origin");
        served.router().oneshot(request.body(Body::from("next=/")).unwrap()).await.unwrap()
    };
    let entered = send("POST", &format!("/sign-in/{link}"), "").await;
    let cookie = entered.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let response = send("GET", path, &cookie).await;
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    for missing in ["[access", "[rights", "[policy", "[Role", "[Granted"] {
        assert!(!text.contains(missing), "a message is missing in {path}: {missing}");
    }
    (status, text)
}

#[tokio::test]
async fn rights_are_given_shown_with_their_reason_and_withdrawn() {
    let served = served().await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let (_, before) = page(&served, "en", "/access").await;
    assert!(before.contains("Nobody was given a right that is in force."), "{before}");
    assert!(
        before.contains("Restricted evidence is open to the leader"),
        "the policies stand there as sentences"
    );
    let ada = served.person("Ada Lind").await;
    let right = json!({ "person": ada, "role": "administrator", "over": { "is": "organization" },
        "period": { "from": "2026-09-01", "to": null }, "reason": "Keeps the installation" });
    let grant = served.act("access.grant", &right, &[]).await.subject();
    let (_, given) = page(&served, "en", "/access").await;
    for shown in
        ["Ada Lind", "Administrator", "The whole organization", "Keeps the installation", "access.withdraw"]
    {
        assert!(given.contains(shown), "{shown}");
    }
    let (_, rights) = page(&served, "en", &format!("/people/{ada}/rights")).await;
    for shown in
        ["Rights of Ada Lind", "Keeps the installation", "To look after the installation opens no audit"]
    {
        assert!(rights.contains(shown), "{shown}");
    }
    assert!(!rights.contains("The leader leads"), "Ada leads nothing");
    let (_, german) = page(&served, "de", &format!("/people/{ada}/rights")).await;
    assert!(
        german.contains("Rechte von Ada Lind")
            && german.contains("Die Installation zu verwalten, öffnet kein Audit")
    );
    // Somebody else is made one, so that the first can go.
    let bo = served.person("Bo Marsh").await;
    let other = json!({ "person": bo, "role": "administrator", "over": { "is": "organization" },
        "period": { "from": "2026-09-01", "to": null }, "reason": "Follows Ada" });
    served.act("access.grant", &other, &[]).await.subject();
    served
        .act("access.withdraw", &json!({ "access_grant": grant, "reason": "Has left" }), &[])
        .await
        .subject();
    let (_, after) = page(&served, "en", "/access").await;
    assert!(after.contains("Bo Marsh") && !after.contains("Keeps the installation"), "{after}");
    let (_, gone) = page(&served, "en", &format!("/people/{ada}/rights")).await;
    assert!(gone.contains("Has left") && !gone.contains("opens no audit"), "{gone}");
}

#[tokio::test]
async fn the_rights_of_a_person_come_with_the_record_that_they_follow_from() {
    let served = served().await;
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let person = served.person("Cara Contact").await;
    let auditee = json!({ "name": "Works", "kind": "own", "units": [], "sites": [], "processes": [],
        "contacts": [{ "person": person, "function": "Head" }] });
    let auditee = served.act("auditee.register", &auditee, &[]).await.subject();
    let rights = served.get(&format!("/people/{person}/rights")).await.json;
    assert_eq!(rights["named"][0]["id"], json!(auditee), "{rights:#}");
    assert_eq!(rights["named"][0]["roles"], json!(["auditee_contact"]));
    let titles = rights["roles"][0].to_string();
    assert!(titles.contains("what was released to them") && !titles.contains("The leader leads"), "{titles}");
    let (_, shown) = page(&served, "en", &format!("/people/{person}/rights")).await;
    assert!(shown.contains("Works") && shown.contains("Contact of the auditee"), "{shown}");
    assert_eq!(served.get("/people/0198c0de-0000-7000-8000-000000000000/rights").await.status, 404);
    let policies = served.get("/access/policies").await.json;
    assert!(
        policies["policies"].as_array().unwrap().len() > 30
            && policies["text"].as_str().unwrap().contains("permit")
    );
}
