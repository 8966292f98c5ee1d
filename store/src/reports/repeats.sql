-- The same again (M30): troubles like one the same customer had within twelve months.
-- group: solved
-- kind: share
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.is_repeat, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until
order by h.recognised_at desc, h.number desc limit :limit
