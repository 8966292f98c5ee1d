-- Fairness of the remedy (S027, M37): troubles that were put right, by what the order was worth; like harm, like remedy.
-- group: fair
-- kind: share
-- bands: under-100, between, over-2500
-- compare: under-100, over-2500
select case when t.cents < 10000 then 'under-100' when t.cents <= 250000 then 'between' else 'over-2500' end,
  t.recognised_at, t.number, t.account_id, t.name, t.remedy, t.order_no, cast(null as text), cast(null as text)
from (
  select h.recognised_at, h.number, h.account_id, a.name, h.solved_minutes, h.remedy, h.order_no,
    (select cast(sum(w.cents) as bigint) from order_lines l join order_worth w on w.line_id = l.id where l.account_id = h.account_id and l.order_no = h.order_no) as cents
  from hindsight h join accounts a on a.id = h.account_id
  where h.recognised_at >= :from and h.recognised_at < :until and h.order_no is not null 
) t where t.cents is not null
order by t.recognised_at desc, t.number desc limit :limit
