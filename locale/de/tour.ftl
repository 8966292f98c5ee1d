# Zehn Minuten durch die Firma zum Umsehen.

tour-title = Rundgang
tour-offer = Neu hier? Zehn Stationen, zehn Minuten, auf eben diesen Seiten. Nichts, was Sie hier tun, kann jemandem schaden.
tour-begin = Beginnen
tour-not-now = Jetzt nicht
tour-next = Nächste Station
tour-back = Zurück
tour-here = hier sind Sie
tour-seen = gesehen
tour-so-far = { $seen ->
    [10] Sie haben alles gesehen. Der Rest gehört Ihnen: einen Fall eröffnen, alles anfassen; nichts hier ist echt.
   *[other] { $seen } von { $of } gesehen.
}
tour-there = Zu dieser Station
tour-all = Alle Stationen
tour-leave = Rundgang verlassen
tour-end = Das war der Rundgang
tour-number = { $n } von { $of }
tour-intro = { $stops } Stationen durch Nordlot Boards, eine Firma, die Leiterplatten macht. Jede sagt, was zu sehen und was zu versuchen ist. Verlassen Sie den Rundgang, wo Sie wollen, und nehmen Sie ihn hier wieder auf.
tour-take-up = Bei Station { $n } wieder aufnehmen
tour-from-the-start = Von vorn
tour-nowhere = Der Rundgang führt durch eine Firma zum Umsehen. Sie ist in einem Augenblick gemacht, in einem eigenen Ordner:

tour-run = Wer jetzt von uns hören muss
tour-run-try = Jede Zeile hat eine Nummer zum Anrufen, die Uhrzeit dort und einen ersten Satz. Nichts lässt sich über die fälligen Kontakte stellen. Versuchen Sie: die Tasten j und k, dann Enter.
tour-why = Warum diese Zeit?
tour-why-try = Jede Frist erklärt sich selbst: wann sie begann, nach welcher Regel, durch welche Stunden beider Seiten, und wer davon hört, wenn sie verpasst wird. Versuchen Sie: was geschieht, wenn niemand handelt; dann auf einer anderen Seite irgendeine Frist anklicken.
tour-call = Der Gesprächsbogen
tour-call-try = Solange der Kunde spricht, wird nichts verlangt. Versuchen Sie: zwei Stichworte schreiben und festhalten. Gefragt wird dann, was in der Eile vergessen wird: das Gesagte wiedergeben, und wann der Kunde wieder von uns hört.
tour-case = Ein Fall beginnt auf der Seite des Kunden
tour-case-try = Was es für den Kunden bedeutet, seine Worte, dann was wir als Nächstes schulden. Unsere Sicht kommt nach seiner. Versuchen Sie: den Verlauf darunter, von der ersten Zeile an.
tour-options = Optionen nebeneinander
tour-options-try = Mindestens zwei Wege, in den Worten des Kunden: wann, wie sicher, was er tut, was es ihn kostet. Der Kunde entscheidet, sonst niemand. Versuchen Sie: seine Wahl festhalten.
tour-plan = Ein Plan beider Seiten
tour-plan-try = Schritte mit Datum und Namen, von beiden vereinbart. Versuchen Sie: bei einem Schritt festhalten, wie er ausging; was behebt, verlangt einen Nachweis.
tour-broken = Eine gebrochene Zusage
tour-broken-try = Wir wollten anrufen und taten es nicht. Die Leitung wurde sofort hinzugerufen, und es bleibt stehen. Versuchen Sie: lesen, wie es gutgemacht wurde, und suchen, wer über wen urteilt. Niemand.
tour-signals = Was falsch aussieht und noch kein Fall ist
tour-signals-try = Späte Positionen, verschobene Termine, die niemand sagte, Lieferungen, nach denen niemand fragte. Versuchen Sie: einen Hinweis beenden. Jeder endet als Fall, zusammengeführt, mit Beleg verhindert, oder verworfen mit Namen und Grund.
tour-account = Die Beziehung
tour-account-try = Wer sie sind, was ihnen wichtig ist, wie Probleme ausgingen. Umsatz und Stufen gibt es nicht: Niemand wartet länger, weil er klein ist.
tour-settings = Einstellungen, die zeigen, was sie ändern würden
tour-settings-try = Versuchen Sie: eine Zeit halbieren und erst ansehen, was sich ändern würde. Nichts gilt, bevor Sie es sagen, und dann folgen die offenen Fälle von selbst.
