# Was getippt und noch nicht abgeschickt wurde
draft-back = Aufgehoben von { $time }: was Sie hier getippt haben, ist wieder da.
draft-meanwhile = Seit Sie begonnen haben, ist dies geschehen:
draft-later = Für später aufheben
draft-discard = Aufgehobenes verwerfen
draft-saved = Aufgehoben um { $time }
draft-unsaved = Noch nicht auf dem Server aufgehoben; es bleibt auf diesem Rechner.
draft-later-done = Es ist aufgehoben, für Sie allein. Es ist wieder da, sobald Sie dieses Formular öffnen.
draft-discarded = Das Aufgehobene ist weg.
drafts-title = Was Sie begonnen haben
drafts-none = Sie haben nichts begonnen und nicht abgeschickt.
drafts-help = Formulare, die Sie begonnen und nicht abgeschickt haben, zwei Wochen lang. Niemand sonst sieht sie.
drafts-what = Formular
drafts-when = Aufgehoben
drafts-gone = Loslassen
settings-drafts-help = Formulare, die Sie begonnen und nicht abgeschickt haben.
refusal-draft-too-long = Das ist länger, als wir für später aufheben können. Schicken Sie es ab, oder bewahren Sie es anderswo auf.
edit-told = { $at }, { $who }: { $what }
