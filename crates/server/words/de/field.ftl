## In the field

field = Im Feld
field-about = Nehmen Sie das Audit dorthin mit, wo es kein Netz gibt. Was dort getan wird, kommt als Schritte des Journals zurück, jeder mit der Zeit nach beiden Uhren; nichts geht verloren.
field-loans = Wer es mitgenommen hat
field-none = Niemand hat dieses Audit mitgenommen.
field-to = Verliehen an
field-since = Seit
field-papers = Arbeitspapiere
field-papers-lent = { $count ->
    [one] 1 Arbeitspapier
   *[other] { $count } Arbeitspapiere
}
field-state = Stand
field-home = Zurückgebracht
field-came-home = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
}, { $when }
field-lent-to = Im Feld: verliehen an { $who } seit { $when }
field-waiting = Wartet auf eine Entscheidung
field-waiting-none = Nichts wartet.
field-waiting-about = Diese Schritte aus dem Feld passen nicht zum jetzigen Stand. Vergleichen Sie beides und entscheiden Sie: den Schritt übernehmen, Bestehendes behalten oder den Schritt beiseitelegen. Nichts wird entfernt.
field-done-by = { $who }, { $when } nach der Uhr im Feld
field-what = Feld
field-in-field = Aus dem Feld
field-in-house = Jetziger Stand
field-record = Der ganze Datensatz
field-more = { $count ->
    [one] 1 weiterer wartet.
   *[other] { $count } weitere warten.
}
field-lend = Audit verleihen
field-lend-about = Sie erhalten eine Datei. Öffnen Sie sie auf dem Laptop mit „assize field open DATEI“. Plan, Arbeitspapiere, Prüfungen, Kriterien, frühere Feststellungen und die Dateien, die geöffnet werden dürfen, sind verschlüsselt darin.
field-passphrase = Passphrase für die Datei
field-passphrase-help = Wer den Laptop findet, kann Passphrasen beliebig lange durchprobieren: Nehmen Sie mindestens 14 Zeichen, etwa fünf zufällige Wörter. Geht sie verloren, kann niemand die Datei öffnen.
field-again = Passphrase wiederholen
field-files = Dateien mitnehmen, soweit sie geöffnet werden dürfen
field-needs-borrower = Wählen Sie, an wen das Audit verliehen wird.
field-needs-again = Die beiden Passphrasen sind verschieden.
field-needs-file = Wählen Sie die zurückgebrachte Datei.
field-take-in = Zurückgebrachtes einlesen
field-take-in-about = Die Datei wird als Ganzes geprüft, bevor etwas geschieht. Zweimal einlesen ändert nichts.
field-file = Datei vom Laptop
field-came = { $count ->
    [one] 1 Schritt kam zurück.
   *[other] { $count } Schritte kamen zurück.
}
field-came-carried = { $count ->
    [one] 1 wurde ausgeführt.
   *[other] { $count } wurden ausgeführt.
}
field-came-waiting = { $count ->
    [one] 1 wartet auf eine Entscheidung.
   *[other] { $count } warten auf eine Entscheidung.
}
field-came-before = { $count ->
    [one] 1 war schon eingelesen.
   *[other] { $count } waren schon eingelesen.
}
field-locked = Dieses Audit ist gesperrt
field-locked-about = Es liegt nur auf diesem Laptop, verschlüsselt. Was getan wurde, ist aufbewahrt. Geben Sie die Passphrase der Datei ein oder den Schlüssel, für den sie verschlüsselt wurde.
field-key = Passphrase oder Schlüssel
field-open = Öffnen
field-here = Im Feld
field-here-about = Sie arbeiten nur auf diesem Laptop. Alles, was Sie tun, liegt verschlüsselt auf seiner Platte, bevor es beantwortet wird.
field-acts-title = Im Feld getan
field-acts-done = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
}
field-to-audit = Zum Audit
field-home-title = Zurückbringen
field-home-about = Die Datei enthält alles bisher Getane und lässt sich nur im Haus öffnen. Sie können danach weiterarbeiten und später eine weitere Datei zurückbringen.
field-home-get = Datei für das Haus holen
field-lock-title = Sperren
field-idle = { $minutes ->
    [one] Es sperrt sich nach 1 Minute ohne Benutzung.
   *[other] Es sperrt sich nach { $minutes } Minuten ohne Benutzung.
}
field-lock = Jetzt sperren
field-stays = Darf nicht hinaus: wo es bleibt
field-stays-help = Nur für Dateien, die das Haus nicht verlassen dürfen. Das Journal sagt dann, dass Sie sie dort gesehen haben, mit ihrer Prüfsumme; die Dateien bleiben verschlüsselt auf diesem Laptop und werden gelöscht, wenn Sie die Arbeit zurückbringen.
