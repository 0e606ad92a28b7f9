//! Tables out, edited, and in again, by the API and by pages: looked at before anything is taken, all of it or nothing.

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

/// A file of the API, as text.
async fn out(house: &House, path: &str) -> String {
    let answer = house.served.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {:#}", answer.json);
    String::from_utf8(answer.bytes.to_vec()).unwrap()
}

/// Sends a table in for somebody.
async fn sent(house: &House, who: &str, path: &str, text: &str) -> Answer {
    let by = [("x-on-behalf-of", house.people[who].as_str())];
    house.served.post(path, "text/csv", &by, text.to_owned()).await
}

/// The same, by a token of the person themselves, so that the policies are asked.
async fn sent_as(house: &House, who: &str, path: &str, text: &str) -> u16 {
    let person = house.people[who].parse().unwrap();
    let token = house
        .served
        .store
        .make_token("laptop", Some(person), assize_domain::kernel::act::Scope::Act, 1)
        .await
        .unwrap();
    let bearer = format!("Bearer {}", token.1);
    let headers = [("authorization", bearer.as_str()), ("content-type", "text/csv")];
    house.served.send("POST", &format!("/api/v1{path}"), &headers, text.to_owned()).await.status
}

/// The first row whose first cell begins with an id, with one text in it changed.
fn edited(table: &str, from: &str, to: &str) -> String {
    assert!(table.contains(from), "{from} is not in {table}");
    table.replacen(from, to, 1)
}

async fn record(house: &House, kind: &str, id: &str) -> Value {
    house.served.get(&format!("/records/{kind}/{id}")).await.json["record"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn papers_go_out_and_come_back_as_commands_of_one_act() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let path = format!("/audits/{audit}/tables?name=papers.csv");
    let table = out(&house, &format!("/audits/{audit}/files/papers.csv")).await;
    let dry = format!("{path}&dry_run=true");
    let same = sent(&house, "leader", &dry, &table).await;
    assert_eq!((same.status, same.json["taken"].as_i64()), (200, Some(0)), "{:#}", same.json);
    assert_eq!(same.json["tables"][0]["table"], "papers");

    let paper = record(&house, "paper", &house.own["paper"]).await;
    assert_eq!(paper["assignee"], house.people["auditor"].as_str());
    let changed = edited(&table, "auditor of the first", "Leader of the First");
    let looked = sent(&house, "leader", &dry, &changed).await;
    assert_eq!(looked.status, 200, "{:#}", looked.json);
    assert_eq!(looked.json["can_be_taken"], true, "{:#}", looked.json);
    assert_eq!(looked.json["rows"][0]["commands"], json!(["papers.assign"]));
    assert_eq!(record(&house, "paper", &house.own["paper"]).await, paper, "a dry run takes nothing");

    let head = house.served.store.head_seq().await.unwrap();
    let taken = sent(&house, "leader", &path, &changed).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    assert!(taken.json["at"].is_string());
    let entries = house.served.get(&format!("/journal?after={head}")).await;
    let kinds: Vec<&str> =
        entries.json["items"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["evidence.recorded", "table_in.taken", "papers.assigned"]);

    // The table that was taken is stale now, where it says something else than the record does.
    let again = sent(&house, "leader", &dry, &table).await;
    let row = &again.json["rows"][0];
    assert_eq!(
        (row["wrong"][0]["kind"].as_str(), &again.json["can_be_taken"]),
        (Some("stale"), &json!(false))
    );
    let refused = sent(&house, "leader", &path, &table).await;
    assert_eq!((refused.status, refused.kind()), (422, "invalid"), "{:#}", refused.json);
    assert!(refused.json["problems"][0]["what"].as_str().unwrap().contains("has changed"));
    // What came back says what the record says: nothing to take, and that is no fault.
    let now = out(&house, &format!("/audits/{audit}/files/papers.csv")).await;
    let nothing = sent(&house, "leader", &path, &now).await;
    assert_eq!((nothing.status, nothing.json["taken"].as_i64()), (200, Some(0)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_row_that_is_refused_keeps_all_of_it_out_and_is_told_at_its_row() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let path = format!("/audits/{audit}/tables?name=findings.csv");
    let table = out(&house, &format!("/audits/{audit}/files/findings.csv")).await;
    // Of a finding that was raised the text stands; the law says so, at its row.
    let raised = record(&house, "finding", &house.own["finding"]).await;
    let both = edited(&table, raised["text"]["title"].as_str().unwrap(), "Edited outside");
    let looked = sent(&house, "auditor", &format!("{path}&dry_run=true"), &both).await;
    let rows = looked.json["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &looked.json["can_be_taken"]), (1, &json!(false)), "{:#}", looked.json);
    let rules: Vec<&Value> =
        rows.iter().flat_map(|row| row["wrong"].as_array().unwrap()).map(|one| &one["rule"]).collect();
    assert!(rules.contains(&&json!("finding.draft")), "{:#}", looked.json);
    let head = house.served.store.head_seq().await.unwrap();
    assert_eq!(sent(&house, "auditor", &path, &both).await.status, 422);
    assert_eq!(house.served.store.head_seq().await.unwrap(), head);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn evidence_comes_back_and_a_changed_fact_of_it_keeps_all_of_it_out() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let path = format!("/audits/{audit}/tables?name=evidence.csv");
    let table = out(&house, &format!("/audits/{audit}/files/evidence.csv")).await;
    assert!(table.starts_with("evidence_id,version,reference,name,"), "{table}");
    let same = sent(&house, "leader", &path, &table).await;
    assert_eq!((same.status, same.json["taken"].as_i64()), (200, Some(0)), "{:#}", same.json);
    let row = table.lines().nth(1).unwrap().to_owned();
    let id = row.split(',').next().unwrap().to_owned();
    let held = record(&house, "evidence", &id).await;
    // A step of custody, at the end of the row.
    let step = edited(&table, &row, &format!("{},inspected,", row.strip_suffix(",,").unwrap()));
    let looked = sent(&house, "leader", &format!("{path}&dry_run=true"), &step).await;
    assert_eq!(looked.json["rows"][0]["commands"], json!(["evidence.record_custody"]), "{:#}", looked.json);
    let taken = sent(&house, "leader", &path, &step).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    let now = record(&house, "evidence", &id).await;
    let steps = |record: &Value| record["custody"].as_array().unwrap().len();
    assert_eq!(steps(&now), steps(&held) + 1);
    // Its name is a fact: refused at its column, and nothing is taken.
    let table = out(&house, &format!("/audits/{audit}/files/evidence.csv")).await;
    let renamed = edited(&table, held["name"].as_str().unwrap(), "Another name");
    let head = house.served.store.head_seq().await.unwrap();
    let refused = sent(&house, "leader", &path, &renamed).await;
    assert_eq!((refused.status, refused.kind()), (422, "invalid"), "{:#}", refused.json);
    let problem = &refused.json["problems"][0];
    assert!(problem["at"].as_str().unwrap().ends_with("/name"), "{:#}", refused.json);
    assert!(problem["what"].as_str().unwrap().contains("fact"), "{:#}", refused.json);
    assert_eq!(house.served.store.head_seq().await.unwrap(), head);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_not_gets_nothing_in() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let table = out(&house, &format!("/audits/{audit}/files/papers.csv")).await;
    let changed = edited(&table, "auditor of the first", "Leader of the First");
    let path = format!("/audits/{audit}/tables?name=papers.csv&dry_run=true");
    for who in ["nothing", "administrator", "reader", "observer"] {
        let status = sent_as(&house, who, &path, &changed).await;
        assert!(matches!(status, 403 | 404), "{who}: {status}");
    }
    assert_eq!(sent_as(&house, "leader", &path, &changed).await, 200);
    for who in ["nothing", "auditor", "leader"] {
        let status =
            sent_as(&house, who, "/people/tables?dry_run=true", "Name,Mail\nNora,n@x.example\n").await;
        assert_eq!(status, 403, "{who}");
    }
    assert_eq!(
        sent_as(&house, "manager", "/people/tables?dry_run=true", "Name,Mail\nNora,n@x.example\n").await,
        200
    );
    // A calendar is one's own, or of who keeps the register.
    let calendar = |who: &str| format!("/people/{}/calendar?dry_run=true", house.people[who]);
    assert_eq!(sent_as(&house, "auditor", &calendar("auditor"), "BEGIN:VCALENDAR 2099-10-05").await, 200);
    assert!(matches!(
        sent_as(&house, "auditor", &calendar("leader"), "BEGIN:VCALENDAR 2099-10-05").await,
        403 | 404
    ));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn lists_come_in_in_any_layout_and_are_remembered() {
    let house = House::built().await;
    let list = "Alpha,Beta,Gamma\nNora New,nora@fernhill.example,Cloud course\n";
    let unknown = sent(&house, "manager", "/people/tables?dry_run=true&employer=Fernhill", list).await;
    assert_eq!(unknown.json["can_be_taken"], false, "{:#}", unknown.json);
    let known = list.replace("Alpha,Beta,Gamma", "Name,Mail,Certificate");
    let path = "/people/tables?name=list.csv&employer=Fernhill&zone=Europe/Vienna";
    let taken = sent(&house, "manager", path, &known).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    assert_eq!(taken.json["rows"][0]["commands"], json!(["person.register", "credential.add"]));
    assert_eq!(taken.json["list"]["columns"], json!({ "1": "name", "2": "email", "3": "title" }));
    let again = sent(&house, "manager", path, &known).await;
    assert_eq!((again.status, again.json["taken"].as_i64()), (200, Some(0)), "{:#}", again.json);

    let parts = format!("/auditees/{}/tables?name=units.csv", house.own["auditee"]);
    let units = "Department,Parent,Headcount\nCompany,,400\nOperations,Company,12\n";
    let taken = sent(&house, "manager", &parts, units).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    let auditee = record(&house, "auditee", &house.own["auditee"]).await;
    let units = auditee["units"].as_array().unwrap();
    let operations = units.iter().find(|unit| unit["name"] == "Operations").unwrap();
    assert_eq!(
        (&operations["parent"], &operations["persons"]),
        (&json!("company"), &json!(12)),
        "{auditee:#}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn competence_and_calendars_come_in() {
    let house = House::built().await;
    let table = out(&house, "/people/files/credentials.csv").await;
    assert!(table.starts_with("credential,version,person_name,"), "{table}");
    let more =
        format!("{table},,auditor of the first,,,training,cloud,Cloud course,School,2026-01-01,,16\r\n");
    let taken = sent(&house, "manager", "/people/tables?name=c.csv&reason=Corrected", &more).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    let person = record(&house, "person", &house.people["auditor"]).await;
    assert_eq!(person["credentials"][0]["title"], "Cloud course");

    let path = format!("/people/{}/calendar?name=busy.ics", house.people["auditor"]);
    let today: assize_domain::kernel::time::Date =
        assize_domain::kernel::time::Timestamp::from_millis(house.served.store.clock().millis())
            .unwrap()
            .date();
    let days: Vec<String> = [10, 11, 20].iter().map(|days| today.plus_days(*days).to_string()).collect();
    let taken = sent(&house, "manager", &path, &format!("BEGIN:VCALENDAR {}", days.join(" "))).await;
    assert_eq!(taken.status, 200, "{:#}", taken.json);
    let absences = record(&house, "person", &house.people["auditor"]).await["absences"].clone();
    assert_eq!(absences.as_array().unwrap().len(), 2, "{absences:#}");
    assert_eq!(
        (&absences[0]["period"]["from"], &absences[0]["reason"]),
        (&json!(days[0]), &json!("calendar"))
    );
    let fewer = sent(&house, "manager", &path, &format!("BEGIN:VCALENDAR {}", days[2])).await;
    assert_eq!(fewer.json["rows"][0]["commands"], json!(["absence.remove"]), "{:#}", fewer.json);
    let none = sent(&house, "manager", &format!("{path}&dry_run=true"), "no calendar").await;
    assert!(none.json["unfit"].is_string());
}

/// A page, or what a form brought about: status, place it leads to, text.
async fn page(house: &House, who: &str, path: &str, form: Option<(&str, String)>) -> (u16, String, String) {
    let cookie = house.cookie(&house.people[who]).await;
    page_with(house, &cookie, path, form).await
}

async fn page_with(
    house: &House,
    cookie: &str,
    path: &str,
    form: Option<(&str, String)>,
) -> (u16, String, String) {
    let request =
        Request::builder().uri(path).header("cookie", cookie).header("sec-fetch-site", "same-origin");
    let request = match form {
        Some((media, form)) => request.method("POST").header("content-type", media).body(Body::from(form)),
        None => request.body(Body::empty()),
    };
    let response = house.served.router().oneshot(request.unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let to = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
    let bytes = axum::body::to_bytes(response.into_body(), 16 << 20).await.unwrap();
    (status, to, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_show_what_would_change_and_take_it() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let base = format!("/audits/{audit}/tables");
    let (status, _, text) = page(&house, "leader", &base, None).await;
    assert!(status == 200 && text.contains("See what would change"), "{text}");
    let (_, _, files) = page(&house, "leader", &format!("/audits/{audit}/files"), None).await;
    assert!(files.contains(&base), "the way in stands beside the way out");
    let table = out(&house, &format!("/audits/{audit}/files/papers.csv")).await;
    let changed = edited(&table, "auditor of the first", "Leader of the First");
    let form = format!(
        "--b\r\ncontent-disposition: form-data; name=\"classification\"\r\n\r\ninternal\r\n--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"papers.csv\"\r\ncontent-type: text/csv\r\n\r\n{changed}\r\n--b--\r\n"
    );
    let cookie = house.cookie(&house.people["leader"]).await;
    let (status, to, text) =
        page_with(&house, &cookie, &base, Some(("multipart/form-data; boundary=b", form))).await;
    assert!(status == 303 && to.starts_with(&format!("{base}/")), "{status} {to} {text}");
    let (status, _, text) = page_with(&house, &cookie, &to, None).await;
    assert!(status == 200 && text.contains("One row would change"), "{text}");
    assert!(
        text.contains("<del>auditor of the first</del>") && text.contains("<ins>Leader of the First</ins>"),
        "{text}"
    );
    // The address is of the session that sent the file.
    assert_eq!(page(&house, "leader", &to, None).await.0, 404);
    let (path, query) = to.split_once('?').unwrap();
    let send = Some(("application/x-www-form-urlencoded", format!("{query}&once=a1")));
    let (status, to, text) = page_with(&house, &cookie, path, send.clone()).await;
    assert!(status == 303 && to.starts_with(&format!("/audits/{audit}")), "{status} {text}");
    let paper = record(&house, "paper", &house.own["paper"]).await;
    assert_eq!(paper["assignee"], house.people["leader"].as_str());
    for who in ["nothing", "administrator"] {
        assert!(matches!(page(&house, who, &base, None).await.0, 403 | 404), "{who}");
    }
    let (status, _, text) = page(&house, "manager", "/people/tables", None).await;
    assert!(status == 200 && text.contains("/people/files/competence.xlsx"), "{text}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_that_was_sent_by_the_pages_is_kept_nowhere() {
    let house = House::built().await;
    let cookie = house.cookie(&house.people["manager"]).await;
    let list = "Name,Mail\nNora New,nora@fernhill.example\n";
    let digest = assize_domain::kernel::entry::hex(&<sha2::Sha256 as sha2::Digest>::digest(list));
    let form = format!(
        "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\ncontent-type: text/csv\r\n\r\n{list}\r\n--b--\r\n"
    );
    let send = Some(("multipart/form-data; boundary=b", form));
    let (status, to, text) = page_with(&house, &cookie, "/people/tables", send).await;
    assert!(status == 303 && to.contains(&digest), "{status} {to} {text}");
    let (status, _, text) = page_with(&house, &cookie, &to, None).await;
    assert!(status == 200 && text.contains("One row would change"), "{text}");
    let blobs = house.served.store.blobs();
    assert_eq!(blobs.length(&digest).await.unwrap(), None, "nothing of it is among the evidence");
    let (path, query) = to.split_once('?').unwrap();
    let send = Some(("application/x-www-form-urlencoded", format!("{query}&once=a1&employer=Us&zone=UTC")));
    let (status, _, text) = page_with(&house, &cookie, path, send).await;
    assert_eq!(status, 303, "{text}");
    assert_eq!(blobs.length(&digest).await.unwrap(), None);
    // And what waited is gone: the address leads to nothing any more.
    assert_eq!(page_with(&house, &cookie, &to, None).await.0, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_broken_in_a_file_is_said_at_its_place_and_keeps_all_of_it_out() {
    let house = House::built().await;
    let list = "Name,Mail\nNora New,\u{1}broken\n";
    let path = "/people/tables?employer=Us";
    let looked = sent(&house, "manager", &format!("{path}&dry_run=true"), list).await;
    assert_eq!(looked.json["can_be_taken"], false, "{:#}", looked.json);
    let note = &looked.json["notes"][0];
    assert_eq!((&note["row"], &note["grave"]), (&json!(2), &json!(true)), "{:#}", looked.json);
    let refused = sent(&house, "manager", path, list).await;
    assert_eq!((refused.status, refused.kind()), (422, "invalid"), "{:#}", refused.json);
    let problems = refused.json["problems"].as_array().unwrap();
    let is_it = |one: &&Value| one["at"] == "/2" && one["what"].as_str().unwrap().contains("never closed");
    assert!(problems.iter().any(|one| is_it(&one)), "{problems:#?}");
}
