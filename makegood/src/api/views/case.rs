//! What a case, its list, its events and its clocks look like from outside.
use super::{AccountRef, ClockView, ContactView, PersonRef};
use jiff::Timestamp;
use uuid::Uuid;

view! {
    /// One line of the list of cases.
    pub struct CaseLine {
        /// The number that people say.
        pub number: String,
        /// The trouble in the customer's words.
        pub title: String,
        /// The customer firm.
        pub account: AccountRef,
        /// Who drives it.
        pub owner: PersonRef,
        /// What kind of trouble.
        pub kind: String,
        /// How much harm.
        pub severity: String,
        /// Where the making good stands.
        pub recovery: String,
        /// Where the keeping-from-happening-again stands.
        pub prevention: String,
        /// When anyone of us first knew.
        pub recognised_at: Timestamp,
        /// The customer's own deadline.
        pub deadline: Option<Timestamp>,
        /// When the next thing is owed.
        pub next_due: Option<Timestamp>,
    }
}
view! {
    /// A page of cases.
    pub struct CaseList {
        /// Open ones: gravest first, oldest first. Closed ones: newest first.
        pub cases: Vec<CaseLine>,
        /// Give it as `after` to go on; null at the end.
        pub next: Option<String>,
    }
}
view! {
    /// A case as it is now.
    pub struct CaseView {
        /// The number that people say.
        pub number: String,
        /// How many events made this state; give it as `If-Match`.
        pub version: u64,
        /// The trouble in the customer's words.
        pub title: String,
        /// What kind of trouble.
        pub kind: String,
        /// Who knew first.
        pub origin: String,
        /// How much harm.
        pub severity: String,
        /// Where the making good stands.
        pub recovery: String,
        /// Where the keeping-from-happening-again stands.
        pub prevention: String,
        /// The customer firm.
        pub account: AccountRef,
        /// Who was let down.
        pub contact: Option<ContactView>,
        /// Who drives it.
        pub owner: PersonRef,
        /// Who keeps the relationship.
        pub relationship_owner: PersonRef,
        /// When anyone of us first knew.
        pub recognised_at: Timestamp,
        /// When it was opened.
        pub opened_at: Timestamp,
        /// The customer's own deadline.
        pub deadline: Option<DeadlineView>,
        /// What the trouble does to them.
        pub impacts: Vec<ImpactView>,
        /// What worries them.
        pub concerns: Vec<ConcernView>,
        /// What they asked.
        pub questions: Vec<QuestionView>,
        /// What they think led to it, and how it can be prevented.
        pub ideas: Vec<IdeaView>,
        /// Contacts who said how they want to take part; the others take part as always.
        pub taking_part: Vec<TakingPartView>,
        /// What is known.
        pub facts: Vec<FactView>,
        /// Talks, oldest first.
        pub talks: Vec<TalkView>,
        /// Ways forward that stand or were withdrawn.
        pub options: Vec<OptionView>,
        /// What the customer chose, oldest first.
        pub decisions: Vec<DecisionView>,
        /// The plan of both sides.
        pub plan: Option<PlanView>,
        /// What was promised to them.
        pub promises: Vec<PromiseView>,
        /// What was given to say sorry.
        pub amends: Vec<AmendsView>,
        /// Calls upward.
        pub escalations: Vec<EscalationView>,
        /// The customer's word, oldest first.
        pub words: Vec<WordView>,
        /// What is owed, running ones first.
        pub clocks: Vec<ClockView>,
        /// Gates that a person let go.
        pub passes: Vec<PassView>,
        /// Numbers or ids of cases this one repeats, is linked with, or went into.
        pub related: Vec<String>,
    }
}
view! {
    /// The moment that counts for the customer.
    pub struct DeadlineView {
        /// By when.
        pub at: Timestamp,
        /// What happens then.
        pub what: String,
        /// Whether our trouble puts it at risk.
        pub threatened: bool,
        /// Whether it was met, by their word.
        pub met: Option<bool>,
    }
}
view! {
    /// One thing the trouble does to them.
    pub struct ImpactView {
        /// Which side of their business.
        pub dimension: String,
        /// In their words.
        pub words: String,
    }
}
view! {
    /// One thing that worries them.
    pub struct ConcernView {
        /// The id.
        pub id: Uuid,
        /// Concern or frustration.
        pub kind: String,
        /// In their words.
        pub words: String,
        /// Open, answered, settled by their word.
        pub state: String,
    }
}
view! {
    /// One question of the customer.
    pub struct QuestionView {
        /// The id.
        pub id: Uuid,
        /// In their words.
        pub words: String,
        /// When it was asked.
        pub asked_at: Timestamp,
        /// What we answered.
        pub answer: Option<String>,
    }
}
view! {
    /// A why or an idea of the customer.
    pub struct IdeaView {
        /// The id.
        pub id: Uuid,
        /// What led to it, or how to prevent it.
        pub about: String,
        /// Who said it.
        pub by: String,
        /// In their words.
        pub words: String,
        /// When.
        pub at: Timestamp,
        /// What became of it, once somebody answered.
        pub became: Option<String>,
        /// What we answered.
        pub answer: Option<String>,
        /// Who answered.
        pub answered_by: Option<PersonRef>,
        /// By when they hear more, while we are still looking.
        pub again_by: Option<Timestamp>,
    }
}
view! {
    /// How a contact wants to take part.
    pub struct TakingPartView {
        /// Who.
        pub contact: Uuid,
        /// Joins, only by call, without messages, or not at all.
        pub how: String,
        /// In their words.
        pub words: String,
        /// When they said it.
        pub at: Timestamp,
    }
}
view! {
    /// Something known.
    pub struct FactView {
        /// What is asked.
        pub what: String,
        /// The answer, as said.
        pub answer: String,
        /// Who said it.
        pub said_by: Option<String>,
    }
}
view! {
    /// A talk by visit, video or phone.
    pub struct TalkView {
        /// The id.
        pub id: Uuid,
        /// By which way.
        pub channel: String,
        /// With whom.
        pub with: String,
        /// By whom.
        pub by: PersonRef,
        /// When it began.
        pub started_at: Timestamp,
        /// When it ended.
        pub ended_at: Timestamp,
        /// How far listening got.
        pub heard: String,
    }
}
view! {
    /// A way forward.
    pub struct OptionView {
        /// The id.
        pub id: Uuid,
        /// Whose it is: ours or theirs.
        pub from: String,
        /// What kind.
        pub kind: String,
        /// What it is.
        pub what: String,
        /// When they have it.
        pub arrives: Option<Timestamp>,
        /// How sure the date is.
        pub confidence: String,
        /// What they do.
        pub customer_does: String,
        /// What it costs them.
        pub costs_customer: String,
        /// Why it no longer stands.
        pub withdrawn: Option<String>,
    }
}
view! {
    /// What the customer chose.
    pub struct DecisionView {
        /// Who of them.
        pub by: String,
        /// The option; null says: none fits.
        pub chosen: Option<Uuid>,
        /// In their words.
        pub words: String,
        /// When.
        pub at: Timestamp,
    }
}
view! {
    /// Both sides' dated steps.
    pub struct PlanView {
        /// Its version.
        pub version: u32,
        /// When both agreed.
        pub agreed_at: Option<Timestamp>,
        /// In the order written.
        pub steps: Vec<StepView>,
    }
}
view! {
    /// One step of the plan.
    pub struct StepView {
        /// The id.
        pub id: Uuid,
        /// Whose it is.
        pub party: String,
        /// Who does it, by name.
        pub owner: String,
        /// Contain, fix, prevent or tell.
        pub kind: String,
        /// What is done.
        pub text: String,
        /// By when.
        pub due: Timestamp,
        /// Whether its owner said they can.
        pub confirmed: bool,
        /// Open, done, skipped.
        pub state: String,
    }
}
view! {
    /// Something promised.
    pub struct PromiseView {
        /// The id.
        pub id: Uuid,
        /// The next contact, or a thing.
        pub what: String,
        /// In words.
        pub words: String,
        /// To whom.
        pub to: String,
        /// By whom.
        pub by: PersonRef,
        /// By when.
        pub due: Timestamp,
        /// Open, kept, broken, released.
        pub state: String,
    }
}
view! {
    /// Something given to say sorry.
    pub struct AmendsView {
        /// The id.
        pub id: Uuid,
        /// What it is.
        pub kind: String,
        /// What it is worth, with its currency.
        pub value: Option<String>,
        /// By when.
        pub due: Timestamp,
        /// Whether somebody with the authority said yes.
        pub approved: bool,
        /// How it was given.
        pub given: Option<String>,
    }
}
view! {
    /// A call upward.
    pub struct EscalationView {
        /// The id.
        pub id: Uuid,
        /// Why.
        pub reason: String,
        /// What the matter is.
        pub words: String,
        /// Who was called.
        pub to: Vec<PersonRef>,
        /// When.
        pub at: Timestamp,
        /// When somebody said: I have it.
        pub acknowledged_at: Option<Timestamp>,
    }
}
view! {
    /// The customer's own word.
    pub struct WordView {
        /// Who of them.
        pub by: String,
        /// Whether it is solved.
        pub solved: bool,
        /// In their words.
        pub words: String,
        /// When.
        pub at: Timestamp,
    }
}
view! {
    /// A gate that a person let go.
    pub struct PassView {
        /// Which gate.
        pub gate: String,
        /// Who.
        pub by: PersonRef,
        /// Why.
        pub reason: String,
        /// When.
        pub at: Timestamp,
    }
}
