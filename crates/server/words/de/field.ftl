## In the field

infield = Im Feld
infield-about = Nehmen Sie das Audit dorthin mit, wo es kein Netz gibt. Was dort getan wird, kommt als Schritte des Journals zurück, jeder mit der Zeit nach beiden Uhren; nichts geht verloren.
infield-loans = Wer es mitgenommen hat
infield-none = Niemand hat dieses Audit mitgenommen.
infield-to = Verliehen an
infield-since = Seit
infield-papers = Arbeitspapiere
infield-papers-lent = { $count ->
    [one] 1 Arbeitspapier
   *[other] { $count } Arbeitspapiere
}
infield-state = Stand
infield-home = Zurückgebracht
infield-came-home = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
}, { $when }
infield-lent-to = Im Feld: verliehen an { $who } seit { $when }
infield-waiting = Wartet auf eine Entscheidung
infield-waiting-none = Nichts wartet.
infield-waiting-about = Diese Schritte aus dem Feld passen nicht zum jetzigen Stand. Vergleichen Sie beides und entscheiden Sie: den Schritt übernehmen, Bestehendes behalten oder den Schritt beiseitelegen. Nichts wird entfernt.
infield-done-by = { $who }, { $when } nach der Uhr im Feld
infield-what = Feld
infield-in-field = Aus dem Feld
infield-in-house = Jetziger Stand
infield-record = Der ganze Datensatz
infield-more = { $count ->
    [one] 1 weiterer wartet.
   *[other] { $count } weitere warten.
}
infield-lend = Audit verleihen
infield-lend-about = Sie erhalten eine Datei. Öffnen Sie sie auf dem Laptop mit „assize field open DATEI“. Plan, Arbeitspapiere, Prüfungen, Kriterien, frühere Feststellungen und die Dateien, die geöffnet werden dürfen, sind verschlüsselt darin.
infield-passphrase = Passphrase für die Datei
infield-passphrase-help = Wer den Laptop findet, kann Passphrasen beliebig lange durchprobieren: Nehmen Sie mindestens 14 Zeichen, etwa fünf zufällige Wörter. Geht sie verloren, kann niemand die Datei öffnen.
infield-again = Passphrase wiederholen
infield-files = Dateien mitnehmen, soweit sie geöffnet werden dürfen
infield-needs-borrower = Wählen Sie, an wen das Audit verliehen wird.
infield-needs-again = Die beiden Passphrasen sind verschieden.
infield-needs-file = Wählen Sie die zurückgebrachte Datei.
infield-take-in = Zurückgebrachtes einlesen
infield-take-in-about = Die Datei wird als Ganzes geprüft, bevor etwas geschieht. Zweimal einlesen ändert nichts.
infield-file = Datei vom Laptop
infield-came = { $count ->
    [one] 1 Schritt kam zurück.
   *[other] { $count } Schritte kamen zurück.
}
infield-came-carried = { $count ->
    [one] 1 wurde ausgeführt.
   *[other] { $count } wurden ausgeführt.
}
infield-came-waiting = { $count ->
    [one] 1 wartet auf eine Entscheidung.
   *[other] { $count } warten auf eine Entscheidung.
}
infield-came-before = { $count ->
    [one] 1 war schon eingelesen.
   *[other] { $count } waren schon eingelesen.
}
infield-locked = Dieses Audit ist gesperrt
infield-locked-about = Es liegt nur auf diesem Laptop, verschlüsselt. Was getan wurde, ist aufbewahrt. Geben Sie die Passphrase der Datei ein oder den Schlüssel, für den sie verschlüsselt wurde.
infield-key = Passphrase oder Schlüssel
infield-open = Öffnen
infield-here = Im Feld
infield-here-about = Sie arbeiten nur auf diesem Laptop. Alles, was Sie tun, liegt verschlüsselt auf seiner Platte, bevor es beantwortet wird.
infield-acts-title = Im Feld getan
infield-acts-done = { $count ->
    [one] 1 Schritt
   *[other] { $count } Schritte
}
infield-to-audit = Zum Audit
infield-home-title = Zurückbringen
infield-home-about = Die Datei enthält alles bisher Getane und lässt sich nur im Haus öffnen. Sie können danach weiterarbeiten und später eine weitere Datei zurückbringen.
infield-home-get = Datei für das Haus holen
infield-lock-title = Sperren
infield-idle = { $minutes ->
    [one] Es sperrt sich nach 1 Minute ohne Benutzung.
   *[other] Es sperrt sich nach { $minutes } Minuten ohne Benutzung.
}
infield-lock = Jetzt sperren
infield-stays = Darf nicht hinaus: wo es bleibt
infield-stays-help = Nur für Dateien, die das Haus nicht verlassen dürfen. Das Journal sagt dann, dass Sie sie dort gesehen haben, mit ihrer Prüfsumme; die Dateien bleiben verschlüsselt auf diesem Laptop und werden gelöscht, wenn Sie die Arbeit zurückbringen.

waiting-field = { $count ->
    [one] Ein Schritt aus dem Feld wartet auf eine Entscheidung
   *[other] { $count } Schritte aus dem Feld warten auf eine Entscheidung
}
