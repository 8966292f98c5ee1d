-- Gaps of expectation by customer (S175): what was expected, what was promised, what was delivered.
-- group: learn
-- kind: list
-- columns: expected, promised, delivered
select 'all', h.recognised_at, h.number, h.account_id, a.name, cast(null as bigint), h.expected, h.promised, h.delivered
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.expected is not null
order by h.recognised_at desc, h.number desc limit :limit
