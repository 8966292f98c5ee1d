# Lo que ocurre con el correo de un caso, si el cliente lo ve.
told-message-received = Usted escribió: { $text }
