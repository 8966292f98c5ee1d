-- What a review taught: about the customer, and about how we work. It is shown the next time a case opens on that customer, and kept
-- on the profile or given to a playbook as a tip by one press of a named colleague (S013, S227).
create table insights (
  case_id {id} not null references cases (id),
  about {text} not null check (about in ('customer', 'us')),
  account_id {id} not null references accounts (id),
  words {text} not null,
  said_by {id} not null references people (id),
  said_at {int} not null,
  -- Nothing while nobody has decided; then it is shown as new.
  place {text} check (place in ('profile', 'playbook', 'left')),
  playbook {text},
  placed_by {id} references people (id),
  placed_at {int},
  primary key (case_id, about),
  check ((place is null) = (placed_at is null)),
  check (playbook is null or place = 'playbook')
) {narrow};
create index insights_by_account on insights (account_id, said_at);
create index insights_by_playbook on insights (playbook, said_at) where playbook is not null;
