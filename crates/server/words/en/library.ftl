## The catalogue.

nav-catalogue = Catalogue
nav-methods = Methods
library-about = What auditors compare with, and the tests by which they find out: by requirement, by trail, and by word.
library-search = Search the audit tests
library-search-go = Search
library-hits = { $count ->
    [one] One test
   *[other] { $count } tests
}
library-hits-empty = No test has all of these words. A word may be shortened: “access rev” finds access reviews; a clause such as 9.2 finds the tests on it.
library-hits-most = More tests fit; another word narrows the search.
library-adopt-next = Adopt the audit tests
library-adopt-about = The built-in catalogue has { $count } audit tests in its own words. Working papers are made from tests that this store has adopted; each version is kept for ever, so that an audit keeps the one it began with.
library-adopt-clause = ISO 19011:2018 6.3.4
library-adopt-all = Adopt the built-in tests
library-adopt-again = After an update of Assize, newer versions of the tests take the place of those before them.
library-import = Import a catalogue
library-new-test = Write an audit test
library-sets = Sets of criteria and their coverage
library-requirements = Requirements
library-untested = Without a test
library-tests = Tests
library-hours = Hours
library-standing = Status
library-adopted-tests = { $count ->
    [one] Records: one test in use
   *[other] Records: { $count } tests in use
}
library-trails = Audit trails
library-trails-about = A trail leads one sampled case through several tests and shows the seams between them.
library-steps = { $count ->
    [one] one step
   *[other] { $count } steps
}
library-minutes = { $count } min
library-offered = built in, not adopted
library-adopted = adopted
library-changed = adopted, own version
library-own = own
library-retired = retired
library-in-use = in use
library-note = Remark
library-within = Within
library-tests-on = { $count ->
    [0] Audit tests
    [one] One audit test on it
   *[other] { $count } audit tests on it
}
library-tests-none = No test is on this requirement. Write one, or import a catalogue that has one.
library-mapped = Tests of another edition that serve it
library-set-adopt = Adopt this set
library-set-adopt-about = An adopted set is a record: an audit can say years later which numbers and titles it was planned with, and the holder of a licence can attach the wording of its requirements.
library-set-adopt-clause = ISO 19011:2018 5.5.2
library-record = Record and history
library-export-xlsx = Workbook (XLSX)
library-export-toml = TOML
library-export-oscal = OSCAL
library-coverage = Coverage
library-untested-here = Requirements without a test
library-untested-more = and { $count } more
library-tree = Requirements
library-tree-head = { $tests ->
    [one] one test
   *[other] { $tests } tests
}, { $hours } h
library-tree-all = The whole chapter
library-trail-head = { $steps ->
    [one] one step
   *[other] { $steps } steps
}, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
library-trail-steps = The way
library-carry = Take to this step: { $what }
library-trail-follow = A case is followed along a trail from the records of an audit.
library-test-adopt = This test is not in use yet
library-test-adopt-about = Adopt it, so that working papers can be made from it.
library-test-adopt-do = Adopt this test
library-evidence = Evidence to look for
library-evidence-what = What
library-evidence-kind = Kind
library-evidence-holder = Who has it
library-evidence-documented = documented information
library-evidence-record = record
library-evidence-system = state of a system
library-evidence-observation = observation
library-evidence-statement = statement
library-ask = Ask
library-observe = Observe
library-inspect = Inspect
library-reperform = Do again
library-remote = When remote
library-sampling = Sampling
library-population = Population
library-fair = A fair sample
library-small = When there are few
library-sampling-methods = Reckon the size of a sample
library-conformity = Signs of conformity
library-warnings = Warning signs
library-typical = Typical nonconformities
library-breaches = Breaches { $what }
library-major-if = Major if
library-around = About this test
library-tested = Tests
library-on-trails = Trails through it
library-links = Leads on to
library-related = Related standards
library-uses = Where it was used
library-uses-none = No working paper has been made from it.
library-uses-count = { $count ->
    [one] One working paper in all
   *[other] { $count } working papers in all
}
library-versions = Versions
library-version = adopted { $date }
library-versions-none = None is adopted.
library-edit = Write a new version
library-theme = Controls
library-theme-organizational = Organizational controls
library-theme-people = People controls
library-theme-physical = Physical controls
library-theme-technological = Technological controls
library-all-types = all

## Writing a test.

library-edit-about = What is written here becomes a version of its own: papers that were made keep theirs, new ones are made from this.
library-edit-adopt = Adopt this version
library-part-criteria = Set of criteria
library-part-id = Identifier
    .help = Stable for ever, such as T-A.5.1-02.
library-part-title = The question it answers
library-part-requirements = Requirements that it tests
    .help = One a line, as the set numbers them.
library-part-audit-types = Types of audit
    .help = Nothing ticked means all.
library-part-objective = Objective
    .help = What one wants to be able to conclude, and why it matters.
library-part-evidence = Evidence to look for
    .help = What to look for, of which kind it is, and who has it.
library-part-ask = Ask
    .help = Whom to ask what.
library-part-observe = Observe
    .help = One a line.
library-part-inspect = Inspect
    .help = One a line.
library-part-reperform = Do again
    .help = One a line.
library-part-remote = When remote
    .help = One a line.
library-part-sampling = Sampling
    .help = What to sample from, what makes a fair sample, and what to do when there are few.
library-part-conformity = Signs of conformity
    .help = One a line.
library-part-warnings = Warning signs
    .help = One a line.
library-part-nonconformities = Typical nonconformities
    .help = What is typically found; of several requirements, commas between them.
library-column-role = Role
library-column-question = Question
library-column-population = Population
library-column-fair = What makes a fair sample
library-column-small = When there are few
library-column-statement = Statement
library-column-breaches = Requirements it breaches
library-column-major = What would make it major
library-part-related = Related standards
    .help = One a line, each with its edition and clause.
library-part-minutes = About how many minutes it takes
library-part-links = Tests that lead on from it
    .help = One identifier a line.

## The methods.

methods-about = The auditor’s arithmetic: exact, with its sources, and each step shown so that a reader can do it again by hand.
methods-time = Audit time
methods-planning = Programme and teams
methods-sizes = How many items to examine
methods-value = Monetary units
methods-evaluation = What a sample says
methods-choosing = Which sites and items
methods-others = Others
methods-result = Result
methods-working = { $count ->
    [one] The working, in one step
   *[other] The working, in { $count } steps
}
methods-steps = The working, step by step
methods-step = Step
methods-step-what = What
methods-step-how = How
methods-step-value = Result
methods-step-source = After
methods-steps-more = { $count } more steps are in the record and on its sheet.
methods-more = and { $count } more
methods-parts = Every figure of the result
methods-tables = Tables of your own
methods-tables-help = Calculate by these adopted tables in place of the built-in ones. A use that is recorded names them with their version.
methods-table-for = { $table }: for { $system }
methods-record = Put it on record
methods-record-about = The inputs, the working and the result become a record of the audit or the programme; its sheet can then be had as PDF.
methods-record-clause = ISO 19011:2018 5.5.3
methods-record-nowhere = There is no audit that you are in and no programme. A result is recorded where it was used.
methods-record-audit = For the audit
methods-record-programme = Or for the programme
methods-inputs = Inputs
methods-example = Fill in an example
methods-go = Reckon
methods-go-json = Reckon from JSON
methods-empty = Empty the form
methods-lines = Population
methods-lines-help = Copy it from a spreadsheet: the first line names the columns, each line below is an item.
methods-json = Inputs as JSON
methods-json-label = Inputs
methods-json-help = For what the form does not ask, such as tables of your own. The API takes the same.
methods-json-hint = give a JSON object with the inputs

## Verifying, retention, dossiers.

verify = Verify the record
verify-about = Every act is an entry of a journal whose hashes make a tree; the tree is signed. Verifying computes all of it again and compares.
verify-running = A verification is running.
verify-progress = { $done } of { $of } entries are done.
verify-look = Look again
verify-next = Compute everything again
verify-what = Journal, tree, signature, published tiles, every record and every file of evidence are compared with each other. Nothing is changed.
verify-clause = ISO 19011:2018 5.5.7
verify-go = Verify now
verify-last = The last verification
verify-holds = The record holds.
verify-fails = The record does not hold
verify-when = { $when }, asked for by { $who }.
verify-entries = Entries under the signed checkpoint
verify-unsigned = Entries younger than it
verify-unsigned-about = They are signed within seconds of the act.
verify-records = Records compared
verify-evidence = Files read through
verify-encrypted = Of these kept encrypted
verify-unopened = Of these not opened, since their key is not at hand
verify-erased = Entries with erased values
verify-took = Time taken
verify-seconds = { $count } s
verify-log = What is published
verify-signed = Entries under the last checkpoint
verify-key = Key of the log
verify-note = The last checkpoint
verify-note-about = A signed note. Whoever keeps a copy elsewhere can show later that nothing before it was rewritten.
retention = Retention
retention-about = Records of an audit are kept until a day that was set at its completion; then they may be erased on a named authority. The proof that they were there stays.
retention-clause = ISO 19011:2018 5.5.7
retention-due = May be erased now
retention-due-empty = Nothing is past its retention.
retention-later = Kept for now
retention-later-empty = No audit has been completed or stopped yet; the day until which its records are kept is set when it is.
retention-cut = Only those whose day comes first are shown.
retention-table = Audits with the day until which they are kept
retention-until = Kept until
retention-act = Act
retention-erase = Erase on authority
retention-kept = kept
retention-holds = { $count ->
    [one] legal hold
   *[other] { $count } legal holds
}
retention-others = People, single pieces of evidence and wording can be erased too:
dossier = Dossier
dossier-about = The whole audit in one file that proves itself: records, evidence, its part of the journal with the proofs that they are in the signed log. Nobody needs this server to check it.
dossier-clause = ISO 19011:2018 6.6
dossier-save = Save the dossier
dossier-check = How to check it
dossier-check-about = Give the key by another way than the file:
dossier-command = assize verify --key "{ $key }" dossier.zip
dossier-unpublished = Nothing of the log has been published yet, so that a dossier could not prove itself. It can be saved a moment after the first act.
dossier-withhold = Leave parts out
dossier-withhold-about = What is left out keeps its place, and the rest still verifies; the dossier says how much is missing. Leave out what its reader must not see, such as files the auditee has given in confidence.
dossier-files = Files of evidence
dossier-files-cut = The first { $count } are listed; others are named on the command line with assize export audit --withhold-evidence.
dossier-fields = What people wrote in their own words
dossier-field = { $kind }: { $field }
dossier-others = Other fields, and single entries of the journal, are left out on the command line with assize export audit --withhold.

## Settings.

settings = Settings
settings-unnamed = The auditing organization has no name yet
settings-unnamed-about = Name it first: every programme, audit and report is one of this organization.
settings-policy = What a new programme begins with. A programme changes its own policy by revision, so that each audit can say under which it was held.
settings-policy-clause = ISO 19011:2018 5.4.1
settings-numbers = Times and limits
settings-days = { $count ->
    [one] one day
   *[other] { $count } days
}
settings-months = { $count ->
    [one] one month
   *[other] { $count } months
}
settings-hours-least = at least { $count } h
settings-months-least = { $count ->
    [one] at least one month
   *[other] at least { $count } months
}
settings-bars = { $count ->
    [one] One bar
   *[other] { $count } bars
}: which relation keeps whom from auditing, and for how long
settings-storage = Storage
settings-software = Version
settings-database = Database
settings-entries = Entries of the journal
settings-checkpoint = Last checkpoint
settings-signed = { $count ->
    [one] covers one entry
   *[other] covers { $count } entries
}
settings-unpublished = none published yet
settings-younger = Entries younger than it
settings-audits = Audits
settings-reports = Issued reports
settings-evidence = Pieces of evidence
settings-files = { $count }, files of { $bytes }
settings-erasures = Erasures
settings-backup = A backup is made on the command line with assize backup; the signing key is never in it.
tokens = Tokens for the API
tokens-about = A token lets a program act or read in your name until it expires or you revoke it.
tokens-list = Tokens
tokens-empty = There is none. Make one for each program that is to use the API, so that one can be revoked without the others.
token-made = Copy the token now
token-made-about = It is shown this once and kept nowhere.
token-make = Make a token
token-label = What it is for
token-label-help = So that you know later which one to revoke.
token-who = Whose
token-scope = What it may do
token-read = read
token-act = read and act
token-days = Days it holds
token-days-wrong = Give 1 to { $count } days.
token-made-at = Made
token-expires = Expires
token-used = Last used
token-unused = never
token-revoked = revoked { $when }
token-expired = expired
token-revoke = Revoke “{ $what }”

## Importing.

import-about = Bring in criteria, audit tests, trails and mappings of your own. Nothing is adopted before you have seen what is in the file and what is wrong with it.
import-file = File
import-file-help = XLSX, CSV, TOML, OSCAL or a library of CISO Assistant; { $megabytes } MB at the most.
import-go = Look into the file
import-forms = What is taken
import-form = Form of the file
import-sheets = Spreadsheet (XLSX, CSV)
import-sheets-about = Any table with a row of headings; you say which column holds what.
import-toml = TOML
import-toml-about = The form of the built-in catalogue, which every set can be given out in.
import-oscal = OSCAL catalog (JSON)
import-oscal-about = Groups and controls become requirements.
import-ciso = CISO Assistant library (YAML)
import-ciso-about = Its frameworks become sets of criteria.
import-nothing-yet = Nothing has been adopted yet.
import-report = What is in it
import-ready = There is no problem; this would be adopted
import-set = { $set }: { $count ->
    [one] one requirement
   *[other] { $count } requirements
}
import-tests = { $count ->
    [one] one audit test
   *[other] { $count } audit tests
}
import-mappings = { $count ->
    [one] one mapping
   *[other] { $count } mappings
}
import-trails = { $count ->
    [one] one trail
   *[other] { $count } trails
}
import-adopt = Adopt it
import-problems = { $count ->
    [one] One problem; nothing was adopted
   *[other] { $count } problems; nothing was adopted
}
import-remarks = { $count ->
    [one] One remark: what was passed over or filled in
   *[other] { $count } remarks: what was passed over or filled in
}
import-line = line { $line }
import-auditee = Own criteria of
import-auditee-none = nobody in particular
import-lenient = Pass over what departs from the form, and say what it was
import-overrides = Take a set that differs from a built-in one of the same id
import-the-set = The set of criteria
import-the-set-help = The id names the edition, such as “Yard rules:2026”: records name a set by it for ever.
import-sheet = Sheet { $name }
import-sheet-one = The table
import-rows = { $count ->
    [one] one row
   *[other] { $count } rows
}
import-sort = What its rows are
import-sort-none = nothing to be taken
import-sort-requirements = requirements
import-sort-tests = audit tests
import-sort-trails = audit trails
import-sort-mappings = pairs of a mapping
import-header-row = Row with the headings
import-no-headings = That row has no headings. Give the row in which they stand.
import-preview = The first rows, with what each column holds
import-not-taken = not taken
import-attribute = an attribute
import-sheets-more = { $count } more sheets are not looked at; save them by themselves.
import-check = Check it
import-other = Another file
