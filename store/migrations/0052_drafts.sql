-- What somebody has typed and not yet sent, by page; theirs alone, and forgotten after two weeks.
create table drafts (
  person_id {id} not null references people (id),
  page {text} not null,
  -- The fields as a browser sends them.
  body {text} not null,
  kept_at {int} not null,
  primary key (person_id, page)
) {strict};
create index drafts_by_time on drafts (kept_at);
