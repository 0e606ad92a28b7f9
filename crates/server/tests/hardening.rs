//! What every answer carries, whatever is asked: the rules that browsers are to hold to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use std::sync::Arc;

use assize_server::{Entrance, Site, doors};
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use harness::{Served, served, served_with};
use tower::ServiceExt as _;

async fn asked(served: &Served, method: &str, path: &str, headers: &[(&str, &str)]) -> (u16, HeaderMap) {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = served.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    (response.status().as_u16(), response.headers().clone())
}

fn said<'h>(headers: &'h HeaderMap, name: &str) -> &'h str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// What of an answer is not as it must be.
fn lacking(path: &str, status: u16, headers: &HeaderMap) -> Vec<&'static str> {
    let mut lacking = Vec::new();
    let mut must = |holds: bool, what| {
        if !holds {
            lacking.push(what);
        }
    };
    let policy = said(headers, "content-security-policy");
    must(said(headers, "x-content-type-options") == "nosniff", "nosniff");
    must(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "policy");
    must(!policy.contains("unsafe"), "no unsafe-*");
    must(!said(headers, "referrer-policy").is_empty(), "referrer policy");
    must(!headers.contains_key("access-control-allow-origin"), "no other origin");
    let kept = path.starts_with("/assets/") || path.starts_with("/api/v1/records/");
    must(kept || status == 304 || said(headers, "cache-control").contains("no-store"), "no-store");
    let media = said(headers, "content-type");
    must(!media.starts_with("text/") || media.contains("charset=utf-8"), "charset");
    lacking
}

#[tokio::test]
async fn every_answer_carries_what_browsers_are_to_hold_to() {
    let served = served().await;
    let person = served.person("Ada").await;
    let bearer = format!("Bearer {}", served.token);
    let mut looked_at = 0;
    for door in doors() {
        let path = door
            .path
            .replace("{kind}", "person")
            .replace("{id}", &person)
            .replace("{name}", "nothing")
            .replace("{secret}", "nothing")
            .replace("{*path}", "nothing");
        for headers in [&[][..], &[("authorization", bearer.as_str())]] {
            for method in [door.method, "TRACE"] {
                let (status, found) = asked(&served, method, &path, headers).await;
                assert_eq!(
                    lacking(&path, status, &found),
                    Vec::<&str>::new(),
                    "{method} {path}: {status} {found:?}"
                );
                assert!(!found.contains_key("strict-transport-security"), "{path}: it is not reached by TLS");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 400, "{looked_at}");
    for path in ["/nothing", "/api/v1/nothing", "/assets/../../etc/passwd", "/%00"] {
        let (status, found) = asked(&served, "GET", path, &[]).await;
        assert_eq!(lacking(path, status, &found), Vec::<&str>::new(), "{path}");
    }
}

#[tokio::test]
async fn over_tls_browsers_are_told_to_come_so_again() {
    let secure = served_with(|mut app| {
        let site = Site::read("https://audits.example.com").unwrap();
        app.entrance = Arc::new(Entrance { site, ..Entrance::default() });
        app
    })
    .await;
    for path in ["/sign-in", "/api/v1/problems", "/healthz", "/nothing"] {
        let (_, found) = asked(&secure, "GET", path, &[]).await;
        assert_eq!(
            said(&found, "strict-transport-security"),
            "max-age=31536000; includeSubDomains",
            "{path}"
        );
    }
}
