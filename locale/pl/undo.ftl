# Co zostało cofnięte, słowami dla klienta.
told-step-reopened = Jednak jeszcze niezrobione: { $text }
