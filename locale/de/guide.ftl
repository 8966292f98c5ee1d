# Die ersten Schritte einer neuen Firma.

guide-title = Erste Schritte
guide-strip = Makegood wird gerade eingerichtet.
guide-go-on = Weiter mit den ersten Schritten
guide-welcome = Willkommen, { $name }
guide-intro = Fünf kurze Schritte, und der fünfte ist schon die Arbeit selbst. Jeder kann warten; zurück geht es über Einstellungen → Erste Schritte.
guide-so-far = { $done } von { $of } sind getan{ $later ->
    [0] .
   *[other] , { $later } für später.
}
guide-now = Jetzt angehen
guide-done = getan
guide-passed = für später
guide-open = zu tun
guide-pass = Später
guide-leave = Anleitung verlassen
guide-finish = Fertig
guide-open-again = Anleitung wieder aufnehmen
guide-mail = E-Mail kann später kommen: Makegood arbeitet auch ohne, und was am Telefon gesagt wird, wird von Hand festgehalten.
settings-guide-help = Was eine neue Firma braucht, Schritt für Schritt.

open-account-help = Wer enttäuscht wurde. Seine Leute, Zeiten und früheren Probleme kommen mit.
open-not-listed = Der Kunde steht nicht in der Liste
open-new-customer = Firma des Kunden
open-new-customer-first = Noch ist niemand da: Der erste Kunde kommt mit diesem Fall dazu, und Sie pflegen die Beziehung.
open-new-contact = Wer sagt es Ihnen
open-new-contact-help = Wer im Stich gelassen wurde, mit Namen.
open-new-phone-help = Mit Landesvorwahl, etwa +49 30 1234.
open-new-phone = Telefonnummer
open-nobody-keeps = Um { $account } kümmert sich noch niemand, und ein Fall braucht eine Kundenbetreuung.
open-nobody-keeps-way = Jemanden benennen
people-roles-help = Die Leitung wird hinzugerufen, wenn eine Zusage gebrochen ist, die Qualität, wenn eine Lösung nicht hielt; der Betrieb sagt, ob ein Termin zu halten ist. Eine Person kann mehrere Rollen haben.
field-holidays-help = Tage, an denen Fristen von Gesetzes wegen ruhen.

guide-company-title = Ihre Firma
guide-company-why = Damit jeder sofort sieht, wessen Makegood das ist.
guide-company-name = Wie Ihre Firma heißt
guide-company-help = Der Name steht neben dem des Programms und über jeder Seite, die Ihre Kunden lesen.
guide-company-keep = Namen festhalten
guide-company-change = Namen ändern
refusal-company-name = Schreiben Sie, wie Ihre Firma heißt, mit höchstens { $most } Zeichen.

guide-hours-title = Zeiten und Feiertage
guide-hours-why = Fristen werden in Ihren Zeiten und in denen des Kunden gezählt; was früher endet, gilt. Feiertage sind nach Land und Region bekannt.
guide-hours-there = { $hours }, { $zone }, Feiertage: { $holidays }
guide-hours-change = Zeiten ändern
guide-hours-right = Die stimmen so

guide-people-title = Kolleginnen und Kollegen
guide-people-why = Wird eine Zusage gebrochen, wird die Leitung hinzugerufen; hält eine Lösung nicht, die Qualität. Ohne sie sind es Sie.
guide-people-go = Kolleginnen, Kollegen und Rollen
guide-people-there = { $count ->
    [one] Eine Person
   *[other] { $count } Personen
}

guide-orders-title = Kunden und Aufträge
guide-orders-why = Aus einer Datei (CSV), wie Ihr Auftragssystem sie schreibt. Wie jede Spalte verstanden wird, steht zuerst da und lässt sich ändern; nichts gilt, bevor Sie es sagen.
guide-orders-go = Aufträge hereinholen
guide-orders-by-hand = Einen Kunden von Hand anlegen
guide-orders-demo = Lieber erst umsehen? Das füllt einen eigenen Ordner mit einer Firma und einem Jahr voller Probleme:
guide-orders-there = { $customers ->
    [one] Ein Kunde
   *[other] { $customers } Kunden
}, { $orders ->
    [0] noch keine Aufträge
    [one] eine Auftragsposition
   *[other] { $orders } Auftragspositionen
}

guide-case-title = Ein erster Fall
guide-case-why = Wenn ein Kunde von einem Problem erzählt, eröffnen Sie einen Fall, während er spricht: wer es ist, ein Satz in seinen Worten, und ob jemand verletzt ist.
guide-case-go = Fall eröffnen
guide-case-see = Ansehen
guide-case-there = { $count ->
    [one] Ein Fall
   *[other] { $count } Fälle
}

# Aufträge aus einer Datei, im Browser.

upload-refused = Zeilen, die nicht übernommen werden
upload-refused-where = Wo
upload-refused-at = Zeile { $row }
upload-refused-value = Was dort steht
upload-refused-why = Warum
upload-refused-whole = die ganze Zeile
upload-refused-more = { $count ->
    [one] Eine weitere Zeile ist nicht zu sehen.
   *[other] { $count } weitere Zeilen sind nicht zu sehen.
} Die Shell schreibt sie alle: makegood import orders DATEI --report ABGEWIESEN.csv
upload-refused-way = Berichtigen Sie sie in der Datei, und holen Sie diese noch einmal herein: Zeilen, die schon hier sind, bleiben, wie sie sind.
upload-further = Was eine Datei noch sagen kann
upload-then-calls = Sehen, wen man heute anruft
upload-then-honesty = Sehen, wie gut die Vorhersage gewesen wäre
upload-then-accounts = Ansprechpartner nennen
upload-then-orders = Aufträge ansehen
