# Wie wir mit Problemen umgehen: worauf jeder Kunde zählen kann, für alle zu lesen; und die Einstellungen, in denen es veröffentlicht wird.

theirs-handling-title = Wie wir mit Problemen umgehen
theirs-handling-lead = Wenn mit unserer Lieferung oder Arbeit etwas schiefging, können Sie auf das hier zählen.
theirs-handling-promises = Worauf Sie zählen können
theirs-handling-voice-title = Sie hören eine Stimme, und bald
theirs-handling-voice = Sobald wir davon wissen, ruft Sie jemand von uns an: { $within }. Könnte jemand verletzt werden, steht bei Ihnen etwas still oder ist ein Termin von Ihnen keine 48 Stunden mehr entfernt, dann { $urgent }.
theirs-handling-person-title = Eine Person ist für Sie da
theirs-handling-person = Sie wissen mit Namen, wer sich kümmert, mit Nummer und Zeiten. Das bleibt so bis zum Ende; übernimmt jemand anderes, erfahren Sie, wer.
theirs-handling-next-word-title = Sie wissen, wann Sie von uns hören
theirs-handling-next-word = Bei jedem Gespräch nennen wir die Zeit unserer nächsten Nachricht. Auch wenn es nichts Neues gibt, hören Sie von uns: { $within }. Was gesagt wurde und wer was tut, haben Sie schriftlich: { $summary }.
theirs-handling-ways-title = Sie wählen
theirs-handling-ways = Wenn wir verstanden haben, was es für Sie bedeutet, stellen wir Ihnen mindestens zwei Wege nebeneinander vor: { $within }. Wählen Sie einen, sagen Sie, dass keiner passt, oder schlagen Sie einen eigenen vor; auf einen Vorschlag antworten wir { $answer }.
theirs-handling-their-word-title = Nur Sie sagen, dass es gelöst ist
theirs-handling-their-word = Niemand bei uns kann es gelöst nennen; das können nur Sie. Kommt es wieder, öffnet ein Satz den Fall neu, egal, wie lange es her ist.
theirs-handling-call-after-title = Wir rufen noch einmal an
theirs-handling-call-after = Wenn Sie gesagt haben, dass es gelöst ist, rufen wir noch einmal an und fragen, ob alles gut geblieben ist: { $within }.
theirs-handling-learned-title = Wir lernen daraus
theirs-handling-learned = Wir suchen, was es möglich gemacht hat, und ändern das. Hat sich die Änderung bewährt, erzählen wir Ihnen davon: { $within }.
theirs-handling-hours = Unsere Arbeitszeiten: { $hours } ({ $zone }). Arbeitszeit zählt nach Ihren Zeiten und nach unseren; was früher endet, gilt.
theirs-handling-within = innerhalb von { $time }
theirs-handling-within-grave = innerhalb von { $time }, und innerhalb von { $grave }, wenn viel davon abhängt
theirs-handling-length-working-hours = { $n ->
    [one] einer Arbeitsstunde
   *[other] { $n } Arbeitsstunden
}
theirs-handling-length-working-minutes = { $n ->
    [one] einer Arbeitsminute
   *[other] { $n } Arbeitsminuten
}
theirs-handling-length-working-days = { $n ->
    [one] einem Arbeitstag
   *[other] { $n } Arbeitstagen
}
theirs-handling-length-hours = { $n ->
    [one] einer Stunde, Tag und Nacht
   *[other] { $n } Stunden, Tag und Nacht
}
theirs-handling-length-minutes = { $n ->
    [one] einer Minute, Tag und Nacht
   *[other] { $n } Minuten, Tag und Nacht
}
theirs-handling-reach = So erreichen Sie uns
theirs-handling-reach-help = Stimmt gerade etwas nicht? Rufen Sie an, wen Sie bei uns kennen, oder
theirs-handling-figures = Was daraus wurde
theirs-handling-figures-help = Die letzten zwölf Monate, gezählt aus allen Problemen in unseren Aufzeichnungen. Kein Kunde ist daraus zu erkennen.
theirs-handling-figure-in-time = Wir haben rechtzeitig angerufen
theirs-handling-figure-to-voice = Die Hälfte der Kunden sprach mit uns, gerechnet ab dem Moment, in dem wir davon wussten, innerhalb von
theirs-handling-figure-kept = Gehaltene Zusagen, von denen, die fällig waren
theirs-handling-figure-solved = Die Hälfte der Probleme war, nach dem Wort des Kunden, gelöst innerhalb von
theirs-handling-figure-holds = Gelöst und innerhalb von 90 Tagen nicht wieder geöffnet
theirs-handling-n = ({ $n } gezählt)
theirs-handling-of = { $hits } von { $of }
theirs-handling-percent = { $percent } %
theirs-handling-few = noch nicht genug
theirs-handling-so-far = Worauf Sie zählen können
theirs-handling-so-far-short = bisher { $done } von { $of }
theirs-handling-done = getan
theirs-handling-to-come = kommt noch

## Die Einstellungen

settings-handling-help = Eine Seite für alle, mit dem, worauf jeder Kunde bei einem Problem zählen kann: Ihre Worte, ein Blick darauf und der Druck, der sie veröffentlicht.
handling-for-customers = Sind Sie Kunde?
handling-intro = Eine Seite, die alle ohne Anmeldung lesen können. Ihre Zusagen sind die Fristen Ihrer Regeln: Ändern Sie eine Frist, so sagt es die Seite sofort.
handling-no-name = Nennen Sie zuerst Ihre Firma; die Seite steht unter ihrem Namen.
handling-off = Draußen sieht sie noch niemand.
handling-on = Veröffentlicht von { $who }, { $when }.
handling-differs = Was hier steht, ist neuer als das Veröffentlichte. Veröffentlichen Sie es erneut, damit andere es lesen.
handling-own = In Ihren eigenen Worten
handling-own-help = Sie stehen über den Zusagen, jeweils für Leser dieser Sprache. Draußen liest sie niemand, bevor Sie veröffentlichen.
handling-words = Ihre Worte auf { $language }
handling-phone = Eine Nummer zum Anrufen
handling-email = Eine E-Mail
handling-keep = Festhalten
handling-look = Ansehen
handling-look-help = So, wie alle sie lesen würden, aus dem, was hier steht, mit den Zahlen von jetzt.
handling-publish = Veröffentlichen
handling-publish-help = Ihr Name steht damit im Änderungsprotokoll. Die Seite ist von der Seite jedes Kunden, von der Anmeldung und vom Fuß jeder Seite aus zu finden, und die erste Zusammenfassung eines Falls nennt sie.
handling-publish-act = Veröffentlichen
handling-publish-again = So veröffentlichen, wie es jetzt ist
handling-figures = Zeigen, was aus den letzten zwölf Monaten wurde
handling-figures-help = Fünf Zahlen, dieselben wie in den Auswertungen. Eine wird gezeigt, wenn { $few } oder mehr dahinterstehen, von { $customers } Kunden oder mehr; sonst steht da: noch nicht genug.
handling-figures-now = Die Zahlen von jetzt
handling-take-off = Wieder herunternehmen
handling-preview = Das ist ein Blick darauf. Niemand sonst sieht diese Seite, und die Zahlen werden nur veröffentlicht, wenn Sie es sagen.
handling-preview-back = Zurück zu den Einstellungen
refusal-handling-email = Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@firma.example, oder lassen Sie das Feld leer.
refusal-handling-needs-a-name = Nennen Sie zuerst Ihre Firma, unter „Erste Schritte“: Die Seite steht unter ihrem Namen.
audit-did-handling-written = hat geschrieben, wie wir mit Problemen umgehen
audit-did-handling-published = hat veröffentlicht, wie wir mit Problemen umgehen
audit-did-handling-taken-off = hat heruntergenommen, wie wir mit Problemen umgehen
form-draft-summary-handling = Worauf Sie bei uns zählen können: { $link }
