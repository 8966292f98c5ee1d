# What was promised, in the customer's own calendar program: the entries, the address, how to add it.

## Entries

theirs-feed-name = { $firm }: { $number }
theirs-feed-next = { $firm }: { $name } gets in touch with you
theirs-feed-check-in = { $firm }: { $name } asks you how it goes
theirs-feed-follow-up = { $firm }: { $name } calls you to hear whether it is still good
theirs-feed-promise = { $firm } promised: { $words }
theirs-feed-our-step = { $firm }: { $words }
theirs-feed-your-step = You, for { $firm }: { $words }
theirs-feed-done = Done: { $what }
theirs-feed-broken = Not kept: { $what }
theirs-feed-off = Called off: { $what }
theirs-feed-by = By { $when } on your clock ({ $zone })
theirs-feed-who = Done by { $name }
theirs-feed-about = It is about: { $title }
theirs-feed-person = Your person: { $name }
theirs-feed-person-phone = Your person: { $name }, { $phone }

## The page

theirs-calendar = In your calendar
theirs-calendar-way = Put our dates into your calendar
theirs-calendar-why = Everything that we promised you with a time, and your own steps, in the calendar that you use anyway. When a date moves or falls away, your calendar follows by itself.
theirs-calendar-show = Show me the address of my calendar
theirs-calendar-subscribe = Subscribe now
theirs-calendar-address = The address
theirs-calendar-secret = It is yours alone: whoever has it can read these dates, and nothing else. It ends together with your link.
theirs-calendar-how = How to add it
theirs-calendar-outlook = Outlook
theirs-calendar-outlook-how = Calendar → Add calendar → Subscribe from web. Paste the address.
theirs-calendar-google = Google Calendar
theirs-calendar-google-how = On a computer: Other calendars → + → From URL. Paste the address.
theirs-calendar-apple = iPhone, iPad, Mac
theirs-calendar-apple-how = Press Subscribe now. Or on a Mac: Calendar → File → New Calendar Subscription.
theirs-calendar-late = Some programs look only a few times a day. What holds now is always on your page.
theirs-calendar-calls = Agreed calls
theirs-calendar-calls-why = A single call for your calendar, without subscribing to anything.
theirs-calendar-call = { $name } gets in touch by { $when }
theirs-calendar-take = Take it into my calendar
theirs-calendar-take-off = Take it out of my calendar
