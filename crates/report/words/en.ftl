## The fixed texts of documents. A value stands for what the template puts in its place. Messages that begin with `count-` choose by a number.

# Dates and numbers.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
span = { $from } to { $to }
span-month = { $from } to { $to } { $month } { $year }
span-year = { $from } { $month } to { $to }
on-day = on { $day }
from-to = from { $span }
decimal-sign = .
bytes = B
kibibytes = KiB
mebibytes = MiB

# Kinds, grades, evaluations.
nonconformity = Nonconformity
opportunity_for_improvement = Opportunity for improvement
good_practice = Good practice
evaluation-conforms = Conforms
evaluation-does_not_conform = Does not conform
evaluation-not_applicable = Not applicable
evaluation-not_audited = Not audited
evaluation-open = open
met-yes = Met
met-partly = Partly met
met-no = Not met
found-yes = Found
found-partly = Found in part
found-no = Not found

# Every page.
audit-report = Audit report
review-report = Review of documented information
review-no-evaluation = Document review – no evaluation
description-audit = Audit report, { $id }, version { $version }
description-review = Document review, no evaluation, { $id }, version { $version }
attached = The content of this report in canonical form
watermark = DRAFT
draft = Draft
footer = { $id }, version { $version }
page = Page { $page } of { $pages }
annex = Annex
none = none
other = other
no-language = This report's language is { $tag }. Headings and fixed texts are in English, because there are none in that language.

# The cover.
audit-client = Audit client
audit-type = Type of audit
review-date = Date of the review
audit-dates = Dates of the audit
document = Document
document-version = { $id }, version { $version }
status = Status
status-draft = Draft
status-reviewed = Reviewed, not yet approved
status-approved = Approved
status-marked = { $status } (marked as a draft)
made = Made
made-by = { $day }, { $time } UTC, by { $producer }
content-digest = Digest of the content

# About this document.
about = About this document
review-notice-title = This is a document review.
review-notice = It says which documented information is demanded and where it was found. It evaluates nothing: it holds no finding, no evaluation and no conclusion, and is not an audit report.
step = Step
name = Name
function = Function
day = Date
not-yet = not yet
written = Written
reviewed = Reviewed
approved = Approved
versions = Versions
version-only = This is version { $version }. It amends no earlier version.
version = Version
reason = Reason
distribution = Distribution
organization = Organization
no-distribution = No distribution list has been set yet.
confidentiality = Confidentiality
no-confidentiality = Nothing is said of the confidentiality of the content.
checking = How to check this document
checking-report = The content of this report is attached to the PDF as { $file }. Its SHA-256, which { $tool } prints, is the digest on the cover. What is approved is the content with this digest.
contents = Contents

# The summary.
summary = Executive summary
summary-carried = The audit of { $auditee } was carried out { $when }.
summary-carried-in = The audit of { $auditee } was carried out { $when } ({ $duration }).
no-tests = No tests were recorded.
count-evaluated = { $total ->
    [one] Of one test,
   *[other] Of { $total } tests,
} { $conforms } showed conformity and { $fails } nonconformity; { $not_applicable } did not apply, { $not_audited ->
    [one] one was not audited
   *[other] { $not_audited } were not audited
}{ $open ->
    [0] .
    [one] , and one is still open.
   *[other] , and { $open } are still open.
}
count-findings = { $findings ->
    [0] No finding was raised.
    [one] The team raised one finding.
   *[other] The team raised { $findings } findings.
}
count-nonconformities = { $nonconformities ->
    [0] None of them is a nonconformity.
    [one] One of them is a nonconformity.
   *[other] { $nonconformities } of them are nonconformities.
}
conclusion = Conclusion
recommendation = Recommendation.
not-concluded = The audit has not been concluded yet.

# Pictures.
picture-findings = Findings by kind and grade
picture-kind = Kind and grade
picture-number = Number
picture-left-out = not shown
picture-pareto = Findings by requirement
picture-pareto-what = The requirements on which most findings were raised, with their share of all findings.
picture-pareto-none = No finding names a requirement.
picture-clause = Requirement
picture-major = Nonconformity of the gravest grade
picture-minor = Nonconformity of a lesser grade
picture-total = All
picture-cumulative = Cumulative share
picture-evaluations = Evaluations by section of the criteria
picture-evaluations-what = How many audit tests of each section came to which evaluation.
picture-evaluations-none = No test was evaluated.
picture-open = Open
picture-section = Section
picture-ageing = Age of nonconformities of earlier audits that are open
picture-ageing-what = How many days each has been open, and by when it is due.
picture-ageing-none = No nonconformity of an earlier audit is open.
picture-nonconformity = Nonconformity
picture-grade = Grade
picture-opened = Raised
picture-due = Due
picture-days = Days open
picture-overdue = Days overdue
clause-4 = Context
clause-5 = Leadership
clause-6 = Planning
clause-7 = Support
clause-8 = Operation
clause-9 = Performance
clause-10 = Improvement
clause-A5 = Organizational
clause-A6 = People
clause-A7 = Physical
clause-A8 = Technological

# Details.
details = Audit details
review-details = Details of the review
parties = Parties
auditing-organization = Auditing organization
auditee = Auditee
units = Units and functions
processes = Processes
objectives = Objectives
no-objectives = No objectives have been recorded.
scope = Scope
no-scope = No scope has been recorded.
scope-changed = The scope was changed during the audit:
criteria = Criteria
no-criteria = No criteria have been recorded.
soa = Statement of Applicability: { $soa }.
methods = Methods
no-methods = The methods have not been described.
remote-none = None of the audit was carried out remotely.
remote = { $percent } per cent of the audit was carried out remotely.
dates = Dates
dates-locations = Dates and locations
review-carried = The review was carried out { $when }.
review-carried-in = The review was carried out { $when }, with { $duration }.
audit-carried = The audit was carried out { $when }.
audit-carried-in = The audit was carried out { $when }, with { $duration }.
no-visit = No location was visited.
location = Location
kind = Kind
place = Address or platform
dates-of = Dates
physical = physical
virtual = virtual
not-stated = not stated
no-locations = No locations have been recorded.
team = Audit team and impartiality
role = Role
competence = Competence brought
directed-by = directed by
none-recorded = none recorded
safeguards = Safeguards on impartiality:
no-safeguards = No threat to impartiality that needed a safeguard was recorded.
no-team = No team has been recorded.
one-auditor = One auditor.
participants = The auditee's participants
no-participants = No participants of the auditee have been recorded.
meetings = Meetings
no-meetings = No meetings have been recorded.
present = Present:
plan = The plan as carried out
when = When
subject = Subject and requirements
where = Where
people = Auditors and auditee
departure = Departure:
no-sessions = No sessions have been recorded.
process = The audit process and obstacles to it
no-process = No summary of the audit process has been written.
obstacles = Obstacles that bear on the reliability of the conclusions:
no-obstacles = No obstacle to reliable conclusions was recorded.
not-covered = Areas not covered
not-covered-what = In scope, not covered
why = Why
all-covered = No area in scope was reported as not covered.
omitted-because = Left out of this report: { $reason }

# Findings.
findings = Findings
finding-titled = Finding { $number }: { $title }
no-findings = No finding was raised. What was tested, and what each test came to, is in the annex of tests.
findings-about = A nonconformity is a requirement that is not fulfilled. An opportunity for improvement leaves the auditee free; no answer to it is asked for. Findings are numbered as they were raised.
number = No.
kind-grade = Kind and grade
title = Title
requirement = Requirement
breaches = Clauses breached besides
objective-evidence = Objective evidence
rests-on = Rests on
from-tests = From audit tests: { $tests }.
answer = The auditee's answer
acknowledged = Acknowledged by { $by } on { $day }.
disputed = Disputed
disputed-by = by { $by } on { $day }. The diverging opinion:
unanswered = The auditee has not yet answered.
due = Due
agreed = Agreed follow-up
by-day = by { $day }
stands = Where it stands:
good-practices = Good practices
no-good-practices = No good practice was singled out.
named-practices = Good practices that others may learn from, by the numbers of their findings: { $numbers }.
previous = Nonconformities of earlier audits
previous-unread = Nonconformities of earlier audits were not looked at.
no-previous = The record holds no nonconformity of an earlier audit that was to be followed up.
previous-number = Number
grade = Grade
verified = Verified
not-verified = not verified

# Closing.
conclusions = Conclusions
conformity = Extent of conformity
degree = Degree to which the criteria are met
no-degree = Not yet stated.
effectiveness = Effectiveness of the management system
trends = Trends
objective = Objective
outcome = Outcome
objective-open = not concluded
no-reason = no reason given
objectives-open = Whether the objectives were met has not been concluded.
diverging = Diverging opinions
diverging-findings = The auditee disputes these findings; the opinion stands with each: { $numbers }.
auditee-holds = The auditee holds
team-holds = The team holds
diverging-unread = Whether other opinions were left unresolved has not been recorded.
no-other-diverging = No other opinion was left unresolved.
no-diverging = No diverging opinion was left unresolved.
limits = Limits of this audit
no-limits = Nothing has been said of sampling yet.
count-unreviewed = { $count ->
    [one] One evaluation was reviewed by nobody but the evaluator; the annex of tests says which.
   *[other] { $count } evaluations were reviewed by nobody but the evaluator; the annex of tests says which.
}
follow-up = Follow-up
dates-due = Dates due
finding = Finding
actions = Actions agreed
action = Action
owner = Owner
by = By
general = general
not-named = not named
no-date = no date
no-follow-up = No follow-up has been agreed.
implications = Implications for later audits
no-implications = No implication for the audit programme was recorded.
certification = Certification
not-written = Not yet written.
trails = Audit trails and methods
risk-analysis = The information security risk analysis
remote-auditing = Remote auditing
comparison = Comparison with earlier audits
complaints = Complaints and appeals
no-complaints = How to complain or appeal has not been stated.

# Annexes.
tests = Audit tests
no-tests-annex = No tests have been recorded.
tests-prepared = These tests are prepared for the audit; none has been evaluated.
tests-about = Each test with what it came to and why, who evaluated it and who else reviewed it. Evidence is named by its reference in the register and the first twelve digits of its SHA-256.
test = Test
evaluation = Evaluation
evaluated-by = Evaluated by
evidence = Evidence
findings-of = Findings: { $numbers }
not-recorded = not recorded
unreviewed = nobody else reviewed it
reviewed-by = reviewed by { $by }
papers = Working papers
no-papers = No working paper has been written.
paper-titled = { $id }: { $title }
paper-requirement = Requirement:
paper-evaluation = Evaluation:
no-notes = No notes.
population = Population
sample = Sample
sample-of = { $size } of { $population }
selection = Selection
result = Result
documents = Documented information
concerns-left = Concerns that the review left to the audit
demanded = What was demanded and where it was found
register = Register of evidence
no-evidence = No evidence has been registered.
source-digest = Source and SHA-256
taken-seen = Taken or seen
taken = taken
seen = seen, not taken
left-out = Items left out
left-out-about = These items of the report's checklist do not fit this audit.
item = Item
omitted-why = Why it is left out

# The review of documented information.
review-outcome = Outcome of the review
review-outcome-word = Outcome.
no-review = No documented information has been reviewed yet.
demanded-found = Documented information demanded and found
demanded-items = Documented information demanded
items = Items
found-note = That a document was found says nothing of whether it is suitable, adequate or followed.
concerns = Concerns to follow up in the audit
no-concern = No concern was raised.
about-what = About
missing = What is missing
consequence = What it means for the audit
no-documents = No documented information was looked for.
document-name = Documented information
found = Found
found-where = Where
nowhere = nowhere in what was given
unread = Files that could not be read
all-read = Every file was read.
file = File

# Items of the report's checklist.
item-objectives = Audit objectives
item-scope = Scope
item-client = Audit client
item-team = Audit team
item-participants = Participants of the auditee
item-dates = Dates
item-locations = Locations
item-criteria = Audit criteria
item-findings = Audit findings
item-conclusions = Audit conclusions
item-degree_met = Degree to which the criteria are met
item-diverging_opinions = Diverging opinions
item-sampling = Sampling
item-distribution = Distribution
item-plan = The plan as carried out
item-process = Audit process
item-obstacles = Obstacles
item-objectives_met = Whether the objectives were met
item-not_covered = Areas not covered
item-summary = Summary
item-good_practices = Good practices
item-follow_up = Follow-up
item-confidentiality = Confidentiality
item-programme_implications = Implications for the audit programme
item-complaints = Complaints and appeals
item-certification_soa = Statement of Applicability
item-certification_trails = Audit trails and methods
item-certification_risk_analysis = Risk analysis
item-certification_remote = Remote auditing
item-certification_comparison = Comparison with earlier audits

# The sheet of a method.
sheet = Method sheet
sheet-description = Method sheet, { $id }
sheet-attached = This sheet in canonical form
for-whom = For
method = Method
carried-out = Carried out
carried-by = by { $by } on { $day }
value = Value
steps = Steps
no-steps = No step was recorded.
steps-about = In the order in which they are reckoned. A number in brackets names what a step rests on, listed below; a step without one is plain arithmetic.
what = What
working = Working
steps-rest = What the steps rest on
inputs = Inputs
no-inputs = No inputs were given.
input = Input
checking-sheet-title = How to check this sheet
checking-sheet = Redo the steps by hand, or run the method { $command } with the inputs above. This sheet is attached to the PDF as { $file }; the SHA-256 of that file, which { $tool } prints, is
yes = yes
no = no

# Signatures.
signatures = Signatures
signed-what = Who signed what
signed-how = How
signed-when = When
signed-at = { $time } UTC
signed-passkey = By a passkey, over the digest:
signed-passphrase_and_code = By passphrase and one-time code, attested by the server; the digest:
signed-unsigned = Attested by the operator of the host, unsigned
sign-report_review = I have reviewed the audit report with this content.
sign-report_approve = I approve the audit report with this content.
sign-report_issue = I issue the audit report with this content.
signed-about = Each digest is that of the statement that was signed; it names the digest of this report’s content, which stands on the cover. The journal of the record holds the signatures.

# Documents beside the report.
doc-plan = Audit plan
doc-nonconformities = Nonconformity report
doc-corrective-actions = Corrective action plan
doc-opening-meeting = Opening meeting
doc-closing-meeting = Closing meeting
doc-profile = Auditor profile
doc-attached = What this document says, in canonical form
doc-held = Held
doc-not-held = not yet
doc-replaces = This version replaces the one before.
doc-scope-criteria = Scope and criteria
doc-soa = Statement of Applicability
doc-days = Audit time
doc-sessions = Schedule
doc-team = Audit team
doc-contacts = Contacts of the auditee
doc-items = What else is planned
doc-said = Plan
doc-omitted = Does not fit this audit: { $reason }
doc-not-said = Not said yet.
doc-agenda = Agenda
doc-point = Point
doc-noted = Notes
doc-covered = covered
doc-not-covered = not covered
doc-minutes = Minutes
doc-attendance = Attendance
doc-expected = The meeting has not been recorded yet. The people below are expected.
doc-signature = Signature
doc-signed = signed { $day }
doc-leader-signs = Audit team leader, date
doc-auditor-signs = Auditor, date
doc-auditee-signs = For the auditee, date
doc-nonconformity = Nonconformity { $number }: { $title }
doc-no-nonconformities = No nonconformity was raised.
doc-raised-by = Raised by
doc-statement = Statement
doc-correction = Correction
doc-cause = Root cause
doc-action = Corrective action
doc-given-by = Given by
doc-accepted = Plan accepted by
doc-implementation = Implementation
doc-verification = Verification by the auditor
doc-effectiveness = Effectiveness
doc-pending = Not yet.
doc-due = Not yet; due { $day }.
doc-closed = Closed by { $by } on { $day }.
doc-actions-all = Overview
doc-actions-each = Nonconformity by nonconformity
doc-owner-due = Owner, due
doc-credentials = Competence
doc-no-credentials = The register holds nothing that shows competence.
doc-area = Area
doc-valid = Held or valid
doc-since = since { $day }
doc-development = Continual professional development
doc-no-development = No development has been recorded.
doc-what = What was done
doc-hours = Hours
doc-audits = Audits
doc-no-audits = No audit is listed.
doc-audit = Audit and auditee
doc-last-day = Last day, days
doc-to-come = to come
doc-evaluations = Evaluations
doc-no-evaluations = No evaluation is listed.
doc-by-whom = Evaluated by
doc-shown = Behaviours shown
doc-not-shown = Not shown
doc-followed = What followed
doc-languages = Languages
doc-code = Code of conduct

# Items of the plan and of the meetings.
item-audit-plan-objectives = Objectives of the audit
item-audit-plan-scope = Scope: organization, functions, processes
item-audit-plan-criteria = Criteria and reference documents, with the version of the Statement of Applicability
item-audit-plan-schedule = Locations, dates, times and durations, meetings with management
item-audit-plan-familiarization = What the team needs in order to know facilities and processes
item-audit-plan-methods = Methods, and how far evidence is sampled
item-audit-plan-roles = Roles of the team, guides, observers and interpreters
item-audit-plan-resources = Resources, by the risks and opportunities of what is audited
item-audit-plan-representative = Who represents the auditee
item-audit-plan-language = Working and reporting language
item-audit-plan-report-topics = Topics of the report
item-audit-plan-logistics = Travel, communication, arrangements for the locations
item-audit-plan-risk-actions = Actions for the risks to reaching the objectives
item-audit-plan-confidentiality = Confidentiality and information security: access to sensitive information, and whether copies may be taken
item-audit-plan-earlier-follow-up = Follow-up from earlier audits and other sources
item-audit-plan-follow-up = Follow-up activities of this audit
item-audit-plan-coordination = Coordination with other audits
item-opening-meeting-introductions = Who is here, and in what role
item-opening-meeting-objectives-scope-criteria = Objectives, scope and criteria
item-opening-meeting-plan = The plan, and changes to it
item-opening-meeting-communication = Channels of communication between team and auditee
item-opening-meeting-language = Language of the audit
item-opening-meeting-keeping-informed = How the auditee is kept informed of progress
item-opening-meeting-resources = Resources and facilities the team needs
item-opening-meeting-confidentiality = Confidentiality and information security
item-opening-meeting-safety-access = Safety, access, emergencies
item-opening-meeting-reporting = How findings are reported and graded
item-opening-meeting-termination = On what conditions the audit may be ended early
item-opening-meeting-closing-meeting = The closing meeting: when, and what it is for
item-opening-meeting-feedback = How to give feedback, complain or appeal
item-closing-meeting-sample = That the evidence was a sample and need not show the whole
item-closing-meeting-reporting = How and when the report comes
item-closing-meeting-addressing = How findings are to be addressed, and by when
item-closing-meeting-consequences = What follows when findings are not addressed
item-closing-meeting-presentation = Findings and conclusions, so that they are understood and acknowledged
item-closing-meeting-diverging-opinions = Diverging opinions: discussed, settled if possible, else recorded
item-closing-meeting-follow-up = Follow-up activities after the audit
item-closing-meeting-complaints = Complaints and appeals

# Results attached to the report.
attached-results = The results of the audit as data
checking-beside = Attached too, for other programs:

## Signatures on the spot

doc-spot = Signed on the spot
doc-attested = Signed on { $day }, attested by { $by }
doc-text-signed = Text signed: SHA-256 { $digest }…
doc-text-earlier = The minutes were corrected since: this is a signature of the earlier text.
doc-by-passkey = Signed with a passkey
doc-drawn = Signature of { $name }, as it was drawn
