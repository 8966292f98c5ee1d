# Der Gesprächsbogen: vorher, zuhören, danach; Zusagen aus den Notizen; zurückgelesene Zeiten; ein Kontakt, der umgangen wird.

## Neugierige Fragen: Anstöße, nie ein Drehbuch

topic-their-words = Sie sagten „{ $words }“. Erzählen Sie mir mehr davon.
topic-noticed = Woran haben Sie es bemerkt?
topic-use = Wofür brauchen Sie es?
topic-waits = Wer wartet darauf, bei Ihnen oder bei Ihrem Kunden?
topic-meanwhile = Was kann inzwischen weitergehen, und was nicht?
topic-partial = Würde ein Teil davon schon helfen?
topic-need-by = Bis wann brauchen Sie es wirklich?
topic-where-now = Wo ist die Ware jetzt?
topic-how-many = Wie viele sind es, von wie vielen?
topic-other-lots = Sehen Sie es auch an anderen Losen?
topic-changed = Hat sich bei Ihnen in letzter Zeit etwas geändert?
topic-shown = Können Sie es mir zeigen? Ein Foto hilft.
topic-ordered = Was haben Sie bestellt, so wie Sie es sehen?
topic-got = Was haben Sie stattdessen bekommen?
topic-packed = Wie kam es an: Karton, Palette, Spuren?
topic-agreed = Wie haben Sie verstanden, was wir vereinbart hatten?
topic-paper = Wofür ist das Papier, und wer wartet darauf?
topic-came-across = Was wurde gesagt, und wie kam es an?
topic-safe-now = Sind jetzt alle in Sicherheit?
topic-helps = Was würde Ihnen jetzt am meisten helfen?

## Zurückgesagt

said-back-own-words = in eigenen Worten zurückgesagt
said-back-as-offered = in den vorgeschlagenen Worten zurückgesagt

## Ein Kontakt, der umgangen wird

avoided-looked = Sie haben das { $looks } Mal geöffnet, und noch hat niemand angerufen.
avoided-put-off = Der Anruf wurde zweimal verschoben, und noch hat niemand mit dem Kunden gesprochen.
avoided-handed-on = Das ging von Hand zu Hand, und noch hat niemand mit dem Kunden gesprochen.
avoided-only-wrote = Dem Kunden wurde zweimal geschrieben, und noch hat niemand mit ihm gesprochen.

## Was es uns gekostet hat

event-cost-recorded = Hat uns { $value } gekostet: { $what }
refusal-cost-after-impact = Schreiben Sie zuerst auf, was es für den Kunden bedeutet; dann, was es uns gekostet hat. Oder gehen Sie mit Namen und Begründung daran vorbei.
refusal-cost-without-words = Sagen Sie, wofür die Kosten waren: Ausschuss, Fracht, Stunden.
do-record-cost = Was es uns gekostet hat
do-record-cost-act = Kosten festhalten
do-record-cost-done = Die Kosten sind festgehalten. Der Kunde sieht sie nie.
do-record-cost-why = Nur für uns. Keine Frist, keine Reihenfolge und keine Option ändert sich dadurch.
form-cost-what = Wofür
form-cost-what-help = Ausschuss, Fracht, Stunden.
form-cost-value = Wie viel
form-cost-waits = Was es für den Kunden bedeutet, steht noch nicht da. Seine Seite kommt zuerst.
case-costs = Uns gekostet

## Ein Wort zum nächsten Geschäft, und wie die letzte Lieferung ankam

sales-title = Ein Wort zum nächsten Geschäft
sales-note = Vertriebskontakt notieren
sales-why = Makegood verkauft nichts. Es fragt nur, bevor Sie es tun, wie die letzte Lieferung ankam.
sales-open = Erst in Ordnung bringen, was offen ist
sales-open-why = Bei ihnen stimmt etwas nicht, und es ist nicht vorbei. Davon hören sie, und von nichts, was zu verkaufen ist.
sales-stop = Fragen Sie zuerst, wie die letzte Lieferung ankam
sales-stop-why = Niemand hat bisher gefragt, ob das so ankam, wie es bestellt war. Fragen Sie zuerst danach; dann sprechen Sie über das Nächste.
sales-ask-now = Jetzt fragen
sales-line = { $what }, geliefert am { $day }
sales-words = Worum es geht
sales-with = Mit wem
sales-despite = Warum Sie weitergehen, ohne zu fragen
sales-despite-help = Es bleibt mit Ihrem Namen stehen.
sales-keep = Notieren
sales-recent = Vertriebskontakte
sales-despite-said = ohne vorher zu fragen: { $why }
refusal-ask-how-the-last-went = Fragen Sie zuerst, wie die letzte Lieferung ankam. Oder schreiben Sie, warum Sie ohne weitergehen.
refusal-sales-about-what = Sagen Sie, worum es geht.
accounts-slack = Unsere Nachrichten über Verzug
accounts-slack-of = „passt noch“ gesagt: { $still } von { $of }

## Der Gesprächsbogen

talk-before = Vorher
talk-purpose = Sie möchten
talk-purpose-hear = alles hören, dann den nächsten Schritt
talk-purpose-news = es offen sagen und fragen: Passt es für Sie noch?
talk-purpose-decide = zwei Lösungswege vorstellen und hören, welcher gewählt wird
talk-purpose-update = sagen, wo es steht und was als Nächstes kommt
talk-purpose-word = vom Kunden hören, ob es gelöst ist
talk-need = Der Kunde braucht (sagen Sie es zurück)
talk-need-deadline = { $what }, { $at }
talk-need-by = wirklich gebraucht bis { $day }
talk-open-facts = Noch nicht bekannt
talk-their-time = Zeit beim Kunden
talk-prepared = Vorbereitete Auswege
talk-not-now = Jetzt nicht
talk-not-now-words = unsere Kosten · die Ursache · wessen Schuld es war
talk-phrase-opening = „Ich möchte verstehen, wie es dazu gekommen ist.“
talk-phrase-forward = Lassen Sie uns gemeinsam einen Weg finden.
talk-phrase-reflect = Ich höre heraus: { $words }.
talk-first = { $name }, ich sehe, was geschehen ist: { $title }. Ich kümmere mich jetzt darum.
talk-first-news = { $name }, ich habe eine Nachricht, und Sie sollen sie früh hören: { $title }. Passt das für Sie noch?
talk-first-again = { $name }, ich rufe an wie besprochen. So steht es: { $title }.
talk-we-see = Wir sehen es: { $title }.
talk-we-work = Ich kümmere mich jetzt darum, und wir bringen es in Ordnung.
talk-listening = Zuhören
talk-after = Danach
form-started = Wann es begann
form-ended = Wann es endete
form-no-visit = Warum nicht persönlich?
form-no-visit-help = Es ist schwerwiegend: Als Nächstes kommt ein Besuch oder ein Videogespräch, oder sagen Sie, warum nicht.
form-acknowledgement = Ihr erster Satz, Wort für Wort
form-we-see = Wir sehen das Problem
form-we-see-help = In klaren Worten benannt. Ändern Sie es in Ihre eigenen.
form-we-work = Wir arbeiten daran
form-we-work-help = Mit beiden Hälften ist die Frist für den ersten Kontakt gewahrt.
form-quick-words = Worte des Kunden
form-quick-words-help = Während der Kunde spricht, wird sonst nichts gefragt. Mit jeder Eingabetaste beginnt eine neue Zeile.
form-concerns = Was dem Kunden Sorgen macht
form-frustrations = Was den Kunden ärgert
form-suggestions = Was der Kunde vorschlägt
form-suggestions-help = Eines je Zeile; aus jedem wird eine Option, die wir beantworten.
form-reflect = Was ich gehört habe
form-reflect-help = In Ihren Worten, für seine.
form-correction = Was berichtigt wurde
form-tone-start = Ton am Anfang
form-tone-help = 1 verärgert, 5 entspannt.
form-tone-end = Ton am Ende
form-tone-end-help = Nötig, außer Sie waren vor Ort.
form-satisfied = Ist der Kunde damit zufrieden, wie wir reagiert haben?
form-satisfied-help = Ein Nein ruft sofort Leitung und Qualität.
form-said-promise = Ich habe zugesagt
form-said-promise-help = Mit ihrem Tag: „Sendungsnummer bis Freitag Mittag“. Daraus wird eine Zusage mit eigener Frist.
form-news-asked = Unsere Nachricht
form-facts = Fakten, nach der Aussprache
form-their-side-more = Mehr von der Seite des Kunden
form-questions = „Haben Sie noch Fragen?“ Was sie gefragt haben
form-what-we-said = Was wir gesagt haben
form-validated = Jede Sorge
form-validated-tick = jede Sorge bekam einen Satz, der sie ernst nimmt
form-apology = Die Entschuldigung, wie sie gesagt wurde
form-apology-help = Nach dem Zuhören: was wir getan haben, was es für den Kunden bedeutet, was wir jetzt tun.
form-we-understand = Zusicherung
form-we-understand-tick = ich habe gesagt: Wir verstehen, was Sie brauchen
form-shared-wish = Gemeinsamer Wunsch
form-shared-wish-tick = ich habe gesagt: Ich möchte genauso wie Sie, dass das in Ordnung kommt
form-everything-possible = Alles Mögliche
form-everything-possible-tick = ich habe gesagt: Wir tun alles, was möglich ist, und es gibt einen echten Schritt
form-what-we-asked = Was wir gefragt haben
form-what-else = „Was können wir auf Ihrer Seite noch tun?“
form-led-to-this = „Wie ist es aus Ihrer Sicht dazu gekommen?“
form-prevent-this = „Wie können wir es verhindern?“
form-what-we-saw = Was wir gesehen haben, und wann es endete
form-seen = Welchen Eindruck der Kunde machte
form-seen-note = Was wir sonst gesehen haben
form-decision-words = Wie es gesagt wurde
form-plan-agreed = Einverstanden

talk-ten-seconds = Zehn Sekunden: Atmen Sie durch. Der Kunde ärgert sich über die Lage, nicht über Sie. Sie dürfen jemanden mitnehmen oder übergeben.
talk-best-phone = Jetzt anrufen: Der Weg ({ $travel } Min.) dauert länger als die Zeit, die bleibt.
talk-best-visit = Heute hinfahren: Die Zeit reicht für den Weg ({ $travel } Min.). Oder jetzt anrufen und sagen, dass Sie kommen.
talk-best-way = Bester Weg
talk-support-first = Vor der Nachricht:
talk-support = „Wir verstehen, was Sie brauchen: { $need }. Das tun wir dafür: { $doing }.“
talk-support-unknown = „Wir möchten, dass Sie haben, was Sie brauchen, und ich werde Sie danach fragen. Das tun wir dafür: { $doing }.“
talk-support-doing = Ich kümmere mich selbst darum
ui-ask-first = Fragen Sie zuerst:
talk-ask-need = „Wofür brauchen Sie es, und bis wann brauchen Sie es wirklich?“
talk-also-open = Auch noch offen
talk-begin = Der Kunde ist am Apparat
open-and-listen = Öffnen: der Kunde ist am Apparat
talk-nobody-there = Nachricht hinterlassen, oder niemand da
talk-open-with = Zum Einstieg:
talk-heard-all = Der Kunde hat alles gesagt
talk-sorted = Was ihm Sorgen macht, was ihn ärgert, was er vorschlägt
talk-sort-help = Drücken Sie, was eine Zeile ist:
talk-is-worry = Sorge
talk-is-annoyance = Ärger
talk-is-idea = Idee
talk-curious = Neugierige Fragen, nach der Aussprache
talk-topics = Wonach Sie gefragt haben
talk-topics-help = In beliebiger Reihenfolge, in Ihren Worten. Behalten wird das Thema, nicht der Text.
talk-say-back = Sagen Sie zurück:
talk-start-from-it = Damit anfangen
talk-did-i = „Habe ich alles?“ Der Kunde sagte
did-i-all = ja, und das ist alles
did-i-more = ja, aber da ist noch mehr
did-i-corrected = nicht ganz, er hat mich berichtigt
talk-from-the-sentence = wie es der Satz sagt
talk-which-dimension = Der Satz sagt es nicht. Wählen Sie, was es trifft.
talk-minutes = Dauer in Minuten
talk-minutes-help = Die Uhr füllt das aus.
talk-minutes-needed = Wie viele Minuten hat es gedauert? Oder schreiben Sie unter „Was wir gesehen haben“, wann es begann.
talk-started-help = Nur, wenn es nicht eben war: „gestern 16:00“.
talk-next = Was als Nächstes geschieht
talk-next-contact-help = „morgen 9“, „Fr 10“, „ihr 9:00“, „in 2 h“. Daraus wird eine Zusage.
pick-two-hours = in 2 h
pick-tomorrow = morgen 9:00
pick-friday = Fr 10:00
pick-their-morning = morgen, ihr 9:00
talk-promise-when = Bis wann? Schreiben Sie es in den Satz: „Sendungsnummer bis Freitag Mittag“.
talk-more-promises = Weitere Zusagen
talk-came-up = Wenn es zur Sprache kam
talk-right-now = Gleich im Gespräch gelöst
talk-way-a = Der erste Weg
talk-way-b = Der zweite Weg
talk-way-help = Sagen Sie zuerst: „{ $phrase }“ Dann jeden Weg mit seinem Tag: „Neue Etiketten per Kurier, morgen 10“.
talk-way-when = Wann hat der Kunde es? Schreiben Sie es in den Satz: „Neue Etiketten per Kurier, morgen 10“.
talk-way-a-more = Mehr zum ersten Weg
talk-way-b-more = Mehr zum zweiten Weg
talk-they-chose = Gewählt wurde
talk-chose-a = der erste Weg
talk-chose-b = der zweite Weg
talk-chose-idea = der eigene Vorschlag des Kunden
talk-never-again = Damit es nicht wieder geschieht
talk-never-again-help = Mit ihrem Tag: „Vorlage berichtigen bis Mittwoch“. Oder „nichts, weil …“.
talk-never-when = Bis wann? Schreiben Sie es in den Satz: „Vorlage berichtigen bis Mittwoch“. Oder „nichts, weil …“.
talk-plan-agreed-tick = der Kunde stimmt zu, und wir auch: { $me } macht es so, wie gewählt
talk-plan-more = Der Plan, Schritt für Schritt

## Zurückgelesene Zeiten, gefundene Zusagen

read-both-clocks = { $ours } · { $theirs }
read-sentence = { $what }: { $at }
caught-title = In den Worten steht vielleicht eine Zusage von Ihnen:
caught-as-promise = { $what } bis { $at }
caught-take = Zusagen: { $what }, { $at }
caught-take-contact = Anruf zusagen: { $at }
caught-after = Das haben Sie vielleicht zugesagt. Ist es eine Zusage?
caught-keep = Ja, als Zusage festhalten

## Tasten und Teile

ui-stages = Die Teile dieses Bogens
ui-keys-talk = Auf einem Bogen
ui-key-go-on = Weiter, am Ende speichern
ui-key-next-part = Nächster Teil eines Bogens
checks-words-needed = Schreiben Sie auf, was der Kunde sagt. Der Fall beginnt mit diesen Worten.
checks-safety-help = Wenn es nicht in Ordnung ist: die erste Frage in jedem Fall.
checks-safety-needed = Fragen Sie zuerst: Ist jemand verletzt, oder könnte es? Der Fall beginnt mit der Antwort.

## Wonach gefragt wurde, in einem Wort

asked-their-words = seine eigenen Worte
asked-noticed = woran es bemerkt wurde
asked-use = wofür
asked-waits = wer wartet
asked-meanwhile = was inzwischen weitergeht
asked-partial = ob ein Teil hilft
asked-need-by = wann es wirklich gebraucht wird
asked-where-now = wo die Ware ist
asked-how-many = wie viele
asked-other-lots = andere Lose
asked-changed = was sich geändert hat
asked-shown = es gezeigt zu bekommen
asked-ordered = was bestellt war
asked-got = was ankam
asked-packed = wie es ankam
asked-agreed = was vereinbart war
asked-paper = wofür das Papier ist
asked-came-across = wie es ankam, was gesagt wurde
asked-safe-now = ob alle in Sicherheit sind
asked-helps = was helfen würde
case-asked-about = Gefragt nach:

## Das schwierige Gespräch

grievances-title = Was zwischen Ihnen liegt
grievances-why = Alles, was offen ist, und was in den letzten zwölf Monaten gelöst wurde. Räumen Sie mit allem auf.
grievances-this-one = dieser

## Nach dem Speichern

talk-said-as-offered = Festgehalten ist: Sie haben es in den vorgeschlagenen Worten zurückgesagt. Sagen Sie es nächstes Mal in Ihren; daran merkt der Kunde, dass Sie zugehört haben.
talk-seen-once = Sie waren dabei: Wie wirkte der Kunde? Noch einmal drücken lässt es offen.
talk-shared-wish-not-said = Nicht gesagt: dass wir es ebenso gelöst haben möchten.
talk-shared-wish-said = Gesagt: Wir möchten es ebenso gelöst haben.
hard-breathe = Der Kunde war am Ende noch verärgert. Atmen Sie durch: Es liegt an der Lage, nicht an Ihnen.
hard-colleague = Zum nächsten Gespräch jemanden mitnehmen, und es vorbereiten
hard-hand-over = Übergeben; niemand trägt es Ihnen nach
hard-support = Die Leitung um Hilfe bitten
hard-title = Das war schwer

## Hilfe beim Anfangen

start-title = Hilf mir anfangen
start-what = ein erster Satz, die Tatsachen und eine Frage, aus dem, was der Fall weiß
start-intro = Aus dem, was der Fall weiß, in der Sprache des Kunden. Sagen Sie es mit eigenen Worten; was in Klammern steht, weiß noch niemand, und damit geht nichts hinaus.
start-beginning = Zum Anfangen
start-hole = noch nicht bekannt:
start-call = Anrufen: das Gesprächsblatt öffnen
start-write = Als Zwischenstand schreiben
start-own-words = Es verspricht nichts: jeder Tag darin ist festgehalten.
start-apology-after-listening = Noch keine Entschuldigung: zuerst sprechen sie und hören, was Sie verstanden haben. Dann ist sie gefragt.
start-apology-after-answer = Noch keine Entschuldigung: zuerst sagen sie, ob es weh tut. Vielleicht passt es ihnen noch.
start-apology-not-ours = Dass es an uns lag, ist nicht bekannt. Dieser Text erkennt an und hilft; er nimmt keine Schuld und streitet keine ab.
start-phrases = Wendungen zum Anfangen
start-phrases-help = Zweimal wörtlich gesagt klingen sie auswendig gelernt. Machen Sie sie zu Ihren.
start-reflect = Wiedergeben, was Sie gehört haben
start-invite = Zu einem Gespräch einladen
