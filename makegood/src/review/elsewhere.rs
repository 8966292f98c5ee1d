//! Whose it is that a text speaks of: its numbers and names are looked up one by one, so that no list of all customers is ever loaded.
use casework::ids::{AccountId, CaseNumber, PersonId};
use store::{Conn, Fault, cases, elsewhere, mails};

/// Numbers of one text that are looked up.
const NUMBERS_AT_MOST: usize = 30;
/// Letters of a number that could be an order's.
const NUMBER_AT_LEAST: usize = 4;
/// Words of a name, at most.
const NAME_WORDS: usize = 4;
/// A name of one word is looked for when it has so many letters; shorter ones are words like others.
const LONE_NAME_AT_LEAST: usize = 4;

/// What a text names that is in our books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Elsewhere {
    /// Numbers of this customer: their orders, and those of this text that are theirs.
    pub own: Vec<String>,
    /// Numbers of others, as they stand in the text.
    pub numbers: Vec<String>,
    /// Names of others, as they stand in the text.
    pub names: Vec<String>,
    /// What the writer wrote last, to anybody.
    pub before: String,
}

impl Elsewhere {
    /// # Errors
    /// Faults of the database.
    pub fn look(conn: &Conn, account: AccountId, writer: PersonId, text: &str) -> Result<Self, Fault> {
        let before = mails::last_words(conn, writer)?.unwrap_or_default();
        let mut found = Self { own: elsewhere::orders_of(conn, account)?, before, ..Self::default() };
        for number in numbers(text) {
            match whose(conn, &number)? {
                Some(theirs) if theirs == account => found.own.push(number),
                Some(_) => found.numbers.push(number),
                None => {}
            }
        }
        let said = names(text);
        let known = elsewhere::names(conn, &said)?;
        let others: Vec<String> =
            known.iter().filter(|n| n.account != account).map(|n| store::columns::folded(&n.name)).collect();
        let own: Vec<String> =
            known.iter().filter(|n| n.account == account).map(|n| store::columns::folded(&n.name)).collect();
        found.names = said
            .into_iter()
            .filter(|name| {
                let key = store::columns::folded(name);
                others.contains(&key) && !own.contains(&key)
            })
            .collect();
        Ok(found)
    }
}

fn whose(conn: &Conn, number: &str) -> Result<Option<AccountId>, Fault> {
    if number.starts_with("MG-")
        && let Ok(case) = number.parse::<CaseNumber>()
    {
        return Ok(cases::by_number(conn, case)?.map(|kept| kept.case.account));
    }
    elsewhere::order(conn, number)
}

/// What could be a number of an order or a case: a word with digits in it.
fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    let marks = |c: char| !c.is_alphanumeric();
    for word in text.split_whitespace().map(|word| word.trim_matches(marks)) {
        let is_one = word.chars().any(|c| c.is_ascii_digit()) && word.chars().count() >= NUMBER_AT_LEAST;
        if is_one && !found.iter().any(|known| known == word) && found.len() < NUMBERS_AT_MOST {
            found.push(word.to_owned());
        }
    }
    found
}

/// What could be the name of a firm: words that begin with a capital, up to four in a row. One word alone at the beginning of a sentence is a word like
/// others, whatever firm is called so.
fn names(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![];
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ends = |word: &str| word.ends_with(['.', '!', '?', ':', ';', ',']);
        for from in 0..words.len() {
            let begins_sentence = from == 0 || ends(words[from - 1]);
            for count in 1..=NAME_WORDS.min(words.len() - from) {
                let said = &words[from..from + count];
                let name = said.join(" ");
                let name = name.trim_matches(|c: char| !c.is_alphanumeric());
                let lone = count == 1 && (begins_sentence || name.chars().count() < LONE_NAME_AT_LEAST);
                let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
                // A name goes over no end of a sentence.
                let whole = !said[..count - 1].iter().any(|word| ends(word));
                if capital && whole && !lone && found.len() < elsewhere::WORDS_AT_MOST {
                    found.push(name.to_owned());
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_digits_are_looked_up_as_numbers() {
        assert_eq!(
            numbers("Order PO-47110, line 3 (MG-1002) by 14:00 and PO-47110."),
            ["PO-47110", "MG-1002", "14:00"]
        );
    }

    #[test]
    fn words_with_capitals_are_looked_up_as_names_and_one_word_that_begins_a_sentence_is_not() {
        let found = names("Target is met. We call Borealis Pumps and Kite today.");
        assert!(found.contains(&"Borealis Pumps".to_owned()) && found.contains(&"Kite".to_owned()), "{found:?}");
        assert!(!found.contains(&"Target".to_owned()) && !found.iter().any(|name| name.contains(". ")), "{found:?}");
    }
}
