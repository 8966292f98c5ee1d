# Was eine Person des Kunden über ihren Link tut: wie es ihr und uns gesagt wird, und warum etwas nicht geht.

## Das lesen Kolleginnen und Kollegen

event-corrected = { $by } berichtigt { $about }: „{ $words }“
event-plan-agreed-by-them = { $them } hat dem Plan (Fassung { $version }) zugestimmt. Unser Ja fehlt noch.
event-plan-agreed-by-us = { $us } hat dem Plan (Fassung { $version }) für uns zugestimmt. Das Ja des Kunden fehlt noch.
event-taking-part-declined = { $by } möchte nicht selbst mitwirken: „{ $words }“
corrects-heard = was wir verstanden haben
corrects-plan = den Plan
notice-they-acted = { $case } „{ $title }“: { $by } { $did }.
notice-they-disagree = { $case } „{ $title }“: Bei diesem Kunden wählen nicht alle dasselbe. { $by } sagt: „{ $words }“ Sprechen Sie mit ihnen, und halten Sie fest, worauf sie sich einigen.
they-harm-described = sagt, was es für den Kunden bedeutet
they-reaction-recorded = hat auf unsere Nachricht geantwortet
they-concern-answered = sagt, dass eine Sorge erledigt ist
they-question-asked = fragt etwas und wartet auf eine Antwort
they-corrected = sagt, dass etwas bei uns nicht stimmt, und wartet auf eine Antwort
they-option-added = schlägt einen Weg vor
they-decision-recorded = hat sich entschieden
they-plan-agreed = hat dem Plan zugestimmt
they-plan-agreed-by-one = hat dem Plan zugestimmt; Ihr Ja fehlt
they-taking-part-declined = hat dem Plan zugestimmt und überlässt uns das Tun
they-step-settled = sagt, wie ein eigener Schritt ausgegangen ist
they-delivery-changed = möchte anders beliefert werden
they-word-given = hat gesagt, ob es gelöst ist
they-withdrawn-by-customer = lässt es ruhen
they-case-reopened = sagt, dass es nicht gelöst ist
they-case-opened = sagt, dass etwas nicht gut angekommen ist
they-follow-up-recorded = sagt, dass es noch hält
case-disputed-title = Was gewählt wurde
case-chose-none = { $by } sagt, dass nichts passt.
case-disputed = Beim Kunden wählen nicht alle dasselbe. Sprechen Sie mit ihnen, und halten Sie fest, worauf sie sich einigen.
do-correct-us = Der Kunde berichtigt uns
do-correct-us-act = Berichtigung festhalten
do-correct-us-done = Die Berichtigung ist festgehalten. Wir schulden eine Antwort.
form-agreed-by-us-only = Noch niemand: Nur wir stimmen zu, der Kunde wird über seinen Link gefragt
form-agreed-by-help = Der Plan gilt, wenn beide Seiten zugestimmt haben.
form-corrected-by = Wer es sagt
form-corrects = Was nicht stimmt
form-their-correction = In den Worten des Kunden

## Das liest der Kunde

told-corrected-heard = Sie haben berichtigt, was wir verstanden hatten: „{ $words }“
told-corrected-plan = Sie haben um eine Änderung des Plans gebeten: „{ $words }“
told-plan-agreed-by-you = Sie haben dem Plan zugestimmt: { $steps }. Unser eigenes Ja folgt.
told-plan-agreed-by-us = { $us } hat diesem Plan für uns zugestimmt: { $steps }. Er gilt, wenn auch Sie zustimmen.
told-taking-part-declined = Sie überlassen uns das Tun: „{ $words }“
told-step-skipped = Weggelassen: { $text }. { $reason }
told-concern-settled = Sie haben gesagt, dass dies erledigt ist: „{ $words }“
told-deadline-said = Sie brauchen es bis { $at }: { $what }
told-reaction = Sie haben gesagt: { $reaction }. { $words }
told-reaction-unknown = noch keine Antwort
told-reaction-still-works = es passt weiterhin
told-reaction-works-with-changes = es passt mit Änderungen
told-reaction-hurts = es trifft Sie
told-reaction-must-check = Sie prüfen es

## Warum nicht, und was dann hilft, in ihren Worten

refusal-not-your-case = Das ist kein Fall Ihrer Firma. Öffnen Sie den Link in unserer letzten Nachricht, oder rufen Sie uns an.
refusal-speaks-for-another = Auf dieser Seite sprechen Sie für sich selbst. Wer sonst bei Ihnen antwortet, tut es über den eigenen Link.
refusal-filled-in-by-us = Das tragen wir selbst ein. Lassen Sie es weg, und senden Sie das Übrige.
refusal-step-is-ours = Dieser Schritt ist unserer. Wir sagen Ihnen, wenn er getan ist; fragen Sie uns, wenn Sie darauf warten.
refusal-hurt-until-we-spoke = Hier steht, dass jemand verletzt ist oder es werden könnte. Rufen Sie uns an, damit wir von Ihnen hören, dass es nicht so ist.
refusal-plan-is-another = Der Plan hat sich geändert, seit Sie ihn gelesen haben; er steht jetzt bei Fassung { $version }. Lesen Sie ihn, und stimmen Sie dann zu.
refusal-plan-agreed-already = Dieses Ja zum Plan gibt es schon. Mehr ist nicht zu tun.
refusal-agreed-so-ask-us = Wir tun, was Sie gewählt haben. Wenn es anders sein soll, bitten Sie um eine Änderung des Plans, oder rufen Sie uns an.
refusal-say-how-we-help = Nichts passt: Sagen Sie uns, wie wir helfen können, und wir suchen andere Wege.
refusal-tick-each-need = Haken Sie alles ab, was erledigt ist. Wenn etwas davon nicht erledigt ist, sagen Sie, dass es nicht gelöst ist.
refusal-say-whether-you-take-part = Sagen Sie uns, ob Sie selbst mitwirken oder es lieber uns überlassen.
refusal-say-whether-in-time = Sagen Sie uns, ob es für Sie rechtzeitig war.
refusal-we-owe-an-answer = Wir schulden Ihnen noch eine Antwort. Zuerst bekommen Sie diese, dann geht es hier weiter.
refusal-we-owe-what-happened = Wir schulden Ihnen noch, was geschehen ist. Das hören Sie zuerst von uns, dann sagen Sie, ob es gelöst ist.
refusal-say-it-in-your-words = Sagen Sie es uns in ein paar eigenen Worten.
refusal-not-asked-yet = So weit sind wir noch nicht. Das geht, sobald wir unseren Teil getan haben; wir sagen es Ihnen dann.
refusal-plan-not-ready = Wir sind damit noch nicht fertig. Wir sagen es Ihnen, sobald wir so weit sind.
refusal-option-not-there = Diesen Weg können Sie nicht mehr wählen. Sehen Sie sich die anderen an, oder sagen Sie uns, was Sie brauchen.
refusal-we-are-at-it = Wir arbeiten daran. Stellen Sie uns eine Frage, oder rufen Sie uns an.
refusal-you-gave-your-word = Wir haben Ihr Wort schon. Wenn es doch nicht gelöst ist, öffnen Sie es wieder.
refusal-closed-for-now = Dies ist abgeschlossen. Wenn es nicht gelöst ist, öffnen Sie es mit einer Zeile wieder.
refusal-enough-for-now = Sie haben uns viel gesagt, worauf wir noch nicht geantwortet haben. Zuerst antworten wir; rufen Sie an, wenn es nicht warten kann.
refusal-call-us-with-it = Das können wir hier gerade nicht annehmen. Rufen Sie uns damit an; Ihre Worte stehen noch im Formular.
