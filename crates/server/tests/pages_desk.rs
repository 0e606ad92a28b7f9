//! The desk as a browser may keep it, and whose words are whose.

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

use harness::visitor::Visitor;
use house::House;

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_may_be_kept_for_its_reader_and_no_other_page() {
    let house = House::built().await;
    let id = house.people["leader"].as_str();
    let leader = Visitor::enter(&house.served, Some(id)).await;
    let desk = format!("/audits/{}/desk", house.own["audit"]);
    for path in [desk.as_str(), "/away"] {
        let page = leader.get(path).await;
        assert_eq!((page.status, page.header("assize-keep")), (200, format!("{id} 720").as_str()), "{path}");
    }
    for path in ["/", "/audits", &format!("/audits/{}", house.own["audit"]), "/settings"] {
        let page = leader.get(path).await;
        assert_eq!((page.status, page.header("assize-keep")), (200, ""), "{path}");
    }
    let operator = Visitor::operator(&house.served).await;
    assert_eq!(operator.get(&desk).await.header("assize-keep"), "");
    let worker = operator.get("/desk-worker.js").await;
    assert_eq!((worker.status, worker.header("cache-control")), (200, "private, no-store"));
    assert!(worker.header("content-type").starts_with("text/javascript"));
    let nobody = Visitor { served: &house.served, cookie: String::new() };
    assert_eq!(nobody.get("/away").await.to(), "/sign-in?next=%2Faway");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_from_the_page_of_another_is_not_taken() {
    let house = House::built().await;
    let leader = Visitor::enter(&house.served, Some(&house.people["leader"])).await;
    let audit = house.own["audit"].as_str();
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([
            ("/audit", audit),
            ("/kind", "progress"),
            ("/text", "Zqheron"),
            ("/told", &house.people["auditee_contact"]),
        ])
        .finish();
    let sent = async |from: &str| {
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("accept", "application/json"),
            ("assize-as", from),
        ];
        leader.send("POST", "/do/message.log", &headers, body.clone()).await
    };
    let refused = sent(&house.people["auditor"]).await;
    assert_eq!(refused.status, 401, "{}", refused.text);
    let log = format!("/audits/{audit}/meetings");
    assert!(!leader.get(&log).await.text.contains("Zqheron"));
    assert_eq!(sent(&house.people["leader"]).await.status, 200);
    leader.get(&log).await.expect(&["Zqheron"]);
    // A fault is said to a script as JSON.
    let headers = [("accept", "application/json")];
    let none = leader.send("GET", "/papers/01890a5d-ac96-774b-bcce-b302099a8057/mark", &headers, "").await;
    assert_eq!((none.status, none.header("content-type")), (404, "application/json"), "{}", none.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_that_asks_by_itself_does_not_keep_its_session() {
    let house = House::built().await;
    let leader = Visitor::enter(&house.served, Some(&house.people["leader"])).await;
    let mark = format!("/papers/{}/mark", house.own["paper"]);
    let by_itself = async || leader.send("GET", &mark, &[("assize-quiet", "1")], "").await;
    let hours_pass = || house.served.sql("UPDATE web_session SET used_at = used_at - 25200000");
    for _ in 0..2 {
        hours_pass().await;
        assert_eq!(leader.get(&mark).await.status, 200, "one that is used goes on");
    }
    hours_pass().await;
    assert_eq!(by_itself().await.status, 200);
    hours_pass().await;
    assert_ne!(by_itself().await.status, 200);
    assert_ne!(leader.get(&mark).await.status, 200);
}
