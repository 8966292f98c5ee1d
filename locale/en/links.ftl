# Our side of the links by which a customer looks at their case.

links-title = Links for the customer
links-once = The link
links-once-help = Copy it now: it is shown this once, and only its print is kept. Send it to the contact alone; whoever has it speaks for them.
links-there = Who has a link
links-none = Nobody yet. Without one the customer has to call or write to you.
links-new = A new link
links-new-help = One link opens this one case for one person. A new one for the same person ends the one before.
links-contact = For whom
links-readable = They may pass on a link that only reads
links-readable-help = Whoever gets that one sees the page and can change nothing.
links-make = Make the link
links-made = The link is made.
links-until = works until
links-over = ran out
links-revoked = taken back
links-acted = last acted
links-looked = has read it
links-never = has pressed nothing yet
links-revoke = Take back the link of { $name }
links-allow-reading = Allow to pass on for reading
links-stop-reading = Stop the passing on
links-theirs = Their link
links-make-one = Make a link for them
