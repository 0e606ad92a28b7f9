//! For whoever runs the server: alive, ready, counted; and a server that is ill says so without telling why.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use std::collections::BTreeSet;

use harness::{person, served};
use serde_json::json;

#[tokio::test]
async fn alive_ready_and_counted() {
    let served = served().await;
    served.person("Ada").await;
    assert_eq!(served.act("person.register", &json!({}), &[]).await.status, 422);
    assert_eq!(served.act("organization.name", &json!({ "name": "A" }), &[]).await.status, 200);
    assert_eq!(served.act("organization.name", &json!({ "name": "B" }), &[]).await.status, 409);
    served.send("GET", "/api/v1/nowhere/at/all", &[], "").await;
    assert_eq!(served.send("GET", "/healthz", &[], "").await.json, json!({ "alive": true }));
    let ready = served.send("GET", "/readyz", &[], "").await;
    assert_eq!((ready.status, &ready.json["journal_entries"]), (200, &json!(2)));
    let metrics = served.send("GET", "/metrics", &[], "").await;
    let text = String::from_utf8(metrics.bytes.to_vec()).unwrap();
    for line in [
        "assize_http_requests_total{method=\"POST\",route=\"/api/v1/commands/{name}\",status=\"200\"} 2",
        "assize_http_requests_total{method=\"GET\",route=\"unmatched\",status=\"404\"} 1",
        "assize_http_request_duration_seconds_count{method=\"GET\",route=\"/readyz\"} 1",
        "assize_acts_total{command=\"person.register\",outcome=\"done\"} 1",
        "assize_acts_total{command=\"organization.name\",outcome=\"refused\"} 1",
        "assize_refusals_total{rule=\"organization.once\"} 1",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("nowhere"), "what somebody asks for is no label");
}

/// The names of metrics that a text speaks of, each without what a histogram adds to it.
fn metrics_in(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    words
        .filter(|word| word.starts_with("assize_"))
        .map(|word| {
            let ends = ["_bucket", "_sum", "_count"];
            ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word).to_owned()
        })
        .collect()
}

#[tokio::test]
async fn what_dashboard_and_alerts_ask_for_is_what_is_counted() {
    let served = served().await;
    served.person("Ada").await;
    served.store.backup(std::io::Cursor::new(Vec::new())).await.unwrap();
    let metrics = served.send("GET", "/metrics", &[], "").await;
    let text = String::from_utf8(metrics.bytes.to_vec()).unwrap();
    let counted = metrics_in(&text);
    for line in ["assize_journal_entries 1", "assize_log_unpublished_entries 1"] {
        assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
    }
    let dashboard = include_str!("../../../deploy/grafana-dashboard.json");
    assert!(serde_json::from_str::<serde_json::Value>(dashboard).is_ok());
    for (file, asks) in [("alerts", include_str!("../../../deploy/alerts.yml")), ("dashboard", dashboard)] {
        let asked = metrics_in(asks);
        assert!(asked.len() > 5, "{file}: {asked:?}");
        assert!(asked.is_subset(&counted), "{file} asks for {:?}", asked.difference(&counted));
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_503_and_nothing_of_it_is_told() {
    let served = served().await;
    served.person("Ada").await;
    served.store.close().await;
    for (path, auth) in [("/readyz", false), ("/api/v1/records/person", true)] {
        let bearer = format!("Bearer {}", served.token);
        let headers: &[(&str, &str)] = if auth { &[("authorization", &bearer)] } else { &[] };
        let ill = served.send("GET", path, headers, "").await;
        assert_eq!((ill.status, ill.kind()), (503, "unavailable"), "{path}");
        assert!(ill.header("retry-after").is_some());
        let said = String::from_utf8_lossy(&ill.bytes).to_lowercase();
        for secret in ["pool", "sqlx", "sqlite", "assize.db", served.folder.path().to_str().unwrap()] {
            assert!(!said.contains(secret), "`{secret}` is in {said}");
        }
    }
    assert_eq!(served.send("GET", "/healthz", &[], "").await.status, 200, "alive all the same");
}

#[tokio::test]
async fn whoever_ends_or_has_other_tables_says_so_and_is_sent_nothing_more() {
    let served = served().await;
    let tables = async |sql: &'static str| {
        use sqlx::{Connection as _, Executor as _};
        let address = format!("sqlite:{}", served.folder.path().join("assize.db").display());
        sqlx::SqliteConnection::connect(&address).await.unwrap().execute(sql).await.unwrap();
    };
    let ready = async || {
        let answer = served.send("GET", "/readyz", &[], "").await;
        (answer.status, answer.json["detail"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(ready().await.0, 200);
    tables(
        "UPDATE _sqlx_migrations SET version = 900001, description = 'contract journal' WHERE version = 1",
    )
    .await;
    let said = ready().await;
    assert!(said.0 == 503 && said.1.contains("of this version"), "{said:?}");
    tables("UPDATE _sqlx_migrations SET version = 1, description = 'journal' WHERE version = 900001").await;
    assert_eq!(ready().await.0, 200);
    served.app.ending.store(true, std::sync::atomic::Ordering::SeqCst);
    let said = ready().await;
    assert!(said.0 == 503 && said.1.contains("ending"), "{said:?}");
    served.person("Ada").await;
    assert_eq!(
        served.send("GET", "/healthz", &[], "").await.status,
        200,
        "it answers what comes all the same"
    );
}

#[tokio::test]
async fn a_row_that_is_damaged_is_500_and_the_answer_holds_nothing_of_it() {
    use sqlx::Connection as _;
    let served = served().await;
    let ada = served.person("Ada").await;
    let path = served.folder.path().join("assize.db").display().to_string();
    let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{path}")).await.unwrap();
    let damage = "UPDATE person SET name = char(7) || 'Zugzwang'";
    assert_eq!(sqlx::query(damage).execute(&mut conn).await.unwrap().rows_affected(), 1);
    let ill = served.get(&format!("/records/person/{ada}")).await;
    assert_eq!((ill.status, ill.kind()), (500, "internal"));
    assert!(!String::from_utf8_lossy(&ill.bytes).contains("Zugzwang"), "{:#}", ill.json);
}

#[tokio::test]
async fn a_request_keeps_an_id_that_is_one_and_gets_one_where_it_has_none() {
    let served = served().await;
    let kept = served.send("GET", "/healthz", &[("x-request-id", "deploy-7.a_b")], "").await;
    assert_eq!(kept.header("x-request-id"), Some("deploy-7.a_b"));
    let long = "a".repeat(65);
    for bad in ["", "two words", "x\"}", &long] {
        let given = served.send("GET", "/healthz", &[("x-request-id", bad)], "").await;
        let id = given.header("x-request-id").unwrap();
        assert!(id != bad && id.len() == 32, "{bad}");
    }
    let first = served.act("person.register", &person("Ada"), &[]).await;
    let second = served.act("person.register", &person("Bo"), &[]).await;
    assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    for header in ["x-content-type-options", "cache-control"] {
        assert!(first.header(header).is_some(), "{header}");
    }
}
