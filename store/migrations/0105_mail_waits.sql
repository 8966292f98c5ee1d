-- A mail is kept before anything is understood of it: until it has its place it waits here, with how often that was tried. By which other
-- doors the same bytes came is noted beside it.
alter table inbox add column waits {int};
alter table inbox add column quiet {int} not null default 0;
alter table inbox add column came_at {int};
create index inbox_waiting on inbox (received_at, id) where waits is not null;
create table inbox_ways (
  inbox_id {id} not null references inbox (id),
  way {text} not null,
  at {int} not null,
  primary key (inbox_id, way)
) {narrow};
-- A person's mail on a case, of which the case itself does not know yet.
create table mails_unheard (
  message_id {id} not null primary key references messages (id),
  tries {int} not null,
  due_at {int} not null
) {strict};
create index mails_unheard_by_due on mails_unheard (due_at);
