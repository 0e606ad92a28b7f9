//! The pages: who is let in, what is taken from whom, and what becomes of a form.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use harness::served;
use harness::visitor::Visitor;

#[tokio::test]
async fn nobody_is_let_in_without_a_session() {
    let served = served().await;
    let nobody = Visitor { served: &served, cookie: "assize_session=0".to_owned() };
    for path in ["/", "/audits", "/records", "/do/person.register", "/records/person"] {
        let page = nobody.get(path).await;
        assert_eq!(page.status, 303, "{path}");
        assert!(page.header("location").starts_with("/sign-in?next="), "{path}");
    }
    // What was sent comes back in the page to sign in on.
    assert_eq!(nobody.post("/do/person.register", &[("/name", "Ada")]).await.status, 401);
    assert_eq!(nobody.get("/sign-in/nothing").await.status, 410);
    assert_eq!(nobody.post("/sign-in/nothing", &[]).await.status, 410);
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
}

#[tokio::test]
async fn a_page_says_what_it_may_load_and_a_form_of_another_site_is_refused() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let page = visitor.get("/").await;
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    let body = "%2Fname=Ada&%2Femployer=Us&%2Fzone=UTC".to_owned();
    for origin in [&[("sec-fetch-site", "cross-site")][..], &[("origin", "http://evil.example")], &[]] {
        let refused = visitor.send("POST", "/do/person.register", origin, body.clone()).await;
        assert_eq!(refused.status, 403, "{origin:?}");
        assert!(refused.header("content-type").starts_with("text/html"));
    }
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
    assert_eq!(visitor.get("/nowhere").await.status, 404);
}

#[tokio::test]
async fn a_form_sent_twice_is_one_act_and_one_that_was_changed_is_shown_again() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let once = visitor.get("/do/person.register").await.hidden("once");
    let fields = |name| [("once", once.as_str()), ("/name", name), ("/employer", "Us"), ("/zone", "UTC")];
    let wrong = visitor.post("/do/person.register", &fields("")).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("aria-invalid=\"true\"") && wrong.text.contains("value=\"Us\""));
    assert_eq!(visitor.post("/do/person.register", &fields("Ada")).await.status, 303);
    let seq = served.store.head_seq().await.unwrap();
    // The first person looks after the installation from then on, and may draft programmes.
    assert_eq!(seq, 3);
    let today = visitor.get("/").await;
    today.expect(&[
        "No audit programme is established yet",
        "href=\"/programmes/new\"",
        "href=\"/programmes\"",
    ]);
    assert!(!today.text.contains("Nothing waits for you"), "{}", today.text);
    // Whoever registered themselves is who they are from then on: an act of another principal has keys of its own.
    let once = visitor.get("/do/person.register").await.hidden("once");
    let fields = |name| [("once", once.as_str()), ("/name", name), ("/employer", "Us"), ("/zone", "UTC")];
    for _ in 0..2 {
        assert_eq!(visitor.post("/do/person.register", &fields("Grace")).await.status, 303);
        assert_eq!(served.store.head_seq().await.unwrap(), seq + 1);
    }
    let changed = visitor.post("/do/person.register", &fields("Edith")).await;
    assert_eq!((changed.status, served.store.head_seq().await.unwrap()), (422, seq + 1));
    assert!(changed.text.contains("value=\"Edith\""), "nothing typed is lost");
    assert_ne!(changed.hidden("once"), once);
}

#[tokio::test]
async fn rows_come_and_go_without_an_act() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let fields = [("/name", "Works"), ("/units/0/name", "Yard"), ("rows", "add:/units")];
    let page = visitor.post("/do/auditee.register", &fields).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("name=\"/units/1/name\"") && page.text.contains("value=\"Yard\""));
    let fields = [("/name", "Works"), ("/units/0/name", "Yard"), ("rows", "drop:/units/0")];
    let page = visitor.post("/do/auditee.register", &fields).await;
    assert!(page.text.contains("value=\"Works\"") && !page.text.contains("value=\"Yard\""));
    // Deeper than any schema: neither made nor answered with a crash.
    let deep = format!("add:{}", "/a".repeat(200_000));
    let page = visitor.post("/do/auditee.register", &[("/name", "Works"), ("rows", &deep)]).await;
    assert_eq!(page.status, 200);
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
}

#[tokio::test]
async fn a_german_page_is_refused_in_german() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.post("/language", &[("language", "de"), ("back", "/")]).await;
    let once = visitor.get("/do/person.register").await.hidden("once");
    let zone = |zone| [("once", once.as_str()), ("/name", "Ada"), ("/employer", "Us"), ("/zone", zone)];
    // What has no form, said by the kernel, and what the law refuses, with a hint that it makes of what was given.
    let unread = visitor.post("/do/person.register", &zone("2:00")).await;
    assert_eq!(unread.status, 422);
    assert!(unread.text.contains("„2:00“ ist keine Zeitzone"), "{}", unread.text);
    let refused = visitor.post("/do/person.register", &zone("europe/vienna")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("es gibt keine Zeitzone „europe/vienna“"), "{}", refused.text);
    assert!(
        refused.text.contains("sie so angeben, wie sie geschrieben wird: „Europe/Vienna“"),
        "{}",
        refused.text
    );
    for english in ["there is no time zone", "give it as it is written"] {
        assert!(!refused.text.contains(english), "{english}");
    }
    let missing = visitor.get("/audits/01900000-0000-7000-8000-000000000001").await;
    assert_eq!(missing.status, 404);
    assert!(
        missing.text.contains("hat die Kennung") && !missing.text.contains("has the id"),
        "{}",
        missing.text
    );
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
}

#[tokio::test]
async fn a_choice_of_people_is_in_the_order_of_names() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    for name in ["Zoe", "Österle", "Oswald", "adam", "Ahrens"] {
        let once = visitor.get("/do/person.register").await.hidden("once");
        let fields = [("once", once.as_str()), ("/name", name), ("/employer", "Us"), ("/zone", "UTC")];
        assert_eq!(visitor.post("/do/person.register", &fields).await.status, 303, "{name}");
    }
    for path in ["/people?who=everybody", "/do/interests.declare"] {
        let page = visitor.get(path).await.text;
        let page = &page[page.find("<main").unwrap()..];
        let places =
            ["adam", "Ahrens", "Österle", "Oswald", "Zoe"].map(|name| page.find(&format!(">{name}")));
        let mut sorted = places;
        sorted.sort_unstable();
        assert!(places.iter().all(Option::is_some) && places == sorted, "{path}: {places:?}");
    }
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    assert_eq!(
        visitor.post("/language", &[("language", "de"), ("back", "//evil.example")]).await.header("location"),
        "/"
    );
    assert!(visitor.get("/").await.text.contains("<html lang=\"de\">"));
    let left = visitor.post("/sign-out", &[]).await;
    assert_eq!((left.status, left.header("clear-site-data")), (303, "\"cache\""));
    assert_eq!(visitor.get("/").await.status, 303);
}

#[tokio::test]
async fn a_daily_rate_is_typed_in_the_unit_of_the_currency() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let once = visitor.get("/do/person.register").await.hidden("once");
    let rate = |rate| {
        [
            ("once", once.as_str()),
            ("/name", "Ada"),
            ("/employer", "Us"),
            ("/zone", "UTC"),
            ("/day_rate_cents", rate),
        ]
    };
    for bad in ["1.000,00", "8.123", "-5", "much"] {
        let wrong = visitor.post("/do/person.register", &rate(bad)).await;
        assert_eq!(wrong.status, 422, "{bad}");
        let kept = format!("value=\"{bad}\"");
        wrong.says(&[&kept, "is no amount", "like 850 or 850.50", "id=\"f-day_rate_cents-problem-1\""]);
    }
    let dear = visitor.post("/do/person.register", &rate("1000000.01")).await;
    assert_eq!(dear.status, 422);
    dear.says(&["no day costs so much", "value=\"1000000.01\""]);
    assert_eq!(visitor.post("/do/person.register", &rate("850,50")).await.status, 303);
    let person = served.get("/records/person?limit=1").await.json["items"][0].clone();
    assert_eq!(person["record"]["day_rate_cents"], 85_050);
    let id = person["id"].as_str().unwrap();
    let visitor = Visitor::operator(&served).await;
    visitor.get(&format!("/records/person/{id}")).await.expect(&["Daily rate", "850.50"]);
    visitor.get(&format!("/do/person.update?person={id}")).await.expect(&["value=\"850.50\""]);
}
