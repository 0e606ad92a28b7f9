## The pages about the preparation and the conduct of an audit.

audit-tab-team = Team
audit-tab-documents = Documents
audit-tab-plan = Plan
audit-tab-work = Work
audit-tab-meetings = Meetings
stamped = { $at }, { $who }
recorded = Recorded { $stamp }
save = Save
and-more = … and { $count } more
picture-left-out = not shown

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## The team.

team-bound = Code of conduct, interests
team-directed-by = directed by { $name }
team-code-accepted = code accepted
team-code-missing = code not accepted
team-declared = interests declared
team-declaration-missing = no declaration of interests
team-lapsed = Would not be appointed today
team-dismiss = Release { $name }
team-dismiss-short = Release
team-safeguard = { $relation }: { $measure } (approved { $approved })
team-areas = Competence the audit needs
team-areas-later = What competence the audit needs is said when it is initiated.
team-areas-none = The audit names no area of competence that the team must cover together.
team-area-nobody = nobody brings it
team-candidates = Who else could be appointed
team-candidates-about = The law is asked of each person as of today: whether they could be appointed to the role, and if not, by which rule.
team-candidates-none = Everybody on this page of the register is in the team.
team-fits = Fits as: { $role }
team-fits-safeguards = With a safeguard as: { $role }
team-fits-not = Not as: { $role }
team-brings = brings { $areas }
team-absent = Absent { $period }
team-appoint = Appoint { $name }
team-appoint-short = Appoint
team-reasons = { $count ->
    [one] and one rule more
   *[other] and { $count } rules more
}
team-shown = { $area }: { $by }, { $shown } of { $asked }
team-bar = { $kind }: bars until { $until } ({ $source })
team-bar-open = { $kind }: bars as long as it lasts ({ $source })
team-more = More of the register
team-complete = Complete the team
team-is-complete = The team is complete.

## Documented information.

documents-conclusion = Conclusion of the review
documents-demanded = What the criteria demand
documents-none-demanded = The audit’s sets of criteria say of no documented information that it is demanded. Adopt them from a catalogue, or name in the review what was looked for.
documents-not-initiated = What must be documented follows from the criteria. They are agreed when the audit is initiated.
documents-yes = { $count } found
documents-partly = { $count } found in part
documents-no = { $count } not found
documents-unseen = { $count } not looked for yet
document-yes = found
document-partly = found in part
document-no = not found
document-unseen = not looked for yet
document-concern = { $missing } – { $consequence }
documents-review-again = Review again
documents-search = Search the documents
documents-search-words = Words
documents-search-help = Documents that hold all of the words. End a word with * for its beginning.
documents-search-go = Search
document-open = Save the file: { $name }
document-open-short = Save the file
documents-all = Documents of the audit
documents-empty = No document was taken yet. Ask the auditee for what the criteria demand, and take here what they send.
document-size = Size
document-digest = SHA-256
document-reading = Text
reading-read = read, and searched
reading-waiting = waiting to be read
reading-withheld = restricted: neither read nor searched
reading-unsupported = of a format that is not read
reading-unreadable = cannot be read: { $why }
documents-take = Take documents
review-about = Go through what the criteria demand. Say how far each was found and by which documents, by their numbers in the list; leave out what was not looked for. A review replaces the one before it.
review-found = Found
review-documents = Documents, by number
review-remark = Remark
review-missing = Concern: what is missing
review-consequence = What it means for the audit
review-no-number = no document has the number { $number }
review-more = Remark and concern
review-outcome = Outcome
review-numbers = The documents by number
review-other-concerns = Other concerns that stay
review-keep = Keep: { $concern }

## The plan.

plan-begin = Begin the plan
plan-add-session = Add a session
plan-change-session = Change the session
plan-drop-session = Drop the session
plan-change = Change
plan-change-named = Change: { $session }
plan-say-item = Say what is missing
plan-session-about = Times are those of the session’s own time zone. The rest of the plan stays as it is.
plan-item-about = Say what the plan says on this item, or why it does not fit this audit. The rest of the plan stays as it is.
plan-anew-about = The plan was presented, so that this change makes a new version of it. The auditee is told why.
plan-part-gone = Somebody dropped this meanwhile. Sent once more, it is added again.
plan-not-yet = There is no plan yet. It is written once the audit is initiated: who speaks with whom, when, where and about what.
plan-zone = times in { $zone }
plan-print = Print
plan-print-title = Audit plan: { $audit }
plan-print-back = Back to the plan
plan-sessions = Sessions
plan-sessions-empty = No session yet. Begin with the opening meeting, then one session for each process and each auditor.
plan-calendar = Sessions by day and auditor, from { $day }
plan-calendar-about = The sessions of the audit plan: days one below the other, auditors beside each other, time downwards.
plan-day = Day
plan-time = Time
plan-session = Session
plan-clash = In two sessions at one time
plan-objections-empty = The auditee has raised no objection to this version.
plan-items = What the plan says
plan-item-omitted = Not applicable:
plan-item-missing = Not said yet; this is in every plan.
plan-item-unsaid = Not said yet; say it, or why it does not fit.
plan-versions = Versions
plan-session-added = Added: { $session }
plan-session-changed = Changed: { $session } – { $fields }
plan-session-dropped = Dropped: { $session }
plan-item-changed = Changed: { $item }

plan-item-objectives = Objectives of the audit
plan-item-scope = Scope: organization, functions, processes
plan-item-criteria = Criteria and reference documents, with the version of the Statement of Applicability
plan-item-schedule = Locations, dates, times and durations, meetings with management
plan-item-familiarization = What the team needs in order to know facilities and processes
plan-item-methods = Methods, and how far evidence is sampled
plan-item-roles = Roles of the team, guides, observers and interpreters
plan-item-resources = Resources, by the risks and opportunities of what is audited
plan-item-representative = Who represents the auditee
plan-item-language = Working and reporting language
plan-item-report-topics = Topics of the report
plan-item-logistics = Travel, communication, arrangements for the locations
plan-item-risk-actions = Actions for the risks to reaching the objectives
plan-item-confidentiality = Confidentiality and information security: access to sensitive information, and whether copies may be taken
plan-item-earlier-follow-up = Follow-up from earlier audits and other sources
plan-item-follow-up = Follow-up activities of this audit
plan-item-coordination = Coordination with other audits

## The work.

work-load = Who does what
work-auditor = Auditor
work-papers = Papers
work-concluded = Concluded
work-needed = Time needed
work-there-is = Time in sessions
work-balance = Left over
work-short = { $time } too little
work-spare = { $time } to spare
work-nobody = Nobody yet
work-hours = { $hours } h { $minutes } min
work-about = Time needed is what the audit tests say of the papers that are not concluded. Time in sessions is that of the person’s sessions in the plan with requirements to audit, or of all of them where no session names any.
work-papers-of = Papers: { $who }
work-select = Give { $title } to somebody
work-all-assigned = Every paper is given to somebody.
work-none-here = No paper fits this choice.
work-assign-to = Give the chosen papers to
work-take-back = Nobody: take them back
work-no-session = in no session
work-session = Session
work-empty = There are no working papers yet. They are made from the audit tests of the catalogue, for the scope and the type of this audit.
work-more = { $count } more: choose a clause to see fewer
work-begin = Give out what nobody has
work-is-done = Every paper is given to an auditor.

## Meetings and communication.

meetings-held = Meetings held
meetings-empty = No meeting was recorded yet. The opening meeting comes first: fieldwork begins after it.
meetings-before = The opening meeting can be recorded once the audit is prepared.
meetings-before-way = What is to be done before
meeting-covered = Agenda: { $part } of { $whole } covered
meeting-not-covered = not covered
meeting-record = Record: { $kind }
requests-empty = Nothing was asked of the auditee yet. What is asked here has a date, and is answered, accepted or returned.
request-answer = Answer
log-empty = Nothing is in the log yet. Progress, obstacles, concerns outside the scope and immediate risks are logged with who was told.
scope-changes-empty = The scope has not been changed.

opening-item-introductions = Who is here, and in what role
opening-item-objectives = Objectives, scope and criteria
opening-item-plan = The plan, and changes to it
opening-item-communication = Channels of communication between team and auditee
opening-item-language = Language of the audit
opening-item-keeping-informed = How the auditee is kept informed of progress
opening-item-resources = Resources and facilities the team needs
opening-item-confidentiality = Confidentiality and information security
opening-item-safety = Safety, access, emergencies
opening-item-reporting = How findings are reported and graded
opening-item-termination = On what conditions the audit may be ended early
opening-item-closing = The closing meeting: when, and what it is for
opening-item-feedback = How to give feedback, complain or appeal
closing-item-sample = That the evidence was a sample and need not show the whole
closing-item-reporting = How and when the report comes
closing-item-addressing = How findings are to be addressed, and by when
closing-item-consequences = What follows when findings are not addressed
closing-item-presentation = Findings and conclusions, so that they are understood and acknowledged
closing-item-diverging = Diverging opinions: discussed, settled if possible, else recorded
closing-item-follow-up = Follow-up activities after the audit
closing-item-complaints = Complaints and appeals

## How far the audit is.

progress = How far the audit is
progress-about = The working papers by what became of them – those set aside were not audited or do not apply – and the time of the plan’s sessions that has passed.
progress-empty = There are no working papers and no sessions yet.
progress-what = What
progress-number = Number
progress-papers = Papers
progress-set-aside = Set aside
progress-minutes = Minutes
progress-time = Time
progress-used = Time of sessions passed
progress-planned = Time of sessions planned
progress-beyond = Time beyond that planned

## Signatures on the spot

spot = Sign: { $kind }
spot-about = Hand the device over: whoever was there reads the text of the meeting and signs it. No account is needed. You attest that they did.
spot-digest = Digest of this text (SHA-256):
spot-meaning = I was at this meeting, and it went as this text says.
spot-somebody = Somebody else
spot-somebody-help = Only for somebody who does not stand in the attendance.
spot-draw = Signature
spot-draw-help = Sign in the box with a finger, a pen or a mouse.
spot-clear = Draw it again
spot-typed-help = Who cannot or does not want to draw signs by their name; you attest that it was they.
spot-sign = Sign
spot-passkey = Sign with a passkey
spot-passkey-help = A security key or a telephone of whoever signs makes a key for this signature alone. You attest that it is theirs.
spot-passkey-failed = No passkey was made. Try again, or sign in one of the other ways; what is typed is still here.
spot-passkey-nobody = Choose who signs, or give their name and function first.
spot-by-passkey = Signed with a passkey
spot-drawn = Signature of { $name }, as it was drawn
spot-attested = Attested: { $stamp }
spot-earlier = { $count ->
    [one] This is a signature of an earlier text: the minutes were corrected once since.
   *[other] This is a signature of an earlier text: the minutes were corrected { $count } times since.
}
spot-other = This is a signature of another text than any that the record has.
