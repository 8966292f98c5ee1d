# Benachrichtigungen: per E-Mail, wieder bis zur Bestätigung, per Webhook; und wie jeder sie haben will.

own-notices-title = Wie Sie davon hören
settings-own-notices-help = Was per E-Mail sofort kommt, was einmal am Tag, und was nur auf der Seite steht.
own-notices-intro = Alles, was Ihnen gesagt wird, steht unter „Was Ihnen gesagt wurde“. Hier wählen Sie, was zusätzlich per E-Mail kommt. Dringendes kommt sofort und alle 15 Minuten wieder, bis Sie sagen, dass Sie es haben; was warten kann, kommt nie in Ihren Ruhezeiten.
own-notices-danger = Wenn jemand verletzt ist oder werden könnte oder ein Notfallplan läuft, kommt die E-Mail immer sofort.
own-notices-no-mailbox = Noch verschickt kein Postfach E-Mails, darum bleibt alles auf der Seite. Die Administration richtet eines ein.
own-notices-hooks = Webhooks dürfen hören, was mir gesagt wird
own-notices-hooks-help = Andere Programme von uns, etwa ein Chat, die die Administration angeschlossen hat.
own-notices-look = Heute damit ansehen
own-notices-today = Was es heute gebracht hätte
own-notices-today-none = Heute wurde Ihnen noch nichts gesagt.
own-notices-today-said = Heute bisher: { $all ->
    [one] eine Benachrichtigung
   *[other] { $all } Benachrichtigungen
} · sofort per E-Mail: { $now } · in der Übersicht ({ $shift }), soweit es dann noch stimmt: { $digest } · nur auf der Seite: { $off }.
own-notices-when = Wann
own-notices-what = Was
own-notices-how = Per E-Mail
notice-about-danger = Jemand ist verletzt oder könnte es werden, oder ein Notfall
notice-about-promises = Eine Zusage oder Frist von uns bricht bald oder ist gebrochen
notice-about-customer = Der Kunde hat etwas gesagt oder getan
notice-about-mail = Eine E-Mail von uns kam nicht an
notice-about-asked = Mir übergeben oder von mir erbeten
notice-about-rest = Alles andere
notice-by-mail-at-once = Sofort
notice-by-mail-digest = Einmal am Tag, wenn mein Tag beginnt; Dringendes sofort
notice-by-mail-off = Nicht per E-Mail
notice-not-acknowledged = { $case } „{ $title }“: { $who } wurde achtmal gesagt, dass es dringend ist, und hat seit zwei Stunden nicht geantwortet. Wer übernimmt?
audit-did-notice-ways-changed = hat geändert, wie sie oder er Benachrichtigungen bekommt

notices-how = Wie Sie davon hören
notices-unanswered = Wartet auf Ihr Wort
notices-unanswered-help = Das kommt alle 15 Minuten wieder, bis Sie sagen, dass Sie es haben. Nach dem achten Mal hört es die Leitung.
notices-have-it = Ich habe es
notices-times = { $times }-mal gesagt.

run-unanswered = { $count ->
    [one] Eine dringende Benachrichtigung wartet auf Ihr Wort
   *[other] { $count } dringende Benachrichtigungen warten auf Ihr Wort
}

notices-mail-subject = { $words } · und { $more } mehr
notices-mail-digest-subject = { $count ->
    [one] Eines gilt seit gestern noch
   *[other] { $count } Dinge gelten seit gestern noch
}
notices-mail-digest-intro = Was noch gilt, das Neueste zuerst. Was inzwischen erledigt ist, steht nicht mehr hier.
notices-mail-more = Und { $count } mehr: { $link }
notices-mail-acknowledge = Das kommt alle 15 Minuten wieder, bis Sie sagen, dass Sie es haben: { $link }
notices-mail-foot = Wie Sie davon hören: { $link }
notices-mail-off = Keine solchen E-Mails mehr: { $link }

mailed-title = Dringend, und wartet auf Ihr Wort
mailed-intro = Das kommt alle 15 Minuten wieder, bis Sie sagen, dass Sie es haben.
mailed-line = { $case }, seit { $at }.
mailed-line-no-case = Seit { $at }.
mailed-open = Den Fall öffnen
mailed-have-it = Ich habe es
mailed-done = Vermerkt. Es kommt nicht wieder.
mailed-nothing = Nichts wartet auf Ihr Wort.
mailed-page = Was Ihnen gesagt wurde
mailed-foot = Diese Seite ist für eine Person im Team. Wer ihre Adresse hat, kann in deren Namen antworten; geben Sie sie nicht weiter.
mailed-gone-title = Dieser Link gilt nicht mehr
mailed-gone = Links in E-Mails an Kolleginnen und Kollegen gelten 30 Tage. Melden Sie sich an, um zu sehen, was Ihnen gesagt wurde.
mailed-off-title = E-Mails zu Ihren Fällen
mailed-off-intro = { $name }, keine E-Mail sagt Ihnen dann mehr, was in Ihren Fällen geschieht.
mailed-off-stays = Alles steht weiterhin unter „Was Ihnen gesagt wurde“, und wenn jemand verletzt ist oder werden könnte, kommt trotzdem eine E-Mail.
mailed-off-act = Keine E-Mails mehr
mailed-off-done = Erledigt: keine E-Mails mehr.
mailed-off-already = Keine E-Mail sagt Ihnen, was in Ihren Fällen geschieht.
mailed-off-back = Neu wählen, wie Sie davon hören

hooks-title = Webhooks
settings-hooks-help = Andere Programme, etwa ein Chat, die sofort hören, was im Team gesagt wird.
hooks-intro = Ein Webhook ist eine Adresse, unter der ein anderes Programm von Ihnen sofort von Benachrichtigungen hört. Jede Nachricht ist signiert, damit das Programm sieht, dass sie von hier kommt.
hooks-none = Noch gibt es keinen.
hooks-new = Ein neuer Webhook
hooks-full = Es gibt schon { $most }. Ändern Sie einen, der da ist.
hooks-add = Hinzufügen
hooks-name = Name
hooks-name-help = Wozu er da ist, etwa „Chat des Serviceteams“.
hooks-url = Adresse
hooks-url-help = Beginnt mit https://. Adressen im eigenen Netz werden nur angerufen, wenn der Betrieb dieses Servers sie erlaubt (private_hosts).
hooks-about = Wovon er hört
hooks-all-kinds = Von allem
hooks-tells = Was gesendet wird
hooks-tells-links = Nur Nummern und Links
hooks-tells-links-help = Nichts, was ein Kunde geschrieben hat, verlässt diesen Server.
hooks-tells-words = Auch den Satz
hooks-tells-words-help = Mit dem Titel des Falls und den Worten der Kunden, an wen auch immer die Adresse betreibt.
hooks-standing = Wie es steht
hooks-well = Arbeitet.
hooks-off = Ausgeschaltet.
hooks-failing = Gestört seit { $since }.
hooks-way-out = Prüfen Sie, ob das andere Programm läuft und die Adresse stimmt, und senden Sie dann einen Test. Was aufgegeben wurde, wird auf Ihren Wunsch noch einmal gesendet.
hooks-waiting = { $count ->
    [one] Eine Nachricht wartet auf den nächsten Versuch.
   *[other] { $count } Nachrichten warten auf den nächsten Versuch.
}
hooks-failed = { $count ->
    [one] Eine Nachricht wurde fünfmal versucht und nicht angenommen.
   *[other] { $count } Nachrichten wurden fünfmal versucht und nicht angenommen.
}
hooks-test = Einen Test senden
hooks-test-arrived = Der Test kam an.
hooks-test-not = Der Test kam nicht an.
hooks-again = Aufgegebenes noch einmal senden
hooks-new-secret = Ein neues Geheimnis anlegen
hooks-switch-off = Ausschalten
hooks-switch-on = Einschalten
hooks-change = Wovon er hört, und wo
hooks-made = Der Webhook ist angelegt.
hooks-secret = Sein Geheimnis
hooks-secret-once = Es wird nur dieses eine Mal gezeigt. Geben Sie es dem anderen Programm, das damit die Signatur prüft.
hooks-secret-made = Ein neues Geheimnis ist angelegt; das vorige signiert nichts mehr.
hooks-posts = Die letzten Nachrichten
hooks-post-made = Wann
hooks-post-came = Was daraus wurde
hooks-post-tries = Versuche
hooks-post-waiting = Wartet.
hooks-post-sent = Angenommen.
hooks-post-failed = Aufgegeben.
hooks-verify = Wie das andere Programm es prüft
hooks-verify-help = Wie es die Spezifikation Standard Webhooks sagt: webhook-signature enthält v1 und den HMAC-SHA256 über webhook-id, webhook-timestamp und den Inhalt, mit Punkten dazwischen, in Base64. Jede Antwort von 200 bis 299 binnen 10 Sekunden heißt angenommen; dieselbe webhook-id kann zweimal kommen.
refusal-hook-name = Geben Sie einen Namen mit höchstens { $most } Zeichen an.
refusal-hook-url = Geben Sie eine Adresse mit höchstens { $most } Zeichen an.
refusal-hook-about = Wählen Sie mindestens eine Art.
refusal-no-such-hook = Diesen Webhook gibt es nicht.
net-odd = Diese Adresse kann nicht angerufen werden. Schreiben Sie sie mit https://, einem Namen und nichts vor dem Namen.
net-open = Nur https:// wird angerufen, damit unterwegs niemand mitliest.
net-port = Nur Port 443 wird angerufen, außer der Betrieb dieses Servers erlaubt einen anderen (private_hosts).
net-inside = Sie führt in unser eigenes Netz ({ $detail }). Der Betrieb dieses Servers kann das erlauben (private_hosts).
net-name = Diesen Namen gibt es nicht.
net-connection = Dort antwortet niemand, wie es sein soll ({ $detail }).
net-too-slow = Keine Antwort binnen 10 Sekunden.
net-too-long = Die Antwort war zu lang.
net-too-large = Sie ist länger, als gesendet werden darf.
net-redirect = Sie leitet an eine andere Adresse weiter ({ $detail }); dem wird nicht gefolgt. Geben Sie die letzte Adresse an.
net-gone = Sie sagt, dass es sie nicht mehr gibt ({ $detail }).
net-key = Sein Geheimnis lässt sich nicht versiegeln oder öffnen: { $detail }. Wenn das Programm hierher umgezogen ist, bringen Sie seine mail.key mit (oder nennen Sie MAKEGOOD_MAIL_KEY); sonst machen Sie ein neues Geheimnis.
net-status = Sie antwortete { $detail }.
audit-did-hook-added = hat einen Webhook angelegt
audit-did-hook-changed = hat einen Webhook geändert
audit-did-hook-switched-on = hat einen Webhook eingeschaltet
audit-did-hook-switched-off = hat einen Webhook ausgeschaltet
audit-did-hook-secret-made = hat ein neues Geheimnis für einen Webhook angelegt
