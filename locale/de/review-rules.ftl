# Die Regeln der Nachrichtenprüfung: eine Liste, eine Seite für jede, und unsere eigene Datei mit Fassungen und Probe.

settings-review-help = Was die Nachrichtenprüfung hier sagt: Regeln aus, Ausnahmen, unsere Wörter, eigene Regeln.
settings-review-rules-help = Wonach die Nachrichtenprüfung sucht, mit Beispielen, und wie oft es gefunden wurde.
audit-did-review-rules-changed = hat die Regeln der Nachrichtenprüfung geändert

review-level-consider = zu bedenken
review-level-fix = zu verbessern
review-level-stop = hält die Nachricht auf
review-level-need = Zeile der Liste

review-own-title = Regeln der Nachrichtenprüfung
review-own-intro = Die Prüfung liest jede Nachricht, bevor sie hinausgeht. Was sie hier sagt, ändern Sie in einer Datei: jede Fassung bleibt erhalten.
review-own-file = Unsere eigene Datei
review-own-file-help = Leer: die Regeln gelten wie mitgeliefert. Eine Ausnahme gehört zu einer Regel und einer Wendung und berührt sonst nichts.
review-own-keep = Behalten
review-own-unfit = Die gespeicherte Datei passt nicht zu dieser Fassung des Programms; die Regeln gelten wie mitgeliefert. { $problem }
review-own-earlier = Das ist Fassung { $version }. Noch ist nichts geändert: sehen Sie an, was sie bewirken würde, und behalten Sie sie dann.
review-own-off = { $rule } wäre aus. Noch ist nichts geändert: sehen Sie an, was das bewirken würde, und behalten Sie es dann.
review-own-except = { $rule } würde bei „{ $phrase }“ schweigen. Noch ist nichts geändert: sehen Sie an, was das bewirken würde, und behalten Sie es dann.
review-own-example = Was in der Datei stehen kann
review-own-example-help = Kopieren Sie, was Sie brauchen. Eine Zeile, die mit # beginnt, ist eine Bemerkung.
review-own-versions = Fassungen
review-own-version = Fassung
review-own-length = Länge
review-own-lines = { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
}
review-own-way-back = Weg zurück
review-own-in-force = gilt
review-own-back = Zurück zu { $version }

review-trial-said = { $messages ->
    [one] Die letzte Nachricht, die hinausging, wurde
   *[other] Die letzten { $messages } Nachrichten, die hinausgingen, wurden
} damit gelesen. Über { $touched } würde etwas anderes gesagt; aus { $before } Befunden würden { $after }.
review-trial-none = Noch ist keine Nachricht hinausgegangen; es gibt nichts zum Erproben.
review-trial-help = Gelesen wird ohne den Fall, denn der ist seither weitergegangen: was nur er weiß (Namen, Tage, Beträge), ist nicht gezählt.
review-trial-way = Was daraus wird
review-trial-findings = Befunde
review-trial-messages = Nachrichten
review-trial-example = Zum Beispiel
review-trial-goes = würde nicht mehr gesagt ({ $from })
review-trial-comes = würde gesagt ({ $to })
review-trial-moves = { $from } → { $to }

review-rules-title = Wonach die Prüfung sucht
review-rules-all = Alle Regeln
review-rules-intro = Jede Regel mit Beispielen, Grund und Quelle. Eine Regel, die stört, lässt sich abschalten oder bei einer Wendung zum Schweigen bringen.
review-rules-search = Nummer, Wort oder Satz
review-rules-found = { $found } von { $all } Regeln. Gezählt an den letzten { $messages } Nachrichten, die hinausgingen.
review-rules-none = Keine Regel enthält diese Wörter. Versuchen Sie weniger Buchstaben.
review-rule = Regel
review-rule-looks = Sucht
review-rule-level = Gewicht
review-rule-languages = Sprachen
review-rule-found = In Nachrichten gefunden
review-rule-is-off = hier aus
review-rule-is-moved = { $level } (hier geändert)
review-rule-is-ours = { $level } (eine Regel von uns)
review-rule-left-with-it = { $found } der letzten { $messages } Nachrichten gingen hinaus, obwohl sie etwas zu sagen hatte.
review-rule-overruled = In dieser Zeit wurde sie { $count ->
    [one] einmal
   *[other] { $count }-mal
} mit Begründung übergangen.
review-rule-no-messages = Noch ist keine Nachricht hinausgegangen; gezählt ist nichts.
review-rule-weighs = Gewicht: { $level }.
review-rule-says = Sie sagt
review-rule-why = Warum
review-rule-suggests = Sie schlägt vor
review-rule-source = Quelle
review-rule-looks-for = Was sie sucht
review-rule-by-check = Das sagt keine Wendung; es ist eine Prüfung des Programms.
review-rule-by-need = Sie sucht, was fehlt; andere Regeln merken, wo es steht.
review-rule-more = Und { $count } weitere.
review-rule-unless = Nicht, wo derselbe Satz sagt:
review-rule-except = Nicht bei diesen Wörtern, durch unsere eigene Datei:
review-rule-when = Gefragt nur, wenn:
review-rule-with-record = (mit dem, was der Fall sagt)
review-rule-fires = Sie spricht bei
review-rule-silent = Sie schweigt bei
review-rule-try = Einen Text erproben
review-rule-text = Ein Satz
review-rule-try-act = Erproben
review-rule-change = Hier ändern
review-rule-change-help = Beides führt zu unserer eigenen Datei; dort sehen Sie, was es bewirken würde, bevor es gilt.
review-rule-phrase = Bei dieser Wendung schweigen
review-rule-add-exception = Ansehen, was es bewirken würde
review-rule-switch-off = Abschalten
review-rule-ask-administrator = Wer das Programm verwaltet, kann sie abschalten oder eine Ausnahme machen.

review-try-fires = Sie spricht bei { $on }.
review-try-gives-way = Sie spräche bei { $on }; eine andere Regel sagt dort dasselbe.
review-try-not-asked = Sie schweigt: gefragt wird sie nur, wo der Fall es sagt.
review-try-excused = Sie schweigt: derselbe Satz entschuldigt es.
review-try-excepted = Sie schweigt: unsere eigene Datei macht eine Ausnahme für diese Wörter.
review-try-off = Sie schweigt: unsere eigene Datei hat sie abgeschaltet.
review-try-answered = Sie schweigt: was sie bemängelt, ist anderswo im Text beantwortet.
review-try-not-said = Sie schweigt: keines ihrer Wörter steht da.

review-source-s = die fünf Artikel, aus denen Makegood gemacht ist
review-source-g = GOV.UK, zu meidende Wörter
review-source-pl = Listen für einfache Sprache (USA)
review-source-ck = Listen von Höflichkeit und Abschwächung (ConvoKit)
review-source-b = Benoit über das Retten des Ansehens
review-source-l = Lewicki und andere über Entschuldigungen, 2016
review-source-n = was über Entschuldigungen bekannt ist, die keine sind
review-source-d = was wir selbst in solchen Nachrichten lasen
review-source-r = der Fall
