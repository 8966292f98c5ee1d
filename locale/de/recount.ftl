# Fristen, die nach einer geänderten Einstellung neu gezählt wurden.

event-clocks-recounted = { $more ->
    [0] Neu gezählt nach den Fristen der Firma von heute: { $clock } ist { $to } fällig statt { $from }.
    [one] Neu gezählt nach den Fristen der Firma von heute: { $clock } ist { $to } fällig statt { $from }, und noch eine wurde verschoben.
   *[other] Neu gezählt nach den Fristen der Firma von heute: { $clock } ist { $to } fällig statt { $from }, und { $more } weitere wurden verschoben.
}
event-clocks-recounted-same = Neu gezählt nach den Fristen der Firma von heute; keine wurde verschoben.
