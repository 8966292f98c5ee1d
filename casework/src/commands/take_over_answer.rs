//! A supplier's answer becomes one of our facts with one key and without retyping: the place at the supplier, a cause that is still to be
//! tried, an action that is still to be done. Nothing of it is true because they said it.
use super::ask_supplier::called;
use super::{Asks, ChooseAction, ContainPlace, NameCause};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CauseId, PersonId, ScarId};
use crate::parts::{
    ActionKind, Category, CauseState, Chain, Means, Place, Said, Scar, ScarAnswer, ScarPart, Verdict, Weighed,
};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What they say is in place already is looked at by us on the next day.
const LOOK_WITHIN: SignedDuration = SignedDuration::from_hours(24);

asked! {
    /// Takes an answer of a supplier over into our own facts, where it is tried and proven like any other.
    pub struct TakeOverAnswer {
        /// The request.
        pub scar: ScarId,
        /// Which of its answers, 1 for the first.
        pub answer: u16,
        /// For what they change: by what means it works. How strong it is follows from that.
        pub means: Option<Means>,
        /// For what they change: who of us sees to it; you when left out.
        pub owner: Option<PersonId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerTakenOver {
    pub scar: ScarId,
    pub answer: u16,
    pub number: String,
    pub part: ScarPart,
    /// The cause or the action that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<Uuid>,
    pub by: PersonId,
}

/// The answer that stands and that nobody has looked at.
///
/// # Errors
/// `no-such-scar`, `scar-ended`, `no-such-answer`, `answer-was-weighed`, `answer-is-not-the-latest`.
pub(super) fn to_weigh(case: &Case, scar: ScarId, nth: u16) -> Result<(&Scar, &ScarAnswer), Refusal> {
    let scar = case.inside.scar(scar).ok_or(Refusal::missing("no-such-scar").about("scar"))?;
    if !scar.is_open() {
        return Err(Refusal::state("scar-ended").about("scar"));
    }
    let answer =
        scar.answers.iter().find(|a| a.nth == nth).ok_or(Refusal::missing("no-such-answer").about("answer"))?;
    if answer.weighed.is_some() {
        return Err(Refusal::state("answer-was-weighed").about("answer"));
    }
    if !scar.waiting().any(|a| a.nth == nth) {
        return Err(Refusal::state("answer-is-not-the-latest").about("answer"));
    }
    Ok((scar, answer))
}

impl Asks for TakeOverAnswer {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let (scar, answer) = to_weigh(&draft.case, self.scar, self.answer)?;
        let (scar, answer) = (scar.clone(), answer.clone());
        let became = match answer.part {
            ScarPart::Containment => {
                contained(&scar, &answer).decide(draft)?;
                None
            }
            ScarPart::Cause => {
                named(&answer).decide(draft)?;
                draft.case.inside.causes.last().map(|cause| cause.id.0)
            }
            ScarPart::Action => {
                self.chosen(draft, &scar, &answer, by)?.decide(draft)?;
                draft.case.inside.actions.last().map(|action| action.id.0)
            }
        };
        let number = called(&draft.case, self.scar);
        draft.happened(AnswerTakenOver {
            scar: self.scar,
            answer: self.answer,
            number,
            part: answer.part,
            became,
            by,
        });
        Ok(())
    }
}

fn contained(scar: &Scar, answer: &ScarAnswer) -> ContainPlace {
    let there = answer.says.counted.filter(|counted| counted.suspect > 0);
    ContainPlace {
        place: Place::AtSupplier,
        applies: if there.is_some() { Said::Yes } else { Said::No },
        because: answer.says.words.clone(),
        item: scar.request.part.clone(),
        lots: scar.request.lots.clone(),
        suspect: there.map(|counted| counted.suspect),
        good: there.map(|counted| counted.good),
        bad: there.map(|counted| counted.bad),
        unchecked: there.and_then(|counted| counted.unchecked()),
        method: answer.says.words.clone(),
        marking: answer.says.marking.clone(),
        done_by: None,
        happened_at: None,
    }
}

/// A candidate of ours, still to be tried: somebody turns it on and off, measures or sees it.
fn named(answer: &ScarAnswer) -> NameCause {
    NameCause {
        cause: None,
        chain: Chain::Occurrence,
        category: Category::UpstreamSupplier,
        lies_with: None,
        text: answer.says.words.clone(),
        why: None,
    }
}

impl TakeOverAnswer {
    fn chosen(
        &self,
        draft: &Draft,
        scar: &Scar,
        answer: &ScarAnswer,
        by: PersonId,
    ) -> Result<ChooseAction, Refusal> {
        let means = self.means.ok_or(Refusal::input("means", "answer-by-what-means"))?;
        let inside = &draft.case.inside;
        let stands = |id: &CauseId| inside.cause(*id).is_some_and(|cause| cause.state != CauseState::RuledOut);
        let cause = scar.became(ScarPart::Cause).map(CauseId).filter(stands).or(scar.cause.filter(stands));
        let cause = cause.ok_or(Refusal::state("answer-cause-first").about("answer"))?;
        let soonest = draft.now().saturating_add(LOOK_WITHIN).unwrap_or(draft.now());
        Ok(ChooseAction {
            action: None,
            causes: vec![cause],
            text: answer.says.words.clone(),
            kind: ActionKind::Supplier,
            means,
            owner: self.owner.unwrap_or(by),
            due: answer.says.in_place.map_or(soonest, |at| at.max(soonest)),
            side_effects: String::new(),
            proof_before: String::new(),
            documents: vec![],
            dropped: String::new(),
        })
    }
}

impl Happened for AnswerTakenOver {
    fn apply(&self, case: &mut Case, when: &When) {
        let weighed = Weighed {
            verdict: Verdict::TakenOver,
            words: String::new(),
            again_by: None,
            became: self.became,
            by: self.by,
            at: when.recorded_at,
        };
        weigh(case, self.scar, self.answer, weighed);
    }
    fn words(&self) -> Text {
        Text::new("event-answer-taken-over")
            .with("number", &self.number)
            .with("part", choice("scar-part", self.part.word()))
    }
}

pub(super) fn weigh(case: &mut Case, scar: ScarId, nth: u16, weighed: Weighed) {
    let scar = case.inside.scars.iter_mut().find(|s| s.id == scar);
    if let Some(answer) = scar.and_then(|s| s.answers.iter_mut().find(|a| a.nth == nth)) {
        answer.weighed = Some(weighed);
    }
}
