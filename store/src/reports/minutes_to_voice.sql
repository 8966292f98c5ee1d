-- From recognition to the first talk (M01), around the clock.
-- group: run
-- kind: middle
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.voice_minutes, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.voice_minutes is not null
order by h.recognised_at desc, h.number desc limit :limit
