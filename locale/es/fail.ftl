# Cuando una página no se puede mostrar: qué ha pasado y cómo seguir.

fail-home = Ir a la página principal
fail-not-found-title = Aquí no hay nada
fail-not-found = Esa página no existe. Puede que el número o el enlace estén mal escritos.
fail-forbidden-title = Sin acceso
fail-forbidden = No podemos mostrar esta página aquí. Abra el enlace de nuestro último mensaje o llámenos.
fail-other-site-title = No desde aquí
fail-other-site = Esto se envió desde otro sitio y no se ha cambiado nada. Abra la página aquí y pulse el botón de nuevo.
fail-too-many-title = Demasiadas veces
fail-too-many = Se ha intentado demasiadas veces en poco tiempo. Espere un poco e inténtelo de nuevo.
fail-busy-title = Ocupado
fail-busy = Ahora mismo no hemos podido hacerlo; no se ha cambiado nada. Inténtelo de nuevo en unos segundos.
fail-ours-title = Es culpa nuestra
fail-ours = Algo nuestro ha fallado y no se ha cambiado nada. Díganos el número { $id }.

# Lo que un campo necesita
form-needed = Esto es necesario.
form-number = Escriba un número entero, por ejemplo 12.
form-time = No entendemos esta hora. Escríbala así: 2026-11-27 14:00.
form-date = No entendemos este día. Escríbalo así: 2026-11-27.
form-choose = Elija
form-not-understood = No hemos entendido algo de este formulario: { $problem }
