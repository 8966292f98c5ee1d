-- How often a colleague opened a case of theirs that owes a contact, since they last did something on it (S035).
-- Looking is no event: it changes nothing, and the next act of theirs starts the count anew.
create table case_looks (
  case_id {id} not null references cases (id),
  person_id {id} not null references people (id),
  looks {int} not null,
  since {int} not null,
  primary key (case_id, person_id)
) {narrow};
