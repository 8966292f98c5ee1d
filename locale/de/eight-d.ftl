# The report in disciplines: what stands on it, and the page where it is made.

## Kinds

report-stage-3d = 3D-Bericht
report-stage-5d = 5D-Bericht
report-stage-8d = 8D-Bericht
report-revision = Revision { $n }
report-page = Seite
report-page-of = von
report-no-picture = Dieses Bild kann nicht gezeigt werden.
report-mark-safety = Sicherheit
report-mark-repeat = Wiederholung

## Head

report-customer = Kunde
report-contact = Ansprechperson
report-number = Unsere Nummer
report-part = Teil und Stand
report-lots = Lose oder Seriennummern
report-first-shipment = Erste betroffene Lieferung
report-shipped = Geliefert
report-suspect = Verdächtig
report-bad = Fehlerhaft gefunden
report-pieces = { $n } Stück
report-known-on = Uns bekannt seit
report-opened-on = Eröffnet
report-repeat = Schon vorgekommen
report-repeat-none = uns nicht bekannt
report-repeat-some =
    { $n ->
        [one] ja, einmal
       *[other] ja, { $n }-mal
    }
report-reached-done = erledigt
report-reached-begun = läuft
report-reached-open = offen

## Disciplines

report-title-d0 = Erste Hilfe
report-title-d1 = Das Team
report-title-d2 = Was nicht stimmt
report-title-d3 = Was Sie inzwischen schützt
report-title-d4 = Warum es geschah und warum es zu Ihnen gelangte
report-title-d5 = Was wir zu ändern gewählt haben
report-title-d6 = Was geändert ist
report-title-d7 = Was es am Wiederkommen hindert
report-title-d8 = Ihr Wort, und Dank
report-pictures = Bilder
report-not-yet = Noch nicht vorhanden.
report-not-known = Noch nicht bekannt, bis { $until }: { $words }

## D0 to D3

report-spoke-on = Erstes Gespräch mit Ihnen
report-told-on = Gesagt, was geschah
report-told-to = Wem
report-told = Was wir Ihnen sagten
report-champion = Steht dahinter
report-leader = Leitet die Arbeit
report-members = Wer daran arbeitet
report-name = Name
report-function = Funktion
report-reach = Telefon oder Mail
report-share = Anteil der Zeit
report-percent = { $n } %
report-in-your-words = In Ihren Worten
report-failure = Was woran nicht stimmt
report-should = Soll
report-is = Ist
report-process-place = Wo im Prozess
report-in-fmea = Vorher in der FMEA
report-in-fmea-yes = ja
report-in-fmea-no = nein
report-in-fmea-no-fmea = es gibt keine FMEA
report-compared = Ist und ist nicht
report-aspect = Aspekt
report-aspect-what = Was
report-aspect-where = Wo
report-aspect-when = Wann
report-aspect-extent = Wie viel
report-it-is = Es ist
report-it-is-not = Es ist nicht
report-differs = Was anders ist, was sich änderte
report-places = Wo verdächtige Teile sind
report-all-places = Alle Orte
report-place = Ort
report-place-at-customer = Bei Ihnen
report-place-in-transit = Unterwegs
report-place-our-stock = Unser Lager
report-place-wip = In der Fertigung
report-place-at-supplier = Bei unserem Lieferanten
report-suspect-short = Verdächtig
report-good = Gut
report-bad-short = Schlecht
report-unchecked = Ungeprüft
report-how-and-who = Wie, durch wen, nachgesehen von wem
report-marked = Gute sind gekennzeichnet: { $how }
report-verified = Nachgesehen von { $by }: { $words }
report-ended = Beendet am { $on }: { $words }
report-clean-from = Gut ab { $by } { $value }. { $words }
report-clean-by-lot = Los
report-clean-by-date = Datum
report-clean-by-serial = Seriennummer
report-function-makes-the-part = fertigt das Teil
report-function-quality = Qualität
report-function-process-engineering = Prozesstechnik
report-function-design = Konstruktion
report-function-maintenance = Instandhaltung
report-function-logistics = Logistik
report-function-purchasing = Einkauf
report-function-sales = Vertrieb
report-function-supplier = Lieferant
report-function-customer = Kunde
report-function-other = anderes

## D4 to D8

report-chain-occurrence = Warum es entstand
report-chain-escape = Warum wir es nicht fanden
report-chain-system = Was bei uns beides zuließ
report-cause = Ursache
report-how-we-know = Woher wir es wissen
report-proving-reproduce = an- und abgestellt
report-proving-measure = gemessen
report-proving-observe = beobachtet
report-ruled-out = Geprüft und ausgeschlossen
report-looked-at = Was wir prüften
report-why-not = Warum es nicht die Ursache ist
report-your-view = Ihre Sicht
report-our-answer = Unsere Antwort: { $words }
report-action = Maßnahme
report-against = Gegen
report-against-occurrence = das Entstehen
report-against-escape = das Durchschlüpfen
report-against-system = dass es zugelassen wird
report-strength = Stärke
report-strength-strong = stark
report-strength-middle = mittel
report-strength-weak = schwach
report-strength-note = Stark macht den Fehler unmöglich, mittel macht ihn unwahrscheinlich, schwach bittet Menschen um Sorgfalt.
report-proof-before = Vor der Einführung bewiesen
report-side-effects = Nebenwirkungen
report-owner = Wer
report-due = Fällig
report-done-on = Erledigt
report-still-open = noch offen
report-proof = Nachweis
report-documents = Geänderte Unterlagen
report-document = Unterlage
report-new-revision = Neuer Stand
report-across = Wo es noch geschehen könnte
report-where = Wo
report-what = Was
report-what-was-done = Was getan wurde
report-reach-item = ein ähnliches Teil
report-reach-process = ein ähnlicher Prozess
report-reach-supplier = ein ähnlicher Lieferant
report-reach-site = ein anderer Standort
report-reach-nothing = nichts weiter
report-effect = Woran wir sehen, dass es hält
report-measure = Was gemessen wird
report-threshold = Es darf sein
report-window = Beobachtet über
report-window-is =
    { $days } { $days ->
        [one] Tag
       *[other] Tage
    } und { $n } saubere { $n ->
        [one] Lieferung
       *[other] Lieferungen
    }
report-until = Bis
report-looks = Hält es?
report-on = Am
report-result = Ergebnis
report-held-held = es hielt
report-held-did-not-hold = es hielt nicht
report-data = Was gemessen wurde
report-clean-deliveries = Saubere Lieferungen
report-accepted = Angenommen von { $by } am { $on }.
report-not-accepted = Wartet auf Ihr Wort: Sie können diesen Bericht auf Ihrer Seite annehmen oder dazu fragen.
report-thanks = Dank an { $names }, und Ihnen dafür, dass Sie es uns gesagt haben.
report-answer-accepted = angenommen
report-answer-asks = fragt

## On the page of the customer

told-report-sent = Wir haben Ihnen einen Bericht geschickt: { $stage }, Revision { $revision }
told-report-accepted = Sie haben Revision { $revision } des Berichts angenommen. { $words }
told-report-asked = Sie haben zu Revision { $revision } des Berichts gefragt: „{ $words }“
theirs-reports = Berichte
theirs-report-of = { $stage }, Revision { $revision }
theirs-report-is-accepted = Sie haben ihn angenommen.
theirs-report-is-asked = Sie haben gefragt: „{ $words }“
theirs-report-as = Auch als
theirs-report-accept = Bericht annehmen
theirs-report-accept-why = Er sagt, was geschah und was wir ändern, und das genügt Ihnen. Ob es gelöst ist, sagen Sie getrennt davon.
theirs-report-accept-act = Annehmen
theirs-report-accept-done = Danke. Wir haben Ihr Wort zum Bericht.
theirs-report-ask = Zum Bericht fragen
theirs-report-ask-why = Was fehlt oder Sie nicht überzeugt. Ein Mensch antwortet Ihnen.
theirs-report-ask-act = Frage senden
theirs-report-ask-done = Danke. Wir haben Ihre Frage und antworten.
theirs-field-report = Was möchten Sie wissen?
refusal-no-such-report = Diesen Bericht finden wir nicht mehr. Es gelten die Berichte auf Ihrer Seite.
refusal-report-is-accepted = Dieser Bericht ist schon angenommen.

## On the desk

tab-8d = 8D
event-report-sent = An { $to } geschickt: { $stage }, Revision { $revision }
event-report-answered = { $by } zu Revision { $revision } des Berichts, { $answer }: { $words }
they-report-answered = hat auf den Bericht geantwortet
refusal-report-is-empty-in = In { $empty } steht noch nichts. Füllen Sie es, oder schicken Sie einen Bericht, der nicht so weit geht.
refusal-report-talk-first = Seit dem letzten Bericht hat niemand mit ihnen gesprochen. Rufen Sie zuerst an und schicken Sie ihn dann; oder geben Sie das Tor mit Namen und Grund frei.
do-answer-report = Der Kunde nimmt einen Bericht an oder fragt dazu
do-answer-report-act = Festhalten
do-answer-report-done = Ihre Antwort ist festgehalten.
form-report = Welcher Bericht
form-report-answer = Was sie sagen
eight-d-points = Nähme ein Kunde ihn an?
eight-d-points-help = 0: nichts da · 1: da, mit einer Lücke · 2: wie es sein soll
eight-d-points-of = { $points } von { $most }
eight-d-points-total = { $points } von { $most } Punkten
eight-d-missing = es fehlt: { $what }
eight-d-weak-empty = es ist noch nichts da
eight-d-weak-cause-is-symptom = die Ursache sagt noch einmal, was man sieht; fragen Sie noch einmal warum
eight-d-weak-pieces-differ = die verdächtigen Teile der Orte sind nicht so viele wie in D2 gesagt
eight-d-weak-picture-hidden = ein Bild, das eine Ursache beweist, wird ihnen nicht gezeigt; zeigen Sie es unter Dateien
eight-d-weak-not-accepted = sie haben noch keinen ganzen Bericht angenommen
eight-d-odd-day-not-told = { $words }: Diesen Tag hat ihnen niemand gesagt, und er steht in keinem Plan
eight-d-odd-more = { $count ->
    [one] und eine Stelle mehr
   *[other] und { $count } Stellen mehr
}
eight-d-odd-not-plain = nicht klar: { $words }. { $advice }
eight-d-odd-other-count = am { $day } wurde ihnen { $words } gesagt; im Bericht steht { $report }
eight-d-odd-other-day = am { $day } wurde ihnen { $words } gesagt; dieser Tag steht weder im Bericht noch in dem, was vereinbart ist
eight-d-choose-stage = Wie weit er geht
eight-d-preview = Wie sie ihn lesen werden
eight-d-draft-as = Dieser Stand als
eight-d-language = Sprache
eight-d-send-title = Schicken
eight-d-send = Schicken
eight-d-send-help = Er wird eingefroren, wie er jetzt ist, erscheint auf ihrer Seite, und sie können ihn annehmen oder fragen. Sprechen Sie zuerst mit ihnen: Das Papier folgt dem Gespräch.
eight-d-send-to = Für wen
eight-d-sent-ones = Geschickt
eight-d-mail = Die E-Mail schreiben, dass er da ist
eight-d-no-link = Sie haben noch keinen Link und können ihre Seite nicht öffnen.
eight-d-none-sent = Es wurde noch keiner geschickt.
eight-d-sent-one = { $stage }, Revision { $revision }, an { $to }
eight-d-print-of = Abdruck { $print }
eight-d-nobody = Vom Kunden ist noch niemand bekannt. Legen Sie eine Person an, und schicken Sie ihn dann.
eight-d-is-sent = Revision { $revision } ist geschickt und steht auf ihrer Seite.
eight-d-csv-part = Disziplin
eight-d-csv-heading = Überschrift
eight-d-csv-line = Zeile
eight-d-csv-column = Spalte
eight-d-csv-says = Inhalt
