# What a contact of the customer does by their link: how it is said to them, to us, and why not.

## Colleagues read this

event-corrected = { $by } corrects { $about }: “{ $words }”
event-plan-agreed-by-them = { $them } agreed to the plan (version { $version }). Our yes is still missing.
event-plan-agreed-by-us = { $us } agreed to the plan (version { $version }) for us. Their yes is still missing.
event-taking-part-declined = { $by } would rather not take part: “{ $words }”
corrects-heard = what we heard
corrects-plan = the plan
notice-they-acted = { $case } “{ $title }”: { $by } { $did }.
notice-they-disagree = { $case } “{ $title }”: people at this customer do not choose the same. { $by } says: “{ $words }” Speak with them, and record what they agree on.
they-harm-described = said what it does to them
they-reaction-recorded = answered to our news
they-concern-answered = says that a worry is settled
they-question-asked = asks something and waits for an answer
they-corrected = says that something of ours is not right and waits for an answer
they-option-added = proposes a way forward
they-decision-recorded = decided
they-plan-agreed = agreed to the plan
they-plan-agreed-by-one = agreed to the plan; your yes is missing
they-taking-part-declined = agreed to the plan and leaves the doing to us
they-step-settled = says how a step of theirs came out
they-delivery-changed = wants another delivery
they-word-given = gave their word
they-withdrawn-by-customer = lets it rest
they-case-reopened = says it is not solved
they-case-opened = says that something did not arrive well
they-follow-up-recorded = says that it still holds
case-disputed-title = What they chose
case-chose-none = { $by } says that none fits.
case-disputed = They do not choose the same. Speak with them, and record what they agree on.
do-correct-us = They correct us
do-correct-us-act = Keep the correction
do-correct-us-done = The correction is kept. We owe an answer.
form-agreed-by-us-only = Nobody yet: only we agree, and they are asked by their link
form-agreed-by-help = The plan holds when both sides have agreed.
form-corrected-by = Who says it
form-corrects = What is not right
form-their-correction = In their words

## The customer reads this

told-corrected-heard = You corrected what we heard: “{ $words }”
told-corrected-plan = You asked for a change of the plan: “{ $words }”
told-plan-agreed-by-you = You agreed to the plan: { $steps }. Our own yes follows.
told-plan-agreed-by-us = { $us } agreed to this plan for us: { $steps }. It holds when you agree too.
told-taking-part-declined = You leave the doing to us: “{ $words }”
told-step-skipped = Left out: { $text }. { $reason }
told-concern-settled = You said that this is settled: “{ $words }”
told-deadline-said = You need it by { $at }: { $what }
told-reaction = You said: { $reaction }. { $words }
told-reaction-unknown = no answer yet
told-reaction-still-works = it still works
told-reaction-works-with-changes = it works with changes
told-reaction-hurts = it hurts
told-reaction-must-check = you will check

## Why not, and the way out, in their words

refusal-not-your-case = This is not a case of your firm. Open the link in our last message to you, or call us.
refusal-speaks-for-another = On this page you speak for yourself. A colleague of yours answers by their own link.
refusal-filled-in-by-us = We fill this in ourselves. Leave it out and send the rest.
refusal-step-is-ours = This step is ours. We tell you when it is done; ask us when you wait for it.
refusal-hurt-until-we-spoke = It says here that somebody is hurt or could be. Call us, so that we hear it from you that nobody is.
refusal-plan-is-another = The plan has changed since you read it; it is version { $version } now. Read it, then agree.
refusal-plan-agreed-already = This plan has that yes already. There is nothing more to do.
refusal-agreed-so-ask-us = We are doing what you chose. If it should be another way, ask for a change of the plan or call us.
refusal-say-how-we-help = None fits: tell us how we can help, and we look for other ways.
refusal-tick-each-need = Tick each need that is settled. If one is not, say that it is not solved.
refusal-say-whether-you-take-part = Tell us whether you take part in this, or that you would rather leave it to us.
refusal-say-whether-in-time = Tell us whether it was in time for you.
refusal-we-owe-an-answer = We still owe you an answer. You have it first, then you can go on here.
refusal-we-owe-what-happened = We still owe you what happened. You hear it from us first, then you can say whether it is solved.
refusal-say-it-in-your-words = Tell us in a few words of your own.
refusal-not-asked-yet = We are not there yet. You can do this once we have done our part; we tell you then.
refusal-plan-not-ready = We are not ready with this yet. We tell you as soon as we are.
refusal-option-not-there = You cannot choose this way forward any more. Look at the others, or tell us what you need.
refusal-we-are-at-it = We are working on it. Ask us a question, or call us.
refusal-you-gave-your-word = We have your word already. If it is not solved after all, open it again.
refusal-closed-for-now = This is closed. If it is not solved, open it again with one line.
refusal-enough-for-now = You have told us much that we have not answered yet. We answer first; call us when it cannot wait.
refusal-call-us-with-it = We cannot take this here just now. Call us with it; your words are still in the form.
