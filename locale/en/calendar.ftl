# The calendar of a colleague, read by their own calendar program; agreed calls as invitations.

feed-title = Your calendar
feed-intro = Your calendar program can show what you owe: agreed calls, promises, steps of plans and other due times of yours. It reads an address that nobody else knows.
feed-make = Make the address
feed-anew = Make a new one; the old one ends
feed-revoke = Take it back
feed-once = Copy it now: it is shown this once. Whoever has it can read names, numbers and what was promised, and change nothing.
feed-there = An address works since
feed-name = Makegood: { $person }
feed-call = Call { $who }, { $account } ({ $number })
feed-promise = Promised to { $account }: { $words } ({ $number })
feed-step = Step for { $account }: { $words } ({ $number })
feed-clock = { $clock }, { $account } ({ $number })
feed-done = Done: { $what }
feed-broken = Not kept: { $what }
feed-over = No longer owed: { $what }
feed-passed = No longer yours: { $what }
feed-phone = { $name }: { $phone }

calls-way = Agreed calls for a calendar
calls-title = Agreed calls
calls-help = An invitation to send along: their calendar asks them to say yes. When the time changes or the call falls away, the same entry follows with the next file.
calls-none = No call is agreed. Name a time for the next word when you talk with them.
calls-one = { $by } calls { $name } by { $when }
calls-invite = Invitation (.ics)
calls-call-off = Word that it falls away (.ics)

audit-did-calendar-feed-made = made a calendar address
audit-did-calendar-feed-revoked = took a calendar address back
