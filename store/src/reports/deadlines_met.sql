-- Their deadline met (M16): of the customers' own deadlines that passed, those met by their word.
-- group: word
-- kind: share
select 'all', h.deadline_at, h.number, h.account_id, a.name, h.deadline_met, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.deadline_at >= :from and h.deadline_at < :until and h.deadline_met is not null and h.recognised_at >= :year_before
order by h.deadline_at desc, h.number desc limit :limit
