# Una promesa que se pasó a otra hora con el acuerdo del cliente.

told-promise-moved = Cambiado de hora, según lo acordado con { $by }: { $promised }, a más tardar: { $due }
