## The pages.

language-name = English
operator = Operator of the store
operator-for = Operator, for { $name }
person-unnamed = somebody
person-erased = somebody who was erased
skip-to-content = Skip to the content
sign-out = Sign out
footer = Assize · what is shown here is computed from the record, and the record can be verified.
to-today = To Today
more = More
older = Older
newer = Newer
done = done
open = open
version = version { $number }
done-with-entry = { $what } Entry { $seq } of the journal.
period-open = from { $from }

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## The navigation.

nav-places = Places
nav-way-here = Where you are
nav-today = Today
nav-programmes = Programmes
nav-audits = Audits
nav-people = Auditors
nav-auditees = Auditees
nav-records = Records

## Faults.

fault-malformed = The request cannot be understood
fault-unauthorized = You are not signed in
fault-forbidden = That is not allowed
fault-unsigned = That has to be signed
fault-not_found = There is nothing here
fault-method = That cannot be done here
fault-slow = The request took too long to arrive
fault-refused = The law refuses
fault-version = Somebody changed this meanwhile
fault-too_large = That is too large
fault-media = That kind of file is not taken here
fault-misdirected = Nobody is served at this address
fault-invalid = What was sent cannot be understood
fault-too_many = Too many tries have failed
fault-key_reused = This form was already sent with other content
fault-internal = Something went wrong here
fault-unavailable = The server cannot do this now

## Today.

today-for = Good day, { $name }
today-operator = Welcome to Assize
today-register = You are signed in as the operator of this store. Register yourself as a person first: every act of an audit is somebody's.
today-begin = No audit programme is established yet, and every audit is opened from one. A few questions give a draft of one.
today-begin-draft = There is an audit programme in draft. Once it is established and under way, its audits are opened from it.
waiting = What waits for you
waiting-to-open = { $count ->
        [one] A planned audit is to be opened: its window has begun
       *[other] { $count } planned audits are to be opened: their windows have begun
    }
waiting-empty = Nothing waits for you. Sessions of the next two weeks, papers given to you, answers to your requests and overdue actions appear here.
waiting-papers = { $count ->
    [one] One working paper to conclude
   *[other] { $count } working papers to conclude
}
waiting-answer = An answer to a request for information
waiting-overdue = Nonconformity { $number }: { $step } is overdue
waiting-overdue-more = More than { $count } nonconformities are overdue
due-since = due since
my-audits = Your audits
my-audits-empty = You are in no audit team. Audits appear here once their leader appoints you.

## Audits.

audits-empty = No audit has been opened yet. Audits are planned in a programme, and opened from there.
audit-path = The way of this audit
audit-facts = What is audited
audit-team = The team
audit-tabs = Pages of this audit
team-empty = Nobody has been appointed yet. An audit begins with its leader.
audit-journal = Journal of the audit
next-step = Next
gate-before = Before this step the following must be true:
of-papers = { $part } of { $whole ->
    [one] { $whole } paper
   *[other] { $whole } papers
}
plan-version = version { $number }, { $state }
findings-drafted = { $count ->
    [one] one finding is still a draft
   *[other] { $count } findings are still drafts
}
nonconformities-open = { $open } of { $all ->
    [one] { $all } nonconformity
   *[other] { $all } nonconformities
} open

audit-tab-overview = Overview
audit-tab-desk = Desk
audit-tab-journal = Journal

phase-initiating = Initiating
phase-preparing = Preparing
phase-conducting = Conducting
phase-reporting = Reporting
phase-completing = Completing
phase-following-up = Following up

step-contact = Contact with the auditee
step-feasible = Feasibility judged
step-leader = Audit team leader appointed
step-initiate = Objectives, scope and criteria agreed
step-documents = Documented information reviewed
step-papers = Working papers made
step-plan = Audit plan agreed
step-work = Work assigned
step-prepared = Prepared
step-opening = Opening meeting
step-begin = Fieldwork begun
step-evidence = Evidence collected, papers concluded
step-findings = Findings raised
step-conclude = Conclusions drawn
step-closing = Closing meeting
step-end = Fieldwork ended
step-report = Report drafted
step-report-reviewed = Report reviewed
step-report-approved = Report approved
step-report-issued = Report issued
step-review-papers = Working papers reviewed
step-complete = Audit completed
step-follow-up = Nonconformities followed up to closure
step-contact-next = Contact the auditee
step-feasible-next = Judge feasibility
step-leader-next = Appoint the audit team leader
step-initiate-next = Agree objectives, scope and criteria
step-documents-next = Review documented information
step-papers-next = Make working papers
step-plan-next = Agree the audit plan
step-work-next = Assign the work
step-prepared-next = End the preparation
step-opening-next = Hold the opening meeting
step-begin-next = Begin fieldwork
step-evidence-next = Collect evidence, conclude papers
step-findings-next = Raise findings
step-conclude-next = Draw conclusions
step-closing-next = Hold the closing meeting
step-end-next = End fieldwork
step-report-next = Draft the report
step-report-reviewed-next = Have the report reviewed
step-report-approved-next = Have the report approved
step-report-issued-next = Issue the report
step-review-papers-next = Review working papers
step-complete-next = Complete the audit
step-follow-up-next = Follow nonconformities up to closure

## Records.

records-about = Every act is an entry of the journal, { $count } so far; none can be changed without being found out. Below is the newest.
records-kinds = Kinds of records
journal = Journal
list-empty = There is none yet.
record-now = As it stands
record-history = How it came to be
history-empty = Nothing has happened yet.
entry-leaf = Hash of its leaf in the log
entry-record = The record it happened to
entry-withheld = (erased or withheld)
entry-unreadable = This entry cannot be read

audit-tab-records = Records of the audit
records-of-audit = Records of the audit
records-new = Acts
acts-refused = { $count ->
    [one] One act more, which the state of the record refuses now
   *[other] { $count } acts more, which the state of the record refuses now
}
done-act = Done: { $what }.
record-file = Save the file
picture-table = The same as a table
nav-help = Help
help-pages = Pages of the guide
help-english = The guide is in English.
waiting-more = More is followed up in your audits: the register has all of it
my-audits-more = { $count ->
    [one] and one more, in the list of audits
   *[other] and { $count } more, in the list of audits
}
charge-more = and more, in the list of programmes
