//! The pages of findings: the register, an audit's own, each by itself, and the composer.

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
use tower::ServiceExt as _;

/// Somebody with a browser: the cookie of their session.
struct Visitor<'s> {
    served: &'s Served,
    cookie: String,
}

impl Visitor<'_> {
    async fn send(&self, method: &str, path: &str, body: String) -> (u16, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin");
        let response = self.served.router().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }

    async fn get(&self, path: &str) -> (u16, String) {
        self.send("GET", path, String::new()).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, body).await
    }
}

async fn operator(served: &Served) -> Visitor<'_> {
    let link = served.store.make_link(None).await.unwrap();
    let request = Request::builder().method("POST").uri(format!("/sign-in/{link}"));
    let request = request.header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
    let response = served.router().oneshot(request).await.unwrap();
    let cookie = response.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    Visitor { served, cookie }
}

const NOBODY: &str = "0198c2f0-0000-7000-8000-000000000000";

#[tokio::test]
async fn without_findings_the_pages_say_where_they_come_from() {
    let served = served().await;
    let visitor = operator(&served).await;
    let (status, page) = visitor.get("/findings").await;
    assert_eq!(status, 200);
    assert!(
        page.contains("No finding has been written yet") && page.contains("aria-current=\"true\">Findings")
    );
    let (status, page) =
        visitor.get("/findings?state=overdue&text=100%25&requirement=A.5&auditee=Works").await;
    assert_eq!(status, 200);
    assert!(page.contains("No finding fits this filter") && page.contains("value=\"100%\""));
    let (status, page) = visitor.get("/findings/trends").await;
    assert_eq!(status, 200);
    assert!(page.contains("No nonconformity is open") && page.contains("There is no finding to count"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let served = served().await;
    let visitor = operator(&served).await;
    for path in [
        format!("/findings/{NOBODY}"),
        format!("/audits/{NOBODY}/findings"),
        format!("/findings/new?audit={NOBODY}"),
        format!("/findings/new?paper={NOBODY}"),
        "/findings/new".to_owned(),
    ] {
        assert_eq!(visitor.get(&path).await.0, 404, "{path}");
    }
    assert_eq!(
        visitor
            .post(&format!("/findings/warnings?audit={NOBODY}"), &[("/text/kind", "nonconformity")])
            .await
            .0,
        404
    );
}

#[tokio::test]
async fn a_finding_of_no_audit_is_asked_by_the_plain_form() {
    let served = served().await;
    let visitor = operator(&served).await;
    let (status, page) = visitor.get("/do/finding.draft").await;
    assert_eq!(status, 200);
    assert!(page.contains("name=\"/text/statement\"") && !page.contains("class=\"composer\""));
    let (status, page) = visitor.post("/do/finding.draft", &[("/text/title", "Kept as typed")]).await;
    assert_eq!(status, 422);
    assert!(page.contains("Kept as typed"));
}
