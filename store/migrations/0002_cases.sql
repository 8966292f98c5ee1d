-- What is true now about each case, and everything that made it so.
create table cases (
  id {id} not null primary key,
  number {int} not null unique,
  account_id {id} not null references accounts (id),
  contact_id {id},
  owner_id {id} not null,
  title {text} not null,
  kind {text} not null,
  origin {text} not null,
  severity {int} not null,
  recovery {text} not null,
  prevention {text} not null,
  open {int} not null,
  recognised_at {int} not null,
  opened_at {int} not null,
  deadline_at {int},
  first_voice_at {int},
  solved_at {int},
  changed_at {int} not null,
  version {int} not null,
  tail {blob} not null,
  state {text} not null
) {strict};
create index cases_by_account on cases (account_id, recognised_at);
create index cases_by_owner on cases (owner_id, open, severity, recognised_at);
create index cases_by_work on cases (open, severity, recognised_at);
create index cases_by_state on cases (recovery, severity, recognised_at);
create index cases_by_time on cases (open, recognised_at);
-- Append-only: each row carries the hash of the one before it (STYLE: history is sacred).
create table case_events (
  case_id {id} not null references cases (id),
  seq {int} not null,
  kind {text} not null,
  happened_at {int} not null,
  recorded_at {int} not null,
  actor {text} not null,
  actor_id {id},
  body {text} not null,
  salt {blob} not null,
  hash {blob} not null,
  primary key (case_id, seq)
) {strict};
create index case_events_by_time on case_events (recorded_at);
--! sqlite
create trigger case_events_no_update before update on case_events begin select raise(abort, 'history is append-only'); end;
create trigger case_events_no_delete before delete on case_events begin select raise(abort, 'history is append-only'); end;
--! postgres
create function history_is_append_only() returns trigger language plpgsql as $$ begin raise exception 'history is append-only'; end $$;
create trigger case_events_no_update before update or delete on case_events for each row execute function history_is_append_only();
create trigger case_events_no_truncate before truncate on case_events for each statement execute function history_is_append_only();
--! both
-- One answer for one request: a retry gets the same.
create table requests (
  id {id} not null primary key,
  case_id {id} not null,
  version {int} not null,
  at {int} not null
) {narrow};
create index requests_by_time on requests (at);
create table clocks (
  case_id {id} not null references cases (id),
  kind {text} not null,
  about {id} not null,
  starts {int} not null,
  block {text} not null,
  owed_by {id} not null,
  account_id {id} not null,
  severity {int} not null,
  due {int} not null,
  warn_at {int} not null,
  met_at {int},
  next_at {int},
  next_rung {int} not null,
  primary key (case_id, kind, about, starts)
) {strict};
create index clocks_by_next on clocks (next_at) where next_at is not null;
create index clocks_by_person on clocks (owed_by, block, due) where met_at is null;
create index clocks_by_block on clocks (block, due) where met_at is null;
create table promises (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  account_id {id} not null,
  what {text} not null,
  words {text} not null,
  contact_id {id} not null,
  person_id {id} not null,
  made_at {int} not null,
  due {int} not null,
  state {text} not null,
  settled_at {int}
) {strict};
create index promises_by_account on promises (account_id, state, due);
create index promises_by_case on promises (case_id, state, due);
create index promises_by_state on promises (state, due, id);
create index promises_by_person on promises (person_id, state, due);
-- What must still be done outside; written in the same transaction, taken by lease.
create table outbox (
  id {id} not null primary key,
  case_id {id},
  kind {text} not null,
  to_id {id},
  urgent {int} not null,
  payload {text} not null,
  due_at {int} not null,
  attempts {int} not null,
  leased_until {int},
  done_at {int},
  -- When the person it is for looked at it.
  seen_at {int},
  -- What the last try said; empty when it worked.
  trouble {text} not null default '',
  made_at {int} not null
) {strict};
create index outbox_by_due on outbox (due_at) where done_at is null;
create index outbox_by_person on outbox (to_id, due_at);
-- What can be searched: one row per case, account, contact, talk, message and note. `names` are the words of the title, marked.
create table search_docs (
  n {int} not null primary key,
  kind {text} not null,
  subject_id {id} not null,
  case_id {id},
  account_id {id},
  at {int} not null,
  title {text} not null,
  body {text} not null,
  names {text} not null
) {strict};
create unique index search_docs_by_subject on search_docs (kind, subject_id);
--! sqlite
create virtual table search_words using fts5 (title, body, names, content = 'search_docs', content_rowid = 'n', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
create trigger search_docs_added after insert on search_docs begin insert into search_words (rowid, title, body, names) values (new.n, new.title, new.body, new.names); end;
create trigger search_docs_gone after delete on search_docs begin insert into search_words (search_words, rowid, title, body, names) values ('delete', old.n, old.title, old.body, old.names); end;
create trigger search_docs_changed after update on search_docs begin
  insert into search_words (search_words, rowid, title, body, names) values ('delete', old.n, old.title, old.body, old.names);
  insert into search_words (rowid, title, body, names) values (new.n, new.title, new.body, new.names);
end;
--! postgres
create sequence search_docs_n;
alter table search_docs alter column n set default nextval('search_docs_n');
alter table search_docs add column words tsvector not null;
create index search_docs_words on search_docs using gin (words) with (fastupdate = on);
--! both
