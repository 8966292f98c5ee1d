-- From 'help me start' to the first call that was tried after it (S067). Counted of cases; who asked for help stands in no report.
-- group: run
-- kind: middle
select 'all', h.recognised_at, h.number, h.account_id, a.name, h.start_minutes, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.start_minutes is not null
order by h.recognised_at desc, h.number desc limit :limit
