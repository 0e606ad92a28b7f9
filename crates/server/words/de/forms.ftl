## Was Formulare sagen.

form-missing = Bitte ausfüllen
form-amount = ist kein Betrag
form-amount-hint = ihn in der Einheit der Währung angeben, mit höchstens zwei Nachkommastellen und ohne Tausendertrennung, etwa 850 oder 850,50
form-problem = { $what }: { $hint }
form-wrong = { $count ->
    [one] Eine Angabe ist zu berichtigen. Es wurde nichts gespeichert; Ihre Eingaben stehen noch hier.
   *[other] { $count } Angaben sind zu berichtigen. Es wurde nichts gespeichert; Ihre Eingaben stehen noch hier.
}
form-meanwhile = Inzwischen hat jemand dies geändert.
form-meanwhile-what = Unten steht, was jetzt gilt, soweit es abweicht. Führen Sie beides im Formular zusammen und senden Sie es erneut.
form-optional = (optional)
form-row = { $what } { $number }
form-open = { $what } { $number } ändern
form-drop = { $what } { $number } entfernen
form-add = Hinzufügen: { $what }
form-none = Noch steht nichts zur Auswahl.
form-choose = Bitte wählen …
form-one-a-line = Eine Angabe je Zeile
yes = Ja
no = Nein
cancel = Abbrechen
form-kept = Was Sie hier zuvor eingegeben haben, wurde nicht gesendet. Dieser Browser hat es aufbewahrt.
form-kept-take = Ins Formular zurückholen
form-kept-drop = Verwerfen
form-sent-before = Dieses Formular wurde schon gesendet und seither geändert. Was zuerst gesendet wurde, ist geschehen. Senden Sie es erneut, wenn auch dies geschehen soll.
act-files = Dateien
act-files-help = Was Sie hier wählen, wird als Nachweis zu dieser Antwort aufgenommen. Mehrere Dateien sind möglich. Dateien der auditierten Organisation sind für das Auditteam und ihre eigenen Ansprechpersonen.
