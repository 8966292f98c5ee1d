# Lo que una persona del cliente hace con su enlace: cómo se le dice y por qué no.

told-corrected-heard = Usted corrigió lo que entendimos: “{ $words }”
told-corrected-plan = Usted pidió un cambio del plan: “{ $words }”
told-plan-agreed-by-you = Usted aceptó el plan: { $steps }. Falta todavía nuestro sí.
told-plan-agreed-by-us = { $us } acepta este plan por nuestra parte: { $steps }. Vale cuando usted también lo acepte.
told-step-skipped = Se deja fuera: { $text }. { $reason }
told-concern-settled = Usted dijo que esto está resuelto: “{ $words }”
told-deadline-said = Usted lo necesita a más tardar: { $at }: { $what }
told-reaction = Su respuesta: { $reaction }. { $words }
told-reaction-unknown = aún sin respuesta
told-reaction-still-works = sigue sirviendo
told-reaction-works-with-changes = sirve con cambios
told-reaction-hurts = les perjudica
told-reaction-must-check = tienen que comprobarlo

refusal-not-your-case = Este caso no es de su empresa. Abra el enlace de nuestro último mensaje o llámenos.
refusal-speaks-for-another = En esta página habla usted en su propio nombre. Las demás personas de su empresa responden con su propio enlace.
refusal-filled-in-by-us = Esto lo rellenamos nosotros. Déjelo vacío y envíe el resto.
refusal-step-is-ours = Este paso es nuestro. Le avisamos cuando esté hecho; pregúntenos si lo está esperando.
refusal-hurt-until-we-spoke = Aquí consta que alguien ha sufrido daño o podría sufrirlo. Llámenos, para que sepamos por usted que nadie lo está.
refusal-plan-is-another = El plan ha cambiado desde que usted lo leyó; ahora es la versión { $version }. Léala y después acéptela.
refusal-plan-agreed-already = Este plan ya tiene ese sí. No hay nada más que hacer.
refusal-say-how-we-help = ¿No le sirve ninguna? Díganos cómo podemos ayudarle y buscamos otras soluciones.
refusal-tick-each-need = Marque cada necesidad que esté resuelta. Si alguna no lo está, díganos que no está resuelto.
refusal-say-whether-in-time = Díganos si llegó a tiempo para usted.
refusal-we-owe-an-answer = Aún le debemos una respuesta. Primero se la damos y después podrá seguir aquí.
refusal-we-owe-what-happened = Aún le debemos una explicación de lo ocurrido. Primero se la damos y después podrá decir si está resuelto.
refusal-say-it-in-your-words = Díganoslo en pocas palabras, con las suyas.
refusal-not-asked-yet = Todavía no hemos llegado a ese punto. Podrá hacerlo cuando hayamos hecho nuestra parte; se lo diremos.
refusal-plan-not-ready = Todavía no lo tenemos listo. Le avisamos en cuanto lo esté.
refusal-option-not-there = Esa solución ya no se puede elegir. Mire las demás o díganos qué necesita.
refusal-we-are-at-it = Estamos trabajando en ello. Háganos una pregunta o llámenos.
refusal-you-gave-your-word = Ya tenemos su palabra. Si al final no está resuelto, ábralo de nuevo.
refusal-closed-for-now = Esto está cerrado. Si no está resuelto, ábralo de nuevo con una sola frase.
refusal-enough-for-now = Nos ha contado mucho que aún no hemos respondido. Primero respondemos; si no puede esperar, llámenos.
