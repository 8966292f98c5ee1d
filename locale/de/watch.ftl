# Es vor dem Kunden wissen: was wir kommen sehen, und was jemand von uns zuerst sagt.

signal-slack-promise = { $line } war zugesagt für { $target } und wird nicht vor { $arrives } da sein. Sagen Sie es dem Kunden, bevor er es selbst merkt.
signal-slack-need = Der Kunde braucht { $line } am { $target }, und es wird nicht vor { $arrives } da sein. Fragen Sie, ob ihn das trifft.
signal-restored-delivered = { $line } war am { $delivered } da; der Kunde rechnete mit { $target }.
signal-restored-room = { $line } kann jetzt am { $arrives } da sein; der Kunde rechnet mit { $target }.
signal-gone-quiet = Die letzte Bestellung kam am { $last }, vor { $days } Tagen. Sonst liegen { $usual } Tage zwischen zwei Aufträgen.
signal-told = „{ $words }“

import-report-negative-slack = { $count ->
    [one] 1 neuer Hinweis: noch nicht zu spät, aber rechtzeitig geht es nicht mehr.
   *[other] { $count } neue Hinweise: noch nicht zu spät, aber rechtzeitig geht es nicht mehr.
}
import-report-over-promise = { $count ->
    [one] 1 neuer Hinweis: früher zugesagt, als der Artikel sonst braucht.
   *[other] { $count } neue Hinweise: früher zugesagt, als die Artikel sonst brauchen.
}
import-report-gone-quiet = { $count ->
    [one] 1 neuer Hinweis: Ein Kunde bestellt nicht mehr.
   *[other] { $count } neue Hinweise: Kunden bestellen nicht mehr.
}
import-report-prevented = { $count ->
    [one] 1 Hinweis hat ein Ende: Es war in Ordnung, bevor es den Kunden erreichte.
   *[other] { $count } Hinweise haben ein Ende: Es war in Ordnung, bevor es die Kunden erreichte.
}

signals-tell = Etwas melden
signals-tell-why = Etwas sieht falsch aus, und Sie sehen es als Erste oder Erster? Sagen Sie es hier; das genügt. Niemand wird gefragt, wessen Schuld es ist.
signals-tell-words = Was haben Sie gesehen?
signals-tell-words-help = Ein Satz: „Das Laminat für 4417 ist nicht gekommen.“
signals-tell-customer = Kunde
signals-tell-customer-help = Ein Name oder seine Nummer. Leer lassen, wenn Sie es nicht wissen.
signals-tell-order = Auftrag
signals-tell-order-help = Etwa 4417 oder 4417/10.
signals-tell-since = Wann haben Sie es gesehen?
signals-tell-since-help = Leer heißt: jetzt; oder heute früh 7:30, gestern 16:00.
signals-tell-unnamed = Meinen Namen weglassen
signals-tell-unnamed-help = Dann steht nirgends, wer es gesagt hat.
signals-tell-act = Melden
signals-first-named = { $name } hat es zuerst gesagt. Danke.
signals-first-unnamed = Jemand hat es zuerst gesagt und den Namen weggelassen. Danke.
signals-told-before = Das hat schon jemand gemeldet; hier ist es.
signals-thanks = Zuerst gesagt
signals-thanks-line = { $name }: { $about }
signals-thanks-unnamed = Jemand ohne Namen
signals-thanks-somebody = etwas ohne Kunden
signals-ended-itself = Was hereinkam, zeigt es:
case-first-to-tell = { $name } hat es zuerst gesagt, { $at }. Danke.
case-first-to-tell-unnamed = Jemand hat es zuerst gesagt, { $at }, und den Namen weggelassen. Danke.
refusal-signal-needs-words = Sagen Sie in einem Satz, was Sie gesehen haben.
refusal-signal-no-such-customer = Einen Kunden mit diesem Namen oder dieser Nummer gibt es nicht. Lassen Sie es leer, und melden Sie es trotzdem.
refusal-signal-no-such-order = Diese Auftragsposition gibt es nicht. Lassen Sie es leer, und schreiben Sie die Nummer in den Satz.
refusal-signal-several-customers = Mehrere Kunden heißen so. Nennen Sie stattdessen die Nummer.

signal-over-promise-line = { $line } ist zugesagt für { $due }, aber { $item } braucht sonst { $lead } Tage: nicht vor { $soonest }. Niemand aus dem Betrieb hat gesagt, dass es machbar ist.
signal-over-promise-case = Zu { $case } haben wir „{ $words }“ bis { $due } gesagt, aber { $item } braucht sonst { $lead } Tage: nicht vor { $soonest }. Niemand aus dem Betrieb hat gesagt, dass es machbar ist.
form-promise-goods = Wenn Ware zugesagt wird
form-promise-item = Artikel
form-promise-item-help = Wie er in Ihrer Lagerliste heißt. Ein früherer Tag, als er sonst braucht, wird ein Hinweis, außer der Betrieb sagt, dass es machbar ist.
form-promise-confirmed = Wer aus dem Betrieb sagt, dass es machbar ist?
form-promise-confirmed-help = Fragen Sie dort, bevor Sie es sagen.

protocol-people = Wer wofür
protocol-language = Sprache
protocol-hours-unread = (nicht verstanden, deshalb wird niemand gewarnt: Schreiben Sie es wie Mo–Fr 8–17)
protocol-outside-hours = Bei { $name } ist es { $there }; vereinbart ist { $agreed }. Rufen Sie nur an, wenn es nicht warten kann.
protocol-outside-hours-night = Bei { $name } ist es { $there }; vereinbart ist { $agreed }. Wenn es nicht warten kann: Die Nummer für die Nacht ist { $night }.
protocol-other-language = Das liest sich wie { $seems }; mit { $name } ist { $agreed } vereinbart. Drücken Sie noch einmal, um es so zu lassen.
language-en = Englisch
language-de = Deutsch
language-pl = Polnisch
language-fr = Französisch
language-es = Spanisch
language-it = Italienisch

learned-by = { $name }, { $day }
learned-keep = Ins Profil
learned-leave = Weglassen
learned-more = { $n } weitere warten auf der Seite des Kunden
learned-tips = Aus früheren Fällen gelernt
learned-here = Hier gelernt
learned-on-profile = Es steht im Profil des Kunden.
learned-in-playbook = Jetzt ein Tipp in „{ $playbook }“.
learned-to-playbook = Ein Tipp für „{ $playbook }“
audit-did-insight-placed = hat einer Lehre ihren Platz gegeben
refusal-no-such-insight = Diese Lehre gibt es nicht. Laden Sie die Seite neu, und sehen Sie noch einmal nach.
refusal-insight-about-us = Was uns betrifft, gehört in einen Leitfaden, nicht ins Profil eines Kunden.

refusal-expectation-in-full = Schreiben Sie alle drei auf: was der Kunde erwartet hat, was wir zugesagt hatten und was er bekam. „Nichts war gesagt“ ist eine Antwort.
form-expectation-gap = Es kam aus einer Erwartung
form-expectation-expected = Was der Kunde erwartet hat
form-expectation-promised = Was wir zugesagt hatten
form-expectation-promised-help = „Nichts war gesagt“ ist eine Antwort.
form-expectation-delivered = Was er bekam
case-expectation = Erwartet, zugesagt, bekommen

quiet-title = Still geworden nach einem Problem
quiet-why = Diese Kunden hatten ein Problem oder eine Lieferung, nach der niemand gefragt hat, und haben seither nicht bestellt. Aufträge sind bekannt bis { $day }.
quiet-no-orders = Noch wurden keine Aufträge hereingeholt, und Stille hört man nur, wo vorher etwas zu hören war.
quiet-none = Alle, die in den letzten zwei Jahren ein Problem hatten, haben seither bestellt.
quiet-long = Ein halbes Jahr und länger
quiet-a-while = Drei Monate und länger
quiet-before = Was vorausging
quiet-since = Am
quiet-days = Tage ohne Auftrag
quiet-last-order = Letzter Auftrag
quiet-never = keiner bekannt
quiet-unchecked = Auftrag { $order } wurde geliefert, und niemand hat gefragt, wie er ankam

import-field-worth = Was es wert ist (nur für den Blick auf Gerechtigkeit)
worth-title = Gemeinsame Jahre
worth-said = Aufträge im Wert von { $amount } in der Währung Ihrer Bücher seit { $since }, in { $orders } Aufträgen. Das ändert nichts an dem, was geschuldet ist; es ist für den langen Atem.
