use serde_json::{Value, json};

use super::adopt::{TEXT_PLACEHOLDER, TEXT_RETIRED};
use super::fill::placeholders;
use super::taken::TEXT_LENGTH;
use super::{HouseText, TextUse};
use crate::audit::people::AUDIT_MANAGER;
use crate::kernel::id::{HouseTextId, Id as _, TextUseId};
use crate::registry::Command;
use crate::testing::{Bench, refused_at, refused_by};

fn command(name: &str, body: &Value) -> Command {
    Command::read(name, body).unwrap().unwrap()
}

fn adopt(text: &str, language: &str) -> Command {
    command("text.adopt", &json!({ "kind": "confidentiality", "language": language, "text": text }))
}

fn adopted(bench: &mut Bench, text: &str, language: &str) -> HouseTextId {
    let manager = bench.cast.manager;
    let events = bench.act(manager, adopt(text, language)).unwrap();
    events.first().unwrap().subject().id.into()
}

fn take(bench: &Bench, text: HouseTextId) -> Command {
    let audit = crate::kernel::id::AuditId::from(bench.cast.planned).to_string();
    command(
        "text.take",
        &json!({ "audit": audit, "house_text": text.to_string(), "place": "audit_report.confidentiality" }),
    )
}

fn opened() -> Bench {
    crate::testing::carry::Carried::opened_in(Bench::standing()).bench
}

#[test]
fn braces_that_hold_no_name_are_just_signs() {
    let found: Vec<&str> = placeholders("{audit} { x } {} {a{leader}} {no-name} {open").collect();
    assert_eq!(found, ["audit", "leader"]);
}

#[test]
fn unknown_placeholders_are_named_with_those_there_are() {
    let mut bench = Bench::standing();
    let manager = bench.cast.manager;
    bench.done(manager, adopt("We keep what {auditee} shows us to ourselves.", "en"));
    let refused = bench.act(manager, adopt("We keep what {customer} shows us.", "en"));
    let said = format!("{refused:?}");
    assert!(said.contains("customer") && said.contains("auditee"), "{said}");
    refused_at(refused, &TEXT_PLACEHOLDER, "/text");
}

#[test]
fn one_version_of_each_kind_and_language_is_in_use() {
    let mut bench = Bench::standing();
    let manager = bench.cast.manager;
    let first = adopted(&mut bench, "One", "en");
    let german = adopted(&mut bench, "Eins", "de");
    assert!(bench.act(manager, adopt("One", "en")).unwrap().is_empty());
    let second = adopted(&mut bench, "Two", "en");
    let of = |bench: &Bench, id| {
        let text = bench.get::<HouseText>(id);
        (text.revision, text.is_in_use())
    };
    assert_eq!([first, second, german].map(|id| of(&bench, id)), [(1, false), (2, true), (1, true)]);
    // What was in use before may be taken up again, as a version of its own.
    let third = adopted(&mut bench, "One", "en");
    assert_eq!(of(&bench, third), (3, true));
    let retire = command("text.retire", &json!({ "house_text": third.to_string(), "reason": "Too short" }));
    bench.done(manager, retire.clone());
    refused_by(bench.act(manager, retire), &TEXT_RETIRED);
}

#[test]
fn a_text_is_taken_with_what_the_records_say() {
    let mut bench = opened();
    let leader = bench.cast.manager;
    let text = adopted(
        &mut bench,
        "What {auditee} shows in “{audit}” ({period}) stays with us: {leader}. {a b}",
        "en",
    );
    let events = bench.act(leader, take(&bench, text)).unwrap();
    let taken: TextUseId = events.first().unwrap().subject().id.into();
    assert_eq!(events.first().unwrap().audit().map(|audit| audit.uuid()), Some(bench.cast.planned.uuid()));
    let taken = bench.get::<TextUse>(taken).clone();
    assert!(
        !taken.text.as_str().contains("{auditee}") && taken.text.as_str().ends_with("{a b}"),
        "{taken:?}"
    );
    assert_eq!((taken.revision, taken.house_text), (1, text));
    // Who has nothing to do with the audit takes nothing into it, and what is retired is not taken.
    refused_by(bench.act(bench.cast.stranger, take(&bench, text)), &AUDIT_MANAGER);
    let newer = adopted(&mut bench, "Another", "en");
    refused_at(bench.act(leader, take(&bench, text)), &TEXT_RETIRED, "/house_text");
    bench.act(leader, take(&bench, newer)).unwrap();
    let long = adopted(&mut bench, &"{audit}".repeat(2_800), "en");
    refused_at(bench.act(leader, take(&bench, long)), &TEXT_LENGTH, "/house_text");
}
