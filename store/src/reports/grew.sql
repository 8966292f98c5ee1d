-- Grew while we waited (S037): of the troubles recognised, those that became graver before anybody spoke with the customer.
-- group: run
-- kind: share
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.grew, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.grew is not null
order by h.recognised_at desc, h.number desc limit :limit
