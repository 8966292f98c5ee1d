-- Playbooks of the organisation, and its own versions of those that come with the program. A version never changes, so that a case that
-- follows it finds it as it was; which one new cases begin with is said beside it.
create table playbook_versions (
  id {id} not null primary key,
  name {text} not null,
  version {int} not null,
  at {int} not null,
  -- Nobody where the program brought it.
  person_id {id},
  -- Why, in one line.
  why {text} not null,
  -- Whose text it is.
  origin {text} not null check (origin in ('ours', 'program')),
  -- The file without its name and version.
  body {text} not null
) {strict};
create unique index playbook_versions_by_name on playbook_versions (name, version);
create table playbooks (
  name {text} not null primary key,
  -- The version that new cases begin with.
  version {int} not null,
  -- No case begins with it any more; those that follow it go on.
  withdrawn {int} not null,
  -- Counts the changes, so that two people do not change it over each other.
  changes {int} not null
) {strict};
-- Which version each case follows, beside its state: to count them, and to keep what they follow at hand.
create table case_playbooks (
  case_id {id} not null references cases (id),
  name {text} not null,
  version {int} not null,
  primary key (case_id, name)
) {narrow};
create index case_playbooks_by_version on case_playbooks (name, version);
--! sqlite
create trigger playbook_versions_no_update before update on playbook_versions begin select raise(abort, 'a version of a playbook never changes'); end;
create trigger playbook_versions_no_delete before delete on playbook_versions begin select raise(abort, 'a version of a playbook never changes'); end;
--! postgres
create function playbook_version_never_changes() returns trigger language plpgsql as $$ begin raise exception 'a version of a playbook never changes'; end $$;
create trigger playbook_versions_no_update before update or delete on playbook_versions for each row execute function playbook_version_never_changes();
--! both
-- Every case is looked back at once more, so that those of before are counted, too.
update hindsight set version = -1;
delete from settings where name = 'hindsight';
