-- The people who stand in for each other, by a word; empty says: no team.
alter table people add column team {text} not null default '';
create index people_by_team on people (team);
