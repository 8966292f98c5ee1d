-- A contact's way to the questions after their firm's deliveries: one link that stands per customer and contact, made by a person
-- once there is something to ask about. Only the hash of its secret is kept; opening it writes nothing.
create table delivery_links (
  id {id} not null primary key,
  account_id {id} not null references accounts (id),
  contact_id {id} not null references contacts (id),
  token {blob} not null unique,
  made_at {int} not null,
  made_by {id} not null references people (id),
  expires_at {int} not null,
  revoked_at {int},
  revoked_by {id},
  last_act_at {int}
) {strict};
create unique index delivery_links_standing on delivery_links (account_id, contact_id) where revoked_at is null;
create index delivery_links_by_account on delivery_links (account_id, made_at);
