-- How a colleague wants to hear of each kind of notice besides the page; a kind that is not here is as the program proposes.
create table notice_ways (
  person_id {id} not null references people (id),
  about {text} not null,
  -- at_once, digest, off.
  mail {text} not null check (mail = 'at_once' or mail = 'digest' or mail = 'off'),
  -- 1 while webhooks hear of it too.
  hooks {int} not null,
  primary key (person_id, about)
) {narrow};
-- What is still to be said of a notice besides its place on the page. One row per notice, until it has ended.
create table notice_runs (
  notice_id {id} not null primary key references outbox (id),
  person_id {id} not null,
  case_id {id},
  about {text} not null,
  urgent {int} not null,
  mail {text} not null check (mail = 'at_once' or mail = 'digest' or mail = 'off'),
  -- The roles they had when they were told: who lost one meanwhile and is not on the case gets no mail.
  roles {text} not null,
  told_at {int} not null,
  -- How often it was said since it first stood on the page.
  times {int} not null,
  -- When it is said next; empty once nothing more is to be said.
  next_at {int},
  mailed_at {int},
  acknowledged_at {int}
) {strict};
create index notice_runs_by_next on notice_runs (next_at) where next_at is not null;
create index notice_runs_unanswered on notice_runs (person_id) where urgent = 1 and next_at is not null and acknowledged_at is null;
create index notice_runs_by_person on notice_runs (person_id, told_at);
-- What stands in mails to colleagues: where urgent notices are acknowledged, and where mail about notices is turned off.
create table notice_links (
  token {blob} not null primary key,
  person_id {id} not null,
  -- acknowledge, off.
  what {text} not null,
  made_at {int} not null
) {strict};
