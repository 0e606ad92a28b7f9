## Was Scanner berichten

technical = Was ein Scanner berichtet
technical-about = Was ein Werkzeug berichtet, ist Nachweis oder Behauptung der auditierten Organisation und kein Urteil. Lesen Sie es neben dem, was Sie selbst sehen; die Datei bleibt, wie sie entgegengenommen wurde.
technical-unreadable = Die Datei lässt sich nicht lesen: { $reason }
technical-none = Diese Datei ist keiner der Berichte, die gelesen werden: SARIF, Nessus, XCCDF und ARF, OCSF, Prowler, DefectDojo. Sie wird aufbewahrt, wie sie ist.
technical-format = Format
technical-format-sarif = SARIF, statische Analyse
technical-format-nessus = Nessus, Schwachstellen und Konformität
technical-format-xccdf = XCCDF, Konfiguration
technical-format-ocsf = OCSF, Befunde
technical-format-prowler = Prowler, Cloud-Konfiguration
technical-format-defect_dojo = DefectDojo, Befunde
technical-tools = Werkzeug
technical-made = Wann das Werkzeug arbeitete
technical-reported = Berichtet
technical-left-out = { $count ->
    [one] Eine weitere Zeile wurde nicht gelesen. Teilen Sie den Bericht nach Zielen.
   *[other] { $count } weitere wurden nicht gelesen. Teilen Sie den Bericht nach Zielen.
}
technical-counts = Nach Gewicht und Alter
technical-ages-about = Alter dessen, was durchfiel, in Tagen am { $day }. Das Gewicht ist das des Werkzeugs; der Leitfaden sagt, wie es übersetzt wird.
technical-weight = Gewicht
technical-failed = Durchgefallen
technical-passed = Bestanden
technical-neither = Weder noch
technical-days = bis { $days }
technical-older = älter
technical-ageless = nicht angegeben
technical-weight-critical = Kritisch
technical-weight-high = Hoch
technical-weight-medium = Mittel
technical-weight-low = Niedrig
technical-weight-information = Information
technical-weight-unknown = Nicht angegeben
technical-sample = Eine Stichprobe daraus
technical-sample-about = Dieselbe Datei ist eine Grundgesamtheit: Alles, was sie berichtet, ist eine Zeile mit Nummer, Prüfung, Gewicht, Ziel und Datum. Melden Sie sie mit der Spalte number als Schlüssel an, mit weight, wenn Sie in Schichten ziehen.
technical-sample-go = Anmelden und ziehen
record-technical = Was ein Scanner berichtet
