# Potwierdzenie przyjęcia pisemnej reklamacji, tak jak czyta je klient.
receipt-subject = Państwa wiadomość dotarła
receipt-hello = Dzień dobry, { $name },
receipt-arrived = Dziękujemy, że nam Państwo o tym powiedzieli. Państwa wiadomość dotarła. Zajmuje się nią { $person }.
receipt-arrived-about = Dziękujemy, że nam Państwo o tym powiedzieli. Państwa wiadomość „{ $subject }” dotarła. Zajmuje się nią { $person }.
receipt-call = { $person } zadzwoni do { $when } ({ $zone }).
receipt-call-next = { $person } zadzwoni w pierwszej kolejności.
receipt-number = Nasz numer tej sprawy to { $case }. To potwierdzenie napisał program; odpowiedź na nie przeczyta { $person }.
