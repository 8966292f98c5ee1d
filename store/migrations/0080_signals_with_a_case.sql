-- Hardly any signal has a case yet: those without one need no place in this index.
drop index signals_by_case;
create index signals_by_case on signals (case_id) where case_id is not null;
