-- SQLite makes a small table for every `in` of more than two words, each time a row is written: a twelfth of an import of orders. The
-- same checks as `or`, on the two tables that an import fills; and the index of those who told first holds only them, not every
-- signal of the watch. A table's checks cannot be changed in place on SQLite, so both are made anew.
create table signals_of_words (
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
  first_to_tell {text} not null check (first_to_tell = 'customer' or first_to_tell = 'us'),
  status {text} not null check (status = 'new' or status = 'snoozed' or status = 'case' or status = 'merged' or status = 'prevented' or status = 'dismissed'),
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
  check ((status = 'new' or status = 'snoozed') = (ended_at is null)),
  check (status <> 'dismissed' or (ended_by is not null and reason is not null)),
  check (status <> 'prevented' or (ended_by is not null and reason is not null) or proof is not null),
  check ((status <> 'case' and status <> 'merged') or case_id is not null)
) {strict};
insert into signals_of_words (id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, case_id, ended_by, ended_at, reason, raised_by, proof)
  select id, kind, subject, account_id, contact_id, line_id, message_id, evidence, since, owed_at, detected_at, first_to_tell, status, snoozed_until, snoozes, case_id, ended_by, ended_at, reason, raised_by, proof from signals order by id;
drop table signals;
alter table signals_of_words rename to signals;
create index signals_by_owed on signals (owed_at, id) where ended_at is null;
create index signals_by_account on signals (account_id, detected_at);
create index signals_by_case on signals (case_id) where case_id is not null;
create index signals_by_line on signals (line_id) where ended_at is null and line_id is not null;
create index signals_by_message on signals (message_id) where message_id is not null;
create index signals_by_teller on signals (detected_at) where kind = 'told';
create index signals_by_end on signals (ended_at) where ended_at is not null;
drop view known_lines;
create table delivery_checks_of_words (
  line_id {id} not null primary key references order_lines (id),
  account_id {id} not null references accounts (id),
  delivered {text} not null,
  due_at {int},
  done_at {int},
  outcome {text} check (outcome = 'ok' or outcome = 'not_ok' or outcome = 'not_heard'),
  contact_id {id} references contacts (id),
  done_by {id} references people (id),
  words {text} not null,
  known_at {int} not null,
  check ((done_at is null) = (outcome is null))
) {strict};
insert into delivery_checks_of_words (line_id, account_id, delivered, due_at, done_at, outcome, contact_id, done_by, words, known_at)
  select line_id, account_id, delivered, due_at, done_at, outcome, contact_id, done_by, words, known_at from delivery_checks order by line_id;
drop table delivery_checks;
alter table delivery_checks_of_words rename to delivery_checks;
create index delivery_checks_by_due on delivery_checks (due_at) where done_at is null and due_at is not null;
create index delivery_checks_by_account on delivery_checks (account_id, due_at);
create index delivery_checks_by_time on delivery_checks (due_at) where due_at is not null;
create view known_lines as
  select l.id, l.account_id, l.order_no, l.line_no, l.customer_reference, l.item, l.quantity, l.ordered, l.requested, l.promised,
    l.first_promised, l.need_by, l.ready, l.shipped, l.delivered, l.cancelled, l.recorded, l.told, l.status, l.standing, l.oddities,
    l.changed_at, d.line_id, d.due_at, d.done_at, d.outcome, l.line_key, l.look_at
  from order_lines l left join delivery_checks d on d.line_id = l.id;
