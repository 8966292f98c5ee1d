# Das Wort des Kunden, abschließen, eskalieren, übergeben, Ordnung halten: was der Verlauf sagt, was der Kunde liest, warum nicht, und wem wir es sagen.

## Der Verlauf

event-escalated = { $to } hinzugerufen: { $reason }. { $words }
event-escalation-acknowledged = { $by }: Ich übernehme. { $words }
event-escalation-stood-in = { $by }, für { $for }: Ich übernehme. { $words }
event-word-asked = { $to } gefragt: Ist es gelöst? ({ $way })
event-word-solved = { $by } sagt, es ist gelöst: „{ $words }“
event-word-not-solved = { $by } sagt, es ist nicht gelöst: „{ $words }“
event-word-not-given = { $asked } Mal gefragt, ohne ein Wort; es ruht, ungelöst. { $reason }
event-withdrawn = { $by } lässt es auf sich beruhen: „{ $words }“
event-follow-up-chosen = Nächster Schritt gewählt: { $kind }. { $why }
event-follow-up-ok = Nachgefragt ({ $channel }): { $contact } sagt, alles ist in Ordnung. { $words }
event-follow-up-not-ok = Nachgefragt ({ $channel }): { $contact } sagt, es ist nicht in Ordnung. „{ $words }“
event-follow-up-not-reached = Nachgefragt ({ $channel }): { $contact } wurde nicht erreicht. { $words }
event-since-solved-ok = { $contact } schreibt, dass es hält. Der Anruf steht noch aus. { $words }
event-since-solved-not-ok = { $contact } schreibt, dass es nicht hält: „{ $words }“
event-review-recorded = Rückblick: { $lesson } Die Beziehung ist { $relation }.
event-case-closed = Abgeschlossen von { $owner }: { $message }
event-case-closed-on-behalf = Abgeschlossen für { $owner }: { $message }
event-case-reopened = { $by } sagt, es ist nicht gelöst: „{ $words }“ Der Fall ist wieder offen.
event-case-handed-over = Von { $from } an { $to }: { $why } { $promises ->
    [0] Keine Zusage ist mehr offen.
    [one] Eine Zusage geht mit: { $promised }
   *[other] { $promises } Zusagen gehen mit: { $promised }
}
event-team-named = Am Fall benannt: { $named }
event-case-merged = Geht weiter als { $number }: { $why }
event-merged-here = { $number } ist hier aufgegangen, mit { $promises ->
    [one] einer Zusage
   *[other] { $promises } Zusagen
}.
event-case-linked = Gehört zu { $number }: { $why }
event-case-split = „{ $into }“ geht weiter als { $number }
event-came-by-split = Aus { $number } hervorgegangen
event-gate-passed = { $by } hat die Hürde „{ $gate }“ übergangen: { $reason }
event-clock-warned = Bald fällig ({ $due }): { $clock }. Benachrichtigt: { $to }.
event-clock-ran-out = Nicht geschehen bis { $due }: { $clock }. Benachrichtigt: { $to }.
event-clock-went-up = Immer noch nicht geschehen seit { $due }: { $clock }. Benachrichtigt: { $to }.
event-playbook-chosen = Folgt „{ $playbook }“
event-step-ticked = Schritt erledigt: { $step }. { $words }
event-prevention-moved = Vorbeugung: { $to }. { $words }
event-prevention-reopened = Derselbe Fehler kam wieder. Was wir für wirksam hielten, hat nicht gehalten. { $words }
event-not-agreed = Das können wir nicht erfüllen: { $request } Was wir weiter tun: { $still }
event-mediation = { $mediator } vermittelt; { $by } ist für den Kunden einverstanden
event-mediator-named = { $mediator } hilft beiden: { $impartial }
event-outcome-proposed = Vorschlag aus der Vermittlung: { $words }

## Was der Kunde liest

told-escalated = Bei uns arbeiten jetzt auch die Leitung und die Qualität daran.
told-word-asked = Wir haben Sie gefragt: Ist es gelöst?
told-word-solved = Sie haben gesagt, es ist gelöst: „{ $words }“
told-word-not-solved = Sie haben gesagt, es ist nicht gelöst: „{ $words }“ Wir suchen mit Ihnen einen anderen Weg.
told-word-not-given = Wir haben nicht gehört, ob es gelöst ist. Es bleibt für Sie offen: Ein Wort genügt.
told-withdrawn = Sie haben es auf sich beruhen lassen: „{ $words }“ Wenn es wiederkommt, sagen Sie es uns.
told-follow-up-ok = Wir haben angerufen und gefragt, ob alles in Ordnung ist.
told-since-solved-ok = Sie haben uns gesagt, dass es hält.
told-case-closed = { $message }
told-case-reopened = Sie haben gesagt, es ist nicht gelöst: „{ $words }“ Es ist wieder offen, und wir rufen Sie an.
told-case-handed-over = { $to } kümmert sich jetzt für Sie darum.
told-case-merged = Das geht weiter als { $number }. Alles, was wir zugesagt haben, geht mit.
told-merged-here = Um { $number } kümmern wir uns ab jetzt hier.
told-case-split = „{ $into }“ hat eine eigene Nummer: { $number }.
told-improvement = { $letter }
told-not-agreed = Was wir weiter für Sie tun: { $still } { $goodwill }
told-mediation = { $mediator } hilft uns beiden, unparteiisch.
told-outcome-proposed = { $words } Das ist vorgeschlagen; es gilt, wenn wir beide zugestimmt haben.

## Wem wir es sagen

notice-escalated = { $case } „{ $title }“ braucht Sie jetzt: { $reason }. { $words }
notice-not-solved = { $case } „{ $title }“: Der Kunde sagt, es ist nicht gelöst. „{ $words }“ Rufen Sie an.
notice-case-reopened = { $case } „{ $title }“ ist wieder offen: „{ $words }“ Rufen Sie an.
notice-handed-over = { $case } „{ $title }“ ist jetzt Ihr Fall: { $why } { $promises ->
    [0] Noch ist nichts zugesagt.
    [one] Eine Zusage geht mit.
   *[other] { $promises } Zusagen gehen mit.
}
notice-running-away = { $case } „{ $title }“ ging von Hand zu Hand, und niemand hat mit dem Kunden gesprochen. Wer ruft an?
notice-named-on-case = Sie sind benannt an { $case } „{ $title }“.
notice-clock-warns = { $case } „{ $title }“: bald fällig ({ $due }): { $clock }.
notice-customer-not-told = { $case } „{ $title }“: Der Kunde wurde nicht angerufen. Fehler Nummer 1. Rufen Sie jetzt an.
notice-deadlock = { $case } „{ $title }“: keine Einigung in Sicht. Lassen Sie jemand Neues das nächste Gespräch führen, lassen Sie die Geschäftsleitungen reden, schlagen Sie dann eine Vermittlung vor.
notice-clock-ran-out = { $case } „{ $title }“: nicht geschehen bis { $due }: { $clock }.
notice-clock-went-up = { $case } „{ $title }“: immer noch nicht geschehen seit { $due }: { $clock }.
notice-did-not-hold = { $case } „{ $title }“: Derselbe Fehler kam wieder. Was wir geändert haben, hat nicht gehalten.

## Warum nicht, und wie es weitergeht

refusal-talk-before-escalation = Noch hat niemand mit dem Kunden gesprochen. Sprechen Sie zuerst, eskalieren Sie dann; oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-escalation-already-open = Leitung und Qualität sind aus diesem Grund schon gerufen. Warten Sie auf ihre Antwort, oder rufen Sie dort an.
refusal-no-such-escalation = Diesen Ruf gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-escalation-already-acknowledged = Auf diesen Ruf haben Sie schon geantwortet. Machen Sie am Fall weiter.
refusal-escalation-not-yours = Dieser Ruf ging an andere. Nur sie oder die Leitung können darauf antworten.
refusal-ask-whom = Wen fragen wir? Nennen Sie die Person.
refusal-word-too-early = Für das Wort des Kunden ist es zu früh. Vereinbaren Sie zuerst einen Plan, und tun Sie, was vereinbart ist.
refusal-fix-not-done = Ein Schritt, der es in Ordnung bringt, ist noch offen. Tun Sie ihn zuerst, oder lassen Sie ihn mit Grund entfallen.
refusal-tell-what-happened-first = Der Kunde weiß noch nicht, was geschehen ist. Sagen Sie es ihm zuerst, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-ask-by-voice = Fragen Sie im Gespräch: In einem Brief hört niemand den Ton. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-only-their-word-solves = Nur der Kunde sagt, dass es gelöst ist. Fragen Sie ihn, und halten Sie fest, was er sagt.
refusal-word-without-words = Schreiben Sie es in den eigenen Worten des Kunden auf.
refusal-word-stands-already = Der Kunde hat sein Wort gegeben. Wenn es doch nicht gelöst ist, öffnen Sie den Fall wieder.
refusal-concerns-open = Eine Sorge des Kunden ist noch offen. Antworten Sie darauf, und fragen Sie, ob sie geklärt ist, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-needs-not-ticked = Fragen Sie zu jeder Sorge: Ist sie geklärt? Kreuzen Sie die an, zu denen der Kunde Ja sagt, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-deadline-not-answered = Wurde der Termin des Kunden eingehalten? Fragen Sie ihn, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-suggestions-open = Ein Vorschlag des Kunden hat noch keine Antwort. Beantworten Sie ihn, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-questions-open = Eine Frage des Kunden hat noch keine Antwort. Beantworten Sie sie, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-not-awaiting-word = Das ruht erst, wenn alles getan ist und der Kunde um sein Wort gebeten wurde. Fragen Sie ihn zuerst.
refusal-asked-too-little = Der Kunde wurde { $asked } Mal gefragt. Fragen Sie mindestens drei Mal über zehn Arbeitstage; Schweigen ist nie ein Ja.
refusal-only-they-withdraw = Nur der Kunde kann es auf sich beruhen lassen. Fragen Sie ihn, und halten Sie fest, was er sagt.
refusal-not-solved-yet = Das Problem besteht noch. Das hier kommt, wenn der Kunde sagt, dass es gelöst ist.
refusal-nothing-needs-why = Sie haben gewählt, dass nichts folgt. Sagen Sie, warum.
refusal-next-step-not-chosen = Wählen Sie, was als Nächstes kommt: ein Anruf, ein Dank, ein Rabatt, ein Besuch oder nichts und warum. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-review-about-customer = Sagen Sie, was wir über diesen Kunden gelernt haben.
refusal-review-about-us = Sagen Sie, was wir über unsere Arbeit gelernt haben.
refusal-review-improved = Sagen Sie, was besser wurde, oder „nichts, weil …“.
refusal-review-lesson = Sagen Sie die Lehre in einem Satz.
refusal-only-their-word-closes = Abgeschlossen wird nur ein Fall, den der Kunde gelöst nennt, auf sich beruhen lässt oder der für ihn noch passt. Bitten Sie um sein Wort.
refusal-prevention-not-finished = Es darf nicht wieder geschehen: Die Vorbeugung ist nicht fertig. Bringen Sie sie bis „hat gehalten“ und „mitgeteilt“, oder lassen Sie feststellen, dass sie nicht nötig ist.
refusal-promises-open = Eine Zusage ist noch offen. Halten Sie sie, oder lassen Sie sich vom Kunden daraus entlassen.
refusal-steps-open = Ein Schritt von uns ist noch offen. Tun Sie ihn, oder lassen Sie ihn mit Grund entfallen.
refusal-follow-up-call-first = Noch hat niemand angerufen und gefragt, ob alles in Ordnung ist. Rufen Sie zuerst an, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-follow-up-by-voice = Sagen Sie, wie Sie gesprochen haben: vor Ort, per Video oder am Telefon.
refusal-review-first = Noch gibt es keinen Rückblick. Schreiben Sie ihn, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-amends-not-given = Etwas, das wir gewährt haben, ist noch nicht beim Kunden. Geben Sie es, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-improvement-letter-first = Der Kunde weiß noch nicht, was wir geändert haben. Sagen Sie es ihm, oder fragen Sie, ob er es wissen möchte; oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-closing-message = Die letzte Nachricht sagt zweierlei: dass wir die Zusammenarbeit schätzen, und wozu wir uns verpflichten. Schreiben Sie beides, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-closing-by-relationship-owner = { $owner } betreut diesen Kunden und schickt die letzte Nachricht. Fragen Sie dort nach, oder sagen Sie, dass Sie sie in Vertretung schicken.
refusal-case-is-open = Dieser Fall ist offen. Machen Sie dort weiter.
refusal-only-they-reopen = Ein Fall öffnet sich durch das Wort des Kunden wieder. Jemand von uns liest zuerst, was gekommen ist.
refusal-already-theirs = Diese Person führt den Fall schon. Wählen Sie jemand anderen.
refusal-colleague-of-another-role = Diese Person hat die Rolle nicht. Wählen Sie jemand anderen, oder fragen Sie die Administration.
refusal-same-case = Das ist dieser Fall selbst. Geben Sie die Nummer des anderen an.
refusal-other-account = Das sind Fälle zweier Kunden. Verknüpfen Sie sie stattdessen.
refusal-other-case-merged = Der andere Fall ist selbst in einem anderen aufgegangen. Geben Sie die Nummer an, unter der er weitergeht.
refusal-other-case-closed = Der andere Fall ist abgeschlossen. Öffnen Sie ihn zuerst wieder, oder führen Sie andersherum zusammen.
refusal-merge-would-hide-trouble = Dieses Problem besteht noch, und das andere gilt als gelöst. Führen Sie andersherum zusammen.
refusal-already-linked = Diese beiden sind schon verknüpft. Sie brauchen nichts weiter zu tun.
refusal-no-room-for-new-case = Für den neuen Fall war keine Nummer frei. Versuchen Sie es noch einmal.
refusal-reason-short = Sagen Sie etwas mehr: mindestens { $least } Zeichen, die hier auch nächstes Jahr noch jemand versteht.
refusal-playbook-runs-already = Der Fall folgt diesem Leitfaden schon. Machen Sie mit dem nächsten Schritt weiter.
refusal-playbook-does-not-run = Der Fall folgt keinem Leitfaden „{ $name }“. Wählen Sie ihn zuerst.
refusal-no-such-playbook-step = Einen Schritt { $no } gibt es in diesem Leitfaden nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-step-not-by-hand = Dieser Schritt ist getan, wenn erfüllt ist, was er braucht; abhaken lässt er sich nicht. Sehen Sie nach, was noch nötig ist.
refusal-step-ticked-already = Dieser Schritt ist schon abgehakt. Machen Sie mit dem nächsten weiter.
refusal-prevention-one-step = Die Vorbeugung geht Schritt für Schritt; jetzt steht sie bei: { $from }. Wählen Sie den nächsten Schritt.
refusal-answer-without-words = Sagen Sie zu jeder Antwort, was getan wird, oder warum nicht.
refusal-prevention-begun = Die Ursachen werden schon untersucht. Bringen Sie das zu Ende.
refusal-prevention-needed = Hier ist Vorbeugung nötig: Es ist schwerwiegend, kam wieder, betrifft die Sicherheit oder ist durch unsere Prüfungen gerutscht. Gehen Sie den nächsten Schritt.
refusal-cause-empty = Nennen Sie die Ursache, die nachgewiesen ist.
refusal-cause-names-a-person = Das nennt einen Menschen, keine Ursache. Was hat es möglich gemacht?
refusal-cause-is-the-symptom = Das ist, was der Kunde sah, nicht, warum es geschah. Fragen Sie noch einmal nach dem Warum.
refusal-no-action-chosen = Noch ist nichts gewählt, was eine Wiederholung verhindert. Beantworten Sie mindestens eine Frage mit Ja.
refusal-weak-action-alone = Schulung allein ist schwach. Nehmen Sie etwas hinzu, das den Fehler unmöglich macht, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-prevention-question-open = Eine Frage hat noch keine Antwort: { $question } Antworten Sie mit Ja oder Nein, und warum.
refusal-not-deciding = Das sagt man, solange Optionen auf dem Tisch liegen. Stellen Sie sie zuerst vor.
refusal-what-we-still-do = Sagen Sie, was wir weiter für den Kunden tun.
refusal-goodwill-line = Schreiben Sie den Satz des guten Willens so, wie Sie ihn dem Kunden gesagt haben.
refusal-manager-and-quality-first = Leitung und Qualität haben noch nicht nach weiteren Wegen gesucht. Rufen Sie sie hinzu, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-mediation-after-not-agreed = Vermittlung kommt, wenn beide gesagt haben, dass sie sich nicht einig sind. Sprechen Sie das zuerst aus.
refusal-mediator-empty = Nennen Sie, wer vermittelt.
refusal-mediator-impartial = Sagen Sie in einem Satz, warum diese Person unparteiisch ist.
refusal-mediation-needs-both = Beide Seiten müssen mit der Vermittlung einverstanden sein. Nennen Sie die Person, die für den Kunden zustimmt.
refusal-mediation-too-early = Eine Stufe darunter fehlt noch: angehört, zwei Optionen, Leitung und Qualität, ein Gespräch der Geschäftsleitungen. Holen Sie sie nach, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-outcome-in-mediation = Zwischen Ihnen vermittelt gerade niemand. Benennen Sie zuerst jemanden.
refusal-link-in-mediation = Dieser Fall ist gerade nicht in Vermittlung; es gibt niemanden, dem Sie schreiben oder den Sie einladen könnten.

## Worte für Auswahlen

recovery-spotted = Erkannt
recovery-told = Gesagt
recovery-heard = Angehört
recovery-deciding = In Entscheidung
recovery-agreed = Vereinbart
recovery-making-good = In Behebung
recovery-awaiting-word = Wartet auf das Wort des Kunden
recovery-solved = Gelöst, sagt der Kunde
recovery-closed = Abgeschlossen
recovery-still-works = Passt für den Kunden noch
recovery-not-agreed = Nicht einig
recovery-in-mediation = In Vermittlung
recovery-withdrawn = Vom Kunden auf sich beruhen gelassen
recovery-no-word = Kein Wort vom Kunden
recovery-merged = Zusammengeführt

prevention-not-started = nicht begonnen
prevention-containing = Schaden wird aufgehalten
prevention-contained = Schaden aufgehalten
prevention-finding-cause = Ursache wird gesucht
prevention-cause-verified = Ursache nachgewiesen
prevention-choosing = Änderung wird gewählt
prevention-implementing = Änderung wird umgesetzt
prevention-verifying = Wirkung wird geprüft
prevention-held = hat gehalten
prevention-shared = dem Kunden mitgeteilt
prevention-did-not-hold = hat nicht gehalten
prevention-not-needed = nicht nötig

prevention-question-stock = Sollten sich Lagerbestände ändern?
prevention-question-training = Ist Schulung nötig?
prevention-question-supplier = Liegt es am Lieferanten?
prevention-question-alternatives = Gibt es eine Alternative?
prevention-question-process = Muss sich der Ablauf ändern?
prevention-question-promise-rule = Müssen wir anders zusagen?
prevention-question-communication = Müssen wir es anders sagen?

escalation-reason-not-satisfied = der Kunde ist nicht zufrieden
escalation-reason-cannot-meet-what-is-asked = wir können nicht erfüllen, was verlangt wird
escalation-reason-clock-ran-out = eine Frist ist abgelaufen
escalation-reason-broken-promise = eine Zusage wurde gebrochen
escalation-reason-deadlock = keine Einigung in Sicht
escalation-reason-fix-failed = die Behebung hat nicht gehalten
escalation-reason-safety = Sicherheit
escalation-reason-need-help = Hilfe wird gebraucht

word-way-visit = persönlich
word-way-video = per Video
word-way-phone = am Telefon
word-way-written = schriftlich

follow-up-kind-call = ein Anruf
follow-up-kind-thank-you = ein Dank
follow-up-kind-future-discount = ein Rabatt auf Künftiges
follow-up-kind-visit = ein Besuch
follow-up-kind-nothing = nichts

follow-up-result-ok = in Ordnung
follow-up-result-not-ok = nicht in Ordnung
follow-up-result-not-reached = nicht erreicht

relation-better = besser
relation-same = gleich
relation-worse = schlechter

rung-heard = angehört
rung-two-options = zwei Optionen vorgestellt
rung-fresh-person = jemand Neues hat mit ihnen gesprochen
rung-manager-and-quality = Leitung und Qualität haben gesucht
rung-executive-talk = die Geschäftsleitungen haben gesprochen

policy-problem-no-hard-actions = Die Liste der Maßnahmen, die einen zweiten Namen brauchen, ist leer. Behalten Sie mindestens eine.
policy-problem-warn-share = Die Warnung kommt bei 1 bis 99 Prozent der Zeit.
policy-problem-clock-missing = Eine Frist hat keine Länge. Geben Sie jeder eine.
policy-problem-zero-length = Eine Frist hat die Länge null. Geben Sie ihr mehr.

## Hürden

gate-acknowledgement = Anerkennung
gate-no-visit-reason = Grund, warum kein Besuch
gate-end-tone = Ton am Ende
gate-next-contact = nächster Kontakt
gate-listen-first = erst zuhören
gate-reflect-back = Gehörtes wiedergeben
gate-our-part-first = unser Anteil zuerst
gate-impact-first = zuerst, was es für den Kunden bedeutet
gate-apology-in-time = Entschuldigung zur rechten Zeit
gate-assurance-needs-step = Zusicherung mit einem Schritt
gate-worst-part = das Schlimmste, aus Sicht des Kunden
gate-two-options = zwei Optionen
gate-operations-confirms = Betrieb bestätigt
gate-not-a-sale = kein Verkauf
gate-what-else = was können wir noch tun
gate-how-can-we-help = wie können wir helfen
gate-heard-before-plan = angehört vor dem Plan
gate-fix-and-prevent = beheben und vorbeugen
gate-steps-confirmed = Schritte bestätigt
gate-remedy-before-amends = Lösung vor Wiedergutmachung
gate-customer-takes-part = Kunde wirkt mit
gate-no-resolving-in-writing = nichts schriftlich lösen
gate-talk-before-escalation = Gespräch vor Eskalation
gate-ladder = die Stufen darunter
gate-fix-proven = Behebung belegt
gate-told-what-happened = gesagt, was geschehen ist
gate-concerns-settled = Sorgen geklärt
gate-suggestions-answered = Vorschläge beantwortet
gate-needs-ticked = Anliegen abgehakt
gate-follow-up-call = Anruf danach
gate-next-step-chosen = nächster Schritt gewählt
gate-review-done = Rückblick gemacht
gate-amends-given = Wiedergutmachung gegeben
gate-improvement-letter = Verbesserungsbrief
gate-questions-answered = Fragen beantwortet
gate-closing-message = letzte Nachricht
gate-battle-check = Schlacht oder Kunde
gate-weak-action-alone = schwache Maßnahme allein
gate-read-back = in einer Zeile zurückgelesen

## Was noch nötig ist: „Noch nötig: …“

need-safety-answered = ist jemand verletzt?
need-acknowledged = Anerkennung
need-our-part = unser Anteil
need-invited = um ein Gespräch gebeten
need-prepared = Vorbereitung
need-news-told = Nachricht mitgeteilt
need-reaction-known = passt es für den Kunden noch?
need-reaction-hurts = es trifft ihn, sagt der Kunde
need-need-by-known = wann der Kunde es wirklich braucht
need-voice = ein Gespräch
need-had-their-say = der Kunde hat sich ausgesprochen
need-reflect-back = Gehörtes wiedergegeben
need-impact = was es für den Kunden bedeutet
need-end-tone = Ton am Ende
need-apologised = Entschuldigung
need-fault-stated = wessen Anteil, mit einer Tatsache
need-cause-asked = wie kam es aus Sicht des Kunden dazu?
need-prevention-asked = wie lässt es sich aus Sicht des Kunden verhindern?
need-facts-recorded = Fakten
need-what-else = was können wir beim Kunden noch tun?
need-two-options = zwei Optionen
need-compromise = ein Kompromiss
need-options-talk = Gespräch über die Optionen
need-decision = Entscheidung des Kunden
need-remedy = Lösung
need-fix-step = ein Schritt, der es behebt
need-prevent-step = ein Schritt, der vorbeugt, oder warum keiner
need-steps-confirmed = Schritte bestätigt von denen, die sie tun
need-customer-takes-part = der Kunde wirkt mit
need-agreed-by-both = von beiden vereinbart
need-summary-sent = schriftliche Zusammenfassung
need-check-in-held = Zwischenstand
need-fix-started = Behebung begonnen
need-fix-done = Behebung fertig
need-promises-kept = Zusagen gehalten
need-told-what-happened = gesagt, was geschehen ist
need-questions-answered = Fragen beantwortet
need-next-contact = nächster Kontakt
need-word-asked = um das Wort des Kunden gebeten
need-word = Wort des Kunden
need-deadline-by-their-word = Termin eingehalten? Sagt der Kunde
need-follow-up-call = Anruf danach
need-next-step-chosen = nächster Schritt gewählt
need-next-step-done = nächster Schritt getan
need-review = Rückblick
need-closing-message = letzte Nachricht
need-prevention-done = Vorbeugung fertig
need-prevention-bank = Fragen zur Vorbeugung beantwortet
need-improvement-letter = Verbesserungsbrief
need-manager-and-quality = Leitung und Qualität benannt
need-not-stuck = nicht festgefahren
need-by-hand = getan, von Hand abgehakt

## Fristen und die Blöcke von „Jetzt dran“

clock-c01-first-contact = Erster Kontakt
clock-c01-urgent-contact = Erster Kontakt, dringend
clock-c02-receipt = Eingangsbestätigung
clock-c03-voicemail-mail = Mail nach hinterlassener Nachricht
clock-c04-retry = Nächster Anrufversuch
clock-c05-silence = Nächstes Wort von uns
clock-c05-silence-awaiting-word = Nächstes Wort von uns, wir warten auf das des Kunden
clock-c06-promise = Zusage
clock-c07-tell-slip = Verzug mitteilen
clock-c11-containment = Schaden überall gestoppt
clock-c13-options-ready = Optionen bereit
clock-c14-answer-proposal = Antwort auf das, was der Kunde vorschlägt oder fragt
clock-c14-approve-amends = Freigabe der Wiedergutmachung
clock-c15-summary = Schriftliche Zusammenfassung
clock-c16-step-confirmed = Schritt bestätigt
clock-c17-step-due = Schritt fällig
clock-c18-check-in = Zwischenstand
clock-c19-cause-found = Ursachen belegt, Maßnahmen gewählt
clock-c20-prevention-proven = Belegt, dass es hält
clock-c22-ask-for-word = Um das Wort bitten
clock-c23-follow-up-call = Anruf danach
clock-c24-delivery-check = Nachfrage zur Lieferung
clock-c25-review = Rückblick
clock-c26-improvement-letter = Verbesserungsbrief
clock-c27-escalation-opened = Antwort von Leitung und Qualität
clock-c28-deadlock = Einigung
clock-c32-still-waiting = Wartet noch auf das Wort des Kunden

block-contacts = Fällige Anrufe
block-promises = Fällige Zusagen
block-updates = Fällige Zwischenbescheide
block-delivery-checks = Nachfragen zu Lieferungen
block-their-word = Wartet auf das Wort des Kunden
block-our-decision = Wartet auf unsere Entscheidung
block-learning = Zu lernen und mitzuteilen
