# La página propia del cliente sobre su caso y sus formularios. Palabras sencillas para quien espera, sin culpar a nadie.

theirs-foot = Esta página es suya. Abrirla no cambia nada; solo cambia algo lo que usted pulse.
theirs-gone-title = Este enlace ya no funciona
theirs-gone = Puede que haya caducado, que otro más reciente lo sustituya o que haya llegado cortado.
theirs-gone-call = Llame a la persona que se lo envió. Le enviará uno nuevo.
theirs-gone-call-firm = Llame a su contacto en { $firm }. Le enviará uno nuevo.
theirs-back = Volver a la página
theirs-only-reads-title = Con este enlace puede leer
theirs-reads-only = Le han pasado esta página para que la lea. { $name } puede responder, elegir y decidir con su propio enlace.

## En qué punto está

theirs-stands-chosen = Ya eligió una solución. Ahora le presentamos nuestro plan.
theirs-stands-preparing = Preparamos soluciones entre las que elegir.
theirs-next = Tendrá noticias nuestras a más tardar
theirs-next-missed = Debía haber tenido noticias nuestras a más tardar
theirs-next-call = Es culpa nuestra. Llámenos ahora si no puede esperar.
theirs-next-none = Aún no le hemos dicho cuándo tendrá noticias nuestras. Pregúntenos y le damos una hora.
theirs-person = Quién le atiende
theirs-there = A su disposición { $day }, de { $from } a { $to }, hora de usted
theirs-message-hours = Disponible en días laborables de { $from } a { $to }, hora de usted.
theirs-message-page = Cómo va: { $page }

## Lo que hemos escuchado

theirs-heard = Lo que usted nos ha contado
theirs-heard-nothing = Solo la frase de arriba. Cuéntenos cómo le afecta.
theirs-impacts = Cómo le afecta
theirs-deadline = Su plazo
theirs-needs = Lo que le preocupa y lo que necesita
theirs-settled = (resuelto, según nos dijo)
theirs-questions = Sus preguntas
theirs-no-questions = Aún no ha preguntado nada.
theirs-answer-owed = Le debemos la respuesta.

## Soluciones

theirs-ways = Soluciones posibles
theirs-ways-none = Aún no hay nada entre lo que elegir. ¿Tiene alguna idea?
theirs-ways-being-made = Preparamos nuevas soluciones y se las presentaremos.
theirs-ways-earlier = Soluciones de las que hablamos antes
theirs-chose = { $name } eligió: { $what }
theirs-none-fitted = { $name } dijo que ninguna le sirve
theirs-chosen = Esto es lo que usted eligió.
theirs-proposal = Su propia propuesta
theirs-proposal-waits = Le debemos una respuesta.
theirs-proposal-taken = Podemos hacerlo.
theirs-proposal-partly = Podemos hacer una parte.
theirs-proposal-not-taken = No podemos hacerlo. Nuestra respuesta está más abajo, con lo que le hemos dicho.
theirs-choose-one = Elija una de ellas.

## El plan

theirs-plan = Nuestro plan
theirs-agreed = De acuerdo: { $name }.
theirs-plan-you-still = Vale cuando usted también lo acepte.
theirs-plan-we-still = Falta todavía nuestro sí.
theirs-step-yours = ustedes
theirs-step-ours = nosotros
theirs-was-done = hecho
theirs-was-skipped = se dejó fuera
theirs-step-open = pendiente
theirs-step-open-theirs = aún pendiente
theirs-step-late = vamos con retraso en esto

## Lo prometido

theirs-promises = Lo que le hemos prometido
theirs-promise-kept = cumplido
theirs-promise-broken = no lo cumplimos; es culpa nuestra
theirs-promise-late = vamos con retraso; es culpa nuestra
theirs-promise-open = pendiente
theirs-promise-kept-late = no cumplido a tiempo; es culpa nuestra
theirs-promise-released = usted nos liberó de ello

## Lo que se ha dicho y su palabra

theirs-told = Lo que se ha dicho hasta ahora
theirs-read = Lo he leído
theirs-read-done = Gracias. Vemos que lo ha leído.
theirs-word = ¿Está resuelto?
theirs-word-later = Solo usted puede decirlo. Se lo preguntamos aquí cuando hayamos hecho nuestra parte.
theirs-said-solved = { $name } dijo: está resuelto
theirs-said-not = { $name } dijo: no está resuelto
theirs-pass-on = Para compartir
theirs-pass-on-help = Quien reciba de usted esta dirección puede leer esta página y no puede cambiar nada. El enlace de nuestro mensaje sigue siendo solo suyo.
theirs-yours-alone = Este enlace es solo para { $name }. Quien lo tenga habla aquí en su nombre. Para otra persona de su empresa, pídanos un enlace propio.

## Lo que se puede pulsar: en la página, en su botón y al terminar

theirs-correct = Corríjanos
theirs-correct-act = Enviar la corrección
theirs-correct-done = Gracias. Su corrección ha llegado y le debemos una respuesta.
theirs-add = Cuéntenos más
theirs-add-why = Rellene lo que quiera; lo demás puede quedar vacío.
theirs-add-act = Enviar
theirs-add-done = Gracias. Ha llegado.
theirs-answer-news = Díganos si así le sigue sirviendo
theirs-answer-news-act = Enviar la respuesta
theirs-answer-news-done = Gracias. Su respuesta ha llegado.
theirs-choose = Elegir esta
theirs-choose-act = Elegirla
theirs-choose-done = Su elección ha llegado.
theirs-none-fits = Ninguna me sirve
theirs-none-fits-why = Entonces buscamos otras. Nos ayuda saber por qué.
theirs-none-fits-act = Decir que ninguna sirve
theirs-none-fits-done = Lo hemos entendido. Buscamos otras soluciones y se lo contamos.
theirs-propose = Proponer otra
theirs-propose-act = Enviar la propuesta
theirs-propose-done = Su propuesta ha llegado y le debemos una respuesta.
theirs-ask = Hacer una pregunta
theirs-ask-act = Enviar la pregunta
theirs-ask-done = Su pregunta ha llegado y le debemos la respuesta.
theirs-agree = Aceptar el plan
theirs-agree-why = Estos son los pasos tal como están ahora.
theirs-agree-act = Lo acepto
theirs-agree-done = Su sí al plan ha llegado.
theirs-change-plan = Pedir un cambio
theirs-change-plan-act = Enviar la petición
theirs-change-plan-done = Su petición ha llegado. Un plan cambiado necesita de nuevo el sí de ambos.
theirs-step = Díganos cómo salió esto
theirs-step-act = Enviar
theirs-step-done = Gracias. Ya lo sabemos.

theirs-delivery = Cambiar la entrega
theirs-delivery-why = Lo que no cambia puede quedar vacío.
theirs-delivery-act = Seguir y revisarlo
theirs-delivery-done = El cambio ha llegado y quienes envían la mercancía lo saben.
theirs-solved = Está resuelto
theirs-solved-why = Solo cuenta su palabra. Lo que deje sin marcar no lo tomamos como respuesta.
theirs-solved-act = Decir que está resuelto
theirs-solved-done = Gracias por su palabra. Si vuelve a pasar, basta una frase para abrirlo de nuevo.
theirs-not-solved = No está resuelto
theirs-not-solved-why = Entonces no hemos terminado. Le llamamos.
theirs-not-solved-act = Decir que no está resuelto
theirs-not-solved-done = Lo hemos entendido. Le llamamos.
theirs-open-again = Al final no está resuelto
theirs-open-again-why = Basta una frase, por mucho tiempo que haya pasado. Le llamamos.
theirs-open-again-act = Abrirlo de nuevo
theirs-open-again-done = Está abierto de nuevo. Le llamamos.
theirs-let-rest = Dejarlo así
theirs-let-rest-why = No nos pide nada más. Puede abrirlo de nuevo cuando quiera.
theirs-let-rest-act = Dejarlo así
theirs-let-rest-done = Lo dejamos así. Puede abrirlo de nuevo cuando quiera.

## Los campos de los formularios

theirs-field-correct = Qué no es correcto y cómo es
theirs-field-more = Algo más
theirs-field-choice = Unas palabras sobre su elección
theirs-field-none-fits = Qué no le sirve
theirs-field-help = ¿Cómo podemos ayudarle?
theirs-field-proposal = Lo que propone
theirs-field-needed-by = Para cuándo lo necesitaría
theirs-field-you-do = Lo que harían ustedes
theirs-field-question = Su pregunta
theirs-field-change = Qué debería ser distinto
theirs-field-outcome = Cómo salió
theirs-field-new-due = Cuándo estará hecho
theirs-field-reason = Lo que deberíamos saber
theirs-outcome-done = Está hecho
theirs-outcome-late = Tardará más
theirs-outcome-skipped = Ya no hace falta
theirs-field-address = La nueva dirección
theirs-field-receiver = Quién lo recibe allí y cómo localizarle
theirs-field-when = La nueva hora
theirs-field-let-rest = Con sus palabras
theirs-field-not-solved = Qué no está resuelto
theirs-field-solved = Con sus palabras
theirs-field-settled = Marque lo que está resuelto
theirs-field-in-time = ¿Llegó a tiempo para usted?
theirs-field-may-be-shown = ¿Podemos mostrar sus palabras a nuestro personal?
theirs-field-reaction = Con este cambio
theirs-field-need-by = Cuándo lo necesita de verdad
theirs-field-dimension = En qué le afecta
theirs-field-impact = Cómo le afecta
theirs-field-safety = ¿Hay alguien herido o podría haberlo?
theirs-field-deadline = Un plazo suyo
theirs-field-deadline-what = Qué ocurre entonces
theirs-field-deadline-at = Cuándo
theirs-field-at-risk = ¿Está en peligro?
theirs-your-time = En su hora ({ $zone })
theirs-safety-nobody = Nadie
theirs-safety-somebody-hurt = Hay alguien herido
theirs-safety-could-hurt = Podría haberlo
theirs-dimension-safety = Seguridad
theirs-dimension-stopped = Algo está parado
theirs-dimension-deadline = Un plazo nuestro
theirs-dimension-money = Dinero
theirs-dimension-standing = Nuestra imagen ante nuestro propio cliente
theirs-dimension-productivity = Trabajo y tiempo
theirs-dimension-goods-unusable = La mercancía no se puede usar
theirs-dimension-paperwork = Documentación
theirs-scores = ¿Cómo ha sido para usted?
theirs-score-outcome = El resultado
theirs-score-process = Cómo lo llevamos
theirs-score-people = Nuestro personal
theirs-score-valued = Se sintió importante para nosotros
theirs-score-reassured = Se sintió con tranquilidad
theirs-score-none = sin respuesta
theirs-score-1 = 1, nada
theirs-score-2 = 2
theirs-score-3 = 3
theirs-score-4 = 4
theirs-score-5 = 5, del todo

## Sin acuerdo, y alguien imparcial

theirs-still-do = Lo que seguimos haciendo por usted
theirs-neutral = Una persona imparcial
theirs-neutral-accepted = Aceptada por { $us } y { $them }.
theirs-neutral-proposes = Propone:
theirs-neutral-sign = Vale cuando ambas partes hayan aceptado el plan de abajo.
theirs-neutral-say = Decir algo a la persona mediadora en confianza
theirs-neutral-why = Esto solo lo leen ustedes y la persona mediadora. Nosotros no lo vemos nunca.
theirs-neutral-words = A la persona mediadora
theirs-neutral-act = Decirlo en confianza
