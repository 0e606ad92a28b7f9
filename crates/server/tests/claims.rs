//! Claims of others and what scanners report: read out of evidence by API and pages, looked at before anything is taken, beside the papers
//! afterwards.

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
use harness::Answer;
use house::House;
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// Takes a file into the first audit.
async fn taken(house: &House, name: &str, bytes: &str, classification: &str) -> String {
    let said = json!({ "name": name, "classification": classification }).to_string();
    let who = house.people["auditor"].as_str();
    let headers = [("x-evidence", said.as_str()), ("x-on-behalf-of", who)];
    let path = format!("/audits/{}/evidence", house.own["audit"]);
    house.served.post(&path, "text/csv", &headers, bytes.to_owned()).await.subject()
}

async fn read(house: &House, evidence: &str, body: &Value) -> Answer {
    let who = house.people["auditor"].as_str();
    let path = format!("/evidence/{evidence}/claims");
    house.served.post(&path, "application/json", &[("x-on-behalf-of", who)], body.to_string()).await
}

/// A page, or what a form brought about: status, place it leads to, text.
async fn page(house: &House, who: &str, path: &str, form: Option<&str>) -> (u16, String, String) {
    let cookie = house.cookie(&house.people[who]).await;
    let request =
        Request::builder().uri(path).header("cookie", cookie).header("sec-fetch-site", "same-origin");
    let request = match form {
        Some(form) => request
            .method("POST")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned())),
        None => request.body(Body::empty()),
    };
    let response = house.served.router().oneshot(request.unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let to = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    let bytes = axum::body::to_bytes(response.into_body(), 16 << 20).await.unwrap();
    (status, to, String::from_utf8_lossy(&bytes).into_owned())
}

const CHECKLIST: &str =
    "Clause,Question,Answer,Comment\n6.1.2,Are risks assessed?,Yes,Every quarter\n99.9,Something else?,No,\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_found_is_shown_before_it_is_taken_and_then_stands_beside_the_paper() {
    let house = House::built().await;
    let file = taken(&house, "self.csv", CHECKLIST, "internal").await;
    let dry = read(&house, &file, &json!({ "dry_run": true })).await;
    assert_eq!(dry.status, 200, "{:#}", dry.json);
    assert_eq!((dry.json["layout"].as_str(), dry.json["placed"].as_i64()), (Some("columns"), Some(1)));
    assert_eq!(
        dry.json["not_understood"][0],
        json!({ "place": "row 3", "what": "reference", "said": "99.9" })
    );
    let desk = format!("/audits/{}/desk?paper={}", house.own["audit"], house.own["paper"]);
    assert!(
        !page(&house, "auditor", &desk, None).await.2.contains("Are risks assessed?"),
        "a dry run takes nothing"
    );

    let wanted = json!({ "title": "Self-assessment", "source": "The auditee" });
    let set = read(&house, &file, &wanted).await.subject();
    let (_, _, text) = page(&house, "auditor", &desk, None).await;
    assert!(text.contains("Are risks assessed?") && text.contains("Every quarter"), "it stands on the desk");
    assert!(!text.contains("Something else?"), "what is about no requirement of the paper does not");
    let again = read(&house, &file, &wanted).await;
    assert_eq!((again.status, again.json["refusals"][0]["rule"].as_str()), (409, Some("claims.once")));
    let (_, _, list) = page(&house, "auditor", &format!("/audits/{}/claims", house.own["audit"]), None).await;
    assert!(list.contains("Self-assessment"));

    let withdraw = json!({ "claim_set": set, "reason": "The wrong year" });
    let by = [("x-on-behalf-of", house.people["auditor"].as_str())];
    assert_eq!(house.served.act("claims.withdraw", &withdraw, &by).await.status, 200);
    assert!(
        !page(&house, "auditor", &desk, None).await.2.contains("Are risks assessed?"),
        "withdrawn, it is gone"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn columns_are_given_a_meaning_once() {
    let house = House::built().await;
    let odd = "Alpha,Beta,Gamma\n6.1.2,They assess,Good\n";
    let file = taken(&house, "odd.csv", odd, "internal").await;
    let unknown = read(&house, &file, &json!({ "dry_run": true })).await;
    assert_eq!((unknown.status, unknown.json["problems"][0]["at"].as_str()), (422, Some("/columns")));
    let wrong =
        json!({ "dry_run": true, "columns": { "0": "title", "2": "tea" }, "kind": "x", "colour": "red" });
    let wrong = read(&house, &file, &wrong).await;
    let places: Vec<&str> = wrong.json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["at"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["/colour", "/kind", "/columns/0", "/columns/2"]);
    let columns = json!({ "1": "reference", "2": "title", "3": "says" });
    let wanted = json!({ "title": "Odd", "source": "A supplier", "columns": columns });
    read(&house, &file, &wanted).await.subject();
    let next = taken(&house, "odd2.csv", &odd.replace("Good", "Bad"), "internal").await;
    let known = read(&house, &next, &json!({ "dry_run": true })).await;
    assert_eq!(known.json["claims"][0]["says"], "Bad", "{:#}", known.json);
    assert_eq!(known.json["read_by"]["columns"], columns);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_do_the_same_without_scripts() {
    let house = House::built().await;
    let file = taken(&house, "self.csv", CHECKLIST, "internal").await;
    let path = format!("/evidence/{file}/claims");
    let (status, _, text) = page(&house, "auditor", &path, None).await;
    assert!(status == 200 && text.contains("2 claims were found") && text.contains("99.9"), "{text}");
    // What a column means is changed, and looked at again.
    let asked = "was=0+1&sheet=0&header_row=1&col0=reference&col1=text&col2=title&col3=";
    let (_, _, text) = page(&house, "auditor", &format!("{path}?{asked}"), None).await;
    assert!(text.contains("<th scope=\"row\">Yes</th>"), "{text}");
    let form = format!("{asked}&title=Ours&source=The+auditee&kind=checklist&once=a1");
    let (status, to, text) = page(&house, "auditor", &path, Some(&form)).await;
    assert!(
        status == 303 && to.starts_with(&format!("/audits/{}/claims", house.own["audit"])),
        "{status} {text}"
    );
    let (status, _, text) = page(&house, "auditor", &path, Some(&form.replace("a1", "a2"))).await;
    assert!(status == 422 && text.contains("claims of this file stand already"), "{text}");
    // Nobody but an auditor of the audit.
    for who in ["auditee_contact", "nothing", "administrator"] {
        assert!(matches!(page(&house, who, &path, None).await.0, 403 | 404), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_scanner_reports_is_summed_up() {
    let house = House::built().await;
    let scan = taken(&house, "scan.sarif", "scan", "internal").await;
    let answer = house.served.get(&format!("/evidence/{scan}/technical")).await;
    assert_eq!(answer.json["weights"][0]["failed"], 1, "{:#}", answer.json);
    let (status, _, text) = page(&house, "auditor", &format!("/evidence/{scan}/technical"), None).await;
    assert!(status == 200 && text.contains("Linty 3") && text.contains("High"), "{text}");
    let plain = taken(&house, "plain.txt", "words", "internal").await;
    assert_eq!(house.served.get(&format!("/evidence/{plain}/technical")).await.json["state"], "none");
    let broken = taken(&house, "broken.sarif", "broken scan", "internal").await;
    let answer = house.served.get(&format!("/evidence/{broken}/technical")).await;
    assert_eq!(answer.json, json!({ "state": "unreadable", "reason": "the file is damaged" }));
    let (status, _, text) = page(&house, "auditor", &format!("/evidence/{broken}/technical"), None).await;
    assert!(status == 200 && text.contains("the file is damaged"), "{text}");
}
