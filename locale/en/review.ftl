# The review of a text before it leaves: what a colleague would say of it.

review-title = Review
review-act = Review
review-keys = F8 next, Shift F8 before, Alt Enter puts it in.
review-nothing-yet = Nothing is written yet.
review-fine = I would send it as it is.
review-could = It can go. { $count ->
    [one] One thing would make it clearer.
   *[other] { $count } things would make it clearer.
 }
review-should = { $count ->
    [one] One thing to look at before it goes.
   *[other] { $count } things to look at before it goes.
 }
review-stopped = { $count ->
    [one] It cannot go like this: one thing is wrong or open.
   *[other] It cannot go like this: { $count } things are wrong or open.
 }
review-no-pack = For this language only facts, numbers and dates are read.
review-also = Also ({ $count })
review-more = And { $count } more; put these right first.
review-says-stop = Stop
review-says-fix = To fix
review-says-consider = To consider
review-state-there = there
review-state-weak = weak
review-state-missing = Missing
review-not-needed = Not needed here: { $items }
review-put-in = Put it in
review-replace = Replace
review-take-out = Take it out
review-example = For example: { $words }
review-leave = Leave it as it is
review-leave-why = Why it stays (kept in the history)
review-left = Left as it is ({ $count })
review-list = Checklist: { $there } of { $asked } there
review-marks = The text with what was found
review-promises = You are promising
review-promises-help = What you tick is in the list of promises once this has left.
review-stops = This cannot leave yet. Beside the text stands what is wrong or open, and the way out.
review-asks = Something would be read wrong. Put it right, or say below why it goes as it is.
review-once = This judges a person. Write down what happened and what was said, or press again to keep it as it is.
review-all-left-title = Send it as it is
review-all-left = Because
review-all-left-help = The reason is kept in the history beside what was found.
review-way-contact = Is the contact written wrong? Put it right there first.
review-way-facts = Is it right? Put it on record first.
review-way-date = Is it right? Tick the promise, or put the date into the plan first.
review-way-option = Is it approved? Make it one of the ways first.
review-way-call = Did you speak with them? Record the talk.
review-way-amends = Ask for it to be approved first.
review-way-promise = Has the date changed? Move the promise first.

# What a finding is about, by the first letters of its rule
review-about-ac = Who does what
review-about-ak = What happened to them
review-about-ap = Apology
review-about-bl = Blame
review-about-ch = What they can still change
review-about-ct = Who to call
review-about-df = On the defence
review-about-ds = Plain words
review-about-dt = Dates
review-about-ef = What was done
review-about-em = What it does to them
review-about-fx = Facts
review-about-in = Invitation
review-about-jg = House words
review-about-lg = Their language
review-about-nt = Judging a person
review-about-od = The door stays open
review-about-op = Ways forward
review-about-ov = How we see it
review-about-ow = Our part
review-about-po = Call first
review-about-pr = Promises
review-about-tn = Tone
review-about-up = Next word
review-about-x = Phrase book
review-about-other = Wording

# Lines of the checklist, by their rule
review-item-ac01 = what we do about it
review-item-ak01 = the trouble, by name
review-item-ak05 = that we will solve it
review-item-ap01 = an apology for what we did
review-item-ap12 = regret, and what they mean to us
review-item-ch01 = what they can still change
review-item-ct01 = a person with a name
review-item-dt01 = a date
review-item-ef01 = what we did so far
review-item-em01 = what it does to them
review-item-fx08 = what happened
review-item-od01 = the open door
review-item-op01 = two ways forward
review-item-ow01 = our own part
review-item-po02 = the call that was tried
review-item-po03 = two times to choose from
review-item-up01 = when they hear from us next
