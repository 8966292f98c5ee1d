-- The customer's way to their own case: one link that stands per case and contact, made by a person. Only hashes of its secrets
-- are kept. Opening a link is no act and writes nothing; `looked_at` and `last_act_at` count what somebody pressed.
create table customer_links (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  contact_id {id} not null references contacts (id),
  -- The secret that acts, and the one that may be passed on to read where `forwarding` allows it.
  token {blob} not null unique,
  reading {blob} not null unique,
  forwarding {text} not null,
  made_at {int} not null,
  made_by {id} not null references people (id),
  expires_at {int} not null,
  revoked_at {int},
  revoked_by {id},
  looked_at {int},
  last_act_at {int}
) {strict};
create unique index customer_links_standing on customer_links (case_id, contact_id) where revoked_at is null;
create index customer_links_by_case on customer_links (case_id, made_at);
