-- A word about the next sale. Before it, one asks how the last delivery went (S216); who went on without says why.
create table sales_contacts (
  id {id} not null primary key,
  account_id {id} not null references accounts (id),
  contact_id {id} references contacts (id),
  person_id {id} not null references people (id),
  at {int} not null,
  words {text} not null,
  -- Why the last delivery was not asked about first; empty when there was nothing to ask.
  despite {text} not null
) {strict};
create index sales_contacts_by_account on sales_contacts (account_id, at);
