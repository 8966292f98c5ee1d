# Suppliers before us: what follows from a cause that lies with them, what we ask of them, what they answered.

## The story

event-upstream-strengthen = { $supplier } gets stronger: { $words }
event-upstream-alternate = Beside { $supplier }: { $alternate } – { $words }
event-upstream-neither = Neither stronger nor another for { $supplier }: { $words }
event-supplier-asked = Asked { $supplier } about { $part }, stopped by { $due }: “{ $wrong }”
event-supplier-answered = { $supplier } answered { $number } by their link, { $part }: “{ $words }” ({ $who })
event-supplier-file = { $supplier } sends a file for { $number }: { $name }. { $words }
event-supplier-answer-noted = { $supplier } answered { $number }, { $part }: “{ $words }” ({ $who })
event-answer-taken-over = Taken over from { $number }: { $part }
event-answer-returned = Not enough on { $number }, { $part }; asked again by { $due }: “{ $words }”
event-scar-ended = { $number } to { $supplier } has ended: { $words }
notice-supplier-file = { $case } “{ $title }”: { $supplier } sent a file for { $number }: { $name }.
notice-supplier-answered = { $case } “{ $title }”: { $supplier } answered { $number }: { $part }.
clock-supplier-answer = Answer of a supplier

## Why not

refusal-answer-by-what-means = Choose by what means it works; how strong it is follows from that.
refusal-answer-cause-first = Take over their cause first, or name one: an action works against a cause.
refusal-answer-is-not-the-latest = They have answered this anew since. Look at the latest answer.
refusal-answer-was-weighed = Somebody has looked at this answer already. Reload the page.
refusal-answer-what-is-missing = Say what is missing; they read it.
refusal-cause-not-upstream = This cause does not lie with a supplier before us, or was ruled out. Choose one that does.
refusal-no-such-answer = There is no such answer. Reload the page.
refusal-no-such-scar = There is no such request. Reload the page.
refusal-scar-answer-waits = They answered something that nobody has looked at. Take it over or say what is missing, then end it.
refusal-scar-containment-empty = Say what they should do at once: hold back, sort, stop.
refusal-scar-days-in-order = Stopped first, then known, then changed: put the days in this order.
refusal-scar-due-in-the-past = That day is over. Choose one that is still to come.
refusal-scar-end-empty = Say what came of it, or why it goes on without their answer.
refusal-scar-what-is-wrong = Say what is wrong, so that they can find it without us.
refusal-scar-which-part = Say which part of theirs it is.
refusal-supplier-names-customer = The customer stands in this request. Word it anew, then make a link.
refusal-supplier-reads-the-customer = The supplier reads this, and the customer is named in it. Leave the name out.
refusal-upstream-how-proven = Say how the other one is proven.
refusal-upstream-how-stronger = Say what is agreed with them, so that they get stronger.
refusal-upstream-which-alternate = Say which part can come from whom.
refusal-upstream-which-supplier = Name the supplier.
refusal-upstream-why-neither = Say why neither they get stronger nor another one is added.

## What is missing

lack-supplier-answered = a look at what the supplier answered
lack-supplier-owes = the supplier’s answer
lack-upstream = what follows with the supplier with whom a cause lies

## The words of the lists

upstream-way-alternate = another one can deliver too
upstream-way-neither = neither, and why
upstream-way-strengthen = they get stronger
verdict-not-enough = not enough
verdict-taken-over = taken over

## Asking for it

do-ask-supplier = Ask a supplier
do-ask-supplier-act = Keep the request
do-ask-supplier-done = The request is kept. Now make their link.
do-ask-supplier-why = They read it word for word: never whose case it is.
do-choose-upstream = What follows with this supplier
do-choose-upstream-act = Keep it
do-choose-upstream-done = It is kept.
do-end-scar = End the request
do-end-scar-act = End it
do-end-scar-done = The request has ended.
do-note-supplier-answer = Write down a supplier’s answer
do-note-supplier-answer-act = Keep the answer
do-note-supplier-answer-done = The answer is kept.
do-note-supplier-answer-why = By telephone or mail; by their link they write it themselves.
do-return-answer = Say what is missing
do-return-answer-act = Ask again
do-return-answer-done = They are asked again.
do-take-over-answer = Take over a supplier’s answer
do-take-over-answer-act = Take it over
do-take-over-answer-done = It is taken over, and is tried like any other.

act-suppliers = Look at the request

form-scar-action-by = What they change has its day by
form-scar-again-by = Asked again by
form-scar-answer = Answer
form-scar-bad = Found bad
form-scar-cause-by = The cause is known by
form-scar-cause-none = No cause is named yet
form-scar-containment = What they should do at once
form-scar-containment-by = Stopped by
form-scar-counted = Pieces at their place
form-scar-end-words = What came of it, or why it goes on without them
form-scar-good = Found good
form-scar-in-place = In place on
form-scar-language = Language of their page
form-scar-language-theirs = as their browser asks
form-scar-lots = Lots or serial numbers
form-scar-marking = How good ones are marked
form-scar-missing = What is missing
form-scar-missing-help = They read it: never whose case it is.
form-scar-order = Our order or their delivery note
form-scar-owner = Who of us sees to it
form-scar-part = Their part
form-scar-quantity = Pieces that may have it
form-scar-revision = Revision
form-scar-said-by = Who there says so
form-scar-should = What it should be
form-scar-suspect = May be bad there
form-scar-to = Who there is asked
form-scar-what = What it answers
form-scar-which = Request
form-scar-words = What they say
form-scar-wrong = What is wrong
form-scar-wrong-help = So that they can find it without us. They read it: never whose case it is.
form-upstream-alternate = For another one: which part, from whom
form-upstream-alternate-help = Customers approve alternates: look at the item’s list before you promise one.
form-upstream-supplier = Supplier
form-upstream-way = What follows
form-upstream-words = How, or why
form-upstream-words-help = What is agreed with them; how the other one is proven; why neither.

## The page of the suppliers

cause-upstream-open = What follows with this supplier?
cause-suppliers = Suppliers asked
suppliers-files = Files they sent
suppliers-answer-of = { $who }, { $when }
suppliers-back = Back to the causes
suppliers-became-action = It stands among the actions.
suppliers-became-cause = It stands among the causes, still to be tried.
suppliers-became-place = It stands among the five places; somebody else still looks.
suppliers-ended = Ended: { $words }
suppliers-link = Their link
suppliers-link-end = Take the link back
suppliers-link-make = Make their link
suppliers-link-mail = Write the mail
suppliers-link-mail-body = Please answer our request { $number } about { $part } on this page: { $link }
suppliers-link-why = One link, for { $supplier } alone: it shows this request and their answers, and nothing else of the case. A new link takes the old one back.
suppliers-looked = They last answered by it on { $when }.
suppliers-none = No supplier is asked. Where a cause lies with one, ask what they stop, what caused it and what they change.
suppliers-noted-by = written down by { $who }
suppliers-owes = { $supplier } owes { $what } by { $day }
suppliers-owes-nothing = Nothing is owed.
suppliers-paper = What they read, as a document
suppliers-story = What happened with suppliers
suppliers-take = Take it over
suppliers-waits = Nobody has looked at it yet.
suppliers-waiting-for = Waiting for: { $all }
suppliers-written-anew = Word it anew
