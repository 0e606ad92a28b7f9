## Findings: register, trends, each finding, composer.

nav-findings = Findings
audit-tab-findings = Findings
findings-views = Views of the findings
findings-register = Register
findings-trends = Ageing and trends
findings-about = The findings of every audit, the newest first.
findings-open = Open: being followed up
findings-overdue = Overdue
findings-text = Title or statement
findings-programme = Programme
findings-kind = Kind and grade
findings-requirement = Requirement
findings-due = Due
findings-turn = Whose turn
findings-all = All
findings-clear = Show all
findings-of-all = of all again
findings-empty = No finding has been written yet. Findings are written in an audit, where evidence is evaluated against the criteria: on the desk, or on the audit’s page of findings.
findings-none = No finding fits this filter.
findings-count = { $count ->
    [one] One finding
   *[other] { $count } findings
}
findings-count-more = More than { $count } findings
findings-searched = The text is looked for among the newest { $count }.
findings-late = { $count ->
    [one] One nonconformity is overdue
   *[other] { $count } nonconformities are overdue
}
findings-late-why = Follow-up that is late needs an answer, a new date, or a graver grade.
findings-late-see = See what is overdue
findings-more = and { $count } more
findings-lacking = { $count ->
    [one] One paper does not conform and has no nonconformity
   *[other] { $count } papers do not conform and have no nonconformity
}
findings-lacking-title = Do not conform, and no nonconformity says so
findings-compose = Write the nonconformity
findings-drafts = Drafted and not raised
findings-raised = Raised
findings-raised-empty = Nothing has been raised in this audit. What is raised has been put to the auditee: its text stands, and its due dates run.
findings-all-raised = Every finding is raised or withdrawn: the conclusions can be drawn.

trends-about = What is open, where findings gather, and how many there were each year.
trends-years = Findings by year
trends-year = Year
trends-open = The open ones in the register
findings-counted = Counted are findings that were raised and stand, the newest { $count } at most that fit the filter.
ageing-title = Open nonconformities by age
ageing-about = Each open nonconformity with its age in days, and the day by which its next step is due.
ageing-empty = No nonconformity is open.
ageing-left-out = not shown
ageing-opened = Written
ageing-due = Due
ageing-days = Age in days
ageing-overdue = Days overdue
pareto-title = Findings by clause
pareto-about = Findings by the clause or control that they are about, from the most, with their cumulative part.
pareto-empty = There is no finding to count.
pareto-left-out = not shown
pareto-clause = Clause
pareto-cumulative = Cumulative share

waiting-finding = Finding { $number }: { $what }

grade-label-major = Major nonconformity
grade-label-minor = Minor nonconformity
grade-label-improvement = Improvement
grade-meaning-major = It puts in doubt that the management system can achieve its intended results: a requirement is not fulfilled at all, process control has broken down, or several minor ones on one subject add up to that.
grade-meaning-minor = A requirement is not fulfilled, and the management system can still achieve its intended results.
grade-days = Answer in { $acknowledge ->
    [one] one day
   *[other] { $acknowledge } days
}, plan in { $plan }, implementation in { $implement }.

finding-due-by = due by
finding-said = What was found
finding-rests = What it rests on
finding-no-requirement = No requirement is named.
finding-no-evidence = No piece of evidence is named; what was seen stands in the text.
finding-path = From raised to closed
finding-by = { $when }, { $who }
finding-escalated = Escalated: { $from } to { $to }
finding-sent-back = Sent back
finding-sent-back-what = What was sent back
finding-entries = { $count ->
    [one] One entry of the journal
   *[other] { $count } entries of the journal
}
finding-record = Record and history in full
finding-warned = Look at this once more before it is raised:

warns-prescribes = “{ $word }” prescribes a solution: say what is not fulfilled, and leave the action to the auditee.
warns-opinion = “{ $word }” voices an opinion: say what was found.
warns-person = “{ $word }” names a person: give the role or the function instead.
warns-requirement = “{ $word }” is no requirement of its criteria as adopted: look the number up.

kind-nonconformity-about = A requirement is not fulfilled.
kind-improvement-about = Requirements are fulfilled, and something could be done better.
kind-practice-about = Done better than is asked for, and worth telling others.

composer-begin = What this test typically finds
composer-begin-with = Begin with this text
composer-major-if = Major if { $what }
composer-requirements-help = Search by number or title. Name each requirement that is not fulfilled, in the edition of the audit.
composer-requirement-search = number or title
composer-another = Another requirement
composer-take-out = Remove
composer-title-help = A few words by which everybody knows it.
composer-statement-help = What is not fulfilled, in one or two sentences, without names and without advice.
composer-evidence-help = Which records, places and samples, and how many of how many, so that the auditee can find the same.
composer-grade-help = By the scheme of the audit programme; the days run from the raising.
composer-no-grade = No grade: it is no nonconformity
composer-breaches-help = A control demands nothing by itself: name the clause that its failure breaches.
composer-other-breach = Another clause
composer-no-paper = No paper does not conform so far. Name the paper below.
composer-other-paper = Another paper
composer-no-evidence = The paper has no evidence attached.
composer-other-evidence = Other evidence of this audit
composer-notes = Notes of the papers
composer-no-notes = The papers named here have no notes.
composer-cite = Take into the evidence
