-- What comes in: order lines as the firm's own system tells them, what the watch saw in them, and mail as it arrived.
-- A day is `2026-11-20`, an instant `2026-11-20T13:00:00Z`; there is no column for a price (S025).
create table order_lines (
  id {id} not null primary key,
  account_id {id} not null references accounts (id),
  line_key {text} not null unique,
  order_no {text} not null,
  line_no {text} not null,
  customer_reference {text},
  item {text},
  quantity {text},
  ordered {text},
  requested {text},
  promised {text},
  first_promised {text},
  need_by {text},
  ready {text},
  shipped {text},
  delivered {text},
  cancelled {text},
  recorded {text},
  told {text},
  status {text},
  standing {text} not null,
  oddities {text} not null,
  look_at {int},
  made_at {int} not null,
  changed_at {int} not null
) {strict};
create index order_lines_by_account on order_lines (account_id, order_no, line_no);
create index order_lines_by_look on order_lines (look_at) where look_at is not null;
create table promise_changes (
  id {id} not null primary key,
  line_id {id} not null references order_lines (id),
  moved_from {text} not null,
  moved_to {text} not null,
  known_at {int} not null,
  told_at {int}
) {strict};
create index promise_changes_by_line on promise_changes (line_id, known_at);
-- One per delivery. Time alone never writes an outcome (S032); no due time means that no check is owed.
create table delivery_checks (
  line_id {id} not null primary key references order_lines (id),
  account_id {id} not null references accounts (id),
  delivered {text} not null,
  due_at {int},
  done_at {int},
  outcome {text} check (outcome in ('ok', 'not_ok', 'not_heard')),
  contact_id {id} references contacts (id),
  done_by {id} references people (id),
  words {text} not null,
  known_at {int} not null,
  check ((done_at is null) = (outcome is null))
) {strict};
create index delivery_checks_by_due on delivery_checks (due_at) where done_at is null and due_at is not null;
create index delivery_checks_by_account on delivery_checks (account_id, due_at);
-- A line with its check, in the order in which the program reads it; only ever add columns at the end.
create view known_lines as
  select l.id, l.account_id, l.order_no, l.line_no, l.customer_reference, l.item, l.quantity, l.ordered, l.requested, l.promised,
    l.first_promised, l.need_by, l.ready, l.shipped, l.delivered, l.cancelled, l.recorded, l.told, l.status, l.standing, l.oddities,
    l.changed_at, d.line_id, d.due_at, d.done_at, d.outcome, l.line_key, l.look_at
  from order_lines l left join delivery_checks d on d.line_id = l.id;
create table signals (
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
  unique (kind, subject),
  check ((status in ('new', 'snoozed')) = (ended_at is null)),
  check (status not in ('prevented', 'dismissed') or (ended_by is not null and reason is not null)),
  check (status not in ('case', 'merged') or case_id is not null)
) {strict};
create index signals_by_owed on signals (owed_at, id) where ended_at is null;
create index signals_by_account on signals (account_id, detected_at);
create index signals_by_case on signals (case_id);
create index signals_by_message on signals (message_id) where message_id is not null;
create table inbox (
  id {id} not null primary key,
  sha256 {blob} not null unique,
  raw {blob} not null,
  source {text} not null,
  received_at {int} not null
) {strict};
create table messages (
  id {id} not null primary key,
  inbox_id {id} not null unique references inbox (id),
  thread_id {id} not null,
  parent_id {id},
  place {text} not null check (place in ('case', 'account', 'unsorted')),
  case_id {id} references cases (id),
  account_id {id} references accounts (id),
  contact_id {id} references contacts (id),
  mail_id {text},
  origin {text} not null,
  from_name {text} not null,
  from_mail {text} not null,
  recipients {text} not null,
  subject {text} not null,
  body {text} not null,
  attachments {text} not null,
  oddities {text} not null,
  sent_at {int},
  received_at {int} not null,
  check (place <> 'case' or case_id is not null),
  check (place <> 'account' or account_id is not null)
) {strict};
create index messages_by_mail_id on messages (mail_id);
create index messages_by_thread on messages (thread_id, received_at);
create index messages_by_case on messages (case_id, received_at);
create index messages_by_account on messages (account_id, received_at);
create index messages_by_place on messages (place, received_at, id);
-- Which mails a mail names as what it answers, so that one that arrives before its parent still finds it.
create table message_parents (
  message_id {id} not null references messages (id),
  n {int} not null,
  mail_id {text} not null,
  primary key (message_id, n)
) {narrow};
create index message_parents_by_mail_id on message_parents (mail_id);
create table import_maps (
  fingerprint {text} not null primary key,
  body {text} not null,
  changed_at {int} not null
) {strict};
create table imports (
  id {id} not null primary key,
  kind {text} not null,
  source {text} not null,
  started_at {int} not null,
  ended_at {int},
  report {text}
) {strict};
create index imports_by_time on imports (started_at);
