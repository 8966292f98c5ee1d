//! How we will know that it holds, fixed before anything is done so that nobody bends it to the result (DOMAIN 4.1, D7).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::parts::Measure;
use crate::refusal::Refusal;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Two years; what takes longer is a project.
const DAYS_AT_MOST: u16 = 730;
const SHIPMENTS_AT_MOST: u16 = 500;

asked! {
    /// Fixes what is measured, the threshold, how long it is watched and how many deliveries must come through clean.
    pub struct FixMeasure {
        /// What is counted: *dry joints per 1,000 boards*.
        pub what: String,
        /// What it may be at most or must be at least.
        pub threshold: String,
        /// How long it is watched after the last action, in days, 1 to 730.
        pub window_days: u16,
        /// Deliveries that must come through clean, 0 to 500.
        pub shipments: u16,
        /// The item whose deliveries count.
        #[serde(default)]
        pub item: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureFixed {
    pub what: String,
    pub threshold: String,
    pub window_days: u16,
    pub shipments: u16,
    pub item: String,
}

impl Asks for FixMeasure {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.known_case()?;
        Refusal::unless_said(&self.what, "what", "measure-of-what")?;
        Refusal::unless_said(&self.threshold, "threshold", "measure-without-threshold")?;
        if self.window_days == 0 || self.window_days > DAYS_AT_MOST {
            return Err(Refusal::input("window_days", "window-out-of-range").with("most", u64::from(DAYS_AT_MOST)));
        }
        if self.shipments > SHIPMENTS_AT_MOST {
            return Err(Refusal::input("shipments", "too-many").with("most", u64::from(SHIPMENTS_AT_MOST)));
        }
        let inside = &draft.case.inside;
        if inside.measure.is_some() && inside.standing_actions().any(|a| a.done.is_some()) {
            return Err(Refusal::law("measure-is-fixed").about("what"));
        }
        let text = |words: &String| words.trim().to_owned();
        let (what, threshold, item) = (text(&self.what), text(&self.threshold), text(&self.item));
        draft.happened(MeasureFixed { what, threshold, window_days: self.window_days, shipments: self.shipments, item });
        Ok(())
    }
}

impl Happened for MeasureFixed {
    fn apply(&self, case: &mut Case, when: &When) {
        case.inside.measure = Some(Measure {
            what: self.what.clone(),
            threshold: self.threshold.clone(),
            window_days: self.window_days,
            shipments: self.shipments,
            item: self.item.clone(),
            at: when.happened_at,
        });
    }
    fn words(&self) -> Text {
        Text::new("event-measure-fixed")
            .with("what", &self.what)
            .with("threshold", &self.threshold)
            .with("days", u64::from(self.window_days))
            .with("shipments", u64::from(self.shipments))
    }
}
