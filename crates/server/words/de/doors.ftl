# Wer nicht darf, und an wen man sich wendet

barred-about = Sie dürfen wissen, dass es dies gibt; was Sie wollten, steht Ihnen aber nicht zu.
barred-turn = Wenden Sie sich an:
barred-turn-installation = Wenden Sie sich an die Verwaltung dieser Installation.
barred-leader = leitet das Audit
barred-manager = steuert das Auditprogramm

# Ein Audit, wie die auditierte Organisation es sieht

released-about = Was das Auditteam für Sie freigegeben hat: den Plan, sobald er vorgelegt ist, Feststellungen, sobald sie erhoben sind, Anfragen nach Informationen und den Bericht, sobald er ausgegeben ist.
released-plan = Plan ansehen
released-plan-empty = Noch wurde kein Plan vorgelegt. Sie werden um Ihr Einverständnis gebeten.
released-findings-empty = Noch wurde keine Feststellung erhoben. Feststellungen erfahren Sie, bevor sie im Bericht stehen.
released-requests-empty = Das Auditteam hat noch nichts angefragt.
released-report-empty = Noch wurde kein Bericht ausgegeben.

# Das Sicherheitsprotokoll

security = Sicherheitsprotokoll
security-about = Wem was verweigert wurde, wer Eingeschränktes geöffnet hat, wer etwas herausgenommen hat, wer sich angemeldet hat. Es gehört nicht zur Aufzeichnung und enthält nichts aus ihr.
security-clause = ISO/IEC 27001:2022 A.8.15
security-find = Eingrenzen
security-kind = Was
security-all = Alles
security-person = Person (Kennung)
security-record = Datensatz (Kennung)
security-from = Von
security-to = Bis
security-show = Anzeigen
security-events = Ereignisse
security-empty = Nichts dergleichen wurde vermerkt. Verweigerte Fragen und Handlungen, geöffnete eingeschränkte Nachweise, Exporte und Anmeldungen stehen hier, sobald sie geschehen.
security-at = Wann
security-who = Wer
security-route = Gefragt nach
security-why = Warum
security-address = Von wo
security-request = Anfrage
security-older = Ältere
security-keep = Wie lange es aufbewahrt wird
security-days = Tage
security-days-help = Älteres wird vergessen.
security-days-wrong = Geben Sie eine Zahl von { $least } bis { $most } an.
security-read_refused = Frage verweigert
security-act_refused = Handlung verweigert
security-evidence_opened = Eingeschränkter Nachweis geöffnet
security-exported = Herausgenommen
security-signed_in = Angemeldet
security-sign_in_refused = Anmeldung verweigert
security-second_factor_wrong = Zweiter Faktor falsch
security-sign_in_slowed = Eine Zeit lang ausgesperrt
security-provider_refused = Vom Anbieter abgelehnt
security-why-wrong = falsch
security-why-too-many-failed = zu viele Versuche gescheitert
security-why-locked = das Konto ist gesperrt
security-why-passkey-needed = ein Passkey ist nötig
security-why-link = Link
security-why-invitation = Einladung
security-why-passphrase = Passphrase
security-why-code = Code
security-why-recovery = Wiederherstellungscode
security-why-passkey = Passkey
security-why-provider = Anbieter
security-why-the-provider-cannot-be-asked = der Anbieter lässt sich nicht fragen
security-why-the-answer-does-not-hold = die Antwort gilt nicht
security-why-the-code-was-not-redeemed = der Code wurde nicht eingelöst
security-why-nobody-here = hier kein Konto
security-why-invited = eingeladen
security-why-unlocked = entsperrt
security-why-reset = zurückgesetzt
security-why-passphrase-set = Passphrase gesetzt
security-why-codes-set-up = Codes eingerichtet
security-why-codes-ended = Codes beendet
security-why-recovery-codes-made-anew = neue Wiederherstellungscodes
security-why-passkey-added = Passkey hinzugefügt
security-why-passkey-removed = Passkey entfernt
security-signed_out = Abgemeldet
security-account_changed = Konto oder Einstellung geändert
restricted-text = Text von Nachweisen für benannte Personen
restricted-text-about = Dateien werden gelesen, damit sie durchsuchbar sind. Was gelesen wurde, steht unverschlüsselt in der Datenbank. Von Nachweisen, die nur für benannte Personen bestimmt sind, wird es nicht aufbewahrt, sofern Sie nichts anderes festlegen; wer eine solche Datei öffnen darf, kann sie sich weiterhin vorlesen lassen.
restricted-text-kept = Der Text von Nachweisen für benannte Personen wird aufbewahrt und durchsucht.
restricted-text-not-kept = Der Text von Nachweisen für benannte Personen wird weder aufbewahrt noch durchsucht.
restricted-text-keep = Aufbewahren und durchsuchen
restricted-text-stop = Entfernen und nicht mehr aufbewahren
opened = Wer die Datei geöffnet hat
opened-nobody = Niemand hat die Datei geöffnet.
opened-about = Aus dem Sicherheitsprotokoll: die letzten hundert Male, dass die Datei geöffnet oder das Audit herausgenommen wurde. Sichtbar für die Auditteamleitung und die Leitung des Auditprogramms.

first-reason = Die erste Person dieser Installation, von deren Betreiber eingetragen.
