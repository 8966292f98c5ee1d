# Per Link nach Lieferungen fragen: unsere Seite.

arrivals-title = Per Link nach Lieferungen fragen
arrivals-or-link = Oder per Link nach allen Lieferungen fragen
arrivals-asked = Wonach er jetzt fragt
arrivals-came = geliefert { $day }
arrivals-not-yet = Noch nichts. Nach einer Lieferung kann zwei Arbeitstage nach dem Eintreffen gefragt werden: ab { $at }. Rufen Sie vorher an.
arrivals-past = { $n ->
    [one] Eine Lieferung kam vor mehr als einem halben Jahr. Schriftlich wird nach ihr nicht mehr gefragt, sie bleibt „nicht gehört“; was am Telefon gesagt wird, zählt wie immer.
   *[other] { $n } Lieferungen kamen vor mehr als einem halben Jahr. Schriftlich wird nach ihnen nicht mehr gefragt, sie bleiben „nicht gehört“; was am Telefon gesagt wird, zählt wie immer.
}
arrivals-nothing = Nichts: Zu jeder Lieferung gibt es eine Antwort, oder es ist keine bekannt.
arrivals-silence = Ein Link beantwortet nichts von selbst. Bis eine Antwort kommt, bleibt der Anruf geschuldet und zählt als nichts gehört.
arrivals-no-link = Noch niemand. Es wird angerufen, Lieferung für Lieferung.
arrivals-new-help = Ein Link fragt eine Person nach jeder Lieferung, zu der noch niemand geantwortet hat, auch nach späteren. Ein neuer für dieselbe Person beendet den vorigen.
arrivals-later = Ein Link kann gemacht werden, sobald es etwas zu fragen gibt.
arrivals-answered = zuletzt geantwortet
refusal-asked-before-it-came = Nach Ware wird nicht gefragt, bevor sie da ist und zwei Arbeitstage vergangen sind. Das ist { $at }; rufen Sie vorher an.
refusal-nothing-to-ask = Es gibt nichts mehr zu fragen: Zu jeder Lieferung gibt es eine Antwort, oder es ist keine bekannt.

# On the case page
case-what-is-known = Was bekannt ist
