# Mail von uns auf dem Weg nach draußen, soweit es jemand am Tisch wissen muss.
mail-out-trouble = Über dieses Postfach geht keine Mail hinaus: { $said }. Sie wartet und wird wieder versucht; nichts geht verloren.
