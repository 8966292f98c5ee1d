# Strona klienta po dostawie, odczytanie zmienionej dostawy i słowo kilka dni po rozwiązaniu.

theirs-arrivals = Czy wszystko dotarło, jak trzeba?
theirs-arrivals-lead = To dostarczyliśmy do { $name }. Do każdej dostawy mamy dwa krótkie pytania.
theirs-arrivals-how = Niczego nie trzeba wypełniać. Co zostanie bez odpowiedzi, pozostaje otwarte: milczenia nie bierzemy za zgodę.
theirs-arrivals-none = Nie ma teraz pytań. Dziękujemy.
theirs-arrivals-came = dostarczono: { $day }
theirs-arrivals-order = Zamówienie { $order }
theirs-arrivals-ordered = Czy to jest to, co zostało zamówione?
theirs-arrivals-fine = Czy wszystko jest w porządku?
theirs-arrivals-wrong = Coś jest nie tak
theirs-arrivals-words = Co jest nie tak, własnymi słowami
theirs-arrivals-act = Wyślij odpowiedzi
theirs-arrivals-all = { $count ->
    [one] Zgodne z zamówieniem, wszystko w porządku
    [few] Wszystkie { $count } są w porządku
   *[other] Wszystkie { $count } są w porządku
 }
theirs-arrivals-done = Dziękujemy. Odpowiedź dotarła.
theirs-arrivals-wrong-done = Przyjęliśmy to, słowo w słowo. Zadzwonimy.
theirs-arrivals-told = Co usłyszeliśmy od Państwa
theirs-arrivals-said-fine = w porządku
theirs-arrivals-said-wrong = nie w porządku; zajmujemy się tym
theirs-arrivals-after-all = Jeśli coś jednak jest nie tak, prosimy zadzwonić.
theirs-arrivals-nothing-said = Prosimy odpowiedzieć choć na jedną dostawę albo zostawić stronę bez zmian.
theirs-arrivals-answer-both = Prosimy odpowiedzieć na oba pytania albo oba zostawić otwarte.
theirs-arrivals-words-needed = Prosimy napisać w kilku słowach, co jest nie tak.
theirs-arrivals-safety-needed = Prosimy najpierw napisać, czy komuś coś się stało lub mogło stać.
theirs-arrivals-both-ways = Jest tu napisane, że coś jest nie tak. Prosimy zaznaczyć „nie” przy jednym z pytań albo usunąć te słowa.
theirs-arrivals-all-but = Przy jednej z dostaw jest zaznaczone, że coś jest nie tak. Prosimy wysłać odpowiedzi drugim przyciskiem.
theirs-arrivals-answered = Ktoś już odpowiedział w sprawie tej dostawy. Państwa słowa nadal tu są: prosimy z nimi zadzwonić, żeby nic nie przepadło.
theirs-arrivals-not-asked = W sprawie tej dostawy nie można tu teraz odpowiedzieć. Państwa słowa nadal tu są: prosimy z nimi zadzwonić.
theirs-arrivals-gone = Tej dostawy nie ma już na stronie. Prosimy zadzwonić z tym, co jest tu napisane: „{ $words }”

## Zmieniona dostawa, odczytana

theirs-delivery-read-back = Czy dobrze zrozumieliśmy?
theirs-delivery-read-back-why = Nic jeszcze nie zostało zmienione. Zmiana obowiązuje po potwierdzeniu.
theirs-delivery-as-it-is = bez zmian
theirs-delivery-yes = Tak, proszę zmienić
theirs-delivery-again = Nie, popraw

## Kilka dni po rozwiązaniu

theirs-since-solved = Napisz, czy nadal jest dobrze
theirs-since-solved-why = Gdy tylko będzie to wiadomo. I tak jeszcze zadzwonimy.
theirs-since-solved-act = Wyślij odpowiedź
theirs-since-solved-done = Dziękujemy. Odpowiedź dotarła.
theirs-field-holds = Czy nadal jest dobrze?
theirs-holds-ok = Tak, jest dobrze
theirs-holds-not-ok = Nie, problem wrócił
theirs-field-since = Czy coś się od tego czasu wydarzyło? Jeśli problem wrócił: co to jest?
theirs-field-call-first = Czy następnym razem najpierw zadzwonią Państwo do nas?
theirs-field-strength = Jak mocna jest teraz nasza współpraca?
theirs-strength-1 = 1, słaba
theirs-strength-2 = 2
theirs-strength-3 = 3
theirs-strength-4 = 4
theirs-strength-5 = 5, mocna
