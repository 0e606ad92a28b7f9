//! Calendars: days and minutes, repeated, excepted, moved and hostile.

use super::*;

fn read(events: &str) -> Busy {
    read_in(events, "2026-10-01", "2026-10-31")
}

fn read_in(events: &str, from: &str, to: &str) -> Busy {
    let window =
        CalendarWindow { from: from.to_owned(), to: to.to_owned(), zone: "Europe/Vienna".to_owned() };
    let text =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}\r\nEND:VCALENDAR\r\n", events.replace('\n', "\r\n"));
    calendar(text.as_bytes(), &window, &Limits::default()).unwrap()
}

fn event(lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:1\nSUMMARY:Oncology appointment\n{lines}\nEND:VEVENT")
}

fn days(busy: &Busy) -> Vec<(&str, u32)> {
    busy.days.iter().map(|(day, minutes)| (day.strip_prefix("2026-").unwrap_or(day), *minutes)).collect()
}

#[test]
fn whole_days_and_hours_are_days_with_minutes_and_nothing_else_comes_out() {
    let busy = read(&event("DTSTART;VALUE=DATE:20261005\nDTEND;VALUE=DATE:20261007"));
    assert_eq!(days(&busy), [("10-05", 600), ("10-06", 600)]);
    // 06:00 to 08:30 UTC is 08:00 to 10:30 in Vienna; 15 to 17 UTC ends at 19, and only the hours until 18 count.
    let busy = read(&event("DTSTART:20261008T060000Z\nDTEND:20261008T083000Z"));
    assert_eq!(days(&busy), [("10-08", 150)]);
    let busy = read(&event("DTSTART:20261008T150000Z\nDURATION:PT2H"));
    assert_eq!(days(&busy), [("10-08", 60)]);
    assert!(!format!("{busy:?}").contains("Oncology"));
}

#[test]
fn what_makes_nobody_busy_is_free() {
    for line in ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"] {
        let busy = read(&event(&format!("DTSTART;VALUE=DATE:20261005\n{line}")));
        assert_eq!((busy.busy, busy.free, busy.days.len()), (0, 1, 0), "{line}");
    }
    // The status of an alarm is none of its event.
    let busy = read(&event("DTSTART;VALUE=DATE:20261005\nBEGIN:VALARM\nSTATUS:CANCELLED\nEND:VALARM"));
    assert_eq!((busy.busy, busy.days.len()), (1, 1));
}

#[test]
fn times_that_overlap_count_once() {
    let two = format!(
        "{}\n{}",
        event("DTSTART;TZID=Europe/Vienna:20261005T090000\nDTEND;TZID=Europe/Vienna:20261005T110000"),
        event("DTSTART;TZID=Europe/Vienna:20261005T100000\nDTEND;TZID=Europe/Vienna:20261005T120000")
            .replace("UID:1", "UID:2"),
    );
    assert_eq!(days(&read(&two)), [("10-05", 180)]);
}

#[test]
fn rules_repeat_within_the_window() {
    let hour = "DTSTART;TZID=Europe/Vienna:20261005T090000\nDURATION:PT1H\n";
    let cases: [(&str, &[&str]); 9] = [
        ("FREQ=DAILY;COUNT=3", &["10-05", "10-06", "10-07"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261014", &["10-05", "10-07", "10-12", "10-14"]),
        ("FREQ=WEEKLY;INTERVAL=2", &["10-05", "10-19"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", &["10-05", "10-30"]),
        ("FREQ=MONTHLY;BYDAY=2TU", &["10-05", "10-13"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15", &["10-05", "10-15", "10-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", &["10-05", "10-30"]),
        ("FREQ=DAILY;BYDAY=SA;UNTIL=20261017T070000Z", &["10-05", "10-10", "10-17"]),
        ("FREQ=YEARLY;BYMONTH=10;BYDAY=3TH", &["10-05", "10-15"]),
    ];
    for (rule, wanted) in cases {
        let busy = read(&event(&format!("{hour}RRULE:{rule}")));
        let found: Vec<&str> = days(&busy).into_iter().map(|(day, _)| day).collect();
        assert_eq!(found, wanted, "{rule}");
    }
    // The rule of RFC 5545 that begins long before the window and never ends.
    let old = event("DTSTART;TZID=Europe/Vienna:19970902T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=TU");
    let found: Vec<String> = read(&old).days.into_keys().collect();
    assert_eq!(found, ["2026-10-06", "2026-10-13", "2026-10-20", "2026-10-27"]);
}

#[test]
fn exceptions_leave_out_and_a_time_of_its_own_takes_the_place_of_another() {
    let rule = "DTSTART;TZID=Europe/Vienna:20261005T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4";
    let busy = read(&event(&format!(
        "{rule}\nEXDATE;TZID=Europe/Vienna:20261006T090000\nEXDATE;VALUE=DATE:20261007"
    )));
    assert_eq!(days(&busy), [("10-05", 60), ("10-08", 60)]);
    let moved = format!(
        "{}\n{}\n{}",
        event(rule),
        event(
            "RECURRENCE-ID;TZID=Europe/Vienna:20261006T090000\nDTSTART;TZID=Europe/Vienna:20261020T090000\nDURATION:PT3H"
        ),
        event(
            "RECURRENCE-ID;TZID=Europe/Vienna:20261007T090000\nDTSTART;TZID=Europe/Vienna:20261007T090000\nSTATUS:CANCELLED"
        ),
    );
    assert_eq!(days(&read(&moved)), [("10-05", 60), ("10-08", 60), ("10-20", 180)]);
    let more = read(&event("DTSTART;VALUE=DATE:20261005\nRDATE;VALUE=DATE:20261012,20261014"));
    assert_eq!(more.days.len(), 3);
}

#[test]
fn a_zone_of_the_calendars_own_is_followed_through_its_changes() {
    let zone = "BEGIN:VTIMEZONE\nTZID:Our Time\nBEGIN:STANDARD\nDTSTART:16011028T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010325T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nEND:DAYLIGHT\nEND:VTIMEZONE";
    // 04:00 there is 08:00 UTC in summer and 09:00 in winter, which both are 10:00 in Vienna.
    let weekly = event("DTSTART;TZID=Our Time:20261020T040000\nDURATION:PT10H\nRRULE:FREQ=WEEKLY;COUNT=2");
    let busy = read(&format!("{zone}\n{weekly}"));
    assert_eq!(days(&busy), [("10-20", 480), ("10-27", 480)]);
    assert!(busy.unread.is_empty(), "{:?}", busy.unread);
    let unknown = read(&event("DTSTART;TZID=Nowhere/At All:20261020T090000\nDURATION:PT1H"));
    assert_eq!(unknown.unread, [Unread { what: "zone".to_owned(), about: "Nowhere/At All".to_owned() }]);
    assert_eq!(days(&unknown), [("10-20", 60)], "it is taken in the owner's own zone, and said");
}

#[test]
fn clocks_that_change_make_no_day_longer() {
    let busy =
        read(&event("DTSTART;TZID=Europe/Vienna:20261024T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3"));
    assert_eq!(days(&busy), [("10-24", 60), ("10-25", 60), ("10-26", 60)]);
    let whole = read(&event("DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026"));
    assert_eq!(days(&whole), [("10-25", 600)]);
}

#[test]
fn a_folded_line_is_one_and_busy_times_are_read_too() {
    let busy = read(
        "BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:20261005T070000Z/PT2H,20261006T\n 070000Z/20261006T080000Z\nFREEBUSY;FBTYPE=FREE:20261007T070000Z/PT2H\nEND:VFREEBUSY",
    );
    assert_eq!(days(&busy), [("10-05", 120), ("10-06", 60)]);
}

#[test]
fn what_is_hostile_ends() {
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYHOUR=1",
        "FREQ=WEEKLY;BYDAY=XX",
        "INTERVAL=2",
        "FREQ=DAILY;INTERVAL=0",
    ] {
        let busy = read(&event(&format!("DTSTART:20261005T070000Z\nDURATION:PT1H\nRRULE:{rule}")));
        assert_eq!(busy.unread.first().map(|one| one.what.as_str()), Some("rule"), "{rule}");
        assert_eq!(busy.days.len(), 1, "{rule}");
    }
    // A rule that never has a day, one that began with the calendar, and a time that lasts for ever.
    let never = event("DTSTART;VALUE=DATE:19000101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30");
    assert!(read(&never).days.is_empty());
    let early = event("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY");
    assert!(read(&early).days.len() <= 31);
    let long = event("DTSTART:20200101T000000Z\nDURATION:P99999W");
    assert_eq!(read(&long).days.len(), 31);
    assert_eq!(duration("P99999999999999999999W"), None);
    let many: String = (0..200)
        .map(|n| {
            event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY").replace("UID:1", &format!("UID:{n}"))
                + "\n"
        })
        .collect();
    assert_eq!(read_in(&many, "2026-01-01", "2027-12-31").days.len(), 730);
    for text in
        ["DTSTART:", "DTSTART:2026", "DTSTART:20261399T000000", "DTSTART;VALUE=DATE:ää", "RRULE", ";:;"]
    {
        let _ = read(&event(text));
    }
}

#[test]
fn what_is_no_calendar_is_said_to_be_none() {
    let window =
        CalendarWindow { from: "2026-10-01".to_owned(), to: "2026-10-31".to_owned(), zone: "UTC".to_owned() };
    assert!(calendar(b"Subject,Start\nx,y\n", &window, &Limits::default()).is_err());
    assert!(calendar(b"", &window, &Limits::default()).is_err());
    let far = CalendarWindow { to: "9999-01-01".to_owned(), ..window };
    assert!(calendar(b"BEGIN:VCALENDAR", &far, &Limits::default()).is_err());
}
