## Die Seiten über Vorbereitung und Durchführung eines Audits.

audit-tab-team = Team
audit-tab-documents = Dokumente
audit-tab-plan = Plan
audit-tab-work = Zuteilung
audit-tab-meetings = Besprechungen
stamped = { $at }, { $who }
recorded = Eingetragen { $stamp }
save = Speichern
and-more = … und { $count } weitere
picture-left-out = nicht gezeigt

weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

## Das Team.

team-bound = Verhaltenskodex, Interessen
team-directed-by = unter Anleitung von { $name }
team-code-accepted = Kodex angenommen
team-code-missing = Kodex nicht angenommen
team-declared = Interessen erklärt
team-declaration-missing = keine Erklärung der Interessen
team-lapsed = Würde heute nicht berufen
team-dismiss = { $name } entlassen
team-dismiss-short = Entlassen
team-safeguard = { $relation }: { $measure } (genehmigt { $approved })
team-areas = Kompetenz, die das Audit braucht
team-areas-later = Welche Kompetenz das Audit braucht, wird beim Veranlassen festgelegt.
team-areas-none = Das Audit nennt kein Kompetenzgebiet, das das Team gemeinsam abdecken muss.
team-area-nobody = bringt niemand mit
team-candidates = Wer noch berufen werden könnte
team-candidates-about = Zu jeder Person wird mit heutigem Stand gefragt, ob sie in die Rolle berufen werden dürfte, und wenn nicht, nach welcher Regel.
team-candidates-none = Alle Personen auf dieser Seite des Verzeichnisses gehören zum Team.
team-fits = Geeignet als: { $role }
team-fits-safeguards = Mit Schutzmaßnahme als: { $role }
team-fits-not = Nicht als: { $role }
team-brings = bringt { $areas } mit
team-absent = Abwesend { $period }
team-appoint = { $name } berufen
team-appoint-short = Berufen
team-reasons = { $count ->
    [one] und eine weitere Regel
   *[other] und { $count } weitere Regeln
}
team-shown = { $area }: { $by }, { $shown } von { $asked }
team-bar = { $kind }: sperrt bis { $until } ({ $source })
team-bar-open = { $kind }: sperrt, solange sie besteht ({ $source })
team-more = Weitere des Verzeichnisses
team-complete = Team vervollständigen
team-is-complete = Das Team ist vollständig.

## Dokumentierte Information.

documents-conclusion = Ergebnis der Prüfung
documents-demanded = Was die Auditkriterien fordern
documents-none-demanded = Die Kriteriensätze des Audits sagen von keiner dokumentierten Information, dass sie gefordert ist. Übernehmen Sie sie aus einem Katalog, oder nennen Sie in der Prüfung, wonach gesucht wurde.
documents-not-initiated = Was dokumentiert sein muss, folgt aus den Auditkriterien. Sie werden beim Veranlassen des Audits vereinbart.
documents-yes = { $count } gefunden
documents-partly = { $count } teilweise gefunden
documents-no = { $count } nicht gefunden
documents-unseen = { $count } noch nicht gesucht
document-yes = gefunden
document-partly = teilweise gefunden
document-no = nicht gefunden
document-unseen = noch nicht gesucht
document-concern = { $missing } – { $consequence }
documents-review-again = Erneut prüfen
documents-search = In den Dokumenten suchen
documents-search-words = Wörter
documents-search-help = Dokumente, die alle Wörter enthalten. Ein Wort mit * am Ende steht für seinen Anfang.
documents-search-go = Suchen
document-open = Datei speichern: { $name }
document-open-short = Datei speichern
documents-all = Dokumente des Audits
documents-empty = Noch wurde kein Dokument übernommen. Fordern Sie von der auditierten Organisation an, was die Kriterien verlangen, und übernehmen Sie hier, was kommt.
document-size = Größe
document-digest = SHA-256
document-reading = Text
reading-read = gelesen und durchsuchbar
reading-waiting = wartet darauf, gelesen zu werden
reading-withheld = nur für benannte Personen: weder gelesen noch durchsucht
reading-unsupported = in einem Format, das nicht gelesen wird
reading-unreadable = nicht lesbar: { $why }
documents-take = Dokumente übernehmen
review-about = Gehen Sie durch, was die Kriterien fordern. Geben Sie an, wie weit es gefunden wurde und durch welche Dokumente, mit deren Nummern in der Liste; lassen Sie aus, wonach nicht gesucht wurde. Eine Prüfung ersetzt die vorige.
review-found = Gefunden
review-documents = Dokumente, nach Nummer
review-remark = Bemerkung
review-missing = Bedenken: was fehlt
review-consequence = Was das für das Audit bedeutet
review-no-number = kein Dokument hat die Nummer { $number }
review-more = Bemerkung und Bedenken
review-outcome = Ergebnis
review-numbers = Die Dokumente nach Nummer
review-other-concerns = Weitere Bedenken, die bleiben
review-keep = Behalten: { $concern }

## Der Plan.

plan-begin = Auditplan beginnen
plan-add-session = Sitzung hinzufügen
plan-change-session = Sitzung ändern
plan-drop-session = Sitzung streichen
plan-change = Ändern
plan-change-named = Ändern: { $session }
plan-say-item = Sagen, was fehlt
plan-session-about = Die Zeiten gelten in der Zeitzone der Sitzung. Der übrige Plan bleibt, wie er ist.
plan-item-about = Sagen Sie, was der Plan zu diesem Punkt festlegt, oder warum er nicht zu diesem Audit passt. Der übrige Plan bleibt, wie er ist.
plan-anew-about = Der Plan wurde vorgelegt; diese Änderung ergibt deshalb eine neue Fassung. Die auditierte Organisation erfährt den Grund.
plan-part-gone = Inzwischen hat jemand dies gestrichen. Noch einmal gesendet, wird es wieder aufgenommen.
plan-not-yet = Es gibt noch keinen Auditplan. Er wird geschrieben, sobald das Audit veranlasst ist: wer mit wem spricht, wann, wo und worüber.
plan-zone = Zeiten in { $zone }
plan-print = Drucken
plan-print-title = Auditplan: { $audit }
plan-print-back = Zurück zum Plan
plan-sessions = Sitzungen
plan-sessions-empty = Noch keine Sitzung. Beginnen Sie mit der Eröffnungsbesprechung, dann je Prozess und Auditor eine Sitzung.
plan-calendar = Sitzungen nach Tag und Auditor, ab { $day }
plan-calendar-about = Die Sitzungen des Auditplans: Tage untereinander, Auditoren nebeneinander, die Zeit nach unten.
plan-day = Tag
plan-time = Zeit
plan-session = Sitzung
plan-clash = Zugleich in zwei Sitzungen
plan-objections-empty = Die auditierte Organisation hat keinen Einwand gegen diese Fassung erhoben.
plan-items = Was der Plan festlegt
plan-item-omitted = Nicht zutreffend:
plan-item-missing = Noch nicht festgelegt; dies steht in jedem Plan.
plan-item-unsaid = Noch nicht festgelegt; sagen Sie es, oder warum es nicht passt.
plan-versions = Fassungen
plan-session-added = Neu: { $session }
plan-session-changed = Geändert: { $session } – { $fields }
plan-session-dropped = Gestrichen: { $session }
plan-item-changed = Geändert: { $item }

plan-item-objectives = Ziele des Audits
plan-item-scope = Auditumfang: Organisation, Funktionen, Prozesse
plan-item-criteria = Auditkriterien und Bezugsdokumente, mit der Fassung der Erklärung zur Anwendbarkeit
plan-item-schedule = Standorte, Termine, Zeiten und Dauer, Besprechungen mit der Leitung
plan-item-familiarization = Was das Team braucht, um Einrichtungen und Prozesse zu kennen
plan-item-methods = Methoden, und wie weit Nachweise als Stichprobe erhoben werden
plan-item-roles = Rollen von Team, Betreuern, Beobachtern und Dolmetschern
plan-item-resources = Ressourcen, nach Risiken und Chancen des Auditierten
plan-item-representative = Wer die auditierte Organisation vertritt
plan-item-language = Arbeits- und Berichtssprache
plan-item-report-topics = Themen des Berichts
plan-item-logistics = Anreise, Kommunikation, Vorkehrungen an den Standorten
plan-item-risk-actions = Maßnahmen gegen Risiken für das Erreichen der Ziele
plan-item-confidentiality = Vertraulichkeit und Informationssicherheit: Zugang zu sensibler Information, und ob Kopien genommen werden dürfen
plan-item-earlier-follow-up = Folgemaßnahmen aus früheren Audits und anderen Quellen
plan-item-follow-up = Folgemaßnahmen dieses Audits
plan-item-coordination = Abstimmung mit anderen Audits

## Die Arbeit.

work-load = Wer was tut
work-auditor = Auditor
work-papers = Arbeitspapiere
work-concluded = Abgeschlossen
work-needed = Benötigte Zeit
work-there-is = Zeit in Sitzungen
work-balance = Übrig
work-short = { $time } zu wenig
work-spare = { $time } übrig
work-nobody = Noch niemand
work-hours = { $hours } h { $minutes } min
work-about = Die benötigte Zeit ist, was die Auditprüfungen für die noch nicht abgeschlossenen Arbeitspapiere angeben. Die Zeit in Sitzungen ist die der Sitzungen der Person im Plan, in denen Anforderungen auditiert werden, oder aller, wenn keine Sitzung Anforderungen nennt.
work-papers-of = Arbeitspapiere: { $who }
work-select = { $title } zuteilen
work-all-assigned = Jedes Arbeitspapier ist jemandem zugeteilt.
work-none-here = Kein Arbeitspapier passt zu dieser Auswahl.
work-assign-to = Die gewählten Arbeitspapiere zuteilen an
work-take-back = Niemand: zurücknehmen
work-no-session = in keiner Sitzung
work-session = Sitzung
work-empty = Es gibt noch keine Arbeitspapiere. Sie werden aus den Auditprüfungen des Katalogs angelegt, für Umfang und Art dieses Audits.
work-more = { $count } weitere: wählen Sie einen Abschnitt, um weniger zu sehen
work-begin = Zuteilen, was niemand hat
work-is-done = Jedes Arbeitspapier ist einem Auditor zugeteilt.

## Besprechungen und Kommunikation.

meetings-held = Abgehaltene Besprechungen
meetings-empty = Noch wurde keine Besprechung eingetragen. Zuerst kommt die Eröffnungsbesprechung: Nach ihr beginnt die Auditdurchführung.
meetings-before = Die Eröffnungsbesprechung lässt sich eintragen, sobald das Audit vorbereitet ist.
meetings-before-way = Was davor zu tun ist
meeting-covered = Tagesordnung: { $part } von { $whole } behandelt
meeting-not-covered = nicht behandelt
meeting-record = Eintragen: { $kind }
requests-empty = Von der auditierten Organisation wurde noch nichts erbeten. Was hier gefragt wird, hat eine Frist und wird beantwortet, angenommen oder zurückgegeben.
request-answer = Antwort
log-empty = Das Protokoll ist noch leer. Fortschritt, Hindernisse, Bedenken außerhalb des Umfangs und unmittelbare Risiken stehen hier, mit denen, die es erfuhren.
scope-changes-empty = Der Auditumfang wurde nicht geändert.

opening-item-introductions = Wer da ist, und in welcher Rolle
opening-item-objectives = Ziele, Umfang und Kriterien
opening-item-plan = Der Auditplan und Änderungen daran
opening-item-communication = Wege der Kommunikation zwischen Team und auditierter Organisation
opening-item-language = Sprache des Audits
opening-item-keeping-informed = Wie die auditierte Organisation vom Fortschritt erfährt
opening-item-resources = Mittel und Einrichtungen, die das Team braucht
opening-item-confidentiality = Vertraulichkeit und Informationssicherheit
opening-item-safety = Arbeitsschutz, Zutritt, Notfälle
opening-item-reporting = Wie Auditfeststellungen berichtet und eingestuft werden
opening-item-termination = Unter welchen Bedingungen das Audit vorzeitig enden kann
opening-item-closing = Die Abschlussbesprechung: wann, und wozu
opening-item-feedback = Wie man Rückmeldung gibt, sich beschwert oder Einspruch erhebt
closing-item-sample = Dass die Nachweise eine Stichprobe waren und nicht das Ganze zeigen müssen
closing-item-reporting = Wie und wann der Bericht kommt
closing-item-addressing = Wie mit Auditfeststellungen umzugehen ist, und bis wann
closing-item-consequences = Was folgt, wenn Feststellungen nicht behandelt werden
closing-item-presentation = Feststellungen und Schlussfolgerungen, so dass sie verstanden und zur Kenntnis genommen werden
closing-item-diverging = Abweichende Meinungen: besprochen, möglichst geklärt, sonst aufgezeichnet
closing-item-follow-up = Folgemaßnahmen nach dem Audit
closing-item-complaints = Beschwerden und Einsprüche

## Wie weit das Audit ist.

progress = Wie weit das Audit ist
progress-about = Die Arbeitspapiere nach ihrem Ergebnis – ausgenommene wurden nicht auditiert oder treffen nicht zu –, und die Zeit der Sitzungen des Plans, die vergangen ist.
progress-empty = Noch gibt es weder Arbeitspapiere noch Sitzungen.
progress-what = Was
progress-number = Anzahl
progress-papers = Papiere
progress-set-aside = Ausgenommen
progress-minutes = Minuten
progress-time = Zeit
progress-used = Zeit vergangener Sitzungen
progress-planned = Zeit geplanter Sitzungen
progress-beyond = Zeit über die geplante hinaus

## Signatures on the spot

spot = Unterschreiben: { $kind }
spot-about = Reichen Sie das Gerät weiter: Wer teilgenommen hat, liest den Text der Besprechung und unterschreibt ihn. Ein Konto ist nicht nötig. Sie bezeugen die Unterschrift.
spot-digest = Prüfsumme dieses Textes (SHA-256):
spot-meaning = Ich habe an dieser Besprechung teilgenommen, und sie verlief, wie dieser Text es sagt.
spot-somebody = Jemand anders
spot-somebody-help = Nur für Personen, die nicht in der Teilnahmeliste stehen.
spot-draw = Unterschrift
spot-draw-help = Unterschreiben Sie im Feld mit Finger, Stift oder Maus.
spot-clear = Neu zeichnen
spot-typed-help = Wer nicht zeichnen kann oder will, unterschreibt mit dem Namen; Sie bezeugen, dass es diese Person war.
spot-sign = Unterschreiben
spot-passkey = Mit einem Passkey unterschreiben
spot-passkey-help = Ein Sicherheitsschlüssel oder Telefon der unterschreibenden Person erzeugt einen Schlüssel nur für diese Unterschrift. Sie bezeugen, dass er ihr gehört.
spot-passkey-failed = Es wurde kein Passkey erzeugt. Versuchen Sie es noch einmal, oder unterschreiben Sie auf einem der anderen Wege; was eingegeben ist, bleibt stehen.
spot-passkey-nobody = Wählen Sie zuerst, wer unterschreibt, oder geben Sie Name und Funktion an.
spot-by-passkey = Mit einem Passkey unterschrieben
spot-drawn = Gezeichnete Unterschrift von { $name }
spot-attested = Bezeugt: { $stamp }
spot-earlier = { $count ->
    [one] Diese Unterschrift gilt einem früheren Text: Das Protokoll wurde seither einmal berichtigt.
   *[other] Diese Unterschrift gilt einem früheren Text: Das Protokoll wurde seither { $count }-mal berichtigt.
}
spot-other = Diese Unterschrift gilt einem anderen Text als jedem, den die Aufzeichnung kennt.
