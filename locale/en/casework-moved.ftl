# A promise that was moved to another time with the customer's word.

event-promise-moved = { $by } agreed to another time for a promise: { $promised }, by { $due } instead of { $before }. “{ $words }”
told-promise-moved = Moved, as agreed with { $by }: { $promised }, by { $due }
refusal-promise-time-over = Its time has come, so it cannot be moved any more. Say first how it came out, then make a new promise.
do-move-promise = They agreed to another time
do-move-promise-act = Move it
do-move-promise-done = The promise is moved, and its clock with it.
do-move-promise-why = Only with their word, and only before its time. What we cannot keep and they did not agree to move is broken.
form-promise-new-due = The new time
form-promise-agreed-by = Who agreed to it
form-promise-moved-words = How they said it
case-move = move
