# What the watch saw, in one sentence each.

signal-late-unshipped = { $line } was promised for { $promised } and has neither been shipped nor delivered.
signal-late-shipped = { $line } was promised for { $promised }. It left on { $shipped } and has not been delivered.
signal-unchecked-delivery = { $line } was delivered on { $delivered } and nobody has asked whether it was right. That was due { $due }.
signal-silent-slip = The promise of { $line } moved from { $from } to { $to } and the customer has not been told. They should hear it by { $due }.
signal-mail = { $from } wrote: “{ $subject }”
signal-mail-on-closed-case = { $from } wrote on the closed case { $case }: “{ $subject }”. Read it; it may be thanks, it may not be solved.
signal-mail-storm = { $from } wrote more than { $most } mails within an hour, the latest “{ $subject }”. All are kept and stand in their places; in such an hour no further one makes a signal or a notice. Look whether a person or a machine writes.
signal-parent-came = It answers the mail of { $from } “{ $subject }”, which came after it and stands on { $case }.

# Why a signal was not ended, or a check not recorded
refusal-signal-needs-reason = Say why this signal is dismissed; your name stands beside it.
refusal-signal-needs-evidence = Say what shows that the trouble was prevented before it reached the customer.
refusal-signal-ended = This signal has ended already. Read how on its page.
refusal-no-such-signal = There is no such signal.
refusal-signal-snooze-is-past = Choose a time that is still to come.
refusal-signal-snooze-too-long = A signal can be put off for one working day at most. Make it a case, or end it.
refusal-signal-snoozed-once = This signal was put off once already. Make it a case, or end it with a reason.
refusal-check-needs-who-said-it = Name the person at the customer who said so. If you reached nobody, record “not heard”.
refusal-check-is-answered = The customer has answered for this delivery. If something is wrong after all, open a case.
refusal-no-such-check = No check is owed for this delivery.
