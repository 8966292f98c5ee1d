//! What a case came to, looked back at: the facts that reports count, read from its records. Nothing here judges a person, and
//! nothing here changes a case.
use crate::case::Case;
use crate::clock::{ClockKind, RanOut};
use crate::gate::Gate;
use crate::ids::AccountId;
use crate::kinds::*;
use crate::parts::*;
use jiff::{SignedDuration, Timestamp};

/// Re-opened within so many days after their word, it was not solved (M14).
const HELD_DAYS: i64 = 90;

/// One case, folded to what reports ask.
#[derive(Clone, Debug, PartialEq)]
pub struct Hindsight {
    pub account: AccountId,
    pub kind: TroubleKind,
    pub origin: Origin,
    pub severity: Severity,
    pub recognised_at: Timestamp,
    pub first_voice_at: Option<Timestamp>,
    /// Somebody spoke with them in time (C01); nothing while it is not due yet.
    pub voice_in_time: Option<Said>,
    /// They had their say, and said that we understood.
    pub heard: Said,
    /// They had two ways to choose from; nothing while there was no talk about options.
    pub two_ways: Option<Said>,
    pub decided_at: Option<Timestamp>,
    /// When the last fix was done, once all are.
    pub fixed_at: Option<Timestamp>,
    /// When they first said that it is solved.
    pub solved_at: Option<Timestamp>,
    /// Solved without a fix that failed and without being opened again soon.
    pub first_go: Option<Said>,
    pub reopened_soon: Said,
    pub deadline_at: Option<Timestamp>,
    pub deadline_met: Option<Said>,
    /// Their answers when they gave their word, 1 to 5.
    pub answers: TheirAnswers,
    pub strength_before: Option<u8>,
    pub strength_after: Option<u8>,
    pub relation: Option<Relation>,
    pub promises_kept: u32,
    pub promises_broken: u32,
    /// What puts it right was done.
    pub remedy: Said,
    pub tone_start: Option<u8>,
    pub tone_end: Option<u8>,
    /// The first thing that was late or left out.
    pub late: Option<Late>,
    pub is_repeat: Said,
    /// It became graver before anybody spoke with them (S037).
    pub grew: Said,
    /// Minutes from the first *help me start* that was followed by a call to that call (S067).
    pub start_minutes: Option<i64>,
    pub expectation: Option<Expectation>,
}

/// What they answered beside their word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TheirAnswers {
    pub outcome: Option<u8>,
    pub process: Option<u8>,
    pub people: Option<u8>,
    pub valued: Option<u8>,
    pub reassured: Option<u8>,
    pub most_important: Option<u8>,
    pub call_us_first: Option<Said>,
}

/// A step that was late or not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// This was due and not done in time.
    RanOut(ClockKind),
    /// A promise to them was broken.
    Promise,
    /// This must-be-true was let go by a name and a reason.
    Passed(Gate),
}

impl Late {
    /// The word of the clock or the gate, with what it is before it.
    pub fn word(self) -> String {
        match self {
            Late::RanOut(kind) => format!("clock-{}", kind.word()),
            Late::Promise => "promise".into(),
            Late::Passed(gate) => format!("gate-{}", gate.word()),
        }
    }
}

impl Hindsight {
    /// As it stands now; the same case looked at later may say more.
    pub fn of(case: &Case, now: Timestamp) -> Self {
        let solved_at = case.words.iter().find(|word| word.solved == Said::Yes).map(|word| word.at);
        let reopened_soon = said(solved_at.is_some_and(|at| case.reopened.iter().any(|again| is_soon(at, *again))));
        let spoke = case.talks.iter();
        let since = case.since_solved.as_ref();
        Self {
            account: case.account,
            kind: case.kind,
            origin: case.origin,
            severity: case.severity.min(case.first_severity),
            recognised_at: case.recognised_at,
            first_voice_at: case.contacts.first_voice_at,
            voice_in_time: voice_in_time(case, now),
            heard: said(case.talks.iter().any(|talk| talk.heard == Heard::Confirmed)),
            two_ways: two_ways(case),
            decided_at: case.decisions.iter().find(|d| d.chosen.is_some()).map(|d| d.at),
            fixed_at: fixed_at(case),
            solved_at,
            first_go: solved_at.map(|_| said(case.failed_fixes == 0 && reopened_soon == Said::No)),
            reopened_soon,
            deadline_at: case.harm.deadline.as_ref().map(|d| d.at),
            deadline_met: case.harm.deadline.as_ref().and_then(|d| d.met),
            answers: answers(case),
            strength_before: case
                .follow_up
                .as_ref()
                .and_then(|f| f.strength_before)
                .or(since.and_then(|s| s.strength_before)),
            strength_after: case.follow_up.as_ref().and_then(|f| f.strength).or(since.and_then(|s| s.strength)),
            relation: case.review.as_ref().map(|r| r.relation),
            promises_kept: count(case, PromiseState::Kept),
            promises_broken: count(case, PromiseState::Broken),
            remedy: said(case.fix_steps().any(|step| step.state == StepState::Done)),
            tone_start: spoke.clone().find_map(|talk| talk.tone_start),
            tone_end: spoke.rev().find_map(|talk| talk.tone_end),
            late: late(case),
            is_repeat: said(!case.repeat_of.is_empty()),
            grew: said(case.contacts.grew_at.is_some()),
            start_minutes: start_minutes(case),
            expectation: case.fault.expectation.clone(),
        }
    }
}

fn start_minutes(case: &Case) -> Option<i64> {
    let waited = |helped: &Helped| Some(helped.called_at?.duration_since(helped.asked_at).as_mins());
    case.contacts.helped.iter().find_map(waited)
}

fn said(yes: bool) -> Said {
    if yes { Said::Yes } else { Said::No }
}

fn is_soon(solved: Timestamp, again: Timestamp) -> bool {
    again >= solved && again.duration_since(solved) <= SignedDuration::from_hours(24 * HELD_DAYS)
}

/// The first contact of the first recognition: late when its clock ran out before anybody spoke, whatever was typed in when.
fn voice_in_time(case: &Case, now: Timestamp) -> Option<Said> {
    let is_first = |kind: ClockKind, starts: Timestamp| kind == ClockKind::FirstContact && starts == case.recognised_at;
    let ran_out = case.ran_out.iter().find(|r| is_first(r.kind, r.starts) && r.rung >= 1);
    match (case.contacts.first_voice_at, ran_out) {
        (Some(voice), Some(ran_out)) => Some(said(voice <= ran_out.due)),
        (None, Some(_)) => Some(Said::No),
        (Some(voice), None) => {
            // Spoken to in time, or the scheduler has not come by yet.
            let due = case.clocks.iter().find(|c| is_first(c.kind, c.starts)).map(|c| c.due);
            Some(said(due.is_none_or(|due| voice <= due)))
        }
        (None, None) => {
            let overdue = case.clocks.iter().any(|c| is_first(c.kind, c.starts) && c.is_overdue(now));
            overdue.then_some(Said::No)
        }
    }
}

fn two_ways(case: &Case) -> Option<Said> {
    let mut rounds = case.rounds.iter().filter(|round| !round.options.is_empty()).peekable();
    rounds.peek()?;
    Some(said(rounds.all(|round| round.options.len() >= 2)))
}

fn fixed_at(case: &Case) -> Option<Timestamp> {
    let all: Vec<_> = case.fix_steps().collect();
    if all.is_empty() || all.iter().any(|step| step.is_open()) {
        return None;
    }
    all.iter().filter_map(|step| step.done_at).max()
}

fn answers(case: &Case) -> TheirAnswers {
    let wrote = case.since_solved.as_ref().and_then(|s| s.call_us_first);
    let call_us_first = case.follow_up.as_ref().and_then(|f| f.call_us_first).or(wrote);
    let Some(word) = case.words.iter().rev().find(|word| word.solved == Said::Yes) else {
        return TheirAnswers { call_us_first, ..TheirAnswers::default() };
    };
    TheirAnswers {
        outcome: word.outcome,
        process: word.process,
        people: word.people,
        valued: word.valued,
        reassured: word.reassured,
        most_important: word.most_important,
        call_us_first,
    }
}

fn count(case: &Case, state: PromiseState) -> u32 {
    u32::try_from(case.promises.iter().filter(|p| p.state == state).count()).unwrap_or(u32::MAX)
}

/// What ran out first; else a broken promise; else the first gate that was let go.
fn late(case: &Case) -> Option<Late> {
    let due = |r: &&RanOut| r.rung >= 1;
    let ran_out = case.ran_out.iter().filter(due).min_by_key(|r| (r.due, r.kind)).map(|r| r.kind);
    let broken = case.promises.iter().any(|p| p.state == PromiseState::Broken).then_some(Late::Promise);
    let passed = case.passes.first().map(|p| Late::Passed(p.gate));
    ran_out.map(Late::RanOut).or(broken).or(passed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::ClockKind::FirstContact;
    use crate::stories::walk;
    use crate::testing::*;

    fn of(story: &Story) -> Hindsight {
        Hindsight::of(story.case(), story.facts.now)
    }

    #[test]
    fn a_trouble_that_was_closed_tells_its_whole_life() {
        let seen = of(&walk::closed());
        assert_eq!((seen.voice_in_time, seen.heard, seen.two_ways), (Some(Said::Yes), Said::Yes, Some(Said::Yes)));
        assert_eq!((seen.first_go, seen.reopened_soon, seen.remedy), (Some(Said::Yes), Said::No, Said::Yes));
        assert_eq!((seen.strength_before, seen.strength_after), (Some(3), Some(4)));
        // The word promised for noon came a day later, at the follow-up.
        assert_eq!((seen.relation, seen.late), (Some(Relation::Better), Some(Late::Promise)));
        assert!(seen.decided_at < seen.fixed_at && seen.fixed_at < seen.solved_at);
        assert_eq!((seen.tone_start, seen.tone_end), (Some(2), Some(4)));
    }

    #[test]
    fn a_first_contact_that_ran_out_is_late_and_names_the_step() {
        let waiting = story().when(walk::wrong_label()).taken();
        assert_eq!(of(&waiting).voice_in_time, None, "it is not due yet");
        let late = waiting.runs_out(FirstContact).runs_out(FirstContact);
        assert_eq!(of(&late).voice_in_time, Some(Said::No));
        assert_eq!(of(&late).late, Some(Late::RanOut(FirstContact)));
        assert_eq!(Late::RanOut(FirstContact).word(), "clock-c01_first_contact");
    }

    #[test]
    fn a_trouble_that_nobody_solved_has_no_end() {
        let seen = of(&walk::agreed());
        assert_eq!((seen.solved_at, seen.first_go, seen.remedy), (None, None, Said::No));
    }
}
