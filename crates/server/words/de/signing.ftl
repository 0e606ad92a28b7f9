### Unterschreiben, was bindet, und die Unterschriften an einer Aufzeichnung.

## Was eine Unterschrift bedeutet.

meaning-programme_establish = Ich lege dieses Auditprogramm fest, wie es jetzt dasteht.
meaning-plan_present = Ich lege der auditierten Organisation diesen Auditplan vor, wie er jetzt dasteht.
meaning-plan_overrule_objection = Ich weise diesen Einwand gegen den Auditplan zurück, aus dem Grund, den ich angebe.
meaning-report_review = Ich habe den Auditbericht mit diesem Inhalt geprüft.
meaning-report_approve = Ich gebe den Auditbericht mit diesem Inhalt frei.
meaning-report_issue = Ich gebe den Auditbericht mit diesem Inhalt heraus.
meaning-finding_acknowledge = Ich erkenne diese Feststellung für die auditierte Organisation an.
meaning-finding_verify = Ich habe verifiziert, dass die Korrekturmaßnahme umgesetzt wurde, wie ich es beschreibe.
meaning-certification_review = Ich habe bewertet, worauf die Zertifizierung beruht, und dies ist mein Ergebnis.
meaning-certification_decide = Ich treffe diese Entscheidung über die Zertifizierung.

## Die Seite, auf der man unterschreibt.

sign-about = Dieser Schritt bindet Sie. Lesen Sie, was Sie unterschreiben, und unterschreiben Sie dann; vorher geschieht nichts.
sign-what = Was Sie unterschreiben
sign-record = Aufzeichnung
sign-content = Prüfsumme des Berichtsinhalts
sign-digest = Prüfsumme, die unterschrieben wird
sign-kept = Ihr Name, die Bedeutung, die Zeit und diese Prüfsumme bleiben im Journal. Sie haben { $minutes } Minuten, und die Unterschrift gilt nur für diesen Schritt.
sign-by-passkey = Mit einem Passkey unterschreiben
sign-by-codes = Mit Passphrase und Code unterschreiben
sign-code = Aktueller Code
sign-code-help = Die sechs Ziffern, die Ihre App jetzt anzeigt. Mit einem Wiederherstellungscode wird nicht unterschrieben.
sign-wrong = Das zeigt nicht, dass Sie es sind: Passphrase oder Code ist anders, der Code wurde schon verwendet, oder der Passkey ist nicht Ihrer. Noch ist nichts geschehen.
sign-late = Das hat zu lange gedauert, oder es wurde schon unterschrieben. Ihre Eingaben sind noch hier: Bitte unterschreiben Sie noch einmal.
sign-passkey-failed = Der Passkey hat nicht unterschrieben. Versuchen Sie es noch einmal, oder unterschreiben Sie auf andere Weise.
sign-none = Sie haben noch nichts, womit Sie unterschreiben können
sign-none-about = Unterschrieben wird mit einem Passkey, oder mit Passphrase und Einmalcode zusammen. Richten Sie eines davon ein: Das öffnet sich neben dieser Seite, und Ihre Eingaben bleiben hier. Kommen Sie dann zurück und fahren Sie fort.
sign-other-way = Mit Passphrase und Code unterschreiben
sign-other-about = Sie haben einen Passkey und können damit unterschreiben, wo Skripte laufen. Um es ohne zu tun, richten Sie Passphrase und Einmalcodes ein.
sign-set-up = Meine Anmeldung einrichten
sign-go-on = Ich habe es eingerichtet: weiter

## Die Unterschriften an einer Aufzeichnung.

signatures = Unterschriften
signed-digest = Unterschriebene Prüfsumme:
signed-entry = Eintrag { $seq } des Journals enthält die Unterschrift.
signed-passkey = Mit einem Passkey unterschrieben. Die Unterschrift bleibt erhalten, und wer die Aufzeichnung verifiziert, prüft sie.
signed-server = Mit Passphrase und Einmalcode unterschrieben; vom Server bezeugt.
signed-door = Durch die Tür der auditierten Organisation gegeben, die ein Link und ein Einmalcode geöffnet hatten; vom Server bezeugt.
signed-operator = Vom Betrieb des Servers bezeugt, nicht unterschrieben.
signed-before = Aus der Zeit, bevor unterschrieben wurde.
verify-by-spot = Unterschriften vor Ort mit einem Passkey, jede geprüft
verify-by-passkey = Mit einem Passkey unterschriebene Schritte, jeder geprüft
verify-by-server = Mit Passphrase und Code unterschriebene Schritte, vom Server bezeugt
verify-by-operator = Vom Betrieb des Servers bezeugte Schritte, nicht unterschrieben
