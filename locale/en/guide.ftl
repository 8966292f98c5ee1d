# The first steps of a new firm.

guide-title = First steps
guide-strip = Makegood is being set up.
guide-go-on = Go on with the first steps
guide-welcome = Welcome, { $name }
guide-intro = Five short steps, and the fifth is the work itself. Each can wait; come back to them by Settings → First steps.
guide-so-far = { $done } of { $of } are done{ $later ->
    [0] .
   *[other] , { $later } left for later.
}
guide-now = Do it now
guide-done = done
guide-passed = left for later
guide-open = to do
guide-pass = Leave it for later
guide-leave = Leave the guide
guide-finish = Finish
guide-open-again = Take the guide up again
guide-mail = Mail can come later: Makegood works without it, and everything said by phone is kept by hand.
settings-guide-help = What a new firm needs, step by step.

open-account-help = Who was let down. Their people, hours and earlier troubles come with it.
open-not-listed = They are not in the list
open-new-customer = The customer’s firm
open-new-customer-first = Nobody is here yet: the first customer is added with this case, and you keep the relationship.
open-new-contact = Who tells you
open-new-contact-help = The person who was let down, as they are called.
open-new-phone-help = With the country, such as +49 30 1234.
open-new-phone = Their number
open-nobody-keeps = Nobody keeps the relationship with { $account } yet, and a case needs somebody who does.
open-nobody-keeps-way = Name somebody
people-roles-help = A manager is called when a promise is broken, quality when a fix did not hold, operations say whether a date can be met. One person may have several.
field-holidays-help = Days on which due times stand still by law.

guide-company-title = Your firm
guide-company-why = So that everybody sees at once whose Makegood this is.
guide-company-name = What your firm is called
guide-company-help = It stands beside the name of the program, and above every page that your customers read.
guide-company-keep = Keep the name
guide-company-change = Change the name
refusal-company-name = Write what your firm is called, at most { $most } characters.

guide-hours-title = Hours and holidays
guide-hours-why = Due times are counted in your hours and in the customer’s; whichever ends first holds. Public holidays are known by country and region.
guide-hours-there = { $hours }, { $zone }, public holidays: { $holidays }
guide-hours-change = Change the hours
guide-hours-right = These are right

guide-people-title = Colleagues
guide-people-why = When a promise is broken a manager is called, and quality when a fix did not hold. Without them it is you.
guide-people-go = Colleagues and roles
guide-people-there = { $count ->
    [one] One colleague
   *[other] { $count } colleagues
}

guide-orders-title = Customers and orders
guide-orders-why = From a file (CSV), as your order system writes it. How each column is understood stands there first and can be changed; nothing is kept before you say so.
guide-orders-go = Bring in orders
guide-orders-by-hand = Add one customer by hand
guide-orders-demo = Rather look around first? This fills a folder of its own with a firm and a year of troubles:
guide-orders-there = { $customers ->
    [one] One customer
   *[other] { $customers } customers
}, { $orders ->
    [0] no orders yet
    [one] one order line
   *[other] { $orders } order lines
}

guide-case-title = A first case
guide-case-why = When a customer tells you of trouble, open a case while they speak: who it is, one sentence in their words, and whether anybody is hurt.
guide-case-go = Open a case
guide-case-see = See it
guide-case-there = { $count ->
    [one] One case
   *[other] { $count } cases
}

# Orders from a file, in the browser.

upload-refused = Rows that are not taken
upload-refused-where = Where
upload-refused-at = Row { $row }
upload-refused-value = What stands there
upload-refused-why = Why
upload-refused-whole = the whole row
upload-refused-more = { $count ->
    [one] One more row is not shown.
   *[other] { $count } more rows are not shown.
} The shell writes them all: makegood import orders FILE --report REFUSED.csv
upload-refused-way = Put them right in the file and bring it in again: rows that are here already stay as they are.
upload-further = What else a file may say
upload-then-calls = See whom to call today
upload-then-honesty = See how good the watch would have been
upload-then-accounts = Name their people
upload-then-orders = See the orders
