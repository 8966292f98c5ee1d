# The conversation sheet: before, listening, after; promises caught in notes; times read back; a contact that is gone around.

## Curious questions: prompts, never a script

topic-their-words = You said “{ $words }”. Tell me more about that.
topic-noticed = How did you notice it?
topic-use = What do you need it for?
topic-waits = Who waits for it, with you or at your customer?
topic-meanwhile = What can go on meanwhile, and what cannot?
topic-partial = Would a part of it already help?
topic-need-by = When do you really need it?
topic-where-now = Where are the goods now?
topic-how-many = How many is it, of how many?
topic-other-lots = Do you see it on other lots too?
topic-changed = Has anything changed with you lately?
topic-shown = Can you show it to me? A photo helps.
topic-ordered = What did you order, as you see it?
topic-got = What did you get in its place?
topic-packed = How did it arrive: box, pallet, marks?
topic-agreed = How did you understand what we agreed?
topic-paper = What is the paper for, and who waits for it?
topic-came-across = What was said, and how did it come across?
topic-safe-now = Is everybody safe now?
topic-helps = What would help you most, right now?

## Said back

said-back-own-words = said back in own words
said-back-as-offered = said back in the words that were offered

## A contact that is gone around

avoided-looked = You have opened this { $looks } times and nobody has called yet.
avoided-put-off = The call was put off twice and nobody has spoken with them yet.
avoided-handed-on = This went from hand to hand and nobody has spoken with them yet.
avoided-only-wrote = They were written to twice and nobody has spoken with them yet.

## What it cost us

event-cost-recorded = Cost us { $value }: { $what }
refusal-cost-after-impact = First write down what it does to them; then what it cost us. Or pass the gate with your name and a reason.
refusal-cost-without-words = Say what the cost was for: scrap, freight, hours.
do-record-cost = What it cost us
do-record-cost-act = Keep the cost
do-record-cost-done = The cost is kept. The customer never sees it.
do-record-cost-why = For us alone. It changes no clock, no order of work and no option.
form-cost-what = What it was for
form-cost-what-help = Scrap, freight, hours.
form-cost-value = How much
form-cost-waits = What it does to them is not written down yet. Theirs comes first.
case-costs = It cost us

## A word about the next sale, and how the last delivery went

sales-title = A word about the next sale
sales-note = Note a sales contact
sales-why = Makegood sells nothing. It only asks, before you do, how the last delivery went.
sales-open = First put right what is open
sales-open-why = Something is wrong for them and not over. They hear of that, and of nothing that is for sale.
sales-stop = First ask how the last one went
sales-stop-why = Nobody has asked yet whether this arrived as it was ordered. Ask it first; then speak of the next.
sales-ask-now = Ask now
sales-line = { $what }, delivered { $day }
sales-words = What it is about
sales-with = With whom
sales-despite = Why you go on without asking
sales-despite-help = It stays on the record with your name.
sales-keep = Note it
sales-recent = Sales contacts
sales-despite-said = without asking first: { $why }
refusal-ask-how-the-last-went = First ask how the last delivery went. Or write why you go on without.
refusal-sales-about-what = Say what it is about.
accounts-slack = Our notices of a slip
accounts-slack-of = said still works: { $still } of { $of }

## The conversation sheet

talk-before = Before
talk-purpose = You want
talk-purpose-hear = to hear it all, then the next step
talk-purpose-news = to tell it plainly, and to ask: does it still work for you?
talk-purpose-decide = to lay out two ways forward, and to hear which one they choose
talk-purpose-update = to say where it stands and what is next
talk-purpose-word = to hear from them whether it is solved
talk-need = They need (say it back)
talk-need-deadline = { $what }, { $at }
talk-need-by = really needed by { $day }
talk-open-facts = Not known yet
talk-their-time = Their time
talk-prepared = Ways out prepared
talk-not-now = Not now
talk-not-now-words = our cost · the cause · whose fault it was
talk-phrase-opening = “I want to understand how we got here.”
talk-phrase-forward = Let's figure out a way forward together.
talk-phrase-reflect = What I'm hearing is that { $words }.
talk-first = { $name }, I see what happened: { $title }. I'm on it now.
talk-first-news = { $name }, I have news, and I want you to hear it early: { $title }. Does this still work for you?
talk-first-again = { $name }, I call as we said. This is where it stands: { $title }.
talk-we-see = We see it: { $title }.
talk-we-work = I'm on it now, and we will make it right.
talk-listening = Listening
talk-after = After
form-started = When it began
form-ended = When it ended
form-no-visit = Why not in person?
form-no-visit-help = It is grave: a visit or video comes next, or say why not.
form-acknowledgement = Your first sentence, word for word
form-we-see = We see the problem
form-we-see-help = Named in plain words. Change it to your own.
form-we-work = We work on it
form-we-work-help = Both halves stop the clock of the first contact.
form-quick-words = Their words
form-quick-words-help = Nothing else is asked while they speak. Each Enter begins a new line.
form-concerns = What worries them
form-frustrations = What annoys them
form-suggestions = What they suggest
form-suggestions-help = One on each line; each becomes an option to answer.
form-reflect = What I heard
form-reflect-help = In your words, for theirs.
form-correction = What they corrected
form-tone-start = Tone at the start
form-tone-help = 1 angry, 5 at ease.
form-tone-end = Tone at the end
form-tone-end-help = Needed unless you were there.
form-satisfied = Are they satisfied with how we responded?
form-satisfied-help = No calls manager and quality at once.
form-said-promise = I promised
form-said-promise-help = With its date: “Tracking number by Friday noon”. It becomes a promise with its own clock.
form-news-asked = Our news
form-facts = Facts, after their say
form-their-side-more = More of their side
form-questions = “Any other questions?” What they asked
form-what-we-said = What we said
form-validated = Each worry
form-validated-tick = each worry got a sentence that takes it seriously
form-apology = The apology as said
form-apology-help = After listening: what we did, what it did to them, what we do about it.
form-we-understand = Assurance
form-we-understand-tick = I said: we understand what you need
form-shared-wish = The shared wish
form-shared-wish-tick = I said: I want this put right as much as you do
form-everything-possible = Everything possible
form-everything-possible-tick = I said: we do everything possible, and there is a real step
form-what-we-asked = What we asked
form-what-else = “What else can we do on your side?”
form-led-to-this = “What do you think led to this?”
form-prevent-this = “How can we prevent it?”
form-what-we-saw = What we saw, and when it ended
form-seen = How they seemed
form-seen-note = What else we saw
form-decision-words = How they said it
form-plan-agreed = Agreed

talk-ten-seconds = Ten seconds: breathe. They are upset with the situation, not with you. You may bring a colleague, or hand over.
talk-best-phone = Phone now: the way there ({ $travel } min) is longer than the time that is left.
talk-best-visit = Visit today: there is time for the way ({ $travel } min). Or phone now, and say that you are coming.
talk-best-way = Best way
talk-support-first = Before the news:
talk-support = “We understand what you need: { $need }. This is what we are doing: { $doing }.”
talk-support-unknown = “We want you to have what you need, and I will ask you about it. This is what we are doing: { $doing }.”
talk-support-doing = I am working on it myself
ui-ask-first = Ask first:
talk-ask-need = “What do you need it for, and by when do you really need it?”
talk-also-open = Also open with them
talk-begin = They are on the line
open-and-listen = Open it: they are on the line
talk-nobody-there = Left a message, or no answer
talk-open-with = To open with:
talk-heard-all = They have said it all
talk-sorted = What worries them, what annoys them, what they suggest
talk-sort-help = Press what a line is:
talk-is-worry = worries
talk-is-annoyance = annoys
talk-is-idea = idea
talk-curious = Curious questions, once they have had their say
talk-topics = What you asked about
talk-topics-help = In any order, in your own words. The topic is kept, not the text.
talk-say-back = Say back:
talk-start-from-it = Start from it
talk-did-i = “Did I get it all?” They said
did-i-all = yes, and that is all of it
did-i-more = yes, but there is more
did-i-corrected = not quite, they corrected me
talk-from-the-sentence = as the sentence says
talk-which-dimension = The sentence does not say it. Choose what it hits.
talk-minutes = Minutes it took
talk-minutes-help = The timer fills this in.
talk-minutes-needed = How many minutes did it take? Or write under “What we saw” when it began.
talk-started-help = Only when it was not just now: “yesterday 16:00”.
talk-next = What happens next
talk-next-contact-help = “tomorrow 9”, “Fri 10”, “their 9:00”, “in 2 h”. It becomes a promise.
pick-two-hours = in 2 h
pick-tomorrow = tomorrow 9:00
pick-friday = Fri 10:00
pick-their-morning = tomorrow, their 9:00
talk-promise-when = By when? Write it into the sentence: “Tracking number by Friday noon”.
talk-more-promises = More promises
talk-came-up = If it came up
talk-right-now = Put right in this talk
talk-way-a = The first way
talk-way-b = The second way
talk-way-help = Say first: “{ $phrase }” Then each way with its date: “New labels by courier, tomorrow 10”.
talk-way-when = When do they have it? Write it into the sentence: “New labels by courier, tomorrow 10”.
talk-way-a-more = More about the first way
talk-way-b-more = More about the second way
talk-they-chose = They chose
talk-chose-a = the first way
talk-chose-b = the second way
talk-chose-idea = what they suggest themselves
talk-never-again = So that it does not happen again
talk-never-again-help = With its date: “Correct the template by Wed”. Or “nothing, because …”.
talk-never-when = By when? Write it into the sentence: “Correct the template by Wed”. Or “nothing, because …”.
talk-plan-agreed-tick = they agree to it, and so do we: { $me } does it as they chose
talk-plan-more = The plan, step by step

## Times read back, promises caught

read-both-clocks = { $ours } · { $theirs }
read-sentence = { $what }: { $at }
caught-title = In their words there may be a promise of yours:
caught-as-promise = { $what } by { $at }
caught-take = Promise it: { $what }, { $at }
caught-take-contact = Promise the call: { $at }
caught-after = You may have promised this. Is it one?
caught-keep = Yes, keep it as a promise

## Keys and parts

ui-stages = The parts of this sheet
ui-keys-talk = On a sheet
ui-key-go-on = Go on, then save
ui-key-next-part = Next part of a sheet

## What was asked about, in a word

asked-their-words = their own words
asked-noticed = how they noticed
asked-use = what for
asked-waits = who waits
asked-meanwhile = what goes on meanwhile
asked-partial = whether a part helps
asked-need-by = their real need
asked-where-now = where the goods are
asked-how-many = how many
asked-other-lots = other lots
asked-changed = what changed
asked-shown = to be shown it
asked-ordered = what they ordered
asked-got = what they got
asked-packed = how it arrived
asked-agreed = what was agreed
asked-paper = what the paper is for
asked-came-across = how it came across
asked-safe-now = whether all are safe
asked-helps = what would help
case-asked-about = Asked about:

## The tough conversation

grievances-title = What lies between you
grievances-why = Every trouble that is open, and those solved within twelve months. Clear the air of all of them.
grievances-this-one = this one

## After the save

talk-said-as-offered = It is kept that you said it back in the words that were offered. Next time say it in yours: that is how they know you heard them.
talk-seen-once = You stood before them: how did they seem? Press again to leave it open.
talk-shared-wish-not-said = Not said: that we want it solved as much as they do.
talk-shared-wish-said = Said: we want it solved as much as they do.
hard-breathe = They were still angry at the end. Take a breath: it is the situation, not you.
hard-colleague = Bring a colleague to the next talk, and prepare it
hard-hand-over = Hand over; nobody is blamed for it
hard-support = Ask the manager for a hand
hard-title = That was hard
checks-words-needed = Write what they say. The case opens with these words.
checks-safety-help = When it is not right: the first question of every case.
checks-safety-needed = Ask it first: is anyone hurt, or could be? The case opens with the answer.

## Help me start

start-title = Help me start
start-what = a first sentence, the facts and one question, made of what the case knows
start-intro = Made of what the case knows, in the customer's language. Say it in your own words; what stands in brackets nobody knows yet, and nothing is sent with it.
start-beginning = To begin with
start-hole = not known yet:
start-call = Call them: open the sheet
start-write = Write it as an update
start-own-words = It promises nothing: every day in it stands on the record.
start-apology-after-listening = No apology yet: first they speak, and hear back what you understood. Then it is asked for.
start-apology-after-answer = No apology yet: first they say whether it hurts. Perhaps it still works for them.
start-apology-not-ours = It is not known to be ours, so this acknowledges and helps; it neither takes nor denies a fault.
start-phrases = Phrases to start from
start-phrases-help = Said word for word twice, they sound like a script. Make them yours.
start-reflect = To say back what you heard
start-invite = To invite to a talk
