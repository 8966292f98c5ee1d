# Los días como encabezado
when-day-today = Hoy, { $date }
when-day-tomorrow = Mañana, { $date }
when-day-yesterday = Ayer, { $date }

# Comillas: las de fuera y las de dentro.
quote-marks = “”‘’
