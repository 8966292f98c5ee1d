-- By what a case may be found again when a like one begins: its customer, its kind, what it names (items, lots, orders), its words. The job
-- that looks back writes them, so nobody waits for them, and they can be made anew from the cases at any time.
create table case_marks (
  mark {text} not null,
  number {int} not null,
  primary key (mark, number)
) {narrow};
create index case_marks_by_case on case_marks (number, mark);
-- Every case is looked back at once more, so that those of before are remembered, too.
update hindsight set version = -1;
delete from settings where name = 'hindsight';
