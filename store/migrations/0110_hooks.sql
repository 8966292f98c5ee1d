-- Where other programs hear of notices: the address, what goes there, and how it stands.
create table hooks (
  id {id} not null primary key,
  version {int} not null,
  name {text} not null,
  url {text} not null,
  -- Kinds of notices, as words with spaces between.
  about {text} not null,
  -- links: ids and addresses only; words: the sentence of the notice too, with what customers wrote.
  tells {text} not null check (tells = 'links' or tells = 'words'),
  active {int} not null,
  -- What is signed with. No export, page or answer of the API reads it.
  secret {blob} not null,
  made_at {int} not null,
  failing_since {int},
  -- What the last try said; empty when it worked.
  trouble {text} not null
) {strict};
create table hook_posts (
  id {id} not null primary key,
  hook_id {id} not null references hooks (id),
  notice_id {id} not null,
  body {text} not null,
  state {text} not null check (state = 'waiting' or state = 'sent' or state = 'failed'),
  made_at {int} not null,
  due_at {int},
  leased_until {int},
  attempts {int} not null,
  ended_at {int},
  said {text} not null
) {strict};
create index hook_posts_by_due on hook_posts (due_at) where due_at is not null;
create index hook_posts_by_hook on hook_posts (hook_id, state, made_at);
