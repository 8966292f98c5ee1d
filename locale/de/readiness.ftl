# Vorbereitet sein: Lager und Ersatzartikel sofort gefunden; Notfallpläne; was fehlt, bevor es gebraucht wird.

# Listen neben den Aufträgen
cli-import-stock = Lagerbestände aus einer CSV-Datei hereinholen: Artikel, Standort, vorhanden, frei, fertig am, Lieferzeit in Tagen; dieselbe Datei noch einmal ändert nichts
cli-import-alternates = Hereinholen, was einen Artikel ersetzen kann: Artikel, Ersatz, wie er passt, von welchem Kunden freigegeben, Datenblatt
cli-import-decimal = Was ganze Stück von Teilen trennt, wo die Datei es nicht zeigt: comma oder point
import-why-not-a-number = Das ist keine Zahl.
import-why-either-mark = Das lässt sich als Tausender oder als Bruchteil lesen. Sagen Sie --decimal comma oder --decimal point.
import-why-row-twice = Dasselbe steht schon in Zeile { $first }.
import-why-itself = Ein Artikel kann sich nicht selbst ersetzen.
import-why-no-such-customer = Diesen Kunden kennt hier niemand. Fügen Sie ihn zuerst hinzu, oder lassen Sie die Zelle leer, wenn kein Kunde ihn freigegeben hat.
import-why-several-customers = Mehrere Kunden heißen so, und keiner hat das als Nummer. Schreiben Sie die Kundennummer hinein, oder geben Sie einem von ihnen einen anderen Namen.
import-cannot-nothing-said = Keine Spalte sagt etwas über die Artikel. Nennen Sie eine davon: { $fields }, etwa --map free="Spaltenname".
import-dry-run-list = Das war ein Probelauf: Nichts wurde gespeichert.

# Die Suche nach Wegen an einem Fall
finder-title = Diese Wege zuerst prüfen
finder-where = Wo
finder-answer = Antwort
finder-known = Was bekannt ist
finder-act = Als Nächstes
finder-which-item = Um welchen Artikel es geht, ist noch nicht bekannt.
finder-for = Für { $items }.
finder-last-list = Die letzte Lagerliste kam
finder-no-list = Noch wurde keine Lagerliste hereingeholt.
finder-stock = Unser Lager
finder-stock-at = Lager in { $site }
finder-yes = ja
finder-no = nein
finder-unknown = Bestand unbekannt
finder-not-known = unbekannt
finder-free-of = { $free } frei von { $all }
finder-free = { $free } frei
finder-on-hand = { $all } da; wie viele frei sind, ist nicht gesagt
finder-no-figure = keine Zahl genannt
finder-gone = nicht in der letzten Liste dieses Orts; davor { $words },
finder-told = gemeldet
finder-lead = neue brauchen { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
 }
finder-in-work = In Arbeit
finder-in-work-at = In Arbeit in { $site }
finder-in-work-how-many = wie viele, ist nicht gesagt
finder-ready = fertig am { $day }
finder-item-unknown = Sagen Sie, welcher Artikel es ist, dann wird sofort nachgesehen.
finder-say-item = Artikel angeben
finder-never-told = Noch hat niemand eine Liste hereingeholt. Auf der Kommandozeile: makegood import stock FILE.csv
finder-on-no-list = Er steht auf keiner Lagerliste.
finder-alternate = Ein Ersatz
finder-no-alternate = Keine Liste nennt einen.
finder-instead = Stattdessen: { $item }
finder-approved = freigegeben von { $account }
finder-needs-approval = braucht Ihre Freigabe
finder-fits = gleich in Form, Passung und Funktion
finder-does-not-fit = anders in Form, Passung oder Funktion
finder-sheet = Datenblatt { $sheet }
finder-instead-no-stock = Bestand unbekannt
finder-make-option = Option daraus machen
finder-option-stock = Bis zu { $many } × { $item } aus unserem Lager
finder-option-stock-at = Bis zu { $many } × { $item } aus unserem Lager in { $site }
finder-option-in-work = { $item } aus dem, was in Arbeit ist, { $ready }
finder-option-instead = { $item } anstelle von { $of }
finder-approve = { $item } freigeben
finder-approve-by = { $item } anhand des Datenblatts { $sheet } freigeben
finder-ask = Betrieb
finder-ask-what = Ein anderer Standort, ein Händler, ein anderer Kunde, der warten kann, ein schnellerer Weg
finder-ask-now = jetzt fragen
finder-ask-act = Betrieb fragen
finder-ask-step = Sagen, was es für { $items } sonst gibt: ein anderer Standort, ein Händler, ein Kunde, der warten kann, ein schnellerer Weg
finder-ask-why = Wir suchen einen anderen Weg, damit die Ware rechtzeitig da ist.
finder-asked = gefragt: { $who }
finder-the-goods = die Ware

# Schritte unter „Jetzt dran“
run-step = { $what }: { $step }

# Notfallpläne: was abgelehnt wird, was geschieht
refusal-emergency-name = Geben Sie dem Plan einen Namen, etwa „Ganze Charge unterwegs verloren“.
refusal-emergency-kinds = Wählen Sie die Arten von Problemen, für die er da ist, damit er angeboten wird, wenn sie kommen.
refusal-emergency-trigger = Sagen Sie, wann er zu starten ist, damit dann niemand darüber nachdenken muss.
refusal-emergency-steps = Ein Plan braucht mindestens einen Schritt. Fügen Sie einen hinzu.
refusal-emergency-minutes = Sagen Sie bei Schritt { $step }, wie viele Minuten Arbeitszeit er dauern darf, von 1 bis { $most }.
refusal-emergency-plan-name-taken = Einen Plan mit diesem Namen gibt es schon. Ändern Sie jenen, oder wählen Sie einen anderen Namen.
refusal-no-such-emergency-plan = Diesen Notfallplan gibt es nicht mehr. Sehen Sie noch einmal in die Liste.
refusal-emergency-plan-launched = „{ $plan }“ läuft an diesem Fall schon. Seine Schritte stehen im Plan.
event-emergency-plan-launched = Der Notfallplan „{ $plan }“ wurde gestartet. Seine Schritte: { $steps }.
notice-emergency-step = { $case } „{ $title }“: Der Notfallplan „{ $plan }“ wurde gestartet. Für Sie: { $steps }. Der erste ist fällig { $due }.
notice-emergency-launched = { $case } „{ $title }“: Der Notfallplan „{ $plan }“ wurde gestartet.
need-emergency-plan = Notfallplan gestartet, oder die Auskunft, dass es keinen gibt
fact-quantity-lost = Wie viele verloren sind
refusal-rehearsed-in-future = Eine Übung wird an dem Tag vermerkt, an dem sie war, oder später. Geben Sie einen vergangenen Tag an.

# Notfallpläne: ihre Seiten
settings-ready = Vorbereitet sein
settings-emergency-help = Was zu tun ist, wenn es brennt: Schritte, Zuständige, Nummern. In Ruhe geschrieben, mit einem Druck gestartet.
settings-prepared-help = Welche Arten von Problemen einen Plan, einen Leitfaden und eine Übung haben, und welche nicht.
audit-did-emergency-plan-added = hat einen Notfallplan geschrieben
audit-did-emergency-plan-changed = hat einen Notfallplan geändert
audit-did-emergency-plan-rehearsed = hat eine Übung vermerkt
audit-did-emergency-plan-removed = hat einen Notfallplan weggenommen
emergency-title = Notfallpläne
emergency-intro = Ein Plan wird oben an jedem Fall seiner Art angeboten. Wer ihn startet, legt seine Schritte an den Fall, jeden mit Zuständigen und Fälligkeit, und alle, die einen haben, erfahren es.
emergency-none = Noch ist kein Plan geschrieben. Die Stunde dafür ist, bevor er gebraucht wird.
emergency-write = Plan schreiben
emergency-new = Ein neuer Notfallplan
emergency-new-intro = Denken Sie an einen schlimmen Tag. Wer tut was in den ersten Stunden, wen ruft man an, wer kann es sonst fertigen, wer fährt es?
emergency-name = Was geschehen ist
emergency-name-help = So, wie jemand es rufen würde: „Ganze Charge unterwegs verloren“.
emergency-for = Für Probleme dieser Arten
emergency-for-help = An Fällen dieser Arten wird er angeboten.
emergency-trigger = Starten, wenn
emergency-trigger-help = Was erfüllt sein muss, damit dann niemand darüber nachdenken muss.
emergency-steps = Schritte
emergency-steps-help = Mit einem Tätigkeitswort: „Anhalten, was noch nicht weg ist“. Jeder geht an die Person, die an dem Tag die Rolle hat, oder an eine bestimmte. Nennen Sie jemanden nur, wenn er davon weiß.
emergency-step-owner = Wer ihn tut
emergency-step-minutes = Binnen Arbeitsminuten
emergency-step-needs-text = Sagen Sie, was getan wird, oder leeren Sie die Zeile.
emergency-step-needs-minutes = Sagen Sie, wie viele Minuten er dauern darf, von 1 bis { $most }.
emergency-phones = Telefonliste
emergency-phones-help = Je Zeile: wer, ein Komma, die Nummer. Auch die für nachts.
emergency-phone-odd = „{ $line }“ verstehen wir nicht. Schreiben Sie, wer, ein Komma, die Nummer.
emergency-substitutes = Wer es sonst fertigen kann
emergency-substitutes-help = Ersatzkapazität: wer, wie viel, wie schnell.
emergency-carrier = Wer es fährt
emergency-carrier-help = Die Spedition, und wie man sie außerhalb der Zeiten erreicht.
emergency-keep-new = Plan speichern
emergency-keep = Änderungen speichern
emergency-change = Plan ändern
emergency-change-note = An Plänen, die an Fällen schon laufen, ändert das nichts.
emergency-rehearsed = Geübt
emergency-stale = veraltet
emergency-last = zuletzt geübt { $day }
emergency-never = nie geübt
emergency-left = jemand, der gegangen ist
emergency-minutes = binnen { $n } min Arbeitszeit
emergency-hours = binnen { $n } h Arbeitszeit
emergency-due = Bis wann
emergency-what = Was
emergency-who = Wer
emergency-what-for = Wofür
emergency-at-hand = Nummern und Hilfe zur Hand
emergency-rehearsal = Übung
emergency-rehearsed-on = Geübt am
emergency-rehearsed-help = Gehen Sie ihn mit allen durch, die einen Schritt haben. Nach zwölf Monaten gilt er als veraltet.
emergency-note-rehearsal = Übung vermerken
emergency-remove-it = Diesen Plan wegnehmen
emergency-remove-help = Er wird nicht mehr angeboten. Was er an Fälle gelegt hat, bleibt dort.
emergency-remove = Wegnehmen

# Notfallpläne an einem Fall
emergency-offered = Ein Notfallplan passt
emergency-offer = Dafür vorbereitet: { $name }
emergency-launch = Starten
emergency-look = Erst die Schritte ansehen
emergency-running = Ein Notfallplan läuft
emergency-runs = Notfallplan: { $name }
emergency-launched-at = gestartet
emergency-steps-done = { $done } von { $of } Schritten abgeschlossen
emergency-none-yet = Noch ist kein Notfallplan geschrieben.
form-emergency-plan = Welcher Plan
do-launch-emergency-plan = Notfallplan starten
do-launch-emergency-plan-why = Seine Schritte kommen an den Fall, jeder mit Zuständigen und einer Fälligkeit ab jetzt, und alle, die einen haben, erfahren es sofort. Der Anruf beim Kunden bleibt wie zuvor geschuldet.
do-launch-emergency-plan-act = Starten
do-launch-emergency-plan-done = Gestartet. Alle, die einen Schritt haben, wissen es.

# Was vorbereitet ist
prepared-title = Was vorbereitet ist
prepared-intro = { $without ->
    [0] Jede Art von Problem hat einen Notfallplan.
   *[other] { $without } von { $all } Arten von Problemen haben keinen Notfallplan. Was fehlt, steht oben.
 }
prepared-plan = Notfallplan
prepared-playbook = Leitfaden
prepared-general = { $n } für jede Art
prepared-none = keiner
prepared-write = schreiben
prepared-rehearse = Übung vermerken
