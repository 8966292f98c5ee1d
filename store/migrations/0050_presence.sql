-- Who has which page open now. Rows live for two minutes after their page was last heard of, and are no record of anybody's work.
create table presence (
  tab {id} not null primary key,
  person_id {id} not null references people (id),
  -- The page's subject: `case/1042`.
  place {text} not null,
  -- The act whose form is open, by its word; empty when somebody only looks.
  doing {text} not null,
  seen_at {int} not null
) {strict};
create index presence_by_time on presence (seen_at);
