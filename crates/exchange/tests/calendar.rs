//! Calendars: read back by another reader, changed and cancelled as the records are.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that meets what it did not expect fails"
)]
#![allow(dead_code, unreachable_pub, reason = "the story is shared")]

mod story;

use assize_domain::evidence::Evidence;
use assize_domain::kernel::id::{AuditId, ProgrammeId};
use assize_domain::programme::PlannedAudit;
use assize_exchange::calendar::{Calendar, Event, Status, Words, audit_events, planned_events, write};
use icalendar::{CalendarComponent, Component as _, EventLike as _};
use serde_json::json;
use story::{Story, id, story};

fn words() -> Words {
    let word = |text: &str| text.to_owned();
    Words {
        audit: word("Audit"),
        acknowledge: word("Acknowledge"),
        plan: word("Plan"),
        implement: word("Implement"),
        check: word("Check"),
        answer: word("Answer"),
        local_time: word("There"),
        requirements: word("Requirements"),
    }
}

fn events(story: &Story) -> Vec<Event> {
    audit_events(&story.world, story.audit.id.into(), None, &words()).unwrap()
}

fn text(events: Vec<Event>) -> String {
    write(&Calendar { name: "Audits of all".to_owned(), at: "2026-10-01T08:00:00Z".parse().unwrap(), events })
}

fn session(events: &[Event]) -> Event {
    events.iter().find(|event| event.uid.starts_with("session-")).unwrap().clone()
}

#[test]
fn another_reader_reads_what_was_written() {
    let story = story();
    let text = text(events(&story));
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    let read: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(read.get_name(), Some("Audits of all"));
    let sessions: Vec<&icalendar::Event> = read
        .components
        .iter()
        .filter_map(|component| match component {
            CalendarComponent::Event(event) if event.get_uid().unwrap().starts_with("session-") => {
                Some(event)
            }
            _ => None,
        })
        .collect();
    assert_eq!(sessions.len(), 1);
    let event = sessions[0];
    assert_eq!(event.get_summary(), Some("Context, and policies; all"));
    assert_eq!(event.get_location(), Some("Room 1, Main Street 1; Vienna"));
    let start = &event.properties()["DTSTART"];
    assert_eq!(start.value(), "20260902T090000");
    assert_eq!(start.params()["TZID"].value(), "Europe/Vienna");
    assert_eq!(event.property_value("STATUS"), Some("CONFIRMED"));
    let description = event.get_description().unwrap();
    assert!(
        description.contains("There: 2026-09-02 09:00 – 2026-09-02 11:00 (Europe/Vienna)"),
        "{description}"
    );
    assert_eq!(event.get_attendees().len(), 3);
}

/// Part of a calendar from a line to another.
fn part<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let begin = text.find(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    &text[begin..begin + text[begin..].find(to).unwrap() + to.len()]
}

#[test]
fn a_session_is_told_by_the_clocks_of_its_place_across_their_changes() {
    let story = story();
    let mut first = session(&events(&story));
    first.when = assize_exchange::calendar::When::Time {
        // From the last hour of summer time into the first of winter time.
        from: "2026-10-25T00:30:00Z".parse().unwrap(),
        to: "2026-10-25T01:30:00Z".parse().unwrap(),
    };
    let mut second = first.clone();
    second.zone = Some("Asia/Kolkata".parse().unwrap());
    let mut third = first.clone();
    third.zone = Some("UTC".parse().unwrap());
    let mut fourth = first.clone();
    fourth.zone = Some("Mars/Base".parse().unwrap());
    let text = text(vec![first, second, third, fourth]);
    let vienna = part(&text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Vienna", "END:VTIMEZONE");
    assert_eq!(
        vienna.replace("\r\n", " "),
        "BEGIN:VTIMEZONE TZID:Europe/Vienna \
         BEGIN:DAYLIGHT DTSTART:20260329T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST END:DAYLIGHT \
         BEGIN:STANDARD DTSTART:20261025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET END:STANDARD \
         END:VTIMEZONE"
    );
    assert!(
        text.contains("DTSTART;TZID=Europe/Vienna:20261025T023000\r\nDTEND:20261025T013000Z"),
        "that hour is shown twice"
    );
    assert!(
        text.contains("DTSTART;TZID=Asia/Kolkata:20261025T060000\r\n") && text.contains("TZOFFSETTO:+0530")
    );
    assert_eq!(text.matches("DTSTART:20261025T003000Z").count(), 2, "UTC needs no table, and Mars has none");
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 2);
}

#[test]
fn what_is_due_is_there_until_it_is_done() {
    let mut story = story();
    let of = |events: &[Event], step: &str| {
        let found = events.iter().find(|event| event.uid.ends_with(&format!("-{step}@assize")));
        found.map(|event| (event.status, event.sequence))
    };
    let before = events(&story);
    assert_eq!(of(&before, "acknowledge").unwrap().0, Status::Cancelled);
    let (status, sequence) = of(&before, "implement").unwrap();
    assert_eq!(status, Status::Confirmed);
    let (leader, contact, finding) = (story.leader, story.contact, id(story.finding));
    let evidence =
        story.world.list::<Evidence>("audit", AuditId::from(story.audit.id)).unwrap()[0].id().to_string();
    story.give(leader, "finding.accept_plan", json!({ "finding": finding }));
    story.give(
        contact,
        "finding.implement",
        json!({ "finding": finding, "text": "Done", "evidence": [evidence] }),
    );
    let after = events(&story);
    let (status, later) = of(&after, "implement").unwrap();
    assert_eq!(status, Status::Cancelled);
    assert!(later > sequence, "a change that calendars would not take in");
}

#[test]
fn a_session_that_is_no_longer_held_is_cancelled_under_its_id() {
    let mut story = story();
    let before = session(&events(&story));
    assert_eq!(before.status, Status::Confirmed);
    let (manager, audit) = (story.manager, id(story.audit));
    story.give(
        manager,
        "audit.terminate",
        json!({ "audit": audit, "reason": "The auditee withdrew its cooperation" }),
    );
    let after = session(&events(&story));
    assert_eq!((after.uid.as_str(), after.status), (before.uid.as_str(), Status::Cancelled));
    assert!(after.sequence > before.sequence);
}

#[test]
fn somebody_gets_what_they_have_to_do_with() {
    let story = story();
    let of = |person: assize_domain::Key| {
        audit_events(&story.world, story.audit.id.into(), Some(person.id.into()), &words()).unwrap().len()
    };
    let all = events(&story).len();
    assert_eq!(of(story.leader), all);
    assert_eq!(of(story.manager), 0);
    // The contact owns the action, and is in the session.
    assert_eq!(of(story.contact), all);
}

#[test]
fn a_schedule_has_every_planned_audit() {
    let mut story = story();
    let (manager, programme) = (story.manager, story.programme);
    let schedule = planned_events(&story.world, programme.id.into(), &words()).unwrap();
    assert_eq!(schedule.len(), 1);
    assert!(text(schedule).contains("DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20261101\r\n"));
    let outline = json!({ "title": "Another", "audit_type": "internal",
        "part": { "auditee": id(story.auditee), "units": [], "sites": [], "processes": [] }, "criteria": [story::CRITERIA],
        "window": { "from": "2027-09-01", "to": "2027-10-31" }, "days": "2.5", "methods": ["hybrid"],
        "why": { "importance": "The whole", "risk": "A new product", "previous_results": "Two", "changes": "A head" } });
    let body = json!({ "programme": id(programme), "outline": outline, "reason": "A new site" });
    story.give(manager, "planned_audit.plan", body);
    let planned = story.world.list::<PlannedAudit>("programme", ProgrammeId::from(programme.id)).unwrap();
    let planned = planned.last().unwrap().id();
    story.give(
        manager,
        "planned_audit.withdraw",
        json!({ "planned": planned.to_string(), "reason": "Closed" }),
    );
    let schedule = planned_events(&story.world, programme.id.into(), &words()).unwrap();
    let statuses: Vec<Status> = schedule.iter().map(|event| event.status).collect();
    assert_eq!(statuses, [Status::Confirmed, Status::Cancelled]);
}

/// What the Python package icalendar reads; `ASSIZE_TEST_READERS` names a Python that has it, and the project's test command sets it.
fn read_by_python(text: &str) -> Option<Vec<serde_json::Value>> {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let Ok(python) = std::env::var("ASSIZE_TEST_READERS") else {
        eprintln!("ASSIZE_TEST_READERS is not set: not read by Python's icalendar");
        return None;
    };
    let mut child = Command::new(python)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/read_calendar.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "{text}");
    let said = String::from_utf8(done.stdout).unwrap();
    Some(said.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn a_parser_of_others_reads_every_event_as_it_was_meant() {
    let story = story();
    let mut events = events(&story);
    let mut strange = session(&events);
    strange.uid = "strange@assize".to_owned();
    strange.title = "Ümläut; comma, back\\slash and a line\nbreak, long enough to be folded within a sign: "
        .to_owned()
        + &"\u{1F512}ß".repeat(30);
    strange.changed = Some("2026-10-02T08:00:00Z".parse().unwrap());
    strange.status = Status::Cancelled;
    let mut far = session(&events);
    far.uid = "far@assize".to_owned();
    far.zone = Some("Australia/Lord_Howe".parse().unwrap());
    events.extend([strange, far]);
    let Some(read) = read_by_python(&text(events.clone())) else { return };
    assert_eq!(read.len(), events.len());
    for (event, read) in events.iter().zip(read) {
        assert_eq!(
            (read["uid"].as_str(), read["summary"].as_str()),
            (Some(event.uid.as_str()), Some(event.title.as_str()))
        );
        assert_eq!(read["sequence"], event.sequence);
        assert_eq!(read["description"].as_str().unwrap_or_default(), event.description);
        assert_eq!(read["location"].as_str(), event.place.as_deref());
        let status = match event.status {
            Status::Tentative => "TENTATIVE",
            Status::Confirmed => "CONFIRMED",
            Status::Cancelled => "CANCELLED",
        };
        assert_eq!(read["status"], status);
        let plain = |at: assize_domain::kernel::time::Timestamp| {
            format!("{}+00:00", at.to_string().split('.').next().unwrap().trim_end_matches('Z'))
        };
        let (start, end) = match event.when {
            assize_exchange::calendar::When::Time { from, to } => (plain(from), plain(to)),
            // The end of whole days is the day after.
            assize_exchange::calendar::When::Days { from, to } => {
                (from.to_string(), to.plus_days(1).to_string())
            }
        };
        assert_eq!(
            (read["start"].as_str(), read["end"].as_str()),
            (Some(start.as_str()), Some(end.as_str()))
        );
        // By the table of the file alone, as a program reads it that has no database of zones.
        assert_eq!(read["start_by_table"].as_str().is_some(), event.zone.is_some(), "{read}");
        assert!(event.zone.is_none() || read["start_by_table"] == start, "{read}");
        let stamp = event.changed.unwrap_or_else(|| "2026-10-01T08:00:00Z".parse().unwrap());
        assert_eq!(read["stamp"], plain(stamp));
    }
}
