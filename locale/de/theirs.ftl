# Die eigene Seite des Kunden zu seinem Fall, und ihre Formulare. Einfache Worte für jemanden, der wartet, ohne Vorwurf.

theirs-foot = Diese Seite gehört Ihnen. Sie zu öffnen ändert nichts; nur was Sie drücken, ändert etwas.
theirs-gone-title = Dieser Link geht nicht mehr
theirs-gone = Er ist abgelaufen, durch einen neueren ersetzt oder auf dem Weg zu Ihnen gekürzt worden.
theirs-gone-call = Rufen Sie die Person an, von der Sie ihn haben. Sie schickt Ihnen einen neuen.
theirs-gone-call-firm = Rufen Sie Ihren Kontakt bei { $firm } an. Sie bekommen einen neuen.
theirs-back = Zurück zur Seite
theirs-only-reads-title = Mit diesem Link können Sie lesen
theirs-reads-only = Diese Seite wurde Ihnen zum Lesen weitergegeben. { $name } kann mit dem eigenen Link antworten, wählen und entscheiden.

## Wo es steht

theirs-stands-chosen = Sie haben einen Weg gewählt. Unser Plan dafür folgt.
theirs-stands-preparing = Wir bereiten Wege vor, zwischen denen Sie wählen können.
theirs-next = Sie hören von uns bis
theirs-next-missed = Sie hätten von uns hören sollen bis
theirs-next-call = Das ist unser Fehler. Rufen Sie uns jetzt an, wenn es nicht warten kann.
theirs-next-none = Wir haben noch keine Zeit für unser nächstes Wort genannt. Fragen Sie uns, und wir nennen eine.
theirs-person = Für Sie da
theirs-there = Erreichbar { $day }, { $from } bis { $to } nach Ihrer Uhr
theirs-message-hours = Erreichbar an Arbeitstagen von { $from } bis { $to } Uhr, nach Ihrer Uhr.
theirs-message-page = So steht es: { $page }

## Was wir gehört haben

theirs-heard = Was wir von Ihnen gehört haben
theirs-heard-nothing = Nichts als den Satz oben. Sagen Sie uns, was es bei Ihnen anrichtet.
theirs-impacts = Was es bei Ihnen anrichtet
theirs-deadline = Ihr Termin
theirs-needs = Was Ihnen Sorgen macht und was Sie brauchen
theirs-settled = (erledigt, sagten Sie)
theirs-questions = Ihre Fragen
theirs-no-questions = Sie haben bisher nichts gefragt.
theirs-answer-owed = Wir schulden Ihnen die Antwort.

## Wege

theirs-ways = Wege
theirs-ways-none = Noch gibt es nichts zu wählen. Haben Sie eine Idee?
theirs-ways-being-made = Wir bereiten neue Wege vor und stellen sie Ihnen vor.
theirs-ways-earlier = Wege, über die wir vorher sprachen
theirs-chose = { $name } hat gewählt: { $what }
theirs-none-fitted = { $name } sagte, dass keiner passt
theirs-chosen = Das haben Sie gewählt.
theirs-proposal = Ihr eigener Vorschlag
theirs-proposal-waits = Wir schulden Ihnen eine Antwort darauf.
theirs-proposal-taken = Das können wir.
theirs-proposal-partly = Einen Teil davon können wir.
theirs-proposal-not-taken = Das können wir nicht. Unsere Antwort steht unten bei dem, was gesagt wurde.
theirs-choose-one = Wählen Sie einen davon.

## Der Plan

theirs-plan = Unser Plan
theirs-agreed = { $name } hat zugestimmt.
theirs-plan-you-still = Er gilt, wenn auch Sie zustimmen.
theirs-plan-we-still = Unser eigenes Ja fehlt noch.
theirs-step-yours = Sie
theirs-step-ours = wir
theirs-was-done = erledigt
theirs-was-skipped = ausgelassen
theirs-step-open = offen
theirs-step-open-theirs = noch offen
theirs-step-late = damit sind wir zu spät

## Was wir zugesagt haben

theirs-promises = Was wir Ihnen zugesagt haben
theirs-promise-kept = gehalten
theirs-promise-broken = nicht gehalten; das ist unser Fehler
theirs-promise-late = wir sind damit zu spät; das ist unser Fehler
theirs-promise-open = steht noch aus
theirs-promise-kept-late = nicht rechtzeitig gehalten; das ist unser Fehler
theirs-promise-released = Sie haben uns davon entbunden

## Was gesagt wurde, und Ihr Wort

theirs-told = Was bisher gesagt wurde
theirs-read = Ich habe es gelesen
theirs-read-done = Danke. Wir sehen, dass Sie es gelesen haben.
theirs-word = Ist es gelöst?
theirs-word-later = Das können nur Sie sagen. Wir fragen Sie hier, wenn unser Teil getan ist.
theirs-said-solved = { $name } sagte: Es ist gelöst
theirs-said-not = { $name } sagte: Es ist nicht gelöst
theirs-pass-on = Zum Weitergeben
theirs-pass-on-help = Wer diese Adresse von Ihnen bekommt, kann diese Seite lesen und nichts ändern. Der Link in unserer Nachricht bleibt Ihrer allein.
theirs-yours-alone = Dieser Link ist für { $name } allein. Wer ihn hat, spricht hier für Sie. Für jemanden bei Ihnen bekommen Sie von uns einen eigenen.

## Was gedrückt werden kann: auf der Seite, auf dem Knopf, und wenn es getan ist

theirs-correct = Uns berichtigen
theirs-correct-act = Berichtigung senden
theirs-correct-done = Danke. Ihre Berichtigung ist da, und wir schulden Ihnen eine Antwort.
theirs-add = Mehr sagen
theirs-add-why = Füllen Sie aus, was Sie möchten; der Rest kann leer bleiben.
theirs-add-act = Senden
theirs-add-done = Danke. Es ist da.
theirs-answer-news = Sagen, ob es so noch geht
theirs-answer-news-act = Antwort senden
theirs-answer-news-done = Danke. Ihre Antwort ist da.
theirs-choose = Diesen wählen
theirs-choose-act = Wählen
theirs-choose-done = Ihre Wahl ist da.
theirs-none-fits = Keiner davon passt
theirs-none-fits-why = Dann suchen wir andere. Es hilft zu wissen, warum.
theirs-none-fits-act = Sagen, dass keiner passt
theirs-none-fits-done = Wir haben es gehört. Wir suchen andere Wege und kommen auf Sie zu.
theirs-propose = Selbst vorschlagen
theirs-propose-act = Vorschlag senden
theirs-propose-done = Ihr Vorschlag ist da, und wir schulden Ihnen eine Antwort.
theirs-ask = Etwas fragen
theirs-ask-act = Frage senden
theirs-ask-done = Ihre Frage ist da, und wir schulden Ihnen die Antwort.
theirs-agree = Dem Plan zustimmen
theirs-agree-why = Das sind die Schritte, wie sie jetzt stehen.
theirs-agree-act = Ich stimme zu
theirs-agree-done = Ihr Ja zum Plan ist da.
theirs-change-plan = Um eine Änderung bitten
theirs-change-plan-act = Wunsch senden
theirs-change-plan-done = Ihr Wunsch ist da. Ein geänderter Plan braucht wieder das Ja von uns beiden.
theirs-step = Sagen, wie es ausging
theirs-step-act = Senden
theirs-step-done = Danke. Jetzt wissen wir es.

theirs-delivery = Lieferung ändern
theirs-delivery-why = Was bleibt, wie es ist, kann leer bleiben.
theirs-delivery-act = Weiter und prüfen
theirs-delivery-done = Die Änderung ist da, und wer die Ware schickt, weiß davon.
theirs-solved = Es ist gelöst
theirs-solved-why = Nur Ihr Wort zählt. Was Sie offen lassen, gilt uns als keine Antwort.
theirs-solved-act = Sagen, dass es gelöst ist
theirs-solved-done = Danke für Ihr Wort. Kommt es wieder, öffnet eine Zeile es neu.
theirs-not-solved = Es ist nicht gelöst
theirs-not-solved-why = Dann sind wir nicht fertig. Wir rufen Sie an.
theirs-not-solved-act = Sagen, dass es nicht gelöst ist
theirs-not-solved-done = Wir haben es gehört. Wir rufen Sie an.
theirs-open-again = Es ist doch nicht gelöst
theirs-open-again-why = Eine Zeile genügt, wie lange es auch her ist. Wir rufen Sie an.
theirs-open-again-act = Wieder öffnen
theirs-open-again-done = Es ist wieder offen. Wir rufen Sie an.
theirs-let-rest = Ruhen lassen
theirs-let-rest-why = Sie möchten nichts mehr von uns. Sie können es jederzeit wieder öffnen.
theirs-let-rest-act = Ruhen lassen
theirs-let-rest-done = Es ruht. Sie können es jederzeit wieder öffnen.

## Die Felder der Formulare

theirs-field-correct = Was nicht stimmt, und wie es ist
theirs-field-more = Noch etwas
theirs-field-choice = Ein Wort zu Ihrer Wahl
theirs-field-none-fits = Was nicht passt
theirs-field-help = Wie können wir helfen?
theirs-field-proposal = Was Sie vorschlagen
theirs-field-needed-by = Wann Sie es bräuchten
theirs-field-you-do = Was Sie dafür tun würden
theirs-field-question = Ihre Frage
theirs-field-change = Was anders sein soll
theirs-field-outcome = Wie es ausging
theirs-field-new-due = Wann es getan ist
theirs-field-reason = Was wir wissen sollten
theirs-outcome-done = Es ist getan
theirs-outcome-late = Es dauert länger
theirs-outcome-skipped = Es ist nicht mehr nötig
theirs-field-address = Die neue Adresse
theirs-field-receiver = Wer es dort annimmt, und wie man sie erreicht
theirs-field-when = Die neue Zeit
theirs-field-let-rest = In Ihren Worten
theirs-field-not-solved = Was nicht gelöst ist
theirs-field-solved = In Ihren Worten
theirs-field-settled = Haken Sie an, was erledigt ist
theirs-field-in-time = Kam es für Sie rechtzeitig?
theirs-field-may-be-shown = Dürfen wir Ihre Worte unseren Leuten zeigen?
theirs-field-reaction = Mit dieser Änderung
theirs-field-need-by = Wann Sie es wirklich brauchen
theirs-field-dimension = Wo es Sie trifft
theirs-field-impact = Was es bei Ihnen anrichtet
theirs-field-safety = Ist jemand verletzt, oder könnte es werden?
theirs-field-deadline = Ein Termin von Ihnen
theirs-field-deadline-what = Was dann geschieht
theirs-field-deadline-at = Wann
theirs-field-at-risk = Ist er in Gefahr?
theirs-your-time = Nach Ihrer Uhr ({ $zone })
theirs-safety-nobody = Niemand
theirs-safety-somebody-hurt = Jemand ist verletzt
theirs-safety-could-hurt = Jemand könnte es werden
theirs-dimension-safety = Sicherheit
theirs-dimension-stopped = Etwas steht still
theirs-dimension-deadline = Ein Termin von uns
theirs-dimension-money = Geld
theirs-dimension-standing = Unser Ansehen beim eigenen Kunden
theirs-dimension-productivity = Arbeit und Zeit
theirs-dimension-goods-unusable = Ware ist nicht brauchbar
theirs-dimension-paperwork = Papiere
theirs-scores = Wie war es für Sie?
theirs-score-outcome = Was dabei herauskam
theirs-score-process = Wie wir vorgegangen sind
theirs-score-people = Unsere Leute
theirs-score-valued = Sie fühlten sich geschätzt
theirs-score-reassured = Sie fühlten sich sicher
theirs-score-none = keine Antwort
theirs-score-1 = 1, gar nicht
theirs-score-2 = 2
theirs-score-3 = 3
theirs-score-4 = 4
theirs-score-5 = 5, ganz

## Nicht einig, und jemand Unparteiisches

theirs-still-do = Was wir weiter für Sie tun
theirs-neutral = Jemand Unparteiisches
theirs-neutral-accepted = Angenommen von { $us } und { $them }.
theirs-neutral-proposes = Vorgeschlagen:
theirs-neutral-sign = Es gilt, wenn wir beide dem Plan unten zugestimmt haben.
theirs-neutral-say = Der vermittelnden Person etwas vertraulich sagen
theirs-neutral-why = Das lesen nur Ihre Seite und die vermittelnde Person. Wir sehen es nie.
theirs-neutral-words = An die vermittelnde Person
theirs-neutral-act = Vertraulich sagen
