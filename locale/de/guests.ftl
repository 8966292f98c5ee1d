# Wie Kunden auf ihre Seite kommen: ein neuer Link, zu oft gedrückt, was dort schiefging; und was wir davon sehen.

## Das lesen Kollegen

wishes-title = Warten auf einen neuen Link
wishes-line = { $name } bittet um einen neuen Link
wishes-help = Der bisherige Link geht nicht mehr. Erstellen Sie einen neuen und schicken Sie ihn an die hinterlegte Adresse, nirgendwo sonst hin.
wishes-go = Neuen Link erstellen
wishes-make = Erstellen und kopieren
wishes-since = gebeten
links-copy = Link kopieren
links-copied = Kopiert.
links-looking-now = { $name } ist gerade auf der eigenen Seite
links-at-it = gerade dabei
links-pressed = Was sie gedrückt haben
links-pressed-none = Noch nichts. Das Öffnen der Seite zählt nicht: Auch ein Mailfilter öffnet sie.

## Das liest der Kunde

theirs-fresh-why = Wir können Ihnen einen neuen Link schicken, an die Adresse, die wir von Ihnen haben.
theirs-fresh-act = Um einen neuen Link bitten
theirs-fresh-asked-title = Ihr Wunsch ist angekommen
theirs-fresh-asked = Wenn der Link Ihrer war, weiß Ihr Ansprechpartner jetzt, dass Sie einen neuen brauchen. Er kommt an die Adresse, die wir von Ihnen haben.
theirs-too-often-title = Bitte etwas langsamer
theirs-too-often-seconds = Das wurde in kurzer Zeit sehr oft gedrückt. Es ist nichts verloren: Versuchen Sie es in { $seconds ->
    [one] einer Sekunde
   *[other] { $seconds } Sekunden
 } noch einmal.
theirs-too-often-minutes = Das wurde in kurzer Zeit sehr oft gedrückt. Es ist nichts verloren: Versuchen Sie es in { $minutes ->
    [one] einer Minute
   *[other] { $minutes } Minuten
 } noch einmal.
theirs-too-often-call = Wenn es nicht warten kann, rufen Sie uns an.
