//! The pages of auditors and auditees, and the search.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use harness::visitor::Visitor;
use harness::{Served, served};
use serde_json::{Value, json};

/// A page that is there.
async fn shown(visitor: &Visitor<'_>, path: &str) -> String {
    let page = visitor.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text);
    page.text
}

fn credential(person: &str, key: &str, kind: &str, area: &str, to: Option<&str>, amount: u32) -> Value {
    json!({ "person": person, "credential": { "key": key, "kind": kind, "area": area, "title": format!("{key} {area}"), "issuer": "A school",
        "period": { "from": "2020-01-01", "to": to }, "amount": amount } })
}

/// An auditor whose course ends in a month, and whose other one ended.
async fn auditor(served: &Served) -> String {
    served.act("organization.name", &json!({ "name": "Fernhill" }), &[]).await.subject();
    let person = served.person("Ada Brandt").await;
    for body in [
        credential(&person, "course", "training", "audit", Some("2026-10-20"), 40),
        credential(&person, "work", "experience", "isms", None, 60),
        credential(&person, "old", "training", "isms", Some("2026-01-31"), 24),
    ] {
        served.act("credential.add", &body, &[]).await.subject();
    }
    person
}

#[tokio::test]
async fn auditors_are_listed_with_what_ends_first() {
    let served = served().await;
    let visitor = Visitor::enter(&served, None).await;
    let empty = shown(&visitor, "/people").await;
    assert!(empty.contains("Register the first auditor") && empty.contains("class=\"empty\""), "{empty}");
    let person = auditor(&served).await;
    served.person("Only Contact").await;
    let page = shown(&visitor, "/people").await;
    assert!(
        page.contains("course audit")
            && page.contains("days left")
            && page.contains(&format!("/people/{person}"))
    );
    assert!(page.contains("lapsed, 31 Jan 2026") && page.contains("ends soon, 20 Oct 2026"), "{page}");
    assert!(!page.contains("Only Contact"));
    let everybody = shown(&visitor, "/people?who=everybody&role=technical_expert").await;
    assert!(everybody.contains("Only Contact") && everybody.contains("Competence as: Technical expert"));
}

#[tokio::test]
async fn somebody_is_shown_with_what_is_missing_and_the_answer_for_a_day() {
    let served = served().await;
    let person = auditor(&served).await;
    let visitor = Visitor::enter(&served, None).await;
    let page = shown(&visitor, &format!("/people/{person}")).await;
    for said in [
        "Only they themselves can do it",
        "lapsed on 31\u{a0}Jan\u{a0}2026",
        "ISO 19011:2018 7.2.3.3",
        "No. On",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let then = shown(&visitor, &format!("/people/{person}?role=auditor&on=2025-06-01")).await;
    assert!(then.contains("Yes. On 1\u{a0}Jun\u{a0}2025 Ada Brandt met every criterion"), "{then}");
    assert!(then.contains("old isms (A school, 1\u{a0}Jan\u{a0}2020"));
    let wrong = shown(&visitor, &format!("/people/{person}?role=auditor&on=yesterday")).await;
    assert!(wrong.contains("aria-invalid=\"true\"") && wrong.contains("This is not a date"));
    let guide = shown(&visitor, &format!("/people/{person}?role=guide")).await;
    assert!(guide.contains("The policy sets no criteria for this role"));

    // The person themselves is offered what only they can do.
    let own = Visitor::enter(&served, Some(&person)).await;
    let page = shown(&own, &format!("/people/{person}")).await;
    assert!(page.contains("/do/code.accept?") && page.contains("/do/interests.declare?"));
    assert!(!page.contains("/do/appraisal.record?"), "nobody evaluates themselves");
    assert!(!page.contains("I audit honestly"), "nothing was accepted yet");

    // The code is read where it is accepted, and afterwards with the person.
    let form = format!("/do/code.accept?person={person}&code=assize+code+1");
    let page = shown(&own, &form).await;
    assert_eq!(page.matches("<li><strong>").count(), 7, "{page}");
    assert!(
        page.find("I audit honestly and with responsibility").unwrap() < page.find("button first").unwrap()
    );
    assert!(page.contains("ISO 19011:2018 4 g)") && page.contains("Risk-based approach"));
    served
        .act(
            "code.accept",
            &json!({ "person": person, "code": "assize code 1" }),
            &[("x-on-behalf-of", &person)],
        )
        .await
        .subject();
    let page = shown(&own, &format!("/people/{person}")).await;
    assert!(page.contains("Read the code of conduct") && page.contains("I audit honestly"), "{page}");
    let other = shown(&visitor, "/do/person.register").await;
    assert!(!other.contains("I audit honestly"), "another form has no code");

    assert_eq!(visitor.get(&format!("/people/{}", uuid::Uuid::nil())).await.status, 404);
    assert_eq!(visitor.get("/people/nobody").await.status, 404);
}

#[tokio::test]
async fn an_area_of_competence_is_understood_by_its_title_in_a_form_and_in_a_list() {
    let served = served().await;
    let person = auditor(&served).await;
    let visitor = Visitor::enter(&served, None).await;
    let form = shown(&visitor, &format!("/do/credential.add?person={person}")).await;
    assert!(form.contains("<option value=\"audit\">Auditing</option>"), "{form}");
    for (key, said, area) in [("one", "auditieren", "audit"), ("two", "Payments", "Payments")] {
        let fields = [
            ("/person", person.as_str()),
            ("/credential/key", key),
            ("/credential/kind", "training"),
            ("/credential/area", said),
            ("/credential/title", "Learned"),
            ("/credential/issuer", "A school"),
            ("/credential/period/from", "2026-02-01"),
            ("/credential/amount", "40"),
        ];
        let page = visitor.post("/do/credential.add", &fields).await;
        assert_eq!(page.status, 303, "{}", page.text);
        let record = served.get(&format!("/records/person/{person}")).await.json;
        let text = record.to_string();
        assert!(
            text.contains(&format!("\"key\":\"{key}\"")) && text.contains(&format!("\"area\":\"{area}\"")),
            "{text}"
        );
        assert!(!text.contains("auditieren"), "{text}");
    }
}

#[tokio::test]
async fn a_relation_says_what_it_bars_and_until_when() {
    let served = served().await;
    let person = auditor(&served).await;
    let auditee = served.act("auditee.register", &auditee(&[]), &[]).await.subject();
    let body = json!({ "person": person, "auditee": auditee, "kind": "consulted", "part": null,
        "period": { "from": "2024-01-01", "to": "2025-12-31" }, "remark": null });
    served.act("relation.declare", &body, &[]).await.subject();
    let visitor = Visitor::enter(&served, None).await;
    let page = shown(&visitor, &format!("/people/{person}")).await;
    assert!(
        page.contains("Barred through 31\u{a0}Dec\u{a0}2027")
            && page.contains("Initial certification, stage 2"),
        "{page}"
    );
    assert!(page.contains("/do/relation.withdraw?") && page.contains("Works Ltd"));
}

fn auditee(sites: &[Value]) -> Value {
    json!({ "name": "Works Ltd", "kind": "client", "units": [{ "key": "it", "name": "IT unit", "persons": 12 }], "sites": sites,
        "processes": [], "contacts": [] })
}

#[tokio::test]
async fn a_unit_is_chosen_by_name_where_another_is_part_of_it() {
    let served = served().await;
    let visitor = Visitor::enter(&served, None).await;
    let mut works = auditee(&[]);
    works["units"] = json!([{ "key": "k1", "name": "Operations" }, { "key": "k2", "name": "IT" }]);
    let id = served.act("auditee.register", &works, &[]).await.subject();
    let form = shown(&visitor, &format!("/do/auditee.update?auditee={id}")).await;
    assert!(form.contains("<select id=\"f-units-1-parent\""), "{form}");
    assert!(form.contains("<option value=\"k1\">Operations</option>"), "{form}");
}

#[tokio::test]
async fn an_auditee_says_where_it_is_and_what_is_missing() {
    let served = served().await;
    let visitor = Visitor::enter(&served, None).await;
    assert!(shown(&visitor, "/auditees").await.contains("Register the first auditee"));
    let site = |key: &str, kind: &str, zone: &str| json!({ "key": key, "name": format!("Site {key}"), "kind": kind, "place": "12 Quay Street", "zone": zone });
    let sites = [
        site("cork", "physical", "Europe/Dublin"),
        site("farm", "virtual", "UTC"),
        site("pune", "physical", "Asia/Kolkata"),
    ];
    let id = served.act("auditee.register", &auditee(&sites), &[]).await.subject();
    let list = shown(&visitor, "/auditees").await;
    assert!(list.contains("Works Ltd") && list.contains(&format!("/auditees/{id}")));
    let page = shown(&visitor, &format!("/auditees/{id}")).await;
    assert!(page.contains("No contact is on record") && page.contains("ISO 19011:2018 6.2.2"));
    assert!(
        page.contains("UTC+5:30") && page.contains("id=\"site-cork\"") && page.contains("Virtual locations")
    );
    assert!(page.find("UTC+1").unwrap() < page.find("UTC+5:30").unwrap(), "from west to east");
    assert!(page.contains(&format!("/records/auditee/{id}")));
    assert_eq!(visitor.get(&format!("/auditees/{}", uuid::Uuid::nil())).await.status, 404);
}

#[tokio::test]
async fn versions_of_a_statement_of_applicability_stand_side_by_side() {
    let served = served().await;
    let visitor = Visitor::enter(&served, None).await;
    let id = served.act("auditee.register", &auditee(&[]), &[]).await.subject();
    let row = |control: &str, necessary: bool| {
        json!({ "control": control, "title": null, "necessary": necessary,
        "why": necessary.then_some("Risk R-1"), "implemented": "implemented", "why_excluded": (!necessary).then_some("Nothing is developed") })
    };
    let soa = |label: &str, dated: &str, rows: Vec<Value>| {
        json!({ "auditee": id, "label": label, "dated": dated,
        "criteria": "ISO/IEC 27001:2022+A1:2024", "source": null, "rows": rows })
    };
    let first = soa("v1", "2025-01-01", vec![row("A.5.1", true), row("A.8.25", false)]);
    served.act("soa.enter", &first, &[]).await.subject();
    let page = shown(&visitor, &format!("/auditees/{id}")).await;
    assert!(page.contains("the first on record") && !page.contains("From “v1”"));
    let second = soa("v2", "2026-01-01", vec![row("A.5.1", true), row("A.8.25", true), row("A.8.28", true)]);
    served.act("soa.enter", &second, &[]).await.subject();
    let page = shown(&visitor, &format!("/auditees/{id}")).await;
    assert!(page.contains("From “v1” to “v2”") && page.contains("Excluded. Nothing is developed"), "{page}");
    assert!(page.contains("not in the statement") && page.contains("A.8.28"));
    assert!(!page.contains("<strong>A.5.1</strong>"), "what both say the same is no difference");
}

#[tokio::test]
async fn search_finds_each_kind_and_teaches_where_it_finds_nothing() {
    let served = served().await;
    let person = auditor(&served).await;
    served.act("auditee.register", &auditee(&[]), &[]).await.subject();
    let visitor = Visitor::enter(&served, None).await;
    assert!(shown(&visitor, "/search").await.contains("Search looks through the titles"));
    let page = shown(&visitor, "/search?q=bran").await;
    assert!(page.contains(&format!("/people/{person}")) && page.contains("Ada Brandt"));
    assert!(shown(&visitor, "/search?q=Works").await.contains("Certification client"));
    let nothing = shown(&visitor, "/search?q=%3Cb%3Exylophone").await;
    assert!(nothing.contains("Nothing in the record holds") && !nothing.contains("<b>xylophone"));
    for n in 0..8 {
        served.person(&format!("Brandt {n}")).await;
    }
    let page = shown(&visitor, "/search?q=brandt").await;
    assert!(page.contains("in=person"), "more of a kind has a page of its own");
    assert!(shown(&visitor, "/search?q=brandt&in=person").await.contains("Brandt 0"));
    assert!(page.contains("id=\"find\"") && page.contains("role=\"search\""), "every page has the field");
}
