# The pages of the desk: the door, colleagues, customers, settings, orders and signals. The act in the person's words.

# Acts
act-save = Keep the changes
act-back = Back
act-open-case-new = Open a case
act-open-case = Open the case
act-keep-it = Keep it
act-tell-late = Tell them it will be late
act-call-sheet = Call sheet
act-left-message = Left a message
act-hand-over = Hand over
act-follow-up = Call after
act-record-message = Note the message
act-record-word = Note their word
act-ask-for-word = Ask for their word
act-check-in = Check in
act-step = Say how it stands
act-update = Write an update
act-summary = Send the summary
act-add-option = Add a way forward
act-answer = Answer them
act-approve = Decide it
act-have-it = I have it
act-review = Review it
act-letter = Tell them what we changed

# Fields that several pages have
field-zone = Time zone
field-zone-help = A city of that zone, such as Europe/Warsaw or America/Chicago.
field-zone-unknown = This time zone is not known. Write a city of it, such as Europe/Warsaw or America/Chicago.
field-holidays = Public holidays of
field-holidays-none = none
some-contact = somebody there

# The door
sign-in-title = Sign in
sign-in-email = E-mail
sign-in-password = Password
sign-in-act = Sign in
sign-in-wrong = This address and password do not belong together. Look at both; an administrator can set a new password.
password-help = At least 12 characters. Four words that do not belong together are easy to keep in mind.
refusal-password-short = Use at least { $least } characters; four words that do not belong together are easy to keep in mind.
refusal-password-long = Use at most { $most } characters.
refusal-already-set-up = Somebody has set this Makegood up already. Sign in, or ask them for an account.

# The first run
first-run-title = Welcome to Makegood
first-run-intro = This is the first visit, so the person here becomes the administrator. Everything can be changed later.
first-run-name = Your name
first-run-email = Your e-mail, to sign in with
first-run-password = A password
first-run-act = Begin

# Colleagues
people-title = Colleagues
people-name = Name
people-email = E-mail, to sign in with
people-phone = Phone
people-roles = Roles
people-roles-needed = Choose at least one role; a reader may look and leave notes.
people-standing = May sign in
people-active = yes
people-left = no
people-new = Add a colleague
people-add = Add them
people-password = A password to begin with
people-password-kept = Leave it empty to keep the present one. A new one signs them out everywhere.
people-quiet-from = Rather not called from
people-quiet-to = until
people-quiet-help = What can wait, waits for the end of these hours. What is urgent does not.
people-quiet-both = Write both times, or neither.
people-may-sign-in = May sign in
people-not-oneself = You cannot take your own key away. Ask another administrator to do it.

# Cases
cases-title = Cases
cases-standing = Open or closed
cases-open = Open
cases-closed = Closed
cases-number = Case
cases-trouble = In their words
cases-account = Customer
cases-state = State
cases-severity = Severity
cases-owner = Owner
cases-due = Next owed
cases-known = Known since
cases-any = any
cases-filter = Narrow the list
cases-filter-text = Words
cases-filter-state = State
cases-filter-severity = Severity
cases-filter-act = Narrow it
cases-none = No case is like that. When a customer tells you of trouble, open one while they speak.

# Run to it
run-title = Run to it
run-whose = Whose
run-mine = Mine
run-all = Everybody’s
run-nothing = Nobody is waiting to hear from you.
run-nothing-next = Open a case
run-no-contacts = Nobody is waiting for your call.
mistake-not-told = Mistake 1: the customer is not told
mistake-not-asked = Mistake 2: nobody asked after the delivery
mistake-run-away = Mistake 3: running away
run-more = { $shown } of { $all } are shown, the most pressing first.
run-all-cases = See all cases
run-line-of = { $line } ({ $owner })
run-promised = Promised for { $due }: “{ $words }”
run-promised-word = Word from us was promised for { $due }
say-first-trouble = { $name }, I have just heard about this: “{ $title }”. I am on it now. Tell me all of it.
say-first-again = { $name }, you told us that it is not solved: “{ $title }”. I am on it now. Tell me what you see.
say-first-news = { $name }, I have news that you should hear from us first, and it is not good: “{ $title }”.
say-first-follow-up = { $name }, a few days have gone by since we put this right: “{ $title }”. Is it still as it should be?

# Search
search-title = Find anything
search-empty = Write a case number, a name, or words that somebody used.
search-none = Nothing was found for “{ $words }”. Try fewer or other words, or open a case.
hit-case = case
hit-account = customer
hit-contact = contact
hit-message = message
hit-note = note
hit-talk = talk
hit-mail = mail

# Customers
accounts-title = Accounts
accounts-add = Add a customer
accounts-new = A new customer
accounts-keep-new = Add this customer
accounts-change = Change
accounts-find = A name or reference begins with
accounts-find-act = Find
accounts-none = There is no customer yet. Add the first one, or bring your orders in and they come along.
accounts-none-found = No customer begins with “{ $words }”. Look at the spelling, or add them.
accounts-name = Name
accounts-reference = Their number in our other systems
accounts-reference-help = Orders that are brought in find the customer by it.
accounts-country = Country
accounts-country-help = Two letters, such as DE or US.
accounts-country-odd = Write the two letters of the country, such as DE or US.
accounts-region = Region
accounts-language = Language
accounts-language-help = We write to them in it, and their own page is in it.
contacts-language-as-account = as the customer as a whole
accounts-owner = Keeps the relationship
accounts-owner-help = They speak for us in the end, whatever happened.
accounts-owner-needed = Every customer needs somebody who keeps the relationship. Choose them.
accounts-cover = Stands in
accounts-cover-help = Whoever answers when that person is away.
accounts-cover-same = Choose somebody else: nobody can stand in for themselves.
accounts-choose = Choose one
accounts-nobody = nobody yet
accounts-nobody-yet = nobody yet
accounts-calendar = Their working hours
accounts-calendar-help = Times are counted in both calendars, and the earlier end holds.
accounts-calendar-ours = the same as ours
accounts-since = Customer since
accounts-strength = How strong the relationship is
accounts-strength-help = 1 hangs by a thread, 5 would forgive much. It changes no clock.
accounts-strength-unknown = not known
accounts-strength-of = { $strength } of 5
accounts-what-matters = What matters here
accounts-what-matters-help = What they care about, in their words.
accounts-open-cases = Open cases
accounts-open-promises = Open promises
accounts-aside = About the relationship
accounts-relationship = The relationship
accounts-years = { $years ->
    [0] customer for less than a year
    [one] customer for 1 year
   *[other] customer for { $years } years
 }
accounts-troubles = { $count ->
    [0] no trouble so far
    [one] 1 trouble, { $open } open
   *[other] { $count } troubles, { $open } open
 }
accounts-not-heard = not heard
accounts-not-heard-long = No trouble is known, and nobody has told us that all is well. Quiet is not good news: ask at the next delivery.
accounts-people = People
accounts-no-people = Nobody is named here yet. Add whoever you talk to.
accounts-add-person = Add a person
accounts-person-left = no longer there
accounts-speaks = speaks { $language }
accounts-address-as = say “{ $name }”
accounts-broken = Broken promises
accounts-promises = Open promises
accounts-no-promises = Nothing that was promised is open.
accounts-past = Troubles, and how they ended
accounts-kept = Promises
accounts-tally = { $kept } kept, { $broken } broken, { $open } open
accounts-rules = Deadlines of their own
accounts-rules-help = From a contract, for instance. A deadline of theirs only shortens ours; leave a line empty to drop it.
accounts-rule = { $clock }: within { $length } ({ $source })
accounts-rule-clock = What is owed
accounts-rule-none = nothing
accounts-rule-number = Within
accounts-rule-source = Where it stands
accounts-rule-longer = Our own time for “{ $clock }” is no longer than this. Write a shorter one, or leave the line empty.

# How both sides talk
protocol-title = How we agreed to talk
protocol-none = Nothing was agreed yet. Ask them how they wish to be reached, before there is trouble.
protocol-channel = Best reached by
protocol-hours = May be called
protocol-hours-help = Such as Mon–Fri 7–16, or Mo-Do 7:30-12, 13-16; Fr 7-12. You are warned before a call outside them.
protocol-night = At night
protocol-travel = From us to them
protocol-travel-help = Minutes from door to door. Where there is time for it, a visit is proposed before a call.
protocol-travel-odd = Write the minutes as a number up to { $most }.
protocol-travel-said = { $minutes } min
protocol-rhythm = Wants to hear from us
protocol-rhythm-help = While something is open, such as “every day at nine”.
protocol-bundled = One after-delivery check for all deliveries of a day
protocol-bundled-yes = one check a day
protocol-up-theirs = When it goes up, at their side
protocol-up-ours = When it goes up, at ours
protocol-agreed-us = Agreed by, for us
protocol-agreed-them = Agreed by, for them
protocol-agreed-on = Agreed on

# A person at the customer
contacts-new = A person there
contacts-keep-new = Add this person
contacts-change = Change what is known
contacts-name = Name
contacts-address-as = How they wish to be addressed
contacts-address-as-help = Such as “Ms Rao” or “Jonas”.
contacts-role = What they do there
contacts-role-help = Buyer, engineer, planner: in their words.
contacts-phone = Phone
contacts-phone-help = With the country, such as +49 30 555 0110.
contacts-night-phone = Phone at night
contacts-night-help = Used only when somebody could be hurt or their line stands still.
contacts-email = E-mail
contacts-zone-help = Leave it empty when it is that of the firm, { $zone }.
contacts-active = Is there
contacts-active-help = Take it away when they have left; what they said stays.

# Calendars
calendars-title = Working hours
calendars-none = There is no calendar yet. Without one, ours is Monday to Friday, 8:00 to 17:00.
calendars-name = Name
calendars-hours = Hours
calendars-use = Use
calendars-ours = ours
calendars-choose-ours = Our own working hours
calendars-choose-act = Count with these
calendars-new = Add a calendar
calendars-keep-new = Add this calendar
calendars-keep = Keep these hours
calendars-look = See the closed days first
calendars-change-note = New hours hold from now on. What was counted with the old ones is not counted again.
calendars-place-help = Days on which this place is closed by law are left out by themselves.
calendars-hours-help = Hours such as 8:00-12:00, 13:00-17:00. Work across midnight is 22:00-6:00, on the day it begins. Leave a day empty when it is closed.
calendars-hours-odd = “{ $words }” is not understood. Write 8:00-12:00, 13:00-17:00, or leave the day empty.
calendars-exceptions = Days that differ
calendars-exceptions-help = One a line: 2026-12-24 closed, or 2026-12-31 8:00-12:00. They win over holidays.
calendars-exception-odd = This line is not understood: “{ $line }”. Write 2026-12-24 closed, or 2026-12-31 8:00-12:00.
calendars-closed-word = closed
calendars-closed = Closed in the next eight weeks
calendars-none-closed = No other day is closed.
calendars-every = Closed every { $days }.
calendars-day = Day
calendars-reason = Why
calendars-closed-by-us = closed by you
calendars-other-hours = other hours: { $hours }
calendars-listed-until = Some holidays of this country follow no rule and are known until { $year }.
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

# Clocks
clocks-title = Clocks
clocks-intro = How long each thing may take, the same for every customer. This is version { $version }.
clocks-lengths = How long each thing may take
clocks-clock = Clock
clocks-unit = Counted in
clocks-unit-working-minutes = working min
clocks-unit-working-hours = working hours
clocks-unit-working-days = working days
clocks-unit-minutes = min, day and night
clocks-unit-hours = h, day and night
clocks-length-working-minutes = { $n } working minutes
clocks-length-working-hours = { $n ->
    [one] 1 working hour
   *[other] { $n } working hours
 }
clocks-length-working-days = { $n ->
    [one] 1 working day
   *[other] { $n } working days
 }
clocks-length-hours = { $n } hours, day and night
clocks-length-minutes = { $n } minutes, day and night
clocks-number-of = { $clock }, { $severity }: how long
clocks-unit-of = { $clock }, { $severity }: counted in
clocks-number-needed = Write how long, as a whole number of at least 1.
clocks-number-wrong = { $clock } needs a whole number of at least 1. A clock of no length would always be overdue.
clocks-between = Write a number from { $least } to { $most }.
clocks-warn = Warn when so much is used, in percent
clocks-warn-help = Then whoever owes it is told, while there is still time.
clocks-repeat-months = A like failure is a repeat within so many months
clocks-repeat-days = … and is graver within so many days
clocks-repeat-help = Then the case is one step graver by itself.
clocks-reason = Why a clock gets longer
clocks-reason-help = Only needed when one gets longer. It stands in the log, under your name.
clocks-reason-needed = Every customer would wait longer for: { $clocks }. Say why, or leave them as they were.
clocks-keep = Keep these clocks
clocks-look = See what would change first
clocks-trial = What would change
clocks-trial-said = Of { $cases } open cases, { $earlier } clocks would be due earlier and { $later } later. Nothing is kept yet.
clocks-trial-bounded = Only the { $most } gravest and oldest open cases were counted.
clocks-trial-shown = The first { $shown } are shown.
clocks-due-now = Due now
clocks-due-then = Would be due
clocks-which-way = That is
clocks-earlier = earlier
clocks-later = later

# Keys and browsers
tokens-title = Keys and browsers
tokens-keys = Your keys for the API
tokens-none = You have no key. A program that works for you needs one.
tokens-name = What uses it
tokens-name-help = Such as “orders from the ERP”.
tokens-new = Make a key
tokens-make = Make it
tokens-made = The key is made. Copy it now.
tokens-once = Your new key
tokens-once-help = It is shown this once. Whoever has it can do what you can; keep it as you keep a password.
tokens-made-at = Made
tokens-used-at = Last used
tokens-unused = never
tokens-end = End
tokens-revoke = Revoke “{ $name }”
tokens-revoked = revoked
sessions-title = Where you are signed in
sessions-browser = Browser
sessions-unnamed = without a name
sessions-since = Since
sessions-seen = Last used
sessions-here = this one
sessions-end = Sign it out

# Settings and the log
settings-title = Settings
settings-firm = The firm
settings-own = Your own
settings-people-help = Who may sign in, what they may do, and when they would rather not be called.
settings-calendars-help = When we and our customers work, with public holidays.
settings-clocks-help = How long each thing may take.
settings-audit-help = Who changed what, with before and after.
settings-notices-help = What the program told you.
settings-tokens-help = Keys for programs that work for you, and where you are signed in.
audit-title = Log of changes
audit-none = Nothing was changed yet.
audit-when = When
audit-who = Who
audit-what = What
audit-subject = About
audit-changed = Before and after
audit-itself = the program
audit-see = see it
audit-from-to = { $field }: { $before } → { $after }
audit-empty = nothing
audit-did-person-added = added a colleague
audit-did-person-changed = changed a colleague
audit-did-password-set = set a password
audit-did-account-added = added a customer
audit-did-account-changed = changed a customer
audit-did-customer-link-made = made a private link for a customer
audit-did-customer-link-revoked = took a customer’s private link back
audit-did-customer-link-forwarding = changed whether a customer’s link may be passed on
audit-did-delivery-link-made = made a link that asks how a delivery arrived
audit-did-delivery-link-revoked = took a link about a delivery back
audit-did-supplier-link-made = made a private link for a supplier
audit-did-supplier-link-revoked = took a supplier’s private link back
audit-did-mediator-link-made = made a private link for a neutral
audit-did-mediator-link-revoked = took a neutral’s private link back
audit-did-company-named = named the company
audit-did-contact-added = added a contact
audit-did-contact-changed = changed a contact
audit-did-calendar-added = added a calendar
audit-did-calendar-changed = changed a calendar
audit-did-calendar-removed = removed a calendar
audit-did-our-calendar-chosen = chose our calendar
audit-did-policy-changed = changed the clocks
audit-did-policy-reason = said why a clock got longer
audit-did-token-made = made a key
audit-did-token-revoked = revoked a key

# Notices
notices-title = What you were told
notices-none = You have not been told anything yet. What you owe stands under Run to it.
notices-unread = Not read yet
notices-read = I have read these
notices-urgent = urgent
notices-new = new

# Orders
orders-title = Orders
orders-bring-in = Bring orders in
orders-none = No order is known yet. Bring in a file from your own system; late and slipping ones show by themselves.
orders-none-found = No order begins with “{ $words }”.
orders-find = An order number begins with
orders-late = Late or slipping
orders-all = Every line
orders-line = Order and line
orders-item = Item
orders-quantity = Pieces
orders-requested = They asked for
orders-promised = We promised
orders-first-promised = at first { $date }
orders-shipped = Sent
orders-delivered = Delivered
orders-wrong = What looks wrong
orders-cancelled = cancelled
orders-no-date = —
orders-what = { $quantity } × { $item } ({ $order })
orders-what-item = { $item } ({ $order })
orders-what-order = order { $order }

# The call after a delivery
checks-title = Ask whether it arrived well
checks-heading = Is it what they ordered?
checks-line = delivered { $day }, { $what }
checks-question = Is it what you ordered?
checks-ask = Ask them
checks-people = Whom to ask
checks-nobody = Nobody is named at this customer.
checks-ok = They say it is right
checks-not-ok = They say it is not
checks-not-ok-after-all = They say it is not, after all
checks-not-ok-help = A case opens next, with their words.
checks-not-heard = Not heard from them
checks-not-heard-help = It stays not heard, whatever time goes by, until somebody says more.
checks-who = Who said it
checks-words = In their words
checks-keep = Keep their answer
checks-done = { $outcome }, { $at }.

# Signals
signals-title = Signals
signals-tabs = Signals and mail
signals-why = First what a word today spares them the most, for each minute of talk: how much it hurts, how sure it is, how near it is. Lines of one customer with one reason are one talk.
signals-why-time = The longest owed first.
signals-by-time = By when they should hear
signals-by-worth = By what a word spares them
signals-more = { $count ->
    [one] and 1 more like it
   *[other] and { $count } more like it
}
signals-of = { $account }, all for one reason, the longest owed first.
signals-of-none = Nobody waits for this any more.
signals-older = { $count ->
    [one] 1 more has waited longer than all of these; it stands first by when they should hear.
   *[other] { $count } more have waited longer than all of these; they stand first by when they should hear.
}
signals-waiting = Waiting for somebody
signals-none = Nothing looks wrong that has no case yet. Orders and mail are looked at as they come in.
signals-unknown = somebody we do not know
signals-otherwise = Something else
signals-one = A signal
signals-since = Since
signals-owed = They should hear by
signals-detected = Noticed
signals-first = Who told first
signals-told-by-them = they told us
signals-seen-by-us = we saw it ourselves
signals-merge = A case is about this already
signals-case = Case number
signals-case-help = Such as MG-1042.
signals-merge-act = Put it with that case
signals-prevented = It was put right before it reached them
signals-evidence = What shows that
signals-evidence-help = A delivery note, a picture, their word. Your name stands beside it.
signals-prevented-act = It was prevented
signals-dismiss = It is nothing
signals-reason = Why it is nothing
signals-reason-help = Your name stands beside it.
signals-dismiss-act = Dismiss it
signals-snooze = Not now
signals-until = Look again
signals-until-help = Once, and for one working day at most: tomorrow 9:00, or in 3 hours.
signals-until-start = tomorrow 9:00
signals-snooze-act = Put it off
signals-snoozed-once = It was put off once already; now it needs an end.
signals-ended = How it ended
signals-ended-case = It became a case.
signals-ended-merged = A case was about it already.
signals-ended-prevented = It was prevented.
signals-ended-dismissed = It was nothing.
signals-ended-by = { $name }, { $at }
refusal-signal-case-number = There is no such case. Write its number, such as MG-1042.
refusal-signal-until-unclear = This time is not understood. Write tomorrow 9:00, or in 3 hours.

# Mail that nobody could be found for
mail-unsorted = Mail without a place
mail-none = Every mail has its place.
mail-intro = Nobody could be found for these. Give each an end: one key is enough.
mail-no-subject = without a subject
mail-case = Case number
mail-contact = Or a contact’s e-mail
mail-place = Put it there
refusal-no-such-mail = This mail is not here any more. Look at the list again.
refusal-mail-case-without-contact = Nobody is named at the customer of that case. Add a person there first.
refusal-mail-no-such-contact = Write a case number, or the e-mail of a contact who is here.

# Orders from a file
upload-title = Bring orders in
upload-intro = A file from your own system: orders, one row for each order line, or a list of what touches them. First you see what is understood and what would happen; nothing is kept until you say so.
upload-file = The file
upload-folder = From other programs
upload-folder-none = Files that other programs put into the folder of orders are taken by themselves. None was refused.
upload-folder-refused = These files were refused. They lie in { $place }: ask for each again, or bring it in here; then take it out of that folder.
upload-file-help = CSV, Excel (XLSX), or EDI as your partners send it (X12, EDIFACT); at most { $limit } MiB and 100,000 rows. The shell takes any size: makegood import orders FILE.
upload-look = Look at it
upload-none = Choose a file that is not empty.
upload-too-many = Several other files are being read right now. Try again in a minute.
upload-gone = The file is no longer here. Choose it again.
upload-looking = Reading it and trying it out
upload-keeping = Keeping the orders
upload-wait = This page comes again by itself.
upload-see = See how far it is
upload-would = What would happen
upload-nothing-kept = Nothing is kept yet.
upload-columns = What each column holds
upload-field = What we need
upload-column = Column of the file
upload-examples = Such as
upload-no-such = not in the file
upload-dates = Dates such as 03/04/2026
upload-dates-seen = as the file shows
upload-day-first = the day comes first
upload-month-first = the month comes first
upload-checks-from = Ask about deliveries since
upload-checks-help = Earlier ones are history: nobody is asked to call about them.
upload-keep = Keep these orders
upload-look-again = Look again
upload-other-file = Another file
upload-kept = It is done
upload-again = Choose the file again.
upload-no-column = No column was recognised as: { $field }. Choose it below and look again.
upload-no-delivered = No column says what was delivered, so every past promise would look broken. Choose the delivery date or the status below and look again.
upload-ambiguous = In the column { $column } every date can be read two ways, such as { $example }. Say below whether the day or the month comes first, and look again.
import-field-order = Order number
import-field-line = Line number
import-field-customer = Customer number
import-field-customer-name = Customer name
import-field-reference = Their order number
import-field-item = Item
import-field-quantity = Pieces
import-field-ordered = Ordered on
import-field-requested = They asked for
import-field-promised = We promised
import-field-first-promised = Promised at first
import-field-need-by = They need it by
import-field-ready = Ready on
import-field-shipped = Sent on
import-field-delivered = Delivered on
import-field-recorded = Delivery entered on
import-field-told = They were told on
import-field-cancelled = Cancelled
import-field-status = Status
