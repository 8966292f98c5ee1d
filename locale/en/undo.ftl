# The way back from a slip: what was done stays in the story, and so does that it was taken back.
undo-act = Undo
undo-reason = It was a slip.
undo-note = Undo works for a quarter of an hour; the story keeps both.

# The acts
do-untick-step = A tick was a mistake
do-untick-step-act = Take the tick back
do-untick-step-done = The tick is taken back.
do-reopen-step = A step is not done after all
do-reopen-step-act = Open it again
do-reopen-step-done = The step is open again.
do-move-playbook-back = A case was moved to another version by mistake
do-move-playbook-back-act = Move it back
do-move-playbook-back-done = The case follows the version it followed before, with its ticks as they were.
do-take-back = Take back the hand-over
do-take-back-act = Take it back
do-take-back-done = The hand-over is taken back.
form-untick-why = Why it is not done after all
form-reopen-step-which = Which step
form-take-back-why = Why

# The story
event-playbook-moved-back = “{ $playbook }” back from version { $from } to version { $version }, which it followed before: { $why }
event-step-unticked = Not done after all: { $step }. { $words }
event-step-reopened = Open again: { $text }, because { $reason }
event-case-taken-back = Taken back from { $from } to { $to }: { $why }
told-step-reopened = Not done after all: { $text }
notice-taken-back = { $case } “{ $title }” was handed to you by mistake and is taken back: { $why }

# Refusals
refusal-step-not-ticked = This step is not ticked, so there is nothing to take back. Look at the steps again.
refusal-step-is-open = “{ $text }” is open already.
refusal-step-they-were-asked = They were already asked whether it is solved. Tell them what is missing, and add a new step to the plan.
refusal-playbook-not-just-moved = Only whoever moved the case within the last half hour can move it back, and only while no step was ticked or unticked since. It follows the version in use.
refusal-nothing-to-take-back = There is no hand-over of yours from the last half hour to take back. Hand the case over again, with a word to your colleague.
refusal-signal-undo-too-late = Too late to undo: it was ended longer ago, or by somebody else. If the trouble is there again, open a case.
refusal-mail-undo-too-late = Too late to undo: it was put there longer ago, or by somebody else. Put it on the right case by its number.

# Signals and mail
signals-done-merge = It is told on the other case.
signals-done-prevented = Kept as prevented, with what shows it.
signals-done-dismiss = Dismissed, with your reason.
signals-done-snooze = It stands here again when its time has come.
signals-done-undo = It waits again, as before.
mail-done-placed = The mail has its place.
mail-done-undo = The mail is back among the unsorted.
audit-did-signal-ended-undone = took back the end of a signal
audit-did-mail-placed = gave a mail its place
audit-did-mail-placed-undone = took a mail from its place
