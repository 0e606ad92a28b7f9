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
mod house;

use harness::served;
use harness::visitor::{Page, Visitor};
use house::House;

const NOBODY: &str = "0198c2f0-0000-7000-8000-000000000000";

#[tokio::test]
async fn without_findings_the_pages_say_where_they_come_from() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let Page { status, text: page, .. } = visitor.get("/findings").await;
    assert_eq!(status, 200);
    assert!(
        page.contains("No finding has been written yet") && page.contains("aria-current=\"true\">Findings")
    );
    let Page { status, text: page, .. } =
        visitor.get("/findings?state=overdue&text=100%25&requirement=A.5&auditee=Works").await;
    assert_eq!(status, 200);
    assert!(page.contains("No finding fits this filter") && page.contains("value=\"100%\""));
    let Page { status, text: page, .. } = visitor.get("/findings/trends").await;
    assert_eq!(status, 200);
    assert!(page.contains("No nonconformity is open") && page.contains("There is no finding to count"));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    for path in [
        format!("/findings/{NOBODY}"),
        format!("/audits/{NOBODY}/findings"),
        format!("/findings/new?audit={NOBODY}"),
        format!("/findings/new?paper={NOBODY}"),
        "/findings/new".to_owned(),
    ] {
        assert_eq!(visitor.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(
        visitor
            .post(&format!("/findings/warnings?audit={NOBODY}"), &[("/text/kind", "nonconformity")])
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_finding_of_no_audit_is_asked_by_the_plain_form() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let Page { status, text: page, .. } = visitor.get("/do/finding.draft").await;
    assert_eq!(status, 200);
    assert!(page.contains("name=\"/text/statement\"") && !page.contains("class=\"composer\""));
    let Page { status, text: page, .. } =
        visitor.post("/do/finding.draft", &[("/text/title", "Kept as typed")]).await;
    assert_eq!(status, 422);
    assert!(page.contains("Kept as typed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_overdue_in_a_programme_waits_for_whoever_manages_it() {
    const DAY: i64 = 24 * 60 * 60 * 1000;
    let house = House::built().await;
    let late =
        |side: &house::Side| format!("href=\"/findings?programme={}&#38;state=overdue\"", side["programme"]);
    let of = async |person: &str| Visitor::enter(&house.served, Some(person)).await.get("/").await;
    assert!(!of(&house.people["manager"]).await.text.contains(&late(&house.own)), "nothing is due yet");
    house.served.later(100 * DAY);
    let today = of(&house.people["manager"]).await;
    today.expect(&[&late(&house.own), "One nonconformity is overdue"]);
    assert!(!today.text.contains(&late(&house.other)), "of what others manage nothing is said");
    of(&house.others["manager"]).await.expect(&[&late(&house.other)]);
    for person in ["auditor", "reader", "manager_without_programme", "nothing"] {
        assert!(!of(&house.people[person]).await.text.contains("state=overdue"), "{person}");
    }
    // The list that it leads to has what was counted.
    let manager = Visitor::enter(&house.served, Some(&house.people["manager"])).await;
    let list = manager.get(&format!("/findings?programme={}&state=overdue", house.own["programme"])).await;
    list.expect(&["One finding", &house.own["finding"]]);
}
