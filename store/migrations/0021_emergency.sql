-- Emergency plans are settings: plain rows with the log beside them.
create table emergency_plans (
  id {id} not null primary key,
  name {text} not null unique,
  version {int} not null,
  body {text} not null
) {strict};
