## What scanners report

technical = What a scanner reports
technical-about = What a tool reports is evidence, or a claim of the auditee’s, and no verdict. Read it beside what you see yourself; the file stays as it was taken.
technical-unreadable = The file cannot be read: { $reason }
technical-none = This file is none of the reports that are read: SARIF, Nessus, XCCDF and ARF, OCSF, Prowler, DefectDojo. It is kept as it is.
technical-format = Format
technical-format-sarif = SARIF, static analysis
technical-format-nessus = Nessus, vulnerabilities and compliance
technical-format-xccdf = XCCDF, configuration
technical-format-ocsf = OCSF, findings
technical-format-prowler = Prowler, cloud configuration
technical-format-defect_dojo = DefectDojo, findings
technical-tools = Tool
technical-made = When the tool worked
technical-reported = Reported
technical-left-out = { $count ->
    [one] One more was not read. Split the report by target.
   *[other] { $count } more were not read. Split the report by target.
}
technical-counts = By weight and age
technical-ages-about = Ages of what failed, in days on { $day }. The weight is the tool’s; the guide says how it is translated.
technical-weight = Weight
technical-failed = Failed
technical-passed = Passed
technical-neither = Neither
technical-days = up to { $days }
technical-older = older
technical-ageless = not said
technical-weight-critical = Critical
technical-weight-high = High
technical-weight-medium = Medium
technical-weight-low = Low
technical-weight-information = Information
technical-weight-unknown = Not said
technical-sample = A sample from it
technical-sample-about = The same file is a population: each thing it reports is a row with number, check, weight, target and date. Declare it with the column number as the key, by weight where you draw in strata.
technical-sample-go = Declare it and draw
record-technical = What a scanner reports
