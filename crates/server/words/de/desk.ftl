## Der Arbeitsplatz.

all = Alle
filter = Filtern
minutes = etwa { $count } Min.
desk-concluded = { $part } von { $whole ->
    [one] { $whole } Arbeitspapier
   *[other] { $whole } Arbeitspapieren
} abgeschlossen
desk-clause = Abschnitt
desk-state = Stand
desk-mine = Nur meine
desk-own = Ihres
desk-unassigned = nicht zugeteilt
desk-empty = Noch gibt es keine Arbeitspapiere. Sie entstehen aus den Audittests des Katalogs, nach Umfang und Art dieses Audits.
desk-none = Zu diesem Filter passt kein Arbeitspapier.
desk-previous = Voriges
desk-next = Nächstes
desk-next-unassigned = Nächstes nicht zugeteiltes
desk-nobody = noch niemandem zugeteilt
desk-reviewed = geprüft { $at }
desk-reviewed-alone = von niemand anderem: Es auditiert nur eine Person
desk-note = Notiz
desk-notes = Notizen
desk-notes-empty = Noch keine Notizen. Schreiben Sie auf, was gesagt, gesehen oder gelesen wurde; je Notiz eine Methode.
desk-evidence = Nachweise
desk-evidence-empty = Noch keine Nachweise. Ob Konformität besteht oder fehlt, wird anhand von Nachweisen beurteilt.
desk-detach = { $name } von diesem Arbeitspapier nehmen
desk-detach-short = abnehmen
desk-files = Dateien als Nachweis aufnehmen
desk-files-help = Wählen Sie Dateien oder ein Foto und nehmen Sie sie auf. Mit Skript lassen sie sich auch hierher ziehen oder einfügen und werden dann sofort aufgenommen, mit der Vertraulichkeitsstufe, die darüber steht. Jede wird unter ihrem SHA-256 aufbewahrt.
desk-take = Aufnehmen
desk-documents = Dokumente der auditierten Organisation durchsuchen
desk-documents-none = Kein Dokument enthält alle diese Wörter. Ein * am Ende steht für den Wortanfang.
desk-quote-it = In einer Notiz zitieren
desk-quote = { $document }: „{ $passage }“
desk-samples = Stichproben
desk-samples-empty = Noch keine Stichprobe.
desk-sample = { $size } von { $of } { $what } untersucht, { $deviations } abweichend
desk-raise = Feststellung erheben
desk-evaluate = Beurteilen
desk-keys = Tasten
desk-said-kept = Entwurf von {"{"}time{"}"}, in diesem Browser aufbewahrt
desk-said-saving = Wird gespeichert …
desk-said-saved = Um {"{"}time{"}"} gespeichert als Eintrag {"{"}seq{"}"} des Journals
desk-said-offline = Noch nicht gespeichert: Der Server ist nicht erreichbar. Der Entwurf von {"{"}time{"}"} ist in diesem Browser aufbewahrt und wird gesendet, sobald die Verbindung wieder steht.
desk-said-out = Noch nicht gespeichert: Sie sind abgemeldet. Der Entwurf von {"{"}time{"}"} ist in diesem Browser aufbewahrt und wird gesendet, sobald Sie sich wieder angemeldet haben.
desk-said-again = Hier ist Ihr Entwurf von {"{"}time{"}"}; er war nicht gespeichert.
desk-findings = Feststellungen
desk-case = Verfolgter Fall
desk-by = Zugewiesen an
desk-trail-step = Schritt { $place } von { $of }

## What could not be sent yet, and the desk without a connection.

desk-said-unreached = der Server ist nicht erreichbar
queue-title = Noch nicht gespeichert
queue-sending = In diesem Browser aufbewahrt; wird jetzt gesendet.
queue-away = Der Server ist nicht erreichbar. Dies ist in diesem Browser aufbewahrt und wird von selbst der Reihe nach gesendet, sobald die Verbindung wieder steht; auch wenn Sie den Browser inzwischen schließen und wieder öffnen.
queue-out = Sie sind abgemeldet. Dies ist in diesem Browser aufbewahrt und wird gesendet, wenn Sie sich wieder angemeldet haben.
queue-stuck = Der Server hat dies nicht angenommen. Es bleibt hier, bis Sie entscheiden.
queue-chars = {"{"}count{"}"} Zeichen
queue-since = seit {"{"}time{"}"}, {"{"}size{"}"}
queue-again = Noch einmal senden
queue-apart = Als eigene Notiz senden
queue-now = Jetziger Stand
queue-fetch = Datei auf diesem Rechner speichern
queue-discard = Verwerfen
queue-sure = Endgültig verwerfen?
queue-sign-in = Anmelden und senden
queue-uncertain = Dies wurde vor langer Zeit gesendet, und es kam keine Antwort. Es kann gespeichert worden sein: Sehen Sie nach, ob es vorhanden ist, bevor Sie es noch einmal senden.
queue-failed = Dies kam mehrmals nicht an, obwohl der Server antwortet. Sehen Sie nach, ob es vorhanden ist, und senden Sie es später noch einmal.
queue-full = Dieser Browser hat keinen Platz, um die Datei aufzubewahren. Behalten Sie sie, wo sie ist, und senden Sie sie noch einmal, sobald die Verbindung wieder steht.
queue-older = Der Server ist nicht erreichbar. Sie sehen diese Seite, wie sie am {"{"}time{"}"} war. Notizen und Dateien werden in diesem Browser aufbewahrt und später gesendet.
queue-waits = Der Server ist nicht erreichbar. Dies muss warten, bis die Verbindung wieder steht; was Sie eingegeben haben, bleibt hier, solange diese Seite offen ist.
queue-leave-title = Einiges ist noch nicht gespeichert
queue-leave-about = Es bleibt in diesem Browser, für Sie allein, und wird gesendet, wenn Sie sich hier wieder anmelden. An einem Rechner, den auch andere benutzen, warten Sie besser, bis es gespeichert ist.
queue-leave-stay = Bleiben
away = Keine Verbindung
away-about = Der Server ist nicht erreichbar. Was Sie noch nicht gesendet haben, ist in diesem Browser aufbewahrt.
away-kept = Papiere, die Sie hier offen hatten
away-none = In diesem Browser ist keines aufbewahrt.
