# Zeiten in den Worten, die man sagt. {$time} ist immer Stunden und Minuten, 24 Stunden.

when-weekday = { $n ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
when-month = { $n ->
    [1] Jan.
    [2] Feb.
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug.
    [9] Sept.
    [10] Okt.
    [11] Nov.
   *[12] Dez.
}

when-now = jetzt fällig
when-due-in = noch { $span }
when-late = { $span } zu spät
when-early = { $span } zu früh
when-on-time = pünktlich
when-ago = { $span } her
when-just-now = gerade eben

when-minutes = { $n } min
when-hours = { $n } h
when-days = { $n ->
    [one] { $n } Tag
   *[other] { $n } Tage
}
when-two-parts = { $first } { $second }

when-today = heute { $time }
when-tomorrow = morgen { $time }
when-yesterday = gestern { $time }
when-on-today = heute
when-on-tomorrow = morgen
when-on-day = am { $date }
when-date = { $weekday } { $day }. { $month }
when-date-in-year = { $weekday } { $day }. { $month } { $year }
when-at = { $date }, { $time }
when-whole-date = { $day }. { $month } { $year }
when-whole-moment = { $date }, { $time }

when-theirs = { $time } beim Kunden
when-theirs-day = { $weekday } { $time } beim Kunden
when-there = dort { $time }
when-there-day = dort { $weekday } { $time }

when-exact = { $weekday } { $day }. { $month } { $year }, { $time } { $zone } ({ $offset })
