# Piezas que vuelven: su número, qué fue de ellas, el abono.

told-return-authorised = Puede devolver { $quantity } × { $item } con el número { $number }. { $how }
told-return-received = Con el número { $number } nos llegaron { $quantity } piezas; se pidieron { $asked }.
told-return-disposed = Qué fue de { $number }:{ $scrap ->
    [0] {""}
   *[other] {" "}{ $scrap } desechadas.
}{ $rework ->
    [0] {""}
   *[other] {" "}{ $rework } retrabajadas.
}{ $sent ->
    [0] {""}
   *[other] {" "}{ $sent } enviadas a nuestro proveedor.
}{ $usable ->
    [0] {""}
   *[other] {" "}{ $usable } aptas para usarse como están.
}{ $restock ->
    [0] {""}
   *[other] {" "}{ $restock } de vuelta al almacén.
}
told-return-credited = Abonado por { $number }: { $amount }, nota de abono { $reference } del { $on }
told-return-ended = De { $number } no sigue nada más: { $words }

theirs-return-asked = { $quantity } × { $item } pueden volver
theirs-return-credit = Abonado: { $amount }, nota { $reference } del { $on }
theirs-return-credit-open = Todavía sin abonar.
theirs-return-ended = Terminado: { $words }
theirs-return-how = Cómo
theirs-return-received = Nos llegaron { $quantity }
theirs-returns = Lo que vuelve a nosotros
disposition-restock = de vuelta al almacén
disposition-return-to-supplier = enviadas a nuestro proveedor
disposition-rework = retrabajadas
disposition-scrap = desechadas
disposition-use-as-is = aptas para usarse como están
