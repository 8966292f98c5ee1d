# How good the watch is, and how sure it was.

todays-calls-promised = promised for
todays-calls-late = { $days ->
    [0] the day is over
    [one] one day over
   *[other] { $days } days over
}
todays-calls-more = { $count ->
    [one] One more customer would be called if the day were longer.
   *[other] { $count } more customers would be called if the day were longer.
}
todays-calls-lines-more = { $count ->
    [one] and one more line
   *[other] and { $count } more lines
}
signals-sure = How sure
signals-sure-certain = The facts say so themselves.
signals-sure-share = Of 100 lines like it { $share } came late; counted on { $lines } lines.
signals-sure-no-history = There is too little history to say.
honesty-title = How good the watch is
honesty-why = The watch goes through your own past as if it were there: each morning it knows only what was known that morning, and says whom to call. Here is what came of it.
honesty-none = No line whose day is over is known yet. Bring in past orders with the days on which they came.
honesty-period = Lines promised from { $from } to { $to }: { $lines } came, { $late } of them late.
honesty-of = { $n } of { $all }
honesty-three = Late lines it would have called about three days ahead
honesty-seven = Seven days ahead
honesty-for-nothing = Lines in time it would have called about for nothing
honesty-countdown = Calling about everything three days ahead
honesty-countdown-is = { $caught } of { $late } late lines, { $nothing } calls for nothing
honesty-surveys = Asked how it arrived before it was there
honesty-said-and-came = What it said, and what came
honesty-read = Each point is a group of forecasts. On the dashed line, as many came late as it said; below it fewer did, above it more. A hollow point stands for fewer than thirty forecasts.
honesty-said = It said: late
honesty-came = Came late
honesty-forecasts = Forecasts
honesty-aloud = { $groups ->
    [one] One group of forecasts; what was said is { $off } from what came.
   *[other] { $groups } groups of forecasts; in the mean, what was said is { $off } from what came.
}
honesty-no-forecasts = There were too few lines to say anything ahead of their day. It takes eight that stood alike and came.
