-- Browsers in which a colleague hears of notices (web push). What reaches one lies sealed: its address and its keys.
create table browsers (
  id {id} not null primary key,
  person_id {id} not null references people (id),
  -- SHA-256 of the address: the same browser twice is one.
  endpoint {blob} not null unique,
  -- The service that brings the messages, as it is shown.
  host {text} not null,
  sealed {blob} not null,
  made_at {int} not null,
  -- When it took a message last.
  took_at {int},
  -- What the last try said; empty when it worked.
  trouble {text} not null,
  -- When the service said that it is gone; it is told nothing more, and shown for a while.
  gone_at {int}
) {strict};
create index browsers_by_person on browsers (person_id);
create table push_posts (
  id {id} not null primary key,
  browser_id {id} not null references browsers (id),
  body {text} not null,
  urgent {int} not null,
  made_at {int} not null,
  -- When it is tried next; empty once nothing more is tried.
  due_at {int},
  leased_until {int},
  attempts {int} not null
) {strict};
create index push_posts_by_due on push_posts (due_at) where due_at is not null;
-- By which key services know that messages are ours, sealed: one for as long as there is this database.
create table push_key (
  n {int} not null primary key check (n = 1),
  sealed {blob} not null,
  public {blob} not null,
  made_at {int} not null
) {strict};
alter table notice_ways add column push {int} not null default 1;
