-- A setting that moves due times asks for the clocks of open cases to be counted anew. A job goes through them, portion by portion,
-- and goes on where it stopped. `after_id` is the last case looked at; rows stay, so that a page can say when it was done.
create table recounts (
  id {id} not null primary key,
  why {text} not null,
  -- Only this customer's cases; nothing when it is the whole firm's.
  account_id {id},
  person_id {id},
  asked_at {int} not null,
  after_id {id},
  counted {int} not null,
  moved {int} not null,
  done_at {int}
) {strict};
create index recounts_by_time on recounts (asked_at, id);
