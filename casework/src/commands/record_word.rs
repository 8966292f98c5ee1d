//! The customer says whether it is solved. Nobody and nothing else can (I01, I02, S205, S206, S207, S208).
use super::Asks;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::facts::{Actor, Facts};
use crate::gate::Gate;
use crate::ids::{ConcernId, ContactId};
use crate::kinds::{EscalationReason, Party, Recovery, WordWay};
use crate::need::Need;
use crate::parts::{ConcernState, Said, Word};
use crate::recovery;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::Text;
use crate::{asked, case::Case};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Words one case keeps; older ones stay in the history.
const WORDS_AT_MOST: usize = 50;

asked! {
    /// The customer's own word, as they said it.
    pub struct RecordWord {
        /// Who gave it: a contact of this customer.
        pub by: ContactId,
        /// Is it solved?
        pub solved: Said,
        /// Their words.
        pub words: String,
        /// How they said it; a written word counts, and the call after it stays due (X05).
        pub way: WordWay,
        /// Worries that are settled, each by their word (S207).
        #[serde(default)]
        pub settled: Vec<ConcernId>,
        /// Was their own deadline met? By their word (S194).
        pub deadline_met: Option<Said>,
        /// How satisfied with what came out, 1 not at all to 5 fully.
        pub outcome: Option<u8>,
        /// How satisfied with how we went about it, 1-5.
        pub process: Option<u8>,
        /// How satisfied with the people, 1-5.
        pub people: Option<u8>,
        /// They felt valued, 1-5.
        pub valued: Option<u8>,
        /// They felt reassured, 1-5.
        pub reassured: Option<u8>,
        /// They felt like our most important customer, 1-5.
        pub most_important: Option<u8>,
        /// May we show their words to the team?
        pub may_be_shown: Option<Said>,
        /// When; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordGiven {
    pub asked: RecordWord,
}

impl Asks for RecordWord {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        match draft.facts.actor {
            Actor::Person(_) => {}
            Actor::Customer(who) if who == self.by => {}
            _ => return Err(Refusal::law("only-their-word-solves")),
        }
        draft.contact(self.by, "by")?;
        self.check(draft)?;
        draft.took_place(self.happened_at.unwrap_or(draft.now()))?;
        match draft.case.recovery {
            Recovery::AwaitingWord | Recovery::NoWord | Recovery::MakingGood => {}
            Recovery::NotAgreed | Recovery::InMediation if self.solved == Said::Yes => {}
            Recovery::Solved | Recovery::Withdrawn | Recovery::StillWorks => {
                return Err(Refusal::state("word-stands-already"));
            }
            _ => return Err(Refusal::state("word-too-early")),
        }
        if draft.case.fix_steps().any(|s| s.is_open()) {
            return Err(Refusal::state("fix-not-done"));
        }
        if self.solved == Said::Yes {
            self.check_gates(draft)?;
        }
        draft.happened(WordGiven { asked: self.clone() });
        if self.solved == Said::No {
            not_solved(draft, &self.words);
        }
        Ok(())
    }
    fn theirs(&self, contact: ContactId, _: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.by, contact, "by")?;
        rights::left_to_us(self.happened_at.as_ref(), "happened_at")?;
        // By their link it is written; a talk is recorded by the one who had it.
        if self.way == WordWay::Written { Ok(()) } else { Err(Refusal::rights("filled-in-by-us").about("way")) }
    }
}

/// A fix that did not hold is heard by the manager at once (S206, S210).
pub(super) fn not_solved(draft: &mut Draft, words: &str) {
    super::raise(draft, EscalationReason::FixFailed, words);
    let owner = draft.case.team.owner;
    if draft.facts.person() != Some(owner) {
        draft.notify(owner, Urgency::Urgent, Text::new("notice-not-solved").with("words", words));
    }
}

impl RecordWord {
    fn check(&self, draft: &Draft) -> Result<(), Refusal> {
        Refusal::unless_said(&self.words, "words", "word-without-words")?;
        let scores = [
            (self.outcome, "outcome"),
            (self.process, "process"),
            (self.people, "people"),
            (self.valued, "valued"),
            (self.reassured, "reassured"),
            (self.most_important, "most_important"),
        ];
        if let Some((_, field)) = scores.iter().find(|(score, _)| score.is_some_and(|s| !(1..=5).contains(&s))) {
            return Err(Refusal::input(field, "one-to-five"));
        }
        if self.settled.iter().any(|id| !draft.case.concerns.iter().any(|c| c.id == *id)) {
            return Err(Refusal::missing("no-such-concern").about("settled"));
        }
        if self.deadline_met.is_some() && draft.case.harm.deadline.is_none() {
            return Err(Refusal::input("deadline_met", "no-deadline-known"));
        }
        Ok(())
    }

    /// What must be true before a *yes* is heard: each with its own sentence.
    fn check_gates(&self, draft: &Draft) -> Result<(), Refusal> {
        let case = &draft.case;
        if case.told.is_none() {
            draft.gate(Gate::ToldWhatHappened, "tell-what-happened-first")?;
        }
        let unsettled = |state| case.concerns.iter().any(|c| c.state == state && !self.settled.contains(&c.id));
        if unsettled(ConcernState::Open) {
            draft.gate(Gate::ConcernsSettled, "concerns-open").map_err(|r| r.about("settled"))?;
        }
        if unsettled(ConcernState::Answered) {
            draft.gate(Gate::NeedsTicked, "needs-not-ticked").map_err(|r| r.about("settled"))?;
        }
        if self.deadline_met.is_none() && !Need::DeadlineByTheirWord.is_met(case) {
            draft.gate(Gate::NeedsTicked, "deadline-not-answered").map_err(|r| r.about("deadline_met"))?;
        }
        if suggestions_open(case) {
            draft.gate(Gate::SuggestionsAnswered, "suggestions-open")?;
        }
        if !Need::QuestionsAnswered.is_met(case) {
            draft.gate(Gate::QuestionsAnswered, "questions-open")?;
        }
        Ok(())
    }
}

/// A suggestion of theirs that nobody answered; one they chose in the end needs no answer (S164).
fn suggestions_open(case: &Case) -> bool {
    let chosen = case.decision().and_then(|d| d.chosen);
    case.standing_options().any(|o| o.from == Party::Customer && o.answer.is_none() && Some(o.id) != chosen)
}

impl Happened for WordGiven {
    /// The only code that sets *Solved* (I01).
    fn apply(&self, case: &mut Case, when: &When) {
        let asked = &self.asked;
        for concern in case.concerns.iter_mut().filter(|c| asked.settled.contains(&c.id)) {
            concern.state = ConcernState::Settled;
        }
        if let (Some(deadline), Some(met)) = (&mut case.harm.deadline, asked.deadline_met) {
            deadline.met = Some(met);
        }
        if case.words.len() >= WORDS_AT_MOST {
            case.words.remove(0);
        }
        case.words.push(self.word(when));
        if asked.solved == Said::Yes {
            recovery::enter(case, Recovery::Solved, when);
        } else {
            case.failed_fixes = case.failed_fixes.saturating_add(1);
            recovery::take_back(case, when);
            recovery::enter(case, Recovery::Deciding, when);
            // A *no* that nobody of us heard is owed a call as on the first day.
            if matches!(when.by, Actor::Customer(_)) {
                case.contact_owed_since = when.happened_at;
                case.contacts.tries.clear();
                case.contacts.voicemail_at = None;
            }
        }
        // We were in touch when they said it to us, and after a *no* the silence is counted anew (S206).
        if asked.way != WordWay::Written || asked.solved == Said::No {
            case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
        }
    }
    fn words(&self) -> Text {
        let key = if self.asked.solved == Said::Yes { "event-word-solved" } else { "event-word-not-solved" };
        Text::new(key).with("by", self.asked.by).with("words", &self.asked.words)
    }
    fn told(&self) -> Option<Text> {
        let key = if self.asked.solved == Said::Yes { "told-word-solved" } else { "told-word-not-solved" };
        Some(Text::new(key).with("words", &self.asked.words))
    }
}

impl WordGiven {
    fn word(&self, when: &When) -> Word {
        let asked = &self.asked;
        Word {
            by: asked.by,
            solved: asked.solved,
            words: asked.words.clone(),
            way: asked.way,
            at: when.happened_at,
            outcome: asked.outcome,
            process: asked.process,
            people: asked.people,
            valued: asked.valued,
            reassured: asked.reassured,
            most_important: asked.most_important,
            may_be_shown: asked.may_be_shown.unwrap_or(Said::No),
        }
    }
}
