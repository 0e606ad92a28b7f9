## The policy of a programme

policy = Policy
policy-about = The figures that standards leave to the auditing organization. Each audit is held to the policy that its programme has at the time.
policy-closed = The programme is closed; its policy stays as it is.
policy-figure = What
policy-value = Here
policy-usually = A house begins with
policy-source = Why
policy-same = the same
policy-change = Change
policy-none = none
policy-whole = Criteria of competence and everything else of a programme:
policy-whole-way = the whole text as one form
policy-usual = A house begins with { $value }
policy-bar = { $relation } ({ $types })
policy-grade-days = { $acknowledge } days to respond, { $plan } to the plan, { $implement } to implementation, { $effectiveness } more to the check of effectiveness
policy-grades = Grades and due days
policy-grades-about = Each grade of nonconformity with its meaning, and the calendar days from raising it to each step. Findings raised already keep their days.
policy-times = Report, records and short notice
policy-times-about = When the report is due after the closing meeting, how long records are kept after completion, and which types of audit may do without presenting the plan.
policy-cooling = Cooling-off periods
policy-cooling-about = For how many months after a relation to the auditee has ended somebody still may not audit there. 0 bars as long as the relation lasts.
policy-complaints = Complaints and appeals
policy-complaints-about = Calendar days from receipt to acknowledgement and to the decision.
policy-cycle = Certification cycle
policy-cycle-about = Lengths in the cycle of a certification, in months.
