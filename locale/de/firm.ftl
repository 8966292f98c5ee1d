# Warum eine Einstellung nicht gespeichert wurde: Personen, Kunden, Ansprechpartner, Kalender, Fristen, Schlüssel. Was nicht stimmt, und wie es weitergeht.

refusal-no-such-person = Diese Person gibt es hier nicht mehr. Gehen Sie zurück zur Liste, und sehen Sie noch einmal nach.
refusal-too-many-people = Makegood hat Platz für höchstens { $most } Personen. Ändern Sie stattdessen eine, die gegangen ist.
refusal-person-name = Schreiben Sie einen Namen, höchstens { $most } Zeichen.
refusal-email-unlikely = Das kann keine Mailadresse sein. Schreiben Sie sie als name@firma.example.
refusal-email-taken = Jemand mit dieser Mailadresse ist schon hier. Öffnen Sie stattdessen diesen Eintrag.
refusal-zone-unknown = Die Zeitzone „{ $zone }“ ist nicht bekannt. Wählen Sie eine wie Europe/Berlin.
refusal-person-without-role = Wählen Sie mindestens eine Rolle; ohne eine könnte die Person hier nichts tun.
refusal-quiet-hours-odd = Ruhezeiten sind zwei Uhrzeiten, etwa 20:00 bis 07:00. Geben Sie beide so an.
refusal-language-odd = Wählen Sie eine der Sprachen aus der Liste, oder lassen Sie den Browser entscheiden.
refusal-last-administrator = Das ist die letzte Person in der Administration. Geben Sie diese Rolle zuerst jemand anderem.
refusal-token-name = Benennen Sie den Schlüssel danach, wer ihn benutzen wird, höchstens { $most } Zeichen.
refusal-too-many-tokens = Sie haben { $most } gültige Schlüssel. Sperren Sie zuerst einen, den Sie nicht mehr brauchen.

refusal-no-such-account = Diesen Kunden gibt es nicht. Wählen Sie einen aus der Liste, oder fügen Sie ihn zuerst hinzu.
refusal-account-name = Schreiben Sie den Namen der Firma, höchstens { $most } Zeichen.
refusal-reference-taken = Ein anderer Kunde hat diese Nummer. Öffnen Sie stattdessen diesen Kunden, oder lassen Sie das Feld leer.
refusal-strength-odd = Die Stärke einer Beziehung ist eine Zahl von 1 bis 5, oder leer.
refusal-too-many-entries = Davon gibt es zu viele: Höchstens { $most } sind möglich. Entfernen oder ändern Sie etwas, das nicht mehr gebraucht wird.
refusal-no-such-contact = Diesen Ansprechpartner gibt es nicht mehr. Gehen Sie zurück zum Kunden, und sehen Sie noch einmal nach.

refusal-no-such-calendar = Diesen Kalender gibt es nicht. Wählen Sie einen aus der Liste, oder fügen Sie ihn zuerst hinzu.
refusal-calendar-name = Schreiben Sie einen Namen für den Kalender, höchstens { $most } Zeichen.
refusal-calendar-name-taken = Einen Kalender mit diesem Namen gibt es schon. Ändern Sie jenen, oder wählen Sie einen anderen Namen.
refusal-calendar-in-use = Kunden oder die Firma selbst zählen mit diesem Kalender. Geben Sie ihnen zuerst einen anderen.
refusal-calendar-never-open = Dieser Kalender hat gar keine Zeiten. Öffnen Sie ihn für mindestens eine Spanne an einem Wochentag.
refusal-calendar-window-reversed = Eine Spanne endet, bevor sie beginnt. Arbeit über Mitternacht endet nach 24:00: 22:00 bis 30:00.
refusal-calendar-window-out-of-range = Eine Spanne beginnt an ihrem eigenen Tag und endet spätestens am Ende des nächsten. Ändern Sie Anfang oder Ende.
refusal-calendar-windows-overlap = Zwei Spannen überschneiden sich. Machen Sie eine daraus, oder lassen Sie die erste enden, bevor die zweite beginnt.
refusal-calendar-too-many-windows = Ein Tag hat zu viele Spannen. Mehr als zwei Dutzend gehen nicht; fassen Sie einige zusammen.
refusal-calendar-too-many-exceptions = Es gibt zu viele besondere Tage. Entfernen Sie die vergangener Jahre.
refusal-calendar-unknown-country = Von diesem Land haben wir keine Feiertage. Wählen Sie ein anderes, oder keines, und tragen Sie die Tage als besondere Tage ein.
refusal-calendar-unknown-region = Diese Region gibt es in diesem Land bei uns nicht. Wählen Sie eine andere, oder lassen Sie das Feld leer.
refusal-calendar-unknown-zone = Die Zeitzone dieses Kalenders ist nicht bekannt. Wählen Sie eine wie Europe/Berlin.

refusal-setting-changed-meanwhile = Jemand anderes hat das inzwischen geändert. Sehen Sie es sich noch einmal an; was Sie geschrieben haben, steht noch da.
refusal-policy-no-hard-actions = Die Liste der harten Maßnahmen darf nicht leer sein: Manche brauchen in jedem Fall einen zweiten Namen. Behalten Sie mindestens eine.
refusal-policy-warn-share = Die Warnung kommt, wenn 1 bis 99 Prozent der Zeit verbraucht sind. Geben Sie eine Zahl dazwischen an.
refusal-policy-clock-missing = Eine Frist hat keine Länge. Geben Sie jeder Frist eine für jede Schwere.
refusal-policy-zero-length = Eine Frist ohne Länge wäre immer überfällig. Geben Sie ihr mindestens eine Minute oder einen Tag.
