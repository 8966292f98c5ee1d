# Help me start: sentences to begin with, made of what the case knows, in the customer's language. What nobody knows yet stands in square
# brackets, and nothing is sent with them in it. No sentence promises: what has a day has it from the record.
starts-problem = Thank you for telling us. You told us: { $problem }
starts-found = This is what we found: { $problem }
starts-news = I have news for you: { $problem }
starts-day = The day is { $new } now; we had said { $old }.
starts-day-new = The day is { $new } now.
starts-effect = What it does to you: { $effect }
starts-effect-gap = What it does to you: [what it does to them?].
starts-effect-asked = I do not know yet what this does to you.
starts-own-ours = This was our mistake: { $part }
starts-own-shared = Our mistake in it comes first: { $part }
starts-sorry-ours = I am sorry for our mistake: { $part }
starts-sorry-shared = I am sorry for our mistake in it: { $part }
starts-part-gap = [what we did?]
starts-unknown = How it came about we do not know yet.
starts-done = Done so far: { $what }
starts-step = Next: { $what }, by { $at }.
starts-step-gap = Next: [which step, by when?].
starts-next-gap = [when they hear from us?]
starts-help = I want to help you with this. What do you need most right now?
starts-still-works = Does this still work for you?
starts-reflect-1 = What I hear is this: { $concern } Did I get that right?
starts-reflect-2 = Let me say it back: { $concern } What did I miss?
starts-reflect-3 = This seems to weigh most: { $concern } Is that so?
starts-invite-1 = I want to understand how we got here. When can we talk?
starts-invite-2 = I would like to find a way forward together with you. Which time suits you?
starts-invite-3 = I would like to hear it from you first: what happened, and what it does to you.
