# What the watch saw, in one sentence each.

signal-late-unshipped = { $line } was promised for { $promised } and has neither been shipped nor delivered.
signal-late-shipped = { $line } was promised for { $promised }. It left on { $shipped } and has not been delivered.
signal-unchecked-delivery = { $line } was delivered on { $delivered } and nobody has asked whether it was right. That was due { $due }.
signal-silent-slip = The promise of { $line } moved from { $from } to { $to } and the customer has not been told. They should hear it by { $due }.
