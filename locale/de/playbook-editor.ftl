# Leitfäden der Organisation: die Liste, ein Leitfaden, der Editor, was eine Änderung täte, und die Fassung, der ein Fall folgt.

playbooks-title = Leitfäden
playbooks-intro = Die Schritte, denen Fälle folgen. Eine Änderung ergibt eine neue Fassung: Neue Fälle beginnen mit ihr, offene bleiben bei ihrer.
playbooks-begin = Mit welchem Leitfaden ein Fall beginnt
playbooks-name = Leitfaden
playbooks-whose = Von wem
playbooks-steps = Schritte
playbooks-cases = Offene Fälle
playbooks-cases-none = keine
playbooks-cases-on = { $count } in Fassung { $version }
playbooks-withdrawn = zurückgezogen
playbooks-write = Einen neuen schreiben
playbooks-import = Einen aus einer Datei holen
playbooks-import-file = Datei eines Leitfadens
playbooks-import-file-help = Eine .toml-Datei, wie sie hier ausgegeben wird, höchstens { $limit } KB. Sie wird gezeigt, bevor etwas gilt.
playbooks-import-act = Lesen
playbooks-import-large = Die Datei ist größer als { $limit } KB. Ein Leitfaden mit { $steps } Schritten ist viel kleiner: Wählen Sie eine andere Datei.
playbooks-import-none = Es kam keine Datei. Wählen Sie eine, und lesen Sie noch einmal.
playbooks-import-not-text = Das ist keine Textdatei. Wählen Sie eine .toml-Datei, die hier ausgegeben oder von Hand geschrieben wurde.
playbooks-import-read = Aus der Datei gelesen. Noch gilt nichts davon.

playbooks-of-the-program = vom Programm
playbooks-of-the-program-changed = vom Programm, geändert
playbooks-of-ours = eigene
playbooks-version = Fassung
playbooks-change = „{ $title }“ ändern
playbooks-change-act = Ändern
playbooks-change-intro = In Gebrauch ist Fassung { $version }. Was Sie festhalten, wird Fassung { $next }; offene Fälle bleiben bei ihrer.
playbooks-copy = Als neuen Leitfaden kopieren
playbooks-copy-of = { $title } (Kopie)
playbooks-export = Als Datei ausgeben
playbooks-new = Ein neuer Leitfaden
playbooks-new-intro = Kein Fall beginnt mit ihm, bis Sie ihn für eine Art von Problem wählen oder ihn jemand an einem Fall wählt.
playbooks-not-begun = Kein Fall beginnt von selbst mit ihm. Wählen Sie ihn für eine Art von Problem oder an einem Fall.
playbooks-is-withdrawn = Zurückgezogen: Kein Fall kann ihm mehr neu folgen. Fälle, die ihm folgen, gehen weiter.
playbooks-meant = Für welche Fälle er gedacht ist
playbooks-meant-for = Gedacht für
playbooks-for-any = jeden Fall
playbooks-beside = neben einem anderen Leitfaden
playbooks-newer-of-program = Das Programm bringt einen anderen Text mit, Fassung { $version }. Unterschiede ansehen.
playbooks-versions = Fassungen
playbooks-versions-when = Festgehalten
playbooks-versions-who = Von
playbooks-versions-why = Warum
playbooks-versions-cases = Offene Fälle
playbooks-in-use = in Gebrauch
playbooks-see = Fassung { $version } ansehen
playbooks-version-title = „{ $title }“, Fassung { $version }
playbooks-version-differs-from = Neben Fassung { $version }, die in Gebrauch ist:
playbooks-back = Diese Fassung wieder gebrauchen
playbooks-back-help = Neue Fälle beginnen mit ihr. Offene Fälle bleiben bei der Fassung, der sie folgen.
playbooks-back-act = Fassung { $version } wieder gebrauchen
playbooks-begin-from = Von dieser Fassung aus ändern
playbooks-withdraw = Diesen Leitfaden zurückziehen
playbooks-withdraw-help = Kein Fall kann ihm mehr neu folgen. Die Fälle, die ihm folgen, gehen mit ihm zu Ende.
playbooks-withdraw-act = Zurückziehen

playbooks-field-title = Titel
playbooks-source = Woher er kommt
playbooks-source-help = Eine Norm, die Forderung eines Kunden, eigene Erfahrung.
playbooks-kinds = Arten von Problemen
playbooks-origins = Wer es zuerst wusste
playbooks-overlay = Läuft neben einem anderen Leitfaden
playbooks-overlay-help = Er wird an einem Fall gewählt; kein Fall beginnt von selbst mit ihm.
playbooks-steps-help = Ein Fall verlässt einen Schritt, wenn alles da ist, was der Schritt braucht. Das meiste füllen die Aufzeichnungen von selbst.
playbooks-step-n = Schritt { $n } von { $of }
playbooks-step-no = Nummer
playbooks-step-title = Wie der Schritt heißt
playbooks-step-untitled = ohne Titel
playbooks-step-needs = Was da sein muss, um ihn zu verlassen
playbooks-step-needs-help = Alles, was angehakt ist. Was keine Aufzeichnung belegt, wird am Fall von Hand abgehakt, mit dem, was getan wurde.
playbooks-step-no-needs = braucht noch nichts
playbooks-step-more = Eine Handlung dazu, nur nach bestimmten Antworten
playbooks-step-act = Handlung, die an diesem Schritt angeboten wird
playbooks-step-act-help = Sie steht am Fall, wo nichts von dem, was nötig ist, zu ihr führt.
playbooks-no-act = keine
playbooks-step-after = Nur nach diesen Antworten auf unsere Nachricht
playbooks-step-after-help = Ohne Haken ist der Schritt immer da. Mit Haken wird er übergangen, wo die Antwort eine andere war oder wir nichts mitzuteilen hatten.
playbooks-step-only-after = nur nach: { $answers }
playbooks-step-opens = bietet an: { $act }
playbooks-step-add = Einen Schritt hinzufügen
playbooks-step-count = Mit 1, 2, 3 … nummerieren
playbooks-step-up = Nach oben: { $step }
playbooks-step-down = Nach unten: { $step }
playbooks-step-open = Ändern
playbooks-step-open-it = Ändern: { $step }
playbooks-step-shut = Fertig mit diesem Schritt
playbooks-step-remove = Herausnehmen
playbooks-step-remove-it = Herausnehmen: { $step }
playbooks-step-gone = Herausgenommen: { $step }
playbooks-step-restore = Wieder hinein
playbooks-needs-reach = Erster Kontakt
playbooks-needs-talk = Das Gespräch
playbooks-needs-cause = Wessen Anteil, Ursachen, Fakten
playbooks-needs-options = Wege und Entscheidung
playbooks-needs-plan = Plan und Zusagen
playbooks-needs-word = Das Wort des Kunden, und danach
playbooks-needs-inside = Damit es nicht wiederkommt
playbooks-needs-else = Von Hand, und wer hilft
playbooks-look = Ansehen, was es ändert
playbooks-as-text = Als Text schreiben
playbooks-as-form = Als Formular schreiben
playbooks-leave = Gehen, ohne festzuhalten
playbooks-text = Der Leitfaden als Text
playbooks-text-help = Wie in seiner Datei (TOML). Ein Titel, der mit playbook- beginnt, ist einer des Programms, in der Sprache dessen, der liest.

playbooks-look-title = Was Fassung { $version } von „{ $title }“ ändern würde
playbooks-look-title-new = Was „{ $title }“ wäre
playbooks-look-not-kept = Noch gilt nichts davon.
playbooks-look-unchanged = Nichts ist anders als in der Fassung in Gebrauch.
playbooks-look-nobody = Kein offener Fall folgt ihm.
playbooks-look-stay = { $count ->
    [one] Ein offener Fall folgt ihm und bleibt bei seiner Fassung.
   *[other] { $count } offene Fälle folgen ihm und bleiben bei ihren Fassungen.
}
playbooks-look-stay-many = Mehr als { $count } offene Fälle folgen ihm und bleiben bei ihren Fassungen.
playbooks-look-new = Kein Fall beginnt mit ihm, bis Sie ihn für eine Art von Problem wählen oder ihn jemand an einem Fall wählt.
playbooks-look-begin = Neue Fälle, die mit ihm beginnen, beginnen mit Fassung { $version }: { $next } von { $cases } Fällen der letzten { $weeks } Wochen hätten es getan.
playbooks-look-begin-other = Von { $cases } Fällen der letzten { $weeks } Wochen hätten { $other } mit einem anderen Leitfaden begonnen; { $next } mit diesem.
playbooks-look-moves = Ein Fall folgt der neuen Fassung erst, wenn ihn jemand am Fall selbst umstellt.
playbooks-look-flaws = Ansehen lohnt sich
playbooks-look-stand = Wo offene Fälle stünden
playbooks-look-stand-help = Falls jemand sie umstellt. Haken gehen mit, wo es den Schritt noch gibt.
playbooks-look-now = Steht bei
playbooks-look-then = Stünde bei
playbooks-look-left = { $count ->
    [one] Ein Haken bliebe zurück.
   *[other] { $count } Haken blieben zurück.
}
playbooks-look-keep = Festhalten
playbooks-keep = Als Fassung { $version } festhalten
playbooks-further = Weiter ändern
playbooks-why = Warum, in einer Zeile
playbooks-why-help = Es steht neben der Fassung, für alle, die später fragen.
playbooks-differs = Was anders ist
playbooks-differs-nothing = Nichts.
playbooks-differs-same = { $count ->
    [one] Ein Schritt bleibt, wie er ist.
   *[other] { $count } Schritte bleiben, wie sie sind.
}
playbooks-differs-new = Neu. Braucht: { $needs }.
playbooks-differs-gone = Gibt es nicht mehr.
playbooks-differs-place = Steht an anderer Stelle.
playbooks-differs-number = War Nummer { $no }.
playbooks-differs-title = Hieß „{ $title }“.
playbooks-differs-source = Kam von „{ $source }“.
playbooks-differs-meant = Gedacht für { $is }; vorher für { $was }.
playbooks-differs-act = Bietet an: { $is }; vorher: { $was }.
playbooks-differs-always = Ist immer da; vorher hing er von einer Antwort ab.
playbooks-differs-after = Nur nach: { $answers }.
playbooks-differs-more = Braucht dazu: { $needs }.
playbooks-differs-fewer = Braucht nicht mehr: { $needs }.

playbooks-flaw-title = Er hat keinen Titel. Geben Sie ihm einen, den Kollegen an einem Fall erkennen.
playbooks-flaw-no-steps = Er hat keinen Schritt. Fügen Sie mindestens einen hinzu.
playbooks-flaw-too-many-steps = Er hat mehr als { $most } Schritte. Machen Sie aus zweien, die zusammengehören, einen.
playbooks-flaw-no = Der Schritt hat keine Nummer. Geben Sie ihm eine, etwa 4 oder A2.
playbooks-flaw-no-twice = Die Nummer { $no } steht auch bei Schritt { $other }. Geben Sie diesem eine andere.
playbooks-flaw-step-title = Der Schritt hat keinen Titel. Sagen Sie, was in ihm getan wird.
playbooks-flaw-needs = Der Schritt braucht nichts, also stünde nie ein Fall bei ihm. Haken Sie an, was da sein muss, um ihn zu verlassen.
playbooks-flaw-act = Die Handlung „{ $act }“ gibt es nicht. Wählen Sie eine aus der Liste oder keine.
playbooks-flaw-never-met = „{ $need }“ kann niemand füllen: Das haben nur Fälle, die mit unserer Nachricht beginnen, und für die ist dieser Leitfaden nicht gedacht.
playbooks-flaw-only-with-news = „{ $need }“ gibt es nur an Fällen, die mit unserer Nachricht beginnen. An allen anderen kann niemand den Schritt verlassen.
playbooks-flaw-after-without-news = Er wartet auf eine Antwort auf unsere Nachricht, und dieser Leitfaden ist nicht für Fälle mit Nachricht gedacht: Der Schritt wird immer übergangen.
playbooks-flaw-never-after = „{ $need }“ kann niemand füllen: Der Schritt kommt nur nach Antworten, die das Gegenteil sagen.
playbooks-flaw-opens-again = „{ $need }“ endet mit der Antwort, und der Schritt wäre wieder offen. „{ $instead }“ bleibt.
playbooks-line = Zeile { $line }: { $problem }
playbooks-text-not-toml = Das kann nicht gelesen werden ({ $problem }). Vergleichen Sie es mit einer Zeile darüber: name = "Wörter".
playbooks-text-steps = Jeder Schritt beginnt mit [[steps]] auf einer eigenen Zeile.
playbooks-text-quotes = { $value } braucht Anführungszeichen: { $field } = "{ $value }".
playbooks-text-list = { $field } ist eine Liste. Schreiben Sie sie in Klammern: { $field } = ["{ $example }"].
playbooks-text-no-field = „{ $field }“ gibt es nicht. Schreiben Sie { $instead }.
playbooks-text-no-word = „{ $word }“ kann nicht in { $field } stehen. Schreiben Sie { $instead }.
playbooks-text-no-title = Einen Titel „{ $title }“ hat das Programm nicht. Schreiben Sie den Titel in eigenen Worten.
playbooks-text-in-the-form = eines, das im Formular steht

refusal-playbook-why = Sagen Sie in einer Zeile, warum, damit es später jemand versteht.
refusal-playbook-unreadable = Der Text kann nicht gelesen werden. Sehen Sie ihn noch einmal als Text an; dort ist jede falsche Zeile genannt.
refusal-playbook-without-title = Er hat keinen Titel. Geben Sie ihm einen, den Kollegen an einem Fall erkennen.
refusal-playbook-cannot-be-followed = So könnte ihm niemand folgen. Gehen Sie zurück, und verbessern Sie, was bei den Schritten steht.
refusal-playbook-name = Unter diesem Titel kann er nicht festgehalten werden. Geben Sie ihm einen mit ein paar einfachen Buchstaben.
refusal-playbook-versions = Er hat { $most } Fassungen, mehr werden nicht aufgehoben. Kopieren Sie ihn als neuen Leitfaden, und machen Sie dort weiter.
refusal-playbook-of-the-program = Er kommt mit dem Programm und kann nicht zurückgezogen werden. Wählen Sie stattdessen einen anderen für die Arten von Problemen.
refusal-no-such-playbook-version = Eine Fassung { $version } gibt es nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-playbook-withdrawn = Dieser Leitfaden wurde zurückgezogen. Der Fall folgt weiter seiner Fassung.
refusal-playbook-is-that-version = Der Fall folgt schon der Fassung { $version }. Es gibt nichts umzustellen.
refusal-playbook-moved-on = Inzwischen ist Fassung { $version } in Gebrauch. Sehen Sie noch einmal an, was anders ist, und stellen Sie dann den Fall um.
event-playbook-moved = „{ $playbook }“: von Fassung { $from } auf Fassung { $version } umgestellt{ $left ->
    [0] {""}
    [one] ; ein Haken blieb zurück
   *[other] ; { $left } Haken blieben zurück
}
do-move-playbook = Einer anderen Fassung des Leitfadens folgen
do-move-playbook-act = Diesen Fall umstellen
do-move-playbook-done = Der Fall folgt jetzt der Fassung in Gebrauch.
form-move-none = Der Fall folgt bei jedem Leitfaden der Fassung in Gebrauch. Es gibt nichts umzustellen.
form-move-which = „{ $title }“: Dieser Fall folgt Fassung { $from }, in Gebrauch ist Fassung { $version }.
form-move-stand = Er steht bei { $now } und stünde bei { $then }.
form-move-left = { $count ->
    [one] Ein Haken bliebe zurück: Seinen Schritt gibt es nicht mehr.
   *[other] { $count } Haken blieben zurück: Ihre Schritte gibt es nicht mehr.
}
case-playbook-version = Fassung { $version }
case-playbook-newer = In Gebrauch ist inzwischen Fassung { $version }: Unterschiede ansehen
audit-did-playbook-kept = hat eine Fassung eines Leitfadens festgehalten
audit-did-playbook-back = hat eine frühere Fassung eines Leitfadens wieder in Gebrauch genommen
audit-did-playbook-withdrawn = hat einen Leitfaden zurückgezogen
audit-field-name = Name
audit-field-offered = Fassung in Gebrauch
audit-field-why = Grund
audit-field-withdrawn = zurückgezogen
