-- Which order a case was about, and how long after it a customer who never orders again is called lost (S027, S242). The rows are made
-- anew from the cases, so they are simply thrown away here.
alter table hindsight add column recognised_on {text};
alter table hindsight add column recognised_180 {text};
alter table hindsight add column order_no {text};
delete from hindsight;
delete from settings where name = 'hindsight';
-- Reports read by time; each of these rows is written seldom and in the order of time.
create index signals_by_end on signals (ended_at) where ended_at is not null;
create index promise_changes_by_time on promise_changes (known_at);
create index delivery_checks_by_time on delivery_checks (due_at) where due_at is not null;
