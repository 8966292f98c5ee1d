-- As strong or stronger (S245), and stronger (S239, M20): strength of the relationship at the follow-up call against before.
-- group: stay
-- kind: share
-- bands: as-strong-or-stronger, stronger
select x.band, h.solved_at, h.number, h.account_id, a.name,
  case when (case x.n when 1 then h.strength_after >= h.strength_before else h.strength_after > h.strength_before end) then 1 else 0 end,
  cast(h.strength_before as text), cast(h.strength_after as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id join (select 'as-strong-or-stronger' as band, 1 as n union all select 'stronger', 2) x on 1 = 1
where h.solved_at >= :from and h.solved_at < :until and h.strength_before is not null and h.strength_after is not null
order by h.solved_at desc, h.number desc, x.n limit :limit
