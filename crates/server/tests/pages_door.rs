//! The auditee's door, from the page on which it is opened to the last answer given by it, and everything it does not open.

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

use std::sync::Arc;

use assize_domain::Key;
use assize_domain::kernel::id::{AuditId, FindingId, MeetingId, PersonId};
use assize_server::mail::{Mail, MailSettings, Mailer, SmtpUrl};
use assize_store::Which;
use harness::visitor::{Page, Visitor};
use house::{HELD_BACK, House};
use serde_json::{Value, json};

/// The last day on which the doors of these tests hold.
fn until() -> String {
    let millis = i64::try_from(std::time::UNIX_EPOCH.elapsed().unwrap().as_millis()).unwrap();
    let at = assize_domain::kernel::time::Timestamp::from_millis(millis).unwrap();
    at.date().plus_days(20).to_string()
}

async fn signed_in<'h>(house: &'h House, who: &str) -> Visitor<'h> {
    Visitor { served: &house.served, cookie: house.cookie(&house.people[who]).await }
}

async fn by_door(house: &House) -> Visitor<'_> {
    let cookie = house.door_cookie(&house.people["auditee_contact"], &house.own["audit"]).await;
    Visitor { served: &house.served, cookie }
}

fn nobody(house: &House) -> Visitor<'_> {
    Visitor { served: &house.served, cookie: String::new() }
}

/// The code in the letter that waits for the contact.
async fn code(house: &House) -> String {
    let person: PersonId = house.people["auditee_contact"].parse().unwrap();
    let letter = house.served.store.waiting_door_letter(person).await.unwrap().unwrap();
    letter.lines().next().unwrap().chars().filter(char::is_ascii_digit).collect()
}

/// The door that the last entry about a record names.
async fn last_door(house: &House, key: Key) -> Option<String> {
    let entries = house.served.store.entries(Which::Subject(key), 0, 200).await.unwrap();
    let last = entries.into_iter().next_back().unwrap().unwrap();
    last.entry.door().map(str::to_owned)
}

#[track_caller]
fn is(page: &Page, status: u16) {
    assert_eq!(page.status, status, "{}", page.text);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_leader_opens_a_door_and_its_contact_comes_in_by_link_and_code() {
    let house = House::built().await;
    let leader = signed_in(&house, "leader").await;
    let doors = format!("/audits/{}/doors", house.own["audit"]);
    leader.get(&format!("/audits/{}", house.own["audit"])).await.expect(&[&doors]);
    leader.get(&doors).await.expect(&["auditee_contact of the first", "None yet."]);
    let contact = house.people["auditee_contact"].as_str();
    let wrong = leader.post(&doors, &[("person", &house.people["observer"]), ("until", &until())]).await;
    is(&wrong, 422);
    wrong.says(&["no contact of the auditee"]);
    is(&leader.post(&doors, &[("person", contact), ("until", "2020-01-01")]).await, 422);
    let made = leader.post(&doors, &[("person", contact), ("until", &until())]).await;
    made.expect(&["/enter/"]);
    let link = made.text.split("/enter/").nth(1).unwrap().split('<').next().unwrap().to_owned();

    let guest = nobody(&house);
    let page = guest.get(&format!("/enter/{link}")).await;
    page.expect(&["auditee_contact of the first", "Have a code made"]);
    let person: PersonId = contact.parse().unwrap();
    assert_eq!(house.served.store.waiting_door_letter(person).await.unwrap(), None, "looking sends no code");
    let sent = guest.post(&format!("/enter/{link}"), &[]).await;
    is(&sent, 200);
    let code = code(&house).await;
    let wrong = guest.post(&format!("/enter/{link}/code"), &[("code", "1")]).await;
    is(&wrong, 422);
    let come = guest.post(&format!("/enter/{link}/code"), &[("code", &code)]).await;
    assert_eq!(come.to(), "/door");
    let cookie = come.header("set-cookie").split(';').next().unwrap().to_owned();
    let guest = Visitor { served: &house.served, cookie };
    let home = guest.get("/door").await;
    home.expect(&["auditee_contact of the first", "Sign out", "Say whether a finding is right"]);
    assert!(!home.text.contains("/search") && !home.text.contains("/settings"), "{}", home.text);
    assert_eq!(guest.get("/").await.to(), "/door");
    leader.get(&doors).await.expect(&["one browser is in"]);

    // Whoever leaves is nobody again.
    assert_eq!(guest.post("/sign-out", &[]).await.to(), "/enter");
    assert!(guest.get("/door").await.to().starts_with("/sign-in"));
    guest.get("/enter").await.expect(&["You have left"]);
    is(&guest.get(&format!("/enter/{}", "0".repeat(64))).await, 410);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_is_said_to_be_sent_only_where_mail_is_sent() {
    let mut house = House::built().await;
    let settings = MailSettings {
        url: SmtpUrl::read("smtp://localhost:2525").unwrap(),
        from: "audits@fernhill.example".to_owned(),
        password: None,
        certificates: None,
    };
    let by_mail = Mail { mailer: Some(Arc::new(Mailer::new(settings).unwrap())), ..Mail::default() };
    for (mail, posted, asked, sent) in [
        (
            Mail::default(),
            "This server sends no mail: give the link to",
            "This server sends no mail: whoever gave you the link",
            "This server sends no mail, so",
        ),
        (
            by_mail,
            "was posted to contact.first@example.com",
            "Send me the code",
            "A code was sent to c…@example.com",
        ),
    ] {
        house.served.app.mail = Arc::new(mail);
        let leader = signed_in(&house, "leader").await;
        let day = until();
        let fields = [("person", house.people["auditee_contact"].as_str()), ("until", day.as_str())];
        let made = leader.post(&format!("/audits/{}/doors", house.own["audit"]), &fields).await;
        made.expect(&[posted]);
        let link = made.text.split("/enter/").nth(1).unwrap().split('<').next().unwrap();
        let guest = nobody(&house);
        guest.get(&format!("/enter/{link}")).await.expect(&[asked]);
        let code = guest.post(&format!("/enter/{link}"), &[]).await;
        code.expect(&[sent]);
        assert!(
            !code.text.contains("contact.first"),
            "whoever has the link alone does not learn the address"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_but_the_audit_of_the_door_is_there() {
    let house = House::built().await;
    let guest = by_door(&house).await;
    let (own, other) = (&house.own, &house.other);
    for path in [
        format!("/audits/{}", own["audit"]),
        format!("/audits/{}/plan", own["audit"]),
        format!("/audits/{}/doors", own["audit"]),
        format!("/findings/{}", own["finding"]),
        format!("/records/evidence/{}", own["evidence"]),
        format!("/papers/{}", own["paper"]),
        format!("/people/{}", house.people["auditee_contact"]),
        "/audits".to_owned(),
        "/findings".to_owned(),
        "/people".to_owned(),
        "/search?q=Zq".to_owned(),
        "/catalogue".to_owned(),
        "/settings".to_owned(),
        "/settings/sign-in".to_owned(),
        "/access".to_owned(),
        format!("/door/findings/{}", own["drafted_finding"]),
        format!("/door/findings/{}", other["finding"]),
        format!("/door/requests/{}", other["info_request"]),
        format!("/door/meetings/{}", other["meeting"]),
        format!("/reports/{}/report.pdf", other["report"]),
        format!("/evidence/{}/file", other["public"]),
    ] {
        is(&guest.get(&path).await, 404);
    }
    for id in ["evidence", "restricted", "internal"] {
        let page = guest.get(&format!("/evidence/{}/file", own[id])).await;
        assert!(matches!(page.status, 403 | 404), "{id}: {}", page.status);
    }
    for path in ["/door", "/door/plan", "/door/complaint", "/door/sessions"] {
        let page = guest.get(path).await;
        is(&page, 200);
        assert!(!page.text.contains(HELD_BACK), "{path}");
        // No page leads to where it does not open.
        for way in page.text.split("href=\"").skip(1).map(|rest| rest.split(['"', '#', '?']).next().unwrap())
        {
            if !way.is_empty() && !way.starts_with("/assets/") {
                is(&guest.get(way).await, 200);
            }
        }
    }
    is(&guest.get(&format!("/reports/{}/report.pdf", own["report"])).await, 200);
    // Commands that are not the auditee's are given by no way.
    for (name, field, id) in [
        ("finding.withdraw", "finding", &own["finding"]),
        ("evidence.classify", "evidence", &own["public"]),
        ("audit.cancel", "audit", &own["audit"]),
        ("audit.give_feedback", "audit", &own["audit"]),
        ("person.register", "name", &own["audit"]),
    ] {
        let page = guest.get(&format!("/do/{name}?{field}={id}")).await;
        assert!(matches!(page.status, 403 | 404), "{name}: {}", page.status);
        let page = guest.post(&format!("/do/{name}"), &[(&format!("/{field}"), id)]).await;
        assert!(matches!(page.status, 403 | 404), "{name}: {}", page.status);
    }
    // Another audit's finding is unknown to whoever names it.
    let page = guest.post("/do/finding.acknowledge", &[("/finding", &other["finding"])]).await;
    assert!(matches!(page.status, 404 | 409 | 422), "{}", page.status);
    assert!(!page.text.contains("Zqmerlin"), "{}", page.text);
    // A member is no guest.
    is(&signed_in(&house, "leader").await.get("/door").await, 404);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_done_by_the_door_is_journalled_under_the_name_and_the_door() {
    let house = House::built().await;
    let guest = by_door(&house).await;
    let audit: AuditId = house.own["audit"].parse().unwrap();
    let door = house.served.store.doors_of(audit).await.unwrap()[0].id.clone();

    let meeting: MeetingId = house.own["meeting"].parse().unwrap();
    let page = guest.get(&format!("/door/meetings/{meeting}")).await;
    page.expect(&["Were you there?"]);
    let controls = page.controls("/do/meeting.sign_attendance");
    let controls: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert!(guest.post("/do/meeting.sign_attendance", &controls).await.to().starts_with("/door?done="));
    guest.get(&format!("/door/meetings/{meeting}")).await.expect(&["You have signed your attendance"]);
    assert_eq!(last_door(&house, Key::of(meeting)).await, Some(door.clone()));

    let finding: FindingId = house.own["finding"].parse().unwrap();
    let key = Key::of(finding);
    let here = format!("/door/findings/{finding}");
    let send = async |command: &str, more: &[(&str, &str)]| {
        let page = guest.get(&here).await;
        let action = if page.text.contains(&format!("/do/{command}/files")) {
            format!("/do/{command}/files")
        } else {
            format!("/do/{command}")
        };
        let mut controls = page.controls(&action);
        controls.extend(more.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())));
        let controls: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        if action.ends_with("/files") {
            guest.upload(&action, &controls, ("proof.csv", b"a,b\n1,2\n")).await
        } else {
            guest.post(&action, &controls).await
        }
    };
    if guest.get(&here).await.text.contains("/do/finding.acknowledge") {
        assert!(send("finding.acknowledge", &[]).await.to().contains("done=finding.acknowledge"));
        assert_eq!(last_door(&house, key).await, Some(door.clone()));
    }
    guest.get(&here).await.expect(&["How was it corrected?"]);
    // Without its text the answer is asked for again, and the file is there already.
    let refused = send("finding.correct", &[]).await;
    is(&refused, 422);
    refused.says(&["proof.csv"]);
    for (command, asked) in
        [("finding.correct", "What was the cause?"), ("finding.give_cause", "What will you do")]
    {
        let done = send(command, &[("/text", "It was done")]).await;
        assert!(done.to().contains(&format!("done={command}")), "{}", done.to());
        guest.get(&here).await.expect(&[asked, "proof.csv"]);
        assert_eq!(last_door(&house, key).await, Some(door.clone()), "{command}");
    }
    let planned = send("finding.plan_action", &[("/text", "A reminder"), ("/due", "2036-01-01")]).await;
    assert!(planned.to().contains("done=finding.plan_action"), "{}", planned.to());
    guest.get(&here).await.expect(&["Nothing waits for you here now"]);
    let leader = [("x-on-behalf-of", house.people["leader"].as_str())];
    house
        .served
        .act("finding.accept_plan", &json!({ "finding": finding.to_string() }), &leader)
        .await
        .subject();
    let done = send("finding.implement", &[("/text", "It reminds")]).await;
    assert!(done.to().contains("done=finding.implement"), "{}", done.to());

    // The evidence is the auditee's own; the journal names the person too, and verification holds what it says.
    let records = house.served.get(&format!("/records/evidence?audit={audit}")).await.json;
    let given: Vec<&Value> = records["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["record"]["name"] == json!("proof.csv"))
        .collect();
    assert!(!given.is_empty());
    for one in given {
        assert_eq!(one["record"]["given_by"], json!(house.people["auditee_contact"]), "{one:#}");
    }
    let manager = signed_in(&house, "manager").await;
    manager.get(&format!("/findings/{finding}")).await.expect(&["by the auditee&#39;s door", "proof.csv"]);

    let page = guest.get("/door/complaint").await;
    let mut controls = page.controls("/do/complaint.receive");
    controls.push(("/kind".to_owned(), "complaint".to_owned()));
    controls.push(("/text".to_owned(), "The tone in the meeting".to_owned()));
    let controls: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert!(guest.post("/do/complaint.receive", &controls).await.to().contains("done=complaint.receive"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leader_and_contact_end_what_began_by_the_door() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let guest = by_door(&house).await;
    is(&guest.get("/door").await, 200);
    let id: AuditId = audit.parse().unwrap();
    let door = house.served.store.doors_of(id).await.unwrap()[0].id.clone();
    let (leader, auditor) = (signed_in(&house, "leader").await, signed_in(&house, "auditor").await);
    let close = format!("/audits/{audit}/doors/{door}/close");
    is(&auditor.post(&close, &[]).await, 403);
    is(&leader.post(&format!("/audits/{}/doors/{door}/close", house.other["audit"]), &[]).await, 404);
    assert_eq!(leader.post(&close, &[]).await.to(), format!("/audits/{audit}/doors"));
    assert!(guest.get("/door").await.to().starts_with("/sign-in"));
    is(&leader.post(&close, &[]).await, 404);

    let guest = by_door(&house).await;
    guest.get("/door/sessions").await.expect(&["this one", "Close this way in"]);
    assert_eq!(guest.post("/door/close", &[]).await.to(), "/enter");
    assert!(guest.get("/door").await.to().starts_with("/sign-in"));
    assert!(house.served.store.doors_of(id).await.unwrap().iter().all(|door| !door.holds));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_api_opens_lists_and_closes_doors_for_whoever_may() {
    let house = House::built().await;
    let audit = &house.own["audit"];
    let path = format!("/api/v1/audits/{audit}/doors");
    let call = async |who: &str, method: &str, path: &str, body: Option<Value>| {
        let bearer = house.bearer(&house.people[who]).await;
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let page = nobody(&house).send(method, path, &headers, body).await;
        let json: Value = serde_json::from_str(&page.text).unwrap_or_default();
        (page.status, json)
    };
    let contact = &house.people["auditee_contact"];
    let wanted = json!({ "person": contact, "until": until() });
    for (who, status) in
        [("auditor", 403), ("auditee_contact", 403), ("nothing", 404), ("administrator", 404)]
    {
        assert_eq!(call(who, "POST", &path, Some(wanted.clone())).await.0, status, "{who}");
    }
    let nobodys = json!({ "person": house.people["nothing"], "until": until() });
    let (status, problem) = call("leader", "POST", &path, Some(nobodys)).await;
    assert_eq!((status, problem["problems"][0]["at"].as_str()), (422, Some("/person")), "{problem:#}");
    let (status, made) = call("manager", "POST", &path, Some(wanted)).await;
    assert_eq!(status, 201, "{made:#}");
    assert!(made["link"].as_str().unwrap().contains("/enter/"));
    let (_, listed) = call("leader", "GET", &path, None).await;
    assert_eq!(listed["items"][0]["person"], json!(contact), "{listed:#}");
    let one = format!("{path}/{}", made["door"]["id"].as_str().unwrap());
    assert_eq!(call("leader", "DELETE", &one, None).await.0, 204);
    assert_eq!(call("leader", "DELETE", &one, None).await.0, 404);
}
