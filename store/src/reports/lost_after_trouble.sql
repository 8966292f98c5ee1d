-- Lost after a trouble (S242, M39): customers who ordered before and not within 180 days after it was recognised, with the first step that
-- was late or left out.
-- group: stay
-- kind: list
-- columns: late, recognised, last-order
select 'all', h.recognised_at, h.number, h.account_id, a.name, cast(null as bigint), h.late, h.recognised_on, r.last_on
from hindsight h join accounts a on a.id = h.account_id join rhythms r on r.account_id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.recognised_180 <= :known_until and r.first_on <= h.recognised_on
  and not exists (select 1 from order_days d where d.account_id = h.account_id and d.day > h.recognised_on and d.day <= h.recognised_180)
order by h.recognised_at desc, h.number desc limit :limit
