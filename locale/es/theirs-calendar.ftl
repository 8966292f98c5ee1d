# Lo que prometimos, en el calendario del propio cliente: las entradas, la dirección y cómo añadirla.

## Entradas

theirs-feed-name = { $firm }: { $number }
theirs-feed-next = { $firm }: { $name } se pone en contacto con usted
theirs-feed-check-in = { $firm }: { $name } le pregunta cómo va
theirs-feed-follow-up = { $firm }: { $name } le llama para saber si todo sigue bien
theirs-feed-promise = { $firm } prometió: { $words }
theirs-feed-our-step = { $firm }: { $words }
theirs-feed-your-step = Usted, para { $firm }: { $words }
theirs-feed-done = Hecho: { $what }
theirs-feed-broken = No cumplido: { $what }
theirs-feed-off = Anulado: { $what }
theirs-feed-by = A más tardar: { $when }, hora de usted ({ $zone })
theirs-feed-who = Lo hace { $name }
theirs-feed-about = Se trata de: { $title }
theirs-feed-person = Quién le atiende: { $name }
theirs-feed-person-phone = Quién le atiende: { $name }, { $phone }

## La página

theirs-calendar = En su calendario
theirs-calendar-way = Nuestras fechas en su calendario
theirs-calendar-why = Todo lo que le prometimos con una hora, y sus propios pasos, en el calendario que usted ya usa. Cuando una fecha cambia o se anula, su calendario se actualiza solo.
theirs-calendar-show = Mostrar la dirección de mi calendario
theirs-calendar-subscribe = Suscribirme ahora
theirs-calendar-address = La dirección
theirs-calendar-secret = Es solo suya: quien la tenga puede leer estas fechas y nada más. Deja de valer cuando termina su enlace.
theirs-calendar-how = Cómo añadirla
theirs-calendar-outlook = Outlook
theirs-calendar-outlook-how = Calendario → Agregar calendario → Suscribirse desde la web. Pegue la dirección.
theirs-calendar-google = Google Calendar
theirs-calendar-google-how = En un ordenador: Otros calendarios → + → Desde URL. Pegue la dirección.
theirs-calendar-apple = iPhone, iPad, Mac
theirs-calendar-apple-how = Pulse «Suscribirme ahora». O en un Mac: Calendario → Archivo → Nueva suscripción a calendario.
theirs-calendar-late = Algunos programas solo miran unas pocas veces al día. Lo que vale ahora está siempre en su página.
theirs-calendar-calls = Llamadas acordadas
theirs-calendar-calls-why = Una sola llamada para su calendario, sin suscribirse a nada.
theirs-calendar-call = { $name } se pone en contacto a más tardar: { $when }
theirs-calendar-take = Añadirla a mi calendario
theirs-calendar-take-off = Quitarla de mi calendario
