# Lo que se ha deshecho, dicho al cliente.
told-step-reopened = Al final, aún sin hacer: { $text }
