# Was mit Post zu einem Fall geschieht: geschrieben, gesendet, zurückgenommen, zurückgekommen, eingegangen.
event-message-queued = Mail an { $to } ({ $purpose }) „{ $subject }“ geht hinaus { $at }
event-message-taken-back = Mail an { $to } ({ $purpose }) zurückgenommen, bevor sie hinausging
event-message-sent = Mail an { $to } ({ $purpose }): { $text }
event-message-undelivered = Die Mail an { $to } ({ $purpose }) kam bei { $address } nicht an: { $said }
event-receipt-sent = Empfangsbestätigung an { $to }: { $text }
event-message-received = { $by } schrieb „{ $subject }“: { $text }
event-letter-settled = „{ $subject }“ von { $by } gelesen: keine Antwort nötig
told-message-received = Sie schrieben: { $text }
notice-mail-undelivered = { $case } „{ $title }“: Die Mail an { $to } kam bei { $address } nicht an. Rufen Sie an, oder schreiben Sie an eine andere Adresse.
notice-they-wrote = { $case } „{ $title }“: { $by } schrieb „{ $subject }“.

refusal-subject-empty = Eine Mail ohne Betreff wird übersehen. Sagen Sie in wenigen Worten, worum es geht.
refusal-mail-leaves-too-late = Das ist über einen Monat entfernt. Wählen Sie eine frühere Zeit, oder behalten Sie sie als Entwurf.
refusal-next-contact-before-the-mail = Der Kunde würde von uns hören, bevor diese Mail ankommt. Wählen Sie den nächsten Kontakt später, oder senden Sie die Mail früher.
refusal-mail-is-there = Diese Mail ist schon unterwegs; nichts wurde zweimal gesendet.
refusal-mail-has-gone = Diese Mail ist schon hinausgegangen und lässt sich nicht zurücknehmen. Schreiben oder rufen Sie an, um es zu berichtigen.
refusal-no-such-mail-out = Zu diesem Fall gibt es keine solche Mail. Vielleicht wurde sie zurückgenommen.
refusal-mail-resolves = „{ $words }“ gehört in ein Gespräch, und noch hat niemand mit dem Kunden gesprochen. Bitten Sie in dieser Mail um einen Termin und sagen Sie es mündlich, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-letter-is-answered = Dieser Brief ist schon beantwortet, oder jemand hat gesagt, dass er keine Antwort braucht.
