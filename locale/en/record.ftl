# The record of a case: a signed file for the customer, and the page where anybody checks one.

## On their page

theirs-record = The record of this case
theirs-record-help = Everything that was told to you, as a file for you to keep. It is signed: anybody can see that nothing in it was changed, without us.
theirs-record-take = Take the record with you
theirs-record-check = Check a record
theirs-record-left-out =
    { $n ->
        [one] One more thing was told and did not fit. Ask us for it.
       *[other] { $n } more things were told and did not fit. Ask us for them.
    }

## Where it is checked

theirs-verify-title = Check a record
theirs-verify-intro = A record holds what was told to a customer about their case. Each line carries a print of the line before it, and the last line is signed. Whatever was changed, taken away or added afterwards is found here.
theirs-verify-foot = Nobody has to sign in to this page, and it keeps nothing.
theirs-verify-here = In your browser
theirs-verify-file = The file of the record
theirs-verify-stays = It is read on your device only. Nothing of it is sent to us or to anybody else.
theirs-verify-without = Without JavaScript this page cannot read a file. Use the command below: it does the same.
theirs-verify-command = With the command
theirs-verify-command-help = Makegood is free software. On any machine that has it, without our server and without a network:
theirs-verify-command-ends = It ends with 0 when nothing was changed, with 1 when something was, and with 2 when it cannot read the file.
theirs-verify-key = Our key
theirs-verify-key-help = Records from here are signed with the key of this fingerprint. A file with another fingerprint was not signed by us.
theirs-verify-key-none = No record was made here yet, so there is no key to compare with.

## What comes of it

theirs-verify-reading = The file is being read.
theirs-verify-holds = Nothing in it was changed since it was signed: case { $case }, { $lines } lines, made { $made }.
theirs-verify-ours = It was signed here.
theirs-verify-another = This file is signed, but not by this installation. Whoever signed it writes the name “{ $name }”; the key has the fingerprint { $fingerprint }. Ask where the file comes from.
theirs-verify-no-crypto = Your browser does not let this page check anything, because the page did not come over https. Use the command below.
theirs-verify-no-signatures = Each line fits the one before, but your browser cannot check the signature (Ed25519). Until that is checked, nobody knows who wrote the file. Use the command below or a newer browser.
theirs-verify-not-read = The file could not be read. Choose it again.
theirs-verify-empty = The file is empty.
theirs-verify-too-large = The file is too large: a record has at most 16 MB.
theirs-verify-binary = This is not text. A record is a text file; perhaps it is packed, or another file.
theirs-verify-no-record = This is text, but not a record: it does not begin as one.
theirs-verify-other-format = This is a record in a format that is not known here. A newer Makegood may read it.
theirs-verify-line-ends = The ends of all lines were changed, as some mail programs and editors do. Take the file again, as it was downloaded.
theirs-verify-cut = The file was cut off: it ends in line { $line }, before its signature.
theirs-verify-changed = Line { $line } is not what was written.
theirs-verify-missing = Line { $line } is missing.
theirs-verify-moved = The lines are not in their order: line { $line } stands further down.
theirs-verify-added = Line { $line } was added: a line of an earlier number stands there again.
theirs-verify-after-the-end = Line { $line } was added: it stands after the signature.
theirs-verify-fingerprint = The fingerprint in the file is not that of the key in it. Somebody put another key in.
theirs-verify-signature = The lines fit together, but the signature does not belong to them. Somebody changed the file and mended its chain.

## For colleagues

record-take = Take the customer's record
record-take-why = What was told to them, signed, in their language; they can take it from their own page, too.
record-check = Check a record
