### What happened: the kinds of entries of the journal, as a readable history says them.

## The organization and its people

event-organization_named = Auditing organization named
event-organization_letterhead_set = Look of documents set
event-person_registered = Person registered
event-person_updated = Person updated
event-absence_added = Absence noted
event-absence_removed = Absence struck out
event-credential_added = Evidence of competence added
event-credential_withdrawn = Evidence of competence withdrawn
event-development_recorded = Professional development recorded
event-code_accepted = Code of conduct accepted
event-passkey_bound = Passkey bound to its person
event-interests_declared = Interests declared
event-relation_declared = Relation to an auditee declared
event-relation_ended = Relation to an auditee ended
event-relation_withdrawn = Relation to an auditee withdrawn
event-appraisal_recorded = Auditor evaluated
event-appraisal_followed_up = Follow-up of an auditor evaluation recorded

## Auditees

event-auditee_registered = Auditee registered
event-auditee_updated = Auditee updated
event-soa_entered = Statement of Applicability entered

## The audit programme

event-programme_drafted = Audit programme drafted
event-programme_edited = Audit programme edited
event-programme_established = Audit programme established
event-programme_revised = Audit programme revised
event-programme_begun = Implementation of the audit programme begun
event-programme_reviewed = Audit programme reviewed
event-programme_action_finished = Improvement action finished
event-programme_closed = Audit programme closed
event-planned_audit_added = Audit planned
event-planned_audit_changed = Planned audit changed
event-planned_audit_withdrawn = Planned audit withdrawn

## The audit

event-audit_opened = Audit opened
event-audit_contacted = Contact with the auditee recorded
event-audit_feasibility_judged = Feasibility judged
event-audit_initiated = Audit initiated
event-audit_member_appointed = Team member appointed
event-audit_member_dismissed = Team member dismissed
event-audit_documents_reviewed = Documented information reviewed
event-plan_drafted = Audit plan drafted
event-plan_edited = Audit plan edited
event-plan_presented = Audit plan presented
event-plan_objected = Objection to the audit plan raised
event-plan_objection_resolved = Objection resolved
event-plan_objection_overruled = Objection overruled
event-plan_agreed = Audit plan agreed
event-audit_prepared = Audit prepared
event-audit_begun = Fieldwork begun
event-meeting_recorded = Meeting recorded
event-meeting_attendance_signed = Attendance of a meeting signed
event-message_logged = Communication logged
event-request_asked = Information requested
event-request_answered = Request for information answered
event-request_accepted = Answer accepted
event-request_returned = Answer returned
event-audit_scope_change_proposed = Change of audit scope proposed
event-audit_scope_change_accepted = Change of audit scope accepted
event-audit_scope_change_told = Auditee told of the change of audit scope
event-audit_concluded = Audit conclusions recorded
event-audit_fieldwork_ended = Fieldwork ended
event-audit_completed = Audit completed
event-audit_cancelled = Audit cancelled
event-audit_terminated = Audit terminated
event-audit_feedback_given = Feedback of the auditee recorded
event-audit_hold_set = Legal hold set
event-audit_hold_lifted = Legal hold lifted

## Criteria, audit tests and trails

event-criteria_adopted = Audit criteria adopted
event-criteria_retired = Audit criteria retired
event-wording_attached = Wording of a requirement attached
event-wording_removed = Wording of a requirement removed
event-mapping_adopted = Mapping of criteria adopted
event-mapping_retired = Mapping of criteria retired
event-test_adopted = Audit test adopted
event-test_retired = Audit test retired
event-trail_adopted = Audit trail adopted
event-trail_retired = Audit trail retired
event-trail_followed = Audit trail followed
event-trail_step_recorded = Step of an audit trail recorded

## Working papers and evidence

event-papers_made = Working papers made
event-papers_assigned = Working papers assigned
event-note_written = Note written
event-note_edited = Note edited
event-paper_sample_recorded = Sample recorded
event-paper_evidence_attached = Evidence attached to the working paper
event-paper_evidence_detached = Evidence detached from the working paper
event-paper_evaluated = Working paper evaluated
event-paper_reviewed = Working paper reviewed
event-paper_reopened = Working paper reopened
event-paper_test_version_moved = Working paper moved to another version of its audit test
event-evidence_recorded = Evidence recorded
event-evidence_custody_recorded = Custody of evidence recorded
event-evidence_classified = Evidence classified
event-evidence_sealed = File of evidence encrypted

## Findings and follow-up

event-finding_drafted = Finding drafted
event-finding_edited = Finding edited
event-finding_raised = Finding raised
event-finding_withdrawn = Finding withdrawn
event-finding_acknowledged = Finding acknowledged
event-finding_disputed = Finding disputed
event-finding_upheld = Finding upheld
event-finding_corrected = Correction recorded
event-finding_cause_given = Root cause given
event-finding_action_planned = Corrective action planned
event-finding_plan_accepted = Plan of the corrective action accepted
event-finding_step_rejected = Step of the follow-up rejected
event-finding_implemented = Corrective action implemented
event-finding_verified = Corrective action verified
event-finding_effectiveness_checked = Effectiveness checked
event-finding_closed = Nonconformity closed
event-finding_escalated = Nonconformity escalated

## The audit report

event-report_drafted = Audit report drafted
event-report_edited = Audit report edited
event-report_reviewed = Audit report reviewed
event-report_approved = Audit report approved
event-report_issued = Audit report issued
event-report_acknowledged = Receipt of the audit report acknowledged
event-report_sealed = File of the audit report encrypted

## Methods

event-method_used = Use of a method recorded
event-table_adopted = Table adopted
event-table_retired = Table retired
event-text_adopted = Text adopted
event-text_retired = Text retired
event-text_taken = Text of the organization used
event-draw_declared = Population of a draw declared
event-draw_seeded = Seed of a draw made
event-draw_recorded = Drawn sample recorded
event-draw_replaced = Drawn item replaced
event-draw_abandoned = Draw abandoned

## Certification, complaints and erasure

event-certification_applied = Application for certification entered
event-certification_reviewed = Audit reviewed for certification
event-certification_decided = Certification decided
event-complaint_received = Complaint or appeal received
event-complaint_acknowledged = Receipt of the complaint or appeal acknowledged
event-complaint_assigned = Complaint or appeal assigned
event-complaint_decided = Complaint or appeal decided
event-complaint_told = Outcome of the complaint or appeal told
event-record_erased = Values erased

## Rights

event-access_given = Right given
event-access_withdrawn = Right withdrawn

## Claims of others

event-claims_taken = Claims taken
event-claims_withdrawn = Claims withdrawn

## Tables that came back

event-table_in_taken = Table taken in
event-list_in_taken = List taken in
## Templates of documents

event-template_adopted = Template adopted
event-template_retired = Template retired
event-template_chosen = Template chosen
## In the field

event-field_lent = Audit lent for the field
event-field_revoked = Loan revoked
event-field_brought = Journal of the field brought home
event-field_waits = Act from the field waits
event-field_taken = Act from the field taken
event-field_settled = Act from the field not taken
## Signatures on the spot

event-meeting_signed_on_the_spot = Meeting signed on the spot
event-meeting_minutes_corrected = Minutes corrected
