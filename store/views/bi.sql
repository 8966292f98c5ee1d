-- Views for reports and BI tools: their columns are a promise to the people who build on them. Columns are only ever added.
-- Times are UTC to the second; keys are 32 hex digits. There is no column for what a customer is worth.
drop view if exists bi_cases;
drop view if exists bi_promises;
drop view if exists bi_clocks;
drop view if exists bi_messages;
drop view if exists bi_events;

-- bi_cases: One row per case, open or closed, as it stands now.
create view bi_cases as select
  c.number as case_number, -- The number people say, without MG-.
  {key c.id} as case_key, -- Key of the case.
  {key c.account_id} as account_key, -- Key of the customer firm.
  a.name as account, -- Name of the customer firm.
  a.country as country, -- Country of the customer firm, ISO 3166, or empty.
  t.name as contact, -- Who was let down and speaks first; empty when unknown.
  p.name as owner, -- The colleague who drives the case.
  c.title as title, -- The trouble in the customer's words.
  c.kind as kind, -- What went wrong: delay, defect, wrong_item, short_quantity, transit, over_promise, misunderstanding, paperwork, conduct, safety, other.
  c.origin as origin, -- Who knew first: customer_reported, we_found_harm, we_bring_news.
  c.severity + 1 as severity, -- 1 is the gravest, 3 the mildest.
  c.recovery as recovery, -- Where the making good stands for the customer.
  c.prevention as prevention, -- Where the keeping-from-happening-again stands inside.
  c.open as is_open, -- 1 while somebody still owes the customer something, else 0.
  {at c.recognised_at} as recognised_at, -- When anyone in the firm first knew.
  {at c.opened_at} as opened_at, -- When the case was opened.
  {at c.first_voice_at} as first_voice_at, -- When somebody first spoke with the customer; empty while nobody has.
  (c.first_voice_at - c.recognised_at) / 60000000 as minutes_to_first_voice, -- Minutes from recognition to the first talk, around the clock.
  {at c.deadline_at} as deadline_at, -- The customer's own deadline, if they have one.
  {at c.solved_at} as solved_at, -- When the customer said that it is solved, while that word stands.
  {at c.changed_at} as changed_at, -- When the last event was recorded.
  c.version as events -- How many events the case has.
from cases c join accounts a on a.id = c.account_id left join contacts t on t.id = c.contact_id left join people p on p.id = c.owner_id;

-- bi_promises: One row per promise to a customer, next contacts too.
create view bi_promises as select
  {key m.id} as promise_key, -- Key of the promise.
  c.number as case_number, -- The case it was made in, or went to by a merge.
  {key m.account_id} as account_key, -- Key of the customer firm.
  a.name as account, -- Name of the customer firm.
  m.what as what, -- next_contact or thing.
  m.words as words, -- What was promised; may be empty for a next contact.
  t.name as contact, -- To whom it was promised.
  p.name as person, -- The colleague who promised it.
  {at m.made_at} as made_at, -- When it was promised.
  {at m.due} as due_at, -- By when.
  m.state as state, -- open, kept, broken, released.
  {at m.settled_at} as settled_at, -- When it was kept, broken or released.
  (m.settled_at - m.due) / 60000000 as minutes_late -- Minutes from due to settled; negative when early, empty while open.
from promises m join cases c on c.id = m.case_id join accounts a on a.id = m.account_id left join contacts t on t.id = m.contact_id left join people p on p.id = m.person_id;

-- bi_clocks: One row per clock of each case, running or met. Clocks that no longer apply are not here; misses are in bi_events.
create view bi_clocks as select
  c.number as case_number, -- The case.
  k.kind as kind, -- What is owed, by the codes C01 to C32.
  k.block as block, -- The block of Run to it that it stands in.
  p.name as owed_by, -- The colleague who owes it.
  k.severity + 1 as severity, -- Severity of the case: 1 is the gravest.
  {at k.starts} as starts_at, -- From when it runs.
  {at k.warn_at} as warn_at, -- When it warns.
  {at k.due} as due_at, -- By when it is owed.
  {at k.met_at} as met_at, -- When it was met; empty while it runs.
  case when k.met_at is null then 1 else 0 end as is_running, -- 1 while it runs, else 0.
  (k.met_at - k.due) / 60000000 as minutes_late -- Minutes from due to met; negative when early, empty while it runs.
from clocks k join cases c on c.id = k.case_id left join people p on p.id = k.owed_by;

-- bi_messages: One row per message recorded on a case, and per mail that arrived on one.
create view bi_messages as
select
  c.number as case_number, -- The case.
  'out' as direction, -- out or in.
  {word e.body way} as way, -- email, portal, letter, sms.
  {word e.body purpose} as purpose, -- ask_for_time, voicemail_follow_up, summary, update, document, thank_you; empty for what came in.
  p.name as person, -- The colleague who sent it; empty for what came in.
  {at e.happened_at} as happened_at, -- When it went out or arrived.
  {at e.recorded_at} as recorded_at -- When it was written down here.
from case_events e join cases c on c.id = e.case_id left join people p on p.id = e.actor_id where e.kind = 'message_recorded'
union all
select c.number, 'in', 'email', null, null, {at i.received_at}, {at i.received_at}
from messages i join cases c on c.id = i.case_id where i.place = 'case';

-- bi_events: One row per event of each case: the whole history, append-only.
create view bi_events as select
  c.number as case_number, -- The case.
  e.seq as seq, -- 1 for the first event of a case, without gaps.
  e.kind as kind, -- What happened; kinds are added, never renamed.
  {at e.happened_at} as happened_at, -- When it took place.
  {at e.recorded_at} as recorded_at, -- When it was typed in.
  e.actor as actor, -- person, customer, system, import.
  p.name as person, -- The colleague, when it was one.
  {hex e.hash} as hash -- Hash of this event, which includes the hash of the one before it.
from case_events e join cases c on c.id = e.case_id left join people p on p.id = e.actor_id;
