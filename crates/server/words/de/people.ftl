## Auditoren: die Personen des Verzeichnisses.

people-about = Wer heute was auditieren darf, nach der belegten Kompetenz, und bis wann.
people-clauses = ISO 19011:2018 5.5.4, 7
people-registers = Wer gezeigt wird
people-auditors = Auditoren
people-everybody = Alle im Verzeichnis
people-first = Den ersten Auditor eintragen
people-first-about = Ein Audit beginnt mit Personen, die es durchführen können. Tragen Sie sie ein und fügen Sie dann hinzu, was ihre Kompetenz belegt; daraus weiß jede Seite, wer benannt werden darf.
people-first-clause = ISO 19011:2018 5.5.4
people-renew = „{ $what }“ von { $name } erneuern
people-renew-until = Gilt bis einschließlich { $date }. Danach belegt es keine Kompetenz mehr.
people-renew-clause = ISO 19011:2018 7.6
people-open = { $name } öffnen
people-soon = Endet innerhalb von 90 Tagen
people-soon-empty = In den nächsten 90 Tagen endet keine Schulung, keine Qualifikation und keine Fertigkeit. Was endet, steht künftig hier zuerst.
people-soon-more = In diesen 90 Tagen endet noch mehr; die Matrix unten zeigt jedes Ende.
people-days-left = { $count ->
    [0] endet heute
    [one] noch ein Tag
   *[other] noch { $count } Tage
}
people-roles = Rolle, für die Kompetenz belegt wird
people-matrix = Kompetenz als: { $role }
people-matrix-about = Personen und die Kriterien der Richtlinie für diese Rolle. Ein Datum sagt, bis wann ein Kriterium erfüllt ist oder war.
people-left-out = Nicht gezeigt
people-empty = Niemand ist eingetragen, oder die Richtlinie verlangt in dieser Rolle nichts.
people-person = Person
people-met = erfüllt
people-unmet = nicht erfüllt
people-ends-soon = endet bald
people-lapsed = abgelaufen
people-missing = fehlt
people-growing = im Aufbau
people-months = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
}
people-hours = { $count ->
    [one] 1 Stunde
   *[other] { $count } Stunden
}
people-pieces = { $count }
people-list = Das Verzeichnis
people-competent-for = Heute kompetent als
people-no-role = noch keine Rolle
people-away = abwesend { $period }
people-auditors-empty = Für niemanden ist Kompetenz belegt, und niemand ist in einem Auditteam. Tragen Sie eine Person ein, öffnen Sie ihre Seite und fügen Sie hinzu, was ihre Kompetenz belegt; von da an steht sie hier.
people-everybody-empty = Noch ist niemand eingetragen.

## Eine Person.

record-and-history = Aufzeichnung und Verlauf
people-lacks-nothing = Es fehlt nichts: Der Verhaltenskodex ist angenommen, Interessen sind offengelegt, Kompetenz, Bewertung und Weiterbildung sind auf dem Stand.
people-lacks-title = Was fehlt
people-lack-credentials = Noch belegt nichts ihre Kompetenz. Ohne das können sie zu keiner Rolle benannt werden, für die die Richtlinie Kriterien festlegt.
people-lack-code = Der Verhaltenskodex in seiner jetzigen Fassung ist nicht angenommen. Das kann nur die Person selbst.
people-lack-code-own = Sie haben den Verhaltenskodex in seiner jetzigen Fassung nicht angenommen.
people-lack-interests = Interessen sind nicht offengelegt. Das kann nur die Person selbst.
people-lack-interests-own = Sie haben Ihre Interessen nicht offengelegt.
people-lack-lapsed = { $what } ist am { $when } abgelaufen. Fügen Sie hinzu, was es erneuert.
people-lack-ends-soon = { $what } endet am { $when }. Fügen Sie hinzu, was es erneuert.
people-lack-followed = Die Bewertung vom { $when } sah die Kriterien nicht erfüllt, und was daraus folgte, ist nicht festgehalten.
people-lack-appraisal = Die Person auditiert, und aus den letzten zwölf Monaten liegt keine Bewertung vor.
people-lack-development = Aus den letzten zwölf Monaten ist keine berufliche Weiterbildung festgehalten.
people-question = Für diese Rolle an diesem Tag kompetent?
people-role = Rolle
people-on = Datum
people-on-wrong = Das ist kein Datum; stattdessen gilt der heutige Tag.
people-ask = Die Aufzeichnungen fragen
people-answer-yes = Ja. Am { $date } erfüllte { $name } jedes Kriterium der Richtlinie als: { $role }.
people-answer-no = Nein. Am { $date } erfüllte { $name } nicht jedes Kriterium der Richtlinie als: { $role }.
people-answer-free = Die Richtlinie legt für diese Rolle keine Kriterien fest: { $role }. Jede Person darf sie übernehmen, soweit keine Beziehung sie ausschließt.
people-criterion = Kriterium
people-asked = Gefordert
people-shown = Belegt
people-by = Durch welchen Nachweis
people-nothing-shown = an diesem Tag nichts
people-document = Dokument
people-timeline = Kompetenz im Lauf der Zeit
people-timeline-about = Was Kompetenz belegt, nach Gebieten, und von wann bis wann es zählt.
people-credentials-empty = Noch ist nichts festgehalten.
people-credentials-teach = Ausbildung und Erfahrung zählen auf Dauer; Schulungen, Qualifikationen und Fertigkeiten zählen bis zu ihrem letzten Tag. Fügen Sie jedes mit der Stelle hinzu, die es bestätigt hat.
people-credentials-all = { $count ->
    [one] Der eine Kompetenznachweis
   *[other] Alle { $count } Kompetenznachweise
}
people-withdraw = Zurückziehen
people-remove = Entfernen
people-state = Stand
people-from = Von
people-to = Bis
people-today = heute
people-lasting = auf Dauer
people-valid = gültig
people-audits = Audits
people-audits-clause = ISO 19011:2018 7.2.4
people-audits-empty = Die Person war in keinem Auditteam. Diese Liste entsteht aus den Audits selbst: Wer benannt wird, erscheint hier.
people-appraisals = Bewertungen
people-appraisals-clause = ISO 19011:2018 7.4, 7.5
people-appraisals-empty = Es liegt keine Bewertung vor. Beobachten Sie ein Audit, prüfen Sie Aufzeichnungen oder führen Sie ein Gespräch, und halten Sie das Ergebnis hier fest; was daraus folgt, steht daneben.
people-behaviour-shown = gezeigt
people-behaviour-missed = nicht gezeigt
people-followed = Was daraus folgte:
people-followed-nothing = Es ist nicht festgehalten, was aus diesem Ergebnis folgte.
people-roles-today = Heute
people-competent = kompetent nach der Richtlinie
people-lacks = es fehlt: { $what }
people-facts = Im Verzeichnis
people-code = { $code }, { $when }
people-code-text = Verhaltenskodex lesen
people-relations = Beziehungen zu auditierten Organisationen
people-relations-clause = ISO 19011:2018 4 e)
people-relations-empty = Es ist keine Beziehung festgehalten. Wer von Anstellung, Beratung, früherer Arbeit oder einer engen Bindung weiß, kann sie angeben; was sie ausschließt, folgt aus der Richtlinie.
people-relation-withdrawn = Als Irrtum zurückgezogen: { $why }
people-bars-nothing = Sie schließt heute nichts aus.
people-bars = { $types }, als { $roles }.
people-bars-until = Ausgeschlossen bis einschließlich { $date }:
people-bars-while = Ausgeschlossen, solange sie besteht, und für die Karenzzeit danach:
people-bars-liftable = Schutzmaßnahmen, die die Leitung des Auditprogramms genehmigt, können den Ausschluss aufheben.
people-bars-firm = Keine Schutzmaßnahme hebt den Ausschluss auf.
people-declarations = Offenlegung von Interessen
people-declarations-clause = ISO/IEC 27007:2020 5.5.4
people-declarations-empty = Es liegt keine Offenlegung vor. Jede Person legt ihre Interessen selbst offen, bevor sie benannt wird.
people-declared-general = allgemein
people-erased-auditee = eine gelöschte auditierte Organisation
people-interests = Interessen offengelegt
people-interests-none = Keine Interessen
people-development = Berufliche Weiterbildung
people-development-clause = ISO 19011:2018 7.6
people-development-empty = Es ist keine Weiterbildung festgehalten. Kurse, Tagungen, beobachtete Audits und Zeit für neue Themen zählen, mit ihren Stunden.
people-development-year = { $count ->
    [one] Eine Stunde in den letzten zwölf Monaten.
   *[other] { $count } Stunden in den letzten zwölf Monaten.
}
people-absences = Verfügbarkeit
people-absences-clause = ISO 19011:2018 5.5.4
people-absences-empty = Es steht keine Abwesenheit bevor. Ein Auditplan gibt niemandem eine Sitzung an einem Tag, an dem er abwesend ist.

## Auditierte Organisationen.

auditees-about = Die Organisationen, die auditiert werden, mit ihren Einheiten, Standorten und Ansprechpersonen.
auditees-clause = ISO 19011:2018 5.4.3
auditees-first = Die erste auditierte Organisation eintragen
auditees-empty = Auditprogramme, Auditpläne und Umfänge wählen aus dem, was hier steht: Einheiten, Standorte und Prozesse, jeweils einmal eingetragen.
auditee-name = Auditierte Organisation
auditee-unit = Einheit
auditee-units = Einheiten
auditee-site = Standort
auditee-sites = Standorte
auditee-sites-clause = ISO 19011:2018 A.16
auditee-sites-empty = Es ist kein Standort eingetragen.
auditee-map = Die Standorte von West nach Ost, nach ihrer Uhr
auditee-map-about = Eine Spalte je Zeitzone, in der Reihenfolge der Uhren; virtuelle Standorte stehen für sich. Die Karte hat keinen Grund: Nichts wird von anderswo geholt, und eingetragen sind Anschriften, keine Koordinaten.
auditee-virtual = Virtuelle Standorte
auditee-virtual-about = über ein Netz erreicht
auditee-lack-sites = Es ist kein Standort eingetragen: Weder Umfang noch Auditplan können sagen, wo.
auditee-lack-units = Weder Einheiten noch Prozesse sind eingetragen: Weder Umfang noch Abdeckung können sagen, was.
auditee-lack-contacts = Es ist keine Ansprechperson eingetragen. Der Kontakt mit der auditierten Organisation ist der erste Schritt jedes Audits.
auditee-lack-soa = Es ist keine Erklärung zur Anwendbarkeit eingetragen. Nach ihr entstehen die Arbeitspapiere zu Maßnahmen.
auditee-lack-closed = { $count ->
    [one] Eine Nichtkonformität ist festgestellt und nicht abgeschlossen: { $title }.
   *[other] { $count } Nichtkonformitäten sind festgestellt und nicht abgeschlossen. Am längsten wartet: { $title }.
}
auditee-lack-closed-many = Mehr als { $count } Nichtkonformitäten sind festgestellt und nicht abgeschlossen. Von den neuesten wartet am längsten: { $title }.
auditee-follow-up = Feststellung { $number } verfolgen
auditee-lack-audit = Hier wurde noch kein Audit eröffnet. Audits werden in einem Auditprogramm geplant.
auditee-plan = Ein Audit in einem Auditprogramm planen
auditee-open = Offene Nichtkonformitäten
auditee-open-clause = ISO 19011:2018 6.7
auditee-open-empty = Keine Nichtkonformität ist offen. Was hier festgestellt wird, bleibt bis zum Abschluss in dieser Liste.
auditee-open-more = Es sind noch mehr offen; die ältesten stehen in der Liste der Feststellungen.
auditee-audits-empty = Bei dieser Organisation wurde noch kein Audit eröffnet.
auditee-findings = Weitere Auditfeststellungen
auditee-findings-empty = Es gibt keine weiteren Auditfeststellungen.
finding-of-grade = { $grade ->
    [major] Hauptnichtkonformität
    [minor] Nebennichtkonformität
   *[other] Nichtkonformität ({ $grade })
}
finding-numbered = Feststellung { $number }
auditee-contacts = Ansprechpersonen
auditee-contacts-empty = Noch ist niemand genannt. Tragen Sie die Person ein und nennen Sie sie hier mit ihrer Funktion.
auditee-units-empty = Es sind keine Einheiten eingetragen.
auditee-documents = Dokumente und Nachweise
auditee-documents-empty = Von dieser Organisation ist noch nichts aufbewahrt. Was am Arbeitsplatz eines Audits aufgenommen wird, erscheint hier.
auditee-file = Speichern
auditee-soa = Erklärung zur Anwendbarkeit
auditee-soa-clause = ISO/IEC 27001:2022 6.1.3 d)
auditee-soa-empty = Es ist keine Fassung eingetragen. Tragen Sie die Erklärung der Organisation ein, Maßnahme für Maßnahme; jede spätere Fassung wird mit der vorigen verglichen.
auditee-soa-version = Fassung
auditee-soa-count-necessary = Notwendig
auditee-soa-count-implemented = Umgesetzt
auditee-soa-count-excluded = Ausgeschlossen
auditee-soa-changes = Änderungen
auditee-soa-shown = unten gezeigt
auditee-soa-compare = Mit der vorigen Fassung vergleichen
auditee-soa-first = die erste Fassung
auditee-soa-compared = Von „{ $older }“ zu „{ $newer }“
auditee-soa-same = Beide Fassungen sagen von jeder Maßnahme dasselbe.
auditee-soa-before = Vorher
auditee-soa-after = Jetzt
auditee-soa-absent = nicht in der Erklärung
auditee-soa-necessary = { $state }. { $why }
auditee-soa-excluded = Ausgeschlossen. { $why }
auditee-soa-more = { $count ->
    [one] Eine weitere Maßnahme weicht ab; die Einträge beider Fassungen haben sie.
   *[other] { $count } weitere Maßnahmen weichen ab; die Einträge beider Fassungen haben sie.
}

## Suche.

search = Suchen
search-key = Überall suchen (Taste: /)
search-for = Suche: { $asked }
search-what = Wonach suchen Sie?
search-help = Jedes Wort muss vorkommen; das letzte darf ein Wortanfang sein, und jedes, das auf * endet, auch.
search-empty = Gesucht wird in den Titeln von Audits und Auditfeststellungen, im Wortlaut der Feststellungen, in den Namen von Personen und auditierten Organisationen, in Kennungen, Titeln und Zielen der Audittests, in Titeln und Begründungen der Arbeitspapiere, in Notizen und im Text aller Dokumente. Die Taste / führt von jeder Seite hierher.
search-nothing = „{ $asked }“ kommt nirgends vor.
search-nothing-fewer = Geben Sie weniger Wörter an: Jedes davon muss vorkommen.
search-nothing-whole = Geben Sie einen Wortanfang mit * an: wiederherst* findet wiederherstellen und Wiederherstellung.
search-nothing-where = Gesucht wird nur in dem, was Sie sehen dürfen; Dokumente werden gefunden, sobald ihr Text gelesen ist.
search-all = Alle Arten
search-more = Mehr: { $kind }
search-cut = Es gibt mehr, als diese Seite zeigt. Grenzen Sie mit einem weiteren Wort ein.
