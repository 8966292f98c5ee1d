# Zapis sprawy: podpisany plik dla klienta i strona, na której każdy może go sprawdzić.

## Na ich stronie

theirs-record = Zapis tej sprawy
theirs-record-help = Wszystko, co Państwu przekazano, w pliku do zachowania. Jest podpisany: każdy może bez nas sprawdzić, że nic w nim nie zmieniono.
theirs-record-take = Pobierz zapis
theirs-record-check = Sprawdź zapis
theirs-record-left-out =
    { $n ->
        [one] Jedna dalsza wiadomość się nie zmieściła. Prosimy nas o nią zapytać.
        [few] { $n } dalsze wiadomości się nie zmieściły. Prosimy nas o nie zapytać.
       *[many] { $n } dalszych wiadomości się nie zmieściło. Prosimy nas o nie zapytać.
    }

## Gdzie się go sprawdza

theirs-verify-title = Sprawdzanie zapisu
theirs-verify-intro = Zapis zawiera to, co przekazano klientowi w jego sprawie. Każdy wiersz nosi odcisk wiersza poprzedniego, a ostatni jest podpisany. Cokolwiek potem zmieniono, usunięto lub dodano, wyjdzie tu na jaw.
theirs-verify-foot = Na tej stronie nie trzeba się logować i niczego ona nie zachowuje.
theirs-verify-here = W przeglądarce
theirs-verify-file = Plik z zapisem
theirs-verify-stays = Plik jest czytany tylko na Państwa urządzeniu. Nic z niego nie trafia do nas ani do nikogo innego.
theirs-verify-without = Bez JavaScriptu ta strona nie odczyta pliku. Proszę użyć polecenia poniżej: robi to samo.
theirs-verify-command = Poleceniem
theirs-verify-command-help = Makegood to wolne oprogramowanie. Na dowolnym komputerze, który go ma, bez naszego serwera i bez sieci:
theirs-verify-command-ends = Kończy się kodem 0, gdy nic nie zmieniono, kodem 1, gdy coś zmieniono, i kodem 2, gdy nie może odczytać pliku.
theirs-verify-key = Nasz klucz
theirs-verify-key-help = Zapisy stąd są podpisane kluczem o tym odcisku. Pliku z innym odciskiem nie podpisaliśmy my.
theirs-verify-key-none = Nie sporządzono tu jeszcze żadnego zapisu, więc nie ma klucza do porównania.

## Co z tego wynika

theirs-verify-reading = Trwa czytanie pliku.
theirs-verify-holds = Od podpisania nic w nim nie zmieniono: sprawa { $case }, liczba wierszy: { $lines }, sporządzono { $made }.
theirs-verify-ours = Podpisano go tutaj.
theirs-verify-another = Ten plik jest podpisany, ale nie przez tę instalację. Podpisujący podaje nazwę „{ $name }”; klucz ma odcisk { $fingerprint }. Proszę zapytać, skąd pochodzi plik.
theirs-verify-no-crypto = Przeglądarka nie pozwala tej stronie niczego sprawdzić, bo strona nie przyszła przez https. Proszę użyć polecenia poniżej.
theirs-verify-no-signatures = Każdy wiersz pasuje do poprzedniego, ale przeglądarka nie umie sprawdzić podpisu (Ed25519). Dopóki go nie sprawdzono, nie wiadomo, kto napisał plik. Proszę użyć polecenia poniżej albo nowszej przeglądarki.
theirs-verify-not-read = Nie udało się odczytać pliku. Proszę wybrać go jeszcze raz.
theirs-verify-empty = Plik jest pusty.
theirs-verify-too-large = Plik jest za duży: zapis ma najwyżej 16 MB.
theirs-verify-binary = To nie jest tekst. Zapis jest plikiem tekstowym; może jest spakowany albo to inny plik.
theirs-verify-no-record = To jest tekst, ale nie zapis: nie zaczyna się jak zapis.
theirs-verify-other-format = To zapis w formacie, którego tutaj nie znamy. Może go odczytać nowszy Makegood.
theirs-verify-line-ends = Zmieniono końce wszystkich wierszy, jak robią to niektóre programy pocztowe i edytory. Proszę wziąć plik jeszcze raz, taki jak został pobrany.
theirs-verify-cut = Plik ucięto: kończy się w wierszu { $line }, przed podpisem.
theirs-verify-changed = Wiersz { $line } nie jest taki, jak go napisano.
theirs-verify-missing = Brakuje wiersza { $line }.
theirs-verify-moved = Wiersze nie są w swojej kolejności: wiersz { $line } stoi dalej.
theirs-verify-added = Wiersz { $line } dodano: stoi tam jeszcze raz wiersz o wcześniejszym numerze.
theirs-verify-after-the-end = Wiersz { $line } dodano: stoi za podpisem.
theirs-verify-fingerprint = Odcisk w pliku nie należy do klucza, który w nim jest. Ktoś wstawił inny klucz.
theirs-verify-signature = Wiersze do siebie pasują, ale podpis do nich nie należy. Ktoś zmienił plik i naprawił jego łańcuch.
