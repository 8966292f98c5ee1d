# Memory that speaks first: the earlier troubles nearest to one that is being opened or worked on.
memory-title = Like this before
memory-why = The nearest first, each with what both share. Nothing of it says that it is the same trouble again.
memory-look = Look whether there was anything like it
memory-named = names the same: { $names }
memory-cause = what led to it speaks of: { $words }
memory-account = the same customer
memory-words = the same words: { $words }
memory-kind = the same kind: { $kind }
memory-how-it-went = How it went
memory-nothing-yet = It is not over: nothing to learn from yet.
memory-their-word = Their word at the end
memory-led-to-it = What led to it
memory-worked = What helped
memory-promised = Promised, and whether it held
memory-prevention = So that it does not come back
memory-lesson = Lesson
memory-improved = What improved
