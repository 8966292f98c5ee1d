//! How long things may take and how much a person may give: one versioned policy for the whole firm.
//! There is no account, segment or tier in it (S073): an account's own rules can only shorten (I15).
use crate::choices;
use crate::clock::ClockKind;
use crate::kinds::{HardAction, Origin, Role, Severity, TroubleKind};
use crate::parts::Said;
use crate::playbook::Playbook;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A length of time as people mean it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowance {
    /// Minutes inside working hours, in the stricter of the two calendars.
    WorkingMinutes(u32),
    /// Working days, in the stricter of the two calendars.
    WorkingDays(u32),
    /// Minutes of the clock on the wall, day and night.
    Minutes(u32),
}

/// The firm's clocks and limits. Version 1 is built in; each edit is a new version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    pub version: u32,
    /// By severity: S1, S2, S3.
    pub clocks: BTreeMap<ClockKind, [Allowance; 3]>,
    /// A warning comes when this share of the time is used, 1-99 percent.
    pub warn_at_percent: u8,
    /// What each role may give at once, whole currency units (DOMAIN 4.8).
    pub authority: BTreeMap<Role, u64>,
    /// Acts behind the battle check; never empty (S238).
    pub hard_actions: Vec<HardAction>,
    /// Months within which a like failure is a repeat (C29).
    pub repeat_months: i32,
    /// Days within which a repeat is graver by itself (C29).
    pub repeat_days: i32,
    /// The playbook a new case of a kind begins with, by name; what is not here is chosen by the playbooks themselves.
    #[serde(default)]
    pub playbooks: BTreeMap<TroubleKind, String>,
    /// The rules of the account at hand; kept with the account, never with the policy.
    #[serde(skip)]
    pub rules: Vec<CustomerRule>,
}

choices! {
    /// What is wrong with a policy.
    pub enum PolicyProblem { NoHardActions = "no_hard_actions", WarnShare = "warn_share", ClockMissing = "clock_missing", ZeroLength = "zero_length" }
}

impl Policy {
    /// # Errors
    /// When a clock is missing or of no length, the list of hard actions is empty, or the warning share is not 1-99.
    pub fn check(&self) -> Result<(), PolicyProblem> {
        if self.hard_actions.is_empty() {
            return Err(PolicyProblem::NoHardActions);
        }
        if !(1..=99).contains(&self.warn_at_percent) {
            return Err(PolicyProblem::WarnShare);
        }
        if ClockKind::ALL.iter().any(|k| k.is_measured() && !self.clocks.contains_key(k)) {
            return Err(PolicyProblem::ClockMissing);
        }
        let nothing = |a: &Allowance| {
            matches!(a, Allowance::WorkingMinutes(0) | Allowance::WorkingDays(0) | Allowance::Minutes(0))
        };
        if self.clocks.values().flatten().any(nothing) { Err(PolicyProblem::ZeroLength) } else { Ok(()) }
    }

    /// A policy that was kept before there was a clock gets that clock's built-in length.
    #[must_use]
    pub fn completed(mut self) -> Self {
        for (kind, lengths) in Self::default().clocks {
            self.clocks.entry(kind).or_insert(lengths);
        }
        self
    }

    pub fn allowance(&self, kind: ClockKind, severity: Severity) -> Allowance {
        self.clocks.get(&kind).map_or(Allowance::WorkingMinutes(240), |by| by[severity.rank()])
    }

    /// The policy as one account sees it: its own rules stand beside ours, and whichever ends first holds (I15).
    #[must_use]
    pub fn shortened(&self, rules: &[CustomerRule]) -> Self {
        Self { rules: rules.to_vec(), ..self.clone() }
    }

    /// The lengths that bind a clock: ours, and the customer's own with the paper it stands in.
    pub fn lengths(&self, kind: ClockKind, severity: Severity) -> impl Iterator<Item = (Allowance, Option<&str>)> {
        let theirs = self.rules.iter().filter(move |r| r.clock == kind).map(|r| (r.at_most, Some(r.source.as_str())));
        std::iter::once((self.allowance(kind, severity), None)).chain(theirs)
    }

    /// The playbook that a new case begins with: the firm's choice for its kind where that one is meant for who knew first, else the
    /// first that says it fits, else the first of all (S178).
    pub fn playbook<'p>(&self, all: &'p [Playbook], origin: Origin, kind: TroubleKind) -> Option<&'p Playbook> {
        let meant = |p: &&Playbook| p.origins.is_empty() || p.origins.contains(&origin);
        let fits = |p: &&Playbook| meant(p) && p.overlay == Said::No && (p.kinds.is_empty() || p.kinds.contains(&kind));
        let chosen = self.playbooks.get(&kind).and_then(|name| all.iter().find(|p| p.name == *name)).filter(meant);
        chosen.or_else(|| all.iter().find(fits)).or(all.first())
    }

    /// What a person with these roles may give without asking, whole currency units.
    pub fn limit(&self, roles: &[Role]) -> u64 {
        roles.iter().filter_map(|r| self.authority.get(r)).copied().max().unwrap_or(0)
    }
}

/// A customer's own deadline; it only ever shortens (I15).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CustomerRule {
    pub clock: ClockKind,
    pub at_most: Allowance,
    /// The paper it stands in.
    pub source: String,
}

impl Default for Policy {
    fn default() -> Self {
        use Allowance::{Minutes as M, WorkingDays as D, WorkingMinutes as W};
        use ClockKind as K;
        let same = |a| [a, a, a];
        let clocks = BTreeMap::from([
            (K::FirstContact, same(W(240))),
            (K::UrgentContact, same(M(60))),
            (K::Receipt, same(M(1))),
            (K::VoicemailMail, same(M(15))),
            (K::Retry, same(W(120))),
            (K::Silence, [W(240), D(1), D(2)]),
            (K::SilenceAwaitingWord, same(D(3))),
            (K::TellSlip, same(D(1))),
            (K::Containment, [M(24 * 60), M(24 * 60), D(2)]),
            (K::OptionsReady, [W(240), D(1), D(2)]),
            (K::AnswerProposal, same(D(1))),
            (K::ApproveAmends, same(D(1))),
            (K::Summary, same(D(1))),
            (K::StepConfirmed, same(D(1))),
            (K::CheckIn, [D(1), D(5), D(5)]),
            (K::CauseFound, [D(5), D(10), D(10)]),
            (K::PreventionProven, same(M(60 * 24 * 60))),
            (K::AskForWord, same(W(480))),
            (K::FollowUpCall, same(D(3))),
            (K::DeliveryCheck, same(D(2))),
            (K::Review, [M(3 * 24 * 60), D(5), D(5)]),
            (K::ImprovementLetter, same(D(5))),
            (K::EscalationOpened, same(W(240))),
            (K::Deadlock, same(D(10))),
        ]);
        let authority = BTreeMap::from([
            (Role::Owner, 200),
            (Role::RelationshipOwner, 1_000),
            (Role::Manager, 5_000),
            (Role::Director, u64::MAX),
        ]);
        Self {
            version: 1,
            clocks,
            warn_at_percent: 75,
            authority,
            hard_actions: HardAction::ALL.to_vec(),
            repeat_months: 12,
            repeat_days: 90,
            playbooks: BTreeMap::new(),
            rules: vec![],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::playbooks;

    #[test]
    fn the_firms_choice_of_a_playbook_holds_where_that_one_is_meant_for_who_knew_first() {
        let all = playbooks();
        let mut policy = Policy::default();
        let begun =
            |policy: &Policy, origin| policy.playbook(&all, origin, TroubleKind::Defect).map(|p| p.name.clone());
        let usual = begun(&policy, Origin::CustomerReported);
        policy.playbooks.insert(TroubleKind::Defect, "tough_conversation".into());
        assert_eq!(begun(&policy, Origin::CustomerReported).as_deref(), Some("tough_conversation"));
        // News that we bring is no case for it, so the usual one is begun.
        assert_eq!(begun(&policy, Origin::WeBringNews).as_deref(), Some("breaking_bad_news"));
        policy.playbooks.insert(TroubleKind::Defect, "gone".into());
        assert_eq!(begun(&policy, Origin::CustomerReported), usual, "a playbook that is gone chooses nothing");
    }
}
