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
library-tree-head = { $tests ->
    [one] ein Audittest
   *[other] { $tests } Audittests
}, { $hours } h
library-tree-all = Das ganze Kapitel
library-trail-head = { $steps ->
    [one] ein Schritt
   *[other] { $steps } Schritte
}, etwa { $minutes ->
    [one] eine Minute
   *[other] { $minutes } Minuten
}
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
library-version = übernommen am { $date }
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
    .help = Nichts angekreuzt heißt alle.
library-part-objective = Ziel
    .help = Was man schließen können will und warum es wichtig ist.
library-part-evidence = Nachweise, nach denen zu suchen ist
    .help = Wonach zu suchen ist, welcher Art es ist und wer es hat.
library-part-ask = Fragen
    .help = Wen man was fragt.
library-part-observe = Beobachten
    .help = Je Zeile eines.
library-part-inspect = Einsehen
    .help = Je Zeile eines.
library-part-reperform = Nachvollziehen
    .help = Je Zeile eines.
library-part-remote = Bei Fernaudit
    .help = Je Zeile eines.
library-part-sampling = Stichprobe
    .help = Woraus die Stichprobe ist, was sie angemessen macht, und was zu tun ist, wenn es wenige sind.
library-part-conformity = Anzeichen für Konformität
    .help = Je Zeile eines.
library-part-warnings = Warnzeichen
    .help = Je Zeile eines.
library-part-nonconformities = Typische Nichtkonformitäten
    .help = Was typischerweise gefunden wird; mehrere Anforderungen mit Kommas dazwischen.
library-column-role = Rolle
library-column-question = Frage
library-column-population = Grundgesamtheit
library-column-fair = Was eine angemessene Stichprobe ausmacht
library-column-small = Wenn es wenige sind
library-column-statement = Aussage
library-column-breaches = Verletzte Anforderungen
library-column-major = Was sie zur Hauptnichtkonformität machte
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
methods-tables = Eigene Tabellen
methods-tables-help = Mit diesen eingeführten Tabellen rechnen statt mit den eingebauten. Eine aufgezeichnete Verwendung nennt sie mit ihrer Version.
methods-table-for = { $table }: für { $system }
methods-record = Aufzeichnen
methods-record-about = Eingaben, Rechenweg und Ergebnis werden eine Aufzeichnung des Audits oder des Auditprogramms; ihr Blatt gibt es dann als PDF.
methods-record-clause = ISO 19011:2018 5.5.3
methods-record-nowhere = Es gibt kein Audit, in dem Sie sind, und kein Auditprogramm. Ein Ergebnis wird dort aufgezeichnet, wo es verwendet wurde.
methods-record-audit = Für das Audit
methods-record-programme = Oder für das Auditprogramm
methods-inputs = Eingaben
methods-example = Ein Beispiel einsetzen
methods-go = Berechnen
methods-go-json = Aus JSON berechnen
methods-empty = Formular leeren
methods-lines = Grundgesamtheit
methods-lines-help = Aus einer Tabelle kopieren: Die erste Zeile nennt die Spalten, jede weitere ist ein Element.
methods-json = Eingaben als JSON
methods-json-label = Eingaben
methods-json-help = Für alles, wonach das Formular nicht fragt, etwa eigene Tabellen. Die Programmierschnittstelle nimmt dasselbe.
methods-json-hint = ein JSON-Objekt mit den Eingaben angeben

## Verifizieren, Aufbewahrung, Dossiers.

verify = Aufzeichnungen verifizieren
verify-about = Jede Handlung ist ein Eintrag in einem Journal, dessen Prüfsummen einen Baum bilden; der Baum ist signiert. Beim Verifizieren wird alles neu berechnet und verglichen.
verify-running = Eine Verifizierung läuft.
verify-progress = { $done } von { $of } Einträgen sind erledigt.
verify-look = Erneut nachsehen
verify-next = Alles neu berechnen
verify-what = Journal, Baum, Signatur, veröffentlichte Kacheln, jede Aufzeichnung und jede Nachweisdatei werden miteinander verglichen. Nichts wird verändert.
verify-clause = ISO 19011:2018 5.5.7
verify-go = Jetzt verifizieren
verify-last = Die letzte Verifizierung
verify-holds = Die Aufzeichnungen halten stand.
verify-fails = Die Aufzeichnungen halten nicht stand
verify-when = { $when }, veranlasst von { $who }.
verify-entries = Einträge unter dem signierten Prüfpunkt
verify-unsigned = Jüngere Einträge
verify-unsigned-about = Sie werden Sekunden nach der Handlung signiert.
verify-records = Verglichene Aufzeichnungen
verify-evidence = Durchgelesene Dateien
verify-encrypted = Davon verschlüsselt abgelegt
verify-unopened = Davon nicht geöffnet, weil der Schlüssel fehlt
verify-erased = Einträge mit gelöschten Werten
verify-took = Dauer
verify-seconds = { $count } s
verify-log = Was veröffentlicht ist
verify-signed = Einträge unter dem letzten Prüfpunkt
verify-key = Schlüssel des Protokolls
verify-note = Der letzte Prüfpunkt
verify-note-about = Eine signierte Notiz. Wer anderswo eine Kopie aufbewahrt, kann später zeigen, dass davor nichts umgeschrieben wurde.
retention = Aufbewahrung
retention-about = Aufzeichnungen eines Audits werden bis zu einem Tag aufbewahrt, der bei seinem Abschluss festgelegt wird; danach dürfen sie auf benannte Weisung gelöscht werden. Der Beweis, dass es sie gab, bleibt.
retention-clause = ISO 19011:2018 5.5.7
retention-due = Darf jetzt gelöscht werden
retention-due-empty = Für nichts ist die Aufbewahrungszeit abgelaufen.
retention-later = Wird noch aufbewahrt
retention-later-empty = Noch kein Audit ist abgeschlossen oder abgebrochen; dann wird der Tag festgelegt, bis zu dem seine Aufzeichnungen aufbewahrt werden.
retention-cut = Gezeigt werden nur die, deren Tag zuerst kommt.
retention-table = Audits mit dem Tag, bis zu dem sie aufbewahrt werden
retention-until = Aufbewahrt bis
retention-act = Handlung
retention-erase = Auf Weisung löschen
retention-kept = wird aufbewahrt
retention-holds = { $count ->
    [one] rechtliche Sperre
   *[other] { $count } rechtliche Sperren
}
retention-others = Auch Personen, einzelne Auditnachweise und Wortlaute können gelöscht werden:
dossier = Dossier
dossier-about = Das ganze Audit in einer Datei, die sich selbst beweist: Aufzeichnungen, Nachweise und sein Teil des Journals mit den Beweisen, dass sie im signierten Protokoll stehen. Zum Prüfen braucht niemand diesen Server.
dossier-clause = ISO 19011:2018 6.6
dossier-save = Dossier sichern
dossier-check = Wie man es prüft
dossier-check-about = Den Schlüssel auf anderem Weg als die Datei weitergeben:
dossier-command = assize verify --key "{ $key }" dossier.zip
dossier-unpublished = Vom Protokoll wurde noch nichts veröffentlicht, so dass ein Dossier sich nicht beweisen könnte. Einen Moment nach der ersten Handlung lässt es sich sichern.
dossier-withhold = Teile weglassen
dossier-withhold-about = Was weggelassen wird, behält seinen Platz, und der Rest lässt sich weiterhin prüfen; das Dossier sagt, wie viel fehlt. Lassen Sie weg, was seine Leser nicht sehen dürfen, etwa Dateien, die der Auditierte im Vertrauen gegeben hat.
dossier-files = Nachweisdateien
dossier-files-cut = Die ersten { $count } stehen hier; andere nennt man auf der Kommandozeile mit assize export audit --withhold-evidence.
dossier-fields = Was Menschen in eigenen Worten geschrieben haben
dossier-field = { $kind }: { $field }
dossier-others = Andere Felder und einzelne Einträge des Journals werden auf der Kommandozeile mit assize export audit --withhold weggelassen.

## Einstellungen.

settings = Einstellungen
settings-unnamed = Die auditierende Organisation hat noch keinen Namen
settings-unnamed-about = Benennen Sie sie zuerst: Jedes Auditprogramm, jedes Audit und jeder Bericht ist eines dieser Organisation.
settings-policy = Womit ein neues Auditprogramm beginnt. Ein Programm ändert seine eigenen Regeln durch Revision, damit jedes Audit sagen kann, unter welchen es stattfand.
settings-policy-clause = ISO 19011:2018 5.4.1
settings-numbers = Fristen und Grenzen
settings-days = { $count ->
    [one] ein Tag
   *[other] { $count } Tage
}
settings-months = { $count ->
    [one] ein Monat
   *[other] { $count } Monate
}
settings-hours-least = mindestens { $count } h
settings-months-least = { $count ->
    [one] mindestens ein Monat
   *[other] mindestens { $count } Monate
}
settings-bars = { $count ->
    [one] Eine Sperre
   *[other] { $count } Sperren
}: welche Beziehung wen vom Auditieren abhält, und wie lange
settings-storage = Speicher
settings-software = Version
settings-database = Datenbank
settings-entries = Einträge des Journals
settings-checkpoint = Letzter Prüfpunkt
settings-signed = { $count ->
    [one] umfasst einen Eintrag
   *[other] umfasst { $count } Einträge
}
settings-unpublished = noch keiner veröffentlicht
settings-younger = Jüngere Einträge
settings-audits = Audits
settings-reports = Herausgegebene Berichte
settings-evidence = Auditnachweise
settings-files = { $count }, Dateien mit { $bytes }
settings-erasures = Löschungen
settings-backup = Eine Sicherung entsteht auf der Kommandozeile mit assize backup; der Signaturschlüssel ist nie darin.
tokens = Zugriffstoken für die Programmierschnittstelle
tokens-about = Mit einem Token handelt oder liest ein Programm in Ihrem Namen, bis es abläuft oder Sie es widerrufen.
tokens-list = Token
tokens-empty = Es gibt keines. Erstellen Sie für jedes Programm ein eigenes, damit sich eines ohne die anderen widerrufen lässt.
token-made = Kopieren Sie das Token jetzt
token-made-about = Es wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.
token-make = Token erstellen
token-label = Wofür es ist
token-label-help = Damit Sie später wissen, welches zu widerrufen ist.
token-who = Von wem
token-scope = Was es darf
token-read = lesen
token-act = lesen und handeln
token-days = Gültig für Tage
token-days-wrong = 1 bis { $count } Tage angeben.
token-made-at = Erstellt
token-expires = Läuft ab
token-used = Zuletzt benutzt
token-unused = nie
token-revoked = widerrufen { $when }
token-expired = abgelaufen
token-revoke = „{ $what }“ widerrufen

## Importieren.

import-about = Eigene Auditkriterien, Audittests, Auditspuren und Zuordnungen einbringen. Nichts wird übernommen, bevor Sie gesehen haben, was in der Datei steht und was daran nicht stimmt.
import-file = Datei
import-file-help = XLSX, CSV, TOML, OSCAL oder eine Bibliothek von CISO Assistant; höchstens { $megabytes } MB.
import-go = In die Datei sehen
import-forms = Was genommen wird
import-form = Form der Datei
import-sheets = Tabelle (XLSX, CSV)
import-sheets-about = Jede Tabelle mit einer Zeile von Überschriften; Sie sagen, welche Spalte was enthält.
import-toml = TOML
import-toml-about = Die Form des eingebauten Katalogs, in der jede Kriteriensammlung ausgegeben werden kann.
import-oscal = OSCAL-Katalog (JSON)
import-oscal-about = Gruppen und Maßnahmen werden Anforderungen.
import-ciso = Bibliothek von CISO Assistant (YAML)
import-ciso-about = Ihre Rahmenwerke werden Auditkriterien.
import-nothing-yet = Noch wurde nichts übernommen.
import-report = Was darin steht
import-ready = Es gibt kein Problem; dies würde übernommen
import-set = { $set }: { $count ->
    [one] eine Anforderung
   *[other] { $count } Anforderungen
}
import-tests = { $count ->
    [one] ein Audittest
   *[other] { $count } Audittests
}
import-mappings = { $count ->
    [one] eine Zuordnung
   *[other] { $count } Zuordnungen
}
import-trails = { $count ->
    [one] eine Auditspur
   *[other] { $count } Auditspuren
}
import-adopt = Übernehmen
import-problems = { $count ->
    [one] Ein Problem; nichts wurde übernommen
   *[other] { $count } Probleme; nichts wurde übernommen
}
import-remarks = { $count ->
    [one] Eine Bemerkung: was übergangen oder ergänzt wurde
   *[other] { $count } Bemerkungen: was übergangen oder ergänzt wurde
}
import-line = Zeile { $line }
import-auditee = Eigene Kriterien von
import-auditee-none = niemand Bestimmtem
import-lenient = Übergehen, was von der Form abweicht, und sagen, was es war
import-overrides = Kriterien nehmen, die sich von eingebauten mit derselben Kennung unterscheiden
import-the-set = Die Auditkriterien
import-the-set-help = Die Kennung nennt die Ausgabe, etwa „Hofregeln:2026“: Aufzeichnungen nennen die Kriterien für immer so.
import-sheet = Blatt { $name }
import-sheet-one = Die Tabelle
import-rows = { $count ->
    [one] eine Zeile
   *[other] { $count } Zeilen
}
import-sort = Was ihre Zeilen sind
import-sort-none = nichts zu nehmen
import-sort-requirements = Anforderungen
import-sort-tests = Audittests
import-sort-trails = Auditspuren
import-sort-mappings = Paare einer Zuordnung
import-header-row = Zeile mit den Überschriften
import-no-headings = In dieser Zeile stehen keine Überschriften. Geben Sie die Zeile an, in der sie stehen.
import-preview = Die ersten Zeilen, mit dem, was jede Spalte enthält
import-not-taken = nicht genommen
import-attribute = ein Attribut
import-sheets-more = { $count } weitere Blätter werden nicht angesehen; speichern Sie sie einzeln.
import-check = Prüfen
import-other = Andere Datei
