## Die festen Texte der Dokumente. Ein Wert steht für das, was die Vorlage an seine Stelle setzt. Meldungen, die mit `count-` beginnen, richten sich nach einer Zahl.

# Daten und Zahlen.
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = März
month-short-4 = Apr.
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Okt.
month-short-11 = Nov.
month-short-12 = Dez.
date = { $day }. { $month } { $year }
date-short = { $day }. { $month } { $year }
span = { $from } bis { $to }
span-month = { $from }. bis { $to }. { $month } { $year }
span-year = { $from }. { $month } bis { $to }
on-day = am { $day }
from-to = vom { $span }
decimal-sign = ,
bytes = B
kibibytes = KiB
mebibytes = MiB

# Arten, Einstufungen, Bewertungen.
nonconformity = Nichtkonformität
opportunity_for_improvement = Verbesserungsmöglichkeit
good_practice = Gute Praktik
evaluation-conforms = Konform
evaluation-does_not_conform = Nicht konform
evaluation-not_applicable = Nicht anwendbar
evaluation-not_audited = Nicht auditiert
evaluation-open = offen
met-yes = Erreicht
met-partly = Teilweise erreicht
met-no = Nicht erreicht
found-yes = Gefunden
found-partly = Teilweise gefunden
found-no = Nicht gefunden

# Jede Seite.
audit-report = Auditbericht
review-report = Prüfung der dokumentierten Information
review-no-evaluation = Dokumentenprüfung – keine Bewertung
description-audit = Auditbericht, { $id }, Fassung { $version }
description-review = Dokumentenprüfung ohne Bewertung, { $id }, Fassung { $version }
attached = Der Inhalt dieses Berichts in kanonischer Form
watermark = ENTWURF
draft = Entwurf
footer = { $id }, Fassung { $version }
page = Seite { $page } von { $pages }
annex = Anhang
none = keine
other = übrige
no-language = Die Sprache dieses Berichts ist { $tag }. Überschriften und feste Texte stehen auf Englisch, weil es sie in dieser Sprache nicht gibt.

# Das Titelblatt.
audit-client = Auditauftraggeber
audit-type = Art des Audits
review-date = Datum der Prüfung
audit-dates = Daten des Audits
document = Dokument
document-version = { $id }, Fassung { $version }
status = Status
status-draft = Entwurf
status-reviewed = Geprüft, noch nicht freigegeben
status-approved = Freigegeben
status-marked = { $status } (als Entwurf gekennzeichnet)
made = Erzeugt
made-by = { $day }, { $time } UTC, mit { $producer }
content-digest = Prüfsumme des Inhalts

# Über dieses Dokument.
about = Über dieses Dokument
review-notice-title = Dies ist eine Dokumentenprüfung.
review-notice = Sie sagt, welche dokumentierte Information gefordert ist und wo sie gefunden wurde. Sie bewertet nichts: Sie enthält keine Auditfeststellung, keine Bewertung und keine Schlussfolgerung und ist kein Auditbericht.
step = Schritt
name = Name
function = Funktion
day = Datum
not-yet = noch nicht
written = Geschrieben
reviewed = Geprüft
approved = Freigegeben
versions = Fassungen
version-only = Dies ist Fassung { $version }. Sie ändert keine frühere Fassung.
version = Fassung
reason = Grund
distribution = Verteiler
organization = Organisation
no-distribution = Noch ist kein Verteiler festgelegt.
confidentiality = Vertraulichkeit
no-confidentiality = Zur Vertraulichkeit des Inhalts ist nichts gesagt.
checking = Wie dieses Dokument geprüft werden kann
checking-report = Der Inhalt dieses Berichts ist dem PDF als { $file } beigefügt. Sein SHA-256, wie { $tool } ihn ausgibt, ist die Prüfsumme auf dem Titelblatt. Freigegeben ist der Inhalt mit dieser Prüfsumme.
contents = Inhalt

# Die Zusammenfassung.
summary = Zusammenfassung
summary-carried = Das Audit der Organisation { $auditee } wurde { $when } durchgeführt.
summary-carried-in = Das Audit der Organisation { $auditee } wurde { $when } durchgeführt ({ $duration }).
no-tests = Es sind keine Audittests verzeichnet.
count-evaluated = { $total ->
    [one] Von einem Audittest
   *[other] Von { $total } Audittests
} ergaben { $conforms } Konformität und { $fails } Nichtkonformität; { $not_applicable } waren nicht anwendbar, { $not_audited ->
    [one] einer wurde nicht durchgeführt
   *[other] { $not_audited } wurden nicht durchgeführt
}{ $open ->
    [0] .
    [one] , und einer ist noch offen.
   *[other] , und { $open } sind noch offen.
}
count-findings = { $findings ->
    [0] Es wurde keine Auditfeststellung erhoben.
    [one] Das Team hat eine Auditfeststellung erhoben.
   *[other] Das Team hat { $findings } Auditfeststellungen erhoben.
}
count-nonconformities = { $nonconformities ->
    [0] Keine davon ist eine Nichtkonformität.
    [one] Eine davon ist eine Nichtkonformität.
   *[other] Davon sind { $nonconformities } Nichtkonformitäten.
}
conclusion = Schlussfolgerung
recommendation = Empfehlung.
not-concluded = Die Auditschlussfolgerungen sind noch nicht gezogen.

# Bilder.
picture-findings = Auditfeststellungen nach Art und Einstufung
picture-kind = Art und Einstufung
picture-number = Anzahl
picture-left-out = nicht gezeigt
picture-pareto = Auditfeststellungen nach Anforderung
picture-pareto-what = Die Anforderungen mit den meisten Auditfeststellungen und ihr Anteil an allen.
picture-pareto-none = Keine Auditfeststellung nennt eine Anforderung.
picture-clause = Anforderung
picture-major = Nichtkonformität der schwersten Einstufung
picture-minor = Nichtkonformität einer leichteren Einstufung
picture-total = Alle
picture-cumulative = Kumulierter Anteil
picture-evaluations = Bewertungen nach Abschnitt der Auditkriterien
picture-evaluations-what = Wie viele Audittests jedes Abschnitts zu welcher Bewertung kamen.
picture-evaluations-none = Kein Audittest wurde bewertet.
picture-open = Offen
picture-section = Abschnitt
picture-ageing = Alter der offenen Nichtkonformitäten früherer Audits
picture-ageing-what = Wie viele Tage jede offen ist und bis wann sie fällig ist.
picture-ageing-none = Keine Nichtkonformität eines früheren Audits ist offen.
picture-nonconformity = Nichtkonformität
picture-grade = Einstufung
picture-opened = Erhoben
picture-due = Fällig
picture-days = Tage offen
picture-overdue = Tage überfällig
clause-4 = Kontext
clause-5 = Führung
clause-6 = Planung
clause-7 = Unterstützung
clause-8 = Betrieb
clause-9 = Leistung
clause-10 = Verbesserung
clause-A5 = Organisatorisch
clause-A6 = Personen
clause-A7 = Physisch
clause-A8 = Technologisch

# Einzelheiten.
details = Einzelheiten des Audits
review-details = Einzelheiten der Prüfung
parties = Beteiligte Organisationen
auditing-organization = Auditierende Organisation
auditee = Auditierte Organisation
units = Einheiten und Funktionen
processes = Prozesse
objectives = Auditziele
no-objectives = Es sind keine Auditziele verzeichnet.
scope = Auditumfang
no-scope = Es ist kein Auditumfang verzeichnet.
scope-changed = Der Auditumfang wurde während des Audits geändert:
criteria = Auditkriterien
no-criteria = Es sind keine Auditkriterien verzeichnet.
soa = Erklärung zur Anwendbarkeit: { $soa }.
methods = Auditmethoden
no-methods = Die Auditmethoden sind nicht beschrieben.
remote-none = Kein Teil des Audits wurde aus der Ferne durchgeführt.
remote = { $percent } Prozent des Audits wurden aus der Ferne durchgeführt.
dates = Daten
dates-locations = Daten und Standorte
review-carried = Die Prüfung wurde { $when } durchgeführt.
review-carried-in = Die Prüfung wurde { $when } durchgeführt, Aufwand: { $duration }.
audit-carried = Das Audit wurde { $when } durchgeführt.
audit-carried-in = Das Audit wurde { $when } durchgeführt, Aufwand: { $duration }.
no-visit = Es wurde kein Standort besucht.
location = Standort
kind = Art
place = Anschrift oder Plattform
dates-of = Daten
physical = physisch
virtual = virtuell
not-stated = nicht angegeben
no-locations = Es sind keine Standorte verzeichnet.
team = Auditteam und Unparteilichkeit
role = Rolle
competence = Eingebrachte Kompetenz
directed-by = unter Anleitung von
none-recorded = keine verzeichnet
safeguards = Maßnahmen zum Schutz der Unparteilichkeit:
no-safeguards = Es ist keine Gefährdung der Unparteilichkeit verzeichnet, die eine Schutzmaßnahme erfordert hätte.
no-team = Es ist kein Auditteam verzeichnet.
one-auditor = Ein einzelner Auditor.
participants = Beteiligte der auditierten Organisation
no-participants = Es sind keine Beteiligten der auditierten Organisation verzeichnet.
meetings = Besprechungen
no-meetings = Es sind keine Besprechungen verzeichnet.
present = Anwesend:
plan = Der Auditplan, wie er durchgeführt wurde
when = Wann
subject = Gegenstand und Anforderungen
where = Wo
people = Auditoren und auditierte Organisation
departure = Abweichung:
no-sessions = Es sind keine Termine verzeichnet.
process = Der Auditprozess und was ihm im Weg stand
no-process = Es ist keine Zusammenfassung des Auditprozesses geschrieben.
obstacles = Hindernisse, die sich auf die Verlässlichkeit der Schlussfolgerungen auswirken:
no-obstacles = Es ist kein Hindernis für verlässliche Schlussfolgerungen verzeichnet.
not-covered = Nicht abgedeckte Bereiche
not-covered-what = Im Auditumfang, nicht abgedeckt
why = Warum
all-covered = Es ist kein Bereich im Auditumfang als nicht abgedeckt gemeldet.
omitted-because = In diesem Bericht ausgelassen: { $reason }

# Auditfeststellungen.
findings = Auditfeststellungen
finding-titled = Auditfeststellung { $number }: { $title }
no-findings = Es wurde keine Auditfeststellung erhoben. Was geprüft wurde und was jeder Audittest ergab, steht im Anhang der Audittests.
findings-about = Eine Nichtkonformität ist die Nichterfüllung einer Anforderung. Eine Verbesserungsmöglichkeit lässt der auditierten Organisation die Wahl; eine Antwort darauf wird nicht verlangt. Die Auditfeststellungen sind in der Reihenfolge nummeriert, in der sie erhoben wurden.
number = Nr.
kind-grade = Art und Einstufung
title = Titel
requirement = Anforderung
breaches = Außerdem verletzte Abschnitte
objective-evidence = Objektiver Nachweis
rests-on = Beruht auf
from-tests = Aus den Audittests: { $tests }.
answer = Antwort der auditierten Organisation
acknowledged = Anerkannt von { $by } am { $day }.
disputed = Bestritten
disputed-by = von { $by } am { $day }. Die abweichende Auffassung:
unanswered = Die auditierte Organisation hat noch nicht geantwortet.
due = Fällig
agreed = Vereinbarte Folgemaßnahmen
by-day = bis { $day }
stands = Stand:
good-practices = Gute Praktiken
no-good-practices = Es wurde keine gute Praktik hervorgehoben.
named-practices = Gute Praktiken, von denen andere lernen können, nach den Nummern ihrer Auditfeststellungen: { $numbers }.
previous = Nichtkonformitäten früherer Audits
previous-unread = Nichtkonformitäten früherer Audits wurden nicht betrachtet.
no-previous = Die Aufzeichnungen enthalten keine Nichtkonformität eines früheren Audits, die nachzuverfolgen war.
previous-number = Nummer
grade = Einstufung
verified = Verifiziert
not-verified = nicht verifiziert

# Abschluss.
conclusions = Auditschlussfolgerungen
conformity = Ausmaß der Konformität
degree = Grad der Erfüllung der Auditkriterien
no-degree = Noch nicht angegeben.
effectiveness = Wirksamkeit des Managementsystems
trends = Trends
objective = Auditziel
outcome = Ergebnis
objective-open = nicht beurteilt
no-reason = kein Grund angegeben
objectives-open = Ob die Auditziele erreicht wurden, ist nicht beurteilt.
diverging = Abweichende Auffassungen
diverging-findings = Die auditierte Organisation bestreitet diese Auditfeststellungen; die Auffassung steht bei jeder: { $numbers }.
auditee-holds = Die auditierte Organisation meint
team-holds = Das Auditteam meint
diverging-unread = Ob andere Auffassungen ungelöst blieben, ist nicht verzeichnet.
no-other-diverging = Keine andere Auffassung blieb ungelöst.
no-diverging = Keine abweichende Auffassung blieb ungelöst.
limits = Grenzen dieses Audits
no-limits = Zur Stichprobe ist noch nichts gesagt.
count-unreviewed = { $count ->
    [one] Eine Bewertung hat niemand außer der bewertenden Person geprüft; der Anhang der Audittests sagt, welche.
   *[other] { $count } Bewertungen hat niemand außer der bewertenden Person geprüft; der Anhang der Audittests sagt, welche.
}
follow-up = Folgemaßnahmen
dates-due = Fristen
finding = Feststellung
actions = Vereinbarte Maßnahmen
action = Maßnahme
owner = Verantwortlich
by = Bis
general = allgemein
not-named = nicht genannt
no-date = ohne Datum
no-follow-up = Es sind keine Folgemaßnahmen vereinbart.
implications = Folgen für spätere Audits
no-implications = Es ist keine Folge für das Auditprogramm verzeichnet.
certification = Zertifizierung
not-written = Noch nicht geschrieben.
trails = Auditpfade und Auditmethoden
risk-analysis = Die Analyse der Informationssicherheitsrisiken
remote-auditing = Fernauditierung
comparison = Vergleich mit früheren Audits
complaints = Beschwerden und Einsprüche
no-complaints = Wie man sich beschwert oder Einspruch erhebt, ist nicht angegeben.

# Anhänge.
tests = Audittests
no-tests-annex = Es sind keine Audittests verzeichnet.
tests-prepared = Diese Audittests sind für das Audit vorbereitet; keiner ist bewertet.
tests-about = Jeder Audittest mit seinem Ergebnis und dem Grund, wer ihn bewertet und wer ihn sonst geprüft hat. Nachweise sind mit ihrem Zeichen im Nachweisverzeichnis und den ersten zwölf Stellen ihres SHA-256 genannt.
test = Audittest
evaluation = Bewertung
evaluated-by = Bewertet von
evidence = Nachweise
findings-of = Auditfeststellungen: { $numbers }
not-recorded = nicht verzeichnet
unreviewed = sonst von niemandem geprüft
reviewed-by = geprüft von { $by }
papers = Arbeitspapiere
no-papers = Es ist kein Arbeitspapier geschrieben.
paper-titled = { $id }: { $title }
paper-requirement = Anforderung:
paper-evaluation = Bewertung:
no-notes = Keine Notizen.
population = Grundgesamtheit
sample = Stichprobe
sample-of = { $size } von { $population }
selection = Auswahl
result = Ergebnis
documents = Dokumentierte Information
concerns-left = Bedenken, die die Dokumentenprüfung dem Audit überlassen hat
demanded = Was gefordert war und wo es gefunden wurde
register = Nachweisverzeichnis
no-evidence = Es sind keine Nachweise verzeichnet.
source-digest = Quelle und SHA-256
taken-seen = Entnommen oder gesehen
taken = entnommen
seen = gesehen, nicht entnommen
left-out = Ausgelassene Punkte
left-out-about = Diese Punkte der Checkliste des Berichts treffen auf dieses Audit nicht zu.
item = Punkt
omitted-why = Warum er ausgelassen ist

# Die Prüfung der dokumentierten Information.
review-outcome = Ergebnis der Prüfung
review-outcome-word = Ergebnis.
no-review = Noch ist keine dokumentierte Information geprüft.
demanded-found = Geforderte und gefundene dokumentierte Information
demanded-items = Geforderte dokumentierte Information
items = Anzahl
found-note = Dass ein Dokument gefunden wurde, sagt nichts darüber, ob es geeignet und angemessen ist oder befolgt wird.
concerns = Bedenken, denen im Audit nachzugehen ist
no-concern = Es gibt keine Bedenken.
about-what = Worüber
missing = Was fehlt
consequence = Was das für das Audit bedeutet
no-documents = Es wurde keine dokumentierte Information gesucht.
document-name = Dokumentierte Information
found = Gefunden
found-where = Wo
nowhere = nirgends im Übergebenen
unread = Dateien, die nicht gelesen werden konnten
all-read = Jede Datei wurde gelesen.
file = Datei

# Punkte der Checkliste des Berichts.
item-objectives = Auditziele
item-scope = Auditumfang
item-client = Auditauftraggeber
item-team = Auditteam
item-participants = Beteiligte der auditierten Organisation
item-dates = Daten
item-locations = Standorte
item-criteria = Auditkriterien
item-findings = Auditfeststellungen
item-conclusions = Auditschlussfolgerungen
item-degree_met = Grad der Erfüllung der Auditkriterien
item-diverging_opinions = Abweichende Auffassungen
item-sampling = Stichprobe
item-distribution = Verteiler
item-plan = Der Auditplan, wie er durchgeführt wurde
item-process = Auditprozess
item-obstacles = Hindernisse
item-objectives_met = Ob die Auditziele erreicht wurden
item-not_covered = Nicht abgedeckte Bereiche
item-summary = Zusammenfassung
item-good_practices = Gute Praktiken
item-follow_up = Folgemaßnahmen
item-confidentiality = Vertraulichkeit
item-programme_implications = Folgen für das Auditprogramm
item-complaints = Beschwerden und Einsprüche
item-certification_soa = Erklärung zur Anwendbarkeit
item-certification_trails = Auditpfade und Auditmethoden
item-certification_risk_analysis = Risikoanalyse
item-certification_remote = Fernauditierung
item-certification_comparison = Vergleich mit früheren Audits

# Das Blatt einer Methode.
sheet = Methodenblatt
sheet-description = Methodenblatt, { $id }
sheet-attached = Dieses Blatt in kanonischer Form
for-whom = Für
method = Methode
carried-out = Angewandt
carried-by = von { $by } am { $day }
value = Wert
steps = Schritte
no-steps = Es ist kein Schritt verzeichnet.
steps-about = In der Reihenfolge, in der sie gerechnet werden. Eine Zahl in Klammern nennt, worauf ein Schritt beruht; die Quellen stehen unten. Ein Schritt ohne Zahl ist bloße Rechnung.
what = Was
working = Rechnung
steps-rest = Worauf die Schritte beruhen
inputs = Eingaben
no-inputs = Es sind keine Eingaben verzeichnet.
input = Eingabe
checking-sheet-title = Wie dieses Blatt geprüft werden kann
checking-sheet = Rechnen Sie die Schritte von Hand nach oder rufen Sie die Methode { $command } mit den Eingaben oben auf. Dieses Blatt ist dem PDF als { $file } beigefügt; der SHA-256 dieser Datei, wie { $tool } ihn ausgibt, ist
yes = ja
no = nein

# Signatures.
signatures = Unterschriften
signed-what = Wer was unterschrieben hat
signed-how = Wie
signed-when = Wann
signed-at = { $time } UTC
signed-passkey = Mit einem Passkey, über die Prüfsumme:
signed-passphrase_and_code = Mit Passphrase und Einmalcode, vom Server bezeugt; die Prüfsumme:
signed-unsigned = Vom Betrieb des Servers bezeugt, nicht unterschrieben
sign-report_review = Ich habe den Auditbericht mit diesem Inhalt geprüft.
sign-report_approve = Ich gebe den Auditbericht mit diesem Inhalt frei.
sign-report_issue = Ich gebe den Auditbericht mit diesem Inhalt heraus.
signed-about = Jede Prüfsumme ist die der unterschriebenen Erklärung; diese nennt die Prüfsumme des Inhalts dieses Berichts, die auf dem Deckblatt steht. Das Journal der Aufzeichnung enthält die Unterschriften.

# Documents beside the report.
doc-plan = Auditplan
doc-nonconformities = Nichtkonformitätsbericht
doc-corrective-actions = Korrekturmaßnahmenplan
doc-opening-meeting = Eröffnungsbesprechung
doc-closing-meeting = Abschlussbesprechung
doc-profile = Auditorenprofil
doc-attached = Was dieses Dokument sagt, in kanonischer Form
doc-held = Abgehalten
doc-not-held = noch nicht
doc-replaces = Diese Fassung ersetzt die vorige.
doc-scope-criteria = Auditumfang und Auditkriterien
doc-soa = Erklärung zur Anwendbarkeit
doc-days = Auditzeit
doc-sessions = Ablauf
doc-team = Auditteam
doc-contacts = Ansprechpersonen der auditierten Organisation
doc-items = Was außerdem geplant ist
doc-said = Festlegung
doc-omitted = Passt nicht zu diesem Audit: { $reason }
doc-not-said = Noch nicht festgelegt.
doc-agenda = Tagesordnung
doc-point = Punkt
doc-noted = Vermerke
doc-covered = behandelt
doc-not-covered = nicht behandelt
doc-minutes = Protokoll
doc-attendance = Teilnahme
doc-expected = Die Besprechung ist noch nicht aufgezeichnet. Die folgenden Personen werden erwartet.
doc-signature = Unterschrift
doc-signed = unterzeichnet am { $day }
doc-leader-signs = Auditteamleitung, Datum
doc-auditor-signs = Auditor/in, Datum
doc-auditee-signs = Für die auditierte Organisation, Datum
doc-nonconformity = Nichtkonformität { $number }: { $title }
doc-no-nonconformities = Es wurde keine Nichtkonformität erhoben.
doc-raised-by = Erhoben von
doc-statement = Feststellung
doc-correction = Korrektur
doc-cause = Ursache
doc-action = Korrekturmaßnahme
doc-given-by = Angegeben von
doc-accepted = Plan angenommen von
doc-implementation = Umsetzung
doc-verification = Verifizierung durch das Auditteam
doc-effectiveness = Wirksamkeit
doc-pending = Noch nicht.
doc-due = Noch nicht; fällig am { $day }.
doc-closed = Abgeschlossen von { $by } am { $day }.
doc-actions-all = Übersicht
doc-actions-each = Nichtkonformität für Nichtkonformität
doc-owner-due = Verantwortlich, fällig
doc-credentials = Kompetenz
doc-no-credentials = Das Verzeichnis enthält keinen Kompetenznachweis.
doc-area = Gebiet
doc-valid = Erworben oder gültig
doc-since = seit { $day }
doc-development = Laufende Weiterbildung
doc-no-development = Es ist keine Weiterbildung aufgezeichnet.
doc-what = Was getan wurde
doc-hours = Stunden
doc-audits = Audits
doc-no-audits = Es ist kein Audit aufgeführt.
doc-audit = Audit und auditierte Organisation
doc-last-day = Letzter Tag, Tage
doc-to-come = steht bevor
doc-evaluations = Bewertungen
doc-no-evaluations = Es ist keine Bewertung aufgeführt.
doc-by-whom = Bewertet von
doc-shown = Gezeigtes Verhalten
doc-not-shown = Nicht gezeigt
doc-followed = Was folgte
doc-languages = Sprachen
doc-code = Verhaltenskodex

# Items of the plan and of the meetings.
item-audit-plan-objectives = Ziele des Audits
item-audit-plan-scope = Auditumfang: Organisation, Funktionen, Prozesse
item-audit-plan-criteria = Auditkriterien und Bezugsdokumente, mit der Fassung der Erklärung zur Anwendbarkeit
item-audit-plan-schedule = Standorte, Termine, Zeiten und Dauer, Besprechungen mit der Leitung
item-audit-plan-familiarization = Was das Team braucht, um Einrichtungen und Prozesse zu kennen
item-audit-plan-methods = Methoden, und wie weit Nachweise als Stichprobe erhoben werden
item-audit-plan-roles = Rollen von Team, Betreuern, Beobachtern und Dolmetschern
item-audit-plan-resources = Ressourcen, nach Risiken und Chancen des Auditierten
item-audit-plan-representative = Wer die auditierte Organisation vertritt
item-audit-plan-language = Arbeits- und Berichtssprache
item-audit-plan-report-topics = Themen des Berichts
item-audit-plan-logistics = Anreise, Kommunikation, Vorkehrungen an den Standorten
item-audit-plan-risk-actions = Maßnahmen gegen Risiken für das Erreichen der Ziele
item-audit-plan-confidentiality = Vertraulichkeit und Informationssicherheit: Zugang zu sensibler Information, und ob Kopien genommen werden dürfen
item-audit-plan-earlier-follow-up = Folgemaßnahmen aus früheren Audits und anderen Quellen
item-audit-plan-follow-up = Folgemaßnahmen dieses Audits
item-audit-plan-coordination = Abstimmung mit anderen Audits
item-opening-meeting-introductions = Wer da ist, und in welcher Rolle
item-opening-meeting-objectives-scope-criteria = Ziele, Umfang und Kriterien
item-opening-meeting-plan = Der Auditplan und Änderungen daran
item-opening-meeting-communication = Wege der Kommunikation zwischen Team und auditierter Organisation
item-opening-meeting-language = Sprache des Audits
item-opening-meeting-keeping-informed = Wie die auditierte Organisation vom Fortschritt erfährt
item-opening-meeting-resources = Mittel und Einrichtungen, die das Team braucht
item-opening-meeting-confidentiality = Vertraulichkeit und Informationssicherheit
item-opening-meeting-safety-access = Arbeitsschutz, Zutritt, Notfälle
item-opening-meeting-reporting = Wie Auditfeststellungen berichtet und eingestuft werden
item-opening-meeting-termination = Unter welchen Bedingungen das Audit vorzeitig enden kann
item-opening-meeting-closing-meeting = Die Abschlussbesprechung: wann, und wozu
item-opening-meeting-feedback = Wie man Rückmeldung gibt, sich beschwert oder Einspruch erhebt
item-closing-meeting-sample = Dass die Nachweise eine Stichprobe waren und nicht das Ganze zeigen müssen
item-closing-meeting-reporting = Wie und wann der Bericht kommt
item-closing-meeting-addressing = Wie mit Auditfeststellungen umzugehen ist, und bis wann
item-closing-meeting-consequences = Was folgt, wenn Feststellungen nicht behandelt werden
item-closing-meeting-presentation = Feststellungen und Schlussfolgerungen, so dass sie verstanden und zur Kenntnis genommen werden
item-closing-meeting-diverging-opinions = Abweichende Meinungen: besprochen, möglichst geklärt, sonst aufgezeichnet
item-closing-meeting-follow-up = Folgemaßnahmen nach dem Audit
item-closing-meeting-complaints = Beschwerden und Einsprüche

# Results attached to the report.
attached-results = Die Ergebnisse des Audits als Daten
checking-beside = Für andere Programme außerdem beigefügt:

## Signatures on the spot

doc-spot = Vor Ort unterschrieben
doc-attested = Unterschrieben am { $day }, bezeugt von { $by }
doc-text-signed = Unterschriebener Text: SHA-256 { $digest }…
doc-text-earlier = Das Protokoll wurde seither berichtigt: Diese Unterschrift gilt dem früheren Text.
doc-by-passkey = Mit einem Passkey unterschrieben
doc-drawn = Gezeichnete Unterschrift von { $name }
