//! Something went wrong for a customer, and somebody says so: a case begins (S005, S020, S022, S024, S029).
use super::Asks;
use super::record_facts::are_whole;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::{Effect, FollowOn, Urgency};
use crate::event::{Happened, When};
use crate::facts::{EarlierCase, Facts};
use crate::ids::*;
use crate::kinds::*;
use crate::parts::*;
use crate::refusal::Refusal;
use crate::rights;
use crate::text::{Text, choice};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// A sentence in the customer's words, in characters.
const TITLE_AT_MOST: usize = 300;
/// Like failures that one case names.
const REPEATS_AT_MOST: usize = 5;

asked! {
    /// Opens a case: three things are enough, and any colleague may.
    pub struct OpenCase {
        /// The customer firm.
        pub account: AccountId,
        /// Who was let down; they will be called first.
        pub contact: Option<ContactId>,
        /// The trouble in the customer's words, one sentence, at most 300 characters.
        pub title: String,
        /// What kind of trouble; *other* needs kind_text.
        pub kind: TroubleKind,
        /// Says what *other* is.
        pub kind_text: Option<String>,
        /// Who knew first: they told us, we found harm, or we bring news.
        pub origin: Origin,
        /// Is anyone hurt, or could be?
        pub safety: Safety,
        /// When anyone in the firm first knew; now when left out.
        pub recognised_at: Option<Timestamp>,
        /// When a written complaint arrived, if it came in writing.
        pub written_at: Option<Timestamp>,
        /// What it does to them, as far as known.
        #[serde(default)]
        pub impacts: Vec<Impact>,
        /// The customer's own deadline, if there is one.
        pub deadline: Option<CustomerDeadline>,
        /// The remedy they ask for (ISO 10002, 7.2).
        pub remedy_asked: Option<String>,
        /// The date we had promised, when we bring news of a slip.
        pub promised_on: Option<Date>,
        /// The date it will be now.
        pub new_date: Option<Date>,
        /// What is known so far: lot, quantity, where the goods are.
        #[serde(default)]
        pub facts: Vec<Fact>,
        /// The item, lot or order it is about; kept among the facts.
        pub item: Option<String>,
        /// Who drives it; the one who opens it when left out.
        pub owner: Option<PersonId>,
        /// The hint it came from.
        pub signal: Option<SignalId>,
        /// Playbooks to follow; proposed by origin when empty.
        #[serde(default)]
        pub playbooks: Vec<String>,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseOpened {
    pub number: CaseNumber,
    pub asked: OpenCase,
    pub recognised_at: Timestamp,
    pub owner: PersonId,
    pub relationship_owner: PersonId,
    pub manager: Option<PersonId>,
    pub quality: Option<PersonId>,
    pub repeat_of: Vec<CaseId>,
    /// When the latest of them was recognised.
    #[serde(default)]
    pub repeat_at: Option<Timestamp>,
    pub playbooks: Vec<RunningPlaybook>,
    /// The colleague who says what it is about, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
}

impl Asks for OpenCase {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        if draft.case.exists() {
            return Err(Refusal::state("case-exists"));
        }
        self.check(draft)?;
        let facts = draft.facts;
        let Some(relationship_owner) = facts.account.relationship_owner else {
            return Err(Refusal::input("account", "account-without-relationship-owner"));
        };
        let owner = self.owner.or(facts.person()).unwrap_or(relationship_owner);
        if facts.colleague(owner).is_none() {
            return Err(Refusal::input("owner", "no-such-colleague"));
        }
        let recognised_at = self.recognised_at.unwrap_or(facts.now);
        let earlier: Vec<&EarlierCase> = facts.earlier.iter().filter(|e| e.kind == self.kind && e.id != draft.case.id).collect();
        let opened = CaseOpened {
            number: facts.next_number,
            asked: self.clone(),
            recognised_at,
            owner,
            relationship_owner,
            manager: facts.first_of(Role::Manager, &[owner]).or_else(|| facts.first_of(Role::Manager, &[])),
            quality: facts.first_of(Role::Quality, &[]),
            repeat_of: earlier.iter().map(|e| e.id).take(REPEATS_AT_MOST).collect(),
            repeat_at: earlier.iter().map(|e| e.recognised_at).max(),
            playbooks: self.chosen_playbooks(draft)?,
            said_by: self.item.as_ref().and_then(|_| Some(facts.colleague(facts.person()?)?.name.clone())),
        };
        for e in earlier.iter().filter(|e| matches!(e.prevention, Prevention::Held | Prevention::Shared)) {
            draft.effect(Effect::Ask { on: e.id, what: FollowOn::PreventionDidNotHold });
        }
        draft.happened(opened);
        self.tell(draft);
        Ok(())
    }
    /// A contact says what arrived wrong, for their own firm and in their own name; how we go about it is ours.
    fn theirs(&self, contact: ContactId, facts: &Facts) -> Result<(), Refusal> {
        rights::own_name(self.contact.unwrap_or(ContactId(uuid::Uuid::nil())), contact, "contact")?;
        if self.account != facts.account.id {
            return Err(Refusal::rights("not-your-case"));
        }
        if self.origin != Origin::CustomerReported {
            return Err(Refusal::rights("filled-in-by-us").about("origin"));
        }
        rights::left_to_us(self.recognised_at.as_ref(), "recognised_at")?;
        rights::left_to_us(self.written_at.as_ref(), "written_at")?;
        rights::left_to_us(self.promised_on.as_ref(), "promised_on")?;
        rights::left_to_us(self.new_date.as_ref(), "new_date")?;
        rights::left_to_us(self.owner.as_ref(), "owner")?;
        rights::left_to_us(self.signal.as_ref(), "signal")?;
        rights::left_to_us(self.playbooks.first(), "playbooks")
    }
}

impl OpenCase {
    fn check(&self, draft: &Draft) -> Result<(), Refusal> {
        let title = self.title.trim();
        if title.is_empty() {
            return Err(Refusal::input("title", "title-empty"));
        }
        if title.chars().count() > TITLE_AT_MOST {
            return Err(Refusal::input("title", "title-long"));
        }
        if self.kind == TroubleKind::Other && self.kind_text.as_deref().is_none_or(|t| t.trim().is_empty()) {
            return Err(Refusal::input("kind_text", "other-needs-text"));
        }
        for (at, field) in [(self.recognised_at, "recognised_at"), (self.written_at, "written_at")] {
            if let Some(at) = at.filter(|at| *at > draft.now()) {
                return Err(Refusal::input(field, "happened-in-future").with("at", at));
            }
        }
        if let Some(contact) = self.contact {
            draft.contact(contact, "contact")?;
        }
        are_whole(&self.facts)
    }

    /// The chosen ones, or those whose origin and kind fit; every case has at least one (S178).
    fn chosen_playbooks(&self, draft: &Draft) -> Result<Vec<RunningPlaybook>, Refusal> {
        let all = &draft.facts.playbooks;
        let run = |p: &crate::playbook::Playbook| RunningPlaybook::begun(&p.name, p.version);
        if self.playbooks.is_empty() {
            return Ok(draft.facts.policy.playbook(all, self.origin, self.kind).map(run).into_iter().collect());
        }
        let named = |name: &String| all.iter().find(|p| p.name == *name).map(run).ok_or_else(|| Refusal::input("playbooks", "no-such-playbook").with("name", name));
        self.playbooks.iter().map(named).collect()
    }

    /// Safety goes to manager and quality in the same save (S022); the owner learns of a case opened for them.
    fn tell(&self, draft: &mut Draft) {
        let team = draft.case.team.clone();
        if self.safety != Safety::Nobody {
            for to in [team.manager, team.quality].into_iter().flatten() {
                draft.notify(to, Urgency::Urgent, Text::new("notice-safety"));
            }
        }
        if draft.facts.person() != Some(team.owner) {
            draft.notify(team.owner, Urgency::Urgent, Text::new("notice-case-opened-for-you"));
        }
    }
}

impl Happened for CaseOpened {
    fn apply(&self, case: &mut Case, when: &When) {
        let asked = &self.asked;
        case.number = self.number;
        case.account = asked.account;
        case.contact = asked.contact;
        case.kind = asked.kind;
        case.title = asked.title.trim().to_owned();
        case.origin = asked.origin;
        case.recognised_at = self.recognised_at;
        case.contact_owed_since = self.recognised_at;
        case.opened_at = when.recorded_at;
        case.recovery_since = when.recorded_at;
        case.written_at = asked.written_at;
        case.harm = Harm { safety: Some(asked.safety), impacts: asked.impacts.clone(), deadline: asked.deadline.clone(), ..Harm::default() };
        case.facts = asked.facts.clone();
        case.facts.extend(asked.item.iter().map(|item| Fact { what: "item".into(), answer: item.clone(), said_by: self.said_by.clone() }));
        case.team = Team { owner: self.owner, relationship_owner: self.relationship_owner, manager: self.manager, quality: self.quality };
        case.repeat_of = self.repeat_of.clone();
        case.repeat_at = self.repeat_at;
        case.playbooks = self.playbooks.clone();
        if asked.origin == Origin::WeBringNews {
            case.news = Some(News {
                text: case.title.clone(),
                promised_on: asked.promised_on,
                new_date: asked.new_date,
                told_at: None,
                reaction: Reaction::Unknown,
                need_by: None,
                waiting_for: None,
            });
        }
        case.first_severity = crate::severity::severity(case, when.recorded_at, crate::severity::Recent::No);
        case.severity = case.first_severity;
    }
    fn words(&self) -> Text {
        Text::new("event-case-opened").with("title", &self.asked.title).with("origin", choice("origin", self.asked.origin.word()))
    }
    fn told(&self) -> Option<Text> {
        Some(Text::new("told-case-opened").with("title", &self.asked.title))
    }
}
