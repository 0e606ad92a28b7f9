//! The pages of the catalogue, the methods, settings, and of the record as a whole.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod harness;

use assize_domain::Kind;
use harness::served;
use harness::visitor::{Visitor, unescaped};
use serde_json::json;
use sha2::Digest as _;

const SET: &str = "ISO%2FIEC+27001%3A2022%2BA1%3A2024";

#[tokio::test]
async fn the_catalogue_is_browsed_and_adopted() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let page = visitor.get("/catalogue").await;
    page.says(&["Adopt the audit tests"]);
    page.says(&["ISO/IEC 27001:2022+A1:2024"]);
    visitor.get("/catalogue?q=leaver+access").await.says(&["/catalogue/tests/T-"]);
    visitor.get("/catalogue?q=xyzzy").await.says(&["No test has all of these words"]);
    visitor.get(&format!("/catalogue?set={SET}")).await.says(&["Adopt this set"]);
    let page = visitor.get(&format!("/catalogue?set={SET}&under=A.5.1")).await;
    page.says(&["Policies for information security"]);
    page.says(&["/catalogue/tests/T-A.5.1-01"]);
    visitor.get(&format!("/catalogue?set={SET}&under=A.5")).await.says(&["Organizational controls"]);
    assert_eq!(visitor.get("/catalogue?set=nothing").await.status, 404);
    assert_eq!(visitor.get(&format!("/catalogue?set={SET}&under=99")).await.status, 404);
    assert_eq!(visitor.get("/catalogue/tests/T-NONE-01").await.status, 404);
    assert_eq!(visitor.get("/catalogue?trail=nothing").await.status, 404);
    let page = visitor.get("/catalogue/tests/T-A.5.1-01").await;
    page.says(&["Typical nonconformities"]);
    page.says(&["No working paper has been made from it"]);

    // One test is adopted by the command's own form, from the page of the test.
    let mut controls = page.controls("/do/test.adopt");
    controls.retain(|(name, _)| name != "back");
    let fields: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    visitor.post("/do/test.adopt", &fields).await.to();
    assert_eq!(served.store.test_glances(None).await.unwrap().len(), 1);
    visitor.get("/catalogue/tests/T-A.5.1-01").await.says(&["standing-adopted"]);

    // Then all of them; doing it again changes nothing.
    for _ in 0..2 {
        assert!(visitor.post("/catalogue/adopt", &[]).await.to().starts_with("/catalogue?done=test.adopt"));
        assert_eq!(served.store.test_glances(None).await.unwrap().len(), 204);
    }
    visitor.post("/catalogue/adopt", &[("set", "ISO/IEC 27001:2022+A1:2024")]).await.to();
    let page = visitor.get(&format!("/catalogue?set={SET}")).await;
    page.says(&["Retire"]);
    assert_eq!(served.store.set_glances().await.unwrap().len(), 1);
    for form in ["xlsx", "toml", "oscal"] {
        let file = visitor.send("GET", &format!("/catalogue/export?set={SET}&as={form}"), &[], "").await;
        assert_eq!(file.status, 200, "{form}");
    }
}

/// What a form has in rows and ticks, by the names of its controls.
fn rows(page: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        tag.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().to_owned()
    };
    let mut found = Vec::new();
    for area in page.split("<textarea ").skip(1) {
        let (tag, rest) = area.split_once('>').unwrap();
        let text = rest.split("</textarea>").next().unwrap().trim_start_matches('\n');
        found.push((attribute(tag, " name"), unescaped(text)));
    }
    for list in page.split("<select ").skip(1) {
        let chosen =
            list.split("</select>").next().unwrap().split("<option ").find(|one| one.contains(" selected"));
        found.push((attribute(list, " name"), chosen.map(|one| attribute(one, "value")).unwrap_or_default()));
    }
    for tick in page.split("<input type=\"checkbox\" ").skip(1) {
        let tag = tick.split('>').next().unwrap();
        if tag.contains(" checked") {
            found.push((attribute(tag, "name"), attribute(tag, "value")));
        }
    }
    found.retain(|(name, _)| name.contains('.') || name == "audit_types");
    found
}

#[tokio::test]
async fn a_new_version_of_a_test_is_read_as_the_catalogue_reads() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let empty =
        visitor.post("/catalogue/new", &[("criteria", "ISO/IEC 27001:2022+A1:2024"), ("id", "T-1")]).await;
    assert_eq!(empty.status, 422);
    empty.says(&["aria-invalid"]);
    empty.says(&["value=\"T-1\""]);
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
    let page = visitor.get("/catalogue/tests/T-A.5.1-01/edit").await;
    let part = |name: &str| {
        let at = page.text.split_once(&format!("name=\"{name}\"")).unwrap().1;
        let (is_line, rest) = match at.split_once('>') {
            Some((tag, rest)) if tag.contains("value=\"") => (true, (tag, rest)),
            Some(split) => (false, split),
            None => panic!("{name}"),
        };
        unescaped(&match is_line {
            true => rest.0.split_once("value=\"").unwrap().1.split('"').next().unwrap().to_owned(),
            false => rest.1.split("</textarea>").next().unwrap().trim_start_matches('\n').to_owned(),
        })
    };
    let keys = [
        "id",
        "title",
        "requirements",
        "objective",
        "observe",
        "inspect",
        "reperform",
        "remote",
        "conformity",
        "warnings",
        "related",
        "minutes",
        "links",
        "criteria",
    ];
    let mut fields: Vec<(String, String)> = keys.iter().map(|key| ((*key).to_owned(), part(key))).collect();
    fields.extend(rows(&page.text));
    fields.iter_mut().find(|(key, _)| key == "minutes").unwrap().1 = "45".to_owned();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert!(fields.contains(&("evidence.0.kind", "documented_information")), "{fields:?}");
    let more =
        visitor.post("/catalogue/tests/T-A.5.1-01/edit", &[&fields[..], &[("more", "ask")]].concat()).await;
    assert_eq!(
        (more.status, rows(&more.text)),
        (200, rows(&page.text)),
        "what was written stands, and is adopted by nobody"
    );
    assert!(served.store.test_glances(Some("T-A.5.1-01")).await.unwrap().is_empty());
    let done = visitor.post("/catalogue/tests/T-A.5.1-01/edit", &fields).await;
    assert!(done.to().starts_with("/catalogue/tests/T-A.5.1-01?done=test.adopt"));
    let glances = served.store.test_glances(Some("T-A.5.1-01")).await.unwrap();
    assert_eq!((glances.len(), glances[0].minutes), (1, 45));
    visitor.get("/catalogue/tests/T-A.5.1-01").await.says(&["standing-changed"]);
}

#[tokio::test]
async fn a_catalogue_is_imported_whole_or_not_at_all() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.get("/catalogue/import").await.says(&["multipart/form-data"]);
    let text = "Nr,Rule,Colour\n1,Gates are shut at night,red\n2,Visitors sign the book,blue\n";
    let to = visitor.upload("/catalogue/import", &[], ("yard.csv", text.as_bytes())).await.to().to_owned();
    let page = visitor.get(&to).await;
    page.says(&["Gates are shut at night"]);
    page.says(&["Colour"]);
    // Without a set there are problems, each at its place, and nothing is adopted.
    let checked = format!(
        "{to}&check=1&sheet0.was=requirements+1&sheet0.sort=requirements&sheet0.header_row=1&sheet0.col0=id&sheet0.col1=title"
    );
    visitor.get(&checked).await.says(&["nothing was adopted"]);
    let set = "&set.id=Yard+rules%3A2026&set.title=Yard+rules&set.publisher=Works&set.edition=2026&set.source=the+yard";
    let page = visitor.get(&format!("{checked}{set}")).await;
    page.says(&["There is no problem"]);
    page.says(&["2 requirements"]);
    let path = to.split('?').next().unwrap();
    let controls = page.controls(path);
    let fields: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(served.store.head_seq().await.unwrap(), 0);
    let done = visitor.post(path, &fields).await;
    assert!(done.to().contains("done=criteria.adopt"), "{}", done.to());
    let page = visitor.get("/catalogue?set=Yard+rules%3A2026").await;
    page.says(&["Gates are shut at night"]);
    // The same edition with other rules is refused before anything is done.
    let seq = served.store.head_seq().await.unwrap();
    let to = visitor
        .upload("/catalogue/import", &[], ("yard.csv", "Nr,Rule\n1,Gates are open at night\n".as_bytes()))
        .await;
    let other = format!(
        "{}&check=1&sheet0.was=requirements+1&sheet0.sort=requirements&sheet0.header_row=1&sheet0.col0=id&sheet0.col1=title{set}",
        to.to()
    );
    visitor.get(&other).await.says(&["was adopted before, and this is not the same"]);
    assert_eq!(served.store.head_seq().await.unwrap(), seq);
    // A file of another session is not shown.
    assert_eq!(visitor.get(&format!("{path}?name=yard.csv&mark=0")).await.status, 404);
    // Whoever knows their own session could make the mark of any file that is kept; they see those alone that they have sent.
    let kept = served.store.blobs().put("Nr,Rule\n1,Kept from others\n".into()).await.unwrap().sha256;
    let session = visitor.cookie.split_once('=').unwrap().1;
    let mark = assize_domain::kernel::entry::hex(&sha2::Sha256::digest(format!(
        "assize-import/1\n{session}\n{kept}"
    )));
    let page = visitor.get(&format!("/catalogue/import/{kept}?name=kept.csv&mark={mark}")).await;
    assert_eq!(page.status, 404, "{}", page.text);
    let toml = visitor.upload("/catalogue/import", &[], ("bad.toml", "this is not toml".as_bytes())).await;
    visitor.get(toml.to()).await.says(&["One problem; nothing was adopted"]);
}

#[tokio::test]
async fn a_method_shows_its_working_and_what_is_wrong_with_its_inputs() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.get("/methods").await.says(&["/methods/sample-size"]);
    for method in assize_methods::METHODS {
        let page = visitor.get(&format!("/methods/{}", method.name)).await;
        assert_eq!(page.status, 200, "{}", method.name);
        assert!(!page.text.contains("class=\"wrong\""), "{}", method.name);
    }
    let asked = "/methods/sample-size?%2Frisk=0.05&%2Ftolerable=0.06&%2Fexpected=0.01";
    let page = visitor.get(asked).await;
    page.says(&["Examine 78 items"]);
    page.says(&["<th scope=\"row\">deviations allowed</th>"]);
    page.says(&["There is no audit that you are in and no programme"]);
    let page = visitor.get("/methods/sample-size?%2Frisk=2&%2Ftolerable=0.06").await;
    assert_eq!(page.status, 422);
    page.says(&["id=\"f-risk-problem-1\""]);
    page.says(&["value=\"2\""]);
    // A row more is no calculation.
    let page = visitor.get("/methods/audit-time?%2Fpersons=147&rows=add:/groups").await;
    page.says(&["name=\"/groups/0/persons\""]);
    assert!(!page.text.contains("class=\"conclusion\""));
    visitor.get("/methods/audit-time?%2Fpersons=147").await.says(&["class=\"conclusion\""]);
    let lines = "key,amount\na,1\nb,2\nc,3\n";
    let fields = [("lines", lines), ("/size", "2"), ("/seed", "2026-11-25"), ("/key", "key")];
    visitor.post("/methods/draw", &fields).await.says(&["class=\"conclusion\""]);
    let page = visitor.post("/methods/assign", &[("json", "{")]).await;
    assert_eq!(page.status, 422);
    assert_eq!(visitor.get("/methods/astrology").await.status, 404);
    // A result that does not come out is refused at this door too.
    let forged = [
        ("/method", "sample-size"),
        ("/software", "Assize 9.9"),
        ("/inputs", "{\"risk\":\"0.05\",\"tolerable\":\"0.06\"}"),
        ("/result", "{}"),
        ("/conclusion", "25 are enough"),
        ("/steps/0/what", "a"),
        ("/steps/0/working", "b"),
        ("/steps/0/value", "c"),
    ];
    let page = visitor.post("/do/method.record", &forged).await;
    assert_eq!(page.status, 422);
    page.says(&["carries it out"]);
}

#[tokio::test]
async fn settings_show_the_policy_and_a_token_once() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    let page = visitor.get("/settings").await;
    page.says(&["The auditing organization has no name yet"]);
    page.says(&["Major nonconformity"]);
    page.says(&["SQLite"]);
    assert!(page.text.contains("href=\"/settings/security\""), "who administers finds the security log");
    let person = served.person("Ada Brandt").await;
    let other = Visitor::enter(&served, Some(&person)).await.get("/settings").await;
    assert!(other.status == 200 && !other.text.contains("/settings/security"), "{}", other.text);
    let wrong =
        visitor.post("/settings/tokens", &[("label", "Reports"), ("scope", "read"), ("days", "9000")]).await;
    assert_eq!(wrong.status, 422);
    wrong.says(&["value=\"Reports\""]);
    let made =
        visitor.post("/settings/tokens", &[("label", "Reports"), ("scope", "read"), ("days", "30")]).await;
    made.says(&["assize_"]);
    let list = visitor.get("/settings/tokens").await;
    list.says(&["Reports"]);
    assert!(!list.text.contains("<pre>assize_"));
    let tokens = served.store.tokens().await.unwrap();
    let id = &tokens.iter().find(|token| token.label == "Reports").unwrap().id;
    assert_eq!(visitor.post(&format!("/settings/tokens/{id}/revoke"), &[]).await.to(), "/settings/tokens");
    visitor.get("/settings/tokens").await.says(&["revoked"]);
    assert_eq!(visitor.post(&format!("/settings/tokens/{id}/revoke"), &[]).await.status, 404);
}

#[tokio::test]
async fn the_record_is_verified_and_what_is_retained_is_listed() {
    let served = served().await;
    served.person("Ada").await;
    let visitor = Visitor::operator(&served).await;
    assert_eq!(visitor.post("/records/verify", &[]).await.to(), "/records/verify");
    let page = visitor.get("/records/verify").await;
    page.says(&["The last verification"]);
    page.says(&["Operator of the store"]);
    visitor.get("/records/retention").await.says(&["Nothing is past its retention"]);
    let nobody = "01900000-0000-7000-8000-000000000001";
    assert_eq!(visitor.get(&format!("/audits/{nobody}/dossier")).await.status, 404);
    assert_eq!(visitor.get(&format!("/audits/{nobody}/dossier.zip")).await.status, 404);
    assert_eq!(visitor.get(&format!("/method-uses/{nobody}/pdf")).await.status, 404);
    assert!(served.store.record_page(Kind::Erasure, None, 1).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_adopted_is_found_by_its_record_too() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    visitor.post("/catalogue/adopt", &[]).await.to();
    visitor.post("/catalogue/adopt", &[("set", "ISO 19011:2018")]).await.to();
    let record = async |kind| {
        let page = served.store.record_page(kind, None, 1).await.unwrap();
        page[0].0.id.hyphenated().to_string()
    };
    let test = record(Kind::AuditTest).await;
    assert!(visitor.get(&format!("/catalogue/tests/{test}")).await.to().starts_with("/catalogue/tests/T-"));
    let set = record(Kind::CriteriaSet).await;
    let to = visitor.get(&format!("/catalogue?set={set}")).await;
    assert_eq!(to.to(), "/catalogue?set=ISO+19011%3A2018");
    let trail = record(Kind::AuditTrail).await;
    assert!(visitor.get(&format!("/catalogue?trail={trail}")).await.to().starts_with("/catalogue?trail=TR"));
    assert_eq!(visitor.get(&format!("/records/audit_test/{test}")).await.status, 200);
}

#[tokio::test]
async fn a_method_is_carried_out_by_the_adopted_tables_that_are_ticked() {
    let served = served().await;
    let visitor = Visitor::operator(&served).await;
    served.act("organization.name", &json!({ "name": "Fernhill", "policy": null }), &[]).await.subject();
    let manager = served.person("Mara Manager").await;
    let draft =
        json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2026-12-31" }, "days": "40" });
    served.act("programme.draft", &draft, &[("x-on-behalf-of", &manager)]).await.subject();
    let table = |edition: &str, days: &str| {
        json!({ "table": { "key": "house-days", "title": "Days of the house", "source": "Counted", "edition": edition,
            "certainty": "decided", "content": { "is": "days", "day_rows": [{ "from": 1, "to": 500, "days": days }] } } })
    };
    let first = served.act("table.adopt", &table("2026", "6.5"), &[]).await.subject();
    visitor.get("/methods/audit-time").await.says(&[&format!("name=\"tables\" value=\"{first}\"")]);
    let asked = format!("/methods/audit-time?%2Fpersons=120&tables={first}");
    let page = visitor.get(&asked).await;
    page.says(&["takes 6.5 days"]);
    page.says(&[&format!("value=\"{first}\" checked")]);
    let sent = page.controls("/do/method.record");
    assert!(sent.contains(&("/tables/0/method_table".to_owned(), first.clone())), "{sent:?}");
    assert!(sent.contains(&("/tables/0/revision".to_owned(), "1".to_owned())), "{sent:?}");
    // Each system of an integrated audit may have it; a method without a place for it is not offered any.
    visitor.get("/methods/audit-time-integrated").await.says(&[&format!("value=\"qms:{first}\"")]);
    assert!(!visitor.get("/methods/sample-size").await.text.contains("name=\"tables\""));
    // The next version takes its place; an address that was kept says so.
    served.act("table.adopt", &table("2027", "7"), &[]).await.subject();
    let page = visitor.get(&asked).await;
    assert_eq!(page.status, 422);
    page.says(&["is retired"]);
    assert!(!page.text.contains(&format!("value=\"{first}\"")));
}
