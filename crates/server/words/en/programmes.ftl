## The pages of the audit programme.

programmes-empty = There is no audit programme yet. A programme says why audits are held, what they cover, who is responsible, and which audits are planned when; every audit is opened from one.
programmes-period = Period
programmes-held = Audits held
programmes-late = Late
audits-late = { $count ->
    [one] one audit late
   *[other] { $count } audits late
}
audits-none-late = none
in-charge = Programmes in your charge

programme-tabs = Pages of this programme
programme-tab-overview = Overview
programme-tab-plan = Plan
programme-tab-coverage = Coverage
programme-tab-risks = Risks
programme-tab-review = Review
programme-record = Record and history

programme-next-establish = Establish the programme
programme-next-begin = Begin to implement the programme
programme-next-open = Open the next planned audit
programme-next-audit = Carry on with the audit that is under way
programme-next-review = Review the programme
programme-next-close = Close the programme
programme-to-audit = Go to the audit

objectives-title = Objectives
objectives-empty = The programme has no objectives yet. Each says what the audits are to achieve, what measures it, and the target; the review of the programme reads the figures against them.
objective-stands = As it stands
objective-met = Met
objective-not-met = Not met
objective-not-yet = Not yet
objective-judged = Judged in the review
figure-of = { $part } of { $whole }
figure-coverage = { $part } of { $whole ->
    [one] { $whole } part
   *[other] { $whole } parts
} of the extent audited
figure-schedule = { $part } of { $whole ->
    [one] { $whole } audit
   *[other] { $whole } audits
} held in { $whole ->
    [one] its
   *[other] their
} window
figure-reports = { $part } of { $whole ->
    [one] { $whole } report
   *[other] { $whole } reports
} issued in time
figure-closure = { $part } of { $whole ->
    [one] { $whole } closed nonconformity
   *[other] { $whole } closed nonconformities
} implemented in time
figure-overdue = { $count ->
    [one] one nonconformity overdue
   *[other] { $count } nonconformities overdue
}
figure-feedback = mean mark { $mark } of 5, from { $count ->
    [one] one answer
   *[other] { $count } answers
}
figure-no-feedback = no feedback yet
figure-nothing-yet = nothing to measure yet
figure-none = no figure of the record measures it

indicators-title = Indicators
indicator-held = Audits held
indicator-late = Audits late
indicator-on-time = Held in the window planned
indicator-reports = Reports issued in time
indicator-closed = Nonconformities closed
indicator-overdue = Nonconformities overdue
indicator-coverage = Parts of the extent audited
measure-closure = Closed nonconformities implemented in time
measure-judged = Judged in the review
indicator-feedback = Feedback of the auditees

resources-title = Resources
days-available = Auditor days available
days-planned = Auditor days planned
days-used = Used by completed audits
days-used-of = { $used } of { $planned } planned for them
days-short = More auditor days are planned than there are.
extent-title = Extent
extent-whole = all of it
extent-empty = The programme does not say yet which auditees it covers, and against which criteria.
roles-title = Roles and responsibilities
roles-empty = Nobody is named yet. A programme needs somebody who manages it and somebody who approves it.
revisions-title = Revisions
revisions-empty = The programme has not been revised. From its establishment on, each change is a revision with its reason.
revisions-older = { $count ->
    [one] One older revision in the record
   *[other] { $count } older revisions in the record
}

timeline-title = Audits over the period
timeline-about = The planned audits of the programme, each from the first to the last day of its window.
timeline-today = Today
timeline-from = First day
timeline-to = Last day
timeline-planned = planned
timeline-running = under way
timeline-completed = completed
timeline-cancelled = cancelled or withdrawn
plan-title = Planned audits
programme-plan-empty = No audit is planned yet. Each is planned with its auditee, criteria, window, auditor days and methods, and with the reasons: importance, risk, earlier results and changes.
plan-window = Window
plan-type = Type
plan-days = Days
plan-state = State
plan-why = Why it is planned so
plan-late = window has passed
plan-first = From the beginning

coverage-title = Coverage
coverage-about = For each clause, unit and year: how many requirements were tested, and whether nonconformities were raised.
coverage-lead = Each cell leads to what was tested there, by which audit and when. A clause can be opened into its requirements.
coverage-how = The figure counts requirements with an evaluated working paper; the bar is their share of those that have papers. A paper counts for every unit in the scope of its audit. An audit is planned against whole sets of criteria, so that each clause of them shows as planned until it is tested.
coverage-empty = No audit of the programme has working papers against these criteria yet.
coverage-no-extent = Coverage is shown against the extent of the programme, which is not written yet.
coverage-clause = Clause
coverage-year = Year
coverage-level = share tested in quarters
coverage-count = requirements tested
coverage-not-planned = not planned
coverage-planned = planned
coverage-tested = tested
coverage-findings = tested, with nonconformities
coverage-all-clauses = All clauses
coverage-whole-set = all of it
coverage-more = { $count ->
    [one] One more requirement
   *[other] { $count } more requirements
}
coverage-units-left-out = { $count ->
    [one] One unit has no room here.
   *[other] { $count } units have no room here.
}
coverage-audits-left-out = Only the latest audits of these years are counted; choose one year to see the others.
cell-empty = No audit of that year covers this unit against these criteria, neither held nor planned.
cell-lead = What the working papers of each audit say here.
cell-no-tests = This audit is planned to cover this; it has no working paper on it yet.
cell-requirement = Requirement
cell-test = Audit test
cell-evaluation = Evaluation
cell-when = Evaluated
cell-cut = There is more than this page lists. Open a single requirement from the coverage to see it whole.

risks-title = Risks and opportunities of the programme
risks-about = What could keep the programme from its objectives, or help it, by likelihood and consequence.
risks-none = None is named yet.
risks-empty = No risk or opportunity of the programme itself is named yet. They are about its planning, resources, teams, methods, communication, records and follow-up; what is done about each stands beside it.
risks-heading = Risks
opportunities-heading = Opportunities
risk-number = No.
risk-level = Level
risk-likelihood = Likelihood
risk-consequence = Consequence
likelihood-1 = rare
likelihood-2 = unlikely
likelihood-3 = possible
likelihood-4 = likely
likelihood-5 = almost certain
consequence-1 = slight
consequence-2 = minor
consequence-3 = moderate
consequence-4 = serious
consequence-5 = grave

actions-title = Improvement actions
actions-empty = No improvement action has come out of a review yet.
actions-open = { $count ->
    [0] None is open.
    [one] One is open.
   *[other] { $count } are open.
}
action-what = Action
action-late = overdue
reviews-title = Reviews
reviews-empty = The programme has not been reviewed. A review reads the indicators against the objectives, draws conclusions and lessons, and sets actions with owner and due date.
review-conclusions = Conclusions
review-lessons = Lessons learned
feedback-title = Feedback of the auditees
feedback-empty = No auditee has given feedback on an audit of this programme yet.
feedback-mark = Mark { $mark } of 5

## Setting up a first programme.

setup-title = Set up an audit programme
setup-what = A few plain questions, and ten minutes: internal audits of a small organization against ISO/IEC 27001:2022.
setup-begin = Answer the questions
setup-another = Set up another programme
setup-lead = For internal audits of an ISMS after ISO/IEC 27001:2022 in a small organization. From your answers come the auditee, the programme with objectives, risks and roles, and a plan of audits that covers everything in the cycle. You see all of it before anything is entered, and all of it can be changed as long as the programme is a draft.
setup-nothing-yet = Nothing is entered yet: the next page shows what will be.
setup-look = Show what comes of it
setup-look-lead = This will be entered as a draft. Nothing is established until whoever approves the programme does so.
setup-make = Enter all of this
setup-go-on = Go on where it stopped
setup-back = Change the answers
setup-stopped = It stopped half-way. What was entered until then stands.
setup-made = Entered so far:
setup-changed = The answers were changed after a part of them had been entered. What was entered stands; go on from its pages.
setup-too-many = Please name { $count } at most here; more can be added to the auditee later.

setup-part-who = Who
setup-organization = Name of your organization
    .help = The organization that holds the audits. This store is its own.
setup-manager = Who manages the programme?
    .help = Plans the audits, finds auditors, follows the results up. Needs to know ISO 19011 and the ISMS (ISO 19011:2018 5.4.1, 5.4.2).
setup-manager-name = Name of whoever manages the programme
    .help = If they are not in the list: they are entered as a person. Further details can be added later.
setup-somebody-new = Somebody who is not in the list
setup-me = Is this you?
    .help = You are signed in as the operator of the store. If you say yes, you go on as this person.
setup-competence = What makes them competent for it?
    .help = The record of the programme says so for each role. A sentence is enough; evidence belongs to the person's own page.
setup-competence-first = Knows ISO 19011, ISO/IEC 27001 and the organization's ISMS from daily work.
setup-approver = Who approves the programme?
    .help = Best somebody of top management: they decide on the days and receive the results. In a very small organization it may be the same person.
setup-the-same = The same person
setup-approver-name = Name of whoever approves it
    .help = Only if they are not in the list.
setup-approver-competence = Decides for the organization on the means for audits and on what follows from them.
setup-manages = Manages the programme
setup-approves = Approves the programme

setup-part-what = What is audited
setup-auditee = Which organization is audited?
    .help = Your own organization, or a part of it that has an ISMS of its own.
setup-auditee-new = One that is not in the list
setup-auditee-name = Name of what is audited
    .help = Left empty, it is your organization as a whole.
setup-units = Units
    .help = One a line, such as Sales, Development, Operations. They become the columns of the coverage. Left empty, the organization is audited as one.
setup-sites = Sites
    .help = One a line, the name first: Head office, 1 High Street, Leeds.
setup-zone = Time zone
    .help = For the people and sites that are entered here, such as Europe/Berlin.
setup-areas = What matters most to you?
    .help = What you tick is looked at in every audit, and stands among the reasons of the plan (ISO/IEC 27001:2022 9.2.2).
setup-area-suppliers = Suppliers and cloud services
setup-area-access = Identities and access
setup-area-development = Software development
setup-area-operation = Operation, back-up and logging
setup-area-incidents = Incidents and continuity
setup-area-people = People and awareness
setup-area-places = Offices and equipment
setup-area-privacy = Personal data and legal duties

setup-part-when = When, and how much
setup-from = First day of the programme
    .help = Proposed is the first of the next month, so that it can be approved before it begins.
setup-years = How long is the cycle?
    .help = Over three years, each year audits clauses 4 to 10 and a part of the controls of Annex A; after the third, all of them have been audited. Over one year, all of it is audited in two audits.
setup-years-one = One year: everything in two audits
setup-years-three = Three years: one audit a year, the controls in three parts
setup-days = Auditor days a year
    .help = For preparation, fieldwork and report together. Five are a cautious beginning for some fifty people at one site; the more people, sites and own development, the more days. The methods of this application reckon it for you later.
setup-days-wrong = Please give a number of days greater than 0, such as 5 or 2.5
setup-frame = Period and means

setup-plan-about = Clauses 4 to 10 are audited in each year, and every control of Annex A at least once in the cycle.
setup-objectives-about = The first figures of these objectives are computed from the record as audits go on.
setup-programme-title = Internal audits { $years }: { $auditee }
setup-extent = The whole ISMS in all units and sites, against ISO/IEC 27001: clauses 4 to 10 in each year, and every applicable control of Annex A at least once in the cycle.
setup-audit-system = Management system, clauses 4 to 10, { $year }
setup-audit-controls = Controls of Annex A, { $year }
setup-audit-first = Organizational controls (A.5) and clauses 4 to 10, { $year }
setup-audit-second = Technological controls (A.8) and clauses 4 to 10, { $year }
setup-audit-third = People and physical controls (A.6, A.7) and clauses 4 to 10, { $year }
setup-why-whole = All parts of the ISMS matter alike so far; the audit says which matter more.
setup-why-areas = Looked at in every audit because they matter most: { $areas }.
setup-why-risk = Samples are chosen where the organization's own risk assessment sees the gravest risks.
setup-why-no-results = No earlier audit of this programme is on record.
setup-why-results = The findings of the audit before are followed up.
setup-why-changes = To be written before the audit is opened: changes since the plan was made.
setup-objective-coverage = Know for every part of the organization whether the ISMS is as it should be.
setup-measure-coverage = Parts of the extent that were audited
setup-target-coverage = 100 % at the end of the period
setup-objective-schedule = Hold audits when they are planned, so that management can count on their results.
setup-measure-schedule = Audits held in their window
setup-target-schedule = at least 90 %
setup-objective-reporting = Report while memory is fresh.
setup-measure-reporting = Reports issued within the days of the policy after the closing meeting
setup-target-reporting = all
setup-objective-closure = See nonconformities through to actions that work.
setup-measure-closure = Closed nonconformities whose actions were implemented by their due date
setup-target-closure = at least 90 %
setup-risk-own-work = In a small organization somebody may come to audit their own work.
setup-treat-own-work = Everybody declares their relations before they are appointed; what would be one's own work is audited by a colleague of another unit or by somebody from outside.
setup-risk-follow-up = Nonconformities stay open because following them up is nobody's task.
setup-treat-follow-up = Whoever manages the programme looks at open and overdue steps every month and tells management.
setup-risk-time = Daily work takes the auditors' time, and audits slip.
setup-treat-time = The auditor days are agreed with management together with the programme; windows are a month wide.
setup-chance-review = Audits shortly before the management review give it fresh results.
setup-treat-review = The date of the management review is agreed with the windows of the audits.
