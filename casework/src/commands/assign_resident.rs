//! One of us stays at the customer's site and reports every working day until they say it is enough (S190).
use super::{Asks, PromiseMade};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{ContactId, PersonId, PromiseId};
use crate::parts::{Promised, Resident};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// People of ours at the sites of one case.
const RESIDENTS_AT_MOST: usize = 10;

asked! {
    /// Sends a colleague to the customer's site; their daily report is a promise.
    pub struct AssignResident {
        /// Who goes.
        pub person: PersonId,
        /// Where they are: the site and the place in it.
        pub site: String,
        /// What the daily report says, as it was promised.
        pub report: String,
        /// What they may decide there without asking.
        #[serde(default)]
        pub authority: String,
        /// To whom they report; the case's contact when left out.
        pub to: Option<ContactId>,
        /// When the first report is due; every working day after it at the same hour.
        pub first_report: Timestamp,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ResidentAssigned {
    pub person: PersonId,
    pub site: String,
    pub report: String,
    pub authority: String,
    pub to: ContactId,
    /// The promise of the first report.
    pub promise: PromiseId,
}

impl Asks for AssignResident {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        if draft.facts.colleague(self.person).is_none() {
            return Err(Refusal::input("person", "no-such-colleague"));
        }
        Refusal::unless_said(&self.site, "site", "resident-without-site")?;
        Refusal::unless_said(&self.report, "report", "resident-without-report")?;
        let Some(to) = self.to.or(draft.case.contact) else {
            return Err(Refusal::input("to", "promise-to-whom"));
        };
        draft.contact(to, "to")?;
        if self.first_report <= draft.now() {
            return Err(Refusal::input("first_report", "promise-in-the-past").with("due", self.first_report));
        }
        if active(&draft.case, self.person).is_some() {
            return Err(Refusal::state("resident-already").about("person"));
        }
        if draft.case.residents.len() >= RESIDENTS_AT_MOST {
            return Err(Refusal::input("person", "too-many").with("most", RESIDENTS_AT_MOST));
        }
        let promise = PromiseId(draft.new_id());
        draft.happened(ResidentAssigned {
            person: self.person,
            site: self.site.clone(),
            report: self.report.clone(),
            authority: self.authority.clone(),
            to,
            promise,
        });
        promise_report(draft, self.person, promise, self.first_report);
        if draft.facts.person() != Some(self.person) {
            let text = Text::new("notice-resident").with("site", &self.site).with("report", &self.report);
            draft.notify(self.person, Urgency::Urgent, text.with("due", self.first_report));
        }
        Ok(())
    }
}

/// The stay of this person that has not ended.
pub(super) fn active(case: &Case, person: PersonId) -> Option<&Resident> {
    case.residents.iter().find(|r| r.person == person && r.ended.is_none())
}

/// The next daily report is promised, like anything we say we will do.
pub(super) fn promise_report(draft: &mut Draft, person: PersonId, id: PromiseId, due: Timestamp) {
    let Some(stay) = active(&draft.case, person).cloned() else { return };
    draft.happened(PromiseMade { id, what: Promised::Thing, words: stay.report, to: stay.to, by: person, due, item: None, confirmed_by: None });
}

impl Happened for ResidentAssigned {
    fn apply(&self, case: &mut Case, when: &When) {
        case.residents.push(Resident {
            person: self.person,
            site: self.site.clone(),
            report: self.report.clone(),
            to: self.to,
            since: when.happened_at,
            next_report: self.promise,
            ended: None,
        });
    }
    fn words(&self) -> Text {
        let text = Text::new("event-resident-assigned").with("person", self.person).with("site", &self.site);
        text.with("report", &self.report).with("authority", &self.authority)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-resident-assigned").with("person", self.person).with("site", &self.site))
    }
}
