-- How far a trouble was taken to reach: what happened, which causes are within, and every amendment of that, which is never changed.
create table boundaries (
  id {id} not null primary key,
  words {text} not null,
  drawn_at {int} not null
) {strict};
create index boundaries_by_time on boundaries (drawn_at, id);
-- What is within now.
create table boundary_causes (
  boundary_id {id} not null references boundaries (id),
  sort {text} not null,
  name {text} not null,
  primary key (boundary_id, sort, name)
) {narrow};
create index boundary_causes_by_cause on boundary_causes (sort, name);
create table boundary_amendments (
  id {id} not null primary key,
  boundary_id {id} not null references boundaries (id),
  at {int} not null,
  person_id {id} not null references people (id),
  way {text} not null check (way = 'drawn' or way = 'widened' or way = 'narrowed'),
  why {text} not null,
  -- What was within before and after, as JSON, and how many lines that reached.
  causes_from {text} not null,
  lines_from {int} not null,
  causes_to {text} not null,
  lines_to {int} not null,
  -- Signals that were made or ended by it.
  signals {int} not null
) {strict};
create index boundary_amendments_by_boundary on boundary_amendments (boundary_id, at, id);
