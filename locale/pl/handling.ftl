# Jak postępujemy, gdy coś pójdzie nie tak: na co może liczyć każdy klient, do przeczytania dla wszystkich.

theirs-handling-title = Co robimy, gdy coś pójdzie nie tak
theirs-handling-lead = Jeśli coś poszło nie tak z naszą dostawą lub pracą, mogą Państwo liczyć na to, co poniżej.
theirs-handling-promises = Na co mogą Państwo liczyć
theirs-handling-voice-title = Szybka rozmowa z człowiekiem
theirs-handling-voice = Gdy się o tym dowiemy, ktoś od nas dzwoni { $within }. Jeśli komuś może się coś stać, coś u Państwa stoi albo do Państwa terminu jest mniej niż 48 godzin, dzwonimy { $urgent }.
theirs-handling-person-title = Jedna osoba jest dla Państwa
theirs-handling-person = Wiadomo z imienia i nazwiska, kto się tym zajmuje, z numerem i godzinami. Ta osoba zostaje przy sprawie do końca; jeśli ktoś ją przejmie, powiemy kto.
theirs-handling-next-word-title = Wiadomo, kiedy się odezwiemy
theirs-handling-next-word = Przy każdej rozmowie podajemy termin następnej wiadomości. Nawet gdy nie ma nic nowego, odzywamy się { $within }. To, co ustalono i kto co robi, przysyłamy na piśmie { $summary }.
theirs-handling-ways-title = Wybór należy do Państwa
theirs-handling-ways = Gdy zrozumiemy, co to dla Państwa oznacza, przedstawiamy obok siebie co najmniej dwa rozwiązania: { $within }. Można wybrać jedno, powiedzieć, że żadne nie odpowiada, albo zaproponować własne; na propozycję odpowiadamy { $answer }.
theirs-handling-their-word-title = Tylko Państwo mówią, że sprawa jest rozwiązana
theirs-handling-their-word = Nikt u nas nie może uznać jej za rozwiązaną; mogą to zrobić tylko Państwo. Gdyby problem wrócił, wystarczy jedno zdanie, żeby otworzyć sprawę ponownie, bez względu na to, ile czasu minęło.
theirs-handling-call-after-title = Dzwonimy jeszcze raz
theirs-handling-call-after = Po Państwa słowie, że sprawa jest rozwiązana, dzwonimy jeszcze raz i pytamy, czy nadal wszystko jest w porządku: { $within }.
theirs-handling-learned-title = Wyciągamy wnioski
theirs-handling-learned = Szukamy tego, co do tego doprowadziło, i to zmieniamy. Gdy zmiana się sprawdzi, opowiadamy o niej { $within }.
theirs-handling-hours = Nasze godziny pracy: { $hours } ({ $zone }). Czas roboczy liczymy według Państwa godzin i według naszych; obowiązuje termin, który mija wcześniej.
theirs-handling-within = w ciągu { $time }
theirs-handling-within-grave = w ciągu { $time }, a gdy wiele od tego zależy, w ciągu { $grave }
theirs-handling-length-working-hours = { $n ->
    [one] { $n } godziny roboczej
   *[other] { $n } godzin roboczych
}
theirs-handling-length-working-minutes = { $n ->
    [one] { $n } minuty roboczej
   *[other] { $n } minut roboczych
}
theirs-handling-length-working-days = { $n ->
    [one] { $n } dnia roboczego
   *[other] { $n } dni roboczych
}
theirs-handling-length-hours = { $n ->
    [one] { $n } godziny, w dzień i w nocy
   *[other] { $n } godzin, w dzień i w nocy
}
theirs-handling-length-minutes = { $n ->
    [one] { $n } minuty, w dzień i w nocy
   *[other] { $n } minut, w dzień i w nocy
}
theirs-handling-reach = Jak się z nami skontaktować
theirs-handling-reach-help = Coś jest teraz nie tak? Prosimy zadzwonić do znanej osoby u nas albo tutaj:
theirs-handling-figures = Co z tego wyszło
theirs-handling-figures-help = Ostatnie dwanaście miesięcy, policzone ze wszystkich problemów w naszych zapisach. Żadnego klienta nie da się z nich rozpoznać.
theirs-handling-figure-in-time = Zadzwoniliśmy na czas
theirs-handling-figure-to-voice = Połowa klientów rozmawiała z nami, licząc od chwili, gdy się dowiedzieliśmy, w ciągu
theirs-handling-figure-kept = Dotrzymane obietnice, spośród tych, których termin minął
theirs-handling-figure-solved = Połowa problemów była rozwiązana, według słowa klienta, w ciągu
theirs-handling-figure-holds = Rozwiązane i nieotwarte ponownie w ciągu 90 dni
theirs-handling-n = (policzono: { $n })
theirs-handling-of = { $hits } z { $of }
theirs-handling-percent = { $percent }%
theirs-handling-few = jeszcze za mało
theirs-handling-so-far = Na co mogą Państwo liczyć
theirs-handling-so-far-short = do tej pory { $done } z { $of }
theirs-handling-done = zrobione
theirs-handling-to-come = jeszcze przed nami
