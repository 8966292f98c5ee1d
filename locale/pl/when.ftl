# Czas w słowach, jakich się używa. {$time} to zawsze godziny i minuty, zegar 24-godzinny.

when-weekday = { $n ->
    [1] pon.
    [2] wt.
    [3] śr.
    [4] czw.
    [5] pt.
    [6] sob.
   *[7] niedz.
}
# W dopełniaczu: stoi zawsze po liczbie dnia.
when-month = { $n ->
    [1] stycznia
    [2] lutego
    [3] marca
    [4] kwietnia
    [5] maja
    [6] czerwca
    [7] lipca
    [8] sierpnia
    [9] września
    [10] października
    [11] listopada
   *[12] grudnia
}

when-now = termin jest teraz
when-due-in = zostało { $span }
when-late = po terminie: { $span }
when-early = przed terminem: { $span }
when-on-time = w terminie
when-ago = { $span } temu
when-just-now = przed chwilą

when-minutes = { $n } min
when-hours = { $n } godz.
when-days = { $n ->
    [one] { $n } dzień
    [few] { $n } dni
    [many] { $n } dni
   *[other] { $n } dnia
}
when-two-parts = { $first } { $second }

when-today = dzisiaj o { $time }
when-tomorrow = jutro o { $time }
when-yesterday = wczoraj o { $time }
when-on-today = dzisiaj
when-on-tomorrow = jutro
when-on-day = { $date }
when-date = { $weekday } { $day } { $month }
when-date-in-year = { $weekday } { $day } { $month } { $year }
when-at = { $date }, godz. { $time }
when-whole-date = { $day } { $month } { $year }
when-whole-moment = { $date }, godz. { $time }

when-theirs = { $time } Państwa czasu
when-theirs-day = { $weekday } { $time } Państwa czasu
when-there = { $time } czasu miejscowego
when-there-day = { $weekday } { $time } czasu miejscowego

when-exact = { $weekday } { $day } { $month } { $year }, { $time } { $zone } ({ $offset })
