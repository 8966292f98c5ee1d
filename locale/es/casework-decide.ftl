# Decisión, plan y promesas: lo que lee el cliente. De usted.

told-proposal-added = Usted propuso: “{ $what }”
told-suggestion-answered = Su propuesta “{ $what }”: { $answer } — { $words }
told-options-laid-out = Puede elegir: { $options }
told-decision-made = Usted eligió: { $what } — “{ $words }”
told-none-fits = Ninguna de las opciones le sirve: “{ $words }” Buscamos otras.

told-plan-agreed = Nuestro plan: { $steps }. Por nuestra parte: { $us }.
told-plan-revised = Nuestro plan ha cambiado (versión { $version }), porque { $why }: { $steps }
told-step-done = Hecho: { $text }
told-step-late = { $text } llegará más tarde de lo que dijimos: { $due }
told-feedback-replied = Usted nos dijo qué debemos hacer de otra manera. Nuestra respuesta: { $reply }
told-delivery-changed = Su entrega se ha cambiado como pidió: { $address } { $receiver }
told-delivery-changed-timed = Su entrega se ha cambiado como pidió: { $address } { $receiver }, { $arrives }

told-resident-assigned = { $person } está con ustedes en { $site } y les informa cada día laborable.
told-site-reported = { $person }, desde sus instalaciones: { $words }
told-residence-ended = { $person } está de nuevo con nosotros, como usted dijo.

told-promise-kept = Cumplido: { $promised }
told-promise-broken = Habíamos prometido: { $promised }, a más tardar { $due }. No lo cumplimos, y es culpa nuestra.
told-promise-kept-late = { $promised }: está hecho, más tarde de lo que habíamos prometido ({ $due }). Es culpa nuestra.
told-amends-granted = { $words }, a más tardar: { $due }
told-amends-approved = Para disculparnos: { $what }, a más tardar: { $due }
told-amends-given = Ya lo tiene: { $what }

answered-taken = aceptada
answered-partly = aceptada en parte
answered-not-taken = no aceptada

promised-next-contact = la próxima noticia nuestra

amends-kind-discount = un descuento
amends-kind-free-service = un servicio gratuito
amends-kind-expedite = una entrega más rápida
amends-kind-credit = un abono
amends-kind-waived-fee = un cargo que no se cobra
amends-kind-free-samples = muestras gratuitas
amends-kind-extended-terms = un plazo de pago más largo
amends-kind-thank-you = un agradecimiento
amends-kind-future-discount = un descuento en un pedido futuro

refusal-arrives-in-the-past = Ese momento ya ha pasado. Indique uno que esté por llegar.
refusal-decider-is-customer = La decisión es suya. Indique quién de ustedes la tomó.
refusal-delivery-change-empty = Díganos qué cambia: la dirección, quién recibe o la hora.
refusal-last-fix-step = Es el único paso que lo arregla. Acordemos primero otro y después podrá quitar este.
refusal-late-needs-date = Díganos cuándo será entonces.
refusal-no-such-option = Esa opción ya no está. Vuelva a cargar la página y elija de nuevo.
refusal-no-such-step = Ese paso no está en el plan. Vuelva a cargar la página y elija de nuevo.
refusal-nothing-changes = Con esto no cambia nada. Díganos qué debe ser distinto.
refusal-option-empty = Díganos qué solución propone.
refusal-read-back-first = Lea otra vez la nueva dirección y confirme que es correcta.
refusal-step-in-the-past = Esa fecha ya ha pasado. Indique una que esté por llegar.
refusal-step-settled = “{ $text }” ya está resuelto. Si hace falta algo más, díganoslo.

option-you-do-nothing = nada
option-costs-nothing = nada
option-paid-by-us = lo pagamos nosotros

options-arrives = Lo tendrá
options-no-date = aún no se sabe
options-sure = Qué seguridad hay
options-you-do = De su parte
options-costs-you = Qué le cuesta
options-need = Por qué puede servirle

confidence-firm = seguro
confidence-expected = previsto
confidence-range = aproximado
confidence-unknown = aún no se sabe

said-yes = sí
said-no = no
