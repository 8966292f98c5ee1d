//! A second trouble was hidden in the first: it gets its own case, with the same *we knew at* and what was said about it.
use super::{Asks, CaseOpened, OpenCase};
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::ids::{CaseId, CaseNumber, ConcernId};
use crate::kinds::{Safety, TroubleKind};
use crate::parts::{Concern, RunningPlaybook};
use crate::refusal::Refusal;
use crate::text::Text;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A sentence in the customer's words, in characters.
const TITLE_AT_MOST: usize = 300;

asked! {
    /// Opens a new case out of this one; the worries named move with it.
    pub struct SplitCase {
        /// The other trouble, in the customer's words, at most 300 characters.
        pub title: String,
        /// What kind of trouble it is; the same as here when left out.
        pub kind: Option<TroubleKind>,
        /// Worries that belong to it.
        #[serde(default)]
        pub concerns: Vec<ConcernId>,
    }
}

/// On this case: part of it goes its own way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseSplit {
    pub into: CaseId,
    pub number: CaseNumber,
    pub title: String,
    pub concerns: Vec<ConcernId>,
}
/// On the new case: where it comes from, and what the customer already said and heard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CameBySplit {
    pub from: CaseId,
    pub number: CaseNumber,
    pub concerns: Vec<Concern>,
    pub acknowledged_at: Option<Timestamp>,
    pub first_voice_at: Option<Timestamp>,
    pub last_at: Option<Timestamp>,
}

impl Asks for SplitCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        draft.person()?;
        Refusal::unless_said(&self.title, "title", "title-empty")?;
        if self.title.trim().chars().count() > TITLE_AT_MOST {
            return Err(Refusal::input("title", "title-long"));
        }
        if self.concerns.iter().any(|id| !draft.case.concerns.iter().any(|c| c.id == *id)) {
            return Err(Refusal::missing("no-such-concern").about("concerns"));
        }
        if draft.case.linked.len() >= super::link_cases::LINKS_AT_MOST {
            return Err(Refusal::input("title", "too-many").with("most", super::link_cases::LINKS_AT_MOST));
        }
        let number = draft.facts.next_number;
        let Some(into) = draft.other.as_ref().filter(|o| !o.exists()).map(|o| o.id) else {
            return Err(Refusal::missing("no-room-for-new-case"));
        };
        let (opened, came) = (self.opened(&draft.case, number), self.came(&draft.case));
        draft.happened_on_other(opened);
        draft.happened_on_other(came);
        draft.happened(CaseSplit { into, number, title: self.title.clone(), concerns: self.concerns.clone() });
        Ok(())
    }
}

impl SplitCase {
    fn opened(&self, case: &Case, number: CaseNumber) -> CaseOpened {
        let kind = self.kind.unwrap_or(case.kind);
        let asked = OpenCase {
            account: case.account,
            contact: case.contact,
            title: self.title.trim().to_owned(),
            kind,
            kind_text: (kind == TroubleKind::Other).then(|| self.title.clone()),
            origin: case.origin,
            safety: case.harm.safety.unwrap_or(Safety::Nobody),
            recognised_at: Some(case.recognised_at),
            written_at: None,
            impacts: vec![],
            deadline: case.harm.deadline.clone(),
            remedy_asked: None,
            promised_on: case.news.as_ref().and_then(|n| n.promised_on),
            new_date: case.news.as_ref().and_then(|n| n.new_date),
            facts: vec![],
            item: None,
            owner: Some(case.team.owner),
            signal: None,
            playbooks: case.playbooks.iter().map(|p| p.name.clone()).collect(),
        };
        let fresh = |p: &RunningPlaybook| RunningPlaybook::begun(&p.name, p.version);
        CaseOpened {
            number,
            asked,
            recognised_at: case.recognised_at,
            owner: case.team.owner,
            relationship_owner: case.team.relationship_owner,
            manager: case.team.manager,
            quality: case.team.quality,
            repeat_of: vec![],
            repeat_at: None,
            playbooks: case.playbooks.iter().map(fresh).collect(),
            said_by: None,
        }
    }
    fn came(&self, case: &Case) -> CameBySplit {
        CameBySplit {
            from: case.id,
            number: case.number,
            concerns: case.concerns.iter().filter(|c| self.concerns.contains(&c.id)).cloned().collect(),
            acknowledged_at: case.contacts.acknowledged_at.filter(|at| *at >= case.contact_owed_since),
            first_voice_at: case.contacts.first_voice_at,
            last_at: case.contacts.last_at,
        }
    }
}

impl Happened for CaseSplit {
    fn apply(&self, case: &mut Case, _: &When) {
        case.concerns.retain(|c| !self.concerns.contains(&c.id));
        case.linked.push(self.into);
    }
    fn words(&self) -> Text {
        Text::new("event-case-split").with("number", self.number).with("into", &self.title)
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-split").with("number", self.number).with("into", &self.title))
    }
}

impl Happened for CameBySplit {
    fn apply(&self, case: &mut Case, _: &When) {
        case.concerns.extend(self.concerns.iter().cloned());
        case.linked.push(self.from);
        case.contacts.acknowledged_at = self.acknowledged_at;
        case.contacts.first_voice_at = self.first_voice_at;
        case.contacts.last_at = self.last_at;
    }
    fn words(&self) -> Text {
        Text::new("event-came-by-split").with("number", self.number)
    }
}
