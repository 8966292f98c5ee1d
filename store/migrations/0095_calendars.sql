-- The address under which a colleague's calendar program reads what they owe: known by the hash of its secret.
create table calendar_feeds (
  id {id} not null primary key,
  person_id {id} not null references people (id),
  token {blob} not null unique,
  made_at {int} not null,
  revoked_at {int}
) {strict};
create unique index calendar_feeds_standing on calendar_feeds (person_id) where revoked_at is null;
-- The hash of the secret under which the customer's calendar program reads a case; made from the secret of the link when they
-- press for it, and over with the link.
alter table customer_links add column calendar {blob};
create unique index customer_links_by_calendar on customer_links (calendar) where calendar is not null;
-- Clocks of a colleague that no longer run: done, fallen away, or somebody else's now. Calendars are told so for a while.
create table ended_clocks (
  case_id {id} not null references cases (id),
  kind {text} not null,
  about {id} not null,
  owed_by {id} not null,
  due {int} not null,
  ended_at {int} not null,
  -- How many events the case had then.
  version {int} not null,
  ending {text} not null,
  primary key (case_id, kind, about, owed_by)
) {strict};
create index ended_clocks_by_person on ended_clocks (owed_by, ended_at);
create index ended_clocks_by_time on ended_clocks (ended_at);
