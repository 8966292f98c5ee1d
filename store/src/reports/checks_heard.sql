-- Deliveries we heard about (M23): after-delivery checks that fell due and were answered, well or not; *not heard* is no answer.
-- group: run
-- kind: share
select 'all', d.due_at, cast(null as bigint), d.account_id, a.name, case when d.outcome in ('ok', 'not_ok') then 1 else 0 end, l.order_no, d.outcome, cast(null as text)
from delivery_checks d join order_lines l on l.id = d.line_id join accounts a on a.id = d.account_id
where d.due_at >= :from and d.due_at < :until
order by d.due_at desc, d.line_id limit :limit
