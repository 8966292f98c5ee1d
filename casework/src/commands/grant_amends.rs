//! Something to say sorry, beside the remedy and never instead of it; small ones need nobody's leave (S157, S158, S160, X16, 4.8).
use super::Asks;
use crate::asked;
use crate::case::Case;
use crate::draft::Draft;
use crate::effect::Urgency;
use crate::event::{Happened, When};
use crate::ids::{AmendsId, PersonId};
use crate::kinds::{AmendsKind, Role};
use crate::money::Money;
use crate::need::Need;
use crate::parts::Amends;
use crate::refusal::Refusal;
use crate::text::{Part, Text, choice};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Amends one case may hold.
const AMENDS_AT_MOST: usize = 30;

asked! {
    /// Promises something extra; within your limit it is granted at once, above it waits for an approver.
    pub struct GrantAmends {
        /// What it is.
        pub kind: AmendsKind,
        /// What it is worth; money needs it.
        pub value: Option<Money>,
        /// By when it is given.
        pub due: Timestamp,
        /// In the words told to the customer.
        pub words: String,
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AmendsGranted {
    pub id: AmendsId,
    pub kind: AmendsKind,
    pub value: Option<Money>,
    pub due: Timestamp,
    pub words: String,
    pub by: PersonId,
    /// Empty while it waits for somebody with a higher limit.
    pub approved_by: Option<PersonId>,
}

impl Asks for GrantAmends {
    fn decide(&self, draft: &mut Draft) -> Result<(), Refusal> {
        draft.open_case()?;
        let by = draft.person()?;
        self.check(draft)?;
        let id = AmendsId(draft.new_id());
        let granted = within(draft, by, cents(&self.value));
        let approved_by = granted.then_some(by);
        draft.happened(AmendsGranted {
            id,
            kind: self.kind,
            value: self.value.clone(),
            due: self.due,
            words: self.words.clone(),
            by,
            approved_by,
        });
        if !granted && let Some(approver) = approver(draft, by, cents(&self.value)) {
            let text = Text::new("notice-amends-waits").with("what", said(self.kind, &self.value)).with("by", by);
            draft.notify(approver, Urgency::Urgent, text);
        }
        Ok(())
    }
}

impl GrantAmends {
    fn check(&self, draft: &Draft) -> Result<(), Refusal> {
        use AmendsKind::{Credit, Discount, FutureDiscount, WaivedFee};
        Refusal::unless_said(&self.words, "words", "amends-without-words")?;
        let money = matches!(self.kind, Discount | Credit | FutureDiscount | WaivedFee);
        if self.value.as_ref().is_some_and(|v| !v.is_sound()) || (money && self.value.is_none()) {
            return Err(Refusal::input("value", "amends-value"));
        }
        if self.due <= draft.now() {
            return Err(Refusal::input("due", "promise-in-the-past").with("due", self.due));
        }
        let case = &draft.case;
        if case.amends.len() >= AMENDS_AT_MOST {
            return Err(Refusal::input("words", "too-many").with("most", AMENDS_AT_MOST));
        }
        // A discount on the next order asks them to buy again; it is never all we offer (X16).
        let alone = !Need::Remedy.is_met(case)
            && case.ready_options().next().is_none()
            && !case.amends.iter().any(|a| a.stands() && a.kind != FutureDiscount);
        if self.kind == FutureDiscount && alone {
            return Err(Refusal::state("future-discount-alone").about("kind"));
        }
        Ok(())
    }
}

/// Cents of what is given; a thing without a price costs a colleague's limit nothing.
pub(super) fn cents(value: &Option<Money>) -> u64 {
    value.as_ref().map_or(0, |v| v.cents)
}

/// Whether this person may give it on top of what they gave alone on this case. The limit looks at what we give (4.8).
fn within(draft: &Draft, by: PersonId, cents: u64) -> bool {
    let alone = |a: &&Amends| a.stands() && a.approved_by == Some(by) && a.granted_by == by;
    let given = draft.case.amends.iter().filter(alone).fold(0u64, |sum, a| sum.saturating_add(self::cents(&a.value)));
    given.saturating_add(cents) <= limit_cents(draft, by)
}

/// What a colleague may give, in cents.
pub(super) fn limit_cents(draft: &Draft, who: PersonId) -> u64 {
    let roles = draft.facts.colleague(who).map_or(&[][..], |c| &c.roles);
    draft.facts.policy.limit(roles).saturating_mul(100)
}

/// The case's manager when their limit is enough, else a director; never the one who asks.
fn approver(draft: &Draft, by: PersonId, cents: u64) -> Option<PersonId> {
    let enough = |id: &PersonId| *id != by && limit_cents(draft, *id) >= cents;
    draft
        .facts
        .manager()
        .filter(enough)
        .or_else(|| draft.facts.first_of(Role::Director, &[by]))
        .or(draft.facts.manager())
}

/// The kind with its worth: *a credit, 150.00 EUR*.
pub(super) fn said(kind: AmendsKind, value: &Option<Money>) -> Part {
    let kind = choice("amends-kind", kind.word());
    match value {
        Some(money) => Part::List(vec![kind, money.into()]),
        None => kind,
    }
}

impl Happened for AmendsGranted {
    fn apply(&self, case: &mut Case, when: &When) {
        case.amends.push(Amends {
            id: self.id,
            kind: self.kind,
            value: self.value.clone(),
            due: self.due,
            granted_by: self.by,
            asked_at: when.recorded_at,
            approved_by: self.approved_by,
            refused: None,
            given: None,
            given_at: None,
        });
    }
    fn words(&self) -> Text {
        let key = if self.approved_by.is_some() { "event-amends-granted" } else { "event-amends-asked" };
        Text::new(key).with("what", said(self.kind, &self.value)).with("words", &self.words).with("due", self.due)
    }
    /// What still waits for an approver is not promised yet.
    fn told(&self) -> Option<Text> {
        self.approved_by?;
        Some(Text::new("told-amends-granted").with("words", &self.words).with("due", self.due))
    }
}
