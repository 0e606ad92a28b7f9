## Wer in einem Programm was auditiert, und wann

staffing = Audits besetzen und terminieren
staffing-about = Was die Aufzeichnungen des Programms hergeben, steht unten. Der Plan hält Kompetenz, Unparteilichkeit, Abwesenheiten und Zeitfenster ein und verteilt die Arbeit gleichmäßig; benannt wird dadurch niemand.
staffing-go = Plan suchen
staffing-result = Der Plan
staffing-cost = Die Tagessätze ergeben { $amount }.
staffing-why-not = Warum andere nicht dabei sind
staffing-unplaced = Kein Team fand sich für
staffing-clash = Das lässt sich nicht zugleich einhalten: { $audits }
staffing-record = Plan eintragen
staffing-record-about = Mit allem, worauf er beruht, sodass ihn jeder nachrechnen kann. Danach eröffnen Sie die Audits und benennen die Teams.
staffing-record-part = Der Plan lässt Audits ohne Team. Er kann so eingetragen werden; ändern Sie vorher Zeitfenster, Teamgrößen oder Personen, um einen vollständigen zu finden.
staffing-audits = { $count ->
    [one] Das zu besetzende Audit
   *[other] Die { $count } zu besetzenden Audits
}
staffing-audits-about = Ändern Sie, was die Aufzeichnungen nicht gut genug sagen; diese selbst bleiben, wie sie sind.
staffing-earliest = Frühester Tag
staffing-latest = Spätester Tag
staffing-days = Arbeitstage
staffing-team = Leitung und Auditoren
staffing-method = Methode
staffing-fixed = Schon benannt: { $names }
staffing-people = { $count ->
    [one] Die Person, die eingesetzt werden kann
   *[other] Die { $count } Personen, die eingesetzt werden können
}
staffing-people-about = Wer die Kriterien für eine Rolle erfüllt, die in den Audits gebraucht wird. Ein hier geänderter Tagessatz und eine Grenze gelten nur für diese Planung und werden nicht aufbewahrt.
staffing-in = Einsetzen
staffing-take = { $name } kann eingesetzt werden
staffing-roles = Als
staffing-rate = Tagessatz
staffing-most = Höchstens Tage
staffing-holidays = Tage ohne Audits
staffing-holidays-help = Feiertage und Ähnliches, ein Datum wie 2026-12-24 je Zeile. Samstage und Sonntage bleiben ohnehin frei.
staffing-too-many = Das Programm hat mehr Audits oder Personen, als diese Seite zeigt. Der Plan berücksichtigt alle.
staffing-lacking = Was die Aufzeichnungen nicht sagen
staffing-lacking-about = und was stattdessen angenommen wird
staffing-experts = Die Grenzen der Suche und Aufgaben neben den Aufzeichnungen werden auf der Seite der Methode als JSON angegeben.
staffing-unread = „{ $text }“ ist hier nicht lesbar
staffing-and-more = { $names } und { $count } weitere
Assignment-optimal = Jedes Audit hat ein Team, und kein Plan ist besser.
Assignment-feasible = Jedes Audit hat ein Team. Einen besseren Plan könnte es geben.
Assignment-infeasible = Kein Plan besetzt alle Audits innerhalb der Regeln.
Assignment-unknown = Nicht jedes Audit hat ein Team, und dass es keinen Plan gibt, ist nicht gezeigt.
methods-assign-guided = Der Plan eines Programms hat dafür ein Formular: Öffnen Sie das Programm, dann seinen Plan, und wählen Sie „Audits besetzen und terminieren“. Hier wird alles als JSON angegeben.
staffing-more = Reisen, Rotation und Gewichte
staffing-more-about = Nur für diesen Vorschlag. Orte sind kurze Schlüssel wie vienna: die, an denen Personen laut Verzeichnis wohnen, und die der Audits. Eine Richtung steht für beide.
staffing-place = Orte, durch Kommas getrennt
