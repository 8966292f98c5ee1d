# Cómo llega el cliente a su página: un enlace nuevo, pulsar demasiado, lo que falló.

theirs-fresh-why = Podemos enviarle un enlace nuevo, a la dirección que tenemos de usted.
theirs-fresh-act = Pedir un enlace nuevo
theirs-fresh-asked-title = Hemos recibido su petición
theirs-fresh-asked = Si el enlace era suyo, la persona que le atiende ya sabe que necesita uno nuevo. Le llegará a la dirección que tenemos de usted.
theirs-too-often-title = Un poco más despacio
theirs-too-often-seconds = Se ha pulsado muchas veces en poco tiempo. No se ha perdido nada: inténtelo de nuevo dentro de { $seconds ->
    [one] un segundo
   *[other] { $seconds } segundos
 }.
theirs-too-often-minutes = Se ha pulsado muchas veces en poco tiempo. No se ha perdido nada: inténtelo de nuevo dentro de { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
 }.
theirs-too-often-call = Si no puede esperar, llámenos.
