# Why this time? What made a due time, and what happens when it is missed.

why-title = Why this time?
why-page = Why this time? { $number }
why-gone = This clock does not run on the case any more. It was met, or the case went on.
why-made-of = What makes it
why-starts = Starts
why-rule = Rule
why-stricter = Which calendar holds
why-ours-holds = ours ends first, so ours holds
why-theirs-holds = theirs ends first, so theirs holds
why-both-hold = both end at the same time
why-due = Due
why-met = Met
why-owed-by = Owed by
why-policy = Policy
why-policy-version = Clocks, version { $version }
why-stated = The moment was said to the customer, or stands in the plan.
why-day-part = The next part of a working day.
why-working-time = { $length } of working time, in the stricter of the two calendars ({ $severity })
why-working-days = { $length ->
    [one] 1 working day, in the stricter of the two calendars ({ $severity })
   *[other] { $length } working days, in the stricter of the two calendars ({ $severity })
}
why-wall-clock = { $length } on the wall clock, day and night ({ $severity })
why-ours = Our calendar
why-theirs = Their calendar
why-calendar = { $name }, version { $version }
why-from = From
why-to = To
why-did = What it did
why-counted = counted { $length }
why-first-day = the day it began, not counted
why-day = working day { $n }
why-closed = closed
why-holiday = holiday: { $name }
why-exception = closed on this date
why-left-off = { $n } more stretches are not shown.
why-ends-here = In this calendar it ends at
why-pauses = Pauses
why-never-pauses = This clock never pauses.
why-not-paused = It was not paused.
why-if-missed = If nobody acts
why-rung-warning = A warning: { $names }
why-rung-due = When it is due: { $names }
why-rung-up = Half a working day later: { $names }
why-rung-top = After that: { $names }
why-theirs-unknown = Their own hours are not known here, so ours count for both.
