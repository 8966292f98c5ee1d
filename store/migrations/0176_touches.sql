-- What a line touches, so that from a lot, a supplier or a process every line is found that it may reach: made from the facts of the
-- line and at any time made anew from them. A lot says by which shipment it went and how much of it, in thousandths.
create table touches (
  sort {text} not null,
  name {text} not null,
  line_id {id} not null references order_lines (id),
  via {text} not null,
  quantity {int},
  primary key (sort, name, line_id, via)
) {narrow};
create index touches_by_line on touches (line_id, via);
-- Open lines by what was ordered; those that came need no place in it.
create index order_lines_open_by_item on order_lines (item) where delivered is null and item is not null;
-- What came in since the watch looked last, also about lines that were delivered long ago.
create index line_facts_by_known on line_facts (known_at, line_id);
