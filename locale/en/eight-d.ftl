# The report in disciplines: what stands on it, and the page where it is made.

## Kinds

report-stage-3d = 3D report
report-stage-5d = 5D report
report-stage-8d = 8D report
report-revision = Revision { $n }
report-page = Page
report-page-of = of
report-no-picture = This picture cannot be shown.
report-mark-safety = Safety
report-mark-repeat = Repeat

## Head

report-customer = Customer
report-contact = Contact
report-number = Our number
report-part = Part and revision
report-lots = Lots or serial numbers
report-first-shipment = First delivery affected
report-shipped = Delivered
report-suspect = Suspect
report-bad = Found bad
report-pieces =
    { $n } { $n ->
        [one] piece
       *[other] pieces
    }
report-known-on = Known to us since
report-opened-on = Opened
report-repeat = Seen before
report-repeat-none = not known to us
report-repeat-some =
    { $n ->
        [one] yes, once
       *[other] yes, { $n } times
    }
report-reached-done = done
report-reached-begun = under way
report-reached-open = open

## Disciplines

report-title-d0 = First help
report-title-d1 = The team
report-title-d2 = What is wrong
report-title-d3 = What protects you meanwhile
report-title-d4 = Why it happened, and why it reached you
report-title-d5 = What we chose to change
report-title-d6 = What is changed
report-title-d7 = What keeps it from coming back
report-title-d8 = Your word, and thanks
report-pictures = Pictures
report-not-yet = Not there yet.
report-not-known = Not yet known, until { $until }: { $words }

## D0 to D3

report-spoke-on = First talk with you
report-told-on = Told what happened
report-told-to = To whom
report-told = What we told you
report-champion = Stands behind it
report-leader = Leads the work
report-members = Who works on it
report-name = Name
report-function = Function
report-reach = Telephone or mail
report-share = Share of time
report-percent = { $n } %
report-in-your-words = In your words
report-failure = What is wrong with what
report-should = Should be
report-is = Is
report-process-place = Where in the process
report-in-fmea = In the FMEA before
report-in-fmea-yes = yes
report-in-fmea-no = no
report-in-fmea-no-fmea = there is no FMEA
report-compared = Is and is not
report-aspect = Aspect
report-aspect-what = What
report-aspect-where = Where
report-aspect-when = When
report-aspect-extent = How much
report-it-is = It is
report-it-is-not = It is not
report-differs = What differs, what changed
report-places = Where suspect pieces are
report-all-places = All places
report-place = Place
report-place-at-customer = At your site
report-place-in-transit = On the way
report-place-our-stock = Our stock
report-place-wip = In production
report-place-at-supplier = At our supplier
report-suspect-short = Suspect
report-good = Good
report-bad-short = Bad
report-unchecked = Unchecked
report-how-and-who = How, by whom, looked at by whom
report-marked = Good ones are marked: { $how }
report-verified = Looked at by { $by }: { $words }
report-ended = Ended on { $on }: { $words }
report-clean-from = Good from { $by } { $value } on. { $words }
report-clean-by-lot = lot
report-clean-by-date = date
report-clean-by-serial = serial number
report-function-makes-the-part = makes the part
report-function-quality = quality
report-function-process-engineering = process engineering
report-function-design = design
report-function-maintenance = maintenance
report-function-logistics = logistics
report-function-purchasing = purchasing
report-function-sales = sales
report-function-supplier = supplier
report-function-customer = customer
report-function-other = other

## D4 to D8

report-chain-occurrence = Why it came about
report-chain-escape = Why we did not catch it
report-chain-system = What in our house let both be
report-cause = Cause
report-how-we-know = How we know
report-proving-reproduce = turned on and off
report-proving-measure = measured
report-proving-observe = observed
report-ruled-out = Looked at and ruled out
report-looked-at = What we looked at
report-why-not = Why it is not the cause
report-your-view = Your view
report-our-answer = Our answer: { $words }
report-action = Action
report-against = Against
report-against-occurrence = that it comes about
report-against-escape = that it slips past
report-against-system = that the house lets it be
report-strength = Strength
report-strength-strong = strong
report-strength-middle = middle
report-strength-weak = weak
report-strength-note = Strong makes the failure impossible, middle makes it unlikely, weak asks people to take care.
report-proof-before = Proven before roll-out
report-side-effects = Side effects
report-owner = Who
report-due = Due
report-done-on = Done
report-still-open = still open
report-proof = Proof
report-documents = Papers that changed
report-document = Paper
report-new-revision = New revision
report-across = Where else it could happen
report-where = Where
report-what = What
report-what-was-done = What was done
report-reach-item = a like part
report-reach-process = a like process
report-reach-supplier = a like supplier
report-reach-site = another site
report-reach-nothing = nothing else
report-effect = How we will know that it holds
report-measure = What is measured
report-threshold = It may be
report-window = Watched for
report-window-is =
    { $days } { $days ->
        [one] day
       *[other] days
    } and { $n } clean { $n ->
        [one] delivery
       *[other] deliveries
    }
report-until = Until
report-looks = Does it hold?
report-on = On
report-result = Result
report-held-held = it held
report-held-did-not-hold = it did not hold
report-data = What was measured
report-clean-deliveries = Clean deliveries
report-accepted = Accepted by { $by } on { $on }.
report-not-accepted = Waits for your word: you can accept this report on your page, or ask about it.
report-thanks = Thanks to { $names }, and to you for telling us.
report-answer-accepted = accepted
report-answer-asks = asks

## On the page of the customer

told-report-sent = We sent you a report: { $stage }, revision { $revision }
told-report-accepted = You accepted revision { $revision } of the report. { $words }
told-report-asked = You asked about revision { $revision } of the report: “{ $words }”
theirs-reports = Reports
theirs-report-of = { $stage }, revision { $revision }
theirs-report-is-accepted = You accepted it.
theirs-report-is-asked = You asked: “{ $words }”
theirs-report-as = Also as
theirs-report-accept = Accept the report
theirs-report-accept-why = It says what happened and what we change, and that is enough for you. Whether it is solved you say apart from it.
theirs-report-accept-act = Accept it
theirs-report-accept-done = Thank you. We have your word to the report.
theirs-report-ask = Ask about the report
theirs-report-ask-why = What is missing, or what does not convince you. A person answers you.
theirs-report-ask-act = Send the question
theirs-report-ask-done = Thank you. We have your question and answer it.
theirs-field-report = What would you like to know?
refusal-no-such-report = We do not find this report any more. The reports on your page are the ones that count.
refusal-report-is-accepted = This report was accepted already.

## On the desk

tab-8d = 8D
event-report-sent = Sent to { $to }: { $stage }, revision { $revision }
event-report-answered = { $by } on revision { $revision } of the report, { $answer }: { $words }
they-report-answered = answered the report
refusal-report-is-empty-in = There is nothing in { $empty } yet. Fill it in, or send a report that does not go that far.
refusal-report-talk-first = Nobody has talked with them since the last report. Call first, then send it; or let the gate go with your name and a reason.
do-answer-report = They accept a report, or ask about it
do-answer-report-act = Keep it
do-answer-report-done = Their answer is kept.
form-report = Which report
form-report-answer = What they say
eight-d-points = Would a customer accept it?
eight-d-points-help = 0: nothing there · 1: there, with a gap · 2: as it should be
eight-d-points-of = { $points } of { $most }
eight-d-points-total = { $points } of { $most } points
eight-d-missing = missing: { $what }
eight-d-weak-empty = nothing is there yet
eight-d-weak-cause-is-symptom = the cause says again what is seen; ask why once more
eight-d-weak-pieces-differ = the suspect pieces of the places are not as many as said in D2
eight-d-weak-picture-hidden = a picture that proves a cause is not shown to them; show it under Files
eight-d-weak-not-accepted = they have not accepted a whole report yet
eight-d-odd-day-not-told = { $words }: nobody told them this day, and it stands in no plan
eight-d-odd-more = { $count ->
    [one] and one place more
   *[other] and { $count } places more
}
eight-d-odd-not-plain = not plain: { $words }. { $advice }
eight-d-odd-other-count = on { $day } they were told { $words }; the report has { $report }
eight-d-odd-other-day = on { $day } they were told { $words }; this day is neither in the report nor in what was agreed
eight-d-choose-stage = How far it goes
eight-d-preview = As they will read it
eight-d-draft-as = This state as
eight-d-language = Language
eight-d-send-title = Send it
eight-d-send = Send it
eight-d-send-help = It is frozen as it is now, appears on their page, and they can accept it or ask. Talk with them first: the paper follows the talk.
eight-d-send-to = For whom
eight-d-sent-ones = Sent
eight-d-mail = Write the mail that says it is there
eight-d-no-link = They have no link yet, so they cannot open their page.
eight-d-none-sent = None was sent yet.
eight-d-sent-one = { $stage }, revision { $revision }, to { $to }
eight-d-print-of = Print { $print }
eight-d-nobody = Nobody of the customer is known yet. Add a contact, then send it.
eight-d-is-sent = Revision { $revision } is sent and stands on their page.
eight-d-csv-part = discipline
eight-d-csv-heading = heading
eight-d-csv-line = line
eight-d-csv-column = column
eight-d-csv-says = says
