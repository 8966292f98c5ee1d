-- Satisfied (M17): answers of 4 or 5, for what came out, how we went about it, and the people.
-- group: solved
-- kind: share
-- bands: outcome, process, people
select x.band, h.solved_at, h.number, h.account_id, a.name,
  case when (case x.n when 1 then h.outcome when 2 then h.process else h.people end) >= 4 then 1 else 0 end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
  join (select 'outcome' as band, 1 as n union all select 'process', 2 union all select 'people', 3) x on 1 = 1
where h.solved_at >= :from and h.solved_at < :until and (case x.n when 1 then h.outcome when 2 then h.process else h.people end) is not null
order by h.solved_at desc, h.number desc, x.n limit :limit
