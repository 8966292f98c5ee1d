-- How much left within the hour is looked at before more leaves, for each mailbox and for all of them.
create index mails_out_by_sent on mails_out (mailbox_id, sent_at) where sent_at is not null;
create index mails_out_on_line on mails_out (leased_until) where leased_until is not null;
create index mails_out_sent on mails_out (sent_at) where sent_at is not null;
-- Whoever writes now does not wait behind the hundred thousand mails of an old mailbox.
drop index inbox_waiting;
create index inbox_waiting on inbox (quiet, received_at, id) where waits is not null;
