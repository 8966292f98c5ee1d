# The report in disciplines, as the customer reads it.

## Kinds

report-stage-3d = Raport 3D
report-stage-5d = Raport 5D
report-stage-8d = Raport 8D
report-revision = Wersja { $n }
report-page = Strona
report-page-of = z
report-no-picture = Tego zdjęcia nie można pokazać.
report-mark-safety = Bezpieczeństwo
report-mark-repeat = Powtórzenie

## Head

report-customer = Klient
report-contact = Osoba kontaktowa
report-number = Nasz numer
report-part = Część i rewizja
report-lots = Partie lub numery seryjne
report-first-shipment = Pierwsza dostawa, której to dotyczy
report-shipped = Dostarczono
report-suspect = Podejrzane
report-bad = Stwierdzono wadliwe
report-pieces = { $n } szt.
report-known-on = Wiemy od
report-opened-on = Otwarto
report-repeat = Zdarzyło się wcześniej
report-repeat-none = nic nam o tym nie wiadomo
report-repeat-some = tak, liczba przypadków: { $n }
report-reached-done = gotowe
report-reached-begun = w toku
report-reached-open = otwarte

## Disciplines

report-title-d0 = Pierwsza pomoc
report-title-d1 = Zespół
report-title-d2 = Na czym polega problem
report-title-d3 = Co chroni Państwa do tego czasu
report-title-d4 = Dlaczego to się stało i dlaczego do Państwa dotarło
report-title-d5 = Co postanowiliśmy zmienić
report-title-d6 = Co zostało zmienione
report-title-d7 = Co nie pozwoli temu wrócić
report-title-d8 = Państwa słowo i podziękowania
report-pictures = Zdjęcia
report-not-yet = Jeszcze tego nie ma.
report-not-known = Jeszcze nie wiadomo, do { $until }: { $words }

## D0 to D3

report-spoke-on = Pierwsza rozmowa z Państwem
report-told-on = Powiedzieliśmy, co się stało
report-told-to = Komu
report-told = Co Państwu powiedzieliśmy
report-champion = Patron
report-leader = Prowadzi prace
report-members = Kto nad tym pracuje
report-name = Imię i nazwisko
report-function = Funkcja
report-reach = Telefon lub e-mail
report-share = Udział czasu
report-percent = { $n } %
report-in-your-words = Państwa słowami
report-failure = Co jest nie tak i w czym
report-should = Powinno być
report-is = Jest
report-process-place = Gdzie w procesie
report-in-fmea = Wcześniej w FMEA
report-in-fmea-yes = tak
report-in-fmea-no = nie
report-in-fmea-no-fmea = nie ma FMEA
report-compared = Jest i nie jest
report-aspect = Aspekt
report-aspect-what = Co
report-aspect-where = Gdzie
report-aspect-when = Kiedy
report-aspect-extent = Ile
report-it-is = Jest
report-it-is-not = Nie jest
report-differs = Co się różni, co się zmieniło
report-places = Gdzie są podejrzane części
report-all-places = Wszystkie miejsca
report-place = Miejsce
report-place-at-customer = U Państwa
report-place-in-transit = W drodze
report-place-our-stock = Nasz magazyn
report-place-wip = W produkcji
report-place-at-supplier = U naszego dostawcy
report-suspect-short = Podejrz.
report-good = Dobre
report-bad-short = Złe
report-unchecked = Niespr.
report-how-and-who = Jak, kto, kto potwierdził
report-marked = Dobre są oznaczone: { $how }
report-verified = Potwierdzenie ({ $by }): { $words }
report-ended = Zakończono { $on }: { $words }
report-clean-from = Dobre od: { $by } { $value }. { $words }
report-clean-by-lot = partia
report-clean-by-date = data
report-clean-by-serial = numer seryjny
report-function-makes-the-part = wytwarza część
report-function-quality = jakość
report-function-process-engineering = technologia procesu
report-function-design = konstrukcja
report-function-maintenance = utrzymanie ruchu
report-function-logistics = logistyka
report-function-purchasing = zakupy
report-function-sales = sprzedaż
report-function-supplier = dostawca
report-function-customer = klient
report-function-other = inne

## D4 to D8

report-chain-occurrence = Dlaczego powstało
report-chain-escape = Dlaczego tego nie wykryliśmy
report-chain-system = Co u nas na to pozwoliło
report-cause = Przyczyna
report-how-we-know = Skąd to wiemy
report-proving-reproduce = wywołano i usunięto
report-proving-measure = zmierzono
report-proving-observe = zaobserwowano
report-ruled-out = Sprawdzone i wykluczone
report-looked-at = Co sprawdziliśmy
report-why-not = Dlaczego to nie jest przyczyna
report-your-view = Państwa zdanie
report-our-answer = Nasza odpowiedź: { $words }
report-action = Działanie
report-against = Przeciw
report-against-occurrence = powstaniu
report-against-escape = niewykryciu
report-against-system = temu, co na to pozwala
report-strength = Siła
report-strength-strong = silne
report-strength-middle = średnie
report-strength-weak = słabe
report-strength-note = Silne: błąd jest niemożliwy; średnie: mało prawdopodobny; słabe: prosi ludzi o uwagę.
report-proof-before = Dowód przed wdrożeniem
report-side-effects = Skutki uboczne
report-owner = Kto
report-due = Termin
report-done-on = Wykonano
report-still-open = jeszcze otwarte
report-proof = Dowód
report-documents = Zmienione dokumenty
report-document = Dokument
report-new-revision = Nowa rewizja
report-across = Gdzie jeszcze mogłoby się zdarzyć
report-where = Gdzie
report-what = Co
report-what-was-done = Co zrobiono
report-reach-item = podobna część
report-reach-process = podobny proces
report-reach-supplier = podobny dostawca
report-reach-site = inny zakład
report-reach-nothing = nic więcej
report-effect = Po czym poznamy, że to działa
report-measure = Co mierzymy
report-threshold = Dopuszczalne
report-window = Obserwacja
report-window-is = dni: { $days }, dostawy bez wad: { $n }
report-until = Do
report-looks = Czy to działa?
report-on = Dnia
report-result = Wynik
report-held-held = działa
report-held-did-not-hold = nie zadziałało
report-data = Co zmierzono
report-clean-deliveries = Dostawy bez wad
report-accepted = Przyjęto { $on } ({ $by }).
report-not-accepted = Czeka na Państwa słowo: raport można przyjąć na Państwa stronie albo o niego zapytać.
report-thanks = Dziękujemy: { $names }, a Państwu za to, że nam o tym powiedziano.
report-answer-accepted = przyjęty
report-answer-asks = pytanie

## On the page of the customer

told-report-sent = Wysłaliśmy Państwu raport: { $stage }, wersja { $revision }
told-report-accepted = Przyjęli Państwo wersję { $revision } raportu. { $words }
told-report-asked = Zapytali Państwo o wersję { $revision } raportu: „{ $words }”
theirs-reports = Raporty
theirs-report-of = { $stage }, wersja { $revision }
theirs-report-is-accepted = Przyjęli go Państwo.
theirs-report-is-asked = Zapytali Państwo: „{ $words }”
theirs-report-as = Także jako
theirs-report-accept = Przyjmij raport
theirs-report-accept-why = Mówi, co się stało i co zmieniamy, i to Państwu wystarcza. O tym, czy sprawa jest rozwiązana, decydują Państwo osobno.
theirs-report-accept-act = Przyjmij
theirs-report-accept-done = Dziękujemy. Mamy Państwa słowo o raporcie.
theirs-report-ask = Zapytaj o raport
theirs-report-ask-why = Czego brakuje albo co Państwa nie przekonuje. Odpowie człowiek.
theirs-report-ask-act = Wyślij pytanie
theirs-report-ask-done = Dziękujemy. Mamy pytanie i odpowiemy.
theirs-field-report = Co chcieliby Państwo wiedzieć?
refusal-no-such-report = Nie znajdujemy już tego raportu. Obowiązują raporty na Państwa stronie.
refusal-report-is-accepted = Ten raport został już przyjęty.
