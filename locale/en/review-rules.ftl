# The rules of the message review: a list, a page for each, and our own file with versions and a trial on what left.

settings-review-help = What the review of messages says here: rules off, exceptions, our words, our own rules.
settings-review-rules-help = What the review of messages looks for, with examples, and how often each was found.
audit-did-review-rules-changed = changed the rules of the message review

review-level-consider = to consider
review-level-fix = to put right
review-level-stop = stops the message
review-level-need = line of the checklist

review-own-title = Rules of the message review
review-own-intro = The review reads each message before it leaves. What it says here is yours to change, in one file: every version of it is kept.
review-own-file = Our own file
review-own-file-help = Empty: the rules hold as they came. An exception belongs to one rule and one phrase and touches nothing else.
review-own-keep = Keep it
review-own-unfit = The file that is kept does not fit this version of the program, so the rules hold as they came. { $problem }
review-own-earlier = This is version { $version }. Nothing has changed yet: look at what it would do, then keep it.
review-own-off = { $rule } would be off. Nothing has changed yet: look at what it would do, then keep it.
review-own-except = { $rule } would keep still on “{ $phrase }”. Nothing has changed yet: look at what it would do, then keep it.
review-own-example = What can stand in the file
review-own-example-help = Copy what you need. A line that begins with # is a remark.
review-own-versions = Versions
review-own-version = Version
review-own-length = Length
review-own-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
review-own-way-back = Way back
review-own-in-force = in force
review-own-back = Go back to { $version }

review-trial-said = { $messages ->
    [one] The last message that left was read
   *[other] The last { $messages } messages that left were read
} with it. Something else would be said about { $touched }; { $before } findings would become { $after }.
review-trial-none = No message has left yet, so there is nothing to try it on.
review-trial-help = The messages are read without their record, as the cases have moved on since: what only the record knows (names, dates, amounts) is not counted.
review-trial-way = What becomes of it
review-trial-findings = Findings
review-trial-messages = Messages
review-trial-example = For example
review-trial-goes = would no longer be told ({ $from })
review-trial-comes = would be told ({ $to })
review-trial-moves = { $from } → { $to }

review-rules-title = What the review looks for
review-rules-all = All rules
review-rules-intro = Each rule with its examples, its reason and its source. A rule that disturbs can be switched off, or kept still on a phrase.
review-rules-search = Number, word or sentence
review-rules-found = { $found } of { $all } rules. Counted on the last { $messages } messages that left.
review-rules-none = No rule has these words. Try fewer letters.
review-rule = Rule
review-rule-looks = Looks for
review-rule-level = Weight
review-rule-languages = Languages
review-rule-found = Found in messages
review-rule-is-off = off here
review-rule-is-moved = { $level } (changed here)
review-rule-is-ours = { $level } (a rule of ours)
review-rule-left-with-it = { $found } of the last { $messages } messages that left went out although it had something to say.
review-rule-overruled = It was overruled with a reason { $count ->
    [one] once
   *[other] { $count } times
} in that time.
review-rule-no-messages = No message has left yet, so it was not counted.
review-rule-weighs = Weight: { $level }.
review-rule-says = It says
review-rule-why = Why
review-rule-suggests = It suggests
review-rule-source = Source
review-rule-looks-for = What it looks for
review-rule-by-check = No phrase can say this; it is a check of the program.
review-rule-by-need = It looks for something that is missing; other rules mark where it stands.
review-rule-more = And { $count } more.
review-rule-unless = Not where the same sentence says:
review-rule-except = Not on these words, by our own file:
review-rule-when = Asked only when:
review-rule-with-record = (with what the case says)
review-rule-fires = It speaks about
review-rule-silent = It keeps still about
review-rule-try = Try a text
review-rule-text = A sentence
review-rule-try-act = Try it
review-rule-change = Change it here
review-rule-change-help = Either way leads to our own file, where you see what it would do before it is kept.
review-rule-phrase = Keep still on this phrase
review-rule-add-exception = See what it would do
review-rule-switch-off = Switch it off
review-rule-ask-administrator = An administrator can switch it off or make an exception.

review-try-fires = It speaks about { $on }.
review-try-gives-way = It would speak about { $on }, and another rule says the same there.
review-try-not-asked = It keeps still: it is asked only where the record of the case says so.
review-try-excused = It keeps still: the same sentence excuses it.
review-try-excepted = It keeps still: our own file makes an exception for these words.
review-try-off = It keeps still: our own file switched it off.
review-try-answered = It keeps still: what it complains of is answered elsewhere in the text.
review-try-not-said = It keeps still: none of its words stands there.

review-source-s = the five articles that Makegood is made from
review-source-g = GOV.UK, words to avoid
review-source-pl = US plain-language lists
review-source-ck = lists of politeness and hedges (ConvoKit)
review-source-b = Benoit on repairing an image
review-source-l = Lewicki and others on apologies, 2016
review-source-n = what is known of apologies that are none
review-source-d = our own reading of such messages
review-source-r = the record of the case
