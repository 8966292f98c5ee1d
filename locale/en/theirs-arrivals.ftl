# The customer's page after a delivery, the reading back of a changed delivery, and the word some days after it was solved.

theirs-arrivals = Did it arrive well?
theirs-arrivals-lead = We delivered this to { $name }. Two short questions about each.
theirs-arrivals-how = Nothing has to be filled in. What you leave open stays open: we do not take silence for a yes.
theirs-arrivals-none = There is nothing to answer now. Thank you.
theirs-arrivals-came = delivered { $day }
theirs-arrivals-order = Order { $order }
theirs-arrivals-ordered = Is it what you ordered?
theirs-arrivals-fine = Is everything all right?
theirs-arrivals-wrong = Something is not right
theirs-arrivals-words = What is not right, in your words
theirs-arrivals-act = Send my answers
theirs-arrivals-all = { $count ->
    [one] It is what I ordered, and all is right
   *[other] All { $count } of these are fine
 }
theirs-arrivals-done = Thank you. Your answer is here.
theirs-arrivals-wrong-done = We heard it, in your words. We call you.
theirs-arrivals-told = What you told us
theirs-arrivals-said-fine = fine
theirs-arrivals-said-wrong = not right; we are on it
theirs-arrivals-after-all = If something is not right after all, call us.
theirs-arrivals-nothing-said = Answer for one of them at least, or leave the page as it is.
theirs-arrivals-answer-both = Answer both questions, or leave both open.
theirs-arrivals-words-needed = Tell us in a few words what is not right.
theirs-arrivals-safety-needed = Tell us first whether anyone is hurt, or could be.
theirs-arrivals-both-ways = You wrote that something is not right. Answer no to one of the two, or take the words out.
theirs-arrivals-all-but = You said that something is not right with one of them. Send your answers instead.
theirs-arrivals-answered = Somebody answered for this delivery already. Your words are still here: call us with them, so that nothing is lost.
theirs-arrivals-not-asked = This delivery cannot be answered for here just now. Your words are still here: call us with them.
theirs-arrivals-gone = This delivery is not on the page any more. Call us with what you wrote: “{ $words }”

## A changed delivery, read back

theirs-delivery-read-back = Did we get this right?
theirs-delivery-read-back-why = Nothing is changed yet. It counts once you say yes.
theirs-delivery-as-it-is = stays as it is
theirs-delivery-yes = Yes, change it so
theirs-delivery-again = No, correct it

## Some days after it was solved

theirs-since-solved = Say whether it holds
theirs-since-solved-why = Whenever you know. We call you all the same.
theirs-since-solved-act = Send the answer
theirs-since-solved-done = Thank you. Your answer is here.
theirs-field-holds = Does it hold?
theirs-holds-ok = It holds
theirs-holds-not-ok = It does not hold
theirs-field-since = Anything since? If it does not hold: what is it?
theirs-field-call-first = Would you call us first next time?
theirs-field-strength = How strong is our working together now?
theirs-strength-1 = 1, weak
theirs-strength-2 = 2
theirs-strength-3 = 3
theirs-strength-4 = 4
theirs-strength-5 = 5, strong
