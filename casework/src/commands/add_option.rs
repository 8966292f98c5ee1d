//! One way forward, prepared before the options talk: what, when, how sure, what they do (S140, S145, S148-S150, X12, X19).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::event::{Happened, When};
use crate::gate::Gate;
use crate::ids::{OptionId, PersonId};
use crate::kinds::*;
use crate::parts::{Leg, OfferedOption, Said};
use crate::refusal::Refusal;
use crate::text::{Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Options one case may hold.
pub(super) const OPTIONS_AT_MOST: usize = 40;
/// Ways on which one delivery may travel.
const LEGS_AT_MOST: usize = 20;

asked! {
    /// Adds a way forward in the customer's terms; it is shown to them when the options are laid out.
    pub struct AddOption {
        /// What kind of way forward.
        pub kind: OptionKind,
        /// What it is, in words the customer uses.
        pub what: String,
        /// When they have it; left out when nobody knows yet.
        pub arrives: Option<Timestamp>,
        /// How sure the date is; a date needs it.
        pub confidence: Option<Confidence>,
        /// What they have to do for it; nothing when left empty.
        #[serde(default)]
        pub customer_does: String,
        /// What it costs them; nothing when left empty. A faster way is paid by us.
        #[serde(default)]
        pub costs_customer: String,
        /// Which need of theirs it meets.
        pub meets_need: Option<String>,
        /// The colleague of operations who says it can be done; a firm date and a remake need one.
        pub confirmed_by: Option<PersonId>,
        /// Both sides give something.
        pub compromise: Option<Said>,
        /// The ways it travels, when the delivery is split.
        #[serde(default)]
        pub legs: Vec<Leg>,
        /// How many pieces are owed; the ways of a split must add up to it.
        pub owed_quantity: Option<u64>,
    }
}

/// A way forward stands on the case, ours or the customer's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionAdded {
    pub option: OfferedOption,
}

impl Asks for AddOption {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        Refusal::unless_said(&self.what, "what", "option-empty")?;
        if draft.case.options.len() >= OPTIONS_AT_MOST {
            return Err(Refusal::input("what", "too-many").with("most", OPTIONS_AT_MOST));
        }
        self.check_legs()?;
        let arrives = self.arrives.or_else(|| self.legs.iter().map(|l| l.arrives).max());
        let confidence = self.sure(arrives)?;
        if let Some(at) = arrives.filter(|at| *at < draft.happened_at()) {
            return Err(Refusal::input("arrives", "arrives-in-the-past").with("at", at));
        }
        // Meeting their need comes before selling: a purchase is never the only way forward (S145).
        if self.kind == OptionKind::NewPurchase && !draft.case.standing_options().any(is_no_sale) {
            draft.gate(Gate::NotASale, "not-a-sale").map_err(|r| r.about("kind"))?;
        }
        let confirmed_by = self.confirmer(draft, confidence)?;
        let option = OfferedOption {
            id: OptionId(draft.new_id()),
            from: Party::Us,
            kind: self.kind,
            what: self.what.trim().to_owned(),
            arrives,
            confidence,
            customer_does: self.customer_does.trim().to_owned(),
            costs_customer: self.costs_customer.trim().to_owned(),
            meets_need: self.meets_need.clone(),
            confirmed_by,
            legs: self.legs.clone(),
            compromise: self.compromise.unwrap_or(Said::No),
            withdrawn: None,
            answer: None,
            at: draft.happened_at(),
        };
        draft.happened(OptionAdded { option });
        Ok(())
    }
}

/// It meets the need, and sells nothing instead.
pub(super) fn is_no_sale(option: &OfferedOption) -> bool {
    option.kind != OptionKind::NewPurchase
}

impl AddOption {
    /// A date says how sure it is; what has no date is honestly unknown (X12).
    fn sure(&self, arrives: Option<Timestamp>) -> Result<Confidence, Refusal> {
        match (arrives, self.confidence) {
            (Some(_), None) => Err(Refusal::input("confidence", "date-without-confidence")),
            (None, Some(sure)) if sure != Confidence::Unknown => {
                Err(Refusal::input("arrives", "confidence-without-date"))
            }
            (_, sure) => Ok(sure.unwrap_or(Confidence::Unknown)),
        }
    }

    fn check_legs(&self) -> Result<(), Refusal> {
        if self.kind == OptionKind::Split && self.legs.len() < 2 {
            return Err(Refusal::input("legs", "split-needs-legs"));
        }
        if self.legs.is_empty() {
            return Ok(());
        }
        if self.legs.len() > LEGS_AT_MOST {
            return Err(Refusal::input("legs", "too-many").with("most", LEGS_AT_MOST));
        }
        if self.legs.iter().any(|l| l.quantity == 0 || l.route.trim().is_empty()) {
            return Err(Refusal::input("legs", "leg-incomplete"));
        }
        let sum = self.legs.iter().fold(0u64, |sum, leg| sum.saturating_add(leg.quantity));
        match self.owed_quantity {
            None => Err(Refusal::input("owed_quantity", "split-needs-quantity")),
            Some(owed) if owed != sum => {
                Err(Refusal::input("legs", "legs-do-not-add-up").with("sum", sum).with("owed", owed))
            }
            Some(_) => Ok(()),
        }
    }

    /// Operations says it can be done; whoever passes the gate vouches with their own name (S149, X19).
    fn confirmer(&self, draft: &Draft, confidence: Confidence) -> Result<Option<PersonId>, Refusal> {
        let at = |r: Refusal| r.about("confirmed_by");
        let colleague = match self.confirmed_by {
            Some(id) => Some(draft.facts.colleague(id).ok_or(Refusal::input("confirmed_by", "no-such-colleague"))?),
            None => None,
        };
        if colleague.is_some_and(|c| c.roles.contains(&Role::Operations)) {
            return Ok(self.confirmed_by);
        }
        if confidence != Confidence::Firm && self.kind != OptionKind::Remake {
            return Ok(self.confirmed_by);
        }
        draft.gate(Gate::OperationsConfirms, "operations-confirms").map_err(at)?;
        let passed = draft.case.passes.iter().rev().find(|p| p.gate == Gate::OperationsConfirms);
        Ok(self.confirmed_by.or(passed.map(|p| p.by)))
    }
}

impl Happened for OptionAdded {
    fn apply(&self, case: &mut Case, _: &When) {
        case.options.push(self.option.clone());
    }
    fn words(&self) -> Text {
        let option = &self.option;
        let key = match (option.from, option.arrives) {
            (Party::Customer, _) => "event-proposal-added",
            (_, Some(_)) => "event-option-added",
            (_, None) => "event-option-added-undated",
        };
        let text = Text::new(key)
            .with("what", &option.what)
            .with("what-kind", choice("option-kind", option.kind.word()))
            .with("confidence", choice("confidence", option.confidence.word()))
            .with("costs", option.costs());
        match option.arrives {
            Some(at) => text.with("arrives", at),
            None => text,
        }
    }
    /// Ours are told when they are laid out; what they proposed is theirs already.
    fn told(&self) -> Option<Text> {
        let theirs = self.option.from == Party::Customer;
        theirs.then(|| Text::new("told-proposal-added").with("what", &self.option.what))
    }
}
