## Mail: was Briefe sagen. Ohne Erlaubnis der Organisation steht nichts aus einem Audit darin.

mail-hello = Guten Tag { $name },
mail-foot =
    Gesendet von Assize, { $site }
    Wie oft Ihnen geschrieben wird, wählen Sie dort unter Einstellungen, Meine Briefe.
mail-waits = Etwas wartet auf Sie.
mail-waits-subject = Etwas wartet auf Sie
mail-waits-many = { $count ->
    [one] Eines wartet auf Sie
   *[other] { $count } Dinge warten auf Sie
}
mail-waits-more = { $count ->
    [one] Und eines mehr.
   *[other] Und { $count } weitere.
}
mail-due-soon = Etwas, das auf Sie wartet, ist am { $due } fällig.
mail-due-today = Etwas, das auf Sie wartet, ist heute fällig.
mail-overdue = Etwas, das auf Sie wartet, war am { $due } fällig.
mail-by-door = { $count ->
    [one] Sie brauchen kein Konto. Dieser Link ist für Sie; wenn Sie ihn öffnen, wird ein Code an diese Adresse gesandt:
   *[other] Sie brauchen kein Konto. Diese Links sind für Sie, einer für jedes Audit; wenn Sie einen öffnen, wird ein Code an diese Adresse gesandt:
}
mail-no-account = Sie haben hier noch kein Konto. Bitten Sie die Auditteamleitung, Ihnen den Zugang zu öffnen oder Sie einladen zu lassen.
mail-opens = Es öffnet sich, nachdem Sie sich angemeldet haben:
mail-security-advice = Waren Sie das nicht, so sagen Sie es sofort denen, die die Konten verwalten, und lassen Sie Ihres sperren. Waren Sie es, ist nichts zu tun. Womit Sie sich anmelden und wo Sie angemeldet sind:
mail-invitation = Sie sind zu Assize eingeladen
mail-invitation-about = { $hours ->
    [one] Sie wurden zu Assize eingeladen, in dem Audits geplant, durchgeführt und verfolgt werden. Wählen Sie, womit Sie sich anmelden. Der Link gilt eine Stunde, oder bis Sie es getan haben:
   *[other] Sie wurden zu Assize eingeladen, in dem Audits geplant, durchgeführt und verfolgt werden. Wählen Sie, womit Sie sich anmelden. Der Link gilt { $hours } Stunden, oder bis Sie es getan haben:
}
mail-invitation-other = Wer den Link hat, kann Ihr Konto einrichten: Geben Sie ihn nicht weiter. Wissen Sie nicht, worum es geht, so lassen Sie ihn liegen; dann geschieht nichts.
mail-test-subject = Ein Testbrief von Assize
mail-test-about = Dieser Brief wurde gesendet, um zu sehen, ob Mail ankommt. Sie kommt an.

notice-plan_presented = Der Plan des Audits „{ $audit }“ wurde Ihnen vorgelegt.
notice-plan_objected = Gegen den Plan des Audits „{ $audit }“ gibt es einen Einwand.
notice-request_asked = Im Audit „{ $audit }“ werden Sie um Informationen gebeten.
notice-request_answered = Im Audit „{ $audit }“ wurde eine Anfrage nach Informationen beantwortet.
notice-request_returned = Im Audit „{ $audit }“ kam Ihre Antwort auf eine Anfrage nach Informationen zurück.
notice-finding_raised = Im Audit „{ $audit }“ wurde eine Feststellung erhoben: { $finding }.
notice-finding_disputed = Im Audit „{ $audit }“ wird einer Feststellung widersprochen: { $finding }.
notice-action_planned = Im Audit „{ $audit }“ wurde eine Korrekturmaßnahme geplant und wartet auf Ihre Annahme: { $finding }.
notice-plan_accepted = Im Audit „{ $audit }“ wurde die geplante Maßnahme angenommen und ist umzusetzen: { $finding }.
notice-step_rejected = Im Audit „{ $audit }“ wurde ein Schritt der Nachverfolgung nicht angenommen: { $finding }.
notice-action_implemented = Im Audit „{ $audit }“ wurde eine Maßnahme umgesetzt und wartet auf die Verifizierung: { $finding }.
notice-report_issued = Der Bericht des Audits „{ $audit }“ wurde an Sie ausgegeben.
notice-complaint_assigned = Eine Beschwerde wurde Ihnen zur Behandlung gegeben.
notice-complaint_decided = Über eine Beschwerde wurde entschieden.
notice-access_given = Ihnen wurde ein Recht gegeben.
notice-answer_due_soon = Im Audit „{ $audit }“ ist Ihre Antwort auf eine Anfrage nach Informationen am { $due } fällig.
notice-answer_due_today = Im Audit „{ $audit }“ ist Ihre Antwort auf eine Anfrage nach Informationen heute fällig.
notice-answer_overdue = Im Audit „{ $audit }“ war die Antwort auf eine Anfrage nach Informationen am { $due } fällig.
notice-step_due_soon = Im Audit „{ $audit }“ ist der nächste Schritt am { $due } fällig: { $finding }.
notice-step_due_today = Im Audit „{ $audit }“ ist der nächste Schritt heute fällig: { $finding }.
notice-step_overdue = Im Audit „{ $audit }“ war der nächste Schritt am { $due } fällig: { $finding }.
notice-check_due_soon = Im Audit „{ $audit }“ ist am { $due } fällig, was Sie sich ansehen sollen: { $finding }.
notice-check_due_today = Im Audit „{ $audit }“ ist heute fällig, was Sie sich ansehen sollen: { $finding }.
notice-check_overdue = Im Audit „{ $audit }“ war am { $due } fällig, was das Auditteam sich ansehen soll: { $finding }.
notice-passphrase_set = Die Passphrase Ihres Kontos wurde gesetzt
notice-codes_set_up = Für Ihr Konto wurden Einmalcodes eingerichtet
notice-codes_ended = Die Einmalcodes für Ihr Konto wurden abgeschaltet
notice-recovery_renewed = Für Ihr Konto wurden neue Wiederherstellungscodes erzeugt
notice-passkey_added = Ihrem Konto wurde ein Passkey hinzugefügt
notice-passkey_removed = Ein Passkey Ihres Kontos wurde entfernt
notice-account_locked = Ihr Konto wurde gesperrt
notice-account_unlocked = Ihr Konto wurde entsperrt
notice-account_reset = Von Ihrem Konto wurde alles entfernt, womit Sie sich anmelden
notice-many_failed = Die Anmeldung an Ihrem Konto ist viele Male gescheitert

## Die Seite der Mail.

mail = Mail
mail-about = Ob Briefe hinausgehen, was wartet und was sich nicht senden ließ. Was in einem Brief steht, zeigt diese Seite niemandem.
mail-set-up = Eingerichtet
mail-server = Mailserver
mail-from = Absender
mail-content = Was Briefe über ein Audit sagen
mail-content-nothing = nichts: dass etwas wartet, und den Weg dorthin
mail-content-names = den Namen des Audits; Nummer und Titel einer Feststellung
mail-not-set-up = Mail ist nicht eingerichtet: Nichts geht hinaus
mail-not-set-up-about = Briefe warten. Wer den Server betreibt, nennt in dessen Konfiguration einen Mailserver (smtp_url) und einen Absender (mail_from); der Leitfaden für die Verwaltung sagt, wie. Was länger als drei Tage gewartet hat, wird dann nicht mehr gesendet.
mail-waiting = Wartend
mail-failing = davon vergeblich versucht
mail-sent = Gesendet
mail-given-up = Aufgegeben
mail-counted = Gesendet und aufgegeben: innerhalb von { $days } Tagen.
mail-test = Einen Testbrief senden
mail-test-help = Er geht hinaus, sobald Mail eingerichtet ist, und steht unten in der Liste.
mail-test-address = Adresse
mail-test-wrong = Das ist keine E-Mail-Adresse.
mail-letters = Briefe
mail-empty = Kein Brief dieser Art. Briefe folgen aus Handlungen, aus Tagen, an denen etwas fällig ist, und aus Änderungen an Konten.
mail-made = Geschrieben
mail-kind = Was
mail-whom = An
mail-state = Stand
mail-tries = Versuche
mail-next = nächster: { $when }
mail-why = Warum nicht
mail-retry = Noch einmal senden
mail-all = Alle
mail-state-waiting = wartend
mail-state-sent = gesendet
mail-state-given_up = aufgegeben
mail-kind-notice = Was auf jemanden wartet
mail-kind-security = Über ein Konto
mail-kind-invitation = Einladung
mail-kind-door_code = Code für einen Link
mail-kind-door_link = Link zu einem Audit
mail-kind-test = Testbrief
mail-days = Tage, bevor etwas fällig ist
mail-days-help = So viele Tage vorher wird erinnert; noch einmal am Tag selbst und bei Verzug. Mit 0 nicht vorher.
mail-keep = Speichern

## Wie oft man angeschrieben wird.

letters = Meine Briefe
letters-about = Wie oft Ihnen geschrieben wird über das, was auf Sie wartet. Briefe über Ihr Konto kommen sofort, was immer Sie wählen.
letters-often = Wie oft
mail-often-at_once = Sofort
mail-often-daily = Einmal am Tag, um sieben Uhr morgens
mail-often-weekly = Einmal in der Woche, montags um sieben Uhr morgens
letters-zone = Die Uhrzeit ist die Ihrer Zeitzone, { $zone }.
letters-address = Briefe gehen an { $address }.
letters-no-address = Im Verzeichnis steht keine E-Mail-Adresse von Ihnen: Ihnen wird nicht geschrieben.
letters-not-set-up = Mail ist auf diesem Server nicht eingerichtet: Bis dahin geht nichts hinaus.
letters-saved = Das ist vermerkt.

## Einladungen mit der Mail.

accounts-by-mail = Mit der Mail senden
accounts-mailed = Die Einladung ist unterwegs an die Adresse im Verzeichnis. Sie gilt { $hours } Stunden, oder bis die Anmeldung eingerichtet ist.

## In the field

notice-field_waits = Schritte aus dem Feld des Audits „{ $audit }“ warten auf eine Entscheidung.
