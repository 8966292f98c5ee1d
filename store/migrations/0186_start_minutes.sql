-- Minutes from 'help me start' to the first call after it (S067). The rows are made anew from the cases.
alter table hindsight add column start_minutes {int};
update hindsight set version = -1;
delete from settings where name = 'hindsight';
