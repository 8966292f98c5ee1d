//! The daily report of whoever stays at the customer's site; it keeps today's promise and makes tomorrow's (S190).
use super::assign_resident::{active, promise_report};
use super::{Asks, PromiseOutcome, SettlePromise};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{PersonId, PromiseId};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Working days looked ahead for the next report when some were missed; a longer gap is a new stay.
const DAYS_AHEAD: usize = 60;

asked! {
    /// What was seen and done at the site since the last report.
    pub struct ReportFromSite {
        /// Who is there; you when left out.
        pub person: Option<PersonId>,
        /// The report.
        pub words: String,
        /// When it was given; now when left out.
        pub happened_at: Option<Timestamp>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteReported {
    pub person: PersonId,
    pub words: String,
    /// The promise of the next report.
    pub next_report: PromiseId,
}

impl Asks for ReportFromSite {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let person = match self.person {
            Some(person) => person,
            None => draft.person()?,
        };
        let Some(stay) = active(&draft.case, person).cloned() else {
            return Err(Refusal::missing("no-resident").about("person"));
        };
        Refusal::unless_said(&self.words, "words", "nothing-said")?;
        if let Some(at) = self.happened_at {
            draft.took_place(at)?;
        }
        let promised = draft.case.promise(stay.next_report).cloned();
        if draft.case.owed_promises().any(|p| p.id == stay.next_report) {
            let (outcome, proof) = (PromiseOutcome::Kept, Some(self.words.clone()));
            let kept = SettlePromise {
                promise: stay.next_report,
                outcome,
                proof,
                released_by: None,
                words: None,
                happened_at: None,
            };
            kept.decide(draft)?;
        }
        let next_report = PromiseId(draft.new_id());
        draft.happened(SiteReported { person, words: self.words.clone(), next_report });
        let due = next_due(draft, promised.map_or(draft.now(), |p| p.due));
        promise_report(draft, person, next_report, due);
        Ok(())
    }
}

/// The same hour of the next working day that is still to come.
fn next_due(draft: &Draft, last: Timestamp) -> Timestamp {
    let mut due = last;
    for _ in 0..DAYS_AHEAD {
        due = draft.facts.ours.add_days(due, 1).unwrap_or(due);
        if due > draft.now() {
            return due;
        }
    }
    draft.facts.ours.add_days(draft.now(), 1).unwrap_or(due)
}

impl Happened for SiteReported {
    fn apply(&self, case: &mut Case, when: &When) {
        if let Some(stay) = case.residents.iter_mut().find(|r| r.person == self.person && r.ended.is_none()) {
            stay.next_report = self.next_report;
        }
        // They heard from us, at their own place.
        case.contacts.last_at = case.contacts.last_at.max(Some(when.happened_at));
    }
    fn words(&self) -> Text {
        Text::new("event-site-reported").with("person", self.person).with("words", &self.words)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-site-reported").with("person", self.person).with("words", &self.words))
    }
}
