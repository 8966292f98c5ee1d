-- Valued and reassured (S159, M22), and treated as our most important customer (S143): their answers beside their word, 1 to 5.
-- group: solved
-- kind: points
-- bands: valued, reassured, most-important
select x.band, h.solved_at, h.number, h.account_id, a.name, case x.n when 1 then h.valued when 2 then h.reassured else h.most_important end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
join (select 'valued' as band, 1 as n union all select 'reassured', 2 union all select 'most-important', 3) x on 1 = 1
where h.solved_at >= :from and h.solved_at < :until and case x.n when 1 then h.valued when 2 then h.reassured else h.most_important end is not null
order by h.solved_at desc, h.number desc, x.n limit :limit
