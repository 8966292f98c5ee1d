# Was die Wache außer Verspätungen sieht, wie wahrscheinlich etwas zu spät kommt, und der erste Satz am Telefon.

signal-unacknowledged = { $line } wurde am { $ordered } bestellt, und niemand hat es bestätigt.
signal-acknowledged-later = Gewünscht war { $line } für { $requested }; wir haben { $promised } bestätigt und es dem Kunden nicht gesagt.
signal-predicted-late = { $line } ist zugesagt für { $promised }, in { $left } Tagen. Nach { $lines } Positionen wie dieser kommen { $chance } von 100 zu spät.
signal-predicted-no-history = { $line } ist zugesagt für { $promised }, in { $left } Tagen, und noch nicht da. Wie oft das gut geht, weiß noch niemand.
signal-thin-slack = Der Kunde braucht { $line } am { $need }, und es wird am { $arrives } da sein: Es bleibt kaum Luft.
signal-milestone-missed = { $line }: „{ $step }“ hätte am { $planned } getan sein sollen.
signal-upstream-slipped = { $line } braucht { $purchase } am { $needed }; es kommt erst am { $promised }.
signal-upstream-unconfirmed = { $line } braucht { $purchase } am { $needed }, und der Lieferant hat nicht gesagt, wann es kommt.
signal-short-stock = { $line } ist zugesagt für { $promised }: { $pegged } von { $wanted } liegen bereit.
signal-short-stock-alternates = { $line } ist zugesagt für { $promised }: { $pegged } von { $wanted } liegen bereit. { $alternates } von dem, was dafür hinausgehen darf, sind frei.
signal-failed-inspection = { $line }: „{ $test }“ fiel durch, Los { $lot }.
signal-failed-inspection-gone = { $line } ist schon hinaus, und „{ $test }“ fiel durch, Los { $lot }.
signal-overload = { $line } läuft in der Woche vom { $week } über { $centre }: { $planned } Stunden sind geplant, { $there } sind zu schaffen.
signal-not-shipped = { $line } war am { $ready } fertig, und nichts sagt, dass es hinausging.
signal-carrier-trouble = { $line }: Der Frachtführer sagt zu { $shipment }: „{ $words }“.
signal-carrier-no-scan = { $line }: { $shipment } wurde zuletzt gesehen { $last }.
signal-carrier-no-proof = { $line }: { $shipment } hätte am { $expected } da sein sollen, und niemand hat unterschrieben.
signal-quantity-short = { $line }: { $sent } von { $ordered } gingen hinaus.
signal-quantity-over = { $line }: { $sent } gingen hinaus, bestellt waren { $ordered }.
signal-delivery-denied = { $line }: Der Frachtführer hat für { $shipment } einen Nachweis vom { $proof }, und der Kunde sagt, es kam nichts.
signal-check-went-wrong = Nach der Lieferung von { $line } gefragt, sagte der Kunde, es sei nicht in Ordnung.
signal-check-not-heard = Zweimal wurde nach der Lieferung von { $line } gefragt, und niemand war zu erreichen.
signal-nonconformity = Der Kunde meldet, dass { $line } nicht in Ordnung ist ({ $number }, { $at }), und es gibt keinen Fall.
signal-nonconformity-of = Der Kunde meldet, dass { $line } nicht in Ordnung ist ({ $number }, { $at }): { $what }
signal-return-without-case = { $line } kommt zurück ({ $return }, { $at }), und es gibt keinen Fall.
signal-short-paid = Für { $line } wurde weniger gezahlt ({ $number }, { $at }), und es gibt keinen Fall.
signal-short-paid-debit-note = Für { $line } kam eine Belastungsanzeige ({ $number }, { $at }), und es gibt keinen Fall.
signal-short-paid-chargeback = { $line } wurde zurückbelastet ({ $number }, { $at }), und es gibt keinen Fall.
signal-asked-thrice = { $times } Mal wurde gefragt, wo { $line } ist.
signal-tone-falling = Zwei Gespräche endeten nacheinander schlechter als das davor; das letzte { $at }.
signal-tone-low = Zwei Gespräche in dreißig Tagen endeten schlecht; das letzte { $at }.
signal-same-words = „{ $words }“ in { $again }, wie zuvor in { $first }.
signal-lot-elsewhere = Los { $lot } aus { $case } ging auch in { $line }: { $quantity } davon.
signal-lot-elsewhere-unknown = Los { $lot } aus { $case } ging auch in { $line }; wie viel, ist nicht bekannt.
signal-undrafted-promise = Zu { $case } haben wir „{ $words }“ bis { $due } zugesagt, und niemand hat zu schreiben begonnen.
signal-cases-close = { $days ->
    [0] Zwei Probleme an einem Tag: { $first } und { $second }. Das zweite schmerzt mehr als das erste.
    [one] { $second } kam einen Tag nach { $first }: Ein zweites Problem schmerzt mehr als das erste.
   *[other] { $second } kam { $days } Tage nach { $first }: Ein zweites Problem schmerzt mehr als das erste.
}

# Der erste Satz am Telefon, nach der Art des Problems. Die Werte sind die des Hinweises.
say-first = Sagen Sie zuerst
say-late-undelivered = „{ $line } hätte am { $promised } bei Ihnen sein sollen und ist es nicht. Was heißt das für Sie?“
say-unchecked-delivery = „{ $line } kam am { $delivered }. Ist es das, was Sie bestellt haben, und ist es in Ordnung?“
say-silent-slip = „{ $line } kommt nicht am { $from }, sondern am { $to }. Geht das bei Ihnen noch?“
say-negative-slack = „{ $line } kann nicht vor { $arrives } da sein. Sie rechnen mit { $target }. Geht das bei Ihnen noch?“
say-over-promise = „Bevor Sie mit { $due } rechnen: Ich will sicher sein, dass wir es schaffen. Wann brauchen Sie es wirklich?“
say-gone-quiet = „Wir haben länger nichts von Ihnen gehört. Wie war die letzte Lieferung?“
say-unacknowledged = „Ihr Auftrag { $line } ist da, und wir schulden Ihnen den Tag. Wann brauchen Sie es?“
say-acknowledged-later = „Sie wollten es am { $requested }; wir können am { $promised } da sein. Geht das bei Ihnen noch?“
say-predicted-late = „{ $line } ist am { $promised } vielleicht nicht da. Würde Sie das treffen?“
say-thin-slack = „{ $line } wird am { $arrives } da sein, und Sie brauchen es am { $need }. Gibt es etwas, das wir wissen sollten?“
say-milestone-missed = „{ $line } ist im Rückstand: Ein Schritt vom { $planned } ist noch offen. Welchen Tag darf es nicht verpassen?“
say-upstream-slipped = „{ $line } wartet auf etwas, das spät kommen kann. Wann brauchen Sie es wirklich?“
say-short-stock = „Von { $line } liegen { $pegged } von { $wanted } bereit. Hilft Ihnen zuerst ein Teil?“
say-failed-inspection = „Am Los von { $line } fiel eine Prüfung durch. Bitte verwenden Sie nichts davon, bevor wir gesprochen haben.“
say-overload = „In der Woche vom { $week } wird es eng für { $line }. Welchen Tag darf es nicht verpassen?“
say-not-shipped = „{ $line } ist noch nicht hinaus. Wann brauchen Sie es wirklich?“
say-carrier-trouble = „Mit { $shipment } stimmt auf dem Weg zu Ihnen etwas nicht. Was brauchen Sie zuerst?“
say-quantity-off = „Von { $line } sind { $sent } unterwegs; bestellt waren { $ordered }. Was heißt das für Sie?“
say-delivery-denied = „Sie sagen, { $shipment } ist nicht da. Dann ist es nicht da. Was brauchen Sie jetzt?“
say-check-went-wrong = „Sie haben uns gesagt, dass { $line } nicht in Ordnung ist. Sagen Sie mir, was nicht stimmt.“
say-return-without-case = „{ $line } kommt zu uns zurück. Was war damit nicht in Ordnung?“
say-short-paid = „{ $number } sagt mir, dass mit { $line } etwas nicht stimmte. Was war es?“
say-asked-thrice = „Sie haben { $times } Mal gefragt, wo { $line } ist. Das weiß ich darüber.“
say-tone-falling = „Unsere letzten Gespräche waren nicht gut, und ich will von Ihnen hören, warum.“
say-same-words = „Das ist schon einmal geschehen, und wir haben gesagt, es geschieht nicht wieder. Ich will hören, was es für Sie heißt.“
say-lot-elsewhere = „Ware aus Los { $lot }, die Sie haben, ist vielleicht nicht in Ordnung. Bitte legen Sie sie beiseite; das wissen wir darüber.“
say-undrafted-promise = „Bis { $due } schulden wir Ihnen ein Wort: { $words }.“
say-cases-close = „Es ist das zweite Mal in { $days } Tagen. Sagen Sie mir, was das für Sie heißt.“

import-report-other-signals = { $count ->
    [one] 1 neuer Hinweis anderer Art; er steht bei den Hinweisen.
   *[other] { $count } neue Hinweise anderer Art; sie stehen bei den Hinweisen.
}
import-field-acknowledged = Bestätigt am
import-field-item-group = Artikelgruppe
import-field-supplier = Lieferant
import-field-work-centre = Arbeitsplatz
import-field-route = Weg
import-stage-replaying = Durchgegangene Tage
cli-import-milestones = Arbeitsschritte von Auftragspositionen hereinholen: Auftrag, Position, Schritt, geplant für, erledigt am
import-why-no-such-line = Von dieser Auftragsposition hat noch keine Auftragsdatei erzählt; holen Sie zuerst die Aufträge herein.
import-field-milestone = Schritt
import-field-planned = Geplant für
import-field-done = Erledigt am

line-title = Auftragsposition
line-item = Artikel
line-asked = Gewünscht für
line-first-promised = Zuerst zugesagt
line-now-promised = Jetzt zugesagt
line-needed = Gebraucht am
line-need-unknown = unbekannt; noch niemand hat gefragt
line-chance = Kommt es zu spät?
line-days-left = { $days ->
    [one] Der zugesagte Tag ist in einem Tag vorbei.
   *[other] Der zugesagte Tag ist in { $days } Tagen vorbei.
}
line-no-history = Es gibt keine Vorgeschichte: Weniger als acht Positionen standen so wie diese und kamen an. Zählen Sie die Tage selbst, und rufen Sie im Zweifel an.
line-share = Von 100 Positionen wie dieser erwarten wir { $share } zu spät.
line-interval = Am wahrscheinlichsten kommt es am { $likely }; vier von fünf solchen Positionen kamen zwischen { $earliest } und { $latest }.
line-because = Warum
line-group = Frühere Positionen
line-past = Positionen
line-late = Zu spät
line-so-far = Bisher
line-group-everything = alle, so viele Tage vor ihrem Tag
line-group-stage = auf derselben Stufe
line-group-pace = ebenso lange, mit ebenso viel zugesagter Zeit
line-group-step = mit demselben Schritt als letztem erledigten
line-group-behind = und etwa ebenso weit hinter dem Plan
line-group-item-group = aus derselben Artikelgruppe
line-group-work-centre = am selben Arbeitsplatz
line-group-route = auf demselben Weg
line-group-supplier = vom selben Lieferanten
line-group-alike = in all dem gleich
line-group-recalibration = die letzten Vorhersagen überhaupt, neben dem, was kam
line-steps = Schritte
line-step = Schritt
line-moves = Wie die Zusage rückte
line-from = Von
line-to = Auf
line-known = Wir wussten es
line-told = Der Kunde hörte es
line-untold = noch nicht
todays-calls-title = Anrufe von heute
todays-calls-why = Zuerst steht der Kunde, dem ein Wort heute am meisten erspart, je Minute Gespräch. Ein Anruf für jeden, über alle Positionen, die zu spät sind oder es werden können.
todays-calls-none = Niemand muss wegen einer Position angerufen werden, die zu spät ist oder es werden kann.
todays-calls-lines = Worüber zu reden ist, und warum
todays-calls-long = Zeit
todays-calls-minutes = { $minutes } Min.
todays-calls-chance = von { $lines } solchen Positionen kamen { $share } in 100 zu spät
todays-calls-no-history = noch nicht da, und keine Vorgeschichte, die mehr sagt
