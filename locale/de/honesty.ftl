# Wie gut die Vorhersage ist, und wie sicher sie war.

todays-calls-promised = zugesagt für
todays-calls-late = { $days ->
    [0] der Tag ist vorbei
    [one] einen Tag darüber
   *[other] { $days } Tage darüber
}
todays-calls-more = { $count ->
    [one] Ein weiterer Kunde wäre anzurufen, wenn der Tag länger wäre.
   *[other] { $count } weitere Kunden wären anzurufen, wenn der Tag länger wäre.
}
todays-calls-lines-more = { $count ->
    [one] und eine weitere Position
   *[other] und { $count } weitere Positionen
}
signals-sure = Wie sicher
signals-sure-certain = Die Tatsachen sagen es selbst.
signals-sure-share = Von 100 solchen Positionen kamen { $share } zu spät; gezählt an { $lines } Positionen.
signals-sure-no-history = Es gibt zu wenig Vorgeschichte.
honesty-title = Wie gut die Vorhersage ist
honesty-why = Die Vorhersage geht Ihre eigene Vergangenheit durch, als wäre sie dabei: Jeden Morgen weiß sie nur, was man an diesem Morgen wusste, und sagt, wen man anruft. Hier steht, was daraus wurde.
honesty-none = Noch ist keine Position bekannt, deren Tag vorbei ist. Lesen Sie frühere Aufträge mit den Tagen ein, an denen sie ankamen.
honesty-period = Positionen, zugesagt vom { $from } bis { $to }: { $lines } kamen an, { $late } davon zu spät.
honesty-of = { $n } von { $all }
honesty-three = Verspätete, über die drei Tage vorher angerufen worden wäre
honesty-seven = Sieben Tage vorher
honesty-for-nothing = Pünktliche, über die umsonst angerufen worden wäre
honesty-countdown = Drei Tage vorher über alles anrufen
honesty-countdown-is = { $caught } von { $late } verspäteten, { $nothing } Anrufe umsonst
honesty-surveys = Nach der Ankunft gefragt, bevor die Ware da war
honesty-said-and-came = Was gesagt wurde, und was kam
honesty-read = Jeder Punkt ist eine Gruppe von Vorhersagen. Auf der gestrichelten Linie kamen so viele zu spät wie gesagt; darunter weniger, darüber mehr. Ein leerer Punkt steht für weniger als dreißig Vorhersagen.
honesty-said = Gesagt: zu spät
honesty-came = Kam zu spät
honesty-forecasts = Vorhersagen
honesty-aloud = { $groups ->
    [one] Eine Gruppe von Vorhersagen; das Gesagte liegt { $off } neben dem, was kam.
   *[other] { $groups } Gruppen von Vorhersagen; im Mittel liegt das Gesagte { $off } neben dem, was kam.
}
honesty-no-forecasts = Es waren zu wenige Positionen, um vor ihrem Tag etwas zu sagen. Es braucht acht, die gleich standen und ankamen.
