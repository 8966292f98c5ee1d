-- A mail that seems to be about a case, and comes from somebody whom the customer of that case does not know, lies among the unsorted with
-- that case beside it. What asks for nothing is put away. What else a mail said (days away, a calendar, seals) is one JSON text.
alter table messages add column meant_case_id {id};
alter table messages add column put_away_at {int};
alter table messages add column besides {text} not null default '';
create index messages_by_meant_case on messages (meant_case_id, received_at) where meant_case_id is not null;
create index messages_to_sort on messages (received_at, id) where place = 'unsorted' and put_away_at is null;
-- Its HTML, made safe when it came in; nothing cleans it again.
create table message_pages (
  message_id {id} not null primary key references messages (id),
  html {text} not null
) {strict};
-- What people did with mails, and how each mail stood before, so that a slip can be taken back.
create table mail_moves (
  id {id} not null primary key,
  message_id {id} not null references messages (id),
  what {text} not null,
  person_id {id},
  at {int} not null,
  undone_at {int}
) {strict};
create index mail_moves_by_message on mail_moves (message_id, at);
create table mail_moved (
  move_id {id} not null references mail_moves (id),
  message_id {id} not null references messages (id),
  thread_id {id} not null,
  parent_id {id},
  place {text} not null,
  case_id {id},
  account_id {id},
  contact_id {id},
  meant_case_id {id},
  put_away_at {int},
  waited {int} not null,
  primary key (move_id, message_id)
) {narrow};
create index mail_moved_by_message on mail_moved (message_id);
-- The days on which somebody at a customer is away, as their own mail program said last.
create table contacts_away (
  contact_id {id} not null primary key references contacts (id),
  message_id {id} not null references messages (id),
  begins {text},
  ends {text},
  back {text},
  heard_at {int} not null
) {strict};
