-- What somebody wrote last is looked at when they write again: a phrase said twice word for word is a script (X10).
create index mails_out_by_writer on mails_out (made_by, made_at);
