//! What a state or a playbook's step needs: one closed list of must-be-trues, each a question to the case's records.
use crate::case::Case;
use crate::choices;
use crate::inside::{Discipline, lacks};
use crate::kinds::*;
use crate::parts::*;

choices! {
    /// The must-be-trues that playbooks and the recovery track are written with.
    pub enum Need {
        SafetyAnswered = "safety_answered", Acknowledged = "acknowledged", OurPart = "our_part", Invited = "invited",
        Prepared = "prepared", NewsTold = "news_told", ReactionKnown = "reaction_known", ReactionHurts = "reaction_hurts",
        NeedByKnown = "need_by_known", Voice = "voice", HadTheirSay = "had_their_say", ReflectBack = "reflect_back", Impact = "impact",
        EndTone = "end_tone", Apologised = "apologised", FaultStated = "fault_stated", CauseAsked = "cause_asked", PreventionAsked = "prevention_asked",
        FactsRecorded = "facts_recorded", WhatElse = "what_else", TwoOptions = "two_options", Compromise = "compromise", OptionsTalk = "options_talk",
        Decision = "decision", Remedy = "remedy", FixStep = "fix_step", PreventStep = "prevent_step", StepsConfirmed = "steps_confirmed",
        CustomerTakesPart = "customer_takes_part", AgreedByBoth = "agreed_by_both", SummarySent = "summary_sent", CheckInHeld = "check_in_held",
        FixStarted = "fix_started", FixDone = "fix_done", PromisesKept = "promises_kept", ToldWhatHappened = "told_what_happened",
        QuestionsAnswered = "questions_answered", NextContact = "next_contact", WordAsked = "word_asked", Word = "word",
        DeadlineByTheirWord = "deadline_by_their_word", FollowUpCall = "follow_up_call", NextStepChosen = "next_step_chosen",
        NextStepDone = "next_step_done", Review = "review", ClosingMessage = "closing_message", PreventionDone = "prevention_done",
        PreventionBank = "prevention_bank", ImprovementLetter = "improvement_letter", ManagerAndQuality = "manager_and_quality",
        ProblemTeam = "problem_team", ProblemDescribed = "problem_described", HarmContained = "harm_contained",
        CausesVerified = "causes_verified", ActionsChosen = "actions_chosen", ActionsDone = "actions_done",
        KeptFromComingBack = "kept_from_coming_back",
        NotStuck = "not_stuck", EmergencyPlan = "emergency_plan", ByHand = "by_hand",
    }
}

impl Need {
    /// Whether the records of the case fill it. *By hand* is filled by a tick on the playbook's step, not here.
    pub fn is_met(self, case: &Case) -> bool {
        match self {
            Self::SafetyAnswered
            | Self::Acknowledged
            | Self::Invited
            | Self::Prepared
            | Self::NewsTold
            | Self::ReactionKnown
            | Self::ReactionHurts
            | Self::NeedByKnown => self.first_contact(case),
            Self::Voice
            | Self::HadTheirSay
            | Self::ReflectBack
            | Self::Impact
            | Self::EndTone
            | Self::Apologised
            | Self::NextContact => self.talk(case),
            Self::OurPart
            | Self::FaultStated
            | Self::CauseAsked
            | Self::PreventionAsked
            | Self::FactsRecorded
            | Self::WhatElse => self.causes(case),
            Self::TwoOptions | Self::Compromise | Self::OptionsTalk | Self::Decision | Self::Remedy => {
                self.options(case)
            }
            Self::FixStep
            | Self::PreventStep
            | Self::StepsConfirmed
            | Self::CustomerTakesPart
            | Self::AgreedByBoth
            | Self::SummarySent
            | Self::CheckInHeld
            | Self::FixStarted
            | Self::FixDone
            | Self::EmergencyPlan => self.plan(case),
            Self::ProblemTeam
            | Self::ProblemDescribed
            | Self::HarmContained
            | Self::CausesVerified
            | Self::ActionsChosen
            | Self::ActionsDone
            | Self::KeptFromComingBack => self.inside(case),
            Self::ByHand => false,
            _ => self.word_and_after(case),
        }
    }

    fn first_contact(self, case: &Case) -> bool {
        let news = case.news.as_ref();
        match self {
            Self::SafetyAnswered => case.harm.safety.is_some(),
            Self::Acknowledged => case.contacts.acknowledged_at.is_some_and(|at| at >= case.contact_owed_since),
            Self::Invited => case.contacts.invited_at.is_some() || case.has_voice(),
            Self::Prepared => case.contacts.prepared.is_some(),
            Self::NewsTold => news.is_some_and(|n| n.told_at.is_some()),
            Self::ReactionKnown => news.is_none_or(|n| n.reaction != Reaction::Unknown),
            Self::ReactionHurts => {
                news.is_none_or(|n| matches!(n.reaction, Reaction::Hurts | Reaction::WorksWithChanges))
            }
            _ => news.is_some_and(|n| n.need_by.is_some()),
        }
    }
    fn talk(self, case: &Case) -> bool {
        let last = || case.talks_since_owed().last();
        match self {
            Self::Voice => case.talks_since_owed().next().is_some(),
            Self::HadTheirSay => case.talks_since_owed().any(|t| t.heard != Heard::NotYet),
            Self::ReflectBack => case.was_heard(),
            Self::Impact => !case.harm.impacts.is_empty(),
            Self::EndTone => last().is_some_and(|t| t.tone_end.is_some() || t.channel == Channel::Visit),
            Self::Apologised => case.contacts.apologised_at.is_some(),
            _ => case.next_contact().is_some(),
        }
    }
    fn causes(self, case: &Case) -> bool {
        let answers = &case.contacts.answers;
        match self {
            Self::OurPart => {
                case.fault.our_part.is_some() || !matches!(case.fault.position, Fault::Ours | Fault::Shared)
            }
            Self::FaultStated => case.fault.fact.is_some(),
            Self::CauseAsked => answers.led_to_this.is_some(),
            Self::PreventionAsked => answers.prevent_this.is_some(),
            Self::FactsRecorded => !case.facts.is_empty(),
            _ => answers.what_else.is_some(),
        }
    }
    fn options(self, case: &Case) -> bool {
        match self {
            Self::TwoOptions => case.fresh_options().count() >= 2 || case.decision().is_some(),
            Self::Compromise => case.standing_options().any(|o| o.compromise == Said::Yes),
            Self::OptionsTalk => case.rounds.iter().any(|r| !r.options.is_empty() && r.at >= case.contact_owed_since),
            Self::Decision => case.decision().is_some(),
            // The remedy is the option that the customer chose; amends are never it (I19).
            _ => case
                .decision()
                .and_then(|d| d.chosen)
                .and_then(|id| case.option(id))
                .is_some_and(|o| o.kind != OptionKind::NewPurchase),
        }
    }
    fn plan(self, case: &Case) -> bool {
        let plan = case.plan.as_ref();
        let steps = || plan.iter().flat_map(|p| &p.steps);
        match self {
            Self::FixStep => case.fix_steps().next().is_some(),
            Self::PreventStep => {
                steps().any(|s| s.kind == StepKind::Prevent) || plan.is_some_and(|p| p.no_prevention_because.is_some())
            }
            Self::StepsConfirmed => {
                plan.is_some()
                    && steps().all(|s| s.party == Party::Customer || s.confirmed == Said::Yes || !s.is_open())
            }
            Self::CustomerTakesPart => {
                nobody_takes_part(case)
                    || plan.is_some_and(|p| p.customer_declined.is_some())
                    || steps().any(|s| s.party == Party::Customer)
                    || case.decision().is_some()
            }
            Self::AgreedByBoth => plan.is_some_and(|p| p.agreed_by_us.is_some() && p.agreed_by_customer.is_some()),
            Self::SummarySent => case.talks.last().is_some_and(|t| t.summary_at.is_some()),
            Self::CheckInHeld => !case.check_ins.is_empty(),
            Self::EmergencyPlan => !case.launched.is_empty(),
            Self::FixStarted => case.fix_steps().any(|s| !s.is_open()),
            _ => case.fix_steps().next().is_some() && case.fix_steps().all(|s| !s.is_open()),
        }
    }
    fn inside(self, case: &Case) -> bool {
        let discipline = match self {
            Self::ProblemTeam => Discipline::D1,
            Self::ProblemDescribed => Discipline::D2,
            Self::HarmContained => Discipline::D3,
            Self::CausesVerified => Discipline::D4,
            Self::ActionsChosen => Discipline::D5,
            Self::ActionsDone => Discipline::D6,
            _ => Discipline::D7,
        };
        lacks(case, discipline).is_empty()
    }
    fn word_and_after(self, case: &Case) -> bool {
        let since = case.contact_owed_since;
        match self {
            Self::PromisesKept => case.promises.iter().all(|p| p.state != PromiseState::Broken),
            Self::ToldWhatHappened => case.told.is_some(),
            Self::QuestionsAnswered => {
                case.questions.iter().all(|q| q.answer.is_some()) && case.joint.unanswered().next().is_none()
            }
            Self::WordAsked => {
                case.word_asked.last().is_some_and(|at| *at >= since && case.words.last().is_none_or(|w| w.at < *at))
            }
            Self::Word => case.words.last().is_some_and(|w| w.solved == Said::Yes && w.at >= since),
            Self::DeadlineByTheirWord => case.harm.deadline.as_ref().is_none_or(|d| d.met.is_some()),
            Self::FollowUpCall => case.follow_up.as_ref().is_some_and(|f| f.result == Some(FollowUpResult::Ok)),
            Self::NextStepChosen => case.follow_up.is_some(),
            Self::NextStepDone => {
                case.follow_up.as_ref().is_some_and(|f| f.kind == FollowUpKind::Nothing || f.done_at.is_some())
            }
            Self::Review => case.review.is_some(),
            Self::ClosingMessage => case.closing.is_some(),
            Self::PreventionDone => matches!(case.prevention.state, Prevention::Shared | Prevention::NotNeeded),
            // Where nothing needed to change there is nothing to ask and nothing to tell.
            Self::PreventionBank | Self::ImprovementLetter if case.prevention.state == Prevention::NotNeeded => true,
            Self::PreventionBank => {
                PreventionQuestion::ALL.iter().all(|q| case.prevention.answers.iter().any(|a| a.question == *q))
            }
            Self::ImprovementLetter => case.prevention.letter_at.is_some(),
            Self::ManagerAndQuality => case.team.manager.is_some() && case.team.quality.is_some(),
            _ => !matches!(case.recovery, Recovery::NotAgreed | Recovery::InMediation),
        }
    }
}

/// Whom we speak with would rather not take part, and nobody else of theirs was asked to (S153).
fn nobody_takes_part(case: &Case) -> bool {
    let declined = |id| case.joint.part_of(id) == TakesPart::NotAtAll;
    case.contact.is_some_and(declined) && case.joint.invited().all(declined)
}
