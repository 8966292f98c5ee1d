# Der Baukasten: was auf jeder Seite und in jedem Teil davon steht.

ui-product = Makegood
ui-skip = Zur Seite springen
ui-nav = Hauptmenü
ui-nav-run = Jetzt dran
ui-nav-signals = Hinweise
ui-nav-cases = Fälle
ui-nav-orders = Aufträge
ui-nav-accounts = Kunden
ui-nav-settings = Einstellungen
ui-new-case = Fall eröffnen
ui-search = Alles finden
ui-search-hint = Alles finden
ui-search-act = Suchen
ui-signed-in-as = Angemeldet als { $name }
ui-sign-out = Abmelden
ui-footer = Makegood: hinlaufen, Wort halten, bis sie sagen, dass es gut ist.

# Formulare
ui-optional = (freiwillig)
ui-errors = Hier stimmt noch etwas nicht
ui-gate = Trotzdem weiter
ui-gate-reason = Warum es richtig ist, ohne das weiterzugehen
ui-gate-help = Ihr Name und dieser Grund stehen im Verlauf, wo ihn jeder am Fall liest.
ui-draft-restored = Was Sie hier schon geschrieben hatten, ist wieder da.
ui-way-out = So geht es weiter:

# Das Zeichen der Uhr
ui-clock-met = Geschafft:
ui-clock-why = Warum diese Zeit?

# Listen und Seiten
ui-pager = Seiten dieser Liste
ui-newer = ← Neuere
ui-older = Ältere →
ui-first-page = ← Von vorn
ui-next-page = Mehr →
ui-progress = { $done } von { $of }

# Menschen
ui-call = Anrufen
ui-call-name = { $name } anrufen:
ui-no-number = keine Nummer bekannt

# Jetzt dran
ui-say-first = Zuerst sagen:
ui-ask = Fragen:
ui-promised-to = an
ui-you-said = gesagt war

# Ein Fall
ui-lights = Wie weit wir mit ihnen sind
ui-light-lit = : getan
ui-light-next = : das kommt jetzt
ui-light-unlit = : noch nicht
ui-step-of = Schritt { $n } von { $of }
ui-step-done = getan
ui-step-passed = mit Grund übergangen
ui-still-needed = Noch nötig:

# Tasten
ui-keys = Tasten
ui-keys-open = Tasten: ?
ui-keys-on = Einzelne Buchstaben sind Tasten
ui-keys-close = Schließen
ui-key-search = Alles finden
ui-key-next = Nächste Zeile einer Liste
ui-key-previous = Zeile davor
ui-key-new-case = Fall eröffnen
ui-key-sheet = Diese Liste
