-- Told first (M03): troubles the customer heard of from us, not we from them.
-- group: run
-- kind: share
select 'all', h.recognised_at, h.number, h.account_id, a.name, case when h.origin = 'customer_reported' then 0 else 1 end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until
order by h.recognised_at desc, h.number desc limit :limit
