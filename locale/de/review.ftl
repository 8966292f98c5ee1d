# Die Durchsicht eines Textes, bevor er hinausgeht: was eine Kollegin dazu sagen würde.

review-title = Durchsicht
review-act = Durchsehen
review-keys = F8 weiter, Umschalt F8 zurück, Alt Eingabe setzt ein.
review-nothing-yet = Noch steht nichts da.
review-fine = So würde ich es abschicken.
review-could = Es kann hinausgehen. { $count ->
    [one] Eines würde es klarer machen.
   *[other] { $count } Dinge würden es klarer machen.
 }
review-should = { $count ->
    [one] Eines anzusehen, bevor es hinausgeht.
   *[other] { $count } Dinge anzusehen, bevor es hinausgeht.
 }
review-stopped = { $count ->
    [one] So kann es nicht hinausgehen: eines ist falsch oder offen.
   *[other] So kann es nicht hinausgehen: { $count } Dinge sind falsch oder offen.
 }
review-no-pack = In dieser Sprache werden nur Tatsachen, Zahlen und Daten gelesen.
review-also = Außerdem ({ $count })
review-more = Und { $count } weitere; bringen Sie erst diese in Ordnung.
review-says-stop = Halt
review-says-fix = Zu ändern
review-says-consider = Zu überlegen
review-state-there = da
review-state-weak = schwach
review-state-missing = Fehlt
review-not-needed = Hier nicht nötig: { $items }
review-put-in = Einsetzen
review-replace = Ersetzen
review-take-out = Herausnehmen
review-example = Zum Beispiel: { $words }
review-leave = So lassen
review-leave-why = Warum es bleibt (steht im Verlauf)
review-left = So gelassen ({ $count })
review-list = Liste: { $there } von { $asked } da
review-marks = Der Text mit dem, was auffiel
review-promises = Sie versprechen
review-promises-help = Was Sie ankreuzen, steht bei den Versprechen, sobald dies hinausgegangen ist.
review-stops = Das kann noch nicht hinausgehen. Neben dem Text steht, was falsch oder offen ist, und der Ausweg.
review-asks = Etwas würde falsch verstanden. Ändern Sie es, oder sagen Sie unten, warum es so hinausgeht.
review-once = Das ist ein Urteil über einen Menschen. Schreiben Sie auf, was geschah und was gesagt wurde, oder drücken Sie noch einmal, um es so zu behalten.
review-all-left-title = So abschicken, wie es ist
review-all-left = Weil
review-all-left-help = Der Grund steht im Verlauf neben dem, was auffiel.
review-way-contact = Ist der Kontakt falsch geschrieben? Berichtigen Sie zuerst ihn.
review-way-facts = Ist es richtig? Halten Sie es zuerst fest.
review-way-date = Ist es richtig? Kreuzen Sie das Versprechen an, oder setzen Sie das Datum zuerst in den Plan.
review-way-option = Ist es genehmigt? Machen Sie zuerst einen der Wege daraus.
review-way-call = Haben Sie mit ihnen gesprochen? Halten Sie das Gespräch fest.
review-way-amends = Lassen Sie es zuerst genehmigen.
review-way-promise = Hat sich das Datum geändert? Verschieben Sie zuerst das Versprechen.

# Worum es geht, nach den ersten Buchstaben der Regel
review-about-ac = Wer was tut
review-about-ak = Was ihnen geschehen ist
review-about-ap = Entschuldigung
review-about-bl = Schuldzuweisung
review-about-ch = Was sie noch ändern können
review-about-ct = Wen sie anrufen
review-about-df = In der Verteidigung
review-about-ds = Klare Worte
review-about-dt = Daten
review-about-ef = Was getan wurde
review-about-em = Was es für sie bedeutet
review-about-fx = Tatsachen
review-about-in = Einladung
review-about-jg = Hauswörter
review-about-lg = Ihre Sprache
review-about-nt = Urteil über einen Menschen
review-about-od = Die Tür bleibt offen
review-about-op = Wege
review-about-ov = Wie wir es sehen
review-about-ow = Unser Anteil
review-about-po = Erst anrufen
review-about-pr = Versprechen
review-about-tn = Ton
review-about-up = Nächste Nachricht
review-about-x = Phrasensammlung
review-about-other = Wortlaut

# Zeilen der Liste, nach ihrer Regel
review-item-ac01 = was wir dagegen tun
review-item-ak01 = das Problem beim Namen
review-item-ak05 = dass wir es lösen
review-item-ap01 = eine Entschuldigung für das, was wir taten
review-item-ap12 = Bedauern, und was sie uns bedeuten
review-item-ch01 = was sie noch ändern können
review-item-ct01 = ein Mensch mit Namen
review-item-dt01 = ein Datum
review-item-ef01 = was wir bisher taten
review-item-em01 = was es für sie bedeutet
review-item-fx08 = was geschehen ist
review-item-od01 = die offene Tür
review-item-op01 = zwei Wege
review-item-ow01 = unser eigener Anteil
review-item-po02 = der versuchte Anruf
review-item-po03 = zwei Zeiten zur Wahl
review-item-up01 = wann sie wieder von uns hören
