# Qué hacemos cuando algo sale mal: con qué puede contar cada cliente, para que lo lea cualquiera.

theirs-handling-title = Qué hacemos cuando algo sale mal
theirs-handling-lead = Si algo salió mal con lo que enviamos o hicimos, puede contar con esto.
theirs-handling-promises = Con qué puede contar
theirs-handling-voice-title = Una voz, y pronto
theirs-handling-voice = En cuanto lo sabemos, uno de nosotros le llama { $within }. Si alguien puede salir herido, algo de ustedes está parado o les quedan menos de 48 horas para un plazo, llamamos { $urgent }.
theirs-handling-person-title = Una persona para usted
theirs-handling-person = Sabe por su nombre quién se ocupa, con su teléfono y su horario. Sigue con ello hasta el final; si otra persona lo toma, le decimos quién.
theirs-handling-next-word-title = Sabe cuándo tendrá noticias nuestras
theirs-handling-next-word = Cada vez que hablamos, decimos cuándo será la próxima noticia. Aunque no haya nada nuevo, sabe de nosotros { $within }. Lo hablado y quién hace qué le llega por escrito { $summary }.
theirs-handling-ways-title = Usted elige
theirs-handling-ways = Cuando hemos entendido en qué le afecta, le presentamos al menos dos soluciones, una junto a otra: { $within }. Elija una, díganos que ninguna le sirve o proponga la suya; a una propuesta respondemos { $answer }.
theirs-handling-their-word-title = Solo usted dice que está resuelto
theirs-handling-their-word = Nadie aquí puede darlo por resuelto; solo usted. Si vuelve a pasar, basta una frase para abrirlo de nuevo, por mucho tiempo que haya pasado.
theirs-handling-call-after-title = Volvemos a llamar
theirs-handling-call-after = Cuando ha dicho que está resuelto, le llamamos otra vez y preguntamos si todo sigue bien: { $within }.
theirs-handling-learned-title = Aprendemos de ello
theirs-handling-learned = Buscamos qué lo hizo posible y lo cambiamos. Cuando el cambio ha demostrado que funciona, se lo contamos { $within }.
theirs-handling-hours = Nuestro horario de trabajo: { $hours } ({ $zone }). El tiempo laborable se cuenta en su horario y en el nuestro; vale el que termina antes.
theirs-handling-within = en { $time }
theirs-handling-within-grave = en { $time }, y en { $grave } cuando depende mucho de ello
theirs-handling-length-working-hours = { $n ->
    [one] { $n } hora laborable
   *[other] { $n } horas laborables
}
theirs-handling-length-working-minutes = { $n ->
    [one] { $n } minuto laborable
   *[other] { $n } minutos laborables
}
theirs-handling-length-working-days = { $n ->
    [one] { $n } día laborable
   *[other] { $n } días laborables
}
theirs-handling-length-hours = { $n ->
    [one] { $n } hora, de día y de noche
   *[other] { $n } horas, de día y de noche
}
theirs-handling-length-minutes = { $n ->
    [one] { $n } minuto, de día y de noche
   *[other] { $n } minutos, de día y de noche
}
theirs-handling-reach = Cómo contactar con nosotros
theirs-handling-reach-help = ¿Algo va mal ahora mismo? Llame a la persona que conoce aquí, o a
theirs-handling-figures = Qué resultó de ello
theirs-handling-figures-help = Los últimos doce meses, contados a partir de todos los problemas de nuestros registros. No se puede reconocer a ningún cliente.
theirs-handling-figure-in-time = Llamamos a tiempo
theirs-handling-figure-to-voice = La mitad de los clientes habló con nosotros, desde que lo supimos, en
theirs-handling-figure-kept = Promesas cumplidas, de las que vencieron
theirs-handling-figure-solved = La mitad de los problemas quedó resuelta, según la palabra del cliente, en
theirs-handling-figure-holds = Resueltos y no abiertos de nuevo en 90 días
theirs-handling-n = ({ $n } contados)
theirs-handling-of = { $hits } de { $of }
theirs-handling-percent = { $percent } %
theirs-handling-few = todavía no hay suficientes
theirs-handling-so-far = Con qué puede contar
theirs-handling-so-far-short = hasta ahora { $done } de { $of }
theirs-handling-done = hecho
theirs-handling-to-come = por venir
