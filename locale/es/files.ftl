# Los archivos de un caso en la página del cliente.

told-file-from-you = Usted nos envió: { $name }. { $words }
told-file-for-you = Aquí hay un archivo para usted: { $name }. { $words }
refusal-file-empty = Este archivo está vacío. Elija otro.
refusal-file-too-large = Este archivo ocupa más de { $most } MB. Elija uno más pequeño.
refusal-file-is-there = Este archivo ya ha llegado. No hace falta nada más.
refusal-no-such-file = Aquí no hay ningún archivo así. Mire la lista de archivos.
refusal-file-is-theirs = Este archivo lo envió el propio cliente. Se queda en su página.
theirs-files = Archivos y fotos
theirs-files-none = Aquí todavía no hay nada. Una foto suele ser lo que más nos ayuda.
theirs-send-file = Enviar un archivo o una foto
theirs-send-file-why = Un archivo de { $limit } MB como máximo. Lo guardamos tal como es.
theirs-send-file-act = Enviar
theirs-send-file-done = Gracias. Su archivo está aquí.
theirs-field-file = Archivo
theirs-field-file-words = Qué se ve en él
theirs-file-from-us = de nuestra parte
theirs-file-from-you = de usted
theirs-file-from = de { $name }
theirs-file-open = Abrir la foto { $name }
theirs-file-get = Descargar { $name }
theirs-file-too-large = Este archivo ocupa más de { $limit } MB y no hemos podido recibirlo. Elija uno más pequeño o envíenos una parte. Su texto sigue aquí.
theirs-file-none = Elija primero un archivo.
theirs-file-broken = El archivo no llegó entero. Envíelo otra vez; su texto sigue aquí.
theirs-file-busy = En este momento llegan muchos archivos. Envíelo otra vez dentro de un minuto; su texto sigue aquí.
