//! A cause with a supplier before us asks for an answer: they get stronger, somebody else can deliver too, or neither, and why (S007).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::CauseId;
pub use crate::parts::UpstreamChosen;
use crate::parts::{Category, CauseState, UpstreamChoice, UpstreamWay};
use crate::refusal::Refusal;
use crate::text::Text;

asked! {
    /// Chooses what follows from a cause that lies with a supplier before us.
    pub struct ChooseUpstream {
        /// The cause that lies with them.
        pub cause: CauseId,
        /// They are made stronger, another one is added, or neither.
        pub way: UpstreamWay,
        /// The supplier.
        pub supplier: String,
        /// For another one: which part, from whom.
        #[serde(default)]
        pub alternate: String,
        /// What is agreed with them, how the other one is proven, or why neither.
        pub words: String,
    }
}

impl Asks for ChooseUpstream {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let cause = draft.case.inside.cause(self.cause).ok_or(Refusal::missing("no-such-cause").about("cause"))?;
        if cause.category != Category::UpstreamSupplier || cause.state == CauseState::RuledOut {
            return Err(Refusal::state("cause-not-upstream").about("cause"));
        }
        Refusal::unless_said(&self.supplier, "supplier", "upstream-which-supplier")?;
        if self.way == UpstreamWay::Alternate {
            Refusal::unless_said(&self.alternate, "alternate", "upstream-which-alternate")?;
        }
        let code = match self.way {
            UpstreamWay::Strengthen => "upstream-how-stronger",
            UpstreamWay::Alternate => "upstream-how-proven",
            UpstreamWay::Neither => "upstream-why-neither",
        };
        Refusal::unless_said(&self.words, "words", code)?;
        let text = |words: &String| words.trim().to_owned();
        let alternate = if self.way == UpstreamWay::Alternate { text(&self.alternate) } else { String::new() };
        let (supplier, words) = (text(&self.supplier), text(&self.words));
        draft.happened(UpstreamChosen { cause: self.cause, way: self.way, supplier, alternate, words, by });
        Ok(())
    }
}

impl Happened for UpstreamChosen {
    fn apply(&self, case: &mut Case, when: &When) {
        case.inside.upstream.retain(|choice| choice.chosen.cause != self.cause);
        case.inside.upstream.push(UpstreamChoice { chosen: self.clone(), at: when.recorded_at });
    }
    fn words(&self) -> Text {
        let key = match self.way {
            UpstreamWay::Strengthen => "event-upstream-strengthen",
            UpstreamWay::Alternate => "event-upstream-alternate",
            UpstreamWay::Neither => "event-upstream-neither",
        };
        Text::new(key)
            .with("supplier", &self.supplier)
            .with("alternate", &self.alternate)
            .with("words", &self.words)
    }
}
