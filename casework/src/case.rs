//! What is true now about one case. Only events change it (`event.rs`); every question about it is asked here.
use crate::clock::{Clock, RanOut};
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One trouble for one customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    pub id: CaseId,
    pub number: CaseNumber,
    /// How many events made this state; an edit may say which one it saw.
    pub version: u64,
    pub account: AccountId,
    /// Who was let down and speaks first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    pub kind: TroubleKind,
    /// The trouble in the customer's words.
    pub title: String,
    pub origin: Origin,
    /// When anyone in the firm first knew; it never moves later (I04).
    pub recognised_at: Timestamp,
    pub opened_at: Timestamp,
    /// From when a first contact is owed: recognition, or the last re-opening.
    pub contact_owed_since: Timestamp,
    /// When a written complaint arrived, if one did (C02).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_at: Option<Timestamp>,
    pub harm: Harm,
    pub severity: Severity,
    /// Severity when recognised; growing since then is counted (S037).
    pub first_severity: Severity,
    pub fault: FaultView,
    pub team: Team,
    pub recovery: Recovery,
    pub recovery_since: Timestamp,
    pub prevention: PreventionTrack,
    /// What is found and done inside so that it does not happen again.
    #[serde(default, skip_serializing_if = "Inside::is_blank")]
    pub inside: Inside,
    /// Reports in disciplines that they have, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<SentReport>,
    pub contacts: ContactLog,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub talks: Vec<Talk>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<Concern>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<CaseFile>,
    /// Mail on its way, and letters that wait for an answer.
    #[serde(default, skip_serializing_if = "Mails::is_blank")]
    pub mails: Mails,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Their whys and ideas, who of theirs takes part, and who would rather not.
    #[serde(default, skip_serializing_if = "Joint::is_blank")]
    pub joint: Joint,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub news: Option<News>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OfferedOption>,
    /// Rounds of options talks: *none fits* opens the next one (S163).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<OptionsRound>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decision>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// Emergency plans that were launched; their steps stand in the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub launched: Vec<LaunchedPlan>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub check_ins: Vec<CheckIn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amends: Vec<Amends>,
    /// Goods that come back, under their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returns: Vec<GoodsReturn>,
    /// What it cost us; no rule reads it (S096).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// Those of us who stay at the customer's site.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub residents: Vec<Resident>,
    /// Whether and when the customer was told what happened (S195).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_asked: Vec<Timestamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Word>,
    pub failed_fixes: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// What they wrote themselves since, whether it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_solved: Option<SinceSolved>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<Closing>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// Who impartial helps both sides, and what they propose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mediation: Option<Mediation>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passes: Vec<GatePass>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ran_out: Vec<RanOut>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub playbooks: Vec<RunningPlaybook>,
    /// The like failures before it, latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_of: Vec<CaseId>,
    /// When the latest of them was recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_at: Option<Timestamp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub linked: Vec<CaseId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CaseId>,
    pub hand_overs: u8,
    /// The last hand-over, as long as nobody took it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Timestamp>,
    /// Derived after every command; never edited (I30).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Clock>,
}

impl Case {
    /// A case before its first event; `number` 0 says: not opened yet.
    pub fn blank(id: CaseId) -> Self {
        let never = Timestamp::UNIX_EPOCH;
        Self {
            id,
            number: CaseNumber(0),
            version: 0,
            account: AccountId(uuid::Uuid::nil()),
            contact: None,
            kind: TroubleKind::Other,
            title: String::new(),
            origin: Origin::CustomerReported,
            recognised_at: never,
            opened_at: never,
            contact_owed_since: never,
            written_at: None,
            receipt_at: None,
            harm: Harm::default(),
            severity: Severity::S2,
            first_severity: Severity::S2,
            fault: FaultView::default(),
            team: Team::default(),
            recovery: Recovery::Spotted,
            recovery_since: never,
            prevention: PreventionTrack::default(),
            inside: Inside::default(),
            reports: vec![],
            contacts: ContactLog::default(),
            talks: vec![],
            concerns: vec![],
            questions: vec![],
            files: vec![],
            mails: Mails::default(),
            facts: vec![],
            joint: Joint::default(),
            news: None,
            options: vec![],
            rounds: vec![],
            decisions: vec![],
            plan: None,
            launched: vec![],
            check_ins: vec![],
            promises: vec![],
            amends: vec![],
            returns: vec![],
            costs: vec![],
            residents: vec![],
            told: None,
            word_asked: vec![],
            words: vec![],
            failed_fixes: 0,
            follow_up: None,
            since_solved: None,
            review: None,
            closing: None,
            escalations: vec![],
            mediation: None,
            passes: vec![],
            ran_out: vec![],
            pauses: vec![],
            playbooks: vec![],
            repeat_of: vec![],
            repeat_at: None,
            linked: vec![],
            merged_into: None,
            hand_overs: 0,
            given: None,
            reopened: vec![],
            clocks: vec![],
        }
    }

    pub fn exists(&self) -> bool {
        self.number.0 != 0
    }
    pub fn is_open(&self) -> bool {
        self.recovery.is_open()
    }
    /// Somebody spoke with the customer by visit, video or phone.
    pub fn has_voice(&self) -> bool {
        self.contacts.first_voice_at.is_some()
    }
    pub fn open_promises(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|p| p.state == PromiseState::Open)
    }
    /// Amends that were promised and are not given yet.
    pub fn owed_amends(&self) -> impl Iterator<Item = &Amends> {
        self.amends.iter().filter(|amends| amends.is_owed())
    }
    /// What somebody at the customer still waits for: open promises, and broken ones until they are made good.
    pub fn owed_promises(&self) -> impl Iterator<Item = &Promise> {
        let owed =
            |p: &&Promise| p.state == PromiseState::Open || (p.state == PromiseState::Broken && p.settled_at.is_none());
        self.promises.iter().filter(owed)
    }
    /// The trust line: promises to this customer kept, broken and still open (S244, S246).
    pub fn trust(&self) -> [usize; 3] {
        [PromiseState::Kept, PromiseState::Broken, PromiseState::Open]
            .map(|state| self.promises.iter().filter(|p| p.state == state).count())
    }
    /// The promised next contact that is still to come, soonest first.
    pub fn next_contact(&self) -> Option<&Promise> {
        self.open_promises().filter(|p| p.what == Promised::NextContact).min_by_key(|p| p.due)
    }
    pub fn promise(&self, id: PromiseId) -> Option<&Promise> {
        self.promises.iter().find(|p| p.id == id)
    }
    pub fn option(&self, id: OptionId) -> Option<&OfferedOption> {
        self.options.iter().find(|o| o.id == id)
    }
    /// Options that still stand; a counter-proposal of the customer counts like ours (S156).
    pub fn standing_options(&self) -> impl Iterator<Item = &OfferedOption> {
        self.options.iter().filter(|o| o.withdrawn.is_none())
    }
    /// Options that may be put before the customer: date, confidence and what they do are said (S140).
    pub fn ready_options(&self) -> impl Iterator<Item = &OfferedOption> {
        self.standing_options().filter(|o| o.is_ready())
    }
    pub fn round(&self) -> Option<&OptionsRound> {
        self.rounds.last()
    }
    /// It was laid before them in an earlier round and is not asked about in this one: history, until it is laid before them again.
    pub fn is_of_earlier_round(&self, option: &OfferedOption) -> bool {
        let had = |round: &OptionsRound| round.options.contains(&option.id);
        self.rounds.split_last().is_some_and(|(now, before)| !had(now) && before.iter().any(had))
    }
    /// Options that are ready for the round that runs; what did not fit before is none of them (S163).
    pub fn fresh_options(&self) -> impl Iterator<Item = &OfferedOption> {
        self.ready_options().filter(|o| !self.is_of_earlier_round(o))
    }
    /// Whether it can be chosen as the rounds go: it was laid before them in this one, or they proposed it and we took it up.
    pub fn asks_about(&self, option: &OfferedOption) -> bool {
        let theirs = option.from == Party::Customer && option.answer.is_some() && option.is_ready();
        theirs && !self.is_of_earlier_round(option)
            || self.round().is_some_and(|round| round.options.contains(&option.id))
    }
    /// The customer's choice that stands now.
    pub fn decision(&self) -> Option<&Decision> {
        let since = self.round()?.at;
        if !self.disputed().is_empty() {
            return None;
        }
        self.decisions.iter().rev().find(|d| d.at >= since && d.chosen.is_some())
    }
    /// What contacts of one customer chose by their links when they do not choose the same: the latest of each, none above the
    /// other, until a colleague has spoken with them and records what they agree on.
    pub fn disputed(&self) -> Vec<&Decision> {
        let Some(since) = self.round().map(|r| r.at) else { return vec![] };
        // The *none fits* that opened this round belongs to the one before.
        let of_round = |d: &&Decision| d.at > since || d.at == since && d.chosen.is_some();
        let mut latest: Vec<&Decision> = vec![];
        for decision in self.decisions.iter().filter(of_round) {
            latest.retain(|d| decision.by_link && d.by != decision.by);
            latest.push(decision);
        }
        if latest.iter().all(|d| d.chosen == latest[0].chosen) { vec![] } else { latest }
    }
    pub fn step(&self, id: StepId) -> Option<&PlanStep> {
        self.plan.as_ref()?.steps.iter().find(|s| s.id == id)
    }
    pub fn fix_steps(&self) -> impl Iterator<Item = &PlanStep> {
        self.plan.iter().flat_map(|p| &p.steps).filter(|s| s.kind == StepKind::Fix)
    }
    pub fn open_escalations(&self) -> impl Iterator<Item = &Escalation> {
        self.escalations.iter().filter(|e| e.acknowledged.is_none())
    }
    /// Somebody heard the customer out, with their yes that nothing is missing (S079, S126).
    pub fn was_heard(&self) -> bool {
        self.talks_since_owed().any(|t| t.heard == Heard::Confirmed)
    }
    pub fn talks_since_owed(&self) -> impl Iterator<Item = &Talk> {
        self.talks.iter().filter(|t| t.started_at >= self.contact_owed_since || t.ended_at >= self.contact_owed_since)
    }
    /// A pass stands until the case moves to another state.
    pub fn has_pass(&self, gate: crate::gate::Gate) -> bool {
        self.passes.iter().any(|p| p.gate == gate && p.at >= self.recovery_since)
    }
    /// We broke a promise or a fix did not hold: the customer was let down twice.
    pub fn let_down_twice(&self) -> bool {
        self.failed_fixes > 0 || self.promises.iter().any(|p| p.state == PromiseState::Broken)
    }
    /// When the word *solved* was given and still stands.
    pub fn solved_at(&self) -> Option<Timestamp> {
        let word = self.words.last()?;
        (word.solved == crate::parts::Said::Yes && matches!(self.recovery, Recovery::Solved | Recovery::Closed))
            .then_some(word.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_takes_no_room_in_what_is_kept_and_is_read_from_what_was_kept_before() {
        let blank = Case::blank(CaseId(uuid::Uuid::nil()));
        let kept = serde_json::to_string(&blank).unwrap();
        assert!(!kept.contains("null") && !kept.contains("[]"), "{kept}");
        assert_eq!(serde_json::from_str::<Case>(&kept).unwrap(), blank);
        // As it was written until the 27th of November 2026.
        let before = kept.replacen(r#""harm":{"#, r#""harm":{"safety":null,"impacts":[],"deadline":null"#, 1);
        assert_ne!(before, kept);
        assert_eq!(serde_json::from_str::<Case>(&before).unwrap(), blank);
    }
}
