-- Slips that were told (M05): promises moved later of which the customer was told.
-- group: run
-- kind: share
select 'all', p.known_at, cast(null as bigint), l.account_id, a.name, case when p.told_at is null then 0 else 1 end, l.order_no, p.moved_from, p.moved_to
from promise_changes p join order_lines l on l.id = p.line_id join accounts a on a.id = l.account_id
where p.known_at >= :from and p.known_at < :until and substr(p.moved_to, 1, 10) > substr(p.moved_from, 1, 10)
order by p.known_at desc, p.id limit :limit
