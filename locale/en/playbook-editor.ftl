# Playbooks of the organisation: the list, one playbook, the editor, what a change would do, and the version a case follows.

playbooks-title = Playbooks
playbooks-intro = The steps that cases follow. A change makes a new version: new cases begin with it, open cases stay with theirs.
playbooks-begin = Which playbook a case begins with
playbooks-name = Playbook
playbooks-whose = Whose
playbooks-steps = Steps
playbooks-cases = Open cases
playbooks-cases-none = none
playbooks-cases-on = { $count } on version { $version }
playbooks-withdrawn = withdrawn
playbooks-write = Write a new one
playbooks-import = Bring one in from a file
playbooks-import-file = Playbook file
playbooks-import-file-help = A .toml file as it is exported here, at most { $limit } KB. It is shown before anything is kept.
playbooks-import-act = Read it
playbooks-import-large = The file is larger than { $limit } KB. A playbook of { $steps } steps is much smaller: choose another file.
playbooks-import-none = No file came. Choose one and read it again.
playbooks-import-not-text = This is no text file. Choose a .toml file that was exported here or written by hand.
playbooks-import-read = Read from the file. Nothing is kept yet.

playbooks-of-the-program = the program’s
playbooks-of-the-program-changed = the program’s, changed
playbooks-of-ours = ours
playbooks-version = Version
playbooks-change = Change “{ $title }”
playbooks-change-act = Change it
playbooks-change-intro = Version { $version } is in use. What you keep becomes version { $next }; open cases stay with theirs.
playbooks-copy = Copy as a new playbook
playbooks-copy-of = { $title } (copy)
playbooks-export = Export as a file
playbooks-new = A new playbook
playbooks-new-intro = No case begins with it until you choose it for a kind of trouble, or somebody chooses it on a case.
playbooks-not-begun = No case begins with it by itself. Choose it for a kind of trouble, or on a case.
playbooks-is-withdrawn = Withdrawn: no case can begin to follow it. Cases that follow it go on.
playbooks-meant = For which cases it is meant
playbooks-meant-for = Meant for
playbooks-for-any = any case
playbooks-beside = beside another playbook
playbooks-newer-of-program = The program brings another text, version { $version }. See what differs.
playbooks-versions = Versions
playbooks-versions-when = Kept
playbooks-versions-who = By
playbooks-versions-why = Why
playbooks-versions-cases = Open cases
playbooks-in-use = in use
playbooks-see = See version { $version }
playbooks-version-title = “{ $title }”, version { $version }
playbooks-version-differs-from = Beside version { $version }, which is in use:
playbooks-back = Use this version again
playbooks-back-help = New cases begin with it. Open cases stay with the version they follow.
playbooks-back-act = Use version { $version } again
playbooks-begin-from = Change it from this version on
playbooks-withdraw = Withdraw this playbook
playbooks-withdraw-help = No case can begin to follow it any more. The cases that follow it go on to their end.
playbooks-withdraw-act = Withdraw it

playbooks-field-title = Title
playbooks-source = Where it comes from
playbooks-source-help = A standard, a customer’s requirement, your own experience.
playbooks-kinds = Kinds of trouble
playbooks-origins = Who knew first
playbooks-overlay = Runs beside another playbook
playbooks-overlay-help = A person chooses it on a case; no case begins with it by itself.
playbooks-steps-help = A case leaves a step when everything the step needs is there. The records fill most needs by themselves.
playbooks-step-n = Step { $n } of { $of }
playbooks-step-no = Number
playbooks-step-title = What the step is called
playbooks-step-untitled = without a title
playbooks-step-needs = What must be there to leave it
playbooks-step-needs-help = All that is ticked. What no record can prove is ticked by hand on the case, with what was done.
playbooks-step-no-needs = needs nothing yet
playbooks-step-more = An act beside it, only after some answers
playbooks-step-act = Act to offer at this step
playbooks-step-act-help = Shown on the case where no need leads to it.
playbooks-no-act = none
playbooks-step-after = Only after these answers to our news
playbooks-step-after-help = Without a tick the step is always there. With one it is passed over where the answer was another, or where there was no news.
playbooks-step-only-after = only after: { $answers }
playbooks-step-opens = offers: { $act }
playbooks-step-add = Add a step
playbooks-step-count = Number them 1, 2, 3 …
playbooks-step-up = Move up: { $step }
playbooks-step-down = Move down: { $step }
playbooks-step-open = Change
playbooks-step-open-it = Change: { $step }
playbooks-step-shut = Done with this step
playbooks-step-remove = Take out
playbooks-step-remove-it = Take out: { $step }
playbooks-step-gone = Taken out: { $step }
playbooks-step-restore = Put it back
playbooks-needs-reach = First contact
playbooks-needs-talk = The talk
playbooks-needs-cause = Whose part, causes, facts
playbooks-needs-options = Options and decision
playbooks-needs-plan = Plan and promises
playbooks-needs-word = Their word, and after
playbooks-needs-inside = So that it does not come back
playbooks-needs-else = By hand, and who helps
playbooks-look = See what it changes
playbooks-as-text = Write it as text
playbooks-as-form = Write it as a form
playbooks-leave = Leave without keeping
playbooks-text = The playbook as text
playbooks-text-help = As in its file (TOML). A title that begins with playbook- is one of the program, in the language of whoever reads.

playbooks-look-title = What version { $version } of “{ $title }” would change
playbooks-look-title-new = What “{ $title }” would be
playbooks-look-not-kept = Nothing is kept yet.
playbooks-look-unchanged = Nothing differs from the version in use.
playbooks-look-nobody = No open case follows it.
playbooks-look-stay = { $count ->
    [one] One open case follows it, and stays with its version.
   *[other] { $count } open cases follow it, and stay with their versions.
}
playbooks-look-stay-many = More than { $count } open cases follow it, and stay with their versions.
playbooks-look-new = No case begins with it until you choose it for a kind of trouble, or somebody chooses it on a case.
playbooks-look-begin = New cases that begin with it begin with version { $version }: { $next } of { $cases } cases in the last { $weeks } weeks would have.
playbooks-look-begin-other = Of { $cases } cases in the last { $weeks } weeks, { $other } would have begun with another playbook; { $next } with this one.
playbooks-look-moves = A case goes on by the new version only when somebody moves it, on the case.
playbooks-look-flaws = Worth a look
playbooks-look-stand = Where open cases would stand
playbooks-look-stand-help = If somebody moves them. Ticks go along where the step is still there.
playbooks-look-now = Stands at
playbooks-look-then = Would stand at
playbooks-look-left = { $count ->
    [one] One tick would be left behind.
   *[other] { $count } ticks would be left behind.
}
playbooks-look-keep = Keep it
playbooks-keep = Keep it as version { $version }
playbooks-further = Change it further
playbooks-why = Why, in one line
playbooks-why-help = It stands beside the version for whoever asks later.
playbooks-differs = What differs
playbooks-differs-nothing = Nothing.
playbooks-differs-same = { $count ->
    [one] One step stays as it is.
   *[other] { $count } steps stay as they are.
}
playbooks-differs-new = New. Needs: { $needs }.
playbooks-differs-gone = Is not there any more.
playbooks-differs-place = Stands elsewhere in the order.
playbooks-differs-number = Was number { $no }.
playbooks-differs-title = Was called “{ $title }”.
playbooks-differs-source = Came from “{ $source }”.
playbooks-differs-meant = Meant for { $is }; it was meant for { $was }.
playbooks-differs-act = Offers: { $is }; it offered: { $was }.
playbooks-differs-always = Is always there; it depended on an answer.
playbooks-differs-after = Only after: { $answers }.
playbooks-differs-more = Needs in addition: { $needs }.
playbooks-differs-fewer = No longer needs: { $needs }.

playbooks-flaw-title = It has no title. Give it one that colleagues recognise on a case.
playbooks-flaw-no-steps = It has no step. Add at least one.
playbooks-flaw-too-many-steps = It has more than { $most } steps. Make one of two that belong together.
playbooks-flaw-no = The step has no number. Give it one, such as 4 or A2.
playbooks-flaw-no-twice = Number { $no } stands at step { $other }, too. Give this one another.
playbooks-flaw-step-title = The step has no title. Say what is done in it.
playbooks-flaw-needs = The step needs nothing, so no case would ever stand at it. Tick what must be there to leave it.
playbooks-flaw-act = There is no act “{ $act }”. Choose one of the list, or none.
playbooks-flaw-never-met = Nobody can fill “{ $need }”: only cases that begin with our news have it, and this playbook is not meant for those.
playbooks-flaw-only-with-news = “{ $need }” is there only on cases that begin with our news. On all others nobody can leave the step.
playbooks-flaw-after-without-news = It waits for an answer to our news, and this playbook is not meant for cases with news: the step is always passed over.
playbooks-flaw-never-after = Nobody can fill “{ $need }”: the step comes only after answers that say the opposite.
playbooks-flaw-opens-again = “{ $need }” ends with their answer, and the step would be open again. “{ $instead }” stays.
playbooks-line = Line { $line }: { $problem }
playbooks-text-not-toml = this cannot be read ({ $problem }). Compare it with a line above: name = "words".
playbooks-text-steps = each step begins with [[steps]] on a line of its own.
playbooks-text-quotes = { $value } needs quotes: { $field } = "{ $value }".
playbooks-text-list = { $field } is a list. Write it in brackets: { $field } = ["{ $example }"].
playbooks-text-no-field = there is no “{ $field }”. Write { $instead }.
playbooks-text-no-word = “{ $word }” cannot stand in { $field }. Write { $instead }.
playbooks-text-no-title = the program has no title “{ $title }”. Write the title in your own words.
playbooks-text-in-the-form = one that the form lists

refusal-playbook-why = Say in one line why, so that whoever comes later understands.
refusal-playbook-unreadable = The text cannot be read. Look at it again as text; each line that is wrong is named there.
refusal-playbook-without-title = It has no title. Give it one that colleagues recognise on a case.
refusal-playbook-cannot-be-followed = Nobody could follow it like that. Go back and mend what stands beside the steps.
refusal-playbook-name = It cannot be kept under this title. Give it one with a few plain letters.
refusal-playbook-versions = It has { $most } versions, and no more are kept. Copy it as a new playbook and go on there.
refusal-playbook-of-the-program = It comes with the program and cannot be withdrawn. Choose another one for the kinds of trouble instead.
refusal-no-such-playbook-version = There is no version { $version }. Reload the page and choose again.
refusal-playbook-withdrawn = This playbook was withdrawn. The case goes on by its version.
refusal-playbook-is-that-version = The case follows version { $version } already.
refusal-playbook-moved-on = Version { $version } is in use by now. Look at what differs once more, then move the case.
event-playbook-moved = “{ $playbook }”: moved from version { $from } to version { $version }{ $left ->
    [0] {""}
    [one] ; one tick was left behind
   *[other] ; { $left } ticks were left behind
}
do-move-playbook = Go on by another version of the playbook
do-move-playbook-act = Move this case
do-move-playbook-done = The case goes on by the version in use.
form-move-none = The case follows the version in use of every playbook. There is nothing to move.
form-move-which = “{ $title }”: this case follows version { $from }, in use is version { $version }.
form-move-stand = It stands at { $now }, and would stand at { $then }.
form-move-left = { $count ->
    [one] One tick would be left behind: its step is not there any more.
   *[other] { $count } ticks would be left behind: their steps are not there any more.
}
case-playbook-version = version { $version }
case-playbook-newer = Version { $version } is in use by now: see what differs
audit-did-playbook-kept = kept a version of a playbook
audit-did-playbook-back = put an earlier version of a playbook in use again
audit-did-playbook-withdrawn = withdrew a playbook
audit-field-name = name
audit-field-offered = version in use
audit-field-why = why
audit-field-withdrawn = withdrawn
