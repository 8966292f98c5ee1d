//! Whose part it was. It rests on a fact, our part comes first, and help never waits for it (X07, S039, S099, S104, S105, I10, I11).
use super::{Asks, PlaybookChosen};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::kinds::Fault;
use crate::parts::{Expectation, Said};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

asked! {
    /// States the position and both views; theirs before ours, our part before theirs.
    pub struct StateFault {
        /// Ours, shared, a third party's, theirs, or not known yet.
        pub position: Option<Fault>,
        /// The fact that the position rests on; needed to change it.
        pub fact: Option<String>,
        /// Our part, in the first person: *we drilled the wrong holes*.
        pub our_part: Option<String>,
        /// Their part, with their agreement or as our view; only after ours.
        pub their_part: Option<String>,
        /// How the customer sees it.
        pub their_view: Option<String>,
        /// How we see it; opens when theirs is heard.
        pub our_view: Option<String>,
        /// We believe we delivered right: kept, without any effect.
        pub we_were_right: Option<Said>,
        /// When it came from an expectation: expected, promised, delivered.
        pub expectation: Option<Expectation>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaultStated {
    pub asked: StateFault,
}

impl Asks for StateFault {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.unchanged()?;
        if self == &StateFault::nothing() {
            return Err(Refusal::input("position", "nothing-said"));
        }
        let case = &draft.case;
        if self.position.is_some() && self.fact.as_deref().is_none_or(|f| f.trim().is_empty()) {
            return Err(Refusal::input("fact", "fault-needs-fact"));
        }
        if self.our_view.is_some() && !case.was_heard() {
            draft.gate(Gate::ListenFirst, "our-view-after-theirs").map_err(|r| r.about("our_view"))?;
        }
        if self.their_part.is_some() && self.our_part.is_none() && case.fault.our_part.is_none() {
            draft.gate(Gate::OurPartFirst, "our-part-first").map_err(|r| r.about("their_part"))?;
        }
        if let Some(gap) = &self.expectation {
            for (words, field) in [(&gap.expected, "expected"), (&gap.promised, "promised"), (&gap.delivered, "delivered")] {
                Refusal::unless_said(words, field, "expectation-in-full")?;
            }
        }
        draft.happened(FaultStated { asked: self.clone() });
        if self.position == Some(Fault::Shared) {
            analyse_together(draft);
        }
        Ok(())
    }
}

/// Shared blame asks for the joint analysis and the mutual plan of the playbook that was written for it (S106).
fn analyse_together(draft: &mut Draft) {
    const JOINT: &str = "save_a_great_customer";
    let running = draft.case.playbooks.iter().any(|p| p.name == JOINT);
    let Some(playbook) = draft.facts.playbooks.iter().find(|p| p.name == JOINT && !running) else { return };
    draft.happened(PlaybookChosen { name: JOINT.into(), version: playbook.version, title: playbook.title() });
}

impl StateFault {
    /// A statement with nothing in it.
    pub fn nothing() -> Self {
        Self { position: None, fact: None, our_part: None, their_part: None, their_view: None, our_view: None, we_were_right: None, expectation: None }
    }
}

impl Happened for FaultStated {
    fn apply(&self, case: &mut Case, _: &When) {
        let (fault, asked) = (&mut case.fault, &self.asked);
        fault.position = asked.position.unwrap_or(fault.position);
        for (new, kept) in [
            (&asked.fact, &mut fault.fact),
            (&asked.our_part, &mut fault.our_part),
            (&asked.their_part, &mut fault.their_part),
            (&asked.their_view, &mut fault.their_view),
            (&asked.our_view, &mut fault.our_view),
        ] {
            if new.is_some() {
                kept.clone_from(new);
            }
        }
        if asked.expectation.is_some() {
            fault.expectation.clone_from(&asked.expectation);
        }
        if let Some(right) = asked.we_were_right {
            fault.we_were_right = right == Said::Yes;
        }
    }
    fn words(&self) -> Text {
        let asked = &self.asked;
        match (asked.position, &asked.fact) {
            (Some(position), Some(fact)) => Text::new("event-fault-stated").with("position", choice("fault", position.word())).with("fact", fact),
            _ => Text::new("event-views-stated"),
        }
    }
}
