//! The pages of the audit programme: setting one up from nothing, and what each page says of it.

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
use harness::{DAY, Served, served};
use tower::ServiceExt as _;

/// A page as a browser gets it.
struct Page {
    status: u16,
    location: String,
    cookie: String,
    text: String,
}

impl Page {
    /// The value of the hidden control of a name.
    fn hidden(&self, name: &str) -> String {
        let control = format!("name=\"{name}\" value=\"");
        let from = self.text.find(&control).unwrap_or_else(|| panic!("no {name} in {}", self.text));
        self.text[from + control.len()..].split('"').next().unwrap().to_owned()
    }

    fn expect(&self, texts: &[&str]) {
        assert_eq!(self.status, 200, "{}", self.text);
        for text in texts {
            assert!(self.text.contains(text), "no `{text}` in {}", self.text);
        }
    }
}

/// Somebody with a browser.
struct Visitor<'s> {
    served: &'s Served,
    cookie: String,
}

impl Visitor<'_> {
    async fn send(&self, method: &str, path: &str, body: String) -> Page {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("cookie", &self.cookie)
            .header("sec-fetch-site", "same-origin");
        let response = self.served.router().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let header = |name: &str| {
            response.headers().get(name).map_or(String::new(), |value| value.to_str().unwrap().to_owned())
        };
        let (status, location, cookie) =
            (response.status().as_u16(), header("location"), header("set-cookie"));
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
        Page { status, location, cookie, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn get(&self, path: &str) -> Page {
        let page = self.send("GET", path, String::new()).await;
        assert!(page.text.len() < 100_000, "{path} is {} bytes", page.text.len());
        page
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, body).await
    }
}

/// The operator, signed in by a link.
async fn operator(served: &Served) -> Visitor<'_> {
    let link = served.store.make_link(None).await.unwrap();
    let mut visitor = Visitor { served, cookie: String::new() };
    let page = visitor.post(&format!("/sign-in/{link}"), &[("next", "/")]).await;
    visitor.cookie = page.cookie.split(';').next().unwrap().to_owned();
    visitor
}

const ANSWERS: [(&str, &str); 13] = [
    ("/organization", "Example Ltd"),
    ("/manager_name", "Ada Example"),
    ("/me", "true"),
    ("/competence", "Lead auditor since 2019"),
    ("/approver", "same"),
    ("/units", "Sales\nDevelopment"),
    ("/sites", "Head office, 1 High Street"),
    ("/zone", "Europe/Berlin"),
    ("/areas", "access"),
    ("/areas", "suppliers"),
    ("/from", "2027-01-01"),
    ("/years", "3"),
    ("/days", "5"),
];

fn answers<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ANSWERS.iter().filter(|(at, _)| more.iter().all(|(other, _)| other != at)).copied();
    kept.chain(more.iter().copied()).collect()
}

/// Sets up a programme; answers the address of its page.
async fn set_up(visitor: &Visitor<'_>) -> String {
    let look = visitor.post("/programmes/new", &answers(&[("step", "look")])).await;
    look.expect(&["Enter all of this"]);
    let once = look.hidden("once");
    let made = visitor.post("/programmes/new", &answers(&[("step", "make"), ("once", &once)])).await;
    assert_eq!(made.status, 303, "{}", made.text);
    made.location.split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn where_there_is_no_programme_the_list_teaches_and_leads_to_the_questions() {
    let served = served().await;
    let visitor = operator(&served).await;
    visitor.get("/programmes").await.expect(&["There is no audit programme yet", "href=\"/programmes/new\""]);
    let ask = visitor.get("/programmes/new").await;
    ask.expect(&["Name of your organization", "First day of the programme", "value=\"5\""]);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_question_and_nothing_is_entered() {
    let served = served().await;
    let visitor = operator(&served).await;
    let wrong = answers(&[("/organization", ""), ("/days", "many"), ("step", "look")]);
    let page = visitor.post("/programmes/new", &wrong).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("2 things have to be put right"), "{}", page.text);
    assert!(page.text.contains("value=\"many\"") && page.text.contains("value=\"Ada Example\""));
    assert!(page.text.contains("id=\"f-days-problem-1\""));
    // What only the law knows is told at its question too.
    let page = visitor.post("/programmes/new", &answers(&[("/zone", "Mars/Base"), ("step", "look")])).await;
    assert_eq!(page.status, 422);
    assert!(page.text.contains("id=\"f-zone-problem-1\""), "{}", page.text);
    // What was looked at can be changed again.
    let page = visitor.post("/programmes/new", &answers(&[("step", "ask")])).await;
    page.expect(&["value=\"Example Ltd\"", "Sales\nDevelopment"]);
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
}

#[tokio::test]
async fn a_programme_is_set_up_once_however_often_the_form_is_sent() {
    let served = served().await;
    let visitor = operator(&served).await;
    let look = visitor.post("/programmes/new", &answers(&[("step", "look")])).await;
    look.expect(&[
        "Ada Example",
        "Sales, Development",
        "and clauses 4 to 10",
        "Internal audits 2027–2029: Example Ltd",
    ]);
    let once = look.hidden("once");
    assert_eq!(served.store.head_seq().await.unwrap(), 0, "looking enters nothing");
    let make = answers(&[("step", "make"), ("once", &once)]);
    let first = visitor.post("/programmes/new", &make).await;
    assert_eq!(first.status, 303, "{}", first.text);
    let seq = served.store.head_seq().await.unwrap();
    // Organization, manager, auditee, draft, text and three audits.
    assert_eq!(seq, 8);
    let again = visitor.post("/programmes/new", &make).await;
    assert_eq!((again.status, served.store.head_seq().await.unwrap()), (303, seq), "{}", again.text);
    assert_eq!(first.location.split('?').next(), again.location.split('?').next());
    // The operator goes on as who they are, and has the programme in their charge.
    visitor.get("/").await.expect(&["Good day, Ada Example", "Programmes in your charge", "0 of 3"]);
    // Answers that were changed after all was entered do not enter a part of it again.
    let changed = answers(&[("step", "make"), ("once", &once), ("/manager_name", "Grace Example")]);
    let page = visitor.post("/programmes/new", &changed).await;
    assert_eq!((page.status, served.store.head_seq().await.unwrap()), (422, seq));
    assert!(page.text.contains("The answers were changed"), "{}", page.text);
}

#[tokio::test]
async fn the_pages_of_a_programme_say_where_it_stands_and_what_comes_next() {
    let served = served().await;
    let visitor = operator(&served).await;
    let programme = set_up(&visitor).await;
    let id = programme.rsplit('/').next().unwrap();
    let overview = visitor.get(&programme).await;
    overview.expect(&[
        "Next: Establish the programme",
        "0 of 2 parts of the extent audited",
        "Not yet",
        "Lead auditor since 2019",
    ]);
    assert!(!overview.text.contains("class=\"gate\""), "nothing is missing");
    let plan = visitor.get(&format!("{programme}/plan")).await;
    plan.expect(&[
        "Organizational controls (A.5) and clauses 4 to 10, 2027",
        "Looked at in every audit",
        "/do/planned_audit.withdraw",
        "<svg",
    ]);
    let coverage = visitor.get(&format!("{programme}/coverage")).await;
    coverage.expect(&["/coverage/cell?year=2027&amp;of=4&amp;unit=unit-1\"", "Development"]);
    let cell = visitor.get(&format!("{programme}/coverage/cell?year=2027&of=A.5&unit=unit-1")).await;
    cell.expect(&["A.5 · Sales · 2027", "it has no working paper on it yet"]);
    visitor
        .get(&format!("{programme}/coverage?year=2028&of=A.8"))
        .await
        .expect(&["No audit of the programme"]);
    let risks = visitor.get(&format!("{programme}/risks")).await;
    risks.expect(&["audit their own work", "16 <span", "id=\"risk-4\""]);
    visitor.get(&format!("{programme}/review")).await.expect(&["The programme has not been reviewed"]);
    visitor.get(&format!("/records/programme/{id}")).await.expect(&["Internal audits 2027"]);

    for (command, next) in
        [("establish", "Begin to implement the programme"), ("begin", "Open the next planned audit")]
    {
        let done = visitor
            .post(&format!("/do/programme.{command}"), &[("/programme", id), ("back", &programme)])
            .await;
        assert_eq!(done.status, 303, "{}", done.text);
        visitor.get(&programme).await.expect(&[next]);
    }
    // An established programme is changed by revisions.
    visitor.get(&format!("{programme}/risks")).await.expect(&["/do/programme.revise"]);
    // A window that passes makes the audit late, everywhere.
    served.later(400 * DAY);
    visitor.get("/programmes").await.expect(&["one audit late", "0 of 3"]);
    visitor.get(&format!("{programme}/plan")).await.expect(&["window has passed"]);
}

#[tokio::test]
async fn a_draft_says_what_it_lacks() {
    let served = served().await;
    let visitor = operator(&served).await;
    assert_eq!(served.act("organization.name", &serde_json::json!({ "name": "Us" }), &[]).await.status, 200);
    let draft = serde_json::json!({ "title": "Bare", "period": { "from": "2027-01-01", "to": "2027-12-31" }, "days": "4" });
    let id = served.act("programme.draft", &draft, &[]).await.subject();
    let programme = format!("/programmes/{id}");
    let overview = visitor.get(&programme).await;
    overview.expect(&[
        "class=\"gate\"",
        "ISO 19011:2018 5.4",
        "/do/programme.edit?",
        "The programme has no objectives yet",
    ]);
    visitor
        .get(&format!("{programme}/plan"))
        .await
        .expect(&["No audit is planned yet", "/do/planned_audit.plan"]);
    visitor.get(&format!("{programme}/coverage")).await.expect(&["which is not written yet"]);
    visitor.get(&format!("{programme}/risks")).await.expect(&["No risk or opportunity"]);
}

#[tokio::test]
async fn a_programme_that_is_not_there_is_not_found() {
    let served = served().await;
    let visitor = operator(&served).await;
    let id = "018f0000-0000-7000-8000-000000000001";
    for tab in ["", "/plan", "/coverage", "/coverage/cell?year=2027&of=4", "/risks", "/review"] {
        assert_eq!(visitor.get(&format!("/programmes/{id}{tab}")).await.status, 404, "{tab}");
    }
    assert_eq!(visitor.get("/programmes/nothing").await.status, 404);
    let programme = set_up(&visitor).await;
    let nowhere = visitor.get(&format!("{programme}/coverage/cell?year=2027&of=4&unit=cellar")).await;
    assert_eq!(nowhere.status, 404);
}
