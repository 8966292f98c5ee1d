//! Small certain types: an id of one thing cannot be handed in where another is wanted.
use crate::shape::{Shape, Shaped};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$m:meta])* $n:ident),* $(,)?) => {$(
        $(#[$m])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $n(pub Uuid);
        impl Shaped for $n { fn shape() -> Shape { Shape::Id } }
        impl std::fmt::Display for $n {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(out) }
        }
        impl std::str::FromStr for $n {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> { text.parse().map(Self) }
        }
    )*};
}
ids! {
    /// One trouble for one customer, from recognition to their word.
    CaseId,
    /// A customer firm.
    AccountId,
    /// A person at the customer.
    ContactId,
    /// A colleague.
    PersonId,
    /// A conversation by visit, video or phone.
    TalkId,
    /// A thing told to the customer with a date.
    PromiseId,
    /// A way forward laid before the customer.
    OptionId,
    /// One dated act of a plan.
    StepId,
    /// Something that worries the customer.
    ConcernId,
    /// A question of the customer.
    QuestionId,
    /// A why or an idea of the customer.
    IdeaId,
    /// Somebody of theirs who is asked to take part.
    InvitationId,
    /// A row of what it is and is not.
    RowId,
    /// A why on the way to a cause.
    WhyId,
    /// A cause, or what may be one.
    CauseId,
    /// What is changed so that it cannot come back.
    ActionId,
    /// Where else the same could happen.
    TargetId,
    /// A corrective-action request to a supplier before us.
    ScarId,
    /// Goods that come back.
    ReturnId,
    /// A photo or a paper of the case.
    FileId,
    /// A report in disciplines, as it was sent.
    ReportId,
    /// A mail of ours, from its first draft to what became of it.
    MailId,
    /// A mail that came in.
    MessageId,
    /// An extra given to say sorry.
    AmendsId,
    /// A call to manager and quality.
    EscalationId,
    /// A plan for an emergency, written before it comes.
    EmergencyPlanId,
    /// A raw hint that something may be wrong.
    SignalId,
    /// One caller's wish; a retry carries the same.
    RequestId,
}

/// The number people say, for ever the same: `MG-1042`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(pub u64);

impl Shaped for CaseNumber {
    fn shape() -> Shape {
        Shape::Integer
    }
}
impl std::fmt::Display for CaseNumber {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "MG-{}", self.0)
    }
}
impl std::str::FromStr for CaseNumber {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim();
        let digits = digits.strip_prefix("MG-").or_else(|| digits.strip_prefix("mg-")).unwrap_or(digits);
        digits.parse().map(Self)
    }
}
