## Aussagen anderer


audit-tab-claims = Aussagen
claims-about = Was andere über die auditierte Organisation sagen: eine Selbstbewertung, Feststellungen eines anderen Audits, eine Liste von Vorgängen. Es steht neben Ihren Arbeitspapieren in den Worten der Quelle und bewertet nichts; es entscheidet, was Sie selbst sehen.
claims-list = Dateien, aus denen Aussagen übernommen wurden
claims-empty = Es wurden noch keine Aussagen übernommen. Nehmen Sie unten die Datei als Nachweis entgegen und lesen Sie sie: Tabellen beliebigen Aufbaus, Exporte aus Jira, eramba und CISO Assistant, Ergebnisse und Maßnahmenpläne in OSCAL.
claims-title = Satz
claims-source = Quelle
claims-kind = Was es ist
claims-count = Aussagen
claims-placed = Zu einer Anforderung
claims-taken = Übernommen
claims-state = Zustand
claims-take-file = Datei entgegennehmen und lesen
claims-take-about = Die Datei wird als Nachweis aufbewahrt, wie sie ist. Nichts daraus wird übernommen, bevor Sie gesehen haben, was verstanden wurde.
claims-read-go = Datei entgegennehmen und lesen
claims-of-evidence = Dateien dieses Audits, die sich lesen ließen
claims-read = Aussagen einer Datei lesen
claims-read-about = Was in der Datei gefunden und was nicht verstanden wurde. Noch ist nichts übernommen.
claims-unfit = Die Datei lässt sich nicht lesen: { $reason }
claims-nothing = Nichts in dieser Datei sieht nach einer Checkliste oder einem Register aus. Geben Sie die Zeile der Überschriften an und sagen Sie, was jede Spalte bedeutet.
claims-said = Was dazu gesagt wird
claims-name = Was der Satz ist
claims-who = Wer es sagt
claims-sheet = Blatt
claims-header-row = Zeile der Überschriften
claims-columns = Was die Spalten bedeuten
claims-not-taken = nicht übernehmen
claims-means-id = Kennung der Zeile
claims-means-reference = Abschnitt oder Maßnahme
claims-means-title = Was sie sagt
claims-means-text = Mehr dazu
claims-means-says = Stand
claims-means-weight = Gewicht
claims-means-owner = Wer handeln soll
claims-means-due = Bis wann
claims-look = Neu ansehen
claims-found = { $count ->
    [one] Eine Aussage gefunden
   *[other] { $count } Aussagen gefunden
}, davon { $placed } zu einer Anforderung der Auditkriterien.
claims-left-out = { $count ->
    [one] Eine weitere bleibt weg, weil ein Satz höchstens 2.000 fasst. Teilen Sie die Datei.
   *[other] { $count } weitere bleiben weg, weil ein Satz höchstens 2.000 fasst. Teilen Sie die Datei.
}
claims-first = Die ersten davon
claims-puzzled = { $count ->
    [one] Eines wurde nicht verstanden
   *[other] { $count } Dinge wurden nicht verstanden
}
claims-puzzle-nothing = sagt nichts und bleibt weg
claims-puzzle-reference = „{ $what }“ ist keine Anforderung der Auditkriterien; die Aussage steht ohne
claims-puzzle-date = „{ $what }“ ist kein eindeutiges Datum; schreiben Sie es wie 2026-09-15
claims-puzzle-cut = das Ende eines langen Textes bleibt hier weg; es steht in der Datei
claims-more = { $count ->
    [one] und eines mehr
   *[other] und { $count } mehr
}
claims-take = Aussagen übernehmen
claims-layout = Gelesen als
claims-layout-columns = Tabelle, nach ihren Überschriften
claims-layout-jira = Export aus Jira
claims-layout-eramba = Tabelle aus eramba
claims-layout-ciso-assistant-audit = Audit aus CISO Assistant
claims-layout-ciso-assistant-findings = Feststellungen aus CISO Assistant
claims-layout-oscal-results = OSCAL-Ergebnisse
claims-layout-oscal-poam = OSCAL-Maßnahmenplan
claims-requirement = Anforderung
claims-claim = Aussage
claims-place = Stelle
desk-claims = { $count ->
    [one] Eine Aussage anderer dazu
   *[other] { $count } Aussagen anderer dazu
}
desk-claims-about = In den Worten ihrer Quelle. Sie bewerten nichts.
record-claims = Aussagen daraus lesen
