-- What reports to customers say, frozen as they were sent. To whom, when and their print stands in the case.
create table sent_reports (
  id {id} not null primary key,
  case_id {id} not null references cases (id),
  made_at {int} not null,
  -- The facts, as JSON; their SHA-256 stands in the history.
  facts {blob} not null,
  -- The pages as they were set; empty from a program without them.
  pages {blob} not null
) {strict};
create index sent_reports_by_case on sent_reports (case_id, made_at);
