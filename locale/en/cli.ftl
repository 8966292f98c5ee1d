# The command line: what can be typed, and what it answers.

cli-about = Catches when something goes wrong for a customer and sees it through to their word
cli-exit-codes =
    Without a command it serves. Exit codes: 0 done, 1 a fault of ours, 2 the command line or the configuration is not
    understood, 3 refused (the sentence says the way out), 4 doctor found something.
cli-data = The data folder: the database and makegood.toml
cli-listen = The address to answer on
cli-lmtp = Where a mail server on this machine may hand mail over by LMTP; off when left out
cli-mail = Mail: take one from a mail server, or try every mailbox
cli-mail-deliver = Take one mail from the standard input, for a mail server that pipes into a program
cli-mail-deliver-exit-codes = Ends with 0 once the mail is kept, with 75 when the mail server must bring it again. Prints nothing.
cli-mail-to = For whom the mail server took it
cli-mail-doctor = Try every mailbox step by step, in and out, let it write to itself, look up what the world is told about its domain, and say where it stops
cli-mail-mailbox = Only this mailbox
cli-mail-wait = How long the mail to itself may be on its way; 0 sends none
cli-mail-dns = Ask this name server, not the one that this machine asks
cli-mail-to-itself = To itself
cli-mail-names = What the world is told about { $domain }
cli-mail-mx = Mail for it goes to { $what }
cli-mail-mx-unsaid = Nobody says where mail for it goes (no MX record). Whoever keeps the names of { $domain } adds one that names your mail server.
cli-mail-mx-nowhere = It says that it takes no mail at all (an empty MX record), so nobody can write to you there. Whoever keeps the names of { $domain } takes that away.
cli-mail-mx-no-domain = There is no such domain. Look for a slip in the address of the mailbox.
cli-mail-mx-unknown = Nobody told us where mail for it goes ({ $what }). Ask another name server with --dns ADDRESS:PORT.
cli-mail-spf = Who may send for it: { $what }. Look whether the server that we send by is among them.
cli-mail-spf-anybody = Everybody in the world may send for it: { $what }. End the record with -all or ~all, or our mail is taken for junk.
cli-mail-spf-unsaid = Nobody says who may send for it (no SPF record), so many servers take our mail for junk. Whoever keeps the names of { $domain } adds a TXT record that begins with v=spf1 and names the server that we send by.
cli-mail-spf-several = It has several SPF records, and then none of them counts (RFC 7208). Make one of them.
cli-mail-spf-unknown = Nobody told us who may send for it ({ $what }). Ask another name server with --dns ADDRESS:PORT.
cli-mail-none = There is no mailbox. Add one under Settings, Mailboxes.
cli-mail-mailbox-is = { $address }
cli-serve = Answer in the browser and over the API (what happens without a command)
cli-export = Write everything out as lines of JSON, and a safe copy of the database
cli-export-to = A folder for both, a file ending in .ndjson for the lines only, or - for the output
cli-doctor = Check everything that is kept: chains, replay, the database itself, what waits
cli-verify = Check the record of a case that somebody took along; needs no server, no database and no network
cli-verify-file = The record, as it was downloaded
cli-verify-key = The fingerprint of the key that must have signed it, as it stands on the page where records are checked
cli-verify-exit-codes = Exit codes: 0 nothing in it was changed, 1 something was or another key signed it, 2 the file cannot be read as a record.
cli-demo = Fill an empty database with a company to look around in, then serve it
cli-fill-only = Fill and stop
cli-case = List, show and do, as on the page
cli-case-list = The open cases, gravest first
cli-case-closed = The closed ones, newest first
cli-case-mine = Only those you drive
cli-case-text = Only those with these words
cli-case-show = One case with what is owed and what happened
cli-case-number = The number of the case, such as MG-1042
cli-case-do = Ask something of a case
cli-case-command = The command; “makegood case commands” lists them
cli-case-open = Open a case
cli-case-commands = What can be asked, and the fields of one command
cli-case-field = A field as on the page: -f text="They called back" -f deadline.at="Fri 10"
cli-case-json = The command as JSON, from a file with @, from the input with -
cli-case-request = A name for this call; the same name again changes nothing
cli-case-seen = The version that you looked at; if the case moved on, nothing is done
cli-as-json = As JSON
cli-as = Who acts; the only administrator when left out
cli-user = Somebody to sign in, a new password, a key for a program
cli-user-add = Add a colleague
cli-user-email = What they sign in with
cli-user-name = Their name
cli-user-role = What they may do; may be given several times
cli-user-zone = Their time zone, such as Europe/Warsaw
cli-user-stdin = Read the password from the input instead of making one
cli-user-password = Give a new password
cli-user-key = Make a key for the API; it is shown this once
cli-user-key-name = What the key is for
cli-migrate = Bring the database to the schema of this program
cli-config = Show the values in effect, secrets masked

# What it answers
cli-ready = Makegood is ready: { $address }
cli-cannot-listen = We cannot listen on { $address }: { $problem }. Choose another with --listen ADDRESS:PORT.
cli-clock-wrong = The clock of this machine says { $now }. Set it right first: everything here is about time.
cli-nobody-here = Nobody is here who could act. Add an administrator first: makegood user add EMAIL --name NAME --role administrator
cli-say-who = There are several administrators. Say who acts with --as EMAIL.
cli-no-such-person = Nobody active has the address { $email }. “makegood user add” adds somebody.
cli-user-added = { $email } can sign in now.
cli-user-password-set = { $email } has a new password and is signed out everywhere.
cli-user-password-made = The password is { $password } (shown this once).
cli-not-text = The password on the input is not text.
cli-demo-ready = Nordlot Boards is open for a look around in { $database }: twelve colleagues, twelve customers, a year of orders, and a trouble in every state.
cli-demo-sign-in = Sign in as { $email } with the password { $password } (shown this once).
cli-demo-not-empty = Somebody is here already, and a demo company is for an empty database only. Choose another folder with --data DIR.
cli-cannot-write = { $file } cannot be written: { $problem }
cli-export-done = { $count } lines are in { $file }. Each case carries its whole history with the hashes that prove it.
cli-export-copied = A whole copy of the database is in { $file }.
cli-export-postgres = The lines are all there is here: for a copy of a PostgreSQL database use pg_dump.
cli-export-exists = { $file } is there already, and an export never writes over anything. Choose another place.
cli-export-stopped = The export stopped in the middle: { $problem }
cli-doctor-open = { $database } opens; schema { $schema }, program { $version }
cli-doctor-integrity =
    { $count ->
        [0] the database finds nothing wrong with itself
       *[other] the database itself is damaged. Stop the program, keep the file, and restore the last good copy:
    }
cli-doctor-cases = { $cases } cases with { $events } events were read
cli-doctor-history =
    { $count ->
        [0] every chain holds, and every history tells the state that is kept
       *[other] { $count } things do not fit. History was changed behind our back, or this is a bug of ours; keep a copy before anything else:
    }
cli-doctor-orphans =
    { $count ->
        [0] no row points to nothing
       *[other] rows point to nothing:
    }
cli-doctor-stale =
    { $count ->
        [one] · One case has clocks of an older policy or calendar; a running server counts them anew.
       *[other] · { $count } cases have clocks of an older policy or calendar; a running server counts them anew.
    }
cli-doctor-clocks =
    { $state ->
        [late] · a clock has been due for { $minutes } minutes: no server runs, or it stands still
       *[fine] ✓ no clock waits
    }
cli-doctor-recounts =
    { $state ->
        [late] · open cases wait to be counted anew since { $minutes } minutes: no server runs, or it stands still
       *[fine] ✓ no open case waits to be counted anew
    }
cli-doctor-outbox =
    { $state ->
        [late] · something to be done outside has waited for { $minutes } minutes: no server runs, or it stands still
       *[fine] ✓ nothing to be done outside waits
    }
cli-doctor-stuck =
    { $count ->
        [0] nothing is stuck on its way out
       *[other] stuck on its way out:
    }
cli-doctor-well = All is well.
cli-doctor-ill =
    { $count ->
        [one] One thing needs you.
       *[other] { $count } things need you.
    }
cli-doctor-gap = event { $seq } is missing or there twice
cli-doctor-changed = event { $seq } is not what was written
cli-doctor-tail = the last events are missing
cli-doctor-unreadable = cannot be read: { $why }
cli-doctor-replay = its history tells something else about { $fields }
cli-doctor-columns = its lists say something else about { $columns }
cli-doctor-clock-rows = { $kept } rows of clocks instead of { $expected }
cli-doctor-promise-rows = { $kept } rows of promises instead of { $expected }
cli-verify-holds = Nothing in it was changed since it was signed: case { $case }, { $lines } lines, made { $made }.
cli-verify-signed = It is signed with the key { $fingerprint }. Whoever has that key calls themselves “{ $name }”.
cli-verify-compare =
    { $where ->
        [none] Compare the key with the one that they show where their records are checked.
       *[there] Compare the key with the one that they show under { $address }/verify.
    }
cli-verify-key-fits = That is the key that you named.
cli-verify-other-key = Nothing in it was changed since it was signed, but with another key than the one that you named: { $fingerprint }, by somebody who calls themselves “{ $name }”.
cli-verify-no-fingerprint = “{ $said }” is no fingerprint: it has 32 digits from 0 to 9 and a to f.
cli-migrated = { $database } has the schema of this program.
cli-no-cases = No case fits.
cli-no-such-case = There is no case { $case }.
cli-no-number = “{ $said }” is no case number. They look like MG-1042.
cli-no-such-command = There is no command “{ $command }”. “makegood case commands” lists them.
cli-field-form = “{ $field }” is not NAME=VALUE.
cli-cannot-read = { $file } cannot be read: { $problem }
cli-case-done = { $case } is at version { $version } now.
cli-case-nothing = There was nothing to do: { $case } stays at version { $version }.
cli-case-other = { $case } was opened beside it.
cli-col-case = Case
cli-col-customer = Customer
cli-col-trouble = In their words
cli-col-stands = Stands
cli-col-next = Next owed
cli-col-command = Command
cli-col-what = What it does
cli-col-who = Who
cli-col-field = Field
cli-col-shape = Holds
cli-col-meaning = Meaning (* is needed)
cli-shape-text = text
cli-shape-integer = whole number
cli-shape-truth = yes or no
cli-shape-time = time
cli-shape-date = day
cli-shape-id = id

# Configuration
cli-config-problems =
    { $count ->
        [one] The configuration has a problem:
       *[other] The configuration has { $count } problems:
    }
cli-config-without-database-url = SQLite in the data folder
cli-config-without-mail-key = mail.key in the data folder, made when it is first needed
cli-config-without-lmtp = no LMTP
cli-config-without-lmtp-peers = this machine only
cli-config-without-private-hosts = public hosts only
cli-config-without-orders-folder = orders come by upload and by the shell
cli-config-lmtp-open = lmtp names an address that other machines reach. Name those that may hand mail over in lmtp_peers, or choose 127.0.0.1.
cli-config-default = default
cli-config-no-home = We do not know where to keep data: neither HOME nor XDG_DATA_HOME is set. Say it with --data DIR.
cli-config-unknown = { $file } has the unknown key “{ $key }”. Known are { $known }.
cli-config-unknown-env = The environment has the unknown { $key }. Known are { $known }.
cli-config-not-text = The value of “{ $key }” must be text in quotes.
cli-config-not-toml = { $file } is not TOML: { $problem }
cli-config-twice = { $key } is given twice, by itself and as a file. Keep one.
cli-config-two-databases = DATABASE_URL and MAKEGOOD_DATABASE_URL name different databases. Keep one.
cli-config-empty-file = { $key } names { $file }, which is empty.
cli-config-wrong = { $key }: { $problem }
cli-config-not-understood = { $key } is “{ $value }”; it must be { $wanted }.
cli-config-wanted-listen = an address with a port, such as 127.0.0.1:8080
cli-config-wanted-public-url = a web address without a path, such as https://help.example
cli-config-wanted-log-format = text or json
cli-config-wanted-mail-key = 64 hex digits, as openssl rand -hex 32 prints them
cli-config-wanted-lmtp = an address with a port, such as 127.0.0.1:24
cli-config-wanted-lmtp-peers = addresses of machines, such as 10.0.0.5, 10.0.0.6
cli-config-wanted-orders-folder = a folder that is there, such as /srv/edi/in; makegood must be allowed to move files in it
cli-config-wanted-private-hosts = hosts with commas between, each with its port unless that is 443 or 80, such as login.intranet.example, chat.internal:8080
cli-config-wanted-log-level = a level such as info, or target=level

# Import
cli-import = Bring in orders or mail from files
cli-import-orders = Bring in orders from a CSV file of any size, or from EDI (X12, EDIFACT); the same file again changes nothing
cli-import-mail = Bring in mail from a file, an mbox or a folder (a Maildir too), silently; the same mail again changes nothing, so an import that was stopped is begun again
cli-import-file = The CSV file
cli-import-path = A mail, an mbox, or a folder of them
cli-import-map = Says which column a field is, such as promised="Due Date", number 3 as promised=#3, none as promised=; may be given several times and is remembered
cli-import-dates = How 03/04/26 is meant, where the file does not show it: day-first or month-first
cli-import-zone = The time zone of times written without one; yours when left out
cli-import-charset = The character set, where it is not recognised, such as windows-1250
cli-import-delimiter = What divides the cells, where it is not recognised: one character, or tab
cli-import-account = The account of rows that name no customer
cli-import-checks = Deliveries before this day are history: nobody owes a call for them; 30 days ago when left out
cli-import-report = Write every row and field that was not taken, with the reason, to this file
cli-import-heard = Mails from this day on are heard as if they had just come; without it all of them are history: no signal, no notice, no clock, no answer
cli-import-dry = Show what would happen and keep nothing

cli-proofread = Read a message before it is sent: what is missing, what will be misread, what contradicts the record, what is promised. Needs no server, no database and no network
cli-proofread-exit-codes = Exit codes: 0 nothing to put right, 1 something to put right, 2 a file cannot be read or understood, 3 it must not be sent.
cli-proofread-file = The message; - reads the standard input
cli-proofread-case = What is known of the case, as JSON (docs/proofread.md describes it)
cli-proofread-own = Your own file: rules off or of another level, exceptions, words, rules of your own
cli-proofread-packs = Read with the packs of this folder (one folder for each language) in place of those that came along; runs their examples first
cli-proofread-no-packs = There is no pack in { $folder }. It holds one folder for each language, with files such as grammar.toml.
cli-proofread-example-failed = An example does not do what its rule says. { $failed }
cli-proofread-subject = The subject of the mail
cli-proofread-json = The whole report as JSON
cli-proofread-sarif = The findings as SARIF 2.1.0
cli-proofread-explain = Say whether one rule fires on a text, and why not; ends with 1 where it fires
cli-proofread-vale = A folder of styles written for Vale; they run as they are, at “consider”
cli-proofread-left-out = Not loaded: { $problem }
cli-proofread-import = Write the rules of a folder of Vale styles that are only words as a file of your own; the others are named by file and line
cli-proofread-import-lang = The language of the styles
cli-proofread-lsp = Review messages in an editor, by the language server protocol over standard input and output
cli-proofread-lsp-pages = Where your desk shows its rules, so that a finding leads to the page of its rule
cli-proofread-lsp-put = Put “{ $said }” there
cli-proofread-lsp-add = Add “{ $said }”
cli-proofread-rule = The rule, such as AP03
cli-proofread-text = The text; - reads the standard input
cli-proofread-facts = { $file } cannot be read as what is known of a case: { $problem }
cli-proofread-no-rule = There is no rule “{ $rule }”.
cli-proofread-head = { $there } of { $needed } there. Before sending: { $stop } stop, { $fix } to fix, { $consider } to consider.
cli-proofread-head-plain = Before sending: { $stop } stop, { $fix } to fix, { $consider } to consider.
cli-proofread-no-pack = There are no rules for this language: only facts, numbers, dates and the language were looked at. Before sending: { $stop } stop, { $fix } to fix.
cli-proofread-there = there
cli-proofread-weak = weak
cli-proofread-missing = missing
cli-proofread-no-date = no date
cli-proofread-promise = promised: { $act } ({ $when })
cli-proofread-why = why: { $said }
cli-proofread-try = try: { $said }
cli-proofread-source = source: { $said }
cli-proofread-fires = It fires on { $on }.
cli-proofread-gives-way = It fires on { $on }, and another rule says the same at the same place.
cli-proofread-not-asked = It does not fire: it is only asked where the record of the case says so (--case).
cli-proofread-excused = It does not fire: the same sentence excuses it.
cli-proofread-excepted = It does not fire: your own file makes an exception for these words.
cli-proofread-off = It does not fire: your own file switched it off.
cli-proofread-answered = It does not fire: what it complains of is answered elsewhere in the message.
cli-proofread-not-said = It does not fire: none of its phrases stands there.
cli-proofread-example-fires = fires: { $said }
cli-proofread-example-silent = silent: { $said }

cli-watch = What the watch knows
cli-replay = Go through past orders day by day, with only what was known on each day, and say how good the watch would have been. Needs no server and no database
cli-replay-exit-codes = Exit codes: 0 replayed, 2 the file or what was said about it is not understood.
cli-replay-orders = A file of past orders, one line in each row
cli-replay-from = The first promised day that is scored; lines promised before it are learned from. Without it, the first there is
cli-replay-to = The last promised day that is scored. Without it, the last there is
cli-replay-json = Everything as JSON
replay-refused = { $count ->
    [one] 1 row is left out, because it cannot be read:
   *[other] { $count } rows are left out, because they cannot be read:
}
replay-left-empty = { $count ->
    [one] 1 field cannot be read and is taken for empty:
   *[other] { $count } fields cannot be read and are taken for empty:
}
replay-more = and { $count } more
replay-left-out-no-promise = { $count } lines were promised for no day.
replay-left-out-cancelled = { $count } lines were cancelled, and nobody knows when.
replay-left-out-delivered-without-date = { $count } lines are called delivered, without a day.
replay-left-out-contradicts = { $count } lines contradict themselves.
replay-head = Promised from { $from } to { $to }: { $lines } lines, { $late } of them late.
replay-caught = Called about { $caught } of { $late } late lines before their day; { $three } three days ahead or more, { $seven } seven.
replay-false = Called for nothing about { $false } of { $lines } lines that came in time.
replay-countdown = A bare countdown three days before the promised day is over: { $caught } of { $late } late lines, { $false } calls for nothing.
replay-never-came = { $count } more lines never came, as far as this file goes; { $called } of them were called about.
replay-surveys = Asked after { $surveys } deliveries, { $early } of them before the goods were there.
replay-calibration = What was said, and what came:
replay-bin = of { $n } forecasts of { $said } in 100, { $came } in 100 came late
replay-without-history = { $count } times there was too little history to say anything
replay-missed = Late and not called about, rows: { $rows }
