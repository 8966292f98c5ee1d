# When a page cannot be shown: what happened, and the way out.

fail-home = Go to Run to it
fail-not-found-title = Nothing here
fail-not-found = There is no such page. A case number or a link may have been mistyped.
fail-forbidden-title = Not for your role
fail-forbidden = Your role does not allow this. Ask an administrator, or somebody who may.
fail-other-site-title = Not from here
fail-other-site = This was sent by another site and nothing was changed. Open the page here and press the button again.
fail-too-many-title = Too often
fail-too-many = That was tried too often in a short time. Wait a little and try again.
fail-busy-title = Busy
fail-busy = We could not do this right now; nothing was changed. Try again in a few seconds.
fail-ours-title = Our fault
fail-ours = Something of ours went wrong and nothing was changed. Tell us the number { $id }.

# What a field needs, wherever it stands
form-needed = This is needed.
form-number = Write a whole number, such as 12.
form-time = We do not understand this time. Write “tomorrow 9:00”, “Fri 10”, “in 2 hours” or “2026-11-27 14:00”.
form-date = We do not understand this day. Write “tomorrow”, “Fri” or “2026-11-27”.
form-choose = Choose one
form-not-understood = Something in this form was not understood: { $problem }
