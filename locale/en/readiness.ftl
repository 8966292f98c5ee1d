# Being prepared: stock and what may stand in, found at once; emergency plans; what is missing before it is needed.

# Lists beside the orders
cli-import-stock = Bring in stock from a CSV file: item, site, on hand, free, ready on, lead time in days; the same file again changes nothing
cli-import-alternates = Bring in what may stand in for an item: item, alternate, how it fits, approved by which customer, data sheet
cli-import-decimal = What divides whole pieces from parts, where the file does not show it: comma or point
import-why-not-a-number = This is not a number.
import-why-either-mark = This can be read as thousands or as parts of one. Say --decimal comma or --decimal point.
import-why-row-twice = The same thing stands on row { $first } already.
import-why-itself = An item cannot stand in for itself.
import-why-no-such-customer = Nobody here knows this customer. Add the account first, or leave the cell empty when no customer approved it.
import-why-several-customers = Several accounts have this name, and none has it as its number. Write the customer number instead, or call one of them something else.
import-cannot-nothing-said = No column says anything about the items. Name one of these: { $fields }, such as --map free="Column name".
import-dry-run-list = This was a dry run: nothing was kept.

# The finder on a case
finder-title = Ways forward to check first
finder-where = Where
finder-answer = Answer
finder-known = What is known
finder-act = Next
finder-which-item = Which item it is about is not known yet.
finder-for = For { $items }.
finder-last-list = The last list of stock came
finder-no-list = No list of stock was brought in yet.
finder-stock = Our stock
finder-stock-at = Stock in { $site }
finder-yes = yes
finder-no = no
finder-unknown = stock unknown
finder-not-known = unknown
finder-free-of = { $free } free of { $all }
finder-free = { $free } free
finder-on-hand = { $all } there; how many are free is not said
finder-no-figure = no figure was told
finder-gone = not in the last list of this place; before it { $words },
finder-told = told
finder-lead = new ones take { $days ->
    [one] 1 day
   *[other] { $days } days
 }
finder-in-work = In work
finder-in-work-at = In work in { $site }
finder-in-work-how-many = how many is not told
finder-ready = ready on { $day }
finder-item-unknown = Say which item it is, and it is looked up at once.
finder-say-item = Say which item
finder-never-told = Nobody brought a list in yet. In the shell: makegood import stock FILE.csv
finder-on-no-list = It is on no list of stock.
finder-alternate = An alternate
finder-no-alternate = No list names one.
finder-instead = Instead: { $item }
finder-approved = approved by { $account }
finder-needs-approval = needs your approval
finder-fits = same form, fit and function
finder-does-not-fit = differs in form, fit or function
finder-sheet = data sheet { $sheet }
finder-instead-no-stock = stock unknown
finder-make-option = Make an option of it
finder-option-stock = Up to { $many } × { $item } from our stock
finder-option-stock-at = Up to { $many } × { $item } from our stock in { $site }
finder-option-in-work = { $item } from what is in work, { $ready }
finder-option-instead = { $item } instead of { $of }
finder-approve = Approve { $item }
finder-approve-by = Approve { $item } by its data sheet { $sheet }
finder-ask = Operations
finder-ask-what = Another site, a distributor, another customer who can wait, a faster way
finder-ask-now = ask now
finder-ask-act = Ask operations
finder-ask-step = Say what else there is for { $items }: another site, a distributor, a customer who can wait, a faster way
finder-ask-why = We look for another way to have the goods there in time.
finder-asked = { $who } is asked
finder-the-goods = the goods

# Steps on Run to it
run-step = { $what }: { $step }

# Emergency plans: what is refused, what happens
refusal-emergency-name = Give the plan a name, such as “Whole lot lost in transit”.
refusal-emergency-kinds = Choose the kinds of trouble that it is for, so that it is offered when they come.
refusal-emergency-trigger = Say when to launch it, so that nobody has to think about it then.
refusal-emergency-steps = A plan needs at least one step.
refusal-emergency-minutes = Say for step { $step } how many minutes of working time it may take, from 1 to { $most }.
refusal-emergency-plan-name-taken = There is a plan of that name already. Change that one, or choose another name.
refusal-no-such-emergency-plan = There is no such emergency plan any more.
refusal-emergency-plan-launched = “{ $plan }” runs on this case already. Its steps stand in the plan.
event-emergency-plan-launched = The emergency plan “{ $plan }” was launched. Its steps: { $steps }.
notice-emergency-step = { $case } “{ $title }”: the emergency plan “{ $plan }” was launched. Yours: { $steps }. The first is due { $due }.
notice-emergency-launched = { $case } “{ $title }”: the emergency plan “{ $plan }” was launched.
need-emergency-plan = the emergency plan launched, or word that there is none
fact-quantity-lost = How many are lost
refusal-rehearsed-in-future = A rehearsal is noted on the day it was held, or later.

# Emergency plans: their pages
settings-ready = Being prepared
settings-emergency-help = What to do when it burns: steps, owners, numbers. Written in calm hours, launched with one press.
settings-prepared-help = Which kinds of trouble have a plan, a playbook and a rehearsal, and which have none.
audit-did-emergency-plan-added = wrote an emergency plan
audit-did-emergency-plan-changed = changed an emergency plan
audit-did-emergency-plan-rehearsed = noted a rehearsal
audit-did-emergency-plan-removed = took an emergency plan away
emergency-title = Emergency plans
emergency-intro = A plan is offered at the top of every case of its kind. Launching it puts its steps on the case, each with an owner and a due time, and tells everybody who has one.
emergency-none = No plan is written yet. The hour to write one is before it is needed.
emergency-write = Write a plan
emergency-new = A new emergency plan
emergency-new-intro = Think of one bad day. Who does what in the first hours, whom do they call, who else can make it, who carries it?
emergency-name = What has happened
emergency-name-help = As somebody would shout it: “Whole lot lost in transit”.
emergency-for = For trouble of these kinds
emergency-for-help = It is offered on cases of these kinds.
emergency-trigger = Launch it when
emergency-trigger-help = What must be true, so that nobody has to think about it then.
emergency-steps = Steps
emergency-steps-help = Begin with the verb: “Hold what has not left yet”. Each falls to whoever has the role on that day, or to one person. Name a person only if they know it.
emergency-step-owner = Who does it
emergency-step-minutes = Within minutes of work
emergency-step-needs-text = Say what is done, or empty the row.
emergency-step-needs-minutes = Say how many minutes it may take, from 1 to { $most }.
emergency-phones = Phone list
emergency-phones-help = One line each: who, a comma, the number. The night desk too.
emergency-phone-odd = “{ $line }” is not understood. Write who, a comma, the number.
emergency-substitutes = Who else can make it
emergency-substitutes-help = Substitute capacity: who, how much, how fast.
emergency-carrier = Who carries it
emergency-carrier-help = The carrier, and how to reach them out of hours.
emergency-keep-new = Keep the plan
emergency-keep = Keep the changes
emergency-change = Change the plan
emergency-change-note = Plans that run on cases already are not changed by this.
emergency-rehearsed = Rehearsed
emergency-stale = stale
emergency-last = last rehearsed { $day }
emergency-never = never rehearsed
emergency-left = somebody who has left
emergency-minutes = within { $n } min of work
emergency-hours = within { $n } h of work
emergency-due = By when
emergency-what = What
emergency-who = Who
emergency-what-for = For
emergency-at-hand = Numbers and help at hand
emergency-rehearsal = Rehearsal
emergency-rehearsed-on = Rehearsed on
emergency-rehearsed-help = Walk through it with everybody who has a step. After twelve months it is stale.
emergency-note-rehearsal = Note the rehearsal
emergency-remove-it = Take this plan away
emergency-remove-help = It is no longer offered. What it brought onto cases stays there.
emergency-remove = Take it away

# Emergency plans on a case
emergency-offered = An emergency plan fits
emergency-offer = Prepared for this: { $name }
emergency-launch = Launch it
emergency-look = Look at its steps first
emergency-running = An emergency plan runs
emergency-runs = Emergency plan: { $name }
emergency-launched-at = launched
emergency-steps-done = { $done } of { $of } steps settled
emergency-none-yet = No emergency plan is written yet.
form-emergency-plan = Which plan
do-launch-emergency-plan = Launch an emergency plan
do-launch-emergency-plan-why = Its steps come onto the case, each with an owner and a due time from now, and everybody who has one is told at once. The call to the customer is owed as before.
do-launch-emergency-plan-act = Launch it
do-launch-emergency-plan-done = Launched. Everybody who has a step was told.

# What is prepared
prepared-title = What is prepared
prepared-intro = { $without ->
    [0] Every kind of trouble has an emergency plan.
   *[other] { $without } of { $all } kinds of trouble have no emergency plan. What is missing stands on top.
 }
prepared-plan = Emergency plan
prepared-playbook = Playbook
prepared-general = { $n } for every kind
prepared-none = none
prepared-write = write one
prepared-rehearse = note a rehearsal
