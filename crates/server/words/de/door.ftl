### Der Zugang der auditierten Organisation: der Weg hinein, was dahinter ist, und wo er geöffnet wird.

door-enter = Ihr Audit
door-ask = Guten Tag, { $name }. Dieser Link führt zu Ihrem Audit. Damit niemand anderes hineinkommt, senden wir einen Code an Ihre E-Mail-Adresse.
door-ask-send = Code senden
door-ask-alone = Guten Tag, { $name }. Dieser Link führt zu Ihrem Audit. Damit niemand anderes hineinkommt, wird ein Code verlangt. Dieser Server versendet keine E-Mails: Wer Ihnen den Link gegeben hat, gibt Ihnen auch den Code.
door-ask-make = Code erzeugen lassen
door-ask-not = Sie sind nicht { $name }? Dann ist dieser Link nicht für Sie; bitte schließen Sie die Seite.
door-code-sent = Ein Code wurde an { $address } gesendet. Er gilt { $minutes } Minuten und nur einmal. Kommt keiner an, fragen Sie, wer Ihnen den Link geschickt hat.
door-code-waits = Dieser Server versendet keine E-Mails; der Code kommt daher nicht zu Ihnen. Fragen Sie danach, wer Ihnen den Link gegeben hat: Wer den Server betreibt, kann ihn dort nennen. Er gilt { $minutes } Minuten und nur einmal.
door-code = Code
door-code-help = { $digits } Ziffern, mit oder ohne Leerzeichen.
door-go-in = Eintreten
door-code-again = Einen anderen Code senden
door-code-wrong = Das ist nicht der zuletzt gesendete Code, er wurde schon verwendet, oder seine Zeit ist um. Lassen Sie sich nach fünf Fehlversuchen einen anderen senden.
door-codes-wait = { $seconds ->
    [one] Es wurden viele Codes gesendet. Der nächste kann in einer Sekunde gesendet werden.
   *[other] Es wurden viele Codes gesendet. Der nächste kann in { $seconds } Sekunden gesendet werden.
}
door-gone = Dieser Link gilt nicht mehr.
door-gone-about = Seine Frist ist abgelaufen, er wurde geschlossen, oder das Audit ist beendet. Bitten Sie die Leitung des Auditteams um einen anderen.
door-left = Sie sind abgemeldet.
door-left-about = Um zurückzukehren, öffnen Sie erneut den Link aus Ihrer E-Mail, solange er gilt.
door-letter-subject = Ihr Zugang zu einem Audit
door-letter =
    Hier sehen und beantworten Sie, was ein Audit von Ihnen erbittet:

    { $link }

    Der Link gilt bis { $until }. Wenn Sie ihn öffnen, wird ein Code an diese Adresse gesendet; ohne ihn kommt niemand hinein. Geben Sie den Link nicht weiter.
door-code-subject = Ihr Code
door-code-letter =
    Ihr Code lautet { $code }

    Er gilt { $minutes } Minuten und nur einmal. Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne ihn kommt niemand hinein.

door-home = Übersicht
door-you = Sie sind hier als { $name }. Was Sie tun, wird unter Ihrem Namen aufgezeichnet.
door-nothing = Nichts wartet auf Sie
door-nothing-about = Wenn das Auditteam etwas von Ihnen erbittet, steht es hier.
door-then = Danach
door-task-plan = Auditplan ansehen
door-task-plan-about = Das Auditteam hat ihn vorgelegt und wartet auf Ihre Antwort.
door-act-plan = Lesen und antworten
door-task-request = Informationsanfrage beantworten
door-act-request = Antworten
door-task-finding-raised = Sagen, ob eine Feststellung zutrifft
door-act-finding-raised = Lesen und antworten
door-task-finding-acknowledged = Sagen, wie eine Nichtkonformität korrigiert wurde
door-act-finding-acknowledged = Korrektur angeben
door-task-finding-corrected = Sagen, was die Ursache war
door-act-finding-corrected = Grundursache angeben
door-task-finding-cause-found = Sagen, was Sie tun, damit es nicht wieder vorkommt
door-act-finding-cause-found = Maßnahme planen
door-task-finding-plan-accepted = Zeigen, dass die Maßnahme umgesetzt ist
door-act-finding-plan-accepted = Umsetzung melden
door-task-meeting = Teilnahme an einer Besprechung zeichnen
door-act-meeting = Ansehen und zeichnen
door-task-report = Auditbericht lesen
door-task-report-about = Er wurde ausgegeben, und Sie stehen im Verteiler.
door-act-report = Zum Bericht
door-plan-version = Auditplan, Version { $number }
door-report-fetch = { $report } (PDF)
door-report-read = Ich habe den Bericht erhalten
door-complain = Beschwerde oder Einspruch
door-sessions = Wo Sie angemeldet sind

door-sessions-about = Jede Zeile ist ein Browser, in dem Ihr Link und ein Code verwendet wurden. Kennen Sie einen nicht, beenden Sie ihn und schließen Sie den Zugang.
door-session-times = seit { $made }, zuletzt { $used }
door-close = Diesen Zugang schließen
door-close-about = Ihr Link gilt bis { $until }. Wenn Sie den Zugang schließen, kommt über den Link niemand mehr hinein, auch Sie nicht.

door-response = Trifft das zu?
door-response-about = Wenn die Feststellung verstanden ist und zutrifft, erkennen Sie sie an. Wenn Sie es anders sehen, sagen Sie es: Ihre Auffassung wird festgehalten und steht im Bericht, was auch daraus wird.
door-acknowledge = Ja, das trifft zu
door-dispute = Ich sehe es anders
door-opinion = Wie Sie es sehen
door-opinion-help = Die Leitung des Auditteams entscheidet darüber und begründet es.
door-dispute-send = Meine Auffassung senden
door-correct = Wie wurde es korrigiert?
door-correct-about = Was sofort an der Sache selbst getan wurde. Warum es dazu kam, ist die nächste Frage.
door-cause = Was war die Ursache?
door-cause-about = Warum es dazu kommen konnte, und wie Sie das herausgefunden haben.
door-action = Was tun Sie, damit es nicht wieder vorkommt?
door-action-about = Eine Maßnahme gegen die Ursache und der Tag, bis zu dem sie umgesetzt ist. Sie sind dafür verantwortlich. Das Auditteam sagt dann, ob sie genügt.
door-implement = Zeigen, dass es umgesetzt ist
door-implement-about = Was getan wurde, mit einer Datei, die es zeigt: eine Aufzeichnung, ein Bild, ein geändertes Dokument.
door-text = Ihre Antwort
door-files-help = Dateien sind für das Auditteam und die Ansprechpersonen Ihrer Organisation. Mehrere sind möglich.
door-by-when = Bis wann
door-send = Senden
door-turn = Hier wartet jetzt nichts auf Sie. Am Zug: { $turn }.
door-before = Was bisher gesagt wurde

door-plan-lead = So ist das Audit geplant.
door-plan-answer = Zu Ihrer Antwort
door-plan-title = Sind Sie einverstanden?
door-plan-objected = Es gibt einen Einwand. Die Leitung des Auditteams beantwortet ihn zuerst; danach können Sie zustimmen.
door-agree = Ich stimme dem Plan zu
door-object = Ich habe einen Einwand
door-object-what = Wogegen Sie einen Einwand haben
door-object-help = Nennen Sie die Sitzung oder den Punkt, und was stattdessen ginge.
door-object-send = Einwand senden
door-objections = Einwände
door-answer = Bitte antworten Sie
door-returned = Ihre Antwort kam zurück:
door-sign = Waren Sie dabei?
door-sign-about = Sie stehen in der Teilnahmeliste dieser Besprechung. Zeichnen Sie sie, wenn das stimmt; wenn nicht, sagen Sie es der Leitung des Auditteams.
door-sign-send = Ja, ich war dabei
door-signed = gezeichnet
door-meeting-signed = Sie haben Ihre Teilnahme gezeichnet.
door-not-covered = nicht behandelt
door-complain-about = Was Sie schreiben, geht an die Zuständigen für Beschwerden im Auditprogramm, nicht an das Auditteam.
door-complaint = Beschwerde über die Durchführung des Audits
door-appeal = Einspruch gegen eine Entscheidung
door-complaint-what = Worum es geht
door-complain-send = Absenden

doors = Zugang der auditierten Organisation
doors-about = Eine Ansprechperson der auditierten Organisation ohne Konto kommt mit einem Link und einem Code, der per E-Mail kommt, hinein. Sie sieht, was ihr in diesem Audit freigegeben wurde, und antwortet; sonst nichts. Was sie tut, steht unter ihrem Namen im Journal.
doors-open = Zugang öffnen
doors-who = Für wen
doors-until = Bis
doors-until-help = Der letzte Tag, an dem der Link gilt.
doors-made = Der Zugang für { $name } ist offen
doors-link-about = Der Link wird nur dieses eine Mal gezeigt und wurde an { $address } gesendet. Ein früherer Zugang für dieselbe Person ist geschlossen.
doors-link-alone = Der Link wird nur dieses eine Mal gezeigt. Dieser Server versendet keine E-Mails: Geben Sie { $name } den Link selbst, und später den Code; wer den Server betreibt, kann ihn lesen. Ein früherer Zugang für dieselbe Person ist geschlossen.
doors-list = Zugänge zu diesem Audit
doors-empty = Noch keine.
doors-contact = Ansprechperson
doors-state = Stand
doors-used = Zuletzt eingetreten
doors-holds = gilt bis { $until }
doors-over = abgelaufen seit { $until }
doors-closed = geschlossen am { $when }
doors-shut = zu
doors-in = { $count ->
    [one] ein Browser ist angemeldet
   *[other] { $count } Browser sind angemeldet
}
doors-close = Schließen
doors-none = Für die auditierte Organisation sind keine Ansprechpersonen eingetragen. Tragen Sie diese zuerst ein.
doors-need-contact = Die Person ist keine Ansprechperson der auditierten Organisation.
doors-need-address = Für die Person ist keine E-Mail-Adresse eingetragen; dorthin geht der Code.
doors-need-unlocked = Das Konto der Person ist gesperrt.
doors-need-audit = Das Audit ist beendet, und nichts daraus wird weiterverfolgt.
doors-need-day = Der Tag ist vergangen oder zu weit entfernt.
by-door = { $name }, über den Zugang der auditierten Organisation
factor-mail = Code per E-Mail
sign-in-door = Sie kamen ohne Konto über einen Link zu Ihrem Audit? Öffnen Sie den Link aus Ihrer E-Mail erneut; was Sie geschrieben haben, ist noch in diesem Browser.
