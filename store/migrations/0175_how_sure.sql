-- How sure the watch was when it raised a signal: certain, a share of so many lines like it, or without history.
alter table signals add column confidence {text};
