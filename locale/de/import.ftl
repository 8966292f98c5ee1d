# Aufträge und Mails aus Dateien hereinholen: warum etwas nicht übernommen wurde, und wie es weitergeht.

# Warum eine Zeile abgewiesen oder ein Feld leer gelassen wurde
import-why-missing = In dieser Zeile fehlt: { $field }.
import-why-says-none = Die Datei selbst sagt, dass es hier kein Datum gibt.
import-why-not-a-date = Das ist kein Datum.
import-why-no-such-day = Diesen Tag gibt es nicht.
import-why-year = Das Jahr liegt außerhalb (1970 bis 2199).
import-why-either-order = Tag und Monat sind hier nicht zu unterscheiden. Sagen Sie --dates day-first oder --dates month-first.
import-why-mangled = Eine Tabellenkalkulation hat in einem Teil dieser Spalte Tag und Monat vertauscht, deshalb glauben wir diesem Datum nicht. Exportieren Sie die Spalte als Text oder als 2026-11-20.
import-why-long-cell = Eine Zelle ist länger als 32 KiB.
import-why-many-columns = Die Zeile hat mehr als 200 Spalten.
import-why-long-row = Die Zeile ist länger als 1 MiB; vielleicht hat die Datei ihre Zeilenenden verloren.
import-why-open-quote = Hier öffnet sich ein Anführungszeichen und schließt sich nicht. Die Zeile wurde übersprungen; weitergelesen wurde ab der nächsten.
import-why-long-text = Der Text ist länger als { $limit } Zeichen; vielleicht haben sich die Spalten verschoben.
import-why-said-twice = Dieselbe Auftragsposition steht in Zeile { $first } mit anderen Werten. Wenn die Datei Positionsnummern hat, nennen Sie ihre Spalte: --map line="…".
import-why-neither-date-nor-flag = Das ist weder ein Datum noch Ja oder Nein, deshalb wurde es nicht als Stornierung gelesen.

# Warum eine Datei so nicht hereinkommt
import-cannot-empty = In dieser Datei sind keine Zeilen.
import-cannot-no-column = Keine Spalte wurde als { $field } erkannt. Nennen Sie sie: --map { $field }="Spaltenname".
import-cannot-delivered = Keine Spalte sagt, was geliefert wurde; so sähe jede frühere Zusage gebrochen aus. Nennen Sie eine: --map delivered="Spaltenname" oder --map status="Spaltenname".
import-cannot-ambiguous = In der Spalte { $column } lässt sich jedes Datum auf zwei Arten lesen, etwa { $example }. Sagen Sie --dates day-first oder --dates month-first.
import-cannot-map-field = Ein Feld { $name } gibt es nicht. Die Felder sind: { $fields }.
import-cannot-map-column = Die Datei hat keine Spalte { $name }.
import-cannot-map-pair = „{ $name }“ hat nicht die Form Feld=Spalte, etwa promised="Liefertermin".
import-cannot-rows = Beim Hochladen gehen { $limit } Zeilen. Die Kommandozeile nimmt jede Größe: makegood import orders FILE.
import-cannot-bytes = Beim Hochladen gehen { $limit } MiB. Die Kommandozeile nimmt jede Größe: makegood import orders FILE.
import-cannot-charset = Der Zeichensatz { $name } ist nicht bekannt oder lässt sich nicht zeilenweise lesen. Versuchen Sie utf-8, windows-1252, windows-1250 oder utf-16le.
import-cannot-read = { $file } lässt sich nicht lesen: { $why }

# Was ein Import getan hat
import-checks-from = Lieferungen vor { $day } sind Geschichte: Niemand schuldet ihretwegen einen Anruf. Ein anderer Tag: --checks-from DATUM.
import-report-rows = { $rows } Zeilen: { $new } neu, { $changed } geändert, { $same } wie zuvor, { $refused } abgewiesen.
import-report-accounts = { $count ->
    [one] 1 neuer Kunde aus der Datei; sehen Sie ihn sich an, und nennen Sie seine Ansprechpartner.
   *[other] { $count } neue Kunden aus der Datei; sehen Sie sie sich an, und nennen Sie ihre Ansprechpartner.
 }
import-report-promises = { $count ->
    [one] 1 Zusage hat jetzt ein anderes Datum.
   *[other] { $count } Zusagen haben jetzt ein anderes Datum.
 }
import-report-misspelt = { $count ->
    [one] 1 Zeile war in einem anderen Zeichensatz geschrieben als die Datei und wurde als Windows-1252 gelesen.
   *[other] { $count } Zeilen waren in einem anderen Zeichensatz geschrieben als die Datei und wurden als Windows-1252 gelesen.
 }
import-report-late-undelivered = { $count ->
    [one] 1 neuer Hinweis: Zusage überschritten und nicht geliefert.
   *[other] { $count } neue Hinweise: Zusage überschritten und nicht geliefert.
 }
import-report-unchecked-delivery = { $count ->
    [one] 1 neuer Hinweis: geliefert, und niemand hat gefragt, ob es stimmt.
   *[other] { $count } neue Hinweise: geliefert, und niemand hat gefragt, ob es stimmt.
 }
import-report-silent-slip = { $count ->
    [one] 1 neuer Hinweis: Eine Zusage rückte nach hinten, und der Kunde weiß es nicht.
   *[other] { $count } neue Hinweise: Zusagen rückten nach hinten, und die Kunden wissen es nicht.
 }
import-report-left-empty = { $column } leer gelassen in { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }), etwa „{ $example }“: { $why }
import-report-refused = Zeile { $row }, { $column } „{ $value }“: { $why }
import-report-refused-row = Zeile { $row }: { $why }
import-report-more = { $count } weitere abgewiesene Zeilen sind hier nicht zu sehen. Schreiben Sie alle in eine Datei: --report FILE

# Zeitangaben, die sich widersprechen; daran wurde nichts geändert
import-odd-delivered-before-shipped = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): geliefert, bevor es übergeben wurde.
import-odd-delivered-without-date = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): laut Status geliefert, ohne Datum.
import-odd-closed-without-date = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): laut Status abgeschlossen, ohne Lieferdatum.
import-odd-cancelled-yet-delivered = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): storniert und doch geliefert.
import-odd-delivered-in-the-future = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): geliefert an einem Tag, der noch kommt.
import-odd-shipped-in-the-future = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): versandt an einem Tag, der noch kommt.
import-odd-promised-before-ordered = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): zugesagt für einen Tag vor der Bestellung.
import-odd-delivered-before-ordered = Merkwürdig, { $count ->
    [one] 1 Zeile
   *[other] { $count } Zeilen
 } ({ $rows }): geliefert, bevor es bestellt wurde.

# Unterwegs
import-stage-reading = Lesen
import-stage-keeping = Speichern
import-stage-looking = Nach Problemen suchen
import-stage-ordering = Ein Jahr Aufträge
import-stage-telling = Ein Jahr Probleme
import-progress = { $stage }: { $done } von { $of }
import-account-unnamed = Aufträge ohne Kunden

# Wie eine Datei gelesen wird
import-plan-file = { $rows } Zeilen, { $columns } Spalten, { $charset }, Zellen getrennt durch „{ $delimiter }“.
import-plan-column = { $field } ist die Spalte { $column }: { $examples }
import-plan-column-unsure = { $field } könnte die Spalte { $column } sein, bitte prüfen: { $examples }
import-plan-left = Nicht gelesen: { $columns }

# Mail
import-mail-found = { $found } Mails: { $new } neu, { $same } schon hier.
import-mail-on-cases = { $count } kamen zu ihrem Fall.
import-mail-with-accounts = { $count } kamen zum Kunden der Person, die geschrieben hat.
import-mail-signals = { $count ->
    [one] 1 neuer Hinweis: Ein Kunde hat geschrieben.
   *[other] { $count } neue Hinweise: Kunden haben geschrieben.
 }
import-mail-silent = Alles davon ist Geschichte: kein Signal, kein Hinweis, keine Frist und keine Antwort entsteht daraus.
import-mail-unsorted = { $count } sind ohne Platz: Unter dieser Adresse ist hier niemand bekannt. Geben Sie ihnen einen auf der Seite „Mails ohne Platz“.
import-mail-doubtful = { $count } davon sagen nicht klar, von wem sie sind.
import-mail-machines = { $count } wurden von Automaten geschrieben; sie haben nichts geändert.
import-mail-problem = { $file }: { $why }
import-mail-more = { $count } weitere Dateien ergaben keine Mail.
import-mail-not-mail = das ist keine Mail.
import-mail-too-large = das ist größer als 35 MiB, mehr nehmen wir je Mail nicht an.
import-mail-too-deep = Ordner werden 16 Ebenen tief durchsucht; importieren Sie diesen für sich.
import-mail-too-many = eine Million Dateien gehen auf einmal; importieren Sie den Rest Ordner für Ordner.

# Auf der Kommandozeile
import-cannot-messages-cut-off = Die Datei endet mitten in einer Nachricht, oder eine andere beginnt dort (Segment { $segment }). Nichts wurde gespeichert: Lassen Sie sich die ganze Datei noch einmal geben.
import-cannot-messages-head = Die Datei beginnt wie EDI und sagt nicht, durch welche Zeichen ihre Teile getrennt sind. Lassen Sie sie sich noch einmal geben, so wie sie verschickt wurde.
import-cannot-messages-miscounted = Die Nachricht, die mit Segment { $segment } endet, nennt eine andere Zahl von Segmenten, als sie hat; es fehlt also etwas. Nichts wurde gespeichert: Lassen Sie sich die ganze Datei noch einmal geben.
import-plan-messages = { $syntax }-Nachrichten, { $segments } Segmente: { $messages }. Eine Zeile heißt nach ihrem Segment.
import-plan-messages-unread = Nicht gelesen, weil sie hier nichts über Auftragspositionen sagen: { $messages }.
import-cannot-zone = Eine Zeitzone { $name } gibt es nicht. Zonen heißen wie Europe/Berlin.
import-dry-run = Das war ein Probelauf: Nichts wurde gespeichert. Hinweise kommen, wenn gespeichert wird.
import-no-such-path = Eine Datei oder einen Ordner { $file } gibt es nicht.
