# Słowo klienta i to, co po nim: to, co czyta klient.

told-escalated = Zajmują się tym teraz także u nas osoby z kierownictwa i z działu jakości.
told-word-asked = Zapytaliśmy Państwa: czy sprawa jest rozwiązana?
told-word-solved = Powiedzieli Państwo, że sprawa jest rozwiązana: „{ $words }”
told-word-not-solved = Powiedzieli Państwo, że sprawa nie jest rozwiązana: „{ $words }” Szukamy z Państwem innej drogi.
told-word-not-given = Nie wiemy jeszcze, czy sprawa jest rozwiązana. Pozostaje dla Państwa otwarta: wystarczy jedno słowo.
told-withdrawn = Nie chcą Państwo dalej tego prowadzić: „{ $words }” Jeśli problem wróci, prosimy o słowo.
told-follow-up-ok = Zadzwoniliśmy, żeby zapytać, czy wszystko jest w porządku.
told-since-solved-ok = Usłyszeliśmy od Państwa, że nadal wszystko jest w porządku.
told-case-closed = { $message }
told-case-reopened = Powiedzieli Państwo, że sprawa nie jest rozwiązana: „{ $words }” Jest znowu otwarta; zadzwonimy.
told-case-handed-over = Sprawę prowadzi teraz dla Państwa { $to }.
told-case-merged = Sprawa jest prowadzona dalej pod numerem { $number }. Wszystko, co obiecaliśmy, przechodzi razem z nią.
told-merged-here = Sprawa { $number } jest od teraz prowadzona tutaj.
told-case-split = „{ $into }” ma własny numer: { $number }.
told-did-not-hold = Powiedzieliśmy Państwu, że to, co uznaliśmy za trwałe, jednak nie wystarczyło: „{ $words }”
told-improvement = { $letter }
told-not-agreed = Co nadal dla Państwa robimy: { $still } { $goodwill }
told-mediation = { $mediator } pomaga obu stronom, bezstronnie.
told-outcome-proposed = { $words } To jest propozycja; obowiązuje, gdy zgodzą się obie strony.

refusal-link-in-mediation = W tej sprawie nikt teraz nie pośredniczy, więc nie ma do kogo pisać.
refusal-only-their-word-solves = Tylko Państwo mogą powiedzieć, że sprawa jest rozwiązana.
refusal-only-they-reopen = Sprawa otwiera się ponownie na Państwa słowo.
refusal-only-they-withdraw = Tylko Państwo mogą zrezygnować z tej sprawy.
