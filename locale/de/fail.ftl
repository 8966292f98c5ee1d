# Wenn eine Seite nicht gezeigt werden kann: was geschehen ist, und wie es weitergeht.

fail-home = Zu „Jetzt dran“
fail-not-found-title = Hier ist nichts
fail-not-found = Diese Seite gibt es nicht. Vielleicht ist eine Fallnummer oder ein Link vertippt.
fail-forbidden-title = Nicht für Ihre Rolle
fail-forbidden = Ihre Rolle erlaubt das nicht. Fragen Sie die Administration oder jemanden, der es darf.
fail-other-site-title = Nicht von hier
fail-other-site = Das kam von einer anderen Website, und nichts wurde geändert. Öffnen Sie die Seite hier, und drücken Sie den Knopf noch einmal.
fail-too-many-title = Zu oft
fail-too-many = Das wurde in kurzer Zeit zu oft versucht. Warten Sie ein wenig, und versuchen Sie es noch einmal.
fail-busy-title = Ausgelastet
fail-busy = Das ging gerade nicht; nichts wurde geändert. Versuchen Sie es in ein paar Sekunden noch einmal.
fail-ours-title = Unser Fehler
fail-ours = Bei uns ist etwas schiefgegangen, und nichts wurde geändert. Nennen Sie uns die Nummer { $id }.

# Was ein Feld braucht, wo immer es steht
form-needed = Das wird gebraucht.
form-number = Schreiben Sie eine ganze Zahl, etwa 12.
form-time = Diese Zeit verstehen wir nicht. Schreiben Sie „morgen 9:00“, „Fr 10“, „in 2 Stunden“ oder „2026-11-27 14:00“.
form-date = Diesen Tag verstehen wir nicht. Schreiben Sie „morgen“, „Fr“ oder „2026-11-27“.
form-choose = Bitte wählen
form-not-understood = Etwas in diesem Formular wurde nicht verstanden: { $problem }
