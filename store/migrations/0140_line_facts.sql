-- What became known of an order line beside its own dates: steps, purchases, shipments, returns, where it belongs. Each thing has a place of
-- its own; of two facts for one place the one that became known later stands.
create table line_facts (
  line_id {id} not null references order_lines (id),
  place {text} not null,
  known_at {int} not null,
  body {text} not null,
  primary key (line_id, place)
) {narrow};
-- Lines that ended lately: what the watch learns from. New rows stand at the end, so an import hardly feels it.
create index delivery_checks_by_known on delivery_checks (known_at);
