# What touches order lines: lists of it, and how they are refused.

cli-import-supplies = Bring in what is bought for order lines: order, line, number, needed, promised, received
cli-import-set-aside = Bring in what is set aside for order lines: order, line, wanted, pegged
cli-import-inspections = Bring in tests of lots: order, line, number, lot, verdict, on
cli-import-loads = Bring in how much is planned on a machine in the week of a line: order, line, work centre, week, hours planned, hours there
cli-import-shipments = Bring in shipments: order, line, number, left, expected, quantity, lots or serials, last scan, exception, proof of delivery
cli-import-returns = Bring in goods that came back: order, line, number, on, case
cli-import-short-payments = Bring in payments that were cut, by number and day, never by sum: order, line, number, kind, on, case
cli-import-nonconformities = Bring in what customers report as not conforming: order, line, number, on, what, lots or serials, quantity, standing, case
import-why-unknown-word = This word is none of those that the column may hold.
import-cannot-workbook = This workbook cannot be read: it is damaged, or locked with a password. Save it again as XLSX or CSV, without one.
import-cannot-workbook-large = This workbook is larger than any table of orders. Save the sheet alone as CSV.
import-cannot-workbook-empty = No sheet of this workbook has anything on it.

# How far a trouble reaches.
signal-same-risk = { $line } depends on what went wrong: { $why } ({ $name })
signal-same-risk-quantity = { $line } got { $quantity } of { $name }: { $why }
say-same-risk = “Something went wrong elsewhere that touches your order { $line }. I want you to know before it hurts: { $why }”
radius-title = How far it reaches
radius-why = From a lot, an item, a supplier or a process to every order line, shipment and customer that it can touch. Each can become a signal in one act, before it hurts.
radius-sort = What it spreads by
radius-sort-lot = Lot or serial number
radius-sort-item = Item
radius-sort-supplier = Supplier
radius-sort-work-centre = Work centre
radius-sort-route = Route
radius-sort-item-group = Item group
radius-name = Its name or number
radius-name-help = As it stands in your files.
radius-look = See what it touches
radius-none = Nothing is known to depend on “{ $name }”. Lots come with lists of shipments or inspections; suppliers, work centres, routes and item groups with orders.
radius-summary = { $lines ->
    [one] One line
   *[other] { $lines } lines
} of { $customers ->
    [one] one customer
   *[other] { $customers } customers
}
radius-touched = What it touches
radius-shipments = Shipments
radius-quantity = Pieces of it
radius-unknown = unknown
radius-signal = Signal
radius-signalled = made
radius-make = Tell each of them before it hurts
radius-what = What happened
radius-what-help = In one sentence, as you would say it to a customer. It stands with each signal.
radius-what-missing = Say in one sentence what happened, in at most 500 characters.
radius-act = Make a signal of each line
radius-all-signalled = Each of these lines has its signal. Open the boundary to widen or narrow it.
radius-made = { $count ->
    [0] There was a signal for each line already.
    [one] One signal made.
   *[other] { $count } signals made.
}
radius-told-first = { $first } of { $ended } heard it from us first.
line-touches = What it shares with other lines

# Bringing lists in by a page.
upload-list = What the file holds
upload-list-help = Orders first: a list about order lines says something only of lines that are known.
upload-keep-rows = Keep these rows
upload-keeping-rows = Keeping the rows
upload-then-looked = The watch looks at these lines within the hour, mostly within minutes; what it finds stands among the signals.
upload-then-signals = See the signals
upload-decimal = Numbers such as 1,250
upload-decimal-comma = the comma stands before parts of one
upload-decimal-point = the point stands before parts of one
upload-nothing-said = None of these was recognised, and one of them has to be there: { $fields }. Choose it below and look again.
list-orders = Orders
list-milestones = Steps on the way
list-supplies = What we buy for them
list-set-aside = What is set aside
list-inspections = Tests of lots
list-loads = Load on machines
list-shipments = Shipments
list-returns = Returns
list-short-payments = Short payments
list-nonconformities = Reports of nonconformity
list-field-order = Order number
list-field-line = Line number
list-field-milestone = Step
list-field-planned = Planned for
list-field-done = Done on
list-field-number = Its own number
list-field-left = Left on
list-field-expected = Expected on
list-field-quantity = Quantity
list-field-lots = Lots or serial numbers
list-field-scanned = Last scan
list-field-exception = What went wrong on the way
list-field-proof = Proof of delivery
list-field-denied = They say nothing came, on
list-field-verdict = Passed or failed
list-field-on = Day
list-field-kind = What it is
list-field-case = Case
list-field-needed = Needed on
list-field-promised = The supplier promised
list-field-received = Received on
list-field-wanted = Quantity needed
list-field-pegged = Quantity set aside
list-field-centre = Work centre
list-field-week = Week that begins on
list-field-hours-planned = Hours planned
list-field-hours-there = Hours there
list-field-what = What does not conform
list-field-standing = Reported or withdrawn

# Incoming webhooks.
hooks-in-title = Incoming webhooks
settings-hooks-in-help = Other programs, such as your ERP, that put orders and lists in here and sign them.
hooks-in-intro = An incoming webhook is an address to which another program of yours sends rows of one list. It signs each message with a secret and can do nothing else here; a program that works on cases uses a key.
hooks-in-new = A new incoming webhook
hooks-in-name-help = Who sends, such as “ERP, shipments”.
hooks-in-list = What it sends
hooks-in-heard = Last message:
hooks-in-silent = Nothing has come yet.
hooks-in-old-secret = The secret before is good until
hooks-in-end-old = End the secret before now
hooks-in-secret-made = A new secret is made. The one before is good for 24 hours yet, so that the other program can change over.
hooks-in-secret-once = This is the only time it is shown. Give it to the other program, which signs with it.
hooks-in-how = How the other program sends
hooks-in-how-help = A body {"{"}"rows": [{"{"}…{"}"}, …]{"}"} of at most 10,000 rows, signed as the Standard Webhooks specification says: webhook-signature holds v1, a comma and the HMAC-SHA256 over webhook-id, webhook-timestamp and the body, with dots between, in base64. A message older than five minutes is refused; the same webhook-id again changes nothing. The answer says of each row that was not taken which one and why.
hooks-in-fields = Fields of a row: { $fields }
audit-did-incoming-hook-added = added an incoming webhook
audit-did-incoming-hook-switched-on = switched an incoming webhook on
audit-did-incoming-hook-switched-off = switched an incoming webhook off
audit-did-incoming-hook-old-secret-ended = ended the secret before of an incoming webhook
audit-did-incoming-hook-secret-made = made a new secret for an incoming webhook

# A boundary as a record.
boundary-title = How far it was taken to reach
boundary-all = Boundaries drawn so far
boundary-is-within = Within the boundary:
boundary-reaches = { $lines ->
    [one] It reaches one line.
   *[other] It reaches { $lines } lines.
}
boundary-within = What is within
boundary-nothing = Nothing is within any more.
boundary-none = nothing
boundary-widen = Widen it
boundary-widen-act = Take it in and tell each of them
boundary-narrow = Narrow it
boundary-narrow-help = Signals that still wait because of it end with your reason; what customers were told stays told.
boundary-leave-out = What is left out
boundary-narrow-act = Leave it out
boundary-why = Why
boundary-amendments = How it came to be so
boundary-how = What was done
boundary-drawn = drawn
boundary-widened = widened
boundary-narrowed = narrowed
boundary-from = From
boundary-to = To
boundary-lines = { $lines ->
    [one] one line
   *[other] { $lines } lines
}
boundary-ended = { $count ->
    [0] Left out. No signal waited because of it.
    [one] Left out. One signal ended.
   *[other] Left out. { $count } signals ended.
}
refusal-boundary-has-it = It is within already, and each line that it touches has its signal.
refusal-boundary-has-it-not = It is not within any more.
refusal-boundary-needs-why = Say why, in at most { $most } characters.
refusal-no-such-boundary = There is no such boundary.

# What they said about a line.
line-asked-where = Where is it?
line-asked-times = { $times ->
    [0] They have not asked yet.
    [one] They have asked once.
   *[other] They have asked { $times } times.
}
line-asked-last = The last time:
line-asked-act = They asked again just now
line-reported = What they report as not conforming
line-report-withdrawn = taken back by them
