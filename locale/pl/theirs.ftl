# Własna strona klienta o jego sprawie i formularze na niej. Proste słowa dla kogoś, kto czeka; bez obwiniania.

theirs-foot = To Państwa strona. Samo jej otwarcie niczego nie zmienia; zmienia tylko naciśnięcie przycisku.
theirs-gone-title = Ten link już nie działa
theirs-gone = Mógł stracić ważność, zostać zastąpiony nowszym albo zostać po drodze ucięty.
theirs-gone-call = Prosimy zadzwonić do osoby, od której przyszedł. Wyśle nowy.
theirs-gone-call-firm = Prosimy zadzwonić do osoby, z którą mają Państwo kontakt w firmie { $firm }. Wyśle nowy link.
theirs-back = Wróć do strony
theirs-only-reads-title = Z tym linkiem można czytać
theirs-reads-only = Ta strona została przekazana do przeczytania. Odpowiada, wybiera i decyduje { $name }, przez własny link.

## Na czym stoimy

theirs-stands-chosen = Rozwiązanie zostało wybrane. Nasz plan jest w drodze.
theirs-stands-preparing = Przygotowujemy rozwiązania do wyboru.
theirs-next = Odezwiemy się najpóźniej
theirs-next-missed = Mieliśmy się odezwać najpóźniej
theirs-next-call = To nasza wina. Jeśli nie może to czekać, prosimy zadzwonić od razu.
theirs-next-none = Nie podaliśmy jeszcze, kiedy odezwiemy się ponownie. Wystarczy zapytać, a podamy termin.
theirs-person = Osoba, która się tym u nas zajmuje
theirs-there = Dla Państwa { $day }, od { $from } do { $to } Państwa czasu
theirs-message-hours = Dostępność w dni robocze od { $from } do { $to } Państwa czasu.
theirs-message-page = Na czym stoi sprawa: { $page }

## Co usłyszeliśmy

theirs-heard = Co usłyszeliśmy od Państwa
theirs-heard-nothing = Tylko zdanie u góry. Prosimy napisać, co to dla Państwa oznacza.
theirs-impacts = Co to dla Państwa oznacza
theirs-deadline = Państwa termin
theirs-needs = Co Państwa niepokoi i czego Państwu potrzeba
theirs-settled = (załatwione, zgodnie z Państwa słowem)
theirs-questions = Państwa pytania
theirs-no-questions = Nie ma jeszcze żadnych pytań.
theirs-answer-owed = Jesteśmy winni odpowiedź.

## Rozwiązania

theirs-ways = Możliwe rozwiązania
theirs-ways-none = Nie ma jeszcze nic do wyboru. Może jest już jakiś pomysł?
theirs-ways-being-made = Przygotowujemy nowe rozwiązania i je przedstawimy.
theirs-ways-earlier = O jakich rozwiązaniach rozmawialiśmy wcześniej
theirs-chose = Wybór ({ $name }): { $what }
theirs-none-fitted = Nic nie odpowiada ({ $name })
theirs-chosen = To Państwa wybór.
theirs-proposal = Państwa własna propozycja
theirs-proposal-waits = Jesteśmy winni odpowiedź na nią.
theirs-proposal-taken = Możemy to zrobić.
theirs-proposal-partly = Możemy zrobić część tego.
theirs-proposal-not-taken = Nie możemy tego zrobić. Odpowiedź jest niżej, wśród tego, co powiedzieliśmy.
theirs-choose-one = Prosimy wybrać jedno z nich.

## Plan

theirs-plan = Nasz plan
theirs-agreed = Jest zgoda: { $name }.
theirs-plan-you-still = Obowiązuje, gdy zgodzą się też Państwo.
theirs-plan-we-still = Brakuje jeszcze naszej zgody.
theirs-step-yours = Państwo
theirs-step-ours = my
theirs-was-done = zrobione
theirs-was-skipped = pominięte
theirs-step-open = otwarte
theirs-step-open-theirs = jeszcze otwarte
theirs-step-late = spóźniamy się z tym

## Co obiecaliśmy

theirs-promises = Co Państwu obiecaliśmy
theirs-promise-kept = dotrzymane
theirs-promise-broken = nie dotrzymaliśmy tego; to nasza wina
theirs-promise-late = spóźniamy się z tym; to nasza wina
theirs-promise-open = przed nami
theirs-promise-kept-late = nie dotrzymane w terminie; to nasza wina
theirs-promise-released = zwolnili nas Państwo z tego

## Co powiedziano i słowo klienta

theirs-told = Co powiedziano do tej pory
theirs-read = Przeczytane
theirs-read-done = Dziękujemy. Widzimy, że zostało to przeczytane.
theirs-word = Czy sprawa jest rozwiązana?
theirs-word-later = Tylko Państwo mogą to powiedzieć. Zapytamy tutaj, gdy zrobimy swoją część.
theirs-said-solved = { $name }: sprawa jest rozwiązana
theirs-said-not = { $name }: sprawa nie jest rozwiązana
theirs-pass-on = Do przekazania dalej
theirs-pass-on-help = Kto dostanie od Państwa ten adres, może przeczytać tę stronę, ale niczego nie zmieni. Link z naszej wiadomości pozostaje tylko dla Państwa.
theirs-yours-alone = Ten link jest tylko dla jednej osoby: { $name }. Kto go ma, mówi tu w jej imieniu. Dla kogoś innego z firmy prosimy nas o osobny link.

## Co można nacisnąć: na stronie, na przycisku i po wszystkim

theirs-correct = Prosimy nas poprawić
theirs-correct-act = Wyślij poprawkę
theirs-correct-done = Dziękujemy. Poprawka dotarła, a my jesteśmy winni odpowiedź.
theirs-add = Powiedz nam więcej
theirs-add-why = Prosimy wypełnić to, co potrzebne; reszta może pozostać pusta.
theirs-add-act = Wyślij
theirs-add-done = Dziękujemy. Dotarło.
theirs-answer-news = Odpowiedz, czy to nadal pasuje
theirs-answer-news-act = Wyślij odpowiedź
theirs-answer-news-done = Dziękujemy. Odpowiedź dotarła.
theirs-choose = Wybierz to
theirs-choose-act = Wybierz
theirs-choose-done = Wybór dotarł.
theirs-none-fits = Żadne nie odpowiada
theirs-none-fits-why = W takim razie szukamy innych. Pomoże nam, jeśli będziemy wiedzieć dlaczego.
theirs-none-fits-act = Wyślij, że żadne nie odpowiada
theirs-none-fits-done = Przyjęliśmy to. Szukamy innych rozwiązań i odezwiemy się.
theirs-propose = Zaproponuj własne
theirs-propose-act = Wyślij propozycję
theirs-propose-done = Propozycja dotarła, a my jesteśmy winni odpowiedź.
theirs-ask = Zadaj pytanie
theirs-ask-act = Wyślij pytanie
theirs-ask-done = Pytanie dotarło, a my jesteśmy winni odpowiedź.
theirs-agree = Zgoda na plan
theirs-agree-why = To są kroki w obecnej postaci.
theirs-agree-act = Zgadzam się
theirs-agree-done = Zgoda na plan dotarła.
theirs-change-plan = Poproś o zmianę
theirs-change-plan-act = Wyślij prośbę
theirs-change-plan-done = Prośba dotarła. Zmieniony plan wymaga ponownej zgody obu stron.
theirs-step = Napisz, jak to wyszło
theirs-step-act = Wyślij
theirs-step-done = Dziękujemy. Już o tym wiemy.

theirs-delivery = Zmień dostawę
theirs-delivery-why = To, co się nie zmienia, może pozostać puste.
theirs-delivery-act = Dalej, do sprawdzenia
theirs-delivery-done = Zmiana dotarła, a osoby wysyłające towar o niej wiedzą.
theirs-solved = Rozwiązane
theirs-solved-why = Liczy się tylko Państwa słowo. Tego, co pozostanie puste, nie traktujemy jako odpowiedzi.
theirs-solved-act = Potwierdź, że rozwiązane
theirs-solved-done = Dziękujemy za to słowo. Gdyby problem wrócił, wystarczy jedno zdanie, żeby otworzyć sprawę ponownie.
theirs-not-solved = Nierozwiązane
theirs-not-solved-why = W takim razie nie skończyliśmy. Zadzwonimy.
theirs-not-solved-act = Wyślij, że nierozwiązane
theirs-not-solved-done = Przyjęliśmy to. Zadzwonimy.
theirs-open-again = Jednak nierozwiązane
theirs-open-again-why = Wystarczy jedno zdanie, bez względu na to, ile czasu minęło. Zadzwonimy.
theirs-open-again-act = Otwórz ponownie
theirs-open-again-done = Sprawa jest znowu otwarta. Zadzwonimy.
theirs-let-rest = Zakończ bez dalszych kroków
theirs-let-rest-why = Nie oczekują Państwo od nas niczego więcej. Sprawę można w każdej chwili otworzyć ponownie.
theirs-let-rest-act = Zakończ
theirs-let-rest-done = Przyjęliśmy to. Sprawę można w każdej chwili otworzyć ponownie.

## Pola formularzy

theirs-field-correct = Co się nie zgadza i jak jest naprawdę
theirs-field-more = Coś jeszcze
theirs-field-choice = Słowo o tym wyborze
theirs-field-none-fits = Co nie odpowiada
theirs-field-help = Jak możemy pomóc?
theirs-field-proposal = Jaka jest Państwa propozycja
theirs-field-needed-by = Na kiedy byłoby to potrzebne
theirs-field-you-do = Co zrobią w tym celu Państwo
theirs-field-question = Państwa pytanie
theirs-field-change = Co ma być inaczej
theirs-field-outcome = Jak to wyszło
theirs-field-new-due = Kiedy będzie zrobione
theirs-field-reason = Co powinniśmy wiedzieć
theirs-outcome-done = Jest zrobione
theirs-outcome-late = Potrwa dłużej
theirs-outcome-skipped = Nie jest już potrzebne
theirs-field-address = Nowy adres
theirs-field-receiver = Kto tam odbiera i jak się z tą osobą skontaktować
theirs-field-when = Nowy termin
theirs-field-let-rest = Własnymi słowami
theirs-field-not-solved = Co nie jest rozwiązane
theirs-field-solved = Własnymi słowami
theirs-field-settled = Prosimy zaznaczyć, co jest załatwione
theirs-field-in-time = Czy udało się na czas?
theirs-field-may-be-shown = Czy możemy pokazać te słowa naszym pracownikom?
theirs-field-reaction = Przy tej zmianie
theirs-field-need-by = Kiedy naprawdę jest to potrzebne
theirs-field-dimension = Czego to dotyczy
theirs-field-impact = Co to dla Państwa oznacza
theirs-field-safety = Czy komuś coś się stało lub może się stać?
theirs-field-deadline = Państwa termin
theirs-field-deadline-what = Co ma wtedy być
theirs-field-deadline-at = Kiedy
theirs-field-at-risk = Czy jest zagrożony?
theirs-your-time = Państwa czasu ({ $zone })
theirs-safety-nobody = Nikomu
theirs-safety-somebody-hurt = Ktoś ucierpiał
theirs-safety-could-hurt = Ktoś mógłby ucierpieć
theirs-dimension-safety = Bezpieczeństwo
theirs-dimension-stopped = Coś stoi
theirs-dimension-deadline = Nasz termin
theirs-dimension-money = Pieniądze
theirs-dimension-standing = Nasza opinia u własnego klienta
theirs-dimension-productivity = Praca i czas
theirs-dimension-goods-unusable = Towaru nie da się użyć
theirs-dimension-paperwork = Dokumenty
theirs-scores = Jak Państwo to oceniają?
theirs-score-outcome = Wynik
theirs-score-process = Sposób, w jaki się tym zajęliśmy
theirs-score-people = Nasi pracownicy
theirs-score-valued = Poczucie, że są Państwo dla nas ważni
theirs-score-reassured = Poczucie pewności i spokoju
theirs-score-none = bez odpowiedzi
theirs-score-1 = 1, wcale nie
theirs-score-2 = 2
theirs-score-3 = 3
theirs-score-4 = 4
theirs-score-5 = 5, w pełni

## Brak zgody i osoba bezstronna

theirs-still-do = Co nadal dla Państwa robimy
theirs-neutral = Osoba bezstronna
theirs-neutral-accepted = Zaakceptowali: { $us } i { $them }.
theirs-neutral-proposes = Propozycja:
theirs-neutral-sign = Obowiązuje, gdy obie strony zgodzą się na plan poniżej.
theirs-neutral-say = Proszę powiedzieć coś mediatorowi w zaufaniu
theirs-neutral-why = Czyta to tylko Państwa strona i mediator. My tego nie widzimy.
theirs-neutral-words = Do mediatora
theirs-neutral-act = Powiedzieć w zaufaniu
