-- The neutral's way in: one link that stands for a case, made by a person once both sides accepted somebody. Only the hash of its secret
-- is kept, and it opens nothing once the mediation is over.
create table mediator_links (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  token {blob} not null unique,
  made_at {int} not null,
  made_by {id} not null references people (id),
  expires_at {int} not null,
  revoked_at {int},
  revoked_by {id}
) {strict};
create unique index mediator_links_standing on mediator_links (case_id) where revoked_at is null;
-- What one side says to the neutral in confidence, and what the neutral notes: not in the history of the case, which both sides may read.
create table mediation_notes (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  side {text} not null check (side in ('us', 'customer', 'mediator')),
  person_id {id} references people (id),
  contact_id {id} references contacts (id),
  words {text} not null,
  at {int} not null,
  check ((side = 'us') = (person_id is not null)),
  check ((side = 'customer') = (contact_id is not null))
) {strict};
create index mediation_notes_by_case on mediation_notes (case_id, at);
