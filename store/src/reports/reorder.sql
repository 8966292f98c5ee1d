-- Ordered again within 90 days of their word (S193), as far as orders are known.
-- group: stay
-- kind: share
select 'all', h.solved_at, h.number, h.account_id, a.name,
  case when exists (select 1 from order_days d where d.account_id = h.account_id and d.day > h.solved_on and d.day <= h.day_90) then 1 else 0 end,
  cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.solved_at >= :from and h.solved_at < :until and h.day_90 <= :known_until
  and exists (select 1 from rhythms r where r.account_id = h.account_id and r.first_on <= h.solved_on)
order by h.solved_at desc, h.number desc limit :limit
