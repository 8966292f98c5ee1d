# Times in the words a person uses. {$time} is always hours and minutes, 24 hours.

when-weekday = { $n ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
when-month = { $n ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

when-now = due now
when-due-in = due in { $span }
when-late = { $span } late
when-early = { $span } early
when-on-time = on time
when-ago = { $span } ago
when-just-now = just now

when-minutes = { $n } min
when-hours = { $n } h
when-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
when-two-parts = { $first } { $second }

when-today = today { $time }
when-tomorrow = tomorrow { $time }
when-yesterday = yesterday { $time }
when-on-today = today
when-on-tomorrow = tomorrow
when-on-day = on { $date }
when-date = { $weekday } { $day } { $month }
when-date-in-year = { $weekday } { $day } { $month } { $year }
when-at = { $date }, { $time }
when-whole-date = { $day } { $month } { $year }
when-whole-moment = { $date } { $time }

when-theirs = { $time } their time
when-theirs-day = { $weekday } { $time } their time
when-there = { $time } there
when-there-day = { $weekday } { $time } there

when-exact = { $weekday } { $day } { $month } { $year }, { $time } { $zone } ({ $offset })
