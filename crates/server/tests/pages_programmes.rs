//! The pages of the audit programme: setting one up from nothing, and what each page says of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

#[path = "harness/audit.rs"]
mod audit;
mod harness;

use audit::Opened;
use harness::visitor::Visitor;
use harness::{DAY, served};

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
    made.to().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn where_there_is_no_programme_the_list_teaches_and_leads_to_the_questions() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.get("/programmes").await.expect(&["There is no audit programme yet", "href=\"/programmes/new\""]);
    let ask = visitor.get("/programmes/new").await;
    ask.expect(&["Name of your organization", "First day of the programme", "value=\"5\""]);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_question_and_nothing_is_entered() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
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
    let visitor = Visitor::operator(&served).await;
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
    // Organization, manager, the two rights of whoever is first, auditee, draft, text and three audits.
    assert_eq!(seq, 10);
    let again = visitor.post("/programmes/new", &make).await;
    assert_eq!((again.status, served.store.head_seq().await.unwrap()), (303, seq), "{}", again.text);
    assert_eq!(first.to().split('?').next(), again.to().split('?').next());
    // The operator goes on as who they are, and has the programme in their charge.
    visitor.get("/").await.expect(&["Good day, Ada Example", "Programmes in your charge", "0 of 3"]);
    visitor.get("/").await.expect(&["There is an audit programme in draft"]);
    // Answers that were changed after all was entered do not enter a part of it again.
    let changed = answers(&[("step", "make"), ("once", &once), ("/manager_name", "Grace Example")]);
    let page = visitor.post("/programmes/new", &changed).await;
    assert_eq!((page.status, served.store.head_seq().await.unwrap()), (422, seq));
    assert!(page.text.contains("The answers were changed"), "{}", page.text);
}

#[tokio::test]
async fn the_pages_of_a_programme_say_where_it_stands_and_what_comes_next() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
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

    // To establish a programme binds: whoever has nothing to sign with is told so, and the operator attests it.
    let said = [("/programme", id), ("back", &*programme)];
    let asked = visitor.post("/do/programme.establish", &said).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    asked.expect(&["I establish this audit programme as it stands now."]);
    let people = served.get("/records/person").await;
    let manager = people.json["items"][0]["id"].as_str().unwrap();
    let establish = serde_json::json!({ "programme": id });
    served.act("programme.establish", &establish, &[("x-on-behalf-of", manager)]).await.subject();
    visitor.get(&programme).await.expect(&["Begin to implement the programme"]);
    assert!(!visitor.get("/").await.text.contains("There is an audit programme in draft"));
    let done = visitor.post("/do/programme.begin", &said).await;
    assert_eq!(done.status, 303, "{}", done.text);
    visitor.get(&programme).await.expect(&["Open the next planned audit"]);
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
    let visitor = Visitor::operator(&served).await;
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
    let visitor = Visitor::operator(&served).await;
    let id = "018f0000-0000-7000-8000-000000000001";
    for tab in ["", "/plan", "/coverage", "/coverage/cell?year=2027&of=4", "/risks", "/review"] {
        assert_eq!(visitor.get(&format!("/programmes/{id}{tab}")).await.status, 404, "{tab}");
    }
    assert_eq!(visitor.get("/programmes/nothing").await.status, 404);
    let programme = set_up(&visitor).await;
    let nowhere = visitor.get(&format!("{programme}/coverage/cell?year=2027&of=4&unit=cellar")).await;
    assert_eq!(nowhere.status, 404);
}

#[tokio::test]
async fn a_policy_is_changed_in_parts_with_its_reason_and_what_is_wrong_stands_beside_it() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let visitor = Visitor::enter(&served, Some(&opened.manager)).await;
    let policy = format!("/programmes/{}/policy", opened.programme);
    let page = visitor.get(&policy).await;
    page.expect(&[
        "Days to the issue of the report",
        "15 days",
        "the same",
        "ISO 19011:2018 6.5.2",
        "ISO/IEC 17021-1:2015 5.2",
    ]);
    visitor.get(&format!("/programmes/{}", opened.programme)).await.expect(&[&format!("href=\"{policy}\"")]);
    for part in ["grades", "times", "cooling", "rotation", "complaints", "cycle"] {
        visitor.get(&format!("{policy}/{part}")).await.expect(&["name=\"/reason\"", "name=\"version\""]);
    }
    assert_eq!(visitor.get(&format!("{policy}/weather")).await.status, 404);

    let times = format!("{policy}/times");
    let form = visitor.get(&times).await;
    form.expect(&["Default: 15", "value=\"2190\""]);
    let (version, once) = (form.hidden("version"), form.hidden("once"));
    let sent = |report: &'static str, reason: &'static str| {
        vec![
            ("version".to_owned(), version.clone()),
            ("once".to_owned(), once.clone()),
            ("/report_due_days".to_owned(), report.to_owned()),
            ("/retention_days".to_owned(), "2190".to_owned()),
            ("/short_notice".to_owned(), "special".to_owned()),
            ("/what".to_owned(), "Reports sooner".to_owned()),
            ("/reason".to_owned(), reason.to_owned()),
        ]
    };
    let send = async |fields: Vec<(String, String)>| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        visitor.post(&times, &fields).await
    };
    let wrong = send(sent("9000", "The client asks for it")).await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["id=\"f-report_due_days-problem-1\"", "value=\"9000\""]);
    let silent = send(sent("10", "")).await;
    assert_eq!(silent.status, 422);
    silent.says(&["id=\"f-reason-problem-1\""]);
    let done = send(sent("10", "The client asks for it")).await;
    assert!(done.to().starts_with(&policy) && done.to().contains("done=programme.revise"), "{}", done.to());
    let page = visitor.get(&policy).await;
    page.expect(&["10 days", "<span class=\"changed\">15 days</span>"]);
    // On what was there before the change nothing is changed any more.
    let mut stale = sent("20", "Later after all");
    stale[1].1 = "another".to_owned();
    let stale = send(stale).await;
    assert_eq!(stale.status, 422);
    stale.says(&["value=\"20\""]);
    let record = served.get(&format!("/records/programme/{}", opened.programme)).await.json;
    assert_eq!(
        (
            &record["record"]["policy"]["report_due_days"],
            &record["record"]["policy"]["cycle"]["cycle_months"]
        ),
        (&10.into(), &36.into())
    );

    // A rule of rotation is a row; without one there is none.
    let rotation = format!("{policy}/rotation");
    page.expect(&["Rotation"]);
    let row = visitor.post(&rotation, &[("rows", "add:/rotation")]).await;
    row.expect(&["name=\"/rotation/0/consecutive_max\""]);
    let (version, once) = (row.hidden("version"), row.hidden("once"));
    let rule = |most: &'static str| {
        [
            ("version", version.clone()),
            ("once", once.clone()),
            ("/rotation/0/audit_types", "internal".to_owned()),
            ("/rotation/0/roles", "leader".to_owned()),
            ("/rotation/0/consecutive_max", most.to_owned()),
            ("/rotation/0/source", "House policy 7".to_owned()),
            ("/what", "Leaders rotate".to_owned()),
            ("/reason", "Fresh eyes".to_owned()),
        ]
    };
    let send = async |most: &'static str| {
        let fields = rule(most);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        visitor.post(&rotation, &fields).await
    };
    let none = send("0").await;
    assert_eq!(none.status, 422);
    none.says(&["cannot be kept to"]);
    let done = send("3").await;
    assert!(done.to().starts_with(&policy), "{}", done.to());
    visitor.get(&policy).await.expect(&["3 audits in a row", "House policy 7"]);

    // A grade more is a row more, without an act.
    let grades = format!("{policy}/grades");
    let page = visitor.post(&grades, &[("rows", "add:/grades")]).await;
    page.expect(&["name=\"/grades/0/label\""]);
    let bars = visitor.get(&format!("{policy}/cooling")).await;
    bars.expect(&["Did the audited work", "name=\"/0\""]);
}

#[tokio::test]
async fn audits_are_staffed_from_the_records_and_the_plan_goes_on_record() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let visitor = Visitor::enter(&served, Some(&opened.manager)).await;
    let staffing = format!("/programmes/{}/staffing", opened.programme);
    visitor.get(&format!("/programmes/{}/plan", opened.programme)).await.expect(&[&staffing]);
    let page = visitor.get(&staffing).await;
    page.expect(&[
        "Audit of the works",
        "Adaeze Nwosu",
        "Appointed already",
        "daily rates",
        "What the records do not say",
    ]);
    let (audit, leader) = (&opened.audit, &opened.leader);
    let once = page.hidden("once");
    let fields = |more: &[(&str, &str)]| -> Vec<(String, String)> {
        let base = [
            ("once".to_owned(), once.clone()),
            (format!("audit/{audit}/from"), "2026-10-05".to_owned()),
            (format!("audit/{audit}/to"), "2026-12-18".to_owned()),
            (format!("audit/{audit}/days"), "3".to_owned()),
            (format!("audit/{audit}/team"), "1".to_owned()),
            (format!("audit/{audit}/method"), "remote".to_owned()),
            (format!("person/{leader}/in"), "1".to_owned()),
            (format!("person/{leader}/rate"), "850".to_owned()),
        ];
        let more = more.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        let kept = base.into_iter().filter(|(name, _)| more.clone().all(|(other, _)| other != *name));
        kept.chain(more.clone()).collect()
    };
    let send = async |more: &[(&str, &str)]| {
        let fields = fields(more);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        visitor.post(&staffing, &fields).await
    };
    let planned = send(&[]).await;
    planned.expect(&[
        "Every audit has a team",
        "Daily rates come to 2550.00",
        "5\u{a0}Oct\u{a0}2026",
        "Put the plan on record",
    ]);
    // What is wrong stands at its audit or its person, and nothing is recorded.
    let wrong = send(&[(&format!("audit/{audit}/days"), "many")]).await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["“many” cannot be read here", "value=\"many\""]);
    let short = send(&[(&format!("audit/{audit}/to"), "2026-10-05")]).await;
    short.says(&["2026-10-05"]);
    assert!(!short.text.contains("Every audit has a team, and"), "three days do not fit into one");
    let nobody = send(&[(&format!("person/{leader}/in"), "")]).await;
    assert_eq!(nobody.status, 422, "who is appointed cannot be left out");
    assert!(served.get("/records/method_use").await.json["items"].as_array().unwrap().is_empty());
    let recorded = send(&[("record", "1"), ("remark", "For the autumn")]).await;
    assert!(recorded.to().starts_with("/records/method_use/"), "{}", recorded.to());
    let used = served.get("/records/method_use?limit=1").await.json["items"][0]["record"].clone();
    assert_eq!((&used["method"], &used["remark"]), (&"assign".into(), &"For the autumn".into()));
    assert_eq!(used["programme"], opened.programme.as_str());
    let redone = served.get(&format!("/method-uses/{}/redone", used["id"].as_str().unwrap())).await;
    assert_eq!(redone.json["agrees"], true, "{:#}", redone.json);
}

#[tokio::test]
async fn a_programme_with_nothing_to_staff_says_what_comes_first() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let programme = set_up(&visitor).await;
    let page = visitor.get(&format!("{programme}/staffing")).await;
    page.expect(&["class=\"empty\"", "href=\"/people\""]);
    assert_eq!(visitor.get("/programmes/0198c2f0-0000-7000-8000-000000000000/staffing").await.status, 404);
}
