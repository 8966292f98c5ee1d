# Jak klient trafia na swoją stronę: nowy link, zbyt częste naciskanie, błędy.

theirs-fresh-why = Możemy przesłać nowy link na adres, który mamy od Państwa.
theirs-fresh-act = Poproś o nowy link
theirs-fresh-asked-title = Prośba do nas dotarła
theirs-fresh-asked = Jeśli był to Państwa link, osoba, która się Państwem opiekuje, już wie, że potrzebny jest nowy. Przyjdzie na adres, który mamy od Państwa.
theirs-too-often-title = Proszę trochę wolniej
theirs-too-often-seconds = Przycisk naciśnięto bardzo wiele razy w krótkim czasie. Nic nie przepadło: proszę spróbować ponownie za { $seconds ->
    [one] { $seconds } sekundę
    [few] { $seconds } sekundy
   *[other] { $seconds } sekund
 }.
theirs-too-often-minutes = Przycisk naciśnięto bardzo wiele razy w krótkim czasie. Nic nie przepadło: proszę spróbować ponownie za { $minutes ->
    [one] { $minutes } minutę
    [few] { $minutes } minuty
   *[other] { $minutes } minut
 }.
theirs-too-often-call = Jeśli sprawa nie może czekać, proszę do nas zadzwonić.
