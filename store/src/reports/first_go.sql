-- Solved at the first go (M13): no fix failed, and it was not opened again within 90 days.
-- group: solved
-- kind: share
select 'all', h.solved_at, h.number, h.account_id, a.name, h.first_go, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.solved_at >= :from and h.solved_at < :until
order by h.solved_at desc, h.number desc limit :limit
