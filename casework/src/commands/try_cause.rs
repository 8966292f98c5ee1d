//! A cause is tried: turned on and off, measured, seen at work; or ruled out by a row that it cannot explain (DOMAIN 4.3, D4).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CauseId, FileId, PersonId, RowId};
use crate::parts::{CauseState, Proving, Spot, Tried};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use serde::{Deserialize, Serialize};

/// The far edge of a picture, in per mille.
const EDGE: u16 = 1_000;

asked! {
    /// Says what came of trying a cause, with the data; *candidate* opens it again.
    pub struct TryCause {
        /// Which cause.
        pub cause: CauseId,
        /// Verified, ruled out, or open again.
        pub became: CauseState,
        /// How it was tried; needed for *verified*.
        pub proving: Option<Proving>,
        /// What came of it, with the numbers; for *ruled out*, what speaks against it.
        pub result: String,
        /// The rows that it explains; for *ruled out*, those that it cannot explain.
        #[serde(default)]
        pub rows: Vec<RowId>,
        /// The photo or paper of the case that shows it.
        pub file: Option<FileId>,
        /// Where on the picture.
        pub spot: Option<Spot>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CauseTried {
    pub cause: CauseId,
    /// As it was worded then.
    pub text: String,
    pub became: CauseState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proving: Option<Proving>,
    pub result: String,
    pub rows: Vec<RowId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spot: Option<Spot>,
    pub by: PersonId,
}

impl Asks for TryCause {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        let by = draft.person()?;
        let inside = &draft.case.inside;
        let Some(cause) = inside.cause(self.cause) else { return Err(Refusal::missing("no-such-cause").about("cause")) };
        Refusal::unless_said(&self.result, "result", "tried-without-result")?;
        if self.became == CauseState::Verified && self.proving.is_none() {
            return Err(Refusal::input("proving", "verified-how"));
        }
        if self.became == CauseState::RuledOut && self.rows.is_empty() && !inside.rows.is_empty() {
            return Err(Refusal::input("rows", "ruled-out-by-which-row"));
        }
        if self.rows.iter().any(|row| inside.row(*row).is_none()) {
            return Err(Refusal::missing("no-such-row").about("rows"));
        }
        check_proof(&draft.case, self.file, self.spot.as_ref())?;
        let text = cause.text.clone();
        let mut rows = self.rows.clone();
        rows.sort_unstable();
        rows.dedup();
        draft.happened(CauseTried {
            cause: self.cause,
            text,
            became: self.became,
            proving: self.proving,
            result: self.result.trim().to_owned(),
            rows,
            file: self.file,
            spot: self.spot.clone(),
            by,
        });
        Ok(())
    }
}

/// A proof is a file of this case, and a spot lies on it.
///
/// # Errors
/// `no-such-file`, `spot-without-picture`, `spot-off-the-picture`.
pub(super) fn check_proof(case: &Case, file: Option<FileId>, spot: Option<&Spot>) -> Result<(), Refusal> {
    if file.is_some_and(|id| !case.files.iter().any(|f| f.id == id)) {
        return Err(Refusal::missing("no-such-file").about("file"));
    }
    match spot {
        Some(_) if file.is_none() => Err(Refusal::input("spot", "spot-without-picture")),
        Some(spot) if spot.x > EDGE || spot.y > EDGE => Err(Refusal::input("spot", "spot-off-the-picture")),
        _ => Ok(()),
    }
}

impl Happened for CauseTried {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(cause) = case.inside.causes.iter_mut().find(|cause| cause.id == self.cause) {
            cause.state = self.became;
            cause.tried = Some(Tried {
                proving: self.proving,
                result: self.result.clone(),
                rows: self.rows.clone(),
                file: self.file,
                spot: self.spot.clone(),
                by: self.by,
                at: when.recorded_at,
            });
        }
    }
    fn words(&self) -> Text {
        let became = choice("cause-state", self.became.word());
        Text::new("event-cause-tried").with("became", became).with("text", &self.text).with("result", &self.result)
    }
}
