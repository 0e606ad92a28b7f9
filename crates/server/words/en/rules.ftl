### What each rule of the law asks for, as a heading over what was refused.

## The law itself

rule-command_too_many_records = Commands of bounded size
rule-actor_person = A record that says who acted
rule-record_version = A command made on the present version of the record
rule-signature_needed = A signature of whoever gives an act that binds
rule-signature_grant = A grant for this act, of the person who gives it, used once and within its time
rule-signature_none = Signatures for acts that bind, and of persons alone
rule-record_unknown = A record that exists
rule-zone_known = Time zones of the IANA database, by whose names everybody finds the hour
rule-organization_once = One auditing organization to a store
rule-policy_sound = A policy that every audit of the programme can be held to

## People, competence and impartiality

rule-person_languages = Each language of a person once
rule-person_day_rate = A daily rate that can be added up over a programme
rule-absence_period = Absences that end after they begin and do not overlap
rule-absence_known = An absence that is in the record
rule-credential_key = A key of its own for each of a person's credentials
rule-credential_period = A credential that has begun, and does not end before that
rule-credential_amount = Months or hours that there was time for
rule-credential_known = A credential that is in the record
rule-development_done = Development that has taken place, in hours of that day
rule-code_own = A code that each person accepts for themselves
rule-code_present = The acceptance of the code as it reads now
rule-passkey_own = A passkey that each person binds to themselves
rule-passkey_proven = A passkey that has answered a challenge before it is bound
rule-interests_own = A declaration of interests by the person themselves
rule-relation_period = Relations that end, when they have ended, after they began
rule-relation_once = Each relation in the record once
rule-relation_stands = A relation that was not withdrawn
rule-relation_open = An end where there is none yet
rule-relation_other = A relation withdrawn by somebody other than whom it bars
rule-appraisal_other = An auditor evaluated by somebody else
rule-appraisal_audit = A post-audit review of an audit that the person took part in
rule-appraisal_behaviours = Each behaviour noted once
rule-appraisal_followed = What followed, recorded once

## Auditees

rule-auditee_keys = Units, sites and processes, each under a key of its own
rule-auditee_parents = Units, each part of at most one other of the same auditee, and none of itself
rule-auditee_contacts = Contacts, each named once
rule-soa_rows = A Statement of Applicability that names each control once
rule-soa_reasons = Why a control is included, or why it is excluded, and not both
rule-soa_version = Each version under a name of its own, with a date that is not yet to come
rule-soa_source = The auditee's own document as the source

## The audit programme

rule-programme_period = A period that ends, and does so after it begins
rule-programme_keys = Each objective and each risk under a key of its own
rule-programme_extent = An extent of auditees, of parts that they have, and of criteria
rule-programme_risk = Risks and opportunities with likelihood and consequence from 1 to 5
rule-programme_roles = Each responsibility of a person once
rule-programme_complete = Objectives, extent, risks, roles, resources and planned audits before the programme is established
rule-programme_approver = A programme established by whoever approves it
rule-programme_days = Auditor days for what is planned, or the reason why there are fewer
rule-programme_open = A programme closed once every planned audit was held or withdrawn, and it was reviewed
rule-programme_manager = The programme managed by whoever has that role in it
rule-programme_state = A programme that is drafted, established, implemented and closed, in that order
rule-programme_review_keys = Each review and each improvement action under a key of its own
rule-programme_action_open = An improvement action that is open, finished once with its result
rule-planned_audit_extent = An audit within the programme's extent: its auditees, the parts of them, and its criteria
rule-planned_audit_window = A window within the programme's period
rule-planned_audit_days = Auditor days for each audit
rule-planned_audit_methods = At least one method, each once
rule-planned_audit_type = Internal audits of the organization itself, supplier audits of suppliers, certification audits of clients
rule-planned_audit_reason = The reason for a change to an established programme, and for none before
rule-planned_audit_opened = Changes to a planned audit before it is opened

## Initiating and preparing the audit

rule-audit_planned = An audit that a programme being implemented has planned, opened once
rule-audit_contact_made = A contact with the auditee that has taken place, before feasibility is judged
rule-audit_feasible = A feasible audit; where it is not, an alternative proposed to the client
rule-audit_has_leader = An audit team leader appointed before the audit is initiated
rule-audit_objectives = One objective at least, each with a key of its own
rule-audit_scope = A scope within the auditee and the programme
rule-audit_criteria = Criteria, with their editions, that the programme audits against
rule-audit_soa = The version of the auditee's own Statement of Applicability that is audited
rule-audit_leader = The audit led by its audit team leader
rule-audit_manager = Decisions on the audit by whoever manages the programme
rule-audit_state = The steps of an audit in their order
rule-audit_contact = Dealings with the auditee through its contacts
rule-audit_over = No change to a completed audit's working papers and evidence
rule-team_leader = One audit team leader, appointed by whoever manages the programme
rule-team_once = Each person in the team once, in one role
rule-team_directed = Auditors in training and technical experts under the direction of an auditor
rule-team_competence = Members who meet the policy's criteria of competence for their role
rule-team_covers = A team that together covers the competence the audit needs
rule-team_code = Auditors who accepted the code of conduct
rule-team_declaration = Auditors who declared their interests, about this auditee or in general
rule-team_impartiality = Nobody in the team whom a relation to the auditee bars
rule-team_safeguard = A safeguard, approved by the programme manager, for each relation that would bar
rule-team_rotation = Nobody who came to the auditee more often in a row than the policy allows
rule-team_language = Somebody in the team who speaks the language of the audit
rule-team_work = No work left with somebody who leaves the team
rule-documents_items = What the audit's criteria demand, item by item, each found by evidence of this audit
rule-documents_concerns = Each concern about a requirement or a document, and concerns exactly where the outcome is not plainly ready
rule-documents_outcome = An outcome that fits what was found
rule-plan_items = Every item of the plan's checklist, in words or with the reason why it does not fit
rule-plan_sessions = Sessions with a key of their own that end after they begin, at a site of the auditee, with its contacts and members of the team
rule-plan_clash = Each auditor in one place at a time
rule-plan_absent = Auditors who are available on the day
rule-plan_version = A reason for each version of the plan after the first
rule-plan_state = A plan that is drafted, then presented, then agreed
rule-plan_objection = Objections of the auditee resolved, or overruled by the programme manager with the reason
rule-prepare_documents = Documented information reviewed, and ready for the audit
rule-prepare_plan = A plan agreed with the auditee, except where the policy lets this type be audited at short notice
rule-prepare_work = Every working paper given to an auditor
rule-request_due = A day by which the answer is needed that is yet to come
rule-request_state = Requests asked, then answered, then accepted or returned
rule-request_evidence = Evidence of the audit in which it is given
rule-request_answer = An answer by the person who was asked, or by another contact of the auditee
rule-scope_change_key = Each change of scope under a key of its own
rule-scope_change_accepted = A change of scope accepted by the programme manager and by the audit client, each once
rule-scope_change_told = An accepted change of scope told to the auditee

## Conducting and completing the audit

rule-begin_opened = An opening meeting before fieldwork begins
rule-begin_notice = The reason for short notice where there is no agreed plan, and only there
rule-meeting_agenda = Every item of the meeting's agenda, covered or with the reason why not
rule-meeting_attendance = The audit team leader and somebody of the auditee at opening and closing meetings, each named once
rule-meeting_signed = Attendance signed by whoever stands in it as having been there
rule-meeting_held = One opening and one closing meeting, recorded once they were held
rule-message_told = An immediate and significant risk told at once to the auditee
rule-fieldwork_papers = Every working paper evaluated before fieldwork ends
rule-fieldwork_findings = Every finding raised or withdrawn before fieldwork ends
rule-fieldwork_closed = A closing meeting before fieldwork ends
rule-fieldwork_member = Audit work done by the leader, the auditors and auditors in training of the team
rule-fieldwork_state = Audit work while the audit is being conducted
rule-conclusions_objectives = An outcome for each objective of the audit
rule-conclusions_recommendation = A recommendation that the type of audit asks for, with its reason
rule-conclusions_grave = No favourable recommendation over nonconformities that must be verified first
rule-complete_report = The report issued before the audit is completed
rule-complete_papers = Every working paper reviewed before the audit is completed
rule-complete_requests = Every request for information settled, or the reason why it was left
rule-complete_retention = Records kept for the time of the programme's policy at the least
rule-complete_feedback = Feedback asked of the auditee
rule-feedback_mark = A mark from 1 (poor) to 5 (very good), by each contact of the auditee once
rule-hold_key = Each legal hold under a key of its own, lifted once

## Criteria, audit tests and trails

rule-criteria_requirements = Criteria with requirements that evidence can be compared with
rule-criteria_unique = Each requirement of a set once, so that a finding names one
rule-criteria_attributes = Attributes that have values, each named once for a requirement
rule-criteria_parent = A tree: each requirement at the top or below another of its set
rule-criteria_edition = Criteria that stay what an audit was planned with: another edition under another id
rule-criteria_retired = A set of criteria that has not been retired
rule-criteria_in_use = Audits initiated against criteria that are in use
rule-criteria_own = An auditee's own criteria for audits of that auditee
rule-wording_requirement = Wording of a requirement that an adopted set has
rule-wording_once = One wording to a requirement
rule-wording_removed = Wording that has not been removed
rule-mapping_ends = A mapping from one set of criteria to another
rule-mapping_pairs = Pairs that say of a requirement what it corresponds to, each once
rule-mapping_known = Requirements that their sets have, as they were adopted
rule-mapping_retired = A mapping that has not been retired
rule-test_requirements = At least one requirement for each audit test
rule-test_once = One version of a test in one act
rule-test_retired = A test that has not been retired yet
rule-trail_steps = A trail of at least two tests, each gone to once
rule-trail_tests = Steps to tests that were adopted
rule-trail_once = One version of a trail in one act
rule-trail_retired = A trail that has not been retired
rule-trail_papers = Working papers of the audit on at least two of the trail's tests
rule-trail_step = A step of the case that has a working paper in the audit
rule-version_same_test = Another version of the test that the paper was made from
rule-version_in_use = A version that has not been retired
rule-version_serves = A version that tests something of the audit's criteria
rule-version_open = An evaluation that stays with the version it was made on

## Working papers and evidence

rule-papers_initiated = Working papers once scope and criteria of the audit are agreed
rule-papers_assignee = Work given to auditors of the team
rule-papers_of_audit = Papers of the audit that is named
rule-papers_none = Audit tests for the criteria and the type of the audit
rule-paper_evidence = Evidence for every conformity and nonconformity
rule-paper_reason = A reason for what does not apply or was not audited
rule-paper_open = One evaluation, changed only by reopening the paper
rule-paper_evaluated = A paper that has been evaluated
rule-paper_reviewer = A reviewer who did not prepare the paper
rule-paper_trainee = Papers of auditors in training reviewed by those who direct them
rule-paper_finding = An evaluation that its nonconformities agree with
rule-paper_stands = A paper that has not been reviewed
rule-note_role = The role of whoever was interviewed
rule-note_author = Notes changed by their author alone
rule-sample_size = A sample within its population, and deviations within the sample
rule-evidence_seen_by = Evidence seen by somebody of the audit's team
rule-evidence_seen_at = Evidence that was seen before it is recorded
rule-evidence_length = Files of a length that can be
rule-evidence_lowered = A reason for treating evidence as less sensitive
rule-evidence_sealed = An encrypted file before the record says that there is one
rule-evidence_of_audit = Evidence of the same audit

## Findings and follow-up

rule-finding_state = Findings made while the audit is conducted or reported
rule-finding_author = Findings written by the leader, the auditors and auditors in training
rule-finding_paper = At least one working paper of the audit behind each finding
rule-finding_evidence = Evidence of the same audit
rule-finding_nonconformity_requirement = A nonconformity recorded against a requirement
rule-finding_nonconformity_evidence = The objective evidence on which a nonconformity is based
rule-finding_nonconformity_grade = A grade of the programme's scheme for each nonconformity, and for nothing else
rule-finding_nonconformity_paper = A nonconformity where a paper was evaluated as not conforming
rule-finding_dressed = A nonconformity called by its name, not an opportunity for improvement
rule-finding_criteria = Requirements of the audit's criteria
rule-finding_control_clause = The clause of the management system that a failed control breaches too
rule-finding_draft = A finding whose text stands once it is raised
rule-finding_withdrawn = Findings withdrawn only before the report is issued
rule-finding_response_raised = An answer to a finding that was raised and not answered
rule-finding_response_team = An answer by the auditee, not by the team
rule-finding_upheld_disputed = A ruling on a finding that is disputed
rule-finding_upheld_by = A ruling by the audit team leader
rule-follow_up_order = One step after the other, from correction to effectiveness
rule-follow_up_kind = Follow-up of nonconformities
rule-follow_up_auditee = Correction, cause and action by the auditee, not by the team
rule-follow_up_auditor = Plans accepted and actions verified by an auditor of the team or the programme manager
rule-follow_up_evidence = Evidence for what was implemented and verified
rule-follow_up_owner = Actions verified by somebody who does not answer for them
rule-follow_up_due = An action due after it is planned
rule-follow_up_escalation = An escalation to a graver grade of the scheme
rule-follow_up_effectiveness_due = Effectiveness checked once the action has had time to work

## The audit report

rule-report_initiated = A report on an audit that has objectives, scope and criteria
rule-report_state = A report on an audit whose fieldwork has ended
rule-report_author = A report written by the audit team leader, or for them by an auditor of the team
rule-report_one = One version of the report in work at a time, and a reason for each version after the first
rule-report_draft = Changes to a report before it is approved; afterwards by a new version
rule-report_item = Items of the report's checklist, each with a text or with the reason why it has none
rule-report_checklist = Every item of the checklist in the report
rule-report_content = What is reviewed and approved to be what stands
rule-report_reviewer = A review by somebody of the team or the programme who did not write the report
rule-report_reviewed = A report reviewed before it is approved
rule-report_approver = A report approved by the audit team leader
rule-report_approved = A report approved before it is issued
rule-report_issued = An issued report to acknowledge
rule-report_recipient = An acknowledgement by somebody on the distribution list
rule-report_sealed = An encrypted file before the record says that there is one

## Methods

rule-method_place = A method used for one programme or for one audit
rule-method_working = A result that a reader can reckon again: with its working
rule-method_table = The tables it was calculated by, as they were adopted
rule-table_form = A table that can be calculated with: rows in order and without gaps, numbers within their bounds
rule-table_retired = A table that has not been retired
rule-letterhead_logo = A logo that fits beside a name: small, and neither a thread nor a poster
rule-letterhead_colour = An accent colour that can be read on white paper
rule-letterhead_file = A logo that is a picture and nothing else
rule-letterhead_line = An address and a footer that fit on one line of a page
rule-text_placeholder = Placeholders that the records of an audit can fill
rule-text_retired = A text that is in use
rule-text_length = A text that a field can hold when its placeholders are filled
rule-draw_paper = A draw for a working paper of the same audit
rule-draw_size = A sample of at least one item and no more than the population has
rule-draw_columns = The column that the method of drawing needs
rule-draw_order = A seed made once, after the population was named, and a sample recorded once, after the seed
rule-draw_sample = As many items as were to be drawn, each once
rule-draw_replacement = A drawn item replaced once, by one that is not in the sample

## Certification, complaints and erasure

rule-certification_one = One certification of a client against a standard at a time
rule-certification_decision_team = Review and decision by people who did not carry out the audit
rule-certification_review_reviewer = A technical review by whoever reviews for the programme
rule-certification_decision_maker = A decision by whoever decides for a programme that audits the client
rule-certification_review_audit = The review of an audit of this client whose report was issued
rule-certification_decision_review = A technical review that finds the information sufficient before a favourable decision
rule-certification_decision_majors = Grave nonconformities verified before a favourable decision
rule-certification_decision_minors = Accepted plans for the other nonconformities before a favourable decision
rule-certification_decision_audit = The audit that the decision rests on, of the type that it asks for
rule-certification_decision_state = A decision that follows from where the certification stands
rule-certification_decision_stage2_age = A new stage 2 where grave nonconformities were not verified in time
rule-certification_decision_expiry = Recertification decided before expiry, restored only for a while after it
rule-certification_decision_suspension = Certification withdrawn or reduced where a suspension lasts too long
rule-complaint_received = A day of receipt that is not yet to come
rule-complaint_handler = Complaints and appeals handled by somebody who was involved in neither the audit nor the decision on it
rule-complaint_acknowledged = The receipt acknowledged once, to whoever complained or appealed
rule-complaint_state = A complaint received, then assigned, then decided, then answered
rule-complaint_decider = A decision made by whoever was given the complaint or appeal
rule-erase_retention = Records kept until their retention is over
rule-erase_hold = No erasure while a legal hold lasts
rule-erase_over = Erasure of an audit that is over
rule-erase_in_use = Erasure of a person who is in no audit that goes on

## Rights

rule-access_administrator = The rights of administrators and programme managers given and withdrawn by an administrator
rule-access_reading = Audits opened to readers by whoever manages their programme
rule-access_self = Rights that nobody gives to themselves
rule-access_over = Administrators and programme managers for the whole organization; who manages one programme is named in that programme
rule-access_period = A right that is not over before it is given, and reading that ends
rule-access_once = Each right that is in force given once
rule-access_stands = A right that was not withdrawn
rule-access_last_administrator = An organization that has an administrator

## Claims of others

rule-claims_source = The file that claims were read from among the evidence of the same audit
rule-claims_open = Claims taken from a file that the whole team may open
rule-claims_count = At least one claim in a set, and no more than 2,000
rule-claims_place = A place of its own for each claim
rule-claims_once = Claims taken from a file once, as long as they stand
rule-claims_standing = Claims withdrawn once

## Tables that came back

rule-table_in_source = The file that a table was taken from among the evidence of the same audit
rule-table_in_rows = A table of which something is taken, in bounded parts
## Templates of documents

rule-template_file = A Word file with nothing but text in it, whose placeholders are known and closed
rule-template_retired = A template that is in use
rule-template_kind = A template of the kind of document that is made of it
rule-document_nonconformity = A form of a nonconformity that was raised
## In the field

rule-field_command = Audit work in the field, on the audit that was lent, by whom it was lent to
rule-field_file = Loans and what comes home with the files that prove them
rule-field_fits = An act from the field on the record as its auditor saw it
rule-field_borrower = Audits lent to auditors of their team
rule-field_papers = Papers of the audit that is lent
rule-field_stands = A loan that was not revoked
rule-field_waits = An act from the field that nobody has decided on
## Signatures on the spot

rule-meeting_witness = Signatures on the spot before an auditor of the team
rule-meeting_passkey = Signatures by a passkey that hold: of this meeting's text, by whom they name
rule-meeting_signer = Signatures on the spot by others than the auditor who attests them: of the attendance, or by name and function
rule-meeting_shown = Signatures of the meeting's text as it stands
rule-meeting_corrected = Corrections that say something else, with the reason
