-- Stronger after, by how soon somebody spoke with them (S243).
-- group: stay
-- kind: share
-- bands: within-1-hour, within-4-hours, within-1-day, later, never
select case when h.voice_minutes is null then 'never' when h.voice_minutes <= 60 then 'within-1-hour' when h.voice_minutes <= 240 then 'within-4-hours'
  when h.voice_minutes <= 1440 then 'within-1-day' else 'later' end,
  h.solved_at, h.number, h.account_id, a.name, case when h.strength_after > h.strength_before then 1 else 0 end,
  cast(h.strength_before as text), cast(h.strength_after as text), cast(null as text)
from hindsight h join accounts a on a.id = h.account_id
where h.solved_at >= :from and h.solved_at < :until and h.strength_before is not null and h.strength_after is not null
order by h.solved_at desc, h.number desc limit :limit
