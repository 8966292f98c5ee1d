# Die Seiten des Arbeitsplatzes: die Tür, Kolleginnen und Kollegen, Kunden, Einstellungen, Aufträge und Hinweise. Was man tut, in den Worten dessen, der es tut.

# Was man tut
act-save = Änderungen speichern
act-back = Zurück
act-open-case-new = Fall eröffnen
act-open-case = Fall eröffnen
act-keep-it = Festhalten
act-tell-late = Verzug mitteilen
act-call-sheet = Gesprächsbogen
act-left-message = Nachricht hinterlassen
act-hand-over = Übergeben
act-follow-up = Nachfragen
act-record-message = Nachricht notieren
act-record-word = Wort notieren
act-ask-for-word = Um das Wort bitten
act-check-in = Zwischenstand
act-step = Stand angeben
act-update = Zwischenbescheid schreiben
act-summary = Zusammenfassung schicken
act-add-option = Lösungsweg hinzufügen
act-answer = Antworten
act-approve = Entscheiden
act-have-it = Ich übernehme
act-review = Rückblick
act-letter = Sagen, was sich geändert hat

# Felder, die auf mehreren Seiten stehen
field-zone = Zeitzone
field-zone-help = Eine Stadt dieser Zone, etwa Europe/Berlin oder America/Chicago.
field-zone-unknown = Diese Zeitzone ist nicht bekannt. Schreiben Sie eine Stadt daraus, etwa Europe/Berlin oder America/Chicago.
field-holidays = Feiertage von
field-holidays-none = keine
some-contact = jemand dort

# Die Tür
sign-in-title = Anmelden
sign-in-email = E-Mail
sign-in-password = Passwort
sign-in-act = Anmelden
sign-in-wrong = Diese Adresse und dieses Passwort gehören nicht zusammen. Sehen Sie sich beides an; die Administration kann ein neues Passwort setzen.
password-help = Mindestens 12 Zeichen. Vier Wörter, die nicht zusammengehören, merkt man sich leicht.
refusal-password-short = Nehmen Sie mindestens { $least } Zeichen; vier Wörter, die nicht zusammengehören, merkt man sich leicht.
refusal-password-long = Nehmen Sie höchstens { $most } Zeichen.
refusal-already-set-up = Jemand hat dieses Makegood schon eingerichtet. Melden Sie sich an, oder bitten Sie dort um einen Zugang.

# Der erste Start
first-run-title = Willkommen bei Makegood
first-run-intro = Das ist der erste Besuch; wer jetzt hier ist, übernimmt die Administration. Alles lässt sich später ändern.
first-run-name = Ihr Name
first-run-email = Ihre E-Mail zum Anmelden
first-run-password = Ein Passwort
first-run-act = Los geht es

# Kolleginnen und Kollegen
people-title = Kolleginnen und Kollegen
people-name = Name
people-email = E-Mail zum Anmelden
people-phone = Telefon
people-roles = Rollen
people-roles-needed = Wählen Sie mindestens eine Rolle; mit „nur Lesen“ kann man hineinsehen und Notizen hinterlassen.
people-standing = Darf sich anmelden
people-active = ja
people-left = nein
people-new = Person hinzufügen
people-add = Hinzufügen
people-password = Ein Passwort für den Anfang
people-password-kept = Leer lassen heißt: Das jetzige bleibt. Ein neues meldet die Person überall ab.
people-quiet-from = Lieber nicht anrufen von
people-quiet-to = bis
people-quiet-help = Was warten kann, wartet bis zum Ende dieser Zeit. Dringendes wartet nicht.
people-quiet-both = Schreiben Sie beide Zeiten oder keine.
people-may-sign-in = Darf sich anmelden
people-not-oneself = Den eigenen Zugang können Sie sich nicht nehmen. Bitten Sie jemand anderen aus der Administration darum.

# Fälle
cases-title = Fälle
cases-standing = Offen oder abgeschlossen
cases-open = Offen
cases-closed = Abgeschlossen
cases-number = Fall
cases-trouble = In den Worten des Kunden
cases-account = Kunde
cases-state = Stand
cases-severity = Schwere
cases-owner = Fallführung
cases-due = Als Nächstes fällig
cases-known = Bekannt seit
cases-any = alle
cases-filter = Liste eingrenzen
cases-filter-text = Wörter
cases-filter-state = Stand
cases-filter-severity = Schwere
cases-filter-act = Eingrenzen
cases-none = So einen Fall gibt es nicht. Wenn ein Kunde von einem Problem erzählt, eröffnen Sie einen, noch während er spricht.

# Jetzt dran
run-title = Jetzt dran
run-whose = Für wen
run-mine = Meine
run-all = Alle
run-nothing = Niemand wartet darauf, von Ihnen zu hören.
run-nothing-next = Fall eröffnen
run-no-contacts = Niemand wartet auf Ihren Anruf.
mistake-not-told = Fehler 1: Der Kunde weiß nichts davon
mistake-not-asked = Fehler 2: Niemand fragte nach der Lieferung
mistake-run-away = Fehler 3: Wir laufen davon
run-more = { $shown } von { $all } sind zu sehen, das Dringendste zuerst.
run-all-cases = Alle Fälle ansehen
run-line-of = { $line } ({ $owner })
run-promised = Zugesagt für { $due }: „{ $words }“
run-promised-word = Ein Wort von uns ist zugesagt für { $due }
say-first-trouble = { $name }, ich habe gerade davon gehört: „{ $title }“. Ich kümmere mich jetzt darum. Erzählen Sie mir alles.
say-first-again = { $name }, Sie haben uns gesagt, dass es nicht gelöst ist: „{ $title }“. Ich bin jetzt dran. Sagen Sie mir, was Sie sehen.
say-first-news = { $name }, ich habe eine Nachricht, die Sie zuerst von uns hören sollen, und sie ist nicht gut: „{ $title }“.
say-first-follow-up = { $name }, es ist ein paar Tage her, dass wir das in Ordnung gebracht haben: „{ $title }“. Ist noch alles, wie es sein soll?

# Suche
search-title = Alles finden
search-empty = Schreiben Sie eine Fallnummer, einen Namen oder Wörter, die jemand gebraucht hat.
search-none = Zu „{ $words }“ wurde nichts gefunden. Versuchen Sie weniger oder andere Wörter, oder eröffnen Sie einen Fall.
hit-case = Fall
hit-account = Kunde
hit-contact = Ansprechpartner
hit-message = Nachricht
hit-note = Notiz
hit-talk = Gespräch
hit-mail = Mail

# Kunden
accounts-title = Kunden
accounts-add = Kunden hinzufügen
accounts-new = Ein neuer Kunde
accounts-keep-new = Diesen Kunden hinzufügen
accounts-change = Ändern
accounts-find = Ein Name oder eine Nummer beginnt mit
accounts-find-act = Suchen
accounts-none = Noch gibt es keinen Kunden. Fügen Sie den ersten hinzu, oder holen Sie Ihre Aufträge herein, dann kommen sie mit.
accounts-none-found = Kein Kunde beginnt mit „{ $words }“. Sehen Sie sich die Schreibweise an, oder fügen Sie ihn hinzu.
accounts-name = Name
accounts-reference = Nummer in unseren anderen Systemen
accounts-reference-help = Hereingeholte Aufträge finden den Kunden über sie.
accounts-country = Land
accounts-country-help = Zwei Buchstaben, etwa DE oder US.
accounts-country-odd = Schreiben Sie die zwei Buchstaben des Landes, etwa DE oder US.
accounts-region = Region
accounts-language = Sprache
accounts-language-help = In dieser Sprache schreiben wir, und in ihr ist die Seite des Kunden.
contacts-language-as-account = wie beim Kunden insgesamt
accounts-owner = Kundenbetreuung
accounts-owner-help = Spricht am Ende für uns, was immer geschah.
accounts-owner-needed = Jeder Kunde braucht jemanden, der die Beziehung pflegt. Wählen Sie die Person.
accounts-cover = Vertretung
accounts-cover-help = Wer antwortet, wenn diese Person nicht da ist.
accounts-cover-same = Wählen Sie jemand anderen: Niemand kann sich selbst vertreten.
accounts-choose = Bitte wählen
accounts-nobody = noch niemand
accounts-nobody-yet = noch niemand
accounts-calendar = Arbeitszeiten des Kunden
accounts-calendar-help = Gezählt wird in beiden Kalendern, und das frühere Ende gilt.
accounts-calendar-ours = wie unsere
accounts-since = Kunde seit
accounts-strength = Wie stark die Beziehung ist
accounts-strength-help = 1 hängt am seidenen Faden, 5 würde viel verzeihen. An den Fristen ändert es nichts.
accounts-strength-unknown = nicht bekannt
accounts-strength-of = { $strength } von 5
accounts-what-matters = Worauf es hier ankommt
accounts-what-matters-help = Was dem Kunden wichtig ist, in seinen Worten.
accounts-open-cases = Offene Fälle
accounts-open-promises = Offene Zusagen
accounts-aside = Über die Beziehung
accounts-relationship = Die Beziehung
accounts-years = { $years ->
    [0] seit weniger als einem Jahr Kunde
    [one] seit einem Jahr Kunde
   *[other] seit { $years } Jahren Kunde
 }
accounts-troubles = { $count ->
    [0] bisher kein Problem
    [one] 1 Problem, { $open } offen
   *[other] { $count } Probleme, { $open } offen
 }
accounts-not-heard = nichts gehört
accounts-not-heard-long = Von einem Problem wissen wir nichts, aber dass alles gut ist, hat auch niemand gesagt. Stille ist keine gute Nachricht: Fragen Sie bei der nächsten Lieferung.
accounts-people = Ansprechpartner
accounts-no-people = Hier ist noch niemand genannt. Fügen Sie hinzu, mit wem Sie sprechen.
accounts-add-person = Person hinzufügen
accounts-person-left = nicht mehr dort
accounts-speaks = spricht { $language }
accounts-address-as = sagen Sie „{ $name }“
accounts-broken = Gebrochene Zusagen
accounts-promises = Offene Zusagen
accounts-no-promises = Von dem, was zugesagt wurde, ist nichts offen.
accounts-past = Probleme, und wie sie ausgingen
accounts-kept = Zusagen
accounts-tally = { $kept } gehalten, { $broken } gebrochen, { $open } offen
accounts-rules = Eigene Fristen des Kunden
accounts-rules-help = Zum Beispiel aus einem Vertrag. Eine Frist des Kunden verkürzt unsere nur; eine leere Zeile lässt sie wegfallen.
accounts-rule = { $clock }: höchstens { $length } ({ $source })
accounts-rule-clock = Was geschuldet ist
accounts-rule-none = nichts
accounts-rule-number = Binnen
accounts-rule-source = Wo es steht
accounts-rule-longer = Unsere eigene Zeit für „{ $clock }“ ist nicht länger als diese. Schreiben Sie eine kürzere, oder lassen Sie die Zeile leer.

# Wie beide Seiten miteinander reden
protocol-title = Wie wir vereinbart haben, miteinander zu reden
protocol-none = Noch ist nichts vereinbart. Fragen Sie, wie der Kunde erreicht werden möchte, bevor es ein Problem gibt.
protocol-channel = Am besten erreichbar über
protocol-hours = Anrufen erlaubt
protocol-hours-help = Etwa Mo–Fr 7–16 oder Mo-Do 7:30-12, 13-16; Fr 7-12. Vor einem Anruf außerhalb werden Sie gewarnt.
protocol-night = Nachts
protocol-travel = Von uns zu ihnen
protocol-travel-help = Minuten von Tür zu Tür. Wo die Zeit reicht, wird ein Besuch vor einem Anruf vorgeschlagen.
protocol-travel-odd = Schreiben Sie die Minuten als Zahl bis { $most }.
protocol-travel-said = { $minutes } Min.
protocol-rhythm = Möchte von uns hören
protocol-rhythm-help = Solange etwas offen ist, etwa „jeden Tag um neun“.
protocol-bundled = Eine Nachfrage für alle Lieferungen eines Tages
protocol-bundled-yes = eine Nachfrage am Tag
protocol-up-theirs = Wenn es eskaliert, beim Kunden
protocol-up-ours = Wenn es eskaliert, bei uns
protocol-agreed-us = Vereinbart von, für uns
protocol-agreed-them = Vereinbart von, für den Kunden
protocol-agreed-on = Vereinbart am

# Eine Person beim Kunden
contacts-new = Eine Person dort
contacts-keep-new = Diese Person hinzufügen
contacts-change = Ändern, was bekannt ist
contacts-name = Name
contacts-address-as = Gewünschte Anrede
contacts-address-as-help = Etwa „Frau Rao“ oder „Jonas“.
contacts-role = Aufgabe dort
contacts-role-help = Einkauf, Technik, Planung: in den Worten des Kunden.
contacts-phone = Telefon
contacts-phone-help = Mit Landesvorwahl, etwa +49 30 555 0110.
contacts-night-phone = Telefon nachts
contacts-night-help = Nur, wenn jemand verletzt werden könnte oder die Linie beim Kunden steht.
contacts-email = E-Mail
contacts-zone-help = Leer lassen, wenn es die der Firma ist, { $zone }.
contacts-active = Ist dort
contacts-active-help = Nehmen Sie den Haken weg, wenn die Person gegangen ist; was sie gesagt hat, bleibt.

# Kalender
calendars-title = Arbeitszeiten
calendars-none = Noch gibt es keinen Kalender. Ohne Kalender gilt für uns Montag bis Freitag, 8:00 bis 17:00.
calendars-name = Name
calendars-hours = Zeiten
calendars-use = Verwendung
calendars-ours = unserer
calendars-choose-ours = Unsere eigenen Arbeitszeiten
calendars-choose-act = Damit zählen
calendars-new = Kalender hinzufügen
calendars-keep-new = Diesen Kalender hinzufügen
calendars-keep = Diese Zeiten behalten
calendars-look = Erst die freien Tage ansehen
calendars-change-note = Neue Zeiten gelten ab jetzt. Was mit den alten gezählt wurde, wird nicht neu gezählt.
calendars-place-help = Gesetzliche Feiertage dieses Orts werden von selbst ausgelassen.
calendars-hours-help = Zeiten wie 8:00-12:00, 13:00-17:00. Arbeit über Mitternacht ist 22:00-6:00, an dem Tag, an dem sie beginnt. Lassen Sie einen Tag leer, wenn er frei ist.
calendars-hours-odd = „{ $words }“ verstehen wir nicht. Schreiben Sie 8:00-12:00, 13:00-17:00, oder lassen Sie den Tag leer.
calendars-exceptions = Besondere Tage
calendars-exceptions-help = Einer je Zeile: 2026-12-24 frei oder 2026-12-31 8:00-12:00. Sie gehen vor Feiertagen.
calendars-exception-odd = Diese Zeile verstehen wir nicht: „{ $line }“. Schreiben Sie 2026-12-24 frei oder 2026-12-31 8:00-12:00.
calendars-closed-word = frei
calendars-closed = Frei in den nächsten acht Wochen
calendars-none-closed = Kein weiterer Tag ist frei.
calendars-every = Jede Woche frei: { $days }.
calendars-day = Tag
calendars-reason = Warum
calendars-closed-by-us = von Ihnen als frei eingetragen
calendars-other-hours = andere Zeiten: { $hours }
calendars-listed-until = Manche Feiertage dieses Landes folgen keiner Regel und sind bis { $year } bekannt.
weekday-monday = Montag
weekday-tuesday = Dienstag
weekday-wednesday = Mittwoch
weekday-thursday = Donnerstag
weekday-friday = Freitag
weekday-saturday = Samstag
weekday-sunday = Sonntag

# Fristen
clocks-title = Fristen
clocks-intro = Wie lange etwas dauern darf, für jeden Kunden gleich. Das ist Fassung { $version }.
clocks-lengths = Wie lange etwas dauern darf
clocks-clock = Frist
clocks-unit = Gezählt in
clocks-unit-working-minutes = Arbeitsminuten
clocks-unit-working-hours = Arbeitsstunden
clocks-unit-working-days = Arbeitstagen
clocks-unit-minutes = min, Tag und Nacht
clocks-unit-hours = h, Tag und Nacht
clocks-length-working-minutes = { $n } Arbeitsminuten
clocks-length-working-hours = { $n ->
    [one] 1 Arbeitsstunde
   *[other] { $n } Arbeitsstunden
 }
clocks-length-working-days = { $n ->
    [one] 1 Arbeitstag
   *[other] { $n } Arbeitstage
 }
clocks-length-hours = { $n } Stunden, Tag und Nacht
clocks-length-minutes = { $n } Minuten, Tag und Nacht
clocks-number-of = { $clock }, { $severity }: wie lange
clocks-unit-of = { $clock }, { $severity }: gezählt in
clocks-number-needed = Schreiben Sie, wie lange, als ganze Zahl ab 1.
clocks-number-wrong = { $clock } braucht eine ganze Zahl ab 1. Eine Frist ohne Länge wäre immer überfällig.
clocks-between = Schreiben Sie eine Zahl von { $least } bis { $most }.
clocks-warn = Warnen, wenn so viel verbraucht ist, in Prozent
clocks-warn-help = Dann erfährt es, wer es schuldet, solange noch Zeit ist.
clocks-repeat-months = Ein ähnlicher Fehler gilt als Wiederholung binnen so vieler Monate
clocks-repeat-days = … und wiegt schwerer binnen so vieler Tage
clocks-repeat-help = Dann wird der Fall von selbst eine Stufe schwerer.
clocks-reason = Warum eine Frist länger wird
clocks-reason-help = Nur nötig, wenn eine länger wird. Es steht im Änderungsprotokoll, unter Ihrem Namen.
clocks-reason-needed = Jeder Kunde würde länger warten auf: { $clocks }. Sagen Sie, warum, oder lassen Sie es, wie es war.
clocks-keep = Diese Fristen behalten
clocks-look = Erst ansehen, was sich ändern würde
clocks-trial = Was sich ändern würde
clocks-trial-said = In { $cases } offenen Fällen wären { $earlier } Fristen früher fällig und { $later } später. Noch ist nichts gespeichert.
clocks-trial-bounded = Gezählt wurden nur die { $most } schwersten und ältesten offenen Fälle.
clocks-trial-shown = Zu sehen sind die ersten { $shown }.
clocks-due-now = Jetzt fällig
clocks-due-then = Dann fällig
clocks-which-way = Das ist
clocks-earlier = früher
clocks-later = später

# Schlüssel und Browser
tokens-title = Schlüssel und Browser
tokens-keys = Ihre Schlüssel für die API
tokens-none = Sie haben keinen Schlüssel. Ein Programm, das für Sie arbeitet, braucht einen.
tokens-name = Wer ihn benutzt
tokens-name-help = Etwa „Aufträge aus dem ERP“.
tokens-new = Schlüssel anlegen
tokens-make = Anlegen
tokens-made = Der Schlüssel ist angelegt. Kopieren Sie ihn jetzt.
tokens-once = Ihr neuer Schlüssel
tokens-once-help = Er ist nur dieses eine Mal zu sehen. Wer ihn hat, kann, was Sie können; bewahren Sie ihn auf wie ein Passwort.
tokens-made-at = Angelegt
tokens-used-at = Zuletzt benutzt
tokens-unused = nie
tokens-end = Beenden
tokens-revoke = „{ $name }“ sperren
tokens-revoked = gesperrt
sessions-title = Wo Sie angemeldet sind
sessions-browser = Browser
sessions-unnamed = ohne Namen
sessions-since = Seit
sessions-seen = Zuletzt benutzt
sessions-here = dieser
sessions-end = Dort abmelden

# Einstellungen und Änderungsprotokoll
settings-title = Einstellungen
settings-firm = Die Firma
settings-own = Ihre eigenen
settings-people-help = Wer sich anmelden darf, was wer tun darf, und wann wer lieber nicht angerufen wird.
settings-calendars-help = Wann wir und unsere Kunden arbeiten, mit Feiertagen.
settings-clocks-help = Wie lange jedes dauern darf.
settings-audit-help = Wer was geändert hat, mit Vorher und Nachher.
settings-notices-help = Was das Programm Ihnen gesagt hat.
settings-tokens-help = Schlüssel für Programme, die für Sie arbeiten, und wo Sie angemeldet sind.
audit-title = Änderungsprotokoll
audit-none = Noch wurde nichts geändert.
audit-when = Wann
audit-who = Wer
audit-what = Was
audit-subject = Wovon
audit-changed = Vorher und nachher
audit-itself = das Programm
audit-see = ansehen
audit-from-to = { $field }: { $before } → { $after }
audit-empty = nichts
audit-did-person-added = hat jemanden hinzugefügt
audit-did-person-changed = hat Angaben zu jemandem geändert
audit-did-password-set = hat ein Passwort gesetzt
audit-did-account-added = hat einen Kunden hinzugefügt
audit-did-account-changed = hat einen Kunden geändert
audit-did-customer-link-made = hat einen privaten Link für einen Kunden angelegt
audit-did-customer-link-revoked = hat den privaten Link eines Kunden zurückgenommen
audit-did-customer-link-forwarding = hat geändert, ob der Link eines Kunden weitergegeben werden darf
audit-did-delivery-link-made = hat einen Link angelegt, der nach einer Lieferung fragt
audit-did-delivery-link-revoked = hat einen Link zu einer Lieferung zurückgenommen
audit-did-supplier-link-made = hat einen privaten Link für einen Lieferanten angelegt
audit-did-supplier-link-revoked = hat den privaten Link eines Lieferanten zurückgenommen
audit-did-mediator-link-made = hat einen privaten Link für die Vermittlung angelegt
audit-did-mediator-link-revoked = hat den privaten Link der Vermittlung zurückgenommen
audit-did-company-named = hat die Firma benannt
audit-did-contact-added = hat einen Ansprechpartner hinzugefügt
audit-did-contact-changed = hat einen Ansprechpartner geändert
audit-did-calendar-added = hat einen Kalender hinzugefügt
audit-did-calendar-changed = hat einen Kalender geändert
audit-did-calendar-removed = hat einen Kalender entfernt
audit-did-our-calendar-chosen = hat unseren Kalender gewählt
audit-did-policy-changed = hat die Fristen geändert
audit-did-policy-reason = hat gesagt, warum eine Frist länger wurde
audit-did-token-made = hat einen Schlüssel angelegt
audit-did-token-revoked = hat einen Schlüssel gesperrt

# Benachrichtigungen
notices-title = Was Ihnen gesagt wurde
notices-none = Noch wurde Ihnen nichts gesagt. Was Sie schulden, steht unter „Jetzt dran“.
notices-unread = Noch nicht gelesen
notices-read = Ich habe das gelesen
notices-urgent = dringend
notices-new = neu

# Aufträge
orders-title = Aufträge
orders-bring-in = Aufträge hereinholen
orders-none = Noch ist kein Auftrag bekannt. Holen Sie eine Datei aus Ihrem eigenen System herein; was zu spät ist oder ins Rutschen gerät, zeigt sich von selbst.
orders-none-found = Kein Auftrag beginnt mit „{ $words }“.
orders-find = Eine Auftragsnummer beginnt mit
orders-late = Zu spät oder im Verzug
orders-all = Alle Positionen
orders-line = Auftrag und Position
orders-item = Artikel
orders-quantity = Stück
orders-requested = Wunschtermin
orders-promised = Zugesagt
orders-first-promised = zuerst { $date }
orders-shipped = Versandt
orders-delivered = Geliefert
orders-wrong = Was nicht zu stimmen scheint
orders-cancelled = storniert
orders-no-date = —
orders-what = { $quantity } × { $item } ({ $order })
orders-what-item = { $item } ({ $order })
orders-what-order = Auftrag { $order }

# Die Nachfrage nach einer Lieferung
checks-title = Fragen, ob es gut angekommen ist
checks-heading = Ist es das, was bestellt war?
checks-line = geliefert { $day }, { $what }
checks-question = Ist es das, was Sie bestellt haben?
checks-ask = Kunden fragen
checks-people = Wen fragen
checks-nobody = Bei diesem Kunden ist niemand genannt.
checks-ok = Der Kunde sagt, es stimmt
checks-not-ok = Der Kunde sagt, es stimmt nicht
checks-not-ok-after-all = Der Kunde sagt, es stimmt doch nicht
checks-not-ok-help = Als Nächstes öffnet sich ein Fall, mit seinen Worten.
checks-not-heard = Nichts vom Kunden gehört
checks-not-heard-help = Es bleibt „nichts gehört“, wie viel Zeit auch vergeht, bis jemand mehr sagt.
checks-who = Wer es gesagt hat
checks-words = In den Worten des Kunden
checks-keep = Antwort festhalten
checks-done = { $outcome }, { $at }.

# Hinweise
signals-title = Hinweise
signals-tabs = Hinweise und Mail
signals-why = Zuerst, was ein Wort heute den Kunden am meisten erspart, je Minute Gespräch: wie weh es tut, wie sicher es ist, wie nah es ist. Positionen eines Kunden mit einem Grund sind ein Gespräch.
signals-why-time = Was am längsten geschuldet ist, zuerst.
signals-by-time = Danach, bis wann sie es hören sollten
signals-by-worth = Danach, was ein Wort ihnen erspart
signals-more = { $count ->
    [one] und 1 weiterer
   *[other] und { $count } weitere
}
signals-of = { $account }, alle aus einem Grund; was am längsten geschuldet ist, zuerst.
signals-of-none = Darauf wartet niemand mehr.
signals-older = { $count ->
    [one] 1 weiterer wartet länger als alle diese; er steht oben, wenn danach geordnet ist, bis wann sie es hören sollten.
   *[other] { $count } weitere warten länger als alle diese; sie stehen oben, wenn danach geordnet ist, bis wann sie es hören sollten.
}
signals-waiting = Wartet auf jemanden
signals-none = Nichts sieht falsch aus, was nicht schon einen Fall hat. Aufträge und Mails werden angesehen, sobald sie hereinkommen.
signals-unknown = jemand, den wir nicht kennen
signals-otherwise = Etwas anderes
signals-one = Ein Hinweis
signals-since = Seit
signals-owed = Der Kunde sollte es hören bis
signals-detected = Bemerkt
signals-first = Wer es zuerst gesagt hat
signals-told-by-them = der Kunde hat es uns gesagt
signals-seen-by-us = wir haben es selbst gesehen
signals-merge = Dazu gibt es schon einen Fall
signals-case = Fallnummer
signals-case-help = Etwa MG-1042.
signals-merge-act = Zu diesem Fall nehmen
signals-prevented = Es war in Ordnung, bevor es den Kunden erreichte
signals-evidence = Was das zeigt
signals-evidence-help = Ein Lieferschein, ein Bild, das Wort des Kunden. Ihr Name steht daneben.
signals-prevented-act = Es wurde verhindert
signals-dismiss = Es ist nichts
signals-reason = Warum es nichts ist
signals-reason-help = Ihr Name steht daneben.
signals-dismiss-act = Verwerfen
signals-snooze = Jetzt nicht
signals-until = Wieder ansehen
signals-until-help = Einmal, und höchstens für einen Arbeitstag: morgen 9:00 oder in 3 Stunden.
signals-until-start = morgen 9:00
signals-snooze-act = Aufschieben
signals-snoozed-once = Es wurde schon einmal aufgeschoben; jetzt braucht es ein Ende.
signals-ended = Wie es endete
signals-ended-case = Es wurde ein Fall.
signals-ended-merged = Es gab schon einen Fall dazu.
signals-ended-prevented = Es wurde verhindert.
signals-ended-dismissed = Es war nichts.
signals-ended-by = { $name }, { $at }
refusal-signal-case-number = Diesen Fall gibt es nicht. Schreiben Sie seine Nummer, etwa MG-1042.
refusal-signal-until-unclear = Diese Zeit verstehen wir nicht. Schreiben Sie morgen 9:00 oder in 3 Stunden.

# Mails, zu denen niemand gefunden wurde
mail-unsorted = Mails ohne Platz
mail-none = Jede Mail hat ihren Platz.
mail-intro = Zu diesen fand sich niemand. Geben Sie jeder ein Ende: eine Taste genügt.
mail-no-subject = ohne Betreff
mail-case = Fallnummer
mail-contact = Oder die E-Mail eines Ansprechpartners
mail-place = Dorthin legen
refusal-no-such-mail = Diese Mail ist nicht mehr hier. Sehen Sie noch einmal in die Liste.
refusal-mail-case-without-contact = Beim Kunden dieses Falls ist niemand genannt. Fügen Sie dort zuerst eine Person hinzu.
refusal-mail-no-such-contact = Schreiben Sie eine Fallnummer oder die E-Mail eines Ansprechpartners, den es hier gibt.

# Aufträge aus einer Datei
upload-title = Aufträge hereinholen
upload-intro = Eine Datei aus Ihrem eigenen System: Aufträge, eine Zeile je Auftragsposition, oder eine Liste dessen, was sie berührt. Zuerst sehen Sie, was verstanden wurde und was geschehen würde; gespeichert wird erst, wenn Sie es sagen.
upload-file = Die Datei
upload-folder = Von anderen Programmen
upload-folder-none = Dateien, die andere Programme in den Auftragsordner legen, werden von selbst geholt. Keine wurde zurückgewiesen.
upload-folder-refused = Diese Dateien wurden zurückgewiesen. Sie liegen in { $place }: Lassen Sie sich jede noch einmal geben, oder lesen Sie sie hier ein; nehmen Sie sie dann aus dem Ordner.
upload-file-help = CSV, Excel (XLSX), oder EDI, wie Ihre Partner es senden (X12, EDIFACT); höchstens { $limit } MiB und 100.000 Zeilen. Die Kommandozeile nimmt jede Größe: makegood import orders FILE.
upload-look = Ansehen
upload-none = Wählen Sie eine Datei, die nicht leer ist.
upload-too-many = Gerade werden mehrere andere Dateien gelesen. Versuchen Sie es in einer Minute noch einmal.
upload-gone = Die Datei ist nicht mehr hier. Wählen Sie sie noch einmal.
upload-looking = Wird gelesen und ausprobiert
upload-keeping = Die Aufträge werden gespeichert
upload-wait = Diese Seite kommt von selbst wieder.
upload-see = Sehen, wie weit es ist
upload-would = Was geschehen würde
upload-nothing-kept = Noch ist nichts gespeichert.
upload-columns = Was in welcher Spalte steht
upload-field = Was wir brauchen
upload-column = Spalte der Datei
upload-examples = Zum Beispiel
upload-no-such = nicht in der Datei
upload-dates = Daten wie 03/04/2026
upload-dates-seen = wie die Datei es zeigt
upload-day-first = der Tag steht zuerst
upload-month-first = der Monat steht zuerst
upload-checks-from = Nach Lieferungen fragen seit
upload-checks-help = Frühere sind Geschichte: Niemand muss deshalb anrufen.
upload-keep = Diese Aufträge speichern
upload-look-again = Noch einmal ansehen
upload-other-file = Andere Datei
upload-kept = Fertig
upload-again = Wählen Sie die Datei noch einmal.
upload-no-column = Keine Spalte wurde erkannt als: { $field }. Wählen Sie sie unten, und sehen Sie noch einmal nach.
upload-no-delivered = Keine Spalte sagt, was geliefert wurde; so sähe jede frühere Zusage gebrochen aus. Wählen Sie unten das Lieferdatum oder den Status, und sehen Sie noch einmal nach.
upload-ambiguous = In der Spalte { $column } lässt sich jedes Datum auf zwei Arten lesen, etwa { $example }. Sagen Sie unten, ob der Tag oder der Monat zuerst steht, und sehen Sie noch einmal nach.
import-field-order = Auftragsnummer
import-field-line = Positionsnummer
import-field-customer = Kundennummer
import-field-customer-name = Kundenname
import-field-reference = Bestellnummer des Kunden
import-field-item = Artikel
import-field-quantity = Stück
import-field-ordered = Bestellt am
import-field-requested = Wunschtermin
import-field-promised = Zugesagt
import-field-first-promised = Zuerst zugesagt
import-field-need-by = Gebraucht bis
import-field-ready = Fertig am
import-field-shipped = Versandt am
import-field-delivered = Geliefert am
import-field-recorded = Lieferung eingetragen am
import-field-told = Dem Kunden gesagt am
import-field-cancelled = Storniert
import-field-status = Status
