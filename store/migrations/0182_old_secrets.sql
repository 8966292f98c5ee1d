-- The secret before the present one of an incoming webhook, and until when it is good, too: a sender changes over without losing a message.
alter table hooks_in add column old_secret {blob};
alter table hooks_in add column old_until {int};
