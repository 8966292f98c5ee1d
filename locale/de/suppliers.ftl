# Vorlieferanten: was aus einer Ursache bei ihnen folgt, was wir sie fragen, was sie geantwortet haben.

## Die Geschichte

event-upstream-strengthen = { $supplier } wird stärker: { $words }
event-upstream-alternate = Neben { $supplier }: { $alternate } – { $words }
event-upstream-neither = Weder stärker noch ein anderer für { $supplier }: { $words }
event-supplier-asked = { $supplier } gefragt zu { $part }, gestoppt bis { $due }: „{ $wrong }“
event-supplier-answered = { $supplier } hat { $number } über den Link beantwortet, { $part }: „{ $words }“ ({ $who })
event-supplier-file = { $supplier } sendet eine Datei zu { $number }: { $name }. { $words }
event-supplier-answer-noted = { $supplier } hat { $number } beantwortet, { $part }: „{ $words }“ ({ $who })
event-answer-taken-over = Übernommen aus { $number }: { $part }
event-answer-returned = Nicht genug bei { $number }, { $part }; noch einmal erbeten bis { $due }: „{ $words }“
event-scar-ended = { $number } an { $supplier } ist beendet: { $words }
notice-supplier-file = { $case } „{ $title }“: { $supplier } hat eine Datei zu { $number } gesendet: { $name }.
notice-supplier-answered = { $case } „{ $title }“: { $supplier } hat { $number } beantwortet: { $part }.
clock-supplier-answer = Antwort eines Lieferanten

## Warum nicht

refusal-answer-by-what-means = Wählen Sie, durch welches Mittel es wirkt; wie stark es ist, folgt daraus.
refusal-answer-cause-first = Übernehmen Sie zuerst deren Ursache, oder nennen Sie eine: Eine Maßnahme wirkt gegen eine Ursache.
refusal-answer-is-not-the-latest = Sie haben das seitdem neu beantwortet. Sehen Sie die neueste Antwort an.
refusal-answer-was-weighed = Diese Antwort hat schon jemand angesehen. Laden Sie die Seite neu.
refusal-answer-what-is-missing = Sagen Sie, was fehlt; sie lesen es.
refusal-cause-not-upstream = Diese Ursache liegt nicht bei einem Vorlieferanten, oder sie ist ausgeschlossen. Wählen Sie eine, die es tut.
refusal-no-such-answer = Diese Antwort gibt es nicht. Laden Sie die Seite neu.
refusal-no-such-scar = Diese Anfrage gibt es nicht. Laden Sie die Seite neu.
refusal-scar-answer-waits = Sie haben etwas geantwortet, das niemand angesehen hat. Übernehmen Sie es oder sagen Sie, was fehlt; dann beenden Sie sie.
refusal-scar-containment-empty = Sagen Sie, was sie sofort tun sollen: zurückhalten, sortieren, stoppen.
refusal-scar-days-in-order = Erst gestoppt, dann bekannt, dann geändert: Bringen Sie die Tage in diese Reihenfolge.
refusal-scar-due-in-the-past = Dieser Tag ist vorbei. Wählen Sie einen, der noch kommt.
refusal-scar-end-empty = Sagen Sie, was daraus wurde, oder warum es ohne ihre Antwort weitergeht.
refusal-scar-what-is-wrong = Sagen Sie, was falsch ist, so dass sie es ohne uns finden.
refusal-scar-which-part = Sagen Sie, welches Teil von ihnen es ist.
refusal-supplier-names-customer = In dieser Anfrage steht der Kunde. Fassen Sie sie neu, dann machen Sie einen Link.
refusal-supplier-reads-the-customer = Der Lieferant liest das, und der Kunde ist darin genannt. Lassen Sie den Namen weg.
refusal-upstream-how-proven = Sagen Sie, wie der andere erprobt ist.
refusal-upstream-how-stronger = Sagen Sie, was mit ihnen vereinbart ist, damit sie stärker werden.
refusal-upstream-which-alternate = Sagen Sie, welches Teil von wem kommen kann.
refusal-upstream-which-supplier = Nennen Sie den Lieferanten.
refusal-upstream-why-neither = Sagen Sie, warum weder sie stärker werden noch ein anderer dazukommt.

## Was fehlt

lack-supplier-answered = ein Blick auf die Antwort des Lieferanten
lack-supplier-owes = die Antwort des Lieferanten
lack-upstream = was mit dem Lieferanten folgt, bei dem eine Ursache liegt

## Die Wörter der Listen

upstream-way-alternate = ein anderer kann auch liefern
upstream-way-neither = keines von beiden, und warum
upstream-way-strengthen = sie werden stärker
verdict-not-enough = nicht genug
verdict-taken-over = übernommen

## Danach fragen

do-ask-supplier = Einen Lieferanten fragen
do-ask-supplier-act = Anfrage festhalten
do-ask-supplier-done = Die Anfrage ist festgehalten. Machen Sie nun den Link.
do-ask-supplier-why = Sie lesen es Wort für Wort: nie, wessen Fall es ist.
do-choose-upstream = Was mit diesem Lieferanten folgt
do-choose-upstream-act = Festhalten
do-choose-upstream-done = Es ist festgehalten.
do-end-scar = Anfrage beenden
do-end-scar-act = Beenden
do-end-scar-done = Die Anfrage ist beendet.
do-note-supplier-answer = Antwort eines Lieferanten aufschreiben
do-note-supplier-answer-act = Antwort festhalten
do-note-supplier-answer-done = Die Antwort ist festgehalten.
do-note-supplier-answer-why = Vom Telefon oder aus einer E-Mail; über den Link schreiben sie selbst.
do-return-answer = Sagen, was fehlt
do-return-answer-act = Noch einmal fragen
do-return-answer-done = Sie sind noch einmal gefragt.
do-take-over-answer = Antwort eines Lieferanten übernehmen
do-take-over-answer-act = Übernehmen
do-take-over-answer-done = Sie ist übernommen und wird geprüft wie jede andere.

act-suppliers = Die Anfrage ansehen

form-scar-action-by = Was sie ändern, hat seinen Tag bis
form-scar-again-by = Noch einmal erbeten bis
form-scar-answer = Antwort
form-scar-bad = Schlecht befunden
form-scar-cause-by = Die Ursache ist bekannt bis
form-scar-cause-none = Noch keine Ursache genannt
form-scar-containment = Was sie sofort tun sollen
form-scar-containment-by = Gestoppt bis
form-scar-counted = Stück an ihrem Ort
form-scar-end-words = Was daraus wurde, oder warum es ohne sie weitergeht
form-scar-good = Gut befunden
form-scar-in-place = Eingeführt am
form-scar-language = Sprache ihrer Seite
form-scar-language-theirs = wie ihr Browser fragt
form-scar-lots = Lose oder Seriennummern
form-scar-marking = Wie gute gekennzeichnet sind
form-scar-missing = Was fehlt
form-scar-missing-help = Sie lesen es: nie, wessen Fall es ist.
form-scar-order = Unsere Bestellung oder ihr Lieferschein
form-scar-owner = Wer von uns sich kümmert
form-scar-part = Ihr Teil
form-scar-quantity = Stück, die betroffen sein können
form-scar-revision = Änderungsstand
form-scar-said-by = Wer dort es sagt
form-scar-should = Wie es sein soll
form-scar-suspect = Können dort schlecht sein
form-scar-to = Wer dort gefragt wird
form-scar-what = Was es beantwortet
form-scar-which = Anfrage
form-scar-words = Was sie sagen
form-scar-wrong = Was falsch ist
form-scar-wrong-help = So, dass sie es ohne uns finden. Sie lesen es: nie, wessen Fall es ist.
form-upstream-alternate = Für einen anderen: welches Teil, von wem
form-upstream-alternate-help = Kunden geben Ersatzteile frei: Sehen Sie die Liste des Artikels an, bevor Sie eines versprechen.
form-upstream-supplier = Lieferant
form-upstream-way = Was folgt
form-upstream-words = Wie, oder warum
form-upstream-words-help = Was mit ihnen vereinbart ist; wie der andere erprobt ist; warum keines von beiden.

## Die Seite der Lieferanten

cause-upstream-open = Was folgt mit diesem Lieferanten?
cause-suppliers = Gefragte Lieferanten
suppliers-files = Dateien von ihnen
suppliers-answer-of = { $who }, { $when }
suppliers-back = Zurück zu den Ursachen
suppliers-became-action = Sie steht bei den Maßnahmen.
suppliers-became-cause = Sie steht bei den Ursachen und ist noch zu prüfen.
suppliers-became-place = Sie steht bei den fünf Orten; jemand anders sieht noch nach.
suppliers-ended = Beendet: { $words }
suppliers-link = Ihr Link
suppliers-link-end = Link zurücknehmen
suppliers-link-make = Ihren Link machen
suppliers-link-mail = E-Mail schreiben
suppliers-link-mail-body = Bitte beantworten Sie unsere Anfrage { $number } zu { $part } auf dieser Seite: { $link }
suppliers-link-why = Ein Link, nur für { $supplier }: Er zeigt diese Anfrage und ihre Antworten, sonst nichts vom Fall. Ein neuer Link nimmt den alten zurück.
suppliers-looked = Zuletzt haben sie am { $when } darüber geantwortet.
suppliers-none = Kein Lieferant ist gefragt. Wo eine Ursache bei einem liegt, fragen Sie, was er stoppt, was die Ursache war und was er ändert.
suppliers-noted-by = aufgeschrieben von { $who }
suppliers-owes = { $supplier } schuldet { $what } bis { $day }
suppliers-owes-nothing = Es ist nichts offen.
suppliers-paper = Was sie lesen, als Dokument
suppliers-story = Was mit Lieferanten geschah
suppliers-take = Übernehmen
suppliers-waits = Noch niemand hat sie angesehen.
suppliers-waiting-for = Wartet auf: { $all }
suppliers-written-anew = Neu fassen
