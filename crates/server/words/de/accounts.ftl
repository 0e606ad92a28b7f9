## Anmelden.

sign-in = Anmelden
sign-in-ready = Dieser Link meldet Sie einmal an. Auf diesem Gerät gilt er nur, wenn Sie hier fortfahren.
sign-in-spent = Dieser Link wurde schon benutzt, oder seine fünfzehn Minuten sind vorbei. Lassen Sie sich einen neuen geben.
sign-in-who = E-Mail-Adresse oder Name
sign-in-passphrase = Passphrase
sign-in-or = oder, ohne Passphrase:
sign-in-passkey = Mit einem Passkey anmelden
sign-in-passkey-failed = Der Passkey konnte nicht benutzt werden. Versuchen Sie es noch einmal, oder melden Sie sich mit Ihrer Passphrase an.
sign-in-passkey-needed = Ihr Konto verlangt zwei Faktoren, und Ihr Passkey ist beides: Melden Sie sich mit ihm an.
sign-in-other-ways = Noch kein Konto, oder kein Weg hinein?
sign-in-no-account = Konten entstehen durch Einladung: Bitten Sie eine Administratorin oder einen Administrator darum. Wer Passphrase, Telefon oder Passkey verloren hat, lässt das Konto dort zurücksetzen und wird neu eingeladen.
sign-in-how = Wer diesen Server betreibt, kann einen Link erzeugen, der Sie einmal anmeldet:
sign-in-name = "NAME"
sign-in-no-script = Die Seiten arbeiten auch ohne JavaScript; Ihre Eingaben bleiben dann erst erhalten, wenn Sie sie absenden, und Passkeys lassen sich nicht benutzen.
sign-in-or-provider = oder mit dem Konto Ihrer Organisation:
sign-in-provider = Mit { $name } anmelden
sign-in-provider-tab = In einem anderen Tab mit { $name } anmelden
sign-in-resume = Ich habe mich angemeldet: meine Eingaben übergeben
sign-in-provider-away = Dieser Dienst ist gerade nicht erreichbar. Versuchen Sie es noch einmal, oder melden Sie sich anders an.
sign-in-provider-failed = Dieser Dienst hat nicht gesagt, wer Sie sind, oder es hat zu lange gedauert. Versuchen Sie es noch einmal.
sign-in-provider-nobody = Dort sind Sie angemeldet, haben hier aber unter dieser Adresse kein Konto. Bitten Sie die Administration um eine Einladung.
sign-in-provider-out = Auch bei { $name } abmelden
sign-in-out = Hier sind Sie abgemeldet.
sign-in-wrong = Das stimmt nicht: Adresse, Name oder Passphrase ist anders. Groß- und Kleinschreibung und Leerzeichen zählen.
sign-in-wait = { $seconds ->
    [one] Zu viele Versuche sind fehlgeschlagen. Der nächste wird in einer Sekunde angesehen.
   *[other] Zu viele Versuche sind fehlgeschlagen. Der nächste wird in { $seconds } Sekunden angesehen.
}
sign-in-locked = Dieses Konto ist gesperrt. Wenden Sie sich an die Administration.
sign-in-late = Das hat zu lange gedauert. Bitte melden Sie sich von vorn an; was Sie abgesandt hatten, ist noch hier.
sign-in-other = Diese Seite gehört jemand anderem: Was darin steht, würde als Ihres gesendet. Melden Sie sich als dieselbe Person an, oder öffnen Sie die Seite neu.
sign-in-carried = Ihre Sitzung ist zu Ende. Was Sie eingegeben und abgesandt hatten, ist hier aufbewahrt und wird übergeben, sobald Sie sich angemeldet haben.
sign-in-second = Ihr zweiter Faktor
sign-in-second-about = Die Passphrase stimmt. Eines fehlt noch, damit eine gestohlene Passphrase nicht genügt.
sign-in-code = Code
sign-in-code-help = Die sechs Ziffern, die Ihre App jetzt zeigt, oder einer Ihrer Wiederherstellungscodes.
sign-in-code-wrong = Das ist nicht der jetzige Code, oder er wurde schon benutzt. Ein Code gilt einmal: Warten Sie auf den nächsten.
sign-in-from-beginning = Als jemand anderes von vorn beginnen
sign-in-again = Sind Sie es?
sign-in-again-about = Was Sie vorhaben, bindet, lässt sich nicht zurücknehmen oder verlässt das Haus. Zeigen Sie noch einmal, wer Sie sind; das gilt dann eine Viertelstunde.
sign-in-again-carried = Was Sie eingegeben hatten, ist hier aufbewahrt und wird danach übergeben.
sign-in-again-passkey = Mit einem Passkey fortfahren
sign-in-again-link = Sie haben sich mit einem Link angemeldet und haben hier keine Passphrase und keinen Passkey. Lassen Sie sich vom Betrieb dieses Servers einen neuen Link geben, öffnen Sie ihn in diesem Browser, und kommen Sie auf diese Seite zurück:
sign-in-go-on = Fortfahren

over-title = Wieder anmelden
over-about = Ihre Sitzung ist zu Ende. Nichts, was Sie eingegeben haben, ist verloren: Diese Seite bleibt und sendet es, sobald Sie sich angemeldet haben.
over-later = Jetzt nicht

## Einladungen.

welcome = Willkommen
welcome-name = Willkommen, { $name }
welcome-about = Sie wurden zu Assize eingeladen. Als Nächstes wählen Sie, wie Sie sich anmelden: mit einer Passphrase oder mit einem Passkey, den Ihr Telefon oder Rechner für Sie aufbewahrt.
welcome-begin = Anmeldung einrichten
welcome-gone = Diese Einladung wurde schon benutzt, oder ihre drei Tage sind vorbei. Bitten Sie um eine neue.

## Die eigene Anmeldung.

own-sign-in = Anmeldung
own-about = Wie Sie sich anmelden, und wo Sie gerade angemeldet sind.
own-first = Wie Sie sich anmelden
own-first-about = Ein Schritt, bevor Sie beginnen.
own-first-both = Zwei Schritte, bevor Sie beginnen: eine Passphrase und Codes, oder ein Passkey.
own-required = In dieser Organisation braucht Ihr Konto zwei Faktoren: einen Passkey, oder Codes neben der Passphrase.
own-made = erzeugt { $when }
own-used = zuletzt benutzt { $when }
own-said-passphrase = Die Passphrase ist gesetzt. Überall sonst sind Sie nun abgemeldet.
own-said-passkey = Der Passkey ist aufbewahrt. Ab jetzt können Sie sich mit ihm anmelden.
own-said-removed = Er ist entfernt. Überall sonst sind Sie nun abgemeldet.
own-said-ended = Die Sitzungen sind beendet.
own-last-factor = Ohne ihn könnten Sie sich nicht so anmelden, wie Ihre Organisation es verlangt. Richten Sie erst einen anderen Weg ein, und entfernen Sie dann diesen.
own-passphrase-set = Gesetzt am { $when }.
own-passphrase-about = Mindestens { $count } Zeichen; vier oder fünf Wörter, die nichts miteinander zu tun haben, sind gut. Woraus sie bestehen muss, ist nicht vorgeschrieben. Einfügen und Passwortmanager sind willkommen.
own-passphrase-clause = NIST SP 800-63B-4, 3.1.1.2
own-passphrase-old = Bisherige Passphrase
own-passphrase-new = Neue Passphrase
own-passphrase-again = Neue Passphrase, noch einmal
own-passphrase-change = Passphrase ändern
own-passphrase-give = Passphrase setzen
own-passphrase-differs = Die beiden sind verschieden. Geben Sie zweimal dieselbe Passphrase ein.
own-passphrase-old-wrong = Die bisherige Passphrase lautet anders.
own-passphrase-short = Zu kurz: mindestens { $count } Zeichen.
own-passphrase-long = Zu lang: höchstens { $count } Zeichen.
own-passphrase-own = Das ist vor allem Ihr Name, Ihre Adresse oder Ihre Organisation: Wer Sie kennt, versucht es zuerst. Nehmen Sie andere Wörter.
own-passphrase-guessable = Das gehört zu dem, was zuerst versucht wird: etwas Geläufiges, eine Tastenreihe, eine Wiederholung. Nehmen Sie mehrere Wörter, die nicht zusammengehören.
own-passkeys = Passkeys
own-passkeys-about = Einen Passkey bewahrt Ihr Telefon, Ihr Rechner oder ein Schlüssel zum Einstecken auf. Er gilt nur für diese Website, lässt sich nicht erraten oder abfischen und zählt als zwei Faktoren.
own-passkeys-script = Um einen Passkey zu erzeugen, braucht der Browser JavaScript.
own-passkeys-elsewhere = Passkeys werden für den Namen einer Website erzeugt. Öffnen Sie diese Seite unter { $origin }, um einen zu erzeugen.
own-passkey-label = Wie Sie ihn nennen
own-passkey-label-help = Zum Beispiel: Telefon, Laptop im Büro.
own-passkey-make = Passkey erzeugen
own-passkey-name = Name von { $what }
own-passkey-rename = Umbenennen
own-passkey-remove = { $what } entfernen
own-passkey-nameless = Ein Passkey braucht einen Namen.
own-passkey-wrong = Es wurde kein Passkey erzeugt. Versuchen Sie es noch einmal, und lassen Sie Ihr Gerät sehen, dass Sie es sind.
own-codes = Einmalcodes
own-codes-about = Eine App auf Ihrem Telefon zeigt alle dreißig Sekunden einen neuen Code. Mit der Passphrase ist er der zweite Faktor.
own-codes-set = { $left ->
    [one] Eingerichtet am { $when }. Ein Wiederherstellungscode ist übrig.
   *[other] Eingerichtet am { $when }. { $left } Wiederherstellungscodes sind übrig.
}
own-codes-begin = Codes einrichten
own-codes-picture = Das Geheimnis als Bild; daneben steht es als Text
own-codes-read = Lesen Sie das Bild mit Ihrer App ein, oder geben Sie dies in die App ein:
own-codes-first = Der Code, den die App jetzt zeigt
own-codes-confirm = Bestätigen
own-codes-end = Codes beenden
own-recovery-renew = Neue Wiederherstellungscodes
own-recovery-made = Ihre Wiederherstellungscodes
own-recovery-about = Jeder ersetzt einmal einen Code der App, falls das Telefon verloren geht. Sie werden nur dieses eine Mal gezeigt und hier nur als Prüfsummen aufbewahrt. Frühere gelten nicht mehr.
own-recovery-keep = Drucken Sie sie aus, oder bewahren Sie sie im Passwortmanager auf. Nicht auf dem Telefon.
own-recovery-kept = Ich habe sie aufbewahrt
own-sessions = Wo Sie angemeldet sind
own-sessions-about = Eine Sitzung, die Sie nicht kennen: Beenden Sie sie, und ändern Sie Ihre Passphrase.
own-session-browser = Browser
own-session-address = Adresse
own-session-by = Angemeldet mit
own-session-made = Seit
own-session-used = Zuletzt benutzt
own-session-this = diese hier
own-session-end = Beenden
own-sessions-end = Alle anderen beenden
own-browser-unknown = unbekannter Browser
own-address-unknown = nicht bekannt

factor-link = Link
factor-invitation = Einladung
factor-passphrase = Passphrase
factor-code = Code
factor-recovery = Wiederherstellungscode
factor-provider = Konto der Organisation
factor-passkey = Passkey

## Konten.

accounts = Konten
accounts-about = Wer sich anmelden kann, und womit. Niemand sieht oder setzt die Passphrase eines anderen.
accounts-list = Wer ein Konto hat
accounts-empty = Noch hat niemand ein Konto. Laden Sie jemanden ein: Wie sie sich anmelden, wählen die Eingeladenen selbst.
accounts-state = Zustand
accounts-factors = Meldet sich an mit
accounts-used = Zuletzt angemeldet
accounts-no-factor = noch nichts
accounts-open = offen
accounts-locked = gesperrt seit { $when }
accounts-invited = eingeladen bis { $until }
accounts-bare = nicht eingerichtet
accounts-codes = Codes ({ $left } Wiederherstellungscodes übrig)
accounts-passkeys = { $count ->
    [one] ein Passkey
   *[other] { $count } Passkeys
}
accounts-acts = Konto von { $name } ändern
accounts-lock = Sperren
accounts-lock-about = Niemand meldet sich mehr daran an, und seine Sitzungen enden jetzt.
accounts-unlock = Entsperren
accounts-unlock-about = Die Person meldet sich wieder an wie zuvor.
accounts-reset = Alle Faktoren entfernen
accounts-reset-about = Wenn Passphrase, Telefon oder Passkey verloren oder gestohlen sind. Überzeugen Sie sich erst, wer da bittet. Die Sitzungen enden; laden Sie danach neu ein.
accounts-again = Neu einladen
accounts-again-about = Ein neuer Link; der vorige gilt nicht mehr.
accounts-invite = Jemanden einladen
accounts-invite-about = Eingeladen werden Personen des Verzeichnisses. Der Link wird einmal gezeigt; geben Sie ihn auf einem Weg weiter, den nur sie lesen.
accounts-all = Alle im Verzeichnis haben ein Konto. Tragen Sie eine Person ein, um jemand Neues einzuladen.
accounts-nobody = Wählen Sie, wen Sie einladen.
accounts-there = Das Konto ist eingerichtet. Wer den Zugang verloren hat, dem entfernen Sie erst alle Faktoren.
accounts-made = Die Einladung von { $name }
accounts-made-about = Sie gilt { $hours } Stunden, oder bis die Anmeldung eingerichtet ist. Sie wird nur dieses eine Mal gezeigt.
