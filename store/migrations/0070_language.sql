-- In which language a colleague reads the desk: a tag such as `de`, empty as long as their browser decides.
alter table people add column language {text} not null default '';
