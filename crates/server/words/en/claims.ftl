## Claims of others


audit-tab-claims = Claims
claims-about = What others say about the auditee: a self-assessment, findings of another audit, a register of tickets. It stands beside your working papers in the source’s own words and evaluates nothing; what you see yourself decides.
claims-list = Files that claims were taken from
claims-empty = No claims were taken yet. Take the file as evidence below, and read it: spreadsheets of any layout, exports of Jira, eramba and CISO Assistant, OSCAL results and plans of action.
claims-title = Set
claims-source = Source
claims-kind = What it is
claims-count = Claims
claims-placed = About a requirement
claims-taken = Taken
claims-state = State
claims-take-file = Take a file and read it
claims-take-about = The file is kept as evidence as it is. Nothing of it is taken over before you have seen what was understood.
claims-read-go = Take the file and read it
claims-of-evidence = Files of this audit that could be read
claims-read = Read the claims of a file
claims-read-about = What was found in the file and what was not understood. Nothing is taken over yet.
claims-unfit = The file cannot be read: { $reason }
claims-nothing = Nothing in this file looks like a checklist or a register. Give the row of the headings, and say what each column means.
claims-said = What is said of it
claims-name = What the set is
claims-who = Who says it
claims-sheet = Sheet
claims-header-row = Row of the headings
claims-columns = What the columns mean
claims-not-taken = not taken over
claims-means-id = Id of the row
claims-means-reference = Clause or control
claims-means-title = What it says
claims-means-text = More of it
claims-means-says = How it stands
claims-means-weight = Weight
claims-means-owner = Who is to act
claims-means-due = Until when
claims-look = Look again
claims-found = { $count ->
    [one] One claim was found
   *[other] { $count } claims were found
}, { $placed } of them about a requirement of the audit’s criteria.
claims-left-out = { $count ->
    [one] One more is left out, since a set holds no more than 2,000. Split the file.
   *[other] { $count } more are left out, since a set holds no more than 2,000. Split the file.
}
claims-first = The first of them
claims-puzzled = { $count ->
    [one] One thing was not understood
   *[other] { $count } things were not understood
}
claims-puzzle-nothing = says nothing and is left out
claims-puzzle-reference = “{ $what }” is no requirement of the audit’s criteria; the claim stands without one
claims-puzzle-date = “{ $what }” is no date that is certain; write it like 2026-09-15
claims-puzzle-cut = the end of a long text is left out here; it is in the file
claims-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
claims-take = Take the claims
claims-layout = Read as
claims-layout-columns = a sheet, by its headings
claims-layout-jira = an export of Jira
claims-layout-eramba = a table of eramba
claims-layout-ciso-assistant-audit = an audit of CISO Assistant
claims-layout-ciso-assistant-findings = findings of CISO Assistant
claims-layout-oscal-results = OSCAL assessment results
claims-layout-oscal-poam = an OSCAL plan of action
claims-requirement = Requirement
claims-claim = Claim
claims-place = Place
desk-claims = { $count ->
    [one] One claim of others about this
   *[other] { $count } claims of others about this
}
desk-claims-about = In the words of their source. They evaluate nothing.
record-claims = Read claims from it
