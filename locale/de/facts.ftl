# Was Auftragspositionen berührt: Listen davon, und wie sie zurückgewiesen werden.

cli-import-supplies = Hereinholen, was für Auftragspositionen gekauft wird: Auftrag, Position, Nummer, gebraucht, zugesagt, eingegangen
cli-import-set-aside = Hereinholen, was für Auftragspositionen reserviert ist: Auftrag, Position, Bedarf, reserviert
cli-import-inspections = Prüfungen von Chargen hereinholen: Auftrag, Position, Nummer, Charge, Ergebnis, am
cli-import-loads = Hereinholen, wie viel in der Woche einer Position auf einer Maschine geplant ist: Auftrag, Position, Arbeitsplatz, Woche, geplante Stunden, vorhandene Stunden
cli-import-shipments = Sendungen hereinholen: Auftrag, Position, Nummer, Abgang, erwartet, Menge, Chargen oder Seriennummern, letzter Scan, Störung, Ablieferungsnachweis
cli-import-returns = Hereinholen, was zurückkam: Auftrag, Position, Nummer, am, Fall
cli-import-short-payments = Gekürzte Zahlungen hereinholen, nach Nummer und Tag, nie nach Betrag: Auftrag, Position, Nummer, Art, am, Fall
cli-import-nonconformities = Hereinholen, was Kunden als fehlerhaft melden: Auftrag, Position, Nummer, am, Fehler, Chargen oder Seriennummern, Menge, Meldungsstatus, Fall
import-why-unknown-word = Dieses Wort ist keines von denen, die in dieser Spalte stehen können.
import-cannot-workbook = Diese Arbeitsmappe lässt sich nicht lesen: Sie ist beschädigt oder mit einem Passwort gesperrt. Speichern Sie sie noch einmal als XLSX oder CSV, ohne Passwort.
import-cannot-workbook-large = Diese Arbeitsmappe ist größer als jede Tabelle von Aufträgen. Speichern Sie das Blatt allein als CSV.
import-cannot-workbook-empty = Kein Blatt dieser Arbeitsmappe enthält etwas.

radius-title = Wie weit es reicht
radius-why = Von einer Charge, einem Artikel, einem Lieferanten oder einem Vorgang zu jeder Position, jeder Sendung und jedem Kunden, den es berühren kann. Jede wird auf Wunsch in einem Zug zum Hinweis, bevor es wehtut.
radius-sort = Wodurch es sich ausbreitet
radius-sort-lot = Charge oder Seriennummer
radius-sort-item = Artikel
radius-sort-supplier = Lieferant
radius-sort-work-centre = Arbeitsplatz
radius-sort-route = Weg
radius-sort-item-group = Artikelgruppe
radius-name = Name oder Nummer
radius-name-help = So, wie es in Ihren Dateien steht.
radius-look = Sehen, was es berührt
radius-none = Von „{ $name }“ hängt nichts ab, soweit bekannt. Chargen kommen mit Listen von Sendungen oder Prüfungen; Lieferanten, Arbeitsplätze, Wege und Artikelgruppen mit den Aufträgen.
radius-summary = { $lines ->
    [one] Eine Position
   *[other] { $lines } Positionen
} von { $customers ->
    [one] einem Kunden
   *[other] { $customers } Kunden
}
radius-touched = Was es berührt
radius-shipments = Sendungen
radius-quantity = Stück davon
radius-unknown = unbekannt
radius-signal = Hinweis
radius-signalled = gemacht
radius-make = Jedem sagen, bevor es wehtut
radius-what = Was geschehen ist
radius-what-help = In einem Satz, so wie Sie es einem Kunden sagen würden. Er steht bei jedem Hinweis.
radius-what-missing = Sagen Sie in einem Satz, was geschehen ist, mit höchstens 500 Zeichen.
radius-act = Aus jeder Position einen Hinweis machen
radius-all-signalled = Jede dieser Positionen hat ihren Hinweis. Öffnen Sie den Kreis, um ihn weiter oder enger zu ziehen.
radius-made = { $count ->
    [0] Für jede Position gab es schon einen Hinweis.
    [one] Ein Hinweis wurde gemacht.
   *[other] { $count } Hinweise wurden gemacht.
}
radius-told-first = { $first } von { $ended } hörten es zuerst von uns.
line-touches = Was sie mit anderen Positionen teilt
signal-same-risk = { $line } hängt an dem, was schiefging: { $why } ({ $name })
signal-same-risk-quantity = { $line } bekam { $quantity } von { $name }: { $why }
say-same-risk = „Anderswo ist etwas schiefgegangen, das Ihren Auftrag { $line } berührt. Ich möchte, dass Sie es wissen, bevor es wehtut: { $why }“

# Listen über eine Seite hereinholen.
upload-list = Was in der Datei steht
upload-list-help = Zuerst die Aufträge: Eine Liste zu Auftragspositionen sagt nur etwas über Positionen, die bekannt sind.
upload-keep-rows = Diese Zeilen behalten
upload-keeping-rows = Die Zeilen werden behalten
upload-then-looked = Die Wache sieht diese Positionen innerhalb einer Stunde an, meist in wenigen Minuten; was sie findet, steht bei den Signalen.
upload-then-signals = Zu den Signalen
upload-decimal = Zahlen wie 1,250
upload-decimal-comma = das Komma steht vor Bruchteilen
upload-decimal-point = der Punkt steht vor Bruchteilen
upload-nothing-said = Nichts davon wurde erkannt, und eines davon muss da sein: { $fields }. Wählen Sie es unten und sehen Sie noch einmal nach.
list-orders = Aufträge
list-milestones = Schritte auf dem Weg
list-supplies = Was wir dafür kaufen
list-set-aside = Was reserviert ist
list-inspections = Prüfungen von Chargen
list-loads = Belastung von Maschinen
list-shipments = Sendungen
list-returns = Retouren
list-short-payments = Gekürzte Zahlungen
list-nonconformities = Fehlermeldungen von Kunden
list-field-order = Auftragsnummer
list-field-line = Positionsnummer
list-field-milestone = Schritt
list-field-planned = Geplant für
list-field-done = Erledigt am
list-field-number = Eigene Nummer
list-field-left = Abgang am
list-field-expected = Erwartet am
list-field-quantity = Menge
list-field-lots = Chargen oder Seriennummern
list-field-scanned = Letzter Scan
list-field-exception = Was unterwegs schiefging
list-field-proof = Ablieferungsnachweis
list-field-denied = Nichts angekommen, gemeldet am
list-field-verdict = Bestanden oder nicht
list-field-on = Tag
list-field-kind = Art
list-field-case = Fall
list-field-needed = Gebraucht am
list-field-promised = Vom Lieferanten zugesagt
list-field-received = Eingegangen am
list-field-wanted = Benötigte Menge
list-field-pegged = Reservierte Menge
list-field-centre = Arbeitsplatz
list-field-week = Woche, die beginnt am
list-field-hours-planned = Geplante Stunden
list-field-hours-there = Vorhandene Stunden
list-field-what = Was fehlerhaft ist
list-field-standing = Gemeldet oder zurückgezogen

# Eingehende Webhooks.
hooks-in-title = Eingehende Webhooks
settings-hooks-in-help = Andere Programme, etwa Ihr ERP, die Aufträge und Listen hier ablegen und sie unterschreiben.
hooks-in-intro = Ein eingehender Webhook ist eine Adresse, an die ein anderes Programm von Ihnen die Zeilen einer Liste schickt. Es unterschreibt jede Nachricht mit einem Geheimnis und kann hier sonst nichts; ein Programm, das an Fällen arbeitet, benutzt einen Schlüssel.
hooks-in-new = Ein neuer eingehender Webhook
hooks-in-name-help = Wer sendet, etwa „ERP, Sendungen“.
hooks-in-list = Was er sendet
hooks-in-heard = Letzte Nachricht:
hooks-in-silent = Noch ist nichts gekommen.
hooks-in-old-secret = Das vorige Geheimnis gilt noch bis
hooks-in-end-old = Das vorige Geheimnis jetzt beenden
hooks-in-secret-made = Ein neues Geheimnis ist angelegt. Das vorige gilt noch 24 Stunden, damit das andere Programm wechseln kann.
hooks-in-secret-once = Es wird nur dieses eine Mal gezeigt. Geben Sie es dem anderen Programm, das damit unterschreibt.
hooks-in-how = Wie das andere Programm sendet
hooks-in-how-help = Ein Text {"{"}"rows": [{"{"}…{"}"}, …]{"}"} mit höchstens 10.000 Zeilen, unterschrieben nach der Spezifikation Standard Webhooks: webhook-signature enthält v1, ein Komma und den HMAC-SHA256 über webhook-id, webhook-timestamp und den Text, mit Punkten dazwischen, in Base64. Eine Nachricht, die älter als fünf Minuten ist, wird abgelehnt; dieselbe webhook-id noch einmal ändert nichts. Die Antwort sagt von jeder Zeile, die nicht genommen wurde, welche und warum.
hooks-in-fields = Felder einer Zeile: { $fields }
audit-did-incoming-hook-added = hat einen eingehenden Webhook angelegt
audit-did-incoming-hook-switched-on = hat einen eingehenden Webhook eingeschaltet
audit-did-incoming-hook-switched-off = hat einen eingehenden Webhook ausgeschaltet
audit-did-incoming-hook-old-secret-ended = hat das vorige Geheimnis eines eingehenden Webhooks beendet
audit-did-incoming-hook-secret-made = hat ein neues Geheimnis für einen eingehenden Webhook angelegt

# Eine Grenze als Aufzeichnung.
boundary-title = Wie weit es nach unserer Meinung reicht
boundary-all = Bisher gezogene Grenzen
boundary-is-within = Innerhalb der Grenze:
boundary-reaches = { $lines ->
    [one] Sie umfasst eine Position.
   *[other] Sie umfasst { $lines } Positionen.
}
boundary-within = Was innerhalb liegt
boundary-nothing = Es liegt nichts mehr innerhalb.
boundary-none = nichts
boundary-widen = Weiter ziehen
boundary-widen-act = Hineinnehmen und jedem Bescheid geben
boundary-narrow = Enger ziehen
boundary-narrow-help = Signale, die deswegen noch warten, enden mit Ihrem Grund; was Kunden gesagt wurde, bleibt gesagt.
boundary-leave-out = Was herausgenommen wird
boundary-narrow-act = Herausnehmen
boundary-why = Warum
boundary-amendments = Wie sie so wurde
boundary-how = Was getan wurde
boundary-drawn = gezogen
boundary-widened = weiter gezogen
boundary-narrowed = enger gezogen
boundary-from = Von
boundary-to = Nach
boundary-lines = { $lines ->
    [one] eine Position
   *[other] { $lines } Positionen
}
boundary-ended = { $count ->
    [0] Herausgenommen. Deswegen wartete kein Signal.
    [one] Herausgenommen. Ein Signal ist beendet.
   *[other] Herausgenommen. { $count } Signale sind beendet.
}
refusal-boundary-has-it = Es liegt schon innerhalb, und jede Position, die es berührt, hat ihr Signal.
refusal-boundary-has-it-not = Es liegt nicht mehr innerhalb.
refusal-boundary-needs-why = Sagen Sie warum, in höchstens { $most } Zeichen.
refusal-no-such-boundary = Diese Grenze gibt es nicht.

# Was sie zu einer Position gesagt haben.
line-asked-where = Wo bleibt es?
line-asked-times = { $times ->
    [0] Sie haben noch nicht gefragt.
    [one] Sie haben einmal gefragt.
   *[other] Sie haben { $times }-mal gefragt.
}
line-asked-last = Das letzte Mal:
line-asked-act = Sie haben gerade wieder gefragt
line-reported = Was sie als fehlerhaft melden
line-report-withdrawn = von ihnen zurückgenommen
