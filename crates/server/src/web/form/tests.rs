use assize_domain::Command;
use assize_domain::kernel::said::{Said, say};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::*;
use crate::web::words::Language;

fn read(command: &str, body: &str) -> Value {
    let posted = Posted::read(body.as_bytes());
    let reader = Reader { posted: &posted, language: Language::English, zone: TimeZone::UTC };
    reader.value(&Command::schema(command).unwrap(), "").unwrap()
}

fn nodes(command: &str, value: &Value, wrong: &[Wrong]) -> Vec<Node> {
    let words = Words::new(Language::English, "UTC");
    let choices = Choices::default();
    let making = Making {
        words: &words,
        choices: &choices,
        fixed: &[],
        wrong,
        open: None,
        fresh: || "fresh".to_owned(),
    };
    making.nodes(&Command::schema(command).unwrap(), value)
}

/// What a browser would send of the controls.
fn sent(nodes: &[Node], out: &mut Vec<(String, String)>) {
    for node in nodes {
        let mut put = |value: &str| out.push((node.pointer.clone(), value.to_owned()));
        match &node.control {
            Control::Fixed { value, .. } | Control::Made { value } => put(value),
            Control::Line { value, .. } | Control::Running { value, .. } | Control::Lines { value } => {
                put(value)
            }
            Control::One { chosen, .. } => put(chosen),
            Control::Ticks { options } => {
                options.iter().filter(|(_, ticked)| *ticked).for_each(|(choice, _)| put(&choice.value));
            }
            Control::Truth { chosen } => {
                if let Some(chosen) = chosen {
                    put(&chosen.to_string());
                }
            }
            Control::Box { ticked } => {
                put("false");
                if *ticked {
                    put("true");
                }
            }
            Control::Group { nodes } => sent(nodes, out),
            Control::Rows { rows, .. } => rows.iter().for_each(|row| sent(&row.nodes, out)),
        }
    }
}

#[test]
fn what_a_form_holds_is_what_it_sends() {
    let plan = json!({
        "audit": "01990000-0000-7000-8000-000000000001",
        "reason": "the site moved",
        "items": [{ "item": "objectives", "text": "To see\nwhether it holds" }, { "item": "scope", "omitted": "said before" }],
        "sessions": [{
            "key": "s1", "subject": "Opening", "place": "Room 1", "zone": "UTC", "method": "on_site",
            "start": "2026-03-02T08:00:00.000Z", "end": "2026-03-02T09:00:00.000Z",
            "requirements": ["4.1", "6.1.2 a)"],
        }],
    });
    let mut out = Vec::new();
    sent(&nodes("plan.draft", &plan, &[]), &mut out);
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(out).finish();
    assert_eq!(read("plan.draft", &body), plan);
    assert!(Command::read("plan.draft", &plan).unwrap().is_ok());
}

#[test]
fn empty_rows_are_left_out_and_what_cannot_be_read_is_kept() {
    let body = "/sessions/0/subject=&/sessions/0/key=k0&/sessions/4/subject=Fieldwork&/sessions/4/start=soon&/audit=x";
    let value = read("plan.draft", body);
    assert_eq!(value, json!({ "audit": "x", "sessions": [{ "subject": "Fieldwork", "start": "soon" }] }));
    let number = read("audit.give_feedback", "/mark=five");
    assert_eq!(number, json!({ "mark": "five" }));
}

#[test]
fn an_amount_is_typed_and_shown_in_the_unit_of_the_currency() {
    for typed in ["850,50", "850.5"] {
        assert_eq!(
            read("person.update", &format!("/day_rate_cents={typed}")),
            json!({ "day_rate_cents": 85_050 })
        );
    }
    let line = |value: Value| {
        let mut out = Vec::new();
        sent(&nodes("person.update", &value, &[]), &mut out);
        out.into_iter().find(|(pointer, _)| pointer == "/day_rate_cents").unwrap().1
    };
    assert_eq!(line(json!({ "day_rate_cents": 85_050 })), "850.50");
    assert_eq!(line(json!({ "day_rate_cents": 85_000 })), "850");
    // What is no amount is kept as it was typed, and said to be none at its place.
    let kept = read("person.update", "/day_rate_cents=1.000,00");
    assert_eq!(line(kept.clone()), "1.000,00");
    let problems = Command::read("person.update", &kept).unwrap().unwrap_err();
    let problem = problems.into_iter().find(|problem| problem.at == "/day_rate_cents").unwrap();
    let wrong = Wrong::of(&Words::new(Language::German, "UTC"), problem);
    assert_eq!((wrong.at.as_str(), wrong.what.as_str()), ("/day_rate_cents", "ist kein Betrag"));
    assert!(wrong.hint.contains("850,50"), "{}", wrong.hint);
}

#[test]
fn a_moment_is_typed_in_the_zone_beside_it() {
    let body = "/sessions/0/zone=Europe/Vienna&/sessions/0/start=2026-07-01T09:00&/sessions/0/end=2026-07-01T10:00:00Z";
    let value = read("plan.draft", body);
    assert_eq!(value.pointer("/sessions/0/start").unwrap(), "2026-07-01T07:00:00.000Z");
    assert_eq!(value.pointer("/sessions/0/end").unwrap(), "2026-07-01T10:00:00Z");
}

#[test]
fn a_box_that_is_ticked_is_true() {
    let value = read(
        "meeting.record",
        "/agenda/0/item=a&/agenda/0/covered=false&/agenda/0/covered=true&/agenda/1/item=b&/agenda/1/covered=false",
    );
    assert_eq!(
        value,
        json!({ "agenda": [{ "item": "a", "covered": true }, { "item": "b", "covered": false }] })
    );
}

#[test]
fn a_problem_stands_beside_its_control_and_no_problem_is_lost() {
    let value = json!({ "audit": "x", "sessions": [{ "subject": "" }] });
    let problems = Command::read("plan.draft", &value).unwrap().unwrap_err();
    let words = Words::new(Language::English, "UTC");
    let wrong: Vec<Wrong> = problems.into_iter().map(|problem| Wrong::of(&words, problem)).collect();
    let choices = Choices::default();
    let fixed = ["/audit".to_owned()];
    let making = Making {
        words: &words,
        choices: &choices,
        fixed: &fixed,
        wrong: &wrong,
        open: None,
        fresh: || "k".to_owned(),
    };
    let nodes = making.nodes(&Command::schema("plan.draft").unwrap(), &value);
    let mut places = Vec::new();
    collect_places(&nodes, &mut places);
    assert!(places.contains(&"/sessions/0/subject"));
    let elsewhere = making.elsewhere(&nodes);
    // The audit was fixed and has no control, the key is made by the form: what is wrong with them is said above the form.
    let at: Vec<&str> = elsewhere.iter().map(|problem| problem.at.as_str()).collect();
    assert_eq!(at, ["/audit", "/sessions/0/key"]);
}

#[test]
fn every_command_has_a_form() {
    for name in Command::NAMES {
        let made = nodes(name, &json!({}), &[]);
        let properties = Command::schema(name).unwrap()["properties"].as_object().unwrap().len();
        assert_eq!(made.len(), properties, "{name}");
    }
}

#[test]
fn a_command_is_called_as_its_button_is() {
    let words = Words::new(Language::English, "UTC");
    let data = |text: &str| spoken(&words, &Said::data(text));
    assert_eq!(data("present it with `plan.present`"), "present it with “Present the plan”");
    assert_eq!(data("the area `isms` and a ` alone"), "the area `isms` and a ` alone");
    assert_eq!(data("the area `isms`"), "the area “isms”");
}

#[test]
fn the_law_speaks_the_language_of_the_reader() {
    let (english, german) = (Words::new(Language::English, "UTC"), Words::new(Language::German, "UTC"));
    let state = assize_domain::kernel::said::Arg::Word { of: "AuditState", word: "conducting" };
    let wanted = assize_domain::kernel::said::either(["prepared"]);
    let said = say!("the audit is `{state}`, not `{wanted}`", state, wanted);
    assert_eq!(spoken(&english, &said), "the audit is “Fieldwork under way”, not “prepared”");
    assert_eq!(spoken(&german, &said), "das Audit hat den Status „In Durchführung“, nicht „prepared“");
    let until: assize_domain::kernel::time::Date = "2027-03-01".parse().unwrap();
    let kept = say!("the records are kept until {until}", until);
    assert_eq!(spoken(&german, &kept), "die Aufzeichnungen werden bis 1.3.2027 aufbewahrt");
    let hint = Said::from("present it first with `plan.present`");
    assert_eq!(spoken(&german, &hint), "ihn zuerst mit „Auditplan vorlegen“ vorlegen");
    let papers = |unreviewed: i64| say!("{unreviewed} working papers were not reviewed", unreviewed);
    assert_eq!(spoken(&german, &papers(1)), "ein Arbeitspapier ist nicht geprüft");
    assert_eq!(spoken(&german, &papers(2)), "2 Arbeitspapiere sind nicht geprüft");
    let lacks = say!("in `{area}`: {error}", area = "isms", error = Said::from("is empty"));
    assert_eq!(spoken(&german, &lacks), "in „isms“: is empty", "a text without its message is said as it is");
}

#[test]
fn a_moment_is_shown_in_the_zone_that_stands_beside_it() {
    let session =
        json!({ "sessions": [{ "key": "s", "zone": "Europe/Berlin", "start": "2026-07-01T08:00:00.000Z" }] });
    let mut out = Vec::new();
    sent(&nodes("plan.draft", &session, &[]), &mut out);
    let start = out.iter().find(|(pointer, _)| pointer == "/sessions/0/start").unwrap();
    assert_eq!(start.1, "2026-07-01T10:00");
}

#[test]
fn a_unit_names_the_one_it_is_part_of_by_its_key_or_by_a_name_that_stands_once() {
    let parent = |named: &str, other: &str| {
        let body = format!(
            "/units/0/key=ops&/units/0/name=Operations&/units/1/key=it&/units/1/name={other}&/units/1/parent={named}"
        );
        read("auditee.update", &body)["units"][1]["parent"].clone()
    };
    assert_eq!(parent("ops", "IT"), "ops");
    assert_eq!(parent("operations", "IT"), "ops");
    assert_eq!(parent("Operations", "Operations"), "Operations", "two are called so");
    assert_eq!(parent("Sales", "IT"), "Sales");
}

#[test]
fn an_area_of_competence_is_read_by_its_title() {
    let area = |said: &str| {
        read("credential.add", &format!("/credential/area={said}"))["credential"]["area"].clone()
    };
    assert_eq!(
        (area("Auditing"), area("auditieren"), area("isms")),
        (json!("audit"), json!("audit"), json!("isms"))
    );
    assert_eq!(area("Payments"), "Payments");
    let areas = read("audit.initiate", "/initiation/areas=Auditing%0Apayments");
    assert_eq!(areas["initiation"]["areas"], json!(["audit", "payments"]));
}
