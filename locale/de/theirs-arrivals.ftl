# Die Seite des Kunden nach einer Lieferung, das Vorlesen einer geänderten Lieferung und das Wort einige Tage nach der Lösung.

theirs-arrivals = Ist alles gut angekommen?
theirs-arrivals-lead = Das haben wir an { $name } geliefert. Zu jeder Lieferung zwei kurze Fragen.
theirs-arrivals-how = Nichts muss ausgefüllt werden. Was Sie offen lassen, bleibt offen: Schweigen gilt uns nicht als Ja.
theirs-arrivals-none = Gerade gibt es nichts zu beantworten. Danke.
theirs-arrivals-came = geliefert { $day }
theirs-arrivals-order = Bestellung { $order }
theirs-arrivals-ordered = Ist es das, was Sie bestellt haben?
theirs-arrivals-fine = Ist alles in Ordnung?
theirs-arrivals-wrong = Etwas stimmt nicht
theirs-arrivals-words = Was nicht stimmt, in Ihren Worten
theirs-arrivals-act = Antworten senden
theirs-arrivals-all = { $count ->
    [one] Es ist das Bestellte, und alles ist in Ordnung
   *[other] Alle { $count } sind in Ordnung
 }
theirs-arrivals-done = Danke. Ihre Antwort ist da.
theirs-arrivals-wrong-done = Wir haben es gehört, in Ihren Worten. Wir rufen Sie an.
theirs-arrivals-told = Was Sie uns gesagt haben
theirs-arrivals-said-fine = in Ordnung
theirs-arrivals-said-wrong = nicht in Ordnung; wir kümmern uns
theirs-arrivals-after-all = Wenn doch etwas nicht stimmt, rufen Sie uns an.
theirs-arrivals-nothing-said = Antworten Sie zu mindestens einer Lieferung, oder lassen Sie die Seite, wie sie ist.
theirs-arrivals-answer-both = Beantworten Sie beide Fragen, oder lassen Sie beide offen.
theirs-arrivals-words-needed = Sagen Sie uns in ein paar Worten, was nicht stimmt.
theirs-arrivals-safety-needed = Sagen Sie uns zuerst, ob jemand verletzt ist oder sein könnte.
theirs-arrivals-both-ways = Sie haben geschrieben, dass etwas nicht stimmt. Antworten Sie auf eine der Fragen mit Nein, oder nehmen Sie die Worte heraus.
theirs-arrivals-all-but = Sie haben gesagt, dass bei einer Lieferung etwas nicht stimmt. Senden Sie stattdessen Ihre Antworten.
theirs-arrivals-answered = Zu dieser Lieferung hat schon jemand geantwortet. Ihre Worte stehen noch hier: Rufen Sie uns damit an, damit nichts verloren geht.
theirs-arrivals-not-asked = Zu dieser Lieferung können Sie hier gerade nicht antworten. Ihre Worte stehen noch hier: Rufen Sie uns damit an.
theirs-arrivals-gone = Diese Lieferung steht nicht mehr auf der Seite. Rufen Sie uns an mit dem, was Sie geschrieben haben: „{ $words }“

## Eine geänderte Lieferung, vorgelesen

theirs-delivery-read-back = Haben wir das richtig verstanden?
theirs-delivery-read-back-why = Noch ist nichts geändert. Es gilt, sobald Sie Ja sagen.
theirs-delivery-as-it-is = bleibt, wie es ist
theirs-delivery-yes = Ja, so ändern
theirs-delivery-again = Nein, berichtigen

## Einige Tage nach der Lösung

theirs-since-solved = Sagen, ob es hält
theirs-since-solved-why = Sobald Sie es wissen. Wir rufen Sie trotzdem an.
theirs-since-solved-act = Antwort senden
theirs-since-solved-done = Danke. Ihre Antwort ist da.
theirs-field-holds = Hält es?
theirs-holds-ok = Es hält
theirs-holds-not-ok = Es hält nicht
theirs-field-since = War seither etwas? Wenn es nicht hält: Was ist es?
theirs-field-call-first = Würden Sie beim nächsten Mal zuerst uns anrufen?
theirs-field-strength = Wie stark ist unsere Zusammenarbeit jetzt?
theirs-strength-1 = 1, schwach
theirs-strength-2 = 2
theirs-strength-3 = 3
theirs-strength-4 = 4
theirs-strength-5 = 5, stark
