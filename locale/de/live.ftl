# Was sich bewegt, während jemand hinsieht: Listen, die sich ändern, wer noch da ist, was seit dem letzten Blick neu ist.

# Der stille Balken am Fuß einer Seite
live-one-change = 1 Änderung: anzeigen
live-many-changes = { $n } Änderungen: anzeigen
live-shown-one = 1 Änderung wird angezeigt.
live-shown-many = { $n } Änderungen werden angezeigt.
live-meanwhile = Inzwischen, { $who }: { $what }
live-meanwhile-more = { $count ->
    [one] und 1 weitere
   *[other] und { $count } weitere
 }
live-words-stay = Ihre Worte bleiben stehen.
live-look = Fall ansehen
live-key-show = Zeigen, was sich bewegt hat

# Wer noch da ist
here-looks = { $count ->
    [one] { $names } hat das offen
   *[other] { $names } haben das offen
 }
here-writes = { $name } schreibt gerade: { $what }
here-more = { $count ->
    [one] { $names } und noch jemand
   *[other] { $names } und { $count } weitere
 }

# Was neu ist, seit jemand hingesehen hat
news-since = Seit Ihrem letzten Blick, { $at }:
news-new = { $count ->
    [one] 1 neu
   *[other] { $count } neu
 }
news-wrote = { $count ->
    [one] der Kunde hat einmal geschrieben
   *[other] Kunden haben zu { $count } Fällen geschrieben
 }
news-said = { $count ->
    [one] das Wort des Kunden zu 1 Fall
   *[other] das Wort des Kunden zu { $count } Fällen
 }
news-broken = { $count ->
    [one] 1 Zusage gebrochen
   *[other] { $count } Zusagen gebrochen
 }
news-handed = { $count ->
    [one] 1 an Sie übergeben
   *[other] { $count } an Sie übergeben
 }
news-worked = { $count ->
    [one] 1 weitergekommen
   *[other] { $count } weitergekommen
 }
news-seen = Gesehen
mark-new = neu seit { $time }
mark-wrote = der Kunde hat geschrieben
mark-solved = der Kunde sagt, es ist gelöst
mark-not-solved = der Kunde sagt, es ist nicht gelöst
mark-decided = der Kunde hat entschieden
mark-reopened = der Kunde hat ihn wieder geöffnet
mark-broken = Zusage gebrochen
mark-handed = { $name } hat Ihnen den Fall übergeben
mark-up = wurde eskaliert
mark-worked = { $name } hat daran gearbeitet, { $at }
run-team = Mein Team
run-owed-by = { $name } schuldet es

# Nach etwas, das neben anderem durchging
case-meanwhile = Während Sie geschrieben haben, ist auch das geschehen:

# Teams
people-team = Team
people-team-help = Wer hier dasselbe Wort stehen hat, sieht die Zeilen der anderen unter „Mein Team“.
people-team-help-some = Wer hier dasselbe Wort stehen hat, sieht die Zeilen der anderen unter „Mein Team“. Bisher: { $teams }.
refusal-team-too-long = Der Name eines Teams hat höchstens { $most } Zeichen. Kürzen Sie ihn.
audit-did-person-team-changed = hat jemanden einem Team zugeordnet
