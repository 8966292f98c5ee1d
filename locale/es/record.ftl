# El registro de un caso: un archivo firmado para el cliente, y la página donde cualquiera lo comprueba.

## En su página

theirs-record = El registro de este caso
theirs-record-help = Todo lo que se le ha dicho, en un archivo para que lo guarde. Está firmado: cualquiera puede ver, sin nosotros, que no se ha cambiado nada.
theirs-record-take = Llevarse el registro
theirs-record-check = Comprobar un registro
theirs-record-left-out =
    { $n ->
        [one] Se dijo una cosa más que no cupo. Pídanosla.
       *[other] Se dijeron { $n } cosas más que no cupieron. Pídanoslas.
    }

## Dónde se comprueba

theirs-verify-title = Comprobar un registro
theirs-verify-intro = Un registro contiene lo que se le ha dicho a un cliente sobre su caso. Cada línea lleva la huella de la anterior, y la última está firmada. Lo que después se haya cambiado, quitado o añadido se descubre aquí.
theirs-verify-foot = En esta página nadie tiene que identificarse, y no guarda nada.
theirs-verify-here = En su navegador
theirs-verify-file = El archivo del registro
theirs-verify-stays = Se lee solo en su dispositivo. Nada de él se nos envía a nosotros ni a nadie.
theirs-verify-without = Sin JavaScript esta página no puede leer un archivo. Use la orden de abajo: hace lo mismo.
theirs-verify-command = Con la orden
theirs-verify-command-help = Makegood es software libre. En cualquier equipo que lo tenga, sin nuestro servidor y sin red:
theirs-verify-command-ends = Termina con 0 si no se ha cambiado nada, con 1 si se ha cambiado algo y con 2 si no puede leer el archivo.
theirs-verify-key = Nuestra clave
theirs-verify-key-help = Los registros de aquí se firman con la clave de esta huella. Un archivo con otra huella no lo hemos firmado nosotros.
theirs-verify-key-none = Aquí todavía no se ha hecho ningún registro, así que no hay clave con la que comparar.

## Lo que resulta

theirs-verify-reading = Se está leyendo el archivo.
theirs-verify-holds = Desde que se firmó no se ha cambiado nada: caso { $case }, { $lines } líneas, hecho { $made }.
theirs-verify-ours = Se firmó aquí.
theirs-verify-another = Este archivo está firmado, pero no por esta instalación. Quien lo firmó se da el nombre de “{ $name }”; la clave tiene la huella { $fingerprint }. Pregunte de dónde viene el archivo.
theirs-verify-no-crypto = Su navegador no deja que esta página compruebe nada, porque no ha llegado por https. Use la orden de abajo.
theirs-verify-no-signatures = Cada línea encaja con la anterior, pero su navegador no puede comprobar la firma (Ed25519). Mientras no se compruebe, nadie sabe quién escribió el archivo. Use la orden de abajo o un navegador más nuevo.
theirs-verify-not-read = No se ha podido leer el archivo. Elíjalo otra vez.
theirs-verify-empty = El archivo está vacío.
theirs-verify-too-large = El archivo es demasiado grande: un registro tiene como mucho 16 MB.
theirs-verify-binary = Esto no es texto. Un registro es un archivo de texto; quizá esté comprimido o sea otro archivo.
theirs-verify-no-record = Esto es texto, pero no un registro: no empieza como tal.
theirs-verify-other-format = Es un registro en un formato que aquí no se conoce. Quizá lo lea un Makegood más nuevo.
theirs-verify-line-ends = Se han cambiado los finales de todas las líneas, como hacen algunos programas de correo y editores. Tome el archivo otra vez, tal como se descargó.
theirs-verify-cut = El archivo está cortado: termina en la línea { $line }, antes de su firma.
theirs-verify-changed = La línea { $line } no es lo que se escribió.
theirs-verify-missing = Falta la línea { $line }.
theirs-verify-moved = Las líneas no están en su orden: la línea { $line } está más abajo.
theirs-verify-added = La línea { $line } se ha añadido: allí está otra vez una línea de número anterior.
theirs-verify-after-the-end = La línea { $line } se ha añadido: está después de la firma.
theirs-verify-fingerprint = La huella del archivo no es la de la clave que contiene. Alguien ha puesto otra clave.
theirs-verify-signature = Las líneas encajan entre sí, pero la firma no es de ellas. Alguien ha cambiado el archivo y ha rehecho su cadena.
