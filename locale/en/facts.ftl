# What touches order lines: lists of it, and how they are refused.

cli-import-supplies = Bring in what is bought for order lines: order, line, number, needed, promised, received
cli-import-set-aside = Bring in what is set aside for order lines: order, line, wanted, pegged
cli-import-inspections = Bring in tests of lots: order, line, number, lot, verdict, on
cli-import-loads = Bring in how much is planned on a machine in the week of a line: order, line, work centre, week, hours planned, hours there
cli-import-shipments = Bring in shipments: order, line, number, left, expected, quantity, lots or serials, last scan, exception, proof of delivery
cli-import-returns = Bring in goods that came back: order, line, number, on, case
cli-import-short-payments = Bring in payments that were cut, by number and day, never by sum: order, line, number, kind, on, case
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
radius-name-help = As it stands in your files. Look for another one to widen the boundary.
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
radius-all-signalled = Each of these lines has its signal. To narrow the boundary, end a signal with the reason.
radius-made = { $count ->
    [0] There was a signal for each line already.
    [one] One signal made.
   *[other] { $count } signals made.
}
radius-told-first = { $first } of { $ended } heard it from us first.
line-touches = What it shares with other lines
