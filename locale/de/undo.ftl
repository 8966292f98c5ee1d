# Der Weg zurück aus einem Versehen: was getan wurde, bleibt im Verlauf, und auch, dass es zurückgenommen wurde.
undo-act = Rückgängig
undo-reason = Es war ein Versehen.
undo-note = Rückgängig geht eine Viertelstunde lang; der Verlauf behält beides.

# Die Handlungen
do-untick-step = Ein Haken war ein Irrtum
do-untick-step-act = Haken zurücknehmen
do-untick-step-done = Der Haken ist zurückgenommen.
do-reopen-step = Ein Schritt ist doch nicht getan
do-reopen-step-act = Wieder öffnen
do-reopen-step-done = Der Schritt ist wieder offen.
do-move-playbook-back = Ein Fall wurde versehentlich auf eine andere Fassung umgestellt
do-move-playbook-back-act = Zurückstellen
do-move-playbook-back-done = Der Fall folgt wieder der Fassung von vorher, mit seinen Haken wie zuvor.
do-take-back = Übergabe zurücknehmen
do-take-back-act = Zurücknehmen
do-take-back-done = Die Übergabe ist zurückgenommen.
form-untick-why = Warum er doch nicht getan ist
form-reopen-step-which = Welcher Schritt
form-take-back-why = Warum

# Der Verlauf
event-playbook-moved-back = „{ $playbook }“ zurück von Fassung { $from } auf Fassung { $version } wie zuvor: { $why }
event-step-unticked = Doch nicht getan: { $step }. { $words }
event-step-reopened = Wieder offen: { $text }, weil { $reason }
event-case-taken-back = Von { $from } zurückgenommen an { $to }: { $why }
told-step-reopened = Doch nicht getan: { $text }
notice-taken-back = { $case } „{ $title }“ wurde Ihnen versehentlich übergeben und ist zurückgenommen: { $why }

# Absagen
refusal-step-not-ticked = Dieser Schritt ist nicht abgehakt, also gibt es nichts zurückzunehmen. Sehen Sie sich die Schritte noch einmal an.
refusal-step-is-open = „{ $text }“ ist schon offen.
refusal-step-they-were-asked = Der Kunde wurde schon gefragt, ob es gelöst ist. Sagen Sie ihm, was fehlt, und nehmen Sie einen neuen Schritt in den Plan auf.
refusal-playbook-not-just-moved = Zurückstellen kann nur, wer den Fall in der letzten halben Stunde umgestellt hat, und nur, solange seither kein Haken gesetzt oder entfernt wurde. Er folgt der Fassung in Gebrauch.
refusal-nothing-to-take-back = Es gibt keine Übergabe von Ihnen aus der letzten halben Stunde, die zurückzunehmen wäre. Übergeben Sie den Fall noch einmal, mit einem Wort an den Kollegen.
refusal-signal-undo-too-late = Zu spät zum Rückgängigmachen: es wurde vor längerer Zeit oder von jemand anderem beendet. Ist der Ärger wieder da, öffnen Sie einen Fall.
refusal-mail-undo-too-late = Zu spät zum Rückgängigmachen: sie wurde vor längerer Zeit oder von jemand anderem dorthin gelegt. Legen Sie sie über die Nummer zum richtigen Fall.

# Hinweise und Post
signals-done-merge = Es ist beim anderen Fall vermerkt.
signals-done-prevented = Als verhindert festgehalten, mit dem, was es zeigt.
signals-done-dismiss = Verworfen, mit Ihrem Grund.
signals-done-snooze = Es steht wieder hier, wenn seine Zeit gekommen ist.
signals-done-undo = Es wartet wieder, wie zuvor.
mail-done-placed = Die Nachricht hat ihren Platz.
mail-done-undo = Die Nachricht ist wieder bei den unsortierten.
audit-did-signal-ended-undone = nahm das Ende eines Hinweises zurück
audit-did-mail-placed = gab einer Nachricht ihren Platz
audit-did-mail-placed-undone = nahm eine Nachricht von ihrem Platz
