### Was geschehen ist: die Arten von Einträgen des Journals, wie ein lesbarer Verlauf sie nennt.

## Die Organisation und ihre Personen

event-organization_named = Auditierende Organisation benannt
event-organization_letterhead_set = Aussehen der Dokumente festgelegt
event-person_registered = Person eingetragen
event-person_updated = Angaben zur Person geändert
event-absence_added = Abwesenheit eingetragen
event-absence_removed = Abwesenheit gestrichen
event-credential_added = Kompetenznachweis eingetragen
event-credential_withdrawn = Kompetenznachweis zurückgezogen
event-development_recorded = Fortbildung eingetragen
event-code_accepted = Verhaltenskodex anerkannt
event-passkey_bound = Passkey seiner Person zugeordnet
event-interests_declared = Interessen erklärt
event-relation_declared = Beziehung zu einer auditierten Organisation erklärt
event-relation_ended = Beziehung zu einer auditierten Organisation beendet
event-relation_withdrawn = Beziehung zu einer auditierten Organisation zurückgezogen
event-appraisal_recorded = Auditorenbewertung eingetragen
event-appraisal_followed_up = Folge der Auditorenbewertung eingetragen

## Auditierte Organisationen

event-auditee_registered = Auditierte Organisation eingetragen
event-auditee_updated = Angaben zur auditierten Organisation geändert
event-soa_entered = Erklärung zur Anwendbarkeit eingetragen

## Das Auditprogramm

event-programme_drafted = Auditprogramm entworfen
event-programme_edited = Entwurf des Auditprogramms bearbeitet
event-programme_established = Auditprogramm festgelegt
event-programme_revised = Auditprogramm überarbeitet
event-programme_begun = Umsetzung des Auditprogramms begonnen
event-programme_reviewed = Auditprogramm überprüft
event-programme_action_finished = Verbesserungsmaßnahme abgeschlossen
event-programme_closed = Auditprogramm abgeschlossen
event-planned_audit_added = Audit geplant
event-planned_audit_changed = Geplantes Audit geändert
event-planned_audit_withdrawn = Geplantes Audit zurückgezogen

## Das Audit

event-audit_opened = Audit eröffnet
event-audit_contacted = Kontakt zur auditierten Organisation eingetragen
event-audit_feasibility_judged = Durchführbarkeit beurteilt
event-audit_initiated = Audit veranlasst
event-audit_member_appointed = Teammitglied berufen
event-audit_member_dismissed = Teammitglied entlassen
event-audit_documents_reviewed = Dokumentierte Information geprüft
event-plan_drafted = Auditplan entworfen
event-plan_edited = Auditplan bearbeitet
event-plan_presented = Auditplan vorgelegt
event-plan_objected = Einwand gegen den Auditplan erhoben
event-plan_objection_resolved = Einwand ausgeräumt
event-plan_objection_overruled = Einwand zurückgewiesen
event-plan_agreed = Auditplan vereinbart
event-audit_prepared = Audit vorbereitet
event-audit_begun = Auditdurchführung begonnen
event-meeting_recorded = Besprechung eingetragen
event-meeting_attendance_signed = Teilnahme an einer Besprechung gezeichnet
event-message_logged = Kommunikation protokolliert
event-request_asked = Information angefragt
event-request_answered = Informationsanfrage beantwortet
event-request_accepted = Antwort angenommen
event-request_returned = Antwort zurückgegeben
event-audit_scope_change_proposed = Änderung des Auditumfangs vorgeschlagen
event-audit_scope_change_accepted = Änderung des Auditumfangs angenommen
event-audit_scope_change_told = Änderung des Auditumfangs der auditierten Organisation mitgeteilt
event-audit_concluded = Auditschlussfolgerungen gezogen
event-audit_fieldwork_ended = Auditdurchführung beendet
event-audit_completed = Audit abgeschlossen
event-audit_cancelled = Audit abgesagt
event-audit_terminated = Audit abgebrochen
event-audit_feedback_given = Rückmeldung der auditierten Organisation eingetragen
event-audit_hold_set = Löschsperre gesetzt
event-audit_hold_lifted = Löschsperre aufgehoben

## Auditkriterien, Audittests und Auditspuren

event-criteria_adopted = Auditkriterien übernommen
event-criteria_retired = Auditkriterien außer Verwendung genommen
event-wording_attached = Wortlaut einer Anforderung hinterlegt
event-wording_removed = Wortlaut einer Anforderung entfernt
event-mapping_adopted = Zuordnung von Auditkriterien übernommen
event-mapping_retired = Zuordnung von Auditkriterien außer Verwendung genommen
event-test_adopted = Audittest übernommen
event-test_retired = Audittest außer Verwendung genommen
event-trail_adopted = Auditspur übernommen
event-trail_retired = Auditspur außer Verwendung genommen
event-trail_followed = Auditspur verfolgt
event-trail_step_recorded = Schritt einer Auditspur eingetragen

## Arbeitspapiere und Auditnachweise

event-papers_made = Arbeitspapiere angelegt
event-papers_assigned = Arbeitspapiere zugeteilt
event-note_written = Aufzeichnung geschrieben
event-note_edited = Aufzeichnung bearbeitet
event-paper_sample_recorded = Stichprobe eingetragen
event-paper_evidence_attached = Nachweis dem Arbeitspapier zugeordnet
event-paper_evidence_detached = Nachweis vom Arbeitspapier abgenommen
event-paper_evaluated = Arbeitspapier beurteilt
event-paper_reviewed = Arbeitspapier geprüft
event-paper_reopened = Arbeitspapier wieder geöffnet
event-paper_test_version_moved = Arbeitspapier auf andere Fassung des Audittests umgestellt
event-evidence_recorded = Nachweis eingetragen
event-evidence_custody_recorded = Verbleib des Nachweises eingetragen
event-evidence_classified = Nachweis eingestuft
event-evidence_sealed = Datei des Nachweises verschlüsselt

## Auditfeststellungen und Folgemaßnahmen

event-finding_drafted = Feststellung entworfen
event-finding_edited = Feststellung bearbeitet
event-finding_raised = Feststellung erhoben
event-finding_withdrawn = Feststellung zurückgezogen
event-finding_acknowledged = Feststellung anerkannt
event-finding_disputed = Feststellung bestritten
event-finding_upheld = Feststellung aufrechterhalten
event-finding_corrected = Korrektur eingetragen
event-finding_cause_given = Ursache angegeben
event-finding_action_planned = Korrekturmaßnahme geplant
event-finding_plan_accepted = Plan der Korrekturmaßnahme angenommen
event-finding_step_rejected = Schritt der Folgemaßnahmen zurückgewiesen
event-finding_implemented = Korrekturmaßnahme umgesetzt
event-finding_verified = Korrekturmaßnahme verifiziert
event-finding_effectiveness_checked = Wirksamkeit geprüft
event-finding_closed = Nichtkonformität geschlossen
event-finding_escalated = Nichtkonformität höher eingestuft

## Der Auditbericht

event-report_drafted = Auditbericht entworfen
event-report_edited = Auditbericht bearbeitet
event-report_reviewed = Auditbericht geprüft
event-report_approved = Auditbericht freigegeben
event-report_issued = Auditbericht herausgegeben
event-report_acknowledged = Empfang des Auditberichts bestätigt
event-report_sealed = Datei des Auditberichts verschlüsselt

## Methoden

event-method_used = Anwendung einer Methode eingetragen
event-table_adopted = Tabelle übernommen
event-table_retired = Tabelle außer Gebrauch genommen
event-text_adopted = Text übernommen
event-text_retired = Text außer Gebrauch genommen
event-text_taken = Text der Organisation verwendet
event-draw_declared = Grundgesamtheit einer Ziehung angegeben
event-draw_seeded = Startwert einer Ziehung erzeugt
event-draw_recorded = Gezogene Stichprobe eingetragen
event-draw_replaced = Gezogenes Element ersetzt
event-draw_abandoned = Ziehung aufgegeben

## Zertifizierung, Beschwerden und Löschung

event-certification_applied = Zertifizierungsantrag eingetragen
event-certification_reviewed = Audit für die Zertifizierung fachlich geprüft
event-certification_decided = Über die Zertifizierung entschieden
event-complaint_received = Beschwerde oder Einspruch eingegangen
event-complaint_acknowledged = Eingang der Beschwerde oder des Einspruchs bestätigt
event-complaint_assigned = Beschwerde oder Einspruch zugeteilt
event-complaint_decided = Über die Beschwerde oder den Einspruch entschieden
event-complaint_told = Ergebnis der Beschwerde oder des Einspruchs mitgeteilt
event-record_erased = Inhalte gelöscht

## Rechte

event-access_given = Recht erteilt
event-access_withdrawn = Recht entzogen

## Aussagen anderer

event-claims_taken = Aussagen übernommen
event-claims_withdrawn = Aussagen zurückgezogen

## Tabellen, die zurückkamen

event-table_in_taken = Tabelle eingelesen
event-list_in_taken = Liste eingelesen
## Vorlagen von Dokumenten

event-template_adopted = Vorlage übernommen
event-template_retired = Vorlage außer Gebrauch genommen
event-template_chosen = Vorlage gewählt
## In the field

event-field_lent = Audit ins Feld verliehen
event-field_revoked = Ausleihe widerrufen
event-field_brought = Journal aus dem Feld zurückgebracht
event-field_waits = Schritt aus dem Feld wartet
event-field_taken = Schritt aus dem Feld übernommen
event-field_settled = Schritt aus dem Feld nicht übernommen
## Signatures on the spot

event-meeting_signed_on_the_spot = Besprechung vor Ort unterschrieben
event-meeting_minutes_corrected = Protokoll berichtigt
