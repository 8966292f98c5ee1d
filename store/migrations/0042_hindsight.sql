-- What cases came to, looked back at. One row per case, written by a job after the case changed and made anew whenever the row is of an
-- older version; deleting all of it loses nothing.
create table hindsight (
  case_id {id} not null primary key references cases (id),
  version {int} not null,
  number {int} not null,
  account_id {id} not null references accounts (id),
  kind {text} not null,
  origin {text} not null,
  severity {int} not null,
  recognised_at {int} not null,
  voice_minutes {int},
  -- 1 is yes and 0 is no; nothing while it cannot be said.
  voice_in_time {int},
  heard {int} not null,
  two_ways {int},
  decided_minutes {int},
  fixed_minutes {int},
  solved_at {int},
  solved_minutes {int},
  first_go {int},
  reopened_soon {int} not null,
  deadline_at {int},
  deadline_met {int},
  outcome {int},
  process {int},
  people {int},
  valued {int},
  reassured {int},
  most_important {int},
  call_us_first {int},
  strength_before {int},
  strength_after {int},
  relation {text},
  promises_kept {int} not null,
  promises_broken {int} not null,
  remedy {int} not null,
  tone_start {int},
  tone_end {int},
  late {text},
  is_repeat {int} not null,
  expected {text},
  promised {text},
  delivered {text},
  -- The day of their word and the days up to which a next order is looked for, as the firm's own calendar has them.
  solved_on {text},
  year_before {text},
  day_90 {text},
  day_180 {text},
  day_365 {text}
) {strict};
create index hindsight_by_time on hindsight (recognised_at);
create index hindsight_by_solved on hindsight (solved_at) where solved_at is not null;
create index hindsight_by_account on hindsight (account_id, solved_at);
-- On which days a customer ordered; followed from the order lines by the same job.
create table order_days (
  account_id {id} not null references accounts (id),
  day {text} not null,
  primary key (account_id, day)
) {narrow};
-- How often a customer orders, as far as it is known.
create table rhythms (
  account_id {id} not null primary key references accounts (id),
  first_on {text} not null,
  last_on {text} not null,
  orders {int} not null,
  usual_gap {int}
) {narrow};
create index rhythms_by_last on rhythms (last_on);
-- What became of the customer twelve months after their trouble was solved (S241): kept once and never written again.
create table outcomes (
  case_id {id} not null primary key references cases (id),
  account_id {id} not null references accounts (id),
  outcome {text} not null check (outcome in ('kept', 'grew', 'shrank', 'lost')),
  orders_before {int} not null,
  orders_after {int} not null,
  solved_at {int} not null,
  looked_at {int} not null
) {narrow};
create index outcomes_by_solved on outcomes (solved_at);
-- What an order line was worth, in hundredths of the currency of the firm's books; kept only when somebody names the column, and read
-- by the fairness report and by whoever approves amends, never by a rule (S025, S027, S237).
create table order_worth (
  line_id {id} not null primary key references order_lines (id),
  account_id {id} not null references accounts (id),
  cents {int} not null check (cents >= 0)
) {narrow};
create index order_worth_by_account on order_worth (account_id);
