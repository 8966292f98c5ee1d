# Wissen, erreichen, zuhören: was der Verlauf sagt, was der Kunde liest, warum nicht, und wem wir es sagen.

## Der Verlauf

event-case-opened = Fall eröffnet: „{ $title }“ ({ $origin })
event-recovery-moved = Jetzt: { $to }
event-severity-changed = Von { $from } zu { $to }
event-harm-described = Was es für den Kunden bedeutet: { $impacts }
event-recognised-earlier = Wir wussten es früher: { $to }, nicht { $from }. { $reason }
event-attempt-no-answer = Versuch, { $contact } zu erreichen ({ $channel }): keine Antwort. { $note }
event-attempt-left-message = Nachricht für { $contact } hinterlassen: { $note }
event-attempt-wrong-number = Die Nummer von { $contact } stimmt nicht. { $note }
event-talk-prepared = Gespräch vorbereitet: { $purpose }
event-talk-asked-for = Um ein Gespräch gebeten: „{ $words }“
event-conversation-visit = Besuch bei { $with }, { $minutes } min
event-conversation-video = Videogespräch mit { $with }, { $minutes } min
event-conversation-phone = Telefonat mit { $with }, { $minutes } min
event-message-recorded = An { $to } geschrieben ({ $purpose }): { $text }
event-message-recorded-read-back = An { $to } geschrieben ({ $purpose }): { $text } — zurückgelesen als „{ $understood }“
event-review-overruled = Bleibt entgegen der Durchsicht: { $findings }
event-told-what-happened = { $to } gesagt, was geschehen ist: { $what }
event-news-told = { $to } die Nachricht mitgeteilt
event-reaction-recorded = { $by }: { $reaction }. „{ $words }“
event-facts-recorded = Jetzt bekannt: { $facts }
event-fault-stated = Wessen Anteil es war: { $position }. { $fact }
event-views-stated = Beide Sichtweisen aufgeschrieben
event-concern-answered = Antwort auf die Sorge des Kunden: { $words }
event-concern-settled = { $by } sagt, es ist geklärt: „{ $words }“
event-question-asked = Der Kunde fragt: „{ $words }“
event-question-answered = Beantwortet: { $answer }
event-help-to-start-asked = Um Hilfe beim Anfangen gebeten
event-support-asked = Die Leitung um Rückhalt gebeten
event-note-added = { $text }
event-promise-made = { $to } zugesagt: { $words }, bis { $due }
event-next-contact-promised = { $to } hört von uns bis { $due }
attempt-somebody = jemanden

## Was der Kunde liest

told-case-opened = Sie haben uns gesagt: „{ $title }“
told-recovery-spotted = Wir wissen davon.
told-recovery-told = Wir sehen es, und wir arbeiten daran, es in Ordnung zu bringen.
told-recovery-heard = Wir haben Sie gehört.
told-recovery-deciding = Sie haben Lösungswege zur Wahl.
told-recovery-agreed = Wir haben einen gemeinsamen Plan.
told-recovery-making-good = Wir bringen es in Ordnung.
told-recovery-awaiting-word = Alles Vereinbarte ist getan. Ist es gelöst? Das können nur Sie sagen.
told-recovery-solved = Sie haben gesagt, es ist gelöst.
told-recovery-closed = Abgeschlossen. Wenn es nicht gelöst ist, sagen Sie es uns: Dann ist es sofort wieder offen.
told-recovery-still-works = Sie haben gesagt, es passt für Sie noch.
told-recovery-not-agreed = Wir sind uns noch nicht einig. Was wir weiter für Sie tun, steht hier.
told-recovery-in-mediation = Jemand Unparteiisches hilft uns.
told-recovery-withdrawn = Sie haben es auf sich beruhen lassen. Wenn es wiederkommt, sagen Sie es uns: Dann ist es sofort wieder offen.
told-recovery-no-word = Wir haben nicht gehört, ob es gelöst ist. Es bleibt für Sie offen.
told-recovery-merged = Das geht unter einer anderen Nummer weiter.
told-harm-described = Was es für Sie bedeutet: { $impacts }
told-conversation = Wir haben von Ihnen gehört: { $heard }
told-message = { $text }
told-what-happened = Was geschehen ist: { $what }
told-question-asked = Sie haben gefragt: „{ $words }“
told-question-answered = Unsere Antwort: { $answer }
told-promise-made = Wir haben zugesagt: { $words }, bis { $due }
told-next-contact-promised = Sie hören von uns bis { $due }

## Wem wir es sagen

notice-safety = { $case } „{ $title }“: Jemand ist verletzt oder in Gefahr. Sehen Sie es sich jetzt an.
notice-case-opened-for-you = { $case } „{ $title }“ ist Ihr Fall. Der Kunde wartet auf Ihren Anruf.
notice-cannot-reach = { $case } „{ $title }“: drei Versuche, und niemand wurde erreicht. Ein anderer Ansprechpartner oder ein Besuch?
notice-support-asked = { $case }: { $who } bittet um Rückhalt. { $words }

## Warum nicht, und wie es weitergeht

refusal-no-such-case = Diesen Fall gibt es nicht. Prüfen Sie die Nummer, oder suchen Sie nach dem Kunden.
refusal-case-exists = Dieser Fall ist schon eröffnet. Machen Sie dort weiter.
refusal-case-closed = Dieser Fall ist abgeschlossen. Öffnen Sie ihn zuerst wieder.
refusal-case-merged = Dieser Fall ist in einem anderen aufgegangen. Machen Sie dort weiter.
refusal-changed-meanwhile = { $events ->
    [one] An diesem Fall ist etwas geschehen, während Sie geschrieben haben. Lesen Sie es, und speichern Sie noch einmal; was Sie geschrieben haben, bleibt stehen.
   *[other] An diesem Fall ist { $events } Mal etwas geschehen, während Sie geschrieben haben. Lesen Sie es, und speichern Sie noch einmal; was Sie geschrieben haben, bleibt stehen.
 }
refusal-needs-a-person = Das kann nur jemand von uns. Melden Sie sich an, und tun Sie es unter Ihrem Namen.
refusal-not-a-contact = Hier kann nur eine Person dieses Kunden genannt werden. Wählen Sie jemanden aus, oder fügen Sie die Person zuerst beim Kunden hinzu.
refusal-not-allowed = Ihre Rolle darf Fälle lesen, nicht bearbeiten. Bitten Sie die Administration um eine andere Rolle.
refusal-needs-manager = Das darf nur die Leitung oder die Geschäftsleitung. Bitten Sie dort darum.
refusal-needs-manager-or-quality = Das dürfen nur Leitung, Geschäftsleitung oder Qualität. Bitten Sie dort darum.
refusal-internal-command = Das dürfen nur unsere eigenen Fristen auslösen. Wählen Sie etwas anderes, das Sie am Fall tun können.
refusal-not-for-customers = Das erledigt jemand von uns. Sagen Sie es uns, und wir tun es mit Ihnen zusammen.
refusal-title-empty = Sagen Sie in einem Satz, in den Worten des Kunden, was schiefging.
refusal-title-long = Halten Sie den Satz unter 300 Zeichen; der Rest gehört in eine Notiz.
refusal-other-needs-text = Sie haben „anderes“ gewählt. Sagen Sie, was es ist.
refusal-happened-in-future = Das kommt erst noch ({ $at }). Geben Sie an, wann es geschah.
refusal-account-without-relationship-owner = Um diesen Kunden kümmert sich noch niemand. Benennen Sie beim Kunden zuerst eine Kundenbetreuung.
refusal-no-such-colleague = Niemand, der an Fällen arbeitet, heißt so. Wählen Sie jemanden aus der Liste.
refusal-no-such-playbook = Den Leitfaden „{ $name }“ gibt es nicht. Wählen Sie einen aus der Liste.
refusal-nothing-said = Hier steht noch nichts. Sagen Sie es in einem Satz.
refusal-too-long = Das ist hier zu lang zum Lesen (höchstens { $most } Zeichen). Kürzen Sie es, oder hängen Sie ein Dokument an.
refusal-too-many = Davon gibt es an einem Fall zu viele (höchstens { $most }). Schließen Sie zuerst einige ab, oder entfernen Sie welche.
refusal-impact-without-words = Sagen Sie in den Worten des Kunden, was es für ihn bedeutet.
refusal-no-deadline-known = Der Termin des Kunden ist nicht bekannt. Schreiben Sie ihn zuerst auf.
refusal-recognition-never-later = „Wir wussten es seit“ ({ $known }) rückt nie nach hinten. Lassen Sie es so, oder geben Sie einen früheren Zeitpunkt mit Grund an.
refusal-reason-empty = Nennen Sie den Grund in einem Satz.
refusal-preparation-incomplete = Hier hat die Vorbereitung eine Lücke. Füllen Sie sie vor dem Gespräch.
refusal-ends-before-it-starts = Das Gespräch endet, bevor es beginnt. Prüfen Sie beide Zeiten.
refusal-one-to-five = Geben Sie eine Zahl von 1 bis 5 an.
refusal-reflect-back-empty = Der Kunde hat zu etwas Ja gesagt: Schreiben Sie auf, was Sie wiedergegeben haben.
refusal-acknowledge-first = Beginnen Sie mit zwei Sätzen: Wir sehen es, und wir arbeiten daran, es in Ordnung zu bringen. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-no-visit-reason = Das hier ist schwerwiegend. Sagen Sie, warum es kein Besuch war, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-end-tone = Wie klang der Kunde am Ende, von 1 verärgert bis 5 entspannt? Geben Sie es an, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-our-view-after-theirs = Zuerst die Sicht des Kunden, dann unsere: Geben Sie wieder, was Sie gehört haben, und holen Sie ein Ja dazu ein. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-facts-after-their-say = Fakten kommen, nachdem der Kunde sich ausgesprochen hat. Kreuzen Sie das zuerst an, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-impact-first = Schreiben Sie auf, was es für den Kunden bedeutet, bevor Sie sich entschuldigen. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-apology-after-reaction = Fragen Sie zuerst, ob es für den Kunden noch passt; entschuldigen Sie sich, wenn es ihn trifft. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-apology-after-listening = Zuerst zuhören und wiedergeben, dann passt die Entschuldigung. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-assurance-needs-step = „Alles Mögliche“ braucht mindestens einen echten Schritt am Fall. Fügen Sie einen hinzu, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-next-contact = Sagen Sie, wann der Kunde wieder von uns hört. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-message-empty = Die Nachricht hat noch keinen Text. Schreiben Sie ihn.
refusal-message-names-nobody = Die Nachricht endet ohne Namen. Schreiben Sie Ihren eigenen ans Ende, oder den der verantwortlichen Person.
refusal-message-has-no-number = Die Nachricht endet ohne eine Nummer zum Anrufen. Schreiben Sie sie neben den Namen.
refusal-message-has-no-hours = Am Ende der Nachricht steht nicht, wann man Sie erreicht. Schreiben Sie von wann bis wann, etwa 9:00 bis 17:00.
refusal-message-has-no-page = Die Nachricht endet ohne den Weg zur Seite des Kunden. Fügen Sie die Adresse an; ein neues Formular für eine Nachricht enthält sie schon.
refusal-summary-needs-a-talk = Eine Zusammenfassung fasst ein Gespräch zusammen, und es gab noch keines. Sprechen Sie zuerst, schreiben Sie es dann auf.
refusal-write-only-after-a-talk = Noch hat niemand mit dem Kunden gesprochen. Rufen Sie zuerst an; bitten Sie schriftlich nur um einen Termin. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-update-needs-next-contact = Ein Zwischenbescheid endet damit, wann der Kunde wieder von uns hört. Geben Sie es an, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-read-back = Dieser Fall ist von der schwersten Art. Schreiben Sie in einer Zeile, was der Kunde verstehen wird, bevor es hinausgeht, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-read-back-too-long = Eine Zeile von höchstens { $most } Zeichen; diese hat { $letters }.
refusal-no-change-needs-what-was-tried = „Nichts Neues“ dürfen Sie sagen. Sagen Sie auch, was seither versucht wurde.
refusal-what-happened-empty = Sagen Sie, was geschehen ist, so wie Sie es erzählt haben. „Noch nicht bekannt“ ist eine ehrliche Antwort.
refusal-tell-by-voice = Sagen Sie es zuerst im Gespräch; schriftlich kann es folgen. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-no-news-on-this-case = An diesem Fall gibt es keine Nachricht von uns, auf die der Kunde antworten könnte. Sie kam von ihm. Halten Sie sein Wort als Gespräch fest.
refusal-still-works-needs-need-by = Es passt noch: bis wann? Fragen Sie nach dem Tag, an dem der Kunde es wirklich braucht.
refusal-must-check-needs-call-back = Der Kunde muss nachsehen: Fragen Sie, wann er es weiß, und sagen Sie zu, dann anzurufen.
refusal-fact-by-nobody = Sagen Sie, von wem „{ $what }“ stammt: Kein Fakt steht ohne jemandes Wort.
refusal-fact-incomplete = Ein Fakt hat zwei Teile: was, und die Antwort. Ergänzen Sie, was fehlt.
refusal-fault-needs-fact = Wessen Anteil es war, stützt sich auf eine Tatsache. Nennen Sie sie.
refusal-our-part-first = Zuerst unser Anteil, in der Wir-Form. Dann der des Kunden. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-no-such-concern = Diese Sorge gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-no-such-question = Diese Frage gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-no-manager-yet = Noch hat niemand die Rolle Leitung. Bitten Sie die Administration, sie jemandem zu geben.
refusal-promise-to-whom = Wem wurde es zugesagt? Nennen Sie die Person.
refusal-promise-empty = Schreiben Sie auf, was zugesagt wurde, in den Worten, die Sie gebraucht haben.
refusal-promise-in-the-past = Dieser Zeitpunkt ist vorbei ({ $due }). Sagen Sie einen zu, der noch kommt.

## Worte für Auswahlen

trouble-kind-delay = Verzug
trouble-kind-defect = Mangel
trouble-kind-wrong-item = falscher Artikel
trouble-kind-short-quantity = zu wenig geliefert
trouble-kind-transit = unterwegs verloren oder beschädigt
trouble-kind-over-promise = zu viel zugesagt
trouble-kind-misunderstanding = Missverständnis
trouble-kind-paperwork = Papiere oder Preis
trouble-kind-conduct = Service oder Verhalten
trouble-kind-safety = Sicherheit
trouble-kind-other = etwas anderes

origin-customer-reported = vom Kunden gemeldet
origin-we-found-harm = Schaden von uns entdeckt
origin-we-bring-news = wir haben etwas mitzuteilen

safety-nobody = niemand ist verletzt
safety-somebody-hurt = jemand ist verletzt
safety-could-hurt = es könnte jemanden verletzen

dimension-safety = Sicherheit
dimension-stopped = etwas steht still
dimension-deadline = ein Termin des Kunden
dimension-money = Geld
dimension-standing = Ansehen bei den eigenen Kunden
dimension-productivity = Arbeit und Zeit
dimension-goods-unusable = Ware nicht verwendbar
dimension-paperwork = Papiere

severity-s1 = S1, sehr schwer
severity-s2 = S2, schwer
severity-s3 = S3, leichter

fault-unknown = noch nicht bekannt
fault-ours = bei uns
fault-shared = bei beiden
fault-third-party = bei einem Dritten
fault-theirs = beim Kunden

channel-visit = Besuch
channel-video = Video
channel-phone = Telefon

no-visit-reason-time = zu wenig Zeit für die Fahrt
no-visit-reason-distance = zu weit
no-visit-reason-customer-wish = der Kunde möchte es nicht
no-visit-reason-safety = Sicherheit
no-visit-reason-other = ein anderer Grund

try-outcome-no-answer = keine Antwort
try-outcome-left-message = Nachricht hinterlassen
try-outcome-wrong-number = falsche Nummer

seen-at-ease = entspannt
seen-tense = angespannt
seen-unsure = unsicher

satisfied-yes = zufrieden
satisfied-no = nicht zufrieden
satisfied-not-sure = nicht sicher

heard-not-yet = noch nicht angehört
heard-had-their-say = hat sich ausgesprochen
heard-confirmed = verstanden, und er sagt es auch

reaction-unknown = noch nicht gefragt
reaction-still-works = es passt noch
reaction-works-with-changes = es passt mit Änderungen
reaction-hurts = es trifft den Kunden
reaction-must-check = der Kunde muss nachsehen

purpose-ask-for-time = um einen Termin bitten
purpose-voicemail-follow-up = nach einer Nachricht auf Band
purpose-summary = Zusammenfassung eines Gesprächs
purpose-update = Zwischenbescheid
purpose-document = Dokument
purpose-thank-you = Dank

message-way-email = E-Mail
message-way-portal = Kundenseite
message-way-letter = Brief
message-way-sms = SMS

concern-kind-concern = Sorge
concern-kind-frustration = Ärger
concern-state-open = offen
concern-state-answered = beantwortet, nicht geklärt
concern-state-settled = geklärt, sagt der Kunde

said-yes = ja
said-no = nein

role-owner = Fallführung
role-relationship-owner = Kundenbetreuung
role-quality = Qualität
role-manager = Leitung
role-operations = Betrieb
role-director = Geschäftsleitung
role-reader = nur Lesen
role-administrator = Administration
notice-tough-conversation = Zwei Gespräche zu {$case} „{$title}“ endeten binnen eines Monats hart: Planen Sie mit diesem Kunden das schwierige Gespräch.
