//! What a case is remembered by: its customer, its kind, what it names, and its words cut to what their forms share.
use crate::columns::folded;
use casework::Case;
use casework::ids::AccountId;
use casework::kinds::TroubleKind;
use std::collections::BTreeMap;

/// Words of one case that count; more say nothing new.
const WORDS_AT_MOST: usize = 64;
/// Items, lots and orders of one case.
const NAMES_AT_MOST: usize = 16;
/// What a word counts that does not stand in the sentence of the trouble: that two parcels have a label says little of what is wrong.
const BESIDES: f64 = 0.4;
/// What the kind counts beside a word of the same rarity: somebody who understood the trouble chose it, and of the words of a sentence some are
/// shared by chance.
const KIND: f64 = 1.5;
/// Letters by which the forms of a word are told to be one.
const STEM: usize = 7;
/// Fewer letters say nothing.
const SHORTEST: usize = 3;
/// A number alone names something from so many digits on; fewer are a quantity.
const NUMBER: usize = 4;

/// Words that every sentence has; in a young firm nothing else says yet that they are common.
const EVERYWHERE: [&str; 96] = [
    "about", "aber", "all", "also", "among", "and", "any", "are", "auch", "auf", "aus", "because", "been", "before",
    "bei", "but", "can", "con", "das", "dass", "del", "dem", "den", "der", "des", "die", "does", "ein", "eine",
    "einen", "einer", "est", "for", "from", "had", "haben", "has", "hat", "have", "her", "his", "ich", "ihr", "ihre",
    "ist", "its", "jest", "kein", "las", "los", "may", "mit", "more", "nach", "nicht", "nie", "not", "nur", "oder",
    "one", "our", "para", "per", "por", "que", "sein", "should", "sie", "sind", "some", "than", "that", "the", "their",
    "them", "then", "there", "they", "this", "una", "und", "uns", "von", "vor", "war", "was", "were", "what", "when",
    "which", "who", "will", "wir", "with", "you", "your",
];

/// What is told of a trouble, before it is a case or as it stands.
#[derive(Clone, Debug, Default)]
pub struct Told {
    pub account: Option<AccountId>,
    pub kind: Option<TroubleKind>,
    /// The trouble in the customer's words.
    pub words: Vec<String>,
    /// What is known besides: the item, the lot, where the goods are.
    pub known: Vec<String>,
    /// What led to it, as far as anybody said.
    pub causes: Vec<String>,
}

impl Told {
    pub fn of(case: &Case) -> Self {
        let known = case.facts.iter().map(|fact| fact.answer.clone());
        let news = case.news.iter().map(|news| news.text.clone());
        Self {
            account: Some(case.account),
            kind: Some(case.kind),
            words: std::iter::once(case.title.clone()).chain(news).collect(),
            known: known.collect(),
            causes: causes(case),
        }
    }

    /// The marks under which it is kept and looked for.
    pub(super) fn marks(&self) -> BTreeMap<Mark, Written> {
        let mut marks = BTreeMap::new();
        let silent = || Written { word: String::new(), counts: 1.0 };
        marks.extend(self.account.map(|id| (Mark::Account(id), silent())));
        marks.extend(self.kind.map(|kind| (Mark::Kind(kind), silent())));
        let said = || self.words.iter().chain(&self.causes);
        let written = |counts: f64| move |(mark, word): (Mark, String)| (mark, Written { word, counts });
        marks.extend(said().chain(&self.known).flat_map(|text| named(text)).take(NAMES_AT_MOST).map(written(1.0)));
        marks.extend(self.known.iter().flat_map(|text| worded(text)).take(WORDS_AT_MOST).map(written(BESIDES)));
        marks.extend(said().flat_map(|text| worded(text)).take(WORDS_AT_MOST).map(written(1.0)));
        marks
    }

    /// The stems of what led to it.
    pub(super) fn cause_stems(&self) -> Vec<Mark> {
        self.causes.iter().flat_map(|text| worded(text)).map(|(mark, _)| mark).collect()
    }
}

/// What led to it, in the words in which somebody said it: as it was told to the customer, as they see it, what the review found.
fn causes(case: &Case) -> Vec<String> {
    let told = case.told.iter().map(|told| told.what.clone());
    let theirs = case.contacts.answers.led_to_this.iter().cloned();
    let learned = case.review.iter().map(|review| review.lesson.clone());
    told.chain(theirs).chain(learned).collect()
}

/// A mark as it was written.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) word: String,
    /// What it counts by where it stands.
    pub(super) counts: f64,
}

/// One thing by which two cases may be alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Account(AccountId),
    Kind(TroubleKind),
    /// An item, a lot, an order: letters with digits, or a long number.
    Named(String),
    Word(String),
}

impl Mark {
    /// As it stands in its column.
    pub(super) fn text(&self) -> String {
        match self {
            Mark::Account(id) => format!("a{id}"),
            Mark::Kind(kind) => format!("k{}", kind.word()),
            Mark::Named(name) => format!("n{name}"),
            Mark::Word(stem) => format!("w{stem}"),
        }
    }
    /// How much it counts beside a word of the same rarity: the customer alone says little of what happened, what is named says most.
    pub(super) fn weight(&self) -> f64 {
        match self {
            Mark::Account(_) => 0.5,
            Mark::Named(_) => 1.2,
            Mark::Kind(_) => KIND,
            Mark::Word(_) => 1.0,
        }
    }
    /// The part of its weight that counts for being near at all: that a kind was chosen with care makes many of a kind no nearer.
    pub(super) fn alone(&self) -> f64 {
        match self {
            Mark::Kind(_) => 1.0 / KIND,
            Mark::Account(_) | Mark::Named(_) | Mark::Word(_) => 1.0,
        }
    }
}

/// `KB-7`, `NB-12`, `2231`: written with or without a dash they are the same.
fn named(text: &str) -> Vec<(Mark, String)> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    let name = |part: &str| {
        let joined: String = folded(part).chars().filter(|c| c.is_alphanumeric()).collect();
        let (digits, letters) = joined.chars().partition::<String, _>(char::is_ascii_digit);
        let is_name = !digits.is_empty() && (digits.len() >= NUMBER || !letters.is_empty() && joined.len() >= SHORTEST);
        is_name.then(|| (Mark::Named(joined), part.trim_matches(['-', '_']).to_owned()))
    };
    parts.filter_map(name).collect()
}

fn worded(text: &str) -> Vec<(Mark, String)> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.filter_map(|word| Some((Mark::Word(stem(&folded(word))?), word.to_owned()))).collect()
}

/// The beginning that the forms of a word have in common, in the languages that we write in: good enough to find, never shown.
fn stem(word: &str) -> Option<String> {
    let letters = word.chars().count();
    if letters < SHORTEST || EVERYWHERE.contains(&word) {
        return None;
    }
    let endings = ["ing", "ed", "es", "en", "er", "s", "e", "n"];
    let cut = endings.iter().find_map(|ending| word.strip_suffix(ending)).filter(|cut| cut.chars().count() > SHORTEST);
    Some(cut.unwrap_or(word).chars().take(STEM).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        Told { words: vec![text.into()], ..Told::default() }.marks().keys().map(Mark::text).collect()
    }

    #[test]
    fn forms_of_a_word_are_one_and_everyday_words_none() {
        assert_eq!(all("The joint was cracked"), all("their joints are cracking"));
        assert_eq!(
            all("Das Brett war gebrochen"),
            ["wbrett", "wgebroch"].map(|w| w.chars().take(8).collect::<String>())
        );
    }

    #[test]
    fn an_item_is_one_name_however_it_is_written() {
        assert_eq!(all("KB-7 rev C, lot 2231"), ["n2231", "nkb7", "wlot", "wrev"]);
        assert_eq!(all("kb7"), ["nkb7", "wkb"].map(str::to_owned)[..1]);
        assert_eq!(all("12 of 200"), Vec::<String>::new(), "quantities name nothing");
    }
}
