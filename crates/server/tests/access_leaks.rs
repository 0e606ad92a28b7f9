//! No answer to a reader holds what the reader may not see: words that stand in records of one side of a house, in what was not released
//! to the auditee, and in restricted evidence are looked for in whatever the pages and the API answer, to everybody of the house, after acts
//! chosen at random.

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

use assize_domain::{Actor, Command, Kind};
use assize_store::{Act, Addresses, Bucket, Store};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use house::{CANARIES, HELD_BACK, House, PEOPLE, RESTRICTED, WORKS};
use serde_json::json;
use tower::ServiceExt as _;

/// What an answer says: its status and its text.
async fn get(router: &Router, path: &str, header: (&str, &str)) -> (u16, String) {
    let request = Request::builder().uri(path).header(header.0, header.1).body(Body::empty()).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 64 << 20).await.unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

/// Every question that can be asked of a house: pages and answers of the API.
fn questions(house: &House) -> (Vec<String>, Vec<String>) {
    let (mut pages, mut api) = (Vec::new(), Vec::new());
    for path in [
        "/",
        "/programmes",
        "/audits",
        "/findings",
        "/findings/trends",
        "/people",
        "/people?who=everybody",
        "/auditees",
        "/records",
        "/records/retention",
        "/records/verify",
        "/catalogue/tests/T-6.1.2-01",
        "/methods/sample-size",
        "/methods/assign",
        "/settings",
        "/settings/security",
        "/settings/tokens",
        "/access",
        "/programmes/new",
        "/findings?state=open",
    ] {
        pages.push(path.to_owned());
    }
    // A part of a word: what was typed is shown again, and is no leak.
    for part in ["Zqkestre", "Zqmerli", "Zqheldbac", "Zqrestricte", "Zqpuffi", "Zqbitter"] {
        pages.push(format!("/search?q={part}"));
        for kind in ["audit", "finding", "person", "auditee", "evidence"] {
            pages.push(format!("/search?q={part}&in={kind}"));
        }
        pages.push(format!("/findings?text={part}"));
    }
    for kind in Kind::ALL {
        pages.push(format!("/records/{kind}"));
        api.push(format!("/api/v1/records/{kind}"));
    }
    for path in ["/api/v1/journal?limit=200", "/api/v1/audits", "/api/v1/tokens", "/api/v1/security-events"] {
        api.push(path.to_owned());
    }
    for side in [&house.own, &house.other] {
        let (audit, programme, auditee) = (&side["audit"], &side["programme"], &side["auditee"]);
        for tab in [
            "",
            "/team",
            "/documents",
            "/documents?q=Zqheldbac",
            "/documents?q=Zqrestricte",
            "/documents/review",
            "/plan",
            "/plan/print",
            "/plan/session",
            "/work",
            "/desk",
            "/meetings",
            "/records",
            "/journal",
            "/dossier",
            "/report",
            "/report/write",
            "/report/compare",
            "/findings",
            "/draws",
            "/claims",
            "/files",
            "/files/findings.csv",
            "/files/audit.ics",
        ] {
            pages.push(format!("/audits/{audit}{tab}"));
        }
        pages.push(format!("/audits/{audit}/desk?paper={}&q=Zqrestricte", side["paper"]));
        for tab in [
            "",
            "/plan",
            "/coverage",
            "/staffing",
            "/policy",
            "/files",
            "/files/schedule.csv",
            "/risks",
            "/review",
            "/coverage/cell?criteria=ISO/IEC%2027001:2022%2BA1:2024&requirement=6",
        ] {
            pages.push(format!("/programmes/{programme}{tab}"));
        }
        pages.push(format!("/auditees/{auditee}"));
        pages.push(format!("/findings?audit={audit}"));
        pages.push(format!("/findings?auditee={auditee}"));
        pages.push(format!("/findings/trends?programme={programme}"));
        pages.push(format!("/findings/new?audit={audit}"));
        pages.push(format!("/findings/new?paper={}", side["paper"]));
        pages.push(format!("/papers/{}", side["paper"]));
        for (kind, id) in keys(side) {
            pages.push(format!("/records/{kind}/{id}"));
            api.push(format!("/api/v1/records/{kind}/{id}"));
        }
        for id in ["evidence", "restricted", "internal", "public"].map(|name| &side[name]) {
            pages.push(format!("/evidence/{id}/technical"));
            pages.push(format!("/evidence/{id}/claims"));
            api.push(format!("/api/v1/evidence/{id}/technical"));
            pages.push(format!("/evidence/{id}/file"));
            api.push(format!("/api/v1/evidence/{id}/content"));
            api.push(format!("/api/v1/evidence/{id}/text"));
        }
        for id in [&side["finding"], &side["drafted"]] {
            pages.push(format!("/findings/{id}"));
        }
        for place in ["/door", "/door/plan", "/door/complaint", "/door/sessions"] {
            pages.push(place.to_owned());
        }
        pages.push(format!("/door/requests/{}", side["info_request"]));
        pages.push(format!("/door/meetings/{}", side["meeting"]));
        for id in [&side["finding"], &side["drafted"]] {
            pages.push(format!("/door/findings/{id}"));
        }
        pages.push(format!("/audits/{audit}/doors"));
        pages.push(format!("/reports/{}", side["report"]));
        pages.push(format!("/reports/{}/report.pdf", side["report"]));
        api.push(format!("/api/v1/reports/{}/content", side["report"]));
        api.push(format!("/api/v1/programmes/{programme}/indicators"));
        api.push(format!("/api/v1/journal?audit={audit}"));
        api.push(format!("/api/v1/audits?programme={programme}"));
        api.push(format!("/api/v1/audits?auditee={auditee}"));
        for words in ["Zqheldbac*", "Zqrestricte*", "Zqkestre*", "Zqmerli*"] {
            api.push(format!("/api/v1/audits/{audit}/documents?q={words}"));
        }
        for kind in Kind::ALL {
            for (link, id) in [("audit", audit), ("auditee", auditee), ("programme", programme)] {
                if kind.links().contains(&link) {
                    api.push(format!("/api/v1/records/{kind}?{link}={id}"));
                }
            }
        }
        // Every form, on what it acts on.
        for name in Command::NAMES {
            let deed = assize_access::commands::deed_of(name).unwrap();
            pages.push(format!("/do/{name}"));
            if let Some((at, kind)) = deed.on.first()
                && let Some(id) = side.get(kind.word())
            {
                pages.push(format!("/do/{name}?{}={id}", at.trim_start_matches('/')));
            }
        }
    }
    (pages, api)
}

/// The records of a side, by their kinds.
fn keys(side: &house::Side) -> Vec<(&str, &str)> {
    let of = |name: &str| match name {
        "restricted" | "internal" | "public" => "evidence",
        "drafted" | "drafted_finding" => "finding",
        other => Kind::WORDS.iter().find(|word| **word == other).copied().unwrap(),
    };
    side.iter().map(|(name, id)| (of(name), id.as_str())).collect()
}

/// What somebody may not read anywhere.
fn kept_from(who: &str) -> Vec<&'static str> {
    // Whoever keeps the registers knows every auditee.
    let keeps = matches!(who, "manager" | "manager_without_programme");
    let mut kept = vec![CANARIES[1]];
    if !keeps {
        kept.push(WORKS[1]);
    }
    match who {
        "guide" | "auditee_contact" | "audit_client" | "by the door" => kept.extend([HELD_BACK, RESTRICTED]),
        "administrator" | "nothing" => kept.extend([CANARIES[0], WORKS[0], HELD_BACK, RESTRICTED]),
        "manager_without_programme" => kept.extend([CANARIES[0], HELD_BACK, RESTRICTED]),
        "approver" | "decision_maker" => kept.extend([HELD_BACK, RESTRICTED]),
        "leader" | "manager" => {}
        // They see the audit whole, or nothing of it; what is restricted they turn to the leader for.
        _ => kept.push(RESTRICTED),
    }
    kept
}

/// A row of numbers that is the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Acts at random on both sides, each with the words of its side in it. What the law refuses changes nothing.
async fn acts_at_random(house: &House, seed: u64) -> usize {
    let mut numbers = Numbers(seed);
    let mut done = 0;
    for n in 0..24 {
        let at = numbers.below(2);
        let (side, canary, people) = if at == 0 {
            (&house.own, CANARIES[0], &house.people)
        } else {
            (&house.other, CANARIES[1], &house.others)
        };
        let text = format!("{canary} {HELD_BACK} {n}");
        let (by, name, body) = match numbers.below(6) {
            0 => (
                "manager",
                "audit.hold",
                json!({ "audit": side["audit"], "key": format!("hold-{n}"), "reason": text }),
            ),
            1 => (
                "leader",
                "message.log",
                json!({ "audit": side["audit"], "kind": "progress", "text": text, "told": [people["leader"]] }),
            ),
            2 => {
                let change =
                    json!({ "evidence": side["evidence"], "classification": "restricted", "reason": text });
                ("leader", "evidence.classify", change)
            }
            3 => (
                "leader",
                "evidence.record_custody",
                json!({ "evidence": side["internal"], "what": text, "remark": null }),
            ),
            4 => {
                let declare = json!({ "audit": side["audit"], "paper": null, "method": "simple", "size": 1, "basis": text, "population": {
                    "name": canary, "sha256": "cd".repeat(32), "rows": 9, "key": "k", "value": null, "stratum": null, "completeness": "Counted" } });
                ("leader", "draw.declare", declare)
            }
            _ => {
                // Whoever has a role in the programme reads its reviews.
                let review = json!({ "programme": side["programme"], "key": format!("review-{n}"), "conclusions": canary, "lessons": canary, "actions": [] });
                ("manager", "programme.review", review)
            }
        };
        let answer = house.served.act(name, &body, &[("x-on-behalf-of", &people[by])]).await;
        assert!(matches!(answer.status, 200 | 409 | 422), "{name}: {:#}", answer.json);
        done += usize::from(answer.status == 200);
    }
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_holds_what_its_reader_may_not_see() {
    let house = House::built().await;
    let done = acts_at_random(&house, 27_007).await;
    assert!(done > 6, "only {done} acts came about");
    let router = house.served.router();
    let (pages, api) = questions(&house);
    let mut leaks = Vec::new();
    let contact = &house.people["auditee_contact"];
    let by_door = house.door_cookie(contact, &house.own["audit"]).await;
    for who in PEOPLE.into_iter().chain(["by the door"]) {
        // A door gives no token.
        let (cookie, bearer) = match house.people.get(who) {
            Some(person) => (house.cookie(person).await, house.bearer(person).await),
            None => (by_door.clone(), String::new()),
        };
        let kept = kept_from(who);
        let questions = pages.iter().map(|path| (path, ("cookie", cookie.as_str())));
        for (path, header) in
            questions.chain(api.iter().map(|path| (path, ("authorization", bearer.as_str()))))
        {
            let (status, text) = get(&router, path, header).await;
            assert!(status < 500, "{who} {path}: {status}");
            for word in kept.iter().filter(|word| text.contains(**word)) {
                leaks.push(format!("{who} reads {word} at {path}"));
            }
        }
    }
    assert!(leaks.is_empty(), "{} leaks: {leaks:#?}", leaks.len());
    // The words are there for who may see them: a test that finds nothing because there is nothing says nothing.
    let leader = house.cookie(&house.people["leader"]).await;
    for (path, word) in [
        (format!("/findings/{}", house.own["finding"]), CANARIES[0]),
        (format!("/audits/{}/desk?paper={}", house.own["audit"], house.own["paper"]), HELD_BACK),
        (format!("/evidence/{}/file", house.own["restricted"]), RESTRICTED),
        ("/search?q=Zqkestre".to_owned(), CANARIES[0]),
        ("/audits".to_owned(), CANARIES[0]),
        ("/records".to_owned(), CANARIES[0]),
    ] {
        let (status, text) = get(&router, &path, ("cookie", &leader)).await;
        assert!(status == 200 && text.contains(word), "the leader does not read {word} at {path}: {status}");
    }
    let contact = house.cookie(&house.people["auditee_contact"]).await;
    for path in [
        format!("/findings/{}", house.own["finding"]),
        format!("/audits/{}/plan/print", house.own["audit"]),
        "/audits".to_owned(),
    ] {
        let (status, text) = get(&router, &path, ("cookie", &contact)).await;
        assert!(status == 200 && text.contains(CANARIES[0]), "the contact reads nothing at {path}: {status}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_and_what_is_nobodys_business_are_answered_alike() {
    let house = House::built().await;
    let router = house.served.router();
    let bearer = house.bearer(&house.people["auditor"]).await;
    let nothing = "01890a5d-ac96-774b-bcce-b302099a8057";
    for (kind, id) in keys(&house.other) {
        // What everybody of the organization may know of is no secret.
        if matches!(kind, "auditee") {
            continue;
        }
        let there = get(&router, &format!("/api/v1/records/{kind}/{id}"), ("authorization", &bearer)).await;
        let not =
            get(&router, &format!("/api/v1/records/{kind}/{nothing}"), ("authorization", &bearer)).await;
        let plain = |text: &str| {
            let mut json: serde_json::Value = serde_json::from_str(text).unwrap();
            json["request_id"] = json!(null);
            json.to_string().replace(id, "ID").replace(nothing, "ID")
        };
        assert_eq!((there.0, plain(&there.1)), (not.0, plain(&not.1)), "{kind}");
        assert_eq!(there.0, 404, "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_know_but_not_open_is_told_whom_to_turn_to_and_both_are_noted() {
    use assize_store::{SecurityFilter, SecurityKind};
    let house = House::built().await;
    let router = house.served.router();
    let path = format!("/api/v1/evidence/{}/content", house.own["restricted"]);
    let auditor = house.bearer(&house.people["auditor"]).await;
    let (status, text) = get(&router, &path, ("authorization", &auditor)).await;
    assert_eq!(status, 403, "{text}");
    let problem: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["turn_to"][0], json!({ "role": "leader", "name": "leader of the first" }));
    let (status, there) = get(
        &router,
        &format!("/api/v1/records/evidence/{}", house.own["restricted"]),
        ("authorization", &auditor),
    )
    .await;
    assert!(status == 200 && there.contains("restricted.txt") && !there.contains(RESTRICTED), "{there}");
    let cookie = house.cookie(&house.people["auditor"]).await;
    let page =
        get(&router, &format!("/evidence/{}/file", house.own["restricted"]), ("cookie", &cookie)).await;
    assert!(
        page.0 == 403 && page.1.contains("leader of the first") && page.1.contains("leads the audit"),
        "{}",
        page.1
    );

    let leader = house.bearer(&house.people["leader"]).await;
    let (status, text) = get(&router, &path, ("authorization", &leader)).await;
    assert!(status == 200 && text.contains(RESTRICTED));
    let subject = Some(house.own["restricted"].parse().unwrap());
    let events = house
        .served
        .store
        .security_events(&SecurityFilter { subject, ..SecurityFilter::default() }, None, 20)
        .await
        .unwrap();
    let noted: Vec<(SecurityKind, Option<String>)> = events
        .iter()
        .map(|event| (event.note.kind, event.note.person.map(|person| person.to_string())))
        .collect();
    let who = |name: &str| Some(house.people[name].clone());
    assert!(noted.contains(&(SecurityKind::ReadRefused, who("auditor"))), "{noted:?}");
    assert!(noted.contains(&(SecurityKind::EvidenceOpened, who("leader"))), "{noted:?}");
    assert!(
        events.iter().all(|event| !event.note.request.is_empty() && !event.note.why.contains(RESTRICTED))
    );

    // Only whoever looks after the installation reads the log.
    let administrator = house.cookie(&house.people["administrator"]).await;
    let (status, page) =
        get(&router, "/settings/security?kind=read_refused", ("cookie", &administrator)).await;
    assert!(
        status == 200 && page.contains("Question refused") && page.contains(&house.own["restricted"]),
        "{page}"
    );
    for name in ["leader", "manager", "nothing"] {
        let cookie = house.cookie(&house.people[name]).await;
        assert_eq!(get(&router, "/settings/security", ("cookie", &cookie)).await.0, 403, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_auditee_gave_is_theirs_to_see_and_what_the_team_took_is_not() {
    let house = House::built().await;
    let router = house.served.router();
    let contact = house.bearer(&house.people["auditee_contact"]).await;
    let path =
        format!("/api/v1/audits/{}/evidence?name=own.txt&classification=restricted", house.own["audit"]);
    let request = Request::builder().method("POST").uri(path).header("authorization", &contact);
    let request = request.header("content-type", "text/plain").body(Body::from("Zqowngiven")).unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap();
    let done: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let given = done["events"][0]["subject"]["id"].as_str().unwrap().to_owned();
    let kept = &house.own["evidence"];
    for (who, sees_given, sees_kept) in [
        ("auditee_contact", true, false),
        ("audit_client", true, false),
        ("guide", false, false),
        ("leader", true, true),
        ("manager", true, true),
        ("nothing", false, false),
        ("administrator", false, false),
    ] {
        let bearer = house.bearer(&house.people[who]).await;
        for (id, sees) in [(&given, sees_given), (kept, sees_kept)] {
            let (status, _) =
                get(&router, &format!("/api/v1/evidence/{id}/content"), ("authorization", &bearer)).await;
            assert_eq!(status == 200, sees, "{who} {id}: {status}");
        }
    }
    let record =
        get(&router, &format!("/api/v1/records/evidence/{given}"), ("authorization", &contact)).await;
    let record: serde_json::Value = serde_json::from_str(&record.1).unwrap();
    assert_eq!(record["record"]["given_by"], json!(house.people["auditee_contact"]), "{record:#}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_sees_findings_once_they_are_raised_is_not_told_of_drafts_by_counts_or_lists() {
    let house = House::built().await;
    let router = house.served.router();
    let (audit, paper) = (&house.own["audit"], &house.own["paper"]);
    // A draft like the finding that was raised.
    let raised = house.served.get(&format!("/records/finding/{}", house.own["finding"])).await.json;
    let draft = json!({ "audit": audit, "text": raised["record"]["text"] });
    let by = [("x-on-behalf-of", house.people["auditor"].as_str())];
    let draft = house.served.act("finding.draft", &draft, &by).await.subject();
    let pages = [format!("/audits/{audit}"), format!("/audits/{audit}/desk?paper={paper}")];
    let hints = ["still a draft".to_owned(), draft];
    for (who, is_told) in
        [("leader", true), ("auditor", true), ("observer", false), ("technical_expert", false)]
    {
        let cookie = house.cookie(&house.people[who]).await;
        for (page, hint) in pages.iter().zip(&hints) {
            let (status, text) = get(&router, page, ("cookie", &cookie)).await;
            assert_eq!(status, 200, "{who} {page}");
            assert_eq!(text.contains(hint.as_str()), is_told, "{who} {page}: {hint}");
        }
        let path = format!("/api/v1/records/audit/{audit}");
        let bearer = house.bearer(&house.people[who]).await;
        let (_, record) = get(&router, &path, ("authorization", &bearer)).await;
        assert_eq!(record.contains("findings_numbered"), is_told, "{who} {path}");
        // What was raised is theirs to see.
        let (_, text) = get(&router, &pages[1], ("cookie", &cookie)).await;
        assert!(text.contains(&house.own["finding"]), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_audits_takes_the_calendar_of_the_audit_out_and_nothing_else() {
    let house = House::built().await;
    let router = house.served.router();
    let audit = &house.own["audit"];
    for (who, calendar, others) in [
        ("leader", 200, 200),
        ("manager", 200, 200),
        ("auditor", 200, 403),
        ("observer", 403, 403),
        ("auditee_contact", 403, 403),
        ("nothing", 404, 404),
    ] {
        let (cookie, bearer) =
            (house.cookie(&house.people[who]).await, house.bearer(&house.people[who]).await);
        for (name, expected) in [("audit.ics", calendar), ("findings.csv", others)] {
            let page = get(&router, &format!("/audits/{audit}/files/{name}"), ("cookie", &cookie)).await;
            assert_eq!(page.0, expected, "{who} {name}");
            let path = format!("/api/v1/audits/{audit}/files/{name}");
            let api = get(&router, &path, ("authorization", &bearer)).await;
            assert_eq!(api.0, expected, "{who} {path}");
        }
    }
    let auditor = house.cookie(&house.people["auditor"]).await;
    let (status, list) = get(&router, &format!("/audits/{audit}/files"), ("cookie", &auditor)).await;
    assert!(status == 200 && list.contains("audit.ics") && !list.contains("findings.csv"), "{status} {list}");
    assert!(!list.contains("/dossier"), "{list}");
}

/// The ways of a page that lead to the form of a command, or send one: addresses with the records that they name.
fn ways(page: &str) -> Vec<String> {
    let main = page.split_once("<main").map_or("", |(_, main)| main);
    let plain = |text: &str| harness::visitor::unescaped(text);
    let links = main
        .split("href=\"/do/")
        .skip(1)
        .map(|rest| format!("/do/{}", plain(rest.split('"').next().unwrap())));
    let forms = main.split("<form ").skip(1).filter_map(|form| {
        let form = form.split("</form>").next()?;
        let action = form.split_once("action=\"/do/")?.1.split('"').next()?;
        let fields = form.split("name=\"/").skip(1).filter_map(|control| {
            let (name, rest) = control.split_once('"')?;
            let value = rest.strip_prefix(" value=\"")?.split('"').next()?;
            Some((name.to_owned(), plain(value)))
        });
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Some(format!("/do/{}?{query}", action.trim_end_matches("/files")))
    });
    links.chain(forms).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_offers_what_its_reader_may_not_give() {
    let house = House::built().await;
    let router = house.served.router();
    let (audit, programme) = (&house.own["audit"], &house.own["programme"]);
    let mut pages: Vec<String> =
        ["", "/team", "/documents", "/plan", "/plan/print", "/work", "/meetings", "/findings", "/report"]
            .iter()
            .map(|tab| format!("/audits/{audit}{tab}"))
            .collect();
    pages.extend(
        ["", "/plan", "/risks", "/review", "/policy"].map(|tab| format!("/programmes/{programme}{tab}")),
    );
    pages.push(format!("/findings/{}", house.own["finding"]));
    pages.extend(["/door".to_owned(), "/door/plan".to_owned(), "/door/complaint".to_owned()]);
    pages.push(format!("/door/findings/{}", house.own["finding"]));
    pages.push(format!("/door/requests/{}", house.own["info_request"]));
    pages.push(format!("/door/meetings/{}", house.own["meeting"]));
    let by_door = house.door_cookie(&house.people["auditee_contact"], audit).await;
    let (mut shut, mut open) = (Vec::new(), 0);
    for who in PEOPLE.into_iter().chain(["by the door"]) {
        let cookie = match house.people.get(who) {
            Some(person) => house.cookie(person).await,
            None => by_door.clone(),
        };
        for page in &pages {
            let (status, text) = get(&router, page, ("cookie", &cookie)).await;
            if status != 200 {
                continue;
            }
            for way in ways(&text) {
                let (status, _) = get(&router, &way, ("cookie", &cookie)).await;
                open += usize::from(status == 200);
                if matches!(status, 403 | 404 | 409) {
                    shut.push(format!("{who} is offered {way} on {page}: {status}"));
                }
            }
        }
    }
    assert!(shut.is_empty(), "{} ways: {shut:#?}", shut.len());
    assert!(open > 30, "only {open} ways are offered to anybody");
}

/// What was read of who is what is kept from one request to the next: it must end with the act that changes it, whichever process that came by.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_known_of_somebody_ends_with_the_act_that_changes_it_in_another_process() {
    let house = House::built().await;
    let router = house.served.router();
    let (before, after) = (&house.people["auditee_contact"], &house.people["nothing"]);
    let (first, second) = (house.bearer(before).await, house.bearer(after).await);
    let auditee = &house.own["auditee"];
    let sees = async |bearer: &str| {
        let (_, listed) = get(&router, "/api/v1/audits", ("authorization", bearer)).await;
        let plan = format!("/api/v1/records/plan/{}", house.own["plan"]);
        let (plan, _) = get(&router, &plan, ("authorization", bearer)).await;
        (listed.contains(house.own["audit"].as_str()), plan == 200)
    };
    for _ in 0..2 {
        assert_eq!((sees(&first).await, sees(&second).await), ((true, true), (false, false)));
    }
    let record = house.served.get(&format!("/records/auditee/{auditee}")).await.json["record"].clone();
    let mut body = json!({ "auditee": auditee, "contacts": [{ "person": after, "function": "Head" }] });
    for field in ["name", "kind", "units", "sites", "processes"] {
        body[field] = record[field].clone();
    }
    let part = |name: &str| house.served.folder.path().join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: Bucket::default(),
    };
    let other = Store::open(&addresses, house.served.store.clock().clone()).await.unwrap();
    let command = Command::read("auditee.update", &body).unwrap().unwrap();
    other.execute(Act::new(Actor::Operator { on_behalf_of: None }, command)).await.unwrap();
    assert_eq!((sees(&first).await, sees(&second).await), ((false, false), (true, true)));
}
