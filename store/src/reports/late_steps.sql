-- What was late first: the first thing of each trouble that ran out, was broken or was let go.
-- group: learn
-- kind: parts
select h.late, h.recognised_at, h.number, h.account_id, a.name, 1, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.late is not null
order by h.recognised_at desc, h.number desc limit :limit
