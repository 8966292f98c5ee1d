//! What the watch says: which trouble, on what, why it thinks so, and when the customer is owed a word.

use crate::{Ground, line::LineKey, when::When};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The troubles this watch knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Past its promise and not delivered.
    LateUndelivered,
    /// Delivered, and nobody asked whether it was right.
    UncheckedDelivery,
    /// A promise moved later and the customer was not told (W11).
    SilentSlip,
    /// Not late yet, and cannot be there when it is needed (W03, W04).
    NegativeSlack,
    /// Promised sooner than the item usually takes, and nobody of operations said that it can be done (W10).
    OverPromise,
    /// Orders much less often than they used to (W19).
    GoneQuiet,
    /// An order came in and nobody confirmed it (W01).
    Unacknowledged,
    /// Confirmed for a later day than they asked for (W02).
    AcknowledgedLater,
    /// Lines like it came late too often (W03).
    PredictedLate,
    /// There is hardly any room left before the day they need it (W04).
    ThinSlack,
    /// A step on the way should have been done (W05).
    MilestoneMissed,
    /// What we buy for it comes late, or nobody has confirmed it (W06).
    UpstreamSlipped,
    /// Less is set aside than was ordered (W07).
    ShortStock,
    /// A test of its lot failed (W08).
    FailedInspection,
    /// More work is planned in its week than the machine can do (W09).
    Overload,
    /// The day to leave came and nothing left (W12).
    NotShipped,
    /// The carrier says that something went wrong, or says nothing (W13).
    CarrierTrouble,
    /// Another quantity left than was ordered (W14).
    QuantityOff,
    /// Proof of delivery, and the customer says that nothing came (W15).
    DeliveryDenied,
    /// Asked after the delivery: not right, or twice not heard (W16).
    CheckWentWrong,
    /// Goods come back and nobody has opened a case (W17).
    ReturnWithoutCase,
    /// Paid less, a debit note, a chargeback (W18).
    ShortPaid,
    /// Three times they asked where it is (W20).
    AskedThrice,
    /// Two talks, each ending worse than the one before (W21).
    ToneFalling,
    /// The same failure as in another case (W22).
    SameWords,
    /// Something else depends on what went wrong (S229).
    SameRisk,
    /// The lot of an open case went to others, too (W23).
    LotElsewhere,
    /// A promise falls due soon and nobody has begun to write (W24).
    UndraftedPromise,
    /// Two cases of one customer within ninety days (W25).
    CasesClose,
}

impl Kind {
    pub const ALL: [Kind; 29] = [
        Kind::LateUndelivered,
        Kind::UncheckedDelivery,
        Kind::SilentSlip,
        Kind::NegativeSlack,
        Kind::OverPromise,
        Kind::GoneQuiet,
        Kind::Unacknowledged,
        Kind::AcknowledgedLater,
        Kind::PredictedLate,
        Kind::ThinSlack,
        Kind::MilestoneMissed,
        Kind::UpstreamSlipped,
        Kind::ShortStock,
        Kind::FailedInspection,
        Kind::Overload,
        Kind::NotShipped,
        Kind::CarrierTrouble,
        Kind::QuantityOff,
        Kind::DeliveryDenied,
        Kind::CheckWentWrong,
        Kind::ReturnWithoutCase,
        Kind::ShortPaid,
        Kind::AskedThrice,
        Kind::ToneFalling,
        Kind::SameWords,
        Kind::SameRisk,
        Kind::LotElsewhere,
        Kind::UndraftedPromise,
        Kind::CasesClose,
    ];

    /// The stable word for storage and locale keys.
    pub fn word(self) -> &'static str {
        match self {
            Kind::LateUndelivered => "late-undelivered",
            Kind::UncheckedDelivery => "unchecked-delivery",
            Kind::SilentSlip => "silent-slip",
            Kind::NegativeSlack => "negative-slack",
            Kind::OverPromise => "over-promise",
            Kind::GoneQuiet => "gone-quiet",
            Kind::Unacknowledged => "unacknowledged",
            Kind::AcknowledgedLater => "acknowledged-later",
            Kind::PredictedLate => "predicted-late",
            Kind::ThinSlack => "thin-slack",
            Kind::MilestoneMissed => "milestone-missed",
            Kind::UpstreamSlipped => "upstream-slipped",
            Kind::ShortStock => "short-stock",
            Kind::FailedInspection => "failed-inspection",
            Kind::Overload => "overload",
            Kind::NotShipped => "not-shipped",
            Kind::CarrierTrouble => "carrier-trouble",
            Kind::QuantityOff => "quantity-off",
            Kind::DeliveryDenied => "delivery-denied",
            Kind::CheckWentWrong => "check-went-wrong",
            Kind::ReturnWithoutCase => "return-without-case",
            Kind::ShortPaid => "short-paid",
            Kind::AskedThrice => "asked-thrice",
            Kind::ToneFalling => "tone-falling",
            Kind::SameWords => "same-words",
            Kind::SameRisk => "same-risk",
            Kind::LotElsewhere => "lot-elsewhere",
            Kind::UndraftedPromise => "undrafted-promise",
            Kind::CasesClose => "cases-close",
        }
    }
}

/// A value in a sentence, typed so that the reader's own date format can be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    Text(String),
    When(When),
    At(Timestamp),
    Count(i64),
}

/// A sentence by its locale key and its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub key: String,
    pub args: BTreeMap<String, Arg>,
}

impl Sentence {
    pub fn new<const N: usize>(key: &str, args: [(&str, Arg); N]) -> Sentence {
        Sentence { key: key.into(), args: args.into_iter().map(|(name, arg)| (name.into(), arg)).collect() }
    }
}

/// How sure the watch is of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The facts say so themselves.
    Certain,
    /// So many in a hundred of lines like it, in the firm's own history.
    Share { per_cent: u8, of: u32 },
    /// There is too little history to say how often it comes true.
    NoHistory,
}

/// One thing that looks wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    /// The same trouble always has the same subject, and a new promise missed is a new trouble.
    pub subject: String,
    /// The order line it is about; some troubles are about a customer or a promise instead.
    pub line: Option<LineKey>,
    pub evidence: Sentence,
    pub confidence: Confidence,
    /// When it became true, which may be long before anybody looked.
    pub since: Timestamp,
    /// When the customer should have heard from us about it.
    pub owed_at: Timestamp,
    pub first_seen: Timestamp,
}

impl Finding {
    /// About a line, certain, since a moment, and owed by the end of the next working day: what most rules say.
    pub(crate) fn of(kind: Kind, line: &LineKey, tail: &str, since: Timestamp, ground: &Ground) -> Finding {
        Finding {
            kind,
            subject: if tail.is_empty() { line.to_string() } else { format!("{line}@{tail}") },
            line: Some(line.clone()),
            evidence: Sentence::new(&format!("signal-{}", kind.word()), [("line", Arg::Text(line.to_string()))]),
            confidence: Confidence::Certain,
            since,
            owed_at: (ground.working_days_after)(since, 1),
            first_seen: ground.now,
        }
    }

    /// With one more value in its evidence.
    pub(crate) fn with(mut self, name: &str, arg: Arg) -> Finding {
        self.evidence.args.insert(name.into(), arg);
        self
    }

    /// Said by another sentence than that of its kind.
    pub(crate) fn said(mut self, key: &str) -> Finding {
        self.evidence.key = key.into();
        self
    }

    pub(crate) fn owed(mut self, at: Timestamp) -> Finding {
        self.owed_at = at;
        self
    }

    /// What to say first on the phone.
    pub fn first_words(&self) -> Sentence {
        first_words(self.kind.word(), &self.evidence)
    }
}

/// What to say first about a trouble of this kind, with the values of its evidence.
pub fn first_words(kind: &str, evidence: &Sentence) -> Sentence {
    Sentence { key: format!("say-{kind}"), args: evidence.args.clone() }
}
