# Ayuda para empezar: primeras frases con lo que sabe el caso, en el idioma del cliente. Lo que nadie sabe está entre corchetes, y así no
# sale nada. Ninguna frase promete: si hay un día, es porque consta.
starts-problem = Gracias por decírnoslo. Ustedes nos dijeron: { $problem }
starts-found = Esto es lo que hemos visto: { $problem }
starts-news = Tengo una noticia para ustedes: { $problem }
starts-day = La fecha es ahora { $new }; habíamos dicho { $old }.
starts-day-new = La fecha es ahora { $new }.
starts-effect = Lo que supone para ustedes: { $effect }
starts-effect-gap = Lo que supone para ustedes: [qué supone para el cliente?].
starts-effect-asked = Todavía no sé qué supone esto para ustedes.
starts-own-ours = Ha sido un error nuestro: { $part }
starts-own-shared = Primero nuestro error en esto: { $part }
starts-sorry-ours = Siento nuestro error: { $part }
starts-sorry-shared = Siento nuestro error en esto: { $part }
starts-part-gap = [qué hicimos?]
starts-unknown = Todavía no sabemos cómo ocurrió.
starts-done = Hecho hasta ahora: { $what }
starts-step = Lo siguiente: { $what }, antes del { $at }.
starts-step-gap = Lo siguiente: [qué paso y para cuándo?].
starts-next-gap = [cuándo sabrán de nosotros?]
starts-help = Quiero ayudarles con esto. ¿Qué es lo más urgente para ustedes ahora?
starts-still-works = ¿Les sigue sirviendo así?
starts-reflect-1 = Lo que entiendo es esto: { $concern } ¿Lo he entendido bien?
starts-reflect-2 = Lo repito con sus palabras: { $concern } ¿Qué me falta?
starts-reflect-3 = Lo que más pesa parece ser esto: { $concern } ¿Es así?
starts-invite-1 = Quiero entender cómo hemos llegado hasta aquí. ¿Cuándo podemos hablar?
starts-invite-2 = Me gustaría encontrar una salida junto con ustedes. ¿Qué hora les viene bien?
starts-invite-3 = Primero me gustaría oírlo de ustedes: qué ha pasado y qué supone.
