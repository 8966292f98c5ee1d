# Wiedzieć, dotrzeć, wysłuchać: to, co czyta klient.

told-case-opened = Zgłosili nam Państwo: „{ $title }”
told-recovery-spotted = Wiemy o tym.
told-recovery-told = Widzimy to i pracujemy, żeby to naprawić.
told-recovery-heard = Wysłuchaliśmy Państwa.
told-recovery-deciding = Mają Państwo rozwiązania do wyboru.
told-recovery-agreed = Mamy wspólny plan.
told-recovery-making-good = Naprawiamy to.
told-recovery-awaiting-word = Wszystko, co uzgodniliśmy, jest zrobione. Czy sprawa jest rozwiązana? Tylko Państwo mogą to powiedzieć.
told-recovery-solved = Powiedzieli Państwo, że sprawa jest rozwiązana.
told-recovery-closed = Zamknięte. Jeśli jednak nie jest rozwiązane, prosimy o słowo: natychmiast otworzymy sprawę ponownie.
told-recovery-still-works = Powiedzieli Państwo, że to nadal odpowiada.
told-recovery-not-agreed = Jeszcze się nie porozumieliśmy. Tutaj jest zapisane, co nadal dla Państwa robimy.
told-recovery-in-mediation = Pomaga nam ktoś bezstronny.
told-recovery-withdrawn = Nie chcą Państwo dalej tego prowadzić. Jeśli problem wróci, prosimy o słowo: natychmiast otworzymy sprawę ponownie.
told-recovery-no-word = Nie wiemy jeszcze, czy sprawa jest rozwiązana. Pozostaje dla Państwa otwarta.
told-recovery-merged = Sprawa jest prowadzona dalej pod innym numerem.
told-harm-described = Co to dla Państwa oznacza: { $impacts }
told-conversation = Usłyszeliśmy od Państwa: { $heard }
told-message = { $text }
told-what-happened = Co się stało: { $what }
told-question-asked = Państwa pytanie: „{ $words }”
told-question-answered = Nasza odpowiedź: { $answer }
told-promise-made = Obiecaliśmy: { $words }, najpóźniej { $due }
told-next-contact-promised = Odezwiemy się do Państwa najpóźniej { $due }

refusal-case-merged = Ta sprawa jest prowadzona dalej pod innym numerem. Prosimy przejść do niej.
refusal-changed-meanwhile = { $events ->
    [one] W międzyczasie coś się zmieniło. Prosimy przeczytać nowy wpis i wysłać ponownie.
    [few] W międzyczasie przybyły { $events } nowe wpisy. Prosimy je przeczytać i wysłać ponownie.
    [many] W międzyczasie przybyło { $events } nowych wpisów. Prosimy je przeczytać i wysłać ponownie.
   *[other] W międzyczasie przybyły nowe wpisy ({ $events }). Prosimy je przeczytać i wysłać ponownie.
}
refusal-happened-in-future = To dopiero nadejdzie ({ $at }). Prosimy podać, kiedy to się stało.
refusal-impact-without-words = Prosimy napisać własnymi słowami, co to dla Państwa oznacza.
refusal-must-check-needs-call-back = Prosimy napisać, kiedy będzie to wiadomo, a zadzwonimy wtedy.
refusal-no-deadline-known = Nie znamy jeszcze Państwa terminu. Prosimy go najpierw podać.
refusal-no-such-case = Nie ma takiej sprawy. Prosimy otworzyć link z naszej ostatniej wiadomości.
refusal-no-such-concern = Nie ma tu takiej obawy. Prosimy odświeżyć stronę i wybrać ponownie.
refusal-not-a-contact = Można tu wskazać tylko kogoś z Państwa firmy, kogo znamy. Prosimy o słowo, a dodamy tę osobę.
refusal-not-for-customers = To robi ktoś z nas. Prosimy o wiadomość, a zrobimy to razem z Państwem.
refusal-nothing-said = Nic tu jeszcze nie wpisano. Wystarczy jedno zdanie.
refusal-one-to-five = Prosimy podać liczbę od 1 do 5.
refusal-still-works-needs-need-by = Do kiedy to odpowiada? Prosimy podać dzień, na który naprawdę jest to potrzebne.
refusal-too-long = To za długie, żeby dało się tu przeczytać (najwyżej { $most } znaków). Prosimy skrócić albo dołączyć dokument.
