## The policy of a programme

policy = Policy
policy-about = The figures that standards leave to the auditing organization. Each audit is held to the policy that its programme has at the time.
policy-closed = The programme is closed; its policy stays as it is.
policy-figure = Rule
policy-value = This programme
policy-usually = Default
policy-source = Source
policy-same = the same
policy-change = Change
policy-none = none
policy-whole = Everything of a programme at once:
policy-whole-way = the whole text as one form
policy-usual = Default: { $value }
policy-bar = { $relation } ({ $types })
policy-certification = certification audits
policy-grade-days = { $acknowledge ->
    [one] One day
   *[other] { $acknowledge } days
} to respond, { $plan } to the plan, { $implement } to implementation, { $effectiveness } more to the check of effectiveness
policy-grades = Grades and due days
policy-grades-about = Each grade of nonconformity with its meaning, and the calendar days from raising it to each step. Findings raised already keep their days.
policy-times = Report, records and short notice
policy-times-about = When the report is due after the closing meeting, how long records are kept after completion, and which types of audit may do without presenting the plan.
policy-cooling = Cooling-off periods
policy-cooling-about = For how many months after a relation to the auditee has ended somebody still may not audit there. 0 bars as long as the relation lasts.
policy-competence = Competence
policy-competence-about = What a person must show for each role, area by area. Whoever lacks one of them fits no such place in a team.
policy-rotation = Rotation
policy-rotation-about = How often in a row somebody may audit the same auditee. Completed audits are counted, the latest first; who came as often is not appointed again.
policy-rotation-rule = { $roles } ({ $types })
policy-rotation-most = { $count ->
    [one] one audit in a row
   *[other] { $count } audits in a row
}
policy-complaints = Complaints and appeals
policy-complaints-about = Calendar days from receipt to acknowledgement and to the decision.
policy-cycle = Certification cycle
policy-cycle-about = Lengths in the cycle of a certification, in months.
policy-no-rule = There is no rule yet.
policy-source-two-years = ISO/IEC 17021-1:2015 5.2: two years after consultancy and internal audits
policy-source-as-two-years = ISO/IEC 17021-1:2015 5.2; two years by house policy, as after consultancy
policy-source-second-party = ISO 19011:2018 4 e); two years by house policy, as in certification
policy-source-first-party = ISO 19011:2018 4 e), ISO/IEC 27001:2022 9.2.2; one year by house policy
policy-source-own-work = ISO 19011:2018 4 e): nobody audits their own work; one year by house policy
policy-source-while-it-lasts = ISO 19011:2018 4 e); while it lasts, by house policy
