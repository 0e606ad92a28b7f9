## The report of an audit: what it says and lacks, its versions, and what is done with it.

audit-tab-report = Report
report-of = Report: { $audit }
report-version = Version { $number }
report-by-at = { $who }, { $at }
report-language-en = Report language: English
report-language-de = Report language: German
report-language-other = Report language: { $tag }; headings and fixed texts are in English
report-house-rule = house rule

report-write = Write the report
report-edit = Edit the report
report-amend = Amend the report
report-back = To the report

report-next-conclude = Draw the audit conclusions
report-next-end = End fieldwork, so that the report can be written
report-next-write = Write the report
report-next-complete = { $count ->
    [one] Complete the report: one item is missing
   *[other] Complete the report: { $count } items are missing
}
report-next-review = Have the report reviewed by somebody who did not write it
report-next-approve = The audit team leader approves the report
report-next-issue = Issue the report to its distribution list
report-next-acknowledge = Record who has acknowledged the report
report-next-complete-audit = The report is acknowledged; complete the audit
report-over = Nothing is open; the report is issued and acknowledged

report-conclusions = Audit conclusions
report-conclusions-empty = No conclusions have been drawn. Before the closing meeting the team agrees on the extent of conformity, on whether each objective was met, on trends across areas, and on a recommendation where the type of audit asks for one.
report-conclude-anew = Draw them anew
report-not-concluded = Not concluded

report-items = What the report must say
report-items-whole = Every item is there, or left out with its reason.
report-items-lack = { $count ->
    [one] One item is missing. The report cannot be approved without it.
   *[other] { $count } items are missing. The report cannot be approved without them.
}
report-item-missing = missing
report-item-recorded = from the records
report-item-written = written by the leader
report-item-omitted = left out with a reason
report-add = Add it; it cannot be left out.
report-add-or-omit = Add it, or leave it out with a reason.

report-item-objectives = Audit objectives
report-item-scope = Scope: organization, functions and processes audited
report-item-client = Audit client
report-item-team = Audit team
report-item-participants = Participants of the auditee
report-item-dates = Dates of the audit
report-item-locations = Locations, physical and virtual
report-item-criteria = Audit criteria with their editions
report-item-findings = Audit findings and the evidence for them
report-item-conclusions = Audit conclusions
report-item-degree_met = Degree to which the criteria are met
report-item-diverging_opinions = Unresolved diverging opinions, or that there are none
report-item-sampling = That an audit is a sample, and the risk in that
report-item-distribution = Distribution list
report-item-plan = The plan as carried out, with times
report-item-process = Summary of the audit process
report-item-obstacles = What stood in the way of reliable conclusions
report-item-objectives_met = Whether each objective was met
report-item-not_covered = Areas in scope not covered, and why
report-item-summary = Summary of the conclusions and the main findings
report-item-good_practices = Good practices
report-item-follow_up = Agreed follow-up and action plans
report-item-confidentiality = Confidentiality of the content
report-item-programme_implications = Implications for the audit programme or later audits
report-item-complaints = How to complain or appeal
report-item-certification_soa = Version of the Statement of Applicability
report-item-certification_trails = Main audit trails and methods
report-item-certification_risk_analysis = Account of the audit of the risk analysis
report-item-certification_remote = Share and effect of remote auditing
report-item-certification_comparison = Comparison with earlier audits

report-remarks = Review comments
report-no-remark = No comment.
report-distribution = Distribution
report-distribution-empty = Nobody is on the distribution list yet. Agree it with the audit client; nobody else gets the report.
report-distribution-help = As agreed with the audit client; nobody else gets the report. Rows left empty are left out.
report-recipient = Recipient { $number }
report-name = Name
report-function = Function
report-acknowledged = Acknowledged
report-acknowledged-of = { $part } of { $whole } have acknowledged the report.
report-acknowledge = Record
report-acknowledge-of = Record that { $name } has acknowledged the report

report-versions = Versions
report-versions-empty = There is no report yet. It is put together from the records: you write the summary and what the records cannot say; everything else is there already.
report-amended-because = Why this version was made:
report-no-reason = No reason is recorded.
report-file = audit-report-version-{ $number }.pdf
report-download = Download the PDF
report-compare-before = Compare with the version before
report-record = Record and history of this version
report-as-issued = As it was issued
report-preview = Preview
report-preview-what = This is what would be issued, marked as a draft.
report-word = As a Word file, to go on editing
report-open = Open the PDF by itself

report-write-what = The report is put together from the records. Here you add what they cannot say.
report-write-items = Open an item to add a text of yours to it, or to leave it out with a reason. Items that are missing are open.
report-text = Text
report-omitted = Or why it is left out
report-why-help = Say what changes for its readers; the reason stands in the report.
report-whole-papers = Annex the working papers whole
report-save = Save the draft
report-closed = The report is approved: its content stands. Issue it; afterwards a new version can amend it.

report-issue-does = What issuing does
report-issue-renders = The approved content becomes the final PDF, without the mark of a draft.
report-issue-keeps = The PDF is kept under its digest, and is never made again.
report-issue-replaces = Version { $number } is marked as replaced; it can still be read.
report-issue-lists = The version is in force from then on. Send it to those below, and record who has acknowledged it.
report-issue-digest = Digest of the approved content
report-issue-once = A report is issued once. What has to be changed later becomes a new version, with its reason.
report-issue-refused = The report cannot be issued now

report-compare = Compare versions
report-compare-one = There is one version at most. Once an issued report is amended, its versions stand here side by side.
report-compare-same = The two versions say the same.
report-compare-key = Marked here:
report-former = Former version
report-latter = Later version
report-evidence-taken = A copy was taken
report-removed = removed
report-added = added
report-changed = changed
report-same = { $count ->
    [one] One further entry is the same in both.
   *[other] { $count } further entries are the same in both.
}
report-left-out = { $count ->
    [one] One change more is not shown here; the PDFs hold everything.
   *[other] { $count } changes more are not shown here; the PDFs hold everything.
}
report-unread = The content of version { $number } as it was issued cannot be read out of its PDF; compare the PDFs themselves.
report-section-frame = Title and frame
report-section-methods = Methods
report-section-previous = Nonconformities of earlier audits
report-section-certification = Certification
report-section-tests = Audit tests
report-section-documents = Review of documented information
report-section-evidence = Register of evidence
report-section-leader = Remarks of the leader, and items left out
