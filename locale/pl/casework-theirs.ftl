# Co osoba u klienta robi przez swój link: jak to się jej mówi i dlaczego nie.

told-corrected-heard = Państwa poprawka do tego, co usłyszeliśmy: „{ $words }”
told-corrected-plan = Państwa prośba o zmianę planu: „{ $words }”
told-plan-agreed-by-you = Zgodzili się Państwo na plan: { $steps }. Czekamy jeszcze na nasze „tak”.
told-plan-agreed-by-us = { $us } zgadza się na ten plan w naszym imieniu: { $steps }. Obowiązuje, gdy zgodzą się też Państwo.
told-step-skipped = Pominięte: { $text }. { $reason }
told-concern-settled = Powiedzieli Państwo, że to załatwione: „{ $words }”
told-deadline-said = Potrzebne Państwu najpóźniej { $at }: { $what }
told-reaction = Państwa odpowiedź: { $reaction }. { $words }
told-reaction-unknown = jeszcze bez odpowiedzi
told-reaction-still-works = nadal odpowiada
told-reaction-works-with-changes = odpowiada, ale ze zmianami
told-reaction-hurts = to szkodzi
told-reaction-must-check = trzeba sprawdzić

refusal-not-your-case = Ta sprawa nie dotyczy Państwa firmy. Prosimy otworzyć link z naszej ostatniej wiadomości albo zadzwonić.
refusal-speaks-for-another = Na tej stronie można mówić tylko we własnym imieniu. Inne osoby z Państwa firmy odpowiadają przez własny link.
refusal-filled-in-by-us = To pole wypełniamy sami. Prosimy je pominąć i wysłać resztę.
refusal-step-is-ours = Ten krok należy do nas. Damy znać, gdy będzie zrobiony; można też o niego zapytać.
refusal-hurt-until-we-spoke = Jest tu zapisane, że komuś stała się lub mogła się stać krzywda. Prosimy o telefon, żebyśmy usłyszeli, że nikomu nic nie jest.
refusal-plan-is-another = Plan zmienił się od czasu, gdy był tu czytany; obowiązuje wersja { $version }. Prosimy przeczytać ją i dopiero potem się zgodzić.
refusal-plan-agreed-already = Ta zgoda na plan już jest. Nic więcej nie trzeba robić.
refusal-say-how-we-help = Nic nie odpowiada? Prosimy napisać, jak możemy pomóc, a poszukamy innych rozwiązań.
refusal-tick-each-need = Prosimy zaznaczyć każdą potrzebę, która jest spełniona. Jeśli któraś nie jest, prosimy wybrać, że sprawa nie jest rozwiązana.
refusal-say-whether-in-time = Prosimy powiedzieć, czy udało się na czas.
refusal-we-owe-an-answer = Jesteśmy jeszcze winni Państwu odpowiedź. Najpierw ją damy, potem można tu iść dalej.
refusal-we-owe-what-happened = Jesteśmy jeszcze winni wyjaśnienie, co się stało. Najpierw je damy, potem będzie można powiedzieć, czy sprawa jest rozwiązana.
refusal-say-it-in-your-words = Prosimy o kilka własnych słów.
refusal-not-asked-yet = Jeszcze za wcześnie. Będzie to możliwe, gdy zrobimy swoją część; damy wtedy znać.
refusal-plan-not-ready = Jeszcze nie jesteśmy z tym gotowi. Damy znać, gdy tylko będziemy.
refusal-option-not-there = Tego rozwiązania nie można już wybrać. Prosimy spojrzeć na pozostałe albo napisać, czego potrzeba.
refusal-we-are-at-it = Pracujemy nad tym. Można zadać nam pytanie albo zadzwonić.
refusal-you-gave-your-word = Mamy już Państwa słowo. Jeśli sprawa jednak nie jest rozwiązana, prosimy otworzyć ją ponownie.
refusal-closed-for-now = To jest zamknięte. Jeśli nie jest rozwiązane, wystarczy jedno zdanie, żeby otworzyć ponownie.
refusal-enough-for-now = Wiele z tego, co Państwo napisali, czeka jeszcze na naszą odpowiedź. Najpierw odpowiemy; w pilnej sprawie prosimy zadzwonić.
