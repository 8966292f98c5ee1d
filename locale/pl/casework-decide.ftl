# Decyzja, plan i obietnice: to, co czyta klient. Zwracamy się przez „Państwo” i formy bezosobowe.

told-proposal-added = Państwa propozycja: „{ $what }”
told-suggestion-answered = Państwa propozycja „{ $what }”: { $answer } — { $words }
told-options-laid-out = Do wyboru: { $options }
told-decision-made = Państwa wybór: { $what } — „{ $words }”
told-none-fits = Żadne rozwiązanie nie odpowiada: „{ $words }” Szukamy innych.

told-plan-agreed = Nasz plan: { $steps }. Z naszej strony odpowiada: { $us }.
told-plan-revised = Nasz plan się zmienił (wersja { $version }), ponieważ { $why }: { $steps }
told-step-done = Zrobione: { $text }
told-step-late = { $text } będzie później, niż mówiliśmy: { $due }
told-feedback-replied = Powiedzieli nam Państwo, co mamy robić inaczej. Nasza odpowiedź: { $reply }
told-delivery-changed = Dostawa została zmieniona zgodnie z Państwa prośbą: { $address } { $receiver }
told-delivery-changed-timed = Dostawa została zmieniona zgodnie z Państwa prośbą: { $address } { $receiver }, { $arrives }

told-resident-assigned = Na miejscu u Państwa ({ $site }) jest { $person }. Co dzień roboczy przekaże Państwu, jak wygląda sytuacja.
told-site-reported = { $person }, z miejsca u Państwa: { $words }
told-residence-ended = { $person } jest znowu u nas, zgodnie z Państwa życzeniem.

told-promise-kept = Dotrzymane: { $promised }
told-promise-broken = Obiecaliśmy: { $promised }, najpóźniej { $due }. Nie dotrzymaliśmy tego i to nasza wina.
told-promise-kept-late = { $promised }: zrobione, później niż obiecaliśmy ({ $due }). To nasza wina.
told-amends-granted = { $words }, najpóźniej { $due }
told-amends-approved = W ramach przeprosin: { $what }, najpóźniej { $due }
told-amends-given = Przekazane Państwu: { $what }

answered-taken = przyjęta
answered-partly = przyjęta częściowo
answered-not-taken = nieprzyjęta

promised-next-contact = kolejna wiadomość od nas

amends-kind-discount = rabat
amends-kind-free-service = bezpłatna usługa
amends-kind-expedite = szybsza dostawa
amends-kind-credit = uznanie na koncie
amends-kind-waived-fee = zwolnienie z opłaty
amends-kind-free-samples = bezpłatne próbki
amends-kind-extended-terms = dłuższy termin płatności
amends-kind-thank-you = podziękowanie
amends-kind-future-discount = rabat na przyszłe zamówienie

refusal-arrives-in-the-past = Ten moment już minął. Prosimy podać taki, który dopiero nadejdzie.
refusal-decider-is-customer = Decyzja należy do Państwa. Prosimy wskazać, kto ją podjął.
refusal-delivery-change-empty = Prosimy napisać, co się zmienia: adres, odbiorca czy termin.
refusal-last-fix-step = To jedyny krok, który naprawia sprawę. Najpierw uzgodnimy inny, dopiero potem można z niego zrezygnować.
refusal-late-needs-date = Prosimy napisać, kiedy to będzie.
refusal-no-such-option = Nie ma już takiej możliwości. Prosimy odświeżyć stronę i wybrać ponownie.
refusal-no-such-step = Nie ma takiego kroku w planie. Prosimy odświeżyć stronę i wybrać ponownie.
refusal-nothing-changes = To niczego nie zmienia. Prosimy napisać, co ma być inaczej.
refusal-option-empty = Prosimy napisać, jakie rozwiązanie Państwo proponują.
refusal-read-back-first = Prosimy przeczytać jeszcze raz nowy adres i potwierdzić, że się zgadza.
refusal-step-in-the-past = Ten dzień już minął. Prosimy podać taki, który dopiero nadejdzie.
refusal-step-settled = „{ $text }” jest już załatwione. Jeśli potrzeba czegoś jeszcze, prosimy napisać.

option-you-do-nothing = nic
option-costs-nothing = nic
option-paid-by-us = płacimy my

options-arrives = Dotrze do Państwa
options-no-date = jeszcze nie wiadomo
options-sure = Na ile to pewne
options-you-do = Po Państwa stronie
options-costs-you = Koszt dla Państwa
options-need = Dlaczego może odpowiadać

confidence-firm = pewne
confidence-expected = spodziewane
confidence-range = w przybliżeniu
confidence-unknown = jeszcze nie wiadomo

said-yes = tak
said-no = nie
