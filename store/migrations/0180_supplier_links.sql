-- A supplier's way in: one link that stands for one corrective-action request, made by a person. Only the hash of its secret is kept, and
-- it opens nothing once it is over or taken back. The request itself stands in the case, under the same id.
create table supplier_links (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  scar_id {id} not null,
  token {blob} not null unique,
  made_at {int} not null,
  made_by {id} not null references people (id),
  expires_at {int} not null,
  revoked_at {int},
  revoked_by {id},
  last_act_at {int}
) {strict};
create unique index supplier_links_standing on supplier_links (scar_id) where revoked_at is null;
create index supplier_links_by_case on supplier_links (case_id, made_at);
