# Their word, closing, going up, handing over, the books: what the timeline says, what the customer reads, why not, whom we tell.

## The timeline

event-escalated = Called { $to }: { $reason }. { $words }
event-escalation-acknowledged = { $by }: I have it. { $words }
event-escalation-stood-in = { $by }, for { $for }: I have it. { $words }
event-word-asked = Asked { $to }: is it solved? ({ $way })
event-word-solved = { $by } says it is solved: “{ $words }”
event-word-not-solved = { $by } says it is not solved: “{ $words }”
event-word-not-given = Asked { $asked } times without a word; it rests, unsolved. { $reason }
event-withdrawn = { $by } lets it go: “{ $words }”
event-follow-up-chosen = Next step chosen: { $kind }. { $why }
event-follow-up-ok = Follow-up by { $channel }: { $contact } says everything is OK. { $words }
event-follow-up-not-ok = Follow-up by { $channel }: { $contact } says it is not OK. “{ $words }”
event-follow-up-not-reached = Follow-up by { $channel }: { $contact } was not reached. { $words }
event-since-solved-ok = { $contact } wrote that it holds. The call is still due. { $words }
event-since-solved-not-ok = { $contact } wrote that it does not hold: “{ $words }”
event-review-recorded = Review: { $lesson } The relationship is { $relation }.
event-case-closed = Closed by { $owner }: { $message }
event-case-closed-on-behalf = Closed for { $owner }: { $message }
event-case-reopened = { $by } says it is not solved: “{ $words }” The case is open again.
event-case-handed-over = From { $from } to { $to }: { $why } { $promises ->
    [0] Nothing was promised that is still open.
    [one] One promise goes along: { $promised }
   *[other] { $promises } promises go along: { $promised }
}
event-team-named = Named on the case: { $named }
event-case-merged = Goes on as { $number }: { $why }
event-merged-here = { $number } came in here, with { $promises ->
    [one] one promise
   *[other] { $promises } promises
}.
event-case-linked = Belongs with { $number }: { $why }
event-case-split = “{ $into }” goes on as { $number }
event-came-by-split = Came out of { $number }
event-gate-passed = { $by } passed the gate “{ $gate }”: { $reason }
event-clock-warned = Soon due ({ $due }): { $clock }. Told { $to }.
event-clock-ran-out = Not done by { $due }: { $clock }. Told { $to }.
event-clock-went-up = Still not done since { $due }: { $clock }. Told { $to }.
event-playbook-chosen = Following “{ $playbook }”
event-step-ticked = Step done: { $step }. { $words }
event-prevention-moved = Prevention: { $to }. { $words }
event-prevention-reopened = The like failure came back. What we called held did not hold. { $words }
event-not-agreed = We cannot meet this: { $request } We still do: { $still }
event-mediation = { $mediator } mediates; { $by } accepts for them
event-mediator-named = { $mediator } helps both: { $impartial }
event-outcome-proposed = Proposed by the mediator: { $words }

## What the customer reads

told-escalated = A manager and a quality colleague of ours now work on it too.
told-word-asked = We asked you: is it solved?
told-word-solved = You said it is solved: “{ $words }”
told-word-not-solved = You said it is not solved: “{ $words }” We look for another way with you.
told-word-not-given = We have not heard whether it is solved. It stays open for you: one word is enough.
told-withdrawn = You let it rest: “{ $words }” If it comes back, tell us.
told-follow-up-ok = We called to ask whether everything is OK.
told-since-solved-ok = You told us that it holds.
told-case-closed = { $message }
told-case-reopened = You said it is not solved: “{ $words }” It is open again, and we call you.
told-case-handed-over = { $to } now looks after it for you.
told-case-merged = This goes on as { $number }. Everything we promised goes along.
told-merged-here = { $number } is looked after here from now on.
told-case-split = “{ $into }” has its own number: { $number }.
told-improvement = { $letter }
told-not-agreed = What we still do for you: { $still } { $goodwill }
told-mediation = { $mediator } helps both of us, impartially.
told-outcome-proposed = { $words } This is proposed; it counts when both of us have agreed to it.

## Whom we tell

notice-escalated = { $case } “{ $title }” needs you now: { $reason }. { $words }
notice-not-solved = { $case } “{ $title }”: they say it is not solved. “{ $words }” Call them.
notice-case-reopened = { $case } “{ $title }” is open again: “{ $words }” Call them.
notice-handed-over = { $case } “{ $title }” is yours now: { $why } { $promises ->
    [0] Nothing was promised yet.
    [one] One promise goes along.
   *[other] { $promises } promises go along.
}
notice-running-away = { $case } “{ $title }” went from hand to hand, and nobody has spoken with the customer. Who calls?
notice-named-on-case = You are named on { $case } “{ $title }”.
notice-clock-warns = { $case } “{ $title }”: soon due ({ $due }): { $clock }.
notice-customer-not-told = { $case } “{ $title }”: the customer has not been called. Mistake 1. Call now.
notice-deadlock = { $case } “{ $title }”: no agreement in sight. Let somebody fresh take the next talk, let directors talk, then propose mediation.
notice-clock-ran-out = { $case } “{ $title }”: not done by { $due }: { $clock }.
notice-clock-went-up = { $case } “{ $title }”: still not done since { $due }: { $clock }.
notice-did-not-hold = { $case } “{ $title }”: the like failure came back. What we changed did not hold.

## Why not, and the way out

refusal-talk-before-escalation = Nobody has talked with them yet. Talk first, then go up; or pass the gate with your name and a reason.
refusal-escalation-already-open = Manager and quality are called for this reason already. Wait for their word, or call them.
refusal-no-such-escalation = There is no such call on this case. Reload the page and choose again.
refusal-escalation-already-acknowledged = You answered this call already.
refusal-escalation-not-yours = This call went to others. Only they or a manager can answer it.
refusal-ask-whom = Whom do we ask? Name the contact.
refusal-word-too-early = It is too early for their word. First agree on a plan and do what was agreed.
refusal-fix-not-done = A step that makes it good is still open. Do it first, or leave it out with a reason.
refusal-tell-what-happened-first = They have not been told what happened. Tell them first, or pass the gate with your name and a reason.
refusal-ask-by-voice = Ask by voice: nobody hears a tone in a letter. Or pass the gate with your name and a reason.
refusal-only-their-word-solves = Only the customer says that it is solved. Ask them, and record what they say.
refusal-word-without-words = Write it down in their own words.
refusal-word-stands-already = They have given their word. If it is not solved after all, reopen the case.
refusal-concerns-open = A worry of theirs is still open. Answer it and ask whether it is settled, or pass the gate with your name and a reason.
refusal-needs-not-ticked = Ask about each worry: is it settled? Tick those they say yes to, or pass the gate with your name and a reason.
refusal-deadline-not-answered = Was their own deadline met? Ask them, or pass the gate with your name and a reason.
refusal-suggestions-open = A suggestion of theirs has no answer yet. Answer it, or pass the gate with your name and a reason.
refusal-questions-open = A question of theirs has no answer yet. Answer it, or pass the gate with your name and a reason.
refusal-not-awaiting-word = This rests only after everything is done and they were asked for their word.
refusal-asked-too-little = They were asked { $asked } times. Ask at least three times over ten working days; silence is never a yes.
refusal-only-they-withdraw = Only the customer can let it go. Ask them, and record what they say.
refusal-not-solved-yet = The trouble still stands. This comes after they say it is solved.
refusal-nothing-needs-why = You chose that nothing follows. Say why.
refusal-next-step-not-chosen = Choose what comes next: a call, a thank-you, a discount, a visit, or nothing and why. Or pass the gate with your name and a reason.
refusal-review-about-customer = Say what we learned about this customer.
refusal-review-about-us = Say what we learned about how we work.
refusal-review-improved = Say what improved, or “nothing, because …”.
refusal-review-lesson = Say the lesson in one sentence.
refusal-only-their-word-closes = Only a case that the customer calls solved, lets go or that still works for them can close. Ask for their word.
refusal-prevention-not-finished = It must not happen again: prevention is not finished. Bring it to held and shared, or have it found not needed.
refusal-promises-open = Something promised is still open. Keep it, or let the customer release it.
refusal-steps-open = A step of ours is still open. Do it, or leave it out with a reason.
refusal-follow-up-call-first = Nobody has called yet to ask whether everything is OK. Call first, or pass the gate with your name and a reason.
refusal-follow-up-by-voice = Say how you spoke with them: by visit, video or phone.
refusal-review-first = There is no review yet. Write it, or pass the gate with your name and a reason.
refusal-amends-not-given = Something we granted has not been given yet. Give it, or pass the gate with your name and a reason.
refusal-improvement-letter-first = They do not know yet what we changed. Tell them, or ask whether they want to know; or pass the gate with your name and a reason.
refusal-closing-message = The last message says two things: that we value their business, and what we commit to. Write both, or pass the gate with your name and a reason.
refusal-closing-by-relationship-owner = { $owner } keeps this account and sends the last message. Ask them, or say that you send it for them.
refusal-case-is-open = This case is open. Go on with it.
refusal-only-they-reopen = A case opens again by the customer's word. A colleague reads what came in first.
refusal-already-theirs = They drive this case already. Choose somebody else.
refusal-colleague-of-another-role = They do not have this role. Choose another colleague, or ask an administrator.
refusal-same-case = That is this case itself. Give the number of the other one.
refusal-other-account = These are cases of two customers. Link them instead.
refusal-other-case-merged = The other case went into another one itself. Give the number where it goes on.
refusal-other-case-closed = The other case is closed. Reopen it first, or merge the other way round.
refusal-merge-would-hide-trouble = This trouble still stands, and the other one is called solved. Merge the other way round.
refusal-already-linked = These two are linked already.
refusal-no-room-for-new-case = No number was free for the new case. Try again.
refusal-reason-short = Say a little more: at least { $least } characters that a colleague will understand next year.
refusal-playbook-runs-already = The case follows this playbook already.
refusal-playbook-does-not-run = The case does not follow a playbook “{ $name }”. Choose it first.
refusal-no-such-playbook-step = There is no step { $no } in this playbook. Reload the page and choose again.
refusal-step-not-by-hand = This step is done by what it needs, not by a tick. See what is still needed.
refusal-step-ticked-already = This step is ticked already.
refusal-prevention-one-step = Prevention goes one step at a time; it now stands at: { $from }. Choose the next one.
refusal-answer-without-words = Say to each answer what will be done, or why not.
refusal-prevention-begun = Causes are being looked into already. Bring it to the end.
refusal-prevention-needed = This one needs prevention: it is grave, came back, concerns safety, or slipped past our checks.
refusal-cause-empty = Name the cause that was verified.
refusal-cause-names-a-person = That names a person, not a cause. What let it happen?
refusal-cause-is-the-symptom = That is what they saw, not why it happened. Ask why once more.
refusal-no-action-chosen = Nothing is chosen yet that keeps it from happening again. Answer at least one question with yes.
refusal-weak-action-alone = Training alone is weak. Add something that makes it impossible, or pass the gate with your name and a reason.
refusal-prevention-question-open = One question has no answer yet: { $question }. Answer it with yes or no and why.
refusal-not-deciding = This is said while options are on the table. Lay them out first.
refusal-what-we-still-do = Say what we still do for them.
refusal-goodwill-line = Say the line of goodwill as you said it to them.
refusal-manager-and-quality-first = Manager and quality have not looked for more ways yet. Call them, or pass the gate with your name and a reason.
refusal-mediation-after-not-agreed = Mediation comes after both said that they do not agree. State that first.
refusal-mediator-empty = Name who mediates.
refusal-mediator-impartial = Say in a sentence why they are impartial.
refusal-mediation-needs-both = Both sides must accept the mediator. Name the contact who accepts for them.
refusal-mediation-too-early = A rung below is not done: heard, two options, manager and quality, a talk between directors. Do it, or pass the gate with your name and a reason.
refusal-outcome-in-mediation = There is nobody impartial between you now. Appoint somebody first.
refusal-link-in-mediation = This case is not in mediation now, so there is nobody to write to or to invite.

## Words of choices

recovery-spotted = Spotted
recovery-told = Told
recovery-heard = Heard
recovery-deciding = Deciding
recovery-agreed = Agreed
recovery-making-good = Making good
recovery-awaiting-word = Awaiting their word
recovery-solved = Solved, by their word
recovery-closed = Closed
recovery-still-works = Still works for them
recovery-not-agreed = Not agreed
recovery-in-mediation = In mediation
recovery-withdrawn = Let go by them
recovery-no-word = No word from them
recovery-merged = Merged

prevention-not-started = not started
prevention-containing = stopping the harm
prevention-contained = contained
prevention-finding-cause = finding the cause
prevention-cause-verified = cause verified
prevention-choosing = choosing what to change
prevention-implementing = changing it
prevention-verifying = proving it
prevention-held = held
prevention-shared = shared with them
prevention-did-not-hold = did not hold
prevention-not-needed = not needed

prevention-question-stock = Should stock levels change?
prevention-question-training = Is training needed?
prevention-question-supplier = Is it the supplier?
prevention-question-alternatives = Is there an alternative?
prevention-question-process = Must the process change?
prevention-question-promise-rule = Must we promise otherwise?
prevention-question-communication = Must we say it otherwise?

escalation-reason-not-satisfied = they are not satisfied
escalation-reason-cannot-meet-what-is-asked = we cannot meet what is asked
escalation-reason-clock-ran-out = a time ran out
escalation-reason-broken-promise = a promise was broken
escalation-reason-deadlock = no agreement in sight
escalation-reason-fix-failed = the fix did not hold
escalation-reason-safety = safety
escalation-reason-need-help = help is needed

word-way-visit = in person
word-way-video = by video
word-way-phone = by phone
word-way-written = in writing

follow-up-kind-call = a call
follow-up-kind-thank-you = a thank-you
follow-up-kind-future-discount = a discount on what comes
follow-up-kind-visit = a visit
follow-up-kind-nothing = nothing

follow-up-result-ok = OK
follow-up-result-not-ok = not OK
follow-up-result-not-reached = not reached

relation-better = better
relation-same = the same
relation-worse = worse

rung-heard = heard out
rung-two-options = two options laid out
rung-fresh-person = somebody fresh has talked with them
rung-manager-and-quality = manager and quality have looked
rung-executive-talk = directors have talked

policy-problem-no-hard-actions = The list of acts that need a second name is empty. Keep at least one.
policy-problem-warn-share = The warning comes between 1 and 99 percent of the time.
policy-problem-clock-missing = A clock has no length. Give each one.
policy-problem-zero-length = A clock has the length zero. Give it more.

## Gates

gate-acknowledgement = acknowledgement
gate-no-visit-reason = reason for no visit
gate-end-tone = tone at the end
gate-next-contact = next contact
gate-listen-first = listen first
gate-reflect-back = reflect-back
gate-our-part-first = our part first
gate-impact-first = what it does to them first
gate-apology-in-time = apology in its time
gate-assurance-needs-step = assurance with a step
gate-worst-part = the worst part, in their place
gate-two-options = two options
gate-operations-confirms = operations confirms
gate-not-a-sale = not a sale
gate-what-else = what else can we do
gate-how-can-we-help = how can we help
gate-heard-before-plan = heard before the plan
gate-fix-and-prevent = fix and prevent
gate-steps-confirmed = steps confirmed
gate-remedy-before-amends = remedy before amends
gate-customer-takes-part = customer takes part
gate-no-resolving-in-writing = no resolving in writing
gate-talk-before-escalation = talk before going up
gate-ladder = the rungs below
gate-fix-proven = fix proven
gate-told-what-happened = told what happened
gate-concerns-settled = worries settled
gate-suggestions-answered = suggestions answered
gate-needs-ticked = needs ticked
gate-follow-up-call = follow-up call
gate-next-step-chosen = next step chosen
gate-review-done = review done
gate-amends-given = amends given
gate-improvement-letter = improvement letter
gate-questions-answered = questions answered
gate-closing-message = closing message
gate-battle-check = battle check
gate-weak-action-alone = weak action alone
gate-read-back = read back in one line

## Needs: “still needed: …”

need-safety-answered = is anyone hurt?
need-acknowledged = acknowledgement
need-our-part = our part
need-invited = asked for a talk
need-prepared = preparation
need-news-told = news told
need-reaction-known = does it still work for them?
need-reaction-hurts = it hurts, by their word
need-need-by-known = when they really need it
need-voice = a talk
need-had-their-say = had their say
need-reflect-back = reflect-back
need-impact = what it does to them
need-end-tone = tone at the end
need-apologised = apology
need-fault-stated = whose part, with a fact
need-cause-asked = what do they think led to it?
need-prevention-asked = how do they think we prevent it?
need-facts-recorded = facts
need-what-else = what else can we do on their side?
need-two-options = two options
need-compromise = a compromise
need-options-talk = options talk
need-decision = their decision
need-remedy = remedy
need-fix-step = a step that fixes
need-prevent-step = a step that prevents, or why none
need-steps-confirmed = steps confirmed by who does them
need-customer-takes-part = the customer takes part
need-agreed-by-both = agreed by both
need-summary-sent = written summary
need-check-in-held = check-in
need-fix-started = fix begun
need-fix-done = fix done
need-promises-kept = promises kept
need-told-what-happened = told what happened
need-questions-answered = questions answered
need-next-contact = next contact
need-word-asked = asked for their word
need-word = their word
need-deadline-by-their-word = deadline met? by their word
need-follow-up-call = follow-up call
need-next-step-chosen = next step chosen
need-next-step-done = next step done
need-review = review
need-closing-message = closing message
need-prevention-done = prevention finished
need-prevention-bank = prevention questions answered
need-improvement-letter = improvement letter
need-manager-and-quality = manager and quality named
need-not-stuck = not stuck
need-by-hand = done, ticked by hand

## Clocks and the blocks of Run to it

clock-c01-first-contact = First contact
clock-c01-urgent-contact = First contact, urgent
clock-c02-receipt = Receipt
clock-c03-voicemail-mail = Mail after the message left
clock-c04-retry = Next try to reach them
clock-c05-silence = Next word from us
clock-c05-silence-awaiting-word = Next word from us, awaiting theirs
clock-c06-promise = Promise
clock-c07-tell-slip = Tell the slip
clock-c11-containment = Harm stopped everywhere
clock-c13-options-ready = Options ready
clock-c14-answer-proposal = Answer to what they propose or ask
clock-c14-approve-amends = Approval of amends
clock-c15-summary = Written summary
clock-c16-step-confirmed = Step confirmed
clock-c17-step-due = Step due
clock-c18-check-in = Check-in
clock-c19-cause-found = Causes verified, actions chosen
clock-c20-prevention-proven = Proven that it holds
clock-c22-ask-for-word = Ask for their word
clock-c23-follow-up-call = Follow-up call
clock-c24-delivery-check = After-delivery check
clock-c25-review = Review
clock-c26-improvement-letter = Improvement letter
clock-c27-escalation-opened = Call answered by manager and quality
clock-c28-deadlock = Agreement
clock-c32-still-waiting = Still waiting for their word

block-contacts = Contacts owed
block-promises = Promises due
block-updates = Updates owed
block-delivery-checks = Delivery checks
block-their-word = Waiting for their word
block-our-decision = Waiting for a decision by us
block-learning = To learn and to tell
