//! Who may at which door: every route and every command, for everybody of a house, on what is theirs and on what is another's. What
//! comes out is what docs/reference/access.md holds, so that nobody changes it unseen; a route that is not in the table fails.

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

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use assize_domain::Command;
use assize_server::{Listed, doors};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use harness::served;
use house::{House, PEOPLE, Side};
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// The paths of a router, as it tells them of itself.
fn paths(router: &Router) -> BTreeSet<String> {
    // What it tells of the answers beside its routes begins with their names.
    let told = format!("{router:?}");
    let told = told.split("fallback_router").next().unwrap();
    let parts = told.split('"').filter(|part| part.starts_with('/') && !part.contains("__private"));
    parts.map(str::to_owned).collect()
}

#[test]
fn a_router_tells_its_paths() {
    async fn nothing() {}
    let inner = Router::<()>::new().route("/b/{id}", axum::routing::get(nothing));
    let router = Router::<()>::new().route("/a", axum::routing::get(nothing)).nest("/n", inner);
    assert_eq!(paths(&router), BTreeSet::from(["/a".to_owned(), "/n/b/{id}".to_owned()]));
}

#[tokio::test]
async fn every_route_is_in_the_table_of_doors_and_every_door_is_a_route() {
    let served = served().await;
    let routed = paths(&served.router());
    let listed: BTreeSet<String> = doors().iter().map(|door| door.path.to_owned()).collect();
    assert_eq!(
        routed.difference(&listed).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no door for these routes"
    );
    assert_eq!(
        listed.difference(&routed).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no route for these doors"
    );
}

#[tokio::test]
async fn every_door_answers_by_its_method_and_no_other_method_does() {
    let served = served().await;
    let router = served.router();
    let doors = doors();
    let paths: BTreeSet<&str> = doors.iter().map(|door| door.path).collect();
    for path in paths {
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
            let listed = doors.iter().any(|door| door.path == path && door.method == method);
            let request = Request::builder().method(method).uri(filled(path, &Side::new()));
            let request = request.header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap();
            let status = router.clone().oneshot(request).await.unwrap().status().as_u16();
            assert_eq!(status != 405, listed, "{method} {path}: {status}");
        }
    }
}

/// The path of a door, with what its parameters name on a side.
fn filled(path: &str, side: &Side) -> String {
    let nothing = "01890a5d-ac96-774b-bcce-b302099a8057".to_owned();
    let of = |kind: &str| side.get(kind).unwrap_or(&nothing).clone();
    let kinds = [
        ("/audits/", "audit"),
        ("/programmes/", "programme"),
        ("/reports/", "report"),
        ("/findings/", "finding"),
        ("/papers/", "paper"),
        ("/auditees/", "auditee"),
        ("/statements/", "soa"),
        ("/statements-of-applicability/", "soa"),
        ("/people/", "person"),
        ("/evidence/", "evidence"),
        ("/method-uses/", "method_use"),
        ("/certifications/", "certification"),
        ("/draws/", "draw"),
        ("/door/requests/", "info_request"),
        ("/meetings/", "meeting"),
    ];
    let kind = kinds.iter().find(|(begin, _)| path.contains(begin)).map_or("", |(_, kind)| *kind);
    let id = match path {
        "/catalogue/tests/{id}" | "/catalogue/tests/{id}/edit" => "T-6.1.2-01".to_owned(),
        path if path.contains("/tokens/") => "0".to_owned(),
        path if path.contains("/commands/") => String::new(),
        "/records/{kind}/{id}" | "/api/v1/records/{kind}/{id}" => of("finding"),
        _ => of(kind),
    };
    let named = match path {
        path if path.starts_with("/help") => "auditor",
        path if path.contains("/files/") && path.contains("/audits/") => "findings.csv",
        path if path.contains("/files/") && path.contains("/programmes/") => "schedule.csv",
        path if path.contains("/files/") => "statement.csv",
        path if path.starts_with("/do/") => "person.register",
        _ => "sample-size",
    };
    let filled = path
        .replace("{id}", &id)
        .replace("{kind}", "finding")
        .replace("{sha256}", &"ab".repeat(32))
        .replace("{link}", "nothing")
        .replace("{version}", "1")
        .replace("{door}", "nothing")
        .replace("{session}", "nothing")
        .replace("{part}", "grades")
        .replace("{name}", named);
    match path {
        "/findings/new" | "/findings/warnings" => format!("{filled}?audit={}", of("audit")),
        "/programmes/{id}/coverage/cell" => {
            format!("{filled}?criteria=ISO/IEC%2027001:2022%2BA1:2024&requirement=6&column=y2026")
        }
        "/api/v1/draws" => {
            format!("{filled}?audit={}&name=n&key=k&completeness=c&method=simple&size=1&basis=b", of("audit"))
        }
        "/api/v1/statements-of-applicability" => {
            format!("{filled}?auditee={}&label=1&dated=2026-01-01&criteria=X:1", of("auditee"))
        }
        "/api/v1/audits/{id}/documents" => format!("{filled}?q=x"),
        "/api/v1/people/{id}/competence" => format!("{filled}?role=auditor"),
        "/api/v1/people/{id}/impartiality" => {
            format!("{filled}?auditee={}&role=auditor&type=internal", of("auditee"))
        }
        "/api/v1/methods/{name}" => format!("{filled}?audit={}", of("audit")),
        _ => filled,
    }
}

/// Somebody with a browser and a token.
struct Who {
    cookie: String,
    bearer: String,
}

impl Who {
    async fn of(house: &House, person: &str) -> Self {
        Self { cookie: house.cookie(person).await, bearer: house.bearer(person).await }
    }

    const fn nobody() -> Self {
        Self { cookie: String::new(), bearer: String::new() }
    }

    /// Whether somebody is let in: that is, whether they are answered anything but that they may not, or that there is nothing.
    async fn is_let_in(&self, router: &Router, method: &str, path: &str, body: Option<&Value>) -> bool {
        let is_api = path.starts_with("/api/");
        let mut request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
        if is_api && !self.bearer.is_empty() {
            request = request.header("authorization", &self.bearer);
        }
        if !is_api && !self.cookie.is_empty() {
            request = request.header("cookie", &self.cookie);
        }
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let response = router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let to_sign_in =
            response.headers().get("location").is_some_and(|to| to.to_str().unwrap().starts_with("/sign-in"));
        let signs_out = path == "/sign-out";
        assert!(status < 500, "{method} {path}: {status}");
        let text = axum::body::to_bytes(response.into_body(), 64 << 20).await.unwrap();
        let text = String::from_utf8_lossy(&text);
        // Whoever may give an act that binds is told to sign it.
        if status == 403 && text.contains("problems#unsigned") {
            return true;
        }
        let unknown = status == 409 && (text.contains("record.unknown") || text.contains("has the id"));
        !(matches!(status, 401 | 403 | 404) || unknown || (to_sign_in && !signs_out))
    }
}

/// What stands in a cell: on their own, and on another's.
fn cell(own: bool, other: bool) -> &'static str {
    match (own, other) {
        (true, true) => "yes",
        (true, false) => "own",
        (false, false) => "–",
        (false, true) => "OTHER",
    }
}

/// The contact of the auditee who came by the auditee's door to the first audit, and has no account.
const BY_DOOR: &str = "by the door";

/// The columns: who, and the word at the head.
fn columns() -> Vec<(&'static str, String)> {
    let mut columns: Vec<(&str, String)> =
        PEOPLE.iter().map(|name| (*name, name.replace('_', " "))).collect();
    columns.push(("nobody", "nobody".to_owned()));
    columns.push((BY_DOOR, BY_DOOR.to_owned()));
    columns
}

fn head(out: &mut String, first: &str) {
    let names: Vec<String> = columns().into_iter().map(|(_, name)| name).collect();
    writeln!(out, "| {first} | {} |", names.join(" | ")).unwrap();
    writeln!(out, "|{}", " --- |".repeat(names.len() + 1)).unwrap();
}

/// The sides as somebody sees them: a person's own record is theirs.
fn sides(house: &House, name: &str) -> [Side; 2] {
    let mut own = house.own.clone();
    own.insert("person", house.people.get(name).unwrap_or(&house.people["nothing"]).clone());
    let mut other = house.other.clone();
    other.insert("person", house.others["auditor"].clone());
    [own, other]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_at_which_door_is_as_the_reference_says() {
    let house = House::built().await;
    let router = house.served.router();
    let mut people: BTreeMap<&str, Who> = BTreeMap::new();
    for name in PEOPLE {
        people.insert(name, Who::of(&house, &house.people[name]).await);
    }
    people.insert("nobody", Who::nobody());
    let by_door = house.door_cookie(&house.people["auditee_contact"], &house.own["audit"]).await;
    people.insert(BY_DOOR, Who { cookie: by_door, bearer: String::new() });
    let mut out = INTRODUCTION.to_owned();
    out.push_str("\n## Routes\n\n");
    head(&mut out, "Route");
    // Whoever signs out or revokes is somebody else for the rest, and what ends a session comes last.
    for Listed { method, path, asks } in doors() {
        if matches!(path, "/sign-out" | "/records/verify" | "/door/close" if method == "POST") {
            continue;
        }
        let mut line = format!("| `{method} {path}` <br> {asks} |");
        for (name, _) in columns() {
            let [own, other] = sides(&house, name);
            let who = &people[name];
            let own = who.is_let_in(&router, method, &filled(path, &own), None).await;
            let other = who.is_let_in(&router, method, &filled(path, &other), None).await;
            let cell = cell(own, other);
            assert_ne!(cell, "OTHER", "{name} may at {method} {path} on another's alone");
            write!(line, " {cell} |").unwrap();
        }
        writeln!(out, "{line}").unwrap();
    }
    out.push_str("\n## Commands\n\n");
    head(&mut out, "Command");
    for name in Command::NAMES {
        let deed = assize_access::commands::deed_of(name).unwrap();
        let mut line = format!("| `{name}` |");
        for (column, _) in columns() {
            let [own, other] = sides(&house, column);
            let mut cells = Vec::new();
            for side in [own, other] {
                let mut body = json!({ "no_such_field": true });
                if let Some((at, kind)) = deed.on.first() {
                    put(&mut body, at, side.get(kind.word()));
                }
                if column == BY_DOOR {
                    cells.push(people[column].is_let_in(&router, "GET", &form_of(name, &side), None).await);
                    continue;
                }
                let path = format!("/api/v1/commands/{name}");
                cells.push(people[column].is_let_in(&router, "POST", &path, Some(&body)).await);
            }
            let cell = cell(cells[0], cells[1]);
            assert_ne!(cell, "OTHER", "{column} may give {name} on another's alone");
            write!(line, " {cell} |").unwrap();
        }
        writeln!(out, "{line}").unwrap();
    }
    assert_reference(&out);
}

/// The form of a command on a side: whoever came by the door has no token and gives commands by forms.
fn form_of(name: &str, side: &Side) -> String {
    let deed = assize_access::commands::deed_of(name).unwrap();
    let nothing = "01890a5d-ac96-774b-bcce-b302099a8057".to_owned();
    match deed.on.first() {
        Some((at, kind)) if at.matches('/').count() == 1 => {
            let id = side.get(kind.word()).unwrap_or(&nothing);
            format!("/do/{name}?{}={id}", at.trim_start_matches('/'))
        }
        _ => format!("/do/{name}"),
    }
}

/// Puts the id of a record at a place.
fn put(body: &mut Value, at: &str, id: Option<&String>) {
    let id = id.cloned().unwrap_or_else(|| "01890a5d-ac96-774b-bcce-b302099a8057".to_owned());
    let mut here = body;
    for part in at.split('/').skip(1) {
        here = &mut here[part];
    }
    *here = json!(id);
}

const INTRODUCTION: &str = "# Who may at which door\n\n\
This is what came out when everybody of a small house tried every door: it is written by the test `access_matrix`, and the test fails where \
something else comes out. `yes` is for what is theirs and what is another's, `own` for what is theirs alone, `–` for neither. \
Lists are open to everybody who is signed in and hold what they may see. Which of those who may give a command may give it *now* is \
said by the law.\n";

fn assert_reference(text: &str) {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/access.md");
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(&file, text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    for (number, (kept, now)) in kept.lines().zip(text.lines()).enumerate() {
        assert_eq!(
            kept,
            now,
            "line {} of docs/reference/access.md is old: read what changed, then run this test with ASSIZE_RENEW=1",
            number + 1
        );
    }
    assert_eq!(
        kept.lines().count(),
        text.lines().count(),
        "docs/reference/access.md is old: run this test with ASSIZE_RENEW=1"
    );
}
