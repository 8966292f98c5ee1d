# Dni jako nagłówki
when-day-today = Dzisiaj, { $date }
when-day-tomorrow = Jutro, { $date }
when-day-yesterday = Wczoraj, { $date }

# Cudzysłowy: otwierający i zamykający, potem wewnętrzne.
quote-marks = „”«»
