### Was das Regelwerk sagt, wenn es etwas zurückweist, und was an Gesendetem nicht stimmt. Ein Hinweis sagt im Infinitiv, was zu tun ist.
### Die Schlüssel folgen aus dem englischen Text im Programm; der Test `words` hält, dass keiner fehlt oder übrig ist.

## crates/domain/src/access/grants.rs

said-who-acts-is-no-administrator-ef22aefa = die handelnde Person gehört nicht zur Verwaltung
said-let-an-administrator-do-it-1952072e = es die Verwaltung tun lassen
said-let-each-programme-be-opened-by-whoever-manages-616b0be7 = jedes Auditprogramm von seiner Leitung öffnen lassen; alle auf einmal allein vom Betrieb des Servers
said-let-somebody-do-it-who-has-the-role-manager-in-0fdbc616 = es jemanden tun lassen, der im Auditprogramm die Rolle „{ ProgrammeRoleKind-manager }“ hat
said-who-acts-does-not-manage-what-would-be-opened-30e3a56c = die handelnde Person leitet nicht, was geöffnet würde
said-the-right-would-be-given-by-whom-it-is-for-04ea8f85 = das Recht würde von der Person erteilt, für die es ist
said-let-somebody-else-give-it-2f2c6b55 = es von jemand anderem erteilen lassen
said-the-right-is-not-one-over-a-part-c7d6ecd9 = das Recht „{ $role }“ gilt nicht für einen Teil
said-give-it-over-the-whole-organization-name-who-e75da4ee = es für die ganze Organisation erteilen; wer ein Auditprogramm leitet, mit `programme.edit` oder `programme.revise` benennen
said-the-person-has-this-right-already-when-it-would-32ccf320 = die Person hat dieses Recht schon, wenn es beginnen würde
said-withdraw-it-first-with-access-withdraw-where-fd71b78c = es zuerst mit `access.withdraw` entziehen, wenn sich Ende oder Grund ändern
said-the-right-would-be-over-before-it-begins-or-is-027a9a92 = das Recht wäre vorbei, bevor es beginnt oder erteilt ist
said-give-a-last-day-that-is-yet-to-come-59bce0a9 = einen letzten Tag angeben, der noch kommt
said-the-reading-would-have-no-end-59721169 = das Lesen hätte kein Ende
said-give-its-last-day-it-can-be-given-again-a6e82f28 = den letzten Tag angeben; es kann erneut erteilt werden
said-the-right-was-withdrawn-already-4f774aef = das Recht ist schon entzogen
said-nothing-more-is-needed-bbf57eaa = mehr ist nicht nötig
said-nobody-else-is-an-administrator-1c7f1591 = niemand sonst gehört zur Verwaltung
said-make-somebody-else-one-first-with-access-grant-8eeb2a56 = zuerst mit `access.grant` jemand anderen dazu machen

## crates/domain/src/audit/attendance.rs

said-who-acts-does-not-stand-in-the-attendance-of-dda3485e = wer handelt, steht nicht in der Teilnahmeliste der Besprechung
said-tell-the-audit-team-leader-if-you-were-there-0da22b23 = der Leitung des Auditteams sagen, dass man dabei war, wenn es so ist

## crates/domain/src/audit/checklists.rs

said-objectives-of-the-audit-185d524a = { plan-item-objectives }
said-scope-organization-functions-processes-1251b9c4 = { plan-item-scope }
said-criteria-and-reference-documents-for-an-isms-aa1e9f47 = { plan-item-criteria }
said-locations-physical-and-virtual-dates-expected-5c615ea8 = { plan-item-schedule }
said-what-the-team-needs-in-order-to-know-the-facilities-93695a19 = { plan-item-familiarization }
said-methods-and-how-far-evidence-is-sampled-2eeac3e8 = { plan-item-methods }
said-roles-and-responsibilities-of-the-team-guides-7413e914 = { plan-item-roles }
said-resources-by-the-risks-and-opportunities-of-what-453ccfcd = { plan-item-resources }
said-who-represents-the-auditee-900d7ad2 = { plan-item-representative }
said-working-and-reporting-language-bab96caf = { plan-item-language }
said-topics-of-the-report-64cb89d9 = { plan-item-report-topics }
said-travel-communication-arrangements-for-the-locations-061dd20a = { plan-item-logistics }
said-actions-for-the-risks-to-reaching-the-objectives-396435bf = { plan-item-risk-actions }
said-confidentiality-and-information-security-for-293e8bc4 = { plan-item-confidentiality }
said-follow-up-from-earlier-audits-and-other-sources-8667ecf3 = { plan-item-earlier-follow-up }
said-follow-up-activities-of-this-audit-1aec7707 = { plan-item-follow-up }
said-coordination-with-other-audits-where-it-is-a-becf7ed3 = { plan-item-coordination }
said-who-is-here-and-in-what-role-6ddd7dc3 = { opening-item-introductions }
said-objectives-scope-and-criteria-bfcdd8af = { opening-item-objectives }
said-the-plan-and-changes-to-it-bf24f8cb = { opening-item-plan }
said-channels-of-communication-between-team-and-auditee-f4165677 = { opening-item-communication }
said-language-of-the-audit-491709d0 = { opening-item-language }
said-how-the-auditee-is-kept-informed-of-progress-9fb39c91 = { opening-item-keeping-informed }
said-resources-and-facilities-the-team-needs-829b5029 = { opening-item-resources }
said-confidentiality-and-information-security-b5f58418 = { opening-item-confidentiality }
said-safety-access-emergencies-de8451ea = { opening-item-safety }
said-how-findings-are-reported-and-graded-7e365748 = { opening-item-reporting }
said-on-what-conditions-the-audit-may-be-ended-early-384fad61 = { opening-item-termination }
said-the-closing-meeting-when-and-what-it-is-for-3a3f8db9 = { opening-item-closing }
said-how-to-give-feedback-complain-or-appeal-d2a95aed = { opening-item-feedback }
said-that-the-evidence-was-a-sample-and-need-not-show-92d238cb = { closing-item-sample }
said-how-and-when-the-report-comes-889ce306 = { closing-item-reporting }
said-how-findings-are-to-be-addressed-and-by-when-d058cd32 = { closing-item-addressing }
said-what-follows-when-findings-are-not-addressed-cb3cf4e9 = { closing-item-consequences }
said-findings-and-conclusions-so-that-they-are-understood-759bd4bf = { closing-item-presentation }
said-diverging-opinions-discussed-settled-if-possible-c697d7d2 = { closing-item-diverging }
said-follow-up-activities-after-the-audit-5f04adf9 = { closing-item-follow-up }
said-complaints-and-appeals-e55aacfa = { closing-item-complaints }

## crates/domain/src/audit/complete.rs

said-an-audit-is-completed-once-after-its-fieldwork-abc780d8 = ein Audit wird einmal abgeschlossen, nachdem seine Durchführung beendet ist
said-the-report-has-not-been-issued-888a4e4c = der Auditbericht ist noch nicht herausgegeben
said-approve-it-and-issue-it-with-report-issue-420cf29b = ihn freigeben und mit `report.issue` herausgeben
said-working-papers-were-not-reviewed-b378aeb6 = { $unreviewed ->
    [one] ein Arbeitspapier ist nicht geprüft
   *[other] { $unreviewed } Arbeitspapiere sind nicht geprüft
}
said-let-somebody-review-them-with-paper-review-a-72b893ce = mit `paper.review` von jemand anderem prüfen lassen; wer allein auditiert, vermerkt, dass niemand sonst es konnte
said-the-request-for-information-is-8fd3bec4 = die Informationsanfrage `{ $id }` hat den Status „{ $state }“
said-accept-its-answer-with-request-accept-or-name-b0d206b5 = die Antwort mit `request.accept` annehmen oder die Kennung mit dem Grund unter „{ field-not_done }“ nennen
said-the-policy-keeps-records-until-at-the-least-10a2a232 = die Vorgaben verlangen eine Aufbewahrung mindestens bis { $least }
said-give-a-later-day-or-leave-it-out-f7b52a22 = einen späteren Tag angeben oder keinen
said-feedback-was-asked-of-nobody-62f5fc13 = niemand wurde um Rückmeldung gebeten
said-ask-a-contact-of-the-auditee-99462910 = eine Ansprechperson der auditierten Organisation fragen
said-the-person-is-neither-a-contact-of-the-auditee-2ef349d5 = die Person ist weder Ansprechperson der auditierten Organisation noch Auditauftraggeber
said-ask-one-of-them-40d04d07 = jemanden von diesen fragen
said-an-audit-that-has-begun-is-ended-with-audit-terminate-b8f8bff5 = ein begonnenes Audit wird mit `audit.terminate` beendet
said-an-audit-that-has-not-begun-is-ended-with-audit-4b7c0421 = ein noch nicht begonnenes Audit wird mit `audit.cancel` beendet
said-feedback-is-given-once-fieldwork-has-ended-5e3ce251 = Rückmeldungen gibt es, wenn die Auditdurchführung beendet ist
said-name-who-gave-the-feedback-a9f3b097 = nennen, wer die Rückmeldung gegeben hat
said-who-acts-neither-gives-the-feedback-nor-leads-12100cc2 = die handelnde Person gibt weder die Rückmeldung noch leitet sie das Audit oder das Auditprogramm
said-let-them-give-it-themselves-or-the-programme-3c5488c3 = die Person selbst antworten oder die Leitung des Auditprogramms es eintragen lassen
said-is-no-mark-or-the-person-gave-one-already-6195b80a = { $mark } ist keine Note, oder die Person hat schon eine gegeben
said-give-1-to-5-once-d82a4172 = einmal 1 bis 5 geben
said-there-is-a-hold-already-fd96d940 = es gibt schon eine Löschsperre `{ $key }`
said-choose-another-key-829a2f40 = einen anderen Schlüssel wählen
said-the-audit-has-no-hold-that-lasts-3a34398c = für das Audit besteht keine Löschsperre `{ $hold }`
said-give-the-key-of-a-hold-that-lasts-a69c975d = den Schlüssel einer bestehenden Löschsperre angeben

## crates/domain/src/audit/conclude.rs

said-working-papers-have-no-evaluation-15f4fe02 = { $open ->
    [one] ein Arbeitspapier ist nicht beurteilt
   *[other] { $open } Arbeitspapiere sind nicht beurteilt
}
said-evaluate-each-with-paper-evaluate-what-was-not-fe8b134a = jedes mit `paper.evaluate` beurteilen; was nicht auditiert wurde, wird mit dem Grund so beurteilt
said-fieldwork-ends-once-after-audit-begin-69abd5a9 = die Auditdurchführung endet einmal, nach `audit.begin`
said-no-closing-meeting-was-held-3a1c7418 = es gab noch keine Abschlussbesprechung
said-hold-it-and-record-it-with-meeting-record-65c232e6 = sie abhalten und mit `meeting.record` eintragen
said-findings-are-drafts-b9cb750b = { $drafted ->
    [one] eine Feststellung ist noch Entwurf
   *[other] { $drafted } Feststellungen sind noch Entwürfe
}
said-raise-each-with-finding-raise-or-withdraw-it-cbfff326 = jede mit `finding.raise` erheben oder mit Begründung zurückziehen
said-the-auditee-was-not-told-of-the-change-of-scope-1de73980 = die Änderung des Auditumfangs `{ $key }` ist der auditierten Organisation nicht mitgeteilt
said-tell-them-and-record-it-with-audit-tell-scope-8e5cc485 = sie mitteilen und das mit `audit.tell_scope_change` eintragen
said-a-audit-does-not-recommend-f8676c82 = die Auditart „{ $audit_type }“ sieht die Empfehlung „{ $recommendation }“ nicht vor
said-give-one-of-575fa1bc = eines davon angeben: { $words }
said-the-recommendation-has-no-reason-080e8156 = die Empfehlung ist nicht begründet
said-give-the-reason-f356b699 = den Grund angeben
said-nonconformities-must-be-verified-before-a-favourable-933f60ac = { $grave ->
    [one] eine Nichtkonformität muss vor einer befürwortenden Entscheidung verifiziert sein
   *[other] { $grave } Nichtkonformitäten müssen vor einer befürwortenden Entscheidung verifiziert sein
}
said-recommend-favourable-once-corrected-or-unfavourable-c6f24b69 = „{ Recommendation-favourable_once_corrected }“ oder „{ Recommendation-unfavourable }“ empfehlen
said-conclusions-are-drawn-from-fieldwork-before-the-9be2d16e = Auditschlussfolgerungen werden aus der Durchführung gezogen, bevor das Audit abgeschlossen wird
said-the-objective-has-outcomes-172a96fa = { $outcomes ->
    [one] das Auditziel `{ $key }` hat ein Ergebnis
   *[other] das Auditziel `{ $key }` hat { $outcomes } Ergebnisse
}
said-say-once-whether-it-was-met-and-why-c7b38f21 = einmal sagen, ob es erreicht wurde und warum
said-the-audit-has-no-objective-5464afbc = das Audit hat kein Ziel `{ $objective }`
said-give-the-key-of-one-of-the-audit-s-objectives-ffe1e9b0 = den Schlüssel eines Auditziels angeben
said-the-report-with-the-conclusions-has-been-issued-f86b8cb2 = der Auditbericht mit den Schlussfolgerungen ist herausgegeben
said-amend-the-report-by-a-new-version-with-report-dd95b77c = den Auditbericht mit `report.draft` durch eine neue Fassung ändern

## crates/domain/src/audit/conduct.rs

said-prepare-the-audit-with-audit-prepare-it-begins-4a019147 = das Audit mit `audit.prepare` vorbereiten; es beginnt einmal
said-no-opening-meeting-was-held-671860f9 = es gab noch keine Eröffnungsbesprechung
said-the-plan-was-agreed-and-a-reason-for-short-notice-51afb318 = der Auditplan ist vereinbart, und trotzdem ist ein Grund für die Kurzfristigkeit angegeben
said-leave-the-reason-out-439de6e9 = den Grund weglassen
said-the-plan-was-not-agreed-and-there-is-no-reason-fad8be54 = der Auditplan ist nicht vereinbart, und für die Kurzfristigkeit fehlt der Grund
said-the-present-version-of-the-plan-is-not-agreed-d5d6189d = die jetzige Fassung des Auditplans ist nicht vereinbart
said-present-it-with-plan-present-and-record-the-agreement-00d98d77 = sie mit `plan.present` vorlegen und die Vereinbarung mit `plan.agree` eintragen
said-the-agenda-has-no-item-635dc259 = die Tagesordnung hat keinen Punkt `{ $item }`
said-give-an-id-of-the-checklist-or-a-key-of-your-c1592031 = eine Kennung der Checkliste angeben oder einen eigenen Schlüssel, der nicht mit `{ $prefix }.` beginnt
said-was-not-covered-and-nothing-says-why-43d4cd66 = `{ $item }` wurde nicht behandelt, und nichts sagt, warum
said-say-why-42db811a = sagen, warum
said-the-agenda-leaves-out-56c687c1 = in der Tagesordnung fehlt: { $text } (`{ $id }`)
said-say-that-it-was-covered-or-why-it-was-not-1628b3ef = sagen, dass es behandelt wurde oder warum nicht
said-the-opening-meeting-is-held-once-the-audit-is-f7ba75fc = die Eröffnungsbesprechung findet statt, wenn das Audit vorbereitet ist und bevor es beginnt
said-the-closing-meeting-ends-fieldwork-6f6f7aad = die Abschlussbesprechung beendet die Auditdurchführung
said-the-meeting-is-yet-to-come-3a86ac3a = die Besprechung steht noch bevor
said-record-it-once-it-was-held-269b9e95 = sie eintragen, nachdem sie stattgefunden hat
said-somebody-stands-twice-in-the-attendance-9faa3445 = jemand steht zweimal in der Teilnehmerliste
said-name-each-person-once-a2d0a079 = jede Person einmal nennen
said-the-meeting-is-recorded-already-9e5330e3 = „{ $kind }“ ist schon eingetragen
said-record-further-meetings-as-other-4f5eb242 = weitere Besprechungen als „{ MeetingKind-other }“ eintragen
said-the-audit-team-leader-or-anybody-of-the-auditee-7849e70f = in der Teilnehmerliste fehlt die Leitung des Auditteams oder jemand von der auditierten Organisation
said-name-everybody-who-was-there-5f810456 = alle nennen, die dabei waren
said-who-acts-is-not-in-the-audit-s-team-8d81f0f3 = die handelnde Person gehört nicht zum Auditteam
said-let-somebody-of-the-team-log-it-d703b9e8 = es von jemandem aus dem Auditteam eintragen lassen
said-nobody-was-told-or-somebody-stands-twice-ab9a4734 = es wurde niemandem mitgeteilt, oder jemand steht zweimal
said-name-each-person-who-was-told-7af53e3a = jede Person nennen, der es mitgeteilt wurde
said-a-significant-risk-was-not-told-to-the-auditee-d45fa466 = ein erhebliches Risiko ist der auditierten Organisation nicht mitgeteilt
said-tell-a-contact-of-the-auditee-at-once-and-name-0f25d1bc = es sofort einer Ansprechperson der auditierten Organisation mitteilen und sie nennen

## crates/domain/src/audit/initiate.rs

said-who-acts-does-not-manage-the-programme-6a77f076 = die handelnde Person leitet das Auditprogramm nicht
said-let-somebody-open-it-who-has-the-role-manager-9557ff5d = es von jemandem eröffnen lassen, der im Auditprogramm die Rolle „{ ProgrammeRoleKind-manager }“ hat
said-the-programme-is-3fccbded = das Auditprogramm hat den Status „{ $state }“
said-establish-the-programme-and-begin-it-with-programme-7f67da4d = das Auditprogramm festlegen und mit `programme.begin` beginnen
said-the-planned-audit-was-withdrawn-ac6b5bd8 = das geplante Audit wurde zurückgezogen
said-plan-another-one-with-planned-audit-plan-8b1f8dbc = mit `planned_audit.plan` ein anderes planen
said-the-audit-is-open-already-225414c7 = das Audit ist schon eröffnet
said-go-on-with-it-12386b59 = damit fortfahren
said-log-it-with-message-log-once-the-audit-is-under-763115b1 = es mit `message.log` eintragen, sobald das Audit läuft
said-the-person-is-no-contact-of-the-auditee-878f7a41 = die Person ist keine Ansprechperson der auditierten Organisation
said-name-one-of-the-auditee-s-contacts-or-add-them-163ddb00 = eine ihrer Ansprechpersonen nennen oder die Person mit `auditee.update` hinzufügen
said-the-contact-is-yet-to-come-5ffd8dfd = der Kontakt steht noch bevor
said-record-it-once-it-was-made-8ee4e66b = ihn eintragen, nachdem er stattgefunden hat
said-cancel-the-audit-with-audit-cancel-if-it-has-9259a1c6 = das Audit mit `audit.cancel` absagen, wenn es unmöglich geworden ist
said-nobody-has-spoken-to-the-auditee-yet-9397dbd5 = noch hat niemand mit der auditierten Organisation gesprochen
said-make-contact-and-record-it-with-audit-contact-4f2be783 = Kontakt aufnehmen und ihn mit `audit.contact` eintragen
said-the-audit-is-not-feasible-and-nothing-else-is-5f68ee38 = das Audit ist nicht durchführbar, und nichts anderes ist vorgeschlagen
said-propose-an-alternative-agreed-with-the-auditee-fc925a11 = eine mit der auditierten Organisation abgestimmte Alternative vorschlagen: andere Zeit, anderer Umfang oder andere Methode
said-the-audit-is-feasible-and-an-alternative-is-proposed-83e70f9b = das Audit ist durchführbar, und trotzdem ist eine Alternative vorgeschlagen
said-leave-the-alternative-out-or-say-which-factor-05b16cd9 = die Alternative weglassen oder sagen, woran es fehlt
said-change-the-scope-with-audit-propose-scope-change-1602289d = den Auditumfang mit `audit.propose_scope_change` ändern
said-nobody-leads-the-audit-yet-9ac76e1b = noch leitet niemand das Audit
said-appoint-a-leader-with-audit-appoint-1e0c388a = mit `audit.appoint` eine Leitung berufen
said-nobody-has-judged-yet-whether-the-audit-is-feasible-98e29c09 = noch hat niemand beurteilt, ob das Audit durchführbar ist
said-judge-it-with-audit-judge-feasibility-6778177f = es mit `audit.judge_feasibility` beurteilen
said-there-is-no-objective-or-a-key-stands-twice-0f8954bd = es gibt kein Auditziel, oder ein Schlüssel steht zweimal
said-give-each-objective-a-key-of-its-own-29394341 = jedem Ziel einen eigenen Schlüssel geben
said-an-area-of-competence-stands-twice-f914bfa2 = ein Kompetenzbereich steht zweimal
said-name-each-area-once-a703fb5d = jeden Bereich einmal nennen
said-the-audit-has-no-criteria-or-a-set-stands-twice-025c07fa = das Audit hat keine Auditkriterien, oder ein Satz steht zweimal
said-name-each-set-of-criteria-once-with-its-edition-d0399336 = jeden Satz von Auditkriterien einmal nennen, mit seiner Ausgabe
said-the-programme-does-not-audit-against-3718dfe7 = das Auditprogramm auditiert nicht gegen `{ $criteria }`
said-name-a-set-of-the-programme-s-extent-or-revise-738c811f = einen Satz aus dem Umfang des Auditprogramms nennen oder das Auditprogramm überarbeiten
said-the-scope-names-another-auditee-947b303a = der Auditumfang nennt eine andere auditierte Organisation
said-name-the-auditee-of-the-planned-audit-86cbbafb = die auditierte Organisation des geplanten Audits nennen
said-of-the-is-not-in-the-programme-s-extent-c751fd65 = `{ $key }` ({ $list }) liegt nicht im Umfang des Auditprogramms
said-name-parts-that-the-programme-covers-or-revise-13f8517a = Teile nennen, die das Auditprogramm umfasst, oder es zuerst mit `programme.revise` überarbeiten
said-the-auditee-has-no-among-its-fbc3e939 = bei der auditierten Organisation gibt es kein `{ $key }` ({ $list })
said-give-a-key-that-the-auditee-has-or-add-it-with-a69ae106 = einen Schlüssel angeben, den es dort gibt, oder ihn mit `auditee.update` hinzufügen
said-the-statement-of-applicability-is-another-auditee-206fb191 = die Erklärung zur Anwendbarkeit gehört zu einer anderen auditierten Organisation
said-name-one-of-this-auditee-s-c652eff2 = eine dieser auditierten Organisation nennen
said-a-certification-audit-names-no-statement-of-applicability-b21052b3 = ein Zertifizierungsaudit nennt keine Erklärung zur Anwendbarkeit
said-enter-it-with-soa-enter-and-name-its-version-85b2abf9 = sie mit `soa.enter` eintragen und ihre Fassung nennen

## crates/domain/src/audit/people.rs

said-who-acts-does-not-lead-this-audit-59664541 = die handelnde Person leitet dieses Audit nicht
said-let-the-audit-team-leader-do-it-677ca23e = es die Leitung des Auditteams tun lassen
said-who-acts-does-not-manage-the-audit-s-programme-3013432b = die handelnde Person leitet das Auditprogramm dieses Audits nicht
said-the-audit-is-not-11d11a6e = das Audit hat den Status „{ $state }“, nicht „{ $wanted }“
said-plan-another-audit-in-the-programme-75c832f8 = ein anderes Audit im Auditprogramm planen

## crates/domain/src/audit/plan.rs

said-who-acts-is-no-auditor-of-the-team-647fe5a6 = die handelnde Person auditiert nicht im Auditteam
said-let-the-leader-or-an-auditor-of-the-team-write-ff90e4d6 = den Auditplan die Leitung oder ein auditierendes Mitglied des Auditteams schreiben lassen
said-the-plan-is-47630f7a = der Auditplan hat den Status „{ $state }“
said-write-the-plan-once-the-audit-is-initiated-and-6fc6779f = den Auditplan schreiben, wenn das Audit veranlasst ist und bevor seine Durchführung endet
said-the-version-replaces-another-and-does-not-say-6b452964 = die Fassung ersetzt eine andere und sagt nicht, warum
said-the-first-version-replaces-nothing-1a29005e = die erste Fassung ersetzt nichts
said-give-a-reason-from-the-second-version-on-22ac5605 = ab der zweiten Fassung einen Grund angeben
said-write-a-new-version-with-plan-draft-c723ea53 = mit `plan.draft` eine neue Fassung schreiben
said-it-was-presented-before-a-new-version-is-written-a82a850b = er wurde schon vorgelegt; eine neue Fassung entsteht mit `plan.draft`
said-the-plan-does-not-say-2541ecd1 = im Auditplan fehlt: { $text }
said-say-it-with-plan-edit-c2277242 = es mit `plan.edit` ergänzen
said-say-it-or-why-it-does-not-fit-with-plan-edit-a05eccb7 = es mit `plan.edit` ergänzen oder sagen, warum es nicht passt
said-the-plan-has-no-session-6004beee = der Auditplan hat keine Auditsitzung
said-add-sessions-with-plan-edit-f843a7de = mit `plan.edit` Auditsitzungen hinzufügen
said-objections-are-made-to-a-plan-that-was-presented-1e56c0e9 = Einwände gibt es gegen einen Auditplan, der vorgelegt und noch nicht vereinbart ist
said-name-the-contact-who-objects-0c5e28f5 = die Ansprechperson nennen, die Einwände hat
said-who-acts-neither-objects-nor-leads-the-audit-273c8817 = die handelnde Person erhebt weder den Einwand noch leitet sie das Audit
said-let-the-contact-record-it-or-the-audit-team-leader-b92f9397 = es die Ansprechperson eintragen lassen oder für sie die Leitung des Auditteams
said-no-key-can-be-made-01ead369 = es lässt sich kein Schlüssel bilden: { $error }
said-resolve-some-objections-first-d81a15bd = zuerst einige Einwände klären
said-the-plan-has-no-open-objection-f1042b8c = zum Auditplan gibt es keinen offenen Einwand `{ $key }`
said-give-the-key-of-an-open-objection-such-as-objection-d2ca97d7 = den Schlüssel eines offenen Einwands angeben, etwa `objection-1`
said-present-it-first-with-plan-present-bc944649 = ihn zuerst mit `plan.present` vorlegen
said-who-acts-neither-leads-the-audit-nor-is-a-contact-fa417ae1 = die handelnde Person leitet weder das Audit noch ist sie Ansprechperson der auditierten Organisation
said-let-a-contact-of-the-auditee-agree-or-the-leader-6b7eb6d0 = eine Ansprechperson der auditierten Organisation zustimmen oder die Leitung die Zustimmung eintragen lassen
said-of-the-auditee-s-objections-are-open-bc9b0174 = { $open ->
    [one] ein Einwand der auditierten Organisation ist offen
   *[other] { $open } Einwände der auditierten Organisation sind offen
}
said-resolve-them-with-plan-resolve-objection-or-let-e24587d1 = sie mit `plan.resolve_objection` klären oder von der Leitung des Auditprogramms mit Begründung zurückweisen lassen

## crates/domain/src/audit/prepare.rs

said-review-documents-once-the-audit-is-initiated-d508e08b = Dokumente werden geprüft, wenn das Audit veranlasst ist und bevor es beginnt
said-let-the-leader-or-an-auditor-of-the-team-review-fb162278 = die Dokumente von der Leitung oder einem auditierenden Mitglied des Auditteams prüfen lassen
said-nothing-that-the-criteria-demand-was-looked-for-4dcc80e2 = nach nichts, was die Auditkriterien verlangen, wurde gesucht
said-go-through-what-the-criteria-demand-as-documented-53d2043d = durchgehen, was die Auditkriterien an dokumentierter Information verlangen
said-the-audit-has-no-criteria-d272fbb4 = das Audit hat keine Auditkriterien `{ $criteria }`
said-name-one-of-the-audit-s-sets-of-criteria-73c2bc3c = einen Satz von Auditkriterien des Audits nennen
said-it-was-found-and-no-document-is-named-e7a9a98f = es wurde gefunden, und kein Dokument ist genannt
said-it-was-not-found-and-a-document-is-named-075d3758 = es wurde nicht gefunden, und trotzdem ist ein Dokument genannt
said-name-the-documents-by-which-it-was-found-and-cffdccc6 = die Dokumente nennen, in denen es gefunden wurde, und keine, wo nicht
said-the-evidence-is-another-audit-s-6a293e4d = der Nachweis gehört zu einem anderen Audit
said-name-evidence-of-this-audit-4acbf0ef = Nachweise dieses Audits nennen
said-something-demanded-was-not-found-and-the-outcome-36b899f0 = etwas Verlangtes wurde nicht gefunden, und das Ergebnis lautet „{ Readiness-ready }“
said-say-ready-with-concerns-and-name-the-concerns-eeae7ef5 = „{ Readiness-ready_with_concerns }“ wählen und die Bedenken nennen, oder „{ Readiness-not_ready }“
said-the-outcome-is-and-concerns-are-named-e7104eee = { $count ->
    [one] das Ergebnis lautet „{ $outcome }“, und es ist ein Bedenken genannt
   *[other] das Ergebnis lautet „{ $outcome }“, und es sind { $count } Bedenken genannt
}
said-name-at-least-one-concern-where-the-documents-9332be1b = mindestens ein Bedenken nennen, wo die Dokumente nicht uneingeschränkt bereit sind, und keines, wo sie es sind
said-the-concern-is-about-no-requirement-and-no-document-fc6b940a = das Bedenken betrifft weder eine Anforderung noch ein Dokument
said-name-the-requirement-that-demands-what-is-missing-11c10731 = die Anforderung nennen, die das Fehlende verlangt, oder das Dokument, in dem es fehlt
said-the-audit-has-no-such-criteria-ded37c7a = das Audit hat keine solchen Auditkriterien
said-the-document-is-another-audit-s-3675ee41 = das Dokument gehört zu einem anderen Audit
said-name-a-document-of-this-audit-e0ce6576 = ein Dokument dieses Audits nennen
said-an-audit-is-prepared-once-after-audit-initiate-f3d07c8b = ein Audit wird einmal vorbereitet, nach `audit.initiate`
said-the-auditee-s-documented-information-was-not-4c7461e8 = die dokumentierte Information der auditierten Organisation ist nicht geprüft
said-review-it-with-audit-review-documents-2ff49f4c = sie mit `audit.review_documents` prüfen
said-the-review-found-the-documented-information-not-35eeca51 = nach der Prüfung ist die dokumentierte Information nicht bereit
said-let-the-auditee-complete-it-and-review-it-again-7f8b8ebd = sie von der auditierten Organisation ergänzen lassen und erneut prüfen, oder das Audit absagen
said-present-it-with-plan-present-resolve-objections-c4a28895 = ihn mit `plan.present` vorlegen, Einwände klären und die Vereinbarung mit `plan.agree` eintragen
said-the-audit-has-no-working-papers-cfe34770 = das Audit hat keine Arbeitspapiere
said-make-them-from-the-audit-tests-with-papers-make-b5bd458f = sie mit `papers.make` aus den Audittests anlegen
said-working-papers-are-given-to-nobody-1fb503d0 = { $count ->
    [one] ein Arbeitspapier ist niemandem zugeteilt: { $named }
   *[other] { $count } Arbeitspapiere sind niemandem zugeteilt: { $named }
}
said-working-papers-are-given-to-nobody-and-more-2e9634c5 = { $count } Arbeitspapiere sind niemandem zugeteilt: { $named } und { $more } weitere
said-give-each-to-an-auditor-of-the-team-with-papers-06cbf012 = jedes mit `papers.assign` einem auditierenden Mitglied des Auditteams zuteilen

## crates/domain/src/audit/requests.rs

said-let-the-leader-or-an-auditor-of-the-team-do-it-bed099dd = es die Leitung oder ein auditierendes Mitglied des Auditteams tun lassen
said-the-request-is-a21dba70 = die Informationsanfrage hat den Status „{ $state }“
said-ask-one-of-its-contacts-60d730ce = eine ihrer Ansprechpersonen fragen
said-the-answer-would-have-been-due-before-it-is-asked-f49196bf = die Antwort wäre fällig, bevor gefragt wird
said-give-today-or-a-later-day-afed4bd5 = heute oder einen späteren Tag angeben
said-wait-until-the-answer-is-accepted-or-returned-a60cbec6 = warten, bis die Antwort angenommen oder zurückgegeben ist
said-who-acts-was-not-asked-and-is-no-contact-of-the-59324409 = die handelnde Person wurde nicht gefragt und ist keine Ansprechperson der auditierten Organisation
said-let-the-person-answer-who-was-asked-b08d82e1 = die gefragte Person antworten lassen
said-only-an-answer-that-waits-for-a-judgement-is-9a0181dd = angenommen wird nur eine Antwort, die noch zu beurteilen ist
said-only-an-answer-that-waits-for-a-judgement-is-1e25989b = zurückgegeben wird nur eine Antwort, die noch zu beurteilen ist

## crates/domain/src/audit/scope.rs

said-the-scope-changes-between-the-initiation-and-c51f1415 = der Auditumfang ändert sich zwischen dem Veranlassen und dem Ende der Auditdurchführung
said-the-audit-has-no-change-of-scope-a3c1485a = das Audit hat keine Änderung des Auditumfangs `{ $key }`
said-give-the-key-of-one-that-was-proposed-ebb0975f = den Schlüssel einer vorgeschlagenen angeben
said-there-is-a-change-of-scope-already-3a9f349c = es gibt schon eine Änderung des Auditumfangs `{ $key }`
said-who-acts-is-neither-the-programme-manager-nor-7975778e = die handelnde Person ist weder die Leitung des Auditprogramms noch der Auditauftraggeber, oder sie hat schon zugestimmt
said-let-the-programme-manager-and-the-audit-client-012baee5 = die Leitung des Auditprogramms und den Auditauftraggeber je einmal zustimmen lassen
said-the-programme-manager-and-the-client-have-not-8e6a591a = die Leitung des Auditprogramms und der Auditauftraggeber haben nicht beide zugestimmt
said-wait-until-both-have-with-audit-accept-scope-b1193e3c = warten, bis beide es mit `audit.accept_scope_change` getan haben
said-the-auditee-has-been-told-already-dbccac5a = der auditierten Organisation ist es schon mitgeteilt

## crates/domain/src/audit/sessions.rs

said-the-checklist-has-no-item-c93ab6a9 = die Checkliste hat keinen Punkt `{ $item }`
said-give-an-id-of-the-checklist-such-as-audit-plan-6b9c38de = eine Kennung der Checkliste angeben, etwa `audit_plan.objectives`
said-the-item-stands-twice-14dbbbb7 = der Punkt `{ $item }` steht zweimal
said-bring-both-texts-together-84b2ce48 = beide Texte zusammenführen
said-the-item-says-nothing-or-both-a-text-and-why-280f464e = zum Punkt `{ $item }` steht nichts, oder ein Text und zugleich, warum es keinen gibt
said-say-what-the-plan-says-on-it-this-item-is-in-6645959b = sagen, was der Auditplan dazu sagt; dieser Punkt gehört in jeden Auditplan
said-give-the-text-or-the-reason-why-it-does-not-fit-3dc27541 = den Text angeben oder den Grund, warum er zu diesem Audit nicht passt
said-sessions-are-too-many-for-one-plan-2b1a6152 = { $count } Auditsitzungen sind zu viele für einen Auditplan
said-give-at-most-07f7cb91 = höchstens { $most } angeben
said-the-key-stands-twice-4513f9ef = der Schlüssel `{ $key }` steht zweimal
said-give-each-session-a-key-of-its-own-7a0803ec = jeder Auditsitzung einen eigenen Schlüssel geben
said-the-session-ends-before-it-begins-b83ce2e4 = die Auditsitzung endet, bevor sie beginnt
said-give-an-end-after-the-beginning-0232717c = ein Ende nach dem Beginn angeben
said-the-auditee-has-no-such-site-674195c2 = die auditierte Organisation hat keinen solchen Standort
said-give-the-key-of-one-of-its-sites-or-none-9a96fd9d = den Schlüssel eines ihrer Standorte angeben, oder keinen
said-name-one-of-its-contacts-or-add-them-with-auditee-668cde8e = eine ihrer Ansprechpersonen nennen oder die Person mit `auditee.update` hinzufügen
said-nobody-of-the-team-is-in-the-session-88de18dd = niemand aus dem Auditteam ist in der Auditsitzung
said-name-who-holds-it-72e3c50d = nennen, wer sie führt
said-the-person-is-not-in-the-team-or-stands-twice-117703a3 = die Person gehört nicht zum Auditteam, oder sie steht zweimal
said-name-each-member-of-the-team-once-or-appoint-df0361df = jedes Mitglied des Auditteams einmal nennen, oder die Person mit `audit.appoint` berufen
said-the-person-is-absent-on-that-day-361951a4 = die Person ist an diesem Tag abwesend
said-choose-another-day-or-another-auditor-c439c9e7 = einen anderen Tag oder ein anderes auditierendes Mitglied wählen
said-an-auditor-is-in-session-at-that-time-30f987d9 = jemand ist zu dieser Zeit in der Auditsitzung `{ $key }`
said-move-one-of-the-two-or-give-it-to-another-auditor-50b82fc9 = eine der beiden verlegen oder jemand anderem übertragen
said-an-auditor-is-in-another-audit-at-that-time-from-06e37c88 = jemand ist zu dieser Zeit in einem anderen Audit, von { $start } bis { $end }
said-move-the-session-or-give-it-to-another-auditor-b3b83680 = die Auditsitzung verlegen oder jemand anderem übertragen

## crates/domain/src/audit/spot.rs

said-what-the-passkey-signed-is-not-this-or-does-not-d6c97a63 = was der Passkey unterschrieben hat, ist nicht dies oder gilt nicht
said-have-it-signed-anew-or-have-them-draw-or-give-16217901 = neu unterschreiben lassen oder zeichnen oder den Namen angeben lassen
said-who-signs-does-not-stand-in-the-attendance-of-38bd6dc3 = wer unterschreibt, steht nicht in der Teilnahmeliste der Besprechung
said-give-their-name-and-function-instead-e3d5e0ac = stattdessen Name und Funktion angeben
said-a-person-of-the-attendance-has-a-name-and-a-function-711fc5ba = eine Person der Teilnahmeliste hat dort schon einen Namen und eine Funktion
said-leave-name-and-function-empty-or-choose-nobody-f23ad64a = Name und Funktion leer lassen oder niemanden wählen
said-nobody-says-who-signs-571ed9d8 = es ist nicht gesagt, wer unterschreibt
said-choose-somebody-of-the-attendance-or-give-name-933233db = jemanden aus der Teilnahmeliste wählen oder Name und Funktion angeben
said-let-an-auditor-who-is-there-attest-it-f0da20d9 = es von jemandem bezeugen lassen, der im Team auditiert und anwesend ist
said-who-attests-it-would-sign-themselves-26fcc360 = die bezeugende Person würde selbst unterschreiben
said-sign-your-own-attendance-with-meeting-sign-attendance-24f2f494 = die eigene Teilnahme mit `meeting.sign_attendance` zeichnen
said-the-text-of-the-meeting-is-another-than-was-shown-dd880110 = der Text der Besprechung ist ein anderer, als gezeigt wurde
said-show-it-as-it-stands-now-and-have-it-signed-anew-21e3701e = ihn zeigen, wie er jetzt lautet, und neu unterschreiben lassen
said-the-minutes-say-so-already-c0c808dc = das Protokoll lautet schon so
said-change-them-or-leave-them-as-they-are-13c14737 = es ändern oder lassen, wie es ist

## crates/domain/src/audit/team.rs

said-nobody-of-the-team-brings-the-competence-that-10242109 = niemand im Auditteam bringt die Kompetenz `{ $area }` mit, die das Audit braucht
said-appoint-somebody-who-does-an-auditor-or-a-technical-e104c6db = jemanden berufen, der sie hat: auditierend oder mit Fachexpertise
said-the-relation-to-the-auditee-bars-from-the-role-d5aed5c9 = die Beziehung „{ $kind }“ zur auditierten Organisation schließt { $name } von der Rolle „{ $role }“ aus ({ $source })
said-dismiss-them-with-audit-dismiss-where-policy-cbb40f5d = die Person mit `audit.dismiss` entlassen; wo die Vorgaben Schutzmaßnahmen zulassen, sie mit einer Maßnahme wieder berufen
said-no-auditor-or-interpreter-of-the-team-speaks-6df33a63 = niemand, der im Auditteam auditiert oder dolmetscht, spricht die Sprache des Audits
said-appoint-an-auditor-who-does-or-an-interpreter-b7d86da6 = mit `audit.appoint` jemanden berufen, der sie spricht oder dolmetscht
said-the-person-is-in-the-team-already-bd30e102 = die Person gehört schon zum Auditteam
said-dismiss-them-first-with-audit-dismiss-to-give-a9409e75 = sie zuerst mit `audit.dismiss` entlassen, um ihr eine andere Rolle zu geben
said-the-audit-has-a-leader-already-d3ca57f1 = das Audit hat schon eine Leitung
said-dismiss-the-present-leader-first-or-appoint-this-3be4aee2 = zuerst die jetzige Leitung entlassen oder diese Person als auditierendes Mitglied berufen
said-let-the-programme-manager-appoint-the-leader-9b5c1aeb = die Leitung des Auditteams von der Leitung des Auditprogramms berufen lassen
said-who-directs-is-no-auditor-of-the-team-fc1889df = wer anleitet, auditiert nicht im Auditteam
said-this-role-is-under-nobody-s-direction-4d6eb5d5 = diese Rolle steht unter niemandes Anleitung
said-name-the-leader-or-an-auditor-of-the-team-for-f2ead4aa = bei Auditierenden in Ausbildung und bei Fachexpertise die Leitung oder ein auditierendes Mitglied nennen, bei anderen niemanden
said-nobody-directs-the-329d52b9 = niemand leitet diese Rolle an: { $role }
said-name-the-leader-or-an-auditor-of-the-team-1c17daa7 = die Leitung oder ein auditierendes Mitglied des Auditteams nennen
said-has-shown-of-in-in-for-the-role-e0c841f5 = für die Rolle „{ $role }“ hat { $name } { $shown } von { $asked } nachgewiesen: { $by }, `{ $area }`
said-appoint-somebody-who-has-or-record-what-is-missing-b179ea86 = jemanden berufen, der es hat, oder das Fehlende mit `credential.add` eintragen
said-has-not-accepted-the-code-of-conduct-as-it-reads-034076cb = { $name } hat den Verhaltenskodex in seiner jetzigen Fassung nicht anerkannt
said-let-them-accept-it-with-code-accept-d3f89c30 = ihn mit `code.accept` anerkennen lassen
said-has-declared-no-interests-nor-that-there-are-bc37eb6c = { $name } hat weder Interessen erklärt noch, dass es keine gibt
said-let-them-declare-with-interests-declare-63962c83 = es mit `interests.declare` erklären lassen
said-and-goes-on-e313a1b5 = und dauert an
said-and-bars-until-d916ad72 = und sperrt bis { $until }
said-the-relation-to-the-auditee-bars-the-role-6b11bd66 = die Beziehung „{ $kind }“ zur auditierten Organisation schließt die Rolle „{ $role }“ aus ({ $source }) { $until }
said-appoint-somebody-else-no-safeguard-lifts-this-f946ff13 = jemand anderen berufen; bei dieser Auditart hebt keine Schutzmaßnahme die Sperre auf
said-let-the-programme-manager-appoint-them-with-a-da9fcafa = die Person von der Leitung des Auditprogramms mit einer Maßnahme für diese Beziehung berufen lassen, oder jemand anderen berufen
said-the-relation-bars-nothing-here-or-stands-twice-174676f3 = die Beziehung schließt hier nichts aus, oder sie steht zweimal
said-give-one-measure-for-each-relation-that-bars-70c5e571 = zu jeder ausschließenden Beziehung eine Maßnahme angeben
said-they-were-in-the-last-completed-audits-of-this-edf08833 = die Person war in den letzten { $most } abgeschlossenen Audits dieser auditierten Organisation hintereinander, mehr ist nicht zulässig ({ $source })
said-appoint-somebody-else-or-change-the-rule-of-rotation-c60ac166 = jemand anderen berufen oder die Rotationsregel in den Vorgaben des Auditprogramms ändern
said-the-person-is-not-in-the-team-83293153 = die Person gehört nicht zum Auditteam
said-name-somebody-who-is-5bda8ed6 = jemanden nennen, für den das gilt
said-the-leader-is-dismissed-by-whoever-manages-the-ab74b892 = die Leitung des Auditteams entlässt, wer das Auditprogramm leitet
said-let-the-programme-manager-do-it-b0f6076e = es die Leitung des Auditprogramms tun lassen
said-somebody-of-the-team-is-under-this-person-s-direction-19cf0546 = jemand im Auditteam steht unter Anleitung dieser Person
said-dismiss-those-first-and-appoint-them-again-under-f6d579d5 = diese zuerst entlassen und unter anderer Anleitung wieder berufen
said-of-the-person-s-papers-are-not-evaluated-9ddbd5dd = { $open ->
    [one] ein Arbeitspapier der Person ist nicht beurteilt
   *[other] { $open } Arbeitspapiere der Person sind nicht beurteilt
}
said-give-them-to-another-auditor-with-papers-assign-98d90fd8 = sie mit `papers.assign` jemand anderem zuteilen

## crates/domain/src/auditee/letterhead.rs

said-has-a-contrast-of-to-1-on-white-1f843c86 = `{ $accent }` hat auf Weiß einen Kontrast von { $ratio } zu 1
said-take-a-darker-one-of-at-least-to-1-46ab24b4 = eine dunklere wählen, von mindestens { $least } zu 1
said-has-characters-more-than-c9a8f6f7 = hat { $chars } Zeichen, mehr als { $most }
said-shorten-it-to-what-fits-on-one-line-d467ec57 = auf das kürzen, was in eine Zeile passt
said-the-logo-has-bytes-69965a67 = das Logo hat { $bytes } Byte
said-give-a-file-of-at-most-bytes-it-is-in-every-report-51a3a1b6 = eine Datei von höchstens { $most } Byte angeben; sie steht in jedem Bericht
said-the-logo-measures-by-8b9be344 = das Logo misst { $width } mal { $height }
said-give-one-whose-sides-are-to-5eed17d9 = eines angeben, dessen Seiten { $least } bis { $most } messen
said-one-side-of-the-logo-is-more-than-times-the-other-69050ecd = eine Seite des Logos ist mehr als { $most }-mal so lang wie die andere
said-cut-it-to-what-is-to-be-seen-154b3f38 = es auf das zuschneiden, was zu sehen sein soll

## crates/domain/src/auditee/organization.rs

said-this-store-belongs-to-an-auditing-organization-cb80daa0 = dieser Speicher gehört schon zu einer auditierenden Organisation
said-make-another-store-with-assize-init-8a84193c = mit `assize init` einen anderen Speicher anlegen

## crates/domain/src/auditee/registered.rs

said-the-key-stands-twice-among-the-ba223118 = der Schlüssel `{ $key }` steht zweimal ({ $list })
said-give-each-a-key-of-its-own-c2419698 = jedem einen eigenen Schlüssel geben
said-no-unit-has-the-key-b6577aa5 = keine Einheit hat den Schlüssel `{ $key }`
said-name-the-key-of-another-unit-of-the-list-08664914 = den Schlüssel einer anderen Einheit der Liste nennen
said-is-part-of-itself-by-way-of-what-it-is-part-of-48ae16fd = `{ $key }` ist über das, wovon sie ein Teil ist, Teil ihrer selbst
said-leave-out-one-of-the-parents-that-lead-round-ee5acc6a = eine der Obereinheiten weglassen, die im Kreis führen
said-the-person-stands-twice-among-the-contacts-b1d5de1a = die Person steht zweimal unter den Ansprechpersonen
said-name-each-contact-once-with-all-they-do-there-74a2a8b6 = jede Ansprechperson einmal nennen, mit allem, was sie dort tut

## crates/domain/src/auditee/soa.rs

said-a-statement-of-rows-cannot-be-one-8237ef0a = eine Erklärung mit { $count } Zeilen ist keine
said-give-1-to-rows-one-a-control-db813e14 = 1 bis { $most } Zeilen angeben, eine je Maßnahme
said-the-control-stands-twice-62fa1793 = die Maßnahme `{ $control }` steht zweimal
said-keep-one-row-for-it-68c3d9d8 = eine Zeile dafür behalten
said-the-control-is-necessary-and-nothing-says-why-f97c85d1 = die Maßnahme `{ $control }` ist notwendig, und nichts sagt, warum
said-the-control-is-excluded-and-nothing-says-why-b1b4f3d6 = die Maßnahme `{ $control }` ist ausgeschlossen, und nichts sagt, warum
said-give-the-reason-as-the-auditee-does-where-they-25b6b5ca = den Grund angeben, wie ihn die auditierte Organisation angibt; wo sie keinen nennt, das hier sagen
said-the-control-is-excluded-and-has-a-reason-for-0cd13eba = die Maßnahme `{ $control }` ist ausgeschlossen und hat trotzdem einen Grund für ihre Einbeziehung
said-leave-out-the-reason-that-does-not-apply-bfa8d49a = den Grund weglassen, der nicht zutrifft
said-there-is-a-version-already-03372c6c = es gibt schon eine Fassung `{ $label }`
said-give-the-auditee-s-name-of-this-version-54f2fabc = die Bezeichnung angeben, die diese Fassung bei der auditierten Organisation hat
said-is-yet-to-come-0ddf8c56 = { $when } liegt in der Zukunft
said-give-the-date-of-the-version-62554925 = das Datum der Fassung angeben
said-the-document-is-another-auditee-s-b669f6c3 = das Dokument gehört zu einer anderen auditierten Organisation
said-name-a-document-of-this-auditee-or-none-8056d151 = ein Dokument dieser auditierten Organisation nennen, oder keines

## crates/domain/src/auditor/appraisals.rs

said-the-person-is-not-in-this-audit-s-team-b996ab9b = die Person gehört nicht zum Auditteam dieses Audits
said-name-an-audit-that-they-took-part-in-38afe076 = ein Audit nennen, an dem sie teilgenommen hat
said-a-post-audit-review-names-no-audit-d79bc3f8 = eine Überprüfung nach dem Audit nennt kein Audit
said-name-the-audit-that-was-reviewed-1f48d72f = das überprüfte Audit nennen
said-the-person-would-evaluate-themselves-c242efc9 = die Person würde sich selbst bewerten
said-let-somebody-else-evaluate-them-a03b7d2c = sie von jemand anderem bewerten lassen
said-a-behaviour-is-noted-twice-df8ad42d = ein Verhalten ist zweimal vermerkt
said-bring-both-notes-together-b6ed80d7 = beide Vermerke zusammenführen
said-the-person-would-follow-up-their-own-evaluation-fd39fbc4 = die Person würde ihre eigene Bewertung weiterverfolgen
said-let-the-evaluator-or-whoever-manages-the-programme-f85fc832 = es die bewertende Person oder die Leitung des Auditprogramms tun lassen
said-what-followed-is-in-the-record-already-13191a12 = was darauf folgte, ist schon eingetragen
said-record-another-evaluation-with-appraisal-record-84865aa8 = für Späteres mit `appraisal.record` eine weitere Bewertung eintragen

## crates/domain/src/auditor/code.rs

said-the-code-would-be-accepted-on-behalf-of-somebody-c50aba27 = der Verhaltenskodex würde für jemand anderen anerkannt
said-let-the-person-accept-it-themselves-44f653e9 = ihn von der Person selbst anerkennen lassen
said-is-not-the-code-as-it-reads-now-1391e3b3 = `{ $code }` ist nicht der Verhaltenskodex in seiner jetzigen Fassung
said-read-and-accept-371a73ed = `{ $code }` lesen und anerkennen

## crates/domain/src/auditor/credentials.rs

said-the-person-has-a-credential-already-27d54fde = die Person hat schon einen Kompetenznachweis `{ $key }`
said-choose-another-key-or-withdraw-the-other-first-aee8193f = einen anderen Schlüssel wählen oder den anderen Nachweis zuerst mit `credential.withdraw` zurückziehen
said-the-credential-is-yet-to-come-or-ends-before-597b3fc7 = der Kompetenznachweis liegt in der Zukunft, oder er endet vor seinem Beginn
said-enter-it-once-it-is-had-with-a-last-day-on-or-5000cda9 = ihn eintragen, sobald er vorliegt, mit einem letzten Tag nicht vor dem ersten
said-is-more-than-the-period-has-room-for-or-none-73e1b618 = { $amount } ist mehr, als der Zeitraum zulässt, oder nichts
said-give-months-of-experience-or-hours-of-training-80963b4b = Monate der Erfahrung oder Stunden der Schulung angeben, 1 bis { $most }; oder nichts, wo es genügt, den Nachweis zu haben
said-the-person-has-no-credential-f2a109d0 = die Person hat keinen Kompetenznachweis `{ $key }`
said-give-the-key-of-one-of-the-person-s-credentials-8027092a = den Schlüssel eines Kompetenznachweises der Person angeben
said-is-yet-to-come-9622688a = { $when } liegt in der Zukunft
said-record-it-once-it-has-taken-place-7444915f = es eintragen, nachdem es stattgefunden hat
said-hours-cannot-be-one-entry-8e0cf4fb = { $hours } Stunden sind kein einzelner Eintrag
said-give-1-to-hours-and-longer-development-in-several-d793ef60 = 1 bis { $most } Stunden angeben, längere Fortbildung in mehreren Einträgen

## crates/domain/src/auditor/passkeys.rs

said-a-passkey-is-bound-when-it-is-made-and-its-authenticator-95e3b2bf = ein Passkey wird zugeordnet, wenn er erstellt wird und sein Authenticator geantwortet hat
said-make-one-where-you-look-after-how-you-sign-in-e83ca2cd = ihn dort erstellen, wo die eigene Anmeldung eingerichtet wird
said-the-passkey-would-be-bound-to-somebody-else-c34f4f3e = der Passkey würde jemand anderem zugeordnet
said-let-the-person-make-it-themselves-2010b6e3 = ihn von der Person selbst erstellen lassen

## crates/domain/src/auditor/people.rs

said-a-language-stands-twice-eb2227e3 = eine Sprache steht zweimal
said-name-each-language-once-16468fc0 = jede Sprache einmal nennen
said-no-day-costs-so-much-89802259 = kein Tag kostet so viel
said-give-at-most-cents-which-is-a-million-b24ff84a = höchstens { $most } Cent angeben, das ist eine Million
said-the-absence-ends-before-it-begins-e4098c47 = die Abwesenheit endet, bevor sie beginnt
said-give-a-last-day-on-or-after-the-first-dede1aea = einen letzten Tag nicht vor dem ersten angeben
said-the-absence-from-overlaps-it-19d306f6 = die Abwesenheit ab { $from } überschneidet sich damit
said-strike-the-other-out-first-with-absence-remove-ac0063e2 = die andere zuerst mit `absence.remove` streichen, oder andere Tage angeben
said-no-absence-begins-on-6077a60a = am { $from } beginnt keine Abwesenheit
said-give-the-first-day-of-an-absence-in-the-record-31c8a901 = den ersten Tag einer eingetragenen Abwesenheit angeben

## crates/domain/src/auditor/relations.rs

said-the-declaration-would-be-made-on-behalf-of-somebody-8610dab4 = die Erklärung würde für jemand anderen abgegeben
said-let-the-person-declare-it-themselves-what-others-fc9c2d24 = sie von der Person selbst abgeben lassen; was andere wissen, wird mit `relation.declare` eingetragen
said-the-relation-ends-before-it-begins-a7ea5cc4 = die Beziehung endet, bevor sie beginnt
said-the-record-has-this-relation-at-that-time-already-01a42764 = diese Beziehung, „{ $kind }“, ist für diese Zeit schon eingetragen
said-end-or-withdraw-the-other-first-or-give-the-days-760816e2 = die andere zuerst beenden oder zurückziehen, oder die Tage angeben, die sie auslässt
said-the-relation-was-withdrawn-as-a-mistake-9dad6f2c = die Beziehung wurde als Irrtum zurückgezogen
said-declare-it-again-with-relation-declare-if-it-2d593b87 = sie mit `relation.declare` wieder erklären, wenn es keiner war
said-the-relation-has-an-end-already-e8c53592 = die Beziehung hat schon ein Ende
said-where-that-end-is-wrong-withdraw-the-entry-with-0faa529e = wo dieses Ende falsch ist, den Eintrag mit Begründung zurückziehen und die Beziehung neu erklären
said-is-before-the-relation-began-or-yet-to-come-b26f7b57 = { $on } liegt vor dem Beginn der Beziehung oder in der Zukunft
said-give-a-day-from-to-today-once-it-has-ended-bbdf0b07 = einen Tag von { $from } bis heute angeben, wenn sie beendet ist
said-whom-the-relation-bars-would-lift-the-bar-themselves-7f955ffb = wen die Beziehung ausschließt, würde die Sperre selbst aufheben
said-let-somebody-else-look-at-it-and-withdraw-it-37965092 = sie von jemand anderem ansehen und zurückziehen lassen

## crates/domain/src/certification/complaints.rs

said-give-the-day-on-which-it-was-received-fd4e5bf4 = den Tag des Eingangs angeben
said-the-receipt-was-acknowledged-already-7d325f2f = der Eingang ist schon bestätigt
said-the-complaint-is-abc10958 = die Beschwerde hat den Status „{ $state }“
said-a-decided-complaint-stands-enter-an-appeal-against-c0b073c9 = eine entschiedene Beschwerde bleibt; stattdessen einen Einspruch gegen die Entscheidung eintragen
said-whoever-is-to-handle-it-took-part-in-the-audit-0f015907 = wer sie bearbeiten soll, war an dem Audit beteiligt, um das es geht, oder an der Entscheidung darüber
said-give-it-to-somebody-who-was-not-involved-6cba5f7d = sie jemandem zuteilen, der nicht beteiligt war
said-the-complaint-is-not-assigned-b4bfc11f = die Beschwerde hat den Status „{ $state }“, nicht „{ ComplaintState-assigned }“
said-give-it-to-somebody-first-with-complaint-assign-f3981ca4 = sie zuerst mit `complaint.assign` zuteilen
said-who-decides-is-not-whoever-was-given-it-9e93c11c = entscheiden würde jemand anderes als die Person, der sie zugeteilt ist
said-let-the-handler-decide-or-give-it-to-somebody-f26131b0 = die bearbeitende Person entscheiden lassen oder sie mit `complaint.assign` jemand anderem zuteilen
said-the-complaint-is-not-decided-406e59e5 = die Beschwerde hat den Status „{ $state }“, nicht „{ ComplaintState-decided }“
said-decide-it-first-with-complaint-decide-0b9102c3 = sie zuerst mit `complaint.decide` entscheiden

## crates/domain/src/certification/decide.rs

said-the-client-s-certification-against-is-e3fd16ac = die Zertifizierung des Kunden nach `{ $criteria }` hat den Status „{ $state }“
said-go-on-with-that-one-its-scope-is-extended-by-332e11dd = mit dieser fortfahren; ihr Geltungsbereich wird durch ein Audit aus besonderem Anlass erweitert
said-who-acts-took-part-in-the-audit-b43f30b3 = die handelnde Person war am Audit beteiligt
said-let-somebody-competent-review-and-decide-who-6aab39f5 = jemanden mit Kompetenz prüfen und entscheiden lassen, der nicht am Audit beteiligt war
said-the-audit-is-not-of-this-client-or-its-report-39e1a6ef = das Audit ist keines dieses Kunden, oder sein Bericht ist nicht herausgegeben
said-name-an-audit-of-this-client-whose-report-was-5cbe8148 = ein Audit dieses Kunden nennen, dessen Bericht herausgegeben ist
said-who-acts-does-not-review-for-the-audit-s-programme-c293b49f = die handelnde Person prüft nicht für das Auditprogramm dieses Audits
said-let-somebody-do-it-who-has-the-role-technical-9e32738e = es jemanden tun lassen, der darin die Rolle „{ ProgrammeRoleKind-technical_reviewer }“ hat
said-who-acts-decides-for-no-programme-that-audits-4cb19052 = die handelnde Person entscheidet für kein Auditprogramm, das den Kunden auditiert
said-let-somebody-do-it-who-has-the-role-decision-14227dee = es jemanden tun lassen, der im Auditprogramm die Rolle „{ ProgrammeRoleKind-decision_maker }“ hat
said-rests-on-no-audit-of-a-type-that-it-asks-for-4780468c = „{ $decision }“ beruht auf keinem Audit der Art, die dafür nötig ist
said-name-an-audit-of-type-aa64186c = ein Audit dieser Art nennen: { $types }
said-certification-expired-on-a803cad7 = die Zertifizierung ist am { $expires } abgelaufen
said-restore-it-after-a-recertification-audit-or-begin-ae2390e0 = sie nach einem Rezertifizierungsaudit wiederherstellen oder mit Stufe 2 neu beginnen
said-restore-it-within-the-time-the-policy-allows-b55e11a5 = sie in der Zeit wiederherstellen, die die Vorgaben erlauben, oder mit Stufe 2 neu beginnen
said-certification-lasts-until-and-can-be-restored-05321474 = die Zertifizierung gilt bis { $expires } und lässt sich bis { $last } wiederherstellen
said-renew-it-before-expiry-after-the-last-day-begin-5ffaaf2b = sie vor dem Ablauf erneuern; nach dem letzten Tag mit Stufe 2 neu beginnen
said-the-suspension-could-last-until-d662c7f4 = die Aussetzung durfte bis { $last } dauern
said-withdraw-the-certification-16399eca = die Zertifizierung entziehen
said-certification-would-have-lasted-until-75296db6 = die Zertifizierung hätte bis { $would_expire } gegolten
said-withdraw-it-and-begin-anew-with-stage-2-d300da99 = sie entziehen und mit Stufe 2 neu beginnen
said-does-not-follow-where-certification-is-9f1e2932 = „{ $decision }“ folgt nicht auf den Status „{ $state }“ der Zertifizierung
said-look-at-where-the-certification-stands-b81c79d2 = ansehen, wie die Zertifizierung steht
said-no-technical-review-has-found-the-information-c1ab5a6a = keine fachliche Prüfung hat die Angaben zu diesem Audit für ausreichend befunden
said-have-it-reviewed-with-certification-review-by-de367ce1 = es mit `certification.review` von jemandem prüfen lassen, der nicht am Audit beteiligt war
said-stage-2-ended-on-and-its-grave-nonconformities-fe05a489 = Stufe 2 endete am { $ended }, und ihre schwerwiegenden Nichtkonformitäten konnten bis { $last } verifiziert werden
said-carry-out-another-stage-2-079332af = eine neue Stufe 2 durchführen
said-nonconformity-must-be-verified-and-is-f070834f = Nichtkonformität { $number } muss verifiziert sein und hat den Status „{ $state }“
said-verify-its-correction-and-corrective-action-with-ecdff619 = ihre Korrektur und Korrekturmaßnahme mit `finding.verify` verifizieren
said-the-plan-for-nonconformity-must-be-accepted-and-02aae0cc = der Plan zu Nichtkonformität { $number } muss angenommen sein, und sie hat den Status „{ $state }“
said-review-the-plan-and-accept-it-with-finding-accept-8d735958 = den Plan prüfen und mit `finding.accept_plan` annehmen

## crates/domain/src/certification/erase.rs

said-the-legal-hold-lasts-ea564460 = die Löschsperre `{ $key }` besteht: { $reason }
said-have-it-lifted-first-with-audit-lift-hold-1ffd5de4 = sie zuerst mit `audit.lift_hold` aufheben lassen
said-the-audit-is-41f8878e = das Audit hat den Status „{ $state }“
said-complete-cancel-or-terminate-it-first-78b5d1c9 = es zuerst abschließen, absagen oder abbrechen
said-the-records-are-kept-until-2716cc0e = die Aufzeichnungen werden bis { $until } aufbewahrt
said-wait-until-retention-is-over-d6b2e7ec = warten, bis die Aufbewahrungsfrist abgelaufen ist
said-the-person-is-in-the-audit-which-is-5a6f28e2 = die Person gehört zum Audit „{ $title }“ mit dem Status „{ $state }“
said-dismiss-them-from-it-or-complete-it-first-f49d81c1 = sie daraus entlassen oder es zuerst abschließen

## crates/domain/src/claim/take.rs

said-the-evidence-is-of-another-audit-or-was-seen-b398fc40 = der Nachweis gehört zu einem anderen Audit oder wurde gesehen und nicht entgegengenommen
said-take-the-file-into-this-audit-first-with-evidence-199f1610 = nehmen Sie die Datei zuerst mit `evidence.take` in dieses Audit
said-the-evidence-is-restricted-and-claims-are-read-012d9582 = der Nachweis ist eingeschränkt zugänglich, und Aussagen liest das ganze Team
said-ask-the-leader-whether-it-has-to-be-and-classify-5e276058 = fragen Sie die Auditteamleitung, ob er es sein muss, und stufen Sie ihn mit `evidence.classify` neu ein
said-there-are-claims-b33e5471 = es sind { $count } Aussagen
said-split-the-file-and-take-each-part-61693410 = teilen Sie die Datei und übernehmen Sie jeden Teil
said-stands-twice-718d45c7 = `{ $place }` steht zweimal da
said-name-the-sheet-and-the-row-or-an-id-that-is-its-3ca64310 = nennen Sie Blatt und Zeile oder eine eigene Kennung
said-claims-of-this-file-stand-already-8d32e217 = Aussagen dieser Datei sind schon übernommen
said-withdraw-them-with-claims-withdraw-or-take-the-8abd3002 = ziehen Sie sie mit `claims.withdraw` zurück oder nehmen Sie die Datei entgegen, wie sie jetzt ist
said-the-claims-were-withdrawn-before-56cf9b45 = die Aussagen wurden schon zurückgezogen
said-take-the-file-again-if-they-are-to-stand-9e6ecd8b = übernehmen Sie die Datei noch einmal, wenn sie gelten sollen

## crates/domain/src/criteria/adopt.rs

said-is-retired-2b302617 = `{ $criteria }` ist außer Verwendung: { $reason }
said-name-the-set-that-has-taken-its-place-and-bring-4b20c151 = den Satz nennen, der an seine Stelle getreten ist, und ihn in den Umfang des Auditprogramms aufnehmen
said-are-the-own-criteria-of-another-auditee-ebb2b175 = `{ $criteria }` sind eigene Kriterien einer anderen auditierten Organisation
said-name-criteria-that-are-meant-for-this-auditee-f32f048f = Kriterien nennen, die für diese auditierte Organisation gedacht sind
said-was-adopted-before-and-this-is-not-the-same-d99c6572 = `{ $criteria }` wurde schon übernommen, und dies ist nicht dasselbe
said-give-what-has-changed-an-id-that-names-its-own-71ad1614 = dem Geänderten eine Kennung geben, die seine eigene Ausgabe nennt, und die frühere außer Verwendung nehmen
said-was-adopted-before-and-is-retired-f3b1b281 = `{ $criteria }` wurde schon übernommen und ist außer Verwendung
said-give-the-set-an-id-that-names-an-edition-of-its-09b90554 = dem Satz eine Kennung geben, die eine eigene Ausgabe nennt
said-the-set-has-no-requirement-f2a242a4 = der Satz hat keine Anforderung
said-give-each-thing-that-an-auditee-can-fulfil-or-7ccc896e = alles angeben, was eine auditierte Organisation erfüllen kann oder nicht, mit Nummer und kurzem Titel
said-stands-twice-03c8e7d9 = `{ $id }` steht zweimal
said-keep-one-of-them-a43a6545 = eines davon behalten
said-there-is-no-requirement-in-the-set-480862c1 = im Satz gibt es keine Anforderung `{ $parent }`
said-name-a-requirement-of-the-same-set-or-none-for-2f084f35 = eine Anforderung desselben Satzes nennen, oder keine, wenn sie ganz oben steht
said-lies-above-itself-f4f21269 = `{ $id }` steht über sich selbst
said-name-a-parent-that-is-not-below-it-b648313d = eine übergeordnete nennen, die nicht darunter steht
said-stands-twice-or-has-no-value-83ca79e6 = `{ $name }` steht zweimal oder hat keinen Wert
said-give-each-attribute-once-with-all-of-its-values-4bea244e = jedes Merkmal einmal angeben, mit allen Werten
said-is-retired-already-c67ec151 = `{ $criteria }` ist schon außer Verwendung

## crates/domain/src/criteria/mappings.rs

said-is-mapped-to-itself-40c69df6 = `{ $from }` ist sich selbst zugeordnet
said-name-another-set-or-another-edition-of-it-095a0dd3 = einen anderen Satz oder eine andere Ausgabe davon nennen
said-the-mapping-has-no-pair-3953d063 = die Zuordnung hat kein Paar
said-say-of-each-requirement-what-it-corresponds-to-64201b51 = zu jeder Anforderung sagen, was ihr entspricht
said-the-pair-names-no-requirement-202948d8 = das Paar nennt keine Anforderung
said-name-the-one-it-maps-from-the-one-it-maps-to-da28dc6d = die zugeordnete nennen, die, der sie zugeordnet wird, oder beide
said-the-pair-stands-twice-2871e0ed = das Paar steht zweimal
said-has-no-requirement-a78e422d = `{ $criteria }` hat keine Anforderung `{ $requirement }`
said-name-a-requirement-of-the-set-as-it-was-adopted-ba1d83c3 = eine Anforderung des Satzes nennen, wie er übernommen wurde
said-the-mapping-from-to-is-retired-already-24dbea21 = die Zuordnung von `{ $from }` zu `{ $to }` ist schon außer Verwendung

## crates/domain/src/criteria/wording.rs

said-has-not-been-adopted-68a296ca = `{ $criteria }` ist nicht übernommen
said-adopt-the-set-with-criteria-adopt-assize-catalogue-85663fa3 = den Satz mit `criteria.adopt` übernehmen; für eine Datei tut das `assize catalogue import --adopt`
said-has-a-wording-already-827212d5 = zu `{ $requirement }` ist schon ein Wortlaut hinterlegt
said-take-it-away-first-with-wording-remove-f28fd9cb = ihn zuerst mit `wording.remove` entfernen
said-the-wording-of-is-removed-already-447fa448 = der Wortlaut von `{ $requirement }` ist schon entfernt
said-have-it-cleared-from-the-journal-too-with-record-f38f3e41 = ihn mit `record.erase` auch aus dem Journal löschen lassen

## crates/domain/src/document/followed.rs

said-the-audit-has-no-nonconformity-that-was-raised-cc4ac032 = das Audit hat keine Nichtkonformität { $number }, die erhoben wurde
said-give-the-number-of-one-that-was-raised-and-stands-8c5a3009 = die Nummer einer angeben, die erhoben wurde und besteht

## crates/domain/src/document/template.rs

said-the-file-has-bytes-4971330e = die Datei hat { $bytes } Byte
said-give-one-of-at-most-bytes-with-smaller-pictures-bd1996c4 = eine von höchstens { $most } Byte geben, mit kleineren Bildern
said-version-of-this-template-is-retired-already-aef39ff6 = Fassung { $revision } dieser Vorlage ist schon außer Gebrauch
said-the-profile-of-an-auditor-is-no-document-of-an-535e8c96 = das Profil eines Auditors ist kein Dokument eines Audits
said-nothing-is-to-be-chosen-it-is-made-of-the-template-c93b84e7 = nichts ist zu wählen: Es wird aus der Vorlage gemacht, die dafür in Gebrauch ist
said-the-template-is-one-for-not-for-4ac3c187 = die Vorlage ist eine für `{ $of }`, nicht für `{ $wanted }`
said-choose-one-that-was-adopted-for-this-kind-of-ee874b74 = eine wählen, die für diese Art von Dokument übernommen wurde
said-version-of-this-template-is-retired-6c61598e = Fassung { $revision } dieser Vorlage ist außer Gebrauch
said-choose-the-version-that-is-in-use-93fe1c8c = die Fassung wählen, die in Gebrauch ist

## crates/domain/src/evidence/collect.rs

said-a-file-cannot-have-bytes-here-9cd935b1 = eine Datei kann hier nicht { $bytes } Byte haben
said-give-a-length-from-0-to-c217f689 = eine Länge von 0 bis { $most } angeben
said-whoever-saw-it-is-not-in-the-audit-s-team-fab8fb72 = wer es gesehen hat, gehört nicht zum Auditteam
said-name-somebody-of-the-team-who-saw-it-or-take-293408b6 = jemanden aus dem Auditteam nennen, der es gesehen hat, oder stattdessen eine Aussage als Nachweis aufnehmen
said-give-the-time-at-which-it-was-seen-2c2a219b = den Zeitpunkt angeben, zu dem es gesehen wurde
said-is-less-than-7db250de = „{ $classification }“ ist niedriger als „{ $present }“
said-say-why-it-is-less-sensitive-than-it-was-taken-b15a2b4b = sagen, warum es weniger schutzbedürftig ist als angenommen
said-the-store-keeps-no-encrypted-file-of-it-f1a566ea = Die Ablage enthält davon keine verschlüsselte Datei
said-have-the-store-encrypt-its-files-first-with-assize-ef84d67c = lassen Sie die Dateien zuerst mit `assize evidence encrypt` verschlüsseln

## crates/domain/src/evidence/evaluate.rs

said-the-paper-is-already-72909691 = das Arbeitspapier hat schon den Status „{ $state }“
said-reopen-it-first-with-paper-reopen-with-the-reason-3b93e151 = es zuerst mit `paper.reopen` und Begründung wieder öffnen
said-rests-on-no-evidence-492440dd = „{ $evaluation }“ stützt sich auf keinen Nachweis
said-attach-evidence-with-paper-attach-a-file-or-what-9e5230a9 = mit `paper.attach` einen Nachweis zuordnen: eine Datei oder Gesehenes, nicht Mitgenommenes
said-has-no-reason-d2845d02 = zu „{ $evaluation }“ fehlt der Grund
said-say-why-the-report-prints-it-b1a4da5f = sagen, warum; der Bericht druckt es
said-the-paper-is-not-evaluated-8d953931 = das Arbeitspapier hat den Status „{ $state }“, nicht „{ PaperState-evaluated }“
said-evaluate-it-first-with-paper-evaluate-270a5f18 = es zuerst mit `paper.evaluate` beurteilen
said-who-reviews-the-paper-has-prepared-it-82828d21 = wer das Arbeitspapier prüft, hat es erstellt
said-let-another-auditor-of-the-team-review-it-20cb76c1 = es von einem anderen auditierenden Mitglied des Auditteams prüfen lassen
said-the-paper-of-an-auditor-in-training-is-reviewed-42b10fca = das Arbeitspapier von Auditierenden in Ausbildung prüft jemand, der sie nicht anleitet
said-let-the-leader-or-whoever-directs-them-review-74567244 = es von der Leitung oder der anleitenden Person prüfen lassen
said-an-auditor-in-training-reviews-no-papers-ee9f53c8 = Auditierende in Ausbildung prüfen keine Arbeitspapiere
said-let-the-leader-or-an-auditor-review-it-1d711899 = es von der Leitung oder einem auditierenden Mitglied prüfen lassen
said-the-paper-is-open-855dbf5a = das Arbeitspapier ist offen
said-nonconformity-rests-on-the-paper-s-evaluation-89fe977e = Nichtkonformität { $number } stützt sich auf die Beurteilung des Arbeitspapiers
said-withdraw-the-nonconformity-first-with-finding-798e8adb = zuerst die Nichtkonformität mit `finding.withdraw` und Begründung zurückziehen

## crates/domain/src/evidence/mod.rs

said-who-acts-is-no-auditor-of-this-audit-s-team-dd86f784 = die handelnde Person auditiert nicht im Auditteam dieses Audits
said-let-the-leader-or-an-auditor-of-the-team-do-it-acdc668a = es die Leitung oder ein auditierendes Mitglied des Auditteams tun lassen; wer beobachtet, betreut, fachlich berät oder dolmetscht, führt keine eigenen Audittests durch
said-the-audit-is-not-conducting-7ef35e41 = das Audit hat den Status „{ $state }“, nicht „{ AuditState-conducting }“
said-hold-the-opening-meeting-and-begin-the-audit-00eb447f = die Eröffnungsbesprechung abhalten und das Audit mit `audit.begin` beginnen; nach der Abschlussbesprechung stehen die Arbeitspapiere fest

## crates/domain/src/evidence/notes.rs

said-the-paper-has-been-reviewed-31ef5771 = das Arbeitspapier ist geprüft
said-a-note-of-an-interview-does-not-say-whom-d3ebaf1d = eine Aufzeichnung einer Befragung sagt nicht, wer befragt wurde
said-give-the-role-of-whoever-was-interviewed-such-4fd684d9 = die Funktion der befragten Person angeben, etwa `Risikoeigentümer`; eine Funktion, keinen Namen
said-the-note-is-somebody-else-s-5963f087 = die Aufzeichnung ist von jemand anderem
said-write-a-note-of-your-own-beside-it-with-note-c79aefcd = mit `note.write` eine eigene daneben schreiben
said-a-sample-of-cannot-come-from-a-population-of-42297fb7 = eine Stichprobe von { $size } kann nicht aus einer Grundgesamtheit von { $population_size } stammen
said-give-a-size-from-1-to-the-size-of-the-population-283981f1 = einen Umfang von 1 bis zur Größe der Grundgesamtheit angeben
said-deviations-cannot-be-among-examined-9a0e2eb3 = { $deviations } Abweichungen können nicht unter { $size } untersuchten sein
said-give-at-most-as-many-deviations-as-were-examined-9b34b3e1 = höchstens so viele Abweichungen angeben, wie untersucht wurden
said-the-evidence-belongs-to-another-audit-b3c19992 = der Nachweis gehört zu einem anderen Audit
said-take-it-in-for-this-audit-first-c88e6462 = ihn zuerst für dieses Audit aufnehmen
said-the-paper-s-evaluation-rests-on-its-evidence-cb705e35 = die Beurteilung des Arbeitspapiers stützt sich auf seine Nachweise
said-reopen-the-paper-first-with-paper-reopen-with-8d131f39 = das Arbeitspapier zuerst mit `paper.reopen` und Begründung wieder öffnen

## crates/domain/src/evidence/papers.rs

said-the-audit-has-no-scope-and-criteria-yet-a8ee12ae = das Audit hat noch keinen Umfang und keine Auditkriterien
said-initiate-it-with-audit-initiate-b801a18b = es mit `audit.initiate` veranlassen
said-no-adopted-audit-test-is-for-the-criteria-and-c70b0d5b = kein übernommener Audittest passt zu Auditkriterien und Art dieses Audits
said-adopt-a-catalogue-that-has-tests-for-them-or-84ce7671 = einen Katalog mit Audittests dazu übernehmen oder eine Zuordnung von einem Satz, der welche hat
said-control-has-no-usable-title-cc614bce = die Maßnahme `{ $control }` hat keinen brauchbaren Titel
said-give-it-one-073b8219 = ihr einen geben
said-is-no-leader-auditor-or-auditor-in-training-of-11455e1f = `{ $assignee }` gehört nicht als Leitung, auditierend oder in Ausbildung zum Auditteam dieses Audits
said-appoint-them-first-with-audit-appoint-or-give-5248371a = die Person zuerst mit `audit.appoint` berufen oder die Arbeitspapiere jemandem aus dem Auditteam zuteilen
said-the-audit-has-not-been-initiated-df0f9de1 = das Audit ist nicht veranlasst
said-is-no-paper-of-this-audit-af9f63fd = `{ $id }` ist kein Arbeitspapier dieses Audits
said-look-the-papers-up-in-the-audit-s-list-5f44fef6 = die Arbeitspapiere in der Liste des Audits nachsehen

## crates/domain/src/evidence/tests_adopted.rs

said-tests-no-requirement-48df5e90 = `{ $test }` prüft keine Anforderung
said-name-what-it-tests-20607488 = nennen, was er prüft
said-adopt-the-version-that-is-to-be-used-b2de38d8 = die Fassung übernehmen, die verwendet werden soll
said-this-version-of-is-retired-already-4884d3a3 = diese Fassung von `{ $test }` ist schon außer Verwendung

## crates/domain/src/evidence/trails.rs

said-has-steps-99a8a1b5 = { $count ->
    [one] `{ $trail }` hat einen Schritt
   *[other] `{ $trail }` hat { $count } Schritte
}
said-name-the-tests-that-a-case-is-taken-to-one-after-2f80c7c5 = die Audittests nennen, zu denen ein Fall nacheinander führt
said-the-trail-goes-to-twice-3f711e79 = die Auditspur führt zweimal zu `{ $test }`
said-make-one-step-of-the-two-cd97ffa5 = aus beiden einen Schritt machen
said-no-test-was-adopted-b78d758c = es ist kein Audittest `{ $test }` übernommen
said-adopt-it-first-with-test-adopt-or-name-another-6943b1b3 = ihn zuerst mit `test.adopt` übernehmen oder einen anderen nennen
said-this-version-of-is-retired-b778de60 = diese Fassung von `{ $id }` ist außer Verwendung
said-follow-the-version-that-is-in-use-e48c81fc = der Fassung folgen, die in Verwendung ist
said-the-audit-has-working-papers-on-of-the-tests-b0d1bc99 = das Audit hat Arbeitspapiere zu { $with_paper } von { $count } Audittests
said-make-the-papers-first-with-papers-make-or-follow-1b73e7bc = die Arbeitspapiere zuerst mit `papers.make` anlegen oder einer Auditspur durch das folgen, was auditiert wird
said-the-case-has-no-step-to-with-a-working-paper-1783b256 = der Fall hat keinen Schritt zu `{ $test }` mit einem Arbeitspapier
said-name-the-test-of-a-step-that-has-one-the-others-21d49807 = den Audittest eines Schritts nennen, der eines hat; die anderen sind Brüche in der Auditspur

## crates/domain/src/evidence/versions.rs

said-the-paper-was-made-from-no-audit-test-41375d60 = das Arbeitspapier ist aus keinem Audittest entstanden
said-papers-on-earlier-findings-and-on-the-auditee-757359fb = Arbeitspapiere zu früheren Feststellungen und zu eigenen Maßnahmen der auditierten Organisation haben keine Fassungen
said-the-paper-is-on-and-the-version-is-one-of-d94bc412 = das Arbeitspapier gehört zu `{ $test }`, und die Fassung ist eine von `{ $other }`
said-name-a-version-of-the-paper-s-own-test-or-make-b13c2b3a = eine Fassung des eigenen Audittests nennen oder aus dem anderen ein Arbeitspapier anlegen
said-name-the-version-that-is-in-use-b9d9535e = die Fassung nennen, die in Verwendung ist
said-this-version-of-tests-nothing-of-the-audit-s-ae7ff59a = diese Fassung von `{ $test }` prüft nichts aus den Auditkriterien des Audits
said-keep-the-version-that-the-paper-has-or-adopt-ab30e50d = die Fassung des Arbeitspapiers behalten oder eine Zuordnung von den Kriterien des Audittests übernehmen
said-the-paper-has-been-evaluated-6e3bf7a1 = das Arbeitspapier ist beurteilt
said-open-it-again-with-paper-reopen-and-evaluate-27eb39c6 = es mit `paper.reopen` wieder öffnen und nach der anderen Fassung beurteilen

## crates/domain/src/field/carry.rs

said-the-act-reaches-beyond-the-audit-that-was-lent-e2d6f767 = der Schritt reicht über das verliehene Audit hinaus
said-give-it-in-the-house-by-whoever-may-76974357 = im Haus tun, durch jemanden, der es darf
said-is-not-given-in-the-field-5fe3498c = `{ $command }` gibt es im Feld nicht
said-give-it-in-the-house-when-the-loan-is-back-note-26133ad7 = im Haus nachholen, wenn die Ausleihe zurück ist; bis dahin notieren, was zu sagen ist
said-cannot-be-read-as-a-command-of-this-version-1c7bd995 = `{ $command }` ist in dieser Version nicht als Befehl lesbar
said-give-what-it-says-as-a-command-of-your-own-and-9ad40388 = das Gesagte als eigenen Befehl geben und den Schritt mit Begründung beiseitelegen

## crates/domain/src/field/lend.rs

said-is-no-leader-auditor-or-auditor-in-training-of-ab046cda = `{ $borrower }` ist in diesem Auditteam weder Leitung noch Auditorin oder Auditor, auch nicht in Ausbildung
said-lend-it-to-somebody-of-the-team-who-does-audit-070e988e = an jemanden aus dem Team verleihen, der auditiert
said-the-loan-was-revoked-already-aad2fe6d = die Ausleihe ist schon widerrufen
said-there-is-nothing-left-to-do-3ecf6ffd = es ist nichts mehr zu tun

## crates/domain/src/field/mod.rs

said-a-loan-is-made-with-its-file-and-what-comes-home-bbec4446 = eine Ausleihe entsteht mit ihrer Datei, und was zurückkommt, wird aus einer gelesen
said-lend-the-audit-on-its-page-or-with-assize-field-cbf97070 = das Audit auf seiner Seite oder mit `assize field out` verleihen und mit `assize field in` einlesen

## crates/domain/src/field/settle.rs

said-the-act-was-decided-on-already-0442cb96 = über den Schritt ist schon entschieden
said-look-at-its-record-what-it-says-can-be-given-0286bda0 = in seinem Datensatz nachsehen; was er sagt, lässt sich als eigener Befehl geben

## crates/domain/src/field/why.rs

said-the-loan-was-revoked-before-this-came-home-8beda0b5 = die Leihe wurde widerrufen, bevor dies zurückkam
said-take-it-where-it-is-the-work-of-the-borrower-a8ecd8c5 = es übernehmen, wenn es die Arbeit der entleihenden Person ist, sonst beiseitelegen
said-an-earlier-act-on-the-same-record-waits-15651155 = ein früherer Schritt an demselben Datensatz wartet noch
said-decide-on-that-first-036da69d = zuerst über diesen entscheiden
said-it-changes-nothing-what-it-says-stands-already-7bdb0b9c = es ändert nichts: Was es sagt, steht schon da
said-keep-what-stands-where-it-says-the-same-23a66534 = Bestehendes behalten, wenn es dasselbe sagt
said-it-cannot-be-read-as-a-command-of-this-version-989c1d1d = es ist in dieser Version nicht als Schritt lesbar
said-take-it-in-with-the-version-that-the-laptop-has-c381f883 = es mit der Version aufnehmen, die der Laptop hat

## crates/domain/src/finding/compose.rs

said-write-findings-from-the-opening-meeting-until-3f3f5e02 = Feststellungen von der Eröffnungsbesprechung bis zur Herausgabe des Berichts schreiben
said-let-the-leader-or-an-auditor-of-the-team-write-845b3e15 = sie die Leitung oder ein auditierendes Mitglied des Auditteams schreiben lassen
said-name-papers-of-this-audit-cb0f3f65 = Arbeitspapiere dieses Audits nennen
said-the-finding-rests-on-no-working-paper-8c26ed03 = die Feststellung stützt sich auf kein Arbeitspapier
said-name-the-papers-that-it-rests-on-6934111a = die Arbeitspapiere nennen, auf die sie sich stützt
said-is-no-evidence-of-this-audit-51dd180c = `{ $id }` ist kein Nachweis dieses Audits
said-none-of-the-papers-was-evaluated-as-does-not-f8f6212c = keines der Arbeitspapiere ist als „{ Evaluation-does_not_conform }“ beurteilt
said-evaluate-the-paper-that-shows-it-first-or-name-80f7b608 = zuerst das Arbeitspapier beurteilen, das es zeigt, oder es nennen
said-has-no-grade-f2250a21 = „{ $kind }“ hat keine Einstufung
said-leave-the-grade-out-c1304914 = die Einstufung weglassen
said-the-paper-does-not-conform-and-no-nonconformity-744d8b07 = das Arbeitspapier „{ $title }“ zeigt eine Nichtkonformität, und keine Feststellung sagt das
said-write-the-nonconformity-first-what-goes-beyond-654b831e = zuerst die Nichtkonformität schreiben; was darüber hinausgeht, kann ein Verbesserungspotenzial sein
said-is-no-criteria-of-this-audit-48eac09c = `{ $criteria }` gehört nicht zu den Auditkriterien dieses Audits
said-name-a-requirement-of-the-audit-s-criteria-or-f1f68630 = eine Anforderung aus den Auditkriterien nennen oder den Auditumfang ändern lassen
said-the-nonconformity-is-on-a-control-alone-164290b1 = die Nichtkonformität betrifft allein eine Maßnahme
said-name-the-clause-that-it-breaches-too-such-as-9dc095b6 = auch den verletzten Abschnitt nennen, etwa 6.1.3, 8.1 oder 8.3: eine Maßnahme verlangt von sich aus nichts
said-the-nonconformity-names-no-requirement-8d56a27b = die Nichtkonformität nennt keine Anforderung
said-name-the-clause-and-its-edition-129d3c4f = den Abschnitt mit seiner Ausgabe nennen
said-the-nonconformity-names-no-objective-evidence-704415e8 = die Nichtkonformität nennt keinen objektiven Nachweis
said-say-what-was-seen-where-and-when-and-how-many-4afb9074 = sagen, was wo und wann zu sehen war und wie viele von wie vielen
said-is-no-grade-of-the-programme-s-scheme-495b6d43 = `{ $grade }` ist keine Einstufung nach den Vorgaben des Auditprogramms
said-the-nonconformity-has-no-grade-d493ed0f = die Nichtkonformität hat keine Einstufung
said-give-one-of-218c5b7c = eines davon angeben: { $words }
said-the-finding-is-bbbcbdbc = die Feststellung hat den Status „{ $state }“
said-withdraw-it-with-finding-withdraw-with-the-reason-f86d2eeb = sie mit `finding.withdraw` und Begründung zurückziehen und eine andere schreiben
said-the-report-with-this-finding-has-been-issued-66f6adf4 = der Bericht mit dieser Feststellung ist herausgegeben
said-amend-the-report-by-a-new-version-and-close-the-243920e1 = den Bericht durch eine neue Fassung ändern und die Feststellung mit Begründung schließen

## crates/domain/src/finding/follow_up.rs

said-the-finding-is-an-8053d890 = die Feststellung ist von der Art „{ $kind }“
said-follow-nonconformities-up-what-comes-of-other-d3d90734 = Nichtkonformitäten werden weiterverfolgt; was aus anderen Feststellungen wird, ist Sache der auditierten Organisation
said-the-nonconformity-is-56014d14 = die Nichtkonformität hat den Status „{ $state }“
said-who-answers-for-the-auditee-is-an-auditor-of-937f4ed7 = wer für die auditierte Organisation antwortet, auditiert im Auditteam
said-let-the-auditee-answer-or-whoever-manages-the-9e7153e6 = die auditierte Organisation antworten lassen oder die Programmleitung, die nicht im Team ist, es für sie eintragen lassen
said-who-acts-is-neither-an-auditor-of-the-team-nor-d3505212 = die handelnde Person auditiert weder im Auditteam noch leitet sie das Auditprogramm
said-let-an-auditor-of-the-team-or-the-programme-manager-d3f3e00f = es von einem auditierenden Mitglied des Auditteams oder der Leitung des Auditprogramms beurteilen lassen
said-who-judges-the-action-answers-for-it-c0f42ac5 = wer die Maßnahme beurteilt, verantwortet sie
said-let-somebody-else-judge-it-5fecf38d = sie von jemand anderem beurteilen lassen
said-there-is-no-evidence-aef6c563 = es gibt keinen Nachweis
said-name-the-evidence-a-file-or-what-was-seen-but-5de2bb95 = den Nachweis nennen: eine Datei oder Gesehenes, nicht Mitgenommenes
said-no-evidence-has-the-id-21e8530a = kein Nachweis hat die Kennung `{ $id }`
said-take-it-in-first-14a48f18 = ihn zuerst aufnehmen
said-the-finding-must-be-acknowledged-or-upheld-after-d7f19173 = die Feststellung muss zuerst anerkannt oder, wenn bestritten, aufrechterhalten sein
said-say-first-how-it-was-corrected-with-finding-correct-5abd481c = zuerst mit `finding.correct` sagen, wie sie behoben wurde
said-give-the-root-cause-first-with-finding-give-cause-090ae484 = zuerst mit `finding.give_cause` die Ursache angeben
said-is-past-b74e4bd7 = { $due } ist vorbei
said-give-a-day-that-is-yet-to-come-8a5fa307 = einen Tag angeben, der noch kommt
said-the-auditee-plans-the-action-first-with-finding-7e947359 = zuerst plant die auditierte Organisation mit `finding.plan_action` die Korrekturmaßnahme
said-the-nonconformity-is-no-step-waits-to-be-judged-1ad1f18a = die Nichtkonformität hat den Status „{ $state }“: kein Schritt ist zu beurteilen
said-wait-for-the-auditee-s-next-step-f8c8946a = auf den nächsten Schritt der auditierten Organisation warten
said-the-plan-must-be-accepted-first-with-finding-670405db = der Plan muss zuerst mit `finding.accept_plan` angenommen sein
said-the-auditee-implements-the-action-first-with-36e28d4c = zuerst setzt die auditierte Organisation die Maßnahme mit `finding.implement` um
said-verify-the-implementation-first-with-finding-c77ea943 = zuerst die Umsetzung mit `finding.verify` verifizieren
said-the-check-is-due-on-b3858dbb = die Wirksamkeit ist am { $due } zu prüfen
said-wait-until-then-or-say-why-it-can-be-judged-earlier-7c617600 = bis dahin warten oder sagen, warum sie früher zu beurteilen ist
said-check-first-that-the-action-works-with-finding-001b863d = zuerst mit `finding.check_effectiveness` prüfen, dass die Maßnahme wirkt
said-is-no-graver-grade-than-the-present-one-f975399c = `{ $grade }` ist keine höhere Einstufung als die jetzige
said-name-a-graver-grade-of-the-programme-s-scheme-575d9ee4 = eine höhere Einstufung nach den Vorgaben des Auditprogramms nennen
said-escalate-nonconformities-that-are-raised-and-e7930e6b = höher eingestuft werden erhobene, nicht geschlossene Nichtkonformitäten

## crates/domain/src/finding/respond.rs

said-the-finding-is-and-its-answer-1b1fe74a = die Feststellung hat den Status „{ $state }“, ihre Antwort „{ $response }“
said-a-finding-is-answered-once-after-it-was-raised-3a837eab = eine Feststellung wird einmal beantwortet, nachdem sie erhoben ist
said-rule-on-findings-that-the-auditee-disputes-7037490e = entschieden wird über Feststellungen, die die auditierte Organisation bestreitet
said-who-rules-on-the-finding-does-not-lead-the-audit-60a912f5 = wer über die Feststellung entscheidet, leitet das Audit nicht
said-let-the-audit-team-leader-rule-the-auditee-may-89fbaf23 = die Leitung des Auditteams entscheiden lassen; die auditierte Organisation kann Einspruch erheben

## crates/domain/src/kernel/act.rs

said-the-command-makes-too-many-records-at-once-0d0b9cdf = der Befehl legt zu viele Aufzeichnungen auf einmal an
said-split-it-into-several-cd15dcc6 = ihn auf mehrere verteilen
said-the-operator-acts-for-nobody-in-particular-6561a887 = der Betrieb handelt für niemand Bestimmten
said-say-on-whose-behalf-with-as-person-a3d89fbe = mit `--as PERSON` sagen, für wen
said-it-was-changed-meanwhile-version-stands-and-this-f3f04c7b = inzwischen geändert: Es gilt Version { $present }, dies beruht auf Version { $expected }
said-look-at-what-stands-now-bring-both-texts-together-bc6867b2 = ansehen, was jetzt gilt, beide Texte zusammenführen und den eigenen noch einmal senden

## crates/domain/src/kernel/datum.rs

said-is-missing-c19c4cbd = fehlt
said-give-f4b8dff3 = `{ $name }` angeben
said-use-only-45c7607d = nur diese verwenden: { $known }
said-is-not-known-here-5af6cc6a = `{ $key }` ist hier nicht bekannt
said-could-not-be-read-fe440f94 = war nicht zu lesen
said-compare-it-with-the-schema-of-this-command-152523d1 = es mit dem Schema dieses Befehls vergleichen
said-is-not-a-text-56a39c6a = ist kein Text
said-bf69296c = `{ $shown }` { $error }
said-is-not-a-whole-number-in-range-05e46915 = ist keine ganze Zahl im zulässigen Bereich
said-give-a-whole-number-from-to-384c47e6 = eine ganze Zahl von { $min } bis { $max } angeben
said-is-neither-true-nor-false-e5849722 = ist weder wahr noch falsch
said-give-true-or-false-893371a2 = true oder false angeben
said-is-not-a-list-e68226d5 = ist keine Liste
said-give-a-list-as-in-bf004f24 = eine Liste angeben, wie in [ ... ]
said-has-entries-21e24bb8 = hat { $count } Einträge

## crates/domain/src/kernel/id.rs

said-give-an-id-as-the-system-prints-it-a498b1f5 = eine Kennung angeben, wie das System sie ausgibt
said-is-not-an-id-0ba98280 = ist keine Kennung

## crates/domain/src/kernel/macros.rs

said-is-not-one-of-305f65f0 = ist keines von { $words }
said-is-not-a-word-known-here-f05a8f23 = { $value } ist hier kein bekanntes Wort
said-is-not-an-object-19f2465a = ist kein Objekt
said-give-an-object-with-the-fields-326287d9 = ein Objekt mit diesen Feldern angeben: { $fields }
said-give-an-object-with-is-one-of-569abfc6 = ein Objekt angeben, in dem `is` eines davon ist: { $words }
said-is-not-known-here-effdf849 = `{ $word }` ist hier nicht bekannt

## crates/domain/src/kernel/ratio.rs

said-has-more-than-characters-0f0198a0 = hat mehr als { $most } Zeichen
said-is-not-a-decimal-number-or-a-fraction-aa008111 = ist weder Dezimalzahl noch Bruch
said-divides-by-0-f1e72fa6 = teilt durch 0
said-give-a-decimal-number-like-0-05-or-a-fraction-81a3aa13 = eine Dezimalzahl wie 0.05 oder einen Bruch wie 1/3 angeben

## crates/domain/src/kernel/record.rs

said-no-has-the-id-bca0fbed = keine Aufzeichnung der Art „{ $kind }“ hat die Kennung `{ $id }`
said-look-the-id-up-in-its-list-963c40ec = die Kennung in der Liste nachsehen

## crates/domain/src/kernel/text.rs

said-give-one-line-of-1-to-characters-1be13296 = eine Zeile von 1 bis { $most } Zeichen angeben
said-give-a-text-of-1-to-characters-48c3d1da = einen Text von 1 bis { $most } Zeichen angeben
said-give-the-64-lower-case-hexadecimal-digits-that-4b71b211 = die 64 kleingeschriebenen Hexadezimalziffern angeben, die `sha256sum` ausgibt
said-give-a-colour-as-and-six-lower-case-hexadecimal-a2ea4be7 = eine Farbe als `#` und sechs kleine Hexadezimalziffern angeben, wie `#1f4e5f`
said-give-lines-as-m-10-20-l-30-40-in-whole-numbers-4e077a41 = Linien wie `M 10 20 L 30 40` angeben, in ganzen Zahlen bis 600 und 200
said-give-an-address-like-name-company-example-26dd115a = eine Adresse wie name@company.example angeben
said-give-a-language-tag-like-en-or-pt-br-80256f7d = ein Sprachkürzel wie `en` oder `pt-BR` angeben
said-give-a-time-zone-like-europe-vienna-or-utc-d9bb88b8 = eine Zeitzone wie `Europe/Vienna` oder `UTC` angeben
said-give-a-standard-with-its-edition-like-iso-iec-5992572b = eine Norm mit ihrer Ausgabe angeben, wie `ISO/IEC 27001:2022+A1:2024`
said-give-a-clause-like-6-1-2-a-or-a-control-like-e8f4da43 = einen Abschnitt wie `6.1.2 a)` oder eine Maßnahme wie `A.5.1` angeben
said-give-an-object-as-json-in-a-string-4dc76135 = ein Objekt als JSON in einer Zeichenkette angeben
said-give-an-id-of-letters-digits-and-94a5793f = eine Kennung aus Buchstaben, Ziffern, `.`, `_` und `-` angeben
said-give-a-key-of-letters-digits-and-3583a4c7 = einen Schlüssel aus Buchstaben, Ziffern, `.`, `_` und `-` angeben
said-is-no-drawing-of-lines-f552fa9c = ist keine Zeichnung aus Linien
said-has-bytes-more-than-f33774fa = hat { $bytes } Bytes, mehr als { $most }
said-shows-no-line-e5d01a96 = zeigt keine Linie
said-is-json-but-no-object-1287930a = ist JSON, aber kein Objekt
said-is-not-json-f04c4c12 = ist kein JSON
said-begins-or-ends-with-white-space-01922115 = beginnt oder endet mit Leerraum
said-has-more-than-one-line-or-a-control-character-98319c4f = hat mehr als eine Zeile oder ein Steuerzeichen
said-is-empty-5e7c1d8c = ist leer
said-has-a-control-character-in-it-d2b9aca2 = enthält ein Steuerzeichen
said-is-not-a-sha-256-digest-ecb394e3 = ist kein SHA-256-Prüfwert
said-is-not-a-colour-78c18a51 = ist keine Farbe
said-is-not-a-mail-address-0431a2ae = ist keine E-Mail-Adresse
said-is-not-a-language-tag-270514cb = ist kein Sprachkürzel
said-is-not-a-time-zone-ad67e726 = ist keine Zeitzone
said-is-not-the-id-of-a-requirement-8569f3c9 = ist keine Kennung einer Anforderung
said-is-not-a-key-of-letters-digits-and-c5ee276b = ist kein Schlüssel aus Buchstaben, Ziffern, `.`, `_` und `-`

## crates/domain/src/kernel/time.rs

said-is-outside-the-years-that-can-be-written-3b1094d4 = liegt außerhalb der darstellbaren Jahre
said-is-not-a-time-with-its-offset-57eee961 = ist kein Zeitpunkt mit Zeitversatz
said-give-a-time-after-rfc-3339-with-its-offset-like-a8099f36 = einen Zeitpunkt nach RFC 3339 mit Zeitversatz angeben, wie `2026-09-15T09:00:00+02:00`
said-is-not-a-date-ba8de425 = ist kein Datum
said-give-a-date-like-2026-09-15-7f592061 = ein Datum wie `2026-09-15` angeben
said-is-not-a-number-of-days-3b6f84d0 = ist keine Anzahl von Tagen
said-is-more-than-days-e27a66fd = ist mehr als { $most } Tage
said-is-not-a-number-of-days-215df3b1 = { $value } ist keine Anzahl von Tagen
said-give-days-as-a-text-like-2-5-5a62ec9d = Tage als Text wie "2.5" angeben

## crates/domain/src/kernel/zone.rs

said-give-it-as-it-is-written-1160caca = sie so angeben, wie sie geschrieben wird: `{ $name }`
said-give-a-name-of-the-iana-database-like-europe-423e589e = einen Namen der IANA-Datenbank angeben, wie `Europe/Vienna` oder `UTC`
said-there-is-no-time-zone-4cbc7c63 = es gibt keine Zeitzone `{ $zone }`

## crates/domain/src/method/draws.rs

said-the-draw-is-84c0c2ed = die Ziehung hat den Status „{ $state }“
said-the-working-paper-belongs-to-another-audit-42dd972a = das Arbeitspapier gehört zu einem anderen Audit
said-name-a-paper-of-this-audit-or-none-3241ba20 = ein Arbeitspapier dieses Audits nennen, oder keines
said-of-items-are-to-be-drawn-6eb085de = { $size } von { $rows } Elementen sollen gezogen werden
said-draw-at-least-one-item-and-at-most-all-19933396 = mindestens ein Element und höchstens alle ziehen
said-a-draw-of-the-method-does-not-say-by-which-column-dff3e4df = eine Ziehung nach dem Verfahren „{ $method }“ sagt nicht, nach welcher Spalte
said-name-the-column-of-the-population-s-table-986039a6 = die Spalte in der Tabelle der Grundgesamtheit nennen
said-a-draw-has-one-seed-give-this-one-up-with-draw-8196cbef = eine Ziehung hat einen Startwert; diese mit `draw.abandon` aufgeben und eine andere angeben
said-make-the-seed-first-with-draw-seed-a17b8c82 = den Startwert zuerst mit `draw.seed` erzeugen
said-a-sample-is-recorded-once-declare-another-draw-5e79b1c9 = eine Stichprobe wird einmal eingetragen; eine andere Ziehung angeben
said-items-of-them-different-for-a-sample-of-8aa10d56 = { $count } Elemente, davon { $distinct } verschiedene, für eine Stichprobe von { $size }
said-record-what-the-seed-gives-all-of-it-and-nothing-6f60f4ae = eintragen, was der Startwert ergibt, alles und nichts anderes
said-replace-items-of-a-sample-that-was-drawn-99bd3b55 = ersetzt werden Elemente einer gezogenen Stichprobe
said-does-not-stand-in-the-sample-aa5149e0 = `{ $item }` steht nicht in der Stichprobe
said-name-an-item-of-the-sample-that-has-not-been-83b3ae44 = ein noch nicht ersetztes Element der Stichprobe nennen
said-is-or-was-in-the-sample-already-096b2192 = `{ $by }` ist oder war schon in der Stichprobe
said-take-the-next-item-in-the-order-of-the-draw-45105e77 = das nächste Element in der Reihenfolge der Ziehung nehmen
said-it-was-given-up-already-cbe01cc9 = sie ist schon aufgegeben

## crates/domain/src/method/tables.rs

said-these-numbers-are-version-of-the-table-which-7b4e909c = diese Zahlen sind Fassung { $revision } der Tabelle `{ $key }`, die außer Gebrauch ist
said-where-they-hold-again-after-all-adopt-them-with-edbd5ff2 = wo sie doch wieder gelten, sie mit einer Ausgabe übernehmen, die das sagt
said-version-of-the-table-is-retired-already-950c01ca = Fassung { $revision } der Tabelle `{ $key }` ist schon außer Gebrauch
said-give-at-least-one-row-c07cfb94 = mindestens eine Zeile angeben
said-give-at-least-one-row-from-1-person-on-9e4a13d5 = mindestens eine Zeile angeben, ab 1 Person
said-is-where-the-rows-before-end-at-33f0b730 = ist { $from }, während die Zeilen davor bei { $end } enden
said-begin-this-row-at-b6933f02 = diese Zeile bei { $next } beginnen
said-is-less-than-from-1c77766f = ist kleiner als `from`
said-end-the-row-where-it-begins-or-later-93a6b9c6 = die Zeile nicht vor ihrem Beginn enden lassen
said-is-not-above-0-or-less-than-in-the-row-before-317e6a70 = { $days } ist nicht über 0 oder weniger als in der Zeile davor
said-more-persons-never-take-fewer-days-a763fb41 = mehr Personen brauchen nie weniger Tage
said-is-not-a-share-1101d70c = ist kein Anteil
said-give-a-number-from-0-to-1-2626f656 = eine Zahl von 0 bis 1 angeben
said-the-bands-do-not-divide-the-sums-from-3-to-9-b38a226b = die Stufen teilen die Summen von 3 bis 9 nicht auf
said-give-3-low-most-medium-most-9-dc02b92c = 3 <= low_most < medium_most < 9 einhalten
said-business-and-it-stand-in-cells-09aa16be = Geschäft { $business } und IT { $it } stehen in { $found } Feldern
said-give-each-pair-of-bands-once-6bea1ad5 = jedes Paar von Stufen einmal angeben
said-least-is-above-most-cf69ccea = `least` ist größer als `most`
said-exchange-them-59256762 = beide vertauschen
said-is-not-between-and-5127a931 = { $usual } liegt nicht zwischen { $least } und { $most }
said-give-least-usual-and-most-in-rising-order-from-d5051e87 = least, usual und most aufsteigend angeben, ab 1
said-is-not-above-that-of-the-row-before-676372c3 = ist nicht größer als in der Zeile davor
said-order-the-rows-from-rare-to-frequent-only-the-e9c894c1 = die Zeilen von selten nach häufig ordnen; nur die letzte darf ohne Ende sein
said-is-there-twice-3a0b8d6a = `{ $id }` ist zweimal da
said-give-each-row-a-name-of-its-own-f9ebad08 = jeder Zeile einen eigenen Namen geben
said-give-a-weight-from-0-to-f78b51ed = ein Gewicht von 0 bis { $most } angeben
said-is-1c8f4003 = ist { $weight }
said-does-not-have-a-lower-score-or-comes-round-more-c1bfe439 = hat keine niedrigere Punktzahl als der davor oder kehrt häufiger wieder
said-list-the-highest-scores-first-with-the-shortest-f4ea179f = die höchsten Punktzahlen zuerst nennen, mit dem kürzesten Abstand
said-is-0-f5dbe58d = ist 0
said-give-1-for-every-year-062b3980 = 1 angeben für jedes Jahr

## crates/domain/src/method/uses.rs

said-the-use-names-no-place-or-two-3ea24d06 = die Anwendung nennt keinen Ort oder zwei
said-name-the-programme-or-the-audit-it-was-for-and-dd9b5b54 = das Auditprogramm oder das Audit nennen, für das sie war, nicht beides
said-the-result-comes-without-its-working-06e79b91 = zum Ergebnis fehlt der Rechenweg
said-give-each-step-with-what-was-reckoned-how-and-83556976 = jeden Schritt angeben: was gerechnet wurde, wie, und was herauskam
said-it-is-version-of-the-table-not-e987b20a = es ist Fassung { $revision } der Tabelle `{ $key }`, nicht { $named }
said-name-the-version-whose-numbers-went-in-d0b359ca = die Fassung nennen, deren Zahlen eingingen
said-the-numbers-of-the-table-are-not-those-of-the-e0e5fdee = die Zahlen der Tabelle `{ $key }` sind nicht die der Eingaben bei { $place }
said-give-the-inputs-with-the-table-s-numbers-or-do-426b39ce = die Eingaben mit den Zahlen der Tabelle angeben oder die Tabelle nicht nennen

## crates/domain/src/policy.rs

said-a-type-of-audit-stands-twice-5e9f293b = eine Auditart steht zweimal
said-name-each-type-once-eb9d4c9a = jede Art einmal nennen
said-days-f691d28a = Tage
said-a-complaint-would-be-decided-before-it-is-acknowledged-9ef94f01 = über eine Beschwerde würde entschieden, bevor ihr Eingang bestätigt ist
said-give-at-least-as-many-days-to-decide-as-to-acknowledge-ff90e858 = für die Entscheidung mindestens so viele Tage angeben wie für die Bestätigung
said-a-scheme-of-grades-cannot-grade-nonconformities-188f1e7e = mit { $count } Einstufungen lassen sich Nichtkonformitäten nicht einstufen
said-give-1-to-grades-such-as-major-and-minor-2cb34a61 = 1 bis { $most } Einstufungen angeben, etwa wesentlich und untergeordnet
said-the-grade-stands-twice-b5b1b897 = die Einstufung `{ $key }` steht zweimal
said-give-each-grade-a-key-of-its-own-38778e81 = jeder Einstufung einen eigenen Schlüssel geben
said-rank-is-taken-or-none-95a0f1bf = Rang { $rank } ist vergeben oder keiner
said-give-each-grade-a-rank-of-its-own-from-1-the-e8c49468 = jeder Einstufung einen eigenen Rang geben, ab 1, der schwersten
said-the-steps-fall-due-out-of-their-order-78f4476f = die Schritte werden nicht in ihrer Reihenfolge fällig
said-let-acknowledgement-fall-due-first-then-the-plan-317c8a89 = zuerst die Anerkennung fällig werden lassen, dann den Plan, dann die Umsetzung
said-bars-are-too-many-to-be-kept-in-mind-56584adc = { $count } Sperren sind zu viele, um sie im Kopf zu behalten
said-the-bar-names-no-role-or-one-twice-eb637805 = die Sperre nennt keine Rolle oder eine zweimal
said-name-each-role-that-it-bars-once-d3bdeab4 = jede Rolle, die sie ausschließt, einmal nennen
said-the-bar-names-no-type-of-audit-or-one-twice-db81c99f = die Sperre nennt keine Auditart oder eine zweimal
said-name-each-type-of-audit-that-it-is-for-once-ae994f57 = jede Auditart, für die sie gilt, einmal nennen
said-months-outlast-a-working-life-a6aa2a77 = { $cooling_months } Monate sind länger als ein Arbeitsleben
said-give-0-to-months-ebb5f2c9 = 0 bis { $most } Monate angeben
said-safeguards-would-lift-a-prohibition-in-certification-6d4bbc1f = Schutzmaßnahmen würden ein Verbot für Zertifizierungsaudits aufheben (ISO/IEC 17021-1:2015 5.2)
said-make-it-not-liftable-or-name-only-internal-and-6a30d768 = sie nicht aufhebbar machen oder nur interne und Lieferantenaudits darin nennen
said-somebody-would-audit-their-own-work-iso-19011-cb9a85f7 = jemand würde die eigene Arbeit auditieren (ISO 19011:2018 4 e))
said-make-it-not-liftable-6a8eb07a = sie nicht aufhebbar machen
said-rules-of-rotation-are-too-many-to-be-kept-in-dd3e7b08 = { $count } Rotationsregeln sind zu viele, um sie im Kopf zu behalten
said-the-rule-of-rotation-names-no-role-or-one-twice-81efdc73 = die Rotationsregel nennt keine Rolle oder eine zweimal
said-name-each-role-that-it-is-for-once-ceac9117 = jede Rolle, für die sie gilt, einmal nennen
said-the-rule-of-rotation-names-no-type-of-audit-or-f49c6d09 = die Rotationsregel nennt keine Auditart oder eine zweimal
said-audits-234206c1 = Audits
said-criteria-are-too-many-to-be-kept-in-mind-d0bcf7db = { $count } Kriterien sind zu viele, um sie im Kopf zu behalten
said-in-stands-twice-for-a5405404 = „{ $by }“ in `{ $area }` steht zweimal für „{ $role }“
said-give-one-criterion-for-each-role-area-and-kind-6d0e6d05 = je Rolle, Bereich und Art des Nachweises ein Kriterium angeben
said-months-or-hours-b2be29e8 = Monate oder Stunden
said-months-18182bc2 = Monate
said-the-first-surveillance-would-come-after-the-certificate-35c3ea8d = die erste Überwachung käme nach dem Ablauf des Zertifikats
said-give-fewer-months-than-the-cycle-has-5c1014a2 = weniger Monate angeben, als der Zyklus hat
said-cannot-be-kept-to-0b02da21 = { $value } { $unit } lassen sich nicht einhalten
said-give-1-to-9440248e = 1 bis { $max } { $unit } angeben

## crates/domain/src/programme/compose.rs

said-the-period-does-not-end-or-ends-before-it-begins-149604ab = der Zeitraum endet nicht oder endet, bevor er beginnt
said-a-key-stands-twice-dd1c9790 = ein Schlüssel steht zweimal
said-name-each-once-none-means-all-of-them-71d31acd = jeden einmal nennen; keiner heißt alle
said-likelihood-or-consequence-is-outside-the-scale-fffdae32 = Wahrscheinlichkeit { $likelihood } oder Auswirkung { $consequence } liegt außerhalb der Skala
said-give-1-to-5-for-both-c9a4c613 = für beide 1 bis 5 angeben
said-the-person-is-twice-578f546d = die Person hat zweimal die Rolle „{ $role }“
said-name-each-responsibility-of-a-person-once-2740cdc9 = jede Verantwortung einer Person einmal nennen
said-the-extent-has-no-auditee-or-one-twice-bdbbc097 = der Umfang hat keine auditierte Organisation oder eine zweimal
said-name-each-auditee-once-with-the-parts-that-the-c0f66916 = jede auditierte Organisation einmal nennen, mit den Teilen, die das Auditprogramm umfasst
said-the-extent-has-no-criteria-or-a-set-twice-6a790bee = der Umfang hat keine Auditkriterien oder einen Satz zweimal
said-an-established-programme-changes-by-revision-a825de57 = ein festgelegtes Auditprogramm ändert sich durch Überarbeitung mit `programme.revise`
said-a-draft-is-changed-with-programme-edit-3c860bc9 = ein Entwurf wird mit `programme.edit` geändert
said-the-programme-has-no-objective-eb6da382 = das Auditprogramm hat kein Ziel
said-give-objectives-each-with-a-measure-and-a-target-04a10f33 = Ziele angeben, jedes mit Messgröße und Zielwert
said-the-programme-has-no-extent-fd281bc7 = das Auditprogramm hat keinen Umfang
said-say-which-auditees-and-which-criteria-it-covers-7d8b07b5 = sagen, welche auditierten Organisationen und Auditkriterien es umfasst
said-the-programme-has-no-risk-or-opportunity-of-its-d46cb8e7 = das Auditprogramm hat weder ein eigenes Risiko noch eine Chance
said-think-about-what-could-go-wrong-with-the-programme-522d50ad = bedenken, was mit dem Auditprogramm schiefgehen und was gelingen könnte
said-the-programme-has-nobody-to-manage-it-7c7857f2 = niemand leitet das Auditprogramm
said-name-a-manager-with-the-competence-for-it-ccf4b13a = jemanden mit der Kompetenz zur Leitung nennen
said-the-programme-has-nobody-to-approve-it-4953ac78 = niemand gibt das Auditprogramm frei
said-name-an-approver-3033d842 = jemanden für die Freigabe nennen
said-the-programme-has-no-auditor-days-8ba87f56 = das Auditprogramm hat keine Audittage
said-say-how-many-auditor-days-there-are-3c31a486 = sagen, wie viele Audittage es gibt
said-the-programme-has-no-planned-audit-8c9732b4 = im Auditprogramm ist kein Audit geplant
said-plan-audits-with-planned-audit-plan-c533111b = mit `planned_audit.plan` Audits planen
said-the-planned-audits-ask-for-auditor-days-and-there-9d40ac55 = die geplanten Audits brauchen { $asked } Audittage, und es gibt { $days }
said-plan-fewer-days-find-more-or-say-in-shortfall-d1a34dd7 = weniger Tage planen, mehr finden oder unter „{ field-shortfall }“ sagen, wie das Auditprogramm damit umgeht
said-a-programme-is-established-once-17bf1f11 = ein Auditprogramm wird einmal festgelegt
said-who-acts-does-not-approve-the-programme-bac20a78 = die handelnde Person gibt das Auditprogramm nicht frei
said-let-somebody-do-it-who-has-the-role-approver-6b4362c4 = es jemanden tun lassen, der darin die Rolle „{ ProgrammeRoleKind-approver }“ hat
said-establish-it-first-with-programme-establish-it-b73f4c31 = es zuerst mit `programme.establish` festlegen; es beginnt einmal
said-a-programme-is-closed-once-after-it-was-implemented-5b108015 = ein Auditprogramm wird einmal abgeschlossen, nachdem es umgesetzt wurde
said-these-planned-audits-are-open-549410fe = diese geplanten Audits sind offen: { $open }
said-complete-or-cancel-each-or-withdraw-it-from-the-a7b39b1e = jedes abschließen oder absagen, oder es mit Begründung aus dem Auditprogramm zurückziehen
said-the-programme-was-never-reviewed-805e4f2e = das Auditprogramm wurde nie überprüft
said-review-it-with-programme-review-62dc42ea = es mit `programme.review` überprüfen

## crates/domain/src/programme/mod.rs

said-let-somebody-do-it-who-has-the-role-manager-in-9cfec5b0 = es jemanden tun lassen, der darin die Rolle „{ ProgrammeRoleKind-manager }“ hat

## crates/domain/src/programme/planned.rs

said-plan-it-in-another-programme-875dbc17 = es in einem anderen Auditprogramm planen
said-the-auditee-is-not-in-the-programme-s-extent-96b6ce16 = die auditierte Organisation liegt nicht im Umfang des Auditprogramms
said-add-it-to-the-extent-first-8724c8ed = sie zuerst in den Umfang aufnehmen
said-name-parts-that-the-extent-covers-an-audit-that-2925d4bd = Teile nennen, die der Umfang enthält; ein Audit, das aus einer Liste keinen nennt, meint alle
said-the-audit-has-no-criteria-or-a-set-twice-28c466d9 = das Audit hat keine Auditkriterien oder einen Satz zweimal
said-name-each-set-once-with-its-edition-c1ba7828 = jeden Satz einmal nennen, mit seiner Ausgabe
said-is-not-in-the-programme-s-extent-9900b3d1 = `{ $criteria }` liegt nicht im Umfang des Auditprogramms
said-name-a-set-of-the-extent-or-add-it-there-first-14aedd4a = einen Satz aus dem Umfang nennen oder ihn zuerst dort aufnehmen
said-the-window-is-not-within-the-programme-s-period-5ea414fa = das Zeitfenster liegt nicht im Zeitraum des Auditprogramms oder endet nicht
said-give-a-first-and-a-last-day-within-the-period-969662c6 = einen ersten und einen letzten Tag im Zeitraum angeben
said-the-audit-has-no-auditor-days-fe13d043 = das Audit hat keine Audittage
said-say-how-many-it-takes-80f7b49a = sagen, wie viele es braucht
said-the-audit-has-no-method-or-one-twice-97f7144e = das Audit hat keine Methode oder eine zweimal
said-name-on-site-remote-or-hybrid-each-once-871f9711 = vor Ort, aus der Ferne oder beides nennen, jedes einmal
said-a-audit-is-not-for-an-auditee-of-the-kind-674edc53 = die Auditart „{ $audit_type }“ passt nicht zu einer auditierten Organisation der Art „{ $kind }“
said-choose-the-type-that-fits-the-auditee-or-correct-8a8c9b5f = die passende Auditart wählen oder die Art der auditierten Organisation berichtigen
said-the-change-has-no-name-ad7406f0 = die Änderung hat keine Bezeichnung: { $error }
said-give-the-audit-a-title-564b560d = dem Audit einen Titel geben
said-the-programme-is-a-draft-and-a-reason-for-a-revision-fe73da42 = das Auditprogramm ist ein Entwurf, und trotzdem ist ein Grund für eine Überarbeitung angegeben
said-the-programme-is-established-and-the-change-has-b5bb7717 = das Auditprogramm ist festgelegt, und die Änderung ist nicht begründet
said-give-a-reason-from-the-establishment-on-and-none-7773c71c = ab der Festlegung einen Grund angeben, davor keinen
said-the-planned-audit-was-opened-or-withdrawn-e5efab5a = das geplante Audit wurde eröffnet oder zurückgezogen
said-change-the-audit-itself-its-scope-with-audit-6a50f6e6 = das Audit selbst ändern: seinen Umfang mit `audit.propose_scope_change`, oder es mit `audit.cancel` absagen
said-the-change-would-name-another-auditee-ef288b5e = die Änderung würde eine andere auditierte Organisation nennen
said-withdraw-this-audit-and-plan-another-a001e961 = dieses Audit zurückziehen und ein anderes planen

## crates/domain/src/programme/review.rs

said-review-it-while-it-is-implemented-c36c0980 = es überprüfen, während es umgesetzt wird
said-there-is-a-review-already-706b65fd = es gibt schon eine Überprüfung `{ $key }`
said-there-is-an-action-already-07aba21d = es gibt schon eine Maßnahme `{ $key }`
said-the-programme-has-no-open-action-5af5063f = das Auditprogramm hat keine offene Maßnahme `{ $action }`
said-give-the-key-of-an-open-action-cba5a91e = den Schlüssel einer offenen Maßnahme angeben

## crates/domain/src/report/assemble.rs

said-the-audit-has-no-objectives-scope-and-criteria-1983aa2a = das Audit hat noch keine Ziele, keinen Umfang und keine Auditkriterien

## crates/domain/src/report/lifecycle.rs

said-hold-the-closing-meeting-and-end-fieldwork-with-52e5ad0e = die Abschlussbesprechung abhalten und die Durchführung mit `audit.end_fieldwork` beenden
said-who-acts-neither-leads-the-audit-nor-audits-in-2dfc659d = die handelnde Person leitet das Audit nicht und auditiert nicht darin
said-let-the-audit-team-leader-write-the-report-a9e59c46 = den Auditbericht von der Leitung des Auditteams schreiben lassen
said-is-no-item-of-the-report-45218ba6 = `{ $id }` ist kein Punkt des Auditberichts
said-look-the-items-up-in-the-report-s-checklist-1dd3f6aa = die Punkte in der Checkliste des Auditberichts nachsehen
said-has-neither-a-text-nor-a-reason-or-both-f894a12f = zu `{ $id }` gibt es weder Text noch Grund, oder beides
said-give-text-or-give-the-reason-in-omitted-18d21ab7 = den Text angeben oder den Grund für das Auslassen
said-give-each-item-once-ad7929f9 = jeden Punkt einmal angeben
said-version-of-the-report-is-b71269c9 = Fassung { $number } des Auditberichts hat den Status „{ $state }“
said-go-on-with-it-or-issue-it-first-bbb4c86e = mit ihr fortfahren oder sie zuerst herausgeben
said-a-version-after-the-first-has-no-reason-2100cc32 = eine Fassung nach der ersten ist nicht begründet
said-say-why-the-issued-report-is-amended-d7dd20de = sagen, warum der herausgegebene Auditbericht geändert wird
said-the-report-is-9dac5f6d = der Auditbericht hat den Status „{ $state }“
said-issue-it-and-amend-it-by-a-new-version-with-report-1c5dbfb9 = ihn herausgeben und mit `report.draft` durch eine neue Fassung ändern
said-the-content-that-stands-has-the-digest-not-aa6f99e2 = der jetzige Inhalt hat den Prüfwert `{ $digest }`, nicht `{ $named }`
said-read-the-report-as-it-stands-now-and-act-on-that-f05cdfb1 = den Auditbericht lesen, wie er jetzt ist, und danach handeln
said-let-another-auditor-of-the-team-a-technical-reviewer-cad8c5bf = ihn von einem anderen auditierenden Mitglied, der fachlichen Prüfung oder der Leitung des Auditprogramms prüfen lassen
said-who-reviews-the-report-has-written-it-d73e09bb = wer den Auditbericht prüft, hat ihn geschrieben
said-who-reviews-the-report-neither-audits-here-nor-d94ad041 = wer den Auditbericht prüft, auditiert hier nicht und prüft oder leitet auch nicht für das Auditprogramm
said-review-drafts-after-a-change-the-report-is-a-e0505a4a = geprüft werden Entwürfe; nach einer Änderung ist der Auditbericht wieder ein Entwurf
said-who-approves-the-report-does-not-lead-the-audit-491357d4 = wer den Auditbericht freigibt, leitet das Audit nicht
said-let-the-audit-team-leader-approve-it-20e9e2d6 = ihn von der Leitung des Auditteams freigeben lassen
said-the-content-has-changed-since-it-was-reviewed-6f1813aa = der Inhalt hat sich seit der Prüfung geändert
said-have-it-reviewed-again-b0a5dc79 = ihn erneut prüfen lassen
said-the-report-is-not-reviewed-133203e5 = der Auditbericht hat den Status „{ $state }“, nicht „{ ReportState-reviewed }“
said-have-it-reviewed-first-with-report-review-cccad951 = ihn zuerst mit `report.review` prüfen lassen
said-the-report-lacks-e73e2d1a = im Auditbericht fehlt: { $words } ({ $source }, `{ $id }`)
said-the-report-is-issued-already-bdb1142f = der Auditbericht ist bereits herausgegeben
said-a-report-is-issued-once-amend-it-by-a-new-version-b20ed708 = ein Auditbericht wird einmal herausgegeben; ihn mit `report.draft` durch eine neue Fassung ändern
said-the-report-is-not-approved-91b57b4b = der Auditbericht hat den Status „{ $state }“, nicht „{ ReportState-approved }“
said-have-it-approved-first-with-report-approve-05b08e46 = ihn zuerst mit `report.approve` freigeben lassen
said-issue-it-first-with-report-issue-d9be392a = ihn zuerst mit `report.issue` herausgeben
said-the-store-keeps-no-encrypted-file-of-its-pdf-374b6699 = Die Ablage enthält von seinem PDF keine verschlüsselte Datei
said-is-not-on-the-distribution-list-9574889b = `{ $person }` steht nicht im Verteiler

## crates/domain/src/report_content/checklist.rs

said-the-audit-objectives-b074265d = { report-item-objectives }
said-the-scope-organization-functions-and-processes-95c89200 = { report-item-scope }
said-the-audit-client-24fcd402 = { report-item-client }
said-the-audit-team-63c584b8 = { report-item-team }
said-the-auditee-s-participants-1bb69a2f = { report-item-participants }
said-the-dates-of-the-audit-df7a75b2 = { report-item-dates }
said-the-locations-physical-and-virtual-e3aa4137 = { report-item-locations }
said-the-audit-criteria-with-their-editions-d07c7e97 = { report-item-criteria }
said-the-findings-and-the-evidence-for-them-20679630 = { report-item-findings }
said-the-audit-conclusions-e4b7c633 = { report-item-conclusions }
said-the-degree-to-which-the-criteria-are-met-11e61968 = { report-item-degree_met }
said-unresolved-diverging-opinions-or-that-there-are-50567178 = { report-item-diverging_opinions }
said-that-an-audit-is-a-sample-and-the-risk-in-that-3db56352 = { report-item-sampling }
said-the-distribution-list-0216bd6e = { report-item-distribution }
said-the-plan-as-carried-out-with-times-01117f45 = { report-item-plan }
said-a-summary-of-the-process-ad078133 = { report-item-process }
said-what-stood-in-the-way-of-reliable-conclusions-8bf607ec = { report-item-obstacles }
said-whether-each-objective-was-met-9e59e463 = { report-item-objectives_met }
said-areas-in-scope-not-covered-and-why-22ab6c8a = { report-item-not_covered }
said-a-summary-of-the-conclusions-and-the-main-findings-22b45102 = { report-item-summary }
said-good-practices-03afbea6 = { report-item-good_practices }
said-agreed-follow-up-and-action-plans-5c56144d = { report-item-follow_up }
said-the-confidentiality-of-the-content-96106151 = { report-item-confidentiality }
said-implications-for-the-programme-or-later-audits-d86be072 = { report-item-programme_implications }
said-how-to-complain-or-appeal-7be6ec95 = { report-item-complaints }
said-the-version-of-the-statement-of-applicability-23b5c325 = { report-item-certification_soa }
said-the-main-audit-trails-and-methods-5bac7520 = { report-item-certification_trails }
said-an-account-of-the-audit-of-the-risk-analysis-bc5ad59f = { report-item-certification_risk_analysis }
said-the-share-and-effect-of-remote-auditing-db634eab = { report-item-certification_remote }
said-a-comparison-with-earlier-audits-f19e7f85 = { report-item-certification_comparison }
said-the-documented-information-demanded-and-where-7bd7972e = die verlangte dokumentierte Information und wo sie jeweils gefunden wurde
said-no-evaluation-finding-or-conclusion-6c5c5255 = keine Beurteilung, Feststellung oder Schlussfolgerung
said-add-it-or-leave-it-out-with-a-reason-bae1e805 = es ergänzen oder mit Begründung auslassen
said-add-it-it-cannot-be-left-out-8c81c4d0 = es ergänzen; es lässt sich nicht auslassen
said-a-document-review-says-where-documents-were-found-227ae06a = eine Dokumentenprüfung sagt, wo Dokumente gefunden wurden, und beurteilt nichts; stattdessen über ein Audit berichten

## crates/domain/src/signing.rs

said-binds-whoever-gives-it-and-comes-without-a-signature-8d4120a4 = `{ $command }` bindet, wer es gibt, und kommt ohne Unterschrift
said-ask-for-a-grant-for-with-post-api-v1-signing-c61d431e = eine Unterschrift für `{ $command }` mit `POST /api/v1/signing-grants` erbitten, sie mit einem Passkey oder mit Passphrase und Code leisten und als `Signing-Grant` mitsenden
said-ask-for-a-new-grant-for-what-is-given-now-and-06a19fa9 = das, was jetzt gegeben wird, neu unterschreiben
said-there-is-no-such-signing-grant-977273a4 = eine solche Unterschrift gibt es nicht
said-the-signing-grant-is-another-person-s-84a875d3 = die Unterschrift ist die einer anderen Person
said-the-signing-grant-is-for-something-else-than-dcb5e95b = die Unterschrift gilt für etwas anderes als das, was gegeben wird
said-the-signing-grant-was-used-before-5f68f844 = die Unterschrift wurde schon verwendet
said-the-time-of-the-signing-grant-is-over-4842881a = die Zeit der Unterschrift ist abgelaufen
said-binds-nobody-and-is-not-signed-7c2b4987 = `{ $command }` bindet niemanden und wird nicht unterschrieben
said-give-it-without-a-grant-e40788fc = es ohne Unterschrift geben
said-the-operator-of-the-host-signs-nothing-the-journal-2b65e090 = der Betrieb des Servers unterschreibt nichts: Das Journal sagt, dass er den Schritt bezeugt
said-give-the-command-without-a-grant-or-let-the-person-5244e5e5 = den Befehl ohne Unterschrift geben, oder die Person selbst unterschreiben lassen

## crates/domain/src/tables/take.rs

said-rows-would-be-taken-c087bc74 = { $rows } Zeilen würden übernommen
said-take-1-to-rows-of-a-file-split-it-where-it-has-75a81c23 = 1 bis { $most } Zeilen einer Datei übernehmen; sie teilen, wo sie mehr hat
said-no-file-with-the-digest-is-among-the-audit-s-ecbff1f1 = keine Datei mit dem Digest { $sha256 } ist unter den Nachweisen des Audits

## crates/domain/src/texts/adopt.rs

said-nothing-is-known-by-the-name-that-could-stand-52c5b303 = unter dem Namen `{ $name }` ist nichts bekannt, was dort stehen könnte
said-between-braces-give-one-of-46253008 = zwischen geschweiften Klammern eines von { $known } angeben
said-version-of-this-text-is-retired-already-c39ddab9 = Fassung { $revision } dieses Textes ist schon außer Gebrauch

## crates/domain/src/texts/taken.rs

said-version-of-this-text-is-retired-60d075f5 = Fassung { $revision } dieses Textes ist außer Gebrauch
said-take-the-version-that-is-in-use-319b6d8e = die Fassung nehmen, die in Gebrauch ist
said-with-its-placeholders-filled-the-text-is-too-e07a5195 = mit gefüllten Platzhaltern ist der Text zu lang für ein Feld
said-shorten-it-so-that-it-has-at-most-characters-0a09cb50 = ihn kürzen, sodass er gefüllt höchstens { $most } Zeichen hat

## crates/methods/src/assign/answer.rs

said-5bc597ea = { $auditor } ({ $role })
said-to-without-evenness-4052384f = { $start } bis { $end }, { $cost } ohne Gleichmäßigkeit
said-audit-17a1efa3 = Audit { $audit }
said-fees-b4357450 = Honorare
said-daily-rate-x-audit-days-travel-days-x-weight-b55fdcda = Tagessatz × (Audittage + Reisetage) × Gewicht, je Person und Audit auf den Cent abgerundet
said-travel-e66176f9 = Reise
said-home-sites-in-their-order-home-x-weight-each-f90cb2a9 = Wohnort, Standorte der Reihe nach, Wohnort × Gewicht, je Person und Audit auf den Cent abgerundet
said-travel-days-7ff1bd3c = Reisetage
said-travel-days-x-price-of-a-travel-day-482751dd = Reisetage × Preis eines Reisetages
said-faces-1b2d687d = Gesichter
said-leaders-and-auditors-against-the-wish-x-its-price-ba0f4245 = Leitungen und Auditierende gegen den Wunsch × dessen Preis
said-learning-33380b6b = Lernen
said-learning-places-left-empty-x-their-price-139222a6 = leer gebliebene Lernplätze × deren Preis
said-evenness-2eb60446 = Gleichmäßigkeit
said-for-each-person-the-days-before-each-of-their-033e8285 = je Person die Tage vor jedem ihrer Tage × Preis, zusammengezählt
said-people-added-left-out-or-given-another-role-first-9f569e33 = Personen hinzugefügt, weggelassen oder mit anderer Rolle, erste Tage verschoben; mindestens { $least } sind nötig
said-changes-3b29d74a = Änderungen
said-seed-steps-nodes-of-the-proof-3001d9ad = Startwert { $seed }, { $steps } Schritte, { $nodes } Knoten des Beweises
said-search-803328a9 = Suche
said-who-audits-what-and-when-62b277aa = wer was wann auditiert
said-unknown-9b759fb9 = unbekannt
said-the-plan-costs-and-no-plan-costs-less-831a1a46 = der Plan kostet { $cost }, und kein Plan kostet weniger
said-the-plan-costs-every-plan-costs-at-least-1d2b6a2b = der Plan kostet { $cost }; jeder Plan kostet mindestens { $bound }
said-no-plan-keeps-every-rule-without-a-team-962a4c4f = kein Plan hält jede Regel ein; ohne Team: { $audits }
said-audits-are-without-a-team-and-it-is-not-shown-34f89c28 = { $count ->
    [one] ein Audit ist ohne Team, und es ist nicht gezeigt, dass es keines gibt; der Suche mehr Schritte und Knoten geben
   *[other] { $count } Audits sind ohne Team, und es ist nicht gezeigt, dass es keines gibt; der Suche mehr Schritte und Knoten geben
}

## crates/methods/src/assign/clash.rs

said-nobody-is-in-two-audits-at-a-time-journeys-counted-c6bf09e3 = niemand ist zugleich in zwei Audits, Reisen mitgezählt; ISO 19011:2018 5.4.4
said-move-the-window-of-one-of-the-audits-000bb924 = den Zeitraum eines der Audits verschieben

## crates/methods/src/assign/explain.rs

said-the-team-of-is-fixed-as-a-whole-909fecff = das Team von { $count } steht als Ganzes fest
said-needed-on-51872ac4 = { $absent }, gebraucht am { $day }
said-in-from-to-journeys-counted-iso-19011-2018-5-dfd5f276 = von { $from } bis { $to } in „{ $audit }“, Reisen mitgezählt; ISO 19011:2018 5.4.4
said-would-work-days-the-most-is-4634080b = würde { $with } Tage arbeiten, höchstens sind es { $most }
said-would-work-more-than-the-days-that-a-month-may-fbbece39 = würde mehr als die { $most } Tage arbeiten, die ein Monat haben darf
said-no-team-with-them-covers-every-competence-and-0bd0d321 = kein Team mit dieser Person deckt an diesen Tagen jede Kompetenz und jeden Platz ab; ISO 19011:2018 5.5.4
said-could-come-52d304ca = könnte kommen; { $compared }
said-a-team-with-them-needs-more-changes-of-the-plan-6e892b28 = ein Team mit dieser Person braucht { $changes } Änderungen des Plans mehr
said-the-cheapest-team-with-them-costs-cents-more-7362c43b = das günstigste Team mit dieser Person kostet { $more } Cent mehr
said-a-team-with-them-costs-the-same-50692d60 = ein Team mit dieser Person kostet gleich viel
said-a-team-with-them-costs-cents-less-which-the-search-f79e91b4 = ein Team mit dieser Person kostet { $less } Cent weniger, was die Suche nicht genutzt hat
said-a-team-with-them-needs-fewer-changes-of-the-plan-b0c56c56 = ein Team mit dieser Person braucht { $fewer } Änderungen des Plans weniger, was die Suche nicht genutzt hat

## crates/methods/src/assign/gather/people.rs

said-people-who-meet-the-criteria-of-no-role-that-4c98bb8a = Personen, die die Kriterien keiner Rolle erfüllen, die die Audits verlangen
said-they-are-left-out-0d047ed6 = sie bleiben außer Betracht
said-people-who-have-not-accepted-the-code-of-conduct-3c97be5b = Personen, die den Verhaltenskodex in seiner jetzigen Fassung nicht angenommen haben
said-they-are-assigned-all-the-same-they-accept-it-92159f62 = sie werden trotzdem eingeteilt; sie nehmen ihn an, bevor sie bestellt werden

## crates/methods/src/assign/gather/places.rs

said-people-in-the-plans-of-other-audits-6057d36f = Personen in den Plänen anderer Audits
said-they-are-kept-free-on-the-days-of-those-plans-f264fbb2 = sie bleiben an den Tagen dieser Pläne frei
said-people-in-the-teams-of-other-audits-that-have-c79c590e = Personen in den Teams anderer Audits, die keinen Plan haben
said-their-share-of-the-auditor-days-counts-as-worked-1e9932ec = ihr Anteil an den Audittagen zählt als schon gearbeitet; kein Tag bleibt dafür frei
said-how-many-technical-experts-may-come-620a3abd = wie viele Fachexperten kommen dürfen
said-as-many-as-bring-areas-that-no-auditor-brings-19fe0e04 = so viele, wie Bereiche mitbringen, die kein Auditor mitbringt, und einer, wo einer passt
said-places-for-auditors-in-training-14723d7e = Plätze für Auditoren in Ausbildung
said-one-in-each-audit-41b9ae80 = einer in jedem Audit
said-what-the-wishes-weigh-91d4db63 = was die Wünsche wiegen
said-the-method-s-own-weights-and-cents-for-an-empty-0749b967 = die Gewichte der Methode, und { $cents } Cent für einen leeren Lernplatz

## crates/methods/src/assign/gather.rs

said-the-programme-has-no-planned-audit-that-is-still-6b6bc9ec = im Auditprogramm ist kein Audit geplant, das noch zu besetzen ist
said-plan-an-audit-with-planned-audit-plan-in-a-window-24fe2ee3 = mit `planned_audit.plan` ein Audit planen, in einem Zeitfenster, das nicht vorbei ist
said-nobody-in-the-register-meets-the-programme-s-e35a0a30 = niemand im Verzeichnis erfüllt die Kriterien des Auditprogramms für Leitung oder Auditierende
said-record-what-people-have-with-credential-add-51cb9391 = mit `credential.add` eintragen, was die Personen nachweisen
said-where-people-live-3278b9a3 = wo Personen wohnen
said-which-the-journeys-must-name-4c32d939 = `{ $place }`, das die Reisen nennen müssen
said-audits-that-are-under-way-or-over-d72ced94 = Audits, die laufen oder vorbei sind
said-audits-whose-window-is-over-7234b6b1 = Audits, deren Zeitraum vorbei ist
said-audits-whose-window-has-no-end-79ba8cab = Audits, deren Zeitraum kein Ende hat
said-how-many-people-share-the-auditor-days-1ef34418 = wie viele Personen sich die Audittage teilen
said-a-team-of-for-auditor-days-working-days-993ba9aa = ein Team von { $team_size } für { $auditor_days } Audittage: { $days } Arbeitstage
said-which-competence-the-team-must-cover-the-audit-97e6131b = welche Kompetenz das Auditteam abdecken muss: Das Audit ist nicht veranlasst
said-the-areas-of-the-policy-for-auditors-5923caaa = die Bereiche der Richtlinie für Auditoren: { $areas }
said-the-language-of-the-audit-it-is-not-initiated-b92e21a0 = die Sprache des Audits: Es ist nicht veranlasst
said-any-language-15860159 = jede Sprache
said-by-which-of-several-methods-it-is-carried-out-f2151da9 = nach welcher von mehreren Methoden es durchgeführt wird
said-the-one-that-needs-the-most-journeys-1c23d0d6 = die mit den meisten Reisen: { $method }
said-a-window-of-a-year-at-most-5c045a57 = ein Zeitraum von höchstens einem Jahr
said-the-window-ends-on-281416f5 = der Zeitraum endet am { $cut }
said-journeys-the-places-of-the-audits-what-a-journey-ec2f2c93 = Reisen: die Orte der Audits, was eine Reise dauert und kostet
said-no-journey-is-counted-give-travel-and-the-sites-f596658f = keine Reise zählt; Reisen und die Orte der Audits angeben
said-daily-rates-148a4ea1 = Tagessätze
said-0-workload-alone-is-weighed-6bf97fb7 = 0; gewogen wird allein die Arbeitslast
said-a-rule-of-rotation-edd33057 = eine Regel der Rotation
said-anybody-may-come-again-and-again-723a1141 = alle dürfen immer wieder kommen

## crates/methods/src/assign/loosen.rs

said-qualify-somebody-of-the-team-as-leader-e6a8db92 = jemanden aus dem Team für die Leitung qualifizieren
said-qualify-as-leader-8c98fc5f = „{ $who }“ für die Leitung qualifizieren
said-each-audit-is-led-by-one-qualified-leader-iso-b2ee80aa = jedes Audit wird von einer dafür qualifizierten Person geleitet, ISO 19011:2018 5.5.4
said-seats-or-the-first-day-of-are-fixed-145d601b = Plätze oder der erste Tag von „{ $id }“ stehen fest
said-free-what-is-fixed-of-a864af81 = freigeben, was von „{ $id }“ feststeht
said-people-came-to-the-auditee-of-as-often-in-a-row-63105850 = Personen waren bei der Organisation von „{ $id }“ so oft in Folge, wie die Richtlinie erlaubt
said-allow-one-more-audit-in-a-row-for-or-train-others-a7fd294e = für „{ $id }“ ein Audit in Folge mehr erlauben oder andere schulen
said-each-in-the-team-of-speaks-one-of-7e25d158 = alle im Team von „{ $id }“ sprechen eine der Sprachen { $languages }
said-find-people-who-speak-one-of-or-hold-in-another-8687c636 = Personen finden, die eine der Sprachen { $languages } sprechen, oder „{ $id }“ in einer anderen Sprache durchführen
said-takes-working-days-from-to-8a1b1ea9 = „{ $id }“ braucht { $days } Arbeitstage von { $from } bis { $to }
said-move-or-widen-the-window-of-511b862d = den Zeitraum von „{ $id }“ verschieben oder verlängern
said-train-more-auditors-in-by-a572e69e = bis { $from } mehr Auditoren in „{ $area }“ schulen
said-train-in-by-6c37de18 = „{ $who }“ bis { $from } in „{ $area }“ schulen
said-the-team-of-covers-in-which-of-the-people-are-b002ed3b = das Team von „{ $id }“ deckt „{ $area }“ ab, worin { $count } der { $all } Personen kompetent sind; ISO 19011:2018 5.5.4
said-the-team-of-is-of-the-leader-counted-bea50f6b = das Team von „{ $id }“ hat { $size } Personen, die Leitung mitgezählt
said-change-the-team-size-of-e90e1e9a = die Größe des Teams von „{ $id }“ ändern
said-approve-safeguards-for-at-7219a757 = Schutzmaßnahmen für „{ $id }“ bei „{ $auditee }“ genehmigen
said-hold-the-audit-of-after-61929bc6 = das Audit von „{ $auditee }“ nach dem { $over } durchführen
said-find-somebody-without-a-relation-to-a701bc4f = jemanden ohne Beziehung zu „{ $auditee }“ finden
said-9ea92784 = „{ $id }“: { $barred }
said-is-e25214a4 = „{ $id }“ ist { $barred }
said-move-the-absence-of-f4478ed6 = die Abwesenheit von „{ $id }“ verschieben
said-is-there-in-spans-only-e452286f = „{ $id }“ ist nur in { $count } Zeiträumen da
said-extend-the-availability-of-9257f90b = die Verfügbarkeit von „{ $id }“ erweitern
said-works-at-most-days-of-which-are-gone-5dbd29e6 = „{ $id }“ arbeitet höchstens { $most } Tage, von denen { $before } vergeben sind
said-raise-days-max-of-8abc19e9 = die Höchstzahl der Tage von „{ $id }“ anheben
said-works-at-most-days-a-month-264cf75f = „{ $id }“ arbeitet höchstens { $most } Tage im Monat
said-raise-month-days-max-of-a65b0a18 = die Höchstzahl der Tage im Monat von „{ $id }“ anheben
said-audits-by-only-iso-19011-2018-a-1-b044336d = „{ $id }“ auditiert nur nach { $methods }, ISO 19011:2018 A.1
said-train-in-the-audit-s-method-d95b5354 = „{ $id }“ in der Methode des Audits schulen
said-is-competent-in-only-250ac097 = „{ $id }“ ist nur in „{ $area }“ kompetent
said-is-competent-in-from-only-86b6747b = „{ $id }“ ist in „{ $area }“ erst ab { $from } kompetent
said-is-competent-in-until-only-097ddc2c = „{ $id }“ ist in „{ $area }“ nur bis { $to } kompetent
said-is-competent-in-from-until-only-3e38ca00 = „{ $id }“ ist in „{ $area }“ nur von { $from } bis { $to } kompetent
said-renew-the-competence-of-in-0be30068 = die Kompetenz von „{ $id }“ in „{ $area }“ erneuern

## crates/methods/src/assign/mod.rs

said-the-answer-did-not-pass-its-check-dbaab5df = die Antwort hat ihre Prüfung nicht bestanden: { $fault }
said-report-this-as-a-fault-of-assize-with-the-problem-00264776 = dies mit der Aufgabe als Fehler von Assize melden

## crates/methods/src/assign/model.rs

said-the-figures-are-so-high-that-their-sum-cannot-37353c20 = die Zahlen sind so hoch, dass ihre Summe sich nicht genau rechnen lässt
said-lower-even-cents-or-the-other-weights-the-daily-f8d98faa = `even_cents` oder die anderen Gewichte, die Tagessätze oder die Cent der Reisen senken, oder weniger Audits zugleich planen

## crates/methods/src/assign/rules.rs

said-holds-no-role-was-needed-iso-19011-2018-5-5-4-a90cda18 = hat keine Rolle, gebraucht wurde „{ $role }“, ISO 19011:2018 5.5.4
said-may-be-not-iso-19011-2018-5-5-4-987ba8dd = kann { $held } sein, nicht { $role }, ISO 19011:2018 5.5.4
said-speaks-none-of-the-audit-s-languages-iso-19011-715f6d36 = spricht keine der Sprachen des Audits ({ $wanted }), ISO 19011:2018 5.5.4
said-does-not-audit-by-the-method-iso-19011-2018-a-bcc55408 = auditiert nicht nach der Methode { $method }, ISO 19011:2018 A.1
said-until-cooling-off-months-c5bc2d9c = { $relation } bis { $to }, Karenz { $months } Monate, { $source }
said-since-which-goes-on-5e9b26ae = { $relation } seit { $from }, andauernd, { $source }
said-was-in-the-last-audits-of-this-auditee-in-a-row-d4d4c241 = war bei den letzten { $count } Audits dieser Organisation in Folge dabei, mehr ist nicht erlaubt, { $source }
said-away-from-to-d3b6ec7b = abwesend von { $from } bis { $to }
said-away-from-on-f0824520 = abwesend ab { $from }
said-not-available-on-these-dates-8ac5d7d8 = an diesen Tagen nicht verfügbar
said-employed-by-this-auditee-bbc2779c = bei dieser Organisation beschäftigt
said-managed-the-audited-area-of-this-auditee-36ccc74a = Leitung des auditierten Bereichs dieser Organisation
said-consulted-for-this-auditee-469be26a = Beratung dieser Organisation
said-did-the-work-that-is-audited-at-this-auditee-ce43b441 = eigene Ausführung der auditierten Arbeit bei dieser Organisation
said-carried-out-internal-audits-for-this-auditee-a45b131e = interne Audits für diese Organisation
said-had-a-financial-interest-in-this-auditee-3519c114 = finanzielles Interesse an dieser Organisation
said-had-a-close-tie-to-this-auditee-075963e9 = enge Bindung an diese Organisation

## crates/methods/src/audit_time/adjust.rs

said-all-changes-together-c632eef5 = alle Änderungen zusammen
said-the-cap-of-is-not-passed-6266318c = die Grenze von { $cap } ist nicht überschritten
said-no-more-than-may-be-taken-away-in-all-5f157baf = insgesamt darf nicht mehr als { $cap } weggenommen werden
said-after-the-cap-90302d0a = nach der Grenze
said-days-after-all-changes-c8b36bca = Tage nach allen Änderungen
said-x-1-621a37ee = { $base } × (1 { $sign } { $share })
said-is-not-a-change-of-the-days-994d5b69 = { $share } ist keine Änderung der Tage
said-give-a-share-from-1-to-0-2-takes-a-fifth-away-de903405 = einen Anteil von -1 bis { $most } angeben: -0.2 nimmt ein Fünftel weg
said-no-reason-is-recorded-8f5b1cb2 = kein Grund ist eingetragen
said-reason-95dbed93 = Grund: { $reason }
said-decrease-d6819a41 = Abschlag
said-increase-ff37c82d = Zuschlag

## crates/methods/src/audit_time/factors.rs

said-business-axis-4adaf2f0 = Achse Geschäft
said-it-axis-407c3891 = Achse IT
said-to-2cd53ea8 = { $least } bis { $most }
said-pick-within-for-business-and-it-and-say-why-under-bccf72e6 = bei Geschäft { $business } und IT { $it } einen Wert in der Spanne { $range } wählen und unter `reason` sagen, warum
said-is-outside-the-range-for-business-and-it-cc0fd582 = { $pick } liegt außerhalb von { $range }, der Spanne bei Geschäft { $business } und IT { $it }
said-pick-within-the-range-what-else-weighs-goes-under-ecf988af = innerhalb der Spanne wählen; was sonst zählt, gehört mit Begründung unter `adjust`
said-there-is-nothing-to-choose-99af7210 = nichts zu wählen
said-change-by-complexity-9a391846 = Änderung nach Komplexität
said-business-and-it-open-3ba93d54 = Geschäft { $business } und IT { $it } ergeben { $range }; { $reason }
said-is-779d517a = ist { $grade }
said-grade-from-1-to-3-cf384bcd = von 1 bis 3 einstufen
said-55110a4e = { $field } { $grade }
said-fec6e0c9 = { $sum }, { $band }

## crates/methods/src/audit_time/integrated.rs

said-be009f4f = { $system } { $days }
said-starting-point-d7f15603 = Ausgangspunkt
said-after-integration-996eb8db = nach Integration
said-changed-by-reason-d78ce6de = { $sum } geändert um { $change }; Grund: { $reason }
said-audited-as-one-the-management-systems-take-instead-215ce36e = Zusammen auditiert brauchen die { $count } Managementsysteme { $rounded } statt einzeln { $sum }.{ $reasons }
said-audit-time-of-an-integrated-audit-iaf-md-11-2019-827775fc = Auditzeit eines integrierten Audits, IAF MD 11:2019
said-are-fewer-than-two-f6843639 = sind weniger als zwei
said-use-audit-time-for-a-single-system-34fda0b8 = für ein einzelnes System `audit-time` verwenden
said-list-each-management-system-once-6fa2e5b7 = jedes Managementsystem einmal nennen
said-days-by-the-table-345da258 = Tage nach der Tabelle
said-eba084b2 = { $system }: { $what }
said-leave-it-out-45823ea9 = es weglassen
said-does-not-fit-492804d7 = passt nicht zu „{ $system }“
said-stands-besides-table-which-is-one-of-days-too-bb25fc8e = steht neben `table`, die auch eine der Tage ist
said-give-one-of-the-two-afa8ff68 = eine von beiden angeben
said-are-not-graded-for-118bcc23 = werden für „{ $system }“ nicht eingestuft
said-give-increases-and-decreases-with-their-reasons-ef333b51 = Zu- und Abschläge mit Begründung unter `adjust` angeben
said-is-of-no-use-for-whose-factors-are-not-graded-07bf4202 = nützt nichts für „{ $system }“, dessen Faktoren nicht eingestuft werden
said-list-the-auditors-of-the-team-a00de10e = die Auditierenden des Teams nennen
said-is-c886ede1 = ist { $standards }
said-give-for-how-many-of-the-standards-is-qualified-6906a8de = angeben, für wie viele der { $standards } Normen { $name } qualifiziert ist, ab 1
said-what-the-team-can-do-fd6b9fc0 = was das Team leisten kann
said-x-1-ae404e6d = ({ $each }) / ({ $count } × ({ $standards } - 1))
said-is-not-a-share-9922d1ec = { $level } ist kein Anteil
said-how-far-the-systems-are-integrated-50867f14 = wie weit die Systeme integriert sind
said-as-judged-787c6d62 = wie beurteilt
said-is-outside-to-1-8d95bac9 = { $change } liegt nicht zwischen { $least } und 1
said-integration-takes-away-a-fifth-at-most-52dcc7ef = Integration nimmt höchstens ein Fünftel weg
said-takes-time-away-though-nothing-is-integrated-d627e41e = nimmt Zeit weg, obwohl nichts integriert oder niemand für zwei Normen qualifiziert ist
said-give-0-or-more-or-a-team-that-can-audit-them-c9f84193 = 0 oder mehr angeben, oder ein Team, das sie zusammen auditieren kann

## crates/methods/src/audit_time/internal.rs

said-all-tests-0e1da121 = alle Audittests
said-their-sum-fc77bca8 = ihre Summe
said-preparing-909c7ecf = Vorbereiten
said-reporting-0baf62ad = Berichten
said-meetings-9ba78aeb = Besprechungen
said-auditor-days-without-travel-60b7de04 = Audittage, ohne Reise
said-a0e7d254 = { $minutes } / { $day } = { $exact }, { $words }
said-auditor-days-with-travel-6d425088 = Audittage, mit Reise
said-working-days-from-first-to-last-at-least-61a53050 = Arbeitstage vom ersten bis zum letzten, mindestens
said-auditors-rounded-up-f317e52f = { $all } / { $auditors } Auditierende, aufgerundet
said-the-audit-takes-of-auditors-work-and-with-the-9b4ed39e = Das Audit braucht { $audit_days } Auditarbeit und mit den Wegen { $all_days }; { $auditors } Auditierende brauchen dafür mindestens { $calendar }.
said-time-of-an-internal-audit-from-its-tests-bb029529 = Zeit eines internen Audits, aus seinen Audittests
said-min-2adc37be = { $number } Min.
said-x-861dc0c1 = { $tests } × { $share }
said-34843b72 = { $what }, { $name }
said-min-x-auditors-82bc382e = { $each } Min. × { $auditors } Auditierende
said-choose-the-tests-of-the-audit-first-7ad622b9 = zuerst die Audittests des Audits wählen
said-list-each-test-once-80a4e8af = jeden Audittest einmal nennen
said-list-each-site-once-08d620da = jeden Standort einmal nennen
said-is-not-a-share-of-the-tests-time-df58fa21 = ist kein Anteil an der Zeit der Audittests
said-give-a-number-from-0-to-5-2a26fca2 = eine Zahl von 0 bis 5 angeben
said-is-c472ec98 = ist { $value }
said-give-a-number-from-to-a9377d0b = eine Zahl von { $least } bis { $most } angeben
said-say-how-long-one-item-of-the-sample-takes-175ed06b = sagen, wie lange ein Element der Stichprobe dauert
said-say-how-many-items-are-looked-at-adcfb77c = sagen, wie viele Elemente angesehen werden
said-is-c4719cd2 = ist { $each }
said-give-minutes-above-0-f12223c4 = Minuten über 0 angeben
said-is-not-among-the-sites-1c7d0654 = `{ $name }` ist nicht unter den Standorten
said-add-it-under-sites-or-name-one-of-those-ddd4ad13 = ihn unter `sites` hinzufügen oder einen von dort nennen
said-name-each-site-once-88bee727 = jeden Standort einmal nennen
said-items-x-min-d3b9ad63 = { $how } + { $sample } Elemente × { $each } Min.
said-x-sites-6a199324 = ({ $how }) × { $times } Standorte: { $names }
said-test-80988514 = Audittest { $id }

## crates/methods/src/audit_time/persons.rs

said-persons-who-count-head-by-head-25a4952d = Personen, die einzeln zählen
said-in-all-less-in-groups-and-parts-20d52936 = { $persons } insgesamt, abzüglich { $apart } in Gruppen und Teilen
said-effective-persons-06500e38 = effektive Personen
said-rounded-up-e0839a1a = { $sum }, aufgerundet
said-is-ab7d3f69 = ist { $persons }
said-give-the-persons-who-do-work-under-the-auditee-af5577e5 = die Personen angeben, die unter Aufsicht der auditierten Organisation arbeiten, 1 bis { $most }
said-groups-and-parts-have-persons-more-than-the-there-82bac3e1 = Gruppen und Teile haben { $apart } Personen, mehr als die { $persons } vorhandenen
said-count-each-person-in-persons-and-in-one-group-98bbdfe6 = jede Person in `persons` zählen und höchstens in einer Gruppe oder einem Teil
said-leave-the-group-out-or-say-how-many-they-are-88d40a75 = die Gruppe weglassen oder sagen, wie viele es sind
said-is-outside-to-3c49cd8a = ist { $counted }, nicht zwischen { $least } und { $persons }
said-persons-count-as-at-least-the-square-root-rounded-b86f7631 = { $persons } Personen zählen mindestens als { $least }, die aufgerundete Quadratwurzel
said-a-group-without-a-name-f5e7e88b = eine Gruppe ohne Namen
said-not-reduced-f0ebd130 = nicht verringert
said-identical-activities-776ce492 = gleiche Tätigkeiten: { $name }
said-persons-ceil-sqrt-at-least-be6cd6ed = { $persons } Personen, mindestens ⌈√{ $persons }⌉ = { $least }; { $reason }
said-is-not-a-share-of-full-time-04f35f62 = { $share } ist kein Anteil an einer Vollzeitstelle
said-give-a-number-between-0-and-1-98512fe6 = eine Zahl zwischen 0 und 1 angeben
said-are-not-two-shifts-or-more-each-with-persons-9b1444de = sind nicht zwei oder mehr Schichten mit Personen
said-give-the-persons-on-each-shift-as-in-40-40-12-ec1a3743 = die Personen je Schicht angeben, wie in [40, 40, 12]
said-is-more-than-the-there-are-5cf6c6e4 = ist { $counted }, mehr als die { $persons } vorhandenen
said-count-those-under-the-auditee-s-control-alone-b51a18e1 = nur die unter Aufsicht der auditierten Organisation zählen
said-part-time-609a5ced = Teilzeit: { $name }
said-persons-at-of-full-time-c0f22fa0 = { $persons } Personen mit { $share } einer Vollzeitstelle
said-the-same-on-several-shifts-9b519d7b = dasselbe in mehreren Schichten: { $name }
said-the-largest-shift-in-full-then-reason-8183038b = die größte Schicht, { $largest }, ganz, dann { $others }; Grund: { $reason }
said-contractors-56a30f50 = Auftragnehmer: { $name }
said-of-work-under-the-auditee-s-control-reason-dea73507 = { $counted } von { $persons } arbeiten unter Aufsicht der auditierten Organisation; Grund: { $reason }

## crates/methods/src/audit_time/rounding.rs

said-does-not-divide-a-day-into-equal-steps-b76b4818 = { $step } teilt einen Tag nicht in gleiche Schritte
said-give-0-25-0-5-or-1-70e7f606 = 0.25, 0.5 oder 1 angeben
said-not-rounded-7021cac7 = nicht gerundet
said-to-the-nearest-of-a-day-a-half-up-0530a234 = auf das nächste { $step } eines Tages gerundet, die Hälfte aufwärts
said-up-to-the-next-of-a-day-dd4a3301 = auf das nächste { $step } eines Tages aufgerundet

## crates/methods/src/audit_time/shares.rs

said-leaves-one-of-the-stages-without-time-bc16c028 = { $share } lässt einer der Stufen keine Zeit
said-give-a-share-between-0-and-1-f80c247e = einen Anteil zwischen 0 und 1 angeben
said-is-outside-to-1-e5494f4a = { $share } liegt nicht zwischen { $least } und 1
said-spend-at-least-of-the-audit-time-auditing-or-4c99aa4d = mindestens { $least } der Auditzeit mit Auditieren verbringen oder den Anteil des eigenen Programms unter `tables` angeben
said-is-not-a-share-0dacd043 = { $share } ist kein Anteil
said-above-remote-asks-for-the-accreditation-body-c4a28bfb = über { $above } aus der Ferne verlangt { $edition } die Zustimmung der Akkreditierungsstelle: sie nennen oder mehr vor Ort auditieren
said-but-never-below-efe6dc8e = { $exact }, { $words }, aber nie unter { $least }
said-days-of-the-initial-audit-6512df8f = Tage des Erstaudits
said-days-of-a-surveillance-audit-b74e188e = Tage eines Überwachungsaudits
said-days-of-a-recertification-audit-503bca26 = Tage eines Rezertifizierungsaudits
said-x-7d4a4b34 = { $days } × { $share } = { $exact }, { $words }
said-stage-1-0bad1432 = Stufe 1
said-x-ed7c121e = { $rounded } × { $share }, { $words }
said-stage-2-0aad129f = Stufe 2
said-df315be1 = { $rounded } - { $first }
said-of-that-spent-auditing-976df3ac = davon zum Auditieren
said-x-at-least-go-to-auditing-the-rest-to-planning-101e4747 = { $rounded } × { $share }; mindestens { $least } dienen dem Auditieren, der Rest Planung und Bericht
said-approval-e8230be6 = ; Zustimmung: { $approval }
said-of-that-remote-0dcdd3f3 = davon aus der Ferne
said-x-106c3293 = { $auditing } × { $share }; { $reason }{ $approval }

## crates/methods/src/audit_time/single.rs

said-the-initial-audit-of-effective-persons-takes-a6128057 = Das Erstaudit bei { $effective } effektiven Personen braucht { $rounded }: { $base } nach der Tabelle, geändert um { $capped }.{ $reasons }
said-audit-time-of-an-information-security-management-c7bbcd69 = Auditzeit eines Informationssicherheits-Managementsystems, { $edition }

## crates/methods/src/audit_time/sites.rs

said-days-by-the-table-all-persons-at-one-site-18314dcd = Tage nach der Tabelle, alle Personen an einem Standort
said-sum-of-the-sites-visited-1007b768 = Summe der besuchten Standorte
said-are-not-below-00a2340a = { $sum } liegen nicht unter { $single }
said-are-below-so-that-the-difference-is-added-where-c675bba4 = { $sum } liegen unter { $single }; die Differenz kommt dort hinzu, wo sie am meisten gebraucht wird
said-not-below-the-single-site-7d1ec187 = nicht unter dem einzelnen Standort
said-visiting-of-sites-takes-in-an-initial-audit-surveillance-7ae11521 = { $visited } von { $sites } Standorten zu besuchen braucht im Erstaudit { $rounded }. Überwachung und Rezertifizierung sind Anteile davon; wo sie weniger Standorte besuchen, sind diese Audits nach ihrer eigenen Stichprobe zu rechnen.{ $reasons }
said-audit-time-of-an-information-security-management-bfe967dc = Auditzeit eines Informationssicherheits-Managementsystems an mehreren Standorten, { $edition }
said-none-is-visited-0338828f = keiner wird besucht
said-list-the-sites-and-visit-the-central-function-b83db7ae = die Standorte nennen und mindestens die zentrale Stelle besuchen
said-69ee0d35 = { $name } { $days }
said-site-3791ee4e = Standort
said-visited-ff5ded4d = besucht
said-not-visited-9d6ecca4 = nicht besucht

## crates/methods/src/audit_time/tables.rs

said-give-a-table-of-your-own-under-tables-ca5f9018 = unter `tables` eine eigene Tabelle angeben
said-no-table-of-days-is-built-in-for-this-700dbc36 = dafür ist keine Tabelle der Tage eingebaut
said-no-table-of-shares-is-built-in-for-this-70719a8f = dafür ist keine Tabelle der Anteile eingebaut
said-no-table-of-factors-is-built-in-for-this-ce115065 = dafür ist keine Tabelle der Faktoren eingebaut
said-effective-persons-are-beyond-the-table-whose-6a06a8b0 = { $persons } effektive Personen liegen über der Tabelle { $source } ({ $edition }), deren letzte Zeile bei { $to } endet
said-the-scheme-asks-to-follow-the-progression-decide-35aea6e7 = das Programm verlangt, die Reihe fortzusetzen: eine Zeile ab { $to } mit Begründung festlegen und die Tabelle damit unter `tables` angeben
said-the-row-from-to-persons-where-fall-9ae69262 = die Zeile von { $from } bis { $to } Personen, in die { $persons } fallen

## crates/methods/src/audit_time/working.rs

said-reasons-that-are-still-missing-67453af4 = { " " }Gründe, die noch fehlen: { $count }.
said-about-2e8ac3c3 = { $exact } (etwa { $rounded })
said-4bf1263d = { $number } %
said-ab77a181 = { $sign }{ $share }
said-day-301c8d78 = { $number } Tag
said-days-c7f20851 = { $number } Tage

## crates/methods/src/extent/method.rs

said-what-to-audit-in-years-86677fef = Was in { $count } Jahren zu auditieren ist
said-how-far-from-the-best-999ac887 = wie weit vom Besten
said-covered-scores-of-at-most-further-visits-score-86d06194 = Abgedecktes zählt { $covered } von höchstens { $covered_most }; weitere Besuche zählen { $further } von höchstens { $further_most }, lägen alle Tage in einem Jahr und wären Audits teilbar
said-no-plan-is-better-6ec21233 = kein Plan ist besser
said-at-most-and-better-f1d732bc = höchstens um { $covered } und { $further } besser
said-pairs-over-parts-of-days-are-too-many-to-weigh-44a0594b = { $count } Paare über { $parts } Teile von Tagen sind zu viele zum Abwägen
said-plan-in-halves-of-days-rather-than-eighths-or-246d3c36 = in halben statt achtel Tagen planen oder Kriterien oder Einheiten zusammenfassen
said-never-audited-so-due-at-once-0b610ab9 = nie auditiert, also sofort fällig
said-last-audited-the-year-before-so-due-in-year-6825f5cc = zuletzt im Jahr davor auditiert, also fällig in Jahr { $due }
said-last-audited-years-before-so-due-in-year-13d46f40 = zuletzt vor { $years } Jahren auditiert, also fällig in Jahr { $due }
said-every-year-e6db534d = jedes Jahr
said-once-in-the-cycle-5b4a1056 = einmal im Zyklus
said-every-years-a0ffe7be = alle { $years } Jahre
said-4963e826 = { $often }; { $waited }
said-37d455ea = { $unit }, { $criterion }
said-days-ed8f4f37 = { $sum } = { $score }; { $days } Tage; { $when }
said-score-09d14881 = Punktzahl { $score }
said-cd911210 = { $unit } { $criterion } ({ $days })
said-again-c605c624 = { $unit } { $criterion } erneut ({ $days })
said-nothing-527dae8a = nichts
said-year-1ab0b55b = Jahr { $year }
said-of-days-6f58c6df = { $used } von { $days } Tagen
said-changed-by-the-manager-6cd4527b = von der Leitung geändert: { $unit }, { $criterion }
said-proposed-audit-reason-96535b65 = vorgeschlagen: auditieren; Grund: { $reason }
said-proposed-do-not-audit-reason-a06ec3cf = vorgeschlagen: nicht auditieren; Grund: { $reason }
said-audit-in-year-36ac19ab = auditieren in Jahr { $year }
said-do-not-audit-in-year-d88a5125 = nicht auditieren in Jahr { $year }
said-instead-of-visits-28d04e0e = { $unit } { $criterion }: { $after } statt { $before } Besuche
said-gives-up-nothing-632ecc6f = gibt nichts auf
said-each-year-less-days-ae54d0d6 = jedes Jahr { $days } Tage weniger
said-of-covered-visits-27ac6ae7 = { $covered } von { $all } abgedeckt, { $visits } Besuche
said-all-pairs-of-unit-and-criterion-are-audited-within-f133e968 = Alle { $all } Paare aus Einheit und Kriterium werden im Zyklus auditiert, in { $visits } Besuchen.
said-of-pairs-of-unit-and-criterion-are-audited-within-1321df0f = { $count } von { $all } Paaren aus Einheit und Kriterium werden im Zyklus auditiert; für die übrigen reichen die Tage nicht.
said-the-changes-take-more-days-than-there-are-in-53430aa2 = { " " }Die Änderungen brauchen mehr Tage, als es gibt in { $years }.
said-no-plan-within-these-days-scores-higher-than-7580764e = { " " }Kein Plan mit diesen Tagen zählt mehr als der Vorschlag.
said-e0c6f8bb = { $coverage }{ $over }{ $best }
said-has-years-674fdc76 = { $count ->
    [one] hat ein Jahr
   *[other] hat { $count } Jahre
}
said-give-the-days-of-each-year-of-1-to-years-c40e5b77 = die Tage jedes Jahres angeben, für 1 bis { $most } Jahre
said-give-1-to-pairs-of-unit-and-criterion-group-criteria-d5ab4194 = 1 bis { $most } Paare aus Einheit und Kriterium angeben; Kriterien zusammenfassen, wenn es mehr sind
said-give-at-most-adba7175 = höchstens { $most } angeben
said-and-stand-twice-6b0294df = `{ $unit }` und `{ $criterion }` stehen zweimal
said-list-each-pair-once-9a7a8957 = jedes Paar einmal nennen
said-grade-from-0-to-9485f30a = von 0 bis { $most } einstufen
said-1-is-the-year-before-the-programme-leave-it-out-2bb22ad2 = 1 ist das Jahr vor dem Auditprogramm; weglassen, wenn nie
said-and-are-not-among-the-items-ffad9fff = `{ $unit }` und `{ $criterion }` sind nicht unter den Einträgen
said-name-a-pair-that-is-listed-d019a179 = ein genanntes Paar angeben
said-is-84cdf0a0 = ist { $year }
said-give-a-year-from-1-to-e17d9f2b = ein Jahr von 1 bis { $count } angeben
said-days-cannot-be-planned-with-9fc841f5 = mit { $days } Tagen lässt sich nicht planen
said-give-days-up-to-in-eighths-at-the-finest-0-125-9f343bfb = Tage bis { $most } angeben, höchstens in Achteln: 0.125, 0.25, 0.5, 1

## crates/methods/src/extent/weights.rs

said-give-weights-of-your-own-under-weights-e478780c = unter `weights` eigene Gewichte angeben

## crates/methods/src/sampling/attribute.rs

said-the-largest-sample-that-allows-dea1b5e7 = der größten Stichprobe, zulässig
said-plans-with-fewer-deviations-66ccfe34 = Pläne mit weniger Abweichungen
said-0-to-deviations-were-tried-too-c56da4c3 = 0 bis { $first } Abweichungen wurden auch versucht
said-none-meets-the-risk-025d616b = keiner genügt dem Risiko
said-one-item-fewer-which-allows-5d84377e = eines Elements weniger, zulässig
said-ceil-x-18b5bdb0 = ⌈{ $size } × { $expected }⌉
said-deviations-allowed-56183239 = zulässige Abweichungen
said-the-sample-which-allows-def5c1c3 = der Stichprobe, zulässig
said-law-of-the-deviations-in-the-sample-1a8cb4d7 = Verteilung der Abweichungen in der Stichprobe
said-binomial-with-rate-p-at-most-k-of-n-sum-over-a412bec3 = binomial mit Rate { $rate }: P(höchstens k von n) = Summe über i = 0..k von C(n, i) p^i (1 - p)^(n - i)
said-binomial-1d11622c = binomialverteilt
said-deviations-in-the-population-c55bdb8a = Abweichungen in der Grundgesamtheit
said-max-1-x-hypergeometric-p-at-most-k-of-n-sum-over-31328ec5 = max(1, { $rounding }({ $tolerable } × { $population })); hypergeometrisch: P(höchstens k von n) = Summe über i = 0..k von C(D, i) C(N - D, n - i) / C(N, n)
said-risk-of-7eb3a965 = Risiko { $what } { $deviations }
said-p-at-most-of-rounded-up-to-0-000001-c86cb983 = P(höchstens { $deviations } von { $sample }), aufgerundet auf 0,000001
said-is-negative-46d16348 = ist negativ
said-give-the-expected-rate-0-or-more-33fc6b1d = die erwartete Rate angeben, 0 oder mehr
said-is-not-below-the-tolerable-rate-acc799e8 = { $expected } liegt nicht unter der tolerierbaren Rate { $tolerable }
said-lower-it-or-do-not-rely-on-this-control-no-sample-0a1d9e5c = sie senken oder sich nicht auf diese Maßnahme stützen: keine Stichprobe kann die beiden Raten unterscheiden
said-in-items-expected-and-tolerable-rate-are-too-a4b16e11 = bei { $population } Elementen liegen erwartete und tolerierbare Rate zu nah beieinander: nicht einmal alle Elemente genügen dem Risiko
said-lower-the-expected-rate-or-raise-the-tolerable-38d628ea = die erwartete Rate senken oder die tolerierbare erhöhen, oder jedes Element untersuchen und die gefundene Rate vergleichen
said-no-sample-of-up-to-items-meets-the-risk-1d364eb6 = keine Stichprobe bis { $most } Elemente genügt dem Risiko
said-lower-the-expected-rate-or-raise-the-tolerable-a849939c = die erwartete Rate senken, oder die tolerierbare Rate oder das Risiko erhöhen
said-raise-the-tolerable-rate-or-the-risk-406edef7 = die tolerierbare Rate oder das Risiko erhöhen
said-examine-items-if-at-most-of-them-deviate-a-rate-db946a88 = { $size } Elemente untersuchen. Weichen davon höchstens { $allowed } ab, ist eine Abweichungsrate von { $tolerable } oder mehr bei einem Risiko von { $risk } ausgeschlossen.
said-size-of-an-attribute-sample-risk-tolerable-rate-0c24cfae = Umfang einer Attributstichprobe: Risiko { $risk }, tolerierbare Rate { $tolerable }, erwartete Rate { $expected }
said-examine-of-items-if-of-them-deviate-at-least-36442b5d = { $size } von { $population } Elementen untersuchen. Weichen { $deviations } ab, wird mindestens eines mit einer Wahrscheinlichkeit von mindestens 1 - { $risk } gefunden.
said-size-of-a-discovery-sample-rate-risk-ba4ded8c = Umfang einer Entdeckungsstichprobe: Rate { $tolerable }, Risiko { $risk }

## crates/methods/src/sampling/checks.rs

said-is-not-between-0-and-1-ea1a2dc5 = { $share } liegt nicht zwischen 0 und 1
said-give-a-share-above-0-and-below-1-like-0-05-9b40a346 = einen Anteil über 0 und unter 1 angeben, wie 0.05
said-give-a-whole-number-of-at-least-1-4fa48b0d = eine ganze Zahl ab 1 angeben
said-is-not-1-risk-which-is-5dbb08a5 = ist nicht 1 - Risiko, und das ist { $risk }
said-give-either-the-risk-or-the-confidence-4eb288b7 = entweder das Risiko oder das Vertrauensniveau angeben
said-give-risk-like-0-05-or-confidence-like-0-95-67132237 = `risk` angeben, wie 0.05, oder `confidence`, wie 0.95

## crates/methods/src/sampling/draw.rs

said-number-below-eb3c7cf5 = Zahl { $number } unter { $left }
said-random-start-1d2a97e6 = zufälliger Beginn
said-number-below-77988364 = Zahl unter { $rows }
said-floor-x-counted-from-0-411b3b19 = ⌊({ $start } + { $index } × { $rows }) / { $size }⌋, ab 0 gezählt
said-share-of-stratum-cc3ef318 = Anteil der Schicht `{ $name }`
said-x-by-largest-remainder-f18608dd = { $size } × { $rows } / { $all }, nach größtem Rest
said-items-are-wanted-and-only-have-a-value-above-632a73ae = { $size } Elemente sind gefragt, und nur { $positive } haben einen Wert über 0
said-draw-fewer-items-or-examine-those-without-value-6c423d6a = weniger Elemente ziehen oder die ohne Wert gesondert untersuchen
said-taken-for-certain-units-are-at-least-4fa0dee5 = sicher genommen: { $units } Einheiten sind mindestens { $total } / { $wanted }
said-number-below-the-units-of-the-items-not-taken-67d6fdf4 = Zahl unter { $total }, den Einheiten der nicht sicher genommenen Elemente
said-unit-floor-x-counted-from-0-3690987b = Einheit ⌊({ $start } + { $hit } × { $total }) / { $wanted }⌋ = { $place }, ab 0 gezählt
said-unit-below-of-the-items-not-drawn-yet-8e6b7663 = Einheit { $unit } unter { $total }, der noch nicht gezogenen Elemente
said-is-more-than-the-items-of-the-population-b2065a87 = { $size } ist mehr als die { $rows } Elemente der Grundgesamtheit
said-draw-at-most-all-items-7b4d3714 = höchstens alle Elemente ziehen
said-name-the-column-of-strata-cb5944e3 = die Spalte der Schichten nennen
said-name-the-column-of-values-14ca72f0 = die Spalte der Werte nennen
said-is-not-in-the-sample-or-is-replaced-already-d35e33b4 = `{ $key }` ist nicht in der Stichprobe oder schon ersetzt
said-give-the-key-of-an-item-of-the-sample-3f8e650f = den Schlüssel eines Elements der Stichprobe angeben
said-there-is-no-item-left-to-replace-957558ce = es ist kein Element übrig, um `{ $key }` zu ersetzen
said-examine-it-after-all-or-say-in-the-report-that-e85c937c = es doch untersuchen oder im Bericht sagen, dass es nicht untersucht werden konnte
said-population-b3de8cb2 = Grundgesamtheit
said-file-with-sha-256-ff41ca10 = Datei mit SHA-256 { $sha256 }
said-rows-69ae9d61 = { $count } Zeilen
said-checks-af0f65dc = Prüfungen
said-no-problem-94f54f75 = kein Problem
said-generator-6eec35c2 = Generator der Zufallszahlen
said-sha-256-of-the-lines-the-population-s-hash-the-9197c768 = SHA-256 der Zeilen `{ $algorithm }`, Prüfwert der Grundgesamtheit, Startwert und Zähler ab 0; die ersten 16 Byte
said-units-c918a49c = Einheiten
said-whole-units-of-the-values-c374668b = ganze Einheiten der Werte
said-to-a-value-of-1-087497cd = { $units_per_value } auf einen Wert von 1
said-in-place-of-ff6514bb = , anstelle von { $item }
said-replaced-1dccfdd0 = ; ersetzt: { $reason }
said-draw-620615ba = Ziehung { $order }{ $replaces }
said-row-9c3034b2 = Zeile { $row }: { $item }{ $replaced }
said-of-items-are-drawn-items-were-replaced-each-by-010c629f = { $count } von { $rows } Elementen sind gezogen ({ $method }); { $replaced } wurden ersetzt, jedes durch das nächste der Ziehung. Grundgesamtheit, Startwert und diese Regeln ergeben wieder dieselbe Stichprobe.
said-draw-of-items-218042b8 = Ziehung von { $size } Elementen, { $method }
said-there-are-rows-none-longer-than-the-header-715ae8fa = es gibt Zeilen, keine länger als die Kopfzeile
said-column-3ff49c22 = Spalte `{ $name }`: { $what }
said-every-key-is-there-and-unique-8dad6c69 = jeder Schlüssel ist da und eindeutig
said-every-stratum-is-there-867f7166 = jede Schicht ist da
said-every-value-is-a-decimal-and-not-negative-2e0a86ea = jeder Wert ist eine Dezimalzahl und nicht negativ
said-the-number-of-rows-was-not-compared-with-another-e2f432dc = die Zahl der Zeilen wurde nicht mit einer anderen Quelle verglichen
said-rows-as-expected-6e7bd2e7 = { $rows } Zeilen wie erwartet
said-the-values-add-up-to-as-expected-55241247 = die Werte ergeben wie erwartet { $total }

## crates/methods/src/sampling/frequency.rs

said-correct-data-control-frequency-toml-d2231ef4 = data/control-frequency.toml berichtigen
said-has-no-rows-52da425f = hat keine Zeilen
said-a-control-that-did-not-operate-cannot-be-sampled-1e281fe1 = eine Maßnahme, die nicht ausgeführt wurde, lässt sich nicht stichprobenweise prüfen; das im Arbeitspapier sagen
said-give-frequency-like-weekly-or-occurrences-like-4ae7cb23 = `frequency` angeben, wie weekly, oder `occurrences`, wie 52
said-is-not-in-the-table-d11f4780 = steht nicht in der Tabelle
said-give-one-of-or-add-a-row-58222332 = eines davon angeben: { $names }; oder eine Zeile hinzufügen
said-is-below-the-least-of-the-row-1bbd78a8 = { $chosen } liegt unter dem Mindestwert der Zeile, { $there }
said-choose-more-or-record-a-judgement-based-sample-752d1223 = mehr wählen oder eine Auswahl nach Ermessen eintragen
said-is-more-than-the-occurrences-5c1cf00c = { $chosen } ist mehr als die { $there } Ausführungen
said-choose-at-most-all-of-them-18b1d62a = höchstens alle wählen
said-say-why-and-not-the-usual-7ffb4f11 = sagen, warum { $chosen } und nicht wie üblich { $usual }
said-row-of-the-table-a059c147 = Zeile der Tabelle
said-to-customary-usual-e50514e3 = { $least } bis { $most } gebräuchlich, { $usual } üblich ({ $certainty })
said-usual-number-3df5f04a = übliche Anzahl
said-the-row-s-but-not-more-than-there-are-99c07a6c = die der Zeile, aber nicht mehr, als es gibt
said-chosen-instead-63d411cd = stattdessen gewählt
said-examine-operations-of-the-control-that-is-a-convention-20e09e5f = { $size } Ausführungen der Maßnahme untersuchen. Das ist eine Konvention: sie sagt kein Risiko und kein Vertrauensniveau. Wo diese gebraucht werden, sample-size oder discovery-size verwenden.
said-size-by-convention-for-a-control-that-operates-71da3327 = Umfang nach Konvention für eine Maßnahme, ausgeführt: { $frequency }

## crates/methods/src/sampling/judgement.rs

said-criterion-484d4afd = Kriterium `{ $key }`
said-items-13ded4f0 = { $count } Elemente
said-choice-of-0e0f5fa2 = Auswahl von `{ $item }`
said-of-8b49687f = { " " }von { $population }
said-chose-items-of-by-criteria-what-is-found-in-them-00c67b9c = { $chosen_by } hat { $count }{ $of } Elemente von { $subject } nach { $criteria } Kriterien ausgewählt. Was darin gefunden wird, ist ein Nachweis für diese Elemente; für die anderen lässt sich weder Rate noch Grenze noch Vertrauensniveau angeben.
said-judgement-based-sample-of-35a101c3 = Stichprobe nach Ermessen: { $subject }
said-are-none-6f7144c9 = sind keine
said-say-by-what-the-items-are-chosen-6fd6696a = sagen, wonach die Elemente ausgewählt werden
said-give-the-items-chosen-each-with-its-reason-875de9b8 = die ausgewählten Elemente angeben, jedes mit Begründung
said-is-less-than-the-items-chosen-dc42d8cc = { $population } ist weniger als die { $count } ausgewählten Elemente
said-correct-the-number-of-items-d5db90b4 = die Anzahl der Elemente berichtigen
said-give-each-criterion-a-key-of-its-own-5c7dc709 = jedem Kriterium einen eigenen Schlüssel geben
said-nothing-is-chosen-by-371aaf84 = nach `{ $key }` ist nichts ausgewählt
said-choose-an-item-by-it-or-leave-it-out-27473dc3 = ein Element danach auswählen oder es weglassen
said-is-chosen-twice-7356be48 = `{ $item }` ist zweimal ausgewählt
said-choose-each-item-once-bf07ee7d = jedes Element einmal auswählen
said-is-not-one-of-the-criteria-e41fc920 = `{ $criterion }` ist keines der Kriterien
said-add-the-criterion-with-its-reason-or-name-another-729640b9 = das Kriterium mit Begründung hinzufügen oder ein anderes nennen

## crates/methods/src/sampling/limit.rs

said-is-more-than-5b81298e = { $sample } ist mehr als { $most }
said-give-at-most-items-17af7195 = höchstens { $most } Elemente angeben
said-is-more-than-the-items-of-the-sample-ec38306e = { $deviations } ist mehr als die { $sample } Elemente der Stichprobe
said-count-each-item-that-deviates-once-07b8ac91 = jedes abweichende Element einmal zählen
said-is-more-than-the-items-of-the-population-27921732 = { $sample } ist mehr als die { $population } Elemente der Grundgesamtheit
said-give-the-number-of-items-drawn-without-repeats-0469c590 = die Anzahl der ohne Wiederholung gezogenen Elemente angeben oder die Grundgesamtheit berichtigen
said-rate-of-deviation-in-the-sample-dd445c7d = Abweichungsrate in der Stichprobe
said-f7b6c47a = { $deviations } / { $sample }
said-deviations-among-items-giving-at-most-0b542d96 = dafür, dass { $deviations } Abweichungen unter { $population } Elementen höchstens so viele ergeben:
said-most-deviations-not-excluded-ffe49d57 = größte nicht ausgeschlossene Zahl von Abweichungen
said-the-last-number-whose-risk-is-more-than-ee1ca0dd = die letzte Zahl, deren Risiko größer als { $risk } ist
said-upper-limit-9926cb14 = obere Grenze
said-rounded-up-to-0-001-ae30c859 = { $deviations } / { $population }, aufgerundet auf 0,001
said-every-item-of-the-sample-deviates-1be21aea = jedes Element der Stichprobe weicht ab
said-a-rate-of-giving-at-most-d9fe369b = dafür, dass eine Rate von { $rate } höchstens so viele ergibt:
said-upper-limit-enclosed-0d613b2f = obere Grenze, eingeschlossen
said-the-rate-at-which-the-risk-is-by-halving-535f06eb = die Rate, bei der das Risiko { $risk } ist, durch Halbieren
said-to-30036e08 = { $above } bis { $not_above }
said-rounded-up-to-0-001-fb11af79 = aufgerundet auf 0,001
said-of-items-deviate-the-rate-of-deviation-in-the-4b5c5cb4 = { $deviations } von { $sample } Elementen weichen ab. Die Abweichungsrate in der Grundgesamtheit ist höchstens { $limit }, bei einem Risiko von { $risk }.
said-upper-limit-of-the-rate-of-deviation-of-risk-cb40ac0b = Obere Grenze der Abweichungsrate: { $deviations } von { $sample }, Risiko { $risk }
said-accepting-the-tolerable-rate-by-finding-at-most-7b0fed2a = die tolerierbare Rate anzunehmen, gefunden höchstens
said-confidence-reached-2428c213 = erreichtes Vertrauensniveau
said-1-that-risk-rounded-down-to-0-000001-9f36d26a = 1 - dieses Risiko, abgerundet auf 0,000001
said-evaluation-of-a-sample-of-tolerable-rate-risk-2f8ca948 = Bewertung einer Stichprobe: { $deviations } von { $sample }, tolerierbare Rate { $tolerable }, Risiko { $risk }
said-of-items-deviate-at-a-risk-of-the-rate-in-the-1ff9d7ab = { $deviations } von { $sample } Elementen weichen ab; bei einem Risiko von { $risk } ist die Rate in der Grundgesamtheit höchstens { $limit }.
said-that-is-below-the-tolerable-rate-of-with-a-confidence-197f6487 = Das liegt unter der tolerierbaren Rate von { $tolerable }, mit einem Vertrauensniveau von { $confidence }: die Stichprobe stützt es, sich auf die Maßnahme zu verlassen.
said-the-sample-itself-deviates-at-the-tolerable-rate-0e8345ac = Die Stichprobe selbst weicht mit der tolerierbaren Rate von { $tolerable } oder mehr ab: sie stützt es nicht, sich auf die Maßnahme zu verlassen.
said-a-tolerable-rate-of-is-excluded-only-with-a-confidence-252de4a8 = Eine tolerierbare Rate von { $tolerable } ist nur mit einem Vertrauensniveau von { $confidence } ausgeschlossen: die Stichprobe stützt es nicht, sich auf die Maßnahme zu verlassen. Mehr Elemente untersuchen, die Ursache der Abweichungen finden oder sich auf anderes stützen.
said-each-deviation-is-looked-at-for-its-nature-and-1089c10b = { $found } { $meaning } Jede Abweichung wird auf Art und Ursache angesehen, was die Zahlen auch sagen.

## crates/methods/src/sampling/monetary.rs

said-is-not-from-0-to-below-1-0801a264 = { $ratio } liegt nicht von 0 bis unter 1
said-give-expected-misstatement-tolerable-misstatement-cd38b5c0 = erwarteten Fehler / tolerierbaren Fehler angeben, wie 0.2
said-no-sample-of-up-to-units-of-value-meets-the-risk-9f35720d = keine Stichprobe bis { $most } Werteinheiten genügt dem Risiko
said-lower-the-expected-misstatement-or-raise-the-89d3144a = den erwarteten Fehler senken, oder den tolerierbaren oder das Risiko erhöhen
said-raise-the-tolerable-misstatement-or-the-risk-f0a78701 = den tolerierbaren Fehler oder das Risiko erhöhen
said-confidence-factor-bd84f3cc = Vertrauensfaktor
said-the-least-x-in-steps-of-0-01-with-p-g-x-g-gamma-2e4cb1f8 = das kleinste x, in Schritten von 0,01, mit P(G > x) <= { $risk }, G gammaverteilt mit Formparameter 1 + { $ratio } x und Skala 1
said-risk-of-one-unit-fewer-d8ef68b2 = Risiko bei einer Einheit weniger
said-risk-of-the-sample-571c9b76 = Risiko der Stichprobe
said-met-d3ad6a29 = eingehalten
said-not-met-8920c5d0 = nicht eingehalten
said-x-x-shape-1-x-p-g-x-26e38ad3 = x = { $units } × { $tolerable } = { $mean }, Formparameter 1 + { $ratio } x: P(G > x) <= { $risk }
said-size-23a0d95c = Umfang
said-the-least-number-of-units-whose-risk-is-met-about-443b75bd = die kleinste Zahl von Einheiten, die dem Risiko genügt; etwa Faktor / tolerierbarer Anteil, aufgerundet
said-sampling-interval-336b1d29 = Stichprobenintervall
said-population-s-value-4642e2f7 = Wert der Grundgesamtheit / { $size }
said-of-the-value-d72cf817 = { $share } des Wertes
said-draw-units-of-value-items-above-the-sampling-d1b4c8fc = { $size } Werteinheiten ziehen. Elemente über dem Stichprobenintervall werden mehrfach gezogen und einmal untersucht; es können weniger als { $size } Elemente herauskommen.
said-size-of-a-monetary-unit-sample-risk-tolerable-1dd5011b = Umfang einer Werteinheitenstichprobe: Risiko { $risk }, tolerierbarer Anteil { $tolerable }, erwartetes Verhältnis { $ratio }
said-is-not-above-0-26f482b3 = { $amount } ist nicht über 0
said-give-an-amount-above-0-57274e94 = einen Betrag über 0 angeben
said-is-not-above-0-db331ab4 = { $book } ist nicht über 0
said-give-the-value-in-the-books-items-of-no-value-05252e0e = den Buchwert angeben; Elemente ohne Wert werden außerhalb dieser Stichprobe untersucht
said-is-not-from-0-to-the-value-in-the-books-1d1c6832 = { $audited } liegt nicht zwischen 0 und dem Buchwert { $book }
said-evaluate-understatements-apart-this-limit-is-7e1f0e53 = Unterbewertungen gesondert auswerten: diese Grenze gilt für Überbewertungen
said-is-more-than-9cc89d40 = { $places } ist mehr als { $most }
said-give-0-to-4dfab292 = 0 bis { $most } angeben
said-are-982fe912 = sind { $count }
said-give-at-most-with-more-have-the-population-corrected-cb25bd64 = höchstens { $most } angeben; bei mehr die Grundgesamtheit berichtigen lassen und neu ziehen
said-are-more-than-the-sample-has-units-6153038b = sind mehr, als die Stichprobe Einheiten hat
said-give-the-items-of-the-sample-only-46959f1b = nur die Elemente der Stichprobe angeben
said-0f977a17 = { $population_value } / { $sample }
said-known-misstatement-of-91ddaaec = bekannter Fehler von `{ $item }`
said-its-value-is-at-least-the-interval-c287a307 = { $book } - { $audited }; der Wert ist mindestens das Intervall
said-basic-precision-eaa29f59 = Grundgenauigkeit
said-confidence-factor-for-no-misstatement-x-17908a9d = Vertrauensfaktor { $basic_factor } für keinen Fehler × { $interval }
said-misstatement-4868ee9a = Fehler { $rank }, `{ $item }`
said-taint-x-interval-x-8f1bc925 = Fehleranteil { $taint } × Intervall = { $projection }; × ({ $next } - { $before })
said-upper-limit-of-misstatement-1afb839b = obere Grenze des Fehlers
said-known-basic-precision-each-misstatement-by-its-6fafd377 = bekannt + Grundgenauigkeit + jeder Fehler mit seinem Faktor
said-the-projected-misstatement-is-at-a-risk-of-the-eff03309 = Der hochgerechnete Fehler ist { $shown }. Bei einem Risiko von { $risk } ist der Fehler höchstens { $most } und damit nicht über dem tolerierbaren { $tolerable }: die Stichprobe stützt den Buchwert.
said-the-projected-misstatement-is-at-a-risk-of-the-984143e5 = Der hochgerechnete Fehler ist { $shown }. Bei einem Risiko von { $risk } ist der Fehler höchstens { $most } und damit über dem tolerierbaren { $tolerable }: die Stichprobe stützt den Buchwert nicht.
said-evaluation-of-a-monetary-unit-sample-units-of-01b9491c = Bewertung einer Werteinheitenstichprobe: { $sample } Einheiten von { $population_value }, Risiko { $risk }
said-a-confidence-factor-would-be-more-than-8cf2567c = ein Vertrauensfaktor wäre größer als { $most }
said-raise-the-risk-or-give-fewer-misstatements-713f7cd7 = das Risiko erhöhen oder weniger Fehler angeben

## crates/methods/src/sampling/population.rs

said-is-not-a-list-of-at-most-cells-4b9c3ff2 = ist keine Liste von höchstens { $most } Zellen
said-give-each-row-as-a-list-of-texts-900b5775 = jede Zeile als Liste von Texten angeben
said-is-not-a-text-of-at-most-bytes-d6b8f9af = ist kein Text von höchstens { $most } Byte
said-give-each-cell-as-a-text-an-empty-one-as-f5e35f77 = jede Zelle als Text angeben, eine leere als ""
said-is-not-a-list-of-rows-7c16089b = ist keine Liste von Zeilen
said-has-rows-fc120bed = hat { $count } Zeilen
said-give-at-most-draw-from-parts-of-the-population-858cda0f = höchstens { $most } angeben; aus Teilen der Grundgesamtheit ziehen
said-more-f96a029b = noch { $more } weitere: { $kind }
said-correct-those-named-first-095a6297 = zuerst die genannten berichtigen
said-give-a-population-with-at-least-one-item-5444f2b1 = eine Grundgesamtheit mit mindestens einem Element angeben
said-has-cells-under-names-a518c88d = hat { $count } Zellen unter { $names } Spaltennamen
said-give-every-column-a-name-in-the-header-378fcb52 = jeder Spalte in der Kopfzeile einen Namen geben
said-rows-are-expected-and-are-there-f9fd4756 = { $expected } Zeilen werden erwartet, und { $count } sind da
said-ask-for-the-complete-population-or-correct-the-f7fbefb2 = die vollständige Grundgesamtheit verlangen oder die Zahl berichtigen und festhalten, woher sie stammt
said-needs-a-column-of-values-0b14ec4c = braucht eine Spalte der Werte
said-name-it-in-value-d5b16ea5 = sie in `value` nennen
said-there-is-no-column-bbbba3cf = es gibt keine Spalte `{ $name }`
said-name-one-of-330f8e49 = eine davon nennen: { $names }
said-there-are-several-columns-c54aa743 = es gibt mehrere Spalten `{ $name }`
said-give-each-column-a-name-of-its-own-675ca748 = jeder Spalte einen eigenen Namen geben
said-the-key-is-empty-a124c848 = der Schlüssel ist leer
said-give-every-item-a-key-64a47c32 = jedem Element einen Schlüssel geben
said-is-the-key-of-row-too-519e42f8 = `{ $shown }` ist auch der Schlüssel von Zeile { $before }
said-remove-the-duplicate-or-name-a-column-whose-values-a1ad0b93 = das Doppelte entfernen oder eine Spalte mit eindeutigen Werten nennen
said-empty-or-repeated-keys-9938f8d1 = leere oder wiederholte Schlüssel
said-the-stratum-is-empty-ed931275 = die Schicht ist leer
said-give-every-item-a-stratum-6a089b61 = jedem Element eine Schicht geben
said-empty-strata-972b8653 = leere Schichten
said-is-negative-11646e03 = `{ $shown }` ist negativ
said-draw-credits-and-debits-as-populations-of-their-322e419e = Haben und Soll als eigene Grundgesamtheiten ziehen
said-is-not-a-decimal-number-of-at-most-places-0acdbbe0 = `{ $shown }` ist keine Dezimalzahl mit höchstens { $most } Stellen
said-write-it-like-1234-50-without-separators-or-currency-44ecbbcf = wie 1234.50 schreiben, ohne Trennzeichen und Währung
said-values-that-cannot-be-used-0601afb5 = Werte, die sich nicht verwenden lassen
said-is-expected-and-the-values-add-up-to-663e3838 = erwartet wird { $expected }, und die Werte ergeben { $total }
said-ask-for-the-complete-population-or-correct-the-7f42b337 = die vollständige Grundgesamtheit verlangen oder die Summe berichtigen und festhalten, woher sie stammt
said-the-values-add-up-to-0-fb005703 = die Werte ergeben 0
said-name-a-column-with-values-above-0-aaf7d51a = eine Spalte mit Werten über 0 nennen
said-the-values-are-too-large-to-be-drawn-by-25a8444c = die Werte sind zu groß, um nach ihnen zu ziehen
said-give-them-in-thousands-f8b684f6 = sie in Tausend angeben

## crates/methods/src/sampling/sequential.rs

said-is-more-than-e91b8a7e = { $deviations_most } ist mehr als { $most }
said-no-sample-of-up-to-items-allows-deviations-828cfe7c = keine Stichprobe bis { $most } Elemente lässt { $allowed } Abweichungen zu
said-allow-fewer-deviations-or-raise-the-tolerable-0e80322a = weniger Abweichungen zulassen, oder die tolerierbare Rate oder das Risiko erhöhen
said-risk-of-a-stage-e49dce8a = Risiko einer Stufe
said-the-risk-given-for-each-stage-by-itself-70cef2e4 = das angegebene Risiko, für jede Stufe einzeln
said-stages-fca5cf5d = { $risk } / { $count } Stufen
said-the-stage-that-allows-4c64087b = der Stufe, zulässig
said-items-examined-in-all-with-deviations-5d20da7e = insgesamt untersuchte Elemente, bei { $allowed } Abweichungen
said-the-least-number-whose-risk-is-at-most-476e3821 = die kleinste Zahl, deren Risiko höchstens { $stage_risk } ist
said-risk-of-the-whole-plan-674bc6da = Risiko des ganzen Plans
said-the-sum-over-the-stages-of-reaching-the-stage-4a4e6fce = die Summe über die Stufen, sie zu erreichen und dort aufzuhören, wenn die Grundgesamtheit mit der tolerierbaren Rate abweicht; aufgerundet auf 0,000001
said-that-is-more-than-the-risk-given-since-every-1e790176 = { " " }Das ist mehr als das angegebene Risiko, denn jede Stufe ist eine weitere Gelegenheit anzunehmen.
said-examine-items-with-no-deviation-stop-and-rely-107b8370 = { $first } Elemente untersuchen. Ohne Abweichung aufhören und sich auf die Maßnahme stützen; bei d Abweichungen zur Stufe weitergehen, die d zulässt; bei mehr als { $deviations_most } aufhören und sich nicht darauf stützen. Der ganze Plan nimmt eine Grundgesamtheit, die mit der tolerierbaren Rate abweicht, mit einer Wahrscheinlichkeit von höchstens { $risk } an.{ $exceeds }
said-stop-or-go-plan-risk-tolerable-rate-up-to-deviations-b9f4871f = Sequenzieller Plan: Risiko { $risk }, tolerierbare Rate { $tolerable }, bis { $deviations_most } Abweichungen

## crates/methods/src/sampling/site_choice.rs

said-random-144f0c62 = zufällig
said-concern-9d33b673 = Anliegen
said-not-visited-cea54c33 = noch nicht besucht
said-difference-ea8f6e42 = Verschiedenheit
said-longest-ago-9f8203c3 = am längsten her
said-not-samplable-9e05736e = nicht stichprobenfähig
said-is-not-the-sites-that-are-named-43f2472a = entspricht nicht den { $all } genannten Standorten
said-leave-it-out-the-sites-that-are-named-are-counted-e92da638 = es weglassen: die genannten Standorte werden gezählt
said-are-given-besides-the-named-sites-82d96eb5 = sind neben den genannten Standorten angegeben
said-give-each-site-its-stratum-c705b98e = jedem Standort sein `stratum` geben
said-is-given-besides-the-named-sites-b5171f2d = ist neben den genannten Standorten angegeben
said-give-each-new-site-its-new-since-dee5811d = jedem neuen Standort sein `new_since` geben
said-give-any-line-of-text-made-after-the-list-of-4029a627 = eine beliebige Textzeile angeben, entstanden nach der Festlegung der Standorte: ein Teil von ihnen wird zufällig gezogen
said-name-each-site-once-the-central-function-is-none-9c891fa5 = jeden Standort einmal nennen; die zentrale Stelle gehört nicht dazu
said-is-missing-and-other-sites-have-one-8d5213e6 = fehlt, und andere Standorte haben eines
said-put-every-site-into-a-stratum-or-none-12f55d4a = jeden Standort einer Schicht zuordnen, oder keinen
said-is-given-for-an-initial-audit-37d44a3d = ist für ein Erstaudit angegeben
said-leave-it-out-at-the-initial-audit-every-site-db42fdba = es weglassen: beim Erstaudit ist jeder Standort neu
said-is-given-for-a-site-that-is-new-since-the-last-a3179696 = ist für einen Standort angegeben, der seit dem letzten Audit neu ist
said-leave-out-one-of-the-two-690ceed0 = eines von beiden weglassen
said-central-function-6caaf9a2 = zentrale Stelle
said-visited-in-every-audit-92dcab68 = in jedem Audit besucht
said-sha-256-of-the-lines-the-list-s-hash-the-seed-2db6041f = SHA-256 der Zeilen `{ $algorithm }`, Prüfwert der Liste { $hash }, Startwert und Zähler ab 0; die ersten 16 Byte
said-sites-that-may-not-be-sampled-4803817f = Standorte, die nicht stichprobenweise besucht werden dürfen
said-may-not-be-sampled-a7d9ced8 = nicht stichprobenfähig: { $why }
said-speaks-for-it-a642fcca = dafür spricht: { $concern }
said-visit-to-a533c91a = Besuch von `{ $id }`
said-drawn-at-random-269924d4 = zufällig gezogen: { $working }
said-visit-to-of-618c527a = Besuch von `{ $id }`, aus `{ $name }`
said-shows-what-no-site-chosen-in-its-group-shows-ef48b77f = zeigt, was kein gewählter Standort seiner Gruppe zeigt: { $differences }
said-complexity-c53e6e6e = Komplexität { $grade }
said-risk-e5f0a285 = Risiko { $grade }
said-not-visited-yet-85abbc7e = noch nicht besucht
said-last-visited-on-4600b260 = zuletzt besucht am { $date }
said-audit-of-sites-and-the-central-function-drawn-3496baeb = { $visited } von { $sites } Standorten und die zentrale Stelle auditieren: { $random } zufällig gezogen, { $chosen } gewählt, weil etwas für sie spricht, { $apart }, weil sie nicht stichprobenfähig sind. Liste, Startwert und diese Regeln ergeben wieder dieselben Standorte.

## crates/methods/src/sampling/sites.rs

said-is-not-one-of-the-strata-d7dbb42f = ist keine der Schichten
said-name-the-stratum-whose-sample-grows-59f53581 = die Schicht nennen, deren Stichprobe wächst
said-speaks-of-recertification-only-5f6a1048 = gilt nur für die Rezertifizierung
said-is-given-and-no-sites-are-named-that-could-be-00c4a1ea = ist angegeben, und es sind keine Standorte genannt, die gezogen werden könnten
said-leave-it-out-or-give-the-sites-as-named-sites-495637e8 = es weglassen oder die Standorte als `named_sites` angeben
said-give-sites-or-the-sites-themselves-as-named-sites-419f3a20 = `sites` angeben oder die Standorte selbst als `named_sites`
said-is-more-than-7c624b50 = { $sites } ist mehr als { $most }
said-have-sites-together-not-739eebc9 = haben zusammen { $sum } Standorte, nicht { $sites }
said-put-every-site-into-one-stratum-the-central-function-ddca2f7e = jeden Standort einer Schicht zuordnen; die zentrale Stelle gehört zu keiner
said-give-each-stratum-a-name-of-its-own-053ff1b8 = jeder Schicht einen eigenen Namen geben
said-is-given-besides-strata-09bf90d0 = ist neben Schichten angegeben
said-give-the-new-sites-of-each-stratum-1e364eaf = die neuen Standorte jeder Schicht angeben
said-is-more-than-the-sites-a0c36fb8 = { $new } ist mehr als die { $sites } Standorte
said-count-the-new-sites-among-the-sites-5a5a76de = die neuen Standorte unter den Standorten mitzählen
said-are-given-for-an-initial-audit-8a753ea5 = sind für ein Erstaudit angegeben
said-leave-them-out-at-the-initial-audit-every-site-efd954c9 = sie weglassen: beim Erstaudit ist jeder Standort neu
said-audit-of-sites-and-the-central-function-at-least-0e6e437d = { $total } von { $sites } Standorten und die zentrale Stelle auditieren. Mindestens { $random } davon werden zufällig gewählt; die anderen, weil sie verschieden sind, noch nicht auditiert wurden und nach dem, was Beschwerden, Feststellungen und Änderungen sagen.
said-sites-b7ba0a07 = Standorte
said-the-sum-fcf54f07 = die Summe
said-at-random-at-least-06448391 = zufällig mindestens
said-ceil-4-a28397dc = ⌈{ $total } / 4⌉
said-is-more-than-there-are-sites-left-8551f36c = { $sites } ist mehr, als Standorte übrig sind
said-increase-up-to-all-sites-at-most-c4a09184 = höchstens auf alle Standorte erhöhen
said-increase-by-risk-521dfaed = Erhöhung nach Risiko
said-b1211468 = + { $sites }
said-ceil-sqrt-c20b4b0b = ⌈{ $factor }√{ $sites }⌉
said-not-reduced-58d560a5 = { $working }, nicht verringert: { $reason }
said-sites-of-ec652d17 = Standorte von `{ $name }`
said-ceil-0-3-x-382d2074 = ⌈0,3 × { $sites }⌉
said-all-sites-426eb2ec = alle Standorte
said-sampling-c0db0290 = Stichprobe
said-not-allowed-bb4fe1c2 = nicht zulässig
said-sampling-is-not-allowed-audit-of-sites-and-the-ff0bb87d = Eine Stichprobe ist nicht zulässig. { $audited } von { $sites } Standorten und die zentrale Stelle auditieren; bis zum Ende des Zyklus ist jeder Standort auditiert.
said-sites-to-audit-sites-besides-the-central-function-597c5dcc = Zu auditierende Standorte: { $sites } neben der zentralen Stelle, { $audit }

## crates/methods/src/sampling/stratified.rs

said-give-at-least-one-stratum-with-its-name-and-items-d21bacbc = mindestens eine Schicht mit Name und Elementen angeben
said-have-items-together-44964b87 = haben zusammen { $total } Elemente
said-items-3a79338f = Elemente
said-the-sum-of-the-strata-7e8ca640 = die Summe der Schichten
said-the-sample-of-the-whole-which-allows-a8e12f9e = der Stichprobe des Ganzen, zulässig
said-size-for-the-whole-e9a5fecb = Umfang für das Ganze
said-as-sample-size-reckons-it-as-if-drawn-without-32c30d87 = wie sample-size ihn rechnet, als würde ohne Schichten gezogen
said-x-by-largest-remainder-at-least-at-most-all-1ee2719f = { $size } × { $items } / { $population } nach größtem Rest = { $share }; mindestens { $at_least }, höchstens alle
said-share-of-0ef41650 = Anteil von `{ $name }`
said-the-sum-of-the-shares-ca48302d = die Summe der Anteile
said-examine-items-in-strata-if-at-most-of-them-deviate-fd26c851 = { $total } Elemente in { $count } Schichten untersuchen. Weichen davon höchstens { $allowed } ab, spricht die Stichprobe für die ganze Grundgesamtheit wie eine einfache von { $size }, soweit die Schichten anteilig gezogen sind; über eine einzelne Schicht sagt sie nichts.
said-in-the-items-of-expected-and-tolerable-rate-are-d8a20de5 = bei den { $items } Elementen von `{ $name }` liegen erwartete und tolerierbare Rate für jede Stichprobe zu nah beieinander
said-lower-the-expected-rate-or-raise-the-tolerable-104d2527 = die erwartete Rate senken oder die tolerierbare erhöhen, oder jedes Element davon untersuchen
said-with-of-items-which-allows-16c075d5 = von `{ $name }` mit { $size } von { $items } Elementen, zulässig
said-size-of-bc4d1c14 = Umfang von `{ $name }`
said-as-sample-size-reckons-it-d7bc99a7 = wie sample-size ihn rechnet
said-examine-items-in-strata-each-stratum-is-concluded-5665b503 = { $total } Elemente in { $count } Schichten untersuchen. Über jede Schicht wird für sich geschlossen, bei dem für jede angegebenen Risiko.
said-size-of-a-stratified-sample-strata-tolerable-d45e63b4 = Umfang einer geschichteten Stichprobe: { $count } Schichten, tolerierbare Rate { $tolerable }, Schluss: { $concludes }
said-is-not-from-0-to-1-01bec804 = { $likeness } liegt nicht zwischen 0 und 1
said-give-0-where-items-of-a-unit-are-like-any-others-af9c3805 = 0 angeben, wo die Elemente einer Einheit wie alle anderen sind, 1, wo sie alle gleich sind
said-items-are-needed-in-units-and-there-are-4013fb3b = { $needed } Elemente werden gebraucht, in { $units } Einheiten, und es gibt { $there }
said-examine-more-items-in-each-unit-or-where-they-dc87ac8b = in jeder Einheit mehr Elemente untersuchen oder, wo sie dafür zu ähnlich sind, in jeder Einheit eine Stichprobe planen
said-a-simple-sample-which-allows-0e1f7a99 = einer einfachen Stichprobe, zulässig
said-size-of-a-simple-sample-08aa0746 = Umfang einer einfachen Stichprobe
said-as-sample-size-reckons-it-for-a-large-population-c8e707c7 = wie sample-size ihn für eine große Grundgesamtheit rechnet
said-design-effect-1cae2bec = Designeffekt
said-1-1-x-11613641 = 1 + ({ $items_per_unit } - 1) × { $likeness }
said-items-needed-e8cc639c = benötigte Elemente
said-ceil-x-18bc3575 = ⌈{ $size } × { $effect }⌉
said-ceil-b6b761ca = ⌈{ $needed } / { $items_per_unit }⌉
said-x-47e85ccd = { $units } × { $items_per_unit }
said-choose-of-units-at-random-in-proportion-to-their-9c4c0846 = { $units } von { $all } Einheiten zufällig wählen, im Verhältnis ihrer Elemente, und in jeder { $items_per_unit } Elemente: { $total } Elemente, die so viel sagen wie { $size } einzeln gewählte, soweit die Ähnlichkeit von { $likeness } zutrifft.
said-sample-in-two-stages-units-items-in-each-0c78b776 = Zweistufige Stichprobe: { $units } Einheiten, je { $items_per_unit } Elemente

## crates/catalogue/src/catalogue.rs

said-is-beyond-the-files-of-one-load-d6d0d75c = liegt jenseits der { $most } Dateien, die auf einmal geladen werden
said-bring-small-files-together-5c92bd0f = kleine Dateien zusammenlegen

## crates/catalogue/src/check/copies.rs

said-has-of-its-runs-of-words-in-common-with-048b2c8b = hat { $percent } % der Wortfolgen mit „{ $id }“ gemeinsam
said-say-in-each-test-what-only-that-test-looks-for-88014957 = in jedem Audittest sagen, wonach nur er sucht, oder aus beiden einen machen
said-stands-in-too-c3f06f1f = „{ $entry }“ steht auch in „{ $other }“
said-word-it-for-this-test-8d34928d = für diesen Audittest eigens formulieren

## crates/catalogue/src/check/examine.rs

said-has-a-reading-ease-of-less-than-f582cac8 = hat eine Lesbarkeit von { $ease }, weniger als { $least }
said-use-shorter-sentences-and-plainer-words-d3c18b08 = kürzere Sätze und einfachere Wörter verwenden
said-has-words-that-are-not-on-the-list-13802b61 = hat Wörter, die nicht auf der Liste stehen: { $words }
said-mend-the-spelling-or-add-the-word-to-words-txt-e6aa6fad = die Schreibung berichtigen oder das Wort nach Prüfung in words.txt aufnehmen
said-repeats-a-sentence-of-a-standard-a7505be7 = wiederholt einen Satz einer Norm: „{ $run }“
said-say-it-in-words-of-your-own-400d04dd = es mit eigenen Worten sagen

## crates/catalogue/src/check/released.rs

said-stands-twice-1590ddff = { $sort } „{ $id }“ steht zweimal da
said-is-no-released-id-d53d9b48 = ist keine freigegebene Kennung
said-write-a-sort-and-an-id-like-test-t-4-1-01-1a5e320b = eine Art und eine Kennung schreiben, etwa „test T-4.1-01“
said-give-it-back-or-write-withdrawn-before-it-here-5af362d1 = zurückgeben oder hier „withdrawn“ davorschreiben und bei der Freigabe sagen, warum
said-the-was-released-and-is-gone-4c9210a9 = { $sort } „{ $id }“ war freigegeben und ist nicht mehr da
said-give-the-new-one-an-id-that-was-never-used-56de3d66 = dem Neuen eine Kennung geben, die nie verwendet wurde
said-the-was-withdrawn-and-is-there-again-8f9394b1 = { $sort } „{ $id }“ war zurückgezogen und ist wieder da

## crates/catalogue/src/check/sentences.rs

said-make-the-file-with-assize-catalogue-digest-eef188d6 = die Datei mit „assize catalogue digest“ erzeugen
said-does-not-begin-with-a4f7ca33 = beginnt nicht mit „{ $text }“
said-is-beyond-the-digests-of-one-file-fbb21bcc = liegt jenseits der { $most } Prüfwerte einer Datei
said-split-it-5f22ab8c = aufteilen
said-is-no-digest-a14fdfe4 = ist kein Prüfwert
said-give-16-hexadecimal-digits-08d2cdde = 16 hexadezimale Ziffern angeben

## crates/catalogue/src/check/spelling.rs

said-is-beyond-the-words-of-one-list-62d8a176 = liegt jenseits der { $most } Wörter einer Liste
said-use-a-shorter-list-f2f8a04e = eine kürzere Liste verwenden
said-is-no-word-in-lower-case-c805bf8c = „{ $word }“ ist kein kleingeschriebenes Wort
said-give-one-word-on-each-line-56c6782c = in jeder Zeile ein Wort angeben

## crates/catalogue/src/check.rs

said-the-item-stands-twice-f3cc2e1d = der Punkt „{ $id }“ steht zweimal da
said-is-mapped-to-twice-10669520 = „{ $from }“ ist „{ $to }“ zweimal zugeordnet
said-there-is-no-requirement-6e6f6ad9 = es gibt keine Anforderung „{ $mention }“
said-name-one-of-a-set-that-is-loaded-d5005bdc = eine aus einem geladenen Kriteriensatz nennen
said-there-is-no-test-621497e2 = es gibt keinen Audittest „{ $link }“
said-name-a-test-that-is-loaded-dffdebd1 = einen geladenen Audittest nennen
said-name-the-clause-that-it-breaches-too-such-as-a75dc486 = auch den Abschnitt nennen, gegen den verstoßen wird, etwa 6.1.3 d), 8.1 oder 8.3
said-breaches-a-control-alone-which-demands-nothing-4c13f02f = verstößt allein gegen eine Maßnahme, die für sich nichts fordert
said-write-one-or-do-not-mark-the-set-as-tested-78ea6baa = einen schreiben oder den Kriteriensatz nicht als getestet kennzeichnen
said-has-no-audit-test-baad39b8 = „{ $id }“ hat keinen Audittest
said-keep-one-or-rename-it-the-other-is-in-9f8be23a = eines behalten oder umbenennen; das andere steht in { $place }

## crates/catalogue/src/format/base.rs

said-is-there-already-and-this-is-not-the-same-498e9bc5 = „{ $id }“ ist schon vorhanden, und dies ist nicht dasselbe
said-give-the-set-an-id-of-its-own-that-names-its-899dd6a7 = dem Kriteriensatz eine eigene Kennung geben, die seine Ausgabe nennt; Audits nennen einen Kriteriensatz allein mit seiner Kennung
said-is-and-was-d5ce8617 = ist „{ $own }“ und war „{ $other }“
said-keep-what-is-there-or-give-the-set-another-id-14a5bd9f = behalten, was vorhanden ist, oder dem Kriteriensatz eine andere Kennung geben
said-is-not-as-it-is-there-b71ad5e6 = „{ $id }“ ist nicht so, wie es vorhanden ist
said-is-not-there-f5df55e7 = „{ $id }“ ist dort nicht vorhanden
said-lacks-which-is-there-eaa53a33 = „{ $id }“ fehlt und ist dort vorhanden
said-nothing-more-is-needed-where-the-change-is-meant-81a22c64 = wo die Änderung gewollt ist, ist nichts weiter zu tun; sonst eine eigene Kennung geben
said-is-a-new-version-of-a-test-that-is-there-68fce8ea = „{ $id }“ ist eine neue Fassung eines vorhandenen Audittests
said-is-a-new-version-of-a-trail-that-is-there-47c36674 = „{ $id }“ ist eine neue Fassung einer vorhandenen Auditspur
said-to-is-a-new-version-of-a-mapping-that-is-there-bf9afc95 = „{ $from }“ nach „{ $to }“ ist eine neue Fassung einer vorhandenen Zuordnung

## crates/catalogue/src/format/ciso.rs

said-is-not-known-in-a-library-ff1a9296 = ist in einer Bibliothek nicht bekannt
said-take-it-out-or-import-with-lenient-eaba60b0 = herausnehmen oder nachsichtig übernehmen (--lenient)
said-shorten-it-with-lenient-it-is-cut-a588c4c2 = kürzen; nachsichtig (--lenient) wird abgeschnitten
said-holds-no-framework-5d9bd9a0 = enthält kein Rahmenwerk
said-give-a-library-with-objects-framework-82125e16 = eine Bibliothek mit „objects.framework“ geben
said-give-it-with-lenient-it-is-said-to-be-unstated-3f1d6635 = angeben; nachsichtig (--lenient) gilt es als nicht genannt
said-has-neither-ref-id-nor-name-1c5d2553 = hat weder „ref_id“ noch „name“
said-give-the-standard-with-its-edition-68ac5e7c = die Norm mit ihrer Ausgabe angeben
said-is-no-list-8736f6a4 = ist keine Liste
said-give-the-requirements-of-the-framework-d7eaca05 = die Anforderungen des Rahmenwerks angeben
said-has-neither-ref-id-nor-urn-72b4198b = hat weder „ref_id“ noch „urn“
said-give-the-number-of-the-requirement-37033545 = die Nummer der Anforderung angeben
said-give-it-without-nothing-can-lie-below-it-deec7733 = angeben; ohne sie kann nichts darunter stehen
said-no-requirement-before-it-has-the-urn-f7b560c3 = keine Anforderung davor hat die urn „{ $parent }“
said-name-one-that-stands-before-it-741e37c4 = eine nennen, die davor steht
said-the-wording-of-requirements-was-left-out-28eac31e = der Wortlaut von { $wordings } Anforderungen wurde weggelassen
said-keep-wording-that-you-hold-a-licence-for-in-your-fd86301b = Wortlaut, für den eine Lizenz besteht, in der eigenen Ablage führen

## crates/catalogue/src/format/oscal/json.rs

said-is-not-known-in-oscal-here-1fd4a89e = ist in OSCAL an dieser Stelle nicht bekannt
said-give-it-9a02e029 = angeben
said-write-something-3fe355a0 = etwas schreiben
said-is-no-text-3d14849b = ist kein Text
said-write-it-in-quotation-marks-130fbe64 = in Anführungszeichen schreiben
said-is-an-empty-list-8329a327 = ist eine leere Liste
said-write-it-in-square-brackets-7a583ae0 = in eckige Klammern schreiben
said-is-no-object-17ee452b = ist kein Objekt
said-write-it-in-braces-52617ed0 = in geschweifte Klammern schreiben

## crates/catalogue/src/format/oscal/modify.rs

said-write-the-value-into-the-wording-that-you-hold-dc5898a0 = den Wert in den Wortlaut schreiben, der vorliegt
said-sets-the-parameter-and-parameters-were-left-out-524887f0 = setzt den Parameter „{ $id }“, und Parameter wurden weggelassen
said-sets-which-no-selected-control-has-as-a-parameter-611c780d = setzt „{ $id }“, was keine ausgewählte Maßnahme als Parameter hat
said-write-the-id-as-the-catalog-does-c4128de1 = die Kennung schreiben wie der Katalog
said-alters-which-is-not-selected-888b3148 = ändert „{ $id }“, das nicht ausgewählt ist
said-select-the-control-or-leave-its-changes-out-155b963a = die Maßnahme auswählen oder ihre Änderungen weglassen
said-does-not-say-in-texts-what-is-removed-cfd75b33 = sagt nicht in Texten, was entfernt wird
said-name-it-by-name-class-id-or-item-b4f85e3c = es mit Name, Klasse, Kennung oder Punkt nennen
said-removes-nothing-d361edd7 = entfernt nichts
said-look-at-what-the-control-has-3d5b0fb9 = nachsehen, was die Maßnahme hat
said-adds-beside-or-in-something-that-the-control-cf4a743c = fügt neben oder in etwas ein, das die Maßnahme nicht hat oder das nichts davon aufnimmt
said-name-a-part-or-a-parameter-of-the-control-with-307296e1 = einen Teil oder einen Parameter der Maßnahme mit „by-id“ nennen
said-is-left-out-only-parameters-stand-beside-a-parameter-d6fc69e5 = wird weggelassen: neben einem Parameter stehen nur Parameter, neben einem Teil nur Teile
said-add-it-starting-or-ending-50ff4b75 = mit „starting“ oder „ending“ einfügen
said-is-no-position-1a5a46df = ist keine Stelle
said-write-before-after-starting-or-ending-190de46b = before, after, starting oder ending schreiben
said-write-the-id-in-quotes-1170b6a4 = die Kennung in Anführungszeichen schreiben

## crates/catalogue/src/format/oscal/profile.rs

said-say-from-which-catalogs-or-profiles-it-selects-292bf692 = sagen, aus welchen Katalogen oder Profilen ausgewählt wird
said-has-no-import-2e62def7 = hat keinen Import
said-is-beyond-imports-of-one-profile-and-of-those-eafb2b2c = liegt jenseits von { $most } Importen eines Profils und derer, die es importiert
said-resolve-some-of-the-profiles-first-86c4055f = einige der Profile zuerst auflösen
said-imports-which-is-being-resolved-itself-ef3f6915 = importiert „{ $href }“, das selbst gerade aufgelöst wird
said-take-the-circle-out-c7cf7b7b = den Kreis auflösen
said-selects-from-which-is-not-at-hand-56a553c7 = wählt aus „{ $href }“ aus, das nicht vorliegt
said-give-the-file-of-the-catalog-or-profile-with-eee8936d = die Datei des Katalogs oder Profils mit --catalog geben
said-names-which-is-not-in-77f27ea8 = nennt „{ $id }“, das nicht in „{ $name }“ steht
said-holds-neither-a-catalog-nor-a-profile-458ba4fb = enthält weder „catalog“ noch „profile“
said-give-one-of-oscal-s-json-files-fd0930a2 = eine JSON-Datei von OSCAL geben

## crates/catalogue/src/format/oscal/read.rs

said-has-bytes-b7b065f3 = hat { $count } Bytes
said-split-it-an-oscal-file-has-50-mib-at-the-most-9d604b7c = aufteilen; eine OSCAL-Datei hat höchstens 50 MiB
said-give-oscal-as-json-xml-and-yaml-can-be-converted-18309d72 = OSCAL als JSON geben; XML und YAML lassen sich mit den Werkzeugen des NIST umwandeln
said-holds-no-control-8218c86d = enthält keine Maßnahme
said-give-a-catalog-with-controls-f666682a = einen Katalog mit Maßnahmen geben
said-controls-have-wording-which-was-left-out-1f9c6c49 = { $count } Maßnahmen haben Wortlaut, der weggelassen wurde
said-controls-and-groups-have-parameters-which-were-bbc57936 = { $count } Maßnahmen und Gruppen haben Parameter, die weggelassen wurden
said-keep-wording-that-you-may-keep-in-your-own-store-7e074acf = Wortlaut, der geführt werden darf, in der eigenen Ablage führen
said-is-no-uuid-of-version-4-or-5-e596adce = ist keine UUID der Version 4 oder 5
said-make-one-e6e35b57 = eine erzeugen
said-say-title-version-and-the-version-of-oscal-fc5991db = Titel, Version und die Version von OSCAL angeben
said-is-no-version-from-1-0-to-1-2-f7060683 = „{ $version }“ ist keine Version von 1.0 bis 1.2
said-convert-the-file-to-one-of-these-2d25ee46 = die Datei in eine dieser Versionen umwandeln
said-names-nobody-as-publisher-63fcc04a = nennt niemanden als Herausgeber
said-the-set-is-said-to-come-from-an-unstated-one-4f215abf = der Kriteriensatz gilt als von einem nicht genannten Herausgeber
said-lies-more-than-groups-and-controls-deep-0bad32cc = liegt mehr als { $most } Gruppen und Maßnahmen tief
said-make-the-catalog-flatter-f0cf06e1 = den Katalog flacher gliedern
said-is-no-token-40b66656 = „{ $token }“ ist kein Token
said-begin-with-a-letter-then-letters-digits-and-1bf07f32 = mit einem Buchstaben beginnen, dann Buchstaben, Ziffern, „.“, „-“ und „_“
said-stands-twice-e81befc1 = „{ $token }“ steht zweimal da
said-has-more-than-characters-88d1c15b = hat mehr als { $chars_max } Zeichen

## crates/catalogue/src/format/oscal/select.rs

said-includes-nothing-5e0510e1 = nimmt nichts auf
said-give-include-all-or-include-controls-0b85db3e = „include-all“ oder „include-controls“ angeben
said-holds-what-is-no-id-140264eb = enthält, was keine Kennung ist
said-give-texts-87385730 = Texte angeben

## crates/catalogue/src/format/oscal/structure.rs

said-is-no-way-to-combine-controls-1d8d8a41 = „{ $other }“ ist keine Art, Maßnahmen zusammenzuführen
said-use-use-first-merge-or-keep-50ff6bd4 = „use-first“, „merge“ oder „keep“ verwenden
said-was-put-together-of-controls-55fe47c6 = „{ $id }“ wurde aus { $others } Maßnahmen zusammengesetzt
said-look-at-what-came-of-it-557d72b9 = ansehen, was daraus geworden ist
said-is-selected-more-than-once-and-is-not-the-same-91c0fb80 = „{ $id }“ ist mehr als einmal und nicht gleich ausgewählt, und ein Kriteriensatz enthält eine Nummer einmal
said-combine-by-use-first-or-merge-or-exclude-it-from-36373238 = mit „use-first“ oder „merge“ zusammenführen oder aus einem der Importe ausschließen
said-inserts-selected-controls-nowhere-which-are-left-90769e9f = fügt { $count } ausgewählte Maßnahmen nirgends ein, die weggelassen werden: { $list }
said-insert-them-in-a-group-or-do-not-select-them-7ee85e76 = sie in eine Gruppe einfügen oder nicht auswählen
said-lies-too-deep-954a7ffe = liegt zu tief
said-make-the-groups-flatter-9778b2a6 = die Gruppen flacher gliedern
said-inserts-which-was-inserted-before-2ddfd8c5 = fügt „{ $id }“ ein, das schon eingefügt wurde
said-insert-each-control-in-one-place-99201d18 = jede Maßnahme an einer Stelle einfügen
said-is-no-order-a58674f0 = „{ $other }“ ist keine Reihenfolge
said-use-keep-ascending-or-descending-07167ca2 = „keep“, „ascending“ oder „descending“ verwenden

## crates/catalogue/src/format/sheet.rs

said-is-no-sort-of-rows-8b88d746 = ist keine Art von Zeilen
said-use-one-of-the-four-sorts-9b7dc94f = eine der vier Arten verwenden
said-sheet-is-the-second-of-d7b692bd = Blatt „{ $name }“ ist das zweite von { $sort }
said-import-one-of-them-and-the-other-after-it-4ec0af9e = eines übernehmen und danach das andere
said-write-a-map-as-docs-catalogue-md-shows-it-ec639c0e = eine Zuordnung schreiben, wie docs/catalogue.md sie zeigt
said-is-not-known-of-a-set-7789d037 = ist von einem Kriteriensatz nicht bekannt
said-use-id-title-publisher-edition-source-959dbae6 = „id“, „title“, „publisher“, „edition“, „source“ verwenden
said-has-columns-499c3033 = hat { $count } Spalten
said-map-fewer-408a4e78 = weniger zuordnen
said-is-no-key-of-the-catalogue-8718dc3e = ist kein Schlüssel des Katalogs
said-use-a-key-that-docs-catalogue-md-lists-bc65bde0 = einen Schlüssel verwenden, den docs/catalogue.md aufführt
said-maps-no-2389355a = ordnet „{ $needed }“ nicht zu
said-name-the-column-that-holds-it-b54b8e71 = die Spalte nennen, die es enthält
said-maps-neither-requirements-nor-tests-ea0d5ec9 = ordnet weder Anforderungen noch Audittests zu
said-give-requirements-columns-or-tests-columns-d6ca1668 = „[requirements.columns]“ oder „[tests.columns]“ angeben
said-has-no-sheet-bb976c60 = hat kein Blatt „{ $sheet }“
said-name-one-of-its-sheets-in-the-map-032a7293 = in der Zuordnung eines der Blätter nennen
said-say-in-the-map-with-header-row-where-the-headings-37d1ec95 = in der Zuordnung mit „header_row“ sagen, wo die Überschriften stehen
said-has-no-column-a8dec43c = hat keine Spalte „{ $heading }“
said-write-the-heading-in-the-map-as-it-stands-in-621e194c = die Überschrift in der Zuordnung schreiben, wie sie im Blatt steht
said-has-rows-below-it-b4dd3831 = hat { $count } Zeilen darunter
said-split-the-sheet-b357016b = das Blatt aufteilen

## crates/catalogue/src/format/yaml.rs

said-split-it-a-yaml-file-has-8-mib-at-the-most-241ce270 = aufteilen; eine YAML-Datei hat höchstens 8 MiB
said-write-yaml-1-2-as-ciso-assistant-exports-it-ff33e466 = YAML 1.2 schreiben, wie CISO Assistant es ausgibt
said-has-more-values-or-deeper-ones-than-a-library-1bf11072 = hat mehr oder tiefer liegende Werte, als eine Bibliothek hat
said-split-the-file-e06d29de = die Datei aufteilen
said-refers-to-another-place-by-an-alias-0375f327 = verweist mit einem Alias auf eine andere Stelle
said-write-the-value-out-b5e1a5e2 = den Wert ausschreiben
said-holds-a-second-document-153fc2c7 = enthält ein zweites Dokument
said-give-each-library-a-file-of-its-own-b7a9094c = jeder Bibliothek eine eigene Datei geben
said-has-a-key-that-is-no-text-91bcc3fa = hat einen Schlüssel, der kein Text ist
said-write-keys-as-plain-words-00417d45 = Schlüssel als einfache Wörter schreiben
said-has-the-key-twice-3a0a8802 = hat den Schlüssel „{ $key }“ zweimal
said-has-a-table-of-too-many-keys-bb992502 = hat eine Tabelle mit zu vielen Schlüsseln
said-write-a-library-as-ciso-assistant-does-ecd376b3 = eine Bibliothek schreiben wie CISO Assistant
said-holds-nothing-b1d956c4 = enthält nichts
said-give-a-library-bb8055a8 = eine Bibliothek geben

## crates/catalogue/src/id.rs

said-is-not-the-id-of-a-requirement-22c977c6 = „{ $text }“ ist keine Kennung einer Anforderung
said-has-a-gap-in-its-numbering-802983a5 = „{ $text }“ hat eine Lücke in der Nummerierung
said-names-no-edition-db142493 = „{ $text }“ nennt keine Ausgabe
said-is-not-a-key-08c89b3b = „{ $text }“ ist kein Schlüssel
said-is-not-one-line-of-1-to-characters-b052a726 = „{ $text }“ ist keine einzelne Zeile von 1 bis { $chars_max } Zeichen

## crates/catalogue/src/problem.rs

said-more-problems-are-not-listed-32ef32d9 = { $count } weitere Mängel sind nicht aufgeführt

## crates/catalogue/src/read/row.rs

said-take-it-out-or-look-at-how-the-built-in-catalogue-bb27597d = herausnehmen oder nachsehen, wie der eingebaute Katalog es schreibt
said-is-not-known-here-fc8f83fb = ist hier nicht bekannt
said-has-characters-or-white-space-at-an-end-378a161f = hat { $count } Zeichen oder Leerraum an einem Ende
said-give-to-characters-on-one-line-09c2ff8c = { $least } bis { $most } Zeichen in einer Zeile angeben
said-write-true-or-false-without-quotation-marks-c311e448 = „true“ oder „false“ ohne Anführungszeichen schreiben
said-is-no-whole-number-5584cdb8 = ist keine ganze Zahl
said-give-to-28aa385f = { $least } bis { $most } angeben
said-is-no-whole-number-within-its-bounds-077a404e = ist keine ganze Zahl innerhalb der Grenzen
said-is-no-table-debb09d0 = ist keine Tabelle
said-stands-twice-in-the-list-96d7d00f = „{ $text }“ steht zweimal in der Liste

## crates/catalogue/src/read/test.rs

said-leads-to-the-test-itself-8c0e1981 = führt zu dem Audittest selbst
said-name-other-tests-f4d62445 = andere Audittests nennen
said-has-things-to-ask-observe-inspect-and-do-again-e1370d1f = hat { $count } Punkte zum Fragen, Beobachten, Einsehen und Nachvollziehen
said-give-to-in-all-a5e8a229 = insgesamt { $least } bis { $most } angeben
said-say-what-to-sample-from-and-what-makes-a-fair-c2047508 = sagen, woraus die Stichprobe gezogen wird und was sie angemessen macht

## crates/catalogue/src/read/toml_in.rs

said-split-it-a-file-has-4-mib-at-the-most-1cd8da91 = aufteilen; eine Datei hat höchstens 4 MiB
said-write-toml-in-the-form-of-the-built-in-catalogue-d948068d = TOML in der Form des eingebauten Katalogs schreiben

## crates/catalogue/src/read.rs

said-holds-no-tests-clauses-controls-mappings-pairs-e2012a26 = enthält weder Audittests noch Abschnitte, Maßnahmen, Zuordnungen, Paare, Checklisten oder Auditspuren
said-give-one-of-these-lists-5041e4a7 = eine dieser Listen geben
said-give-each-sort-of-list-a-file-of-its-own-tests-8451fa24 = jeder Art von Liste eine eigene Datei geben; Audittests, Auditspuren und Zuordnungen dürfen bei ihrem Kriteriensatz stehen
said-holds-950e782c = enthält { $lists }
said-has-requirements-2f13efd0 = hat { $count } Anforderungen
said-give-at-the-most-66482c74 = höchstens { $most } angeben
said-there-is-no-parent-fa708a06 = es gibt keine übergeordnete Anforderung „{ $parent }“
said-name-a-requirement-of-the-same-set-2bcc3d72 = eine Anforderung desselben Kriteriensatzes nennen
said-has-attributes-94599ae1 = hat { $count } Attribute
said-is-the-set-mapped-from-419e5d63 = ist der Kriteriensatz, von dem aus zugeordnet wird
said-name-two-sets-126f4ec9 = zwei Kriteriensätze nennen
said-stands-twice-e245d28c = steht zweimal da
said-keep-one-of-the-pairs-be718b47 = eines der Paare behalten
said-does-not-fit-the-two-sides-79c5209d = „{ $relation }“ passt nicht zu den beiden Seiten
said-names-a-requirement-without-its-set-or-a-set-1084489c = nennt eine Anforderung ohne ihren Kriteriensatz oder einen Kriteriensatz allein
said-give-criteria-and-requirement-b9931187 = „criteria“ und „requirement“ angeben

## crates/catalogue/src/words.rs

said-is-not-one-of-the-words-444fc3fe = „{ $text }“ ist keines der Wörter

## crates/store/src/lib.rs

said-no-file-with-the-digest-was-taken-in-4d1b8fbb = keine Datei mit dem Prüfwert { $sha256 } wurde aufgenommen
said-send-the-file-first-its-digest-is-the-answer-3c237ff6 = zuerst die Datei senden; ihr Prüfwert ist die Antwort

## crates/store/src/writer.rs

said-the-act-would-make-an-entry-of-more-than-bytes-a262008d = die Handlung ergäbe einen Eintrag von mehr als { $most } Byte
said-split-it-into-several-or-keep-the-text-as-evidence-1e5a4a7f = sie auf mehrere verteilen oder den Text als Nachweis aufbewahren

## crates/server/src/access/barred.rs

said-no-policy-lets-you-do-this-ba73e5c2 = keine Regel erlaubt Ihnen das
said-turn-to-whoever-looks-after-this-installation-07292d0d = sich an die Verwaltung dieser Installation wenden
said-turn-to-6c8e0d48 = sich wenden an: { $whom }
said-12a1b961 = { $why }; { $turn }

## crates/server/src/access/layer.rs

said-the-address-may-have-been-mistyped-or-what-was-89d3a955 = die Adresse ist vielleicht falsch geschrieben, oder was hier war, wurde gelöscht
said-there-is-nothing-at-this-address-e7c8ee31 = unter dieser Adresse ist nichts

## crates/server/src/accounts.rs

said-there-is-no-such-account-that-is-open-5cbf670f = es gibt kein solches Konto, das offen ist
said-there-is-no-such-letter-to-send-again-57698dce = es gibt keinen solchen Brief, der noch einmal zu senden wäre

## crates/server/src/around.rs

said-the-request-took-too-long-whether-an-act-came-d66c0e57 = die Anfrage dauerte zu lange; ob etwas geschehen ist, ist nicht bekannt: sie mit demselben `Idempotency-Key` erneut senden
said-no-such-path-api-v1-openapi-json-describes-those-81f5d752 = diesen Pfad gibt es nicht; `/api/v1/openapi.json` beschreibt die vorhandenen

## crates/server/src/auditee_door.rs

said-the-link-of-a-door-is-not-kept-to-be-sent-again-8a82ac32 = der Link eines Zugangs wird nicht aufbewahrt, um noch einmal gesendet zu werden; `Idempotency-Key` weglassen und schließen, was zu viel ist
said-there-is-no-such-door-to-close-b44fa95c = einen solchen Zugang, der zu schließen wäre, gibt es nicht
said-the-body-is-not-an-object-52129c87 = der Inhalt ist kein Objekt
said-give-an-object-with-person-until-e3a30eb5 = ein Objekt mit person, until angeben
said-name-one-of-its-contacts-or-enter-the-person-be385e0b = eine ihrer Ansprechpersonen nennen oder die Person zuerst als solche eintragen
said-the-register-has-no-address-of-mail-of-the-person-06d9ea97 = für die Person ist keine E-Mail-Adresse eingetragen
said-enter-it-with-person-update-the-code-of-the-door-bdcec1e5 = sie mit `person.update` eintragen; dorthin geht der Code des Zugangs
said-the-account-of-the-person-is-locked-26446456 = das Konto der Person ist gesperrt
said-have-an-administrator-unlock-it-or-name-another-cebe52c9 = es von der Verwaltung der Installation entsperren lassen oder eine andere Ansprechperson nennen
said-the-audit-is-over-and-nothing-of-it-is-followed-211a0e04 = das Audit ist beendet, und nichts daraus wird weiterverfolgt
said-give-the-auditee-what-they-ask-for-yourself-d1a4d405 = der auditierten Organisation selbst geben, worum sie bittet
said-the-door-would-not-hold-or-for-too-long-fa0c664d = der Zugang würde nicht gelten oder zu lange
said-give-a-day-from-today-on-within-days-787d6164 = einen Tag ab heute angeben, innerhalb von { $most } Tagen

## crates/server/src/body.rs

said-send-the-body-as-application-json-b9633d5b = den Inhalt als `application/json` senden
said-the-body-ends-before-its-json-does-62367fdc = der Inhalt endet vor seinem JSON
said-the-body-is-not-json-04243891 = der Inhalt ist kein JSON: { $error }
said-send-one-json-value-in-utf-8-nested-no-deeper-5428fe03 = einen JSON-Wert in UTF-8 senden, höchstens 120 Ebenen tief
said-nothing-arrived-for-s-6fa8fdb0 = { $seconds } s lang kam nichts an
said-the-body-ended-before-it-was-whole-34591072 = der Inhalt endete, bevor er vollständig war
said-the-body-is-longer-than-bytes-076e3573 = der Inhalt ist länger als { $bytes_max } Byte

## crates/server/src/caller.rs

said-send-authorization-bearer-token-6256dff6 = `Authorization: Bearer TOKEN` senden
said-the-token-is-unknown-revoked-or-past-its-time-26628d49 = das Token ist unbekannt, widerrufen oder abgelaufen
said-only-the-operator-acts-on-somebody-s-behalf-fbc0f5b8 = nur der Betrieb handelt für jemand anderen
said-no-person-has-the-id-that-x-on-behalf-of-names-d2dea42e = keine Person hat die Kennung `{ $person }`, die `X-On-Behalf-Of` nennt
said-the-token-is-for-reading-use-one-of-scope-act-635d6d33 = das Token ist nur zum Lesen; eines mit dem Umfang `act` verwenden
said-x-on-behalf-of-is-not-the-id-of-a-person-3f7cda12 = `X-On-Behalf-Of` ist keine Kennung einer Person

## crates/server/src/claims.rs

said-this-evidence-was-seen-and-not-taken-there-is-5bdc326b = dieser Nachweis wurde gesehen, nicht mitgenommen; es gibt keine Datei
said-nothing-in-the-file-looks-like-a-checklist-or-3ee18dab = nichts in der Datei sieht nach einer Checkliste oder einem Register aus
said-give-header-row-and-columns-and-say-what-each-9354270d = geben Sie `header_row` und `columns` an und sagen Sie, was jede Spalte bedeutet
said-the-file-has-claims-more-than-a-set-holds-77c105cb = die Datei hat { $count } Aussagen mehr, als ein Satz fasst
said-send-a-json-object-f4727ab1 = senden Sie ein JSON-Objekt
said-is-missing-or-no-text-afed46bc = fehlt oder ist kein Text
said-say-it-in-a-line-97b0184f = sagen Sie es in einer Zeile
said-is-no-number-3d5ef08d = ist keine Zahl
said-count-from-1-3267f287 = zählen Sie von 1 an
said-is-none-that-is-known-ec3e4a05 = ist nichts, was hier bekannt ist
said-give-103221cf = geben Sie { $kinds } an
said-give-each-column-by-its-number-counted-from-1-ef57f260 = geben Sie jede Spalte mit ihrer Nummer an, von 1 an gezählt
said-is-no-column-or-means-nothing-that-is-known-04c0c90c = ist keine Spalte oder bedeutet nichts, was hier bekannt ist
said-count-columns-from-1-and-give-60e22b45 = zählen Sie Spalten von 1 an und geben Sie { $words } an

## crates/server/src/commands.rs

said-there-is-no-command-api-v1-commands-lists-those-e6bb4d09 = es gibt keinen Befehl `{ $name }`; `/api/v1/commands` nennt die vorhandenen
said-changes-no-record-whose-version-if-match-could-5d1c9079 = `{ $command }` ändert keine Aufzeichnung, deren Version `If-Match` nennen könnte; es weglassen

## crates/server/src/conditions.rs

said-if-match-is-not-one-version-in-quotes-like-3-dae2656b = `If-Match` ist keine einzelne Version in Anführungszeichen, wie `"3"`
said-idempotency-key-is-not-1-to-characters-of-ascii-67615bd7 = `Idempotency-Key` hat nicht 1 bis { $most } ASCII-Zeichen ohne Leerzeichen
said-the-header-cannot-be-understood-send-it-once-b9b36bc2 = die Kopfzeile `{ $name }` ist nicht zu verstehen; sie einmal und in ASCII senden

## crates/server/src/documents.rs

said-there-is-no-file-there-are-a22dcf2a = es gibt keine Datei `{ $name }`; es gibt { $names }

## crates/server/src/dossiers.rs

said-names-no-field-18b0a315 = `{ $text }` nennt kein Feld
said-give-kind-field-for-all-entries-of-a-kind-such-2776505c = KIND:FIELD für alle Einträge einer Art angeben, etwa `note.written:text`, oder SEQ:FIELD für einen
said-is-no-id-78cebece = `{ $text }` ist keine Kennung
said-give-ids-of-evidence-of-the-audit-3df5bffd = Kennungen von Nachweisen des Audits angeben
said-no-audit-has-the-id-c81889de = kein Audit hat die Kennung `{ $audit }`
said-nothing-of-the-log-was-published-yet-so-that-2c1e81ef = vom Log ist noch nichts veröffentlicht, ein Dossier könnte sich nicht nachweisen; gleich noch einmal versuchen
said-dossiers-are-being-written-already-try-again-6f2dd5c5 = { $most } Dossiers werden schon geschrieben; erneut versuchen, wenn eines davon fertig ist
said-choose-what-the-dossier-would-show-205cda86 = wählen, was das Dossier zeigen würde

## crates/server/src/draws.rs

said-the-draw-has-no-seed-5e9ed4ba = die Ziehung hat keinen Startwert
said-make-it-first-with-draw-seed-a7eaf3e9 = ihn zuerst mit `draw.seed` erzeugen
said-the-file-has-the-sha-256-and-was-declared-e118a51c = die Datei hat den SHA-256-Wert { $given }, angegeben war { $declared }
said-give-the-very-file-that-was-declared-6bacc957 = genau die angegebene Datei verwenden
said-this-version-has-no-method-draw-c10682d1 = diese Programmversion hat keine Methode `draw`
said-use-a-version-that-has-it-2afcc721 = eine Version verwenden, die sie hat
said-no-draw-has-the-id-dda6c666 = keine Ziehung hat die Kennung `{ $draw }`
said-send-the-population-as-1fdcc3f4 = die Grundgesamtheit als { $types } senden

## crates/server/src/evidence.rs

said-the-file-that-arrived-has-the-digest-b474be3d = die angekommene Datei hat den Prüfwert { $digest }
said-send-the-file-again-it-is-not-the-one-that-was-a444fb6e = die Datei erneut senden: sie ist nicht die angekündigte
said-describe-the-file-in-x-evidence-or-in-the-query-5af752ae = die Datei in `X-Evidence` oder in der Abfrage beschreiben, nicht in beiden
said-x-evidence-is-not-a-json-object-de9835aa = `X-Evidence` ist kein JSON-Objekt
said-no-evidence-has-the-id-a47e0f46 = kein Nachweis hat die Kennung `{ $evidence }`

## crates/server/src/field.rs

said-the-field-file-does-not-open-with-what-was-given-b33ae3ee = die Datei lässt sich damit nicht öffnen; Passphrase oder Schlüssel noch einmal eingeben
said-this-is-no-field-file-of-this-version-of-assize-60c35b1d = das ist keine Feld-Datei dieser Version von Assize
said-the-field-file-is-damaged-or-was-cut-off-get-13b6c1d8 = die Datei ist beschädigt oder abgeschnitten; sie noch einmal von dort holen, woher sie kam. Nichts davon wurde übernommen
said-the-field-file-comes-from-no-loan-of-this-store-4e3253fc = die Datei stammt aus keiner Ausleihe dieses Bestands
said-the-checkpoint-in-the-field-file-is-not-signed-4b2d5991 = der Checkpoint in der Datei ist nicht mit dem Schlüssel ihrer Ausleihe signiert, sodass niemand sagen kann, dass sie vollständig ist. Nichts davon wurde übernommen
said-the-field-file-does-not-go-on-from-what-was-brought-d3ad117c = die Datei setzt nicht fort, was von ihrer Ausleihe zuvor zurückgebracht wurde. Nichts davon wurde übernommen
said-a-file-in-the-field-file-is-longer-than-bytes-84bd3628 = eine Datei in der Datei ist länger als { $bytes_max } Byte, das Meiste, was auf diesem Weg übernommen wird; sie mit `assize field in` übernehmen. Nichts davon wurde übernommen
said-another-process-has-the-field-file-open-already-9c263568 = ein anderer Prozess hat die Datei schon geöffnet
said-give-a-passphrase-of-at-least-characters-a23f9801 = eine Passphrase mit mindestens { $least } Zeichen eingeben
said-send-an-object-d6b734c1 = ein Objekt senden
said-is-no-field-of-a-loan-c963f349 = `{ $name }` ist kein Feld einer Ausleihe
said-this-is-no-recipient-of-age-cfa1bb61 = das ist kein Empfänger von age
said-give-one-that-begins-with-age1-c647547f = einen angeben, der mit `age1` beginnt
said-the-passphrase-is-too-short-44627428 = die Passphrase ist zu kurz
said-give-either-a-recipient-or-a-passphrase-a757dcd1 = entweder einen `recipient` oder eine `passphrase` angeben
said-this-is-no-id-bfb73e33 = das ist keine Kennung
said-give-the-id-of-an-auditor-of-the-team-e5dc2739 = die Kennung einer auditierenden Person des Teams angeben
said-one-of-them-is-no-id-03d2fbea = eine davon ist keine Kennung
said-give-the-ids-of-papers-of-the-audit-db3a9276 = die Kennungen von Arbeitspapieren des Audits angeben
said-this-is-no-list-a4eaecba = das ist keine Liste
said-give-the-ids-of-evidence-of-the-audit-0dfd55f0 = die Kennungen von Nachweisen des Audits angeben
said-this-says-not-which-files-f038a304 = daraus geht nicht hervor, welche Dateien gemeint sind
said-give-true-false-or-ids-of-evidence-eadae532 = true, false oder Kennungen von Nachweisen angeben

## crates/server/src/gathered.rs

said-no-programme-has-the-id-47b18edc = kein Auditprogramm hat die Kennung `{ $programme }`
said-give-the-id-of-a-programme-of-this-store-702edf12 = die Kennung eines Auditprogramms dieses Speichers angeben

## crates/server/src/installation/mod.rs

said-the-registry-of-the-installation-cannot-be-reached-28e8b44d = das Verzeichnis der Installation ist nicht zu erreichen; versuchen Sie es gleich noch einmal
said-the-organization-is-being-moved-to-another-place-18b5288f = die Organisation zieht gerade an einen anderen Ort um und kann so lange nur gelesen werden; versuchen Sie es in einigen Minuten noch einmal
said-your-organization-asks-for-more-than-it-has-room-41a641ef = Ihre Organisation fragt hier mehr an, als für sie Platz ist; versuchen Sie es gleich noch einmal
said-the-server-has-too-many-organizations-to-look-4df81a72 = der Server hat gerade zu viele Organisationen zu bedienen; versuchen Sie es gleich noch einmal
said-the-organization-cannot-be-opened-now-whoever-f4af8736 = die Organisation kann gerade nicht geöffnet werden; wer den Server betreibt, findet den Grund in seinem Protokoll
said-nobody-is-served-at-this-address-here-see-that-227425f7 = unter dieser Adresse wird hier niemand bedient; prüfen Sie, ob sie richtig geschrieben ist
said-the-organization-was-changed-just-now-try-again-3ca2e748 = die Organisation wurde eben geändert; versuchen Sie es gleich noch einmal

## crates/server/src/letterhead.rs

said-the-organization-has-no-logo-f2490e59 = die Organisation hat kein Logo
said-the-file-of-the-logo-is-not-what-is-said-of-it-5c0c06f9 = die Datei des Logos ist nicht, was von ihr gesagt wird
said-send-it-to-and-give-what-that-answers-a4a6cbe2 = sie an `{ $path }` senden und angeben, was von dort zurückkommt
said-the-file-is-neither-png-nor-jpeg-nor-svg-20c1c1a0 = die Datei ist weder PNG noch JPEG noch SVG
said-save-the-logo-in-one-of-these-forms-4c8bb932 = das Logo in einer dieser Formen speichern
said-the-picture-is-damaged-or-cannot-be-shown-in-da986bfe = das Bild ist beschädigt oder lässt sich in Dokumenten nicht zeigen
said-open-it-in-the-program-that-made-it-and-save-127cff8c = es im Programm öffnen, mit dem es gemacht ist, und erneut speichern
said-the-drawing-says-nowhere-how-large-it-is-5ab50536 = die Zeichnung sagt nirgends, wie groß sie ist
said-save-it-with-a-width-and-a-height-or-with-a-view-b31ee089 = sie mit Breite und Höhe oder mit einer View-Box speichern
said-give-one-whose-sides-are-at-most-006c26d3 = eines angeben, dessen Seiten höchstens { $most } messen
said-stands-in-the-drawing-which-is-more-than-lines-8cb3459c = in der Zeichnung steht `{ $name }`, das ist mehr als Linien und Flächen
said-save-it-as-plain-svg-with-texts-turned-into-paths-64ad293b = sie als einfaches SVG speichern, mit Texten als Pfaden und ohne Skripte, Animationen und eingebettete Bilder
said-the-drawing-runs-a-script-in-b4091570 = die Zeichnung führt in `{ $name }` ein Skript aus
said-save-it-as-plain-svg-without-scripts-a8bfb453 = sie als einfaches SVG speichern, ohne Skripte
said-the-drawing-asks-for-something-outside-the-file-465398a1 = die Zeichnung verlangt in `{ $name }` etwas außerhalb der Datei
said-save-it-as-plain-svg-with-everything-it-shows-d51bdf4a = sie als einfaches SVG speichern, mit allem, was sie zeigt, in der Datei selbst

## crates/server/src/methods.rs

said-is-for-assign-alone-13f8bf1e = gilt allein für `assign`
said-no-table-has-the-id-86dd0c71 = keine Tabelle hat die Kennung `{ $shown }`
said-give-the-id-of-an-adopted-table-fa26e303 = die Kennung einer übernommenen Tabelle angeben
said-version-of-the-table-is-retired-a428b89a = Fassung { $revision } der Tabelle `{ $key }` ist außer Gebrauch
said-calculate-by-the-version-that-is-in-use-a-use-38d973af = nach der Fassung rechnen, die in Gebrauch ist; was nach der alten eingetragen ist, lässt sich weiter nachrechnen
said-the-inputs-have-a-table-at-already-besides-eceda86e = die Eingaben haben bei { $place } schon eine Tabelle, neben `{ $key }`
said-takes-no-table-of-from-the-store-2c591f7d = `{ $method }` nimmt keine Tabelle der Art „{ $content }“ aus dem Speicher
said-leave-the-table-out-or-give-its-numbers-among-34297f6d = die Tabelle weglassen oder ihre Zahlen unter den Eingaben angeben, wo die Methode Platz dafür hat
said-has-tables-of-by-management-system-and-for-which-33ef70e4 = `{ $method }` hat Tabellen der Art „{ $content }“ je Managementsystem, und für welches `{ $key }` gilt, ist nicht gesagt
said-write-the-system-before-the-id-such-as-qms-id-cfb76e7c = das System vor die Kennung schreiben, etwa `qms:ID`
said-reckons-with-one-management-system-and-is-given-dcefd7f8 = `{ $method }` rechnet mit einem Managementsystem, und `{ $key }` ist für `{ $system }` angegeben
said-give-the-table-s-id-alone-29e29df5 = nur die Kennung der Tabelle angeben
said-there-is-no-system-among-the-inputs-for-the-table-411c9fd5 = unter den Eingaben gibt es kein System `{ $shown }` für die Tabelle `{ $key }`
said-name-one-of-those-under-systems-68f63c72 = eines von denen unter `systems` nennen
said-no-method-use-has-the-id-b70a3bfc = keine Anwendung einer Methode hat die Kennung `{ $text }`
said-the-store-s-operator-8a6653b5 = der Betrieb des Speichers
said-confidential-0d6c90f7 = Vertraulich
said-a-table-1f5e84b8 = eine Tabelle
said-version-2815ea67 = { $key }, Fassung { $revision } ({ $id })
said-tables-of-the-organization-s-own-e998d4b6 = { " " }Eigene Tabellen der Organisation: { $tables }.
said-not-reproduced-carried-out-again-on-these-inputs-5b3f15c9 = Nicht reproduziert: erneut ausgeführt ergibt die Methode mit diesen Eingaben { $why }. Eingetragen wurde: { $recorded }
said-there-is-no-method-api-v1-methods-lists-those-195280af = es gibt keine Methode `{ $name }`; `/api/v1/methods` nennt die vorhandenen

## crates/server/src/people.rs

said-the-auditing-organization-is-not-named-yet-give-7e628724 = die auditierende Organisation ist noch nicht benannt; zuerst `organization.name`

## crates/server/src/probes.rs

said-the-server-is-ending-be5ad08c = der Server wird beendet
said-the-database-6090ab09 = die Datenbank
said-the-place-of-evidence-cf2db095 = die Ablage der Nachweise
said-the-tables-of-the-store-are-not-of-this-version-845216d0 = die Tabellen der Ablage sind nicht von dieser Version
said-the-log-could-not-be-published-for-s-8e969212 = das Log konnte { $seconds } s lang nicht veröffentlicht werden
said-there-is-no-room-left-for-the-store-its-evidence-49a95419 = für die Ablage, ihre Nachweise oder ihr Log ist kein Platz mehr
said-cannot-be-reached-7c6fbda8 = { $part } ist nicht zu erreichen
said-does-not-answer-within-s-458016df = { $part } antwortet nicht innerhalb von { $seconds } s

## crates/server/src/problem.rs

said-the-request-is-malformed-85233ee2 = { fault-malformed }
said-a-valid-token-is-needed-cbf3ab02 = ein gültiges Token ist nötig
said-this-is-not-allowed-to-who-asks-d6f778d7 = das ist der anfragenden Person nicht erlaubt
said-this-binds-whoever-gives-it-and-is-not-signed-82f480ce = dies bindet, wer es gibt, und ist nicht unterschrieben
said-there-is-nothing-here-20f20fc4 = { fault-not_found }
said-the-method-is-not-allowed-here-3849728c = die Methode ist hier nicht erlaubt
said-the-request-took-too-long-to-arrive-ab8debb4 = { fault-slow }
said-the-law-refuses-6294eae1 = { fault-refused }
said-the-record-has-changed-since-it-was-read-038d5cc7 = { fault-version }
said-the-body-is-too-large-3dedf9b9 = der Inhalt ist zu groß
said-the-media-type-is-not-taken-here-fddf1f28 = der Medientyp wird hier nicht angenommen
said-nobody-is-served-at-this-address-0426bdf0 = { fault-misdirected }
said-what-was-sent-cannot-be-understood-bb24080d = { fault-invalid }
said-too-many-tries-have-failed-2e4888da = zu viele Versuche sind fehlgeschlagen
said-the-idempotency-key-was-used-for-another-request-dd2bdee1 = der Idempotency-Key wurde schon für eine andere Anfrage verwendet
said-a-fault-of-the-server-c99fa275 = ein Fehler des Servers
said-the-server-cannot-do-this-now-25e3b151 = { fault-unavailable }
said-the-server-failed-its-log-says-why-under-the-5c28f3ec = der Server ist gescheitert; sein Log sagt unter der Kennung der Anfrage, warum
said-there-are-problems-44d09820 = es gibt { $count } Probleme
said-this-idempotency-key-came-with-another-request-bcbacec1 = dieser `Idempotency-Key` kam am letzten Tag schon mit einer anderen Anfrage; einen neuen verwenden
said-the-server-is-ending-try-again-in-a-moment-733e98ec = der Server wird gerade beendet; gleich noch einmal versuchen
said-the-file-is-kept-encrypted-and-the-server-was-45aa4953 = Die Datei ist verschlüsselt abgelegt, und der Server hat den Schlüssel nicht: Wer ihn betreibt, kann ihn angeben
said-the-encrypted-file-does-not-open-it-was-changed-4367a18d = Die verschlüsselte Datei lässt sich nicht öffnen: Sie oder ihr Schlüssel wurde verändert; prüfen Sie die Aufzeichnung
said-the-answer-of-the-database-was-lost-and-whether-b45e6c11 = die Antwort der Datenbank ging verloren; ob etwas geschehen ist, ist nicht bekannt: die Anfrage mit demselben `Idempotency-Key` erneut senden
said-the-database-or-the-place-of-evidence-cannot-732c498a = die Datenbank oder die Ablage der Nachweise ist nicht zu erreichen; gleich noch einmal versuchen

## crates/server/src/query.rs

said-is-given-more-than-once-9067cf05 = ist mehr als einmal angegeben
said-give-it-once-e2b2ecae = es einmal angeben
said-cannot-be-read-50964d84 = `{ $text }` ist nicht zu lesen: { $error }
said-see-the-description-of-this-path-e3c44499 = siehe die Beschreibung dieses Pfades
said-add-to-the-query-db304ef2 = `{ $name }=` in die Abfrage aufnehmen
said-a9e878f8 = `{ $name }` { $what }
said-this-path-takes-no-parameters-8b657055 = dieser Pfad nimmt keine Parameter

## crates/server/src/record_tables.rs

said-there-is-no-table-api-v1-tables-lists-them-each-2986ae30 = es gibt keine Tabelle `{ $name }`; `/api/v1/tables` führt sie auf, jede mit der Endung `.csv` oder `.jsonl`

## crates/server/src/records.rs

said-cannot-be-asked-for-together-with-5ac285e2 = lässt sich nicht zusammen mit `{ $other }` abfragen
said-filter-by-one-link-5f70d5c0 = nach einer Verknüpfung filtern
said-is-out-of-bounds-58c63373 = liegt außerhalb der Grenzen
said-give-1-to-c22fce55 = 1 bis { $most } angeben
said-there-is-no-kind-of-record-there-are-74e2149e = es gibt keine Art von Aufzeichnung `{ $word }`; es gibt { $words }

## crates/server/src/reports.rs

said-this-report-has-not-been-issued-46017de7 = dieser Auditbericht ist nicht herausgegeben
said-no-report-has-the-id-f71f9bea = kein Auditbericht hat die Kennung `{ $report }`

## crates/server/src/reproduced.rs

said-what-comes-out-of-a-draw-cannot-be-seen-without-509bde67 = was eine Ziehung ergibt, ist ohne die Datei der Grundgesamtheit nicht zu sehen
said-send-the-file-to-or-use-4b1c7d63 = die Datei an `{ $path }` senden oder `{ $command }` verwenden
said-whether-a-file-can-be-a-logo-cannot-be-seen-without-83eb3354 = ob eine Datei ein Logo sein kann, ist ohne die Datei nicht zu sehen
said-use-a36abdbf = `{ $command }` verwenden
said-whether-a-file-can-be-a-template-cannot-be-seen-10c2d191 = ob eine Datei eine Vorlage sein kann, ist ohne die Datei nicht zu sehen
said-has-no-method-8090f177 = { $software } hat keine Methode `{ $method }`
said-name-the-software-that-carried-it-out-or-one-606eda45 = die Software nennen, die sie ausgeführt hat, oder eine der vorhandenen Methoden
said-the-method-refuses-its-inputs-e4494628 = die Methode weist ihre Eingaben zurück: { $at } { $what }
said-leave-it-to-or-which-record-what-comes-out-3e17fdc6 = es `{ $path }` oder `{ $command }` überlassen; dort wird eingetragen, was herauskommt
said-is-not-what-gives-when-carries-it-out-dada6590 = `{ $field }` ist nicht, was `{ $method }` ergibt, wenn { $software } es ausführt

## crates/server/src/rights.rs

said-no-person-has-this-id-b4160ce6 = keine Person hat diese Kennung

## crates/server/src/signing.rs

said-no-command-is-named-9b43c0b0 = kein Befehl ist genannt
said-give-the-name-of-the-command-that-binds-c6690292 = den Namen des Befehls angeben, der bindet
said-give-the-version-of-the-record-that-was-seen-02655f2e = die Version der Aufzeichnung angeben, die gesehen wurde, als ganze Zahl
said-is-no-version-33554770 = ist keine Version
said-it-is-proven-by-neither-of-the-two-ways-or-by-24812b87 = es ist auf keine der beiden Weisen belegt, oder auf beide
said-give-passkey-what-the-authenticator-answered-11677efb = `passkey` angeben, die Antwort des Authenticators; oder `passphrase` und `code`
said-what-was-given-does-not-show-that-it-is-you-who-61617128 = was angegeben wurde, zeigt nicht, dass Sie es sind, der unterschreibt; mit einem Wiederherstellungscode wird nicht unterschrieben
said-too-many-tries-have-failed-the-next-is-in-seconds-a30e941a = zu viele Versuche sind fehlgeschlagen; der nächste ist in { $seconds } Sekunden möglich
said-there-is-no-such-question-for-a-signature-it-43718e34 = eine solche Bitte um eine Unterschrift gibt es nicht: Sie wurde beantwortet, ihre Zeit ist abgelaufen, oder sie ist die einer anderen Person

## crates/server/src/soa.rs

said-send-the-file-as-66ba3e83 = die Datei als { $types } senden

## crates/server/src/tables/api.rs

said-is-neither-true-nor-false-73688364 = ist weder `true` noch `false`
said-say-true-to-look-only-300f18e2 = `true` angeben, um nur anzusehen
said-ask-with-dry-run-true-to-see-every-row-mend-the-58b091be = mit `dry_run=true` jede Zeile ansehen, die Datei berichtigen und erneut senden

## crates/server/src/templates.rs

said-the-address-names-no-kind-of-document-or-no-name-167ea714 = die Adresse nennt keine Art von Dokument (`kind`) oder keinen Namen (`name`)
said-no-template-has-the-id-3a9b3546 = keine Vorlage hat die Kennung `{ $template }`
said-give-its-length-as-it-is-and-a-file-of-at-most-de2f3ea0 = ihre Länge angeben, wie sie ist, und eine Datei von höchstens { $most } Byte geben
said-the-file-is-no-word-file-6be663a7 = die Datei ist keine Word-Datei
said-save-it-as-docx-without-a-password-and-send-that-92a1d467 = sie als DOCX ohne Kennwort speichern und diese senden
said-in-the-file-cannot-be-read-8869208e = `{ $part }` in der Datei ist nicht zu lesen
said-open-it-in-word-or-libreoffice-and-save-it-as-8d02e777 = sie in Word oder LibreOffice öffnen und noch einmal als DOCX speichern
said-the-file-unpacks-to-more-than-a-text-does-5bca93d1 = die Datei wird entpackt größer als ein Text
said-take-pictures-and-sheets-that-are-not-needed-c2ca8ac5 = Bilder und Blätter herausnehmen, die nicht gebraucht werden
said-stands-in-the-file-which-is-more-than-text-70db2a88 = in der Datei steht `{ $what }`, was mehr als Text ist
said-save-it-without-macros-controls-embedded-files-f2e01d1e = sie ohne Makros, Steuerelemente, eingebettete Dateien und Felder speichern, die etwas holen
said-the-file-asks-for-which-is-outside-of-it-85fa9a3e = die Datei verlangt `{ $target }`, was außerhalb von ihr liegt
said-put-pictures-into-the-file-itself-and-take-its-b926bbe4 = Bilder in die Datei selbst aufnehmen und ihr die eigene Dokumentvorlage nehmen
said-in-the-file-declares-a-type-of-document-aa7f2a70 = `{ $part }` in der Datei erklärt einen Dokumenttyp
said-in-paragraph-of-is-not-closed-6215f98c = `{ $token }` in Absatz { $paragraph } von `{ $part }` ist nicht geschlossen
said-close-a-placeholder-by-two-braces-and-what-is-4b8fc1ac = einen Platzhalter mit zwei Klammern schließen, und was wiederholt wird, mit einem Schrägstrich und seinem Namen
said-in-paragraph-of-closes-what-nothing-opens-32cd7ff2 = `{ $token }` in Absatz { $paragraph } von `{ $part }` schließt, was nichts öffnet
said-open-it-before-by-the-sign-for-what-is-repeated-3dd0a1c9 = es vorher öffnen, mit dem Zeichen für Wiederholtes und seinem Namen
said-in-paragraph-of-begins-or-ends-inside-something-406a28af = `{ $token }` in Absatz { $paragraph } von `{ $part }` beginnt oder endet innerhalb von etwas anderem
said-close-first-what-was-opened-last-and-let-each-fca81e1f = zuerst schließen, was zuletzt geöffnet wurde, und jedes in einem eigenen Absatz oder einer eigenen Zeile beginnen und enden lassen
said-nothing-is-known-by-the-name-in-in-paragraph-ff187f73 = unter dem Namen in `{ $token }` in Absatz { $paragraph } von `{ $part }` ist nichts bekannt
said-write-if-that-is-meant-ef601c02 = `{ $meant }` schreiben, wenn das gemeint ist
said-use-one-of-the-names-that-the-guide-to-formats-ee6bc61b = einen der Namen verwenden, die die Beschreibung der Formate für diese Art von Dokument nennt

## crates/server/src/tokens.rs

said-a-token-s-secret-is-not-kept-to-be-sent-again-a2a59e53 = das Geheimnis eines Tokens wird nicht aufbewahrt, um es erneut zu senden; `Idempotency-Key` weglassen und widerrufen, was zu viel ist
said-a-person-makes-tokens-for-themselves-alone-a02e879a = eine Person erzeugt Token nur für sich selbst
said-no-person-has-the-id-6a12e196 = keine Person hat die Kennung `{ $person }`
said-register-the-person-first-with-person-register-3d70c632 = die Person zuerst mit `person.register` eintragen
said-there-is-no-such-token-to-revoke-5964f021 = es gibt kein solches Token zu widerrufen
said-give-an-object-with-label-person-scope-days-1b90a570 = ein Objekt mit label, person, scope, days angeben
said-is-no-number-of-days-that-a-token-can-hold-e7cecb2f = ist keine Anzahl von Tagen, die ein Token gelten kann

## crates/server/src/web/act.rs

said-there-is-no-command-23d2a6ae = es gibt keinen Befehl `{ $name }`

## crates/server/src/web/act_files.rs

said-no-files-are-given-with-af38b4bd = mit `{ $name }` werden keine Dateien gegeben
said-the-form-has-too-many-controls-9ed0572f = das Formular hat zu viele Felder
said-the-form-gives-files-before-what-they-are-given-e184c4e1 = das Formular gibt Dateien vor dem, wozu sie gehören; das zuerst senden

## crates/server/src/web/assets.rs

said-no-such-asset-9212f259 = diese Datei gibt es nicht

## crates/server/src/web/guard.rs

said-the-form-did-not-come-from-a-page-of-this-site-c349c833 = das Formular kam nicht von einer Seite dieser Anwendung; die Seite öffnen und es erneut senden

## crates/server/src/web/pages/catalogue/give.rs

said-the-built-in-catalogue-has-no-set-c6cb5e05 = der eingebaute Katalog hat keinen Satz `{ $criteria }`
said-a-set-is-given-out-as-xlsx-toml-or-oscal-6014326b = ein Satz wird als `xlsx`, `toml` oder `oscal` ausgegeben

## crates/server/src/web/pages/catalogue/set.rs

said-there-is-no-set-of-criteria-78c42e89 = es gibt keinen Satz von Auditkriterien `{ $criteria }`

## crates/server/src/web/pages/catalogue/test.rs

said-there-is-no-audit-test-8dfbc860 = es gibt keinen Audittest `{ $id }`

## crates/server/src/web/pages/catalogue/trail.rs

said-there-is-no-trail-95347e58 = es gibt keine Auditspur `{ $trail }`
said-the-trail-was-erased-meanwhile-b5e2f267 = die Auditspur wurde inzwischen gelöscht

## crates/server/src/web/pages/catalogue_edit.rs

said-the-built-in-catalogue-has-no-test-2a3acf55 = der eingebaute Katalog hat keinen Audittest `{ $id }`

## crates/server/src/web/pages/catalogue_import.rs

said-the-form-cannot-be-read-64645e20 = das Formular ist nicht zu lesen: { $error }
said-no-file-was-chosen-go-back-and-choose-one-83ea4a4b = es wurde keine Datei gewählt; zurückgehen und eine wählen
said-the-file-was-not-sent-in-this-session-send-it-60feb275 = die Datei wurde nicht in dieser Sitzung gesendet; sie erneut senden
said-choose-another-form-or-mend-the-file-and-send-1619e713 = eine andere Form wählen oder die Datei berichtigen und noch einmal senden
said-is-not-text-in-utf-8-62cd9af2 = ist kein Text in UTF-8
said-a836234f = { $what } ({ $clause })
said-the-trail-goes-to-the-test-which-is-not-in-use-35c43c3a = die Auditspur geht zum Audittest „{ $test }“, der nicht in Gebrauch ist
said-adopt-the-built-in-tests-first-or-bring-the-test-e55fb6fa = zuerst die eingebauten Audittests übernehmen oder den Audittest mit der Datei mitbringen
said-holds-nothing-that-could-be-adopted-e336981a = enthält nichts, was übernommen werden könnte

## crates/server/src/web/pages/feeds.rs

said-there-is-no-such-calendar-to-end-738f0757 = einen solchen Kalender, der beendet werden könnte, gibt es nicht
said-calendars-are-those-of-people-of-the-register-44f70a90 = Kalender haben Personen aus dem Verzeichnis; der Betreiber des Systems ist keine

## crates/server/src/web/pages/files.rs

said-the-register-of-people-has-a-page-of-its-own-34945228 = das Personenregister hat eine eigene Seite

## crates/server/src/web/pages/findings/composer.rs

said-a-finding-is-written-in-an-audit-begin-at-its-3bd8e3f3 = eine Feststellung entsteht in einem Audit: bei dessen Feststellungen beginnen
said-no-audit-has-this-id-fbd67784 = kein Audit hat diese Kennung

## crates/server/src/web/pages/help.rs

said-the-guide-has-no-such-page-ef5c6fc5 = die Anleitung hat keine solche Seite

## crates/server/src/web/pages/letterhead.rs

said-the-organization-has-no-name-yet-7c577bf3 = die Organisation hat noch keinen Namen

## crates/server/src/web/pages/mail.rs

said-letters-go-to-people-of-the-register-the-operator-e9e82ccb = Briefe gehen an Personen des Verzeichnisses; der Betrieb des Servers ist keine

## crates/server/src/web/pages/methods.rs

said-there-is-no-method-1260bb72 = es gibt keine Methode `{ $name }`

## crates/server/src/web/pages/own.rs

said-the-operator-of-the-host-signs-in-by-assize-link-26b3ee12 = der Betrieb des Servers meldet sich allein mit `assize link` an; wer ein Konto will, trägt sich als Person ein
said-recovery-codes-are-for-when-one-time-codes-are-b8d7a1ed = Wiederherstellungscodes sind für den Fall, dass Einmalcodes verloren gehen: zuerst diese einrichten
said-there-is-no-such-passkey-to-remove-ef1c0022 = es gibt keinen solchen Passkey zu entfernen
said-there-is-no-such-session-to-end-d34387f3 = es gibt keine solche Sitzung zu beenden

## crates/server/src/web/pages/plan_change.rs

said-the-plan-s-checklist-has-no-item-8165ecca = die Checkliste des Auditplans hat keinen Punkt `{ $name }`
said-the-plan-has-no-session-ab6207d3 = der Auditplan hat keine Auditsitzung `{ $key }`

## crates/server/src/web/pages/programme/cell.rs

said-the-extent-of-the-programme-has-no-such-place-160e7c71 = der Umfang des Auditprogramms hat keine solche Stelle

## crates/server/src/web/pages/programme/policy.rs

said-a-policy-has-no-part-e6684ea5 = die Vorgaben haben keinen Teil `{ $name }`
said-the-programme-is-closed-its-policy-changes-no-424bafb0 = das Auditprogramm ist abgeschlossen; seine Vorgaben ändern sich nicht mehr

## crates/server/src/web/pages/records.rs

said-there-is-no-kind-of-record-75ff75de = es gibt keine Art von Aufzeichnung `{ $word }`

## crates/server/src/web/pages/texts.rs

said-there-is-no-such-text-56569034 = einen solchen Text gibt es nicht

## crates/server/src/web/pages/webhooks.rs

said-there-is-no-such-endpoint-a50a69f6 = einen solchen Endpunkt gibt es nicht
said-there-is-no-such-delivery-to-replay-cd46421f = eine solche Zustellung, die erneut gesendet werden könnte, gibt es nicht

## crates/server/src/web/sign_in/passkey.rs

said-the-operator-has-no-passkey-e085f05b = der Betrieb des Servers hat keinen Passkey

## crates/server/src/web/sign_in/provider.rs

said-nobody-signs-in-by-a-provider-here-d513361e = hier meldet sich niemand über einen Anbieter an

## crates/server/src/web/upload.rs

said-the-form-gives-a-file-before-its-classification-aa1e6d2d = das Formular nennt eine Datei vor ihrer Einstufung; `classification` zuerst senden
said-a-text-of-the-form-is-too-long-a25d5c6b = ein Text des Formulars ist zu lang

## crates/server/src/webhooks/api.rs

said-there-is-no-such-field-8be2d40d = ein solches Feld gibt es nicht
said-give-url-label-kinds-audit-content-6b39c8e8 = url, label, kinds, audit und content angeben
said-is-no-time-c176d5e1 = `{ $since }` ist kein Zeitpunkt
said-give-one-like-2026-09-15t07-55-00z-18f45bb9 = einen angeben wie 2026-09-15T07:55:00Z
said-it-is-not-said-what-to-replay-1c2f128c = es ist nicht gesagt, was erneut gesendet werden soll
said-give-either-delivery-a-message-s-id-or-since-7a6d957b = entweder `delivery` angeben, die Kennung einer Nachricht, oder `since`, einen Zeitpunkt

## crates/server/src/webhooks/mod.rs

said-the-address-is-too-long-e30152c4 = die Adresse ist zu lang
said-give-a-shorter-one-b0535d12 = eine kürzere angeben
said-the-endpoint-has-no-name-57a6e41f = der Endpunkt hat keinen Namen
said-give-one-of-a-line-such-as-what-it-is-for-40c6bf61 = einen von einer Zeile angeben, etwa wofür er da ist
said-there-are-more-than-kinds-of-events-7844df0d = es sind mehr als { $most } Arten von Ereignissen
said-give-none-for-all-or-finding-for-those-that-begin-ea346a10 = keine angeben für alle, oder `finding.*` für alle, die so beginnen
said-there-is-no-kind-of-event-75b822d1 = die Ereignisart `{ $kind }` gibt es nicht
said-give-kinds-as-the-journal-names-them-such-as-4dad3a17 = Arten angeben, wie das Journal sie nennt, etwa `finding.raised`, oder `finding.*`
said-it-is-not-the-id-of-an-audit-fda65d80 = das ist nicht die Kennung eines Audits
said-give-the-id-of-an-audit-or-none-for-all-fcd88408 = die Kennung eines Audits angeben oder keine für alle
said-it-is-neither-ids-nor-fields-5d593831 = das ist weder `ids` noch `fields`
said-give-ids-2ef62832 = `ids` angeben
said-this-installation-tells-endpoints-ids-alone-fb2d4ff0 = Diese Installation teilt Endpunkten nur Kennungen mit
said-give-ids-or-have-webhook-content-configured-as-e5468ded = `ids` angeben oder `webhook_content` als `fields` konfigurieren lassen
said-it-is-no-address-2d4f5153 = das ist keine Adresse
said-give-one-like-https-hooks-example-com-assize-82cc32e3 = eine angeben wie `https://hooks.example.com/assize`
said-the-address-holds-a-name-or-a-password-2b84920b = die Adresse enthält einen Namen oder ein Passwort
said-leave-it-out-the-endpoint-knows-us-by-the-signature-fd2a1ef3 = das weglassen: der Endpunkt erkennt uns an der Signatur
said-the-address-has-a-fragment-which-is-not-sent-733b01af = die Adresse hat ein Fragment, das nicht gesendet wird
said-leave-out-what-stands-after-5b50b622 = weglassen, was hinter `#` steht
said-the-address-does-not-begin-with-https-3d903b24 = die Adresse beginnt nicht mit `https://`
said-give-one-that-does-what-is-sent-is-for-nobody-81c7997f = eine angeben, die so beginnt: was gesendet wird, ist für niemanden unterwegs
said-the-address-is-a-private-one-7d9f7c98 = die Adresse ist eine private
said-give-a-public-address-or-have-its-network-named-a38def1a = eine öffentliche Adresse angeben oder ihr Netz in `webhook_networks` nennen lassen
