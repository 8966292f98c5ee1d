# Asking about deliveries by link: our side of it.

arrivals-title = Ask about deliveries by link
arrivals-or-link = Or ask about all their deliveries by link
arrivals-asked = What it asks about now
arrivals-came = delivered { $day }
arrivals-not-yet = Nothing yet. A delivery can be asked about two working days after the goods came: from { $at }. Call before that.
arrivals-past = { $n ->
    [one] One delivery came more than half a year ago. It is not asked about in writing any more and stays “not heard”; what they say in a call counts as ever.
   *[other] { $n } deliveries came more than half a year ago. They are not asked about in writing any more and stay “not heard”; what they say in a call counts as ever.
}
arrivals-nothing = Nothing: every delivery of theirs has its answer, or none is known.
arrivals-silence = Sending a link answers nothing. Until they do, the call stays owed and it counts as not heard.
arrivals-no-link = Nobody yet. They are called, delivery by delivery.
arrivals-new-help = One link asks one person about every delivery that nobody answered for, also those that come later. A new one for the same person ends the one before.
arrivals-later = A link can be made once there is something to ask.
arrivals-answered = last answered
refusal-asked-before-it-came = Goods are not asked about before they came and two working days went by. That is { $at }; call before that.
refusal-nothing-to-ask = Nothing is left to ask: every delivery of theirs has its answer, or none is known.

# On the case page
case-what-is-known = What is known
