-- The organisation's own file of the message review; every version stays, so that there is a way back.
create table review_rules (
  id {id} not null primary key,
  version {int} not null unique,
  at {int} not null,
  person_id {id},
  body {text} not null
) {strict};
-- A change of the rules is tried on the last messages that left.
create index case_events_of_messages on case_events (recorded_at) where kind = 'message_sent' or kind = 'message_recorded';
