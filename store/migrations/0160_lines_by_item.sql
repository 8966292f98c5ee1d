-- Deliveries of an item since a day: what tells whether a change held. Only a line that was delivered stands in it.
create index order_lines_by_item on order_lines (item, delivered) where item is not null and delivered is not null;
