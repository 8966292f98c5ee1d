-- What the records that customers take with them are signed with: one key for as long as there is this database. It is made when it is
-- first needed, and no export holds it; whoever has it can sign in our name.
create table record_key (
  n {int} not null primary key check (n = 1),
  seed {blob} not null,
  made_at {int} not null
) {strict};
