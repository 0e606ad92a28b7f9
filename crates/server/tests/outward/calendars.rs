//! Calendars by subscription.

use super::sql;
use crate::harness::visitor::{Visitor, unescaped};
use crate::harness::{self, Served};
use crate::house::{CANARIES, HELD_BACK, House, WORKS};
use assize_server::mail::{Mail, MailContent};
use assize_store::FEED_READS_HOURLY_MAX;
use serde_json::json;
use std::sync::Arc;

/// Makes a subscription by the page: the path of its address.
async fn subscribed(visitor: &Visitor<'_>, days: &str) -> String {
    let page = visitor.post("/settings/calendar", &[("label", "Telephone"), ("days", days)]).await;
    page.expect(&["/assize.ics"]);
    let text = unescaped(&page.text);
    let from = text.find("/calendar/assizecal_").unwrap();
    text[from..].split('<').next().unwrap().trim().to_owned()
}

/// Asks for a calendar as a program does: without a cookie.
async fn asked(served: &Served, path: &str, tag: Option<&str>) -> harness::visitor::Page {
    let visitor = Visitor { served, cookie: String::new() };
    let headers: Vec<(&str, &str)> = tag.into_iter().map(|tag| ("if-none-match", tag)).collect();
    visitor.send("GET", path, &headers, "").await
}

/// Lines of a calendar, unfolded.
fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_has_what_one_has_to_do_with_and_no_more_than_a_letter_may_say() {
    let mut house = House::built().await;
    let leader = house.people["leader"].clone();
    let path = {
        let visitor = Visitor { served: &house.served, cookie: house.cookie(&leader).await };
        subscribed(&visitor, "").await
    };
    let page = asked(&house.served, &path, None).await;
    assert_eq!((page.status, page.header("content-type")), (200, "text/calendar; charset=utf-8"));
    assert_eq!(page.header("cache-control"), "private, max-age=300");
    assert!(page.headers.get("set-cookie").is_none());
    let text = unfolded(&page.text);
    assert!(text.contains("UID:session-") && text.contains("DTSTART:20260901T070000Z"), "{text}");
    assert!(text.contains("SUMMARY:Audit session") && text.contains("URL:"), "{text}");
    for hidden in CANARIES.iter().chain(&WORKS).chain(&[HELD_BACK, "Room 1", "ATTENDEE"]) {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    // The same again is not sent again.
    let tag = page.header("etag").to_owned();
    assert_eq!(asked(&house.served, &path, Some(&tag)).await.status, 304);
    // Names, where the organization allows them for mail; the same events with a higher sequence.
    house.served.app.mail = Arc::new(Mail { mailer: None, content: MailContent::Names });
    let named = asked(&house.served, &path, Some(&tag)).await;
    assert_eq!(named.status, 200);
    let named = unfolded(&named.text);
    assert!(
        named.contains(CANARIES[0]) && named.contains("Room 1") && !named.contains("ATTENDEE"),
        "{named}"
    );
    assert!(!named.contains(CANARIES[1]) && !named.contains(HELD_BACK), "nothing of the other programme");
    let sequence = |text: &str| {
        let event = text.split("BEGIN:VEVENT").find(|event| event.contains("UID:session-")).unwrap();
        let line = event.lines().find(|line| line.starts_with("SEQUENCE:")).unwrap();
        line[9..].parse::<u32>().unwrap()
    };
    assert!(sequence(&named) > sequence(&text));
    // Who has nothing to do with it has an empty calendar, and the operator none.
    let nothing = house.people["nothing"].clone();
    let visitor = Visitor { served: &house.served, cookie: house.cookie(&nothing).await };
    let own = subscribed(&visitor, "30").await;
    assert!(!asked(&house.served, &own, None).await.text.contains("VEVENT"));
    let operator = Visitor::operator(&house.served).await;
    assert_eq!(operator.get("/settings/calendar").await.status, 403);
    // A contact of the auditee is there too, and sees what was released.
    let contact = house.people["auditee_contact"].clone();
    let visitor = Visitor { served: &house.served, cookie: house.cookie(&contact).await };
    let own = subscribed(&visitor, "30").await;
    let text = unfolded(&asked(&house.served, &own, None).await.text);
    assert!(text.contains("UID:session-") && !text.contains(HELD_BACK), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_ends_when_it_is_ended_runs_out_or_its_person_is_locked() {
    let house = House::built().await;
    let served = &house.served;
    let leader = house.people["leader"].clone();
    let visitor = Visitor { served, cookie: house.cookie(&leader).await };
    let wrong = visitor.post("/settings/calendar", &[("label", ""), ("days", "0")]).await;
    assert_eq!(wrong.status, 422);
    let path = subscribed(&visitor, "30").await;
    assert_eq!(asked(served, &path, None).await.status, 200);
    visitor.get("/settings/calendar").await.expect(&["Telephone"]);
    // Of the address the digest alone is kept.
    let secret = path.split('/').nth(2).unwrap().to_owned();
    for file in ["assize.db", "assize.db-wal"] {
        let bytes = std::fs::read(served.folder.path().join(file)).unwrap_or_default();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{file}");
    }
    let unknown = path.replace("assizecal_", "assizecal_0");
    for bad in [unknown.as_str(), "/calendar/x/assize.ics", "/calendar/assizecal_/assize.ics"] {
        let page = asked(served, bad, None).await;
        assert_eq!((page.status, page.text.as_str()), (404, ""), "{bad}");
    }
    // Another person cannot end it.
    let id = served.store.feeds(leader.parse().unwrap()).await.unwrap()[0].id.clone();
    let other = Visitor { served, cookie: house.cookie(&house.people["auditor"]).await };
    assert_eq!(other.post(&format!("/settings/calendar/{id}/end"), &[]).await.status, 404);
    assert_eq!(asked(served, &path, None).await.status, 200);
    assert_eq!(visitor.post(&format!("/settings/calendar/{id}/end"), &[]).await.to(), "/settings/calendar");
    assert_eq!(asked(served, &path, None).await.status, 404);
    // Past its time.
    let path = subscribed(&visitor, "1").await;
    sql(served, "UPDATE calendar_feed SET expires_at = 1 WHERE expires_at IS NOT NULL").await;
    assert_eq!(asked(served, &path, None).await.status, 404);
    // Its person is locked.
    let path = subscribed(&visitor, "").await;
    let person = leader.parse().unwrap();
    served.store.invite(person, None).await.unwrap();
    assert!(served.store.lock_account(person).await.unwrap());
    assert_eq!(asked(served, &path, None).await.status, 404);
    assert!(served.store.unlock_account(person).await.unwrap());
    assert_eq!(asked(served, &path, None).await.status, 200);
    // So often within an hour, and no more.
    let id = served.store.feeds(person).await.unwrap()[0].id.clone();
    for _ in 0..FEED_READS_HOURLY_MAX {
        served.store.may_read_feed(&id).await.unwrap();
    }
    let page = asked(served, &path, None).await;
    assert_eq!((page.status, page.header("retry-after")), (429, "3600"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_is_cancelled_for_a_while_and_then_gone() {
    let house = House::built().await;
    let served = &house.served;
    let manager = house.people["manager"].clone();
    let by = [("x-on-behalf-of", manager.as_str())];
    let outline = json!({ "title": "Another", "audit_type": "internal",
        "part": { "auditee": house.own["auditee"], "units": ["it"], "sites": [], "processes": [] },
        "criteria": ["ISO/IEC 27001:2022+A1:2024"], "window": { "from": "2027-01-02", "to": "2027-01-30" }, "days": "5", "methods": ["remote"],
        "why": { "importance": "high", "risk": "high", "previous_results": "none", "changes": "none" } });
    let plan = json!({ "programme": house.own["programme"], "outline": outline, "reason": "Asked for" });
    let planned = served.act("planned_audit.plan", &plan, &by).await.subject();
    let visitor = Visitor { served, cookie: house.cookie(&manager).await };
    let path = subscribed(&visitor, "").await;
    let event = |text: &str| {
        let text = unfolded(text);
        let found = text.split("BEGIN:VEVENT").find(|event| event.contains(&planned)).map(str::to_owned);
        found.unwrap_or_default()
    };
    let line = |event: &str, name: &str| {
        event.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().to_owned()
    };
    let before = event(&asked(served, &path, None).await.text);
    assert_eq!(
        (line(&before, "STATUS:"), line(&before, "DTSTART;VALUE=DATE:")),
        ("CONFIRMED".to_owned(), "20270102".to_owned())
    );
    let withdraw = json!({ "planned": planned, "reason": "Held next year" });
    served.act("planned_audit.withdraw", &withdraw, &by).await.subject();
    let after = event(&asked(served, &path, None).await.text);
    assert_eq!(
        (line(&after, "STATUS:"), line(&after, "DTSTART;VALUE=DATE:")),
        ("CANCELLED".to_owned(), "20270102".to_owned())
    );
    let number = |event: &str| line(event, "SEQUENCE:").parse::<u32>().unwrap();
    assert!(number(&after) > number(&before));
    let again = event(&asked(served, &path, None).await.text);
    assert_eq!(again, after, "it is said once, and stays as it was said");
    sql(served, "UPDATE calendar_shown SET cancelled_at = 1 WHERE cancelled_at IS NOT NULL").await;
    assert_eq!(event(&asked(served, &path, None).await.text), "");
}
