//! When a rule applies: a few questions to the record, all of which must be answered with yes.
//!
//! `open`, `fault ours|shared`, `not call_logged`. A question that the record does not answer is no; without a record a message
//! that names a trouble counts as one about an open trouble.
use crate::record::{Address, Channel, Fault, FirstContact, Purpose, Record};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    not: bool,
    word: Word,
    among: Vec<String>,
}

macro_rules! words {
    ($($name:literal $variant:ident $about:literal)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        enum Word { $($variant),+ }
        const WORDS: &[(&str, Word)] = &[$(($name, Word::$variant)),+];
        /// What a rule may ask, with what it means.
        pub const QUESTIONS: &[(&str, &str)] = &[$(($name, $about)),+];
    };
}
words! {
    "open" Open "the trouble is not over"
    "trouble" Trouble "the record is of an open case, or the text names a problem"
    "fault" Fault "whose fault: ours, shared, third_party, theirs, unknown"
    "impact_known" ImpactKnown "we know what it does to them"
    "impact_unknown" ImpactUnknown "we know that we do not know yet"
    "impact" Impact "the record says what it does to them"
    "cause" Cause "the record says why"
    "efforts" Efforts "the record says what we did so far"
    "options" Options "two options or more"
    "can_change" CanChange "they can still change something, or a day slipped and they have not answered"
    "next_update" NextUpdate "a next contact is owed"
    "call_first" CallFirst "the first contact is a call or a visit"
    "call_logged" CallLogged "a call or a visit took place"
    "channel" Channel "email, portal, letter, notice, legal, phone"
    "purpose" Purpose "what the text is for"
    "one_to_one" OneToOne "to one reader"
    "severe" Severe "severity 1 or 2"
    "not_native" NotNative "the reader reads in a foreign language"
    "zones_differ" ZonesDiffer "reader and writer have different clocks"
    "approval" Approval "somebody approved a compensation"
    "record" Record "there is a record"
    "address" Address "formal, familiar"
    "plan" Plan "the plan has dates"
}

/// What a condition may look at.
pub struct Asked<'a> {
    pub record: Option<&'a Record>,
    /// The text names a problem.
    pub problem: bool,
}

impl Condition {
    /// # Errors
    /// A question that nobody knows, with those that there are.
    pub fn parse(said: &str) -> Result<Self, String> {
        let mut words = said.split_whitespace().peekable();
        let not = words.next_if_eq(&"not").is_some();
        let name = words.next().unwrap_or("");
        let Some((_, word)) = WORDS.iter().find(|(n, _)| *n == name) else {
            let names: Vec<_> = WORDS.iter().map(|(n, _)| *n).collect();
            return Err(format!("when = \"{said}\": there is no \"{name}\"; there are {}", names.join(", ")));
        };
        let among = words.flat_map(|w| w.split('|')).map(str::to_owned).collect();
        Ok(Self { not, word: *word, among })
    }

    pub fn holds(&self, asked: &Asked) -> bool {
        let answer = match asked.record {
            Some(record) => self.answer(record, asked.problem),
            // A message about a trouble, of which nothing else is known.
            None => match self.word {
                Word::Open | Word::Trouble => asked.problem,
                Word::OneToOne => true,
                Word::Channel => self.among.iter().any(|a| a == "email"),
                _ => false,
            },
        };
        answer != self.not
    }

    fn answer(&self, record: &Record, problem: bool) -> bool {
        let is = |name: &str| self.among.iter().any(|a| a == name);
        match self.word {
            Word::Open => record.open.unwrap_or(problem),
            Word::Trouble => record.open.unwrap_or(problem) && record.purpose != Purpose::Note,
            Word::Fault => record.fault.is_some_and(|f| is(fault(f))),
            Word::ImpactKnown => record.impact_known == Some(true),
            Word::ImpactUnknown => record.impact_known == Some(false),
            Word::Impact => !record.impact.is_empty(),
            Word::Cause => !record.cause.is_empty(),
            Word::Efforts => !record.efforts.is_empty(),
            Word::Options => record.options.len() >= 2,
            Word::CanChange => !record.can_change.is_empty() || record.slip == Some(true),
            Word::NextUpdate => record.next_update.is_some(),
            Word::CallFirst => record.first_contact.is_some_and(|f| f != FirstContact::Any),
            Word::CallLogged => record.call_logged == Some(true),
            Word::Channel => is(channel(record.channel)),
            Word::Purpose => is(purpose(record.purpose)),
            Word::OneToOne => record.channel != Channel::Notice,
            Word::Severe => record.severity.is_some_and(|s| s <= 2),
            Word::NotNative => record.not_native == Some(true),
            Word::ZonesDiffer => record.zones_differ == Some(true),
            Word::Approval => record.approval.is_some(),
            Word::Record => true,
            Word::Address => {
                record.address.is_some_and(|a| is(if a == Address::Formal { "formal" } else { "familiar" }))
            }
            Word::Plan => !record.plan.is_empty(),
        }
    }
}

fn fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Ours => "ours",
        Fault::Shared => "shared",
        Fault::ThirdParty => "third_party",
        Fault::Theirs => "theirs",
        Fault::Unknown => "unknown",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Portal => "portal",
        Channel::Letter => "letter",
        Channel::Notice => "notice",
        Channel::Legal => "legal",
        Channel::Phone => "phone",
    }
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Unknown => "unknown",
        Purpose::Acknowledgement => "acknowledgement",
        Purpose::BadNews => "bad_news",
        Purpose::Update => "update",
        Purpose::Options => "options",
        Purpose::Scheduling => "scheduling",
        Purpose::Invitation => "invitation",
        Purpose::OurView => "our_view",
        Purpose::Apology => "apology",
        Purpose::ReflectBack => "reflect_back",
        Purpose::Solved => "solved",
        Purpose::Note => "note",
    }
}
