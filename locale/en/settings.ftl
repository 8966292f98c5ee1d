# Settings that show what they would change before they are kept, and who changed them.

setting-changes = Who changed this
setting-never-changed = Nobody has changed this yet.
setting-whole-log = The whole log
recount-under-way = Open cases are counted anew
recount-under-way-help = A setting changed that moves due times. The cases follow by themselves, a hundred at a time.
recount-followed = { $moved ->
    [0] Open cases were counted anew after a change by { $who }, { $when }: { $counted } looked at, no due time moved.
    [one] Open cases were counted anew after a change by { $who }, { $when }: { $counted } looked at, one moved.
   *[other] Open cases were counted anew after a change by { $who }, { $when }: { $counted } looked at, { $moved } moved.
}
trial-overdue = { $count ->
    [one] One of them would be overdue at once.
   *[other] { $count } of them would be overdue at once.
}

limits-title = What each role may give
limits-intro = Amends up to this sum are granted at once; above it somebody who may give more says yes.
limits-why = Whole units of money. Left empty, there is no limit. A limit looks at what we give, never at what the customer bought.
limits-keep = Keep these limits
limits-none = no limit
limits-people = Whose limit would change
limits-now = May give now
limits-then = Then
limits-nobody = No colleague’s limit would change.
limits-said = { $more } could give more, { $less } could give less. Nothing is kept yet.
limits-no-waiting = No amends that wait for a yes would be touched.
limits-waiting = { $number }, { $account }: { $what } waits. Now { $now } could say yes, then { $then }.
limits-nobody-could = nobody
settings-limits-help = Amends without asking, by role.

playbooks-choice-title = Which playbook a case begins with
playbooks-choice-intro = Which steps a new case begins with, by the kind of trouble.
playbooks-choice-help = Without a choice each playbook says for itself what it is for. A choice holds where the playbook is meant for who knew first. Another one can be chosen on every case.
playbooks-choice-usual = as the playbooks say: { $title }
playbooks-choice-keep = Keep this choice
playbooks-choice-kind = Kind of trouble
playbooks-choice-now = Begins with
playbooks-choice-then = Would begin with
playbooks-choice-said = Of { $cases } cases in the last { $weeks } weeks, { $other } would have begun with another playbook. Cases that are open keep theirs. Nothing is kept yet.
settings-playbooks-help = The steps that cases follow, yours and those of the program, and which of them a new case begins with.
refusal-no-such-playbook-here = There is no such playbook. Choose one of the list.

closures-title = Closures from a calendar file
closures-intro = An .ics file, as calendar programs write them: each whole day in it becomes a closed day here. Nothing is kept before you say so.
closures-file = Calendar file
closures-file-help = At most { $limit } KB.
closures-look = Look at the file
closures-too-large = The file is larger than { $limit } KB. Leave out years that are over.
closures-no-calendar = This is no calendar file. Choose one that ends in .ics.
closures-too-many = The file has more entries than any firm has closures. Choose a calendar of closures only.
closures-looked = What the file says
closures-found = { $entries ->
    [one] One entry
   *[other] { $entries } entries
}: { $days } days would be closed in addition, { $known } are closed or differ already, { $over } entries are over, called off or more than three years ahead.
closures-not-taken = { $count ->
    [one] One entry cannot be taken:
   *[other] { $count } entries cannot be taken:
}
closures-days = Days that would be closed
closures-name = Closure
closures-not-kept-yet = They stand among the days that differ now. Keep this calendar to close them.
closures-problem = Line { $line }, “{ $name }”: { $why }
closures-nameless = without a name
closures-no-start = it has no day on which it begins.
closures-no-date = “{ $words }” is no day.
closures-has-hours = it begins or ends within a day. Write that day by hand, with its hours.
closures-reversed = it ends before it begins.
closures-too-long = it would close { $days } days. A closure has at most 62.
closures-repeats = it repeats in a way that closures do not ({ $rule }). Write its days by hand.
closures-never-ends = the file breaks off inside it.

person-trial-nothing = Nothing on open cases, and nothing that they may do, would change.
person-trial-not-kept = Nothing is kept yet.
person-may-no-longer = Could no longer { $what }.
person-may-then = Could then { $what }.
person-may-look = open a case and leave notes
person-may-work = work on cases
person-may-close-prevention = say that nothing is to be prevented
person-may-manage = answer for what is escalated, approve amends, and say that something cannot be agreed
person-may-administer = keep people and settings
person-limit = Could give { $to } without asking instead of { $from }.
person-nobody = nobody
person-next-manager = The manager of the next case would be { $to } instead of { $from }.
person-next-quality = The person of quality of the next case would be { $to } instead of { $from }.
person-next-director = What goes highest would go to { $to } instead of { $from }.
person-leaves-behind = Has in hand: { $cases } open cases, { $owed } things owed, { $accounts } customers. Hand them over first, or somebody else must look after them.
person-quiet-waiting = { $count ->
    [one] One notice that waits would come { $to } instead of { $from }.
   *[other] { $count } notices that wait would come { $to } instead of { $from }.
}
person-quiet = What can wait and came up now would be told { $to }.
