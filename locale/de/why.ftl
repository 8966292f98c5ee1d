# Warum diese Zeit? Wie eine Fälligkeit zustande kam, und was geschieht, wenn sie verpasst wird.

why-title = Warum diese Zeit?
why-page = Warum diese Zeit? { $number }
why-gone = Diese Frist läuft an dem Fall nicht mehr. Sie wurde eingehalten, oder der Fall ist weitergegangen.
why-made-of = Woraus sie entsteht
why-starts = Beginn
why-rule = Regel
why-stricter = Welcher Kalender gilt
why-ours-holds = unserer endet zuerst, also gilt er
why-theirs-holds = der des Kunden endet zuerst, also gilt er
why-both-hold = beide enden zur selben Zeit
why-due = Fällig
why-met = Eingehalten
why-owed-by = Geschuldet von
why-policy = Regelwerk
why-policy-version = Fristen, Fassung { $version }
why-stated = Der Zeitpunkt wurde dem Kunden genannt oder steht im Plan.
why-day-part = Der nächste Teil eines Arbeitstags.
why-working-time = { $length } Arbeitszeit, im strengeren der beiden Kalender ({ $severity })
why-working-days = { $length ->
    [one] 1 Arbeitstag, im strengeren der beiden Kalender ({ $severity })
   *[other] { $length } Arbeitstage, im strengeren der beiden Kalender ({ $severity })
}
why-wall-clock = { $length } nach der Uhr, Tag und Nacht ({ $severity })
why-ours = Unser Kalender
why-theirs = Kalender des Kunden
why-calendar = { $name }, Fassung { $version }
why-from = Von
why-to = Bis
why-did = Was es bewirkte
why-counted = { $length } gezählt
why-first-day = der Tag, an dem sie begann, nicht gezählt
why-day = Arbeitstag { $n }
why-closed = frei
why-holiday = Feiertag: { $name }
why-exception = an diesem Datum frei
why-left-off = { $n } weitere Spannen sind nicht zu sehen.
why-ends-here = In diesem Kalender endet sie am
why-pauses = Pausen
why-never-pauses = Diese Frist pausiert nie.
why-not-paused = Sie wurde nicht angehalten.
why-if-missed = Wenn niemand handelt
why-rung-warning = Eine Warnung: { $names }
why-rung-due = Bei Fälligkeit: { $names }
why-rung-up = Einen halben Arbeitstag später: { $names }
why-rung-top = Danach: { $names }
why-theirs-unknown = Die Arbeitszeiten des Kunden sind hier nicht bekannt, deshalb gelten unsere für beide.
