# What happens to mail on a case: written, sent, taken back, come back, received.
event-message-queued = Mail to { $to } ({ $purpose }) “{ $subject }” leaves { $at }
event-message-taken-back = Took back the mail to { $to } ({ $purpose }) before it left
event-message-sent = Mailed { $to } ({ $purpose }): { $text }
event-message-undelivered = The mail to { $to } ({ $purpose }) did not arrive at { $address }: { $said }
event-receipt-sent = Receipt sent to { $to }: { $text }
event-message-received = { $by } wrote “{ $subject }”: { $text }
event-letter-settled = Read “{ $subject }” of { $by }: it needs no answer
told-message-received = You wrote: { $text }
notice-mail-undelivered = { $case } “{ $title }”: the mail to { $to } did not arrive at { $address }. Call, or write to another address.
notice-they-wrote = { $case } “{ $title }”: { $by } wrote “{ $subject }”.

refusal-subject-empty = A mail without a subject is overlooked. Say in a few words what it is about.
refusal-mail-leaves-too-late = That is more than a month away. Choose an earlier time, or keep it as a draft.
refusal-next-contact-before-the-mail = They would hear from us again before this mail reaches them. Choose a later moment for the next contact, or send the mail earlier.
refusal-mail-is-there = This mail is on its way already; nothing was sent twice.
refusal-mail-has-gone = This mail has left already and cannot be taken back. Write or call to put it right.
refusal-no-such-mail-out = There is no such mail on this case. It may have been taken back.
refusal-mail-resolves = “{ $words }” belongs into a talk, and nobody has spoken with them yet. Ask for a time in this mail and say it by voice, or pass the gate with your name and a reason.
refusal-letter-is-answered = This letter is answered already, or somebody said that it needs no answer.
