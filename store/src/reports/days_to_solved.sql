-- From recognition to the customer's word (M12).
-- group: solved
-- kind: middle
select 'all', h.solved_at, h.number, h.account_id, a.name, h.solved_minutes, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.solved_at >= :from and h.solved_at < :until
order by h.solved_at desc, h.number desc limit :limit
