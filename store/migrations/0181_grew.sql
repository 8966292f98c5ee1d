-- Whether a trouble became graver before anybody spoke with the customer (S037). The rows are made anew from the cases.
alter table hindsight add column grew {int};
update hindsight set version = -1;
delete from settings where name = 'hindsight';
