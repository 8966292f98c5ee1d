-- Where other programs put rows about order lines, each message signed with a secret of its own.
create table hooks_in (
  id {id} not null primary key,
  name {text} not null,
  -- What its rows are: orders, or the word of a list.
  list {text} not null,
  active {int} not null,
  -- What is checked with, sealed. No export, page or answer of the API reads it.
  secret {blob} not null,
  made_at {int} not null,
  -- When the last message with a good signature came.
  heard_at {int}
) {strict};
