-- Two ways to choose from (M10): talks about options in which every round laid out two or more.
-- group: word
-- kind: share
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.two_ways, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.two_ways is not null
order by h.recognised_at desc, h.number desc limit :limit
