# Pliki sprawy na stronie klienta.

told-file-from-you = Przesłali nam Państwo: { $name }. { $words }
told-file-for-you = Plik dla Państwa: { $name }. { $words }
refusal-file-empty = Ten plik jest pusty. Proszę wybrać inny.
refusal-file-too-large = Ten plik jest większy niż { $most } MB. Proszę wybrać mniejszy.
refusal-file-is-there = Ten plik już do nas dotarł. Nic więcej nie trzeba robić.
refusal-no-such-file = Nie ma tu takiego pliku. Proszę spojrzeć na listę plików.
refusal-file-is-theirs = Ten plik przysłał sam klient. Zostaje na jego stronie.
theirs-files = Pliki i zdjęcia
theirs-files-none = Nic tu jeszcze nie ma. Zdjęcie często pomaga nam najbardziej.
theirs-send-file = Prześlij plik lub zdjęcie
theirs-send-file-why = Jeden plik, najwyżej { $limit } MB. Zachowamy go bez zmian.
theirs-send-file-act = Prześlij
theirs-send-file-done = Dziękujemy. Mamy Państwa plik.
theirs-field-file = Plik
theirs-field-file-words = Co na nim widać
theirs-file-from-us = od nas
theirs-file-from-you = od Państwa
theirs-file-from = przesyła { $name }
theirs-file-open = Otwórz zdjęcie { $name }
theirs-file-get = Pobierz { $name }
theirs-file-too-large = Ten plik jest większy niż { $limit } MB i nie mogliśmy go przyjąć. Proszę wybrać mniejszy albo przesłać jego część. Wpisany tekst został zachowany.
theirs-file-none = Najpierw proszę wybrać plik.
theirs-file-broken = Plik nie dotarł w całości. Proszę przesłać go jeszcze raz; wpisany tekst został zachowany.
theirs-file-busy = W tej chwili dociera do nas wiele plików. Proszę spróbować ponownie za minutę; wpisany tekst został zachowany.
