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
library-below = What is below it
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
library-tree-head = { $tests } tests, { $hours } h
library-tree-all = The whole chapter
library-trail-head = { $steps } steps, about { $minutes } minutes
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
    .help = One a line: internal, supplier, stage_1, stage_2, surveillance, recertification, special. None for all.
library-part-objective = Objective
    .help = What one wants to be able to conclude, and why it matters.
library-part-evidence = Evidence to look for
    .help = One a line: kind | what | who has it. Kinds: documented_information, record, system_state, observation, statement.
library-part-ask = Ask
    .help = One a line: role | question.
library-part-observe = Observe
    .help = One a line.
library-part-inspect = Inspect
    .help = One a line.
library-part-reperform = Do again
    .help = One a line.
library-part-remote = When remote
    .help = One a line.
library-part-sampling = Sampling
    .help = Population | what makes a fair sample | what to do when there are few.
library-part-conformity = Signs of conformity
    .help = One a line.
library-part-warnings = Warning signs
    .help = One a line.
library-part-nonconformities = Typical nonconformities
    .help = One a line: statement | requirements it breaches, with commas between | what would make it major.
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
methods-record = Put it on record
methods-record-about = The inputs, the working and the result become a record of the audit or the programme; its sheet can then be had as PDF.
methods-record-clause = ISO 19011:2018 5.5.3
methods-record-nowhere = There is no audit that you are in and no programme. A result is recorded where it was used.
methods-record-audit = For the audit
methods-record-programme = Or for the programme
methods-inputs = Inputs
methods-example = Fill in an example
methods-go = Reckon
methods-empty = Empty the form
methods-lines = Population
methods-lines-help = Copy it from a spreadsheet: the first line names the columns, each line below is an item.
methods-json = Inputs as JSON
methods-json-label = Inputs
methods-json-help = For what the form does not ask, such as tables of your own. The API takes the same.
methods-json-hint = give a JSON object with the inputs
methods-sheet = The sheet as PDF
