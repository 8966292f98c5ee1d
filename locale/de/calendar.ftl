# Der Kalender eines Kollegen, gelesen von seinem eigenen Kalenderprogramm; vereinbarte Anrufe als Einladungen.

feed-title = Ihr Kalender
feed-intro = Ihr Kalenderprogramm kann zeigen, was Sie schulden: vereinbarte Anrufe, Zusagen, Schritte aus Plänen und andere Termine von Ihnen. Es liest eine Adresse, die sonst niemand kennt.
feed-make = Adresse anlegen
feed-anew = Eine neue anlegen; die alte endet
feed-revoke = Zurücknehmen
feed-once = Kopieren Sie sie jetzt: Sie wird nur dieses eine Mal gezeigt. Wer sie hat, kann Namen, Nummern und Zusagen lesen und nichts ändern.
feed-there = Eine Adresse gilt seit
feed-name = Makegood: { $person }
feed-call = { $who } anrufen, { $account } ({ $number })
feed-promise = { $account } zugesagt: { $words } ({ $number })
feed-step = Schritt für { $account }: { $words } ({ $number })
feed-clock = { $clock }, { $account } ({ $number })
feed-done = Erledigt: { $what }
feed-broken = Nicht gehalten: { $what }
feed-over = Nicht mehr fällig: { $what }
feed-passed = Nicht mehr bei Ihnen: { $what }
feed-phone = { $name }: { $phone }

calls-way = Vereinbarte Anrufe für einen Kalender
calls-title = Vereinbarte Anrufe
calls-help = Eine Einladung zum Mitschicken: Der Kalender auf der anderen Seite fragt nach der Zusage. Ändert sich die Zeit oder entfällt der Anruf, zieht derselbe Eintrag mit der nächsten Datei nach.
calls-none = Es ist kein Anruf vereinbart. Nennen Sie beim nächsten Gespräch eine Zeit für das nächste Wort.
calls-one = { $by } ruft { $name } an bis { $when }
calls-invite = Einladung (.ics)
calls-call-off = Absage (.ics)

audit-did-calendar-feed-made = hat eine Kalenderadresse angelegt
audit-did-calendar-feed-revoked = hat eine Kalenderadresse zurückgenommen
