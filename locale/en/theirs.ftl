# The customer's own page of their case, and the forms on it. Plain words for somebody who waits, without blame.

theirs-foot = This page is yours. Opening it changes nothing; only what you press does.
theirs-gone-title = This link does not work any more
theirs-gone = It may have run out, been replaced by a newer one, or been cut short on its way to you.
theirs-gone-call = Call the person who sent it to you. They send you a new one.
theirs-gone-call-firm = Call your contact at { $firm }. They send you a new one.
theirs-back = Back to the page
theirs-only-reads-title = With this link you can read
theirs-reads-only = This page was passed on to you to read. { $name } can answer, choose and decide by their own link.

## Where it stands

theirs-stands-chosen = You chose a way forward. Our plan for it follows.
theirs-stands-preparing = We are preparing ways forward for you to choose from.
theirs-next = You hear from us by
theirs-next-missed = You should have heard from us by
theirs-next-call = That is our fault. Call us now if it cannot wait.
theirs-next-none = We have not named a time for our next word yet. Ask us, and we name one.
theirs-person = Your person here
theirs-there = There for you { $day }, { $from } to { $to } on your clock
theirs-message-hours = You reach me from { $from } to { $to }, your time, on days when we are open.
theirs-message-page = How it stands: { $page }

## What we heard

theirs-heard = What we heard from you
theirs-heard-nothing = Nothing but the sentence at the top. Tell us what it does to you.
theirs-impacts = What it does to you
theirs-deadline = Your deadline
theirs-needs = What worries you and what you need
theirs-settled = (settled, you said)
theirs-questions = Your questions
theirs-no-questions = You have asked nothing so far.
theirs-answer-owed = We owe you the answer.

## Ways forward

theirs-ways = Ways forward
theirs-ways-none = There is nothing to choose from yet. Do you have an idea?
theirs-ways-being-made = We are preparing new ways forward and will lay them before you.
theirs-ways-earlier = Ways that were talked about before
theirs-chose = { $name } chose: { $what }
theirs-none-fitted = { $name } said that none fits
theirs-chosen = This is what you chose.
theirs-proposal = Your own proposal
theirs-proposal-waits = We owe you an answer to it.
theirs-proposal-taken = We can do it.
theirs-proposal-partly = We can do a part of it.
theirs-proposal-not-taken = We cannot do it. Our answer is below, with what was told.
theirs-choose-one = Choose one of them.

## The plan

theirs-plan = Our plan
theirs-agreed = { $name } agreed.
theirs-plan-you-still = It holds when you agree too.
theirs-plan-we-still = Our own yes is still missing.
theirs-step-yours = you
theirs-step-ours = we
theirs-was-done = done
theirs-was-skipped = left out
theirs-step-open = open
theirs-step-open-theirs = still open
theirs-step-late = we are late with this

## What we promised

theirs-promises = What we promised you
theirs-promise-kept = kept
theirs-promise-broken = we did not keep it; that is our fault
theirs-promise-late = we are late with it; that is our fault
theirs-promise-open = to come
theirs-promise-kept-late = not kept in time; that is our fault
theirs-promise-released = you released us from it

## What was told, and their word

theirs-told = What was told so far
theirs-read = I have read it
theirs-read-done = Thank you. We see that you have read it.
theirs-word = Is it solved?
theirs-word-later = Only you can say so. We ask you here when our part is done.
theirs-said-solved = { $name } said: it is solved
theirs-said-not = { $name } said: it is not solved
theirs-pass-on = To pass on
theirs-pass-on-help = Whoever gets this address from you can read this page and change nothing. The link in our message stays yours alone.
theirs-yours-alone = This link is for { $name } alone. Whoever has it speaks for you here. For a colleague, ask us for a link of their own.

## What can be pressed: on the page, on its button, and when it is done

theirs-correct = Correct us
theirs-correct-act = Send the correction
theirs-correct-done = Thank you. Your correction is here, and we owe you an answer.
theirs-add = Tell us more
theirs-add-why = Fill in what you want; the rest may stay empty.
theirs-add-act = Send it
theirs-add-done = Thank you. It is here.
theirs-answer-news = Say whether this still works for you
theirs-answer-news-act = Send the answer
theirs-answer-news-done = Thank you. Your answer is here.
theirs-choose = Choose this
theirs-choose-act = Choose it
theirs-choose-done = Your choice is here.
theirs-none-fits = None of these fits
theirs-none-fits-why = Then we look for others. It helps to know why.
theirs-none-fits-act = Say that none fits
theirs-none-fits-done = We heard it. We look for other ways and come back to you.
theirs-propose = Propose your own
theirs-propose-act = Send the proposal
theirs-propose-done = Your proposal is here, and we owe you an answer.
theirs-ask = Ask a question
theirs-ask-act = Send the question
theirs-ask-done = Your question is here, and we owe you the answer.
theirs-agree = Agree to the plan
theirs-agree-why = These are the steps as they stand now.
theirs-agree-act = I agree
theirs-agree-done = Your yes to the plan is here.
theirs-change-plan = Ask for a change
theirs-change-plan-act = Send the wish
theirs-change-plan-done = Your wish is here. A changed plan needs the yes of both of us again.
theirs-step = Say how this came out
theirs-step-act = Send it
theirs-step-done = Thank you. We know it now.

theirs-delivery = Change the delivery
theirs-delivery-why = What stays as it is may stay empty.
theirs-delivery-act = Go on and check it
theirs-delivery-done = The change is here, and those who send the goods know of it.
theirs-solved = It is solved
theirs-solved-why = Only your word counts. What you leave open is no answer to us.
theirs-solved-act = Say that it is solved
theirs-solved-done = Thank you for your word. Should it come back, one line opens it again.
theirs-not-solved = It is not solved
theirs-not-solved-why = Then we are not done. We call you.
theirs-not-solved-act = Say that it is not solved
theirs-not-solved-done = We heard it. We call you.
theirs-open-again = It is not solved after all
theirs-open-again-why = One line is enough, however long ago it was. We call you.
theirs-open-again-act = Open it again
theirs-open-again-done = It is open again. We call you.
theirs-let-rest = Let it rest
theirs-let-rest-why = You ask nothing more of us. You can open it again at any time.
theirs-let-rest-act = Let it rest
theirs-let-rest-done = It rests. You can open it again at any time.

## The fields of the forms

theirs-field-correct = What is not right, and how it is
theirs-field-more = Anything else
theirs-field-choice = A word on your choice
theirs-field-none-fits = What does not fit
theirs-field-help = How can we help?
theirs-field-proposal = What you propose
theirs-field-needed-by = When you would need it
theirs-field-you-do = What you would do for it
theirs-field-question = Your question
theirs-field-change = What should be different
theirs-field-outcome = How it came out
theirs-field-new-due = When it will be done
theirs-field-reason = What we should know
theirs-outcome-done = It is done
theirs-outcome-late = It takes longer
theirs-outcome-skipped = It is not needed any more
theirs-field-address = The new address
theirs-field-receiver = Who receives it there, and how to reach them
theirs-field-when = The new time
theirs-field-let-rest = In your words
theirs-field-not-solved = What is not solved
theirs-field-solved = In your words
theirs-field-settled = Tick what is settled
theirs-field-in-time = Was it in time for you?
theirs-field-may-be-shown = May we show your words to our people?
theirs-field-reaction = With this change
theirs-field-need-by = When you really need it
theirs-field-dimension = Where it hits you
theirs-field-impact = What it does to you
theirs-field-safety = Is anyone hurt, or could be?
theirs-field-deadline = A deadline of yours
theirs-field-deadline-what = What happens then
theirs-field-deadline-at = When
theirs-field-at-risk = Is it at risk?
theirs-your-time = On your clock ({ $zone })
theirs-safety-nobody = Nobody
theirs-safety-somebody-hurt = Somebody is hurt
theirs-safety-could-hurt = Somebody could be
theirs-dimension-safety = Safety
theirs-dimension-stopped = Something stands still
theirs-dimension-deadline = A deadline of ours
theirs-dimension-money = Money
theirs-dimension-standing = Our standing with our own customer
theirs-dimension-productivity = Work and time
theirs-dimension-goods-unusable = Goods cannot be used
theirs-dimension-paperwork = Paperwork
theirs-scores = How was it for you?
theirs-score-outcome = What came out of it
theirs-score-process = How we went about it
theirs-score-people = Our people
theirs-score-valued = You felt valued
theirs-score-reassured = You felt reassured
theirs-score-none = no answer
theirs-score-1 = 1, not at all
theirs-score-2 = 2
theirs-score-3 = 3
theirs-score-4 = 4
theirs-score-5 = 5, fully

## Not agreed, and somebody impartial

theirs-still-do = What we still do for you
theirs-neutral = Somebody impartial
theirs-neutral-accepted = Accepted by { $us } and { $them }.
theirs-neutral-proposes = Proposed:
theirs-neutral-sign = It counts when both of us have agreed to the plan below.
theirs-neutral-say = Say something to the mediator in confidence
theirs-neutral-why = Only your side and the mediator read this. We never see it.
theirs-neutral-words = To the mediator
theirs-neutral-act = Say it in confidence
