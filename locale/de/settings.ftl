# Einstellungen, die zeigen, was sie ändern würden, bevor sie gelten, und wer sie geändert hat.

setting-changes = Wer das geändert hat
setting-never-changed = Das hat noch niemand geändert.
setting-whole-log = Das ganze Änderungsprotokoll
recount-under-way = Offene Fälle werden neu gezählt
recount-under-way-help = Eine Einstellung hat sich geändert, die Fristen verschiebt. Die Fälle folgen von selbst, hundert auf einmal.
recount-followed = { $moved ->
    [0] Offene Fälle wurden neu gezählt, nach einer Änderung durch { $who }, { $when }: { $counted } angesehen, keine Frist verschoben.
    [one] Offene Fälle wurden neu gezählt, nach einer Änderung durch { $who }, { $when }: { $counted } angesehen, einer verschoben.
   *[other] Offene Fälle wurden neu gezählt, nach einer Änderung durch { $who }, { $when }: { $counted } angesehen, { $moved } verschoben.
}
trial-overdue = { $count ->
    [one] Eine davon wäre sofort überfällig.
   *[other] { $count } davon wären sofort überfällig.
}

limits-title = Was jede Rolle geben darf
limits-intro = Wiedergutmachung bis zu diesem Betrag gilt sofort; darüber sagt jemand Ja, der mehr geben darf.
limits-why = In ganzen Einheiten der Währung. Leer heißt ohne Grenze. Eine Grenze sieht auf das, was wir geben, nie auf das, was der Kunde gekauft hat.
limits-keep = Diese Grenzen festhalten
limits-none = ohne Grenze
limits-people = Wessen Grenze sich ändern würde
limits-now = Darf jetzt geben
limits-then = Dann
limits-nobody = Für niemanden von uns würde sich die Grenze ändern.
limits-said = { $more } könnten mehr geben, { $less } könnten weniger geben. Noch gilt nichts davon.
limits-no-waiting = Keine Wiedergutmachung, die auf ein Ja wartet, wäre betroffen.
limits-waiting = { $number }, { $account }: { $what } wartet. Jetzt könnte { $now } Ja sagen, dann { $then }.
limits-nobody-could = niemand
settings-limits-help = Wiedergutmachung ohne zu fragen, nach Rolle.

playbooks-choice-title = Mit welchem Leitfaden ein Fall beginnt
playbooks-choice-intro = Mit welchen Schritten ein neuer Fall beginnt, nach der Art des Problems.
playbooks-choice-help = Ohne Wahl sagt jeder Leitfaden selbst, wofür er ist. Eine Wahl gilt, wo der Leitfaden dafür gemacht ist, wer es zuerst wusste. An jedem Fall kann ein anderer gewählt werden.
playbooks-choice-usual = wie die Leitfäden sagen: { $title }
playbooks-choice-keep = Diese Wahl festhalten
playbooks-choice-kind = Art des Problems
playbooks-choice-now = Beginnt mit
playbooks-choice-then = Würde beginnen mit
playbooks-choice-said = Von { $cases } Fällen der letzten { $weeks } Wochen hätten { $other } mit einem anderen Leitfaden begonnen. Offene Fälle behalten ihren. Noch gilt nichts davon.
settings-playbooks-help = Die Schritte, denen Fälle folgen, Ihre und die des Programms, und mit welchen ein neuer Fall beginnt.
refusal-no-such-playbook-here = Diesen Leitfaden gibt es nicht. Wählen Sie einen aus der Liste.

closures-title = Schließtage aus einer Kalenderdatei
closures-intro = Eine .ics-Datei, wie Kalenderprogramme sie schreiben: Jeder ganze Tag darin wird hier ein Schließtag. Nichts gilt, bevor Sie es sagen.
closures-file = Kalenderdatei
closures-file-help = Höchstens { $limit } KB.
closures-look = Datei ansehen
closures-too-large = Die Datei ist größer als { $limit } KB. Lassen Sie vergangene Jahre weg.
closures-no-calendar = Das ist keine Kalenderdatei. Wählen Sie eine, die auf .ics endet.
closures-too-many = Die Datei hat mehr Einträge, als eine Firma Schließtage hat. Wählen Sie einen Kalender nur mit Schließtagen.
closures-looked = Was in der Datei steht
closures-found = { $entries ->
    [one] Ein Eintrag
   *[other] { $entries } Einträge
}: { $days } Tage wären zusätzlich geschlossen, { $known } sind schon geschlossen oder anders, { $over } Einträge sind vorbei, abgesagt oder mehr als drei Jahre voraus.
closures-not-taken = { $count ->
    [one] Ein Eintrag kann nicht übernommen werden:
   *[other] { $count } Einträge können nicht übernommen werden:
}
closures-days = Tage, die geschlossen wären
closures-name = Schließung
closures-not-kept-yet = Sie stehen jetzt bei den Tagen, die anders sind. Halten Sie diesen Kalender fest, um sie zu schließen.
closures-problem = Zeile { $line }, „{ $name }“: { $why }
closures-nameless = ohne Namen
closures-no-start = es fehlt der Tag, an dem es beginnt.
closures-no-date = „{ $words }“ ist kein Tag.
closures-has-hours = es beginnt oder endet mitten am Tag. Schreiben Sie diesen Tag von Hand, mit seinen Stunden.
closures-reversed = es endet, bevor es beginnt.
closures-too-long = es würde { $days } Tage schließen. Eine Schließung hat höchstens 62.
closures-repeats = es wiederholt sich, wie Schließtage es nicht tun ({ $rule }). Schreiben Sie die Tage von Hand.
closures-never-ends = die Datei bricht mitten darin ab.

person-trial-nothing = An offenen Fällen und an dem, was erlaubt ist, würde sich nichts ändern.
person-trial-not-kept = Noch gilt nichts davon.
person-may-no-longer = Könnte nicht mehr: { $what }.
person-may-then = Könnte dann: { $what }.
person-may-look = einen Fall eröffnen und Notizen hinterlassen
person-may-work = an Fällen arbeiten
person-may-close-prevention = sagen, dass nichts vorzubeugen ist
person-may-manage = beantworten, was eskaliert ist, Wiedergutmachung genehmigen und sagen, dass etwas nicht zu vereinbaren ist
person-may-administer = Personen und Einstellungen pflegen
person-limit = Könnte { $to } geben, ohne zu fragen, statt { $from }.
person-nobody = niemand
person-next-manager = Die Leitung des nächsten Falls hätte { $to } statt { $from }.
person-next-quality = Die Qualität des nächsten Falls hätte { $to } statt { $from }.
person-next-director = Was am höchsten geht, ginge an { $to } statt an { $from }.
person-leaves-behind = Hat in der Hand: { $cases } offene Fälle, { $owed } fällige Dinge, { $accounts } Kunden. Übergeben Sie das vorher, sonst muss sich jemand anders darum kümmern.
person-quiet-waiting = { $count ->
    [one] Eine Nachricht, die wartet, käme { $to } statt { $from }.
   *[other] { $count } Nachrichten, die warten, kämen { $to } statt { $from }.
}
person-quiet = Was warten kann und jetzt anfiele, würde { $to } gesagt.
