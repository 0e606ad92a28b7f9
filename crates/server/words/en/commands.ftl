### What can be done: the name of each command, what it does and what follows, and what is said afterwards.

## The organization and its people

do-organization_name = Name the auditing organization
    .about = Says whose audits are kept here, with the policy they are held to. It is the first act of all and is done once.
    .done = The auditing organization is named.
do-organization_set_letterhead = Set what documents look like
    .about = Sets the logo, the accent colour, the address and the footer of the organization's documents. What is left out is taken away.
    .done = What documents look like is set.
do-person_register = Register a person
    .about = Enters somebody who takes part in audits: an auditor, a programme manager, somebody at an auditee. They can then be given roles.
    .done = The person is registered.
do-person_update = Update the person
    .about = Changes what the register says of a person. The journal keeps what it said before.
    .done = The person's entry is changed.
do-absence_add = Record an absence
    .about = Notes a time in which the person is not available. No audit plan can give them a session then (ISO 19011:2018, 5.5.4).
    .done = The absence is recorded.
do-absence_remove = Remove an absence
    .about = Strikes an absence out: the person is available after all.
    .done = The absence is removed.
do-credential_add = Add evidence of competence
    .about = Adds what shows a person's competence: education, experience, training, a qualification or a skill. Whether somebody may be appointed is judged by it (ISO 19011:2018, 7.2).
    .done = The evidence of competence is added.
do-credential_withdraw = Withdraw evidence of competence
    .about = Takes it out of the record because its issuer withdrew it, or because it was entered by mistake. The journal keeps it.
    .done = The evidence of competence is withdrawn.
do-development_record = Record professional development
    .about = Records what a person did to maintain and improve their competence, with the hours (ISO 19011:2018, 7.6).
    .done = The professional development is recorded.
do-code_accept = Accept the code of conduct
    .about = Accepts the code of conduct as it reads now, for yourself. Nobody is an auditor in a team without it (ISO 19011:2018, 4).
    .done = You have accepted the code of conduct.
do-passkey_bind = Bind a passkey
    .about = Says in the journal whose a passkey is, so that what it signs can be checked. It is done by itself when a passkey is made.
    .done = The passkey is bound.
do-interests_declare = Declare interests
    .about = Declares your own interests in an auditee or in general, or that you have none. Nobody audits without such a declaration (ISO/IEC 27007:2020, 5.5.4).
    .done = Your interests are declared.
do-relation_declare = Declare a relation
    .about = Enters a relation of a person to an auditee; anybody who knows of one may. It can bar the person from auditing there, as the policy says (ISO 19011:2018, 4 e)).
    .done = The relation is declared.
do-relation_end = End a relation
    .about = Notes that a relation has ended. What it bars stays barred for the cooling-off time of the policy.
    .done = The end of the relation is recorded.
do-relation_withdraw = Withdraw a relation
    .about = Withdraws an entry that was a mistake. It bars nothing from then on and stays in the record with the reason; whoever it bars cannot withdraw it.
    .done = The entry is withdrawn.
do-appraisal_record = Record an evaluation of an auditor
    .about = Records how an auditor was evaluated, by what method and with what result; you are the evaluator (ISO 19011:2018, 7.4).
    .done = The evaluation is recorded.
do-appraisal_follow_up = Record what followed from an evaluation
    .about = Records what was done about the result: training, direction, another evaluation. It is recorded once (ISO 19011:2018, 7.5).
    .done = What followed is recorded.

## Auditees

do-auditee_register = Register an auditee
    .about = Enters an organization that is audited, with its units, sites, processes and contacts. Programmes and plans choose from these.
    .done = The auditee is registered.
do-auditee_update = Update the auditee
    .about = Changes what the register says of an auditee. The journal keeps what it said before.
    .done = The auditee's entry is changed.
do-soa_enter = Enter a Statement of Applicability
    .about = Enters a version of the auditee's own statement, each control with the reason why it is included or excluded (ISO/IEC 27001:2022, 6.1.3 d)). Working papers on controls are made by it.
    .done = The Statement of Applicability is entered.

## The audit programme

do-programme_draft = Draft an audit programme
    .about = Begins a programme with its period and policy. Objectives, extent, risks, roles and audits are added before it is established (ISO 19011:2018, 5.1).
    .done = The programme is drafted.
do-programme_edit = Edit the programme
    .about = Writes the draft of a programme anew. Once it is established, a revision with its reason takes the place of editing.
    .done = The draft is changed.
do-programme_establish = Establish the programme
    .about = Approves the programme as it stands, by whoever has that role in it. It must be complete; later changes are revisions with their reason (ISO 19011:2018, 5.4).
    .done = The programme is established.
do-programme_begin = Begin implementing the programme
    .about = Starts the implementation of an established programme. From then on its planned audits can be opened (ISO 19011:2018, 5.5.1).
    .done = The programme is being implemented.
do-programme_revise = Revise the programme
    .about = Changes an established programme by a numbered revision that says what changed and why. It must stay complete.
    .done = The programme is revised.
do-programme_review = Review the programme
    .about = Records conclusions and lessons on the programme, and actions to improve it, which are followed until they are finished (ISO 19011:2018, 5.7).
    .done = The review is recorded.
do-programme_finish_action = Finish an improvement action
    .about = Records that an action from a review of the programme was done, and with what result (ISO 19011:2018, 5.7).
    .done = The improvement action is finished.
do-programme_close = Close the programme
    .about = Closes a programme whose planned audits were all held or withdrawn and which was reviewed (ISO 19011:2018, 5.6).
    .done = The programme is closed.
do-planned_audit_plan = Plan an audit
    .about = Adds an audit to the programme: auditee, type, scope, criteria, window, methods and auditor days. In an established programme this is a revision and says why (ISO 19011:2018, 5.4.3).
    .done = The audit is planned.
do-planned_audit_change = Change the planned audit
    .about = Changes what is planned, until the audit is opened. In an established programme this is a revision and says why (ISO 19011:2018, 5.5.1).
    .done = The planned audit is changed.
do-planned_audit_withdraw = Withdraw the planned audit
    .about = Takes an audit that was not opened out of the programme; the reason is recorded. In an established programme this is a revision (ISO 19011:2018, 5.5.1).
    .done = The planned audit is withdrawn.

## The audit

do-audit_open = Open the audit
    .about = Takes a planned audit up, by whoever manages the programme being implemented. From then on the plan in the programme stays as it is (ISO 19011:2018, 5.5.1).
    .done = The audit is open.
do-audit_contact = Record a contact with the auditee
    .about = Records who was spoken to before the audit, when and about what. Feasibility is judged after a contact has taken place (ISO 19011:2018, 6.2.2).
    .done = The contact is recorded.
do-audit_judge_feasibility = Judge feasibility
    .about = Says whether information, cooperation, time and resources are enough. Where one is not, the audit stops here and an alternative is proposed (ISO 19011:2018, 6.2.3).
    .done = The feasibility is judged.
do-audit_initiate = Initiate the audit
    .about = Fixes client, objectives, scope, criteria and methods, once the audit is feasible and has its leader. Working papers can then be made (ISO 19011:2018, 5.5.2).
    .done = The audit is initiated.
do-audit_appoint = Appoint a team member
    .about = Appoints somebody to the team, by competence, code of conduct, declared interests and impartiality. Whoever manages the programme appoints the leader and approves safeguards (ISO 19011:2018, 5.5.4).
    .done = The team member is appointed.
do-audit_dismiss = Release a team member
    .about = Takes somebody out of the team. Their open work must have gone to others (ISO 19011:2018, 6.3.3).
    .done = The team member is released.
do-audit_review_documents = Review documented information
    .about = Records what the criteria demand in writing, item by item, with the evidence, the concerns and the outcome. A later review replaces it (ISO 19011:2018, 6.3.1).
    .done = The review of documented information is recorded.
do-audit_prepare = Prepare the audit
    .about = Says that the audit is prepared: documents reviewed, plan agreed, team complete, work assigned. The opening meeting can follow (ISO 19011:2018, 6.3).
    .done = The audit is prepared.
do-audit_begin = Begin fieldwork
    .about = Begins the conduct of the audit, after the opening meeting. Without an agreed plan it says why the notice was short, where the policy allows that (ISO 19011:2018, 6.4.3).
    .done = Fieldwork has begun.
do-meeting_record = Record a meeting
    .about = Records an opening, closing or other meeting with attendance and agenda, each item covered or with the reason why not (ISO 19011:2018, 6.4.3). Fieldwork begins after the opening meeting and ends after the closing meeting.
    .done = The meeting is recorded.
do-meeting_sign_attendance = Sign the attendance
    .about = Signs that you were at the meeting, as its attendance says (ISO 19011:2018, 6.4.3).
    .done = Your attendance is signed.
do-message_log = Log a communication
    .about = Records what the team told or was told during the audit. An immediate and significant risk is told to the auditee at once (ISO 19011:2018, 6.4.4).
    .done = The communication is logged.
do-audit_propose_scope_change = Propose a change of scope
    .about = Proposes another scope with the reason. It takes effect once the programme manager and the audit client have both accepted it (ISO 19011:2018, 6.4.4).
    .done = The change of scope is proposed.
do-audit_accept_scope_change = Accept a change of scope
    .about = Accepts the change as programme manager or as audit client. Once both have, it takes effect and the auditee is told (ISO 19011:2018, 6.4.4).
    .done = Your acceptance is recorded.
do-audit_tell_scope_change = Tell the auditee of a change of scope
    .about = Records that the auditee was told of an accepted change of scope (ISO 19011:2018, 6.4.4).
    .done = It is recorded that the auditee was told.
do-audit_conclude = Draw the audit conclusions
    .about = Records the outcome for each objective, and the recommendation the type of audit asks for. Later conclusions replace them until the report is issued (ISO 19011:2018, 6.4.9.2).
    .done = The audit conclusions are recorded.
do-audit_end_fieldwork = End fieldwork
    .about = Ends the conduct of the audit after the closing meeting, with every paper evaluated and every finding raised or withdrawn (ISO 19011:2018, 6.4.10). Reporting follows.
    .done = Fieldwork has ended.
do-audit_complete = Complete the audit
    .about = Completes the audit once the report is issued, the papers are reviewed and requests are settled. Retention is set, and its papers and evidence change no more (ISO 19011:2018, 6.6).
    .done = The audit is complete.
do-audit_cancel = Cancel the audit
    .about = Ends an audit before fieldwork has begun, with the reason, by whoever manages the programme.
    .done = The audit is cancelled.
do-audit_terminate = Terminate the audit
    .about = Ends an audit that has begun before it is complete, with the reason. What was recorded stays.
    .done = The audit is terminated.
do-audit_give_feedback = Record feedback of the auditee
    .about = Records what a contact of the auditee or the client says of the audit, with a mark from 1 (poor) to 5 (very good), once each (ISO 19011:2018, 5.6).
    .done = The feedback is recorded.
do-audit_hold = Set a legal hold
    .about = Keeps everything of the audit from being erased while the hold lasts, with the reason.
    .done = The legal hold is set.
do-audit_lift_hold = Lift a legal hold
    .about = Ends a legal hold. Erasure is possible again once retention is over and no other hold lasts.
    .done = The legal hold is lifted.

## The audit plan

do-plan_draft = Draft a plan
    .about = Writes a version of the audit plan with its sessions. A later version replaces the one before it and says why (ISO 19011:2018, 6.3.2).
    .done = The plan is drafted.
do-plan_edit = Edit the plan
    .about = Changes a plan that has not been presented. Afterwards a new version takes the place of editing.
    .done = The plan is changed.
do-plan_present = Present the plan
    .about = Presents the plan to the auditee, who may object or agree. From then on it changes by a new version alone (ISO 19011:2018, 6.3.2.2).
    .done = The plan is presented.
do-plan_object = Record an objection
    .about = Records an objection of the auditee to the plan presented. It is resolved or overruled before the plan is agreed (ISO 19011:2018, 6.3.2.2).
    .done = The objection is recorded.
do-plan_resolve_objection = Resolve an objection
    .about = Records how an objection to the plan was resolved (ISO 19011:2018, 6.3.2.2).
    .done = The objection is resolved.
do-plan_overrule_objection = Overrule an objection
    .about = Overrules an objection with the reason, by whoever manages the programme (ISO 19011:2018, 6.3.2.2). The objection stays in the record.
    .done = The objection is overruled.
do-plan_agree = Agree the plan
    .about = Records that the plan is agreed: by a contact of the auditee, or by the audit team leader after hearing them. No objection may be open (ISO 19011:2018, 6.3.2.2).
    .done = The plan is agreed.

## Requests for information

do-request_ask = Ask for information
    .about = Asks the auditee for information, with the day by which it is needed (ISO 19011:2018, 6.2.2).
    .done = The request is made.
do-request_answer = Answer the request
    .about = Answers for the auditee, with evidence where there is some. The team then accepts the answer or returns it (ISO 19011:2018, 6.2.2).
    .done = The request is answered.
do-request_accept = Accept the answer
    .about = Accepts the answer as enough. The request is settled.
    .done = The answer is accepted.
do-request_return = Return the answer
    .about = Gives the answer back with what is missing or unclear. The auditee answers again.
    .done = The answer is returned.

## Audit criteria, audit tests and audit trails

do-criteria_adopt = Adopt a set of criteria
    .about = Takes a whole set of criteria into use, with its edition. It stays as adopted; another edition comes under another id (ISO 19011:2018, 6.3.2).
    .done = The criteria are adopted.
do-criteria_retire = Retire a set of criteria
    .about = Takes a set of criteria out of use: no audit is initiated against it any more. Audits that were keep it (ISO 19011:2018, 5.5.2).
    .done = The criteria are retired.
do-wording_attach = Attach wording
    .about = Attaches the wording of a requirement, if you hold a licence for it and answer for it. It stays in this store: no export, no dossier and no report has it.
    .done = The wording is attached.
do-wording_remove = Remove wording
    .about = Takes the wording away because the licence has ended, or to attach another. The journal keeps it until it is erased.
    .done = The wording is removed.
do-mapping_adopt = Adopt a mapping
    .about = Takes a mapping between two sets of criteria into use. Its other versions are retired; working papers that were made keep theirs.
    .done = The mapping is adopted.
do-mapping_retire = Retire a mapping
    .about = Takes a mapping out of use: no working paper is made by it any more.
    .done = The mapping is retired.
do-test_adopt = Adopt audit tests
    .about = Takes audit tests from a catalogue into use. Other versions of the same test are retired, so that new papers are made from this one (ISO/IEC 27007:2020, A).
    .done = The audit tests are adopted.
do-test_retire = Retire an audit test
    .about = Takes a version of a test out of use. Audits under way keep it; new papers are not made from it.
    .done = The audit test is retired.
do-trail_adopt = Adopt an audit trail
    .about = Takes audit trails from a catalogue into use, each a way through at least two tests (ISO 19011:2018, A.2). Other versions are retired; cases followed along them go on.
    .done = The audit trail is adopted.
do-trail_retire = Retire an audit trail
    .about = Takes a trail out of use: no new case is followed along it.
    .done = The audit trail is retired.
do-trail_follow = Follow an audit trail
    .about = Chooses a case to be followed along a trail, by an auditor of the team. Steps without a working paper in the audit stay visible as breaks (ISO 19011:2018, 6.3.4).
    .done = The case is being followed.
do-trail_record_step = Record a step of the trail
    .about = Records what was seen of the case at a step, while the audit is conducted. Recording again replaces it; the journal keeps both (ISO 19011:2018, 6.4.7).
    .done = The step is recorded.

## Working papers and evidence

do-papers_make = Make the working papers
    .about = Makes a paper from each adopted test for the criteria and type of the audit, and for own controls and earlier nonconformities. Papers that are there already stay (ISO 19011:2018, 6.3.4).
    .done = The working papers are made.
do-papers_assign = Assign working papers
    .about = Gives papers to the leader, an auditor or an auditor in training of the team, or takes them back. Every paper is assigned before the audit is prepared (ISO 19011:2018, 6.3.3).
    .done = The working papers are assigned.
do-note_write = Write the note
    .about = Writes down what was heard, read or observed, on a working paper. In an interview, the role of the person interviewed is noted (ISO 19011:2018, 6.4.7).
    .done = The note is written.
do-note_edit = Edit the note
    .about = Changes a note of your own. The journal keeps what it said before.
    .done = The note is changed.
do-paper_record_sample = Record a sample
    .about = Records the population, the sample examined and the deviations found in it (ISO 19011:2018, A.6).
    .done = The sample is recorded.
do-paper_attach = Attach evidence
    .about = Attaches evidence of the same audit to the paper. A paper is evaluated as conforming or not conforming on evidence alone (ISO 19011:2018, 6.4.8).
    .done = The evidence is attached.
do-paper_detach = Take evidence off
    .about = Takes evidence off the paper. The evidence itself stays in the audit.
    .done = The evidence is taken off the paper.
do-paper_evaluate = Evaluate the paper
    .about = Says whether what was examined conforms, on evidence, or why it does not apply or was not audited. Another auditor then reviews the paper (ISO 19011:2018, 6.4.8).
    .done = The paper is evaluated.
do-paper_review = Review the paper
    .about = Reviews an evaluated paper that somebody else prepared. In an audit of one auditor it marks that nobody else could (ISO 19011:2018, 4 e)).
    .done = The paper is reviewed.
do-paper_reopen = Reopen the paper
    .about = Opens an evaluated or reviewed paper again, with the reason. A nonconformity raised on it must be withdrawn first (ISO 19011:2018, 6.4.8).
    .done = The paper is open again.
do-paper_move_test_version = Move to another version of the test
    .about = Moves an open paper to another version of its audit test that is in use. Notes, samples and evidence stay (ISO/IEC 27007:2020, A).
    .done = The paper is moved to the other version.
do-evidence_take = Take evidence in
    .about = Takes a file in as evidence and keeps it unchanged under its digest. It can then be attached to papers (ISO 19011:2018, 6.4.7).
    .done = The evidence is taken in.
do-evidence_record_seen = Record what was seen and not taken
    .about = Records evidence that somebody of the team saw but did not take: what, when and by whom (ISO 19011:2018, 6.4.7).
    .done = What was seen is recorded as evidence.
do-evidence_record_custody = Record a step of custody
    .about = Adds a step to the chain of custody: what was done with the evidence. Steps are only added.
    .done = The step of custody is recorded.
do-evidence_classify = Classify the evidence
    .about = Changes how sensitive the evidence is. Treating it as less sensitive needs a reason (ISO 19011:2018, 4 d)).
    .done = The evidence is classified.
do-evidence_seal = Record that the file is kept encrypted
    .about = Records the digest of the encrypted file in which the store keeps the evidence, so that it can be checked without the key. The store says which it is.
    .done = The encrypted file is in the record.

## Drawing samples, and methods

do-draw_declare = Declare a population
    .about = Names the population, the method and the size of the sample before there is a seed, so that nobody can choose the result (ISO 19011:2018, A.6.3). The seed comes next.
    .done = The population is declared.
do-draw_seed = Make the seed
    .about = Makes the seed of the draw. It cannot be chosen and is made once; the sample follows from it (ISO 19011:2018, 4 f)).
    .done = The seed is made.
do-draw_record = Record the sample drawn
    .about = Records the sample that the seed gives, once. Anybody who has the population can draw it again (ISO 19011:2018, A.6.3).
    .done = The sample is recorded.
do-draw_replace = Replace a drawn item
    .about = Replaces an item that cannot be examined by the next in the order of the draw, with the reason. Both stay visible (ISO 19011:2018, A.6.3).
    .done = The item is replaced.
do-draw_abandon = Abandon the draw
    .about = Gives the draw up, with the reason. It stays visible with its seed.
    .done = The draw is abandoned.
do-method_record = Record the use of a method
    .about = Records what a method gave for one programme or one audit, with its working, so that a reader can reckon it again (ISO 19011:2018, 4 f)).
    .done = The use of the method is recorded.
do-table_adopt = Adopt a table
    .about = Takes a table of your own into use, with its source and edition. Its other versions are retired; what was calculated by them stays as it was recorded.
    .done = The table is adopted.
do-table_retire = Retire a table
    .about = Takes a table out of use: nothing is calculated by it any more, and what was can still be calculated again.
    .done = The table is retired.
do-text_adopt = Adopt a text
    .about = Takes a text of the organization into use. The version before it is retired; where it was taken it stays.
    .done = The text is in use.
do-text_retire = Retire the text
    .about = Takes a text out of use: it is put into no audit any more.
    .done = The text is retired.
do-text_take = Use the organization's text
    .about = Takes a text of the organization into an audit as a start, with its placeholders filled. The journal keeps which version it was.
    .done = The text was taken.

## Audit findings and follow-up

do-finding_draft = Draft a finding
    .about = Writes a finding on working papers of the audit: requirement, statement and evidence. What is refused or doubtful is said at once (ISO 19011:2018, 6.4.8).
    .done = The finding is drafted.
do-finding_edit = Edit the finding
    .about = Changes a finding that has not been raised yet. Once raised, its text stands (ISO 19011:2018, 6.4.8).
    .done = The finding is changed.
do-finding_raise = Raise the finding
    .about = Presents the finding to the auditee. Its text stands from then on, and the due dates of its grade run (ISO 19011:2018, 6.4.8).
    .done = The finding is raised.
do-finding_withdraw = Withdraw the finding
    .about = Withdraws a finding with the reason, before the report is issued. It stays in the record as withdrawn (ISO 19011:2018, 6.5.2).
    .done = The finding is withdrawn.
do-finding_acknowledge = Acknowledge the finding
    .about = Acknowledges, for the auditee, that the finding is understood and accurate. Follow-up of a nonconformity can begin (ISO 19011:2018, 6.4.8).
    .done = The finding is acknowledged.
do-finding_dispute = Dispute the finding
    .about = Disputes a finding for the auditee. The diverging opinion is kept, whatever comes of it; the audit team leader rules on it (ISO 19011:2018, 6.4.10).
    .done = The finding is disputed.
do-finding_uphold = Uphold the finding
    .about = Upholds a disputed finding with the reason, by the audit team leader. It goes on to follow-up, and the report prints the diverging opinion (ISO 19011:2018, 6.4.10).
    .done = The finding is upheld.
do-finding_correct = Record the correction
    .about = The auditee says how the nonconformity itself was corrected. The root cause comes next (ISO 19011:2018, 6.7).
    .done = The correction is recorded.
do-finding_give_cause = Give the root cause
    .about = The auditee says why the nonconformity arose and how that was found out. The corrective action is planned next (ISO 19011:2018, 6.7).
    .done = The root cause is given.
do-finding_plan_action = Plan the corrective action
    .about = The auditee says what will be done against the cause, by whom and by when. An auditor then accepts the plan or rejects it (ISO 19011:2018, 6.7).
    .done = The corrective action is planned.
do-finding_accept_plan = Accept the plan
    .about = Accepts the auditee's plan, by an auditor of the team or the programme manager. The auditee can implement it (ISO 19011:2018, 6.7).
    .done = The plan is accepted.
do-finding_reject_step = Reject the last step
    .about = Says why the auditee's last step is not enough. The auditee does that step again; what was rejected stays in the record (ISO 19011:2018, 6.7).
    .done = The step is rejected.
do-finding_implement = Record the implementation
    .about = The auditee says what was done, with evidence. An auditor then verifies it (ISO/IEC 17021-1:2015, 9.4.10).
    .done = The implementation is recorded.
do-finding_verify = Verify the implementation
    .about = Says what was examined and found, with evidence, by somebody who does not answer for the action. Effectiveness is checked when it is due (ISO/IEC 17021-1:2015, 9.4.10).
    .done = The implementation is verified.
do-finding_check_effectiveness = Check effectiveness
    .about = Says with evidence that the action works, once it has had time to; earlier with the reason. The nonconformity can then be closed (ISO/IEC 27001:2022, 10.2 d)).
    .done = The effectiveness is checked.
do-finding_close = Close the nonconformity
    .about = Closes a nonconformity whose action was found effective. Follow-up is over (ISO 19011:2018, 6.7).
    .done = The nonconformity is closed.
do-finding_escalate = Escalate the grade
    .about = Raises the grade of a nonconformity that is not dealt with, such as from minor to major, with the reason (ISO/IEC 17021-1:2015, 9.4.10).
    .done = The grade is raised.

## The audit report

do-report_draft = Draft a report
    .about = Begins a version of the report: a text for each item of its checklist, or the reason why there is none. A later version amends the one issued and says why (ISO 19011:2018, 6.5.1).
    .done = The report is drafted.
do-report_edit = Edit the report
    .about = Changes a report before it is approved. A reviewed report is a draft again and is reviewed anew (ISO 19011:2018, 6.5.2).
    .done = The report is changed.
do-report_review = Review the report
    .about = Says that the report was reviewed as it stands, by somebody of the team or the programme who did not write it. It can then be approved (ISO 19011:2018, 6.5.2).
    .done = The report is reviewed.
do-report_approve = Approve the report
    .about = Approves exactly the content that was reviewed, by the audit team leader. From then on it changes by a new version alone (ISO 19011:2018, 6.5.1).
    .done = The report is approved.
do-report_issue = Issue the report
    .about = Issues the approved report to its distribution list. The document is kept unchanged; an earlier version is marked as replaced (ISO 19011:2018, 6.5.2).
    .done = The report is issued.
do-report_acknowledge = Acknowledge the report
    .about = Records that somebody on the distribution list has acknowledged the report (ISO 19011:2018, 6.5.2).
    .done = The acknowledgement is recorded.
do-report_seal = Record that the PDF is kept encrypted
    .about = Records the digest of the encrypted file in which the store keeps the PDF, so that it can be checked without the key. The store says which it is.
    .done = The encrypted file is in the record.

## Certification, complaints and erasure

do-certification_apply = Enter an application for certification
    .about = Enters a client's application against a set of criteria. There is one certification of a client against a standard at a time (ISO/IEC 17021-1:2015, 9.1).
    .done = The application is entered.
do-certification_review = Review technically
    .about = Says whether the information on an audit is sufficient for a decision, by a technical reviewer who did not carry the audit out (ISO/IEC 17021-1:2015, 9.5.2).
    .done = The technical review is recorded.
do-certification_decide = Decide on certification
    .about = Decides, by somebody who did not carry out the audit: on grant, refusal, renewal, suspension or withdrawal, among others. It must follow from where the certification stands (ISO/IEC 17021-1:2015, 9.5).
    .done = The decision is made.
do-complaint_receive = Enter a complaint or appeal
    .about = Enters a complaint, or an appeal against a decision, with the day of receipt. The times of the policy run for acknowledging and deciding it (ISO/IEC 17021-1:2015, 9.8).
    .done = The complaint or appeal is entered.
do-complaint_acknowledge = Acknowledge receipt
    .about = Records that whoever complained or appealed was told that it was received (ISO/IEC 17021-1:2015, 9.8).
    .done = The receipt is acknowledged.
do-complaint_assign = Assign the complaint
    .about = Gives the complaint or appeal to somebody who was involved in neither the audit nor the decision on it. They decide on it (ISO/IEC 17021-1:2015, 9.8).
    .done = The complaint is assigned.
do-complaint_decide = Decide on the complaint
    .about = Decides on the complaint or appeal, by whoever it was given to. Whoever complained is told next (ISO/IEC 17021-1:2015, 9.7.5).
    .done = The complaint is decided.
do-complaint_tell = Tell the complainant
    .about = Records that whoever complained or appealed was told of the outcome, once it was decided (ISO/IEC 17021-1:2015, 9.8).
    .done = It is recorded that the outcome was told.
do-record_erase = Erase a record
    .about = Erases on a named authority, with the reason; what must still be kept or is under a legal hold is refused (ISO 19011:2018, 5.5.7). It cannot be undone; the journal stays provable.
    .done = The record is erased.

## Rights

do-access_grant = Give a right
    .about = Makes somebody an administrator or a programme manager, or opens a programme or an audit to a reader for a time. Nobody gives a right to themselves (ISO/IEC 27001:2022, A.5.18; ISO 19011:2018, 4 d)).
    .done = The right is given.
do-access_withdraw = Withdraw the right
    .about = Ends a right before its time, with the reason. That it was given stays in the record (ISO/IEC 27001:2022, A.5.18).
    .done = The right is withdrawn.

## Claims of others

do-claims_take = Take claims
    .about = Takes what others say, out of a file that is evidence of the audit: beside the working papers, in the source’s words, and evaluating nothing (ISO 19011:2018, 6.4.7).
    .done = The claims are taken.
do-claims_withdraw = Withdraw the claims
    .about = Withdraws the claims of a file as a whole, with the reason. They stay visible in their record, and nowhere else.
    .done = The claims are withdrawn.

## Tables that came back

do-table_in_take = Take the table in
    .about = Notes which file an edited table of the audit came from. The changes are commands of their own in the same act.
    .done = The table is taken in.
do-list_in_take = Take the list in
    .about = Notes which file a list or a table of what belongs to no audit came from. The changes are commands of their own in the same act.
    .done = The list is taken in.
## Templates of documents

do-template_adopt = Adopt a template
    .about = Takes a Word file into use as the template of a kind of document. The version before it is retired; audits that chose that keep it.
    .done = The template is in use.
do-template_retire = Retire the template
    .about = No audit can choose it any more. Audits that chose it keep it.
    .done = The template is retired.
do-template_choose = Choose a template
    .about = Says of which template the audit's documents of a kind are made. Without one they look as documents do anyway.
    .done = The template is chosen.
## In the field

do-field_lend = Lend the audit
    .about = Lends the audit to an auditor of its team, for work where there is no network. The loan is made with its file.
    .done = The audit is lent.
do-field_revoke = Revoke the loan
    .about = Revokes a loan, as when a laptop was lost. What it brings later waits for a decision; nothing of it is dropped.
    .done = The loan is revoked.
do-field_bring = Record what came home
    .about = Records the journal of the field with its checkpoint. It is given by whatever reads the file.
    .done = What came home is recorded.
do-field_wait = Have an act wait
    .about = Has an act from the field wait for a decision. It is given by whatever reads the file.
    .done = The act waits.
do-field_take = Take the act
    .about = Carries the act from the field out on what stands now, by whom it was done, with both times. The law is asked again, and may refuse again.
    .done = The act is carried out.
do-field_settle = Do not take the act
    .about = Leaves the act from the field as it is, with the reason: what stands is kept, or the act is set aside. What it says stays readable.
    .done = The decision is recorded.
## Signatures on the spot

do-meeting_sign_on_the_spot = Have somebody sign
    .about = Has somebody without an account sign, before you, that they were at the meeting as its text says (ISO 19011:2018, 6.4.3). You attest that they did.
    .done = The signature is in the record.
do-meeting_correct_minutes = Correct the minutes
    .about = Corrects the minutes of a meeting. What they said before stays in the record, and signatures of it stay signatures of that.
    .done = The minutes are corrected.
