# Co dzieje się z pocztą w sprawie, jeśli klient to widzi.
told-message-received = Napisali Państwo: { $text }
