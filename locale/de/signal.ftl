# Was uns aufgefallen ist, in je einem Satz.

signal-late-unshipped = { $line } war zugesagt für { $promised } und ist weder versandt noch geliefert.
signal-late-shipped = { $line } war zugesagt für { $promised }. Versandt am { $shipped }, noch nicht geliefert.
signal-unchecked-delivery = { $line } wurde am { $delivered } geliefert, und niemand hat gefragt, ob es stimmt. Das war fällig { $due }.
signal-silent-slip = Die Zusage für { $line } rückte von { $from } auf { $to }, und der Kunde weiß es nicht. Er sollte es hören bis { $due }.
signal-mail = { $from } hat geschrieben: „{ $subject }“
signal-mail-on-closed-case = { $from } hat zum abgeschlossenen Fall { $case } geschrieben: „{ $subject }“. Lesen Sie es; vielleicht ist es ein Dank, vielleicht ist es doch nicht gelöst.
signal-mail-storm = { $from } hat binnen einer Stunde mehr als { $most } Mails geschrieben, zuletzt „{ $subject }“. Alle sind aufgehoben und stehen an ihrem Platz; in so einer Stunde macht keine weitere ein Signal oder einen Hinweis. Sehen Sie nach, ob ein Mensch oder eine Maschine schreibt.
signal-parent-came = Sie antwortet auf die Mail von { $from } „{ $subject }“, die nach ihr kam und bei { $case } steht.

# Warum ein Hinweis nicht endete oder eine Nachfrage nicht festgehalten wurde
refusal-signal-needs-reason = Sagen Sie, warum dieser Hinweis verworfen wird; Ihr Name steht daneben.
refusal-signal-needs-evidence = Sagen Sie, was zeigt, dass das Problem verhindert wurde, bevor es den Kunden erreichte.
refusal-signal-ended = Dieser Hinweis hat schon ein Ende. Wie es kam, lesen Sie auf seiner Seite.
refusal-no-such-signal = Diesen Hinweis gibt es nicht. Sehen Sie noch einmal in die Liste.
refusal-signal-snooze-is-past = Wählen Sie eine Zeit, die noch kommt.
refusal-signal-snooze-too-long = Ein Hinweis lässt sich höchstens einen Arbeitstag aufschieben. Machen Sie einen Fall daraus, oder geben Sie ihm ein Ende.
refusal-signal-snoozed-once = Dieser Hinweis wurde schon einmal aufgeschoben. Machen Sie einen Fall daraus, oder geben Sie ihm mit Grund ein Ende.
refusal-check-needs-who-said-it = Nennen Sie die Person beim Kunden, die es gesagt hat. Wenn Sie niemanden erreicht haben, halten Sie „nichts gehört“ fest.
refusal-check-is-answered = Zu dieser Lieferung hat der Kunde schon geantwortet. Wenn doch etwas nicht stimmt, eröffnen Sie einen Fall.
refusal-no-such-check = Zu dieser Lieferung steht keine Nachfrage aus. Wenn etwas nicht stimmt, eröffnen Sie einen Fall.
