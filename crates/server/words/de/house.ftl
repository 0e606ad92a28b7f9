### Die Organisation auf ihren Dokumenten, und die Texte, die sie einmal schreibt.

letterhead = Logo und Dokumente
letterhead-about = Berichte, gedruckte Auditpläne und diese Seiten zeigen, wessen sie sind. Was hier festgelegt ist, steht auf jedem Dokument, das ab jetzt entsteht; herausgegebene Berichte bleiben, wie sie sind.
letterhead-logo-help = PNG, JPEG oder SVG, höchstens { $kilobytes } kB. Eine Zeichnung hat ihre Texte als Pfade und kein Skript.
letterhead-logo-now = Das Logo in Gebrauch
letterhead-no-logo = Logo entfernen
letterhead-file = { $media }, { $sides }
letterhead-accent-help = Eine Farbe für Überschriften und Linien der Dokumente, als # und sechs Ziffern. Sie muss auf Weiß gut lesbar sein: mindestens 4,5 zu 1.
letterhead-address-help = In einer Zeile, auf dem Deckblatt unter dem Namen.
letterhead-footer-help = Am Fuß jeder Seite, etwa Registernummer und Gericht.
letterhead-cover = Das Deckblatt, wie es jetzt ist
letterhead-cover-about = So beginnt ein Bericht mit dem, was jetzt gespeichert ist.
letterhead-sample-kind = AUDITBERICHT
letterhead-sample-title = Titel des Audits
settings-house = Diese Organisation
texts = Texte der Organisation
texts-about = Absätze, die Sie einmal schreiben. Wo einer passt, hat das Formular eine Schaltfläche, die ihn als Anfang einsetzt; was daraus wird, ist Sache des Auditteams, und das Journal hält fest, welche Fassung es war.
texts-language = Sprache der Texte
texts-none = Es gibt noch keinen. Schreiben Sie einen, dann bieten ihn die Formulare an, in die er passt.
texts-write = Text schreiben
texts-change = Text ändern
texts-earlier = { $count ->
    [one] Eine frühere Fassung
   *[other] { $count } frühere Fassungen
}
texts-version = Fassung { $number }
texts-text-in = Text ({ $language })
texts-text-help = Was zwischen geschweiften Klammern steht, wird aus den Aufzeichnungen des Audits gefüllt, in das der Text eingesetzt wird.
texts-placeholders = Platzhalter
texts-placeholders-about = Zwischen geschweiften Klammern steht jeder für das, was die Aufzeichnungen des Audits sagen. Was sie noch nicht sagen, bleibt stehen, damit man es beim Weiterschreiben sieht.
texts-placeholder-audit = Titel des Audits
texts-placeholder-auditee = Name der auditierten Organisation
texts-placeholder-organization = Name der auditierenden Organisation
texts-placeholder-leader = Auditteamleitung
texts-placeholder-client = Auditauftraggeber
texts-placeholder-period = von wann bis wann das Audit geplant ist
texts-placeholder-criteria = Auditkriterien mit ihren Ausgaben
texts-placeholder-scope = Auditumfang
texts-about-confidentiality = Wird im Auditplan, in der Eröffnungsbesprechung und im Bericht angeboten.
texts-about-opening-agenda = Wird angeboten, wo die Eröffnungsbesprechung eingetragen wird.
texts-about-closing-agenda = Wird angeboten, wo die Abschlussbesprechung eingetragen wird.
texts-about-plan-introduction = Wird im Auditplan angeboten, vor den Auditzielen.
texts-about-report-introduction = Wird in der Zusammenfassung des Berichts angeboten.
texts-about-sampling-limits = Wird bei den Auditmethoden des Plans, in der Abschlussbesprechung und im Bericht angeboten.
texts-about-distribution = Wird im Bericht beim Verteiler angeboten.
texts-about-invitation = Wird angeboten, wo ein Kontakt mit der auditierten Organisation eingetragen wird, zum Versenden und Aufbewahren.
texts-use = Text der Organisation verwenden
texts-none-here = Die Organisation hat dafür keinen Text mehr. Schreiben Sie einen unter Einstellungen.

## Vorlagen

templates = Dokumentvorlagen
templates-about = Ihre eigenen Word-Dateien. Was darin zwischen zwei Paaren geschweifter Klammern steht, wird aus den Aufzeichnungen eines Audits gefüllt; das Team wählt eine Vorlage unter Exportieren. Dokumente, für die keine Vorlage gewählt ist, sehen aus wie sonst auch.
templates-now = In Gebrauch
templates-none = Es gibt noch keine. Senden Sie eine Word-Datei mit Platzhaltern; jeder, der nicht bekannt oder nicht geschlossen ist, wird genannt.
templates-earlier = Frühere Fassungen und was außer Gebrauch ist
templates-version = Fassung { $number }
templates-file = Word-Datei
templates-file-help = DOCX, höchstens { $megabytes } MB, ohne Makros, eingebettete Dateien und ohne etwas von außerhalb.
templates-name-help = Eine Datei unter einem Namen, den es schon gibt, ist dessen nächste Fassung.
templates-send = Vorlage senden
templates-names = Platzhalter
templates-names-about = Zwei geschweifte Klammern um einen Namen stehen für einen Wert, etwa den Titel des Audits. Eine Raute vor dem Namen beginnt, was für jedes Element einer Liste wiederholt wird, in den Zeilen einer Tabelle oder zwischen Absätzen, und ein Schrägstrich davor beendet es. Hier stehen sie für jede Art von Dokument.
