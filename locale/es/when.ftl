# Los tiempos en las palabras que se usan. {$time} son siempre horas y minutos, de 24 horas.

when-weekday = { $n ->
    [1] lun
    [2] mar
    [3] mié
    [4] jue
    [5] vie
    [6] sáb
   *[7] dom
}
when-month = { $n ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}

when-now = vence ahora
when-due-in = quedan { $span }
when-late = { $span } de retraso
when-early = { $span } de antelación
when-on-time = a tiempo
when-ago = hace { $span }
when-just-now = hace un momento

when-minutes = { $n } min
when-hours = { $n } h
when-days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
when-two-parts = { $first } { $second }

when-today = hoy, { $time } h
when-tomorrow = mañana, { $time } h
when-yesterday = ayer, { $time } h
when-on-today = hoy
when-on-tomorrow = mañana
when-on-day = el { $date }
when-date = { $weekday }, { $day } de { $month }
when-date-in-year = { $weekday }, { $day } de { $month } de { $year }
when-at = { $date }, { $time } h
when-whole-date = { $day } de { $month } de { $year }
when-whole-moment = { $date }, { $time } h

when-theirs = { $time } h de allí
when-theirs-day = { $weekday }, { $time } h de allí
when-there = { $time } h allí
when-there-day = { $weekday }, { $time } h allí

when-exact = { $weekday }, { $day } de { $month } de { $year }, { $time } { $zone } ({ $offset })
