## Der Katalog.

nav-catalogue = Katalog
nav-methods = Methoden
library-about = Womit verglichen wird und mit welchen Audittests man es herausfindet: nach Anforderung, nach Auditspur und nach Wort.
library-search = Audittests durchsuchen
library-search-go = Suchen
library-hits = { $count ->
    [one] Ein Audittest
   *[other] { $count } Audittests
}
library-hits-empty = Kein Audittest enthält alle diese Wörter. Ein Wort darf abgekürzt werden; ein Abschnitt wie 9.2 findet die Audittests dazu. Die Audittests sind englisch verfasst.
library-hits-most = Weitere Audittests passen; ein weiteres Wort grenzt die Suche ein.
library-adopt-next = Audittests übernehmen
library-adopt-about = Der eingebaute Katalog enthält { $count } Audittests in eigenen Worten. Arbeitspapiere entstehen aus Audittests, die übernommen wurden; jede Fassung bleibt für immer erhalten, damit ein Audit die behält, mit der es begann.
library-adopt-clause = ISO 19011:2018 6.3.4
library-adopt-all = Eingebaute Audittests übernehmen
library-adopt-again = Nach einer Aktualisierung von Assize treten neuere Fassungen der Audittests an die Stelle der früheren.
library-import = Katalog importieren
library-new-test = Audittest verfassen
library-sets = Auditkriterien und ihre Abdeckung
library-requirements = Anforderungen
library-untested = Ohne Audittest
library-tests = Audittests
library-hours = Stunden
library-standing = Status
library-adopted-tests = { $count ->
    [one] Aufzeichnungen: ein Audittest in Gebrauch
   *[other] Aufzeichnungen: { $count } Audittests in Gebrauch
}
library-trails = Auditspuren
library-trails-about = Eine Auditspur führt einen gezogenen Fall durch mehrere Audittests und zeigt die Nahtstellen dazwischen.
library-steps = { $count ->
    [one] ein Schritt
   *[other] { $count } Schritte
}
library-minutes = { $count } min
library-offered = eingebaut, nicht übernommen
library-adopted = übernommen
library-changed = übernommen, eigene Fassung
library-own = eigen
library-retired = zurückgezogen
library-in-use = in Gebrauch
library-note = Bemerkung
library-within = Innerhalb von
library-tests-on = { $count ->
    [0] Audittests
    [one] Ein Audittest dazu
   *[other] { $count } Audittests dazu
}
library-tests-none = Zu dieser Anforderung gibt es keinen Audittest. Verfassen Sie einen, oder importieren Sie einen Katalog, der einen hat.
library-mapped = Audittests einer anderen Ausgabe, die ihr dienen
library-below = Was darunter liegt
library-set-adopt = Diese Auditkriterien übernehmen
library-set-adopt-about = Übernommene Auditkriterien sind eine Aufzeichnung: Noch nach Jahren lässt sich sagen, mit welchen Nummern und Titeln ein Audit geplant wurde, und wer eine Lizenz besitzt, kann den Wortlaut der Anforderungen hinterlegen.
library-set-adopt-clause = ISO 19011:2018 5.5.2
library-record = Aufzeichnung und Verlauf
library-export-xlsx = Arbeitsmappe (XLSX)
library-export-toml = TOML
library-export-oscal = OSCAL
library-coverage = Abdeckung
library-untested-here = Anforderungen ohne Audittest
library-untested-more = und { $count } weitere
library-tree = Anforderungen
library-tree-head = { $tests } Audittests, { $hours } h
library-tree-all = Das ganze Kapitel
library-trail-head = { $steps } Schritte, etwa { $minutes } Minuten
library-trail-steps = Der Weg
library-carry = Zu diesem Schritt mitnehmen: { $what }
library-trail-follow = Ein Fall wird aus den Aufzeichnungen eines Audits heraus entlang einer Auditspur verfolgt.
library-test-adopt = Dieser Audittest ist noch nicht in Gebrauch
library-test-adopt-about = Übernehmen Sie ihn, damit Arbeitspapiere daraus entstehen können.
library-test-adopt-do = Diesen Audittest übernehmen
library-evidence = Nachweise, nach denen zu suchen ist
library-evidence-what = Was
library-evidence-kind = Art
library-evidence-holder = Wer sie hat
library-evidence-documented = dokumentierte Information
library-evidence-record = Aufzeichnung
library-evidence-system = Zustand eines Systems
library-evidence-observation = Beobachtung
library-evidence-statement = Aussage
library-ask = Fragen
library-observe = Beobachten
library-inspect = Einsehen
library-reperform = Nachvollziehen
library-remote = Bei Fernaudit
library-sampling = Stichprobe
library-population = Grundgesamtheit
library-fair = Eine angemessene Stichprobe
library-small = Wenn es wenige sind
library-sampling-methods = Stichprobenumfang berechnen
library-conformity = Anzeichen für Konformität
library-warnings = Warnzeichen
library-typical = Typische Nichtkonformitäten
library-breaches = Verletzt { $what }
library-major-if = Hauptnichtkonformität, wenn
library-around = Zu diesem Audittest
library-tested = Prüft
library-on-trails = Auditspuren, die hindurchführen
library-links = Führt weiter zu
library-related = Verwandte Normen
library-uses = Wo er verwendet wurde
library-uses-none = Aus ihm wurde noch kein Arbeitspapier erstellt.
library-uses-count = { $count ->
    [one] Insgesamt ein Arbeitspapier
   *[other] Insgesamt { $count } Arbeitspapiere
}
library-versions = Fassungen
library-versions-none = Keine ist übernommen.
library-edit = Neue Fassung verfassen
library-theme = Maßnahmen
library-theme-organizational = Organisatorische Maßnahmen
library-theme-people = Personenbezogene Maßnahmen
library-theme-physical = Physische Maßnahmen
library-theme-technological = Technologische Maßnahmen
library-all-types = alle

## Einen Audittest verfassen.

library-edit-about = Was hier verfasst wird, ist eine eigene Fassung: Bestehende Arbeitspapiere behalten ihre, neue entstehen aus dieser.
library-edit-adopt = Diese Fassung übernehmen
library-part-criteria = Auditkriterien
library-part-id = Kennung
    .help = Bleibt für immer, etwa T-A.5.1-02.
library-part-title = Die Frage, die er beantwortet
library-part-requirements = Geprüfte Anforderungen
    .help = Je Zeile eine, wie die Kriterien sie nummerieren.
library-part-audit-types = Auditarten
    .help = Je Zeile eine: internal, supplier, stage_1, stage_2, surveillance, recertification, special. Keine bedeutet alle.
library-part-objective = Ziel
    .help = Was man schließen können will und warum es wichtig ist.
library-part-evidence = Nachweise, nach denen zu suchen ist
    .help = Je Zeile einer: Art | was | wer ihn hat. Arten: documented_information, record, system_state, observation, statement.
library-part-ask = Fragen
    .help = Je Zeile eine: Rolle | Frage.
library-part-observe = Beobachten
    .help = Je Zeile eines.
library-part-inspect = Einsehen
    .help = Je Zeile eines.
library-part-reperform = Nachvollziehen
    .help = Je Zeile eines.
library-part-remote = Bei Fernaudit
    .help = Je Zeile eines.
library-part-sampling = Stichprobe
    .help = Grundgesamtheit | was eine angemessene Stichprobe ausmacht | was zu tun ist, wenn es wenige sind.
library-part-conformity = Anzeichen für Konformität
    .help = Je Zeile eines.
library-part-warnings = Warnzeichen
    .help = Je Zeile eines.
library-part-nonconformities = Typische Nichtkonformitäten
    .help = Je Zeile eine: Feststellung | verletzte Anforderungen, durch Kommas getrennt | was sie zur Hauptnichtkonformität machen würde.
library-part-related = Verwandte Normen
    .help = Je Zeile eine, mit Ausgabe und Abschnitt.
library-part-minutes = Ungefähre Dauer in Minuten
library-part-links = Weiterführende Audittests
    .help = Je Zeile eine Kennung.

## Die Methoden.

methods-about = Das Rechnen im Audit: genau, mit Quellen, und jeder Schritt so gezeigt, dass man ihn von Hand nachrechnen kann.
methods-time = Auditzeit
methods-planning = Programm und Teams
methods-sizes = Wie viele Elemente zu prüfen sind
methods-value = Werteinheiten
methods-evaluation = Was eine Stichprobe aussagt
methods-choosing = Welche Standorte und Elemente
methods-others = Weitere
methods-result = Ergebnis
methods-working = { $count ->
    [one] Der Rechenweg in einem Schritt
   *[other] Der Rechenweg in { $count } Schritten
}
methods-steps = Der Rechenweg, Schritt für Schritt
methods-step = Schritt
methods-step-what = Was
methods-step-how = Wie
methods-step-value = Ergebnis
methods-step-source = Nach
methods-steps-more = { $count } weitere Schritte stehen in der Aufzeichnung und auf ihrem Blatt.
methods-more = und { $count } weitere
methods-parts = Jede Zahl des Ergebnisses
methods-record = Aufzeichnen
methods-record-about = Eingaben, Rechenweg und Ergebnis werden eine Aufzeichnung des Audits oder des Auditprogramms; ihr Blatt gibt es dann als PDF.
methods-record-clause = ISO 19011:2018 5.5.3
methods-record-nowhere = Es gibt kein Audit, in dem Sie sind, und kein Auditprogramm. Ein Ergebnis wird dort aufgezeichnet, wo es verwendet wurde.
methods-record-audit = Für das Audit
methods-record-programme = Oder für das Auditprogramm
methods-inputs = Eingaben
methods-example = Ein Beispiel einsetzen
methods-go = Berechnen
methods-empty = Formular leeren
methods-lines = Grundgesamtheit
methods-lines-help = Aus einer Tabelle kopieren: Die erste Zeile nennt die Spalten, jede weitere ist ein Element.
methods-json = Eingaben als JSON
methods-json-label = Eingaben
methods-json-help = Für alles, wonach das Formular nicht fragt, etwa eigene Tabellen. Die Programmierschnittstelle nimmt dasselbe.
methods-json-hint = ein JSON-Objekt mit den Eingaben angeben
methods-sheet = Das Blatt als PDF
