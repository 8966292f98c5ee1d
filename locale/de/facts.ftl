# Was Auftragspositionen berührt: Listen davon, und wie sie zurückgewiesen werden.

cli-import-supplies = Hereinholen, was für Auftragspositionen gekauft wird: Auftrag, Position, Nummer, gebraucht, zugesagt, eingegangen
cli-import-set-aside = Hereinholen, was für Auftragspositionen reserviert ist: Auftrag, Position, Bedarf, reserviert
cli-import-inspections = Prüfungen von Chargen hereinholen: Auftrag, Position, Nummer, Charge, Ergebnis, am
cli-import-loads = Hereinholen, wie viel in der Woche einer Position auf einer Maschine geplant ist: Auftrag, Position, Arbeitsplatz, Woche, geplante Stunden, vorhandene Stunden
cli-import-shipments = Sendungen hereinholen: Auftrag, Position, Nummer, Abgang, erwartet, Menge, Chargen oder Seriennummern, letzter Scan, Störung, Ablieferungsnachweis
cli-import-returns = Hereinholen, was zurückkam: Auftrag, Position, Nummer, am, Fall
cli-import-short-payments = Gekürzte Zahlungen hereinholen, nach Nummer und Tag, nie nach Betrag: Auftrag, Position, Nummer, Art, am, Fall
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
radius-name-help = So, wie es in Ihren Dateien steht. Mit einem weiteren Namen wird der Kreis weiter.
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
radius-all-signalled = Jede dieser Positionen hat ihren Hinweis. Um den Kreis enger zu ziehen, beenden Sie einen Hinweis mit dem Grund.
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
