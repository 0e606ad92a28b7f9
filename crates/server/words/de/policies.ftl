## Die Regeln eines Programms

policy = Regeln
policy-about = Die Zahlen, die Normen der auditierenden Organisation überlassen. Für jedes Audit gelten die Regeln, die sein Programm zu der Zeit hat.
policy-closed = Das Programm ist abgeschlossen; seine Regeln bleiben, wie sie sind.
policy-figure = Regel
policy-value = Dieses Programm
policy-usually = Vorgabe
policy-source = Quelle
policy-same = ebenso
policy-change = Ändern
policy-none = keine
policy-whole = Alles eines Programms auf einmal:
policy-whole-way = der ganze Text als ein Formular
policy-usual = Vorgabe: { $value }
policy-bar = { $relation } ({ $types })
policy-certification = Zertifizierungsaudits
policy-grade-days = { $acknowledge ->
    [one] Ein Tag
   *[other] { $acknowledge } Tage
} zur Stellungnahme, { $plan } zum Plan, { $implement } zur Umsetzung, { $effectiveness } weitere zur Wirksamkeitsprüfung
policy-grades = Einstufungen und Fristen
policy-grades-about = Jede Einstufung einer Nichtkonformität mit ihrer Bedeutung und den Kalendertagen von der Feststellung bis zu jedem Schritt. Schon getroffene Feststellungen behalten ihre Fristen.
policy-times = Bericht, Aufzeichnungen und kurzfristige Audits
policy-times-about = Wann der Bericht nach der Abschlussbesprechung fällig ist, wie lange Aufzeichnungen nach dem Abschluss aufbewahrt werden, und welche Auditarten ohne vorgelegten Plan auskommen.
policy-cooling = Karenzzeiten
policy-cooling-about = Wie viele Monate nach dem Ende einer Beziehung zum Auditierten jemand dort noch nicht auditieren darf. 0 sperrt, solange die Beziehung besteht.
policy-competence = Kompetenz
policy-competence-about = Was eine Person für jede Rolle nachweisen muss, Bereich für Bereich. Wem eines davon fehlt, der passt auf keinen solchen Platz im Auditteam.
policy-rotation = Rotation
policy-rotation-about = Wie oft in Folge jemand dieselbe Organisation auditieren darf. Gezählt werden abgeschlossene Audits, das jüngste zuerst; wer so oft dort war, wird nicht wieder bestellt.
policy-rotation-rule = { $roles } ({ $types })
policy-rotation-most = { $count ->
    [one] ein Audit in Folge
   *[other] { $count } Audits in Folge
}
policy-complaints = Beschwerden und Einsprüche
policy-complaints-about = Kalendertage vom Eingang bis zur Bestätigung und bis zur Entscheidung.
policy-cycle = Zertifizierungszyklus
policy-cycle-about = Längen im Zyklus einer Zertifizierung, in Monaten.
policy-no-rule = Es gibt noch keine Regel.
policy-source-two-years = ISO/IEC 17021-1:2015 5.2: zwei Jahre nach Beratung und internen Audits
policy-source-as-two-years = ISO/IEC 17021-1:2015 5.2; zwei Jahre nach Hausregel, wie nach Beratung
policy-source-second-party = ISO 19011:2018 4 e); zwei Jahre nach Hausregel, wie bei der Zertifizierung
policy-source-first-party = ISO 19011:2018 4 e), ISO/IEC 27001:2022 9.2.2; ein Jahr nach Hausregel
policy-source-own-work = ISO 19011:2018 4 e): niemand auditiert die eigene Arbeit; ein Jahr nach Hausregel
policy-source-while-it-lasts = ISO 19011:2018 4 e); solange sie besteht, nach Hausregel
