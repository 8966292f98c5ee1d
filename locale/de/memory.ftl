# Das Gedächtnis spricht zuerst: frühere Probleme, die einem neuen am nächsten sind.
memory-title = Ähnliches gab es schon
memory-why = Das Ähnlichste zuerst, jeweils mit dem, was beide gemeinsam haben. Nichts davon sagt, dass es wieder dasselbe Problem ist.
memory-look = Nachsehen, ob es schon etwas Ähnliches gab
memory-named = nennt dasselbe: { $names }
memory-cause = die Ursache spricht von: { $words }
memory-account = derselbe Kunde
memory-words = dieselben Wörter: { $words }
memory-kind = dieselbe Art: { $kind }
memory-how-it-went = Wie es ausging
memory-nothing-yet = Es ist nicht vorbei: noch nichts daraus zu lernen.
memory-their-word = Ihr Wort am Ende
memory-led-to-it = Was dazu führte
memory-worked = Was half
memory-promised = Versprochen, und ob es hielt
memory-prevention = Damit es nicht wiederkommt
memory-lesson = Lehre
memory-improved = Was besser wurde
