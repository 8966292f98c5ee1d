# To know, to reach, to listen: what the timeline says, what the customer reads, why not, and whom we tell.

## The timeline

event-case-opened = Case opened: “{ $title }” ({ $origin })
event-recovery-moved = Now: { $to }
event-severity-changed = From { $from } to { $to }
event-harm-described = What it does to them: { $impacts }
event-recognised-earlier = We knew earlier: { $to }, not { $from }. { $reason }
event-attempt-no-answer = Tried to reach { $contact } by { $channel }: no answer. { $note }
event-attempt-left-message = Left a message for { $contact }: { $note }
event-attempt-wrong-number = The number of { $contact } is wrong. { $note }
event-talk-prepared = Talk prepared: { $purpose }
event-talk-asked-for = Asked for a talk: “{ $words }”
event-conversation-visit = Visited { $with }, { $minutes } min
event-conversation-video = Spoke with { $with } by video for { $minutes } min
event-conversation-phone = Spoke with { $with } on the phone for { $minutes } min
event-message-recorded = Wrote to { $to } ({ $purpose }): { $text }
event-message-recorded-read-back = Wrote to { $to } ({ $purpose }): { $text } — read back as “{ $understood }”
event-review-overruled = Left as it is, against the review: { $findings }
event-told-what-happened = Told { $to } what happened: { $what }
event-news-told = Told { $to } the news
event-reaction-recorded = { $by }: { $reaction }. “{ $words }”
event-facts-recorded = Known now: { $facts }
event-fault-stated = Whose part it was: { $position }. { $fact }
event-views-stated = Both views written down
event-concern-answered = Their worry answered: { $words }
event-concern-settled = { $by } says it is settled: “{ $words }”
event-question-asked = They ask: “{ $words }”
event-question-answered = Answered: { $answer }
event-help-to-start-asked = Asked for help to start
event-support-asked = Asked the manager for a hand
event-note-added = { $text }
event-promise-made = Promised { $to }: { $words }, by { $due }
event-next-contact-promised = { $to } hears from us by { $due }
attempt-somebody = somebody

## What the customer reads

told-case-opened = You told us: “{ $title }”
told-recovery-spotted = We know of it.
told-recovery-told = We see it, and we are working to make it right.
told-recovery-heard = We heard you.
told-recovery-deciding = You have ways forward to choose from.
told-recovery-agreed = We have a plan together.
told-recovery-making-good = We are making it good.
told-recovery-awaiting-word = Everything agreed is done. Is it solved? Only you can say.
told-recovery-solved = You said it is solved.
told-recovery-closed = Closed. If it is not solved, tell us: it opens again at once.
told-recovery-still-works = You said it still works for you.
told-recovery-not-agreed = We have not agreed yet. What we still do for you is written here.
told-recovery-in-mediation = Somebody impartial is helping us.
told-recovery-withdrawn = You let it rest. If it comes back, tell us: it opens again at once.
told-recovery-no-word = We have not heard whether it is solved. It stays open for you.
told-recovery-merged = This goes on under another number.
told-harm-described = What it does to you: { $impacts }
told-conversation = We heard from you: { $heard }
told-message = { $text }
told-what-happened = What happened: { $what }
told-question-asked = You asked: “{ $words }”
told-question-answered = Our answer: { $answer }
told-promise-made = We promised: { $words }, by { $due }
told-next-contact-promised = You hear from us by { $due }

## Whom we tell

notice-safety = { $case } “{ $title }”: somebody is hurt or could be. Look at it now.
notice-case-opened-for-you = { $case } “{ $title }” is yours. The customer waits for your call.
notice-cannot-reach = { $case } “{ $title }”: three tries and nobody was reached. Another contact, or a visit?
notice-support-asked = { $case }: { $who } asks for a hand. { $words }

## Why not, and the way out

refusal-no-such-case = There is no such case. Check the number, or search for the customer.
refusal-case-exists = This case is open already. Go on with it.
refusal-case-closed = This case is closed. Reopen it first.
refusal-case-merged = This case went into another one. Go on there.
refusal-changed-meanwhile = { $events ->
    [one] One thing happened on this case while you wrote. Read it, then save again; what you typed is kept.
   *[other] { $events } things happened on this case while you wrote. Read them, then save again; what you typed is kept.
 }
refusal-needs-a-person = Only a colleague can do this. Sign in and do it under your name.
refusal-not-a-contact = Only a person at this customer can be named here. Choose one of their contacts, or add them to the account first.
refusal-not-allowed = Your role may read cases, not work on them. Ask an administrator for another role.
refusal-needs-manager = Only a manager or a director may do this. Ask one to do it.
refusal-needs-manager-or-quality = Only a manager, a director or quality may do this. Ask one to do it.
refusal-internal-command = Only our own clocks may do this.
refusal-not-for-customers = We do this ourselves. Tell us, and we do it with you.
refusal-title-empty = Say in one sentence what went wrong, in the customer's words.
refusal-title-long = Keep the sentence under 300 characters; the rest goes into a note.
refusal-other-needs-text = You chose “other”. Say what it is.
refusal-happened-in-future = That is still to come ({ $at }). Give the time when it happened.
refusal-account-without-relationship-owner = Nobody keeps this account yet. Name a relationship owner on the account first.
refusal-no-such-colleague = There is no such colleague who works on cases. Choose one from the list.
refusal-no-such-playbook = There is no playbook “{ $name }”. Choose one from the list.
refusal-nothing-said = Nothing is written here yet. Say it in a sentence.
refusal-too-long = That is too long to read here (at most { $most } characters). Shorten it, or attach a document.
refusal-too-many = There are too many of these on one case (at most { $most }). Settle or remove some first.
refusal-impact-without-words = Say in their words what it does to them.
refusal-no-deadline-known = Their own deadline is not known. Write it down first.
refusal-recognition-never-later = “We knew at” ({ $known }) never moves later. Leave it, or give an earlier time with the reason.
refusal-reason-empty = Give the reason in a sentence.
refusal-preparation-incomplete = The preparation has a gap here. Fill it before the talk.
refusal-ends-before-it-starts = The talk ends before it starts. Check both times.
refusal-one-to-five = Give a number from 1 to 5.
refusal-reflect-back-empty = They said yes to something: write down what you said back to them.
refusal-acknowledge-first = Begin with two sentences: we see it, and we are working to make it right. Or pass the gate with your name and a reason.
refusal-no-visit-reason = This one is grave. Say why it was not a visit, or pass the gate with your name and a reason.
refusal-end-tone = How did they sound at the end, 1 angry to 5 at ease? Say it, or pass the gate with your name and a reason.
refusal-our-view-after-theirs = First theirs, then ours: say back what you heard and get their yes. Or pass the gate with your name and a reason.
refusal-facts-after-their-say = Facts come after they have had their say. Tick that first, or pass the gate with your name and a reason.
refusal-impact-first = Before saying sorry, write down what it does to them. Or pass the gate with your name and a reason.
refusal-apology-after-reaction = First ask whether it still works for them; say sorry when it hurts. Or pass the gate with your name and a reason.
refusal-apology-after-listening = First listen and say it back; then the apology fits. Or pass the gate with your name and a reason.
refusal-assurance-needs-step = “Everything possible” needs at least one real step on the case. Add one, or pass the gate with your name and a reason.
refusal-next-contact = Say when they hear from us again. Or pass the gate with your name and a reason.
refusal-message-empty = The message has no text yet.
refusal-message-names-nobody = The message does not end with a name. End it with your own, or the owner’s.
refusal-message-has-no-number = The message ends without a number to call. Write it beside the name.
refusal-message-has-no-hours = The message does not end with the hours in which you can be reached. Write from when to when, such as 9:00 to 17:00.
refusal-message-has-no-page = The message ends without the way to their page. Add its address; a new form of a message has it already.
refusal-summary-needs-a-talk = A summary sums up a talk, and there was none. Talk first, then write it down.
refusal-write-only-after-a-talk = Nobody has spoken with them yet. Call first; in writing only ask for a time. Or pass the gate with your name and a reason.
refusal-update-needs-next-contact = An update ends with when they hear from us again. Or pass the gate with your name and a reason.
refusal-read-back = This case is of the gravest kind. Write in one line what they will understand before it leaves. Or pass the gate with your name and a reason.
refusal-read-back-too-long = One line of at most { $most } letters; this has { $letters }.
refusal-no-change-needs-what-was-tried = “No change” is fine to say. Say too what was tried since.
refusal-what-happened-empty = Say what happened, as you told it. “Not known yet” is an honest answer.
refusal-tell-by-voice = Tell it by voice first; writing may follow. Or pass the gate with your name and a reason.
refusal-no-news-on-this-case = There is no news on this case that they could answer. It came from them.
refusal-still-works-needs-need-by = It still works: until when? Ask for the date they really need it.
refusal-must-check-needs-call-back = They must check: ask when they will know, and promise to call then.
refusal-fact-by-nobody = Say who said “{ $what }”: no fact stands without somebody’s word.
refusal-fact-incomplete = A fact has two parts: what, and the answer.
refusal-fault-needs-fact = Whose part it was rests on a fact. Name it.
refusal-our-part-first = Our part first, in the first person. Then theirs. Or pass the gate with your name and a reason.
refusal-no-such-concern = There is no such worry on this case. Reload the page and choose again.
refusal-no-such-question = There is no such question on this case. Reload the page and choose again.
refusal-no-manager-yet = There is no manager yet. Ask an administrator to give somebody the role.
refusal-promise-to-whom = To whom was it promised? Name the contact.
refusal-promise-empty = Write down what was promised, in the words you used.
refusal-promise-in-the-past = That moment is over ({ $due }). Promise one that is still to come.

## Words of choices

trouble-kind-delay = delay
trouble-kind-defect = defect
trouble-kind-wrong-item = wrong item
trouble-kind-short-quantity = short quantity
trouble-kind-transit = lost or damaged on the way
trouble-kind-over-promise = promised too much
trouble-kind-misunderstanding = misunderstanding
trouble-kind-paperwork = paperwork or price
trouble-kind-conduct = service or conduct
trouble-kind-safety = safety
trouble-kind-other = something else

origin-customer-reported = they told us
origin-we-found-harm = we found harm
origin-we-bring-news = we bring news

safety-nobody = nobody is hurt
safety-somebody-hurt = somebody is hurt
safety-could-hurt = it could hurt somebody

dimension-safety = safety
dimension-stopped = something stands still
dimension-deadline = a deadline of theirs
dimension-money = money
dimension-standing = standing with their own customer
dimension-productivity = work and time
dimension-goods-unusable = goods cannot be used
dimension-paperwork = paperwork

severity-s1 = S1, gravest
severity-s2 = S2, grave
severity-s3 = S3, smaller

fault-unknown = not known yet
fault-ours = ours
fault-shared = shared
fault-third-party = a third party's
fault-theirs = on their side

channel-visit = visit
channel-video = video
channel-phone = phone

no-visit-reason-time = no time to get there
no-visit-reason-distance = too far
no-visit-reason-customer-wish = they would rather not
no-visit-reason-safety = safety
no-visit-reason-other = another reason

try-outcome-no-answer = no answer
try-outcome-left-message = left a message
try-outcome-wrong-number = wrong number

seen-at-ease = at ease
seen-tense = tense
seen-unsure = unsure

satisfied-yes = satisfied
satisfied-no = not satisfied
satisfied-not-sure = not sure

heard-not-yet = not heard out yet
heard-had-their-say = had their say
heard-confirmed = heard, and they say so

reaction-unknown = not asked yet
reaction-still-works = it still works for them
reaction-works-with-changes = it works with changes
reaction-hurts = it hurts
reaction-must-check = they must check

purpose-ask-for-time = ask for a time
purpose-voicemail-follow-up = after a message left by voice
purpose-summary = summary of a talk
purpose-update = update
purpose-document = document
purpose-thank-you = thank-you

message-way-email = e-mail
message-way-portal = their page
message-way-letter = letter
message-way-sms = text message

concern-kind-concern = worry
concern-kind-frustration = annoyance
concern-state-open = open
concern-state-answered = answered, not settled
concern-state-settled = settled, by their word

said-yes = yes
said-no = no

role-owner = case owner
role-relationship-owner = relationship owner
role-quality = quality
role-manager = manager
role-operations = operations
role-director = director
role-reader = reader
role-administrator = administrator
notice-tough-conversation = Two talks about {$case} “{$title}” ended hard within a month: plan the tough conversation with this customer.
