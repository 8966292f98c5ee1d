-- How many mails a sender wrote in an hour is looked up for every mail that comes in.
create index messages_by_sender on messages (from_mail, received_at);
