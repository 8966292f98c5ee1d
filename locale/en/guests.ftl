# How customers come to their page: a fresh link, pressing too often, what went wrong there; and what we see of it.

## Colleagues read this

wishes-title = Waiting for a fresh link
wishes-line = { $name } asks for a fresh link
wishes-help = The link they have does not work any more. Make a fresh one and send it to the address on file, nowhere else.
wishes-go = Make a fresh link
wishes-make = Make and copy
wishes-since = asked
links-copy = Copy the link
links-copied = Copied.
links-looking-now = { $name } is at their page now
links-at-it = at it now
links-pressed = What they pressed
links-pressed-none = Nothing yet. Opening the page does not count: a mail scanner opens it, too.

## The customer reads this

theirs-fresh-why = We can send you a fresh link, to the address that we have of you.
theirs-fresh-act = Ask for a fresh link
theirs-fresh-asked-title = We have your wish
theirs-fresh-asked = If the link was yours, the person who looks after you knows now that you need a fresh one. It comes to the address that we have of you.
theirs-too-often-title = A little slower
theirs-too-often-seconds = That was pressed very often in a short time. Nothing is lost: try again in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
 }.
theirs-too-often-minutes = That was pressed very often in a short time. Nothing is lost: try again in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 }.
theirs-too-often-call = If it cannot wait, call us.
