# El acuse de recibo de una queja por escrito, tal como lo lee el cliente.
receipt-subject = Hemos recibido su mensaje
receipt-hello = Hola, { $name }:
receipt-arrived = Gracias por decírnoslo. Su mensaje ha llegado y lo tiene { $person }.
receipt-arrived-about = Gracias por decírnoslo. Su mensaje «{ $subject }» ha llegado y lo tiene { $person }.
receipt-call = { $person } le llamará antes del { $when } ({ $zone }).
receipt-call-next = { $person } le llamará ahora, antes que nada.
receipt-number = Nuestro número para este asunto es { $case }. Este acuse lo ha escrito un programa; lo que usted responda lo leerá { $person }.
