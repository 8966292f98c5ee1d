-- What the files of a case hold, each as it was sent; what it is called and whose it is stands in the case, its print in the history.
create table case_files (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  made_at {int} not null,
  content {blob} not null
) {strict};
create index case_files_by_case on case_files (case_id, id);
-- Somebody whose link does not work any more asks for a fresh one; a person makes it. One wish of one contact stands at a time.
create table link_wishes (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  contact_id {id} not null references contacts (id),
  -- The link by which they came.
  link_id {id} not null references customer_links (id),
  wished_at {int} not null,
  answered_at {int}
) {strict};
create unique index link_wishes_open on link_wishes (case_id, contact_id) where answered_at is null;
create index link_wishes_by_case on link_wishes (case_id, wished_at);
-- Who pressed something in the last minutes.
create index customer_links_by_look on customer_links (looked_at) where looked_at is not null;
