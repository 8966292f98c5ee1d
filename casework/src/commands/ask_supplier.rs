//! A supplier before us is asked to stop the harm, find the cause and change it: a corrective-action request. What they read stands in it
//! word for word, and the customer is not named there (decision 0180).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CauseId, PersonId, ScarId};
use crate::parts::{Category, CauseState, Scar, ScarRequest, scar_number};
use crate::refusal::Refusal;
use crate::text::Text;
use crate::upstream::unnamed;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Requests of one case; each can be answered many times.
const SCARS_AT_MOST: usize = 10;
/// Characters of what the supplier reads on one line.
const LINE_AT_MOST: usize = 500;

asked! {
    /// Asks a supplier for containment, cause and corrective action, or words a request anew that is still open.
    pub struct AskSupplier {
        /// The request to word anew; a new one when left out.
        pub scar: Option<ScarId>,
        /// The cause that may lie with them.
        pub cause: Option<CauseId>,
        /// The supplier.
        pub supplier: String,
        /// Who there is asked.
        #[serde(default)]
        pub to: String,
        /// The language of their page: *en*, *de*, *pl*, *es*; their browser's when left out.
        #[serde(default)]
        pub language: String,
        /// Their part.
        pub part: String,
        /// Its revision.
        #[serde(default)]
        pub revision: String,
        /// Lots or serial numbers.
        #[serde(default)]
        pub lots: String,
        /// Our order or their delivery note.
        #[serde(default)]
        pub order: String,
        /// Pieces that may have it.
        pub quantity: Option<u64>,
        /// What is wrong, so that they can find it without us. They read it: never whose case it is.
        pub wrong: String,
        /// What it should be, with the unit.
        #[serde(default)]
        pub should: String,
        /// What they are asked to do at once.
        pub containment: String,
        /// By when it is stopped.
        pub containment_by: Timestamp,
        /// By when the cause is known.
        pub cause_by: Timestamp,
        /// By when what they change is in place or has its day.
        pub action_by: Timestamp,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierAsked {
    pub id: ScarId,
    pub nth: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<CauseId>,
    pub request: ScarRequest,
    pub by: PersonId,
}

impl Asks for AskSupplier {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        self.check_words(draft)?;
        self.check_days(draft.now())?;
        let inside = &draft.case.inside;
        if let Some(id) = self.cause {
            let cause = inside.cause(id).ok_or(Refusal::missing("no-such-cause").about("cause"))?;
            if cause.category != Category::UpstreamSupplier || cause.state == CauseState::RuledOut {
                return Err(Refusal::state("cause-not-upstream").about("cause"));
            }
        }
        let nth = match self.scar.map(|id| inside.scar(id)) {
            Some(None) => return Err(Refusal::missing("no-such-scar").about("scar")),
            Some(Some(scar)) if !scar.is_open() => return Err(Refusal::state("scar-ended").about("scar")),
            Some(Some(scar)) => scar.nth,
            None if inside.scars.len() >= SCARS_AT_MOST => {
                return Err(Refusal::input("supplier", "too-many").with("most", SCARS_AT_MOST));
            }
            None => u16::try_from(inside.scars.len() + 1).unwrap_or(u16::MAX),
        };
        let id = self.scar.unwrap_or_else(|| ScarId(draft.new_id()));
        draft.happened(SupplierAsked { id, nth, cause: self.cause, request: self.request(), by });
        Ok(())
    }
}

impl AskSupplier {
    /// What has to be said is said, each line is short enough to read, and the customer is named in none.
    fn check_words(&self, draft: &Draft) -> Result<(), Refusal> {
        Refusal::unless_said(&self.supplier, "supplier", "upstream-which-supplier")?;
        Refusal::unless_said(&self.part, "part", "scar-which-part")?;
        Refusal::unless_said(&self.wrong, "wrong", "scar-what-is-wrong")?;
        Refusal::unless_said(&self.containment, "containment", "scar-containment-empty")?;
        let lines = [
            (&self.supplier, "supplier"),
            (&self.to, "to"),
            (&self.language, "language"),
            (&self.part, "part"),
            (&self.revision, "revision"),
            (&self.lots, "lots"),
            (&self.order, "order"),
            (&self.should, "should"),
        ];
        for (line, field) in lines {
            if line.chars().count() > LINE_AT_MOST {
                return Err(Refusal::input(field, "too-long").with("most", LINE_AT_MOST));
            }
        }
        let texts = [(&self.wrong, "wrong"), (&self.containment, "containment")];
        lines.into_iter().chain(texts).try_for_each(|(words, field)| unnamed(words, field, &draft.facts.account.name))
    }

    /// Stopped first, then known, then changed; none of it yesterday, for a new request.
    fn check_days(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.scar.is_none() && self.containment_by <= now {
            return Err(Refusal::input("containment_by", "scar-due-in-the-past"));
        }
        if self.cause_by < self.containment_by {
            return Err(Refusal::input("cause_by", "scar-days-in-order"));
        }
        if self.action_by < self.cause_by {
            return Err(Refusal::input("action_by", "scar-days-in-order"));
        }
        Ok(())
    }

    fn request(&self) -> ScarRequest {
        let text = |words: &String| words.trim().to_owned();
        ScarRequest {
            supplier: text(&self.supplier),
            to: text(&self.to),
            language: text(&self.language),
            part: text(&self.part),
            revision: text(&self.revision),
            lots: text(&self.lots),
            order: text(&self.order),
            quantity: self.quantity,
            wrong: text(&self.wrong),
            should: text(&self.should),
            containment: text(&self.containment),
            containment_by: self.containment_by,
            cause_by: self.cause_by,
            action_by: self.action_by,
        }
    }
}

impl Happened for SupplierAsked {
    fn apply(&self, case: &mut Case, when: &When) {
        let scars = &mut case.inside.scars;
        match scars.iter_mut().find(|scar| scar.id == self.id) {
            Some(scar) => {
                scar.request = self.request.clone();
                scar.cause = self.cause;
                scar.by = self.by;
            }
            None => scars.push(Scar {
                id: self.id,
                nth: self.nth,
                cause: self.cause,
                request: self.request.clone(),
                by: self.by,
                at: when.recorded_at,
                answers: vec![],
                ended: None,
            }),
        }
    }
    fn words(&self) -> Text {
        Text::new("event-supplier-asked")
            .with("supplier", &self.request.supplier)
            .with("part", &self.request.part)
            .with("due", self.request.containment_by)
            .with("wrong", &self.request.wrong)
    }
}

/// How a request is called among people of both sides.
pub(super) fn called(case: &Case, id: ScarId) -> String {
    case.inside.scar(id).map(|scar| scar_number(case.number, scar.nth)).unwrap_or_default()
}
