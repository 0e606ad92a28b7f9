### Was getan werden kann: der Name jedes Befehls, was er bewirkt und was daraus folgt, und was danach gesagt wird.

## Die Organisation und ihre Personen

do-organization_name = Auditierende Organisation benennen
    .about = Legt fest, wessen Audits hier geführt werden und welche Regelungen für sie gelten. Dies ist der erste Schritt überhaupt und geschieht einmal.
    .done = Die auditierende Organisation ist benannt.
do-organization_set_letterhead = Aussehen der Dokumente festlegen
    .about = Legt Logo, Akzentfarbe, Adresse und Fußzeile der Dokumente der Organisation fest. Was fehlt, wird weggenommen.
    .done = Das Aussehen der Dokumente ist festgelegt.
do-person_register = Person eintragen
    .about = Trägt eine Person ein, die an Audits mitwirkt: im Auditteam, in der Leitung des Auditprogramms oder bei einer auditierten Organisation. Danach können ihr Rollen übertragen werden.
    .done = Die Person ist eingetragen.
do-person_update = Angaben zur Person ändern
    .about = Ändert, was zu einer Person eingetragen ist. Die früheren Angaben bleiben im Journal erhalten.
    .done = Die Angaben zur Person sind geändert.
do-absence_add = Abwesenheit eintragen
    .about = Vermerkt eine Zeit, in der die Person nicht zur Verfügung steht. Kein Auditplan kann sie dann einsetzen (ISO 19011:2018, 5.5.4).
    .done = Die Abwesenheit ist eingetragen.
do-absence_remove = Abwesenheit streichen
    .about = Streicht eine Abwesenheit: Die Person steht doch zur Verfügung.
    .done = Die Abwesenheit ist gestrichen.
do-credential_add = Kompetenznachweis eintragen
    .about = Trägt ein, was die Kompetenz einer Person belegt: Ausbildung, Erfahrung, Schulung, Qualifikation oder Fertigkeit. Danach richtet sich, ob sie berufen werden kann (ISO 19011:2018, 7.2).
    .done = Der Kompetenznachweis ist eingetragen.
do-credential_withdraw = Kompetenznachweis zurückziehen
    .about = Nimmt ihn aus den Aufzeichnungen, weil die ausstellende Stelle ihn entzogen hat oder weil er irrtümlich eingetragen wurde. Im Journal bleibt er erhalten.
    .done = Der Kompetenznachweis ist zurückgezogen.
do-development_record = Fortbildung eintragen
    .about = Trägt ein, was eine Person getan hat, um ihre Kompetenz zu erhalten und zu verbessern, mit den Stunden (ISO 19011:2018, 7.6).
    .done = Die Fortbildung ist eingetragen.
do-code_accept = Verhaltenskodex anerkennen
    .about = Erkennt den Verhaltenskodex in seiner jetzigen Fassung für die eigene Person an. Ohne dies wird niemand als Auditorin oder Auditor in ein Auditteam berufen (ISO 19011:2018, 4).
    .done = Sie haben den Verhaltenskodex anerkannt.
do-passkey_bind = Passkey zuordnen
    .about = Hält im Journal fest, wem ein Passkey gehört, damit prüfbar ist, was er unterschreibt. Das geschieht von selbst, wenn ein Passkey erstellt wird.
    .done = Der Passkey ist zugeordnet.
do-interests_declare = Interessen erklären
    .about = Erklärt eigene Interessen an einer auditierten Organisation oder allgemein, oder dass es keine gibt. Ohne eine solche Erklärung auditiert niemand (ISO/IEC 27007:2020, 5.5.4).
    .done = Ihre Interessen sind erklärt.
do-relation_declare = Beziehung erklären
    .about = Trägt die Beziehung einer Person zu einer auditierten Organisation ein; das kann jede Person tun, die davon weiß. Je nach den Regelungen darf die Person dort nicht auditieren (ISO 19011:2018, 4 e)).
    .done = Die Beziehung ist erklärt.
do-relation_end = Ende einer Beziehung eintragen
    .about = Vermerkt, dass eine Beziehung geendet hat. Was sie ausschließt, bleibt für die Karenzzeit der Regelungen ausgeschlossen.
    .done = Das Ende der Beziehung ist eingetragen.
do-relation_withdraw = Beziehung zurückziehen
    .about = Zieht einen irrtümlichen Eintrag zurück. Er schließt von da an nichts mehr aus und bleibt mit der Begründung erhalten; die betroffene Person kann dies nicht selbst tun.
    .done = Der Eintrag ist zurückgezogen.
do-appraisal_record = Auditorenbewertung eintragen
    .about = Trägt ein, wie eine Auditorin oder ein Auditor bewertet wurde, mit welcher Methode und welchem Ergebnis; bewertende Person sind Sie (ISO 19011:2018, 7.4).
    .done = Die Auditorenbewertung ist eingetragen.
do-appraisal_follow_up = Folge einer Auditorenbewertung eintragen
    .about = Trägt ein, was aus dem Ergebnis folgte: Schulung, Anleitung, erneute Bewertung. Dies geschieht einmal (ISO 19011:2018, 7.5).
    .done = Die Folge der Auditorenbewertung ist eingetragen.

## Auditierte Organisationen

do-auditee_register = Auditierte Organisation eintragen
    .about = Trägt eine Organisation ein, die auditiert wird, mit Einheiten, Standorten, Prozessen und Ansprechpersonen. Auditprogramme und Auditpläne wählen daraus.
    .done = Die auditierte Organisation ist eingetragen.
do-auditee_update = Angaben zur auditierten Organisation ändern
    .about = Ändert, was zu einer auditierten Organisation eingetragen ist. Die früheren Angaben bleiben im Journal erhalten.
    .done = Die Angaben zur auditierten Organisation sind geändert.
do-soa_enter = Erklärung zur Anwendbarkeit eintragen
    .about = Trägt eine Fassung der Erklärung ein, wie die auditierte Organisation sie geschrieben hat: jede Maßnahme mit der Begründung für Ein- oder Ausschluss (ISO/IEC 27001:2022, 6.1.3 d)). Die Arbeitspapiere zu Maßnahmen richten sich danach.
    .done = Die Erklärung zur Anwendbarkeit ist eingetragen.

## Das Auditprogramm

do-programme_draft = Auditprogramm entwerfen
    .about = Beginnt ein Auditprogramm mit Zeitraum und Regelungen. Ziele, Umfang, Risiken, Rollen und Audits kommen hinzu, bevor es festgelegt wird (ISO 19011:2018, 5.1).
    .done = Das Auditprogramm ist entworfen.
do-programme_edit = Auditprogramm bearbeiten
    .about = Schreibt den Entwurf eines Auditprogramms neu. Nach der Festlegung tritt an die Stelle der Bearbeitung eine begründete Überarbeitung.
    .done = Der Entwurf ist geändert.
do-programme_establish = Auditprogramm festlegen
    .about = Genehmigt das Auditprogramm in der vorliegenden Form, durch die Person mit dieser Rolle. Es muss vollständig sein; spätere Änderungen sind begründete Überarbeitungen (ISO 19011:2018, 5.4).
    .done = Das Auditprogramm ist festgelegt.
do-programme_begin = Umsetzung des Auditprogramms beginnen
    .about = Beginnt die Umsetzung eines festgelegten Auditprogramms. Von da an können die geplanten Audits eröffnet werden (ISO 19011:2018, 5.5.1).
    .done = Das Auditprogramm wird umgesetzt.
do-programme_revise = Auditprogramm überarbeiten
    .about = Ändert ein festgelegtes Auditprogramm durch eine nummerierte Überarbeitung, die sagt, was sich warum ändert. Es muss vollständig bleiben.
    .done = Das Auditprogramm ist überarbeitet.
do-programme_review = Auditprogramm überprüfen
    .about = Hält Schlussfolgerungen und Erkenntnisse zum Auditprogramm fest und Verbesserungsmaßnahmen, die bis zum Abschluss verfolgt werden (ISO 19011:2018, 5.7).
    .done = Die Überprüfung ist eingetragen.
do-programme_finish_action = Verbesserungsmaßnahme abschließen
    .about = Trägt ein, dass eine Maßnahme aus einer Überprüfung des Auditprogramms erledigt ist, und mit welchem Ergebnis (ISO 19011:2018, 5.7).
    .done = Die Verbesserungsmaßnahme ist abgeschlossen.
do-programme_close = Auditprogramm abschließen
    .about = Schließt ein Auditprogramm ab, dessen geplante Audits alle durchgeführt oder zurückgezogen sind und das überprüft wurde (ISO 19011:2018, 5.6).
    .done = Das Auditprogramm ist abgeschlossen.
do-planned_audit_plan = Audit planen
    .about = Nimmt ein Audit in das Auditprogramm auf: auditierte Organisation, Art, Umfang, Kriterien, Zeitfenster, Methoden und Audittage. In einem festgelegten Auditprogramm ist dies eine begründete Überarbeitung (ISO 19011:2018, 5.4.3).
    .done = Das Audit ist geplant.
do-planned_audit_change = Geplantes Audit ändern
    .about = Ändert die Planung, solange das Audit nicht eröffnet ist. In einem festgelegten Auditprogramm ist dies eine begründete Überarbeitung (ISO 19011:2018, 5.5.1).
    .done = Das geplante Audit ist geändert.
do-planned_audit_withdraw = Geplantes Audit zurückziehen
    .about = Nimmt ein noch nicht eröffnetes Audit aus dem Auditprogramm; die Begründung wird festgehalten. In einem festgelegten Auditprogramm ist dies eine Überarbeitung (ISO 19011:2018, 5.5.1).
    .done = Das geplante Audit ist zurückgezogen.

## Das Audit

do-audit_open = Audit eröffnen
    .about = Nimmt ein geplantes Audit auf, durch die Leitung des Auditprogramms, das umgesetzt wird. Die Planung im Auditprogramm ändert sich von da an nicht mehr (ISO 19011:2018, 5.5.1).
    .done = Das Audit ist eröffnet.
do-audit_contact = Kontakt zur auditierten Organisation eintragen
    .about = Trägt ein, mit wem vor dem Audit wann und worüber gesprochen wurde. Erst nach einem Kontakt wird die Durchführbarkeit beurteilt (ISO 19011:2018, 6.2.2).
    .done = Der Kontakt ist eingetragen.
do-audit_judge_feasibility = Durchführbarkeit beurteilen
    .about = Sagt, ob Informationen, Zusammenarbeit, Zeit und Ressourcen ausreichen. Fehlt es an einem, endet das Audit hier, und eine Alternative wird vorgeschlagen (ISO 19011:2018, 6.2.3).
    .done = Die Durchführbarkeit ist beurteilt.
do-audit_initiate = Audit veranlassen
    .about = Legt Auditauftraggeber, Ziele, Umfang, Kriterien und Methoden fest, sobald das Audit durchführbar ist und eine Leitung hat. Danach können Arbeitspapiere angelegt werden (ISO 19011:2018, 5.5.2).
    .done = Das Audit ist veranlasst.
do-audit_appoint = Teammitglied berufen
    .about = Beruft eine Person in das Auditteam, nach Kompetenz, Verhaltenskodex, erklärten Interessen und Unparteilichkeit. Die Leitung des Auditprogramms beruft die Leitung des Auditteams und genehmigt Schutzmaßnahmen (ISO 19011:2018, 5.5.4).
    .done = Das Teammitglied ist berufen.
do-audit_dismiss = Teammitglied entlassen
    .about = Nimmt eine Person aus dem Auditteam. Ihre offene Arbeit muss zuvor an andere übergegangen sein (ISO 19011:2018, 6.3.3).
    .done = Das Teammitglied ist entlassen.
do-audit_review_documents = Dokumentierte Information prüfen
    .about = Hält Punkt für Punkt fest, was die Auditkriterien an dokumentierter Information verlangen, mit Nachweisen, Bedenken und Ergebnis. Eine spätere Prüfung tritt an ihre Stelle (ISO 19011:2018, 6.3.1).
    .done = Die Prüfung der dokumentierten Information ist eingetragen.
do-audit_prepare = Audit als vorbereitet erklären
    .about = Erklärt das Audit für vorbereitet: Dokumente geprüft, Auditplan vereinbart, Auditteam vollständig, Arbeit zugeteilt. Die Eröffnungsbesprechung kann folgen (ISO 19011:2018, 6.3).
    .done = Das Audit ist vorbereitet.
do-audit_begin = Auditdurchführung beginnen
    .about = Beginnt die Durchführung nach der Eröffnungsbesprechung. Ohne vereinbarten Auditplan wird die kurzfristige Ankündigung begründet, wo die Regelungen sie zulassen (ISO 19011:2018, 6.4.3).
    .done = Die Auditdurchführung hat begonnen.
do-meeting_record = Besprechung eintragen
    .about = Trägt eine Eröffnungs-, Abschluss- oder andere Besprechung ein, mit Teilnahme und Tagesordnung: jeder Punkt behandelt oder begründet ausgelassen (ISO 19011:2018, 6.4.3). Die Auditdurchführung beginnt nach der Eröffnungs- und endet nach der Abschlussbesprechung.
    .done = Die Besprechung ist eingetragen.
do-meeting_sign_attendance = Teilnahme zeichnen
    .about = Zeichnet, dass Sie an der Besprechung teilgenommen haben, wie die Teilnahmeliste es sagt (ISO 19011:2018, 6.4.3).
    .done = Ihre Teilnahme ist gezeichnet.
do-message_log = Kommunikation protokollieren
    .about = Hält fest, was das Auditteam während des Audits mitgeteilt hat oder ihm mitgeteilt wurde. Ein unmittelbares, erhebliches Risiko wird der auditierten Organisation sofort mitgeteilt (ISO 19011:2018, 6.4.4).
    .done = Die Kommunikation ist protokolliert.
do-audit_propose_scope_change = Änderung des Auditumfangs vorschlagen
    .about = Schlägt mit Begründung einen anderen Auditumfang vor. Er gilt, sobald die Leitung des Auditprogramms und der Auditauftraggeber ihn angenommen haben (ISO 19011:2018, 6.4.4).
    .done = Die Änderung des Auditumfangs ist vorgeschlagen.
do-audit_accept_scope_change = Änderung des Auditumfangs annehmen
    .about = Nimmt die Änderung als Leitung des Auditprogramms oder als Auditauftraggeber an. Haben beide angenommen, gilt sie und wird der auditierten Organisation mitgeteilt (ISO 19011:2018, 6.4.4).
    .done = Die Annahme ist eingetragen.
do-audit_tell_scope_change = Änderung des Auditumfangs mitteilen
    .about = Trägt ein, dass eine angenommene Änderung des Auditumfangs der auditierten Organisation mitgeteilt wurde (ISO 19011:2018, 6.4.4).
    .done = Die Mitteilung ist eingetragen.
do-audit_conclude = Auditschlussfolgerungen ziehen
    .about = Hält das Ergebnis zu jedem Auditziel fest und die Empfehlung, die die Art des Audits verlangt. Spätere Schlussfolgerungen treten an ihre Stelle, bis der Bericht herausgegeben ist (ISO 19011:2018, 6.4.9.2).
    .done = Die Auditschlussfolgerungen sind eingetragen.
do-audit_end_fieldwork = Auditdurchführung beenden
    .about = Beendet die Durchführung nach der Abschlussbesprechung, wenn jedes Arbeitspapier beurteilt und jede Feststellung erhoben oder zurückgezogen ist (ISO 19011:2018, 6.4.10). Es folgt die Berichterstattung.
    .done = Die Auditdurchführung ist beendet.
do-audit_complete = Audit abschließen
    .about = Schließt das Audit ab, wenn der Bericht herausgegeben, die Arbeitspapiere geprüft und die Anfragen erledigt sind. Die Aufbewahrung wird festgelegt; Arbeitspapiere und Nachweise ändern sich nicht mehr (ISO 19011:2018, 6.6).
    .done = Das Audit ist abgeschlossen.
do-audit_cancel = Audit absagen
    .about = Beendet ein Audit mit Begründung, bevor die Auditdurchführung begonnen hat, durch die Leitung des Auditprogramms.
    .done = Das Audit ist abgesagt.
do-audit_terminate = Audit abbrechen
    .about = Beendet ein begonnenes Audit mit Begründung, bevor es abgeschlossen ist. Was aufgezeichnet wurde, bleibt erhalten.
    .done = Das Audit ist abgebrochen.
do-audit_give_feedback = Rückmeldung der auditierten Organisation eintragen
    .about = Trägt ein, was eine Ansprechperson der auditierten Organisation oder der Auditauftraggeber zum Audit sagt, mit einer Bewertung von 1 (schlecht) bis 5 (sehr gut), je einmal (ISO 19011:2018, 5.6).
    .done = Die Rückmeldung ist eingetragen.
do-audit_hold = Löschsperre setzen
    .about = Verhindert mit Begründung, dass etwas vom Audit gelöscht wird, solange die Sperre besteht.
    .done = Die Löschsperre ist gesetzt.
do-audit_lift_hold = Löschsperre aufheben
    .about = Beendet eine Löschsperre. Gelöscht werden kann wieder, wenn die Aufbewahrung abgelaufen ist und keine andere Sperre besteht.
    .done = Die Löschsperre ist aufgehoben.

## Der Auditplan

do-plan_draft = Auditplan entwerfen
    .about = Schreibt eine Fassung des Auditplans mit ihren Terminen. Eine spätere Fassung ersetzt die vorherige und sagt, warum (ISO 19011:2018, 6.3.2).
    .done = Der Auditplan ist entworfen.
do-plan_edit = Auditplan bearbeiten
    .about = Ändert einen Auditplan, der noch nicht vorgelegt ist. Danach tritt an die Stelle der Bearbeitung eine neue Fassung.
    .done = Der Auditplan ist geändert.
do-plan_present = Auditplan vorlegen
    .about = Legt den Auditplan der auditierten Organisation vor, die ihm zustimmen oder Einwände erheben kann. Von da an ändert er sich nur durch eine neue Fassung (ISO 19011:2018, 6.3.2.2).
    .done = Der Auditplan ist vorgelegt.
do-plan_object = Einwand eintragen
    .about = Trägt einen Einwand der auditierten Organisation gegen den vorgelegten Auditplan ein. Er wird ausgeräumt oder zurückgewiesen, bevor der Plan vereinbart wird (ISO 19011:2018, 6.3.2.2).
    .done = Der Einwand ist eingetragen.
do-plan_resolve_objection = Einwand ausräumen
    .about = Trägt ein, wie ein Einwand gegen den Auditplan ausgeräumt wurde (ISO 19011:2018, 6.3.2.2).
    .done = Der Einwand ist ausgeräumt.
do-plan_overrule_objection = Einwand zurückweisen
    .about = Weist einen Einwand mit Begründung zurück, durch die Leitung des Auditprogramms (ISO 19011:2018, 6.3.2.2). Der Einwand bleibt in den Aufzeichnungen.
    .done = Der Einwand ist zurückgewiesen.
do-plan_agree = Auditplan vereinbaren
    .about = Hält fest, dass der Auditplan vereinbart ist: durch eine Ansprechperson der auditierten Organisation oder, nach deren Anhörung, durch die Leitung des Auditteams. Kein Einwand darf offen sein (ISO 19011:2018, 6.3.2.2).
    .done = Der Auditplan ist vereinbart.

## Informationsanfragen

do-request_ask = Information anfragen
    .about = Fragt Information bei der auditierten Organisation an, mit dem Tag, bis zu dem sie gebraucht wird (ISO 19011:2018, 6.2.2).
    .done = Die Information ist angefragt.
do-request_answer = Informationsanfrage beantworten
    .about = Antwortet für die auditierte Organisation, gegebenenfalls mit Nachweisen. Das Auditteam nimmt die Antwort an oder gibt sie zurück (ISO 19011:2018, 6.2.2).
    .done = Die Informationsanfrage ist beantwortet.
do-request_accept = Antwort annehmen
    .about = Nimmt die Antwort als ausreichend an. Die Informationsanfrage ist damit erledigt.
    .done = Die Antwort ist angenommen.
do-request_return = Antwort zurückgeben
    .about = Gibt die Antwort zurück und sagt, was fehlt oder unklar ist. Die auditierte Organisation antwortet erneut.
    .done = Die Antwort ist zurückgegeben.

## Auditkriterien, Audittests und Auditspuren

do-criteria_adopt = Auditkriterien übernehmen
    .about = Nimmt einen ganzen Satz Auditkriterien mit seiner Ausgabe in Verwendung. Er bleibt, wie er übernommen wurde; eine andere Ausgabe erhält eine andere Kennung (ISO 19011:2018, 6.3.2).
    .done = Die Auditkriterien sind übernommen.
do-criteria_retire = Auditkriterien außer Verwendung nehmen
    .about = Nimmt einen Satz Auditkriterien außer Verwendung: Kein Audit wird mehr dagegen veranlasst. Bereits veranlasste Audits behalten ihn (ISO 19011:2018, 5.5.2).
    .done = Die Auditkriterien sind außer Verwendung genommen.
do-wording_attach = Wortlaut hinterlegen
    .about = Hinterlegt den Wortlaut einer Anforderung, wenn Sie eine Lizenz dafür haben und dafür einstehen. Er bleibt hier: Kein Export, kein Dossier und kein Bericht enthält ihn.
    .done = Der Wortlaut ist hinterlegt.
do-wording_remove = Wortlaut entfernen
    .about = Entfernt den Wortlaut, weil die Lizenz geendet hat oder ein anderer hinterlegt werden soll. Im Journal bleibt er, bis er gelöscht wird.
    .done = Der Wortlaut ist entfernt.
do-mapping_adopt = Zuordnung übernehmen
    .about = Nimmt eine Zuordnung zwischen zwei Sätzen Auditkriterien in Verwendung. Ihre anderen Fassungen gehen außer Verwendung; bereits angelegte Arbeitspapiere behalten die ihre.
    .done = Die Zuordnung ist übernommen.
do-mapping_retire = Zuordnung außer Verwendung nehmen
    .about = Nimmt eine Zuordnung außer Verwendung: Kein Arbeitspapier wird mehr danach angelegt.
    .done = Die Zuordnung ist außer Verwendung genommen.
do-test_adopt = Audittests übernehmen
    .about = Nimmt Audittests aus einem Katalog in Verwendung. Andere Fassungen desselben Tests gehen außer Verwendung, sodass neue Arbeitspapiere nach dieser angelegt werden (ISO/IEC 27007:2020, A).
    .done = Die Audittests sind übernommen.
do-test_retire = Audittest außer Verwendung nehmen
    .about = Nimmt eine Fassung eines Tests außer Verwendung. Laufende Audits behalten sie; neue Arbeitspapiere werden nicht mehr danach angelegt.
    .done = Der Audittest ist außer Verwendung genommen.
do-trail_adopt = Auditspur übernehmen
    .about = Nimmt Auditspuren aus einem Katalog in Verwendung; jede führt durch mindestens zwei Tests (ISO 19011:2018, A.2). Andere Fassungen gehen außer Verwendung; Fälle, die ihnen folgen, laufen weiter.
    .done = Die Auditspur ist übernommen.
do-trail_retire = Auditspur außer Verwendung nehmen
    .about = Nimmt eine Auditspur außer Verwendung: Kein neuer Fall wird mehr an ihr verfolgt.
    .done = Die Auditspur ist außer Verwendung genommen.
do-trail_follow = Auditspur verfolgen
    .about = Wählt einen Fall, der an einer Auditspur verfolgt wird, durch eine Auditorin oder einen Auditor des Teams. Schritte ohne Arbeitspapier im Audit bleiben als Unterbrechung sichtbar (ISO 19011:2018, 6.3.4).
    .done = Der Fall wird verfolgt.
do-trail_record_step = Schritt der Auditspur eintragen
    .about = Trägt während der Auditdurchführung ein, was bei einem Schritt vom Fall zu sehen war. Ein neuer Eintrag ersetzt den alten; das Journal behält beide (ISO 19011:2018, 6.4.7).
    .done = Der Schritt ist eingetragen.

## Arbeitspapiere und Auditnachweise

do-papers_make = Arbeitspapiere anlegen
    .about = Legt aus jedem übernommenen Test für Kriterien und Art des Audits ein Arbeitspapier an, dazu für eigene Maßnahmen und frühere Nichtkonformitäten. Vorhandene Arbeitspapiere bleiben (ISO 19011:2018, 6.3.4).
    .done = Die Arbeitspapiere sind angelegt.
do-papers_assign = Arbeitspapiere zuteilen
    .about = Teilt Arbeitspapiere der Leitung, Auditierenden oder Auditierenden in Ausbildung des Teams zu oder nimmt sie zurück. Jedes ist zugeteilt, bevor das Audit vorbereitet ist (ISO 19011:2018, 6.3.3).
    .done = Die Arbeitspapiere sind zugeteilt.
do-note_write = Aufzeichnung schreiben
    .about = Hält auf einem Arbeitspapier fest, was gehört, gelesen oder beobachtet wurde. Bei einer Befragung wird die Funktion der befragten Person vermerkt (ISO 19011:2018, 6.4.7).
    .done = Die Aufzeichnung ist geschrieben.
do-note_edit = Aufzeichnung bearbeiten
    .about = Ändert eine eigene Aufzeichnung. Der frühere Text bleibt im Journal erhalten.
    .done = Die Aufzeichnung ist geändert.
do-paper_record_sample = Stichprobe eintragen
    .about = Trägt Grundgesamtheit, untersuchte Stichprobe und darin gefundene Abweichungen ein (ISO 19011:2018, A.6).
    .done = Die Stichprobe ist eingetragen.
do-paper_attach = Nachweis zuordnen
    .about = Ordnet dem Arbeitspapier einen Nachweis desselben Audits zu. Nur auf Nachweise stützt sich die Beurteilung als konform oder nicht konform (ISO 19011:2018, 6.4.8).
    .done = Der Nachweis ist zugeordnet.
do-paper_detach = Nachweis abnehmen
    .about = Nimmt einen Nachweis vom Arbeitspapier. Der Nachweis selbst bleibt im Audit erhalten.
    .done = Der Nachweis ist vom Arbeitspapier abgenommen.
do-paper_evaluate = Arbeitspapier beurteilen
    .about = Sagt anhand von Nachweisen, ob das Geprüfte konform ist, oder warum es nicht zutrifft oder nicht auditiert wurde. Danach wird das Arbeitspapier von einer anderen Person geprüft (ISO 19011:2018, 6.4.8).
    .done = Das Arbeitspapier ist beurteilt.
do-paper_review = Arbeitspapier prüfen
    .about = Prüft ein beurteiltes Arbeitspapier, das jemand anders erstellt hat. Bei nur einer auditierenden Person wird vermerkt, dass niemand sonst es prüfen konnte (ISO 19011:2018, 4 e)).
    .done = Das Arbeitspapier ist geprüft.
do-paper_reopen = Arbeitspapier wieder öffnen
    .about = Öffnet ein beurteiltes oder geprüftes Arbeitspapier mit Begründung wieder. Eine darauf gestützte, erhobene Nichtkonformität muss zuvor zurückgezogen sein (ISO 19011:2018, 6.4.8).
    .done = Das Arbeitspapier ist wieder offen.
do-paper_move_test_version = Auf andere Fassung des Audittests umstellen
    .about = Stellt ein offenes Arbeitspapier auf eine andere, verwendete Fassung seines Audittests um. Aufzeichnungen, Stichproben und Nachweise bleiben (ISO/IEC 27007:2020, A).
    .done = Das Arbeitspapier ist umgestellt.
do-evidence_take = Nachweis aufnehmen
    .about = Nimmt eine Datei als Nachweis auf und bewahrt sie unverändert unter ihrem Prüfwert auf. Danach kann sie Arbeitspapieren zugeordnet werden (ISO 19011:2018, 6.4.7).
    .done = Der Nachweis ist aufgenommen.
do-evidence_record_seen = Gesehenes, nicht Mitgenommenes eintragen
    .about = Trägt einen Nachweis ein, den jemand vom Auditteam gesehen, aber nicht mitgenommen hat: was, wann und durch wen (ISO 19011:2018, 6.4.7).
    .done = Das Gesehene ist als Nachweis eingetragen.
do-evidence_record_custody = Verbleib des Nachweises eintragen
    .about = Ergänzt die Nachweiskette um einen Schritt: was mit dem Nachweis geschehen ist. Schritte kommen nur hinzu.
    .done = Der Verbleib ist eingetragen.
do-evidence_classify = Nachweis einstufen
    .about = Ändert, wie vertraulich der Nachweis ist. Eine niedrigere Einstufung braucht eine Begründung (ISO 19011:2018, 4 d)).
    .done = Der Nachweis ist eingestuft.
do-evidence_seal = Verschlüsselte Ablage der Datei eintragen
    .about = Trägt die Prüfsumme der verschlüsselten Datei ein, in der der Nachweis abgelegt ist, damit sie ohne den Schlüssel geprüft werden kann. Welche es ist, sagt die Ablage.
    .done = Die verschlüsselte Datei ist eingetragen.

## Stichprobenziehung und Methoden

do-draw_declare = Grundgesamtheit angeben
    .about = Legt Grundgesamtheit, Verfahren und Stichprobenumfang fest, bevor es einen Startwert gibt, sodass niemand das Ergebnis wählen kann (ISO 19011:2018, A.6.3). Als Nächstes wird der Startwert erzeugt.
    .done = Die Grundgesamtheit ist angegeben.
do-draw_seed = Startwert erzeugen
    .about = Erzeugt den Startwert der Ziehung. Er ist nicht wählbar und entsteht einmal; aus ihm folgt die Stichprobe (ISO 19011:2018, 4 f)).
    .done = Der Startwert ist erzeugt.
do-draw_record = Gezogene Stichprobe eintragen
    .about = Trägt einmal die Stichprobe ein, die der Startwert ergibt. Wer die Grundgesamtheit hat, kann sie nachziehen (ISO 19011:2018, A.6.3).
    .done = Die Stichprobe ist eingetragen.
do-draw_replace = Gezogenes Element ersetzen
    .about = Ersetzt ein Element, das nicht untersucht werden kann, mit Begründung durch das nächste in der Reihenfolge der Ziehung. Beide bleiben sichtbar (ISO 19011:2018, A.6.3).
    .done = Das Element ist ersetzt.
do-draw_abandon = Ziehung aufgeben
    .about = Gibt die Ziehung mit Begründung auf. Sie bleibt mit ihrem Startwert sichtbar.
    .done = Die Ziehung ist aufgegeben.
do-method_record = Anwendung einer Methode eintragen
    .about = Trägt ein, was eine Methode für ein Auditprogramm oder ein Audit ergeben hat, mit dem Rechenweg, sodass es nachgerechnet werden kann (ISO 19011:2018, 4 f)).
    .done = Die Anwendung der Methode ist eingetragen.
do-table_adopt = Tabelle übernehmen
    .about = Nimmt eine eigene Tabelle mit Quelle und Ausgabe in Gebrauch. Ihre anderen Fassungen werden außer Gebrauch genommen; was nach ihnen berechnet wurde, bleibt, wie es eingetragen ist.
    .done = Die Tabelle ist übernommen.
do-table_retire = Tabelle außer Gebrauch nehmen
    .about = Nimmt eine Tabelle außer Gebrauch: Nach ihr wird nicht mehr gerechnet; was nach ihr berechnet wurde, lässt sich weiter nachrechnen.
    .done = Die Tabelle ist außer Gebrauch.
do-text_adopt = Text übernehmen
    .about = Nimmt einen Text der Organisation in Gebrauch. Die Fassung davor wird außer Gebrauch genommen; wo sie eingesetzt wurde, bleibt sie.
    .done = Der Text ist in Gebrauch.
do-text_retire = Text außer Gebrauch nehmen
    .about = Nimmt einen Text außer Gebrauch: Er wird in kein Audit mehr eingesetzt.
    .done = Der Text ist außer Gebrauch.
do-text_take = Text der Organisation verwenden
    .about = Setzt einen Text der Organisation als Anfang in ein Audit ein, mit gefüllten Platzhaltern. Das Journal hält fest, welche Fassung es war.
    .done = Der Text ist eingesetzt.

## Auditfeststellungen und Folgemaßnahmen

do-finding_draft = Feststellung entwerfen
    .about = Schreibt eine Feststellung zu Arbeitspapieren des Audits: Anforderung, Aussage und Nachweise. Was unzulässig oder zweifelhaft ist, wird sofort gesagt (ISO 19011:2018, 6.4.8).
    .done = Die Feststellung ist entworfen.
do-finding_edit = Feststellung bearbeiten
    .about = Ändert eine Feststellung, die noch nicht erhoben ist. Danach steht ihr Text fest (ISO 19011:2018, 6.4.8).
    .done = Die Feststellung ist geändert.
do-finding_raise = Feststellung erheben
    .about = Legt die Feststellung der auditierten Organisation vor. Ihr Text steht von da an fest, und die Fristen ihrer Einstufung laufen (ISO 19011:2018, 6.4.8).
    .done = Die Feststellung ist erhoben.
do-finding_withdraw = Feststellung zurückziehen
    .about = Zieht eine Feststellung mit Begründung zurück, bevor der Bericht herausgegeben ist. Sie bleibt als zurückgezogen erhalten (ISO 19011:2018, 6.5.2).
    .done = Die Feststellung ist zurückgezogen.
do-finding_acknowledge = Feststellung anerkennen
    .about = Erkennt für die auditierte Organisation an, dass die Feststellung verstanden ist und zutrifft. Bei einer Nichtkonformität können die Folgemaßnahmen beginnen (ISO 19011:2018, 6.4.8).
    .done = Die Feststellung ist anerkannt.
do-finding_dispute = Feststellung bestreiten
    .about = Bestreitet eine Feststellung für die auditierte Organisation. Die abweichende Auffassung bleibt in jedem Fall erhalten; die Leitung des Auditteams entscheidet darüber (ISO 19011:2018, 6.4.10).
    .done = Die Feststellung ist bestritten.
do-finding_uphold = Feststellung aufrechterhalten
    .about = Hält eine bestrittene Feststellung mit Begründung aufrecht, durch die Leitung des Auditteams. Die Folgemaßnahmen beginnen, und der Bericht gibt die abweichende Auffassung wieder (ISO 19011:2018, 6.4.10).
    .done = Die Feststellung ist aufrechterhalten.
do-finding_correct = Korrektur eintragen
    .about = Die auditierte Organisation sagt, wie die Nichtkonformität selbst behoben wurde. Als Nächstes folgt die Ursache (ISO 19011:2018, 6.7).
    .done = Die Korrektur ist eingetragen.
do-finding_give_cause = Ursache angeben
    .about = Die auditierte Organisation sagt, warum die Nichtkonformität entstanden ist und wie das ermittelt wurde. Als Nächstes wird die Korrekturmaßnahme geplant (ISO 19011:2018, 6.7).
    .done = Die Ursache ist angegeben.
do-finding_plan_action = Korrekturmaßnahme planen
    .about = Die auditierte Organisation sagt, was gegen die Ursache getan wird, durch wen und bis wann. Danach wird der Plan vom Auditteam angenommen oder zurückgewiesen (ISO 19011:2018, 6.7).
    .done = Die Korrekturmaßnahme ist geplant.
do-finding_accept_plan = Plan der Korrekturmaßnahme annehmen
    .about = Nimmt den Plan der auditierten Organisation an, durch das Auditteam oder die Leitung des Auditprogramms. Danach kann er umgesetzt werden (ISO 19011:2018, 6.7).
    .done = Der Plan ist angenommen.
do-finding_reject_step = Letzten Schritt zurückweisen
    .about = Sagt, warum der letzte Schritt der auditierten Organisation nicht ausreicht. Sie geht ihn erneut; das Zurückgewiesene bleibt erhalten (ISO 19011:2018, 6.7).
    .done = Der Schritt ist zurückgewiesen.
do-finding_implement = Umsetzung eintragen
    .about = Die auditierte Organisation sagt, was getan wurde, mit Nachweisen. Danach wird die Umsetzung vom Auditteam verifiziert (ISO/IEC 17021-1:2015, 9.4.10).
    .done = Die Umsetzung ist eingetragen.
do-finding_verify = Umsetzung verifizieren
    .about = Sagt mit Nachweisen, was geprüft und gefunden wurde, durch jemanden, der die Maßnahme nicht verantwortet. Die Wirksamkeit wird geprüft, wenn es so weit ist (ISO/IEC 17021-1:2015, 9.4.10).
    .done = Die Umsetzung ist verifiziert.
do-finding_check_effectiveness = Wirksamkeit prüfen
    .about = Sagt mit Nachweisen, dass die Maßnahme wirkt, wenn sie Zeit dazu hatte; früher nur mit Begründung. Danach kann die Nichtkonformität geschlossen werden (ISO/IEC 27001:2022, 10.2 d)).
    .done = Die Wirksamkeit ist geprüft.
do-finding_close = Nichtkonformität schließen
    .about = Schließt eine Nichtkonformität, deren Maßnahme als wirksam befunden wurde. Die Folgemaßnahmen sind beendet (ISO 19011:2018, 6.7).
    .done = Die Nichtkonformität ist geschlossen.
do-finding_escalate = Höher einstufen
    .about = Stuft eine Nichtkonformität, die nicht behandelt wird, mit Begründung höher ein, etwa von untergeordnet zu wesentlich (ISO/IEC 17021-1:2015, 9.4.10).
    .done = Die Nichtkonformität ist höher eingestuft.

## Der Auditbericht

do-report_draft = Auditbericht entwerfen
    .about = Beginnt eine Fassung des Auditberichts: zu jedem Punkt der Checkliste ein Text oder die Begründung, warum es keinen gibt. Eine spätere Fassung ändert die herausgegebene und sagt, warum (ISO 19011:2018, 6.5.1).
    .done = Der Auditbericht ist entworfen.
do-report_edit = Auditbericht bearbeiten
    .about = Ändert einen Auditbericht vor der Freigabe. Ein geprüfter wird dadurch wieder zum Entwurf und neu geprüft (ISO 19011:2018, 6.5.2).
    .done = Der Auditbericht ist geändert.
do-report_review = Auditbericht prüfen
    .about = Hält fest, dass der Auditbericht in der vorliegenden Form geprüft ist, durch jemanden aus Auditteam oder Auditprogramm, der ihn nicht geschrieben hat. Danach kann er freigegeben werden (ISO 19011:2018, 6.5.2).
    .done = Der Auditbericht ist geprüft.
do-report_approve = Auditbericht freigeben
    .about = Gibt genau den geprüften Inhalt frei, durch die Leitung des Auditteams. Von da an ändert er sich nur durch eine neue Fassung (ISO 19011:2018, 6.5.1).
    .done = Der Auditbericht ist freigegeben.
do-report_issue = Auditbericht herausgeben
    .about = Gibt den freigegebenen Auditbericht an die Empfängerinnen und Empfänger des Verteilers heraus. Das Dokument bleibt unverändert; eine frühere Fassung gilt als ersetzt (ISO 19011:2018, 6.5.2).
    .done = Der Auditbericht ist herausgegeben.
do-report_acknowledge = Empfang des Auditberichts bestätigen
    .about = Trägt ein, dass eine Person aus dem Verteiler den Empfang des Auditberichts bestätigt hat (ISO 19011:2018, 6.5.2).
    .done = Die Empfangsbestätigung ist eingetragen.
do-report_seal = Verschlüsselte Ablage des PDF eintragen
    .about = Trägt die Prüfsumme der verschlüsselten Datei ein, in der das PDF abgelegt ist, damit sie ohne den Schlüssel geprüft werden kann. Welche es ist, sagt die Ablage.
    .done = Die verschlüsselte Datei ist eingetragen.

## Zertifizierung, Beschwerden und Löschung

do-certification_apply = Zertifizierungsantrag eintragen
    .about = Trägt den Antrag eines Kunden zu einem Satz Auditkriterien ein. Je Kunde und Norm gibt es nur eine Zertifizierung zugleich (ISO/IEC 17021-1:2015, 9.1).
    .done = Der Zertifizierungsantrag ist eingetragen.
do-certification_review = Fachlich prüfen
    .about = Sagt, ob die Angaben zu einem Audit für eine Entscheidung ausreichen, durch jemanden mit der Rolle der fachlichen Prüfung, der das Audit nicht durchgeführt hat (ISO/IEC 17021-1:2015, 9.5.2).
    .done = Die fachliche Prüfung ist eingetragen.
do-certification_decide = Über die Zertifizierung entscheiden
    .about = Entscheidet etwa über Erteilung, Verweigerung, Erneuerung, Aussetzung oder Entzug, durch jemanden, der das Audit nicht durchgeführt hat. Die Entscheidung muss zum Stand der Zertifizierung passen (ISO/IEC 17021-1:2015, 9.5).
    .done = Die Entscheidung ist getroffen.
do-complaint_receive = Beschwerde oder Einspruch eintragen
    .about = Trägt eine Beschwerde oder den Einspruch gegen eine Entscheidung mit dem Tag des Eingangs ein. Die Fristen der Regelungen für Bestätigung und Entscheidung laufen (ISO/IEC 17021-1:2015, 9.8).
    .done = Die Beschwerde oder der Einspruch ist eingetragen.
do-complaint_acknowledge = Eingang bestätigen
    .about = Trägt ein, dass der beschwerdeführenden oder Einspruch erhebenden Person der Eingang bestätigt wurde (ISO/IEC 17021-1:2015, 9.8).
    .done = Der Eingang ist bestätigt.
do-complaint_assign = Beschwerde zuteilen
    .about = Teilt die Beschwerde oder den Einspruch jemandem zu, der weder am Audit noch an der Entscheidung darüber beteiligt war und nun entscheidet (ISO/IEC 17021-1:2015, 9.8).
    .done = Die Beschwerde ist zugeteilt.
do-complaint_decide = Über die Beschwerde entscheiden
    .about = Entscheidet über die Beschwerde oder den Einspruch, durch die Person, die damit betraut ist. Als Nächstes wird das Ergebnis mitgeteilt (ISO/IEC 17021-1:2015, 9.7.5).
    .done = Über die Beschwerde ist entschieden.
do-complaint_tell = Ergebnis der Beschwerde mitteilen
    .about = Trägt ein, dass der beschwerdeführenden oder Einspruch erhebenden Person das Ergebnis nach der Entscheidung mitgeteilt wurde (ISO/IEC 17021-1:2015, 9.8).
    .done = Die Mitteilung des Ergebnisses ist eingetragen.
do-record_erase = Aufzeichnung löschen
    .about = Löscht auf benannte Anordnung und mit Begründung; was noch aufzubewahren oder mit einer Löschsperre belegt ist, wird nicht gelöscht (ISO 19011:2018, 5.5.7). Das lässt sich nicht rückgängig machen; das Journal bleibt nachweisbar.
    .done = Die Aufzeichnung ist gelöscht.

## Rechte

do-access_grant = Recht erteilen
    .about = Überträgt jemandem die Verwaltung der Installation oder die Leitung von Auditprogrammen, oder öffnet ein Programm oder ein Audit auf Zeit zum Lesen. Sich selbst erteilt niemand ein Recht (ISO/IEC 27001:2022, A.5.18; ISO 19011:2018, 4 d)).
    .done = Das Recht ist erteilt.
do-access_withdraw = Recht entziehen
    .about = Beendet ein Recht vor seiner Zeit, mit der Begründung. Dass es erteilt war, bleibt in den Aufzeichnungen (ISO/IEC 27001:2022, A.5.18).
    .done = Das Recht ist entzogen.

## Aussagen anderer

do-claims_take = Aussagen übernehmen
    .about = Übernimmt, was andere sagen, aus einer Datei, die Nachweis des Audits ist: neben die Arbeitspapiere, in den Worten der Quelle und ohne etwas zu bewerten (ISO 19011:2018, 6.4.7).
    .done = Die Aussagen sind übernommen.
do-claims_withdraw = Aussagen zurückziehen
    .about = Zieht die Aussagen einer Datei als Ganzes zurück, mit Begründung. Sie bleiben in ihrem Eintrag sichtbar, und sonst nirgends.
    .done = Die Aussagen sind zurückgezogen.

## Tabellen, die zurückkamen

do-table_in_take = Tabelle einlesen
    .about = Hält fest, aus welcher Datei eine bearbeitete Tabelle des Audits kam. Die Änderungen sind eigene Befehle im selben Akt.
    .done = Die Tabelle ist eingelesen.
do-list_in_take = Liste einlesen
    .about = Hält fest, aus welcher Datei eine Liste oder Tabelle kam, die zu keinem Audit gehört. Die Änderungen sind eigene Befehle im selben Akt.
    .done = Die Liste ist eingelesen.
## Vorlagen von Dokumenten

do-template_adopt = Vorlage übernehmen
    .about = Nimmt eine Word-Datei als Vorlage einer Art von Dokument in Gebrauch. Die Fassung davor wird außer Gebrauch genommen; Audits, die sie gewählt haben, behalten sie.
    .done = Die Vorlage ist in Gebrauch.
do-template_retire = Vorlage außer Gebrauch nehmen
    .about = Kein Audit kann sie mehr wählen. Audits, die sie gewählt haben, behalten sie.
    .done = Die Vorlage ist außer Gebrauch.
do-template_choose = Vorlage wählen
    .about = Sagt, aus welcher Vorlage die Dokumente einer Art in diesem Audit gemacht werden. Ohne eine sehen sie aus wie sonst auch.
    .done = Die Vorlage ist gewählt.
## In the field

do-field_lend = Audit verleihen
    .about = Verleiht das Audit an ein Mitglied des Auditteams, zur Arbeit ohne Netz. Die Ausleihe entsteht mit ihrer Datei.
    .done = Das Audit ist verliehen.
do-field_revoke = Ausleihe widerrufen
    .about = Widerruft eine Ausleihe, etwa wenn ein Laptop verloren ging. Was sie später zurückbringt, wartet auf eine Entscheidung; nichts davon geht verloren.
    .done = Die Ausleihe ist widerrufen.
do-field_bring = Rückgabe festhalten
    .about = Hält das Journal aus dem Feld mit seinem Checkpoint fest. Dies geschieht beim Einlesen der Datei.
    .done = Die Rückgabe ist festgehalten.
do-field_wait = Schritt warten lassen
    .about = Lässt einen Schritt aus dem Feld auf eine Entscheidung warten. Dies geschieht beim Einlesen der Datei.
    .done = Der Schritt wartet.
do-field_take = Schritt übernehmen
    .about = Führt den Schritt aus dem Feld auf dem jetzigen Stand aus, im Namen dessen, der ihn getan hat, mit beiden Zeiten. Die Regeln werden noch einmal geprüft.
    .done = Der Schritt ist ausgeführt.
do-field_settle = Schritt nicht übernehmen
    .about = Belässt den Schritt aus dem Feld, mit Begründung: Bestehendes wird behalten, oder der Schritt wird beiseitegelegt. Sein Inhalt bleibt lesbar.
    .done = Die Entscheidung ist festgehalten.
## Signatures on the spot

do-meeting_sign_on_the_spot = Unterschreiben lassen
    .about = Lässt jemanden ohne Konto vor Ihnen unterschreiben, an der Besprechung teilgenommen zu haben, wie ihr Text es sagt (ISO 19011:2018, 6.4.3). Sie bezeugen das.
    .done = Die Unterschrift ist aufgezeichnet.
do-meeting_correct_minutes = Protokoll berichtigen
    .about = Berichtigt das Protokoll einer Besprechung. Was zuvor darin stand, bleibt erhalten, und Unterschriften darunter bleiben Unterschriften des früheren Textes.
    .done = Das Protokoll ist berichtigt.
