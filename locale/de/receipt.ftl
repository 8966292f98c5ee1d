# Die Empfangsbestätigung einer schriftlichen Beschwerde, wie der Kunde sie liest.
receipt-subject = Ihre Nachricht ist angekommen
receipt-hello = Guten Tag { $name },
receipt-arrived = Danke, dass Sie es uns gesagt haben. Ihre Nachricht ist angekommen und liegt bei { $person }.
receipt-arrived-about = Danke, dass Sie es uns gesagt haben. Ihre Nachricht „{ $subject }“ ist angekommen und liegt bei { $person }.
receipt-call = { $person } ruft Sie bis { $when } an ({ $zone }).
receipt-call-next = { $person } ruft Sie als Nächstes an.
receipt-number = Bei uns hat sie die Nummer { $case }. Diese Bestätigung hat ein Programm geschrieben; was Sie darauf antworten, liest { $person }.
