//! The pages of a draw: declared, seeded, drawn, replaced and drawn again; and what a dossier is to leave out.

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
use harness::served;
use harness::visitor::Visitor;

/// The form of a draw of simple chance, with a size.
fn fields(size: &str) -> Vec<(&str, &str)> {
    vec![
        ("/population/name", "Leavers of the year"),
        ("/population/key", "ticket"),
        ("/population/completeness", "Counted against the payroll"),
        ("/method", "simple"),
        ("/size", size),
        ("/basis", "Ten of forty, agreed with the leader"),
    ]
}

fn leavers() -> Vec<u8> {
    let rows: String = (1..=40).map(|n| format!("T-{n},{}\n", n * 10)).collect();
    format!("ticket,amount\n{rows}").into_bytes()
}

#[tokio::test]
async fn a_sample_is_drawn_step_by_step_and_can_be_drawn_again() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let visitor = Visitor::enter(&served, Some(&opened.leader)).await;
    let draws = format!("/audits/{}/draws", opened.audit);
    let file = leavers();
    visitor.get(&draws).await.expect(&[
        "Nothing was drawn for this audit yet",
        "multipart/form-data",
        "Sampling method",
    ]);

    // Without a file, with a column that is not there, and with more than there are, nothing is declared.
    let none = visitor.upload(&draws, &fields("10"), ("", b"")).await;
    assert_eq!(none.status, 422);
    none.says(&["No file was chosen", "value=\"Leavers of the year\"", "choose it again before you send"]);
    let mut column = fields("10");
    column[1].1 = "name";
    let column = visitor.upload(&draws, &column, ("leavers.csv", &file)).await;
    assert_eq!(column.status, 422);
    column.says(&["id=\"f-population-key-problem-1\""]);
    let many = visitor.upload(&draws, &fields("41"), ("leavers.csv", &file)).await;
    assert_eq!(many.status, 422);
    many.says(&["id=\"f-size-problem-1\""]);
    let missing = visitor.upload(&draws, &fields("10")[..4], ("leavers.csv", &file)).await;
    missing.says(&["id=\"f-size-problem-1\"", "id=\"f-basis-problem-1\""]);
    assert!(served.get("/records/draw").await.json["items"].as_array().unwrap().is_empty());

    let declared = visitor.upload(&draws, &fields("10"), ("leavers.csv", &file)).await;
    let draw = declared.to().split('?').next().unwrap().to_owned();
    assert!(draw.starts_with("/draws/") && declared.to().contains("done=draw.declare"), "{}", declared.to());
    let page = visitor.get(&draw).await;
    page.expect(&["Population declared", "Make the seed", "Counted against the payroll"]);
    assert!(!page.text.contains("/sample\""), "there is no seed to draw with yet");
    let early = visitor.upload(&format!("{draw}/sample"), &[], ("leavers.csv", &file)).await;
    assert_eq!(early.status, 422);
    early.says(&["the draw has no seed"]);

    let controls = page.controls("/do/draw.seed");
    let seed: Vec<(&str, &str)> = controls.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert!(visitor.post("/do/draw.seed", &seed).await.to().starts_with(&draw));
    visitor.get(&draw).await.expect(&["Seed made", "Draw the sample"]);
    let other = visitor.upload(&format!("{draw}/sample"), &[], ("leavers.csv", b"ticket\nT-1\n")).await;
    assert_eq!(other.status, 422);
    other.says(&["give the very file that was declared"]);
    let drawn = visitor.upload(&format!("{draw}/sample"), &[], ("leavers.csv", &file)).await;
    assert!(drawn.to().contains("done=draw.record"), "{}", drawn.to());
    let page = visitor.get(&draw).await;
    page.expect(&["The 10 items of the sample", "Draw again and compare"]);

    // One cannot be examined: the next stands in, and both stay visible.
    let record = served.get("/records/draw?limit=1").await.json["items"][0]["record"].clone();
    let first = record["selected"][0].as_str().unwrap().to_owned();
    let replace = format!("{draw}/replacements");
    let silent = visitor.upload(&replace, &[("item", &first)], ("leavers.csv", &file)).await;
    assert_eq!(silent.status, 422);
    silent.says(&["Please fill this in"]);
    let unknown =
        visitor.upload(&replace, &[("item", "T-99"), ("reason", "Lost")], ("leavers.csv", &file)).await;
    assert_eq!(unknown.status, 422);
    unknown.says(&["is not in the sample"]);
    let replaced =
        visitor.upload(&replace, &[("item", &first), ("reason", "Lost")], ("leavers.csv", &file)).await;
    assert!(replaced.to().contains("done=draw.replace"), "{}", replaced.to());
    visitor.get(&draw).await.expect(&["The 11 items of the sample", "(stands in)", "Lost"]);

    // Whoever has the file draws the same again; with another file nothing can be said.
    let again = visitor.upload(&format!("{draw}/redone"), &[], ("leavers.csv", &file)).await;
    again.expect(&["The recorded sample comes out again"]);
    let again = visitor.upload(&format!("{draw}/redone"), &[], ("leavers.csv", b"ticket\nT-1\n")).await;
    assert_eq!(again.status, 422);
    visitor.get(&draws).await.expect(&["Leavers of the year", "Sample drawn", "10 of 40"]);

    let gone = visitor.get("/draws/0198c2f0-0000-7000-8000-000000000000").await;
    assert_eq!(gone.status, 404);
}

#[tokio::test]
async fn whoever_is_not_in_the_team_draws_nothing() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let other = served.person("Priya Raman").await;
    let visitor = Visitor::enter(&served, Some(&other)).await;
    let draws = format!("/audits/{}/draws", opened.audit);
    let refused = visitor.upload(&draws, &fields("10"), ("leavers.csv", &leavers())).await;
    assert_eq!(refused.status, 404, "whoever is nothing to the audit does not learn that it is there");
}

#[tokio::test]
async fn what_a_dossier_is_to_leave_out_is_read_before_anything_is_written() {
    let served = served().await;
    let opened = Opened::in_store(&served).await;
    let visitor = Visitor::operator(&served).await;
    let page = format!("/audits/{}/dossier", opened.audit);
    visitor.get(&page).await.expect(&["Nothing of the log has been published yet"]);
    // What cannot be read is said before there is anything to leave it out of.
    for wrong in ["field=nothing", "evidence=0", "field=%3A&field=message.logged%3Atext"] {
        let refused = visitor.get(&format!("{page}.zip?{wrong}")).await;
        assert_eq!(refused.status, 422, "{wrong}: {}", refused.text);
    }
    assert_eq!(visitor.get(&format!("{page}.zip?field=message.logged%3Atext")).await.status, 409);
    let api = |query: &str| format!("/audits/{}/dossier?{query}", opened.audit);
    let at = |answer: harness::Answer| answer.json["problems"][0]["at"].as_str().unwrap().to_owned();
    assert_eq!(served.get(&api("withhold=message.logged%3Atext")).await.status, 409);
    assert_eq!(at(served.get(&api("withhold=message")).await), "?withhold");
    assert_eq!(at(served.get(&api("withhold_evidence=7")).await), "?withhold_evidence");
    assert_eq!(at(served.get(&api("without=7")).await), "?without");
}
