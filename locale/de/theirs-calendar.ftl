# Was zugesagt ist, im eigenen Kalenderprogramm des Kunden: die Einträge, die Adresse, wie man sie einträgt.

## Einträge

theirs-feed-name = { $firm }: { $number }
theirs-feed-next = { $firm }: { $name } meldet sich bei Ihnen
theirs-feed-check-in = { $firm }: { $name } fragt bei Ihnen nach, wie es läuft
theirs-feed-follow-up = { $firm }: { $name } ruft Sie an und fragt, ob alles gut geblieben ist
theirs-feed-promise = { $firm } hat zugesagt: { $words }
theirs-feed-our-step = { $firm }: { $words }
theirs-feed-your-step = Sie, für { $firm }: { $words }
theirs-feed-done = Erledigt: { $what }
theirs-feed-broken = Nicht gehalten: { $what }
theirs-feed-off = Entfällt: { $what }
theirs-feed-by = Bis { $when } nach Ihrer Uhr ({ $zone })
theirs-feed-who = Macht: { $name }
theirs-feed-about = Es geht um: { $title }
theirs-feed-person = Für Sie da: { $name }
theirs-feed-person-phone = Für Sie da: { $name }, { $phone }

## Die Seite

theirs-calendar = In Ihrem Kalender
theirs-calendar-way = Unsere Termine in Ihren Kalender
theirs-calendar-why = Alles, was wir Ihnen mit einer Zeit zugesagt haben, und Ihre eigenen Schritte in dem Kalender, den Sie ohnehin benutzen. Verschiebt sich ein Termin oder entfällt er, zieht Ihr Kalender von selbst nach.
theirs-calendar-show = Zeigen Sie mir die Adresse meines Kalenders
theirs-calendar-subscribe = Jetzt abonnieren
theirs-calendar-address = Die Adresse
theirs-calendar-secret = Sie gehört nur Ihnen: Wer sie hat, kann diese Termine lesen und sonst nichts. Sie endet zusammen mit Ihrem Link.
theirs-calendar-how = So tragen Sie sie ein
theirs-calendar-outlook = Outlook
theirs-calendar-outlook-how = Kalender → Kalender hinzufügen → Aus dem Internet abonnieren. Adresse einfügen.
theirs-calendar-google = Google Kalender
theirs-calendar-google-how = Am Computer: Weitere Kalender → + → Per URL. Adresse einfügen.
theirs-calendar-apple = iPhone, iPad, Mac
theirs-calendar-apple-how = Drücken Sie „Jetzt abonnieren“. Oder am Mac: Kalender → Ablage → Neues Kalenderabonnement.
theirs-calendar-late = Manche Programme sehen nur ein paar Mal am Tag nach. Was jetzt gilt, steht immer auf Ihrer Seite.
theirs-calendar-calls = Vereinbarte Anrufe
theirs-calendar-calls-why = Ein einzelner Anruf für Ihren Kalender, ohne etwas zu abonnieren.
theirs-calendar-call = { $name } meldet sich bis { $when }
theirs-calendar-take = In meinen Kalender übernehmen
theirs-calendar-take-off = Aus meinem Kalender nehmen
