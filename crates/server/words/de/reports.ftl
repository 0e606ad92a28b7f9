## Der Bericht eines Audits: was er sagt und was ihm fehlt, seine Fassungen, und was mit ihm geschieht.

audit-tab-report = Bericht
report-of = Bericht: { $audit }
report-version = Fassung { $number }
report-by-at = { $who }, { $at }
report-language-en = Berichtssprache: Englisch
report-language-de = Berichtssprache: Deutsch
report-language-other = Berichtssprache: { $tag }; Überschriften und feste Texte stehen auf Englisch
report-house-rule = Hausregel

report-write = Bericht schreiben
report-edit = Bericht bearbeiten
report-amend = Bericht ändern
report-back = Zum Bericht

report-next-conclude = Auditschlussfolgerungen ziehen
report-next-end = Auditdurchführung beenden, damit der Bericht geschrieben werden kann
report-next-write = Den Bericht schreiben
report-next-complete = { $count ->
    [one] Den Bericht vervollständigen: ein Punkt fehlt
   *[other] Den Bericht vervollständigen: { $count } Punkte fehlen
}
report-next-review = Den Bericht von jemandem prüfen lassen, der ihn nicht geschrieben hat
report-next-approve = Die Leitung des Auditteams gibt den Bericht frei
report-next-issue = Den Bericht an seinen Verteiler herausgeben
report-next-acknowledge = Festhalten, wer den Empfang des Berichts bestätigt hat
report-next-complete-audit = Der Empfang ist bestätigt; das Audit abschließen
report-over = Nichts ist offen; der Bericht ist herausgegeben und sein Empfang bestätigt

report-conclusions = Auditschlussfolgerungen
report-conclusions-empty = Noch sind keine Schlussfolgerungen gezogen. Vor der Abschlussbesprechung einigt sich das Team auf das Ausmaß der Konformität, darauf, ob jedes Auditziel erreicht wurde, auf Trends über die Bereiche hinweg und, wo die Art des Audits es verlangt, auf eine Empfehlung.
report-conclude-anew = Neu ziehen
report-not-concluded = Nicht beurteilt

report-items = Was der Bericht sagen muss
report-items-whole = Jeder Punkt ist da oder mit Begründung ausgelassen.
report-items-lack = { $count ->
    [one] Ein Punkt fehlt. Ohne ihn kann der Bericht nicht freigegeben werden.
   *[other] { $count } Punkte fehlen. Ohne sie kann der Bericht nicht freigegeben werden.
}
report-item-missing = fehlt
report-item-recorded = aus den Aufzeichnungen
report-item-written = von der Leitung geschrieben
report-item-omitted = mit Begründung ausgelassen
report-add = Ergänzen; der Punkt kann nicht ausgelassen werden.
report-add-or-omit = Ergänzen oder mit Begründung auslassen.

report-item-objectives = Auditziele
report-item-scope = Auditumfang: Organisation, auditierte Funktionen und Prozesse
report-item-client = Auditauftraggeber
report-item-team = Auditteam
report-item-participants = Beteiligte der auditierten Organisation
report-item-dates = Daten des Audits
report-item-locations = Standorte, physische und virtuelle
report-item-criteria = Auditkriterien mit ihren Ausgaben
report-item-findings = Auditfeststellungen und die Nachweise dafür
report-item-conclusions = Auditschlussfolgerungen
report-item-degree_met = Grad der Erfüllung der Auditkriterien
report-item-diverging_opinions = Ungelöste abweichende Auffassungen, oder dass es keine gibt
report-item-sampling = Dass ein Audit eine Stichprobe ist, und das Risiko darin
report-item-distribution = Verteiler
report-item-plan = Der Auditplan, wie er durchgeführt wurde, mit Zeiten
report-item-process = Zusammenfassung des Auditprozesses
report-item-obstacles = Was verlässlichen Schlussfolgerungen im Weg stand
report-item-objectives_met = Ob jedes Auditziel erreicht wurde
report-item-not_covered = Bereiche im Auditumfang, die nicht abgedeckt wurden, und warum
report-item-summary = Zusammenfassung der Schlussfolgerungen und der wichtigsten Feststellungen
report-item-good_practices = Gute Praktiken
report-item-follow_up = Vereinbarte Folgemaßnahmen und Maßnahmenpläne
report-item-confidentiality = Vertraulichkeit des Inhalts
report-item-programme_implications = Folgen für das Auditprogramm oder spätere Audits
report-item-complaints = Wie man sich beschwert oder Einspruch erhebt
report-item-certification_soa = Version der Erklärung zur Anwendbarkeit
report-item-certification_trails = Wesentliche Auditpfade und Auditmethoden
report-item-certification_risk_analysis = Bericht über die Auditierung der Risikoanalyse
report-item-certification_remote = Anteil und Wirkung der Fernauditierung
report-item-certification_comparison = Vergleich mit früheren Audits

report-remarks = Anmerkungen der Prüfung
report-no-remark = Ohne Anmerkung.
report-distribution = Verteiler
report-distribution-empty = Noch steht niemand auf dem Verteiler. Er wird mit dem Auditauftraggeber vereinbart; niemand sonst bekommt den Bericht.
report-distribution-help = Wie mit dem Auditauftraggeber vereinbart; niemand sonst bekommt den Bericht. Leere Zeilen werden ausgelassen.
report-recipient = Empfänger { $number }
report-name = Name
report-function = Funktion
report-acknowledged = Empfang bestätigt
report-acknowledged-of = { $part } von { $whole } haben den Empfang bestätigt.
report-acknowledge = Festhalten
report-acknowledge-of = Festhalten, dass { $name } den Empfang bestätigt hat

report-versions = Fassungen
report-versions-empty = Noch gibt es keinen Bericht. Er wird aus den Aufzeichnungen zusammengestellt: Sie schreiben die Zusammenfassung und was die Aufzeichnungen nicht sagen können; alles andere ist schon da.
report-amended-because = Warum es diese Fassung gibt:
report-no-reason = Kein Grund ist festgehalten.
report-file = auditbericht-fassung-{ $number }.pdf
report-download = PDF herunterladen
report-compare-before = Mit der Fassung davor vergleichen
report-record = Aufzeichnung und Verlauf dieser Fassung
report-as-issued = Wie er herausgegeben wurde
report-preview = Vorschau
report-preview-what = So würde der Bericht herausgegeben; hier ist er als Entwurf gekennzeichnet.
report-word = Als Word-Datei, zum Weiterschreiben
report-open = PDF für sich öffnen

report-write-what = Der Bericht wird aus den Aufzeichnungen zusammengestellt. Hier ergänzen Sie, was diese nicht sagen können.
report-write-items = Öffnen Sie einen Punkt, um ihm einen eigenen Text zu geben oder ihn mit Begründung auszulassen. Punkte, die fehlen, sind offen.
report-text = Text
report-omitted = Oder warum er ausgelassen wird
report-why-help = Sagen Sie, was sich für die Leser ändert; der Grund steht im Bericht.
report-whole-papers = Arbeitspapiere im Ganzen anhängen
report-save = Entwurf speichern
report-closed = Der Bericht ist freigegeben: Sein Inhalt steht fest. Geben Sie ihn heraus; danach kann ihn eine neue Fassung ändern.

report-issue-does = Was beim Herausgeben geschieht
report-issue-renders = Aus dem freigegebenen Inhalt wird das endgültige PDF, ohne die Kennzeichnung als Entwurf.
report-issue-keeps = Das PDF wird unter seiner Prüfsumme aufbewahrt und nie neu erzeugt.
report-issue-replaces = Fassung { $number } wird als ersetzt gekennzeichnet; sie bleibt lesbar.
report-issue-lists = Von da an gilt diese Fassung. Senden Sie sie an die unten Genannten und halten Sie fest, wer den Empfang bestätigt hat.
report-issue-digest = Prüfsumme des freigegebenen Inhalts
report-issue-once = Ein Bericht wird einmal herausgegeben. Was später zu ändern ist, wird eine neue Fassung mit ihrem Grund.
report-issue-refused = Der Bericht kann jetzt nicht herausgegeben werden

report-compare = Fassungen vergleichen
report-compare-one = Es gibt höchstens eine Fassung. Wird ein herausgegebener Bericht geändert, stehen seine Fassungen hier nebeneinander.
report-compare-same = Beide Fassungen sagen dasselbe.
report-compare-key = So ist gekennzeichnet:
report-former = Frühere Fassung
report-latter = Spätere Fassung
report-evidence-taken = Kopie genommen
report-removed = entfallen
report-added = hinzugekommen
report-changed = geändert
report-same = { $count ->
    [one] Ein weiterer Eintrag ist in beiden gleich.
   *[other] { $count } weitere Einträge sind in beiden gleich.
}
report-left-out = { $count ->
    [one] Eine weitere Änderung wird hier nicht gezeigt; in den PDFs steht alles.
   *[other] { $count } weitere Änderungen werden hier nicht gezeigt; in den PDFs steht alles.
}
report-unread = Der Inhalt der Fassung { $number }, wie sie herausgegeben wurde, lässt sich nicht aus ihrem PDF lesen; vergleichen Sie die PDFs selbst.
report-section-frame = Titel und Rahmen
report-section-methods = Auditmethoden
report-section-previous = Nichtkonformitäten früherer Audits
report-section-certification = Zertifizierung
report-section-tests = Audittests
report-section-documents = Prüfung der dokumentierten Information
report-section-evidence = Nachweisverzeichnis
report-section-leader = Anmerkungen der Leitung und ausgelassene Punkte
