# Why a setting was not kept: people, accounts, contacts, calendars, policy, keys. What is wrong, and the way out.

refusal-no-such-person = There is no such colleague any more. Go back to the list and look again.
refusal-too-many-people = Makegood keeps at most { $most } colleagues. Change one who has left instead.
refusal-person-name = Write a name, at most { $most } characters.
refusal-email-unlikely = This cannot be a mail address. Write it as name@firm.example.
refusal-email-taken = A colleague with this mail address is here already. Open that entry instead.
refusal-zone-unknown = The time zone “{ $zone }” is not known. Choose one such as Europe/Warsaw.
refusal-person-without-role = Choose at least one role; without one a person could do nothing here.
refusal-quiet-hours-odd = Quiet hours are two times of the day, such as 20:00 to 07:00.
refusal-language-odd = Choose one of the languages of the list, or let the browser decide.
refusal-last-administrator = This is the last administrator. Make somebody else administrator first.
refusal-token-name = Name the key after what will use it, at most { $most } characters.
refusal-too-many-tokens = You have { $most } keys that work. Revoke one you no longer need first.

refusal-no-such-account = There is no such account. Choose one from the list, or add it first.
refusal-account-name = Write the firm's name, at most { $most } characters.
refusal-reference-taken = Another account has this reference. Open that account instead, or leave the field empty.
refusal-strength-odd = The strength of a relationship is a number from 1 to 5, or empty.
refusal-too-many-entries = There are too many of these: { $most } are the most. Remove or change one that is no longer needed.
refusal-no-such-contact = There is no such contact any more. Go back to the account and look again.

refusal-no-such-calendar = There is no such calendar. Choose one from the list, or add it first.
refusal-calendar-name = Write a name for the calendar, at most { $most } characters.
refusal-calendar-name-taken = A calendar with this name is here already. Change that one, or choose another name.
refusal-calendar-in-use = Accounts, or the firm itself, count with this calendar. Give them another one first.
refusal-calendar-never-open = This calendar has no hours at all. Open it for at least one stretch of one weekday.
refusal-calendar-window-reversed = A stretch ends before it begins. Work past midnight ends after 24:00: 22:00 to 30:00.
refusal-calendar-window-out-of-range = A stretch begins on its own day and ends at the latest at the end of the next.
refusal-calendar-windows-overlap = Two stretches share time. Make them one, or end the first before the second begins.
refusal-calendar-too-many-windows = One day has too many stretches. Two dozen are the most.
refusal-calendar-too-many-exceptions = There are too many exceptional days. Remove those of past years.
refusal-calendar-unknown-country = We have no holidays of this country. Choose another, or none and enter the days as exceptions.
refusal-calendar-unknown-region = We have no such region of this country. Choose another, or leave it empty.
refusal-calendar-unknown-zone = The time zone of this calendar is not known. Choose one such as Europe/Warsaw.

refusal-setting-changed-meanwhile = Somebody else changed this meanwhile. Look at it again; what you typed is still here.
refusal-policy-no-hard-actions = The list of hard acts cannot be empty: some acts need a second name whatever happens.
refusal-policy-warn-share = The warning comes when 1 to 99 percent of the time is used.
refusal-policy-clock-missing = A clock has no length. Give each clock one for each severity.
refusal-policy-zero-length = A clock of no length would always be overdue. Give it at least one minute or one day.
