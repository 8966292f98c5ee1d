# Unsere Seite der Links, mit denen ein Kunde seinen Fall sieht.

links-title = Links für den Kunden
links-once = Der Link
links-once-help = Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt, behalten wird nur sein Abdruck. Schicken Sie ihn nur dem Kontakt; wer ihn hat, spricht für ihn.
links-there = Wer einen Link hat
links-none = Noch niemand. Ohne Link muss der Kunde anrufen oder schreiben.
links-new = Ein neuer Link
links-new-help = Ein Link öffnet diesen einen Fall für eine Person. Ein neuer für dieselbe Person beendet den vorigen.
links-contact = Für wen
links-readable = Sie dürfen einen Link weitergeben, der nur liest
links-readable-help = Wer den bekommt, sieht die Seite und kann nichts ändern.
links-make = Link machen
links-made = Der Link ist gemacht.
links-until = geht bis
links-over = abgelaufen
links-revoked = zurückgenommen
links-acted = zuletzt gehandelt
links-looked = hat gelesen
links-never = hat noch nichts gedrückt
links-revoke = Link von { $name } zurücknehmen
links-allow-reading = Weitergeben zum Lesen erlauben
links-stop-reading = Weitergeben beenden
links-theirs = Ihr Link
links-make-one = Link machen
