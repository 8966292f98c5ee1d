# To, co stoi na każdej stronie.
#
# Słowniczek: case = sprawa; option = rozwiązanie; plan = plan; step = krok; promise = obietnica; solved = rozwiązane;
# their word = słowo Państwa; link = link. Zwracamy się przez „Państwo”, „prosimy” i formy bezosobowe; bez żargonu.

ui-product = Makegood
ui-skip = Przejdź do treści
ui-footer = Makegood: od razu do sprawy, obietnice dotrzymane, aż powiedzą Państwo, że jest rozwiązane.

# Formularze
ui-optional = (nieobowiązkowe)
ui-errors = Coś tu wymaga jeszcze poprawki
ui-draft-restored = Przywróciliśmy to, co było tu wcześniej wpisane.
ui-way-out = Co dalej:

# Listy i strony
ui-clock-met = Dotrzymane:
ui-clock-why = Skąd ten termin?
ui-pager = Strony tej listy
ui-newer = ← Nowsze
ui-older = Starsze →
ui-first-page = ← Od początku
ui-next-page = Dalej →
ui-progress = { $done } z { $of }

# Ludzie
ui-call = Zadzwoń
ui-call-name = Zadzwoń: { $name }:
ui-no-number = nie znamy numeru

# Kroki
ui-step-of = Krok { $n } z { $of }
ui-step-done = zrobione
ui-step-passed = pominięte z podaniem powodu
ui-still-needed = Jeszcze potrzebne:

ui-stages = Części tej strony
