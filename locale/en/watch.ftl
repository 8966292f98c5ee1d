# Knowing before they do: what the watch sees coming, and what a colleague says first.

signal-slack-promise = { $line } was promised for { $target } and will not be there before { $arrives }. Tell them before they find out.
signal-slack-need = They need { $line } on { $target } and it will not be there before { $arrives }. Ask whether that hurts.
signal-restored-delivered = { $line } was there on { $delivered }; they counted on { $target }.
signal-restored-room = { $line } can be there on { $arrives } now; they count on { $target }.
signal-gone-quiet = They ordered last on { $last }, { $days } days ago. Usually it is { $usual } days from one order to the next.
signal-told = “{ $words }”

import-report-negative-slack = { $count ->
    [one] 1 new signal: not late yet, and cannot be there in time.
   *[other] { $count } new signals: not late yet, and cannot be there in time.
}
import-report-over-promise = { $count ->
    [one] 1 new signal: promised sooner than the item usually takes.
   *[other] { $count } new signals: promised sooner than the items usually take.
}
import-report-gone-quiet = { $count ->
    [one] 1 new signal: a customer orders no more.
   *[other] { $count } new signals: customers order no more.
}
import-report-prevented = { $count ->
    [one] 1 signal ended: it was put right before it reached the customer.
   *[other] { $count } signals ended: they were put right before they reached the customers.
}

signals-tell = Tell of something
signals-tell-why = Something looks wrong and you are the first to see it? Say it here; that is enough. Nobody is asked whose fault it is.
signals-tell-words = What did you see?
signals-tell-words-help = One sentence: “The laminate for 4417 did not come.”
signals-tell-customer = Customer
signals-tell-customer-help = A name or their number. Leave it empty when you do not know.
signals-tell-order = Order
signals-tell-order-help = Such as 4417 or 4417/10.
signals-tell-since = When did you see it?
signals-tell-since-help = Now when left empty; or this morning 7:30, yesterday 16:00.
signals-tell-unnamed = Leave my name out
signals-tell-unnamed-help = Then it is written nowhere who said it.
signals-tell-act = Tell it
signals-first-named = { $name } told first. Thank you.
signals-first-unnamed = Somebody told first and left their name out. Thank you.
signals-told-before = Somebody told of this already; here it is.
signals-thanks = Told first
signals-thanks-line = { $name }: { $about }
signals-thanks-unnamed = Somebody without a name
signals-thanks-somebody = something without a customer
signals-ended-itself = What came in shows it:
case-first-to-tell = { $name } told first, { $at }. Thank you.
case-first-to-tell-unnamed = Somebody told first, { $at }, and left their name out. Thank you.
refusal-signal-needs-words = Say in a sentence what you saw.
refusal-signal-no-such-customer = There is no customer of that name or number. Leave it empty and tell it all the same.
refusal-signal-no-such-order = There is no such order line. Leave it empty and write the number into the sentence.
refusal-signal-several-customers = Several customers have this name. Say their number instead.

signal-over-promise-line = { $line } is promised for { $due }, but { $item } usually takes { $lead } days: not before { $soonest }. Nobody of operations has said that it can be done.
signal-over-promise-case = On { $case } we said “{ $words }” by { $due }, but { $item } usually takes { $lead } days: not before { $soonest }. Nobody of operations has said that it can be done.
form-promise-goods = If goods are promised
form-promise-item = Item
form-promise-item-help = As it is called in your stock list. A day sooner than it usually takes becomes a signal, unless operations says that it can be done.
form-promise-confirmed = Who of operations says that it can be done?
form-promise-confirmed-help = Ask them before you say it.

protocol-people = Whom for what
protocol-language = Language
protocol-hours-unread = (not understood, so nobody is warned: write it like Mon–Fri 8–17)
protocol-outside-hours = It is { $there } where { $name } is; we agreed on { $agreed }. Call only if it cannot wait.
protocol-outside-hours-night = It is { $there } where { $name } is; we agreed on { $agreed }. If it cannot wait, the number for the night is { $night }.
protocol-other-language = This reads like { $seems }; with { $name } we agreed on { $agreed }. Press once more to keep it as it is.
language-en = English
language-de = German
language-pl = Polish
language-fr = French
language-es = Spanish
language-it = Italian

learned-by = { $name }, { $day }
learned-keep = Keep on the profile
learned-leave = Leave out
learned-more = { $n } more wait on the customer’s page
learned-tips = Learned on earlier runs
learned-here = Learned here
learned-on-profile = It stands on the customer’s profile.
learned-in-playbook = A tip in “{ $playbook }” now.
learned-to-playbook = A tip for “{ $playbook }”
audit-did-insight-placed = gave a lesson its place
refusal-no-such-insight = There is no such lesson.
refusal-insight-about-us = What is about us belongs into a playbook, not on a customer’s profile.
refusal-expectation-in-full = Write all three: what they expected, what we had promised, and what they got. “Nothing was said” is an answer.
form-expectation-gap = It came from an expectation
form-expectation-expected = What they expected
form-expectation-promised = What we had promised
form-expectation-promised-help = “Nothing was said” is an answer.
form-expectation-delivered = What they got
case-expectation = Expected, promised, got

quiet-title = Gone quiet since a trouble
quiet-why = They had a trouble, or a delivery that nobody asked about, and have not ordered since. Orders are known up to { $day }.
quiet-no-orders = No orders were brought in yet, and a silence can only be heard where something was said before.
quiet-none = Everybody who had a trouble in the last two years has ordered since.
quiet-long = Half a year and more
quiet-a-while = Three months and more
quiet-before = What came before
quiet-since = On
quiet-days = Days without an order
quiet-last-order = Last order
quiet-never = none known
quiet-unchecked = Order { $order } was delivered and nobody asked how it arrived

import-field-worth = What it is worth (only for the report on fairness)
worth-title = Years together
worth-said = Orders worth { $amount } in the currency of your books since { $since }, in { $orders } orders. It changes nothing about what is owed; it is for the long game.
