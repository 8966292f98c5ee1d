# The keyboard: the sheet of keys and the palette.

ui-keys = Keys
ui-keys-open = Keys: ?
ui-keys-on = Single letters act as keys
ui-keys-close = Close
ui-keys-everywhere = Everywhere
ui-keys-lists = On the line of a list
ui-keys-mail = On a mail that waits
ui-keys-case = On a case
ui-search-hint-keys = Find anything · Ctrl K
ui-key-palette = Find people, cases, acts and pages, also while typing
ui-key-search = To the search box
ui-key-new-case = Open a case
ui-key-run = Run to it
ui-key-sheet = This list
ui-key-next = Next line
ui-key-previous = Line before
ui-key-open = Open its case
ui-key-ring = Call the number
ui-key-call-sheet = Call sheet
ui-key-left-message = Left a message
ui-key-hand-over = Hand over
ui-key-do = The one obvious act
ui-key-tell = Tell them, or write
ui-key-first-missing = To what is missing first
ui-key-next-act = What comes next
ui-key-tab = Its pages, from the story on

ui-palette = Find people, cases, acts and pages
ui-palette-hint = A name, a number, an act …
ui-palette-found = Found
ui-palette-how = ↑ ↓ to choose, Enter to go, Ctrl Enter for a new tab, Esc to leave
ui-palette-none = Nothing is called so. The search box also looks into every talk and message.
ui-palette-broken = The search did not answer. The search box on top may.
palette-acts = On this case
palette-cases = Cases
palette-accounts = Customers
palette-people = People
palette-words = In talks, messages and notes
palette-pages = Pages

# Days as headings of a story
when-day-today = Today, { $date }
when-day-tomorrow = Tomorrow, { $date }
when-day-yesterday = Yesterday, { $date }

# Options, read aloud
options-read-aloud = To read aloud
options-aloud-title = To read aloud
options-aloud-how = Read one way, wait, then the next. Ask which suits them, and what would suit them better.
options-aloud-back = Back to the table
options-aloud-way = { $letter }: { $what }
options-aloud-arrives = You have it

# The plan as one line of time
plan-ours = For us
plan-today = { $date }, now
plan-what-was-done = What was done
plan-version-of = Version { $n }, { $date }: what changed
plan-added = New:
plan-left-out = No longer:
plan-nothing-moved = No step and no date changed.
plan-doubt-holiday-ours = That day is { $name } here. Is somebody there?
plan-doubt-holiday-theirs = That day is { $name } at { $account }. Ask whether somebody takes it in.
plan-doubt-crowded = { $who } owes { $n } other things that day. Ask first, or choose another day.
plan-doubt-faster = No step of a plan was ever done in less than { $span } here. What makes this one faster?

# The story, sieved
story-sieve = What is shown of the story
story-all = Everything
story-theirs = Their words
story-promises = Promises
story-ours = What we did
story-none = Nothing of this kind has happened yet.

# What the customer will see
tab-what-they-see = What they see
told-intro = Exactly this may reach { $account }, on their clock and in these words. What is not here, they never see.
told-now = Where it stands for them
told-next = Next word from us
told-next-none = no time promised yet
told-person = Their person here
told-title = What we say to them
told-nothing = Nothing yet. What you tell them in a talk or a plan will stand here.

# What comes next on a case
next-can-it = Can it be done?
next-kept = Was it kept?

# What will be, before it is
foresight-look = See what will be
foresight-title = What will be
foresight-not-yet = Nothing has been done yet. So it would read:
foresight-new-case = a new case
foresight-stands = It then stands
foresight-carries = It carries
foresight-carried = { $promises ->
    [one] { $promises } open promise
   *[other] { $promises } open promises
}, { $options ->
    [one] { $options } option
   *[other] { $options } options
}, { $worries ->
    [one] { $worries } worry
   *[other] { $worries } worries
}, { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}

# Quotation marks: opening and closing, then those inside of others.
quote-marks = “”‘’
