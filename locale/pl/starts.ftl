# Pomoc na początek: pierwsze zdania z tego, co wiadomo o sprawie, w języku klienta. To, czego nikt nie wie, stoi w nawiasach
# kwadratowych i z nimi nic nie wychodzi. Żadne zdanie niczego nie obiecuje: dzień jest tu dlatego, że jest zapisany.
starts-problem = Dziękujemy, że nam Państwo o tym powiedzieli. Powiedzieli nam Państwo: { $problem }
starts-found = Oto, co zauważyliśmy: { $problem }
starts-news = Mam dla Państwa wiadomość: { $problem }
starts-day = Termin to teraz { $new }; wcześniej mówiliśmy: { $old }.
starts-day-new = Termin to teraz { $new }.
starts-effect = Co to dla Państwa oznacza: { $effect }
starts-effect-gap = Co to dla Państwa oznacza: [co to oznacza dla klienta?].
starts-effect-asked = Nie wiem jeszcze, co to dla Państwa oznacza.
starts-own-ours = To był nasz błąd: { $part }
starts-own-shared = Najpierw nasz błąd w tej sprawie: { $part }
starts-sorry-ours = Przepraszam za nasz błąd: { $part }
starts-sorry-shared = Przepraszam za nasz błąd w tej sprawie: { $part }
starts-part-gap = [co zrobiliśmy?]
starts-unknown = Jak do tego doszło, jeszcze nie wiemy.
starts-done = Zrobione do tej pory: { $what }
starts-step = Następny krok: { $what }, do { $at }.
starts-step-gap = Następny krok: [co i do kiedy?].
starts-next-gap = [kiedy klient usłyszy od nas?]
starts-help = Chcę Państwu w tym pomóc. Co jest teraz najpilniejsze?
starts-still-works = Czy to Państwu nadal odpowiada?
starts-reflect-1 = Rozumiem to tak: { $concern } Czy się zgadza?
starts-reflect-2 = Powtórzę Państwa słowa: { $concern } Czego brakuje?
starts-reflect-3 = Najbardziej ciąży chyba to: { $concern } Czy tak jest?
starts-invite-1 = Chcę zrozumieć, jak do tego doszło. Kiedy możemy porozmawiać?
starts-invite-2 = Chcę razem z Państwem znaleźć wyjście. Która godzina Państwu pasuje?
starts-invite-3 = Najpierw chcę to usłyszeć od Państwa: co się stało i co to dla Państwa oznacza.
