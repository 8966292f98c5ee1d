//! When a case is stuck, what shows it, and the rungs out of it (S038, S196–S204, C28, X17). Pure: read from its records and the clock on the
//! wall. Every sign is about talks, promises and options; none judges a person.
use crate::case::Case;
use crate::clock::ClockKind;
use crate::facts::Colleague;
use crate::ids::PersonId;
use crate::kinds::*;
use crate::parts::*;
use jiff::Timestamp;

/// Contacts in a row that are compared (S203).
const CONTACTS: usize = 3;
/// Talks without agreement after which a case is stuck (C28).
pub const TALKS: usize = 3;
/// Signs that together are tension; one alone is a bad day.
const SIGNS: usize = 2;
/// A talk that ended here or lower ended badly.
const LOW: u8 = 2;

/// What shows tension between us and the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The last talk ended worse than it began, or worse than the one before.
    ToneFalls,
    /// They said that they are not satisfied.
    NotSatisfied,
    /// We broke a promise on this case.
    PromiseBroken,
    FixFailed,
    /// The like of it happened to them before.
    Repeat,
    /// Something is owed to them and overdue.
    Overdue,
}

impl Sign {
    pub fn word(self) -> &'static str {
        match self {
            Sign::ToneFalls => "tone_falls",
            Sign::NotSatisfied => "not_satisfied",
            Sign::PromiseBroken => "promise_broken",
            Sign::FixFailed => "fix_failed",
            Sign::Repeat => "repeat",
            Sign::Overdue => "overdue",
        }
    }
}

/// Why no agreement is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadlock {
    /// Three talks since the options were laid out.
    Talks,
    /// Ten working days since then, by the clock C28.
    Days,
    /// Three contacts about the same thing: no new option, and the tone flat or falling.
    Flat,
}

impl Deadlock {
    pub fn word(self) -> &'static str {
        match self {
            Deadlock::Talks => "talks",
            Deadlock::Days => "days",
            Deadlock::Flat => "flat",
        }
    }
}

/// The signs of tension, when there are enough of them to say so.
pub fn tension(case: &Case, now: Timestamp) -> Vec<Sign> {
    if !case.is_open() {
        return vec![];
    }
    let signs = [
        (Sign::ToneFalls, tone_falls(case)),
        (Sign::NotSatisfied, case.talks.last().is_some_and(|talk| talk.satisfied == Some(Satisfied::No))),
        (Sign::PromiseBroken, case.promises.iter().any(|p| p.state == PromiseState::Broken)),
        (Sign::FixFailed, case.failed_fixes > 0),
        (Sign::Repeat, !case.repeat_of.is_empty()),
        (Sign::Overdue, case.clocks.iter().any(|c| c.kind.is_contact() && c.is_overdue(now))),
    ];
    let shown: Vec<Sign> = signs.into_iter().filter(|(_, shows)| *shows).map(|(sign, _)| sign).collect();
    if shown.len() >= SIGNS { shown } else { vec![] }
}

fn tone_falls(case: &Case) -> bool {
    let ends: Vec<u8> = case.talks.iter().rev().filter_map(|talk| talk.tone_end).take(2).collect();
    let worse_than_before = matches!(ends[..], [last, before] if last < before || last <= LOW && before <= LOW);
    let last = case.talks.last();
    worse_than_before || last.is_some_and(|t| t.tone_end.zip(t.tone_start).is_some_and(|(end, start)| end < start))
}

/// Whether the two sides go round in circles, and by what it shows.
pub fn deadlock(case: &Case, now: Timestamp) -> Option<Deadlock> {
    if flat(case).is_some() {
        return Some(Deadlock::Flat);
    }
    let clock = case.clocks.iter().find(|c| c.kind == ClockKind::Deadlock && c.is_running() && c.due <= now)?;
    let talks = case.talks.iter().filter(|talk| talk.ended_at >= clock.starts).count();
    Some(if talks >= TALKS { Deadlock::Talks } else { Deadlock::Days })
}

/// When the last of three contacts ended in which nothing moved: the same thing is open, no option came, the tone is flat or falling (S203).
pub fn flat(case: &Case) -> Option<Timestamp> {
    let undecided = [Recovery::Told, Recovery::Heard, Recovery::Deciding, Recovery::NotAgreed];
    if !undecided.contains(&case.recovery) || case.decision().is_some() {
        return None;
    }
    let last = &case.talks[case.talks.len().checked_sub(CONTACTS)?..];
    let ends: Vec<u8> = last.iter().filter_map(|talk| talk.tone_end).collect();
    let no_better = last.iter().all(|talk| talk.tone_end.zip(talk.tone_start).is_none_or(|(end, start)| end <= start));
    let falls = ends.len() == CONTACTS && ends.is_sorted_by(|before, after| after <= before) && no_better;
    let since = last.first()?.ended_at;
    let new_option = case.options.iter().any(|option| option.at > since);
    (falls && !new_option).then(|| last.last().map(|talk| talk.ended_at))?
}

/// What is done, one after the other, before anybody outside is asked (X17).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    Heard,
    TwoOptions,
    FreshPerson,
    ManagerAndQuality,
    ExecutiveTalk,
}

impl Rung {
    /// The word of the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Rung::Heard => "rung-heard",
            Rung::TwoOptions => "rung-two-options",
            Rung::FreshPerson => "rung-fresh-person",
            Rung::ManagerAndQuality => "rung-manager-and-quality",
            Rung::ExecutiveTalk => "rung-executive-talk",
        }
    }
}

/// The rungs below mediation, done or not (S200).
pub fn rungs(case: &Case, director: Option<PersonId>) -> [(Rung, Said); 5] {
    let done = |yes| if yes { Said::Yes } else { Said::No };
    let first = case.talks.first().map(|talk| talk.by);
    [
        (Rung::Heard, done(case.was_heard())),
        (Rung::TwoOptions, done(case.rounds.iter().any(|r| r.options.len() >= 2))),
        (Rung::FreshPerson, done(case.talks.iter().any(|talk| Some(talk.by) != first))),
        (Rung::ManagerAndQuality, done(case.escalations.iter().any(|e| e.acknowledged.is_some()))),
        (Rung::ExecutiveTalk, done(case.talks.iter().any(|t| Some(t.by) == director))),
    ]
}

/// Somebody of ours for the next talk who had none with them yet (S204): the quality colleague or manager on the case first, who know it.
pub fn fresh(case: &Case, colleagues: &[Colleague]) -> Option<PersonId> {
    let spoke = |id: PersonId| case.talks.iter().any(|talk| talk.by == id);
    let works = |c: &&Colleague| c.roles.iter().any(|role| *role != Role::Reader);
    let is_fresh = |id: &PersonId| *id != case.team.owner && !spoke(*id);
    let named = [case.team.quality, case.team.manager].into_iter().flatten();
    named.chain(colleagues.iter().filter(works).map(|c| c.id)).find(is_fresh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ClockKind as K;
    use crate::stories::walk::*;
    use crate::testing::*;
    use serde_json::json;

    /// Three talks that end as they began, one a day.
    fn flat_talks(mut s: Story, tones: [(u8, u8); 3]) -> Story {
        for (day, (start, end)) in (24..).zip(tones) {
            s = s.at(&format!("2026-11-{day} 09:30"));
            let mut call = good_call(&s);
            (call.tone_start, call.tone_end) = (Some(start), Some(end));
            s = s.when(call).taken();
        }
        s
    }

    /// S203: the same issue, no new option, the tone flat over three contacts raises *deadlock*, before any options talk too.
    #[test]
    fn s203_three_flat_contacts_are_a_deadlock_and_a_new_option_is_none() {
        let s = flat_talks(heard(), [(2, 2), (2, 2), (2, 1)]);
        assert_eq!(deadlock(s.case(), s.facts.now), Some(Deadlock::Flat));
        let raised = s.runs_out(K::Deadlock).runs_out(K::Deadlock);
        assert!(raised.told().iter().any(|(to, _, key)| *to == DORA && key == "notice-deadlock"));
        let better = flat_talks(heard(), [(2, 2), (2, 3), (3, 3)]);
        assert_eq!(deadlock(better.case(), better.facts.now), None, "the tone rose");
        let option =
            json!({ "kind": "rework", "what": "A van.", "arrives": at("2026-11-30 10:00"), "confidence": "expected" });
        let s = flat_talks(heard(), [(2, 2), (2, 2), (2, 2)]).does("add-option", option);
        assert_eq!(deadlock(s.case(), s.facts.now), None, "something new is on the table");
    }

    /// S204: the next talk is proposed to somebody who had none with them; once they had it, the rung is done.
    #[test]
    fn s204_a_fresh_person_is_proposed_and_one_talk_of_theirs_is_the_rung() {
        let s = flat_talks(heard(), [(2, 2), (2, 2), (2, 2)]);
        assert_eq!(fresh(s.case(), &s.facts.colleagues), Some(QUINN), "quality knows the case and had no talk yet");
        assert_eq!(rungs(s.case(), Some(DORA))[2], (Rung::FreshPerson, Said::No));
        let s = s.at("2026-11-27 09:00").by(QUINN);
        let call = good_call(&s);
        let s = s.when(call).taken();
        assert_eq!(rungs(s.case(), Some(DORA))[2], (Rung::FreshPerson, Said::Yes));
        assert_ne!(fresh(s.case(), &s.facts.colleagues), Some(QUINN));
    }

    /// S038: two signs are tension, one is a bad day; what is closed has none.
    #[test]
    fn s038_two_signs_together_are_tension() {
        let one = heard().runs_out(K::Promise).runs_out(K::Promise);
        assert_eq!(tension(one.case(), one.facts.now), []);
        let s = one.at("2026-11-25 10:00");
        let mut call = good_call(&s);
        (call.tone_start, call.tone_end) = (Some(3), Some(1));
        let s = s.when(call).taken();
        assert_eq!(tension(s.case(), s.facts.now), [Sign::ToneFalls, Sign::PromiseBroken]);
        let closed = closed();
        assert_eq!(tension(closed.case(), closed.facts.now), []);
    }

    /// S199: ten working days without agreement are a deadlock, too.
    #[test]
    fn s199_ten_working_days_are_a_deadlock() {
        let option = |what: &str| json!({ "kind": "rework", "what": what, "arrives": at("2027-01-30 10:00"), "confidence": "expected" });
        let s = heard().does("add-option", option("A courier.")).does("add-option", option("A van."));
        let s = s.at("2026-11-23 10:00").does("lay-out-options", json!({}));
        assert_eq!(deadlock(s.case(), at("2026-12-04 09:00")), None);
        assert_eq!(deadlock(s.case(), at("2026-12-08 09:00")), Some(Deadlock::Days));
    }
}
