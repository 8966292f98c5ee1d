# Deciding together, planning, keeping promises: what the timeline says, what the customer reads, why not, and whom we tell.

## Options

event-option-added = A way forward: { $what } ({ $what-kind }), there { $arrives }, { $confidence }; it costs them: { $costs }
event-option-added-undated = A way forward: { $what } ({ $what-kind }), no date yet; it costs them: { $costs }
event-proposal-added = They propose: “{ $what }”
event-option-withdrawn = Taken back: { $what }, because { $reason }
event-suggestion-answered = We answered their proposal “{ $what }”: { $answer } — “{ $words }”
event-options-laid-out = Options laid before them (round { $round }): { $options }
event-decision-made = { $by } decided: { $what } — “{ $words }”
event-none-fits = { $by }: none fits. “{ $words }” Round { $next } begins.

told-proposal-added = You proposed: “{ $what }”
told-suggestion-answered = Your proposal “{ $what }”: { $answer } — { $words }
told-options-laid-out = You can choose: { $options }
told-decision-made = You chose: { $what } — “{ $words }”
told-none-fits = None of the options fits you: “{ $words }” We look for others.

option-paid-by-us = paid by us
option-costs-nothing = nothing
option-you-do-nothing = nothing

notice-proposal = { $case } “{ $title }”: they propose “{ $what }”. They wait for an answer within a working day.
notice-second-round = { $case } “{ $title }”: nothing we laid out fits them (“{ $words }”). Who comes along to the second round?

refusal-option-empty = Say what the way forward is, in the customer's words.
refusal-date-without-confidence = A date says how sure it is. Choose firm, expected, range or unknown.
refusal-confidence-without-date = You say how sure the date is, but there is no date. Give it, or choose “unknown”.
refusal-arrives-in-the-past = That moment is over. Give one that is still to come.
refusal-not-a-sale = First what meets their need, then anything new to buy. Add a way forward that puts this right, or pass the gate with your name and a reason.
refusal-operations-confirms = A firm date and a remake need a colleague of operations who says it can be done. Name them, or pass the gate with your name and a reason.
refusal-split-needs-legs = A split delivery has at least two ways. Add each with its quantity, route and arrival.
refusal-split-needs-quantity = Say how many pieces are owed in all.
refusal-leg-incomplete = Each way needs a quantity and a route.
refusal-legs-do-not-add-up = The ways carry { $sum } pieces, but { $owed } are owed. Change a quantity or add a way.
refusal-no-such-option = There is no such option on this case. Reload the page and choose again.
refusal-option-already-withdrawn = That option was taken back. Choose one that stands, or add it again.
refusal-answer-their-proposal = It is the customer's own proposal. Answer it first: taken, partly or not, and why.
refusal-chosen-option-stands = They chose this option. Talk with them, and record what they decide instead.
refusal-no-such-proposal = There is no such proposal of the customer on this case. Reload the page and choose again.
refusal-answer-without-why = Say what you told them, with the why.
refusal-option-not-ready = “{ $what }” is not ready: it needs a date and how sure it is, and for a firm date a name of operations.
refusal-no-options-yet = There is no option to lay out yet. Add two ways forward.
refusal-options-by-voice = Options are laid out in a talk, not in writing. Record the talk, or pass the gate with your name and a reason.
refusal-options-after-reflect-back = Hear them out first: say back what you heard and get their yes. Or pass the gate with your name and a reason.
refusal-two-options = The options talk needs two ways forward. Add one, or pass the gate with your name and a reason.
refusal-worst-part = Put yourself in their place first: “If I were them, the worst part would be …”. Write it down, or pass the gate with your name and a reason.
refusal-decision-without-words = Write down how they said it.
refusal-decider-is-customer = Only the customer decides. Name the person at the customer who chose.
refusal-nothing-laid-out = Nothing was laid before them yet. Lay out the options first.
refusal-option-not-laid-out = This option was not laid before them. Lay it out first.
refusal-option-of-earlier-round = This was laid before them in an earlier round and did not fit. Lay it before them again first.
refusal-proposal-not-taken = We answered that we cannot take this proposal. Answer it anew, or choose another.
refusal-no-such-option-number = There are { $laid-out } options laid out. Give the number of one of them, or leave it out when none fits.
refusal-how-can-we-help = None fits: ask “How can we help?” and write down the answer, or pass the gate with your name and a reason.
refusal-help-not-asked = They chose none of the ways: ask “How can we help?” and write down the answer, or pass the gate with your name and a reason.

## The plan

event-plan-drafted = Plan drafted (version { $version }): { $steps }
event-plan-agreed = Plan agreed (version { $version }) by { $us } for us and { $them } for them
event-plan-revised = Plan changed (version { $version }), told to them, because { $why }: { $steps }
event-plan-revised-untold = Plan changed (version { $version }), not told yet, because { $why }: { $steps }
event-step-confirmed = “{ $text }”: I can.
event-step-confirmed-by = “{ $text }”: { $name } can.
event-step-done = Done: { $text }
event-step-done-proven = Done: { $text } ({ $proof })
event-step-skipped = Left out: { $text }, because { $reason }
event-step-late = Late, told to them: { $text }, now { $due }, because { $reason }
event-step-late-untold = Late, not told yet: { $text }, now { $due }, because { $reason }
event-check-in = Check-in. What should we do differently? “{ $feedback }” We replied: “{ $reply }”
event-check-in-open = Check-in. What should we do differently? “{ $feedback }” No reply from us yet.
event-feedback-replied = We replied to their feedback: “{ $reply }”
event-delivery-changed = { $by } asked for another delivery, read back: { $address } { $receiver }
event-delivery-changed-timed = { $by } asked for another delivery, read back: { $address } { $receiver }, { $arrives }
event-clocks-paused = The steps' clocks stand still until { $until }: { $reason }

told-plan-agreed = Our plan: { $steps }. For us: { $us }.
told-plan-revised = Our plan changed (version { $version }), because { $why }: { $steps }
told-step-done = Done: { $text }
told-step-late = { $text } comes later than we said: { $due }
told-feedback-replied = You told us what to do differently. Our answer: { $reply }
told-delivery-changed = Your delivery changed, as you asked: { $address } { $receiver }
told-delivery-changed-timed = Your delivery changed, as you asked: { $address } { $receiver }, { $arrives }

notice-step-for-you = { $case } “{ $title }”: a step is yours: { $text }, by { $due }. Can you? Say so within a working day.
notice-delivery-changed = { $case } “{ $title }”: the customer changed the delivery ({ $address }). Say again whether you can.

refusal-plan-empty = A plan needs steps. Add at least one.
refusal-plan-agreed-revise-it = Both sides agreed to this plan. Revise it, so that the old version stays readable.
refusal-heard-before-plan = A plan comes after listening: hear them out, get their yes to what you heard, and what it does to them. Only steps that stop the harm may come before. Or pass the gate with your name and a reason.
refusal-cause-view-before-plan = Ask first: “What do you think led to this?” Write down their view or ours, or pass the gate with your name and a reason.
refusal-their-view-before-plan = Both had a part in it, and their view is not on record. Ask first: “What do you think led to this?” Or pass the gate with your name and a reason.
refusal-idea-before-shared = They said how it could be prevented, and nobody answered: “{ $words }”. Answer that first, then tell them what was changed.
refusal-step-without-party = Step { $step } does not say whose it is: ours, the customer's or a third party's.
refusal-step-without-owner = Step { $step } has nobody who does it. Name the person.
refusal-step-without-date = Step { $step } has no date. Say by when.
refusal-step-without-text = Step { $step } does not say what is done. Begin with the verb.
refusal-step-in-the-past = That date is over. Give one that is still to come.
refusal-no-plan-yet = There is no plan yet. Draft it first.
refusal-plan-without-fix = Nothing in this plan puts the trouble right. Add a step of the kind “fix”.
refusal-fix-and-prevent = The plan needs a step that prevents it from happening again, or why none is needed. Or pass the gate with your name and a reason.
refusal-steps-confirmed = Not everybody with a step of ours has said “I can”. Ask them, or pass the gate with your name and a reason.
refusal-remedy-before-amends = Something extra does not replace what puts it right. Let them choose a remedy first, or pass the gate with your name and a reason.
refusal-what-else = Ask first: “What else can we do on your side?” Write down the answer, or pass the gate with your name and a reason.
refusal-customer-takes-part = The customer has no part in this plan. Add a step of theirs, note that they would rather not, or pass the gate with your name and a reason.
refusal-nothing-changes = Nothing changes with this. Say what is different.
refusal-no-such-step = There is no such step in the plan. Reload the page and choose again.
refusal-step-settled = “{ $text }” is settled already. Add a new step instead.
refusal-confirmed-by-whom = Somebody else has this step. Say who told you that they can.
refusal-fix-proven = What shows that it is done? A tracking number, a photo, a name. Or pass the gate with your name and a reason.
refusal-last-fix-step = This is the only step that puts it right. Revise the plan with another one before you leave this out.
refusal-late-needs-date = Say when it will be instead.
refusal-check-in-asks = A check-in asks: “What should we do differently?” Write down the answer; “nothing” is one.
refusal-delivery-change-empty = Say what changes: the address, who receives it, or the time.
refusal-read-back-first = Read the new address back to them, and save it when they say yes.
refusal-pause-in-the-past = A pause ends in the future. Give another moment.
refusal-pause-too-long = A pause lasts at most { $days } working days. Give an earlier end; you can pause again.

## Promises and amends

event-promise-kept = Promise kept: { $promised }, due { $due } — { $words }
event-promise-broken = Promise broken: { $promised }, due { $due } — { $words }
event-promise-kept-late = Promise kept too late: { $promised }, due { $due } — { $words }
event-promise-released = { $by } let us off a promise: { $promised }. “{ $words }”
event-amends-granted = To say sorry: { $what }, by { $due }. “{ $words }”
event-amends-asked = To say sorry, waits for a yes: { $what }, by { $due }. “{ $words }”
event-amends-approved = { $by } said yes to { $what }
event-amends-declined = { $by } said no to { $what }: { $words }
event-amends-given = Given to say sorry: { $what } ({ $proof })
event-hard-action = Hard act: { $kind }, { $second } stands for it too — because { $reason } — for the relationship: { $effect }
event-hard-action-alone = Hard act, by exception with one name: { $kind } — because { $reason } — for the relationship: { $effect }

event-resident-assigned = { $person } stays at { $site } and reports every working day: { $report }. May decide there: { $authority }
event-site-reported = { $person } from the site: “{ $words }”
event-residence-ended = { $by } said { $person } need not stay any more — “{ $words }”

told-resident-assigned = { $person } is with you at { $site } and reports to you every working day.
told-site-reported = { $person }, at your site: { $words }
told-residence-ended = { $person } is back with us, as you said.

told-promise-kept = Kept: { $promised }
told-promise-broken = We had promised: { $promised }, by { $due }. We did not keep it, and that is our fault.
told-promise-kept-late = { $promised }: it is done, later than we had promised ({ $due }). That is our fault.
told-amends-granted = { $words }, by { $due }
told-amends-approved = To say sorry: { $what }, by { $due }
told-amends-given = You have it: { $what }

notice-promise-broken = { $case } “{ $title }”: a promise is broken: { $promised }, due { $due }. The customer must hear from a person now.
notice-amends-waits = { $case } “{ $title }”: { $by } asks for your yes to { $what }, within a working day.
notice-amends-approved = { $case } “{ $title }”: { $by } said yes to { $what } — { $words }
notice-amends-declined = { $case } “{ $title }”: { $by } said no to { $what }. { $words }
notice-resident = { $case } “{ $title }”: you stay at { $site }. The first report is due { $due }: { $report }
notice-hard-action = { $case } “{ $title }”: { $kind }, because { $reason }

refusal-no-such-promise = There is no such promise on this case. Reload the page and choose again.
refusal-promise-settled = This promise is settled already. Make a new one if you promised again.
refusal-kept-needs-proof = What shows that it was kept? A tracking number, a photo, a name.
refusal-release-is-theirs = Only the customer can let us off a promise. Name the person who did.
refusal-release-without-words = Write down how they let us off it.
refusal-amends-without-words = Say it as you told the customer.
refusal-amends-value = Give an amount above nothing and its currency in three letters, such as 150 EUR.
refusal-future-discount-alone = A discount on the next order is never all we offer. Offer first what puts this trouble right.
refusal-no-such-amends = There are no such amends on this case. Reload the page and choose again.
refusal-amends-answered = These amends have their answer already. Ask for new ones if they are needed.
refusal-not-your-own = You asked for these yourself. Somebody else says yes.
refusal-above-your-limit = This is above what you may give (up to { $limit }). Ask a director.
refusal-amends-not-approved = These amends wait for a yes. Give them when they are approved.
refusal-amends-given-already = These amends were given already.
refusal-amends-without-proof = What shows that it was given? A credit note's number, a delivery note.
refusal-resident-without-site = Say where they are: the site and the place in it.
refusal-resident-without-report = Say what the daily report tells the customer.
refusal-resident-already = This colleague stays at the customer's site already.
refusal-no-resident = This colleague does not stay at the customer's site. Name somebody who does.
refusal-second-person-is-you = The second person is somebody other than you.
refusal-battle-check = This may win the battle and lose the customer. Name a second person and write what it does to the relationship, or pass the gate with your name and a reason.

## Words of choices

option-kind-from-stock = From stock
option-kind-remake = Make again
option-kind-rework = Rework
option-kind-repair = Repair
option-kind-alternate = Another item that fits
option-kind-split = Split delivery
option-kind-expedite = Faster way
option-kind-partial = Part now, the rest later
option-kind-sort-on-site = Sort at your site
option-kind-use-as-is = Use as it is
option-kind-credit = Credit
option-kind-refund = Money back
option-kind-reroute = Send elsewhere
option-kind-resident = Our person at your site
option-kind-new-purchase = New purchase
option-kind-other = Other

confidence-firm = firm
confidence-expected = expected
confidence-range = a range
confidence-unknown = not known yet

answered-taken = taken
answered-partly = taken in part
answered-not-taken = not taken

party-us = us
party-customer = the customer
party-third = a third party

step-kind-contain = Stop the harm
step-kind-fix = Fix
step-kind-prevent = Prevent
step-kind-tell = Tell

step-state-open = open
step-state-done = done
step-state-skipped = left out

step-standing-on-track = on track
step-standing-late = late
step-standing-done = done
step-standing-left-out = left out
step-standing-still-open = still open

step-outcome-done = Done
step-outcome-skipped = Left out
step-outcome-late = Late

promised-next-contact = the next contact
promised-thing = a thing

promise-state-open = open
promise-state-kept = kept
promise-state-broken = broken
promise-state-released = released by them

promise-outcome-kept = Kept
promise-outcome-broken = Broken
promise-outcome-released = Released by them

amends-kind-discount = a discount
amends-kind-free-service = a free service
amends-kind-expedite = a faster delivery
amends-kind-credit = a credit
amends-kind-waived-fee = a fee waived
amends-kind-free-samples = free samples
amends-kind-extended-terms = longer terms of payment
amends-kind-thank-you = a thank-you
amends-kind-future-discount = a discount on a coming order

hard-action-refuse-credit = Refuse a credit
hard-action-stop-ship = Stop shipping
hard-action-legal-letter = A letter by lawyers
hard-action-charge-customer = Charge the customer
