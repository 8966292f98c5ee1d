# The report in disciplines, as the customer reads it.

## Kinds

report-stage-3d = Informe 3D
report-stage-5d = Informe 5D
report-stage-8d = Informe 8D
report-revision = Revisión { $n }
report-page = Página
report-page-of = de
report-no-picture = Esta imagen no se puede mostrar.
report-mark-safety = Seguridad
report-mark-repeat = Repetición

## Head

report-customer = Cliente
report-contact = Contacto
report-number = Nuestro número
report-part = Pieza y revisión
report-lots = Lotes o números de serie
report-first-shipment = Primera entrega afectada
report-shipped = Entregado
report-suspect = Sospechoso
report-bad = Encontrado defectuoso
report-pieces =
    { $n } { $n ->
        [one] pieza
       *[other] piezas
    }
report-known-on = Lo sabemos desde
report-opened-on = Abierto
report-repeat = Ya ocurrió antes
report-repeat-none = no nos consta
report-repeat-some =
    { $n ->
        [one] sí, una vez
       *[other] sí, { $n } veces
    }
report-reached-done = hecho
report-reached-begun = en curso
report-reached-open = abierto

## Disciplines

report-title-d0 = Primera ayuda
report-title-d1 = El equipo
report-title-d2 = Qué falla
report-title-d3 = Qué les protege mientras tanto
report-title-d4 = Por qué ocurrió y por qué les llegó
report-title-d5 = Qué decidimos cambiar
report-title-d6 = Qué se ha cambiado
report-title-d7 = Qué impide que vuelva
report-title-d8 = Su palabra, y las gracias
report-pictures = Imágenes
report-not-yet = Todavía no está.
report-not-known = Aún no se sabe, hasta el { $until }: { $words }

## D0 to D3

report-spoke-on = Primera conversación con ustedes
report-told-on = Se les dijo qué pasó
report-told-to = A quién
report-told = Qué les dijimos
report-champion = Responsable de dirección
report-leader = Dirige el trabajo
report-members = Quién trabaja en ello
report-name = Nombre
report-function = Función
report-reach = Teléfono o correo
report-share = Parte de su tiempo
report-percent = { $n } %
report-in-your-words = En sus palabras
report-failure = Qué falla y en qué
report-should = Debe ser
report-is = Es
report-process-place = En qué punto del proceso
report-in-fmea = Antes en el AMFE
report-in-fmea-yes = sí
report-in-fmea-no = no
report-in-fmea-no-fmea = no hay AMFE
report-compared = Es y no es
report-aspect = Aspecto
report-aspect-what = Qué
report-aspect-where = Dónde
report-aspect-when = Cuándo
report-aspect-extent = Cuánto
report-it-is = Es
report-it-is-not = No es
report-differs = Qué difiere, qué cambió
report-places = Dónde hay piezas sospechosas
report-all-places = Todos los lugares
report-place = Lugar
report-place-at-customer = En su planta
report-place-in-transit = En camino
report-place-our-stock = Nuestro almacén
report-place-wip = En producción
report-place-at-supplier = En nuestro proveedor
report-suspect-short = Sospech.
report-good = Bien
report-bad-short = Mal
report-unchecked = Sin revisar
report-how-and-who = Cómo, quién, verificado por
report-marked = Las buenas llevan marca: { $how }
report-verified = Verificado por { $by }: { $words }
report-ended = Terminado el { $on }: { $words }
report-clean-from = Bien a partir de: { $by } { $value }. { $words }
report-clean-by-lot = lote
report-clean-by-date = fecha
report-clean-by-serial = número de serie
report-function-makes-the-part = fabrica la pieza
report-function-quality = calidad
report-function-process-engineering = ingeniería de procesos
report-function-design = diseño
report-function-maintenance = mantenimiento
report-function-logistics = logística
report-function-purchasing = compras
report-function-sales = ventas
report-function-supplier = proveedor
report-function-customer = cliente
report-function-other = otra

## D4 to D8

report-chain-occurrence = Por qué se produjo
report-chain-escape = Por qué no lo detectamos
report-chain-system = Qué en nuestra casa lo permitió
report-cause = Causa
report-how-we-know = Cómo lo sabemos
report-proving-reproduce = provocado y retirado
report-proving-measure = medido
report-proving-observe = observado
report-ruled-out = Examinado y descartado
report-looked-at = Qué examinamos
report-why-not = Por qué no es la causa
report-your-view = Su punto de vista
report-our-answer = Nuestra respuesta: { $words }
report-action = Acción
report-against = Contra
report-against-occurrence = que se produzca
report-against-escape = que se escape
report-against-system = que se permita
report-strength = Fuerza
report-strength-strong = fuerte
report-strength-middle = media
report-strength-weak = débil
report-strength-note = Fuerte hace imposible el fallo, media lo hace improbable, débil pide a las personas que tengan cuidado.
report-proof-before = Probado antes de implantarlo
report-side-effects = Efectos secundarios
report-owner = Quién
report-due = Plazo
report-done-on = Hecho
report-still-open = aún abierto
report-proof = Prueba
report-documents = Documentos cambiados
report-document = Documento
report-new-revision = Nueva revisión
report-across = Dónde más podría ocurrir
report-where = Dónde
report-what = Qué
report-what-was-done = Qué se hizo
report-reach-item = una pieza parecida
report-reach-process = un proceso parecido
report-reach-supplier = un proveedor parecido
report-reach-site = otra planta
report-reach-nothing = nada más
report-effect = Cómo sabremos que se mantiene
report-measure = Qué se mide
report-threshold = Puede ser
report-window = Se observa durante
report-window-is =
    { $days } { $days ->
        [one] día
       *[other] días
    } y { $n } { $n ->
        [one] entrega limpia
       *[other] entregas limpias
    }
report-until = Hasta
report-looks = ¿Se mantiene?
report-on = El
report-result = Resultado
report-held-held = se mantuvo
report-held-did-not-hold = no se mantuvo
report-data = Qué se midió
report-clean-deliveries = Entregas limpias
report-accepted = Aceptado por { $by } el { $on }.
report-not-accepted = Espera su palabra: pueden aceptar este informe en su página o preguntar sobre él.
report-thanks = Gracias a { $names }, y a ustedes por decírnoslo.
report-answer-accepted = aceptado
report-answer-asks = pregunta

## On the page of the customer

told-report-sent = Les enviamos un informe: { $stage }, revisión { $revision }
told-report-accepted = Aceptaron la revisión { $revision } del informe. { $words }
told-report-asked = Preguntaron sobre la revisión { $revision } del informe: «{ $words }»
theirs-reports = Informes
theirs-report-of = { $stage }, revisión { $revision }
theirs-report-is-accepted = Lo aceptaron.
theirs-report-is-asked = Preguntaron: «{ $words }»
theirs-report-as = También como
theirs-report-accept = Aceptar el informe
theirs-report-accept-why = Dice qué pasó y qué cambiamos, y eso les basta. Si está resuelto lo dicen aparte.
theirs-report-accept-act = Aceptar
theirs-report-accept-done = Gracias. Tenemos su palabra sobre el informe.
theirs-report-ask = Preguntar sobre el informe
theirs-report-ask-why = Qué falta o qué no les convence. Una persona les responde.
theirs-report-ask-act = Enviar la pregunta
theirs-report-ask-done = Gracias. Tenemos su pregunta y responderemos.
theirs-field-report = ¿Qué quieren saber?
refusal-no-such-report = Ya no encontramos este informe. Valen los informes de su página.
refusal-report-is-accepted = Este informe ya está aceptado.
