# Clocks counted anew after a setting changed.

event-clocks-recounted = { $more ->
    [0] Counted anew by the firm’s clocks of today: { $clock } is due { $to } instead of { $from }.
    [one] Counted anew by the firm’s clocks of today: { $clock } is due { $to } instead of { $from }, and one more moved.
   *[other] Counted anew by the firm’s clocks of today: { $clock } is due { $to } instead of { $from }, and { $more } more moved.
}
event-clocks-recounted-same = Counted anew by the firm’s clocks of today; no due time moved.
