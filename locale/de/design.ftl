# Die Tastatur: das Blatt der Tasten und das Suchfenster.

ui-keys = Tasten
ui-keys-open = Tasten: ?
ui-keys-on = Einzelne Buchstaben sind Tasten
ui-keys-close = Schließen
ui-keys-everywhere = Überall
ui-keys-lists = Auf der Zeile einer Liste
ui-keys-mail = Bei einer Mail, die wartet
ui-keys-case = An einem Fall
ui-search-hint-keys = Alles finden · Strg K
ui-key-palette = Menschen, Fälle, Taten und Seiten finden, auch beim Schreiben
ui-key-search = Ins Suchfeld
ui-key-new-case = Fall eröffnen
ui-key-run = Jetzt dran
ui-key-sheet = Diese Liste
ui-key-next = Nächste Zeile
ui-key-previous = Zeile davor
ui-key-open = Den Fall dazu öffnen
ui-key-ring = Nummer anrufen
ui-key-call-sheet = Gesprächsbogen
ui-key-left-message = Nachricht hinterlassen
ui-key-hand-over = Übergeben
ui-key-do = Das Naheliegende tun
ui-key-tell = Mitteilen oder schreiben
ui-key-first-missing = Zu dem, was zuerst fehlt
ui-key-next-act = Was als Nächstes kommt
ui-key-tab = Seine Seiten, vom Verlauf an

ui-palette = Menschen, Fälle, Taten und Seiten finden
ui-palette-hint = Ein Name, eine Nummer, eine Tat …
ui-palette-found = Gefunden
ui-palette-how = ↑ ↓ wählen, Enter öffnen, Strg Enter in neuem Tab, Esc schließen
ui-palette-none = Nichts heißt so. Das Suchfeld sieht auch in jedes Gespräch und jede Nachricht.
ui-palette-broken = Die Suche hat nicht geantwortet. Versuchen Sie es mit dem Suchfeld oben.
palette-acts = An diesem Fall
palette-cases = Fälle
palette-accounts = Kunden
palette-people = Menschen
palette-words = In Gesprächen, Nachrichten und Notizen
palette-pages = Seiten

# Tage als Überschriften eines Verlaufs
when-day-today = Heute, { $date }
when-day-tomorrow = Morgen, { $date }
when-day-yesterday = Gestern, { $date }

# Optionen zum Vorlesen
options-read-aloud = Zum Vorlesen
options-aloud-title = Zum Vorlesen
options-aloud-how = Lesen Sie einen Weg vor, warten Sie, dann den nächsten. Fragen Sie, welcher passt und was noch besser passen würde.
options-aloud-back = Zurück zur Tabelle
options-aloud-way = { $letter }: { $what }
options-aloud-arrives = Sie haben es

# Der Plan als eine Linie der Zeit
plan-ours = Für uns
plan-today = { $date }, jetzt
plan-what-was-done = Was getan wurde
plan-version-of = Fassung { $n }, { $date }: was sich geändert hat
plan-added = Neu:
plan-left-out = Nicht mehr:
plan-nothing-moved = Kein Schritt und kein Datum hat sich geändert.
plan-doubt-holiday-ours = An dem Tag ist bei uns { $name }. Ist jemand da?
plan-doubt-holiday-theirs = An dem Tag ist bei { $account } { $name }. Fragen Sie, ob jemand annimmt.
plan-doubt-crowded = { $who } schuldet an dem Tag noch { $n } andere Dinge. Fragen Sie zuerst, oder wählen Sie einen anderen Tag.
plan-doubt-faster = Noch kein Schritt eines Plans hat hier weniger als { $span } gebraucht. Was macht diesen schneller?

# Der Verlauf, gesiebt
story-sieve = Was vom Verlauf zu sehen ist
story-all = Alles
story-theirs = Worte des Kunden
story-promises = Zusagen
story-ours = Was wir getan haben
story-none = Davon ist noch nichts geschehen.

# Was der Kunde sehen wird
tab-what-they-see = Kundensicht
told-intro = Genau das kann { $account } erreichen, in der dortigen Zeit und in diesen Worten. Was hier nicht steht, bekommt der Kunde nie zu sehen.
told-now = Wo es für den Kunden steht
told-next = Nächstes Wort von uns
told-next-none = noch keine Zeit zugesagt
told-person = Wer hier für den Kunden da ist
told-title = Was wir dem Kunden sagen
told-nothing = Noch nichts. Was Sie ihm in einem Gespräch oder Plan sagen, wird hier stehen.

# Was an einem Fall als Nächstes kommt
next-can-it = Ist es machbar?
next-kept = Wurde sie gehalten?

# Was sein wird, bevor es ist
foresight-look = Sehen, was sein wird
foresight-title = Was sein wird
foresight-not-yet = Noch ist nichts getan. So stünde es da:
foresight-new-case = ein neuer Fall
foresight-stands = Dann steht er bei
foresight-carries = Er nimmt mit
foresight-carried = { $promises ->
    [one] { $promises } offene Zusage
   *[other] { $promises } offene Zusagen
}, { $options ->
    [one] { $options } Option
   *[other] { $options } Optionen
}, { $worries ->
    [one] { $worries } Sorge
   *[other] { $worries } Sorgen
}, { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
}

# Anführungszeichen: auf und zu, dann die inneren.
quote-marks = „“‚‘
