-- The secrets of webhooks lie sealed, as those of mailboxes do: 0 is one that an earlier program kept as it was. Sealing it needs the key, which
-- no database has, so the program does it when it starts.
alter table hooks add column sealed {int} not null default 0;
