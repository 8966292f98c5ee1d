# Die Seiten eines Falls: die Seite des Kunden, was jetzt kommt, der Verlauf, Optionen, Plan, Chronik.

case-title = { $number } { $title }
case-aside = Über den Kunden
case-tabs = Teile dieses Falls
tab-story = Verlauf
tab-conversations = Gespräche
tab-options = Optionen
tab-plan = Plan
tab-history = Chronik

case-heard-nothing = ohne ein Wort von uns:
case-known-since = bekannt seit
light-acknowledged = Anerkannt
light-dialogue = Im Gespräch
light-plan = Plan vereinbart
light-kept = Beziehung erhalten

case-no-voice = noch keine menschliche Stimme
case-seen = Gesehen: { $seen }
case-stands-still = nichts steht bevor: nächsten Schritt vereinbaren
case-waiting-for = sie warten ohnehin auf andere Teile:
concern-not-validated = noch kein Satz, der es ernst nimmt
concern-validated = im Gespräch ernst genommen
fault-ours-without-part = Es lag an uns, und was wir getan haben, steht noch nicht da: ein Satz, der mit „wir“ beginnt, bevor der Plan vereinbart wird.
fault-shared-without-part = Es lag an beiden, und unser Teil steht noch nicht da. Unserer kommt zuerst, bevor der Plan vereinbart wird.
reach-go-there = Oder fahren Sie hin, und schreiben Sie hier auf, was gesagt wurde und was Sie gesehen haben
reach-nobody = { $tries } Versuche, und niemand wurde erreicht.
reach-nobody-else = Sonst ist dort niemand bekannt.
reach-somebody-else = Statt dessen mit { $name } sprechen
rhythm-again = { $n } Mal hintereinander haben sie gehört, dass es nichts Neues gibt. Fragen Sie, wie oft sie jetzt von uns hören möchten, und vereinbaren Sie es.
rhythm-keep = Festhalten, was vereinbart ist
case-not-told = eine Änderung ist noch nicht mitgeteilt
case-engaged = Kunde wirkt mit
case-not-engaged = Kunde wirkt noch nicht mit
case-leaves-it-to-us = sie überlassen es uns
case-feedback = Was wir anders machen sollten
case-feedback-open = Wir haben noch nicht geantwortet
case-feedback-reply = Antworten
case-grew = es wuchs, während wir warteten
case-let-down-twice = zweimal enttäuscht
case-repeat = Ähnliches kam schon vor

## Die Seite des Kunden

case-their-side = Die Seite des Kunden
case-add-harm = Seite des Kunden ergänzen
case-nothing-known = Noch hat niemand vom Kunden gehört, was es für ihn bedeutet.
case-safety = Sicherheit
case-impacts = Was es für den Kunden bedeutet
case-deadline = Termin des Kunden
case-deadline-met = eingehalten, sagt der Kunde
case-deadline-missed = verpasst, sagt der Kunde
case-deadline-threatened = in Gefahr
case-pressure = Unter Druck durch
case-worst-part = Das Schlimmste, aus Sicht des Kunden
case-news = Unsere Nachricht
case-news-dates = zugesagt { $promised }, jetzt { $new }
case-news-told = mitgeteilt
case-news-notice = { $days ->
    [one] { $days } Arbeitstag vorher
    [0] am zugesagten Tag
   *[other] { $days } Arbeitstage vorher
}
case-news-not-told = der Kunde weiß es noch nicht
case-still-works = passt es für den Kunden noch?
case-worries = Was dem Kunden Sorgen macht
case-questions = Was der Kunde fragt
case-their-view = Wie der Kunde es sieht

## Unsere Sicht, sobald die des Kunden gehört ist

case-our-view = Unsere Sicht
case-our-view-waits = Unsere Sicht öffnet sich, wenn die des Kunden gehört ist: Geben Sie wieder, was Sie gehört haben, und holen Sie ein Ja dazu ein.
case-our-view-empty = Noch hat niemand unseren Anteil benannt.
case-our-part = Unser Anteil
case-fault = Wessen Anteil es war
case-their-part = Anteil des Kunden
case-told-them = Was wir dem Kunden gesagt haben
case-said-back = Wir haben wiedergegeben: „{ $words }“

## Was jetzt kommt

case-next = Als Nächstes
next-settle-step = Wie ging es aus: { $what }
next-confirm-step = Ist es machbar: { $what }
next-settle-promise = Wurde sie gehalten: { $what }
next-answer-suggestion = Vorschlag des Kunden beantworten: { $what }
next-summary = Zusammenfassung schreiben
next-thank-you = Den Dank schreiben
next-voicemail-mail = Mit einer Mail nachfassen
case-all-acts = Alles, was Sie hier tun können
case-merged-into = Dieser Fall ist aufgegangen in
case-see-other = Zu { $number }
case-steps = Schritte
case-step-of = Schritt { $n } von { $of }: { $title }
case-all-steps = Alle Schritte
case-all-steps-done = alle Schritte sind getan
case-typed-in = eingetragen
acts-reach = Kunden erreichen
acts-know = Mehr erfahren
acts-decide = Gemeinsam entscheiden
acts-plan = Planen und umsetzen
acts-promise = Zusagen und wiedergutmachen
acts-word = Wort des Kunden und danach
acts-up = Hilfe rufen
acts-inside = Es soll nicht wieder geschehen
acts-books = Ordnung halten

## Daneben

case-customer-for = Kunde seit
case-years = { $n ->
    [0] weniger als einem Jahr
    [one] einem Jahr
   *[other] { $n } Jahren
}
case-past = Frühere Probleme
case-no-past = keine, von denen wir wissen
case-open-promises = Zusagen an den Kunden
case-promises = { $open } offen, { $kept } gehalten, { $broken } gebrochen
case-hours = Erreichbar
case-matters = Worauf es hier ankommt
case-people = Ansprechpartner
case-nobody-known = Wir kennen dort noch niemanden.
case-add-contact = Person hinzufügen
case-team = Unser Team
case-amends-broken = gebrochen: nicht gegeben
case-promised-here = Hier zugesagt
case-settle = Wie ging es aus?
case-related = Fälle, die zusammengehören
case-health = Wie wir es machen
health-empathy = Einfühlung
health-accountability = Verantwortung
health-action = Handeln
health-yes = ja, es ist belegt
health-not-yet = noch nicht
by-machine = Makegood
by-import = ein Import

## Reiter

case-no-talks = Noch hat niemand mit dem Kunden gesprochen. Rufen Sie an und schreiben Sie dann auf, was er gesagt hat.
case-no-messages = Noch ist keine Nachricht festgehalten. Schriftlich wird nur vereinbart, zusammengefasst und informiert; in Ordnung gebracht wird im Gespräch.
case-no-options = Noch kein Lösungsweg. Bereiten Sie zwei vor, bevor Sie darüber reden: Der Kunde wählt, wir lenken nicht.
case-no-plan = Noch kein Plan. Er kommt nach dem Zuhören und der Wahl des Kunden: Schritte beider Seiten, jeder mit Name und Datum.
case-how-it-went = Wie es lief
case-chosen = Was der Kunde gewählt hat
case-chose = { $by } hat gewählt: { $what }.
case-amends = Wiedergutmachung
amends-was-given = gegeben ({ $proof })
amends-waits = wartet auf Freigabe
amends-refused = wurde abgelehnt
options-caption = Die Lösungswege, so wie der Kunde sie lesen wird
options-earlier = Früher vorgestellt
options-earlier-help = Was nicht passte, bleibt lesbar. Gewählt werden kann es nur, wenn es noch einmal vorgestellt wird.
options-lay-out-again = noch einmal vorstellen
options-was-taken-back = zurückgenommen
options-terms = Für Sie
options-theirs = Ihr Vorschlag
options-kind = Was es ist
options-compromise = beide geben etwas
options-arrives = Sie haben es
options-no-date = noch nicht bekannt
options-sure = Wie sicher
options-you-do = Ihr Teil
options-costs-you = Kosten für Sie
options-need = Warum es passen könnte
options-not-said = noch nicht gesagt
options-acts = Was tun
options-take-back = zurücknehmen
options-they-chose = vom Kunden gewählt
plan-still-open = noch offen
plan-not-confirmed = noch niemand hat „Das schaffe ich“ gesagt
plan-settle = Wie ging es aus?
plan-version = Fassung
plan-agreed = Vereinbart
plan-not-agreed = noch nicht von beiden Seiten

## Chronik

history-title = Chronik von { $number }
history-caption = Jedes Ereignis, wie es aufbewahrt ist, das neueste zuerst
history-no = Nr.
history-happened = Geschehen
history-recorded = Eingetragen
history-who = Wer
history-kind = Art
history-words = Was
history-holds = { $n ->
    [one] Eben geprüft: Das eine Ereignis ist schlüssig, und nichts wurde geändert, seit es geschrieben wurde.
   *[other] Eben geprüft: Alle { $n } Ereignisse hängen zusammen, und nichts wurde geändert, seit sie geschrieben wurden.
}
history-gap = Ereignis { $seq } fehlt oder ist doppelt. Jemand hat die Chronik verändert; sagen Sie es der Administration.
history-changed = Ereignis { $seq } ist nicht mehr so, wie es geschrieben wurde. Jemand hat die Chronik verändert; sagen Sie es der Administration.
history-tail = Das letzte Ereignis passt nicht zum Fall. Am Ende wurde etwas angefügt oder weggenommen; sagen Sie es der Administration.
history-take = Chronik mitnehmen
history-take-why = Eine Datei, mit der jeder sie ohne uns prüfen kann.
history-how = Jeder Hash ist SHA-256 über: die Länge des vorigen Hashs (8 Bytes, big endian) und diesen Hash, die 16 Bytes von case_id, seq (8 Bytes, big endian), dann kind, actor und die 16 Bytes von actor_id, jeweils hinter ihrer Länge (8 Bytes), happened_at und recorded_at (Mikrosekunden seit 1970, je 8 Bytes), und SHA-256 von salt und body. Vor dem ersten steht ein leerer Hash; der letzte ist gleich tail.

## Einen Fall eröffnen

do-open-case = Fall eröffnen
do-open-case-why = Drei Antworten genügen. Niemand muss zustimmen, nichts ist zu klein, und niemandem wird etwas vorgeworfen.
do-open-case-act = Fall eröffnen
do-open-case-done = Der Fall ist eröffnet. Jetzt nichts wie hin zum Kunden.
open-aside = Was der Kunde schon erlebt hat
open-find = Kunden suchen
open-find-help = Die ersten Buchstaben des Namens.
open-account = Kunde
open-for = Für
open-other-account = anderer Kunde
open-sentence = Was geschehen ist, in den Worten des Kunden
open-sentence-help = Ein Satz, wie er ihn gesagt hat oder sagen würde.
open-safety-help = Immer die erste Frage. Ein Ja ruft sofort Leitung und Qualität.
open-contact = Wer enttäuscht wurde
open-contact-later = noch nicht bekannt
open-what = Worum es geht
open-kind-from-sentence = aus dem Satz entnehmen
open-kind-text = Wenn es etwas anderes ist: was?
open-origin = Wer es zuerst wusste
open-item = Artikel, Charge oder Auftrag
open-item-help = Damit ein ähnliches Problem wiedergefunden wird.
open-remedy = Worum der Kunde bittet
open-harm = Was es für den Kunden bedeutet, und sein Termin
open-news = Wenn wir einen Verzug mitzuteilen haben
open-promised-on = Der Tag, den wir zugesagt hatten
open-new-date = Der Tag, der es jetzt wird
open-who = Seit wann wir es wissen, wer den Fall führt, welcher Leitfaden
open-recognised = Wann wusste es bei uns zum ersten Mal jemand?
open-recognised-help = Ohne Angabe: jetzt. Hier beginnen die Fristen, und es rückt nie nach hinten.
open-written = Wann die schriftliche Beschwerde einging
open-written-help = Nur, wenn sie schriftlich kam.
open-owner = Wer den Fall führt
open-owner-me = ich
open-playbooks = Leitfäden
open-playbooks-help = Ist keiner angekreuzt, wird der passende gewählt.
open-earlier = Frühere Probleme dieses Kunden
open-still-open = noch offen: Gehört es dazu?
open-lesson = Was wir damals gelernt haben:
