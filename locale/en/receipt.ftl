# The receipt of a written complaint, as the customer reads it.
receipt-subject = We have your message
receipt-hello = Dear { $name },
receipt-arrived = thank you for telling us. Your message has arrived, and { $person } has it now.
receipt-arrived-about = thank you for telling us. Your message “{ $subject }” has arrived, and { $person } has it now.
receipt-call = { $person } calls you by { $when } ({ $zone }).
receipt-call-next = { $person } calls you as the next thing.
receipt-number = Our number for it is { $case }. This receipt was written by a program; what you answer to it, { $person } reads.
