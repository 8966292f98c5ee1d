# Gemeinsam entscheiden, planen, Zusagen halten: was der Verlauf sagt, was der Kunde liest, warum nicht, und wem wir es sagen.

## Optionen

event-option-added = Ein Lösungsweg: { $what } ({ $what-kind }), da { $arrives }, { $confidence }; Kosten für den Kunden: { $costs }
event-option-added-undated = Ein Lösungsweg: { $what } ({ $what-kind }), noch ohne Termin; Kosten für den Kunden: { $costs }
event-proposal-added = Der Kunde schlägt vor: „{ $what }“
event-option-withdrawn = Zurückgenommen: { $what }, weil: { $reason }
event-suggestion-answered = Antwort auf den Vorschlag „{ $what }“ des Kunden: { $answer } — „{ $words }“
event-options-laid-out = Dem Kunden vorgestellt (Runde { $round }): { $options }
event-decision-made = { $by } hat entschieden: { $what } — „{ $words }“
event-none-fits = { $by }: Nichts davon passt. „{ $words }“ Runde { $next } beginnt.

told-proposal-added = Sie haben vorgeschlagen: „{ $what }“
told-suggestion-answered = Ihr Vorschlag „{ $what }“: { $answer } — { $words }
told-options-laid-out = Sie haben die Wahl: { $options }
told-decision-made = Sie haben gewählt: { $what } — „{ $words }“
told-none-fits = Keine der Optionen passt für Sie: „{ $words }“ Wir suchen weiter.

option-paid-by-us = zahlen wir
option-costs-nothing = nichts
option-you-do-nothing = nichts

notice-proposal = { $case } „{ $title }“: Der Kunde schlägt vor: „{ $what }“. Er wartet binnen eines Arbeitstags auf eine Antwort.
notice-second-round = { $case } „{ $title }“: Nichts von dem, was wir vorgestellt haben, passt („{ $words }“). Wer kommt mit in die zweite Runde?

refusal-option-empty = Sagen Sie in den Worten des Kunden, was der Lösungsweg ist.
refusal-date-without-confidence = Zu einem Termin gehört, wie sicher er ist. Wählen Sie fest, voraussichtlich, Zeitraum oder unbekannt.
refusal-confidence-without-date = Sie sagen, wie sicher der Termin ist, aber es gibt keinen. Geben Sie ihn an, oder wählen Sie „unbekannt“.
refusal-arrives-in-the-past = Dieser Zeitpunkt ist vorbei. Geben Sie einen an, der noch kommt.
refusal-not-a-sale = Zuerst das, was den Bedarf des Kunden deckt, dann erst Neues zu kaufen. Fügen Sie einen Lösungsweg hinzu, der das hier in Ordnung bringt, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-operations-confirms = Ein fester Termin und eine Neufertigung brauchen jemanden aus dem Betrieb, der sagt, dass es machbar ist. Nennen Sie den Namen, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-split-needs-legs = Eine Teillieferung hat mindestens zwei Wege. Fügen Sie jeden mit Menge, Route und Ankunft hinzu.
refusal-split-needs-quantity = Sagen Sie, wie viele Stück wir insgesamt schulden.
refusal-leg-incomplete = Jeder Weg braucht eine Menge und eine Route.
refusal-legs-do-not-add-up = Die Wege ergeben zusammen { $sum } Stück, wir schulden aber { $owed }. Ändern Sie eine Menge, oder fügen Sie einen Weg hinzu.
refusal-no-such-option = Diese Option gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-option-already-withdrawn = Diese Option wurde zurückgenommen. Wählen Sie eine, die noch gilt, oder fügen Sie sie wieder hinzu.
refusal-answer-their-proposal = Das ist der eigene Vorschlag des Kunden. Beantworten Sie ihn zuerst: angenommen, teilweise oder nicht, und warum.
refusal-chosen-option-stands = Diese Option hat der Kunde gewählt. Sprechen Sie mit ihm, und halten Sie fest, was er stattdessen entscheidet.
refusal-no-such-proposal = Diesen Vorschlag des Kunden gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-answer-without-why = Schreiben Sie, was Sie dem Kunden gesagt haben, mit dem Warum.
refusal-option-not-ready = „{ $what }“ ist noch nicht so weit: Es fehlt ein Termin und wie sicher er ist, und für einen festen Termin ein Name aus dem Betrieb.
refusal-no-options-yet = Noch gibt es keine Option, die Sie vorstellen könnten. Fügen Sie zwei Lösungswege hinzu.
refusal-options-by-voice = Optionen werden im Gespräch vorgestellt, nicht schriftlich. Halten Sie das Gespräch fest, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-options-after-reflect-back = Hören Sie den Kunden zuerst an: Geben Sie wieder, was Sie gehört haben, und holen Sie ein Ja dazu ein. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-two-options = Für das Gespräch über die Optionen braucht es zwei Lösungswege. Fügen Sie einen hinzu, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-worst-part = Versetzen Sie sich zuerst in den Kunden: „An seiner Stelle wäre für mich das Schlimmste …“. Schreiben Sie es auf, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-decision-without-words = Schreiben Sie auf, wie der Kunde es gesagt hat.
refusal-decider-is-customer = Es entscheidet allein der Kunde. Nennen Sie die Person beim Kunden, die gewählt hat.
refusal-nothing-laid-out = Dem Kunden wurde noch nichts vorgestellt. Stellen Sie zuerst die Optionen vor.
refusal-option-not-laid-out = Diese Option wurde dem Kunden nicht vorgestellt. Stellen Sie sie zuerst vor.
refusal-option-of-earlier-round = Das wurde in einer früheren Runde vorgestellt und passte nicht. Stellen Sie es zuerst noch einmal vor.
refusal-proposal-not-taken = Wir haben geantwortet, dass wir diesen Vorschlag nicht annehmen können. Beantworten Sie ihn neu, oder wählen Sie einen anderen.
refusal-no-such-option-number = Vorgestellt sind { $laid-out } Optionen. Geben Sie die Nummer einer davon an, oder lassen Sie sie weg, wenn keine passt.
refusal-how-can-we-help = Keine passt: Fragen Sie „Wie können wir helfen?“, und schreiben Sie die Antwort auf, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-help-not-asked = Sie haben keinen der Wege gewählt: Fragen Sie „Wie können wir helfen?“ und schreiben Sie die Antwort auf, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.

## Der Plan

event-plan-drafted = Plan entworfen (Fassung { $version }): { $steps }
event-plan-agreed = Plan vereinbart (Fassung { $version }), für uns von { $us }, für den Kunden von { $them }
event-plan-revised = Plan geändert (Fassung { $version }), dem Kunden mitgeteilt, weil: { $why }: { $steps }
event-plan-revised-untold = Plan geändert (Fassung { $version }), noch nicht mitgeteilt, weil: { $why }: { $steps }
event-step-confirmed = „{ $text }“: Das schaffe ich.
event-step-confirmed-by = „{ $text }“: { $name } schafft das.
event-step-done = Erledigt: { $text }
event-step-done-proven = Erledigt: { $text } ({ $proof })
event-step-skipped = Entfallen: { $text }, weil: { $reason }
event-step-late = Verspätet, dem Kunden mitgeteilt: { $text }, jetzt { $due }, weil: { $reason }
event-step-late-untold = Verspätet, noch nicht mitgeteilt: { $text }, jetzt { $due }, weil: { $reason }
event-check-in = Zwischenstand. Was sollen wir anders machen? „{ $feedback }“ Unsere Antwort: „{ $reply }“
event-check-in-open = Zwischenstand. Was sollen wir anders machen? „{ $feedback }“ Von uns noch keine Antwort.
event-feedback-replied = Antwort auf die Rückmeldung des Kunden: „{ $reply }“
event-delivery-changed = { $by } möchte anders beliefert werden, vorgelesen und bestätigt: { $address } { $receiver }
event-delivery-changed-timed = { $by } möchte anders beliefert werden, vorgelesen und bestätigt: { $address } { $receiver }, { $arrives }
event-clocks-paused = Die Fristen der Schritte ruhen bis { $until }: { $reason }

told-plan-agreed = Unser Plan: { $steps }. Für uns: { $us }.
told-plan-revised = Unser Plan hat sich geändert (Fassung { $version }), weil: { $why }: { $steps }
told-step-done = Erledigt: { $text }
told-step-late = { $text } kommt später als gesagt: { $due }
told-feedback-replied = Sie haben uns gesagt, was wir anders machen sollen. Unsere Antwort: { $reply }
told-delivery-changed = Ihre Lieferung ist wie gewünscht geändert: { $address } { $receiver }
told-delivery-changed-timed = Ihre Lieferung ist wie gewünscht geändert: { $address } { $receiver }, { $arrives }

notice-step-for-you = { $case } „{ $title }“: Ein Schritt ist für Sie: { $text }, bis { $due }. Schaffen Sie das? Sagen Sie es binnen eines Arbeitstags.
notice-delivery-changed = { $case } „{ $title }“: Der Kunde hat die Lieferung geändert ({ $address }). Sagen Sie noch einmal, ob Sie es schaffen.

refusal-plan-empty = Ein Plan braucht Schritte. Fügen Sie mindestens einen hinzu.
refusal-plan-agreed-revise-it = Diesem Plan haben beide Seiten zugestimmt. Legen Sie eine neue Fassung an, damit die alte lesbar bleibt.
refusal-heard-before-plan = Ein Plan kommt nach dem Zuhören: Hören Sie den Kunden an, holen Sie ein Ja zu dem ein, was Sie gehört haben, und erfahren Sie, was es für ihn bedeutet. Vorher gehen nur Schritte, die den Schaden aufhalten. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-cause-view-before-plan = Fragen Sie zuerst: „Wie ist es aus Ihrer Sicht dazu gekommen?“ Schreiben Sie die Sicht des Kunden oder unsere auf, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-their-view-before-plan = Beide hatten einen Anteil, und die Sicht des Kunden steht nirgends. Fragen Sie zuerst: „Wie ist es aus Ihrer Sicht dazu gekommen?“ Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-idea-before-shared = Sie haben gesagt, wie es sich verhindern ließe, und niemand hat geantwortet: „{ $words }“. Antworten Sie zuerst darauf, und sagen Sie ihnen dann, was sich geändert hat.
refusal-step-without-party = Bei Schritt { $step } fehlt, wessen Schritt es ist: unserer, der des Kunden oder der eines Dritten.
refusal-step-without-owner = Schritt { $step } hat niemanden, der ihn tut. Nennen Sie die Person.
refusal-step-without-date = Schritt { $step } hat kein Datum. Sagen Sie, bis wann.
refusal-step-without-text = Bei Schritt { $step } fehlt, was getan wird. Sagen Sie es mit einem Tätigkeitswort.
refusal-step-in-the-past = Dieser Tag ist vorbei. Geben Sie einen an, der noch kommt.
refusal-no-plan-yet = Noch gibt es keinen Plan. Entwerfen Sie ihn zuerst.
refusal-plan-without-fix = Nichts in diesem Plan bringt das Problem in Ordnung. Fügen Sie einen Schritt der Art „Beheben“ hinzu.
refusal-fix-and-prevent = Der Plan braucht einen Schritt, damit es nicht wieder geschieht, oder einen Grund, warum keiner nötig ist. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-steps-confirmed = Noch nicht alle von uns, die einen Schritt haben, haben „Das schaffe ich“ gesagt. Fragen Sie nach, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-remedy-before-amends = Eine Wiedergutmachung ersetzt nicht, was den Schaden behebt. Lassen Sie den Kunden zuerst eine Lösung wählen, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-what-else = Fragen Sie zuerst: „Was können wir auf Ihrer Seite noch tun?“ Schreiben Sie die Antwort auf, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-customer-takes-part = Der Kunde kommt in diesem Plan nicht vor. Fügen Sie einen Schritt von ihm hinzu, vermerken Sie, dass er nicht mitwirken möchte, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-nothing-changes = Damit ändert sich nichts. Sagen Sie, was anders wird.
refusal-no-such-step = Diesen Schritt gibt es im Plan nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-step-settled = „{ $text }“ ist schon abgeschlossen. Fügen Sie stattdessen einen neuen Schritt hinzu.
refusal-confirmed-by-whom = Diesen Schritt hat jemand anderes. Sagen Sie, wer Ihnen gesagt hat, dass es zu schaffen ist.
refusal-fix-proven = Was zeigt, dass es erledigt ist? Eine Sendungsnummer, ein Foto, ein Name. Oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.
refusal-last-fix-step = Das ist der einzige Schritt, der es in Ordnung bringt. Nehmen Sie erst einen anderen in den Plan auf, bevor Sie diesen entfallen lassen.
refusal-late-needs-date = Sagen Sie, wann es stattdessen sein wird.
refusal-check-in-asks = Ein Zwischenstand fragt: „Was sollen wir anders machen?“ Schreiben Sie die Antwort auf; „nichts“ ist auch eine.
refusal-delivery-change-empty = Sagen Sie, was sich ändert: die Adresse, wer annimmt, oder die Zeit.
refusal-read-back-first = Lesen Sie dem Kunden die neue Adresse vor, und speichern Sie, wenn er Ja sagt.
refusal-pause-in-the-past = Eine Pause endet in der Zukunft. Geben Sie einen anderen Zeitpunkt an.
refusal-pause-too-long = Eine Pause dauert höchstens { $days } Arbeitstage. Geben Sie ein früheres Ende an; Sie können danach noch einmal anhalten.

## Zusagen und Wiedergutmachung

event-promise-kept = Zusage gehalten: { $promised }, fällig { $due } — { $words }
event-promise-broken = Zusage gebrochen: { $promised }, fällig { $due } — { $words }
event-promise-kept-late = Zusage zu spät gehalten: { $promised }, fällig { $due } — { $words }
event-promise-released = { $by } hat uns aus einer Zusage entlassen: { $promised }. „{ $words }“
event-amends-granted = Zur Wiedergutmachung: { $what }, bis { $due }. „{ $words }“
event-amends-asked = Zur Wiedergutmachung, wartet auf Freigabe: { $what }, bis { $due }. „{ $words }“
event-amends-approved = { $by } hat Ja gesagt zu: { $what }
event-amends-declined = { $by } hat Nein gesagt zu: { $what }: { $words }
event-amends-given = Zur Wiedergutmachung gegeben: { $what } ({ $proof })
event-hard-action = Harte Maßnahme: { $kind }; dafür steht auch { $second } ein — weil: { $reason } — für die Beziehung: { $effect }
event-hard-action-alone = Harte Maßnahme, ausnahmsweise mit nur einem Namen: { $kind } — weil: { $reason } — für die Beziehung: { $effect }

event-resident-assigned = { $person } bleibt vor Ort ({ $site }) und berichtet jeden Arbeitstag: { $report }. Darf dort entscheiden: { $authority }
event-site-reported = { $person } von vor Ort: „{ $words }“
event-residence-ended = { $by } hat gesagt, { $person } muss nicht länger bleiben — „{ $words }“

told-resident-assigned = { $person } ist bei Ihnen vor Ort ({ $site }) und berichtet Ihnen jeden Arbeitstag.
told-site-reported = { $person }, bei Ihnen vor Ort: { $words }
told-residence-ended = { $person } ist wieder bei uns, wie Sie es gesagt haben.

told-promise-kept = Gehalten: { $promised }
told-promise-broken = Wir hatten zugesagt: { $promised }, bis { $due }. Das haben wir nicht gehalten, und das ist unser Fehler.
told-promise-kept-late = { $promised }: Es ist erledigt, später als wir zugesagt hatten ({ $due }). Das ist unser Fehler.
told-amends-granted = { $words }, bis { $due }
told-amends-approved = Zur Wiedergutmachung: { $what }, bis { $due }
told-amends-given = Sie haben es: { $what }

notice-promise-broken = { $case } „{ $title }“: Eine Zusage ist gebrochen: { $promised }, fällig { $due }. Der Kunde muss jetzt von einem Menschen hören.
notice-amends-waits = { $case } „{ $title }“: { $by } bittet binnen eines Arbeitstags um Ihr Ja zu: { $what }.
notice-amends-approved = { $case } „{ $title }“: { $by } hat Ja gesagt zu: { $what } — { $words }
notice-amends-declined = { $case } „{ $title }“: { $by } hat Nein gesagt zu: { $what }. { $words }
notice-resident = { $case } „{ $title }“: Sie bleiben vor Ort ({ $site }). Der erste Bericht ist fällig { $due }: { $report }
notice-hard-action = { $case } „{ $title }“: { $kind }, weil: { $reason }

refusal-no-such-promise = Diese Zusage gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-promise-settled = Der Ausgang dieser Zusage steht schon fest. Machen Sie eine neue, wenn Sie wieder etwas zugesagt haben.
refusal-kept-needs-proof = Was zeigt, dass sie gehalten wurde? Eine Sendungsnummer, ein Foto, ein Name.
refusal-release-is-theirs = Nur der Kunde kann uns aus einer Zusage entlassen. Nennen Sie die Person, die es getan hat.
refusal-release-without-words = Schreiben Sie auf, wie der Kunde uns daraus entlassen hat.
refusal-amends-without-words = Schreiben Sie es so, wie Sie es dem Kunden gesagt haben.
refusal-amends-value = Geben Sie einen Betrag über null an und die Währung in drei Buchstaben, etwa 150 EUR.
refusal-future-discount-alone = Ein Rabatt auf den nächsten Auftrag ist nie alles, was wir anbieten. Bieten Sie zuerst an, was dieses Problem in Ordnung bringt.
refusal-no-such-amends = Diese Wiedergutmachung gibt es an diesem Fall nicht. Laden Sie die Seite neu, und wählen Sie noch einmal.
refusal-amends-answered = Über diese Wiedergutmachung ist schon entschieden. Bitten Sie um eine neue, wenn sie gebraucht wird.
refusal-not-your-own = Darum haben Sie selbst gebeten. Das Ja gibt jemand anderes.
refusal-above-your-limit = Das ist mehr, als Sie geben dürfen (bis { $limit }). Fragen Sie die Geschäftsleitung.
refusal-amends-not-approved = Diese Wiedergutmachung wartet auf ein Ja. Geben Sie sie, wenn sie freigegeben ist.
refusal-amends-given-already = Diese Wiedergutmachung wurde schon gegeben. Sie brauchen nichts weiter zu tun.
refusal-amends-without-proof = Was zeigt, dass der Kunde sie hat? Die Nummer einer Gutschrift, ein Lieferschein.
refusal-resident-without-site = Sagen Sie, wo die Person ist: der Standort und die Stelle dort.
refusal-resident-without-report = Sagen Sie, was der tägliche Bericht dem Kunden mitteilt.
refusal-resident-already = Diese Person ist schon beim Kunden vor Ort. Nennen Sie jemand anderen, wenn noch jemand hinfährt.
refusal-no-resident = Diese Person ist nicht beim Kunden vor Ort. Nennen Sie jemanden, der es ist.
refusal-second-person-is-you = Die zweite Person muss jemand anderes sein als Sie.
refusal-battle-check = Damit gewinnen wir vielleicht die Schlacht und verlieren den Kunden. Nennen Sie eine zweite Person, und schreiben Sie auf, was es mit der Beziehung macht, oder übergehen Sie die Hürde mit Ihrem Namen und einem Grund.

## Worte für Auswahlen

option-kind-from-stock = Ab Lager
option-kind-remake = Neu fertigen
option-kind-rework = Nacharbeiten
option-kind-repair = Reparieren
option-kind-alternate = Anderer passender Artikel
option-kind-split = Teillieferung auf mehreren Wegen
option-kind-expedite = Schnellerer Weg
option-kind-partial = Ein Teil jetzt, der Rest später
option-kind-sort-on-site = Bei Ihnen vor Ort sortieren
option-kind-use-as-is = So verwenden, wie es ist
option-kind-credit = Gutschrift
option-kind-refund = Geld zurück
option-kind-reroute = Woandershin liefern
option-kind-resident = Jemand von uns bei Ihnen vor Ort
option-kind-new-purchase = Neukauf
option-kind-other = Anderes

confidence-firm = fest
confidence-expected = voraussichtlich
confidence-range = ein Zeitraum
confidence-unknown = noch unbekannt

answered-taken = angenommen
answered-partly = teilweise angenommen
answered-not-taken = nicht angenommen

party-us = wir
party-customer = der Kunde
party-third = ein Dritter

step-kind-contain = Schaden aufhalten
step-kind-fix = Beheben
step-kind-prevent = Vorbeugen
step-kind-tell = Mitteilen

step-state-open = offen
step-state-done = erledigt
step-state-skipped = entfallen

step-standing-on-track = im Plan
step-standing-late = verspätet
step-standing-done = erledigt
step-standing-left-out = entfallen
step-standing-still-open = noch offen

step-outcome-done = Erledigt
step-outcome-skipped = Entfallen
step-outcome-late = Verspätet

promised-next-contact = nächster Kontakt
promised-thing = eine Sache

promise-state-open = offen
promise-state-kept = gehalten
promise-state-broken = gebrochen
promise-state-released = vom Kunden erlassen

promise-outcome-kept = Gehalten
promise-outcome-broken = Gebrochen
promise-outcome-released = Vom Kunden erlassen

amends-kind-discount = ein Rabatt
amends-kind-free-service = eine kostenlose Leistung
amends-kind-expedite = eine schnellere Lieferung
amends-kind-credit = eine Gutschrift
amends-kind-waived-fee = eine erlassene Gebühr
amends-kind-free-samples = kostenlose Muster
amends-kind-extended-terms = ein längeres Zahlungsziel
amends-kind-thank-you = ein Dankeschön
amends-kind-future-discount = ein Rabatt auf einen künftigen Auftrag

hard-action-refuse-credit = Gutschrift verweigern
hard-action-stop-ship = Lieferstopp
hard-action-legal-letter = Anwaltsschreiben
hard-action-charge-customer = Kunden belasten
