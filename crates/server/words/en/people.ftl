## Auditors: the people of the register.

people-about = Who may audit what today, by the competence on record, and until when.
people-clauses = ISO 19011:2018 5.5.4, 7
people-registers = Whom to show
people-auditors = Auditors
people-everybody = Everybody in the register
people-first = Register the first auditor
people-first-about = An audit begins with people who can carry it out. Register them, then add what shows their competence; from that every page knows who may be appointed.
people-first-clause = ISO 19011:2018 5.5.4
people-renew = Renew “{ $what }” of { $name }
people-renew-until = It counts through { $date }. After that day it shows no competence any more.
people-renew-clause = ISO 19011:2018 7.6
people-open = Open { $name }
people-soon = Ends within 90 days
people-soon-empty = No training, qualification or skill ends in the next 90 days. What does will stand here first.
people-soon-more = More ends in these 90 days; the matrix below has a mark for each.
people-days-left = { $count ->
    [0] ends today
    [one] one day left
   *[other] { $count } days left
}
people-roles = Role that competence is shown for
people-matrix = Competence as: { $role }
people-matrix-about = People against the criteria of the policy for this role. A date says until when a criterion is met, or was.
people-left-out = Not shown
people-empty = Nobody is registered, or the policy asks for nothing in this role.
people-person = Person
people-met = met
people-unmet = not met
people-ends-soon = ends soon
people-lapsed = lapsed
people-missing = missing
people-growing = in development
people-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
people-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
people-pieces = { $count }
people-list = The register
people-competent-for = Competent today as
people-no-role = no role yet
people-away = away { $period }
people-auditors-empty = Nobody has evidence of competence on record, and nobody is in an audit team. Register a person, open their page and add what shows their competence; from then on they stand here.
people-everybody-empty = Nobody is registered yet.

## A person.

record-and-history = Record and history
people-lacks-nothing = Nothing is missing: the code is accepted, interests are declared, competence, evaluation and development are up to date.
people-lacks-title = What is missing
people-lack-credentials = Nothing on record shows their competence yet. Without it they can be appointed to no role that the policy sets criteria for.
people-lack-code = They have not accepted the code of conduct as it reads now. Only they themselves can do it.
people-lack-code-own = You have not accepted the code of conduct as it reads now.
people-lack-interests = They have not declared their interests. Only they themselves can do it.
people-lack-interests-own = You have not declared your interests.
people-lack-lapsed = { $what } lapsed on { $when }. Add what renews it.
people-lack-ends-soon = { $what } ends on { $when }. Add what renews it.
people-lack-followed = The evaluation of { $when } did not find the criteria met, and nothing is recorded that followed from it.
people-lack-appraisal = They audit, and no evaluation of the last twelve months is on record.
people-lack-development = No professional development of the last twelve months is on record.
people-question = Competent for this role on this date?
people-role = Role
people-on = Date
people-on-wrong = This is not a date; today is taken instead.
people-ask = Ask the record
people-answer-yes = Yes. On { $date } { $name } met every criterion of the policy as: { $role }.
people-answer-no = No. On { $date } { $name } did not meet every criterion of the policy as: { $role }.
people-answer-free = The policy sets no criteria for this role: { $role }. Anybody may fill it, unless a relation bars them.
people-criterion = Criterion
people-asked = Asked for
people-shown = Shown
people-by = By what evidence
people-nothing-shown = nothing on that day
people-document = Document
people-timeline = Competence over time
people-timeline-about = What shows competence, by area, and from when to when it counts.
people-credentials-empty = Nothing is on record yet.
people-credentials-teach = Education and experience count for good; training, qualifications and skills count until their last day. Add each with who confirmed it.
people-credentials-all = { $count ->
    [one] The one piece of evidence of competence
   *[other] All { $count } pieces of evidence of competence
}
people-withdraw = Withdraw
people-remove = Remove
people-state = Standing
people-from = From
people-to = To
people-today = today
people-lasting = had for good
people-valid = valid
people-audits = Audits
people-audits-clause = ISO 19011:2018 7.2.4
people-audits-empty = They have been in no audit team. The log is kept from the audits themselves: whoever is appointed appears here.
people-appraisals = Evaluations
people-appraisals-clause = ISO 19011:2018 7.4, 7.5
people-appraisals-empty = No evaluation is on record. Observe an audit, review records or interview, and record the result here; what follows from it is recorded beside it.
people-behaviour-shown = shown
people-behaviour-missed = not shown
people-followed = What followed:
people-followed-nothing = Nothing is recorded that followed from this result.
people-roles-today = Today
people-competent = competent by the policy
people-lacks = lacks { $what }
people-facts = In the register
people-code = { $code }, { $when }
people-code-text = Read the code of conduct
people-relations = Relations to auditees
people-relations-clause = ISO 19011:2018 4 e)
people-relations-empty = No relation is on record. Anybody who knows of employment, advice, earlier work or a close tie may declare it; what it bars follows from the policy.
people-relation-withdrawn = Withdrawn as a mistake: { $why }
people-bars-nothing = It bars nothing today.
people-bars = { $types }, as { $roles }.
people-bars-until = Barred through { $date }:
people-bars-while = Barred while it lasts, and for the cooling-off time after:
people-bars-liftable = Safeguards that the programme manager approves can lift it.
people-bars-firm = No safeguard lifts it.
people-declarations = Declarations of interests
people-declarations-clause = ISO/IEC 27007:2020 5.5.4
people-declarations-empty = No declaration is on record. Each person declares for themselves, before they are appointed.
people-declared-general = in general
people-erased-auditee = an auditee that was erased
people-interests = Interests declared
people-interests-none = No interests
people-development = Professional development
people-development-clause = ISO 19011:2018 7.6
people-development-empty = No development is on record. Courses, conferences, audits observed and time spent on new subjects count, with their hours.
people-development-year = { $count ->
    [one] One hour in the last twelve months.
   *[other] { $count } hours in the last twelve months.
}
people-absences = Availability
people-absences-clause = ISO 19011:2018 5.5.4
people-absences-empty = No absence is coming. A plan gives nobody a session on a day on which they are away.

## Auditees.

auditees-about = The organizations that are audited, with their units, sites and contacts.
auditees-clause = ISO 19011:2018 5.4.3
auditees-first = Register the first auditee
auditees-empty = Programmes, plans and scopes choose from what stands here: units, sites and processes, each entered once.
auditee-name = Auditee
auditee-unit = Unit
auditee-units = Units
auditee-site = Site
auditee-sites = Sites
auditee-sites-clause = ISO 19011:2018 A.16
auditee-sites-empty = No site is on record.
auditee-map = The sites, from west to east by the clock they keep
auditee-map-about = A column for each time zone, in the order of the clocks; virtual locations stand apart. The map has no ground: nothing is fetched from elsewhere, and the record holds addresses rather than coordinates.
auditee-virtual = Virtual locations
auditee-virtual-about = reached over a network
auditee-lack-sites = No site is on record: neither scope nor plan can say where.
auditee-lack-units = Neither units nor processes are on record: neither scope nor coverage can say what.
auditee-lack-contacts = No contact is on record. Contact with the auditee is the first step of every audit.
auditee-lack-soa = No Statement of Applicability is on record. Working papers on controls are made by it.
auditee-lack-closed = { $count ->
    [one] One nonconformity is raised and not closed: { $title }.
   *[other] { $count } nonconformities are raised and not closed. The one that waits longest: { $title }.
}
auditee-lack-closed-many = More than { $count } nonconformities are raised and not closed. Of the newest the one that waits longest: { $title }.
auditee-follow-up = Follow up finding { $number }
auditee-lack-audit = No audit has been opened here. Audits are planned in a programme.
auditee-plan = Plan an audit in a programme
auditee-open = Open nonconformities
auditee-open-clause = ISO 19011:2018 6.7
auditee-open-empty = No nonconformity is open. What is raised here stays in this list until it is closed.
auditee-open-more = More are open; the oldest are in the list of findings.
auditee-audits-empty = No audit has been opened at this auditee.
auditee-findings = Other findings
auditee-findings-empty = There are no other findings.
finding-of-grade = { $grade ->
    [major] Major nonconformity
    [minor] Minor nonconformity
   *[other] Nonconformity ({ $grade })
}
finding-numbered = finding { $number }
auditee-contacts = Contacts
auditee-contacts-empty = Nobody is named yet. Register the person, then name them here with their function.
auditee-units-empty = No units are on record.
auditee-documents = Documents and evidence
auditee-documents-empty = Nothing from this auditee is kept yet. What is taken in on an audit's desk appears here.
auditee-file = Save
auditee-soa = Statement of Applicability
auditee-soa-clause = ISO/IEC 27001:2022 6.1.3 d)
auditee-soa-empty = No version is on record. Enter the auditee's own statement, control by control; each later version is compared with the one before it.
auditee-soa-version = Version
auditee-soa-count-necessary = Necessary
auditee-soa-count-implemented = Implemented
auditee-soa-count-excluded = Excluded
auditee-soa-changes = Changes
auditee-soa-shown = shown below
auditee-soa-compare = Compare with the version before
auditee-soa-first = the first on record
auditee-soa-compared = From “{ $older }” to “{ $newer }”
auditee-soa-same = Both versions say the same of every control.
auditee-soa-before = Before
auditee-soa-after = Now
auditee-soa-absent = not in the statement
auditee-soa-necessary = { $state }. { $why }
auditee-soa-excluded = Excluded. { $why }
auditee-soa-more = { $count ->
    [one] One more control differs; the records of both versions have it.
   *[other] { $count } more controls differ; the records of both versions have them.
}

## Search.

search = Search
search-key = Search everywhere (key: /)
search-for = Search: { $asked }
search-what = What are you looking for?
search-help = Every word must be in it; the last may be the beginning of one, and so may any that ends in *.
search-empty = Search looks through the titles of audits and findings, what findings state, the names of people and auditees, the audit tests by their ids, titles and objectives, working papers by their titles and reasons, notes, and the text of every document. The key / brings you here from every page.
search-nothing = Nothing in the record holds “{ $asked }”.
search-nothing-fewer = Give fewer words: every one of them must be there.
search-nothing-whole = Give the beginning of a word with * after it: restor* finds restore and restoration.
search-nothing-where = Only what you may see is searched; documents are found once their text has been read.
search-all = Every kind
search-more = More: { $kind }
search-cut = There is more than this page shows. Add a word to narrow it.
