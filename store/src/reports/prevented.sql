-- Prevented (M41): of the signals that ended, those put right before they reached the customer, with evidence.
-- group: run
-- kind: share
select 'all', s.ended_at, c.number, s.account_id, a.name, case when s.status = 'prevented' then 1 else 0 end, s.kind, cast(null as text), cast(null as text)
from signals s left join accounts a on a.id = s.account_id left join cases c on c.id = s.case_id
where s.ended_at >= :from and s.ended_at < :until
order by s.ended_at desc, s.id limit :limit
