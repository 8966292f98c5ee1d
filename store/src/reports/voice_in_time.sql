-- First contact on time (M02): of the troubles recognised, those where somebody spoke with the customer before it was due.
-- group: run
-- kind: share
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.voice_in_time, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.voice_in_time is not null
order by h.recognised_at desc, h.number desc limit :limit
