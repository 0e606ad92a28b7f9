"""Reads a calendar from standard input with the package icalendar, and says what it found: one JSON object a line, times in UTC."""

import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")
# The zones as the file tells them, and not as this program knows them.
zones = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}


def plain(at):
    return at.astimezone(timezone.utc).isoformat() if isinstance(at, datetime) else at.isoformat()


def by_table(start):
    zone = zones.get(start.params.get("TZID"))
    return zone and plain(start.dt.replace(tzinfo=None).replace(tzinfo=zone))


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
                "start": plain(event["DTSTART"].dt),
                "end": plain(event["DTEND"].dt),
                "start_by_table": by_table(event["DTSTART"]),
                "stamp": plain(event["DTSTAMP"].dt),
            }
        )
    )
