# Lo que está en cada página.
#
# Glosario: case = caso; option = solución u opción; plan = plan; step = paso; promise = promesa; solved = resuelto;
# their word = su palabra; link = enlace. Se habla de usted; sin jerga.

ui-product = Makegood
ui-skip = Ir al contenido
ui-footer = Makegood: acudir enseguida y cumplir lo prometido, hasta que usted diga que está resuelto.

# Formularios
ui-optional = (opcional)
ui-errors = Hay algo que revisar aquí
ui-draft-restored = Ha vuelto lo que había escrito aquí antes.
ui-way-out = Cómo seguir:

# Listas y páginas
ui-clock-met = Cumplido:
ui-clock-why = ¿Por qué esta hora?
ui-pager = Páginas de esta lista
ui-newer = ← Más recientes
ui-older = Más antiguas →
ui-first-page = ← Desde el principio
ui-next-page = Más →
ui-progress = { $done } de { $of }

# Personas
ui-call = Llamar
ui-call-name = Llamar a { $name }:
ui-no-number = sin número conocido

# Pasos
ui-step-of = Paso { $n } de { $of }
ui-step-done = hecho
ui-step-passed = omitido, con un motivo
ui-still-needed = Aún falta:

ui-stages = Las partes de esta página
