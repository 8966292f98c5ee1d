-- Mail of ours: the bytes as they will leave, who receives them, and what became of it. Retries send the same bytes.
create table mails_out (
  id {id} not null primary key,
  case_id {id} references cases (id),
  mailbox_id {id},
  -- A word of the closed list of purposes, `receipt`, `notice` or `digest`.
  purpose {text} not null,
  made_by {id},
  -- Of the whole mail: waiting, sent, undelivered, taken_back.
  state {text} not null check (state = 'waiting' or state = 'sent' or state = 'undelivered' or state = 'taken_back'),
  mail_id {text} not null unique,
  subject {text} not null,
  body {text} not null,
  raw {blob} not null,
  made_at {int} not null,
  -- Not before: the ten seconds in which it can be taken back, or their morning.
  leaves_at {int} not null,
  -- When the next try is due; empty once nothing more is tried.
  due_at {int},
  attempts {int} not null,
  leased_until {int},
  sent_at {int},
  -- What the last try said; empty when it worked.
  trouble {text} not null
) {strict};
create index mails_out_by_due on mails_out (due_at) where due_at is not null;
create index mails_out_by_case on mails_out (case_id, made_at);
create index mails_out_by_state on mails_out (state, made_at, id);
create table mail_recipients (
  mail_id {id} not null references mails_out (id),
  n {int} not null,
  -- to, cc or bcc.
  place {text} not null,
  contact_id {id},
  person_id {id},
  address {text} not null,
  -- waiting, sent, refused, bounced, delayed.
  state {text} not null check (state = 'waiting' or state = 'sent' or state = 'refused' or state = 'bounced' or state = 'delayed'),
  said {text} not null,
  at {int},
  primary key (mail_id, n)
) {narrow};
create index mail_recipients_by_address on mail_recipients (address, mail_id);
