# The pages of a case: their side, what comes next, the story, options, plan, history.

case-title = { $number } { $title }
case-aside = About the customer
case-tabs = Parts of this case
tab-story = Story
tab-conversations = Conversations
tab-options = Options
tab-plan = Plan
tab-history = History

case-heard-nothing = they have heard nothing for
case-known-since = known since
light-acknowledged = Acknowledged
light-dialogue = In dialogue
light-plan = Plan agreed
light-kept = Relationship kept

case-no-voice = no human voice yet
case-seen = Seen there: { $seen }
case-stands-still = nothing ahead: agree on a next step
case-waiting-for = they wait for other parts anyway:
concern-not-validated = no sentence yet that takes it seriously
concern-validated = taken seriously in a talk
fault-ours-without-part = It is ours, and what we did is not written down yet: one sentence beginning with “we”, before the plan is agreed.
fault-shared-without-part = It is shared, and our part is not written down yet. Ours comes first, before the plan is agreed.
reach-go-there = Or go there, and write down here what you said and saw
reach-nobody = { $tries } tries, and nobody was reached.
reach-nobody-else = Nobody else is known there.
reach-somebody-else = Speak with { $name } instead
rhythm-again = { $n } times in a row they heard that nothing is new. Ask them how often they want to hear from us now, and agree on it.
rhythm-keep = Keep what you agreed
case-not-told = a change is not told yet
case-engaged = customer takes part
case-not-engaged = customer has no part in it yet
case-leaves-it-to-us = they leave the doing to us
case-feedback = What we should do differently
case-feedback-open = No reply from us yet
case-feedback-reply = Reply
case-grew = it grew while we waited
case-let-down-twice = let down twice
case-repeat = the like happened before

## Their side

case-their-side = Their side
case-add-harm = Add to their side
case-nothing-known = Nobody has heard from them yet what it does to them.
case-safety = Safety
case-impacts = What it does to them
case-deadline = Their deadline
case-deadline-met = met, by their word
case-deadline-missed = missed, by their word
case-deadline-threatened = at risk
case-pressure = Pressed by
case-worst-part = The worst part, seen from their place
case-news = Our news
case-news-dates = promised { $promised }, now { $new }
case-news-told = told
case-news-notice = { $days ->
    [one] { $days } working day ahead
    [0] on the promised day
   *[other] { $days } working days ahead
}
case-news-not-told = they have not been told
case-still-works = does it still work for them?
case-worries = What worries them
case-questions = What they ask
case-their-view = How they see it

## Our view, once theirs is heard

case-our-view = Our view
case-our-view-waits = Ours opens when theirs is heard: say back what you heard and get their yes.
case-our-view-empty = Nobody has said our part yet.
case-our-part = Our part
case-fault = Whose part it was
case-their-part = Their part
case-told-them = What we told them
case-said-back = We said back: “{ $words }”

## Next

case-next = Next
next-settle-step = How did it come out: { $what }
next-confirm-step = Can it be done: { $what }
next-settle-promise = Was it kept: { $what }
next-answer-suggestion = Answer their proposal: { $what }
next-summary = Write the summary
next-thank-you = Write the thank-you
next-voicemail-mail = Follow up by mail
case-all-acts = Everything you can do here
case-merged-into = This case went into
case-see-other = Go to { $number }
case-steps = Steps
case-step-of = Step { $n } of { $of }: { $title }
case-all-steps = All steps
case-all-steps-done = every step is done
case-typed-in = typed in
acts-reach = Reach them
acts-know = Know more
acts-decide = Decide together
acts-plan = Plan and do
acts-promise = Promise and make amends
acts-word = Their word and after
acts-up = Call for help
acts-inside = It shall not happen again
acts-books = Keep the books

## Beside it

case-customer-for = Customer for
case-years = { $n ->
    [0] less than a year
    [one] 1 year
   *[other] { $n } years
}
case-past = Troubles before
case-no-past = none that we know of
case-open-promises = Promises to them
case-promises = { $open } open, { $kept } kept, { $broken } broken
case-hours = Reach them
case-matters = What matters here
case-people = People
case-nobody-known = We know nobody there yet.
case-add-contact = Add a person
case-team = Our team
case-amends-broken = broken: not given
case-promised-here = Promised here
case-settle = How did it come out?
case-related = Cases that belong together
case-health = How we do it
health-empathy = Empathy
health-accountability = Accountability
health-action = Action
health-yes = yes, it is on record
health-not-yet = not yet
by-machine = Makegood
by-import = an import

## Tabs

case-no-talks = Nobody has spoken with them yet. Call them, then write down what they said.
case-no-messages = No message was recorded. Writing only arranges, sums up and keeps them informed; putting it right is done in a talk.
case-no-options = No way forward yet. Prepare two before the options talk: they choose, we do not steer.
case-no-plan = No plan yet. It comes after listening and their choice: both sides' steps, each with a name and a date.
case-how-it-went = How it went
case-chosen = What they chose
case-chose = { $by } chose { $what }.
case-amends = Something extra to say sorry
amends-was-given = given ({ $proof })
amends-waits = waits for a yes
amends-refused = was declined
options-caption = The ways forward, as the customer will read them
options-earlier = Laid before them earlier
options-earlier-help = What did not fit stays readable. They can choose it only when it is laid before them again.
options-lay-out-again = lay it before them again
options-was-taken-back = taken back
options-terms = For you
options-theirs = yours
options-kind = What it is
options-compromise = both give something
options-arrives = You have it
options-no-date = not known yet
options-sure = How sure
options-you-do = You do
options-costs-you = It costs you
options-need = Why it may suit
options-not-said = not said yet
options-acts = What to do
options-take-back = take back
options-they-chose = they chose this
plan-still-open = still open
plan-not-confirmed = nobody said “I can” yet
plan-settle = How did it come out?
plan-version = Version
plan-agreed = Agreed
plan-not-agreed = not yet by both sides

## History

history-title = History of { $number }
history-caption = Every event as it is kept, newest first
history-no = No.
history-happened = Happened
history-recorded = Typed in
history-who = Who
history-kind = Kind
history-words = What
history-holds = { $n ->
    [one] Checked just now: the one event hangs together and nothing was changed since it was written.
   *[other] Checked just now: all { $n } events hang together and nothing was changed since they were written.
}
history-gap = Event { $seq } is missing or doubled. Somebody changed the history; tell an administrator.
history-changed = Event { $seq } is not as it was written. Somebody changed the history; tell an administrator.
history-tail = The last event does not fit the case. Something was added or taken away at the end; tell an administrator.
history-take = Take the history with you
history-take-why = A file with which anybody can check it without us.
history-how = Each hash is SHA-256 over: the length of the hash before it (8 bytes, big endian) and that hash, the 16 bytes of case_id, seq (8 bytes, big endian), then kind, actor and the 16 bytes of actor_id each behind its length (8 bytes), happened_at and recorded_at (microseconds since 1970, 8 bytes each), and SHA-256 of salt and body. The first has an empty hash before it; the last equals tail.

## Opening a case

do-open-case = Open a case
do-open-case-why = Three answers are enough. Nobody has to agree, nothing is too small, and nobody is blamed.
do-open-case-act = Open the case
do-open-case-done = The case is open. Now run to them.
open-aside = What happened to them before
open-find = Find a customer
open-find-help = The first letters of the name.
open-account = Customer
open-for = For
open-other-account = another customer
open-sentence = What happened, in their words
open-sentence-help = One sentence, as they said it or would say it.
open-safety-help = Always the first question. Yes calls manager and quality at once.
open-contact = Who was let down
open-contact-later = not known yet
open-what = What it is about
open-kind-from-sentence = take it from the sentence
open-kind-text = If it is something else, what is it?
open-origin = Who knew first
open-item = Item, lot or order
open-item-help = So that the like trouble is found again.
open-remedy = What they ask for
open-harm = What it does to them, and their deadline
open-news = If we bring news of a slip
open-promised-on = The day we had promised
open-new-date = The day it will be now
open-who = When we knew, who drives it, which playbook
open-recognised = When did anyone here first know?
open-recognised-help = Now when left out. The clocks start here, and it never moves later.
open-written = When their written complaint arrived
open-written-help = Only when it came in writing.
open-owner = Who drives it
open-owner-me = me
open-playbooks = Playbooks
open-playbooks-help = The one that fits is chosen when none is ticked.
open-earlier = Their troubles before
open-still-open = still open: does this belong to it?
open-lesson = What we learned then:
