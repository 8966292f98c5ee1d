# La página del cliente después de una entrega, la lectura de una entrega cambiada y su palabra unos días después de la solución.

theirs-arrivals = ¿Ha llegado todo bien?
theirs-arrivals-lead = Hemos entregado esto a { $name }. Dos preguntas breves sobre cada entrega.
theirs-arrivals-how = No hace falta rellenar nada. Lo que deje sin responder queda abierto: no tomamos el silencio por un sí.
theirs-arrivals-none = Ahora no hay nada que responder. Gracias.
theirs-arrivals-came = entregado: { $day }
theirs-arrivals-order = Pedido { $order }
theirs-arrivals-ordered = ¿Es lo que pidió?
theirs-arrivals-fine = ¿Está todo bien?
theirs-arrivals-wrong = Algo no está bien
theirs-arrivals-words = Qué no está bien, con sus palabras
theirs-arrivals-act = Enviar mis respuestas
theirs-arrivals-all = { $count ->
    [one] Es lo que pedí y todo está bien
   *[other] Las { $count } están bien
 }
theirs-arrivals-done = Gracias. Su respuesta ha llegado.
theirs-arrivals-wrong-done = Lo hemos recibido, con sus palabras. Le llamamos.
theirs-arrivals-told = Lo que nos ha dicho
theirs-arrivals-said-fine = todo bien
theirs-arrivals-said-wrong = algo no está bien; estamos en ello
theirs-arrivals-after-all = Si al final algo no está bien, llámenos.
theirs-arrivals-nothing-said = Responda al menos sobre una entrega o deje la página como está.
theirs-arrivals-answer-both = Responda a las dos preguntas o deje las dos abiertas.
theirs-arrivals-words-needed = Díganos en pocas palabras qué no está bien.
theirs-arrivals-safety-needed = Díganos primero si alguien está herido o podría estarlo.
theirs-arrivals-both-ways = Ha escrito que algo no está bien. Responda «no» a una de las dos preguntas o borre esas palabras.
theirs-arrivals-all-but = Ha dicho que algo no está bien en una de las entregas. Envíe mejor sus respuestas.
theirs-arrivals-answered = Alguien ya respondió sobre esta entrega. Sus palabras siguen aquí: llámenos para que no se pierda nada.
theirs-arrivals-not-asked = Ahora mismo no se puede responder aquí sobre esta entrega. Sus palabras siguen aquí: llámenos.
theirs-arrivals-gone = Esta entrega ya no está en la página. Llámenos con lo que escribió: «{ $words }»

## Una entrega cambiada, leída de nuevo

theirs-delivery-read-back = ¿Lo hemos entendido bien?
theirs-delivery-read-back-why = Todavía no ha cambiado nada. Vale en cuanto diga que sí.
theirs-delivery-as-it-is = queda como está
theirs-delivery-yes = Sí, cámbienlo así
theirs-delivery-again = No, corregirlo

## Unos días después de la solución

theirs-since-solved = Decir si sigue bien
theirs-since-solved-why = Cuando lo sepa. De todos modos le llamamos.
theirs-since-solved-act = Enviar la respuesta
theirs-since-solved-done = Gracias. Su respuesta ha llegado.
theirs-field-holds = ¿Sigue todo bien?
theirs-holds-ok = Sigue bien
theirs-holds-not-ok = Ya no está bien
theirs-field-since = ¿Ha pasado algo desde entonces? Si ya no está bien: ¿qué ocurre?
theirs-field-call-first = La próxima vez, ¿nos llamaría primero a nosotros?
theirs-field-strength = ¿Cómo de sólida es ahora nuestra relación de trabajo?
theirs-strength-1 = 1, débil
theirs-strength-2 = 2
theirs-strength-3 = 3
theirs-strength-4 = 4
theirs-strength-5 = 5, sólida
