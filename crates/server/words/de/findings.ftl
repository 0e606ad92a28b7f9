## Feststellungen: Register, Entwicklung, einzelne Feststellung, Verfassen.

nav-findings = Feststellungen
audit-tab-findings = Feststellungen
findings-views = Ansichten der Feststellungen
findings-register = Register
findings-trends = Alter und Entwicklung
findings-about = Die Feststellungen aller Audits, die neueste zuerst.
findings-open = Offen: wird verfolgt
findings-overdue = Überfällig
findings-text = Titel oder Aussage
findings-programme = Auditprogramm
findings-kind = Art und Einstufung
findings-requirement = Anforderung
findings-due = Frist
findings-turn = Wer am Zug ist
findings-all = Alle
findings-clear = Alle zeigen
findings-of-all = wieder von allen
findings-empty = Noch ist keine Feststellung verfasst. Feststellungen entstehen in einem Audit, wenn Nachweise gegen die Auditkriterien beurteilt werden: am Arbeitsplatz oder auf der Seite der Feststellungen des Audits.
findings-none = Keine Feststellung entspricht diesem Filter.
findings-count = { $count ->
    [one] Eine Feststellung
   *[other] { $count } Feststellungen
}
findings-count-more = Mehr als { $count } Feststellungen
findings-searched = Der Text wird unter den neuesten { $count } gesucht.
findings-late = { $count ->
    [one] Eine Nichtkonformität ist überfällig
   *[other] { $count } Nichtkonformitäten sind überfällig
}
findings-late-why = Überfällige Folgemaßnahmen brauchen eine Antwort, eine neue Frist oder eine höhere Einstufung.
findings-late-see = Überfällige ansehen
findings-more = und { $count } weitere
findings-lacking = { $count ->
    [one] Ein Arbeitspapier ist nicht konform und hat keine Nichtkonformität
   *[other] { $count } Arbeitspapiere sind nicht konform und haben keine Nichtkonformität
}
findings-lacking-title = Nicht konform, und keine Nichtkonformität sagt es
findings-compose = Nichtkonformität verfassen
findings-drafts = Entworfen und nicht erhoben
findings-raised = Erhoben
findings-raised-empty = In diesem Audit ist nichts erhoben. Was erhoben ist, liegt der auditierten Organisation vor: Der Text steht fest, und die Fristen laufen.
findings-all-raised = Jede Feststellung ist erhoben oder zurückgezogen: Die Auditschlussfolgerungen können gezogen werden.

trends-about = Was offen ist, wo sich Feststellungen häufen und wie viele es je Jahr waren.
trends-years = Feststellungen nach Jahr
trends-year = Jahr
trends-open = Die offenen im Register
findings-counted = Gezählt sind Feststellungen, die erhoben sind und bestehen, höchstens die neuesten { $count }, die dem Filter entsprechen.
ageing-title = Offene Nichtkonformitäten nach Alter
ageing-about = Jede offene Nichtkonformität mit ihrem Alter in Tagen und dem Tag, an dem ihr nächster Schritt fällig ist.
ageing-empty = Keine Nichtkonformität ist offen.
ageing-left-out = nicht gezeigt
ageing-opened = Verfasst
ageing-due = Fällig
ageing-days = Alter in Tagen
ageing-overdue = Tage überfällig
pareto-title = Feststellungen nach Abschnitt
pareto-about = Feststellungen nach dem Abschnitt oder der Maßnahme, die sie betreffen, von den häufigsten an, mit dem kumulierten Anteil.
pareto-empty = Es gibt keine Feststellung zu zählen.
pareto-left-out = nicht gezeigt
pareto-clause = Abschnitt
pareto-cumulative = Kumulierter Anteil

waiting-finding = Feststellung { $number }: { $what }

grade-label-major = Hauptnichtkonformität
grade-label-minor = Nebennichtkonformität
grade-label-improvement = Verbesserung
grade-meaning-major = Sie stellt in Frage, dass das Managementsystem seine beabsichtigten Ergebnisse erreichen kann: Eine Anforderung ist überhaupt nicht erfüllt, die Steuerung eines Prozesses ist zusammengebrochen, oder mehrere Nebennichtkonformitäten zum selben Thema laufen darauf hinaus.
grade-meaning-minor = Eine Anforderung ist nicht erfüllt, und das Managementsystem kann seine beabsichtigten Ergebnisse dennoch erreichen.
grade-days = Antwort in { $acknowledge ->
    [one] einem Tag
   *[other] { $acknowledge } Tagen
}, Plan in { $plan }, Umsetzung in { $implement }.

finding-due-by = fällig am
finding-said = Was festgestellt wurde
finding-rests = Worauf sie beruht
finding-no-requirement = Keine Anforderung ist genannt.
finding-no-evidence = Kein einzelner Nachweis ist genannt; was gesehen wurde, steht im Text.
finding-path = Von der Erhebung bis zum Abschluss
finding-by = { $when }, { $who }
finding-escalated = Höher eingestuft: von { $from } zu { $to }
finding-sent-back = Zurückgewiesen
finding-sent-back-what = Was zurückgewiesen wurde
finding-entries = { $count ->
    [one] Ein Eintrag des Journals
   *[other] { $count } Einträge des Journals
}
finding-record = Datensatz und vollständige Entstehung
finding-warned = Vor dem Erheben noch einmal ansehen:

warns-prescribes = „{ $word }“ schreibt eine Lösung vor: Sagen Sie, was nicht erfüllt ist, und überlassen Sie die Maßnahme der auditierten Organisation.
warns-opinion = „{ $word }“ äußert eine Meinung: Sagen Sie, was festgestellt wurde.
warns-person = „{ $word }“ nennt eine Person: Nennen Sie stattdessen die Rolle oder die Funktion.
warns-requirement = „{ $word }“ ist keine Anforderung der Auditkriterien in der übernommenen Fassung: Schlagen Sie die Nummer nach.

kind-nonconformity-about = Eine Anforderung ist nicht erfüllt.
kind-improvement-about = Die Anforderungen sind erfüllt, und etwas ließe sich besser machen.
kind-practice-about = Besser gelöst als gefordert, und für andere wissenswert.

composer-begin = Was dieser Audittest typischerweise findet
composer-begin-with = Mit diesem Text beginnen
composer-major-if = Hauptnichtkonformität, wenn: { $what }
composer-requirements-help = Nach Nummer oder Titel suchen. Nennen Sie jede nicht erfüllte Anforderung in der Ausgabe dieses Audits.
composer-requirement-search = Nummer oder Titel
composer-another = Weitere Anforderung
composer-take-out = Entfernen
composer-title-help = Wenige Worte, an denen alle sie erkennen.
composer-statement-help = Was nicht erfüllt ist, in ein oder zwei Sätzen, ohne Namen und ohne Ratschlag.
composer-evidence-help = Welche Aufzeichnungen, Orte und Stichproben, und wie viele von wie vielen, sodass die auditierte Organisation dasselbe findet.
composer-grade-help = Nach dem Schema des Auditprogramms; die Tage zählen ab der Erhebung.
composer-no-grade = Keine Einstufung: Es ist keine Nichtkonformität
composer-breaches-help = Eine Maßnahme aus Anhang A fordert für sich allein nichts: Nennen Sie den Abschnitt, den ihr Versagen verletzt.
composer-other-breach = Weiterer Abschnitt
composer-no-paper = Bisher ist kein Arbeitspapier nicht konform. Nennen Sie unten das Arbeitspapier.
composer-other-paper = Weiteres Arbeitspapier
composer-no-evidence = Dem Arbeitspapier ist kein Nachweis zugeordnet.
composer-other-evidence = Weitere Nachweise dieses Audits
composer-notes = Notizen der Arbeitspapiere
composer-no-notes = Die genannten Arbeitspapiere haben keine Notizen.
composer-cite = In den Nachweis übernehmen
