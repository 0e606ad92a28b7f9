### Was jede Regel verlangt, als Überschrift über dem, was zurückgewiesen wurde.

## Die Regeln selbst

rule-command_too_many_records = Befehle von begrenzter Größe
rule-actor_person = Eine Aufzeichnung, die sagt, wer gehandelt hat
rule-record_version = Ein Befehl auf Grundlage der jetzigen Fassung der Aufzeichnung
rule-signature_needed = Eine Unterschrift dessen, den ein Schritt bindet
rule-signature_grant = Eine Unterschrift für diesen Schritt, von der Person, die ihn tut, einmal und rechtzeitig verwendet
rule-signature_none = Unterschriften nur für Schritte, die binden, und nur von Personen
rule-record_unknown = Eine Aufzeichnung, die es gibt
rule-zone_known = Zeitzonen der IANA-Datenbank, deren Namen allen dieselbe Stunde angeben
rule-organization_once = Eine einzige auditierende Organisation in einem Datenbestand
rule-policy_sound = Vorgaben, an denen jedes Audit des Auditprogramms gemessen werden kann

## Personen, Kompetenz und Unparteilichkeit

rule-person_languages = Jede Sprache einer Person einmal
rule-person_day_rate = Ein Tagessatz, der sich über ein Programm zusammenzählen lässt
rule-absence_period = Abwesenheiten, die nach ihrem Beginn enden und sich nicht überschneiden
rule-absence_known = Eine Abwesenheit, die eingetragen ist
rule-credential_key = Ein eigener Schlüssel für jeden Kompetenznachweis einer Person
rule-credential_period = Ein Kompetenznachweis, dessen Zeitraum begonnen hat und nicht vor seinem Beginn endet
rule-credential_amount = Monate oder Stunden, für die Zeit war
rule-credential_known = Ein Kompetenznachweis, der eingetragen ist
rule-development_done = Fortbildung, die stattgefunden hat, in Stunden dieses Tages
rule-code_own = Ein Verhaltenskodex, den jede Person für sich selbst anerkennt
rule-code_present = Die Anerkennung des Verhaltenskodex in seiner jetzigen Fassung
rule-passkey_own = Ein Passkey, den jede Person sich selbst zuordnet
rule-passkey_proven = Ein Passkey, der eine Aufgabe beantwortet hat, bevor er zugeordnet wird
rule-interests_own = Eine Interessenerklärung durch die Person selbst
rule-relation_period = Beziehungen, die, wenn sie beendet sind, nach ihrem Beginn enden
rule-relation_once = Jede Beziehung einmal eingetragen
rule-relation_stands = Eine Beziehung, die nicht zurückgezogen wurde
rule-relation_open = Ein Ende, wo es noch keines gibt
rule-relation_other = Eine Beziehung, die jemand anderes zurückzieht als die Person, die sie ausschließt
rule-appraisal_other = Eine Bewertung der auditierenden Person durch jemand anderen
rule-appraisal_audit = Die Überprüfung nach einem Audit, an dem die Person teilgenommen hat
rule-appraisal_behaviours = Jedes Verhalten einmal vermerkt
rule-appraisal_followed = Was darauf folgte, einmal eingetragen

## Auditierte Organisationen

rule-auditee_keys = Einheiten, Standorte und Prozesse, jeweils unter einem eigenen Schlüssel
rule-auditee_parents = Einheiten, jede Teil von höchstens einer anderen derselben Organisation und keine Teil ihrer selbst
rule-auditee_contacts = Ansprechpersonen, jede einmal genannt
rule-soa_rows = Eine Erklärung zur Anwendbarkeit, die jede Maßnahme einmal nennt
rule-soa_reasons = Der Grund, warum eine Maßnahme einbezogen oder warum sie ausgeschlossen ist, nicht beides
rule-soa_version = Jede Fassung unter einem eigenen Namen, mit einem Datum, das nicht in der Zukunft liegt
rule-soa_source = Das eigene Dokument der auditierten Organisation als Quelle

## Das Auditprogramm

rule-programme_period = Ein Zeitraum, der endet, und zwar nach seinem Beginn
rule-programme_keys = Jedes Ziel und jedes Risiko unter einem eigenen Schlüssel
rule-programme_extent = Ein Umfang aus auditierten Organisationen, aus Teilen, die sie haben, und aus Auditkriterien
rule-programme_risk = Risiken und Chancen mit Wahrscheinlichkeit und Auswirkung von 1 bis 5
rule-programme_roles = Jede Verantwortung einer Person einmal
rule-programme_complete = Ziele, Umfang, Risiken, Rollen, Ressourcen und geplante Audits, bevor das Auditprogramm festgelegt wird
rule-programme_approver = Ein Auditprogramm, festgelegt von der Person, die es freigibt
rule-programme_days = Audittage für das Geplante oder der Grund, warum es weniger sind
rule-programme_open = Ein Auditprogramm, abgeschlossen, nachdem jedes geplante Audit durchgeführt oder zurückgezogen und das Auditprogramm überprüft wurde
rule-programme_manager = Das Auditprogramm geleitet von der Person, die darin diese Rolle hat
rule-programme_state = Ein Auditprogramm, das entworfen, festgelegt, umgesetzt und abgeschlossen wird, in dieser Reihenfolge
rule-programme_review_keys = Jede Überprüfung und jede Verbesserungsmaßnahme unter einem eigenen Schlüssel
rule-programme_action_open = Eine offene Verbesserungsmaßnahme, einmal abgeschlossen mit ihrem Ergebnis
rule-planned_audit_extent = Ein Audit innerhalb des Umfangs des Auditprogramms: seiner auditierten Organisationen, ihrer Teile und seiner Auditkriterien
rule-planned_audit_window = Ein geplanter Zeitraum, der in dem des Auditprogramms liegt
rule-planned_audit_days = Audittage für jedes Audit
rule-planned_audit_methods = Mindestens eine Auditmethode, jede einmal
rule-planned_audit_type = Interne Audits der eigenen Organisation, Lieferantenaudits bei Lieferanten, Zertifizierungsaudits bei Kunden
rule-planned_audit_reason = Der Grund für eine Änderung an einem festgelegten Auditprogramm, und davor keiner
rule-planned_audit_opened = Änderungen an einem geplanten Audit, bevor es eröffnet wird

## Veranlassen und Vorbereiten des Audits

rule-audit_planned = Ein Audit, das ein in Umsetzung befindliches Auditprogramm geplant hat, einmal eröffnet
rule-audit_contact_made = Ein Kontakt zur auditierten Organisation, der stattgefunden hat, bevor die Durchführbarkeit beurteilt wird
rule-audit_feasible = Ein durchführbares Audit; wo es das nicht ist, eine Alternative, die dem Auditauftraggeber vorgeschlagen wird
rule-audit_has_leader = Eine berufene Leitung des Auditteams, bevor das Audit veranlasst wird
rule-audit_objectives = Mindestens ein Auditziel, jedes mit einem eigenen Schlüssel
rule-audit_scope = Ein Auditumfang innerhalb der auditierten Organisation und des Auditprogramms
rule-audit_criteria = Auditkriterien mit ihren Ausgaben, gegen die das Auditprogramm auditiert
rule-audit_soa = Die auditierte Fassung der eigenen Erklärung zur Anwendbarkeit der auditierten Organisation
rule-audit_leader = Das Audit geführt von der Leitung des Auditteams
rule-audit_manager = Entscheidungen über das Audit durch die Leitung des Auditprogramms
rule-audit_state = Die Schritte eines Audits in ihrer Reihenfolge
rule-audit_contact = Der Umgang mit der auditierten Organisation über ihre Ansprechpersonen
rule-audit_over = Keine Änderung an Arbeitspapieren und Nachweisen eines abgeschlossenen Audits
rule-team_leader = Eine einzige Leitung des Auditteams, berufen von der Leitung des Auditprogramms
rule-team_once = Jede Person einmal im Auditteam, in einer Rolle
rule-team_directed = Auditierende in Ausbildung und Fachexpertinnen oder Fachexperten unter Anleitung eines auditierenden Mitglieds
rule-team_competence = Mitglieder, die für ihre Rolle die Kompetenzkriterien der Vorgaben erfüllen
rule-team_covers = Ein Auditteam, das zusammen die Kompetenz abdeckt, die das Audit braucht
rule-team_code = Auditierende, die den Verhaltenskodex anerkannt haben
rule-team_declaration = Auditierende, die ihre Interessen erklärt haben, zu dieser auditierten Organisation oder allgemein
rule-team_impartiality = Niemand im Auditteam, den eine Beziehung zur auditierten Organisation ausschließt
rule-team_safeguard = Für jede ausschließende Beziehung eine Schutzmaßnahme, die die Leitung des Auditprogramms freigegeben hat
rule-team_rotation = Niemand, der öfter in Folge bei der auditierten Organisation war, als die Grundsätze erlauben
rule-team_language = Jemand im Auditteam, der die Sprache des Audits spricht
rule-team_work = Keine Arbeit bei einer Person, die das Auditteam verlässt
rule-documents_items = Was die Auditkriterien verlangen, Punkt für Punkt, jeder mit Nachweisen dieses Audits belegt
rule-documents_concerns = Jedes Bedenken zu einer Anforderung oder einem Dokument, und Bedenken genau dort, wo das Ergebnis nicht uneingeschränkt bereit lautet
rule-documents_outcome = Ein Ergebnis, das zu dem passt, was vorgefunden wurde
rule-plan_items = Jeder Punkt der Checkliste des Auditplans, ausgeführt oder mit dem Grund, warum er nicht passt
rule-plan_sessions = Auditsitzungen mit eigenem Schlüssel, die nach ihrem Beginn enden, an einem Standort der auditierten Organisation, mit ihren Ansprechpersonen und Mitgliedern des Auditteams
rule-plan_clash = Jedes auditierende Mitglied zu einer Zeit an nur einem Ort
rule-plan_absent = Auditierende, die an dem Tag verfügbar sind
rule-plan_version = Ein Grund für jede Fassung des Auditplans nach der ersten
rule-plan_state = Ein Auditplan, der entworfen, dann vorgelegt, dann vereinbart wird
rule-plan_objection = Einwände der auditierten Organisation ausgeräumt oder von der Leitung des Auditprogramms mit Begründung zurückgewiesen
rule-prepare_documents = Dokumentierte Information geprüft und bereit für das Audit
rule-prepare_plan = Ein mit der auditierten Organisation vereinbarter Auditplan, außer wo die Vorgaben diese Auditart kurzfristig zulassen
rule-prepare_work = Jedes Arbeitspapier einem auditierenden Mitglied zugeteilt
rule-request_due = Ein noch kommender Tag, bis zu dem die Antwort gebraucht wird
rule-request_state = Anfragen gestellt, dann beantwortet, dann angenommen oder zurückgegeben
rule-request_evidence = Nachweise des Audits, in dem geantwortet wird
rule-request_answer = Eine Antwort der gefragten Person oder einer anderen Ansprechperson der auditierten Organisation
rule-scope_change_key = Jede Änderung des Auditumfangs unter einem eigenen Schlüssel
rule-scope_change_accepted = Eine Änderung des Auditumfangs, je einmal angenommen von der Leitung des Auditprogramms und vom Auditauftraggeber
rule-scope_change_told = Eine angenommene Änderung des Auditumfangs der auditierten Organisation mitgeteilt

## Durchführen und Abschließen des Audits

rule-begin_opened = Eine Eröffnungsbesprechung, bevor die Auditdurchführung beginnt
rule-begin_notice = Der Grund für die Kurzfristigkeit, wo es keinen vereinbarten Auditplan gibt, und nur dort
rule-meeting_agenda = Jeder Punkt der Tagesordnung, behandelt oder mit dem Grund, warum nicht
rule-meeting_attendance = Bei Eröffnungs- und Abschlussbesprechung die Leitung des Auditteams und jemand von der auditierten Organisation, jede Person einmal genannt
rule-meeting_signed = Teilnahme, gezeichnet von denen, die in der Teilnahmeliste stehen
rule-meeting_held = Eine Eröffnungs- und eine Abschlussbesprechung, eingetragen, nachdem sie stattgefunden haben
rule-message_told = Ein unmittelbares und erhebliches Risiko sofort der auditierten Organisation mitgeteilt
rule-fieldwork_papers = Jedes Arbeitspapier beurteilt, bevor die Auditdurchführung endet
rule-fieldwork_findings = Jede Feststellung erhoben oder zurückgezogen, bevor die Auditdurchführung endet
rule-fieldwork_closed = Eine Abschlussbesprechung, bevor die Auditdurchführung endet
rule-fieldwork_member = Auditarbeit durch die Leitung, die Auditierenden und die Auditierenden in Ausbildung des Auditteams
rule-fieldwork_state = Auditarbeit, während das Audit durchgeführt wird
rule-conclusions_objectives = Ein Ergebnis zu jedem Auditziel
rule-conclusions_recommendation = Eine Empfehlung, wie die Auditart sie verlangt, mit ihrer Begründung
rule-conclusions_grave = Keine befürwortende Empfehlung bei Nichtkonformitäten, die zuvor verifiziert sein müssen
rule-complete_report = Der Bericht herausgegeben, bevor das Audit abgeschlossen wird
rule-complete_papers = Jedes Arbeitspapier geprüft, bevor das Audit abgeschlossen wird
rule-complete_requests = Jede Informationsanfrage erledigt oder der Grund, warum sie offen blieb
rule-complete_retention = Aufzeichnungen mindestens so lange aufbewahrt, wie es die Vorgaben des Auditprogramms verlangen
rule-complete_feedback = Um Rückmeldung der auditierten Organisation gebeten
rule-feedback_mark = Eine Note von 1 (schlecht) bis 5 (sehr gut), einmal von jeder Ansprechperson der auditierten Organisation
rule-hold_key = Jede Löschsperre unter einem eigenen Schlüssel, einmal aufgehoben

## Auditkriterien, Audittests und Auditspuren

rule-criteria_requirements = Auditkriterien mit Anforderungen, mit denen sich Nachweise vergleichen lassen
rule-criteria_unique = Jede Anforderung eines Satzes einmal, damit eine Feststellung genau eine benennt
rule-criteria_attributes = Merkmale, die Werte haben, jedes bei einer Anforderung einmal genannt
rule-criteria_parent = Ein Baum: jede Anforderung an der Spitze oder unter einer anderen ihres Satzes
rule-criteria_edition = Auditkriterien, die bleiben, womit ein Audit geplant wurde: eine andere Ausgabe unter einer anderen Kennung
rule-criteria_retired = Ein Satz von Auditkriterien, der nicht außer Verwendung ist
rule-criteria_in_use = Audits veranlasst gegen Auditkriterien, die in Verwendung sind
rule-criteria_own = Die eigenen Kriterien einer auditierten Organisation nur für Audits bei ihr
rule-wording_requirement = Der Wortlaut einer Anforderung, die ein übernommener Satz hat
rule-wording_once = Ein Wortlaut zu einer Anforderung
rule-wording_removed = Ein Wortlaut, der nicht entfernt wurde
rule-mapping_ends = Eine Zuordnung von einem Satz von Auditkriterien zu einem anderen
rule-mapping_pairs = Paare, die zu einer Anforderung sagen, was ihr entspricht, jedes einmal
rule-mapping_known = Anforderungen, die ihre Sätze so haben, wie sie übernommen wurden
rule-mapping_retired = Eine Zuordnung, die nicht außer Verwendung ist
rule-test_requirements = Mindestens eine Anforderung zu jedem Audittest
rule-test_once = Eine Fassung eines Audittests in einem Vorgang
rule-test_retired = Ein Audittest, der noch nicht außer Verwendung ist
rule-trail_steps = Eine Auditspur aus mindestens zwei Audittests, jeder einmal angesteuert
rule-trail_tests = Schritte zu Audittests, die übernommen wurden
rule-trail_once = Eine Fassung einer Auditspur in einem Vorgang
rule-trail_retired = Eine Auditspur, die nicht außer Verwendung ist
rule-trail_papers = Arbeitspapiere des Audits zu mindestens zwei Audittests der Auditspur
rule-trail_step = Ein Schritt des Falls, zu dem das Audit ein Arbeitspapier hat
rule-version_same_test = Eine andere Fassung des Audittests, aus dem das Arbeitspapier entstand
rule-version_in_use = Eine Fassung, die nicht außer Verwendung ist
rule-version_serves = Eine Fassung, die etwas aus den Auditkriterien prüft
rule-version_open = Eine Beurteilung, die bei der Fassung bleibt, zu der sie abgegeben wurde

## Arbeitspapiere und Auditnachweise

rule-papers_initiated = Arbeitspapiere, sobald Umfang und Kriterien des Audits vereinbart sind
rule-papers_assignee = Arbeit, die Auditierenden des Auditteams zugeteilt wird
rule-papers_of_audit = Arbeitspapiere des genannten Audits
rule-papers_none = Audittests zu den Kriterien und zur Art des Audits
rule-paper_evidence = Nachweise zu jeder Konformität und jeder Nichtkonformität
rule-paper_reason = Ein Grund für das, was nicht anwendbar ist oder nicht auditiert wurde
rule-paper_open = Eine einzige Beurteilung, geändert nur durch Wiederöffnen des Arbeitspapiers
rule-paper_evaluated = Ein Arbeitspapier, das beurteilt wurde
rule-paper_reviewer = Eine prüfende Person, die das Arbeitspapier nicht erstellt hat
rule-paper_trainee = Arbeitspapiere von Auditierenden in Ausbildung geprüft von denen, die sie anleiten
rule-paper_finding = Eine Beurteilung, die mit den Nichtkonformitäten des Arbeitspapiers übereinstimmt
rule-paper_stands = Ein Arbeitspapier, das nicht geprüft wurde
rule-note_role = Die Funktion der befragten Person
rule-note_author = Aufzeichnungen, geändert nur von ihren Verfasserinnen und Verfassern
rule-sample_size = Eine Stichprobe innerhalb ihrer Grundgesamtheit und Abweichungen innerhalb der Stichprobe
rule-evidence_seen_by = Nachweise, die jemand aus dem Auditteam gesehen hat
rule-evidence_seen_at = Nachweise, die gesehen wurden, bevor sie eingetragen werden
rule-evidence_length = Dateien von möglicher Länge
rule-evidence_lowered = Ein Grund, einen Nachweis als weniger schutzbedürftig zu behandeln
rule-evidence_sealed = Eine verschlüsselte Datei, bevor eingetragen wird, dass es eine gibt
rule-evidence_of_audit = Nachweise desselben Audits

## Auditfeststellungen und Folgemaßnahmen

rule-finding_state = Feststellungen, während das Audit durchgeführt oder darüber berichtet wird
rule-finding_author = Feststellungen, verfasst von der Leitung, den Auditierenden und den Auditierenden in Ausbildung
rule-finding_paper = Mindestens ein Arbeitspapier des Audits hinter jeder Feststellung
rule-finding_evidence = Nachweise desselben Audits
rule-finding_nonconformity_requirement = Eine Nichtkonformität, festgehalten gegen eine Anforderung
rule-finding_nonconformity_evidence = Der objektive Nachweis, auf dem eine Nichtkonformität beruht
rule-finding_nonconformity_grade = Zu jeder Nichtkonformität, und nur dazu, eine Einstufung aus dem Schema des Auditprogramms
rule-finding_nonconformity_paper = Eine Nichtkonformität, wo ein Arbeitspapier als nicht konform beurteilt wurde
rule-finding_dressed = Eine Nichtkonformität beim Namen genannt, nicht als Verbesserungspotenzial
rule-finding_criteria = Anforderungen aus den Auditkriterien
rule-finding_control_clause = Der Abschnitt zum Managementsystem, den eine nicht wirksame Maßnahme ebenfalls verletzt
rule-finding_draft = Eine Feststellung, deren Text feststeht, sobald sie erhoben ist
rule-finding_withdrawn = Feststellungen zurückgezogen nur, bevor der Bericht herausgegeben ist
rule-finding_response_raised = Eine Antwort auf eine Feststellung, die erhoben und noch nicht beantwortet wurde
rule-finding_response_team = Eine Antwort der auditierten Organisation, nicht des Auditteams
rule-finding_upheld_disputed = Ein Entscheid über eine bestrittene Feststellung
rule-finding_upheld_by = Ein Entscheid durch die Leitung des Auditteams
rule-follow_up_order = Ein Schritt nach dem anderen, von der Korrektur bis zur Wirksamkeit
rule-follow_up_kind = Folgemaßnahmen zu Nichtkonformitäten
rule-follow_up_auditee = Korrektur, Ursache und Maßnahme durch die auditierte Organisation, nicht durch das Auditteam
rule-follow_up_auditor = Pläne angenommen und Maßnahmen verifiziert von einem auditierenden Mitglied des Auditteams oder der Leitung des Auditprogramms
rule-follow_up_evidence = Nachweise für das, was umgesetzt und verifiziert wurde
rule-follow_up_owner = Maßnahmen verifiziert von jemandem, der sie nicht verantwortet
rule-follow_up_due = Eine Maßnahme, die fällig ist, nachdem sie geplant wurde
rule-follow_up_escalation = Eine Höherstufung in eine schwerwiegendere Einstufung des Schemas
rule-follow_up_effectiveness_due = Die Wirksamkeit geprüft, sobald die Maßnahme Zeit zu wirken hatte

## Der Auditbericht

rule-report_initiated = Ein Bericht über ein Audit, das Ziele, Umfang und Kriterien hat
rule-report_state = Ein Bericht über ein Audit, dessen Durchführung beendet ist
rule-report_author = Ein Bericht, verfasst von der Leitung des Auditteams oder für sie von einem auditierenden Mitglied
rule-report_one = Zu einer Zeit eine Fassung des Berichts in Arbeit und ein Grund für jede Fassung nach der ersten
rule-report_draft = Änderungen an einem Bericht, bevor er freigegeben ist; danach durch eine neue Fassung
rule-report_item = Punkte der Checkliste des Berichts, jeder mit einem Text oder mit dem Grund, warum er keinen hat
rule-report_checklist = Jeder Punkt der Checkliste im Bericht
rule-report_content = Das Geprüfte und Freigegebene ist das, was gilt
rule-report_reviewer = Eine Prüfung durch jemanden aus dem Auditteam oder dem Auditprogramm, der den Bericht nicht verfasst hat
rule-report_reviewed = Ein Bericht, der geprüft ist, bevor er freigegeben wird
rule-report_approver = Ein Bericht, freigegeben von der Leitung des Auditteams
rule-report_approved = Ein Bericht, der freigegeben ist, bevor er herausgegeben wird
rule-report_issued = Ein herausgegebener Bericht, dessen Empfang bestätigt werden kann
rule-report_recipient = Eine Empfangsbestätigung durch jemanden auf dem Verteiler
rule-report_sealed = Eine verschlüsselte Datei, bevor eingetragen wird, dass es eine gibt

## Methoden

rule-method_place = Eine Methode, angewandt für ein Auditprogramm oder für ein Audit
rule-method_working = Ein Ergebnis, das sich nachrechnen lässt: mit seinem Rechenweg
rule-method_table = Die Tabellen, nach denen gerechnet wurde, so wie sie übernommen wurden
rule-table_form = Eine Tabelle, mit der sich rechnen lässt: Zeilen lückenlos und in ihrer Ordnung, Zahlen in ihren Grenzen
rule-table_retired = Eine Tabelle, die nicht außer Gebrauch ist
rule-letterhead_logo = Ein Logo, das neben einen Namen passt: klein, und weder Faden noch Plakat
rule-letterhead_colour = Eine Akzentfarbe, die auf weißem Papier lesbar ist
rule-letterhead_file = Ein Logo, das ein Bild ist und sonst nichts
rule-letterhead_line = Adresse und Fußzeile, die in eine Zeile einer Seite passen
rule-text_placeholder = Platzhalter, die sich aus den Aufzeichnungen eines Audits füllen lassen
rule-text_retired = Ein Text, der in Gebrauch ist
rule-text_length = Ein Text, den ein Feld mit gefüllten Platzhaltern fassen kann
rule-draw_paper = Eine Ziehung für ein Arbeitspapier desselben Audits
rule-draw_size = Eine Stichprobe von mindestens einem Element und höchstens so vielen, wie die Grundgesamtheit hat
rule-draw_columns = Die Spalte, die das Ziehungsverfahren braucht
rule-draw_order = Ein Startwert, einmal erzeugt, nachdem die Grundgesamtheit angegeben wurde, und eine Stichprobe, einmal eingetragen, nach dem Startwert
rule-draw_sample = So viele Elemente, wie zu ziehen waren, jedes einmal
rule-draw_replacement = Ein gezogenes Element, einmal ersetzt, durch eines, das nicht in der Stichprobe ist

## Zertifizierung, Beschwerden und Löschung

rule-certification_one = Zu einer Zeit eine einzige Zertifizierung eines Kunden gegen eine Norm
rule-certification_decision_team = Prüfung und Entscheidung durch Personen, die das Audit nicht durchgeführt haben
rule-certification_review_reviewer = Eine fachliche Prüfung durch die dafür im Auditprogramm vorgesehene Person
rule-certification_decision_maker = Eine Entscheidung durch die Person, die für ein Auditprogramm entscheidet, das den Kunden auditiert
rule-certification_review_audit = Die Prüfung eines Audits dieses Kunden, dessen Bericht herausgegeben wurde
rule-certification_decision_review = Vor einer befürwortenden Entscheidung eine fachliche Prüfung, die die Informationen für ausreichend hält
rule-certification_decision_majors = Schwerwiegende Nichtkonformitäten verifiziert vor einer befürwortenden Entscheidung
rule-certification_decision_minors = Angenommene Pläne für die übrigen Nichtkonformitäten vor einer befürwortenden Entscheidung
rule-certification_decision_audit = Das Audit, auf dem die Entscheidung beruht, in der Auditart, die sie verlangt
rule-certification_decision_state = Eine Entscheidung, die aus dem Stand der Zertifizierung folgt
rule-certification_decision_stage2_age = Eine neue Stufe 2, wo schwerwiegende Nichtkonformitäten nicht rechtzeitig verifiziert wurden
rule-certification_decision_expiry = Die Rezertifizierung entschieden vor dem Ablauf; danach nur für begrenzte Zeit wiederhergestellt
rule-certification_decision_suspension = Die Zertifizierung zurückgezogen oder eingeschränkt, wo eine Aussetzung zu lange dauert
rule-complaint_received = Ein Tag des Eingangs, der nicht in der Zukunft liegt
rule-complaint_handler = Beschwerden und Einsprüche bearbeitet von jemandem, der weder am Audit noch an der Entscheidung darüber beteiligt war
rule-complaint_acknowledged = Der Eingang einmal bestätigt, gegenüber der Beschwerde oder Einspruch führenden Person
rule-complaint_state = Eine Beschwerde eingegangen, dann zugeteilt, dann entschieden, dann beantwortet
rule-complaint_decider = Eine Entscheidung durch die Person, der die Beschwerde oder der Einspruch zugeteilt wurde
rule-erase_retention = Aufzeichnungen aufbewahrt, bis ihre Aufbewahrungsfrist abgelaufen ist
rule-erase_hold = Keine Löschung, solange eine Löschsperre besteht
rule-erase_over = Die Löschung eines Audits, das beendet ist
rule-erase_in_use = Die Löschung einer Person, die an keinem laufenden Audit beteiligt ist

## Rechte

rule-access_administrator = Die Rechte der Verwaltung und der Leitung von Auditprogrammen erteilt und entzogen durch die Verwaltung
rule-access_reading = Audits zum Lesen geöffnet durch die Leitung ihres Auditprogramms
rule-access_self = Rechte, die sich niemand selbst erteilt
rule-access_over = Verwaltung und Programmleitung für die ganze Organisation; wer ein einzelnes Auditprogramm leitet, ist in diesem genannt
rule-access_period = Ein Recht, das nicht vor seiner Erteilung endet, und ein Leserecht mit einem Ende
rule-access_once = Jedes geltende Recht einmal erteilt
rule-access_stands = Ein Recht, das nicht entzogen wurde
rule-access_last_administrator = Eine Organisation, die eine Verwaltung der Installation hat

## Aussagen anderer

rule-claims_source = Die Datei, aus der Aussagen gelesen wurden, unter den Nachweisen desselben Audits
rule-claims_open = Aussagen aus einer Datei, die das ganze Team öffnen darf
rule-claims_count = Mindestens eine Aussage in einem Satz und höchstens 2.000
rule-claims_place = Eine eigene Stelle für jede Aussage
rule-claims_once = Aussagen aus einer Datei einmal übernommen, solange sie gültig sind
rule-claims_standing = Aussagen einmal zurückgezogen

## Tabellen, die zurückkamen

rule-table_in_source = Die Datei, aus der eine Tabelle gelesen wurde, unter den Nachweisen desselben Audits
rule-table_in_rows = Eine Tabelle, von der etwas übernommen wird, in begrenzten Teilen
## Vorlagen von Dokumenten

rule-template_file = Eine Word-Datei, in der nichts als Text steht und deren Platzhalter bekannt und geschlossen sind
rule-template_retired = Eine Vorlage, die in Gebrauch ist
rule-template_kind = Eine Vorlage für die Art von Dokument, die aus ihr gemacht wird
rule-document_nonconformity = Ein Formular einer Nichtkonformität, die erhoben wurde
## In the field

rule-field_command = Im Feld Auditarbeit am verliehenen Audit, durch die Person, der es verliehen ist
rule-field_file = Ausleihen und Rückgaben mit den Dateien, die sie belegen
rule-field_fits = Ein Schritt aus dem Feld auf dem Stand, den die auditierende Person gesehen hat
rule-field_borrower = Audits, die an Auditierende ihres Teams verliehen werden
rule-field_papers = Arbeitspapiere des verliehenen Audits
rule-field_stands = Eine Ausleihe, die nicht widerrufen ist
rule-field_waits = Ein Schritt aus dem Feld, über den noch nicht entschieden ist
## Signatures on the spot

rule-meeting_witness = Unterschriften vor Ort im Beisein einer Auditorin oder eines Auditors des Teams
rule-meeting_passkey = Unterschriften mit einem Passkey, die gültig sind: unter diesen Text, von der genannten Person
rule-meeting_signer = Unterschriften vor Ort von anderen als der bezeugenden Person: aus der Teilnahmeliste oder mit Name und Funktion
rule-meeting_shown = Unterschriften unter den Text der Besprechung, wie er jetzt lautet
rule-meeting_corrected = Berichtigungen, die etwas anderes sagen, mit dem Grund
