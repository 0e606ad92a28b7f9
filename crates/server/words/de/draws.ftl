## Durch Los gezogene Stichproben

audit-tab-draws = Stichproben
draws-about = Eine durch Los gezogene Stichprobe erlaubt den Schluss vom Untersuchten auf das Ganze und zeigt, dass niemand die Elemente ausgesucht hat. Geben Sie an, woraus gezogen wird, lassen Sie den Startwert erzeugen, ziehen und untersuchen Sie.
draws-list = Ziehungen dieses Audits
draws-empty = Für dieses Audit wurde noch nichts gezogen. Lassen Sie sich die ganze Grundgesamtheit als Tabelle mit einer Zeile je Element geben, etwa alle Ausgetretenen des Zeitraums, prüfen Sie ihre Vollständigkeit, und geben Sie sie unten an.
draws-declared = Angegeben
draws-declare = Grundgesamtheit angeben
draws-declare-about = Die Datei wird gelesen, ihr Prüfwert eingetragen und sie selbst nicht behalten. Bewahren Sie sie auf: Zum Ziehen und Ersetzen wird genau diese Datei gebraucht.
draw-file = Datei der Grundgesamtheit
draw-file-help = Eine CSV-Datei oder Excel-Mappe von höchstens { $count } MB. Die erste Zeile benennt die Spalten, jede weitere ist ein Element.
draw-file-missing = Es wurde keine Datei gewählt
draw-file-unfit = Speichern Sie sie als CSV oder als Excel-Mappe, und wählen Sie sie erneut.
draw-file-again = Browser behalten die Datei nicht: Wählen Sie sie vor dem Absenden erneut.
draw-step-declare = Grundgesamtheit angegeben
draw-step-seed = Startwert erzeugt
draw-step-draw = Stichprobe gezogen
draw-step-examine = Elemente untersucht
draw-step-done = (erledigt)
draw-seed-about = Die Grundgesamtheit ist eingetragen, also kann jetzt der Startwert erzeugt werden. Er ist nicht wählbar und entsteht einmal: Wer mit der Stichprobe nicht zufrieden ist, kann nicht unbemerkt eine andere versuchen.
draw-now = Stichprobe ziehen
draw-now-about = Geben Sie genau die Datei, die angegeben wurde. Die Stichprobe folgt aus ihr und dem Startwert und wird eingetragen.
draw-items = { $count ->
    [one] Das Element der Stichprobe
   *[other] Die { $count } Elemente der Stichprobe
}
draw-number = Nr.
draw-stands-in = (Ersatz)
draw-replace-about = Ersetzen Sie ein Element nur, wenn es nicht untersucht werden kann. Das nächste in der Reihenfolge der Ziehung tritt an seine Stelle; beide bleiben mit der Begründung sichtbar.
draw-again = Nachziehen und vergleichen
draw-again-about = Wer die Datei hat, kann nachziehen und sehen, ob sich die eingetragene Stichprobe ergibt. Geändert wird nichts.
draw-again-agrees = Es ergibt sich wieder die eingetragene Stichprobe, Element für Element.
draw-again-differs = Es ergibt sich eine andere Stichprobe als die eingetragene. Klären Sie den Grund, bevor Sie etwas daraus schließen.
draw-facts = Was eingetragen ist
draw-record = Aufzeichnung und Verlauf
