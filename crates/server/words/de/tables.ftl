## Tabellen, die zurückkommen, und Listen, die hereinkommen.

tables-in = Tabelle einlesen
tables-in-hint = Eine bearbeitete Tabelle: Sie sehen zuerst, was sich ändern würde.
tables-title-audit = Tabellen des Audits einlesen
tables-title-programme = Terminplan einlesen
tables-title-statement = Erklärung zur Anwendbarkeit einlesen
tables-title-people = Personen und Kompetenz einlesen
tables-title-auditee = Einheiten und Standorte einlesen
tables-title-person = Kalender einlesen
tables-about-audit = Exportieren Sie eine Tabelle, bearbeiten Sie sie in Excel oder LibreOffice und lesen Sie sie wieder ein. Nichts ändert sich, bevor Sie Zeile für Zeile und Zelle für Zelle gesehen haben, was sich ändern würde; dann wird alles übernommen oder nichts.
tables-about-programme = Exportieren Sie den Terminplan, bearbeiten Sie ihn und lesen Sie ihn wieder ein. Nichts ändert sich, bevor Sie gesehen haben, was sich ändern würde; dann wird alles übernommen oder nichts.
tables-about-statement = Exportieren Sie die Erklärung, bearbeiten Sie sie und lesen Sie sie als neue Fassung wieder ein. Die Fassung davor bleibt, wie sie ist.
tables-about-people = Kompetenznachweise, in der Tabelle bearbeitet; oder eine Liste von Personen in beliebiger Form. Nichts ändert sich, bevor Sie gesehen haben, was sich ändern würde.
tables-about-auditee = Eine Liste von Einheiten, Standorten und Prozessen in beliebiger Form. Was die auditierte Organisation schon hat, wird geändert, wo die Liste anderes sagt; was in der Liste fehlt, bleibt.
tables-about-person = Die Tage, an denen jemand belegt ist, werden zu Abwesenheiten, die die Besetzung berücksichtigt. Betreff, Ort und Teilnehmende eines Kalenders werden nie gelesen.
tables-first = Zuerst: Tabelle exportieren
tables-changes = Was sich ändern lässt
tables-changes-papers = Arbeitspapiere: Auditorin oder Auditor; Bewertung und Begründung eines offenen Papiers; eine neue Notiz mit Methode und, bei einem Interview, der Rolle.
tables-changes-findings = Feststellungen im Entwurf: Art, Einstufung, Titel, Anforderungen, mitverletzte Abschnitte, Aussage, objektiver Nachweis, Verweise auf Nachweise.
tables-changes-nonconformities = Nichtkonformitäten: Korrektur, Ursache, Korrekturmaßnahme mit Verantwortlichen und Termin, jeweils wenn der Schritt an der Reihe ist.
tables-changes-schedule = Geplante Audits, bevor sie eröffnet sind: Titel, Art, Zeitraum, Tage, Methoden, Kriterien und die vier Gründe. Bei einem in Kraft gesetzten Programm ist jede Änderung eine Revision und braucht eine Begründung.
tables-changes-statement = Titel, notwendig, warum, umgesetzt, warum ausgeschlossen; und Zeilen für neue Maßnahmen.
tables-changes-competence = Kompetenznachweise: Art, Gebiet, Titel, Aussteller, Daten, Umfang. Eine Zeile ohne Kennung fügt der genannten Person einen hinzu. Eine geänderte Zeile wird zurückgezogen und unter ihrem Schlüssel neu eingetragen.
tables-changes-people = Eine Liste von Personen: Name, E-Mail, Arbeitgeber, Sprachen, Zeitzone, Reiseort; Kompetenz mit Art, Gebiet (mit Namen, Schlüssel oder ein eigenes), Daten und Umfang, je eine Zeile. Interessen erklären die Personen selbst.
tables-changes-parts = Schlüssel, Name, Obereinheit, Personen, Schichten, Anschrift, Land, Zeitzone, Art. Eine Einheit ist Teil ihrer Obereinheit; ein Standort oder Prozess mit einer trägt deren Namen.
tables-changes-calendar = Eine iCalendar-Datei (.ics), wie Outlook, Google und andere sie speichern. Abwesenheiten aus einem früheren Kalender werden nachgeführt; eingetragene bleiben.
tables-send = Dann: einlesen
tables-classification = Wie schutzbedürftig die Datei ist; sie wird als Nachweis aufbewahrt
tables-file-help = XLSX oder CSV, bei einem Kalender .ics; höchstens { $megabytes } MB.
tables-look-go = Ansehen, was sich ändern würde
tables-look = Was sich ändern würde
tables-again = Andere Datei wählen
tables-unfit = Die Datei lässt sich nicht lesen: { $reason }
tables-none = Kein Blatt der Datei ist eine Tabelle, die sich hier einlesen lässt. Behalten Sie Überschriften und Kennungen der exportierten Tabelle bei.
tables-nothing = Nichts würde sich ändern
tables-would = { $count ->
    [one] Eine Zeile würde sich ändern
   *[other] { $count } Zeilen würden sich ändern
}
tables-cannot = { $count ->
    [one] Noch nicht übernehmbar: An einer Zeile stimmt etwas nicht
   *[other] Noch nicht übernehmbar: An { $count } Zeilen stimmt etwas nicht
} ({ $taken ->
    [one] eine weicht ab
   *[other] { $taken } weichen ab
})
tables-found = { $table }: { $rows ->
    [one] eine Zeile
   *[other] { $rows } Zeilen
}; { $unchanged ->
    [one] eine sagt
   *[other] { $unchanged } sagen
} dasselbe wie die Aufzeichnung, { $absent ->
    [one] eine der Aufzeichnung fehlt in der Datei und bleibt, wie sie ist.
   *[other] { $absent } der Aufzeichnung fehlen in der Datei und bleiben, wie sie sind.
}
tables-found-list = { $rows ->
    [one] Eine Zeile
   *[other] { $rows } Zeilen
}{ $unchanged ->
    [0] .
    [one] ; eine sagt nichts Neues.
   *[other] ; { $unchanged } sagen nichts Neues.
}
tables-found-calendar = { $busy ->
    [one] Ein Termin belegt
   *[other] { $busy } Termine belegen
}, { $free ->
    [one] einer nicht.
   *[other] { $free } nicht.
}
tables-calendar-hours = Ein Tag zählt als Abwesenheit ab { $hours } belegten Stunden zwischen 8 und 18 Uhr in der Zeitzone der Person. Tage eingetragener Abwesenheiten bleiben diese.
tables-calendar-zone = Die Zeitzone „{ $about }“ ist nicht bekannt; ihre Zeiten wurden in der Zeitzone der Person genommen.
tables-calendar-rule = Eine Wiederholungsregel wurde nicht verstanden; der Termin wurde einmal genommen: { $about }
tables-calendar-time = Eine Zeit wurde nicht verstanden: { $about }
tables-calendar-range = Eine Änderung „ab hier“ wurde für einen einzigen Termin genommen: { $about }
tables-calendar-many = Der Kalender hat mehr, als gelesen wird: { $about }
tables-unknown-headings = Spalten, die nicht zur Tabelle gehören und nicht gelesen wurden: { $headings }
tables-fixed = Zellen, die sich nicht bearbeiten lassen, werden gezeigt und nicht übernommen.
tables-reason = Warum (bei einem in Kraft gesetzten Programm und bei geänderten Kompetenznachweisen)
tables-reason-usual = Berichtigt durch die Tabelle { $name }
tables-label = Name der neuen Fassung
tables-dated = Ihr Datum
tables-employer = Für wen sie arbeiten, wo die Liste nichts sagt
tables-zone = Ihre Zeitzone, wo die Liste nichts sagt
tables-columns = Was die Spalten bedeuten
tables-columns-said = Spalten
tables-take = Alles übernehmen
tables-rows = Zeile für Zeile
tables-row = Zeile { $row }
tables-row-stale = seither geändert: Die Datei hat Version { $seen }, die Aufzeichnung ist bei { $present }
tables-row-refused = nicht übernehmbar
tables-row-left = bleibt
tables-row-new = neu
tables-row-gone = wird gestrichen
tables-row-changed = ändert sich
tables-column = Spalte
tables-from = Jetzt
tables-to = In der Datei
tables-not-taken = (nicht übernommen)
tables-wrong-stale = Die Aufzeichnung hat sich geändert, seit die Tabelle exportiert wurde. Exportieren Sie die Tabelle neu und bearbeiten Sie diese.
tables-wrong-unversioned = Die Zeile hat keine Version. Exportieren Sie die Tabelle neu und behalten Sie die Spalte bei.
tables-wrong-twice = Die Kennung steht schon in einer früheren Zeile.
tables-wrong-unknown = Die Kennung gehört nicht zu dieser Tabelle.
tables-wrong-new = Diese Tabelle nimmt keine neuen Zeilen auf.
tables-wrong-nobody = Niemand, der gemeint sein kann, heißt „{ $said }“.
tables-wrong-several = Mehrere Personen heißen „{ $said }“; nennen Sie die E-Mail-Adresse.
tables-wrong-date = „{ $said }“ ist kein Datum oder könnte zwei sein; schreiben Sie 2026-09-15.
tables-wrong-number = „{ $said }“ ist keine Zahl.
tables-wrong-word = „{ $said }“ ist keines der Wörter dieser Spalte.
tables-wrong-requirement = „{ $said }“ ist keine Anforderung oder sagt nicht, aus welchem Regelwerk.
tables-wrong-evidence = „{ $said }“ ist kein Nachweis des Audits; schreiben Sie Verweise wie E001.
tables-wrong-key = „{ $said }“ ist nicht so geschrieben, wie es sein muss.
tables-wrong-needed = Hier muss etwas stehen.
tables-wrong-cleared = Was hier steht, lässt sich durch eine Tabelle nicht wegnehmen.
tables-wrong-alone = Das sagt nur zusammen mit einer anderen Spalte etwas: eine Begründung mit einer Bewertung, eine Methode mit einer Notiz.
tables-wrong-parent = „{ $said }“ steht nicht in der Liste, oder die Liste geht im Kreis.
tables-means-name = Name
tables-means-email = E-Mail-Adresse
tables-means-employer = Arbeitgeber
tables-means-languages = Sprachen
tables-means-zone = Zeitzone
tables-means-home = Reiseort
tables-means-kind = Art der Kompetenz
tables-means-area = Kompetenzgebiet
tables-means-from = Von
tables-means-to = Bis
tables-means-amount = Monate oder Stunden
tables-means-issuer = Aussteller
tables-means-title = Kompetenz
tables-means-parent = Gehört zu
tables-means-country = Land
tables-means-place = Anschrift
tables-means-persons = Personen
tables-means-site_kind = Physisch oder virtuell
tables-means-sort = Einheit, Standort oder Prozess
tables-means-key = Schlüssel
tables-means-absence = Abwesenheit

table-journal = Journal
table-coverage = Abdeckung
table-credentials = Kompetenznachweise
table-competence = Kompetenz
table-age-30 = bis 30 Tage
table-age-60 = 31 bis 60 Tage
table-age-90 = 61 bis 90 Tage
table-age-more = über 90 Tage
column-version = Version
column-ageing = Alter
column-action-due = Maßnahme bis
column-new-note-method = Neue Notiz: Methode
column-new-note-role = Neue Notiz: Rolle der interviewten Person
column-new-note = Neue Notiz
column-statement-id = Kennung der Erklärung
column-credential = Kennung des Nachweises
column-person = Kennung der Person
column-person-name = Person
column-email = E-Mail-Adresse
column-employer = Arbeitgeber
column-area = Gebiet
column-issuer = Aussteller
column-amount = Monate oder Stunden
column-role = Rolle
column-clause = Abschnitt
column-shown-by = Nachgewiesen durch
column-asked = Gefordert
column-shown = Nachgewiesen
column-met = Erfüllt
column-met-until = Erfüllt bis
column-unit = Einheit
column-audits-planned = Geplante Audits
column-audits-held = Durchgeführte Audits
column-next-from = Nächstes ab
column-planned-titles = Welche Audits
column-seq = Eintrag
column-what = Was geschah
column-event = Art des Eintrags
column-record-kind = Art der Aufzeichnung
column-record = Kennung der Aufzeichnung
column-leaf = Hash im Log

file-journal-xlsx = Das Journal des Audits als Arbeitsmappe: was geschah, wann, durch wen
file-journal-csv = Das Journal des Audits als CSV
file-journal-jsonl = Das Journal des Audits als JSON Lines
file-coverage-csv = Was das Programm abgedeckt hat, als CSV
file-coverage-jsonl = Was das Programm abgedeckt hat, als JSON Lines
file-competence-xlsx = Kompetenznachweise und wer welches Kriterium erfüllt, als Arbeitsmappe
file-credentials-csv = Kompetenznachweise als CSV
file-credentials-jsonl = Kompetenznachweise als JSON Lines
file-competence-csv = Wer welches Kriterium erfüllt, als CSV
file-competence-jsonl = Wer welches Kriterium erfüllt, als JSON Lines

## Evidence that comes back
tables-changes-evidence = Nachweise: die Vertraulichkeitsstufe, mit Begründung, wo sie niedriger wird; ein Schritt der Nachweiskette mit Bemerkung. Name, Prüfsumme, Herkunft und alles Übrige sind Tatsachen des Nachweises, wie er aufgenommen wurde.
tables-wrong-area = „{ $said }“ ist ein eigenes Gebiet: Es zählt, wo eine Richtlinie es verlangt, und die des Hauses verlangt es nicht.
tables-wrong-fact = Das ist eine Tatsache des Nachweises, wie er aufgenommen wurde; keine Tabelle ändert sie. Wo er falsch aufgenommen wurde, nehmen Sie die Datei neu auf.
column-classification-reason = Neue Vertraulichkeitsstufe: Begründung
column-new-custody = Neuer Schritt der Nachweiskette
column-new-custody-remark = Neuer Schritt der Nachweiskette: Bemerkung

## Reading sheets
sheets-notes = { $count ->
    [one] Ein Hinweis zum Lesen der Datei
   *[other] { $count } Hinweise zum Lesen der Datei
}
sheets-broken = Etwas in der Datei ist nicht so, wie es gemeint war. Es wird nichts übernommen, bevor es berichtigt ist.
sheets-column = Spalte { $column }
tables-means-shifts = Schichten
