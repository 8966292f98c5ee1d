# La palabra del cliente y lo que viene después: lo que lee el cliente.

told-escalated = Ahora trabajan también en ello la dirección y una persona de calidad.
told-word-asked = Le preguntamos: ¿está resuelto?
told-word-solved = Usted dijo que está resuelto: “{ $words }”
told-word-not-solved = Usted dijo que no está resuelto: “{ $words }” Buscamos otro camino con usted.
told-word-not-given = No sabemos aún si está resuelto. Para usted sigue abierto: basta una palabra.
told-withdrawn = Usted prefirió dejarlo así: “{ $words }” Si vuelve a pasar, díganoslo.
told-follow-up-ok = Llamamos para preguntar si todo está bien.
told-since-solved-ok = Nos dijo que todo sigue bien.
told-case-closed = { $message }
told-case-reopened = Usted dijo que no está resuelto: “{ $words }” Está abierto de nuevo y le llamamos.
told-case-handed-over = Ahora se ocupa de ello { $to }.
told-case-merged = Esto continúa con el número { $number }. Todo lo que prometimos va con él.
told-merged-here = Del caso { $number } nos ocupamos aquí a partir de ahora.
told-case-split = “{ $into }” tiene su propio número: { $number }.
told-did-not-hold = Le dijimos que lo que dábamos por resuelto no se mantuvo: «{ $words }»
told-improvement = { $letter }
told-not-agreed = Lo que seguimos haciendo por usted: { $still } { $goodwill }
told-mediation = { $mediator } nos ayuda a ambas partes, con imparcialidad.
told-outcome-proposed = { $words } Es una propuesta; vale cuando ambas partes la acepten.

refusal-link-in-mediation = En este caso no hay ahora ninguna mediación, así que no hay a quién escribir.
refusal-only-their-word-solves = Solo usted puede decir que está resuelto.
refusal-only-they-reopen = Un caso se abre de nuevo con su palabra.
refusal-only-they-withdraw = Solo usted puede retirar este caso.
