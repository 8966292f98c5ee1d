# Ten minutes through the company to look around in.

tour-title = Tour
tour-offer = New here? Ten stops, ten minutes, on these very pages. Nothing you do here can hurt anybody.
tour-begin = Begin
tour-not-now = Not now
tour-next = Next stop
tour-back = Back
tour-here = you are here
tour-seen = seen
tour-so-far = { $seen ->
    [10] You have seen it all. What is left is yours: open a case, press anything, nothing here is real.
   *[other] { $seen } of { $of } seen.
}
tour-there = Go to this stop
tour-all = All stops
tour-leave = Leave the tour
tour-end = That was the tour
tour-number = { $n } of { $of }
tour-intro = { $stops } stops through Nordlot Boards, a firm that makes circuit boards. Each says what to see and what to try. Leave it wherever you like and take it up again here.
tour-take-up = Take it up again at stop { $n }
tour-from-the-start = From the start
tour-nowhere = The tour leads through a company to look around in. It is made in a moment, in a folder of its own:

tour-run = Who must hear from us, now
tour-run-try = Each line has a number to call, their local time and a first sentence. Nothing can be put above the contacts that are owed. Try: the letters j and k, then Enter.
tour-why = Why this time?
tour-why-try = Every due time explains itself: when it began, by which rule, through which hours of both sides, and who hears of it when it is missed. Try: the line “If nobody acts”; then press any due time on another page.
tour-call = The call sheet
tour-call-try = Nothing is asked while they speak. Try: write two quick words and save. It asks for what a hurried person forgets: their words said back, and when they hear from us again.
tour-case = A case opens on their side
tour-case-try = What it does to them, their words, then what we owe next. Our view comes after theirs. Try: the story below, from the first line up.
tour-options = Options, side by side
tour-options-try = Two ways at least, in the customer’s terms: when, how sure, what they do, what it costs them. They decide, nobody else. Try: record what they chose.
tour-plan = One plan of both sides
tour-plan-try = Dated steps with a name on each, agreed by both. Try: settle a step; a fix asks for what shows that it is done.
tour-broken = A promise that was broken
tour-broken-try = We said we would call and did not. The manager was called at once, and it stays on the record. Try: read how it was made good, and look for who judged whom. Nobody did.
tour-signals = What looks wrong and has no case yet
tour-signals-try = Late lines, moved promises that nobody told, deliveries that nobody asked about. Try: end one. Each ends as a case, merged, prevented with evidence, or dismissed with a name and a reason.
tour-account = The relationship
tour-account-try = Who they are, what matters to them, how troubles went. There is no revenue and no tier: nobody waits longer for being small.
tour-settings = Settings that show what they would change
tour-settings-try = Try: halve a time and press “See what would change first”. Nothing is kept until you say so, and then the open cases follow by themselves.
