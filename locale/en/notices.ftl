# Notices to colleagues: by mail, again until acknowledged, by webhook; and how each colleague wants to hear.

own-notices-title = How you hear of it
settings-own-notices-help = What comes by mail at once, once a day, or only stands on the page.
own-notices-intro = Everything you are told stands under “What you were told”. Here you choose what mail brings as well. What is urgent comes at once and again every 15 minutes until you say that you have it; what can wait never comes in your quiet hours.
own-notices-danger = When somebody is hurt or could be, or an emergency plan runs, mail always comes at once.
own-notices-no-mailbox = No mailbox sends mail yet, so all of it stays on the page. An administrator sets one up.
own-notices-hooks = Webhooks may hear of what I am told
own-notices-hooks-help = Other programs of ours, such as a chat, that an administrator connected.
own-notices-look = Look at today with this
own-notices-today = What today would have brought
own-notices-today-none = You have not been told anything today.
own-notices-today-said = Today so far: { $all ->
    [one] one notice
   *[other] { $all } notices
} · by mail at once: { $now } · in the digest ({ $shift }), as far as it is still true: { $digest } · only on the page: { $off }.
own-notices-when = When
own-notices-what = What
own-notices-how = By mail
notice-about-danger = Somebody is hurt or could be, or an emergency
notice-about-promises = A promise or a time of ours is about to break, or broke
notice-about-customer = The customer said or did something
notice-about-mail = A mail of ours did not arrive
notice-about-asked = Handed over to me, or asked of me
notice-about-rest = All else
notice-by-mail-at-once = At once
notice-by-mail-digest = Once a day, when my day begins; what is urgent at once
notice-by-mail-off = Not by mail
notice-not-acknowledged = { $case } “{ $title }”: { $who } was told eight times that it is urgent, and has not answered for two hours. Who takes it?
audit-did-notice-ways-changed = changed how they hear of notices

notices-how = How you hear of it
notices-unanswered = Waiting for your word
notices-unanswered-help = These come again every 15 minutes until you say that you have them. After eight times your manager hears.
notices-have-it = I have it
notices-times = Told you { $times } times.

run-unanswered = { $count ->
    [one] One urgent notice waits for your word
   *[other] { $count } urgent notices wait for your word
}

notices-mail-subject = { $words } · and { $more } more
notices-mail-digest-subject = { $count ->
    [one] One thing is still true since yesterday
   *[other] { $count } things are still true since yesterday
}
notices-mail-digest-intro = Still true, the newest first. What was done meanwhile is left out.
notices-mail-more = And { $count } more: { $link }
notices-mail-acknowledge = This comes again every 15 minutes until you say that you have it: { $link }
notices-mail-foot = How you hear of it: { $link }
notices-mail-off = No more mail of this kind: { $link }

mailed-title = Urgent, and waiting for your word
mailed-intro = These come again every 15 minutes until you say that you have them.
mailed-line = { $case }, since { $at }.
mailed-line-no-case = Since { $at }.
mailed-open = Open the case
mailed-have-it = I have it
mailed-done = Noted. It does not come again.
mailed-nothing = Nothing waits for your word.
mailed-page = What you were told
mailed-foot = This page is for one colleague. Whoever has its address can answer in their name, so do not pass it on.
mailed-gone-title = This link does not work any more
mailed-gone = Links in mails to colleagues work for 30 days. Sign in to see what you were told.
mailed-off-title = Mail about your cases
mailed-off-intro = { $name }, no more mail will tell you what happens on your cases.
mailed-off-stays = Everything still stands under “What you were told”, and when somebody is hurt or could be, mail comes all the same.
mailed-off-act = No more mail
mailed-off-done = Done: no more mail.
mailed-off-already = No mail tells you what happens on your cases.
mailed-off-back = Choose again how you hear of it

hooks-title = Webhooks
settings-hooks-help = Other programs, such as a chat, that hear at once of what colleagues are told.
hooks-intro = A webhook is an address at which another program of yours hears of notices at the moment they come. Each message is signed, so that the program can tell that it is from here.
hooks-none = There is none yet.
hooks-new = A new webhook
hooks-full = There are { $most } already. Change one that is there.
hooks-add = Add it
hooks-name = Name
hooks-name-help = What it is for, such as “Chat of the service team”.
hooks-url = Address
hooks-url-help = Begins with https://. Addresses inside your own network are only called when whoever runs this server allows them (private_hosts).
hooks-about = What it hears of
hooks-all-kinds = Everything
hooks-tells = What is sent
hooks-tells-links = Only numbers and links
hooks-tells-links-help = Nothing that a customer wrote leaves this server.
hooks-tells-words = The sentence too
hooks-tells-words-help = With the title of the case and what customers wrote, to whoever runs that address.
hooks-standing = How it stands
hooks-well = Works.
hooks-off = Switched off.
hooks-failing = Failing since { $since }.
hooks-way-out = Look whether the other program runs and whether the address is right, then send a test. What was given up is sent again when you say so.
hooks-waiting = { $count ->
    [one] One message waits for its next try.
   *[other] { $count } messages wait for their next try.
}
hooks-failed = { $count ->
    [one] One message was tried five times and not taken.
   *[other] { $count } messages were tried five times and not taken.
}
hooks-test = Send a test
hooks-test-arrived = The test arrived.
hooks-test-not = The test did not arrive.
hooks-again = Send again what was given up
hooks-new-secret = Make a new secret
hooks-switch-off = Switch it off
hooks-switch-on = Switch it on
hooks-change = What it hears of, and where
hooks-made = The webhook is made.
hooks-secret = Its secret
hooks-secret-once = This is the only time it is shown. Give it to the other program, which checks the signature with it.
hooks-secret-made = A new secret is made; the one before signs nothing any more.
hooks-posts = The latest messages
hooks-post-made = When
hooks-post-came = What came of it
hooks-post-tries = Tries
hooks-post-waiting = Waits.
hooks-post-sent = Taken.
hooks-post-failed = Given up.
hooks-verify = How the other program checks it
hooks-verify-help = As the Standard Webhooks specification says: webhook-signature holds v1 and the HMAC-SHA256 over webhook-id, webhook-timestamp and the body, with dots between, in base64. Any answer of 200 to 299 within 10 seconds means taken; the same webhook-id may come twice.
refusal-hook-name = Give it a name of at most { $most } characters.
refusal-hook-url = Give an address of at most { $most } characters.
refusal-hook-about = Choose at least one kind.
refusal-no-such-hook = There is no such webhook.
net-odd = This is not an address that can be called. Write it with https://, a name, and nothing before the name.
net-open = Only https:// is called, so that nobody on the way can read it.
net-port = Only port 443 is called, unless whoever runs this server allows another (private_hosts).
net-inside = It leads into our own network ({ $detail }). Whoever runs this server can allow it (private_hosts).
net-name = There is no such name.
net-connection = Nobody answers there as they should ({ $detail }).
net-too-slow = No answer within 10 seconds.
net-too-long = The answer was too long.
net-too-large = It is longer than may be sent.
net-redirect = It sends on to another address ({ $detail }), which is not followed. Give the last address.
net-gone = It says that it is gone for good ({ $detail }).
net-key = Its secret cannot be sealed or opened: { $detail }. If the program moved here, bring its mail.key along (or tell MAKEGOOD_MAIL_KEY); else make a new secret.
net-status = It answered { $detail }.
audit-did-hook-added = added a webhook
audit-did-hook-changed = changed a webhook
audit-did-hook-switched-on = switched a webhook on
audit-did-hook-switched-off = switched a webhook off
audit-did-hook-secret-made = made a new secret for a webhook
