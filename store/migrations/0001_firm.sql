-- Who we are and for whom we work: settings are plain rows with a log beside them, not events.
create table people (
  id {id} not null primary key,
  name {text} not null,
  email {text} not null unique,
  phone {text} not null,
  zone {text} not null,
  roles {text} not null,
  quiet_from {int},
  quiet_to {int},
  password {text} not null,
  active {int} not null,
  made_at {int} not null
) {strict};
create table sessions (
  token {blob} not null primary key,
  person_id {id} not null references people (id),
  made_at {int} not null,
  seen_at {int} not null,
  ends_at {int} not null,
  browser {text} not null
) {strict};
create index sessions_by_person on sessions (person_id, seen_at);
create table api_tokens (
  token {blob} not null primary key,
  person_id {id} not null references people (id),
  name {text} not null,
  made_at {int} not null,
  used_at {int},
  revoked_at {int}
) {strict};
create table calendars (
  id {id} not null primary key,
  name {text} not null unique,
  version {int} not null,
  spec {text} not null
) {strict};
create table accounts (
  id {id} not null primary key,
  name {text} not null,
  -- The name without case and marks, for sorting and for finding by its beginning.
  name_key {text} not null,
  reference {text} unique,
  country {text} not null,
  region {text} not null,
  zone {text} not null,
  language {text} not null,
  relationship_owner {id} references people (id),
  cover {id} references people (id),
  calendar_id {id} references calendars (id),
  since_on {text},
  strength {int},
  what_matters {text} not null,
  protocol {text} not null,
  rules {text} not null,
  origin {text} not null,
  made_at {int} not null
) {strict};
create index accounts_by_name on accounts (name_key, id);
create table contacts (
  id {id} not null primary key,
  account_id {id} not null references accounts (id),
  name {text} not null,
  address_as {text} not null,
  role {text} not null,
  email {text} not null,
  phone {text} not null,
  night_phone {text} not null,
  language {text} not null,
  zone {text} not null,
  active {int} not null,
  made_at {int} not null
) {strict};
create index contacts_by_account on contacts (account_id, name);
create index contacts_by_email on contacts (email);
-- One row each: the clocks' policy, the default calendar, the numbers given out, the version of it all.
create table settings (
  name {text} not null primary key,
  version {int} not null,
  body {text} not null
) {strict};
create table audit (
  id {id} not null primary key,
  at {int} not null,
  person_id {id},
  what {text} not null,
  subject {text} not null,
  before {text},
  after {text}
) {strict};
create index audit_by_time on audit (at, id);
create index audit_by_subject on audit (subject, at);
