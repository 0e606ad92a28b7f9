## Die Seiten des Auditprogramms.

programmes-empty = Es gibt noch kein Auditprogramm. Ein Auditprogramm sagt, wozu auditiert wird, was die Audits abdecken, wer verantwortlich ist und welche Audits wann geplant sind; jedes Audit wird aus einem Auditprogramm eröffnet.
programmes-period = Zeitraum
programmes-held = Durchgeführte Audits
programmes-late = Verspätet
audits-late = { $count ->
    [one] ein Audit verspätet
   *[other] { $count } Audits verspätet
}
audits-none-late = keines
in-charge = Auditprogramme unter Ihrer Leitung

programme-tabs = Seiten dieses Auditprogramms
programme-tab-overview = Überblick
programme-tab-plan = Planung
programme-tab-coverage = Abdeckung
programme-tab-risks = Risiken
programme-tab-review = Überprüfung
programme-record = Aufzeichnung und Verlauf

programme-next-establish = Das Auditprogramm festlegen
programme-next-begin = Mit der Umsetzung des Auditprogramms beginnen
programme-next-open = Das nächste geplante Audit eröffnen
programme-next-audit = Das laufende Audit weiterführen
programme-next-review = Das Auditprogramm überprüfen
programme-next-close = Das Auditprogramm abschließen
programme-to-audit = Zum Audit

objectives-title = Ziele
objectives-empty = Das Auditprogramm hat noch keine Ziele. Jedes Ziel sagt, was die Audits erreichen sollen, woran das gemessen wird und welcher Wert angestrebt ist; die Überprüfung des Auditprogramms liest die Zahlen daran.
objective-stands = Stand
objective-met = Erreicht
objective-not-met = Nicht erreicht
objective-not-yet = Noch offen
objective-judged = In der Überprüfung zu beurteilen
figure-of = { $part } von { $whole }
figure-coverage = { $part } von { $whole ->
    [one] { $whole } Teil
   *[other] { $whole } Teilen
} des Umfangs auditiert
figure-schedule = { $part } von { $whole ->
    [one] { $whole } Audit
   *[other] { $whole } Audits
} im geplanten Zeitfenster durchgeführt
figure-reports = { $part } von { $whole ->
    [one] { $whole } Auditbericht
   *[other] { $whole } Auditberichten
} fristgerecht herausgegeben
figure-closure = { $part } von { $whole ->
    [one] { $whole } abgeschlossenen Nichtkonformität
   *[other] { $whole } abgeschlossenen Nichtkonformitäten
} fristgerecht umgesetzt
figure-overdue = { $count ->
    [one] eine Nichtkonformität überfällig
   *[other] { $count } Nichtkonformitäten überfällig
}
figure-feedback = mittlere Note { $mark } von 5 aus { $count ->
    [one] einer Rückmeldung
   *[other] { $count } Rückmeldungen
}
figure-no-feedback = noch keine Rückmeldung
figure-nothing-yet = noch nichts zu messen
figure-none = keine Kennzahl aus den Aufzeichnungen misst dieses Ziel

indicators-title = Kennzahlen
indicator-held = Durchgeführte Audits
indicator-late = Verspätete Audits
indicator-on-time = Im geplanten Zeitfenster durchgeführt
indicator-reports = Fristgerecht herausgegebene Auditberichte
indicator-closed = Abgeschlossene Nichtkonformitäten
indicator-overdue = Überfällige Nichtkonformitäten
indicator-coverage = Auditierte Teile des Umfangs
measure-closure = Fristgerecht umgesetzte abgeschlossene Nichtkonformitäten
measure-judged = In der Überprüfung zu beurteilen
indicator-feedback = Rückmeldungen der auditierten Organisationen

resources-title = Ressourcen
days-available = Verfügbare Audittage
days-planned = Geplante Audittage
days-used = Von abgeschlossenen Audits gebraucht
days-used-of = { $used } von { $planned } dafür geplanten
days-short = Es sind mehr Audittage geplant, als verfügbar sind.
extent-title = Umfang
extent-whole = vollständig
extent-empty = Das Auditprogramm sagt noch nicht, welche Organisationen es abdeckt und anhand welcher Auditkriterien.
roles-title = Rollen und Verantwortlichkeiten
roles-empty = Es ist noch niemand benannt. Ein Auditprogramm braucht jemanden, der es leitet, und jemanden, der es freigibt.
revisions-title = Revisionen
revisions-empty = Das Auditprogramm wurde nicht überarbeitet. Ab der Festlegung ist jede Änderung eine Revision mit ihrem Grund.
revisions-older = { $count ->
    [one] Eine ältere Revision im Eintrag
   *[other] { $count } ältere Revisionen im Eintrag
}

timeline-title = Audits im Zeitraum
timeline-about = Die geplanten Audits des Auditprogramms, jedes vom ersten bis zum letzten Tag seines Zeitfensters.
timeline-today = Heute
timeline-from = Erster Tag
timeline-to = Letzter Tag
timeline-planned = geplant
timeline-running = läuft
timeline-completed = abgeschlossen
timeline-cancelled = abgesagt oder zurückgezogen
plan-title = Geplante Audits
programme-plan-empty = Es ist noch kein Audit geplant. Jedes wird mit auditierter Organisation, Auditkriterien, Zeitfenster, Audittagen und Methoden geplant, und mit den Gründen: Bedeutung, Risiko, frühere Ergebnisse und Änderungen.
plan-window = Zeitfenster
plan-type = Art
plan-days = Tage
plan-state = Status
plan-why = Warum so geplant
plan-late = Zeitfenster verstrichen
plan-first = Von vorn

coverage-title = Abdeckung
coverage-about = Je Abschnitt, Einheit und Jahr: wie viele Anforderungen geprüft wurden und ob Nichtkonformitäten festgestellt wurden.
coverage-lead = Jedes Feld führt zu dem, was dort geprüft wurde, durch welches Audit und wann. Ein Abschnitt lässt sich in seine Anforderungen öffnen.
coverage-how = Die Zahl zählt Anforderungen mit bewertetem Arbeitspapier; der Balken ist ihr Anteil an denen, zu denen es Arbeitspapiere gibt. Ein Arbeitspapier zählt für jede Einheit im Geltungsbereich seines Audits. Geplant wird ein Audit anhand ganzer Sätze von Auditkriterien; darum erscheint jeder ihrer Abschnitte als geplant, bis er geprüft ist.
coverage-empty = Noch kein Audit des Auditprogramms hat Arbeitspapiere zu diesen Auditkriterien.
coverage-no-extent = Die Abdeckung wird am Umfang des Auditprogramms gezeigt, und der ist noch nicht beschrieben.
coverage-clause = Abschnitt
coverage-year = Jahr
coverage-level = geprüfter Anteil in Vierteln
coverage-count = geprüfte Anforderungen
coverage-not-planned = nicht geplant
coverage-planned = geplant
coverage-tested = geprüft
coverage-findings = geprüft, mit Nichtkonformitäten
coverage-all-clauses = Alle Abschnitte
coverage-whole-set = alles
coverage-more = { $count ->
    [one] Eine weitere Anforderung
   *[other] { $count } weitere Anforderungen
}
coverage-units-left-out = { $count ->
    [one] Eine Einheit hat hier keinen Platz.
   *[other] { $count } Einheiten haben hier keinen Platz.
}
coverage-audits-left-out = Gezählt sind nur die letzten Audits dieser Jahre; wählen Sie ein einzelnes Jahr, um die übrigen zu sehen.
cell-empty = Kein Audit dieses Jahres deckt diese Einheit anhand dieser Auditkriterien ab, weder durchgeführt noch geplant.
cell-lead = Was die Arbeitspapiere jedes Audits hier sagen.
cell-no-tests = Dieses Audit soll dies abdecken; ein Arbeitspapier dazu gibt es noch nicht.
cell-requirement = Anforderung
cell-test = Prüfung
cell-evaluation = Bewertung
cell-when = Bewertet am
cell-cut = Es gibt mehr, als diese Seite zeigt. Öffnen Sie in der Abdeckung eine einzelne Anforderung, um alles zu sehen.

risks-title = Risiken und Chancen des Auditprogramms
risks-about = Was das Auditprogramm von seinen Zielen abbringen oder ihm helfen könnte, nach Wahrscheinlichkeit und Auswirkung.
risks-none = Es ist noch nichts benannt.
risks-empty = Es ist noch kein Risiko und keine Chance des Auditprogramms selbst benannt. Sie betreffen Planung, Ressourcen, Auditteams, Methoden, Kommunikation, Aufzeichnungen und Folgemaßnahmen; was jeweils getan wird, steht dabei.
risks-heading = Risiken
opportunities-heading = Chancen
risk-number = Nr.
risk-level = Stufe
risk-likelihood = Wahrscheinlichkeit
risk-consequence = Auswirkung
likelihood-1 = selten
likelihood-2 = unwahrscheinlich
likelihood-3 = möglich
likelihood-4 = wahrscheinlich
likelihood-5 = fast sicher
consequence-1 = gering
consequence-2 = klein
consequence-3 = mittel
consequence-4 = ernst
consequence-5 = schwer

actions-title = Verbesserungsmaßnahmen
actions-empty = Aus einer Überprüfung ist noch keine Verbesserungsmaßnahme hervorgegangen.
actions-open = { $count ->
    [0] Keine ist offen.
    [one] Eine ist offen.
   *[other] { $count } sind offen.
}
action-what = Maßnahme
action-late = überfällig
reviews-title = Überprüfungen
reviews-empty = Das Auditprogramm wurde noch nicht überprüft. Eine Überprüfung liest die Kennzahlen an den Zielen, zieht Schlussfolgerungen und Lehren und legt Maßnahmen mit verantwortlicher Person und Termin fest.
review-conclusions = Schlussfolgerungen
review-lessons = Lehren
feedback-title = Rückmeldungen der auditierten Organisationen
feedback-empty = Noch keine auditierte Organisation hat eine Rückmeldung zu einem Audit dieses Auditprogramms gegeben.
feedback-mark = Note { $mark } von 5

## Ein erstes Auditprogramm einrichten.

setup-title = Ein Auditprogramm einrichten
setup-what = Einige einfache Fragen, zehn Minuten: interne Audits einer kleinen Organisation nach ISO/IEC 27001:2022.
setup-begin = Fragen beantworten
setup-another = Ein weiteres Auditprogramm einrichten
setup-lead = Für interne Audits eines ISMS nach ISO/IEC 27001:2022 in einer kleinen Organisation. Aus Ihren Antworten entstehen die auditierte Organisation, das Auditprogramm mit Zielen, Risiken und Rollen und eine Planung von Audits, die im Zyklus alles abdeckt. Sie sehen alles, bevor etwas eingetragen wird, und alles lässt sich ändern, solange das Auditprogramm ein Entwurf ist.
setup-nothing-yet = Es wird noch nichts eingetragen: Die nächste Seite zeigt, was eingetragen würde.
setup-look = Zeigen, was daraus wird
setup-look-lead = Dies wird als Entwurf eingetragen. Festgelegt ist nichts, bevor die freigebende Person das Auditprogramm festlegt.
setup-make = Alles so eintragen
setup-go-on = Weitermachen, wo es aufgehört hat
setup-back = Antworten ändern
setup-stopped = Es ging nur ein Stück weit. Was bis dahin eingetragen wurde, gilt.
setup-made = Bisher eingetragen:
setup-changed = Die Antworten wurden geändert, nachdem ein Teil schon eingetragen war. Das Eingetragene gilt; gehen Sie von dessen Seiten aus weiter.
setup-too-many = Bitte nennen Sie hier höchstens { $count }; weitere lassen sich später bei der auditierten Organisation ergänzen.

setup-part-who = Wer
setup-organization = Name Ihrer Organisation
    .help = Die Organisation, die die Audits durchführt. Ihr gehört dieser Datenbestand.
setup-manager = Wer leitet das Auditprogramm?
    .help = Plant die Audits, findet Auditoren, verfolgt die Ergebnisse. Muss ISO 19011 und das ISMS kennen (ISO 19011:2018 5.4.1, 5.4.2).
setup-manager-name = Name der Person, die das Auditprogramm leitet
    .help = Wenn sie nicht in der Liste steht: Sie wird als Person eingetragen. Weitere Angaben lassen sich später ergänzen.
setup-somebody-new = Jemand, der nicht in der Liste steht
setup-me = Sind Sie das?
    .help = Sie sind als Betreiber des Datenbestands angemeldet. Wenn Sie Ja sagen, machen Sie als diese Person weiter.
setup-competence = Was macht sie dafür kompetent?
    .help = Das Auditprogramm hält das zu jeder Rolle fest. Ein Satz genügt; Nachweise gehören auf die Seite der Person.
setup-competence-first = Kennt ISO 19011, ISO/IEC 27001 und das ISMS der Organisation aus der täglichen Arbeit.
setup-approver = Wer gibt das Auditprogramm frei?
    .help = Am besten jemand aus der obersten Leitung: Sie entscheidet über die Audittage und erhält die Ergebnisse. In einer sehr kleinen Organisation kann es dieselbe Person sein.
setup-the-same = Dieselbe Person
setup-approver-name = Name der Person, die es freigibt
    .help = Nur, wenn sie nicht in der Liste steht.
setup-approver-competence = Entscheidet für die Organisation über die Mittel für Audits und über das, was aus ihnen folgt.
setup-manages = Leitung des Auditprogramms
setup-approves = Freigabe des Auditprogramms

setup-part-what = Was auditiert wird
setup-auditee = Welche Organisation wird auditiert?
    .help = Ihre eigene Organisation oder ein Teil davon, der ein eigenes ISMS hat.
setup-auditee-new = Eine, die nicht in der Liste steht
setup-auditee-name = Name dessen, was auditiert wird
    .help = Bleibt das leer, ist es Ihre Organisation als Ganzes.
setup-units = Einheiten
    .help = Eine je Zeile, etwa Vertrieb, Entwicklung, Betrieb. Sie werden die Spalten der Abdeckung. Bleibt das leer, wird die Organisation als Ganzes auditiert.
setup-sites = Standorte
    .help = Einer je Zeile, der Name zuerst: Hauptsitz, Hauptstraße 1, Leipzig.
setup-zone = Zeitzone
    .help = Für die Personen und Standorte, die hier eingetragen werden, etwa Europe/Berlin.
setup-areas = Was ist Ihnen am wichtigsten?
    .help = Was Sie ankreuzen, wird in jedem Audit betrachtet und steht bei den Gründen der Planung (ISO/IEC 27001:2022 9.2.2).
setup-area-suppliers = Lieferanten und Cloud-Dienste
setup-area-access = Identitäten und Zugang
setup-area-development = Softwareentwicklung
setup-area-operation = Betrieb, Sicherung und Protokollierung
setup-area-incidents = Vorfälle und Aufrechterhaltung
setup-area-people = Personal und Bewusstsein
setup-area-places = Räume und Geräte
setup-area-privacy = Personenbezogene Daten und rechtliche Pflichten

setup-part-when = Wann und wie viel
setup-from = Erster Tag des Auditprogramms
    .help = Vorgeschlagen ist der Erste des nächsten Monats, damit es vor dem Beginn freigegeben werden kann.
setup-years = Wie lang ist der Zyklus?
    .help = In drei Jahren auditiert jedes Jahr die Abschnitte 4 bis 10 und einen Teil der Maßnahmen aus Anhang A; nach dem dritten sind alle auditiert. In einem Jahr wird alles in zwei Audits auditiert.
setup-years-one = Ein Jahr: alles in zwei Audits
setup-years-three = Drei Jahre: ein Audit im Jahr, die Maßnahmen in drei Teilen
setup-days = Audittage im Jahr
    .help = Für Vorbereitung, Durchführung und Bericht zusammen. Fünf sind ein vorsichtiger Anfang für etwa fünfzig Personen an einem Standort; je mehr Personen, Standorte und eigene Entwicklung, desto mehr Tage. Die Methoden dieser Anwendung rechnen es Ihnen später aus.
setup-days-wrong = Bitte geben Sie eine Zahl von Tagen größer als 0 an, etwa 5 oder 2,5
setup-frame = Zeitraum und Mittel

setup-plan-about = Die Abschnitte 4 bis 10 werden in jedem Jahr auditiert, und jede Maßnahme aus Anhang A mindestens einmal im Zyklus.
setup-objectives-about = Die ersten Zahlen zu diesen Zielen werden im Lauf der Audits aus den Aufzeichnungen errechnet.
setup-programme-title = Interne Audits { $years }: { $auditee }
setup-extent = Das ganze ISMS in allen Einheiten und an allen Standorten, anhand von ISO/IEC 27001: die Abschnitte 4 bis 10 in jedem Jahr und jede anwendbare Maßnahme aus Anhang A mindestens einmal im Zyklus.
setup-audit-system = Managementsystem, Abschnitte 4 bis 10, { $year }
setup-audit-controls = Maßnahmen aus Anhang A, { $year }
setup-audit-first = Organisatorische Maßnahmen (A.5) und Abschnitte 4 bis 10, { $year }
setup-audit-second = Technologische Maßnahmen (A.8) und Abschnitte 4 bis 10, { $year }
setup-audit-third = Personenbezogene und physische Maßnahmen (A.6, A.7) und Abschnitte 4 bis 10, { $year }
setup-why-whole = Bisher sind alle Teile des ISMS gleich wichtig; das Audit zeigt, welche wichtiger sind.
setup-why-areas = In jedem Audit betrachtet, weil am wichtigsten: { $areas }.
setup-why-risk = Stichproben werden dort gezogen, wo die Risikobeurteilung der Organisation die größten Risiken sieht.
setup-why-no-results = Zu diesem Auditprogramm gibt es noch kein früheres Audit.
setup-why-results = Die Feststellungen des vorigen Audits werden weiterverfolgt.
setup-why-changes = Vor der Eröffnung des Audits zu ergänzen: Änderungen seit der Planung.
setup-objective-coverage = Für jeden Teil der Organisation wissen, ob das ISMS so ist, wie es sein soll.
setup-measure-coverage = Auditierte Teile des Umfangs
setup-target-coverage = 100 % am Ende des Zeitraums
setup-objective-schedule = Audits dann durchführen, wenn sie geplant sind, damit die Leitung auf Ergebnisse zählen kann.
setup-measure-schedule = Im Zeitfenster durchgeführte Audits
setup-target-schedule = mindestens 90 %
setup-objective-reporting = Berichten, solange die Erinnerung frisch ist.
setup-measure-reporting = Auditberichte, die innerhalb der vorgegebenen Tage nach der Abschlussbesprechung herausgegeben wurden
setup-target-reporting = alle
setup-objective-closure = Nichtkonformitäten verfolgen, bis die Maßnahmen wirken.
setup-measure-closure = Abgeschlossene Nichtkonformitäten, deren Maßnahmen fristgerecht umgesetzt wurden
setup-target-closure = mindestens 90 %
setup-risk-own-work = In einer kleinen Organisation kann es dazu kommen, dass jemand die eigene Arbeit auditiert.
setup-treat-own-work = Alle erklären ihre Beziehungen vor der Ernennung; was eigene Arbeit wäre, auditiert jemand aus einer anderen Einheit oder von außen.
setup-risk-follow-up = Nichtkonformitäten bleiben offen, weil niemand für ihre Verfolgung zuständig ist.
setup-treat-follow-up = Die Leitung des Auditprogramms sieht jeden Monat offene und überfällige Schritte durch und berichtet der obersten Leitung.
setup-risk-time = Die tägliche Arbeit nimmt den Auditoren die Zeit, und Audits verschieben sich.
setup-treat-time = Die Audittage werden mit dem Auditprogramm freigegeben; die Zeitfenster sind einen Monat weit.
setup-chance-review = Audits kurz vor der Managementbewertung geben ihr frische Ergebnisse.
setup-treat-review = Der Termin der Managementbewertung wird mit den Zeitfenstern der Audits abgestimmt.
