# Towar, który wraca: numer, co się z nim stało, nota uznaniowa.

told-return-authorised = Mogą Państwo odesłać { $quantity } × { $item } pod numerem { $number }. { $how }
told-return-received = Pod numerem { $number } dotarło do nas sztuk: { $quantity }; prosiliśmy o { $asked }.
told-return-disposed = Co stało się z { $number }:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } zezłomowano.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } poprawiono.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } odesłano do naszego dostawcy.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } nadaje się do użycia bez zmian.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } wróciło na półkę.
}
told-return-credited = Uznanie za { $number }: { $amount }, nota { $reference } z dnia { $on }
told-return-ended = W sprawie { $number } nic więcej nie nastąpi: { $words }

theirs-return-asked = { $quantity } × { $item } może wrócić
theirs-return-credit = Uznano: { $amount }, nota { $reference } z dnia { $on }
theirs-return-credit-open = Jeszcze bez noty uznaniowej.
theirs-return-ended = Zakończono: { $words }
theirs-return-how = Jak
theirs-return-received = Dotarło do nas: { $quantity }
theirs-returns = Co wraca do nas
disposition-restock = wróciło na półkę
disposition-return-to-supplier = odesłano do naszego dostawcy
disposition-rework = poprawiono
disposition-scrap = zezłomowano
disposition-use-as-is = nadaje się do użycia bez zmian
