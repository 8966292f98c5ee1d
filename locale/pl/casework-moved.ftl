# Obietnica przeniesiona na inny termin za zgodą klienta.

told-promise-moved = Przeniesione zgodnie z ustaleniem ({ $by }): { $promised }, najpóźniej { $due }
