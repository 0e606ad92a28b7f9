### Die Wörter des Regelwerks: jeder Wert jeder Aufzählung und jeder Zustand jedes Datensatzes.

## Datensätze

Kind-organization = Auditierende Organisation
Kinds-organization = Auditierende Organisationen
Kind-person = Person
Kinds-person = Personen
Kind-appraisal = Auditorenbewertung
Kinds-appraisal = Auditorenbewertungen
Kind-relation = Beziehung zu einer auditierten Organisation
Kinds-relation = Beziehungen zu auditierten Organisationen
Kind-auditee = Auditierte Organisation
Kinds-auditee = Auditierte Organisationen
Kind-soa = Erklärung zur Anwendbarkeit
Kinds-soa = Erklärungen zur Anwendbarkeit
Kind-programme = Auditprogramm
Kinds-programme = Auditprogramme
Kind-planned_audit = Geplantes Audit
Kinds-planned_audit = Geplante Audits
Kind-audit = Audit
Kinds-audit = Audits
Kind-plan = Auditplan
Kinds-plan = Auditpläne
Kind-info_request = Informationsanfrage
Kinds-info_request = Informationsanfragen
Kind-meeting = Besprechung
Kinds-meeting = Besprechungen
Kind-message = Eintrag im Kommunikationsprotokoll
Kinds-message = Kommunikationsprotokoll
Kind-audit_test = Audittest
Kinds-audit_test = Audittests
Kind-paper = Arbeitspapier
Kinds-paper = Arbeitspapiere
Kind-note = Aufzeichnung
Kinds-note = Aufzeichnungen
Kind-evidence = Auditnachweis
Kinds-evidence = Auditnachweise
Kind-finding = Auditfeststellung
Kinds-finding = Auditfeststellungen
Kind-report = Auditbericht
Kinds-report = Auditberichte
Kind-certification = Zertifizierung
Kinds-certification = Zertifizierungen
Kind-complaint = Beschwerde oder Einspruch
Kinds-complaint = Beschwerden und Einsprüche
Kind-erasure = Löschung
Kinds-erasure = Löschungen
Kind-draw = Stichprobenziehung
Kinds-draw = Stichprobenziehungen
Kind-method_use = Anwendung einer Methode
Kinds-method_use = Anwendungen von Methoden
Kind-method_table = Tabelle
Kinds-method_table = Tabellen
Kind-criteria_set = Satz von Auditkriterien
Kinds-criteria_set = Sätze von Auditkriterien
Kind-wording = Wortlaut einer Anforderung
Kinds-wording = Wortlaute von Anforderungen

## Wer handelt und was erlaubt ist

Actor-person = Person
Actor-operator = Betrieb über die Kommandozeile
Scope-read = Lesen
Scope-act = Lesen und handeln

## Was gelöscht wird

Scope-audit = Ein ganzes Audit
Scope-person = Eine Person
Scope-evidence = Ein Auditnachweis
Scope-wording = Der Wortlaut einer Anforderung

## Audits

AuditType-internal = Internes Audit
AuditType-supplier = Lieferantenaudit
AuditType-stage_1 = Erstzertifizierung, Stufe 1
AuditType-stage_2 = Erstzertifizierung, Stufe 2
AuditType-surveillance = Überwachungsaudit
AuditType-recertification = Rezertifizierungsaudit
AuditType-special = Audit aus besonderem Anlass
AuditMethod-on_site = Vor Ort
AuditMethod-remote = Aus der Ferne
AuditMethod-hybrid = Vor Ort und aus der Ferne
TeamRole-leader = Leitung des Auditteams
TeamRole-auditor = Auditorin oder Auditor
TeamRole-trainee = Auditorin oder Auditor in Ausbildung
TeamRole-technical_expert = Fachexpertin oder Fachexperte
TeamRole-observer = Beobachterin oder Beobachter
TeamRole-guide = Betreuerin oder Betreuer
TeamRole-interpreter = Dolmetscherin oder Dolmetscher
AuditState-planned = Geplant
AuditState-initiated = Veranlasst
AuditState-prepared = Vorbereitet
AuditState-conducting = In Durchführung
AuditState-reporting = Berichterstattung
AuditState-completed = Abgeschlossen
AuditState-cancelled = Vor der Eröffnungsbesprechung abgesagt
AuditState-terminated = Abgebrochen
AuditState-not_feasible = Nicht durchführbar
AuditStage-planned = Geplant
AuditStage-initiated = Veranlasst
AuditStage-prepared = Vorbereitet
AuditStage-conducting = In Durchführung
AuditStage-reporting = Berichterstattung
AuditStage-completed = Abgeschlossen
AuditStage-cancelled = Vor der Eröffnungsbesprechung abgesagt
AuditStage-terminated = Abgebrochen
AuditStage-not_feasible = Nicht durchführbar
PlanState-draft = Entwurf
PlanState-presented = Der auditierten Organisation vorgelegt
PlanState-agreed = Vereinbart
PlanState-superseded = Durch neuere Fassung ersetzt
ObjectionOutcome-open = Offen
ObjectionOutcome-resolved = Geklärt
ObjectionOutcome-overruled = Zurückgewiesen
RequestState-asked = Gestellt
RequestState-answered = Beantwortet
RequestState-accepted = Antwort angenommen
RequestState-returned = Antwort zurückgegeben
Readiness-ready = Bereit für das Audit
Readiness-ready_with_concerns = Bereit, mit offenen Bedenken
Readiness-not_ready = Nicht bereit
MeetingKind-opening = Eröffnungsbesprechung
MeetingKind-closing = Abschlussbesprechung
MeetingKind-other = Andere Besprechung
MessageKind-progress = Fortschritt
MessageKind-significant_risk = Unmittelbares und erhebliches Risiko
MessageKind-out_of_scope = Bedenken außerhalb des Auditumfangs
MessageKind-obstacle = Hindernis für das Audit
Extent-yes = Ja
Extent-partly = Teilweise
Extent-no = Nein

## Auditprogramm

ProgrammeState-draft = Entwurf
ProgrammeState-established = Festgelegt
ProgrammeState-implementing = In Umsetzung
ProgrammeState-closed = Abgeschlossen
PlannedState-planned = Geplant
PlannedState-withdrawn = Zurückgezogen
PlannedStage-planned = Geplant
PlannedStage-withdrawn = Zurückgezogen
ProgrammeRiskArea-planning = Planung
ProgrammeRiskArea-resources = Ressourcen
ProgrammeRiskArea-team_selection = Auswahl des Auditteams
ProgrammeRiskArea-methods = Auditmethoden
ProgrammeRiskArea-communication = Kommunikation
ProgrammeRiskArea-implementation = Umsetzung
ProgrammeRiskArea-records = Aufzeichnungen
ProgrammeRiskArea-monitoring = Überwachung, Überprüfung und Verbesserung
ProgrammeRiskArea-auditee_availability = Verfügbarkeit und Mitwirkung der auditierten Organisation
RiskKind-risk = Risiko
RiskKind-opportunity = Chance
ProgrammeRoleKind-manager = Leitung des Auditprogramms
ProgrammeRoleKind-approver = Freigabe des Auditprogramms
ProgrammeRoleKind-technical_reviewer = Fachliche Prüfung
ProgrammeRoleKind-decision_maker = Zertifizierungsentscheidung
ProgrammeRoleKind-complaint_handler = Bearbeitung von Beschwerden und Einsprüchen

## Personen, Kompetenz und Unparteilichkeit

RelationKind-employed = Bei der auditierten Organisation beschäftigt
RelationKind-managed_area = Leitung des auditierten Bereichs
RelationKind-consulted = Beratung zum Managementsystem
RelationKind-did_the_work = Eigene Ausführung der auditierten Arbeit
RelationKind-internal_audit = Interne Audits für die auditierte Organisation
RelationKind-financial = Finanzielles Interesse
RelationKind-close_tie = Familiäre oder andere enge Bindung
CredentialKind-education = Ausbildung
CredentialKind-experience = Berufserfahrung
CredentialKind-training = Schulung
CredentialKind-qualification = Qualifikation oder Zertifikat
CredentialKind-skill = Kenntnis oder Fertigkeit
EvaluationMethod-review_of_records = Überprüfung von Aufzeichnungen
EvaluationMethod-feedback = Rückmeldung
EvaluationMethod-interview = Befragung
EvaluationMethod-observation = Beobachtung
EvaluationMethod-testing = Prüfung
EvaluationMethod-post_audit_review = Überprüfung nach dem Audit
AppraisalResult-meets = Kriterien erfüllt
AppraisalResult-needs_development = Weiterentwicklung erforderlich
AppraisalResult-does_not_meet = Kriterien nicht erfüllt
Behaviour-ethical = Ethisch
Behaviour-open_minded = Aufgeschlossen
Behaviour-diplomatic = Diplomatisch
Behaviour-observant = Aufmerksam
Behaviour-perceptive = Auffassungsfähig
Behaviour-versatile = Vielseitig
Behaviour-tenacious = Beharrlich
Behaviour-decisive = Entscheidungsfähig
Behaviour-self_reliant = Selbstständig
Behaviour-fortitude = Standhaft
Behaviour-open_to_improvement = Offen für Verbesserung
Behaviour-culturally_sensitive = Kulturell einfühlsam
Behaviour-collaborative = Zur Zusammenarbeit fähig

## Auditierte Organisationen und Kriterien

AuditeeKind-own = Eigene Organisation oder ein Teil davon
AuditeeKind-supplier = Lieferant
AuditeeKind-client = Kunde der Zertifizierung
SiteKind-physical = Physischer Standort
SiteKind-virtual = Virtueller Standort
Implementation-implemented = Umgesetzt
Implementation-partly = Teilweise umgesetzt
Implementation-planned = Geplant
Implementation-not_implemented = Nicht umgesetzt
Implementation-unstated = Nicht angegeben
RequirementKind-clause = Abschnitt
RequirementKind-item = Punkt eines Abschnitts
RequirementKind-control = Maßnahme
SetState-in_use = In Verwendung
SetState-retired = Außer Verwendung
WordingState-attached = Hinterlegt
WordingState-removed = Entfernt

## Arbeitspapiere und Auditnachweise

NoteMethod-interview = Befragung
NoteMethod-observation = Beobachtung
NoteMethod-document_review = Prüfung dokumentierter Information
NoteMethod-technical_verification = Technische Prüfung
Evaluation-conforms = Konformität
Evaluation-does_not_conform = Nichtkonformität
Evaluation-not_applicable = Nicht anwendbar
Evaluation-not_audited = Nicht auditiert
Classification-public = Öffentlich
Classification-internal = Intern
Classification-confidential = Vertraulich
Classification-restricted = Nur für benannte Personen
PaperPurpose-test = Audittest
PaperPurpose-exclusion = Rechtfertigung eines Ausschlusses
PaperPurpose-previous_finding = Nichtkonformität aus einem früheren Audit
PaperState-open = Offen
PaperState-evaluated = Bewertet
PaperState-reviewed = Gegengeprüft
EvidenceForm-taken = Datei übernommen
EvidenceForm-seen = Eingesehen, nicht übernommen

## Stichproben

DrawMethod-simple = Einfache Zufallsstichprobe
DrawMethod-systematic = Systematische Stichprobe
DrawMethod-stratified = Geschichtete Stichprobe
DrawMethod-pps = Größenproportionale Auswahl
MethodTableState-in_use = In Gebrauch
MethodTableState-retired = Außer Gebrauch
TableContent-days = Tage nach Personen
TableContent-factors = Spannen nach Faktoren
TableContent-shares = Obergrenzen und Anteile
TableContent-frequencies = Stichprobenumfänge nach Häufigkeit
TableContent-weights = Gewichte und Abstände
Band-low = Niedrig
Band-medium = Mittel
Band-high = Hoch
DrawState-declared = Grundgesamtheit angegeben
DrawState-seeded = Startwert erzeugt
DrawState-drawn = Stichprobe gezogen
DrawState-abandoned = Aufgegeben

## Auditfeststellungen und Folgemaßnahmen

FindingKind-nonconformity = Nichtkonformität
FindingKind-opportunity_for_improvement = Verbesserungspotenzial
FindingKind-good_practice = Gute Praxis
Response-none = Noch keine Stellungnahme
Response-acknowledged = Anerkannt
Response-disputed = Bestritten
FindingState-drafted = Entwurf
FindingState-raised = Erhoben
FindingState-acknowledged = Anerkannt
FindingState-corrected = Korrigiert
FindingState-cause_found = Ursache ermittelt
FindingState-action_planned = Korrekturmaßnahme geplant
FindingState-plan_accepted = Maßnahmenplan angenommen
FindingState-implemented = Umgesetzt
FindingState-verified = Umsetzung verifiziert
FindingState-effectiveness_checked = Wirksamkeit geprüft
FindingState-closed = Abgeschlossen
FindingState-withdrawn = Zurückgezogen
FindingStage-drafted = Entwurf
FindingStage-raised = Erhoben
FindingStage-acknowledged = Anerkannt
FindingStage-corrected = Korrigiert
FindingStage-cause_found = Ursache ermittelt
FindingStage-action_planned = Korrekturmaßnahme geplant
FindingStage-plan_accepted = Maßnahmenplan angenommen
FindingStage-implemented = Umgesetzt
FindingStage-verified = Umsetzung verifiziert
FindingStage-effectiveness_checked = Wirksamkeit geprüft
FindingStage-closed = Abgeschlossen
FindingStage-withdrawn = Zurückgezogen
Turn-author = Wer Feststellungen verfasst
Turn-auditee = Die auditierte Organisation
Turn-leader = Leitung des Auditteams
Turn-auditor = Auditorin oder Auditor des Teams
FollowUpStep-correction = Korrektur
FollowUpStep-root_cause = Ursache
FollowUpStep-action_plan = Plan der Korrekturmaßnahme
FollowUpStep-implementation = Umsetzung
FollowUpStep-effectiveness = Wirksamkeit
Overdue-acknowledgement = Stellungnahme der auditierten Organisation
Overdue-plan = Korrektur, Ursache oder Maßnahmenplan
Overdue-implementation = Umsetzung
Overdue-effectiveness = Prüfung der Wirksamkeit

## Auditberichte

ReportState-draft = Entwurf
ReportState-reviewed = Geprüft
ReportState-approved = Freigegeben
ReportState-issued = Herausgegeben
ReportState-replaced = Durch neuere Fassung ersetzt
ReportStage-draft = Entwurf
ReportStage-reviewed = Geprüft
ReportStage-approved = Freigegeben
ReportStage-issued = Herausgegeben
ReportStage-replaced = Durch neuere Fassung ersetzt

## Zertifizierung

Recommendation-none = Keine Empfehlung vorgesehen
Recommendation-favourable = Befürwortend
Recommendation-favourable_once_corrected = Befürwortend nach Behandlung der Nichtkonformitäten
Recommendation-unfavourable = Ablehnend
Recommendation-ready_for_stage_2 = Bereit für Stufe 2
Recommendation-not_ready_for_stage_2 = Nicht bereit für Stufe 2
CertificationState-applied = Beantragt
CertificationState-certified = Zertifiziert
CertificationState-suspended = Ausgesetzt
CertificationState-withdrawn = Entzogen
CertificationState-refused = Verweigert
DecisionKind-grant = Zertifizierung erteilt
DecisionKind-refuse = Zertifizierung verweigert
DecisionKind-maintain = Zertifizierung aufrechterhalten
DecisionKind-renew = Zertifizierung erneuert
DecisionKind-suspend = Zertifizierung ausgesetzt
DecisionKind-restore = Zertifizierung wiederhergestellt
DecisionKind-withdraw = Zertifizierung entzogen
CycleStep-first_surveillance = Erste Überwachung
CycleStep-surveillance = Überwachung
CycleStep-recertification = Entscheidung über die Rezertifizierung
CycleStep-restoration = Wiederherstellung nach Ablauf
CycleStep-suspension_end = Ende der Aussetzung
ComplaintKind-complaint = Beschwerde
ComplaintKind-appeal = Einspruch
ComplaintState-received = Eingegangen
ComplaintState-assigned = Zugewiesen
ComplaintState-decided = Entschieden

Kind-audit_trail = Auditspur
Kinds-audit_trail = Auditspuren
Kind-mapping = Zuordnung
Kinds-mapping = Zuordnungen
Kind-trail_case = Verfolgte Auditspur
Kinds-trail_case = Verfolgte Auditspuren
MappingState-in_use = In Gebrauch
MappingState-retired = Außer Gebrauch
MappingRelation-changed = Geändert
MappingRelation-dropped = Entfallen
MappingRelation-equal = Gleich
MappingRelation-merged = Zusammengeführt
MappingRelation-moved = Verschoben
MappingRelation-new = Neu
MappingRelation-renumbered = Neu nummeriert
MappingRelation-split = Aufgeteilt

## Rechte

Kind-access_grant = Erteiltes Recht
Kinds-access_grant = Erteilte Rechte
GrantedRole-administrator = Verwaltung der Installation
GrantedRole-programme_manager = Leitung von Auditprogrammen
GrantedRole-reader = Leserecht
GrantedOver-organization = Die ganze Organisation
GrantedOver-programme = Ein Auditprogramm und seine Audits
GrantedOver-audit = Ein Audit
GrantState-given = Erteilt
GrantState-withdrawn = Entzogen

## Die Organisation auf ihren Dokumenten, und ihre Texte

Kind-house_text = Text der Organisation
Kinds-house_text = Texte der Organisation
Kind-text_use = Verwendeter Text
Kinds-text_use = Verwendete Texte
LogoMedia-png = PNG
LogoMedia-jpeg = JPEG
LogoMedia-svg = SVG
TextKind-confidentiality = Erklärung zur Vertraulichkeit
TextKind-opening_agenda = Tagesordnung der Eröffnungsbesprechung
TextKind-closing_agenda = Tagesordnung der Abschlussbesprechung
TextKind-plan_introduction = Einleitung des Auditplans
TextKind-report_introduction = Einleitung des Auditberichts
TextKind-sampling_limits = Grenzen der Stichprobe
TextKind-distribution = Hinweis zum Verteiler
TextKind-invitation = Einladung an die auditierte Organisation
HouseTextState-in_use = In Gebrauch
HouseTextState-retired = Außer Gebrauch

## Aussagen anderer

Kind-claim_set = Aussagen
Kinds-claim_set = Aussagen
ClaimKind-checklist = Antworten auf eine Checkliste
ClaimKind-findings = Feststellungen anderer
ClaimsState-standing = Gültig
ClaimsState-withdrawn = Zurückgezogen

## Tabellen, die zurückkamen

TableKind-papers = Arbeitspapiere
TableKind-findings = Feststellungen
TableKind-nonconformities = Nichtkonformitäten
TableKind-evidence = Nachweise
TableKind-several = mehrere Tabellen
ListKind-schedule = Terminplan
ListKind-statement = Erklärung zur Anwendbarkeit
ListKind-competence = Kompetenz
ListKind-people = Personen
ListKind-parts = Einheiten und Standorte
ListKind-calendar = Kalender
## Vorlagen von Dokumenten

Kind-template = Dokumentvorlage
Kinds-template = Dokumentvorlagen
Kind-template_choice = Gewählte Vorlage
Kinds-template_choice = Gewählte Vorlagen
DocumentKind-report = Auditbericht
DocumentKind-plan = Auditplan
DocumentKind-nonconformities = Nichtkonformitätsformulare
DocumentKind-corrective_actions = Korrekturmaßnahmenplan
DocumentKind-opening_meeting = Eröffnungsbesprechung: Tagesordnung und Teilnahme
DocumentKind-closing_meeting = Abschlussbesprechung: Tagesordnung und Teilnahme
DocumentKind-profile = Auditorenprofil
TemplateState-in_use = In Gebrauch
TemplateState-retired = Außer Gebrauch
## In the field

Kind-loan = Ausleihe
Kinds-loan = Ausleihen
Kind-field_act = Schritt aus dem Feld
Kinds-field_act = Schritte aus dem Feld
LoanState-out = Verliehen
LoanState-revoked = Widerrufen
FieldActState-waiting = Wartet auf eine Entscheidung
FieldActState-taken = Übernommen
FieldActState-settled = Nicht übernommen
Settlement-kept = Bestehendes behalten
Settlement-set_aside = Beiseitelegen
## Signatures on the spot

Kind-spot_signature = Unterschrift vor Ort
Kinds-spot_signature = Unterschriften vor Ort

## Der Verhaltenskodex

Principle-integrity = Integrität
Pledge-integrity = Ich auditiere ehrlich und verantwortungsvoll, übernehme nur, wofür ich kompetent bin, und lasse mein Urteil von niemandem beugen.
Principle-fair_presentation = Sachliche Darstellung
Pledge-fair_presentation = Ich berichte wahrheitsgemäß und vollständig, was ich festgestellt habe, mit den Hindernissen, auf die ich gestoßen bin, und den Meinungen, in denen die auditierte Organisation und wir noch auseinandergehen.
Principle-due_professional_care = Angemessene berufliche Sorgfalt
Pledge-due_professional_care = Ich wende die Sorgfalt auf, die die Aufgabe und das in mich gesetzte Vertrauen verlangen, und denke nach, bevor ich urteile.
Principle-confidentiality = Vertraulichkeit
Pledge-confidentiality = Ich schütze, was ich erfahre, verwende es allein für das Audit und gehe mit sensiblen Informationen so um, wie ihr Eigentümer es verlangt.
Principle-independence = Unabhängigkeit
Pledge-independence = Ich auditiere nichts, was ich selbst getan oder verantwortet habe, lege jede Beziehung offen, die mich beeinflussen könnte oder diesen Anschein erweckt, und stütze Feststellungen allein auf Nachweise.
Principle-evidence_based_approach = Faktengestützter Ansatz
Pledge-evidence_based_approach = Ich ziehe Schlüsse nur aus Nachweisen, die auch jemand anderes prüfen könnte, und bilde Stichproben so, dass auf die Schlussfolgerung Verlass ist.
Principle-risk_based_approach = Risikobasierter Ansatz
Pledge-risk_based_approach = Ich verwende die Zeit des Audits dort, wo sie für den Auditauftraggeber und die Ziele des Programms am meisten zählt.

## Kompetenzgebiete

Area-isms = Informationssicherheitsmanagement
Area-audit = Auditieren
Area-cloud = Cloud-Dienste
AreaShort-isms = ISMS

## Sprachen

Language-bg = Bulgarisch
Language-hr = Kroatisch
Language-cs = Tschechisch
Language-da = Dänisch
Language-nl = Niederländisch
Language-en = Englisch
Language-et = Estnisch
Language-fi = Finnisch
Language-fr = Französisch
Language-de = Deutsch
Language-el = Griechisch
Language-hu = Ungarisch
Language-ga = Irisch
Language-it = Italienisch
Language-lv = Lettisch
Language-lt = Litauisch
Language-mt = Maltesisch
Language-pl = Polnisch
Language-pt = Portugiesisch
Language-ro = Rumänisch
Language-sk = Slowakisch
Language-sl = Slowenisch
Language-es = Spanisch
Language-sv = Schwedisch
Language-ar = Arabisch
Language-hi = Hindi
Language-ig = Igbo
Language-ja = Japanisch
Language-ko = Koreanisch
Language-no = Norwegisch
Language-ru = Russisch
Language-ta = Tamil
Language-tr = Türkisch
Language-uk = Ukrainisch
Language-zh = Chinesisch
