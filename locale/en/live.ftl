# What moves while somebody looks: lists that change, who else is there, what is new since the last look.

# The quiet bar at the foot of a page
live-one-change = 1 change: show it
live-many-changes = { $n } changes: show them
live-shown-one = 1 change is shown.
live-shown-many = { $n } changes are shown.
live-meanwhile = Meanwhile, { $who }: { $what }
live-meanwhile-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
 }
live-words-stay = Your words stay.
live-look = Look at the case
live-key-show = Show what moved

# Who else is there
here-looks = { $count ->
    [one] { $names } has this open
   *[other] { $names } have this open
 }
here-writes = { $name } is writing: { $what }
here-more = { $count ->
    [one] { $names } and 1 more
   *[other] { $names } and { $count } more
 }

# What is new since somebody looked
news-since = Since you looked, { $at }:
news-new = { $count ->
    [one] 1 new
   *[other] { $count } new
 }
news-wrote = { $count ->
    [one] they wrote to us once
   *[other] they wrote on { $count } cases
 }
news-said = { $count ->
    [one] their word on 1 case
   *[other] their word on { $count } cases
 }
news-broken = { $count ->
    [one] 1 promise broken
   *[other] { $count } promises broken
 }
news-handed = { $count ->
    [one] 1 handed to you
   *[other] { $count } handed to you
 }
news-worked = { $count ->
    [one] 1 moved on
   *[other] { $count } moved on
 }
news-seen = I have seen it
mark-new = new since { $time }
mark-wrote = they wrote
mark-solved = they say it is solved
mark-not-solved = they say it is not solved
mark-decided = they decided
mark-reopened = they opened it again
mark-broken = promise broken
mark-handed = { $name } handed it to you
mark-up = it went up
mark-worked = { $name } worked on it, { $at }
run-team = My team
run-owed-by = { $name } owes it

# After an act that went through beside others
case-meanwhile = While you wrote, this happened as well:

# Teams
people-team = Team
people-team-help = Colleagues with the same word here see each other’s lines under “My team”.
people-team-help-some = Colleagues with the same word here see each other’s lines under “My team”. So far: { $teams }.
refusal-team-too-long = A team’s name has at most { $most } characters.
audit-did-person-team-changed = put into a team
