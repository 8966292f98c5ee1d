# Goods that come back: their number, what became of them, the credit.

told-return-authorised = You may send { $quantity } × { $item } back under the number { $number }. { $how }
told-return-received = { $quantity } pieces came back to us under { $number }; { $asked } were asked for.
told-return-disposed = What became of { $number }:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } scrapped.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } reworked.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } sent on to our supplier.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } fit to be used as they are.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } put back on the shelf.
}
told-return-credited = Credited for { $number }: { $amount }, credit note { $reference } of { $on }
told-return-ended = Nothing more comes of { $number }: { $words }

theirs-return-asked = { $quantity } × { $item } may come back
theirs-return-credit = Credited: { $amount }, note { $reference } of { $on }
theirs-return-credit-open = Not credited yet.
theirs-return-ended = Ended: { $words }
theirs-return-how = How
theirs-return-received = { $quantity } arrived at ours
theirs-returns = What goes back to us
disposition-restock = put back on the shelf
disposition-return-to-supplier = sent on to our supplier
disposition-rework = reworked
disposition-scrap = scrapped
disposition-use-as-is = fit to be used as they are

## For colleagues

event-return-authorised = Return { $number }: { $quantity } × { $item } may come back. { $how }
event-return-received = Came back under { $number }: { $quantity } pieces, { $asked } were asked for
event-return-disposed = What became of { $number }:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } scrapped.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } reworked.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } sent on to our supplier.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } fit to be used as they are.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } put back on the shelf.
} { $words }
event-return-credited = Credited for { $number }: { $amount }, credit note { $reference } of { $on }
event-return-ended = Nothing more comes of { $number }: { $words }

refusal-credit-not-yet = That day is still to come. Write the credit down once it is made.
refusal-credit-without-number = Say the number of the credit note: it shows that they have it.
refusal-no-such-return = There is no such return. Reload the page.
refusal-return-does-not-balance = { $received } pieces came back, but these make { $sum }. Count until they are the same.
refusal-return-end-empty = Say why nothing comes back, or how else it was made good.
refusal-return-how = Say how they travel, where to, and who pays.
refusal-return-how-many = Say how many pieces; at least one.
refusal-return-is-over = This return is credited or has ended already.
refusal-return-not-received = Nothing has come back yet. Say first how many pieces arrived.
refusal-return-of-what = Say what comes back.
refusal-return-was-disposed = It is said already what became of these pieces. Say that anew, if the count was wrong.
refusal-return-what-was-seen = Say what was seen on them.
refusal-returns-open = Goods are on their way back, or not credited yet. Credit them, or end the return and say why.

do-authorise-return = Let goods come back
do-authorise-return-act = Give the number
do-authorise-return-done = The number is given; it stands on their page.
do-credit-return = Credit a return
do-credit-return-act = It is credited
do-credit-return-done = The credit is kept with its number.
do-dispose-return = What became of a return
do-dispose-return-act = Keep it
do-dispose-return-done = It is kept what became of the pieces.
do-end-return = End a return without a credit
do-end-return-act = End it
do-end-return-done = The return has ended.
do-receive-return = Goods came back
do-receive-return-act = They arrived
do-receive-return-done = It is kept how many arrived.

form-return-which = Return
form-return-item = What comes back
form-return-quantity = Pieces
form-return-how = How they travel, where to, who pays
form-return-how-help = The customer reads it. We pay, so say that.
form-return-arrived = Pieces that arrived
form-return-scrap = Scrapped
form-return-rework = Reworked
form-return-to-supplier = Sent on to our supplier
form-return-use-as-is = Used as they are
form-return-restock = Back on the shelf
form-return-pieces = What became of them; together as many as arrived
form-return-seen = What was seen on them
form-return-amount = Credited
form-return-reference = Number of the credit note
form-return-on = Day on the credit note
form-return-end-words = Why nothing comes back, or how else it was made good
form-return-end-help = The customer reads it.

returns-title = What comes back
returns-asked = { $quantity } × { $item } may come back
returns-arrived = { $quantity } arrived
returns-not-arrived = nothing arrived yet
returns-no-disposition = nobody has said what became of them
returns-no-credit = not credited yet
return-stands-asked = on its way
return-stands-received = arrived
return-stands-credited = credited
return-stands-ended = ended
