//! Clocks: times by which something is owed. They are derived from the case, the policy and the two calendars after every
//! command, never edited (I30). A miss is an event and stays one.
use crate::calendar::Calendar;
use crate::case::Case;
use crate::choices;
use crate::ids::PersonId;
use crate::kinds::Severity;
use crate::policy::{Allowance, CustomerRule, Policy};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub mod explain;
pub mod ladder;
pub mod wanted;

use wanted::{Length, Wanted};

/// Clocks kept on one case (limits table of RELIABILITY).
pub const CLOCKS_PER_CASE: usize = 32;

choices! {
    /// What is owed; the codes are those of DOMAIN 4.5.
    pub enum ClockKind {
        /// C01: first contact by voice.
        FirstContact = "c01_first_contact",
        /// C01 in one hour, day and night: safety, something stopped, or a deadline within 48 h.
        UrgentContact = "c01_urgent_contact",
        /// C02: receipt of a written complaint.
        Receipt = "c02_receipt",
        /// C03: the mail after a message left by voice.
        VoicemailMail = "c03_voicemail_mail",
        /// C04: the next try to reach them.
        Retry = "c04_retry",
        /// C05: the longest silence.
        Silence = "c05_silence",
        /// C05 while we wait for their word.
        SilenceAwaitingWord = "c05_silence_awaiting_word",
        /// C06: something promised, a next contact or a thing.
        Promise = "c06_promise",
        /// C07: telling a known slip.
        TellSlip = "c07_tell_slip",
        /// C11: the harm is stopped wherever the parts are, where 8D runs.
        Containment = "c11_containment",
        /// C13: two ways forward ready.
        OptionsReady = "c13_options_ready",
        /// C14: our answer to what they propose or ask, and to the plan that they agreed to.
        AnswerProposal = "c14_answer_proposal",
        /// C14 for amends above one's own limit (S160).
        ApproveAmends = "c14_approve_amends",
        /// C15: the written summary after a talk.
        Summary = "c15_summary",
        /// C16: the step's owner says they can.
        StepConfirmed = "c16_step_confirmed",
        /// C17: a step of ours is due.
        StepDue = "c17_step_due",
        /// C18: the next check-in of the plan.
        CheckIn = "c18_check_in",
        /// C19: the causes are verified and the actions chosen, where 8D runs.
        CauseFound = "c19_cause_found",
        /// C20: it is proven that it does not happen again, where 8D runs.
        PreventionProven = "c20_prevention_proven",
        /// C22: asking for their word.
        AskForWord = "c22_ask_for_word",
        /// C23: the call a few days after.
        FollowUpCall = "c23_follow_up_call",
        /// C24: is it what you ordered? Kept with the delivery, not with a case.
        DeliveryCheck = "c24_delivery_check",
        /// C25: the review.
        Review = "c25_review",
        /// C26: what we changed, told to the customer.
        ImprovementLetter = "c26_improvement_letter",
        /// C27: manager and quality open what was escalated.
        EscalationOpened = "c27_escalation_opened",
        /// C28: no agreement after three talks or ten working days.
        Deadlock = "c28_deadlock",
        /// What a supplier before us owes on a corrective-action request, by the day that they were given.
        SupplierAnswer = "supplier_answer",
        /// C32: still waiting for their word, every Monday.
        StillWaiting = "c32_still_waiting",
    }
}

choices! {
    /// The blocks of *Run to it*, in this order; nothing stands above contacts owed (S041, S072).
    pub enum Block { Contacts = "contacts", Promises = "promises", Updates = "updates", DeliveryChecks = "delivery_checks", TheirWord = "their_word", OurDecision = "our_decision", Learning = "learning" }
}

impl ClockKind {
    /// Its length stands in the policy; the others end at a stated moment.
    pub fn is_measured(self) -> bool {
        !matches!(self, Self::Promise | Self::StepDue | Self::StillWaiting | Self::SupplierAnswer)
    }
    pub fn is_contact(self) -> bool {
        self.block() == Block::Contacts
    }
    pub fn block(self) -> Block {
        match self {
            Self::FirstContact
            | Self::UrgentContact
            | Self::Receipt
            | Self::VoicemailMail
            | Self::Retry
            | Self::TellSlip
            | Self::FollowUpCall => Block::Contacts,
            Self::Promise | Self::StepDue | Self::StepConfirmed => Block::Promises,
            Self::Silence | Self::SilenceAwaitingWord | Self::CheckIn | Self::Summary => Block::Updates,
            Self::DeliveryCheck => Block::DeliveryChecks,
            Self::AskForWord | Self::StillWaiting => Block::TheirWord,
            Self::OptionsReady
            | Self::AnswerProposal
            | Self::ApproveAmends
            | Self::EscalationOpened
            | Self::Deadlock => Block::OurDecision,
            Self::Containment
            | Self::CauseFound
            | Self::PreventionProven
            | Self::Review
            | Self::ImprovementLetter
            | Self::SupplierAnswer => Block::Learning,
        }
    }
    /// Only clocks of our own fixing stand still for a reason; contact, silence and word clocks never do (I14).
    pub fn may_pause(self) -> bool {
        matches!(self, Self::StepDue | Self::StepConfirmed)
    }
}

/// One running or met clock.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    pub kind: ClockKind,
    /// The promise, step, option or escalation it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Uuid>,
    pub owed_by: PersonId,
    pub starts: Timestamp,
    pub due: Timestamp,
    pub warn_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met_at: Option<Timestamp>,
    /// The next rung of its ladder; what the scheduler looks at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Timestamp>,
    pub next_rung: u8,
}

/// A rung that was reached: kept for ever, whatever the clocks say later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RanOut {
    pub kind: ClockKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Uuid>,
    pub starts: Timestamp,
    pub due: Timestamp,
    pub rung: u8,
    pub at: Timestamp,
}

impl Clock {
    pub fn is_running(&self) -> bool {
        self.met_at.is_none()
    }
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        self.is_running() && self.due < now
    }
    /// Share of the time used, 0-100; more than 100 when overdue.
    pub fn used_percent(&self, now: Timestamp) -> i64 {
        let whole = self.due.duration_since(self.starts).as_secs().max(1);
        (now.duration_since(self.starts).as_secs().saturating_mul(100) / whole).max(0)
    }
}

/// Every clock of the case, a pure function of its records, the policy and the calendars; running ones first, soonest first.
pub fn derive(case: &Case, policy: &Policy, ours: &Calendar, theirs: &Calendar) -> Vec<Clock> {
    let mut clocks: Vec<Clock> = wanted::wanted(case).iter().map(|w| clock(case, w, policy, ours, theirs)).collect();
    clocks.sort_by_key(|c| (c.met_at.is_some(), c.due, c.kind));
    clocks.truncate(CLOCKS_PER_CASE);
    clocks
}

fn clock(case: &Case, wanted: &Wanted, policy: &Policy, ours: &Calendar, theirs: &Calendar) -> Clock {
    let due = due(case, wanted, policy, ours, theirs);
    let share = i64::from(policy.warn_at_percent);
    let warn_at = wanted
        .starts
        .saturating_add(SignedDuration::from_secs(due.duration_since(wanted.starts).as_secs().max(0) * share / 100))
        .unwrap_or(due);
    let next = if wanted.met_at.is_some() { None } else { ladder::next(case, wanted, due, warn_at, ours) };
    Clock {
        kind: wanted.kind,
        about: wanted.about,
        owed_by: wanted.owed_by,
        starts: wanted.starts,
        due,
        warn_at,
        met_at: wanted.met_at,
        next_at: next.map(|(_, at)| at),
        next_rung: next.map_or(0, |(rung, _)| rung),
    }
}

/// The instant by which it is owed.
pub(crate) fn due(case: &Case, wanted: &Wanted, policy: &Policy, ours: &Calendar, theirs: &Calendar) -> Timestamp {
    let due = before_their_rule(case, wanted, policy, ours, theirs);
    let due = their_rule(wanted, policy, ours, theirs).map_or(due, |(ends, _)| ends.min(due));
    if wanted.kind.may_pause() { due.saturating_add(paused(case, wanted.starts, due)).unwrap_or(due) } else { due }
}

/// The customer's own rule about this very clock that ends first: it holds in every form of the clock (in danger, near the promise, at a further
/// try), and moves no moment that was said (I15).
pub(crate) fn their_rule<'p>(
    wanted: &Wanted,
    policy: &'p Policy,
    ours: &Calendar,
    theirs: &Calendar,
) -> Option<(Timestamp, &'p CustomerRule)> {
    if matches!(wanted.length, Length::Stated(_)) {
        return None;
    }
    let about = policy.rules.iter().filter(|rule| rule.clock == wanted.kind);
    about.map(|rule| (stricter(wanted.starts, rule.at_most, ours, theirs), rule)).min_by_key(|(ends, _)| *ends)
}

pub(crate) fn before_their_rule(
    case: &Case,
    wanted: &Wanted,
    policy: &Policy,
    ours: &Calendar,
    theirs: &Calendar,
) -> Timestamp {
    match wanted.length {
        Length::Stated(at) => at,
        Length::Sooner(kind, at) => earliest(wanted.starts, policy, kind, case.severity, ours, theirs).min(at),
        Length::Of(kind) => earliest(wanted.starts, policy, kind, case.severity, ours, theirs),
        Length::Shortest(kind, most) => {
            let cap = wanted.starts.saturating_add(most).unwrap_or(wanted.starts);
            earliest(wanted.starts, policy, kind, case.severity, ours, theirs).min(cap)
        }
        Length::DayPart(part) => ladder::day_part(wanted.starts, part, ours),
    }
}

/// Due by our own length or by a rule of the customer's, whichever ends first.
pub fn earliest(
    starts: Timestamp,
    policy: &Policy,
    kind: ClockKind,
    severity: Severity,
    ours: &Calendar,
    theirs: &Calendar,
) -> Timestamp {
    let ends = policy.lengths(kind, severity).map(|(allowed, _)| stricter(starts, allowed, ours, theirs));
    ends.min().unwrap_or(starts)
}

/// Due in the calendar that gives less time: working hours and days are counted in both, the earlier end holds (DOMAIN 4.5).
pub fn stricter(starts: Timestamp, allowed: Allowance, ours: &Calendar, theirs: &Calendar) -> Timestamp {
    let ends = [ours, theirs].map(|calendar| match allowed {
        Allowance::WorkingMinutes(m) => calendar.add_minutes(starts, m),
        Allowance::WorkingDays(d) => calendar.add_days(starts, d),
        Allowance::Minutes(m) => Ok(starts.saturating_add(SignedDuration::from_mins(i64::from(m))).unwrap_or(starts)),
    });
    // A calendar that never opens again gives no time at all: owed at once, so that somebody looks.
    ends.into_iter().flatten().min().unwrap_or(starts)
}

/// How long fix clocks stand still between two moments. A pause that reaches over the due time moves it by its whole
/// length; pauses are kept in order and never overlap.
fn paused(case: &Case, from: Timestamp, to: Timestamp) -> SignedDuration {
    let mut still = SignedDuration::ZERO;
    for pause in &case.pauses {
        let due = to.saturating_add(still).unwrap_or(to);
        if pause.from < due && pause.until > from {
            still = still.saturating_add(pause.until.duration_since(pause.from.max(from)));
        }
    }
    still
}

/// Working days of notice that the customer got: from being told to the promised date (C08, S065).
pub fn notice_days(case: &Case, ours: &Calendar) -> Option<i64> {
    let news = case.news.as_ref()?;
    let (promised, told) = (news.promised_on?, news.told_at?.to_zoned(ours.zone().clone()).date());
    let (early, late, sign) = if told <= promised { (told, promised, 1) } else { (promised, told, -1) };
    let days = early
        .series(jiff::Span::new().days(1))
        .skip(1)
        .take_while(|d| *d <= late)
        .take(3660)
        .filter(|d| ours.is_working_day(*d))
        .count();
    i64::try_from(days).ok().map(|n| n * sign)
}

/// Severity that a clock's table row is chosen by, in words for the explanation.
pub fn row(severity: Severity) -> &'static str {
    severity.word()
}
