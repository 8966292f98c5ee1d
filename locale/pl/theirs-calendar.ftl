# To, co obiecaliśmy, we własnym kalendarzu klienta: wpisy, adres i sposób dodania.

## Wpisy

theirs-feed-name = { $firm }: { $number }
theirs-feed-next = { $firm }: kontakt z naszej strony ({ $name })
theirs-feed-check-in = { $firm }: zapytamy, jak idzie ({ $name })
theirs-feed-follow-up = { $firm }: zadzwonimy zapytać, czy nadal wszystko w porządku ({ $name })
theirs-feed-promise = { $firm }, obietnica: { $words }
theirs-feed-our-step = { $firm }: { $words }
theirs-feed-your-step = Po Państwa stronie, dla { $firm }: { $words }
theirs-feed-done = Zrobione: { $what }
theirs-feed-broken = Niedotrzymane: { $what }
theirs-feed-off = Odwołane: { $what }
theirs-feed-by = Najpóźniej { $when } Państwa czasu ({ $zone })
theirs-feed-who = Wykonuje: { $name }
theirs-feed-about = Dotyczy: { $title }
theirs-feed-person = Osoba do kontaktu: { $name }
theirs-feed-person-phone = Osoba do kontaktu: { $name }, { $phone }

## Strona

theirs-calendar = W Państwa kalendarzu
theirs-calendar-way = Nasze terminy w Państwa kalendarzu
theirs-calendar-why = Wszystko, co obiecaliśmy na konkretny termin, oraz Państwa własne kroki, w kalendarzu, z którego i tak Państwo korzystają. Gdy termin się zmieni albo odpadnie, kalendarz sam za tym podąży.
theirs-calendar-show = Pokaż adres mojego kalendarza
theirs-calendar-subscribe = Subskrybuj teraz
theirs-calendar-address = Adres
theirs-calendar-secret = Jest tylko dla Państwa: kto go ma, może przeczytać te terminy i nic więcej. Traci ważność razem z Państwa linkiem.
theirs-calendar-how = Jak go dodać
theirs-calendar-outlook = Outlook
theirs-calendar-outlook-how = Kalendarz → Dodaj kalendarz → Subskrybuj z internetu. Wkleić adres.
theirs-calendar-google = Kalendarz Google
theirs-calendar-google-how = Na komputerze: Inne kalendarze → + → Z adresu URL. Wkleić adres.
theirs-calendar-apple = iPhone, iPad, Mac
theirs-calendar-apple-how = Nacisnąć „Subskrybuj teraz”. Albo na Macu: Kalendarz → Plik → Nowa subskrypcja kalendarza.
theirs-calendar-late = Niektóre programy sprawdzają zmiany tylko kilka razy dziennie. To, co obowiązuje teraz, jest zawsze na Państwa stronie.
theirs-calendar-calls = Umówione rozmowy
theirs-calendar-calls-why = Pojedyncza rozmowa do kalendarza, bez żadnej subskrypcji.
theirs-calendar-call = Odezwiemy się najpóźniej { $when } ({ $name })
theirs-calendar-take = Dodaj do mojego kalendarza
theirs-calendar-take-off = Usuń z mojego kalendarza
