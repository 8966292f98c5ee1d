-- Practice (M46): they had their say and said that we understood, and troubles solved at the first go. An association, no proof.
-- group: prove
-- kind: share
-- bands: done, not-done
-- compare: done, not-done
select case when h.heard = 1 then 'done' else 'not-done' end, h.recognised_at, h.number, h.account_id, a.name, case when h.first_go = 1 then 1 else 0 end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and (h.solved_at is not null or h.recognised_at < :month_before)
order by h.recognised_at desc, h.number desc limit :limit
