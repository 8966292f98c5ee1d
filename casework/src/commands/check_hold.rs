//! Somebody looks whether it held, with the data: the window is over and enough deliveries came through clean (DOMAIN 4.3, I25).
use super::advance_prevention::did_not_hold;
use super::try_cause::check_proof;
use super::{AdvancePrevention, Asks, PreventionMoved};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{FileId, PersonId};
use crate::inside;
use crate::kinds::{Prevention, PreventionQuestion};
use crate::parts::{HoldCheck, HoldResult};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// Looks at one case.
const CHECKS_AT_MOST: usize = 30;

asked! {
    /// Says whether it held, with what was measured. What did not hold is looked into anew at once.
    pub struct CheckHold {
        /// Held, or not.
        pub result: HoldResult,
        /// What was measured, against the threshold.
        pub data: String,
        /// Deliveries that came through clean since the last action.
        pub clean_shipments: u16,
        /// The photo or paper of the case that shows it.
        pub file: Option<FileId>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HoldChecked {
    pub result: HoldResult,
    pub data: String,
    pub clean_shipments: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    pub by: PersonId,
}

impl Asks for CheckHold {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        Refusal::unless_said(&self.data, "data", "check-without-data")?;
        let state = draft.case.prevention.state;
        if !matches!(state, Prevention::Verifying | Prevention::Held | Prevention::Shared) {
            return Err(Refusal::state("nothing-to-check-yet").about("result"));
        }
        if draft.case.inside.checks.len() >= CHECKS_AT_MOST {
            return Err(Refusal::input("data", "too-many").with("most", CHECKS_AT_MOST));
        }
        check_proof(&draft.case, self.file, None)?;
        if self.result == HoldResult::Held {
            self.check_window(draft)?;
        }
        let (result, data) = (self.result, self.data.trim().to_owned());
        draft.happened(HoldChecked { result, data, clean_shipments: self.clean_shipments, file: self.file, by });
        match self.result {
            HoldResult::DidNotHold => {
                let told = [draft.facts.quality(), Some(draft.case.team.owner)];
                for person in told.into_iter().flatten().filter(|p| *p != by) {
                    draft.notify(person, Urgency::Urgent, Text::new("notice-did-not-hold"));
                }
            }
            HoldResult::Held => self.move_on(draft, by),
        }
        Ok(())
    }
}

impl CheckHold {
    /// Nothing is called held before its time, or on fewer deliveries than were asked for.
    fn check_window(&self, draft: &Draft) -> Result<(), Refusal> {
        let inside = &draft.case.inside;
        let Some(measure) = &inside.measure else { return Err(Refusal::state("measure-first").about("result")) };
        match inside.window_ends() {
            None => return Err(Refusal::state("actions-not-done").about("result")),
            Some(ends) if ends > draft.now() => {
                return Err(Refusal::law("window-not-over").about("result").with("ends", ends));
            }
            Some(_) => {}
        }
        if self.clean_shipments < measure.shipments {
            let refusal = Refusal::law("too-few-clean").about("clean_shipments");
            let (clean, wanted) = (u64::from(self.clean_shipments), u64::from(measure.shipments));
            return Err(refusal.with("clean", clean).with("wanted", wanted));
        }
        Ok(())
    }

    /// With nothing else missing the track goes on by itself: the proof is the word.
    fn move_on(&self, draft: &mut Draft, by: PersonId) {
        let case = &draft.case;
        let answered = |q: &PreventionQuestion| case.prevention.answers.iter().any(|a| a.question == *q);
        let ready = case.prevention.state == Prevention::Verifying
            && PreventionQuestion::ALL.iter().all(answered)
            && inside::before(case, Prevention::Held).is_empty();
        if ready {
            let (to, words) = (Prevention::Held, self.data.clone());
            let asked = AdvancePrevention { to, words, cause: None, answers: vec![], letter: None, letter_declined_by: None };
            draft.happened(PreventionMoved { from: Prevention::Verifying, by, asked, anew: false });
        }
    }
}

impl Happened for HoldChecked {
    fn apply(&self, case: &mut Case, when: &When) {
        let measure = case.inside.measure.clone();
        if self.result == HoldResult::DidNotHold {
            did_not_hold(case, true.into(), when);
        }
        case.inside.checks.push(HoldCheck {
            result: self.result,
            data: self.data.clone(),
            clean_shipments: self.clean_shipments,
            file: self.file,
            measure,
            by: self.by,
            at: when.recorded_at,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-hold-checked")
            .with("result", choice("hold-result", self.result.word()))
            .with("data", &self.data)
            .with("clean", u64::from(self.clean_shipments))
    }
}
