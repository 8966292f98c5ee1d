//! Which clocks a case should have: one row per obligation of DOMAIN 4.5, read from its records.
use super::ClockKind;
use crate::case::Case;
use crate::ids::PersonId;
use crate::inside;
use crate::kinds::*;
use crate::parts::*;
use crate::severity::is_urgent;
use crate::stuck;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// An obligation before its due time is worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub kind: ClockKind,
    pub about: Option<Uuid>,
    pub owed_by: PersonId,
    pub starts: Timestamp,
    pub length: Length,
    pub met_at: Option<Timestamp>,
}

/// How long it may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// The policy's allowance for a kind.
    Of(ClockKind),
    /// The policy's allowance, but never more than this on the wall clock.
    Shortest(ClockKind, SignedDuration),
    /// The policy's allowance, or this moment when it comes sooner.
    Sooner(ClockKind, Timestamp),
    /// A moment that was said.
    Stated(Timestamp),
    /// The next part of a working day.
    DayPart(DayPart),
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    NextMorning,
    NextAfternoon,
    Monday,
}

/// Questions with a clock of their own, the oldest first; the next one's starts to show when one of these is answered.
const QUESTIONS_CLOCKED: usize = 6;
/// The same for mails that did not arrive.
const UNDELIVERED_CLOCKED: usize = 3;
/// Suppliers with a clock of their own.
const SUPPLIERS_CLOCKED: usize = 4;
/// Settled promises shown beside the open ones.
const KEPT_PROMISES_SHOWN: usize = 6;

pub fn wanted(case: &Case) -> Vec<Wanted> {
    let mut all = Vec::with_capacity(8);
    if !case.exists() || !case.is_open() {
        // A supplier still owes what they were asked, whatever the customer's case came to.
        if case.recovery == Recovery::Closed {
            suppliers(case, &mut all);
        }
        return all;
    }
    first_contact(case, &mut all);
    reaching(case, &mut all);
    silence(case, &mut all);
    promises(case, &mut all);
    deciding(case, &mut all);
    plan(case, &mut all);
    their_word(case, &mut all);
    after(case, &mut all);
    escalations(case, &mut all);
    prevention(case, &mut all);
    suppliers(case, &mut all);
    all
}

fn owed(case: &Case, kind: ClockKind, starts: Timestamp) -> Wanted {
    Wanted { kind, about: None, owed_by: case.team.owner, starts, length: Length::Of(kind), met_at: None }
}

/// C01, C02, C07: the first contact never waits and never pauses.
fn first_contact(case: &Case, all: &mut Vec<Wanted>) {
    let since = case.contact_owed_since;
    let kind = if is_urgent(case, since) { ClockKind::UrgentContact } else { ClockKind::FirstContact };
    let met_at = case.contacts.acknowledged_at.filter(|at| *at >= since);
    all.push(Wanted { met_at, length: Length::Of(kind), ..owed(case, ClockKind::FirstContact, since) });
    if let Some(written) = case.written_at {
        all.push(Wanted { met_at: case.receipt_at, ..owed(case, ClockKind::Receipt, written) });
    }
    if let Some(news) = case.news.as_ref().filter(|n| n.promised_on.is_some()) {
        let five_days = SignedDuration::from_hours(24 * 7);
        let near = news
            .promised_on
            .and_then(|d| d.to_zoned(jiff::tz::TimeZone::UTC).ok())
            .is_some_and(|d| d.timestamp().duration_since(case.recognised_at) <= five_days);
        // Inside five working days of the promise the same day counts: half a working day, whatever the hour.
        let length = if near { Length::Of(ClockKind::FirstContact) } else { Length::Of(ClockKind::TellSlip) };
        all.push(Wanted { met_at: news.told_at, length, ..owed(case, ClockKind::TellSlip, case.recognised_at) });
    }
}

/// C03, C04: a message left is followed by the one allowed mail; a failed try by another (S050, S051, S074).
fn reaching(case: &Case, all: &mut Vec<Wanted>) {
    let called = case.contacts.tries.last().and_then(|t| t.contact);
    let mail = called.is_none_or(|who| case.joint.may_be_written_to(who));
    if let Some(left) = case.contacts.voicemail_at.filter(|_| mail) {
        all.push(owed(case, ClockKind::VoicemailMail, left));
    }
    // A mail that did not arrive is a try that failed.
    let undelivered = case.mails.undelivered().filter(|_| case.is_open()).take(UNDELIVERED_CLOCKED);
    all.extend(undelivered.map(|mail| Wanted { about: Some(mail.id.0), ..owed(case, ClockKind::Retry, mail.at) }));
    let Some(last) = case.contacts.tries.last().filter(|_| case.recovery.is_live()) else { return };
    let length = match case.contacts.tries.len() {
        0 | 1 => Length::Of(ClockKind::Retry),
        2 => Length::DayPart(DayPart::NextMorning),
        _ => Length::DayPart(DayPart::NextAfternoon),
    };
    all.push(Wanted { length, ..owed(case, ClockKind::Retry, last.at) });
}

/// C05: the longest time since they last heard from us (S179).
fn silence(case: &Case, all: &mut Vec<Wanted>) {
    let Some(last) = case.contacts.last_at.filter(|_| case.recovery.is_live()) else { return };
    let day = SignedDuration::from_hours(24);
    let (kind, length) = match (case.recovery, case.severity) {
        (Recovery::AwaitingWord | Recovery::NoWord, _) => {
            (ClockKind::SilenceAwaitingWord, Length::Of(ClockKind::SilenceAwaitingWord))
        }
        (_, Severity::S1) => (ClockKind::Silence, Length::Shortest(ClockKind::Silence, day)),
        _ => (ClockKind::Silence, Length::Of(ClockKind::Silence)),
    };
    all.push(Wanted { length, ..owed(case, kind, last) });
}

/// C06: every promise has its own clock; a settled one keeps its result.
fn promises(case: &Case, all: &mut Vec<Wanted>) {
    let of = |p: &Promise| Wanted {
        about: Some(p.id.0),
        owed_by: p.by,
        length: Length::Stated(p.due),
        met_at: p.settled_at,
        ..owed(case, ClockKind::Promise, p.made_at)
    };
    all.extend(case.owed_promises().map(of));
    let settled = case.promises.iter().rev().filter(|p| p.state == PromiseState::Kept).take(KEPT_PROMISES_SHOWN);
    all.extend(settled.map(of));
    let amends = case.amends.iter().filter(|a| a.stands() && a.approved_by.is_some());
    all.extend(amends.map(|a| Wanted {
        about: Some(a.id.0),
        length: Length::Stated(a.due),
        met_at: a.given_at,
        ..owed(case, ClockKind::Promise, a.asked_at)
    }));
}

/// C13, C14, C15, C28: ways forward, answers to what they propose and ask (S156, S213) and the written summary.
fn deciding(case: &Case, all: &mut Vec<Wanted>) {
    if matches!(case.recovery, Recovery::Heard | Recovery::Deciding) {
        let since = case.round().map_or(case.recovery_since, |r| r.at.max(case.recovery_since));
        all.push(Wanted { met_at: two_ready(case, since), ..owed(case, ClockKind::OptionsReady, since) });
    }
    let flat = stuck::flat(case);
    let first = first_options_talk(case).filter(|_| matches!(case.recovery, Recovery::Deciding | Recovery::NotAgreed));
    if let Some(first) = first {
        let owed_by = case.team.manager.unwrap_or(case.team.owner);
        let third = case.talks.iter().filter(|t| t.ended_at >= first).nth(stuck::TALKS - 1);
        let due = third.map(|t| t.ended_at).or(flat);
        // Three talks or ten working days, whichever is over first: a third talk that comes late gives no more time.
        let length = due.map_or(Length::Of(ClockKind::Deadlock), |at| Length::Sooner(ClockKind::Deadlock, at));
        all.push(Wanted { owed_by, length, ..owed(case, ClockKind::Deadlock, first) });
    } else if let Some(at) = flat {
        // Round in circles before anything was laid out (S203).
        let owed_by = case.team.manager.unwrap_or(case.team.owner);
        all.push(Wanted { owed_by, length: Length::Stated(at), ..owed(case, ClockKind::Deadlock, at) });
    }
    let proposals = case.standing_options().filter(|o| o.from == Party::Customer && o.answer.is_none());
    all.extend(proposals.map(|o| Wanted { about: Some(o.id.0), ..owed(case, ClockKind::AnswerProposal, o.at) }));
    let asked = case.questions.iter().filter(|q| q.answer.is_none()).take(QUESTIONS_CLOCKED);
    all.extend(asked.map(|q| Wanted { about: Some(q.id.0), ..owed(case, ClockKind::AnswerProposal, q.asked_at) }));
    let letters = case.mails.letters.iter().filter(|_| case.is_open()).take(QUESTIONS_CLOCKED);
    all.extend(letters.map(|l| Wanted { about: Some(l.message.0), ..owed(case, ClockKind::AnswerProposal, l.at) }));
    joint_work(case, all);
    if let Some(since) = awaits_our_name(case) {
        all.push(owed(case, ClockKind::AnswerProposal, since));
    }
    let waiting = case.amends.iter().filter(|a| a.stands() && a.approved_by.is_none());
    let approver = case.team.manager.unwrap_or(case.team.relationship_owner);
    all.extend(waiting.map(|a| Wanted {
        about: Some(a.id.0),
        owed_by: approver,
        ..owed(case, ClockKind::ApproveAmends, a.asked_at)
    }));
    let summed_up = |t: &&Talk| t.heard != Heard::NotYet && case.joint.may_be_written_to(t.with);
    if let Some(talk) = case.talks.last().filter(summed_up) {
        all.push(Wanted {
            about: Some(talk.id.0),
            owed_by: talk.by,
            met_at: talk.summary_at,
            ..owed(case, ClockKind::Summary, talk.ended_at)
        });
    }
}

/// C14: whys and ideas of theirs and whom they would like beside them are answered, and looked at again when we said so (S164).
fn joint_work(case: &Case, all: &mut Vec<Wanted>) {
    let kind = ClockKind::AnswerProposal;
    let ideas = case.joint.unanswered().map(|i| (i.id.0, i.at)).take(QUESTIONS_CLOCKED);
    let people = case.joint.not_invited_yet().map(|i| (i.id.0, i.at)).take(QUESTIONS_CLOCKED);
    all.extend(ideas.chain(people).map(|(id, at)| Wanted { about: Some(id), ..owed(case, kind, at) }));
    let looking = case.joint.looked_into().take(QUESTIONS_CLOCKED);
    all.extend(looking.map(|(idea, by)| {
        let since = idea.answer.as_ref().map_or(idea.at, |a| a.at);
        Wanted { about: Some(idea.id.0), length: Length::Stated(by), ..owed(case, kind, since) }
    }));
}

/// Since when they have agreed to the plan and none of us has (S168).
fn awaits_our_name(case: &Case) -> Option<Timestamp> {
    let plan = case.plan.as_ref().filter(|p| p.agreed_by_customer.is_some() && p.agreed_by_us.is_none())?;
    plan.half_agreed_at
}

/// When two ways forward were ready: laid out already, or prepared and not among those that did not fit (S163).
fn two_ready(case: &Case, since: Timestamp) -> Option<Timestamp> {
    if case.round().is_some_and(|r| !r.options.is_empty()) {
        return Some(since);
    }
    case.fresh_options().nth(1).map(|o| o.at.max(since))
}

/// The first talk about options since the customer last gave their word.
fn first_options_talk(case: &Case) -> Option<Timestamp> {
    let since = case.words.last().map_or(case.contact_owed_since, |w| w.at.max(case.contact_owed_since));
    case.rounds.iter().find(|r| !r.options.is_empty() && r.at >= since).map(|r| r.at)
}

/// C16, C17, C18: our own steps; the customer's steps have no clock, they are *still open*, never overdue (S154).
fn plan(case: &Case, all: &mut Vec<Wanted>) {
    let Some(plan) = case.plan.as_ref() else { return };
    for step in plan.steps.iter().filter(|s| s.party != Party::Customer && s.is_open()) {
        let owed_by = step.owner.unwrap_or(case.team.owner);
        if step.confirmed == Said::No {
            all.push(Wanted { about: Some(step.id.0), owed_by, ..owed(case, ClockKind::StepConfirmed, step.made_at) });
        }
        all.push(Wanted {
            about: Some(step.id.0),
            owed_by,
            length: Length::Stated(step.due),
            ..owed(case, ClockKind::StepDue, step.made_at)
        });
    }
    if let Some(agreed) = plan.agreed_at.filter(|_| matches!(case.recovery, Recovery::Agreed | Recovery::MakingGood)) {
        let last = case.check_ins.last().map_or(agreed, |c| c.at.max(agreed));
        all.push(owed(case, ClockKind::CheckIn, last));
    }
}

/// C22, C32: asking, and asking on without ever taking silence for a yes.
fn their_word(case: &Case, all: &mut Vec<Wanted>) {
    let fixed = case.fix_steps().next().is_some() && case.fix_steps().all(|s| !s.is_open());
    if let Some(done) =
        case.fix_steps().filter_map(|s| s.done_at).max().filter(|_| fixed && case.recovery == Recovery::MakingGood)
    {
        all.push(owed(case, ClockKind::AskForWord, done));
    }
    if matches!(case.recovery, Recovery::AwaitingWord | Recovery::NoWord) {
        let since = case.contacts.last_at.unwrap_or(case.recovery_since).max(case.recovery_since);
        all.push(Wanted { length: Length::DayPart(DayPart::Monday), ..owed(case, ClockKind::StillWaiting, since) });
    }
}

/// C23, C25, C26: what follows *Solved*.
fn after(case: &Case, all: &mut Vec<Wanted>) {
    let ended = match case.recovery {
        Recovery::Solved => case.solved_at(),
        Recovery::Withdrawn => Some(case.recovery_since),
        _ => None,
    };
    if let Some(at) = ended {
        let called = case.follow_up.as_ref().filter(|f| f.result == Some(FollowUpResult::Ok)).and_then(|f| f.called_at);
        all.push(Wanted { met_at: called, ..owed(case, ClockKind::FollowUpCall, at) });
        all.push(Wanted { met_at: case.review.as_ref().map(|r| r.at), ..owed(case, ClockKind::Review, at) });
    }
    if let Some(held) = case.prevention.held_at {
        all.push(Wanted { met_at: case.prevention.letter_at, ..owed(case, ClockKind::ImprovementLetter, held) });
    }
}

/// C11, C19, C20: where 8D runs, the harm is stopped, the causes are known and it is proven, each counted from when we knew; what came back
/// counts from then.
fn prevention(case: &Case, all: &mut Vec<Wanted>) {
    use Prevention as P;
    let state = case.prevention.state;
    if !inside::by_the_book(case) || matches!(state, P::Held | P::Shared | P::NotNeeded) {
        return;
    }
    let starts = case.inside.again_since.map_or(case.recognised_at, |again| again.max(case.recognised_at));
    let owed_by = case.team.quality.unwrap_or(case.team.owner);
    let mut owes = |kind| all.push(Wanted { owed_by, ..owed(case, kind, starts) });
    if matches!(state, P::NotStarted | P::Containing) {
        owes(ClockKind::Containment);
    }
    if !matches!(state, P::Implementing | P::Verifying) {
        owes(ClockKind::CauseFound);
    }
    owes(ClockKind::PreventionProven);
}

/// The soonest thing that each supplier owes; what was not enough begins anew.
fn suppliers(case: &Case, all: &mut Vec<Wanted>) {
    let open = case.inside.scars.iter().filter_map(|scar| Some((scar, *scar.owed().first()?)));
    all.extend(open.take(SUPPLIERS_CLOCKED).map(|(scar, owed)| Wanted {
        about: Some(Uuid::new_v5(&scar.id.0, owed.part.word().as_bytes())),
        owed_by: scar.by,
        length: Length::Stated(owed.due),
        ..self::owed(case, ClockKind::SupplierAnswer, owed.since)
    }));
}

/// C27: whoever was called must open the case.
fn escalations(case: &Case, all: &mut Vec<Wanted>) {
    for escalation in case.open_escalations() {
        let owed_by = escalation.awaited.first().or(escalation.to.first()).copied().unwrap_or(case.team.owner);
        all.push(Wanted {
            about: Some(escalation.id.0),
            owed_by,
            ..owed(case, ClockKind::EscalationOpened, escalation.at)
        });
    }
}
