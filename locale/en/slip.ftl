# What the watch sees beside lateness, how likely a line comes late, and the first sentence to say on the phone.

signal-unacknowledged = { $line } was ordered on { $ordered } and nobody has confirmed it.
signal-acknowledged-later = They asked for { $line } on { $requested }; we confirmed { $promised } and have not told them so.
signal-predicted-late = { $line } is promised for { $promised }, in { $left } days. Going by { $lines } lines like it, { $chance } in 100 come late.
signal-predicted-no-history = { $line } is promised for { $promised }, in { $left } days, and is not there yet. There is no history to say how often that goes well.
signal-thin-slack = They need { $line } on { $need } and it will be there on { $arrives }: hardly any room is left.
signal-milestone-missed = { $line }: “{ $step }” should have been done on { $planned }.
signal-upstream-slipped = { $line } needs { $purchase } on { $needed }; it will come on { $promised }.
signal-upstream-unconfirmed = { $line } needs { $purchase } on { $needed }, and the supplier has not said when it will come.
signal-short-stock = { $line } is promised for { $promised }: { $pegged } of { $wanted } are set aside.
signal-short-stock-alternates = { $line } is promised for { $promised }: { $pegged } of { $wanted } are set aside. { $alternates } of what may go out in its place are free.
signal-failed-inspection = { $line }: “{ $test }” failed on lot { $lot }.
signal-failed-inspection-gone = { $line } has left, and “{ $test }” failed on its lot { $lot }.
signal-overload = { $line } goes through { $centre } in the week of { $week }: { $planned } hours are planned there, { $there } can be done.
signal-not-shipped = { $line } was ready on { $ready } and nothing says that it left.
signal-carrier-trouble = { $line }: the carrier says of { $shipment }: “{ $words }”.
signal-carrier-no-scan = { $line }: { $shipment } was last seen { $last }.
signal-carrier-no-proof = { $line }: { $shipment } should have been there on { $expected }, and nobody signed for it.
signal-quantity-short = { $line }: { $sent } of { $ordered } left.
signal-quantity-over = { $line }: { $sent } left, { $ordered } were ordered.
signal-delivery-denied = { $line }: the carrier has a proof for { $shipment } of { $proof }, and they say that nothing came.
signal-check-went-wrong = Asked after { $line } was delivered, they said that it is not right.
signal-check-not-heard = Asked twice after { $line } was delivered, nobody was reached.
signal-nonconformity = They report that { $line } does not conform ({ $number }, { $at }), and there is no case.
signal-nonconformity-of = They report that { $line } does not conform ({ $number }, { $at }): { $what }
signal-return-without-case = { $line } comes back ({ $return }, { $at }) and there is no case.
signal-short-paid = Less was paid for { $line } ({ $number }, { $at }), and there is no case.
signal-short-paid-debit-note = A debit note came for { $line } ({ $number }, { $at }), and there is no case.
signal-short-paid-chargeback = { $line } was charged back ({ $number }, { $at }), and there is no case.
signal-asked-thrice = They have asked { $times } times where { $line } is.
signal-tone-falling = Two talks in a row ended worse than the one before; the last one { $at }.
signal-tone-low = Two talks within thirty days ended badly; the last one { $at }.
signal-same-words = “{ $words }” in { $again }, as in { $first } before.
signal-lot-elsewhere = Lot { $lot } of { $case } went into { $line }, too: { $quantity } of it.
signal-lot-elsewhere-unknown = Lot { $lot } of { $case } went into { $line }, too; how much is not known.
signal-undrafted-promise = On { $case } we promised “{ $words }” by { $due }, and nobody has begun to write.
signal-cases-close = { $days ->
    [0] Two troubles within a day: { $first } and { $second }. The second hurts more than the first.
    [one] { $second } came a day after { $first }: a second trouble hurts more than the first.
   *[other] { $second } came { $days } days after { $first }: a second trouble hurts more than the first.
}

# The first sentence to say, by the kind of trouble. The values are those of the evidence.
say-first = Say first
say-late-undelivered = “{ $line } should have been with you on { $promised }, and it is not. What does that do to you?”
say-unchecked-delivery = “{ $line } came on { $delivered }. Is it what you ordered, and is it right?”
say-silent-slip = “{ $line } will not come on { $from } but on { $to }. Does that still work for you?”
say-negative-slack = “{ $line } cannot be there before { $arrives }. You count on { $target }. Does it still work for you?”
say-over-promise = “Before you count on { $due }: I want to be sure that we can do it. When do you really need it?”
say-gone-quiet = “We have not heard from you for a while. How did the last delivery go?”
say-unacknowledged = “Your order { $line } is here, and we owe you its day. When do you need it?”
say-acknowledged-later = “You asked for { $requested }; we can be there on { $promised }. Does that still work for you?”
say-predicted-late = “{ $line } may not be there on { $promised }. Would that hurt?”
say-thin-slack = “{ $line } will be there on { $arrives }, and you need it on { $need }. Is there anything we should know?”
say-milestone-missed = “{ $line } is behind: a step of { $planned } is not done yet. Which day must it not miss?”
say-upstream-slipped = “{ $line } waits for something that may come late. When do you really need it?”
say-short-stock = “Of { $line } we have { $pegged } of { $wanted } ready. Does a part help you first?”
say-failed-inspection = “A test failed on the lot of { $line }. Please do not use it before we have talked.”
say-overload = “In the week of { $week } it gets tight for { $line }. Which day must it not miss?”
say-not-shipped = “{ $line } has not left yet. When do you really need it?”
say-carrier-trouble = “Something is wrong with { $shipment } on its way to you. What do you need first?”
say-quantity-off = “{ $sent } of { $line } are on their way; you ordered { $ordered }. What does that do to you?”
say-delivery-denied = “You say that { $shipment } is not there. Then it is not. What do you need now?”
say-check-went-wrong = “You told us that { $line } is not right. Tell me what is wrong with it.”
say-return-without-case = “{ $line } is coming back to us. What was wrong with it?”
say-short-paid = “{ $number } tells me that something about { $line } was not right. What was it?”
say-asked-thrice = “You have asked { $times } times where { $line } is. Here is what I know.”
say-tone-falling = “Our last talks did not go well, and I want to hear why from you.”
say-same-words = “This happened before, and we said it would not. I want to hear what it did to you.”
say-lot-elsewhere = “Goods of lot { $lot } that you have may not be right. Please set them aside; here is what we know.”
say-undrafted-promise = “We owe you a word by { $due }: { $words }.”
say-cases-close = “It is the second time within { $days } days. Tell me what that does to you.”

import-report-other-signals = { $count ->
    [one] 1 new signal of another kind; it stands among the signals.
   *[other] { $count } new signals of other kinds; they stand among the signals.
}
import-field-acknowledged = Confirmed on
import-field-item-group = Item group
import-field-supplier = Supplier
import-field-work-centre = Work centre
import-field-route = Route
import-stage-replaying = Mornings gone through
cli-import-milestones = Bring in the steps of order lines: order, line, step, planned for, done on
import-why-no-such-line = No order file told of this order line yet; bring in the orders first.
import-field-milestone = Step
import-field-planned = Planned for
import-field-done = Done on

line-title = Order line
line-item = Item
line-asked = They asked for
line-first-promised = Promised at first
line-now-promised = We promise now
line-needed = They need it on
line-need-unknown = unknown; nobody has asked yet
line-chance = Will it be late?
line-days-left = { $days ->
    [one] The promised day is over in one day.
   *[other] The promised day is over in { $days } days.
}
line-no-history = There is no history: fewer than eight lines stood like this one and came. Count the days yourself, and call when in doubt.
line-share = Of 100 lines like this one, we expect { $share } to come late.
line-interval = Most likely it comes on { $likely }; four of five such lines came between { $earliest } and { $latest }.
line-because = Why
line-group = Past lines
line-past = Lines
line-late = Late
line-so-far = So far
line-group-everything = all, so many days before their day
line-group-stage = at the same stage
line-group-pace = for as long, with as much time promised
line-group-step = with the same step done last
line-group-behind = and about as far behind its plan
line-group-item-group = of the same item group
line-group-work-centre = of the same work centre
line-group-route = on the same route
line-group-supplier = of the same supplier
line-group-alike = alike in all of these
line-group-recalibration = the last forecasts of any line, beside what came
line-steps = Steps
line-step = Step
line-moves = How the promise moved
line-from = From
line-to = To
line-known = We knew
line-told = They heard
line-untold = not yet
todays-calls-title = Today’s calls
todays-calls-why = The customer to whom a word today spares the most stands first, for each minute of talk. One call each, about all lines that are late or may come late.
todays-calls-none = Nobody has to be called about a line that is late or may come late.
todays-calls-lines = What to speak of, and why
todays-calls-long = Time
todays-calls-minutes = { $minutes } min
todays-calls-chance = of { $lines } such lines { $share } in 100 came late
todays-calls-no-history = not there yet, and no history to say more
