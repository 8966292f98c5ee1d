-- Practice (S231, M46): a voice within the clock, and a new order within 90 days of their word. An association, no proof.
-- group: prove
-- kind: share
-- bands: done, not-done
-- compare: done, not-done
select case when h.voice_in_time = 1 then 'done' else 'not-done' end, h.recognised_at, h.number, h.account_id, a.name, case when exists (select 1 from order_days d where d.account_id = h.account_id and d.day > h.solved_on and d.day <= h.day_90) then 1 else 0 end, cast(null as text), cast(null as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.recognised_at >= :from and h.recognised_at < :until and h.voice_in_time is not null and h.solved_at is not null and h.day_90 <= :known_until and exists (select 1 from rhythms r where r.account_id = h.account_id and r.first_on <= h.solved_on)
order by h.recognised_at desc, h.number desc limit :limit
