# Gdy strony nie można pokazać: co się stało i co dalej.

fail-home = Przejdź na stronę główną
fail-not-found-title = Tu nic nie ma
fail-not-found = Nie ma takiej strony. Możliwe, że numer albo link został wpisany z błędem.
fail-forbidden-title = Brak dostępu
fail-forbidden = Tej strony nie możemy tu pokazać. Prosimy otworzyć link z naszej ostatniej wiadomości albo zadzwonić.
fail-other-site-title = Nie stąd
fail-other-site = To przyszło z innej witryny i niczego nie zmieniono. Prosimy otworzyć stronę tutaj i jeszcze raz nacisnąć przycisk.
fail-too-many-title = Za często
fail-too-many = Było zbyt wiele prób w krótkim czasie. Prosimy chwilę odczekać i spróbować ponownie.
fail-busy-title = Chwilowo zajęte
fail-busy = Teraz nie mogliśmy tego zrobić; niczego nie zmieniono. Prosimy spróbować ponownie za kilka sekund.
fail-ours-title = Nasz błąd
fail-ours = Coś po naszej stronie się nie udało i niczego nie zmieniono. Prosimy podać nam numer { $id }.

# Czego pole potrzebuje
form-needed = To jest potrzebne.
form-number = Prosimy wpisać liczbę całkowitą, na przykład 12.
form-time = Nie rozumiemy tej godziny. Prosimy wpisać ją tak: 2026-11-27 14:00.
form-date = Nie rozumiemy tego dnia. Prosimy wpisać go tak: 2026-11-27.
form-choose = Prosimy wybrać
form-not-understood = Czegoś w tym formularzu nie zrozumieliśmy: { $problem }
