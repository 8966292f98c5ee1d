-- When somebody last looked at a list of theirs, so that the list can say what is new since.
create table looks (
  person_id {id} not null references people (id),
  -- Which list: `mine`, `team`, `all`.
  list {text} not null,
  -- The end of the look before this one: what came later is new.
  since_at {int} not null,
  seen_at {int} not null,
  primary key (person_id, list)
) {narrow};
