## Die Seiten.

language-name = Deutsch
operator = Betrieb
operator-for = Betrieb, für { $name }
person-unnamed = jemand
person-erased = eine gelöschte Person
skip-to-content = Zum Inhalt springen
sign-out = Abmelden
footer = Assize · was hier steht, ist aus den Aufzeichnungen berechnet, und diese lassen sich nachprüfen.
to-today = Zu Heute
more = Weitere
older = Ältere
newer = Neuere
done = erledigt
open = offen
version = Fassung { $number }
done-with-entry = { $what } Eintrag { $seq } des Journals.
period-open = ab { $from }

month-1 = Jan.
month-2 = Feb.
month-3 = März
month-4 = Apr.
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug.
month-9 = Sept.
month-10 = Okt.
month-11 = Nov.
month-12 = Dez.

## Die Navigation.

nav-places = Bereiche
nav-way-here = Ihr Standort
nav-today = Heute
nav-programmes = Programme
nav-audits = Audits
nav-people = Auditoren
nav-auditees = Auditierte
nav-records = Aufzeichnungen

## Störungen.

fault-malformed = Die Anfrage ist nicht zu verstehen
fault-unauthorized = Sie sind nicht angemeldet
fault-forbidden = Das ist nicht erlaubt
fault-unsigned = Das muss unterschrieben werden
fault-not_found = Hier ist nichts
fault-method = Das geht hier nicht
fault-slow = Die Anfrage kam zu langsam an
fault-refused = Die Regeln lassen das nicht zu
fault-version = Inzwischen hat jemand dies geändert
fault-too_large = Das ist zu groß
fault-media = Diese Art von Datei wird hier nicht angenommen
fault-misdirected = Unter dieser Adresse wird hier niemand bedient
fault-invalid = Die Angaben sind nicht zu verstehen
fault-too_many = Zu viele Versuche sind fehlgeschlagen
fault-key_reused = Dieses Formular wurde schon mit anderem Inhalt gesendet
fault-internal = Hier ist etwas schiefgegangen
fault-unavailable = Der Server kann das gerade nicht

## Heute.

today-for = Guten Tag, { $name }
today-operator = Willkommen bei Assize
today-register = Sie sind als Betrieb dieses Speichers angemeldet. Tragen Sie zuerst sich selbst als Person ein: Jede Handlung eines Audits ist die einer Person.
today-begin = Noch ist kein Auditprogramm festgelegt, und jedes Audit wird aus einem eröffnet. Ein paar Fragen ergeben einen Entwurf.
today-begin-draft = Das Auditprogramm ist ein Entwurf. Ist es festgelegt und in Umsetzung, werden seine Audits daraus eröffnet.
waiting = Was auf Sie wartet
waiting-to-open = { $count ->
        [one] Ein geplantes Audit ist zu eröffnen: Sein Zeitraum hat begonnen
       *[other] { $count } geplante Audits sind zu eröffnen: Ihre Zeiträume haben begonnen
    }
waiting-empty = Nichts wartet auf Sie. Hier erscheinen die Sitzungen der nächsten zwei Wochen, Ihnen zugeteilte Arbeitspapiere, Antworten auf Ihre Anfragen und überfällige Maßnahmen.
waiting-papers = { $count ->
    [one] Ein Arbeitspapier ist abzuschließen
   *[other] { $count } Arbeitspapiere sind abzuschließen
}
waiting-answer = Eine Antwort auf eine Informationsanfrage
waiting-overdue = Nichtkonformität { $number }: { $step } ist überfällig
waiting-overdue-more = Mehr als { $count } Nichtkonformitäten sind überfällig
due-since = fällig seit
my-audits = Ihre Audits
my-audits-empty = Sie gehören keinem Auditteam an. Audits erscheinen hier, sobald Sie in ein Team berufen werden.

## Audits.

audits-empty = Es wurde noch kein Audit eröffnet. Audits werden in einem Programm geplant und von dort eröffnet.
audit-path = Der Weg dieses Audits
audit-facts = Was auditiert wird
audit-team = Das Team
audit-tabs = Seiten dieses Audits
team-empty = Noch ist niemand berufen. Ein Audit beginnt mit seiner Leitung.
audit-journal = Journal des Audits
next-step = Als Nächstes
gate-before = Vor diesem Schritt muss Folgendes erfüllt sein:
of-papers = { $part } von { $whole ->
    [one] { $whole } Arbeitspapier
   *[other] { $whole } Arbeitspapieren
}
plan-version = Fassung { $number }, { $state }
findings-drafted = { $count ->
    [one] eine Feststellung ist noch Entwurf
   *[other] { $count } Feststellungen sind noch Entwürfe
}
nonconformities-open = { $open } von { $all ->
    [one] { $all } Nichtkonformität
   *[other] { $all } Nichtkonformitäten
} offen

audit-tab-overview = Überblick
audit-tab-desk = Arbeitsplatz
audit-tab-journal = Journal

phase-initiating = Veranlassen
phase-preparing = Vorbereiten
phase-conducting = Durchführen
phase-reporting = Berichten
phase-completing = Abschließen
phase-following-up = Nachverfolgen

step-contact = Kontakt zur auditierten Organisation
step-feasible = Durchführbarkeit beurteilt
step-leader = Leitung des Auditteams berufen
step-initiate = Ziele, Umfang und Kriterien vereinbart
step-documents = Dokumentierte Information geprüft
step-papers = Arbeitspapiere angelegt
step-plan = Auditplan vereinbart
step-work = Arbeit zugeteilt
step-prepared = Vorbereitet
step-opening = Eröffnungsbesprechung
step-begin = Auditdurchführung begonnen
step-evidence = Nachweise erhoben, Arbeitspapiere abgeschlossen
step-findings = Feststellungen erhoben
step-conclude = Schlussfolgerungen gezogen
step-closing = Abschlussbesprechung
step-end = Auditdurchführung beendet
step-report = Bericht entworfen
step-report-reviewed = Bericht geprüft
step-report-approved = Bericht freigegeben
step-report-issued = Bericht ausgegeben
step-review-papers = Arbeitspapiere geprüft
step-complete = Audit abgeschlossen
step-follow-up = Nichtkonformitäten bis zum Abschluss verfolgt
step-contact-next = Kontakt mit der auditierten Organisation aufnehmen
step-feasible-next = Durchführbarkeit beurteilen
step-leader-next = Leitung des Auditteams berufen
step-initiate-next = Ziele, Umfang und Kriterien vereinbaren
step-documents-next = Dokumentierte Information prüfen
step-papers-next = Arbeitspapiere anlegen
step-plan-next = Auditplan vereinbaren
step-work-next = Arbeit zuteilen
step-prepared-next = Vorbereitung abschließen
step-opening-next = Eröffnungsbesprechung halten
step-begin-next = Auditdurchführung beginnen
step-evidence-next = Nachweise erheben, Arbeitspapiere abschließen
step-findings-next = Feststellungen erheben
step-conclude-next = Schlussfolgerungen ziehen
step-closing-next = Abschlussbesprechung halten
step-end-next = Auditdurchführung beenden
step-report-next = Bericht entwerfen
step-report-reviewed-next = Bericht prüfen lassen
step-report-approved-next = Bericht freigeben lassen
step-report-issued-next = Bericht ausgeben
step-review-papers-next = Arbeitspapiere prüfen
step-complete-next = Audit abschließen
step-follow-up-next = Nichtkonformitäten bis zum Abschluss verfolgen

## Aufzeichnungen.

records-about = Jede Handlung ist ein Eintrag des Journals, bisher { $count }; keiner lässt sich unbemerkt ändern. Unten stehen die neuesten.
records-kinds = Arten von Aufzeichnungen
journal = Journal
list-empty = Noch gibt es nichts.
record-now = Wie es steht
record-history = Wie es dazu kam
history-empty = Noch ist nichts geschehen.
entry-leaf = Hash des Blatts im Log
entry-record = Die Aufzeichnung, der dies geschah
entry-withheld = (gelöscht oder zurückgehalten)
entry-unreadable = Dieser Eintrag ist nicht lesbar

audit-tab-records = Aufzeichnungen des Audits
records-of-audit = Aufzeichnungen des Audits
records-new = Handlungen
acts-refused = { $count ->
    [one] Eine weitere Handlung, die der Stand der Aufzeichnung jetzt nicht zulässt
   *[other] { $count } weitere Handlungen, die der Stand der Aufzeichnung jetzt nicht zulässt
}
done-act = Erledigt: { $what }.
record-file = Datei speichern
picture-table = Dasselbe als Tabelle
nav-help = Hilfe
help-pages = Seiten der Anleitung
help-english = Die Anleitung gibt es auf Englisch.
waiting-more = In Ihren Audits wird mehr verfolgt: Das Register hat alles
my-audits-more = { $count ->
    [one] und ein weiteres, in der Liste der Audits
   *[other] und { $count } weitere, in der Liste der Audits
}
charge-more = und weitere, in der Liste der Auditprogramme
