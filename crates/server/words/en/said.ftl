### What the law says when it refuses, and what is said to be wrong with what was sent.
### Made from the code, by the test `words` with ASSIZE_RENEW=1; not to be edited here.

## crates/domain/src/access/grants.rs

said-who-acts-is-no-administrator-ef22aefa = who acts is no administrator
said-let-an-administrator-do-it-1952072e = let an administrator do it
said-let-each-programme-be-opened-by-whoever-manages-616b0be7 = let each programme be opened by whoever manages it; all of them at once by the operator of the host alone
said-let-somebody-do-it-who-has-the-role-manager-in-0fdbc616 = let somebody do it who has the role `manager` in the programme
said-who-acts-does-not-manage-what-would-be-opened-30e3a56c = who acts does not manage what would be opened
said-the-right-would-be-given-by-whom-it-is-for-04ea8f85 = the right would be given by whom it is for
said-let-somebody-else-give-it-2f2c6b55 = let somebody else give it
said-the-right-is-not-one-over-a-part-c7d6ecd9 = the right `{ $role }` is not one over a part
said-give-it-over-the-whole-organization-name-who-e75da4ee = give it over the whole organization; name who manages a programme with `programme.edit` or `programme.revise`
said-the-person-has-this-right-already-when-it-would-32ccf320 = the person has this right already when it would begin
said-withdraw-it-first-with-access-withdraw-where-fd71b78c = withdraw it first with `access.withdraw` where its end or its reason changes
said-the-right-would-be-over-before-it-begins-or-is-027a9a92 = the right would be over before it begins, or is given
said-give-a-last-day-that-is-yet-to-come-59bce0a9 = give a last day that is yet to come
said-the-reading-would-have-no-end-59721169 = the reading would have no end
said-give-its-last-day-it-can-be-given-again-a6e82f28 = give its last day; it can be given again
said-the-right-was-withdrawn-already-4f774aef = the right was withdrawn already
said-nothing-more-is-needed-bbf57eaa = nothing more is needed
said-nobody-else-is-an-administrator-1c7f1591 = nobody else is an administrator
said-make-somebody-else-one-first-with-access-grant-8eeb2a56 = make somebody else one first with `access.grant`

## crates/domain/src/audit/attendance.rs

said-who-acts-does-not-stand-in-the-attendance-of-dda3485e = who acts does not stand in the attendance of the meeting
said-tell-the-audit-team-leader-if-you-were-there-0da22b23 = tell the audit team leader, if you were there

## crates/domain/src/audit/checklists.rs

said-objectives-of-the-audit-185d524a = objectives of the audit
said-scope-organization-functions-processes-1251b9c4 = scope: organization, functions, processes
said-criteria-and-reference-documents-for-an-isms-aa1e9f47 = criteria and reference documents; for an ISMS the version of the Statement of Applicability
said-locations-physical-and-virtual-dates-expected-5c615ea8 = locations physical and virtual, dates, expected times and durations, meetings with the auditee's management
said-what-the-team-needs-in-order-to-know-the-facilities-93695a19 = what the team needs in order to know the facilities and processes
said-methods-and-how-far-evidence-is-sampled-2eeac3e8 = methods, and how far evidence is sampled
said-roles-and-responsibilities-of-the-team-guides-7413e914 = roles and responsibilities of the team, guides, observers and interpreters
said-resources-by-the-risks-and-opportunities-of-what-453ccfcd = resources, by the risks and opportunities of what is audited
said-who-represents-the-auditee-900d7ad2 = who represents the auditee
said-working-and-reporting-language-bab96caf = working and reporting language
said-topics-of-the-report-64cb89d9 = topics of the report
said-travel-communication-arrangements-for-the-locations-061dd20a = travel, communication, arrangements for the locations
said-actions-for-the-risks-to-reaching-the-objectives-396435bf = actions for the risks to reaching the objectives
said-confidentiality-and-information-security-for-293e8bc4 = confidentiality and information security; for an ISMS access to sensitive information and whether copies may be taken
said-follow-up-from-earlier-audits-and-other-sources-8667ecf3 = follow-up from earlier audits and other sources
said-follow-up-activities-of-this-audit-1aec7707 = follow-up activities of this audit
said-coordination-with-other-audits-where-it-is-a-becf7ed3 = coordination with other audits, where it is a joint one
said-who-is-here-and-in-what-role-6ddd7dc3 = who is here, and in what role
said-objectives-scope-and-criteria-bfcdd8af = objectives, scope and criteria
said-the-plan-and-changes-to-it-bf24f8cb = the plan, and changes to it
said-channels-of-communication-between-team-and-auditee-f4165677 = channels of communication between team and auditee
said-language-of-the-audit-491709d0 = language of the audit
said-how-the-auditee-is-kept-informed-of-progress-9fb39c91 = how the auditee is kept informed of progress
said-resources-and-facilities-the-team-needs-829b5029 = resources and facilities the team needs
said-confidentiality-and-information-security-b5f58418 = confidentiality and information security
said-safety-access-emergencies-de8451ea = safety, access, emergencies
said-how-findings-are-reported-and-graded-7e365748 = how findings are reported and graded
said-on-what-conditions-the-audit-may-be-ended-early-384fad61 = on what conditions the audit may be ended early
said-the-closing-meeting-when-and-what-it-is-for-3a3f8db9 = the closing meeting: when, and what it is for
said-how-to-give-feedback-complain-or-appeal-d2a95aed = how to give feedback, complain or appeal
said-that-the-evidence-was-a-sample-and-need-not-show-92d238cb = that the evidence was a sample and need not show the whole
said-how-and-when-the-report-comes-889ce306 = how and when the report comes
said-how-findings-are-to-be-addressed-and-by-when-d058cd32 = how findings are to be addressed, and by when
said-what-follows-when-findings-are-not-addressed-cb3cf4e9 = what follows when findings are not addressed
said-findings-and-conclusions-so-that-they-are-understood-759bd4bf = findings and conclusions, so that they are understood and acknowledged
said-diverging-opinions-discussed-settled-if-possible-c697d7d2 = diverging opinions: discussed, settled if possible, else recorded
said-follow-up-activities-after-the-audit-5f04adf9 = follow-up activities after the audit
said-complaints-and-appeals-e55aacfa = complaints and appeals

## crates/domain/src/audit/complete.rs

said-an-audit-is-completed-once-after-its-fieldwork-abc780d8 = an audit is completed once, after its fieldwork ended
said-the-report-has-not-been-issued-888a4e4c = the report has not been issued
said-approve-it-and-issue-it-with-report-issue-420cf29b = approve it and issue it with `report.issue`
said-working-papers-were-not-reviewed-b378aeb6 = { $unreviewed } working papers were not reviewed
said-let-somebody-review-them-with-paper-review-a-72b893ce = let somebody review them with `paper.review`; a lone auditor marks that nobody else could
said-the-request-for-information-is-8fd3bec4 = the request for information `{ $id }` is `{ $state }`
said-accept-its-answer-with-request-accept-or-name-b0d206b5 = accept its answer with `request.accept`, or name its id in `not_done` with the reason
said-the-policy-keeps-records-until-at-the-least-10a2a232 = the policy keeps records until { $least } at the least
said-give-a-later-day-or-leave-it-out-f7b52a22 = give a later day, or leave it out
said-feedback-was-asked-of-nobody-62f5fc13 = feedback was asked of nobody
said-ask-a-contact-of-the-auditee-99462910 = ask a contact of the auditee
said-the-person-is-neither-a-contact-of-the-auditee-2ef349d5 = the person is neither a contact of the auditee nor the client
said-ask-one-of-them-40d04d07 = ask one of them
said-an-audit-that-has-begun-is-ended-with-audit-terminate-b8f8bff5 = an audit that has begun is ended with `audit.terminate`
said-an-audit-that-has-not-begun-is-ended-with-audit-4b7c0421 = an audit that has not begun is ended with `audit.cancel`
said-feedback-is-given-once-fieldwork-has-ended-5e3ce251 = feedback is given once fieldwork has ended
said-name-who-gave-the-feedback-a9f3b097 = name who gave the feedback
said-who-acts-neither-gives-the-feedback-nor-leads-12100cc2 = who acts neither gives the feedback nor leads the audit or manages its programme
said-let-them-give-it-themselves-or-the-programme-3c5488c3 = let them give it themselves, or the programme manager record it
said-is-no-mark-or-the-person-gave-one-already-6195b80a = { $mark } is no mark, or the person gave one already
said-give-1-to-5-once-d82a4172 = give 1 to 5, once
said-there-is-a-hold-already-fd96d940 = there is a hold `{ $key }` already
said-choose-another-key-829a2f40 = choose another key
said-the-audit-has-no-hold-that-lasts-3a34398c = the audit has no hold `{ $hold }` that lasts
said-give-the-key-of-a-hold-that-lasts-a69c975d = give the key of a hold that lasts

## crates/domain/src/audit/conclude.rs

said-working-papers-have-no-evaluation-15f4fe02 = { $open } working papers have no evaluation
said-evaluate-each-with-paper-evaluate-what-was-not-fe8b134a = evaluate each with `paper.evaluate`; what was not audited says so with the reason
said-fieldwork-ends-once-after-audit-begin-69abd5a9 = fieldwork ends once, after `audit.begin`
said-no-closing-meeting-was-held-3a1c7418 = no closing meeting was held
said-hold-it-and-record-it-with-meeting-record-65c232e6 = hold it and record it with `meeting.record`
said-findings-are-drafts-b9cb750b = { $drafted } findings are drafts
said-raise-each-with-finding-raise-or-withdraw-it-cbfff326 = raise each with `finding.raise`, or withdraw it with the reason
said-the-auditee-was-not-told-of-the-change-of-scope-1de73980 = the auditee was not told of the change of scope `{ $key }`
said-tell-them-and-record-it-with-audit-tell-scope-8e5cc485 = tell them, and record it with `audit.tell_scope_change`
said-a-audit-does-not-recommend-f8676c82 = a { $audit_type } audit does not recommend `{ $recommendation }`
said-give-one-of-575fa1bc = give one of: { $words }
said-the-recommendation-has-no-reason-080e8156 = the recommendation has no reason
said-give-the-reason-f356b699 = give the reason
said-nonconformities-must-be-verified-before-a-favourable-933f60ac = { $grave } nonconformities must be verified before a favourable decision
said-recommend-favourable-once-corrected-or-unfavourable-c6f24b69 = recommend `favourable_once_corrected`, or `unfavourable`
said-conclusions-are-drawn-from-fieldwork-before-the-9be2d16e = conclusions are drawn from fieldwork, before the audit is completed
said-the-objective-has-outcomes-172a96fa = the objective `{ $key }` has { $outcomes } outcomes
said-say-once-whether-it-was-met-and-why-c7b38f21 = say once whether it was met, and why
said-the-audit-has-no-objective-5464afbc = the audit has no objective `{ $objective }`
said-give-the-key-of-one-of-the-audit-s-objectives-ffe1e9b0 = give the key of one of the audit's objectives
said-the-report-with-the-conclusions-has-been-issued-f86b8cb2 = the report with the conclusions has been issued
said-amend-the-report-by-a-new-version-with-report-dd95b77c = amend the report by a new version with `report.draft`

## crates/domain/src/audit/conduct.rs

said-prepare-the-audit-with-audit-prepare-it-begins-4a019147 = prepare the audit with `audit.prepare`; it begins once
said-no-opening-meeting-was-held-671860f9 = no opening meeting was held
said-the-plan-was-agreed-and-a-reason-for-short-notice-51afb318 = the plan was agreed, and a reason for short notice is given
said-leave-the-reason-out-439de6e9 = leave the reason out
said-the-plan-was-not-agreed-and-there-is-no-reason-fad8be54 = the plan was not agreed, and there is no reason for short notice
said-the-present-version-of-the-plan-is-not-agreed-d5d6189d = the present version of the plan is not agreed
said-present-it-with-plan-present-and-record-the-agreement-00d98d77 = present it with `plan.present` and record the agreement with `plan.agree`
said-the-agenda-has-no-item-635dc259 = the agenda has no item `{ $item }`
said-give-an-id-of-the-checklist-or-a-key-of-your-c1592031 = give an id of the checklist, or a key of your own that does not begin with `{ $prefix }.`
said-was-not-covered-and-nothing-says-why-43d4cd66 = `{ $item }` was not covered and nothing says why
said-say-why-42db811a = say why
said-the-agenda-leaves-out-56c687c1 = the agenda leaves out: { $text } (`{ $id }`)
said-say-that-it-was-covered-or-why-it-was-not-1628b3ef = say that it was covered, or why it was not
said-the-opening-meeting-is-held-once-the-audit-is-f7ba75fc = the opening meeting is held once the audit is prepared, before it begins
said-the-closing-meeting-ends-fieldwork-6f6f7aad = the closing meeting ends fieldwork
said-the-meeting-is-yet-to-come-3a86ac3a = the meeting is yet to come
said-record-it-once-it-was-held-269b9e95 = record it once it was held
said-somebody-stands-twice-in-the-attendance-9faa3445 = somebody stands twice in the attendance
said-name-each-person-once-a2d0a079 = name each person once
said-the-meeting-is-recorded-already-9e5330e3 = the { $kind } meeting is recorded already
said-record-further-meetings-as-other-4f5eb242 = record further meetings as `other`
said-the-audit-team-leader-or-anybody-of-the-auditee-7849e70f = the audit team leader, or anybody of the auditee, is missing from the attendance
said-name-everybody-who-was-there-5f810456 = name everybody who was there
said-who-acts-is-not-in-the-audit-s-team-8d81f0f3 = who acts is not in the audit's team
said-let-somebody-of-the-team-log-it-d703b9e8 = let somebody of the team log it
said-nobody-was-told-or-somebody-stands-twice-ab9a4734 = nobody was told, or somebody stands twice
said-name-each-person-who-was-told-7af53e3a = name each person who was told
said-a-significant-risk-was-not-told-to-the-auditee-d45fa466 = a significant risk was not told to the auditee
said-tell-a-contact-of-the-auditee-at-once-and-name-0f25d1bc = tell a contact of the auditee at once, and name them

## crates/domain/src/audit/initiate.rs

said-who-acts-does-not-manage-the-programme-6a77f076 = who acts does not manage the programme
said-let-somebody-open-it-who-has-the-role-manager-9557ff5d = let somebody open it who has the role `manager` in the programme
said-the-programme-is-3fccbded = the programme is `{ $state }`
said-establish-the-programme-and-begin-it-with-programme-7f67da4d = establish the programme and begin it with `programme.begin`
said-the-planned-audit-was-withdrawn-ac6b5bd8 = the planned audit was withdrawn
said-plan-another-one-with-planned-audit-plan-8b1f8dbc = plan another one with `planned_audit.plan`
said-the-audit-is-open-already-225414c7 = the audit is open already
said-go-on-with-it-12386b59 = go on with it
said-log-it-with-message-log-once-the-audit-is-under-763115b1 = log it with `message.log` once the audit is under way
said-the-person-is-no-contact-of-the-auditee-878f7a41 = the person is no contact of the auditee
said-name-one-of-the-auditee-s-contacts-or-add-them-163ddb00 = name one of the auditee's contacts, or add them with `auditee.update`
said-the-contact-is-yet-to-come-5ffd8dfd = the contact is yet to come
said-record-it-once-it-was-made-8ee4e66b = record it once it was made
said-cancel-the-audit-with-audit-cancel-if-it-has-9259a1c6 = cancel the audit with `audit.cancel` if it has become impossible
said-nobody-has-spoken-to-the-auditee-yet-9397dbd5 = nobody has spoken to the auditee yet
said-make-contact-and-record-it-with-audit-contact-4f2be783 = make contact and record it with `audit.contact`
said-the-audit-is-not-feasible-and-nothing-else-is-5f68ee38 = the audit is not feasible and nothing else is proposed
said-propose-an-alternative-agreed-with-the-auditee-fc925a11 = propose an alternative, agreed with the auditee: another time, scope or method
said-the-audit-is-feasible-and-an-alternative-is-proposed-83e70f9b = the audit is feasible, and an alternative is proposed
said-leave-the-alternative-out-or-say-which-factor-05b16cd9 = leave the alternative out, or say which factor is not enough
said-change-the-scope-with-audit-propose-scope-change-1602289d = change the scope with `audit.propose_scope_change`
said-nobody-leads-the-audit-yet-9ac76e1b = nobody leads the audit yet
said-appoint-a-leader-with-audit-appoint-1e0c388a = appoint a leader with `audit.appoint`
said-nobody-has-judged-yet-whether-the-audit-is-feasible-98e29c09 = nobody has judged yet whether the audit is feasible
said-judge-it-with-audit-judge-feasibility-6778177f = judge it with `audit.judge_feasibility`
said-there-is-no-objective-or-a-key-stands-twice-0f8954bd = there is no objective, or a key stands twice
said-give-each-objective-a-key-of-its-own-29394341 = give each objective a key of its own
said-an-area-of-competence-stands-twice-f914bfa2 = an area of competence stands twice
said-name-each-area-once-a703fb5d = name each area once
said-the-audit-has-no-criteria-or-a-set-stands-twice-025c07fa = the audit has no criteria, or a set stands twice
said-name-each-set-of-criteria-once-with-its-edition-d0399336 = name each set of criteria once, with its edition
said-the-programme-does-not-audit-against-3718dfe7 = the programme does not audit against `{ $criteria }`
said-name-a-set-of-the-programme-s-extent-or-revise-738c811f = name a set of the programme's extent, or revise the programme
said-the-scope-names-another-auditee-947b303a = the scope names another auditee
said-name-the-auditee-of-the-planned-audit-86cbbafb = name the auditee of the planned audit
said-of-the-is-not-in-the-programme-s-extent-c751fd65 = `{ $key }` of the { $list } is not in the programme's extent
said-name-parts-that-the-programme-covers-or-revise-13f8517a = name parts that the programme covers, or revise it first with `programme.revise`
said-the-auditee-has-no-among-its-fbc3e939 = the auditee has no `{ $key }` among its { $list }
said-give-a-key-that-the-auditee-has-or-add-it-with-a69ae106 = give a key that the auditee has, or add it with `auditee.update`
said-the-statement-of-applicability-is-another-auditee-206fb191 = the Statement of Applicability is another auditee's
said-name-one-of-this-auditee-s-c652eff2 = name one of this auditee's
said-a-certification-audit-names-no-statement-of-applicability-b21052b3 = a certification audit names no Statement of Applicability
said-enter-it-with-soa-enter-and-name-its-version-85b2abf9 = enter it with `soa.enter` and name its version

## crates/domain/src/audit/people.rs

said-who-acts-does-not-lead-this-audit-59664541 = who acts does not lead this audit
said-let-the-audit-team-leader-do-it-677ca23e = let the audit team leader do it
said-who-acts-does-not-manage-the-audit-s-programme-3013432b = who acts does not manage the audit's programme
said-the-audit-is-not-11d11a6e = the audit is `{ $state }`, not `{ $wanted }`
said-plan-another-audit-in-the-programme-75c832f8 = plan another audit in the programme

## crates/domain/src/audit/plan.rs

said-who-acts-is-no-auditor-of-the-team-647fe5a6 = who acts is no auditor of the team
said-let-the-leader-or-an-auditor-of-the-team-write-ff90e4d6 = let the leader or an auditor of the team write the plan
said-the-plan-is-47630f7a = the plan is `{ $state }`
said-write-the-plan-once-the-audit-is-initiated-and-6fc6779f = write the plan once the audit is initiated, and before its fieldwork ends
said-the-version-replaces-another-and-does-not-say-6b452964 = the version replaces another and does not say why
said-the-first-version-replaces-nothing-1a29005e = the first version replaces nothing
said-give-a-reason-from-the-second-version-on-22ac5605 = give a reason from the second version on
said-write-a-new-version-with-plan-draft-c723ea53 = write a new version with `plan.draft`
said-it-was-presented-before-a-new-version-is-written-a82a850b = it was presented before; a new version is written with `plan.draft`
said-the-plan-does-not-say-2541ecd1 = the plan does not say: { $text }
said-say-it-with-plan-edit-c2277242 = say it with `plan.edit`
said-say-it-or-why-it-does-not-fit-with-plan-edit-a05eccb7 = say it, or why it does not fit, with `plan.edit`
said-the-plan-has-no-session-6004beee = the plan has no session
said-add-sessions-with-plan-edit-f843a7de = add sessions with `plan.edit`
said-objections-are-made-to-a-plan-that-was-presented-1e56c0e9 = objections are made to a plan that was presented and is not agreed yet
said-name-the-contact-who-objects-0c5e28f5 = name the contact who objects
said-who-acts-neither-objects-nor-leads-the-audit-273c8817 = who acts neither objects nor leads the audit
said-let-the-contact-record-it-or-the-audit-team-leader-b92f9397 = let the contact record it, or the audit team leader for them
said-no-key-can-be-made-01ead369 = no key can be made: { $error }
said-resolve-some-objections-first-d81a15bd = resolve some objections first
said-the-plan-has-no-open-objection-f1042b8c = the plan has no open objection `{ $key }`
said-give-the-key-of-an-open-objection-such-as-objection-d2ca97d7 = give the key of an open objection, such as `objection-1`
said-present-it-first-with-plan-present-bc944649 = present it first with `plan.present`
said-who-acts-neither-leads-the-audit-nor-is-a-contact-fa417ae1 = who acts neither leads the audit nor is a contact of the auditee
said-let-a-contact-of-the-auditee-agree-or-the-leader-6b7eb6d0 = let a contact of the auditee agree, or the leader record that they did
said-of-the-auditee-s-objections-are-open-bc9b0174 = { $open } of the auditee's objections are open
said-resolve-them-with-plan-resolve-objection-or-let-e24587d1 = resolve them with `plan.resolve_objection`, or let the programme manager overrule them with the reason

## crates/domain/src/audit/prepare.rs

said-review-documents-once-the-audit-is-initiated-d508e08b = review documents once the audit is initiated, before it begins
said-let-the-leader-or-an-auditor-of-the-team-review-fb162278 = let the leader or an auditor of the team review the documents
said-nothing-that-the-criteria-demand-was-looked-for-4dcc80e2 = nothing that the criteria demand was looked for
said-go-through-what-the-criteria-demand-as-documented-53d2043d = go through what the criteria demand as documented information
said-the-audit-has-no-criteria-d272fbb4 = the audit has no criteria `{ $criteria }`
said-name-one-of-the-audit-s-sets-of-criteria-73c2bc3c = name one of the audit's sets of criteria
said-it-was-found-and-no-document-is-named-e7a9a98f = it was found, and no document is named
said-it-was-not-found-and-a-document-is-named-075d3758 = it was not found, and a document is named
said-name-the-documents-by-which-it-was-found-and-cffdccc6 = name the documents by which it was found, and none where it was not
said-the-evidence-is-another-audit-s-6a293e4d = the evidence is another audit's
said-name-evidence-of-this-audit-4acbf0ef = name evidence of this audit
said-something-demanded-was-not-found-and-the-outcome-36b899f0 = something demanded was not found, and the outcome is `ready`
said-say-ready-with-concerns-and-name-the-concerns-eeae7ef5 = say `ready_with_concerns` and name the concerns, or say `not_ready`
said-the-outcome-is-and-concerns-are-named-e7104eee = the outcome is `{ $outcome }`, and { $count } concerns are named
said-name-at-least-one-concern-where-the-documents-9332be1b = name at least one concern where the documents are not plainly ready, and none where they are
said-the-concern-is-about-no-requirement-and-no-document-fc6b940a = the concern is about no requirement and no document
said-name-the-requirement-that-demands-what-is-missing-11c10731 = name the requirement that demands what is missing, or the document that it is missing in
said-the-audit-has-no-such-criteria-ded37c7a = the audit has no such criteria
said-the-document-is-another-audit-s-3675ee41 = the document is another audit's
said-name-a-document-of-this-audit-e0ce6576 = name a document of this audit
said-an-audit-is-prepared-once-after-audit-initiate-f3d07c8b = an audit is prepared once, after `audit.initiate`
said-the-auditee-s-documented-information-was-not-4c7461e8 = the auditee's documented information was not reviewed
said-review-it-with-audit-review-documents-2ff49f4c = review it with `audit.review_documents`
said-the-review-found-the-documented-information-not-35eeca51 = the review found the documented information not ready
said-let-the-auditee-complete-it-and-review-it-again-7f8b8ebd = let the auditee complete it and review it again, or cancel the audit
said-present-it-with-plan-present-resolve-objections-c4a28895 = present it with `plan.present`, resolve objections, and record the agreement with `plan.agree`
said-the-audit-has-no-working-papers-cfe34770 = the audit has no working papers
said-make-them-from-the-audit-tests-with-papers-make-b5bd458f = make them from the audit tests with `papers.make`
said-working-papers-are-given-to-nobody-1fb503d0 = { $count } working papers are given to nobody: { $named }
said-working-papers-are-given-to-nobody-and-more-2e9634c5 = { $count } working papers are given to nobody: { $named } and { $more } more
said-give-each-to-an-auditor-of-the-team-with-papers-06cbf012 = give each to an auditor of the team with `papers.assign`

## crates/domain/src/audit/requests.rs

said-let-the-leader-or-an-auditor-of-the-team-do-it-bed099dd = let the leader or an auditor of the team do it
said-the-request-is-a21dba70 = the request is `{ $state }`
said-ask-one-of-its-contacts-60d730ce = ask one of its contacts
said-the-answer-would-have-been-due-before-it-is-asked-f49196bf = the answer would have been due before it is asked
said-give-today-or-a-later-day-afed4bd5 = give today or a later day
said-wait-until-the-answer-is-accepted-or-returned-a60cbec6 = wait until the answer is accepted or returned
said-who-acts-was-not-asked-and-is-no-contact-of-the-59324409 = who acts was not asked and is no contact of the auditee
said-let-the-person-answer-who-was-asked-b08d82e1 = let the person answer who was asked
said-only-an-answer-that-waits-for-a-judgement-is-9a0181dd = only an answer that waits for a judgement is accepted
said-only-an-answer-that-waits-for-a-judgement-is-1e25989b = only an answer that waits for a judgement is returned

## crates/domain/src/audit/scope.rs

said-the-scope-changes-between-the-initiation-and-c51f1415 = the scope changes between the initiation and the end of fieldwork
said-the-audit-has-no-change-of-scope-a3c1485a = the audit has no change of scope `{ $key }`
said-give-the-key-of-one-that-was-proposed-ebb0975f = give the key of one that was proposed
said-there-is-a-change-of-scope-already-3a9f349c = there is a change of scope `{ $key }` already
said-who-acts-is-neither-the-programme-manager-nor-7975778e = who acts is neither the programme manager nor the audit client, or has accepted it already
said-let-the-programme-manager-and-the-audit-client-012baee5 = let the programme manager and the audit client accept it, each once
said-the-programme-manager-and-the-client-have-not-8e6a591a = the programme manager and the client have not both accepted it
said-wait-until-both-have-with-audit-accept-scope-b1193e3c = wait until both have, with `audit.accept_scope_change`
said-the-auditee-has-been-told-already-dbccac5a = the auditee has been told already

## crates/domain/src/audit/sessions.rs

said-the-checklist-has-no-item-c93ab6a9 = the checklist has no item `{ $item }`
said-give-an-id-of-the-checklist-such-as-audit-plan-6b9c38de = give an id of the checklist, such as `audit_plan.objectives`
said-the-item-stands-twice-14dbbbb7 = the item `{ $item }` stands twice
said-bring-both-texts-together-84b2ce48 = bring both texts together
said-the-item-says-nothing-or-both-a-text-and-why-280f464e = the item `{ $item }` says nothing, or both a text and why there is none
said-say-what-the-plan-says-on-it-this-item-is-in-6645959b = say what the plan says on it; this item is in every plan
said-give-the-text-or-the-reason-why-it-does-not-fit-3dc27541 = give the text, or the reason why it does not fit this audit
said-sessions-are-too-many-for-one-plan-2b1a6152 = { $count } sessions are too many for one plan
said-give-at-most-07f7cb91 = give at most { $most }
said-the-key-stands-twice-4513f9ef = the key `{ $key }` stands twice
said-give-each-session-a-key-of-its-own-7a0803ec = give each session a key of its own
said-the-session-ends-before-it-begins-b83ce2e4 = the session ends before it begins
said-give-an-end-after-the-beginning-0232717c = give an end after the beginning
said-the-auditee-has-no-such-site-674195c2 = the auditee has no such site
said-give-the-key-of-one-of-its-sites-or-none-9a96fd9d = give the key of one of its sites, or none
said-name-one-of-its-contacts-or-add-them-with-auditee-668cde8e = name one of its contacts, or add them with `auditee.update`
said-nobody-of-the-team-is-in-the-session-88de18dd = nobody of the team is in the session
said-name-who-holds-it-72e3c50d = name who holds it
said-the-person-is-not-in-the-team-or-stands-twice-117703a3 = the person is not in the team, or stands twice
said-name-each-member-of-the-team-once-or-appoint-df0361df = name each member of the team once, or appoint them with `audit.appoint`
said-the-person-is-absent-on-that-day-361951a4 = the person is absent on that day
said-choose-another-day-or-another-auditor-c439c9e7 = choose another day or another auditor
said-an-auditor-is-in-session-at-that-time-30f987d9 = an auditor is in session `{ $key }` at that time
said-move-one-of-the-two-or-give-it-to-another-auditor-50b82fc9 = move one of the two, or give it to another auditor
said-an-auditor-is-in-another-audit-at-that-time-from-06e37c88 = an auditor is in another audit at that time, from { $start } to { $end }
said-move-the-session-or-give-it-to-another-auditor-b3b83680 = move the session, or give it to another auditor

## crates/domain/src/audit/spot.rs

said-what-the-passkey-signed-is-not-this-or-does-not-d6c97a63 = what the passkey signed is not this, or does not hold
said-have-it-signed-anew-or-have-them-draw-or-give-16217901 = have it signed anew, or have them draw or give their name
said-who-signs-does-not-stand-in-the-attendance-of-38bd6dc3 = who signs does not stand in the attendance of the meeting
said-give-their-name-and-function-instead-e3d5e0ac = give their name and function instead
said-a-person-of-the-attendance-has-a-name-and-a-function-711fc5ba = a person of the attendance has a name and a function there already
said-leave-name-and-function-empty-or-choose-nobody-f23ad64a = leave name and function empty, or choose nobody
said-nobody-says-who-signs-571ed9d8 = nobody says who signs
said-choose-somebody-of-the-attendance-or-give-name-933233db = choose somebody of the attendance, or give name and function
said-let-an-auditor-who-is-there-attest-it-f0da20d9 = let an auditor who is there attest it
said-who-attests-it-would-sign-themselves-26fcc360 = who attests it would sign themselves
said-sign-your-own-attendance-with-meeting-sign-attendance-24f2f494 = sign your own attendance with `meeting.sign_attendance`
said-the-text-of-the-meeting-is-another-than-was-shown-dd880110 = the text of the meeting is another than was shown
said-show-it-as-it-stands-now-and-have-it-signed-anew-21e3701e = show it as it stands now, and have it signed anew
said-the-minutes-say-so-already-c0c808dc = the minutes say so already
said-change-them-or-leave-them-as-they-are-13c14737 = change them, or leave them as they are

## crates/domain/src/audit/team.rs

said-nobody-of-the-team-brings-the-competence-that-10242109 = nobody of the team brings the competence `{ $area }` that the audit needs
said-appoint-somebody-who-does-an-auditor-or-a-technical-e104c6db = appoint somebody who does: an auditor or a technical expert
said-the-relation-to-the-auditee-bars-from-the-role-d5aed5c9 = the relation `{ $kind }` to the auditee bars { $name } from the role `{ $role }` ({ $source })
said-dismiss-them-with-audit-dismiss-where-policy-cbb40f5d = dismiss them with `audit.dismiss`; where policy allows safeguards, appoint them again with a measure
said-no-auditor-or-interpreter-of-the-team-speaks-6df33a63 = no auditor or interpreter of the team speaks the language of the audit
said-appoint-an-auditor-who-does-or-an-interpreter-b7d86da6 = appoint an auditor who does, or an interpreter with `audit.appoint`
said-the-person-is-in-the-team-already-bd30e102 = the person is in the team already
said-dismiss-them-first-with-audit-dismiss-to-give-a9409e75 = dismiss them first with `audit.dismiss` to give them another role
said-the-audit-has-a-leader-already-d3ca57f1 = the audit has a leader already
said-dismiss-the-present-leader-first-or-appoint-this-3be4aee2 = dismiss the present leader first, or appoint this person as an auditor
said-let-the-programme-manager-appoint-the-leader-9b5c1aeb = let the programme manager appoint the leader
said-who-directs-is-no-auditor-of-the-team-fc1889df = who directs is no auditor of the team
said-this-role-is-under-nobody-s-direction-4d6eb5d5 = this role is under nobody's direction
said-name-the-leader-or-an-auditor-of-the-team-for-f2ead4aa = name the leader or an auditor of the team for auditors in training and experts, and nobody for others
said-nobody-directs-the-329d52b9 = nobody directs the { $role }
said-name-the-leader-or-an-auditor-of-the-team-1c17daa7 = name the leader or an auditor of the team
said-has-shown-of-in-in-for-the-role-e0c841f5 = { $name } has shown { $shown } of { $asked } in { $by } in `{ $area }` for the role `{ $role }`
said-appoint-somebody-who-has-or-record-what-is-missing-b179ea86 = appoint somebody who has, or record what is missing with `credential.add`
said-has-not-accepted-the-code-of-conduct-as-it-reads-034076cb = { $name } has not accepted the code of conduct as it reads now
said-let-them-accept-it-with-code-accept-d3f89c30 = let them accept it with `code.accept`
said-has-declared-no-interests-nor-that-there-are-bc37eb6c = { $name } has declared no interests, nor that there are none
said-let-them-declare-with-interests-declare-63962c83 = let them declare with `interests.declare`
said-and-goes-on-e313a1b5 = and goes on
said-and-bars-until-d916ad72 = and bars until { $until }
said-the-relation-to-the-auditee-bars-the-role-6b11bd66 = the relation `{ $kind }` to the auditee bars the role `{ $role }` ({ $source }) { $until }
said-appoint-somebody-else-no-safeguard-lifts-this-f946ff13 = appoint somebody else; no safeguard lifts this bar in this type of audit
said-let-the-programme-manager-appoint-them-with-a-da9fcafa = let the programme manager appoint them with a measure for this relation, or appoint somebody else
said-the-relation-bars-nothing-here-or-stands-twice-174676f3 = the relation bars nothing here, or stands twice
said-give-one-measure-for-each-relation-that-bars-70c5e571 = give one measure for each relation that bars
said-they-were-in-the-last-completed-audits-of-this-edf08833 = they were in the last { $most } completed audits of this auditee in a row, the most that is allowed ({ $source })
said-appoint-somebody-else-or-change-the-rule-of-rotation-c60ac166 = appoint somebody else, or change the rule of rotation in the programme's policy
said-the-person-is-not-in-the-team-83293153 = the person is not in the team
said-name-somebody-who-is-5bda8ed6 = name somebody who is
said-the-leader-is-dismissed-by-whoever-manages-the-ab74b892 = the leader is dismissed by whoever manages the programme
said-let-the-programme-manager-do-it-b0f6076e = let the programme manager do it
said-somebody-of-the-team-is-under-this-person-s-direction-19cf0546 = somebody of the team is under this person's direction
said-dismiss-those-first-and-appoint-them-again-under-f6d579d5 = dismiss those first, and appoint them again under another auditor
said-of-the-person-s-papers-are-not-evaluated-9ddbd5dd = { $open } of the person's papers are not evaluated
said-give-them-to-another-auditor-with-papers-assign-98d90fd8 = give them to another auditor with `papers.assign`

## crates/domain/src/auditee/letterhead.rs

said-has-a-contrast-of-to-1-on-white-1f843c86 = `{ $accent }` has a contrast of { $ratio } to 1 on white
said-take-a-darker-one-of-at-least-to-1-46ab24b4 = take a darker one, of at least { $least } to 1
said-has-characters-more-than-c9a8f6f7 = has { $chars } characters, more than { $most }
said-shorten-it-to-what-fits-on-one-line-d467ec57 = shorten it to what fits on one line
said-the-logo-has-bytes-69965a67 = the logo has { $bytes } bytes
said-give-a-file-of-at-most-bytes-it-is-in-every-report-51a3a1b6 = give a file of at most { $most } bytes; it is in every report
said-the-logo-measures-by-8b9be344 = the logo measures { $width } by { $height }
said-give-one-whose-sides-are-to-5eed17d9 = give one whose sides are { $least } to { $most }
said-one-side-of-the-logo-is-more-than-times-the-other-69050ecd = one side of the logo is more than { $most } times the other
said-cut-it-to-what-is-to-be-seen-154b3f38 = cut it to what is to be seen

## crates/domain/src/auditee/organization.rs

said-this-store-belongs-to-an-auditing-organization-cb80daa0 = this store belongs to an auditing organization already
said-make-another-store-with-assize-init-8a84193c = make another store with `assize init`

## crates/domain/src/auditee/registered.rs

said-the-key-stands-twice-among-the-ba223118 = the key `{ $key }` stands twice among the { $list }
said-give-each-a-key-of-its-own-c2419698 = give each a key of its own
said-no-unit-has-the-key-b6577aa5 = no unit has the key `{ $key }`
said-name-the-key-of-another-unit-of-the-list-08664914 = name the key of another unit of the list
said-is-part-of-itself-by-way-of-what-it-is-part-of-48ae16fd = `{ $key }` is part of itself, by way of what it is part of
said-leave-out-one-of-the-parents-that-lead-round-ee5acc6a = leave out one of the parents that lead round
said-the-person-stands-twice-among-the-contacts-b1d5de1a = the person stands twice among the contacts
said-name-each-contact-once-with-all-they-do-there-74a2a8b6 = name each contact once, with all they do there

## crates/domain/src/auditee/soa.rs

said-a-statement-of-rows-cannot-be-one-8237ef0a = a statement of { $count } rows cannot be one
said-give-1-to-rows-one-a-control-db813e14 = give 1 to { $most } rows, one a control
said-the-control-stands-twice-62fa1793 = the control `{ $control }` stands twice
said-keep-one-row-for-it-68c3d9d8 = keep one row for it
said-the-control-is-necessary-and-nothing-says-why-f97c85d1 = the control `{ $control }` is necessary and nothing says why
said-the-control-is-excluded-and-nothing-says-why-b1b4f3d6 = the control `{ $control }` is excluded and nothing says why
said-give-the-reason-as-the-auditee-does-where-they-25b6b5ca = give the reason as the auditee does; where they give none, say so in this place
said-the-control-is-excluded-and-has-a-reason-for-0cd13eba = the control `{ $control }` is excluded and has a reason for being included
said-leave-out-the-reason-that-does-not-apply-bfa8d49a = leave out the reason that does not apply
said-there-is-a-version-already-03372c6c = there is a version `{ $label }` already
said-give-the-auditee-s-name-of-this-version-54f2fabc = give the auditee's name of this version
said-is-yet-to-come-0ddf8c56 = `{ $when }` is yet to come
said-give-the-date-of-the-version-62554925 = give the date of the version
said-the-document-is-another-auditee-s-b669f6c3 = the document is another auditee's
said-name-a-document-of-this-auditee-or-none-8056d151 = name a document of this auditee, or none

## crates/domain/src/auditor/appraisals.rs

said-the-person-is-not-in-this-audit-s-team-b996ab9b = the person is not in this audit's team
said-name-an-audit-that-they-took-part-in-38afe076 = name an audit that they took part in
said-a-post-audit-review-names-no-audit-d79bc3f8 = a post-audit review names no audit
said-name-the-audit-that-was-reviewed-1f48d72f = name the audit that was reviewed
said-the-person-would-evaluate-themselves-c242efc9 = the person would evaluate themselves
said-let-somebody-else-evaluate-them-a03b7d2c = let somebody else evaluate them
said-a-behaviour-is-noted-twice-df8ad42d = a behaviour is noted twice
said-bring-both-notes-together-b6ed80d7 = bring both notes together
said-the-person-would-follow-up-their-own-evaluation-fd39fbc4 = the person would follow up their own evaluation
said-let-the-evaluator-or-whoever-manages-the-programme-f85fc832 = let the evaluator or whoever manages the programme do it
said-what-followed-is-in-the-record-already-13191a12 = what followed is in the record already
said-record-another-evaluation-with-appraisal-record-84865aa8 = record another evaluation with `appraisal.record` for what came later

## crates/domain/src/auditor/code.rs

said-the-code-would-be-accepted-on-behalf-of-somebody-c50aba27 = the code would be accepted on behalf of somebody else
said-let-the-person-accept-it-themselves-44f653e9 = let the person accept it themselves
said-is-not-the-code-as-it-reads-now-1391e3b3 = `{ $code }` is not the code as it reads now
said-read-and-accept-371a73ed = read and accept `{ $code }`

## crates/domain/src/auditor/credentials.rs

said-the-person-has-a-credential-already-27d54fde = the person has a credential `{ $key }` already
said-choose-another-key-or-withdraw-the-other-first-aee8193f = choose another key, or withdraw the other first with `credential.withdraw`
said-the-credential-is-yet-to-come-or-ends-before-597b3fc7 = the credential is yet to come, or ends before it begins
said-enter-it-once-it-is-had-with-a-last-day-on-or-5000cda9 = enter it once it is had, with a last day on or after the first
said-is-more-than-the-period-has-room-for-or-none-73e1b618 = { $amount } is more than the period has room for, or none
said-give-months-of-experience-or-hours-of-training-80963b4b = give months of experience or hours of training, 1 to { $most }; or leave it out where having it is enough
said-the-person-has-no-credential-f2a109d0 = the person has no credential `{ $key }`
said-give-the-key-of-one-of-the-person-s-credentials-8027092a = give the key of one of the person's credentials
said-is-yet-to-come-9622688a = { $when } is yet to come
said-record-it-once-it-has-taken-place-7444915f = record it once it has taken place
said-hours-cannot-be-one-entry-8e0cf4fb = { $hours } hours cannot be one entry
said-give-1-to-hours-and-longer-development-in-several-d793ef60 = give 1 to { $most } hours, and longer development in several entries

## crates/domain/src/auditor/passkeys.rs

said-a-passkey-is-bound-when-it-is-made-and-its-authenticator-95e3b2bf = a passkey is bound when it is made, and its authenticator has answered
said-make-one-where-you-look-after-how-you-sign-in-e83ca2cd = make one where you look after how you sign in
said-the-passkey-would-be-bound-to-somebody-else-c34f4f3e = the passkey would be bound to somebody else
said-let-the-person-make-it-themselves-2010b6e3 = let the person make it themselves

## crates/domain/src/auditor/people.rs

said-a-language-stands-twice-eb2227e3 = a language stands twice
said-name-each-language-once-16468fc0 = name each language once
said-no-day-costs-so-much-89802259 = no day costs so much
said-give-at-most-cents-which-is-a-million-b24ff84a = give at most { $most } cents, which is a million
said-the-absence-ends-before-it-begins-e4098c47 = the absence ends before it begins
said-give-a-last-day-on-or-after-the-first-dede1aea = give a last day on or after the first
said-the-absence-from-overlaps-it-19d306f6 = the absence from { $from } overlaps it
said-strike-the-other-out-first-with-absence-remove-ac0063e2 = strike the other out first with `absence.remove`, or give other days
said-no-absence-begins-on-6077a60a = no absence begins on { $from }
said-give-the-first-day-of-an-absence-in-the-record-31c8a901 = give the first day of an absence in the record

## crates/domain/src/auditor/relations.rs

said-the-declaration-would-be-made-on-behalf-of-somebody-8610dab4 = the declaration would be made on behalf of somebody else
said-let-the-person-declare-it-themselves-what-others-fc9c2d24 = let the person declare it themselves; what others know of is entered with `relation.declare`
said-the-relation-ends-before-it-begins-a7ea5cc4 = the relation ends before it begins
said-the-record-has-this-relation-at-that-time-already-01a42764 = the record has this relation, `{ $kind }`, at that time already
said-end-or-withdraw-the-other-first-or-give-the-days-760816e2 = end or withdraw the other first, or give the days that it leaves out
said-the-relation-was-withdrawn-as-a-mistake-9dad6f2c = the relation was withdrawn as a mistake
said-declare-it-again-with-relation-declare-if-it-2d593b87 = declare it again with `relation.declare` if it was none
said-the-relation-has-an-end-already-e8c53592 = the relation has an end already
said-where-that-end-is-wrong-withdraw-the-entry-with-0faa529e = where that end is wrong, withdraw the entry with the reason and declare it anew
said-is-before-the-relation-began-or-yet-to-come-b26f7b57 = { $on } is before the relation began, or yet to come
said-give-a-day-from-to-today-once-it-has-ended-bbdf0b07 = give a day from { $from } to today, once it has ended
said-whom-the-relation-bars-would-lift-the-bar-themselves-7f955ffb = whom the relation bars would lift the bar themselves
said-let-somebody-else-look-at-it-and-withdraw-it-37965092 = let somebody else look at it and withdraw it

## crates/domain/src/certification/complaints.rs

said-give-the-day-on-which-it-was-received-fd4e5bf4 = give the day on which it was received
said-the-receipt-was-acknowledged-already-7d325f2f = the receipt was acknowledged already
said-the-complaint-is-abc10958 = the complaint is `{ $state }`
said-a-decided-complaint-stands-enter-an-appeal-against-c0b073c9 = a decided complaint stands; enter an appeal against the decision instead
said-whoever-is-to-handle-it-took-part-in-the-audit-0f015907 = whoever is to handle it took part in the audit it is about, or in the decision on it
said-give-it-to-somebody-who-was-not-involved-6cba5f7d = give it to somebody who was not involved
said-the-complaint-is-not-assigned-b4bfc11f = the complaint is `{ $state }`, not `assigned`
said-give-it-to-somebody-first-with-complaint-assign-f3981ca4 = give it to somebody first with `complaint.assign`
said-who-decides-is-not-whoever-was-given-it-9e93c11c = who decides is not whoever was given it
said-let-the-handler-decide-or-give-it-to-somebody-f26131b0 = let the handler decide, or give it to somebody else with `complaint.assign`
said-the-complaint-is-not-decided-406e59e5 = the complaint is `{ $state }`, not `decided`
said-decide-it-first-with-complaint-decide-0b9102c3 = decide it first with `complaint.decide`

## crates/domain/src/certification/decide.rs

said-the-client-s-certification-against-is-e3fd16ac = the client's certification against `{ $criteria }` is `{ $state }`
said-go-on-with-that-one-its-scope-is-extended-by-332e11dd = go on with that one; its scope is extended by a special audit
said-who-acts-took-part-in-the-audit-b43f30b3 = who acts took part in the audit
said-let-somebody-competent-review-and-decide-who-6aab39f5 = let somebody competent review and decide who was not in the audit
said-the-audit-is-not-of-this-client-or-its-report-39e1a6ef = the audit is not of this client, or its report has not been issued
said-name-an-audit-of-this-client-whose-report-was-5cbe8148 = name an audit of this client whose report was issued
said-who-acts-does-not-review-for-the-audit-s-programme-c293b49f = who acts does not review for the audit's programme
said-let-somebody-do-it-who-has-the-role-technical-9e32738e = let somebody do it who has the role `technical_reviewer` in it
said-who-acts-decides-for-no-programme-that-audits-4cb19052 = who acts decides for no programme that audits the client
said-let-somebody-do-it-who-has-the-role-decision-14227dee = let somebody do it who has the role `decision_maker` in the programme
said-rests-on-no-audit-of-a-type-that-it-asks-for-4780468c = `{ $decision }` rests on no audit of a type that it asks for
said-name-an-audit-of-type-aa64186c = name an audit of type { $types }
said-certification-expired-on-a803cad7 = certification expired on { $expires }
said-restore-it-after-a-recertification-audit-or-begin-ae2390e0 = restore it after a recertification audit, or begin anew with stage 2
said-restore-it-within-the-time-the-policy-allows-b55e11a5 = restore it within the time the policy allows, or begin anew with stage 2
said-certification-lasts-until-and-can-be-restored-05321474 = certification lasts until { $expires } and can be restored until { $last }
said-renew-it-before-expiry-after-the-last-day-begin-5ffaaf2b = renew it before expiry; after the last day begin anew with stage 2
said-the-suspension-could-last-until-d662c7f4 = the suspension could last until { $last }
said-withdraw-the-certification-16399eca = withdraw the certification
said-certification-would-have-lasted-until-75296db6 = certification would have lasted until { $would_expire }
said-withdraw-it-and-begin-anew-with-stage-2-d300da99 = withdraw it, and begin anew with stage 2
said-does-not-follow-where-certification-is-9f1e2932 = `{ $decision }` does not follow where certification is `{ $state }`
said-look-at-where-the-certification-stands-b81c79d2 = look at where the certification stands
said-no-technical-review-has-found-the-information-c1ab5a6a = no technical review has found the information on this audit sufficient
said-have-it-reviewed-with-certification-review-by-de367ce1 = have it reviewed with `certification.review` by somebody who was not in the audit
said-stage-2-ended-on-and-its-grave-nonconformities-fe05a489 = stage 2 ended on { $ended }, and its grave nonconformities could be verified until { $last }
said-carry-out-another-stage-2-079332af = carry out another stage 2
said-nonconformity-must-be-verified-and-is-f070834f = nonconformity { $number } must be verified and is `{ $state }`
said-verify-its-correction-and-corrective-action-with-ecdff619 = verify its correction and corrective action with `finding.verify`
said-the-plan-for-nonconformity-must-be-accepted-and-02aae0cc = the plan for nonconformity { $number } must be accepted, and it is `{ $state }`
said-review-the-plan-and-accept-it-with-finding-accept-8d735958 = review the plan and accept it with `finding.accept_plan`

## crates/domain/src/certification/erase.rs

said-the-legal-hold-lasts-ea564460 = the legal hold `{ $key }` lasts: { $reason }
said-have-it-lifted-first-with-audit-lift-hold-1ffd5de4 = have it lifted first with `audit.lift_hold`
said-the-audit-is-41f8878e = the audit is `{ $state }`
said-complete-cancel-or-terminate-it-first-78b5d1c9 = complete, cancel or terminate it first
said-the-records-are-kept-until-2716cc0e = the records are kept until { $until }
said-wait-until-retention-is-over-d6b2e7ec = wait until retention is over
said-the-person-is-in-the-audit-which-is-5a6f28e2 = the person is in the audit `{ $title }`, which is `{ $state }`
said-dismiss-them-from-it-or-complete-it-first-f49d81c1 = dismiss them from it, or complete it first

## crates/domain/src/claim/take.rs

said-the-evidence-is-of-another-audit-or-was-seen-b398fc40 = the evidence is of another audit, or was seen and not taken
said-take-the-file-into-this-audit-first-with-evidence-199f1610 = take the file into this audit first, with `evidence.take`
said-the-evidence-is-restricted-and-claims-are-read-012d9582 = the evidence is restricted, and claims are read by the whole team
said-ask-the-leader-whether-it-has-to-be-and-classify-5e276058 = ask the leader whether it has to be, and classify it anew with `evidence.classify`
said-there-are-claims-b33e5471 = there are { $count } claims
said-split-the-file-and-take-each-part-61693410 = split the file, and take each part
said-stands-twice-718d45c7 = `{ $place }` stands twice
said-name-the-sheet-and-the-row-or-an-id-that-is-its-3ca64310 = name the sheet and the row, or an id that is its own
said-claims-of-this-file-stand-already-8d32e217 = claims of this file stand already
said-withdraw-them-with-claims-withdraw-or-take-the-8abd3002 = withdraw them with `claims.withdraw`, or take the file as it is now
said-the-claims-were-withdrawn-before-56cf9b45 = the claims were withdrawn before
said-take-the-file-again-if-they-are-to-stand-9e6ecd8b = take the file again, if they are to stand

## crates/domain/src/criteria/adopt.rs

said-is-retired-2b302617 = `{ $criteria }` is retired: { $reason }
said-name-the-set-that-has-taken-its-place-and-bring-4b20c151 = name the set that has taken its place, and bring it into the programme's extent
said-are-the-own-criteria-of-another-auditee-ebb2b175 = `{ $criteria }` are the own criteria of another auditee
said-name-criteria-that-are-meant-for-this-auditee-f32f048f = name criteria that are meant for this auditee
said-was-adopted-before-and-this-is-not-the-same-d99c6572 = `{ $criteria }` was adopted before, and this is not the same
said-give-what-has-changed-an-id-that-names-its-own-71ad1614 = give what has changed an id that names its own edition, and retire the one before it
said-was-adopted-before-and-is-retired-f3b1b281 = `{ $criteria }` was adopted before and is retired
said-give-the-set-an-id-that-names-an-edition-of-its-09b90554 = give the set an id that names an edition of its own
said-the-set-has-no-requirement-f2a242a4 = the set has no requirement
said-give-each-thing-that-an-auditee-can-fulfil-or-7ccc896e = give each thing that an auditee can fulfil or not, with a number and a short title
said-stands-twice-03c8e7d9 = `{ $id }` stands twice
said-keep-one-of-them-a43a6545 = keep one of them
said-there-is-no-requirement-in-the-set-480862c1 = there is no requirement `{ $parent }` in the set
said-name-a-requirement-of-the-same-set-or-none-for-2f084f35 = name a requirement of the same set, or none for one at the top
said-lies-above-itself-f4f21269 = `{ $id }` lies above itself
said-name-a-parent-that-is-not-below-it-b648313d = name a parent that is not below it
said-stands-twice-or-has-no-value-83ca79e6 = `{ $name }` stands twice or has no value
said-give-each-attribute-once-with-all-of-its-values-4bea244e = give each attribute once, with all of its values
said-is-retired-already-c67ec151 = `{ $criteria }` is retired already

## crates/domain/src/criteria/mappings.rs

said-is-mapped-to-itself-40c69df6 = `{ $from }` is mapped to itself
said-name-another-set-or-another-edition-of-it-095a0dd3 = name another set, or another edition of it
said-the-mapping-has-no-pair-3953d063 = the mapping has no pair
said-say-of-each-requirement-what-it-corresponds-to-64201b51 = say of each requirement what it corresponds to
said-the-pair-names-no-requirement-202948d8 = the pair names no requirement
said-name-the-one-it-maps-from-the-one-it-maps-to-da28dc6d = name the one it maps from, the one it maps to, or both
said-the-pair-stands-twice-2871e0ed = the pair stands twice
said-has-no-requirement-a78e422d = `{ $criteria }` has no requirement `{ $requirement }`
said-name-a-requirement-of-the-set-as-it-was-adopted-ba1d83c3 = name a requirement of the set as it was adopted
said-the-mapping-from-to-is-retired-already-24dbea21 = the mapping from `{ $from }` to `{ $to }` is retired already

## crates/domain/src/criteria/wording.rs

said-has-not-been-adopted-68a296ca = `{ $criteria }` has not been adopted
said-adopt-the-set-with-criteria-adopt-assize-catalogue-85663fa3 = adopt the set with `criteria.adopt`; `assize catalogue import --adopt` does it for a file
said-has-a-wording-already-827212d5 = `{ $requirement }` has a wording already
said-take-it-away-first-with-wording-remove-f28fd9cb = take it away first with `wording.remove`
said-the-wording-of-is-removed-already-447fa448 = the wording of `{ $requirement }` is removed already
said-have-it-cleared-from-the-journal-too-with-record-f38f3e41 = have it cleared from the journal too with `record.erase`

## crates/domain/src/document/followed.rs

said-the-audit-has-no-nonconformity-that-was-raised-cc4ac032 = the audit has no nonconformity { $number } that was raised
said-give-the-number-of-one-that-was-raised-and-stands-8c5a3009 = give the number of one that was raised and stands

## crates/domain/src/document/template.rs

said-the-file-has-bytes-4971330e = the file has { $bytes } bytes
said-give-one-of-at-most-bytes-with-smaller-pictures-bd1996c4 = give one of at most { $most } bytes, with smaller pictures
said-version-of-this-template-is-retired-already-aef39ff6 = version { $revision } of this template is retired already
said-the-profile-of-an-auditor-is-no-document-of-an-535e8c96 = the profile of an auditor is no document of an audit
said-nothing-is-to-be-chosen-it-is-made-of-the-template-c93b84e7 = nothing is to be chosen: it is made of the template that is in use for it
said-the-template-is-one-for-not-for-4ac3c187 = the template is one for `{ $of }`, not for `{ $wanted }`
said-choose-one-that-was-adopted-for-this-kind-of-ee874b74 = choose one that was adopted for this kind of document
said-version-of-this-template-is-retired-6c61598e = version { $revision } of this template is retired
said-choose-the-version-that-is-in-use-93fe1c8c = choose the version that is in use

## crates/domain/src/evidence/collect.rs

said-a-file-cannot-have-bytes-here-9cd935b1 = a file cannot have { $bytes } bytes here
said-give-a-length-from-0-to-c217f689 = give a length from 0 to { $most }
said-whoever-saw-it-is-not-in-the-audit-s-team-fab8fb72 = whoever saw it is not in the audit's team
said-name-somebody-of-the-team-who-saw-it-or-take-293408b6 = name somebody of the team who saw it, or take a statement as evidence instead
said-give-the-time-at-which-it-was-seen-2c2a219b = give the time at which it was seen
said-is-less-than-7db250de = `{ $classification }` is less than `{ $present }`
said-say-why-it-is-less-sensitive-than-it-was-taken-b15a2b4b = say why it is less sensitive than it was taken for
said-the-store-keeps-no-encrypted-file-of-it-f1a566ea = the store keeps no encrypted file of it
said-have-the-store-encrypt-its-files-first-with-assize-ef84d67c = have the store encrypt its files first with `assize evidence encrypt`

## crates/domain/src/evidence/evaluate.rs

said-the-paper-is-already-72909691 = the paper is `{ $state }` already
said-reopen-it-first-with-paper-reopen-with-the-reason-3b93e151 = reopen it first with `paper.reopen`, with the reason
said-rests-on-no-evidence-492440dd = `{ $evaluation }` rests on no evidence
said-attach-evidence-with-paper-attach-a-file-or-what-9e5230a9 = attach evidence with `paper.attach`: a file, or what was seen but not taken
said-has-no-reason-d2845d02 = `{ $evaluation }` has no reason
said-say-why-the-report-prints-it-b1a4da5f = say why; the report prints it
said-the-paper-is-not-evaluated-8d953931 = the paper is `{ $state }`, not `evaluated`
said-evaluate-it-first-with-paper-evaluate-270a5f18 = evaluate it first with `paper.evaluate`
said-who-reviews-the-paper-has-prepared-it-82828d21 = who reviews the paper has prepared it
said-let-another-auditor-of-the-team-review-it-20cb76c1 = let another auditor of the team review it
said-the-paper-of-an-auditor-in-training-is-reviewed-42b10fca = the paper of an auditor in training is reviewed by somebody who does not direct them
said-let-the-leader-or-whoever-directs-them-review-74567244 = let the leader or whoever directs them review it
said-an-auditor-in-training-reviews-no-papers-ee9f53c8 = an auditor in training reviews no papers
said-let-the-leader-or-an-auditor-review-it-1d711899 = let the leader or an auditor review it
said-the-paper-is-open-855dbf5a = the paper is open
said-nonconformity-rests-on-the-paper-s-evaluation-89fe977e = nonconformity { $number } rests on the paper's evaluation
said-withdraw-the-nonconformity-first-with-finding-798e8adb = withdraw the nonconformity first with `finding.withdraw`, with the reason

## crates/domain/src/evidence/mod.rs

said-who-acts-is-no-auditor-of-this-audit-s-team-dd86f784 = who acts is no auditor of this audit's team
said-let-the-leader-or-an-auditor-of-the-team-do-it-acdc668a = let the leader or an auditor of the team do it; observers, guides, experts and interpreters do no audit tests of their own
said-the-audit-is-not-conducting-7ef35e41 = the audit is `{ $state }`, not `conducting`
said-hold-the-opening-meeting-and-begin-the-audit-00eb447f = hold the opening meeting and begin the audit with `audit.begin`; after the closing meeting papers stand

## crates/domain/src/evidence/notes.rs

said-the-paper-has-been-reviewed-31ef5771 = the paper has been reviewed
said-a-note-of-an-interview-does-not-say-whom-d3ebaf1d = a note of an interview does not say whom
said-give-the-role-of-whoever-was-interviewed-such-4fd684d9 = give the role of whoever was interviewed, such as `risk owner`; a role, not a name
said-the-note-is-somebody-else-s-5963f087 = the note is somebody else's
said-write-a-note-of-your-own-beside-it-with-note-c79aefcd = write a note of your own beside it with `note.write`
said-a-sample-of-cannot-come-from-a-population-of-42297fb7 = a sample of { $size } cannot come from a population of { $population_size }
said-give-a-size-from-1-to-the-size-of-the-population-283981f1 = give a size from 1 to the size of the population
said-deviations-cannot-be-among-examined-9a0e2eb3 = { $deviations } deviations cannot be among { $size } examined
said-give-at-most-as-many-deviations-as-were-examined-9b34b3e1 = give at most as many deviations as were examined
said-the-evidence-belongs-to-another-audit-b3c19992 = the evidence belongs to another audit
said-take-it-in-for-this-audit-first-c88e6462 = take it in for this audit first
said-the-paper-s-evaluation-rests-on-its-evidence-cb705e35 = the paper's evaluation rests on its evidence
said-reopen-the-paper-first-with-paper-reopen-with-8d131f39 = reopen the paper first with `paper.reopen`, with the reason

## crates/domain/src/evidence/papers.rs

said-the-audit-has-no-scope-and-criteria-yet-a8ee12ae = the audit has no scope and criteria yet
said-initiate-it-with-audit-initiate-b801a18b = initiate it with `audit.initiate`
said-no-adopted-audit-test-is-for-the-criteria-and-c70b0d5b = no adopted audit test is for the criteria and the type of this audit
said-adopt-a-catalogue-that-has-tests-for-them-or-84ce7671 = adopt a catalogue that has tests for them, or a mapping to them from a set that has
said-control-has-no-usable-title-cc614bce = control `{ $control }` has no usable title
said-give-it-one-073b8219 = give it one
said-is-no-leader-auditor-or-auditor-in-training-of-11455e1f = `{ $assignee }` is no leader, auditor or auditor in training of this audit's team
said-appoint-them-first-with-audit-appoint-or-give-5248371a = appoint them first with `audit.appoint`, or give the papers to somebody of the team
said-the-audit-has-not-been-initiated-df0f9de1 = the audit has not been initiated
said-is-no-paper-of-this-audit-af9f63fd = `{ $id }` is no paper of this audit
said-look-the-papers-up-in-the-audit-s-list-5f44fef6 = look the papers up in the audit's list

## crates/domain/src/evidence/tests_adopted.rs

said-tests-no-requirement-48df5e90 = `{ $test }` tests no requirement
said-name-what-it-tests-20607488 = name what it tests
said-adopt-the-version-that-is-to-be-used-b2de38d8 = adopt the version that is to be used
said-this-version-of-is-retired-already-4884d3a3 = this version of `{ $test }` is retired already

## crates/domain/src/evidence/trails.rs

said-has-steps-99a8a1b5 = `{ $trail }` has { $count } steps
said-name-the-tests-that-a-case-is-taken-to-one-after-2f80c7c5 = name the tests that a case is taken to, one after the other
said-the-trail-goes-to-twice-3f711e79 = the trail goes to `{ $test }` twice
said-make-one-step-of-the-two-cd97ffa5 = make one step of the two
said-no-test-was-adopted-b78d758c = no test `{ $test }` was adopted
said-adopt-it-first-with-test-adopt-or-name-another-6943b1b3 = adopt it first with `test.adopt`, or name another
said-this-version-of-is-retired-b778de60 = this version of `{ $id }` is retired
said-follow-the-version-that-is-in-use-e48c81fc = follow the version that is in use
said-the-audit-has-working-papers-on-of-the-tests-b0d1bc99 = the audit has working papers on { $with_paper } of the { $count } tests
said-make-the-papers-first-with-papers-make-or-follow-1b73e7bc = make the papers first with `papers.make`, or follow a trail through what is audited
said-the-case-has-no-step-to-with-a-working-paper-1783b256 = the case has no step to `{ $test }` with a working paper
said-name-the-test-of-a-step-that-has-one-the-others-21d49807 = name the test of a step that has one; the others are breaks in the trail

## crates/domain/src/evidence/versions.rs

said-the-paper-was-made-from-no-audit-test-41375d60 = the paper was made from no audit test
said-papers-on-earlier-findings-and-on-the-auditee-757359fb = papers on earlier findings and on the auditee's own controls have no versions
said-the-paper-is-on-and-the-version-is-one-of-d94bc412 = the paper is on `{ $test }` and the version is one of `{ $other }`
said-name-a-version-of-the-paper-s-own-test-or-make-b13c2b3a = name a version of the paper's own test, or make a paper from the other one
said-name-the-version-that-is-in-use-b9d9535e = name the version that is in use
said-this-version-of-tests-nothing-of-the-audit-s-ae7ff59a = this version of `{ $test }` tests nothing of the audit's criteria
said-keep-the-version-that-the-paper-has-or-adopt-ab30e50d = keep the version that the paper has, or adopt a mapping from the criteria of the test
said-the-paper-has-been-evaluated-6e3bf7a1 = the paper has been evaluated
said-open-it-again-with-paper-reopen-and-evaluate-27eb39c6 = open it again with `paper.reopen`, and evaluate it on the other version

## crates/domain/src/field/carry.rs

said-the-act-reaches-beyond-the-audit-that-was-lent-e2d6f767 = the act reaches beyond the audit that was lent
said-give-it-in-the-house-by-whoever-may-76974357 = give it in the house, by whoever may
said-is-not-given-in-the-field-5fe3498c = `{ $command }` is not given in the field
said-give-it-in-the-house-when-the-loan-is-back-note-26133ad7 = give it in the house when the loan is back; note meanwhile what it is to say
said-cannot-be-read-as-a-command-of-this-version-1c7bd995 = `{ $command }` cannot be read as a command of this version
said-give-what-it-says-as-a-command-of-your-own-and-9ad40388 = give what it says as a command of your own, and set the act aside with the reason

## crates/domain/src/field/lend.rs

said-is-no-leader-auditor-or-auditor-in-training-of-ab046cda = `{ $borrower }` is no leader, auditor or auditor in training of this audit's team
said-lend-it-to-somebody-of-the-team-who-does-audit-070e988e = lend it to somebody of the team who does audit work
said-the-loan-was-revoked-already-aad2fe6d = the loan was revoked already
said-there-is-nothing-left-to-do-3ecf6ffd = there is nothing left to do

## crates/domain/src/field/mod.rs

said-a-loan-is-made-with-its-file-and-what-comes-home-bbec4446 = a loan is made with its file, and what comes home is read from one
said-lend-the-audit-on-its-page-or-with-assize-field-cbf97070 = lend the audit on its page or with `assize field out`, and take it in with `assize field in`

## crates/domain/src/field/settle.rs

said-the-act-was-decided-on-already-0442cb96 = the act was decided on already
said-look-at-its-record-what-it-says-can-be-given-0286bda0 = look at its record; what it says can be given as a command of your own

## crates/domain/src/field/why.rs

said-the-loan-was-revoked-before-this-came-home-8beda0b5 = the loan was revoked before this came home
said-take-it-where-it-is-the-work-of-the-borrower-a8ecd8c5 = take it where it is the work of the borrower, else set it aside
said-an-earlier-act-on-the-same-record-waits-15651155 = an earlier act on the same record waits
said-decide-on-that-first-036da69d = decide on that first
said-it-changes-nothing-what-it-says-stands-already-7bdb0b9c = it changes nothing: what it says stands already
said-keep-what-stands-where-it-says-the-same-23a66534 = keep what stands, where it says the same
said-it-cannot-be-read-as-a-command-of-this-version-989c1d1d = it cannot be read as a command of this version
said-take-it-in-with-the-version-that-the-laptop-has-c381f883 = take it in with the version that the laptop has

## crates/domain/src/finding/compose.rs

said-write-findings-from-the-opening-meeting-until-3f3f5e02 = write findings from the opening meeting until the report is issued
said-let-the-leader-or-an-auditor-of-the-team-write-845b3e15 = let the leader or an auditor of the team write it
said-name-papers-of-this-audit-cb0f3f65 = name papers of this audit
said-the-finding-rests-on-no-working-paper-8c26ed03 = the finding rests on no working paper
said-name-the-papers-that-it-rests-on-6934111a = name the papers that it rests on
said-is-no-evidence-of-this-audit-51dd180c = `{ $id }` is no evidence of this audit
said-none-of-the-papers-was-evaluated-as-does-not-f8f6212c = none of the papers was evaluated as `does_not_conform`
said-evaluate-the-paper-that-shows-it-first-or-name-80f7b608 = evaluate the paper that shows it first, or name it
said-has-no-grade-f2250a21 = `{ $kind }` has no grade
said-leave-the-grade-out-c1304914 = leave the grade out
said-the-paper-does-not-conform-and-no-nonconformity-744d8b07 = the paper `{ $title }` does not conform, and no nonconformity says so
said-write-the-nonconformity-first-what-goes-beyond-654b831e = write the nonconformity first; what goes beyond it may be an opportunity for improvement
said-is-no-criteria-of-this-audit-48eac09c = `{ $criteria }` is no criteria of this audit
said-name-a-requirement-of-the-audit-s-criteria-or-f1f68630 = name a requirement of the audit's criteria, or have the scope changed
said-the-nonconformity-is-on-a-control-alone-164290b1 = the nonconformity is on a control alone
said-name-the-clause-that-it-breaches-too-such-as-9dc095b6 = name the clause that it breaches too, such as 6.1.3, 8.1 or 8.3: a control demands nothing by itself
said-the-nonconformity-names-no-requirement-8d56a27b = the nonconformity names no requirement
said-name-the-clause-and-its-edition-129d3c4f = name the clause and its edition
said-the-nonconformity-names-no-objective-evidence-704415e8 = the nonconformity names no objective evidence
said-say-what-was-seen-where-and-when-and-how-many-4afb9074 = say what was seen, where and when, and how many of how many
said-is-no-grade-of-the-programme-s-scheme-495b6d43 = `{ $grade }` is no grade of the programme's scheme
said-the-nonconformity-has-no-grade-d493ed0f = the nonconformity has no grade
said-give-one-of-218c5b7c = give one of { $words }
said-the-finding-is-bbbcbdbc = the finding is `{ $state }`
said-withdraw-it-with-finding-withdraw-with-the-reason-f86d2eeb = withdraw it with `finding.withdraw`, with the reason, and write another
said-the-report-with-this-finding-has-been-issued-66f6adf4 = the report with this finding has been issued
said-amend-the-report-by-a-new-version-and-close-the-243920e1 = amend the report by a new version, and close the finding with the reason

## crates/domain/src/finding/follow_up.rs

said-the-finding-is-an-8053d890 = the finding is an `{ $kind }`
said-follow-nonconformities-up-what-comes-of-other-d3d90734 = follow nonconformities up; what comes of other findings is the auditee's own affair
said-the-nonconformity-is-56014d14 = the nonconformity is `{ $state }`
said-who-answers-for-the-auditee-is-an-auditor-of-937f4ed7 = who answers for the auditee is an auditor of the team
said-let-the-auditee-answer-or-whoever-manages-the-9e7153e6 = let the auditee answer, or whoever manages the programme and is not in the team record it for them
said-who-acts-is-neither-an-auditor-of-the-team-nor-d3505212 = who acts is neither an auditor of the team nor the programme manager
said-let-an-auditor-of-the-team-or-the-programme-manager-d3f3e00f = let an auditor of the team, or the programme manager, judge it
said-who-judges-the-action-answers-for-it-c0f42ac5 = who judges the action answers for it
said-let-somebody-else-judge-it-5fecf38d = let somebody else judge it
said-there-is-no-evidence-aef6c563 = there is no evidence
said-name-the-evidence-a-file-or-what-was-seen-but-5de2bb95 = name the evidence: a file, or what was seen but not taken
said-no-evidence-has-the-id-21e8530a = no evidence has the id `{ $id }`
said-take-it-in-first-14a48f18 = take it in first
said-the-finding-must-be-acknowledged-or-upheld-after-d7f19173 = the finding must be acknowledged, or upheld after a dispute, first
said-say-first-how-it-was-corrected-with-finding-correct-5abd481c = say first how it was corrected, with `finding.correct`
said-give-the-root-cause-first-with-finding-give-cause-090ae484 = give the root cause first, with `finding.give_cause`
said-is-past-b74e4bd7 = `{ $due }` is past
said-give-a-day-that-is-yet-to-come-8a5fa307 = give a day that is yet to come
said-the-auditee-plans-the-action-first-with-finding-7e947359 = the auditee plans the action first, with `finding.plan_action`
said-the-nonconformity-is-no-step-waits-to-be-judged-1ad1f18a = the nonconformity is `{ $state }`: no step waits to be judged
said-wait-for-the-auditee-s-next-step-f8c8946a = wait for the auditee's next step
said-the-plan-must-be-accepted-first-with-finding-670405db = the plan must be accepted first, with `finding.accept_plan`
said-the-auditee-implements-the-action-first-with-36e28d4c = the auditee implements the action first, with `finding.implement`
said-verify-the-implementation-first-with-finding-c77ea943 = verify the implementation first, with `finding.verify`
said-the-check-is-due-on-b3858dbb = the check is due on { $due }
said-wait-until-then-or-say-why-it-can-be-judged-earlier-7c617600 = wait until then, or say why it can be judged earlier
said-check-first-that-the-action-works-with-finding-001b863d = check first that the action works, with `finding.check_effectiveness`
said-is-no-graver-grade-than-the-present-one-f975399c = `{ $grade }` is no graver grade than the present one
said-name-a-graver-grade-of-the-programme-s-scheme-575d9ee4 = name a graver grade of the programme's scheme
said-escalate-nonconformities-that-are-raised-and-e7930e6b = escalate nonconformities that are raised and not closed

## crates/domain/src/finding/respond.rs

said-the-finding-is-and-its-answer-1b1fe74a = the finding is `{ $state }` and its answer `{ $response }`
said-a-finding-is-answered-once-after-it-was-raised-3a837eab = a finding is answered once, after it was raised
said-rule-on-findings-that-the-auditee-disputes-7037490e = rule on findings that the auditee disputes
said-who-rules-on-the-finding-does-not-lead-the-audit-60a912f5 = who rules on the finding does not lead the audit
said-let-the-audit-team-leader-rule-the-auditee-may-89fbaf23 = let the audit team leader rule; the auditee may appeal

## crates/domain/src/kernel/act.rs

said-the-command-makes-too-many-records-at-once-0d0b9cdf = the command makes too many records at once
said-split-it-into-several-cd15dcc6 = split it into several
said-the-operator-acts-for-nobody-in-particular-6561a887 = the operator acts for nobody in particular
said-say-on-whose-behalf-with-as-person-a3d89fbe = say on whose behalf, with `--as PERSON`
said-it-was-changed-meanwhile-version-stands-and-this-f3f04c7b = it was changed meanwhile: version { $present } stands, and this was made on version { $expected }
said-look-at-what-stands-now-bring-both-texts-together-bc6867b2 = look at what stands now, bring both texts together, and send yours again

## crates/domain/src/kernel/datum.rs

said-is-missing-c19c4cbd = is missing
said-give-f4b8dff3 = give `{ $name }`
said-use-only-45c7607d = use only { $known }
said-is-not-known-here-5af6cc6a = `{ $key }` is not known here
said-could-not-be-read-fe440f94 = could not be read
said-compare-it-with-the-schema-of-this-command-152523d1 = compare it with the schema of this command
said-is-not-a-text-56a39c6a = is not a text
said-bf69296c = `{ $shown }` { $error }
said-is-not-a-whole-number-in-range-05e46915 = is not a whole number in range
said-give-a-whole-number-from-to-384c47e6 = give a whole number from { $min } to { $max }
said-is-neither-true-nor-false-e5849722 = is neither true nor false
said-give-true-or-false-893371a2 = give true or false
said-is-not-a-list-e68226d5 = is not a list
said-give-a-list-as-in-bf004f24 = give a list, as in [ ... ]
said-has-entries-21e24bb8 = has { $count } entries

## crates/domain/src/kernel/id.rs

said-give-an-id-as-the-system-prints-it-a498b1f5 = give an id as the system prints it
said-is-not-an-id-0ba98280 = is not an id

## crates/domain/src/kernel/macros.rs

said-is-not-one-of-305f65f0 = is not one of { $words }
said-is-not-a-word-known-here-f05a8f23 = { $value } is not a word known here
said-is-not-an-object-19f2465a = is not an object
said-give-an-object-with-the-fields-326287d9 = give an object with the fields { $fields }
said-give-an-object-with-is-one-of-569abfc6 = give an object with `is` one of { $words }
said-is-not-known-here-effdf849 = `{ $word }` is not known here

## crates/domain/src/kernel/ratio.rs

said-has-more-than-characters-0f0198a0 = has more than { $most } characters
said-is-not-a-decimal-number-or-a-fraction-aa008111 = is not a decimal number or a fraction
said-divides-by-0-f1e72fa6 = divides by 0
said-give-a-decimal-number-like-0-05-or-a-fraction-81a3aa13 = give a decimal number like 0.05, or a fraction like 1/3

## crates/domain/src/kernel/record.rs

said-no-has-the-id-bca0fbed = no { $kind } has the id `{ $id }`
said-look-the-id-up-in-its-list-963c40ec = look the id up in its list

## crates/domain/src/kernel/text.rs

said-give-one-line-of-1-to-characters-1be13296 = give one line of 1 to { $most } characters
said-give-a-text-of-1-to-characters-48c3d1da = give a text of 1 to { $most } characters
said-give-the-64-lower-case-hexadecimal-digits-that-4b71b211 = give the 64 lower-case hexadecimal digits that `sha256sum` prints
said-give-a-colour-as-and-six-lower-case-hexadecimal-a2ea4be7 = give a colour as `#` and six lower-case hexadecimal digits, like `#1f4e5f`
said-give-lines-as-m-10-20-l-30-40-in-whole-numbers-4e077a41 = give lines as `M 10 20 L 30 40`, in whole numbers up to 600 and 200
said-give-an-address-like-name-company-example-26dd115a = give an address like name@company.example
said-give-a-language-tag-like-en-or-pt-br-80256f7d = give a language tag like `en` or `pt-BR`
said-give-a-time-zone-like-europe-vienna-or-utc-d9bb88b8 = give a time zone like `Europe/Vienna` or `UTC`
said-give-a-standard-with-its-edition-like-iso-iec-5992572b = give a standard with its edition, like `ISO/IEC 27001:2022+A1:2024`
said-give-a-clause-like-6-1-2-a-or-a-control-like-e8f4da43 = give a clause like `6.1.2 a)` or a control like `A.5.1`
said-give-an-object-as-json-in-a-string-4dc76135 = give an object as JSON, in a string
said-give-an-id-of-letters-digits-and-94a5793f = give an id of letters, digits, `.`, `_` and `-`
said-give-a-key-of-letters-digits-and-3583a4c7 = give a key of letters, digits, `.`, `_` and `-`
said-is-no-drawing-of-lines-f552fa9c = is no drawing of lines
said-has-bytes-more-than-f33774fa = has { $bytes } bytes, more than { $most }
said-shows-no-line-e5d01a96 = shows no line
said-is-json-but-no-object-1287930a = is JSON, but no object
said-is-not-json-f04c4c12 = is not JSON
said-begins-or-ends-with-white-space-01922115 = begins or ends with white space
said-has-more-than-one-line-or-a-control-character-98319c4f = has more than one line, or a control character
said-is-empty-5e7c1d8c = is empty
said-has-a-control-character-in-it-d2b9aca2 = has a control character in it
said-is-not-a-sha-256-digest-ecb394e3 = is not a SHA-256 digest
said-is-not-a-colour-78c18a51 = is not a colour
said-is-not-a-mail-address-0431a2ae = is not a mail address
said-is-not-a-language-tag-270514cb = is not a language tag
said-is-not-a-time-zone-ad67e726 = is not a time zone
said-is-not-the-id-of-a-requirement-8569f3c9 = is not the id of a requirement
said-is-not-a-key-of-letters-digits-and-c5ee276b = is not a key of letters, digits, `.`, `_` and `-`

## crates/domain/src/kernel/time.rs

said-is-outside-the-years-that-can-be-written-3b1094d4 = is outside the years that can be written
said-is-not-a-time-with-its-offset-57eee961 = is not a time with its offset
said-give-a-time-after-rfc-3339-with-its-offset-like-a8099f36 = give a time after RFC 3339 with its offset, like `2026-09-15T09:00:00+02:00`
said-is-not-a-date-ba8de425 = is not a date
said-give-a-date-like-2026-09-15-7f592061 = give a date like `2026-09-15`
said-is-not-a-number-of-days-3b6f84d0 = is not a number of days
said-is-more-than-days-e27a66fd = is more than { $most } days
said-is-not-a-number-of-days-215df3b1 = { $value } is not a number of days
said-give-days-as-a-text-like-2-5-5a62ec9d = give days as a text like "2.5"

## crates/domain/src/kernel/zone.rs

said-give-it-as-it-is-written-1160caca = give it as it is written: `{ $name }`
said-give-a-name-of-the-iana-database-like-europe-423e589e = give a name of the IANA database, like `Europe/Vienna` or `UTC`
said-there-is-no-time-zone-4cbc7c63 = there is no time zone `{ $zone }`

## crates/domain/src/method/draws.rs

said-the-draw-is-84c0c2ed = the draw is `{ $state }`
said-the-working-paper-belongs-to-another-audit-42dd972a = the working paper belongs to another audit
said-name-a-paper-of-this-audit-or-none-3241ba20 = name a paper of this audit, or none
said-of-items-are-to-be-drawn-6eb085de = { $size } of { $rows } items are to be drawn
said-draw-at-least-one-item-and-at-most-all-19933396 = draw at least one item and at most all
said-a-draw-of-the-method-does-not-say-by-which-column-dff3e4df = a draw of the method `{ $method }` does not say by which column
said-name-the-column-of-the-population-s-table-986039a6 = name the column of the population's table
said-a-draw-has-one-seed-give-this-one-up-with-draw-8196cbef = a draw has one seed; give this one up with `draw.abandon` and declare another
said-make-the-seed-first-with-draw-seed-a17b8c82 = make the seed first with `draw.seed`
said-a-sample-is-recorded-once-declare-another-draw-5e79b1c9 = a sample is recorded once; declare another draw
said-items-of-them-different-for-a-sample-of-8aa10d56 = { $count } items, { $distinct } of them different, for a sample of { $size }
said-record-what-the-seed-gives-all-of-it-and-nothing-6f60f4ae = record what the seed gives, all of it and nothing else
said-replace-items-of-a-sample-that-was-drawn-99bd3b55 = replace items of a sample that was drawn
said-does-not-stand-in-the-sample-aa5149e0 = `{ $item }` does not stand in the sample
said-name-an-item-of-the-sample-that-has-not-been-83b3ae44 = name an item of the sample that has not been replaced yet
said-is-or-was-in-the-sample-already-096b2192 = `{ $by }` is or was in the sample already
said-take-the-next-item-in-the-order-of-the-draw-45105e77 = take the next item in the order of the draw
said-it-was-given-up-already-cbe01cc9 = it was given up already

## crates/domain/src/method/tables.rs

said-these-numbers-are-version-of-the-table-which-7b4e909c = these numbers are version { $revision } of the table `{ $key }`, which is retired
said-where-they-hold-again-after-all-adopt-them-with-edbd5ff2 = where they hold again after all, adopt them with an edition that says so
said-version-of-the-table-is-retired-already-950c01ca = version { $revision } of the table `{ $key }` is retired already
said-give-at-least-one-row-c07cfb94 = give at least one row
said-give-at-least-one-row-from-1-person-on-9e4a13d5 = give at least one row, from 1 person on
said-is-where-the-rows-before-end-at-33f0b730 = is { $from }, where the rows before end at { $end }
said-begin-this-row-at-b6933f02 = begin this row at { $next }
said-is-less-than-from-1c77766f = is less than `from`
said-end-the-row-where-it-begins-or-later-93a6b9c6 = end the row where it begins or later
said-is-not-above-0-or-less-than-in-the-row-before-317e6a70 = `{ $days }` is not above 0, or less than in the row before
said-more-persons-never-take-fewer-days-a763fb41 = more persons never take fewer days
said-is-not-a-share-1101d70c = is not a share
said-give-a-number-from-0-to-1-2626f656 = give a number from 0 to 1
said-the-bands-do-not-divide-the-sums-from-3-to-9-b38a226b = the bands do not divide the sums from 3 to 9
said-give-3-low-most-medium-most-9-dc02b92c = give 3 <= low_most < medium_most < 9
said-business-and-it-stand-in-cells-09aa16be = business { $business } and IT { $it } stand in { $found } cells
said-give-each-pair-of-bands-once-6bea1ad5 = give each pair of bands once
said-least-is-above-most-cf69ccea = `least` is above `most`
said-exchange-them-59256762 = exchange them
said-is-not-between-and-5127a931 = `{ $usual }` is not between `{ $least }` and `{ $most }`
said-give-least-usual-and-most-in-rising-order-from-d5051e87 = give least, usual and most in rising order, from 1
said-is-not-above-that-of-the-row-before-676372c3 = is not above that of the row before
said-order-the-rows-from-rare-to-frequent-only-the-e9c894c1 = order the rows from rare to frequent; only the last may be without end
said-is-there-twice-3a0b8d6a = `{ $id }` is there twice
said-give-each-row-a-name-of-its-own-f9ebad08 = give each row a name of its own
said-give-a-weight-from-0-to-f78b51ed = give a weight from 0 to { $most }
said-is-1c8f4003 = is { $weight }
said-does-not-have-a-lower-score-or-comes-round-more-c1bfe439 = does not have a lower score, or comes round more often, than the one before
said-list-the-highest-scores-first-with-the-shortest-f4ea179f = list the highest scores first, with the shortest interval
said-is-0-f5dbe58d = is 0
said-give-1-for-every-year-062b3980 = give 1 for every year

## crates/domain/src/method/uses.rs

said-the-use-names-no-place-or-two-3ea24d06 = the use names no place, or two
said-name-the-programme-or-the-audit-it-was-for-and-dd9b5b54 = name the programme or the audit it was for, and not both
said-the-result-comes-without-its-working-06e79b91 = the result comes without its working
said-give-each-step-with-what-was-reckoned-how-and-83556976 = give each step with what was reckoned, how, and what came out
said-it-is-version-of-the-table-not-e987b20a = it is version { $revision } of the table `{ $key }`, not { $named }
said-name-the-version-whose-numbers-went-in-d0b359ca = name the version whose numbers went in
said-the-numbers-of-the-table-are-not-those-of-the-e0e5fdee = the numbers of the table `{ $key }` are not those of the inputs at { $place }
said-give-the-inputs-with-the-table-s-numbers-or-do-426b39ce = give the inputs with the table's numbers, or do not name the table

## crates/domain/src/policy.rs

said-a-type-of-audit-stands-twice-5e9f293b = a type of audit stands twice
said-name-each-type-once-eb9d4c9a = name each type once
said-days-f691d28a = days
said-a-complaint-would-be-decided-before-it-is-acknowledged-9ef94f01 = a complaint would be decided before it is acknowledged
said-give-at-least-as-many-days-to-decide-as-to-acknowledge-ff90e858 = give at least as many days to decide as to acknowledge
said-a-scheme-of-grades-cannot-grade-nonconformities-188f1e7e = a scheme of { $count } grades cannot grade nonconformities
said-give-1-to-grades-such-as-major-and-minor-2cb34a61 = give 1 to { $most } grades, such as major and minor
said-the-grade-stands-twice-b5b1b897 = the grade `{ $key }` stands twice
said-give-each-grade-a-key-of-its-own-38778e81 = give each grade a key of its own
said-rank-is-taken-or-none-95a0f1bf = rank { $rank } is taken, or none
said-give-each-grade-a-rank-of-its-own-from-1-the-e8c49468 = give each grade a rank of its own from 1, the gravest
said-the-steps-fall-due-out-of-their-order-78f4476f = the steps fall due out of their order
said-let-acknowledgement-fall-due-first-then-the-plan-317c8a89 = let acknowledgement fall due first, then the plan, then implementation
said-bars-are-too-many-to-be-kept-in-mind-56584adc = { $count } bars are too many to be kept in mind
said-the-bar-names-no-role-or-one-twice-eb637805 = the bar names no role, or one twice
said-name-each-role-that-it-bars-once-d3bdeab4 = name each role that it bars once
said-the-bar-names-no-type-of-audit-or-one-twice-db81c99f = the bar names no type of audit, or one twice
said-name-each-type-of-audit-that-it-is-for-once-ae994f57 = name each type of audit that it is for once
said-months-outlast-a-working-life-a6aa2a77 = { $cooling_months } months outlast a working life
said-give-0-to-months-ebb5f2c9 = give 0 to { $most } months
said-safeguards-would-lift-a-prohibition-in-certification-6d4bbc1f = safeguards would lift a prohibition in certification audits (ISO/IEC 17021-1:2015 5.2)
said-make-it-not-liftable-or-name-only-internal-and-6a30d768 = make it not liftable, or name only internal and supplier audits in it
said-somebody-would-audit-their-own-work-iso-19011-cb9a85f7 = somebody would audit their own work (ISO 19011:2018 4 e))
said-make-it-not-liftable-6a8eb07a = make it not liftable
said-rules-of-rotation-are-too-many-to-be-kept-in-dd3e7b08 = { $count } rules of rotation are too many to be kept in mind
said-the-rule-of-rotation-names-no-role-or-one-twice-81efdc73 = the rule of rotation names no role, or one twice
said-name-each-role-that-it-is-for-once-ceac9117 = name each role that it is for once
said-the-rule-of-rotation-names-no-type-of-audit-or-f49c6d09 = the rule of rotation names no type of audit, or one twice
said-audits-234206c1 = audits
said-criteria-are-too-many-to-be-kept-in-mind-d0bcf7db = { $count } criteria are too many to be kept in mind
said-in-stands-twice-for-a5405404 = { $by } in `{ $area }` stands twice for `{ $role }`
said-give-one-criterion-for-each-role-area-and-kind-6d0e6d05 = give one criterion for each role, area and kind of evidence
said-months-or-hours-b2be29e8 = months or hours
said-months-18182bc2 = months
said-the-first-surveillance-would-come-after-the-certificate-35c3ea8d = the first surveillance would come after the certificate's expiry
said-give-fewer-months-than-the-cycle-has-5c1014a2 = give fewer months than the cycle has
said-cannot-be-kept-to-0b02da21 = { $value } { $unit } cannot be kept to
said-give-1-to-9440248e = give 1 to { $max } { $unit }

## crates/domain/src/programme/compose.rs

said-the-period-does-not-end-or-ends-before-it-begins-149604ab = the period does not end, or ends before it begins
said-a-key-stands-twice-dd1c9790 = a key stands twice
said-name-each-once-none-means-all-of-them-71d31acd = name each once; none means all of them
said-likelihood-or-consequence-is-outside-the-scale-fffdae32 = likelihood { $likelihood } or consequence { $consequence } is outside the scale
said-give-1-to-5-for-both-c9a4c613 = give 1 to 5 for both
said-the-person-is-twice-578f546d = the person is `{ $role }` twice
said-name-each-responsibility-of-a-person-once-2740cdc9 = name each responsibility of a person once
said-the-extent-has-no-auditee-or-one-twice-bdbbc097 = the extent has no auditee, or one twice
said-name-each-auditee-once-with-the-parts-that-the-c0f66916 = name each auditee once, with the parts that the programme covers
said-the-extent-has-no-criteria-or-a-set-twice-6a790bee = the extent has no criteria, or a set twice
said-an-established-programme-changes-by-revision-a825de57 = an established programme changes by revision, with `programme.revise`
said-a-draft-is-changed-with-programme-edit-3c860bc9 = a draft is changed with `programme.edit`
said-the-programme-has-no-objective-eb6da382 = the programme has no objective
said-give-objectives-each-with-a-measure-and-a-target-04a10f33 = give objectives, each with a measure and a target
said-the-programme-has-no-extent-fd281bc7 = the programme has no extent
said-say-which-auditees-and-which-criteria-it-covers-7d8b07b5 = say which auditees and which criteria it covers
said-the-programme-has-no-risk-or-opportunity-of-its-d46cb8e7 = the programme has no risk or opportunity of its own
said-think-about-what-could-go-wrong-with-the-programme-522d50ad = think about what could go wrong with the programme, and what might go well
said-the-programme-has-nobody-to-manage-it-7c7857f2 = the programme has nobody to manage it
said-name-a-manager-with-the-competence-for-it-ccf4b13a = name a manager with the competence for it
said-the-programme-has-nobody-to-approve-it-4953ac78 = the programme has nobody to approve it
said-name-an-approver-3033d842 = name an approver
said-the-programme-has-no-auditor-days-8ba87f56 = the programme has no auditor days
said-say-how-many-auditor-days-there-are-3c31a486 = say how many auditor days there are
said-the-programme-has-no-planned-audit-8c9732b4 = the programme has no planned audit
said-plan-audits-with-planned-audit-plan-c533111b = plan audits with `planned_audit.plan`
said-the-planned-audits-ask-for-auditor-days-and-there-9d40ac55 = the planned audits ask for { $asked } auditor days, and there are { $days }
said-plan-fewer-days-find-more-or-say-in-shortfall-d1a34dd7 = plan fewer days, find more, or say in `shortfall` how the programme copes
said-a-programme-is-established-once-17bf1f11 = a programme is established once
said-who-acts-does-not-approve-the-programme-bac20a78 = who acts does not approve the programme
said-let-somebody-do-it-who-has-the-role-approver-6b4362c4 = let somebody do it who has the role `approver` in it
said-establish-it-first-with-programme-establish-it-b73f4c31 = establish it first with `programme.establish`; it begins once
said-a-programme-is-closed-once-after-it-was-implemented-5b108015 = a programme is closed once, after it was implemented
said-these-planned-audits-are-open-549410fe = these planned audits are open: { $open }
said-complete-or-cancel-each-or-withdraw-it-from-the-a7b39b1e = complete or cancel each, or withdraw it from the programme with the reason
said-the-programme-was-never-reviewed-805e4f2e = the programme was never reviewed
said-review-it-with-programme-review-62dc42ea = review it with `programme.review`

## crates/domain/src/programme/mod.rs

said-let-somebody-do-it-who-has-the-role-manager-in-9cfec5b0 = let somebody do it who has the role `manager` in it

## crates/domain/src/programme/planned.rs

said-plan-it-in-another-programme-875dbc17 = plan it in another programme
said-the-auditee-is-not-in-the-programme-s-extent-96b6ce16 = the auditee is not in the programme's extent
said-add-it-to-the-extent-first-8724c8ed = add it to the extent first
said-name-parts-that-the-extent-covers-an-audit-that-2925d4bd = name parts that the extent covers; an audit that names none of a list means all of it
said-the-audit-has-no-criteria-or-a-set-twice-28c466d9 = the audit has no criteria, or a set twice
said-name-each-set-once-with-its-edition-c1ba7828 = name each set once, with its edition
said-is-not-in-the-programme-s-extent-9900b3d1 = `{ $criteria }` is not in the programme's extent
said-name-a-set-of-the-extent-or-add-it-there-first-14aedd4a = name a set of the extent, or add it there first
said-the-window-is-not-within-the-programme-s-period-5ea414fa = the window is not within the programme's period, or does not end
said-give-a-first-and-a-last-day-within-the-period-969662c6 = give a first and a last day within the period
said-the-audit-has-no-auditor-days-fe13d043 = the audit has no auditor days
said-say-how-many-it-takes-80f7b49a = say how many it takes
said-the-audit-has-no-method-or-one-twice-97f7144e = the audit has no method, or one twice
said-name-on-site-remote-or-hybrid-each-once-871f9711 = name on site, remote or hybrid, each once
said-a-audit-is-not-for-an-auditee-of-the-kind-674edc53 = a { $audit_type } audit is not for an auditee of the kind `{ $kind }`
said-choose-the-type-that-fits-the-auditee-or-correct-8a8c9b5f = choose the type that fits the auditee, or correct the auditee's kind
said-the-change-has-no-name-ad7406f0 = the change has no name: { $error }
said-give-the-audit-a-title-564b560d = give the audit a title
said-the-programme-is-a-draft-and-a-reason-for-a-revision-fe73da42 = the programme is a draft, and a reason for a revision is given
said-the-programme-is-established-and-the-change-has-b5bb7717 = the programme is established, and the change has no reason
said-give-a-reason-from-the-establishment-on-and-none-7773c71c = give a reason from the establishment on, and none before
said-the-planned-audit-was-opened-or-withdrawn-e5efab5a = the planned audit was opened or withdrawn
said-change-the-audit-itself-its-scope-with-audit-6a50f6e6 = change the audit itself: its scope with `audit.propose_scope_change`, or cancel it with `audit.cancel`
said-the-change-would-name-another-auditee-ef288b5e = the change would name another auditee
said-withdraw-this-audit-and-plan-another-a001e961 = withdraw this audit and plan another

## crates/domain/src/programme/review.rs

said-review-it-while-it-is-implemented-c36c0980 = review it while it is implemented
said-there-is-a-review-already-706b65fd = there is a review `{ $key }` already
said-there-is-an-action-already-07aba21d = there is an action `{ $key }` already
said-the-programme-has-no-open-action-5af5063f = the programme has no open action `{ $action }`
said-give-the-key-of-an-open-action-cba5a91e = give the key of an open action

## crates/domain/src/report/assemble.rs

said-the-audit-has-no-objectives-scope-and-criteria-1983aa2a = the audit has no objectives, scope and criteria yet

## crates/domain/src/report/lifecycle.rs

said-hold-the-closing-meeting-and-end-fieldwork-with-52e5ad0e = hold the closing meeting and end fieldwork with `audit.end_fieldwork`
said-who-acts-neither-leads-the-audit-nor-audits-in-2dfc659d = who acts neither leads the audit nor audits in it
said-let-the-audit-team-leader-write-the-report-a9e59c46 = let the audit team leader write the report
said-is-no-item-of-the-report-45218ba6 = `{ $id }` is no item of the report
said-look-the-items-up-in-the-report-s-checklist-1dd3f6aa = look the items up in the report's checklist
said-has-neither-a-text-nor-a-reason-or-both-f894a12f = `{ $id }` has neither a text nor a reason, or both
said-give-text-or-give-the-reason-in-omitted-18d21ab7 = give `text`, or give the reason in `omitted`
said-give-each-item-once-ad7929f9 = give each item once
said-version-of-the-report-is-b71269c9 = version { $number } of the report is `{ $state }`
said-go-on-with-it-or-issue-it-first-bbb4c86e = go on with it, or issue it first
said-a-version-after-the-first-has-no-reason-2100cc32 = a version after the first has no reason
said-say-why-the-issued-report-is-amended-d7dd20de = say why the issued report is amended
said-the-report-is-9dac5f6d = the report is `{ $state }`
said-issue-it-and-amend-it-by-a-new-version-with-report-1c5dbfb9 = issue it and amend it by a new version with `report.draft`
said-the-content-that-stands-has-the-digest-not-aa6f99e2 = the content that stands has the digest `{ $digest }`, not `{ $named }`
said-read-the-report-as-it-stands-now-and-act-on-that-f05cdfb1 = read the report as it stands now, and act on that
said-let-another-auditor-of-the-team-a-technical-reviewer-cad8c5bf = let another auditor of the team, a technical reviewer or the programme manager review it
said-who-reviews-the-report-has-written-it-d73e09bb = who reviews the report has written it
said-who-reviews-the-report-neither-audits-here-nor-d94ad041 = who reviews the report neither audits here nor reviews or manages for the programme
said-review-drafts-after-a-change-the-report-is-a-e0505a4a = review drafts; after a change the report is a draft again
said-who-approves-the-report-does-not-lead-the-audit-491357d4 = who approves the report does not lead the audit
said-let-the-audit-team-leader-approve-it-20e9e2d6 = let the audit team leader approve it
said-the-content-has-changed-since-it-was-reviewed-6f1813aa = the content has changed since it was reviewed
said-have-it-reviewed-again-b0a5dc79 = have it reviewed again
said-the-report-is-not-reviewed-133203e5 = the report is `{ $state }`, not `reviewed`
said-have-it-reviewed-first-with-report-review-cccad951 = have it reviewed first with `report.review`
said-the-report-lacks-e73e2d1a = the report lacks { $words } ({ $source }, `{ $id }`)
said-the-report-is-issued-already-bdb1142f = the report is issued already
said-a-report-is-issued-once-amend-it-by-a-new-version-b20ed708 = a report is issued once; amend it by a new version with `report.draft`
said-the-report-is-not-approved-91b57b4b = the report is `{ $state }`, not `approved`
said-have-it-approved-first-with-report-approve-05b08e46 = have it approved first with `report.approve`
said-issue-it-first-with-report-issue-d9be392a = issue it first with `report.issue`
said-the-store-keeps-no-encrypted-file-of-its-pdf-374b6699 = the store keeps no encrypted file of its PDF
said-is-not-on-the-distribution-list-9574889b = `{ $person }` is not on the distribution list

## crates/domain/src/report_content/checklist.rs

said-the-audit-objectives-b074265d = the audit objectives
said-the-scope-organization-functions-and-processes-95c89200 = the scope: organization, functions and processes audited
said-the-audit-client-24fcd402 = the audit client
said-the-audit-team-63c584b8 = the audit team
said-the-auditee-s-participants-1bb69a2f = the auditee's participants
said-the-dates-of-the-audit-df7a75b2 = the dates of the audit
said-the-locations-physical-and-virtual-e3aa4137 = the locations, physical and virtual
said-the-audit-criteria-with-their-editions-d07c7e97 = the audit criteria with their editions
said-the-findings-and-the-evidence-for-them-20679630 = the findings and the evidence for them
said-the-audit-conclusions-e4b7c633 = the audit conclusions
said-the-degree-to-which-the-criteria-are-met-11e61968 = the degree to which the criteria are met
said-unresolved-diverging-opinions-or-that-there-are-50567178 = unresolved diverging opinions, or that there are none
said-that-an-audit-is-a-sample-and-the-risk-in-that-3db56352 = that an audit is a sample, and the risk in that
said-the-distribution-list-0216bd6e = the distribution list
said-the-plan-as-carried-out-with-times-01117f45 = the plan as carried out, with times
said-a-summary-of-the-process-ad078133 = a summary of the process
said-what-stood-in-the-way-of-reliable-conclusions-8bf607ec = what stood in the way of reliable conclusions, or that nothing did
said-whether-each-objective-was-met-9e59e463 = whether each objective was met
said-areas-in-scope-not-covered-and-why-22ab6c8a = areas in scope not covered, and why
said-a-summary-of-the-conclusions-and-the-main-findings-22b45102 = a summary of the conclusions and the main findings they rest on
said-good-practices-03afbea6 = good practices
said-agreed-follow-up-and-action-plans-5c56144d = agreed follow-up and action plans
said-the-confidentiality-of-the-content-96106151 = the confidentiality of the content
said-implications-for-the-programme-or-later-audits-d86be072 = implications for the programme or later audits
said-how-to-complain-or-appeal-7be6ec95 = how to complain or appeal
said-the-version-of-the-statement-of-applicability-23b5c325 = the version of the Statement of Applicability
said-the-main-audit-trails-and-methods-5bac7520 = the main audit trails and methods
said-an-account-of-the-audit-of-the-risk-analysis-bc5ad59f = an account of the audit of the risk analysis
said-the-share-and-effect-of-remote-auditing-db634eab = the share and effect of remote auditing
said-a-comparison-with-earlier-audits-f19e7f85 = a comparison with earlier audits
said-the-documented-information-demanded-and-where-7bd7972e = the documented information demanded, and where each was found
said-no-evaluation-finding-or-conclusion-6c5c5255 = no evaluation, finding or conclusion
said-add-it-or-leave-it-out-with-a-reason-bae1e805 = add it, or leave it out with a reason
said-add-it-it-cannot-be-left-out-8c81c4d0 = add it; it cannot be left out
said-a-document-review-says-where-documents-were-found-227ae06a = a document review says where documents were found and judges nothing; report an audit instead

## crates/domain/src/signing.rs

said-binds-whoever-gives-it-and-comes-without-a-signature-8d4120a4 = `{ $command }` binds whoever gives it, and comes without a signature
said-ask-for-a-grant-for-with-post-api-v1-signing-c61d431e = ask for a grant for `{ $command }` with `POST /api/v1/signing-grants`, answer it by a passkey or by passphrase and code, and send it as `Signing-Grant`
said-ask-for-a-new-grant-for-what-is-given-now-and-06a19fa9 = ask for a new grant for what is given now, and sign it
said-there-is-no-such-signing-grant-977273a4 = there is no such signing grant
said-the-signing-grant-is-another-person-s-84a875d3 = the signing grant is another person's
said-the-signing-grant-is-for-something-else-than-dcb5e95b = the signing grant is for something else than what is given
said-the-signing-grant-was-used-before-5f68f844 = the signing grant was used before
said-the-time-of-the-signing-grant-is-over-4842881a = the time of the signing grant is over
said-binds-nobody-and-is-not-signed-7c2b4987 = `{ $command }` binds nobody, and is not signed
said-give-it-without-a-grant-e40788fc = give it without a grant
said-the-operator-of-the-host-signs-nothing-the-journal-2b65e090 = the operator of the host signs nothing: the journal says that the host attests the act
said-give-the-command-without-a-grant-or-let-the-person-5244e5e5 = give the command without a grant, or let the person sign it themselves

## crates/domain/src/tables/take.rs

said-rows-would-be-taken-c087bc74 = { $rows } rows would be taken
said-take-1-to-rows-of-a-file-split-it-where-it-has-75a81c23 = take 1 to { $most } rows of a file; split it where it has more
said-no-file-with-the-digest-is-among-the-audit-s-ecbff1f1 = no file with the digest { $sha256 } is among the audit's evidence

## crates/domain/src/texts/adopt.rs

said-nothing-is-known-by-the-name-that-could-stand-52c5b303 = nothing is known by the name `{ $name }` that could stand there
said-between-braces-give-one-of-46253008 = between braces give one of { $known }
said-version-of-this-text-is-retired-already-c39ddab9 = version { $revision } of this text is retired already

## crates/domain/src/texts/taken.rs

said-version-of-this-text-is-retired-60d075f5 = version { $revision } of this text is retired
said-take-the-version-that-is-in-use-319b6d8e = take the version that is in use
said-with-its-placeholders-filled-the-text-is-too-e07a5195 = with its placeholders filled the text is too long for a field
said-shorten-it-so-that-it-has-at-most-characters-0a09cb50 = shorten it, so that it has at most { $most } characters when filled

## crates/methods/src/assign/answer.rs

said-5bc597ea = { $auditor } ({ $role })
said-to-without-evenness-4052384f = { $start } to { $end }, { $cost } without evenness
said-audit-17a1efa3 = audit { $audit }
said-fees-b4357450 = fees
said-daily-rate-x-audit-days-travel-days-x-weight-b55fdcda = daily rate x (audit days + travel days) x weight, each person and audit rounded down to the cent
said-travel-e66176f9 = travel
said-home-sites-in-their-order-home-x-weight-each-f90cb2a9 = home, sites in their order, home x weight, each person and audit rounded down to the cent
said-travel-days-7ff1bd3c = travel days
said-travel-days-x-price-of-a-travel-day-482751dd = travel days x price of a travel day
said-faces-1b2d687d = faces
said-leaders-and-auditors-against-the-wish-x-its-price-ba0f4245 = leaders and auditors against the wish x its price
said-learning-33380b6b = learning
said-learning-places-left-empty-x-their-price-139222a6 = learning places left empty x their price
said-evenness-2eb60446 = evenness
said-for-each-person-the-days-before-each-of-their-033e8285 = for each person the days before each of their days x the price, added up
said-people-added-left-out-or-given-another-role-first-9f569e33 = people added, left out or given another role, first days moved; at least { $least } are needed
said-changes-3b29d74a = changes
said-seed-steps-nodes-of-the-proof-3001d9ad = seed { $seed }, { $steps } steps, { $nodes } nodes of the proof
said-search-803328a9 = search
said-who-audits-what-and-when-62b277aa = who audits what, and when
said-unknown-9b759fb9 = unknown
said-the-plan-costs-and-no-plan-costs-less-831a1a46 = the plan costs { $cost }, and no plan costs less
said-the-plan-costs-every-plan-costs-at-least-1d2b6a2b = the plan costs { $cost }; every plan costs at least { $bound }
said-no-plan-keeps-every-rule-without-a-team-962a4c4f = no plan keeps every rule; without a team: { $audits }
said-audits-are-without-a-team-and-it-is-not-shown-34f89c28 = { $count } audits are without a team, and it is not shown that none exists; give the search more steps and nodes

## crates/methods/src/assign/clash.rs

said-nobody-is-in-two-audits-at-a-time-journeys-counted-c6bf09e3 = nobody is in two audits at a time, journeys counted; ISO 19011:2018 5.4.4
said-move-the-window-of-one-of-the-audits-000bb924 = move the window of one of the audits

## crates/methods/src/assign/explain.rs

said-the-team-of-is-fixed-as-a-whole-909fecff = the team of { $count } is fixed as a whole
said-needed-on-51872ac4 = { $absent }, needed on { $day }
said-in-from-to-journeys-counted-iso-19011-2018-5-dfd5f276 = in `{ $audit }` from { $from } to { $to }, journeys counted; ISO 19011:2018 5.4.4
said-would-work-days-the-most-is-4634080b = would work { $with } days, the most is { $most }
said-would-work-more-than-the-days-that-a-month-may-fbbece39 = would work more than the { $most } days that a month may have
said-no-team-with-them-covers-every-competence-and-0bd0d321 = no team with them covers every competence and seat on these dates; ISO 19011:2018 5.5.4
said-could-come-52d304ca = could come; { $compared }
said-a-team-with-them-needs-more-changes-of-the-plan-6e892b28 = a team with them needs { $changes } more changes of the plan
said-the-cheapest-team-with-them-costs-cents-more-7362c43b = the cheapest team with them costs { $more } cents more
said-a-team-with-them-costs-the-same-50692d60 = a team with them costs the same
said-a-team-with-them-costs-cents-less-which-the-search-f79e91b4 = a team with them costs { $less } cents less, which the search has not used
said-a-team-with-them-needs-fewer-changes-of-the-plan-b0c56c56 = a team with them needs { $fewer } fewer changes of the plan, which the search has not used

## crates/methods/src/assign/gather/people.rs

said-people-who-meet-the-criteria-of-no-role-that-4c98bb8a = people who meet the criteria of no role that the audits call for
said-they-are-left-out-0d047ed6 = they are left out
said-people-who-have-not-accepted-the-code-of-conduct-3c97be5b = people who have not accepted the code of conduct as it reads now
said-they-are-assigned-all-the-same-they-accept-it-92159f62 = they are assigned all the same; they accept it before they are appointed

## crates/methods/src/assign/gather/places.rs

said-people-in-the-plans-of-other-audits-6057d36f = people in the plans of other audits
said-they-are-kept-free-on-the-days-of-those-plans-f264fbb2 = they are kept free on the days of those plans
said-people-in-the-teams-of-other-audits-that-have-c79c590e = people in the teams of other audits that have no plan
said-their-share-of-the-auditor-days-counts-as-worked-1e9932ec = their share of the auditor days counts as worked before; no day is kept free for it
said-how-many-technical-experts-may-come-620a3abd = how many technical experts may come
said-as-many-as-bring-areas-that-no-auditor-brings-19fe0e04 = as many as bring areas that no auditor brings, and one where any does
said-places-for-auditors-in-training-14723d7e = places for auditors in training
said-one-in-each-audit-41b9ae80 = one in each audit
said-what-the-wishes-weigh-91d4db63 = what the wishes weigh
said-the-method-s-own-weights-and-cents-for-an-empty-0749b967 = the method's own weights, and { $cents } cents for an empty learning place

## crates/methods/src/assign/gather.rs

said-the-programme-has-no-planned-audit-that-is-still-6b6bc9ec = the programme has no planned audit that is still to be staffed
said-plan-an-audit-with-planned-audit-plan-in-a-window-24fe2ee3 = plan an audit with `planned_audit.plan`, in a window that is not over
said-nobody-in-the-register-meets-the-programme-s-e35a0a30 = nobody in the register meets the programme's criteria for a leader or an auditor
said-record-what-people-have-with-credential-add-51cb9391 = record what people have with `credential.add`
said-where-people-live-3278b9a3 = where people live
said-which-the-journeys-must-name-4c32d939 = `{ $place }`, which the journeys must name
said-audits-that-are-under-way-or-over-d72ced94 = audits that are under way or over
said-audits-whose-window-is-over-7234b6b1 = audits whose window is over
said-audits-whose-window-has-no-end-79ba8cab = audits whose window has no end
said-how-many-people-share-the-auditor-days-1ef34418 = how many people share the auditor days
said-a-team-of-for-auditor-days-working-days-993ba9aa = a team of { $team_size } for { $auditor_days } auditor days: { $days } working days
said-which-competence-the-team-must-cover-the-audit-97e6131b = which competence the team must cover: the audit is not initiated
said-the-areas-of-the-policy-for-auditors-5923caaa = the areas of the policy for auditors: { $areas }
said-the-language-of-the-audit-it-is-not-initiated-b92e21a0 = the language of the audit: it is not initiated
said-any-language-15860159 = any language
said-by-which-of-several-methods-it-is-carried-out-f2151da9 = by which of several methods it is carried out
said-the-one-that-needs-the-most-journeys-1c23d0d6 = the one that needs the most journeys: { $method }
said-a-window-of-a-year-at-most-5c045a57 = a window of a year at most
said-the-window-ends-on-281416f5 = the window ends on { $cut }
said-journeys-the-places-of-the-audits-what-a-journey-ec2f2c93 = journeys: the places of the audits, what a journey takes and costs
said-no-journey-is-counted-give-travel-and-the-sites-f596658f = no journey is counted; give `travel` and the `sites` of audits
said-daily-rates-148a4ea1 = daily rates
said-0-workload-alone-is-weighed-6bf97fb7 = 0; workload alone is weighed
said-a-rule-of-rotation-edd33057 = a rule of rotation
said-anybody-may-come-again-and-again-723a1141 = anybody may come again and again

## crates/methods/src/assign/loosen.rs

said-qualify-somebody-of-the-team-as-leader-e6a8db92 = qualify somebody of the team as leader
said-qualify-as-leader-8c98fc5f = qualify `{ $who }` as leader
said-each-audit-is-led-by-one-qualified-leader-iso-b2ee80aa = each audit is led by one qualified leader, ISO 19011:2018 5.5.4
said-seats-or-the-first-day-of-are-fixed-145d601b = seats or the first day of `{ $id }` are fixed
said-free-what-is-fixed-of-a864af81 = free what is fixed of `{ $id }`
said-people-came-to-the-auditee-of-as-often-in-a-row-63105850 = people came to the auditee of `{ $id }` as often in a row as the policy allows
said-allow-one-more-audit-in-a-row-for-or-train-others-a7fd294e = allow one more audit in a row for `{ $id }`, or train others
said-each-in-the-team-of-speaks-one-of-7e25d158 = each in the team of `{ $id }` speaks one of { $languages }
said-find-people-who-speak-one-of-or-hold-in-another-8687c636 = find people who speak one of { $languages }, or hold `{ $id }` in another language
said-takes-working-days-from-to-8a1b1ea9 = `{ $id }` takes { $days } working days from { $from } to { $to }
said-move-or-widen-the-window-of-511b862d = move or widen the window of `{ $id }`
said-train-more-auditors-in-by-a572e69e = train more auditors in `{ $area }` by { $from }
said-train-in-by-6c37de18 = train `{ $who }` in `{ $area }` by { $from }
said-the-team-of-covers-in-which-of-the-people-are-b002ed3b = the team of `{ $id }` covers `{ $area }`, in which { $count } of the { $all } people are competent; ISO 19011:2018 5.5.4
said-the-team-of-is-of-the-leader-counted-bea50f6b = the team of `{ $id }` is of { $size }, the leader counted
said-change-the-team-size-of-e90e1e9a = change the team size of `{ $id }`
said-approve-safeguards-for-at-7219a757 = approve safeguards for `{ $id }` at `{ $auditee }`
said-hold-the-audit-of-after-61929bc6 = hold the audit of `{ $auditee }` after { $over }
said-find-somebody-without-a-relation-to-a701bc4f = find somebody without a relation to `{ $auditee }`
said-9ea92784 = `{ $id }` { $barred }
said-is-e25214a4 = `{ $id }` is { $barred }
said-move-the-absence-of-f4478ed6 = move the absence of `{ $id }`
said-is-there-in-spans-only-e452286f = `{ $id }` is there in { $count } spans only
said-extend-the-availability-of-9257f90b = extend the availability of `{ $id }`
said-works-at-most-days-of-which-are-gone-5dbd29e6 = `{ $id }` works at most { $most } days, { $before } of which are gone
said-raise-days-max-of-8abc19e9 = raise `days_max` of `{ $id }`
said-works-at-most-days-a-month-264cf75f = `{ $id }` works at most { $most } days a month
said-raise-month-days-max-of-a65b0a18 = raise `month_days_max` of `{ $id }`
said-audits-by-only-iso-19011-2018-a-1-b044336d = `{ $id }` audits by { $methods } only, ISO 19011:2018 A.1
said-train-in-the-audit-s-method-d95b5354 = train `{ $id }` in the audit's method
said-is-competent-in-only-250ac097 = `{ $id }` is competent in `{ $area }` only
said-is-competent-in-from-only-86b6747b = `{ $id }` is competent in `{ $area }` from { $from } only
said-is-competent-in-until-only-097ddc2c = `{ $id }` is competent in `{ $area }` until { $to } only
said-is-competent-in-from-until-only-3e38ca00 = `{ $id }` is competent in `{ $area }` from { $from } until { $to } only
said-renew-the-competence-of-in-0be30068 = renew the competence of `{ $id }` in `{ $area }`

## crates/methods/src/assign/mod.rs

said-the-answer-did-not-pass-its-check-dbaab5df = the answer did not pass its check: { $fault }
said-report-this-as-a-fault-of-assize-with-the-problem-00264776 = report this as a fault of Assize, with the problem

## crates/methods/src/assign/model.rs

said-the-figures-are-so-high-that-their-sum-cannot-37353c20 = the figures are so high that their sum cannot be reckoned exactly
said-lower-even-cents-or-the-other-weights-the-daily-f8d98faa = lower `even_cents` or the other weights, the daily rates or the journeys' cents, or plan fewer audits at once

## crates/methods/src/assign/rules.rs

said-holds-no-role-was-needed-iso-19011-2018-5-5-4-a90cda18 = holds no role, `{ $role }` was needed, ISO 19011:2018 5.5.4
said-may-be-not-iso-19011-2018-5-5-4-987ba8dd = may be { $held }, not { $role }, ISO 19011:2018 5.5.4
said-speaks-none-of-the-audit-s-languages-iso-19011-715f6d36 = speaks none of the audit's languages ({ $wanted }), ISO 19011:2018 5.5.4
said-does-not-audit-by-the-method-iso-19011-2018-a-bcc55408 = does not audit by the method { $method }, ISO 19011:2018 A.1
said-until-cooling-off-months-c5bc2d9c = { $relation } until { $to }, cooling-off { $months } months, { $source }
said-since-which-goes-on-5e9b26ae = { $relation } since { $from }, which goes on, { $source }
said-was-in-the-last-audits-of-this-auditee-in-a-row-d4d4c241 = was in the last { $count } audits of this auditee in a row, the most that is allowed, { $source }
said-away-from-to-d3b6ec7b = away from { $from } to { $to }
said-away-from-on-f0824520 = away from { $from } on
said-not-available-on-these-dates-8ac5d7d8 = not available on these dates
said-employed-by-this-auditee-bbc2779c = employed by this auditee
said-managed-the-audited-area-of-this-auditee-36ccc74a = managed the audited area of this auditee
said-consulted-for-this-auditee-469be26a = consulted for this auditee
said-did-the-work-that-is-audited-at-this-auditee-ce43b441 = did the work that is audited at this auditee
said-carried-out-internal-audits-for-this-auditee-a45b131e = carried out internal audits for this auditee
said-had-a-financial-interest-in-this-auditee-3519c114 = had a financial interest in this auditee
said-had-a-close-tie-to-this-auditee-075963e9 = had a close tie to this auditee

## crates/methods/src/audit_time/adjust.rs

said-all-changes-together-c632eef5 = all changes together
said-the-cap-of-is-not-passed-6266318c = the cap of { $cap } is not passed
said-no-more-than-may-be-taken-away-in-all-5f157baf = no more than { $cap } may be taken away in all
said-after-the-cap-90302d0a = after the cap
said-days-after-all-changes-c8b36bca = days after all changes
said-x-1-621a37ee = { $base } x (1 { $sign } { $share })
said-is-not-a-change-of-the-days-994d5b69 = `{ $share }` is not a change of the days
said-give-a-share-from-1-to-0-2-takes-a-fifth-away-de903405 = give a share from -1 to { $most }: -0.2 takes a fifth away
said-no-reason-is-recorded-8f5b1cb2 = no reason is recorded
said-reason-95dbed93 = reason: { $reason }
said-decrease-d6819a41 = decrease
said-increase-ff37c82d = increase

## crates/methods/src/audit_time/factors.rs

said-business-axis-4adaf2f0 = business axis
said-it-axis-407c3891 = IT axis
said-to-2cd53ea8 = { $least } to { $most }
said-pick-within-for-business-and-it-and-say-why-under-bccf72e6 = pick within { $range } for business { $business } and IT { $it }, and say why under `reason`
said-is-outside-the-range-for-business-and-it-cc0fd582 = `{ $pick }` is outside { $range }, the range for business { $business } and IT { $it }
said-pick-within-the-range-what-else-weighs-goes-under-ecf988af = pick within the range; what else weighs goes under `adjust`, with its reason
said-there-is-nothing-to-choose-99af7210 = there is nothing to choose
said-change-by-complexity-9a391846 = change by complexity
said-business-and-it-open-3ba93d54 = business { $business } and IT { $it } open { $range }; { $reason }
said-is-779d517a = is { $grade }
said-grade-from-1-to-3-cf384bcd = grade from 1 to 3
said-55110a4e = { $field } { $grade }
said-fec6e0c9 = { $sum }, { $band }

## crates/methods/src/audit_time/integrated.rs

said-be009f4f = { $system } { $days }
said-starting-point-d7f15603 = starting point
said-after-integration-996eb8db = after integration
said-changed-by-reason-d78ce6de = { $sum } changed by { $change }; reason: { $reason }
said-audited-as-one-the-management-systems-take-instead-215ce36e = Audited as one, the { $count } management systems take { $rounded } instead of { $sum } one by one.{ $reasons }
said-audit-time-of-an-integrated-audit-iaf-md-11-2019-827775fc = Audit time of an integrated audit, IAF MD 11:2019
said-are-fewer-than-two-f6843639 = are fewer than two
said-use-audit-time-for-a-single-system-34fda0b8 = use `audit-time` for a single system
said-list-each-management-system-once-6fa2e5b7 = list each management system once
said-days-by-the-table-345da258 = days by the table
said-eba084b2 = { $system }: { $what }
said-leave-it-out-45823ea9 = leave it out
said-does-not-fit-492804d7 = does not fit `{ $system }`
said-stands-besides-table-which-is-one-of-days-too-bb25fc8e = stands besides `table`, which is one of days too
said-give-one-of-the-two-afa8ff68 = give one of the two
said-are-not-graded-for-118bcc23 = are not graded for `{ $system }`
said-give-increases-and-decreases-with-their-reasons-ef333b51 = give increases and decreases with their reasons under `adjust`
said-is-of-no-use-for-whose-factors-are-not-graded-07bf4202 = is of no use for `{ $system }`, whose factors are not graded
said-list-the-auditors-of-the-team-a00de10e = list the auditors of the team
said-is-c886ede1 = is { $standards }
said-give-for-how-many-of-the-standards-is-qualified-6906a8de = give for how many of the { $standards } standards { $name } is qualified, from 1
said-what-the-team-can-do-fd6b9fc0 = what the team can do
said-x-1-ae404e6d = ({ $each }) / ({ $count } x ({ $standards } - 1))
said-is-not-a-share-9922d1ec = `{ $level }` is not a share
said-how-far-the-systems-are-integrated-50867f14 = how far the systems are integrated
said-as-judged-787c6d62 = as judged
said-is-outside-to-1-8d95bac9 = `{ $change }` is outside { $least } to 1
said-integration-takes-away-a-fifth-at-most-52dcc7ef = integration takes away a fifth at most
said-takes-time-away-though-nothing-is-integrated-d627e41e = takes time away though nothing is integrated, or no auditor is qualified for two standards
said-give-0-or-more-or-a-team-that-can-audit-them-c9f84193 = give 0 or more, or a team that can audit them together

## crates/methods/src/audit_time/internal.rs

said-all-tests-0e1da121 = all tests
said-their-sum-fc77bca8 = their sum
said-preparing-909c7ecf = preparing
said-reporting-0baf62ad = reporting
said-meetings-9ba78aeb = meetings
said-auditor-days-without-travel-60b7de04 = auditor days, without travel
said-a0e7d254 = { $minutes } / { $day } = { $exact }, { $words }
said-auditor-days-with-travel-6d425088 = auditor days, with travel
said-working-days-from-first-to-last-at-least-61a53050 = working days from first to last, at least
said-auditors-rounded-up-f317e52f = { $all } / { $auditors } auditors, rounded up
said-the-audit-takes-of-auditors-work-and-with-the-9b4ed39e = The audit takes { $audit_days } of auditors' work and { $all_days } with the ways; { $auditors } of them need { $calendar } at least.
said-time-of-an-internal-audit-from-its-tests-bb029529 = Time of an internal audit, from its tests
said-min-2adc37be = { $number } min
said-x-861dc0c1 = { $tests } x { $share }
said-34843b72 = { $what }, { $name }
said-min-x-auditors-82bc382e = { $each } min x { $auditors } auditors
said-choose-the-tests-of-the-audit-first-7ad622b9 = choose the tests of the audit first
said-list-each-test-once-80a4e8af = list each test once
said-list-each-site-once-08d620da = list each site once
said-is-not-a-share-of-the-tests-time-df58fa21 = is not a share of the tests' time
said-give-a-number-from-0-to-5-2a26fca2 = give a number from 0 to 5
said-is-c472ec98 = is { $value }
said-give-a-number-from-to-a9377d0b = give a number from { $least } to { $most }
said-say-how-long-one-item-of-the-sample-takes-175ed06b = say how long one item of the sample takes
said-say-how-many-items-are-looked-at-adcfb77c = say how many items are looked at
said-is-c4719cd2 = is `{ $each }`
said-give-minutes-above-0-f12223c4 = give minutes above 0
said-is-not-among-the-sites-1c7d0654 = `{ $name }` is not among the sites
said-add-it-under-sites-or-name-one-of-those-ddd4ad13 = add it under `sites`, or name one of those
said-name-each-site-once-88bee727 = name each site once
said-items-x-min-d3b9ad63 = { $how } + { $sample } items x { $each } min
said-x-sites-6a199324 = ({ $how }) x { $times } sites: { $names }
said-test-80988514 = test { $id }

## crates/methods/src/audit_time/persons.rs

said-persons-who-count-head-by-head-25a4952d = persons who count head by head
said-in-all-less-in-groups-and-parts-20d52936 = { $persons } in all, less { $apart } in groups and parts
said-effective-persons-06500e38 = effective persons
said-rounded-up-e0839a1a = { $sum }, rounded up
said-is-ab7d3f69 = is { $persons }
said-give-the-persons-who-do-work-under-the-auditee-af5577e5 = give the persons who do work under the auditee's control, from 1 to { $most }
said-groups-and-parts-have-persons-more-than-the-there-82bac3e1 = groups and parts have { $apart } persons, more than the { $persons } there are
said-count-each-person-in-persons-and-in-one-group-98bbdfe6 = count each person in `persons`, and in one group or part at most
said-leave-the-group-out-or-say-how-many-they-are-88d40a75 = leave the group out, or say how many they are
said-is-outside-to-3c49cd8a = is { $counted }, outside { $least } to { $persons }
said-persons-count-as-at-least-the-square-root-rounded-b86f7631 = { $persons } persons count as { $least } at least, the square root rounded up
said-a-group-without-a-name-f5e7e88b = a group without a name
said-not-reduced-f0ebd130 = not reduced
said-identical-activities-776ce492 = identical activities: { $name }
said-persons-ceil-sqrt-at-least-be6cd6ed = { $persons } persons, ceil(sqrt({ $persons })) = { $least } at least; { $reason }
said-is-not-a-share-of-full-time-04f35f62 = `{ $share }` is not a share of full time
said-give-a-number-between-0-and-1-98512fe6 = give a number between 0 and 1
said-are-not-two-shifts-or-more-each-with-persons-9b1444de = are not two shifts or more, each with persons
said-give-the-persons-on-each-shift-as-in-40-40-12-ec1a3743 = give the persons on each shift, as in [40, 40, 12]
said-is-more-than-the-there-are-5cf6c6e4 = is { $counted }, more than the { $persons } there are
said-count-those-under-the-auditee-s-control-alone-b51a18e1 = count those under the auditee's control alone
said-part-time-609a5ced = part-time: { $name }
said-persons-at-of-full-time-c0f22fa0 = { $persons } persons at { $share } of full time
said-the-same-on-several-shifts-9b519d7b = the same on several shifts: { $name }
said-the-largest-shift-in-full-then-reason-8183038b = the largest shift, { $largest }, in full, then { $others }; reason: { $reason }
said-contractors-56a30f50 = contractors: { $name }
said-of-work-under-the-auditee-s-control-reason-dea73507 = { $counted } of { $persons } work under the auditee's control; reason: { $reason }

## crates/methods/src/audit_time/rounding.rs

said-does-not-divide-a-day-into-equal-steps-b76b4818 = `{ $step }` does not divide a day into equal steps
said-give-0-25-0-5-or-1-70e7f606 = give 0.25, 0.5 or 1
said-not-rounded-7021cac7 = not rounded
said-to-the-nearest-of-a-day-a-half-up-0530a234 = to the nearest { $step } of a day, a half up
said-up-to-the-next-of-a-day-dd4a3301 = up to the next { $step } of a day

## crates/methods/src/audit_time/shares.rs

said-leaves-one-of-the-stages-without-time-bc16c028 = `{ $share }` leaves one of the stages without time
said-give-a-share-between-0-and-1-f80c247e = give a share between 0 and 1
said-is-outside-to-1-e5494f4a = `{ $share }` is outside { $least } to 1
said-spend-at-least-of-the-audit-time-auditing-or-4c99aa4d = spend at least { $least } of the audit time auditing, or give your scheme's share under `tables`
said-is-not-a-share-0dacd043 = `{ $share }` is not a share
said-above-remote-asks-for-the-accreditation-body-c4a28bfb = above { $above } remote, { $edition } asks for the accreditation body's approval: name it, or audit more on site
said-but-never-below-efe6dc8e = { $exact }, { $words }, but never below { $least }
said-days-of-the-initial-audit-6512df8f = days of the initial audit
said-days-of-a-surveillance-audit-b74e188e = days of a surveillance audit
said-days-of-a-recertification-audit-503bca26 = days of a recertification audit
said-x-7d4a4b34 = { $days } x { $share } = { $exact }, { $words }
said-stage-1-0bad1432 = stage 1
said-x-ed7c121e = { $rounded } x { $share }, { $words }
said-stage-2-0aad129f = stage 2
said-df315be1 = { $rounded } - { $first }
said-of-that-spent-auditing-976df3ac = of that, spent auditing
said-x-at-least-go-to-auditing-the-rest-to-planning-101e4747 = { $rounded } x { $share }; at least { $least } go to auditing, the rest to planning and reporting
said-approval-e8230be6 = ; approval: { $approval }
said-of-that-remote-0dcdd3f3 = of that, remote
said-x-106c3293 = { $auditing } x { $share }; { $reason }{ $approval }

## crates/methods/src/audit_time/single.rs

said-the-initial-audit-of-effective-persons-takes-a6128057 = The initial audit of { $effective } effective persons takes { $rounded }: { $base } by the table, changed by { $capped }.{ $reasons }
said-audit-time-of-an-information-security-management-c7bbcd69 = Audit time of an information security management system, { $edition }

## crates/methods/src/audit_time/sites.rs

said-days-by-the-table-all-persons-at-one-site-18314dcd = days by the table, all persons at one site
said-sum-of-the-sites-visited-1007b768 = sum of the sites visited
said-are-not-below-00a2340a = { $sum } are not below { $single }
said-are-below-so-that-the-difference-is-added-where-c675bba4 = { $sum } are below { $single }, so that the difference is added where it is needed most
said-not-below-the-single-site-7d1ec187 = not below the single site
said-visiting-of-sites-takes-in-an-initial-audit-surveillance-7ae11521 = Visiting { $visited } of { $sites } sites takes { $rounded } in an initial audit. Surveillance and recertification are shares of that; where they visit fewer sites, reckon those audits by their own sample.{ $reasons }
said-audit-time-of-an-information-security-management-bfe967dc = Audit time of an information security management system at several sites, { $edition }
said-none-is-visited-0338828f = none is visited
said-list-the-sites-and-visit-the-central-function-b83db7ae = list the sites, and visit the central function at least
said-69ee0d35 = { $name } { $days }
said-site-3791ee4e = site
said-visited-ff5ded4d = visited
said-not-visited-9d6ecca4 = not visited

## crates/methods/src/audit_time/tables.rs

said-give-a-table-of-your-own-under-tables-ca5f9018 = give a table of your own under `tables`
said-no-table-of-days-is-built-in-for-this-700dbc36 = no table of days is built in for this
said-no-table-of-shares-is-built-in-for-this-70719a8f = no table of shares is built in for this
said-no-table-of-factors-is-built-in-for-this-ce115065 = no table of factors is built in for this
said-effective-persons-are-beyond-the-table-whose-6a06a8b0 = { $persons } effective persons are beyond the table { $source } ({ $edition }), whose last row ends at { $to }
said-the-scheme-asks-to-follow-the-progression-decide-35aea6e7 = the scheme asks to follow the progression: decide on a row from { $to }, with its reason, and give the table with it under `tables`
said-the-row-from-to-persons-where-fall-9ae69262 = the row from { $from } to { $to } persons, where { $persons } fall

## crates/methods/src/audit_time/working.rs

said-reasons-that-are-still-missing-67453af4 = { " " }Reasons that are still missing: { $count }.
said-about-2e8ac3c3 = { $exact } (about { $rounded })
said-4bf1263d = { $number } %
said-ab77a181 = { $sign }{ $share }
said-day-301c8d78 = { $number } day
said-days-c7f20851 = { $number } days

## crates/methods/src/extent/method.rs

said-what-to-audit-in-years-86677fef = What to audit in { $count } years
said-how-far-from-the-best-999ac887 = how far from the best
said-covered-scores-of-at-most-further-visits-score-86d06194 = covered scores { $covered } of { $covered_most } at most; further visits score { $further } of { $further_most } at most, were all days in one year and audits divisible
said-no-plan-is-better-6ec21233 = no plan is better
said-at-most-and-better-f1d732bc = at most { $covered } and { $further } better
said-pairs-over-parts-of-days-are-too-many-to-weigh-44a0594b = { $count } pairs over { $parts } parts of days are too many to weigh
said-plan-in-halves-of-days-rather-than-eighths-or-246d3c36 = plan in halves of days rather than eighths, or group criteria or units
said-never-audited-so-due-at-once-0b610ab9 = never audited, so due at once
said-last-audited-the-year-before-so-due-in-year-6825f5cc = last audited the year before, so due in year { $due }
said-last-audited-years-before-so-due-in-year-13d46f40 = last audited { $years } years before, so due in year { $due }
said-every-year-e6db534d = every year
said-once-in-the-cycle-5b4a1056 = once in the cycle
said-every-years-a0ffe7be = every { $years } years
said-4963e826 = { $often }; { $waited }
said-37d455ea = { $unit }, { $criterion }
said-days-ed8f4f37 = { $sum } = { $score }; { $days } days; { $when }
said-score-09d14881 = score { $score }
said-cd911210 = { $unit } { $criterion } ({ $days })
said-again-c605c624 = { $unit } { $criterion } again ({ $days })
said-nothing-527dae8a = nothing
said-year-1ab0b55b = year { $year }
said-of-days-6f58c6df = { $used } of { $days } days
said-changed-by-the-manager-6cd4527b = changed by the manager: { $unit }, { $criterion }
said-proposed-audit-reason-96535b65 = proposed: audit; reason: { $reason }
said-proposed-do-not-audit-reason-a06ec3cf = proposed: do not audit; reason: { $reason }
said-audit-in-year-36ac19ab = audit in year { $year }
said-do-not-audit-in-year-d88a5125 = do not audit in year { $year }
said-instead-of-visits-28d04e0e = { $unit } { $criterion }: { $after } instead of { $before } visits
said-gives-up-nothing-632ecc6f = gives up nothing
said-each-year-less-days-ae54d0d6 = each year less { $days } days
said-of-covered-visits-27ac6ae7 = { $covered } of { $all } covered, { $visits } visits
said-all-pairs-of-unit-and-criterion-are-audited-within-f133e968 = All { $all } pairs of unit and criterion are audited within the cycle, in { $visits } visits.
said-of-pairs-of-unit-and-criterion-are-audited-within-1321df0f = { $count } of { $all } pairs of unit and criterion are audited within the cycle; the days there are leave out the rest.
said-the-changes-take-more-days-than-there-are-in-53430aa2 = { " " }The changes take more days than there are in { $years }.
said-no-plan-within-these-days-scores-higher-than-7580764e = { " " }No plan within these days scores higher than the proposal.
said-e0c6f8bb = { $coverage }{ $over }{ $best }
said-has-years-674fdc76 = has { $count } years
said-give-the-days-of-each-year-of-1-to-years-c40e5b77 = give the days of each year, of 1 to { $most } years
said-give-1-to-pairs-of-unit-and-criterion-group-criteria-d5ab4194 = give 1 to { $most } pairs of unit and criterion; group criteria if there are more
said-give-at-most-adba7175 = give { $most } at most
said-and-stand-twice-6b0294df = `{ $unit }` and `{ $criterion }` stand twice
said-list-each-pair-once-9a7a8957 = list each pair once
said-grade-from-0-to-9485f30a = grade from 0 to { $most }
said-1-is-the-year-before-the-programme-leave-it-out-2bb22ad2 = 1 is the year before the programme; leave it out if never
said-and-are-not-among-the-items-ffad9fff = `{ $unit }` and `{ $criterion }` are not among the items
said-name-a-pair-that-is-listed-d019a179 = name a pair that is listed
said-is-84cdf0a0 = is { $year }
said-give-a-year-from-1-to-e17d9f2b = give a year from 1 to { $count }
said-days-cannot-be-planned-with-9fc841f5 = `{ $days }` days cannot be planned with
said-give-days-up-to-in-eighths-at-the-finest-0-125-9f343bfb = give days up to { $most }, in eighths at the finest: 0.125, 0.25, 0.5, 1

## crates/methods/src/extent/weights.rs

said-give-weights-of-your-own-under-weights-e478780c = give weights of your own under `weights`

## crates/methods/src/sampling/attribute.rs

said-the-largest-sample-that-allows-dea1b5e7 = the largest sample that allows
said-plans-with-fewer-deviations-66ccfe34 = plans with fewer deviations
said-0-to-deviations-were-tried-too-c56da4c3 = 0 to { $first } deviations were tried too
said-none-meets-the-risk-025d616b = none meets the risk
said-one-item-fewer-which-allows-5d84377e = one item fewer, which allows
said-ceil-x-18b5bdb0 = ceil({ $size } x { $expected })
said-deviations-allowed-56183239 = deviations allowed
said-the-sample-which-allows-def5c1c3 = the sample, which allows
said-law-of-the-deviations-in-the-sample-1a8cb4d7 = law of the deviations in the sample
said-binomial-with-rate-p-at-most-k-of-n-sum-over-a412bec3 = binomial with rate { $rate }: P(at most k of n) = sum over i = 0..k of C(n, i) p^i (1 - p)^(n - i)
said-binomial-1d11622c = binomial
said-deviations-in-the-population-c55bdb8a = deviations in the population
said-max-1-x-hypergeometric-p-at-most-k-of-n-sum-over-31328ec5 = max(1, { $rounding }({ $tolerable } x { $population })); hypergeometric: P(at most k of n) = sum over i = 0..k of C(D, i) C(N - D, n - i) / C(N, n)
said-risk-of-7eb3a965 = risk of { $what } { $deviations }
said-p-at-most-of-rounded-up-to-0-000001-c86cb983 = P(at most { $deviations } of { $sample }), rounded up to 0.000001
said-is-negative-46d16348 = is negative
said-give-the-expected-rate-0-or-more-33fc6b1d = give the expected rate, 0 or more
said-is-not-below-the-tolerable-rate-acc799e8 = `{ $expected }` is not below the tolerable rate `{ $tolerable }`
said-lower-it-or-do-not-rely-on-this-control-no-sample-0a1d9e5c = lower it, or do not rely on this control: no sample can tell the two rates apart
said-in-items-expected-and-tolerable-rate-are-too-a4b16e11 = in { $population } items, expected and tolerable rate are too close: not even all items meet the risk
said-lower-the-expected-rate-or-raise-the-tolerable-38d628ea = lower the expected rate or raise the tolerable one, or examine every item and compare the rate found
said-no-sample-of-up-to-items-meets-the-risk-1d364eb6 = no sample of up to { $most } items meets the risk
said-lower-the-expected-rate-or-raise-the-tolerable-a849939c = lower the expected rate, or raise the tolerable rate or the risk
said-raise-the-tolerable-rate-or-the-risk-406edef7 = raise the tolerable rate or the risk
said-examine-items-if-at-most-of-them-deviate-a-rate-db946a88 = Examine { $size } items. If at most { $allowed } of them deviate, a rate of deviation of { $tolerable } or more is excluded at a risk of { $risk }.
said-size-of-an-attribute-sample-risk-tolerable-rate-0c24cfae = Size of an attribute sample: risk { $risk }, tolerable rate { $tolerable }, expected rate { $expected }
said-examine-of-items-if-of-them-deviate-at-least-36442b5d = Examine { $size } of { $population } items. If { $deviations } of them deviate, at least one is found with a probability of at least 1 - { $risk }.
said-size-of-a-discovery-sample-rate-risk-ba4ded8c = Size of a discovery sample: rate { $tolerable }, risk { $risk }

## crates/methods/src/sampling/checks.rs

said-is-not-between-0-and-1-ea1a2dc5 = `{ $share }` is not between 0 and 1
said-give-a-share-above-0-and-below-1-like-0-05-9b40a346 = give a share above 0 and below 1, like 0.05
said-give-a-whole-number-of-at-least-1-4fa48b0d = give a whole number of at least 1
said-is-not-1-risk-which-is-5dbb08a5 = is not 1 - risk, which is { $risk }
said-give-either-the-risk-or-the-confidence-4eb288b7 = give either the risk or the confidence
said-give-risk-like-0-05-or-confidence-like-0-95-67132237 = give `risk`, like 0.05, or `confidence`, like 0.95

## crates/methods/src/sampling/draw.rs

said-number-below-eb3c7cf5 = number { $number } below { $left }
said-random-start-1d2a97e6 = random start
said-number-below-77988364 = number below { $rows }
said-floor-x-counted-from-0-411b3b19 = floor(({ $start } + { $index } x { $rows }) / { $size }), counted from 0
said-share-of-stratum-cc3ef318 = share of stratum `{ $name }`
said-x-by-largest-remainder-f18608dd = { $size } x { $rows } / { $all }, by largest remainder
said-items-are-wanted-and-only-have-a-value-above-632a73ae = `{ $size }` items are wanted, and only { $positive } have a value above 0
said-draw-fewer-items-or-examine-those-without-value-6c423d6a = draw fewer items, or examine those without value apart
said-taken-for-certain-units-are-at-least-4fa0dee5 = taken for certain: { $units } units are at least { $total } / { $wanted }
said-number-below-the-units-of-the-items-not-taken-67d6fdf4 = number below { $total }, the units of the items not taken for certain
said-unit-floor-x-counted-from-0-3690987b = unit floor(({ $start } + { $hit } x { $total }) / { $wanted }) = { $place }, counted from 0
said-unit-below-of-the-items-not-drawn-yet-8e6b7663 = unit { $unit } below { $total }, of the items not drawn yet
said-is-more-than-the-items-of-the-population-b2065a87 = `{ $size }` is more than the { $rows } items of the population
said-draw-at-most-all-items-7b4d3714 = draw at most all items
said-name-the-column-of-strata-cb5944e3 = name the column of strata
said-name-the-column-of-values-14ca72f0 = name the column of values
said-is-not-in-the-sample-or-is-replaced-already-d35e33b4 = `{ $key }` is not in the sample, or is replaced already
said-give-the-key-of-an-item-of-the-sample-3f8e650f = give the key of an item of the sample
said-there-is-no-item-left-to-replace-957558ce = there is no item left to replace `{ $key }`
said-examine-it-after-all-or-say-in-the-report-that-e85c937c = examine it after all, or say in the report that it could not be examined
said-population-b3de8cb2 = population
said-file-with-sha-256-ff41ca10 = file with SHA-256 { $sha256 }
said-rows-69ae9d61 = { $count } rows
said-checks-af0f65dc = checks
said-no-problem-94f54f75 = no problem
said-generator-6eec35c2 = generator
said-sha-256-of-the-lines-the-population-s-hash-the-9197c768 = SHA-256 of the lines `{ $algorithm }`, the population's hash, the seed and a counter from 0; its first 16 bytes
said-units-c918a49c = units
said-whole-units-of-the-values-c374668b = whole units of the values
said-to-a-value-of-1-087497cd = { $units_per_value } to a value of 1
said-in-place-of-ff6514bb = , in place of { $item }
said-replaced-1dccfdd0 = ; replaced: { $reason }
said-draw-620615ba = draw { $order }{ $replaces }
said-row-9c3034b2 = row { $row }: { $item }{ $replaced }
said-of-items-are-drawn-items-were-replaced-each-by-010c629f = { $count } of { $rows } items are drawn ({ $method }); { $replaced } items were replaced, each by the next of the draw. Population, seed and these rules give the same sample again.
said-draw-of-items-218042b8 = Draw of { $size } items, { $method }
said-there-are-rows-none-longer-than-the-header-715ae8fa = there are rows, none longer than the header
said-column-3ff49c22 = column `{ $name }`: { $what }
said-every-key-is-there-and-unique-8dad6c69 = every key is there and unique
said-every-stratum-is-there-867f7166 = every stratum is there
said-every-value-is-a-decimal-and-not-negative-2e0a86ea = every value is a decimal and not negative
said-the-number-of-rows-was-not-compared-with-another-e2f432dc = the number of rows was not compared with another source
said-rows-as-expected-6e7bd2e7 = { $rows } rows as expected
said-the-values-add-up-to-as-expected-55241247 = the values add up to { $total } as expected

## crates/methods/src/sampling/frequency.rs

said-correct-data-control-frequency-toml-d2231ef4 = correct data/control-frequency.toml
said-has-no-rows-52da425f = has no rows
said-a-control-that-did-not-operate-cannot-be-sampled-1e281fe1 = a control that did not operate cannot be sampled; say so in the working paper
said-give-frequency-like-weekly-or-occurrences-like-4ae7cb23 = give `frequency`, like weekly, or `occurrences`, like 52
said-is-not-in-the-table-d11f4780 = is not in the table
said-give-one-of-or-add-a-row-58222332 = give one of { $names }, or add a row
said-is-below-the-least-of-the-row-1bbd78a8 = `{ $chosen }` is below the least of the row, { $there }
said-choose-more-or-record-a-judgement-based-sample-752d1223 = choose more, or record a judgement-based sample
said-is-more-than-the-occurrences-5c1cf00c = `{ $chosen }` is more than the { $there } occurrences
said-choose-at-most-all-of-them-18b1d62a = choose at most all of them
said-say-why-and-not-the-usual-7ffb4f11 = say why { $chosen } and not the usual { $usual }
said-row-of-the-table-a059c147 = row of the table
said-to-customary-usual-e50514e3 = { $least } to { $most } customary, { $usual } usual ({ $certainty })
said-usual-number-3df5f04a = usual number
said-the-row-s-but-not-more-than-there-are-99c07a6c = the row's, but not more than there are
said-chosen-instead-63d411cd = chosen instead
said-examine-operations-of-the-control-that-is-a-convention-20e09e5f = Examine { $size } operations of the control. That is a convention: it states no risk and no confidence. Where these are needed, use sample-size or discovery-size.
said-size-by-convention-for-a-control-that-operates-71da3327 = Size by convention for a control that operates { $frequency }

## crates/methods/src/sampling/judgement.rs

said-criterion-484d4afd = criterion `{ $key }`
said-items-13ded4f0 = { $count } items
said-choice-of-0e0f5fa2 = choice of `{ $item }`
said-of-8b49687f = { " " }of { $population }
said-chose-items-of-by-criteria-what-is-found-in-them-00c67b9c = { $chosen_by } chose { $count }{ $of } items of { $subject } by { $criteria } criteria. What is found in them is evidence of these items; no rate, limit or confidence can be stated for the others.
said-judgement-based-sample-of-35a101c3 = Judgement-based sample of { $subject }
said-are-none-6f7144c9 = are none
said-say-by-what-the-items-are-chosen-6fd6696a = say by what the items are chosen
said-give-the-items-chosen-each-with-its-reason-875de9b8 = give the items chosen, each with its reason
said-is-less-than-the-items-chosen-dc42d8cc = `{ $population }` is less than the { $count } items chosen
said-correct-the-number-of-items-d5db90b4 = correct the number of items
said-give-each-criterion-a-key-of-its-own-5c7dc709 = give each criterion a key of its own
said-nothing-is-chosen-by-371aaf84 = nothing is chosen by `{ $key }`
said-choose-an-item-by-it-or-leave-it-out-27473dc3 = choose an item by it, or leave it out
said-is-chosen-twice-7356be48 = `{ $item }` is chosen twice
said-choose-each-item-once-bf07ee7d = choose each item once
said-is-not-one-of-the-criteria-e41fc920 = `{ $criterion }` is not one of the criteria
said-add-the-criterion-with-its-reason-or-name-another-729640b9 = add the criterion with its reason, or name another

## crates/methods/src/sampling/limit.rs

said-is-more-than-5b81298e = `{ $sample }` is more than { $most }
said-give-at-most-items-17af7195 = give at most { $most } items
said-is-more-than-the-items-of-the-sample-ec38306e = `{ $deviations }` is more than the { $sample } items of the sample
said-count-each-item-that-deviates-once-07b8ac91 = count each item that deviates once
said-is-more-than-the-items-of-the-population-27921732 = `{ $sample }` is more than the { $population } items of the population
said-give-the-number-of-items-drawn-without-repeats-0469c590 = give the number of items drawn without repeats, or correct the population
said-rate-of-deviation-in-the-sample-dd445c7d = rate of deviation in the sample
said-f7b6c47a = { $deviations } / { $sample }
said-deviations-among-items-giving-at-most-0b542d96 = { $deviations } deviations among { $population } items giving at most
said-most-deviations-not-excluded-ffe49d57 = most deviations not excluded
said-the-last-number-whose-risk-is-more-than-ee1ca0dd = the last number whose risk is more than { $risk }
said-upper-limit-9926cb14 = upper limit
said-rounded-up-to-0-001-ae30c859 = { $deviations } / { $population }, rounded up to 0.001
said-every-item-of-the-sample-deviates-1be21aea = every item of the sample deviates
said-a-rate-of-giving-at-most-d9fe369b = a rate of { $rate } giving at most
said-upper-limit-enclosed-0d613b2f = upper limit, enclosed
said-the-rate-at-which-the-risk-is-by-halving-535f06eb = the rate at which the risk is { $risk }, by halving
said-to-30036e08 = { $above } to { $not_above }
said-rounded-up-to-0-001-fb11af79 = rounded up to 0.001
said-of-items-deviate-the-rate-of-deviation-in-the-4b5c5cb4 = { $deviations } of { $sample } items deviate. The rate of deviation in the population is at most { $limit }, at a risk of { $risk }.
said-upper-limit-of-the-rate-of-deviation-of-risk-cb40ac0b = Upper limit of the rate of deviation: { $deviations } of { $sample }, risk { $risk }
said-accepting-the-tolerable-rate-by-finding-at-most-7b0fed2a = accepting the tolerable rate, by finding at most
said-confidence-reached-2428c213 = confidence reached
said-1-that-risk-rounded-down-to-0-000001-9f36d26a = 1 - that risk, rounded down to 0.000001
said-evaluation-of-a-sample-of-tolerable-rate-risk-2f8ca948 = Evaluation of a sample: { $deviations } of { $sample }, tolerable rate { $tolerable }, risk { $risk }
said-of-items-deviate-at-a-risk-of-the-rate-in-the-1ff9d7ab = { $deviations } of { $sample } items deviate; at a risk of { $risk } the rate in the population is at most { $limit }.
said-that-is-below-the-tolerable-rate-of-with-a-confidence-197f6487 = That is below the tolerable rate of { $tolerable }, with a confidence of { $confidence }: the sample supports relying on the control.
said-the-sample-itself-deviates-at-the-tolerable-rate-0e8345ac = The sample itself deviates at the tolerable rate of { $tolerable } or more: it does not support relying on the control.
said-a-tolerable-rate-of-is-excluded-only-with-a-confidence-252de4a8 = A tolerable rate of { $tolerable } is excluded only with a confidence of { $confidence }: the sample does not support relying on the control. Examine more items, find the cause of the deviations, or rely on something else.
said-each-deviation-is-looked-at-for-its-nature-and-1089c10b = { $found } { $meaning } Each deviation is looked at for its nature and cause, whatever the numbers say.

## crates/methods/src/sampling/monetary.rs

said-is-not-from-0-to-below-1-0801a264 = `{ $ratio }` is not from 0 to below 1
said-give-expected-misstatement-tolerable-misstatement-cd38b5c0 = give expected misstatement / tolerable misstatement, like 0.2
said-no-sample-of-up-to-units-of-value-meets-the-risk-9f35720d = no sample of up to { $most } units of value meets the risk
said-lower-the-expected-misstatement-or-raise-the-89d3144a = lower the expected misstatement, or raise the tolerable one or the risk
said-raise-the-tolerable-misstatement-or-the-risk-f0a78701 = raise the tolerable misstatement or the risk
said-confidence-factor-bd84f3cc = confidence factor
said-the-least-x-in-steps-of-0-01-with-p-g-x-g-gamma-2e4cb1f8 = the least x, in steps of 0.01, with P(G > x) <= { $risk }, G gamma distributed with shape 1 + { $ratio } x and scale 1
said-risk-of-one-unit-fewer-d8ef68b2 = risk of one unit fewer
said-risk-of-the-sample-571c9b76 = risk of the sample
said-met-d3ad6a29 = met
said-not-met-8920c5d0 = not met
said-x-x-shape-1-x-p-g-x-26e38ad3 = x = { $units } x { $tolerable } = { $mean }, shape 1 + { $ratio } x: P(G > x) <= { $risk }
said-size-23a0d95c = size
said-the-least-number-of-units-whose-risk-is-met-about-443b75bd = the least number of units whose risk is met; about the factor / tolerable share, rounded up
said-sampling-interval-336b1d29 = sampling interval
said-population-s-value-4642e2f7 = population's value / { $size }
said-of-the-value-d72cf817 = { $share } of the value
said-draw-units-of-value-items-above-the-sampling-d1b4c8fc = Draw { $size } units of value. Items above the sampling interval are drawn more than once and are examined once; fewer items than { $size } may come out.
said-size-of-a-monetary-unit-sample-risk-tolerable-1dd5011b = Size of a monetary-unit sample: risk { $risk }, tolerable share { $tolerable }, expected ratio { $ratio }
said-is-not-above-0-26f482b3 = `{ $amount }` is not above 0
said-give-an-amount-above-0-57274e94 = give an amount above 0
said-is-not-above-0-db331ab4 = `{ $book }` is not above 0
said-give-the-value-in-the-books-items-of-no-value-05252e0e = give the value in the books; items of no value are examined outside this sample
said-is-not-from-0-to-the-value-in-the-books-1d1c6832 = `{ $audited }` is not from 0 to the value in the books, `{ $book }`
said-evaluate-understatements-apart-this-limit-is-7e1f0e53 = evaluate understatements apart: this limit is one of overstatement
said-is-more-than-9cc89d40 = `{ $places }` is more than { $most }
said-give-0-to-4dfab292 = give 0 to { $most }
said-are-982fe912 = are { $count }
said-give-at-most-with-more-have-the-population-corrected-cb25bd64 = give at most { $most }; with more, have the population corrected and sample it again
said-are-more-than-the-sample-has-units-6153038b = are more than the sample has units
said-give-the-items-of-the-sample-only-46959f1b = give the items of the sample only
said-0f977a17 = { $population_value } / { $sample }
said-known-misstatement-of-91ddaaec = known misstatement of `{ $item }`
said-its-value-is-at-least-the-interval-c287a307 = { $book } - { $audited }; its value is at least the interval
said-basic-precision-eaa29f59 = basic precision
said-confidence-factor-for-no-misstatement-x-17908a9d = confidence factor { $basic_factor } for no misstatement x { $interval }
said-misstatement-4868ee9a = misstatement { $rank }, `{ $item }`
said-taint-x-interval-x-8f1bc925 = taint { $taint } x interval = { $projection }; x ({ $next } - { $before })
said-upper-limit-of-misstatement-1afb839b = upper limit of misstatement
said-known-basic-precision-each-misstatement-by-its-6fafd377 = known + basic precision + each misstatement by its factor
said-the-projected-misstatement-is-at-a-risk-of-the-eff03309 = The projected misstatement is { $shown }. At a risk of { $risk } the misstatement is at most { $most }, which is at most the tolerable { $tolerable }: the sample supports the value in the books.
said-the-projected-misstatement-is-at-a-risk-of-the-984143e5 = The projected misstatement is { $shown }. At a risk of { $risk } the misstatement is at most { $most }, which is above the tolerable { $tolerable }: the sample does not support the value in the books.
said-evaluation-of-a-monetary-unit-sample-units-of-01b9491c = Evaluation of a monetary-unit sample: { $sample } units of { $population_value }, risk { $risk }
said-a-confidence-factor-would-be-more-than-8cf2567c = a confidence factor would be more than { $most }
said-raise-the-risk-or-give-fewer-misstatements-713f7cd7 = raise the risk, or give fewer misstatements

## crates/methods/src/sampling/population.rs

said-is-not-a-list-of-at-most-cells-4b9c3ff2 = is not a list of at most { $most } cells
said-give-each-row-as-a-list-of-texts-900b5775 = give each row as a list of texts
said-is-not-a-text-of-at-most-bytes-d6b8f9af = is not a text of at most { $most } bytes
said-give-each-cell-as-a-text-an-empty-one-as-f5e35f77 = give each cell as a text, an empty one as ""
said-is-not-a-list-of-rows-7c16089b = is not a list of rows
said-has-rows-fc120bed = has { $count } rows
said-give-at-most-draw-from-parts-of-the-population-858cda0f = give at most { $most }; draw from parts of the population
said-more-f96a029b = { $more } more { $kind }
said-correct-those-named-first-095a6297 = correct those named first
said-give-a-population-with-at-least-one-item-5444f2b1 = give a population with at least one item
said-has-cells-under-names-a518c88d = has { $count } cells under { $names } names
said-give-every-column-a-name-in-the-header-378fcb52 = give every column a name in the header
said-rows-are-expected-and-are-there-f9fd4756 = `{ $expected }` rows are expected, and { $count } are there
said-ask-for-the-complete-population-or-correct-the-f7fbefb2 = ask for the complete population, or correct the number and keep where it comes from
said-needs-a-column-of-values-0b14ec4c = needs a column of values
said-name-it-in-value-d5b16ea5 = name it in `value`
said-there-is-no-column-bbbba3cf = there is no column `{ $name }`
said-name-one-of-330f8e49 = name one of: { $names }
said-there-are-several-columns-c54aa743 = there are several columns `{ $name }`
said-give-each-column-a-name-of-its-own-675ca748 = give each column a name of its own
said-the-key-is-empty-a124c848 = the key is empty
said-give-every-item-a-key-64a47c32 = give every item a key
said-is-the-key-of-row-too-519e42f8 = `{ $shown }` is the key of row { $before } too
said-remove-the-duplicate-or-name-a-column-whose-values-a1ad0b93 = remove the duplicate, or name a column whose values are unique
said-empty-or-repeated-keys-9938f8d1 = empty or repeated keys
said-the-stratum-is-empty-ed931275 = the stratum is empty
said-give-every-item-a-stratum-6a089b61 = give every item a stratum
said-empty-strata-972b8653 = empty strata
said-is-negative-11646e03 = `{ $shown }` is negative
said-draw-credits-and-debits-as-populations-of-their-322e419e = draw credits and debits as populations of their own
said-is-not-a-decimal-number-of-at-most-places-0acdbbe0 = `{ $shown }` is not a decimal number of at most { $most } places
said-write-it-like-1234-50-without-separators-or-currency-44ecbbcf = write it like 1234.50, without separators or currency
said-values-that-cannot-be-used-0601afb5 = values that cannot be used
said-is-expected-and-the-values-add-up-to-663e3838 = `{ $expected }` is expected, and the values add up to { $total }
said-ask-for-the-complete-population-or-correct-the-7f42b337 = ask for the complete population, or correct the total and keep where it comes from
said-the-values-add-up-to-0-fb005703 = the values add up to 0
said-name-a-column-with-values-above-0-aaf7d51a = name a column with values above 0
said-the-values-are-too-large-to-be-drawn-by-25a8444c = the values are too large to be drawn by
said-give-them-in-thousands-f8b684f6 = give them in thousands

## crates/methods/src/sampling/sequential.rs

said-is-more-than-e91b8a7e = `{ $deviations_most }` is more than { $most }
said-no-sample-of-up-to-items-allows-deviations-828cfe7c = no sample of up to { $most } items allows { $allowed } deviations
said-allow-fewer-deviations-or-raise-the-tolerable-0e80322a = allow fewer deviations, or raise the tolerable rate or the risk
said-risk-of-a-stage-e49dce8a = risk of a stage
said-the-risk-given-for-each-stage-by-itself-70cef2e4 = the risk given, for each stage by itself
said-stages-fca5cf5d = { $risk } / { $count } stages
said-the-stage-that-allows-4c64087b = the stage that allows
said-items-examined-in-all-with-deviations-5d20da7e = items examined in all, with { $allowed } deviations
said-the-least-number-whose-risk-is-at-most-476e3821 = the least number whose risk is at most { $stage_risk }
said-risk-of-the-whole-plan-674bc6da = risk of the whole plan
said-the-sum-over-the-stages-of-reaching-the-stage-4a4e6fce = the sum, over the stages, of reaching the stage and stopping there, where the population deviates at the tolerable rate; rounded up to 0.000001
said-that-is-more-than-the-risk-given-since-every-1e790176 = { " " }That is more than the risk given, since every stage is one more chance to accept.
said-examine-items-with-no-deviation-stop-and-rely-107b8370 = Examine { $first } items. With no deviation stop and rely on the control; with d deviations go on to the stage that allows d; with more than { $deviations_most } stop and do not rely on it. The whole plan accepts a population that deviates at the tolerable rate with a probability of at most { $risk }.{ $exceeds }
said-stop-or-go-plan-risk-tolerable-rate-up-to-deviations-b9f4871f = Stop-or-go plan: risk { $risk }, tolerable rate { $tolerable }, up to { $deviations_most } deviations

## crates/methods/src/sampling/site_choice.rs

said-random-144f0c62 = random
said-concern-9d33b673 = concern
said-not-visited-cea54c33 = not_visited
said-difference-ea8f6e42 = difference
said-longest-ago-9f8203c3 = longest_ago
said-not-samplable-9e05736e = not_samplable
said-is-not-the-sites-that-are-named-43f2472a = is not the { $all } sites that are named
said-leave-it-out-the-sites-that-are-named-are-counted-e92da638 = leave it out: the sites that are named are counted
said-are-given-besides-the-named-sites-82d96eb5 = are given besides the named sites
said-give-each-site-its-stratum-c705b98e = give each site its `stratum`
said-is-given-besides-the-named-sites-b5171f2d = is given besides the named sites
said-give-each-new-site-its-new-since-dee5811d = give each new site its `new_since`
said-give-any-line-of-text-made-after-the-list-of-4029a627 = give any line of text, made after the list of sites was fixed: a part of them is drawn at random
said-name-each-site-once-the-central-function-is-none-9c891fa5 = name each site once; the central function is none of them
said-is-missing-and-other-sites-have-one-8d5213e6 = is missing, and other sites have one
said-put-every-site-into-a-stratum-or-none-12f55d4a = put every site into a stratum, or none
said-is-given-for-an-initial-audit-37d44a3d = is given for an initial audit
said-leave-it-out-at-the-initial-audit-every-site-db42fdba = leave it out: at the initial audit every site is new
said-is-given-for-a-site-that-is-new-since-the-last-a3179696 = is given for a site that is new since the last audit
said-leave-out-one-of-the-two-690ceed0 = leave out one of the two
said-central-function-6caaf9a2 = central function
said-visited-in-every-audit-92dcab68 = visited in every audit
said-sha-256-of-the-lines-the-list-s-hash-the-seed-2db6041f = SHA-256 of the lines `{ $algorithm }`, the list's hash { $hash }, the seed and a counter from 0; its first 16 bytes
said-sites-that-may-not-be-sampled-4803817f = sites that may not be sampled
said-may-not-be-sampled-a7d9ced8 = may not be sampled: { $why }
said-speaks-for-it-a642fcca = speaks for it: { $concern }
said-visit-to-a533c91a = visit to `{ $id }`
said-drawn-at-random-269924d4 = drawn at random: { $working }
said-visit-to-of-618c527a = visit to `{ $id }`, of `{ $name }`
said-shows-what-no-site-chosen-in-its-group-shows-ef48b77f = shows what no site chosen in its group shows: { $differences }
said-complexity-c53e6e6e = complexity { $grade }
said-risk-e5f0a285 = risk { $grade }
said-not-visited-yet-85abbc7e = not visited yet
said-last-visited-on-4600b260 = last visited on { $date }
said-audit-of-sites-and-the-central-function-drawn-3496baeb = Audit { $visited } of { $sites } sites, and the central function: { $random } drawn at random, { $chosen } chosen for what speaks for them, { $apart } because they may not be sampled. The list, the seed and these rules give the same sites again.

## crates/methods/src/sampling/sites.rs

said-is-not-one-of-the-strata-d7dbb42f = is not one of the strata
said-name-the-stratum-whose-sample-grows-59f53581 = name the stratum whose sample grows
said-speaks-of-recertification-only-5f6a1048 = speaks of recertification only
said-is-given-and-no-sites-are-named-that-could-be-00c4a1ea = is given, and no sites are named that could be drawn
said-leave-it-out-or-give-the-sites-as-named-sites-495637e8 = leave it out, or give the sites as `named_sites`
said-give-sites-or-the-sites-themselves-as-named-sites-419f3a20 = give `sites`, or the sites themselves as `named_sites`
said-is-more-than-7c624b50 = `{ $sites }` is more than { $most }
said-have-sites-together-not-739eebc9 = have { $sum } sites together, not { $sites }
said-put-every-site-into-one-stratum-the-central-function-ddca2f7e = put every site into one stratum; the central function is in none
said-give-each-stratum-a-name-of-its-own-053ff1b8 = give each stratum a name of its own
said-is-given-besides-strata-09bf90d0 = is given besides strata
said-give-the-new-sites-of-each-stratum-1e364eaf = give the new sites of each stratum
said-is-more-than-the-sites-a0c36fb8 = `{ $new }` is more than the { $sites } sites
said-count-the-new-sites-among-the-sites-5a5a76de = count the new sites among the sites
said-are-given-for-an-initial-audit-8a753ea5 = are given for an initial audit
said-leave-them-out-at-the-initial-audit-every-site-efd954c9 = leave them out: at the initial audit every site is new
said-audit-of-sites-and-the-central-function-at-least-0e6e437d = Audit { $total } of { $sites } sites, and the central function. At least { $random } of them are chosen at random; the others for how different they are, for not having been audited yet, and for what complaints, findings and changes say.
said-sites-b7ba0a07 = sites
said-the-sum-fcf54f07 = the sum
said-at-random-at-least-06448391 = at random at least
said-ceil-4-a28397dc = ceil({ $total } / 4)
said-is-more-than-there-are-sites-left-8551f36c = `{ $sites }` is more than there are sites left
said-increase-up-to-all-sites-at-most-c4a09184 = increase up to all sites at most
said-increase-by-risk-521dfaed = increase by risk
said-b1211468 = + { $sites }
said-ceil-sqrt-c20b4b0b = ceil({ $factor }sqrt({ $sites }))
said-not-reduced-58d560a5 = { $working }, not reduced: { $reason }
said-sites-of-ec652d17 = sites of `{ $name }`
said-ceil-0-3-x-382d2074 = ceil(0.3 x { $sites })
said-all-sites-426eb2ec = all sites
said-sampling-c0db0290 = sampling
said-not-allowed-bb4fe1c2 = not allowed
said-sampling-is-not-allowed-audit-of-sites-and-the-ff0bb87d = Sampling is not allowed. Audit { $audited } of { $sites } sites, and the central function; by the end of the cycle every site was audited.
said-sites-to-audit-sites-besides-the-central-function-597c5dcc = Sites to audit: { $sites } sites besides the central function, { $audit } audit

## crates/methods/src/sampling/stratified.rs

said-give-at-least-one-stratum-with-its-name-and-items-d21bacbc = give at least one stratum with its name and items
said-have-items-together-44964b87 = have { $total } items together
said-items-3a79338f = items
said-the-sum-of-the-strata-7e8ca640 = the sum of the strata
said-the-sample-of-the-whole-which-allows-a8e12f9e = the sample of the whole, which allows
said-size-for-the-whole-e9a5fecb = size for the whole
said-as-sample-size-reckons-it-as-if-drawn-without-32c30d87 = as sample-size reckons it, as if drawn without strata
said-x-by-largest-remainder-at-least-at-most-all-1ee2719f = { $size } x { $items } / { $population } by largest remainder = { $share }; at least { $at_least }, at most all
said-share-of-0ef41650 = share of `{ $name }`
said-the-sum-of-the-shares-ca48302d = the sum of the shares
said-examine-items-in-strata-if-at-most-of-them-deviate-fd26c851 = Examine { $total } items in { $count } strata. If at most { $allowed } of them deviate, the sample speaks for the whole population as a simple sample of { $size } does, as far as the strata are drawn in proportion; it says nothing of one stratum by itself.
said-in-the-items-of-expected-and-tolerable-rate-are-d8a20de5 = in the { $items } items of `{ $name }`, expected and tolerable rate are too close for any sample
said-lower-the-expected-rate-or-raise-the-tolerable-104d2527 = lower the expected rate or raise the tolerable one, or examine every item of it
said-with-of-items-which-allows-16c075d5 = `{ $name }` with { $size } of { $items } items, which allows
said-size-of-bc4d1c14 = size of `{ $name }`
said-as-sample-size-reckons-it-d7bc99a7 = as sample-size reckons it
said-examine-items-in-strata-each-stratum-is-concluded-5665b503 = Examine { $total } items in { $count } strata. Each stratum is concluded on by itself, at the risk given for each of them.
said-size-of-a-stratified-sample-strata-tolerable-d45e63b4 = Size of a stratified sample: { $count } strata, tolerable rate { $tolerable }, concluding on { $concludes }
said-is-not-from-0-to-1-01bec804 = `{ $likeness }` is not from 0 to 1
said-give-0-where-items-of-a-unit-are-like-any-others-af9c3805 = give 0 where items of a unit are like any others, 1 where they are all the same
said-items-are-needed-in-units-and-there-are-4013fb3b = { $needed } items are needed, in { $units } units, and there are { $there }
said-examine-more-items-in-each-unit-or-where-they-dc87ac8b = examine more items in each unit, or, where they are too alike for that to help, plan a sample in every unit
said-a-simple-sample-which-allows-0e1f7a99 = a simple sample, which allows
said-size-of-a-simple-sample-08aa0746 = size of a simple sample
said-as-sample-size-reckons-it-for-a-large-population-c8e707c7 = as sample-size reckons it for a large population
said-design-effect-1cae2bec = design effect
said-1-1-x-11613641 = 1 + ({ $items_per_unit } - 1) x { $likeness }
said-items-needed-e8cc639c = items needed
said-ceil-x-18bc3575 = ceil({ $size } x { $effect })
said-ceil-b6b761ca = ceil({ $needed } / { $items_per_unit })
said-x-47e85ccd = { $units } x { $items_per_unit }
said-choose-of-units-at-random-in-proportion-to-their-9c4c0846 = Choose { $units } of { $all } units at random, in proportion to their items, and { $items_per_unit } items in each: { $total } items, which say as much as { $size } items chosen one by one as far as the likeness of { $likeness } holds.
said-sample-in-two-stages-units-items-in-each-0c78b776 = Sample in two stages: { $units } units, { $items_per_unit } items in each

## crates/catalogue/src/catalogue.rs

said-is-beyond-the-files-of-one-load-d6d0d75c = is beyond the { $most } files of one load
said-bring-small-files-together-5c92bd0f = bring small files together

## crates/catalogue/src/check/copies.rs

said-has-of-its-runs-of-words-in-common-with-048b2c8b = has { $percent } % of its runs of words in common with `{ $id }`
said-say-in-each-test-what-only-that-test-looks-for-88014957 = say in each test what only that test looks for, or make one of the two
said-stands-in-too-c3f06f1f = `{ $entry }` stands in `{ $other }` too
said-word-it-for-this-test-8d34928d = word it for this test

## crates/catalogue/src/check/examine.rs

said-has-a-reading-ease-of-less-than-f582cac8 = has a reading ease of { $ease }, less than { $least }
said-use-shorter-sentences-and-plainer-words-d3c18b08 = use shorter sentences and plainer words
said-has-words-that-are-not-on-the-list-13802b61 = has words that are not on the list: { $words }
said-mend-the-spelling-or-add-the-word-to-words-txt-e6aa6fad = mend the spelling, or add the word to words.txt after a look
said-repeats-a-sentence-of-a-standard-a7505be7 = repeats a sentence of a standard: `{ $run }`
said-say-it-in-words-of-your-own-400d04dd = say it in words of your own

## crates/catalogue/src/check/released.rs

said-stands-twice-1590ddff = { $sort } `{ $id }` stands twice
said-is-no-released-id-d53d9b48 = is no released id
said-write-a-sort-and-an-id-like-test-t-4-1-01-1a5e320b = write a sort and an id, like `test T-4.1-01`
said-give-it-back-or-write-withdrawn-before-it-here-5af362d1 = give it back, or write `withdrawn` before it here and say in the release why
said-the-was-released-and-is-gone-4c9210a9 = the { $sort } `{ $id }` was released and is gone
said-give-the-new-one-an-id-that-was-never-used-56de3d66 = give the new one an id that was never used
said-the-was-withdrawn-and-is-there-again-8f9394b1 = the { $sort } `{ $id }` was withdrawn and is there again

## crates/catalogue/src/check/sentences.rs

said-make-the-file-with-assize-catalogue-digest-eef188d6 = make the file with `assize catalogue digest`
said-does-not-begin-with-a4f7ca33 = does not begin with `{ $text }`
said-is-beyond-the-digests-of-one-file-fbb21bcc = is beyond the { $most } digests of one file
said-split-it-5f22ab8c = split it
said-is-no-digest-a14fdfe4 = is no digest
said-give-16-hexadecimal-digits-08d2cdde = give 16 hexadecimal digits

## crates/catalogue/src/check/spelling.rs

said-is-beyond-the-words-of-one-list-62d8a176 = is beyond the { $most } words of one list
said-use-a-shorter-list-f2f8a04e = use a shorter list
said-is-no-word-in-lower-case-c805bf8c = `{ $word }` is no word in lower case
said-give-one-word-on-each-line-56c6782c = give one word on each line

## crates/catalogue/src/check.rs

said-the-item-stands-twice-f3cc2e1d = the item `{ $id }` stands twice
said-is-mapped-to-twice-10669520 = `{ $from }` is mapped to `{ $to }` twice
said-there-is-no-requirement-6e6f6ad9 = there is no requirement `{ $mention }`
said-name-one-of-a-set-that-is-loaded-d5005bdc = name one of a set that is loaded
said-there-is-no-test-621497e2 = there is no test `{ $link }`
said-name-a-test-that-is-loaded-dffdebd1 = name a test that is loaded
said-name-the-clause-that-it-breaches-too-such-as-a75dc486 = name the clause that it breaches too, such as 6.1.3 d), 8.1 or 8.3
said-breaches-a-control-alone-which-demands-nothing-4c13f02f = breaches a control alone, which demands nothing by itself
said-write-one-or-do-not-mark-the-set-as-tested-78ea6baa = write one, or do not mark the set as tested
said-has-no-audit-test-baad39b8 = `{ $id }` has no audit test
said-keep-one-or-rename-it-the-other-is-in-9f8be23a = keep one, or rename it; the other is in { $place }

## crates/catalogue/src/format/base.rs

said-is-there-already-and-this-is-not-the-same-498e9bc5 = `{ $id }` is there already, and this is not the same
said-give-the-set-an-id-of-its-own-that-names-its-899dd6a7 = give the set an id of its own that names its edition; audits name a set by its id alone
said-is-and-was-d5ce8617 = is `{ $own }` and was `{ $other }`
said-keep-what-is-there-or-give-the-set-another-id-14a5bd9f = keep what is there, or give the set another id
said-is-not-as-it-is-there-b71ad5e6 = `{ $id }` is not as it is there
said-is-not-there-f5df55e7 = `{ $id }` is not there
said-lacks-which-is-there-eaa53a33 = lacks `{ $id }`, which is there
said-nothing-more-is-needed-where-the-change-is-meant-81a22c64 = nothing more is needed where the change is meant; else give it an id of its own
said-is-a-new-version-of-a-test-that-is-there-68fce8ea = `{ $id }` is a new version of a test that is there
said-is-a-new-version-of-a-trail-that-is-there-47c36674 = `{ $id }` is a new version of a trail that is there
said-to-is-a-new-version-of-a-mapping-that-is-there-bf9afc95 = `{ $from }` to `{ $to }` is a new version of a mapping that is there

## crates/catalogue/src/format/ciso.rs

said-is-not-known-in-a-library-ff1a9296 = is not known in a library
said-take-it-out-or-import-with-lenient-eaba60b0 = take it out, or import with --lenient
said-shorten-it-with-lenient-it-is-cut-a588c4c2 = shorten it; with --lenient it is cut
said-holds-no-framework-5d9bd9a0 = holds no framework
said-give-a-library-with-objects-framework-82125e16 = give a library with `objects.framework`
said-give-it-with-lenient-it-is-said-to-be-unstated-3f1d6635 = give it; with --lenient it is said to be unstated
said-has-neither-ref-id-nor-name-1c5d2553 = has neither `ref_id` nor `name`
said-give-the-standard-with-its-edition-68ac5e7c = give the standard with its edition
said-is-no-list-8736f6a4 = is no list
said-give-the-requirements-of-the-framework-d7eaca05 = give the requirements of the framework
said-has-neither-ref-id-nor-urn-72b4198b = has neither `ref_id` nor `urn`
said-give-the-number-of-the-requirement-37033545 = give the number of the requirement
said-give-it-without-nothing-can-lie-below-it-deec7733 = give it; without, nothing can lie below it
said-no-requirement-before-it-has-the-urn-f7b560c3 = no requirement before it has the urn `{ $parent }`
said-name-one-that-stands-before-it-741e37c4 = name one that stands before it
said-the-wording-of-requirements-was-left-out-28eac31e = the wording of { $wordings } requirements was left out
said-keep-wording-that-you-hold-a-licence-for-in-your-fd86301b = keep wording that you hold a licence for in your own store

## crates/catalogue/src/format/oscal/json.rs

said-is-not-known-in-oscal-here-1fd4a89e = is not known in OSCAL here
said-give-it-9a02e029 = give it
said-write-something-3fe355a0 = write something
said-is-no-text-3d14849b = is no text
said-write-it-in-quotation-marks-130fbe64 = write it in quotation marks
said-is-an-empty-list-8329a327 = is an empty list
said-write-it-in-square-brackets-7a583ae0 = write it in square brackets
said-is-no-object-17ee452b = is no object
said-write-it-in-braces-52617ed0 = write it in braces

## crates/catalogue/src/format/oscal/modify.rs

said-write-the-value-into-the-wording-that-you-hold-dc5898a0 = write the value into the wording that you hold
said-sets-the-parameter-and-parameters-were-left-out-524887f0 = sets the parameter `{ $id }`, and parameters were left out
said-sets-which-no-selected-control-has-as-a-parameter-611c780d = sets `{ $id }`, which no selected control has as a parameter
said-write-the-id-as-the-catalog-does-c4128de1 = write the id as the catalog does
said-alters-which-is-not-selected-888b3148 = alters `{ $id }`, which is not selected
said-select-the-control-or-leave-its-changes-out-155b963a = select the control, or leave its changes out
said-does-not-say-in-texts-what-is-removed-cfd75b33 = does not say in texts what is removed
said-name-it-by-name-class-id-or-item-b4f85e3c = name it by name, class, id or item
said-removes-nothing-d361edd7 = removes nothing
said-look-at-what-the-control-has-3d5b0fb9 = look at what the control has
said-adds-beside-or-in-something-that-the-control-cf4a743c = adds beside or in something that the control does not have, or that takes none of it
said-name-a-part-or-a-parameter-of-the-control-with-307296e1 = name a part or a parameter of the control with `by-id`
said-is-left-out-only-parameters-stand-beside-a-parameter-d6fc69e5 = is left out: only parameters stand beside a parameter, and parts beside a part
said-add-it-starting-or-ending-50ff4b75 = add it `starting` or `ending`
said-is-no-position-1a5a46df = is no position
said-write-before-after-starting-or-ending-190de46b = write before, after, starting or ending
said-write-the-id-in-quotes-1170b6a4 = write the id in quotes

## crates/catalogue/src/format/oscal/profile.rs

said-say-from-which-catalogs-or-profiles-it-selects-292bf692 = say from which catalogs or profiles it selects
said-has-no-import-2e62def7 = has no import
said-is-beyond-imports-of-one-profile-and-of-those-eafb2b2c = is beyond { $most } imports of one profile and of those that it imports
said-resolve-some-of-the-profiles-first-86c4055f = resolve some of the profiles first
said-imports-which-is-being-resolved-itself-ef3f6915 = imports `{ $href }`, which is being resolved itself
said-take-the-circle-out-c7cf7b7b = take the circle out
said-selects-from-which-is-not-at-hand-56a553c7 = selects from `{ $href }`, which is not at hand
said-give-the-file-of-the-catalog-or-profile-with-eee8936d = give the file of the catalog or profile with --catalog
said-names-which-is-not-in-77f27ea8 = names `{ $id }`, which is not in `{ $name }`
said-holds-neither-a-catalog-nor-a-profile-458ba4fb = holds neither a `catalog` nor a `profile`
said-give-one-of-oscal-s-json-files-fd0930a2 = give one of OSCAL's JSON files

## crates/catalogue/src/format/oscal/read.rs

said-has-bytes-b7b065f3 = has { $count } bytes
said-split-it-an-oscal-file-has-50-mib-at-the-most-9d604b7c = split it; an OSCAL file has 50 MiB at the most
said-give-oscal-as-json-xml-and-yaml-can-be-converted-18309d72 = give OSCAL as JSON; XML and YAML can be converted with NIST's own tools
said-holds-no-control-8218c86d = holds no control
said-give-a-catalog-with-controls-f666682a = give a catalog with controls
said-controls-have-wording-which-was-left-out-1f9c6c49 = { $count } controls have wording, which was left out
said-controls-and-groups-have-parameters-which-were-bbc57936 = { $count } controls and groups have parameters, which were left out
said-keep-wording-that-you-may-keep-in-your-own-store-7e074acf = keep wording that you may keep in your own store
said-is-no-uuid-of-version-4-or-5-e596adce = is no UUID of version 4 or 5
said-make-one-e6e35b57 = make one
said-say-title-version-and-the-version-of-oscal-fc5991db = say title, version and the version of OSCAL
said-is-no-version-from-1-0-to-1-2-f7060683 = `{ $version }` is no version from 1.0 to 1.2
said-convert-the-file-to-one-of-these-2d25ee46 = convert the file to one of these
said-names-nobody-as-publisher-63fcc04a = names nobody as publisher
said-the-set-is-said-to-come-from-an-unstated-one-4f215abf = the set is said to come from an unstated one
said-lies-more-than-groups-and-controls-deep-0bad32cc = lies more than { $most } groups and controls deep
said-make-the-catalog-flatter-f0cf06e1 = make the catalog flatter
said-is-no-token-40b66656 = `{ $token }` is no token
said-begin-with-a-letter-then-letters-digits-and-1bf07f32 = begin with a letter, then letters, digits, `.`, `-` and `_`
said-stands-twice-e81befc1 = `{ $token }` stands twice
said-has-more-than-characters-88d1c15b = has more than { $chars_max } characters

## crates/catalogue/src/format/oscal/select.rs

said-includes-nothing-5e0510e1 = includes nothing
said-give-include-all-or-include-controls-0b85db3e = give `include-all` or `include-controls`
said-holds-what-is-no-id-140264eb = holds what is no id
said-give-texts-87385730 = give texts

## crates/catalogue/src/format/oscal/structure.rs

said-is-no-way-to-combine-controls-1d8d8a41 = `{ $other }` is no way to combine controls
said-use-use-first-merge-or-keep-50ff6bd4 = use `use-first`, `merge` or `keep`
said-was-put-together-of-controls-55fe47c6 = `{ $id }` was put together of { $others } controls
said-look-at-what-came-of-it-557d72b9 = look at what came of it
said-is-selected-more-than-once-and-is-not-the-same-91c0fb80 = `{ $id }` is selected more than once and is not the same, and a set holds a number once
said-combine-by-use-first-or-merge-or-exclude-it-from-36373238 = combine by `use-first` or `merge`, or exclude it from one of the imports
said-inserts-selected-controls-nowhere-which-are-left-90769e9f = inserts { $count } selected controls nowhere, which are left out: { $list }
said-insert-them-in-a-group-or-do-not-select-them-7ee85e76 = insert them in a group, or do not select them
said-lies-too-deep-954a7ffe = lies too deep
said-make-the-groups-flatter-9778b2a6 = make the groups flatter
said-inserts-which-was-inserted-before-2ddfd8c5 = inserts `{ $id }`, which was inserted before
said-insert-each-control-in-one-place-99201d18 = insert each control in one place
said-is-no-order-a58674f0 = `{ $other }` is no order
said-use-keep-ascending-or-descending-07167ca2 = use `keep`, `ascending` or `descending`

## crates/catalogue/src/format/sheet.rs

said-is-no-sort-of-rows-8b88d746 = is no sort of rows
said-use-one-of-the-four-sorts-9b7dc94f = use one of the four sorts
said-sheet-is-the-second-of-d7b692bd = sheet `{ $name }` is the second of { $sort }
said-import-one-of-them-and-the-other-after-it-4ec0af9e = import one of them, and the other after it
said-write-a-map-as-docs-catalogue-md-shows-it-ec639c0e = write a map as docs/catalogue.md shows it
said-is-not-known-of-a-set-7789d037 = is not known of a set
said-use-id-title-publisher-edition-source-959dbae6 = use `id`, `title`, `publisher`, `edition`, `source`
said-has-columns-499c3033 = has { $count } columns
said-map-fewer-408a4e78 = map fewer
said-is-no-key-of-the-catalogue-8718dc3e = is no key of the catalogue
said-use-a-key-that-docs-catalogue-md-lists-bc65bde0 = use a key that docs/catalogue.md lists
said-maps-no-2389355a = maps no `{ $needed }`
said-name-the-column-that-holds-it-b54b8e71 = name the column that holds it
said-maps-neither-requirements-nor-tests-ea0d5ec9 = maps neither requirements nor tests
said-give-requirements-columns-or-tests-columns-d6ca1668 = give `[requirements.columns]` or `[tests.columns]`
said-has-no-sheet-bb976c60 = has no sheet `{ $sheet }`
said-name-one-of-its-sheets-in-the-map-032a7293 = name one of its sheets in the map
said-say-in-the-map-with-header-row-where-the-headings-37d1ec95 = say in the map with `header_row` where the headings are
said-has-no-column-a8dec43c = has no column `{ $heading }`
said-write-the-heading-in-the-map-as-it-stands-in-621e194c = write the heading in the map as it stands in the sheet
said-has-rows-below-it-b4dd3831 = has { $count } rows below it
said-split-the-sheet-b357016b = split the sheet

## crates/catalogue/src/format/yaml.rs

said-split-it-a-yaml-file-has-8-mib-at-the-most-241ce270 = split it; a YAML file has 8 MiB at the most
said-write-yaml-1-2-as-ciso-assistant-exports-it-ff33e466 = write YAML 1.2, as CISO Assistant exports it
said-has-more-values-or-deeper-ones-than-a-library-1bf11072 = has more values, or deeper ones, than a library has
said-split-the-file-e06d29de = split the file
said-refers-to-another-place-by-an-alias-0375f327 = refers to another place by an alias
said-write-the-value-out-b5e1a5e2 = write the value out
said-holds-a-second-document-153fc2c7 = holds a second document
said-give-each-library-a-file-of-its-own-b7a9094c = give each library a file of its own
said-has-a-key-that-is-no-text-91bcc3fa = has a key that is no text
said-write-keys-as-plain-words-00417d45 = write keys as plain words
said-has-the-key-twice-3a0a8802 = has the key `{ $key }` twice
said-has-a-table-of-too-many-keys-bb992502 = has a table of too many keys
said-write-a-library-as-ciso-assistant-does-ecd376b3 = write a library as CISO Assistant does
said-holds-nothing-b1d956c4 = holds nothing
said-give-a-library-bb8055a8 = give a library

## crates/catalogue/src/id.rs

said-is-not-the-id-of-a-requirement-22c977c6 = `{ $text }` is not the id of a requirement
said-has-a-gap-in-its-numbering-802983a5 = `{ $text }` has a gap in its numbering
said-names-no-edition-db142493 = `{ $text }` names no edition
said-is-not-a-key-08c89b3b = `{ $text }` is not a key
said-is-not-one-line-of-1-to-characters-b052a726 = `{ $text }` is not one line of 1 to { $chars_max } characters

## crates/catalogue/src/problem.rs

said-more-problems-are-not-listed-32ef32d9 = { $count } more problems are not listed

## crates/catalogue/src/read/row.rs

said-take-it-out-or-look-at-how-the-built-in-catalogue-bb27597d = take it out, or look at how the built-in catalogue writes it
said-is-not-known-here-fc8f83fb = is not known here
said-has-characters-or-white-space-at-an-end-378a161f = has { $count } characters, or white space at an end
said-give-to-characters-on-one-line-09c2ff8c = give { $least } to { $most } characters on one line
said-write-true-or-false-without-quotation-marks-c311e448 = write `true` or `false`, without quotation marks
said-is-no-whole-number-5584cdb8 = is no whole number
said-give-to-28aa385f = give { $least } to { $most }
said-is-no-whole-number-within-its-bounds-077a404e = is no whole number within its bounds
said-is-no-table-debb09d0 = is no table
said-stands-twice-in-the-list-96d7d00f = `{ $text }` stands twice in the list

## crates/catalogue/src/read/test.rs

said-leads-to-the-test-itself-8c0e1981 = leads to the test itself
said-name-other-tests-f4d62445 = name other tests
said-has-things-to-ask-observe-inspect-and-do-again-e1370d1f = has { $count } things to ask, observe, inspect and do again
said-give-to-in-all-a5e8a229 = give { $least } to { $most } in all
said-say-what-to-sample-from-and-what-makes-a-fair-c2047508 = say what to sample from, and what makes a fair sample

## crates/catalogue/src/read/toml_in.rs

said-split-it-a-file-has-4-mib-at-the-most-1cd8da91 = split it; a file has 4 MiB at the most
said-write-toml-in-the-form-of-the-built-in-catalogue-d948068d = write TOML in the form of the built-in catalogue

## crates/catalogue/src/read.rs

said-holds-no-tests-clauses-controls-mappings-pairs-e2012a26 = holds no tests, clauses, controls, mappings, pairs, checklists or trails
said-give-one-of-these-lists-5041e4a7 = give one of these lists
said-give-each-sort-of-list-a-file-of-its-own-tests-8451fa24 = give each sort of list a file of its own; tests, trails and mappings may stand with their set
said-holds-950e782c = holds { $lists }
said-has-requirements-2f13efd0 = has { $count } requirements
said-give-at-the-most-66482c74 = give { $most } at the most
said-there-is-no-parent-fa708a06 = there is no parent `{ $parent }`
said-name-a-requirement-of-the-same-set-2bcc3d72 = name a requirement of the same set
said-has-attributes-94599ae1 = has { $count } attributes
said-is-the-set-mapped-from-419e5d63 = is the set mapped from
said-name-two-sets-126f4ec9 = name two sets
said-stands-twice-e245d28c = stands twice
said-keep-one-of-the-pairs-be718b47 = keep one of the pairs
said-does-not-fit-the-two-sides-79c5209d = `{ $relation }` does not fit the two sides
said-names-a-requirement-without-its-set-or-a-set-1084489c = names a requirement without its set, or a set alone
said-give-criteria-and-requirement-b9931187 = give `criteria` and `requirement`

## crates/catalogue/src/words.rs

said-is-not-one-of-the-words-444fc3fe = `{ $text }` is not one of the words

## crates/store/src/lib.rs

said-no-file-with-the-digest-was-taken-in-4d1b8fbb = no file with the digest { $sha256 } was taken in
said-send-the-file-first-its-digest-is-the-answer-3c237ff6 = send the file first; its digest is the answer

## crates/store/src/writer.rs

said-the-act-would-make-an-entry-of-more-than-bytes-a262008d = the act would make an entry of more than { $most } bytes
said-split-it-into-several-or-keep-the-text-as-evidence-1e5a4a7f = split it into several, or keep the text as evidence

## crates/server/src/access/barred.rs

said-no-policy-lets-you-do-this-ba73e5c2 = no policy lets you do this
said-turn-to-whoever-looks-after-this-installation-07292d0d = turn to whoever looks after this installation
said-turn-to-6c8e0d48 = turn to { $whom }
said-12a1b961 = { $why }; { $turn }

## crates/server/src/access/layer.rs

said-the-address-may-have-been-mistyped-or-what-was-89d3a955 = the address may have been mistyped, or what was here may have been erased
said-there-is-nothing-at-this-address-e7c8ee31 = there is nothing at this address

## crates/server/src/accounts.rs

said-there-is-no-such-account-that-is-open-5cbf670f = there is no such account that is open
said-there-is-no-such-letter-to-send-again-57698dce = there is no such letter to send again

## crates/server/src/around.rs

said-the-request-took-too-long-whether-an-act-came-d66c0e57 = the request took too long; whether an act came about is not known: send it again with the same `Idempotency-Key`
said-no-such-path-api-v1-openapi-json-describes-those-81f5d752 = no such path; `/api/v1/openapi.json` describes those there are

## crates/server/src/auditee_door.rs

said-the-link-of-a-door-is-not-kept-to-be-sent-again-8a82ac32 = the link of a door is not kept to be sent again; leave `Idempotency-Key` out, and close what is too many
said-there-is-no-such-door-to-close-b44fa95c = there is no such door to close
said-the-body-is-not-an-object-52129c87 = the body is not an object
said-give-an-object-with-person-until-e3a30eb5 = give an object with person, until
said-name-one-of-its-contacts-or-enter-the-person-be385e0b = name one of its contacts, or enter the person as one first
said-the-register-has-no-address-of-mail-of-the-person-06d9ea97 = the register has no address of mail of the person
said-enter-it-with-person-update-the-code-of-the-door-bdcec1e5 = enter it with `person.update`; the code of the door goes there
said-the-account-of-the-person-is-locked-26446456 = the account of the person is locked
said-have-an-administrator-unlock-it-or-name-another-cebe52c9 = have an administrator unlock it, or name another contact
said-the-audit-is-over-and-nothing-of-it-is-followed-211a0e04 = the audit is over and nothing of it is followed up
said-give-the-auditee-what-they-ask-for-yourself-d1a4d405 = give the auditee what they ask for yourself
said-the-door-would-not-hold-or-for-too-long-fa0c664d = the door would not hold, or for too long
said-give-a-day-from-today-on-within-days-787d6164 = give a day from today on, within { $most } days

## crates/server/src/body.rs

said-send-the-body-as-application-json-b9633d5b = send the body as `application/json`
said-the-body-ends-before-its-json-does-62367fdc = the body ends before its JSON does
said-the-body-is-not-json-04243891 = the body is not JSON: { $error }
said-send-one-json-value-in-utf-8-nested-no-deeper-5428fe03 = send one JSON value in UTF-8, nested no deeper than 120 levels
said-nothing-arrived-for-s-6fa8fdb0 = nothing arrived for { $seconds } s
said-the-body-ended-before-it-was-whole-34591072 = the body ended before it was whole
said-the-body-is-longer-than-bytes-076e3573 = the body is longer than { $bytes_max } bytes

## crates/server/src/caller.rs

said-send-authorization-bearer-token-6256dff6 = send `Authorization: Bearer TOKEN`
said-the-token-is-unknown-revoked-or-past-its-time-26628d49 = the token is unknown, revoked or past its time
said-only-the-operator-acts-on-somebody-s-behalf-fbc0f5b8 = only the operator acts on somebody's behalf
said-no-person-has-the-id-that-x-on-behalf-of-names-d2dea42e = no person has the id `{ $person }` that `X-On-Behalf-Of` names
said-the-token-is-for-reading-use-one-of-scope-act-635d6d33 = the token is for reading; use one of scope `act`
said-x-on-behalf-of-is-not-the-id-of-a-person-3f7cda12 = `X-On-Behalf-Of` is not the id of a person

## crates/server/src/claims.rs

said-this-evidence-was-seen-and-not-taken-there-is-5bdc326b = this evidence was seen and not taken; there is no file
said-nothing-in-the-file-looks-like-a-checklist-or-3ee18dab = nothing in the file looks like a checklist or a register
said-give-header-row-and-columns-and-say-what-each-9354270d = give `header_row` and `columns`, and say what each column means
said-the-file-has-claims-more-than-a-set-holds-77c105cb = the file has { $count } claims more than a set holds
said-send-a-json-object-f4727ab1 = send a JSON object
said-is-missing-or-no-text-afed46bc = is missing or no text
said-say-it-in-a-line-97b0184f = say it in a line
said-is-no-number-3d5ef08d = is no number
said-count-from-1-3267f287 = count from 1
said-is-none-that-is-known-ec3e4a05 = is none that is known
said-give-103221cf = give { $kinds }
said-give-each-column-by-its-number-counted-from-1-ef57f260 = give each column by its number, counted from 1
said-is-no-column-or-means-nothing-that-is-known-04c0c90c = is no column, or means nothing that is known
said-count-columns-from-1-and-give-60e22b45 = count columns from 1, and give { $words }

## crates/server/src/commands.rs

said-there-is-no-command-api-v1-commands-lists-those-e6bb4d09 = there is no command `{ $name }`; `/api/v1/commands` lists those there are
said-changes-no-record-whose-version-if-match-could-5d1c9079 = `{ $command }` changes no record whose version `If-Match` could name; leave it out

## crates/server/src/conditions.rs

said-if-match-is-not-one-version-in-quotes-like-3-dae2656b = `If-Match` is not one version in quotes, like `"3"`
said-idempotency-key-is-not-1-to-characters-of-ascii-67615bd7 = `Idempotency-Key` is not 1 to { $most } characters of ASCII without spaces
said-the-header-cannot-be-understood-send-it-once-b9b36bc2 = the header `{ $name }` cannot be understood; send it once, in ASCII

## crates/server/src/documents.rs

said-there-is-no-file-there-are-a22dcf2a = there is no file `{ $name }`; there are { $names }

## crates/server/src/dossiers.rs

said-names-no-field-18b0a315 = `{ $text }` names no field
said-give-kind-field-for-all-entries-of-a-kind-such-2776505c = give KIND:FIELD for all entries of a kind, such as `note.written:text`, or SEQ:FIELD for one
said-is-no-id-78cebece = `{ $text }` is no id
said-give-ids-of-evidence-of-the-audit-3df5bffd = give ids of evidence of the audit
said-no-audit-has-the-id-c81889de = no audit has the id `{ $audit }`
said-nothing-of-the-log-was-published-yet-so-that-2c1e81ef = nothing of the log was published yet, so that a dossier could not prove itself; try again in a moment
said-dossiers-are-being-written-already-try-again-6f2dd5c5 = { $most } dossiers are being written already; try again when one of them is done
said-choose-what-the-dossier-would-show-205cda86 = choose what the dossier would show

## crates/server/src/draws.rs

said-the-draw-has-no-seed-5e9ed4ba = the draw has no seed
said-make-it-first-with-draw-seed-a7eaf3e9 = make it first with `draw.seed`
said-the-file-has-the-sha-256-and-was-declared-e118a51c = the file has the SHA-256 { $given }, and { $declared } was declared
said-give-the-very-file-that-was-declared-6bacc957 = give the very file that was declared
said-this-version-has-no-method-draw-c10682d1 = this version has no method `draw`
said-use-a-version-that-has-it-2afcc721 = use a version that has it
said-no-draw-has-the-id-dda6c666 = no draw has the id `{ $draw }`
said-send-the-population-as-1fdcc3f4 = send the population as { $types }

## crates/server/src/evidence.rs

said-the-file-that-arrived-has-the-digest-b474be3d = the file that arrived has the digest { $digest }
said-send-the-file-again-it-is-not-the-one-that-was-a444fb6e = send the file again: it is not the one that was promised
said-describe-the-file-in-x-evidence-or-in-the-query-5af752ae = describe the file in `X-Evidence` or in the query, not in both
said-x-evidence-is-not-a-json-object-de9835aa = `X-Evidence` is not a JSON object
said-no-evidence-has-the-id-a47e0f46 = no evidence has the id `{ $evidence }`

## crates/server/src/field.rs

said-the-field-file-does-not-open-with-what-was-given-b33ae3ee = the field file does not open with what was given; try the passphrase or the key again
said-this-is-no-field-file-of-this-version-of-assize-60c35b1d = this is no field file of this version of Assize
said-the-field-file-is-damaged-or-was-cut-off-get-13b6c1d8 = the field file is damaged or was cut off; get it anew from where it came from. Nothing of it was taken
said-the-field-file-comes-from-no-loan-of-this-store-4e3253fc = the field file comes from no loan of this store
said-the-checkpoint-in-the-field-file-is-not-signed-4b2d5991 = the checkpoint in the field file is not signed with the key of its loan, so that nobody can say that it is all. Nothing of it was taken
said-the-field-file-does-not-go-on-from-what-was-brought-d3ad117c = the field file does not go on from what was brought before of its loan. Nothing of it was taken
said-a-file-in-the-field-file-is-longer-than-bytes-84bd3628 = a file in the field file is longer than { $bytes_max } bytes, the most that is taken in this way; take it in with `assize field in`. Nothing of it was taken
said-another-process-has-the-field-file-open-already-9c263568 = another process has the field file open already
said-give-a-passphrase-of-at-least-characters-a23f9801 = give a passphrase of at least { $least } characters
said-send-an-object-d6b734c1 = send an object
said-is-no-field-of-a-loan-c963f349 = `{ $name }` is no field of a loan
said-this-is-no-recipient-of-age-cfa1bb61 = this is no recipient of age
said-give-one-that-begins-with-age1-c647547f = give one that begins with `age1`
said-the-passphrase-is-too-short-44627428 = the passphrase is too short
said-give-either-a-recipient-or-a-passphrase-a757dcd1 = give either a `recipient` or a `passphrase`
said-this-is-no-id-bfb73e33 = this is no id
said-give-the-id-of-an-auditor-of-the-team-e5dc2739 = give the id of an auditor of the team
said-one-of-them-is-no-id-03d2fbea = one of them is no id
said-give-the-ids-of-papers-of-the-audit-db3a9276 = give the ids of papers of the audit
said-this-is-no-list-a4eaecba = this is no list
said-give-the-ids-of-evidence-of-the-audit-0dfd55f0 = give the ids of evidence of the audit
said-this-says-not-which-files-f038a304 = this says not which files
said-give-true-false-or-ids-of-evidence-eadae532 = give true, false, or ids of evidence

## crates/server/src/gathered.rs

said-no-programme-has-the-id-47b18edc = no programme has the id `{ $programme }`
said-give-the-id-of-a-programme-of-this-store-702edf12 = give the id of a programme of this store

## crates/server/src/installation/mod.rs

said-the-registry-of-the-installation-cannot-be-reached-28e8b44d = the registry of the installation cannot be reached; try again in a moment
said-the-organization-is-being-moved-to-another-place-18b5288f = the organization is being moved to another place, and can only be read meanwhile; try again in a few minutes
said-your-organization-asks-for-more-than-it-has-room-41a641ef = your organization asks for more than it has room for here; try again in a moment
said-the-server-has-too-many-organizations-to-look-4df81a72 = the server has too many organizations to look after now; try again in a moment
said-the-organization-cannot-be-opened-now-whoever-f4af8736 = the organization cannot be opened now; whoever runs the server finds why in its log
said-nobody-is-served-at-this-address-here-see-that-227425f7 = nobody is served at this address here; see that it is written right
said-the-organization-was-changed-just-now-try-again-3ca2e748 = the organization was changed just now; try again in a moment

## crates/server/src/letterhead.rs

said-the-organization-has-no-logo-f2490e59 = the organization has no logo
said-the-file-of-the-logo-is-not-what-is-said-of-it-5c0c06f9 = the file of the logo is not what is said of it
said-send-it-to-and-give-what-that-answers-a4a6cbe2 = send it to `{ $path }`, and give what that answers
said-the-file-is-neither-png-nor-jpeg-nor-svg-20c1c1a0 = the file is neither PNG nor JPEG nor SVG
said-save-the-logo-in-one-of-these-forms-4c8bb932 = save the logo in one of these forms
said-the-picture-is-damaged-or-cannot-be-shown-in-da986bfe = the picture is damaged, or cannot be shown in documents
said-open-it-in-the-program-that-made-it-and-save-127cff8c = open it in the program that made it, and save it again
said-the-drawing-says-nowhere-how-large-it-is-5ab50536 = the drawing says nowhere how large it is
said-save-it-with-a-width-and-a-height-or-with-a-view-b31ee089 = save it with a width and a height, or with a view box
said-give-one-whose-sides-are-at-most-006c26d3 = give one whose sides are at most { $most }
said-stands-in-the-drawing-which-is-more-than-lines-8cb3459c = `{ $name }` stands in the drawing, which is more than lines and areas
said-save-it-as-plain-svg-with-texts-turned-into-paths-64ad293b = save it as plain SVG, with texts turned into paths and without scripts, animations and embedded pictures
said-the-drawing-runs-a-script-in-b4091570 = the drawing runs a script in `{ $name }`
said-save-it-as-plain-svg-without-scripts-a8bfb453 = save it as plain SVG, without scripts
said-the-drawing-asks-for-something-outside-the-file-465398a1 = the drawing asks for something outside the file in `{ $name }`
said-save-it-as-plain-svg-with-everything-it-shows-d51bdf4a = save it as plain SVG, with everything it shows in the file itself

## crates/server/src/methods.rs

said-is-for-assign-alone-13f8bf1e = is for `assign` alone
said-no-table-has-the-id-86dd0c71 = no table has the id `{ $shown }`
said-give-the-id-of-an-adopted-table-fa26e303 = give the id of an adopted table
said-version-of-the-table-is-retired-a428b89a = version { $revision } of the table `{ $key }` is retired
said-calculate-by-the-version-that-is-in-use-a-use-38d973af = calculate by the version that is in use; a use recorded by it can still be redone
said-the-inputs-have-a-table-at-already-besides-eceda86e = the inputs have a table at { $place } already, besides `{ $key }`
said-takes-no-table-of-from-the-store-2c591f7d = `{ $method }` takes no table of { $content } from the store
said-leave-the-table-out-or-give-its-numbers-among-34297f6d = leave the table out, or give its numbers among the inputs where the method has a place for them
said-has-tables-of-by-management-system-and-for-which-33ef70e4 = `{ $method }` has tables of { $content } by management system, and for which `{ $key }` is, is not said
said-write-the-system-before-the-id-such-as-qms-id-cfb76e7c = write the system before the id, such as `qms:ID`
said-reckons-with-one-management-system-and-is-given-dcefd7f8 = `{ $method }` reckons with one management system, and `{ $key }` is given for `{ $system }`
said-give-the-table-s-id-alone-29e29df5 = give the table's id alone
said-there-is-no-system-among-the-inputs-for-the-table-411c9fd5 = there is no system `{ $shown }` among the inputs for the table `{ $key }`
said-name-one-of-those-under-systems-68f63c72 = name one of those under `systems`
said-no-method-use-has-the-id-b70a3bfc = no method_use has the id `{ $text }`
said-the-store-s-operator-8a6653b5 = the store's operator
said-confidential-0d6c90f7 = Confidential
said-a-table-1f5e84b8 = a table
said-version-2815ea67 = { $key }, version { $revision } ({ $id })
said-tables-of-the-organization-s-own-e998d4b6 = { " " }Tables of the organization's own: { $tables }.
said-not-reproduced-carried-out-again-on-these-inputs-5b3f15c9 = Not reproduced: carried out again on these inputs, the method gives { $why }. What was recorded: { $recorded }
said-there-is-no-method-api-v1-methods-lists-those-195280af = there is no method `{ $name }`; `/api/v1/methods` lists those there are

## crates/server/src/people.rs

said-the-auditing-organization-is-not-named-yet-give-7e628724 = the auditing organization is not named yet; give `organization.name`

## crates/server/src/probes.rs

said-the-server-is-ending-be5ad08c = the server is ending
said-the-database-6090ab09 = the database
said-the-place-of-evidence-cf2db095 = the place of evidence
said-the-tables-of-the-store-are-not-of-this-version-845216d0 = the tables of the store are not of this version
said-the-log-could-not-be-published-for-s-8e969212 = the log could not be published for { $seconds } s
said-there-is-no-room-left-for-the-store-its-evidence-49a95419 = there is no room left for the store, its evidence or its log
said-cannot-be-reached-7c6fbda8 = { $part } cannot be reached
said-does-not-answer-within-s-458016df = { $part } does not answer within { $seconds } s

## crates/server/src/problem.rs

said-the-request-is-malformed-85233ee2 = the request is malformed
said-a-valid-token-is-needed-cbf3ab02 = a valid token is needed
said-this-is-not-allowed-to-who-asks-d6f778d7 = this is not allowed to who asks
said-this-binds-whoever-gives-it-and-is-not-signed-82f480ce = this binds whoever gives it, and is not signed
said-there-is-nothing-here-20f20fc4 = there is nothing here
said-the-method-is-not-allowed-here-3849728c = the method is not allowed here
said-the-request-took-too-long-to-arrive-ab8debb4 = the request took too long to arrive
said-the-law-refuses-6294eae1 = the law refuses
said-the-record-has-changed-since-it-was-read-038d5cc7 = the record has changed since it was read
said-the-body-is-too-large-3dedf9b9 = the body is too large
said-the-media-type-is-not-taken-here-fddf1f28 = the media type is not taken here
said-nobody-is-served-at-this-address-0426bdf0 = nobody is served at this address
said-what-was-sent-cannot-be-understood-bb24080d = what was sent cannot be understood
said-too-many-tries-have-failed-2e4888da = too many tries have failed
said-the-idempotency-key-was-used-for-another-request-dd2bdee1 = the idempotency key was used for another request
said-a-fault-of-the-server-c99fa275 = a fault of the server
said-the-server-cannot-do-this-now-25e3b151 = the server cannot do this now
said-the-server-failed-its-log-says-why-under-the-5c28f3ec = the server failed; its log says why under the request's id
said-there-are-problems-44d09820 = there are { $count } problems
said-this-idempotency-key-came-with-another-request-bcbacec1 = this `Idempotency-Key` came with another request within the last day; use a new one
said-the-server-is-ending-try-again-in-a-moment-733e98ec = the server is ending; try again in a moment
said-the-file-is-kept-encrypted-and-the-server-was-45aa4953 = the file is kept encrypted, and the server was not given the key: whoever runs it can give it
said-the-encrypted-file-does-not-open-it-was-changed-4367a18d = the encrypted file does not open: it was changed, or its key was; verify the store
said-the-answer-of-the-database-was-lost-and-whether-b45e6c11 = the answer of the database was lost, and whether the act came about is not known: send it again with the same `Idempotency-Key`
said-the-database-or-the-place-of-evidence-cannot-732c498a = the database or the place of evidence cannot be reached; try again in a moment

## crates/server/src/query.rs

said-is-given-more-than-once-9067cf05 = is given more than once
said-give-it-once-e2b2ecae = give it once
said-cannot-be-read-50964d84 = `{ $text }` cannot be read: { $error }
said-see-the-description-of-this-path-e3c44499 = see the description of this path
said-add-to-the-query-db304ef2 = add `{ $name }=` to the query
said-a9e878f8 = `{ $name }` { $what }
said-this-path-takes-no-parameters-8b657055 = this path takes no parameters

## crates/server/src/record_tables.rs

said-there-is-no-table-api-v1-tables-lists-them-each-2986ae30 = there is no table `{ $name }`; `/api/v1/tables` lists them, each with the ending `.csv` or `.jsonl`

## crates/server/src/records.rs

said-cannot-be-asked-for-together-with-5ac285e2 = cannot be asked for together with `{ $other }`
said-filter-by-one-link-5f70d5c0 = filter by one link
said-is-out-of-bounds-58c63373 = is out of bounds
said-give-1-to-c22fce55 = give 1 to { $most }
said-there-is-no-kind-of-record-there-are-74e2149e = there is no kind of record `{ $word }`; there are { $words }

## crates/server/src/reports.rs

said-this-report-has-not-been-issued-46017de7 = this report has not been issued
said-no-report-has-the-id-f71f9bea = no report has the id `{ $report }`

## crates/server/src/reproduced.rs

said-what-comes-out-of-a-draw-cannot-be-seen-without-509bde67 = what comes out of a draw cannot be seen without the population's file
said-send-the-file-to-or-use-4b1c7d63 = send the file to `{ $path }`, or use `{ $command }`
said-whether-a-file-can-be-a-logo-cannot-be-seen-without-83eb3354 = whether a file can be a logo cannot be seen without the file
said-use-a36abdbf = use `{ $command }`
said-whether-a-file-can-be-a-template-cannot-be-seen-10c2d191 = whether a file can be a template cannot be seen without the file
said-has-no-method-8090f177 = { $software } has no method `{ $method }`
said-name-the-software-that-carried-it-out-or-one-606eda45 = name the software that carried it out, or one of the methods there are
said-the-method-refuses-its-inputs-e4494628 = the method refuses its inputs: { $at } { $what }
said-leave-it-to-or-which-record-what-comes-out-3e17fdc6 = leave it to `{ $path }` or `{ $command }`, which record what comes out
said-is-not-what-gives-when-carries-it-out-dada6590 = `{ $field }` is not what `{ $method }` gives when { $software } carries it out

## crates/server/src/rights.rs

said-no-person-has-this-id-b4160ce6 = no person has this id

## crates/server/src/signing.rs

said-no-command-is-named-9b43c0b0 = no command is named
said-give-the-name-of-the-command-that-binds-c6690292 = give the name of the command that binds
said-give-the-version-of-the-record-that-was-seen-02655f2e = give the version of the record that was seen, a whole number
said-is-no-version-33554770 = is no version
said-it-is-proven-by-neither-of-the-two-ways-or-by-24812b87 = it is proven by neither of the two ways, or by both
said-give-passkey-what-the-authenticator-answered-11677efb = give `passkey`, what the authenticator answered; or `passphrase` and `code`
said-what-was-given-does-not-show-that-it-is-you-who-61617128 = what was given does not show that it is you who signs; a recovery code does not sign
said-too-many-tries-have-failed-the-next-is-in-seconds-a30e941a = too many tries have failed; the next is in { $seconds } seconds
said-there-is-no-such-question-for-a-signature-it-43718e34 = there is no such question for a signature: it was answered, its time is over, or it is another's

## crates/server/src/soa.rs

said-send-the-file-as-66ba3e83 = send the file as { $types }

## crates/server/src/tables/api.rs

said-is-neither-true-nor-false-73688364 = is neither `true` nor `false`
said-say-true-to-look-only-300f18e2 = say `true` to look only
said-ask-with-dry-run-true-to-see-every-row-mend-the-58b091be = ask with `dry_run=true` to see every row, mend the file, and send it again

## crates/server/src/templates.rs

said-the-address-names-no-kind-of-document-or-no-name-167ea714 = the address names no `kind` of document, or no `name`
said-no-template-has-the-id-3a9b3546 = no template has the id `{ $template }`
said-give-its-length-as-it-is-and-a-file-of-at-most-de2f3ea0 = give its length as it is, and a file of at most { $most } bytes
said-the-file-is-no-word-file-6be663a7 = the file is no Word file
said-save-it-as-docx-without-a-password-and-send-that-92a1d467 = save it as DOCX, without a password, and send that
said-in-the-file-cannot-be-read-8869208e = `{ $part }` in the file cannot be read
said-open-it-in-word-or-libreoffice-and-save-it-as-8d02e777 = open it in Word or LibreOffice and save it as DOCX again
said-the-file-unpacks-to-more-than-a-text-does-5bca93d1 = the file unpacks to more than a text does
said-take-pictures-and-sheets-that-are-not-needed-c2ca8ac5 = take pictures and sheets that are not needed out of it
said-stands-in-the-file-which-is-more-than-text-70db2a88 = `{ $what }` stands in the file, which is more than text
said-save-it-without-macros-controls-embedded-files-f2e01d1e = save it without macros, controls, embedded files and fields that fetch something
said-the-file-asks-for-which-is-outside-of-it-85fa9a3e = the file asks for `{ $target }`, which is outside of it
said-put-pictures-into-the-file-itself-and-take-its-b926bbe4 = put pictures into the file itself, and take its own template away from it
said-in-the-file-declares-a-type-of-document-aa7f2a70 = `{ $part }` in the file declares a type of document
said-in-paragraph-of-is-not-closed-6215f98c = `{ $token }` in paragraph { $paragraph } of `{ $part }` is not closed
said-close-a-placeholder-by-two-braces-and-what-is-4b8fc1ac = close a placeholder by two braces, and what is repeated by a slash and its name
said-in-paragraph-of-closes-what-nothing-opens-32cd7ff2 = `{ $token }` in paragraph { $paragraph } of `{ $part }` closes what nothing opens
said-open-it-before-by-the-sign-for-what-is-repeated-3dd0a1c9 = open it before, by the sign for what is repeated and its name
said-in-paragraph-of-begins-or-ends-inside-something-406a28af = `{ $token }` in paragraph { $paragraph } of `{ $part }` begins or ends inside something else
said-close-first-what-was-opened-last-and-let-each-fca81e1f = close first what was opened last, and let each begin and end in a paragraph or row of its own
said-nothing-is-known-by-the-name-in-in-paragraph-ff187f73 = nothing is known by the name in `{ $token }`, in paragraph { $paragraph } of `{ $part }`
said-write-if-that-is-meant-ef601c02 = write `{ $meant }`, if that is meant
said-use-one-of-the-names-that-the-guide-to-formats-ee6bc61b = use one of the names that the guide to formats lists for this kind of document

## crates/server/src/tokens.rs

said-a-token-s-secret-is-not-kept-to-be-sent-again-a2a59e53 = a token's secret is not kept to be sent again; leave `Idempotency-Key` out, and revoke what is too many
said-a-person-makes-tokens-for-themselves-alone-a02e879a = a person makes tokens for themselves alone
said-no-person-has-the-id-6a12e196 = no person has the id `{ $person }`
said-register-the-person-first-with-person-register-3d70c632 = register the person first with `person.register`
said-there-is-no-such-token-to-revoke-5964f021 = there is no such token to revoke
said-give-an-object-with-label-person-scope-days-1b90a570 = give an object with label, person, scope, days
said-is-no-number-of-days-that-a-token-can-hold-e7cecb2f = is no number of days that a token can hold

## crates/server/src/web/act.rs

said-there-is-no-command-23d2a6ae = there is no command `{ $name }`

## crates/server/src/web/act_files.rs

said-no-files-are-given-with-af38b4bd = no files are given with `{ $name }`
said-the-form-has-too-many-controls-9ed0572f = the form has too many controls
said-the-form-gives-files-before-what-they-are-given-e184c4e1 = the form gives files before what they are given with; send that first

## crates/server/src/web/assets.rs

said-no-such-asset-9212f259 = no such asset

## crates/server/src/web/guard.rs

said-the-form-did-not-come-from-a-page-of-this-site-c349c833 = the form did not come from a page of this site; open the page and send it again

## crates/server/src/web/pages/catalogue/give.rs

said-the-built-in-catalogue-has-no-set-c6cb5e05 = the built-in catalogue has no set `{ $criteria }`
said-a-set-is-given-out-as-xlsx-toml-or-oscal-6014326b = a set is given out as `xlsx`, `toml` or `oscal`

## crates/server/src/web/pages/catalogue/set.rs

said-there-is-no-set-of-criteria-78c42e89 = there is no set of criteria `{ $criteria }`

## crates/server/src/web/pages/catalogue/test.rs

said-there-is-no-audit-test-8dfbc860 = there is no audit test `{ $id }`

## crates/server/src/web/pages/catalogue/trail.rs

said-there-is-no-trail-95347e58 = there is no trail `{ $trail }`
said-the-trail-was-erased-meanwhile-b5e2f267 = the trail was erased meanwhile

## crates/server/src/web/pages/catalogue_edit.rs

said-the-built-in-catalogue-has-no-test-2a3acf55 = the built-in catalogue has no test `{ $id }`

## crates/server/src/web/pages/catalogue_import.rs

said-the-form-cannot-be-read-64645e20 = the form cannot be read: { $error }
said-no-file-was-chosen-go-back-and-choose-one-83ea4a4b = no file was chosen; go back and choose one
said-the-file-was-not-sent-in-this-session-send-it-60feb275 = the file was not sent in this session; send it again
said-choose-another-form-or-mend-the-file-and-send-1619e713 = choose another form, or mend the file and send it again
said-is-not-text-in-utf-8-62cd9af2 = is not text in UTF-8
said-a836234f = { $what } ({ $clause })
said-the-trail-goes-to-the-test-which-is-not-in-use-35c43c3a = the trail goes to the test `{ $test }`, which is not in use
said-adopt-the-built-in-tests-first-or-bring-the-test-e55fb6fa = adopt the built-in tests first, or bring the test with the file
said-holds-nothing-that-could-be-adopted-e336981a = holds nothing that could be adopted

## crates/server/src/web/pages/feeds.rs

said-there-is-no-such-calendar-to-end-738f0757 = there is no such calendar to end
said-calendars-are-those-of-people-of-the-register-44f70a90 = calendars are those of people of the register; the operator of the host is none

## crates/server/src/web/pages/files.rs

said-the-register-of-people-has-a-page-of-its-own-34945228 = the register of people has a page of its own

## crates/server/src/web/pages/findings/composer.rs

said-a-finding-is-written-in-an-audit-begin-at-its-3bd8e3f3 = a finding is written in an audit: begin at its findings
said-no-audit-has-this-id-fbd67784 = no audit has this id

## crates/server/src/web/pages/help.rs

said-the-guide-has-no-such-page-ef5c6fc5 = the guide has no such page

## crates/server/src/web/pages/letterhead.rs

said-the-organization-has-no-name-yet-7c577bf3 = the organization has no name yet

## crates/server/src/web/pages/mail.rs

said-letters-go-to-people-of-the-register-the-operator-e9e82ccb = letters go to people of the register; the operator of the host is none

## crates/server/src/web/pages/methods.rs

said-there-is-no-method-1260bb72 = there is no method `{ $name }`

## crates/server/src/web/pages/own.rs

said-the-operator-of-the-host-signs-in-by-assize-link-26b3ee12 = the operator of the host signs in by `assize link` alone; register yourself as a person to have an account
said-recovery-codes-are-for-when-one-time-codes-are-b8d7a1ed = recovery codes are for when one-time codes are lost: set those up first
said-there-is-no-such-passkey-to-remove-ef1c0022 = there is no such passkey to remove
said-there-is-no-such-session-to-end-d34387f3 = there is no such session to end

## crates/server/src/web/pages/plan_change.rs

said-the-plan-s-checklist-has-no-item-8165ecca = the plan's checklist has no item `{ $name }`
said-the-plan-has-no-session-ab6207d3 = the plan has no session `{ $key }`

## crates/server/src/web/pages/programme/cell.rs

said-the-extent-of-the-programme-has-no-such-place-160e7c71 = the extent of the programme has no such place

## crates/server/src/web/pages/programme/policy.rs

said-a-policy-has-no-part-e6684ea5 = a policy has no part `{ $name }`
said-the-programme-is-closed-its-policy-changes-no-424bafb0 = the programme is closed; its policy changes no more

## crates/server/src/web/pages/records.rs

said-there-is-no-kind-of-record-75ff75de = there is no kind of record `{ $word }`

## crates/server/src/web/pages/texts.rs

said-there-is-no-such-text-56569034 = there is no such text

## crates/server/src/web/pages/webhooks.rs

said-there-is-no-such-endpoint-a50a69f6 = there is no such endpoint
said-there-is-no-such-delivery-to-replay-cd46421f = there is no such delivery to replay

## crates/server/src/web/sign_in/passkey.rs

said-the-operator-has-no-passkey-e085f05b = the operator has no passkey

## crates/server/src/web/sign_in/provider.rs

said-nobody-signs-in-by-a-provider-here-d513361e = nobody signs in by a provider here

## crates/server/src/web/upload.rs

said-the-form-gives-a-file-before-its-classification-aa1e6d2d = the form gives a file before its classification; send `classification` first
said-a-text-of-the-form-is-too-long-a25d5c6b = a text of the form is too long

## crates/server/src/webhooks/api.rs

said-there-is-no-such-field-8be2d40d = there is no such field
said-give-url-label-kinds-audit-content-6b39c8e8 = give url, label, kinds, audit, content
said-is-no-time-c176d5e1 = `{ $since }` is no time
said-give-one-like-2026-09-15t07-55-00z-18f45bb9 = give one like 2026-09-15T07:55:00Z
said-it-is-not-said-what-to-replay-1c2f128c = it is not said what to replay
said-give-either-delivery-a-message-s-id-or-since-7a6d957b = give either `delivery`, a message's id, or `since`, a time

## crates/server/src/webhooks/mod.rs

said-the-address-is-too-long-e30152c4 = the address is too long
said-give-a-shorter-one-b0535d12 = give a shorter one
said-the-endpoint-has-no-name-57a6e41f = the endpoint has no name
said-give-one-of-a-line-such-as-what-it-is-for-40c6bf61 = give one of a line, such as what it is for
said-there-are-more-than-kinds-of-events-7844df0d = there are more than { $most } kinds of events
said-give-none-for-all-or-finding-for-those-that-begin-ea346a10 = give none for all, or `finding.*` for those that begin so
said-there-is-no-kind-of-event-75b822d1 = there is no kind of event `{ $kind }`
said-give-kinds-as-the-journal-names-them-such-as-4dad3a17 = give kinds as the journal names them, such as `finding.raised`, or `finding.*`
said-it-is-not-the-id-of-an-audit-fda65d80 = it is not the id of an audit
said-give-the-id-of-an-audit-or-none-for-all-fcd88408 = give the id of an audit, or none for all
said-it-is-neither-ids-nor-fields-5d593831 = it is neither `ids` nor `fields`
said-give-ids-2ef62832 = give `ids`
said-this-installation-tells-endpoints-ids-alone-fb2d4ff0 = this installation tells endpoints ids alone
said-give-ids-or-have-webhook-content-configured-as-e5468ded = give `ids`, or have `webhook_content` configured as `fields`
said-it-is-no-address-2d4f5153 = it is no address
said-give-one-like-https-hooks-example-com-assize-82cc32e3 = give one like `https://hooks.example.com/assize`
said-the-address-holds-a-name-or-a-password-2b84920b = the address holds a name or a password
said-leave-it-out-the-endpoint-knows-us-by-the-signature-fd2a1ef3 = leave it out: the endpoint knows us by the signature
said-the-address-has-a-fragment-which-is-not-sent-733b01af = the address has a fragment, which is not sent
said-leave-out-what-stands-after-5b50b622 = leave out what stands after `#`
said-the-address-does-not-begin-with-https-3d903b24 = the address does not begin with `https://`
said-give-one-that-does-what-is-sent-is-for-nobody-81c7997f = give one that does: what is sent is for nobody on the way
said-the-address-is-a-private-one-7d9f7c98 = the address is a private one
said-give-a-public-address-or-have-its-network-named-a38def1a = give a public address, or have its network named in `webhook_networks`
