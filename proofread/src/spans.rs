//! What in a text has a type: dates, amounts, numbers of orders, persons, addresses. Found once, used by phrases and by the record's checks.
mod address;
mod date;
mod identifier;
mod money;

pub use date::{Counted, Exact, Side, When};
pub use money::{Money, amount};

use crate::grammar::{Role, Roles};
use crate::matcher::Span;
use crate::record::Known;
use crate::token::{Kind, Token};
use crate::vocabulary::{SetId, Vocabulary};
use jiff::civil::DateTime;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Date(When),
    Money(Money),
    /// A number of an order, a case, a part, as written without spaces.
    Identifier {
        said: String,
        labelled: bool,
    },
    /// Somebody whom the record names.
    Name(String),
    Number(f64),
    Phone(String),
    Email(String),
    Link,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The first token and the one behind the last, in the whole text.
    pub first: usize,
    pub behind: usize,
    pub value: Value,
}

/// The sets of the types that phrases may name.
pub struct TypeSets {
    date: SetId,
    /// A day or a time that one can write into a calendar.
    day: SetId,
    past: SetId,
    future: SetId,
    time: SetId,
    money: SetId,
    number: SetId,
    order: SetId,
    name: SetId,
    phone: SetId,
    email: SetId,
    link: SetId,
}

impl TypeSets {
    pub fn new(words: &Vocabulary) -> Self {
        let of = |name| words.span_set(name);
        Self {
            date: of("date"),
            day: of("day"),
            past: of("past"),
            future: of("future"),
            time: of("time"),
            money: of("money"),
            number: of("number"),
            order: of("order"),
            name: of("name"),
            phone: of("phone"),
            email: of("email"),
            link: of("link"),
        }
    }
}

/// What is needed to find types in a sentence.
pub struct Finder<'a> {
    pub text: &'a str,
    pub roles: &'a Roles,
    pub day_before_month: bool,
    pub decimal_comma: bool,
    pub numeric_dot: bool,
    /// When the text is sent, in the reader's own time; without it no date is resolved.
    pub sent: Option<DateTime>,
    pub known: &'a Known<'a>,
    pub addresses: Addresses,
}

/// Whether a text holds mail addresses and links at all; most do not, and are spared a look at each of their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addresses {
    None,
    Some,
}

impl Addresses {
    pub fn of(text: &str) -> Self {
        let some = text.as_bytes().contains(&b'@') || text.contains("://") || text.contains("www.");
        if some { Self::Some } else { Self::None }
    }
}

impl Finder<'_> {
    /// Finds the types of one sentence; tokens inside of addresses are taken out of every class, as nobody says them.
    pub fn find(&self, tokens: &mut [Token], from: usize, found: &mut Vec<Typed>) {
        let begin = found.len();
        if self.addresses == Addresses::Some {
            self.addresses(tokens, from, found);
        }
        let addressed: Vec<(usize, usize)> = found[begin..].iter().map(|t| (t.first - from, t.behind - from)).collect();
        let mut at = 0;
        while at < tokens.len() {
            if let Some((_, behind)) = addressed.iter().find(|(first, behind)| (*first..*behind).contains(&at)) {
                at = *behind;
                continue;
            }
            match self.one(tokens, at) {
                Some((long, value)) => {
                    // The month of "14 May" may not be anything else.
                    if matches!(value, Value::Date(_)) {
                        let months = tokens[at..at + long].iter_mut().filter(|t| self.role(t).month > 0);
                        months.for_each(|t| t.set = SetId(0));
                    }
                    found.push(Typed { first: from + at, behind: from + at + long, value });
                    at += long;
                }
                None => at += 1,
            }
        }
        if !addressed.is_empty() {
            found[begin..].sort_by_key(|t| t.first);
        }
    }

    fn one(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        let token = &tokens[at];
        if token.kind == Kind::Word && !self.role(token).begins() {
            let may_be_named = token.shape.is_capital() || token.shape.has_digit();
            return if may_be_named { self.identifier(tokens, at).or_else(|| self.name(tokens, at)) } else { None };
        }
        self.money(tokens, at)
            .or_else(|| self.date(tokens, at))
            .or_else(|| self.phone(tokens, at))
            .or_else(|| self.identifier(tokens, at))
            .or_else(|| self.name(tokens, at))
            .or_else(|| self.number(token).map(|n| (1, Value::Number(n))))
    }

    fn role(&self, token: &Token) -> Role {
        self.roles.of(token.set)
    }

    fn said(&self, token: &Token) -> &str {
        &self.text[token.bytes()]
    }

    /// What stands between two tokens.
    fn between(&self, one: &Token, next: &Token) -> &str {
        self.text.get(one.end as usize..next.start as usize).unwrap_or("")
    }

    fn number(&self, token: &Token) -> Option<f64> {
        if token.kind == Kind::Number {
            return money::decimal(self.said(token), self.decimal_comma);
        }
        self.role(token).number.map(f64::from)
    }

    /// A name of the record, whole or in part. Nobody is guessed.
    fn name(&self, tokens: &[Token], at: usize) -> Option<(usize, Value)> {
        if !tokens[at].shape.is_capital() {
            return None;
        }
        let name = self.known.person(self.said(&tokens[at]))?;
        let words = name.split_whitespace().count().max(1);
        let long = (1..=words)
            .take_while(|n| {
                n == &1
                    || tokens
                        .get(at + n - 1)
                        .is_some_and(|t| name.split(|c: char| !c.is_alphanumeric()).any(|w| w == self.said(t)))
            })
            .last()
            .unwrap_or(1);
        Some((long, Value::Name(name.to_owned())))
    }
}

/// The types of a sentence that begins with token `from`, as spans for the matcher.
pub fn matcher_spans(typed: &[Typed], from: usize, sets: &TypeSets, sent: Option<DateTime>, into: &mut Vec<Span>) {
    for one in typed {
        let [first, behind] = [one.first, one.behind].map(|at| (at - from) as u8);
        let mut put = |set: SetId| into.push(Span { first, behind, set });
        match &one.value {
            Value::Date(when) => {
                put(sets.date);
                if when.is_firm() {
                    put(sets.day);
                }
                put(if when.is_past(sent) { sets.past } else { sets.future });
                if when.time.is_some() {
                    put(sets.time);
                }
            }
            Value::Money(_) => put(sets.money),
            Value::Identifier { .. } => put(sets.order),
            Value::Name(_) => put(sets.name),
            Value::Number(_) => put(sets.number),
            Value::Phone(_) => put(sets.phone),
            Value::Email(_) => put(sets.email),
            Value::Link => put(sets.link),
        }
    }
}
