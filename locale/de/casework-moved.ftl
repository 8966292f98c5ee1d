# Eine Zusage, die mit dem Wort des Kunden auf eine andere Zeit gelegt wurde.

event-promise-moved = { $by } ist mit einer anderen Zeit für eine Zusage einverstanden: { $promised }, bis { $due } statt { $before }. „{ $words }“
told-promise-moved = Verlegt, wie mit { $by } vereinbart: { $promised }, bis { $due }
refusal-promise-time-over = Ihre Zeit ist gekommen, sie lässt sich nicht mehr verlegen. Halten Sie zuerst fest, wie sie ausging, und machen Sie dann eine neue Zusage.
do-move-promise = Sie sind mit einer anderen Zeit einverstanden
do-move-promise-act = Verlegen
do-move-promise-done = Die Zusage ist verlegt, und ihre Uhr mit ihr.
do-move-promise-why = Nur mit dem Wort des Kunden und nur vor ihrer Zeit. Was wir nicht halten können und der Kunde nicht verlegen wollte, ist gebrochen.
form-promise-new-due = Die neue Zeit
form-promise-agreed-by = Wer einverstanden ist
form-promise-moved-words = Wie es gesagt wurde
case-move = verlegen
