# How we handle trouble: what every customer can count on, for everybody to read; and the settings in which it is published.

theirs-handling-title = How we handle trouble
theirs-handling-lead = When something went wrong with what we sent or did, this is what you can count on.
theirs-handling-promises = What you can count on
theirs-handling-voice-title = You hear a voice, and soon
theirs-handling-voice = Once we know of it, one of us calls you { $within }. When somebody could be hurt, something of yours stands still, or a deadline of yours is less than 48 hours away, we call { $urgent }.
theirs-handling-person-title = One person is there for you
theirs-handling-person = You know by name who looks after it, with number and hours. They stay with it to the end; if somebody takes over, you hear who.
theirs-handling-next-word-title = You know when you hear from us
theirs-handling-next-word = Whenever we talk, we name the time of our next word. Even when there is nothing new, you hear from us { $within }. What was said and who does what reaches you in writing { $summary }.
theirs-handling-ways-title = You choose
theirs-handling-ways = When we have understood what it does to you, we lay two ways or more side by side { $within }. Choose one, say that none fits, or propose your own; we answer a proposal { $answer }.
theirs-handling-their-word-title = Only you say that it is solved
theirs-handling-their-word = Nobody here can call it solved; only you can. If it comes back, one sentence opens it again, however long ago it was.
theirs-handling-call-after-title = We call again
theirs-handling-call-after = After you said that it is solved, we call once more and ask whether all is still well: { $within }.
theirs-handling-learned-title = We learn from it
theirs-handling-learned = We look for what let it happen, and change that. When the change has proved to hold, we tell you about it { $within }.
theirs-handling-hours = Our working hours: { $hours } ({ $zone }). Working time is counted in your hours and in ours; whichever ends first holds.
theirs-handling-within = within { $time }
theirs-handling-within-grave = within { $time }, and within { $grave } when much depends on it
theirs-handling-length-working-hours = { $n ->
    [one] { $n } working hour
   *[other] { $n } working hours
}
theirs-handling-length-working-minutes = { $n ->
    [one] { $n } working minute
   *[other] { $n } working minutes
}
theirs-handling-length-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
theirs-handling-length-hours = { $n ->
    [one] { $n } hour, day and night
   *[other] { $n } hours, day and night
}
theirs-handling-length-minutes = { $n ->
    [one] { $n } minute, day and night
   *[other] { $n } minutes, day and night
}
theirs-handling-reach = How to reach us
theirs-handling-reach-help = Is something wrong now? Call the person you know here, or
theirs-handling-figures = What came of it
theirs-handling-figures-help = The last twelve months, counted from every trouble in our records. No customer can be told from it.
theirs-handling-figure-in-time = We called in time
theirs-handling-figure-to-voice = Half of the customers spoke with us, from our hearing of it, within
theirs-handling-figure-kept = Promises kept, of those that came due
theirs-handling-figure-solved = Half of the troubles were solved, by the customer’s own word, within
theirs-handling-figure-holds = Solved, and not opened again within 90 days
theirs-handling-n = ({ $n } counted)
theirs-handling-of = { $hits } of { $of }
theirs-handling-percent = { $percent } %
theirs-handling-few = not enough yet
theirs-handling-so-far = What you can count on
theirs-handling-so-far-short = { $done } of { $of } so far
theirs-handling-done = done
theirs-handling-to-come = still to come

## The settings

settings-handling-help = A page for everybody, with what every customer in trouble can count on: your words, a look, and the press that publishes it.
handling-for-customers = Are you a customer?
handling-intro = A page that everybody can read without signing in. Its promises are the clocks of your policy: change a clock, and the page says so at once.
handling-no-name = Name your firm first; the page stands under its name.
handling-off = Nobody outside sees it yet.
handling-on = Published by { $who }, { $when }.
handling-differs = What is written here is newer than what is published. Publish it again to let others read it.
handling-own = In your own words
handling-own-help = They stand above the promises, each for readers of that language. Nobody outside reads them before you publish.
handling-words = Your words in { $language }
handling-phone = A number to call
handling-email = An e-mail
handling-keep = Keep it
handling-look = Look at it
handling-look-help = As everybody would read it, from what is kept here, with the figures as they are now.
handling-publish = Publish it
handling-publish-help = Your name stands with it in the log. It is linked from every customer’s page, from the sign-in page and from the foot of every page, and the first summary of a case carries it.
handling-publish-act = Publish it
handling-publish-again = Publish it as it is now
handling-figures = Show what came of the last twelve months
handling-figures-help = Five figures, the same as in Insight. One is shown when it stands on { $few } or more, from { $customers } customers or more; else it says: not enough yet.
handling-figures-now = The figures as they are now
handling-take-off = Take it off
handling-preview = This is a look at it. Nobody else sees this page, and the figures are published only when you say so.
handling-preview-back = Back to the settings
refusal-handling-email = That is no e-mail address. Write it as name@firm.example, or leave it empty.
refusal-handling-needs-a-name = Name your firm first, under First steps: the page stands under its name.
audit-did-handling-written = wrote how we handle trouble
audit-did-handling-published = published how we handle trouble
audit-did-handling-taken-off = took off how we handle trouble
form-draft-summary-handling = What you can count on with us: { $link }
