-- Each mailbox has its own way out, and what the program writes by itself has limits.
create index mails_out_by_mailbox on mails_out (mailbox_id, due_at, id) where due_at is not null;
create index mails_out_by_purpose on mails_out (purpose, made_at);
create index clocks_of_receipts on clocks (starts, case_id) where kind = 'c02_receipt' and met_at is null;
