-- The mailboxes that mail is fetched from and sent by. How each is reached is one JSON text; where we are in it is kept beside it, since
-- that changes by the minute and is no setting.
create table mailboxes (
  id {id} not null primary key,
  address {text} not null unique,
  version {int} not null,
  active {int} not null,
  by_default {int} not null,
  spec {text} not null,
  made_at {int} not null,
  uid_validity {int},
  uid_next {int} not null,
  behind {int} not null,
  looked_at {int},
  new_at {int},
  trouble {text},
  trouble_since {int},
  out_trouble {text},
  out_trouble_since {int},
  -- Of several servers one looks into a mailbox, as long as it says so again and again.
  held_by {id},
  held_until {int}
) {strict};
create unique index mailboxes_by_default on mailboxes (by_default) where by_default = 1;
-- Sealed under a key that is not in this database. No export, page, view or answer of the API reads this table.
create table mailbox_secrets (
  mailbox_id {id} not null references mailboxes (id),
  kind {text} not null,
  sealed {blob} not null,
  changed_at {int} not null,
  primary key (mailbox_id, kind)
) {strict};
-- What Message-IDs and reply addresses are signed with: one key for as long as there is this database, part of no export.
create table mail_key (
  n {int} not null primary key check (n = 1),
  seed {blob} not null,
  made_at {int} not null
) {strict};
