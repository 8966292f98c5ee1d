-- Customers who order again (S218, M38): within 90 days of the last word of a solved case, beside customers without any trouble, who ordered
-- in the year before and whose 90 days begin with the period.
-- group: stay
-- kind: share
-- bands: after-a-trouble, without-trouble
-- compare: after-a-trouble, without-trouble
select t.band, cast(null as bigint), cast(null as bigint), t.account_id, t.name,
  case when exists (select 1 from order_days d where d.account_id = t.account_id and d.day > t.day and d.day <= t.day_90) then 1 else 0 end,
  t.day, cast(null as text), cast(null as text)
from (
  select 'after-a-trouble' as band, 1 as n, s.account_id, a.name, max(s.solved_on) as day, max(s.day_90) as day_90
  from hindsight s join accounts a on a.id = s.account_id
  where s.solved_at >= :from and s.solved_at < :until and s.day_90 <= :known_until
    and exists (select 1 from rhythms r where r.account_id = s.account_id and r.first_on <= s.solved_on)
  group by s.account_id, a.name
  union all
  select 'without-trouble', 2, r.account_id, a.name, :first_day, :first_day_90
  from rhythms r join accounts a on a.id = r.account_id
  where :first_day_90 <= :known_until
    and exists (select 1 from order_days d where d.account_id = r.account_id and d.day > :first_day_year_before and d.day <= :first_day)
    and not exists (select 1 from cases c where c.account_id = r.account_id and c.recognised_at >= :year_before and c.recognised_at < :until)
) t order by t.day desc, t.n, t.account_id desc limit :limit
