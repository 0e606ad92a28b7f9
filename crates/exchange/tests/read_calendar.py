"""Reads a calendar from standard input with the package icalendar, and says what it found: one JSON object a line."""

import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")
for event in calendar.walk("VEVENT"):
    text = lambda name: None if name not in event else str(event[name])
    print(
        json.dumps(
            {
                "uid": text("UID"),
                "sequence": int(event["SEQUENCE"]),
                "status": text("STATUS"),
                "summary": text("SUMMARY"),
                "description": text("DESCRIPTION"),
                "location": text("LOCATION"),
                "start": event["DTSTART"].dt.isoformat(),
                "end": event["DTEND"].dt.isoformat(),
                "stamp": event["DTSTAMP"].dt.isoformat(),
            }
        )
    )
