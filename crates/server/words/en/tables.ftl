## Tables that come back, and lists that come in.

tables-in = Import a table
tables-in-hint = An edited table: first you see what would change.
tables-title-audit = Import tables of the audit
tables-title-programme = Import the schedule
tables-title-statement = Import the Statement of Applicability
tables-title-people = Import people and competence
tables-title-auditee = Import units and sites
tables-title-person = Import a calendar
tables-about-audit = Export a table, edit it in Excel or LibreOffice, and import it again. Nothing changes before you have seen what would, row by row and cell by cell; then all of it is taken, or nothing.
tables-about-programme = Export the schedule, edit it, and import it again. Nothing changes before you have seen what would; then all of it is taken, or nothing.
tables-about-statement = Export the Statement, edit it, and import it again as a new version. The version before stays as it is.
tables-about-people = What shows people's competence, edited in the table; or a list of people in any layout. Nothing changes before you have seen what would.
tables-about-auditee = A list of units, sites and processes in any layout. What the auditee has already is changed where the list says otherwise; what the list does not have stays.
tables-about-person = The days on which somebody is busy become their absences, which staffing reads. Titles, places and people of a calendar are never read.
tables-first = First: export the table
tables-changes = What can be changed
tables-changes-papers = Working papers: auditor; evaluation and reason of a paper that is open; a new note with its method and, of an interview, the role.
tables-changes-findings = Findings in draft: kind, grade, title, requirements, clauses breached too, statement, objective evidence, references to evidence.
tables-changes-nonconformities = Nonconformities: correction, root cause, corrective action with its owner and date, each when it is its turn.
tables-changes-schedule = Planned audits before they are opened: title, type, window, days, methods, criteria, and the four reasons. Of an established programme each change is a revision, and needs a reason.
tables-changes-statement = Title, necessary, why, implemented, why excluded; and rows for controls that are new.
tables-changes-competence = What shows competence: kind, area, title, issuer, dates, amount. A row without an id adds one, to the person it names. A changed row is withdrawn and entered anew under its key.
tables-changes-people = A list of people: name, mail, employer, languages, time zone, base; competence with kind, area (by its name, its key, or one of your own), dates and amount, a row for each. Interests are declared by people themselves.
tables-changes-parts = Key, name, parent, persons, shifts, address, country, time zone, kind. A unit is part of its parent; a site or a process with one is named with it.
tables-changes-calendar = An iCalendar file (.ics), as Outlook, Google and others save it. Absences from an earlier calendar are brought up to date; those that somebody entered stay.
tables-send = Then: import it
tables-classification = How sensitive the file is; it is kept as evidence
tables-file-help = XLSX or CSV, of a calendar .ics; { $megabytes } MB at the most.
tables-look-go = See what would change
tables-look = What would change
tables-again = Choose another file
tables-unfit = The file cannot be read: { $reason }
tables-none = No sheet of the file is a table that can be imported here. Keep the headings and the ids of the exported table.
tables-nothing = Nothing would change
tables-would = { $count ->
    [one] One row would change
   *[other] { $count } rows would change
}
tables-cannot = { $count ->
    [one] It cannot be taken yet: something is wrong with one row
   *[other] It cannot be taken yet: something is wrong with { $count } rows
} ({ $taken ->
    [one] one differs
   *[other] { $taken } differ
})
tables-found = { $table }: { $rows ->
    [one] one row
   *[other] { $rows } rows
}; { $unchanged ->
    [one] one says
   *[other] { $unchanged } say
} what the record says, { $absent ->
    [one] one of the record is not in the file and stays as it is.
   *[other] { $absent } of the record are not in the file and stay as they are.
}
tables-found-list = { $rows ->
    [one] One row
   *[other] { $rows } rows
}{ $unchanged ->
    [0] .
    [one] ; one says nothing new.
   *[other] ; { $unchanged } say nothing new.
}
tables-found-calendar = { $busy ->
    [one] One event makes busy
   *[other] { $busy } events make busy
}, { $free ->
    [one] one does not.
   *[other] { $free } do not.
}
tables-calendar-hours = A day counts as an absence from { $hours } busy hours between 8 and 18 o'clock in their time zone. Days of absences that were entered stay those.
tables-calendar-zone = The time zone “{ $about }” is not known; its times were taken in the person's own.
tables-calendar-rule = A rule by which an event is repeated was not understood; it was taken once: { $about }
tables-calendar-time = A time was not understood: { $about }
tables-calendar-range = A change “from here on” was taken for one time alone: { $about }
tables-calendar-many = The calendar has more than is read: { $about }
tables-unknown-headings = Columns that are none of the table's, and were not read: { $headings }
tables-fixed = Cells that may not be edited are shown and not taken.
tables-reason = Why (of an established programme, and of changed credentials)
tables-reason-usual = Corrected by the table { $name }
tables-label = Name of the new version
tables-dated = Its date
tables-employer = For whom they work, where the list does not say
tables-zone = Their time zone, where the list does not say
tables-columns = What the columns mean
tables-columns-said = Columns
tables-take = Import all of it
tables-rows = Row by row
tables-row = row { $row }
tables-row-stale = changed since: the file has version { $seen }, the record is at { $present }
tables-row-refused = cannot be taken
tables-row-left = is left
tables-row-new = new
tables-row-gone = is struck out
tables-row-changed = changes
tables-column = Column
tables-from = Now
tables-to = In the file
tables-not-taken = (not taken)
tables-wrong-stale = The record has changed since the table was exported. Export the table anew, and edit that.
tables-wrong-unversioned = The row has no version. Export the table anew, and keep that column.
tables-wrong-twice = The id stands in an earlier row too.
tables-wrong-unknown = The id is none of this table's.
tables-wrong-new = This table takes no new rows.
tables-wrong-nobody = Nobody who can be meant is called “{ $said }”.
tables-wrong-several = Several people are called “{ $said }”; give the email address.
tables-wrong-date = “{ $said }” is no date, or could be two; write 2026-09-15.
tables-wrong-number = “{ $said }” is no number.
tables-wrong-word = “{ $said }” is none of the words of this column.
tables-wrong-requirement = “{ $said }” is no requirement, or does not say of which set.
tables-wrong-evidence = “{ $said }” is no evidence of the audit; write references such as E001.
tables-wrong-key = “{ $said }” is not written as it has to be.
tables-wrong-needed = Something has to stand here.
tables-wrong-cleared = What stands here cannot be taken away by a table.
tables-wrong-alone = This says something only together with another column: a reason with an evaluation, a method with a note.
tables-wrong-parent = “{ $said }” is not in the list, or the list goes round.
tables-means-name = Name
tables-means-email = Email address
tables-means-employer = Employer
tables-means-languages = Languages
tables-means-zone = Time zone
tables-means-home = Base of journeys
tables-means-kind = Kind of competence
tables-means-area = Area of competence
tables-means-from = From
tables-means-to = Until
tables-means-amount = Months or hours
tables-means-issuer = Issuer
tables-means-title = Competence
tables-means-parent = Belongs to
tables-means-country = Country
tables-means-place = Address
tables-means-persons = Persons
tables-means-site_kind = Physical or virtual
tables-means-sort = Unit, site or process
tables-means-key = Key
tables-means-absence = Absence

table-journal = Journal
table-coverage = Coverage
table-credentials = Credentials
table-competence = Competence
table-age-30 = up to 30 days
table-age-60 = 31 to 60 days
table-age-90 = 61 to 90 days
table-age-more = over 90 days
column-version = Version
column-ageing = Ageing
column-action-due = Action due
column-new-note-method = New note: method
column-new-note-role = New note: role of who was interviewed
column-new-note = New note
column-statement-id = Id of the statement
column-credential = Id of the credential
column-person = Id of the person
column-person-name = Person
column-email = Email address
column-employer = Employer
column-area = Area
column-issuer = Issuer
column-amount = Months or hours
column-role = Role
column-clause = Clause
column-shown-by = Shown by
column-asked = Asked
column-shown = Shown
column-met = Met
column-met-until = Met until
column-unit = Unit
column-audits-planned = Audits planned
column-audits-held = Audits held
column-next-from = Next from
column-planned-titles = Which audits
column-seq = Entry
column-what = What happened
column-event = Kind of entry
column-record-kind = Kind of record
column-record = Id of the record
column-leaf = Hash in the log

file-journal-xlsx = The journal of the audit as a workbook: what happened, when, by whom
file-journal-csv = The journal of the audit as CSV
file-journal-jsonl = The journal of the audit as JSON Lines
file-coverage-csv = What the programme has covered as CSV
file-coverage-jsonl = What the programme has covered as JSON Lines
file-competence-xlsx = What shows competence, and who meets which criterion, as a workbook
file-credentials-csv = What shows competence as CSV
file-credentials-jsonl = What shows competence as JSON Lines
file-competence-csv = Who meets which criterion as CSV
file-competence-jsonl = Who meets which criterion as JSON Lines

## Evidence that comes back
tables-changes-evidence = Evidence: how sensitive it is, with the reason where it becomes less; a step in its custody with a remark. Name, digest, source and all else are facts of the evidence as it was taken.
tables-wrong-area = “{ $said }” is an area of your own: it counts where a policy asks for it, and the policy of the house does not.
tables-wrong-fact = This is a fact of the evidence as it was taken, and no table changes it. Take the file in anew where it was recorded wrongly.
column-classification-reason = New classification: reason
column-new-custody = New step of custody
column-new-custody-remark = New step of custody: remark

## Reading sheets
sheets-notes = { $count ->
    [one] One thing about how the file was read
   *[other] { $count } things about how the file was read
}
sheets-broken = Something in the file is not as it was meant. Nothing is taken before it is mended.
sheets-column = column { $column }
tables-means-shifts = Shifts
