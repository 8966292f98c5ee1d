# Ware, die zurückkommt: ihre Nummer, was aus ihr wurde, die Gutschrift.

told-return-authorised = Sie können { $quantity } × { $item } unter der Nummer { $number } zurücksenden. { $how }
told-return-received = { $quantity } Stück sind unter { $number } bei uns angekommen; erbeten waren { $asked }.
told-return-disposed = Was aus { $number } wurde:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } verschrottet.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } nachgearbeitet.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } an unseren Lieferanten weitergeschickt.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } so verwendbar, wie sie sind.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } zurück ins Lager.
}
told-return-credited = Gutgeschrieben für { $number }: { $amount }, Gutschrift { $reference } vom { $on }
told-return-ended = Aus { $number } wird nichts weiter: { $words }

theirs-return-asked = { $quantity } × { $item } können zurückkommen
theirs-return-credit = Gutgeschrieben: { $amount }, Gutschrift { $reference } vom { $on }
theirs-return-credit-open = Noch nicht gutgeschrieben.
theirs-return-ended = Beendet: { $words }
theirs-return-how = Wie
theirs-return-received = { $quantity } sind bei uns angekommen
theirs-returns = Was zu uns zurückgeht
disposition-restock = zurück ins Lager
disposition-return-to-supplier = an unseren Lieferanten weitergeschickt
disposition-rework = nachgearbeitet
disposition-scrap = verschrottet
disposition-use-as-is = so verwendbar, wie sie sind

## Für Kollegen

event-return-authorised = Rücksendung { $number }: { $quantity } × { $item } können zurückkommen. { $how }
event-return-received = Zurück unter { $number }: { $quantity } Stück, erbeten waren { $asked }
event-return-disposed = Was aus { $number } wurde:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } verschrottet.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } nachgearbeitet.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } an unseren Lieferanten weitergeschickt.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } so verwendbar, wie sie sind.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } zurück ins Lager.
} { $words }
event-return-credited = Gutgeschrieben für { $number }: { $amount }, Gutschrift { $reference } vom { $on }
event-return-ended = Aus { $number } wird nichts weiter: { $words }

refusal-credit-not-yet = Dieser Tag kommt erst noch. Schreiben Sie die Gutschrift auf, wenn sie gemacht ist.
refusal-credit-without-number = Nennen Sie die Nummer der Gutschrift: Sie zeigt, dass sie es haben.
refusal-no-such-return = Diese Rücksendung gibt es nicht. Laden Sie die Seite neu.
refusal-return-does-not-balance = { $received } Stück kamen zurück, diese ergeben aber { $sum }. Zählen Sie, bis beides gleich ist.
refusal-return-end-empty = Sagen Sie, warum nichts zurückkommt, oder wie es sonst gutgemacht wurde.
refusal-return-how = Sagen Sie, wie sie reisen, wohin, und wer zahlt.
refusal-return-how-many = Sagen Sie, wie viele Stück; mindestens eines.
refusal-return-is-over = Diese Rücksendung ist gutgeschrieben oder schon beendet.
refusal-return-not-received = Es ist noch nichts zurückgekommen. Sagen Sie zuerst, wie viele Stück ankamen.
refusal-return-of-what = Sagen Sie, was zurückkommt.
refusal-return-was-disposed = Es ist schon gesagt, was aus diesen Stücken wurde. Sagen Sie es neu, wenn die Zahl falsch war.
refusal-return-what-was-seen = Sagen Sie, was an ihnen zu sehen war.
refusal-returns-open = Ware ist auf dem Rückweg oder noch nicht gutgeschrieben. Schreiben Sie sie gut, oder beenden Sie die Rücksendung und sagen Sie, warum.

do-authorise-return = Ware zurückkommen lassen
do-authorise-return-act = Nummer geben
do-authorise-return-done = Die Nummer ist vergeben; sie steht auf ihrer Seite.
do-credit-return = Eine Rücksendung gutschreiben
do-credit-return-act = Sie ist gutgeschrieben
do-credit-return-done = Die Gutschrift ist mit ihrer Nummer festgehalten.
do-dispose-return = Was aus einer Rücksendung wurde
do-dispose-return-act = Festhalten
do-dispose-return-done = Es ist festgehalten, was aus den Stücken wurde.
do-end-return = Eine Rücksendung ohne Gutschrift beenden
do-end-return-act = Beenden
do-end-return-done = Die Rücksendung ist beendet.
do-receive-return = Ware kam zurück
do-receive-return-act = Sie ist da
do-receive-return-done = Es ist festgehalten, wie viele ankamen.

form-return-which = Rücksendung
form-return-item = Was zurückkommt
form-return-quantity = Stück
form-return-how = Wie sie reisen, wohin, wer zahlt
form-return-how-help = Der Kunde liest es. Wir zahlen, also sagen Sie das.
form-return-arrived = Angekommene Stück
form-return-scrap = Verschrottet
form-return-rework = Nachgearbeitet
form-return-to-supplier = An unseren Lieferanten weitergeschickt
form-return-use-as-is = So verwendet
form-return-restock = Zurück ins Lager
form-return-pieces = Was aus ihnen wurde; zusammen so viele, wie ankamen
form-return-seen = Was an ihnen zu sehen war
form-return-amount = Gutgeschrieben
form-return-reference = Nummer der Gutschrift
form-return-on = Tag auf der Gutschrift
form-return-end-words = Warum nichts zurückkommt, oder wie es sonst gutgemacht wurde
form-return-end-help = Der Kunde liest es.

returns-title = Was zurückkommt
returns-asked = { $quantity } × { $item } können zurückkommen
returns-arrived = { $quantity } angekommen
returns-not-arrived = noch nichts angekommen
returns-no-disposition = niemand hat gesagt, was aus ihnen wurde
returns-no-credit = noch nicht gutgeschrieben
return-stands-asked = unterwegs
return-stands-received = angekommen
return-stands-credited = gutgeschrieben
return-stands-ended = beendet
