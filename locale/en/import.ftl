# Bringing orders and mail in from files: why something was not taken, and the way out.

# Why a row was refused or a field left empty
import-why-missing = There is no { $field } in this row.
import-why-says-none = The file itself says that there is no date here.
import-why-not-a-date = This is not a date.
import-why-no-such-day = There is no such day.
import-why-year = The year is out of reach (1970 to 2199).
import-why-either-order = Day and month cannot be told apart here. Say --dates day-first or --dates month-first.
import-why-mangled = A spreadsheet exchanged day and month in part of this column, so this date is not believed. Export the column as text, or as 2026-11-20.
import-why-long-cell = A cell is longer than 32 KiB.
import-why-many-columns = The row has more than 200 columns.
import-why-long-row = The row is longer than 1 MiB; the file may have lost its line ends.
import-why-open-quote = A quotation mark opens here and does not close. The row was skipped; reading went on at the next line.
import-why-long-text = The text is longer than { $limit } characters; the columns may have shifted.
import-why-said-twice = The same order line stands on row { $first } with other values. If the file has line numbers, name their column: --map line="…".
import-why-neither-date-nor-flag = This is neither a date nor a yes or no, so it was not read as a cancellation.

# Why a file cannot be imported as it is
import-cannot-empty = There are no rows in this file.
import-cannot-no-column = No column was recognised as { $field }. Name it: --map { $field }="Column name".
import-cannot-delivered = No column says what was delivered, so every past promise would look broken. Name one: --map delivered="Column name" or --map status="Column name".
import-cannot-ambiguous = In the column { $column } every date can be read two ways, such as { $example }. Say --dates day-first or --dates month-first.
import-cannot-map-field = There is no field { $name }. The fields are: { $fields }.
import-cannot-map-column = The file has no column { $name }.
import-cannot-map-pair = "{ $name }" is not of the form field=column, such as promised="Due date".
import-cannot-rows = An upload may hold { $limit } rows. The shell takes any size: makegood import orders FILE.
import-cannot-bytes = An upload may hold { $limit } MiB. The shell takes any size: makegood import orders FILE.
import-cannot-charset = The character set { $name } is not known, or cannot be read row by row. Try utf-8, windows-1252, windows-1250 or utf-16le.
import-cannot-read = { $file } cannot be read: { $why }

# What an import did
import-checks-from = Deliveries before { $day } are history: nobody owes a call for them. Another day: --checks-from DATE.
import-report-rows = { $rows } rows: { $new } new, { $changed } changed, { $same } as before, { $refused } refused.
import-report-accounts = { $count ->
    [one] 1 new account from the file; look at it and name its people.
   *[other] { $count } new accounts from the file; look at them and name their people.
 }
import-report-promises = { $count ->
    [one] 1 promise moved to another date.
   *[other] { $count } promises moved to another date.
 }
import-report-misspelt = { $count ->
    [one] 1 row was written in another character set than the file and was read as Windows-1252.
   *[other] { $count } rows were written in another character set than the file and were read as Windows-1252.
 }
import-report-late-undelivered = { $count ->
    [one] 1 new signal: past its promise and not delivered.
   *[other] { $count } new signals: past their promise and not delivered.
 }
import-report-unchecked-delivery = { $count ->
    [one] 1 new signal: delivered, and nobody asked whether it was right.
   *[other] { $count } new signals: delivered, and nobody asked whether it was right.
 }
import-report-silent-slip = { $count ->
    [one] 1 new signal: a promise moved later and the customer was not told.
   *[other] { $count } new signals: promises moved later and the customers were not told.
 }
import-report-left-empty = { $column } left empty in { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }), such as "{ $example }": { $why }
import-report-refused = Row { $row }, { $column } "{ $value }": { $why }
import-report-refused-row = Row { $row }: { $why }
import-report-more = { $count } more refused rows are not shown here. Write them all to a file: --report FILE

# Timelines that contradict themselves; nothing was changed in them
import-odd-delivered-before-shipped = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): delivered before it was handed over.
import-odd-delivered-without-date = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): delivered, says the status, without a date.
import-odd-closed-without-date = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): closed, says the status, without a delivery date.
import-odd-cancelled-yet-delivered = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): cancelled, yet delivered.
import-odd-delivered-in-the-future = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): delivered on a day that has not come.
import-odd-shipped-in-the-future = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): shipped on a day that has not come.
import-odd-promised-before-ordered = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): promised for a day before it was ordered.
import-odd-delivered-before-ordered = Odd, { $count ->
    [one] 1 row
   *[other] { $count } rows
 } ({ $rows }): delivered before it was ordered.

# Under way
import-stage-reading = Reading
import-stage-keeping = Keeping
import-stage-looking = Looking for trouble
import-stage-ordering = A year of orders
import-stage-telling = A year of troubles
import-progress = { $stage }: { $done } of { $of }
import-account-unnamed = Orders without a customer

# How a file will be read
import-plan-file = { $rows } rows, { $columns } columns, { $charset }, cells divided by "{ $delimiter }".
import-plan-column = { $field } is the column { $column }: { $examples }
import-plan-column-unsure = { $field } may be the column { $column }, please check: { $examples }
import-plan-left = Not read: { $columns }

# Mail
import-mail-found = { $found } mails: { $new } new, { $same } here already.
import-mail-on-cases = { $count } landed on their case.
import-mail-with-accounts = { $count } went to the account of the person who wrote.
import-mail-signals = { $count ->
    [one] 1 new signal: a customer wrote.
   *[other] { $count } new signals: customers wrote.
 }
import-mail-silent = All of it is history: no signal, no notice, no clock and no answer comes of it.
import-mail-unsorted = { $count } are unsorted: nobody here is known by that address. Sort them on the page Unsorted.
import-mail-doubtful = { $count } of them do not say clearly who sent them.
import-mail-machines = { $count } were written by machines; they changed nothing.
import-mail-problem = { $file }: { $why }
import-mail-more = { $count } more files gave no mail.
import-mail-not-mail = this is not a mail.
import-mail-too-large = this is larger than 35 MiB, the largest mail taken.
import-mail-too-deep = folders are looked into 16 deep; import this one by itself.
import-mail-too-many = a million files are taken at once; import the rest folder by folder.

# In the shell
import-cannot-messages-cut-off = The file ends, or another message begins, in the middle of a message (segment { $segment }). Nothing was kept: ask for the whole file again.
import-cannot-messages-head = The file begins like EDI and does not say by which marks its parts are separated. Ask for it again, unchanged by any editor.
import-cannot-messages-miscounted = The message that ends at segment { $segment } says another number of segments than it has, so something is missing. Nothing was kept: ask for the whole file again.
import-plan-messages = { $syntax } messages, { $segments } segments: { $messages }. A row is called by its segment.
import-plan-messages-unread = Not read, since they say nothing about order lines here: { $messages }.
import-cannot-zone = There is no time zone { $name }. Zones are named like Europe/Warsaw.
import-dry-run = This was a dry run: nothing was kept. Signals come when it is.
import-no-such-path = There is no file or folder { $file }.
