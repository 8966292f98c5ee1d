# Saber, contactar, escuchar: lo que lee el cliente.

told-case-opened = Usted nos dijo: “{ $title }”
told-recovery-spotted = Lo sabemos.
told-recovery-told = Lo vemos y estamos trabajando para arreglarlo.
told-recovery-heard = Le hemos escuchado.
told-recovery-deciding = Tiene soluciones entre las que elegir.
told-recovery-agreed = Tenemos un plan en común.
told-recovery-making-good = Lo estamos arreglando.
told-recovery-awaiting-word = Todo lo acordado está hecho. ¿Está resuelto? Solo usted puede decirlo.
told-recovery-solved = Usted dijo que está resuelto.
told-recovery-closed = Cerrado. Si no está resuelto, díganoslo: se abre de nuevo al instante.
told-recovery-still-works = Usted dijo que así le sigue sirviendo.
told-recovery-not-agreed = Todavía no nos hemos puesto de acuerdo. Aquí está escrito lo que seguimos haciendo por usted.
told-recovery-in-mediation = Nos ayuda una persona imparcial.
told-recovery-withdrawn = Usted prefirió dejarlo así. Si vuelve a pasar, díganoslo: se abre de nuevo al instante.
told-recovery-no-word = No sabemos aún si está resuelto. Para usted sigue abierto.
told-recovery-merged = Esto continúa con otro número.
told-harm-described = Cómo le afecta: { $impacts }
told-conversation = Lo que usted nos contó: { $heard }
told-message = { $text }
told-what-happened = Qué ocurrió: { $what }
told-question-asked = Usted preguntó: “{ $words }”
told-question-answered = Nuestra respuesta: { $answer }
told-promise-made = Prometimos: { $words }, a más tardar: { $due }
told-next-contact-promised = Tendrá noticias nuestras a más tardar: { $due }

refusal-case-merged = Este caso continúa con otro número. Siga allí.
refusal-changed-meanwhile = { $events ->
    [one] Mientras tanto ha cambiado algo. Lea la nueva entrada y vuelva a enviar.
   *[other] Mientras tanto hay { $events } entradas nuevas. Léalas y vuelva a enviar.
}
refusal-happened-in-future = Eso está aún por llegar ({ $at }). Indique cuándo ocurrió.
refusal-impact-without-words = Cuéntenos con sus palabras cómo le afecta.
refusal-must-check-needs-call-back = Díganos cuándo lo sabrá y le llamaremos entonces.
refusal-no-deadline-known = Aún no conocemos su plazo. Indíquelo primero.
refusal-no-such-case = No existe ese caso. Abra el enlace de nuestro último mensaje.
refusal-no-such-concern = Esa preocupación no está aquí. Vuelva a cargar la página y elija de nuevo.
refusal-not-a-contact = Aquí solo puede figurar alguien de su empresa a quien conozcamos. Díganoslo y lo añadimos.
refusal-not-for-customers = De esto se ocupa uno de nosotros. Díganoslo y lo hacemos con usted.
refusal-nothing-said = Aquí no hay nada escrito todavía. Basta con una frase.
refusal-one-to-five = Indique un número del 1 al 5.
refusal-still-works-needs-need-by = ¿Hasta cuándo le sirve? Indique la fecha en que de verdad lo necesita.
refusal-too-long = Es demasiado largo para leerlo aquí ({ $most } caracteres como máximo). Acórtelo o adjunte un documento.
