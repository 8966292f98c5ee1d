-- Each mailbox has its own way out, and what the program writes by itself has limits.
create index mails_out_by_mailbox on mails_out (mailbox_id, due_at, id) where due_at is not null;
create index mails_out_by_purpose on mails_out (purpose, made_at);
