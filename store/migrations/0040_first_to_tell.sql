-- Whoever tells first is thanked by name, or keeps their name to themselves (S040); and what the watch itself saw put right ends
-- as prevented with that evidence (S006). A table's checks cannot be changed in place on SQLite, so it is made anew.
create table signals_anew (
  id {id} not null primary key,
  kind {text} not null,
  subject {text} not null,
  account_id {id} references accounts (id),
  contact_id {id} references contacts (id),
  line_id {id} references order_lines (id),
  message_id {id},
  evidence {text} not null,
  since {int} not null,
  owed_at {int} not null,
  detected_at {int} not null,
  first_to_tell {text} not null check (first_to_tell in ('customer', 'us')),
  status {text} not null check (status in ('new', 'snoozed', 'case', 'merged', 'prevented', 'dismissed')),
  snoozed_until {int},
  snoozes {int} not null check (snoozes between 0 and 1),
  case_id {id} references cases (id),
  ended_by {id} references people (id),
  ended_at {int},
  reason {text},
  -- The colleague who told first; nobody when the watch saw it, a customer wrote it, or they left their name out.
  raised_by {id} references people (id),
  -- What showed the watch that it was put right, as a sentence by key and values; a person writes a reason instead.
  proof {text},
  unique (kind, subject),
  check ((status in ('new', 'snoozed')) = (ended_at is null)),
  check (status <> 'dismissed' or (ended_by is not null and reason is not null)),
  check (status <> 'prevented' or (ended_by is not null and reason is not null) or proof is not null),
  check (status not in ('case', 'merged') or case_id is not null)
) {strict};
insert into signals_anew (id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, case_id, ended_by, ended_at, reason)
  select id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, case_id, ended_by, ended_at, reason from signals;
drop table signals;
alter table signals_anew rename to signals;
create index signals_by_owed on signals (owed_at, id) where ended_at is null;
create index signals_by_account on signals (account_id, detected_at);
create index signals_by_case on signals (case_id);
create index signals_by_line on signals (line_id) where ended_at is null and line_id is not null;
create index signals_by_message on signals (message_id) where message_id is not null;
create index signals_by_teller on signals (kind, detected_at);
