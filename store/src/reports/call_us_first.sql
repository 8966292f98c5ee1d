-- They would call us first (S247): their answer at the follow-up call, or in writing where nobody called yet.
-- group: stay
-- kind: share
select 'all', h.solved_at, h.number, h.account_id, a.name, h.call_us_first, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.solved_at >= :from and h.solved_at < :until and h.call_us_first is not null
order by h.solved_at desc, h.number desc limit :limit
