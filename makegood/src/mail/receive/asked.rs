//! A mail of somebody we know that asks where an order is counts as a question about each of its lines that they wait for (W20). It asks
//! in their own words, not in what they quote, and it names the order; else nobody asked about anything that we could count.

use crate::mail::quoted::{self, Kind};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use store::asked_where::{self, NUMBERS_AT_MOST};
use store::messages::{Letter, Place};
use store::{Fault, Tx};
use unicode_normalization::UnicodeNormalization as _;

/// Letters of a mail that are looked at.
const LETTERS_AT_MOST: usize = 20_000;
/// The shortest number that names an order: shorter ones are quantities and days.
const SHORTEST: usize = 3;

/// How people ask where something is, folded, whole words.
const ASKS: [&str; 48] = [
    // English
    "where is",
    "where are",
    "where s",
    "when will",
    "when can we expect",
    "when can i expect",
    "when do we get",
    "when does",
    "status of",
    "order status",
    "delivery status",
    "any news on",
    "any news about",
    "any update on",
    "still waiting for",
    // German
    "wo ist",
    "wo sind",
    "wo bleibt",
    "wo bleiben",
    "wann kommt",
    "wann kommen",
    "wann wird",
    "wann werden",
    "wann konnen wir",
    "wann bekommen",
    "lieferstatus",
    "stand der lieferung",
    "stand der bestellung",
    "warten noch auf",
    "warten noch immer auf",
    "warten immer noch auf",
    // Polish
    "gdzie jest",
    "gdzie sa",
    "kiedy bedzie",
    "kiedy dotrze",
    "kiedy przyjdzie",
    "kiedy otrzymamy",
    "status zamowienia",
    "status dostawy",
    "czekamy na",
    // Spanish
    "donde esta",
    "donde estan",
    "cuando llega",
    "cuando llegara",
    "cuando recibiremos",
    "estado del pedido",
    "estado de la entrega",
    "seguimos esperando",
];

/// Counts the question, where the letter is one; `now` is when we heard it.
///
/// # Errors
/// Faults of the database.
pub fn count(tx: &Tx, letter: &Letter, now: Timestamp) -> Result<u64, Fault> {
    let (Place::Account { account, .. } | Place::Case { account, .. }) = letter.place else { return Ok(0) };
    let own: String = letter.body.chars().take(LETTERS_AT_MOST).collect();
    let own: String =
        quoted::split(&own).iter().filter(|piece| piece.kind == Kind::Own).map(|piece| piece.text).collect();
    // An answer carries the subject of what it answers, and with it somebody else's question.
    let asked = if letter.parents.is_empty() { format!("{} . {own}", letter.subject) } else { own.clone() };
    if !asks_where(&asked) {
        return Ok(0);
    }
    let numbers = numbers(&format!("{} {own}", letter.subject));
    if numbers.is_empty() {
        return Ok(0);
    }
    let lines = asked_where::awaited(tx, account, &numbers)?;
    asked_where::note(tx, &lines, heard_at(letter, now))
}

/// When they asked; a mail that lay somewhere for longer counts as asked when we heard it, each at a moment of its own.
fn heard_at(letter: &Letter, now: Timestamp) -> Timestamp {
    const LATELY: SignedDuration = SignedDuration::from_mins(1);
    if now.duration_since(letter.received_at) <= LATELY {
        return letter.received_at;
    }
    let own = letter.id.as_u128() % 60_000;
    now.saturating_sub(SignedDuration::from_millis(i64::try_from(own).unwrap_or_default())).unwrap_or(now)
}

fn asks_where(text: &str) -> bool {
    let folded = format!(" {} ", folded(text));
    ASKS.iter().any(|asks| folded.contains(&format!(" {asks} ")))
}

/// Small letters without their marks, single spaces for everything that is no letter and no digit.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd() {
        let plain = match letter {
            'ł' | 'Ł' => 'l',
            letter if unicode_normalization::char::is_combining_mark(letter) => continue,
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        };
        if plain != ' ' {
            folded.extend(plain.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// What may be the number of an order: words with a digit in them, as they are written.
fn numbers(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| letter.is_whitespace() || ",;:()[]<>\"'?!#".contains(letter));
    let words = words.map(|word| word.trim_matches(['.', '-', '/']));
    let named = words.filter(|word| word.len() >= SHORTEST && word.contains(|letter: char| letter.is_ascii_digit()));
    let mut numbers = BTreeSet::new();
    for word in named {
        numbers.insert(word.to_owned());
        // `4711/10` names a line of 4711.
        numbers
            .extend(word.rsplit_once('/').map(|(order, _)| order.to_owned()).filter(|order| order.len() >= SHORTEST));
        if numbers.len() >= NUMBERS_AT_MOST {
            break;
        }
    }
    numbers.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w20_four_languages_ask_where_it_is_and_a_complaint_does_not() {
        for text in [
            "Hello, where is order 4711?",
            "WHEN WILL 4711 ARRIVE",
            "Guten Tag, wo bleibt unsere Bestellung 4711?",
            "Wann können wir mit 4711 rechnen?",
            "Dzień dobry, gdzie są części z zamówienia 4711?",
            "¿Dónde está el pedido 4711?",
        ] {
            assert!(asks_where(text), "{text}");
        }
        for text in ["Order 4711 arrived scratched.", "Somewhere is a list.", "Bitte ändern Sie 4711 auf 40 Stück.", ""]
        {
            assert!(!asks_where(text), "{text}");
        }
    }

    #[test]
    fn w20_an_order_is_named_as_it_is_written() {
        assert_eq!(
            numbers("Re: PO 4500-77/10, and (A-7713)? By 5 pm. #4711"),
            ["4500-77", "4500-77/10", "4711", "A-7713"]
        );
        assert!(numbers("Where is it?").is_empty());
    }
}
