# Der Baukasten: was auf jeder Seite und in jedem Teil davon steht.
#
# Wortliste. Ein Wort je Idee, in allen Dateien hier; angesprochen wird mit „Sie“, Knöpfe sind kurz.
#   case Fall, aus ihm wird nie ein Ticket         signal Hinweis (jemand meldet ihn; verworfen, wenn es nichts ist)
#   trouble Problem                                 clock, deadline of ours Frist; due fällig; pause ruhen, anhalten
#   their deadline Termin des Kunden                promise Zusage: gehalten, gebrochen, vom Kunden erlassen
#   they, the customer der Kunde („sie“ wäre „Sie“) contact Ansprechpartner, Person
#   way forward Lösungsweg; option Option           lay out vorstellen
#   plan Plan; step Schritt; version Fassung        settle festhalten, wie es ausging
#   amends Wiedergutmachung                         remedy Lösung, was den Schaden behebt
#   their word das Wort des Kunden                  solved gelöst; put right in Ordnung bringen; fix beheben
#   gate Hürde; pass a gate sie übergehen           playbook Leitfaden; lesson Lehre; review Rückblick
#   keep (an entry) festhalten                      timeline, story Verlauf; history Chronik; log Änderungsprotokoll
#   talk Gespräch; call sheet Gesprächsbogen        say back wiedergeben; had their say hat sich ausgesprochen
#   worry Sorge; annoyance Ärger                    what it does to them was es für den Kunden bedeutet
#   update Zwischenbescheid; check-in Zwischenstand follow-up call Anruf danach; delivery check Nachfrage
#   slip Verzug; confidence fest, voraussichtlich   prevention Vorbeugung
#   escalate eskalieren, hinzurufen                 mediation Vermittlung
#   case owner Fallführung                          relationship owner Kundenbetreuung
#   manager Leitung; director Geschäftsleitung      operations Betrieb; quality Qualität
#   administrator Administration                    colleagues Kolleginnen und Kollegen, jemand von uns
#   Run to it Jetzt dran                            orders, line Aufträge, Position

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
ui-footer = Makegood: hinlaufen, Wort halten, bis der Kunde sagt, dass es gut ist.

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
ui-lights = Wie weit wir mit dem Kunden sind
ui-light-lit = : getan
ui-light-next = : das kommt jetzt
ui-light-unlit = : noch nicht
ui-step-of = Schritt { $n } von { $of }
ui-step-done = getan
ui-step-passed = mit Grund übergangen
ui-still-needed = Noch nötig:
