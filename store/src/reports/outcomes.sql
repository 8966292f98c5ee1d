-- Twelve months after (S241): kept, grew, shrank or lost, by days with an order in the year before their word and in the year after.
-- group: stay
-- kind: parts
-- bands: kept, grew, shrank, lost
select o.outcome, o.solved_at, c.number, o.account_id, a.name, 1, cast(o.orders_before as text), cast(o.orders_after as text), cast(null as text)
from outcomes o join cases c on c.id = o.case_id join accounts a on a.id = o.account_id
where o.solved_at >= :from and o.solved_at < :until
order by o.solved_at desc, c.number desc limit :limit
