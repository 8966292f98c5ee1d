-- Valued and reassured (S159, M22): their two answers beside their word, 1 to 5.
-- group: solved
-- kind: points
-- bands: valued, reassured
select x.band, h.solved_at, h.number, h.account_id, a.name, case when x.band = 'valued' then h.valued else h.reassured end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id join (select 'valued' as band, 1 as n union all select 'reassured', 2) x on 1 = 1
where h.solved_at >= :from and h.solved_at < :until and case when x.band = 'valued' then h.valued else h.reassured end is not null
order by h.solved_at desc, h.number desc, x.n limit :limit
