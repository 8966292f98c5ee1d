-- Promises kept (M07): of the promises to customers that came due and were kept or broken, those kept.
-- group: word
-- kind: share
select 'all', p.due, c.number, p.account_id, a.name, case when p.state = 'kept' then 1 else 0 end, p.words, cast(null as text), cast(null as text)
from promises p join cases c on c.id = p.case_id join accounts a on a.id = p.account_id
where p.state in ('kept', 'broken') and p.due >= :from and p.due < :until
order by p.due desc, p.id limit :limit
