### The words of the law: each value of each enumeration, and each state of each record.

## Records

Kind-organization = Auditing organization
Kinds-organization = Auditing organizations
Kind-person = Person
Kinds-person = People
Kind-appraisal = Auditor evaluation
Kinds-appraisal = Auditor evaluations
Kind-relation = Relation to an auditee
Kinds-relation = Relations to auditees
Kind-auditee = Auditee
Kinds-auditee = Auditees
Kind-soa = Statement of Applicability
Kinds-soa = Statements of Applicability
Kind-programme = Audit programme
Kinds-programme = Audit programmes
Kind-planned_audit = Planned audit
Kinds-planned_audit = Planned audits
Kind-audit = Audit
Kinds-audit = Audits
Kind-plan = Audit plan
Kinds-plan = Audit plans
Kind-info_request = Request for information
Kinds-info_request = Requests for information
Kind-meeting = Meeting
Kinds-meeting = Meetings
Kind-message = Communication log entry
Kinds-message = Communication log
Kind-audit_test = Audit test
Kinds-audit_test = Audit tests
Kind-paper = Working paper
Kinds-paper = Working papers
Kind-note = Note
Kinds-note = Notes
Kind-evidence = Audit evidence
Kinds-evidence = Audit evidence
Kind-finding = Audit finding
Kinds-finding = Audit findings
Kind-report = Audit report
Kinds-report = Audit reports
Kind-certification = Certification
Kinds-certification = Certifications
Kind-complaint = Complaint or appeal
Kinds-complaint = Complaints and appeals
Kind-erasure = Erasure
Kinds-erasure = Erasures
Kind-draw = Sample draw
Kinds-draw = Sample draws
Kind-method_use = Use of a method
Kinds-method_use = Uses of methods
Kind-method_table = Table
Kinds-method_table = Tables
Kind-criteria_set = Set of audit criteria
Kinds-criteria_set = Sets of audit criteria
Kind-wording = Wording of a requirement
Kinds-wording = Wordings of requirements

## Who acts, and what may be done

Actor-person = Person
Actor-operator = Operator at the command line
Scope-read = Read
Scope-act = Read and act

## What is erased

Scope-audit = A whole audit
Scope-person = A person
Scope-evidence = A piece of evidence
Scope-wording = The wording of a requirement

## Audits

AuditType-internal = Internal audit
AuditType-supplier = Supplier audit
AuditType-stage_1 = Initial certification, stage 1
AuditType-stage_2 = Initial certification, stage 2
AuditType-surveillance = Surveillance audit
AuditType-recertification = Recertification audit
AuditType-special = Special audit
AuditMethod-on_site = On site
AuditMethod-remote = Remote
AuditMethod-hybrid = On site and remote
TeamRole-leader = Audit team leader
TeamRole-auditor = Auditor
TeamRole-trainee = Auditor in training
TeamRole-technical_expert = Technical expert
TeamRole-observer = Observer
TeamRole-guide = Guide
TeamRole-interpreter = Interpreter
AuditState-planned = Planned
AuditState-initiated = Initiated
AuditState-prepared = Prepared
AuditState-conducting = Fieldwork under way
AuditState-reporting = Reporting
AuditState-completed = Completed
AuditState-cancelled = Cancelled before the opening meeting
AuditState-terminated = Terminated
AuditState-not_feasible = Not feasible
AuditStage-planned = Planned
AuditStage-initiated = Initiated
AuditStage-prepared = Prepared
AuditStage-conducting = Fieldwork under way
AuditStage-reporting = Reporting
AuditStage-completed = Completed
AuditStage-cancelled = Cancelled before the opening meeting
AuditStage-terminated = Terminated
AuditStage-not_feasible = Not feasible
PlanState-draft = Draft
PlanState-presented = Presented to the auditee
PlanState-agreed = Agreed
PlanState-superseded = Superseded
ObjectionOutcome-open = Open
ObjectionOutcome-resolved = Resolved
ObjectionOutcome-overruled = Overruled
RequestState-asked = Asked
RequestState-answered = Answered
RequestState-accepted = Answer accepted
RequestState-returned = Answer returned
Readiness-ready = Ready for the audit
Readiness-ready_with_concerns = Ready, with concerns to follow up
Readiness-not_ready = Not ready
MeetingKind-opening = Opening meeting
MeetingKind-closing = Closing meeting
MeetingKind-other = Other meeting
MessageKind-progress = Progress
MessageKind-significant_risk = Immediate and significant risk
MessageKind-out_of_scope = Concern outside the audit scope
MessageKind-obstacle = Obstacle to the audit
Extent-yes = Yes
Extent-partly = In part
Extent-no = No

## Programme

ProgrammeState-draft = Draft
ProgrammeState-established = Established
ProgrammeState-implementing = Being implemented
ProgrammeState-closed = Closed
PlannedState-planned = Planned
PlannedState-withdrawn = Withdrawn
PlannedStage-planned = Planned
PlannedStage-withdrawn = Withdrawn
ProgrammeRiskArea-planning = Planning
ProgrammeRiskArea-resources = Resources
ProgrammeRiskArea-team_selection = Selection of the audit team
ProgrammeRiskArea-methods = Audit methods
ProgrammeRiskArea-communication = Communication
ProgrammeRiskArea-implementation = Implementation
ProgrammeRiskArea-records = Records
ProgrammeRiskArea-monitoring = Monitoring, review and improvement
ProgrammeRiskArea-auditee_availability = Availability and cooperation of the auditee
RiskKind-risk = Risk
RiskKind-opportunity = Opportunity
ProgrammeRoleKind-manager = Audit programme manager
ProgrammeRoleKind-approver = Approver of the programme
ProgrammeRoleKind-technical_reviewer = Technical reviewer
ProgrammeRoleKind-decision_maker = Certification decision maker
ProgrammeRoleKind-complaint_handler = Handler of complaints and appeals

## People, competence and impartiality

RelationKind-employed = Employed by the auditee
RelationKind-managed_area = Managed the audited area
RelationKind-consulted = Consulted on the management system
RelationKind-did_the_work = Did the audited work
RelationKind-internal_audit = Carried out internal audits for the auditee
RelationKind-financial = Financial interest
RelationKind-close_tie = Family or other close tie
CredentialKind-education = Education
CredentialKind-experience = Work experience
CredentialKind-training = Training
CredentialKind-qualification = Qualification or certificate
CredentialKind-skill = Knowledge or skill
EvaluationMethod-review_of_records = Review of records
EvaluationMethod-feedback = Feedback
EvaluationMethod-interview = Interview
EvaluationMethod-observation = Observation
EvaluationMethod-testing = Testing
EvaluationMethod-post_audit_review = Post-audit review
AppraisalResult-meets = Meets the criteria
AppraisalResult-needs_development = Development needed
AppraisalResult-does_not_meet = Does not meet the criteria
Behaviour-ethical = Ethical
Behaviour-open_minded = Open-minded
Behaviour-diplomatic = Diplomatic
Behaviour-observant = Observant
Behaviour-perceptive = Perceptive
Behaviour-versatile = Versatile
Behaviour-tenacious = Tenacious
Behaviour-decisive = Decisive
Behaviour-self_reliant = Self-reliant
Behaviour-fortitude = Able to act with fortitude
Behaviour-open_to_improvement = Open to improvement
Behaviour-culturally_sensitive = Culturally sensitive
Behaviour-collaborative = Collaborative

## Auditees and criteria

AuditeeKind-own = Own organization or part of it
AuditeeKind-supplier = Supplier
AuditeeKind-client = Certification client
SiteKind-physical = Physical location
SiteKind-virtual = Virtual location
Implementation-implemented = Implemented
Implementation-partly = Partly implemented
Implementation-planned = Planned
Implementation-not_implemented = Not implemented
Implementation-unstated = Not stated
RequirementKind-clause = Clause
RequirementKind-item = Item of a clause
RequirementKind-control = Control
SetState-in_use = In use
SetState-retired = Retired
WordingState-attached = Attached
WordingState-removed = Removed

## Working papers and evidence

NoteMethod-interview = Interview
NoteMethod-observation = Observation
NoteMethod-document_review = Review of documented information
NoteMethod-technical_verification = Technical verification
Evaluation-conforms = Conformity
Evaluation-does_not_conform = Nonconformity
Evaluation-not_applicable = Not applicable
Evaluation-not_audited = Not audited
Classification-public = Public
Classification-internal = Internal
Classification-confidential = Confidential
Classification-restricted = Restricted to named people
PaperPurpose-test = Audit test
PaperPurpose-exclusion = Justification of an exclusion
PaperPurpose-previous_finding = Nonconformity of an earlier audit
PaperState-open = Open
PaperState-evaluated = Evaluated
PaperState-reviewed = Reviewed
EvidenceForm-taken = File taken
EvidenceForm-seen = Seen, not taken

## Sampling

DrawMethod-simple = Simple random sample
DrawMethod-systematic = Systematic sample
DrawMethod-stratified = Stratified sample
DrawMethod-pps = Probability proportional to size
MethodTableState-in_use = In use
MethodTableState-retired = Retired
TableContent-days = Days by persons
TableContent-factors = Ranges by factors
TableContent-shares = Caps and shares
TableContent-frequencies = Sample sizes by frequency
TableContent-weights = Weights and intervals
Band-low = Low
Band-medium = Medium
Band-high = High
DrawState-declared = Population declared
DrawState-seeded = Seed made
DrawState-drawn = Sample drawn
DrawState-abandoned = Abandoned

## Findings and follow-up

FindingKind-nonconformity = Nonconformity
FindingKind-opportunity_for_improvement = Opportunity for improvement
FindingKind-good_practice = Good practice
Response-none = No response yet
Response-acknowledged = Acknowledged
Response-disputed = Disputed
FindingState-drafted = Draft
FindingState-raised = Raised
FindingState-acknowledged = Acknowledged
FindingState-corrected = Corrected
FindingState-cause_found = Root cause determined
FindingState-action_planned = Corrective action planned
FindingState-plan_accepted = Plan accepted
FindingState-implemented = Implemented
FindingState-verified = Implementation verified
FindingState-effectiveness_checked = Effectiveness checked
FindingState-closed = Closed
FindingState-withdrawn = Withdrawn
FindingStage-drafted = Draft
FindingStage-raised = Raised
FindingStage-acknowledged = Acknowledged
FindingStage-corrected = Corrected
FindingStage-cause_found = Root cause determined
FindingStage-action_planned = Corrective action planned
FindingStage-plan_accepted = Plan accepted
FindingStage-implemented = Implemented
FindingStage-verified = Implementation verified
FindingStage-effectiveness_checked = Effectiveness checked
FindingStage-closed = Closed
FindingStage-withdrawn = Withdrawn
Turn-author = Author of findings
Turn-auditee = The auditee
Turn-leader = Audit team leader
Turn-auditor = An auditor of the team
FollowUpStep-correction = Correction
FollowUpStep-root_cause = Root cause
FollowUpStep-action_plan = Corrective action plan
FollowUpStep-implementation = Implementation
FollowUpStep-effectiveness = Effectiveness
Overdue-acknowledgement = Response of the auditee
Overdue-plan = Correction, root cause or action plan
Overdue-implementation = Implementation
Overdue-effectiveness = Check of effectiveness

## Reports

ReportState-draft = Draft
ReportState-reviewed = Reviewed
ReportState-approved = Approved
ReportState-issued = Issued
ReportState-replaced = Replaced by a later version
ReportStage-draft = Draft
ReportStage-reviewed = Reviewed
ReportStage-approved = Approved
ReportStage-issued = Issued
ReportStage-replaced = Replaced by a later version

## Certification

Recommendation-none = No recommendation required
Recommendation-favourable = Favourable
Recommendation-favourable_once_corrected = Favourable once the nonconformities are dealt with
Recommendation-unfavourable = Unfavourable
Recommendation-ready_for_stage_2 = Ready for stage 2
Recommendation-not_ready_for_stage_2 = Not ready for stage 2
CertificationState-applied = Applied for
CertificationState-certified = Certified
CertificationState-suspended = Suspended
CertificationState-withdrawn = Withdrawn
CertificationState-refused = Refused
DecisionKind-grant = Certification granted
DecisionKind-refuse = Certification refused
DecisionKind-maintain = Certification maintained
DecisionKind-renew = Certification renewed
DecisionKind-suspend = Certification suspended
DecisionKind-restore = Certification restored
DecisionKind-withdraw = Certification withdrawn
CycleStep-first_surveillance = First surveillance
CycleStep-surveillance = Surveillance
CycleStep-recertification = Recertification decision
CycleStep-restoration = Restoration after expiry
CycleStep-suspension_end = End of the suspension
ComplaintKind-complaint = Complaint
ComplaintKind-appeal = Appeal
ComplaintState-received = Received
ComplaintState-assigned = Assigned
ComplaintState-decided = Decided

Kind-audit_trail = Audit trail
Kinds-audit_trail = Audit trails
Kind-mapping = Mapping
Kinds-mapping = Mappings
Kind-trail_case = Followed trail
Kinds-trail_case = Followed trails
MappingState-in_use = In use
MappingState-retired = Retired
MappingRelation-changed = Changed
MappingRelation-dropped = Dropped
MappingRelation-equal = The same
MappingRelation-merged = Merged
MappingRelation-moved = Moved
MappingRelation-new = New
MappingRelation-renumbered = Renumbered
MappingRelation-split = Split

## Rights

Kind-access_grant = Right given
Kinds-access_grant = Rights given
GrantedRole-administrator = Administrator
GrantedRole-programme_manager = Programme manager
GrantedRole-reader = Reader
GrantedOver-organization = The whole organization
GrantedOver-programme = A programme and its audits
GrantedOver-audit = An audit
GrantState-given = Given
GrantState-withdrawn = Withdrawn

## The organization on its documents, and its texts

Kind-house_text = Text of the organization
Kinds-house_text = Texts of the organization
Kind-text_use = Text that was used
Kinds-text_use = Texts that were used
LogoMedia-png = PNG
LogoMedia-jpeg = JPEG
LogoMedia-svg = SVG
TextKind-confidentiality = Confidentiality statement
TextKind-opening_agenda = Agenda of the opening meeting
TextKind-closing_agenda = Agenda of the closing meeting
TextKind-plan_introduction = Introduction of the audit plan
TextKind-report_introduction = Introduction of the audit report
TextKind-sampling_limits = Limits of sampling
TextKind-distribution = Note on distribution
TextKind-invitation = Invitation to the auditee
HouseTextState-in_use = In use
HouseTextState-retired = Retired

## Claims of others

Kind-claim_set = Claims
Kinds-claim_set = Claims
ClaimKind-checklist = Answers to a checklist
ClaimKind-findings = Findings of others
ClaimsState-standing = Standing
ClaimsState-withdrawn = Withdrawn

## Tables that came back

TableKind-papers = working papers
TableKind-findings = findings
TableKind-nonconformities = nonconformities
TableKind-evidence = evidence
TableKind-several = several tables
ListKind-schedule = schedule
ListKind-statement = Statement of Applicability
ListKind-competence = competence
ListKind-people = people
ListKind-parts = units and sites
ListKind-calendar = calendar
## Templates of documents

Kind-template = Template of documents
Kinds-template = Templates of documents
Kind-template_choice = Template that was chosen
Kinds-template_choice = Templates that were chosen
DocumentKind-report = Audit report
DocumentKind-plan = Audit plan
DocumentKind-nonconformities = Nonconformity forms
DocumentKind-corrective_actions = Corrective action plan
DocumentKind-opening_meeting = Opening meeting: agenda and attendance
DocumentKind-closing_meeting = Closing meeting: agenda and attendance
DocumentKind-profile = Auditor profile
TemplateState-in_use = In use
TemplateState-retired = Retired
## In the field

Kind-loan = Loan
Kinds-loan = Loans
Kind-field_act = Act from the field
Kinds-field_act = Acts from the field
LoanState-out = Out
LoanState-revoked = Revoked
FieldActState-waiting = Waits for a decision
FieldActState-taken = Taken
FieldActState-settled = Not taken
Settlement-kept = Keep what stands
Settlement-set_aside = Set aside
## Signatures on the spot

Kind-spot_signature = Signature on the spot
Kinds-spot_signature = Signatures on the spot

## The code of conduct

Principle-integrity = Integrity
Pledge-integrity = I audit honestly and with responsibility, take on only what I am competent for, and let nobody bend my judgement.
Principle-fair_presentation = Fair presentation
Pledge-fair_presentation = I report what I found, truthfully and in full, with the obstacles I met and the opinions on which the auditee and we still differ.
Principle-due_professional_care = Due professional care
Pledge-due_professional_care = I take the care that the task and the trust put in me ask for, and think before I judge.
Principle-confidentiality = Confidentiality
Pledge-confidentiality = I protect what I learn, use it for the audit alone, and handle sensitive information as its owner asks.
Principle-independence = Independence
Pledge-independence = I audit nothing that I did or answered for, declare every relation that could sway me or seem to, and rest findings on evidence alone.
Principle-evidence_based_approach = Evidence-based approach
Pledge-evidence_based_approach = I conclude only from evidence that somebody else could check, and sample so that the conclusion can be relied on.
Principle-risk_based_approach = Risk-based approach
Pledge-risk_based_approach = I spend the time of the audit where it matters most to the audit client and to the objectives of the programme.

## Areas of competence

Area-isms = Information security management
Area-audit = Auditing
Area-cloud = Cloud services
AreaShort-isms = ISMS

## Languages

Language-bg = Bulgarian
Language-hr = Croatian
Language-cs = Czech
Language-da = Danish
Language-nl = Dutch
Language-en = English
Language-et = Estonian
Language-fi = Finnish
Language-fr = French
Language-de = German
Language-el = Greek
Language-hu = Hungarian
Language-ga = Irish
Language-it = Italian
Language-lv = Latvian
Language-lt = Lithuanian
Language-mt = Maltese
Language-pl = Polish
Language-pt = Portuguese
Language-ro = Romanian
Language-sk = Slovak
Language-sl = Slovenian
Language-es = Spanish
Language-sv = Swedish
Language-ar = Arabic
Language-hi = Hindi
Language-ig = Igbo
Language-ja = Japanese
Language-ko = Korean
Language-no = Norwegian
Language-ru = Russian
Language-ta = Tamil
Language-tr = Turkish
Language-uk = Ukrainian
Language-zh = Chinese
